// Reading a report: what a page says, who says it, who denies it. docs/decisions/0020-who-said-what.md.
//   Page ─ text ─ quotes ─ sentences ─ parties ─ attribution ─ speakers ─ propositions ─► Reading
#pragma once

#include <span>
#include <string>
#include <vector>

#include "reading/goods.h"
#include "reading/page.h"
#include "reading/propositions.h"
#include "reading/speakers.h"
#include "syntax/json_writer.h"

namespace cordon::reading {

// What a page says, each finding at its place in the main text. Numbers of parties, claims and propositions are
// positions.
struct Reading {
  Text text;
  Parties parties;
  std::vector<Claim> claims;
  std::vector<Proposition> propositions;
  Goods goods;
};

// Reads `page`; `listed` are the mentions of listed parties, in any order, none beyond its block. Never fails: a text
// in which nobody says anything gives no claims. Time is linear in the text but for the count of claims and parties,
// squared.
Reading read(const Page& page, std::span<const ListedMention> listed);
// The same by some readers only.
Reading read_by(const Readers& readers, const Page& page, std::span<const ListedMention> listed);

// Writes the members of the neutral form into an object that is begun: main_text, parties, mentions, claims,
// propositions, goods, risk_phrases; offsets count code points of main_text.
void append_reading(JsonWriter& out, const Reading& reading);
// Returns {"id", …} of them as one line of JSON.
std::string reading_json(const Reading& reading, std::string_view id);

}  // namespace cordon::reading
