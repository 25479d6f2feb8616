// The company, the ministry, the agency: which party of the page such a noun stands for.
#include <algorithm>

#include "reading/speaker_finder.h"
#include "reading/text_words.h"

namespace cordon::reading {

// The ministry is no embassy, though both are bodies.
bool SpeakerFinder::is_embassy(int party) {
  const Party& p = parties_.parties[party];
  return p.head == "embassy" || has_word(p.name, "embassy");
}

// The party that “the company”, “the ministry” stands for.
int SpeakerFinder::known_description(const std::string& head, PartyType type, bool medium, uint32_t at, bool article) {
  int by_head = -1, by_type = -1, by_kind = -1;
  const size_t last = parties_.first_from(at);
  for (size_t i = last; i-- > 0 && i + 2000 > last;) {
    const Mention& m = parties_.mentions[i];
    const Party& p = parties_.parties[m.party];
    if (p.type == PartyType::kPerson || p.type == PartyType::kState || p.type == PartyType::kVessel || p.is_document)
      continue;
    if (p.type == PartyType::kUnnamed && p.head != head) continue;
    if (p.is_medium && !medium && is_western()) continue;  // contacté par l’AFP, le groupe …
    if (by_head < 0 && !is_in_place(m) && (described_as(m, head) || has_word(p.name, head))) by_head = m.party;
    if (by_kind < 0 && !medium && !is_in_place(m) && !p.is_medium && p.type == type && i + 40 > last) by_kind = m.party;
    if (by_type < 0 && p.type != PartyType::kUnnamed && !is_place_of(m) &&
        !(text_.language == "en" && head == "ministry" && is_embassy(m.party)) &&
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

// Alrosa’s chief executive, X, told … The company …: the firm of whoever spoke last in this paragraph; -1 where he
// has none.
int SpeakerFinder::firm_of_last_speaker(uint32_t at) {
  if (text_.language != "en" || claims_.empty()) return -1;
  const Claim& last = claims_.back();
  if (last.speaker < 0 || last.block != block_at(at) || last.sentence + 2 < sentence_behind(at)) return -1;
  const Party& speaker = parties_.parties[last.speaker];
  // Norvik said it sold the ship to Cardew. The company …: who spoke, unless it accused another that answers
  if (speaker.type == PartyType::kCompany && !speaker.is_medium && !speaker.is_document && !says_no_ &&
      last.act != Act::kAccuse)
    return last.speaker;
  if (is_firm_by_noun(speaker)) {
    parties_.parties[last.speaker].type = PartyType::kCompany;
    return last.speaker;
  }
  if (speaker.type != PartyType::kPerson || speaker.affiliation < 0) return -1;
  const Party& firm = parties_.parties[speaker.affiliation];
  const bool is_firm = firm.type == PartyType::kCompany || firm.type == PartyType::kOrganization;
  return is_firm && !firm.is_medium ? speaker.affiliation : -1;
}

// X, Geschäftsführerin der Lumotherm GmbH, …; el consejero delegado de Nitratos, …: the firm named next that has
// somebody to speak for it, of which a lead mostly is; -1 where none has.
int SpeakerFinder::firm_with_officer(uint32_t at) {
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

// The company, where none is known: the last name that nothing shows to be a person's.
int SpeakerFinder::company_by_context(uint32_t at) {
  const uint32_t block = block_at(at);
  for (size_t i = parties_.first_from(at); i-- > 0;) {
    const Mention& m = parties_.mentions[i];
    if (block_at(m.span.begin) + 1 < block) break;
    if (m.span.end > at) continue;
    Party& p = parties_.parties[m.party];
    const bool unsure = (p.type == PartyType::kPerson || p.type == PartyType::kOrganization) && p.head.empty() &&
                        p.gender == 0 && p.affiliation < 0 && p.entity_ids.empty() && !p.is_medium;
    const uint32_t first = token_at(m.span.begin);
    if (!unsure || is_in_place(m) || (first > 0 && (is(first - 1, Kind::kPerson) || is(first - 1, Kind::kTitle))))
      continue;
    p.type = PartyType::kCompany;
    return m.party;
  }
  return -1;
}

// The ministry: the body of that noun that was spoken of before, though it is no party by name.
int SpeakerFinder::body_spoken_of(const std::string& head, uint32_t at) {
  for (uint32_t i = token_at(at); i-- > 0 && i + 400 > token_at(at);) {
    // das Ministerium: das Bundeswirtschaftsministerium
    const bool part = text_.language == "de" && head.size() >= 8 && tok(i).fold.size() > head.size() + 2 &&
                      tok(i).fold.ends_with(head);
    if (tok(i).mark != 0 || !is(i, Kind::kBody) || !(tok(i).fold == head || part || alike(tok(i).fold, head))) continue;
    if (tok(i).begin >= at) continue;
    for (size_t k = 0; k < spoken_of_.size(); ++k)
      if (spoken_of_[k].first == i) return spoken_of_[k].second;
    if (text_.language == "en")
      if (const int body = state_body_at(i, head); body >= 0) {
        spoken_of_.emplace_back(i, body);
        return body;
      }
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

// The public body that spoke last, in this sentence or the two before it; -1 where somebody else did.
int SpeakerFinder::office_speaking(uint32_t at) const {
  if (claims_.empty() || claims_.back().speaker < 0 || claims_.back().sentence + 2 < sentence_behind(at)) return -1;
  const Party& p = parties_.parties[claims_.back().speaker];
  return p.type == PartyType::kPublicBody && !p.is_medium && !p.is_document ? claims_.back().speaker : -1;
}

// Boreal Mutual, an insurer in Bergen; the insurer Boreal Mutual; компания «X»
bool SpeakerFinder::described_as(const Mention& m, std::string_view head) const {
  const Party& p = parties_.parties[m.party];
  if (p.head == head || (text_.language == "fa" && is_joined_form(p.head, head))) return true;
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
    // به گزارش X، این شرکت …
    // What is pointed at is another than who stands before the comma.
    if (text_.language == "fa" && k == after + 1 && (tok(k).fold == "این" || tok(k).fold == "آن")) break;
    if (is_verb_of_saying(k)) break;                            // Sechin, dijo el ministro, …
    if (tok(k).fold == head) return !is_verb_of_saying(k + 1);  // Sechin, the minister said, …
  }
  return false;
}

// A word that has somebody say something, and is no noun for him or it.
bool SpeakerFinder::is_verb_of_saying(uint32_t i) const {
  return i < text_.tokens.size() && is(i, Kind::kCue) && !is(i, Kind::kPerson) && !is(i, Kind::kSpokesman) &&
         !is(i, Kind::kBody) && !is(i, Kind::kCompany) && !is(i, Kind::kDocument) && !is(i, Kind::kMedia) &&
         !is(i, Kind::kClaimNoun) && !is(i, Kind::kPreposition);
}

// The ministry told Reuters, a company linked to X, a lawyer for X: what stands before the word does not describe X.
bool SpeakerFinder::ends_description(uint32_t i) const {
  if (is(i, Kind::kPossessive)) return true;
  if (is(i, Kind::kPerson) || is(i, Kind::kBody) || is(i, Kind::kCompany) || is(i, Kind::kMedia)) return false;
  return is(i, Kind::kPreposition) || is(i, Kind::kCue) || is(i, Kind::kAuxiliary) || is(i, Kind::kConjunction) ||
         is(i, Kind::kThat);
}

bool SpeakerFinder::has_word(std::string_view name, std::string_view word) {
  constexpr size_t kMost = 20000;
  if (has_word_.size() > kMost) has_word_.clear();
  const auto [at, is_new] = has_word_.try_emplace(std::string(name) + '\n' + std::string(word));
  if (is_new)
    for (const Token& token : tokenize(name, text_.language, 0, 0))
      at->second = at->second || token.fold == word || alike(token.fold, word);
  return at->second;
}

// The company, the agency: nouns that stand for any party of their kind.
bool SpeakerFinder::is_generic(const std::string& head) const {
  const std::vector<Token> tokens = tokenize(head, text_.language, 0, 0);
  std::vector<Found> found;
  if (!tokens.empty()) Lexicon::of(text_.language).find(tokens, 0, static_cast<uint32_t>(tokens.size()), found);
  return std::any_of(found.begin(), found.end(), [](const Found& f) { return f.lexeme->detail == "generic"; });
}

// 海线研究所: an eastern name that ends with the noun of a body is no company's.
bool SpeakerFinder::is_body_by_name(const Mention& m) const {
  const uint32_t end = token_at(m.span.end);
  if (!is_wide_ || end == 0 || parties_.parties[m.party].type == PartyType::kCompany) return false;
  uint32_t first = end - 1;  // a noun of several characters
  while (first > token_at(m.span.begin) && !is(first, Kind::kBody)) --first;
  return is(first, Kind::kBody) && !is(first, Kind::kCompany) && end - first <= 3;
}

// Mersin Serbest Bölgesi'nde: a name with the Turkish ending of where, and no list entry, is where something is.
bool SpeakerFinder::is_place_of(const Mention& m) const {
  const uint32_t after = token_at(m.span.end);
  const Party& p = parties_.parties[m.party];
  if (is_in_place(m)) return true;
  if (text_.language != "tr" || after >= text_.tokens.size() || !p.entity_ids.empty()) return false;
  const std::string& word = tok(after).fold;
  if (!word.starts_with("'") && !word.starts_with("\u2019")) return false;
  for (const std::string_view ending : {"da", "de", "ta", "te", "daki", "deki", "taki", "teki"})
    if (word.ends_with(ending)) return p.type == PartyType::kOrganization;
  return false;
}

// une fonderie du Limbourg, eine Werft in Zaltau: one name behind a preposition that firms do not stand behind.
bool SpeakerFinder::is_in_place(const Mention& m) const {
  const Party& p = parties_.parties[m.party];
  const uint32_t first = token_at(m.span.begin);
  if (p.type != PartyType::kOrganization || !p.entity_ids.empty() || first == 0 || token_at(m.span.end) != first + 1)
    return false;
  const std::string& word = tok(first - 1).fold;
  if (text_.language == "fr") return word == "du" || word == "en" || word == "à" || word == "au" || word == "aux";
  return text_.language == "de" ? word == "in" || word == "nach" || word == "aus"
                                : text_.language == "es" && (word == "en" || word == "desde");
}

bool SpeakerFinder::is_of_word(std::string_view w) {
  for (const std::string_view of : {"der", "des", "von", "vom", "de", "del", "du", "d'"})
    if (w == of) return true;
  return false;
}

}  // namespace cordon::reading
