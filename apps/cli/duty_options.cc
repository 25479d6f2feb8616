#include "cli/duty_options.h"

#include "base/input_bytes.h"
#include "screen/consequences.h"

namespace cordon::cli {
namespace {

Result<void> read_fact(duties::Facts& facts, std::string_view option, const std::string& fact) {
  if (const auto done = facts.read(fact); !done)
    return fail(ErrorCode::kInvalidArgument, std::string(option) + ": " + done.error().message);
  return {};
}

}  // namespace

Result<duties::Question> question_of(const Arguments& arguments, const Profile& profile) {
  duties::Question out;
  out.is_same_party = screen::same_party_by(profile);
  if (arguments.has("--licences")) {
    std::vector<duties::Regime> regimes(duties::regimes().begin(), duties::regimes().end());
    for (const std::string& path : arguments.all("--licences")) {
      TRY(const InputBytes input, InputBytes::open(path));
      CHECK_OK(duties::read_licences(input.bytes(), path, regimes));
      CHECK_OK(input.check());
    }
    out.regimes = std::make_shared<const std::vector<duties::Regime>>(std::move(regimes));
  }
  for (const std::string& jurisdiction : arguments.all("--jurisdiction"))
    CHECK_OK(read_fact(out.facts, "--jurisdiction", "jurisdiction=" + jurisdiction));
  for (const std::string& fact : arguments.all("--fact")) CHECK_OK(read_fact(out.facts, "--fact", fact));
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
