#include "index/alikes.h"

#include <algorithm>
#include <array>
#include <bit>
#include <optional>
#include <span>

#include "match/near_folds.h"

namespace cordon::index {

using match::QueryUnit;
using names::PartKind;

namespace {

constexpr size_t kInitialLetters = 4;  // of the longest initial ("Shch.")

bool exact_only(PartKind kind) { return kind == PartKind::kNumber || kind == PartKind::kSuffix; }

}  // namespace

void RecentAlikes::Shelf::keep(Half::node_type node) {
  constexpr size_t kMostEntries = (1 << 16) / kShelves, kMostRows = (3 << 20) / kShelves;  // some megabytes; 36 MB
  if (newer.size() >= kMostEntries || rows >= kMostRows) {
    older = std::move(newer);
    newer.clear();
    rows = 0;
  }
  rows += node.mapped()->words.size() + node.mapped()->joins.size();
  newer.insert(std::move(node));
}

KeptAlikes RecentAlikes::find(const std::string& key) {
  Shelf& s = shelf(key);
  const std::lock_guard lock(s.mutex);
  if (const auto it = s.newer.find(key); it != s.newer.end()) return it->second;
  auto node = s.older.extract(key);
  if (node.empty()) return nullptr;
  KeptAlikes out = node.mapped();
  s.keep(std::move(node));
  return out;
}

KeptAlikes RecentAlikes::add(const std::string& key, Alikes alikes) {
  Half made;
  made.emplace(key, std::make_shared<const Alikes>(std::move(alikes)));
  Shelf& s = shelf(key);
  const std::lock_guard lock(s.mutex);
  if (const auto it = s.newer.find(key); it != s.newer.end()) return it->second;
  KeptAlikes out = made.begin()->second;
  s.keep(made.extract(made.begin()));
  return out;
}

KeptAlikes AlikeFinder::find(const QueryUnit& query, const Parts& index, const Profile& profile, RecentAlikes& recent) {
  static const auto kNone = std::make_shared<const Alikes>();
  const match::Unit& u = *query.unit;
  if (u.kind == PartKind::kInitial) return kNone;
  // Of all that a unit's likeness depends on.
  key_.assign({static_cast<char>(u.kind), static_cast<char>(u.count), static_cast<char>(u.syllabic)});
  key_ += u.abjad;
  for (const match::Form& form : u.forms) key_ += ' ' + form.text;
  if (KeptAlikes known = recent.find(key_)) return known;
  Alikes found;
  find_words(query, index, profile, found);
  if (!exact_only(u.kind)) find_joins(query, index, profile, found);
  return recent.add(key_, std::move(found));
}

void AlikeFinder::add_fold(FoldId fold, const Parts& index) {
  for (FormId f = index.dictionary.first_form(fold); f < index.dictionary.first_form(fold + 1); ++f) add_form(f, index);
}

void AlikeFinder::add_form(FormId form, const Parts& index) {
  index.words.with_form(form, [&](WordId w) { candidates_.push_back(w); });
}

void AlikeFinder::sort_candidates() {
  std::sort(candidates_.begin(), candidates_.end());
  candidates_.erase(std::unique(candidates_.begin(), candidates_.end()), candidates_.end());
}

const match::FormView& AlikeFinder::known(FormId form, const match::Unit& query, const Parts& index,
                                          const Profile& profile) {
  const size_t mask = known_places_.size() - 1;
  size_t at = (form * 0x9E3779B97F4A7C15U) >> 32 & mask;
  for (; known_places_[at] != 0; at = (at + 1) & mask)
    if (const Known& known = known_[known_places_[at] - 1]; known.form == form) return known.view;
  if (known_count_ == known_.size()) known_.emplace_back();
  Known& known = known_[known_count_++];
  known_places_[at] = static_cast<uint32_t>(known_count_);
  known.form = form;
  known.view = index.dictionary.view(form);
  known.skeleton = names::skeleton(known.view.text, known.view.folded);
  known.view.skeleton = known.skeleton;
  known.similarities.clear();
  for (const match::Form& of : query.forms)
    known.similarities.push_back(match::form_similarity(match::view(of), known.view, profile));
  known.view.known = known.similarities.data();
  return known.view;
}

match::Similarity AlikeFinder::value(const QueryUnit& query, WordId word, layout::WordHead head, const Parts& index,
                                     const Profile& profile) {
  const std::span<const FormId> forms = index.words.forms(word);
  views_.clear();
  for (const FormId form : forms.first(forms.size() - (head.abjad ? 1 : 0)))
    views_.push_back(known(form, *query.unit, index, profile));
  match::UnitView other{{1, head.syllabic, head.kind}, views_, {}, {}};
  std::string consonants;
  if (head.abjad) {
    other.abjad = index.dictionary.text(forms.back()).substr(1);
    consonants = names::consonants_of(other.abjad);
    other.consonants = consonants;
  }
  return match::unit_similarity(query, other, profile);
}

void AlikeFinder::find_words(const QueryUnit& query, const Parts& index, const Profile& profile, Alikes& out) {
  const match::Unit& u = *query.unit;
  candidates_.clear();
  for (const match::Form& form : u.forms) {
    if (exact_only(u.kind)) {
      if (const auto f = index.dictionary.find_text(form.text)) add_form(*f, index);
      continue;
    }
    if (u.syllabic) {
      if (const auto fold = index.dictionary.find(form.folded)) add_fold(*fold, index);
    } else {
      numbers_.clear();
      index.dictionary.near(form.folded, numbers_);
      std::sort(numbers_.begin(), numbers_.end());
      numbers_.erase(std::unique(numbers_.begin(), numbers_.end()), numbers_.end());
      folds_.clear();
      for (const FoldId fold : numbers_) folds_.push_back(index.dictionary.fold(fold));
      distances_.resize(folds_.size());
      match::edit_distances(form.folded, folds_, distances_);
      for (size_t i = 0; i < numbers_.size(); ++i)
        if (distances_[i] != match::kFar) add_fold(numbers_[i], index);
    }
    if (u.count > 1) continue;
    for (size_t letters = 1; letters <= kInitialLetters && letters <= form.text.size(); ++letters)
      if (const auto f = index.dictionary.find_text(std::string_view(form.text).substr(0, letters)))
        add_form(*f, index);
  }
  if (!exact_only(u.kind)) {
    for (const QueryUnit::Equivalent& e : query.equivalents)
      if (const auto fold = index.dictionary.find(e.folded)) add_fold(*fold, index);
    const auto by_consonants = [&](const std::string& consonants) {
      if (consonants.size() < match::kMinAbjad) return;
      numbers_.clear();
      index.dictionary.with_skeleton(consonants, numbers_);
      for (const FormId f : numbers_) add_form(f, index);
    };
    for (const match::Form& form : u.forms) by_consonants(form.skeleton);
    by_consonants(u.consonants);
  }
  sort_candidates();
  known_count_ = 0;
  size_t forms = 0;
  for (const WordId w : candidates_) forms += index.words.forms(w).size();
  known_places_.assign(std::bit_ceil(forms * 2 + 1), 0);
  for (const WordId w : candidates_) {
    const layout::WordHead head = index.words.head(w);
    if (!match::compared(head.kind) || !match::comparable(u.kind, head.kind)) continue;
    if (const match::Similarity s = value(query, w, head, index, profile); s.value > 0)
      out.words.push_back({w, index.word_entities.bytes(w), static_cast<uint16_t>(s.value), s.how});
  }
}

// Can a join of these parts be alike to the unit? Judged as if its letters were those of no known name, which only
// adds: what names are known is dearer to find out. What is written in an abjad may be alike otherwise.
bool AlikeFinder::may_be_alike(const match::Unit& unit, JoinId join, std::span<const match::JoinedPart> parts,
                               const Parts& index, const Profile& profile) {
  match::UnitShape shape{static_cast<uint8_t>(parts.size()), false, PartKind::kWord};
  text_.clear();
  for (const match::JoinedPart& part : parts) {
    if (!part.abjad.empty()) return true;
    text_ += part.text;
    shape.syllabic |= part.syllabic;
  }
  std::array<char, Joins::kPackedLetters> buffer;
  std::string_view folded = index.joins.fold(join, buffer);
  std::string made;
  if (folded.empty()) folded = made = names::fold(text_);
  const std::string skeleton = names::skeleton(text_, folded);
  if (!unit.abjad.empty() && skeleton == unit.consonants) return true;
  constexpr uint16_t kUnknown = 0xFFFF;
  const match::FormView other{text_, folded, skeleton, kUnknown, 0};
  for (const match::Form& form : unit.forms) {
    match::FormView of = match::view(form);
    of.rarity = kUnknown;
    of.classes = 0;
    const match::Similarity s = match::form_similarity(of, other, profile);
    if (s.value > 0 && match::admissible(s, unit.shape(), shape)) return true;
  }
  return false;
}

void AlikeFinder::find_joins(const QueryUnit& query, const Parts& index, const Profile& profile, Alikes& out) {
  const match::Unit& u = *query.unit;
  const bool by_letters = u.count == 1 && !u.syllabic;
  candidates_.clear();
  for (const match::Form& form : u.forms) {
    const int edits = by_letters ? std::min(1, match::max_edits(form.folded.size())) : 0;
    if (!form.folded.empty()) index.joins.near(form.folded, edits, candidates_);
    if (u.count == 1 && form.skeleton.size() >= match::kMinSkeleton)
      index.joins.with_consonants(form.skeleton, candidates_);
  }
  if (u.count == 1 && u.consonants.size() >= match::kMinSkeleton)
    index.joins.with_consonants(u.consonants, candidates_);
  sort_candidates();
  for (const JoinId j : candidates_) {
    const JoinWords words = index.joins.words(j);
    std::array<match::JoinedPart, 3> parts;
    const size_t count = words[2] == kNoWord ? 2 : 3;
    for (size_t i = 0; i < count; ++i) parts[i] = index.words.joined_part(words[i], index.dictionary);
    if (!may_be_alike(u, j, std::span(parts.data(), count), index, profile)) continue;
    const auto unit = match::joined_unit(std::span(parts.data(), count), 0);
    if (!unit) continue;
    if (const match::Similarity s = match::unit_similarity(query, *unit, profile); s.value > 0)
      out.joins.push_back({j, index.join_entities.bytes(j), static_cast<uint16_t>(s.value), s.how});
  }
}

}  // namespace cordon::index
