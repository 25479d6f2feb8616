// A part under construction, and the steps that make one: cutting tokens into pieces, then giving each its role.
#pragma once

#include <string>
#include <vector>

#include "names/analyze.h"
#include "names/romanize.h"
#include "names/tables.h"
#include "names/tokenize.h"

namespace cordon::names {

struct Piece {
  Part part;
  WordInfo info;
  const Token* token = nullptr;  // the token it was made of (the first of several)
  Glue glue = Glue::kSpace;      // to the next piece
  bool decided = false;          // the kind is final

  bool is_word() const { return !decided && part.kind == PartKind::kWord; }
};

void decide(Piece& piece, PartKind kind);
void decide(Piece& piece, PartKind kind, std::string_view form);  // with one form

// Cuts `tokens` into pieces; legal forms (organisations only) become decided pieces. `type` is never kAny.
struct NameSource {
  const Tokens& tokens;
  NameType type;
  bool may_be_person;  // the type was kAny: dotted letters are initials unless they end the name
};
std::vector<Piece> cut_pieces(const NameSource& source);

// Turns "FAMILY, Given" round and marks family and given names, titles, particles, initials, patronymics and suffixes.
void assign_person_roles(std::vector<Piece>& pieces, const NameHints& hints);
// Marks generic words, particles, numbers, and prefixes of vessels.
void assign_organization_roles(std::vector<Piece>& pieces, NameType type);
// Articles ("al") and numbers mean the same in every kind of name.
void assign_common_roles(std::vector<Piece>& pieces);

}  // namespace cordon::names
