// What the tables of goods cannot say with a list of full names alone, from data/lexicons/goods.tsv: words that name
// goods only behind the goods' full name ("the cameras" behind "thermal cameras"), last parts of compounds
// (Aufklärungsdrohnen), and phrases in which a word of goods names none ("the arms dealer").
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "reading/text.h"

namespace cordon::reading {

// One language's words. Immutable once read; shared by all threads.
class GoodsWords {
 public:
  static const GoodsWords& of(std::string_view language);

  // Returns the families that a short word at tokens[at] may stand for, and in `end` where it ends; empty where none.
  std::vector<std::string_view> shorts_at(std::span<const Token> tokens, uint32_t at, uint32_t limit,
                                          uint32_t& end) const;
  // Returns where a phrase that names no goods ends, `at` where none begins there.
  uint32_t guard_at(std::span<const Token> tokens, uint32_t at, uint32_t limit) const;
  // Returns the family that the last part of a compound tells, empty where none does.
  std::string_view family_by_ending(const Token& token) const;

 private:
  explicit GoodsWords(std::string_view language);
  struct Hash {  // looked up by views, without a copy
    using is_transparent = void;
    size_t operator()(std::string_view word) const { return std::hash<std::string_view>()(word); }
  };
  struct Form {
    std::vector<std::string> words;  // folds; one that ends with '*' is the start of a word
    std::string family;              // empty: a guard
  };
  void add(std::string_view kind, std::string_view family, std::string_view forms, std::string_view language);
  // Calls `take` with each form that stands at tokens[at] and the token behind it.
  template <typename Take>
  void each_form(std::span<const Token> tokens, uint32_t at, uint32_t limit, Take take) const;

  std::vector<Form> forms_;
  std::unordered_map<std::string, std::vector<uint32_t>, Hash, std::equal_to<>> by_word_;   // first word
  std::unordered_map<std::string, std::vector<uint32_t>, Hash, std::equal_to<>> by_start_;  // its start, where '*'
  std::unordered_map<std::string, std::string, Hash, std::equal_to<>> endings_;             // family by ending
  size_t longest_start_ = 0;
  bool is_arabic_ = false;
  bool is_german_ = false;
};

}  // namespace cordon::reading
