// Where a name by capitals begins and where it ends.
#include <algorithm>

#include "reading/name_words.h"
#include "reading/party_finder.h"
#include "reading/slavic_words.h"

namespace cordon::reading {
namespace {

bool ends_with_one(std::string_view word, std::initializer_list<std::string_view> endings) {
  return std::ranges::any_of(endings, [&](std::string_view ending) { return word.ends_with(ending); });
}

// Words between two names as well as amid one: und, y.
bool is_and(std::string_view fold) { return fold == "und" || fold == "y" || fold == "et" || fold == "и"; }

// Institute of Economy, Casa de Campo: what follows belongs to the name, whatever stands before.
bool always_connects(std::string_view fold) {
  return fold == "of" || fold == "de" || fold == "von" || fold == "al" || fold == "bin";
}

}  // namespace

// Oslo-listed, Sechin-linked, Hong Kong-registered: a name as a part of an adjective, and no name.
bool PartyFinder::is_compound_participle(uint32_t i) const {
  if (text_.language != "en" || tok(i).mark != 0 || !tok(i).is_capital) return false;
  const std::string_view word = text_.view({tok(i).begin, tok(i).end});
  const size_t hyphen = word.rfind('-');
  if (hyphen == std::string_view::npos || hyphen < 2 || hyphen + 4 > word.size() || !word.ends_with("ed")) return false;
  return word[hyphen + 1] >= 'a' && word[hyphen + 1] <= 'z';
}

// Firma Agrowisła: the noun has its capital from the sentence alone.
bool PartyFinder::is_common_noun(uint32_t i) const {
  if (!is(i, Kind::kCompany) || text_.language == "en" || text_.language == "de") return false;
  if (i + 1 >= count() || !tok(i + 1).is_capital || tok(i + 1).mark != 0 || amid_.contains(tok(i).fold)) return false;
  std::vector<Found> found;
  Lexicon::of(text_.language).find(text_.tokens, i, i + 1, found);
  return std::any_of(found.begin(), found.end(), [](const Found& f) { return f.lexeme->detail == "generic"; });
}

// Ли Вэй, Ли Чжон Хо: the first word of a name, written as the particle is.
bool PartyFinder::is_slavic_li(uint32_t i) const {
  if (!is_slavic(text_.language) || i + 1 >= count()) return false;
  const Token &t = tok(i), &next = tok(i + 1);
  return (t.fold == "ли" || t.fold == "лі" || t.fold == "чи" || t.fold == "то") && t.is_capital && next.mark == 0 &&
         next.is_capital && kinds_.kinds[i + 1] == 0 && next.fold.size() <= 12;
}

// аль-Фарси, эль-Хури, bin-…: an Arabic article with a small letter, and a name with a capital.
bool PartyFinder::is_arabic_article_name(uint32_t i) const {
  const Token& t = tok(i);
  if (!is_slavic(text_.language) || t.mark != 0) return false;
  const std::string_view word = text_.view({t.begin, t.end});
  const size_t hyphen = word.find('-');
  if (hyphen == std::string_view::npos || hyphen < 4 || hyphen > 6 || hyphen + 3 > word.size()) return false;
  const std::string_view name = word.substr(hyphen + 1);
  const auto first = static_cast<unsigned char>(name[0]), second = static_cast<unsigned char>(name[1]);
  return first == 0xD0 && second >= 0x90 && second <= 0xAF;  // А…Я
}

bool PartyFinder::may_begin_name(uint32_t i) const {
  const Token& t = tok(i);
  if (starts_[i] && is_common_noun(i)) return false;
  if (!t.is_capital || t.mark != 0 || taken_[i] || is_compound_participle(i)) return false;
  if (kinds_.kinds[i] & kFunctionWords & ~bit(Kind::kTitle) && !(t.is_all_capitals && t.fold != "us") &&
      !is_slavic_li(i))
    return false;
  if (is_role(i)) return false;
  if (is(i, Kind::kAdjective) && !(i + 1 < count() && tok(i + 1).is_capital && is(i + 1, Kind::kBody))) return false;
  if (starts_[i] && !may_begin_at_start(i)) return false;
  if (is_slavic(text_.language) && kinds_.state[i] && i + 1 < count() && tok(i + 1).is_capital &&
      !is(i + 1, Kind::kBody))
    return false;  // президента России Дмитрий Песков
  return text_.language != "de" || german_name(i);
}

// May a name begin at the beginning of a sentence, where every word has a capital?
bool PartyFinder::may_begin_at_start(uint32_t i) const {
  constexpr uint64_t kInNames = bit(Kind::kState) | bit(Kind::kCapital) | bit(Kind::kBody) | bit(Kind::kCompany) |
                                bit(Kind::kOutlet) | bit(Kind::kGoods) | bit(Kind::kPlace) | bit(Kind::kPredicate) |
                                bit(Kind::kMedia);
  if (kinds_.kinds[i] & ~kInNames && !is_slavic_li(i)) return false;
  if (i + 1 < count() && tok(i + 1).is_capital && tok(i + 1).mark == 0) return true;
  if (is(i, Kind::kMedia)) return false;  // Channel Six, but not: Media say
  return !small_.contains(tok(i).fold) && !is(i, Kind::kBody) && !is(i, Kind::kCompany) && !is(i, Kind::kGoods) &&
         !is(i, Kind::kPredicate);
}

// German writes all nouns with capitals: a name has a second capital behind it, a role before it, or a legal form.
bool PartyFinder::german_name(uint32_t i) const {
  if (kinds_.kinds[i] != 0 && !is(i, Kind::kOutlet))
    return is(i, Kind::kBody) || is(i, Kind::kCompany) ? is_proper_body(i) : false;
  const bool next =
      i + 1 < count() && tok(i + 1).is_capital && tok(i + 1).mark == 0 && tok(i + 1).block == tok(i).block;
  const bool role = i > 0 && (is_role(i - 1) || is(i - 1, Kind::kCompany));
  const bool article = i > 0 && (is(i - 1, Kind::kDeterminer) || is(i - 1, Kind::kPreposition));
  if (tok(i).is_all_capitals && tok(i).fold.size() >= 2) return true;
  return (next && (!article || is_before_legal_form(i))) || role || known_surname(tok(i).fold);
}

// Die Orbel Handels GmbH: words with capitals, and the legal form of a firm behind them.
bool PartyFinder::is_before_legal_form(uint32_t i) const {
  constexpr uint32_t kMost = 4;
  for (uint32_t k = i + 1; k < std::min(count(), i + 1 + kMost); ++k) {
    if (tok(k).mark != 0 || !tok(k).is_capital || tok(k).block != tok(i).block || (kinds_.kinds[k] & kFunctionWords))
      return false;
    if (is_name_word(NameWord::kLegalForm, tok(k).fold)) return true;
  }
  return false;
}

bool PartyFinder::is_proper_body(uint32_t i) const {
  return i + 1 < count() && tok(i + 1).is_capital && tok(i + 1).mark == 0 && kinds_.kinds[i + 1] == 0;
}

// La Bitácora del Sur, Le Courrier du Nord: an article with a capital amid the sentence is part of a title.
bool PartyFinder::titled_article(uint32_t i) const {
  if (i == 0 || starts_[i - 1] || (text_.language != "es" && text_.language != "fr")) return false;
  const Token& article = tok(i - 1);
  return article.is_capital && !article.is_all_capitals && is(i - 1, Kind::kDeterminer);
}

// Hakan Fidan Tahran'a …: in Turkish a state, capital or outlet with an ending is no part of the name before it.
bool PartyFinder::is_told_place(uint32_t i) const {
  if (text_.language != "tr" || i + 1 >= count()) return false;
  if (!is(i, Kind::kState) && !is(i, Kind::kCapital) && !is(i, Kind::kOutlet)) return false;
  return tok(i + 1).fold.starts_with("'") || tok(i + 1).fold.starts_with("\u2019");
}

// Returns the token behind the name that begins at token `i`.
uint32_t PartyFinder::run_end(uint32_t i) const {
  uint32_t end = i + 1;
  while (end < count() && tok(end).block == tok(i).block && !ends_before(end)) {
    if (is_like_name(end)) {
      if (is_no_part(end)) break;
      ++end;
    } else if (tok(end).mark == U'.' && tok(end - 1).is_capital && tok(end - 1).end - tok(end - 1).begin <= 2 &&
               end + 1 < count() && tok(end + 1).is_capital) {
      ++end;  // J. Smith
    } else if (text_.language == "en" && tok(end).fold == "and" && joins_portfolios(i, end)) {
      end += 2;  // the Department for Business and Trade, the Maritime and Port Authority
    } else {
      const uint32_t next = behind_connectors(i, end);
      if (next == end) break;
      end = next;
    }
  }
  return end;
}

// Does another thing begin at token `end`, whether it has a capital or not?
bool PartyFinder::ends_before(uint32_t end) const {
  if (taken_[end] || is_told_place(end) || is_compound_participle(end)) return true;
  const Token& t = tok(end);
  if ((text_.language == "ru" || text_.language == "uk") && kinds_.state[end - 1] && t.is_capital) return true;
  // exportó a Nicaragua 64 drones: a count of what follows
  return t.is_number && kinds_.state[end - 1] && has_case_ && text_.language != "en" && end + 1 < count() &&
         tok(end + 1).mark == 0 && !tok(end + 1).is_capital;
}

// Is it written as a part of a name: with a capital, or as a short number behind one (Channel 4)?
bool PartyFinder::is_like_name(uint32_t end) const {
  const Token& t = tok(end);
  if (t.mark != 0 || is_person_noun(end)) return false;
  if (is_arabic_article_name(end)) return true;
  if (is(end, Kind::kTitle) && !tok(end - 1).joined) return false;
  if (is(end, Kind::kTime) && text_.language == "en") return false;
  if (t.is_number && is_slavic(text_.language) && end + 1 < count() && is(end + 1, Kind::kTime))
    return false;  // Волкова 5 мая заявила
  return t.is_capital || (t.is_number && tok(end - 1).is_capital && t.fold.size() <= 3 &&
                          t.fold.find_first_of(".,") == std::string::npos);
}

// Is a word that is written as a name no part of the one before it?
bool PartyFinder::is_no_part(uint32_t end) const {
  const Token& t = tok(end);
  if (t.fold == "'s" || (is(end, Kind::kPronoun) && !t.is_all_capitals)) return true;
  if (text_.language != "de") return false;
  if (kinds_.kinds[end] & (kFunctionWords | bit(Kind::kCue))) return true;
  // NordWelle Öl …: a common noun, unless a legal form shows that it is a name
  return kinds_.kinds[end] & (bit(Kind::kGoods) | bit(Kind::kClaimNoun) | bit(Kind::kDocument)) &&
         !(end + 1 < count() && is_name_word(NameWord::kCompany, tok(end + 1).fold));
}

// Ministry of Economy, Wendelstorff & Roth: returns the token behind small words and the word with a capital after
// them, where they go on with the name that begins at token `i`; else `end`.
uint32_t PartyFinder::behind_connectors(uint32_t i, uint32_t end) const {
  const Token& t = tok(end);
  if (text_.language == "en" && t.fold == "of" && is_plain_pair(i, end)) return end;  // Tomas Reyl of the Institute
  uint32_t k = end;
  while (k < count() && k < end + 3 && (is_name_word(NameWord::kConnector, tok(k).fold) || tok(k).mark == U'&')) ++k;
  if (k == end || k >= count() || !tok(k).is_capital || tok(k).mark != 0 || taken_[k] || is(k, Kind::kPerson) ||
      tok(k).fold == "'s" || tok(k).block != tok(i).block)
    return end;
  const bool body = run_has(i, end, Kind::kBody);
  if (t.fold == "and" || (is_and(t.fold) && !body)) return end;
  const bool goes_on = body || run_has(i, end, Kind::kCompany) || t.mark == U'&' ||
                       (titled_article(i) && end == i + 1) || always_connects(t.fold);
  return goes_on ? k + 1 : end;
}

// Is "and" at token `end` amid the name of one body that begins at token `i`, between two of its fields?
bool PartyFinder::joins_portfolios(uint32_t i, uint32_t end) const {
  if (end + 1 >= count() || !tok(end + 1).is_capital || !has_stop(end + 1, "portfolio") ||
      tok(end + 1).block != tok(i).block)
    return false;
  if (run_has(i, end, Kind::kBody)) return true;
  if (!has_stop(end - 1, "portfolio")) return false;
  for (uint32_t k = end + 2; k < std::min(count(), end + 5) && tok(k).is_capital && tok(k).mark == 0; ++k)
    if (is(k, Kind::kBody)) return true;
  return false;
}

// Two words with capitals that no table has: mostly a person’s name.
bool PartyFinder::is_plain_pair(uint32_t begin, uint32_t end) const {
  return end - begin == 2 && kinds_.kinds[begin] == 0 && kinds_.kinds[begin + 1] == 0 && !tok(begin).is_all_capitals &&
         !tok(begin + 1).is_all_capitals;
}

// rzeczniczka urzędu w Lublinie Ewa Karas: a place in the locative, then the name of a person.
uint32_t PartyFinder::slavic_place_end(uint32_t begin, uint32_t end) const {
  if (begin == 0 || !is(begin - 1, Kind::kPlace) || tok(begin).is_all_capitals) return end;
  const auto ends = [&](std::initializer_list<std::string_view> endings) {
    return ends_with_one(tok(begin).fold, endings);
  };
  const uint32_t place = ends({"ем", "ом", "ой", "ей", "ому", "ій", "ym", "im", "ej"}) ? 2 : 1;
  if (place == 1 && !ends({"е", "и", "і", "ах", "ях", "ie", "u", "ach", "y"})) return end;
  if (end - begin != place + 2) return end;
  for (uint32_t i = begin; i < end; ++i)
    if (tok(i).mark != 0 || !tok(i).is_capital || is(i, Kind::kBody) || is(i, Kind::kCompany)) return end;
  return begin + place;
}

// Мэр Одессы Игорь Савин, адвокат Савина Ольга Белова: behind the noun of a person whose he is, in the genitive, and
// then the name. Where the first word is one of two given names (Мария Фернанда Эспиноса), gender tells nothing.
uint32_t PartyFinder::slavic_owner_end(uint32_t begin, uint32_t end) const {
  if (begin == 0 || end < begin + 3 || !is_person_noun(begin - 1)) return end;
  for (uint32_t i = begin; i < begin + 3; ++i)
    if (tok(i).mark != 0 || !tok(i).is_capital || tok(i).is_all_capitals || (i > begin && is(i, Kind::kBody)))
      return end;
  const auto ends = [&](uint32_t i, std::initializer_list<std::string_view> endings) {
    return ends_with_one(tok(i).fold, endings);
  };
  const std::initializer_list<std::string_view> patronymics = {"вич", "вна", "чна", "ьич"};
  if (ends(begin + 1, patronymics) || ends(begin + 2, patronymics)) return end;
  const bool a = ends(begin, {"а", "я", "a"}), next_a = ends(begin + 1, {"а", "я", "a"});
  const bool surname = ends(begin, {"ова", "ева", "ина", "ына", "ука", "чука", "owa", "ewa", "ina", "ka"});
  const bool other = ends(begin, {"ы", "и", "і", "ї", "ого", "ої", "у", "ю", "y", "i", "u", "ego", "ej"});
  if (is(begin, Kind::kBody))  // представитель Госдепа Мэтью Миллер, but: офицер Армии Обороны Израиля
    for (uint32_t i = begin + 1; i < end; ++i)
      if (kinds_.state[i] || ends(i, {"ы", "ого", "ої", "ей", "y", "ego", "ej"})) return end;
  return other || (a && (!next_a || surname)) ? begin + 1 : end;
}

// сотрудник Института Европы Пётр Калныш, адвокат Олега Дерипаски Анна Линд, директор Orbel Metals Иван Рубан: where
// the name of who holds the office begins, in the nominative behind a genitive or in letters of its own; `end` where
// none does.
uint32_t PartyFinder::before_slavic_name(uint32_t begin, uint32_t end) const {
  constexpr uint32_t kMostBefore = 5, kMostName = 3;
  if (text_.language == "pl" || end < begin + 3) return end;
  bool office = false;
  for (uint32_t k = begin; k-- > 0 && begin - k <= kMostBefore && tok(k).mark == 0 && tok(k).block == tok(begin).block;)
    office = office || is_person_noun(k) || is(k, Kind::kPerson);
  if (!office) return end;
  const auto latin = [&](uint32_t i) { return static_cast<unsigned char>(tok(i).fold[0]) < 0x80; };
  const auto vowel = [&](uint32_t i) {
    return ends_with_one(tok(i).fold, {"а", "я", "о", "е", "ё", "є", "и", "ы", "і", "ї", "у", "ю", "э"});
  };
  for (uint32_t k = end - std::min(end - begin - 1, kMostName); k + 1 < end; ++k) {
    if (tok(k).mark != 0 || tok(k - 1).mark != 0 || tok(k).fold.empty() || tok(k - 1).fold.empty() ||
        tok(k + 1).mark != 0 || kinds_.kinds[k] != 0)
      continue;
    if (latin(k - 1) && !latin(k)) return k;
    if (latin(k)) continue;
    const bool genitive = ends_with_one(tok(k - 1).fold, {"а", "я", "ы", "и", "і", "ї", "ого", "его", "ої", "ой"});
    const bool nominative = (!vowel(k) && !vowel(k + 1)) || is_known_given_name(k);
    if (genitive && nominative) return k;
  }
  return end;
}

}  // namespace cordon::reading
