// The tables beside this file, compiled in: name parts and how rare ones are spelled, cultures, spellings,
// organisations.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "world/random.h"

namespace cordon::world {

// Calls `row` with the fields of each line of bench/world/<name> that is neither empty nor a comment.
void for_each_row(std::string_view name, const std::function<void(const std::vector<std::string_view>&)>& row);
std::vector<std::string_view> split(std::string_view text, char mark);
// Aborts with a message where the text is no number: the tables are ours.
uint32_t number(std::string_view text);

// Weighted choice among values; weights are whole numbers.
template <typename T>
struct Weighted {
  std::vector<T> values;
  std::vector<uint32_t> cumulative;

  void add(T value, uint32_t weight) {
    values.push_back(std::move(value));
    cumulative.push_back((cumulative.empty() ? 0 : cumulative.back()) + weight);
  }
  bool empty() const { return values.empty(); }
  const T& pick(Random& random) const { return values[random.weighted(cumulative)]; }
};

// A name part that many bear. `latin` is empty where the Latin form follows from the Cyrillic original.
struct KnownPart {
  std::string latin;
  std::string original;
  Weighted<std::string> spellings;  // `latin` among them
  bool is_word = false;             // of a brand: a word that nobody spells by ear
};

// Spells made-up parts: what letters follow the last two or three, as learned from real parts of a role.
class LetterModel {
 public:
  void add(std::string_view context, std::string_view next);
  bool empty() const { return rows_.empty(); }
  // A word of 4 to 13 letters (lower case) that the stream decides.
  std::string spell(Random random) const;

 private:
  struct Row {
    std::u32string letters;
    std::vector<uint32_t> cumulative;
  };
  const Row* find(std::u32string_view word, size_t letters) const;
  bool spell_once(Random& random, std::u32string& word) const;
  std::unordered_map<uint64_t, Row> rows_;
};

// The parts of one role of one culture: known ones by weight, rare ones by rank (Zipf's law: every octave of ranks as
// likely).
struct Lexicon {
  std::string name;  // "arabic given": the key of its rare parts
  Weighted<KnownPart> known;
  LetterModel letters;
  std::vector<std::string> stems, ends;  // rare parts are put together of these, where there are any
  uint32_t rare_share = 0;               // per mille
  uint32_t first_octave = 6;
  uint32_t last_octave = 12;

  // The part of rank `rank` among the rare ones.
  KnownPart rare(uint32_t rank) const;
  KnownPart draw(Random& random) const;
};

struct Culture {
  std::string name;
  std::string build;            // how a person's name is built: "slavic", "arabic", …
  uint32_t middle_share = 0;    // per mille with a middle name, patronymic, …
  uint32_t original_share = 0;  // per mille listed in their own script too
  uint32_t party_share = 0;     // per mille
  uint32_t customer_share = 0;  // per mille
  Weighted<std::string> countries;
  Lexicon given_m, given_f, family;  // `given_f` is empty where the table does not tell
};

// Languages of organisations' names, in the order of the table's columns.
enum class Language : uint8_t { kEnglish, kRussian, kSpanish, kFrench, kGerman, kArabic, kPersian };
constexpr size_t kLanguages = 7;
// Where a concept stands: line of business; what an organisation begins with; what it is for; …
enum class Slot : uint8_t { kKind, kHead, kField, kAdjective, kUnit, kCompany, kFamilyFirm };
constexpr size_t kSlots = 7;
struct Concept {
  std::array<std::string, kLanguages> texts;
};
struct LegalForm {
  std::vector<std::string> spellings;     // the usual one first
  std::vector<std::string> translations;  // may be empty
};
struct Place {
  std::string original;
  std::vector<std::string> latin;
};

struct Tables {
  std::vector<Culture> cultures;
  Weighted<size_t> of_parties, of_customers;                            // indices of `cultures`
  std::unordered_map<std::string, std::vector<std::string>> nicknames;  // "western william"
  std::array<Weighted<Concept>, kSlots> concepts;
  std::unordered_map<std::string, Weighted<LegalForm>> legal_forms;  // by country, "*" for all
  std::unordered_map<std::string, std::vector<Place>> places;        // by culture
  Lexicon words;                                                     // of organisations' names, real counts
  Weighted<std::string> ship_words;
  std::vector<std::string> brand_first, brand_middle, brand_last;
};

const Tables& tables();

}  // namespace cordon::world
