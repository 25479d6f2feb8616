// KERNEL: the OSA distance, bit-parallel (Hyyrö 2003, "A bit-vector algorithm for computing Levenshtein and Damerau
// edit distances"). A column of the matrix is held as the differences of neighbouring cells, one bit each, so that a
// letter of the fold costs some twenty operations however long the word. At the end the last cell is the fold's length,
// which the topmost cell of the last column is, and the differences below it.
//
// Folds of up to 18 letters and a word of up to 16, which nearly all are, are taken sixteen at a time in lanes of 16
// bits. Each lane runs to the longest fold's end and keeps its column from where its own fold ended.
#include "match/near_folds.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdlib>
#include <cstring>

#include "match/similarity.h"

namespace cordon::match {
namespace {

// Where in the word each letter stands.
struct Pattern {
  std::array<uint64_t, 256> bits = {};
  std::string_view word;

  explicit Pattern(std::string_view w) : word(w) {
    for (size_t i = 0; i < w.size(); ++i) bits[static_cast<uint8_t>(w[i])] |= uint64_t{1} << i;
  }
};

// A column: where a cell is one more, and where it is one less, than the cell over it. Bits is an integer or a vector
// of such.
template <typename Bits>
struct Column {
  Bits more = ~Bits{};
  Bits less = {};
  Bits diagonal_zero = {};
  Bits last = {};  // where the letter before stands in the word

  // Goes on to a letter that stands at these places of the word.
  void step(Bits at) {
    const Bits swapped = static_cast<Bits>((~diagonal_zero & at) << 1) & last;
    diagonal_zero = static_cast<Bits>(((at & more) + more) ^ more) | at | less | swapped;
    Bits right_more = less | ~(diagonal_zero | more);
    Bits right_less = diagonal_zero & more;
    right_more = static_cast<Bits>(right_more << 1) | 1;
    right_less = static_cast<Bits>(right_less << 1);
    more = right_less | ~(diagonal_zero | right_more);
    less = right_more & diagonal_zero;
    last = at;
  }
};

constexpr size_t kLongestWord = 48;  // beyond, only equal ones are near (similarity.cc)

uint8_t near_or_far(int distance, int cutoff) { return distance <= cutoff ? static_cast<uint8_t>(distance) : kFar; }

uint64_t low_bits(size_t n) { return (uint64_t{1} << n) - 1; }  // n < 64

uint8_t distance_of(const Pattern& pattern, std::string_view fold, int cutoff) {
  Column<uint64_t> column;
  for (const char c : fold) column.step(pattern.bits[static_cast<uint8_t>(c)]);
  const uint64_t word = low_bits(pattern.word.size());
  return near_or_far(
      static_cast<int>(fold.size()) + std::popcount(column.more & word) - std::popcount(column.less & word), cutoff);
}

constexpr size_t kLanes = 16;
constexpr size_t kLaneWord = 16;
constexpr size_t kLaneFold = kLaneWord + 2;

// Folds that wait for a kernel of lanes.
struct Waiting {
  const std::string_view* folds[kLanes];
  uint8_t* distances[kLanes];
  int cutoffs[kLanes];
  size_t count = 0;
  size_t longest = 0;
};

#if defined(__x86_64__)
__attribute__((target("avx2,popcnt"))) void flush_avx2(const Pattern& pattern, Waiting& waiting) {
  using Bits = uint16_t __attribute__((vector_size(2 * kLanes)));
  alignas(Bits) uint16_t at[kLaneFold][kLanes] = {};
  alignas(Bits) uint16_t lengths[kLanes] = {};
  for (size_t lane = 0; lane < waiting.count; ++lane) {
    const std::string_view fold = *waiting.folds[lane];
    lengths[lane] = static_cast<uint16_t>(fold.size());
    for (size_t i = 0; i < fold.size(); ++i)
      at[i][lane] = static_cast<uint16_t>(pattern.bits[static_cast<uint8_t>(fold[i])]);
  }
  Bits length;
  std::memcpy(&length, lengths, sizeof length);
  Column<Bits> column;
  Bits more = {};
  Bits less = {};
  for (size_t i = 0; i < waiting.longest; ++i) {
    Bits letter;
    std::memcpy(&letter, at[i], sizeof letter);
    column.step(letter);
    const Bits ends = reinterpret_cast<Bits>(length == static_cast<uint16_t>(i + 1));
    more = (column.more & ends) | (more & ~ends);
    less = (column.less & ends) | (less & ~ends);
  }
  const auto word = static_cast<uint16_t>(low_bits(pattern.word.size()));
  more &= word;
  less &= word;
  for (size_t lane = 0; lane < waiting.count; ++lane)
    *waiting.distances[lane] =
        near_or_far(lengths[lane] + std::popcount(more[lane]) - std::popcount(less[lane]), waiting.cutoffs[lane]);
  waiting.count = waiting.longest = 0;
}
#endif

}  // namespace

void edit_distances(std::string_view word, std::span<const std::string_view> folds, std::span<uint8_t> distances,
                    CpuLevel level) {
  if (distances.size() != folds.size()) std::abort();
  const Pattern pattern(word.substr(0, kLongestWord));
  const bool lanes = level == CpuLevel::kAvx2 && word.size() <= kLaneWord;
  Waiting waiting;
  for (size_t i = 0; i < folds.size(); ++i) {
    const std::string_view fold = folds[i];
    const size_t shorter = std::min(word.size(), fold.size());
    const size_t longer = std::max(word.size(), fold.size());
    const int cutoff = max_edits(shorter);
    if (cutoff == 0 || longer > kLongestWord) {
      distances[i] = fold == word ? 0 : kFar;
    } else if (longer - shorter > static_cast<size_t>(cutoff)) {
      distances[i] = kFar;
    } else if (!lanes) {
      distances[i] = distance_of(pattern, fold, cutoff);
    } else {
#if defined(__x86_64__)
      waiting.folds[waiting.count] = &folds[i];
      waiting.distances[waiting.count] = &distances[i];
      waiting.cutoffs[waiting.count] = cutoff;
      waiting.longest = std::max(waiting.longest, fold.size());
      if (++waiting.count == kLanes) flush_avx2(pattern, waiting);
#endif
    }
  }
#if defined(__x86_64__)
  if (waiting.count > 0) flush_avx2(pattern, waiting);
#endif
}

}  // namespace cordon::match
