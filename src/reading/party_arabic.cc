// Persons' names in Arabic and Persian, whose script has no capitals: the noun of an office beside them shows them.
#include "reading/name_words.h"
#include "reading/party_finder.h"

namespace cordon::reading {

// Arabic, Persian: مدير الشركة، حاتم البرهومي، … : a name of two or three words stands between commas behind a role.
// بمحاسبة المتورطين: what is done, no name
bool PartyFinder::is_masdar(uint32_t k) const {
  const std::string& w = tok(k).fold;
  return (w.starts_with("\u0628") || w.starts_with("\u0644")) && k + 1 < count() &&
         tok(k + 1).fold.starts_with("\u0627\u0644") && (w.ends_with("\u0629") || w.size() >= 14);
}

// المدير التنفيذي للشركة سامر العطار, المتحدث باسم وزارة الخارجية لين جيان: behind the noun of an office come what it
// is of and adjectives, all with the article or what belongs to it, and then the name, whose first word has none.
bool PartyFinder::add_arabic_name(uint32_t i) {
  const auto article = [&](uint32_t k) {
    const std::string& w = tok(k).fold;
    return w.starts_with("\u0627\u0644") || w.starts_with("\u0644\u0644") || w.starts_with("\u0628\u0627\u0644");
  };
  bool after_cue = false;  // behind a verb of saying: what follows is none
  for (uint32_t b = i; b-- > 0 && i - b <= 2 && tok(b).mark == 0;) after_cue = after_cue || is(b, Kind::kCue);
  uint32_t k = i + 1;
  bool definite = article(i), of = true;  // of: a noun without the article may follow
  for (; k < count() && k < i + 9 && tok(k).mark == 0 && tok(k).block == tok(i).block; ++k) {
    if (after_cue && definite && !of && is(k, Kind::kCue) && !article(k) && !taken_[k]) break;  // العميد صادق
    if (taken_[k] || is(k, Kind::kCue) || is(k, Kind::kThat)) return false;
    const bool body = is(k, Kind::kBody) || is(k, Kind::kCompany) || is(k, Kind::kState) || is(k, Kind::kOrganWord) ||
                      is(k, Kind::kPerson) || is(k, Kind::kSpokesman);
    if (tok(k).fold == "\u0628\u0627\u0633\u0645") {  // باسم
      of = true;
    } else if (article(k) || is(k, Kind::kAdjective)) {
      definite = definite || article(k);
      of = false;
    } else if (body && of) {
      if (is(k, Kind::kState) || is(k, Kind::kOrganWord)) definite = true;
    } else if (of && kinds_.kinds[k] == 0 && k + 1 < count() && article(k + 1) && k > i) {
      continue;  // رئيس مجلس إدارة الشركة
    } else {
      break;
    }
  }
  if (!definite || k >= count() || k >= i + 9 || tok(k).mark != 0 || taken_[k]) return false;
  const auto free = [&](uint32_t t) {
    return t < count() && tok(t).mark == 0 && !taken_[t] && tok(t).block == tok(i).block &&
           !(kinds_.kinds[t] & (kFunctionWords | bit(Kind::kCue) | bit(Kind::kBody) | bit(Kind::kCompany) |
                                bit(Kind::kClaimNoun) | bit(Kind::kDocument) | bit(Kind::kState)));
  };
  const bool ali = tok(k).fold == "\u0639\u0644\u06cc" && text_.text.compare(tok(k).end - 2, 2, "\u064a") == 0;
  const bool verbal = after_cue && kinds_.kinds[k] == bit(Kind::kCue);
  if (!ali && !verbal && (!free(k) || kinds_.kinds[k] != 0 || article(k))) return false;
  uint32_t end = k + 1;
  const auto links = [&](uint32_t t) { return is_name_word(NameWord::kArabicLink, tok(t).fold); };
  bool surname = false;
  while (end < k + 6 && free(end) && (!surname || links(end - 1))) {
    surname = !links(end);
    ++end;
  }
  if (!surname) return false;
  const auto closes = [&](uint32_t t) {
    return t >= count() || tok(t).mark != 0 || is(t, Kind::kThat) || is(t, Kind::kCue) || tok(t).block != tok(i).block;
  };
  const bool doing = end < count() && (tok(end).fold.starts_with("\u0627\u0644\u062a") ||
                                       tok(end).fold.starts_with("\u0627\u0644\u0625") ||
                                       tok(end).fold.starts_with("\u0627\u0644\u0627"));
  if (!closes(end) && free(end) && kinds_.kinds[end] == 0 &&
      (closes(end + 1) || (article(end) && !article(end - 1) && !doing)))
    ++end;  // three names
  // behind a verb of saying, or before what ends the phrase
  after_cue = after_cue || (i > 0 && starts_[i - 1]) || (i > 1 && starts_[i - 2]);  // وأعرب وزير …: a verb before it
  if ((!after_cue && !closes(end)) || is_masdar(k)) return false;
  add_person(k, end);
  return true;
}

// اسماعیل بقایی، سخنگوی وزارت …: two to four words at the head of a clause, and behind the comma the office
void PartyFinder::add_names_before_office() {
  for (uint32_t i = 2; i + 1 < count(); ++i) {
    if (!is_comma_mark(tok(i).mark) || tok(i + 1).mark != 0 || tok(i + 1).block != tok(i).block) continue;
    uint32_t role = i + 1;
    if (is(role, Kind::kAdjective)) ++role;
    if (!is(role, Kind::kPerson) && !is(role, Kind::kSpokesman) && !is(role, Kind::kTitle)) continue;
    uint32_t begin = i;
    while (begin > 0 && i - begin < 4 && tok(begin - 1).mark == 0 && tok(begin - 1).block == tok(i).block &&
           !taken_[begin - 1] && kinds_.kinds[begin - 1] == 0 && !tok(begin - 1).is_number)
      --begin;
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

void PartyFinder::add_appositions() {
  add_names_before_office();
  for (uint32_t i = 1; i + 2 < count(); ++i) {
    if (!is_comma_mark(tok(i).mark)) continue;
    bool role = false;
    for (uint32_t k = i; k-- > 0 && i - k <= 5 && tok(k).mark == 0;)
      role = role || is(k, Kind::kPerson) || is(k, Kind::kSpokesman);
    uint32_t end = i + 1;
    while (end < count() && tok(end).mark == 0 && kinds_.kinds[end] == 0 && end < i + 5 &&
           tok(end).block == tok(i).block)
      ++end;
    if (!role || end - i - 1 < 2 || end - i - 1 > 4) continue;
    if (end < count() && tok(end).mark == 0 && !is(end, Kind::kThat) && !is(end, Kind::kCue)) continue;
    add_person(i + 1, end);
  }
  // سعید مرادی، مدیرعامل این شرکت، …: a name that opens the sentence or follows a verb of saying, and its role
  for (uint32_t i = 2; i + 2 < count(); ++i) {
    if (!is_comma_mark(tok(i).mark) || tok(i + 1).mark != 0) continue;
    uint32_t begin = i;
    while (begin > 0 && i - begin < 5 && tok(begin - 1).mark == 0 && kinds_.kinds[begin - 1] == 0 &&
           !taken_[begin - 1] && tok(begin - 1).block == tok(i).block)
      --begin;
    const bool opens = begin == 0 || tok(begin - 1).block != tok(i).block || is_terminal_mark(tok(begin - 1).mark) ||
                       is(begin - 1, Kind::kCue);
    if (!opens || i - begin < 2 || i - begin > 4) continue;
    if (is(i + 1, Kind::kPerson) || is(i + 1, Kind::kSpokesman)) add_person(begin, i);
  }
  // متحدث باسم الوزارة أحمد علي: a role directly before a name that ends the phrase
  for (uint32_t i = 0; i + 2 < count(); ++i) {
    if (!is(i, Kind::kTitle) && !is(i, Kind::kSpokesman) && !is(i, Kind::kPerson)) continue;
    if (text_.language == "ar" && add_arabic_name(i)) continue;
    uint32_t begin = i + 1;
    while (begin < count() && begin < i + 5 &&
           (is(begin, Kind::kBody) || is(begin, Kind::kState) || is(begin, Kind::kAdjective) ||
            is(begin, Kind::kCompany) || is(begin, Kind::kOrganWord)))
      ++begin;
    uint32_t end = begin;
    while (end < count() && tok(end).mark == 0 && kinds_.kinds[end] == 0 && end < begin + 3 && !taken_[end]) ++end;
    if (end - begin < 2 || end >= count()) continue;
    // اتهم النائب مازن حداد وزارة …: two words that are no nouns of the lexicon, before the one spoken of
    const bool object =
        end - begin == 2 && (is(end, Kind::kBody) || is(end, Kind::kCompany) || is(end, Kind::kClaimNoun) ||
                             is(end, Kind::kDocument) || is(end, Kind::kDeterminer));
    if ((tok(end).mark != 0 || is(end, Kind::kThat) || is(end, Kind::kCue) || object) &&
        !(text_.language == "ar" && is_masdar(begin)))
      add_person(begin, end);
  }
}

void PartyFinder::add_person(uint32_t begin, uint32_t end) {
  if (taken_[begin]) return;
  const Words words = folds(begin, end);
  if (words.empty()) return;
  const int party = party_for(words, {tok(begin).begin, tok(end - 1).end}, PartyType::kPerson, true);
  out_.parties[party].type = PartyType::kPerson;
  for (const uint32_t k : places_of(words.back())) {  // and wherever the surname stands
    if (taken_[k]) continue;
    const bool full = k + 1 >= words.size() && tok(k + 1 - static_cast<uint32_t>(words.size())).fold == words.front();
    const bool linked =
        words.size() > 2 && is_name_word(NameWord::kArabicLink, words[words.size() - 2]);  // نبيل عبد الله: عبد الله
    if (linked && !full && (k == 0 || tok(k - 1).fold != words[words.size() - 2] || taken_[k - 1])) continue;
    const uint32_t from = full ? k + 1 - static_cast<uint32_t>(words.size()) : linked ? k - 1 : k;
    mention(party, {tok(from).begin, tok(k).end});
    for (uint32_t t = from; t <= k; ++t) taken_[t] = true;
  }
}

}  // namespace cordon::reading
