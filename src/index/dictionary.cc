#include "index/dictionary.h"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <array>
#include <cstring>

#include "base/checksum.h"
#include "index/layout.h"
#include "names/analyze.h"

namespace cordon::index {

using layout::put;

namespace {

uint32_t hash32(std::string_view text) { return static_cast<uint32_t>(hash64(text) >> 32); }

constexpr size_t kMostDeletions = 1 + kPrefix + kPrefix * (kPrefix - 1) / 2;

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

using Rows = std::vector<std::pair<uint32_t, uint32_t>>;

// The rows that visit(i, rows) appends for each i < n, worked out on all threads; in no particular order.
template <typename Visit>
Rows rows_of_each(size_t n, const Visit& visit) {
  constexpr size_t kBlock = 1 << 12;
  std::vector<Rows> blocks(n / kBlock + 1);
  tbb::parallel_for(size_t{0}, blocks.size(), [&](size_t block) {
    for (size_t i = block * kBlock; i < std::min(n, (block + 1) * kBlock); ++i) visit(i, blocks[block]);
  });
  size_t count = 0;
  for (const Rows& block : blocks) count += block.size();
  Rows out;
  out.reserve(count);
  for (Rows& block : blocks) {
    out.insert(out.end(), block.begin(), block.end());
    Rows().swap(block);
  }
  return out;
}

std::string fold_section(const std::vector<std::pair<std::string, std::string>>& forms,
                         const std::vector<uint32_t>& first_forms) {
  std::vector<uint32_t> rarities(first_forms.size());
  tbb::parallel_for(size_t{0}, rarities.size(), [&](size_t f) {
    const std::string& fold = forms[first_forms[f]].first;
    rarities[f] = std::min<uint32_t>(names::rarity_millibits(fold), 0xFFFF) | uint32_t{names::name_classes(fold)} << 16;
  });
  std::string out, bytes;
  for (const uint32_t first : first_forms) {
    put(out, static_cast<uint32_t>(bytes.size()));
    bytes += forms[first].first;
  }
  put(out, static_cast<uint32_t>(bytes.size()));
  for (const uint32_t first : first_forms) put(out, first);
  put(out, static_cast<uint32_t>(forms.size()));
  for (const uint32_t rarity : rarities) put(out, rarity);
  return out + bytes;
}

}  // namespace

DictionarySections Dictionary::build(const std::vector<std::pair<std::string, std::string>>& forms) {
  DictionarySections out;
  std::string bytes, folds;
  std::vector<uint32_t> first_forms;  // by fold
  for (size_t i = 0; i < forms.size(); ++i) {
    put(out.forms, static_cast<uint32_t>(bytes.size()));
    bytes += forms[i].second;
    if (i == 0 || forms[i].first != forms[i - 1].first) first_forms.push_back(static_cast<uint32_t>(i));
    put(folds, static_cast<uint32_t>(first_forms.size() - 1));
  }
  put(out.forms, static_cast<uint32_t>(bytes.size()));
  out.forms += folds;
  out.forms += bytes;
  out.folds = fold_section(forms, first_forms);
  out.deletes = Buckets::build(rows_of_each(first_forms.size(), [&](size_t f, Rows& rows) {
    const std::string& fold = forms[first_forms[f]].first;
    if (fold.starts_with('~')) return;
    each_deletion(fold, match::max_edits(fold.size()),
                  [&](std::string_view d) { rows.emplace_back(hash32(d), static_cast<uint32_t>(f)); });
  }));
  out.skeletons = Buckets::build(rows_of_each(forms.size(), [&](size_t i, Rows& rows) {
    const auto& [fold, text] = forms[i];
    const std::string s = text.starts_with('~') ? names::consonants_of(text.substr(1)) : names::skeleton(text, fold);
    if (s.size() >= match::kMinAbjad) rows.emplace_back(hash32(s), static_cast<uint32_t>(i));
  }));
  return out;
}

Result<Dictionary> Dictionary::open(std::string_view forms, std::string_view folds, std::string_view deletes,
                                    std::string_view skeletons, uint32_t form_count, uint32_t fold_count) {
  const size_t f = form_count;
  const size_t k = fold_count;
  if (forms.size() < (2 * f + 1) * kWord || folds.size() < (3 * k + 2) * kWord)
    return fail(ErrorCode::kCorrupt, "the dictionary is shorter than its counts say");
  Dictionary d;
  d.form_count_ = form_count;
  d.fold_count_ = fold_count;
  d.form_offsets_ = Column(forms.substr(0, (f + 1) * kWord));
  d.form_folds_ = Column(forms.substr((f + 1) * kWord, f * kWord));
  d.form_bytes_ = forms.substr((2 * f + 1) * kWord);
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

// The buckets lie far apart: all are asked for before the first is read.
void Dictionary::near(std::string_view folded, std::vector<FoldId>& out) const {
  std::array<uint32_t, kMostDeletions> hashes;
  size_t count = 0;
  each_deletion(folded, match::max_edits(folded.size()), [&](std::string_view deletion) {
    hashes[count] = hash32(deletion);
    deletes_.prefetch_start(hashes[count++]);
  });
  for (size_t i = 0; i < count; ++i) deletes_.prefetch_numbers(hashes[i]);
  for (size_t i = 0; i < count; ++i) {
    const std::span<const uint32_t> bucket = deletes_.at(hashes[i]);
    out.insert(out.end(), bucket.begin(), bucket.end());
  }
}

void Dictionary::with_skeleton(std::string_view skeleton, std::vector<FormId>& out) const {
  for (const FormId form : skeletons_.at(hash32(skeleton))) out.push_back(form);
}

}  // namespace cordon::index
