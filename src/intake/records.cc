// What the bytes of a customer file are, and the reader for them.
#include "intake/records.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "base/utf8.h"
#include "intake/json_records.h"
#include "intake/subject_builder.h"
#include "intake/table.h"
#include "model/country.h"
#include "names/split_names.h"
#include "syntax/text_encoding.h"

namespace cordon::intake {
namespace {

struct Magic {
  std::string_view bytes;
  std::string_view what;
};
constexpr std::array<Magic, 8> kNoText = {{{"PK\x03\x04", "a zip archive or a spreadsheet (save it as CSV)"},
                                           {"\x1F\x8B", "a gzip archive (unpack it)"},
                                           {"\x28\xB5\x2F\xFD", "a zstd archive (unpack it)"},
                                           {"%PDF", "a PDF"},
                                           {"\xD0\xCF\x11\xE0", "an old spreadsheet (save it as CSV)"},
                                           {"SQLite format 3", "a database"},
                                           {"\x7F"
                                            "ELF",
                                            "a program"},
                                           {"PAR1", "a Parquet file"}}};

// Windows-1252 has a meaning for every byte, so Cyrillic, Greek or Arabic in an old code page would come out as a row
// of accented letters and match nothing. No language of Windows-1252 writes four of them in a row, and twice.
bool is_other_code_page(std::string_view text) {
  size_t run = 0;
  size_t runs = 0;
  for (size_t i = 0; i < text.size();) {
    const char32_t c = next_code_point(text, i);
    run = c >= 0xC0 && c <= 0xFF ? run + 1 : 0;
    runs += run == 4;
    if (runs == 2) return true;
  }
  return false;
}

constexpr size_t kPieceBytes = size_t{1} << 20;  // of a mapped file, looked at before its memory is given back

bool looks_like_markup(std::string_view text) {
  const std::string_view body = trim(text);
  return body.starts_with("<?xml") || body.starts_with("<!") || body.starts_with("<html") ||
         (body.starts_with('<') && body.find('>') != std::string_view::npos && body.ends_with('>'));
}

// Is all of the input, from `begin` on, well-formed UTF-8? Looked through in pieces, so that a large file takes no
// memory. A code point is never cut: a piece begins where none goes on, or the text is ill-formed anyway.
Result<bool> is_utf8(const InputBytes& input, size_t begin) {
  const std::string_view text = input.bytes();
  while (begin < text.size()) {
    size_t end = std::min(text.size(), begin + kPieceBytes);
    for (int i = 0; i < 3 && end < text.size() && (static_cast<uint8_t>(text[end]) & 0xC0) == 0x80; ++i) --end;
    const bool is_broken = first_invalid_utf8(text.substr(begin, end - begin)).has_value();
    CHECK_OK(input.check());
    if (is_broken) return false;
    input.release(begin, end);
    begin = end;
  }
  return true;
}

struct Text {
  size_t begin = 0;  // in the input's bytes
  TextEncoding encoding = TextEncoding::kUtf8;
};

// Makes `input` UTF-8: as it is where it can be, else decoded in memory.
Result<Text> decode(InputBytes& input) {
  if (const std::optional<size_t> begin = utf8_begin(input.bytes())) {
    TRY(const bool plain, is_utf8(input, *begin));
    if (plain) return Text{*begin};
  }
  DecodedText decoded = decode_text(input.bytes());
  CHECK_OK(input.check());
  input = InputBytes(std::move(decoded.text));
  return Text{0, decoded.encoding};
}

// The records of an input that it owns.
class InputReader : public RecordReader {
 public:
  explicit InputReader(InputBytes input) : input_(std::move(input)) {}

  Result<void> open(const Text& text, const std::string& source, const IntakeOptions& options, Reporter& reporter) {
    const std::string_view all = input_.bytes().substr(text.begin);
    if (looks_like_json(all)) {
      records_ = open_json(all, source, options, reporter);
    } else {
      TRY(records_, open_table(all, source, options, reporter));
    }
    return input_.check();
  }

  Result<std::optional<Subject>> next() override {
    auto subject = records_->next();
    CHECK_OK(input_.check());
    if (const uint64_t read = records_->bytes_read(); read > released_ + kPieceBytes) {
      input_.release(released_, read);
      released_ = read;
    }
    return subject;
  }
  uint64_t bytes_read() const override { return records_->bytes_read(); }
  uint64_t bytes_total() const override { return records_->bytes_total(); }

