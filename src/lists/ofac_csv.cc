// OFAC's four CSV files (DOMAIN 3.1): sdn or cons_prim (one party a row, 12 columns), alt (strong aliases, 5), add
// (addresses, 6), sdn_comments (what did not fit into 1000 characters of Remarks, 2). No header; ent_num links the
// files; "-0-" is null; a 0x1A may end the file. The files state no date.
#include <fmt/format.h>

#include <array>
#include <unordered_map>

#include "base/utf8.h"
#include "lists/list_format.h"
#include "lists/ofac_remarks.h"
#include "lists/raw_offset.h"
#include "syntax/csv.h"
#include "syntax/text_encoding.h"

namespace cordon::lists {
namespace {

constexpr size_t kSampleBytes = size_t{64} << 10;
constexpr size_t kSampleRows = 8;
constexpr size_t kRemarksCut = 1000;  // characters of the Remarks column
constexpr std::string_view kNull = "-0-";
constexpr std::string_view kEndMark = "\x1a";

enum class Table : uint8_t { kPrimary, kAddresses, kAliases, kComments };
struct TableRow {
  Table table;
  size_t columns;
  std::string_view name;  // as OFAC calls the file, without "cons_"
};
constexpr std::array kTables = {TableRow{Table::kPrimary, 12, "sdn.csv"}, TableRow{Table::kAddresses, 6, "add.csv"},
                                TableRow{Table::kAliases, 5, "alt.csv"},
                                TableRow{Table::kComments, 2, "sdn_comments.csv"}};
enum PrimaryColumn : size_t {
  kEntNum,
  kSdnName,
  kSdnType,
  kProgram,
  kTitle,
  kCallSign,
  kVesselType,
  kTonnage,
  kGrt,
  kFlag,
  kOwner,
  kRemarks
};

bool is_number(std::string_view t) {
  return !t.empty() && t.size() <= 12 && t.find_first_not_of("0123456789") == std::string_view::npos;
}

std::string_view value_of(const std::string& field) {
  const std::string_view t = trim(field);
  return t == kNull ? std::string_view{} : t;
}

// The schema of an SDN_Type; nothing where it is none of the four.
std::optional<Schema> schema_of(std::string_view sdn_type) {
  const std::string type = ascii_lower(sdn_type);
  if (type.empty() || type == "entity") return Schema::kOrganization;
  if (type == "individual") return Schema::kPerson;
  if (type == "vessel") return Schema::kVessel;
  if (type == "aircraft") return Schema::kAirplane;
  return std::nullopt;
}

std::optional<NameKind> alias_kind(std::string_view alt_type) {
  const std::string type = ascii_lower(alt_type);
  if (type == "aka") return NameKind::kAlias;
  if (type == "fka") return NameKind::kFormer;
  if (type == "nka") return NameKind::kNow;
  return std::nullopt;
}

// Which of the four tables has rows like this one? Two numeric columns or a closed vocabulary tell them from other CSV.
std::optional<Table> table_of(const std::vector<std::string>& row, std::string_view file_name) {
  if (row.size() < 2 || !is_number(trim(row[0]))) return std::nullopt;
  for (const TableRow& t : kTables) {
    if (t.columns != row.size()) continue;
    const bool second_number = is_number(trim(row[1]));
    switch (t.table) {
      case Table::kPrimary:
        return schema_of(value_of(row[kSdnType])) && !second_number ? std::optional(t.table) : std::nullopt;
      case Table::kAddresses:
        return second_number ? std::optional(t.table) : std::nullopt;
      case Table::kAliases:
        return second_number && alias_kind(trim(row[2])) ? std::optional(t.table) : std::nullopt;
      case Table::kComments: {
        const bool named = ascii_lower(file_name).find("comment") != std::string::npos;
        const bool remarks = row[1].find("; ") != std::string::npos || row[1].find("Linked To:") != std::string::npos;
        return !second_number && (named || remarks) ? std::optional(t.table) : std::nullopt;
      }
    }
  }
  return std::nullopt;
}

bool has_null(const std::vector<std::string>& row) {
  return std::ranges::any_of(row, [](const std::string& field) { return trim(field) == kNull; });
}

// The table of a file by its first rows, of which at most half may be damaged. The first must begin with a number: a
// table with a header is another's; and somewhere among them must stand OFAC's own word for "nothing".
std::optional<Table> table_of(const InputFile& file) {
  std::string_view sample = std::string_view(file.bytes).substr(0, kSampleBytes);
  if (sample.size() < file.bytes.size()) sample = sample.substr(0, sample.rfind('\n') + 1);
  const DecodedText decoded = decode_text(sample);
  CsvReader reader(decoded.text, file.path, ',');
  std::optional<Table> found;
  size_t good = 0, others = 0;
  bool nulls = false;
  for (size_t i = 0; i < kSampleRows; ++i) {
    const auto row = reader.next();
    if (row && !*row) break;
    if (!row) {
      ++others;
      continue;
    }
    const auto& fields = (*row)->fields;
    if (trim(fields[0]) == kEndMark) break;
    if (i == 0 && !is_number(trim(fields[0]))) return std::nullopt;
    const auto table = table_of(fields, file.name);
    if (!found) found = table;
    good += table.has_value() && *table == *found;
    nulls = nulls || has_null(fields);
    others += !table || *table != *found;
  }
  return good > 0 && good >= others && (nulls || *found == Table::kComments) ? found : std::nullopt;
}

struct Party {
  EntityBuilder builder;
  std::string remarks;  // untrimmed, so that sdn_comments can be joined to it
  Source source;
  Where where;
  bool cut = false;  // the Remarks fill their column and nothing was joined to them
};

class OfacCsvParser {
 public:
  OfacCsvParser(const Edition& edition, Reporter& reporter) : edition_(edition), reporter_(reporter) {}

