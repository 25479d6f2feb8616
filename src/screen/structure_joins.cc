#include "screen/structure_joins.h"

#include <algorithm>
#include <numeric>

#include "screen/batch.h"
#include "screen/compare.h"
#include "screen/listing.h"

namespace cordon::screen {
namespace {

Result<StructureJoin> join_of(Hit hit, graph::PartyId party, const Screener& screener,
                              const graph::StoredLinks& links) {
  StructureJoin out;
  out.party = party;
  if (const auto number = screener.snapshot().find(hit.entity_id)) {
    TRY(const Entity entity, screener.snapshot().entity(*number));
    out.listed_on = listed_on(entity);
    out.rules = rules_of_party(entity, links, screener.snapshot().lists());
  }
  out.hit = std::move(hit);
  return out;
}

// Parties of a structure as subjects; each says its id where a record says its line.
class PartyReader : public intake::RecordReader {
 public:
  PartyReader(const graph::Structure& structure, std::span<const graph::PartyId> parties, const JoinChoices& choices)
      : structure_(structure), parties_(parties), choices_(choices) {}
  Result<std::optional<Subject>> next() override {
    while (next_ < parties_.size() && choices_.revoked.contains({parties_[next_], ""})) ++next_;
    if (next_ == parties_.size()) return std::optional<Subject>();
    const graph::PartyId party = parties_[next_++];
    Subject out = named(structure_.name(party), Schema::kThing);
    out.where.record = party;
    return std::optional(std::move(out));
  }
  uint64_t bytes_read() const override { return next_; }
  uint64_t bytes_total() const override { return parties_.size(); }

 private:
  const graph::Structure& structure_;
  std::span<const graph::PartyId> parties_;
  const JoinChoices& choices_;
  size_t next_ = 0;
};

}  // namespace

Result<std::vector<StructureJoin>> joins_of(const Screening& screening, graph::PartyId party, const Screener& screener,
                                            const graph::StoredLinks& links, const JoinChoices& choices) {
  std::vector<StructureJoin> out;
  for (const Hit& hit : screening.hits) {
    if (choices.is_revoked(party, hit.entity_id)) continue;
    TRY(StructureJoin join, join_of(hit, party, screener, links));
    const auto number = screener.snapshot().find(hit.entity_id);
    join.is_confirmed = number && choices.confirmed.contains({party, *number});
    out.push_back(std::move(join));
  }
  return out;
}

Result<StructureJoins> join_structure(const graph::Structure& structure, const Screener& screener,
                                      const graph::StoredLinks& links, const JoinChoices& choices, unsigned jobs) {
  std::vector<graph::PartyId> parties(structure.parties());
  std::iota(parties.begin(), parties.end(), graph::PartyId{0});
  return join_parties(structure, parties, screener, links, choices, jobs);
}

Result<StructureJoins> join_parties(const graph::Structure& structure, std::span<const graph::PartyId> parties,
                                    const Screener& screener, const graph::StoredLinks& links,
                                    const JoinChoices& choices, unsigned jobs) {
  StructureJoins all;
  std::vector<StructureJoin>& out = all.joins;
  PartyReader reader(structure, parties, choices);
  const auto take = [&](Screening&& answer) -> Result<void> {
    const auto party = static_cast<graph::PartyId>(answer.subject.where.record);
    if (answer.outcome == Outcome::kNotScreened) all.not_screened.push_back(party);
    if (answer.hits.empty()) return {};
    TRY(std::vector<StructureJoin> joins, joins_of(answer, party, screener, links, choices));
    std::ranges::move(joins, std::back_inserter(out));
    return {};
  };
  TRY(const BatchSummary summary, screen_batch(screener, reader, jobs, {.on_screening = take, .on_progress = {}}));
  (void)summary;
  for (const auto& [party, number] : choices.confirmed) {
    if (std::ranges::find(parties, party) == parties.end()) continue;
    TRY(const Entity entity, screener.snapshot().entity(number));
    const auto is_it = [&](const StructureJoin& join) {
      return join.party == party && join.hit.entity_id == entity.id;
    };
    if (std::ranges::any_of(out, is_it)) continue;
    TRY(StructureJoin join, join_of(compare(named(structure.name(party), Schema::kThing), entity,
                                            screener.snapshot().entities(), screener.settings().profile),
                                    party, screener, links));
    join.is_confirmed = true;
    out.push_back(std::move(join));
  }
  std::ranges::stable_sort(out, {}, &StructureJoin::party);
  return all;
}

graph::Verdict listed_as(std::span<const StructureJoin> joins, const std::string& rule, Day as_of) {
  auto out = graph::Verdict::kClear;
  for (const StructureJoin& join : joins)
    if (join.counts(rule, as_of))
      out = std::max(out, join.is_certain() ? graph::Verdict::kListed : graph::Verdict::kPossible);
  return out;
}

}  // namespace cordon::screen
