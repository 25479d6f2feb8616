#include "screen/listing.h"

#include <algorithm>
#include <map>
#include <vector>

#include "base/table.h"
#include "graph/rules.h"

namespace cordon::screen {
namespace {

using RulesOfList = std::map<std::string, std::set<std::string>, std::less<>>;

const RulesOfList& rules_of_lists() {
  static const RulesOfList table = [] {
    RulesOfList out;
    for_each_table_line("ownership/lists.tsv", [&](std::string_view line) {
      std::set<std::string>& rules = out[std::string(take_field(line, '\t'))];
      each_part(line, ",", [&](std::string_view rule) { return rules.emplace(rule).second; });
    });
    return out;
  }();
  return table;
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
  if (const auto rules = rules_of_lists().find(entity.list); rules != rules_of_lists().end()) return rules->second;
  const std::vector<std::string> all = graph::rule_ids();
  return {all.begin(), all.end()};
}

std::optional<Day> listed_on(const Entity& entity) {
  std::optional<Day> out;
  for (const DateStatement& date : entity.dates)
    if (date.kind == DateKind::kListed && date.span.precision == DatePrecision::kDay)
      out = out ? std::min(*out, date.span.low) : date.span.low;
  return out;
}

}  // namespace cordon::screen
