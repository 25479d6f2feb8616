#include "index/dictionary.h"

#include <algorithm>
#include <cstring>

#include "base/checksum.h"
#include "index/layout.h"
#include "names/analyze.h"

namespace cordon::index {

using layout::put;

namespace {

uint32_t hash32(std::string_view text) { return static_cast<uint32_t>(hash64(text) >> 32); }

// Calls `visit` with the prefix of `word` with 0 … `edits` letters left out, each distinct string at least once.
template <typename Visit>
void each_deletion(std::string_view word, int edits, const Visit& visit) {
  char prefix[kPrefix];
  const size_t n = std::min(word.size(), kPrefix);
  std::memcpy(prefix, word.data(), n);
  visit(std::string_view(prefix, n));
  if (edits == 0) return;
  char one[kPrefix];
  char two[kPrefix];
  for (size_t i = 0; i < n; ++i) {
    std::memcpy(one, prefix, i);
    std::memcpy(one + i, prefix + i + 1, n - i - 1);
    visit(std::string_view(one, n - 1));
    if (edits == 1 || n < 2) continue;
    for (size_t j = i; j < n - 1; ++j) {
      std::memcpy(two, one, j);
      std::memcpy(two + j, one + j + 1, n - 1 - j - 1);
      visit(std::string_view(two, n - 2));
    }
  }
}

constexpr size_t kWord = sizeof(uint32_t);

}  // namespace

DictionarySections Dictionary::build(const std::vector<std::pair<std::string, std::string>>& forms) {
  DictionarySections out;
  std::string form_bytes, fold_bytes, fold_offsets, first_forms, rarities;
  std::vector<std::pair<uint32_t, uint32_t>> skeletons;
  std::vector<std::string_view> folds;
  for (size_t i = 0; i < forms.size(); ++i) {
    const auto& [fold, text] = forms[i];
    put(out.forms, static_cast<uint32_t>(form_bytes.size()));
    form_bytes += text;
    if (folds.empty() || folds.back() != fold) {
      put(fold_offsets, static_cast<uint32_t>(fold_bytes.size()));
      put(first_forms, static_cast<uint32_t>(i));
      put(rarities,
          std::min<uint32_t>(names::rarity_millibits(fold), 0xFFFF) | uint32_t{names::name_classes(fold)} << 16);
      fold_bytes += fold;
      folds.push_back(fold);
    }
    const std::string s = text.starts_with('~') ? names::consonants_of(text.substr(1)) : names::skeleton(text, fold);
    if (s.size() >= match::kMinAbjad) skeletons.emplace_back(hash32(s), static_cast<uint32_t>(i));
  }
  put(out.forms, static_cast<uint32_t>(form_bytes.size()));
  out.forms += form_bytes;
  put(fold_offsets, static_cast<uint32_t>(fold_bytes.size()));
  put(first_forms, static_cast<uint32_t>(forms.size()));
  out.folds = fold_offsets + first_forms + rarities + fold_bytes;

  std::vector<std::pair<uint32_t, uint32_t>> deletes;
  for (uint32_t f = 0; f < folds.size(); ++f) {
    if (folds[f].starts_with('~')) continue;
    each_deletion(folds[f], match::max_edits(folds[f].size()),
                  [&](std::string_view d) { deletes.emplace_back(hash32(d), f); });
  }
  out.deletes = Buckets::build(std::move(deletes));
  out.skeletons = Buckets::build(std::move(skeletons));
  return out;
}

Result<Dictionary> Dictionary::open(std::string_view forms, std::string_view folds, std::string_view deletes,
                                    std::string_view skeletons, uint32_t form_count, uint32_t fold_count) {
  const size_t f = form_count;
  const size_t k = fold_count;
  if (forms.size() < (f + 1) * kWord || folds.size() < (3 * k + 2) * kWord)
    return fail(ErrorCode::kCorrupt, "the dictionary is shorter than its counts say");
  Dictionary d;
  d.form_count_ = form_count;
  d.fold_count_ = fold_count;
  d.form_offsets_ = Column(forms.substr(0, (f + 1) * kWord));
  d.form_bytes_ = forms.substr((f + 1) * kWord);
  d.fold_offsets_ = Column(folds.substr(0, (k + 1) * kWord));
  d.first_forms_ = Column(folds.substr((k + 1) * kWord, (k + 1) * kWord));
  d.rarities_ = Column(folds.substr((2 * k + 2) * kWord, k * kWord));
  d.fold_bytes_ = folds.substr((3 * k + 2) * kWord);
  if (!Buckets::opens(deletes) || !Buckets::opens(skeletons))
    return fail(ErrorCode::kCorrupt, "a table of the dictionary does not fit its own size");
  d.deletes_ = Buckets(deletes);
  d.skeletons_ = Buckets(skeletons);
  return d;
}

std::optional<FoldId> Dictionary::find(std::string_view folded) const {
  const auto at =
      static_cast<FoldId>(first_not(fold_count_, [&](size_t i) { return fold(static_cast<FoldId>(i)) < folded; }));
  if (at < fold_count_ && fold(at) == folded) return at;
  return std::nullopt;
}

FoldId Dictionary::fold_of(FormId form) const {
  return static_cast<FoldId>(
             first_not(fold_count_, [&](size_t i) { return first_form(static_cast<FoldId>(i)) <= form; })) -
         1;
}

void Dictionary::form(FormId form, match::Form& out) const {
  const FoldId of = fold_of(form);
  out.text = text(form);
  out.folded = fold(of);
  out.skeleton = names::skeleton(out.text, out.folded);
  out.rarity = static_cast<uint16_t>(rarities_[of]);
  out.classes = static_cast<uint16_t>(rarities_[of] >> 16);
}

std::optional<FormId> Dictionary::find_text(std::string_view wanted) const {
  const auto f = find(names::fold(wanted));
  if (!f) return std::nullopt;
  for (FormId i = first_form(*f); i < first_form(*f + 1); ++i)
    if (text(i) == wanted) return i;
  return std::nullopt;
}

void Dictionary::near(std::string_view folded, std::vector<FoldId>& out) const {
  each_deletion(folded, match::max_edits(folded.size()), [&](std::string_view deletion) {
    for (const FoldId fold : deletes_.at(hash32(deletion))) out.push_back(fold);
  });
}

void Dictionary::with_skeleton(std::string_view skeleton, std::vector<FormId>& out) const {
  for (const FormId form : skeletons_.at(hash32(skeleton))) out.push_back(form);
}

}  // namespace cordon::index
