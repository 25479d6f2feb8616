#include "screen/page_batch.h"

#include <tbb/global_control.h>
#include <tbb/parallel_pipeline.h>

#include <algorithm>
#include <atomic>
#include <memory>
#include <thread>

namespace cordon::screen {

Result<void> screen_pages(const PageScreener& screener, unsigned jobs, const PageCallbacks& callbacks) {
  constexpr size_t kPagesPerThread = 4;  // under way at most: pages differ much in length
  if (jobs == 0) jobs = std::max(1U, std::thread::hardware_concurrency());
  std::atomic<bool> has_failed = false;
  std::optional<Error> failure;
  const auto read = [&](tbb::flow_control& flow) -> std::shared_ptr<const PageInput> {
    if (!has_failed)
      if (auto page = callbacks.next()) return std::make_shared<const PageInput>(std::move(*page));
    flow.stop();
    return nullptr;
  };
  const auto screen = [&](const std::shared_ptr<const PageInput>& page) {
    return std::make_shared<PageScreening>(screener.screen(page->bytes.bytes(), page->name));
  };
  const auto write = [&](const std::shared_ptr<PageScreening>& page) {
    if (has_failed) return;
    if (auto done = callbacks.on_page(std::move(*page)); !done) {
      failure = std::move(done).error();
      has_failed = true;
    }
  };
  const tbb::global_control limit(tbb::global_control::max_allowed_parallelism, jobs);
  tbb::parallel_pipeline(
      size_t{jobs} * kPagesPerThread,
      tbb::make_filter<void, std::shared_ptr<const PageInput>>(tbb::filter_mode::serial_in_order, read) &
          tbb::make_filter<std::shared_ptr<const PageInput>, std::shared_ptr<PageScreening>>(tbb::filter_mode::parallel,
                                                                                             screen) &
          tbb::make_filter<std::shared_ptr<PageScreening>, void>(tbb::filter_mode::serial_in_order, write));
  if (failure) return std::unexpected(std::move(*failure));
  return {};
}

}  // namespace cordon::screen
