// One FollowTheMoney record as it stands in a file: an id, a schema, and properties that are lists of texts.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/error.h"
#include "model/entity.h"
#include "syntax/json.h"

namespace cordon::lists {

struct FtmRecord {
  std::string id;
  std::string schema;
  std::string caption;
  std::vector<std::pair<std::string, std::vector<std::string>>> properties;
  std::vector<std::pair<std::string, std::vector<std::string>>> extras;  // datasets, referents, first_seen …
  Source source;
  Where where;

  // Returns the values of a property; nothing where it has none.
  const std::vector<std::string>& values(std::string_view property) const;
  // Returns its first value, or "".
  const std::string& first(std::string_view property) const;
};

// Appends the record that `json` holds to `out`, and before it those that are nested in its properties
// ("targets.nested"), which then are referred to by their ids. Errors: kBadInput where there is no object with id,
// schema and properties.
Result<void> read_ftm_record(const JsonValue& json, const Source& source, const Where& where,
                             std::vector<FtmRecord>& out);

}  // namespace cordon::lists
