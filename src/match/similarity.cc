#include "match/similarity.h"

#include <algorithm>
#include <array>
#include <bit>
#include <memory>
#include <tuple>

#include "base/memo.h"

namespace cordon::match {
namespace {

using names::PartKind;

constexpr size_t kMaxLetters = 48;

// Pairs of consonants that differ in voice only, and that spellings of one name mix up: s z, d t, b p, g k, v f;
// g h, one letter of Russian and of Ukrainian and Belarusian; c s, since a folded c is that of ch (Charif, Sharif).
bool voiced_pair(char x, char y) {
  const auto pair = [&](char p, char q) { return (x == p && y == q) || (x == q && y == p); };
  if (pair('g', 'h') || pair('c', 's')) return true;
  const auto voiceless = [](char c) {
    switch (c) {
      case 'z':
        return 's';
      case 'd':
        return 't';
      case 'b':
        return 'p';
      case 'g':
        return 'k';
      case 'v':
        return 'f';
      default:
        return c;
    }
  };
  return voiceless(x) == voiceless(y);
}

bool vowel(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u'; }

// What a change of one letter costs, in tenths of a letter, from how often spellings of one name and names of different
// people differ so. Romanisations disagree most on vowels, above all e and i, o and u, and on h and voice; a swap of
// neighbours is cheaper than two substitutions, a different first letter is dearer.
constexpr int kLetter = 10, kVowelForVowel = 5, kNearVowel = 2, kVowelMore = 7, kVoice = 4, kSemivowel = 5, kBreath = 5;
constexpr int kSwap = 8, kFirst = 4, kFirstVowel = 2, kEnding = 5;

int change_cost(char x, char y, bool first) {
  if (x == y) return 0;
  const auto pair = [&](char p, char q) { return (x == p && y == q) || (x == q && y == p); };
  if (vowel(x) && vowel(y))
    return (pair('e', 'i') || pair('o', 'u') ? kNearVowel : kVowelForVowel) + (first ? kFirstVowel : 0);
  if (voiced_pair(x, y)) return kVoice;
  return (pair('u', 'v') ? kSemivowel : kLetter) + (first ? kFirst : 0);
}

int gap_cost(std::string_view word, size_t i) {
  const bool last = i + 1 == word.size();  // endings of case, of gender, and the -s of Baltic spellings
  if (last && (vowel(word[i]) || word[i] == 's')) return kEnding;
  return vowel(word[i]) ? kVowelMore : word[i] == 'h' ? kBreath : kLetter;
}

// The costs of change_cost() and gap_cost() by letters, worked out once.
class Costs {
 public:
  static constexpr size_t kLetters = 128;
  uint8_t change[2][kLetters][kLetters];  // [whether both are first]
  uint8_t gap[2][kLetters];               // [whether it is last]
  Costs() {
    for (size_t i = 0; i < kLetters; ++i) {
      const auto x = static_cast<char>(i);
      for (size_t j = 0; j < kLetters; ++j)
        for (const bool first : {false, true})
          change[first][i][j] = static_cast<uint8_t>(change_cost(x, static_cast<char>(j), first));
      const char word[] = {x, 'x'};
      gap[0][i] = static_cast<uint8_t>(gap_cost(std::string_view(word, 2), 0));
      gap[1][i] = static_cast<uint8_t>(gap_cost(std::string_view(word, 1), 0));
    }
  }
};

// OSA distance in tenths of a letter; some number over `most` where it is over that. REQUIRES: ASCII.
int weighted_distance(std::string_view a, std::string_view b, int most) {
  static const Costs costs;
  const auto letter = [](char c) { return static_cast<unsigned char>(c) & 127U; };
  const auto gap = [&](std::string_view word, size_t i) {
    return int{costs.gap[i + 1 == word.size()][letter(word[i])]};
  };
  std::array<std::array<int, kMaxLetters + 1>, 3> rows;
  std::array<int, kMaxLetters> gaps;
  const auto row = [&](size_t i) -> std::array<int, kMaxLetters + 1>& { return rows[i % 3]; };
  row(0)[0] = 0;
  for (size_t j = 1; j <= b.size(); ++j) {
    gaps[j - 1] = gap(b, j - 1);
    row(0)[j] = row(0)[j - 1] + gaps[j - 1];
  }
  int least_before = 0;
  for (size_t i = 1; i <= a.size(); ++i) {
    auto& now = row(i);
    const auto& up = row(i - 1);
    const char x = a[i - 1];
    const int gap_x = gap(a, i - 1);
    const uint8_t* const change = costs.change[0][letter(x)];
    int least = now[0] = up[0] + gap_x;
    for (size_t j = 1; j <= b.size(); ++j) {
      const char y = b[j - 1];
      const int changed = i == 1 && j == 1 ? costs.change[1][letter(x)][letter(y)] : change[letter(y)];
      int best = std::min({up[j - 1] + changed, up[j] + gap_x, now[j - 1] + gaps[j - 1]});
      if (i > 1 && j > 1 && x == b[j - 2] && a[i - 2] == y) best = std::min(best, row(i - 2)[j - 2] + kSwap);
      now[j] = best;
      least = std::min(least, best);
    }
    // A swap reaches back two rows: stop only when this row and the one before are out of reach.
    if (least > most && least_before > most) return most + 1;
    least_before = least;
  }
  return row(a.size())[b.size()];
}

void keep_better(Similarity& best, int32_t value, Alike how) {
  if (value > best.value) best = {value, how, 0};
}

// Which letters a word has; some share a bit. An edit changes at most two of them.
uint64_t letters_of(std::string_view word) {
  uint64_t out = 0;
  for (const char c : word) out |= uint64_t{1} << (static_cast<unsigned char>(c) & 63U);
  return out;
}

constexpr size_t kSureSkeleton = 4;  // names of so many consonants, all the same, are rarely two names …
constexpr int kSureShare = 7;        // … and their vowels count so many tenths

bool known(uint16_t rarity) { return rarity < 15000; }

}  // namespace

std::string voiceless(std::string_view consonants) {
  std::string out(consonants);
  for (char& c : out) {
    constexpr std::string_view kVoiced = "bdgvzcj", kVoiceless = "ptkfsss";
    if (const size_t at = kVoiced.find(c); at != std::string_view::npos) c = kVoiceless[at];
  }
  return out;
}

// KERNEL: Ukkonen's band of 2 * cutoff + 1 diagonals over the OSA recurrence (Damerau 1964 without overlapping edits).
int osa_distance(std::string_view a, std::string_view b, int cutoff) {
  if (a.size() > b.size()) std::swap(a, b);
  const auto difference = static_cast<int>(b.size() - a.size());
  if (difference > cutoff || b.size() > kMaxLetters) return a == b ? 0 : cutoff + 1;
  if (cutoff == 0) return a == b ? 0 : 1;
  while (!a.empty() && a.front() == b.front()) {
    a.remove_prefix(1);
    b.remove_prefix(1);
  }
  while (!a.empty() && a.back() == b.back()) {
    a.remove_suffix(1);
    b.remove_suffix(1);
  }
  if (a.empty()) return static_cast<int>(b.size());
  const int far = cutoff + 1;
  if (std::popcount(letters_of(a) ^ letters_of(b)) > 2 * cutoff) return far;
  // Only the band is written, and a cell beyond it at either end, which the next rows may read.
  std::array<std::array<int, kMaxLetters + 2>, 3> rows;
  const auto n = static_cast<int>(b.size());
  for (int j = 0; j <= std::min(n, cutoff); ++j) rows[0][static_cast<size_t>(j)] = j;
  rows[0][static_cast<size_t>(std::min(n, cutoff) + 1)] = far;
  int best_before = 0;
  for (int i = 1; i <= static_cast<int>(a.size()); ++i) {
    auto& now = rows[static_cast<size_t>(i % 3)];
    const auto& up = rows[static_cast<size_t>((i + 2) % 3)];
    const auto& upper = rows[static_cast<size_t>((i + 1) % 3)];
    const int first = std::max(1, i - cutoff);
    const int last = std::min(n, i + cutoff);
    int best = now[static_cast<size_t>(first - 1)] = first == 1 ? std::min(i, far) : far;
    now[static_cast<size_t>(last + 1)] = far;
    for (int j = first; j <= last; ++j) {
      const auto x = static_cast<size_t>(i - 1);
      const auto y = static_cast<size_t>(j - 1);
      const auto at = static_cast<size_t>(j);
      int d = std::min({up[at - 1] + (a[x] != b[y]), up[at] + 1, now[at - 1] + 1});
      if (i > 1 && j > 1 && a[x] == b[y - 1] && a[x - 1] == b[y]) d = std::min(d, upper[at - 2] + 1);
      now[at] = std::min(d, far);
      best = std::min(best, now[at]);
    }
    // A swap reaches back two rows: stop only when this row and the one before are out of reach.
    if (best >= far && best_before >= far) return far;
    best_before = best;
  }
  return std::min(rows[a.size() % 3][b.size()], far);
}

namespace {

// One is the other with an "a" for its ending or behind it: forms for the two sexes in Slavic, Romance and Germanic
// languages.
bool differ_by_gender(std::string_view a, std::string_view b) {
  if (a.size() > b.size() || (a.size() == b.size() && a.back() == 'a')) std::swap(a, b);
  if (a.size() < 4 || b.back() != 'a') return false;
  const std::string_view stem = b.substr(0, b.size() - 1);
  return a == stem || (a.size() == b.size() && a.substr(0, stem.size()) == stem && a.back() == 'o');
}

// Is the longer of the two a Slavic family name in its form for women, or are they -enko and -enka?
bool slavic_family(std::string_view a, std::string_view b) {
  std::string_view stem = a.size() < b.size() ? a : b;
  if (a.size() == b.size()) stem.remove_suffix(1);
  for (const std::string_view ending : {"ov", "ev", "in", "sk", "nk", "tsk"})
    if (stem.ends_with(ending)) return true;
  return false;
}

}  // namespace

Similarity form_similarity(FormView a, FormView b, const Profile& p) {
  if (a.text == b.text) return {1000, Alike::kSame};
  if (a.folded == b.folded) return {p.similarity_same_sound, Alike::kSound};
  const size_t shorter = std::min(a.folded.size(), b.folded.size());
  const size_t longer = std::max(a.folded.size(), b.folded.size());
  const int edits = max_edits(shorter);
  if (longer > kMaxLetters || shorter == 0) return {};
  const bool same_consonants = a.skeleton.size() >= kMinSkeleton && a.skeleton == b.skeleton;
  if (!same_consonants && longer - shorter > static_cast<size_t>(edits)) return {};
  const int apart = same_consonants ? edits + 1 : osa_distance(a.folded, b.folded, edits);
  if (!same_consonants && apart > edits) return {};
  // Beyond this distance the value is under the floor, whatever share of it counts.
  const int most =
      (1001 - p.edit_floor) * 10 * static_cast<int>(longer) / std::max(p.edit_slope, 1) * 10 / kSureShare + 20;
  int distance = weighted_distance(a.folded, b.folded, most);
  if (distance > most) return {};
  if (same_consonants && a.skeleton.size() >= kSureSkeleton) distance = distance * kSureShare / 10;
  int32_t value = 1000 - p.edit_slope * distance / (10 * static_cast<int32_t>(longer));
  const bool both_known = known(a.rarity) && known(b.rarity);
  // Two names, however alike: of two classes (Hassan, Hussein), or known and of another first letter (Evan, Ivan).
  const bool two_names =
      (a.classes != 0 && b.classes != 0 && (a.classes & b.classes) == 0) || (both_known && a.folded[0] != b.folded[0]);
  if (two_names) value = value * p.edit_class_share / 1000;
  if (value < p.edit_floor) return {};
  const bool agree = same_consonants || voiceless(a.skeleton) == voiceless(b.skeleton);
  const auto consonants = static_cast<uint8_t>(agree ? a.skeleton.size() : 0);
  if (!differ_by_gender(a.folded, b.folded)) return {value, Alike::kEdited, consonants, apart == 1};
  // Two known names that are no family names: Luis and Luisa.
  if (both_known && !slavic_family(a.folded, b.folded)) value = std::min(value, p.similarity_other_gender);
  return {value, Alike::kGendered, consonants, apart == 1};
}

namespace {

// A word as consonants and what stands between them: "gsAn" is g, s, "A", n.
bool consonant(char c) { return c >= 'a' && c <= 'z'; }

std::string_view gap_at(std::string_view abjad, size_t& i) {
  const size_t begin = i;
  while (i < abjad.size() && !consonant(abjad[i])) ++i;
  return abjad.substr(begin, i - begin);
}

// Takes the vowels (and v, which may be a waw) off the front of a folded spelling, then the consonant after them.
std::string_view vowels_at(std::string_view folded, size_t& i) {
  const size_t begin = i;
  while (i < folded.size() && (vowel(folded[i]) || (folded[i] == 'v' && i > 0))) ++i;
  const std::string_view out = folded.substr(begin, i - begin);
  if (i >= folded.size()) return out;
  const bool digraph = i + 1 < folded.size() && folded[i + 1] == 'h' && std::string_view("szc").contains(folded[i]);
  i += digraph ? 2 : 1;
  return out;
}

// Do the long vowels of a gap fit the vowels of a spelling? Short ones are not written; an ayn ("E") has any or none;
// at the start an alef carries any vowel.
bool fits(std::string_view long_vowels, std::string_view vowels, bool start) {
  const auto any = [&](std::string_view of) { return vowels.find_first_of(of) != std::string_view::npos; };
  if (long_vowels.empty()) return start ? vowels.empty() : vowels.size() <= 1 && !any("v");
  if (any("v") && long_vowels.find('W') == std::string_view::npos) return false;
  for (const char c : long_vowels) {
    if (c == 'A' && !(start ? !vowels.empty() : any("aoe"))) return false;
    if (c == 'W' && !any("uov")) return false;
    if (c == 'Y' && !any("ie")) return false;
  }
  return true;
}

// Compares a word of an abjad with another word of the same consonants, gap by gap: `fits_next(letters, start)` says of
// each gap in turn whether it fits the other word's. `best`: where all do; `letters`: of the shorter word.
template <typename FitsNext>
Similarity compare_gaps(std::string_view abjad, size_t letters, int32_t best, const Profile& p,
                        const FitsNext& fits_next) {
  uint8_t consonants = 0;
  int mismatches = 0;
  for (size_t i = 0;; ++i, ++consonants) {
    const std::string_view written = gap_at(abjad, i);
    mismatches += !fits_next(written, consonants == 0);
    if (i >= abjad.size()) break;
  }
  if (consonants < kMinAbjad) return {};  // the index does not know words by fewer
  if (consonants < kMinSkeleton && (mismatches > 0 || letters <= kMinAbjad)) return {};
  const int32_t value = best - mismatches * p.abjad_vowel_differs;
  if (value <= 0 || value < p.edit_floor) return {};
  return {value, Alike::kAbjad, consonants};
}

}  // namespace

Similarity abjad_similarity(std::string_view abjad, std::string_view folded, const Profile& p) {
  const bool opens_with_y = abjad.starts_with('y') && folded.starts_with('i');
  size_t k = 0;
  return compare_gaps(abjad, abjad.size(), p.similarity_abjad, p, [&](std::string_view written, bool start) {
    if (!start || !opens_with_y) return fits(written, vowels_at(folded, k), start);
    k = 1;
    return written.empty();
  });
}

Similarity abjads_similarity(std::string_view a, std::string_view b, const Profile& p) {
  size_t k = 0;
  return compare_gaps(a, std::min(a.size(), b.size()), p.similarity_same_sound, p, [&](std::string_view written, bool) {
    const bool same = written == gap_at(b, k);
    ++k;
    return same;
  });
}

bool comparable(PartKind a, PartKind b) {
  if (a == PartKind::kNumber || b == PartKind::kNumber) return a == b;
  if (a == PartKind::kSuffix || b == PartKind::kSuffix) return a == b;
  return true;
}

bool initial_of(std::string_view initial, std::string_view word) { return word.starts_with(initial); }

namespace {

int32_t equivalent_value(const names::Equivalent& e, const Profile& p) {
  if (e.similarity == names::kNickname) return p.similarity_nickname;
  if (e.similarity == names::kOtherLanguage) return p.similarity_other_language;
  return p.similarity_same_name;
}

// A form's equivalents, in order of their folds.
struct FoldedEquivalent {
  std::string folded;
  names::Equivalent of;
};
using FoldedEquivalents = std::shared_ptr<const std::vector<FoldedEquivalent>>;

FoldedEquivalents folded_equivalents(std::string_view form) {
  std::vector<FoldedEquivalent> out;
  for (const names::Equivalent& e : names::equivalents(form)) out.push_back({names::fold(e.form), e});
  std::ranges::sort(out, {},
                    [](const FoldedEquivalent& e) { return std::pair(std::string_view(e.folded), e.of.form); });
  return out.empty() ? nullptr : std::make_shared<const std::vector<FoldedEquivalent>>(std::move(out));
}

}  // namespace

QueryUnit query_unit(const Unit& unit, const Profile& profile) {
  QueryUnit out;
  out.unit = &unit;
  if (!admissible({1, Alike::kEquivalent}, unit.shape(), UnitShape{})) return out;
  if (unit.kind == PartKind::kNumber || unit.kind == PartKind::kSuffix || unit.kind == PartKind::kInitial) return out;
  thread_local Memo<FoldedEquivalents> memo;
  for (const Form& form : unit.forms) {
    const FoldedEquivalents found = memo.get(form.text, [&] { return folded_equivalents(form.text); });
    if (found == nullptr) continue;
    for (const FoldedEquivalent& e : *found)
      out.equivalents.push_back({e.folded, equivalent_value(e.of, profile),
                                 e.of.similarity == names::kNickname ? e.of.form : std::string_view()});
  }
  const auto before = [](const auto& x, const auto& y) {
    return std::tuple(std::string_view(x.folded), x.nickname, -x.similarity) <
           std::tuple(std::string_view(y.folded), y.nickname, -y.similarity);
  };
  if (!std::ranges::is_sorted(out.equivalents, before)) std::ranges::sort(out.equivalents, before);
  const auto same = [](const auto& x, const auto& y) { return x.folded == y.folded && x.nickname == y.nickname; };
  out.equivalents.erase(std::unique(out.equivalents.begin(), out.equivalents.end(), same), out.equivalents.end());
  return out;
}

namespace {

Similarity initial_similarity(const Unit& a, const UnitView& b, const Profile& p) {
  Similarity best;
  const bool both = a.kind == b.shape.kind;
  for (const Form& x : a.forms)
    for (const FormView& y : b.forms) {
      if (both) {
        if (x.text == y.text) keep_better(best, 1000, Alike::kSame);
      } else if (a.kind == PartKind::kInitial ? initial_of(x.text, y.text) : initial_of(y.text, x.text)) {
        keep_better(best, p.similarity_initial, Alike::kInitial);
      }
    }
  return best;
}

void keep_admissible(Similarity& best, Similarity s, UnitShape query, UnitShape other, const Profile& p) {
  if (s.value == 0 || !admissible(s, query, other)) return;
  s = adjust(s, query, other, p);
  keep_better(best, s.value, s.how);
}

}  // namespace

UnitView unit_view(const Unit& unit, std::vector<FormView>& forms) {
  forms.clear();
  for (const Form& form : unit.forms) forms.push_back(view(form));
  return {unit.shape(), forms, unit.abjad, unit.consonants};
}

Similarity unit_similarity(const QueryUnit& query, const Unit& other, const Profile& p) {
  std::vector<FormView> forms;
  return unit_similarity(query, unit_view(other, forms), p);
}

Similarity unit_similarity(const QueryUnit& query, const UnitView& other, const Profile& p) {
  const Unit& unit = *query.unit;
  if (!comparable(unit.kind, other.shape.kind)) return {};
  if (unit.kind == PartKind::kInitial || other.shape.kind == PartKind::kInitial) {
    if (unit.count > 1 || other.shape.parts > 1) return {};
    return initial_similarity(unit, other, p);
  }
  Similarity best;
  const UnitShape shape = unit.shape();
  const bool exact_only = unit.kind == PartKind::kNumber || unit.kind == PartKind::kSuffix;
  const bool by_letters = admissible({1, Alike::kEdited, kMinSkeleton}, shape, other.shape);
  for (size_t i = 0; i < unit.forms.size(); ++i)
    for (const FormView& y : other.forms) {
      const Form& x = unit.forms[i];
      if (!by_letters && x.folded != y.folded) continue;
      if (exact_only) {
        if (x.text == y.text) keep_better(best, 1000, Alike::kSame);
        continue;
      }
      const Similarity s = y.known != nullptr ? y.known[i] : form_similarity(view(x), y, p);
      keep_admissible(best, s, shape, other.shape, p);
    }
  if (exact_only) return best;
  for (const QueryUnit::Equivalent& e : query.equivalents)
    for (const FormView& y : other.forms)
      if (y.folded == e.folded && e.is(y.text))
        keep_admissible(best, {e.similarity, Alike::kEquivalent}, shape, other.shape, p);
  if (!unit.abjad.empty() && !other.abjad.empty()) {
    if (unit.consonants == other.consonants)
      keep_admissible(best, abjads_similarity(unit.abjad, other.abjad, p), shape, other.shape, p);
  } else if (!unit.abjad.empty()) {
    for (const FormView& form : other.forms)
      if (form.skeleton == unit.consonants)
        keep_admissible(best, abjad_similarity(unit.abjad, form.folded, p), shape, other.shape, p);
  } else if (!other.abjad.empty()) {
    for (const Form& form : unit.forms)
      if (form.skeleton == other.consonants)
        keep_admissible(best, abjad_similarity(other.abjad, form.folded, p), shape, other.shape, p);
  }
  return best;
}

bool admissible(Similarity s, UnitShape query, UnitShape other) {
  switch (s.how) {
    case Alike::kEdited:
    case Alike::kGendered:
      if (query.syllabic || other.syllabic) return false;
      return query.parts + other.parts == 2 ||
             ((query.parts == 1 || other.parts == 1) && (s.one_edit || s.consonants >= kMinSkeleton));
    case Alike::kEquivalent:
      return query.parts == 1 && other.parts == 1 && !query.syllabic && !other.syllabic;
    case Alike::kAbjad:
      return query.parts == 1 || other.parts == 1;
    default:
      return true;
  }
}

Similarity adjust(Similarity s, UnitShape query, UnitShape other, const Profile& p) {
  if (s.how == Alike::kGendered) {
    if (query.kind == PartKind::kFamily || other.kind == PartKind::kFamily)
      s.value = p.similarity_gendered_family;
    else if (query.kind == PartKind::kGiven || other.kind == PartKind::kGiven)
      s.value = std::min(s.value, p.similarity_other_gender);
  }
  const bool joined = query.parts + other.parts > 2;
  if (joined && s.how == Alike::kAbjad && s.consonants < kMinJoinedAbjad) return {};
  if (joined) s.value = s.value * p.similarity_joined / 1000;
  return s;
}

}  // namespace cordon::match
