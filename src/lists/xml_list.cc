#include "lists/xml_list.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "base/utf8.h"

namespace cordon::lists {

std::string_view day_of(std::string_view xs_date) {
  constexpr size_t kDay = 10;  // yyyy-mm-dd
  const std::string_view t = trim(xs_date);
  if (t.size() <= kDay || t[4] != '-' || t[7] != '-') return t;
  const std::string_view zone = t.substr(kDay);
  const bool is_zone = zone == "Z" || (zone.size() == 6 && (zone[0] == '+' || zone[0] == '-') && zone[3] == ':');
  return is_zone ? t.substr(0, kDay) : t;
}

namespace {

struct Unknown {
  uint64_t count = 0;
  Where first;
};

}  // namespace

Result<void> read_xml_list(const Edition& edition, const XmlListFormat& format, const std::vector<Entity>& parties,
                           Reporter& reporter) {
  for (const InputFile* file : edition.files) {
    std::map<std::string, Unknown> unknown;
    const size_t before = parties.size();
    XmlRecords records;
    records.records = format.records;
    records.on_root = [&](const XmlNode& root) -> Result<void> {
      if (root.name != format.root) {
        return fail(ErrorCode::kBadInput, fmt::format("the root element is <{}>, not <{}>", root.name, format.root),
                    {file->path, root.line, root.byte});
      }
      format.on_root(root);
      return {};
    };
    records.on_record = [&](const XmlNode& node) {
      for (const XmlNode& child : node.children) {
        if (std::ranges::find(format.known, child.name) != format.known.end()) continue;
        Unknown& known = unknown[child.name.substr(0, 60)];
        if (known.count++ == 0) known.first = {file->path, child.line, child.byte};
      }
      return format.on_record({*file, node});
    };
    CHECK_OK(read_xml(file->bytes, file->path, records));
    for (const auto& [name, seen] : unknown)
      reporter.note(fmt::format("{} elements <{}> are unknown and were not read", seen.count, name), seen.first);
    if (format.at_end) CHECK_OK(format.at_end(*file));
    if (parties.size() == before) return fail(ErrorCode::kBadInput, "the list holds no party", {file->path, 0, 0});
  }
  return {};
}

void finish_xml_list(const Edition& edition, ParsedList& list, Reporter& reporter) {
  list.info.list = edition.list;
  for (const InputFile* file : edition.files) list.info.files.push_back(file->name);
  if (const size_t joined = merge_same_ids(list.entities); joined > 0) {
    const std::string path = edition.files.empty() ? std::string() : edition.files.front()->path;
    reporter.note(fmt::format("{} records bear the id of an earlier one and were joined with it", joined),
                  {path, 0, 0});
  }
  resolve_links(list.entities);
  list.info.entities = list.entities.size();
}

}  // namespace cordon::lists
