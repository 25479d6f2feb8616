// Retrieval of one query: which words and joins of the index are alike to the query's units (alikes.h), which entities
// hold enough of them (gather.h), and which of their names have the points that a hit needs: the judge's own alignment,
// over the values found. Beside them two lookups of their own: equal identifiers, and acronyms.
//
// What may be a hit is handed on the most promising first, and looked at no sooner than that needs: an entity is
// bounded by its levels and attributes until its names are looked at, then by their points. docs/decisions/0001 has the
// argument why nothing is lost.
#include <algorithm>
#include <cstring>

#include "index/index.h"
#include "names/analyze.h"

namespace cordon::index {

using match::QueryName;
using match::QueryUnit;
using names::PartKind;

class Retrieval {
 public:
  Retrieval(const Index& index, const match::Query& query, Points threshold, const Profile& profile, Workspace& work)
      : index_(index),
        query_(query),
        threshold_(threshold),
        cutoff_(match::name_cutoff(threshold, query.has_attributes, profile)),
        profile_(profile),
        work_(work) {}

  void propose_by_identifiers();
  void find_acronyms();
  void gather();
  void hand_on(const Index::Visit& visit);

 private:
  Gathering::Request request(size_t name) const {
    return {index_,
            *query_.names[name],
            work_.names[name].alikes,
            work_.names[name].bound,
            work_.names[name].initials,
            threshold_,
            cutoff_,
            profile_};
  }
  bool proposed(uint32_t entity) const {
    return std::binary_search(work_.proposed.begin(), work_.proposed.end(), entity);
  }
  void find_alikes(size_t name);
  void merge_possible();
  void look_at_some(Points wanted);
  void look_at(uint32_t entity);
  void look_at_name(size_t name, std::span<const WordId> words, uint32_t ordinal, Points needed);
  void pair_initials(const QueryName& query, uint8_t part, WordId word, layout::WordHead head);
  void keep(uint32_t ordinal, Points most);

