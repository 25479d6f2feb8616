// Reads the attributions of one sentence. The frames of cues (detail of a cue's row in the lexicon):
//   say     content clause, or a parenthesis in the midst or at the end of the content
//   tell    the same with an addressee between cue and content
//   np      object: deny the allegation, reject that …; also a clause
//   call    object and what it is called
//   accuse  addressee and of what
//   inf     what is asked for, promised, refused
//   ask     an indirect question
//   prep    according to NP
//   cite    citing NP: the speaker behind a medium
//   show    as say, but only a document can be the subject
//   only    a cue only where it is negated (did not respond)
//   none    stands without a speaker
//   voice   a passive whose agent speaks (was first voiced by)
//   so      so X: German, without a verb
//   out     what goes forth from a document, which stands behind its preposition: geht aus X hervor, ressort de X
//   origin  a claim comes from NP: Der Vorwurf, …, stammt von X
//   narrative  Et X d'ajouter: French, an infinitive behind its subject where a sentence begins with "Et"
// Flags beside them:
//   echo      the object is a claim of another that is said again
//   post      the cue stands behind its noun
//   behind    what is said stands behind a cue in two parts
//   locative  who speaks may stand behind a preposition
//   source    a cue only with "from": узнал от X, the medium is the subject
//   back      the content is the sentence before: к такому выводу пришёл X
//   at        who says it is a document that one reads it in
//   rumour    nobody is said to speak: il se murmure que
//   norm      as a law has it: nothing that anybody says
//   judge     what is said to be false so is dismissed
//   near      a Chinese verb that speaks only right behind its subject: 欧方担心
//   false     a cue only behind what is said to be false: “gülünç” buldu
//   liable    a cue only with what one is liable for
//   medium    of a preposition: what it gives is a report, whose speaker may stand in it
//   by        of a Persian passive: by whom, or nobody is said to say so
//   passive   in Slavic languages: считается, что …, nobody is said to say so; prep bare: по слухам
//   nobody    accused, and by whom nobody says: обвиняется в
//   light     a noun and the verb that goes with it, what is said between them: с призывом закрыть порт выступил X
//   quotes    a medium and who it quotes: quoted X as saying …
//   question  a refusal only of a question (dodged)
//   claim     a denial only of a claim (shot down)
//   manner    only of words in quotation marks, or of a clause that ends before its subject: laughed
//   von       a cue only where what is said follows with "von": geht von einem Anschlag aus
// Rows of kind "stop" that reading goes by:
//   saying    a noun with its act (detail)
//   formula   words of denial or refusal with their object
//   about     what a verdict in the speaker's words is about
//   story     what can be called false beside claims
//   petition  what is turned down and not denied
//   offer     with an infinitive behind it a request: предложил закрыть порт
//   suspect   an accusation with whom and of what: подозревает директора в растрате
//   guilt     what is denied or admitted of oneself
//   no cue    a verb in two parts that does not speak
//   lead      a noun of saying behind "with", detail = act: با رد
//   doing     a noun of doing, which heads an object and ends a subject: مسئولیت حمله را
//   mention   what names a thing, and is no claim where it does not
//   qualifies what takes back a part of a dismissal (propositions.cc)
//   if        a condition, in which nothing is said
//   nobody    no, kein: with it nobody says so
//   they say  a plural of saying that has no subject in hearsay
//   whom      him, them: a person as object
//   institution, staff: a body by its people (speakers.cc)
// English, in sentence_english_clauses.cc: anonymity, medium of saying, stance, made to speak, hears, some of them,
// aftermath, portfolio; in sentence_english_verdicts.cc: aspect, judges, wordless; each is explained above its row
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "reading/attribution.h"
#include "reading/slavic_words.h"

namespace cordon::reading {

// What differs between languages in how a sentence of saying is built.
struct Grammar {
  bool verb_first = false;         // Arabic: verb, subject, content
  bool verb_last = false;          // Turkish, Persian
  bool comma_before_that = false;  // German, Russian, Ukrainian, Polish
  bool drops_subject = false;      // Spanish, Arabic, Polish, Turkish, Persian, Ukrainian, Russian
  bool is_wide = false;            // Chinese
  bool marks_object = false;       // Persian: object را verb
  bool locative_subject = false;   // Russian: В компании отрицают
  bool is_slavic = false;          // endings tell subjects (slavic_words.h)
};

Grammar grammar_of(std::string_view language);
// The act of a cue's row.
Act act_of(const Lexeme& lexeme);
// Does `detail`, words with blanks between, hold `word`?
bool has_word(std::string_view detail, std::string_view word);
// French and Spanish infinitives by their endings.
bool is_romance_infinitive(std::string_view word, std::string_view language);

// sentence_cues.cc finds cues, sentence_phrases.cc where phrases end, sentence_statement.cc, sentence_verb_last.cc
// and sentence_persian.cc read what a verb of saying stands with, sentence_slavic.cc what endings say of it,
// sentence_western.cc what German, French and Spanish have of their own, sentence_nouns.cc, sentence_english.cc and
// sentence_slavic_nouns.cc what is said without one; the rest is in sentence_reader.cc.
class SentenceReader {
 public:
  SentenceReader(const Text& text, const std::vector<Quote>& quotes, const std::vector<Sentence>& sentences,
                 const std::vector<bool>& named, uint32_t number);

