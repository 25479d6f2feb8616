// Lists of one's own: a CSV whose header, or JSON lines whose keys, are recognised as a customer's are. Each row is a
// party NAME:ID; rows of one id are one party. Columns that are not recognised are noted once and kept as properties.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <unordered_map>

#include "base/utf8.h"
#include "lists/list_format.h"
#include "lists/own_record.h"
#include "lists/raw_offset.h"
#include "syntax/csv.h"
#include "syntax/json.h"
#include "syntax/text_encoding.h"

namespace cordon::lists {
namespace {

constexpr size_t kHeadersNoted = 200;
constexpr size_t kColumnsOfRows = 3;  // from which a line with as many separators is no chance
constexpr size_t kHeaderBytes = 120;  // a header is kept with every value under it

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
      const bool json = trim(std::string_view(decoded.text).substr(0, 4096)).starts_with('{');
      CHECK_OK(json ? read_json(*file, decoded.text, raw) : read_csv(*file, decoded.text, raw));
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
  struct Loss {
    uint64_t count = 0;
    Where first;
  };

  Header header(std::string_view text, const Where& where) {
    Header h{beginning(trim(text)), recognize_column(text.substr(0, kHeaderBytes))};
    const bool unknown = !h.column && !h.text.empty();
    if (unknown && noted_.size() < kHeadersNoted && noted_.emplace(h.text, true).second)
      reporter_.note(fmt::format("column \"{}\" is not recognised; its values are kept as a property", h.text), where);
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
    Entity entity = record.finish(out_.info.names);
    const auto [it, is_new] = index_.emplace(entity.id, out_.entities.size());
    if (is_new) {
      out_.entities.push_back(std::move(entity));
    } else {
      merge_entity(out_.entities[it->second], std::move(entity));
    }
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
      headers.push_back(header(field, {file.path, first->line, 0}));
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
    OwnRecord record(edition_.list, std::to_string(row.line),
                     {file.name, fmt::format("line {}", row.line), where.byte});
    for (size_t i = 0; i < std::min(headers.size(), row.fields.size()); ++i)
      add_value(headers[i], row.fields[i], where, record);
    finish(record, where);
    return {};
  }

  Result<void> read_json(const InputFile& file, std::string_view text, RawOffset& raw) {
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
      OwnRecord record(edition_.list, std::to_string(line.line),
                       {file.name, fmt::format("line {}", line.line), where.byte});
      add_members(*json, {}, where, record);
      finish(record, where);
    }
    return {};
  }

  // {"address": {"city": …}} counts as "address city"; FtM's "properties" as if they stood in the record itself.
  void add_members(const JsonValue& object, const std::string& prefix, const Where& where, OwnRecord& record) {
    for (const auto& [key, value] : object.members) {
      const std::string name = prefix.empty() || prefix.size() + key.size() > kHeaderBytes ? key : prefix + " " + key;
      if (value.kind == JsonValue::Kind::kObject) {
        add_members(value, key == "properties" && prefix.empty() ? std::string{} : name, where, record);
        continue;
      }
      auto it = keys_.find(name);
      if (it == keys_.end()) it = keys_.emplace(name, header(name, where)).first;
      for (const std::string& text : value.strings()) add_value(it->second, text, where, record);
      for (const JsonValue& item : value.items)
        if (item.kind == JsonValue::Kind::kObject) add_members(item, name, where, record);
    }
  }

  const Edition& edition_;
  Reporter& reporter_;
  ParsedList out_;
  std::unordered_map<std::string, size_t> index_;  // id to entity
  std::map<std::string, bool> noted_;
  std::unordered_map<std::string, Header> keys_;
  std::map<std::string, Loss> losses_;
};

}  // namespace

Result<ParsedList> parse_own_table(const Edition& edition, Reporter& reporter) {
  return OwnTableParser(edition, reporter).parse();
}

}  // namespace cordon::lists
