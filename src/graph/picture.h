// Pictures of who is behind a company under one rule: listed parties red, caught ones striped, shares on the links, the
// links that count drawn full and the others dashed. For `cordon own --format dot|svg|html`.
#pragma once

#include <string>
#include <vector>

#include "graph/explain.h"

namespace cordon::graph {

// How a party is drawn.
enum class Look : uint8_t { kFree, kConcern, kPossible, kCertain, kListed, kUnknown };

struct PictureNode {
  PartyId party = kNobody;
  std::string name;
  Look look = Look::kFree;
  bool is_company = false;  // the one asked about
};
struct PictureLink {
  size_t from = 0, to = 0;  // nodes: owner, owned
  std::string label;        // "50 %", "60 % votes", "control"
  bool counts = false;
};
struct Picture {
  std::string title;  // "Beta Trading under US-OFAC-50 as of 2026-11-24: DERIVED_CERTAIN"
  std::vector<PictureNode> nodes;
  std::vector<PictureLink> links;
  size_t left_out = 0;  // parties behind the company that are not drawn
};
inline constexpr size_t kMostPictureNodes = 80;

// The company and those behind it, nearest first; at most kMostPictureNodes.
Picture picture_of(const Judge& judge, const Finding& finding, const Explanation& explanation);

std::string dot_of(const std::vector<Picture>& pictures);   // one digraph with a cluster for each
std::string svg_of(const std::vector<Picture>& pictures);   // one below the other
std::string html_of(const std::vector<Picture>& pictures);  // a page that needs nothing else

}  // namespace cordon::graph
