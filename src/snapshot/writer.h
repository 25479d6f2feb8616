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

// A section in the file.
struct SectionRow {
  std::string name;
  uint64_t offset, length;
  Hash128 hash;
};

// The sections that a writer has written so far, read in place.
class WrittenSections {
 public:
  // kCorrupt where it is missing. Valid while this object lives.
  Result<std::string_view> section(std::string_view name) const;

 private:
  friend class Writer;
  WrittenSections(MappedFile file, std::vector<SectionRow> rows) : file_(std::move(file)), rows_(std::move(rows)) {}
  MappedFile file_;
  std::vector<SectionRow> rows_;
};

class Writer {
 public:
  static Result<Writer> create(const std::string& path);
  Writer(Writer&&) noexcept = default;

  // Appends a section. REQUIRES: `name` (≤ 32 bytes) not used yet. Errors: kIo.
  Result<void> section(std::string_view name, std::string_view bytes);
  // Errors: kIo. REQUIRES: the path is not written straight (base/atomic_file.h).
  Result<WrittenSections> written() const;
  // Writes table and footer, fsyncs, renames. Returns the snapshot's hash: that of all section names, lengths and
  // hashes.
  Result<Hash128> commit();
  uint64_t bytes() const { return file_.size(); }  // written so far; after commit() the file's size

 private:
  explicit Writer(AtomicFile file) : file_(std::move(file)) {}
  AtomicFile file_;
  std::vector<SectionRow> rows_;
};

}  // namespace cordon::snapshot
