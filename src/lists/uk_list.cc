// The UK sanctions list as the FCDO publishes it for tables (DOMAIN 3.5): one row for each name and address of a party,
// whose rows bear its Unique ID. A preamble may stand before the header; what its columns hold is told by
// data/lists/uk_columns.tsv, so that the short spreadsheet of 2025 and the full table are one format.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <unordered_map>

#include "base/table.h"
#include "base/utf8.h"
#include "lists/entity_builder.h"
#include "lists/sheet_rows.h"
#include "lists/word_table.h"

namespace cordon::lists {
namespace {

constexpr size_t kHeadBytes = size_t{256} << 10;  // in which the header stands
constexpr size_t kNumberBytes = 128;              // anything longer is a sentence, no number
constexpr size_t kNameBytes = 200;                // the same of a party that is linked
constexpr size_t kParts = 6;                      // of a name; the last is the family name, or the whole of a company's
constexpr std::string_view kKeyHeader = "Unique ID";
constexpr std::string_view kGroupHeader = "OFSI Group ID";
constexpr std::string_view kReport = "Report Date";

enum class Holds : uint8_t {
  kKey,
  kPart,
  kWhole,
  kNameType,
  kStrength,
  kOriginal,
  kSchema,
  kProgram,
  kMeasures,
  kReference,
  kDate,
  kCountry,
  kBirthTown,
  kBirthCountry,
  kId,
  kIdNote,
  kLine,
  kPostcode,
  kAddressCountry,
  kProperty,
  kLink,
  kNote,
  kIgnored,
};
constexpr std::array kHolds = {
    Word{"key", Holds::kKey},
    Word{"part", Holds::kPart},
    Word{"whole", Holds::kWhole},
    Word{"name-type", Holds::kNameType},
    Word{"strength", Holds::kStrength},
    Word{"original", Holds::kOriginal},
    Word{"schema", Holds::kSchema},
    Word{"program", Holds::kProgram},
    Word{"measures", Holds::kMeasures},
    Word{"reference", Holds::kReference},
    Word{"date", Holds::kDate},
    Word{"country", Holds::kCountry},
    Word{"birth-town", Holds::kBirthTown},
    Word{"birth-country", Holds::kBirthCountry},
    Word{"id", Holds::kId},
    Word{"id-note", Holds::kIdNote},
    Word{"line", Holds::kLine},
    Word{"postcode", Holds::kPostcode},
    Word{"address-country", Holds::kAddressCountry},
    Word{"property", Holds::kProperty},
    Word{"link", Holds::kLink},
    Word{"note", Holds::kNote},
    Word{"ignored", Holds::kIgnored},
};
constexpr std::array kDateKinds = {Word{"birth", DateKind::kBirth}, Word{"listed", DateKind::kListed},
                                   Word{"updated", DateKind::kUpdated}, Word{"built", DateKind::kBuilt}};
constexpr std::array kCountryKinds = {Word{"nationality", CountryKind::kNationality}, Word{"flag", CountryKind::kFlag},
                                      Word{"former_flag", CountryKind::kFormerFlag}};

struct Column {
  std::string header;
  Holds holds = Holds::kIgnored;
  std::string target;  // the FtM property or kind of link
  size_t part = 0;     // of the name, from 0
  DateKind date = DateKind::kListed;
  CountryKind country = CountryKind::kCountry;
  IdKind id = IdKind::kOther;
};

// "D.O.B" and "DOB", "IMO number" and "imo_number" are one header.
std::string folded(std::string_view header) {
  std::string out;
  for (const char c : ascii_lower(header))
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) out += c;
  return out;
}

struct Table {
  std::map<std::string, Column> by_header;  // folded
  std::vector<std::string> faults;
};

bool set_target(std::string_view target, Column& column) {
  column.target = target;
  switch (column.holds) {
    case Holds::kPart:
      column.part = target.empty() ? kParts : static_cast<size_t>(target.front() - '1');
      return column.part < kParts;
    case Holds::kDate:
      return look_up(kDateKinds, target, column.date);
    case Holds::kCountry:
      return look_up(kCountryKinds, target, column.country);
    case Holds::kId: {
      const auto kind = parse_id_kind(target);
      if (kind) column.id = *kind;
      return kind.has_value();
    }
    case Holds::kProperty:
    case Holds::kLink:
      return !target.empty();
    default:
      return target.empty();
  }
}

const Table& table() {
  static const Table kTable = [] {
    Table out;
    for_each_table_line("lists/uk_columns.tsv", [&](std::string_view line) {
      const std::string whole(line);
      Column column;
      column.header = take_field(line, '\t');
      const bool is_known = look_up(kHolds, take_field(line, '\t'), column.holds);
      const bool makes_sense = set_target(line, column) && is_known;
      if (!out.by_header.emplace(folded(column.header), std::move(column)).second || !makes_sense)
        out.faults.push_back("data/lists/uk_columns.tsv: " + whole);
    });
    return out;
  }();
  return kTable;
}

std::optional<Schema> schema_of(std::string_view text) {
  const std::string word = ascii_lower(trim(text));
  if (word == "individual") return Schema::kPerson;
  if (word == "entity") return Schema::kOrganization;
  if (word == "ship") return Schema::kVessel;
  return std::nullopt;
}

// "29-06-2012" as "29/06/2012", which is read day first.
std::string day_first(std::string_view text) {
  std::string out(trim(text));
  if (out.size() == 10 && out[2] == '-' && out[5] == '-') out[2] = out[5] = '/';
  return out;
}

// Calls `use` with each part of a field that holds several, as "(1) A (2) B", "A|B" or on lines of their own.
template <typename Use>
void each_value(std::string_view text, std::string_view marks, Use use) {
  std::string plain(text);
  for (size_t at = 0; (at = plain.find('(', at)) != std::string::npos; ++at) {
    const size_t end = plain.find_first_not_of("0123456789", at + 1);
    if (end > at + 1 && end < at + 4 && end != std::string::npos && plain[end] == ')')
      std::fill(plain.begin() + static_cast<std::ptrdiff_t>(at), plain.begin() + static_cast<std::ptrdiff_t>(end) + 1,
                '\n');
  }
  each_part(plain, marks, [&](std::string_view part) {
    use(part);
    return true;
  });
}

class UkReader {
 public:
  UkReader(const Edition& edition, Reporter& reporter) : edition_(edition), reporter_(reporter) {}

