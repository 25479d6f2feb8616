// Many pages on many cores: answers come out in the order of the input, whatever the number of threads. Memory does not
// grow with their number: a fixed number is under way.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "base/input_bytes.h"
#include "screen/page.h"

namespace cordon::screen {

struct PageInput {
  InputBytes bytes;
  std::string name;  // the page's id
};

struct PageCallbacks {
  std::function<std::optional<PageInput>()> next;        // nothing: there is no other page; on one thread at a time
  std::function<Result<void>(PageScreening&&)> on_page;  // in input order, on one thread at a time
};

// Screens every page of callbacks.next on `jobs` threads (0: all cores). Errors: those of on_page; no other page is
// asked for then.
Result<void> screen_pages(const PageScreener& screener, unsigned jobs, const PageCallbacks& callbacks);

}  // namespace cordon::screen
