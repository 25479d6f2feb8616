// Resolves one page's speakers from first to last: which party the words of an attribution mean (speakers.h). Private
// to the files speaker*.cc.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "reading/speakers.h"

namespace cordon::reading {

class SpeakerFinder {
 public:
  SpeakerFinder(const Text& text, const TokenKinds& kinds, const std::vector<Sentence>& sentences, Parties& parties)
      : text_(text), kinds_(kinds), sentences_(sentences), parties_(parties) {
    is_wide_ = text.language == "zh";
  }
  std::vector<Claim> settle(const std::vector<Attribution>& attributions);

 private:
  static bool is_denial_act(Act act) { return act == Act::kDeny || act == Act::kDismiss; }
  uint32_t token_at(uint32_t byte) const { return text_.token_at(byte); }
  const Token& tok(uint32_t i) const { return text_.tokens[i]; }
  bool is(uint32_t i, Kind kind) const { return kinds_.is(i, kind); }
  void add(const Attribution& a);
  void note_issued(const Attribution& a, int speaker);
  Span accused_before(const Attribution& a) const;
  int accused_party(std::string_view kind, uint32_t at);
  bool is_pointer(uint32_t begin, uint32_t end) const;
  bool is_western() const { return text_.language == "de" || text_.language == "fr" || text_.language == "es"; }
  bool is_determined(Span span) const;
  bool is_pronoun(Span span) const;
  bool says_openly(const Attribution& a) const;
  bool has_no(const std::vector<Span>& content) const;
  bool is_opposite(uint32_t i, uint32_t end) const;
  int answering_party(uint32_t at) const;

  bool is_document(int party, Span span) const;
  struct Phrase {
    uint32_t begin = 0, end = 0;  // tokens
    int head = -1;                // token of the noun that the phrase is built on
    int name = -1;                // the party it names, where a name is its head
    Span name_span;
    int owner = -1;  // Delta Vektor's founder: Delta Vektor
    bool owner_before = false;
    int possessive = -1;  // token of its, his, their
    int apposition = -1;  // token of the noun behind a name: X, its spokeswoman
    bool is_definite = false;
    bool is_former = false;
    bool only_name = false;
    std::string state;
  };
  bool is_noun(uint32_t i) const;
  static bool is_former_word(std::string_view w);
  Phrase analyze(Span span) const;
  std::string adjective_state(uint32_t begin, uint32_t end) const;
  bool in_mention(const std::vector<Mention>& mentions, uint32_t i) const;
  bool in_name(const std::vector<Mention>& mentions, uint32_t i) const;
  bool is_turkish_genitive(uint32_t i) const;
  void settle_name(Phrase& phrase, const std::vector<Mention>& mentions, uint32_t core_end) const;
  bool is_only_spoken_to_or_of(const Phrase& phrase, const Mention& name, bool behind_comma) const;
  bool alike(std::string_view a, std::string_view b) const;
  bool is_same_noun(std::string_view a, std::string_view b) const;
  bool is_slavic() const { return text_.language == "ru" || text_.language == "uk" || text_.language == "pl"; }
  int go_between(const Attribution& a) const;
  int mentioned(Span span) const;
  int accused(Span content, uint32_t at);

