// What a claim that only points to something said before points to.
#include <algorithm>

#include "reading/proposition_joiner.h"

namespace cordon::reading {

int ClaimJoiner::new_group(int claim) {
  if (group_[claim] >= 0) std::erase(members_[group_[claim]], claim);
  group_[claim] = static_cast<int>(groups_++);
  members_.resize(groups_);
  if (claim < current_) members_[group_[claim]].push_back(claim);  // an earlier claim that had none
  return group_[claim];
}

// Joins claim `i` to what claim `k` is about.
void ClaimJoiner::join_to(int i, int k) {
  if (group_[k] < 0) new_group(k);
  group_[i] = group_[k];
}

// Does the content only point to something said before?
bool ClaimJoiner::is_anaphoric(const Claim& claim, const ClaimFeatures& f) const {
  const uint32_t words = claim.is_explained ? f.first_words : f.words;
  const bool points = claim.points_back || claim.is_rebuttal || (f.has_anaphor && words <= 4) ||
                      (f.has_claim_noun && !f.has_clause && (f.claim_first || words <= 3));
  // spoke of “inventions”: nothing is named that is denied
  if (claim.act == Act::kDismiss && f.says_false && f.classes.empty() && !f.has_clause) return true;
  if (is_denial(claim.act)) return points || (f.has_anaphor && f.claim_first) || (f.points_at_noun && f.words <= 1);
  if (f.is_of_kind && f.is_negative && f.words <= 3) return true;  // ничего подобного не было
  if (claim.is_echo) return f.claim_first || f.has_anaphor;        // repeated the allegation
  if (claim.act == Act::kAssert && (is_only_verdict(f) || f.opens_false)) return true;
  if (claim.act == Act::kAssert && f.denies) return points || f.words == 0;
  // The accusation, he said, “rests on a rumour”; the report was false
  if (claim.act == Act::kAssert && text_.language == "en" && is_bare_no(f)) return true;
  return claim.act == Act::kAssert && f.says_false && (f.claim_first || f.has_anaphor || is_short_verdict(f));
}

// Davon könne keine Rede sein; it had nothing to do with it: words for what is false, and hardly any others.
bool ClaimJoiner::is_only_verdict(const ClaimFeatures& f) {
  return f.says_false && f.words <= f.false_words + 1 && f.classes.empty() && f.families.empty();
}

// Does it say no: by what the speaker does, or by its own words?
bool ClaimJoiner::says_no(const Claim& claim, const ClaimFeatures& f) const {
  if (is_denial(claim.act)) return true;
  if (claim.act == Act::kAssert || claim.act == Act::kConfirm)
    return replies_to_accusation(claim) || f.is_negative || f.denies || (text_.language == "en" && is_bare_no(f)) ||
           (f.says_false &&
            (f.has_claim_noun || f.has_anaphor || is_short_verdict(f) || is_only_verdict(f) || f.opens_false) &&
            !f.classes.contains("DISINFORM"));
  return false;
}

// replied that it keeps all rules, right after it was accused
bool ClaimJoiner::replies_to_accusation(const Claim& claim) const {
  if (!claim.is_reply) return false;
  const size_t i = static_cast<size_t>(&claim - claims_.data());
  if (i == 0 || claims_[i - 1].act != Act::kAccuse || claim.sentence > claims_[i - 1].sentence + 1) return false;
  const Claim& other = claims_[i - 1];
  const bool accused = other.addressee >= 0 && origin_key(other.addressee) == origin_key(claim.speaker);
  return claim.speaker >= 0 && (accused || mentions_speaker(features_[i - 1], claim)) && !same_origin(claim, other);
}

// a spokeswoman, of whom the text does not say whose
bool ClaimJoiner::is_spokesman(const Claim& claim) const {
  if (claim.is_named) return false;
  const Lexicon& lexicon = Lexicon::of(text_.language);
  for (uint32_t i = token_at(claim.speaker_span.begin); i < token_at(claim.speaker_span.end); ++i)
    if (lexicon.has(text_.tokens, i, i + 1, {Kind::kSpokesman})) return true;
  return false;
}

bool ClaimJoiner::takes_no_side(Act act) const {
  return act == Act::kDecline || act == Act::kRequest || act == Act::kPromise || act == Act::kAsk;
}

bool ClaimJoiner::denied_by_same(int group, const Claim& claim) const {
  const std::vector<int>& members = members_[group];
  const size_t first =
      members.size() - std::min<size_t>(members.size(), kReach);  // a page of denials costs linear time
  return std::any_of(members.begin() + static_cast<std::ptrdiff_t>(first), members.end(),
                     [&](int j) { return negative_[j] && same_origin(claims_[j], claim); });
}

// The claim whose words an anaphor in claim `i` was found to stand for; -1 where they are nobody's.
int ClaimJoiner::said_in(int i) const {
  constexpr uint32_t kShare = 2;  // at least a half of the words
  const Claim& claim = claims_[i];
  for (int j = i - 1; claim.points_back && j >= 0 && j >= i - kReach; --j) {
    if (takes_no_side(claims_[j].act)) continue;
    uint32_t shared = 0, all = 0;
    for (const Span& span : claim.content) {
      all += span.end - span.begin;
      for (const Span& other : claims_[j].content)
        if (span.begin < other.end && other.begin < span.end)
          shared += std::min(span.end, other.end) - std::max(span.begin, other.begin);
    }
    if (shared * kShare > all) return j;
  }
  return -1;
}

// Disputes that account. “Not a single certificate was replaced,” he said: who only points to what he denies, and then
// words it. Null where he does not go on.
const ClaimFeatures* ClaimJoiner::goes_on_with(int i) const {
  const size_t next = static_cast<size_t>(i) + 1;
  if (!is_denial(claims_[i].act) || features_[i].words > 1 || next >= claims_.size()) return nullptr;
  const Claim& other = claims_[next];
  if (!same_origin(claims_[i], other) || other.sentence > claims_[i].sentence + 1 || takes_no_side(other.act))
    return nullptr;
  return &features_[next];
}

// Disputed the inspectors' account: does the content of a denial name who made claim `other`?
bool ClaimJoiner::names_teller(const ClaimFeatures& f, const Claim& other) const {
  if (other.speaker < 0) return false;
  if (has_party_of(f, other)) return true;
  if (other.medium >= 0 && f.parties.contains(other.medium)) return true;  // the paper's publication
  for (const int party : {other.speaker, origin_of(parties_, other.speaker)}) {
    Token head;
    head.fold = parties_.parties[party].head;
    if (!head.fold.empty() && f.stems.contains(stem(head))) return true;
  }
  return false;
}

// Is the speaker among the parties of claim `j`, whom it accuses, or the firm that who made it once worked for?
bool ClaimJoiner::speaks_of_speaker(int j, const Claim& claim) const {
  const Claim& other = claims_[j];
  if (claim.speaker < 0) return false;
  const std::string key = origin_key(claim.speaker);
  if (mentions_speaker(features_[j], claim) || (other.addressee >= 0 && origin_key(other.addressee) == key))
    return true;
  return std::ranges::any_of(parties_.inside(other.speaker_span),
                             [&](const Mention& m) { return m.party != other.speaker && origin_key(m.party) == key; });
}

// Two officials said Orbel had shipped it. Nordwind sold a tanker, records show. Orbel denies it: was something said of
// the speaker a little before?
bool ClaimJoiner::is_spoken_of(int i) const {
  constexpr int kBack = 8, kBlocks = 4;
  for (int j = i - 1; j >= 0 && j >= i - kBack && claims_[j].block + kBlocks >= claims_[i].block; --j)
    if (is_support(claims_[j].act) && !negative_[j] && !same_origin(claims_[i], claims_[j]) &&
        speaks_of_speaker(j, claims_[i]))
      return true;
  return false;
}

// Is the speaker spoken of in claim `j`, or in what it is joined to?
bool ClaimJoiner::is_of_speaker(int j, const Claim& claim) const {
  if (group_[j] < 0) return speaks_of_speaker(j, claim);
  const std::vector<int>& members = members_[group_[j]];
  const size_t first = members.size() - std::min<size_t>(members.size(), kReach);
  return std::any_of(members.begin() + static_cast<std::ptrdiff_t>(first), members.end(),
                     [&](int k) { return !negative_[k] && speaks_of_speaker(k, claim); });
}

// Does claim `j` say of no firm, body or person that anything was done that is spoken of here?
bool ClaimJoiner::tells_of_nobody(int j) const {
  return claims_[j].act == Act::kAssert && features_[j].classes.empty() && !names_another(j);
}

// Does claim `j` accuse somebody, or speak of a firm, body or person?
bool ClaimJoiner::names_another(int j) const {
  return claims_[j].addressee >= 0 || std::ranges::any_of(features_[j].parties, [&](int p) {
           const PartyType type = parties_.parties[p].type;
           return type == PartyType::kCompany || type == PartyType::kOrganization || type == PartyType::kPerson ||
                  type == PartyType::kPublicBody;
         });
}

// The claim that an anaphor in claim `i` points to.
int ClaimJoiner::antecedent(int i) const {
  // denied it: a sentence of nobody's interest to the speaker stands between, and is not what is denied
  const bool passes = claims_[i].points_back && is_denial(claims_[i].act) && is_spoken_of(i);
  if (const int said = said_in(i);
      said >= 0 && !same_origin(claims_[i], claims_[said]) && !(passes && !is_of_speaker(said, claims_[i])))
    return said;
  const ClaimFeatures& f = features_[i];
  const Claim& claim = claims_[i];
  int best = -1;
  double most = 0.34;
  const bool adjacent = i > 0 && is_support(claims_[i - 1].act) && !negative_[i - 1] &&
                        !same_origin(claim, claims_[i - 1]) && claims_[i - 1].block == claim.block &&
                        claim.sentence <= claims_[i - 1].sentence + 1 &&
                        (!features_[i - 1].classes.empty() || (text_.language == "zh" && f.is_near) ||
                         claims_[i - 1].rule == "medium, citing");  // 这一说法: what was just said
  const ClaimFeatures* next_words = goes_on_with(i);
  constexpr double kOfAnother = 1.2, kOfNobody = 0.5, kNoPapers = 0.8;
  const bool spoken_of = !claim.is_echo && claim.act != Act::kConfirm && is_spoken_of(i);
  bool any_denied = false;
  for (int j = 0; j < i; ++j) any_denied = any_denied || negative_[j];
  for (int j = i - 1; j >= 0 && j >= i - 24; --j) {
    const Claim& other = claims_[j];
    if (takes_no_side(other.act) && !(other.act == Act::kAsk && i - j == 1)) continue;
    if (other.speaker >= 0 && same_origin(claim, other)) continue;
    if ((f.has_claim_noun && negative_[j] && !is_merely_negative(j)) || other.is_nested) continue;
    const bool weighty = other.act == Act::kAccuse || other.rule == "medium, citing" || !features_[j].classes.empty() ||
                         (group_[j] >= 0 && has_denial(group_[j]));
    // said that a firm shipped metal. A driver said he was paid in cash. The Kremlin denied the report: of the firm
    const bool idle = j == i - 1 && i > 1 && f.has_claim_noun && is_denial(claim.act) && tells_of_nobody(j) &&
                      claims_[i - 2].block == claim.block && is_support(claims_[i - 2].act) && !negative_[i - 2] &&
                      !same_origin(claim, claims_[i - 2]) && !same_origin(other, claims_[i - 2]) &&
                      !features_[i - 2].classes.empty() && names_another(i - 2);
    // The lead asserts, the next paragraph denies “this account”.
    const bool next = j == i - 1 && !idle && f.has_claim_noun && is_denial(claim.act) && is_support(other.act) &&
                      claim.block <= other.block + 1 && !any_denied;
    double score =
        (f.has_claim_noun && !weighty && !next ? 0.5 : 1.0) / (i - j) + (other.block == claim.block ? 0.25 : 0);
    if (speaks_of_speaker(j, claim)) score += 0.5;
    const bool of_another = spoken_of && !is_of_speaker(j, claim);
    if (of_another) score -= names_another(j) ? kOfAnother : kOfNobody;
    if (other.act == Act::kAccuse || other.rule == "medium, citing") score += 0.2;
    if (other.act == Act::kAccuse && is_denial(claim.act) && !f.has_claim_noun) score += 0.25;
    if (other.form == Form::kDirect && !f.has_claim_noun) score -= 0.15;
    if (group_[j] >= 0 && f.has_claim_noun && denied_by_same(group_[j], claim)) score += adjacent ? 0.3 : 1.2;
    if (adjacent && j == i - 1 && text_.language == "zh" && f.is_near && !of_another && !idle) score += 0.6;
    if (other.speaker >= 0 && speaks_of(f, other))
      score += j == first_of_document(i, j) ? 2.1 : 1.5;  // called the note an invention: what it says first of all
    const Likeness alike = likeness(f, features_[j]);
    if (!passes) score += 0.4 * alike.score;
    if (f.has_claim_noun && is_denial(claim.act) && names_teller(f, other)) score += 0.8;  // the envoy's account
    const double worded = next_words == nullptr ? 0 : likeness(*next_words, features_[j]).stems;
    score += 0.8 * std::min(2.0, worded);
    if (f.has_claim_noun && group_[j] >= 0 && has_denial(group_[j])) score += 0.25;
    if (f.has_claim_noun && is_denial(claim.act) && !negative_[j])  // the charge of having switched it off
      score += 0.2 * std::min(2.0, likeness(f, features_[j]).stems);
    if (other.act == Act::kConfirm && is_denial(claim.act) && worded < 1)
      score -= 0.4;  // confirmed that a case was open
    // had no papers on the dealer. The Kremlin denied the report: not that there are none
    if (is_denial(claim.act) && f.has_claim_noun && !f.is_near && is_merely_negative(j) && !speaks_of_speaker(j, claim))
      score -= kNoPapers;
    if (other.rule == "tagger") score -= 0.6;  // a proposal is not what a text points to while a claim is there
    const bool only_false = f.says_false && !f.has_object && f.classes.size() == 1 && f.classes.contains("DISINFORM");
    if (f.has_claim_noun && (!f.classes.empty() || f.has_object) && !only_false && !is_worded(i, j))
      score -= 1;  // 冻结一说: of what was frozen
    if (j == i - 1 && f.is_near && !of_another && !idle && is_denial(claim.act) && is_support(other.act) &&
        !negative_[j] && other.block + 1 >= claim.block)
      score += 0.8;  // niega esa versión: what was said last
    if (i - j > 8) score -= 0.2;
    if (other.block != claim.block && !next && !mentions_speaker(features_[j], claim) &&
        !(group_[j] >= 0 && has_denial(group_[j])))
      score -= 0.3;
    if (score > most) most = score, best = j;
  }
  return best;
}

// “a plant of which there is no trace in the register”: a no in what is said, which nobody has spoken against.
bool ClaimJoiner::is_merely_negative(int j) const {
  if (!negative_[j] || is_denial(claims_[j].act) || claims_[j].form == Form::kDirect) return false;
  return group_[j] < 0 || std::all_of(
                              members_[group_[j]].begin(), members_[group_[j]].end(),
                              [&](int k) { return negative_[k] && !is_denial(claims_[k].act); });
}

// Do the accusations of smuggling that claim `i` denies stand in claim `j` or beside it?
bool ClaimJoiner::is_worded(int i, int j) const {
  const auto alike = [&](int k) {
    const Likeness like = likeness(features_[i], features_[k]);
    return like.kin || like.stems >= 1;
  };
  if (features_[i].classes.empty() && features_[i].stems.empty()) return true;
  return alike(j) || (group_[j] >= 0 && std::any_of(members_[group_[j]].begin(), members_[group_[j]].end(), alike));
}

// Disputes this account, rejects the allegations: what the same speaker said just before claim `j` is denied with it.
void ClaimJoiner::take_with(int j) {
  constexpr int kMost = 4;
  for (int k = j - 1; k >= 0 && k >= j - kMost; --k) {
    const Claim& other = claims_[k];
    if (takes_no_side(other.act)) continue;
    if (!is_support(other.act) || negative_[k] || !same_origin(other, claims_[j]) || other.block + 2 < claims_[j].block)
      break;
    if (group_[k] == group_[j]) continue;
    if (group_[k] >= 0 && members_[group_[k]].size() > 1) break;
    if (group_[k] >= 0) std::erase(members_[group_[k]], k);
    group_[k] = group_[j];
    members_[group_[j]].push_back(k);
  }
}

// Stand by their version: of what the speaker said before.
bool ClaimJoiner::stands_by(int i) {
  const ClaimFeatures& f = features_[i];
  if (f.stands_by ? !is_support(claims_[i].act)
                  : claims_[i].act != Act::kConfirm || !f.has_claim_noun || f.has_clause || f.has_object ||
                        (claims_[i].is_explained ? f.first_words : f.words) > 3)
    return false;
  for (int j = i - 1; j >= 0 && j >= i - kReach; --j) {
    if (group_[j] < 0 || negative_[j] || takes_no_side(claims_[j].act) || !same_origin(claims_[i], claims_[j]))
      continue;
    group_[i] = group_[j];
    return true;
  }
  return false;
}

// Confirmed it, backed the customs’ account: of what another said before, in words that only point to it.
bool ClaimJoiner::backs(int i) {
  const ClaimFeatures& f = features_[i];
  const Claim& claim = claims_[i];
  if (claim.act != Act::kConfirm || f.has_clause || f.has_object || f.words > 3) return false;
  const bool deed = !f.classes.empty() && f.words <= 1;  // confirmed the shipments: of which somebody told
  if (!f.classes.empty() && !deed) return false;
  const bool pointer = f.has_anaphor && f.words <= 1;
  if (!pointer && !f.has_claim_noun && !deed) return false;
  int best = -1, most = 0;
  for (int j = i - 1; j >= 0 && j >= i - 6 && claims_[j].block + 2 >= claim.block; --j) {
    const Claim& other = claims_[j];
    if (takes_no_side(other.act) || other.is_nested || same_origin(claim, other)) continue;
    if (negative_[j] && !pointer) continue;  // the account of who asserts it
    if (deed && !likeness(f, features_[j]).kin) continue;
    const bool named = other.speaker >= 0 && (has_party_of(f, other) || speaks_of(f, other));
    const int score = (named ? 4 : 0) + (group_[j] >= 0 && has_denial(group_[j]) ? 2 : 0) + (j == i - 1 ? 2 : 0) +
                      (is_support(other.act) ? 1 : 0);
    if (score > most) most = score, best = j;
  }
  if (best < 0 || most < (deed ? 1 : 3)) return false;
  join_to(i, best);
  negative_[i] = negative_[best];
  return true;
}

// One speaker said several things, and only the last is about who answers: what he denies is that one alone.
bool ClaimJoiner::speaks_of_other(int i, int j) const {
  const std::vector<int>& members = members_[group_[j]];
  if (members.size() < 2 || members.back() != j || denied_by_same(group_[j], claims_[i])) return false;
  if (has_denial(group_[j]) && j + 1 != i) return false;
  if (features_[i].has_claim_noun || !mentions_speaker(features_[j], claims_[i])) return false;
  return std::none_of(members.begin(), members.end(),
                      [&](int k) { return k != j && mentions_speaker(features_[k], claims_[i]); });
}

// The first claim that the document of claim `j` makes.
int ClaimJoiner::first_of_document(int i, int j) const {
  int first = j;
  for (int k = j - 1; k >= 0 && k >= i - kReach; --k)
    if (claims_[k].speaker == claims_[j].speaker && speaks_of(features_[i], claims_[k])) first = k;
  return first;
}

bool ClaimJoiner::has_denial(int group) const {
  for (const int j : members_[group])
    if (negative_[j]) return true;
  return false;
}

// Does the content name the document that `other` has for its speaker?
bool ClaimJoiner::speaks_of(const ClaimFeatures& f, const Claim& other) const {
  const Party& party = parties_.parties[other.speaker];
  if (party.is_document && !party.head.empty()) {
    Token token;
    token.fold = party.head;
    if (f.stems.contains(stem(token))) return true;
  }
  std::vector<Found> found;
  const uint32_t end = token_at(other.speaker_span.end);
  for (uint32_t i = token_at(other.speaker_span.begin); i < end; ++i) {
    found.clear();
    if (text_.tokens[i].mark == 0) Lexicon::of(text_.language).find(text_.tokens, i, end, found);
    for (const Found& x : found)
      if (x.lexeme->kind == Kind::kDocument && f.stems.contains(stem(text_.tokens[i]))) return true;
  }
  return false;
}

}  // namespace cordon::reading
