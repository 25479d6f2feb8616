#include "screen/list_links.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <numeric>
#include <ranges>

#include "graph/stored_links.h"
#include "screen/listing.h"

namespace cordon::screen {
namespace {

using graph::PartyId;
using graph::StoredLinks;
using graph::Structure;

// Entries that were found to be one party: each leads to the one that it was found from.
class Twins {
 public:
  explicit Twins(const KnownParties& known) : known_(known) {}
  uint32_t first(uint32_t number) const {
    for (auto found = of_.find(number); found != of_.end(); found = of_.find(number)) number = found->second;
    return number;
  }
  // Two parties of the structure that are known stay two.
  bool join(uint32_t number, uint32_t other) {
    number = first(number), other = first(other);
    if (number == other) return true;
    if (known_.contains(other)) std::swap(number, other);
    if (known_.contains(other)) return false;
    of_.emplace(other, number);
    return true;
  }

 private:
  const KnownParties& known_;
  std::map<uint32_t, uint32_t> of_;
};

// The lists' own links as they are added to a structure.
class ListLinksAdder {
 public:
  ListLinksAdder(const Snapshot& snapshot, const StoredLinks& links, const Asked& asked, Structure& structure,
                 ListNames& names)
      : snapshot_(snapshot),
        links_(links),
        known_(asked.by_number),
        structure_(structure),
        names_(names),
        twins_(asked.by_number) {
    for (const PartyId party : asked.by_name)
      if (const auto at = links.named(structure.name(party))) named_.emplace(*at, party);
    for (const auto& [number, party] : known_) numbers_.insert(number);
  }

  Result<ListLinks> run(ListScope scope, const MatchEntries& match) {
    std::vector<StoredLinks::Party> wanted = wanted_of(scope);
    if (match) CHECK_OK(follow_matches(scope, match, wanted));
    for (const uint32_t number : numbers_)
      if (!links_.party(number)) CHECK_OK(add(number));
    std::vector<PartyId> party_of(links_.parties(), graph::kNobody);
    for (const StoredLinks::Party party : wanted) {
      const uint32_t number = links_.number(party);
      if (const auto at = named_.find(party); at != named_.end()) {
        party_of[party] = at->second;
      } else if (number == StoredLinks::kNoNumber) {
        party_of[party] = structure_.party(names_.of_mention(links_.name(party), structure_));
        out_.mentioned.push_back(party_of[party]);
      } else {
        TRY(party_of[party], add(number));
      }
    }
    links_.add_to(structure_, party_of);
    CHECK_OK(add_joins());
    return std::move(out_);
  }

 private:
  // The parties of the section whose links are wanted.
  std::vector<StoredLinks::Party> wanted_of(ListScope scope) const {
    std::vector<StoredLinks::Party> out;
    if (scope == ListScope::kAll) {
      out.resize(links_.parties());
      std::iota(out.begin(), out.end(), StoredLinks::Party{0});
      return out;
    }
    for (const uint32_t number : numbers_)
      if (const auto at = links_.party(number)) out.push_back(*at);
    for (const auto& [at, party] : named_) out.push_back(at);
    return links_.behind(out);
  }

  // Looks for each entry on the other lists, then for whoever is behind what was found, until nobody is new.
  Result<void> follow_matches(ListScope scope, const MatchEntries& match, std::vector<StoredLinks::Party>& wanted) {
    std::set<uint32_t> asked;
    while (true) {
      std::set<uint32_t> all = numbers_;
      for (const StoredLinks::Party party : wanted)
        if (links_.number(party) != StoredLinks::kNoNumber) all.insert(links_.number(party));
      std::vector<uint32_t> next;
      std::ranges::set_difference(all, asked, std::back_inserter(next));
      if (next.empty()) return {};
      asked.insert(next.begin(), next.end());
      TRY(std::vector<EntryMatch> found, match(next));
      for (EntryMatch& one : found) {
        if (one.is_same && twins_.join(one.number, one.other)) numbers_.insert(one.other);
        matches_.push_back(std::move(one));
      }
      wanted = wanted_of(scope);
    }
  }

  Result<PartyId> party_of_entry(const Entity& entity, uint32_t number) {
    if (const auto found = known_.find(number); found != known_.end()) return found->second;
    const uint32_t first = twins_.first(number);
    if (const auto found = known_.find(first); found != known_.end()) return found->second;
    if (const auto found = parties_.find(first); found != parties_.end()) return found->second;
    if (first == number) return structure_.party(names_.of_party(entity, structure_));
    TRY(const Entity one, snapshot_.entity(first));
    return structure_.party(names_.of_party(one, structure_));
  }

