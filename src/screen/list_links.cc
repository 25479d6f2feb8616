#include "screen/list_links.h"

#include <fmt/format.h>

#include <numeric>

#include "graph/stored_links.h"
#include "screen/listing.h"

namespace cordon::screen {
namespace {

using graph::PartyId;
using graph::StoredLinks;
using graph::Structure;

// The parties of `links` whose links are wanted.
std::vector<StoredLinks::Party> wanted_of(const StoredLinks& links, const KnownParties& known,
                                          const std::map<StoredLinks::Party, PartyId>& named, ListScope scope) {
  std::vector<StoredLinks::Party> out;
  if (scope == ListScope::kAll) {
    out.resize(links.parties());
    std::iota(out.begin(), out.end(), StoredLinks::Party{0});
    return out;
  }
  for (const auto& [number, party] : known)
    if (const auto at = links.party(number)) out.push_back(*at);
  for (const auto& [at, party] : named) out.push_back(at);
  return links.behind(out);
}

std::string free_name(const Structure& structure, const Entity& entity) {
  const bool is_free = !entity.caption.empty() && !structure.find(entity.caption);
  return is_free ? entity.caption : fmt::format("{} ({})", entity.caption, entity.id);
}

// A name that a list mentions is no party of the structure that is called the same.
std::string free_name(const Structure& structure, std::string_view mentioned) {
  return structure.find(mentioned) ? fmt::format("{} (named by a list)", mentioned) : std::string(mentioned);
}

}  // namespace

KnownParties known_by_joins(const Snapshot& snapshot, std::span<const StructureJoin> joins) {
  std::map<uint32_t, const StructureJoin*> best;
  for (const StructureJoin& join : joins) {
    const auto number = snapshot.find(join.hit.entity_id);
    if (!number || !join.is_certain()) continue;
    const StructureJoin*& known = best[*number];
    if (known == nullptr || known->hit.score < join.hit.score) known = &join;
  }
  KnownParties out;
  for (const auto& [number, join] : best) out.emplace(number, join->party);
  return out;
}

Result<std::vector<ListParty>> add_list_links(const Snapshot& snapshot, const StoredLinks& links, const Asked& asked,
                                              ListScope scope, Structure& structure) {
  const KnownParties& known = asked.by_number;
  std::map<StoredLinks::Party, PartyId> named;
  for (const PartyId party : asked.by_name)
    if (const auto at = links.named(structure.name(party))) named.emplace(*at, party);
  std::vector<ListParty> out;
  const auto add = [&](uint32_t number) -> Result<PartyId> {
    TRY(const Entity entity, snapshot.entity(number));
    const auto found = known.find(number);
    const PartyId party = found != known.end() ? found->second : structure.party(free_name(structure, entity));
    out.push_back({party, listed_on(entity), rules_of_party(entity, links, snapshot.lists())});
    return party;
  };
  for (const auto& [number, party] : known)
    if (!links.party(number)) CHECK_OK(add(number));
  std::vector<PartyId> party_of(links.parties(), graph::kNobody);
  for (const StoredLinks::Party party : wanted_of(links, known, named, scope)) {
    const uint32_t number = links.number(party);
    if (const auto at = named.find(party); at != named.end()) {
      party_of[party] = at->second;
    } else if (number == StoredLinks::kNoNumber) {
      party_of[party] = structure.party(free_name(structure, links.name(party)));
    } else {
      TRY(party_of[party], add(number));
    }
  }
  links.add_to(structure, party_of);
  return out;
}

}  // namespace cordon::screen
