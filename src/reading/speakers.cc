#include "reading/speakers.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "reading/slavic_words.h"
#include "reading/text_words.h"

namespace cordon::reading {
namespace {

// Resolves one page's speakers from first to last.
class SpeakerFinder {
 public:
  SpeakerFinder(const Text& text, const TokenKinds& kinds, const std::vector<Sentence>& sentences, Parties& parties)
      : text_(text), kinds_(kinds), sentences_(sentences), parties_(parties) {
    is_wide_ = text.language == "zh";
  }

  std::vector<Claim> settle(const std::vector<Attribution>& attributions) {
    for (const Attribution& a : attributions) add(a);
    for (size_t i = 0; i < claims_.size(); ++i) claims_[i].id = "c" + std::to_string(i + 1);
    parties_.sort();
    name_interviewers();
    return std::move(claims_);
  }

 private:
  static bool is_denial_act(Act act) { return act == Act::kDeny || act == Act::kDismiss; }

  uint32_t token_at(uint32_t byte) const { return text_.token_at(byte); }
  const Token& tok(uint32_t i) const { return text_.tokens[i]; }
  bool is(uint32_t i, Kind kind) const { return kinds_.is(i, kind); }

  void add(const Attribution& a) {
    Claim claim;
    claim.act = a.act;
    claim.form = a.form;
    claim.is_hedged = a.is_hedged;
    claim.cue = a.cue;
    claim.content = a.content;
    claim.rule = a.rule;
    claim.score = a.score;
    claim.sentence = a.sentence;
    claim.block = sentences_[a.sentence].block;
    claim.speaker_span = a.speaker;
    claim.is_partial = a.is_partial;
    claim.is_superseded = a.is_superseded;
    claim.is_nested = a.is_nested;
    claim.points_back = a.points_back;
    claim.is_explained = a.is_explained;
    claim.is_reply = a.is_reply;
    claim.is_echo = a.is_echo;
    claim.is_rebuttal = a.is_rebuttal;
    claim.is_counter = a.is_counter;
    if (a.points_back && is_denial_act(a.act) && !claims_.empty() && claims_.back().sentence + 1 == a.sentence &&
        !claims_.back().content.empty())
      claim.content = claims_.back().content;  // L’entreprise dément.: what was just said
    const uint32_t at = a.cue.empty() ? a.content.front().begin : a.cue.begin;
    says_no_ = is_denial_act(a.act) || has_no(a.content);
    accused_ = is_denial_act(a.act) ? accused_before(a) : Span{};
    strong_ =
        a.is_strong || a.rule == "label with colon" || a.rule == "according to" || a.rule == "medium, citing" ||
        a.rule == "quotation, verb subject" ||
        (text_.language == "de" && (a.rule == "content, verb subject" || a.act == Act::kAccuse)) ||
        ((text_.language == "fr" || text_.language == "es") && is_determined(a.speaker) &&
         (a.rule == "subject verb that" || a.rule == "subject verb: quotation" || a.rule == "content, verb subject" ||
          a.act == Act::kDeny || (!a.content.empty() && is(token_at(a.content.front().begin), Kind::kThat))));
    if (!a.speaker.empty()) {
      claim.speaker = resolve(a.speaker, at, claim.speaker_rule);
      if (claim.speaker < 0 && a.needs_document) return;
      if (a.needs_document && !is_document(claim.speaker, a.speaker)) return;
      // Замминистра Сурков приехал в Алма-Ату. Он отметил, …: whom the sentence before is about
      const bool pronoun = is_pronoun(a.speaker);
      if (claim.speaker < 0 && pronoun && is_slavic() && a.sentence > 0 &&
          sentences_[a.sentence - 1].block == claim.block) {
        const std::string_view rule = claim.speaker_rule;
        claim.speaker = subject_of_sentence(a, a.sentence - 1, claim);
        claim.speaker_rule = rule;
        claim.speaker_span = a.speaker;
      }
      if (claim.speaker < 0 && !pronoun && !(claim.speaker_rule == "pronoun" && says_openly(a)))
        return;  // nothing that could speak
    } else if (a.takes_speaker_before) {
      claim.speaker = speaker_before(a, claim);
      if (claim.speaker < 0) claim.speaker = subject_before(a, claim);
      if (claim.speaker < 0) return;
    }
    if (a.is_withheld_comment) claim.act = Act::kDecline;
    std::string_view unused;
    if (!a.medium.empty()) claim.medium = resolve(a.medium, at, unused);
    if (!a.addressee.empty()) claim.addressee = mentioned(a.addressee);
    if (claim.addressee < 0 && a.act == Act::kAccuse && text_.language == "en" && !a.content.empty())
      claim.addressee = accused(a.content.front(), at);
    if (claim.medium < 0 && is_denial_act(a.act)) {
      claim.medium = go_between(a);
      if (claim.medium >= 0 && claim.speaker >= 0 && claim.medium != claim.speaker &&
          parties_.parties[claim.medium].affiliation < 0)
        parties_.parties[claim.medium].affiliation = claim.speaker;
    }
    if (claim.medium < 0 && claim.addressee >= 0 && parties_.parties[claim.addressee].is_medium)
      claim.medium = claim.addressee;
    if (claim.speaker >= 0) {
      const Party& party = parties_.parties[claim.speaker];
      claim.is_named = party.type != PartyType::kUnnamed;
    }
    // A question nobody is said to ask goes to whoever answers.
    if (claim.speaker >= 0 && !claims_.empty() && claims_.back().act == Act::kAsk && claims_.back().speaker < 0 &&
        claims_.back().addressee < 0 && claims_.back().sentence + 1 >= claim.sentence)
      claims_.back().addressee = claim.speaker;
    if (is_wide_) note_issued(a, claim.speaker);
    claims_.push_back(std::move(claim));
    last_accused_ = a.act == Act::kAccuse ? a.addressee : Span{};
  }

  // 智库周三发表报告，指…; 公司发表声明，否认…: whose the report or statement is that is spoken of next
  void note_issued(const Attribution& a, int speaker) {
    if (speaker < 0 || !is_publisher(speaker) || a.cue.empty()) return;
    const auto limit = static_cast<uint32_t>(text_.tokens.size());
    const uint32_t end = std::min(token_at(a.cue.begin), limit);
    std::vector<Found> found;
    for (uint32_t i = token_at(sentences_[a.sentence].span.begin); i < end; ++i) {
      found.clear();
      Lexicon::of(text_.language).find(text_.tokens, i, end, found);
      for (const Found& f : found)
        if (f.lexeme->kind == Kind::kStop && f.lexeme->value == "issues" && f.end < end && is_published(f.end))
          published_.emplace_back(noun_text(f.end), speaker);
    }
  }

  // accusent le directeur de …, mais il le nie; wirft dem Händler vor, …, was dieser bestreitet: whom the claim just
  // before accuses, in the same sentence or the one before.
  Span accused_before(const Attribution& a) const {
    if (!is_western() || claims_.empty() || claims_.back().act != Act::kAccuse) return {};
    return claims_.back().sentence + 1 >= a.sentence ? last_accused_ : Span{};
  }

  // Who is meant by "he" or "this one" that denies what another was just accused of; -1 where the words do not agree in
  // number or gender.
  int accused_party(std::string_view kind, uint32_t at) {
    if (accused_.empty() || kind == "we" || kind == "i") return -1;
    uint32_t begin = token_at(accused_.begin);
    const uint32_t end = token_at(accused_.end);
    const std::string_view to = tok(begin).fold;
    if (begin + 1 < end && (to == "a" || to == "à")) ++begin;
    if (begin >= end || tok(begin).mark != 0) return -1;
    const int gender = text_.language == "de" ? 0 : article_gender(tok(begin).fold);
    if ((gender == 1 && kind == "she") || (gender == 2 && kind == "he" && text_.language == "es")) return -1;
    const Span span{tok(begin).begin, accused_.end};
    accused_ = {};
    std::string_view rule;
    const int party = resolve(span, at, rule);
    if (party < 0) return -1;
    const bool many = parties_.parties[party].is_plural || parties_.parties[party].is_counted;
    return kind != "latter" && many != (kind == "they") ? -1 : party;
  }

  // Diese gab … an, was dieses bestreitet: a German word that points back to who was named last.
  bool is_pointer(uint32_t begin, uint32_t end) const {
    if (is_slavic() && begin < end)
      return points_to_last(tok(begin).fold) &&
             (begin + 1 == end || (begin + 2 == end && tok(begin + 1).fold.starts_with("ostatni")));
    if (begin + 1 != end) return false;
    if (text_.language != "de") return false;
    for (const std::string_view word : {"diese", "dieses", "jene", "jener", "jenes"})
      if (tok(begin).fold == word) return true;
    return false;
  }

  bool is_western() const { return text_.language == "de" || text_.language == "fr" || text_.language == "es"; }

  // Le garagiste explique que …: an article and a noun, whatever it is
  bool is_determined(Span span) const {
    const uint32_t begin = token_at(span.begin), end = token_at(span.end);
    return end > begin + 1 && (is(begin, Kind::kDeterminer) || is(begin, Kind::kPossessive)) &&
           !is(begin + 1, Kind::kClaimNoun) && !is(begin + 1, Kind::kTime);
  }

  // He, she or they: somebody speaks, even where nobody before is found whom the pronoun could mean.
  bool is_pronoun(Span span) const {
    const uint32_t begin = token_at(span.begin), end = token_at(span.end);
    if (begin >= end) return false;
    std::vector<Found> found;
    Lexicon::of(text_.language).find(text_.tokens, begin, end, found);
    return std::any_of(found.begin(), found.end(), [&](const Found& f) {
      const std::string& who = f.lexeme->value;
      return (f.lexeme->kind == Kind::kPronoun || f.lexeme->kind == Kind::kPossessive) && f.end == end &&
             (who == "he" || who == "she" || who == "they" || who == "latter" ||
              (who == "it" && text_.language == "en"));
    });
  }

  // Are there words that are said by rule, and not only an object (he denies it) or an aim (used the money to claim)?
  bool says_openly(const Attribution& a) const {
    if (a.score > 0 || a.content.empty() || a.points_back || a.is_nested || a.content.front() == a.speaker)
      return false;
    const uint32_t cue = token_at(a.cue.begin);
    return cue == 0 || tok(cue - 1).fold != "to";
  }

  // Is there a "no", or a word for what is false, in what is said?
  bool has_no(const std::vector<Span>& content) const {
    const Lexicon& lexicon = Lexicon::of(text_.language);
    for (const Span& span : content) {
      const uint32_t end = token_at(span.end);
      for (uint32_t i = token_at(span.begin); i < end; ++i)
        if (lexicon.has(text_.tokens, i, end, {Kind::kNothing, Kind::kFalsehood}) || is_opposite(i, end)) return true;
    }
    return false;
  }

  // The contrary, otherwise; we stopped all trade.
  bool is_opposite(uint32_t i, uint32_t end) const {
    if (tok(i).mark != 0) return false;
    std::vector<Found> found;
    Lexicon::of(text_.language).find(text_.tokens, i, end, found);
    return std::any_of(found.begin(), found.end(), [](const Found& f) {
      return (f.lexeme->kind == Kind::kAnaphor && (f.lexeme->value == "opposite" || f.lexeme->value == "otherwise")) ||
             (f.lexeme->kind == Kind::kStop && f.lexeme->value == "ended");
    });
  }

  // Whoever says no is seldom of those who said it just before, mostly of those it was said of: the firm accused, or
  // the one that the claim before names first. -1 where nobody says no or no such firm is named.
  int answering_party(uint32_t at) const {
    if (!says_no_ || claims_.empty()) return -1;
    const Claim& last = claims_.back();
    if (last.speaker < 0 || last.block + 1 < block_at(at) || last.sentence + 2 < sentence_behind(at)) return -1;
    if (is_denial_act(last.act) || last.act == Act::kDecline || last.act == Act::kAsk) return -1;
    const auto firm = [&](int party) {
      const Party& p = parties_.parties[party];
      const bool unsure =
          p.type == PartyType::kPerson && p.head.empty() && p.gender == 0 && p.affiliation < 0 && p.entity_ids.empty();
      return party != last.speaker && !p.is_medium && !p.is_document &&
             origin_of(parties_, last.speaker) != origin_of(parties_, party) &&
             (p.type == PartyType::kCompany || p.type == PartyType::kOrganization || unsure);
    };
    if (last.act == Act::kAccuse && last.addressee >= 0 && firm(last.addressee)) return last.addressee;
    for (size_t k = claims_.size(); k-- > 0 && k + 6 > claims_.size();)  // the firm that has already denied it
      if (is_denial_act(claims_[k].act) && claims_[k].speaker >= 0 && claims_[k].speaker_rule != "description") {
        const int whose = origin_of(parties_, claims_[k].speaker);
        if (firm(whose)) return whose;
      }
    for (const Span& span : last.content)
      for (const Mention& m : parties_.inside(span))
        if (firm(m.party)) return m.party;
    return -1;
  }

  bool is_document(int party, Span span) const {
    if (party >= 0 && parties_.parties[party].is_document) return true;
    for (uint32_t i = token_at(span.begin); i < token_at(span.end); ++i)
      if (is(i, Kind::kDocument)) return true;
    return false;
  }

  // ------------------------------------------------------------------ the parts of a speaker's phrase

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

  bool is_noun(uint32_t i) const {
    for (const Kind kind : {Kind::kPerson, Kind::kSpokesman, Kind::kSourceWord, Kind::kBody, Kind::kCompany,
                            Kind::kMedia, Kind::kDocument})
      if (is(i, kind)) return true;
    return false;
  }

  static bool is_former_word(std::string_view w) {
    for (const std::string_view start : {"former", "ex-", "ex", "бывш", "колишн", "ancien", "früher", "ehemalig",
                                         "exfun", "antigu", "sabık", "eski", "były", "byłego", "by\u0142a", "سابق"})
      if (w.starts_with(start) && (start != "ex" || w == "ex")) return true;
    return w == "前" || w == "原";
  }

  Phrase analyze(Span span) const {
    Phrase phrase;
    phrase.begin = token_at(span.begin);
    phrase.end = token_at(span.end);
    const std::vector<Mention> mentions = parties_.inside(span);
    // The head: the last noun before the first preposition, comma or relative; in scripts that put owners behind, the
    // first.
    const bool head_last = text_.language == "en" || is_wide_ || text_.language == "de" || text_.language == "tr";
    uint32_t core_end = phrase.end;
    for (uint32_t i = phrase.begin + 1; i < phrase.end; ++i) {
      const bool of = is(i, Kind::kPreposition) && !is_noun(i) && !is(i, Kind::kTime) && !in_mention(mentions, i) &&
                      tok(i).fold != "\u0628\u0627\u0633\u0645";  // متحدث باسم الوزارة X
      const bool relative = tok(i).fold == "who" || tok(i).fold == "which" || tok(i).fold == "qui" ||
                            tok(i).fold == "que" || tok(i).fold == "that";
      const bool participle = text_.language == "en" && (tok(i).fold == "familiar" || tok(i).fold == "close" ||
                                                         tok(i).fold == "briefed" || tok(i).fold == "seen");
      const bool comma = is_comma_mark(tok(i).mark) && tok(i).mark != U'、';  // 船东代表、律师陈伟豪: one person
      if ((of && i > phrase.begin) || relative || participle || comma || tok(i).mark == U'(') {
        if (is_wide_ && of) continue;
        bool has_noun = false;
        for (uint32_t k = phrase.begin; k < i; ++k) has_noun = has_noun || is_noun(k) || in_mention(mentions, k);
        if (!has_noun) continue;
        core_end = i;
        break;
      }
    }
    for (uint32_t i = phrase.begin; i < phrase.end; ++i) {
      const bool in_core = i < core_end;
      if (is(i, Kind::kPossessive) && phrase.possessive < 0 && in_core) phrase.possessive = static_cast<int>(i);
      if (text_.language == "ar" && phrase.possessive < 0 && in_core && is(i, Kind::kPerson) &&
          tok(i).fold.size() > 8 && tok(i).fold.ends_with("\u0647\u0627"))
        phrase.possessive = static_cast<int>(i);  // مديرها: its director
      if (is_former_word(tok(i).fold) && in_core) phrase.is_former = true;
      if (i == phrase.begin && is(i, Kind::kDeterminer)) {
        const std::string& w = tok(i).fold;
        phrase.is_definite = w == "the" || w == "that" || w == "this" || w == "le" || w == "la" || w == "l'" ||
                             w == "der" || w == "die" || w == "das" || w == "dem" || w == "el" || w == "los" ||
                             w == "las" || w == "les" || w == "cette" || w == "este" || w == "esta" || w == "ce" ||
                             w == "ese" || w == "этот" || w == "эта" || w == "该" || w == "该部" || w == "这名" ||
                             w == "cet";
      }
      if (kinds_.state[i] && phrase.state.empty()) phrase.state = kinds_.state[i]->value;
      if (!in_core || !is_noun(i) || in_name(mentions, i)) continue;
      // ein Sprecher des Zollamts: in German the owner stands behind
      if (text_.language == "de" && phrase.head >= 0 && i > phrase.begin && is(i - 1, Kind::kDeterminer)) continue;
      if (head_last || phrase.head < 0) phrase.head = static_cast<int>(i);
    }
    // X، مدیرعامل آن: the office in apposition
    if ((text_.language == "fa" || text_.language == "ar") && phrase.head < 0 && core_end + 1 < phrase.end &&
        is_comma_mark(tok(core_end).mark)) {
      for (uint32_t i = core_end + 1; i < phrase.end && phrase.head < 0; ++i)
        if (is_noun(i) && !in_name(mentions, i)) phrase.head = static_cast<int>(i);
      if (phrase.head >= 0)
        for (uint32_t i = static_cast<uint32_t>(phrase.head) + 1; i < phrase.end && phrase.possessive < 0; ++i)
          if (tok(i).fold == "\u0622\u0646" || is(i, Kind::kPossessive)) phrase.possessive = static_cast<int>(i);
    }
    if (phrase.state.empty()) phrase.state = adjective_state(phrase.begin, phrase.end);
    settle_name(phrase, mentions, core_end);
    // Femke Oudshoorn, one of its spokespeople; X, the bank’s chairman: what the apposition says of who is named
    if (phrase.name >= 0 && phrase.name_span.end <= tok(core_end > 0 ? core_end - 1 : 0).end && core_end < phrase.end &&
        is_comma_mark(tok(core_end).mark))
      for (uint32_t i = core_end + 1; i < phrase.end && !is_comma_mark(tok(i).mark); ++i) {
        if (is(i, Kind::kPossessive) && phrase.possessive < 0) phrase.possessive = static_cast<int>(i);
        if ((is(i, Kind::kPerson) || is(i, Kind::kSpokesman)) && phrase.apposition < 0)
          phrase.apposition = static_cast<int>(i);
      }
    return phrase;
  }

