#include "screen/evaluate.h"

#include <algorithm>
#include <set>

#include "base/table.h"
#include "base/utf8.h"
#include "names/analyze.h"

namespace cordon::screen {
namespace {

bool is_in(const Evaluation::Row& row, const RowGroup& group) {
  if (group.by == "script") return row.script == group.value;
  if (group.by == "schema") return schema_name(row.placing.target->schema) == group.value;
  if (group.by == "list") return row.placing.target->list == group.value;
  return true;
}

bool is_in(const Evaluation::Negative& row, const RowGroup& group) {
  if (group.by == "script") return row.script == group.value;
  if (group.by == "schema") return schema_name(row.schema) == group.value;
  return true;
}

void append_groups(std::vector<RowGroup>& out, std::string_view by, const std::set<std::string>& values) {
  for (const std::string& value : values) out.push_back({by, value});
}

}  // namespace

Result<TargetIndex> TargetIndex::build(const Snapshot& snapshot) {
  TargetIndex out;
  for (uint32_t e = 0; e < snapshot.entities(); ++e) {
    TRY(const Entity entity, snapshot.entity(e));
    out.targets_.push_back({entity.id, entity.list, entity.schema, e});
    for (const std::string& id : {entity.id, entity.list_id, entity.list + ":" + entity.list_id}) {
      std::vector<uint32_t>& numbers = out.by_id_[ascii_lower(id)];
      if (!id.empty() && (numbers.empty() || numbers.back() != e)) numbers.push_back(e);
    }
  }
  return out;
}

std::vector<const TargetIndex::Target*> TargetIndex::find_one(std::string_view id) const {
  std::vector<const Target*> out;
  const auto found = by_id_.find(ascii_lower(trim(id)));
  if (found == by_id_.end()) return out;
  for (const uint32_t number : found->second) out.push_back(&targets_[number]);
  return out;
}

std::vector<const TargetIndex::Target*> TargetIndex::find(std::string_view text) const {
  std::vector<const Target*> out = find_one(text);
  if (!out.empty()) return out;
  const bool all = each_part(text, ";", [&](std::string_view id) {
    const auto found = find_one(id);
    out.insert(out.end(), found.begin(), found.end());
    return !found.empty();
  });
  if (!all) out.clear();
  return out;
}

Placing place(const Screening& screening, const std::vector<const TargetIndex::Target*>& targets) {
  Placing best;
  best.target = targets.front();
  for (const TargetIndex::Target* target : targets) {
    size_t rank = 0;
    for (const Hit& hit : screening.hits) {
      if (hit.list != target->list) continue;
      ++rank;
      if (hit.entity_id != target->entity_id) continue;
      if (best.rank == 0 || rank < best.rank || (rank == best.rank && hit.score > best.score))
        best = {target, rank, hit.score};
      break;
    }
  }
  return best;
}

std::vector<RowGroup> Evaluation::groups() const {
  std::set<std::string> scripts, schemata, lists;
  for (const Row& row : rows) {
    scripts.insert(row.script);
    schemata.emplace(schema_name(row.placing.target->schema));
    lists.insert(row.placing.target->list);
  }
  std::vector<RowGroup> out = {{}};
  append_groups(out, "script", scripts);
  append_groups(out, "schema", schemata);
  append_groups(out, "list", lists);
  return out;
}

std::vector<RowGroup> Evaluation::negative_groups() const {
  std::set<std::string> scripts, schemata;
  for (const Negative& row : negatives) {
    scripts.insert(row.script);
    schemata.emplace(schema_name(row.schema));
  }
  std::vector<RowGroup> out = {{}};
  append_groups(out, "script", scripts);
  append_groups(out, "schema", schemata);
  return out;
}

Share Evaluation::recall(const RowGroup& group, size_t k, Points at) const {
  Share out;
  for (const Row& row : rows)
    if (is_in(row, group)) out.count(row.placing.found(k, at));
  return out;
}

Share Evaluation::hit_rate(const RowGroup& group, Points at) const {
  Share out;
  for (const Negative& row : negatives)
    if (is_in(row, group)) out.count(row.top_score >= at);
  return out;
}

Points Evaluation::score_at_hit_rate(Millionths rate) const {
  std::vector<Points> tops;
  for (const Negative& row : negatives) tops.push_back(row.top_score);
  return cutoff_at_hit_rate(std::move(tops), rate) + 1;
}

std::string script_of(const Subject& subject) {
  if (subject.names.empty()) return "none";
  const std::string script = names::analyze(subject.names.front().text, names::name_type(subject.schema)).script;
  return script.empty() ? "none" : script;
}

}  // namespace cordon::screen
