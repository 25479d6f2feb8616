// Packed files over zlib (RFC 1952) and libzip, unpacked into memory under bounds. Office documents are zips by their
// bytes but one file to a user; they are left as they are.
#include "syntax/archive.h"

#include <fmt/format.h>
#include <zip.h>
#include <zlib.h>

#include <algorithm>
#include <memory>

#include "base/mapped_file.h"
#include "base/utf8.h"

namespace cordon {
namespace {

constexpr size_t kChunk = size_t{256} << 10;
constexpr uint64_t kRatioFrom = uint64_t{16} << 20;  // small files may have any ratio

std::string_view base_name(std::string_view path) {
  const size_t slash = path.rfind('/');
  return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

Result<void> within_bounds(uint64_t unpacked, uint64_t packed, const std::string& path) {
  const bool bomb = unpacked > kRatioFrom && unpacked / kUnpackRatio > packed;
  if (!bomb && unpacked <= kUnpackedBytes) return {};
  return fail(ErrorCode::kLimit, fmt::format("unpacks to over {} bytes from {}", unpacked, packed), {path, 0, 0});
}

// Ends an inflate stream whatever happens.
struct Inflate {
  z_stream z{};
  bool begun = inflateInit2(&z, 16 + MAX_WBITS) == Z_OK;
  Inflate() = default;
  Inflate(const Inflate&) = delete;
  Inflate& operator=(const Inflate&) = delete;
  ~Inflate() {
    if (begun) inflateEnd(&z);
  }
};

// Unpacks all members of a gzip file, one after the other; zeros may pad its end.
Result<std::string> gunzip(std::string_view packed, const std::string& path) {
  Inflate stream;
  if (!stream.begun) return fail(ErrorCode::kLimit, "no memory to unpack", {path, 0, 0});
  z_stream& z = stream.z;
  std::string out;
  std::string chunk(kChunk, '\0');
  size_t given = 0;
  const auto byte = [&] { return given - z.avail_in; };
  while (true) {
    if (z.avail_in == 0) {
      const size_t n = std::min<size_t>(packed.size() - given, size_t{1} << 30);
      z.next_in = const_cast<Bytef*>(reinterpret_cast<const Bytef*>(packed.data() + given));
      z.avail_in = static_cast<uInt>(n);
      given += n;
    }
    z.next_out = reinterpret_cast<Bytef*>(chunk.data());
    z.avail_out = static_cast<uInt>(chunk.size());
    const int status = inflate(&z, Z_NO_FLUSH);
    out.append(chunk, 0, chunk.size() - z.avail_out);
    CHECK_OK(within_bounds(out.size(), packed.size(), path));
    if (status == Z_STREAM_END) {
      if (packed.find_first_not_of('\0', byte()) == std::string_view::npos) return out;
      inflateReset(&z);
    } else if (status == Z_BUF_ERROR ||
               (status == Z_OK && z.avail_in == 0 && given == packed.size() && z.avail_out > 0)) {
      return fail(ErrorCode::kBadInput, "the gzip file ends early", {path, 0, packed.size()});
    } else if (status != Z_OK) {
      const char* why = z.msg != nullptr ? z.msg : "unreadable data";
      return fail(ErrorCode::kBadInput, fmt::format("broken gzip file: {}", why), {path, 0, byte()});
    }
  }
}

struct ZipClose {
  void operator()(zip_t* z) const { zip_discard(z); }
};
struct MemberClose {
  void operator()(zip_file_t* f) const { zip_fclose(f); }
};
using Zip = std::unique_ptr<zip_t, ZipClose>;

Result<Zip> open_zip(const std::string& packed, const std::string& path) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(packed.data(), packed.size(), 0, &error);
  Zip zip(source != nullptr ? zip_open_from_source(source, ZIP_RDONLY, &error) : nullptr);
  std::string why = zip == nullptr ? zip_error_strerror(&error) : "";
  if (zip == nullptr && source != nullptr) zip_source_free(source);
  zip_error_fini(&error);
  if (zip == nullptr) return fail(ErrorCode::kBadInput, fmt::format("broken zip archive: {}", why), {path, 0, 0});
  return zip;
}

// Is a member wanted? Not folders, dot files, and what macOS adds.
bool is_file(std::string_view member) {
  if (member.empty() || member.back() == '/') return false;
  return !member.starts_with('.') && member.find("/.") == std::string_view::npos && !member.starts_with("__MACOSX/");
}

bool is_office_document(zip_t* zip) {
  return zip_name_locate(zip, "mimetype", 0) == 0 || zip_name_locate(zip, "[Content_Types].xml", 0) >= 0;
}

Result<std::string> read_member(zip_t* zip, const zip_stat_t& stat, const std::string& path) {
  if ((stat.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && stat.encryption_method != ZIP_EM_NONE) {
    return fail(ErrorCode::kBadInput, "the member is encrypted", {path, 0, 0});
  }
  CHECK_OK(within_bounds(stat.size, stat.comp_size, path));
  const std::unique_ptr<zip_file_t, MemberClose> file(zip_fopen_index(zip, stat.index, 0));
  if (file == nullptr)
    return fail(ErrorCode::kBadInput, fmt::format("broken zip member: {}", zip_strerror(zip)), {path, 0, 0});
  std::string out;
  std::string chunk(kChunk, '\0');
  while (true) {
    const zip_int64_t n = zip_fread(file.get(), chunk.data(), chunk.size());
    if (n < 0) {
      return fail(ErrorCode::kBadInput,
                  fmt::format("broken zip member: {}", zip_error_strerror(zip_file_get_error(file.get()))),
                  {path, 0, out.size()});
    }
    if (n == 0) break;
    out.append(chunk, 0, static_cast<size_t>(n));
    CHECK_OK(within_bounds(out.size(), stat.comp_size, path));
  }
  if (out.size() != stat.size) return fail(ErrorCode::kBadInput, "the zip member ends early", {path, 0, out.size()});
  return out;
}

Result<std::vector<PackedFile>> unzip(std::string packed, const std::string& path) {
  TRY(Zip zip, open_zip(packed, path));
  std::vector<PackedFile> files;
  if (is_office_document(zip.get())) {
    zip.reset();
    files.push_back({std::string(base_name(path)), path, std::move(packed)});
    return files;
  }
  uint64_t total = 0;
  const zip_int64_t count = zip_get_num_entries(zip.get(), 0);
  for (zip_uint64_t i = 0; i < static_cast<zip_uint64_t>(std::max<zip_int64_t>(count, 0)); ++i) {
    zip_stat_t stat;
    zip_stat_init(&stat);
    if (zip_stat_index(zip.get(), i, 0, &stat) != 0 || stat.name == nullptr) {
      return fail(ErrorCode::kBadInput, fmt::format("broken zip archive: {}", zip_strerror(zip.get())),
                  {path, i + 1, 0});
    }
    const std::string member = stat.name;
    if (!is_file(member)) continue;
    PackedFile file{std::string(base_name(member)), path + "/" + member, {}};
    TRY(file.bytes, read_member(zip.get(), stat, file.path));
    total += file.bytes.size();
    CHECK_OK(within_bounds(total, packed.size(), path));
    files.push_back(std::move(file));
  }
  std::ranges::stable_sort(files, {}, &PackedFile::path);
  return files;
}

}  // namespace

Result<std::vector<PackedFile>> read_files(const std::string& path) {
  TRY(std::string bytes, read_file(path));
  if (bytes.starts_with("PK\x03\x04") || bytes.starts_with("PK\x05\x06")) return unzip(std::move(bytes), path);
  std::string name(base_name(path));
  if (bytes.starts_with("\x1f\x8b")) {
    TRY(bytes, gunzip(bytes, path));
    if (ascii_lower(name).ends_with(".gz")) name.resize(name.size() - 3);
  }
  std::vector<PackedFile> files;
  files.push_back({std::move(name), path, std::move(bytes)});
  return files;
}

}  // namespace cordon
