// cordon diff: what changed between two snapshots. Reads lists and parties only, so that a snapshot made with other
// name tables can be compared too.
#include <fmt/format.h>
#include <unistd.h>

#include <nlohmann/json.hpp>

#include "assemble/diff.h"
#include "assemble/field_changes.h"
#include "assemble/snapshot_links.h"
#include "cli/commands.h"
#include "cli/diff_text.h"
#include "cli/output.h"
#include "cli/tell.h"
#include "cli/text_table.h"

namespace cordon::cli {
namespace {

using assemble::Difference;
using assemble::PartyChange;
using assemble::StoredLists;

constexpr uint32_t kMostJobs = 1024;

// A snapshot's lists with the file that they lie in.
struct Opened {
  snapshot::Reader reader;
  StoredLists stored;
  graph::StoredLinks links;
};

Result<Opened> open(const std::string& path) {
  TRY(snapshot::Reader reader, snapshot::Reader::open(path));
  TRY(StoredLists stored, StoredLists::open(reader));
  TRY(graph::StoredLinks links, assemble::open_links(reader, stored));
  return Opened{std::move(reader), std::move(stored), std::move(links)};
}

// A changed party in both its versions, as far as there are two.
struct Versions {
  std::optional<Entity> before, after;
  const Entity& latest() const { return after ? *after : *before; }
  std::vector<assemble::FieldChange> fields() const {
    return assemble::field_changes(before ? &*before : nullptr, after ? &*after : nullptr);
  }
};

Result<Versions> versions_of(const PartyChange& change, const StoredLists& before, const StoredLists& after) {
  Versions out;
  if (change.before != PartyChange::kNone) {
    TRY(out.before, before.entity(change.before));
  }
  if (change.after != PartyChange::kNone) {
    TRY(out.after, after.entity(change.after));
  }
  return out;
}

std::string party_json(Difference difference, const Versions& versions) {
  const Entity& party = versions.latest();
  nlohmann::ordered_json out = {{"change", assemble::difference_name(difference)},
                                {"entity_id", party.id},
                                {"list", party.list},
                                {"caption", party.caption},
                                {"schema", schema_name(party.schema)}};
  auto& fields = out["fields"] = nlohmann::ordered_json::array();
  for (const assemble::FieldChange& f : versions.fields())
    fields.push_back({{"field", f.field}, {"before", f.before}, {"after", f.after}});
  return out.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

std::string link_json(const assemble::LinkChange& change) {
  const auto end = [](const assemble::LinkEnd& one) {
    nlohmann::ordered_json out = {{"name", one.name}};
    if (!one.id.empty()) out["entity_id"] = one.id;
    return out;
  };
  nlohmann::ordered_json link = {{"list", change.list}, {"kind", graph::kind_name(change.kind)}};
  if (!change.criterion.empty()) link["criterion"] = change.criterion;
  link["owner"] = end(change.owner);
  link["owned"] = end(change.owned);
  link["before"] = change.before;
  link["after"] = change.after;
  const nlohmann::ordered_json out = {{"change", assemble::difference_name(change.difference())}, {"link", link}};
  return out.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

std::string head_text(const Opened& before, const Opened& after, const assemble::SnapshotDiff& diff, const Look& look) {
  std::string out = counts_text(diff.total());
  for (const auto* opened : {&before, &after})
    out += fmt::format("\n{} snapshot {}: {} parties", opened == &before ? "before" : "after ",
                       opened->reader.hash().hex().substr(0, 12), grouped(opened->stored.bodies().count()));
  return out + "\n" + lists_diff_table(before.stored.lists(), after.stored.lists(), diff.counts, look);
}

std::map<std::string, uint64_t> link_counts(const Opened& opened) {
  std::map<std::string, uint64_t> out;
  const std::vector<uint64_t> counts = assemble::links_by_list(opened.links, opened.stored);
  for (size_t i = 0; i < counts.size(); ++i) out.emplace(opened.stored.lists()[i].list, counts[i]);
  return out;
}

}  // namespace

Result<int> run_diff(const Arguments& arguments) {
  TRY(const uint32_t jobs, parse_count("--jobs", arguments.value("--jobs", "0"), kMostJobs));
  const bool as_json = arguments.value("--format") == "jsonl";
  TRY(const Opened before, open(arguments.parameters()[0]));
  TRY(const Opened after, open(arguments.parameters()[1]));
  TRY(const assemble::SnapshotDiff diff, assemble::diff(before.stored, after.stored, jobs));
  TRY(const assemble::LinkDiff links, assemble::diff_links({before.stored, before.links}, {after.stored, after.links}));
  Output output = Output::standard();
  const Look look = as_json ? look_of(STDERR_FILENO) : output.look();
  const std::string head = head_text(before, after, diff, look);
  const std::string links_head = links_diff_text(link_counts(before), link_counts(after), links, look);
  if (!as_json) CHECK_OK(output.append(head));
  std::string list;
  for (const PartyChange& change : diff.changes) {
    TRY(const Versions versions, versions_of(change, before.stored, after.stored));
    if (as_json) {
      CHECK_OK(output.append(party_json(change.difference(), versions)));
      continue;
    }
    if (versions.latest().list != list) {
      list = versions.latest().list;
      CHECK_OK(output.append(fmt::format("\n{}: {}\n", printable(list), counts_text(diff.counts.at(list)))));
    }
    CHECK_OK(output.append(party_diff_text(versions.latest(), change.difference(), versions.fields(), output.look())));
  }
  if (!as_json && !links_head.empty()) CHECK_OK(output.append("\n" + links_head));
  for (const assemble::LinkChange& change : links.changes) {
    if (!as_json) CHECK_OK(output.append(link_diff_text(change, output.look())));
    if (as_json && arguments.has("--links")) CHECK_OK(output.append(link_json(change)));
  }
  CHECK_OK(output.commit());
  if (as_json) tell("{}{}", head, links_head);
  return diff.changes.empty() && links.changes.empty() ? kExitClear : kExitHit;
}

}  // namespace cordon::cli
