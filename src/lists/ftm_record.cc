#include "lists/ftm_record.h"

#include <fmt/format.h>

#include "base/utf8.h"

namespace cordon::lists {
namespace {

constexpr size_t kKeyBytes = 128;  // a key is kept with every value under it

const std::string kNoText;
const std::vector<std::string> kNoValues;

bool is_object(const JsonValue* v) { return v != nullptr && v->kind == JsonValue::Kind::kObject; }

// The text of a member; empty where it is missing or no scalar.
std::string text_of(const JsonValue& object, std::string_view name) {
  const JsonValue* v = object.find(name);
  if (v == nullptr || (v->kind != JsonValue::Kind::kString && v->kind != JsonValue::Kind::kNumber)) return {};
  return std::string(trim(v->text));
}

// Records nested in records: each is at most as deep as JSON may be nested, so recursion ends.
Result<void> read_values(const JsonValue& json, const FtmRecord& parent, std::vector<std::string>& values,
                         std::vector<FtmRecord>& out) {
  switch (json.kind) {
    case JsonValue::Kind::kArray:
      for (const JsonValue& item : json.items) CHECK_OK(read_values(item, parent, values, out));
      return {};
    case JsonValue::Kind::kObject: {
      const std::string id = text_of(json, "id");
      if (id.empty()) return fail(ErrorCode::kBadInput, "an object without id among the values", parent.where);
      values.push_back(id);
      if (json.find("schema") == nullptr) return {};
      const size_t before = out.size();
      CHECK_OK(read_ftm_record(json, parent.source, parent.where, out));
      // A nested record need not name the one that it is nested in.
      if (out.size() > before) out.back().properties.push_back({"nestedIn", {parent.id}});
      return {};
    }
    default:
      for (std::string& text : json.strings()) values.push_back(std::move(text));
      return {};
  }
}

}  // namespace

const std::vector<std::string>& FtmRecord::values(std::string_view property) const {
  for (const auto& [name, texts] : properties)
    if (name == property) return texts;
  return kNoValues;
}

const std::string& FtmRecord::first(std::string_view property) const {
  const auto& texts = values(property);
  return texts.empty() ? kNoText : texts.front();
}

Result<void> read_ftm_record(const JsonValue& json, const Source& source, const Where& where,
                             std::vector<FtmRecord>& out) {
  if (!is_object(&json)) return fail(ErrorCode::kBadInput, "no JSON object", where);
  FtmRecord record;
  record.id = text_of(json, "id");
  record.schema = text_of(json, "schema");
  record.caption = text_of(json, "caption");
  record.source = source;
  record.where = where;
  const JsonValue* properties = json.find("properties");
  if (record.id.empty()) return fail(ErrorCode::kBadInput, "no id", where);
  if (record.schema.empty()) return fail(ErrorCode::kBadInput, "no schema", where);
  if (!is_object(properties)) return fail(ErrorCode::kBadInput, "no properties", where);
  for (const auto* object : {&json, properties})
    for (const auto& [name, value] : object->members)
      if (name.size() > kKeyBytes) return fail(ErrorCode::kBadInput, "a key of more than 128 bytes", where);
  for (const auto& [name, value] : properties->members) {
    std::vector<std::string> values;
    CHECK_OK(read_values(value, record, values, out));
    if (!values.empty()) record.properties.emplace_back(name, std::move(values));
  }
  for (const auto& [name, value] : json.members) {
    if (name == "id" || name == "schema" || name == "caption" || name == "properties") continue;
    if (auto values = value.strings(); !values.empty()) record.extras.emplace_back(name, std::move(values));
  }
  out.push_back(std::move(record));
  return {};
}

}  // namespace cordon::lists
