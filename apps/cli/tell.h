// Words for the user on standard error.
#pragma once

#include <fmt/format.h>

#include <cstdio>
#include <string>

namespace cordon::cli {

// fmt::print() throws where nobody reads any more; a message that cannot be heard is no reason to end.
template <typename... Args>
void tell(fmt::format_string<Args...> format, Args&&... args) {
  const std::string text = fmt::format(format, std::forward<Args>(args)...);
  (void)std::fwrite(text.data(), 1, text.size(), stderr);
}

}  // namespace cordon::cli
