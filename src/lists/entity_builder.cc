// The one way in which readers fill an Entity. Equal values are found by hash, so that a record of a million equal
// names costs no more than one that is as long.
#include "lists/entity_builder.h"

#include <fmt/format.h>

#include <cstdlib>
#include <limits>
#include <unordered_map>
#include <unordered_set>

#include "base/utf8.h"
#include "model/country.h"
#include "model/entity_codec.h"

namespace cordon::lists {
namespace {

// What makes two values equal, as one string each: a letter for the kind of value, then its fields with US between
// them.
template <typename... Parts>
std::string joined(char what, const Parts&... parts) {
  std::string out(1, what);
  ((out += '\x1f', out += parts), ...);
  return out;
}
template <typename Kind>
std::string number(Kind kind) {
  return std::to_string(static_cast<int>(kind));
}
std::string key(const Source& s) { return joined('s', s.file, s.record, std::to_string(s.byte)); }
std::string key(const Name& n) { return joined('n', n.text, number(n.kind), number(n.strength)); }
std::string key(const Identifier& i) { return joined('i', number(i.kind), i.value, i.country, i.detail); }
std::string key(const DateStatement& d) {
  return joined('d', number(d.kind), number(d.span.precision), std::to_string(d.span.low), std::to_string(d.span.high),
                d.note);
}
std::string key(const CountryStatement& c) { return joined('c', number(c.kind), c.code.empty() ? c.text : c.code); }
std::string key(const Address& a) {
  return joined('a', a.street, a.city, a.region, a.postal_code, a.country, a.full, a.note);
}
std::string key(const Link& l) {
  const auto day = [](const std::optional<DateSpan>& d) { return d ? d->text() : std::string(); };
  return joined('l', l.kind, l.target_name, l.target_id, l.share, l.role, day(l.from), day(l.to), l.stated_at);
}
std::string key(const Property& p) { return joined('p', p.name, p.value); }
std::string key(const Mention& m) { return m.value; }
std::string text_key(char what, std::string_view text) { return joined(what, text); }

bool is_latin_letter(char32_t c) {
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= 0xC0 && c <= 0x24F) || (c >= 0x1E00 && c <= 0x1EFF);
}

std::string full_address(const Address& a, const std::string& country) {
  std::string out;
  for (const std::string* part : {&a.street, &a.city, &a.region, &a.postal_code, &country}) {
    if (part->empty()) continue;
    if (!out.empty()) out += ", ";
    out += *part;
  }
  return out;
}

std::string folded(std::string_view text) { return ascii_lower(collapse_spaces(text)); }

// "FAMILY, Given" as "Given FAMILY"; the text itself where there is no comma.
std::string in_reading_order(std::string_view text) {
  const size_t comma = text.find(',');
  if (comma == std::string_view::npos) return std::string(text);
  return fmt::format("{} {}", trim(text.substr(comma + 1)), trim(text.substr(0, comma)));
}

// Appends to `into` what of `from` is not yet there, with its source renumbered.
template <typename T>
void append_new(std::vector<T>& into, std::vector<T>& from, const std::vector<SourceIndex>& renumbered) {
  std::unordered_set<std::string> seen;
  for (const T& value : into) seen.insert(key(value));
  for (T& value : from) {
    if (!seen.insert(key(value)).second) continue;
    value.source = value.source < renumbered.size() ? renumbered[value.source] : SourceIndex{0};
    into.push_back(std::move(value));
  }
}

void fill(std::string& value, const std::string& other) {
  if (value.empty()) value = other;
}

// A name that both have may have its parts, language or note told by only one of them.
void complete_names(std::vector<Name>& names, const std::vector<Name>& others) {
  std::unordered_map<std::string, Name*> by_key;
  for (Name& n : names) by_key.emplace(key(n), &n);
  for (const Name& o : others) {
    const auto it = by_key.find(key(o));
    if (it == by_key.end()) continue;
    Name& n = *it->second;
    if (n.given.empty() && n.middle.empty() && n.family.empty()) {
      n.given = o.given;
      n.middle = o.middle;
      n.family = o.family;
    }
    fill(n.language, o.language);
    fill(n.note, o.note);
  }
}

}  // namespace

bool is_latin(std::string_view text) {
  bool latin = false;
  for (size_t pos = 0; pos < text.size();) {
    const char32_t c = next_code_point(text, pos);
    latin = latin || is_latin_letter(c);
    if (c >= 0x370 && !is_latin_letter(c) && !(c >= 0x2000 && c <= 0x206F)) return false;
  }
  return latin;
}

EntityBuilder::EntityBuilder(std::string_view list, std::string_view list_id, Schema schema) {
  entity_.list = list;
  entity_.list_id = trim(list_id);
  entity_.id = entity_.list + ":" + entity_.list_id;
  entity_.schema = schema;
}

