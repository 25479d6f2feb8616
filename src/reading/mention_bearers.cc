// What stands beside a name and shows that it is another bearer's, or another thing's: a walk of life in which listed
// parties are not named by the family name alone (Coach Lavrov), a street (улица Кадырова), a work (оперу Вагнера), an
// office of another state (Serbian Prime Minister Medvedev). Words: data/reading/cues.tsv.
#include <algorithm>
#include <array>
#include <map>

#include "base/utf8.h"
#include "model/country.h"
#include "names/tables.h"
#include "reading/mention_pass.h"

namespace cordon::reading {

namespace {

constexpr std::string_view kWork = "《";  // opens a title

// Words of one kind of cues.tsv in one language: as written, or by their beginning ("теннисист*").
class BesideWords {
 public:
  static const BesideWords& of(std::string_view kind, std::string_view language) {
    static const std::map<std::string, BesideWords, std::less<>> all = [] {
      std::map<std::string, BesideWords, std::less<>> out;
      names::for_each_row("reading/cues.tsv", [&](const std::vector<std::string_view>& fields) {
        for (const std::string_view word : names::split_words(fields.at(1))) out[std::string(fields.at(0))].add(word);
      });
      return out;
    }();
    static const BesideWords none;
    std::string key(kind);
    key += ':';
    key += language;
    const auto found = all.find(key);
    return found == all.end() ? none : found->second;
  }
  bool has(const std::string& word) const {
    if (words_.contains(word)) return true;
    if (starts_.empty()) return false;
    for (size_t pos = 0; pos < word.size();) {
      next_code_point(word, pos);
      if (starts_.contains(word.substr(0, pos))) return true;
    }
    return false;
  }
  bool ends(std::string_view text) const {
    return std::ranges::any_of(words_, [&](const std::string& word) { return text.ends_with(word); });
  }
  bool begins(std::string_view text) const {
    return std::ranges::any_of(words_, [&](const std::string& word) { return text.starts_with(word); });
  }
  bool has_code_point(std::string_view text, size_t& pos) const {
    const size_t begin = pos;
    next_code_point(text, pos);
    return words_.contains(std::string(text.substr(begin, pos - begin)));
  }

