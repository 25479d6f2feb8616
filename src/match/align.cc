#include "match/align.h"

#include <algorithm>
#include <bit>
#include <tuple>

namespace cordon::match {
namespace {

using names::PartKind;

uint32_t mask(uint8_t first, uint8_t count) { return ((1U << count) - 1U) << first; }

int32_t weight_of(const Side& side, uint8_t first, uint8_t count) {
  int32_t sum = 0;
  for (size_t i = first; i < size_t{first} + count; ++i) sum += side.weight[i];
  return sum;
}

int counted(const Side& side, uint32_t parts) {
  int n = 0;
  for (size_t i = 0; i < side.weight.size(); ++i) n += (parts >> i & 1) && side.weight[i] >= kCountedWeight;
  return n;
}

struct Left {
  int64_t plain = 0, number = 0, suffix = 0;
  bool patronymic = false, initial = false, word = false;
};
Left left_over(const Side& side, uint32_t parts) {
  Left out;
  for (size_t i = 0; i < side.weight.size(); ++i) {
    if (!(parts >> i & 1)) continue;
    if (side.kind[i] == PartKind::kNumber) {
      out.number += side.weight[i];
    } else if (side.kind[i] == PartKind::kSuffix) {
      out.suffix += side.weight[i];
    } else {
      out.plain += side.weight[i];
      out.patronymic |= side.kind[i] == PartKind::kPatronymic;
      out.initial |= side.kind[i] == PartKind::kInitial;
      out.word |= side.kind[i] != PartKind::kInitial && side.kind[i] != PartKind::kParticle;
    }
  }
  return out;
}

int64_t two_sided(int64_t a, int64_t b, int64_t differs, int64_t missing) {
  const int64_t both = std::min(a, b);
  return both * std::max(differs, missing) + (std::max(a, b) - both) * missing;
}

// The parts that tell one organisation from another, light words left out.
uint32_t proper_parts(const Side& side) {
  uint32_t out = 0;
  for (size_t i = 0; i < side.kind.size(); ++i) {
    switch (side.kind[i]) {
      case PartKind::kWord:
      case PartKind::kGiven:
      case PartKind::kFamily:
      case PartKind::kPatronymic:
      case PartKind::kNumber:
        out |= 1U << i;
        break;
      default:
        break;
    }
  }
  return out;
}

bool leading_left(const Side& side, uint32_t left) { return side.leading >= 0 && (left >> side.leading & 1) != 0; }

// People leave out their second names more easily than the one by which they are called.
int64_t leading_missing(const Side& side, uint32_t left, const Profile& p) {
  if (!leading_left(side, left)) return 0;
  return int64_t{side.weight[static_cast<size_t>(side.leading)]} * p.cost_leading_missing;
}

uint32_t compared_parts(const Side& side) {
  uint32_t out = 0;
  for (size_t i = 0; i < side.kind.size(); ++i)
    if (compared(side.kind[i])) out |= 1U << i;
  return out;
}

}  // namespace

void align(const Side& query, const Side& other, std::vector<Pair>& pairs, bool legal_forms_differ, const Profile& p,
           Alignment& out) {
  const auto lighter = [&](const Pair& x) {
    return std::min(weight_of(query, x.query_first, x.query_parts), weight_of(other, x.other_first, x.other_parts));
  };
  std::sort(pairs.begin(), pairs.end(), [&](const Pair& x, const Pair& y) {
    const int32_t gain_x = lighter(x) * x.similarity;
    const int32_t gain_y = lighter(y) * y.similarity;
    return std::tuple(-x.similarity, -gain_x, x.query_first, x.other_first, x.query_parts, x.other_parts) <
           std::tuple(-y.similarity, -gain_y, y.query_first, y.other_first, y.query_parts, y.other_parts);
  });
  out.pairs.clear();
  uint32_t query_used = 0;
  uint32_t other_used = 0;
  int64_t agrees = 0;  // A and P in thousandths of weight
  int64_t against = 0;
  bool all_same = true;
  const uint32_t query_proper = proper_parts(query);
  const uint32_t other_proper = proper_parts(other);
  bool proper_agrees = false;
  for (const Pair& x : pairs) {
    const uint32_t q = mask(x.query_first, x.query_parts);
    const uint32_t o = mask(x.other_first, x.other_parts);
    if ((query_used & q) || (other_used & o)) continue;
    query_used |= q;
    other_used |= o;
    proper_agrees |= (query_proper & q) != 0 && (other_proper & o) != 0;
    const int32_t w = lighter(x);
    agrees += int64_t{w} * x.similarity;
    against += int64_t{w} * (1000 - x.similarity);
    if (x.how == Alike::kInitial)
      against += int64_t{std::max(query.weight[x.query_first], other.weight[x.other_first])} * p.cost_initial;
    all_same &=
        x.how == Alike::kSame || x.how == Alike::kSound || x.how == Alike::kEquivalent || x.how == Alike::kAbjad;
    out.pairs.push_back({x, w, 0});
  }
  out.query_left = compared_parts(query) & ~query_used;
  out.other_left = compared_parts(other) & ~other_used;
  const Left q = left_over(query, out.query_left);
  const Left o = left_over(other, out.other_left);
  const bool single = query.no_middle_names || other.no_middle_names ||
                      std::min(counted(query, query_used), counted(other, other_used)) <= 1;
  against += two_sided(q.plain, o.plain, p.cost_contradicted, cost_missing(single, query.person, p));
  against += std::max(q.suffix, o.suffix) * p.cost_suffix_missing;
  // Where both names have further parts, these contradict each other already.
  if (o.plain == 0) against += leading_missing(query, out.query_left, p);
  if (q.plain == 0) against += leading_missing(other, out.other_left, p);
  against = counts_against(against, agrees / 1000, query.person, p);
  // What tells two parties apart however much agrees.
  against += two_sided(q.number, o.number, p.cost_number_differs, p.cost_number_missing);
  out.numbers_differ = q.number + o.number > 0;
  out.patronymics_differ = q.patronymic && o.patronymic;
  if (out.patronymics_differ) against += int64_t{p.cost_patronymic_differs} * 1000;
  if (leading_left(query, out.query_left) && leading_left(other, out.other_left))
    against += agrees / 1000 * p.cost_leading_differs;
  if ((q.initial && o.word) || (q.word && o.initial)) against += int64_t{p.cost_initial_differs} * 1000;
  against += std::min(q.suffix, o.suffix) * p.cost_number_differs;
  if (q.suffix > 0 && o.suffix > 0) against += agrees / 1000 * p.cost_suffix_differs;
  out.legal_forms_differ = legal_forms_differ;
  if (legal_forms_differ) against += agrees / 1000 * p.cost_legal_form_differs;
  out.proper_differ = !proper_agrees && (out.query_left & query_proper) != 0 && (out.other_left & other_proper) != 0;
  if (out.proper_differ) against += agrees / 1000 * p.cost_proper_differs;
  out.full = all_same && out.query_left == 0 && out.other_left == 0 && !out.pairs.empty();
  out.score = 0;
  for (AlignedPair& x : out.pairs) {
    x.points = agrees == 0
                   ? 0
                   : static_cast<Points>(kPointsOne * (int64_t{x.weight} * x.pair.similarity) / (agrees + against));
    out.score += x.points;
  }
  std::sort(out.pairs.begin(), out.pairs.end(),
            [](const AlignedPair& x, const AlignedPair& y) { return x.pair.query_first < y.pair.query_first; });
}

void all_pairs(std::span<const QueryUnit> query, const PreparedName& other, const Profile& profile,
               std::vector<Pair>& out) {
  out.clear();
  std::vector<FormView> forms;
  for (const Unit& u : other.units) {
    const UnitView view = unit_view(u, forms);
    for (const QueryUnit& q : query) {
      const Similarity s = unit_similarity(q, view, profile);
      if (s.value > 0)
        out.push_back({q.unit->first, q.unit->count, u.first, u.count, static_cast<uint16_t>(s.value), s.how});
    }
  }
}

namespace {

// "JSC" is written for public and for private joint-stock companies alike.
bool stock(std::string_view legal_form) { return legal_form == "jsc" || legal_form == "plc"; }

}  // namespace

bool legal_forms_differ(const PreparedName& a, const PreparedName& b) {
  bool any_a = false;
  bool any_b = false;
  for (const PreparedPart& x : a.parts) {
    if (x.legal_form.empty()) continue;
    any_a = true;
    for (const PreparedPart& y : b.parts) {
      any_b |= !y.legal_form.empty();
      if (x.legal_form == y.legal_form || (stock(x.legal_form) && stock(y.legal_form))) return false;
    }
  }
  return any_a && any_b;
}

}  // namespace cordon::match
