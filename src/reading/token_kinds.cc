// What the lexicon says of each token of a page: the kinds of the longest phrase over it.
#include <algorithm>

#include "reading/parties.h"

namespace cordon::reading {
namespace {

// Rows that tell gender, or what else a noun is called, and leave their words unknown where nobody asks for them.
bool is_asked_for(std::string_view value) {
  for (const std::string_view row : {"given name", "akin", "demonym", "calls again", "one holds it", "published it"})
    if (value == row) return true;
  return false;
}

}  // namespace

TokenKinds token_kinds(const Text& text, const Lexicon& lexicon) {
  TokenKinds out;
  const auto n = static_cast<uint32_t>(text.tokens.size());
  out.kinds.assign(n, 0);
  out.state.assign(n, nullptr);
  std::vector<Found> found;
  for (uint32_t block = 0; block + 1 < text.heads.size(); ++block) {
    for (uint32_t i = text.heads[block]; i < text.heads[block + 1];) {
      found.clear();
      if (text.tokens[i].mark == 0) lexicon.find(text.tokens, i, text.heads[block + 1], found);
      if (text.language == "en" && !text.tokens[i].is_capital)
        std::erase_if(found, [&](const Found& f) {  // the port said: no town
          return f.lexeme->kind == Kind::kPlace && f.end > i + 1 && text.tokens[f.end - 1].fold == "said";
        });
      uint32_t end = i + 1;
      for (const Found& f : found)
        if (f.lexeme->detail.find("gap") == std::string::npos) end = std::max(end, f.end);
      for (const Found& f : found) {
        if (f.end != end || f.lexeme->detail.find("gap") != std::string::npos) continue;
        if (f.lexeme->kind == Kind::kStop && is_asked_for(f.lexeme->value)) continue;
        for (uint32_t k = i; k < end; ++k) {
          out.kinds[k] |= uint64_t{1} << static_cast<int>(f.lexeme->kind);
          const Kind kind = f.lexeme->kind;
          if (kind == Kind::kState || kind == Kind::kCapital || kind == Kind::kOrganWord)
            if (!out.state[k] || kind == Kind::kOrganWord ||
                (kind == Kind::kCapital && out.state[k]->kind == Kind::kState && false))
              out.state[k] = f.lexeme;
        }
      }
      i = end;
    }
  }
  return out;
}

}  // namespace cordon::reading
