// What the terminal and the HTML form of a page's answer have in common: findings in words.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "screen/page.h"

namespace cordon::cli {

// "Dmitry Peskov", or of nobody who is named: "somebody unnamed".
std::string party_name(const reading::Reading& reading, int party);
bool is_listed(const reading::Reading& reading, int party);
// "assert, indirect, hedged"
std::string act_text(const reading::Claim& claim);
// The content, its pieces joined by " … ".
std::string content_text(const reading::Reading& reading, const reading::Claim& claim);
// "0 named, 1 unnamed, 1 independent origin"
std::string side_text(const reading::Side& side);

// Who says something about a proposition, claim by claim of one kind.
struct Voice {
  std::string speaker;
  std::string claim;  // its id
  bool is_listed = false;
};
// Those counted on the asserting or the denying side, in text order, each speaker once.
std::vector<Voice> voices(const reading::Reading& reading, const reading::Proposition& about, bool positive);
// Those that count on no side: refusals, questions, half dismissals, withdrawn statements; with what they did.
std::vector<Voice> besides(const reading::Reading& reading, const reading::Proposition& about);

// The texts of goods by family, each once: "machine tools: lathes, mills".
std::vector<std::string> goods_lines(const reading::Reading& reading, const std::vector<reading::Good>& goods);
// 1-based number of the paragraph in which a byte of the main text stands.
size_t paragraph_of(const reading::Text& text, uint32_t byte);

}  // namespace cordon::cli
