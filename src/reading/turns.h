// Interviews, press briefings and questions of readers: pages that print a talk turn by turn. Who has the turn is told
// by a label, by how questions are set (bold, italic, as headings) or by dashes.
#pragma once

#include <vector>

#include "reading/lexicon.h"
#include "reading/page.h"
#include "reading/parties.h"
#include "reading/quotes.h"
#include "reading/text.h"

namespace cordon::reading {

// Sets text.turns and text.is_interview; both stay empty on a page that is no talk.
void find_turns(const Page& page, const Lexicon& lexicon, const std::vector<Quote>& quotes, Text& text);

// Is the label a word for asking or answering, and no name (Q, 答)?
bool is_turn_word(const Text& text, Span label);

// Returns the words that name who answers in a talk without labels; empty where nobody is found.
Span find_interviewee(const Text& text, const Parties& parties);

}  // namespace cordon::reading
