#include "world/customer.h"

#include "world/letters.h"

namespace cordon::world {
namespace {

std::string customer_id(uint64_t index) {
  std::string digits = std::to_string(index + 1);
  while (digits.size() < 8) digits.insert(digits.begin(), '0');
  return "c-" + digits;
}

// What the bank knows of a date: nothing, the year, or all.
std::string known_date(const std::string& date, Random& random) {
  const uint32_t how = random.below(100);
  if (how < 18) return {};
  return how < 26 ? date.substr(0, 4) : date;
}

void make_listed(uint64_t seed, uint64_t parties, Random& random, Customer& out) {
  for (;;) {
    const uint64_t index = (random.next() >> 16) % parties;
    const Party party = make_party(seed, index);
    const auto changed = change_name(party, random);
    if (!changed) continue;
    out.party = index;
    out.name = changed->text;
    out.change = changed->change;
    out.schema = schema_of(party.kind);
    out.birth_date = known_date(party.birth, random);
    if (random.chance(780)) out.country = party.country;
    return;
  }
}

void make_other(Random& random, Customer& out) {
  const Culture& culture = tables().cultures[tables().of_customers.pick(random)];
  const Style style = draw_style(random, 60);
  if (random.chance(720)) {
    const PersonName name = draw_person(culture, random.chance(480), nullptr, random);
    out.name = capitalised(joined(in_latin(name, style)));
    if (random.chance(40)) {
      if (const Words words = in_original(name); !words.empty()) out.name = capitalised(joined(words));
    }
    out.schema = "Person";
    out.birth_date = known_date(draw_birth(random), random);
  } else {
    OrganisationForm form;
    form.legal_spelling = random.below(3);
    const OrganisationName name = draw_company(culture, nullptr, random);
    for (const std::string& word : words_of(name, form, style))
      out.name += (out.name.empty() ? "" : " ") + capitalised(word);
    out.schema = "Company";
    if (random.chance(300)) out.birth_date = std::to_string(random.between(1950, 2024));
  }
  if (random.chance(900)) out.country = culture.countries.pick(random);
}

}  // namespace

Customer make_customer(uint64_t seed, uint64_t parties, uint64_t index) {
  Customer out;
  out.id = customer_id(index);
  Random random(seed, "customer", index);
  const uint64_t listed = Random(seed, "listed", index / kOneIn).below(kOneIn);
  if (index % kOneIn == listed)
    make_listed(seed, parties, random, out);
  else
    make_other(random, out);
  return out;
}

}  // namespace cordon::world