  Result<ParsedList> parse() {
    for (const TableRow& table : kTables) {  // the parties first: the other tables refer to them
      for (const InputFile* file : edition_.files) {
        const auto found = table_of(*file);
        if (!found) return fail(ErrorCode::kBadInput, "this is none of OFAC's four CSV tables", {file->path, 1, 0});
        if (*found == table.table) CHECK_OK(read(*file, table));
      }
      if (table.table == Table::kPrimary && parties_.empty()) return no_parties();
    }
    report_missing_tables();
    return finish();
  }

 private:
  std::unexpected<Error> no_parties() const {
    const bool have = tables_seen_[static_cast<size_t>(Table::kPrimary)];
    const std::string path = edition_.files.empty() ? std::string{} : edition_.files.front()->path;
    return fail(ErrorCode::kBadInput,
                have ? "no party could be read" : "the party table (sdn.csv, cons_prim.csv) is missing", {path, 0, 0});
  }

  Result<void> read(const InputFile& file, const TableRow& table) {
    tables_seen_[static_cast<size_t>(table.table)] = true;
    DecodedText decoded = decode_text(file.bytes);
    while (!decoded.text.empty() && decoded.text.back() == '\x1a') decoded.text.pop_back();
    CsvReader reader(decoded.text, file.path, ',');
    if (decoded.replaced > 0)
      reporter_.loss(fmt::format("{} damaged characters were read as U+FFFD", decoded.replaced), {file.path, 0, 0});
    RawOffset raw(file.bytes, decoded);
    while (true) {
      const uint64_t start = reader.position();
      auto row = reader.next();
      const bool last = reader.position() >= decoded.text.size();
      if (!row) {
        // An unclosed quote in the last line: the file was cut off in it.
        if (last && !decoded.text.ends_with('\n')) return truncated(row.error().where.record, raw.at(start), file);
        skip(row.error().message, {file.path, row.error().where.record, raw.at(start)});
        continue;
      }
      if (!*row) return {};
      CsvRow& r = **row;
      r.byte = raw.at(r.byte);
      const Where where{file.path, r.line, r.byte};
      if (r.fields.size() != table.columns && !reader.row_ended()) return truncated(r.line, r.byte, file);
      if (!reader.row_ended()) reporter_.loss("the last line has no end; the file may be cut off there", where);
      if (r.fields.size() != table.columns) {
        skip(fmt::format("{} columns instead of {}", r.fields.size(), table.columns), where);
      } else if (!is_number(trim(r.fields[0]))) {
        skip(fmt::format("\"{}\" is no ent_num", trim(r.fields[0]).substr(0, 20)), where);
      } else {
        add_row(table.table, r, file, where);
      }
    }
  }

