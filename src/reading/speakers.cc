#include "reading/speakers.h"

#include <algorithm>
#include <unordered_set>

#include "reading/slavic_words.h"
#include "reading/speaker_finder.h"
#include "reading/text_words.h"

namespace cordon::reading {

std::vector<Claim> SpeakerFinder::settle(const std::vector<Attribution>& attributions) {
  for (const Attribution& a : attributions) add(a);
  for (size_t i = 0; i < claims_.size(); ++i) claims_[i].id = "c" + std::to_string(i + 1);
  parties_.sort();
  name_interviewers();
  return std::move(claims_);
}

void SpeakerFinder::add(const Attribution& a) {
  Claim claim;
  static_cast<Saying&>(claim) = a;
  claim.block = sentences_[a.sentence].block;
  claim.speaker_span = a.speaker;
  if (a.points_back && (is_denial_act(a.act) || a.rule == "object before the verb") && !claims_.empty() &&
      claims_.back().sentence + 1 == a.sentence && !claims_.back().content.empty())
    claim.content = claims_.back().content;  // L’entreprise dément.: what was just said
  const uint32_t at = a.cue.empty() ? a.content.front().begin : a.cue.begin;
  says_no_ = is_denial_act(a.act) || has_no(a.content);
  accused_ = is_denial_act(a.act) ? accused_before(a) : Span{};
  strong_ =
      a.is_strong || a.rule == "label with colon" || a.rule == "according to" || a.rule == "medium, citing" ||
      a.rule == "quotation, verb subject" ||
      (text_.language == "de" && (a.rule == "content, verb subject" || a.act == Act::kAccuse)) ||
      ((text_.language == "fr" || text_.language == "es") && is_determined(a.speaker) &&
       (a.rule == "subject verb that" || a.rule == "subject verb: quotation" || a.rule == "content, verb subject" ||
        a.act == Act::kDeny || (!a.content.empty() && is(token_at(a.content.front().begin), Kind::kThat))));
  if (!a.speaker.empty()) {
    claim.speaker = resolve(a.speaker, at, claim.speaker_rule);
    if (claim.speaker < 0 && a.needs_document) return;
    if (a.needs_document && !is_document(claim.speaker, a.speaker)) return;
    // Замминистра Сурков приехал в Алма-Ату. Он отметил, …: whom the sentence before is about
    const bool pronoun = is_pronoun(a.speaker);
    if (claim.speaker < 0 && pronoun && is_slavic() && a.sentence > 0 &&
        sentences_[a.sentence - 1].block == claim.block) {
      const std::string_view rule = claim.speaker_rule;
      claim.speaker = subject_of_sentence(a, a.sentence - 1, claim);
      claim.speaker_rule = rule;
      claim.speaker_span = a.speaker;
    }
    if (claim.speaker < 0 && !pronoun && !(claim.speaker_rule == "pronoun" && says_openly(a)))
      return;  // nothing that could speak
  } else if (a.takes_speaker_before) {
    claim.speaker = speaker_before(a, claim);
    if (claim.speaker < 0) claim.speaker = subject_before(a, claim);
    if (claim.speaker < 0) return;
  }
  if (a.is_withheld_comment) claim.act = Act::kDecline;
  std::string_view unused;
  if (!a.medium.empty()) claim.medium = resolve(a.medium, at, unused);
  if (!a.addressee.empty()) claim.addressee = mentioned(a.addressee);
  if (claim.addressee < 0 && a.act == Act::kAccuse && text_.language == "en" && !a.content.empty())
    claim.addressee = accused(a.content.front(), at);
  if (claim.medium < 0 && is_denial_act(a.act)) {
    claim.medium = go_between(a);
    if (claim.medium >= 0 && claim.speaker >= 0 && claim.medium != claim.speaker &&
        parties_.parties[claim.medium].affiliation < 0)
      parties_.parties[claim.medium].affiliation = claim.speaker;
  }
  if (claim.medium < 0 && claim.addressee >= 0 && parties_.parties[claim.addressee].is_medium)
    claim.medium = claim.addressee;
  if (claim.speaker >= 0) {
    const Party& party = parties_.parties[claim.speaker];
    claim.is_named = party.type != PartyType::kUnnamed || party.is_authored;
  }
  // A question nobody is said to ask goes to whoever answers.
  if (claim.speaker >= 0 && !claims_.empty() && claims_.back().act == Act::kAsk && claims_.back().speaker < 0 &&
      claims_.back().addressee < 0 && claims_.back().sentence + 1 >= claim.sentence)
    claims_.back().addressee = claim.speaker;
  if (is_wide_) note_issued(a, claim.speaker);
  claims_.push_back(std::move(claim));
  last_accused_ = a.act == Act::kAccuse ? a.addressee : Span{};
}

// 智库周三发表报告，指…; 公司发表声明，否认…: whose the report or statement is that is spoken of next
void SpeakerFinder::note_issued(const Attribution& a, int speaker) {
  if (speaker < 0 || !is_publisher(speaker) || a.cue.empty()) return;
  const auto limit = static_cast<uint32_t>(text_.tokens.size());
  const uint32_t end = std::min(token_at(a.cue.begin), limit);
  std::vector<Found> found;
  for (uint32_t i = token_at(sentences_[a.sentence].span.begin); i < end; ++i) {
    found.clear();
    Lexicon::of(text_.language).find(text_.tokens, i, end, found);
    for (const Found& f : found)
      if (f.lexeme->kind == Kind::kStop && f.lexeme->value == "issues" && f.end < end && is_published(f.end))
        published_.emplace_back(noun_text(f.end), speaker);
  }
}

// accusent le directeur de …, mais il le nie; wirft dem Händler vor, …, was dieser bestreitet: whom the claim just
// before accuses, in the same sentence or the one before.
Span SpeakerFinder::accused_before(const Attribution& a) const {
  if (!(is_western() || is_slavic()) || claims_.empty() || claims_.back().act != Act::kAccuse) return {};
  return claims_.back().sentence + 1 >= a.sentence ? last_accused_ : Span{};
}

// Who is meant by "he" or "this one" that denies what another was just accused of; -1 where the words do not agree in
// number or gender.
int SpeakerFinder::accused_party(std::string_view kind, uint32_t at) {
  if (accused_.empty() || kind == "we" || kind == "i") return -1;
  uint32_t begin = token_at(accused_.begin);
  const uint32_t end = token_at(accused_.end);
  const std::string_view to = tok(begin).fold;
  if (begin + 1 < end && (to == "a" || to == "à")) ++begin;
  if (begin >= end || tok(begin).mark != 0) return -1;
  const int gender = text_.language == "de" ? 0 : article_gender(tok(begin).fold);
  if ((gender == 1 && kind == "she") || (gender == 2 && kind == "he" && text_.language == "es")) return -1;
  const Span span{tok(begin).begin, accused_.end};
  accused_ = {};
  std::string_view rule;
  const int party = resolve(span, at, rule);
  if (party < 0) return -1;
  const bool many = parties_.parties[party].is_plural || parties_.parties[party].is_counted;
  return kind != "latter" && many != (kind == "they") ? -1 : party;
}

// Diese gab … an, was dieses bestreitet: a German word that points back to who was named last.
bool SpeakerFinder::is_pointer(uint32_t begin, uint32_t end) const {
  if (is_slavic() && begin < end)
    return points_to_last(tok(begin).fold) &&
           (begin + 1 == end || (begin + 2 == end && tok(begin + 1).fold.starts_with("ostatni")));
  if (begin + 1 != end) return false;
  if (text_.language != "de") return false;
  for (const std::string_view word : {"diese", "dieses", "jene", "jener", "jenes"})
    if (tok(begin).fold == word) return true;
  return false;
}

// Le garagiste explique que …: an article and a noun, whatever it is
bool SpeakerFinder::is_determined(Span span) const {
  const uint32_t begin = token_at(span.begin), end = token_at(span.end);
  return end > begin + 1 && (is(begin, Kind::kDeterminer) || is(begin, Kind::kPossessive)) &&
         !is(begin + 1, Kind::kClaimNoun) && !is(begin + 1, Kind::kTime);
}

// He, she or they: somebody speaks, even where nobody before is found whom the pronoun could mean.
bool SpeakerFinder::is_pronoun(Span span) const {
  const uint32_t begin = token_at(span.begin), end = token_at(span.end);
  if (begin >= end) return false;
  std::vector<Found> found;
  Lexicon::of(text_.language).find(text_.tokens, begin, end, found);
  return std::any_of(found.begin(), found.end(), [&](const Found& f) {
    const std::string& who = f.lexeme->value;
    return (f.lexeme->kind == Kind::kPronoun || f.lexeme->kind == Kind::kPossessive) && f.end == end &&
           (who == "he" || who == "she" || who == "they" || who == "latter" || (who == "it" && text_.language == "en"));
  });
}

// Are there words that are said by rule, and not only an object (he denies it) or an aim (used the money to claim)?
bool SpeakerFinder::says_openly(const Attribution& a) const {
  if (a.score > 0 || a.content.empty() || a.points_back || a.is_nested || a.content.front() == a.speaker) return false;
  const uint32_t cue = token_at(a.cue.begin);
  return cue == 0 || tok(cue - 1).fold != "to";
}

// Is there a "no", or a word for what is false, in what is said?
bool SpeakerFinder::has_no(const std::vector<Span>& content) const {
  const Lexicon& lexicon = Lexicon::of(text_.language);
  for (const Span& span : content) {
    const uint32_t end = token_at(span.end);
    for (uint32_t i = token_at(span.begin); i < end; ++i)
      if (lexicon.has(text_.tokens, i, end, {Kind::kNothing, Kind::kFalsehood}) || is_opposite(i, end)) return true;
  }
  return false;
}

// The contrary, otherwise; we stopped all trade; we deny this.
bool SpeakerFinder::is_opposite(uint32_t i, uint32_t end) const {
  if (tok(i).mark != 0) return false;
  std::vector<Found> found;
  Lexicon::of(text_.language).find(text_.tokens, i, end, found);
  return std::any_of(found.begin(), found.end(), [](const Found& f) {
    return (f.lexeme->kind == Kind::kAnaphor && (f.lexeme->value == "opposite" || f.lexeme->value == "otherwise")) ||
           (f.lexeme->kind == Kind::kStop && (f.lexeme->value == "ended" || f.lexeme->value == "denies"));
  });
}

// Whoever says no is seldom of those who said it just before, mostly of those it was said of: the firm accused, or
// the one that the claim before names first. -1 where nobody says no or no such firm is named.
int SpeakerFinder::answering_party(uint32_t at) const {
  if (!says_no_ || claims_.empty()) return -1;
  const Claim& last = claims_.back();
  if (last.speaker < 0 || last.block + 1 < block_at(at) || last.sentence + 2 < sentence_behind(at)) return -1;
  if (is_denial_act(last.act) || last.act == Act::kDecline || last.act == Act::kAsk) return -1;
  const auto firm = [&](int party) {
    const Party& p = parties_.parties[party];
    return party != last.speaker && !p.is_medium && !p.is_document &&
           origin_of(parties_, last.speaker) != origin_of(parties_, party) &&
           (p.type == PartyType::kCompany || p.type == PartyType::kOrganization || is_unsure(p));
  };
  if (last.act == Act::kAccuse && last.addressee >= 0 && firm(last.addressee)) return last.addressee;
  for (size_t k = claims_.size(); k-- > 0 && k + 6 > claims_.size();)  // the firm that has already denied it
    if (is_denial_act(claims_[k].act) && claims_[k].speaker >= 0 && claims_[k].speaker_rule != "description") {
      const int whose = origin_of(parties_, claims_[k].speaker);
      if (firm(whose)) return whose;
    }
  constexpr size_t kDetails = 3;  // claims of others that may stand between
  for (size_t k = claims_.size(); k-- > 0 && k + kDetails >= claims_.size();)
    if (claims_[k].block + 1 >= block_at(at)) {
      for (const Span& span : claims_[k].content)
        for (const Mention& m : parties_.inside(span))
          if (firm(m.party)) return m.party;
      if (claims_[k].act == Act::kAccuse && claims_[k].addressee >= 0 && firm(claims_[k].addressee))
        return claims_[k].addressee;
      if (claims_[k].speaker < 0) continue;
      for (const Mention& m : parties_.inside(claims_[k].speaker_span))  // a former employee of Orbel
        if (m.party != claims_[k].speaker && firm(m.party) &&
            origin_of(parties_, claims_[k].speaker) != origin_of(parties_, m.party))
          return m.party;
    }
  return -1;
}

std::vector<Claim> settle_speakers(const Text& text, const TokenKinds& kinds, const std::vector<Sentence>& sentences,
                                   const std::vector<Attribution>& attributions, Parties& parties) {
  return SpeakerFinder(text, kinds, sentences, parties).settle(attributions);
}

int origin_of(const Parties& parties, int party) {
  for (int steps = 0; party >= 0 && steps < 8; ++steps) {
    const Party& p = parties.parties[party];
    const int next = p.affiliation >= 0 ? p.affiliation : p.group >= 0 ? p.group : p.boss;
    if (next < 0 || next == party) break;
    party = next;
  }
  return party;
}

}  // namespace cordon::reading
