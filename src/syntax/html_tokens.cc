#include "syntax/html_tokens.h"

#include <algorithm>

namespace cordon::html {
namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f'; }

bool equals_lower(std::string_view text, std::string_view name) {
  return text.size() == name.size() &&
         std::ranges::equal(text, name, [](char a, char b) { return (a | 0x20) == (b | 0x20); });
}

}  // namespace

void Tokenizer::skip_past(std::string_view mark) {
  const size_t found = text_.find(mark, at_);
  at_ = found == std::string_view::npos ? text_.size() : found + mark.size();
}

// The ">" that ends the tag whose name or attributes begin at `at`; the page's end where there is none.
size_t Tokenizer::tag_end(size_t at) {
  bool is_value = false;  // behind "=", where a quote begins a value
  for (; at < text_.size(); ++at) {
    const char c = text_[at];
    if (c == '>') return at;
    if ((c == '"' || c == '\'') && is_value) {
      bool& none = no_quote_[c == '"' ? 0 : 1];
      const size_t close = none ? std::string_view::npos : text_.find(c, at + 1);
      if (close != std::string_view::npos)
        at = close;
      else
        none = true;  // an open quote to the end of the page: the tag ends at its ">" all the same
    }
    if (!is_space(c)) is_value = c == '=';
  }
  return at;
}

Token Tokenizer::tag(Token::Kind kind, size_t begin) {
  size_t name_end = begin;
  while (name_end < text_.size() && !is_space(text_[name_end]) && text_[name_end] != '/' && text_[name_end] != '>')
    ++name_end;
  const size_t end = tag_end(name_end);
  at_ = std::min(end + 1, text_.size());
  const std::string_view name = text_.substr(begin, name_end - begin);
  return {kind, tag_of(name), name, begin, end};
}

// Passes over the comment, declaration or processing instruction at the "<" where the tokeniser stands.
void Tokenizer::skip_markup() {
  const std::string_view rest = text_.substr(at_);
  if (!rest.starts_with("<!--") || rest.starts_with("<!-->") || rest.starts_with("<!--->")) return skip_past(">");
  const size_t close = no_comment_end_ ? std::string_view::npos : text_.find("-->", at_ + 4);
  if (close == std::string_view::npos) {
    no_comment_end_ = true;
    return skip_past(">");
  }
  const size_t odd = text_.substr(0, close).find("--!>", at_ + 4);  // ends a comment too
  at_ = odd != std::string_view::npos ? odd + 4 : close + 3;
}

Token Tokenizer::next() {
  size_t begin = at_;
  while (at_ < text_.size()) {
    const size_t open = std::min(text_.find('<', at_), text_.size());
    at_ = open;
    if (open == text_.size()) break;
    const auto after = [&](size_t i) { return open + i < text_.size() ? text_[open + i] : '\0'; };
    const bool is_start_tag = is_letter(after(1));
    const bool is_markup = after(1) == '!' || after(1) == '?' || (after(1) == '/' && after(2) != '\0');
    if (!is_start_tag && !is_markup) {  // a "<" of the text
      ++at_;
      continue;
    }
    if (open > begin) return {Token::Kind::kText, Tag::kText, {}, begin, open};
    if (is_start_tag) return tag(Token::Kind::kStartTag, open + 1);
    if (after(1) == '/' && is_letter(after(2))) return tag(Token::Kind::kEndTag, open + 2);
    skip_markup();
    begin = at_;
  }
  return {at_ > begin ? Token::Kind::kText : Token::Kind::kEnd, Tag::kText, {}, begin, at_};
}

Token Tokenizer::raw_text(Tag tag, std::string_view name) {
  Token out{Token::Kind::kText, Tag::kText, {}, at_, at_};
  if (never_closed_[static_cast<size_t>(tag)]) return out;
  for (size_t i = text_.find("</", at_); i != std::string_view::npos; i = text_.find("</", i + 2)) {
    if (!equals_lower(text_.substr(i + 2, name.size()), name)) continue;
    const char c = i + 2 + name.size() < text_.size() ? text_[i + 2 + name.size()] : '>';
    if (!is_space(c) && c != '/' && c != '>') continue;
    out.end = at_ = i;
    return out;
  }
  never_closed_[static_cast<size_t>(tag)] = true;
  return out;
}

}  // namespace cordon::html
