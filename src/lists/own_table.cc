// Lists of one's own: a CSV whose header, or JSON lines whose keys, are recognised as a customer's are. Each row is a
// party NAME:ID; rows of one id are one party, a row without an id is one of its own, NAME:FILE#LINE. Columns that are
// not recognised are noted once and kept as properties.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

#include "base/utf8.h"
#include "lists/list_format.h"
#include "lists/own_record.h"
#include "lists/raw_offset.h"
#include "syntax/csv.h"
#include "syntax/json.h"
#include "syntax/json_items.h"
#include "syntax/text_encoding.h"

namespace cordon::lists {
namespace {

constexpr size_t kHeadersNoted = 200;  // by name; the others are counted
constexpr size_t kColumnsOfRows = 3;   // from which a line with as many separators is no chance
constexpr size_t kHeaderBytes = 120;   // a header is kept with every value under it

bool is_name_field(Field f) {
  return f == Field::kName || f == Field::kFirstName || f == Field::kLastName || f == Field::kAlias ||
         f == Field::kIdentifier;
}

// The first bytes of a text, cut between characters.
std::string beginning(std::string_view t) {
  size_t end = std::min(t.size(), kHeaderBytes);
  while (end > 0 && end < t.size() && (static_cast<uint8_t>(t[end]) & 0xC0) == 0x80) --end;
  return std::string(t.substr(0, end));
}

struct Header {
  std::string text;
  std::optional<Column> column;
};

class OwnTableParser {
 public:
  OwnTableParser(const Edition& edition, Reporter& reporter) : edition_(edition), reporter_(reporter) {}

  Result<ParsedList> parse() {
    for (const InputFile* file : edition_.files) {
      const DecodedText decoded = decode_text(file->bytes);
      if (decoded.replaced > 0)
        reporter_.loss(fmt::format("{} damaged characters were read as U+FFFD", decoded.replaced), {file->path, 0, 0});
      RawOffset raw(file->bytes, decoded);
      CHECK_OK(read_file(*file, decoded.text, raw));
      note_file(*file);
      out_.info.files.push_back(file->name);
    }
    const std::string path = edition_.files.empty() ? std::string{} : edition_.files.front()->path;
    if (out_.entities.empty()) return fail(ErrorCode::kBadInput, "no row with a name", {path, 0, 0});
    for (const auto& [message, loss] : losses_)
      reporter_.loss(loss.count == 1 ? message : fmt::format("{} ({} times)", message, loss.count), loss.first);
    resolve_links(out_.entities);
    out_.info.list = out_.info.title = edition_.list;
    out_.info.entities = out_.entities.size();
    return std::move(out_);
  }

 private:
  Result<void> read_file(const InputFile& file, std::string_view text, RawOffset& raw) {
    const size_t begin = skip_json_blanks(text, 0);
    const std::string_view body = text.substr(begin);
    if (body.starts_with('{'))
      return has_json_lines(text) ? read_json_lines(file, text, raw) : read_json_items(file, text, raw);
    const size_t item = skip_json_blanks(body, 1);
    const bool array =
        body.starts_with('[') && item < body.size() && (body[item] == ']' || opens_json_object(body.substr(item)));
    return array ? read_json_items(file, text, raw) : read_csv(file, text, raw);
  }

  // What is said once a file: columns that are no usual ones, rows that have no id.
  void note_file(const InputFile& file) {
    if (!unknown_.empty()) {
      const std::string more = unknown_more_ > 0 ? fmt::format(" and {} more", unknown_more_) : "";
      const bool one = unknown_.size() == 1;
      reporter_.note(fmt::format("{} {}{} {} not recognised; {} values are kept as {}", one ? "column" : "columns",
                                 fmt::join(unknown_, ", "), more, one ? "is" : "are", one ? "its" : "their",
                                 one ? "a property" : "properties"),
                     {file.path, 0, 0});
    }
    if (without_id_ > 0) {
      reporter_.note(fmt::format("{} without an id; each is a party of its own, {}:{}#LINE",
                                 without_id_ == 1 ? "1 row is" : fmt::format("{} rows are", without_id_), edition_.list,
                                 tag_of(file)),
                     {file.path, 0, 0});
    }
    unknown_.clear();
    unknown_more_ = without_id_ = 0;
  }

