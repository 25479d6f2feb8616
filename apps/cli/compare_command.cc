// cordon compare: how one name is judged against another, one pair or a file of them.
#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/mapped_file.h"
#include "base/utf8.h"
#include "cli/commands.h"
#include "cli/evidence_text.h"
#include "cli/output.h"
#include "cli/profile_option.h"
#include "cli/reason.h"
#include "cli/remarks.h"
#include "cli/subject_options.h"
#include "screen/compare.h"
#include "screen/name_columns.h"
#include "syntax/csv.h"
#include "syntax/text_encoding.h"

namespace cordon::cli {
namespace {

std::string json_string(std::string_view text) {
  return nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

std::string profile_json(const Profile& profile) {
  return fmt::format("\"profile\":{{\"name\":{},\"hash\":\"{}\"}}", json_string(profile.name), profile.hash);
}

Result<int> compare_one(const Arguments& arguments, Schema schema, const Profile& profile) {
  const auto& names = arguments.parameters();
  const Subject first = screen::named(names[0], schema);
  const Entity second = screen::listed(screen::named(names[1], schema));
  const Hit hit = screen::compare(first, second, 1, profile);
  Output output = Output::standard();
  if (arguments.value("--format") == "jsonl") {
    CHECK_OK(output.append(fmt::format("{{\"name1\":{},\"name2\":{},\"schema\":\"{}\",\"score\":{},{}}}\n",
                                       json_string(names[0]), json_string(names[1]), schema_name(schema),
                                       exact_score_text(hit.score), profile_json(profile))));
  } else {
    const Look& look = output.look();
    CHECK_OK(output.append(fmt::format("{} · {}\nscore {}, {} the threshold of {}\nprofile {}\n\n",
                                       printable(names[0], look), printable(names[1], look),
                                       paint(Colour::kBold, exact_score_text(hit.score), look),
                                       hit.score >= profile.threshold ? "not under" : "under",
                                       score_text(profile.threshold), printable(short_stamp(profile), look))));
    const auto columns = screen::name_columns(hit, first, second, profile.scorer);
    if (columns.empty()) CHECK_OK(output.append("No part of the two names is alike.\n\n"));
    CHECK_OK(output.append(names_text(columns, {"first", "second"}, look)));
    CHECK_OK(output.append(evidence_text(hit, {"first name", "second name"}, look)));
  }
  CHECK_OK(output.commit());
  return kExitClear;
}

struct PairColumns {
  size_t id, schema, name1, name2;
};

Result<PairColumns> find_columns(const CsvRow& header, const std::string& file) {
  const auto find = [&](std::string_view name) {
    const auto found =
        std::ranges::find_if(header.fields, [&](const std::string& field) { return ascii_lower(trim(field)) == name; });
    return static_cast<size_t>(found - header.fields.begin());
  };
  const PairColumns columns = {find("id"), find("schema"), find("name1"), find("name2")};
  for (const size_t column : {columns.id, columns.schema, columns.name1, columns.name2}) {
    if (column == header.fields.size()) {
      return fail(ErrorCode::kBadInput, "the header needs the columns id, schema, name1 and name2",
                  {.source = file, .record = header.line});
    }
  }
  return columns;
}

struct NamePair {
  std::string id, name1, name2;
  Schema schema = Schema::kThing;
};

Result<NamePair> pair_of(const CsvRow& row, const PairColumns& columns, Schema otherwise, const std::string& file) {
  const Where where = {.source = file, .record = row.line, .byte = row.byte};
  if (row.fields.size() <= std::max({columns.id, columns.schema, columns.name1, columns.name2})) {
    return fail(ErrorCode::kBadInput, "the row has too few fields", where);
  }
  NamePair pair = {row.fields[columns.id], row.fields[columns.name1], row.fields[columns.name2], otherwise};
  if (trim(pair.name1).empty() || trim(pair.name2).empty())
    return fail(ErrorCode::kBadInput, "a name is missing", where);
  const std::string schema(trim(row.fields[columns.schema]));
  if (schema.empty()) return pair;
  const auto parsed = parse_schema(schema);
  if (!parsed) return fail(ErrorCode::kBadInput, fmt::format("the schema \"{}\" is unknown", schema), where);
  pair.schema = *parsed;
  return pair;
}

std::string pair_text(const NamePair& pair, const Hit& hit, const Profile& profile, bool is_jsonl, const Look& look) {
  if (is_jsonl)
    return fmt::format("{{\"id\":{},\"score\":{},{}}}\n", json_string(pair.id), exact_score_text(hit.score),
                       profile_json(profile));
  return fmt::format("{}  {}  {} · {}\n", exact_score_text(hit.score), printable(pair.id), printable(pair.name1, look),
                     printable(pair.name2, look));
}

// Judges every row; one that cannot be read is named on standard error, and the others go on.
Result<int> compare_file(const Arguments& arguments, Schema schema, const Profile& profile) {
  const std::string path = arguments.value("--csv");
  const std::string source = path == "-" ? "standard input" : path;
  const bool is_jsonl = arguments.value("--format") == "jsonl";
  TRY(const std::string bytes, read_file(path));
  const std::string text = decode_text(bytes).text;
  CsvReader reader(text, source);
  TRY(const auto header, reader.next());
  if (!header) return fail(ErrorCode::kBadInput, "the file is empty", {.source = source});
  TRY(const PairColumns columns, find_columns(*header, source));
  Output output = Output::standard();
  int code = kExitClear;
  while (true) {
    auto row = reader.next();
    if (row && !*row) break;
    auto pair = row ? pair_of(**row, columns, schema, source) : std::unexpected(std::move(row).error());
    if (!pair) {
      print_warning("not judged: " + pair.error().text());
      code = kExitError;
      continue;
    }
    const Hit hit = screen::compare(pair->name1, pair->name2, pair->schema, profile);
    CHECK_OK(output.append(pair_text(*pair, hit, profile, is_jsonl, output.look())));
  }
  CHECK_OK(output.commit());
  return code;
}

}  // namespace

Result<int> run_compare(const Arguments& arguments) {
  const bool is_file = arguments.has("--csv");
  if (arguments.parameters().size() != (is_file ? 0 : 2)) {
    return fail(ErrorCode::kInvalidArgument, "usage: cordon compare NAME NAME or cordon compare --csv FILE");
  }
  for (const std::string& name : arguments.parameters()) {
    if (trim(name).empty()) return fail(ErrorCode::kInvalidArgument, "a name is missing");
  }
  TRY(const Schema schema, parse_schema_option(arguments));
  TRY(const Profile profile, profile_of(arguments));
  return is_file ? compare_file(arguments, schema, profile) : compare_one(arguments, schema, profile);
}

}  // namespace cordon::cli
