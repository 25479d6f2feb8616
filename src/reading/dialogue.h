// Direct speech without marks, as Slavic papers print it: a dash opens it and a dash parts it from who speaks.
#pragma once

#include <vector>

#include "reading/lexicon.h"
#include "reading/quotes.h"
#include "reading/text.h"

namespace cordon::reading {

// - Nie widzimy powodów – mówi prezes. - Wrócimy do tego. Adds to `quotes`, which are in text order and stay so, the
// speech that stands between such dashes. Only a dash with a verb of saying behind it closes one, so that the lines of
// a list stay what they are.
void add_dialogue(const Text& text, const Lexicon& lexicon, std::vector<Quote>& quotes);

}  // namespace cordon::reading
