// cordon profile: the settings of one profile, or which profiles there are.
#include "cli/commands.h"
#include "cli/output.h"
#include "cli/profile_option.h"
#include "cli/reason.h"
#include "cli/text_table.h"
#include "model/profile.h"

namespace cordon::cli {
namespace {

Result<std::string> profiles_table(const Look& look) {
  TextTable table({{"profile"}, {"threshold", Align::kRight}, {"top", Align::kRight}, {"about"}});
  for (const std::string_view name : builtin_profiles()) {
    TRY(const Profile profile, builtin_profile(name));
    table.append(
        {profile.name, score_text(profile.threshold), grouped(static_cast<uint64_t>(profile.top)), profile.about});
  }
  return table.text(look);
}

}  // namespace

Result<Profile> profile_of(const Arguments& arguments) {
  return arguments.has("--profile") ? load_profile(arguments.value("--profile")) : default_profile();
}

Result<Profile> judging_profile(const Arguments& arguments) {
  TRY(Profile profile, profile_of(arguments));
  if (!arguments.has("--threshold")) return profile;
  TRY(profile.threshold, parse_decimal("--threshold is a score", arguments.value("--threshold"), 4));
  profile.rehash();
  return profile;
}

std::string profile_stamp(const Profile& profile) { return profile.name + " " + profile.hash; }
std::string short_stamp(const Profile& profile) { return profile.name + " " + profile.hash.substr(0, 12); }

Result<int> run_profile(const Arguments& arguments) {
  Output output = Output::standard();
  if (arguments.parameters().empty()) {
    TRY(const std::string table, profiles_table(output.look()));
    CHECK_OK(output.append(table));
  } else {
    TRY(const Profile profile, load_profile(arguments.parameters()[0]));
    CHECK_OK(output.append(profile_text(profile)));
  }
  CHECK_OK(output.commit());
  return kExitClear;
}

}  // namespace cordon::cli
