#include "world/organisation.h"

#include <algorithm>
#include <array>

#include "world/letters.h"

namespace cordon::world {
namespace {

template <typename... Functions>
struct Overloaded : Functions... {
  using Functions::operator()...;
};

KnownPart word_part(std::string text) {
  KnownPart part;
  part.is_word = true;
  part.spellings.add(text, 1);
  part.latin = std::move(text);
  return part;
}

std::string made_up_brand(Random& random) {
  const Tables& t = tables();
  std::string out = random.pick(t.brand_first);
  if (random.chance(350)) out += random.pick(t.brand_middle);
  return out + random.pick(t.brand_last);
}

KnownPart draw_brand_part(const Culture& culture, Random& random) {
  const uint32_t how = random.below(100);
  if (how < 42) return culture.family.draw(random);
  if (how < 50) return culture.given_m.draw(random);
  if (how < 64) return word_part(made_up_brand(random));
  if (how < 92) return tables().words.draw(random);
  return word_part(tables().ship_words.pick(random));
}

// Puts items together one after another.
class Builder {
 public:
  Builder(const Culture& culture, std::string country, Random& random) : random_(random) {
    name_.culture = &culture;
    name_.country = std::move(country);
  }
  OrganisationName done() { return std::move(name_); }

  Builder& brand(const Group* group = nullptr) {
    if (group != nullptr) {
      name_.items.insert(name_.items.end(), group->brand.begin(), group->brand.end());
      return *this;
    }
    const uint32_t words = random_.chance(450) ? 2 : 1;
    for (uint32_t i = 0; i < words; ++i) name_.items.emplace_back(draw_brand_part(*name_.culture, random_));
    return *this;
  }
  Builder& person() {
    name_.items.emplace_back(name_.culture->given_m.draw(random_));
    name_.items.emplace_back(name_.culture->family.draw(random_));
    return *this;
  }
  Builder& concept_of(Slot slot, uint32_t per_mille = 1000) {
    if (random_.chance(per_mille))
      name_.items.emplace_back(&tables().concepts[static_cast<size_t>(slot)].pick(random_));
    return *this;
  }
  Builder& place(uint32_t per_mille = 1000) {
    const auto it = tables().places.find(name_.culture->name);
    if (it != tables().places.end() && random_.chance(per_mille)) name_.items.emplace_back(&random_.pick(it->second));
    return *this;
  }
  Builder& word(std::string text) {
    name_.items.emplace_back(std::move(text));
    return *this;
  }
  Builder& counted(uint32_t per_mille) {
    if (random_.chance(per_mille)) word(tables().words.draw(random_).latin);
    return *this;
  }
  Builder& number(uint32_t per_mille) {
    if (random_.chance(per_mille)) name_.items.emplace_back(Number{random_.between(1, random_.chance(750) ? 12 : 400)});
    return *this;
  }
  Builder& legal(uint32_t per_mille) {
    if (!random_.chance(per_mille)) return *this;
    const auto own = tables().legal_forms.find(name_.country);
    const auto& any = tables().legal_forms.at("*");
    const bool of_country = own != tables().legal_forms.end() && random_.chance(800);
    name_.items.emplace_back(of_country ? &own->second.pick(random_) : &any.pick(random_));
    return *this;
  }

 private:
  OrganisationName name_;
  Random& random_;
};

// Writes items in one language.
class ItemWriter {
 public:
  ItemWriter(const OrganisationName& name, const OrganisationForm& form, const Style& style)
      : name_(name), form_(form), style_(style) {}

  // False where the item has no such form.
  bool write(const Item& item) {
    return std::visit(Overloaded{[&](const KnownPart& part) { return brand(part); },
                                 [&](const Concept* concept_) { return text(concept_text(*concept_)); },
                                 [&](const Place* place_) { return place(*place_); },
                                 [&](const std::string& word) { return !form_.own_script && text(word); },
                                 [&](const Number& number_) { return number(number_); },
                                 [&](const LegalForm* legal_) { return legal(*legal_); }},
                      item);
  }
  std::vector<std::string> words;

