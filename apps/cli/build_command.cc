// cordon build: list files to a snapshot.
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <tbb/global_control.h>

#include <optional>

#include "assemble/build.h"
#include "base/atomic_file.h"
#include "cli/commands.h"
#include "cli/lists_table.h"
#include "cli/output.h"
#include "cli/progress.h"
#include "cli/remarks.h"
#include "cli/text_table.h"
#include "lists/collect.h"

namespace cordon::cli {
namespace {

constexpr size_t kMostRemarks = 60;
constexpr uint32_t kMostJobs = 1024;

Result<lists::CollectOptions> options_of(const Arguments& arguments) {
  lists::CollectOptions options;
  options.as = arguments.value("--as");
  options.list = arguments.value("--list");
  for (const std::string& text : arguments.all("--published")) {
    const size_t equals = text.find('=');
    if (equals == std::string::npos || equals == 0 || !parse_date(text.substr(equals + 1))) {
      return fail(ErrorCode::kInvalidArgument, fmt::format("--published is LIST=DATE, not \"{}\"", text));
    }
    if (!options.published.emplace(text.substr(0, equals), text.substr(equals + 1)).second)
      return fail(ErrorCode::kInvalidArgument,
                  fmt::format("--published is given twice for {}", text.substr(0, equals)));
  }
  return options;
}

void tell_left_out(const lists::Collection& collection) {
  for (const std::string& words : collection.left_out) print_note("left out: " + words);
  for (const std::string& file : collection.passed_over) print_note("passed over, of no known list format: " + file);
}

std::string size_text(uint64_t bytes) {
  return bytes < 1000000 ? fmt::format("{:.1f} kB", static_cast<double>(bytes) / 1e3)
                         : fmt::format("{:.1f} MB", static_cast<double>(bytes) / 1e6);
}

std::string files_text(const std::vector<ListInfo>& lists) {
  std::string out;
  for (const ListInfo& list : lists)
    out += printable(fmt::format("  {}: {}", list.list, fmt::join(list.files, ", "))) + "\n";
  return out;
}

}  // namespace

Result<int> run_build(const Arguments& arguments) {
  const std::string path = arguments.value("--output");
  if (path.empty())
    return fail(ErrorCode::kInvalidArgument, "build needs -o FILE, where the snapshot is to be written");
  TRY(const lists::CollectOptions options, options_of(arguments));
  TRY(const uint32_t jobs, parse_count("--jobs", arguments.value("--jobs", "0"), kMostJobs));
  CHECK_OK(refuse_input_as_output(arguments, "--output"));
  std::optional<tbb::global_control> limit;
  if (jobs > 0) limit.emplace(tbb::global_control::max_allowed_parallelism, jobs);
  const Progress progress;
  Reporter reporter;
  auto collection = lists::collect(arguments.parameters(), options, reporter);
  print_remarks(reporter, kMostRemarks);
  if (!collection) return std::unexpected(std::move(collection).error());
  tell_left_out(*collection);
  std::vector<ListInfo> infos;
  for (const lists::ParsedList& list : collection->lists) infos.push_back(list.info);
  TRY(const assemble::BuildSummary summary, assemble::build(std::move(collection->lists), path));
  if (is_written_straight(path)) return kExitClear;  // /dev/stdout: the snapshot alone
  Output output = Output::standard();
  CHECK_OK(output.append(lists_table(infos, {}, output.look())));
  CHECK_OK(output.append(fmt::format("\nread from\n{}", files_text(infos))));
  CHECK_OK(output.append(fmt::format("\n{}: {} parties, {} distinct names, {}, snapshot {}, {}\n", printable(path),
                                     grouped(summary.entities), grouped(summary.names), size_text(summary.bytes),
                                     summary.hash.hex().substr(0, 12), duration_text(progress.seconds()))));
  CHECK_OK(output.commit());
  return kExitClear;
}

}  // namespace cordon::cli
