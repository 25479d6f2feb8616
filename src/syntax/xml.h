// XML record by record: a large document is streamed (expat), each record is handed over as a small tree.
// Namespaces are dropped: names are local names. DOCTYPE with entity declarations, depth over kXmlDepth and records
// over kXmlRecordBytes are errors.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/error.h"

namespace cordon {

inline constexpr size_t kXmlDepth = 64;
inline constexpr size_t kXmlRecordBytes = size_t{16} << 20;

struct XmlNode {
  std::string name;
  std::vector<std::pair<std::string, std::string>> attributes;
  std::string text;  // character data directly inside this element, in order, untrimmed
  std::vector<XmlNode> children;
  uint64_t byte = 0;  // of the start tag in the document
  uint64_t line = 0;  // 1-based

  // Returns the attribute, or "" where it is absent.
  std::string_view attribute(std::string_view name) const;
  // Returns the first child of that name, or nullptr.
  const XmlNode* child(std::string_view name) const;
  // Returns the trimmed text of the first child of that name, or "".
  std::string_view child_text(std::string_view name) const;
};

struct XmlRecords {
  // Elements with one of these local names are records, at any depth; the outermost one counts.
  std::vector<std::string_view> records;
  // Called with the root element's name and attributes, without children.
  std::function<Result<void>(const XmlNode& root)> on_root;
  // Called once for each record in document order. An error ends the reading and is returned.
  std::function<Result<void>(const XmlNode& record)> on_record;
};

// Reads the whole document. Errors: kBadInput with line (record) and byte where it is not well-formed, ends early or is
// not the document it should be; kLimit.
Result<void> read_xml(std::string_view bytes, const std::string& source, const XmlRecords& what);
// Returns the local name of the root element and its namespace, reading no further than that; empty for what is no XML.
std::pair<std::string, std::string> xml_root(std::string_view bytes);

}  // namespace cordon
