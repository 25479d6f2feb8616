#include "base/embedded.h"

#include <cstdio>
#include <cstdlib>

#define CORDON_TABLE(i, name)                       \
  extern "C" const char cordon_table_##i##_begin[]; \
  extern "C" const char cordon_table_##i##_end[];
#include "embedded_tables.inc"
#undef CORDON_TABLE

namespace cordon {
namespace {

struct Table {
  std::string_view name;
  const char* begin;
  const char* end;
};

#define CORDON_TABLE(i, name) Table{name, cordon_table_##i##_begin, cordon_table_##i##_end},
constexpr Table kTables[] = {
#include "embedded_tables.inc"
};
#undef CORDON_TABLE

}  // namespace

std::string_view embedded(std::string_view name) {
  for (const Table& t : kTables)
    if (t.name == name) return {t.begin, static_cast<size_t>(t.end - t.begin)};
  std::fprintf(stderr, "cordon: no table data/%.*s in this build\n", static_cast<int>(name.size()), name.data());
  std::abort();
}

std::vector<std::string_view> embedded_names() {
  std::vector<std::string_view> out;
  for (const Table& t : kTables) out.push_back(t.name);
  return out;
}

}  // namespace cordon
