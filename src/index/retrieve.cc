// Retrieval of one query, in four steps: which words and joins of the index are alike to the query's units (alikes:
// looked up by sound, letters, consonants, tables; valued by the judge's own unit_similarity), which parts must agree
// (essential parts), which entities hold a word alike to an essential part (postings), and which of their names reach
// the cutoff (the judge's own bound and alignment, over the values found). Beside them two lookups of their own: equal
// identifiers, and acronyms.
//
// Why nothing is lost: a name with at least `cutoff` points has a pair that covers an essential part, since without any
// upper_bound() of the other parts is under the cutoff. That pair's word or join is among the alikes of a unit covering
// the part. So its entity is in a posting that is read. Its names are then aligned over all pairs of alike units; only
// legal forms, the script and the first part of the listed name, which lower a score, are left out.
#include <algorithm>
#include <cstring>
#include <numeric>

#include "index/index.h"
#include "names/analyze.h"

namespace cordon::index {

using match::Alike;
using match::QueryName;
using match::QueryUnit;
using names::PartKind;

namespace {

constexpr size_t kInitialLetters = 4;  // of the longest initial ("Shch.")

// To look at all names of an entity costs about as much as to read so many bytes of postings.
constexpr uint64_t kBytesPerEntity = 64;

uint32_t parts_of(const match::Unit& unit) { return ((1U << unit.count) - 1U) << unit.first; }

bool exact_only(PartKind kind) { return kind == PartKind::kNumber || kind == PartKind::kSuffix; }

}  // namespace

class Retrieval {
 public:
  Retrieval(const Index& index, Points cutoff, const Profile& profile, Workspace& work, std::vector<Found>& out)
      : index_(index), dictionary_(index.dictionary_), cutoff_(cutoff), profile_(profile), work_(work), out_(out) {}

  void by_identifiers(const Subject& subject);
  void by_acronyms(const match::PreparedName& query);
  void meet_entities(const QueryName& query);
  void judge_met(const QueryName& query);

 private:
  void propose(uint32_t entity) {
    if (std::ranges::find(work_.proposed, entity) != work_.proposed.end()) return;
    work_.proposed.push_back(entity);
    out_.push_back({entity});
  }
  uint32_t essential_parts(const QueryName& query, bool& scan_all) const;
  const Alikes& alikes_of(const QueryUnit& query);
  void find_words(const QueryUnit& query, Alikes& out);
  void find_joins(const QueryUnit& query, Alikes& out);
  void add_fold(FoldId fold) {
    for (FormId f = dictionary_.first_form(fold); f < dictionary_.first_form(fold + 1); ++f) add_form(f);
  }
  void add_form(FormId form) {
    index_.words_.with_form(form, [&](WordId w) { work_.candidates.push_back(w); });
  }
  void sort_candidates() {
    std::sort(work_.candidates.begin(), work_.candidates.end());
    const auto last = std::unique(work_.candidates.begin(), work_.candidates.end());
    work_.candidates.erase(last, work_.candidates.end());
  }
  void gather(const QueryName& query, uint32_t essential);
  void meet(uint32_t entity, uint32_t parts, bool essential) {
    Workspace::Seen& seen = work_.entities[entity];
    if (seen.stamp != work_.stamp) {
      if (!essential) return;
      seen = {work_.stamp, 0};
      work_.met.push_back(entity);
    }
    seen.parts |= parts;
  }
  // Can a name reach the cutoff of which these parts of the query agree? The few sets of parts that occur come again
  // and again.
  bool reaches(const QueryName& query, uint32_t parts) {
    Reach& known = reach_[(parts ^ parts >> 5) % reach_.size()];
    if (known.parts != parts) known = {parts, match::upper_bound(query.weights, parts, profile_) >= cutoff_};
    return known.reaches;
  }
  void prefetch(size_t met) const;
  void look_at(const QueryName& query, uint32_t entity);
  void look_at_name(const QueryName& query, std::span<const WordId> words, uint32_t entity, uint32_t ordinal);
  void pair_initials(const QueryName& query, uint8_t part, WordId word, layout::WordHead head);

