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

constexpr std::array<std::string_view, static_cast<size_t>(Beside::kCount)> kKinds = {
    "namesake", "player", "place", "thing", "behind", "craft",  "rich", "of",   "field", "in",
    "noun",     "nouns",  "party", "ties",  "ground", "spells", "next", "town", "arm"};

uint32_t bit(Beside kind) { return 1U << static_cast<uint32_t>(kind); }

// The words of cues.tsv of these kinds in one language: as written, or by their beginning ("теннисист*").
class BesideWords {
 public:
  // Of a language that has none: no words.
  static const BesideWords& of(std::string_view language) {
    static const std::map<std::string, BesideWords, std::less<>> all = [] {
      std::map<std::string, BesideWords, std::less<>> out;
      names::for_each_row("reading/cues.tsv", [&](const std::vector<std::string_view>& fields) {
        const size_t colon = fields.at(0).find(':');
        const auto kind = std::ranges::find(kKinds, fields[0].substr(0, colon));
        if (colon == std::string_view::npos || kind == kKinds.end()) return;
        BesideWords& words = out[std::string(fields[0].substr(colon + 1))];
        for (const std::string_view word : names::split_words(fields.at(1)))
          words.add(static_cast<Beside>(kind - kKinds.begin()), word);
      });
      return out;
    }();
    static const BesideWords none;
    const auto found = all.find(language);
    return found == all.end() ? none : found->second;
  }
  // The kinds that the word is of, as bits.
  uint32_t kinds(std::string_view word) const {
    uint32_t out = 0;
    if (const auto found = words_.find(word); found != words_.end()) out = found->second;
    if (starts_.empty()) return out;
    for (size_t pos = 0; pos < word.size();) {
      next_code_point(word, pos);
      if (const auto found = starts_.find(word.substr(0, pos)); found != starts_.end()) out |= found->second;
    }
    return out;
  }
  bool is_empty(Beside kind) const { return (any_ & bit(kind)) == 0; }
  // The same of a text without blanks: does it end, or begin, with such a word?
  bool ends(Beside kind, std::string_view text) const {
    return std::ranges::any_of(of_kind(kind), [&](const std::string& word) { return text.ends_with(word); });
  }
  bool begins(Beside kind, std::string_view text) const {
    return std::ranges::any_of(of_kind(kind), [&](const std::string& word) { return text.starts_with(word); });
  }

 private:
  struct Hash {
    using is_transparent = void;
    size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  };
  using Kinds = std::unordered_map<std::string, uint32_t, Hash, std::equal_to<>>;

  const std::vector<std::string>& of_kind(Beside kind) const { return by_kind_[static_cast<size_t>(kind)]; }
  void add(Beside kind, std::string_view word) {
    constexpr std::string_view kArticle = "ال";
    any_ |= bit(kind);
    if (word.ends_with('*')) {
      word.remove_suffix(1);
      starts_[known_form(word)] |= bit(kind);
      return;
    }
    std::string form = known_form(word.starts_with(kArticle) ? word.substr(kArticle.size()) : word);
    words_[form] |= bit(kind);
    by_kind_[static_cast<size_t>(kind)].push_back(std::move(form));
  }
  Kinds words_, starts_;
  std::array<std::vector<std::string>, kKinds.size()> by_kind_;
  uint32_t any_ = 0;
};

}  // namespace

// The kinds of the word, with what is written at once in front of it cut off, as bits.
uint32_t MentionReader::Pass::beside_kinds(uint32_t i) {
  if (beside_ && beside_->first == i) return beside_->second;
  const BesideWords& words = BesideWords::of(page_.language);
  const std::string form = known_form(text_of(i));
  const std::string_view word = form;
  uint32_t out = words.kinds(word);
  if (!words_[i].word.is(kCased)) {
    for (const std::string_view article : {"ال", "وال", "بال", "لل"})  // the table has them without
      if (word.starts_with(article)) out |= words.kinds(word.substr(article.size()));
  } else {
    constexpr size_t kElided = 2;  // letters: l'opéra, qu'un
    const size_t mark = word.find('\'');
    if (mark != std::string_view::npos && mark <= kElided) out |= words.kinds(word.substr(mark + 1));
  }
  beside_ = {i, out};
  return out;
}

bool MentionReader::Pass::is_beside_word(Beside kind, uint32_t i) { return (beside_kinds(i) & bit(kind)) != 0; }

// Is it a place that is called by the name behind it, which then is declined: на улице Кадырова, and not «на площади
// Путин»; not "en la calle Putin".
bool MentionReader::Pass::is_place_of(uint32_t i, uint32_t name) {
  constexpr uint32_t kNear = 2;  // words
  if (!is_beside_word(Beside::kPlace, i)) return false;
  for (uint32_t k = 1; k <= kNear && k <= i && joined_to_next(i - k); ++k)
    if (is_beside_word(Beside::kIn, i - k)) return false;
  const bool declines = page_.language == "ru" || page_.language == "uk" || page_.language == "pl";
  const WordReading& r = reading(name);
  return !declines || (r.known_form > 0 && r.known != 0);
}

