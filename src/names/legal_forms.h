// Legal forms of companies in all languages, mapped to classes (data/legal_forms/forms.tsv).
#pragma once

#include <string_view>
#include <vector>

#include "names/tokenize.h"

namespace cordon::names {

struct LegalForm {
  size_t begin = 0;  // tokens [begin, end)
  size_t end = 0;
  std::string_view form_class;  // "ltd", "jsc" …
};

// Returns the legal forms among `tokens`, in order, not overlapping. `may_be_person` is the caution for names that may
// be a person's: then dotted letters count only at the end ("A.S. Petrov" has initials, "Vektor A.S." a form).
struct LegalFormSearch {
  bool may_be_person = false;
};
std::vector<LegalForm> find_legal_forms(const std::vector<Token>& tokens, LegalFormSearch search);
// Returns the class of a form written in Han or Hangul at the end or start of an unspaced name, and its bytes; empty
// class: none.
struct AffixForm {
  std::string_view form_class;
  size_t bytes = 0;
};
AffixForm legal_suffix(std::string_view norm);
AffixForm legal_prefix(std::string_view norm);

}  // namespace cordon::names
