// Joins the claims of one page about the same thing (propositions.h): what a claim's content is made of, what an
// anaphor points to, which claim answers which. Private to the reading of propositions.
#pragma once

#include <array>
#include <set>
#include <string>
#include <vector>

#include "reading/propositions.h"

namespace cordon::reading {

// The class under which converses and ways of supplying are one: who buys is supplied, who owns controls.
std::string_view join_class(std::string_view predicate);

// What the content of a claim is made of.
struct ClaimFeatures {
  std::set<std::string> stems;
  std::set<std::string> classes;
  std::set<std::string> families;
  std::vector<std::string> class_order;  // as they stand
  std::set<int> parties;                 // principals, pronouns replaced by the speaker's
  std::vector<int> party_order;
  bool is_negative = false;     // never, no, none
  bool says_false = false;      // false, forged
  bool has_claim_noun = false;  // the allegation, this report
  bool claim_first = false;     // begins with it
  bool has_anaphor = false;
  bool points_at_noun = false;    // that reading
  bool is_verdict = false;        // this is …
  bool is_false_verdict = false;  // … a fairy tale
  bool has_negation = false;
  bool is_opposite = false;                // the contrary
  bool is_otherwise = false;               // otherwise
  bool is_ended = false;                   // we stopped all trade with …
  bool opens_false = false;                // That is a lie. We …: a verdict, and then more
  bool is_of_kind = false;                 // such a warning
  bool of_denial = false;                  // called the denial a lie
  bool stands_by = false;                  // that it stands by its findings
  bool denies = false;                     // We reject these allegations
  bool is_ignorant = false;                // that it was not aware of any sale
  bool is_near = false;                    // esa información, cette version: what was just said
  bool has_clause = false;                 // allegations that …
  bool has_object = false;                 // accusations of theft
  std::set<std::string> names;             // stems that belong to names
  uint32_t words = 0;                      // with sense
  uint32_t first_words = 0;                // of the first stretch
  uint32_t false_words = 0;                // of them, words for what is false
  std::array<uint64_t, 8> signature = {};  // a bit for each stem and class: where two share none, nothing is shared

  void sign() {
    const auto set = [&](const std::string& s) {
      const size_t bit = std::hash<std::string>()(s) % 512;
      signature[bit / 64] |= uint64_t{1} << bit % 64;
    };
    for (const std::string& s : stems) set(s);
    for (const std::string& c : classes) set(std::string(join_class(c)));
  }
  bool may_share(const ClaimFeatures& other) const {
    for (size_t i = 0; i < signature.size(); ++i)
      if (signature[i] & other.signature[i]) return true;
    return false;
  }
};

inline bool is_support(Act act) {
  return act == Act::kAssert || act == Act::kAccuse || act == Act::kConfirm || act == Act::kWarn;
}
inline bool is_denial(Act act) { return act == Act::kDeny || act == Act::kDismiss; }

class ClaimJoiner {
 public:
  ClaimJoiner(const Text& text, const std::vector<Sentence>& sentences, const Parties& parties, const Goods& goods,
              std::vector<Claim>& claims)
      : text_(text),
        sentences_(sentences),
        parties_(parties),
        goods_(goods),
        claims_(claims),
        group_(claims.size(), -1),
        echo_of_(claims.size(), -1),
        negative_(claims.size(), false),
        elaborates_(claims.size(), false),
        joined_late_(claims.size(), false),
        gathered_(claims.size(), false) {}
  std::vector<Proposition> join();

 private:
  uint32_t token_at(uint32_t byte) const { return text_.token_at(byte); }
  std::string stem(const Token& token) const;
  ClaimFeatures features(const Claim& claim) const;
  bool has_stop(uint32_t i, uint32_t end, std::string_view value) const;
  bool has_no_within(uint32_t i, uint32_t end) const;
  bool is_not_yet(uint32_t i, uint32_t next, uint32_t end) const;
  bool opens_with_no(const Claim& claim, uint32_t i) const;
  static bool is_verdict_word(const Lexeme& lexeme);
  static void call_false(ClaimFeatures& f);
  static bool is_demonstrative(std::string_view word);
  static bool is_pointer(const std::vector<Found>& found, uint32_t end);
  static bool says_no_in_turkish(std::string_view word);
  bool names_object(uint32_t next, uint32_t end) const;
  bool stands_alone(uint32_t next, uint32_t end) const;
  bool is_verb(uint32_t i, uint32_t end) const;
  static bool is_definite_article(std::string_view word);
  int firm_beside(const Claim& claim) const;
  int firm_before(uint32_t byte) const;
  int person_before(uint32_t byte) const;
  int person_of_the_page(uint32_t byte) const;
  bool is_that(uint32_t i) const;
  static void add_class(ClaimFeatures& f, const std::string& value);
  void add_party(ClaimFeatures& f, int party) const;
  std::string origin_key(int party) const;
  bool same_origin(const Claim& a, const Claim& b) const;
  static bool is_within(const Claim& inner, const Claim& outer);
  // How much two contents share: predicate, parties, goods, words.
  struct Likeness {
    double score = 0;
    double stems = 0;  // words in common, names left out
    bool classes = false, parties = false;
    bool kin = false;     // classes that are one when converses and ways of supplying are joined
    bool unlike = false;  // each has classes, none of them kin
  };
  Likeness likeness(const ClaimFeatures& a, const ClaimFeatures& b) const;
  bool has_party_of(const ClaimFeatures& content, const Claim& speaker_of) const;
  bool mentions_speaker(const ClaimFeatures& content, const Claim& speaker_of) const;