 private:
  bool text(std::string_view text) {
    for (const std::string_view word : split(text, ' '))
      if (!word.empty()) words.emplace_back(word);
    return !text.empty();
  }
  bool brand(const KnownPart& part) {
    return text(form_.own_script ? original(part, *name_.culture) : latin(part, *name_.culture, style_));
  }
  std::string concept_text(const Concept& concept_) const {
    const std::string& own = concept_.texts[static_cast<size_t>(form_.language)];
    const std::string& used = own.empty() ? concept_.texts.front() : own;
    const bool cyrillic = is_cyrillic(to_letters(used).front());
    return cyrillic && !form_.own_script ? romanised(used, *name_.culture, style_.scheme) : used;
  }
  bool place(const Place& place) {
    if (form_.own_script) return text(place.original);
    Random random(style_.key ^ hash(place.latin.front()));
    return text(style_.key == 0 || random.chance(600) ? place.latin.front() : random.pick(place.latin));
  }
  bool number(const Number& number) {
    constexpr std::array<std::string_view, 4> kForms = {"no. ", "no ", "", "number "};
    return text((form_.own_script ? "" : std::string(kForms[(style_.key >> 20) % 4])) + std::to_string(number.value));
  }
  bool legal(const LegalForm& legal) {
    if (!form_.legal) return true;
    if (form_.own_script) {
      for (const std::string& spelling : legal.spellings)
        if (is_cyrillic(to_letters(spelling).front())) words.insert(words.begin(), spelling);
      return true;
    }
    const auto& all = form_.legal_translated && !legal.translations.empty() ? legal.translations : legal.spellings;
    words.push_back(all[form_.legal_spelling % all.size()]);
    return true;
  }

