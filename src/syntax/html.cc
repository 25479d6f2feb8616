#include "syntax/html.h"

#include <array>

#include "base/utf8.h"
#include "syntax/html_tokens.h"

namespace cordon::html {
namespace {

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f' || c == '\0'; }
bool is_blank(std::string_view text) { return std::ranges::all_of(text, is_space); }

bool equals_lower(std::string_view a, std::string_view b) {
  return a.size() == b.size() && std::ranges::equal(a, b, [](char x, char y) {
           const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? c + 32 : c; };
           return lower(x) == lower(y);
         });
}

// Of how many open elements between a formatting element and its end tag copies are made behind it.
constexpr size_t kReopened = 8;

}  // namespace

class TreeBuilder {
 public:
  explicit TreeBuilder(std::string_view text) : tokens_(text) {
    out_.text_ = text;
    out_.nodes_.reserve(std::min(text.size(), kTreeBytes) / 24 + 16);
    push(Tag::kDocument, {});
  }

  Document run() {
    while (tokens_.position() < kTreeBytes && out_.nodes_.size() < kTreeNodes) {
      const Token token = tokens_.next();
      if (token.kind == Token::Kind::kEnd) break;
      if (token.kind == Token::Kind::kText) text(token);
      if (token.kind == Token::Kind::kStartTag) start_tag(token);
      if (token.kind == Token::Kind::kEndTag) end_tag(token);
    }
    while (!open_.empty()) pop();
    out_.parsed_ = tokens_.position();
    return std::move(out_);
  }

 private:
  Tag top() const { return out_.nodes_[open_.back()].tag; }
  size_t& count(Tag tag) { return count_[static_cast<size_t>(tag)]; }

  uint32_t append(Tag tag, size_t begin, size_t end) {
    Node n;
    n.tag = tag;
    n.depth = static_cast<uint16_t>(open_.size());
    n.parent = open_.empty() ? 0 : open_.back();
    n.is_link = links_ > 0;
    n.begin_byte = static_cast<uint32_t>(begin);
    n.end_byte = static_cast<uint32_t>(end);
    n.end = static_cast<uint32_t>(out_.nodes_.size()) + 1;
    out_.nodes_.push_back(n);
    return n.end - 1;
  }
  void push(Tag tag, const Token& token) {
    const uint32_t index = append(tag, token.begin, token.end);
    open_.push_back(index);
    ++count(tag);
    // An <a name> is often left open and is no link.
    if (tag == Tag::kA && out_.attribute(index, "href")) out_.nodes_[index].is_link = ++links_ > 0;
  }
  void pop() {
    Node& n = out_.nodes_[open_.back()];
    n.end = static_cast<uint32_t>(out_.nodes_.size());
    links_ -= n.tag == Tag::kA && n.is_link;
    --count(top());
    open_.pop_back();
  }
  void pop_to(size_t height) {
    while (open_.size() > height) pop();
  }

  // The height of the innermost open element for which `wanted` holds, or 0 (the document's) where one for which
  // `barrier` holds lies before it.
  template <typename Wanted, typename Barrier>
  size_t find_open(const Wanted& wanted, const Barrier& barrier) const {
    for (size_t i = open_.size(); i-- > 1;) {
      const Node& n = out_.nodes_[open_[i]];
      if (wanted(n)) return i;
      if (barrier(n.tag)) return 0;
    }
    return 0;
  }
  // Closes the innermost open `tag` that is not behind a barrier, with all that is open inside.
  template <typename Barrier>
  bool close(Tag tag, const Barrier& barrier) {
    if (count(tag) == 0) return false;
    const size_t at = find_open([&](const Node& n) { return n.tag == tag; }, barrier);
    if (at != 0) pop_to(at);
    return at != 0;
  }
  static bool ends_scope(Tag tag) { return has(tag, kScope); }
  static bool ends_button_scope(Tag tag) { return has(tag, kScope) || tag == Tag::kButton; }
  static bool ends_table_scope(Tag tag) { return tag == Tag::kTable || tag == Tag::kTemplate; }
  static bool ends_list_item(Tag tag) {
    return has(tag, kScope) || tag == Tag::kUl || tag == Tag::kOl || tag == Tag::kMenu || tag == Tag::kDir;
  }

  void text(const Token& token) {
    const std::string_view characters = out_.text_.substr(token.begin, token.end - token.begin);
    if (top() == Tag::kHead && !is_blank(characters)) pop();
    append(Tag::kText, token.begin, token.end);
  }