  std::string adjective_state(uint32_t begin, uint32_t end) const {
    std::vector<Found> found;
    const Lexicon& lexicon = Lexicon::of(text_.language);
    for (uint32_t i = begin; i < end; ++i) {
      found.clear();
      if (tok(i).mark == 0) lexicon.find(text_.tokens, i, end, found);
      for (const Found& f : found)
        if (f.lexeme->kind == Kind::kAdjective || f.lexeme->kind == Kind::kState || f.lexeme->kind == Kind::kCapital)
          return f.lexeme->value;
    }
    return {};
  }

  bool in_mention(const std::vector<Mention>& mentions, uint32_t i) const {
    return std::any_of(mentions.begin(), mentions.end(),
                       [&](const Mention& m) { return tok(i).begin >= m.span.begin && tok(i).end <= m.span.end; });
  }
  // Inside a name that is not only a state's.
  bool in_name(const std::vector<Mention>& mentions, uint32_t i) const {
    return std::any_of(mentions.begin(), mentions.end(), [&](const Mention& m) {
      return tok(i).begin >= m.span.begin && tok(i).end <= m.span.end &&
             parties_.parties[m.party].type != PartyType::kUnnamed;
    });
  }

  // Kimya'nın sahibi: the ending of whose something is.
  bool is_turkish_genitive(uint32_t i) const {
    if (text_.language != "tr" || tok(i).mark != 0) return false;
    const std::string& word = tok(i).fold;
    if (!word.starts_with("'") && !word.starts_with("\u2019")) return false;
    for (const std::string_view ending : {"ın", "in", "un", "ün"})
      if (word.ends_with(ending)) return true;
    return false;
  }

  void settle_name(Phrase& phrase, const std::vector<Mention>& mentions, uint32_t core_end) const {
    std::vector<Mention> outer;
    for (const Mention& m : mentions)
      if (outer.empty() || m.span.begin >= outer.back().span.end) {
        if (parties_.parties[m.party].type != PartyType::kUnnamed) outer.push_back(m);
      }
    if (outer.empty()) return;
    const uint32_t core_byte = core_end > phrase.begin ? tok(core_end - 1).end : 0;
    // A person's name that is not somebody's possessive: its, the director, Miriam Achterberg
    for (const Mention& m : outer) {
      const Party& party = parties_.parties[m.party];
      const uint32_t after = token_at(m.span.end);
      const bool possessive =
          after < phrase.end && (tok(after).fold == "'s" || tok(after).fold == "’s" || tok(after).mark == U'\'' ||
                                 tok(after).fold == "的" || tok(after).mark == 0x2019 || is_turkish_genitive(after));
      if (party.type != PartyType::kPerson || possessive) continue;
      // помощник Трампа Стив Уиткофф: a name at once behind another, which is its owner
      if (is_slavic() && &m != &outer.back() && token_at((&m + 1)->span.begin) == after &&
          parties_.parties[(&m + 1)->party].type == PartyType::kPerson)
        continue;
      // Chatham House araştırmacısı Leyla Osman: where she works
      if (text_.language == "tr" && after < phrase.end && is(after, Kind::kPerson) && &m != &outer.back()) continue;
      if (is_wide_ && after < phrase.end && tok(after).mark == 0) continue;
      const uint32_t first = token_at(m.span.begin);
      uint32_t lead = first;  // without Dr., Mr Justice
      while (lead > phrase.begin && (is(lead - 1, Kind::kTitle) || tok(lead - 1).mark == U'.')) --lead;
      const bool behind_comma = lead > phrase.begin && is_comma_mark(tok(lead - 1).mark);
      const bool in_core = m.span.end <= core_byte || phrase.head < 0;
      bool genitive = false;  // адвокат Рахимовой, der Anwalt von X: governed by the noun, not in apposition to it
      if (first > phrase.begin && is(first - 1, Kind::kPreposition)) genitive = true;
      if (first > phrase.begin && phrase.head >= 0 && !behind_comma && !genitive && is_slavic() &&
          static_cast<uint32_t>(phrase.head) + 1 == first && m.span.end - m.span.begin > 0) {
        const std::string& last = tok(after - 1).fold;
        const bool single = after - first == 1;
        if (single && tok(first).is_all_capitals && after - first == 1) continue;  // собеседник РБК
        genitive = single && (last.ends_with("ой") || last.ends_with("ої") || last.ends_with("а") ||
                              last.ends_with("я") || last.ends_with("ого") || last.ends_with("ova"));
      }
      if (genitive) continue;
      // rzeczniczka prokuratury w Lublinie Ewa Karas: the name that ends the phrase is who holds the office
      const bool at_end = is_slavic() && after == phrase.end && after - first >= 2;
      if (in_core || behind_comma || at_end) {
        phrase.name = m.party;
        phrase.name_span = m.span;
        break;
      }
    }
    if (phrase.name < 0 && phrase.head < 0) {
      const uint32_t behind = token_at(outer.front().span.end);  // Latvia’s State Security Service
      const bool owns = text_.language == "en" && behind < phrase.end && tok(behind).fold.ends_with("s") &&
                        tok(behind).fold.size() <= 4 && outer.size() > 1 &&
                        token_at(outer[1].span.begin) == behind + 1 && outer[1].span.end <= core_byte;
      const bool behind_state = text_.language == "en" && outer.size() > 1 && outer[1].span.end <= core_byte &&
                                token_at(outer[1].span.begin) == behind &&  // the U.S. Commerce Department
                                parties_.parties[outer[1].party].type == PartyType::kPublicBody;
      const bool state_first =
          (is_wide_ || owns || behind_state) && parties_.parties[outer.front().party].type == PartyType::kState;
      const Mention& meant = (owns || behind_state) && state_first ? outer[1]
                             : state_first                         ? outer.back()
                                           : outer.front();  // 新加坡海事局: the body, not the state
      phrase.name = meant.party;
      phrase.name_span = meant.span;
      // Beijing’s foreign ministry has a head; “the court in London” too; else the first name is meant
    }
    if (phrase.name < 0 &&
        phrase.head >= 0) {  // the insurer Boreal Mutual; شركة «نهر الرمال»; Russian: агентство Рейтер
      for (const Mention& m : outer) {
        const uint32_t first = token_at(m.span.begin), after = token_at(m.span.end);
        const Party& party = parties_.parties[m.party];
        if (party.type == PartyType::kState || party.type == PartyType::kPerson) continue;
        uint32_t before = first;
        while (before > phrase.begin && is_quote_mark(tok(before - 1).mark)) --before;
        const bool behind_comma =
            before > phrase.begin && is_comma_mark(tok(before - 1).mark) && core_end + 1 >= before;
        const bool thing =
            is(phrase.head, Kind::kCompany) || is(phrase.head, Kind::kBody) || is(phrase.head, Kind::kMedia);
        const bool person_only = (is(phrase.head, Kind::kPerson) || is(phrase.head, Kind::kSpokesman)) && !thing;
        uint32_t lead = before;  // le diamantaire visé, la maison X: what the noun stands for is named behind the comma
        while (lead > phrase.begin && (is(lead - 1, Kind::kCompany) || is(lead - 1, Kind::kDeterminer))) --lead;
        if (person_only && lead < before && lead == core_end + 1 && is_comma_mark(tok(core_end).mark)) {
          phrase.name = m.party;
          phrase.name_span = m.span;
          break;
        }
        if (person_only) continue;
        const bool next_to_head =
            before == static_cast<uint32_t>(phrase.head) + 1 ||
            (static_cast<uint32_t>(phrase.head) + 1 < before && tok(phrase.head + 1).mark == 0 &&
             before <= static_cast<uint32_t>(phrase.head) + 2 && !is(phrase.head + 1, Kind::kPreposition));
        if (thing && (next_to_head || behind_comma) && !is(phrase.head, Kind::kDocument)) {
          phrase.name = m.party;
          phrase.name_span = m.span;
          break;
        }
        (void)after;
      }
    }
    // Hollanda merkezli enstitü Kanaal'ın raporu: of the names that which has the ending of whose
    const auto whose = [&](const Mention& m) {
      return token_at(m.span.end) < phrase.end && is_turkish_genitive(token_at(m.span.end));
    };
    const bool has_whose = std::any_of(outer.begin(), outer.end(), whose);
    for (const Mention& m : outer)
      if (m.party != phrase.name && phrase.owner < 0 && parties_.parties[m.party].type != PartyType::kUnnamed &&
          (!has_whose || whose(m))) {
        phrase.owner = m.party;
        phrase.owner_before = phrase.head >= 0 && m.span.begin < tok(phrase.head).begin;
      }
    phrase.only_name = phrase.name >= 0 && phrase.head < 0;
  }

  // Forms of one noun: also in Polish and Turkish, whose names in Latin letters take endings.
  bool alike(std::string_view a, std::string_view b) const {
    if (are_alike(a, b)) return true;
    if (text_.language != "pl" && text_.language != "tr") return false;
    size_t k = 0;
    while (k < std::min(a.size(), b.size()) && a[k] == b[k]) ++k;
    return k >= 4 && 10 * k >= 6 * std::max(a.size(), b.size());
  }

  bool is_slavic() const { return text_.language == "ru" || text_.language == "uk" || text_.language == "pl"; }

  // ------------------------------------------------------------------ settling

  // has denied it through his solicitors, Fenwright LLP
  int go_between(const Attribution& a) const {
    const Sentence& sentence = sentences_[a.sentence];
    for (size_t i = 0; i < sentence.units.size(); ++i) {
      const Unit& unit = sentence.units[i];
      if (unit.span.begin < a.cue.end || tok(unit.token).fold != "through") continue;
      for (const Mention& m : parties_.inside({unit.span.end, sentence.span.end})) return m.party;
    }
    return -1;
  }

  int mentioned(Span span) const {
    for (const Mention& m : parties_.inside(span)) return m.party;
    return -1;
  }

  // Accused the company of …, accused X of …: the party at the head of the content.
  int accused(Span content, uint32_t at) {
    const uint32_t begin = token_at(content.begin), end = std::min(token_at(content.end), begin + 4);
    for (uint32_t i = begin; i < end && tok(i).fold != "of"; ++i) {
      for (const Mention& m : parties_.inside({tok(i).begin, content.end}))
        if (m.span.begin == tok(i).begin && parties_.parties[m.party].type != PartyType::kState) return m.party;
      if (is(i, Kind::kCompany) && i > begin && is(begin, Kind::kDeterminer))
        return known_description(noun_text(i), PartyType::kCompany, false, at, true);
    }
    return -1;
  }

  bool is_person_like(int party) const {
    const Party& p = parties_.parties[party];
    return p.type == PartyType::kPerson || (p.type == PartyType::kUnnamed && !p.is_document && !p.is_medium);
  }

  // The first sentence that ends behind `byte`.
  size_t sentence_behind(uint32_t byte) const {
    return static_cast<size_t>(std::upper_bound(sentences_.begin(), sentences_.end(), byte,
                                                [](uint32_t b, const Sentence& s) { return b < s.span.end; }) -
                               sentences_.begin());
  }

  // It is contained in a complaint. It says …: the document that the sentence before names last; -1 where none is.
  int document_before(uint32_t at) {
    const size_t s = sentence_behind(at);
    if (s == 0 || sentences_[s - 1].block != sentences_[std::min(s, sentences_.size() - 1)].block) return -1;
    const std::vector<Unit>& units = sentences_[s - 1].units;
    for (size_t i = units.size(); i-- > 1;) {
      if (!units[i].is(Kind::kDocument) || units[i].quote >= 0) continue;
      const std::string_view noun = tok(units[i].token_end - 1).fold;
      if (noun.ends_with("s") && !noun.ends_with("ss") && !noun.ends_with("is")) continue;  // accounts: not “it”
      if (has_stop(units[i - 1].token, "carries"))  // The ministry issued a statement. It said …: the ministry
        if (const int issuer = subject_just_before(at, "it"); issuer >= 0) return issuer;
      size_t begin = i;
      while (begin > 0 && units[begin - 1].mark == 0 && !units[begin].is(Kind::kDeterminer) && i - begin < 4) --begin;
      if (!units[begin].is(Kind::kDeterminer)) continue;
      const Span span{units[begin].span.begin, units[i].span.end};
      const Phrase phrase = analyze(span);
      std::string_view rule;
      return describe(span, phrase, at, rule);
    }
    return -1;
  }

  // Selat’s managing director, Farid Iskandar, went further: whom the commas behind the noun of unit `i` name; -1 where
  // none do.
  int named_behind_comma(const Sentence& sentence, size_t i) const {
    const std::vector<Unit>& units = sentence.units;
    size_t k = i + 1;  // a spokesman for the port, Ivan Kolev, …
    while (k + 1 < units.size() && k < i + 7 && units[k].mark == 0 && !units[k].is(Kind::kAuxiliary) &&
           !units[k].is(Kind::kCue))
      ++k;
    if (k + 1 >= units.size() || !is_comma_mark(units[k].mark)) return -1;
    size_t name = k + 1;
    while (name + 1 < units.size() && units[name].is(Kind::kTitle)) ++name;
    for (const Mention& m : parties_.inside({units[name].span.begin, sentence.span.end})) {
      if (m.span.begin != units[name].span.begin) break;
      const uint32_t after = token_at(m.span.end);
      if (parties_.parties[m.party].type == PartyType::kPerson && after < text_.tokens.size() &&
          is_comma_mark(tok(after).mark))
        return m.party;
    }
    return -1;
  }

  // Une ancienne comptable a livré une autre version. Elle …: somebody described at the head of the sentence before;
  // for "it" a body or company (Kyrgyzstan’s foreign ministry took the same line. In a statement it …).
  int described_since(const Claim& claim, uint32_t at, std::string_view kind) {
    const size_t s = sentence_behind(at);
    // The ministry was plainer: it had no deal, it said
    if (s < sentences_.size() && s > claim.sentence && text_.language == "en" && has_colon_before(sentences_[s], at))
      if (const int here = described_at_head(sentences_[s], at, kind); here >= 0) return here;
    if (s == 0 || s - 1 <= claim.sentence) return -1;
    return described_at_head(sentences_[s - 1], at, kind);
  }

  // I repeat what traders tell me. They say …: the people whom the sentence before names last, where nobody spoke in it
  // whom “they” could mean; -1 where it names none.
  int many_before(uint32_t at) {
    const size_t s = sentence_behind(at);
    if (s == 0 || s >= sentences_.size() || sentences_[s - 1].block != sentences_[s].block) return -1;
    if (!claims_.empty() && claims_.back().sentence + 1 >= s && claims_.back().speaker >= 0) {
      const Party& last = parties_.parties[claims_.back().speaker];
      if (last.is_plural || last.is_counted || last.type == PartyType::kCompany ||
          last.type == PartyType::kOrganization)
        return -1;
    }
    const std::vector<Unit>& units = sentences_[s - 1].units;
    for (size_t i = units.size(); i-- > 0;) {
      if (!units[i].is(Kind::kPerson) || units[i].quote >= 0) continue;
      if (!is_many(units[i].token)) continue;
      if (const int name = firm_behind_comma(sentences_[s - 1], i); name >= 0) return name;
      size_t begin = i;
      while (begin > 0 && (units[begin - 1].is(Kind::kAdjective) || units[begin - 1].is(Kind::kDeterminer))) --begin;
      if (begin > 1 && tok(units[begin - 1].token).fold == "'s") {  // Quek’s lawyers
        begin -= 2;
        while (begin > 0 && units[begin - 1].is_capital && units[begin - 1].mark == 0) --begin;
      }
      const Span span{units[begin].span.begin, units[i].span.end};
      std::string_view rule;
      return describe(span, analyze(span), at, rule);
    }
    return -1;
  }

  // The central bank: a body by two words, of which the second alone is a firm; empty where the head is none.
  std::string two_word_body(const Phrase& phrase) const {
    if (text_.language != "en" || phrase.head <= static_cast<int>(phrase.begin)) return {};
    const uint32_t last = static_cast<uint32_t>(phrase.head);
    if (!is(last, Kind::kBody) || !is(last, Kind::kCompany)) return {};
    std::vector<Found> found;
    Lexicon::of(text_.language).find(text_.tokens, last - 1, last + 1, found);
    for (const Found& f : found)
      if (f.lexeme->kind == Kind::kBody && f.end == last + 1) return tok(last - 1).fold + ' ' + tok(last).fold;
    return {};
  }

