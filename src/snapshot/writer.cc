#include "snapshot/writer.h"

#include <algorithm>
#include <cstdlib>

#include "snapshot/format.h"

namespace cordon::snapshot {

Result<Writer> Writer::create(const std::string& path) {
  TRY(AtomicFile file, AtomicFile::create(path));
  std::string header(kMagic);
  header.resize(12, '\0');
  append_int(header, kFormatVersion);
  header.resize(kHeaderBytes, '\0');  // flags and what is kept free
  CHECK_OK(file.append(header));
  return Writer(std::move(file));
}

Result<void> Writer::section(std::string_view name, std::string_view bytes) {
  const bool used = std::ranges::any_of(rows_, [&](const SectionRow& row) { return row.name == name; });
  const bool bad = name.empty() || name.size() > kNameBytes || name.contains('\0');
  if (used || bad || rows_.size() >= kMaxSections) std::abort();
  rows_.push_back({std::string(name), file_.size(), bytes.size(), hash128(bytes)});
  CHECK_OK(file_.append(bytes));
  return file_.append(std::string(aligned(file_.size()) - file_.size(), '\0'));
}

Result<WrittenSections> Writer::written() const {
  TRY(MappedFile file, file_.map());
  return WrittenSections(std::move(file), rows_);
}

Result<std::string_view> WrittenSections::section(std::string_view name) const {
  for (const SectionRow& row : rows_)
    if (row.name == name) return file_.bytes().substr(row.offset, row.length);
  return fail(ErrorCode::kCorrupt, "has no section '" + std::string(name) + "'");
}

Result<Hash128> Writer::commit() {
  std::string table;
  std::string identity;  // what the snapshot's hash is of
  for (const SectionRow& row : rows_) {
    append_name(table, row.name);
    append_int(table, row.offset);
    append_int(table, row.length);
    append_hash(table, row.hash);
    append_name(identity, row.name);
    append_int(identity, row.length);
    append_hash(identity, row.hash);
  }
  const Hash128 hash = hash128(identity);
  std::string footer;
  append_int(footer, file_.size());
  append_int(footer, static_cast<uint64_t>(table.size()));
  append_hash(footer, hash128(table));
  append_hash(footer, hash);
  append_int(footer, kFormatVersion);
  footer.append(2, '\0');
  footer += kMagic;
  CHECK_OK(file_.append(table));
  CHECK_OK(file_.append(footer));
  CHECK_OK(file_.commit());
  return hash;
}

}  // namespace cordon::snapshot
