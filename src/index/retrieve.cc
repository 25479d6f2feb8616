// Retrieval of one query, in five steps: which parts must agree (essential parts), which forms in the dictionary are
// alike to the parts (neighbours), which names hold a form alike to an essential part (postings), which of these hold
// enough other parts (the bound again), and which reach the cutoff (the judge's own alignment, over similarities looked
// up by form). Beside them two lookups of their own: equal identifiers, and acronyms.
//
// Why nothing is lost: a name with at least `cutoff` points has a pair that covers an essential part, since without any
// upper_bound() of the other parts is under the cutoff. That pair's form is a neighbour of a unit covering the part,
// since neighbours() finds every form that unit_similarity() calls alike. So the name is in a posting that is read. It
// is then aligned over all pairs of alike units; only legal forms, the script and the first part of the listed name,
// which lower a score, are left out.
#include <algorithm>
#include <cstring>
#include <numeric>

#include "index/index.h"
#include "index/layout.h"
#include "names/analyze.h"

namespace cordon::index {

using match::Alike;
using match::QueryName;
using match::QueryUnit;
using names::PartKind;

// Words of a name before its parts: entity, ordinal, parts and units.
constexpr uint32_t kNameHead = 3;

// The longest initial ("Shch.").
constexpr size_t kInitialLetters = 4;

class Retrieval {
 public:
  Retrieval(const Index& index, Points cutoff, const Profile& profile, Workspace& work, std::vector<Found>& out)
      : index_(index), dictionary_(index.dictionary_), cutoff_(cutoff), profile_(profile), work_(work), out_(out) {}

  void by_identifiers(const Subject& subject);
  void by_acronyms(const match::PreparedName& query);
  void meet_names(const QueryName& query);
  void judge_met(const QueryName& query);

 private:
  void propose(uint32_t entity) {
    if (work_.entity_stamp[entity] == work_.entity_round) return;
    work_.entity_stamp[entity] = work_.entity_round;
    out_.push_back({entity});
  }
  uint32_t essential_parts(const QueryName& query, bool& scan_all) const;
  void neighbours(const QueryUnit& query, uint16_t unit);
  void neighbours_by_consonants(const QueryUnit& query, uint16_t unit);
  void add(FormId form, uint16_t unit, match::Similarity s);
  void add_fold(FoldId fold, uint16_t unit, match::Similarity s);
  uint32_t gather(const QueryName& query, uint32_t essential);
  void meet(uint32_t name, uint32_t parts, bool essential) {
    if (work_.name_stamp[name] != work_.stamp) {
      if (!essential) return;
      work_.name_stamp[name] = work_.stamp;
      work_.name_parts[name] = 0;
      work_.met.push_back(name);
    }
    work_.name_parts[name] |= parts;
  }
  void look_at(const QueryName& query, uint32_t name);
  void pairs_of(const QueryName& query, const uint32_t* unit, uint32_t forms, PartKind kind);

