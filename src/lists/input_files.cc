#include "lists/input_files.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <set>
#include <system_error>

namespace cordon::lists {
namespace {

namespace fs = std::filesystem;

constexpr size_t kFolderDepth = 64;

std::string folder_of(std::string_view path) {
  const size_t slash = path.rfind('/');
  if (slash == std::string_view::npos) return ".";
  return slash == 0 ? "/" : fs::path(path.substr(0, slash)).lexically_normal().string();
}

class Walk {
 public:
  Result<Inputs> read(const std::vector<std::string>& paths) {
    for (const std::string& path : paths) {
      std::error_code error;
      if (path != "-" && fs::is_directory(path, error)) {
        CHECK_OK(read_folder(path));
      } else if (is_new(path)) {
        TRY(std::vector<PackedFile> files, read_files(path));
        const bool is_document = keep_content(files);
        const bool one = is_document || (files.size() == 1 && files.front().path == path);
        add(std::move(files), one);
      }
    }
    return std::move(inputs_);
  }

 private:
  bool is_new(const std::string& path) {
    std::error_code error;
    const fs::path real = fs::weakly_canonical(path, error);
    return path == "-" || seen_.insert(error ? path : real.string()).second;
  }

  // An OpenDocument file is an archive of which only the content is of use. Returns whether it is one.
  static bool keep_content(std::vector<PackedFile>& files) {
    const bool is_document = std::ranges::any_of(files, [](const PackedFile& file) {
      return file.name == "mimetype" && file.bytes.starts_with("application/vnd.oasis.opendocument");
    });
    if (is_document) std::erase_if(files, [](const PackedFile& file) { return file.name != "content.xml"; });
    return is_document;
  }

  void add(std::vector<PackedFile> files, bool named) {
    for (PackedFile& file : files) {
      std::string folder = folder_of(file.path);
      inputs_.files.push_back({std::move(file), std::move(folder), named});
    }
  }

  Result<void> read_folder(const std::string& top) {
    std::error_code error;
    std::vector<fs::path> entries = sorted_entries(top, error);
    if (error) return unreadable(top, error);
    return walk(entries, 1);
  }

  // What cannot be read may be a list, so it is an error; a list must not vanish because its file is damaged.
  Result<void> walk(const std::vector<fs::path>& entries, size_t depth) {
    for (const fs::path& entry : entries) {
      std::error_code error;
      const std::string path = entry.string();
      const fs::file_status link = fs::symlink_status(entry, error);
      if (error) return unreadable(path, error);
      if (fs::is_directory(link)) {
        if (depth >= kFolderDepth)
          return fail(ErrorCode::kLimit, fmt::format("folders are nested over {} deep", kFolderDepth), {path, 0, 0});
        const std::vector<fs::path> inner = sorted_entries(entry, error);
        if (error) return unreadable(path, error);
        CHECK_OK(walk(inner, depth + 1));
        continue;
      }
      const fs::file_status status = fs::status(entry, error);
      if (error || !fs::exists(status)) return unreadable(path, error);
      if (!fs::is_regular_file(status)) {
        const bool folder = fs::is_directory(status);
        inputs_.passed_over.push_back(fmt::format("{} ({})", path, folder ? "a link to a folder" : "no regular file"));
      } else if (is_new(path)) {
        TRY(std::vector<PackedFile> files, read_files(path));
        keep_content(files);
        add(std::move(files), false);
      }
    }
    return {};
  }

  static std::unexpected<Error> unreadable(const std::string& path, const std::error_code& error) {
    return fail(ErrorCode::kIo, fmt::format("cannot be read: {}", error ? error.message() : "a link to nothing"),
                {path, 0, 0});
  }

  static std::vector<fs::path> sorted_entries(const fs::path& folder, std::error_code& error) {
    std::vector<fs::path> out;
    for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
      if (!it->path().filename().string().starts_with('.')) out.push_back(it->path());
    }
    std::ranges::sort(out, {}, [](const fs::path& p) { return p.filename().string(); });
    return out;
  }

  Inputs inputs_;
  std::set<std::string> seen_;  // real paths
};

}  // namespace

Result<Inputs> read_inputs(const std::vector<std::string>& paths) { return Walk().read(paths); }

}  // namespace cordon::lists
