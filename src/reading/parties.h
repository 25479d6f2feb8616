// The parties of a page by name: persons, companies, bodies, states, media, and the listed ones that were found by
// others.
#pragma once

#include <deque>
#include <span>
#include <string>
#include <vector>

#include "reading/mentions.h"
#include "reading/sentences.h"

namespace cordon::reading {

enum class PartyType : uint8_t { kPerson, kOrganization, kCompany, kPublicBody, kState, kVessel, kUnnamed };

std::string_view party_type_name(PartyType type);

struct Party {
  std::string name;  // as the page names it most fully
  PartyType type = PartyType::kOrganization;
  std::vector<std::string> entity_ids;
  std::string head;      // the noun that describes it, folded: official, company
  std::string state;     // code of the state it belongs to or is
  int affiliation = -1;  // the party whose voice it is: a spokesman's principal, a director's company
  int group = -1;        // one of two officials: the two
  int boss = -1;         // the party whose origin it shares without being its voice
  bool is_document = false;
  bool is_authored = false;  // a report of a named body, which counts as named itself
  bool is_medium = false;
  bool is_plural = false;
  bool is_counted = false;      // two officials
  bool is_state_voice = false;  // a president, an adviser or envoy of a state
  bool is_generic = false;      // US media, numerous news sites
  int gender = 0;               // 1 he, 2 she
  uint32_t first = 0;           // first byte of its first mention
};

struct Mention {
  Span span;
  int party = -1;
  bool is_place = false;  // a capital as where something is, comes from or goes to
};

// All parties and mentions; speakers.h adds the unnamed.
struct Parties {
  std::deque<Party> parties;      // a deque: references to parties stay while others are added
  std::vector<Mention> mentions;  // ascending by begin, longer first

  int add(Party party) {
    parties.push_back(std::move(party));
    return static_cast<int>(parties.size()) - 1;
  }
  // Returns the mentions inside `span`, in text order.
  std::vector<Mention> inside(Span span) const;
  void sort();
  // Adds a mention at its place.
  void insert(Mention mention);
  // Returns the number of the first mention that does not begin before `byte`.
  size_t first_from(uint32_t byte) const;
};

// What the lexicon says of each token: kinds of the longest phrase over it, states' codes.
struct TokenKinds {
  std::vector<uint64_t> kinds;
  std::vector<const Lexeme*> state;

  bool is(uint32_t token, Kind kind) const { return kinds[token] >> static_cast<int>(kind) & 1; }
};

TokenKinds token_kinds(const Text& text, const Lexicon& lexicon);

Parties find_parties(const Text& text, const TokenKinds& kinds, const std::vector<Quote>& quotes,
                     const std::vector<Sentence>& sentences, std::span<const ListedMention> listed);

// Are two folded words forms of one: equal, or a common start of four bytes and six tenths of the longer?
bool are_alike(std::string_view a, std::string_view b);

}  // namespace cordon::reading
