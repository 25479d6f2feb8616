#include "screen/listing.h"

#include <algorithm>
#include <map>
#include <vector>

#include "base/table.h"
#include "base/utf8.h"
#include "graph/rules.h"

namespace cordon::screen {
namespace {

// A row of data/ownership/lists.tsv.
struct RulesOfList {
  std::vector<std::string> rules;
  std::string measure;  // in small letters
  bool where_unstated = false;

  bool holds(const Entity& entity) const {
    if (measure.empty() || (where_unstated && entity.measures.empty())) return true;
    return std::ranges::any_of(entity.measures,
                               [&](const Mention& m) { return ascii_lower(m.value).contains(measure); });
  }
};

const std::multimap<std::string, RulesOfList, std::less<>>& rules_of_lists() {
  static const auto kTable = [] {
    std::multimap<std::string, RulesOfList, std::less<>> out;
    for_each_table_line("ownership/lists.tsv", [&](std::string_view line) {
      std::string list(take_field(line, '\t'));
      RulesOfList row;
      each_part(take_field(line, '\t'), ",", [&](std::string_view rule) {
        row.rules.emplace_back(rule);
        return true;
      });
      row.where_unstated = line.starts_with('?');
      row.measure = ascii_lower(line.substr(row.where_unstated ? 1 : 0));
      out.emplace(std::move(list), std::move(row));
    });
    return out;
  }();
  return kTable;
}

// Is a party of a list listed, or there for its links only?
bool is_listed_party(const Entity& entity, const graph::StoredLinks& links, std::span<const ListInfo> lists) {
  const auto list = std::ranges::find(lists, entity.list, &ListInfo::list);
  const auto index = static_cast<size_t>(list - lists.begin());
  return index >= links.lists() || !links.marks_listed(index) || graph::is_marked_listed(entity);
}

}  // namespace

std::set<std::string> rules_of_party(const Entity& entity, const graph::StoredLinks& links,
                                     std::span<const ListInfo> lists) {
  if (!is_listed_party(entity, links, lists)) return {};
  const auto [begin, end] = rules_of_lists().equal_range(entity.list);
  if (begin == end) {
    const std::vector<std::string> all = graph::rule_ids();
    return {all.begin(), all.end()};
  }
  std::set<std::string> out;
  for (auto row = begin; row != end; ++row)
    if (row->second.holds(entity)) out.insert(row->second.rules.begin(), row->second.rules.end());
  return out;
}

std::optional<Day> listed_on(const Entity& entity) {
  std::optional<Day> out;
  for (const DateStatement& date : entity.dates)
    if (date.kind == DateKind::kListed && date.span.precision == DatePrecision::kDay)
      out = out ? std::min(*out, date.span.low) : date.span.low;
  return out;
}

}  // namespace cordon::screen