  // his solicitors, Fenwright LLP: whom the comma behind the noun of unit `i` names; -1 where it names none.
  int firm_behind_comma(const Sentence& sentence, size_t i) const {
    if (i + 2 >= sentence.units.size() || !is_comma_mark(sentence.units[i + 1].mark)) return -1;
    const uint32_t begin = sentence.units[i + 2].span.begin;
    for (const Mention& m : parties_.inside({begin, sentence.span.end}))
      if (m.span.begin == begin && parties_.parties[m.party].type != PartyType::kState) return m.party;
    return -1;
  }

  // officials, lawyers: a noun of more than one.
  bool is_many(uint32_t i) const {
    std::vector<Found> found;
    Lexicon::of(text_.language).find(text_.tokens, i, i + 1, found);
    return std::ranges::any_of(found, [](const Found& f) {
      return f.lexeme->detail == "many" && (f.lexeme->kind == Kind::kPerson || f.lexeme->kind == Kind::kSourceWord);
    });
  }

  static bool has_colon_before(const Sentence& sentence, uint32_t at) {
    return std::ranges::any_of(sentence.units,
                               [&](const Unit& unit) { return unit.span.begin < at && is_colon_mark(unit.mark); });
  }

  // Whom or what the first words of the sentence describe; -1 where they do not.
  int described_at_head(const Sentence& sentence, uint32_t at, std::string_view kind) {
    const bool person = kind == "he" || kind == "she";
    for (size_t i = 0; i < sentence.units.size() && i < 6; ++i) {
      const Unit& unit = sentence.units[i];
      if ((unit.mark != 0 && !is_quote_mark(unit.mark)) || unit.quote >= 0 || unit.is(Kind::kAuxiliary) ||
          unit.is(Kind::kCue) || unit.is(Kind::kPreposition))
        break;
      if (person ? !unit.is(Kind::kPerson) : !(unit.is(Kind::kBody) || unit.is(Kind::kCompany))) continue;
      size_t end = i + 1;  // A man who packed parcels for X until last summer tells it differently
      if (person && end < sentence.units.size() && tok(sentence.units[end].token).fold == "who")
        for (++end; end + 1 < sentence.units.size() && sentence.units[end].mark == 0 && sentence.units[end].quote < 0 &&
                    !(sentence.units[end].is(Kind::kCue) && end > i + 2);)
          ++end;
      if (const int name = person ? named_behind_comma(sentence, i) : -1; name >= 0) return name;
      const Span span{sentence.span.begin, sentence.units[end - 1].span.end};
      const Phrase phrase = analyze(span);
      std::string_view rule;
      return phrase.name >= 0 && end == i + 1 ? phrase.name : describe(span, phrase, at, rule);
    }
    return -1;
  }

  // Gender by the article of a singular noun: 1 le, el, der; 2 la, une, die; 0 where it does not tell.
  static int article_gender(std::string_view w) {
    for (const std::string_view he : {"le", "un", "ce", "cet", "el", "este", "ese", "der"})
      if (w == he) return 1;
    for (const std::string_view she : {"la", "une", "cette", "una", "esta", "esa", "die", "eine"})
      if (w == she) return 2;
    return 0;
  }

  // ein Mitarbeiter, un porte-parole: one, though the noun has a plural of the same form.
  static bool is_singular_article(std::string_view w) {
    for (const std::string_view one : {"ein", "eine", "einem", "einen", "un", "une", "una", "le", "la", "el", "der"})
      if (w == one) return true;
    return false;
  }

  // À Windhoek, le ministère tombe des nues. …, fait-il savoir: the subject of the sentence before, which holds no
  // claim, where its gender is the pronoun's; a leading adverbial is passed over.
  int subject_described(uint32_t at, std::string_view kind) {
    if (kind != "he" && kind != "she") return -1;
    size_t first = 0;  // the sentence behind the last claim
    for (size_t i = claims_.size(); i-- > 0 && first == 0;)
      if (claims_[i].speaker >= 0) first = claims_[i].sentence + size_t{1};
    const size_t here = sentence_behind(at);
    for (size_t s = here; s-- > first;) {
      const Sentence& sentence = sentences_[s];
      if (here >= sentences_.size() || sentence.block != sentences_[here].block || s + 3 < here) break;
      size_t i = 0;
      const std::vector<Unit>& units = sentence.units;
      if (!units.empty() && units[0].is(Kind::kPreposition) && !units[0].is(Kind::kDeterminer))
        while (i < units.size() && i < 7 && !is_comma_mark(units[i].mark)) ++i;
      if (i > 0) ++i;
      if (i + 1 >= units.size() || i > 7) continue;
      const Unit& article = units[i];
      const int gender = article_gender(tok(article.token).fold);
      if (gender != 0 ? (gender == 1) != (kind == "he") : tok(article.token).fold != "l'") continue;
      size_t k = i + 1;
      while (k < units.size() && k < i + 4 && units[k].is(Kind::kAdjective)) ++k;
      const Unit& noun = units[k];
      if (!(noun.is(Kind::kPerson) || noun.is(Kind::kBody) || noun.is(Kind::kCompany)) || noun.mark != 0) continue;
      if (gender == 2 && text_.language == "de" && noun_lexeme(noun.token) && noun_lexeme(noun.token)->detail == "many")
        continue;
      Span span{article.span.begin, noun.span.end};
      size_t end = k + 1;  // with the name behind it, or what it is of: le ministère des Mines
      while (end < units.size() && end < k + 6 && units[end].is_word() &&
             (units[end].is(Kind::kAdjective) || units[end].is(Kind::kPreposition) ||
              units[end].is(Kind::kDeterminer) || !parties_.inside(units[end].span).empty()))
        ++end;
      while (end > k + 1 && (units[end - 1].is(Kind::kPreposition) || units[end - 1].is(Kind::kDeterminer))) --end;
      span.end = units[end - 1].span.end;
      const Phrase phrase = analyze(span);
      std::string_view rule;
      return phrase.name >= 0 ? phrase.name : describe(span, phrase, at, rule);
    }
    return -1;
  }

  // The phrase of the noun at unit `i` with its adjectives and numbers and a genitive behind it: двое сотрудников
  // литовской таможни.
  Span slavic_phrase(const std::vector<Unit>& units, size_t i) const {
    size_t begin = i, end = i + 1;
    while (begin > 0 && units[begin - 1].mark == 0 && units[begin - 1].quote < 0 &&
           !units[begin - 1].is(Kind::kPreposition) && !units[begin - 1].is(Kind::kCue) &&
           (units[begin - 1].is(Kind::kDeterminer) ||
            may_be_adjective(tok(units[begin - 1].token).fold, text_.language) ||
            tok(units[begin - 1].token).fold.ends_with("го")))
      --begin;
    while (end < units.size() && end < i + 4 && units[end].mark == 0 && units[end].quote < 0 &&
           !units[end].is(Kind::kPreposition) && !units[end].is(Kind::kCue) && !units[end].is(Kind::kAuxiliary) &&
           !units[end].is(Kind::kConjunction) && !units[end].is(Kind::kAdverb) &&
           !may_be_verb(tok(units[end].token).fold, text_.language))
      ++end;
    return {units[begin].span.begin, units[end - 1].span.end};
  }

  // Авторы опирались на рассказ бывшего менеджера фирмы. Тот утверждает, …: the one person whom this sentence speaks of
  // last before `at`, or the sentence before it. -1 where none is.
  int person_spoken_of(uint32_t at) {
    const size_t s = sentence_behind(at);
    for (size_t n = s + 1; n-- > 0 && n + 1 >= s;) {
      if (n >= sentences_.size() || sentences_[n].block != block_at(at)) continue;
      const std::vector<Unit>& units = sentences_[n].units;
      for (size_t i = units.size(); i-- > 0;) {
        if (units[i].span.end >= at || units[i].quote >= 0) continue;
        for (const Mention& m : parties_.inside(units[i].span))
          if (parties_.parties[m.party].type == PartyType::kPerson) return m.party;
        if ((!units[i].is(Kind::kPerson) && !units[i].is(Kind::kSpokesman)) || is_many(units[i].token)) continue;
        std::string_view rule;
        return resolve(slavic_phrase(units, i), at, rule);
      }
    }
    return -1;
  }

  // Иначе описывают дело двое сотрудников таможни. По их сведениям, …: those that the sentence before counts, where
  // nobody spoke since. -1 where it counts none.
  int counted_before(uint32_t at) {
    const size_t s = sentence_behind(at);
    if (s == 0 || s >= sentences_.size() || sentences_[s - 1].block != sentences_[s].block) return -1;
    if (!claims_.empty() && claims_.back().sentence + 1 >= s) return -1;
    const std::vector<Unit>& units = sentences_[s - 1].units;
    for (size_t i = 1; i < units.size(); ++i) {
      if (!(units[i].is(Kind::kPerson) || units[i].is(Kind::kSourceWord)) || units[i].quote >= 0) continue;
      const Span span = slavic_phrase(units, i);
      const Phrase phrase = analyze(span);
      const uint32_t first = token_at(span.begin);
      if (number_word(phrase).empty() || (first > 0 && is(first - 1, Kind::kPreposition))) continue;
      std::string_view rule;
      return describe(span, phrase, at, rule);
    }
    return -1;
  }

  int pronoun_speaker(std::string_view kind, uint32_t at) {
    bool grammatical =
        text_.language != "en" && text_.language != "zh" && text_.language != "tr" && text_.language != "fa";
    if (kind == "man" || kind == "woman") {  // الرجل: a pronoun that only a person can be meant by
      grammatical = false;
      kind = kind == "man" ? "he" : "she";
    }
    if (kind == "latter" && is_slavic())
      if (const int last = person_spoken_of(at); last >= 0) return last;
    if (kind == "latter") {
      for (size_t i = parties_.first_from(at); i-- > 0;) {
        const Mention& m = parties_.mentions[i];
        if (m.span.begin + 400 <= at) break;
        if (m.span.end <= at && parties_.parties[m.party].type != PartyType::kState && m.span.begin + 400 > at)
          return m.party;
      }
      kind = "he";
    }
    const auto fits = [&](int party) {
      const Party& p = parties_.parties[party];
      if (grammatical && (kind == "he" || kind == "she"))
        return !p.is_plural && !(p.gender == 1 && kind == "she") && !(p.gender == 2 && kind == "he");
      if (kind == "he") return is_person_like(party) && !p.is_plural && p.gender != 2;
      if (kind == "she") return is_person_like(party) && !p.is_plural && p.gender != 1;
      if (kind == "it")
        return p.type != PartyType::kPerson &&
               !(p.type == PartyType::kUnnamed && !p.is_document && !p.is_medium && p.type != PartyType::kCompany);
      if (kind == "they") return p.is_plural || !is_person_like(party) || p.type == PartyType::kCompany;
      return true;
    };
    if (kind == "it" && text_.language == "en")
      if (const int document = document_before(at); document >= 0) {
        const size_t last = claims_.size();
        // unless somebody that speaks was the subject there
        const bool spoke = last > 0 && claims_[last - 1].speaker >= 0 && fits(claims_[last - 1].speaker) &&
                           sentence_behind(at) <= claims_[last - 1].sentence + size_t{1};
        if (!spoke) return document;
      }
    if (kind == "they" && is_slavic())
      if (const int many = counted_before(at); many >= 0) return many;
    if (kind == "they" && text_.language == "en")
      if (const int many = many_before(at); many >= 0) return many;
    if (text_.language == "fr" || text_.language == "es" || text_.language == "de")
      if (const int newer = subject_described(at, kind); newer >= 0 && fits(newer)) return newer;
    // the speaker before, in this paragraph or the one before it
    for (size_t i = claims_.size(); i-- > 0;) {
      const Claim& claim = claims_[i];
      if (claim.speaker < 0) {
        if (claim.addressee >= 0 && fits(claim.addressee)) return claim.addressee;
        continue;
      }
      if (block_at(at) > claim.block + 2) break;
      // somebody named since, as the subject of a sentence of his own, comes first
      if (const int newer = subject_since(claim, at, kind); newer >= 0 && fits(newer)) return newer;
      if (kind == "he" || kind == "she" || kind == "it")
        if (const int newer = described_since(claim, at, kind); newer >= 0 && fits(newer)) return newer;
      if (kind == "he" || kind == "she")
        if (const int newer = person_since(claim, at); newer >= 0 && fits(newer)) return newer;
      const bool many = parties_.parties[claim.speaker].is_plural || parties_.parties[claim.speaker].is_counted;
      if (kind == "they" && many) return claim.speaker;
      if (kind == "they" && i + 1 == claims_.size() && claim.medium >= 0 && fits(claim.medium)) return claim.medium;
      if (fits(claim.speaker)) return claim.speaker;
      if ((kind == "he" || kind == "she") && is_person_after_all(claim, at)) return claim.speaker;
      if (kind == "it" && is_firm_after_all(claim, at)) return claim.speaker;
      // Следователи обвинили директора, но он это отрицает
      if (is_slavic() && kind != "they" && claim.act == Act::kAccuse && claim.addressee >= 0 && fits(claim.addressee))
        return claim.addressee;
      if (i + 6 < claims_.size()) break;
    }
    if (text_.language == "en" && (kind == "he" || kind == "she")) {  // When Anna Weber met Tom Carver, she told him …
      const size_t s = sentence_behind(at);
      if (s < sentences_.size() && sentences_[s].span.begin < at)
        if (const int known = known_gender_in({sentences_[s].span.begin, at}, kind); known >= 0) return known;
    }
    if (text_.language == "en" && kind != "they")  // Tom Carver hired Anna Weber. He …: the subject before the object
      if (const int subject = subject_just_before(at, kind); subject >= 0 && fits(subject)) return subject;
    for (size_t i = parties_.first_from(at); i-- > 0;) {
      const Mention& m = parties_.mentions[i];
      if (block_at(m.span.begin) + 1 < block_at(at)) break;
      if (parties_.parties[m.party].type == PartyType::kState) continue;
      if (kind == "it" || kind == "they" ? fits(m.party)
                                         : parties_.parties[m.party].type == PartyType::kPerson && fits(m.party))
        return m.party;
    }
    // Petrochem Adria said …. It said …: a firm after all, since nothing else is near that could be meant
    if (kind == "it" && text_.language == "en" && !claims_.empty() && claims_.back().speaker >= 0 &&
        claims_.back().sentence + 2 >= sentence_behind(at) && is_unsure_firm(claims_.back()))
      return claims_.back().speaker;
    return -1;
  }

  // The first person in `span` of whom a given name or title tells that “he” or “she” fits; -1 where none is.
  int known_gender_in(Span span, std::string_view kind) const {
    for (const Mention& m : parties_.inside(span)) {
      const Party& p = parties_.parties[m.party];
      const uint32_t after = token_at(m.span.end);
      if (after < text_.tokens.size() && (tok(after).fold == "'s" || tok(after).mark == U'\'')) continue;
      if (p.type == PartyType::kPerson && p.gender == (kind == "he" ? 1 : 2)) return m.party;
    }
    return -1;
  }

  // Who or what the sentence before is about, where it says nothing: the name at its head, what its first words
  // describe, or who issued a statement in it; -1 where they are not of the pronoun's kind.
  int subject_just_before(uint32_t at, std::string_view kind) {
    const size_t s = sentence_behind(at);
    if (s == 0 || s >= sentences_.size() || sentences_[s - 1].block != sentences_[s].block) return -1;
    const Sentence& before = sentences_[s - 1];
    if (kind != "it")  // by the given name: Rostov Metall is owned by Pavel Grin. He …
      if (const int known = known_gender_in(before.span, kind); known >= 0) return known;
    constexpr uint32_t kNear = 40;  // bytes
    for (const Mention& m : parties_.inside(before.span)) {
      const Party& p = parties_.parties[m.party];
      const uint32_t first = token_at(m.span.begin), after = token_at(m.span.end);
      if (m.span.begin > before.span.begin + kNear) break;
      if (p.type == PartyType::kState || p.type == PartyType::kUnnamed || p.type == PartyType::kVessel) continue;
      if (first > 0 && m.span.begin > before.span.begin && is(first - 1, Kind::kPreposition)) continue;
      if (after < text_.tokens.size() && (tok(after).fold == "'s" || tok(after).mark == U'\''))
        continue;  // Mirov’s firm
      if ((kind == "it") == (p.type != PartyType::kPerson)) return m.party;
      if (kind == "it") break;  // a person did it
    }
    return described_at_head(before, at, kind);
  }

  // One of them, Crédit Valaisan, said …; it declined …: a name that only looks like a person’s, in the same sentence.
  bool is_firm_after_all(const Claim& claim, uint32_t at) {
    return text_.language == "en" && claim.sentence == sentence_behind(at) && is_unsure_firm(claim);
  }

  // Is who speaks in `claim` called a person only for want of anything that tells?
  bool is_unsure_firm(const Claim& claim) {
    Party& p = parties_.parties[claim.speaker];
    const bool one_of = p.type == PartyType::kUnnamed && p.group >= 0 && !is_person_like(p.group);
    const bool unsure = p.type == PartyType::kPerson && p.gender == 0 && p.affiliation < 0 && p.entity_ids.empty() &&
                        (p.head.empty() || p.group >= 0);
    if (unsure) p.type = PartyType::kOrganization;
    return one_of || unsure;
  }

  // Reyl argues that …. Whether it is, he says, …: a name that only looks like a firm’s, in this sentence or the one
  // before it.
  bool is_person_after_all(const Claim& claim, uint32_t at) {
    if (text_.language != "en" || claim.sentence + 1 < sentence_behind(at)) return false;
    Party& p = parties_.parties[claim.speaker];
    if (p.type != PartyType::kOrganization || !p.entity_ids.empty() || p.is_medium || p.is_document || p.is_plural ||
        !p.head.empty() || !p.state.empty())
      return false;
    for (const Token& token : tokenize(p.name, text_.language, 0, 0))
      if (token.is_all_capitals || token.fold == "the" || token.fold == "&") return false;
    p.type = PartyType::kPerson;
    return true;
  }

