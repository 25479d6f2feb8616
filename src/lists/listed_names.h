// Name elements that hold more than one name, or more than a name: "A; B; C", "original (Latin; Latin)",
// "NAME (previously listed as)", "NAME, born in …". Such values occur in the UN's and the EU's lists.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace cordon::lists {

struct ListedNames {
  std::vector<std::string> names;  // in the order of the text; empty only for a text without any name
  std::string note;                // what of the text is no name; where it held several names, the text itself
};

// Takes the text of one name element apart. Acronyms and places in parentheses stay part of the name. Cost: linear.
ListedNames read_listed_names(std::string_view text);
// Returns the names that a UN alias's NOTE gives for the same alias: "original script: …", "In Arabic: …",
// transliterations.
std::vector<std::string> names_in_note(std::string_view note, std::string_view alias);
// Returns the parts of "A / B", each of which is a name as well as the whole; nothing for a name without " / ".
std::vector<std::string> alternatives(std::string_view name);
// "FAMILY, Given" with exactly one comma and neither parentheses nor digits as "Given FAMILY", else the text itself.
std::string in_reading_order(std::string_view name);

}  // namespace cordon::lists
