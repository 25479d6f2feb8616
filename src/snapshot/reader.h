// Opens a snapshot file: maps it, checks header, footer and section table. Sections are views into the mapping.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/checksum.h"
#include "base/error.h"
#include "base/mapped_file.h"

namespace cordon::snapshot {

class Reader {
 public:
  // Errors: kNotFound, kIo, kVersion (a format version this build does not know), kCorrupt (no snapshot, truncated,
  // table out of bounds or with a wrong checksum) with the byte. Cost: the mapping; sections are not read.
  static Result<Reader> open(const std::string& path);
  // The same over bytes in memory (the built-in example list), which must outlive the reader.
  static Result<Reader> over(std::string_view bytes, const std::string& name);
  // The same over a file image that the reader keeps.
  static Result<Reader> owning(std::string bytes, const std::string& name);

  // Returns a section's bytes, 64-byte aligned in the mapping; kCorrupt where it is missing. Valid while the reader
  // lives (it may be moved).
  Result<std::string_view> section(std::string_view name) const;
  // Reads every section and holds it against its checksum. Errors: kCorrupt with section name and byte.
  Result<void> verify() const;
  // The same for one section. Errors: kCorrupt, also where it is missing.
  Result<void> verify(std::string_view name) const;
  const Hash128& hash() const { return hash_; }
  const std::string& path() const { return path_; }
  uint64_t size() const { return bytes_.size(); }

 private:
  struct Row {
    std::string name;
    uint64_t offset, length;
    Hash128 hash;
  };
  Result<void> verify(const Row& row) const;
  static Result<Reader> parse(std::string_view bytes, const std::string& name);
  std::optional<MappedFile> file_;
  std::shared_ptr<const std::string> image_;
  std::string_view bytes_;
  std::vector<Row> rows_;
  Hash128 hash_;
  std::string path_;
};

}  // namespace cordon::snapshot
