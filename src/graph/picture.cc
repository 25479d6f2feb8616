// What is drawn; how it is laid out stands in picture_svg.cc.
#include "graph/picture.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

namespace cordon::graph {
namespace {

Look look_of(const Judge& judge, PartyId party) {
  if (party == judge.cascade().holdings().unknown()) return Look::kUnknown;
  switch (judge.verdict(party)) {
    case Verdict::kListed:
      return Look::kListed;
    case Verdict::kCertain:
      return Look::kCertain;
    case Verdict::kPossible:
      return Look::kPossible;
    case Verdict::kControlConcern:
      return Look::kConcern;
    case Verdict::kClear:
      return Look::kFree;
  }
  return Look::kFree;
}

std::string label_of(const Structure& structure, const Link& link) {
  std::string out;
  if (link.share != kNoShare) {
    const Share& share = structure.share(link.share);
    out = share.is_exact() ? percent_text(share.low.value) : share_text(share);
  }
  if (link.kind == LinkKind::kNominee)
    out += " by " + std::string(structure.name(link.owner));
  else if (link.kind != LinkKind::kShares)
    out += (out.empty() ? "" : " ") + std::string(kind_name(link.kind));
  if (link.criterion != 0) out += ":" + structure.text(link.criterion);
  return out;
}

class PictureMaker {
 public:
  PictureMaker(const Judge& judge, const Finding& finding, const Explanation& explanation)
      : judge_(judge),
        holdings_(judge.cascade().holdings()),
        structure_(holdings_.structure()),
        finding_(finding),
        explanation_(explanation) {
    for (const ProofStep& step : explanation.steps)
      for (const Stake& stake : step.counted) counted_.insert(stake.link);
    for (const auto& path : explanation.paths) counted_.insert(path.begin(), path.end());
  }

  Picture make() {
    out_.title =
        fmt::format("{} under {} as of {}: {}", structure_.name(finding_.company), judge_.cascade().rule().name,
                    day_text(holdings_.moment().as_of), verdict_name(finding_.verdict));
    // First those on the paths, then the others, by distance.
    append(finding_.company);
    out_.nodes.front().is_company = true;
    for (const ProofStep& step : explanation_.steps) append(step.company);
    for (size_t i = 0; i < out_.nodes.size(); ++i) append_owners(out_.nodes[i].party);
    append_links();
    return std::move(out_);
  }

 private:
  bool append(PartyId party) {
    if (places_.contains(party)) return true;
    if (out_.nodes.size() >= kMostPictureNodes) {
      out_.left_out += left_out_.insert(party).second;
      return false;
    }
    places_[party] = out_.nodes.size();
    const bool unknown = party == holdings_.unknown();
    out_.nodes.push_back(
        {party, unknown ? "unknown principal" : std::string(structure_.name(party)), look_of(judge_, party), false});
    return true;
  }
  void append_owners(PartyId party) {
    if (party == holdings_.unknown()) return;
    std::vector<std::pair<std::string, PartyId>> owners;
    const auto take = [&](PartyId owner) {
      if (owner != kNobody) owners.emplace_back(owner == holdings_.unknown() ? "" : structure_.name(owner), owner);
    };
    for (const Stake& stake : holdings_.of(party)) take(stake.owner), take(stake.with);
    if (party == finding_.company)
      for (const Transfer& t : explanation_.transfers) take(t.seller);
    std::sort(owners.begin(), owners.end());
    for (const auto& [name, owner] : owners) append(owner);
  }
  void append_links() {
    std::set<std::tuple<size_t, size_t, std::string>> seen;
    const auto link_nodes = [&](PartyId from, PartyId to, std::string label, bool counts) {
      const auto a = places_.find(from), b = places_.find(to);
      if (a == places_.end() || b == places_.end()) return;
      if (seen.emplace(a->second, b->second, label).second)
        out_.links.push_back({a->second, b->second, std::move(label), counts});
    };
    for (size_t i = 0; i < out_.nodes.size(); ++i) {
      const PartyId party = out_.nodes[i].party;
      if (party == holdings_.unknown()) continue;
      for (const Stake& stake : holdings_.of(party)) {
        const Link& link = structure_.links()[stake.link];
        const bool counts = counted_.contains(stake.link);
        if (stake.kind == LinkKind::kPact)
          link_nodes(stake.owner, party, "pact with " + std::string(structure_.name(stake.with)), counts);
        else
          link_nodes(stake.owner, party, label_of(structure_, link), counts);
      }
    }
    for (const Transfer& t : explanation_.transfers)
      if (t.buyer != kNobody)
        link_nodes(t.seller, t.buyer, t.by_relative ? "relative or associate" : "former manager", true);
  }

  const Judge& judge_;
  const Holdings& holdings_;
  const Structure& structure_;
  const Finding& finding_;
  const Explanation& explanation_;
  std::set<uint32_t> counted_;
  std::map<PartyId, size_t> places_;
  std::set<PartyId> left_out_;
  Picture out_;
};

std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += static_cast<uint8_t>(c) < 0x20 ? ' ' : c;
  }
  return out + "\"";
}

std::string_view dot_style(Look look) {
  switch (look) {
    case Look::kListed:
      return "style=filled, fillcolor=\"#c62828\", fontcolor=white";
    case Look::kCertain:
      return "style=striped, fillcolor=\"#ffcdd2:#ef9a9a:#ffcdd2:#ef9a9a\"";
    case Look::kPossible:
      return "style=striped, fillcolor=\"#ffe0b2:#ffcc80:#ffe0b2:#ffcc80\"";
    case Look::kConcern:
      return "style=filled, fillcolor=\"#fff8e1\", color=\"#ef6c00\"";
    case Look::kUnknown:
      return "style=dashed";
    case Look::kFree:
      return "style=filled, fillcolor=white";
  }
  return "";
}

}  // namespace

Picture picture_of(const Judge& judge, const Finding& finding, const Explanation& explanation) {
  return PictureMaker(judge, finding, explanation).make();
}

std::string dot_of(const std::vector<Picture>& pictures) {
  std::string out = "digraph ownership {\n  rankdir=TB;\n  node [shape=box, fontname=\"sans-serif\"];\n";
  for (size_t p = 0; p < pictures.size(); ++p) {
    const Picture& picture = pictures[p];
    out += fmt::format("  subgraph cluster_{} {{\n    label={};\n", p, quoted(picture.title));
    for (size_t i = 0; i < picture.nodes.size(); ++i) {
      const PictureNode& node = picture.nodes[i];
      out += fmt::format("    n{}_{} [label={}, {}{}];\n", p, i, quoted(node.name), dot_style(node.look),
                         node.is_company ? ", penwidth=3" : "");
    }
    for (const PictureLink& link : picture.links)
      out += fmt::format("    n{}_{} -> n{}_{} [label={}{}];\n", p, link.from, p, link.to, quoted(link.label),
                         link.counts ? ", penwidth=2" : ", style=dashed, color=gray");
    out += "  }\n";
  }
  return out + "}\n";
}

}  // namespace cordon::graph
