#include "match/weights.h"

#include <algorithm>

namespace cordon::match {

using names::PartKind;

int32_t part_weight(PartKind kind, uint16_t rarity, const Profile& p) {
  const int32_t span = std::max<int32_t>(1, p.rarity_high_bits - p.rarity_low_bits);
  const int32_t above = std::clamp<int32_t>(rarity - p.rarity_low_bits, 0, span);
  const int32_t by_rarity = p.weight_common + (1000 - p.weight_common) * above / span;
  switch (kind) {
    case PartKind::kTitle:
    case PartKind::kLegalForm:
      return 0;
    case PartKind::kParticle:
      return p.weight_particle;
    case PartKind::kInitial:
      return p.weight_initial;
    case PartKind::kNumber:
      return p.weight_number;
    case PartKind::kSuffix:
      return p.weight_suffix;
    case PartKind::kPatronymic:
      return by_rarity * p.share_patronymic / 1000;
    case PartKind::kGeneric:
      return by_rarity * p.share_generic / 1000;
    case PartKind::kConcept:
    case PartKind::kWord:
    case PartKind::kGiven:
    case PartKind::kFamily:
      return by_rarity;
  }
  return by_rarity;
}

int32_t cost_missing(bool single, bool person, const Profile& p) {
  return single ? p.cost_missing_single : person ? p.cost_missing : p.cost_missing_other;
}

int64_t counts_against(int64_t against, int64_t agreed, bool person, const Profile& p) {
  const int64_t scant = person ? p.against_scant : p.against_scant_other;
  const int64_t ample = person ? p.against_ample : p.against_ample_other;
  const int64_t span = p.agreed_ample - p.agreed_scant;
  const int64_t above = std::clamp<int64_t>(agreed - p.agreed_scant, 0, span);
  return against * (scant - (scant - ample) * above / span) / 1000;
}

int32_t bits_of_rarity(int32_t rarity, const Profile& p) {
  constexpr int32_t kCommon = 16000;
  constexpr int32_t kRare = 24000;
  const int64_t common = std::min(rarity, kCommon);
  const int64_t middle = std::clamp(rarity - kCommon, 0, kRare - kCommon);
  const int64_t rare = std::max(0, rarity - kRare);
  return static_cast<int32_t>(
      (common * p.bits_rarity_common + middle * p.bits_rarity_middle + rare * p.bits_rarity_rare) / 1000);
}

namespace {

int8_t leading_part(const PreparedName& name) {
  const auto is_name = [](PartKind kind) {
    return kind == PartKind::kWord || kind == PartKind::kGiven || kind == PartKind::kFamily;
  };
  int8_t first = -1;
  for (size_t i = 0; i < name.parts.size(); ++i) {
    if (!is_name(name.parts[i].kind)) continue;
    if (first >= 0) return first;
    first = static_cast<int8_t>(i);
  }
  return -1;
}

}  // namespace

PartWeights weigh(const PreparedName& name, const Profile& profile) {
  PartWeights out;
  out.size = std::min(name.parts.size(), names::kMaxParts);
  for (size_t i = 0; i < out.size; ++i) {
    out.kind[i] = name.parts[i].kind;
    out.weight[i] = part_weight(name.parts[i].kind, name.parts[i].rarity, profile);
  }
  out.person = name.person;
  out.no_middle_names = name.no_middle_names;
  if (name.type != names::NameType::kOrganization)
    for (const Unit& unit : name.units) out.no_middle_names |= unit.syllabic;
  if (name.person && !out.no_middle_names) out.leading = leading_part(name);
  return out;
}

Points upper_bound(const PartWeights& query, uint32_t agreeing, const Profile& p) {
  std::array<uint16_t, names::kMaxParts> similarity;
  for (size_t i = 0; i < query.size; ++i) similarity[i] = agreeing >> i & 1 ? 1000 : 0;
  return upper_bound(query, std::span(similarity.data(), query.size), p);
}

Points upper_bound(const PartWeights& query, std::span<const uint16_t> similarity, const Profile& p) {
  struct Agreeing {
    int64_t similarity, weight;
  };
  std::array<Agreeing, names::kMaxParts> agreeing;  // the most alike first
  size_t n = 0;
  int64_t most = 0;     // weight that may agree …
  int64_t missing = 0;  // … and, as what follows, in thousandths of weight
  int64_t numbers = 0;
  int64_t plain = 0;
  int counted = 0;
  for (size_t i = 0; i < query.size; ++i) {
    const int64_t w = query.weight[i];
    if (similarity[i] > 0) {
      most += w * similarity[i];
      counted += w >= kCountedWeight;
      size_t at = n++;
      for (; at > 0 && agreeing[at - 1].similarity < similarity[i]; --at) agreeing[at] = agreeing[at - 1];
      agreeing[at] = {similarity[i], w};
    } else if (query.kind[i] == PartKind::kNumber) {
      numbers += w * std::min(p.cost_number_missing, p.cost_number_differs);
    } else if (query.kind[i] == PartKind::kSuffix) {
      missing += w * std::min(p.cost_suffix_missing, p.cost_number_differs);
    } else {
      plain += w;
    }
  }
  if (most == 0) return 0;
  missing += plain * std::min(cost_missing(counted <= 1, query.person, p), p.cost_contradicted);
  int64_t agrees = 0;
  Points best = 0;
  for (size_t i = 0; i < n; ++i) {
    agrees += agreeing[i].weight * agreeing[i].similarity;
    missing += agreeing[i].weight * (1000 - agreeing[i].similarity);
    if (agrees == 0) continue;
    const int64_t against = counts_against(missing, most / 1000 + 1, query.person, p) + numbers;
    best = std::max(best, static_cast<Points>(kPointsOne * agrees / (agrees + against)) + 1);  // rounded up
  }
  return std::min<Points>(best, kPointsOne);
}

Points upper_bound_besides(int64_t agrees, int64_t left, bool person, const Profile& p) {
  if (agrees <= 0) return 0;
  const int64_t missing = left * std::min(cost_missing(false, person, p), cost_missing(true, person, p));
  const int64_t against = counts_against(missing, agrees / 1000 + 1, person, p);
  return std::min<Points>(static_cast<Points>(kPointsOne * agrees / (agrees + against)) + 1, kPointsOne);
}

}  // namespace cordon::match
