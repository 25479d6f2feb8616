#include "screen/structure_joins.h"

#include <map>

#include "base/table.h"
#include "screen/compare.h"

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

std::optional<Day> listed_on(const Entity& entity) {
  std::optional<Day> out;
  for (const DateStatement& date : entity.dates)
    if (date.kind == DateKind::kListed && date.span.precision == DatePrecision::kDay)
      out = out ? std::min(*out, date.span.low) : date.span.low;
  return out;
}

}  // namespace

Result<std::vector<StructureJoin>> join_structure(const graph::Structure& structure, const Screener& screener,
                                                  const std::set<graph::PartyId>& revoked,
                                                  const std::vector<std::string>& all_rules) {
  std::vector<StructureJoin> out;
  for (graph::PartyId party = 0; party < structure.parties(); ++party) {
    if (revoked.contains(party)) continue;
    const Screening answer = screener.screen(named(structure.name(party), Schema::kThing));
    for (const Hit& hit : answer.hits) {
      StructureJoin join;
      join.party = party;
      join.hit = hit;
      const auto rules = rules_of_lists().find(hit.list);
      join.rules =
          rules != rules_of_lists().end() ? rules->second : std::set<std::string>(all_rules.begin(), all_rules.end());
      if (const auto number = screener.snapshot().find(hit.entity_id)) {
        TRY(const Entity entity, screener.snapshot().entity(*number));
        join.listed_on = listed_on(entity);
      }
      out.push_back(std::move(join));
    }
  }
  return out;
}

}  // namespace cordon::screen
