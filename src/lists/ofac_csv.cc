// OFAC's four CSV files (DOMAIN 3.1): sdn or cons_prim (one party a row, 12 columns), alt (strong aliases, 5), add
// (addresses, 6), sdn_comments (what did not fit into 1000 characters of Remarks, 2). No header; ent_num links the
// files; "-0-" is null; a 0x1A may end the file. The files state no date.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <unordered_map>

#include "base/utf8.h"
#include "lists/list_format.h"
#include "lists/ofac_remarks.h"
#include "lists/ofac_tables.h"
#include "lists/raw_offset.h"
#include "syntax/csv.h"
#include "syntax/text_encoding.h"

namespace cordon::lists {
namespace {

constexpr size_t kRemarksCut = 1000;  // characters of the Remarks column
constexpr uint64_t kManyOrphans = 10;

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
    for (const OfacTableRow& table : kOfacTables) {  // the parties first: the other tables refer to them
      for (const InputFile* file : edition_.files) {
        const auto found = ofac_table_of(*file);
        if (!found) return fail(ErrorCode::kBadInput, "this is none of OFAC's four CSV tables", {file->path, 1, 0});
        if (*found == table.table) CHECK_OK(read(*file, table));
      }
      if (table.table == OfacTable::kPrimary && parties_.empty()) return no_parties();
    }
    if (unended_ && orphans_ > 0) return cut_party_table();
    if (orphans_ >= kManyOrphans && orphans_ * 2 > companions_) return foreign_party_table();
    report_missing_tables();
    return finish();
  }

 private:
  std::unexpected<Error> no_parties() const {
    const bool have = tables_seen_[static_cast<size_t>(OfacTable::kPrimary)];
    const std::string path = edition_.files.empty() ? std::string{} : edition_.files.front()->path;
    return fail(ErrorCode::kBadInput,
                have ? "no party could be read" : "the party table (sdn.csv, cons_prim.csv) is missing", {path, 0, 0});
  }

