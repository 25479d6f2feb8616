// What lets a proposal through: full names that nothing beside them contradicts; single words only where the page shows
// that they are a name and whose.
#include <algorithm>
#include <array>
#include <map>
#include <tuple>

#include "base/table.h"
#include "base/utf8.h"
#include "match/similarity.h"
#include "model/country.h"
#include "names/analyze.h"
#include "names/normalize.h"
#include "names/tables.h"
#include "reading/mention_pass.h"

namespace cordon::reading {

namespace {

constexpr uint16_t kUnseen = 16000;   // rarity of what no table of names has
constexpr Points kBesides = 8000;     // with the names beside it a stretch must still reach this
constexpr Points kSingle = 9000;      // of a single word
constexpr Points kLongSingle = 8400;  // of one of so many letters that one may differ
constexpr size_t kLongLetters = 10;
constexpr size_t kMostNamesakes = 3;  // parties that share a single word: more, and it names none

names::Script script_of(std::string_view text) {
  for (size_t pos = 0; pos < text.size();)
    if (const names::CharInfo info = names::char_info(next_code_point(text, pos));
        info.kind == names::CharKind::kLetter)
      return info.script;
  return names::Script::kNone;
}
bool same_script(std::string_view a, std::string_view b) { return script_of(a) == script_of(b); }

}  // namespace

namespace {

bool is_vowel(char c) { return std::string_view("aeiouy").find(c) != std::string_view::npos; }

// May two letters of Latin spellings stand for one of another script, or one sound of two spelling conventions?
bool confused(char a, char b) {
  static constexpr std::array<std::string_view, 26> kPairs = {"ao", "ae", "ei", "iy", "ey", "ou", "uw", "ij", "jy",
                                                              "vw", "vf", "kq", "kg", "gq", "kh", "gh", "ck", "cs",
                                                              "sz", "sx", "kx", "td", "pb", "gj", "jz", "cz"};
  return std::ranges::any_of(kPairs,
                             [&](std::string_view p) { return (p[0] == a && p[1] == b) || (p[0] == b && p[1] == a); });
}

// Are two folds spellings of one name, as transliterations differ: a vowel comes or goes, letters are confused?
// "Peskov" is "Pieskov", and "Mora" is not "Mira".
bool is_transliteration(std::string_view a, std::string_view b) {
  constexpr int kNever = 99;
  constexpr int kConfused = 2;
  constexpr int kPasses = 3;  // a vowel lost and another found is another vowel: too much for any length
  constexpr size_t kShort = 4;
  const int most = std::min(a.size(), b.size()) <= kShort ? kPasses : kPasses + kConfused;
  const auto passing = [](char c) { return is_vowel(c) || c == 'h' || c == 'j' || c == 'w' ? kPasses : kNever; };
  std::vector<int> row(b.size() + 1);
  for (size_t k = 0; k < b.size(); ++k) row[k + 1] = std::min(kNever, row[k] + passing(b[k]));
  for (size_t i = 0; i < a.size(); ++i) {
    int diagonal = row[0];
    row[0] = std::min(kNever, row[0] + passing(a[i]));
    for (size_t k = 0; k < b.size(); ++k) {
      const int swapped = diagonal + (a[i] == b[k] ? 0 : confused(a[i], b[k]) ? kConfused : kNever);
      diagonal = row[k + 1];
      row[k + 1] = std::min({kNever, swapped, diagonal + passing(a[i]), row[k] + passing(b[k])});
    }
  }
  return row[b.size()] <= most;
}

}  // namespace

// Is one the other by its letters, in whatever script, and not only by what it means (bank, banka) or as another
// language's name for the same (Moscow, Moskva)?
Spelling MentionReader::Pass::spelling(const std::string& a, const std::string& b) {
  const std::string key = a + '\t' + b;
  if (const auto it = memory_.spellings.find(key); it != memory_.spellings.end()) return it->second;
  struct Spellings {
    std::vector<std::string> folds, consonants, abjads;
    std::string letters;  // of an abjad, long vowels too
  };
  const auto spellings = [](const std::string& text) {
    Spellings out;
    std::vector<std::string> joined(names::kMaxForms);
    std::string abjad;
    for (const names::Part& part : names::analyze(text, names::NameType::kPerson).parts) {
      for (size_t k = 0; k < joined.size(); ++k) joined[k] += part.forms[std::min(k, part.forms.size() - 1)];
      abjad += part.abjad;
    }
    for (const std::string& form : joined) {
      if (form.empty()) continue;
      out.folds.push_back(names::fold(form));
      out.consonants.push_back(index::key_consonants(form, out.folds.back()));
    }
    if (!abjad.empty()) out.abjads.push_back(index::key_consonants_of_abjad(abjad));
    out.letters = std::move(abjad);
    return out;
  };
  const Spellings x = spellings(a);
  const Spellings y = spellings(b);
  const auto share = [](const std::vector<std::string>& some, const std::vector<std::string>& others) {
    return std::ranges::any_of(some, [&](const std::string& one) {
      return one.size() >= 2 && std::ranges::find(others, one) != others.end();
    });
  };
  Spelling out = Spelling::kOther;
  if (share(x.consonants, y.consonants)) out = Spelling::kAlike;
  if (share(x.abjads, y.consonants) || share(x.consonants, y.abjads) || share(x.abjads, y.abjads))
    out = Spelling::kClose;
  for (const std::string& one : x.folds)
    for (const std::string& other : y.folds) {
      const int edits = match::max_edits(std::min(one.size(), other.size()));
      if (one == other) {
        out = Spelling::kSame;
      } else if (is_transliteration(one, other)) {
        out = std::max(out, Spelling::kClose);
      } else if (match::osa_distance(one, other, edits) <= edits) {
        out = std::max(out, Spelling::kAlike);
      }
    }
  // Words of one abjad write their long vowels: Hamid is no Hammadi, though their consonants are the same.
  if (!x.letters.empty() && !y.letters.empty() && same_script(a, b)) {
    constexpr size_t kLongWord = 7;
    const int edits = std::min(x.letters.size(), y.letters.size()) >= kLongWord ? 2 : 1;
    if (match::osa_distance(x.letters, y.letters, edits) > edits) out = Spelling::kOther;
  }
  if (memory_.spellings.size() > 100000) memory_.spellings.clear();
  memory_.spellings.emplace(key, out);
  return out;
}

namespace {

// The letters of a text in small letters, without marks and what is no letter.
std::string plain_letters(std::string_view text) {
  std::string storage;
  std::string out;
  const std::string_view nfkc = names::nfkc(text, storage);
  for (size_t pos = 0; pos < nfkc.size();) {
    const names::CharInfo info = names::char_info(next_code_point(nfkc, pos));
    if (info.plain_size > 0) {
      out.append(info.plain, info.plain_size);
    } else if (info.folded != 0) {
      append_utf8(out, info.folded);
    }
  }
  return out;
}

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
  bool others = false;  // both names have a word that the other lacks
  bool other_syllable = false;
  for (const Evidence& row : p.judged.evidence) {
    missing += row.feature == Feature::kNameMissing && !row.entity_text.empty();
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

// "Ali Hassan Mahmoud" is no "Ali Hassan": names at once beside a person's name belong to it.
Result<bool> MentionReader::Pass::contradicted(const Proposal& p) {
  if (!is_person(listed_.names.index().schema(p.entity))) return false;
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

// May this word alone be a name here, by how it is written and what stands beside it?
bool MentionReader::Pass::may_be_single(uint32_t i) {
  const TextWord& w = words_[i].word;
  if (covered(i) || w.is(kNoSpaces) || !anchors(i)) return false;
  if (letters_of(text_of(i)) < 3) return false;
  const bool quoted = w.is(kQuoteBefore) && w.is(kQuoteBehind);
  if (quoted) return true;
  // One of several words in quotation marks.
  constexpr uint32_t kQuoted = 4;
  if (w.is(kQuoteBefore))
    for (uint32_t k = i; k < i + kQuoted && joined_to_next(k); ++k)
      if (words_[k + 1].word.is(kQuoteBehind)) return false;
  if (w.is(kQuoteBehind) && !words_[std::min<size_t>(i + 1, words_.size() - 1)].word.is(kQuoteBehind))
    for (uint32_t k = i; k > 0 && k + kQuoted > i && joined_to_next(k - 1); --k)
      if (words_[k - 1].word.is(kQuoteBefore)) return false;
  if (is_small_word(i)) return false;
  return true;
}

// Does a word beside it say what kind of thing it is (the company …, … bank, tanker …)?
bool MentionReader::Pass::has_cue(uint32_t first, uint32_t last, bool vehicle) {
  if (!vehicle && words_[first].word.is(kQuoteBefore) && words_[last].word.is(kQuoteBehind)) return true;
  const auto says = [&](uint32_t k) {
    const WordReading& r = reading(k);
    if (vehicle) return r.vessel_cue;
    return r.organisation_cue || (r.legal_form && anchors(k));
  };

  constexpr uint32_t kReachOfCue = 3;
  const uint32_t reach = vehicle ? kReachOfCue : 1;
  if (first > 0 && joined_to_next(first - 1) && reading(first - 1).compound_cue) return true;
  // Over a comma only what a table says: a word that firms share may be another thing of a list (food, energy, steel).
  const auto apart = [&](uint32_t k) { return words_[k].word.is(kCommaBehind) && reading(first).generic; };
  for (uint32_t k = 1; k <= reach && k <= first && !words_[first - k].word.is(kBreakBehind) && !apart(first - k); ++k)
    if (says(first - k)) return true;
  for (uint32_t k = 1;
       k <= reach && last + k < words_.size() && !words_[last + k - 1].word.is(kBreakBehind) && !apart(last + k - 1);
       ++k)
    if (says(last + k)) return true;
  return false;
}

bool MentionReader::Pass::single_holds(uint32_t i, const Proposal& p, const MentionParty& party) {
  constexpr size_t kOtherScript = 7;  // letters from which a word may be another script's spelling without a cue
  const TextWord& w = words_[i].word;
  const std::string_view text = text_of(i);
  const size_t letters = letters_of(text);
  if (p.judged.score < (letters >= kLongLetters ? kLongSingle : kSingle)) return false;
  const bool hangul = !w.is(kCased) && letters >= 3 && static_cast<unsigned char>(text[0]) >= 0xEA &&
                      static_cast<unsigned char>(text[0]) <= 0xED;
  if (party.person) return hangul;
  // What of the listed name the word agrees with.
  const Evidence* agrees = nullptr;
  for (const Evidence& row : p.judged.evidence)
    if (row.feature == Feature::kNamePart && spelling(row.subject_text, row.entity_text) != Spelling::kOther)
      agrees = &row;
  if (agrees == nullptr) return false;
  const bool cue = has_cue(p.first, p.last, party.vehicle);
  if (party.vehicle) return cue && letters >= 4;
  const WordReading& r = reading(i);
  const bool quoted = w.is(kQuoteBefore) && w.is(kQuoteBehind);
  if (!r.country.empty()) return quoted && cue;
  // Letters stand for a party only as such.
  if (!has_small_letter(agrees->entity_text) && !has_small_letter(p.judged.listed_name) &&
      letters_of(agrees->entity_text) <= kAcronymLetters)
    return w.is(kAllUpper) && plain_letters(agrees->entity_text) == plain_letters(text) && speaks_of_sanctions() &&
           (letters >= 4 || quoted || cue || r.legal_form);
  if (w.is(kAllUpper) && letters <= kAcronymLetters) return cue && speaks_of_sanctions();
  // Short words must be the same letter for letter; a word of another script is only alike by its sound.
  const bool same = plain_letters(agrees->subject_text) == plain_letters(agrees->entity_text);
  const bool declined = plain_letters(text).starts_with(plain_letters(agrees->entity_text));
  // In German a name takes an s and nothing else; with -en it is a noun of more than one (Patrioten).
  if (!same && declined && page_.language == "de") {
    const std::string ending = plain_letters(text).substr(plain_letters(agrees->entity_text).size());
    if (ending != "s" && ending != "es") return false;
  }
  if (!same && !declined && letters < kOtherScript) return quoted && cue && letters >= 4;
  // What is cut off in front may be the word's own first letter.
  if (!w.is(kCased) && p.begin != w.begin && !quoted) return false;
  if (!w.is(kCased)) return (quoted || cue) && speaks_of_sanctions() && letters >= 4;
  if (!speaks_of_sanctions()) return cue && letters >= 4 && !r.common && !is_small_word(i);
  if (r.rarity < kUnseen || r.common || r.title || r.generic) return cue;
  if (w.is(kSentenceStart) && letters < 6) return cue;
  return true;
}

// In Hangul.
bool MentionReader::Pass::may_be_person_alone(uint32_t i) const {
  return !words_[i].word.is(kCased) && static_cast<unsigned char>(text_of(i)[0]) >= 0xEA;
}

// Could single_holds() let the word through as a party's of this kind, whatever the judge says of it?
bool MentionReader::Pass::single_may_hold(uint32_t i, uint32_t first, uint32_t last, NamedAlone::Kind kind) {
  const bool vehicle = kind == NamedAlone::Kind::kVehicle;
  const TextWord& w = words_[i].word;
  const WordReading& r = reading(i);
  const size_t letters = letters_of(text_of(i));
  const bool quoted = w.is(kQuoteBefore) && w.is(kQuoteBehind);
  if (kind == NamedAlone::Kind::kPerson) return may_be_person_alone(i);
  const bool cue = has_cue(first, last, vehicle);
  if (vehicle) return cue && letters >= 4;
  if (!r.country.empty()) return quoted && cue;
  const bool sanctions = speaks_of_sanctions();
  if (w.is(kAllUpper) && letters <= kAcronymLetters)
    return sanctions && (cue || letters >= 4 || quoted || r.legal_form);
  if (!w.is(kCased)) return (quoted || cue) && sanctions && letters >= 4;
  if (!sanctions) return cue && letters >= 4;
  if (r.rarity < kUnseen || r.common || r.title || r.generic) return cue;
  return cue || !w.is(kSentenceStart) || letters >= 6;
}

// Is the word alike enough to the one proper word of one of the entity's names?
bool MentionReader::Pass::may_be_named(uint32_t entity, const WordReading& word) {
  constexpr uint16_t kLeast = 700;  // thousandths: with less no score reaches kLongSingle
  const index::Index& index = listed_.names.index();
  const bool person = index.schema(entity) == Schema::kPerson;
  bool any = false;
  bool alike = false;
  index.each_name(entity, [&](uint32_t, std::span<const index::WordId> listed) {
    size_t propers = 0;
    index::WordId only = 0;
    for (const index::WordId w : listed) {
      const names::PartKind kind = index.words().head(w).kind;
      if (is_counted(kind) && kind != names::PartKind::kGeneric && kind != names::PartKind::kConcept)
        ++propers, only = w;
    }
    if (propers != 1) return;
    any = true;
    alike = alike || likeness(word, only, person).similarity >= kLeast;
  });
  return alike || !any;
}

// The parties of which the word may be the one proper word of a name.
std::vector<NamedAlone>& MentionReader::Pass::named_alone(uint32_t i) {
  MetWord& met = *words_[i].met;
  if (met.alone != nullptr) return *met.alone;
  const WordReading& word = reading(i);
  std::vector<uint32_t> entities;
  for (const WordReading::Key& key : word.single_keys)
    listed_.names.singles(key.key, [&](uint32_t entity) { entities.push_back(entity); });
  std::ranges::sort(entities);
  entities.erase(std::unique(entities.begin(), entities.end()), entities.end());
  std::vector<NamedAlone> parties;
  for (const uint32_t entity : entities) {
    if (!may_be_named(entity, word)) continue;
    const Schema schema = listed_.names.index().schema(entity);
    parties.push_back({entity, is_person(schema)    ? NamedAlone::Kind::kPerson
                               : is_vehicle(schema) ? NamedAlone::Kind::kVehicle
                                                    : NamedAlone::Kind::kOther});
  }
  memory_.readings.remember_alone(met, std::move(parties));
  return *met.alone;
}

Result<void> MentionReader::Pass::propose_single(uint32_t i) {
  if (words_[i].word.is(kNoSpaces)) return {};
  if (!anchors(i)) {
    if (words_[i].met->is(MetWord::kBeginsKnown) && reading(i).known != 0) CHECK_OK(propose_known(i));
    return {};
  }
  if (told(i).is(MetWord::kKnown)) {
    TRY(const bool is_known, propose_known(i));
    if (is_known) return {};
  }
  // The list is asked whose name it is where nothing around keeps it out, and what it said is asked first.
  const MetWord& met = *words_[i].met;
  const auto is_nobodys = [&] {
    return met.is(MetWord::kNobodyAlone) || (met.is(MetWord::kPersonsAlone) && !may_be_person_alone(i));
  };
  if (covered(i) || is_nobodys() || !may_be_single(i)) return {};
  const TextWord& w = words_[i].word;
  const WordReading& here = reading(i);
  if (w.is(kAllUpper)) {
    // Letters that the page defines are what it says.
    if (const auto in_front = defined(text_of(i)); in_front && !covered(*in_front)) return {};
  }
  // A capital beside it makes it a part of another name.
  const bool quoted = w.is(kQuoteBefore) && w.is(kQuoteBehind);
  uint32_t first = i;
  uint32_t last = i;
  const auto beside = [&](uint32_t k) {  // 0: nothing, 1: of the name, 2: another name
    const TextWord& other = words_[k].word;
    if (other.is(kNoSpaces)) return 2;
    const WordReading& r = reading(k);
    if (!other.is(kUpperFirst)) return 0;
    if (r.legal_form) return 1;
    if (r.title || r.particle || r.calendar) return 0;
    if (r.generic) return 1;
    return 2;
  };
  if (i > 0) reading(i - 1);
  if (i + 1 < words_.size()) reading(i + 1);
  const bool nouns_in_capitals = page_.language == "de" && here.rarity >= kUnseen && letters_of(text_of(i)) >= 8;
  if (!quoted) {
    if (i > 0 && joined_to_next(i - 1) && !words_[i - 1].word.is(kQuoteBehind)) {
      // A German noun with the name in apposition is not of it.
      const bool in_front =
          (reading(i - 1).compound_cue && !words_[i - 1].word.is(kHyphenBehind)) || ends_compound(i - 1);
      const int what = in_front ? 0 : beside(i - 1);
      const bool start =
          words_[i - 1].word.is(kSentenceStart) && !words_[i - 1].word.is(kHyphenBehind) && !is_pair_of_capitals(i - 1);
      const WordReading& rb = reading(i - 1);
      const bool function_word = rb.common || rb.particle || rb.title || is_small_word(i - 1);
      if (what == 2 && !(start && function_word) && !nouns_in_capitals) return {};
      if (what == 1 && !start) --first;
      if (what == 1 && !start && words_[i - 1].word.is(kSentenceStart)) return {};
    }
    if (joined_to_next(i) && !w.is(kQuoteBehind)) {
      const int what = beside(i + 1);
      if (what == 2 && !nouns_in_capitals) return {};
      if (what == 1) ++last;
    }
  }
  std::vector<NamedAlone>& parties = named_alone(i);
  if (is_nobodys()) return {};
  std::vector<Proposal> found;
  std::array<std::optional<bool>, 3> may_hold;  // by kind: worked out for those that are left
  for (NamedAlone& party : parties) {
    if (party.in_vain && first == last) continue;
    std::optional<bool>& of_kind = may_hold[static_cast<size_t>(party.kind)];
    if (!of_kind) of_kind = single_may_hold(i, first, last, party.kind);
    if (!*of_kind) continue;
    const uint32_t entity = party.entity;
    const auto read_as = [&](const WordForm& form) {
      return (first < i ? std::string(text_of(first)) + " " : std::string()) + form.text +
             (last > i ? " " + std::string(text_of(last)) : std::string());
    };
    Proposal best = proposal(first, last, entity);
    for (const WordForm& form : here.forms) {
      std::string text = read_as(form);
      TRY(auto judged, judge(text, entity, kLongSingle));
      if (!judged || judged->score <= best.judged.score) continue;
      best.judged = std::move(*judged);
      best.read_as = std::move(text);
      best.begin = words_[first].word.begin + (first == i ? form.front : 0);
      best.end = words_[last].word.end - (last == i ? form.back : 0);
    }
    party.in_vain = first == last && best.judged.score == 0;
    if (best.judged.score == 0) continue;
    TRY(const auto prepared, this->party(entity));
    best.rule = MentionRule::kSingleName;
    best.matched = 1;
    if (!single_holds(i, best, *prepared)) continue;
    found.push_back(std::move(best));
  }
  // Whose whole name it is comes before those of whose name it is a part (IRISL, IRISL Europe GmbH).
  constexpr Points kEqual = 300;
  Points best = 0;
  for (const Proposal& p : found) best = std::max(best, p.judged.score);
  std::erase_if(found, [&](const Proposal& p) { return p.judged.score + kEqual < best; });
  if (found.size() > kMostNamesakes) return {};
  for (Proposal& p : found) proposals_.push_back(std::move(p));
  return {};
}

Result<void> MentionReader::Pass::propose_singles() {
  const MentionClock::Within step(clock_, MentionStep::kSingles);
  for (const uint32_t i : may_begin_) CHECK_OK(propose_single(i));
  settle();
  CHECK_OK(propose_known_families());
  settle();
  return {};
}

}  // namespace cordon::reading
