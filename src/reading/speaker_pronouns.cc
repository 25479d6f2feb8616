// He, they, a bare verb: whom the page spoke of before.

#include <algorithm>
#include <unordered_set>

#include "reading/slavic_words.h"
#include "reading/speaker_finder.h"
#include "reading/text_words.h"

namespace cordon::reading {

bool SpeakerFinder::is_person_like(int party) const {
  const Party& p = parties_.parties[party];
  return p.type == PartyType::kPerson || (p.type == PartyType::kUnnamed && !p.is_document && !p.is_medium);
}

// The first sentence that ends behind `byte`.
size_t SpeakerFinder::sentence_behind(uint32_t byte) const {
  return static_cast<size_t>(std::upper_bound(sentences_.begin(), sentences_.end(), byte,
                                              [](uint32_t b, const Sentence& s) { return b < s.span.end; }) -
                             sentences_.begin());
}

// accounts, photographs; not: analysis.
bool SpeakerFinder::is_plural_noun(std::string_view noun) {
  return noun.ends_with("s") && !noun.ends_with("ss") && !noun.ends_with("is");
}

// It is contained in a complaint. It says …: the document that the sentence before names last; -1 where none is.
int SpeakerFinder::document_before(uint32_t at) {
  const size_t s = sentence_behind(at);
  if (s == 0 || sentences_[s - 1].block != sentences_[std::min(s, sentences_.size() - 1)].block) return -1;
  const std::vector<Unit>& units = sentences_[s - 1].units;
  for (size_t i = units.size(); i-- > 1;) {
    if (!units[i].is(Kind::kDocument) || units[i].quote >= 0) continue;
    if (is_plural_noun(tok(units[i].token_end - 1).fold)) continue;  // accounts: not “it”
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
int SpeakerFinder::named_behind_comma(const Sentence& sentence, size_t i) const {
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
int SpeakerFinder::described_since(const Claim& claim, uint32_t at, std::string_view kind) {
  const size_t s = sentence_behind(at);
  // The ministry was plainer: it had no deal, it said
  if (s < sentences_.size() && s > claim.sentence && text_.language == "en" && has_colon_before(sentences_[s], at))
    if (const int here = described_at_head(sentences_[s], at, kind); here >= 0) return here;
  if (s == 0 || s - 1 <= claim.sentence) return -1;
  return described_at_head(sentences_[s - 1], at, kind);
}

// I repeat what traders tell me. They say …: the people whom the sentence before names last, where nobody spoke in it
// whom “they” could mean; -1 where it names none.
int SpeakerFinder::many_before(uint32_t at) {
  const size_t s = sentence_behind(at);
  if (s == 0 || s >= sentences_.size() || sentences_[s - 1].block != sentences_[s].block) return -1;
  if (!claims_.empty() && claims_.back().sentence + 1 >= s && claims_.back().speaker >= 0) {
    const Party& last = parties_.parties[claims_.back().speaker];
    if (last.is_plural || last.is_counted || last.type == PartyType::kCompany || last.type == PartyType::kOrganization)
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

// The prosecutors have all three, they say: the people with whom the sentence itself begins; -1 where it does not.
int SpeakerFinder::many_at_head(uint32_t at) {
  const size_t s = sentence_behind(at);
  if (s >= sentences_.size() || sentences_[s].span.begin >= at) return -1;
  const std::vector<Unit>& units = sentences_[s].units;
  for (size_t i = 0; i < units.size() && i < 5 && units[i].span.end < at; ++i) {
    const Unit& unit = units[i];
    if (unit.mark != 0 || unit.quote >= 0 || unit.is(Kind::kPreposition) || unit.is(Kind::kAuxiliary)) return -1;
    if (!unit.is(Kind::kPerson) || !is_many(unit.token)) continue;
    const Span span{units[0].span.begin, unit.span.end};
    std::string_view rule;
    return describe(span, analyze(span), at, rule);
  }
  return -1;
}

// The central bank: a body by two words, of which the second alone is a firm; empty where the head is none.
std::string SpeakerFinder::two_word_body(const Phrase& phrase) const {
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
int SpeakerFinder::firm_behind_comma(const Sentence& sentence, size_t i) const {
  if (i + 2 >= sentence.units.size() || !is_comma_mark(sentence.units[i + 1].mark)) return -1;
  const uint32_t begin = sentence.units[i + 2].span.begin;
  for (const Mention& m : parties_.inside({begin, sentence.span.end}))
    if (m.span.begin == begin && parties_.parties[m.party].type != PartyType::kState) return m.party;
  return -1;
}

// officials, lawyers: a noun of more than one.
bool SpeakerFinder::is_many(uint32_t i) const {
  std::vector<Found> found;
  Lexicon::of(text_.language).find(text_.tokens, i, i + 1, found);
  return std::ranges::any_of(found, [](const Found& f) {
    return f.lexeme->detail == "many" && (f.lexeme->kind == Kind::kPerson || f.lexeme->kind == Kind::kSourceWord);
  });
}

bool SpeakerFinder::has_colon_before(const Sentence& sentence, uint32_t at) {
  return std::ranges::any_of(sentence.units,
                             [&](const Unit& unit) { return unit.span.begin < at && is_colon_mark(unit.mark); });
}

// Under the deal, announced by the ministry, the firm will pay: the unit at which the subject begins behind what a
// preposition puts first; 0 where no preposition does.
size_t SpeakerFinder::behind_lead(const Sentence& sentence) {
  const std::vector<Unit>& units = sentence.units;
  if (units.empty() || !units[0].is(Kind::kPreposition)) return 0;
  size_t begin = 0;
  for (size_t i = 1; i + 2 < units.size() && i < 16; ++i) {
    if (units[i].quote >= 0 || units[i].is(Kind::kAuxiliary)) break;
    if (is_comma_mark(units[i].mark) && (units[i + 1].is(Kind::kDeterminer) || units[i + 1].is(Kind::kPossessive)))
      begin = i + 1;
  }
  return begin;
}

// Whom or what the first words of the sentence describe; -1 where they do not.
int SpeakerFinder::described_at_head(const Sentence& sentence, uint32_t at, std::string_view kind) {
  const bool person = kind == "he" || kind == "she";
  if (const int one = person ? one_of_at_head(sentence, at) : -1; one >= 0) return one;
  const size_t first = text_.language == "en" ? behind_lead(sentence) : 0;
  for (size_t i = first; i < sentence.units.size() && i < first + 6; ++i) {
    const Unit& unit = sentence.units[i];
    if ((unit.mark != 0 && !is_quote_mark(unit.mark)) || unit.quote >= 0 || unit.is(Kind::kAuxiliary) ||
        unit.is(Kind::kCue) || unit.is(Kind::kPreposition))
      break;
    const bool owner = person && text_.language == "en" && i + 1 < sentence.units.size() &&
                       tok(sentence.units[i + 1].token).fold == "'s";  // The owner’s brother
    if (owner || (person ? !unit.is(Kind::kPerson) && !is_trade_with_who(sentence, i)
                         : !(unit.is(Kind::kBody) || unit.is(Kind::kCompany))))
      continue;
    size_t end = i + 1;  // A man who packed parcels for X until last summer tells it differently
    if (person && end < sentence.units.size() && tok(sentence.units[end].token).fold == "who")
      for (++end; end + 1 < sentence.units.size() && sentence.units[end].mark == 0 && sentence.units[end].quote < 0 &&
                  !(sentence.units[end].is(Kind::kCue) && end > i + 2);)
        ++end;
    if (const int name = person ? named_behind_comma(sentence, i) : -1; name >= 0) return name;
    Span span{first > 0 ? sentence.units[first].span.begin : sentence.span.begin, sentence.units[end - 1].span.end};
    if (person && text_.language == "en") span = with_name(span);  // Anna Weber’s colleague Tom Carver agrees
    if (text_.language == "en") span.begin = std::max(span.begin, behind_subordinator(sentence, i));
    const Phrase phrase = analyze(span);
    std::string_view rule;
    return phrase.name >= 0 && end == i + 1 ? phrase.name : describe(span, phrase, at, rule);
  }
  return -1;
}

// An insurer, who asked not to be named, was blunter. He …: a noun of firms that is somebody by his trade.
bool SpeakerFinder::is_trade_with_who(const Sentence& sentence, size_t i) const {
  if (text_.language != "en" || !sentence.units[i].is(Kind::kCompany)) return false;
  for (size_t k = i + 1; k < sentence.units.size() && k < i + 3; ++k)
    if (tok(sentence.units[k].token).fold == "who") return true;
  return false;
}

// Whether the buyer knew is disputed: where the words for the buyer, unit `noun`, begin.
uint32_t SpeakerFinder::behind_subordinator(const Sentence& sentence, size_t noun) {
  size_t first = 0;
  while (first < noun && (sentence.units[first].is(Kind::kWhether) || sentence.units[first].is(Kind::kSubordinator) ||
                          sentence.units[first].is(Kind::kConjunction)))
    ++first;
  return sentence.units[first].span.begin;
}

// Gender by the article of a singular noun: 1 le, el, der; 2 la, une, die; 0 where it does not tell.
int SpeakerFinder::article_gender(std::string_view w) {
  for (const std::string_view he : {"le", "un", "ce", "cet", "el", "este", "ese", "der"})
    if (w == he) return 1;
  for (const std::string_view she : {"la", "une", "cette", "una", "esta", "esa", "die", "eine"})
    if (w == she) return 2;
  return 0;
}

// ein Mitarbeiter, un porte-parole: one, though the noun has a plural of the same form.
bool SpeakerFinder::is_singular_article(std::string_view w) {
  for (const std::string_view one : {"ein", "eine", "einem", "einen", "un", "une", "una", "le", "la", "el", "der"})
    if (w == one) return true;
  return false;
}

// À Windhoek, le ministère tombe des nues. …, fait-il savoir: the subject of the sentence before, which holds no
// claim, where its gender is the pronoun's; a leading adverbial is passed over.
int SpeakerFinder::subject_described(uint32_t at, std::string_view kind) {
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
           (units[end].is(Kind::kAdjective) || units[end].is(Kind::kPreposition) || units[end].is(Kind::kDeterminer) ||
            !parties_.inside(units[end].span).empty()))
      ++end;
    while (end > k + 1 && (units[end - 1].is(Kind::kPreposition) || units[end - 1].is(Kind::kDeterminer))) --end;
    span.end = units[end - 1].span.end;
    if (end < units.size() && is_comma_mark(units[end].mark) && noun.is(Kind::kPerson))
      if (const int named = person_behind(sentence, units[end].span.end); named >= 0) return named;
    const Phrase phrase = analyze(span);
    std::string_view rule;
    return phrase.name >= 0 ? phrase.name : describe(span, phrase, at, rule);
  }
  return -1;
}

// The phrase of the noun at unit `i` with its adjectives and numbers and a genitive behind it: двое сотрудников
// литовской таможни.
Span SpeakerFinder::slavic_phrase(const std::vector<Unit>& units, size_t i) const {
  size_t begin = i, end = i + 1;
  while (begin > 0 && units[begin - 1].mark == 0 && units[begin - 1].quote < 0 &&
         !units[begin - 1].is(Kind::kPreposition) && !units[begin - 1].is(Kind::kCue) &&
         (units[begin - 1].is(Kind::kDeterminer) ||
          may_be_adjective(tok(units[begin - 1].token).fold, text_.language) ||
          tok(units[begin - 1].token).fold.ends_with("го")))
    --begin;
  while (end < units.size() && end < i + 4 && units[end].mark == 0 && units[end].quote < 0 &&
         !units[end].is(Kind::kPreposition) && !units[end].is(Kind::kCue) && !units[end].is(Kind::kAuxiliary) &&
         !units[end].is(Kind::kConjunction) && !units[end].is(Kind::kAdverb) && !units[end].is(Kind::kNegation) &&
         !may_be_verb(tok(units[end].token).fold, text_.language))
    ++end;
  return {units[begin].span.begin, units[end - 1].span.end};
}

// Авторы опирались на рассказ бывшего менеджера фирмы. Тот утверждает, …: the one person whom this sentence speaks of
// last before `at`, or the sentence before it. -1 where none is.
int SpeakerFinder::person_spoken_of(uint32_t at) {
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
int SpeakerFinder::counted_before(uint32_t at) {
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

int SpeakerFinder::pronoun_speaker(std::string_view kind, uint32_t at) {
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
      return !p.is_plural && !(p.gender == 1 && kind == "she") && !(p.gender == 2 && kind == "he") &&
             !(is_slavic() && (p.is_medium || p.type == PartyType::kVessel));
    if (kind == "he") return is_person_like(party) && !p.is_plural && p.gender != 2;
    if (kind == "she") return is_person_like(party) && !p.is_plural && p.gender != 1;
    if (kind == "it" && text_.language == "en" && p.is_document && is_plural_noun(p.head)) return false;
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
  if (kind == "it" && text_.language == "en")
    if (const int own = subject_of_tail(at); own >= 0 && fits(own)) return own;
  if (kind == "they" && is_slavic())
    if (const int many = counted_before(at); many >= 0) return many;
  if (is_slavic() && (kind == "he" || kind == "she"))
    if (const int subject = subject_before_colon(at); subject >= 0 && fits(subject)) return subject;
  // По данным «Курьера», фирму контролирует бывший депутат. Он …: no paper, but whom it spoke of last
  if (is_slavic() && (kind == "he" || kind == "she") && !claims_.empty() && claims_.back().speaker >= 0 &&
      parties_.parties[claims_.back().speaker].is_medium && claims_.back().sentence + 1 >= sentence_behind(at))
    if (const int person = person_spoken_of(at); person >= 0 && fits(person)) return person;
  if (text_.language == "en" && kind != "they" && !claims_.empty() &&
      (says_of_self(claims_.back()) || (claims_.back().speaker >= 0 && !fits(claims_.back().speaker))))
    if (const int asked = asked_before(at, kind); asked >= 0 && fits(asked)) return asked;
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
    if (asks_and_is_answered(i, kind, at))
      return claims_[i - 1].speaker;  // “Why?” asked the judge. “For money,” he said
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
    if (text_.language == "en" && (kind == "he" || kind == "she"))
      if (const int here = person_of_sentence(at, kind); here >= 0) return here;
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
  if (text_.language == "en" && kind == "they")
    if (const int many = many_at_head(at); many >= 0) return many;
  if (text_.language == "en")
    if (const int meant = outside_the_content(kind, at); meant >= 0 && fits(meant)) return meant;
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

// Contrail will release its data next week, it said: the body or firm with whose name the sentence begins, where the
// pronoun at `at` stands behind a comma; -1 where it begins with none.
int SpeakerFinder::subject_of_tail(uint32_t at) const {
  const size_t s = sentence_behind(at);
  const uint32_t pronoun = token_at(at);
  if (s >= sentences_.size() || sentences_[s].span.begin >= at || pronoun == 0 || !is_comma_mark(tok(pronoun - 1).mark))
    return -1;
  for (const Mention& m : parties_.inside({sentences_[s].span.begin, at})) {
    const uint32_t first = token_at(m.span.begin), after = token_at(m.span.end);
    const uint32_t opens = token_at(sentences_[s].span.begin);
    if (first != opens && !(first == opens + 1 && is(opens, Kind::kDeterminer))) return -1;
    const PartyType type = parties_.parties[m.party].type;
    const bool speaks = type == PartyType::kOrganization || type == PartyType::kCompany;
    return speaks && after < pronoun && is(after, Kind::kAuxiliary) ? m.party : -1;
  }
  return -1;
}

// Его коллега Криступас Вайтекунас был осторожнее: он считает, …: the person named first before the colon, where no
// preposition stands before him; -1 where nobody is.
int SpeakerFinder::subject_before_colon(uint32_t at) const {
  const size_t s = sentence_behind(at);
  if (s >= sentences_.size() || !has_colon_before(sentences_[s], at)) return -1;
  for (const Mention& m : parties_.inside({sentences_[s].span.begin, at})) {
    if (parties_.parties[m.party].type != PartyType::kPerson) continue;
    const uint32_t first = token_at(m.span.begin);
    return first > 0 && is(first - 1, Kind::kPreposition) ? -1 : m.party;
  }
  return -1;
}

// The first person in `span` of whom a given name or title tells that “he” or “she” fits; -1 where none is.
int SpeakerFinder::known_gender_in(Span span, std::string_view kind) const {
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
int SpeakerFinder::subject_just_before(uint32_t at, std::string_view kind) {
  const size_t s = sentence_behind(at);
  if (s == 0 || s >= sentences_.size() || sentences_[s - 1].block != sentences_[s].block) return -1;
  const Sentence& before = sentences_[s - 1];
  if (kind != "it")  // by the given name: Rostov Metall is owned by Pavel Grin. He …
    if (const int known = known_gender_in(before.span, kind); known >= 0) return known;
  constexpr uint32_t kNear = 40;  // bytes
  const size_t lead = text_.language == "en" ? behind_lead(before) : 0;
  const uint32_t from = before.units.empty() ? before.span.begin : before.units[lead].span.begin;
  for (const Mention& m : parties_.inside({from, before.span.end})) {
    const Party& p = parties_.parties[m.party];
    const uint32_t first = token_at(m.span.begin), after = token_at(m.span.end);
    if (m.span.begin > from + kNear) break;
    if (p.type == PartyType::kState || p.type == PartyType::kUnnamed || p.type == PartyType::kVessel) continue;
    if (first > 0 && m.span.begin > before.span.begin && is(first - 1, Kind::kPreposition)) continue;
    if (after < text_.tokens.size() && (tok(after).fold == "'s" || tok(after).mark == U'\'')) continue;  // Mirov’s firm
    if ((kind == "it") == (p.type != PartyType::kPerson)) return m.party;
    if (kind == "it") break;  // a person did it
  }
  return described_at_head(before, at, kind);
}

// One of them, Crédit Valaisan, said …; it declined …: a name that only looks like a person’s, in the same sentence.
bool SpeakerFinder::is_firm_after_all(const Claim& claim, uint32_t at) {
  return text_.language == "en" && claim.sentence == sentence_behind(at) && is_unsure_firm(claim);
}

// manager, owner, operator: a noun that a firm has as well as a person.
bool SpeakerFinder::is_firm_noun(std::string_view noun) const {
  const std::vector<Token> tokens = tokenize(noun, text_.language, 0, 0);
  return !tokens.empty() &&
         Lexicon::of(text_.language).has(tokens, 0, static_cast<uint32_t>(tokens.size()), {Kind::kCompany});
}

// Its researcher, Emil Okafor, had found 300, he said: the person whom the sentence names before `at`; -1 where none
// is.
int SpeakerFinder::person_of_sentence(uint32_t at, std::string_view kind) const {
  const size_t s = sentence_behind(at);
  if (s >= sentences_.size() || sentences_[s].span.begin >= at) return -1;
  for (const Mention& m : parties_.inside({sentences_[s].span.begin, at})) {
    const Party& p = parties_.parties[m.party];
    const uint32_t after = token_at(m.span.end);
    if (after < text_.tokens.size() && (tok(after).fold == "'s" || tok(after).mark == U'\'')) continue;
    if (p.type == PartyType::kPerson && p.gender != (kind == "he" ? 2 : 1)) return m.party;
  }
  return -1;
}

// He answered that …: is the first verb behind `at` one of answering?
bool SpeakerFinder::replies(uint32_t at) const {
  const uint32_t here = token_at(at);
  std::vector<Found> found;
  for (uint32_t i = here; i < text_.tokens.size() && i < here + 4 && tok(i).mark == 0; ++i)
    Lexicon::of(text_.language).find(text_.tokens, i, i + 1, found);
  return std::ranges::any_of(found, [](const Found& f) {
    return f.lexeme->kind == Kind::kCue && f.lexeme->detail.find("reply") != std::string::npos;
  });
}

// Does the last claim, number `i`, ask something that the pronoun at `at` of the next sentence answers: did another
// speak before who could be meant?
bool SpeakerFinder::asks_and_is_answered(size_t i, std::string_view kind, uint32_t at) const {
  if (text_.language != "en" || i + 1 != claims_.size() || i == 0 || (kind != "he" && kind != "she")) return false;
  const Claim& ask = claims_[i];
  if (ask.act != Act::kAsk || ask.content.empty() || ask.sentence + 1 != sentence_behind(at)) return false;
  // He asked whether it was true. He had doubts. Not: … He answered that …
  if (ask.content.front().begin > ask.cue.begin && !replies(at)) return false;
  const Claim& before = claims_[i - 1];
  if (before.speaker < 0 || before.speaker == ask.speaker || before.block + 1 < ask.block) return false;
  const Party& p = parties_.parties[before.speaker];
  return is_person_like(before.speaker) && !p.is_plural && p.gender != (kind == "he" ? 2 : 1);
}

// Is who speaks in `claim` called a person only for want of anything that tells?
bool SpeakerFinder::is_unsure_firm(const Claim& claim) {
  Party& p = parties_.parties[claim.speaker];
  const bool one_of = p.type == PartyType::kUnnamed && p.group >= 0 && !is_person_like(p.group);
  const bool firm_noun = !p.head.empty() && is_firm_noun(p.head);  // its manager, Selat Line
  const bool unsure = p.type == PartyType::kPerson && p.gender == 0 && (p.affiliation < 0 || firm_noun) &&
                      p.entity_ids.empty() && (p.head.empty() || p.group >= 0 || firm_noun);
  if (unsure) p.type = PartyType::kOrganization;
  return one_of || unsure;
}

// Reyl argues that …. Whether it is, he says, …: a name that only looks like a firm’s, in this sentence or the one
// before it.
bool SpeakerFinder::is_person_after_all(const Claim& claim, uint32_t at) {
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
int SpeakerFinder::person_since(const Claim& claim, uint32_t at) const {
  const uint32_t block = block_at(at);
  if (claim.block >= block) return -1;
  for (size_t i = parties_.first_from(at); i-- > 0;) {
    const Mention& m = parties_.mentions[i];
    if (block_at(m.span.begin) < block) break;
    if (m.span.end <= at && parties_.parties[m.party].type == PartyType::kPerson) return m.party;
  }
  return -1;
}

// Nordtec gehört Marko Petrović. Er …: the person to whom it belongs; -1 where the words say nothing of an owner.
int SpeakerFinder::owner_of(const Mention& m, const Sentence& sentence) const {
  const uint32_t verb = token_at(m.span.end);
  if (verb >= text_.tokens.size() || !has_stop(verb, "belongs")) return -1;
  for (const Mention& owner : parties_.inside({m.span.end, sentence.span.end}))
    if (parties_.parties[owner.party].type == PartyType::kPerson && owner.party != m.party) return owner.party;
  return -1;
}

// A name at the head of a sentence that stands between `claim` and `at` and holds no claim.
int SpeakerFinder::subject_since(const Claim& claim, uint32_t at, std::string_view kind) const {
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
      if (kind == "he" || kind == "she")
        if (const int owner = owner_of(m, sentence); owner >= 0) return owner;
      if ((kind == "he" || kind == "she") == (p.type == PartyType::kPerson)) return m.party;
    }
  }
  return -1;
}

uint32_t SpeakerFinder::block_at(uint32_t byte) const {
  const auto found = std::upper_bound(text_.blocks.begin(), text_.blocks.end(), byte);
  return static_cast<uint32_t>(found - text_.blocks.begin()) - 1;
}

// لقناة, بالصحافيين: an Arabic noun of a medium or a person with its preposition attached.
bool SpeakerFinder::is_attached_dative(uint32_t i) const {
  const std::string_view word = tok(i).fold;
  if (word.starts_with("بال") || word.starts_with("لل")) return true;
  return word.starts_with("ل") && is(i, Kind::kMedia);
}

// mahkemeye, toplantıda, şirketten: whom, where, whence
bool SpeakerFinder::is_turkish_oblique(uint32_t i) const {
  if (text_.language != "tr" || tok(i).is_capital) return false;
  for (const std::string_view ending : {"ye", "ya", "na", "ne", "da", "de", "ta", "te", "dan", "den", "tan", "ten"})
    if (tok(i).fold.size() > 6 && tok(i).fold.ends_with(ending)) return true;
  return false;
}

// Müşterilerinin, yetkililerin: of whom something is, in Turkish; no subject.
bool SpeakerFinder::is_plural_genitive(uint32_t i) const {
  const std::string_view word = tok(i).fold;
  for (const std::string_view ending : {"larının", "lerinin", "ların", "lerin"})
    if (word.size() > ending.size() + 2 && word.ends_with(ending)) return true;
  return false;
}

int SpeakerFinder::speaker_before(const Attribution& a, Claim& claim) {
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
  // Его фирма, заверил в письме, ничего не продавала: the subject of what is said does not say it
  const bool parted = is_slavic() && a.content.size() > 1 && a.content.front().end <= a.cue.begin &&
                      a.content.back().begin >= a.cue.end;
  if (!parted)
    if (const int party = subject_of_sentence(a, a.sentence, claim); party >= 0) return party;
  // Pardo pasó tres años en la cárcel. Insiste en que …: the subject of the sentence before
  size_t spoken = claims_.size();  // Preguntada por el contrato, se limitó a decir …: the question has no speaker
  while (spoken > 0 && claims_[spoken - 1].sentence == a.sentence && claims_[spoken - 1].speaker < 0) --spoken;
  const bool silent_before = spoken == 0 || (claims_[spoken - 1].sentence + 1 < a.sentence && a.sentence > 0 &&
                                             sentences_[a.sentence - 1].block == sentences_[a.sentence].block);
  if (text_.language == "es" && a.sentence > 0 && silent_before) {
    const Sentence& before = sentences_[a.sentence - 1];
    const auto comma = std::ranges::find_if(before.units, [](const Unit& unit) { return is_comma_mark(unit.mark); });
    if (before.block == sentences_[a.sentence].block && comma != before.units.end())
      if (const int named = person_behind(before, comma->span.end); named >= 0) {  // El gerente, Íñigo Sáez, recibió …
        claim.speaker_rule = "subject of the sentence before";
        claim.speaker_span = {before.span.begin, comma->span.begin};
        return named;
      }
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

// Consultado, interrogé, auf die Frage: a participle or phrase that says that somebody was asked.
bool SpeakerFinder::is_asked(const Unit& unit) {
  return std::ranges::any_of(unit.lexemes, [](const Lexeme* l) {
    return l->kind == Kind::kCue && l->value == "ask" && l->detail == "ask bare";
  });
}

// In Tashkent, …: does a comma stand behind the first few words?
bool SpeakerFinder::opens_with_comma(const Sentence& sentence) {
  for (size_t i = 1; i < sentence.units.size() && i < 7; ++i)
    if (is_comma_mark(sentence.units[i].mark)) return true;
  return false;
}

// On Monday the ministry …: where the words behind the time begin; the sentence's beginning where no time stands.
uint32_t SpeakerFinder::behind_time(const Sentence& sentence) {
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
int SpeakerFinder::person_behind(const Sentence& sentence, uint32_t byte) const {
  const uint32_t first = token_at(sentence.span.begin), comma = token_at(byte);
  if (!(is(first, Kind::kDeterminer) || is(first, Kind::kPossessive)) || comma > first + 7) return -1;
  for (const Mention& m : parties_.inside({byte, sentence.span.end}))
    if (m.span.begin <= byte + 2 && parties_.parties[m.party].type == PartyType::kPerson) return m.party;
  return -1;
}

// 一名曾在“东礁”号上工作的轮机员向本报展示视频: where the noun ends that the words with marks at `byte` describe; 0
// where none stands in the clause.
uint32_t SpeakerFinder::described_end(const Sentence& sentence, uint32_t byte) const {
  bool of = false;
  for (const Unit& unit : sentence.units) {
    if (unit.span.begin < byte) continue;
    if (is_comma_mark(unit.mark) || is_terminal_mark(unit.mark) || unit.quote >= 0) return 0;
    if (of && (unit.is(Kind::kPerson) || unit.is(Kind::kBody) || unit.is(Kind::kCompany))) return unit.span.end;
    of = text_.view(unit.span).ends_with("的");
  }
  return 0;
}

int SpeakerFinder::subject_of_sentence(const Attribution& a, uint32_t number, Claim& claim) {
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
    // Consultado por la carta, dijo que …: about what he was asked
    if (is_western() && text_.language != "en" && unit.span.begin == sentence.span.begin && is_asked(unit)) {
      aside = opens_with_comma(sentence);
      continue;
    }
    // 不过，一名船员出示合同，称 …: a word that joins, and a comma
    if (is_wide_ && subject.empty() && is_comma_mark(unit.mark) && &unit == &sentence.units.front() + 1 &&
        (sentence.units[0].is(Kind::kConjunction) || sentence.units[0].is(Kind::kAdverb) ||
         sentence.units[0].is(Kind::kSubordinator))) {
      from = unit.span.end;
      continue;
    }
    if (is_wide_ && subject.empty() && is_quote_mark(unit.mark) && unit.span.begin < a.cue.begin)
      if (const uint32_t end = described_end(sentence, unit.span.end); end > 0 && end <= a.cue.begin) {
        subject = {from, end};
        break;
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
void SpeakerFinder::name_interviewers() {
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
Span SpeakerFinder::with_name(Span span) const {
  const uint32_t end = token_at(span.end);
  const size_t next = parties_.first_from(span.end);
  if (end == 0 || end >= text_.tokens.size() || next >= parties_.mentions.size()) return span;
  if (text_.language == "tr") return span;  // eski bir işçi Kanal Körfez'e anlattı: who is told
  const Mention& m = parties_.mentions[next];
  if (token_at(m.span.begin) != end || tok(end).block != tok(end - 1).block) return span;
  const Party& next_party = parties_.parties[m.party];
  if (next_party.type != PartyType::kPerson || next_party.is_medium || is(end, Kind::kOutlet)) return span;
  for (uint32_t i = is_wide_ ? end - 1 : token_at(span.begin); i < end; ++i)
    if (is(i, Kind::kTitle) || is(i, Kind::kPerson) || is(i, Kind::kSpokesman)) {
      span.end = m.span.end;
      break;
    }
  return span;
}

// Römorkör sahibi mahkemeye geldi. … anlattı: who is the subject of the sentence before, which has no claim itself,
// where the verb alone says who speaks. -1 where nobody could be.
int SpeakerFinder::subject_before(const Attribution& a, Claim& claim) {
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

}  // namespace cordon::reading
