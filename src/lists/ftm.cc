// FollowTheMoney entities as JSON lines (OpenSanctions' entities.ftm.json). Parties become entities and keep their ids;
// what belongs to a party is attached to it once the whole file is known. Everything that has no field of its own is
// kept as a property. The files state no date of their own.
#include <fmt/format.h>
#include <tbb/info.h>
#include <tbb/parallel_pipeline.h>

#include <algorithm>
#include <atomic>
#include <memory>

#include "base/utf8.h"
#include "lists/ftm_party.h"
#include "lists/ftm_record.h"
#include "lists/list_format.h"

namespace cordon::lists {
namespace {

constexpr size_t kLinesOfRun = 128;   // parsed as one task
constexpr size_t kRunsPerThread = 4;  // at work or waiting for their turn
constexpr size_t kLinesTried = 5;     // of which the first may be damaged

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
class Authority {
 public:
  void see(const Entity& entity) {
    for (const Property& property : entity.properties) {
      if (property.name != "authority" || property.value == text_) continue;
      several_ |= !text_.empty();
      if (!several_) text_ = property.value;
    }
  }
  std::string text() const { return several_ ? "several authorities" : text_; }

 private:
  std::string text_;
  bool several_ = false;
};

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
    Authority authority;
    out.packed = parties_.build(out.info.names, skipped_, reporter_, [&](const Entity& e) { authority.see(e); });
    out.info.entities = out.size();
    out.info.authority = authority.text();
    out.info.skipped = skipped_;
    return out;
  }

 private:
  // Some lines of a file, and what they hold, which is worked out on any thread.
  struct Run {
    struct Line {
      JsonLine line;
      Result<void> good;
      std::vector<FtmRecord> records;
      std::vector<FtmParties::Slot> parties;  // of each record; empty where it is none
    };
    std::vector<Line> lines;
  };

  Result<void> read(const InputFile& file) {
    const std::string_view text = without_bom(file.bytes);
    const uint64_t bom = file.bytes.size() - text.size();
    JsonLines lines(text);
    bool any = false;
    Result<void> outcome;
    std::atomic<bool> ended = false;
    const auto where = [&](const JsonLine& line) { return Where{file.path, line.line, line.byte + bom}; };
    const auto cut = [&](tbb::flow_control& flow) {
      auto run = std::make_shared<Run>();
      JsonLine line;
      while (!ended && run->lines.size() < kLinesOfRun && lines.next(line)) run->lines.push_back({line, {}, {}, {}});
      if (run->lines.empty()) flow.stop();
      return run;
    };
    const auto parse_lines = [&](std::shared_ptr<Run> run) {
      for (Run::Line& l : run->lines) {
        const Source source{file.name, fmt::format("line {}", l.line.line), l.line.byte + bom};
        l.good = read_line(l.line.text, source, where(l.line), l.records);
        for (size_t i = 0; l.good && i < l.records.size(); ++i)
          l.parties.push_back(FtmParties::is_party(l.records[i].schema) ? parties_.read(l.records[i])
                                                                        : FtmParties::Slot{});
      }
      return run;
    };
    const auto take = [&](const std::shared_ptr<Run>& run) {
      for (Run::Line& l : run->lines) {
        if (!outcome) return;
        if (l.good) {
          any = true;
          for (size_t i = 0; i < l.records.size(); ++i) add(std::move(l.records[i]), std::move(l.parties[i]));
          continue;
        }
        const bool last = l.line.byte + l.line.text.size() >= text.size();
        if (last && looks_like_object(l.line.text) && !trim(l.line.text).ends_with('}')) {
          outcome = fail(ErrorCode::kBadInput, "the file is cut off in its last record", where(l.line));
          ended = true;
          return;
        }
        ++skipped_;
        reporter_.skipped(l.good.error().message, l.good.error().where);
      }
    };
    tbb::parallel_pipeline(
        kRunsPerThread * static_cast<size_t>(std::max(1, tbb::info::default_concurrency())),
        tbb::make_filter<void, std::shared_ptr<Run>>(tbb::filter_mode::serial_in_order, cut) &
            tbb::make_filter<std::shared_ptr<Run>, std::shared_ptr<Run>>(tbb::filter_mode::parallel, parse_lines) &
            tbb::make_filter<std::shared_ptr<Run>, void>(tbb::filter_mode::serial_in_order, take));
    CHECK_OK(outcome);
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

  void add(FtmRecord record, FtmParties::Slot party) {
    if (FtmParties::is_party(record.schema)) {
      parties_.add_party(record, std::move(party));
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
