// How a name part is written: romanised by one of several schemes, respelled by ear, or in its own script.
#pragma once

#include <string>
#include <string_view>

#include "world/random.h"
#include "world/tables.h"

namespace cordon::world {

// bgn, icao, plain, french, german, czech, swedish, polish, dutch, spanish, hungarian
constexpr uint32_t kSchemes = 11;

// How one name is written throughout. The same style writes the same part the same way.
struct Style {
  uint32_t scheme = 0;     // below kSchemes
  uint64_t key = 0;        // decides every other choice
  uint32_t respelled = 0;  // per mille of the parts that are respelled by ear
};

// The usual style of a list, and any other.
Style draw_style(Random& random, uint32_t respelled);

// Of Chinese: 0 pinyin, 1 Wade-Giles, 2 Cantonese; of Korean as many ways.
size_t han_system(const Style& style);

// Lower case, Latin letters.
std::string latin(const KnownPart& part, const Culture& culture, const Style& style);
// Lower case, in the culture's own script; empty where it has none or none is known.
std::string original(const KnownPart& part, const Culture& culture);
// `word` by one other spelling of the same sounds; `word` itself where no rule fits.
std::string respelled(std::string_view word, const Culture& culture, Random& random);
std::string romanised(std::string_view cyrillic, const Culture& culture, uint32_t scheme);

}  // namespace cordon::world
