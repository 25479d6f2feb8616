#include "reading/mail.h"

#include <gmime/gmime.h>

#include <algorithm>
#include <memory>
#include <mutex>
#include <set>

#include "base/date.h"
#include "base/utf8.h"
#include "reading/main_text.h"
#include "reading/main_text_blocks.h"
#include "syntax/source_text.h"
#include "syntax/transfer.h"

namespace cordon::reading {
namespace {

constexpr int kNesting = 8;  // mails in mails and parts in parts that are read
constexpr size_t kParts = 1000;
constexpr size_t kEnough = 250;  // letters of a text part that says something

struct Unref {
  void operator()(void* object) const { g_object_unref(object); }
};
template <typename T>
using Owned = std::unique_ptr<T, Unref>;

// A text part, as it lies in the mail.
struct Part {
  bool is_html = false;
  std::string attached;  // the name under which it is attached; empty: part of the mail's own text
  std::string charset;
  TransferEncoding encoding = TransferEncoding::kNone;
  uint64_t begin = 0;  // of its raw content
  uint64_t end = 0;
};

struct Parts {
  std::vector<Part> texts;
  std::vector<Aside> asides;
  std::vector<std::string> remarks, unread;
  size_t seen = 0;
};

// Pictures, signatures and the like name nobody.
bool may_name_somebody(std::string_view type) {
  return !(type.starts_with("image/") || type.starts_with("audio/") || type.starts_with("video/") ||
           type.starts_with("font/") || type.ends_with("-signature") || type == "application/pgp-keys");
}

std::string text_or_empty(const char* text) {
  std::string out;
  if (text != nullptr) append_well_formed(out, text);
  return collapse_spaces(out);
}

std::string type_of(GMimeObject* object) {
  GMimeContentType* type = g_mime_object_get_content_type(object);
  if (type == nullptr) return "text/plain";
  return ascii_lower(text_or_empty(g_mime_content_type_get_media_type(type))) + "/" +
         ascii_lower(text_or_empty(g_mime_content_type_get_media_subtype(type)));
}

void add_leaf(GMimePart* part, Parts& out) {
  auto* const object = GMIME_OBJECT(part);
  const std::string type = type_of(object);
  const std::string name = text_or_empty(g_mime_part_get_filename(part));
  const bool is_text = type == "text/html" || type == "text/plain" || type == "application/xhtml+xml";
  if (!is_text) {
    out.remarks.push_back("attachment not read: " + (name.empty() ? type : name + " (" + type + ")"));
    if (may_name_somebody(type)) out.unread.push_back(out.remarks.back());
    return;
  }
  GMimeDataWrapper* content = g_mime_part_get_content(part);
  GMimeStream* stream = content == nullptr ? nullptr : g_mime_data_wrapper_get_stream(content);
  if (stream == nullptr || stream->bound_start < 0) return;
  Part text;
  text.is_html = type != "text/plain";
  if (g_mime_part_is_attachment(part)) text.attached = name.empty() ? type : name;
  const char* charset = g_mime_object_get_content_type_parameter(object, "charset");
  text.charset = charset == nullptr ? "" : charset;
  const GMimeContentEncoding encoding = g_mime_part_get_content_encoding(part);
  if (encoding == GMIME_CONTENT_ENCODING_BASE64) text.encoding = TransferEncoding::kBase64;
  if (encoding == GMIME_CONTENT_ENCODING_QUOTEDPRINTABLE) text.encoding = TransferEncoding::kQuotedPrintable;
  if (encoding == GMIME_CONTENT_ENCODING_UUENCODE) {
    out.remarks.emplace_back("a part in uuencode was not read");
    out.unread.push_back(out.remarks.back());
    return;
  }
  text.begin = static_cast<uint64_t>(stream->bound_start);
  text.end = stream->bound_end < 0 ? UINT64_MAX : static_cast<uint64_t>(stream->bound_end);
  out.texts.push_back(std::move(text));
}

void add_parts(GMimeObject* object, int depth, Parts& out) {
  if (object == nullptr || ++out.seen > kParts || depth > kNesting) {
    if (object != nullptr && out.seen <= kParts + 1) {
      out.remarks.emplace_back("parts nested too deep or too many were not read");
      out.unread.push_back(out.remarks.back());
    }
    return;
  }
  if (GMIME_IS_MULTIPART(object)) {
    auto* const multipart = GMIME_MULTIPART(object);
    const int n = g_mime_multipart_get_count(multipart);
    for (int i = 0; i < n; ++i) add_parts(g_mime_multipart_get_part(multipart, i), depth + 1, out);
  } else if (GMIME_IS_MESSAGE_PART(object)) {
    GMimeMessage* message = g_mime_message_part_get_message(GMIME_MESSAGE_PART(object));
    if (message == nullptr) return;
    const size_t first = out.texts.size();
    add_parts(g_mime_message_get_mime_part(message), depth + 1, out);
    if (first == 0) return;  // a mail that holds nothing but another
    const std::string subject = text_or_empty(g_mime_message_get_subject(message));
    if (!subject.empty()) out.asides.push_back({"subject of an attached mail", subject});
    for (size_t i = first; i < out.texts.size(); ++i) out.texts[i].attached = "mail";
  } else if (GMIME_IS_PART(object)) {
    add_leaf(GMIME_PART(object), out);
  }
}

// The places of `page`, which are those of the decoded part, as places of the mail. Where they do not run side by side,
// each word gets its own.
void place_in_mail(Page& page, const TransferText& text, uint64_t begin) {
  for (Block& block : page.blocks) {
    std::vector<SourceRun> places;
    places.reserve(block.places.size());
    for (size_t i = 0; i < block.places.size(); ++i) {
      const SourceRun& run = block.places[i];
      const size_t text_end = i + 1 < block.places.size() ? block.places[i + 1].text : block.text.size();
      const auto in_mail = [&](uint64_t decoded) { return begin + text.source_byte(decoded); };
      const bool is_linear = text_end - run.text == run.end - run.begin;
      const SourceRun moved{run.text, in_mail(run.begin), in_mail(run.end)};
      if (!is_linear || moved.end - moved.begin == run.end - run.begin) {
        places.push_back(moved);
        continue;
      }
      for (size_t at = run.text; at < text_end;) {
        const size_t word = std::min({block.text.find(' ', at) + 1, text_end});
        const size_t stop = word == 0 ? text_end : word;
        places.push_back(
            {static_cast<uint32_t>(at), in_mail(run.begin + at - run.text), in_mail(run.begin + stop - run.text)});
        at = stop;
      }
    }
    block.places = std::move(places);
  }
}

size_t letters_of(const Page& page) {
  size_t out = 0;
  for (const Block& b : page.blocks) out += measured(b.text).chars;
  return out;
}

Page page_from_part(std::string_view bytes, const Part& part) {
  const uint64_t end = std::min<uint64_t>(part.end, bytes.size());
  const std::string_view raw = part.begin < end ? bytes.substr(part.begin, end - part.begin) : std::string_view();
  const TransferText text = TransferText::decode(raw, part.encoding);
  Page page = part.is_html ? page_from_html(text.bytes(), part.charset)
                           : page_from_plain_text(text.bytes(), part.charset, FirstLine::kIsText);
  place_in_mail(page, text, part.begin);
  return page;
}

// The best page of the first text part and, where that is one of two forms of the same text, the other.
Page best_page(std::string_view bytes, const std::vector<Part>& texts) {
  const auto html = std::ranges::find(texts, true, &Part::is_html);
  const auto plain = std::ranges::find(texts, false, &Part::is_html);
  if (html == texts.end()) return page_from_part(bytes, *plain);
  Page page = page_from_part(bytes, *html);
  if (plain == texts.end()) return page;
  if (const size_t letters = letters_of(page); letters < kEnough) {
    Page other = page_from_part(bytes, *plain);
    if (letters_of(other) > letters) return other;
  }
  return page;
}

// The text parts that are not the page's own, in words: their names count, their claims are not read.
void add_asides(std::string_view bytes, const Parts& parts, Page& page) {
  std::set<std::string_view> main;
  for (const Block& block : page.blocks) main.insert(block.text);
  for (const Part& part : parts.texts) {
    const Page other = page_from_part(bytes, part);
    for (const Block& block : other.blocks)
      if (!main.contains(block.text))
        page.asides.push_back({part.attached.empty() ? "another part" : "attached " + part.attached, block.text});
  }
  page.asides.insert(page.asides.end(), parts.asides.begin(), parts.asides.end());
}

std::string names_of(InternetAddressList* from) {
  std::string out;
  for (int i = 0; from != nullptr && i < std::min(internet_address_list_length(from), 8); ++i) {
    InternetAddress* address = internet_address_list_get_address(from, i);
    std::string name = text_or_empty(internet_address_get_name(address));
    if (name.empty() && INTERNET_ADDRESS_IS_MAILBOX(address))
      name = text_or_empty(internet_address_mailbox_get_addr(INTERNET_ADDRESS_MAILBOX(address)));
    if (name.empty()) continue;
    if (!out.empty()) out += ", ";
    out += name;
  }
  return out;
}

std::string author_of(GMimeMessage* message) { return names_of(g_mime_message_get_from(message)); }

std::string day_of(GMimeMessage* message) {
  GDateTime* date = g_mime_message_get_date(message);  // the message's own; in the zone of the writer
  if (date == nullptr) return {};
  const Civil day{g_date_time_get_year(date), static_cast<unsigned>(g_date_time_get_month(date)),
                  static_cast<unsigned>(g_date_time_get_day_of_month(date))};
  return valid_civil(day) && day.year >= 1970 ? DateSpan::day(day).text() : std::string();
}

void init_library() {
  static std::once_flag once;
  std::call_once(once, g_mime_init);
}

}  // namespace

bool looks_like_mail(std::string_view bytes) {
  constexpr std::string_view kFields[] = {"from",         "to",       "subject",     "date",         "received",
                                          "message-id",   "reply-to", "return-path", "mime-version", "content-type",
                                          "delivered-to", "cc",       "sender",      "x-",           "dkim-signature"};
  size_t fields = 0;
  bool is_mail = false;
  bytes = bytes.substr(0, 8192);
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  if (bytes.starts_with("From ")) bytes.remove_prefix(std::min(bytes.find('\n'), bytes.size() - 1) + 1);  // mbox
  while (!bytes.empty()) {
    const size_t end = std::min(bytes.find('\n'), bytes.size());
    std::string_view line = bytes.substr(0, end);
    bytes.remove_prefix(std::min(end + 1, bytes.size()));
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.empty()) break;
    if (line.front() == ' ' || line.front() == '\t') {
      if (fields == 0) return false;
      continue;
    }
    const size_t colon = line.find(':');
    if (colon == std::string_view::npos || line.substr(0, colon).find(' ') != std::string_view::npos) return false;
    const std::string name = ascii_lower(line.substr(0, colon));
    const bool is_known = std::ranges::any_of(
        kFields, [&](std::string_view f) { return f.ends_with('-') ? name.starts_with(f) : name == f; });
    fields += is_known;
    is_mail |=
        name == "from" || name == "received" || name == "message-id" || name == "mime-version" || name == "return-path";
  }
  return is_mail && fields >= 2;
}

