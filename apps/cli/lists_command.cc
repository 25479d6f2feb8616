// cordon lists: each list in the snapshot.
#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "assemble/snapshot_links.h"
#include "cli/commands.h"
#include "cli/list_age.h"
#include "cli/lists_table.h"
#include "cli/locate_snapshot.h"
#include "cli/output.h"

namespace cordon::cli {
namespace {

std::string list_json(const ListInfo& list, uint64_t links) {
  nlohmann::ordered_json out = {{"list", list.list},         {"authority", list.authority}, {"published", nullptr},
                                {"entities", list.entities}, {"names", list.names},         {"links", links},
                                {"skipped", list.skipped}};
  if (list.published) out["published"] = published_text(list);
  return out.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

std::string remarks_text(const screen::Snapshot& snapshot, const Look& look) {
  std::string out;
  for (const ListInfo& list : snapshot.lists()) {
    for (const std::string& remark : list.remarks) {
      std::string indent = "  ";
      for (const std::string& line :
           wrap(fmt::format("{}: {}", printable(list.list), printable(remark)), look.width - 4)) {
        out += indent + line + "\n";
        indent = "    ";
      }
    }
  }
  return out.empty() ? out : "\nSkipped, lost or noted while reading:\n" + out;
}

}  // namespace

Result<int> run_lists(const Arguments& arguments) {
  TRY(const auto located, open_snapshot(arguments));
  const auto& snapshot = located.snapshot;
  TRY(const graph::StoredLinks links, snapshot->links());
  const std::vector<uint64_t> counts = assemble::links_by_list(links, snapshot->stored());
  Output output = Output::standard();
  if (arguments.value("--format") == "jsonl") {
    for (size_t i = 0; i < snapshot->lists().size(); ++i)
      CHECK_OK(output.append(list_json(snapshot->lists()[i], counts[i])));
  } else {
    CHECK_OK(output.append(lists_table(snapshot->lists(), counts, output.look())));
    CHECK_OK(output.append(remarks_text(*snapshot, output.look())));
    CHECK_OK(output.append(fmt::format("\nsnapshot {} ({})\n", snapshot->hash().hex(), printable(located.place))));
  }
  CHECK_OK(output.commit());
  return kExitClear;
}

}  // namespace cordon::cli
