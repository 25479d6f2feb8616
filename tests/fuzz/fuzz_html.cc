// The first byte says what charset the transport names.
#include "reading/main_text.h"
#include "tests/fuzz/check_reading.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static constexpr std::string_view kCharsets[] = {"",          "utf-8",    "windows-1251", "gb18030",
                                                   "shift_jis", "utf-16le", "no such"};
  if (size == 0) return 0;
  const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  const auto page = cordon::reading::page_from_html(bytes, kCharsets[data[0] % std::size(kCharsets)]);
  cordon::fuzz::check_page(page, bytes.size());
  cordon::fuzz::check_reading(page);
  return 0;
}
