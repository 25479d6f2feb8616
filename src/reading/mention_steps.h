// What each step of finding mentions costs: for bench/pages.cc. Where nobody measures, a step costs a comparison.
#pragma once

#include <array>
#include <cstdint>
#include <ctime>

namespace cordon::reading {

enum class MentionStep : uint8_t {
  kOther,      // between the steps
  kCut,        // the text cut into words
  kWords,      // words met for the first time read
  kRuns,       // words looked up; where names may stand
  kPairs,      // two words looked up together
  kNamed,      // … for the first time: which parties have a name of both
  kStretches,  // proposals widened to whole names
  kBound,      // the judge bounded by the index
  kParties,    // parties read from the snapshot, names prepared
  kJudge,      // texts prepared and judged
  kSingles,    // names of one word
  kAliases,    // what the page calls parties
  kCount,
};
inline constexpr size_t kMentionSteps = static_cast<size_t>(MentionStep::kCount);

// Processor time of one thread, given to the step that it is spent in and to none around it.
class MentionClock {
 public:
  std::array<double, kMentionSteps> seconds = {};
  std::array<uint64_t, kMentionSteps> times = {};  // how often it was begun

  // The step until the end of the block. A null clock measures nothing.
  class Within {
   public:
    Within(MentionClock* clock, MentionStep step) : clock_(clock) {
      if (clock_ == nullptr) return;
      before_ = clock_->step_;
      clock_->change(step);
      ++clock_->times[static_cast<size_t>(step)];
    }
    ~Within() {
      if (clock_ != nullptr) clock_->change(before_);
    }
    Within(const Within&) = delete;
    Within& operator=(const Within&) = delete;

   private:
    MentionClock* clock_;
    MentionStep before_ = MentionStep::kOther;
  };

 private:
  static double now() {
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
  }
  void change(MentionStep step) {
    const double at = now();
    if (step_ != MentionStep::kOther) seconds[static_cast<size_t>(step_)] += at - since_;
    since_ = at;
    step_ = step;
  }
  MentionStep step_ = MentionStep::kOther;
  double since_ = 0;
};

}  // namespace cordon::reading
