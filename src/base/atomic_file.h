// A file that is whole or not there: written aside, fsynced, renamed. What is no regular file (a device, a pipe) is
// written straight, since a rename would put a file in its place.
#pragma once

#include <string>
#include <string_view>

#include "base/error.h"
#include "base/mapped_file.h"

namespace cordon {

// Where writing to `path` leads: through symbolic links, to a file that need not exist. Errors: kIo (a circle of
// links).
Result<std::string> link_target(const std::string& path);
// Is `path` something that is written straight: a device or a pipe, or a descriptor of this process (/dev/stdout)?
bool is_written_straight(const std::string& path);

class AtomicFile {
 public:
  // Makes TARGET.tmp-<pid> with mode 0600 beside the file that `path` leads to, through symbolic links. Where only one
  // process at a time writes the file, `ending` gives the aside one name (TARGET.<ending>): a killed process then
  // leaves none that the next does not replace. Opens `path` itself where it is written straight. Errors: kIo.
  static Result<AtomicFile> create(const std::string& path, std::string_view ending = "");
  AtomicFile(AtomicFile&& other) noexcept;
  AtomicFile& operator=(AtomicFile&&) = delete;
  ~AtomicFile();  // removes what was not committed

  Result<void> append(std::string_view bytes);
  uint64_t size() const { return size_; }
  // What was appended so far. Errors: kIo. REQUIRES: the target is not written straight.
  Result<MappedFile> map() const;
  // Flushes to disk and renames onto the target. Nothing may be appended afterwards.
  Result<void> commit();

 private:
  AtomicFile() = default;
  std::string path_;    // as given
  std::string target_;  // where the links lead
  std::string aside_;   // empty where the target is written straight
  int fd_ = -1;
  uint64_t size_ = 0;
};

// Do both paths lead to the same regular file? "-" is standard input. What does not exist is no file.
bool is_same_file(const std::string& a, const std::string& b);

}  // namespace cordon
