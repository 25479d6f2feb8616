// The first part of a file that one process after another writes: PATH.part, which becomes PATH when it is whole.
//
// What was appended counts only once sync() has told how far it is on disk; a later process goes on behind such a mark.
// One process at a time has the file: it is locked while this object lives.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/checksum.h"
#include "base/descriptor.h"
#include "base/error.h"

namespace cordon {

class PartFile {
 public:
  // How far a file was written: its first `bytes`, and their hash.
  struct Mark {
    uint64_t bytes = 0;
    Hash128 hash = hash128("");
  };

  // The name of the part of `path`, beside the file that `path` leads to. Errors: those of link_target.
  static Result<std::string> name_of(const std::string& path);
  // Opens the part of `path`; nothing where there is none. Errors: kIo (another process has it, it is no regular file).
  static Result<std::optional<PartFile>> find(const std::string& path);
  // The same; makes it (mode 0600) where there is none.
  static Result<PartFile> create(const std::string& path);

  const std::string& name() const { return name_; }
  // Bytes that were found in it. Errors: kIo.
  Result<uint64_t> size() const;
  // Goes on behind `mark` and cuts off what lies behind it. Errors: kCorrupt where the bytes before it are not those
  // that were marked; the file is left as it is then.
  Result<void> resume(const Mark& mark);
  // After an error it may be called again with the same bytes: they are written to the same place. Errors: kIo.
  Result<void> append(std::string_view bytes);
  // Returns how far the file now is on disk. Errors: kIo.
  Result<Mark> sync();
  // Makes it PATH. Nothing may be appended afterwards. REQUIRES: sync() was called. Errors: kIo.
  Result<void> commit();

 private:
  PartFile() = default;
  static Result<std::optional<PartFile>> open(const std::string& path, int flags);
  std::string target_;
  std::string name_;
  Descriptor file_;
  uint64_t size_ = 0;
  RunningHash128 hash_;
};

// Puts on disk what was renamed or removed in the folder of `path`. Errors: kIo.
Result<void> sync_folder_of(const std::string& path);

}  // namespace cordon
