#include "cli/duty_options.h"

namespace cordon::cli {

Result<duties::Question> question_of(const Arguments& arguments) {
  duties::Question out;
  for (const std::string& jurisdiction : arguments.all("--jurisdiction"))
    CHECK_OK(out.facts.read("jurisdiction=" + jurisdiction));
  for (const std::string& fact : arguments.all("--fact")) CHECK_OK(out.facts.read(fact));
  out.office = arguments.value("--office");
  if (!out.office.empty()) {
    if (const auto at = duties::local_day(0, out.office); !at)
      return fail(ErrorCode::kInvalidArgument, "--office: " + at.error().message);
  }
  if (arguments.has("--event")) {
    auto event = duties::parse_event(arguments.value("--event"), out.office.empty() ? "UTC" : out.office);
    if (!event) return fail(ErrorCode::kInvalidArgument, "--event: " + event.error().message);
    out.event = *event;
  }
  return out;
}

}  // namespace cordon::cli
