// English pages name one party by many nouns: the bank, the lender; the envoy, the ambassador; the tycoon, the Belgian.

#include <algorithm>

#include "reading/speaker_finder.h"
#include "reading/text_words.h"

namespace cordon::reading {

// The groups of nouns that stand for the same party, as bits, which hold the word: bank and lender have one in common.
uint64_t SpeakerFinder::akin_groups(const std::string& word) {
  const auto [at, is_new] = akin_of_.try_emplace(word, 0);
  if (!is_new) return at->second;
  const std::vector<Token> tokens = tokenize(word, "en", 0, 0);
  std::vector<Found> found;
  if (tokens.size() == 1) Lexicon::of("en").find(tokens, 0, 1, found);
  for (const Found& f : found) {
    if (f.lexeme->kind != Kind::kStop || f.lexeme->value != "akin") continue;
    const size_t group = static_cast<size_t>(std::ranges::find(akin_names_, f.lexeme->detail) - akin_names_.begin());
    if (group == akin_names_.size()) akin_names_.push_back(f.lexeme->detail);
    if (group < 64) at->second |= uint64_t{1} << group;
  }
  return at->second;
}

// Chevalier Bank … the Zurich lender; FINMA, the regulator, … the watchdog: the party named last whose name, or what
// is said beside it, has a noun of the same group as `head`; -1 where none has.
int SpeakerFinder::akin_before(const std::string& head, bool person, uint32_t at) {
  constexpr size_t kMostNames = 200;
  const uint64_t groups = akin_groups(head);
  if (groups == 0) return -1;
  const size_t last = parties_.first_from(at);
  for (size_t i = last; i-- > 0 && i + kMostNames > last;) {
    const Mention& m = parties_.mentions[i];
    const Party& p = parties_.parties[m.party];
    if (m.span.end > at || p.type == PartyType::kState || p.type == PartyType::kVessel || p.is_document) continue;
    const bool unsure = p.type == PartyType::kPerson && p.gender == 0 && p.entity_ids.empty() &&
                        (p.affiliation < 0 || parties_.parties[p.affiliation].type == PartyType::kState);
    if ((p.type == PartyType::kPerson) != person && (person || !unsure)) continue;
    if (p.type == PartyType::kUnnamed) {
      if (akin_groups(p.head) & groups) return -1;  // somebody unnamed has such a noun
      continue;
    }
    if (!(akin_groups(p.head) & groups) && !has_akin_beside(m, groups)) continue;
    // Brightwell Refining, FINMA the regulator: no person after all
    if (unsure && !person) parties_.parties[m.party].type = PartyType::kOrganization;
    return m.party;
  }
  return -1;
}

// Is a noun of these groups in the name, at once before it, or at the head of what the commas behind it say?
bool SpeakerFinder::has_akin_beside(const Mention& m, uint64_t groups) {
  const uint32_t first = token_at(m.span.begin), after = token_at(m.span.end);
  const auto count = static_cast<uint32_t>(text_.tokens.size());
  const Party& named = parties_.parties[m.party];
  if (named.type != PartyType::kPerson || named.gender == 0)
    for (uint32_t k = first; k < after && k < count; ++k)
      if (akin_groups(tok(k).fold) & groups) return true;
  if (first > 0 && tok(first - 1).mark == 0 && (akin_groups(tok(first - 1).fold) & groups)) return true;
  if (first > 1 && is_comma_mark(tok(first - 1).mark) && after < count && is_comma_mark(tok(after).mark) &&
      (akin_groups(tok(first - 2).fold) & groups))
    return true;
  if (after >= count || !is_comma_mark(tok(after).mark)) return false;
  for (uint32_t k = after + 1; k < count && k < after + 7 && tok(k).mark == 0; ++k) {
    if (is(k, Kind::kPreposition) || is(k, Kind::kCue) || tok(k).fold == "whose" || tok(k).fold == "who" ||
        tok(k).fold == "which")
      return false;
    const bool ends = k + 1 >= count || tok(k + 1).mark != 0 || is(k + 1, Kind::kPreposition);
    if (ends && (akin_groups(tok(k).fold) & groups)) return true;
  }
  return false;
}

// The businessman, the tycoon, the Belgian: a noun by which pages call again whom they have named.
bool SpeakerFinder::calls_again(uint32_t i) const { return has_stop(i, "calls again") || has_stop(i, "demonym"); }

// Prosecutors say that Ferri hid a yacht. The businessman denies it: of the persons spoken of a little before, the one
// last spoken of in what he denies; else who spoke last; else who was named last. -1 where none was.
int SpeakerFinder::person_called_again(uint32_t head, uint32_t at) {
  const bool woman = tok(head).fold.ends_with("woman"), man = !woman && tok(head).fold.ends_with("man");
  const auto fits = [&](int party) {
    const Party& p = parties_.parties[party];
    if (p.type != PartyType::kPerson || (woman && p.gender == 1) || (man && p.gender == 2)) return false;
    if (party == asker_) return false;
    const bool for_another = p.affiliation >= 0 && parties_.parties[p.affiliation].type == PartyType::kPerson;
    return !for_another || has_stop(head, "demonym");
  };
  const uint32_t block = block_at(at);
  if (!claims_.empty() && claims_.back().block + 1 >= block && claims_.back().speaker >= 0) {
    const Claim& last = claims_.back();
    if (says_no_ && !is_denial_act(last.act)) {
      int spoken_of = last.addressee >= 0 && fits(last.addressee) ? last.addressee : -1;
      for (const Span& span : last.content)
        for (const Mention& m : parties_.inside(span))
          if (spoken_of < 0 && m.party != last.speaker && fits(m.party)) spoken_of = m.party;
      if (spoken_of >= 0) return spoken_of;
    }
    if (fits(last.speaker)) return last.speaker;
  }
  for (size_t i = parties_.first_from(at); i-- > 0;) {
    const Mention& m = parties_.mentions[i];
    if (block_at(m.span.begin) + 1 < block) break;
    if (m.span.end <= at && fits(m.party)) return m.party;
  }
  return -1;
}

// I have asked the minister: does the speaker call himself I or we?
bool SpeakerFinder::says_of_self(const Claim& claim) const {
  if (claim.speaker_span.empty()) return false;
  const std::string_view word = tok(token_at(claim.speaker_span.begin)).fold;
  return word == "i" || word == "we";
}

// I have asked the minister to reopen the mine. He promised …; the union wrote to the harbour master. He replied …: who
// was asked or told something in the sentence before, where who spoke there is not meant; -1 where nobody was. A paper
// or court that is told what others did does not answer.
int SpeakerFinder::asked_before(uint32_t at, std::string_view kind) {
  const Claim& last = claims_.back();
  const size_t s = sentence_behind(at);
  if (s == 0 || s >= sentences_.size() || last.sentence + size_t{1} != s || sentences_[s].block != last.block)
    return -1;
  if (last.act != Act::kRequest && last.act != Act::kAsk) {
    if (last.act != Act::kAssert || kind == "it") return -1;
    for (const Span& span : last.content) {  // told the judge that the director had left
      for (const Mention& m : parties_.inside(span))
        if (parties_.parties[m.party].type == PartyType::kPerson) return -1;
      for (uint32_t i = token_at(span.begin); i < text_.tokens.size() && tok(i).end <= span.end; ++i)
        if (is(i, Kind::kPerson) && last.cue.end + 4 < tok(i).begin && tok(i).begin > last.content.front().begin + 16)
          return -1;
    }
  }
  uint32_t begin = token_at(last.cue.end);
  const auto count = static_cast<uint32_t>(text_.tokens.size());
  const bool to = begin < count && tok(begin).fold == "to";
  if (to) ++begin;
  if (begin >= count) return -1;
  // said his firm had sold nothing: told to nobody
  if (last.act == Act::kAssert && !to && (last.content.empty() || last.content.front().begin <= tok(begin).begin))
    return -1;
  for (const Mention& m :
       parties_.inside({tok(begin).begin, last.content.empty() ? at : sentences_[last.sentence].span.end}))
    if (m.span.begin == tok(begin).begin && parties_.parties[m.party].type != PartyType::kState) return m.party;
  if (!is(begin, Kind::kDeterminer) && !is(begin, Kind::kPossessive)) return -1;
  uint32_t end = begin;  // behind the last noun of who can speak: the plant’s director
  for (uint32_t i = begin + 1; i < count && i < begin + 7; ++i) {
    const bool owner = tok(i).fold == "'s" || tok(i).fold == "’s";
    if (!owner && (tok(i).mark != 0 || is(i, Kind::kPreposition) || is(i, Kind::kThat) || is(i, Kind::kAuxiliary)))
      break;
    if (is(i, Kind::kPerson) || is(i, Kind::kBody) || is(i, Kind::kCompany)) end = i + 1;
  }
  if (end == begin) return -1;
  const Span span{tok(begin).begin, tok(end - 1).end};
  if (is(end - 1, Kind::kMedia)) return -1;
  const Phrase phrase = analyze(span);
  std::string_view rule;
  asker_ = last.speaker;  // nobody asks himself
  const int asked = phrase.name >= 0 ? phrase.name : describe(span, phrase, at, rule);
  asker_ = -1;
  return asked;
}

// The envoy, David O'Hara, met the president. The president …: does a sentence before in this paragraph name the person
// `party` and somebody else by the noun of token `noun`?
bool SpeakerFinder::stands_beside(int party, uint32_t noun) const {
  constexpr uint32_t kNear = 400;  // words
  const uint32_t head = text_.heads[block_at(tok(noun).begin)] + 1;
  const uint32_t first = std::max(head, noun > kNear ? noun - kNear : 0);
  const size_t here = sentence_behind(tok(noun).begin);
  for (uint32_t i = noun; i-- > first;) {
    if (tok(i).fold != tok(noun).fold || tok(i - 1).fold != "the" || is_name_behind(i)) continue;
    const size_t s = sentence_behind(tok(i).begin);
    if (s >= here) continue;
    for (const Mention& m : parties_.inside(sentences_[s].span))
      if (m.party == party && m.span.begin < tok(i).begin) return true;
  }
  return false;
}

// the president of France; the president, Ana Costa: is there a name at the noun of token `i`?
bool SpeakerFinder::is_name_behind(uint32_t i) const {
  for (uint32_t k = i + 1; k < text_.tokens.size() && k < i + 3; ++k)
    if (tok(k).mark == 0) return tok(k).is_capital;
  return false;
}

// The minister, the ambassador, the oligarch: whom the page has named with that noun, with one of its group, or with
// any; -1 where an unnamed one was called so.
int SpeakerFinder::person_meant(const Phrase& phrase, const std::string& head, uint32_t at) {
  if (const int known = office_named_before(head, at); known != -1) return known;
  for (size_t d = described_.size(); d-- > 0 && d + 40 > described_.size();)
    if (parties_.parties[described_[d].second].head == head) return -1;
  if (const int known = akin_before(head, true, at); known >= 0) return known;
  const auto noun = static_cast<uint32_t>(phrase.head);
  return calls_again(noun) ? person_called_again(noun, at) : -1;
}

// Is nothing said of the person where the page names him: no office before the name, none behind its comma?
bool SpeakerFinder::is_unintroduced(int party) const {
  const Party& p = parties_.parties[party];
  if (!p.head.empty() || p.affiliation >= 0 || !p.state.empty()) return false;
  constexpr size_t kMostNames = 400;
  const auto count = static_cast<uint32_t>(text_.tokens.size());
  for (size_t i = 0; i < std::min(parties_.mentions.size(), kMostNames); ++i) {
    const Mention& m = parties_.mentions[i];
    if (m.party != party) continue;
    const uint32_t first = token_at(m.span.begin), after = token_at(m.span.end);
    const uint32_t before = first > 1 && is_comma_mark(tok(first - 1).mark) ? first - 2 : first - 1;
    if (first > 0 && (is(before, Kind::kPerson) || is(before, Kind::kSpokesman))) return false;
    if (after < count && (is_comma_mark(tok(after).mark) || tok(after).mark == U'(' || tok(after).fold == "of"))
      for (uint32_t k = after; k < count && k < after + 9 && !is_terminal_mark(tok(k).mark); ++k)
        if (is(k, Kind::kPerson) || is(k, Kind::kSpokesman) || tok(k).fold == "who" || tok(k).fold == "of")
          return false;
  }
  return true;
}

// Kaja Kallas said …. The EU’s foreign policy chief said …: who has just spoken, a person of whom the page says nothing
// else; -1 where somebody else spoke, or his office is known.
int SpeakerFinder::introduced_by_office(const Phrase& phrase, uint32_t at) {
  if (phrase.head < 0 || !has_stop(static_cast<uint32_t>(phrase.head), "one holds it") || claims_.empty()) return -1;
  const Claim& last = claims_.back();
  if (last.speaker < 0 || last.block != block_at(at) || last.sentence + 1 != sentence_behind(at)) return -1;
  if (parties_.parties[last.speaker].type != PartyType::kPerson || !is_unintroduced(last.speaker)) return -1;
  Party& p = parties_.parties[last.speaker];
  p.head = tok(static_cast<uint32_t>(phrase.head)).fold;
  if (p.affiliation < 0) p.affiliation = principal(phrase, at);
  return last.speaker;
}

// Karl Vella, a former banker, … The former banker: who was so introduced a little before; -1 where nobody was.
int SpeakerFinder::introduced_as_former(std::string_view noun, uint32_t at) const {
  constexpr uint32_t kNear = 400;  // words
  const uint32_t here = token_at(at);
  for (uint32_t i = here; i-- > 2 && i + kNear > here;) {
    if (tok(i).fold != noun || tok(i - 1).mark != 0) continue;
    uint32_t k = i - 1;
    bool former = false;
    for (; k > 0 && i - k <= 4 && tok(k).mark == 0; --k) former = former || is_former_word(tok(k).fold);
    if (!former || !is_comma_mark(tok(k).mark)) continue;
    for (const Mention& m : parties_.inside({tok(k - std::min(k, 6U)).begin, tok(k).begin}))
      if (m.span.end == tok(k).begin && parties_.parties[m.party].type == PartyType::kPerson) return m.party;
  }
  return -1;
}

// The researchers, after C4ADS: the body whose people spoke a little before; -1 where none did.
int SpeakerFinder::body_of_staff(uint32_t head, uint32_t at) const {
  if (!has_stop(head, "staff")) return -1;
  const uint32_t block = block_at(at);
  for (size_t i = claims_.size(); i-- > 0 && claims_[i].block + 3 >= block && i + 12 > claims_.size();) {
    const Claim& claim = claims_[i];
    if (claim.speaker < 0) continue;
    const Party& p = parties_.parties[claim.speaker];
    if (claim.speaker_rule == "people of a body" || (p.is_plural && p.type == PartyType::kUnnamed))
      return p.type == PartyType::kUnnamed ? -1 : claim.speaker;
  }
  return -1;
}

// The refinery’s operator, Nayara, … The company …: a name of one word that only the noun of a firm, which may be a
// person’s too, was said of.
bool SpeakerFinder::is_firm_by_noun(const Party& p) const {
  if (text_.language != "en" || p.type != PartyType::kPerson || p.gender != 0 || p.affiliation >= 0 || p.head.empty() ||
      p.name.find(' ') != std::string::npos)
    return false;
  return is_firm_noun(p.head);
}

// Was the noun spoken of before `at` with "a" or "an", a little before? A trader in Dubai … the trader: that one.
bool SpeakerFinder::has_come_in(const std::string& noun, uint32_t at) const {
  constexpr uint32_t kNear = 400;  // words
  const uint32_t here = token_at(at);
  for (uint32_t i = here; i-- > 0 && i + kNear > here;) {
    if (tok(i).fold != noun) continue;
    for (uint32_t k = i; k-- > 0 && i - k <= 4 && tok(k).mark == 0 && !is(k, Kind::kPreposition);)
      if (tok(k).fold == "a" || tok(k).fold == "an" || tok(k).fold == "another") return true;
  }
  return false;
}

// Heineken said …. The brewer said …: the firm that spoke in the sentence before, itself or by its spokesman, where no
// other was said to be one; -1 where none did.
int SpeakerFinder::firm_just_speaking(const std::string& noun, uint32_t at) const {
  if (says_no_ || claims_.empty()) return -1;
  const Claim& last = claims_.back();
  if (last.speaker < 0 || last.act == Act::kAccuse || last.block != block_at(at) ||
      last.sentence + 1 != sentence_behind(at))
    return -1;
  const Party& speaker = parties_.parties[last.speaker];
  const int firm =
      speaker.type == PartyType::kPerson || speaker.type == PartyType::kUnnamed ? speaker.affiliation : last.speaker;
  if (firm < 0 || has_come_in(noun, at)) return -1;
  const Party& p = parties_.parties[firm];
  const bool is_firm = p.type == PartyType::kCompany || p.type == PartyType::kOrganization;
  return is_firm && !p.is_medium && !p.is_document && p.state.empty() ? firm : -1;
}

// The group has never handled such oil since the embargo of the European Union, it said: what the sentence is about,
// and nobody whom it names on the way. In a lead, A clerk saw it, she told police: who is named below. -1 where neither
// is.
int SpeakerFinder::outside_the_content(std::string_view kind, uint32_t at) {
  const size_t s = sentence_behind(at);
  if (s >= sentences_.size()) return -1;
  if (kind == "it") return at > sentences_[s].span.begin + 20 ? described_at_head(sentences_[s], at, kind) : -1;
  if ((kind != "he" && kind != "she") || block_at(at) > 1) return -1;
  if (!claims_.empty() && claims_.front().sentence != s) return -1;
  for (size_t i = 0; i < parties_.mentions.size(); ++i) {
    const Mention& m = parties_.mentions[i];
    const Party& p = parties_.parties[m.party];
    if (block_at(m.span.begin) > block_at(at) + 2) break;
    if (p.type != PartyType::kPerson) continue;
    if (m.span.end <= at) return -1;  // somebody was named before
    if (p.gender == 0 || p.gender == (kind == "he" ? 1 : 2)) return m.party;
  }
  return -1;
}

// a report that the Global Risk centre published: who is named in the clause that says whose it is; -1 where none is.
int SpeakerFinder::published_by_clause(const Phrase& phrase) const {
  const auto count = static_cast<uint32_t>(text_.tokens.size());
  const uint32_t first = phrase.end + 1;
  if (text_.language != "en" || first >= count || (tok(phrase.end).fold != "that" && tok(phrase.end).fold != "which"))
    return -1;
  for (uint32_t i = first; i < count && i < first + 12 && !is_terminal_mark(tok(i).mark); ++i) {
    if (!has_stop(i, "published it")) continue;
    for (const Mention& m : parties_.inside({tok(first).begin, tok(i).begin}))
      if (is_publisher(m.party) && !parties_.parties[m.party].is_medium) return m.party;
    return -1;
  }
  return -1;
}

// The Financial Crime Unit … the unit: the body or firm named before whose name ends with the noun; -1 where none is.
int SpeakerFinder::named_with_last_word(const std::string& noun, uint32_t at) const {
  constexpr size_t kMostNames = 100;
  const size_t last = parties_.first_from(at);
  for (size_t i = last; i-- > 0 && i + kMostNames > last;) {
    const Mention& m = parties_.mentions[i];
    const Party& p = parties_.parties[m.party];
    const uint32_t end = token_at(m.span.end);
    if (m.span.end > at || end == 0 || p.type == PartyType::kPerson || p.type == PartyType::kState) continue;
    if (p.type == PartyType::kVessel || p.type == PartyType::kUnnamed || p.is_document) continue;
    if (tok(end - 1).fold == noun && tok(end - 1).begin > m.span.begin) return m.party;
  }
  return -1;
}

// One of the suspects, a Pole, was held. He …: the one of several at the head of the sentence; -1 where none is.
int SpeakerFinder::one_of_at_head(const Sentence& sentence, uint32_t at) {
  const std::vector<Unit>& units = sentence.units;
  if (text_.language != "en" || units.size() < 4 || tok(units[0].token).fold != "one" ||
      tok(units[0].token + 1).fold != "of")
    return -1;
  size_t end = 1;
  bool people = false;
  while (end < units.size() && end < 7 && units[end].mark == 0 && units[end].quote < 0) {
    const bool noun = units[end].is(Kind::kPerson) || tok(units[end].token).fold == "suspects";  // may be a verb too
    if (!noun && (units[end].is(Kind::kAuxiliary) || units[end].is(Kind::kCue))) break;
    people = people || noun;
    ++end;
  }
  if (!people) return -1;
  std::string_view rule;
  return resolve({units[0].span.begin, units[end - 1].span.end}, at, rule);
}

// The London lender, the Texan computer maker, the Geneva-based trader: an article, at most three words and the noun,
// of which only a place may be a name.
bool SpeakerFinder::is_plain_description(const Phrase& phrase) const {
  if (phrase.end < phrase.begin + 2 || phrase.end > phrase.begin + 5 || phrase.head + 1 != static_cast<int>(phrase.end))
    return false;
  for (uint32_t i = phrase.begin + 1; i < phrase.end; ++i)
    if (tok(i).mark != 0 || tok(i).fold == "'s" || tok(i).fold == "\u2019s" || is(i, Kind::kPreposition)) return false;
  return phrase.owner < 0 || parties_.parties[phrase.owner].type == PartyType::kState;
}

// A Dubai firm, Fornax; Fornax, a Turkish trader: the state by which a firm is introduced, "?" for a place of which
// the state is not known; empty where none is said.
std::string SpeakerFinder::state_beside(const Mention& m) const {
  const auto count = static_cast<uint32_t>(text_.tokens.size());
  const auto state_at = [&](uint32_t k) -> std::string {
    if (kinds_.state[k]) return kinds_.state[k]->value;
    if (is(k, Kind::kAdjective)) return adjective_state(k, k + 1);
    return is(k, Kind::kPlace) && tok(k).is_capital ? "?" : "";
  };
  const uint32_t first = token_at(m.span.begin), after = token_at(m.span.end);
  for (uint32_t k = first; k-- > 0 && first - k <= 5;) {
    if (is(k, Kind::kCue) || is(k, Kind::kAuxiliary) || is_terminal_mark(tok(k).mark)) break;
    if (is(k, Kind::kPreposition) && !is(k, Kind::kPlace)) break;
    if (const std::string state = state_at(k); !state.empty()) return state;
  }
  if (after >= count || !is_comma_mark(tok(after).mark)) return {};
  for (uint32_t k = after + 1; k < count && k < after + 7 && tok(k).mark == 0 && !is(k, Kind::kCue); ++k)
    if (const std::string state = state_at(k); !state.empty()) return state;
  return {};
}

// The Russian company: of the firms named before the last one that was introduced as that state’s; else the last one
// that was introduced as nobody’s. -1 where none was.
int SpeakerFinder::firm_of_state(const std::string& state, uint32_t at) const {
  constexpr size_t kMostNames = 80;
  const size_t last = parties_.first_from(at);
  int unplaced = -1;
  std::vector<int> placed;
  for (size_t i = last; i-- > 0 && i + kMostNames > last;) {
    const Mention& m = parties_.mentions[i];
    const Party& p = parties_.parties[m.party];
    if (m.span.end > at || p.is_medium || p.is_document) continue;
    if (p.type != PartyType::kCompany && p.type != PartyType::kOrganization) continue;
    const std::string beside = p.state.empty() ? state_beside(m) : p.state;
    if (beside == state) return m.party;
    if (!beside.empty()) placed.push_back(m.party);
    if (beside.empty() && unplaced < 0) unplaced = m.party;
  }
  return std::ranges::find(placed, unplaced) == placed.end() ? unplaced : -1;
}

// Moldova’s customs service stopped a lorry. According to the service, …: the body that the words before and at token
// `i` describe, with the state whose it is; -1 where no state stands there.
int SpeakerFinder::state_body_at(uint32_t i, const std::string& head) {
  uint32_t begin = i;
  while (begin > 0 && i - begin < 5 && tok(begin - 1).mark == 0 && tok(begin - 1).block == tok(i).block &&
         !is(begin - 1, Kind::kPreposition) && !is(begin - 1, Kind::kCue) && !is(begin - 1, Kind::kAuxiliary) &&
         !is(begin - 1, Kind::kConjunction)) {
    --begin;
    if (is(begin, Kind::kDeterminer)) break;
  }
  if (begin == i) return -1;
  const Span span{tok(begin).begin, tok(i).end};
  const Phrase phrase = analyze(span);
  if (phrase.state.empty() || phrase.head != static_cast<int>(i)) return -1;
  const int party = body_party(phrase.state, head, span, portfolio(phrase));
  parties_.insert({span, party});
  return party;
}

// Foreign of the foreign ministry, trade of the ministry of trade: which ministry it is; empty where nothing tells.
std::string SpeakerFinder::portfolio(const Phrase& phrase) const {
  if (text_.language != "en" || phrase.head < 0) return {};
  const auto head = static_cast<uint32_t>(phrase.head);
  if (tok(head).fold != "ministry") return {};
  if (head + 1 < phrase.end && tok(head + 1).fold == "of") {
    const uint32_t next = head + 2 + (head + 2 < phrase.end && tok(head + 2).fold == "the");
    return next < phrase.end && kinds_.state[next] == nullptr ? tok(next).fold.substr(0, kPortfolioStem)
                                                              : std::string();
  }
  if (head == phrase.begin) return {};
  const uint32_t before = head - 1;
  const bool tells = tok(before).mark == 0 && kinds_.state[before] == nullptr && !is(before, Kind::kDeterminer) &&
                     !is(before, Kind::kPossessive) && !is(before, Kind::kAdjective) && tok(before).fold != "'s" &&
                     tok(before).fold != "\u2019s";
  return tells ? tok(before).fold.substr(0, kPortfolioStem) : std::string();
}

// The foreign ministry, where the party is known as a ministry of trade.
bool SpeakerFinder::is_other_ministry(int party, const std::string& of) const {
  return !of.empty() && std::ranges::any_of(bodies_, [&](const Body& known) {
    return known.party == party && !known.of.empty() && known.of != of;
  });
}

// In Minsk, the foreign ministry …; Beijing rejects that. The foreign ministry …: the ministry of the state that this
// sentence names before it, or that spoke just before; else the one of that portfolio named before. -1 where none is.
int SpeakerFinder::ministry_meant(const Phrase& phrase, const std::string& of, uint32_t at) {
  const size_t s = sentence_behind(at);
  const uint32_t here = tok(phrase.begin).begin;
  int state = -1;
  if (s < sentences_.size())
    for (const Mention& m : parties_.inside({sentences_[s].span.begin, here}))
      if (parties_.parties[m.party].type == PartyType::kState) state = m.party;
  if (state < 0 && !claims_.empty() && claims_.back().speaker >= 0 && claims_.back().sentence + 1 == s &&
      parties_.parties[claims_.back().speaker].type == PartyType::kState)
    state = claims_.back().speaker;
  const std::string& noun = tok(static_cast<uint32_t>(phrase.head)).fold;
  if (state >= 0) return body_party(parties_.parties[state].state, noun, {here, tok(phrase.end - 1).end}, of);
  for (size_t i = parties_.first_from(here); i-- > 0;) {
    const Mention& m = parties_.mentions[i];
    const Party& p = parties_.parties[m.party];
    if (p.type != PartyType::kPublicBody || m.span.end > here) continue;
    bool ministry = false, same = false;
    for (uint32_t k = token_at(m.span.begin); k < token_at(m.span.end); ++k)
      ministry = ministry || tok(k).fold == noun, same = same || tok(k).fold.starts_with(of);
    if (ministry && same) return m.party;
  }
  return -1;
}

}  // namespace cordon::reading
