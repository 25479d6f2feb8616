// States and the organs that speak for them: every mention, and whether it is only where something is.
#include <algorithm>

#include "reading/party_finder.h"

namespace cordon::reading {

void PartyFinder::add_states() {
  std::unordered_map<std::string, int> states, organs;
  std::unordered_set<int> named;  // states that their own name has been seen of, not only their capital
  for (uint32_t i = 0; i < count(); ++i) {
    if (!names_state(i)) continue;
    const Lexeme* lexeme = kinds_.state[i];
    uint32_t end = i + 1;
    while (end < count() && kinds_.state[end] == lexeme && end < i + 6) ++end;
    const bool organ = lexeme->kind == Kind::kOrganWord;
    const auto [at, is_new] = organ ? organs.try_emplace(lexeme->value + std::to_string(lexeme->row), 0)
                                    : states.try_emplace(lexeme->value, 0);
    const Span span = span_of(i, end);
    if (is_new) {
      Party party;
      party.name = text_.view(span);
      party.type = organ                   ? PartyType::kPublicBody
                   : lexeme->value == "eu" ? PartyType::kOrganization
                                           : PartyType::kState;
      party.state = lexeme->value;
      at->second = out_.add(std::move(party));
    }
    Party& party = out_.parties[at->second];
    if (lexeme->kind == Kind::kState && party.type == PartyType::kState && named.insert(at->second).second)
      party.name = text_.view(span);
    mention(at->second, span);
    out_.mentions.back().is_place =
        lexeme->kind == Kind::kCapital ? is_place(i, end) : lexeme->kind == Kind::kState && is_flag(end);
    i = end - 1;
  }
}

// Does the name of a state, of its capital or of an organ begin at token `i`?
bool PartyFinder::names_state(uint32_t i) const {
  const Lexeme* lexeme = kinds_.state[i];
  if (!lexeme || taken_[i] || (i > 0 && kinds_.state[i - 1] == lexeme && !tok(i).joined)) return false;
  if (has_case_ && !tok(i).is_capital && !(i + 1 < count() && kinds_.state[i + 1] == lexeme)) return false;
  if (tok(i).fold == "us" && !tok(i).is_all_capitals) return false;
  if (!is(i, Kind::kAdjective)) return true;
  if (!is(i, Kind::kState)) return false;
  // US media: an adjective; warned by US: the state
  const bool noun_follows = i + 1 < count() && tok(i + 1).mark == 0 && tok(i + 1).fold != "'s" &&
                            tok(i + 1).fold != "\u2019s" && !(kinds_.kinds[i + 1] & kFunctionWords) &&
                            tok(i + 1).block == tok(i).block;
  return !noun_follows;
}

// 巴拿马旗: what a ship flies is no party.
bool PartyFinder::is_flag(uint32_t end) const {
  return text_.language == "zh" && end < count() && (tok(end).fold == "旗" || tok(end).fold == "籍");
}

// In Riga, через Астану, Minsk'te, 在北京: where something is, comes from or goes to.
bool PartyFinder::is_place(uint32_t begin, uint32_t end) const {
  const uint32_t block_begin = text_.heads[tok(begin).block], block_end = text_.heads[tok(begin).block + 1];
  if (text_.language == "tr") {
    static const std::unordered_set<std::string_view> endings = {
        "da", "de", "ta", "te", "dan", "den", "tan", "ten", "daki", "deki", "taki", "teki", "a", "e", "ya", "ye"};
    return end < block_end && tok(end).joined && endings.contains(tok(end).fold);
  }
  if (text_.language == "zh") {
    static const std::unordered_set<std::string_view> before = {"在", "从", "往", "至", "赴", "经", "抵"};
    return begin > block_begin && before.contains(tok(begin - 1).fold);
  }
  uint32_t before = begin;
  while (before > block_begin && is(before - 1, Kind::kDeterminer)) --before;
  return before > block_begin && (is(before - 1, Kind::kPlace) || has_stop(before - 1, "direction"));
}

}  // namespace cordon::reading