  std::vector<Attribution> read();

 private:
  // Units [begin, end) of the sentence.
  struct Range {
    int begin = 0;
    int end = 0;
    bool empty() const { return begin >= end; }
    int size() const { return end - begin; }
  };
  struct Cue {
    int unit = 0;
    Range group;  // with auxiliaries, negation and adverbs
    const Lexeme* lexeme = nullptr;
    bool negated = false;
    bool be = false;  // a form of "to be" before it
    bool done = false;
    Range middle;      // between the two parts of a cue in two parts
    int after = 0;     // behind it all
    int pronoun = -1;  // French: a-t-il déclaré: the subject between auxiliary and participle
  };

  const Unit& at(int i) const { return units_[i]; }
  bool has(const Lexeme& lexeme, std::string_view flag) const { return lexeme.detail.find(flag) != std::string::npos; }
  bool frame(const Cue& cue, std::string_view name) const;
  std::string_view fold(int i) const { return text_.tokens[units_[i].token].fold; }
  std::string_view last_fold(int i) const { return text_.tokens[units_[i].token_end - 1].fold; }
  bool is_boundary(int i) const;
  bool is_name(int i) const;
  bool is_speaker_noun(int i) const;
  bool is_function(int i) const;

  bool is_quoted(int i) const;
  bool speaks(Range range) const;
  Range german_subject(const Cue& cue, Range& object) const;
  bool has_stop(int i, std::string_view value) const;
  void add_found(Act act, Range speaker, Range cue, std::vector<Span> content, std::string_view rule);
  int german_subject_end(Range range) const;
  int spanish_subject_end(Range range) const;
  Range owner_of(int i) const;
  Range carrier_subject(int i) const;
  bool is_infinitive_clause(int i) const;
  bool read_seen();
  bool read_as_it_says();
  bool is_no_comment(const Attribution& a) const;
  bool withholds(const Attribution& a) const;
  bool withholds_comment(const Attribution& a) const;
  bool read_entry(const Cue& cue, Attribution& a);
  bool is_slavic_also(int i) const;
  int apposed_firm(Range left) const;
  bool read_claim_relative(const Cue& cue, Attribution& a);
  bool evokes_falsehood(const Attribution& a, const Cue& cue) const;
  int arabic_name_behind(int comma) const;
  bool is_arabic_matter(int i) const;
  bool is_bare_arabic_name(Range middle) const;
  bool has_object_attached(int i) const;
  int behind_arabic_addressee(int begin) const;
  bool is_clause_put_first(int first, int joint) const;
  Range document_place(int begin, int end) const;
  int entry_role_begin(int begin, int end) const;
  bool is_instrumental(int i) const;
  bool names_falsehood(const std::vector<Span>& content) const;
  bool refuses_to_tell(const Attribution& a) const;
  bool is_telling(uint32_t token) const;
  char32_t at_mark(Span cue) const;
  bool is_verdict_first(const Attribution& a) const;
  bool is_object_form(int i) const;
  int behind_other_clause(Range rest) const;
  bool opens_with_wish(int i, int limit) const;
  bool opens_with_seat(int i, int limit) const;
  bool opens_turkish_genitive(int i) const;
  bool is_turkish_whose(int i) const;
  int behind_turkish_time(Range rest) const;
  bool is_turkish_attribute(int i, int limit) const;
  int behind_turkish_whom(Range rest) const;
  bool is_turkish_object(const Cue& cue, int i) const;
  int behind_where_named(int begin, int limit) const;
  int behind_circumstance(int begin, int limit) const;
  int behind_label(int begin, int limit) const;
  int before_turkish_object(const Cue& cue, int begin, int end) const;
  bool severs(const Attribution& a) const;
  bool asks_about(int i) const;
  int wide_passive(int i) const;
  bool read_wide_passive(const Cue& cue);
  bool is_wide_attribute(int mark, int end) const;
  bool is_wide_setting(int i) const;
  bool is_wide_asked(int i) const;
  bool read_persian_passive(const Cue& cue, int first, Attribution& a);
  bool is_turkish_dative(int i) const;
  bool is_turkish_genitive(int i) const;
  bool is_setting_form(int i) const;
  bool opens_with_object(int i) const;
  int turkish_name_begin(int begin, int suffix) const;
  int turkish_subject_end(int begin, int end) const;
  bool read_pointed(const Cue& cue, int begin, Attribution& a);
  bool is_arabic_adjective_of(int noun, int i) const;
  bool accuses_whom_alone(Range right) const;
  bool read_arabic_object_first(const Cue& cue, Attribution& a);
  bool read_turkish_headline();
  bool read_turkish_direction();
  bool read_wide_cleft();
  int wide_whom_end(const Cue& cue) const;
  bool is_said_whole(const Cue& cue) const;
  bool is_owned(int i) const;
  int arabic_whom(Range speaker) const;
  int arabic_aside_begin(int begin, int end) const;
  bool is_interview(int colon) const;
  bool only_capitals(Range range) const;
  bool answers_before() const;
  bool read_said_noun();
  bool read_nobody(const Cue& cue);
  bool read_own_claim();
  bool read_view();
  bool read_wish();
  bool is_german_head(Range left, const Cue& cue) const;
  bool is_questioning(const Attribution& a, int after) const;
  bool is_interview_turn() const;
  bool is_verdict_first(int begin, int end) const;
  bool is_petition(const Attribution& a) const;
  bool is_spoken_of(int i) const;
  bool is_predicate_here(int i, int begin, int end) const;
  bool is_contrasted(int i) const;
  bool read_source_behind_dash();
  bool is_told_whom(Range range) const;
  bool is_bare_name(Range range) const;
  bool names_medium(Range range, const Cue& cue) const;
  bool split_formula(Attribution& a) const;
  void cut_subject_matter(Attribution& a) const;
  bool is_medium_of_saying(int i) const;
  void cut_romance_venue(const Cue& cue, Attribution& a) const;
  bool is_said_so(int i) const;
  bool is_object_behind(const Cue& cue, Range range) const;
  bool is_subjunctive_clause(int begin, int end) const;
  Act act_of_noun(int i) const;
  bool is_head_with_aside(const Cue& cue, int aside) const;
  Range accused_of(Range object) const;
  bool speaks_unknown(Range range) const;
  bool is_short_quote_before(int joint) const;
  bool is_name_label(int colon) const;
  void judge_claim(Attribution& a) const;
  int on_place_end(int begin) const;
  bool read_conditional(int limit);
  bool is_german_pointer(int i) const;
  std::vector<Span> said_before(int comma) const;
  int behind_all(int i) const;
  int object_pronoun(const Cue& cue) const;
  void take_pronoun_amid(Cue& cue) const;
  bool is_clitic(int i) const;
  bool is_participle_form(int i) const;
  bool read_object_twice(const Cue& cue, Attribution& a);
  Span source_in_cue(const Cue& cue) const;
  bool is_quoted_adverb(int close) const;
  bool is_relative_here(int i) const;
  bool is_enquiry_to(Range left, Range& whom) const;
  bool is_anonymity(const Attribution& a) const;
  bool asks_in_words(const Attribution& a) const;
  int before_dash(int begin, int end) const;
  int without_saying(int i) const;
  bool is_said_in_paper(const Cue& cue) const;
  Range said_in(int begin, int end) const;
  bool asks_behind_preposition(int i) const;
  void read_without_saying();
  void cut_behind(Attribution& a, uint32_t byte) const;
  bool has_zu_infinitive(int begin, int end) const;
  bool denies_clause(const Cue& cue, int comma) const;
  int before_relative_clause(int begin, int end) const;
  std::vector<Span> claim_before(int comma) const;
  bool read_romance_which(const Cue& cue, Attribution& a);
  int phrase_stop(int i) const;
  void skip_pronoun_asides();
  bool is_described(const Cue& cue) const;
  void take_bare_refusal(Attribution& a) const;
  int before_document(Range range) const;
  bool is_thing_of(Range range) const;
  int before_time(int begin, int end) const;
  bool read_german_which(const Cue& cue, Attribution& a);
  bool read_german_quoted(const Cue& cue, Attribution& a);
  bool read_german_speaks_of();
  bool is_circumstance(const Cue& cue) const;
  int behind_adverbs(int i) const;
  Range subject_amid(Range range) const;
  Span german_source_in(const Cue& cue) const;
  int behind_so(int end) const;
  bool goes_on_speaking(int i) const;
  bool is_name_before_adverb(Range named, bool after_quote) const;
  bool warns_somebody(int comma) const;
  bool is_told_amid(const Cue& cue) const;
  bool asks_whom_else(Range left, const Cue& cue) const;
  bool is_called_in_marks(int begin) const;
  bool read_points_to_document();
  bool read_suspicion();
  bool speaks_of_falsehood(int begin, int end) const;
  bool is_occasion(int begin, int comma) const;
  int accused_clause(const Cue& cue, int begin) const;
  bool is_apposition(int begin) const;
  int before_quantity(Range range) const;
  int source_end(Range range) const;
  Range subject_behind_auxiliary(int aux, const Cue& cue) const;
  int german_aside_end(int comma, bool& named) const;
  void skip_german_asides();
  bool goes_on_behind_aside(int verb, int close) const;
  Range who_in_relative(Range subject, const Cue& cue) const;
  bool read_view_before();
  bool is_false_in_marks(int begin, int end) const;
  bool is_unknown_name(int i) const;
  bool is_reported_behind(const Cue& cue) const;
  bool is_behind_document(int i) const;
  bool is_quoted_before_whom(const Cue& cue, int comma) const;
  int behind_whom(int begin) const;
  int apposed_end(int comma) const;
  Span antecedent_of(int relative) const;
  bool is_verb_behind_so(Range named) const;
  bool has_claim_first(int begin, int end) const;
  int reported_behind_colon(const Cue& cue, const Attribution& a) const;
  void read_their_words(const Cue& cue);
  bool goes_on_reported(int semicolon) const;
  int second_verb(int begin, int end) const;
  std::vector<Span> german_claim_before(Range left, const Cue& cue) const;
  bool read_own_words();
  bool read_rumour(const Cue& cue);
  bool is_finite(int i) const;
  int governed_end(Range range, bool is_subject) const;
  Range english_owner(int i, int& after) const;
  std::vector<Span> said_behind(Act act, int from, bool is_subject) const;
  bool read_english_noun();
  bool read_handed_on();
  bool read_english_view();
  bool read_english_hearsay(const Cue& cue, Attribution a);
  bool read_english_accused(const Cue& cue, Attribution a);
  bool read_dash_heading();
  bool read_signed_quotation();
  bool read_quotation_named();
  bool read_doubtful();
  bool lacks_claim(const Cue& cue, int after) const;
  bool has_clause(int begin) const;
  bool read_participle_first(const Cue& cue, Attribution a);
  Range before_relative(int i) const;
  bool read_quoted_as(const Cue& cue, Attribution a);
  bool read_english_nobody(const Cue& cue);
  bool read_what_cleft(const Cue& cue);
  void read_english_without();
  void unwrap_medium_behind();
  bool is_english_verdict(int i) const;
  bool is_english_possessor(int i) const;
  int judged_false(const Cue& cue, int after) const;
  bool is_source_at_end(const Cue& cue) const;
  bool is_bare_verdict(Range range) const;
  int that_behind_description(int begin) const;
  void read_contrary();
  bool is_part_of_name(int i) const;
  bool hides_name(const Cue& cue) const;
  bool is_released(int i) const;
  int refusal_with_nor(int i) const;
  bool is_clause_aside(int begin, int end) const;
  int english_agent_end(Range agent) const;
  bool read_second_source(const Cue& cue, Attribution& a);
  int relative_head(int that) const;
  void skip_english_dateline();
  void skip_emphasis();
  int reduced_relative_before(int verb) const;
  bool is_behind_reduced_relative(int verb, bool may_be_noun) const;
  void skip_reduced_relative();
  int behind_source_attribute(const Cue& cue, int end) const;
  int behind_time(Range left) const;
  int behind_question(Range left) const;
  bool tells_only_that(const Cue& cue, int after) const;
  bool is_head_with_relative(int comma) const;
  int behind_object(Range left) const;
  void split_english_front(const Cue& cue, Range& left, std::vector<Span>& fronted) const;
  bool opens_told_question(int i) const;
  bool is_document_before(int i) const;
  bool goes_on_perfect(const Cue& cue) const;
  bool only_passives(int begin, int end) const;
  bool is_description(int begin, int end) const;
  bool has_verb_before(int colon) const;
  bool is_conditioned(const Attribution& a) const;
  Range claimed_clause(const Cue& cue, Range subject) const;
  bool is_asked_aside(int begin, int end) const;
  int behind_aside(int comma, bool tells) const;
  bool read_stance();
  Range who_examined(int conjunction) const;
  int behind_who_clause(int i, int end) const;
  bool read_heard();
  bool is_named_aside(int begin, int end) const;
  bool is_reduced_passive(const Cue& cue) const;
  int accused_end(int begin, int end) const;
  int behind_apposed(Range left) const;
  bool only_yet(const Cue& cue) const;
  bool goes_on_with_answer() const;
  bool says_himself(Span speaker) const;
  bool is_time_clause(const Cue& cue) const;
  bool is_named_by_what(const Cue& cue, Range left) const;
  bool is_attribute(int i) const;
  bool leads_noun(int i) const;
  int apposed_with_that(Range left) const;
  const Attribution* claimed_so(int joint, int chunk) const;
  bool opens_with_subject(int begin, const Cue& cue) const;
  void take_denied_subject(const Cue& cue, int after, Range subject, Attribution& a) const;
  bool is_made_to_speak(int i) const;
  bool is_pronoun_in_clause(Range range) const;
  bool is_state(int i) const;
  bool points_with_that(int i) const;
  bool is_no_verb(int i) const;
  bool only_names(const Cue& cue, int after) const;
  bool tells_a_deed(const Cue& cue, int after, const Attribution& a) const;
  bool backs_a_thing(const Cue& cue, Range subject) const;
  Range with_subject(const Cue& cue) const;
  bool has_own_verb(int begin, int end) const;
  bool opens_when_clause(int i, int verb) const;
  bool is_name_behind_quote(int comma) const;
  void cut_main_clause(const Cue& cue, Attribution& a) const;
  bool is_document_noun(int i) const;
  bool is_subject_relative(int that) const;
  bool is_said_when(int i) const {
    return fold(i) == "before" || fold(i) == "after" || fold(i) == "since" || fold(i) == "until";
  }
  bool asks_behind(const Cue& cue) const;
  bool is_only_asked(const Cue& cue, Range left) const;
  Range who_issued(Range left) const;
  bool is_denied_next(const Cue& other, int begin) const;
  bool is_which_before(const Cue& cue, int begin) const;
  bool has_verb_near(int begin, int end) const;
  int venue_begin(Range range) const;
  uint32_t cue_begin(const Cue& cue) const { return at(cue.group.begin).span.begin; }
  std::vector<uint32_t> words_in(Span span) const;
  bool begins_with_refusal(const std::vector<uint32_t>& words) const;
  void drop_told_refusals();
  bool refuses_in_report(const std::vector<uint32_t>& words) const;
  void judge_quotation(Attribution& a, const Cue& cue) const;
  void judge_content(Attribution& a) const;
  bool has_predicate(int i, std::string_view value) const;
  bool opens_english_relative(int i) const;
  int behind_source_clause(int comma) const;
  int behind_addressee(const Cue& cue, int begin) const;
  void read_denied_claims();
  bool is_said_of_refusal(const Cue& cue, int comma) const;
  bool is_nothing_subject(const Cue& cue) const;
  int before_addressee_clause(int begin, int end) const;
  int before_second_deed(int begin, int end) const;
  bool is_in_when_clause(const Cue& cue, const Attribution& a, Range left) const;
  int before_that(int begin) const;
  int before_time_clause(int begin, int end) const;
  bool is_document_finding(const Cue& cue, Range speaker) const;
  int apposed_name_end(int comma, int limit) const;
  bool is_any_noun(Range range) const;
  bool is_when(Range range) const;
  int before_own_deed(int begin, int end) const;
  bool take_asker(int by, int end, Attribution& a) const;
  bool is_base_noun(int i) const;
  int told_to(Range range, Act act) const;
  bool is_thing_claimed(const Cue& cue, int after, const Attribution& a) const;
  bool is_told_in_passing(const Cue& cue, int from, int to) const;
  void read_without_verb();
  bool is_slavic_verb(int i) const;
  bool is_polish_verb(int i) const;
  bool leads_to_owner(int i) const;
  Range slavic_owner(int i) const;
  int phrase_end(int begin) const;
  int before_slavic_verb(int begin) const;
  std::vector<Span> slavic_noun_content(int i, int m, Act act) const;
  bool read_slavic_noun(bool heading);
  bool read_slavic_hearsay();
  bool read_polish_had();
  bool read_slavic_source();
  void read_slavic_without_verb();
  Span before_sentence() const;
  bool is_name_before_quotation() const;
  void find_label();
  bool is_source_label(int i, int colon) const;
  void take_answer(Attribution& a);
  std::vector<Attribution> read_turn(const Turn& turn);
  Act act_of_answer(Span sentence, const std::vector<Attribution>& inner) const;
  std::vector<Span> question_of(const Turn& turn) const;
  bool is_verdict(Span said) const;
  bool is_said_if(const Attribution& a, const Cue& cue) const;
  bool is_said_by_none(const Attribution& a) const;
  bool is_called_untrue(const Cue& cue) const;
  bool is_withheld(const Attribution& a, const Cue& cue) const;
  bool only_names_not(const Attribution& a, const Cue& cue) const;
  bool is_somebody_else(Span speaker) const;
  std::vector<Attribution> read_words();
  void read_quotation_behind_colon();
  bool is_sentence_in_quotes(Span span) const;
  void find_cues();
  void count_cues();
  void join_refusals();
  bool calls_claim(Range range) const;
  bool calls_it_something(Range range) const;
  bool speaks_of(int i) const;
  bool says_nothing(const Attribution& a, const Cue& cue) const;
  bool names_a_claim(Range range) const;
  bool is_dative(int i) const;
  bool is_genitive(int i) const;
  int persian_subject_end(int begin, int end) const;
  int persian_name_end(int begin, int limit, int& aside) const;
  int persian_aside_end(int open, int named, const Cue& cue) const;
  int dateline_agency_end(int dash) const;
  std::optional<Range> neither_nor(const Attribution& a) const;
  int arabic_subject_end(int begin, int end) const;
  bool is_arabic_participle(int i) const;
  void find_citations();
  Range cut_at_medium(Range named) const;
  int venue_before(int i) const;
  bool is_said_by_nobody(int i) const;
  bool is_noun_here(int i, const Lexeme& lexeme) const;
  bool is_singular_noun(int i) const;
  bool is_singular_verb(int i) const;
  bool opens_content(int i) const;
  bool is_english_adverb(int i) const;
  int verb_before_aside(int i) const;
  bool is_source_of_denied(int i) const;
  bool is_reason_given(int behind) const;
  bool is_wide_noun(int i, const Lexeme& lexeme) const;
  void skip_dateline();
  bool is_infinitive_here(int i) const;
  bool reaches_over_comma(int i, const Lexeme& lexeme) const;
  bool is_impersonal(const Cue& cue) const;
  bool is_gerund(int i) const;
  bool is_made_liable(int i) const;
  bool is_adjective_here(int i, const Lexeme& lexeme) const;
  bool is_spoken_source(int i) const;
  bool is_oblique(int i) const;
  int addressee_begin(Range speaker) const;
  Cue cue_at(int i, const Lexeme* lexeme) const;
  bool is_conditional(const Cue& cue) const;
  void read_cue(size_t number);
  bool read_prep(const Cue& cue);
  Range source_before(int end) const;
  void read_source_clause(const Cue& cue);
  Span own_word(const Cue& cue, Span otherwise) const;
  bool read_passive(const Cue& cue, Attribution& a);
  bool read_german_passive(const Cue& cue, Attribution& a);
  bool read_out(const Cue& cue, Attribution& a);
  bool read_slavic_out(const Cue& cue, Attribution& a);
  void read_hearsay(const Cue& cue, Attribution& a);
  void read_light(const Cue& cue, Attribution& a);
  bool opens_with_no(int i) const;
  void set_tail_verdict(Attribution& a) const;
  int verb_unit(const Cue& cue) const;
  void split_medium(const Cue& cue, bool behind, Range& right, Attribution& a) const;
  int german_whom_end(Range middle) const;
  bool is_contrary(int i) const;
  int german_before(const Cue& cue, int i) const;
  int german_infinitive_end(const Cue& cue) const;
  bool is_cleft(int i) const;
  int cleft_mark(const Cue& cue) const;
  bool is_german_dative(int i) const;
  bool is_verb_in_quotes(int i) const;
  int claim_noun_before(int i) const;
  void read_origin(const Cue& cue, Attribution& a);
  static bool is_long_participle(std::string_view word);
  static bool is_reflexive(std::string_view word);
  static bool is_abstract(std::string_view word);
  bool names_document(Range range) const;
  bool opens_clause(int i) const;
  bool is_light_negated(int i) const;
  bool has_idle_gap(int i) const;
  void add_claim_clause(Range object, const Cue& cue, Attribution& a) const;
  bool heads_speak(Range range) const;
  int wide_lead(const Cue& cue) const;
  void read_asked(const Cue& cue);
  bool is_arabic_answer(int i) const;
  Range asked_in_arabic(int begin, int end) const;
  void give_answers();
  bool is_nobody_else(Span speaker) const;
  bool speaks_of_falsehood(const Attribution& a, const Cue& cue) const;
  bool is_page_offer(const Attribution& a) const;
  bool is_only_time(const std::vector<Span>& content) const;
  void take_refused_deed(Attribution& a, const Cue& cue) const;
  bool is_quoted_verdict(const Attribution& a) const;
  Range document_before_aside(const Cue& cue) const;
  Range before_paper(Range left) const;
  bool split_place_object(const Cue& cue, Range& left, std::vector<Span>& fronted) const;
  bool split_itself(Range& left, std::vector<Span>& fronted) const;
  bool has_quote(Range range) const;
  bool is_attached(int i) const;
  bool differs_in_gender(int verb, int noun) const;
  int arabic_name_end(int begin, int end) const;
  void read_impersonal(const Cue& cue, Attribution a);
  bool is_impersonal_form(int i) const;
  bool read_heading();
  bool is_locative_document(int i) const;
  static bool is_turkish_clause(std::string_view word);
  bool read_behind(const Cue& cue, int begin, Attribution& a);
  void read_turkish_passive(const Cue& cue, int begin, Attribution a);
  bool read_turkish_by(const Cue& cue, int begin, Attribution& a);
  bool read_turkish_quoted(const Cue& cue, int begin, Attribution& a);
  bool is_instrument(int i) const;
  bool lacks_falsehood(int i) const;
  void judge_named(Range range, Attribution& a) const;
  void read_verb_last(const Cue& cue, Attribution a);
  void read_persian(const Cue& cue, Attribution a);
  void find_persian_leads(std::vector<Attribution>& leads);
  void add_leads(std::vector<Attribution> leads);
  bool is_bare_surname(int i) const;
  int behind_persian_source(int begin, const Cue& cue) const;
  bool is_persian_but_amid(int begin, int but) const;
  int behind_persian_venue(Range rest) const;
  int persian_unknown_name_end(int begin, int end) const;
  bool points_only(Range range) const;
  Range persian_answerer(int begin, int question) const;
  int persian_pointing_end(int who, int verb) const;
  void read_statement(const Cue& cue, Attribution a);
  // What is found out of one statement, step by step (read_statement).
  struct Statement {
    Range left, right;            // of the verb: who may speak
    int after = 0;                // where what stands right of the verb begins
    int stop = 0;                 // the next boundary behind it
    std::vector<Span> fronted;    // content that stands before the verb
    Range german_object;          // amid the sentence, before the participle
    int chunk = 0, joint = 0;     // where the words of the statement begin, and what stands before them
    bool in_paper = false;        // in einer Stellungnahme heißt es
    bool after_relative = false;  // …, qui évoque …
    bool pronoun_joint = false;   // an Arabic "and" with its pronoun
    bool after_quote = false, after_comma = false, tail_able = false;  // “…,” X said
    bool left_speaks = false, subject_first = false, object_first = false;
    bool takes_object = false;
    bool may_invert = false;  // may the subject stand behind the verb?
    bool inverted = false;    // … and does it?
    int said_noun = -1;       // so das Versprechen der Bank
    Range candidate;          // what may be the subject behind the verb
    bool candidate_speaks = false, prepositional = false, says_as = false, object_frame = false;
    Range speaker;
    bool common = false, at_place = false, offers = false;
    std::string_view last;    // the last word of the cue
    bool has_that = false;    // considera que: the cue has its "that"
    std::optional<int> that;  // where the clause begins
    bool other_version = false, in_passing = false, nothing_right = false, told = false, object = false;
    bool out_of_place = false;  // nannte das verfrüht
  };
  bool is_whom_alone(const Cue& cue, const Statement& s) const;
  bool find_left(const Cue& cue, Attribution& a, Statement& s);
  void find_german_left(const Cue& cue, Statement& s);
  void find_left_place(const Cue& cue, Attribution& a, Statement& s);
  bool find_fronted(const Cue& cue, Attribution& a, Statement& s);
  void find_english_fronted(const Cue& cue, Attribution& a, Statement& s);
  bool is_left_nobody(const Cue& cue, Attribution& a, Statement& s);
  void find_joint(const Cue& cue, Statement& s);
  void take_slavic_pointer(const Cue& cue, Attribution& a, Statement& s);
  void judge_left(const Cue& cue, Attribution& a, Statement& s);
  bool is_german_object_left(const Cue& cue, Attribution& a, Statement& s);
  bool may_stand_right(const Cue& cue, Statement& s);
  bool find_right_behind_so(Attribution& a, Statement& s);
  bool find_right_amid(const Cue& cue, Attribution& a, Statement& s);
  void take_rest_amid(const Cue& cue, Attribution& a, Statement& s, int whom);
  void find_candidate(const Cue& cue, Attribution& a, Statement& s);
  void judge_candidate(const Cue& cue, Statement& s);
  bool judge_object_verb(const Cue& cue, Attribution& a, Statement& s);
  void take_candidate(const Cue& cue, Attribution& a, Statement& s);
  void take_place_or_inverted(const Cue& cue, Attribution& a, Statement& s);
  void end_right(const Cue& cue, Attribution& a, Statement& s);
  bool find_right(const Cue& cue, Attribution& a, Statement& s);
  bool trim_right(const Cue& cue, Attribution& a, Statement& s);
  void find_speaker(const Cue& cue, Attribution& a, Statement& s);
  void find_whom(const Cue& cue, Attribution& a, Statement& s);
  bool name_speaker(const Cue& cue, Attribution& a, Statement& s);
  bool name_french_on(const Cue& cue, Attribution& a, Statement& s);
  bool is_no_speaker(const Cue& cue, Attribution& a, Statement& s);
  bool settle_rule(const Cue& cue, Attribution& a, Statement& s);
  bool find_told(const Cue& cue, Attribution& a, Statement& s);
  void find_stop(const Cue& cue, Attribution& a, Statement& s);
  void take_left(Attribution& a, Statement& s);
  void take_after_tail(const Cue& cue, Attribution& a, Statement& s);
  void take_object_amid(const Cue& cue, Attribution& a, Statement& s);
  int claim_object_end(const Cue& cue, const Statement& s, int end) const;
  bool judge_calling(const Cue& cue, Attribution& a, Statement& s, int end);
  bool take_object(const Cue& cue, Attribution& a, Statement& s);
  bool leads_in(Range lead) const;
  void take_tail(const Cue& cue, Attribution& a, Statement& s);
  void take_object_before(const Cue& cue, Attribution& a, Statement& s);
  bool stands_amid(const Cue& cue, const Attribution& a, const Statement& s) const;
  bool goes_on_behind_comma(const Cue& cue, const Statement& s) const;
  void take_german_object(const Cue& cue, Attribution& a, const Statement& s);
  void take_fronted(const Cue& cue, Attribution& a, const Statement& s);
  void take_quotation(const Cue& cue, Attribution& a, const Statement& s);
  bool opens_behind_colon(int i) const;
  int colon_behind(int i) const;
  bool is_name_behind_medium(int i) const;
  bool find_content(const Cue& cue, Attribution& a, Statement& s);
  bool settle_act(const Cue& cue, Attribution& a, Statement& s);
  bool settle_refusal(const Cue& cue, Attribution& a, Statement& s);
  bool find_content_elsewhere(const Cue& cue, Attribution& a, Statement& s);
  bool cut_content(const Cue& cue, Attribution& a, Statement& s);
  bool is_no_statement(const Cue& cue, Attribution& a, Statement& s);