  const Index& index_;
  const Dictionary& dictionary_;
  const Points cutoff_;
  const Profile& profile_;
  Workspace& work_;
  std::vector<Found>& out_;
  struct Reach {
    uint32_t parts = 0xFFFFFFFF;  // of no query
    bool reaches = false;
  };
  std::array<Reach, 32> reach_;  // of one name of the query
};

void Retrieval::by_identifiers(const Subject& subject) {
  const size_t n = index_.identifiers_.size() / 16;
  const auto at = [&](size_t i, size_t half) {
    uint64_t v;
    std::memcpy(&v, index_.identifiers_.data() + i * 16 + half * 8, sizeof v);
    return v;
  };
  for (const Identifier& id : subject.identifiers)
    for (const uint64_t key : identifier_keys(id.value)) {
      size_t i = first_not(n, [&](size_t row) { return at(row, 0) < key; });
      for (; i < n && at(i, 0) == key; ++i) propose(static_cast<uint32_t>(at(i, 1)));
    }
}

// Appends every name that may be an acronym of the query, or of which the query may be one: alike by nothing that the
// other steps look for, but by a key of their own.
void Retrieval::by_acronyms(const match::PreparedName& query) {
  if (profile_.acronym_kept < cutoff_) return;
  const auto find = [&](uint32_t key) {
    const Column& keys = index_.acronym_keys_;
    size_t i = first_not(keys.size(), [&](size_t row) { return keys[row] < key; });
    for (; i < keys.size() && keys[i] == key; ++i)
      if (index_.acronym_entities_[i] < index_.entities_)
        out_.push_back({index_.acronym_entities_[i], {index_.acronym_ordinals_[i], profile_.acronym_kept}});
  };
  if (!query.acronym.letters.empty()) find(initials_key(query.acronym.letters));
  for (const names::Initials& initials : query.initials) find(acronym_key(initials.letters));
}

// Returns the parts of which at least one must agree: the heaviest first, until the others together cannot reach the
// cutoff.
uint32_t Retrieval::essential_parts(const QueryName& query, bool& scan_all) const {
  const match::PartWeights& w = query.weights;
  std::vector<uint8_t> order;
  uint32_t rest = 0;
  for (uint8_t i = 0; i < w.size; ++i) {
    if (w.weight[i] == 0) continue;
    rest |= 1U << i;
    if (w.kind[i] != PartKind::kInitial) order.push_back(i);
  }
  std::sort(order.begin(), order.end(),
            [&](uint8_t a, uint8_t b) { return std::pair(-w.weight[a], a) < std::pair(-w.weight[b], b); });
  uint32_t essential = 0;
  for (const uint8_t i : order) {
    if (match::upper_bound(w, rest, profile_) < cutoff_) break;
    essential |= 1U << i;
    rest &= ~(1U << i);
  }
  scan_all = match::upper_bound(w, rest, profile_) >= cutoff_;
  return essential;
}

// Every word and join that unit_similarity() calls alike to this unit, with how much. Initials are looked for in each
// name, see pair_initials().
const Alikes& Retrieval::alikes_of(const QueryUnit& query) {
  static const Alikes kNone;
  const match::Unit& u = *query.unit;
  if (u.kind == PartKind::kInitial) return kNone;
  std::string& key = work_.key;  // of all that a unit's likeness depends on
  key.assign({static_cast<char>(u.kind), static_cast<char>(u.count), static_cast<char>(u.syllabic)});
  key += u.abjad;
  for (const match::Form& form : u.forms) key += ' ' + form.text;
  if (const Alikes* known = work_.recent.find(key)) return *known;
  Alikes found;
  find_words(query, found);
  if (!exact_only(u.kind)) find_joins(query, found);
  return work_.recent.add(key, std::move(found));
}

void Retrieval::find_words(const QueryUnit& query, Alikes& out) {
  const match::Unit& u = *query.unit;
  work_.candidates.clear();
  for (const match::Form& form : u.forms) {
    if (exact_only(u.kind)) {
      if (const auto f = dictionary_.find_text(form.text)) add_form(*f);
      continue;
    }
    if (u.syllabic) {
      if (const auto fold = dictionary_.find(form.folded)) add_fold(*fold);
    } else {
      work_.numbers.clear();
      dictionary_.near(form.folded, work_.numbers);
      std::sort(work_.numbers.begin(), work_.numbers.end());
      work_.numbers.erase(std::unique(work_.numbers.begin(), work_.numbers.end()), work_.numbers.end());
      for (const FoldId fold : work_.numbers) {
        const std::string_view other = dictionary_.fold(fold);
        const int edits = match::max_edits(std::min(other.size(), form.folded.size()));
        if (match::osa_distance(other, form.folded, edits) <= edits) add_fold(fold);
      }
    }
    if (u.count > 1) continue;
    for (size_t letters = 1; letters <= kInitialLetters && letters <= form.text.size(); ++letters)
      if (const auto f = dictionary_.find_text(std::string_view(form.text).substr(0, letters))) add_form(*f);
  }
  if (!exact_only(u.kind)) {
    for (const QueryUnit::Equivalent& e : query.equivalents)
      if (const auto fold = dictionary_.find(e.folded)) add_fold(*fold);
    const auto by_consonants = [&](const std::string& consonants) {
      if (consonants.size() < match::kMinAbjad) return;
      work_.numbers.clear();
      dictionary_.with_skeleton(consonants, work_.numbers);
      for (const FormId f : work_.numbers) add_form(f);
    };
    for (const match::Form& form : u.forms) by_consonants(form.skeleton);
    by_consonants(u.consonants);
  }
  sort_candidates();
  for (const WordId w : work_.candidates) {
    const layout::WordHead head = index_.words_.head(w);
    if (!match::compared(head.kind) || !match::comparable(u.kind, head.kind)) continue;
    index_.words_.unit(w, dictionary_, work_.unit);
    if (const match::Similarity s = match::unit_similarity(query, work_.unit, profile_); s.value > 0)
      out.words.push_back({w, s});
  }
}

void Retrieval::find_joins(const QueryUnit& query, Alikes& out) {
  const match::Unit& u = *query.unit;
  const bool by_letters = u.count == 1 && !u.syllabic;
  work_.candidates.clear();
  for (const match::Form& form : u.forms) {
    const int edits = by_letters ? std::min(1, match::max_edits(form.folded.size())) : 0;
    if (form.folded.size() > 1) index_.joins_.near(form.folded, edits, work_.candidates);
    if (u.count == 1 && form.skeleton.size() >= match::kMinSkeleton)
      index_.joins_.with_consonants(form.skeleton, work_.candidates);
  }
  if (u.count == 1 && u.consonants.size() >= match::kMinSkeleton)
    index_.joins_.with_consonants(u.consonants, work_.candidates);
  sort_candidates();
  for (const JoinId j : work_.candidates) {
    const JoinWords words = index_.joins_.words(j);
    std::array<match::JoinedPart, 3> parts;
    const size_t count = words[2] == kNoWord ? 2 : 3;
    for (size_t i = 0; i < count; ++i) parts[i] = index_.words_.joined_part(words[i], dictionary_);
    const auto unit = match::joined_unit(std::span(parts.data(), count), 0);
    if (!unit) continue;
    if (const match::Similarity s = match::unit_similarity(query, *unit, profile_); s.value > 0)
      out.joins.push_back({j, s});
  }
}

// An initial of the query and a part of a listed name: by the rule of unit_similarity().
void Retrieval::pair_initials(const QueryName& query, uint8_t part, WordId word, layout::WordHead head) {
  for (const QueryUnit& q : query.units) {
    if (q.unit->kind != PartKind::kInitial || !match::comparable(q.unit->kind, head.kind)) continue;
    index_.words_.unit(word, dictionary_, work_.unit);
    if (const match::Similarity s = match::unit_similarity(q, work_.unit, profile_); s.value > 0)
      work_.pairs.push_back({q.unit->first, 1, part, 1, static_cast<uint16_t>(s.value), s.how});
  }
}

void Retrieval::look_at_name(const QueryName& query, std::span<const WordId> words, uint32_t entity, uint32_t ordinal) {
  ++work_.judged;
  work_.pairs.clear();
  uint32_t covered = 0;
  const auto keep = [&](const auto& match, size_t first, size_t count) {
    const match::Unit& q = *query.units[match.unit].unit;
    covered |= parts_of(q);
    work_.pairs.push_back({q.first, q.count, static_cast<uint8_t>(first), static_cast<uint8_t>(count),
                           static_cast<uint16_t>(match.similarity.value), match.similarity.how});
  };
  for (size_t i = 0; i < words.size(); ++i) {
    work_.words.each(words[i], [&](const auto& match) { keep(match, i, 1); });
    if (work_.joins.empty()) continue;
    if (i + 1 < words.size())
      work_.joins.each({words[i], words[i + 1], kNoWord}, [&](const auto& match) { keep(match, i, 2); });
    if (i + 2 < words.size())
      work_.joins.each({words[i], words[i + 1], words[i + 2]}, [&](const auto& match) { keep(match, i, 3); });
  }
  if (!reaches(query, covered | work_.initials)) return;
  match::PartWeights weights;
  weights.size = words.size();
  for (size_t i = 0; i < words.size(); ++i) {
    const layout::WordHead head = index_.words_.head(words[i]);
    weights.kind[i] = head.kind;
    weights.weight[i] = match::part_weight(head.kind, head.rarity, profile_);
    if (work_.initials != 0 && match::compared(head.kind))
      pair_initials(query, static_cast<uint8_t>(i), words[i], head);
  }
  match::align(match::side(query.weights), match::side(weights), work_.pairs, false, profile_, work_.alignment);
  if (work_.alignment.score >= cutoff_) out_.push_back({entity, {ordinal, work_.alignment.score}});
}

void Retrieval::look_at(const QueryName& query, uint32_t entity) {
  if (std::ranges::find(work_.proposed, entity) != work_.proposed.end()) return;
  const auto* const bytes = reinterpret_cast<const uint8_t*>(index_.name_bytes_.data());
  const uint8_t* at = bytes + index_.entity_starts_[entity];
  const uint8_t* const end = bytes + index_.entity_starts_[entity + 1];
  std::array<WordId, names::kMaxParts> words;
  for (uint32_t ordinal = 0; at < end; ++ordinal) {
    const uint32_t count = layout::take_varint(at, end);
    if (count > words.size()) return;
    for (uint32_t i = 0; i < count; ++i) {
      words[i] = layout::take_varint(at, end);
      if (words[i] >= index_.words_.size()) return;
    }
    if (count > 0) look_at_name(query, std::span(words.data(), count), entity, ordinal);
  }
}

// Leaves in work_.met the entities whose names' exact points are needed: the others cannot reach the cutoff.
void Retrieval::meet_entities(const QueryName& query) {
  bool scan_all = false;
  const uint32_t essential = essential_parts(query, scan_all);
  ++work_.stamp;
  work_.words.clear();
  work_.joins.clear();
  work_.initials = 0;
  if (work_.alikes.size() < query.units.size()) work_.alikes.resize(query.units.size());
  for (uint16_t u = 0; u < query.units.size(); ++u) {
    if (query.units[u].unit->kind == PartKind::kInitial) work_.initials |= parts_of(*query.units[u].unit);
    const Alikes& alikes = *(work_.alikes[u] = &alikes_of(query.units[u]));
    for (const Alikes::Row& row : alikes.words) work_.words.add(row.number, u, row.similarity);
    for (const Alikes::Row& row : alikes.joins) work_.joins.add(index_.joins_.words(row.number), u, row.similarity);
  }
  if (scan_all) {
    work_.met.resize(index_.entities_);
    std::iota(work_.met.begin(), work_.met.end(), 0U);
    return;
  }
  gather(query, essential);
}

// Asks for the bytes of an entity that is looked at soon, and of one after it for where they are.
void Retrieval::prefetch(size_t met) const {
  constexpr size_t kSoon = 6, kLater = 12;
  if (met + kLater < work_.met.size()) __builtin_prefetch(index_.entity_starts_.data() + work_.met[met + kLater]);
  if (met + kSoon < work_.met.size())
    __builtin_prefetch(index_.name_bytes_.data() + index_.entity_starts_[work_.met[met + kSoon]]);
}

void Retrieval::judge_met(const QueryName& query) {
  reach_.fill({});
  for (size_t i = 0; i < work_.met.size(); ++i) {
    prefetch(i);
    look_at(query, work_.met[i]);
  }
}

// Meets every entity that holds a word or join alike to an essential part. Where that is cheaper than to look at all of
// them, the postings of the other parts then tell which of them cannot reach the cutoff.
void Retrieval::gather(const QueryName& query, uint32_t essential) {
  work_.met.clear();
  reach_.fill({});
  const auto each_list = [&](bool essential_ones, const auto& visit) {
    for (uint16_t u = 0; u < query.units.size(); ++u) {
      const uint32_t parts = parts_of(*query.units[u].unit);
      if (((essential & parts) != 0) != essential_ones) continue;
      for (const Alikes::Row& row : work_.alikes[u]->words) visit(index_.word_entities_, row.number, parts);
      for (const Alikes::Row& row : work_.alikes[u]->joins) visit(index_.join_entities_, row.number, parts);
    }
  };
  each_list(true, [&](const Postings& postings, uint32_t list, uint32_t parts) {
    postings.each(list, [&](uint32_t entity) { meet(entity, parts, true); });
  });
  uint64_t bytes = 0;
  each_list(false, [&](const Postings& postings, uint32_t list, uint32_t) { bytes += postings.bytes(list); });
  if (bytes > work_.met.size() * kBytesPerEntity) return;
  each_list(false, [&](const Postings& postings, uint32_t list, uint32_t parts) {
    postings.each(list, [&](uint32_t entity) { meet(entity, parts, false); });
  });
  std::erase_if(work_.met,
                [&](uint32_t entity) { return !reaches(query, work_.entities[entity].parts | work_.initials); });
}

const Alikes* RecentAlikes::find(const std::string& key) {
  if (const auto it = newer_.find(key); it != newer_.end()) return &it->second;
  auto node = older_.extract(key);
  if (node.empty()) return nullptr;
  rows_ += node.mapped().words.size() + node.mapped().joins.size();
  return &newer_.insert(std::move(node)).position->second;
}

const Alikes& RecentAlikes::add(const std::string& key, Alikes alikes) {
  rows_ += alikes.words.size() + alikes.joins.size();
  return newer_.emplace(key, std::move(alikes)).first->second;
}

void RecentAlikes::turn() {
  constexpr size_t kMostEntries = 1 << 15, kMostRows = 1 << 20;  // some megabytes; 16 MB
  if (newer_.size() < kMostEntries && rows_ < kMostRows) return;
  older_ = std::move(newer_);
  newer_.clear();
  rows_ = 0;
}

void RecentAlikes::clear() {
  newer_.clear();
  older_.clear();
  rows_ = 0;
}

// Sizes the buffers for this index, and begins a query.
void Index::ready(Workspace& work, const Profile& profile) const {
  if (work.index != number_) {
    work.entities.assign(entities_, {});
    work.stamp = 0;
  }
  if (work.index != number_ || !(work.profile == profile)) {
    work.index = number_;
    work.profile = profile;
    work.recent.clear();
  }
  work.recent.turn();
  work.proposed.clear();
}

void Index::retrieve(const match::Query& query, Points cutoff, const Profile& profile, Workspace& work,
                     std::vector<Found>& out) const {
  ready(work, profile);
  if (cutoff < kScanAll) {
    for (uint32_t e = 0; e < entities_; ++e) out.push_back({e});
    return;
  }
  Retrieval retrieval(*this, cutoff, profile, work, out);
  retrieval.by_identifiers(*query.subject);
  for (const auto& name : query.names) {
    retrieval.meet_entities(*name);
    retrieval.judge_met(*name);
    retrieval.by_acronyms(name->name);
  }
}

void Index::meet(const QueryName& name, Points cutoff, const Profile& profile, Workspace& work) const {
  ready(work, profile);
  std::vector<Found> none;
  Retrieval(*this, cutoff, profile, work, none).meet_entities(name);
}

void Index::judge_met(const QueryName& name, Points cutoff, const Profile& profile, Workspace& work,
                      std::vector<Found>& out) const {
  Retrieval(*this, cutoff, profile, work, out).judge_met(name);
}

}  // namespace cordon::index
