// One row of a list of one's own, filled in under recognised columns in whatever order they come.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "lists/entity_builder.h"
#include "model/columns.h"

namespace cordon::lists {

class OwnRecord {
 public:
  // `fallback_id` is for a row that has no id.
  OwnRecord(std::string_view list, std::string fallback_id, Source source);

  // Adds one value; one that is empty, "N/A", "NULL" or a dash adds nothing. Returns false where it makes no sense
  // under its column (an unknown country, a text that is no date); it is kept as a note then, under the header's name.
  bool add(const Column& column, std::string_view header, std::string_view value);
  // Keeps a value of a column that is not recognised, under the header's name.
  void add_unknown(std::string_view header, std::string_view value);
  bool has_id() const { return has_id_; }
  // Has it a name or an identifier?
  bool names_a_party() const;
  // Completes the entity. `names_read` is raised by its names.
  Entity finish(uint64_t& names_read);

 private:
  bool add_value(const Column& column, std::string_view value);
  bool add_country(CountryKind kind, std::string_view value);
  void add_address_part(Field field, std::string_view value);
  void add_split_names();
  void add_composed_name();

  std::string list_;
  Source source_;
  std::string id_;
  bool has_id_ = false;
  EntityBuilder builder_;
  std::string given_, middle_, family_;
  struct PendingName {
    std::string field;
    NameKind kind;
    NameStrength strength;
  };
  std::vector<PendingName> names_;  // split when the schema is known
  struct PendingId {
    IdKind kind;
    std::string value, detail;
  };
  std::vector<PendingId> ids_;
  std::string id_country_;
  std::vector<Address> addresses_;
};

// Is this an empty value as tables write it?
bool is_absent_value(std::string_view value);

}  // namespace cordon::lists
