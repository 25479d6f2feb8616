// Bytes of any kind, as `cordon screen` takes them.
#include "reading/page_kinds.h"
#include "tests/fuzz/check_reading.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto page = cordon::reading::page_from_bytes(bytes, "fuzz");
  if (!page) {
    cordon::fuzz::require(page.error().where.source == "fuzz", "an error names the file");
    return 0;
  }
  cordon::fuzz::check_page(*page, size);
  cordon::fuzz::check_reading(*page);
  return 0;
}
