// A command line, taken apart by the tables of commands.h. Values stay text; each command reads its own.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"

namespace cordon::cli {

struct Command;

class Arguments {
 public:
  bool has(std::string_view option) const { return values_.contains(option); }
  // Every value in the order given; none where the option is absent.
  const std::vector<std::string>& all(std::string_view option) const;
  // The value, or `fallback` where the option is absent.
  std::string value(std::string_view option, std::string_view fallback = "") const;
  const std::vector<std::string>& parameters() const { return parameters_; }

  // Errors: kInvalidArgument, in words that name the option.
  static Result<Arguments> parse(const Command& command, std::vector<std::string> words);

 private:
  std::map<std::string, std::vector<std::string>, std::less<>> values_;
  std::vector<std::string> parameters_;
};

// Reads a whole number from 0 to `most`. Errors: kInvalidArgument naming `option`.
Result<uint32_t> parse_count(std::string_view option, std::string_view text, uint32_t most);
// Reads "0.7", ".85", "1" exactly, in units of the last of `decimals` digits behind the point; further digits are
// refused rather than rounded. Errors: kInvalidArgument, beginning with `what` ("--threshold is a score").
Result<int32_t> parse_decimal(std::string_view what, std::string_view text, size_t decimals);

}  // namespace cordon::cli
