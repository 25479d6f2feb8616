#include "tests/mutation/records_of.h"

#include <expat.h>

#include <algorithm>
#include <memory>

#include "base/utf8.h"

namespace cordon::mutation {
namespace {

struct XmlWalk {
  XML_Parser parser;
  std::string_view bytes;
  std::span<const std::string_view> names;
  std::vector<Record> records;
  size_t depth = 0;
  size_t record_depth = 0;  // 0: not in a record

  size_t at() const { return static_cast<size_t>(XML_GetCurrentByteIndex(parser)); }
};

void XMLCALL start(void* data, const XML_Char* name, const XML_Char**) {
  XmlWalk& walk = *static_cast<XmlWalk*>(data);
  ++walk.depth;
  std::string_view local = name;
  local.remove_prefix(local.rfind('|') == std::string_view::npos ? 0 : local.rfind('|') + 1);
  if (walk.record_depth != 0 || std::ranges::find(walk.names, local) == walk.names.end()) return;
  walk.record_depth = walk.depth;
  walk.records.push_back({walk.at(), {}});
}

void XMLCALL end(void* data, const XML_Char*) {
  XmlWalk& walk = *static_cast<XmlWalk*>(data);
  if (walk.depth-- != walk.record_depth) return;
  walk.record_depth = 0;
  Record& record = walk.records.back();
  const size_t behind = walk.bytes.find('>', walk.at()) + 1;
  record.text = walk.bytes.substr(record.byte, std::max(behind, record.byte) - record.byte);
}

}  // namespace

std::optional<std::vector<Record>> xml_records(std::string_view bytes, std::span<const std::string_view> names) {
  const std::unique_ptr<XML_ParserStruct, decltype(&XML_ParserFree)> parser(XML_ParserCreateNS(nullptr, '|'),
                                                                            XML_ParserFree);
  XmlWalk walk{parser.get(), bytes, names, {}};
  XML_SetUserData(parser.get(), &walk);
  XML_SetElementHandler(parser.get(), start, end);
  if (XML_Parse(parser.get(), bytes.data(), static_cast<int>(bytes.size()), XML_TRUE) != XML_STATUS_OK) return {};
  return std::move(walk.records);
}

std::vector<Record> line_records(std::string_view text, std::string_view ends) {
  std::vector<Record> out;
  for (size_t begin = 0; begin < text.size();) {
    const size_t stop = std::min(text.find_first_of(ends, begin), text.size());
    const std::string_view line = text.substr(begin, stop - begin);
    if (!trim(line).empty()) out.push_back({begin, line});
    begin = stop + (text.substr(stop, 2) == "\r\n" ? 2 : 1);
  }
  return out;
}

size_t line_number(std::string_view text, std::string_view ends, const Record& record) {
  size_t n = 1;
  for (size_t i = 0; i < record.byte; ++i) n += ends.contains(text[i]) && text.substr(i, 2) != "\r\n";
  return n;
}

}  // namespace cordon::mutation
