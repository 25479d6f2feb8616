// Names, bodies of states, principals, parts of a group; the order in which all of it is tried.

#include <algorithm>
#include <unordered_set>

#include "reading/slavic_words.h"
#include "reading/speaker_finder.h"
#include "reading/text_words.h"

namespace cordon::reading {

namespace {

constexpr std::pair<std::string_view, std::string_view> kObjectPronouns[] = {{"him", "he"}, {"them", "they"}};

}  // namespace

int SpeakerFinder::resolve(Span span, uint32_t at, std::string_view& rule) {
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
  const int one_apposed = text_.language == "en" ? -1 : apposed_at_end(span);           // один из них, ООО «Линия»
  for (const Found& f : found) {
    if (begin + 1 >= end && is_possessive(found)) break;
    if (one_by_name && f.lexeme->kind == Kind::kPartOf) continue;
    if (f.lexeme->kind == Kind::kPartOf && text_.language == "en" && tok(f.end - 1).fold == "former" && f.end < end &&
        !only_adverbs(f.end, end))
      continue;  // the former executive
    if (f.lexeme->kind == Kind::kPartOf && !whole_name &&
        (text_.language != "en" || f.lexeme->value != "all" || f.end >= end || only_adverbs(f.end, end))) {
      if (one_apposed >= 0) {
        rule = "name behind its description";
        return one_apposed;
      }
      return part_of(span, f, begin, rule);
    }
    if (f.lexeme->kind != Kind::kPronoun && f.lexeme->kind != Kind::kPartOf) continue;
    if (is(begin, Kind::kPossessive) && end > f.end) continue;  // 他的律师
    if (!whole_name && f.end < end && !only_adverbs(f.end, end)) continue;
    if (f.lexeme->kind != Kind::kPronoun) continue;
    rule = "pronoun";
    if (f.lexeme->value == "we" || f.lexeme->value == "i") {
      rule = "the page itself";
      if (text_.is_interview && !claims_.empty() && claims_.back().block == block_at(at))
        for (size_t c = claims_.size(); c-- > 0 && claims_[c].block == block_at(at);)
          if (claims_[c].rule == "label with colon" && claims_[c].speaker >= 0) return claims_[c].speaker;
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
      if (f.lexeme->kind == Kind::kPossessive && !f.lexeme->value.empty()) return pronoun_speaker(f.lexeme->value, at);
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
  if (text_.language == "en" && end == begin + 1 && begin > 0 &&
      (tok(begin - 1).fold == "to" || tok(begin - 1).fold == "by")) {
    for (const auto& [object, kind] : kObjectPronouns)  // according to him, denied by them
      if (tok(begin).fold == object) {
        rule = "pronoun";
        return pronoun_speaker(kind, at);
      }
  }
  if (text_.language == "en" && end == begin + 1 && is_some_of_them(begin)) {
    Found some{};
    static const Lexeme kSome;
    some.lexeme = &kSome;
    return part_of(span, some, begin, rule);
  }
  if (text_.language == "en" && end == begin + 2 && tok(begin).fold == "the" && has_stop(begin + 1, "demonym"))
    if (const int person = person_called_again(begin + 1, at); person >= 0) {  // the Belgian said
      rule = "description of a person named before";
      return person;
    }
  const Phrase phrase = analyze(span);
  if (phrase.head < 0 && (is_turkish_owner(phrase) || is_of_firm(phrase))) {  // Karbeks'in eski bir satış elemanı
    rule = "description";
    return describe(span, phrase, at, rule);
  }
  if (phrase.name >= 0 && (phrase.only_name || phrase.name_span.begin > 0 || phrase.head >= 0))
    return named(phrase, at, rule);
  if (phrase.head < 0 && text_.language == "en" && phrase.is_definite && tok(end - 1).fold.ends_with("-year-old"))
    if (const int person = year_old(at); person >= 0) {  // “…,” the 54-year-old said
      rule = "description of a person named before";
      return person;
    }
  if (phrase.head < 0 && text_.language == "en" && end == begin + 2 && tok(begin).fold == "the")
    if (const int named = named_with_last_word(tok(begin + 1).fold, at); named >= 0) {
      rule = "description of a party named before";
      return named;
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

// Does the name of the phrase have the ending of whose something is, and that something behind it?
bool SpeakerFinder::is_turkish_owner(const Phrase& phrase) const {
  if (text_.language != "tr" || phrase.name < 0) return false;
  const uint32_t ending = token_at(phrase.name_span.end);
  if (ending + 1 >= phrase.end || ending + 1 >= text_.tokens.size()) return false;
  const std::string& fold = tok(ending).fold;
  return (fold.starts_with("'") || fold.starts_with("\u2019")) && fold.ends_with("n") && tok(ending + 1).mark == 0;
}

// یک فروشندهٔ پیشین کاربکس: does a firm's name end a phrase of Arabic or Persian that begins with somebody of it?
bool SpeakerFinder::is_of_firm(const Phrase& phrase) const {
  if ((text_.language != "ar" && text_.language != "fa") || phrase.name < 0) return false;
  const Party& p = parties_.parties[phrase.name];
  const uint32_t name = token_at(phrase.name_span.begin);
  return p.type == PartyType::kCompany && name > phrase.begin && tok(name - 1).mark == 0 &&
         !is(phrase.begin, Kind::kCompany) && !is(phrase.begin, Kind::kBody) && !is(phrase.begin, Kind::kTitle);
}

// two polishers, a sorter at the mine: a word for who does something, with its article or number, that no table has.
bool SpeakerFinder::is_agent_noun(const Phrase& phrase) const {
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
bool SpeakerFinder::is_some_of_them(uint32_t i) const {
  std::vector<Found> found;
  Lexicon::of(text_.language).find(text_.tokens, i, i + 1, found);
  return std::ranges::any_of(
      found, [](const Found& f) { return f.lexeme->kind == Kind::kStop && f.lexeme->value == "some of them"; });
}

// Does the phrase end with a name behind its comma?
bool SpeakerFinder::names_behind_comma(Span span, const std::vector<Mention>& within) const {
  return std::ranges::any_of(within, [&](const Mention& m) {
    const uint32_t first = token_at(m.span.begin);
    return m.span.end == span.end && first > token_at(span.begin) && is_comma_mark(tok(first - 1).mark);
  });
}

bool SpeakerFinder::is_possessive(const std::vector<Found>& found) {
  return std::any_of(found.begin(), found.end(), [](const Found& f) { return f.lexeme->kind == Kind::kPossessive; });
}

bool SpeakerFinder::only_adverbs(uint32_t begin, uint32_t end) const {
  for (uint32_t i = begin; i < end; ++i)
    if (!is(i, Kind::kAdverb) && tok(i).mark == 0) return false;
  return true;
}

bool SpeakerFinder::has_content(uint32_t begin, uint32_t end) const {
  for (uint32_t i = begin; i < end; ++i)
    if (tok(i).mark == 0 && !is(i, Kind::kAdverb) && !is(i, Kind::kPreposition) && !is(i, Kind::kAuxiliary) &&
        !is(i, Kind::kTime) && !is(i, Kind::kConjunction) && !is(i, Kind::kNegation))
      return true;
  return false;
}

// a indiqué Paul Rémy, son directeur; said Paul Rehm, the director of Orbel Metals: whose the office is that stands
// behind the name and its comma; -1.
int SpeakerFinder::office_behind(const Phrase& phrase, uint32_t at) {
  constexpr uint32_t kNear = 5;  // tokens from the comma to the noun, and from there to the name
  const auto count = static_cast<uint32_t>(text_.tokens.size());
  const uint32_t comma = token_at(phrase.name_span.end);
  if (comma + 2 >= count || !is_comma_mark(tok(comma).mark)) return -1;
  const auto firm_spoken_of = [&] {
    const int firm = answering_party(at);
    return firm >= 0 ? firm : firm_before(tok(comma).begin);
  };
  if (runs_a_firm(comma + 1)) return firm_spoken_of();
  uint32_t noun = comma + 1;
  const uint32_t limit = std::min(count, comma + kNear);
  while (noun < limit && tok(noun).mark == 0 && !is_office(noun) && !is(noun, Kind::kSpokesman)) ++noun;
  if (noun >= limit || tok(noun).mark != 0 || is_former_word(tok(comma + 1).fold) ||
      is_former_word(tok(comma + 2).fold))
    return -1;
  if (is(comma + 1, Kind::kPossessive)) return referent(static_cast<int>(comma) + 1, at);
  if (noun + 1 < count && tok(noun + 1).mark != 0 && is(comma + 1, Kind::kDeterminer)) return firm_spoken_of();
  for (uint32_t i = noun + 1; i < std::min(count, noun + kNear) && tok(i).mark == 0; ++i) {
    const size_t m = parties_.first_from(tok(i).begin);
    if (m < parties_.mentions.size() && parties_.mentions[m].span.begin == tok(i).begin) {
      const int party = parties_.mentions[m].party;
      return is_publisher(party) && !parties_.parties[party].is_medium ? party : -1;
    }
    if (!is(i, Kind::kPreposition) && !is(i, Kind::kDeterminer) && !is(i, Kind::kCompany)) return -1;
  }
  return -1;
}

// Paul Rehm, who runs the company; der das Unternehmen leitet: a relative clause up to the next mark, with such a verb
// and a noun for a firm.
bool SpeakerFinder::runs_a_firm(uint32_t i) const {
  constexpr uint32_t kMost = 6;
  bool verb = false, firm = false;
  for (const uint32_t end = std::min<uint32_t>(i + kMost, static_cast<uint32_t>(text_.tokens.size()));
       i < end && tok(i).mark == 0; ++i) {
    verb = verb || has_stop(i, "runs it");
    firm = firm || is(i, Kind::kCompany);
  }
  return verb && firm;
}

// Paul Rehm, the owner: of the firm named last, in this block or the one before.
int SpeakerFinder::firm_before(uint32_t byte) const {
  for (size_t i = parties_.first_from(byte); i-- > 0;) {
    const Mention& m = parties_.mentions[i];
    if (block_at(m.span.begin) + 1 < block_at(byte)) break;
    const Party& p = parties_.parties[m.party];
    if (m.span.end <= byte && !p.is_medium && !p.is_document &&
        (p.type == PartyType::kCompany || p.type == PartyType::kOrganization))
      return m.party;
  }
  return -1;
}

int SpeakerFinder::named(const Phrase& phrase, uint32_t at, std::string_view& rule) {
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
  if (party.type == PartyType::kPerson && party.affiliation < 0) party.affiliation = office_behind(phrase, at);
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
    // Mr Sand’s lawyer, Anna Weber: his title is not hers
    const bool of_another = tok(i).end < phrase.name_span.begin && phrase.owner >= 0 && phrase.owner_before &&
                            phrase.head >= 0 && static_cast<int>(i) < phrase.head;
    if (of_another && (w == "mr" || w == "mrs" || w == "ms")) continue;
    if (w.ends_with("woman") || w == "mrs" || w == "ms" || her || w == "avocate" || w == "portavoza" ||
        w == "sprecherin")
      party.gender = party.gender == 0 ? 2 : party.gender;
    if (w == "mr") party.gender = 1;
  }
  return phrase.name;
}

// Does the phrase name an office that speaks for a state: president, national security adviser, envoy?
bool SpeakerFinder::state_office(const Phrase& phrase) const {
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
int SpeakerFinder::principal(const Phrase& phrase, uint32_t at) {
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
    if (static_cast<int>(i) != phrase.head && is(i, Kind::kBody) && !is(i, Kind::kPerson) && !is(i, Kind::kSpokesman) &&
        !is(i, Kind::kCompany))
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
  if (is_of_state(phrase)) return -1;
  // director Anton Brandt, right after his firm spoke or was spoken of
  if (phrase.head >= 0 && is_office(static_cast<uint32_t>(phrase.head)) && !claims_.empty() &&
      claims_.back().speaker >= 0 && block_at(at) <= claims_.back().block + 1) {
    const int last = claims_.back().speaker;
    const PartyType type = parties_.parties[last].type;
    const int of_last = parties_.parties[last].affiliation;
    if ((type == PartyType::kCompany || type == PartyType::kOrganization) && !parties_.parties[last].is_medium)
      return last;
    if (of_last >= 0 && !parties_.parties[of_last].state.empty())
      return -1;  // Губернатор X, right after an envoy of the EU
    if (parties_.parties[last].affiliation >= 0 && type == PartyType::kPerson)
      return parties_.parties[last].affiliation;
  }
  return -1;
}

// Presidential spokesman, foreign ministry spokeswoman, пресс-секретарь президента: of a state or body that the words
// name, and of no firm that spoke before.
bool SpeakerFinder::is_of_state(const Phrase& phrase) const {
  if (!phrase.state.empty() || state_office(phrase)) return true;
  for (uint32_t i = phrase.begin; i < phrase.end; ++i) {
    if (static_cast<int>(i) == phrase.head) continue;
    const bool body = is(i, Kind::kBody) && !is(i, Kind::kPerson) && !is(i, Kind::kSpokesman);
    if (body || is(i, Kind::kOrganWord) || has_stop(i, "of a state")) return true;
  }
  return false;
}

// China’s foreign ministry inside “a spokesman for China’s foreign ministry”
int SpeakerFinder::body_in(const Phrase& phrase) {
  int body = -1;
  for (uint32_t i = phrase.begin; i < phrase.end; ++i)
    if (static_cast<int>(i) != phrase.head && is(i, Kind::kBody) && !is(i, Kind::kOrganWord) && !is(i, Kind::kPerson) &&
        !tok(i).is_all_capitals)
      body = static_cast<int>(i);
  if (body < 0 || phrase.state.empty()) return -1;
  Phrase of_body = phrase;
  of_body.head = body;
  return body_party(phrase.state, tok(body).fold, {}, portfolio(of_body));
}

// Ministries by state and noun, and in English by portfolio: China’s foreign ministry, Beijing’s foreign ministry, but
// not its trade ministry.
int SpeakerFinder::body_party(const std::string& state, const std::string& noun, Span span, const std::string& of) {
  const std::string key = state + ' ' + noun;
  for (size_t k = bodies_.size(); k-- > 0;) {
    Body& known = bodies_[k];
    if (known.key != key || (!known.of.empty() && !of.empty() && known.of != of)) continue;
    if (known.of.empty()) known.of = of;
    return known.party;
  }
  for (size_t i = 0; i < parties_.parties.size(); ++i) {  // the customs, then the French customs: one body
    Party& known = parties_.parties[i];
    if (known.type != PartyType::kPublicBody || known.head != noun || !known.state.empty()) continue;
    known.state = state;
    bodies_.push_back({key, of, static_cast<int>(i)});
    return static_cast<int>(i);
  }
  Party party;
  party.type = PartyType::kPublicBody;
  party.state = state;
  party.head = noun;
  party.name = span.empty() ? noun : std::string(text_.view(span));
  party.first = span.begin;
  const int number = parties_.add(std::move(party));
  bodies_.push_back({key, of, number});
  return number;
}

// its, his, their
int SpeakerFinder::referent(int token, uint32_t at) {
  std::vector<Found> found;
  Lexicon::of(text_.language).find(text_.tokens, static_cast<uint32_t>(token), static_cast<uint32_t>(token) + 1, found);
  std::string_view kind = "it";
  for (const Found& f : found)
    if (f.lexeme->kind == Kind::kPossessive && !f.lexeme->value.empty()) kind = f.lexeme->value;
  const uint32_t here = tok(token).begin;
  if (const int firm = answering_party(at); firm >= 0 && (kind == "it" || !is_slavic())) return firm;
  // Su presidente, son avocat, ihr Geschäftsführer: the possessive does not tell persons from firms. Whoever spoke
  // just before, else the firm or body spoken of last.
  if ((text_.language == "fr" || text_.language == "es" || text_.language == "de") && (kind == "he" || kind == "she")) {
    bool office = false, advocate = false;
    for (uint32_t i = static_cast<uint32_t>(token) + 1; i < static_cast<uint32_t>(token) + 4 && i < text_.tokens.size();
         ++i)
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
  if (kind == "it") {        // its: the subject of this sentence, or of the one before
    bool of_office = false;  // its director: no document has one
    for (uint32_t i = static_cast<uint32_t>(token) + 1; i < std::min<size_t>(token + 4U, text_.tokens.size()); ++i)
      of_office = of_office || is_office(i) || is(i, Kind::kSpokesman);
    const size_t s = std::min(sentence_behind(here) + 1, sentences_.size());
    // The Treasury accused the company of … “…,” X, its chief executive, said: the accused answers
    if (!claims_.empty() && claims_.back().act == Act::kAccuse && claims_.back().addressee >= 0 && s > 0 &&
        claims_.back().sentence + 2 == s && text_.language == "en")
      return claims_.back().addressee;
    for (size_t back = 0; back < 2 && s > back; ++back) {
      const Sentence& sentence = sentences_[s - 1 - back];
      if (sentence.block != sentences_[s - 1].block) break;
      for (const Mention& m : parties_.inside(sentence.span)) {
        Party& p = parties_.parties[m.party];
        // Anadolu Makina denied it. “…,” its owner said: a firm after all
        if (text_.language == "en" && of_office && back > 0 && m.span.begin == sentence.span.begin && is_unsure(p)) {
          p.type = PartyType::kOrganization;
          return m.party;
        }
        if (m.span.end > here || p.type == PartyType::kState || p.type == PartyType::kVessel ||
            p.type == PartyType::kPerson || (p.type == PartyType::kUnnamed && (!p.is_document || of_office)) ||
            p.is_medium)
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
    // Nordwind sold tankers, the Gazette reported. “…,” said its owner: not the owner of the paper
    if (p.is_medium && !claims_.empty() && claims_.back().speaker == m.party) continue;
    const bool person = p.type == PartyType::kPerson;
    if (kind == "he" || kind == "she" ? person : kind == "it" ? !person && p.type != PartyType::kUnnamed : true)
      return m.party;
  }
  return kind == "it" && text_.language == "en" ? firm_after_all(here) : -1;
}

// Is the party called a person only for want of anything that tells?
bool SpeakerFinder::is_unsure(const Party& p) {
  return p.type == PartyType::kPerson && p.gender == 0 && p.affiliation < 0 && p.entity_ids.empty() && p.head.empty();
}

// Anadolu Makina denied it. Its owner …: who is named last before `byte` and only for want of anything that tells is
// called a person; -1 where nobody is.
int SpeakerFinder::firm_after_all(uint32_t byte) {
  for (size_t i = parties_.first_from(byte); i-- > 0;) {
    const Mention& m = parties_.mentions[i];
    if (block_at(m.span.begin) + 1 < block_at(byte)) break;
    Party& p = parties_.parties[m.party];
    if (m.span.end > byte || p.type != PartyType::kPerson) continue;
    if (!is_unsure(p)) return -1;
    p.type = PartyType::kOrganization;
    return m.party;
  }
  return -1;
}

// Its, where his, her and its are one word: the body or company named last, in this block.
int SpeakerFinder::publisher_before(uint32_t byte) const {
  for (size_t i = parties_.first_from(byte); i-- > 0;) {
    const Mention& m = parties_.mentions[i];
    if (block_at(m.span.begin) != block_at(byte)) break;
    if (m.span.end <= byte && is_publisher(m.party) && !parties_.parties[m.party].is_medium) return m.party;
  }
  return -1;
}

// The noun at token `i` as the lexicon has it: in Chinese all its characters.
std::string SpeakerFinder::noun_text(uint32_t i) const {
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

int SpeakerFinder::the_page() {
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
int SpeakerFinder::named_behind_comma(Span span) const {
  const uint32_t first = token_at(span.begin);
  uint32_t end = token_at(span.end);
  while (end > first && is_comma_mark(tok(end - 1).mark)) --end;
  uint32_t comma = end;
  while (comma > first && !is_comma_mark(tok(comma - 1).mark)) --comma;
  if (comma <= first || comma >= end) return -1;
  for (const Mention& m : parties_.inside({tok(comma).begin, tok(end - 1).end})) {
    const PartyType type = parties_.parties[m.party].type;
    const uint32_t first_word = comma + (text_.language == "en" &&  // the Free Institute; Oslo-based Nordal
                                         (tok(comma).fold == "the" || tok(comma).fold.ends_with("-based")));
    if (m.span.begin == tok(first_word).begin && m.span.end >= tok(end - 1).end && type != PartyType::kUnnamed &&
        type != PartyType::kState)
      return m.party;
  }
  return -1;
}

// La destinataria, la firma de vigilancia Centinela, …: the name that ends the apposition behind the last comma, with
// its article and noun before it; -1 where none does.
int SpeakerFinder::firm_in_apposition(Span span) const {
  // судовладелец, фирма Gorling Shipping; إحدى الشركات، وهي "النور"
  if ((is_slavic() && is(token_at(span.begin), Kind::kCompany)) || text_.language == "ar") {
    const int firm = apposed_at_end(span);
    const bool is_firm = firm >= 0 && (parties_.parties[firm].type == PartyType::kCompany ||
                                       parties_.parties[firm].type == PartyType::kOrganization);
    return is_firm ? firm : -1;
  }
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
    if (m.span.end >= tok(end - 1).end && type != PartyType::kUnnamed && type != PartyType::kState && before > comma &&
        !is(before, Kind::kPreposition) && !tok(before).is_capital)
      return m.party;
  }
  return -1;
}

// Один из подрядчиков, ООО «Линия»; إحدى الشركات، وهي "النور": the name that the words behind the last comma come to,
// past what says that it is a firm; -1 where they say more.
int SpeakerFinder::apposed_at_end(Span span) const {
  const uint32_t first = token_at(span.begin), end = token_at(span.end);
  uint32_t i = end;
  while (i > first && !is_comma_mark(tok(i - 1).mark)) --i;
  if (i <= first + 1) return -1;
  const auto leads = [&](uint32_t k) {
    return is_quote_mark(tok(k).mark) || has_stop(k, "namely") ||
           (tok(k).mark == 0 && !is(k, Kind::kPerson) && (is(k, Kind::kCompany) || is(k, Kind::kBody)));
  };
  for (; i < end; ++i) {
    for (const Mention& m : parties_.inside({tok(i).begin, span.end})) {
      if (m.span.begin != tok(i).begin) break;
      const uint32_t behind = token_at(m.span.end);
      const PartyType type = parties_.parties[m.party].type;
      if (type == PartyType::kUnnamed || type == PartyType::kState || type == PartyType::kVessel) continue;
      if (behind >= end || (behind + 1 == end && is_quote_mark(tok(behind).mark))) return m.party;
    }
    if (!leads(i)) return -1;
  }
  return -1;
}

bool SpeakerFinder::has_stop(uint32_t i, std::string_view value) const {
  std::vector<Found> found;
  Lexicon::of(text_.language).find(text_.tokens, i, static_cast<uint32_t>(text_.tokens.size()), found);
  return std::any_of(found.begin(), found.end(),
                     [&](const Found& f) { return f.lexeme->kind == Kind::kStop && f.lexeme->value == value; });
}

// the Antwerp Rough Dealers’ League, der Verband der Händler (VNC): capitals or letters in brackets show a name.
bool SpeakerFinder::is_written_as_name(const Phrase& phrase) const {
  if (phrase.end > phrase.begin + 3 && tok(phrase.end - 1).mark == U')' && tok(phrase.end - 3).mark == U'(' &&
      tok(phrase.end - 2).is_capital && text_.view({tok(phrase.end - 2).begin, tok(phrase.end - 2).end}).size() >= 2 &&
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

int SpeakerFinder::part_of(Span span, const Found& f, uint32_t begin, std::string_view& rule) {
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

}  // namespace cordon::reading