  int aside_before_adverbs(int j, const Cue& cue) const;
  int before_circumstances(int last, const Cue& cue) const;
  bool is_where(int i) const;
  Range subject_left(const Cue& cue) const;
  Range wide_subject(Range range) const;
  int wide_attribute_end(Range range) const;
  Range trimmed(Range range) const;
  Range behind_subordinator(Range range) const;
  Range phrase_right(int begin) const;
  Range phrase_left(int end) const;
  int segment_begin(int i) const;
  int clause_end(int begin, const Cue& cue) const;
  int content_begin(int i) const;
  std::optional<int> find_that(int begin, const Cue& cue) const;
  bool only_adverbial(Range range) const;
  bool only_time(Range range) const;
  bool has_cue_between(int begin, int end) const;
  bool is_relative(int i) const;
  bool is_relative_that(int i) const;
  std::vector<Span> spans_of(Range range) const;
  Span span_of(Range range) const;
  Span speaker_span(Range range) const;
  Form form_of(const std::vector<Span>& content) const;
  bool hedges(Range range) const;
  bool is_rebuttal(const Attribution& a) const;
  bool is_judged_false(const Attribution& a, const Cue& cue) const;
  bool is_case_ending(int i) const;
  int behind_lead(Range rest) const;
  // Adds what `cue` says; nullptr where it says nothing after all.
  Attribution* finish(Attribution& a, const Cue& cue);
  int negated_act(const Cue& cue) const;
  bool ends_there(const Cue& cue) const;
  void unwrap_media();
  void drop_nested();
  std::string_view fold_before(Span span) const;
  bool ends_with_pronoun(int i) const;
  void split_left(const Cue& cue, Range& left, std::vector<Span>& fronted);
  void skip_asides();
  bool is_slavic_aside(int begin, int end) const;
  bool is_office_aside(int begin, int end) const;
  int polish_source_end(Range range) const;
  bool is_slavic_whom(Range range) const;
  Agreement verb_of(const Cue& cue) const;
  Agreement verb_of_two(const Cue& cue, Range range) const;
  bool is_subject_word(int i, const Agreement& verb, bool claims = false) const;
  bool is_governed(int i) const;
  bool is_genitive_of(int i, int before) const;
  bool may_be_genitive(int i) const;
  bool split_slavic_subject(const Cue& cue, Range& left, std::vector<Span>& fronted) const;
  bool is_slavic_adverb(int i) const;
  int slavic_head(Range left, const Cue& cue) const;
  int slavic_subject_end(int head, Range left) const;
  bool may_be_first_name(int i) const;
  void add_object(Range range, std::vector<Span>& fronted) const;
  bool opens_object(int i) const;
  bool takes_object(const Cue& cue) const;
  bool is_callable(Range range) const;
  bool has_own_preposition(const Cue& cue) const;
  bool is_list_of_body(int comma, const Cue& cue) const;
  Range relative_document(const Cue& cue) const;
  Range place_behind_whom(int after, const Cue& cue) const;
  bool is_quoted_dative(int close) const;
  int behind_quoted_dative(int begin) const;
  bool read_about_this(const Cue& cue, Attribution& a);
  static bool is_indeclinable(std::string_view word);
  bool is_headed(Range range, const Cue& cue) const;
  bool is_office_to_end(int begin) const;
  int with_office_before(int name, int least, const Cue& cue) const;
  bool is_circumstance_lead(int i) const;
  Range object_behind_circumstances(Range range, const Cue& cue) const;
  bool may_follow(const Cue& cue, Range range) const;
  bool is_told(int begin, int end) const;
  bool is_described_name(Range left) const;
  bool is_counted(int i, const Agreement& verb) const;
  bool takes_slavic_object(const Cue& cue) const;
  bool stands_apart(int noun, int subject, const Agreement& verb) const;
  Span cue_words(const Cue& cue) const;
  Range answering_left(Range left, const Cue& cue) const;
  bool is_named_apposition(Range left, const Cue& cue) const;
  bool is_nobodys_refusal(Range left, const Cue& cue) const;
  Span own_object(const Cue& cue) const;
  bool is_pointing_relative(Span span) const;
  int behind_aside(const Cue& cue, int stop) const;
  void add_topic(const Cue& cue, Range left, std::vector<Span>& fronted) const;
  Range subject_before_aside(const Cue& cue) const;
  Range slavic_accused(Range object) const;
  bool split_slavic_place(const Cue& cue, Range& left, std::vector<Span>& fronted) const;
  bool is_subject_pronoun(int i) const;
  bool is_slavic_pointer(int i) const;
  Range named_in_aside(Range subject, Range aside) const;
  Range denied_first(const Cue& cue) const;
  void cut_contrast(const Cue& cue, Attribution& a) const;
  bool is_object_pronoun(int i) const;
  bool split_place_behind_claim(const Cue& cue, Range& left, std::vector<Span>& fronted) const;
  bool is_reported_on(Range speaker, int after) const;
  bool read_slavic_nobody(const Cue& cue);
  bool is_label_name(int colon) const;
  bool is_common_place(Range speaker, const Cue& cue) const;
  void read_accused(const Cue& cue, Attribution& a);
  bool is_bare_list(int colon) const;
  std::vector<Span> slavic_topic(const Cue& cue) const;
  bool is_object_before(Range left, const Cue& cue) const;
  bool is_accused_by_nobody(const Cue& cue) const;
  void take_own_object(const Cue& cue, Attribution& a) const;
  bool is_inside_aside(const Cue& cue) const;
  bool split_polish_source(Range& speaker) const;
  int relative_begin(int least, int end) const;
  bool has_detail(int i, std::string_view word) const;
  bool is_adjective_form(int i) const;
  int slavic_phrase_begin(int i, int least) const;
  Range slavic_left(Range left, const Cue& cue, bool with_object = false) const;
  Range slavic_right(int after, const Cue& cue) const;
  bool told_apart(Range name, int person) const;
  bool only_names(int begin, int end) const;
  bool is_slavic_place(Range range, const Cue& cue) const;
  bool has_slavic_subject(Range range, const Cue& cue) const;
  bool split_behind_name(const Cue& cue, Range& left, std::vector<Span>& fronted) const;
  bool split_slavic(const Cue& cue, Range& left, std::vector<Span>& fronted) const;

  const Text& text_;
  const std::vector<Quote>& quotes_;
  const std::vector<Sentence>& sentences_;
  const std::vector<bool>& named_;
  const Sentence& sentence_;
  uint32_t number_;
  const std::vector<Unit>& units_;
  int size_;
  Grammar grammar_;
  std::vector<Cue> cues_;
  std::vector<int> cue_count_;   // cues before each unit
  std::span<const Quote> near_;  // the quotations of this paragraph up to the sentence's end
  std::vector<bool> asides_;     // German: units of what is said of who spoke, amid the statement
  std::vector<bool> skipped_;    // units of a citation, which the clause round it is read without
  std::vector<Attribution> out_;
  bool points_back_ = false;  // "about this": the content is the sentence before
};

}  // namespace cordon::reading
