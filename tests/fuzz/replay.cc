// fuzz_… FILES AND FOLDERS: gives each file to the target once. For compilers without libFuzzer.
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <string>

#include "base/mapped_file.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size);

int main(int argc, char** argv) {
  size_t files = 0;
  const auto give = [&](const std::filesystem::path& path) {
    const auto bytes = cordon::read_file(path);
    if (!bytes) {
      std::fprintf(stderr, "%s\n", bytes.error().text().c_str());
      std::exit(2);
    }
    LLVMFuzzerTestOneInput(reinterpret_cast<const uint8_t*>(bytes->data()), bytes->size());
    ++files;
  };
  for (int i = 1; i < argc; ++i) {
    if (!std::filesystem::is_directory(argv[i])) {
      give(argv[i]);
      continue;
    }
    for (const auto& entry : std::filesystem::recursive_directory_iterator(argv[i]))
      if (entry.is_regular_file()) give(entry.path());
  }
  std::printf("%zu files read\n", files);
  return files == 0 ? 2 : 0;
}