  const Index& index_;
  const match::Query& query_;
  const Points threshold_, cutoff_;
  const Profile& profile_;
  Workspace& work_;
  size_t first_listed_ = 0;  // in work_.listed, of the entity looked at
};

void Retrieval::propose_by_identifiers() {
  work_.proposed.clear();
  const size_t n = index_.identifiers_.size() / 16;
  const auto at = [&](size_t i, size_t half) {
    uint64_t v;
    std::memcpy(&v, index_.identifiers_.data() + i * 16 + half * 8, sizeof v);
    return v;
  };
  for (const Identifier& id : query_.subject->identifiers)
    for (const uint64_t key : identifier_keys(id.value)) {
      size_t i = first_not(n, [&](size_t row) { return at(row, 0) < key; });
      for (; i < n && at(i, 0) == key; ++i) work_.proposed.push_back(static_cast<uint32_t>(at(i, 1)));
    }
  std::sort(work_.proposed.begin(), work_.proposed.end());
  work_.proposed.erase(std::unique(work_.proposed.begin(), work_.proposed.end()), work_.proposed.end());
}

// Every name that may be an acronym of the query, or of which the query may be one: alike by nothing that the other
// steps look for, but by a key of their own.
void Retrieval::find_acronyms() {
  work_.acronyms.clear();
  if (profile_.acronym_kept < cutoff_) return;
  const auto find = [&](uint32_t key) {
    const Column& keys = index_.acronym_keys_;
    size_t i = first_not(keys.size(), [&](size_t row) { return keys[row] < key; });
    for (; i < keys.size() && keys[i] == key; ++i)
      if (index_.acronym_entities_[i] < index_.entities_)
        work_.acronyms.emplace_back(index_.acronym_entities_[i], index_.acronym_ordinals_[i]);
  };
  for (const auto& name : query_.names) {
    if (!name->name.acronym.letters.empty()) find(initials_key(name->name.acronym.letters));
    for (const names::Initials& initials : name->name.initials) find(acronym_key(initials.letters));
  }
  std::sort(work_.acronyms.begin(), work_.acronyms.end());
  work_.acronyms.erase(std::unique(work_.acronyms.begin(), work_.acronyms.end()), work_.acronyms.end());
}

void Retrieval::find_alikes(size_t name) {
  const QueryName& query = *query_.names[name];
  Workspace::OfName& of = work_.names[name];
  of.words.clear();
  of.joins.clear();
  of.initials = 0;
  of.has_initials = false;
  of.bound.begin(query.weights, profile_);
  of.alikes.resize(query.units.size());
  const AlikeFinder::Parts parts{index_.dictionary_, index_.words_, index_.joins_, index_.word_entities_,
                                 index_.join_entities_};
  for (uint16_t u = 0; u < query.units.size(); ++u) {
    const match::Unit& unit = *query.units[u].unit;
    if (unit.kind == PartKind::kInitial) {
      of.has_initials = true;
      raise_all(of.initials, parts_of(unit), kMostLevel);
    }
    of.alikes[u] = work_.finder.find(query.units[u], parts, profile_, *work_.recent);
    const Alikes& alikes = *of.alikes[u];
    for (const Alikes::Row& row : alikes.words) of.words.add(row.number, u, parts_of(unit), row.similarity, row.how);
    for (const Alikes::Row& row : alikes.joins)
      of.joins.add(index_.joins_.words(row.number), u, parts_of(unit), row.similarity, row.how);
  }
}

// Leaves in work_.possible whoever may be a hit by a name, but for those proposed.
void Retrieval::gather() {
  work_.possible.clear();
  work_.gathering.begin(index_, *query_.subject, profile_);
  if (work_.names.size() < query_.names.size()) work_.names.resize(query_.names.size());
  for (size_t name = 0; name < query_.names.size(); ++name) {
    find_alikes(name);
    for (const Met& met : work_.gathering.gather(request(name)))
      if (!proposed(met.entity)) work_.possible.push_back({met.entity, met.most});
  }
  for (const auto& [entity, ordinal] : work_.acronyms) {
    if (proposed(entity)) continue;
    const Gathering::Bound bound = work_.gathering.bound_of(entity, threshold_, cutoff_);
    if (profile_.acronym_kept < bound.needed) continue;
    work_.possible.push_back({entity, bound.most(profile_.acronym_kept, profile_)});
  }
  if (query_.names.size() > 1 || !work_.acronyms.empty()) merge_possible();
}

// Leaves each entity once, with the most that it can have.
void Retrieval::merge_possible() {
  std::sort(work_.possible.begin(), work_.possible.end(),
            [](const auto& a, const auto& b) { return std::pair(a.entity, -a.most) < std::pair(b.entity, -b.most); });
  const auto same = [](const auto& a, const auto& b) { return a.entity == b.entity; };
  work_.possible.erase(std::unique(work_.possible.begin(), work_.possible.end(), same), work_.possible.end());
}

// An initial of the query and a part of a listed name: by the rule of unit_similarity().
void Retrieval::pair_initials(const QueryName& query, uint8_t part, WordId word, layout::WordHead head) {
  for (const QueryUnit& q : query.units) {
    if (q.unit->kind != PartKind::kInitial || !match::comparable(q.unit->kind, head.kind)) continue;
    index_.words_.unit(word, index_.dictionary_, work_.unit);
    if (const match::Similarity s = match::unit_similarity(q, work_.unit, profile_); s.value > 0)
      work_.pairs.push_back({q.unit->first, 1, part, 1, static_cast<uint16_t>(s.value), s.how});
  }
}

// A name of the entity looked at, found by one of the query's: the better of both counts.
void Retrieval::keep(uint32_t ordinal, Points most) {
  for (size_t i = first_listed_; i < work_.listed.size(); ++i)
    if (work_.listed[i].name == ordinal) {
      work_.listed[i].most = std::max(work_.listed[i].most, most);
      return;
    }
  work_.listed.push_back({ordinal, most});
}

void Retrieval::look_at_name(size_t name, std::span<const WordId> words, uint32_t ordinal, Points needed) {
  const QueryName& query = *query_.names[name];
  Workspace::OfName& of = work_.names[name];
  ++work_.judged;
  std::array<const Matches<WordId>::Entry*, names::kMaxParts> found;
  std::array<std::array<const Matches<JoinWords>::Entry*, 2>, names::kMaxParts> joined;  // of two words, of three
  uint32_t alike = 0;  // words that may have a counterpart
  bool any_joined = false;
  Levels levels = of.initials;
  for (size_t i = 0; i < words.size(); ++i) {
    found[i] = of.words.find(words[i]);
    if (found[i] == nullptr) continue;
    raise_to(levels, found[i]->levels);
    alike |= 1U << i;
  }
  for (size_t i = 0; i + 1 < words.size(); ++i) {
    joined[i] = {};
    if (!of.joins.may_begin(words[i])) continue;
    joined[i][0] = of.joins.find({words[i], words[i + 1], kNoWord});
    if (i + 2 < words.size()) joined[i][1] = of.joins.find({words[i], words[i + 1], words[i + 2]});
    for (uint32_t more = 0; more < 2; ++more) {
      if (joined[i][more] == nullptr) continue;
      any_joined = true;
      raise_to(levels, joined[i][more]->levels);
      alike |= (more == 0 ? 3U : 7U) << i;
    }
  }
  if (alike == 0 && !of.has_initials) return;
  const LevelBounds::Bound& bound = of.bound.of(levels);
  if (bound.points < needed) return;
  match::PartWeights weights;
  weights.size = words.size();
  int64_t left = 0;  // weight that has no counterpart
  for (size_t i = 0; i < words.size(); ++i) {
    const layout::WordHead head = index_.words_.head(words[i]);
    weights.kind[i] = head.kind;
    weights.weight[i] = match::part_weight(head.kind, head.rarity, profile_);
    if ((alike >> i & 1) == 0 && match::compared(head.kind) && head.kind != PartKind::kNumber &&
        head.kind != PartKind::kSuffix)
      left += weights.weight[i];
  }
  if (!of.has_initials && match::upper_bound_besides(bound.agrees, left, query.weights.person, profile_) < needed)
    return;
  work_.pairs.clear();
  const auto pair = [&](const auto& match, size_t first, size_t count) {
    const match::Unit& q = *query.units[match.unit].unit;
    work_.pairs.push_back(
        {q.first, q.count, static_cast<uint8_t>(first), static_cast<uint8_t>(count), match.similarity, match.how});
  };
  for (size_t i = 0; i < words.size(); ++i) {
    if (found[i] != nullptr) of.words.each(*found[i], [&](const auto& match) { pair(match, i, 1); });
    for (size_t more = 0; any_joined && i + 1 < words.size() && more < 2; ++more)
      if (joined[i][more] != nullptr)
        of.joins.each(*joined[i][more], [&](const auto& match) { pair(match, i, more + 2); });
    if (of.has_initials && match::compared(weights.kind[i]))
      pair_initials(query, static_cast<uint8_t>(i), words[i], index_.words_.head(words[i]));
  }
  match::align(match::side(query.weights), match::side(weights), work_.pairs, false, profile_, work_.alignment);
  if (work_.alignment.score >= needed) keep(ordinal, work_.alignment.score);
}

// Puts the entity among those seen, if it has a name with the points that a hit needs.
void Retrieval::look_at(uint32_t entity) {
  ++work_.met;
  first_listed_ = work_.listed.size();
  const Gathering::Bound& bound = work_.gathering.bound_of(entity, threshold_, cutoff_);
  index_.each_name(entity, [&](uint32_t ordinal, std::span<const WordId> words) {
    for (size_t name = 0; name < query_.names.size(); ++name) look_at_name(name, words, ordinal, bound.needed);
  });
  auto acronym = std::lower_bound(work_.acronyms.begin(), work_.acronyms.end(), std::pair(entity, 0U));
  for (; acronym != work_.acronyms.end() && acronym->first == entity; ++acronym)
    if (profile_.acronym_kept >= bound.needed) keep(acronym->second, profile_.acronym_kept);
  Points most = -1;
  for (size_t i = first_listed_; i < work_.listed.size(); ++i) most = std::max(most, work_.listed[i].most);
  if (most < 0) return;
  work_.seen.push_back({{entity, bound.most(most, profile_)},
                        static_cast<uint32_t>(first_listed_),
                        static_cast<uint32_t>(work_.listed.size() - first_listed_)});
  std::push_heap(work_.seen.begin(), work_.seen.end());
}

void Retrieval::hand_on(const Index::Visit& visit) {
  Points wanted = 0;
  for (const uint32_t entity : work_.proposed) wanted = visit({entity, kPointsOne, {}});
  work_.seen.clear();
  work_.listed.clear();
  std::make_heap(work_.possible.begin(), work_.possible.end());
  while (!work_.possible.empty() || !work_.seen.empty()) {
    const Points unseen = work_.possible.empty() ? -1 : work_.possible.front().most;
    if (work_.seen.empty() || unseen > work_.seen.front().party.most) {
      if (unseen < wanted) break;
      look_at_some(wanted);
      continue;
    }
    const Workspace::Seen best = work_.seen.front();
    if (best.party.most < wanted) break;
    std::pop_heap(work_.seen.begin(), work_.seen.end());
    work_.seen.pop_back();
    wanted = visit({best.party.entity, best.party.most, std::span(work_.listed).subspan(best.first, best.count)});
  }
}

// Looks at the most promising of those left: at several, since to ask for the bytes of all of them takes hardly longer
// than for those of one.
void Retrieval::look_at_some(Points wanted) {
  std::array<uint32_t, 8> some;
  size_t n = 0;
  while (n < some.size() && !work_.possible.empty() && work_.possible.front().most >= wanted) {
    some[n] = work_.possible.front().entity;
    __builtin_prefetch(index_.entity_starts_.data() + some[n++]);
    std::pop_heap(work_.possible.begin(), work_.possible.end());
    work_.possible.pop_back();
  }
  for (size_t i = 0; i < n; ++i) __builtin_prefetch(index_.name_bytes_.data() + index_.entity_starts_[some[i]]);
  for (size_t i = 0; i < n; ++i) look_at(some[i]);
}

// Makes the buffers those of this index and profile, and begins a query.
void Index::ready(Workspace& work, const Profile& profile) const {
  if (work.index == number_ && work.profile == profile) return;
  if (work.index != 0) {
    work.recent = std::make_shared<RecentAlikes>();
    work.gathering.forget();
  }
  work.index = number_;
  work.profile = profile;
}

void Index::retrieve(const match::Query& query, Points threshold, const Profile& profile, Workspace& work,
                     const Visit& visit) const {
  ready(work, profile);
  if (match::name_cutoff(threshold, query.has_attributes, profile) < kScanAll) {
    Points wanted = 0;
    for (uint32_t e = 0; e < entities_ && wanted <= kPointsOne; ++e) wanted = visit({e, kPointsOne, {}});
    return;
  }
  Retrieval retrieval(*this, query, threshold, profile, work);
  retrieval.propose_by_identifiers();
  if (!query.names.empty()) {
    retrieval.find_acronyms();
    retrieval.gather();
  } else {
    work.possible.clear();
  }
  retrieval.hand_on(visit);
}

}  // namespace cordon::index
