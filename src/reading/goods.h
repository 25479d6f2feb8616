// Goods and risk phrases of the text, by family, from the lexicon's tables; guards are longer phrases that are no
// goods. Short words ("the cameras") count behind a full name of their family ("thermal cameras").
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "reading/parties.h"

namespace cordon::reading {

struct Good {
  Span span;
  std::string family;
};

struct Goods {
  std::vector<Good> goods;
  std::vector<Good> risks;
};

// The goods of one family, each wording once, in text order.
struct GoodsFamily {
  std::string words;  // the family for people: machine tools
  std::vector<std::string_view> texts;
};

// Returns a family's name as people write it: machine tools for machine_tools, UAV for uav.
std::string family_words(std::string_view family);
// Returns `goods` by family, families in the order of their names; the wordings are views into `text`.
std::vector<GoodsFamily> by_family(const Text& text, const std::vector<Good>& goods);

Goods find_goods(const Text& text, const Lexicon& lexicon, const Parties& parties);

}  // namespace cordon::reading