  bool is_person_like(int party) const;
  size_t sentence_behind(uint32_t byte) const;
  int document_before(uint32_t at);
  bool is_embassy(int party);
  static bool is_plural_noun(std::string_view noun);
  bool says_of_self(const Claim& claim) const;
  bool is_name_behind(uint32_t i) const;
  bool stands_beside(int party, uint32_t noun) const;
  int asked_before(uint32_t at, std::string_view kind);
  int named_behind_comma(const Sentence& sentence, size_t i) const;
  int described_since(const Claim& claim, uint32_t at, std::string_view kind);
  int many_before(uint32_t at);
  int many_at_head(uint32_t at);
  bool is_trade_with_who(const Sentence& sentence, size_t i) const;
  static uint32_t behind_subordinator(const Sentence& sentence, size_t noun);
  std::string two_word_body(const Phrase& phrase) const;
  int firm_behind_comma(const Sentence& sentence, size_t i) const;
  bool is_many(uint32_t i) const;
  static bool has_colon_before(const Sentence& sentence, uint32_t at);
  int described_at_head(const Sentence& sentence, uint32_t at, std::string_view kind);
  static int article_gender(std::string_view w);
  static bool is_singular_article(std::string_view w);
  int subject_described(uint32_t at, std::string_view kind);
  Span slavic_phrase(const std::vector<Unit>& units, size_t i) const;
  int person_spoken_of(uint32_t at);
  int counted_before(uint32_t at);
  int pronoun_speaker(std::string_view kind, uint32_t at);
  int known_gender_in(Span span, std::string_view kind) const;
  int subject_of_tail(uint32_t at) const;
  int subject_just_before(uint32_t at, std::string_view kind);
  int subject_before_colon(uint32_t at) const;
  bool is_firm_after_all(const Claim& claim, uint32_t at);
  bool asks_and_is_answered(size_t i, std::string_view kind, uint32_t at) const;
  int person_of_sentence(uint32_t at, std::string_view kind) const;
  bool replies(uint32_t at) const;
  static size_t behind_lead(const Sentence& sentence);
  bool is_firm_noun(std::string_view noun) const;
  bool is_unsure_firm(const Claim& claim);
  bool is_person_after_all(const Claim& claim, uint32_t at);
  int person_since(const Claim& claim, uint32_t at) const;
  int owner_of(const Mention& m, const Sentence& sentence) const;
  int subject_since(const Claim& claim, uint32_t at, std::string_view kind) const;
  uint32_t block_at(uint32_t byte) const;
  bool is_attached_dative(uint32_t i) const;
  bool is_turkish_oblique(uint32_t i) const;
  bool is_plural_genitive(uint32_t i) const;
  int speaker_before(const Attribution& a, Claim& claim);
  static bool is_asked(const Unit& unit);
  static bool opens_with_comma(const Sentence& sentence);
  static uint32_t behind_time(const Sentence& sentence);
  int person_behind(const Sentence& sentence, uint32_t byte) const;
  uint32_t described_end(const Sentence& sentence, uint32_t byte) const;
  int subject_of_sentence(const Attribution& a, uint32_t number, Claim& claim);
  void name_interviewers();
  Span with_name(Span span) const;
  int subject_before(const Attribution& a, Claim& claim);

  int resolve(Span span, uint32_t at, std::string_view& rule);
  bool is_agent_noun(const Phrase& phrase) const;
  bool is_some_of_them(uint32_t i) const;
  bool names_behind_comma(Span span, const std::vector<Mention>& within) const;
  static bool is_possessive(const std::vector<Found>& found);
  bool only_adverbs(uint32_t begin, uint32_t end) const;
  bool has_content(uint32_t begin, uint32_t end) const;
  int office_behind(const Phrase& phrase, uint32_t at);
  bool runs_a_firm(uint32_t i) const;
  int firm_before(uint32_t byte) const;
  int named(const Phrase& phrase, uint32_t at, std::string_view& rule);
  bool state_office(const Phrase& phrase) const;
  int principal(const Phrase& phrase, uint32_t at);
  bool is_of_state(const Phrase& phrase) const;
  int body_in(const Phrase& phrase);
  int body_party(const std::string& state, const std::string& noun, Span span, const std::string& of = {});
  int referent(int token, uint32_t at);
  bool is_turkish_owner(const Phrase& phrase) const;
  bool is_of_firm(const Phrase& phrase) const;
  static bool is_unsure(const Party& p);
  int firm_after_all(uint32_t byte);
  int publisher_before(uint32_t byte) const;
  std::string noun_text(uint32_t i) const;
  int the_page();
  int named_behind_comma(Span span) const;
  int firm_in_apposition(Span span) const;
  int apposed_at_end(Span span) const;
  bool has_stop(uint32_t i, std::string_view value) const;
  bool is_written_as_name(const Phrase& phrase) const;
  int part_of(Span span, const Found& f, uint32_t begin, std::string_view& rule);

