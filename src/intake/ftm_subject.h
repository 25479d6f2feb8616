// One JSON record to a Subject: flat ({"name": …, "birth_date": …}) or a FollowTheMoney entity
// ({"id","schema","properties"}).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "intake/notes.h"
#include "intake/records.h"
#include "syntax/json.h"

namespace cordon::intake {

// Turns JSON records into subjects; remembers what their keys mean.
class JsonRecords {
 public:
  // `notes` must outlive this object.
  JsonRecords(const IntakeOptions& options, IntakeNotes& notes) : options_(options), notes_(notes) {}

  // Returns the subject, not screened where `record` is no object or holds nothing to screen by; nothing for an FtM
  // record that is no party (an address, a passport, a link), which is counted in the notes. `id` is used where the
  // record has none.
  std::optional<Subject> subject(const JsonValue& record, const Locator& where, const std::string& id);
  // Notes the mappings whose key never occurred. Called at the end of the input.
  void finish();

 private:
  std::optional<Column> column_of(const std::string& key);
  std::optional<Column> nested_column(const std::string& key, const std::string& child, const Column& parent);
  bool has_decisive_key(const JsonValue& object);
  std::string key_of_records(const JsonValue& record);
  void add_flat(class SubjectBuilder& builder, Subject& subject, const JsonValue& record, uint64_t line);
  void add_ftm(SubjectBuilder& builder, Subject& subject, const JsonValue& record, uint64_t line);
  bool keep_member(Subject& subject, const std::string& key, const JsonValue& value);
  void add_member(SubjectBuilder& builder, const std::string& key, const JsonValue& value, uint64_t line);
  void add_value(SubjectBuilder& builder, const std::string& key, const Column& column, const JsonValue& value,
                 uint64_t line);

  const IntakeOptions options_;
  IntakeNotes& notes_;
  std::unordered_map<std::string, std::optional<Column>> known_;
  std::unordered_map<std::string, bool> mapped_;  // headers of --map that occurred
};

}  // namespace cordon::intake
