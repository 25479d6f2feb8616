#include "reading/propositions.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "reading/proposition_joiner.h"

namespace cordon::reading {

namespace {
constexpr std::array<std::string_view, 3> kStatusNames = {"contested", "asserted", "denied"};
}  // namespace

std::vector<Proposition> ClaimJoiner::join() {
  for (Claim& claim : claims_) {
    features_.push_back(features(claim));
    features_.back().sign();
  }
  for (size_t i = 0; i < claims_.size(); ++i) {
    link(static_cast<int>(i));
    members_.resize(groups_);
    if (group_[i] >= 0) members_[group_[i]].push_back(static_cast<int>(i));
  }
  mark_counted();
  gather();
  return collect();
}

bool ClaimJoiner::is_contested(int group) const {
  bool plus = false, minus = false;
  for (const int i : members_[group])
    if (claims_[i].is_counted) (negative_[i] ? minus : plus) = true;
  return plus && minus;
}

// What nobody has been found to answer or to repeat is shown with the dispute that it is nearest to, on no side of it:
// the owner’s “every litre went to airlines”, the clerk’s “the labels were changed at night”.
void ClaimJoiner::gather() {
  contested_.resize(groups_);
  for (int g = 0; g < static_cast<int>(groups_); ++g) contested_[g] = is_contested(g);
  for (int i = 0; i < static_cast<int>(claims_.size()); ++i) {
    const Claim& claim = claims_[i];
    if (takes_no_side(claim.act) || claim.speaker < 0 || claim.is_nested) continue;
    if (is_denial(claim.act)) continue;  // stands for itself; what it may be about comes to it
    if (group_[i] >= 0 && members_[group_[i]].size() > 1) continue;
    const int group = nearest_group(i);
    if (group < 0) continue;
    if (group_[i] >= 0) members_[group_[i]].clear();
    group_[i] = group;
    members_[group].push_back(i);
    claims_[i].is_counted = false;
    gathered_[i] = true;
  }
}

// The group around claim `i` that shares most with it: who is spoken of, the deed, words, state or goods; -1.
int ClaimJoiner::nearest_group(int i) const {
  constexpr int kReachClaims = 8, kReachBlocks = 4;
  constexpr double kNeeded = 1.0, kSpokenOf = 1.0, kSameSide = 0.7, kKin = 0.7, kWord = 0.5, kGroup = 0.4,
                   kContested = 0.5, kClaim = 0.1;
  const Claim& claim = claims_[i];
  const ClaimFeatures& f = features_[i];
  int best = -1;
  double most = kNeeded;
  const int last = std::min(static_cast<int>(claims_.size()) - 1, i + kReachClaims);
  for (int k = std::max(0, i - kReachClaims); k <= last; ++k) {
    const Claim& other = claims_[k];
    if (k == i || group_[k] < 0 || gathered_[k] || other.speaker < 0 || takes_no_side(other.act)) continue;
    if (other.block + kReachBlocks < claim.block || claim.block + kReachBlocks < other.block) continue;
    if (same_origin(claim, other) && members_[group_[k]].size() == 1) continue;  // one side alone is no dispute
    // Two officials said that Nordwind had sold drones. Nordwind said all had gone to farmers: the answer comes to what
    // was said of it, not the other way round.
    if (!negative_[k] && (speaks_of_speaker(i, other) || (k > i && members_[group_[k]].size() == 1))) continue;
    const ClaimFeatures& g = features_[k];
    const Likeness alike = likeness(f, g);
    const bool spoken_of = mentions_speaker(g, claim) || mentions_speaker(f, other);
    const bool state = share_state(f, g, claim), goods = share_goods(f, g);
    if (!spoken_of && !alike.kin && alike.stems < 1 && !state && !goods) continue;
    const double score = (spoken_of ? kSpokenOf : 0) + (same_origin(claim, other) ? kSameSide : 0) +
                         (alike.kin ? kKin : 0) + kWord * (std::min(2.0, alike.stems) + state + goods) +
                         (members_[group_[k]].size() > 1 ? kGroup : 0) - (contested_[group_[k]] ? kContested : 0) -
                         kClaim * std::abs(i - k);
    if (score > most) most = score, best = group_[k];
  }
  return best;
}

void ClaimJoiner::mark_counted() {
  for (int g = 0; g < static_cast<int>(groups_); ++g) {  // “has no idea …”, said by all who speak of it: an assertion
    bool all = true, denied = false;
    for (const int i : members_[g])
      if (!takes_no_side(claims_[i].act)) all = all && negative_[i], denied = denied || is_denial(claims_[i].act);
    if (all && !denied)
      for (const int i : members_[g]) negative_[i] = false;
  }
  for (size_t i = 0; i < claims_.size(); ++i) {
    Claim& claim = claims_[i];
    claim.is_positive = !negative_[i];
    claim.is_counted = claim.speaker >= 0 && !claim.is_superseded && !claim.is_nested && claim.act != Act::kAsk &&
                       claim.act != Act::kDecline && claim.act != Act::kRequest;
    // “but did not explicitly refute it”: a dismissal that the text itself limits
    if (claim.act == Act::kDismiss && i + 1 < claims_.size()) {
      const Claim& next = claims_[i + 1];
      if (next.act == Act::kDecline && next.sentence == claim.sentence && next.speaker == claim.speaker && limits(next))
        claim.is_partial = true;
    }
    if (claim.act == Act::kDismiss && as_other_than_false(claim, features_[i])) claim.is_partial = true;
    if (is_denial(claim.act) && is_qualified(claim)) claim.is_partial = true;
    if (claim.act == Act::kDeny && features_[i].is_of_kind && features_[i].words > features_[i].false_words &&
        !features_[i].has_claim_noun && group_[i] >= 0 &&
        std::none_of(members_[group_[i]].begin(), members_[group_[i]].end(), [&](int j) {
          return j != static_cast<int>(i) && !negative_[j] && mentions_speaker(features_[j], claim);
        }))
      claim.is_partial = true;  // one of many denies for itself that it had such a warning
    if (claim.is_partial || is_ignorance(static_cast<int>(i))) claim.is_counted = false;
    if (claim.is_counted && speaks_of_himself(static_cast<int>(i))) claim.is_counted = false;
    // what an outlet only passes on does not count beside the source
  }
}

// He was not aware of any sale, did not know whether it was true: no denial, unless it is said that he knew.
bool ClaimJoiner::is_ignorance(int i) const {
  if (!features_[i].is_ignorant || !negative_[i] || is_denial(claims_[i].act)) return false;
  return group_[i] < 0 || std::ranges::none_of(
                              members_[group_[i]],
                              [&](int k) { return k != i && !negative_[k] && features_[k].classes.contains("KNOW"); });
}

// It sold gold to Russia, two officials said. Every bar went to dentists, its lawyer wrote: the accused does not bear
// out what he is accused of, unless he admits it.
bool ClaimJoiner::speaks_of_himself(int i) const {
  const Claim& claim = claims_[i];
  if (group_[i] < 0 || negative_[i] || claim.act != Act::kAssert) return false;
  for (int k = i - 1; k >= 0 && k >= i - kReach; --k) {
    if (group_[k] != group_[i]) continue;
    const Claim& other = claims_[k];
    if (negative_[k] || !is_support(other.act) || other.speaker < 0 || same_origin(claim, other)) continue;
    if (mentions_speaker(features_[k], claim)) return true;
  }
  return false;
}

// Does the refusal speak of the same thing: refute it, deny this?
bool ClaimJoiner::limits(const Claim& claim) const {
  const ClaimFeatures f = features(claim);
  return claim.points_back || f.words == 0 || (f.has_anaphor && f.words <= 2);
}

// called it “invented”, but conceded in the same breath that …; оговорившись, что …
bool ClaimJoiner::is_qualified(const Claim& claim) const {
  const uint32_t end = token_at(sentences_[claim.sentence].span.end);
  for (uint32_t i = token_at(claim.cue.end); i < end; ++i)
    if (has_stop(i, end, "qualifies")) return true;
  return false;
}

// dismissed this as premature: as what is out of place, and not as a lie, “a fairy tale” or propaganda
bool ClaimJoiner::as_other_than_false(const Claim& claim, const ClaimFeatures& f) const {
  if (f.says_false) return false;
  for (const Span& span : claim.content) {
    const uint32_t end = token_at(span.end);
    bool as = false;
    for (uint32_t i = token_at(span.begin); i < end && f.words <= 5; ++i) {
      as = as || text_.tokens[i].fold == "as";
      if (as && has_stop(i, end, "out of place")) return true;
    }
  }
  return false;
}

std::vector<Proposition> ClaimJoiner::collect() {
  std::vector<Proposition> out;
  for (int g = 0; g < static_cast<int>(groups_); ++g) {
    Proposition q;
    std::set<std::string> plus, minus;
    std::set<int> plus_named, plus_unnamed, minus_named, minus_unnamed;
    int main_claim = -1;
    std::sort(members_[g].begin(), members_[g].end());
    for (const int i : members_[g]) {
      // denied it and warned against spreading rumours: who denies does not assert it by warning
      if (claims_[i].act == Act::kWarn && claims_[i].is_positive && denied_by_same(g, claims_[i])) continue;
      q.claims.push_back(static_cast<int>(i));
      const Claim& claim = claims_[i];
      if (main_claim < 0 || (features_[i].words > features_[main_claim].words + 2 && features_[main_claim].words < 4))
        main_claim = static_cast<int>(i);
      if (!claim.is_counted) continue;
      const int source = echo_of_[i] >= 0 && claims_[echo_of_[i]].speaker >= 0 ? echo_of_[i] : i;
      (claim.is_positive ? plus : minus).insert(origin_key(claims_[source].speaker));
      auto& side = claim.is_positive ? (claim.is_named ? plus_named : plus_unnamed)
                                     : (claim.is_named ? minus_named : minus_unnamed);
      side.insert(claim.speaker);
    }
    if (main_claim < 0) continue;
    q.asserted = {static_cast<uint32_t>(plus_named.size()), static_cast<uint32_t>(plus_unnamed.size()),
                  static_cast<uint32_t>(plus.size())};
    q.denied = {static_cast<uint32_t>(minus_named.size()), static_cast<uint32_t>(minus_unnamed.size()),
                static_cast<uint32_t>(minus.size())};
    q.status = !plus.empty() && !minus.empty() ? Status::kContested
               : !minus.empty()                ? Status::kDenied
                                               : Status::kAsserted;
    if (plus.empty() && minus.empty()) continue;
    if (q.status == Status::kContested &&
        std::all_of(minus.begin(), minus.end(), [&](const std::string& o) { return plus.contains(o); }))
      q.status = Status::kAsserted;
    set_roles(q, main_claim);
    if (q.claims.size() < 2 && q.predicate == "OTHER") continue;
    const Claim& words = claims_[main_claim];
    q.text = *std::max_element(words.content.begin(), words.content.end(),
                               [](const Span& a, const Span& b) { return a.end - a.begin < b.end - b.begin; });
    q.id = "q" + std::to_string(out.size() + 1);
    for (const int i : q.claims) claims_[i].proposition = static_cast<int>(out.size());
    out.push_back(std::move(q));
  }
  return out;
}

void ClaimJoiner::set_roles(Proposition& q, int main_claim) const {
  const ClaimFeatures& f = features_[main_claim];
  std::map<std::string, int> votes;
  for (const int i : q.claims)
    for (size_t k = 0; k < features_[i].class_order.size(); ++k) votes[features_[i].class_order[k]] += k == 0 ? 3 : 1;
  q.predicate = "OTHER";
  int most = 0;
  for (const auto& [name, count] : votes)
    if (count > most || (count == most && !f.class_order.empty() && f.class_order.front() == name))
      most = count, q.predicate = name;
  for (const int party : f.party_order) {
    const Party& p = parties_.parties[party];
    if (p.type == PartyType::kVessel || (p.type == PartyType::kUnnamed)) continue;
    if (q.agent < 0) {
      q.agent = party;
    } else if (q.recipient < 0 && party != q.agent && origin_of(parties_, party) != origin_of(parties_, q.agent)) {
      q.recipient = party;
    }
  }
}

std::string_view status_name(Status status) { return kStatusNames[static_cast<size_t>(status)]; }

std::vector<int> counted_claims(const Proposition& about, const std::vector<Claim>& claims, const Parties& parties,
                                bool positive) {
  std::vector<int> out;
  std::set<std::string_view> names;
  for (const int number : about.claims) {
    const Claim& claim = claims[static_cast<size_t>(number)];
    if (!claim.is_counted || claim.is_positive != positive || claim.speaker < 0) continue;
    if (names.insert(parties.parties[static_cast<size_t>(claim.speaker)].name).second) out.push_back(number);
  }
  return out;
}

std::vector<Proposition> join_propositions(const Text& text, const std::vector<Sentence>& sentences,
                                           const Parties& parties, const Goods& goods, std::vector<Claim>& claims) {
  return ClaimJoiner(text, sentences, parties, goods, claims).join();
}

}  // namespace cordon::reading