  // A denial came from its owner, X, and … “…,” he said: the person named last in this paragraph, where the last
  // speaker spoke in one before it.
  int person_since(const Claim& claim, uint32_t at) const {
    const uint32_t block = block_at(at);
    if (claim.block >= block) return -1;
    for (size_t i = parties_.first_from(at); i-- > 0;) {
      const Mention& m = parties_.mentions[i];
      if (block_at(m.span.begin) < block) break;
      if (m.span.end <= at && parties_.parties[m.party].type == PartyType::kPerson) return m.party;
    }
    return -1;
  }

  // A name at the head of a sentence that stands between `claim` and `at` and holds no claim.
  int subject_since(const Claim& claim, uint32_t at, std::string_view kind) const {
    for (size_t s = sentence_behind(at); s-- > claim.sentence + size_t{1};) {
      const Sentence& sentence = sentences_[s];
      for (const Mention& m : parties_.inside(sentence.span)) {
        if (m.span.begin > sentence.span.begin + (is_slavic() ? 48 : 24)) break;
        const uint32_t first = token_at(m.span.begin);
        if (is_slavic() && first > 0 && token_at(m.span.end) - first == 1 && tok(first).begin > sentence.span.begin &&
            (is(first - 1, Kind::kPerson) || is(first - 1, Kind::kSpokesman) || is(first - 1, Kind::kPreposition)))
          continue;  // адвокат Ломова
        const Party& p = parties_.parties[m.party];
        if (p.type == PartyType::kState) continue;
        if ((kind == "he" || kind == "she") == (p.type == PartyType::kPerson)) return m.party;
      }
    }
    return -1;
  }

  uint32_t block_at(uint32_t byte) const {
    const auto found = std::upper_bound(text_.blocks.begin(), text_.blocks.end(), byte);
    return static_cast<uint32_t>(found - text_.blocks.begin()) - 1;
  }

  // لقناة, بالصحافيين: an Arabic noun of a medium or a person with its preposition attached.
  bool is_attached_dative(uint32_t i) const {
    const std::string_view word = tok(i).fold;
    if (word.starts_with("بال") || word.starts_with("لل")) return true;
    return word.starts_with("ل") && is(i, Kind::kMedia);
  }

  // mahkemeye, toplantıda, şirketten: whom, where, whence
  bool is_turkish_oblique(uint32_t i) const {
    if (text_.language != "tr" || tok(i).is_capital) return false;
    for (const std::string_view ending : {"ye", "ya", "na", "ne", "da", "de", "ta", "te", "dan", "den", "tan", "ten"})
      if (tok(i).fold.size() > 6 && tok(i).fold.ends_with(ending)) return true;
    return false;
  }

  // Müşterilerinin, yetkililerin: of whom something is, in Turkish; no subject.
  bool is_plural_genitive(uint32_t i) const {
    const std::string_view word = tok(i).fold;
    for (const std::string_view ending : {"larının", "lerinin", "ların", "lerin"})
      if (word.size() > ending.size() + 2 && word.ends_with(ending)) return true;
    return false;
  }

  int speaker_before(const Attribution& a, Claim& claim) {
    for (size_t i = claims_.size(); i-- > 0;) {
      const Claim& before = claims_[i];
      if (before.speaker < 0) continue;
      if (before.sentence == a.sentence) {
        // وسألت «الأفق» البعثة، فاكتفت بالقول …: whoever was asked answers
        if (text_.language == "ar" && before.act == Act::kAsk && before.addressee >= 0 && i + 1 == claims_.size()) {
          claim.speaker_rule = "who was asked";
          return before.addressee;
        }
        claim.speaker_rule = "speaker of the clause before";
        claim.speaker_span = before.speaker_span;
        return before.speaker;
      }
      if (a.goes_on && before.sentence + 1 >= a.sentence) {
        claim.speaker_rule = "speaker of the sentence before";
        claim.speaker_span = before.speaker_span;
        return before.speaker;
      }
      break;
    }
    if (a.goes_on) return -1;
    if (const int party = subject_of_sentence(a, a.sentence, claim); party >= 0) return party;
    // Pardo pasó tres años en la cárcel. Insiste en que …: the subject of the sentence before
    const bool silent_before = claims_.empty() || (claims_.back().sentence + 1 < a.sentence && a.sentence > 0 &&
                                                   sentences_[a.sentence - 1].block == sentences_[a.sentence].block);
    if (text_.language == "es" && a.sentence > 0 && silent_before) {
      const Sentence& before = sentences_[a.sentence - 1];
      for (const Mention& m : parties_.inside(before.span)) {
        const PartyType type = parties_.parties[m.party].type;
        if (m.span.begin > before.span.begin + 24 || type == PartyType::kState) break;
        const uint32_t first = token_at(m.span.begin);  // En Banco Azul nadie contesta: not the subject
        if (first > 0 && tok(first).begin > before.span.begin && is(first - 1, Kind::kPreposition)) break;
        claim.speaker_rule = "subject of the sentence before";
        claim.speaker_span = m.span;
        return m.party;
      }
    }
    // No quiso precisar …: the speaker of the sentence before
    if (text_.language != "en" || a.sentence == 0) {
      for (size_t i = claims_.size(); i-- > 0;) {
        if (claims_[i].speaker < 0) continue;
        const uint32_t back = text_.language == "es" ? 1 : 0;  // «…», dijo.: in Spanish also of the paragraph before
        if (claims_[i].sentence + 2 < a.sentence || claims_[i].block + back < sentences_[a.sentence].block) break;
        claim.speaker_rule = "speaker of the sentence before";
        claim.speaker_span = {};
        return claims_[i].speaker;
      }
    }
    // Хозяин буксира приехал в суд. Уверял, что …: whom the sentence before is about
    const bool drops = is_slavic() || text_.language == "ar";
    if (drops && a.sentence > 0 && sentences_[a.sentence - 1].block == sentences_[a.sentence].block)
      return subject_of_sentence(a, a.sentence - 1, claim);
    return -1;
  }

  // In Tashkent, …: does a comma stand behind the first few words?
  static bool opens_with_comma(const Sentence& sentence) {
    for (size_t i = 1; i < sentence.units.size() && i < 7; ++i)
      if (is_comma_mark(sentence.units[i].mark)) return true;
    return false;
  }

  // On Monday the ministry …: where the words behind the time begin; the sentence's beginning where no time stands.
  static uint32_t behind_time(const Sentence& sentence) {
    size_t i = 1;
    while (i + 1 < sentence.units.size() &&
           (sentence.units[i].is(Kind::kTime) || sentence.units[i].is(Kind::kDeterminer))) {
      if (sentence.units[i].is(Kind::kDeterminer) && !sentence.units[i + 1].is(Kind::kTime)) break;
      ++i;
    }
    return i > 1 ? sentence.units[i].span.begin : sentence.span.begin;
  }

  // The man later deleted the picture and said …: the first noun or name of the sentence, before the cue if it has it.
  // Su copresidenta, Rosario Murillo, …: the person named behind the comma at `byte`, where the sentence begins with
  // an article or possessive and a few words; -1 where none is.
  int person_behind(const Sentence& sentence, uint32_t byte) const {
    const uint32_t first = token_at(sentence.span.begin), comma = token_at(byte);
    if (!(is(first, Kind::kDeterminer) || is(first, Kind::kPossessive)) || comma > first + 7) return -1;
    for (const Mention& m : parties_.inside({byte, sentence.span.end}))
      if (m.span.begin <= byte + 2 && parties_.parties[m.party].type == PartyType::kPerson) return m.party;
    return -1;
  }

  int subject_of_sentence(const Attribution& a, uint32_t number, Claim& claim) {
    const Sentence& sentence = sentences_[number];
    Span subject;
    uint32_t from = sentence.units.front().span.begin;
    bool aside = false;  // in an adverbial before the subject
    for (const Unit& unit : sentence.units) {
      if (unit.is_bracket && subject.empty()) {  // （路透社电）
        from = unit.span.end;
        continue;
      }
      if (aside && is_comma_mark(unit.mark)) {
        aside = false;
        from = unit.span.end;
        continue;
      }
      const bool lead_comma = text_.language == "en" && subject.empty() && is_comma_mark(unit.mark) &&
                              from > sentence.span.begin && unit.span.begin <= from;
      // Su copresidenta, Rosario Murillo, dedicó … y pidió …: the name behind its office
      if (is_western() && subject.empty() && is_comma_mark(unit.mark) && unit.span.begin < a.cue.begin)
        if (const int named = person_behind(sentence, unit.span.end); named >= 0) {
          claim.speaker_span = {sentence.span.begin, unit.span.begin};
          claim.speaker_rule = "name with its office";
          return named;
        }
      if (unit.span.begin >= a.cue.begin || (unit.mark != 0 && !lead_comma) || unit.quote >= 0) break;
      if (aside || (is_wide_ && unit.span.end <= subject.end)) continue;
      const bool noun = unit.is(Kind::kPerson) || unit.is(Kind::kBody) || unit.is(Kind::kCompany) ||
                        unit.is(Kind::kSpokesman) || unit.is(Kind::kSourceWord) || unit.is(Kind::kPronoun) ||
                        unit.is(Kind::kDocument) || unit.is(Kind::kMedia);
      std::vector<Mention> names = parties_.inside(unit.span);
      // 情报总局: a name of several units; the trade body Cereal Europe
      if (names.empty() && (is_wide_ || (text_.language == "en" && unit.is_capital)))
        for (const Mention& m : parties_.inside({unit.span.begin, a.cue.begin}))
          if (m.span.begin == unit.span.begin) names.push_back(m);
      if (unit.is(Kind::kAuxiliary) && !subject.empty()) break;
      const bool opens = unit.span.begin == from || unit.span.begin == sentence.span.begin;
      if (unit.is(Kind::kPreposition) && subject.empty() && is_wide_) {  // 针对报道，公司发表声明，强调 …
        aside = opens;                                                   // not: 注册于塞舌尔的公司发表声明
        continue;
      }
      if (unit.is(Kind::kPreposition) && subject.empty() && text_.language == "en" &&
          unit.span.begin == sentence.span.begin) {  // On Monday the ministry …; In Tashkent, the ministry …
        from = behind_time(sentence);
        aside = from == sentence.span.begin && opens_with_comma(sentence);
        continue;
      }
      if (text_.language == "en" && subject.empty() && (unit.span.begin < from || lead_comma)) continue;
      if (is_wide_ && text_.view(unit.span) == "的" && unit.span.begin == subject.end && !subject.empty() &&
          token_at(unit.span.end) < text_.tokens.size() && is_noun(token_at(unit.span.end))) {
        subject.end = unit.span.end;  // 瑞丰号的船东鸿洲航运发表声明: whose it is, and the noun behind it
        continue;
      }
      if (is_wide_ && text_.view(unit.span) == "的" && !subject.empty()) {  // 注册于塞舌尔的船东公司
        const auto& last = parties_.inside(subject);
        if (last.empty() || parties_.parties[last.back().party].type == PartyType::kState) {
          subject = {};
          from = unit.span.end;
          continue;
        }
      }
      if (unit.is(Kind::kPreposition) && subject.empty()) break;
      if (text_.language == "ar" && subject.empty() && is_attached_dative(unit.token)) continue;  // لقناة العربية
      if (text_.language == "tr" && subject.empty() && is_plural_genitive(unit.token)) break;     // Müşterilerinin
      if (noun || !names.empty()) {
        if (subject.empty()) subject.begin = from;
        // وأعرب وزير النفط X عن …: in Arabic a verb stands before the subject
        if (text_.language == "ar" && subject.end == 0) subject.begin = unit.span.begin;
        subject.end = unit.span.end;
        for (const Mention& m : parties_.inside({sentence.span.begin, a.cue.begin}))
          if (m.span.begin <= unit.span.begin && m.span.end > subject.end) subject.end = m.span.end;
      } else if (!subject.empty()) {
        break;
      }
    }
    if (!subject.empty() && is_wide_) {  // 船东公司马伦海湾（Maren Gulf）: with the name and its form in brackets
      uint32_t k = token_at(subject.end);
      const uint32_t limit = std::min(k + 12, static_cast<uint32_t>(text_.tokens.size()));
      while (k < limit && tok(k).mark == 0 && kinds_.kinds[k] == 0) ++k;
      if (k < limit && (tok(k).mark == U'（' || tok(k).mark == U'('))
        while (k + 1 < limit && tok(k).mark != U'）' && tok(k).mark != U')') ++k;
      if (k < limit && (tok(k).mark == U'）' || tok(k).mark == U')')) subject.end = tok(k).end;
    }
    if (!subject.empty() && text_.language == "ar") {  // with the name that follows the office
      const uint32_t behind = token_at(subject.end);
      for (uint32_t k = behind; k < text_.tokens.size() && k < behind + 7; ++k) {
        if (tok(k).mark != 0 || is(k, Kind::kPreposition) || is(k, Kind::kThat) || is(k, Kind::kCue)) break;
        for (const Mention& m : parties_.inside({tok(k).begin, a.cue.begin}))
          if (m.span.begin == tok(k).begin && parties_.parties[m.party].type == PartyType::kPerson)
            subject.end = m.span.end;
        if (subject.end > tok(k).begin) break;
      }
    }
    if (!subject.empty()) {
      claim.speaker_span = subject;
      const uint32_t named_before = text_.language == "en" ? subject.begin : a.cue.begin;
      const int party = resolve(subject, named_before, claim.speaker_rule);
      // Tokyo … and asked; Tokyo a protesté et demandé
      const bool heads = (is_western() && subject.begin == sentence.span.begin) ||
                         (sentence.units.front().is(Kind::kCapital) && !sentence.units.front().is(Kind::kPreposition));
      if (party >= 0 && (heads || parties_.parties[party].type != PartyType::kState)) return party;
    }
    return -1;
  }

  // Who mostly asks in an interview, behind a label, puts forward what else stands behind it: he asserts nothing. Who
  // mostly answers may end with a question.
  void name_interviewers() {
    if (!text_.is_interview) return;
    std::unordered_map<int, int> balance;  // questions less answers
    for (const Claim& claim : claims_)
      if (claim.rule == "label with colon") balance[claim.speaker] += claim.act == Act::kAsk ? 1 : -1;
    for (Claim& claim : claims_) {
      if (claim.rule != "label with colon" || balance[claim.speaker] == 0) continue;
      if (balance[claim.speaker] > 0) claim.act = Act::kAsk;
      if (balance[claim.speaker] < 0 && claim.act == Act::kAsk) claim.act = Act::kAssert;
    }
  }

  // 俄罗斯外长拉夫罗夫, речниця МЗС Росії Марія Захарова: an office, and at once the name of who has it.
  Span with_name(Span span) const {
    const uint32_t end = token_at(span.end);
    const size_t next = parties_.first_from(span.end);
    if (end == 0 || end >= text_.tokens.size() || next >= parties_.mentions.size()) return span;
    if (text_.language == "tr") return span;  // eski bir işçi Kanal Körfez'e anlattı: who is told
    const Mention& m = parties_.mentions[next];
    if (token_at(m.span.begin) != end || tok(end).block != tok(end - 1).block) return span;
    if (parties_.parties[m.party].type != PartyType::kPerson) return span;
    for (uint32_t i = is_wide_ ? end - 1 : token_at(span.begin); i < end; ++i)
      if (is(i, Kind::kTitle) || is(i, Kind::kPerson) || is(i, Kind::kSpokesman)) {
        span.end = m.span.end;
        break;
      }
    return span;
  }

  // Römorkör sahibi mahkemeye geldi. … anlattı: who is the subject of the sentence before, which has no claim itself,
  // where the verb alone says who speaks. -1 where nobody could be.
  int subject_before(const Attribution& a, Claim& claim) {
    if (text_.language != "tr" && text_.language != "fa") return -1;
    if (a.sentence == 0 || sentences_[a.sentence - 1].block != sentences_[a.sentence].block) return -1;
    const Sentence& sentence = sentences_[a.sentence - 1];
    Span subject;
    for (const Unit& unit : sentence.units) {
      if (unit.mark != 0 || unit.quote >= 0 || unit.is(Kind::kPreposition)) break;
      if (subject.end > subject.begin && is_turkish_oblique(unit.token)) break;  // Şirket müdürü mahkemeye geldi
      const bool noun = unit.is(Kind::kPerson) || unit.is(Kind::kBody) || unit.is(Kind::kCompany) ||
                        unit.is(Kind::kSpokesman) || !parties_.inside(unit.span).empty();
      if (subject.empty()) subject.begin = unit.span.begin, subject.end = noun ? unit.span.end : unit.span.begin;
      if (noun) subject.end = unit.span.end;
      const bool goes_on = noun || unit.is(Kind::kDeterminer) || unit.is(Kind::kAdjective);
      if (!goes_on && (subject.end > subject.begin || unit.span.begin > sentence.span.begin + 40)) break;
    }
    if (subject.end <= subject.begin) return -1;
    const int party = resolve(subject, a.cue.begin, claim.speaker_rule);
    if (party < 0 || parties_.parties[party].type == PartyType::kState) return -1;
    claim.speaker_span = subject;
    claim.speaker_rule = "subject of the sentence before";
    return party;
  }

