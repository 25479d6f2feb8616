// Finding the snapshot; see locate_snapshot.h. Folders follow the XDG Base Directory Specification 0.8.
#include "cli/locate_snapshot.h"

#include <fmt/format.h>

#include <cstdlib>
#include <filesystem>

#include "cli/remarks.h"
#include "cli/text_table.h"

namespace cordon::cli {
namespace {

std::string environment(const char* name) {
  const char* const value = std::getenv(name);
  return value == nullptr ? "" : value;
}

// Empty where the environment names no folder. A relative $XDG_DATA_HOME is to be ignored.
std::string current_snapshot_path() {
  const std::string data = environment("XDG_DATA_HOME");
  if (!data.empty() && data.front() == '/') return data + "/cordon/current.cordon";
  const std::string home = environment("HOME");
  return home.empty() ? "" : home + "/.local/share/cordon/current.cordon";
}

// Is anything of that name there, be it a dangling link? Only what is surely absent may be passed over.
bool is_there(const std::string& path) {
  std::error_code error;
  const auto status = std::filesystem::symlink_status(path, error);
  return status.type() != std::filesystem::file_type::not_found;
}

Result<LocatedSnapshot> open_at(const std::string& path) {
  TRY(auto snapshot, screen::Snapshot::open(path));
  return LocatedSnapshot{std::move(snapshot), path};
}

}  // namespace

Result<LocatedSnapshot> open_snapshot(const Arguments& arguments) {
  if (arguments.has("--snapshot")) return open_at(arguments.value("--snapshot"));
  if (const std::string path = environment("CORDON_SNAPSHOT"); !path.empty()) return open_at(path);
  const std::string current = current_snapshot_path();
  if (!current.empty() && is_there(current)) return open_at(current);
  TRY(auto example, screen::Snapshot::example());
  print_warning(fmt::format(
      "this is the built-in example list of {} parties, not a sanctions list to rely on; make a real one of the "
      "authorities' files with: cordon build FILE|FOLDER... -o {}",
      grouped(example->entities()), current.empty() ? "lists.cordon" : current));
  return LocatedSnapshot{std::move(example), "the built-in example list"};
}

Result<std::vector<uint32_t>> find_entities(const screen::Snapshot& snapshot, const std::string& id) {
  std::vector<uint32_t> found = snapshot.find_all(id);
  if (!found.empty()) return found;
  for (const ListInfo& list : snapshot.lists()) {
    if (const auto number = snapshot.find(fmt::format("{}:{}", list.list, id))) found.push_back(*number);
  }
  if (found.size() == 1) return found;
  return fail(ErrorCode::kNotFound,
              fmt::format("no party \"{}\" in the snapshot; ids are LIST:ID as cordon screen prints them", id));
}

}  // namespace cordon::cli
