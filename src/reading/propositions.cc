#include "reading/propositions.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace cordon::reading {
namespace {

constexpr std::array<std::string_view, 3> kStatusNames = {"contested", "asserted", "denied"};

// Converses are one: who buys is supplied, who owns controls.
std::string_view join_class(std::string_view c) {
  if (c == "BUY" || c == "TRANSFER") return "SUPPLY";
  return c == "OWN" ? "CONTROL" : c;
}

std::string_view converse(std::string_view c) {
  if (c == "SUPPLY") return "BUY";
  if (c == "BUY" || c == "TRANSFER") return "SUPPLY";
  return c == "OWN" ? "CONTROL" : c == "CONTROL" ? "OWN" : "-";
}

// What the content of a claim is made of.
struct Features {
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
  bool is_verdict = false;        // this is …
  bool is_false_verdict = false;  // … a fairy tale
  bool has_negation = false;
  bool is_opposite = false;                // the contrary
  bool is_otherwise = false;               // otherwise
  bool is_ended = false;                   // we stopped all trade with …
  bool opens_false = false;                // That is a lie. We …: a verdict, and then more
  bool is_of_kind = false;                 // such a warning
  bool stands_by = false;                  // that it stands by its findings
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
  bool may_share(const Features& other) const {
    for (size_t i = 0; i < signature.size(); ++i)
      if (signature[i] & other.signature[i]) return true;
    return false;
  }
};

bool is_support(Act act) {
  return act == Act::kAssert || act == Act::kAccuse || act == Act::kConfirm || act == Act::kWarn;
}
bool is_denial(Act act) { return act == Act::kDeny || act == Act::kDismiss; }

class Joiner {
 public:
  Joiner(const Text& text, const std::vector<Sentence>& sentences, const Parties& parties, const Goods& goods,
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
        joined_late_(claims.size(), false) {}

  std::vector<Proposition> join() {
    for (Claim& claim : claims_) {
      features_.push_back(features(claim));
      features_.back().sign();
    }
    for (size_t i = 0; i < claims_.size(); ++i) {
      link(static_cast<int>(i));
      members_.resize(groups_);
      if (group_[i] >= 0) members_[group_[i]].push_back(static_cast<int>(i));
    }
    mark_counted();
    return collect();
  }

 private:
  uint32_t token_at(uint32_t byte) const { return text_.token_at(byte); }

  std::string stem(const Token& token) const {
    std::string s = token.fold;
    if (text_.language == "ar") {
      for (const std::string_view prefix : {"وال", "بال", "لل", "ال"})
        if (s.starts_with(prefix) && s.size() > prefix.size() + 4) {
          s = s.substr(prefix.size());
          break;
        }
      if (s.ends_with("\u0627") && s.size() >= 8) s.resize(s.size() - 2);  // ذهبا: the ending of the accusative
    }
    const bool wide = static_cast<unsigned char>(s[0]) >= 0xd0;
    const size_t most = wide ? 8 : 5;
    if (s.size() > most) s.resize(most);
    return s;
  }

  Features features(const Claim& claim) const {
    Features f;
    const Lexicon& lexicon = Lexicon::of(text_.language);
    std::vector<Found> found;
    for (const Span& span : claim.content) {
      const uint32_t begin = token_at(span.begin), end = token_at(span.end);
      std::string last_wide;
      for (uint32_t i = begin; i < end;) {
        const Token& token = text_.tokens[i];
        if (token.mark != 0) {
          if (is_terminal_mark(token.mark) && &span == &claim.content.front() && f.words <= 6)
            f.opens_false = f.opens_false || is_only_verdict(f);
          ++i;
          continue;
        }
        found.clear();
        lexicon.find(text_.tokens, i, end, found);
        uint32_t unit_end = i + 1;
        bool function = false, document = false;
        for (const Found& x : found)
          if (x.lexeme->detail.find("gap") == std::string::npos) unit_end = std::max(unit_end, x.end);
        for (const Found& x : found) {
          if (x.end != unit_end) {
            if (x.lexeme->kind == Kind::kPredicate) add_class(f, x.lexeme->value);
            if (x.lexeme->kind == Kind::kNothing && x.end == i + 1 && is_pointer(found, unit_end))
              f.is_negative = true;  // nada de eso, nichts davon
            continue;
          }
          if (x.lexeme->kind == Kind::kDocument) document = true;
          switch (x.lexeme->kind) {
            case Kind::kPredicate:
              add_class(f, x.lexeme->value);
              break;
            case Kind::kNothing:
              f.is_negative = true;
              break;
            case Kind::kFalsehood:
              call_false(f);
              break;
            case Kind::kClaimNoun:
              f.has_claim_noun = true;
              if (f.words < 2) f.claim_first = true;
              if (token.is_wide)  // 这一说法, 该指控
                f.is_near = f.is_near || token.fold == "这" || token.fold == "這" || token.fold == "此" ||
                            token.fold == "该" || token.fold == "該" ||
                            (i > 0 && (text_.tokens[i - 1].fold == "这" || text_.tokens[i - 1].fold == "此" ||
                                       text_.tokens[i - 1].fold == "该"));
              for (uint32_t k = unit_end; k < std::min(end, unit_end + 3); ++k)
                if (is_that(k)) f.has_clause = true;
              f.has_object = f.has_object || names_object(unit_end, end);
              if (i > 0) f.is_near = f.is_near || is_demonstrative(text_.tokens[i - 1].fold);
              function = function || x.lexeme->kind == Kind::kClaimNoun;  // itself shared by all who speak of claims
              break;
            case Kind::kAnaphor:
              if (x.lexeme->value == "opposite" && f.words <= 2) f.is_opposite = true;
              if (x.lexeme->value == "otherwise") f.is_otherwise = true;
              if (x.lexeme->value == "such") f.is_of_kind = true;
              if (f.words == 0 && stands_alone(unit_end, end)) f.has_anaphor = true;
              if (f.words == 0 && is_verb(unit_end, end)) f.is_verdict = true;
              break;
            case Kind::kStop:
              if (is_verdict_word(*x.lexeme) && (f.is_verdict || f.has_anaphor) && f.words <= 2) call_false(f);
              f.stands_by = f.stands_by || x.lexeme->value == "stands by";
              f.is_ended = f.is_ended || x.lexeme->value == "ended";
              function = function || x.lexeme->detail == "generic";
              break;
            case Kind::kNegation:
              f.has_negation = true;
              function = true;
              break;
            case Kind::kAuxiliary:
            case Kind::kAdverb:
            case Kind::kThat:
            case Kind::kPronoun:
            case Kind::kDeterminer:
            case Kind::kPossessive:
            case Kind::kPreposition:
            case Kind::kConjunction:
            case Kind::kSubordinator:
            case Kind::kWhether:
            case Kind::kTime:
              function = true;
              break;
            default:
              function = function || x.lexeme->detail == "generic";  // the company
              break;
          }
          if (x.lexeme->kind == Kind::kPronoun || x.lexeme->kind == Kind::kPossessive) {
            add_party(f, claim.speaker);
            if (x.lexeme->value == "he" || x.lexeme->value == "she") {
              add_party(f, person_before(token.begin));
              add_party(f, person_of_the_page(token.begin));
            }
          }
          if (x.lexeme->kind == Kind::kState || x.lexeme->kind == Kind::kCapital || x.lexeme->kind == Kind::kAdjective)
            f.stems.insert("state:" + x.lexeme->value);
          if (x.lexeme->kind == Kind::kGoods)
            f.families.insert(x.lexeme->value), f.stems.insert("goods:" + x.lexeme->value);
        }
        if (document) function = false;  // the letter, the report: one asks whose
        const uint32_t words_before = f.words;
        if (text_.language == "tr" && says_no_in_turkish(token.fold)) f.is_negative = true;
        if (token.is_wide) {
          if (!function && unit_end - i >= 2)
            f.stems.insert(std::string(text_.view({token.begin, text_.tokens[unit_end - 1].end}))), f.words += 1;
          if (!function && found.empty() && i + 1 < end && text_.tokens[i + 1].is_wide)
            f.stems.insert(token.fold + text_.tokens[i + 1].fold), f.words += 1;
        } else if (!function) {
          for (uint32_t k = i; k < unit_end; ++k)
            if (text_.tokens[k].mark == 0 && (text_.tokens[k].fold.size() > 3 || text_.tokens[k].is_number))
              f.stems.insert(stem(text_.tokens[k])), ++f.words;
        }
        for (const Found& x : found)
          if (x.end == unit_end && (x.lexeme->kind == Kind::kFalsehood || is_verdict_word(*x.lexeme))) {
            f.false_words += f.words - words_before;
            break;
          }
        i = unit_end;
      }
      if (span == claim.content.front()) f.first_words = f.words;
      if (&span == &claim.content.front()) f.opens_false = f.opens_false || is_only_verdict(f);
      for (const Mention& m : parties_.inside(span)) {
        add_party(f, m.party);
        if (parties_.parties[m.party].type == PartyType::kUnnamed) continue;
        for (uint32_t i = token_at(m.span.begin); i < token_at(m.span.end); ++i)
          if (text_.tokens[i].mark == 0) f.names.insert(stem(text_.tokens[i]));
      }
    }
    return f;
  }

  // an invention, hot air: words that call something false where they stand alone
  static bool is_verdict_word(const Lexeme& lexeme) { return lexeme.kind == Kind::kStop && lexeme.value == "verdict"; }
  static void call_false(Features& f) {
    f.says_false = true;
    if ((f.is_verdict || f.has_anaphor) && f.words <= 2) f.is_false_verdict = true;
  }

  // esa información, cette version, هذه الرواية: what was said just before.
  static bool is_demonstrative(std::string_view word) {
    static const std::set<std::string_view> words = {
        "esa",  "ese",   "esas",   "esos",   "esta",   "este",  "estas", "estos", "cette", "cet", "ce",
        "ces",  "diese", "diesen", "dieser", "dieses", "هذا",   "هذه",   "ذلك",   "تلك",   "این", "آن",
        "этот", "эту",   "эти",    "этих",   "этой",   "этого", "цей",   "цю",    "ці",    "цих", "ten",
        "tę",   "te",    "tych",   "tego",   "bu",     "şu",    "these", "this",  "those", "that"};
    return words.contains(word);
  }

  // Is it an anaphor that ends at `end`?
  static bool is_pointer(const std::vector<Found>& found, uint32_t end) {
    return std::any_of(found.begin(), found.end(),
                       [&](const Found& x) { return x.end == end && x.lexeme->kind == Kind::kAnaphor; });
  }

  // satmadık, bilmiyoruz, göndermediğini: Turkish says no in the verb.
  static bool says_no_in_turkish(std::string_view word) {
    if (word == "değil" || word == "yok" || word == "hiçbir" || word == "asla") return true;
    for (const std::string_view stem : {"mıyor", "miyor", "muyor", "müyor", "madığı", "mediği", "mayaca", "meyece"})
      if (const size_t at = word.find(stem); at != std::string_view::npos && at >= 2) return true;
    for (const std::string_view end : {"madı", "medi", "madık", "medik", "madım", "medim", "madılar", "mediler",
                                       "mamış", "memiş", "mamıştır", "memiştir", "maz", "mez", "mamak", "memek"})
      if (word.size() > end.size() + 2 && word.ends_with(end)) return true;
    return false;
  }

  // accusations of …, обвинения в …: does a preposition with a noun that is no time follow?
  bool names_object(uint32_t next, uint32_t end) const {
    if (next + 1 >= end || text_.tokens[next].mark != 0 || text_.tokens[next + 1].mark != 0) return false;
    const Lexicon& lexicon = Lexicon::of(text_.language);
    return lexicon.has(text_.tokens, next, end, {Kind::kPreposition}) &&
           !lexicon.has(text_.tokens, next + 1, end, {Kind::kTime, Kind::kFalsehood}) &&
           text_.tokens[next].fold != "as";
  }

  // This, it: followed by nothing that it would belong to.
  bool stands_alone(uint32_t next, uint32_t end) const {
    if (next >= end || text_.tokens[next].mark != 0) return true;
    if (text_.language == "tr" && (text_.tokens[next].fold == "da" || text_.tokens[next].fold == "de")) return true;
    return Lexicon::of(text_.language)
        .has(text_.tokens, next, end,
             {Kind::kPreposition, Kind::kConjunction, Kind::kAdverb, Kind::kTime, Kind::kNegation, Kind::kFalsehood});
  }

  bool is_verb(uint32_t i, uint32_t end) const {
    return Lexicon::of(text_.language).has(text_.tokens, i, end, {Kind::kAuxiliary});
  }

  // The person named last before `byte`, not far off.
  int person_before(uint32_t byte) const {
    auto at = std::lower_bound(parties_.mentions.begin(), parties_.mentions.end(), byte,
                               [](const Mention& m, uint32_t b) { return m.span.begin < b; });
    while (at != parties_.mentions.begin()) {
      --at;
      if (at->span.begin + 500 < byte) break;
      if (parties_.parties[at->party].type == PartyType::kPerson) return at->party;
    }
    return -1;
  }

  // The person who is named most in what stands before `byte`, as far as one remembers.
  int person_of_the_page(uint32_t byte) const {
    auto at = std::lower_bound(parties_.mentions.begin(), parties_.mentions.end(), byte,
                               [](const Mention& m, uint32_t b) { return m.span.begin < b; });
    std::map<int, int> named;
    for (int steps = 0; at != parties_.mentions.begin() && steps < 60; ++steps) {
      --at;
      if (parties_.parties[at->party].type == PartyType::kPerson) ++named[at->party];
    }
    int best = -1, most = 1;
    for (const auto& [party, count] : named)
      if (count > most) most = count, best = party;
    return best;
  }

  bool is_that(uint32_t i) const {
    const auto end = static_cast<uint32_t>(std::min<size_t>(i + 2, text_.tokens.size()));
    return Lexicon::of(text_.language).has(text_.tokens, i, end, {Kind::kThat}) || text_.tokens[i].fold == "of";
  }

  static void add_class(Features& f, const std::string& value) {
    if (f.classes.insert(value).second) f.class_order.push_back(value);
  }

  void add_party(Features& f, int party) const {
    if (party < 0) return;
    const int principal = origin_of(parties_, party);
    for (const int p : {party, principal})
      if (f.parties.insert(p).second) f.party_order.push_back(p);
  }

  std::string origin_key(int party) const {
    const int root = origin_of(parties_, party);
    const Party& p = parties_.parties[root];
    if (!p.state.empty() && (p.type == PartyType::kState || (p.type == PartyType::kPerson && p.is_state_voice) ||
                             (p.type == PartyType::kUnnamed && p.is_state_voice)))
      return "state:" + p.state;
    if (!p.state.empty() && p.type == PartyType::kPublicBody && p.head.empty())
      return "state:" + p.state;  // the Kremlin
    if (p.type == PartyType::kUnnamed && !p.state.empty() && !p.head.empty())
      return "unnamed:" + p.head + ':' + p.state;
    return "party:" + std::to_string(root);
  }

  // One in the words of the other too: “Its chairman wrote to me that … I do not doubt it,” contradicts no chairman.
  bool same_origin(const Claim& a, const Claim& b) const {
    if (a.speaker < 0 || b.speaker < 0) return false;
    return origin_key(a.speaker) == origin_key(b.speaker) || is_within(a, b) || is_within(b, a);
  }
  static bool is_within(const Claim& inner, const Claim& outer) {
    return std::any_of(outer.content.begin(), outer.content.end(),
                       [&](const Span& span) { return inner.cue.begin >= span.begin && inner.cue.end <= span.end; });
  }

  // ------------------------------------------------------------------ which claims are about the same thing

  // How much two contents share: predicate, parties, goods, words.
  struct Likeness {
    double score = 0;
    double stems = 0;  // words in common, names left out
    bool classes = false, parties = false;
    bool kin = false;     // classes that are one when converses and ways of supplying are joined
    bool unlike = false;  // each has classes, none of them kin
  };

  Likeness likeness(const Features& a, const Features& b) const {
    Likeness out;
    if (a.stems.empty() || b.stems.empty()) return out;
    out.unlike = !a.classes.empty() && !b.classes.empty();  // until a class is found that is in both
    if (!a.may_share(b)) {                                  // only parties can be shared
      for (const int p : a.parties) out.parties = out.parties || b.parties.contains(p);
      out.score = out.parties ? 0.12 * 0.4 * 0.6 : 0;
      return out;
    }
    double common = 0;
    for (const std::string& s : a.stems) {
      if (!b.stems.contains(s)) continue;
      common += a.names.contains(s) && b.names.contains(s) ? 0.6 : 1;  // names are shared by much that is said of them
      if (!a.names.contains(s) && !s.starts_with("state:")) out.stems += 1;
    }
    for (const int p : a.parties) out.parties = out.parties || b.parties.contains(p);
    for (const std::string& c : a.classes) {
      out.classes = out.classes || b.classes.contains(c) || b.classes.contains(std::string(converse(c)));
      for (const std::string& d : b.classes) out.kin = out.kin || join_class(c) == join_class(d);
    }
    out.unlike = out.unlike && !out.kin;
    const double smaller = static_cast<double>(std::min(a.stems.size(), b.stems.size()));
    const double larger = static_cast<double>(std::max(a.stems.size(), b.stems.size()));
    out.score = 0.6 * common / (0.7 * smaller + 0.3 * larger) + (out.classes ? 0.2 : 0) + (out.parties ? 0.12 : 0);
    if (out.stems < 1 && !out.classes) out.score *= 0.4;
    if (out.stems < 2 && !(out.classes && (out.parties || common >= 2))) out.score *= 0.6;
    return out;
  }

  bool mentions_speaker(const Features& content, const Claim& speaker_of) const {
    if (speaker_of.speaker < 0) return false;
    if (content.parties.contains(speaker_of.speaker) ||
        content.parties.contains(origin_of(parties_, speaker_of.speaker)))
      return true;
    const Party& root = parties_.parties[origin_of(parties_, speaker_of.speaker)];
    return !root.state.empty() &&
           (root.type == PartyType::kState || root.type == PartyType::kPublicBody || root.type == PartyType::kPerson) &&
           content.stems.contains("state:" + root.state);
  }

  int new_group(int claim) {
    if (group_[claim] >= 0) std::erase(members_[group_[claim]], claim);
    group_[claim] = static_cast<int>(groups_++);
    members_.resize(groups_);
    if (claim < current_) members_[group_[claim]].push_back(claim);  // an earlier claim that had none
    return group_[claim];
  }

  // Joins claim `i` to what claim `k` is about.
  void join_to(int i, int k) {
    if (group_[k] < 0) new_group(k);
    group_[i] = group_[k];
  }

  // Does the content only point to something said before?
  bool is_anaphoric(const Claim& claim, const Features& f) const {
    const uint32_t words = claim.is_explained ? f.first_words : f.words;
    const bool points = claim.points_back || claim.is_rebuttal || (f.has_anaphor && words <= 4) ||
                        (f.has_claim_noun && !f.has_clause && (f.claim_first || words <= 3));
    // spoke of “inventions”: nothing is named that is denied
    if (claim.act == Act::kDismiss && f.says_false && f.classes.empty() && !f.has_clause) return true;
    if (is_denial(claim.act)) return points || (f.has_anaphor && f.claim_first);
    if (f.is_of_kind && f.is_negative && f.words <= 3) return true;  // ничего подобного не было
    if (claim.is_echo) return f.claim_first || f.has_anaphor;        // repeated the allegation
    if (claim.act == Act::kAssert && (is_only_verdict(f) || f.opens_false)) return true;
    // The accusation, he said, “rests on a rumour”; the report was false
    if (claim.act == Act::kAssert && text_.language == "en" && is_bare_no(f)) return true;
    return claim.act == Act::kAssert && f.says_false && (f.claim_first || f.has_anaphor || is_short_verdict(f));
  }

  // Davon könne keine Rede sein; it had nothing to do with it: words for what is false, and hardly any others.
  static bool is_only_verdict(const Features& f) {
    return f.says_false && f.words <= f.false_words + 1 && f.classes.empty() && f.families.empty();
  }
  // That is simply not true.
  static bool is_short_verdict(const Features& f) { return f.is_false_verdict; }
  // Panama says he did not.
  static bool is_bare_no(const Features& f) { return f.words == 0 && f.has_negation && f.classes.empty(); }

  // Does it say no: by what the speaker does, or by its own words?
  bool says_no(const Claim& claim, const Features& f) const {
    if (is_denial(claim.act)) return true;
    if (claim.act == Act::kAssert || claim.act == Act::kConfirm)
      return replies_to_accusation(claim) || f.is_negative || (text_.language == "en" && is_bare_no(f)) ||
             (f.says_false &&
              (f.has_claim_noun || f.has_anaphor || is_short_verdict(f) || is_only_verdict(f) || f.opens_false) &&
              !f.classes.contains("DISINFORM"));
    return false;
  }

  // replied that it keeps all rules, right after it was accused
  bool replies_to_accusation(const Claim& claim) const {
    if (!claim.is_reply) return false;
    const size_t i = static_cast<size_t>(&claim - claims_.data());
    if (i == 0 || claims_[i - 1].act != Act::kAccuse || claim.sentence > claims_[i - 1].sentence + 1) return false;
    const Claim& other = claims_[i - 1];
    const bool accused = other.addressee >= 0 && origin_key(other.addressee) == origin_key(claim.speaker);
    return claim.speaker >= 0 && (accused || mentions_speaker(features_[i - 1], claim)) && !same_origin(claim, other);
  }

  // a spokeswoman, of whom the text does not say whose
  bool is_spokesman(const Claim& claim) const {
    if (claim.is_named) return false;
    const Lexicon& lexicon = Lexicon::of(text_.language);
    for (uint32_t i = token_at(claim.speaker_span.begin); i < token_at(claim.speaker_span.end); ++i)
      if (lexicon.has(text_.tokens, i, i + 1, {Kind::kSpokesman})) return true;
    return false;
  }

  bool is_medium(int party) const { return party >= 0 && parties_.parties[party].is_medium; }

  bool takes_no_side(Act act) const {
    return act == Act::kDecline || act == Act::kRequest || act == Act::kPromise || act == Act::kAsk;
  }

  bool denied_by_same(int group, const Claim& claim) const {
    for (const int j : members_[group])
      if (negative_[j] && same_origin(claims_[j], claim)) return true;
    return false;
  }

  // The claim whose words an anaphor in claim `i` was found to stand for; -1 where they are nobody's.
  int said_in(int i) const {
    constexpr uint32_t kShare = 2;  // at least a half of the words
    const Claim& claim = claims_[i];
    for (int j = i - 1; claim.points_back && j >= 0 && j >= i - kReach; --j) {
      if (takes_no_side(claims_[j].act)) continue;
      uint32_t shared = 0, all = 0;
      for (const Span& span : claim.content) {
        all += span.end - span.begin;
        for (const Span& other : claims_[j].content)
          if (span.begin < other.end && other.begin < span.end)
            shared += std::min(span.end, other.end) - std::max(span.begin, other.begin);
      }
      if (shared * kShare > all) return j;
    }
    return -1;
  }

  // The claim that an anaphor in claim `i` points to.
  int antecedent(int i) const {
    if (const int said = said_in(i); said >= 0 && !same_origin(claims_[i], claims_[said])) return said;
    const Features& f = features_[i];
    const Claim& claim = claims_[i];
    int best = -1;
    double most = 0.34;
    const bool adjacent = i > 0 && is_support(claims_[i - 1].act) && !negative_[i - 1] &&
                          !same_origin(claim, claims_[i - 1]) && claims_[i - 1].block == claim.block &&
                          claim.sentence <= claims_[i - 1].sentence + 1 &&
                          (!features_[i - 1].classes.empty() || (text_.language == "zh" && f.is_near) ||
                           claims_[i - 1].rule == "medium, citing");  // 这一说法: what was just said
    bool any_denied = false;
    for (int j = 0; j < i; ++j) any_denied = any_denied || negative_[j];
    for (int j = i - 1; j >= 0 && j >= i - 24; --j) {
      const Claim& other = claims_[j];
      if (takes_no_side(other.act) && !(other.act == Act::kAsk && i - j == 1)) continue;
      if (other.speaker >= 0 && same_origin(claim, other)) continue;
      if ((f.has_claim_noun && negative_[j] && !is_merely_negative(j)) || other.is_nested) continue;
      const bool weighty = other.act == Act::kAccuse || other.rule == "medium, citing" ||
                           !features_[j].classes.empty() || (group_[j] >= 0 && has_denial(group_[j]));
      // The lead asserts, the next paragraph denies “this account”.
      const bool next = j == i - 1 && f.has_claim_noun && is_denial(claim.act) && is_support(other.act) &&
                        claim.block <= other.block + 1 && !any_denied;
      double score =
          (f.has_claim_noun && !weighty && !next ? 0.5 : 1.0) / (i - j) + (other.block == claim.block ? 0.25 : 0);
      if (mentions_speaker(features_[j], claim)) score += 0.5;
      if (other.act == Act::kAccuse || other.rule == "medium, citing") score += 0.2;
      if (other.act == Act::kAccuse && is_denial(claim.act) && !f.has_claim_noun) score += 0.25;
      if (other.form == Form::kDirect && !f.has_claim_noun) score -= 0.15;
      if (group_[j] >= 0 && f.has_claim_noun && denied_by_same(group_[j], claim)) score += adjacent ? 0.3 : 1.2;
      if (adjacent && j == i - 1 && text_.language == "zh" && f.is_near) score += 0.6;
      if (other.speaker >= 0 && speaks_of(f, other))
        score += j == first_of_document(i, j) ? 2.1 : 1.5;  // called the note an invention: what it says first of all
      score += 0.4 * likeness(f, features_[j]).score;
      if (f.has_claim_noun && group_[j] >= 0 && has_denial(group_[j])) score += 0.25;
      if (f.has_claim_noun && is_denial(claim.act) && !negative_[j])  // the charge of having switched it off
        score += 0.2 * std::min(2.0, likeness(f, features_[j]).stems);
      if (other.act == Act::kConfirm && is_denial(claim.act)) score -= 0.4;  // confirmed that a case was open
      if (other.rule == "tagger") score -= 0.6;  // a proposal is not what a text points to while a claim is there
      if (f.has_claim_noun && !f.classes.empty() && !is_worded(i, j)) score -= 1;  // 冻结一说: of what was frozen
      if (j == i - 1 && f.is_near && is_denial(claim.act) && is_support(other.act) && !negative_[j] &&
          other.block + 1 >= claim.block)
        score += 0.5;  // niega esa versión: what was said last
      if (i - j > 8) score -= 0.2;
      if (other.block != claim.block && !next && !mentions_speaker(features_[j], claim) &&
          !(group_[j] >= 0 && has_denial(group_[j])))
        score -= 0.3;
      if (score > most) most = score, best = j;
    }
    return best;
  }

  // “a plant of which there is no trace in the register”: a no in what is said, which nobody has spoken against.
  bool is_merely_negative(int j) const {
    if (!negative_[j] || is_denial(claims_[j].act) || claims_[j].form == Form::kDirect) return false;
    return group_[j] < 0 || std::all_of(
                                members_[group_[j]].begin(), members_[group_[j]].end(),
                                [&](int k) { return negative_[k] && !is_denial(claims_[k].act); });
  }

  // Do the accusations of smuggling that claim `i` denies stand in claim `j` or beside it?
  bool is_worded(int i, int j) const {
    const auto alike = [&](int k) {
      const Likeness like = likeness(features_[i], features_[k]);
      return like.kin || like.stems >= 1;
    };
    if (features_[i].classes.empty() && features_[i].stems.empty()) return true;
    return alike(j) || (group_[j] >= 0 && std::any_of(members_[group_[j]].begin(), members_[group_[j]].end(), alike));
  }

  // Disputes this account, rejects the allegations: what the same speaker said just before claim `j` is denied with it.
  void take_with(int j) {
    constexpr int kMost = 4;
    for (int k = j - 1; k >= 0 && k >= j - kMost; --k) {
      const Claim& other = claims_[k];
      if (takes_no_side(other.act)) continue;
      if (!is_support(other.act) || negative_[k] || !same_origin(other, claims_[j]) ||
          other.block + 2 < claims_[j].block)
        break;
      if (group_[k] == group_[j]) continue;
      if (group_[k] >= 0 && members_[group_[k]].size() > 1) break;
      if (group_[k] >= 0) std::erase(members_[group_[k]], k);
      group_[k] = group_[j];
      members_[group_[j]].push_back(k);
    }
  }

  // Stand by their version: of what the speaker said before.
  bool stands_by(int i) {
    const Features& f = features_[i];
    if (f.stands_by ? !is_support(claims_[i].act)
                    : claims_[i].act != Act::kConfirm || !f.has_claim_noun || f.has_clause || f.has_object ||
                          (claims_[i].is_explained ? f.first_words : f.words) > 3)
      return false;
    for (int j = i - 1; j >= 0 && j >= i - kReach; --j) {
      if (group_[j] < 0 || negative_[j] || takes_no_side(claims_[j].act) || !same_origin(claims_[i], claims_[j]))
        continue;
      group_[i] = group_[j];
      return true;
    }
    return false;
  }

  // Confirmed it, backed the customs’ account: of what another said before, in words that only point to it.
  bool backs(int i) {
    const Features& f = features_[i];
    const Claim& claim = claims_[i];
    if (claim.act != Act::kConfirm || f.has_clause || f.has_object || f.words > 3 || !f.classes.empty()) return false;
    const bool pointer = f.has_anaphor && f.words <= 1;
    if (!pointer && !f.has_claim_noun) return false;
    int best = -1, most = 0;
    for (int j = i - 1; j >= 0 && j >= i - 6 && claims_[j].block + 2 >= claim.block; --j) {
      const Claim& other = claims_[j];
      if (takes_no_side(other.act) || other.is_nested || same_origin(claim, other)) continue;
      if (negative_[j] && !pointer) continue;  // the account of who asserts it
      const bool named = other.speaker >= 0 && (f.parties.contains(other.speaker) || speaks_of(f, other) ||
                                                f.parties.contains(origin_of(parties_, other.speaker)));
      const int score = (named ? 4 : 0) + (group_[j] >= 0 && has_denial(group_[j]) ? 2 : 0) + (j == i - 1 ? 2 : 0) +
                        (is_support(other.act) ? 1 : 0);
      if (score > most) most = score, best = j;
    }
    if (best < 0 || most < 3) return false;
    join_to(i, best);
    negative_[i] = negative_[best];
    return true;
  }

  // One speaker said several things, and only the last is about who answers: what he denies is that one alone.
  bool speaks_of_other(int i, int j) const {
    const std::vector<int>& members = members_[group_[j]];
    if (members.size() < 2 || members.back() != j || denied_by_same(group_[j], claims_[i])) return false;
    if (has_denial(group_[j]) && j + 1 != i) return false;
    if (features_[i].has_claim_noun || !mentions_speaker(features_[j], claims_[i])) return false;
    return std::none_of(members.begin(), members.end(),
                        [&](int k) { return k != j && mentions_speaker(features_[k], claims_[i]); });
  }

  // The first claim that the document of claim `j` makes.
  int first_of_document(int i, int j) const {
    int first = j;
    for (int k = j - 1; k >= 0 && k >= i - kReach; --k)
      if (claims_[k].speaker == claims_[j].speaker && speaks_of(features_[i], claims_[k])) first = k;
    return first;
  }

  bool has_denial(int group) const {
    for (const int j : members_[group])
      if (negative_[j]) return true;
    return false;
  }

  // Does the content name the document that `other` has for its speaker?
  bool speaks_of(const Features& f, const Claim& other) const {
    const Party& party = parties_.parties[other.speaker];
    if (party.is_document && !party.head.empty()) {
      Token token;
      token.fold = party.head;
      if (f.stems.contains(stem(token))) return true;
    }
    std::vector<Found> found;
    const uint32_t end = token_at(other.speaker_span.end);
    for (uint32_t i = token_at(other.speaker_span.begin); i < end; ++i) {
      found.clear();
      if (text_.tokens[i].mark == 0) Lexicon::of(text_.language).find(text_.tokens, i, end, found);
      for (const Found& x : found)
        if (x.lexeme->kind == Kind::kDocument && f.stems.contains(stem(text_.tokens[i]))) return true;
    }
    return false;
  }

  void link(int i) {
    current_ = i;
    const Claim& claim = claims_[i];
    const Features& f = features_[i];
    if (claim.act == Act::kAsk) {
      for (int j = i - 1; j >= 0 && j >= i - kReach; --j)
        if (group_[j] >= 0 && likeness(f, features_[j]).score > 0.45) {
          group_[i] = group_[j];
          break;
        }
      return;
    }
    if (takes_no_side(claim.act)) return;
    const bool no = says_no(claim, f);
    negative_[i] = no;
    if (replies_to_accusation(claim)) {
      join_to(i, i - 1);
      return;
    }
    if (is_anaphoric(claim, f)) {
      const int j = antecedent(i);
      if (j >= 0 && !(f.has_object && !is_worded(i, j))) {
        if ((elaborates_[j] || is_new_denier(i, j)) && !f.has_claim_noun && !same_origin(claim, claims_[j]))
          split_off(j);
        if (denies_alone(i, j)) split_off(j);
        if (group_[j] < 0 || speaks_of_other(i, j)) new_group(j);
        if (is_denial(claim.act) && is_merely_negative(j))
          for (const int k : members_[group_[j]]) negative_[k] = false;
        group_[i] = group_[j];
        // denied it; “this is an invention,” a spokeswoman said: no answer to the denial, but one more
        const bool joins_denial = negative_[j] && (same_origin(claim, claims_[j]) || is_spokesman(claim));
        negative_[i] = claim.is_echo                                                     ? negative_[j]
                       : f.has_claim_noun || joins_denial || claims_[j].act == Act::kAsk ? true
                                                                                         : !negative_[j];
        if (claim.is_echo && is_medium(claim.speaker)) echo_of_[i] = j;
        if (is_denial(claim.act) && f.has_claim_noun && !f.has_object) take_with(j);
        return;
      }
    }
    // X denied it. There are invoices, retorts Y: against the denial just before
    if (claim.is_counter && is_support(claim.act) && !no && i > 0 && group_[i - 1] >= 0 && negative_[i - 1] &&
        !same_origin(claim, claims_[i - 1]) && claims_[i - 1].block + 1 >= claim.block) {
      group_[i] = group_[i - 1];
      return;
    }
    // two employees tell a different story: against what another said just before of the same thing
    if (claim.is_counter)
      for (int j = i - 1; j >= 0 && j >= i - 6 && claims_[j].block + 2 >= claim.block; --j) {
        if (takes_no_side(claims_[j].act) || same_origin(claim, claims_[j])) continue;
        const Likeness alike = likeness(f, features_[j]);
        if (!alike.kin && alike.stems < 1) continue;
        if (elaborates_[j]) split_off(j);
        join_to(i, j);
        negative_[i] = !negative_[j];
        return;
      }
    if (const int k = denial_elaborated(i); k >= 0) {
      join_to(i, k);
      return;
    }
    if (i > 0 && contradicts_before(i)) {
      if (elaborates_[i - 1] && !same_origin(claim, claims_[i - 1])) split_off(i - 1);
      join_to(i, i - 1);
      negative_[i] = !negative_[i - 1];
      return;
    }
    if (stands_by(i) || backs(i) || contradicts_person(i)) return;
    if (forged(i) || says_it_ended(i)) return;
    if (claim.form == Form::kDirect && i > 0 && is_denial(claims_[i - 1].act) && goes_on(i, no)) return;
    if (counters(i, no) || elaborates_denial(i) || says_no_at_once(i, no)) return;
    if (says_no_to_such(i, no) || by_content(i, no) || concerns_contested(i, no) || answers(i, no) || goes_on(i, no))
      return;
    if (answers_teller(i, no) || fulfils_denial(i, no)) return;
    new_group(i);
  }

  // But two former clerks say …; a driver, however, …; 货主则坚称: does the sentence set the claim against what was
  // said before?
  bool opposes(const Claim& claim) const {
    if (claim.is_reply || claim.is_counter) return true;
    size_t from = current_, to = current_ + size_t{1};  // the claims of the sentence
    while (from > 0 && claims_[from - 1].sentence == claim.sentence) --from;
    while (to < claims_.size() && claims_[to].sentence == claim.sentence) ++to;
    const auto is_said = [&](Span word) {
      for (size_t k = from; k < to; ++k)
        for (const Span& span : claims_[k].content)
          if (span.begin <= word.begin && span.end >= word.end) return true;
      return false;
    };
    bool first = true;
    for (const Unit& unit : sentences_[claim.sentence].units) {
      if (unit.span.begin >= claim.cue.begin && !first) break;
      if (!unit.is_word()) continue;
      const bool looked_at = first || !is_said(unit.span);
      first = false;
      if (!looked_at) continue;
      for (const Lexeme* lexeme : unit.lexemes)
        if ((lexeme->kind == Kind::kConjunction && lexeme->value == "but") ||
            (lexeme->kind == Kind::kStop && lexeme->value == "contrast"))
          return true;
    }
    return false;
  }

  // X denies it. But two former clerks say …: set against what another denied last.
  bool counters(int i, bool no) {
    const Claim& claim = claims_[i];
    if ((no && claim.act != Act::kAssert) || claim.speaker < 0 || !is_support(claim.act) || claim.act == Act::kWarn ||
        is_spokesman(claim))
      return false;
    for (int k = i - 1; k >= 0 && k >= i - 4 && claims_[k].block + 1 >= claim.block; --k) {
      const Claim& other = claims_[k];
      if (takes_no_side(other.act) || other.speaker < 0) continue;
      if (!negative_[k] && denied_before(k)) continue;  // denied it and accused the deputy. But two sailors …
      if (group_[k] < 0 || !negative_[k] || !(has_denial_act(group_[k]) || other.form == Form::kDirect) ||
          denied_by_same(group_[k], claim) || !opposes(claim))
        return false;
      if (claim.act == Act::kConfirm && !is_worded(i, k)) return false;  // but the port admitted delays
      joined_late_[i] = true;
      negative_[i] = false;  // the ship unloaded no more than a tenth there: a no that contradicts a denial
      group_[i] = group_[k];
      return true;
    }
    return false;
  }

  // Did the speaker of claim `k` deny something in what stands just before it?
  bool denied_before(int k) const {
    for (int j = k - 1; j >= 0 && j >= k - 3; --j)
      if (negative_[j] && group_[j] >= 0 && same_origin(claims_[j], claims_[k])) return true;
    return false;
  }

  // denied it and said that the load was corn: who denies goes on, and takes nothing back.
  bool elaborates_denial(int i) {
    const Claim& claim = claims_[i];
    if (i == 0 || claim.act != Act::kAssert || claim.speaker < 0) return false;
    const Claim& other = claims_[i - 1];
    if (group_[i - 1] < 0 || !negative_[i - 1] || !same_origin(claim, other) || claim.block != other.block ||
        claim.sentence > other.sentence + 1 || opposes(claim))
      return false;
    if (!has_denial_act(group_[i - 1])) return false;
    group_[i] = group_[i - 1];
    negative_[i] = elaborates_[i] = true;
    return true;
  }
  // What was joined to a denial is contradicted itself: it is a proposition of its own.
  void split_off(int j) {
    new_group(j);
    negative_[j] = says_no(claims_[j], features_[j]);
    elaborates_[j] = false;
  }
  // Does another than those who deny the group deny claim `j`, which came to it late: that alone?
  bool is_new_denier(int i, int j) const {
    return is_denial(claims_[i].act) && joined_late_[j] && j + 1 == i && group_[j] >= 0 &&
           !denied_by_same(group_[j], claims_[i]);
  }
  // The charge of having switched it off: of claim `j` alone, where the group of that has deniers of its own and
  // nothing else there is worded so.
  bool denies_alone(int i, int j) const {
    if (!is_denial(claims_[i].act) || group_[j] < 0 || negative_[j] || members_[group_[j]].size() < 2 ||
        !has_denial(group_[j]) || denied_by_same(group_[j], claims_[i]))
      return false;
    if (likeness(features_[i], features_[j]).stems < 1) return false;
    return std::none_of(members_[group_[j]].begin(), members_[group_[j]].end(),
                        [&](int k) { return k != j && likeness(features_[i], features_[k]).stems >= 1; });
  }
  bool has_denial_act(int group) const {
    return std::any_of(members_[group].begin(), members_[group].end(),
                       [&](int j) { return is_denial(claims_[j].act); });
  }

  // The opposite was true; on the contrary, we …; says otherwise: of what somebody else said just before.
  bool contradicts_before(int i) const {
    const Features& f = features_[i];
    const Claim& before = claims_[i - 1];
    if (!f.is_opposite && !(f.is_otherwise && f.words <= 2)) return false;
    return !takes_no_side(before.act) && !same_origin(claims_[i], before) && before.block + 1 >= claims_[i].block;
  }

  // The ministry denies it; exports pass through its office, recalls its spokesman. Others say the opposite: of what
  // was denied, and not of what the same side added. -1 where nothing was.
  int denial_elaborated(int i) const {
    if (i == 0 || !contradicts_before(i) || negative_[i - 1]) return -1;
    for (int k = i - 2; k >= 0 && k >= i - 4 && claims_[k].block + 1 >= claims_[i].block; --k) {
      if (takes_no_side(claims_[k].act)) continue;
      if (!same_origin(claims_[k], claims_[i - 1])) return -1;
      if (negative_[k] && is_denial(claims_[k].act)) return k;
    }
    return -1;
  }

  // “We make stools and had no pulp”, right after it was said that his factory had it all.
  bool says_no_at_once(int i, bool no) {
    const Claim& claim = claims_[i];
    if (!no || i == 0 || is_denial(claim.act) || !features_[i].is_negative || claim.speaker < 0) return false;
    const Claim& other = claims_[i - 1];
    if (other.speaker < 0 || !is_support(other.act) || negative_[i - 1] || same_origin(claim, other) ||
        claim.block > other.block + 1 || !mentions_speaker(features_[i - 1], claim))
      return false;
    join_to(i, i - 1);
    return true;
  }

  // No such letter had arrived, any such practice was impossible: of what another said just before.
  bool says_no_to_such(int i, bool no) {
    const Claim& claim = claims_[i];
    const Features& f = features_[i];
    if (!f.is_of_kind || !(no || f.says_false) || claim.speaker < 0) return false;
    for (int k = i - 1; k >= 0 && k >= i - 4 && claims_[k].block + 1 >= claim.block; --k) {
      const Claim& other = claims_[k];
      if (takes_no_side(other.act) || negative_[k] || other.speaker < 0 || same_origin(claim, other)) continue;
      const Likeness alike = likeness(f, features_[k]);
      if (k < i - 1 && !alike.kin && alike.stems < 1) continue;
      join_to(i, k);
      negative_[i] = true;
      return true;
    }
    return false;
  }

  // Whom the content of a denial names and nothing else: contradicted him, не згодні з Мансуром; -1 where it says more.
  // `anybody`: a pronoun, which does not tell whom.
  int person_denied(const Claim& claim, bool& anybody) const {
    if (claim.content.size() != 1) return -1;
    uint32_t word = token_at(claim.content[0].begin);
    const uint32_t end = token_at(claim.content[0].end);
    const Lexicon& lexicon = Lexicon::of(text_.language);
    while (word + 1 < end && lexicon.has(text_.tokens, word, end, {Kind::kPreposition, Kind::kTitle})) ++word;
    for (const Mention& m : parties_.inside({text_.tokens[word].begin, claim.content[0].end}))
      if (m.span.begin == text_.tokens[word].begin && m.span.end == claim.content[0].end) return m.party;
    if (end != word + 1) return -1;
    std::vector<Found> found;
    lexicon.find(text_.tokens, word, end, found);
    const auto is_person = [](const Found& x) {
      return (x.lexeme->kind == Kind::kPronoun && (x.lexeme->value == "he" || x.lexeme->value == "she")) ||
             (x.lexeme->kind == Kind::kStop && x.lexeme->value == "whom");
    };
    anybody = std::any_of(found.begin(), found.end(), is_person) && !is_pointer(found, end);
    return -1;
  }

  // … of what that party said last.
  bool contradicts_person(int i) {
    const Claim& claim = claims_[i];
    if (claim.act != Act::kDeny || claim.speaker < 0) return false;
    bool anybody = false;
    const int whom = person_denied(claim, anybody);
    if (whom < 0 && !anybody) return false;
    const int reach = anybody ? 4 : 24;
    for (int k = i - 1; k >= 0 && k >= i - reach && (!anybody || claims_[k].block + 1 >= claim.block); --k) {
      if (takes_no_side(claims_[k].act) || claims_[k].speaker < 0 || same_origin(claim, claims_[k])) continue;
      if (!anybody && claims_[k].speaker != whom) continue;
      join_to(i, k);
      negative_[i] = !negative_[k];
      return true;
    }
    return false;
  }

  // By what is said.
  bool by_content(int i, bool no) {
    const Claim& claim = claims_[i];
    int best = -1;
    double most = 0;
    for (int j = i - 1; j >= 0 && j >= i - kReach; --j) {
      if (group_[j] < 0 || takes_no_side(claims_[j].act)) continue;
      const Likeness alike = likeness(features_[i], features_[j]);
      const bool same = same_origin(claim, claims_[j]);
      const bool opposed = no != negative_[j];
      double needed = is_denial(claim.act) || is_denial(claims_[j].act) ? 0.34 : 0.44;
      needed += std::min(0.12, 0.006 * (i - j));
      if (alike.unlike) needed += 0.12;
      if (same && claims_[j].block + 1 >= claim.block && i - j <= 2)
        needed = alike.classes || alike.stems >= 1 || (alike.parties && !alike.unlike) ? 0.02 : 0.24;
      if (opposed && !is_denial(claim.act) && !is_denial(claims_[j].act) && !(alike.classes || alike.stems >= 2))
        continue;
      if (opposed && !is_denial(claim.act) && !is_denial(claims_[j].act) && alike.score < 0.62 &&
          !mentions_speaker(features_[j], claim) && !mentions_speaker(features_[i], claims_[j]))
        continue;
      if (no && negative_[j] && !same && !is_denial(claim.act) && alike.score < 0.62)
        continue;                     // a plain "no" takes no side of others
      if (opposed && same) continue;  // nobody contradicts himself in one breath
      if (opposed && (claim.act == Act::kWarn || claims_[j].act == Act::kWarn) && alike.score < 0.62)
        continue;  // who warns of a danger does not say that it came true
      // whoever denies is mostly one of those spoken of
      const bool concerned = is_denial(claim.act) && alike.classes && alike.stems >= 1 && claims_[j].speaker >= 0 &&
                             !negative_[j] && mentions_speaker(features_[j], claim);
      if (concerned) needed -= 0.2;
      if (alike.score >= needed && alike.score - needed > most - 1e-9 &&
          (best < 0 || alike.score - needed > most + 1e-9))
        most = alike.score - needed, best = j;
    }
    if (best < 0) return false;
    if (elaborates_[best] && !same_origin(claim, claims_[best])) {
      if (no != says_no(claims_[best], features_[best])) {
        split_off(best);
      } else {
        negative_[i] = true;
      }
    }
    if (same_origin(claim, claims_[best]) && joined_late_[best]) joined_late_[i] = true;
    group_[i] = group_[best];
    return true;
  }

  static bool near(const Claim& claim, const Claim& before) { return claim.sentence <= before.sentence + 1; }

  // The group that the speaker of claim `i` denied last; -1.
  int own_denial(int i) const {
    for (int k = i - 1; k >= 0 && k >= i - kReach; --k)
      if (group_[k] >= 0 && negative_[k] && same_origin(claims_[i], claims_[k])) return group_[k];
    return -1;
  }

  // The papers were forged: said of a document that spoke before, and so against all that the speaker has denied.
  bool forged(int i) {
    const Features& f = features_[i];
    if (!f.says_false) return false;
    for (int j = i - 1; j >= 0 && j >= i - kReach; --j) {
      const int speaker = claims_[j].speaker;
      if (speaker < 0 || !speaks_of(f, claims_[j]) || same_origin(claims_[i], claims_[j])) continue;
      const int denied = own_denial(i);
      if (denied >= 0) {
        group_[i] = denied;
        negative_[i] = true;
        return true;
      }
      join_to(i, j);
      negative_[i] = !negative_[j];
      return true;
    }
    return false;
  }

  // Right after somebody else spoke of the speaker: the answer.
  bool answers(int i, bool no) {
    if (!no) return false;
    const Claim& claim = claims_[i];
    for (int k = i - 1; k >= 0 && k >= i - 3; --k) {
      const Claim& other = claims_[k];
      if (claim.block > other.block + 1 || !is_support(other.act) || negative_[k]) continue;
      if (same_origin(claim, other) || other.speaker < 0) continue;
      const Likeness alike = likeness(features_[i], features_[k]);
      const bool worded = is_denial(claim.act) && features_[i].has_claim_noun && features_[i].has_clause &&
                          alike.classes;  // the allegations that his company supplied …
      const bool same_kind = is_denial(claim.act) && k == i - 1 && near(claim, other) && alike.classes;
      // “it had never dealt in Iranian oil”, right after somebody said that Iran sold oil
      const bool answered = k == i - 1 && features_[i].is_negative && alike.kin &&
                            (alike.stems >= 2 || share_goods(features_[i], features_[k])) &&
                            (near(claim, other) || share_state(features_[i], features_[k], claim));
      const bool accused = other.act == Act::kAccuse && other.addressee >= 0 && claim.speaker >= 0 &&
                           origin_key(other.addressee) == origin_key(claim.speaker);
      // denies having sold anything to Iran, right after somebody said that goods were sent to an Iranian buyer
      const bool of_kind = is_denial(claim.act) && alike.kin && claim.block <= other.block + 1 &&
                           (share_state(features_[i], features_[k], claim) || share_goods(features_[i], features_[k]));
      if (is_denial(claim.act) && alike.unlike && alike.stems < 1 && !features_[i].has_claim_noun &&
          !features_[i].has_anaphor)
        continue;  // denied that he had met the minister, and not that gold was sold
      if (features_[i].is_negative && k == i - 1 && near(claim, other) && !alike.unlike &&
          alike.stems >= (text_.language == "zh" ? 2 : 1)) {  // has warned. There had never been a warning
        join_to(i, k);
        return true;
      }
      if (!answered && !of_kind && !mentions_speaker(features_[k], claim) && !worded && !same_kind && !accused)
        continue;
      if (!is_denial(claim.act) && !(alike.kin || alike.stems >= 1 || share_state(features_[i], features_[k], claim)))
        continue;
      if (is_denial(claim.act) && !near(claim, other) && !worded && !of_kind && !(alike.classes || alike.stems >= 1))
        continue;
      join_to(i, k);
      return true;
    }
    return false;
  }

  // “We stopped all trade with Russia in 2022”: of those who are said to trade with it, a denial.
  bool says_it_ended(int i) {
    const Claim& claim = claims_[i];
    const Features& f = features_[i];
    if (!f.is_ended || claim.act != Act::kAssert || claim.speaker < 0) return false;
    for (int k = i - 1; k >= 0 && k >= i - 4 && claims_[k].block + 2 >= claim.block; --k) {
      const Claim& other = claims_[k];
      if (group_[k] < 0 || takes_no_side(other.act)) continue;
      const bool own = negative_[k] && same_origin(claim, other);  // this side has denied it before
      const bool accused =
          !negative_[k] && is_support(other.act) && !same_origin(claim, other) && mentions_speaker(features_[k], claim);
      if (!own && !accused) continue;
      const bool worded = std::any_of(members_[group_[k]].begin(), members_[group_[k]].end(),
                                      [&](int j) { return !negative_[j] && share_state(f, features_[j], claim); });
      if (!worded) continue;
      group_[i] = group_[k];
      negative_[i] = true;
      return true;
    }
    return false;
  }

  // Two are accused and one has denied it: the other’s “no”, in words of his own, is of the same.
  bool concerns_contested(int i, bool no) {
    const Claim& claim = claims_[i];
    if (!no || claim.speaker < 0) return false;
    for (int j = i - 1; j >= 0 && j >= i - 8; --j) {
      if (group_[j] < 0 || negative_[j] || !is_support(claims_[j].act) || same_origin(claim, claims_[j])) continue;
      if (!has_denial(group_[j]) || !mentions_speaker(features_[j], claim)) continue;
      if (!likeness(features_[i], features_[j]).kin) continue;
      group_[i] = group_[j];
      return true;
    }
    return false;
  }

  static bool share_goods(const Features& a, const Features& b) {
    return std::any_of(a.families.begin(), a.families.end(),
                       [&](const std::string& f) { return b.families.contains(f); });
  }

  // The plant denied that the chips were for drones. The lot went to a maker of drones from the start, say others:
  // what nobody had asserted before it was denied.
  bool fulfils_denial(int i, bool no) {
    const Claim& claim = claims_[i];
    if (no || claim.speaker < 0 || !is_support(claim.act) || claim.act == Act::kWarn) return false;
    for (int k = i - 1; k >= 0 && k >= i - 3 && claims_[k].block + 1 >= claim.block; --k) {
      if (claims_[k].act != Act::kDeny || !negative_[k] || group_[k] < 0 || same_origin(claim, claims_[k])) continue;
      const std::vector<int>& members = members_[group_[k]];
      if (std::any_of(members.begin(), members.end(), [&](int j) { return !negative_[j]; })) continue;
      const Likeness alike = likeness(features_[i], features_[k]);
      if (alike.unlike || !(alike.kin || alike.stems >= (text_.language == "zh" ? 2 : 1))) continue;
      group_[i] = group_[k];
      return true;
    }
    return false;
  }

  // The clerk was dismissed, and nobody saw any wagons: a “no” that speaks of who told it, and of what he told.
  bool answers_teller(int i, bool no) {
    const Claim& claim = claims_[i];
    if (!no || !features_[i].is_negative || is_denial(claim.act)) return false;
    for (int k = i - 1; k >= 0 && k >= i - 4 && claims_[k].block + 1 >= claim.block; --k) {
      const Claim& other = claims_[k];
      if (other.speaker < 0 || !is_support(other.act) || negative_[k] || same_origin(claim, other)) continue;
      const Party& teller = parties_.parties[other.speaker];
      Token head;
      head.fold = teller.head;
      const bool named = features_[i].parties.contains(other.speaker) ||
                         (!teller.head.empty() && !teller.is_document && features_[i].stems.contains(stem(head)));
      const Likeness alike = likeness(features_[i], features_[k]);
      if (!named || !(alike.kin || alike.stems >= 1)) continue;
      join_to(i, k);
      return true;
    }
    return false;
  }

  // "We have no contract with Russia" answers "sold … to Russia": both speak of one state that is not the speaker's.
  bool share_state(const Features& a, const Features& b, const Claim& claim) const {
    const std::string own =
        claim.speaker < 0 ? "" : "state:" + parties_.parties[origin_of(parties_, claim.speaker)].state;
    return std::any_of(a.stems.begin(), a.stems.end(), [&](const std::string& s) {
      return s.starts_with("state:") && s != own && b.stems.contains(s);
    });
  }

  // Is the claim about what is spoken of in the group?
  bool is_related(int i, int group) const {
    const Features& f = features_[i];
    if (f.has_claim_noun || f.has_anaphor || f.words <= 3) return true;
    return std::any_of(members_[group].begin(), members_[group].end(), [&](int j) {
      const Likeness alike = likeness(f, features_[j]);
      return alike.kin || alike.stems >= 1 || share_state(f, features_[j], claims_[i]);
    });
  }

  // The same speaker goes on denying, or elaborates.
  bool goes_on(int i, bool no) {
    const Claim& claim = claims_[i];
    for (int k = i - 1; k >= 0 && k >= i - 2; --k) {
      const Claim& other = claims_[k];
      if (group_[k] < 0 || !same_origin(claim, other) || claim.speaker < 0) continue;
      const bool speech = claim.form == Form::kDirect && k == i - 1 && negative_[k] && is_denial(other.act) &&
                          claim.sentence <= other.sentence + 1 &&
                          claim.block <= other.block + 1;  // denied it. “We …,” said its director
      if (other.block != claim.block && !speech) continue;
      if ((no && negative_[k] && is_related(i, group_[k])) || speech) {
        group_[i] = group_[k];
        negative_[i] = true;
        return true;
      }
      break;
    }
    // “We have never …”: of what this side denied a little before
    if (no && !is_denial(claim.act) && features_[i].is_negative)
      for (int k = i - 1; k >= 0 && k >= i - 6; --k) {
        if (group_[k] < 0 || !negative_[k] || !same_origin(claim, claims_[k]) || claims_[k].block + 3 < claim.block)
          continue;
        const bool worded = std::any_of(members_[group_[k]].begin(), members_[group_[k]].end(), [&](int j) {
          const Likeness alike = likeness(features_[i], features_[j]);
          return !negative_[j] && (alike.kin || alike.stems >= 1) &&
                 (alike.stems >= 1 || share_state(features_[i], features_[j], claim) || claim.form == Form::kDirect);
        });
        if (!worded) continue;
        group_[i] = group_[k];
        return true;
      }
    // a denial of what this side denied before: the last such group
    if (is_denial(claim.act) || (features_[i].says_false && features_[i].has_claim_noun))
      for (int k = i - 1; k >= 0 && k >= i - kReach; --k)
        if (group_[k] >= 0 && negative_[k] && same_origin(claim, claims_[k]) && features_[i].words <= 8 &&
            (features_[i].has_claim_noun || features_[i].has_anaphor)) {
          group_[i] = group_[k];
          return true;
        }
    return false;
  }

  // ------------------------------------------------------------------ counting

  void mark_counted() {
    for (int g = 0; g < static_cast<int>(groups_); ++g) {  // “has no idea …”, said by all who speak of it: an assertion
      bool all = true, denied = false;
      for (const int i : members_[g])
        if (!takes_no_side(claims_[i].act)) all = all && negative_[i], denied = denied || is_denial(claims_[i].act);
      if (all && !denied)
        for (const int i : members_[g]) negative_[i] = false;
    }
    for (size_t i = 0; i < claims_.size(); ++i) {
      Claim& claim = claims_[i];
      claim.is_positive = !negative_[i];
      claim.is_counted = claim.speaker >= 0 && !claim.is_superseded && !claim.is_nested && claim.act != Act::kAsk &&
                         claim.act != Act::kDecline && claim.act != Act::kRequest;
      // “but did not explicitly refute it”: a dismissal that the text itself limits
      if (claim.act == Act::kDismiss && i + 1 < claims_.size()) {
        const Claim& next = claims_[i + 1];
        if (next.act == Act::kDecline && next.sentence == claim.sentence && next.speaker == claim.speaker &&
            limits(next))
          claim.is_partial = true;
      }
      if (claim.act == Act::kDismiss && as_other_than_false(claim, features_[i])) claim.is_partial = true;
      if (is_denial(claim.act) && is_qualified(claim)) claim.is_partial = true;
      if (claim.act == Act::kDeny && features_[i].is_of_kind && features_[i].words > features_[i].false_words &&
          !features_[i].has_claim_noun && group_[i] >= 0 &&
          std::none_of(members_[group_[i]].begin(), members_[group_[i]].end(), [&](int j) {
            return j != static_cast<int>(i) && !negative_[j] && mentions_speaker(features_[j], claim);
          }))
        claim.is_partial = true;  // one of many denies for itself that it had such a warning
      if (claim.is_partial) claim.is_counted = false;
      // what an outlet only passes on does not count beside the source
    }
  }

  // Does the refusal speak of the same thing: refute it, deny this?
  bool limits(const Claim& claim) const {
    const Features f = features(claim);
    return claim.points_back || f.words == 0 || (f.has_anaphor && f.words <= 2);
  }

  // called it “invented”, but conceded in the same breath that …; оговорившись, что …
  bool is_qualified(const Claim& claim) const {
    const Lexicon& lexicon = Lexicon::of(text_.language);
    const uint32_t end = token_at(sentences_[claim.sentence].span.end);
    std::vector<Found> found;
    for (uint32_t i = token_at(claim.cue.end); i < end; ++i) {
      found.clear();
      if (text_.tokens[i].mark == 0) lexicon.find(text_.tokens, i, end, found);
      for (const Found& x : found)
        if (x.lexeme->kind == Kind::kStop && x.lexeme->value == "qualifies") return true;
    }
    return false;
  }

  // dismissed this as premature
  bool as_other_than_false(const Claim& claim, const Features& f) const {
    if (f.says_false) return false;
    for (const Span& span : claim.content)
      for (uint32_t i = token_at(span.begin); i + 1 < token_at(span.end); ++i)
        if (text_.tokens[i].fold == "as" && f.words <= 5 && !is_quote_mark(text_.tokens[i + 1].mark)) return true;
    return false;
  }

  std::vector<Proposition> collect() {
    std::vector<Proposition> out;
    for (int g = 0; g < static_cast<int>(groups_); ++g) {
      Proposition q;
      std::set<std::string> plus, minus;
      std::set<int> plus_named, plus_unnamed, minus_named, minus_unnamed;
      int main_claim = -1;
      std::sort(members_[g].begin(), members_[g].end());
      for (const int i : members_[g]) {
        // denied it and warned against spreading rumours: who denies does not assert it by warning
        if (claims_[i].act == Act::kWarn && claims_[i].is_positive && denied_by_same(g, claims_[i])) continue;
        q.claims.push_back(static_cast<int>(i));
        const Claim& claim = claims_[i];
        if (main_claim < 0 || (features_[i].words > features_[main_claim].words + 2 && features_[main_claim].words < 4))
          main_claim = static_cast<int>(i);
        if (!claim.is_counted) continue;
        const int source = echo_of_[i] >= 0 && claims_[echo_of_[i]].speaker >= 0 ? echo_of_[i] : i;
        (claim.is_positive ? plus : minus).insert(origin_key(claims_[source].speaker));
        auto& side = claim.is_positive ? (claim.is_named ? plus_named : plus_unnamed)
                                       : (claim.is_named ? minus_named : minus_unnamed);
        side.insert(claim.speaker);
      }
      if (main_claim < 0) continue;
      q.asserted = {static_cast<uint32_t>(plus_named.size()), static_cast<uint32_t>(plus_unnamed.size()),
                    static_cast<uint32_t>(plus.size())};
      q.denied = {static_cast<uint32_t>(minus_named.size()), static_cast<uint32_t>(minus_unnamed.size()),
                  static_cast<uint32_t>(minus.size())};
      q.status = !plus.empty() && !minus.empty() ? Status::kContested
                 : !minus.empty()                ? Status::kDenied
                                                 : Status::kAsserted;
      if (plus.empty() && minus.empty()) continue;
      if (q.status == Status::kContested &&
          std::all_of(minus.begin(), minus.end(), [&](const std::string& o) { return plus.contains(o); }))
        q.status = Status::kAsserted;
      set_roles(q, main_claim);
      if (q.claims.size() < 2 && q.predicate == "OTHER") continue;
      const Claim& words = claims_[main_claim];
      q.text = *std::max_element(words.content.begin(), words.content.end(),
                                 [](const Span& a, const Span& b) { return a.end - a.begin < b.end - b.begin; });
      q.id = "q" + std::to_string(out.size() + 1);
      for (const int i : q.claims) claims_[i].proposition = static_cast<int>(out.size());
      out.push_back(std::move(q));
    }
    return out;
  }

  void set_roles(Proposition& q, int main_claim) const {
    const Features& f = features_[main_claim];
    std::map<std::string, int> votes;
    for (const int i : q.claims)
      for (size_t k = 0; k < features_[i].class_order.size(); ++k) votes[features_[i].class_order[k]] += k == 0 ? 3 : 1;
    q.predicate = "OTHER";
    int most = 0;
    for (const auto& [name, count] : votes)
      if (count > most || (count == most && !f.class_order.empty() && f.class_order.front() == name))
        most = count, q.predicate = name;
    for (const int party : f.party_order) {
      const Party& p = parties_.parties[party];
      if (p.type == PartyType::kVessel || (p.type == PartyType::kUnnamed)) continue;
      if (q.agent < 0) {
        q.agent = party;
      } else if (q.recipient < 0 && party != q.agent && origin_of(parties_, party) != origin_of(parties_, q.agent)) {
        q.recipient = party;
      }
    }
  }

  const Text& text_;
  const std::vector<Sentence>& sentences_;
  const Parties& parties_;
  const Goods& goods_;
  std::vector<Claim>& claims_;
  std::vector<Features> features_;
  std::vector<int> group_;
  std::vector<int> echo_of_;  // the claim whose words an outlet repeats: its origin is that of the outlet
  std::vector<bool> negative_;
  std::vector<bool> elaborates_;   // goes on with the denial before it, in words that deny nothing
  std::vector<bool> joined_late_;  // to a dispute that was on, by where it stands and not by what it says
  size_t groups_ = 0;
  std::vector<std::vector<int>> members_;  // of each group
  int current_ = 0;                        // the claim that is being linked
  // How many claims back one looks for what is spoken of: far beyond any report, so that a book costs linear time.
  static constexpr int kReach = 150;
};

}  // namespace

std::string_view status_name(Status status) { return kStatusNames[static_cast<size_t>(status)]; }

std::vector<int> counted_claims(const Proposition& about, const std::vector<Claim>& claims, const Parties& parties,
                                bool positive) {
  std::vector<int> out;
  std::set<std::string_view> names;
  for (const int number : about.claims) {
    const Claim& claim = claims[static_cast<size_t>(number)];
    if (!claim.is_counted || claim.is_positive != positive || claim.speaker < 0) continue;
    if (names.insert(parties.parties[static_cast<size_t>(claim.speaker)].name).second) out.push_back(number);
  }
  return out;
}

std::vector<Proposition> join_propositions(const Text& text, const std::vector<Sentence>& sentences,
                                           const Parties& parties, const Goods& goods, std::vector<Claim>& claims) {
  return Joiner(text, sentences, parties, goods, claims).join();
}

}  // namespace cordon::reading