  // speaker_descriptions.cc
  struct Description {
    Span span;
    const Phrase& phrase;
    uint32_t at = 0;
    std::string head = {};    // its noun
    uint32_t head_token = 0;  // what follows says of what kind that is
    bool is_person = false, is_company = false, is_body = false, is_medium = false;
    bool is_document = false;  // and no person
    std::string number = {};   // two, several
    bool is_counted = false;   // or one
    bool is_short = false;
  };
  struct Meant {
    int party = -1;
    std::string_view rule;
  };
  int describe(Span span, const Phrase& phrase, uint32_t at, std::string_view& rule);
  Description description_of(Span span, const Phrase& phrase, uint32_t at) const;
  Meant name_behind(const Description& d);
  Meant people_of_body(const Description& d);
  Meant body_meant(const Description& d);
  int body_with_longer_name(const Description& d) const;
  Meant press_office_of(const Description& d);
  Meant publication_of(const Description& d);
  Meant document_of(const Description& d);
  Meant holder_in_lead(const Description& d);
  Meant firm_or_body_of(const Description& d);
  bool is_other_body(int known, const Description& d);
  Meant pointed_to_in_english(const Description& d);
  bool is_meant(int person, const Description& d) const;
  Meant person_of_that_noun(const Description& d);
  Meant person_accused(const Description& d);
  bool is_noun_of_another(const Description& d, int person) const;
  Meant described_before(const Description& d);
  bool is_same_head(const Description& d, const Party& p) const;
  bool is_one_of(const Description& d, const Party& p) const;
  bool is_described_so(const Description& d, const Party& p, const std::string& number) const;
  int group_of(const Description& d) const;
  int add_described(const Description& d);
  bool is_authored(const Party& party, const Description& d) const;
  PartyType described_type(const Description& d, bool is_generic) const;
  void attach(Party& party, const Description& d);
  int described_gender(const Description& d, const Party& party) const;
  int year_old(uint32_t at) const;
  int office_speaking(uint32_t at) const;
  int issuer_before(uint32_t head);
  int issuer_in(const Sentence& sentence, uint32_t verb);
  int office_named_before(const std::string& head, uint32_t at) const;
  Span without_participle(Span span) const;
  bool speaks_for_another(const Phrase& phrase, uint32_t head, const Party& known) const;
  static bool is_joined_form(std::string_view a, std::string_view b);
  int named_like(uint32_t i) const;
  int presented_by(const Phrase& phrase) const;
  int issued_by(uint32_t head, uint32_t at);
  int sent_before(uint32_t head) const;
  bool is_anonymous(const Phrase& phrase) const;
  bool is_any_again(uint32_t i) const;
  bool has_articles() const;
  bool is_advocate(uint32_t i) const;
  bool is_office(uint32_t i) const;
  bool is_kin(uint32_t i) const;
  const Lexeme* noun_lexeme(uint32_t i) const;
  std::string number_word(const Phrase& phrase) const;
  bool is_one(const Phrase& phrase) const;
  int person_described(const std::string& head, uint32_t head_token, uint32_t at);
  int named_without_office(uint32_t head_token, uint32_t at) const;
  int person_titled(const Phrase& phrase, uint32_t at) const;
  bool points_to_person(const Phrase& phrase, uint32_t head) const;
  bool is_advocate_of(const Mention& m) const;
  bool is_generic(const std::string& head) const;
  int known_description(const std::string& head, PartyType type, bool medium, uint32_t at, bool article);
  bool is_body_by_name(const Mention& m) const;
  int firm_of_last_speaker(uint32_t at);
  static bool is_of_word(std::string_view w);
  int firm_with_officer(uint32_t at);
  bool is_place_of(const Mention& m) const;
  int person_of_noun_alone(const Description& d) const;
  int chinese_person_of_noun(const Description& d) const;
  bool is_in_place(const Mention& m) const;
  int company_by_context(uint32_t at);
  int body_spoken_of(const std::string& head, uint32_t at);
  int office_holder(const std::string& head, uint32_t from) const;
  bool is_within_title(uint32_t k, uint32_t name) const;
  bool is_press_office(uint32_t i) const;
  bool is_published(uint32_t i) const;
  bool is_leaked(const Phrase& phrase) const;
  bool is_publisher(int party) const;
  bool has_word(std::string_view name, std::string_view word);
  bool is_verb_of_saying(uint32_t i) const;
  bool ends_description(uint32_t i) const;
  bool described_as(const Mention& m, std::string_view head) const;