  int resolve(Span span, uint32_t at, std::string_view& rule) {
    span = with_name(span);
    const uint32_t begin = token_at(span.begin), end = token_at(span.end);
    if (begin >= end) return -1;
    // pronouns
    std::vector<Found> found;
    const Lexicon& lexicon = Lexicon::of(text_.language);
    lexicon.find(text_.tokens, begin, end, found);
    const std::vector<Mention> within = parties_.inside(span);
    const bool whole_name = std::any_of(within.begin(), within.end(), [&](const Mention& m) { return m.span == span; });
    const bool one_by_name = text_.language == "en" && names_behind_comma(span, within);  // one of them, X,
    for (const Found& f : found) {
      if (begin + 1 >= end && is_possessive(found)) break;
      if (one_by_name && f.lexeme->kind == Kind::kPartOf) continue;
      if (f.lexeme->kind == Kind::kPartOf && !whole_name &&
          (text_.language != "en" || f.lexeme->value != "all" || f.end >= end || only_adverbs(f.end, end)))
        return part_of(span, f, begin, rule);
      if (f.lexeme->kind != Kind::kPronoun && f.lexeme->kind != Kind::kPartOf) continue;
      if (is(begin, Kind::kPossessive) && end > f.end) continue;  // 他的律师
      if (!whole_name && f.end < end && !only_adverbs(f.end, end)) continue;
      if (f.lexeme->kind != Kind::kPronoun) continue;
      rule = "pronoun";
      if (f.lexeme->value == "we" || f.lexeme->value == "i") {
        rule = "the page itself";
        return the_page();
      }
      int party = accused_party(f.lexeme->value, at);
      if (party < 0) party = pronoun_speaker(f.lexeme->value, at);
      if (party >= 0 && parties_.parties[party].gender == 0 && parties_.parties[party].type == PartyType::kPerson)
        parties_.parties[party].gender = f.lexeme->value == "he" ? 1 : f.lexeme->value == "she" ? 2 : 0;
      return party;
    }
    if (is_pointer(begin, end)) {
      rule = "pronoun";
      const int party = accused_party("latter", at);
      return party >= 0 ? party : pronoun_speaker("latter", at);
    }
    if (is_possessive(found) && begin + 1 >= end) {
      rule = "possessive";
      for (const Found& f : found)
        if (f.lexeme->kind == Kind::kPossessive && !f.lexeme->value.empty())
          return pronoun_speaker(f.lexeme->value, at);
      return pronoun_speaker("they", at);
    }
    if (text_.language == "tr" && !whole_name && end - begin >= 2 && is(end - 1, Kind::kPartOf)) {  // işçilerden biri
      const std::string& of = tok(end - 2).fold;
      if (of.ends_with("rdan") || of.ends_with("rden") || of.ends_with("ndan") || of.ends_with("nden")) {
        found.clear();
        lexicon.find(text_.tokens, end - 1, end, found);
        for (const Found& f : found)
          if (f.lexeme->kind == Kind::kPartOf) return part_of(span, f, begin, rule);
      }
    }
    if (text_.language == "en" && end == begin + 1 && is_some_of_them(begin)) {
      Found some{};
      static const Lexeme kSome;
      some.lexeme = &kSome;
      return part_of(span, some, begin, rule);
    }
    const Phrase phrase = analyze(span);
    if (phrase.name >= 0 && (phrase.only_name || phrase.name_span.begin > 0 || phrase.head >= 0))
      return named(phrase, at, rule);
    if (phrase.head < 0 && text_.language == "en" && phrase.is_definite && tok(end - 1).fold.ends_with("-year-old"))
      if (const int person = year_old(at); person >= 0) {  // “…,” the 54-year-old said
        rule = "description of a person named before";
        return person;
      }
    if (phrase.head < 0) {
      const bool capital = tok(begin).is_capital || is(begin, Kind::kDeterminer);
      if ((!capital || !strong_) && text_.language == "en" && !is_agent_noun(phrase)) return -1;
      const bool german_noun = text_.language == "de" && is(begin, Kind::kDeterminer) && tok(end - 1).is_capital;
      if (!strong_ && !german_noun && text_.language != "en" && text_.language != "zh" && text_.language != "ar" &&
          text_.language != "fa" &&
          !(text_.language == "tr" && end < text_.tokens.size() && tok(end).mark == U',' && tok(begin).is_capital))
        return -1;
      if (!has_content(begin, end)) return -1;
      if (text_.language == "en" && is(begin, Kind::kDeterminer) && end - begin < 2) return -1;
      rule = "description";
      return describe(span, phrase, at, rule);
    }
    return describe(span, phrase, at, rule);
  }

  // two polishers, a sorter at the mine: a word for who does something, with its article or number, that no table has.
  bool is_agent_noun(const Phrase& phrase) const {
    if (!is(phrase.begin, Kind::kDeterminer) && !is(phrase.begin, Kind::kPossessive)) return false;
    uint32_t noun = phrase.begin + 1;
    while (noun < phrase.end && noun < phrase.begin + 5 && tok(noun).mark == 0 && !is(noun, Kind::kPreposition) &&
           tok(noun).fold != "who" && tok(noun).fold != "that")
      ++noun;
    if (--noun == phrase.begin || tok(noun).is_capital || kinds_.is(noun, Kind::kGoods)) return false;
    const std::string_view word = tok(noun).fold;
    for (const std::string_view ending : {"ers", "er", "ors", "or", "ists", "ist", "men", "man", "women", "woman"})
      if (word.size() > ending.size() + 3 && word.ends_with(ending)) return !is(noun, Kind::kClaimNoun);
    return false;
  }

  // Two said …, others disagree.
  bool is_some_of_them(uint32_t i) const {
    std::vector<Found> found;
    Lexicon::of(text_.language).find(text_.tokens, i, i + 1, found);
    return std::ranges::any_of(
        found, [](const Found& f) { return f.lexeme->kind == Kind::kStop && f.lexeme->value == "some of them"; });
  }

  // Does the phrase end with a name behind its comma?
  bool names_behind_comma(Span span, const std::vector<Mention>& within) const {
    return std::ranges::any_of(within, [&](const Mention& m) {
      const uint32_t first = token_at(m.span.begin);
      return m.span.end == span.end && first > token_at(span.begin) && is_comma_mark(tok(first - 1).mark);
    });
  }

  static bool is_possessive(const std::vector<Found>& found) {
    return std::any_of(found.begin(), found.end(), [](const Found& f) { return f.lexeme->kind == Kind::kPossessive; });
  }

  bool only_adverbs(uint32_t begin, uint32_t end) const {
    for (uint32_t i = begin; i < end; ++i)
      if (!is(i, Kind::kAdverb) && tok(i).mark == 0) return false;
    return true;
  }
  bool has_content(uint32_t begin, uint32_t end) const {
    for (uint32_t i = begin; i < end; ++i)
      if (tok(i).mark == 0 && !is(i, Kind::kAdverb) && !is(i, Kind::kPreposition) && !is(i, Kind::kAuxiliary) &&
          !is(i, Kind::kTime) && !is(i, Kind::kConjunction) && !is(i, Kind::kNegation))
        return true;
    return false;
  }

  int named(const Phrase& phrase, uint32_t at, std::string_view& rule) {
    Party& party = parties_.parties[phrase.name];
    rule = phrase.only_name ? "name" : "name with its office";
    const bool office = (phrase.head >= 0 && (is(phrase.head, Kind::kPerson) || is(phrase.head, Kind::kSpokesman))) ||
                        phrase.apposition >= 0;
    if (office && party.type == PartyType::kOrganization && party.entity_ids.empty() &&
        (phrase.head < 0 || (!is(phrase.head, Kind::kCompany) && !is(phrase.head, Kind::kBody))))
      party.type = PartyType::kPerson;
    if (party.head.empty() && phrase.head >= 0) party.head = tok(phrase.head).fold;
    if (party.head.empty() && phrase.apposition >= 0) party.head = tok(phrase.apposition).fold;
    if (party.type == PartyType::kPerson && party.affiliation < 0 && !phrase.is_former)
      party.affiliation = principal(phrase, at);
    if (party.type == PartyType::kPerson && party.state.empty() && party.affiliation < 0) party.state = phrase.state;
    if (!party.state.empty() && party.affiliation < 0 && state_office(phrase)) party.is_state_voice = true;
    if (party.affiliation >= 0 && parties_.parties[party.affiliation].type == PartyType::kPerson &&
        parties_.parties[party.affiliation].state.empty() && !phrase.state.empty() && state_office(phrase)) {
      parties_.parties[party.affiliation].state = phrase.state;
      parties_.parties[party.affiliation].is_state_voice = true;
    }
    for (uint32_t i = phrase.begin; i < phrase.end; ++i) {
      const std::string& w = tok(i).fold;
      const bool her = w == "her" && tok(i).begin > phrase.name_span.begin;  // X and her firm; not: her colleague X
      if (w.ends_with("woman") || w == "mrs" || w == "ms" || her || w == "avocate" || w == "portavoza" ||
          w == "sprecherin")
        party.gender = party.gender == 0 ? 2 : party.gender;
      if (w == "mr") party.gender = 1;
    }
    return phrase.name;
  }

  // Does the phrase name an office that speaks for a state: president, national security adviser, envoy?
  bool state_office(const Phrase& phrase) const {
    std::vector<Found> found;
    for (uint32_t i = phrase.begin; i < phrase.end; ++i) {
      found.clear();
      if (tok(i).mark == 0) Lexicon::of(text_.language).find(text_.tokens, i, phrase.end, found);
      for (const Found& f : found)
        if (f.lexeme->kind == Kind::kTitle && f.lexeme->value == "state") return true;
    }
    return false;
  }

  // Whose voice an office holder is.
  int principal(const Phrase& phrase, uint32_t at) {
    if (phrase.owner >= 0) {
      const Party& owner = parties_.parties[phrase.owner];
      if (owner.type == PartyType::kUnnamed) return -1;
      // foreign ministry of a state: the ministry itself
      if (owner.type == PartyType::kState) {
        if (const int body = body_in(phrase); body >= 0) return body;
      }
      return phrase.owner;
    }
    if (const int body = body_in(phrase); body >= 0) return body;
    if (phrase.possessive >= 0) return referent(phrase.possessive, at);
    // директор компании, el director de la empresa: the company spoken of
    for (uint32_t i = phrase.begin; i < phrase.end; ++i)
      if (static_cast<int>(i) != phrase.head && is(i, Kind::kCompany) && !is(i, Kind::kPerson))
        return known_description(noun_text(i), PartyType::kCompany, false, at, true);
    // Sendikanın başkanı, right after a firm spoke: of the body that the phrase names, and of no firm
    for (uint32_t i = phrase.begin; i < phrase.end && text_.language != "en"; ++i)
      if (static_cast<int>(i) != phrase.head && is(i, Kind::kBody) && !is(i, Kind::kPerson) &&
          !is(i, Kind::kSpokesman) && !is(i, Kind::kCompany))
        return known_description(noun_text(i), PartyType::kPublicBody, false, at, true);
    // the army’s chief spokesman: of that body, whoever it is, and of no firm that spoke before
    for (uint32_t i = phrase.begin; i + 1 < phrase.end && text_.language == "en"; ++i)
      if (static_cast<int>(i) != phrase.head && is(i, Kind::kBody) && !is(i, Kind::kPerson) &&
          (tok(i + 1).fold == "'s" || tok(i + 1).mark == U'\'' || tok(i + 1).mark == 0x2019))
        return known_description(noun_text(i), PartyType::kPublicBody, false, at, true);
    // director Anton Brandt, who says no to what somebody said of his firm
    if (phrase.head >= 0 && is_office(static_cast<uint32_t>(phrase.head)) && phrase.state.empty() &&
        !state_office(phrase))
      if (const int firm = answering_party(at); firm >= 0) return firm;
    // director Anton Brandt, right after his firm spoke or was spoken of
    if (phrase.head >= 0 && is_office(static_cast<uint32_t>(phrase.head)) && !claims_.empty() &&
        claims_.back().speaker >= 0 && block_at(at) <= claims_.back().block + 1) {
      const int last = claims_.back().speaker;
      const PartyType type = parties_.parties[last].type;
      const int of_last = parties_.parties[last].affiliation;
      if (type == PartyType::kCompany || type == PartyType::kOrganization) return last;
      if (of_last >= 0 && !parties_.parties[of_last].state.empty())
        return -1;  // Губернатор X, right after an envoy of the EU
      if (parties_.parties[last].affiliation >= 0 && type == PartyType::kPerson)
        return parties_.parties[last].affiliation;
    }
    return -1;
  }

  // China’s foreign ministry inside “a spokesman for China’s foreign ministry”
  int body_in(const Phrase& phrase) {
    int body = -1;
    for (uint32_t i = phrase.begin; i < phrase.end; ++i)
      if (static_cast<int>(i) != phrase.head && is(i, Kind::kBody) && !is(i, Kind::kOrganWord) &&
          !is(i, Kind::kPerson) && !tok(i).is_all_capitals)
        body = static_cast<int>(i);
    if (body < 0 || phrase.state.empty()) return -1;
    return body_party(phrase.state, tok(body).fold, {});
  }

  // Ministries by state and noun: China’s foreign ministry, Beijing’s foreign ministry.
  int body_party(const std::string& state, const std::string& noun, Span span) {
    const std::string key = state + ' ' + noun;
    for (const auto& [known, party] : bodies_)
      if (known == key) return party;
    for (size_t i = 0; i < parties_.parties.size(); ++i) {  // the customs, then the French customs: one body
      Party& known = parties_.parties[i];
      if (known.type != PartyType::kPublicBody || known.head != noun || !known.state.empty()) continue;
      known.state = state;
      bodies_.emplace_back(key, static_cast<int>(i));
      return static_cast<int>(i);
    }
    Party party;
    party.type = PartyType::kPublicBody;
    party.state = state;
    party.head = noun;
    party.name = span.empty() ? noun : std::string(text_.view(span));
    party.first = span.begin;
    const int number = parties_.add(std::move(party));
    bodies_.emplace_back(key, number);
    return number;
  }

  // its, his, their
  int referent(int token, uint32_t at) const {
    std::vector<Found> found;
    Lexicon::of(text_.language)
        .find(text_.tokens, static_cast<uint32_t>(token), static_cast<uint32_t>(token) + 1, found);
    std::string_view kind = "it";
    for (const Found& f : found)
      if (f.lexeme->kind == Kind::kPossessive && !f.lexeme->value.empty()) kind = f.lexeme->value;
    const uint32_t here = tok(token).begin;
    if (const int firm = answering_party(at); firm >= 0 && (kind == "it" || !is_slavic())) return firm;
    // Su presidente, son avocat, ihr Geschäftsführer: the possessive does not tell persons from firms. Whoever spoke
    // just before, else the firm or body spoken of last.
    if ((text_.language == "fr" || text_.language == "es" || text_.language == "de") &&
        (kind == "he" || kind == "she")) {
      bool office = false, advocate = false;
      for (uint32_t i = static_cast<uint32_t>(token) + 1;
           i < static_cast<uint32_t>(token) + 4 && i < text_.tokens.size(); ++i)
        if (is(i, Kind::kPerson) || is(i, Kind::kSpokesman)) {
          advocate = is_advocate(i) && !is(i, Kind::kSpokesman);  // who is mostly a person's
          office = is_office(i) || is(i, Kind::kSpokesman) || advocate;
          break;
        }
      if (office) {
        if (!claims_.empty() && claims_.back().speaker >= 0 && claims_.back().block + 1 >= block_at(here)) {
          const Party& last = parties_.parties[claims_.back().speaker];
          const size_t s = sentence_behind(here);
          if (!last.is_medium && !last.is_document && last.type != PartyType::kState &&
              last.type != PartyType::kUnnamed && last.type != PartyType::kPerson && claims_.back().sentence + 2 >= s)
            return claims_.back().speaker;
        }
        for (size_t i = parties_.first_from(here); i-- > 0 && !advocate;) {
          const Mention& m = parties_.mentions[i];
          if (block_at(m.span.begin) + 2 < block_at(here)) break;
          const Party& p = parties_.parties[m.party];
          if (m.span.end > here || p.is_medium || p.is_document) continue;
          if (p.type == PartyType::kCompany || p.type == PartyType::kOrganization || p.type == PartyType::kPublicBody)
            return m.party;
        }
      }
    }
    if (kind == "it") {  // its: the subject of this sentence, or of the one before
      const size_t s = std::min(sentence_behind(here) + 1, sentences_.size());
      // The Treasury accused the company of … “…,” X, its chief executive, said: the accused answers
      if (!claims_.empty() && claims_.back().act == Act::kAccuse && claims_.back().addressee >= 0 && s > 0 &&
          claims_.back().sentence + 2 == s && text_.language == "en")
        return claims_.back().addressee;
      for (size_t back = 0; back < 2 && s > back; ++back) {
        const Sentence& sentence = sentences_[s - 1 - back];
        if (sentence.block != sentences_[s - 1].block) break;
        for (const Mention& m : parties_.inside(sentence.span)) {
          const Party& p = parties_.parties[m.party];
          if (m.span.end > here || p.type == PartyType::kState || p.type == PartyType::kVessel ||
              p.type == PartyType::kPerson || (p.type == PartyType::kUnnamed && !p.is_document) || p.is_medium)
            continue;
          return m.party;
        }
      }
    }
    for (size_t i = parties_.first_from(here); i-- > 0;) {
      const Mention& m = parties_.mentions[i];
      if (block_at(m.span.begin) + 2 < block_at(here)) break;
      if (m.span.end > here) continue;
      const Party& p = parties_.parties[m.party];
      if (p.type == PartyType::kState || p.type == PartyType::kVessel) continue;
      const bool person = p.type == PartyType::kPerson;
      if (kind == "he" || kind == "she" ? person : kind == "it" ? !person && p.type != PartyType::kUnnamed : true)
        return m.party;
    }
    return -1;
  }

