#include "reading/parties.h"

#include <algorithm>
#include <array>

namespace cordon::reading {
namespace {

constexpr std::array<std::string_view, 7> kTypeNames = {"person", "organization", "company", "public_body",
                                                        "state",  "vessel",       "unnamed"};

}  // namespace

std::string_view party_type_name(PartyType type) { return kTypeNames[static_cast<size_t>(type)]; }

bool are_alike(std::string_view a, std::string_view b) {
  if (a == b) return true;
  size_t k = 0;
  while (k < std::min(a.size(), b.size()) && a[k] == b[k]) ++k;
  const bool wide = !a.empty() && (static_cast<unsigned char>(a[0]) >= 0xc3);
  const size_t letter = wide ? 2 : 1;
  if (k < 4 * letter || 10 * k < 6 * std::max(a.size(), b.size())) return false;
  return a.size() - k <= 3 * letter && b.size() - k <= 3 * letter && wide;  // only scripts whose names take endings
}

std::vector<Mention> Parties::inside(Span span) const {
  std::vector<Mention> out;
  auto at = std::lower_bound(mentions.begin(), mentions.end(), span.begin,
                             [](const Mention& m, uint32_t b) { return m.span.begin < b; });
  for (; at != mentions.end() && at->span.begin < span.end; ++at)
    if (at->span.end <= span.end) out.push_back(*at);
  return out;
}

void Parties::insert(Mention mention) {
  const auto before = [](const Mention& a, const Mention& b) {
    return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end;
  };
  mentions.insert(std::upper_bound(mentions.begin(), mentions.end(), mention, before), mention);
}

size_t Parties::first_from(uint32_t byte) const {
  return static_cast<size_t>(std::lower_bound(mentions.begin(), mentions.end(), byte,
                                              [](const Mention& m, uint32_t b) { return m.span.begin < b; }) -
                             mentions.begin());
}

void Parties::sort() {
  std::sort(mentions.begin(), mentions.end(), [](const Mention& a, const Mention& b) {
    if (a.span.begin != b.span.begin) return a.span.begin < b.span.begin;
    if (a.span.end != b.span.end) return a.span.end > b.span.end;
    return a.party < b.party;
  });
  const auto same = [](const Mention& a, const Mention& b) { return a.span == b.span && a.party == b.party; };
  mentions.erase(std::unique(mentions.begin(), mentions.end(), same), mentions.end());
}

}  // namespace cordon::reading
