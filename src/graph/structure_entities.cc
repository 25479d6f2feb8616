#include "graph/structure_entities.h"

#include <fmt/format.h>

#include <numeric>

#include "graph/stored_links.h"

namespace cordon::graph {

// By the very table that a snapshot has of them, so that a list gives the same answers built and as it is.
void add_entities(std::span<const Entity> entities, Structure& out, PartiesById& ids) {
  PartiesById numbers;
  for (uint32_t i = 0; i < entities.size(); ++i) numbers.emplace(entities[i].id, i);
  StoredLinksBuilder builder;
  for (uint32_t i = 0; i < entities.size(); ++i) builder.add(i, stated_links(entities[i]));
  builder.end_list(
      [&](std::string_view id) -> std::optional<uint32_t> {
        const auto found = numbers.find(id);
        if (found == numbers.end()) return {};
        return found->second;
      },
      false);
  const std::string section = builder.build();
  const auto links = StoredLinks::open(section, static_cast<uint32_t>(entities.size()));
  if (!links) std::abort();  // build() made the bytes
  std::vector<PartyId> party_of(links->parties(), kNobody);
  for (const Entity& entity : entities) {
    const bool is_taken = out.find(entity.caption).has_value() || entity.caption.empty();
    const PartyId party = out.party(is_taken ? fmt::format("{} ({})", entity.caption, entity.id) : entity.caption);
    ids.emplace(entity.id, party);
    if (const auto at = links->party(numbers.at(entity.id))) party_of[*at] = party;
  }
  for (StoredLinks::Party party = 0; party < links->parties(); ++party)
    if (links->number(party) == StoredLinks::kNoNumber) party_of[party] = out.party(links->name(party));
  links->add_to(out, party_of);
}

}  // namespace cordon::graph
