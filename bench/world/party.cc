#include "world/party.h"

#include <algorithm>
#include <array>
#include <set>

#include "world/identifiers.h"
#include "world/letters.h"

namespace cordon::world {
namespace {

constexpr uint64_t kBlock = 8;       // parties of a block may be one family or one group of companies
constexpr uint32_t kFamilies = 220;  // per mille of the blocks
constexpr uint32_t kGroups = 130;    // per mille of the blocks
constexpr std::array<uint32_t, 6> kKinds = {580, 835, 920, 980, 994, 1000};  // shares of PartyKind, rising

// What a block of parties shares.
struct Block {
  bool family = false;
  bool group = false;
  uint64_t members = 0;
  const Culture* culture = nullptr;
  FamilyTies ties;
  Group companies;
  std::string country, address;
};

std::string draw_address(const Culture& culture, const std::string& country, Random& random) {
  constexpr std::array<std::string_view, 8> kStreets = {"street", "avenue",   "road",     "square",
                                                        "lane",   "district", "building", "block"};
  const Style style;
  const auto it = tables().places.find(culture.name);
  std::string out = std::to_string(random.between(1, 260)) + " " +
                    capitalised(latin(culture.family.draw(random), culture, style)) + " " +
                    capitalised(random.pick(kStreets));
  if (it != tables().places.end()) out += ", " + capitalised(random.pick(it->second).latin.front());
  return out + ", " + all_upper(country);
}

Block make_block(uint64_t seed, uint64_t number) {
  Random random(seed, "block", number);
  Block block;
  const uint32_t what = random.below(1000);
  block.family = what < kFamilies;
  block.group = !block.family && what < kFamilies + kGroups;
  if (!block.family && !block.group) return block;
  block.members = random.between(2, 6);
  block.culture = &tables().cultures[tables().of_parties.pick(random)];
  block.country = block.culture->countries.pick(random);
  block.address = draw_address(*block.culture, block.country, random);
  if (block.family)
    block.ties = draw_ties(*block.culture, random);
  else
    block.companies = draw_group(*block.culture, random);
  return block;
}

// How many names beside the first: mean about three, a long tail, longer of organisations.
uint32_t draw_aliases(bool person, Random& random) {
  constexpr std::array<uint32_t, 7> kPersons = {280, 480, 660, 760, 880, 960, 996};
  constexpr std::array<uint32_t, 7> kOthers = {330, 510, 615, 690, 810, 900, 965};
  const auto& shares = person ? kPersons : kOthers;
  const uint32_t x = random.below(1000);
  for (uint32_t n = 0; n < 4; ++n)
    if (x < shares[n]) return n;
  if (x < shares[4]) return random.between(4, 5);
  if (x < shares[5]) return random.between(6, 9);
  if (x < shares[6]) return random.between(10, 18);
  return random.between(19, 45);
}

class NameWriter {
 public:
  NameWriter(Party& party, Random& random) : party_(party), random_(random) {}

  void add(ListedAs as, std::string text) {
    if (text.size() > 1 && seen_.insert(folded(text)).second) party_.names.push_back({as, std::move(text)});
  }

  void write(uint32_t aliases) {
    first();
    if (party_.names.empty()) return;  // a wallet is known by its number alone
    if (party_.kind == PartyKind::kPerson && random_.chance(party_.culture->original_share)) add_original();
    for (uint32_t tries = 0; party_.names.size() < aliases + 1 && tries < aliases * 3; ++tries) {
      if (party_.kind == PartyKind::kPerson)
        person_alias();
      else if (party_.kind == PartyKind::kVessel || party_.kind == PartyKind::kAirplane)
        vessel_alias();
      else
        organisation_alias();
    }
  }

 private:
  void first() {
    switch (party_.kind) {
      case PartyKind::kPerson:
        add(ListedAs::kName, person_text(party_.person, party_.style));
        break;
      case PartyKind::kVessel:
      case PartyKind::kAirplane:
        add(ListedAs::kName, vessel_text(party_.vessel));
        break;
      default:
        if (party_.kind != PartyKind::kCryptoWallet) add(ListedAs::kName, organisation_text({}, party_.style));
    }
  }

  static std::string vessel_text(const VesselName& name) {
    std::string out;
    for (const std::string& word : name.words) out += (out.empty() ? "" : " ") + word;
    return all_upper(out);
  }

  std::string organisation_text(const OrganisationForm& form, const Style& style) {
    std::string out;
    const bool upper = style.key % 4 == 0;
    for (const std::string& word : words_of(party_.organisation, form, style))
      out += (out.empty() ? "" : " ") + (upper ? all_upper(word) : capitalised(word));
    return out;
  }