  Result<ParsedList> parse() {
    for (const InputFile* file : edition_.files) CHECK_OK(read(*file));
    list_.info.list = edition_.list;
    list_.info.authority = "United Kingdom, FCDO";
    list_.info.title = "UK Sanctions List";
    for (Party& party : parties_) {
      list_.info.names += party.builder.names_read();
      if (!party.has_primary && !party.builder.entity().names.empty())
        party.builder.entity().names.front().kind = NameKind::kPrimary;
      if (party.builder.entity().names.empty())
        reporter_.skipped("a party without a name", party.where);
      else
        list_.entities.push_back(party.builder.build());
    }
    if (list_.entities.empty())
      return fail(ErrorCode::kBadInput, "the list holds no party", {edition_.files.front()->path, 0, 0});
    resolve_links(list_.entities);
    list_.info.entities = list_.entities.size();
    return std::move(list_);
  }

 private:
  struct Party {
    EntityBuilder builder;
    Where where;
    bool has_primary = false;
  };

  Result<void> read(const InputFile& file) {
    columns_.clear();
    // A spreadsheet is an archive: its own name says more than that of its member.
    const std::string_view folder = std::string_view(file.path).substr(0, file.path.rfind('/'));
    const bool is_member = is_open_document(file.bytes) && folder.size() < file.path.size() && !folder.empty();
    name_ = is_member ? std::string(folder.substr(folder.rfind('/') + 1)) : file.name;
    list_.info.files.push_back(name_);
    CHECK_OK(for_each_sheet_row(file, reporter_, [&](SheetRow row) {
      const Where where{file.path, row.line, row.byte};
      if (columns_.empty()) return read_head(row, where);
      add_row(row, where);
      return Result<void>();
    }));
    if (columns_.empty())
      return fail(ErrorCode::kBadInput, fmt::format("no row is a header with a column \"{}\"", kKeyHeader),
                  {file.path});
    return {};
  }