  // Its, where his, her and its are one word: the body or company named last, in this block.
  int publisher_before(uint32_t byte) const {
    for (size_t i = parties_.first_from(byte); i-- > 0;) {
      const Mention& m = parties_.mentions[i];
      if (block_at(m.span.begin) != block_at(byte)) break;
      if (m.span.end <= byte && is_publisher(m.party) && !parties_.parties[m.party].is_medium) return m.party;
    }
    return -1;
  }

  // The noun at token `i` as the lexicon has it: in Chinese all its characters.
  std::string noun_text(uint32_t i) const {
    if (text_.language == "ar" && tok(i).fold.starts_with("\u0627\u0644") && tok(i).fold.size() > 8)
      return tok(i).fold.substr(4);  // without the article
    if (!is_wide_) return tok(i).fold;
    uint32_t from = i, to = i + 1;
    std::vector<Found> found;
    for (uint32_t start = i < 4 ? 0 : i - 4; start <= i; ++start) {
      found.clear();
      Lexicon::of(text_.language).find(text_.tokens, start, static_cast<uint32_t>(text_.tokens.size()), found);
      for (const Found& f : found)
        if (f.end > i && f.end - start > to - from &&
            (f.lexeme->kind == Kind::kPerson || f.lexeme->kind == Kind::kBody || f.lexeme->kind == Kind::kCompany ||
             f.lexeme->kind == Kind::kDocument || f.lexeme->kind == Kind::kSourceWord ||
             f.lexeme->kind == Kind::kSpokesman || f.lexeme->kind == Kind::kMedia))
          from = start, to = f.end;
    }
    std::string out;
    for (uint32_t k = from; k < to; ++k) out += tok(k).fold;
    return out;
  }

  int the_page() {
    for (size_t i = 0; i < parties_.parties.size() && page_ < 0 && !text_.site.empty(); ++i) {
      const std::string& name = parties_.parties[i].name;  // The Brussels Lantern, as the text calls it
      if (parties_.parties[i].is_medium && name.size() > 4 && text_.site.find(name) != std::string::npos)
        page_ = static_cast<int>(i);
    }
    if (page_ < 0) {
      Party party;
      party.name = "the page";
      party.type = PartyType::kOrganization;
      party.is_medium = true;
      page_ = parties_.add(std::move(party));
    }
    return page_;
  }

  // The trader that booked the freight, Selat Agri: who is named behind the last comma of the phrase; -1.
  int named_behind_comma(Span span) const {
    const uint32_t first = token_at(span.begin);
    uint32_t end = token_at(span.end);
    while (end > first && is_comma_mark(tok(end - 1).mark)) --end;
    uint32_t comma = end;
    while (comma > first && !is_comma_mark(tok(comma - 1).mark)) --comma;
    if (comma <= first || comma >= end) return -1;
    for (const Mention& m : parties_.inside({tok(comma).begin, tok(end - 1).end})) {
      const PartyType type = parties_.parties[m.party].type;
      if (m.span.begin == tok(comma).begin && m.span.end >= tok(end - 1).end && type != PartyType::kUnnamed &&
          type != PartyType::kState)
        return m.party;
    }
    return -1;
  }

  // La destinataria, la firma de vigilancia Centinela, …: the name that ends the apposition behind the last comma, with
  // its article and noun before it; -1 where none does.
  int firm_in_apposition(Span span) const {
    if (!is_western()) return -1;
    const uint32_t first = token_at(span.begin), end = token_at(span.end);
    uint32_t comma = end;
    while (comma > first && !is_comma_mark(tok(comma - 1).mark)) --comma;
    if (comma <= first + 1 || comma + 2 >= end || !is(comma, Kind::kDeterminer) || !is(first, Kind::kDeterminer) ||
        !(is(comma + 1, Kind::kCompany) || is(comma + 1, Kind::kBody)))
      return -1;
    for (const Mention& m : parties_.inside({tok(comma).begin, tok(end - 1).end})) {
      const PartyType type = parties_.parties[m.party].type;
      const uint32_t before = token_at(m.span.begin) - 1;  // la firma de Juan Pérez; la sociedad Puerto del Lago
      if (m.span.end >= tok(end - 1).end && type != PartyType::kUnnamed && type != PartyType::kState &&
          before > comma && !is(before, Kind::kPreposition) && !tok(before).is_capital)
        return m.party;
    }
    return -1;
  }

  bool has_stop(uint32_t i, std::string_view value) const {
    std::vector<Found> found;
    Lexicon::of(text_.language).find(text_.tokens, i, static_cast<uint32_t>(text_.tokens.size()), found);
    return std::any_of(found.begin(), found.end(),
                       [&](const Found& f) { return f.lexeme->kind == Kind::kStop && f.lexeme->value == value; });
  }

  // the Antwerp Rough Dealers’ League, der Verband der Händler (VNC): capitals or letters in brackets show a name.
  bool is_written_as_name(const Phrase& phrase) const {
    if (phrase.end > phrase.begin + 3 && tok(phrase.end - 1).mark == U')' && tok(phrase.end - 3).mark == U'(' &&
        tok(phrase.end - 2).is_capital &&
        text_.view({tok(phrase.end - 2).begin, tok(phrase.end - 2).end}).size() >= 2 &&
        !has_small_letter(text_.view({tok(phrase.end - 2).begin, tok(phrase.end - 2).end})))
      return true;
    if (text_.language != "en") return false;
    uint32_t capitals = 0;
    for (uint32_t i = phrase.begin + is(phrase.begin, Kind::kDeterminer); i < phrase.end; ++i) {
      if (is(i, Kind::kAdjective) || is(i, Kind::kState)) continue;
      if (tok(i).mark == 0 && !tok(i).is_capital && !is(i, Kind::kPreposition) && !is(i, Kind::kConjunction) &&
          tok(i).fold.size() > 2)
        return false;
      capitals += tok(i).is_capital;
    }
    return capitals >= 3;
  }

  int part_of(Span span, const Found& f, uint32_t begin, std::string_view& rule) {
    rule = "one of those named before";
    int group = -1;
    for (size_t i = claims_.size(); i-- > 0 && group < 0;)
      if (claims_[i].speaker >= 0) {
        const Party& p = parties_.parties[claims_[i].speaker];
        if (p.is_plural || p.is_counted) group = claims_[i].speaker;
        if (p.group >= 0) group = p.group;
      }
    const bool everyone = f.lexeme->value == "all";
    if (everyone && group >= 0) return group;
    if (const int named = named_behind_comma(span); named >= 0) return named;  // one of them, Crédit Valaisan
    Party party;
    party.name = text_.view(span);
    party.type = PartyType::kUnnamed;
    party.group = group;
    party.head = group >= 0 ? parties_.parties[group].head : "";
    party.first = tok(begin).begin;
    const int number = parties_.add(std::move(party));
    parties_.insert({span, number});
    return number;
  }

  // A description: of a company or body named before, or of somebody unnamed.
  int describe(Span span, Phrase& phrase_in, uint32_t at, std::string_view& rule) {
    return describe(span, static_cast<const Phrase&>(phrase_in), at, rule);
  }
  int describe(Span span, const Phrase& phrase, uint32_t at, std::string_view& rule) {
    std::string head = noun_text(phrase.head >= 0 ? static_cast<uint32_t>(phrase.head) : phrase.end - 1);
    if (const std::string body = two_word_body(phrase); !body.empty()) head = body;
    const uint32_t head_token = phrase.head >= 0 ? static_cast<uint32_t>(phrase.head) : phrase.end - 1;
    const bool person =
        is(head_token, Kind::kPerson) || is(head_token, Kind::kSpokesman) || is(head_token, Kind::kSourceWord);
    const bool company = is(head_token, Kind::kCompany),
               body = is(head_token, Kind::kBody) && !(person && is_slavic()),  // парламентарий
        medium = is(head_token, Kind::kMedia), document = is(head_token, Kind::kDocument);
    if (number_word(phrase).empty())
      if (const int named = named_behind_comma(span);
          named >= 0 && (parties_.parties[named].type == PartyType::kPerson ? person : company || body)) {
        rule = "name behind its description";
        return named;
      }
    if (const int firm = firm_in_apposition(span); firm >= 0) {
      rule = "name behind its description";
      return firm;
    }
    const bool counted = !number_word(phrase).empty() || is_one(phrase);
    // analysts of the group “Sitka”: a body speaks through its people
    if (has_stop(head_token, "staff") && !counted && !phrase.is_former && phrase.owner >= 0 &&
        is_publisher(phrase.owner) && !parties_.parties[phrase.owner].is_medium) {
      rule = "people of a body";
      return phrase.owner;
    }
    const bool lead = company && block_at(span.begin) == 0 && !person && phrase.owner < 0;
    const bool short_phrase = lead || phrase.end - phrase.begin <= (is_wide_ ? 5u : 3u);
    // 外交部: the one that the page elsewhere calls 中国外交部
    if (is_wide_ && body && phrase.state.empty() && !person)
      for (size_t i = parties_.first_from(at); i-- > 0;) {  // the one spoken of last
        const Mention& m = parties_.mentions[i];
        const Party& p = parties_.parties[m.party];
        if (p.type != PartyType::kPublicBody || p.name.size() <= text_.view(span).size() ||
            !p.name.ends_with(text_.view(span)))
          continue;
        const int last = m.party;
        rule = "body of a state";
        parties_.insert({span, last});
        return last;
      }
    if (is_wide_ && body && phrase.state.empty() && !person)
      for (size_t i = 0; i < parties_.parties.size(); ++i) {
        const Party& p = parties_.parties[i];
        if (p.type != PartyType::kPublicBody || p.name.size() <= text_.view(span).size() ||
            !p.name.ends_with(text_.view(span)))
          continue;
        rule = "body of a state";
        parties_.insert({span, static_cast<int>(i)});
        return static_cast<int>(i);
      }
    // a ministry of a state, an agency: named by what it is
    if (body && !phrase.state.empty() && !person) {
      rule = "body of a state";
      const int party = body_party(phrase.state, head, span);
      parties_.insert({span, party});
      return party;
    }
    // Alabuga's press office speaks as Alabuga
    if (is_press_office(head_token) && phrase.owner >= 0 &&
        parties_.parties[phrase.owner].type != PartyType::kUnnamed) {
      rule = "press office of";
      return phrase.owner;
    }
    // a report of a named body is its word; what was leaked is not
    if (document && !person) {
      const bool noun_is = is_published(head_token) || (is_wide_ && head_token > 0 && is_published(head_token - 1));
      const bool published = noun_is && !is_leaked(phrase);  // 报告: a noun of two characters
      if (published && phrase.owner >= 0 && is_publisher(phrase.owner)) {
        rule = "publication of";
        published_.emplace_back(head, phrase.owner);
        return phrase.owner;
      }
      if (published && phrase.owner < 0)
        if (const int whose = presented_by(phrase); whose >= 0) {
          rule = "publication of";
          published_.emplace_back(head, whose);
          return whose;
        }
      if (published && phrase.owner < 0 && phrase.possessive >= 0 && is_slavic())  // в её сообщении: whose it is
        if (const int whose = publisher_before(tok(phrase.possessive).begin); whose >= 0) {
          rule = "publication of";
          published_.emplace_back(head, whose);
          return whose;
        }
      if (published && phrase.owner < 0 && phrase.state.empty() && short_phrase)  // the report, тот же отчёт
        for (size_t k = published_.size(); k-- > 0;)
          if (published_[k].first == head || alike(published_[k].first, head)) {
            rule = "publication named before";
            return published_[k].second;
          }
    }
    if (document && !person && is_slavic() && phrase.owner < 0 && phrase.possessive < 0 && short_phrase)
      if (const int whose = sent_before(head_token); whose >= 0) {
        rule = "document of a party named before";
        return whose;
      }
    if (document && !person && is_slavic() && phrase.owner < 0 && phrase.possessive < 0 && short_phrase)
      if (const int whose = issued_by(head_token, at); whose >= 0) {
        rule = "publication of";
        published_.emplace_back(head, whose);
        return whose;
      }
    // Gözlemevinin salı günü yayımladığı rapor: the word of the body of that name, with the ending of whose
    if (document && !person && text_.language == "tr" && phrase.owner < 0 && head_token > phrase.begin + 1 &&
        is_published(head_token))
      if (const int whose = named_like(phrase.begin); whose >= 0) {
        rule = "document of a party named before";
        return whose;
      }
    if (document && !person) {  // заявление ведомства, ein Bericht der Firma: the voice of the body itself
      for (uint32_t i = phrase.begin; i < phrase.end; ++i)
        if (i != head_token && (is(i, Kind::kBody) || is(i, Kind::kCompany)) && !is(i, Kind::kPerson) &&
            !is(i, Kind::kDocument) &&
            (is_slavic() || (i > phrase.begin && is(i - 1, Kind::kDeterminer) && text_.language != "en" &&
                             phrase.owner < 0 && is_generic(tok(i).fold)))) {
          const int known = known_description(
              tok(i).fold, is(i, Kind::kCompany) ? PartyType::kCompany : PartyType::kPublicBody, false, at, true);
          if (known >= 0) {
            rule = "document of a party named before";
            return known;
          }
        }
    }
    // A lead names nobody: its director is who is named with that office further down.
    if (person && !phrase.is_former && phrase.state.empty() && phrase.owner < 0 && block_at(span.begin) == 0 &&
        is_office(head_token))
      if (const int later = office_holder(head, span.end); later >= 0) {
        rule = "office of a person named below";
        return later;
      }
    // the company, the ministry, La empresa
    if (short_phrase && (company || body || medium) && !phrase.is_former && phrase.owner < 0 && phrase.possessive < 0 &&
        !(person && company && !phrase.is_definite && text_.language == "en" && !is(phrase.begin, Kind::kDeterminer))) {
      const bool article = !has_articles() || phrase.is_definite || text_.language == "fr";
      // Customs said …. The agency said …: no news agency, where an office has just spoken
      if (text_.language == "en" && body && medium && phrase.is_definite)
        if (const int office = office_speaking(at); office >= 0) {
          rule = "description of a party named before";
          return office;
        }
      const int known =
          known_description(head, company ? PartyType::kCompany : PartyType::kPublicBody, medium, at, article);
      // beschuldigt die Firma, …. Die Firma dementiert: not who accuses
      const bool accuser = is_western() && !accused_.empty() && !claims_.empty() && claims_.back().speaker == known;
      if (known >= 0 && !accuser) {
        rule = "description of a party named before";
        return known;
      }
    }
    if (text_.language == "en" && phrase.is_definite && short_phrase && !phrase.is_former && phrase.owner < 0 &&
        phrase.possessive < 0 && phrase.state.empty() && !is_many(head_token)) {
      if (document && !person && !body && !company && !medium && !is_leaked(phrase))
        if (const int whose = issuer_before(head_token); whose >= 0) {
          rule = "document of a party named before";
          return whose;
        }
      if (person && !body && !company)
        if (const int known = office_named_before(head, at); known >= 0) {
          rule = "description of a person named before";
          return known;
        }
    }
    // l’avocate, der Unternehmer: the person who was named with that noun; le sexagénaire: who spoke last
    if (person && text_.language != "en" &&
        (phrase.is_definite || (is_slavic() && phrase.end - phrase.begin == 1 && !is_many(head_token))) &&
        short_phrase && !phrase.is_former && phrase.owner < 0 && phrase.possessive < 0 && phrase.state.empty())
      if (const int known = person_described(head, head_token, at); known >= 0) {
        rule = "description of a person named before";
        return known;
      }
    int group = -1;  // the two officials, where this is one of them
    {
      // the same description again
      for (size_t d = described_.size(); d-- > 0 && d + 300 > described_.size();) {
        const auto& [known, party] = described_[d];
        const Party& p = parties_.parties[party];
        if (p.head != head && !((is_slavic() || text_.language == "tr") && alike(p.head, head))) continue;
        if (is_wide_ && speaks_for_another(phrase, head_token, p)) continue;
        const bool same_state = p.state == phrase.state || phrase.state.empty() || p.state.empty();
        const bool same_number = number_word(phrase) == known || number_word(phrase).empty() || known.empty();
        const bool arabic_one = text_.language == "ar" && !tok(head_token).fold.starts_with("ال");  // مسؤول إماراتي
        const bool definite = phrase.is_definite || (!has_articles() && short_phrase && !is_one(phrase) && !arabic_one);
        if (p.is_counted && is_one(phrase) && short_phrase && text_.view(span) != p.name) {  // 两名官员 … 一名官员
          group = p.group >= 0 ? p.group : party;
          continue;
        }
        if (same_state &&
            ((definite && same_number) ||
             (same_number && !number_word(phrase).empty() && same_state && !phrase.state.empty() == !p.state.empty()) ||
             text_.view(span) == p.name || (!number_word(phrase).empty() && number_word(phrase) == known))) {
          rule = "described before";
          parties_.insert({span, party});
          return party;
        }
      }
    }
    Party party;
    party.name = text_.view(document && !person ? without_participle(span) : span);
    party.head = head;
    party.group = group;
    party.state = phrase.state;
    party.first = span.begin;
    party.is_document = document && !person && !body && !company;
    party.is_medium = medium && !person;
    const Lexeme* noun = noun_lexeme(head_token);
    party.is_plural = ((noun && noun->detail == "many") || (text_.language == "en" && is_many(head_token))) &&
                      !is_singular_article(tok(phrase.begin).fold);
    if (person && is_slavic() && may_be_many(tok(head_token).fold, text_.language)) party.is_plural = true;
    party.is_counted = !number_word(phrase).empty();
    party.type = PartyType::kUnnamed;
    if (!person && !document && body) party.type = PartyType::kPublicBody;
    if (!person && !document && company && !body)
      party.type = phrase.is_definite || text_.language != "en" ? PartyType::kCompany : PartyType::kUnnamed;
    if (party.is_medium && party.is_plural) party.is_generic = true, party.type = PartyType::kUnnamed;
    if (has_stop(head_token, "institution") && !counted) party.type = PartyType::kPublicBody;  // Swiss prosecutors
    const bool heads = !person || head_token + 1 < phrase.end;                                 // of dealers: a league
    if (heads && !document && party.type == PartyType::kUnnamed && is_written_as_name(phrase))
      party.type = PartyType::kOrganization;
    const bool voice = is(head_token, Kind::kSpokesman) || is_advocate(head_token);
    if (!phrase.is_former) {
      if (voice || document) {
        const bool of_body = document && body_in(phrase) >= 0;  // une note des douanes françaises
        party.affiliation =
            phrase.owner >= 0 || phrase.possessive >= 0 || voice || of_body ? principal(phrase, at) : -1;
      } else if (phrase.owner_before && phrase.owner >= 0 && parties_.parties[phrase.owner].type != PartyType::kState) {
        party.affiliation = phrase.owner;
      } else if (phrase.possessive >= 0 && !is_kin(head_token)) {
        party.affiliation = referent(phrase.possessive, at);
      } else if (person && phrase.owner < 0 && text_.language != "en" && phrase.end - phrase.begin <= 8) {
        party.affiliation = principal(phrase, at);
      } else if (phrase.owner >= 0 && parties_.parties[phrase.owner].type == PartyType::kPublicBody &&
                 party.is_plural) {
        party.boss = phrase.owner;
      }
    }
    if (person && !voice && is_anonymous(phrase)) party.affiliation = -1;  // speaks for himself alone
    for (uint32_t i = phrase.begin; i < phrase.end; ++i) {
      if (tok(i).fold.ends_with("woman")) {
        party.gender = 2;
        break;
      }
      if (tok(i).fold.ends_with("man") || tok(i).fold == "husband" || tok(i).fold == "son") party.gender = 1;
    }
    if (party.gender == 0 && !party.is_plural && !party.is_counted &&
        (text_.language == "fr" || text_.language == "es" || (text_.language == "de" && person)))
      party.gender = article_gender(tok(phrase.begin).fold);
    if (person && !party.state.empty() && party.affiliation < 0 && state_office(phrase)) party.is_state_voice = true;
    rule = "description";
    const int number = parties_.add(std::move(party));
    described_.emplace_back(number_word(phrase), number);
    parties_.insert({span, number});
    return number;
  }