  std::unexpected<Error> truncated(uint64_t line, uint64_t byte, const InputFile& file) const {
    return fail(ErrorCode::kBadInput, "the file is cut off in its last record", {file.path, line, byte});
  }

  void skip(std::string why, Where where) {
    ++skipped_;
    reporter_.skipped(std::move(why), std::move(where));
  }

  void add_row(Table table, const CsvRow& row, const InputFile& file, const Where& where) {
    const Source source{file.name, fmt::format("line {}", row.line), row.byte};
    if (table == Table::kPrimary) return add_party(row, source, where);
    const auto it = index_.find(std::string(trim(row.fields[0])));
    if (it == index_.end()) return skip(fmt::format("ent_num {} is no party of this list", trim(row.fields[0])), where);
    Party& party = parties_[it->second];
    party.builder.from(source);
    switch (table) {
      case Table::kAliases:
        return add_alias(row.fields, party, where);
      case Table::kAddresses:
        return add_address(row.fields, party);
      case Table::kComments:
        party.remarks += row.fields[1];
        party.cut = false;
        return;
      case Table::kPrimary:
        return;
    }
  }

  void add_party(const CsvRow& row, const Source& source, const Where& where) {
    const auto& f = row.fields;
    const std::string_view name = value_of(f[kSdnName]);
    if (name.empty()) return skip("a party without a name", where);
    const auto schema = schema_of(value_of(f[kSdnType]));
    if (!schema)
      reporter_.loss(fmt::format("SDN_Type \"{}\" is unknown; kept as a thing", value_of(f[kSdnType])), where);
    const std::string ent_num(trim(f[kEntNum]));
    const auto [it, is_new] = index_.emplace(ent_num, parties_.size());
    if (is_new) {
      parties_.push_back({EntityBuilder(edition_.list, ent_num, schema.value_or(Schema::kThing)), {}, source, where});
    } else {
      reporter_.note(fmt::format("ent_num {} stands twice; joined into one party", ent_num), where);
    }
    Party& party = parties_[it->second];
    EntityBuilder& b = party.builder;
    b.from(source);
    add_ofac_name(name, NameKind::kPrimary, NameStrength::kStrong, b);
    add_programs(value_of(f[kProgram]), b);
    b.property("position", value_of(f[kTitle]));
    b.identifier(IdKind::kCallSign, value_of(f[kCallSign]), {});
    b.property("type", value_of(f[kVesselType]));
    b.property("tonnage", value_of(f[kTonnage]));
    b.property("grossRegisteredTonnage", value_of(f[kGrt]));
    b.country(CountryKind::kFlag, value_of(f[kFlag]));
    b.link("owner", value_of(f[kOwner]));
    if (value_of(f[kRemarks]).empty()) return;
    if (!party.remarks.empty()) party.remarks += "; ";
    party.remarks += f[kRemarks];
    party.cut = f[kRemarks].size() >= kRemarksCut;
  }

  // "NPWMD] [IFSR" is two programmes.
  static void add_programs(std::string_view text, EntityBuilder& b) {
    while (!text.empty()) {
      const size_t end = text.find(']');
      std::string_view program = text.substr(0, end);
      program.remove_prefix(std::min(program.find_first_not_of(" ["), program.size()));
      b.program(program);
      text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
    }
  }

