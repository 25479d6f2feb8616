// What the words of organisations' names mean, in whatever language: concepts, written in English
// (data/name_parts/organisation_words.tsv). A word is known as it is, by its sound, by its stem with an ending of its
// language, or as a compound of known words ("Forschungsinstitut").
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "names/tokenize.h"

namespace cordon::names {

struct Piece;

struct Concept {
  uint32_t flags = 0;      // WordFlag; 0: not known
  std::string_view words;  // in English, separated by blanks
  std::string_view other;  // another meaning, one word: Lithuanian oro is air, Italian oro is gold
};

// Returns what a word means of which `forms` are the Latin spellings.
Concept concept_of(std::span<const std::string> forms);
// The same of a token of an alphabet; an elided article is left out (l'industrie).
Concept concept_of(const Token& token);

// Returns the name of a place of which `form` is the Slavic adjective ("ryazan" of "ryazanskiy"), or nothing.
std::string_view place_of(std::string_view form);

// Notes in every piece what it means; a piece that means several words becomes as many pieces ("NII" is scientific,
// research, institute), so that every language has the same.
void read_concepts(std::vector<Piece>& pieces);

}  // namespace cordon::names