Result<Page> page_from_mail(std::string_view bytes) {
  init_library();
  if (bytes.starts_with("\xEF\xBB\xBF")) {
    TRY(Page page, page_from_mail(bytes.substr(3)));
    for (Block& block : page.blocks)
      for (SourceRun& run : block.places) run.begin += 3, run.end += 3;
    return page;
  }
  const Owned<GMimeStream> stream(g_mime_stream_mem_new_with_buffer(bytes.data(), bytes.size()));
  const Owned<GMimeParser> parser(g_mime_parser_new_with_stream(stream.get()));
  g_mime_parser_set_persist_stream(parser.get(), TRUE);
  if (bytes.starts_with("From ")) g_mime_parser_set_format(parser.get(), GMIME_FORMAT_MBOX);
  const Owned<GMimeMessage> message(g_mime_parser_construct_message(parser.get(), nullptr));
  if (!message) return fail(ErrorCode::kBadInput, "not a mail: no header could be read");
  Parts parts;
  add_parts(g_mime_message_get_mime_part(message.get()), 0, parts);
  if (parts.texts.empty()) return fail(ErrorCode::kBadInput, "the mail has no text part");
  std::vector<Part> own;
  std::ranges::copy_if(parts.texts, std::back_inserter(own), [](const Part& part) { return part.attached.empty(); });
  Page page = best_page(bytes, own.empty() ? parts.texts : own);
  page.remarks.insert(page.remarks.end(), parts.remarks.begin(), parts.remarks.end());
  page.unread = std::move(parts.unread);
  add_asides(bytes, parts, page);
  for (const auto& [part, list] : {std::pair("sender", g_mime_message_get_from(message.get())),
                                   std::pair("reply address", g_mime_message_get_reply_to(message.get())),
                                   std::pair("recipient", g_mime_message_get_to(message.get())),
                                   std::pair("recipient", g_mime_message_get_cc(message.get()))})
    if (std::string names = names_of(list); !names.empty()) page.asides.push_back({part, std::move(names)});
  page.title = text_or_empty(g_mime_message_get_subject(message.get()));
  page.byline = author_of(message.get());
  if (const std::string day = day_of(message.get()); !day.empty()) page.published = day;
  return page;
}

}  // namespace cordon::reading
