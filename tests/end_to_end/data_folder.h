// Where the real lists lie: $CORDON_DATA, else ../shared beside the repository. Tests that need them say so when it is
// absent.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <string>

namespace cordon::tests {

inline std::string data_folder() {
  const char* set = std::getenv("CORDON_DATA");
  return set && *set ? set : "../shared";
}
inline bool has_data() { return std::filesystem::exists(data_folder() + "/data/lists"); }

}  // namespace cordon::tests

#define CORDON_NEEDS_DATA() \
  if (!cordon::tests::has_data()) GTEST_SKIP() << "no " << cordon::tests::data_folder()
