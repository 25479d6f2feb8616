// What site builders and sites say about a part of a page without meaning it for readers: classes, ids and roles
// (data/html/hints.tsv), and the set phrases round articles in many languages (data/html/phrases.tsv).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

#include "syntax/html.h"

namespace cordon::reading {

// One bit a kind of hint; data/html/hints.tsv says what words give it.
enum Hint : uint16_t {
  kHintBody = 1,      // holds the article's text
  kHintArticle = 2,   // holds an article, perhaps with more
  kHintLead = 4,      // the lines between headline and text
  kHintComments = 8,  // what readers wrote
  kHintStrong = 16,   // consent, related links, share buttons …: dropped even where there is much of it
  kHintWeak = 32,     // words that also occur in layouts: dropped where there is little text
  kHintCaption = 64,  // of pictures
  kHintByline = 128,  // author, date
  kHintTitle = 256,
  kHintHidden = 512,
};

class Hints {
 public:
  explicit Hints(const html::Document& document) : document_(document) {}
  // Returns the hints of one element's class, id, role, itemprop and style, as bits of Hint.
  uint16_t of(uint32_t element);

 private:
  uint16_t words(std::string_view value);
  const html::Document& document_;
  std::unordered_map<std::string_view, uint16_t> known_;  // by attribute value: most occur often
};

// Where a set phrase of data/html/phrases.tsv stands in a short text.
enum class Phrase : uint8_t {
  kNone,
  kDrop,  // the text is no part of an article
  kTail,  // nor is anything behind it, on a page of plain text ("Leave a Reply")
  kEnd,   // the same on any page ("Letters to the editor")
  kHead,  // nor is anything before it, on a page of plain text ("Posted on")
};
// `text`: white space folded. Long texts are never phrases. `language` may be empty; phrases of all languages are
// asked.
Phrase phrase_of(std::string_view text);

// Returns `text` in small letters (of any script) with punctuation at both ends removed: what texts are compared by.
std::string comparable(std::string_view text);

}  // namespace cordon::reading