  const Index& index_;
  const Dictionary& dictionary_;
  const Points cutoff_;
  const Profile& profile_;
  Workspace& work_;
  std::vector<Found>& out_;
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
    for (; i < keys.size() && keys[i] == key; ++i) {
      const uint32_t name = index_.acronym_names_[i];
      if (name >= index_.names_ || index_.name_offsets_[name + 1] < index_.name_offsets_[name] + kNameHead) continue;
      const uint32_t* words = index_.name_words_.data() + index_.name_offsets_[name];
      if (words[0] < index_.entities_) out_.push_back({words[0], {words[1], profile_.acronym_kept}});
    }
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

// A likeness that the profile makes 0 is none, as in unit_similarity().
void Retrieval::add(FormId form, uint16_t unit, match::Similarity s) {
  if (s.value <= 0) return;
  if (work_.form_stamp[form] != work_.stamp) {
    work_.form_stamp[form] = work_.stamp;
    work_.form_head[form] = 0;
  }
  work_.entries.push_back({unit, s, work_.form_head[form]});
  work_.form_head[form] = static_cast<uint32_t>(work_.entries.size());
  work_.neighbours[unit].push_back(form);
}

void Retrieval::add_fold(FoldId fold, uint16_t unit, match::Similarity s) {
  for (FormId f = dictionary_.first_form(fold); f < dictionary_.first_form(fold + 1); ++f) add(f, unit, s);
}

// Finds every form in the dictionary that unit_similarity() calls alike to this unit.
void Retrieval::neighbours(const QueryUnit& query, uint16_t unit) {
  const match::Unit& u = *query.unit;
  if (u.kind == PartKind::kInitial) return;  // looked for in each name, see pairs_of
  const bool exact_only = u.kind == PartKind::kNumber || u.kind == PartKind::kSuffix;
  for (const match::Form& form : u.forms) {
    if (exact_only) {
      if (const auto f = dictionary_.find_text(form.text)) add(*f, unit, {1000, Alike::kSame});
      continue;
    }
    work_.folds.clear();
    dictionary_.near(form.folded, work_.folds);
    ++work_.fold_round;
    for (const FoldId fold : work_.folds) {
      if (work_.fold_stamp[fold] == work_.fold_round) continue;
      work_.fold_stamp[fold] = work_.fold_round;
      const FormId first = dictionary_.first_form(fold);
      if (dictionary_.fold(fold) == form.folded) {
        for (FormId f = first; f < dictionary_.first_form(fold + 1); ++f) {
          const match::Similarity s = match::form_similarity(match::view(form), dictionary_.view(fold, f), profile_);
          add(f, unit, s);
        }
      } else if (u.syllabic) {
        continue;
      } else if (const match::Similarity s =
                     match::form_similarity(match::view(form), dictionary_.view(fold, first), profile_);
                 s.value > 0) {
        add_fold(fold, unit, s);
      }
    }
    if (u.count > 1) continue;
    for (size_t letters = 1; letters <= kInitialLetters && letters <= form.text.size(); ++letters)
      if (const auto f = dictionary_.find_text(std::string_view(form.text).substr(0, letters)))
        add(*f, unit, {profile_.similarity_initial, Alike::kInitial});
  }
  if (exact_only) return;
  for (const QueryUnit::Equivalent& e : query.equivalents) {
    const auto fold = dictionary_.find(e.folded);
    if (!fold) continue;
    for (FormId f = dictionary_.first_form(*fold); f < dictionary_.first_form(*fold + 1); ++f)
      if (e.is(dictionary_.text(f))) add(f, unit, {e.similarity, Alike::kEquivalent});
  }
  neighbours_by_consonants(query, unit);
}

// The forms of the same consonants: words of an abjad, and Latin spellings too far apart for near().
void Retrieval::neighbours_by_consonants(const QueryUnit& query, uint16_t unit) {
  const match::Unit& u = *query.unit;
  const auto each = [&](const std::string& consonants, const auto& similarity) {
    if (consonants.size() < match::kMinAbjad) return;
    work_.forms.clear();
    dictionary_.with_skeleton(consonants, work_.forms);
    for (const FormId f : work_.forms) {
      const std::string_view text = dictionary_.text(f);
      const bool abjad = text.starts_with('~');
      const match::FormView view =
          abjad ? match::FormView{text.substr(1), {}, {}, 0} : dictionary_.view(dictionary_.fold_of(f), f);
      if ((abjad ? names::consonants_of(view.text) : names::skeleton(text, view.folded)) != consonants) continue;
      if (const match::Similarity s = similarity(view, abjad); s.value > 0) add(f, unit, s);
    }
  };
  for (const match::Form& form : u.forms)
    each(form.skeleton, [&](match::FormView other, bool abjad) -> match::Similarity {
      if (abjad)
        return u.abjad.empty() ? match::abjad_similarity(other.text, form.folded, profile_) : match::Similarity{};
      if (u.syllabic || form.skeleton.size() < match::kMinSkeleton || other.folded == form.folded) return {};
      other.skeleton = form.skeleton;
      return match::form_similarity(match::view(form), other, profile_);
    });
  if (u.abjad.empty()) return;
  each(u.consonants, [&](match::FormView other, bool abjad) {
    return abjad ? match::abjads_similarity(u.abjad, other.text, profile_)
                 : match::abjad_similarity(u.abjad, other.folded, profile_);
  });
}

// Adds the pairs of one unit of a listed name with the query's units; `kind` is that of its part, kWord for joined
// ones.
void Retrieval::pairs_of(const QueryName& query, const uint32_t* unit, uint32_t forms, PartKind kind) {
  const uint8_t first = layout::unit_first(unit[0]);
  const uint8_t count = layout::unit_parts(unit[0]);
  const match::UnitShape shape{count, layout::unit_syllabic(unit[0]), kind};
  const bool abjad = layout::unit_abjad(unit[0]);
  const size_t begin = work_.pairs.size();
  const auto keep = [&](const match::Unit& q, int32_t similarity, Alike how) {
    if (similarity <= 0) return;
    for (size_t i = begin; i < work_.pairs.size(); ++i) {
      match::Pair& p = work_.pairs[i];
      if (p.query_first != q.first || p.query_parts != q.count) continue;
      if (p.similarity < similarity) p.similarity = static_cast<uint16_t>(similarity), p.how = how;
      return;
    }
    work_.pairs.push_back({q.first, q.count, first, count, static_cast<uint16_t>(similarity), how});
  };
  for (uint32_t i = 1; i <= forms; ++i) {
    const FormId form = unit[i];
    if (work_.form_stamp[form] != work_.stamp) continue;
    for (uint32_t e = work_.form_head[form]; e != 0; e = work_.entries[e - 1].next) {
      const Workspace::Entry& entry = work_.entries[e - 1];
      const match::Unit& q = *query.units[entry.unit].unit;
      const Alike how = entry.similarity.how;
      if ((how == Alike::kInitial) != (kind == PartKind::kInitial) || !match::comparable(q.kind, kind)) continue;
      if (!match::admissible(how, q.shape(), shape)) continue;
      // Two words of an abjad are compared as they are written, not by a reading of one.
      if (how == Alike::kAbjad && abjad && !q.abjad.empty() && !dictionary_.text(form).starts_with('~')) continue;
      if (const match::Similarity s = match::adjust(entry.similarity, q.shape(), shape, profile_); s.value > 0)
        keep(q, s.value, how);
    }
  }
  if (count > 1) return;
  for (const QueryUnit& q : query.units) {
    if (q.unit->kind != PartKind::kInitial || !match::comparable(q.unit->kind, kind)) continue;
    for (const match::Form& initial : q.unit->forms)
      for (uint32_t i = 1; i <= forms; ++i) {
        const std::string_view text = dictionary_.text(unit[i]);
        if (kind == PartKind::kInitial) {
          if (text == initial.text) keep(*q.unit, 1000, Alike::kSame);
        } else if (match::initial_of(initial.text, text)) {
          keep(*q.unit, profile_.similarity_initial, Alike::kInitial);
        }
      }
  }
}

void Retrieval::look_at(const QueryName& query, uint32_t name) {
  const uint32_t begin = index_.name_offsets_[name];
  const uint32_t end = index_.name_offsets_[name + 1];
  if (end < begin + kNameHead) return;
  const uint32_t* words = index_.name_words_.data() + begin;
  const uint32_t entity = words[0];
  const uint32_t parts = words[2] & 0xFFFF;
  const uint32_t units = words[2] >> 16;
  if (parts > names::kMaxParts || end - begin < kNameHead + parts || entity >= index_.entities_) return;
  if (work_.entity_stamp[entity] == work_.entity_round) return;
  const uint32_t* unit = words + kNameHead + parts;
  const uint32_t* const stop = index_.name_words_.data() + end;
  work_.pairs.clear();
  uint32_t covered = 0;
  for (uint32_t i = 0; i < units && unit < stop; ++i) {
    const uint32_t forms = layout::unit_forms(unit[0]);
    if (uint32_t{layout::unit_first(unit[0])} + layout::unit_parts(unit[0]) > parts ||
        forms >= static_cast<uint32_t>(stop - unit))
      return;
    const bool single = layout::unit_parts(unit[0]) == 1;
    const auto kind =
        single ? static_cast<PartKind>(words[kNameHead + layout::unit_first(unit[0])] & 0xFF) : PartKind::kWord;
    pairs_of(query, unit, forms, kind);
    unit += 1 + forms;
  }
  for (const match::Pair& p : work_.pairs) covered |= ((1U << p.query_parts) - 1U) << p.query_first;
  if (match::upper_bound(query.weights, covered, profile_) < cutoff_) return;
  match::PartWeights weights;
  weights.size = parts;
  for (uint32_t i = 0; i < parts; ++i) {
    weights.kind[i] = static_cast<PartKind>(words[kNameHead + i] & 0xFF);
    weights.weight[i] = match::part_weight(weights.kind[i], static_cast<uint16_t>(words[kNameHead + i] >> 8), profile_);
  }
  match::align(match::side(query.weights), match::side(weights), work_.pairs, false, profile_, work_.alignment);
  if (work_.alignment.score >= cutoff_) out_.push_back({entity, {words[1], work_.alignment.score}});
}

// Leaves in work_.met the names whose exact points are needed: the others cannot reach the cutoff.
void Retrieval::meet_names(const QueryName& query) {
  bool scan_all = false;
  const uint32_t essential = essential_parts(query, scan_all);
  ++work_.stamp;
  work_.entries.clear();
  if (work_.neighbours.size() < query.units.size()) work_.neighbours.resize(query.units.size());
  for (uint16_t u = 0; u < query.units.size(); ++u) {
    work_.neighbours[u].clear();
    neighbours(query.units[u], u);
  }
  if (scan_all) {
    work_.met.resize(index_.names_);
    std::iota(work_.met.begin(), work_.met.end(), 0U);
    return;
  }
  const uint32_t initials = gather(query, essential);
  std::erase_if(work_.met, [&](uint32_t name) {
    return match::upper_bound(query.weights, work_.name_parts[name] | initials, profile_) < cutoff_;
  });
}

void Retrieval::judge_met(const QueryName& query) {
  for (const uint32_t name : work_.met) look_at(query, name);
}

// Meets every name that holds a neighbour of an essential part and notes for each which parts of the query it may agree
// with. Returns the query's initials, which may agree with any name.
uint32_t Retrieval::gather(const QueryName& query, uint32_t essential) {
  work_.met.clear();
  uint32_t initials = 0;
  for (const bool first_pass : {true, false})
    for (uint16_t u = 0; u < query.units.size(); ++u) {
      const match::Unit& unit = *query.units[u].unit;
      const uint32_t parts = ((1U << unit.count) - 1U) << unit.first;
      if (unit.kind == PartKind::kInitial) initials |= parts;
      if (((essential & parts) != 0) != first_pass) continue;
      for (const FormId form : work_.neighbours[u]) {
        const uint32_t end = index_.posting_starts_[form + 1];
        for (uint32_t i = index_.posting_starts_[form]; i < end; ++i) meet(index_.posting_names_[i], parts, first_pass);
      }
    }
  return initials;
}

// Sizes the buffers for this index, and begins a query.
void Index::ready(Workspace& work) const {
  if (work.form_stamp.size() != dictionary_.forms() || work.name_stamp.size() != names_ ||
      work.entity_stamp.size() != entities_) {
    work.form_stamp.assign(dictionary_.forms(), 0);
    work.fold_stamp.assign(dictionary_.folds(), 0);
    work.form_head.assign(dictionary_.forms(), 0);
    work.name_stamp.assign(names_, 0);
    work.name_parts.assign(names_, 0);
    work.entity_stamp.assign(entities_, 0);
    work.stamp = work.fold_round = work.entity_round = 0;
  }
  ++work.entity_round;
}

void Index::retrieve(const match::Query& query, Points cutoff, const Profile& profile, Workspace& work,
                     std::vector<Found>& out) const {
  ready(work);
  if (cutoff < kScanAll) {
    for (uint32_t e = 0; e < entities_; ++e) out.push_back({e});
    return;
  }
  Retrieval retrieval(*this, cutoff, profile, work, out);
  retrieval.by_identifiers(*query.subject);
  for (const auto& name : query.names) {
    retrieval.meet_names(*name);
    retrieval.judge_met(*name);
    retrieval.by_acronyms(name->name);
  }
}

void Index::meet(const QueryName& name, Points cutoff, const Profile& profile, Workspace& work) const {
  ready(work);
  std::vector<Found> none;
  Retrieval(*this, cutoff, profile, work, none).meet_names(name);
}

void Index::judge_met(const QueryName& name, Points cutoff, const Profile& profile, Workspace& work,
                      std::vector<Found>& out) const {
  Retrieval(*this, cutoff, profile, work, out).judge_met(name);
}

}  // namespace cordon::index
