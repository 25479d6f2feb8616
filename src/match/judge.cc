#include "match/judge.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <tuple>

#include "match/acronym.h"
#include "match/judge_names.h"

namespace cordon::match {
namespace {

using names::PartKind;

names::NameHints hints_of(const Name& n) { return {n.given, n.middle, n.family}; }

// The pair of names that speaks most for the candidate.
struct BestName {
  const QueryName* query = nullptr;
  const Name* listed = nullptr;
  uint32_t ordinal = 0;                      // of `listed`
  const PreparedName* kept = nullptr;        // the listed name, prepared: of a PreparedParty …
  std::shared_ptr<const PreparedName> made;  // … or made here
  const PreparedName& prepared() const { return made ? *made : *kept; }
  Alignment alignment;
  Points characters = 0;  // what other Han characters take from the alignment's score
  Points points = -1;     // of the name
  Points counted = -1;    // what of it counts, a weak alias being limited
};

// A party to judge: which of its names count (none: all), and what is prepared of it, if anything.
struct Listing {
  const Entity& entity;
  std::span<const ListedName> names;
  const PreparedParty* kept = nullptr;
};

// The names to look at, the most promising first, with the most that can count of each.
std::vector<ListedName> in_order(const Listing& listing, bool weak_counts, const Profile& p) {
  std::vector<ListedName> out(listing.names.begin(), listing.names.end());
  if (out.empty())
    for (uint32_t i = 0; i < listing.entity.names.size(); ++i) out.push_back({i});
  for (ListedName& x : out)
    if (listing.entity.names[x.name].strength == NameStrength::kWeak && !weak_counts)
      x.most = std::min<Points>(x.most, p.weak_alias_kept);
  std::sort(out.begin(), out.end(), [](const ListedName& a, const ListedName& b) {
    return a.most != b.most ? a.most > b.most : a.name < b.name;
  });
  return out;
}

// Persons' names in Han characters that are read alike but written otherwise: 张伟 and 章薇.
Points characters_lost(const PreparedName& a, const PreparedName& b, const Profile& p) {
  if (a.characters.empty() || b.characters.empty()) return 0;
  constexpr size_t kBytes = 3;  // of nearly every Han letter in UTF-8
  std::vector<std::string> x;
  std::vector<std::string> y;
  for (size_t i = 0; i + kBytes <= a.characters.size(); i += kBytes) x.push_back(a.characters.substr(i, kBytes));
  for (size_t i = 0; i + kBytes <= b.characters.size(); i += kBytes) y.push_back(b.characters.substr(i, kBytes));
  std::vector<std::string> shared;
  std::ranges::set_intersection(x, y, std::back_inserter(shared));
  const size_t most = std::max(x.size(), y.size());
  const size_t least = std::min(x.size(), y.size());  // a missing character is a missing part, which align() counts
  if (least == 0) return 0;
  return static_cast<Points>(static_cast<size_t>(p.loss_other_characters) * (least - shared.size()) / most);
}

// Of equal names the first of the entity counts, of equal names of the subject its first.
BestName best_name(const Query& query, const Listing& listing, bool weak_counts, const Profile& p) {
  BestName best;
  std::vector<Pair> pairs;
  Alignment alignment;
  for (const ListedName& candidate : in_order(listing, weak_counts, p)) {
    if (candidate.most < best.counted) break;
    const Name& name = listing.entity.names[candidate.name];
    std::shared_ptr<const PreparedName> made;
    if (!listing.kept) made = prepare_kept(name.text, names::name_type(listing.entity.schema), hints_of(name));
    const PreparedName& prepared = made ? *made : listing.kept->names[candidate.name];
    const PartWeights weights = listing.kept ? listing.kept->weights[candidate.name] : weigh(prepared, p);
    bool better = false;
    for (const auto& q : query.names) {
      all_pairs(q->units, prepared, p, pairs);
      align(side(q->weights), side(weights), pairs, legal_forms_differ(q->name, prepared), p, alignment);
      if (alignment.score < p.acronym_kept) align_acronym(q->name, prepared, p, alignment);
      const Points characters = std::min(alignment.score, characters_lost(q->name, prepared, p));
      const Points points = alignment.score - characters;
      const bool limited = name.strength == NameStrength::kWeak && !weak_counts;
      const Points counts = limited ? std::min<Points>(points, p.weak_alias_kept) : points;
      const auto rank = [](Points counted, Points of_name, uint32_t ordinal) {
        return std::tuple(counted, of_name, -int64_t{ordinal});
      };
      if (rank(counts, points, candidate.name) > rank(best.counted, best.points, best.ordinal)) {
        best.query = q.get();
        best.listed = &name;
        best.ordinal = candidate.name;
        best.alignment = alignment;
        best.characters = characters;
        best.points = points;
        best.counted = counts;
        better = true;
      }
    }
    if (!better) continue;
    best.kept = &prepared;
    best.made = std::move(made);
  }
  return best;
}

std::string joined(const PreparedName& name, uint8_t first, uint8_t count) {
  std::string out;
  for (size_t i = first; i < size_t{first} + count; ++i) {
    if (!out.empty()) out += ' ';
    out += name.parts[i].text;
  }
  return out;
}

std::string alike_note(const Pair& pair) {
  std::string note;
  switch (pair.how) {
    case Alike::kSame:
      note = "same";
      break;
    case Alike::kSound:
      note = "same sound";
      break;
    case Alike::kEdited:
      note = fmt::format("{} % alike", pair.similarity / 10);
      break;
    case Alike::kGendered:
      note = "forms of one name for men and women";
      break;
    case Alike::kEquivalent:
      note = "forms of one name";
      break;
    case Alike::kAbjad:
      note = pair.similarity >= 900 ? "same consonants and long vowels" : "same consonants";
      break;
    case Alike::kInitial:
      note = "initial";
      break;
    case Alike::kAcronym:
      return "initials of the other name: weak evidence";
  }
  if (pair.query_parts != pair.other_parts) note += ", written together";
  return note;
}

Finding alike_finding(Alike how) {
  const bool similar = how == Alike::kEdited || how == Alike::kGendered || how == Alike::kInitial ||
                       how == Alike::kAbjad || how == Alike::kAcronym;
  return similar ? Finding::kSimilar : Finding::kAgrees;
}

// How rare the parts of a pair are, in thousandths of bits, as far as they are alike.
MilliBits rarity_of(const PreparedName& name, const Pair& pair) {
  if (pair.how == Alike::kInitial || pair.how == Alike::kAcronym) return 0;
  MilliBits bits = 0;
  for (size_t i = pair.query_first; i < size_t{pair.query_first} + pair.query_parts; ++i)
    if (name.parts[i].kind != PartKind::kInitial) bits += name.parts[i].rarity;
  return bits * std::max(0, 2 * pair.similarity - 1000) / 1000;
}

// Do the parts stand in another order than a turn makes ("Family Given" for "Given Family")?
bool other_order(const BestName& best) {
  const std::vector<AlignedPair>& pairs = best.alignment.pairs;
  size_t falls = 0;
  for (size_t i = 0; i < pairs.size(); ++i)
    falls += pairs[i].pair.other_first > pairs[(i + 1) % pairs.size()].pair.other_first;
  return pairs.size() > 2 && falls > 1;
}

void explain_name(const BestName& best, const Profile& p, std::vector<Evidence>& rows) {
  const PreparedName& q = best.query->name;
  const PreparedName& n = best.prepared();
  MilliBits rarity = 0;
  for (const AlignedPair& x : best.alignment.pairs) {
    const MilliBits before = bits_of_rarity(rarity, p);
    rarity += rarity_of(q, x.pair);
    const MilliBits bits = bits_of_rarity(rarity, p) - before + x.points * p.bits_name / kPointsOne;
    const Feature feature = x.pair.how == Alike::kAcronym ? Feature::kAcronym : Feature::kNamePart;
    rows.push_back({feature, alike_finding(x.pair.how), joined(q, x.pair.query_first, x.pair.query_parts),
                    joined(n, x.pair.other_first, x.pair.other_parts), alike_note(x.pair), x.points, bits,
                    PartSpan{x.pair.query_first, x.pair.query_parts},
                    PartSpan{x.pair.other_first, x.pair.other_parts}});
  }
  const bool both = best.alignment.query_left && best.alignment.other_left;
  const auto left = [&](const PreparedName& name, uint32_t parts, bool of_query) {
    for (uint8_t i = 0; i < name.parts.size(); ++i) {
      if (!(parts >> i & 1)) continue;
      Evidence row{both ? Feature::kNameDiffers : Feature::kNameMissing,
                   both ? Finding::kDiffers : Finding::kAbsent,
                   {},
                   {},
                   {},
                   0,
                   -(both ? (of_query ? p.bits_subject_differs : p.bits_listed_differs)
                          : (of_query ? p.bits_subject_missing : p.bits_listed_missing))};
      (of_query ? row.subject_text : row.entity_text) = name.parts[i].text;
      (of_query ? row.subject_parts : row.entity_parts) = {i, 1};
      row.note = of_query ? "only in the subject's name" : "only in the listed name";
      rows.push_back(std::move(row));
    }
  };
  left(q, best.alignment.query_left, true);
  left(n, best.alignment.other_left, false);
  if (other_order(best))
    rows.push_back({Feature::kNameOrder, Finding::kNote, {}, {}, "the same parts in another order", 0, 0});
  if (q.look_alikes || n.look_alikes)
    rows.push_back({Feature::kLookAlike, Finding::kNote, q.look_alikes ? q.text : "", n.look_alikes ? n.text : "",
                    "letters of another script stand in for those they look like", 0, 0});
  if (q.backwards || n.backwards)
    rows.push_back({Feature::kBackwards, Finding::kNote, q.backwards ? q.text : "", n.backwards ? n.text : "",
                    "written backwards", 0, 0});
  if (best.characters > 0)
    rows.push_back(
        {Feature::kCharacters, Finding::kDiffers, q.text, n.text, "read alike, other characters", -best.characters, 0});
  if (best.alignment.legal_forms_differ)
    rows.push_back({Feature::kLegalForm, Finding::kDiffers, {}, {}, "other legal forms", 0, -p.bits_legal_form});
}

std::unique_ptr<const QueryName> prepare_query_name(const SubjectName& name, Schema schema, const Profile& profile) {
  auto out = std::make_unique<QueryName>();
  out->name = prepare(name.text, names::name_type(schema), {name.given, name.middle, name.family});
  for (const Unit& unit : out->name.units) out->units.push_back(query_unit(unit, profile));
  out->weights = weigh(out->name, profile);
  return out;
}

Hit hit_of(const Entity& entity) {
  Hit hit;
  hit.entity_id = entity.id;
  hit.caption = entity.caption;
  hit.schema = entity.schema;
  hit.list = entity.list;
  hit.programs = values_of(entity.programs);
  hit.measures = values_of(entity.measures);
  hit.references = values_of(entity.references);
  return hit;
}

Evidence prior_of(uint64_t entities, const Profile& p) {
  const double size = std::log2(static_cast<double>(std::max<uint64_t>(2, entities)));
  const auto bits = static_cast<MilliBits>(-p.bits_base - std::llround(size * p.bits_list));
  return {Feature::kPrior, Finding::kNote, {}, {}, fmt::format("one of {} listed parties", entities), 0, bits};
}

double likelihood_of(MilliBits bits) { return 1.0 / (1.0 + std::exp2(-bits / 1000.0)); }

// The best pair of names by the score of OFAC's page; the first of equals. Nothing but names counts there.
Hit judge_ofac(const Query& query, const Listing& listing, uint64_t entities, const Profile& p) {
  const Entity& entity = listing.entity;
  Hit hit = hit_of(entity);
  const Name* best_name = nullptr;
  size_t best_query = 0;
  OfacName best_listed;
  OfacScore best;
  for (size_t n = 0; n < entity.names.size(); ++n) {
    const Name& name = entity.names[n];
    const OfacName listed = listing.kept ? listing.kept->ofac_names[n] : ofac_name(name.text);
    bool better = false;
    for (size_t i = 0; i < query.ofac_names.size(); ++i) {
      OfacScore score = ofac_score(query.ofac_names[i], listed, p);
      if (best_name && std::max(score.whole, score.words) <= std::max(best.whole, best.words)) continue;
      best = std::move(score), best_name = &name, best_query = i, better = true;
    }
    if (better) best_listed = listed;
  }
  if (best_name) {
    hit.subject_name = query.names[best_query]->name.text;
    hit.entity_name = best_name->text;
    hit.evidence = explain_ofac(query.ofac_names[best_query], best_listed, best, hit.subject_name, hit.entity_name, p);
  }
  hit.evidence.push_back(prior_of(entities, p));
  for (const Evidence& row : hit.evidence) hit.score += row.points, hit.bits += row.bits;
  hit.likelihood = likelihood_of(hit.bits);
  return hit;
}

// "NEW DAWN EX OLD SUN" of a ship is both names (VS-4); empty where there is no such word.
std::vector<std::string_view> names_with_ex(std::string_view text) {
  std::vector<std::string_view> out;
  size_t begin = 0;
  const auto letter = [&](size_t i, char c) { return i < text.size() && (text[i] | 0x20) == c; };
  for (size_t i = 1; i + 3 < text.size(); ++i) {
    const bool before = text[i - 1] == ' ' || text[i - 1] == '(';
    const bool behind = text[i + 2] == ' ' || text[i + 2] == '-' || text[i + 2] == '.';
    if (!before || !behind || !letter(i, 'e') || !letter(i + 1, 'x')) continue;
    out.push_back(text.substr(begin, i - 1 - begin));
    begin = i + 3;
  }
  if (begin > 0) out.push_back(text.substr(begin));
  return out;
}

}  // namespace

Query prepare_query(const Subject& subject, const Profile& profile) {
  Query out;
  out.subject = &subject;
  for (const SubjectName& name : subject.names) {
    auto prepared = prepare_query_name(name, subject.schema, profile);
    if (prepared->units.empty()) continue;
    if (profile.scorer == Scorer::kOfacSearch) out.ofac_names.push_back(ofac_query(name.text, profile));
    out.names.push_back(std::move(prepared));
  }
  if (is_vehicle(subject.schema))
    for (const SubjectName& name : subject.names)
      for (const std::string_view part : names_with_ex(name.text)) {
        auto prepared = prepare_query_name({std::string(part), {}, {}, {}, true}, subject.schema, profile);
        if (prepared->units.empty() || profile.scorer == Scorer::kOfacSearch) continue;
        out.names.push_back(std::move(prepared));
      }
  out.has_attributes = !subject.birth_dates.empty() || !subject.countries.empty() || !subject.identifiers.empty() ||
                       !subject.addresses.empty();
  return out;
}

void set_prior(Hit& hit, uint64_t entities, const Profile& profile) {
  for (Evidence& row : hit.evidence) {
    if (row.feature != Feature::kPrior) continue;
    hit.bits -= row.bits;
    row = prior_of(entities, profile);
    hit.bits += row.bits;
  }
  hit.likelihood = likelihood_of(hit.bits);
}

PreparedParty prepare_party(Entity entity, const Profile& profile) {
  PreparedParty out = unprepared_party(std::move(entity));
  for (size_t i = 0; i < out.entity.names.size(); ++i) {
    if (profile.scorer == Scorer::kOfacSearch) {
      out.ofac_names.push_back(ofac_name(out.entity.names[i].text));
    } else {
      prepare_name(out, i, profile);
    }
  }
  return out;
}

PreparedParty unprepared_party(Entity entity) {
  PreparedParty out;
  out.names.resize(entity.names.size());
  out.weights.resize(entity.names.size());
  out.entity = std::move(entity);
  return out;
}

void prepare_name(PreparedParty& party, size_t name, const Profile& profile) {
  const Name& of = party.entity.names[name];
  party.names[name] = prepare(of.text, names::name_type(party.entity.schema), hints_of(of));
  party.weights[name] = weigh(party.names[name], profile);
}

Points name_cutoff(Points threshold, bool has_attributes, const Profile& p) {
  if (!has_attributes) return threshold;
  return std::max(std::min<Points>(threshold, p.lift_floor), threshold - p.lift_limit);
}

Points best_name_points(const Query& query, const Entity& entity, const Profile& profile) {
  return std::max<Points>(0, best_name(query, {entity, {}}, true, profile).points);
}

// As judge_listing() adds up: attributes lift from a floor and by a limit; a full name is kept in sight.
Points most_points(Points name, const AttributeBound& attributes, const Profile& p) {
  const Points lift = name >= p.lift_floor ? std::min<Points>(attributes.lift, p.lift_limit) : 0;
  Points most = name + lift - attributes.loss;
  if (name >= p.full_name) most = std::max(most, std::min<Points>(name, p.full_name_kept));
  return std::clamp<Points>(most, 0, kPointsOne);
}

Points needed_points(Points threshold, const AttributeBound& attributes, const Profile& p) {
  Points low = 0;
  Points high = kPointsOne + 1;
  while (low < high) {
    const Points middle = low + (high - low) / 2;
    if (most_points(middle, attributes, p) >= threshold) {
      high = middle;
    } else {
      low = middle + 1;
    }
  }
  return low;
}

namespace {

Hit judge_listing(const Query& query, const Listing& listing, uint64_t entities, const Profile& p) {
  if (p.scorer == Scorer::kOfacSearch) return judge_ofac(query, listing, entities, p);
  const Entity& entity = listing.entity;
  Hit hit = hit_of(entity);
  Attributes attributes;
  compare_attributes(*query.subject, entity, p, attributes);
  const BestName best = best_name(query, listing, attributes.corroborating >= 2, p);
  const Points name = std::max<Points>(0, best.points);
  Points sum = 0;
  const auto add = [&](Evidence row) {
    sum += row.points;
    hit.bits += row.bits;
    hit.evidence.push_back(std::move(row));
  };
  if (best.query && best.points > 0) {
    hit.subject_name = best.query->name.text;
    hit.entity_name = best.listed->text;
    std::vector<Evidence> rows;
    explain_name(best, p, rows);
    for (Evidence& row : rows) add(std::move(row));
    if (best.listed->strength == NameStrength::kWeak)
      add({Feature::kWeakAlias,
           Finding::kNote,
           {},
           best.listed->text,
           best.counted < best.points ? "a weak alias, not corroborated by two attributes"
                                      : "a weak alias, corroborated",
           best.counted - best.points,
           -p.bits_weak_alias});
  }
  const bool lifts = best.counted >= p.lift_floor;
  for (Evidence& row : attributes.rows) {
    if (row.points > 0 && !lifts && row.points != attributes.identifier) {
      row.note += row.note.empty() ? "too little of the name agrees" : ", too little of the name agrees";
      row.points = 0;
    }
    add(std::move(row));
  }
  if (lifts && attributes.lift > p.lift_limit)
    add({Feature::kLimit, Finding::kNote, {}, {}, "attributes lift no further", p.lift_limit - attributes.lift, 0});
  if (name >= p.full_name && best.counted == best.points) {
    const Points kept = std::min<Points>(name, p.full_name_kept);
    if (sum < kept) add({Feature::kLimit, Finding::kNote, {}, {}, "a full name stays in sight", kept - sum, 0});
  }
  if (sum > kPointsOne) add({Feature::kLimit, Finding::kNote, {}, {}, "no score is over 1", kPointsOne - sum, 0});
  if (sum < 0) add({Feature::kLimit, Finding::kNote, {}, {}, "no score is under 0", -sum, 0});
  add(prior_of(entities, p));
  hit.score = sum;
  hit.likelihood = likelihood_of(hit.bits);
  hit.decided = attributes.strong_identifier || (best.alignment.full && attributes.birth_day && attributes.loss == 0);
  return hit;
}

}  // namespace

Hit judge(const Query& query, const Entity& entity, uint64_t entities, const Profile& p,
          std::span<const ListedName> names) {
  return judge_listing(query, {entity, names}, entities, p);
}

Hit judge(const Query& query, const PreparedParty& party, uint64_t entities, const Profile& p) {
  return judge_names(query, party, entities, p, {});
}

Hit judge_names(const Query& query, const PreparedParty& party, uint64_t entities, const Profile& p,
                std::span<const ListedName> names) {
  return judge_listing(query, {party.entity, names, &party}, entities, p);
}

}  // namespace cordon::match
