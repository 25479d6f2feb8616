#include "reading/page.h"

namespace cordon::reading {

std::string main_text(const Page& page) {
  std::string text;
  for (const Block& block : page.blocks) {
    if (!text.empty()) text += '\n';
    text += block.text;
  }
  return text;
}

}  // namespace cordon::reading
