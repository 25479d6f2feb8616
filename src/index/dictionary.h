// The forms of all names in a snapshot, and those near a given one. Three sorted tables over the mapped file:
//   forms      every spelling, sorted by (fold, text); forms of one fold stand side by side
//   folds      every distinct fold, sorted
//   deletes    for each fold the hashes of its first kPrefix letters with up to max_edits letters left out
//   skeletons  for each form the hash of its consonants
// An abjad word stands among the forms as "~" and its letters (names::Part::abjad).
//
// Why the deletes find every fold within k edits (k = max_edits of the shorter): align both words with at most k edits;
// leaving out the letters at which they differ (at most k on each side, a swap costing one on each) gives one common
// string c. What is left of either kPrefix-letter prefix is a prefix of c; the longer of the two shortened to the
// length of the other, at the end, needs no more than k deletions in all. So both words share a deletion of their
// prefixes (Garbe's symmetric deletes, with a prefix).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "index/column.h"
#include "match/similarity.h"

namespace cordon::index {

inline constexpr size_t kPrefix = 8;

using FormId = uint32_t;
using FoldId = uint32_t;

struct DictionarySections {
  std::string forms;  // u32 text offset × (forms + 1), u32 fold × forms, bytes
  // u32 text offset × (folds + 1), u32 first form × (folds + 1), u32 rarity (low half) and classes × folds, bytes
  std::string folds;
  std::string deletes;    // Buckets of folds
  std::string skeletons;  // Buckets of forms
};

class Dictionary {
 public:
  // REQUIRES: `forms` are distinct and sorted by (fold, text).
  static DictionarySections build(const std::vector<std::pair<std::string, std::string>>& forms);
  // Checks sizes and orders of offsets. Errors: kCorrupt.
  static Result<Dictionary> open(std::string_view forms, std::string_view folds, std::string_view deletes,
                                 std::string_view skeletons, uint32_t form_count, uint32_t fold_count);

  uint32_t forms() const { return form_count_; }
  uint32_t folds() const { return fold_count_; }
  std::string_view text(FormId form) const { return slice(form_bytes_, form_offsets_, form); }
  std::string_view fold(FoldId fold) const { return slice(fold_bytes_, fold_offsets_, fold); }
  FormId first_form(FoldId fold) const { return first_forms_[fold]; }  // of fold + 1: one past its last
  FoldId fold_of(FormId form) const { return form_folds_[form]; }
  // Makes `out` this form, as match::make_form() made it.
  void form(FormId form, match::Form& out) const;
  // The same, but for its skeleton, in place.
  match::FormView view(FormId form) const {
    const FoldId of = fold_of(form);
    return {text(form), fold(of), {}, static_cast<uint16_t>(rarities_[of]), static_cast<uint16_t>(rarities_[of] >> 16)};
  }
  std::optional<FoldId> find(std::string_view folded) const;
  std::optional<FormId> find_text(std::string_view text) const;  // of a Latin form
  // Appends every fold that shares a deletion with `folded`: all that are max_edits apart or less, and some more; in no
  // order, some of them several times.
  void near(std::string_view folded, std::vector<FoldId>& out) const;
  // Appends every form whose consonants (skeleton() of a Latin form) have this hash value: all with this skeleton, and
  // perhaps some more.
  void with_skeleton(std::string_view skeleton, std::vector<FormId>& out) const;

 private:
  static std::string_view slice(std::string_view bytes, const Column& offsets, uint32_t i) {
    return bytes.substr(offsets[i], offsets[i + 1] - offsets[i]);
  }
  uint32_t form_count_ = 0;
  uint32_t fold_count_ = 0;
  Column form_offsets_, form_folds_, fold_offsets_, first_forms_, rarities_;
  std::string_view form_bytes_, fold_bytes_;
  Buckets deletes_, skeletons_;
};

}  // namespace cordon::index
