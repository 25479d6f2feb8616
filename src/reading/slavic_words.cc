#include "reading/slavic_words.h"

#include <initializer_list>

namespace cordon::reading {
namespace {

bool ends_with_any(std::string_view word, std::initializer_list<std::string_view> endings) {
  for (const std::string_view ending : endings)
    if (word.size() > ending.size() && word.ends_with(ending)) return true;
  return false;
}

std::string_view without_reflexive(std::string_view word) {
  for (const std::string_view ending : {"ся", "сь"})
    if (word.size() > 8 && word.ends_with(ending)) return word.substr(0, word.size() - ending.size());
  return word;
}

Agreement plural() { return {.singular = false}; }
Agreement masculine() { return {.plural = false, .feminine = false, .neuter = false}; }
Agreement feminine() { return {.plural = false, .masculine = false, .neuter = false}; }
Agreement neuter() { return {.plural = false, .masculine = false, .feminine = false}; }
Agreement singular() { return {.plural = false}; }

bool ends_with_vowel(std::string_view word) {
  return ends_with_any(word, {"а", "я", "о", "е", "ё", "є", "и", "ы", "і", "ї", "у",
                              "ю", "э", "a", "ą", "e", "ę", "i", "o", "u", "y", "ó"});
}

// Рем, Ким, Том: a name of one syllable has no ending.
bool has_one_vowel(std::string_view word) {
  int vowels = 0;
  for (const std::string_view vowel :
       {"а", "я", "о", "е", "ё", "є", "и", "ы", "і", "ї", "у", "ю", "э", "a", "ą", "e", "ę", "i", "o", "u", "y", "ó"})
    for (size_t at = word.find(vowel); at != std::string_view::npos; at = word.find(vowel, at + vowel.size())) ++vowels;
  return vowels <= 1;
}

// Oblique cases that end with a consonant.
bool is_oblique(std::string_view word, bool is_name, std::string_view language) {
  if (is_name && word.ends_with("м") && has_one_vowel(word)) return false;
  if (language == "pl")
    return ends_with_any(word, {"em", "om", "ach", "ych"}) ||
           (!is_name && ends_with_any(word, {"ów", "ich", "ej"}));            // Andrzej, Friedrich
  if (is_name && ends_with_any(word, {"пром", "атом", "ком"})) return false;  // Газпром, Росатом, Ростелеком
  if (is_name && ends_with_any(word, {"ам", "ям", "сим", "дим", "рим", "тем"})) return false;  // Адам, Максим, Артем
  if (ends_with_any(word, {"ом", "ем", "єм", "ам", "ям", "ах", "ях", "ой", "ою", "ых", "их", "ым", "им"})) return true;
  return !is_name && ends_with_any(word, {"ов", "ев", "ів", "їв", "ей"});
}

// Nouns of persons that end in -а: глава, пресс-секретарка, but not директора, which is the genitive of another.
bool is_person_in_a(std::string_view word, std::string_view language) {
  if (language == "pl")
    return ends_with_any(word, {"ca", "sta", "oda", "yzna", "owa", "ga", "dzia", "eta", "ina"}) ||
           (word.ends_with("ka") && !ends_with_any(word, {"ika", "yka", "aka", "eka", "oka"})) || word == "żona" ||
           word == "siostra" || word == "córka";
  if (word.ends_with("жба")) return true;  // пресс-служба
  return ends_with_any(word, {"ца", "ця", "ша", "щина", "мужчина", "лава", "олова", "удья", "уддя", "дова", "ена",
                              "естра", "одруга", "ружина", "оллега", "олега"}) ||
         (word.ends_with("ка") && !ends_with_any(word, {"ика", "ека", "яка", "ока", "іка", "їка"}));
}

}  // namespace

bool is_slavic(std::string_view language) { return language == "ru" || language == "uk" || language == "pl"; }

Agreement agreement_of(std::string_view word, std::string_view language) {
  if (language == "pl") {
    if (ends_with_any(word, {"li", "ły"})) return plural();
    if (word.ends_with("ła")) return feminine();
    if (word.ends_with("ło")) return neuter();
    if (word.ends_with("ł")) return masculine();
    if (ends_with_any(word, {"ano", "ono", "to"})) return {.singular = false, .plural = false, .impersonal = true};
    return word.ends_with("ą") ? plural() : singular();
  }
  word = without_reflexive(word);
  if (word.ends_with("ли")) return plural();
  if (word.ends_with("ла")) return feminine();
  if (word.ends_with("ло")) return neuter();
  if (language == "ru") {
    if (ends_with_any(word, {"ют", "ят", "ут", "ат", "сны", "рены", "дены", "товы"})) return plural();  // согласны
    if (ends_with_any(word, {"ет", "ёт", "ит"})) return singular();
    if (word.size() > 12 && ends_with_any(word, {"ано", "ено", "нуто"}))  // сказано, отмечено
      return {.singular = false, .plural = false, .impersonal = true};
  } else {
    if (ends_with_any(word, {"ють", "ять", "уть", "ать", "годні", "тові", "нені"})) return plural();
    if (ends_with_any(word, {"ено", "ано", "то"})) return {.singular = false, .plural = false, .impersonal = true};
    if (ends_with_any(word, {"є", "ить", "їть", "е"})) return singular();
  }
  return ends_with_vowel(word) ? Agreement{} : masculine();
}

bool may_be_subject(std::string_view word, NounKind kind, const Agreement& verb, std::string_view language) {
  if (verb.impersonal) return false;
  if (kind.is_abbreviation) return true;
  const bool polish = language == "pl";
  if (is_oblique(word, kind.is_name, language)) return false;
  const bool vowel = ends_with_vowel(word);
  if (verb.plural) {
    if (kind.is_name && !verb.singular)  // «Ведомости», but not «Коммерсанта»
      return polish ? ends_with_any(word, {"y", "i", "e"}) : ends_with_any(word, {"ы", "и", "і", "ї", "е"});
    // директора, владельца подозревают в подлоге: of persons this is whom, but for братья, лица
    if (kind.is_person && !verb.singular && ends_with_any(word, {"а", "я", "a"}) &&
        !ends_with_any(word, {"ья", "лица", "сора", "ерела", "ródła", "księża", "cia"}))
      return false;
    // в пресс-службе банка не ответили: of other nouns in -а only neuter ones are plural
    if (!polish && !kind.is_person && !kind.is_name && !verb.singular && ends_with_any(word, {"а", "я"}) &&
        !ends_with_any(word, {"ства", "ния", "ння", "суда", "тия"}))
      return false;
    // в письме газете, на верфи: of other nouns in -е only those of people are plural
    if (!polish && !kind.is_person && !kind.is_name && !verb.singular && word.ends_with("е") &&
        !ends_with_any(word, {"ые", "ие", "не", "ще"}))
      return false;
    if (polish ? ends_with_any(word, {"y", "i", "e", "a"})
               : ends_with_any(word, {"ы", "и", "і", "ї", "а", "я", "е"}) && !word.ends_with("ии"))
      return true;
    if (!verb.singular) return false;
  }
  const bool a = (polish ? word.ends_with("a") : ends_with_any(word, {"а", "я"})) &&
                 (!kind.is_person || kind.is_name || is_person_in_a(word, language));
  // Foreign names and those in -ко are not declined, or end as they like; only what no such name ends with is out.
  const bool open_name =
      kind.is_name &&
      (polish ? ends_with_any(word, {"o", "e", "i", "y", "u"}) && !ends_with_any(word, {"ego", "emu", "owi"})
              : ends_with_any(word, {"о", "е", "э", "и", "і"}) && !word.ends_with("ого"));
  if (verb.masculine) {
    if (!vowel || open_name || (a && (kind.is_person || (polish && kind.is_name)))) return true;
    if (polish && kind.is_person && ends_with_any(word, {"i", "y"})) return true;
  }
  if (verb.feminine &&
      (a || open_name || (polish ? ends_with_any(word, {"ść", "ź", "ń", "ni"}) : word.ends_with("ь")) ||
       (!vowel && (kind.is_person || kind.is_name))))
    return true;
  if (language == "ru" && !kind.is_name && word.ends_with("е") && !ends_with_any(word, {"ие", "ье", "ще", "це"}))
    return false;  // в письме газете
  return verb.neuter && (polish ? ends_with_any(word, {"o", "e", "um"}) && !word.ends_with("ego")
                                : ends_with_any(word, {"о", "е", "є", "ння", "ття", "жжя"}) && !word.ends_with("ого"));
}

bool may_be_many(std::string_view noun, std::string_view language) {
  if (language == "pl") return ends_with_any(noun, {"cy", "rzy", "owie", "ści", "dzy", "arze", "erci", "enci", "anci"});
  // адвокатки, чиновницы, главы, судьи: genitives of one
  if (ends_with_any(noun, {"ицы", "иці", "авы", "ави", "ови", "ьи", "дді", "нки", "тки", "рки", "лки", "дки", "ові",
                           "еві", "єві", "рці", "нці", "тці"}))
    return false;
  return ends_with_any(noun, {"ы", "и", "і", "ї", "ые", "ие"});
}

bool may_be_adjective(std::string_view word, std::string_view language) {
  if (language == "ru") return ends_with_any(word, {"ый", "ий", "ая", "яя", "ое", "ее", "ые", "ие"});
  if (language == "uk")
    return ends_with_any(word, {"ий", "ій", "ська", "цька", "зька", "шня", "льна", "вна", "нна", "ова", "ське", "цьке",
                                "льне", "ські", "цькі", "льні", "нні"});
  return ends_with_any(word,
                       {"ski", "cki", "dzki", "ny",   "wy",  "ły",  "szy", "ska", "cka", "dzka", "wna",  "jna", "lna",
                        "nna", "owa", "skie", "ckie", "lne", "owe", "scy", "ccy", "lni", "owi",  "czny", "czna"});
}

bool is_polish_past(std::string_view word) {
  return word.size() >= 5 &&
         ends_with_any(word, {"ał",  "ił",  "ył",  "ął",  "ała", "iła", "yła", "ęła", "ało", "iło", "yło", "ęło",
                              "ali", "ili", "yli", "eli", "ęli", "ały", "iły", "yły", "ęły", "ano", "ono", "ęto",
                              "yto", "kli", "gli", "dli", "źli", "śli", "kły", "gły", "dły", "kł",  "gł",  "dł"});
}

bool may_be_verb(std::string_view word, std::string_view language) {
  if (language == "pl") {
    for (const std::string_view verb : {"jest", "są", "brzmi", "brzmią", "dotyczy", "dotyczą", "ma", "mają", "będzie",
                                        "będą", "się", "może", "mogą", "musi", "muszą", "chce", "chcą"})
      if (word == verb) return true;
    return is_polish_past(word) ||
           (word.size() >= 6 &&
            ends_with_any(word, {"uje", "ują", "ają", "eją", "adł", "adła", "adły", "szedł", "szła", "szły", "szło",
                                 "szli", "ósł", "osła", "osły", "ógł", "ogła", "ogli"}));
  }
  if (word.size() < 10) return false;  // сил, дел, чисел
  if (ends_with_any(word, {"лся", "лась", "лось", "лись", "тся", "ться", "вся", "лася", "лося", "лися"})) return true;
  if (ends_with_any(word, {"шёл", "шел", "шла", "шло", "шли", "гла", "гло", "гли"})) return true;
  if (ends_with_any(word, {"ала", "ила", "ела", "яла", "ула", "ало", "ило", "ело", "яло", "али", "или", "ели", "яли"}))
    return true;
  if (language == "ru")
    return ends_with_any(word, {"ал", "ил", "ел", "ыл", "ял", "ул", "ает", "яет", "ует", "еет", "ёт", "ит", "ут", "ют",
                                "ат", "ят", "ыла", "ыло", "ыли"});
  return ends_with_any(word, {"ав", "ив", "ув", "яв", "їв", "ає", "яє", "ує", "ює", "іє", "ить", "їть", "уть", "ють",
                              "ять", "ать", "іли", "іла", "іло"});
}

bool is_infinitive(std::string_view word, std::string_view language) {
  if (language == "pl") return word.size() > 4 && ends_with_any(word, {"ać", "eć", "ić", "yć", "ąć", "ść", "źć", "uć"});
  word = without_reflexive(word);
  if (language == "uk") return word.size() > 8 && word.ends_with("ти");
  return word.size() > 8 && (word.ends_with("ть") || word.ends_with("чь")) && !ends_with_any(word, {"ость", "есть"});
}

bool opens_relative(std::string_view word, std::string_view language) {
  if (language == "ru")
    return word.starts_with("котор") || word == "чей" || word == "чья" || word == "чьё" || word == "чьи";
  if (language == "pl") return word.starts_with("któr");
  if (word == "чий" || word == "чия" || word == "чиє" || word == "чиї") return true;
  for (const std::string_view ending : {"ий", "а", "е", "і", "ого", "ої", "ому", "ій", "им", "ими", "их", "у", "ою"})
    if (word.size() == 4 + ending.size() && word.starts_with("як") && word.substr(4) == ending) return true;
  return false;
}

bool opens_participle(std::string_view word, std::string_view language) {
  // источник, знакомый с ситуацией; джерело, близьке до переговорів; osoba, znająca kulisy
  for (const std::string_view start : {"знаком", "близк", "близьк", "осведомл", "обізнан", "наближен", "приближённ",
                                       "приближенн", "zbliżon", "zaznajomion", "obeznan", "zorientowan"})
    if (word.starts_with(start)) return true;
  if (language == "ru")
    return word.size() > 10 &&
           (ends_with_any(
               word, {"вший", "вшая",   "вшее",   "вшие",   "вшись",  "ющий", "ющая", "ющее", "ющие", "ящий", "ящая",
                      "ящие", "вшийся", "вшаяся", "вшееся", "вшиеся", "руя",  "вая",  "нный", "нная", "нное", "нные"}));
  if (language == "uk")
    return word.size() > 10 && ends_with_any(word, {"ючи", "ячи", "вши", "ючись", "вшись", "ований", "ована", "оване",
                                                    "овані", "лений", "лена", "лене", "лені"});
  return word.size() > 6 &&
         ends_with_any(word, {"ąc", "wszy", "łszy", "ący", "ąca", "ące", "owany", "owana", "owane", "owani"});
}

bool points_to_last(std::string_view word) {
  for (const std::string_view pointer : {"тот", "та", "те", "той", "ті", "ten", "ta", "ci", "tamten", "tamta", "tamci",
                                         "последний", "последняя", "останній", "остання"})
    if (word == pointer) return true;
  return false;
}

}  // namespace cordon::reading
