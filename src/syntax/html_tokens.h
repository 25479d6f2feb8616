// The tokens of HTML: start tags, end tags and texts, one after the other.
#pragma once

#include <bitset>
#include <cstdint>
#include <string_view>

#include "syntax/html_tags.h"

namespace cordon::html {

struct Token {
  enum class Kind : uint8_t { kText, kStartTag, kEndTag, kEnd } kind = Kind::kEnd;
  Tag tag = Tag::kText;
  std::string_view name;  // of a tag, as it stands
  size_t begin = 0;       // a text: its characters; a tag: between "<" or "</" and ">"
  size_t end = 0;
};

// Comments, declarations and processing instructions are passed over. Linear: what was looked for in vain up to the end
// of the page is not looked for again. Two departures from the standard, for pages that were cut: a comment or a quoted
// value that is never closed ends at the next ">".
class Tokenizer {
 public:
  explicit Tokenizer(std::string_view text, size_t from = 0) : text_(text), at_(from) {}
  Token next();
  // Returns the content of the raw or escaped text element whose start tag was the last token, up to its end tag, as a
  // text; an element that is never closed has none, and its content is read as markup.
  Token raw_text(Tag tag, std::string_view name);
  size_t position() const { return at_; }

 private:
  void skip_markup();
  void skip_past(std::string_view mark);
  size_t tag_end(size_t at);
  Token tag(Token::Kind kind, size_t begin);

  std::string_view text_;
  size_t at_ = 0;
  bool no_quote_[2] = {false, false};  // no " or ' up to the end
  bool no_comment_end_ = false;
  std::bitset<kTags> never_closed_;
};

}  // namespace cordon::html
