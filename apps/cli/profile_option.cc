#include "cli/profile_option.h"

#include "base/mapped_file.h"

namespace cordon::cli {

Result<Profile> profile_of(const Arguments& arguments) {
  const std::string value = arguments.value("--profile", "default");
  if (!value.ends_with(".toml") && !value.contains('/')) return builtin_profile(value);
  TRY(const std::string bytes, read_file(value));
  return parse_profile(bytes, value);
}

}  // namespace cordon::cli