EntityBuilder::Packed EntityBuilder::pack() const {
  Packed out{{}, names_read_, source_};
  encode_entity(entity_, out.body);
  out.body.shrink_to_fit();
  return out;
}

EntityBuilder::EntityBuilder(const Packed& packed)
    : source_(packed.source), seen_all_(false), names_read_(packed.names_read) {
  Result<Entity> entity = decode_entity(packed.body);
  if (!entity) std::abort();  // pack() made the bytes
  entity_ = std::move(*entity);
}

// Fills seen_ from the entity of a builder that was packed.
void EntityBuilder::see_all() {
  seen_all_ = true;
  const auto see = [&](const auto& values) {
    for (size_t i = 0; i < values.size(); ++i) seen_.emplace(key(values[i]), i);
  };
  const auto see_mentions = [&](char what, const std::vector<Mention>& mentions) {
    for (const Mention& m : mentions) seen_.emplace(text_key(what, m.value), 0);
  };
  see(entity_.sources);
  see(entity_.names);
  see(entity_.identifiers);
  see(entity_.dates);
  see(entity_.countries);
  see(entity_.addresses);
  see(entity_.links);
  see(entity_.properties);
  see_mentions('P', entity_.programs);
  see_mentions('M', entity_.measures);
  see_mentions('R', entity_.references);
}

std::pair<size_t, bool> EntityBuilder::index_of(std::string what, size_t next) {
  if (!seen_all_) see_all();
  const auto [it, is_new] = seen_.emplace(std::move(what), next);
  return {it->second, is_new};
}

void EntityBuilder::from(Source source) {
  const auto [index, is_new] = index_of(key(source), entity_.sources.size());
  if (!is_new) {
    source_ = static_cast<SourceIndex>(index);
  } else if (index <= std::numeric_limits<SourceIndex>::max()) {
    entity_.sources.push_back(std::move(source));
    source_ = static_cast<SourceIndex>(index);
  } else {
    seen_.erase(key(source));  // no number is left: values stay with the last source that has one
  }
}

Name* EntityBuilder::name(std::string_view text, NameKind kind, NameStrength strength) {
  Name n;
  n.text = collapse_spaces(text);
  if (n.text.empty()) return nullptr;
  ++names_read_;
  n.kind = kind;
  n.strength = strength;
  n.source = source_;
  const auto [index, is_new] = index_of(key(n), entity_.names.size());
  if (is_new) entity_.names.push_back(std::move(n));
  return &entity_.names[index];
}

Identifier* EntityBuilder::identifier(IdKind kind, std::string_view value, std::string_view country,
                                      std::string_view detail) {
  Identifier id;
  id.kind = kind;
  id.value = collapse_spaces(value);
  if (id.value.empty()) return nullptr;
  id.country = country_code(country);
  id.detail = collapse_spaces(detail);
  if (id.country.empty() && id.detail.empty()) id.detail = collapse_spaces(country);
  id.source = source_;
  const auto [index, is_new] = index_of(key(id), entity_.identifiers.size());
  if (is_new) entity_.identifiers.push_back(std::move(id));
  return &entity_.identifiers[index];
}

void EntityBuilder::date(DateKind kind, std::string_view text, std::string_view note) {
  if (const auto span = parse_date(text)) return date(kind, *span, note);
  std::string kept = collapse_spaces(text);
  const std::string more = collapse_spaces(note);
  if (!kept.empty() && !more.empty()) kept += "; ";
  kept += more;
  if (!kept.empty()) date(kind, DateSpan{}, kept);
}

void EntityBuilder::date(DateKind kind, DateSpan span, std::string_view note) {
  DateStatement d{kind, span, collapse_spaces(note), source_};
  if (span.precision == DatePrecision::kUnknown && d.note.empty()) return;
  if (index_of(key(d), 0).second) entity_.dates.push_back(std::move(d));
}

void EntityBuilder::country(CountryKind kind, std::string_view text) {
  CountryStatement c{kind, {}, collapse_spaces(text), source_};
  if (c.text.empty()) return;
  c.code = country_code(c.text);
  if (index_of(key(c), 0).second) entity_.countries.push_back(std::move(c));
}

void EntityBuilder::address(Address a) {
  for (std::string* part : {&a.street, &a.city, &a.region, &a.postal_code, &a.country, &a.full, &a.note})
    *part = collapse_spaces(*part);
  const std::string written = a.country;
  a.country = country_code(written);
  if (a.full.empty()) a.full = full_address(a, a.country.empty() ? written : std::string(country_name(a.country)));
  if (a.full.empty() && a.note.empty()) return;
  a.source = source_;
  if (index_of(key(a), 0).second) entity_.addresses.push_back(std::move(a));
}

