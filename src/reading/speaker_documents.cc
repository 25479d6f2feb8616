// Whose word a document is: the report, a letter to the port, a statement that the ministry issued.
#include <algorithm>

#include "reading/slavic_words.h"
#include "reading/speaker_finder.h"
#include "reading/text_words.h"

namespace cordon::reading {

// In a letter to the port, X said …. The letter said …; X issued a statement. The statement said …: whose word the
// document at token `head` is; -1 where it was spoken of otherwise, or not a little before.
int SpeakerFinder::issuer_before(uint32_t head) {
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
int SpeakerFinder::issuer_in(const Sentence& sentence, uint32_t verb) {
  for (const Mention& m : parties_.inside({sentence.span.begin, verb})) {
    const PartyType type = parties_.parties[m.party].type;
    if (type != PartyType::kState && type != PartyType::kUnnamed) return m.party;
  }
  return described_at_head(sentence, verb, "it");
}

// в докладе, который представил депутат X; ein Bericht, den das Institut Y vorlegte: who is named in the clause that
// says by whom it was published; -1 where none is.
int SpeakerFinder::presented_by(const Phrase& phrase) const {
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
int SpeakerFinder::issued_by(uint32_t head, uint32_t at) {
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
int SpeakerFinder::sent_before(uint32_t head) const {
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

// Sahel Silah Gözlemevi …: the party named before whose name ends with the noun that token `i` is, which has the
// ending of whose; -1 where none is.
int SpeakerFinder::named_like(uint32_t i) const {
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

// satellite images analysed by X, documents seen by Y: an English phrase up to the participle behind its noun.
Span SpeakerFinder::without_participle(Span span) const {
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

bool SpeakerFinder::is_published(uint32_t i) const {
  std::vector<Found> found;
  Lexicon::of(text_.language).find(text_.tokens, i, static_cast<uint32_t>(text_.tokens.size()), found);
  return std::any_of(found.begin(), found.end(), [](const Found& f) {
    return f.lexeme->kind == Kind::kDocument && f.lexeme->value == "published";
  });
}

// leaked, confidential, internal
bool SpeakerFinder::is_leaked(const Phrase& phrase) const {
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

bool SpeakerFinder::is_publisher(int party) const {
  const Party& p = parties_.parties[party];
  return p.type == PartyType::kOrganization || p.type == PartyType::kPublicBody || p.type == PartyType::kCompany;
}

}  // namespace cordon::reading