  int new_group(int claim);
  void join_to(int i, int k);
  bool is_anaphoric(const Claim& claim, const ClaimFeatures& f) const;
  static bool is_only_verdict(const ClaimFeatures& f);
  // That is simply not true.
  static bool is_short_verdict(const ClaimFeatures& f) { return f.is_false_verdict; }
  // Panama says he did not.
  static bool is_bare_no(const ClaimFeatures& f) { return f.words == 0 && f.has_negation && f.classes.empty(); }
  bool says_no(const Claim& claim, const ClaimFeatures& f) const;
  bool replies_to_accusation(const Claim& claim) const;
  bool is_spokesman(const Claim& claim) const;
  bool is_medium(int party) const { return party >= 0 && parties_.parties[party].is_medium; }
  bool takes_no_side(Act act) const;
  bool denied_by_same(int group, const Claim& claim) const;
  int said_in(int i) const;
  const ClaimFeatures* goes_on_with(int i) const;
  bool names_teller(const ClaimFeatures& f, const Claim& other) const;
  bool speaks_of_speaker(int j, const Claim& claim) const;
  bool is_spoken_of(int i) const;
  bool is_of_speaker(int j, const Claim& claim) const;
  bool names_another(int j) const;
  bool tells_of_nobody(int j) const;
  bool is_past_nobody(int k, int i) const;
  int antecedent(int i) const;
  bool is_merely_negative(int j) const;
  bool is_worded(int i, int j) const;
  void take_with(int j);
  bool stands_by(int i);
  bool backs(int i);
  bool speaks_of_other(int i, int j) const;
  int first_of_document(int i, int j) const;
  bool has_denial(int group) const;
  bool speaks_of(const ClaimFeatures& f, const Claim& other) const;

  void link(int i);
  bool opposes(const Claim& claim) const;
  bool counters(int i, bool no);
  bool denied_before(int k) const;
  bool elaborates_denial(int i);
  void split_off(int j);
  bool is_new_denier(int i, int j) const;
  bool denies_alone(int i, int j) const;
  bool has_asserted(int i, int j) const;
  bool has_denial_act(int group) const;
  bool contradicts_before(int i) const;
  int denial_elaborated(int i) const;
  bool replies(int i);
  bool says_no_at_once(int i, bool no);
  void take_as_said(int k);
  bool rejects_denial(int i);
  bool says_no_to_such(int i, bool no);
  int person_denied(const Claim& claim, bool& anybody) const;
  bool contradicts_person(int i);
  bool is_of_those(const Claim& claim, int j) const;
  bool by_content(int i, bool no);
  static bool near(const Claim& claim, const Claim& before) { return claim.sentence <= before.sentence + 1; }
  int own_denial(int i) const;
  bool forged(int i);
  bool answers(int i, bool no);
  bool says_it_ended(int i);
  bool concerns_contested(int i, bool no);
  static bool share_goods(const ClaimFeatures& a, const ClaimFeatures& b);
  bool fulfils_denial(int i, bool no);
  bool answers_teller(int i, bool no);
  bool share_state(const ClaimFeatures& a, const ClaimFeatures& b, const Claim& claim) const;
  bool is_related(int i, int group) const;
  bool goes_on(int i, bool no);
  bool counters_last(int i);
  bool dismisses_teller(int i);
  bool denies_again(int i, bool no);
  static bool restates(const ClaimFeatures& no, const ClaimFeatures& yes);
  bool asserted_before(int i) const;
  bool says_no_to_accuser(int i, bool no);

  void mark_counted();
  bool is_contested(int group) const;
  void gather();
  int nearest_group(int i) const;
  bool speaks_of_himself(int i) const;
  bool is_ignorance(int i) const;
  bool limits(const Claim& claim) const;
  bool is_qualified(const Claim& claim) const;
  bool as_other_than_false(const Claim& claim, const ClaimFeatures& f) const;
  std::vector<Proposition> collect();
  void set_roles(Proposition& q, int main_claim) const;
  const Text& text_;
  const std::vector<Sentence>& sentences_;
  const Parties& parties_;
  const Goods& goods_;
  std::vector<Claim>& claims_;
  std::vector<ClaimFeatures> features_;
  std::vector<int> group_;
  std::vector<int> echo_of_;  // the claim whose words an outlet repeats: its origin is that of the outlet
  std::vector<bool> negative_;
  std::vector<bool> elaborates_;   // goes on with the denial before it, in words that deny nothing
  std::vector<bool> joined_late_;  // to a dispute that was on, by where it stands and not by what it says
  std::vector<bool> gathered_;     // shown with a proposition, on no side of it
  std::vector<bool> contested_;    // groups with claims on both sides
  size_t groups_ = 0;
  std::vector<std::vector<int>> members_;  // of each group
  int current_ = 0;                        // the claim that is being linked
  // How many claims back one looks for what is spoken of: far beyond any report, so that a book costs linear time.
  static constexpr int kReach = 150;
  static constexpr uint32_t kNear = 500;  // bytes that a description reaches back
  static constexpr uint32_t kMarks = 4;   // bytes of a quotation mark before the first word
};

}  // namespace cordon::reading
