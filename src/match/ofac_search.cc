#include "match/ofac_search.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "match/weights.h"
#include "names/analyze.h"
#include "names/romanize.h"
#include "names/tokenize.h"

namespace cordon::match {
namespace {

void append_upper(std::string& out, std::string_view form) {
  for (const char c : form) out += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

bool is_short(std::string_view word, const Profile& p) {
  return word.size() <= static_cast<size_t>(p.ofac_short_letters);
}

// Jaro counts as the same two equal letters that stand at most `window` places apart, each once, from the left.
struct Common {
  int64_t letters = 0;
  int64_t out_of_order = 0;  // half transpositions
};
Common common_letters(std::string_view a, std::string_view b) {
  const size_t longer = std::max(a.size(), b.size());
  const size_t window = longer < 4 ? 0 : longer / 2 - 1;
  std::array<bool, kMaxOfacLetters> used = {};
  std::array<char, kMaxOfacLetters> in_a;
  Common out;
  for (size_t i = 0; i < a.size(); ++i) {
    const size_t end = std::min(b.size(), i + window + 1);
    for (size_t j = i > window ? i - window : 0; j < end; ++j) {
      if (used[j] || a[i] != b[j]) continue;
      used[j] = true;
      in_a[static_cast<size_t>(out.letters++)] = a[i];
      break;
    }
  }
  size_t k = 0;
  for (size_t j = 0; j < b.size(); ++j)
    if (used[j]) out.out_of_order += in_a[k++] != b[j];
  return out;
}

// With m common letters, of which h are out of order: J = (m/a + m/b + (m - h/2)/m) / 3 and JW = J + k/10 (1 - J).
Ratio ratio_of(std::string_view a, std::string_view b, const Common& common, int prefix) {
  const int64_t m = common.letters;
  if (m == 0) return {};
  const auto na = static_cast<int64_t>(a.size());
  const auto nb = static_cast<int64_t>(b.size());
  const int64_t den = 6 * na * nb * m;
  const int64_t jaro = 2 * m * m * (na + nb) + (2 * m - common.out_of_order) * na * nb;
  int64_t k = 0;
  while (k < std::min({na, nb, int64_t{prefix}}) && a[static_cast<size_t>(k)] == b[static_cast<size_t>(k)]) ++k;
  return {10 * jaro + k * (den - jaro), 10 * den};
}

}  // namespace

Ratio jaro_winkler(std::string_view a, std::string_view b, int prefix) {
  return ratio_of(a, b, common_letters(a, b), prefix);
}

Ratio jaro_winkler_bound(std::string_view a, std::string_view b, int64_t common, int prefix) {
  return ratio_of(a, b, {common, 0}, prefix);
}

OfacName ofac_name(std::string_view text) {
  std::string storage;
  const names::Tokens tokens = names::tokenize(names::nfkc(text, storage));
  const names::RomanizeContext context = names::romanize_context(tokens);
  OfacName out;
  bool open = false;
  for (const names::Token& token : tokens.list) {
    if (token.ampersand) continue;
    std::string word;
    append_upper(word, names::romanize(token, context).forms[0]);
    if (out.whole.size() + word.size() > kMaxOfacLetters) break;
    out.whole += word;
    if (open) {
      out.words.back() += word;
    } else {
      out.words.push_back(std::move(word));
    }
    open = token.glue == names::Glue::kDot;
    if (token.glue == names::Glue::kHyphen && out.whole.size() < kMaxOfacLetters) out.whole += '-';
  }
  if (out.whole.ends_with('-')) out.whole.pop_back();
  return out;
}

OfacQuery ofac_query(std::string_view text, const Profile& p) {
  OfacQuery out;
  out.name = ofac_name(text);
  out.by_short_words =
      std::all_of(out.name.words.begin(), out.name.words.end(), [&](const auto& w) { return is_short(w, p); });
  for (size_t i = 0; i < out.name.words.size(); ++i)
    if (counts_for(out, out.name.words[i], p)) out.counted.push_back(static_cast<uint8_t>(i));
  return out;
}

bool counts_for(const OfacQuery& query, std::string_view listed_word, const Profile& p) {
  return is_short(listed_word, p) == query.by_short_words;
}

int ofac_word(std::string_view query, std::string_view listed, const Profile& p) {
  if (!begin_alike(query, listed)) return 0;
  const size_t shorter = std::min(query.size(), listed.size());
  const size_t longer = std::max(query.size(), listed.size());
  if (1000 * shorter <= longer * static_cast<size_t>(p.ofac_length_share) && shorter < longer) return 0;
  return jaro_winkler(query, listed, p.ofac_prefix_word).hundredths_up();
}

OfacScore ofac_score(const OfacQuery& query, const OfacName& listed, const Profile& p) {
  OfacScore out;
  bool any = false;
  int sum = 0;
  for (const uint8_t i : query.counted) {
    const std::string& word = query.name.words[i];
    OfacScore::Best best;
    for (size_t j = 0; j < listed.words.size(); ++j) {
      if (!counts_for(query, listed.words[j], p)) continue;
      any |= begin_alike(word, listed.words[j]);
      const int hundredths = ofac_word(word, listed.words[j], p);
      if (hundredths > best.hundredths) best = {hundredths, static_cast<uint8_t>(j)};
    }
    sum += best.hundredths;
    out.best.push_back(best);
  }
  out.words = ofac_mean(sum, query.counted.size());
  if (any) out.whole = jaro_winkler(query.name.whole, listed.whole, p.ofac_prefix_whole).hundredths();
  out.points = ofac_points(out.whole, out.words, p);
  return out;
}

std::vector<Evidence> explain_ofac(const OfacQuery& query, const OfacName& listed, const OfacScore& score,
                                   std::string_view query_text, std::string_view listed_text, const Profile& p) {
  std::vector<Evidence> rows;
  const bool as_whole = score.whole > score.words;
  const Points reached = 100 * std::max(score.whole, score.words);
  if (as_whole)
    rows.push_back({Feature::kNamePart, score.whole == 100 ? Finding::kAgrees : Finding::kSimilar,
                    std::string(query_text), std::string(listed_text),
                    fmt::format("the whole names, {} %", score.whole), reached, reached * p.bits_name / kPointsOne});
  int sum = 0;
  for (const OfacScore::Best& best : score.best) sum += best.hundredths;
  int so_far = 0;
  MilliBits rarity_so_far = 0;
  size_t counted = 0;
  for (size_t i = 0; i < query.name.words.size(); ++i) {
    const std::string& word = query.name.words[i];
    const PartSpan part = {static_cast<uint8_t>(i), 1};
    if (counted == query.counted.size() || query.counted[counted] != i) {
      rows.push_back({Feature::kNameMissing, Finding::kNote, word, {}, "too short a word to count", 0, 0, part, {}});
      continue;
    }
    const OfacScore::Best& best = score.best[counted++];
    if (best.hundredths == 0) {
      rows.push_back({Feature::kNameMissing,
                      Finding::kAbsent,
                      word,
                      {},
                      "only in the subject's name",
                      0,
                      -p.bits_subject_differs,
                      part,
                      {}});
      continue;
    }
    std::string form;  // as the table of rarities has it
    for (const char c : word) form += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    const auto rarity = static_cast<MilliBits>(names::rarity_millibits(names::fold(form)));
    const MilliBits rarity_before = bits_of_rarity(rarity_so_far, p);
    rarity_so_far += rarity * std::max(0, 2 * best.hundredths - 100) / 100;
    // Shares of the points are cut where the running sum is, so that they add up.
    const Points before = reached * so_far / sum;
    so_far += best.hundredths;
    const Points points = as_whole ? 0 : reached * so_far / sum - before;
    rows.push_back({Feature::kNamePart, best.hundredths == 100 ? Finding::kAgrees : Finding::kSimilar, word,
                    listed.words[best.listed],
                    best.hundredths == 100 ? "same" : fmt::format("{} % alike", best.hundredths), points,
                    points * p.bits_name / kPointsOne + bits_of_rarity(rarity_so_far, p) - rarity_before, part,
                    PartSpan{best.listed, 1}});
  }
  if (score.points < reached)
    rows.push_back({Feature::kLimit,
                    Finding::kNote,
                    {},
                    {},
                    "under what OFAC's page was seen to answer",
                    score.points - reached,
                    0});
  return rows;
}

}  // namespace cordon::match
