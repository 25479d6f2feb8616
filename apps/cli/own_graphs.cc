#include "cli/own_graphs.h"

#include "base/input_bytes.h"
#include "base/utf8.h"
#include "graph/structure_bods.h"
#include "graph/structure_csv.h"
#include "graph/structure_gleif.h"
#include "lists/list_format.h"
#include "syntax/text_encoding.h"

namespace cordon::cli {
namespace {

constexpr size_t kFtmSampleBytes = size_t{1} << 20;  // a file is known by its first lines

// An FtM file is read as a list would be, so that its links are those that a snapshot of it has.
Result<void> read_ftm(lists::InputFile file, OwnGraphs& out, Reporter& reporter) {
  const lists::Edition edition{lists::identify_ftm(file, {}), {&file}};
  TRY(lists::ParsedList list, lists::parse_ftm(edition, reporter));
  list.unpack();
  graph::add_entities(list.entities, out.structure, out.ids);
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