// Does the word say whose or what a name behind it is, other than a listed party?
bool MentionReader::Pass::is_of_another_kind(uint32_t i, uint32_t name, bool is_person) {
  return is_beside_word(Beside::kNamesake, i) || is_place_of(i, name) ||
         (!is_person && is_beside_word(Beside::kThing, i));
}

// "Coach Lavrov", "композитора Рихарда Вагнера", "Kadyrov Street", "Zverev, the German tennis player"
bool MentionReader::Pass::is_beside_another_kind(uint32_t first, uint32_t last, bool is_person) {
  constexpr uint32_t kNear = 3;   // words
  constexpr size_t kArticle = 3;  // letters
  if (!is_person && words_[first].word.is(kQuoteBefore) && is_beside_word_in_front(Beside::kArm, first)) return true;
  const auto is_between = [&](uint32_t k) {
    const WordReading& r = reading(k);
    return r.particle || r.rarity < kUnseen || !r.country.empty();
  };
  for (uint32_t k = 1; k <= kNear && k <= first && joined_to_next(first - k); ++k) {
    if (is_of_another_kind(first - k, first, is_person)) return true;
    if (!is_between(first - k)) break;
  }
  if (joined_to_next(last) && ((anchors(last + 1) && is_beside_word(Beside::kBehind, last + 1)) ||
                               (!is_person && is_beside_word(Beside::kCraft, last + 1))))
    return true;
  if (!words_[last].word.is(kCommaBehind)) return false;
  for (uint32_t k = last + 1; k <= last + kNear && k < words_.size() && words_[k].block == words_[last].block; ++k) {
    if (is_beside_word(Beside::kNamesake, k)) return true;
    if (!reading(k).particle && country_of_word(k).empty() && letters_of(text_of(k)) > kArticle) break;
    if (!joined_to_next(k)) break;
  }
  return false;
}

// "постановка «Лоэнгрина» Вагнера": a family name at once behind a title is its author's.
bool MentionReader::Pass::is_author(uint32_t i) {
  return i > 0 && joined_to_next(i - 1) && words_[i - 1].word.is(kQuoteBehind) && !words_[i].word.is(kQuoteBefore) &&
         std::ranges::any_of(reading(i).forms, [](const WordForm& form) {
           return !form.folds.empty() && names::rarity_millibits(form.folds[0]) < kUnseen;
         });
}

// Is it an adjective of a country, or a country with the mark of whose it is: Serbian, Iran's?
std::string MentionReader::Pass::country_whose(uint32_t i) {
  const std::string_view text = text_of(i);
  const bool has_mark = text.find('\'') != std::string_view::npos || text.find("\u2019") != std::string_view::npos;
  return has_mark || is_country_adjective(i) ? country_of_word(i) : std::string();
}

// "Serbian Prime Minister Medvedev", "министр спорта Казахстана Медведев", "General Volodin of the Bulgarian army": the
// country of an office at once beside the name; empty where none is told. Not where a verb may stand in front of both
// and the name be its object, as in Arabic, or behind both, as in Turkish.
std::string MentionReader::Pass::country_of_office(uint32_t i) {
  constexpr uint32_t kNear = 4;  // words
  constexpr size_t kShort = 3;   // letters
  if (BesideWords::of(page_.language).is_empty(Beside::kOf)) return {};
  const auto may_go_on = [&](uint32_t k) { return k > 0 && joined_to_next(k - 1); };
  const auto is_state_office = [&](uint32_t k) { return is_office(k) && !is_beside_word(Beside::kRich, k); };
  if (!may_go_on(i)) return {};
  // An office, and what stands in front of it: Serbian Prime Minister
  if (is_state_office(i - 1)) {
    if (joined_to_next(i) && is_beside_word(Beside::kOf, i + 1))
      for (uint32_t k = i + 2; k <= i + kNear && k < words_.size() && joined_to_next(k - 1); ++k)
        if (std::string code = country_of_word(k); !code.empty()) return code;
    uint32_t k = i - 1;
    if (may_go_on(k) && country_whose(k - 1).empty() && is_beside_word(Beside::kField, k - 1)) --k;
    return may_go_on(k) ? country_whose(k - 1) : std::string();
  }
  // A country, and an office in front of it: министр спорта Казахстана, ministre serbe
  std::string code = country_of_word(i - 1);
  if (code.empty()) return {};
  for (uint32_t k = i - 1; may_go_on(k) && k + kNear > i; --k) {
    if (is_state_office(k - 1)) return code;
    // "спецпредставитель по Сирии", "envoy to Syria": where he is sent, and not whose office it is
    if (letters_of(text_of(k - 1)) <= kShort && !is_beside_word(Beside::kOf, k - 1)) return {};
  }
  return {};
}

// … and it is none of the person's.
bool MentionReader::Pass::has_office_abroad(uint32_t i, const std::vector<std::string>& countries) {
  if (countries.empty()) return false;
  const std::string code = country_of_office(i);
  return !code.empty() && std::ranges::none_of(countries, [&](const std::string& c) { return same_country(c, code); });
}

