#include "reading/mention_bound.h"

#include <algorithm>

#include "match/weights.h"

namespace cordon::reading {

using index::WordId;
using names::PartKind;

namespace {
constexpr size_t kListedUnits = 20000;  // remembered: some 10 MB
}  // namespace

// A unit of the index's words, as match::prepare() made it.
const match::Unit& PartyBound::listed_unit(WordId word) {
  if (listed_units_.size() > kListedUnits) listed_units_.clear();
  std::unique_ptr<match::Unit>& unit = listed_units_[word];
  if (unit == nullptr) {
    unit = std::make_unique<match::Unit>();
    index_.words().unit(word, index_.dictionary(), *unit);
  }
  return *unit;
}

// The text's units that are alike to these words of the list, written together where they are several.
std::span<const match::Pair> PartyBound::alike(AlikeWords::OfName& text, const match::QueryName& query,
                                               const index::JoinWords& words) {
  const auto [at, is_new] = text.places.try_emplace(words);
  if (is_new) {
    at->second.first = static_cast<uint32_t>(text.pairs.size());
    const auto compare = [&](const match::Unit& unit) {
      for (const match::QueryUnit& q : query.units)
        if (const match::Similarity s = match::unit_similarity(q, unit, profile_); s.value > 0)
          text.pairs.push_back({q.unit->first, q.unit->count, 0, unit.count, static_cast<uint16_t>(s.value), s.how});
    };
    if (words[1] == index::kNoWord) {
      compare(listed_unit(words[0]));
    } else {
      std::vector<match::JoinedPart> parts;
      for (const WordId word : words)
        if (word != index::kNoWord) parts.push_back(index_.words().joined_part(word, index_.dictionary()));
      if (const auto unit = match::joined_unit(parts, 0)) compare(*unit);
    }
    at->second.count = static_cast<uint32_t>(text.pairs.size()) - at->second.first;
  }
  return std::span(text.pairs).subspan(at->second.first, at->second.count);
}

// The most points that the judge can give the text against a name of these words: by his own alignment, but for what
// only lowers it.
Points PartyBound::most_points(AlikeWords::OfName& text, const match::QueryName& query, std::span<const WordId> words,
                               std::span<const PartKind> kinds) {
  match::PartWeights weights;
  weights.size = words.size();
  pairs_.clear();
  const auto add = [&](const index::JoinWords& of, size_t first) {
    for (match::Pair pair : alike(text, query, of)) {
      pair.other_first = static_cast<uint8_t>(first);
      pairs_.push_back(pair);
    }
  };
  for (size_t i = 0; i < words.size(); ++i) {
    weights.kind[i] = kinds[i];
    weights.weight[i] = match::part_weight(kinds[i], index_.words().head(words[i]).rarity, profile_);
    if (match::compared(kinds[i])) add({words[i], index::kNoWord, index::kNoWord}, i);
  }
  match::each_joined_run(kinds, [&](size_t first, size_t count) {
    add({words[first], words[first + 1], count > 2 ? words[first + 2] : index::kNoWord}, first);
  });
  if (pairs_.empty()) return 0;
  match::align(match::side(query.weights), match::side(weights), pairs_, false, profile_, alignment_);
  return alignment_.score;
}

// Which of the entity's names may the judge give so many points?
NamesInReach PartyBound::names_in_reach(const match::Query& query, AlikeWords& met, uint32_t entity, Points least) {
  NamesInReach out;
  const Schema schema = index_.schema(entity);
  const bool has_short_names = !is_person(schema) && !is_vehicle(schema);
  met.of_names.resize(query.names.size());
  index_.each_name(entity, [&](uint32_t ordinal, std::span<const WordId> words) {
    std::array<PartKind, names::kMaxParts> kinds;
    for (size_t i = 0; i < words.size(); ++i) kinds[i] = index_.words().head(words[i]).kind;
    Points most = 0;
    for (size_t q = 0; q < query.names.size(); ++q)
      most = std::max(most, most_points(met.of_names[q], *query.names[q], words, {kinds.data(), words.size()}));
    if (most >= least) out.names.push_back({ordinal, most});
    if (!has_short_names || out.short_names) return;
    // A short name is one word of the listed name, or several that are written as one; alone, a light word is none.
    constexpr size_t kMostParts = 3;
    for (size_t i = 0; i < words.size(); ++i)
      for (size_t n = 1; n <= kMostParts && i + n <= words.size() && !out.short_names; ++n) {
        const auto part = words.subspan(i, n);
        std::array<PartKind, kMostParts> proper;
        for (size_t k = 0; k < n; ++k)
          proper[k] = kinds[i + k] == PartKind::kNumber ? PartKind::kNumber : PartKind::kWord;
        for (size_t q = 0; q < query.names.size(); ++q) {
          if (alike(met.of_names[q], *query.names[q], {part[n - 1], index::kNoWord, index::kNoWord}).empty()) continue;
          for (const auto as : {std::span(kinds).subspan(i, n), std::span(proper).first(n)})
            out.short_names = out.short_names || most_points(met.of_names[q], *query.names[q], part, as) >= least;
        }
      }
  });
  return out;
}

}  // namespace cordon::reading
