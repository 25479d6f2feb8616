#include "assemble/field_changes.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "model/entity_codec.h"
#include "model/statements.h"

namespace cordon::assemble {
namespace {

// A value as it is said: its text, and what qualifies it.
struct Value {
  std::string text;
  std::string qualifier;
  auto operator<=>(const Value&) const = default;
};

struct Field {
  std::pair<size_t, size_t>
      place;  // of its group among the headings (0: what the record itself says), and in the party
  std::vector<Value> before, after;
};
using Fields = std::map<std::string, Field>;  // by name
using Side = std::vector<Value> Field::*;

size_t place_of(std::string_view group) {
  return 1 + static_cast<size_t>(std::ranges::find(kStatementGroups, group) - std::begin(kStatementGroups));
}

void add(const Entity& entity, Side side, Fields& fields) {
  const auto add_value = [&](std::string name, size_t place, Value value) {
    const std::pair at(place, fields.size());
    Field& field = fields.try_emplace(std::move(name), Field{at, {}, {}}).first->second;
    field.place = std::min(field.place, at);
    (field.*side).push_back(std::move(value));
  };
  add_value("caption", 0, {entity.caption, {}});
  add_value("schema", 0, {std::string(schema_name(entity.schema)), {}});
  add_value("list_id", 0, {entity.list_id, {}});
  for (Statement& s : statements_of(entity)) {
    std::string qualifier = s.detail + (s.detail.empty() || s.rest.empty() ? "" : ", ") + s.rest;
    add_value(std::move(s.property), place_of(s.group), {std::move(s.value), std::move(qualifier)});
  }
}

// What qualifies a text, wherever it stands among the values.
using Qualifiers = std::map<std::string_view, std::multiset<std::string_view>>;
Qualifiers qualifiers_of(const std::vector<Value>& values) {
  Qualifiers out;
  for (const Value& v : values) out[v.text].insert(v.qualifier);
  return out;
}

std::vector<std::string> shown(const std::vector<Value>& values, const std::vector<Value>& others) {
  const Qualifiers here = qualifiers_of(values);
  const Qualifiers there = qualifiers_of(others);
  std::vector<std::string> out;
  for (const Value& v : values) {
    const auto other = there.find(v.text);
    const bool is_requalified = other != there.end() && other->second != here.at(v.text);
    out.push_back(is_requalified && !v.qualifier.empty() ? v.text + " (" + v.qualifier + ")" : v.text);
  }
  return out;
}

std::vector<std::string> all_values(const Entity& entity) {
  std::vector<std::string> out;
  for (Statement& s : statements_of(entity)) out.push_back(std::move(s.value));
  return out;
}

}  // namespace

std::vector<FieldChange> field_changes(const Entity* before, const Entity* after) {
  Fields fields;
  if (before) add(*before, &Field::before, fields);
  if (after) add(*after, &Field::after, fields);
  std::vector<const Fields::value_type*> differing;
  for (const auto& field : fields)
    if (field.second.before != field.second.after) differing.push_back(&field);
  std::ranges::sort(differing, {}, [](const auto* field) { return field->second.place; });
  std::vector<FieldChange> out;
  for (const auto* field : differing) {
    const auto& [name, values] = *field;
    out.push_back({name, shown(values.before, values.after), shown(values.after, values.before)});
  }
  if (out.empty() && before && after && content_of(*before) != content_of(*after))
    out.push_back({"order", all_values(*before), all_values(*after)});
  return out;
}

}  // namespace cordon::assemble