  void add_alias(const std::vector<std::string>& f, Party& party, const Where& where) {
    const auto kind = alias_kind(value_of(f[2]));
    if (!kind) reporter_.loss(fmt::format("alt_type \"{}\" is unknown; kept as an alias", value_of(f[2])), where);
    Name* name = add_ofac_name(value_of(f[3]), kind.value_or(NameKind::kAlias), NameStrength::kStrong, party.builder);
    if (name == nullptr) return skip("an alias without a name", where);
    if (name->note.empty()) name->note = value_of(f[4]);
  }

  // The fourth column is "city, state, postcode", often without the commas: "Zurich CH-8022".
  static void add_address(const std::vector<std::string>& f, Party& party) {
    Address a;
    a.street = value_of(f[2]);
    a.country = value_of(f[4]);
    a.note = value_of(f[5]);
    const std::string_view place = value_of(f[3]);
    const size_t comma = place.find(',');
    a.city = trim(place.substr(0, comma));
    if (comma != std::string_view::npos) a.region = trim(place.substr(comma + 1));
    std::string& last = comma == std::string_view::npos ? a.city : a.region;
    const size_t digit = last.find_first_of("0123456789");
    const size_t blank = digit == std::string::npos ? digit : last.rfind(' ', digit);
    if (digit != std::string::npos && (blank != std::string::npos || comma != std::string_view::npos)) {
      const size_t begin = blank == std::string::npos ? 0 : blank + 1;
      a.postal_code = last.substr(begin);
      last.resize(blank == std::string::npos ? 0 : blank);
    }
    party.builder.address(std::move(a));
  }

  void report_missing_tables() {
    const std::string path = edition_.files.front()->path;
    const auto missing = [&](Table t) { return !tables_seen_[static_cast<size_t>(t)]; };
    if (missing(Table::kAliases)) reporter_.loss("no alt.csv (cons_alt.csv): strong aliases are missing", {path, 0, 0});
    if (missing(Table::kAddresses)) reporter_.loss("no add.csv (cons_add.csv): addresses are missing", {path, 0, 0});
    uint64_t cut = 0;
    for (const Party& party : parties_) {
      cut += party.cut;
      if (!party.cut || missing(Table::kComments)) continue;
      reporter_.loss("the Remarks fill 1000 characters and the comments file has no more of them", party.where);
    }
    if (cut == 0 || !missing(Table::kComments)) return;
    reporter_.loss(fmt::format("no sdn_comments.csv (cons_comments.csv): the Remarks of {} parties are cut at {} "
                               "characters; what followed is missing",
                               cut, kRemarksCut),
                   {path, 0, 0});
  }

  ParsedList finish() {
    ParsedList out;
    const bool consolidated = edition_.list == "ofac-cons";
    out.info.list = edition_.list;
    out.info.authority = "US Treasury, OFAC";
    out.info.title =
        consolidated ? "Consolidated Sanctions List (non-SDN)" : "Specially Designated Nationals and Blocked Persons";
    for (const InputFile* file : edition_.files) out.info.files.push_back(file->name);
    Reporter single;
    for (Party& party : parties_) {
      party.builder.from(party.source);
      parse_ofac_remarks(party.remarks, party.builder, single, party.where);
      out.info.names += party.builder.names_read();
      out.entities.push_back(party.builder.build());
    }
    sum_up_remarks(single, reporter_);
    resolve_ofac_links(out.entities);
    out.info.entities = out.entities.size();
    out.info.skipped = skipped_;
    return out;
  }

  const Edition& edition_;
  Reporter& reporter_;
  std::vector<Party> parties_;
  std::unordered_map<std::string, size_t> index_;  // ent_num to party
  std::array<bool, kTables.size()> tables_seen_{};
  uint64_t skipped_ = 0;
};

}  // namespace

bool recognize_ofac_csv(const InputFile& file) { return table_of(file).has_value(); }

Result<ParsedList> parse_ofac_csv(const Edition& edition, Reporter& reporter) {
  return OfacCsvParser(edition, reporter).parse();
}

}  // namespace cordon::lists
