// JSON records to Subjects. Flat keys and FtM properties go through the same recognition of columns; FtM's records that
// are no parties are passed over and counted, and what no rule recognises is noted once.
#include "intake/ftm_subject.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "intake/subject_builder.h"

namespace cordon::intake {
namespace {

constexpr size_t kKnownKeys = 4096;
constexpr size_t kQuotedKey = 60;  // bytes of a key in a message

// FtM's schemata that describe a party or tie two of them together, but are none.
constexpr std::array<std::string_view, 45> kNoParties = {
    "Address",       "Article",     "Assessment",     "Associate",
    "Audio",         "BankAccount", "Call",           "Contract",
    "ContractAward", "CourtCase",   "CourtCaseParty", "Debt",
    "Directorship",  "Document",    "Documentation",  "EconomicActivity",
    "Email",         "Employment",  "Event",          "Family",
    "Folder",        "HyperText",   "Identification", "Image",
    "Interest",      "Interval",    "License",        "Membership",
    "Mention",       "Message",     "Note",           "Occupancy",
    "Ownership",     "Page",        "Pages",          "Passport",
    "Payment",       "Position",    "Project",        "Representation",
    "Sanction",      "Similar",     "Succession",     "Table",
    "UnknownLink"};

// Members of an FtM entity beside its properties; they say nothing about the party that is screened by.
constexpr std::array<std::string_view, 9> kEnvelope = {
    "caption", "datasets", "referents", "first_seen", "last_seen", "last_change", "target", "schema", "properties"};

bool is_no_party(std::string_view schema) {
  return std::find(kNoParties.begin(), kNoParties.end(), schema) != kNoParties.end();
}

bool is_scalar(const JsonValue& value) {
  using Kind = JsonValue::Kind;
  return value.kind == Kind::kString || value.kind == Kind::kNumber || value.kind == Kind::kBool;
}

bool is_ftm(const JsonValue& record) {
  const JsonValue* schema = record.find("schema");
  const JsonValue* properties = record.find("properties");
  return schema && properties && schema->kind == JsonValue::Kind::kString &&
         properties->kind == JsonValue::Kind::kObject;
}

}  // namespace

std::optional<Column> JsonRecords::column_of(const std::string& key) {
  if (const auto it = known_.find(key); it != known_.end()) return it->second;
  std::optional<Column> column;
  const bool is_subject = options_.use_of(key).kind == ColumnUse::Kind::kSubject;
  for (const ColumnMapping& mapping : options_.mappings) {
    if (!is_subject || ascii_lower(trim(mapping.header)) != ascii_lower(trim(key))) continue;
    column = mapping.column;
    mapped_[mapping.header] = true;
    break;
  }
  if (!column && is_subject) column = recognize_column(key);
  if (known_.size() < kKnownKeys) known_.emplace(key, column);
  return column;
}

// "passport": {"number": …} is a passport number, "address": {"country": …} the country of an address.
std::optional<Column> JsonRecords::nested_column(const std::string& key, const std::string& child,
                                                 const Column& parent) {
  std::optional<Column> column = column_of(key + " " + child);
  if (!column) column = column_of(child + " " + key);
  if (!column) column = column_of(child);
  if (!column || column->field == Field::kSchema || column->field == Field::kId) return std::nullopt;
  if (column->field != Field::kCountry) return column;
  if (parent.field == Field::kIdentifier) column->field = Field::kIdCountry;
  if (parent.field == Field::kAddress) column->field = Field::kAddressCountry;
  return column;
}

bool JsonRecords::has_decisive_key(const JsonValue& object) {
  return std::any_of(object.members.begin(), object.members.end(), [&](const auto& member) {
    const auto column = column_of(member.first);
    return column && is_decisive(column->field) && member.second.kind != JsonValue::Kind::kNull;
  });
}

void JsonRecords::add_value(SubjectBuilder& builder, const std::string& key, const Column& column,
                            const JsonValue& value, uint64_t line) {
  if (is_scalar(value)) {
    const std::string text = value.kind == JsonValue::Kind::kBool ? (value.boolean ? "true" : "false") : value.text;
    if (!builder.add(column, text)) notes_.refused(column, key, text, line);
    return;
  }
  for (const JsonValue& item : value.items) add_value(builder, key, column, item, line);
  for (const auto& [child, member] : value.members) {
    const auto nested = nested_column(key, child, column);
    if (nested && is_used(nested->field)) {
      add_value(builder, key + "." + child, *nested, member, line);
    } else {
      notes_.unused(key + "." + child, nested ? &*nested : nullptr);
    }
  }
}

// Takes a member that describes no subject; false for one that may.
bool JsonRecords::keep_member(Subject& subject, const std::string& key, const JsonValue& value) {
  const ColumnUse use = options_.use_of(key);
  if (use.kind == ColumnUse::Kind::kSubject) return false;
  if (use.kind == ColumnUse::Kind::kPassedOver) return true;
  std::string all;
  for (const std::string& text : value.strings()) all += (all.empty() ? "" : ";") + text;
  keep(subject, use.slot, all);
  return true;
}

void JsonRecords::add_member(SubjectBuilder& builder, const std::string& key, const JsonValue& value, uint64_t line) {
  const auto column = column_of(key);
  if (column && is_used(column->field)) return add_value(builder, key, *column, value, line);
  notes_.unused(key, column ? &*column : nullptr);
}

void JsonRecords::add_flat(SubjectBuilder& builder, Subject& subject, const JsonValue& record, uint64_t line) {
  // {"id": …, "query": {"name": …}}: a record without anything to screen by that holds one which has.
  const bool is_wrapper = !has_decisive_key(record);
  for (const auto& [key, value] : record.members) {
    if (keep_member(subject, key, value)) continue;
    if (is_wrapper && !column_of(key) && value.kind == JsonValue::Kind::kObject && has_decisive_key(value)) {
      notes_.once(
          fmt::format("the subject is read from the object under '{}'", collapse_spaces(key).substr(0, kQuotedKey)));
      for (const auto& [inner_key, inner_value] : value.members) add_member(builder, inner_key, inner_value, line);
    } else {
      add_member(builder, key, value, line);
    }
  }
}

// {"customers": [{"name": …}, …]}: a record that is no subject but holds them. Returns the key, or nothing.
std::string JsonRecords::key_of_records(const JsonValue& record) {
  for (const auto& [key, value] : record.members) {
    const bool holds = value.kind == JsonValue::Kind::kArray && !value.items.empty() &&
                       value.items.front().kind == JsonValue::Kind::kObject && has_decisive_key(value.items.front());
    if (holds) return collapse_spaces(key).substr(0, kQuotedKey);
  }
  return {};
}

void JsonRecords::add_ftm(SubjectBuilder& builder, Subject& subject, const JsonValue& record, uint64_t line) {
  const JsonValue& properties = *record.find("properties");
  add_value(builder, "schema", {Field::kSchema, IdKind::kUnknown, {}}, *record.find("schema"), line);
  for (const auto& [key, value] : record.members) {
    if (keep_member(subject, key, value)) continue;
    if (std::find(kEnvelope.begin(), kEnvelope.end(), key) == kEnvelope.end()) add_member(builder, key, value, line);
  }
  for (const auto& [key, value] : properties.members) {
    if (keep_member(subject, key, value)) continue;
    if (column_of(key)) {
      add_member(builder, key, value, line);
    } else if (const auto kind = parse_id_kind(key)) {
      add_value(builder, key, {Field::kIdentifier, *kind, {}}, value, line);
    } else {
      notes_.unused(key, nullptr);
    }
  }
  const JsonValue* caption = record.find("caption");
  if (caption && properties.find("name") == nullptr)
    add_value(builder, "caption", {Field::kName, IdKind::kUnknown, {}}, *caption, line);
}

std::optional<Subject> JsonRecords::subject(const JsonValue& record, const Locator& where, const std::string& id) {
  Subject subject;
  subject.where = where;
  SubjectBuilder builder(subject, NameParts::kAlternatives);
  if (options_.guessed_windows_1252) builder.doubt_encoding();
  if (record.kind == JsonValue::Kind::kObject) {
    const bool ftm = is_ftm(record);
    if (ftm && is_no_party(record.find("schema")->text)) {
      notes_.passed_over(record.find("schema")->text);
      return std::nullopt;
    }
    ftm ? add_ftm(builder, subject, record, where.record) : add_flat(builder, subject, record, where.record);
  } else if (record.kind == JsonValue::Kind::kString) {
    builder.add({Field::kName, IdKind::kUnknown, {}}, record.text);
  } else {
    subject.not_screened = Error{ErrorCode::kBadInput, "the record is no JSON object"};
  }
  if (!builder.has_schema()) subject.schema = options_.default_schema;
  if (subject.id.empty()) subject.id = id;
  builder.finish(options_.needs_subject);
  if (const std::string key = subject.not_screened ? key_of_records(record) : ""; !key.empty())
    subject.not_screened->message = fmt::format(
        "the records stand in the array under '{}'; only an array or records one after another are read, so give that "
        "array alone (jq -c '.[\"{}\"][]')",
        key, key);
  if (subject.not_screened) subject.not_screened->where = {where.file, where.record, where.byte};
  return subject;
}

void JsonRecords::finish() {
  for (const ColumnMapping& mapping : options_.mappings)
    if (!mapped_.contains(mapping.header))
      notes_.once(fmt::format("--map names the key '{}', which no record has", mapping.header));
}

}  // namespace cordon::intake
