#include "world/person.h"

#include <array>

#include "world/letters.h"

namespace cordon::world {
namespace {

bool ends(std::string_view text, std::string_view end) { return text.ends_with(end); }
std::string without(std::string_view text, std::string_view end) {
  return std::string(text.substr(0, text.size() - end.size()));
}

struct Ending {
  std::string_view end, man, woman;
};
constexpr std::array kRussianPatronymics = {
    Ending{"павел", "павлович", "павловна"},
    Ending{"михаил", "михайлович", "михайловна"},
    Ending{"петр", "петрович", "петровна"},
    Ending{"лев", "львович", "львовна"},
    Ending{"трий", "триевич", "триевна"},
    Ending{"ий", "ьевич", "ьевна"},
    Ending{"ай", "аевич", "аевна"},
    Ending{"ей", "еевич", "еевна"},
    Ending{"й", "евич", "евна"},
    Ending{"ь", "евич", "евна"},
    Ending{"а", "ич", "ична"},
    Ending{"я", "ич", "инична"},
    Ending{"и", "иевич", "иевна"},
    Ending{"о", "ович", "овна"},
    Ending{"", "ович", "овна"},
};
constexpr std::array kUkrainianPatronymics = {
    Ending{"микола", "миколайович", "миколаївна"},
    Ending{"ілля", "ілліч", "іллівна"},
    Ending{"григорій", "григорович", "григорівна"},
    Ending{"яків", "якович", "яківна"},
    Ending{"й", "йович", "ївна"},
    Ending{"о", "ович", "івна"},
    Ending{"а", "ович", "івна"},
    Ending{"ь", "ьович", "івна"},
    Ending{"", "ович", "івна"},
};
constexpr std::array kFemaleSurnames = {
    Ending{"ський", "", "ська"}, Ending{"цький", "", "цька"}, Ending{"ский", "", "ская"},
    Ending{"цкий", "", "цкая"},  Ending{"ый", "", "ая"},      Ending{"ов", "", "ова"},
    Ending{"ев", "", "ева"},     Ending{"ин", "", "ина"},     Ending{"ын", "", "ына"},
};

std::string patronymic(std::string_view father, bool female, const Culture& culture) {
  const auto by = [&](const auto& endings) {
    for (const Ending& e : endings)
      if (ends(father, e.end)) return without(father, e.end) + std::string(female ? e.woman : e.man);
    return std::string(father);
  };
  return culture.name == "ukrainian" ? by(kUkrainianPatronymics) : by(kRussianPatronymics);
}

Part plain(Role role, KnownPart known) {
  Part part;
  part.role = role;
  part.known = std::move(known);
  return part;
}

void make_female(Part& family) {
  for (const Ending& e : kFemaleSurnames)
    if (family.known.latin.empty() && ends(family.known.original, e.end)) {
      family.known.original = without(family.known.original, e.end) + std::string(e.woman);
      return;
    }
}

// The forms of "al-", "abd al-", "abu" and "bin", each before its part.
std::string with_prefix(Prefix prefix, const std::string& word, Random& random) {
  constexpr std::array<std::string_view, 10> kAl = {"al-", "al-", "al-", "al-", "al-",
                                                    "al ", "al ", "al",  "el-", "el "};
  constexpr std::array<std::string_view, 7> kAbd = {"abd al-", "abdul ", "abdul",  "abdel ",
                                                    "abdel",   "abdul-", "abd el-"};
  constexpr std::array<std::string_view, 4> kAbu = {"abu ", "abu ", "abou ", "abu-"};
  constexpr std::array<std::string_view, 4> kBin = {"bin ", "bin ", "ben ", "ibn "};
  switch (prefix) {
    case Prefix::kAl:
      return std::string(random.pick(kAl)) + word;
    case Prefix::kAbd:
      return std::string(random.pick(kAbd)) + word;
    case Prefix::kAbu:
      return std::string(random.pick(kAbu)) + word;
    case Prefix::kBin:
      return std::string(random.pick(kBin)) + word;
    case Prefix::kNone:
      break;
  }
  return word;
}

std::string original_prefix(Prefix prefix) {
  switch (prefix) {
    case Prefix::kAl:
      return "ال";
    case Prefix::kAbd:
      return "عبد ال";
    case Prefix::kAbu:
      return "أبو ";
    case Prefix::kBin:
      return "بن ";
    case Prefix::kNone:
      break;
  }
  return {};
}

std::string syllables(const Part& part, const Culture& culture, const Style& style) {
  const std::string first = latin(part.known, culture, style);
  if (!part.second) return first;
  constexpr std::array<std::string_view, 6> kJoined = {"", "", "", " ", "-", "-"};
  constexpr std::array<std::string_view, 4> kApart = {" ", " ", "-", ""};
  const auto how = static_cast<uint32_t>(style.key >> 40);
  const bool pinyin = culture.name == "chinese" && style.scheme < 3;
  const std::string_view between = pinyin ? kJoined[how % 6] : kApart[how % 4];
  return first + std::string(between) + latin(*part.second, culture, style);
}

using Parts = std::vector<Part>;

void draw_slavic(PersonName& name, const FamilyTies& ties, Random& random) {
  name.parts.push_back(draw_given(*name.culture, name.female, Role::kGiven, random));
  if (random.chance(name.culture->middle_share)) {
    Part middle = plain(Role::kMiddle, {});
    middle.known.original = patronymic(ties.father.known.original, name.female, *name.culture);
    name.parts.push_back(std::move(middle));
  }
}

void draw_arabic(PersonName& name, const FamilyTies& ties, Random& random) {
  const Culture& c = *name.culture;
  name.parts.push_back(draw_given(c, name.female, Role::kGiven, random));
  if (random.chance(c.middle_share)) {
    Part father = ties.father;
    father.role = Role::kFather;
    if (father.prefix == Prefix::kNone && random.chance(150)) father.prefix = Prefix::kBin;
    name.parts.push_back(std::move(father));
    for (uint32_t more = 450; random.chance(more); more -= 150)
      name.parts.push_back(draw_given(c, false, Role::kFather, random));
  }
}

void draw_others(PersonName& name, const FamilyTies& ties, Random& random) {
  const Culture& c = *name.culture;
  name.parts.push_back(draw_given(c, name.female, Role::kGiven, random));
  if (random.chance(c.middle_share)) name.parts.push_back(draw_given(c, name.female, Role::kMiddle, random));
  if (c.build == "burmese" && random.chance(500))
    name.parts.push_back(draw_given(c, name.female, Role::kMiddle, random));
  if (c.build == "malay" && random.chance(200)) {
    Part father = ties.father;
    father.role = Role::kFather;
    father.prefix = Prefix::kBin;
    name.parts.push_back(std::move(father));
  }
}

void draw_han(PersonName& name, Random& random) {
  const Culture& c = *name.culture;
  Part given = plain(Role::kGiven, c.given_m.draw(random));
  if (random.chance(c.middle_share)) given.second = c.given_m.draw(random);
  name.parts.push_back(std::move(given));
}

Words words_of(const PersonName& name, const auto& write) {
  Words out;
  for (const Part& part : name.parts) out.push_back({part.role, write(part)});
  return out;
}

}  // namespace

Part draw_given(const Culture& culture, bool female, Role role, Random& random) {
  const bool has_female = !culture.given_f.known.empty();
  Part part = plain(role, (female && has_female ? culture.given_f : culture.given_m).draw(random));
  const bool islamic = culture.build == "arabic" || culture.build == "pashto";
  if (islamic && random.chance(culture.build == "arabic" ? 90 : 50)) part.prefix = Prefix::kAbd;
  return part;
}

Part draw_family(const Culture& culture, bool female, Random& random) {
  Part part = plain(Role::kFamily, culture.family.draw(random));
  if (culture.build == "arabic" && random.chance(600)) part.prefix = Prefix::kAl;
  if (female) make_female(part);
  return part;
}

FamilyTies draw_ties(const Culture& culture, Random& random) {
  FamilyTies ties;
  ties.family = draw_family(culture, false, random);
  ties.father = draw_given(culture, false, Role::kFather, random);
  return ties;
}

PersonName draw_person(const Culture& culture, bool female, const FamilyTies* ties, Random& random) {
  PersonName name;
  name.culture = &culture;
  name.female = female;
  const FamilyTies own = draw_ties(culture, random);
  const FamilyTies& used = ties == nullptr ? own : *ties;
  if (culture.build == "slavic") {
    draw_slavic(name, used, random);
  } else if (culture.build == "arabic") {
    draw_arabic(name, used, random);
  } else if (culture.build == "han") {
    draw_han(name, random);
  } else {
    draw_others(name, used, random);
  }
  Part family = used.family;
  if (female) make_female(family);
  const bool needed = name.parts.size() < 2 || culture.build != "arabic";
  if (culture.build == "han") {
    name.parts.insert(name.parts.begin(), std::move(family));
  } else if (needed || ties != nullptr || random.chance(750)) {
    name.parts.push_back(std::move(family));
  }
  if (culture.build == "spanish" && random.chance(800)) {
    Part second = draw_family(culture, false, random);
    second.role = Role::kSecondFamily;
    name.parts.push_back(std::move(second));
  }
  return name;
}

Words in_latin(const PersonName& name, const Style& style) {
  Random random(style.key ^ 0x5EED);
  const uint64_t key = random.next();
  return words_of(name, [&](const Part& part) {
    Random prefixes(key);  // the same form throughout a name
    return with_prefix(part.prefix, syllables(part, *name.culture, style), prefixes);
  });
}

Words in_original(const PersonName& name) {
  Words out = words_of(name, [&](const Part& part) {
    const std::string first = original(part.known, *name.culture);
    if (first.empty()) return first;
    return original_prefix(part.prefix) + first + (part.second ? original(*part.second, *name.culture) : "");
  });
  for (const Word& word : out)
    if (word.text.empty()) return {};
  if (name.culture->build == "han") return {{Role::kFamily, joined(out, "")}};
  return out;
}

std::string joined(const Words& words, std::string_view between) {
  std::string out;
  for (const Word& word : words) {
    if (word.text.empty()) continue;
    if (!out.empty()) out += between;
    out += word.text;
  }
  return out;
}

}  // namespace cordon::world
