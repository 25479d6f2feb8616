// The two names of a hit, part under part: what an explanation shows and what its counterfactuals change.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/profile.h"
#include "model/screening.h"

namespace cordon::screen {

struct NameColumn {
  std::string subject_text;          // empty where the subject's name has no counterpart …
  std::string entity_text;           // … or the listed one
  Finding finding = Finding::kNote;  // kNote: a title or legal form, or a word that counts neither way
  std::string note;
  Points points = 0;
  PartSpan subject_parts, entity_parts;
};

// Every part of the two names of `hit` once, in the subject's order; a part that only the listed name has stands behind
// the one it follows there. Parts that differ, and legal forms, share a column. Empty where no names were
// compared. The evidence says what belongs together; nothing is judged again. REQUIRES: judge() made `hit` of these
// two.
std::vector<NameColumn> name_columns(const Hit& hit, const Subject& subject, const Entity& entity, Scorer scorer);

// One name, whose parts can be left out, replaced and added in its text as written.
class EditableName {
 public:
  // REQUIRES: `parts` is what name_columns() takes `text` to consist of: subject_parts().
  EditableName(std::string_view text, const std::vector<std::string>& parts);
  std::string without(PartSpan span) const { return replaced(span, ""); }
  std::string replaced(PartSpan span, std::string_view by) const;
  // Behind the part of that number, or in front of all.
  std::string with_behind(int part, std::string_view added) const;

 private:
  struct Place {
    size_t begin, end;
  };
  std::string text_;
  std::vector<Place> places_;  // by part
};

// The texts of the parts of the subject's name that was compared, as PartSpan counts them.
std::vector<std::string> subject_parts(const Hit& hit, const Subject& subject, Scorer scorer);

}  // namespace cordon::screen