  // The rows before the parties: a preamble with the day of the report, then the header.
  Result<void> read_head(const SheetRow& row, const Where& where) {
    const auto is_key = [](const std::string& cell) { return folded(cell) == folded(kKeyHeader); };
    if (std::ranges::none_of(row.cells, is_key)) {
      const std::string& first = row.cells.front();
      if (!first.starts_with(kReport))
        reporter_.skipped("a row before the header", where);
      else if (first.contains(':'))
        list_.info.published = parse_date(day_first(first.substr(first.find(':') + 1)));
      return {};
    }
    header_fields_ = std::max(row.fields, row.cells.size());
    for (const std::string& header : row.cells) {
      const auto found = table().by_header.find(folded(header));
      if (found == table().by_header.end() && !header.empty())
        reporter_.note(fmt::format("the column \"{}\" is unknown and is kept as notes", header.substr(0, 60)), where);
      Column unknown;
      unknown.header = header;
      unknown.holds = header.empty() ? Holds::kIgnored : Holds::kNote;
      columns_.push_back(found == table().by_header.end() ? unknown : found->second);
    }
    return {};
  }

  std::string_view cell(const SheetRow& row, Holds holds) const {
    for (size_t i = 0; i < columns_.size() && i < row.cells.size(); ++i)
      if (columns_[i].holds == holds) return row.cells[i];
    return {};
  }

  void add_row(const SheetRow& row, const Where& where) {
    if (row.cells.size() > columns_.size() || (row.fields != 0 && row.fields != header_fields_))
      return reporter_.skipped(fmt::format("{} fields under {} headers{}", std::max(row.fields, row.cells.size()),
                                           header_fields_, row.spans_lines ? "; is a quote missing?" : ""),
                               where);
    const std::string id(cell(row, Holds::kKey));
    if (id.empty()) return reporter_.skipped("a row without a Unique ID", where);
    if (folded(id) == folded(kKeyHeader)) return reporter_.skipped("the header again", where);
    const auto schema = schema_of(cell(row, Holds::kSchema));
    const auto [found, is_new] = index_.emplace(id, parties_.size());
    if (is_new) {
      if (!schema) reporter_.loss("the type is none of Individual, Entity, Ship; kept as a thing", where);
      parties_.push_back({EntityBuilder(edition_.list, id, schema.value_or(Schema::kThing)), where});
    }
    Party& party = parties_[found->second];
    EntityBuilder& b = party.builder;
    b.from({name_, fmt::format("line {}", row.line), row.byte});
    if (is_new) b.reference(id);
    add_name(row, where, party);
    add_address(row, b);
    add_birth_place(row, b);
    for (size_t i = 0; i < columns_.size() && i < row.cells.size(); ++i)
      if (!row.cells[i].empty())
        add_value(columns_[i], row.cells[i], i + 1 < row.cells.size() ? row.cells[i + 1] : "", b);
  }

  void add_name(const SheetRow& row, const Where& where, Party& party) {
    std::array<std::string_view, kParts> parts;
    for (size_t i = 0; i < columns_.size() && i < row.cells.size(); ++i)
      if (columns_[i].holds == Holds::kPart) parts[columns_[i].part] = row.cells[i];
    std::string given;
    for (size_t i = 0; i + 1 < kParts; ++i)
      if (!parts[i].empty()) given += fmt::format("{}{}", given.empty() ? "" : " ", parts[i]);
    const std::string_view family = parts.back();
    std::string whole(cell(row, Holds::kWhole));
    if (whole.empty())
      whole = given.empty() || family.empty() ? given + std::string(family) : fmt::format("{} {}", given, family);
    const std::string type = ascii_lower(cell(row, Holds::kNameType));
    const std::string strength = ascii_lower(cell(row, Holds::kStrength));
    const bool is_weak = strength.contains("low") || strength.contains("weak");
    const bool is_strong = strength.contains("good") || strength.contains("strong");
    const NameStrength as = is_weak ? NameStrength::kWeak : is_strong ? NameStrength::kStrong : NameStrength::kUnknown;
    const bool is_primary = type == "primary name" || (type.empty() && party.builder.entity().names.empty());
    Name* const name = party.builder.name(whole, is_primary ? NameKind::kPrimary : NameKind::kAlias, as);
    const std::string_view original = cell(row, Holds::kOriginal);
    if (name == nullptr && original.empty()) return reporter_.loss("a row without a name", where);
    party.has_primary = party.has_primary || (name != nullptr && is_primary);
    if (name != nullptr && is_person(party.builder.entity().schema) && !given.empty() && !family.empty()) {
      name->given = collapse_spaces(given);
      name->family = collapse_spaces(family);
    }
    party.builder.name(original, NameKind::kOriginal, NameStrength::kUnknown);
  }

