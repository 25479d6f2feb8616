// The score of OFAC's search page (Sanctions List Search), remade from its recorded answers. OFAC says of it only
// (FAQ 249): a Jaro-Winkler of the whole names and one of their words, Soundex in front, the higher counts. The rules
// here reproduce what was recorded; docs/decisions/0008-the-score-of-ofac-search.md derives them.
//
//   whole   Jaro-Winkler of both names without blanks and commas, hyphens kept, rounded to a hundredth
//   words   for each word of the query the best Jaro-Winkler among the listed words that begin with the same letter and
//           are not half as long or twice as long, rounded up to a hundredth; the mean of these, rounded
//   score   the higher of the two; 0 where no word of the two names begins alike, and under the profile's ofac_floor
//
// Words of at most ofac_short_letters letters count only where the query has no others. Order: "PUTIN Vladimir" and
// "Vladimir PUTIN" are the same by words and not as a whole.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/profile.h"
#include "model/screening.h"

namespace cordon::match {

// A Jaro-Winkler similarity as the fraction it is: 0 <= num <= den, den > 0.
struct Ratio {
  int64_t num = 0;
  int64_t den = 1;
  int hundredths() const { return static_cast<int>((200 * num + den) / (2 * den)); }   // rounded, half up
  int hundredths_up() const { return static_cast<int>((100 * num + den - 1) / den); }  // rounded up
};
// Jaro's similarity, lifted by a tenth of what is missing for each of the first `prefix` letters that both begin with
// (Winkler 1990). Half transpositions count as halves. REQUIRES: prefix <= 10; at most kMaxOfacLetters bytes each.
Ratio jaro_winkler(std::string_view a, std::string_view b, int prefix);
// The most that it can be where both have at most `common` letters in common.
Ratio jaro_winkler_bound(std::string_view a, std::string_view b, int64_t common, int prefix);

inline constexpr size_t kMaxOfacLetters = 160;  // of a name; what comes behind is not read

// A name as this score sees it: A–Z and 0–9; other scripts are romanised first, since the page knows Latin only.
struct OfacName {
  std::string whole;               // hyphens kept
  std::vector<std::string> words;  // cut at blanks, commas, hyphens and slashes
};
OfacName ofac_name(std::string_view text);

// What of a query counts, made once a query.
struct OfacQuery {
  OfacName name;
  std::vector<uint8_t> counted;  // the words that count, by index
  bool by_short_words = false;   // has no longer ones
};
OfacQuery ofac_query(std::string_view text, const Profile& profile);

// May these two words be compared at all (not counting how long they are against each other)?
inline bool begin_alike(std::string_view a, std::string_view b) { return a.front() == b.front(); }
bool counts_for(const OfacQuery& query, std::string_view listed_word, const Profile& profile);
// The hundredths of two words, 0 where they are not compared. REQUIRES: both count.
int ofac_word(std::string_view query, std::string_view listed, const Profile& profile);
// The hundredths that the mean of `sum` over `words` words is.
inline int ofac_mean(int sum, size_t words) {
  const auto n = static_cast<int>(words);
  return n == 0 ? 0 : (2 * sum + n) / (2 * n);
}
// The points of the higher of both, 0 under the floor.
inline Points ofac_points(int whole, int words, const Profile& profile) {
  const Points points = 100 * std::max(whole, words);
  return points < profile.ofac_floor ? 0 : points;
}

struct OfacScore {
  int whole = 0;  // hundredths
  int words = 0;
  Points points = 0;
  struct Best {
    int hundredths = 0;
    uint8_t listed = 0;  // index of the listed word, where hundredths > 0
  };
  std::vector<Best> best;  // by counted word of the query
};
OfacScore ofac_score(const OfacQuery& query, const OfacName& listed, const Profile& profile);

// The rows of one pair of names; their points add up to score.points.
std::vector<Evidence> explain_ofac(const OfacQuery& query, const OfacName& listed, const OfacScore& score,
                                   std::string_view query_text, std::string_view listed_text, const Profile& profile);

}  // namespace cordon::match