  // What a start tag closes by implication.
  void imply_ends(Tag tag) {
    if (top() == Tag::kHead && !has(tag, kHeadOnly)) pop();
    if (tag == Tag::kLi) close(tag, ends_list_item);
    if (tag == Tag::kDd || tag == Tag::kDt) {
      const auto ends = [](Tag t) { return has(t, kScope) || t == Tag::kDl; };
      close(Tag::kDd, ends) || close(Tag::kDt, ends);
    }
    if (has(tag, kBlock) && !has(tag, kScope)) close(Tag::kP, ends_button_scope);
    if (tag == Tag::kTable) close(Tag::kP, ends_button_scope);
    if (has(tag, kHeading) && has(top(), kHeading)) pop();
    if (tag == Tag::kOption && top() == Tag::kOption) pop();
    if (tag == Tag::kA) close_formatting(tag);
    if (tag == Tag::kTd || tag == Tag::kTh) close(Tag::kTd, ends_table_scope) || close(Tag::kTh, ends_table_scope);
    if (tag == Tag::kTr) close(tag, ends_table_scope);
    if (tag == Tag::kTbody || tag == Tag::kThead || tag == Tag::kTfoot)
      close(Tag::kTbody, ends_table_scope) || close(Tag::kThead, ends_table_scope) ||
          close(Tag::kTfoot, ends_table_scope) || close(Tag::kTr, ends_table_scope);
  }

  void start_tag(const Token& token) {
    const Tag tag = token.tag;
    if (too_deep_ > 0) return deep_start_tag(token);
    if ((tag == Tag::kHtml || tag == Tag::kHead || tag == Tag::kBody) &&
        count(tag) + seen_[static_cast<size_t>(tag)] > 0)
      return;
    if (tag == Tag::kHtml || tag == Tag::kHead || tag == Tag::kBody) seen_[static_cast<size_t>(tag)] = 1;
    imply_ends(tag);
    if (tag == Tag::kBody && open_.size() > 1 && top() != Tag::kHtml) return;
    if (has(tag, kVoid) || (is_self_closed(token) && (tag == Tag::kOther || count(Tag::kSvg) > 0))) {
      append(tag, token.begin, token.end);
      return;
    }
    if (has(tag, kRawText | kEscapedText) && (tag != Tag::kTitle || count(Tag::kSvg) == 0)) {
      const uint32_t element = append(tag, token.begin, token.end);
      const Token content = tokens_.raw_text(tag, token.name);
      if (content.end > content.begin) {
        open_.push_back(element);
        append(Tag::kText, content.begin, content.end);
        open_.pop_back();
      }
      out_.nodes_[element].end = static_cast<uint32_t>(out_.nodes_.size());
      return;
    }
    if (open_.size() >= kTreeDepth) return deep_start_tag(token);
    push(tag, token);
  }

  // An element too deep for the tree is only counted, so that its end tag closes nothing else; where it would begin a
  // line, a <br> stands for it.
  void deep_start_tag(const Token& token) {
    out_.too_deep_ = true;
    if (has(token.tag, kRawText)) tokens_.raw_text(token.tag, token.name);
    if (has(token.tag, kBlock) || token.tag == Tag::kBr) append(Tag::kBr, token.begin, token.end);
    if (!has(token.tag, kVoid | kRawText)) ++too_deep_;
  }

  bool is_self_closed(const Token& token) const { return token.end > token.begin && out_.text_[token.end - 1] == '/'; }

  void end_tag(const Token& token) {
    const Tag tag = token.tag;
    if (too_deep_ > 0) {
      too_deep_ -= !has(tag, kVoid | kRawText);
      return;
    }
    if (tag == Tag::kBr || (tag == Tag::kP && count(tag) == 0)) {
      if (tag == Tag::kBr) append(Tag::kBr, token.begin, token.end);
      return;
    }
    if (tag == Tag::kHtml || tag == Tag::kBody) return;
    if (has(tag, kHeading)) {
      const size_t at = find_open([](const Node& n) { return has(n.tag, kHeading); }, ends_scope);
      if (at != 0) pop_to(at);
    } else if (has(tag, kFormatting)) {
      close_formatting(tag);
    } else if (tag == Tag::kTable || tag == Tag::kTr || tag == Tag::kTbody || tag == Tag::kThead ||
               tag == Tag::kTfoot) {
      close(tag, [&](Tag t) { return t != tag && ends_table_scope(t); });
    } else if (tag == Tag::kTd || tag == Tag::kTh || tag == Tag::kCaption) {
      close(tag, ends_table_scope);
    } else if (tag == Tag::kP) {
      close(tag, ends_button_scope);
    } else if (tag == Tag::kLi) {
      close(tag, ends_list_item);
    } else if (has(tag, kBlock | kSpecial)) {
      close(tag, ends_scope);
    } else if (tag != Tag::kOther) {
      close(tag, [](Tag t) { return has(t, kSpecial); });
    } else {
      close_unknown(token.name);
    }
  }

