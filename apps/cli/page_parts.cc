#include "cli/page_parts.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace cordon::cli {

using reading::Claim;
using reading::Reading;

std::string party_name(const Reading& reading, int party) {
  return party < 0 ? "somebody unnamed" : reading.parties.parties[static_cast<size_t>(party)].name;
}

bool is_listed(const Reading& reading, int party) {
  return party >= 0 && !reading.parties.parties[static_cast<size_t>(party)].entity_ids.empty();
}

std::string act_text(const Claim& claim) {
  return fmt::format("{}, {}{}", reading::act_name(claim.act), reading::form_name(claim.form),
                     claim.is_hedged ? ", hedged" : "");
}

std::string content_text(const Reading& reading, const Claim& claim) {
  std::vector<std::string_view> pieces;
  for (const reading::Span& span : claim.content) pieces.push_back(reading.text.view(span));
  return fmt::format("{}", fmt::join(pieces, " … "));
}

std::string side_text(const reading::Side& side) {
  return fmt::format("{} named, {} unnamed, {} independent {}", side.named, side.unnamed, side.origins,
                     side.origins == 1 ? "origin" : "origins");
}

std::vector<Voice> voices(const Reading& reading, const reading::Proposition& about, bool positive) {
  std::vector<Voice> out;
  for (const int number : counted_claims(about, reading.claims, reading.parties, positive)) {
    const Claim& claim = reading.claims[static_cast<size_t>(number)];
    out.push_back({party_name(reading, claim.speaker), claim.id, is_listed(reading, claim.speaker)});
  }
  return out;
}

std::vector<Voice> besides(const Reading& reading, const reading::Proposition& about) {
  std::vector<Voice> out;
  for (const int number : about.claims) {
    const Claim& claim = reading.claims[static_cast<size_t>(number)];
    if (claim.is_counted) continue;
    out.push_back({fmt::format("{} ({}{})", party_name(reading, claim.speaker), reading::act_name(claim.act),
                               claim.is_partial      ? ", not outright"
                               : claim.is_superseded ? ", later withdrawn"
                                                     : ""),
                   claim.id, is_listed(reading, claim.speaker)});
  }
  return out;
}

std::vector<std::string> goods_lines(const Reading& reading, const std::vector<reading::Good>& goods) {
  std::vector<std::string> out;
  for (const auto& [words, texts] : by_family(reading.text, goods))
    out.push_back(fmt::format("{}: {}", words, fmt::join(texts, ", ")));
  return out;
}

size_t paragraph_of(const reading::Text& text, uint32_t byte) {
  const auto behind = std::ranges::upper_bound(text.blocks, byte);
  return static_cast<size_t>(behind - text.blocks.begin());
}

}  // namespace cordon::cli