  // Whom an age alone means: the person who spoke last, or was named last, in this paragraph or the one before it.
  int year_old(uint32_t at) const {
    for (size_t i = parties_.first_from(at); i-- > 0;) {
      const Mention& m = parties_.mentions[i];
      if (block_at(m.span.begin) + 1 < block_at(at)) break;
      if (m.span.end <= at && parties_.parties[m.party].type == PartyType::kPerson) return m.party;
    }
    return -1;
  }

  // The public body that spoke last, in this sentence or the two before it; -1 where somebody else did.
  int office_speaking(uint32_t at) const {
    if (claims_.empty() || claims_.back().speaker < 0 || claims_.back().sentence + 2 < sentence_behind(at)) return -1;
    const Party& p = parties_.parties[claims_.back().speaker];
    return p.type == PartyType::kPublicBody && !p.is_medium && !p.is_document ? claims_.back().speaker : -1;
  }

  // In a letter to the port, X said …. The letter said …; X issued a statement. The statement said …: whose word the
  // document at token `head` is; -1 where it was spoken of otherwise, or not a little before.
  int issuer_before(uint32_t head) {
    constexpr uint32_t kNear = 60;  // words
    for (uint32_t i = head; i-- > 0 && i + kNear > head;) {
      if (tok(i).block + 1 < tok(head).block) break;
      if (tok(i).fold != tok(head).fold) continue;
      const size_t s = sentence_behind(tok(i).begin);
      if (s >= sentences_.size()) return -1;
      uint32_t lead = i;  // the preposition before its article and adjectives
      while (lead > 0 && i - lead < 5 && tok(lead - 1).mark == 0 && tok(lead - 1).begin >= sentences_[s].span.begin &&
             tok(lead).fold != "in" && !has_stop(lead, "carries"))
        --lead;
      if (has_stop(lead, "carries")) return issuer_in(sentences_[s], tok(lead).begin);
      if (tok(lead).fold != "in") return -1;
      for (size_t k = claims_.size(); k-- > 0 && claims_[k].sentence >= s;)
        if (claims_[k].sentence == s && claims_[k].speaker >= 0)
          return parties_.parties[claims_[k].speaker].is_document ? -1 : claims_[k].speaker;
      return -1;
    }
    return -1;
  }

  // Who issues what is said: the name at the head of the sentence, or the body or firm that its first words describe.
  int issuer_in(const Sentence& sentence, uint32_t verb) {
    for (const Mention& m : parties_.inside({sentence.span.begin, verb})) {
      const PartyType type = parties_.parties[m.party].type;
      if (type != PartyType::kState && type != PartyType::kUnnamed) return m.party;
    }
    return described_at_head(sentence, verb, "it");
  }

  // Foreign minister Ilya Karras said …. The minister …: who was named with that noun, a little before; -1 where
  // others, or somebody unnamed, were called so too.
  int office_named_before(const std::string& head, uint32_t at) const {
    constexpr size_t kMostNames = 60;
    size_t seen = 0;
    int found = -1;  // the minister and the deputy minister: nobody can tell
    for (size_t i = parties_.first_from(at); i-- > 0 && seen++ < kMostNames;) {
      const Mention& m = parties_.mentions[i];
      const Party& p = parties_.parties[m.party];
      if (m.span.end > at) continue;
      if (block_at(m.span.begin) + 4 < block_at(at)) break;
      if (m.party == found) continue;
      if (p.type == PartyType::kUnnamed && p.head == head) return -1;
      if (p.type != PartyType::kPerson || !(p.head == head || described_as(m, head))) continue;
      if (found >= 0) return -1;
      found = m.party;
    }
    return found;
  }

  // satellite images analysed by X, documents seen by Y: an English phrase up to the participle behind its noun.
  Span without_participle(Span span) const {
    const uint32_t begin = token_at(span.begin), end = token_at(span.end);
    if (is(begin, Kind::kDeterminer)) return span;  // a report commissioned by X: that one
    for (uint32_t i = begin + 1; i + 1 < end && text_.language == "en"; ++i) {
      const std::string_view word = tok(i).fold;
      const bool participle = word.ends_with("ed") || word == "seen" || word == "sent" || word == "shown" ||
                              word == "given" || word == "held" || word == "shared";
      if (participle && is(i - 1, Kind::kDocument) && (is(i + 1, Kind::kPreposition) || tok(i + 1).fold == "by"))
        return {span.begin, tok(i - 1).end};
    }
    return span;
  }

  // 警方发言人, after 外交部发言人: the noun of another body stands before the same head.
  bool speaks_for_another(const Phrase& phrase, uint32_t head, const Party& known) const {
    for (uint32_t i = phrase.begin; i < head; ++i)
      if (is(i, Kind::kBody) && !known.name.contains(tok(i).fold)) return true;
    return false;
  }

  // Sahel Silah Gözlemevi …: the party named before whose name ends with the noun that token `i` is, which has the
  // ending of whose; -1 where none is.
  int named_like(uint32_t i) const {
    const std::string& word = tok(i).fold;
    bool whose = false;
    for (const std::string_view ending : {"nın", "nin", "nun", "nün"}) whose = whose || word.ends_with(ending);
    if (!whose || word.size() < 8) return -1;
    constexpr size_t kMostNames = 200;
    const size_t last = parties_.first_from(tok(i).begin);
    for (size_t k = last; k-- > 0 && k + kMostNames > last;) {
      const Mention& m = parties_.mentions[k];
      const Party& p = parties_.parties[m.party];
      const uint32_t end = token_at(m.span.end);
      const bool unsure = p.head.empty() && p.gender == 0 && p.affiliation < 0;
      if ((p.type == PartyType::kPerson && !unsure) || p.type == PartyType::kState || end == 0) continue;
      const std::string& name = tok(end - 1).fold;
      if (name.size() >= 5 && word.starts_with(name) && word.size() <= name.size() + 4 && m.span.end < tok(i).begin)
        return m.party;
    }
    return -1;
  }

  // в докладе, который представил депутат X; ein Bericht, den das Institut Y vorlegte: who is named in the clause that
  // says by whom it was published; -1 where none is.
  int presented_by(const Phrase& phrase) const {
    const auto count = static_cast<uint32_t>(text_.tokens.size());
    uint32_t i = phrase.end;
    if (text_.language == "en" || is_wide_ || i + 3 >= count || !is_comma_mark(tok(i).mark)) return -1;
    bool published = false;
    const uint32_t first = ++i;
    for (; i < count && i < first + 16 && !is_comma_mark(tok(i).mark) && !is_terminal_mark(tok(i).mark); ++i)
      for (const std::string_view start :
           {"представил",  "опубликовал", "обнародовал", "подготовил",     "выпустил",   "презентовал", "представив",
            "опублікував", "опублікувал", "оприлюднив",  "оприлюднил",     "підготував", "підготувал",  "przedstawi",
            "opublikowa",  "ogłosi",      "przygotowa",  "veröffentlicht", "vorleg",     "vorgeleg",    "vorstell",
            "vorgestell",  "publi",       "présent",     "present",        "difund",     "elabor"})
        published = published || tok(i).fold.starts_with(start);
    if (!published || i <= first + 1 || i >= count) return -1;
    for (const Mention& m : parties_.inside({tok(first).begin, tok(i - 1).end})) {
      const Party& p = parties_.parties[m.party];
      if (p.type == PartyType::kPerson || (is_publisher(m.party) && !p.is_medium)) return m.party;
    }
    return -1;
  }

  // Министерство в четверг выпустило заявление, в котором говорится, что …: the subject of the clause that has the
  // document for its object; -1 where nobody is said to publish it.
  int issued_by(uint32_t head, uint32_t at) {
    const size_t s = sentence_behind(at);
    if (s >= sentences_.size()) return -1;
    const uint32_t first = token_at(sentences_[s].span.begin);
    if (head <= first + 1) return -1;
    uint32_t verb = 0;
    for (uint32_t i = head; i-- > first + 1 && i + 5 > head && tok(i).mark == 0 && verb == 0;)
      for (const std::string_view start :
           {"выпустил",   "опубликовал", "обнародовал", "распространил", "разослал", "разместил", "направил", "прислал",
            "випустил",   "випустив",    "опублікува",  "оприлюдни",     "поширил",  "поширив",   "розісла",  "надісла",
            "opublikowa", "wydał",       "rozesła",     "ogłosi",        "przesłał", "wysłał"})
        if (tok(i).fold.starts_with(start)) verb = i;
    if (verb == 0) return -1;
    uint32_t end = verb;
    while (end > first && (is(end - 1, Kind::kTime) || is(end - 1, Kind::kAdverb) || is(end - 1, Kind::kPreposition)))
      --end;
    if (end <= first || is(first, Kind::kPreposition)) return -1;
    for (uint32_t i = first; i < end; ++i)
      if (is_comma_mark(tok(i).mark)) return -1;
    std::string_view rule;
    const int party = resolve({tok(first).begin, tok(end - 1).end}, at, rule);
    return party >= 0 && parties_.parties[party].type != PartyType::kState ? party : -1;
  }

  // Прокуратура обнародовала письмо, которое направил ей «Норд». …, сказано в письме: who sent the document that was
  // spoken of a little before; -1 where nobody is said to.
  int sent_before(uint32_t head) const {
    constexpr uint32_t kNear = 60;  // words
    for (uint32_t i = head; i-- > 0 && i + kNear > head;) {
      if (!is(i, Kind::kDocument) || !alike(tok(i).fold, tok(head).fold) || i + 3 >= head) continue;
      if (!is_comma_mark(tok(i + 1).mark) || !opens_relative(tok(i + 2).fold, text_.language)) return -1;
      bool sent = false;
      uint32_t end = i + 3;
      for (; end < head && !is_comma_mark(tok(end).mark) && !is_terminal_mark(tok(end).mark); ++end)
        for (const std::string_view start : {"ответил", "направил", "прислал", "отправил", "разослал", "відповіл",
                                             "надіслал", "відправил", "направив", "надіслав", "wysłał", "przesłał"})
          sent = sent || tok(end).fold.starts_with(start);
      for (const Mention& m : parties_.inside({tok(i + 2).begin, tok(end - 1).end})) {
        const PartyType type = parties_.parties[m.party].type;
        if (sent && type != PartyType::kState && type != PartyType::kUnnamed) return m.party;
      }
      return -1;
    }
    return -1;
  }

  // A manager who asked for anonymity: said of whoever is described, in the same sentence.
  bool is_anonymous(const Phrase& phrase) const {
    const uint32_t end = std::min(phrase.end + 16, static_cast<uint32_t>(text_.tokens.size()));
    for (uint32_t i = phrase.begin; i < end && (i < phrase.end || !is_terminal_mark(tok(i).mark)); ++i) {
      const std::string& w = tok(i).fold;
      for (const std::string_view start : {"anonym", "anonim", "анонимн", "анонімн", "الكشف", "ناشناس"})
        if (w.starts_with(start)) return true;
      if (w == "匿" || (w == "named" && i > phrase.begin && (tok(i - 1).fold == "be" || tok(i - 1).fold == "being")) ||
          (w == "identified" && i > phrase.begin && tok(i - 1).fold == "be"))
        return true;
    }
    return false;
  }

  bool has_articles() const {
    return text_.language == "en" || text_.language == "fr" || text_.language == "de" || text_.language == "es";
  }

  bool is_advocate(uint32_t i) const {
    const Lexeme* noun = noun_lexeme(i);
    return noun && noun->detail.find("voice") != std::string::npos;
  }
  bool is_office(uint32_t i) const {
    std::vector<Found> found;
    Lexicon::of(text_.language).find(text_.tokens, i, static_cast<uint32_t>(text_.tokens.size()), found);
    return std::any_of(found.begin(), found.end(), [](const Found& f) { return f.lexeme->detail == "office"; });
  }
  bool is_kin(uint32_t i) const {
    static const std::unordered_set<std::string_view> words = {
        "son",   "daughter", "brother", "sister", "wife",    "husband", "father", "mother",  "nephew",  "fils",
        "frère", "sohn",     "bruder",  "hijo",   "hermano", "брат",    "сын",    "partner", "партнёр", "партнер"};
    return words.contains(tok(i).fold);
  }

  const Lexeme* noun_lexeme(uint32_t i) const {
    std::vector<Found> found;
    Lexicon::of(text_.language).find(text_.tokens, i, static_cast<uint32_t>(text_.tokens.size()), found);
    const Lexeme* best = nullptr;
    uint32_t letters = 0;
    for (const Found& f : found) {
      const Kind kind = f.lexeme->kind;
      if (kind != Kind::kPerson && kind != Kind::kSourceWord && kind != Kind::kMedia && kind != Kind::kDocument &&
          kind != Kind::kSpokesman)
        continue;
      if (f.letters >= letters) letters = f.letters, best = f.lexeme;
    }
    return best;
  }

  std::string number_word(const Phrase& phrase) const {
    // Tass'a konuşan iki denizci: in Turkish the number stands before its noun, wherever that is
    const uint32_t first = text_.language == "tr" && phrase.head > static_cast<int>(phrase.begin) + 3
                               ? static_cast<uint32_t>(phrase.head) - 3
                               : phrase.begin;
    for (uint32_t i = first; i < phrase.end && i < first + 3; ++i) {
      static const std::unordered_set<std::string_view> words = {
          "two",  "three", "four", "five", "several", "dvoje", "deux", "trois", "zwei", "drei",  "dos", "tres",
          "двое", "два",   "двух", "трое", "три",     "двоє",  "iki",  "üç",    "dwaj", "dwóch", "دو",  "两",
          "三",   "多",    "数",   "dwie", "trzej",   "трьох", "троє", "двох",  "dört", "چند",   "سه",  "kilku"};
      if (words.contains(tok(i).fold)) return tok(i).fold;
    }
    return {};
  }

  // 一名官员, یک مقام: somebody who was not spoken of before.
  bool is_one(const Phrase& phrase) const {
    if (phrase.begin >= phrase.end) return false;
    const std::string& first = tok(phrase.begin).fold;
    if (text_.language == "fa") return first == "یک";
    return is_wide_ && first == "一" && phrase.begin + 1 < phrase.end &&
           (tok(phrase.begin + 1).fold == "名" || tok(phrase.begin + 1).fold == "位");
  }

