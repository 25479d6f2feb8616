#include "match/features.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <ranges>

#include "base/table.h"
#include "model/country.h"
#include "names/analyze.h"

namespace cordon::match {
namespace {

DateSpan widened(DateSpan d) {
  if (d.precision != DatePrecision::kCirca) return d;
  const Civil low = civil_from_day(d.low);
  const Civil high = civil_from_day(d.high);
  return {d.precision, day_from_civil({low.year - 2, 1, 1}), day_from_civil({high.year + 2, 12, 31})};
}

bool swapped(Civil a, Civil b) { return a.year == b.year && a.day == b.month && a.month == b.day && a.day != a.month; }

// One digit of the written date differs, or the day is next to the other.
bool near(Civil a, Civil b) {
  const auto digits = [](Civil c) {
    return c.year * 10000 + static_cast<int>(c.month) * 100 + static_cast<int>(c.day);
  };
  int x = digits(a);
  int y = digits(b);
  int different = 0;
  for (int i = 0; i < 8; ++i, x /= 10, y /= 10) different += x % 10 != y % 10;
  return different == 1 || std::abs(day_from_civil(a) - day_from_civil(b)) == 1;
}

// Most dates are of different years and not of one day of them, so neither swapped nor near: seen without a calendar.
// The days between equal days of two years are, within three, a multiple of the mean year.
bool years_apart(int32_t a, int32_t b) { return std::abs(a - b) > 366; }
bool whole_years(int32_t a, int32_t b) {
  constexpr int64_t kYear = 3652425, kSlack = 30000;  // in ten-thousandths of a day
  const int64_t rest = int64_t{std::abs(a - b)} * 10000 % kYear;
  return rest <= kSlack || rest >= kYear - kSlack;
}

}  // namespace

std::optional<DateRelation> compare_days(int32_t a, int32_t b) {
  if (a == b) return DateRelation::kEqualDay;
  if (years_apart(a, b) && !whole_years(a, b)) return DateRelation::kConflict;
  return std::nullopt;
}

DateRelation compare_dates(const DateSpan& listed, const DateSpan& query) {
  if (listed.precision == DatePrecision::kUnknown || query.precision == DatePrecision::kUnknown)
    return DateRelation::kUnknown;
  const DateSpan a = widened(listed);
  const DateSpan b = widened(query);
  const bool days = a.precision == DatePrecision::kDay && b.precision == DatePrecision::kDay;
  if (days)
    if (const auto known = compare_days(a.low, b.low)) return *known;
  if (a.low <= b.high && b.low <= a.high) {
    const bool narrow = a.high - a.low <= 366 && b.high - b.low <= 366;
    return narrow ? DateRelation::kSameYear : DateRelation::kCompatible;
  }
  if (!days && years_apart(a.low, b.low)) return DateRelation::kConflict;
  const Civil x = civil_from_day(a.low);
  const Civil y = civil_from_day(b.low);
  if (days && swapped(x, y)) return DateRelation::kSwapped;
  if (days && near(x, y)) return DateRelation::kNear;
  // 1 January stands for "some day of that year" in the records of several countries.
  const bool filler = (a.precision == DatePrecision::kDay && x.month == 1 && x.day == 1) ||
                      (b.precision == DatePrecision::kDay && y.month == 1 && y.day == 1);
  if (filler && x.year == y.year) return DateRelation::kSoftConflict;
  return DateRelation::kConflict;
}

bool same_identifier(const Identifier& a, const Identifier& b) {
  const auto vague = [](IdKind k) {
    return k == IdKind::kUnknown || k == IdKind::kOther || k == IdKind::kTaxNumber ||
           k == IdKind::kRegistrationNumber || k == IdKind::kNationalId;
  };
  if (a.kind != b.kind && !vague(a.kind) && !vague(b.kind)) return false;
  if (!a.country.empty() && !b.country.empty() && !same_country(a.country, b.country)) return false;
  const IdKind kind = vague(a.kind) ? b.kind : a.kind;
  const std::string x = normal_id(kind, a.value);
  return !x.empty() && x == normal_id(kind, b.value);
}

namespace {

// The best relation of any two of these dates, and the two.
struct BirthRelation {
  DateRelation relation = DateRelation::kUnknown;
  const DateSpan* query = nullptr;
  const DateSpan* listed = nullptr;

