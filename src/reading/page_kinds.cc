#include "reading/page_kinds.h"

#include <algorithm>

#include "base/utf8.h"
#include "reading/mail.h"
#include "reading/main_text.h"
#include "syntax/source_text.h"

namespace cordon::reading {
namespace {

constexpr size_t kHead = 2048;

struct Signature {
  std::string_view bytes;
  std::string_view kind;
};
constexpr Signature kSignatures[] = {
    {"%PDF", "a PDF document"},
    {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "an Office document (old form)"},
    {"{\\rtf", "an RTF document"},
    {"\x89PNG", "an image (PNG)"},
    {"GIF8", "an image (GIF)"},
    {"\xFF\xD8\xFF", "an image (JPEG)"},
    {std::string_view("II*\0", 4), "an image (TIFF)"},
    {std::string_view("MM\0*", 4), "an image (TIFF)"},
    {"RIFF", "an image, a sound or a video (RIFF)"},
    {"OggS", "a sound or a video (Ogg)"},
    {"ID3", "a sound (MP3)"},
    {"bplist00", "a web archive (Safari)"},
    {"\x1F\x8B", "a gzip archive"},
    {"BZh", "a bzip2 archive"},
    {"\xFD"
     "7zXZ",
     "an xz archive"},
    {"\x28\xB5\x2F\xFD", "a zstd archive"},
    {"7z\xBC\xAF\x27\x1C", "a 7z archive"},
    {"Rar!", "a RAR archive"},
    {"AT&TFORM", "a DjVu document"},
    {"%!PS", "a PostScript document"},
    {"\x7F"
     "ELF",
     "a program"},
    {"SQLite format 3", "a database (SQLite)"},
};

// A zip archive by what its first names say.
std::string_view zip_kind(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, kHead);
  if (head.contains("application/epub+zip")) return "a book (EPUB)";
  if (head.contains("application/vnd.oasis.opendocument")) return "an Office document (OpenDocument)";
  if (head.contains("word/")) return "an Office document (docx)";
  if (head.contains("xl/")) return "an Office document (xlsx)";
  if (head.contains("ppt/")) return "an Office document (pptx)";
  if (head.contains("[Content_Types].xml")) return "an Office document";
  return "a zip archive";
}

// MHTML is a mail by form: a page saved with its pictures.
bool is_mhtml(std::string_view bytes, std::string_view name) {
  const std::string head = ascii_lower(bytes.substr(0, kHead));
  const std::string ending = ascii_lower(name);
  return head.contains("snapshot-content-location:") || head.starts_with("from: <saved by ") ||
         ((ending.ends_with(".mht") || ending.ends_with(".mhtml")) && head.contains("multipart/related"));
}

std::string_view refused_kind(std::string_view bytes, std::string_view name) {
  for (const Signature& s : kSignatures)
    if (bytes.starts_with(s.bytes)) return s.kind;
  if (bytes.starts_with("PK\x03\x04") || bytes.starts_with("PK\x05\x06")) return zip_kind(bytes);
  if (bytes.size() > 12 && bytes.substr(4, 4) == "ftyp") return "a video or an image (ISO media)";
  if (bytes.size() > 16 && bytes.starts_with("BM") && bytes.substr(6, 4) == std::string_view("\0\0\0\0", 4))
    return "an image (BMP)";
  if (looks_like_mail(bytes) && is_mhtml(bytes, name)) return "a web archive (MHTML)";
  const std::string_view begin = trim(bytes.substr(0, kHead));
  if (begin.starts_with("{\"")) return "JSON";
  if (begin.starts_with("<?xml") && !ascii_lower(begin).contains("<html") &&
      !ascii_lower(begin).contains("<!doctype html"))
    return "an XML document";
  return {};
}

// Control characters and bytes without meaning say that this is no text.
bool is_binary(std::string_view bytes) {
  const SourceText text = SourceText::decode(bytes.substr(0, 16 * kHead));
  size_t odd = 0;
  for (const char c : text.text())
    odd += (static_cast<uint8_t>(c) < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f') || c == 0x7F;
  return (odd + text.replaced()) * 10 > text.text().size();
}

bool looks_like_html(std::string_view bytes) {
  const SourceText text = SourceText::decode(bytes.substr(0, 32 * kHead));
  const std::string head = ascii_lower(text.text());
  for (const std::string_view mark : {"<!doctype html", "<html", "<head", "<body", "<frameset"})
    if (head.contains(mark)) return true;
  size_t tags = 0;
  for (const std::string_view mark : {"</p>", "</div>", "</a>", "<br>", "<br/>", "<br />", "</td>", "</li>", "<p>",
                                      "</h1>", "</h2>", "</b>", "</strong>", "<meta "})
    for (size_t at = head.find(mark); at != std::string::npos; at = head.find(mark, at + 1)) ++tags;
  return tags * 1500 > head.size() && tags > 0;
}

}  // namespace

Result<Page> page_from_bytes(std::string_view bytes, const std::string& name) {
  const Where where{name};
  if (bytes.size() > kPageBytes) return fail(ErrorCode::kLimit, "larger than a page may be (1 GB)", where);
  if (const std::string_view kind = refused_kind(bytes, name); !kind.empty())
    return fail(ErrorCode::kUnsupported, std::string(kind) + " is not read as a page", where);
  if (bytes.find_first_not_of(" \t\r\n\f") == std::string_view::npos)
    return fail(ErrorCode::kBadInput, "the page is empty", where);
  if (looks_like_mail(bytes)) {
    auto page = page_from_mail(bytes);
    if (!page) page.error().where.source = name;
    if (page && page->blocks.empty()) return fail(ErrorCode::kBadInput, "no text was found in the mail", where);
    return page;
  }
  if (is_binary(bytes)) return fail(ErrorCode::kUnsupported, "binary data is not read as a page", where);
  Page page = looks_like_html(bytes) ? page_from_html(bytes) : page_from_plain_text(bytes);
  if (page.blocks.empty()) return fail(ErrorCode::kBadInput, "no text was found in the page", where);
  return page;
}

}  // namespace cordon::reading