  // The file's name, or its path where another file of the list bears the same name.
  std::string tag_of(const InputFile& file) const {
    const auto same = [&](const InputFile* other) { return other->name == file.name; };
    return std::ranges::count_if(edition_.files, same) > 1 ? file.path : file.name;
  }

  struct Loss {
    uint64_t count = 0;
    Where first;
  };

  Header header(std::string_view text) {
    Header h{beginning(trim(text)), recognize_column(text.substr(0, kHeaderBytes))};
    if (h.column || h.text.empty() || !noted_.insert(h.text).second) return h;
    if (unknown_.size() < kHeadersNoted) {
      unknown_.push_back(fmt::format("\"{}\"", h.text));
    } else {
      ++unknown_more_;
    }
    return h;
  }

  void add_value(const Header& h, std::string_view value, const Where& where, OwnRecord& record) {
    if (!h.column || h.column->field == Field::kIgnored)
      return record.add_unknown(h.text.empty() ? "notes" : h.text, value);
    if (record.add(*h.column, h.text, value)) return;
    Loss& loss = losses_[fmt::format("column \"{}\": a value could not be read and is kept as it is", h.text)];
    if (loss.count++ == 0) loss.first = where;
  }

  void skip(std::string why, Where where) {
    ++out_.info.skipped;
    reporter_.skipped(std::move(why), std::move(where));
  }

  void finish(OwnRecord& record, const Where& where) {
    if (!record.names_a_party()) return skip("no name and no identifier", where);
    const bool has_id = record.has_id();
    without_id_ += !has_id;
    Entity entity = record.finish(out_.info.names);
    const auto known = index_.find(entity.id);
    if (known == index_.end()) {
      index_.emplace(entity.id, Row{out_.entities.size(), has_id});
      out_.entities.push_back(std::move(entity));
    } else if (has_id && known->second.has_id) {
      merge_entity(out_.entities[known->second.entity], std::move(entity));
    } else {
      skip("the id is that of a row without one", where);
    }
  }

  // The id of a row that has none: no other row's, so that it is merged with nothing.
  std::string id_of_row(const InputFile& file, uint64_t number) const {
    const std::string id = collapse_spaces(fmt::format("{}#{}", tag_of(file), number));
    std::string out = id;
    for (size_t n = 2; index_.contains(fmt::format("{}:{}", edition_.list, out)); ++n)
      out = fmt::format("{}.{}", id, n);
    return out;
  }

  static std::unexpected<Error> cut_off(Where where) {
    return fail(ErrorCode::kBadInput, "the file is cut off in its last record", std::move(where));
  }

  Result<void> read_csv(const InputFile& file, std::string_view text, RawOffset& raw) {
    CsvReader reader(text, file.path);
    TRY(const std::optional<CsvRow> first, reader.next());
    if (!first) return fail(ErrorCode::kBadInput, "the file is empty", {file.path, 0, 0});
    std::vector<Header> headers;
    bool names = false;
    for (const std::string& field : first->fields) {
      headers.push_back(header(field));
      names = names || (headers.back().column && is_name_field(headers.back().column->field));
    }
    if (!names)
      return fail(ErrorCode::kBadInput, "no column of the header holds names or identifiers",
                  {file.path, first->line, 0});
    while (true) {
      const uint64_t start = reader.position();
      auto row = reader.next();
      if (!row) {
        const Where where{file.path, row.error().where.record, raw.at(start)};
        if (reader.position() >= text.size() && !text.ends_with('\n')) return cut_off(where);
        skip(row.error().message, where);
        continue;
      }
      if (!*row) return {};
      const auto has_rows = [&](const std::string& field) {
        return holds_row_like_line(field, headers.size(), reader.separator());
      };
      if (headers.size() >= kColumnsOfRows && std::ranges::any_of((*row)->fields, has_rows))
        reporter_.loss("a field holds lines that look like rows; is a quote missing?", {file.path, (*row)->line, 0});
      CHECK_OK(add_row(**row, headers, file, raw, reader.row_ended()));
    }
  }

