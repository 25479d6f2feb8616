// For tests of list readers: a fixture or a text read by one of them, and its values as short texts.
#pragma once

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "lists/list_format.h"

namespace cordon::lists {

inline const Entity& party(const ParsedList& list, std::string_view id) {
  for (const Entity& e : list.entities)
    if (e.id == id) return e;
  ADD_FAILURE() << "no party " << id;
  return list.entities.front();
}
inline std::vector<std::string> messages(const Reporter& reporter, Severity severity) {
  std::vector<std::string> out;
  for (const Remark& r : reporter.remarks())
    if (r.severity == severity) out.push_back(r.message);
  return out;
}

struct ParsedFixture {
  Result<ParsedList> list;
  Reporter reporter;

  const Entity& party(std::string_view id) const { return lists::party(*list, id); }
  std::vector<std::string> messages(Severity severity) const { return lists::messages(reporter, severity); }
};

using Parse = Result<ParsedList> (*)(const Edition&, Reporter&);

// Parses the files of one edition together.
inline ParsedFixture parse_files(Parse parse, std::string list, const std::vector<InputFile>& files) {
  Edition edition{std::move(list), {}};
  for (const InputFile& file : files) edition.files.push_back(&file);
  Reporter reporter;
  auto parsed = parse(edition, reporter);
  if (parsed) parsed->unpack();
  return {std::move(parsed), std::move(reporter)};
}
inline ParsedFixture parse_text(Parse parse, std::string list, std::string name, std::string bytes) {
  return parse_files(parse, std::move(list), {{name, "folder/" + name, std::move(bytes)}});
}
inline InputFile text_file(std::string name, std::string bytes) { return {name, name, std::move(bytes)}; }
inline InputFile file(const std::string& path) {
  auto files = read_files(path);
  EXPECT_TRUE(files) << path;
  return files ? std::move(files->front()) : InputFile{};
}
inline InputFile fixture(const std::string& path) { return file("tests/fixtures/" + path); }
inline ParsedFixture parse_fixture(Parse parse, std::string list, const std::string& path) {
  InputFile file = fixture(path);
  return parse_text(parse, std::move(list), file.name, std::move(file.bytes));
}
// The folder with real data, or nothing.
inline std::string shared_data() {
  const char* given = std::getenv("CORDON_DATA");
  const std::string folder = given != nullptr ? given : "../shared";
  return std::filesystem::exists(folder + "/data") ? folder + "/data" : std::string();
}

// "text|kind|strength" of every name.
inline std::vector<std::string> names_of(const Entity& e) {
  std::vector<std::string> out;
  for (const Name& n : e.names) {
    out.push_back(n.text + "|" + std::string(name_kind_word(n.kind)) + "|" +
                  std::string(name_strength_word(n.strength)));
  }
  return out;
}
// "text|note" of every date of that kind.
inline std::vector<std::string> dates_of(const Entity& e, DateKind kind) {
  std::vector<std::string> out;
  for (const DateStatement& d : e.dates)
    if (d.kind == kind) out.push_back(d.span.text() + "|" + d.note);
  return out;
}
// "kind|value|country|detail" of every identifier.
inline std::vector<std::string> ids_of(const Entity& e) {
  std::vector<std::string> out;
  for (const Identifier& i : e.identifiers) {
    out.push_back(std::string(id_kind_row(i.kind).name) + "|" + i.value + "|" + i.country + "|" + i.detail);
  }
  return out;
}
inline std::vector<std::string> countries_of(const Entity& e, CountryKind kind) {
  std::vector<std::string> out;
  for (const CountryStatement& c : e.countries)
    if (c.kind == kind) out.push_back(c.code);
  return out;
}
inline std::vector<std::string> properties_of(const Entity& e, std::string_view name) {
  std::vector<std::string> out;
  for (const Property& p : e.properties)
    if (p.name == name) out.push_back(p.value);
  return out;
}

}  // namespace cordon::lists
