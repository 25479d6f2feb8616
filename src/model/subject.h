// Subject: a party that is being screened, as some input described it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/entity.h"

namespace cordon {

// Where in the input a subject stood.
struct Locator {
  std::string file;
  uint64_t record = 0;  // 1-based line on which the record starts
  uint64_t byte = 0;
};

struct SubjectName {
  std::string text;
  std::string given, middle, family;  // where the input tells the parts apart, else empty
  bool is_alias = false;
};

struct Subject {
  std::string id;
  Schema schema = Schema::kThing;  // kThing: nothing said
  std::vector<SubjectName> names;  // each is screened apart
  std::vector<Identifier> identifiers;
  std::vector<DateSpan> birth_dates;
  std::vector<std::string> countries;  // codes, of every kind
  std::vector<Address> addresses;
  std::string gender;  // "male", "female", or empty
  Locator where;
  std::vector<std::string> kept;      // values of columns that describe no subject (a label), as the reader was asked
  std::optional<Error> not_screened;  // set where this record could not be read
};

}  // namespace cordon
