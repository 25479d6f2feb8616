// The registry of commands and options: parsing, --help and the man page are all made from these tables.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "base/error.h"
#include "cli/arguments.h"

namespace cordon::cli {

enum class Takes : uint8_t {
  kFlag,  // no value
  kOne,   // one value, given at most once
  kMany,  // one value each time it is given
};

struct Option {
  std::string_view name;    // "--output"
  std::string_view letter;  // "-o", or empty
  std::string_view value;   // "FILE"; "table|jsonl|csv" admits only these, "NAME|FILE" anything
  Takes takes;
  std::string_view doc;
};

struct Command {
  std::string_view name;
  std::string_view parameters;  // as shown behind the name
  size_t least, most;           // how many parameters
  std::string_view summary;     // one line
  std::string_view doc;
  std::span<const Option> options;
  // Returns the exit code; an error is printed by main and ends with kExitError.
  Result<int> (*run)(const Arguments& arguments);
};

inline constexpr int kExitClear = 0;
inline constexpr int kExitHit = 1;
inline constexpr int kExitError = 2;

std::span<const Command> commands();
const Command* find_command(std::string_view name);

Result<int> run_build(const Arguments& arguments);
Result<int> run_screen(const Arguments& arguments);
Result<int> run_compare(const Arguments& arguments);
Result<int> run_explain(const Arguments& arguments);
Result<int> run_show(const Arguments& arguments);
Result<int> run_lists(const Arguments& arguments);
Result<int> run_diff(const Arguments& arguments);
Result<int> run_own(const Arguments& arguments);
Result<int> run_tune(const Arguments& arguments);
Result<int> run_eval(const Arguments& arguments);
Result<int> run_profile(const Arguments& arguments);

}  // namespace cordon::cli
