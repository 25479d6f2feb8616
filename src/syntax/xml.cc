// Streaming XML over expat. expat sees the whole document in one call (no token is ever parsed twice); only the record
// at hand lives as a tree. Nothing outside the document is read, and a DOCTYPE that declares an entity ends the
// reading.
#include "syntax/xml.h"

#include <expat.h>
#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <optional>

#include "base/utf8.h"

namespace cordon {

std::string_view XmlNode::attribute(std::string_view wanted) const {
  for (const auto& [key, value] : attributes)
    if (key == wanted) return value;
  return {};
}

const XmlNode* XmlNode::child(std::string_view wanted) const {
  for (const XmlNode& c : children)
    if (c.name == wanted) return &c;
  return nullptr;
}

std::string_view XmlNode::child_text(std::string_view wanted) const {
  const XmlNode* c = child(wanted);
  return c == nullptr ? std::string_view() : trim(c->text);
}

namespace {

constexpr char kBetween = '|';                  // between namespace and local name; never part of a local name
constexpr size_t kCall = size_t{1} << 30;       // bytes given to expat at once
constexpr size_t kRootBytes = size_t{1} << 16;  // in which the root element must begin
constexpr size_t kRootCall = 1024;

std::string_view local_name(std::string_view name) {
  const size_t at = name.rfind(kBetween);
  return at == std::string_view::npos ? name : name.substr(at + 1);
}

struct ParserFree {
  void operator()(XML_Parser p) const { XML_ParserFree(p); }
};
using Parser = std::unique_ptr<std::remove_pointer_t<XML_Parser>, ParserFree>;

// Documents in Windows-1252 occur; expat itself knows UTF-8, UTF-16, Latin-1 and ASCII.
int XMLCALL map_encoding(void*, const XML_Char* name, XML_Encoding* info) {
  const std::string lower = ascii_lower(name);
  if (lower != "windows-1252" && lower != "cp1252") return XML_STATUS_ERROR;
  for (int b = 0; b < 256; ++b) {
    const char c = static_cast<char>(b);
    const std::string utf8 = utf8_from_windows_1252({&c, 1});
    size_t pos = 0;
    info->map[b] = static_cast<int>(next_code_point(utf8, pos));
  }
  info->data = nullptr;
  info->convert = nullptr;
  info->release = nullptr;
  return XML_STATUS_OK;
}

class RecordReader {
 public:
  RecordReader(const std::string& source, const XmlRecords& what) : source_(source), what_(what) {}

  Result<void> read(std::string_view bytes) {
    parser_.reset(XML_ParserCreateNS(nullptr, kBetween));
    if (parser_ == nullptr) return fail(ErrorCode::kLimit, "no memory for the XML parser", {source_, 0, 0});
    XML_SetUserData(parser_.get(), this);
    XML_SetElementHandler(parser_.get(), on_start, on_end);
    XML_SetCharacterDataHandler(parser_.get(), on_text);
    XML_SetEntityDeclHandler(parser_.get(), on_entity);
    XML_SetUnknownEncodingHandler(parser_.get(), map_encoding, nullptr);
    XML_Status status = XML_STATUS_OK;
    size_t given = 0;
    do {
      const size_t n = std::min(kCall, bytes.size() - given);
      const bool last = given + n == bytes.size();
      status = XML_Parse(parser_.get(), bytes.data() + given, static_cast<int>(n), last ? XML_TRUE : XML_FALSE);
      given += n;
    } while (status == XML_STATUS_OK && given < bytes.size());
    if (error_) return std::unexpected(std::move(*error_));
    if (status == XML_STATUS_OK) return {};
    return std::unexpected(syntax_error(bytes));
  }

 private:
  static RecordReader& self(void* data) { return *static_cast<RecordReader*>(data); }
  static void XMLCALL on_start(void* d, const XML_Char* name, const XML_Char** attributes) {
    self(d).start(name, attributes);
  }
  static void XMLCALL on_end(void* d, const XML_Char*) { self(d).end(); }
  static void XMLCALL on_text(void* d, const XML_Char* text, int size) {
    self(d).text({text, static_cast<size_t>(size)});
  }
  static void XMLCALL on_entity(void* d, const XML_Char* name, int, const XML_Char*, int, const XML_Char*,
                                const XML_Char*, const XML_Char*, const XML_Char*) {
    self(d).stop(ErrorCode::kBadInput,
                 fmt::format("the document declares an entity ({}), which is not accepted", name));
  }

  uint64_t byte() const {
    return static_cast<uint64_t>(std::max<XML_Index>(0, XML_GetCurrentByteIndex(parser_.get())));
  }
  uint64_t line() const { return XML_GetCurrentLineNumber(parser_.get()); }
  Where where() const { return {source_, line(), byte()}; }

  void stop(Error error) {
    if (!error_) error_ = std::move(error);
    XML_StopParser(parser_.get(), XML_FALSE);
  }
  void stop(ErrorCode code, std::string message) { stop(Error{code, std::move(message), where()}); }

