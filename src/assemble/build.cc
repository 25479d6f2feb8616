#include "assemble/build.h"

#include <tbb/info.h>
#include <tbb/parallel_pipeline.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <numeric>
#include <span>
#include <system_error>

#include "base/atomic_file.h"
#include "base/mapped_file.h"
#include "graph/stored_links.h"
#include "index/index.h"
#include "index/text_automaton.h"
#include "model/entity_codec.h"
#include "snapshot/blocks.h"
#include "snapshot/writer.h"

namespace cordon::assemble {

namespace {

constexpr size_t kRun = 256;          // entities a task: enough to outweigh its overhead, few enough to bound memory
constexpr size_t kRunsPerThread = 4;  // at work or waiting for their turn

// Neighbouring entities, and what the index takes from them, which is worked out on any thread.
struct Run {
  std::span<const uint32_t> entities;
  index::Prepared prepared;
  std::vector<std::pair<size_t, std::vector<graph::StatedLink>>> links;  // of which of the entities
  bool marks_listed = false;
};

// Indexes and stores the list's entities in this order: prepared on all threads, numbered on one.
void add_all(const PackedEntities& list, std::span<const uint32_t> order, uint32_t first_number, index::Builder& index,
             snapshot::BlockWriter& bodies, graph::StoredLinksBuilder& links) {
  using Task = std::shared_ptr<Run>;
  const std::span<const uint32_t> all = order;
  bool marks_listed = false;
  const auto cut = [&](tbb::flow_control& flow) -> Task {
    if (order.empty()) {
      flow.stop();
      return nullptr;
    }
    auto run = std::make_shared<Run>();
    run->entities = order.first(std::min(kRun, order.size()));
    order = order.subspan(run->entities.size());
    return run;
  };
  const auto prepare = [&](Task run) {
    for (size_t i = 0; i < run->entities.size(); ++i) {
      const Entity entity = list.at(run->entities[i]);
      run->prepared.add(entity);
      run->marks_listed = run->marks_listed || graph::is_marked_listed(entity);
      if (graph::has_stated_links(entity)) run->links.emplace_back(i, graph::stated_links(entity));
    }
    return run;
  };
  const auto append = [&](const Task& run) {
    index.add(run->prepared);
    for (const uint32_t e : run->entities) bodies.append(list.body(e));
    marks_listed = marks_listed || run->marks_listed;
    const auto begin = static_cast<uint32_t>(run->entities.data() - all.data()) + first_number;
    for (auto& [i, stated] : run->links) links.add(begin + static_cast<uint32_t>(i), std::move(stated));
  };
  tbb::parallel_pipeline(kRunsPerThread * static_cast<size_t>(std::max(1, tbb::info::default_concurrency())),
                         tbb::make_filter<void, Task>(tbb::filter_mode::serial_in_order, cut) &
                             tbb::make_filter<Task, Task>(tbb::filter_mode::parallel, prepare) &
                             tbb::make_filter<Task, void>(tbb::filter_mode::serial_in_order, append));
  links.end_list(
      [&](std::string_view id) -> std::optional<uint32_t> {
        const auto at = std::ranges::lower_bound(all, id, {}, [&](uint32_t e) { return list.id(e); });
        if (at == all.end() || list.id(*at) != id) return {};
        return first_number + static_cast<uint32_t>(at - all.begin());
      },
      marks_listed);
}

std::vector<uint32_t> sorted_by_id(const PackedEntities& list) {
  std::vector<uint32_t> order(list.size());
  std::iota(order.begin(), order.end(), 0U);
  std::sort(order.begin(), order.end(), [&](uint32_t a, uint32_t b) { return list.id(a) < list.id(b); });
  return order;
}

// What the bodies have in common, from parties taken at equal distances out of all lists.
std::string dictionary_for(const std::vector<lists::ParsedList>& lists) {
  size_t all = 0;
  for (const lists::ParsedList& list : lists) all += list.packed.size();
  const size_t step = std::max<size_t>(1, (all + snapshot::kDictionaryRecords - 1) / snapshot::kDictionaryRecords);
  std::vector<std::string_view> sample;
  size_t next = 0;  // counted from the beginning of the list
  for (const lists::ParsedList& list : lists) {
    for (; next < list.packed.size(); next += step) sample.push_back(list.packed.body(next));
    next -= list.packed.size();
  }
  return snapshot::train_dictionary(sample);
}

// The tables by which texts meet names are made from the index as it was written.
Result<void> put_text_tables(snapshot::Writer& writer) {
  TRY(const snapshot::WrittenSections written, writer.written());
  TRY(const index::Index index, index::Index::open([&](std::string_view name) { return written.section(name); }));
  return index::TextAutomaton::build(
      index, [&](std::string_view name, std::string_view bytes) { return writer.section(name, bytes); });
}

Result<BuildSummary> build_file(std::vector<lists::ParsedList> lists, const std::string& path) {
  std::sort(lists.begin(), lists.end(), [](const auto& a, const auto& b) { return a.info.list < b.info.list; });
  for (size_t i = 1; i < lists.size(); ++i)
    if (lists[i].info.list == lists[i - 1].info.list)
      return fail(ErrorCode::kInvalidArgument,
                  "two lists are called '" + lists[i].info.list + "'; --list names one of them otherwise");

  BuildSummary summary;
  std::string infos;
  index::Builder index;
  graph::StoredLinksBuilder links;
  for (lists::ParsedList& list : lists) list.pack();
  snapshot::BlockWriter bodies(dictionary_for(lists));
  for (lists::ParsedList& list : lists) {
    encode_list_info(list.info, infos);
    add_all(list.packed, sorted_by_id(list.packed), static_cast<uint32_t>(summary.entities), index, bodies, links);
    summary.entities += list.size();
    list.packed = {};
  }
  summary.names = index.names();

  TRY(snapshot::Writer writer, snapshot::Writer::create(path));
  CHECK_OK(writer.section("lists", infos));
  CHECK_OK(writer.section("entities", bodies.build()));
  CHECK_OK(writer.section("links", links.build()));
  {
    index::Builder last = std::move(index);  // what it holds is free before more is made
    CHECK_OK(last.build([&](std::string_view name, std::string_view bytes) { return writer.section(name, bytes); }));
  }
  CHECK_OK(put_text_tables(writer));
  TRY(summary.hash, writer.commit());
  summary.bytes = writer.bytes();
  return summary;
}

}  // namespace

Result<BuildSummary> build(std::vector<lists::ParsedList> lists, const std::string& path) {
  if (!is_written_straight(path)) return build_file(std::move(lists), path);
  // What is read while it is written must be a file.
  std::error_code ignored;
  std::string folder = (std::filesystem::temp_directory_path(ignored) / "cordon-build-XXXXXX").string();
  if (::mkdtemp(folder.data()) == nullptr) return fail(ErrorCode::kIo, "no folder for temporary files", {folder});
  const std::string aside = folder + "/snapshot";
  auto summary = build_file(std::move(lists), aside);
  auto made = summary ? MappedFile::open(aside) : std::unexpected(summary.error());
  std::filesystem::remove_all(folder, ignored);
  if (!made) return std::unexpected(std::move(made).error());
  TRY(AtomicFile out, AtomicFile::create(path));
  CHECK_OK(out.append(made->bytes()));
  CHECK_OK(out.commit());
  return summary;
}

}  // namespace cordon::assemble
