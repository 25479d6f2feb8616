#include "reading/page.h"

namespace cordon::reading {

std::string main_text(const Page& page) {
  std::string out;
  for (const Block& block : page.blocks) {
    if (!out.empty()) out += '\n';
    out += block.text;
  }
  return out;
}

}  // namespace cordon::reading
