// From what stands on a command line to parsed lists: folders walked, archives unpacked, formats recognised, editions
// chosen, parties that occur in several files of one list made one entity.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/report.h"
#include "lists/list_format.h"

namespace cordon::lists {

struct CollectOptions {
  std::string as;    // a format's name, or "" to recognise; csv and jsonl are for files of no official format only
  std::string list;  // --list NAME, or ""
  std::map<std::string, std::string> published;  // --published LIST=DATE
};

struct Collection {
  std::vector<ParsedList> lists;         // sorted by list
  std::vector<std::string> passed_over;  // files of unknown format in folders
  std::vector<std::string> left_out;     // older editions, in words
};

// Errors: anything that is unreadable, a FILE of no known format, a truncated or wrong list file; no list at all.
Result<Collection> collect(const std::vector<std::string>& paths, const CollectOptions& options, Reporter& reporter);

}  // namespace cordon::lists
