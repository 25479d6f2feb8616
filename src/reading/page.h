// A page as it is read: title, facts, the blocks of its main text with their places in the file.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

namespace cordon::reading {

// Text bytes [text, ..) of a block up to the next run stood at source bytes [begin, end) of the page as received.
struct SourceRun {
  uint32_t text = 0;
  uint64_t begin = 0;
  uint64_t end = 0;
};

enum class BlockKind : uint8_t { kParagraph, kCrossHead, kQuotation, kListItem };

// A paragraph or cross-head of the main text.
struct Block {
  BlockKind kind = BlockKind::kParagraph;
  std::string text;               // UTF-8, entities decoded, white space folded to single spaces, trimmed; never empty
  std::vector<SourceRun> places;  // ascending in .text; empty where the text has no place of its own (JSON-LD)
  bool is_bold = false;           // all of it
  bool is_italic = false;         // all of it
  uint32_t bold_lead = 0;         // bytes of .text at its head that are bold, where more follows
};

// Words of the page beside its main text that may name somebody: its title, the sender of a mail, an attached text.
struct Aside {
  std::string part;  // "title", "sender", "attached list.txt"
  std::string text;  // UTF-8, white space folded
};

// A news page, post or mail as read: what its author wrote, without what the site put round it.
struct Page {
  std::string title;  // may be empty, as the next four
  std::string byline;
  std::string published;  // YYYY-MM-DD
  std::string site;
  std::string language;              // BCP 47 primary tag: en, ru, zh ...
  std::vector<Block> blocks;         // the main text, in order, without the title
  bool is_partial = false;           // beyond the caps: answers say so
  std::vector<Aside> asides;         // without the title
  std::vector<std::string> remarks;  // what could not be read, in words
  std::vector<std::string> unread;   // of this, what may name somebody: a page with such a part is never clear
};

// The blocks' texts joined by '\n': offsets of mentions and claims count code points of this text.
std::string main_text(const Page& page);

}  // namespace cordon::reading
