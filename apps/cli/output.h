// Where answers go: standard output, a file that is whole or not there, or the part of one (resumption.h).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/atomic_file.h"
#include "base/part_file.h"
#include "cli/arguments.h"
#include "cli/terminal.h"

namespace cordon::cli {

class Output {
 public:
  static Output standard();
  static Output over(PartFile part);
  // Standard output where `path` is empty or "-". Errors: kIo.
  static Result<Output> open(const std::string& path);

  // Errors: kIo; is_quiet_end for a reader that has gone.
  Result<void> append(std::string_view text);
  // Writes what is left; a file is renamed into place only here.
  Result<void> commit();
  const Look& look() const { return look_; }
  bool is_file() const { return file_ || part_; }
  // Puts a part on disk and says how far it is. REQUIRES: over a part. Errors: kIo.
  Result<PartFile::Mark> sync();

 private:
  Result<void> flush();
  std::optional<AtomicFile> file_;
  std::optional<PartFile> part_;
  std::string buffer_;
  Look look_;
};

// Refuses the file of `option` where it is an input: a parameter ("-": standard input), --profile, one of `others`, or
// what lies in a parameter that is a folder and is no snapshot of ours. Writing it would destroy what is read. Errors:
// kInvalidArgument.
Result<void> refuse_input_as_output(const Arguments& arguments, std::string_view option,
                                    std::vector<std::string> others = {});

// Writes a file (mode 0600) that is whole or not there; "-" is standard output. Errors: kIo.
Result<void> write_whole(const std::string& path, std::string_view text);

// An end that needs no words: the reader of our output has gone, or the user pressed Ctrl-C.
bool is_quiet_end(const Error& error);
// From now on Ctrl-C and SIGTERM let check_interrupt() fail, so that no half-written file stays; a second one kills.
void catch_interrupts();
// Errors: a quiet end, after an interrupt.
Result<void> check_interrupt();

}  // namespace cordon::cli