  Result<void> read(const InputFile& file, const OfacTableRow& table) {
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
      if (!reader.row_ended()) {
        reporter_.loss("the last line has no end; the file may be cut off there", where);
        if (table.table == OfacTable::kPrimary) unended_ = where;
      }
      const auto spans_lines = [](const std::string& f) { return f.find_first_of("\r\n") != std::string::npos; };
      if (std::ranges::any_of(r.fields, spans_lines))
        reporter_.loss("a field goes on over a line end; is a quote missing, and are there rows in it?", where);
      if (r.fields.size() != table.columns) {
        skip(fmt::format("{} columns instead of {}", r.fields.size(), table.columns), where);
      } else if (!is_ofac_number(trim(r.fields[0]))) {
        skip(fmt::format("\"{}\" is no ent_num", trim(r.fields[0]).substr(0, 20)), where);
      } else {
        add_row(table.table, r, file, where);
      }
    }
  }

  std::unexpected<Error> truncated(uint64_t line, uint64_t byte, const InputFile& file) const {
    return fail(ErrorCode::kBadInput, "the file is cut off in its last record", {file.path, line, byte});
  }

  // A whole file may lack its last line end; one to whose missing parties other tables refer was cut.
  std::unexpected<Error> cut_party_table() const {
    return fail(
        ErrorCode::kBadInput,
        fmt::format("the file is cut off: its last line has no end, and {} of the other tables {} to parties that "
                    "it does not have",
                    orphans_ == 1 ? "1 row" : fmt::format("{} rows", orphans_), orphans_ == 1 ? "refers" : "refer"),
        *unended_);
  }

  // Cut at a line end, or of another edition than the others.
  std::unexpected<Error> foreign_party_table() const {
    const auto primary = std::ranges::find_if(
        edition_.files, [](const InputFile* file) { return ofac_table_of(*file) == OfacTable::kPrimary; });
    return fail(
        ErrorCode::kBadInput,
        fmt::format("{} of {} rows of the other tables refer to parties that this file does not have: it is cut off, "
                    "or of another edition",
                    orphans_, companions_),
        {(*primary)->path, 0, (*primary)->bytes.size()});
  }

  void skip(std::string why, Where where) {
    ++skipped_;
    reporter_.skipped(std::move(why), std::move(where));
  }

  void add_row(OfacTable table, const CsvRow& row, const InputFile& file, const Where& where) {
    const Source source{file.name, fmt::format("line {}", row.line), row.byte};
    if (table == OfacTable::kPrimary) return add_party(row, source, where);
    ++companions_;
    const auto it = index_.find(std::string(trim(row.fields[0])));
    if (it == index_.end()) {
      ++orphans_;
      return skip("the ent_num is no party of this list", where);
    }
    Party& party = parties_[it->second];
    party.builder.from(source);
    switch (table) {
      case OfacTable::kAliases:
        return add_alias(row.fields, party, where);
      case OfacTable::kAddresses:
        return add_address(row.fields, party);
      case OfacTable::kComments:
        party.remarks += row.fields[1];
        party.cut = false;
        return;
      case OfacTable::kPrimary:
        return;
    }
  }

  void add_party(const CsvRow& row, const Source& source, const Where& where) {
    const auto& f = row.fields;
    const std::string_view name = ofac_value(f[kSdnName]);
    if (name.empty()) return skip("a party without a name", where);
    const auto schema = ofac_schema(ofac_value(f[kSdnType]));
    if (!schema)
      reporter_.loss(fmt::format("SDN_Type \"{}\" is unknown; kept as a thing", ofac_value(f[kSdnType])), where);
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
    add_programs(ofac_value(f[kProgram]), b);
    b.property("position", ofac_value(f[kTitle]));
    b.identifier(IdKind::kCallSign, ofac_value(f[kCallSign]), {});
    b.property("type", ofac_value(f[kVesselType]));
    b.property("tonnage", ofac_value(f[kTonnage]));
    b.property("grossRegisteredTonnage", ofac_value(f[kGrt]));
    b.country(CountryKind::kFlag, ofac_value(f[kFlag]));
    b.link("owner", ofac_value(f[kOwner]));
    if (ofac_value(f[kRemarks]).empty()) return;
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
    const auto kind = ofac_alias_kind(ofac_value(f[2]));
    if (!kind) reporter_.loss(fmt::format("alt_type \"{}\" is unknown; kept as an alias", ofac_value(f[2])), where);
    Name* name = add_ofac_name(ofac_value(f[3]), kind.value_or(NameKind::kAlias), NameStrength::kStrong, party.builder);
    if (name == nullptr) return skip("an alias without a name", where);
    if (name->note.empty()) name->note = ofac_value(f[4]);
  }

  // The fourth column is "city, state, postcode", often without the commas: "Zurich CH-8022".
  static void add_address(const std::vector<std::string>& f, Party& party) {
    Address a;
    a.street = ofac_value(f[2]);
    a.country = ofac_value(f[4]);
    a.note = ofac_value(f[5]);
    const std::string_view place = ofac_value(f[3]);
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
    const auto missing = [&](OfacTable t) { return !tables_seen_[static_cast<size_t>(t)]; };
    if (missing(OfacTable::kAliases))
      reporter_.loss("no alt.csv (cons_alt.csv): strong aliases are missing", {path, 0, 0});
    if (missing(OfacTable::kAddresses))
      reporter_.loss("no add.csv (cons_add.csv): addresses are missing", {path, 0, 0});
    uint64_t cut = 0;
    for (const Party& party : parties_) {
      cut += party.cut;
      if (!party.cut || missing(OfacTable::kComments)) continue;
      reporter_.loss("the Remarks fill 1000 characters and the comments file has no more of them", party.where);
    }
    if (cut == 0 || !missing(OfacTable::kComments)) return;
    reporter_.loss(fmt::format("no sdn_comments.csv (cons_comments.csv): the Remarks of {} parties are cut at {} "
                               "characters; what followed is missing",
                               cut, kRemarksCut),
                   {path, 0, 0});
  }

  ParsedList finish() {
    ParsedList out;
    out.info.list = edition_.list;
    out.info.authority = "US Treasury, OFAC";
    out.info.title = ofac_title(edition_.list);
    for (const InputFile* file : edition_.files) out.info.files.push_back(file->name);
    Reporter single;
    for (Party& party : parties_) {
      party.builder.from(party.source);
      parse_ofac_remarks(party.remarks, party.builder, single, party.where);
      out.info.names += party.builder.names_read();
      out.entities.push_back(party.builder.build());
    }
    sum_up_remarks(single, edition_.list, reporter_);
    resolve_ofac_links(out.entities);
    out.info.entities = out.entities.size();
    out.info.skipped = skipped_;
    return out;
  }

  const Edition& edition_;
  Reporter& reporter_;
  std::vector<Party> parties_;
  std::unordered_map<std::string, size_t> index_;  // ent_num to party
  std::array<bool, kOfacTables.size()> tables_seen_{};
  uint64_t skipped_ = 0;
  uint64_t companions_ = 0;       // rows of the other tables
  uint64_t orphans_ = 0;          // rows of the other tables that belong to no party
  std::optional<Where> unended_;  // the party table's last line, where it has no end
};

}  // namespace

bool recognize_ofac_csv(const InputFile& file) { return ofac_table_of(file).has_value(); }

Result<ParsedList> parse_ofac_csv(const Edition& edition, Reporter& reporter) {
  return OfacCsvParser(edition, reporter).parse();
}

}  // namespace cordon::lists