  void close_unknown(std::string_view name) {
    if (count(Tag::kOther) == 0) return;
    const size_t at = find_open([&](const Node& n) { return n.tag == Tag::kOther && equals_lower(name_of(n), name); },
                                [](Tag t) { return has(t, kScope); });
    if (at != 0) pop_to(at);
  }
  std::string_view name_of(const Node& n) const {
    const std::string_view tag = out_.source(n);
    return tag.substr(0, std::min(tag.find_first_of(" \t\r\n\f/"), tag.size()));
  }

  // The "adoption agency" in small: what is open inside the formatting element goes on behind it, as a copy.
  void close_formatting(Tag tag) {
    if (count(tag) == 0) return;
    const size_t at = find_open([&](const Node& n) { return n.tag == tag; }, ends_scope);
    if (at == 0) return;
    std::array<uint32_t, kReopened> inside{};
    size_t n = 0;
    for (size_t i = at + 1; i < open_.size() && n < kReopened; ++i) inside[n++] = open_[i];
    const bool has_blocks =
        std::any_of(inside.begin(), inside.begin() + n, [&](uint32_t i) { return has(out_.nodes_[i].tag, kSpecial); });
    pop_to(at);
    if (!has_blocks) return;
    for (size_t i = 0; i < n; ++i) {
      const Node copied = out_.nodes_[inside[i]];
      Token token;
      token.begin = copied.begin_byte;
      token.end = copied.end_byte;
      push(copied.tag, token);
    }
  }

  Document out_;
  Tokenizer tokens_;
  std::vector<uint32_t> open_;
  std::array<size_t, kTags> count_{};
  std::array<uint8_t, kTags> seen_{};
  size_t links_ = 0;     // open <a href>
  size_t too_deep_ = 0;  // open elements beyond kTreeDepth
};

Document Document::parse(std::string_view text) { return TreeBuilder(text).run(); }

std::string Document::name(uint32_t index) const {
  const std::string_view tag = source(nodes_[index]);
  return ascii_lower(tag.substr(0, std::min(tag.find_first_of(" \t\r\n\f/"), tag.size())));
}

void for_each_attribute(std::string_view tag, const std::function<bool(std::string_view, std::string_view)>& take) {
  size_t at = std::min(tag.find_first_of(" \t\r\n\f/"), tag.size());
  while (at < tag.size()) {
    while (at < tag.size() && (is_space(tag[at]) || tag[at] == '/')) ++at;
    const size_t name = at;
    while (at < tag.size() && !is_space(tag[at]) && tag[at] != '/' && (tag[at] != '=' || at == name)) ++at;
    const std::string_view key = tag.substr(name, at - name);
    size_t value = at;
    while (value < tag.size() && is_space(tag[value])) ++value;
    std::string_view content;
    if (value < tag.size() && tag[value] == '=') {
      ++value;
      while (value < tag.size() && is_space(tag[value])) ++value;
      const char quote = value < tag.size() ? tag[value] : '\0';
      if (quote == '"' || quote == '\'') {
        at = std::min(tag.find(quote, value + 1), tag.size());
        content = tag.substr(value + 1, at - value - 1);
        at = std::min(at + 1, tag.size());
      } else {
        at = std::min(tag.find_first_of(" \t\r\n\f", value), tag.size());
        content = tag.substr(value, at - value);
      }
    }
    if (!key.empty() && !take(key, content)) return;
  }
}

std::optional<std::string_view> Document::attribute(uint32_t index, std::string_view name) const {
  std::optional<std::string_view> out;
  const Node& n = nodes_[index];
  if (n.tag == Tag::kText || n.tag == Tag::kDocument) return out;
  for_each_attribute(source(n), [&](std::string_view key, std::string_view value) {
    if (equals_lower(key, name)) out = value;
    return !out;
  });
  return out;
}

void for_each_text(std::string_view text, size_t from,
                   const std::function<void(size_t begin, size_t end, bool begins_block)>& take) {
  Tokenizer tokens(text, from);
  bool begins_block = true;
  while (true) {
    const Token token = tokens.next();
    if (token.kind == Token::Kind::kEnd) return;
    if (token.kind == Token::Kind::kText) {
      take(token.begin, token.end, begins_block);
      begins_block = false;
      continue;
    }
    begins_block |= has(token.tag, kBlock) || token.tag == Tag::kBr;
    if (token.kind == Token::Kind::kStartTag && has(token.tag, kRawText | kEscapedText))
      tokens.raw_text(token.tag, token.name);
  }
}

}  // namespace cordon::html
