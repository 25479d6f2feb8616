// What holds of every page and of what is read from it, whatever the bytes were; a violation aborts.
#pragma once

#include <cstdio>
#include <cstdlib>

#include "base/utf8.h"
#include "reading/reading.h"

namespace cordon::fuzz {

inline void require(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "does not hold: %s\n", what);
  std::abort();
}

inline void check_page(const reading::Page& page, size_t source_bytes) {
  for (const reading::Block& block : page.blocks) {
    require(!block.text.empty(), "a block has text");
    require(!first_invalid_utf8(block.text), "a block is UTF-8");
    require(block.text.find_first_of("\n\r\t") == std::string::npos, "a block is one line");
    uint32_t least = 0;
    for (const reading::SourceRun& run : block.places) {
      require(run.text >= least && run.text < block.text.size(), "places ascend within the block");
      require(run.begin <= run.end && run.end <= source_bytes, "places lie in the source");
      least = run.text + 1;
    }
  }
}

inline void check_reading(const reading::Page& page) {
  const reading::Reading r = reading::read(page, {});
  const auto within = [&](reading::Span s) { return s.begin <= s.end && s.end <= r.text.text.size(); };
  const auto party = [&](int n) { return n >= -1 && n < static_cast<int>(r.parties.parties.size()); };
  for (const reading::Claim& c : r.claims) {
    require(within(c.cue) && within(c.speaker_span), "cue and speaker lie in the text");
    require(party(c.speaker) && party(c.medium) && party(c.addressee), "parties of claims exist");
    require(!c.content.empty(), "a claim has content");
    for (const reading::Span span : c.content) require(within(span), "content lies in the text");
    require(c.proposition < static_cast<int>(r.propositions.size()), "propositions of claims exist");
    require((c.rule == "tagger") == (c.score > 0), "only the tagger gives a score");
  }
  for (const reading::Mention& m : r.parties.mentions)
    require(within(m.span) && party(m.party), "mentions lie in the text");
  for (const reading::Good& g : r.goods.goods) require(within(g.span), "goods lie in the text");
  const std::string json = reading::reading_json(r, "x");
  require(!first_invalid_utf8(json), "the answer is UTF-8");
}

}  // namespace cordon::fuzz