  // In its own script; some in another order too, as the lists of several authorities have them.
  void add_original() {
    Words words = in_original(party_.person);
    if (words.empty()) return;
    add(ListedAs::kAlias, capitalised(joined(words)));
    if (party_.culture->build != "slavic" || words.size() < 2 || !random_.chance(600)) return;
    std::rotate(words.begin(), words.end() - 1, words.end());
    if (words.size() > 2 && random_.chance(400)) words.pop_back();
    add(ListedAs::kAlias, capitalised(joined(words)));
  }

  void person_alias() {
    const uint32_t how = random_.below(100);
    const Style style = draw_style(random_, 330);
    PersonName name = party_.person;
    if (how < 52) {
      add(ListedAs::kAlias, person_text(name, style));
    } else if (how < 72) {
      if (name.parts.size() > 2)
        name.parts.erase(name.parts.begin() + 1 + random_.below(static_cast<uint32_t>(name.parts.size()) - 2));
      add(ListedAs::kAlias, person_text(name, style));
    } else if (how < 80) {
      Words words = in_latin(name, style);
      std::rotate(words.begin(), words.end() - 1, words.end());
      add(ListedAs::kAlias, capitalised(joined(words)));
    } else if (how < 87) {
      add(ListedAs::kWeakAlias, weak_alias(style));
    } else if (how < 95) {
      for (Part& part : name.parts)
        if (part.role == Role::kFamily) part = draw_family(*name.culture, name.female, random_);
      add(name.female ? ListedAs::kPreviousName : ListedAs::kAlias, person_text(name, style));
    } else {
      const PersonName other = draw_person(*name.culture, name.female, nullptr, random_);
      add(ListedAs::kAlias, person_text(other, style));
    }
  }

  std::string weak_alias(const Style& style) {
    const Culture& c = *party_.culture;
    Part given = draw_given(c, false, Role::kGiven, random_);
    if (c.build == "arabic" || c.build == "pashto") given.prefix = random_.chance(700) ? Prefix::kAbu : given.prefix;
    PersonName name;
    name.culture = &c;
    name.parts.push_back(std::move(given));
    if (random_.chance(550)) name.parts.push_back(draw_family(c, false, random_));
    return capitalised(joined(in_latin(name, style)));
  }

  void vessel_alias() {
    const VesselName other = draw_vessel(*party_.culture, random_);
    add(random_.chance(700) ? ListedAs::kPreviousName : ListedAs::kAlias, vessel_text(other));
  }

  void organisation_alias() {
    const uint32_t how = random_.below(100);
    const Style style = draw_style(random_, 300);
    OrganisationForm form;
    form.legal_spelling = random_.below(3);
    if (how < 28) {
      form.legal = random_.chance(400);
      add(ListedAs::kAlias, organisation_text(form, style));
    } else if (how < 62) {
      form.language = how < 48 ? own_language(party_.organisation) : static_cast<Language>(random_.below(5));
      form.own_script = form.language >= Language::kArabic || (form.language == Language::kRussian && how < 44);
      if (form.own_script && form.language != own_language(party_.organisation)) return;
      if (!form.own_script) party_.languages.push_back(form.language);
      add(ListedAs::kAlias, organisation_text(form, style));
    } else if (how < 72) {
      form.legal_translated = true;
      add(ListedAs::kAlias, organisation_text(form, style));
    } else if (how < 86) {
      if (std::string acronym = acronym_of(party_.organisation, style); acronym.size() > 2)
        add(ListedAs::kWeakAlias, std::move(acronym));
    } else {
      OrganisationName other = party_.organisation;
      if (!rename(other, random_)) return;
      std::swap(other, party_.organisation);
      add(random_.chance(500) ? ListedAs::kPreviousName : ListedAs::kAlias, organisation_text(form, style));
      std::swap(other, party_.organisation);
    }
  }

