// Tables and JSON lines of an evaluation; see eval_report.h.
#include "cli/eval_report.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "cli/reason.h"
#include "cli/share_text.h"
#include "cli/text_table.h"

namespace cordon::cli {
namespace {

using Json = nlohmann::ordered_json;
using screen::RowGroup;

std::string group_text(const RowGroup& group) {
  return group.by.empty() ? "all" : printable(fmt::format("{} {}", group.by, group.value));
}

std::string recall_table(const EvalReport& report, Points at, const Look& look) {
  std::vector<TextTable::Column> columns = {{"group"}, {"rows", Align::kRight}};
  for (const size_t k : report.ranks) columns.push_back({fmt::format("recall@{}", k), Align::kRight});
  columns.push_back({"missed", Align::kRight});
  TextTable table(std::move(columns));
  for (const RowGroup& group : report.found.groups()) {
    screen::Share share;
    std::vector<std::string> recalls;
    for (const size_t k : report.ranks) {
      share = report.found.recall(group, k, at);
      recalls.push_back(share_text(share));
    }
    std::vector<std::string> cells = {group_text(group), grouped(share.whole)};
    cells.insert(cells.end(), recalls.begin(), recalls.end());
    cells.push_back(grouped(share.whole - share.part));
    table.append(std::move(cells), group.by.empty() ? Colour::kBold : Colour::kNone);
  }
  return table.text(look);
}

std::string negatives_text(const EvalReport& report, const Look& look) {
  std::string out = fmt::format("\n{}: {} subjects of whom none is listed", printable(report.negatives_source, look),
                                grouped(report.found.negatives.size()));
  if (report.unusable_negatives > 0)
    out += fmt::format("; {} could not be screened", grouped(report.unusable_negatives));
  out += fmt::format("\nstopped at threshold {}\n\n", score_text(report.profile.threshold));
  TextTable table({{"group"}, {"rows", Align::kRight}, {"stopped", Align::kRight}, {"alert rate", Align::kRight}});
  for (const RowGroup& group : report.found.negative_groups()) {
    const screen::Share share = report.found.hit_rate(group, report.profile.threshold);
    table.append({group_text(group), grouped(share.whole), grouped(share.part), share_text(share)},
                 group.by.empty() ? Colour::kBold : Colour::kNone);
  }
  return out + table.text(look);
}

std::string rate_text(const EvalReport& report, const EvalReport::Rate& rate, const Look& look) {
  const std::string wanted = fmt::format("{:g}", rate.wanted / 1e4);
  const screen::Share passed = report.found.hit_rate({}, rate.at);
  if (rate.is_under_floor) {
    return fmt::format(
        "\nrecall at a hit rate of {} %: only {} of the negatives score {} or more,\nso recall is that at {}; a lower "
        "--floor may find more\n\n{}",
        wanted, share_text(passed), exact_score_text(report.floor), exact_score_text(report.floor),
        recall_table(report, rate.at, look));
  }
  return fmt::format("\nrecall at a hit rate of {} %: over {}, which {} of the negatives pass\n\n{}", wanted,
                     exact_score_text(rate.at - 1), share_text(passed), recall_table(report, rate.at, look));
}

Json group_json(std::string_view type, const RowGroup& group) {
  Json out = {{"type", type}, {"by", group.by.empty() ? "all" : group.by}};
  out["value"] = group.by.empty() ? Json(nullptr) : Json(group.value);
  return out;
}

std::string line_of(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n"; }

double score(Points points) { return points / static_cast<double>(kPointsOne); }

// One line for each group at one operating point; `rate` is null for the threshold.
std::string recall_lines(const EvalReport& report, Points at, const Json& rate) {
  std::string out;
  for (const RowGroup& group : report.found.groups()) {
    Json line = group_json("recall", group);
    line["hit_rate"] = rate;
    line["score"] = score(at);  // a row counts when its party scores this or more
    for (const size_t k : report.ranks)
      line[fmt::format("recall@{}", k)] = share_json(report.found.recall(group, k, at));
    out += line_of(line);
  }
  return out;
}

}  // namespace

std::string eval_text(const EvalReport& report, const Look& look) {
  std::string out = fmt::format("{}: {} rows", printable(report.source, look), grouped(report.found.rows.size()));
  if (report.unusable > 0) out += fmt::format("; {} more could not be used", grouped(report.unusable));
  out +=
      fmt::format("\nsnapshot {}: {} parties, {} list{} · profile {}\nrecall at threshold {}\n\n",
                  report.snapshot_hash.substr(0, 12), grouped(report.parties), report.lists,
                  report.lists == 1 ? "" : "s", printable(report.profile.name), score_text(report.profile.threshold));
  out += recall_table(report, report.profile.threshold, look);
  if (!report.negatives_source.empty()) out += negatives_text(report, look);
  for (const EvalReport::Rate& rate : report.rates) out += rate_text(report, rate, look);
  return out +
         "\nBounds are 95 % (Wilson) and take rows for independent: several rows about one party make\nthem look "
         "narrower than they are.\n";
}

std::string eval_jsonl(const EvalReport& report) {
  Json input = {{"type", "input"},
                {"source", report.source},
                {"rows", report.found.rows.size()},
                {"unusable", report.unusable},
                {"negatives", report.found.negatives.size()},
                {"unusable_negatives", report.unusable_negatives},
                {"snapshot", report.snapshot_hash},
                {"profile", {{"name", report.profile.name}, {"hash", report.profile.hash}}}};
  std::string out = line_of(input) + recall_lines(report, report.profile.threshold, nullptr);
  if (report.negatives_source.empty()) return out;
  for (const RowGroup& group : report.found.negative_groups()) {
    Json line = group_json("alert_rate", group);
    line["score"] = score(report.profile.threshold);
    line["alert_rate"] = share_json(report.found.hit_rate(group, report.profile.threshold));
    out += line_of(line);
  }
  for (const EvalReport::Rate& rate : report.rates) {
    out += recall_lines(report, rate.at,
                        {{"wanted", static_cast<double>(rate.wanted) / screen::kAll},
                         {"under_floor", rate.is_under_floor},
                         {"found", share_json(report.found.hit_rate({}, rate.at))}});
  }
  return out;
}

}  // namespace cordon::cli
