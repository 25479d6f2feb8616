// Writes a snapshot file: sections one after another (64-byte aligned), then a section table, then a footer.
// Knows no section's content. Same sections, same bytes. docs/formats/snapshot.md draws it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/atomic_file.h"
#include "base/checksum.h"
#include "base/error.h"

namespace cordon::snapshot {

class Writer {
 public:
  static Result<Writer> create(const std::string& path);
  Writer(Writer&&) noexcept = default;

  // Appends a section. REQUIRES: `name` (≤ 32 bytes) not used yet. Errors: kIo.
  Result<void> section(std::string_view name, std::string_view bytes);
  // Writes table and footer, fsyncs, renames. Returns the snapshot's hash: that of all section names, lengths and
  // hashes.
  Result<Hash128> commit();
  uint64_t bytes() const { return file_.size(); }  // written so far; after commit() the file's size

 private:
  struct Row {
    std::string name;
    uint64_t offset, length;
    Hash128 hash;
  };
  explicit Writer(AtomicFile file) : file_(std::move(file)) {}
  AtomicFile file_;
  std::vector<Row> rows_;
};

}  // namespace cordon::snapshot