// In a script without capitals a name may be a noun: بحماس كبير (with great enthusiasm), القاعدة الضريبية (the tax
// base). An adjective behind it that has its gender, a noun whose it is, or a letter attached tells.
bool MentionReader::Pass::is_noun(uint32_t i, size_t attached) {
  constexpr std::string_view kArticle = "ال";
  const auto is_feminine = [](std::string_view text) { return text.ends_with("ة") || text.ends_with("ه"); };
  constexpr std::string_view kWith = "ب";
  constexpr std::string_view kSheDid = "ت";
  const std::string word = known_form(text_of(i));
  if (!is_beside_word(Beside::kNoun, i) &&
      (BesideWords::of(page_.language).kinds(std::string_view(word).substr(attached)) & bit(Beside::kNoun)) == 0)
    return false;
  const std::string before = i > 0 && joined_to_next(i - 1) ? known_form(text_of(i - 1)) : std::string();
  if (is_beside_word_in_front(Beside::kParty, i)) return false;
  if (is_beside_word_in_front(Beside::kNouns, i)) return true;
  if (has_ground()) return false;
  if (attached > 0 && word.starts_with(kWith) && (i == 0 || !is_beside_word(Beside::kTies, i - 1))) return true;
  if (!joined_to_next(i)) return false;
  const std::string behind = known_form(text_of(i + 1));
  if (!behind.starts_with(kArticle)) return false;
  const bool feminine = is_feminine(behind);
  if (is_feminine(word)) return feminine;
  return !feminine && !before.ends_with(kSheDid) && !before.starts_with(kSheDid);
}

bool MentionReader::Pass::is_beside_word_in_front(Beside kind, uint32_t i) {
  return i > 0 && joined_to_next(i - 1) && is_beside_word(kind, i - 1);
}

// Does the page speak of where such an organisation is at home?
bool MentionReader::Pass::has_ground() {
  if (!has_ground_) {
    has_ground_ = false;
    for (uint32_t i = 0; i < words_.size() && !*has_ground_; ++i) has_ground_ = is_beside_word(Beside::kGround, i);
  }
  return *has_ground_;
}

// "the German tennis player Alexander Zverev": players of games that no listed person is known for.
bool MentionReader::Pass::is_beside_player(uint32_t first, uint32_t last) {
  constexpr uint32_t kNear = 3;  // words
  if (is_beside_word_in_front(Beside::kPlayer, first)) return true;
  if (!words_[last].word.is(kCommaBehind)) return false;
  for (uint32_t k = last + 1; k <= last + kNear && k < words_.size() && words_[k].block == words_[last].block; ++k) {
    if (is_beside_word(Beside::kPlayer, k)) return true;
    if ((!reading(k).particle && country_of_word(k).empty() && anchors(k)) || !joined_to_next(k)) break;
  }
  return false;
}

// 爱沙尼亚部长米舒斯京: the country of the office in front of the name is none of the person's.
bool MentionReader::Pass::has_office_abroad_han(std::string_view in_front, const std::vector<std::string>& countries) {
  constexpr size_t kCharacter = 3;  // bytes
  constexpr size_t kMost = 15;      // of a country's name
  if (countries.empty()) return false;
  const std::string_view before = without_office_han(in_front);
  if (before.size() == in_front.size()) return false;
  for (size_t bytes = std::min(before.size(), kMost); bytes >= 2 * kCharacter; bytes -= kCharacter)
    if (const std::string code = country_code(before.substr(before.size() - bytes)); !code.empty())
      return std::ranges::none_of(countries, [&](const std::string& c) { return same_country(c, code); });
  return false;
}

// The same in Han characters. `end`: of the name, in the block.
bool MentionReader::Pass::is_another_han(std::string_view in_front, std::string_view behind, uint32_t block,
                                         uint32_t end, bool is_person) {
  const BesideWords& words = BesideWords::of("zh");
  if (words.ends(Beside::kNamesake, in_front) || words.ends(Beside::kPlace, in_front) ||
      words.begins(Beside::kBehind, behind))
    return true;
  if (!is_person) {
    if (words.ends(Beside::kThing, in_front)) return true;
    constexpr std::string_view kOf = "的";
    std::string_view text = std::string_view(page_.blocks[block].text).substr(end);
    if (text.starts_with(kOf) && text.substr(kOf.size()).starts_with(kWork)) return true;
  }
  // Two characters behind it that only spell foreign names, or one and what the place is, and begin no word that is
  // known: 哈马斯特朗, 瓦格纳尔市.
  const auto spells = [&](size_t& pos) {
    const size_t begin = pos;
    if (pos < behind.size()) next_code_point(behind, pos);
    return (words.kinds(behind.substr(begin, pos - begin)) & bit(Beside::kSpells)) != 0;
  };
  size_t pos = 0;
  if (!spells(pos)) return false;
  size_t second = pos;
  if (!spells(second) && !words.begins(Beside::kTown, behind.substr(pos))) return false;
  return !words.begins(Beside::kNext, behind) && !begins_lexicon_word(behind);
}

}  // namespace cordon::reading
