#include "screen/batch.h"

#include <tbb/global_control.h>
#include <tbb/parallel_pipeline.h>

#include <algorithm>
#include <thread>

#include "screen/recent_answers.h"
#include "screen/verify.h"

namespace cordon::screen {
namespace {

constexpr size_t kChunk = 64;  // subjects a task: enough to outweigh its overhead, few enough to keep memory bounded
constexpr size_t kVerifiedChunk = 8;                 // … where each subject is work enough for a task
constexpr uint64_t kChunkBytes = uint64_t{1} << 20;  // of the input; more only where one record is longer
constexpr size_t kChunksPerThread = 4;               // under way at most: a slow reader of the output slows the reading

struct Chunk {
  std::vector<Subject> subjects;
  std::vector<Screening> screenings;
  std::vector<std::string> differences;
  double share_read = 0;
};

void screen_chunk(const Answers& answers, RecentAnswers& recent, Chunk& chunk) {
  for (const Subject& subject : chunk.subjects) chunk.screenings.push_back(recent.screen(subject));
  if (answers.settings().verify) {
    const std::vector<Screening> brute_force = answers.screen_brute_force(chunk.subjects);
    for (size_t i = 0; i < brute_force.size(); ++i)
      if (auto d = difference(chunk.screenings[i], brute_force[i])) chunk.differences.push_back(std::move(*d));
  }
  chunk.subjects.clear();
}

}  // namespace

Result<BatchSummary> screen_batch(const Answers& answers, intake::RecordReader& reader, unsigned jobs,
                                  const BatchCallbacks& callbacks) {
  if (jobs == 0) jobs = std::max(1U, std::thread::hardware_concurrency());
  BatchSummary summary;
  const size_t most = answers.settings().verify ? kVerifiedChunk : kChunk;
  RecentAnswers recent(answers);
  std::optional<Error> failure;
  const auto read = [&](tbb::flow_control& flow) -> std::shared_ptr<Chunk> {
    auto chunk = std::make_shared<Chunk>();
    const uint64_t begin = reader.bytes_read();
    while (!failure && chunk->subjects.size() < most && reader.bytes_read() - begin < kChunkBytes) {
      Result<std::optional<Subject>> subject = reader.next();
      if (!subject)
        failure = std::move(subject).error();
      else if (!*subject)
        break;
      else
        chunk->subjects.push_back(std::move(**subject));
    }
    if (chunk->subjects.empty()) {
      flow.stop();
      return nullptr;
    }
    chunk->share_read = intake::share_read(reader);
    return chunk;
  };
  std::optional<Error> sink_failure;
  const auto write = [&](const std::shared_ptr<Chunk>& chunk) {
    for (Screening& screening : chunk->screenings) {
      if (sink_failure) return;
      ++summary.subjects;
      ++summary.outcomes[static_cast<size_t>(screening.outcome)];
      summary.hits += screening.hits.size();
      if (auto done = callbacks.on_screening(std::move(screening)); !done) sink_failure = std::move(done).error();
    }
    std::move(chunk->differences.begin(), chunk->differences.end(), std::back_inserter(summary.verify_differences));
    if (callbacks.on_progress) callbacks.on_progress(summary.subjects, chunk->share_read);
  };
  const tbb::global_control limit(tbb::global_control::max_allowed_parallelism, jobs);
  tbb::parallel_pipeline(
      size_t{jobs} * kChunksPerThread,
      tbb::make_filter<void, std::shared_ptr<Chunk>>(tbb::filter_mode::serial_in_order,
                                                     [&](tbb::flow_control& flow) {
                                                       if (!sink_failure) return read(flow);
                                                       flow.stop();
                                                       return std::shared_ptr<Chunk>();
                                                     }) &
          tbb::make_filter<std::shared_ptr<Chunk>, std::shared_ptr<Chunk>>(tbb::filter_mode::parallel,
                                                                           [&](std::shared_ptr<Chunk> chunk) {
                                                                             screen_chunk(answers, recent, *chunk);
                                                                             return chunk;
                                                                           }) &
          tbb::make_filter<std::shared_ptr<Chunk>, void>(tbb::filter_mode::serial_in_order,
                                                         [&](const std::shared_ptr<Chunk>& chunk) { write(chunk); }));
  if (sink_failure) return std::unexpected(std::move(*sink_failure));
  if (failure) return std::unexpected(std::move(*failure));
  summary.repeated = recent.repeated();
  return summary;
}

}  // namespace cordon::screen
