// What the readers of XML lists have in common: one file after the other, record by record, an error that names file,
// line and byte, no two parties of one id.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "lists/entity_builder.h"
#include "lists/list_format.h"
#include "syntax/xml.h"

namespace cordon::lists {

// One record of an XML list, with what a reader needs to say where it stands.
struct XmlRecord {
  const InputFile& file;
  const XmlNode& node;
  Where where() const { return {file.path, node.line, node.byte}; }
  // The source of this record's values; `name` is how a person would look it up ("DATAID 110447").
  Source source(std::string name) const { return {file.name, std::move(name), node.byte}; }
};

struct XmlListFormat {
  std::string_view root;  // its local name
  std::vector<std::string_view> records;
  std::span<const std::string_view> known;  // every child element of a record that is read, or known and of no use
  std::function<void(const XmlNode&)> on_root;
  std::function<Result<void>(const XmlRecord&)> on_record;
  std::function<Result<void>(const InputFile&)> at_end;  // of each file; may be empty
};

// An xs:date without the time zone that it may carry ("2015-03-27-04:00", "2015-03-27Z"); any other text as it stands.
std::string_view day_of(std::string_view xs_date);
// Reads all files of the edition. Child elements of records that the format does not know are counted and noted to
// `reporter`. Errors: kBadInput for another root, what is no whole XML, a list without parties.
Result<void> read_xml_list(const Edition& edition, const XmlListFormat& format, const std::vector<Entity>& parties,
                           Reporter& reporter);
// Joins parties of one id, resolves links and counts; what was joined is noted to `reporter`.
void finish_xml_list(const Edition& edition, ParsedList& list, Reporter& reporter);

}  // namespace cordon::lists
