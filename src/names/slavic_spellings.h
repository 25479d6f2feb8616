// Slavic names as other languages spell them, and their patronymics.
#pragma once

#include <vector>

#include "names/pieces.h"

namespace cordon::names {

// Does a word end like a patronymic of a Slavic or Turkic language (Ivanovich, Mikalaeuna, Bolatuly)?
bool has_patronymic_ending(const Piece& piece);

// Adds to a patronymic the Russian one of the same father.
void add_russian_form(Part& part);

// Adds to Bolatuly Bolatovich.
void add_turkic_patronymic(Part& part);

// Adds to the words of a name that looks Slavic how other languages spell them, and to those of a Belarusian one the
// Russian name. REQUIRES: patronymics are marked.
void add_slavic_spellings(std::vector<Piece>& pieces);

}  // namespace cordon::names