void EntityBuilder::mention(char what, std::string_view value, std::vector<Mention>& into) {
  std::string collapsed = collapse_spaces(value);
  if (!collapsed.empty() && index_of(text_key(what, collapsed), 0).second)
    into.push_back({std::move(collapsed), source_});
}
void EntityBuilder::program(std::string_view value) { mention('P', value, entity_.programs); }
void EntityBuilder::measure(std::string_view value) { mention('M', value, entity_.measures); }
void EntityBuilder::reference(std::string_view value) { mention('R', value, entity_.references); }

void EntityBuilder::link(std::string_view kind, std::string_view target_name, std::string_view target_id) {
  Link l;
  l.kind = kind;
  l.target_name = target_name;
  l.target_id = target_id;
  link(std::move(l));
}

void EntityBuilder::link(Link l) {
  for (std::string* text : {&l.kind, &l.target_name, &l.share, &l.role}) *text = collapse_spaces(*text);
  for (std::string* text : {&l.target_id, &l.stated_at}) *text = std::string(trim(*text));
  if (l.target_name.empty() && l.target_id.empty()) return;
  l.source = source_;
  if (index_of(key(l), 0).second) entity_.links.push_back(std::move(l));
}

void EntityBuilder::property(std::string_view name, std::string_view value) {
  Property p{std::string(name), collapse_spaces(value), source_};
  if (p.value.empty()) return;
  if (index_of(key(p), 0).second) entity_.properties.push_back(std::move(p));
}

Entity EntityBuilder::build() {
  const Name* caption = nullptr;
  for (const Name& n : entity_.names) {
    if (n.kind != NameKind::kPrimary || !is_latin(n.text)) continue;
    caption = &n;
    break;
  }
  if (caption == nullptr && !entity_.names.empty()) caption = &entity_.names.front();
  if (entity_.caption.empty()) entity_.caption = caption != nullptr ? caption->text : entity_.list_id;
  seen_.clear();
  return std::move(entity_);
}

size_t merge_same_ids(std::vector<Entity>& entities) {
  std::unordered_map<std::string_view, size_t> first;
  std::vector<bool> joined(entities.size());
  for (size_t i = 0; i < entities.size(); ++i) {
    const auto [it, is_new] = first.emplace(entities[i].id, i);
    if (is_new) continue;
    joined[i] = true;
    merge_entity(entities[it->second], std::move(entities[i]));
  }
  size_t kept = 0;
  for (size_t i = 0; i < entities.size(); ++i) {
    if (joined[i]) continue;
    if (kept != i) entities[kept] = std::move(entities[i]);
    ++kept;
  }
  const size_t count = entities.size() - kept;
  entities.resize(kept);
  return count;
}

void resolve_links(std::vector<Entity>& entities) {
  std::unordered_map<std::string, std::string> by_name;  // folded primary name to id, "" where two parties bear it
  for (const Entity& e : entities) {
    for (const Name& n : e.names) {
      if (n.kind != NameKind::kPrimary) continue;
      const auto [it, is_new] = by_name.emplace(folded(n.text), e.id);
      if (!is_new && it->second != e.id) it->second.clear();
    }
  }
  for (Entity& e : entities) {
    for (Link& l : e.links) {
      if (!l.target_id.empty()) continue;
      auto it = by_name.find(folded(l.target_name));
      if (it == by_name.end()) it = by_name.find(folded(in_reading_order(l.target_name)));
      if (it != by_name.end() && it->second != e.id) l.target_id = it->second;
    }
  }
}

void merge_entity(Entity& entity, Entity other) {
  std::unordered_map<std::string, SourceIndex> known;
  for (size_t i = 0; i < entity.sources.size(); ++i) known.emplace(key(entity.sources[i]), static_cast<SourceIndex>(i));
  std::vector<SourceIndex> renumbered;
  for (Source& s : other.sources) {
    const size_t next = std::min<size_t>(entity.sources.size(), std::numeric_limits<SourceIndex>::max());
    const auto [it, is_new] = known.emplace(key(s), static_cast<SourceIndex>(next));
    renumbered.push_back(it->second);
    if (is_new && next == entity.sources.size()) entity.sources.push_back(std::move(s));
  }
  complete_names(entity.names, other.names);
  append_new(entity.names, other.names, renumbered);
  append_new(entity.identifiers, other.identifiers, renumbered);
  append_new(entity.dates, other.dates, renumbered);
  append_new(entity.countries, other.countries, renumbered);
  append_new(entity.addresses, other.addresses, renumbered);
  append_new(entity.links, other.links, renumbered);
  append_new(entity.properties, other.properties, renumbered);
  append_new(entity.programs, other.programs, renumbered);
  append_new(entity.measures, other.measures, renumbered);
  append_new(entity.references, other.references, renumbered);
  if (entity.schema == Schema::kThing || (entity.schema == Schema::kLegalEntity && other.schema != Schema::kThing))
    entity.schema = other.schema;
  if (entity.caption.empty()) entity.caption = std::move(other.caption);
}

}  // namespace cordon::lists
