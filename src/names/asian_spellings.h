// Other systems of writing the names of East Asia in Latin letters: Wade–Giles, Kunrei and long vowels, Cantonese.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "names/pieces.h"

namespace cordon::names {

// Adds to the words of a person's name in Latin letters what they are in pinyin, where an apostrophe or hs- shows that
// they are Wade–Giles (Kuo-ch'iang: guo, qiang), and in Hepburn without long vowels, where every word is made of
// Japanese syllables (Tutiya: tsuchiya; Ohno, Jirou: ono, jiro).
void add_asian_spellings(std::vector<Piece>& pieces);

// Is this a person's name of three Korean words in Latin letters? Then adds to each how North Korea writes it (Guk:
// kuk, Ryeol: ryol), so that all systems meet there. None of the three is a middle name.
bool add_korean_spellings(std::vector<Piece>& pieces);

// The Cantonese reading of a given name in Han characters; empty where a character has none.
std::string cantonese(std::string_view given);

}  // namespace cordon::names
