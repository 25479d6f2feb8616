// One name field to the names in it. Customers' files and lists of one's own are read with the same rules, so that what
// is one name here is one name there.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/schema.h"

namespace cordon::names {

// Splits "A / B", "A and/or B", "A; B", "A a.k.a. B" into names to be screened apart; "Smith and Sons Ltd" stays whole.
// "A & B" is split for persons only, where both sides look like full names. Where it is doubtful whether a marker is a
// part of a name ("KOUASSI AKA CHARLES") the whole is given as well; where every piece is one word ("Peskov; Dmitry")
// it stands first. Behind each name stand its readings (name_readings.h). Nothing where `field` holds no letter or
// digit. None twice. Cost: linear.
std::vector<std::string> split_names(std::string_view field, Schema schema);

// Does `text` hold a letter or digit of any script? What is not ASCII counts unless it is punctuation, a blank or
// U+FFFD.
bool has_content(std::string_view text);

// Returns the IMO number that `field` states beside the name ("ARTAVIL (IMO 9187629)"), or nothing; its checksum holds.
std::string_view imo_number_in(std::string_view field);

}  // namespace cordon::names
