// Progress; see progress.h.
#include "cli/progress.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cstdio>

#include "cli/tell.h"
#include "cli/text_table.h"

namespace cordon::cli {
namespace {

constexpr double kQuietSeconds = 2;
constexpr auto kBetweenLines = std::chrono::milliseconds(250);

}  // namespace

Progress::Progress()
    : is_terminal_(isatty(STDERR_FILENO) == 1), start_(Clock::now()), rate_start_(start_), last_(start_) {}

double Progress::seconds() const { return std::chrono::duration<double>(Clock::now() - start_).count(); }

void Progress::go_on_from(uint64_t subjects, double share) {
  rate_start_ = Clock::now();
  rate_subjects_ = subjects;
  rate_share_ = share;
}

void Progress::show(uint64_t subjects, double share) {
  const auto now = Clock::now();
  const double passed = std::chrono::duration<double>(now - rate_start_).count();
  if (!is_terminal_ || passed < kQuietSeconds || now - last_ < kBetweenLines) return;
  last_ = now;
  is_shown_ = true;
  const double rate = static_cast<double>(subjects - rate_subjects_) / passed;
  std::string line = fmt::format("{} subjects · {} a second", grouped(subjects), grouped(static_cast<uint64_t>(rate)));
  if (share > rate_share_ && share <= 1) {
    const double left = passed * (1 - share) / (share - rate_share_);
    line += fmt::format(" · {:.0f} % · {} left", share * 100, duration_text(left));
  }
  tell("\r\x1b[K{}", line);
  std::fflush(stderr);
}

void Progress::hide() {
  if (!is_shown_) return;
  is_shown_ = false;
  tell("\r\x1b[K");
  std::fflush(stderr);
}

std::string duration_text(double seconds) {
  if (seconds < 1) return fmt::format("{:.0f} ms", seconds * 1000);
  if (seconds < 100) return fmt::format("{:.1f} s", seconds);
  const auto whole = static_cast<uint64_t>(seconds);
  return fmt::format("{} min {:02} s", whole / 60, whole % 60);
}

}  // namespace cordon::cli