  void look_at(const DateSpan& query_date, const DateSpan& listed_date) {
    const DateRelation r = compare_dates(listed_date, query_date);
    if (r < relation) relation = r, query = &query_date, listed = &listed_date;
  }
};

struct Worth {
  const char* note;
  Points points;
  MilliBits bits;
};

Worth worth_of(DateRelation relation, const Profile& p) {
  switch (relation) {
    case DateRelation::kEqualDay:
      return {"the day agrees", p.points_birth_day, p.bits_birth_day};
    case DateRelation::kSameYear:
      return {"the year agrees", p.points_birth_year, p.bits_birth_year};
    case DateRelation::kCompatible:
      return {"the dates can agree", p.points_birth_year / 2, p.bits_birth_near};
    case DateRelation::kSwapped:
      return {"day and month are swapped", p.points_birth_near, p.bits_birth_near};
    case DateRelation::kNear:
      return {"one digit differs", p.points_birth_near, p.bits_birth_near};
    case DateRelation::kSoftConflict:
      return {"the dates differ, one is 1 January", -p.loss_birth_differs / 2, -p.bits_birth_differs / 5};
    default:
      return {"the dates differ", -p.loss_birth_differs, -p.bits_birth_differs};
  }
}

void compare_birth(const Subject& subject, const Entity& entity, const Profile& p, Attributes& out) {
  BirthRelation best;
  for (const DateSpan& query : subject.birth_dates)
    for (const DateStatement& listed : entity.dates)
      if (listed.kind == DateKind::kBirth) best.look_at(query, listed.span);
  if (best.relation == DateRelation::kUnknown) return;
  const Worth worth = worth_of(best.relation, p);
  Evidence row{Feature::kBirthDate, Finding::kAgrees, best.query->text(), best.listed->text(),
               worth.note,          worth.points,     worth.bits};
  out.birth_day = best.relation == DateRelation::kEqualDay;
  if (row.points >= 0) {
    row.finding = best.relation <= DateRelation::kCompatible ? Finding::kAgrees : Finding::kSimilar;
    out.lift += row.points;
    out.corroborating += best.relation <= DateRelation::kSameYear;
  } else {
    row.finding = Finding::kDiffers;
    out.loss -= row.points;
  }
  out.rows.push_back(std::move(row));
}

// Does this statement say where a party is, of those that are compared?
bool compared(const CountryStatement& c) { return !c.code.empty() && c.kind != CountryKind::kFormerFlag; }

void compare_countries(const Subject& subject, const Entity& entity, const Profile& p, Attributes& out) {
  if (subject.countries.empty()) return;
  std::string listed;
  for (const CountryStatement& c : entity.countries) {
    if (!compared(c)) continue;
    for (const std::string& code : subject.countries)
      if (same_country(code, c.code)) {
        out.rows.push_back({Feature::kCountry, Finding::kAgrees, std::string(country_name(code)),
                            std::string(country_name(c.code)), std::string(country_kind_word(c.kind)), p.points_country,
                            p.bits_country});
        out.lift += p.points_country;
        ++out.corroborating;
        return;
      }
    if (listed.empty()) listed = c.code;
  }
  if (listed.empty()) return;
  out.rows.push_back({Feature::kCountry, Finding::kDiffers, std::string(country_name(subject.countries[0])),
                      std::string(country_name(listed)), "no country is shared", -p.loss_country_differs,
                      -p.bits_country_differs});
  out.loss += p.loss_country_differs;
}

// Are these numbers of one kind of which a party has one, by the same issuer, and not the same?
bool contradict(const Identifier& a, const Identifier& b) {
  if (a.kind != b.kind || !id_kind_row(a.kind).single_valued || b.known_false) return false;
  if (std::min(id_strength(a), id_strength(b)) == IdStrength::kWeak) return false;
  if (issued_by_country(a.kind) && (a.country.empty() || !same_country(a.country, b.country))) return false;
  return !same_identifier(a, b);
}

// The first of the subject's numbers that contradicts the listed ones of its kind; several are no more against than
// one.
void compare_other_identifiers(const Subject& subject, const Entity& entity, const Profile& p, Attributes& out) {
  for (const Identifier& query : subject.identifiers) {
    const auto same = [&](const Identifier& listed) { return same_identifier(query, listed); };
    if (std::ranges::any_of(entity.identifiers, same)) continue;
    for (const Identifier& listed : entity.identifiers) {
      if (!contradict(query, listed)) continue;
      out.rows.push_back({Feature::kIdentifier, Finding::kDiffers, query.value, listed.value,
                          fmt::format("{}, and a party has one", id_kind_row(listed.kind).label),
                          -p.loss_identifier_differs, -p.bits_identifier_differs});
      out.loss += p.loss_identifier_differs;
      return;
    }
  }
}

void compare_identifiers(const Subject& subject, const Entity& entity, const Profile& p, Attributes& out) {
  for (const Identifier& query : subject.identifiers)
    for (const Identifier& listed : entity.identifiers) {
      if (listed.known_false || !same_identifier(query, listed)) continue;
      const IdStrength strength = std::max(id_strength(query), id_strength(listed));
      Evidence row{Feature::kIdentifier,
                   Finding::kAgrees,
                   query.value,
                   listed.value,
                   std::string(id_kind_row(listed.kind).label),
                   0,
                   0};
      if (strength == IdStrength::kWeak) {
        row.points = p.points_country, row.bits = p.bits_identifier_weak;
        row.note += ", too weak to decide";
        out.lift += row.points;
      } else if (!out.strong_identifier) {
        row.points = p.points_identifier, row.bits = p.bits_identifier;
        out.identifier = p.points_identifier;
        out.strong_identifier = true;
      } else {
        row.bits = p.bits_identifier_weak;
      }
      ++out.corroborating;
      out.rows.push_back(std::move(row));
      break;
    }
  if (!out.strong_identifier) compare_other_identifiers(subject, entity, p, out);
}

void compare_gender(const Subject& subject, const Entity& entity, const Profile& p, Attributes& out) {
  if (subject.gender.empty()) return;
  for (const Property& property : entity.properties) {
    if (property.name != "gender" || (property.value != "male" && property.value != "female")) continue;
    if (property.value == subject.gender) return;
    out.rows.push_back({Feature::kGender,
                        Finding::kDiffers,
                        subject.gender,
                        property.value,
                        {},
                        -p.loss_gender_differs,
                        -p.bits_gender_differs});
    out.loss += p.loss_gender_differs;
    return;
  }
}

bool address_word(std::string_view form) {
  static const std::vector<std::string> words = [] {
    std::vector<std::string> out;
    for_each_table_line("addresses/words.tsv", [&](std::string_view line) {
      while (!line.empty()) out.emplace_back(take_field(line, ' '));
    });
    return out;
  }();
  return std::ranges::find(words, form) != words.end();
}

// Words of an address as they sound, and its numbers; what every address may have ("street") left out.
struct AddressWords {
  std::vector<std::string> words, numbers;
};

AddressWords words_of(std::string_view text) {
  AddressWords out;
  const names::AnalyzedName name = names::analyze(text, names::NameType::kObject);
  for (const names::Part& part : name.parts) {
    const std::string& form = part.forms[0];
    if (part.kind == names::PartKind::kNumber) {
      out.numbers.push_back(form);
    } else if (form.size() > 2 && !address_word(form)) {
      out.words.push_back(names::fold(form));
    }
  }
  return out;
}

bool share_one(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  return std::ranges::any_of(a, [&](const std::string& x) { return std::ranges::find(b, x) != b.end(); });
}

std::string written(const Address& a) {
  if (a.street.empty() && a.city.empty()) return a.full;
  return a.street.empty() || a.city.empty() ? a.street + a.city : a.street + ", " + a.city;
}

// How two addresses agree: 0 not, 1 by the city, 2 by street and city.
int agreement(const Address& a, const Address& b) {
  const AddressWords city_a = words_of(a.city);
  const AddressWords city_b = words_of(b.city);
  const AddressWords street_a = words_of(a.street);
  const AddressWords street_b = words_of(b.street);
  const AddressWords full_a = words_of(a.full);
  const AddressWords full_b = words_of(b.full);
  const bool city = share_one(city_a.words, city_b.words) || share_one(city_a.words, full_b.words) ||
                    share_one(full_a.words, city_b.words);
  const bool street = share_one(street_a.words, street_b.words) || share_one(street_a.words, full_b.words) ||
                      share_one(full_a.words, street_b.words);
  const bool house_differs =
      !street_a.numbers.empty() && !street_b.numbers.empty() && !share_one(street_a.numbers, street_b.numbers);
  if (city && street && !house_differs) return 2;
  if (a.city.empty() && b.city.empty() && a.street.empty() && b.street.empty()) {
    size_t shared = 0;
    for (const std::string& word : full_a.words) shared += share_one({word}, full_b.words);
    return shared > 1 && share_one(full_a.numbers, full_b.numbers) ? 2 : 0;
  }
  return city ? 1 : 0;
}

// Addresses speak for a candidate a little and never against: a party has several.
void compare_addresses(const Subject& subject, const Entity& entity, const Profile& p, Attributes& out) {
  int best = 0;
  const Address* query = nullptr;
  const Address* listed = nullptr;
  for (const Address& a : subject.addresses)
    for (const Address& b : entity.addresses)
      if (const int now = agreement(a, b); now > best) best = now, query = &a, listed = &b;
  if (best == 0) return;
  const bool both = best == 2;
  const Points points = both ? p.points_address : p.points_address / 2;
  out.rows.push_back({Feature::kAddress, Finding::kAgrees, written(*query), written(*listed),
                      both ? "street and city" : "the city", points, both ? p.bits_address : p.bits_address / 3});
  out.lift += points;
}

}  // namespace

ListedAttributes listed_attributes(const Entity& entity) {
  ListedAttributes out;
  out.schema = entity.schema;
  for (const DateStatement& date : entity.dates)
    if (date.kind == DateKind::kBirth && date.span.precision != DatePrecision::kUnknown)
      out.births.push_back(date.span);
  for (const CountryStatement& c : entity.countries)
    if (compared(c) && std::ranges::find(out.countries, c.code) == out.countries.end()) out.countries.push_back(c.code);
  return out;
}

DateRelation birth_relation(const Subject& subject, std::span<const DateSpan> listed) {
  BirthRelation best;
  for (const DateSpan& query : subject.birth_dates)
    for (const DateSpan& birth : listed) best.look_at(query, birth);
  return best.relation;
}

Shared shared_country(const Subject& subject, std::span<const std::string> listed) {
  if (subject.countries.empty() || listed.empty()) return Shared::kUnknown;
  const bool shared = std::ranges::any_of(subject.countries, [&](const std::string& code) {
    return std::ranges::any_of(listed, [&](const std::string& other) { return same_country(code, other); });
  });
  return shared ? Shared::kYes : Shared::kNo;
}

AttributeBound bound_attributes(const Subject& subject, DateRelation births, Shared country, bool compatible,
                                const Profile& p) {
  AttributeBound out;
  const auto add = [&](Points points) { (points >= 0 ? out.lift : out.loss) += std::abs(points); };
  if (births != DateRelation::kUnknown) add(worth_of(births, p).points);
  out.birth_day = births == DateRelation::kEqualDay;
  if (country != Shared::kUnknown) add(country == Shared::kYes ? p.points_country : -p.loss_country_differs);
  if (!subject.addresses.empty()) add(p.points_address);
  if (!compatible) add(-p.loss_schema_differs);
  return out;
}

AttributeBound bound_attributes(const Subject& subject, const ListedAttributes& listed, const Profile& p) {
  return bound_attributes(subject, birth_relation(subject, listed.births), shared_country(subject, listed.countries),
                          compatible(subject.schema, listed.schema), p);
}

void compare_attributes(const Subject& subject, const Entity& entity, const Profile& profile, Attributes& out) {
  compare_birth(subject, entity, profile, out);
  compare_countries(subject, entity, profile, out);
  compare_identifiers(subject, entity, profile, out);
  compare_addresses(subject, entity, profile, out);
  compare_gender(subject, entity, profile, out);
  if (!compatible(subject.schema, entity.schema)) {
    out.rows.push_back({Feature::kSchema, Finding::kDiffers, std::string(schema_name(subject.schema)),
                        std::string(schema_name(entity.schema)), "other kinds of party", -profile.loss_schema_differs,
                        -profile.bits_schema_differs});
    out.loss += profile.loss_schema_differs;
  }
}

}  // namespace cordon::match
