// Mails, whatever their first lines look like.
#include "reading/mail.h"
#include "tests/fuzz/check_reading.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  if (const auto page = cordon::reading::page_from_mail(bytes)) {
    cordon::fuzz::check_page(*page, size);
    cordon::fuzz::check_reading(*page);
  }
  return 0;
}
