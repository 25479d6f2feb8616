// Remarks; see remarks.h.
#include "cli/remarks.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <map>
#include <tuple>

#include "cli/tell.h"
#include "cli/terminal.h"
#include "cli/text_table.h"

namespace cordon::cli {
namespace {

std::string_view severity_word(Severity severity) {
  switch (severity) {
    case Severity::kNote:
      return "note";
    case Severity::kLoss:
      return "lost";
    case Severity::kSkipped:
      return "skipped";
  }
  return "";
}

struct Group {
  const Remark* first;
  uint64_t count;
};

std::vector<Group> groups_of(const Reporter& reporter) {
  std::map<std::tuple<Severity, std::string_view, std::string_view>, size_t> places;  // severity, message, file
  std::vector<Group> groups;
  for (const Remark& remark : reporter.remarks()) {
    const auto [place, is_new] =
        places.try_emplace({remark.severity, remark.message, remark.where.source}, groups.size());
    if (is_new) {
      groups.push_back({&remark, 1});
    } else {
      ++groups[place->second].count;
    }
  }
  std::stable_sort(groups.begin(), groups.end(),
                   [](const Group& a, const Group& b) { return a.first->severity > b.first->severity; });
  return groups;
}

void print_line(std::string_view word, std::string_view text, Colour colour) {
  tell("{} {}\n", paint(colour, fmt::format("cordon: {}:", word), look_of(STDERR_FILENO)), printable(text));
}

}  // namespace

void print_warning(std::string_view text) { print_line("warning", text, Colour::kYellow); }
void print_note(std::string_view text) { print_line("note", text, Colour::kCyan); }

void print_remarks(const Reporter& reporter, size_t most) {
  const auto groups = groups_of(reporter);
  uint64_t unshown = 0;
  for (size_t i = 0; i < groups.size(); ++i) {
    const Remark& remark = *groups[i].first;
    if (i >= most) {
      unshown += groups[i].count;
      continue;
    }
    std::string text = Error{ErrorCode::kBadInput, remark.message, remark.where}.text();
    if (groups[i].count > 1) text += fmt::format(" (and {} more such)", grouped(groups[i].count - 1));
    print_line(severity_word(remark.severity), text,
               remark.severity == Severity::kNote ? Colour::kCyan : Colour::kYellow);
  }
  if (unshown > 0)
    print_line("note", fmt::format("{} further remarks of other kinds are not shown", grouped(unshown)), Colour::kCyan);
}

}  // namespace cordon::cli
