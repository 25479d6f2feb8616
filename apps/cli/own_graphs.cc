#include "cli/own_graphs.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/input_bytes.h"
#include "base/utf8.h"
#include "graph/stated_links.h"
#include "graph/structure_bods.h"
#include "graph/structure_csv.h"
#include "graph/structure_gleif.h"
#include "lists/ftm_record.h"
#include "lists/list_format.h"
#include "syntax/json.h"
#include "syntax/text_encoding.h"

namespace cordon::cli {
namespace {

constexpr size_t kFtmSampleBytes = size_t{1} << 20;  // a file is known by its first lines

// FtM's schemata of links that are something to ownership, with the property of the party that is the owner, director
// or relative, and of the one that is owned.
struct FtmEnds {
  std::string_view schema, owner, owned;
};
constexpr FtmEnds kFtmLinks[] = {{"Ownership", "owner", "asset"},
                                 {"Directorship", "director", "organization"},
                                 {"Family", "person", "relative"},
                                 {"Associate", "person", "associate"},
                                 {"UnknownLink", "subject", "object"}};

// What is wrong with a link: every fault of its own, since a list is read whatever it says there.
std::vector<std::string> faults_of(const lists::FtmRecord& record, const FtmEnds& ends,
                                   const std::set<std::string, std::less<>>& parties) {
  std::vector<std::string> out;
  for (const std::string_view end : {ends.owner, ends.owned}) {
    if (record.values(end).empty()) out.push_back(fmt::format("the {} names no {}", record.schema, end));
    for (const std::string& id : record.values(end))
      if (!parties.contains(id)) out.push_back(fmt::format("\"{}\" is no party of the file", id));
  }
  for (const std::string& owner : record.values(ends.owner))
    if (std::ranges::find(record.values(ends.owned), owner) != record.values(ends.owned).end())
      out.push_back(fmt::format("\"{}\" is linked to itself", owner));
  for (const std::string& share : record.values("percentage"))
    if (const auto read = graph::parse_stated_share(share); !read) out.push_back(read.error().message);
  std::optional<DateSpan> begins, ends_on;
  for (const auto& [property, date] : {std::pair("startDate", &begins), std::pair("endDate", &ends_on)})
    for (const std::string& text : record.values(property)) {
      *date = parse_date(text);
      if (!*date || (*date)->precision == DatePrecision::kUnknown)
        out.push_back(fmt::format("{} \"{}\" is no date", property, text));
    }
  const bool both = begins && ends_on && begins->precision != DatePrecision::kUnknown &&
                    ends_on->precision != DatePrecision::kUnknown;
  if (both && ends_on->high < begins->low) out.push_back("dates reversed: it ends before it begins");
  return out;
}

// Reports the links of an FtM file that say what cannot be, and marks the companies that they are about.
void check_ftm_links(const lists::InputFile& file, OwnGraphs& out, Reporter& reporter) {
  std::vector<lists::FtmRecord> records;
  JsonLines lines(file.bytes);
  for (JsonLine line; lines.next(line);) {
    const auto json = parse_json(line.text);
    if (!json) continue;  // said when the list was read
    const Where where{file.path, line.line, line.byte};
    (void)lists::read_ftm_record(*json, {}, where, records);
  }
  std::set<std::string, std::less<>> parties;
  for (const lists::FtmRecord& record : records) parties.insert(record.id);
  for (const lists::FtmRecord& record : records) {
    const auto ends = std::ranges::find(kFtmLinks, record.schema, &FtmEnds::schema);
    if (ends == std::end(kFtmLinks)) continue;
    for (const std::string& fault : faults_of(record, *ends, parties)) {
      reporter.skipped(fault, record.where);
      for (const std::string& id : record.values(ends->owned)) {
        const auto party = out.ids.find(id);
        if (party == out.ids.end()) continue;
        out.structure.mark(party->second, graph::Defect::kBadRow);
        if (fault.find("over 100 %") != fault.npos || fault.starts_with("dates reversed"))
          out.structure.mark(party->second, graph::Defect::kInconsistent);
      }
    }
  }
}

// An FtM file is read as a list would be, so that its links are those that a snapshot of it has.
Result<void> read_ftm(const lists::InputFile& file, OwnGraphs& out, Reporter& reporter) {
  const lists::Edition edition{lists::identify_ftm(file, {}), {&file}};
  TRY(lists::ParsedList list, lists::parse_ftm(edition, reporter));
  list.unpack();
  graph::add_entities(list.entities, out.structure, out.ids);
  check_ftm_links(file, out, reporter);
  return {};
}

// JSON by its first byte or by the name of the file; no other format begins so.
bool is_json(const std::string& path, std::string_view bytes) {
  const std::string_view head = trim(bytes.substr(utf8_begin(bytes).value_or(0), kFtmSampleBytes));
  const std::string name = ascii_lower(path);
  return head.starts_with('[') || head.starts_with('{') || name.ends_with(".json") || name.ends_with(".jsonl");
}

}  // namespace

Result<OwnGraphs> read_own_graphs(const std::vector<std::string>& paths, Day known_at, Reporter& reporter) {
  OwnGraphs out;
  std::vector<InputBytes> inputs;  // opened once: one may be a pipe
  graph::GleifNames names;         // before the relationships that use them, whatever the order of the files
  for (const std::string& path : paths) {
    TRY(InputBytes input, InputBytes::open(path));
    if (graph::looks_like_gleif_names(input.bytes()))
      CHECK_OK(graph::read_gleif_names(input.bytes(), path, names, reporter));
    inputs.push_back(std::move(input));
  }
  for (size_t i = 0; i < paths.size(); ++i) {
    const std::string& path = paths[i];
    const std::string_view bytes = inputs[i].bytes();
    if (graph::looks_like_gleif_names(bytes)) continue;
    const lists::InputFile head{path, path, std::string(bytes.substr(0, kFtmSampleBytes))};
    if (graph::looks_like_gleif_relationships(bytes))
      CHECK_OK(graph::read_structure_gleif(bytes, path, names, out.structure, out.ids, reporter));
    else if (graph::looks_like_bods(bytes))
      CHECK_OK(graph::read_structure_bods(bytes, path, known_at, out.structure, reporter));
    else if (lists::recognize_ftm(head))
      CHECK_OK(read_ftm({path, path, std::string(bytes)}, out, reporter));
    else if (is_json(path, bytes))  // says what is missing to be BODS
      CHECK_OK(graph::read_structure_bods(bytes, path, known_at, out.structure, reporter));
    else
      CHECK_OK(graph::read_structure_csv(bytes, path, out.structure, reporter));
    CHECK_OK(inputs[i].check());
  }
  out.parties = out.structure.parties();
  return out;
}

std::optional<graph::PartyId> find_party(const OwnGraphs& graphs, std::string_view name_or_id) {
  if (const auto party = graphs.structure.find(name_or_id)) return party;
  const auto id = graphs.ids.find(name_or_id);
  if (id == graphs.ids.end()) return {};
  return id->second;
}

}  // namespace cordon::cli
