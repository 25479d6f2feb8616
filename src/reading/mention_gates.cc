// What lets a proposal through: full names that nothing beside them contradicts.
#include <algorithm>
#include <map>
#include <tuple>

#include "model/country.h"
#include "names/analyze.h"
#include "reading/mention_pass.h"

namespace cordon::reading {

namespace {
constexpr Points kBesides = 8000;  // with the names beside it a stretch must still reach this
}  // namespace

// Does the text have a name of the party as it stands in the list, but for capitals and marks?
bool MentionReader::Pass::is_verbatim(const Proposal& p, const MentionParty& party) {
  const std::string& block = page_.blocks[words_[p.first].block].text;
  const std::string text = plain_letters(std::string_view(block).substr(p.begin, p.end - p.begin));
  return std::ranges::any_of(party.prepared.entity.names,
                             [&](const Name& name) { return plain_letters(name.text) == text; });
}

// Is this a word that few names have and no text has for anything else?
bool MentionReader::Pass::tells_apart(const std::string& word) {
  std::vector<TextWord> words;
  cut_words(word, words);
  for (const TextWord& w : words) {
    const WordReading& r = memory_.readings.read(w.of(word));
    if (r.rarity >= kUnseen && !r.common && !r.generic && !r.title && !r.particle && !r.legal_form &&
        r.country.empty() && letters_of(w.of(word)) >= 3)
      return true;
  }
  return false;
}

// Do capitals at once beside the stretch show that it is of a longer name?
bool MentionReader::Pass::beside_capitals(const Proposal& p) {
  const auto capital = [&](uint32_t i) {
    const TextWord& w = words_[i].word;
    const WordReading& r = reading(i);
    return w.is(kUpperFirst) && !r.title && !r.particle && !r.calendar && r.country.empty() && !r.legal_form;
  };
  const uint32_t first = p.first;
  const uint32_t last = p.last;
  if (first > 0 && joined_to_next(first - 1) && !words_[first - 1].word.is(kQuoteBehind) && capital(first - 1) &&
      (!words_[first - 1].word.is(kSentenceStart) || words_[first - 1].word.is(kHyphenBehind)))
    return true;
  return joined_to_next(last) && !words_[last].word.is(kQuoteBehind) && capital(last + 1);
}

// The code of the country whose name ends with word `i`; empty where none does.
std::string MentionReader::Pass::country_that_ends(uint32_t i) {
  if (i > 0 && joined_to_next(i - 1))  // North Korea
    if (std::string code = country_code(side_by_side(text_of(i - 1), text_of(i))); !code.empty()) return code;
  return reading(i).country;
}

namespace {
bool is_country_of(const MentionParty& party, const std::string& code) {
  return std::ranges::any_of(party.prepared.entity.countries,
                             [&](const CountryStatement& c) { return same_country(c.code, code); });
}
}  // namespace

// Britain's Ministry of Defence, the Ministry of Defence of Ukraine: of a country that is not the party's.
bool MentionReader::Pass::is_of_other_country(const Proposal& p, const MentionParty& party) {
  const auto other = [&](const std::string& code) { return !code.empty() && !is_country_of(party, code); };
  if (p.first > 0 && joined_to_next(p.first - 1) && other(country_that_ends(p.first - 1))) return true;
  constexpr uint32_t kReach = 4;  // of the Democratic Republic of …
  std::string code;
  for (uint32_t i = p.last + 1; i < words_.size() && i <= p.last + kReach && joined_to_next(i - 1); ++i) {
    if (std::string longer = country_that_ends(i); !longer.empty()) code = std::move(longer);
    if (code.empty() && !reading(i).particle && words_[i].word.is(kCased) && !words_[i].word.is(kUpperFirst) &&
        i > p.last + 2)
      break;
  }
  return other(code);
}

// Does the paragraph name a country of the party? Many states have a ministry of defence.
bool MentionReader::Pass::beside_its_country(const Proposal& p, const MentionParty& party) {
  constexpr uint32_t kNear = 40;  // words
  const uint32_t low = p.first > kNear ? p.first - kNear : 0;
  const auto high = std::min<uint32_t>(p.last + kNear, static_cast<uint32_t>(words_.size()) - 1);
  for (uint32_t i = low; i <= high; ++i)
    if (words_[i].block == words_[p.first].block && anchors(i) && is_country_of(party, country_that_ends(i)))
      return true;
  return false;
}

namespace {
// Is this word of a listed name the person's family name, as capitals show it?
bool is_family(const std::string& word, const MentionParty& party) {
  for (const names::Part& part : names::analyze(word, names::NameType::kPerson).parts)
    for (const std::string& form : part.forms)
      if (std::ranges::find(party.capital_folds, names::fold(form)) != party.capital_folds.end()) return true;
  return false;
}
}  // namespace

// A person is named by the family name and another, both with capitals where the script has them.
bool MentionReader::Pass::holds_person(const Proposal& p, MentionParty& party) {
  constexpr auto kRare = static_cast<int32_t>(kRareEnough);
  constexpr auto kScant = static_cast<int32_t>(kScantRarity);  // … and where the text speaks of sanctions
  constexpr size_t kArticle = 2;                               // letters: ال
  constexpr size_t kSentence = 2;                              // words
  size_t names = 0;
  for (uint32_t i = p.first; i <= p.last; ++i) {
    const TextWord& w = words_[i].word;
    const WordReading& r = reading(i);
    const bool behind_hyphen = i > 0 && words_[i - 1].word.is(kHyphenBehind);
    if (w.is(kCased) && !w.is(kUpperFirst) && !r.particle && !behind_hyphen) return false;
    names += (!w.is(kCased) || w.is(kUpperFirst)) && !r.particle && !r.title && !r.initial &&
             (w.is(kCased) || r.country.empty());
  }
  if (names < 2 || words_[p.last].word.is(kHyphenBehind)) return false;
  if (p.first > 0 && words_[p.first - 1].word.is(kHyphenBehind)) return false;

  with_families(party);
  const Name* listed = nullptr;
  for (const Name& name : party.prepared.entity.names)
    if (name.text == p.judged.listed_name) listed = &name;
  size_t spelled = 0;
  size_t missing = 0;
  size_t letters = 0;
  int32_t rarity = 0;
  bool family = false;
  size_t strangers = 0;  // words in the text's name that the listed one lacks
  bool others = false;   // both names have a word that the other lacks
  bool other_syllable = false;
  for (const Evidence& row : p.judged.evidence) {
    missing += row.feature == Feature::kNameMissing && !row.entity_text.empty();
    strangers += row.feature == Feature::kNameMissing && letters_of(row.subject_text) > kArticle;
    others = others || row.feature == Feature::kNameDiffers;
    // A given name of two syllables is one name: Chi-wai is no Wai.
    if ((row.feature == Feature::kNameMissing || row.feature == Feature::kNameDiffers) && !row.subject_text.empty())
      other_syllable = other_syllable || p.read_as.find("-" + row.subject_text) != std::string::npos ||
                       p.read_as.find(row.subject_text + "-") != std::string::npos;
    if (row.feature != Feature::kNamePart) continue;
    const Spelling how = spelling(row.subject_text, row.entity_text);
    if (how == Spelling::kOther) continue;
    // Of two names in a text that are alike by letters only, few are one name.
    if (how == Spelling::kAlike && row.finding == Finding::kSimilar) return false;
    ++spelled;
    letters += letters_of(row.subject_text);
    if (party.family_shown) family = family || is_family(row.entity_text, party);
    family = family || (listed != nullptr && !listed->family.empty() &&
                        (listed->family.find(row.entity_text) != std::string::npos ||
                         row.entity_text.find(listed->family) != std::string::npos));
    std::vector<TextWord> words;
    cut_words(row.subject_text, words);
    for (const TextWord& w : words) {
      const WordReading& r = memory_.readings.read(w.of(row.subject_text));
      // "Abu Bakr" alone is what any father of a Bakr is called.
      const bool father = !r.forms.empty() && !r.forms[0].folds.empty() &&
                          (r.forms[0].folds[0] == "abu" || r.forms[0].folds[0] == "um");
      if (!r.particle && !r.common && !father) rarity += r.rarity;
    }
  }
  if (spelled < 2 || other_syllable || (others && spelled < 3)) return false;
  // Between words of a sentence that sound like names stand others: عرض المحركات على الصحفيين يوم الخميس.
  if (!words_[p.first].word.is(kCased) && strangers >= kSentence) return false;
  // A country of two words is no person (Hong Kong).
  if (!country_code(p.read_as).empty()) return false;
  // A script without capitals and vowels shows less: common words of it are alike to short names.
  constexpr int32_t kRareAbjad = 24000;
  constexpr Points kSureAbjad = 9700;
  constexpr Points kLeastAbjad = 7600;
  if (!words_[p.first].word.is(kCased) && p.judged.score < kSureAbjad &&
      (rarity < kRareAbjad || p.judged.score < kLeastAbjad))
    return false;
  constexpr size_t kLettersOfAbjad = 9;  // by which words of another script are told from words that only sound alike
  if (!words_[p.first].word.is(kCased) && letters < kLettersOfAbjad && !same_script(p.read_as, p.judged.listed_name))
    return false;
  const bool family_known = party.family_shown || (listed != nullptr && !listed->family.empty());
  if (family_known ? !family : missing > spelled) return false;
  return rarity >= kRare || ((speaks_of_sanctions() || p.matched > 2) && rarity >= kScant);
}

// Do the words that agree show a party, and not only the same common words?
bool MentionReader::Pass::holds(const Proposal& p, MentionParty& party) {
  constexpr Points kTold = kLeastOfOther;  // of a name with a word that tells it apart
  constexpr Points kCommonWords = 9500;    // of one of common words only
  if (party.person) return holds_person(p, party);
  // No name begins with a common word in small letters ("from Russia").
  if (words_[p.first].word.is(kCased) && !anchors(p.first) && reading(p.first).common) return false;
  size_t spelled = 0;
  size_t told = 0;
  bool differs = false;  // a word that tells it apart is another
  for (const Evidence& row : p.judged.evidence) {
    if (row.feature != Feature::kNamePart) continue;
    const Spelling how = spelling(row.subject_text, row.entity_text);
    if (how == Spelling::kOther) continue;
    ++spelled;
    // What tells a party apart must be the same word: by sound, or in another script, or long enough for a slip.
    constexpr size_t kLong = 9;
    const bool same = how == Spelling::kSame || letters_of(row.subject_text) >= kLong ||
                      (how == Spelling::kClose && !same_script(row.subject_text, row.entity_text));
    const bool tells = tells_apart(row.subject_text);
    told += same && tells;
    differs = differs || (!same && tells);
  }
  // In scripts with capitals a name's words have them.
  bool capitals = true;
  size_t telling = 0;
  bool letters = false;  // an acronym among the words: VTB Bank
  for (uint32_t i = p.first; i <= p.last; ++i) {
    const TextWord& w = words_[i].word;
    capitals = capitals && (!w.is(kCased) || w.is(kUpperFirst) || reading(i).particle || w.is(kHyphenBehind) ||
                            (i > p.first && words_[i - 1].word.is(kHyphenBehind)));
    telling += anchors(i) && tells_apart(std::string(text_of(i)));
    letters = letters || is_acronym(i);
  }
  told = std::min(told, telling);
  if (party.vehicle) {
    if (!capitals || !p.judged.full || p.judged.score < kCommonWords || beside_capitals(p)) return false;
    return told >= 2 || has_cue(p.first, p.last, party.vehicle);
  }
  const bool abjad = !words_[p.first].word.is(kCased);
  constexpr Points kToldAbjad = 9300;
  if (abjad && p.judged.score < kToldAbjad && !has_cue(p.first, p.last, party.vehicle)) return false;
  if (told > 0) {
    if (abjad && spelled < 2 && !has_cue(p.first, p.last, party.vehicle) && !p.judged.full) return false;
    return p.judged.score >= kTold;
  }
  if (differs) return false;
  // Several words, one of them no dictionary word: names of that kind are of one party.
  constexpr size_t kSeveralWords = 3;
  bool uncommon = false;
  bool names_country = false;
  bool names_kind = false;  // Konzern Kalaschnikow, Alfa-Bank: a name with the word for what it names
  for (uint32_t i = p.first; i <= p.last; ++i) {
    const WordReading& r = reading(i);
    names_kind = names_kind || r.generic || r.organisation_cue || r.legal_form;
    names_country = names_country || !r.country.empty();
    // Of three words or more one may be known by its sound as what organisations share, and be no such word here.
    const bool generic = r.generic && p.last - p.first + 1 < kSeveralWords;
    uncommon = uncommon || (!r.common && !generic && !r.particle && !r.legal_form && !r.title && r.country.empty());
  }
  // A ministry of defence is of a state, and many have one.
  if (!names_country && is_body_by_words(p) && (is_of_other_country(p, party) || !beside_its_country(p, party)))
    return false;
  const bool sanctions = speaks_of_sanctions();
  // A listed name as it stands, if it is of three words, of a country, or has a word that is no dictionary's.
  const bool whole = p.last > p.first + 1 || names_country || (capitals && uncommon);
  if (sanctions && whole && anchors(p.first) && !beside_capitals(p) && is_verbatim(p, party)) return true;
  return capitals && p.judged.full && spelled >= 2 && p.judged.score >= kCommonWords && !beside_capitals(p) &&
         (letters || spelled >= kManyWords ||
          (sanctions && uncommon && (names_kind || p.last - p.first + 1 >= kSeveralWords)) ||
          (sanctions && beside_its_country(p, party)));
}

// "Ali Hassan Mahmoud" is no "Ali Hassan": names at once beside a person's name belong to it. A word beside it may also
// show that it is another's.
Result<bool> MentionReader::Pass::contradicted(const Proposal& p) {
  const Schema schema = listed_.names.index().schema(p.entity);
  // "the Al-Shabab football club", "l'université d'État islamique"
  if (!is_person(schema))
    return p.first + 1 >= p.last && !is_vehicle(schema) && is_beside_another_kind(p.first, p.last, false);
  if (is_beside_player(p.first, p.last)) return true;
  const auto name_beside = [&](uint32_t i) {
    const TextWord& w = words_[i].word;
    if (!w.is(kUpperFirst) || w.is(kNoSpaces)) return false;
    const WordReading& r = reading(i);
    return r.rarity < kUnseen && !r.title && !r.generic && !r.particle && !r.legal_form && !r.calendar;
  };
  uint32_t first = p.first;
  uint32_t last = p.last;
  if (first > 0 && joined_to_next(first - 1) && !words_[first - 1].word.is(kQuoteBehind) &&
      !words_[first - 1].word.is(kSentenceStart) && name_beside(first - 1))
    --first;
  if (joined_to_next(last) && !words_[last].word.is(kQuoteBehind) && name_beside(last + 1)) ++last;
  if (first == p.first && last == p.last) return false;
  std::string text;
  if (first < p.first) text = std::string(text_of(first)) + " ";
  text += p.read_as;
  if (last > p.last) text += " " + std::string(text_of(last));
  TRY(const auto judged, judge(text, p.entity, kBesides));
  return !judged;
}

// Keeps of overlapping proposals the fuller one; of those of one stretch the best and its equals.
void MentionReader::Pass::settle() {
  const auto better = [](const Proposal& a, const Proposal& b) {
    return std::tuple(-int64_t{a.matched}, -int64_t{a.judged.score}, a.first, a.last, a.entity) <
           std::tuple(-int64_t{b.matched}, -int64_t{b.judged.score}, b.first, b.last, b.entity);
  };
  if (proposals_.empty()) return;  // on most pages
  std::sort(proposals_.begin(), proposals_.end(), better);
  std::vector<Proposal> kept;
  std::fill(covered_.begin(), covered_.end(), 0);
  std::vector<std::vector<uint32_t>> owners(words_.size());            // of each word: the proposals kept, but for …
  std::unordered_map<uint32_t, std::map<uint32_t, uint32_t>> in_runs;  // … those in a run, by where they begin
  for (Proposal& p : proposals_) {
    constexpr Points kEqual = 300;
    bool stays = true;
    const auto meets = [&](const Proposal& over) {
      const bool same = over.first == p.first && over.last == p.last && over.begin == p.begin && over.end == p.end;
      stays = stays && same && over.judged.score <= p.judged.score + kEqual;
    };
    const bool in_run = p.first == p.last && words_[p.first].word.is(kNoSpaces);
    for (uint32_t i = p.first; i <= p.last; ++i) {
      for (const uint32_t k : owners[i]) meets(kept[k]);
      // Many names may stand in one run without blanks.
      if (!words_[i].word.is(kNoSpaces)) continue;
      const auto& inside = in_runs[i];
      for (auto at = inside.lower_bound(p.end); at != inside.begin();) {
        const Proposal& over = kept[(--at)->second];
        if (over.end <= p.begin) break;
        meets(over);
      }
    }
    if (!stays) continue;
    kept.push_back(std::move(p));
    const auto number = static_cast<uint32_t>(kept.size() - 1);
    for (uint32_t i = kept.back().first; i <= kept.back().last; ++i) {
      if (in_run) {
        in_runs[i].try_emplace(kept.back().begin, number);
      } else {
        owners[i].push_back(number);
      }
      covered_[i] = 1;
    }
  }
  std::sort(kept.begin(), kept.end(), [](const Proposal& a, const Proposal& b) {
    return std::tuple(a.first, a.begin, a.last, -a.judged.score, a.entity) <
           std::tuple(b.first, b.begin, b.last, -b.judged.score, b.entity);
  });
  proposals_ = std::move(kept);
  named_so_far_ = {};
}

}  // namespace cordon::reading