  const OrganisationName& name_;
  const OrganisationForm& form_;
  const Style& style_;
};

// "and", "of": what only English needs between the others.
bool is_joint(const Item& item) {
  const auto* word = std::get_if<std::string>(&item);
  return word != nullptr && (*word == "and" || *word == "of" || *word == "named after");
}

bool is_concept(const Item& item) { return std::holds_alternative<const Concept*>(item); }

}  // namespace

Group draw_group(const Culture& culture, Random& random) {
  std::string country = culture.countries.pick(random);
  return {Builder(culture, country, random).brand().done().items, country};
}

OrganisationName draw_company(const Culture& culture, const Group* group, Random& random) {
  Builder b(culture, group == nullptr ? culture.countries.pick(random) : group->country, random);
  const uint32_t number = group == nullptr ? 12 : 110;
  switch (random.below(group == nullptr ? 12 : 7)) {
    case 0:
    case 1:
      b.brand(group).concept_of(Slot::kKind).concept_of(Slot::kCompany, 350).number(number).legal(700);
      break;
    case 2:
      b.brand(group)
          .concept_of(Slot::kKind)
          .word("and")
          .concept_of(Slot::kKind)
          .concept_of(Slot::kCompany, 300)
          .legal(750);
      break;
    case 3:
      b.brand(group).counted(400).number(number * 2).legal(900);
      break;
    case 4:
      b.place(600).brand(group).concept_of(Slot::kAdjective, 400).concept_of(Slot::kKind).legal(700);
      break;
    case 5:
      b.brand(group).counted(300).concept_of(Slot::kCompany).number(number);
      break;
    case 6:
      b.brand(group).concept_of(Slot::kUnit).number(350).legal(300);
      break;
    case 7:
      b.place().concept_of(Slot::kAdjective, 500).concept_of(Slot::kKind).concept_of(Slot::kCompany, 600).legal(500);
      break;
    case 8:
      b.person().word("and").concept_of(Slot::kFamilyFirm).concept_of(Slot::kKind, 400).legal(400);
      break;
    case 9:
      b.brand().concept_of(Slot::kAdjective).concept_of(Slot::kKind).counted(400);
      b.concept_of(Slot::kCompany, 500).legal(800);
      break;
    case 10:
      b.place(300).brand().concept_of(Slot::kKind).concept_of(Slot::kUnit).number(300).legal(250);
      break;
    default:
      b.brand().counted(700).concept_of(Slot::kKind, 500).legal(700);
  }
  return b.done();
}

OrganisationName draw_organisation(const Culture& culture, Random& random) {
  Builder b(culture, culture.countries.pick(random), random);
  switch (random.below(8)) {
    case 0:
    case 1:
      b.concept_of(Slot::kAdjective, 500).concept_of(Slot::kHead).concept_of(Slot::kField).word("of").place();
      break;
    case 2:
      b.concept_of(Slot::kHead).concept_of(Slot::kField).word("and").concept_of(Slot::kField).counted(300);
      break;
    case 3:
      b.place(700).concept_of(Slot::kAdjective).concept_of(Slot::kHead).concept_of(Slot::kField);
      break;
    case 4:
      b.number(500).concept_of(Slot::kAdjective, 400).concept_of(Slot::kUnit).word("of").brand();
      break;
    case 5:
      b.concept_of(Slot::kHead).concept_of(Slot::kField);
      if (random.chance(400))
        b.word("named after").person();
      else
        b.word("of").brand();
      break;
    case 6:
      b.brand().concept_of(Slot::kAdjective, 600).concept_of(Slot::kHead).concept_of(Slot::kField);
      break;
    default:
      b.brand().counted(600).concept_of(Slot::kUnit, 500).counted(400);
  }
  return b.done();
}

bool rename(OrganisationName& name, Random& random) {
  bool any = false;
  for (Item& item : name.items)
    if (KnownPart* part = std::get_if<KnownPart>(&item)) {
      *part = draw_brand_part(*name.culture, random);
      any = true;
    }
  return any;
}

Language own_language(const OrganisationName& name) {
  const std::string& c = name.culture->name;
  if (c == "russian" || c == "ukrainian") return Language::kRussian;
  if (c == "spanish") return Language::kSpanish;
  if (c == "arabic") return Language::kArabic;
  if (c == "persian") return Language::kPersian;
  if (c == "african" || name.country == "fr" || name.country == "be" || name.country == "ht") return Language::kFrench;
  if (name.country == "de" || name.country == "at" || name.country == "ch") return Language::kGerman;
  return Language::kEnglish;
}

std::vector<std::string> words_of(const OrganisationName& name, const OrganisationForm& form, const Style& style) {
  ItemWriter writer(name, form, style);
  // But in English and German, what a firm is stands before its brand.
  const bool concepts_first = form.language != Language::kEnglish && form.language != Language::kGerman;
  const bool translated = form.language != Language::kEnglish;
  for (const bool concepts : {true, false}) {
    if (concepts && !concepts_first) continue;
    for (const Item& item : name.items) {
      if (concepts_first && is_concept(item) != concepts) continue;
      if (translated && is_joint(item)) continue;
      if (!writer.write(item) && form.own_script) return {};
    }
  }
  return std::move(writer.words);
}

std::string acronym_of(const OrganisationName& name, const Style& style) {
  OrganisationForm form;
  form.legal = false;
  std::string out;
  for (const std::string& word : words_of(name, form, style))
    if (word.size() > 2 && word[0] >= 'a' && word[0] <= 'z' && word != "and") out.push_back(word[0]);
  return all_upper(out);
}

const LegalForm* legal_form(const OrganisationName& name) {
  for (const Item& item : name.items)
    if (const auto* legal = std::get_if<const LegalForm*>(&item)) return *legal;
  return nullptr;
}

VesselName draw_vessel(const Culture& culture, Random& random) {
  VesselName name;
  const uint32_t how = random.below(100);
  const auto add = [&](std::string_view text) {
    for (const std::string_view word : split(text, ' ')) name.words.emplace_back(word);
  };
  if (how < 50) {
    add(tables().ship_words.pick(random));
    if (random.chance(650)) add(tables().ship_words.pick(random));
  } else if (how < 85) {
    const Lexicon& lexicon = random.chance(500) ? culture.given_m : culture.family;
    add(latin(lexicon.draw(random), culture, {}));
    if (random.chance(400)) add(tables().ship_words.pick(random));
  } else {
    add(made_up_brand(random));
  }
  if (name.words.empty()) add(tables().ship_words.pick(random));  // a name of signs that no letter stands for
  if (random.chance(250)) name.words.push_back(std::to_string(random.between(1, 20)));
  return name;
}

}  // namespace cordon::world
