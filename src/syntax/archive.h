// Files as they come: plain, .gz, .zip (told by their first bytes), with bounds against bombs.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"

namespace cordon {

inline constexpr uint64_t kUnpackedBytes = uint64_t{8} << 30;  // of one file in one archive
inline constexpr uint64_t kUnpackRatio = 1000;                 // unpacked to packed

struct PackedFile {
  std::string name;  // without folders; a .gz loses its ending
  std::string path;  // as the user gave it, "lists.zip/sdn.csv" for a member
  std::string bytes;
};

// Reads `path` and unpacks it: one file, or every member of a zip in the order of their names (folders and dot files
// left out). Errors: kNotFound, kIo, kBadInput (a broken or encrypted archive, with the member's name), kLimit.
Result<std::vector<PackedFile>> read_files(const std::string& path);

}  // namespace cordon
