// "12,345 subjects · 34 % · 2,310 a second · 5 s left" on standard error, for a person who waits.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>

namespace cordon::cli {

class Progress {
 public:
  Progress();
  ~Progress() { hide(); }
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  // Shows the line where standard error is a terminal, two seconds have passed and the last one is old enough.
  // `share` (0 to 1) is how much of the input is done.
  void show(uint64_t subjects, double share);
  // Of what is shown from now on, `subjects` and `share` were done by an earlier run: they count, but not for the rate.
  void go_on_from(uint64_t subjects, double share);
  void hide();
  double seconds() const;

 private:
  using Clock = std::chrono::steady_clock;
  bool is_terminal_;
  bool is_shown_ = false;
  Clock::time_point start_;
  Clock::time_point rate_start_;  // the rate is that of what was done since then
  uint64_t rate_subjects_ = 0;
  double rate_share_ = 0;
  Clock::time_point last_;
};

// Returns "850 ms", "12.3 s" or "4 min 05 s".
std::string duration_text(double seconds);

}  // namespace cordon::cli