 private:
  void add(std::string_view word) {
    if (word.ends_with('*')) {
      word.remove_suffix(1);
      starts_.insert(known_form(word));
    } else {
      words_.insert(known_form(word));
    }
  }
  std::unordered_set<std::string> words_, starts_;
};

}  // namespace

bool MentionReader::Pass::is_beside_word(std::string_view kind, uint32_t i) {
  const BesideWords& words = BesideWords::of(kind, page_.language);
  const std::string word = known_form(text_of(i));
  if (words.has(word)) return true;
  constexpr std::string_view kArticle = "ال";
  if (word.starts_with(kArticle) && words.has(word.substr(kArticle.size()))) return true;
  const size_t mark = std::min(word.find('\''), word.find("\u2019"));  // d'opéra, Wagner's
  return mark != std::string::npos && mark + 1 < word.size() && mark <= 3 && words.has(word.substr(mark + 1));
}

// Does the word say whose or what a name behind it is, other than a listed party?
bool MentionReader::Pass::is_of_another_kind(uint32_t i, bool is_person) {
  return is_beside_word("namesake", i) || is_beside_word("place", i) || (!is_person && is_beside_word("thing", i));
}

// "Coach Lavrov", "композитора Рихарда Вагнера", "Kadyrov Street", "Zverev, the German tennis player"
bool MentionReader::Pass::is_beside_another_kind(uint32_t first, uint32_t last, bool is_person) {
  constexpr uint32_t kNear = 3;  // words
  constexpr size_t kArticle = 3; // letters
  const auto is_between = [&](uint32_t k) {
    const WordReading& r = reading(k);
    return r.particle || r.rarity < kUnseen || !country_of_word(k).empty();
  };
  for (uint32_t k = 1; k <= kNear && k <= first && joined_to_next(first - k); ++k) {
    if (is_of_another_kind(first - k, is_person)) return true;
    if (!is_between(first - k)) break;
  }
  if (joined_to_next(last) && is_beside_word("behind", last + 1)) return true;
  if (!words_[last].word.is(kCommaBehind)) return false;
  for (uint32_t k = last + 1; k <= last + kNear && k < words_.size() && words_[k].block == words_[last].block; ++k) {
    if (is_beside_word("namesake", k)) return true;
    if (!reading(k).particle && country_of_word(k).empty() && letters_of(text_of(k)) > kArticle) break;
    if (!joined_to_next(k)) break;
  }
  return false;
}

// "постановка «Лоэнгрина» Вагнера": a family name at once behind a title is its author's.
bool MentionReader::Pass::is_author(uint32_t i) {
  return i > 0 && joined_to_next(i - 1) && words_[i - 1].word.is(kQuoteBehind) && !words_[i].word.is(kQuoteBefore) &&
         reading(i).rarity < kUnseen;
}

// "Serbian Prime Minister Medvedev", "министр спорта Казахстана Медведев", "General Volodin of the Bulgarian army":
// an office beside the name, with a country and none of those of the person.
bool MentionReader::Pass::has_office_abroad(uint32_t i, const std::vector<std::string>& countries) {
  constexpr uint32_t kNear = 5;  // words
  if (countries.empty()) return false;
  bool is_abroad = false;
  bool is_office_near = false;
  bool is_own = false;
  const auto look = [&](uint32_t k) {
    const std::string code = country_of_word(k);
    if (code.empty()) return;
    const bool own = std::ranges::any_of(countries, [&](const std::string& c) { return same_country(c, code); });
    (own ? is_own : is_abroad) = true;
  };
  for (uint32_t k = 1; k <= kNear && k <= i && joined_to_next(i - k); ++k) {
    // "спецпредставитель по Сирии", "envoy to Syria": where he is sent, and not whose office it is
    if (is_small_word(i - k) && !is_office(i - k) && !reading(i - k).common && reading(i - k).country.empty() &&
        letters_of(text_of(i - k)) <= 3 && !is_beside_word("of", i - k))
      break;
    is_office_near = is_office_near || (is_office(i - k) && !is_beside_word("rich", i - k));
    look(i - k);
  }
  if (!is_office_near) return false;
  if (joined_to_next(i) && is_beside_word("of", i + 1))
    for (uint32_t k = i + 2; k <= i + kNear && k < words_.size() && joined_to_next(k - 1); ++k) look(k);
  return is_abroad && !is_own;
}

// In a script without capitals a name may be a noun: بحماس كبير (with great enthusiasm), القاعدة الضريبية (the tax
// base). An adjective behind it that has its gender, a noun whose it is, or a letter attached tells.
bool MentionReader::Pass::is_noun(uint32_t i, size_t attached) {
  constexpr std::string_view kArticle = "ال";
  constexpr std::string_view kFeminine = "ة";
  constexpr std::string_view kWith = "ب";
  constexpr std::string_view kSheDid = "ت";
  const std::string word = known_form(text_of(i));
  if (!is_beside_word("noun", i) && !BesideWords::of("noun", page_.language).has(word.substr(attached))) return false;
  const std::string before = i > 0 && joined_to_next(i - 1) ? known_form(text_of(i - 1)) : std::string();
  if (i > 0 && joined_to_next(i - 1) && (reading(i - 1).organisation_cue || is_beside_word("party", i - 1)))
    return false;
  if (attached > 0 && word.starts_with(kWith) && !is_beside_word("ties", i - 1)) return true;
  if (!joined_to_next(i)) return false;
  const std::string behind = known_form(text_of(i + 1));
  if (!behind.starts_with(kArticle)) return false;
  const bool feminine = behind.ends_with(kFeminine);
  if (word.ends_with(kFeminine)) return feminine;
  return !feminine && !before.ends_with(kSheDid) && !before.starts_with(kSheDid);
}

// The same in Han characters. `end`: of the name, in the block.
bool MentionReader::Pass::is_another_han(std::string_view in_front, std::string_view behind, uint32_t block,
                                         uint32_t end, bool is_person) {
  const auto of = [](std::string_view kind) -> const BesideWords& { return BesideWords::of(kind, "zh"); };
  if (of("namesake").ends(in_front) || of("place").ends(in_front) || of("behind").begins(behind)) return true;
  if (!is_person) {
    if (of("thing").ends(in_front)) return true;
    constexpr std::string_view kOf = "的";
    std::string_view text = std::string_view(page_.blocks[block].text).substr(end);
    if (text.starts_with(kOf) && text.substr(kOf.size()).starts_with(kWork)) return true;
  }
  // Two characters behind it that only spell foreign names, and begin no word that is known: 哈马斯特朗, a town.
  size_t pos = 0;
  const BesideWords& spells = of("spells");
  if (behind.empty() || !spells.has_code_point(behind, pos) || pos >= behind.size() || !spells.has_code_point(behind, pos))
    return false;
  return !of("next").begins(behind) && !begins_lexicon_word(behind);
}

}  // namespace cordon::reading