  XmlNode make_node(const XML_Char* name, const XML_Char** attributes) const {
    XmlNode node;
    node.name = local_name(name);
    for (; *attributes != nullptr; attributes += 2)
      node.attributes.emplace_back(local_name(attributes[0]), attributes[1]);
    node.byte = byte();
    node.line = line();
    return node;
  }

  void start(const XML_Char* name, const XML_Char** attributes) {
    if (error_) return;
    if (++depth_ > kXmlDepth) return stop(ErrorCode::kLimit, fmt::format("elements nested over {} deep", kXmlDepth));
    if (depth_ == 1 && what_.on_root) {
      if (auto ok = what_.on_root(make_node(name, attributes)); !ok) return stop(std::move(ok.error()));
    }
    if (open_.empty()) {
      if (std::ranges::find(what_.records, local_name(name)) == what_.records.end()) return;
      record_ = make_node(name, attributes);
      open_.push_back(&record_);
      return;
    }
    if (!fits()) return;
    // The open element is its parent's last child, so that no pointer in open_ is moved by this.
    open_.back()->children.push_back(make_node(name, attributes));
    open_.push_back(&open_.back()->children.back());
  }

  void end() {
    if (error_) return;
    --depth_;
    if (open_.empty() || !fits()) return;
    open_.pop_back();
    if (!open_.empty()) return;
    if (auto ok = what_.on_record(record_); !ok) return stop(std::move(ok.error()));
    record_ = {};
  }

  void text(std::string_view t) {
    if (error_ || open_.empty() || !fits()) return;
    open_.back()->text += t;
  }

  // Holds the record at hand against its bound.
  bool fits() {
    if (byte() - record_.byte <= kXmlRecordBytes) return true;
    stop(ErrorCode::kLimit,
         fmt::format("<{}> of line {} is over {} bytes", record_.name, record_.line, kXmlRecordBytes));
    return false;
  }

  Error syntax_error(std::string_view bytes) const {
    const XML_Error code = XML_GetErrorCode(parser_.get());
    const bool at_end = code == XML_ERROR_NO_ELEMENTS || code == XML_ERROR_UNCLOSED_TOKEN ||
                        code == XML_ERROR_PARTIAL_CHAR || code == XML_ERROR_UNCLOSED_CDATA_SECTION;
    std::string message = fmt::format("not well-formed XML: {}", XML_ErrorString(code));
    if (bytes.empty())
      message = "the file is empty";
    else if (at_end && !open_.empty())
      message = fmt::format("the document ends early, inside <{}> that began on line {}", record_.name, record_.line);
    else if (at_end && depth_ > 0)
      message = "the document ends early";
    return {ErrorCode::kBadInput, std::move(message), where()};
  }

  const std::string& source_;
  const XmlRecords& what_;
  Parser parser_;
  std::optional<Error> error_;
  size_t depth_ = 0;
  XmlNode record_;
  std::vector<XmlNode*> open_;  // from the record down to the element being read
};

struct RootReader {
  XML_Parser parser;
  std::string name;
};

void XMLCALL root_start(void* data, const XML_Char* name, const XML_Char**) {
  auto& root = *static_cast<RootReader*>(data);
  if (root.name.empty()) root.name = name;
  XML_StopParser(root.parser, XML_FALSE);
}
void XMLCALL root_entity(void* data, const XML_Char*, int, const XML_Char*, int, const XML_Char*, const XML_Char*,
                         const XML_Char*, const XML_Char*) {
  XML_StopParser(static_cast<RootReader*>(data)->parser, XML_FALSE);
}

}  // namespace

Result<void> read_xml(std::string_view bytes, const std::string& source, const XmlRecords& what) {
  return RecordReader(source, what).read(bytes);
}

std::pair<std::string, std::string> xml_root(std::string_view bytes) {
  const Parser parser(XML_ParserCreateNS(nullptr, kBetween));
  if (parser == nullptr) return {};
  RootReader root{parser.get(), {}};
  XML_SetUserData(parser.get(), &root);
  XML_SetStartElementHandler(parser.get(), root_start);
  XML_SetEntityDeclHandler(parser.get(), root_entity);
  XML_SetUnknownEncodingHandler(parser.get(), map_encoding, nullptr);
  bytes = bytes.substr(0, kRootBytes);
  for (size_t given = 0; given < bytes.size(); given += kRootCall) {
    const std::string_view part = bytes.substr(given, kRootCall);
    if (XML_Parse(parser.get(), part.data(), static_cast<int>(part.size()), XML_FALSE) != XML_STATUS_OK) break;
  }
  const size_t at = root.name.rfind(kBetween);
  if (at == std::string::npos) return {root.name, {}};
  return {root.name.substr(at + 1), root.name.substr(0, at)};
}

}  // namespace cordon
