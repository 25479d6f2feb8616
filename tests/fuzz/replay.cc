// fuzz_… [--copies N] FILES AND FOLDERS: gives each file to the target once, then N damaged copies of them, the same
// ones each time. A copy that breaks the target is left beside the program, as fuzz_….finding.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>

#include "base/mapped_file.h"
#include "tests/mutation/mutate.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size);

namespace {

void give(const std::string& bytes) {
  LLVMFuzzerTestOneInput(reinterpret_cast<const uint8_t*>(bytes.data()), bytes.size());
}

// Written before the target sees it, since the target aborts.
void give_copy(const std::string& bytes, const std::string& finding) {
  if (std::FILE* file = std::fopen(finding.c_str(), "wb")) {
    std::fwrite(bytes.data(), 1, bytes.size(), file);
    std::fclose(file);
  }
  give(bytes);
}

}  // namespace

int main(int argc, char** argv) {
  std::vector<std::filesystem::path> paths;
  size_t copies = 0;
  for (int i = 1; i < argc; ++i) {
    if (std::string_view(argv[i]) == "--copies" && i + 1 < argc) {
      copies = std::strtoull(argv[++i], nullptr, 10);
    } else if (std::filesystem::is_directory(argv[i])) {
      for (const auto& entry : std::filesystem::recursive_directory_iterator(argv[i]))
        if (entry.is_regular_file()) paths.push_back(entry.path());
    } else {
      paths.emplace_back(argv[i]);
    }
  }
  std::ranges::sort(paths);
  std::vector<std::string> seeds;
  for (const auto& path : paths) {
    auto bytes = cordon::read_file(path);
    if (!bytes) {
      std::fprintf(stderr, "%s\n", bytes.error().text().c_str());
      return 2;
    }
    give(*bytes);
    seeds.push_back(*std::move(bytes));
  }
  if (seeds.empty()) return 2;
  const std::string finding = std::string(argv[0]) + ".finding";
  for (size_t i = 0; i < copies; ++i) {
    cordon::mutation::Random random(i);
    give_copy(cordon::mutation::mutate(seeds[i % seeds.size()], random), finding);
  }
  if (copies > 0) std::filesystem::remove(finding);
  std::printf("%zu files and %zu damaged copies read\n", seeds.size(), copies);
  return 0;
}
