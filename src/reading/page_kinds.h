// Bytes of any kind to a page: HTML, plain text and mail are read; other kinds are refused by name.
#pragma once

#include <string>
#include <string_view>

#include "base/error.h"
#include "reading/page.h"

namespace cordon::reading {

// `name`: the file's, for errors; its ending does not decide. Errors: kUnsupported, a kind that is not read ("a PDF
// document is not read as a page"); kBadInput, no text in it; kLimit, larger than kPageBytes. Never throws; time is
// linear in the bytes.
inline constexpr uint64_t kPageBytes = uint64_t{1} << 30;
Result<Page> page_from_bytes(std::string_view bytes, const std::string& name);

}  // namespace cordon::reading
