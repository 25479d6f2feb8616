// Names by their capitals: which runs of them are names, and whose.
#include <algorithm>
#include <array>

#include "names/analyze.h"
#include "names/tables.h"
#include "reading/name_words.h"
#include "reading/party_finder.h"
#include "reading/slavic_words.h"
#include "reading/word_readings.h"

namespace cordon::reading {
namespace {

bool has_turkish_ending(std::string_view fold) {
  static constexpr std::array<std::string_view, 36> kEndings = {
      "nın", "nin", "nun", "nün", "lar",  "ler",  "ları", "leri", "da", "de", "ta", "te",
      "dan", "den", "tan", "ten", "daki", "deki", "taki", "teki", "yı", "yi", "yu", "yü",
      "sı",  "si",  "su",  "sü",  "ın",   "in",   "un",   "ün",   "ı",  "ü",  "ya", "ye"};
  return std::ranges::any_of(kEndings,
                             [&](std::string_view e) { return fold.size() > e.size() + 2 && fold.ends_with(e); });
}

}  // namespace

// Longest names first: full names come before the surnames that stand for them, wherever they are; last what may have
// its capital from the sentence.
void PartyFinder::add_capitals() {
  std::vector<Run> runs = capital_runs();
  note_places(runs);
  std::ranges::stable_sort(runs, [](const Run& a, const Run& b) {
    if (a.is_by_place != b.is_by_place) return b.is_by_place;
    return a.end - a.begin > b.end - b.begin;
  });
  for (const Run& run : runs) add_run(run);
  if (text_.language == "de") add_short_firms(runs);
  settle_acronyms();
}

std::vector<PartyFinder::Run> PartyFinder::capital_runs() const {
  const bool slavic = is_slavic(text_.language);
  std::vector<Run> runs;
  for (uint32_t i = 0; i < count(); ++i) {
    if (!may_begin_name(i)) continue;
    uint32_t end = run_end(i);
    if (end < count() && tok(end).mark == 0 && is_compound_participle(end)) {  // Hong Kong-registered
      i = end;
      continue;
    }
    if (slavic && is_word_before_name(i, end)) continue;
    if (slavic) end = before_slavic_name(i, slavic_owner_end(i, slavic_place_end(i, end)));
    while (end > i + 1 && (is_name_word(NameWord::kConnector, tok(end - 1).fold) || tok(end - 1).mark != 0)) --end;
    const bool titled = is_titled(i, end);
    if (!names_states(i, end) && !is_shouted(i, end) && (titled || !is_known_word(i, end)) && !is_date(i, end)) {
      const Bearer bearer = titled ? Bearer{.type = PartyType::kPerson, .is_sure = true} : bearer_of(i, end);
      runs.push_back({.begin = i,
                      .end = end,
                      .type = bearer.type,
                      .is_titled = titled,
                      .is_sure = bearer.is_sure,
                      .is_by_place = !bearer.is_sure && may_be_by_place(i, end)});
    }
    i = end - 1;
  }
  return runs;
}

// Звільнення Шерзод: the first word has its capital from the sentence, the name begins behind it.
bool PartyFinder::is_word_before_name(uint32_t i, uint32_t end) const {
  return starts_[i] && !is_slavic_li(i) && end > i + 1 && !amid_.contains(tok(i).fold) &&
         amid_.contains(tok(i + 1).fold) && kinds_.kinds[i] == 0 && !is_known_given_name(i) && !speaks_as_name(i, end);
}

// Дональд Трамп в среду заявил, Жанна Мори заявила: a word that agrees with the verb of saying behind it, before a word
// that is no genitive: not Арест Рубана подтвердил адвокат.
bool PartyFinder::speaks_as_name(uint32_t i, uint32_t end) const {
  constexpr uint32_t kMostBetween = 6;
  if (end != i + 2 || text_.language == "pl") return false;
  const std::string_view first = tok(i).fold, last = tok(end - 1).fold;
  const auto vowel = [](std::string_view word) {
    for (const std::string_view end_of : {"а", "я", "о", "е", "ё", "є", "и", "ы", "і", "ї", "у", "ю", "э"})
      if (word.ends_with(end_of)) return true;
    return false;
  };
  for (uint32_t k = end; k < std::min(count(), end + kMostBetween) && tok(k).block == tok(i).block; ++k) {
    if (tok(k).mark != 0 && !is_quote_mark(tok(k).mark)) return false;
    if (!is(k, Kind::kCue) || !may_be_verb(tok(k).fold, text_.language)) continue;
    const Agreement verb = agreement_of(tok(k).fold, text_.language);
    if (verb.masculine && !verb.feminine) return !vowel(first) && !vowel(last);
    return verb.feminine && !verb.masculine && (first.ends_with("а") || first.ends_with("я"));
  }
  return false;
}

// Олег Рубан, Ирина Волкова: does a table of given names have the word, in one of its spellings in Latin letters?
bool PartyFinder::is_known_given_name(uint32_t i) const {
  for (const std::string_view ending : {"ович", "евич", "овна", "евна", "івна", "ївна"})
    if (i + 1 < count() && tok(i + 1).fold.ends_with(ending)) return true;  // Иван Петрович
  const names::AnalyzedName name = names::analyze(text_.view({tok(i).begin, tok(i).end}), names::NameType::kPerson);
  for (const names::Part& part : name.parts)
    for (const std::string& form : part.forms)
      if (!names::common_given_name(names::fold(form)).empty()) return true;
  return false;
}

// Are all words states or towns? Those are found elsewhere.
bool PartyFinder::names_states(uint32_t begin, uint32_t end) const {
  bool all = true;
  for (uint32_t k = begin; k < end; ++k)
    all = all && (kinds_.state[k] != nullptr || is(k, Kind::kDeterminer) || is(k, Kind::kPlace));
  if (all) return true;
  // Unnamed US sources: an adjective and a state
  if (!starts_[begin] || end == begin + 1 || kinds_.kinds[begin] != 0) return false;
  for (uint32_t k = begin + 1; k < end; ++k)
    if (kinds_.state[k] == nullptr) return false;
  return text_.language != "en" || end >= count() ||  // Swedbank Estonia said
         !(is(end, Kind::kCue) || is(end, Kind::kAuxiliary));
}

// A heading in capitals, where they tell nothing of its words.
bool PartyFinder::is_shouted(uint32_t begin, uint32_t end) const {
  if (end - begin <= 2 && amid_.contains(tok(begin).fold)) return false;
  const uint32_t block = tok(begin).block;
  for (uint32_t k = text_.heads[block]; k < text_.heads[block + 1]; ++k)
    if (!tok(k).is_all_capitals && tok(k).mark == 0 && tok(k).fold.size() >= 3) return false;
  return true;
}

// One word with a capital that the lexicon knows as a common noun.
bool PartyFinder::is_known_word(uint32_t begin, uint32_t end) const {
  return end == begin + 1 && kinds_.kinds[begin] != 0 && !is(begin, Kind::kOutlet);
}

// Jan 21
bool PartyFinder::is_date(uint32_t begin, uint32_t end) const {
  return end == begin + 2 && tok(begin + 1).is_number && is(begin, Kind::kAbbreviation);
}

// Mr Blount: a name behind a title.
bool PartyFinder::is_titled(uint32_t begin, uint32_t end) const {
  if (begin == 0) return false;
  if (is(begin, Kind::kBody)) {
    if (is_slavic(text_.language) && end > begin + 1) return false;  // rzeczniczka Prokuratury Okręgowej
    if (text_.language == "en" && end == begin + 1) return false;    // Justice Department
  }
  return is(begin - 1, Kind::kTitle) || (tok(begin - 1).mark == U'.' && begin > 1 && is(begin - 2, Kind::kTitle));
}

// Notes the words that are only where something is: in Bergen, near Ulm.
void PartyFinder::note_places(const std::vector<Run>& runs) {
  for (const Run& run : runs) {
    const bool one = run.end - run.begin == 1;
    if (text_.language == "tr" && one && run.end < count() && tok(run.end).fold.starts_with("merkezli"))
      places_.insert(tok(run.begin).fold);  // Gebze merkezli: where it has its seat
    if (run.end - run.begin > 2 || run.begin == 0 || !is(run.begin - 1, Kind::kPlace) || run.is_titled) continue;
    if (run.is_sure && run.type == PartyType::kOrganization) continue;  // a salesman at Anadolu Makina
    if (text_.language == "en" && run.end < count() && tok(run.end).mark == 0 && !kinds_.kinds[run.end] &&
        !tok(run.end).is_capital)
      continue;
    if (tok(run.begin).is_all_capitals) continue;
    const uint32_t before = run.begin - 1;  // мэр Одессы Игорь Савин: a town, and no "in"
    if (is_slavic(text_.language) && tok(before).is_capital && !starts_[before]) continue;
    places_.insert(tok(run.begin).fold);
  }
}

void PartyFinder::add_run(const Run& run) {
  const std::string& first = tok(run.begin).fold;
  const uint32_t size = run.end - run.begin;
  if (run.is_by_place && !is_part_of_name(first)) return;
  if (size == 1 && run.type == PartyType::kOrganization && !run.is_titled && first.size() < 2) return;
  const bool firm_or_body = run.type == PartyType::kCompany || run.type == PartyType::kPublicBody;
  if (places_.contains(first) && size <= 2 && !firm_or_body && !run.is_titled) return;
  const Span span = span_of(run.begin, run.end);
  const int party = party_for(folds(run.begin, run.end), span, run.type, run.is_titled);
  if (run.is_sure && text_.language == "en" && out_.parties[party].entity_ids.empty()) {
    // the research group Open Manifest is no person
    if (sure_.insert(party).second) out_.parties[party].type = run.type;
  }
  describe_bearer(out_.parties[party], run);
  mention(party, span);
  // Tavrin Trade House (TTH)
  if (run.end + 2 < count() && tok(run.end).mark == U'(' && tok(run.end + 2).mark == U')' &&
      tok(run.end + 1).is_all_capitals)
    acronyms_[tok(run.end + 1).fold] = party;
}

// Die Reederei Nordwind, die Nordwind GmbH; then Nordwind alone, which no capital sets apart in German.
void PartyFinder::add_short_firms(const std::vector<Run>& runs) {
  std::vector<bool> in_run(count());
  for (const Run& run : runs)
    for (uint32_t i = run.begin; i < run.end; ++i) in_run[i] = true;
  std::unordered_map<std::string, int> firms;
  for (const Run& run : runs) {
    uint32_t begin = run.begin, end = run.end;
    while (begin < end && (is(begin, Kind::kCompany) || is(begin, Kind::kBody))) ++begin;
    while (end > begin && is_name_word(NameWord::kCompany, tok(end - 1).fold)) --end;
    if (run.type != PartyType::kCompany || end != begin + 1 || run.end - run.begin < 2) continue;
    if (kinds_.kinds[begin] != 0 || tok(begin).fold.size() < 4) continue;
    const int party = party_for(folds(run.begin, run.end), span_of(run.begin, run.end), run.type, run.is_titled);
    firms.emplace(tok(begin).fold, party);
  }
  for (uint32_t i = 0; i < count() && !firms.empty(); ++i)
    if (const auto found = firms.find(tok(i).fold);
        found != firms.end() && tok(i).is_capital && !in_run[i] && !taken_[i]) {
      mention(found->second, span_of(i, i + 1));
      take(i, i + 1);
    }
}

// What the words of a name and those before it say of its bearer, besides the type.
void PartyFinder::describe_bearer(Party& p, const Run& run) const {
  for (uint32_t k = run.begin; k < run.end; ++k) {
    if (is(k, Kind::kOutlet) || is(k, Kind::kMedia) || is_media_word(tok(k).fold)) p.is_medium = true;
    if (kinds_.state[k] && p.state.empty() && p.type == PartyType::kPublicBody) p.state = kinds_.state[k]->value;
  }
  if (run.begin > 0 && (is(run.begin - 1, Kind::kMedia) || is(run.begin - 1, Kind::kOutlet))) p.is_medium = true;
  if (run.begin > 1 && is_comma_mark(tok(run.begin - 1).mark) && is(run.begin - 2, Kind::kDocument) &&
      run.type != PartyType::kCompany)
    p.is_document = true;  // its report, Warm Bodies
  if (is_the_site(run.begin, run.end)) p.is_medium = true, p.type = PartyType::kOrganization;
  if (const int gender = titled_gender(run.begin); gender != 0) p.gender = gender;
  if (p.gender == 0 && p.type == PartyType::kPerson && run.end - run.begin >= 2) p.gender = given_gender(run.begin);
  if (p.type == PartyType::kPerson && p.state.empty()) set_office(p, run.begin);
}

// TTH, where the page says in brackets whose letters they are.
void PartyFinder::settle_acronyms() {
  if (acronyms_.empty()) return;
  for (Mention& m : out_.mentions) {
    const uint32_t b = token_at(m.span.begin);
    if (b + 1 == token_at(m.span.end) || (b < count() && tok(b).end == m.span.end))
      if (const auto found = acronyms_.find(tok(b).fold); found != acronyms_.end()) m.party = found->second;
  }
}

// Волкова, Гриценко, Каминский: an ending of surnames.
bool PartyFinder::has_surname_ending(std::string_view word) {
  for (const std::string_view ending :
       {"ова",  "ева", "ёва",   "ов",  "ев",    "ёв",   "ин",    "ина",  "ын", "ына", "ский", "ская", "цкий", "цкая",
        "енко", "чук", "швили", "дзе", "ський", "ська", "цький", "цька", "ів", "ski", "cki",  "ska",  "cka"})
    if (word.size() > ending.size() + 4 && word.ends_with(ending)) return true;
  return false;
}

// Уволился он в марте, Raporda yer alıyor: a word that has a capital at the beginning of a sentence and nowhere else,
// and of which nothing says that it is a name: it does not speak, has no apostrophe, is no acronym.
bool PartyFinder::may_be_by_place(uint32_t i, uint32_t end) const {
  const Token& t = tok(i);
  if (end - i != 1 || !starts_[i] || text_.language == "de" || is(i, Kind::kOutlet)) return false;
  if (kinds_.kinds[i] != 0 || kinds_.state[i] || t.is_all_capitals || t.is_number || amid_.contains(t.fold))
    return false;
  if (text_.language == "en") return is_english_word(t.fold);
  if (text_.language == "tr") return may_be_turkish_word(i, end);
  if (is_slavic(text_.language) && has_surname_ending(t.fold) && end < count() &&
      (is(end, Kind::kPreposition) || is(end, Kind::kTime) ||
       is(end, Kind::kAdverb)))  // Волкова в беседе с газетой заявила
    for (uint32_t k = end; k < std::min(count(), end + 12) && tok(k).block == t.block; ++k) {
      const bool noun = is(k, Kind::kDocument) || is(k, Kind::kClaimNoun);
      if (is(k, Kind::kCue) && (!noun || may_be_verb(tok(k).fold, text_.language))) return false;
      if (tok(k).mark != 0 && !is_quote_mark(tok(k).mark)) break;
    }
  for (uint32_t k = end; k < count() && k < end + 4 && tok(k).block == t.block; ++k) {
    if (is(k, Kind::kCue)) return false;
    if (k == end && is_comma_mark(tok(k).mark)) continue;  // Икс, глава завода, заявил
    if (k > end && is_comma_mark(tok(end).mark) && (is(k, Kind::kPerson) || is(k, Kind::kCompany))) return false;
    if (!(kinds_.kinds[k] & kFunctionWords)) break;
  }
  return true;
}

// Turkish cuts the endings of names off by an apostrophe; the verb of saying stands at the end.
bool PartyFinder::may_be_turkish_word(uint32_t i, uint32_t end) const {
  const uint32_t block = tok(i).block;
  if (end < count() && tok(end).block == block && tok(end).joined && tok(end).mark == 0) return false;
  if (has_turkish_ending(tok(i).fold)) return true;
  for (uint32_t k = end; k < std::min(count(), end + 150) && tok(k).block == block; ++k) {
    if (is_terminal_mark(tok(k).mark)) break;
    if (is(k, Kind::kCue)) return false;
  }
  return true;
}

}  // namespace cordon::reading