  Result<void> add_row(const CsvRow& row, const std::vector<Header>& headers, const InputFile& file, RawOffset& raw,
                       bool ended) {
    const Where where{file.path, row.line, raw.at(row.byte)};
    if (row.fields.size() < headers.size() && !ended) return cut_off(where);
    for (size_t i = headers.size(); i < row.fields.size(); ++i) {
      if (trim(row.fields[i]).empty()) continue;
      skip(fmt::format("{} fields where the header has {}", row.fields.size(), headers.size()), where);
      return {};
    }
    const auto is_blank = [](const std::string& field) { return trim(field).empty(); };
    if (std::ranges::all_of(row.fields, is_blank)) return {};
    OwnRecord record(edition_.list, id_of_row(file, row.line),
                     {file.name, fmt::format("line {}", row.line), where.byte});
    for (size_t i = 0; i < std::min(headers.size(), row.fields.size()); ++i)
      add_value(headers[i], row.fields[i], where, record);
    finish(record, where);
    return {};
  }

  Result<void> read_json_lines(const InputFile& file, std::string_view text, RawOffset& raw) {
    JsonLines lines(text);
    JsonLine line;
    while (lines.next(line)) {
      const Where where{file.path, line.line, raw.at(line.byte)};
      const auto json = parse_json(line.text);
      if (!json || json->kind != JsonValue::Kind::kObject) {
        const bool last = line.byte + line.text.size() >= text.size();
        if (!json && last && !trim(line.text).ends_with('}')) return cut_off(where);
        skip(json ? "no JSON object" : json.error().message, where);
        continue;
      }
      read_object(*json, file, line.line, where);
    }
    return {};
  }

  // An array, or objects over several lines each.
  Result<void> read_json_items(const InputFile& file, std::string_view text, RawOffset& raw) {
    JsonItems items(text);
    uint64_t number = 0;
    for (JsonLine item; items.next(item);) {
      ++number;
      const Where where{file.path, item.line, raw.at(item.byte)};
      const auto json = parse_json(item.text);
      if (json && json->kind == JsonValue::Kind::kObject) {
        read_object(*json, file, number, where);
        continue;
      }
      if (!json) items.resume_within(item);
      const bool open = items.in_array() || !trim(item.text).ends_with('}');
      if (!json && open && items.position() >= text.size()) return cut_off(where);
      skip(json ? "no JSON object" : json.error().message, where);
    }
    if (items.in_array())
      return fail(ErrorCode::kBadInput, "the array is not closed; the file is cut off",
                  {file.path, 0, file.bytes.size()});
    return {};
  }

  // `number` is that of the line or, of items, the item.
  void read_object(const JsonValue& json, const InputFile& file, uint64_t number, const Where& where) {
    OwnRecord record(edition_.list, id_of_row(file, number),
                     {file.name, fmt::format("line {}", where.record), where.byte});
    add_members(json, {}, record, where);
    finish(record, where);
  }

  // {"address": {"city": …}} counts as "address city"; FtM's "properties" as if they stood in the record itself.
  void add_members(const JsonValue& object, const std::string& prefix, OwnRecord& record, const Where& where) {
    for (const auto& [key, value] : object.members) {
      const std::string name = prefix.empty() || prefix.size() + key.size() > kHeaderBytes ? key : prefix + " " + key;
      if (value.kind == JsonValue::Kind::kObject) {
        add_members(value, key == "properties" && prefix.empty() ? std::string{} : name, record, where);
        continue;
      }
      auto it = keys_.find(name);
      if (it == keys_.end()) it = keys_.emplace(name, header(name)).first;
      for (const std::string& text : value.strings()) add_value(it->second, text, where, record);
      for (const JsonValue& item : value.items)
        if (item.kind == JsonValue::Kind::kObject) add_members(item, name, record, where);
    }
  }

  const Edition& edition_;
  Reporter& reporter_;
  ParsedList out_;
  struct Row {
    size_t entity;
    bool has_id;
  };
  std::unordered_map<std::string, Row> index_;  // by id
  std::set<std::string> noted_;                 // headers that are no usual ones
  std::vector<std::string> unknown_;            // those of this file, quoted
  uint64_t unknown_more_ = 0;
  uint64_t without_id_ = 0;
  std::unordered_map<std::string, Header> keys_;
  std::map<std::string, Loss> losses_;
};

}  // namespace

Result<ParsedList> parse_own_table(const Edition& edition, Reporter& reporter) {
  return OwnTableParser(edition, reporter).parse();
}

}  // namespace cordon::lists
