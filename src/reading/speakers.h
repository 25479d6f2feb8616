// Speakers: which party an attribution's words mean, and whose voice that party is.
#pragma once

#include <string>
#include <vector>

#include "reading/attribution.h"
#include "reading/parties.h"

namespace cordon::reading {

// What one attribution says, with its speaker settled.
struct Claim : Saying {
  std::string id;    // c1, c2 … in text order
  int speaker = -1;  // number of the party; -1: nobody is named
  int medium = -1;
  int addressee = -1;
  Span speaker_span;
  bool is_named = false;
  bool is_counted = true;  // may stand on a side of a proposition
  int proposition = -1;
  bool is_positive = true;        // the speaker's stance towards the proposition
  std::string_view speaker_rule;  // how the speaker was settled
  uint32_t block = 0;
};

// Settles every attribution's speaker; unnamed sources become parties of their own.
std::vector<Claim> settle_speakers(const Text& text, const TokenKinds& kinds, const std::vector<Sentence>& sentences,
                                   const std::vector<Attribution>& attributions, Parties& parties);

// Returns the party whose word `party`'s really is: a spokesman's ministry, a director's company, the Kremlin's state.
int origin_of(const Parties& parties, int party);

}  // namespace cordon::reading