  // speaker_english.cc
  uint64_t akin_groups(const std::string& word);
  int akin_before(const std::string& head, bool person, uint32_t at);
  bool has_akin_beside(const Mention& m, uint64_t groups);
  bool calls_again(uint32_t i) const;
  int person_called_again(uint32_t head, uint32_t at);
  int person_meant(const Phrase& phrase, const std::string& head, uint32_t at);
  bool is_unintroduced(int party) const;
  int introduced_by_office(const Phrase& phrase, uint32_t at);
  int introduced_as_former(std::string_view noun, uint32_t at) const;
  bool is_firm_by_noun(const Party& p) const;
  bool has_come_in(const std::string& noun, uint32_t at) const;
  int firm_just_speaking(const std::string& noun, uint32_t at) const;
  int outside_the_content(std::string_view kind, uint32_t at);
  int published_by_clause(const Phrase& phrase) const;
  int named_with_last_word(const std::string& noun, uint32_t at) const;
  int one_of_at_head(const Sentence& sentence, uint32_t at);
  bool is_plain_description(const Phrase& phrase) const;
  std::string state_beside(const Mention& m) const;
  int firm_of_state(const std::string& state, uint32_t at) const;
  int state_body_at(uint32_t i, const std::string& head);
  int body_of_staff(uint32_t head, uint32_t at) const;
  std::string portfolio(const Phrase& phrase) const;
  bool is_other_ministry(int party, const std::string& of) const;
  int ministry_meant(const Phrase& phrase, const std::string& of, uint32_t at);
  const Text& text_;
  const TokenKinds& kinds_;
  const std::vector<Sentence>& sentences_;
  Parties& parties_;
  std::vector<Claim> claims_;
  struct Body {
    std::string key;  // state and noun
    std::string of;   // trade, of the trade ministry
    int party = -1;
  };
  std::vector<Body> bodies_;
  std::vector<std::pair<std::string, int>> described_;  // number word and party
  std::vector<std::pair<std::string, int>> published_;  // noun of the publication and whose it is
  std::vector<std::pair<uint32_t, int>> spoken_of_;     // token of a body's noun and the party made of it
  int page_ = -1;
  bool strong_ = false;
  Span accused_, last_accused_;  // whom the claim before accuses, where this one denies; of the claim just added
  int asker_ = -1;               // who asked somebody that a description is of, while that is looked for
  bool says_no_ = false;         // the claim that is settled denies, or says no in its words
  bool is_wide_ = false;
  std::unordered_map<std::string, bool> has_word_;  // by name and word
  static constexpr size_t kMostDescribed = 300;     // descriptions looked back at: time stays linear in the page
  static constexpr size_t kPortfolioStem = 5;       // letters: defence, defense
  std::vector<std::string> akin_names_;
  std::unordered_map<std::string, uint64_t> akin_of_;  // by word
};

}  // namespace cordon::reading
