// Goods and risk phrases of the text, by family, from the lexicon's tables; guards are longer phrases that are no
// goods.
#pragma once

#include <string>
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

Goods find_goods(const Text& text, const Lexicon& lexicon, const Parties& parties);

}  // namespace cordon::reading
