// --checkpoint FILE: a batch that can be stopped at any moment and goes on from there (docs/decisions/0013).
//
// Answers go to OUTPUT.part. About ten times a second they are put on disk, and only then FILE says how far they are;
// so the part is never shorter than FILE says, and what is behind that is cut off and answered again. When the batch is
// done FILE says so, the part becomes OUTPUT, and FILE is removed.
#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "cli/arguments.h"
#include "cli/output.h"
#include "screen/checkpoint.h"

namespace cordon::cli {

// Refuses what does not go with --checkpoint: no OUTPUT that is a file, an INPUT that cannot be read again, --verify or
// --since, the same file twice. Errors: kInvalidArgument, kNotFound.
Result<void> check_checkpoint_option(const Arguments& arguments);

class Resumption {
 public:
  // Begins a run, or goes on with the one that FILE tells of. Errors: kInvalidArgument where that run began otherwise
  // (what was changed, and what to do); kCorrupt, kVersion, kIo.
  static Result<Resumption> open(const Arguments& arguments, screen::BatchBasis basis);

  // What earlier processes have done; all zero for a new run.
  const screen::BatchState& state() const { return at_.state; }
  const screen::BatchBasis& basis() const { return at_.basis; }
  // Is there nothing left to do? The output bears its name then.
  bool is_done() const { return at_.state.is_whole; }
  // The part, or standard output where there is nothing left to write. Called once.
  Output take_output();

  // Saves `state`, which is that after the last text appended to `output`, where the last time is long enough ago.
  Result<void> save_when_due(Output& output, const screen::BatchState& state);
  Result<void> save(Output& output, const screen::BatchState& state);
  // Gives the output its name and removes FILE.
  Result<void> finish(Output& output, screen::BatchState state);
  // In words, for a run that ends early.
  std::string how_to_go_on() const;

 private:
  using Clock = std::chrono::steady_clock;
  static constexpr auto kShortestPause = std::chrono::milliseconds(100);
  static constexpr auto kLongestPause = std::chrono::seconds(10);
  Resumption(std::string path, screen::BatchBasis basis) : path_(std::move(path)) { at_.basis = std::move(basis); }
  Result<void> resume(const screen::Checkpoint& found, std::optional<PartFile> part, const std::string& output);
  Result<void> write() const;
  Result<void> remove() const;
  std::string path_;
  screen::Checkpoint at_;  // what the file says
  std::optional<PartFile> part_;
  Clock::time_point saved_ = Clock::now();
  Clock::duration pause_ = kShortestPause;  // from one save to the next
};

}  // namespace cordon::cli
