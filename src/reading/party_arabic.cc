// Persons' names in Arabic and Persian, whose script has no capitals: the noun of an office beside them shows them.
#include <algorithm>

#include "reading/name_words.h"
#include "reading/party_finder.h"

namespace cordon::reading {
namespace {

// الشركة, للشركة, بالشركة
bool has_article(std::string_view fold) {
  return fold.starts_with("\u0627\u0644") || fold.starts_with("\u0644\u0644") || fold.starts_with("\u0628\u0627\u0644");
}

bool is_link(const std::string& fold) { return is_name_word(NameWord::kArabicLink, fold); }

}  // namespace

void PartyFinder::add_appositions() {
  add_bare_firms();
  add_names_before_office();
  add_names_between_commas();
  add_names_before_role();
  add_names_behind_role();
}

// شركة كربكس, and then كربكس alone: an unknown word behind the noun of a firm is its name where it stands without the
// noun too. No adjective of it (شركة خاصة, شرکت خصوصی).
void PartyFinder::add_bare_firms() {
  constexpr size_t kLeast = 6;  // bytes: three letters
  const auto is_adjective = [](std::string_view word) {
    return word.ends_with("\u0629") || word.ends_with("\u0647") || word.ends_with("\u064a") || word.ends_with("\u06cc");
  };
  for (uint32_t i = 1; i < count(); ++i) {
    const Token& name = tok(i);
    if (!is(i - 1, Kind::kCompany) || is(i - 1, Kind::kPerson) || has_article(tok(i - 1).fold) || name.mark != 0 ||
        name.is_number || name.block != tok(i - 1).block || kinds_.kinds[i] != 0 || taken_[i] || taken_[i - 1] ||
        name.fold.size() < kLeast || has_article(name.fold) || is_adjective(name.fold) || is_masdar(i))
      continue;
    const std::vector<uint32_t>& places = places_of(name.fold);
    const bool alone = std::ranges::any_of(places, [&](uint32_t k) { return k == 0 || !is(k - 1, Kind::kCompany); });
    if (!alone) continue;
    const int party = party_for({name.fold}, span_of(i - 1, i + 1), PartyType::kCompany, true);
    out_.parties[party].type = PartyType::kCompany;
    for (const uint32_t k : places) {
      if (taken_[k]) continue;
      const uint32_t from =
          k > 0 && is(k - 1, Kind::kCompany) && !taken_[k - 1] && tok(k - 1).block == tok(k).block ? k - 1 : k;
      mention(party, span_of(from, k + 1));
      take(from, k + 1);
    }
  }
}

// اسماعیل بقایی، سخنگوی وزارت …: two to four words at the head of a clause, and behind the comma the office
void PartyFinder::add_names_before_office() {
  for (uint32_t i = 2; i + 1 < count(); ++i) {
    if (!is_comma_mark(tok(i).mark) || tok(i + 1).mark != 0 || tok(i + 1).block != tok(i).block) continue;
    uint32_t role = i + 1;
    if (is(role, Kind::kAdjective)) ++role;
    if (role >= count() || !is_role(role)) continue;
    uint32_t begin = i;
    while (i - begin < 4 && may_go_back(begin) && !tok(begin - 1).is_number) --begin;
    if (i - begin < 2) continue;
    const bool opens = begin == text_.heads[tok(i).block] || tok(begin - 1).mark != 0 || is(begin - 1, Kind::kThat) ||
                       is(begin - 1, Kind::kConjunction) || is(begin - 1, Kind::kAdverb) || is(begin - 1, Kind::kCue) ||
                       is(begin - 1, Kind::kTime) || is(begin - 1, Kind::kTitle);
    bool closed = false;  // the office ends with a comma too, or with the verb
    for (uint32_t k = role + 1; k < count() && k < role + 12 && !closed; ++k) {
      if (tok(k).block != tok(i).block || is_terminal_mark(tok(k).mark)) break;
      closed = is_comma_mark(tok(k).mark) || is(k, Kind::kCue);
    }
    const bool article = text_.language == "ar" && tok(begin).fold.starts_with("\u0627\u0644");
    if (opens && closed && !article) add_person(begin, i);
  }
}

// Does an unknown word stand before token `i`, in its block, that no name has taken?
bool PartyFinder::may_go_back(uint32_t i) const {
  return i > 0 && tok(i - 1).mark == 0 && kinds_.kinds[i - 1] == 0 && !taken_[i - 1] &&
         tok(i - 1).block == tok(i).block;
}

// مدير الشركة، حاتم البرهومي، …: a name of two to four words stands between commas behind a role.
void PartyFinder::add_names_between_commas() {
  for (uint32_t i = 1; i + 2 < count(); ++i) {
    if (!is_comma_mark(tok(i).mark)) continue;
    bool role = false;
    for (uint32_t k = i; k-- > 0 && i - k <= 5 && tok(k).mark == 0;) role = role || is_person_noun(k);
    uint32_t end = i + 1;
    while (end < count() && tok(end).mark == 0 && kinds_.kinds[end] == 0 && end < i + 5 &&
           tok(end).block == tok(i).block)
      ++end;
    if (!role || end - i - 1 < 2) continue;
    if (end < count() && tok(end).mark == 0 && !is(end, Kind::kThat) && !is(end, Kind::kCue)) continue;
    add_person(i + 1, end);
  }
}

// سعید مرادی، مدیرعامل این شرکت، …: a name that opens the sentence or follows a verb of saying, and its role
void PartyFinder::add_names_before_role() {
  for (uint32_t i = 2; i + 2 < count(); ++i) {
    if (!is_comma_mark(tok(i).mark) || tok(i + 1).mark != 0 || !is_person_noun(i + 1)) continue;
    uint32_t begin = i;
    while (i - begin < 5 && may_go_back(begin)) --begin;
    const bool opens = begin == 0 || tok(begin - 1).block != tok(i).block || is_terminal_mark(tok(begin - 1).mark) ||
                       is(begin - 1, Kind::kCue);
    if (opens && i - begin >= 2 && i - begin <= 4) add_person(begin, i);
  }
}

// متحدث باسم الوزارة أحمد علي: a role directly before a name that ends the phrase
void PartyFinder::add_names_behind_role() {
  for (uint32_t i = 0; i + 2 < count(); ++i) {
    if (!is_role(i) || (text_.language == "ar" && add_arabic_name(i))) continue;
    uint32_t begin = i + 1;
    while (begin < count() && begin < i + 5 &&
           (is(begin, Kind::kBody) || is(begin, Kind::kState) || is(begin, Kind::kAdjective) ||
            is(begin, Kind::kCompany) || is(begin, Kind::kOrganWord)))
      ++begin;
    uint32_t end = begin;
    while (end < count() && tok(end).mark == 0 && kinds_.kinds[end] == 0 && end < begin + 3 && !taken_[end]) ++end;
    if (end - begin < 2 || end >= count() || (text_.language == "ar" && is_masdar(begin))) continue;
    // اتهم النائب مازن حداد وزارة …: two words that are no nouns of the lexicon, before the one spoken of
    const bool object =
        end - begin == 2 && (is(end, Kind::kBody) || is(end, Kind::kCompany) || is(end, Kind::kClaimNoun) ||
                             is(end, Kind::kDocument) || is(end, Kind::kDeterminer));
    if (tok(end).mark != 0 || is(end, Kind::kThat) || is(end, Kind::kCue) || object) add_person(begin, end);
  }
}

// المدير التنفيذي للشركة سامر العطار, المتحدث باسم وزارة الخارجية لين جيان: a name behind the noun of an office at
// token `i` and what the office is of. Returns whether there is one.
bool PartyFinder::add_arabic_name(uint32_t i) {
  bool after_cue = false;  // behind a verb of saying: what follows is none
  for (uint32_t b = i; b-- > 0 && i - b <= 2 && tok(b).mark == 0;) after_cue = after_cue || is(b, Kind::kCue);
  const uint32_t begin = behind_office(i, after_cue);
  if (begin == 0 || !may_be_arabic_name(begin, after_cue)) return false;
  const uint32_t end = arabic_name_end(begin);
  if (end == 0 || is_masdar(begin)) return false;
  // behind a verb of saying (وأعرب وزير …: a verb before it), or before what ends the phrase
  const bool after_verb = after_cue || (i > 0 && starts_[i - 1]) || (i > 1 && starts_[i - 2]);
  if (!after_verb && !closes_name(end, tok(i).block)) return false;
  add_person(begin, end);
  return true;
}

// Behind the noun of an office come what it is of and adjectives, all with the article or what belongs to it, and then
// the name, whose first word has none. Returns the token of that word, 0 where there is none.
uint32_t PartyFinder::behind_office(uint32_t i, bool after_cue) const {
  uint32_t k = i + 1;
  bool definite = has_article(tok(i).fold), of = true;  // of: a noun without the article may follow
  for (; k < count() && k < i + 9 && tok(k).mark == 0 && tok(k).block == tok(i).block; ++k) {
    const bool article = has_article(tok(k).fold);
    if (after_cue && definite && !of && is(k, Kind::kCue) && !article && !taken_[k]) break;  // العميد صادق
    if (taken_[k] || is(k, Kind::kCue) || is(k, Kind::kThat)) return 0;
    const bool state = is(k, Kind::kState) || is(k, Kind::kOrganWord);
    const bool body = state || is(k, Kind::kBody) || is(k, Kind::kCompany) || is_person_noun(k);
    if (tok(k).fold == "\u0628\u0627\u0633\u0645") {  // باسم
      of = true;
    } else if (article || is(k, Kind::kAdjective)) {
      definite = definite || article;
      of = false;
    } else if (body && of) {
      definite = definite || state;
    } else if (of && kinds_.kinds[k] == 0 && k + 1 < count() && has_article(tok(k + 1).fold)) {
      continue;  // رئيس مجلس إدارة الشركة
    } else {
      break;
    }
  }
  const bool ends = k >= count() || k >= i + 9 || tok(k).mark != 0 || tok(k).block != tok(i).block;
  return !definite || ends || taken_[k] ? 0 : k;
}

// May the word behind an office be the first of a name?
bool PartyFinder::may_be_arabic_name(uint32_t i, bool after_cue) const {
  // علي, the name: folded as the preposition على, from which only its last letter in the text tells it
  if (tok(i).fold == "\u0639\u0644\u06cc" && text_.text.compare(tok(i).end - 2, 2, "\u064a") == 0) return true;
  if (after_cue && kinds_.kinds[i] == bit(Kind::kCue)) return true;  // صادق
  return is_free(i, tok(i).block) && kinds_.kinds[i] == 0 && !has_article(tok(i).fold);
}

// Returns where the name that begins at token `begin` ends: behind its surname or a third name; 0 where it has none.
uint32_t PartyFinder::arabic_name_end(uint32_t begin) const {
  const uint32_t block = tok(begin).block;
  uint32_t end = begin + 1;
  bool surname = false;
  while (end < begin + 6 && is_free(end, block) && (!surname || is_link(tok(end - 1).fold))) {
    surname = !is_link(tok(end).fold);
    ++end;
  }
  if (!surname) return 0;
  if (closes_name(end, block) || !is_free(end, block) || kinds_.kinds[end] != 0) return end;
  const std::string& next = tok(end).fold;
  const bool doing = next.starts_with("\u0627\u0644\u062a") || next.starts_with("\u0627\u0644\u0625") ||
                     next.starts_with("\u0627\u0644\u0627");
  const bool third = closes_name(end + 1, block) || (has_article(next) && !has_article(tok(end - 1).fold) && !doing);
  return third ? end + 1 : end;
}

// May the word be part of a name: in that block, in no other name, none that names consist of no?
bool PartyFinder::is_free(uint32_t i, uint32_t block) const {
  constexpr uint64_t kNoName = kFunctionWords | bit(Kind::kCue) | bit(Kind::kBody) | bit(Kind::kCompany) |
                               bit(Kind::kClaimNoun) | bit(Kind::kDocument) | bit(Kind::kState);
  return i < count() && tok(i).mark == 0 && !taken_[i] && tok(i).block == block && !(kinds_.kinds[i] & kNoName);
}

// Does the phrase of a name end before token `i`?
bool PartyFinder::closes_name(uint32_t i, uint32_t block) const {
  return i >= count() || tok(i).mark != 0 || is(i, Kind::kThat) || is(i, Kind::kCue) || tok(i).block != block;
}

// بمحاسبة المتورطين: what is done, no name
bool PartyFinder::is_masdar(uint32_t k) const {
  const std::string& w = tok(k).fold;
  return (w.starts_with("\u0628") || w.starts_with("\u0644")) && k + 1 < count() &&
         tok(k + 1).fold.starts_with("\u0627\u0644") && (w.ends_with("\u0629") || w.size() >= 14);
}

// Adds the person, and mentions of it wherever the surname stands.
void PartyFinder::add_person(uint32_t begin, uint32_t end) {
  if (taken_[begin]) return;
  const Words words = folds(begin, end);
  if (words.empty()) return;
  const int party = party_for(words, span_of(begin, end), PartyType::kPerson, true);
  out_.parties[party].type = PartyType::kPerson;
  const auto size = static_cast<uint32_t>(words.size());
  const bool linked = size > 2 && is_link(words[size - 2]);  // نبيل عبد الله: عبد الله
  for (const uint32_t k : places_of(words.back())) {
    if (taken_[k]) continue;
    const bool full = k + 1 >= size && tok(k + 1 - size).fold == words.front();
    if (linked && !full && (k == 0 || tok(k - 1).fold != words[size - 2] || taken_[k - 1])) continue;
    const uint32_t from = full ? k + 1 - size : linked ? k - 1 : k;
    mention(party, span_of(from, k + 1));
    take(from, k + 1);
  }
}

}  // namespace cordon::reading