  // The person who was named before with the noun `head`; -1 where two were, or somebody unnamed had it since.
  int person_described(const std::string& head, uint32_t head_token, uint32_t at) {
    const Lexeme* noun = noun_lexeme(head_token);
    if (noun && noun->detail == "many") return -1;
    std::vector<Found> found;
    Lexicon::of(text_.language).find(text_.tokens, head_token, head_token + 1, found);
    const bool of_any =
        std::any_of(found.begin(), found.end(), [](const Found& f) { return f.lexeme->detail == "again"; });
    // accuse son ancien associé de … L’intéressé dément: the accused, not who accuses
    if (of_any && !claims_.empty() && claims_.back().act == Act::kAccuse && claims_.back().block + 1 >= block_at(at))
      return claims_.back().addressee;
    if (of_any)
      for (size_t i = claims_.size(); i-- > 0 && claims_[i].block + 2 >= block_at(at);)
        if (claims_[i].speaker >= 0) {
          Party& last = parties_.parties[claims_[i].speaker];
          const bool unsure = last.type == PartyType::kOrganization && last.entity_ids.empty() && !last.is_medium;
          if (last.is_plural || !(is_person_like(claims_[i].speaker) || unsure)) continue;
          if (unsure) last.type = PartyType::kPerson;  // only a person is sixty
          return claims_[i].speaker;
        }
    int known = -1;
    for (size_t i = parties_.first_from(at); i-- > 0;) {
      const Mention& m = parties_.mentions[i];
      const Party& p = parties_.parties[m.party];
      if (m.span.end > at || p.is_plural || m.party == known) continue;
      if (p.type == PartyType::kUnnamed && p.head == head) return known;  // an unnamed one had it
      if (p.type != PartyType::kPerson) continue;
      if (of_any && block_at(m.span.begin) + 1 >= block_at(at)) return m.party;
      if (!(described_as(m, head) || described_as(m, head + "s"))) continue;
      if (known >= 0) return -1;
      known = m.party;
    }
    return known;
  }

  // The company, the agency: nouns that stand for any party of their kind.
  bool is_generic(const std::string& head) const {
    const std::vector<Token> tokens = tokenize(head, text_.language, 0, 0);
    std::vector<Found> found;
    if (!tokens.empty()) Lexicon::of(text_.language).find(tokens, 0, static_cast<uint32_t>(tokens.size()), found);
    return std::any_of(found.begin(), found.end(), [](const Found& f) { return f.lexeme->detail == "generic"; });
  }

  // The party that “the company”, “the ministry” stands for.
  int known_description(const std::string& head, PartyType type, bool medium, uint32_t at, bool article) {
    int by_head = -1, by_type = -1, by_kind = -1;
    const size_t last = parties_.first_from(at);
    for (size_t i = last; i-- > 0 && i + 2000 > last;) {
      const Mention& m = parties_.mentions[i];
      const Party& p = parties_.parties[m.party];
      if (p.type == PartyType::kPerson || p.type == PartyType::kState || p.type == PartyType::kVessel || p.is_document)
        continue;
      if (p.type == PartyType::kUnnamed && p.head != head) continue;
      if (p.is_medium && !medium && is_western()) continue;  // contacté par l’AFP, le groupe …
      if (by_head < 0 && (described_as(m, head) || has_word(p.name, head))) by_head = m.party;
      if (by_kind < 0 && !medium && !p.is_medium && p.type == type && i + 40 > last) by_kind = m.party;
      if (by_type < 0 && p.type != PartyType::kUnnamed && !is_place_of(m) &&
          !(type == PartyType::kCompany && is_body_by_name(m)) &&
          (medium ? p.is_medium
                  : !p.is_medium && (p.type == type || (type == PartyType::kCompany &&
                                                        p.type == PartyType::kOrganization && p.state.empty()))))
        by_type = m.party;
    }
    if (type == PartyType::kCompany && !medium && article && is_generic(head))
      if (const int firm = firm_of_last_speaker(at); firm >= 0) return firm;
    if (by_kind >= 0 && by_type >= 0) by_type = by_kind;  // the company is a company before it is an organisation
    if (by_head >= 0) return by_head;
    if (type == PartyType::kCompany && !medium && article && is_generic(head))
      if (const int firm = answering_party(at); firm >= 0) {  // the company denies it
        parties_.parties[firm].type = PartyType::kCompany;
        return firm;
      }
    if (type == PartyType::kPublicBody && !medium && article)
      if (const int body = body_spoken_of(head, at); body >= 0) return body;
    if (!is_generic(head)) return -1;
    if (by_type < 0 && !medium && type == PartyType::kCompany && is_western() && block_at(at) <= 3)
      if (const int firm = firm_with_officer(at); firm >= 0) return firm;
    if (by_type < 0 && !medium && block_at(at) <= 3)  // a lead that names nobody: who is named next
      for (size_t i = last; i < parties_.mentions.size(); ++i) {
        const Mention& m = parties_.mentions[i];
        const Party& p = parties_.parties[m.party];
        if (block_at(m.span.begin) > block_at(at) + 2) break;
        if (m.span.begin < at || p.is_medium) continue;
        if (type == PartyType::kCompany && p.type == PartyType::kCompany) return m.party;
      }
    if (by_type < 0 && article && type == PartyType::kCompany && !medium) return company_by_context(at);
    return article ? by_type : -1;
  }

  // 海线研究所: an eastern name that ends with the noun of a body is no company's.
  bool is_body_by_name(const Mention& m) const {
    const uint32_t end = token_at(m.span.end);
    if (!is_wide_ || end == 0 || parties_.parties[m.party].type == PartyType::kCompany) return false;
    uint32_t first = end - 1;  // a noun of several characters
    while (first > token_at(m.span.begin) && !is(first, Kind::kBody)) --first;
    return is(first, Kind::kBody) && !is(first, Kind::kCompany) && end - first <= 3;
  }

  // Alrosa’s chief executive, X, told … The company …: the firm of whoever spoke last in this paragraph; -1 where he
  // has none.
  int firm_of_last_speaker(uint32_t at) const {
    if (text_.language != "en" || claims_.empty()) return -1;
    const Claim& last = claims_.back();
    if (last.speaker < 0 || last.block != block_at(at) || last.sentence + 2 < sentence_behind(at)) return -1;
    const Party& speaker = parties_.parties[last.speaker];
    // Norvik said it sold the ship to Cardew. The company …: who spoke, unless it accused another that answers
    if (speaker.type == PartyType::kCompany && !speaker.is_medium && !speaker.is_document && !says_no_ &&
        last.act != Act::kAccuse)
      return last.speaker;
    if (speaker.type != PartyType::kPerson || speaker.affiliation < 0) return -1;
    const Party& firm = parties_.parties[speaker.affiliation];
    const bool is_firm = firm.type == PartyType::kCompany || firm.type == PartyType::kOrganization;
    return is_firm && !firm.is_medium ? speaker.affiliation : -1;
  }

  static bool is_of_word(std::string_view w) {
    for (const std::string_view of : {"der", "des", "von", "vom", "de", "del", "du", "d'"})
      if (w == of) return true;
    return false;
  }

  // X, Geschäftsführerin der Lumotherm GmbH, …; el consejero delegado de Nitratos, …: the firm named next that has
  // somebody to speak for it, of which a lead mostly is; -1 where none has.
  int firm_with_officer(uint32_t at) {
    constexpr size_t kMostNames = 200;
    const size_t from = parties_.first_from(at);
    for (size_t i = from; i < std::min(parties_.mentions.size(), from + kMostNames); ++i) {
      const Mention& m = parties_.mentions[i];
      Party& p = parties_.parties[m.party];
      if (block_at(m.span.begin) > block_at(at) + 4) break;
      const bool unsure =
          p.type == PartyType::kPerson && p.head.empty() && p.gender == 0 && p.affiliation < 0 && p.entity_ids.empty();
      if (p.is_medium || (p.type != PartyType::kCompany && p.type != PartyType::kOrganization && !unsure)) continue;
      uint32_t k = token_at(m.span.begin);
      const uint32_t first = k;
      bool of = false;
      while (k > 0 && first - k < 4 && tok(k - 1).mark == 0 && !is(k - 1, Kind::kPerson) &&
             (is(k - 1, Kind::kDeterminer) || is(k - 1, Kind::kPreposition) || is(k - 1, Kind::kCompany) ||
              tok(k - 1).is_capital))
        of = of || is_of_word(tok(k - 1).fold), --k;
      const auto officer = [&](uint32_t word) {
        return tok(word).mark == 0 && (is(word, Kind::kPerson) || is(word, Kind::kSpokesman));
      };
      if (of && ((k > 0 && officer(k - 1)) || (k > 1 && tok(k - 1).mark == 0 && officer(k - 2)))) {
        if (unsure) p.type = PartyType::kCompany;
        return m.party;
      }
    }
    return -1;
  }

  // Mersin Serbest Bölgesi'nde: a name with the Turkish ending of where, and no list entry, is where something is.
  bool is_place_of(const Mention& m) const {
    const uint32_t after = token_at(m.span.end);
    const Party& p = parties_.parties[m.party];
    if (text_.language != "tr" || after >= text_.tokens.size() || !p.entity_ids.empty()) return false;
    const std::string& word = tok(after).fold;
    if (!word.starts_with("'") && !word.starts_with("\u2019")) return false;
    for (const std::string_view ending : {"da", "de", "ta", "te", "daki", "deki", "taki", "teki"})
      if (word.ends_with(ending)) return p.type == PartyType::kOrganization;
    return false;
  }

  // The company, where none is known: the last name that nothing shows to be a person's.
  int company_by_context(uint32_t at) {
    const uint32_t block = block_at(at);
    for (size_t i = parties_.first_from(at); i-- > 0;) {
      const Mention& m = parties_.mentions[i];
      if (block_at(m.span.begin) + 1 < block) break;
      if (m.span.end > at) continue;
      Party& p = parties_.parties[m.party];
      const bool unsure = (p.type == PartyType::kPerson || p.type == PartyType::kOrganization) && p.head.empty() &&
                          p.gender == 0 && p.affiliation < 0 && p.entity_ids.empty() && !p.is_medium;
      const uint32_t first = token_at(m.span.begin);
      if (!unsure || (first > 0 && (is(first - 1, Kind::kPerson) || is(first - 1, Kind::kTitle)))) continue;
      p.type = PartyType::kCompany;
      return m.party;
    }
    return -1;
  }

  // The ministry: the body of that noun that was spoken of before, though it is no party by name.
  int body_spoken_of(const std::string& head, uint32_t at) {
    for (uint32_t i = token_at(at); i-- > 0 && i + 400 > token_at(at);) {
      // das Ministerium: das Bundeswirtschaftsministerium
      const bool part = text_.language == "de" && head.size() >= 8 && tok(i).fold.size() > head.size() + 2 &&
                        tok(i).fold.ends_with(head);
      if (tok(i).mark != 0 || !is(i, Kind::kBody) || !(tok(i).fold == head || part || alike(tok(i).fold, head)))
        continue;
      if (tok(i).begin >= at) continue;
      for (size_t k = 0; k < spoken_of_.size(); ++k)
        if (spoken_of_[k].first == i) return spoken_of_[k].second;
      uint32_t end = i + 1;  // with the word that says which
      const bool verb_next = has_articles() && end < text_.tokens.size() && !tok(end).is_capital &&
                             !is(end, Kind::kAdjective);  // le ministère tombe des nues, the court upheld
      if (end < text_.tokens.size() && !verb_next && tok(end).mark == 0 && !is(end, Kind::kPreposition) &&
          !is(end, Kind::kCue) && !is(end, Kind::kAuxiliary) && kinds_.kinds[end] == 0)
        ++end;
      uint32_t begin = i;
      const bool modified = text_.language == "en" || text_.language == "de" || text_.language == "tr" || is_slavic();
      if (modified && begin > 0 && tok(begin - 1).mark == 0 && kinds_.kinds[begin - 1] == 0) --begin;
      if (end - begin < 2) continue;
      const Span span{tok(begin).begin, tok(end - 1).end};
      for (const Mention& m : parties_.inside(span)) return m.party;
      Party party;
      party.name = text_.view(span);
      party.type = PartyType::kPublicBody;
      party.head = head;
      party.first = span.begin;
      const int number = parties_.add(std::move(party));
      parties_.insert({span, number});
      spoken_of_.emplace_back(i, number);
      return number;
    }
    return -1;
  }

  // The person named in the next paragraphs right behind the noun of that office; -1 where two are.
  int office_holder(const std::string& head, uint32_t from) const {
    int found = -1;
    for (size_t i = parties_.first_from(from); i < parties_.mentions.size(); ++i) {
      const Mention& m = parties_.mentions[i];
      if (block_at(m.span.begin) > 3) break;
      if (parties_.parties[m.party].type != PartyType::kPerson || m.party == found) continue;
      const uint32_t first = token_at(m.span.begin);
      bool holds = false;
      for (uint32_t k = first; k-- > 0 && first - k <= 6 && !is_terminal_mark(tok(k).mark);)
        holds = holds || tok(k).fold == head || alike(tok(k).fold, head) ||
                (is_wide_ && is(k, Kind::kPerson) && noun_text(k) == head);
      if (!holds) continue;
      if (found >= 0) return -1;
      found = m.party;
    }
    return found;
  }

  bool is_press_office(uint32_t i) const {
    std::vector<Found> found;
    Lexicon::of(text_.language).find(text_.tokens, i, static_cast<uint32_t>(text_.tokens.size()), found);
    return std::any_of(found.begin(), found.end(), [](const Found& f) {
      return f.lexeme->kind == Kind::kSpokesman && f.lexeme->value == "office";
    });
  }
  bool is_published(uint32_t i) const {
    std::vector<Found> found;
    Lexicon::of(text_.language).find(text_.tokens, i, static_cast<uint32_t>(text_.tokens.size()), found);
    return std::any_of(found.begin(), found.end(), [](const Found& f) {
      return f.lexeme->kind == Kind::kDocument && f.lexeme->value == "published";
    });
  }
  // leaked, confidential, internal
  bool is_leaked(const Phrase& phrase) const {
    std::vector<Found> found;
    const uint32_t end = std::min(phrase.end + 6, static_cast<uint32_t>(text_.tokens.size()));
    for (uint32_t i = phrase.begin; i < end; ++i) {  // a report that this paper has seen
      found.clear();
      if (tok(i).mark == 0) Lexicon::of(text_.language).find(text_.tokens, i, end, found);
      for (const Found& f : found)
        if (f.lexeme->kind == Kind::kStop && f.lexeme->value == "leaked") return true;
    }
    return false;
  }
  bool is_publisher(int party) const {
    const Party& p = parties_.parties[party];
    return p.type == PartyType::kOrganization || p.type == PartyType::kPublicBody || p.type == PartyType::kCompany;
  }

  bool has_word(std::string_view name, std::string_view word) const {
    for (const Token& token : tokenize(name, text_.language, 0, 0))
      if (token.fold == word || alike(token.fold, word)) return true;
    return false;
  }

  // The ministry told Reuters, a company linked to X, a lawyer for X: what stands before the word does not describe X.
  bool ends_description(uint32_t i) const {
    if (is(i, Kind::kPossessive)) return true;
    if (is(i, Kind::kPerson) || is(i, Kind::kBody) || is(i, Kind::kCompany) || is(i, Kind::kMedia)) return false;
    return is(i, Kind::kPreposition) || is(i, Kind::kCue) || is(i, Kind::kAuxiliary) || is(i, Kind::kConjunction) ||
           is(i, Kind::kThat);
  }

  // Boreal Mutual, an insurer in Bergen; the insurer Boreal Mutual; компания «X»
  bool described_as(const Mention& m, std::string_view head) const {
    const Party& p = parties_.parties[m.party];
    if (p.head == head) return true;
    const uint32_t first = token_at(m.span.begin), after = token_at(m.span.end);
    if (text_.language == "en" && first > 1 && is_comma_mark(tok(first - 1).mark) && tok(first - 2).fold == head &&
        after < text_.tokens.size() && is_comma_mark(tok(after).mark))
      return true;  // the tanker’s insurer, Nordhav, …
    for (uint32_t k = first; k-- > 0 && first - k <= 3;) {
      if (is_comma_mark(tok(k).mark) || is_terminal_mark(tok(k).mark)) break;
      if (text_.language == "en" && ends_description(k)) break;
      if (tok(k).fold == head || alike(tok(k).fold, head)) return true;
    }
    for (uint32_t k = after; k < text_.tokens.size() && k < after + 8; ++k) {
      if (is_terminal_mark(tok(k).mark)) break;
      if (k > after && is_comma_mark(tok(k).mark)) break;
      if (k > after && is_slavic() && (is(k, Kind::kPreposition) || is(k, Kind::kCue)))
        break;  // Схема, по версии издания, …
      if (k > after && text_.language == "en" && (tok(k).fold == "whose" || tok(k).fold == "who")) break;
      if (k == after && !is_comma_mark(tok(k).mark) && tok(k).mark != U'(') break;
      if (tok(k).fold == head) return true;
    }
    return false;
  }

  const Text& text_;
  const TokenKinds& kinds_;
  const std::vector<Sentence>& sentences_;
  Parties& parties_;
  std::vector<Claim> claims_;
  std::vector<std::pair<std::string, int>> bodies_;     // state and noun
  std::vector<std::pair<std::string, int>> described_;  // number word and party
  std::vector<std::pair<std::string, int>> published_;  // noun of the publication and whose it is
  std::vector<std::pair<uint32_t, int>> spoken_of_;     // token of a body's noun and the party made of it
  int page_ = -1;
  bool strong_ = false;
  Span accused_, last_accused_;  // whom the claim before accuses, where this one denies; of the claim just added
  bool says_no_ = false;         // the claim that is settled denies, or says no in its words
  bool is_wide_ = false;
};

}  // namespace

std::vector<Claim> settle_speakers(const Text& text, const TokenKinds& kinds, const std::vector<Sentence>& sentences,
                                   const std::vector<Attribution>& attributions, Parties& parties) {
  return SpeakerFinder(text, kinds, sentences, parties).settle(attributions);
}

int origin_of(const Parties& parties, int party) {
  for (int steps = 0; party >= 0 && steps < 8; ++steps) {
    const Party& p = parties.parties[party];
    const int next = p.affiliation >= 0 ? p.affiliation : p.group >= 0 ? p.group : p.boss;
    if (next < 0 || next == party) break;
    party = next;
  }
  return party;
}

}  // namespace cordon::reading
