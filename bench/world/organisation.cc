#include "world/organisation.h"

#include <array>

#include "world/letters.h"

namespace cordon::world {
namespace {

std::string made_up_brand(Random& random) {
  const Tables& t = tables();
  std::string out = random.pick(t.brand_first);
  if (random.chance(350)) out += random.pick(t.brand_middle);
  return out + random.pick(t.brand_last);
}

KnownPart latin_part(std::string text) {
  KnownPart part;
  part.spellings.add(text, 1);
  part.latin = std::move(text);
  return part;
}

const LegalForm* draw_legal(const std::string& country, Random& random) {
  const auto& forms = tables().legal_forms;
  const auto own = forms.find(country);
  const auto& any = forms.at("*");
  return own != forms.end() && random.chance(650) ? &own->second.pick(random) : &any.pick(random);
}

const Place* draw_place(const Culture& culture, Random& random) {
  const auto it = tables().places.find(culture.name);
  return it == tables().places.end() ? nullptr : &random.pick(it->second);
}

std::string own_kind(const OrganisationName& name) {
  const std::string& c = name.culture->name;
  const Kind& k = *name.kind;
  const std::string& own = c == "spanish" ? k.spanish : c == "african" || c == "arabic" ? k.french : k.english;
  return folded(own.empty() ? k.english : own);
}

void append(std::string_view text, std::vector<std::string>& words) {
  for (const std::string_view word : split(text, ' '))
    if (!word.empty()) words.emplace_back(word);
}

}  // namespace

std::vector<KnownPart> draw_brand(const Culture& culture, Random& random) {
  std::vector<KnownPart> out;
  const uint32_t words = random.chance(250) ? 2 : 1;
  for (uint32_t i = 0; i < words; ++i) {
    const uint32_t how = random.below(100);
    if (how < 40)
      out.push_back(culture.family.draw(random));
    else if (how < 55)
      out.push_back(culture.given_m.draw(random));
    else if (how < 75)
      out.push_back(latin_part(made_up_brand(random)));
    else if (how < 92)
      out.push_back(latin_part(tables().words.pick(random)));
    else
      out.push_back(latin_part(tables().ship_words.pick(random)));
  }
  return out;
}

Group draw_group(const Culture& culture, Random& random) {
  Group group;
  group.brand = draw_brand(culture, random);
  group.country = culture.countries.pick(random);
  return group;
}

OrganisationName draw_company(const Culture& culture, const Group* group, Random& random) {
  OrganisationName name;
  name.culture = &culture;
  name.country = group == nullptr ? culture.countries.pick(random) : group->country;
  name.brand = group == nullptr ? draw_brand(culture, random) : group->brand;
  if (random.chance(120)) name.place = draw_place(culture, random);
  if (random.chance(780)) name.kind = &tables().kinds.pick(random);
  if (name.kind == nullptr || random.chance(200)) name.plain.push_back(tables().words.pick(random));
  if (random.chance(620)) name.legal = draw_legal(name.country, random);
  if (random.chance(group == nullptr ? 30 : 180)) name.number = random.between(1, random.chance(700) ? 12 : 400);
  return name;
}

OrganisationName draw_organisation(const Culture& culture, Random& random) {
  constexpr std::array<std::string_view, 18> kLeads = {"ministry of",
                                                       "committee for",
                                                       "foundation for",
                                                       "institute of",
                                                       "research institute of",
                                                       "state enterprise",
                                                       "federal agency for",
                                                       "university of",
                                                       "charity for",
                                                       "bureau of",
                                                       "center for",
                                                       "association of",
                                                       "union of",
                                                       "brigade of",
                                                       "movement of",
                                                       "islamic society of",
                                                       "general organization for",
                                                       "design bureau"};
  OrganisationName name;
  name.culture = &culture;
  name.country = culture.countries.pick(random);
  name.lead = random.pick(kLeads);
  name.brand = draw_brand(culture, random);
  name.plain.push_back(tables().words.pick(random));
  if (random.chance(500)) name.plain.push_back(tables().words.pick(random));
  if (random.chance(350)) name.place = draw_place(culture, random);
  if (random.chance(150)) name.number = random.between(1, 60);
  return name;
}

std::vector<std::string> words_of(const OrganisationName& name, const OrganisationForm& form, const Style& style) {
  std::vector<std::string> out;
  append(name.lead, out);
  if (name.place != nullptr) {
    Random random(style.key ^ hash("place"));
    append(style.key == 0 ? name.place->latin.front() : random.pick(name.place->latin), out);
  }
  for (const KnownPart& part : name.brand) append(latin(part, *name.culture, style), out);
  for (const std::string& word : name.plain) out.push_back(word);
  if (name.kind != nullptr) append(form.kind_in_own_language ? own_kind(name) : folded(name.kind->english), out);
  if (form.ampersand)
    for (std::string& word : out)
      if (word == "and" || word == "y") word = "&";
  if (name.number > 0) {
    constexpr std::array<std::string_view, 4> kNumber = {"no. ", "no ", "", "number "};
    append(std::string(kNumber[(style.key >> 20) % 4]) + std::to_string(name.number), out);
  }
  if (form.legal && name.legal != nullptr) {
    const LegalForm& legal = *name.legal;
    if (form.legal_translated && !legal.translations.empty())
      out.push_back(legal.translations[(style.key >> 24) % legal.translations.size()]);
    else
      out.push_back(legal.spellings[form.legal_spelling % legal.spellings.size()]);
  }
  return out;
}

std::string original_of(const OrganisationName& name) {
  const std::string& c = name.culture->name;
  if (name.kind == nullptr || !name.lead.empty() || !name.plain.empty()) return {};
  const std::string& kind = c == "russian"   ? name.kind->russian
                            : c == "arabic"  ? name.kind->arabic
                            : c == "persian" ? name.kind->persian
                                             : std::string();
  if (kind.empty()) return {};
  std::string brand;
  for (const KnownPart& part : name.brand) {
    const std::string text = original(part, *name.culture);
    if (text.empty() || (c == "russian" && !is_cyrillic(to_letters(text).front()))) return {};
    brand += (brand.empty() ? "" : " ") + capitalised(text);
  }
  if (c == "russian") return "ООО " + kind + " «" + brand + "»";
  return (c == "arabic" ? "شركة " + brand + " " + kind : "شرکت " + kind + " " + brand);
}

std::string acronym_of(const OrganisationName& name, const Style& style) {
  std::string out;
  for (const std::string& word : words_of(name, {.legal = false}, style))
    if (word.size() > 2 && word[0] >= 'a' && word[0] <= 'z') out.push_back(word[0]);
  return all_upper(out);
}

VesselName draw_vessel(const Culture& culture, Random& random) {
  VesselName name;
  const uint32_t how = random.below(100);
  if (how < 55) {
    name.words.push_back(tables().ship_words.pick(random));
    if (random.chance(650)) name.words.push_back(tables().ship_words.pick(random));
  } else if (how < 85) {
    const Style style;
    name.words.push_back(latin(culture.given_m.draw(random), culture, style));
    if (random.chance(400)) name.words.push_back(tables().ship_words.pick(random));
  } else {
    name.words.push_back(made_up_brand(random));
  }
  if (random.chance(250)) name.number = random.between(1, 20);
  return name;
}

std::string text_of(const VesselName& name) {
  std::string out;
  for (const std::string& word : name.words) out += (out.empty() ? "" : " ") + word;
  if (name.number > 0) out += " " + std::to_string(name.number);
  return out;
}

}  // namespace cordon::world
