// FollowTheMoney entities as JSON lines (OpenSanctions' entities.ftm.json). Parties become entities and keep their ids;
// what belongs to a party is attached to it once the whole file is known. Everything that has no field of its own is
// kept as a property. The files state no date of their own.
#include <fmt/format.h>

#include "base/utf8.h"
#include "lists/ftm_party.h"
#include "lists/ftm_record.h"
#include "lists/list_format.h"

namespace cordon::lists {
namespace {

constexpr size_t kLinesTried = 5;  // of which the first may be damaged

bool looks_like_object(std::string_view line) { return trim(line).starts_with('{'); }

// Returns the data sets of a line. The array behind the line's only "datasets" is parsed alone; where that word stands
// elsewhere too, the line is parsed whole.
std::vector<std::string> datasets_of(std::string_view line) {
  constexpr std::string_view kKey = "\"datasets\"";
  const size_t key = line.find(kKey);
  if (key == std::string_view::npos) return {};
  if (line.find(kKey, key + 1) == std::string_view::npos && key > 0 && line[key - 1] != '\\') {
    const size_t open = line.find_first_not_of(" \t:", key + kKey.size());
    const size_t close = open == std::string_view::npos ? open : line.find(']', open);
    if (close != std::string_view::npos && line[open] == '[') {
      if (const auto array = parse_json(line.substr(open, close - open + 1))) return array->strings();
    }
  }
  const auto json = parse_json(line);
  const JsonValue* datasets = json ? json->find("datasets") : nullptr;
  return datasets == nullptr ? std::vector<std::string>{} : datasets->strings();
}

std::string_view without_bom(std::string_view bytes) {
  return bytes.starts_with("\xEF\xBB\xBF") ? bytes.substr(3) : bytes;
}

// The authority that every sanction of the list names, or that there are several.
std::string authority_of(const std::vector<Entity>& entities) {
  std::string_view only;
  for (const Entity& entity : entities)
    for (const Property& property : entity.properties) {
      if (property.name != "authority" || property.value == only) continue;
      if (!only.empty()) return "several authorities";
      only = property.value;
    }
  return std::string(only);
}

class FtmParser {
 public:
  FtmParser(const Edition& edition, Reporter& reporter)
      : edition_(edition), reporter_(reporter), parties_(edition.list) {}

  Result<ParsedList> parse() {
    for (const InputFile* file : edition_.files) CHECK_OK(read(*file));
    skipped_ += parties_.attach(reporter_);
    ParsedList out;
    out.info.list = out.info.title = edition_.list;
    for (const InputFile* file : edition_.files) out.info.files.push_back(file->name);
    out.entities = parties_.build(out.info.names, skipped_, reporter_);
    out.info.entities = out.entities.size();
    out.info.authority = authority_of(out.entities);
    out.info.skipped = skipped_;
    return out;
  }

 private:
  Result<void> read(const InputFile& file) {
    const std::string_view text = without_bom(file.bytes);
    const uint64_t bom = file.bytes.size() - text.size();
    JsonLines lines(text);
    JsonLine line;
    std::vector<FtmRecord> records;
    bool any = false;
    while (lines.next(line)) {
      Where where{file.path, line.line, line.byte + bom};
      const Source source{file.name, fmt::format("line {}", line.line), where.byte};
      records.clear();
      const auto good = read_line(line.text, source, where, records);
      if (good) {
        any = true;
        for (FtmRecord& record : records) add(std::move(record));
        continue;
      }
      const bool last = line.byte + line.text.size() >= text.size();
      if (last && looks_like_object(line.text) && !trim(line.text).ends_with('}'))
        return fail(ErrorCode::kBadInput, "the file is cut off in its last record", where);
      ++skipped_;
      reporter_.skipped(good.error().message, good.error().where);
    }
    if (!any) return fail(ErrorCode::kBadInput, "no FollowTheMoney entity in this file", {file.path, 0, 0});
    return {};
  }

  static Result<void> read_line(std::string_view text, const Source& source, const Where& where,
                                std::vector<FtmRecord>& records) {
    const auto json = parse_json(text);
    if (!json) {
      Where at = where;
      at.byte += json.error().where.byte;
      return fail(json.error().code, json.error().message, at);
    }
    return read_ftm_record(*json, source, where, records);
  }

  void add(FtmRecord record) {
    if (FtmParties::is_party(record.schema)) {
      parties_.add_party(record);
    } else {
      parties_.add_attachment(std::move(record));
    }
  }

  const Edition& edition_;
  Reporter& reporter_;
  FtmParties parties_;
  uint64_t skipped_ = 0;
};

}  // namespace

bool recognize_ftm(const InputFile& file) {
  JsonLines lines(without_bom(file.bytes));
  JsonLine line;
  std::vector<FtmRecord> records;
  for (size_t i = 0; i < kLinesTried && lines.next(line); ++i) {
    if (!looks_like_object(line.text)) return false;
    const auto json = parse_json(line.text);
    if (json && read_ftm_record(*json, {}, {}, records)) return true;
  }
  return false;
}

std::string identify_ftm(const InputFile& file, std::string_view given) {
  if (!given.empty()) return std::string(given);
  const std::string by_name = file.name.substr(0, file.name.find('.'));
  JsonLines lines(without_bom(file.bytes));
  JsonLine line;
  std::string single;
  while (lines.next(line)) {
    const std::vector<std::string> datasets = datasets_of(line.text);
    if (datasets.size() != 1 && !parse_json(line.text)) continue;  // no record
    if (datasets.size() != 1) return by_name;
    if (single.empty()) single = datasets.front();
    if (single.empty() || single != datasets.front()) return by_name;
  }
  return single.empty() ? by_name : single;
}

Result<ParsedList> parse_ftm(const Edition& edition, Reporter& reporter) {
  return FtmParser(edition, reporter).parse();
}

}  // namespace cordon::lists
