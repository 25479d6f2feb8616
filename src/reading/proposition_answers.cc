// Which claim a claim is about the same thing as: by its words, or as the answer to it.
#include <algorithm>

#include "reading/proposition_joiner.h"

namespace cordon::reading {

void ClaimJoiner::link(int i) {
  current_ = i;
  const Claim& claim = claims_[i];
  const ClaimFeatures& f = features_[i];
  if (claim.act == Act::kAsk) {
    if (const int j = f.has_claim_noun && f.words <= 2 ? antecedent(i) : -1; j >= 0) {
      group_[i] = group_[j];  // asked about the report: and what is said to it is said to that
      return;
    }
    for (int j = i - 1; j >= 0 && j >= i - kReach; --j)
      if (group_[j] >= 0 && likeness(f, features_[j]).score > 0.45) {
        group_[i] = group_[j];
        break;
      }
    return;
  }
  if (takes_no_side(claim.act)) return;
  const bool no = says_no(claim, f);
  negative_[i] = no;
  if (replies_to_accusation(claim)) {
    join_to(i, i - 1);
    return;
  }
  if (rejects_denial(i)) return;
  if (is_anaphoric(claim, f)) {
    const int j = antecedent(i);
    if (j >= 0 && !(f.has_object && !claim.points_back && !is_worded(i, j))) {
      if ((elaborates_[j] || is_new_denier(i, j)) && !f.has_claim_noun && !same_origin(claim, claims_[j])) split_off(j);
      if (denies_alone(i, j)) split_off(j);
      if (group_[j] < 0 || speaks_of_other(i, j)) new_group(j);
      if (is_denial(claim.act) && is_merely_negative(j))
        for (const int k : members_[group_[j]]) negative_[k] = false;
      group_[i] = group_[j];
      // denied it; “this is an invention,” a spokeswoman said: no answer to the denial, but one more
      const bool joins_denial = negative_[j] && (same_origin(claim, claims_[j]) || is_spokesman(claim));
      // A denied it. B denied it: what A denied, and not A's denial
      const bool denies_too = (is_denial(claim.act) || (f.says_false && !claim.is_counter && !has_asserted(i, j))) &&
                              is_denial(claims_[j].act) && negative_[j] && features_[j].classes.empty() &&
                              features_[j].words <= 3;
      const bool denies = f.has_claim_noun || joins_denial || denies_too || claims_[j].act == Act::kAsk;
      negative_[i] = claim.is_echo ? negative_[j] : denies || !negative_[j];
      if (claim.is_echo && is_medium(claim.speaker)) echo_of_[i] = j;
      if (is_denial(claim.act) && f.has_claim_noun && !f.has_object) take_with(j);
      return;
    }
  }
  // X denied it. There are invoices, retorts Y: against the denial just before
  if (claim.is_counter && is_support(claim.act) && !no && i > 0 && group_[i - 1] >= 0 && negative_[i - 1] &&
      !same_origin(claim, claims_[i - 1]) && claims_[i - 1].block + 1 >= claim.block) {
    group_[i] = group_[i - 1];
    return;
  }
  // two employees tell a different story: against what another said just before of the same thing
  if (claim.is_counter)
    for (int j = i - 1; j >= 0 && j >= i - 6 && claims_[j].block + 2 >= claim.block; --j) {
      if (takes_no_side(claims_[j].act) || same_origin(claim, claims_[j])) continue;
      const Likeness alike = likeness(f, features_[j]);
      if (!alike.kin && alike.stems < 1) continue;
      if (elaborates_[j]) split_off(j);
      join_to(i, j);
      negative_[i] = !negative_[j];
      return;
    }
  if (const int k = denial_elaborated(i); k >= 0) {
    join_to(i, k);
    return;
  }
  if (i > 0 && contradicts_before(i)) {
    if (elaborates_[i - 1] && !same_origin(claim, claims_[i - 1])) split_off(i - 1);
    join_to(i, i - 1);
    negative_[i] = !negative_[i - 1];
    return;
  }
  if (stands_by(i) || backs(i) || contradicts_person(i)) return;
  if (forged(i) || says_it_ended(i) || (!no && replies(i))) return;
  if (claim.form == Form::kDirect && i > 0 && is_denial(claims_[i - 1].act) && goes_on(i, no)) return;
  if (counters(i, no) || elaborates_denial(i) || says_no_at_once(i, no)) return;
  if (says_no_to_such(i, no) || by_content(i, no) || concerns_contested(i, no) || answers(i, no) || goes_on(i, no))
    return;
  if (denies_again(i, no)) return;
  if (answers_teller(i, no) || fulfils_denial(i, no) || says_no_to_accuser(i, no) || counters_last(i) ||
      dismisses_teller(i))
    return;
  new_group(i);
}

// Called the denial a lie: on the side of what another denied last.
bool ClaimJoiner::rejects_denial(int i) {
  constexpr int kBack = 8;
  const Claim& claim = claims_[i];
  const ClaimFeatures& f = features_[i];
  if (!f.of_denial || !(is_denial(claim.act) || f.says_false) || claim.speaker < 0) return false;
  for (int k = i - 1; k >= 0 && k >= i - kBack; --k) {
    if (group_[k] < 0 || !negative_[k] || claims_[k].speaker < 0 || same_origin(claim, claims_[k])) continue;
    join_to(i, k);
    negative_[i] = false;
    return true;
  }
  return false;
}

// The company denied it. “That is a lie,” said the driver, who had told of it: does who makes claim `i` stand against
// the denial `j`, on the side of what it denies?
bool ClaimJoiner::has_asserted(int i, int j) const {
  return std::ranges::any_of(members_[group_[j]], [&](int k) {
    return !negative_[k] && is_support(claims_[k].act) && same_origin(claims_[i], claims_[k]);
  });
}

// But two former clerks say …; a driver, however, …; 货主则坚称: does the sentence set the claim against what was
// said before?
bool ClaimJoiner::opposes(const Claim& claim) const {
  if (claim.is_reply || claim.is_counter) return true;
  size_t from = current_, to = current_ + size_t{1};  // the claims of the sentence
  while (from > 0 && claims_[from - 1].sentence == claim.sentence) --from;
  while (to < claims_.size() && claims_[to].sentence == claim.sentence) ++to;
  const auto is_said = [&](Span word) {
    for (size_t k = from; k < to; ++k)
      for (const Span& span : claims_[k].content)
        if (span.begin <= word.begin && span.end >= word.end) return true;
    return false;
  };
  bool first = true;
  for (const Unit& unit : sentences_[claim.sentence].units) {
    if (unit.span.begin >= claim.cue.begin && !first) break;
    if (!unit.is_word()) continue;
    const bool looked_at = first || !is_said(unit.span);
    first = false;
    if (!looked_at) continue;
    for (const Lexeme* lexeme : unit.lexemes)
      if ((lexeme->kind == Kind::kConjunction && lexeme->value == "but") ||
          (lexeme->kind == Kind::kStop && lexeme->value == "contrast"))
        return true;
  }
  return false;
}

// X denies it. But two former clerks say …: set against what another denied last.
bool ClaimJoiner::counters(int i, bool no) {
  const Claim& claim = claims_[i];
  if ((no && claim.act != Act::kAssert) || claim.speaker < 0 || !is_support(claim.act) || claim.act == Act::kWarn ||
      is_spokesman(claim))
    return false;
  for (int k = i - 1; k >= 0 && k >= i - 4 && claims_[k].block + 1 >= claim.block; --k) {
    const Claim& other = claims_[k];
    if (takes_no_side(other.act) || other.speaker < 0) continue;
    if (!negative_[k] && denied_before(k)) continue;  // denied it and accused the deputy. But two sailors …
    if (group_[k] < 0 || !negative_[k] || !(has_denial_act(group_[k]) || other.form == Form::kDirect) ||
        denied_by_same(group_[k], claim) || !opposes(claim))
      return false;
    if (claim.act == Act::kConfirm && !is_worded(i, k)) return false;  // but the port admitted delays
    joined_late_[i] = true;
    negative_[i] = false;  // the ship unloaded no more than a tenth there: a no that contradicts a denial
    group_[i] = group_[k];
    return true;
  }
  return false;
}

// Did the speaker of claim `k` deny something in what stands just before it?
bool ClaimJoiner::denied_before(int k) const {
  for (int j = k - 1; j >= 0 && j >= k - 3; --j)
    if (negative_[j] && group_[j] >= 0 && same_origin(claims_[j], claims_[k])) return true;
  return false;
}

// denied it and said that the load was corn: who denies goes on, and takes nothing back.
bool ClaimJoiner::elaborates_denial(int i) {
  const Claim& claim = claims_[i];
  if (i == 0 || claim.act != Act::kAssert || claim.speaker < 0) return false;
  const Claim& other = claims_[i - 1];
  if (group_[i - 1] < 0 || !negative_[i - 1] || !same_origin(claim, other) || claim.block != other.block ||
      claim.sentence > other.sentence + 1 || opposes(claim))
    return false;
  if (!has_denial_act(group_[i - 1])) return false;
  group_[i] = group_[i - 1];
  negative_[i] = elaborates_[i] = true;
  return true;
}

// What was joined to a denial is contradicted itself: it is a proposition of its own.
void ClaimJoiner::split_off(int j) {
  new_group(j);
  negative_[j] = says_no(claims_[j], features_[j]);
  elaborates_[j] = false;
}

// Does another than those who deny the group deny claim `j`, which came to it late: that alone?
bool ClaimJoiner::is_new_denier(int i, int j) const {
  return is_denial(claims_[i].act) && joined_late_[j] && j + 1 == i && group_[j] >= 0 &&
         !denied_by_same(group_[j], claims_[i]);
}

// The charge of having switched it off: of claim `j` alone, where the group of that has deniers of its own and
// nothing else there is worded so.
bool ClaimJoiner::denies_alone(int i, int j) const {
  if (!is_denial(claims_[i].act) || group_[j] < 0 || negative_[j] || members_[group_[j]].size() < 2 ||
      !has_denial(group_[j]) || denied_by_same(group_[j], claims_[i]))
    return false;
  if (likeness(features_[i], features_[j]).stems < 1) return false;
  return std::none_of(members_[group_[j]].begin(), members_[group_[j]].end(),
                      [&](int k) { return k != j && likeness(features_[i], features_[k]).stems >= 1; });
}

bool ClaimJoiner::has_denial_act(int group) const {
  return std::any_of(members_[group].begin(), members_[group].end(), [&](int j) { return is_denial(claims_[j].act); });
}

// The opposite was true; on the contrary, we …; says otherwise: of what somebody else said just before.
bool ClaimJoiner::contradicts_before(int i) const {
  const ClaimFeatures& f = features_[i];
  const Claim& before = claims_[i - 1];
  if (!f.is_opposite && !(f.is_otherwise && f.words <= 2)) return false;
  return !takes_no_side(before.act) && !same_origin(claims_[i], before) && before.block + 1 >= claims_[i].block;
}

// The ministry denies it; exports pass through its office, recalls its spokesman. Others say the opposite: of what
// was denied, and not of what the same side added. -1 where nothing was.
int ClaimJoiner::denial_elaborated(int i) const {
  if (i == 0 || !contradicts_before(i) || negative_[i - 1]) return -1;
  for (int k = i - 2; k >= 0 && k >= i - 4 && claims_[k].block + 1 >= claims_[i].block; --k) {
    if (takes_no_side(claims_[k].act)) continue;
    if (!same_origin(claims_[k], claims_[i - 1])) return -1;
    if (negative_[k] && is_denial(claims_[k].act)) return k;
  }
  return -1;
}

// Kyiv says the engines were meant for the Houthis. The movement replied that they were for fishing boats: what the
// accused answers is against it, “no” or not, unless he bears it out.
bool ClaimJoiner::replies(int i) {
  const Claim& claim = claims_[i];
  if (!claim.is_reply || claim.act != Act::kAssert || claim.speaker < 0) return false;
  for (int k = i - 1; k >= 0 && k >= i - 3 && claims_[k].block + 1 >= claim.block; --k) {
    const Claim& other = claims_[k];
    if (!is_support(other.act) || negative_[k] || other.speaker < 0 || same_origin(claim, other)) continue;
    const Likeness alike = likeness(features_[i], features_[k]);
    if (!mentions_speaker(features_[k], claim) || !(alike.kin || alike.stems >= 1)) continue;
    join_to(i, k);
    negative_[i] = true;
    return true;
  }
  return false;
}

// “We make stools and had no pulp”, right after it was said that his factory had it all.
bool ClaimJoiner::says_no_at_once(int i, bool no) {
  const Claim& claim = claims_[i];
  if (!no || i == 0 || is_denial(claim.act) || !features_[i].is_negative || claim.speaker < 0) return false;
  // past what others tell between that is of nobody: a driver said he had been paid in cash
  for (int k = i - 1; k >= 0 && k >= i - 3; --k) {
    const Claim& other = claims_[k];
    if (!is_support(other.act) || negative_[k] || same_origin(claim, other) || claim.block > other.block + 1)
      return false;
    if (other.speaker >= 0 && speaks_of_speaker(k, claim)) {
      join_to(i, k);
      return true;
    }
    if (other.block != claim.block || is_of_speaker(k, claim) || names_another(k) || !features_[k].classes.empty())
      return false;
  }
  return false;
}

// What is no answer to anybody is what was said, “no” or not: that nothing was done about her memo.
void ClaimJoiner::take_as_said(int k) {
  negative_[k] = false;
  if (group_[k] >= 0)
    for (const int j : members_[group_[k]]) negative_[j] = false;
}

// No such letter had arrived, any such practice was impossible: of what another said just before.
bool ClaimJoiner::says_no_to_such(int i, bool no) {
  const Claim& claim = claims_[i];
  const ClaimFeatures& f = features_[i];
  if (!f.is_of_kind || !(no || f.says_false || f.has_negation) || claim.speaker < 0) return false;
  bool is_last = true;  // of those that take a side
  for (int k = i - 1; k >= 0 && k >= i - 4 && claims_[k].block + 1 >= claim.block; --k) {
    const Claim& other = claims_[k];
    if (takes_no_side(other.act) || other.is_nested) continue;
    const bool is_near = is_last;
    is_last = false;
    if ((negative_[k] && !is_merely_negative(k)) || other.speaker < 0 || same_origin(claim, other)) continue;
    const Likeness alike = likeness(f, features_[k]);
    if (!is_near && !alike.kin && alike.stems < 1) continue;
    if (negative_[k]) take_as_said(k);
    join_to(i, k);
    negative_[i] = true;
    return true;
  }
  return false;
}

// Whom the content of a denial names and nothing else: contradicted him, не згодні з Мансуром; -1 where it says more.
// `anybody`: a pronoun, which does not tell whom.
int ClaimJoiner::person_denied(const Claim& claim, bool& anybody) const {
  if (claim.content.size() != 1) return -1;
  uint32_t word = token_at(claim.content[0].begin);
  const uint32_t end = token_at(claim.content[0].end);
  const Lexicon& lexicon = Lexicon::of(text_.language);
  while (word + 1 < end && lexicon.has(text_.tokens, word, end, {Kind::kPreposition, Kind::kTitle})) ++word;
  for (const Mention& m : parties_.inside({text_.tokens[word].begin, claim.content[0].end}))
    if (m.span.begin == text_.tokens[word].begin && m.span.end == claim.content[0].end) return m.party;
  if (end != word + 1) return -1;
  std::vector<Found> found;
  lexicon.find(text_.tokens, word, end, found);
  const auto is_person = [](const Found& x) {
    return (x.lexeme->kind == Kind::kPronoun && (x.lexeme->value == "he" || x.lexeme->value == "she")) ||
           (x.lexeme->kind == Kind::kStop && x.lexeme->value == "whom");
  };
  anybody = std::any_of(found.begin(), found.end(), is_person) && !is_pointer(found, end);
  return -1;
}

// … of what that party said last.
bool ClaimJoiner::contradicts_person(int i) {
  const Claim& claim = claims_[i];
  if (claim.act != Act::kDeny || claim.speaker < 0) return false;
  bool anybody = false;
  const int whom = person_denied(claim, anybody);
  if (whom < 0 && !anybody) return false;
  const int reach = anybody ? 4 : 24;
  for (int k = i - 1; k >= 0 && k >= i - reach && (!anybody || claims_[k].block + 1 >= claim.block); --k) {
    if (takes_no_side(claims_[k].act) || claims_[k].speaker < 0 || same_origin(claim, claims_[k])) continue;
    if (!anybody && claims_[k].speaker != whom) continue;
    join_to(i, k);
    negative_[i] = !negative_[k];
    return true;
  }
  return false;
}

// Two former employees of Tulpar: do the words for who speaks name somebody of whom claim `j` tells?
bool ClaimJoiner::is_of_those(const Claim& claim, int j) const {
  for (const Mention& m : parties_.inside(claim.speaker_span))
    if (m.party != claim.speaker && parties_.parties[m.party].type != PartyType::kState &&
        features_[j].parties.contains(m.party))
      return true;
  return false;
}

// By what is said.
bool ClaimJoiner::by_content(int i, bool no) {
  constexpr double kWithin = 0.2;
  const Claim& claim = claims_[i];
  int best = -1;
  double most = 0;
  for (int j = i - 1; j >= 0 && j >= i - kReach; --j) {
    if (group_[j] < 0 || takes_no_side(claims_[j].act)) continue;
    const Likeness alike = likeness(features_[i], features_[j]);
    const bool same = same_origin(claim, claims_[j]);
    const bool opposed = no != negative_[j];
    double needed = is_denial(claim.act) || is_denial(claims_[j].act) ? 0.34 : 0.44;
    needed += std::min(0.12, 0.006 * (i - j));
    if (alike.unlike) needed += 0.12;
    if (same && claims_[j].block + 1 >= claim.block && i - j <= 2)
      needed = alike.classes || alike.stems >= 1 || (alike.parties && !alike.unlike) ? 0.02 : 0.24;
    if (opposed && !is_denial(claim.act) && !is_denial(claims_[j].act) && !(alike.classes || alike.stems >= 2))
      continue;
    if (opposed && !is_denial(claim.act) && !is_denial(claims_[j].act) && alike.score < 0.62 &&
        !mentions_speaker(features_[j], claim) && !mentions_speaker(features_[i], claims_[j]))
      continue;
    if (no && negative_[j] && !same && !is_denial(claim.act) && alike.score < 0.62)
      continue;                     // a plain "no" takes no side of others
    if (opposed && same) continue;  // nobody contradicts himself in one breath
    if (opposed && (claim.act == Act::kWarn || claims_[j].act == Act::kWarn) && alike.score < 0.62)
      continue;  // who warns of a danger does not say that it came true
    // whoever denies is mostly one of those spoken of
    const bool concerned = is_denial(claim.act) && alike.classes && alike.stems >= 1 && claims_[j].speaker >= 0 &&
                           !negative_[j] && mentions_speaker(features_[j], claim);
    if (concerned) needed -= 0.2;
    // two former employees of the firm, of what is said of the firm
    const bool within = !no && !negative_[j] && is_support(claim.act) && is_support(claims_[j].act) && alike.kin &&
                        (alike.stems >= 1 || share_goods(features_[i], features_[j])) && is_of_those(claim, j);
    if (within) needed -= kWithin;
    if (alike.score >= needed && alike.score - needed > most - 1e-9 && (best < 0 || alike.score - needed > most + 1e-9))
      most = alike.score - needed, best = j;
  }
  if (best < 0) return false;
  if (elaborates_[best] && !same_origin(claim, claims_[best])) {
    if (no != says_no(claims_[best], features_[best])) {
      split_off(best);
    } else {
      negative_[i] = true;
    }
  }
  if (same_origin(claim, claims_[best]) && joined_late_[best]) joined_late_[i] = true;
  group_[i] = group_[best];
  return true;
}

// The group that the speaker of claim `i` denied last; -1.
int ClaimJoiner::own_denial(int i) const {
  for (int k = i - 1; k >= 0 && k >= i - kReach; --k)
    if (group_[k] >= 0 && negative_[k] && same_origin(claims_[i], claims_[k])) return group_[k];
  return -1;
}

// The papers were forged: said of a document that spoke before, and so against all that the speaker has denied.
bool ClaimJoiner::forged(int i) {
  const ClaimFeatures& f = features_[i];
  if (!f.says_false) return false;
  for (int j = i - 1; j >= 0 && j >= i - kReach; --j) {
    const int speaker = claims_[j].speaker;
    if (speaker < 0 || !speaks_of(f, claims_[j]) || same_origin(claims_[i], claims_[j])) continue;
    const int denied = own_denial(i);
    if (denied >= 0) {
      group_[i] = denied;
      negative_[i] = true;
      return true;
    }
    join_to(i, j);
    negative_[i] = !negative_[j];
    return true;
  }
  return false;
}

// Is all that stands between the claims told of nobody: what a driver was paid?
bool ClaimJoiner::is_past_nobody(int k, int i) const {
  for (int j = k + 1; j < i; ++j)
    if (claims_[j].block != claims_[i].block || !tells_of_nobody(j) || negative_[j]) return false;
  return claims_[k].block == claims_[i].block && k + 1 < i;
}

// Right after somebody else spoke of the speaker: the answer.
bool ClaimJoiner::answers(int i, bool no) {
  if (!no) return false;
  const Claim& claim = claims_[i];
  for (int k = i - 1; k >= 0 && k >= i - 3; --k) {
    const Claim& other = claims_[k];
    if (claim.block > other.block + 1 || !is_support(other.act) || negative_[k]) continue;
    if (same_origin(claim, other) || other.speaker < 0) continue;
    const Likeness alike = likeness(features_[i], features_[k]);
    const bool worded = is_denial(claim.act) && features_[i].has_claim_noun && features_[i].has_clause &&
                        alike.classes;  // the allegations that his company supplied …
    const bool same_kind = is_denial(claim.act) && k == i - 1 && near(claim, other) && alike.classes;
    // “it had never dealt in Iranian oil”, right after somebody said that Iran sold oil
    const bool answered = k == i - 1 && features_[i].is_negative && alike.kin &&
                          (alike.stems >= 2 || share_goods(features_[i], features_[k])) &&
                          (near(claim, other) || share_state(features_[i], features_[k], claim));
    const bool accused = other.act == Act::kAccuse && other.addressee >= 0 && claim.speaker >= 0 &&
                         origin_key(other.addressee) == origin_key(claim.speaker);
    // denies having sold anything to Iran, right after somebody said that goods were sent to an Iranian buyer
    const bool of_kind = is_denial(claim.act) && alike.kin && claim.block <= other.block + 1 &&
                         (share_state(features_[i], features_[k], claim) || share_goods(features_[i], features_[k]));
    if (is_denial(claim.act) && alike.unlike && alike.stems < 1 && !features_[i].has_claim_noun &&
        !features_[i].has_anaphor)
      continue;  // denied that he had met the minister, and not that gold was sold
    if (features_[i].is_negative && k == i - 1 && near(claim, other) && !alike.unlike &&
        alike.stems >= (text_.language == "zh" ? 2 : 1)) {  // has warned. There had never been a warning
      join_to(i, k);
      return true;
    }
    if (!answered && !of_kind && !speaks_of_speaker(k, claim) && !worded && !same_kind && !accused) continue;
    const bool bare = accused && features_[i].words <= 1 && features_[i].classes.empty();  // daran sei nichts wahr
    if (!is_denial(claim.act) && !bare &&
        !(alike.kin || alike.stems >= 1 || share_state(features_[i], features_[k], claim)))
      continue;
    const bool of_all = features_[i].words <= 2 && features_[i].classes.empty();  // denies any wrongdoing
    if (is_denial(claim.act) && !near(claim, other) && !is_past_nobody(k, i) && !worded && !of_kind && !of_all &&
        !(alike.kin || alike.classes || alike.stems >= 1))
      continue;
    join_to(i, k);
    return true;
  }
  return false;
}

// “We stopped all trade with Russia in 2022”: of those who are said to trade with it, a denial.
bool ClaimJoiner::says_it_ended(int i) {
  const Claim& claim = claims_[i];
  const ClaimFeatures& f = features_[i];
  if (!f.is_ended || claim.act != Act::kAssert || claim.speaker < 0) return false;
  for (int k = i - 1; k >= 0 && k >= i - 4 && claims_[k].block + 2 >= claim.block; --k) {
    const Claim& other = claims_[k];
    if (group_[k] < 0 || takes_no_side(other.act)) continue;
    const bool own = negative_[k] && same_origin(claim, other);  // this side has denied it before
    const bool accused =
        !negative_[k] && is_support(other.act) && !same_origin(claim, other) && mentions_speaker(features_[k], claim);
    if (!own && !accused) continue;
    const bool worded = std::any_of(members_[group_[k]].begin(), members_[group_[k]].end(),
                                    [&](int j) { return !negative_[j] && share_state(f, features_[j], claim); });
    if (!worded) continue;
    group_[i] = group_[k];
    negative_[i] = true;
    return true;
  }
  return false;
}

// Two are accused and one has denied it: the other’s “no”, in words of his own, is of the same.
bool ClaimJoiner::concerns_contested(int i, bool no) {
  const Claim& claim = claims_[i];
  if (!no || claim.speaker < 0) return false;
  for (int j = i - 1; j >= 0 && j >= i - 8; --j) {
    if (group_[j] < 0 || negative_[j] || !is_support(claims_[j].act) || same_origin(claim, claims_[j])) continue;
    if (!has_denial(group_[j])) continue;
    // no titanium had gone to Russia, says a third
    const bool same_thing = features_[i].is_negative && share_goods(features_[i], features_[j]) &&
                            share_state(features_[i], features_[j], claim);
    if (!same_thing && !(mentions_speaker(features_[j], claim) && likeness(features_[i], features_[j]).kin)) continue;
    group_[i] = group_[j];
    return true;
  }
  return false;
}

bool ClaimJoiner::share_goods(const ClaimFeatures& a, const ClaimFeatures& b) {
  return std::any_of(a.families.begin(), a.families.end(),
                     [&](const std::string& f) { return b.families.contains(f); });
}

// The plant denied that the chips were for drones. The lot went to a maker of drones from the start, say others:
// what nobody had asserted before it was denied.
bool ClaimJoiner::fulfils_denial(int i, bool no) {
  const Claim& claim = claims_[i];
  if (no || claim.speaker < 0 || !is_support(claim.act) || claim.act == Act::kWarn) return false;
  for (int k = i - 1; k >= 0 && k >= i - 3 && claims_[k].block + 1 >= claim.block; --k) {
    if (claims_[k].act != Act::kDeny || !negative_[k] || group_[k] < 0 || same_origin(claim, claims_[k])) continue;
    const std::vector<int>& members = members_[group_[k]];
    if (std::any_of(members.begin(), members.end(), [&](int j) { return !negative_[j]; })) continue;
    const Likeness alike = likeness(features_[i], features_[k]);
    if (alike.unlike || !(alike.kin || alike.stems >= (text_.language == "zh" ? 2 : 1))) continue;
    group_[i] = group_[k];
    return true;
  }
  return false;
}

// The clerk was dismissed, and nobody saw any wagons: a “no” that speaks of who told it, and of what he told.
bool ClaimJoiner::answers_teller(int i, bool no) {
  const Claim& claim = claims_[i];
  if (!no || !features_[i].is_negative || is_denial(claim.act)) return false;
  for (int k = i - 1; k >= 0 && k >= i - 4 && claims_[k].block + 1 >= claim.block; --k) {
    const Claim& other = claims_[k];
    if (other.speaker < 0 || !is_support(other.act) || negative_[k] || same_origin(claim, other)) continue;
    const Party& teller = parties_.parties[other.speaker];
    Token head;
    head.fold = teller.head;
    const bool named = features_[i].parties.contains(other.speaker) ||
                       (!teller.head.empty() && !teller.is_document && features_[i].stems.contains(stem(head)));
    const Likeness alike = likeness(features_[i], features_[k]);
    if (!named || !(alike.kin || alike.stems >= 1)) continue;
    join_to(i, k);
    return true;
  }
  return false;
}

// There was no search at Pančevo: does `no` say nothing that `yes` does not have?
bool ClaimJoiner::restates(const ClaimFeatures& no, const ClaimFeatures& yes) {
  return no.stems.size() >= 2 &&
         std::all_of(no.stems.begin(), no.stems.end(), [&](const std::string& s) { return yes.stems.contains(s); });
}

// Has the speaker of claim `i` asserted something himself, as accusers and investigators do?
bool ClaimJoiner::asserted_before(int i) const {
  for (int k = i - 1; k >= 0 && k >= i - kReach; --k)
    if (is_support(claims_[k].act) && !negative_[k] && same_origin(claims_[i], claims_[k])) return true;
  return false;
}

// A no that nothing else has found a place for: to the claim before it that speaks of the speaker, of the same state,
// goods or deed, the nearer the likelier.
bool ClaimJoiner::says_no_to_accuser(int i, bool no) {
  const Claim& claim = claims_[i];
  const ClaimFeatures& f = features_[i];
  if (!no || claim.speaker < 0 || claim.act == Act::kConfirm || !(f.is_negative || is_denial(claim.act))) return false;
  constexpr int kBack = 8;
  constexpr double kNeeded = 1.5;
  int best = -1;
  double most = kNeeded;
  for (int k = i - 1; k >= 0 && k >= i - kBack && claims_[k].block + 4 >= claim.block; --k) {
    const Claim& other = claims_[k];
    if (!is_support(other.act) || negative_[k] || other.speaker < 0 || other.is_nested || same_origin(claim, other))
      continue;
    const Likeness alike = likeness(f, features_[k]);
    if (alike.unlike && alike.stems < 1) continue;
    const bool accused = mentions_speaker(features_[k], claim), of_teller = mentions_speaker(f, other);
    const bool again = restates(f, features_[k]), reply = claim.is_reply || claim.is_counter;
    const bool shared = alike.kin || alike.stems >= 1 || share_state(f, features_[k], claim);
    if (is_denial(claim.act) && !shared) continue;  // denied that he had met the minister
    if (!accused && !of_teller && !again && !reply && (!alike.kin || asserted_before(i))) continue;
    const double score = (accused ? 1 : 0) + (of_teller ? 0.7 : 0) + (alike.kin ? 0.7 : 0) +
                         0.5 * std::min(2.0, alike.stems) + (share_state(f, features_[k], claim) ? 0.5 : 0) +
                         (share_goods(f, features_[k]) ? 0.5 : 0) + (reply ? 0.7 : 0) +
                         (k == i - 1 && near(claim, other) ? 0.7 : 0) + (again ? 1 : 0) - 0.15 * (i - k);
    if (score > most) most = score, best = k;
  }
  if (best < 0) return false;
  join_to(i, best);
  return true;
}

// X denies it. … “We have not had one customer in Russia,” says its director: a no of the side that has denied it,
// about the state, the goods or the deed of what it denied.
bool ClaimJoiner::denies_again(int i, bool no) {
  const Claim& claim = claims_[i];
  const ClaimFeatures& f = features_[i];
  if (!no || claim.act != Act::kAssert || !f.is_negative || claim.speaker < 0) return false;
  constexpr int kBack = 12, kBlocks = 6;
  for (int k = i - 1; k >= 0 && k >= i - kBack && claims_[k].block + kBlocks >= claim.block; --k) {
    if (group_[k] < 0 || !negative_[k] || !same_origin(claim, claims_[k])) continue;
    const std::vector<int>& members = members_[group_[k]];
    const bool related = std::any_of(members.begin(), members.end(), [&](int j) {
      if (negative_[j]) return false;
      const Likeness alike = likeness(f, features_[j]);
      return alike.kin || alike.stems >= 1 || share_state(f, features_[j], claim) || share_goods(f, features_[j]);
    });
    if (!related) continue;
    group_[i] = group_[k];
    return true;
  }
  return false;
}

// Described Orbel’s paper as “sausage skin”: of what Orbel said last, where nothing else tells.
bool ClaimJoiner::dismisses_teller(int i) {
  constexpr int kBack = 8;
  const Claim& claim = claims_[i];
  if (!is_denial(claim.act) || claim.speaker < 0) return false;
  for (int k = i - 1; k >= 0 && k >= i - kBack; --k) {
    const Claim& other = claims_[k];
    if (!is_support(other.act) || negative_[k] || other.speaker < 0 || same_origin(claim, other)) continue;
    if (!has_party_of(features_[i], other)) continue;
    join_to(i, k);
    return true;
  }
  return false;
}

// He was marched out, said his lawyer. Counsel for the bank countered that …: of what was said just before, whatever
// the words.
bool ClaimJoiner::counters_last(int i) {
  const Claim& claim = claims_[i];
  if (i == 0 || !claim.is_counter || !is_support(claim.act) || claim.speaker < 0) return false;
  const Claim& other = claims_[i - 1];
  if (!is_support(other.act) || other.speaker < 0 || negative_[i - 1] || same_origin(claim, other) ||
      !near(claim, other) || claim.block > other.block + 1)
    return false;
  join_to(i, i - 1);
  negative_[i] = true;
  return true;
}

// "We have no contract with Russia" answers "sold … to Russia": both speak of one state that is not the speaker's.
bool ClaimJoiner::share_state(const ClaimFeatures& a, const ClaimFeatures& b, const Claim& claim) const {
  const std::string own =
      claim.speaker < 0 ? "" : "state:" + parties_.parties[origin_of(parties_, claim.speaker)].state;
  return std::any_of(a.stems.begin(), a.stems.end(),
                     [&](const std::string& s) { return s.starts_with("state:") && s != own && b.stems.contains(s); });
}

// Is the claim about what is spoken of in the group?
bool ClaimJoiner::is_related(int i, int group) const {
  const ClaimFeatures& f = features_[i];
  if (f.has_claim_noun || f.has_anaphor || f.words <= 3) return true;
  return std::any_of(members_[group].begin(), members_[group].end(), [&](int j) {
    const Likeness alike = likeness(f, features_[j]);
    return alike.kin || alike.stems >= 1 || share_state(f, features_[j], claims_[i]);
  });
}

// The same speaker goes on denying, or elaborates.
bool ClaimJoiner::goes_on(int i, bool no) {
  const Claim& claim = claims_[i];
  for (int k = i - 1; k >= 0 && k >= i - 2; --k) {
    const Claim& other = claims_[k];
    if (group_[k] < 0 || !same_origin(claim, other) || claim.speaker < 0) continue;
    const bool speech = claim.form == Form::kDirect && k == i - 1 && negative_[k] && is_denial(other.act) &&
                        claim.sentence <= other.sentence + 1 &&
                        claim.block <= other.block + 1;  // denied it. “We …,” said its director
    if (other.block != claim.block && !speech) continue;
    if ((no && negative_[k] && is_related(i, group_[k])) || speech) {
      group_[i] = group_[k];
      negative_[i] = true;
      return true;
    }
    break;
  }
  // “We have never …”: of what this side denied a little before
  if (no && !is_denial(claim.act) && features_[i].is_negative)
    for (int k = i - 1; k >= 0 && k >= i - 6; --k) {
      if (group_[k] < 0 || !negative_[k] || !same_origin(claim, claims_[k]) || claims_[k].block + 3 < claim.block)
        continue;
      const bool worded = std::any_of(members_[group_[k]].begin(), members_[group_[k]].end(), [&](int j) {
        const Likeness alike = likeness(features_[i], features_[j]);
        return !negative_[j] && (alike.kin || alike.stems >= 1) &&
               (alike.stems >= 1 || share_state(features_[i], features_[j], claim) || claim.form == Form::kDirect);
      });
      if (!worded) continue;
      group_[i] = group_[k];
      return true;
    }
  // a denial of what this side denied before: the last such group
  if (is_denial(claim.act) || (features_[i].says_false && features_[i].has_claim_noun))
    for (int k = i - 1; k >= 0 && k >= i - kReach; --k)
      if (group_[k] >= 0 && negative_[k] && same_origin(claim, claims_[k]) && features_[i].words <= 8 &&
          (features_[i].has_claim_noun || features_[i].has_anaphor)) {
        group_[i] = group_[k];
        return true;
      }
  return false;
}

}  // namespace cordon::reading
