// What the bearer of a name is: by words of the name, by what stands before it, by what stands behind it.
#include <algorithm>

#include "reading/name_words.h"
#include "reading/party_finder.h"

namespace cordon::reading {
namespace {

constexpr uint32_t kLongestBracket = 40;  // tokens

}  // namespace

PartyFinder::Bearer PartyFinder::bearer_of(uint32_t begin, uint32_t end) const {
  std::optional<PartyType> type = type_by_words(begin, end);
  if (!type && begin > 0 && tok(begin - 1).block == tok(begin).block) type = type_by_what_precedes(begin, end);
  if (!type) type = type_by_what_follows(begin, end);
  if (type) return {.type = *type, .is_sure = true};
  uint32_t capitals = 0;
  for (uint32_t i = begin; i < end; ++i) capitals += tok(i).is_capital && !tok(i).is_all_capitals;
  const bool article = begin > 0 && text_.language == "en" && tok(begin - 1).fold == "the";  // The Brussels Lantern
  const bool person = end - begin == 2 && capitals == 2 && !article && !is(begin, Kind::kState);
  return {.type = person ? PartyType::kPerson : PartyType::kOrganization, .is_sure = false};
}

// Halvard Crest Marine, Karadeniz Lojistik, Ministry of Economy
std::optional<PartyType> PartyFinder::type_by_words(uint32_t begin, uint32_t end) const {
  bool company = false, body = false;
  for (uint32_t i = begin; i < end; ++i) {
    company = company || is_name_word(NameWord::kCompany, tok(i).fold) || is(i, Kind::kCompany);
    body = body || is(i, Kind::kBody) || is(i, Kind::kOrganWord);
  }
  if (company) return PartyType::kCompany;
  if (body) return PartyType::kPublicBody;
  // Ayşe Demir, Murat Çelik: two trades are surnames too
  const bool surname = end == begin + 2 && (tok(end - 1).fold == "demir" || tok(end - 1).fold == "çelik");
  if (text_.language == "tr" && end > begin + 1 && !surname && is_name_word(NameWord::kTurkishTrade, tok(end - 1).fold))
    return PartyType::kCompany;
  return std::nullopt;
}

// a salesman, a polisher: an English word for who does something, that no table has
bool PartyFinder::is_trade(uint32_t i) const {
  constexpr size_t kStem = 3;  // letters
  if (text_.language != "en" || tok(i).is_capital) return false;
  const std::string_view word = tok(i).fold;
  for (const std::string_view ending : {"man", "woman", "er", "or", "ist", "ee"})
    if (word.size() > ending.size() + kStem && word.ends_with(ending)) return true;
  return false;
}

// Mr X, the vessel X, the company’s director X
std::optional<PartyType> PartyFinder::type_by_what_precedes(uint32_t begin, uint32_t end) const {
  uint32_t b = begin - 1;
  if (tok(b).mark == U'.' && b > 0) {
    --b;
    if (starts_[begin] && !is(b, Kind::kTitle)) return std::nullopt;  // … was paid in cash. Paul Rehm, the owner
  }
  if (is(b, Kind::kTitle) || is(b, Kind::kSpokesman)) return PartyType::kPerson;
  if (is_compound_participle(b) && given_gender(begin) == 0) return PartyType::kOrganization;  // Cyprus-based X
  if (is_comma_mark(tok(b).mark))
    if (const auto type = type_by_apposition(b, begin, end)) return type;
  // the chief executive of Straits Lumina: nobody directs a person
  if (text_.language == "en" && tok(b).fold == "of" && b > 0 && is_office(b - 1) && given_gender(begin) == 0)
    return PartyType::kOrganization;
  // a former salesman at Anadolu Makina, un ancien cadre de chez Orvex
  const bool employs = (text_.language == "en" && tok(b).fold == "at") ||
                       (text_.language == "fr" && tok(b).fold == "chez") ||
                       (text_.language == "de" && tok(b).fold == "bei");
  if (employs && b > 0 && given_gender(begin) == 0 && (is_person_noun(b - 1) || is_trade(b - 1)))
    return PartyType::kOrganization;
  if (is(b, Kind::kGoods) || tok(b).fold == "vessel" || tok(b).fold == "ship" || tok(b).fold == "tanker")
    return PartyType::kVessel;
  if (is(b, Kind::kPerson)) return PartyType::kPerson;
  if (end - begin >= 2 && text_.language != "en")  // директор компании Ермек Жаксыбаев
    for (uint32_t k = b + 1; k-- > 0 && k + 4 > b;) {
      if (tok(k).mark != 0) break;
      if (is_western() && is(k, Kind::kPreposition)) break;  // un directivo de Pampa Alta
      if (is_role(k)) return PartyType::kPerson;
    }
  if (is(b, Kind::kCompany)) return PartyType::kCompany;
  if (is(b, Kind::kBody) || is(b, Kind::kMedia)) return PartyType::kOrganization;
  return std::nullopt;
}

// the importer, Shreya Life Sciences: what the name in [begin, end) is in apposition to stands before the comma.
std::optional<PartyType> PartyFinder::type_by_apposition(uint32_t comma, uint32_t begin, uint32_t end) const {
  // el abogado de la empresa, Luis Mena: its head stands first
  if (end - begin >= 2 && is_western())
    for (uint32_t k = comma; k-- > 0 && comma - k <= 8 && tok(k).mark == 0;) {
      if (is(k, Kind::kCue) && !is(k, Kind::kDocument) && !is(k, Kind::kBody)) break;
      if (is_person_noun(k)) return PartyType::kPerson;
    }
  // the chief executive of Straits Lumina, Vincent Goh Teik Wah; but: the owner of the ship, Crest Marine
  if (end - begin >= 2 && text_.language == "en")
    for (uint32_t k = comma; k-- > 0 && comma - k <= 8 && tok(k).mark == 0 && !is(k, Kind::kCue);)
      if (is_office(k) && k + 1 < comma && (tok(k + 1).fold == "of" || tok(k + 1).fold == "at"))
        return PartyType::kPerson;
  if (comma == 0) return std::nullopt;
  const bool company = is(comma - 1, Kind::kCompany);
  if (company && !is(comma - 1, Kind::kPerson)) return PartyType::kCompany;
  if (!is_person_noun(comma - 1)) return std::nullopt;
  // an importer may be either: one word or three, and no given name
  if (text_.language == "en" && company && end - begin != 2 && given_gender(begin) == 0) return PartyType::kCompany;
  return PartyType::kPerson;
}

// A director, a chief executive: an office that one holds in a firm or body, and not who owns it or speaks for it.
bool PartyFinder::is_office(uint32_t i) const {
  if (is(i, Kind::kSpokesman) || tok(i).fold == "owner" || tok(i).fold == "lawyer") return false;
  std::vector<Found> found;
  for (uint32_t from = i < 2 ? 0 : i - 2; from <= i; ++from) {
    found.clear();
    Lexicon::of(text_.language).find(text_.tokens, from, i + 1, found);
    for (const Found& f : found)
      if (f.end == i + 1 && f.lexeme->kind == Kind::kPerson && f.lexeme->detail == "office") return true;
  }
  return false;
}

// Skyhaul Ngoma’s new chief executive, its Riga warehouse: does what only a firm or body has begin within two words?
bool PartyFinder::is_had_by_firm(uint32_t begin) const {
  std::vector<Found> found;
  for (uint32_t i = begin; i < std::min(count(), begin + 3) && tok(i).mark == 0; ++i) {
    found.clear();
    Lexicon::of(text_.language).find(text_.tokens, i, count(), found);
    for (const Found& f : found)
      if (f.lexeme->kind == Kind::kStop && f.lexeme->value == "of a firm") return true;
  }
  return false;
}

// Halvard Crest Marine, a Dubai firm
std::optional<PartyType> PartyFinder::type_by_what_follows(uint32_t begin, uint32_t end) const {
  uint32_t k = end;
  if (k < count() && tok(k).mark == U'(') {
    const uint32_t last = std::min(count(), k + kLongestBracket);
    while (k < last && tok(k).mark != U')') ++k;
    k = k < last ? k + 1 : count();
  }
  if (text_.language == "en" && k < count() && tok(k).fold == "'s" && is_had_by_firm(k + 1) && given_gender(begin) == 0)
    return PartyType::kOrganization;
  if (k >= count() || !is_comma_mark(tok(k).mark)) return std::nullopt;
  if (text_.language == "en" && k + 1 < count() && tok(k + 1).fold == "who" && end - begin >= 2)
    return PartyType::kPerson;  // Lukas Brandt, who runs a haulage firm
  if (text_.language == "en" && k + 1 < count() && tok(k + 1).fold == "which" && given_gender(begin) == 0)
    return PartyType::kOrganization;  // Anadolu Makina, which sells lathes
  bool firm = false, organ = false;   // the bank’s chairman: a person after all
  for (uint32_t j = k + 1; j < std::min(count(), k + 8); ++j) {
    if (is_comma_mark(tok(j).mark) || is_terminal_mark(tok(j).mark)) break;
    const bool compound = text_.language == "en" && j + 1 < count() &&  // an activist group
                          (is(j + 1, Kind::kCompany) || is(j + 1, Kind::kBody));
    // a dealer, a trader: a firm as well as a person
    if (text_.language == "en" && is_person_noun(j) && is(j, Kind::kCompany) && given_gender(begin) == 0)
      return std::nullopt;
    if (is_person_noun(j) && !compound) return PartyType::kPerson;
    if (is(j, Kind::kCompany)) firm = true;
    if (is(j, Kind::kBody)) organ = true;
    if (is(j, Kind::kPreposition) || is(j, Kind::kCue) || is(j, Kind::kSubordinator)) break;
    if ((firm || organ) && text_.language != "en") break;
  }
  if (firm) return PartyType::kCompany;
  if (organ) return PartyType::kOrganization;
  return std::nullopt;
}

// Russian President Vladimir Putin, le président turc X: the voice of a state.
void PartyFinder::set_office(Party& p, uint32_t begin) const {
  const Lexicon& lexicon = Lexicon::of(text_.language);
  bool office = false;
  std::string state;
  for (uint32_t k = begin; k-- > 0 && begin - k <= 6;) {
    if (tok(k).mark != 0) break;
    std::vector<Found> found;
    lexicon.find(text_.tokens, k, begin, found);
    for (const Found& f : found) {
      if (f.lexeme->kind == Kind::kTitle && f.lexeme->detail.find("state") == 0) office = true;
      if (f.lexeme->kind == Kind::kTitle && f.lexeme->value == "state") office = true;
      if ((f.lexeme->kind == Kind::kAdjective || f.lexeme->kind == Kind::kState || f.lexeme->kind == Kind::kCapital) &&
          state.empty())
        state = f.lexeme->value;
    }
  }
  if (office && !state.empty()) p.state = state, p.is_state_voice = true;
}

// Anna Weber: 2, Tom Carver: 1, by the given name; 0 where no table has it.
int PartyFinder::given_gender(uint32_t first) const {
  std::vector<Found> found;
  Lexicon::of(text_.language).find(text_.tokens, first, first + 1, found);
  for (const Found& f : found)
    if (f.lexeme->kind == Kind::kStop && f.lexeme->value == "given name") return f.lexeme->detail == "she" ? 2 : 1;
  return 0;
}

int PartyFinder::titled_gender(uint32_t begin) const {
  if (begin == 0) return 0;
  uint32_t b = begin - 1;
  if (tok(b).mark == U'.' && b > 0) --b;
  if (is_name_word(NameWord::kHe, tok(b).fold)) return 1;
  return is_name_word(NameWord::kShe, tok(b).fold) ? 2 : 0;
}

}  // namespace cordon::reading
