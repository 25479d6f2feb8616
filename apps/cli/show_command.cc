// cordon show: one listed party, with every source statement.
#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "cli/commands.h"
#include "cli/locate_snapshot.h"
#include "cli/output.h"
#include "cli/text_table.h"
#include "model/statements.h"

namespace cordon::cli {
namespace {

constexpr size_t kPropertyWidth = 24;

std::string statement_text(const Statement& statement, const Entity& entity, const Look& look) {
  std::string value = printable(statement.value, look);
  if (!statement.detail.empty()) value += fmt::format("  ({})", printable(statement.detail, look));
  if (statement.source != nullptr) value += fmt::format("  [{}]", statement.source - entity.sources.data() + 1);
  std::string out;
  std::string label = cut(printable(statement.property), kPropertyWidth);
  label.resize(label.size() + kPropertyWidth - display_width(label), ' ');
  for (const std::string& line : wrap(value, look.width - kPropertyWidth - 4)) {
    out += fmt::format("  {}  {}\n", label, line);
    label.assign(kPropertyWidth, ' ');
  }
  return out;
}

std::string sources_text(const Entity& entity, const Look& look) {
  std::string out = fmt::format("\n{}\n", paint(Colour::kBold, "Sources", look));
  for (size_t i = 0; i < entity.sources.size(); ++i) {
    const Source& source = entity.sources[i];
    out +=
        fmt::format("  [{}] {}, {}, byte {}\n", i + 1, printable(source.file), printable(source.record), source.byte);
  }
  return out;
}

std::string entity_text(const Entity& entity, const ListInfo* list, const Look& look) {
  std::string out = paint(Colour::kBold, printable(entity.caption, look), look) + "\n";
  out += fmt::format("{} · {} · list {}", paint(Colour::kCyan, printable(entity.id), look), schema_name(entity.schema),
                     printable(entity.list));
  if (list != nullptr) {
    std::string names = printable(list->authority);
    if (list->title != list->list) names += (names.empty() ? "" : ", ") + printable(list->title);
    if (!names.empty()) out += fmt::format(" ({})", names);
  }
  out += "\n";
  std::string_view group;
  for (const Statement& statement : statements_of(entity)) {
    if (statement.group != group) out += fmt::format("\n{}\n", paint(Colour::kBold, statement.group, look));
    group = statement.group;
    out += statement_text(statement, entity, look);
  }
  return out + sources_text(entity, look);
}

std::string entity_json(const Entity& entity) {
  nlohmann::ordered_json out = {
      {"id", entity.id}, {"schema", schema_name(entity.schema)}, {"caption", entity.caption}, {"list", entity.list}};
  auto& statements = out["statements"] = nlohmann::ordered_json::array();
  for (const Statement& statement : statements_of(entity)) {
    nlohmann::ordered_json row = {{"prop", statement.property}, {"value", statement.value}};
    if (!statement.detail.empty()) row["detail"] = statement.detail;
    if (statement.source != nullptr) {
      row["source"] = {
          {"file", statement.source->file}, {"record", statement.source->record}, {"byte", statement.source->byte}};
    }
    statements.push_back(std::move(row));
  }
  return out.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

}  // namespace

Result<int> run_show(const Arguments& arguments) {
  TRY(const auto located, open_snapshot(arguments));
  const auto& snapshot = located.snapshot;
  TRY(const std::vector<uint32_t> numbers, find_entities(*snapshot, arguments.parameters().front()));
  const bool as_json = arguments.value("--format") == "jsonl";
  Output output = Output::standard();
  for (const uint32_t number : numbers) {
    TRY(const Entity entity, snapshot->entity(number));
    const auto list = std::ranges::find(snapshot->lists(), entity.list, &ListInfo::list);
    if (!as_json && number != numbers.front()) CHECK_OK(output.append("\n"));
    CHECK_OK(output.append(
        as_json ? entity_json(entity)
                : entity_text(entity, list == snapshot->lists().end() ? nullptr : &*list, output.look())));
  }
  CHECK_OK(output.commit());
  return kExitClear;
}

}  // namespace cordon::cli