  void add_address(const SheetRow& row, EntityBuilder& b) const {
    Address a;
    for (size_t i = 0; i < columns_.size() && i < row.cells.size(); ++i)
      if (columns_[i].holds == Holds::kLine && !row.cells[i].empty())
        a.street += fmt::format("{}{}", a.street.empty() ? "" : ", ", row.cells[i]);
    a.postal_code = cell(row, Holds::kPostcode);
    a.country = cell(row, Holds::kAddressCountry);
    b.address(std::move(a));
  }

  void add_birth_place(const SheetRow& row, EntityBuilder& b) const {
    const std::string_view town = cell(row, Holds::kBirthTown), country = cell(row, Holds::kBirthCountry);
    b.country(CountryKind::kBirthCountry, country);
    if (!town.empty()) b.property("birthPlace", country.empty() ? town : fmt::format("{}, {}", town, country));
  }

  // `next` is the field behind this one: what is said of a number stands there.
  void add_value(const Column& column, const std::string& value, const std::string& next, EntityBuilder& b) const {
    switch (column.holds) {
      case Holds::kProgram:
        return b.program(value);
      case Holds::kMeasures:
        return each_value(value, "|,\n", [&](std::string_view part) { b.measure(part); });
      case Holds::kReference:
        return b.reference(fmt::format("{} {}", column.header, value));
      case Holds::kDate:
        return each_value(value, "|\n", [&](std::string_view part) { b.date(column.date, day_first(part)); });
      case Holds::kCountry:
        return each_value(value, "|\n", [&](std::string_view part) { b.country(column.country, part); });
      case Holds::kId:
        return add_number(column, value, next, b);
      case Holds::kProperty:
        return b.property(column.target, value);
      case Holds::kLink:
        return each_value(value, "|;\n", [&](std::string_view name) {
          if (name.size() > kNameBytes) return b.property("notes", fmt::format("{}: {}", column.header, name));
          b.link(column.target, name);
        });
      case Holds::kNote:
        return b.property("notes", fmt::format("{}: {}", column.header, value));
      default:
        return;  // key, name and address were read from the row
    }
  }

  void add_number(const Column& column, const std::string& value, const std::string& next, EntityBuilder& b) const {
    const size_t at = static_cast<size_t>(&column - columns_.data());
    const bool has_note = at + 1 < columns_.size() && columns_[at + 1].holds == Holds::kIdNote;
    each_value(value, "|\n", [&](std::string_view number) {
      if (column.id == IdKind::kImo && ascii_lower(number.substr(0, 3)) == "imo") number = trim(number.substr(3));
      if (number.size() > kNumberBytes || number.find_first_of("0123456789") == std::string_view::npos)
        return b.property("notes", fmt::format("{}: {}", column.header, number));
      b.identifier(column.id, number, {}, has_note ? next : std::string_view{});
      if (column.id == IdKind::kUnReference) b.reference(number);
    });
  }

  const Edition& edition_;
  Reporter& reporter_;
  ParsedList list_;
  std::vector<Column> columns_;
  size_t header_fields_ = 0;
  std::string name_;  // of the file
  std::vector<Party> parties_;
  std::unordered_map<std::string, size_t> index_;  // Unique ID to party
};

bool has_headers(const InputFile& file) {
  const std::string_view head = std::string_view(file.bytes).substr(0, kHeadBytes);
  return head.find(kKeyHeader) != std::string_view::npos && head.find(kGroupHeader) != std::string_view::npos;
}

}  // namespace

std::vector<std::string> check_uk_columns() { return table().faults; }

bool recognize_uk_csv(const InputFile& file) {
  const std::string_view text = std::string_view(file.bytes).substr(0, kHeadBytes);
  const size_t begin = text.find_first_not_of("\xEF\xBB\xBF \t\r\n");
  return begin != std::string_view::npos && text[begin] != '<' && text[begin] != '{' && text[begin] != '[' &&
         has_headers(file);
}

bool recognize_uk_sheet(const InputFile& file) { return is_open_document(file.bytes) && has_headers(file); }

Result<ParsedList> parse_uk_list(const Edition& edition, Reporter& reporter) {
  return UkReader(edition, reporter).parse();
}

}  // namespace cordon::lists
