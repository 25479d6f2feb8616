// A person's name as its parts, and the ways in which it is written.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "world/spelling.h"

namespace cordon::world {

enum class Role : uint8_t { kGiven, kMiddle, kFather, kFamily, kSecondFamily };
enum class Prefix : uint8_t { kNone, kAl, kAbd, kAbu, kBin };

struct Part {
  Role role = Role::kGiven;
  Prefix prefix = Prefix::kNone;
  KnownPart known;
  std::optional<KnownPart> second;  // the second syllable of a Chinese or Korean given name
};

struct PersonName {
  const Culture* culture = nullptr;
  bool female = false;
  std::vector<Part> parts;  // in the order of the culture
};

// A word as written, with what it is in the name.
struct Word {
  Role role = Role::kGiven;
  std::string text;
};
using Words = std::vector<Word>;

// Parts that relatives share.
struct FamilyTies {
  Part family;
  Part father;  // its given name, of which a patronymic is made
};
FamilyTies draw_ties(const Culture& culture, Random& random);

PersonName draw_person(const Culture& culture, bool female, const FamilyTies* ties, Random& random);
// The part as another member of the same culture may bear it: another surname, as after a marriage.
Part draw_family(const Culture& culture, bool female, Random& random);
Part draw_given(const Culture& culture, bool female, Role role, Random& random);

// Lower case.
Words in_latin(const PersonName& name, const Style& style);
// Lower case; empty where the culture has no script of its own.
Words in_original(const PersonName& name);
std::string joined(const Words& words, std::string_view between = " ");

}  // namespace cordon::world