  Party& party_;
  Random& random_;
  std::set<std::string> seen_;
};

// The parts of a person's first name, as half of the lists tell them apart.
void draw_name_parts(Party& party, Random& random) {
  if (party.kind != PartyKind::kPerson || !random.chance(500)) return;
  const auto say = [&](std::string_view property, std::initializer_list<Role> roles) {
    Words words;
    for (Word& word : in_latin(party.person, party.style))
      if (std::ranges::find(roles, word.role) != roles.end()) words.push_back(std::move(word));
    if (!words.empty()) party.statements.push_back({std::string(property), capitalised(joined(words))});
  };
  say("firstName", {Role::kGiven});
  say(party.culture->build == "slavic" ? "fatherName" : "middleName", {Role::kMiddle, Role::kFather});
  say("lastName", {Role::kFamily, Role::kSecondFamily});
}

void draw_attributes(const Block* block, Party& party, Random& random) {
  draw_name_parts(party, random);
  const auto say = [&](std::string_view property, std::string value) {
    party.statements.push_back({std::string(property), std::move(value)});
  };
  const bool person = party.kind == PartyKind::kPerson;
  if (person && random.chance(860)) {
    party.birth = draw_birth(random);
    if (random.chance(220)) party.birth.resize(4);
  } else if (!person && random.chance(250)) {
    party.birth = std::to_string(random.between(1960, 2022));
  }
  if (random.chance(850))
    say(person ? "nationality" : party.kind == PartyKind::kVessel ? "flag" : "country", party.country);
  if (person && random.chance(60)) say("country", party.culture->countries.pick(random));
  if (person && random.chance(550)) say("gender", party.person.female ? "female" : "male");
  if (block != nullptr && random.chance(800))
    say("address", block->address);
  else if (random.chance(350) && party.kind != PartyKind::kVessel)
    say("address", draw_address(*party.culture, party.country, random));
  draw_identifiers(party, random);
  constexpr std::array<std::string_view, 10> kProgrammes = {"WORLD-EAST",  "WORLD-WEST",  "WORLD-TERROR", "WORLD-ARMS",
                                                            "WORLD-DRUGS", "WORLD-CYBER", "WORLD-RIGHTS", "WORLD-SEA",
                                                            "WORLD-CRIME", "WORLD-OIL"};
  say("programId", std::string(random.pick(kProgrammes)));
  say("topics", random.chance(900) ? "sanction" : "debarment");
}

}  // namespace

std::string id_of(uint64_t party) {
  std::string digits = std::to_string(party + 1);
  while (digits.size() < 7) digits.insert(digits.begin(), '0');
  return "mw-" + digits;
}

std::string_view schema_of(PartyKind kind) {
  constexpr std::array<std::string_view, 6> kSchemata = {"Person", "Company",  "Organization",
                                                         "Vessel", "Airplane", "CryptoWallet"};
  return kSchemata[static_cast<size_t>(kind)];
}

std::string draw_birth(Random& random) {
  const uint32_t year = (random.between(1935, 1998) + random.between(1935, 1998)) / 2;
  const uint32_t month = random.between(1, 12);
  const uint32_t day = random.chance(60) ? 1 : random.between(1, 28);
  const auto two = [](uint32_t n) { return (n < 10 ? "0" : "") + std::to_string(n); };
  return std::to_string(year) + "-" + two(month) + "-" + two(day);
}

std::string person_text(const PersonName& name, const Style& style) {
  Words words = in_latin(name, style);
  const uint32_t how = static_cast<uint32_t>(style.key >> 8) % 10;
  if (how < 3) {  // as the EU writes: the family name in capitals
    std::string out;
    for (const Word& word : words) {
      const bool family = word.role == Role::kFamily || word.role == Role::kSecondFamily;
      out += (out.empty() ? "" : " ") + (family ? all_upper(word.text) : capitalised(word.text));
    }
    return out;
  }
  if (how < 5 && name.culture->build != "han" && words.back().role != Role::kFather) {  // as OFAC writes
    Words family, given;
    for (Word& word : words)
      (word.role == Role::kFamily || word.role == Role::kSecondFamily ? family : given).push_back(std::move(word));
    return all_upper(joined(family)) + ", " + capitalised(joined(given));
  }
  return capitalised(joined(words));
}

Party make_party(uint64_t seed, uint64_t index) {
  const Block block = make_block(seed, index / kBlock);
  const bool member = index % kBlock < block.members;
  Random random(seed, "party", index);
  Party party;
  party.index = index;
  party.kind = static_cast<PartyKind>(random.weighted(kKinds));
  if (member) party.kind = block.family ? PartyKind::kPerson : PartyKind::kCompany;
  party.culture = member ? block.culture : &tables().cultures[tables().of_parties.pick(random)];
  party.country = member ? block.country : party.culture->countries.pick(random);
  party.style = draw_style(random, 40);
  switch (party.kind) {
    case PartyKind::kPerson:
      party.person = draw_person(*party.culture, random.chance(110), member ? &block.ties : nullptr, random);
      break;
    case PartyKind::kOrganization:
      party.organisation = draw_organisation(*party.culture, random);
      break;
    case PartyKind::kVessel:
    case PartyKind::kAirplane:
      party.vessel = draw_vessel(*party.culture, random);
      break;
    default:
      party.organisation = draw_company(*party.culture, member ? &block.companies : nullptr, random);
  }
  NameWriter(party, random).write(draw_aliases(party.kind == PartyKind::kPerson, random));
  draw_attributes(member ? &block : nullptr, party, random);
  return party;
}

}  // namespace cordon::world