 private:
  InputBytes input_;
  std::unique_ptr<RecordReader> records_;  // of input_'s bytes
  uint64_t released_ = 0;
};

}  // namespace

std::string_view known_no_text(std::string_view bytes) {
  for (const Magic& magic : kNoText)
    if (bytes.starts_with(magic.bytes)) return magic.what;
  return {};
}

Result<std::unique_ptr<RecordReader>> open_records(InputBytes input, const std::string& source,
                                                   const IntakeOptions& options, Reporter& reporter) {
  if (const std::string_view what = known_no_text(input.bytes()); !what.empty())
    return fail(ErrorCode::kUnsupported, fmt::format("is {}, not CSV or JSON", what), {source});
  TRY(const Text text, decode(input));
  const std::string_view all = input.bytes().substr(text.begin);
  if (trim(all).empty()) return fail(ErrorCode::kBadInput, "is empty", {source});
  IntakeOptions with_encoding = options;
  with_encoding.guessed_windows_1252 = text.encoding == TextEncoding::kWindows1252;
  if (with_encoding.guessed_windows_1252) {
    if (is_other_code_page(all))
      return fail(ErrorCode::kUnsupported, "is in an 8-bit code page that is not Windows-1252; save it as UTF-8",
                  {source});
    reporter.note("is not UTF-8 and was read as Windows-1252", {source});
  }
  if (looks_like_markup(all))
    return fail(ErrorCode::kUnsupported, "is XML or HTML, not CSV or JSON (a list goes to `cordon build`)", {source});
  auto reader = std::make_unique<InputReader>(std::move(input));
  CHECK_OK(reader->open(text, source, with_encoding, reporter));
  return reader;
}

Result<std::unique_ptr<RecordReader>> open_records(std::string bytes, const std::string& source,
                                                   const IntakeOptions& options, Reporter& reporter) {
  return open_records(InputBytes(std::move(bytes)), source, options, reporter);
}

double share_read(const RecordReader& reader) {
  return static_cast<double>(reader.bytes_read()) / static_cast<double>(std::max<uint64_t>(1, reader.bytes_total()));
}

bool add_field(Subject& subject, const Column& column, std::string_view value) {
  const bool is_name = is_decisive(column.field) && column.field != Field::kIdentifier;
  if (is_name && !names::has_content(value)) return false;
  const std::optional<Error> before = std::exchange(subject.not_screened, std::nullopt);
  SubjectBuilder builder(subject);
  const bool read = builder.add(column, value);
  builder.finish();
  const bool refused = subject.not_screened && is_decisive(column.field);
  subject.not_screened = before;
  return read && !refused;
}

Result<Identifier> parse_id_option(std::string_view text) {
  constexpr std::string_view kForm = "write KIND[:COUNTRY]:NUMBER, e.g. passport:ru:53N0694426 or imo:9187629";
  const size_t colon = text.find(':');
  if (colon == std::string_view::npos)
    return fail(ErrorCode::kInvalidArgument, fmt::format("--id \"{}\" names no kind of number; {}", text, kForm));
  const auto kind = parse_id_kind(trim(text.substr(0, colon)));
  if (!kind)
    return fail(ErrorCode::kInvalidArgument,
                fmt::format("--id: \"{}\" is no kind of number that is known; {}", text.substr(0, colon), kForm));
  Identifier id;
  id.kind = *kind;
  std::string_view rest = text.substr(colon + 1);
  if (const size_t second = rest.find(':'); second != std::string_view::npos) {
    const std::string_view middle = trim(rest.substr(0, second));
    if (*kind == IdKind::kCryptoAddress) {
      id.detail = middle;
      for (char& c : id.detail)
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    } else if (!middle.empty()) {
      id.country = country_code(middle);
      if (id.country.empty())
        return fail(ErrorCode::kInvalidArgument, fmt::format("--id: \"{}\" is no country; {}", middle, kForm));
    }
    rest.remove_prefix(second + 1);
  }
  id.value = trim(rest);
  if (normal_id(id.kind, id.value).empty())
    return fail(ErrorCode::kInvalidArgument, fmt::format("--id \"{}\" has no number; {}", text, kForm));
  return id;
}

}  // namespace cordon::intake
