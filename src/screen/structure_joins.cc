#include "screen/structure_joins.h"

#include "screen/compare.h"
#include "screen/listing.h"

namespace cordon::screen {

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
      join.rules = rules_of_list(hit.list, all_rules);
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
