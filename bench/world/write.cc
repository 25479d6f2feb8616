#include "world/write.h"

#include <filesystem>
#include <future>
#include <thread>

#include "base/atomic_file.h"
#include "world/customer.h"

namespace cordon::world {
namespace {

constexpr uint64_t kStretch = 4096;  // items made at a time by one thread

void append_json(std::string_view text, std::string& out) {
  out.push_back('"');
  for (const char c : text) {
    if (c == '"' || c == '\\') out.push_back('\\');
    out.push_back(c);
  }
  out.push_back('"');
}

void append_values(std::string_view property, const std::vector<std::string_view>& values, std::string& out) {
  if (values.empty()) return;
  if (out.back() != '{') out.push_back(',');
  append_json(property, out);
  out += ":[";
  for (size_t i = 0; i < values.size(); ++i) {
    if (i > 0) out.push_back(',');
    append_json(values[i], out);
  }
  out.push_back(']');
}

void append_names(const Party& party, ListedAs as, std::string_view property, std::string& out) {
  std::vector<std::string_view> values;
  for (const ListedName& name : party.names)
    if (name.as == as) values.push_back(name.text);
  append_values(property, values, out);
}

void append_csv(std::string_view text, std::string& out) {
  if (text.find_first_of(",\"\n") == std::string_view::npos) {
    out += text;
    return;
  }
  out.push_back('"');
  for (const char c : text) {
    if (c == '"') out.push_back('"');
    out.push_back(c);
  }
  out.push_back('"');
}

std::string_view birth_property(PartyKind kind) {
  if (kind == PartyKind::kPerson) return "birthDate";
  return kind == PartyKind::kVessel || kind == PartyKind::kAirplane ? "buildDate" : "incorporationDate";
}

struct Lines {
  std::string customers, truth, changes;
};

std::string party_lines(uint64_t seed, uint64_t first, uint64_t end) {
  std::string out;
  for (uint64_t i = first; i < end; ++i) out += ftm_line(seed, i);
  return out;
}

Lines customer_lines(const WorldSize& size, uint64_t first, uint64_t end) {
  Lines out;
  for (uint64_t i = first; i < end; ++i) {
    const Customer c = make_customer(size.seed, size.parties, i);
    for (const std::string* field : {&c.id, &c.name, &c.schema, &c.birth_date, &c.country}) {
      if (field != &c.id) out.customers.push_back(',');
      append_csv(*field, out.customers);
    }
    out.customers.push_back('\n');
    if (!c.party) continue;
    out.truth += c.id + "," + id_of(*c.party) + "\n";
    out.changes += c.id + "," + std::string(change_name(c.change)) + "\n";
  }
  return out;
}

// Calls `take` with what `make` returns for each stretch of `count` items, in order; stretches are made on all cores.
template <typename Make, typename Take>
Result<void> in_order(uint64_t count, Make make, Take take) {
  const uint64_t cores = std::max(1U, std::thread::hardware_concurrency());
  for (uint64_t first = 0; first < count;) {
    std::vector<std::future<decltype(make(first, first))>> stretches;
    for (uint64_t i = 0; i < cores && first < count; ++i) {
      const uint64_t end = std::min(count, first + kStretch);
      stretches.push_back(std::async(std::launch::async, make, first, end));
      first = end;
    }
    for (auto& stretch : stretches) CHECK_OK(take(stretch.get()));
  }
  return {};
}

Result<void> write_parties(const WorldSize& size, const std::string& path) {
  TRY(AtomicFile file, AtomicFile::create(path));
  CHECK_OK(in_order(
      size.parties, [&](uint64_t first, uint64_t end) { return party_lines(size.seed, first, end); },
      [&](const std::string& lines) { return file.append(lines); }));
  return file.commit();
}

Result<void> write_customers(const WorldSize& size, const std::string& folder) {
  TRY(AtomicFile customers, AtomicFile::create(folder + "/customers.csv"));
  TRY(AtomicFile truth, AtomicFile::create(folder + "/truth.csv"));
  CHECK_OK(customers.append("id,name,schema,birth_date,country\n"));
  CHECK_OK(truth.append("id,entity_id\n"));
  std::string changes = "id,change\n";
  const auto append = [&](const Lines& lines) -> Result<void> {
    CHECK_OK(customers.append(lines.customers));
    if (size.with_changes) changes += lines.changes;
    return truth.append(lines.truth);
  };
  CHECK_OK(
      in_order(size.customers, [&](uint64_t first, uint64_t end) { return customer_lines(size, first, end); }, append));
  CHECK_OK(customers.commit());
  CHECK_OK(truth.commit());
  if (!size.with_changes) return {};
  TRY(AtomicFile file, AtomicFile::create(folder + "/changes.csv"));
  CHECK_OK(file.append(changes));
  return file.commit();
}

}  // namespace

std::string ftm_line(uint64_t seed, uint64_t index) {
  const Party party = make_party(seed, index);
  std::string out = R"({"id":)";
  append_json(id_of(index), out);
  out += R"(,"schema":)";
  append_json(schema_of(party.kind), out);
  out += R"(,"properties":{)";
  append_names(party, ListedAs::kName, "name", out);
  append_names(party, ListedAs::kAlias, "alias", out);
  append_names(party, ListedAs::kWeakAlias, "weakAlias", out);
  append_names(party, ListedAs::kPreviousName, "previousName", out);
  if (!party.birth.empty()) append_values(birth_property(party.kind), {party.birth}, out);
  std::vector<bool> written(party.statements.size());
  for (size_t i = 0; i < party.statements.size(); ++i) {
    if (written[i]) continue;
    std::vector<std::string_view> values;
    for (size_t k = i; k < party.statements.size(); ++k)
      if (party.statements[k].property == party.statements[i].property) {
        values.push_back(party.statements[k].value);
        written[k] = true;
      }
    append_values(party.statements[i].property, values, out);
  }
  return out + R"(},"datasets":["made_world"]})" + "\n";
}

Result<void> write_world(const WorldSize& size, const std::string& folder) {
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  if (error) return fail(ErrorCode::kIo, "cannot make the folder: " + error.message(), {folder, 0, 0});
  CHECK_OK(write_parties(size, folder + "/parties.ftm.jsonl"));
  return write_customers(size, folder);
}

}  // namespace cordon::world
