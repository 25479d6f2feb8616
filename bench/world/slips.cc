#include "world/slips.h"

#include <array>

namespace cordon::world {
namespace {

bool is_letter(char c) { return c >= 'a' && c <= 'z'; }

struct Piece {
  size_t begin = 0, size = 0;
};

// The longest run of letters.
Piece longest_piece(std::string_view word) {
  Piece best;
  for (size_t begin = 0; begin < word.size(); ++begin) {
    size_t end = begin;
    while (end < word.size() && is_letter(word[end])) ++end;
    if (end - begin > best.size) best = {begin, end - begin};
    begin = end;
  }
  return best;
}

// Letters that look alike to a reading machine or on a bad copy; false where there are none.
bool misread(std::string& word, size_t at, Random& random) {
  struct Look {
    std::string_view from, to;
  };
  constexpr std::array kLooks = {Look{"rn", "m"}, Look{"m", "rn"}, Look{"l", "i"}, Look{"i", "l"}, Look{"cl", "d"},
                                 Look{"vv", "w"}, Look{"e", "c"},  Look{"o", "0"}, Look{"h", "b"}, Look{"u", "v"}};
  const Look& look = random.pick(kLooks);
  const size_t found = word.find(look.from, at);
  if (found == std::string::npos) return false;
  word.replace(found, look.from.size(), look.to);
  return true;
}

std::string slip(std::string word, Random& random) {
  constexpr std::array<std::string_view, 26> kNear = {"sq", "vn", "xv", "sf", "wr", "dg", "fh", "gj", "uo",
                                                      "hk", "jl", "k",  "n",  "bm", "ip", "o",  "w",  "et",
                                                      "ad", "ry", "yi", "cb", "qe", "zc", "tu", "x"};
  const Piece piece = longest_piece(word);
  const size_t at = piece.begin + 1 + random.below(static_cast<uint32_t>(piece.size) - 1);
  switch (random.below(5)) {
    case 0:
      word.insert(at, 1, word[at]);
      return word;
    case 1:
      if (at + 1 == piece.begin + piece.size) break;
      std::swap(word[at], word[at + 1]);
      return word;
    case 2:
      word[at] = random.pick(kNear[static_cast<size_t>(word[at] - 'a')]);
      return word;
    case 3:
      if (!misread(word, at, random)) break;
      return word;
    default:
      break;
  }
  word.erase(at, 1);
  return word;
}

bool is_long(std::string_view word, size_t least) {
  for (const char c : word)
    if (static_cast<uint8_t>(c) >= 0x80 || (c >= '0' && c <= '9')) return false;
  return longest_piece(word).size >= least;
}

}  // namespace

bool type_wrong(std::vector<std::string>& words, bool only_one, Random& random) {
  std::vector<size_t> fitting;
  for (size_t i = 0; i < words.size(); ++i)
    if (is_long(words[i], words.size() == 1 ? kVeryLong : kLongWord)) fitting.push_back(i);
  if (fitting.empty()) return false;
  const size_t first = random.pick(fitting);
  const size_t second = random.pick(fitting);
  const bool two = first == second ? longest_piece(words[first]).size >= kVeryLong : words.size() >= 3;
  words[first] = slip(words[first], random);
  if (two && words.size() > 1 && !only_one && random.chance(200)) words[second] = slip(words[second], random);
  return true;
}

}  // namespace cordon::world
