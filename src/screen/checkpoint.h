// How far a batch has come, and what it was begun with: what --checkpoint FILE holds. Its page is
// docs/formats/checkpoint.md.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "base/input_bytes.h"
#include "base/part_file.h"

namespace cordon::screen {

// An input by its content.
struct InputStamp {
  std::string name;  // as it was given, in UTF-8: it stands in answers
  uint64_t bytes = 0;
  Hash128 hash;
  FileMoment moment = {};  // when that was seen; in no file
};
// Reads all of `input`, in pieces. Errors: kIo where it is written to meanwhile.
Result<InputStamp> stamp_of(std::string name, const InputBytes& input);

// All that answers depend on. A run goes on only where all of it is as it was.
struct BatchBasis {
  std::string engine;
  std::string snapshot;                                          // its hash
  std::string profile;                                           // name and hash
  std::map<std::string, std::vector<std::string>> options = {};  // the others that change answers or their form
  std::vector<InputStamp> inputs = {};
};
// Returns the first thing that is not what it was, in words, or nothing.
std::optional<std::string> change(const BatchBasis& then, const BatchBasis& now);

// What has come of the batch: after `subjects` answers the output was as long as `output` says, and on disk.
struct BatchState {
  uint64_t subjects = 0;
  std::array<uint64_t, 4> outcomes = {};  // by Outcome
  uint64_t hits = 0;
  uint64_t unnamed_clear = 0;  // clear subjects that the table counts and does not name
  uint64_t milliseconds = 0;   // of all processes together
  PartFile::Mark output = {};
  bool is_whole = false;  // nothing is left but to give the output its name
};

struct Checkpoint {
  BatchBasis basis;
  BatchState state;

  std::string text() const;
  // Errors: kCorrupt (damaged, or no checkpoint at all), kVersion (of another format). `source` is the name for
  // messages.
  static Result<Checkpoint> parse(std::string_view text, const std::string& source);
};

}  // namespace cordon::screen
