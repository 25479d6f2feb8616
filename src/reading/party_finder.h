// Finds one page's parties by name (parties.h): listed ones first, then states, names in quotation marks, names by
// their capitals, and what scripts without capitals show. A token is taken by one name. Private to the files party*.cc.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "reading/parties.h"

namespace cordon::reading {

constexpr uint64_t bit(Kind kind) { return uint64_t{1} << static_cast<int>(kind); }
// Kinds of words that are no part of a name.
constexpr uint64_t kFunctionWords =
    bit(Kind::kAuxiliary) | bit(Kind::kNegation) | bit(Kind::kAdverb) | bit(Kind::kThat) | bit(Kind::kWhether) |
    bit(Kind::kPronoun) | bit(Kind::kDeterminer) | bit(Kind::kPossessive) | bit(Kind::kPreposition) |
    bit(Kind::kConjunction) | bit(Kind::kSubordinator) | bit(Kind::kTime) | bit(Kind::kTitle) | bit(Kind::kPartOf);

class PartyFinder {
 public:
  PartyFinder(const Text& text, const TokenKinds& kinds, const std::vector<Quote>& quotes,
              const std::vector<Sentence>& sentences);
  Parties find(std::span<const ListedMention> listed);

 private:
  using Words = std::vector<std::string>;  // of a name, folded

  uint32_t token_at(uint32_t byte) const { return text_.token_at(byte); }
  const Token& tok(uint32_t i) const { return text_.tokens[i]; }
  uint32_t count() const { return static_cast<uint32_t>(text_.tokens.size()); }
  bool is(uint32_t i, Kind kind) const { return kinds_.is(i, kind); }
  void mention(int party, Span span);
  void add_listed(std::span<const ListedMention> listed);
  Words folds(uint32_t begin, uint32_t end) const;
  bool run_has(uint32_t begin, uint32_t end, Kind kind) const;
  bool has_stop(uint32_t i, std::string_view value) const;

  // party_words.cc: which party the words of a name mean
  int party_for(const Words& words, Span span, PartyType type, bool titled = false);
  bool stands_at_cue(Span span) const;
  void set_words(int party, const Words& words);
  std::vector<int> candidates(const Words& words) const;
  int note(int party, const Words& words, Span span, PartyType type);
  bool known_surname(const std::string& fold) const;
  bool is_part_of_name(const std::string& fold) const;
  const std::vector<uint32_t>& places_of(const std::string& fold);
  void spread(const Words& words, int party);

  // party_states.cc
  void add_states();
  bool is_flag(uint32_t end) const;
  bool is_place(uint32_t begin, uint32_t end) const;

  // party_media.cc
  void add_outlets();
  void mark_media();
  static bool is_media_word(std::string_view fold);
  bool is_the_site(uint32_t begin, uint32_t end) const;

  // party_quoted.cc
  void add_quoted();
  bool seen_elsewhere(uint32_t begin);

  // party_runs.cc: where a name by capitals begins and ends
  bool may_begin_name(uint32_t i) const;
  bool is_compound_participle(uint32_t i) const;
  bool is_common_noun(uint32_t i) const;
  bool german_name(uint32_t i) const;
  bool is_proper_body(uint32_t i) const;
  uint32_t run_end(uint32_t i) const;
  bool titled_article(uint32_t i) const;
  bool is_told_place(uint32_t i) const;
  bool joins_portfolios(uint32_t i, uint32_t end) const;
  bool is_plain_pair(uint32_t begin, uint32_t end) const;
  uint32_t slavic_place_end(uint32_t begin, uint32_t end) const;
  uint32_t slavic_owner_end(uint32_t begin, uint32_t end) const;

  // party_capitals.cc: which runs of capitals are names
  void add_capitals();
  bool may_be_by_place(uint32_t i, uint32_t end) const;

  // party_types.cc: what the bearer of a name is
  PartyType type_of(uint32_t begin, uint32_t end, bool& sure) const;
  void set_office(Party& p, uint32_t begin) const;
  int given_gender(uint32_t first) const;
  int titled_gender(uint32_t begin) const;

  // party_arabic.cc: persons in Arabic and Persian
  void add_appositions();
  void add_names_before_office();
  bool add_arabic_name(uint32_t i);
  bool is_masdar(uint32_t k) const;
  void add_person(uint32_t begin, uint32_t end);

  // party_chinese.cc
  void add_wide();
  bool is_sound(uint32_t i) const;
  void add_transcribed();
  void add_wide_name(uint32_t begin, uint32_t end, PartyType type);

  const Text& text_;
  const TokenKinds& kinds_;
  const std::vector<Quote>& quotes_;
  Parties out_;
  std::vector<bool> taken_, starts_;  // tokens of a name; at which a sentence, a quotation or the like begins
  std::unordered_set<std::string> small_, amid_;  // words seen with a small letter; with a capital amid a sentence
  std::map<int, Words> words_;                    // of each party's fullest name
  // Parties by the first word of their names, by the last, and, of one word, by that.
  std::unordered_map<std::string, std::vector<int>> by_first_, by_last_, by_only_;
  std::unordered_map<std::string, std::vector<uint32_t>> places_of_;  // tokens by fold, where names are spread
  std::unordered_map<std::string, int> acronyms_;                     // Tavrin Trade House (TTH): by TTH
  std::unordered_set<int> sure_;                 // parties whose type something beside a name tells
  std::unordered_map<std::string, int> quoted_;  // how often a short quotation begins so
  std::unordered_set<std::string> places_;       // words that are where something is: in Bergen
  bool has_case_ = true;                         // the script has capitals
};

}  // namespace cordon::reading
