#include "match/similarity.h"

#include <algorithm>
#include <array>

namespace cordon::match {
namespace {

using names::PartKind;

constexpr size_t kMaxLetters = 48;
constexpr uint16_t kNationalForm = 900;  // equivalents under this are nicknames

// Pairs of consonants that differ in voice only, and that spellings of one name mix up: s z, d t, b p, g k, v f.
bool voiced_pair(char x, char y) {
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

// Weighted distance in tenths of a letter: vowels are cheap (romanisations disagree on them most), so are consonants
// that differ in voice only; a swap of neighbours is cheaper than two substitutions, a different first letter is
// dearer.
int weighted_distance(std::string_view a, std::string_view b) {
  constexpr int kLetter = 10, kVowelForVowel = 5, kVowelMore = 7, kVoice = 5, kSwap = 8, kFirst = 4, kEnding = 5;
  std::array<std::array<int, kMaxLetters + 1>, 3> rows;
  const auto gap = [](std::string_view word, size_t i) {
    const bool last = i + 1 == word.size();  // endings of case, of gender, and the -s of Baltic spellings
    if (last && (vowel(word[i]) || word[i] == 's')) return kEnding;
    return vowel(word[i]) ? kVowelMore : kLetter;
  };
  const auto row = [&](size_t i) -> std::array<int, kMaxLetters + 1>& { return rows[i % 3]; };
  row(0)[0] = 0;
  for (size_t j = 1; j <= b.size(); ++j) row(0)[j] = row(0)[j - 1] + gap(b, j - 1);
  for (size_t i = 1; i <= a.size(); ++i) {
    auto& now = row(i);
    const auto& up = row(i - 1);
    now[0] = up[0] + gap(a, i - 1);
    for (size_t j = 1; j <= b.size(); ++j) {
      const char x = a[i - 1];
      const char y = b[j - 1];
      const int other = vowel(x) && vowel(y) ? kVowelForVowel : voiced_pair(x, y) ? kVoice : kLetter;
      const int change = x == y ? 0 : other + (i == 1 && j == 1 ? kFirst : 0);
      int best = std::min({up[j - 1] + change, up[j] + gap(a, i - 1), now[j - 1] + gap(b, j - 1)});
      if (i > 1 && j > 1 && x == b[j - 2] && a[i - 2] == y) best = std::min(best, row(i - 2)[j - 2] + kSwap);
      now[j] = best;
    }
  }
  return row(a.size())[b.size()];
}

void keep_better(Similarity& best, int32_t value, Alike how) {
  if (value > best.value) best = {value, how};
}

bool known(uint16_t rarity) { return rarity < 13000; }

}  // namespace

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
  std::array<std::array<int, kMaxLetters + 2>, 3> rows;
  for (auto& r : rows) r.fill(far);
  const auto n = static_cast<int>(b.size());
  for (int j = 0; j <= std::min(n, cutoff); ++j) rows[0][static_cast<size_t>(j)] = j;
  for (int i = 1; i <= static_cast<int>(a.size()); ++i) {
    auto& now = rows[static_cast<size_t>(i % 3)];
    const auto& up = rows[static_cast<size_t>((i + 2) % 3)];
    const auto& upper = rows[static_cast<size_t>((i + 1) % 3)];
    now.fill(far);
    if (i <= cutoff) now[0] = i;
    int best = far;
    for (int j = std::max(1, i - cutoff); j <= std::min(n, i + cutoff); ++j) {
      const auto x = static_cast<size_t>(i - 1);
      const auto y = static_cast<size_t>(j - 1);
      const auto at = static_cast<size_t>(j);
      int d = std::min({up[at - 1] + (a[x] != b[y]), up[at] + 1, now[at - 1] + 1});
      if (i > 1 && j > 1 && a[x] == b[y - 1] && a[x - 1] == b[y]) d = std::min(d, upper[at - 2] + 1);
      now[at] = std::min(d, far);
      best = std::min(best, now[at]);
    }
    // A swap reaches back two rows: stop only when this row and the one before are out of reach.
    if (best >= far && *std::min_element(up.begin(), up.end()) >= far) return far;
  }
  return std::min(rows[a.size() % 3][b.size()], far);
}

Similarity form_similarity(FormView a, FormView b, const Profile& p) {
  if (a.text == b.text) return {1000, Alike::kSame};
  if (a.folded == b.folded) return {p.similarity_same_sound, Alike::kSound};
  const size_t shorter = std::min(a.folded.size(), b.folded.size());
  const size_t longer = std::max(a.folded.size(), b.folded.size());
  const int edits = max_edits(shorter);
  if (longer - shorter > static_cast<size_t>(edits) || longer > kMaxLetters) return {};
  if (osa_distance(a.folded, b.folded, edits) > edits) return {};
  int32_t value = 1000 - p.edit_slope * weighted_distance(a.folded, b.folded) / (10 * static_cast<int32_t>(longer));
  if (known(a.rarity) && known(b.rarity)) value = value * p.edit_known_share / 1000;
  if (value < p.edit_floor) return {};
  return {value, Alike::kEdited};
}

bool comparable(PartKind a, PartKind b) {
  if (a == PartKind::kNumber || b == PartKind::kNumber) return a == b;
  if (a == PartKind::kSuffix || b == PartKind::kSuffix) return a == b;
  return true;
}

bool initial_of(std::string_view initial, std::string_view word) { return word.starts_with(initial); }

QueryUnit query_unit(const Unit& unit, const Profile& profile) {
  QueryUnit out;
  out.unit = &unit;
  if (unit.kind == PartKind::kNumber || unit.kind == PartKind::kSuffix || unit.kind == PartKind::kInitial) return out;
  for (const Form& form : unit.forms) {
    for (const names::Equivalent& e : names::equivalents(form.text))
      out.equivalents.emplace_back(names::fold(e.form), e.similarity < kNationalForm
                                                            ? profile.similarity_nickname
                                                            : e.similarity * profile.share_national_form / 1000);
    if (unit.abjad.empty())
      if (std::string s = names::skeleton(form.text); s.size() >= kMinSkeleton) out.skeletons.push_back(std::move(s));
  }
  std::sort(out.equivalents.begin(), out.equivalents.end(),
            [](const auto& x, const auto& y) { return x.first != y.first ? x.first < y.first : x.second > y.second; });
  const auto same = [](const auto& x, const auto& y) { return x.first == y.first; };
  out.equivalents.erase(std::unique(out.equivalents.begin(), out.equivalents.end(), same), out.equivalents.end());
  std::sort(out.skeletons.begin(), out.skeletons.end());
  out.skeletons.erase(std::unique(out.skeletons.begin(), out.skeletons.end()), out.skeletons.end());
  return out;
}

namespace {

Similarity initial_similarity(const Unit& a, const Unit& b, const Profile& p) {
  Similarity best;
  const bool both = a.kind == b.kind;
  for (const Form& x : a.forms)
    for (const Form& y : b.forms) {
      if (both) {
        if (x.text == y.text) keep_better(best, 1000, Alike::kSame);
      } else if (a.kind == PartKind::kInitial ? initial_of(x.text, y.text) : initial_of(y.text, x.text)) {
        keep_better(best, p.similarity_initial, Alike::kInitial);
      }
    }
  return best;
}

}  // namespace

Similarity unit_similarity(const QueryUnit& query, const Unit& other, const Profile& p) {
  const Unit& unit = *query.unit;
  if (!comparable(unit.kind, other.kind)) return {};
  if (unit.kind == PartKind::kInitial || other.kind == PartKind::kInitial) {
    if (unit.count > 1 || other.count > 1) return {};
    return initial_similarity(unit, other, p);
  }
  Similarity best;
  const bool exact_only = unit.kind == PartKind::kNumber || unit.kind == PartKind::kSuffix;
  for (const Form& x : unit.forms)
    for (const Form& y : other.forms) {
      if (exact_only) {
        if (x.text == y.text) keep_better(best, 1000, Alike::kSame);
        continue;
      }
      const Similarity s = form_similarity(view(x), view(y), p);
      if (admissible(s.how, unit.shape(), other.shape())) keep_better(best, s.value, s.how);
    }
  if (exact_only) return best;
  for (const auto& [fold, value] : query.equivalents)
    for (const Form& y : other.forms)
      if (y.folded == fold && admissible(Alike::kEquivalent, unit.shape(), other.shape()))
        keep_better(best, value, Alike::kEquivalent);
  if (!admissible(Alike::kAbjad, unit.shape(), other.shape())) return adjust_joined(best, unit.count, other.count, p);
  if (unit.abjad.size() >= kMinSkeleton && !other.abjad.empty()) {
    if (unit.abjad == other.abjad) keep_better(best, p.similarity_same_sound, Alike::kAbjad);
  } else if (unit.abjad.size() >= kMinSkeleton) {
    for (const Form& y : other.forms)
      if (names::skeleton(y.text) == unit.abjad) keep_better(best, p.similarity_abjad, Alike::kAbjad);
  } else if (!other.abjad.empty()) {
    for (const std::string& s : query.skeletons)
      if (s == other.abjad) keep_better(best, p.similarity_abjad, Alike::kAbjad);
  }
  return adjust_joined(best, unit.count, other.count, p);
}

bool admissible(Alike how, UnitShape query, UnitShape other) {
  switch (how) {
    case Alike::kEdited:
      return !query.syllabic && !other.syllabic && (query.parts == 1 || other.parts == 1);
    case Alike::kEquivalent:
      return query.parts == 1 && other.parts == 1 && !query.syllabic && !other.syllabic;
    case Alike::kAbjad:
      return query.parts == 1 || other.parts == 1;
    default:
      return true;
  }
}

Similarity adjust_joined(Similarity s, uint8_t query_parts, uint8_t other_parts, const Profile& p) {
  if (query_parts + other_parts > 2) s.value = s.value * p.similarity_joined / 1000;
  return s;
}

}  // namespace cordon::match
