// Speakers: which party an attribution's words mean, and whose voice that party is.
#pragma once

#include <string>
#include <vector>

#include "reading/attribution.h"
#include "reading/parties.h"

namespace cordon::reading {

// What one attribution says, with its speaker settled.
struct Claim {
  std::string id;    // c1, c2 … in text order
  int speaker = -1;  // number of the party; -1: nobody is named
  int medium = -1;
  int addressee = -1;
  Span speaker_span;
  Span cue;
  std::vector<Span> content;
  Act act = Act::kAssert;
  Form form = Form::kIndirect;
  bool is_hedged = false;
  bool is_named = false;
  bool is_counted = true;  // may stand on a side of a proposition
  int proposition = -1;
  bool is_positive = true;        // the speaker's stance towards the proposition
  std::string_view rule;          // the construction that gave it
  int32_t score = 0;              // of the tagger, where it gave the claim
  std::string_view speaker_rule;  // how the speaker was settled
  uint32_t block = 0;
  uint32_t sentence = 0;
  bool is_partial = false;
  bool is_superseded = false;
  bool is_nested = false;
  bool points_back = false;
  bool is_explained = false;  // the last stretch of content is a quotation behind a colon
  bool is_reply = false;
  bool is_echo = false;  // says again what another said
  bool is_rebuttal = false;
  bool is_counter = false;  // against what was said just before
};

// Settles every attribution's speaker; unnamed sources become parties of their own.
std::vector<Claim> settle_speakers(const Text& text, const TokenKinds& kinds, const std::vector<Sentence>& sentences,
                                   const std::vector<Attribution>& attributions, Parties& parties);

// Returns the party whose word `party`'s really is: a spokesman's ministry, a director's company, the Kremlin's state.
int origin_of(const Parties& parties, int party);

}  // namespace cordon::reading
