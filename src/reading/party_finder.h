// Finds one page's parties by name (parties.h): listed ones first, then states, names in quotation marks, names by
// their capitals, and what scripts without capitals show. A token is taken by one name. Private to the files party*.cc.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "reading/name_words.h"
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
  bool is_person_noun(uint32_t i) const { return is(i, Kind::kPerson) || is(i, Kind::kSpokesman); }
  bool is_role(uint32_t i) const { return is_person_noun(i) || is(i, Kind::kTitle); }
  bool is_western() const { return text_.language == "fr" || text_.language == "es" || text_.language == "de"; }
  Span span_of(uint32_t begin, uint32_t end) const { return {tok(begin).begin, tok(end - 1).end}; }
  void take(uint32_t begin, uint32_t end);
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
  bool names_state(uint32_t i) const;
  bool is_flag(uint32_t end) const;
  bool is_place(uint32_t begin, uint32_t end) const;

  // party_media.cc
  void add_outlets();
  void mark_media();
  static bool is_media_word(std::string_view fold);
  bool is_the_site(uint32_t begin, uint32_t end) const;

  // party_quoted.cc
  void add_quoted();
  bool is_quoted_name(const Quote& quote, uint32_t begin, uint32_t end);
  bool seen_elsewhere(uint32_t begin);

  // party_runs.cc: where a name by capitals begins and ends
  bool is_slavic_li(uint32_t i) const;
  bool is_arabic_article_name(uint32_t i) const;
  bool may_begin_name(uint32_t i) const;
  bool may_begin_at_start(uint32_t i) const;
  bool is_compound_participle(uint32_t i) const;
  bool is_common_noun(uint32_t i) const;
  bool german_name(uint32_t i) const;
  bool is_before_legal_form(uint32_t i) const;
  bool is_proper_body(uint32_t i) const;
  uint32_t run_end(uint32_t i) const;
  bool ends_before(uint32_t end) const;
  bool is_like_name(uint32_t end) const;
  bool is_no_part(uint32_t end) const;
  uint32_t behind_connectors(uint32_t i, uint32_t end) const;
  bool titled_article(uint32_t i) const;
  bool is_told_place(uint32_t i) const;
  bool joins_portfolios(uint32_t i, uint32_t end) const;
  bool is_plain_pair(uint32_t begin, uint32_t end) const;
  uint32_t slavic_place_end(uint32_t begin, uint32_t end) const;
  uint32_t slavic_owner_end(uint32_t begin, uint32_t end) const;

  // party_capitals.cc: which runs of capitals are names
  struct Run {
    uint32_t begin = 0, end = 0;
    PartyType type = PartyType::kOrganization;
    bool is_titled = false;
    bool is_sure = false;      // something beside it tells its type
    bool is_by_place = false;  // its capital may be that of the sentence
  };
  void add_capitals();
  std::vector<Run> capital_runs() const;
  bool is_word_before_name(uint32_t i, uint32_t end) const;
  bool names_states(uint32_t begin, uint32_t end) const;
  bool is_shouted(uint32_t begin, uint32_t end) const;
  bool is_known_word(uint32_t begin, uint32_t end) const;
  bool is_date(uint32_t begin, uint32_t end) const;
  bool is_titled(uint32_t begin, uint32_t end) const;
  void note_places(const std::vector<Run>& runs);
  void add_run(const Run& run);
  void describe_bearer(Party& p, const Run& run) const;
  void add_short_firms(const std::vector<Run>& runs);
  void settle_acronyms();
  bool is_known_given_name(uint32_t i) const;
  uint32_t before_slavic_name(uint32_t begin, uint32_t end) const;
  bool speaks_as_name(uint32_t i, uint32_t end) const;
  static bool has_surname_ending(std::string_view word);
  bool may_be_by_place(uint32_t i, uint32_t end) const;
  bool may_be_turkish_word(uint32_t i, uint32_t end) const;

  // party_types.cc: what the bearer of a name is
  struct Bearer {
    PartyType type = PartyType::kOrganization;
    bool is_sure = false;  // something beside the name tells it, and not only how many capitals it has
  };
  Bearer bearer_of(uint32_t begin, uint32_t end) const;
  std::optional<PartyType> type_by_words(uint32_t begin, uint32_t end) const;
  std::optional<PartyType> type_by_what_precedes(uint32_t begin, uint32_t end) const;
  bool is_trade(uint32_t i) const;
  bool is_office(uint32_t i) const;
  bool is_had_by_firm(uint32_t begin) const;
  std::optional<PartyType> type_by_apposition(uint32_t comma, uint32_t begin, uint32_t end) const;
  std::optional<PartyType> type_by_what_follows(uint32_t begin, uint32_t end) const;
  void set_office(Party& p, uint32_t begin) const;
  int given_gender(uint32_t first) const;
  int titled_gender(uint32_t begin) const;

  // party_arabic.cc: persons in Arabic and Persian
  void add_appositions();
  void add_names_before_office();
  void add_names_between_commas();
  void add_names_before_role();
  void add_names_behind_role();
  void add_bare_firms();
  bool add_arabic_name(uint32_t i);
  uint32_t behind_office(uint32_t i, bool after_cue) const;
  bool may_be_arabic_name(uint32_t i, bool after_cue) const;
  bool may_go_back(uint32_t i) const;
  uint32_t arabic_name_end(uint32_t begin) const;
  bool is_free(uint32_t i, uint32_t block) const;
  bool closes_name(uint32_t i, uint32_t block) const;
  bool is_masdar(uint32_t k) const;
  void add_person(uint32_t begin, uint32_t end);

  // party_chinese.cc
  void add_wide();
  bool is_sound(uint32_t i) const;
  void add_transcribed();
  void add_transcribed_at_offices();
  uint32_t sounds_end(uint32_t i) const;
  uint32_t sounds_begin(uint32_t i) const;
  void add_han_persons();
  bool is_given_character(uint32_t i) const;
  bool speaks_soon(uint32_t i) const;
  void add_names_by_ending();
  void add_name_with_ending(uint32_t i, std::string_view ending, NameWord kind);
  bool stands_at(uint32_t i, std::string_view characters) const;
  uint32_t han_name_begin(uint32_t i) const;
  uint32_t behind_particle(uint32_t begin, uint32_t end, bool trade) const;
  void add_ministries();
  void add_marked_names();
  void add_papers();
  void add_short_names();
  int add_wide_name(uint32_t begin, uint32_t end, PartyType type);
  void add_titled_surname(const std::string& surname, int party);
  static constexpr uint32_t kMostSounds = 8;  // characters of one part of a foreign name

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
