#include "screen/group.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/utf8.h"
#include "match/features.h"
#include "match/prepared_name.h"
#include "model/entity_codec.h"

namespace cordon::screen {
namespace {

// Sets of hits, each known by the first of it.
class Groups {
 public:
  explicit Groups(size_t size) : first_(size) { std::iota(first_.begin(), first_.end(), size_t{0}); }
  size_t first(size_t hit) {
    while (first_[hit] != hit) hit = first_[hit] = first_[first_[hit]];
    return hit;
  }
  void join(size_t a, size_t b) {
    a = first(a), b = first(b);
    first_[std::max(a, b)] = std::min(a, b);
  }

 private:
  std::vector<size_t> first_;  // never behind the hit itself
};

// Hits by something that they may share.
using Sharers = std::unordered_map<std::string, std::vector<size_t>>;

void share(Sharers& sharers, std::string key, size_t hit) {
  std::vector<size_t>& hits = sharers[std::move(key)];
  if (hits.empty() || hits.back() != hit) hits.push_back(hit);
}

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

// "QDi.135", "KPe.001", "CDi.008": two or three capitals, i or e, a dot, three digits.
bool is_un_reference(std::string_view text) {
  const size_t dot = text.find('.');
  return dot != std::string_view::npos && (dot == 3 || dot == 4) && text.size() == dot + 4 &&
         std::all_of(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(dot) - 1, is_upper) &&
         (text[dot - 1] == 'i' || text[dot - 1] == 'e') &&
         std::all_of(text.begin() + static_cast<std::ptrdiff_t>(dot) + 1, text.end(), is_digit);
}

bool may_decide(const Identifier& id) { return !id.known_false && id_strength(id) == IdStrength::kStrong; }

bool shares_identifier(const Entity& a, const Entity& b) {
  for (const Identifier& x : a.identifiers)
    for (const Identifier& y : b.identifiers)
      if (may_decide(x) && may_decide(y) && match::same_identifier(x, y)) return true;
  return false;
}

// Do the two have numbers of one kind and country of which a party has one, and none the same?
bool identifiers_contradict(const Entity& a, const Entity& b) {
  bool differs = false;
  for (const Identifier& x : a.identifiers) {
    if (!may_decide(x) || !id_kind_row(x.kind).single_valued) continue;
    for (const Identifier& y : b.identifiers) {
      if (y.kind != x.kind || !may_decide(y)) continue;
      if (match::same_identifier(x, y)) return false;
      differs |= x.country.empty() || y.country.empty() || x.country == y.country;
    }
  }
  return differs;
}

// Can no birth date of the one be one of the other's? A slip of the pen is no contradiction.
bool births_contradict(const Entity& a, const Entity& b) {
  auto best = match::DateRelation::kUnknown;
  for (const DateStatement& x : a.dates)
    for (const DateStatement& y : b.dates)
      if (x.kind == DateKind::kBirth && y.kind == DateKind::kBirth)
        best = std::min(best, match::compare_dates(x.span, y.span));
  return best == match::DateRelation::kSoftConflict || best == match::DateRelation::kConflict;
}

bool contradict(const Entity& a, const Entity& b) { return !compatible(a.schema, b.schema) || births_contradict(a, b); }

// What two spellings of one number have in common; same_identifier() decides.
std::string number_key(const Identifier& id) {
  std::string digits;
  for (const char c : id.value)
    if (is_digit(c)) digits += c;
  return digits.empty() ? normal_id(id.kind, id.value) : digits;
}

// The sounds of the parts that are compared, sorted; empty where there is none.
std::string name_key(const Name& name, Schema schema) {
  const auto prepared =
      match::prepare_kept(name.text, names::name_type(schema), {name.given, name.middle, name.family});
  std::vector<std::string> sounds;
  for (const match::Unit& unit : prepared->units)
    if (unit.count == 1 && !unit.forms.empty()) sounds.push_back(unit.forms.front().folded);
  std::sort(sounds.begin(), sounds.end());
  std::string key;
  for (const std::string& sound : sounds) key += sound + ' ';
  return key;
}

std::vector<std::string> birth_days(const Entity& party) {
  std::vector<std::string> out;
  for (const DateStatement& date : party.dates)
    if (date.kind == DateKind::kBirth && date.span.precision == DatePrecision::kDay) out.push_back(date.span.text());
  return out;
}

std::vector<std::string> un_references(const Entity& party) {
  std::vector<std::string> out;
  for (const Mention& reference : party.references)
    if (is_un_reference(trim(reference.value))) out.push_back(normal_id(IdKind::kUnReference, trim(reference.value)));
  for (const Identifier& id : party.identifiers)
    if (may_decide(id) && id.kind == IdKind::kUnReference) out.push_back(normal_id(id.kind, id.value));
  return out;
}

// An identifier that decides and is no reference of the UN.
bool is_own_number(const Identifier& id) { return may_decide(id) && id.kind != IdKind::kUnReference; }

void share_names(const Entity& party, size_t hit, const std::string& day, Sharers& sharers) {
  for (const Name& name : party.names) {
    const std::string key = name.strength == NameStrength::kWeak ? "" : name_key(name, party.schema);
    if (!key.empty()) share(sharers, key + day, hit);
  }
}

template <typename Same>
void join_sharers(const Sharers& sharers, Groups& groups, const Same& same) {
  for (const auto& [key, hits] : sharers)
    for (size_t i = 0; i < hits.size(); ++i)
      for (size_t j = i + 1; j < hits.size(); ++j)
        if (groups.first(hits[i]) != groups.first(hits[j]) && same(hits[i], hits[j])) groups.join(hits[i], hits[j]);
}

}  // namespace

void group_hits(std::span<Hit> hits, std::span<const Entity> parties) {
  for (Hit& hit : hits) hit.group = hit.entity_id;
  if (hits.size() < 2) return;
  using Key = std::pair<std::string_view, std::string_view>;  // list and id: FtM's ids bear no list
  std::map<Key, const Entity*> by_id;
  for (const Entity& party : parties) by_id.emplace(Key(party.list, party.id), &party);
  std::vector<const Entity*> party;  // by hit
  for (const Hit& hit : hits) party.push_back(by_id.at(Key(hit.list, hit.entity_id)));

  Sharers references, numbers, days, names;
  for (size_t i = 0; i < hits.size(); ++i) {
    for (std::string& reference : un_references(*party[i])) share(references, std::move(reference), i);
    for (const Identifier& id : party[i]->identifiers)
      if (is_own_number(id)) share(numbers, number_key(id), i);
    for (std::string& day : birth_days(*party[i])) share(days, std::move(day), i);
  }
  Groups groups(hits.size());
  join_sharers(references, groups, [](size_t, size_t) { return true; });
  join_sharers(numbers, groups, [&](size_t a, size_t b) {
    return shares_identifier(*party[a], *party[b]) && !contradict(*party[a], *party[b]);
  });
  for (const auto& [day, born] : days) {  // names are taken apart only where they can join what is not one group yet
    const auto elsewhere = [&](size_t hit) { return groups.first(hit) != groups.first(born.front()); };
    if (std::ranges::any_of(born, elsewhere))
      for (const size_t hit : born) share_names(*party[hit], hit, day, names);
  }
  join_sharers(names, groups, [&](size_t a, size_t b) {
    return !contradict(*party[a], *party[b]) && !identifiers_contradict(*party[a], *party[b]);
  });
  for (size_t i = 0; i < hits.size(); ++i) hits[i].group = hits[groups.first(i)].entity_id;
}

std::string joined_by(const Entity& party) {
  Entity seen;
  for (std::string& reference : un_references(party)) seen.references.push_back({std::move(reference), 0});
  for (const Identifier& id : party.identifiers)
    if (may_decide(id)) seen.identifiers.push_back(id);
  const bool has_number = std::ranges::any_of(party.identifiers, is_own_number);
  const bool has_day = !birth_days(party).empty();
  if (has_day)
    for (const Name& name : party.names)
      if (name.strength != NameStrength::kWeak) seen.names.push_back(name);
  if (has_number || has_day) {
    seen.schema = party.schema;
    for (const DateStatement& date : party.dates)
      if (date.kind == DateKind::kBirth) seen.dates.push_back(date);
  }
  return content_of(std::move(seen));
}

}  // namespace cordon::screen