  Result<PartyId> add(uint32_t number) {
    TRY(const Entity entity, snapshot_.entity(number));
    TRY(const PartyId party, party_of_entry(entity, number));
    parties_[number] = party;
    parties_.emplace(twins_.first(number), party);
    names_.set(entity, structure_.name(party));
    const auto values_of = [](const std::vector<Mention>& mentions) {
      std::vector<std::string> out;
      for (const Mention& mention : mentions) out.push_back(mention.value);
      return out;
    };
    out_.parties.push_back({party, entity.list, entity.id, listed_on(entity),
                            rules_of_party(entity, links_, snapshot_.lists()), entity.caption,
                            values_of(entity.programs), values_of(entity.measures)});
    return party;
  }

  // What was found as joins: of the first entry of a party to its others, and to whoever it perhaps is.
  Result<void> add_joins() {
    std::set<std::pair<PartyId, uint32_t>> seen;
    for (EntryMatch& match : matches_) {
      const auto party = parties_.find(match.number);
      if (party == parties_.end()) continue;
      const auto other = parties_.find(match.other);
      const bool is_one = other != parties_.end() && other->second == party->second;
      if (is_one != match.is_same || twins_.first(match.number) == match.other ||
          !seen.emplace(party->second, match.other).second)
        continue;
      TRY(const Entity entity, snapshot_.entity(match.other));
      StructureJoin join;
      join.party = party->second;
      join.hit = std::move(match.hit);
      join.listed_on = listed_on(entity);
      join.rules = rules_of_party(entity, links_, snapshot_.lists());
      join.is_confirmed = match.is_confirmed;
      join.is_same_entry = match.is_same;
      out_.joins.push_back(std::move(join));
    }
    return {};
  }

  const Snapshot& snapshot_;
  const StoredLinks& links_;
  const KnownParties& known_;
  Structure& structure_;
  ListNames& names_;
  std::map<StoredLinks::Party, PartyId> named_;
  std::set<uint32_t> numbers_;  // known ones, and those found to be one party with any that is wanted
  Twins twins_;
  std::vector<EntryMatch> matches_;
  std::map<uint32_t, PartyId> parties_;  // by number
  ListLinks out_;
};

}  // namespace

const std::string& ListNames::of_party(const Entity& entity, const Structure& structure) {
  std::string& name = names_[fmt::format("{}\n{}", entity.list, entity.id)];
  if (name.empty()) {
    const bool is_free = !entity.caption.empty() && !is_taken(entity.caption, structure);
    name = is_free ? entity.caption : fmt::format("{} ({})", entity.caption, entity.id);
  }
  return name;
}

void ListNames::set(const Entity& entity, std::string_view name) {
  names_[fmt::format("{}\n{}", entity.list, entity.id)] = name;
}

// A name that a list mentions is no party of the structure that is called the same.
const std::string& ListNames::of_mention(std::string_view mentioned, const Structure& structure) {
  std::string& name = names_[fmt::format("\n{}", mentioned)];
  if (name.empty())
    name = is_taken(mentioned, structure) ? fmt::format("{} (named by a list)", mentioned) : std::string(mentioned);
  return name;
}

std::optional<uint32_t> find_on(const Snapshot& snapshot, const std::string& list, const std::string& id) {
  uint64_t begin = 0;
  for (const ListInfo& info : snapshot.lists()) {
    if (info.list != list) {
      begin += info.entities;
      continue;
    }
    // The parties of a list are in the order of their ids.
    const auto numbers = std::views::iota(static_cast<uint32_t>(begin), static_cast<uint32_t>(begin + info.entities));
    const auto id_of = [&](uint32_t number) { return snapshot.index().entity_id(number); };
    const auto found = std::ranges::lower_bound(numbers, std::string_view(id), {}, id_of);
    if (found == numbers.end() || id_of(*found) != id) return {};
    return *found;
  }
  return {};
}

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

Result<ListLinks> add_list_links(const Snapshot& snapshot, const StoredLinks& links, const Asked& asked,
                                 ListScope scope, Structure& structure, ListNames& names, const MatchEntries& match) {
  return ListLinksAdder(snapshot, links, asked, structure, names).run(scope, match);
}

}  // namespace cordon::screen
