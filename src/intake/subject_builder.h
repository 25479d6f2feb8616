// Fills one Subject from values under recognised columns, in whatever order the record gives them; what can only be
// decided when the record is whole (names composed from their parts, the country of a document) is decided by finish().
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/columns.h"
#include "model/subject.h"

namespace cordon::intake {

inline constexpr size_t kNameFieldBytes = size_t{64} << 10;
inline constexpr size_t kNameBytes = 4096;
inline constexpr size_t kValuesPerSubject = 1000;  // names, dates, addresses, identifiers, each
inline constexpr size_t kComposedNames = 64;

// What several values of one name part mean: columns "first name 1", "first name 2" are joined, an array's items are
// alternatives.
enum class NameParts : uint8_t { kJoined, kAlternatives };

class SubjectBuilder {
 public:
  explicit SubjectBuilder(Subject& subject, NameParts parts = NameParts::kJoined) : subject_(subject), parts_(parts) {}

  // The text was read as Windows-1252 for want of a better guess: a name that looks misread is refused.
  void doubt_encoding() { doubts_encoding_ = true; }
  // Adds one value. Returns false where it makes no sense under its column; an empty one makes sense and adds nothing.
  bool add(const Column& column, std::string_view value);
  // Completes the subject; sets `not_screened` (without `where`) when there is nothing to screen by, or a name is
  // damaged or over a bound. Without `needs_subject` nothing to screen by is as well. REQUIRES: subject.schema is
  // final.
  void finish(bool needs_subject = true);
  // Did the record say what kind of party it is?
  bool has_schema() const { return has_schema_; }

 private:
  struct RawName {
    std::string text;
    bool is_alias;
  };
  bool add_name(const Column& column, std::string_view value);
  bool add_dates(std::string_view value);
  bool add_countries(std::string_view value);
  bool add_identifiers(const Column& column, std::string_view value);
  bool add_address_part(const Column& column, std::string_view value);
  void add_split_names();
  void add_imo_number(std::string_view name);
  void add_composed_names();
  void add_composed(const std::string& given, const std::string& middle, const std::string& family);
  void complete_identifiers();
  void refuse(std::string reason, ErrorCode code = ErrorCode::kBadInput);

  Subject& subject_;
  NameParts parts_;
  bool has_schema_ = false;
  bool damaged_name_ = false;
  bool doubts_encoding_ = false;
  bool misread_name_ = false;
  std::vector<RawName> raw_names_;
  std::vector<std::string> given_, middle_, family_;
  std::string id_country_;
  bool has_address_ = false;
};

// The id of a record whose own could not be read: SOURCE#RECORD, which is nobody's.
std::string id_of_broken(std::string_view source, uint64_t record);
// Keeps a value of a column that describes no subject; the first one that is not empty stays.
void keep(Subject& subject, size_t slot, std::string_view value);
// Returns whether subjects have a place for values of this field.
bool is_used(Field field);
// Can a subject be screened by values of this field?
bool is_decisive(Field field);
// An empty value as tables write it: nothing, "N/A", "NULL", a dash.
bool is_absent(const Column& column, std::string_view value);

}  // namespace cordon::intake
