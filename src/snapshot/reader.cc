#include "snapshot/reader.h"

#include <fmt/format.h>

#include <set>

#include "snapshot/format.h"

namespace cordon::snapshot {
namespace {

std::unexpected<Error> corrupt(const std::string& name, uint64_t byte, std::string message) {
  return fail(ErrorCode::kCorrupt, std::move(message), {name, 0, byte});
}

struct Footer {
  uint64_t table_offset, table_length;
  Hash128 table_hash, snapshot_hash;
};

// Holds the first 64 bytes against this build's format.
Result<void> check_header(std::string_view bytes, const std::string& name) {
  if (!bytes.starts_with(kMagic)) return corrupt(name, 0, "is no Cordon snapshot");
  if (bytes.size() < kHeaderBytes + kFooterBytes) return corrupt(name, bytes.size(), "snapshot is cut short");
  const auto version = int_at<uint32_t>(bytes, 12);
  if (version != kFormatVersion) {
    return fail(ErrorCode::kVersion,
                fmt::format("snapshot has format {}, this program reads {}: rebuild it", version, kFormatVersion),
                {name, 0, 12});
  }
  if (int_at<uint32_t>(bytes, 16) != 0) {
    return fail(ErrorCode::kVersion, "snapshot needs a feature that this program does not have: rebuild it",
                {name, 0, 16});
  }
  for (uint64_t i = kMagic.size(); i < kHeaderBytes; ++i) {
    const bool number = i >= 12 && i < 20;
    if (!number && bytes[i] != '\0') return corrupt(name, i, "snapshot header is damaged");
  }
  return {};
}

// Reads the last 64 bytes and checks that the table lies between header and footer and has its checksum.
Result<Footer> read_footer(std::string_view bytes, const std::string& name) {
  const uint64_t at = bytes.size() - kFooterBytes;
  const std::string_view tail = bytes.substr(at);
  if (!tail.ends_with(kMagic) || int_at<uint32_t>(tail, 48) != kFormatVersion || int_at<uint16_t>(tail, 52) != 0) {
    return corrupt(name, at, "snapshot is cut short or its footer is damaged");
  }
  const Footer footer{int_at<uint64_t>(tail, 0), int_at<uint64_t>(tail, 8), hash_at(tail, 16), hash_at(tail, 32)};
  const bool inside = footer.table_offset >= kHeaderBytes && footer.table_offset <= at &&
                      footer.table_length == at - footer.table_offset;
  if (!inside || footer.table_offset % kAlignment != 0 || footer.table_length % kRowBytes != 0 ||
      footer.table_length / kRowBytes > kMaxSections) {
    return corrupt(name, at, "section table is out of bounds");
  }
  if (hash128(bytes.substr(footer.table_offset, footer.table_length)) != footer.table_hash) {
    return corrupt(name, footer.table_offset, "section table fails its checksum");
  }
  return footer;
}

}  // namespace

Result<Reader> Reader::parse(std::string_view bytes, const std::string& name) {
  CHECK_OK(check_header(bytes, name));
  TRY(const Footer footer, read_footer(bytes, name));
  Reader out;
  out.bytes_ = bytes;
  out.path_ = name;
  out.hash_ = footer.snapshot_hash;
  std::set<std::string_view> names;
  std::string identity;
  uint64_t next = kHeaderBytes;  // sections follow each other, so none can overlap
  for (uint64_t at = footer.table_offset; at < footer.table_offset + footer.table_length; at += kRowBytes) {
    const std::string_view field = bytes.substr(at, kNameBytes);
    const std::string_view section = field.substr(0, field.find('\0'));
    const auto offset = int_at<uint64_t>(bytes, at + 32), length = int_at<uint64_t>(bytes, at + 40);
    const bool named = !section.empty() && field.find_first_not_of('\0', section.size()) == std::string_view::npos;
    if (!named || !names.insert(section).second) return corrupt(name, at, "section table has a bad name");
    if (offset != next || length > footer.table_offset - offset) {
      return corrupt(name, at + 32, fmt::format("section {} is out of bounds", section));
    }
    next = aligned(offset + length);
    out.rows_.push_back({std::string(section), offset, length, hash_at(bytes, at + 48)});
    append_name(identity, section);
    append_int(identity, length);
    append_hash(identity, out.rows_.back().hash);
  }
  if (next != footer.table_offset) return corrupt(name, footer.table_offset, "bytes belong to no section");
  if (hash128(identity) != footer.snapshot_hash) {
    return corrupt(name, bytes.size() - kFooterBytes + 32, "snapshot's hash is not that of its sections");
  }
  return out;
}

Result<Reader> Reader::open(const std::string& path) {
  TRY(MappedFile file, MappedFile::open(path));
  TRY(Reader out, parse(file.bytes(), path));
  out.file_ = std::move(file);
  return out;
}

Result<Reader> Reader::over(std::string_view bytes, const std::string& name) {
  if (reinterpret_cast<uintptr_t>(bytes.data()) % kAlignment != 0) return owning(std::string(bytes), name);
  return parse(bytes, name);
}

Result<Reader> Reader::owning(std::string bytes, const std::string& name) {
  // Room for moving the image to an aligned address, as a mapping would have it.
  const uint64_t size = bytes.size();
  auto image = std::make_shared<std::string>(std::move(bytes));
  image->resize(size + kAlignment);
  const uint64_t shift =
      aligned(reinterpret_cast<uintptr_t>(image->data())) - reinterpret_cast<uintptr_t>(image->data());
  if (shift) std::memmove(image->data() + shift, image->data(), size);
  TRY(Reader out, parse(std::string_view(*image).substr(shift, size), name));
  out.image_ = std::move(image);
  return out;
}

Result<std::string_view> Reader::section(std::string_view name) const {
  for (const Row& row : rows_) {
    if (row.name == name) return bytes_.substr(row.offset, row.length);
  }
  return corrupt(path_, bytes_.size() - kFooterBytes, fmt::format("snapshot has no section {}", name));
}

Result<void> Reader::verify(const Row& row) const {
  if (hash128(bytes_.substr(row.offset, row.length)) != row.hash)
    return corrupt(path_, row.offset, fmt::format("section {} fails its checksum", row.name));
  return {};
}

Result<void> Reader::verify() const {
  for (const Row& row : rows_) CHECK_OK(verify(row));
  return {};
}

Result<void> Reader::verify(std::string_view name) const {
  for (const Row& row : rows_)
    if (row.name == name) return verify(row);
  return std::unexpected(section(name).error());
}

}  // namespace cordon::snapshot
