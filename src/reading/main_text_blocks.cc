#include "reading/main_text_blocks.h"

#include "base/utf8.h"
#include "syntax/html_entities.h"

namespace cordon::reading {
namespace {

using html::Document;
using html::Node;
using html::Tag;

// Length of white space at `i`: blanks, no-break and ideographic spaces, spaces of set widths; 0 where there is none.
size_t blank_length(std::string_view t, size_t i) {
  const auto c = static_cast<uint8_t>(t[i]);
  if (c <= ' ' || c == 0x7F) return 1;
  if (c < 0x80) return 0;
  if (c == 0xC2 && i + 1 < t.size() && t[i + 1] == '\xA0') return 2;
  if (c == 0xE2 && i + 2 < t.size() && t[i + 1] == '\x80') {
    const auto d = static_cast<uint8_t>(t[i + 2]);
    if (d <= 0x8A || d == 0xA8 || d == 0xA9 || d == 0xAF) return 3;
  }
  if (c == 0xE2 && t.substr(i, 3) == "\xE2\x81\x9F") return 3;
  if (c == 0xE3 && t.substr(i, 3) == "\xE3\x80\x80") return 3;
  return 0;
}

// Length of a character that is not to be seen at `i`: soft hyphen, zero-width space, word joiner, BOM, direction
// marks.
size_t invisible_length(std::string_view t, size_t i) {
  const auto c = static_cast<uint8_t>(t[i]);
  if (c == 0xC2 && i + 1 < t.size() && t[i + 1] == '\xAD') return 2;
  if (c == 0xEF && t.substr(i, 3) == "\xEF\xBB\xBF") return 3;
  if (c == 0xE2 && i + 2 < t.size()) {
    const auto d = static_cast<uint8_t>(t[i + 2]);
    if (t[i + 1] == '\x80' && (d == 0x8B || d == 0x8E || d == 0x8F || (d >= 0xAA && d <= 0xAE))) return 3;
    if (t[i + 1] == '\x81' && (d == 0xA0 || (d >= 0xA6 && d <= 0xA9))) return 3;
  }
  return 0;
}

// Length of "&name;" or "&#1234;" at the head of `text`, or 0: what it stands for is no matter when letters are
// counted.
size_t reference_length(std::string_view text) {
  for (size_t i = 1; i < text.size(); ++i) {
    const char c = text[i];
    if (c == ';') return i > 1 ? i + 1 : 0;
    if (c != '#' && (c < '0' || c > '9') && (c < 'a' || c > 'z') && (c < 'A' || c > 'Z')) return 0;
  }
  return 0;
}

struct Counter {
  TextBlock* block = nullptr;
  bool in_word = false;
  char32_t last = 0;  // the last mark, roughly

  void count(std::string_view text, bool is_link, bool is_bold, bool is_italic = false) {
    uint32_t chars = 0;
    for (size_t i = 0; i < text.size(); ++i) {
      const auto c = static_cast<uint8_t>(text[i]);
      if (c <= ' ') {
        if ((last == '.' || last == ',' || last == '!' || last == '?' || last == ';' || last == ':') && in_word) stop();
        in_word = false;
        continue;
      }
      if (c == '&') {
        if (const size_t length = reference_length(text.substr(i, 12)); length > 0) {
          const bool is_blank = text.substr(i, 6) == "&nbsp;" || text.substr(i, 6) == "&#160;";
          if (is_blank) in_word = false;
          chars += !is_blank;
          i += length - 1;
          continue;
        }
      }
      if (c < 0x80) {
        ++chars;
        word();
        last = c;
      } else if (c >= 0xC0) {
        wide(text, i, c, chars);
      }
    }
    block->chars += chars;
    if (is_link) block->link_chars += chars;
    if (is_bold) block->bold_chars += chars;
    if (is_italic) block->italic_chars += chars;
  }

 private:
  void word() {
    if (!in_word && block->words < UINT16_MAX) ++block->words;
    in_word = true;
  }
  void stop() {
    if (block->stops < UINT16_MAX) ++block->stops;
  }
  void wide(std::string_view text, size_t i, uint8_t c, uint32_t& chars) {
    if (const size_t blank = blank_length(text, i); blank > 0) {
      in_word = false;
      return;
    }
    const std::string_view three = text.substr(i, 3);
    last = c;
    if (c >= 0xE3 && c <= 0xED) {
      const bool is_mark = three == "。" || three == "、" || three == "，";
      if (is_mark) stop();
      if (three == "。" || three == "」" || three == "』") last = '.';
      if (c == 0xEF) last = '.';
      chars += 2;
      in_word = false;  // each character counts for half a word; two make one below
      if (block->words < UINT16_MAX && (chars & 2) != 0) ++block->words;
      return;
    }
    if (c == 0xEF) {  // full-width marks
      if (three == "，" || three == "！" || three == "？" || three == "；" || three == "：") stop();
      if (three == "！" || three == "？") last = '.';
      chars += 2;
      return;
    }
    if (text.substr(i, 2) == "،" || text.substr(i, 2) == "؟" || text.substr(i, 2) == "؛" || three == "।") stop();
    if (text.substr(i, 2) == "؟" || three == "।" || three == "”" || three == "…" || three == "’" ||
        text.substr(i, 2) == "»")
      last = '.';
    ++chars;
    word();
  }
};

bool ends_sentence(char32_t last) {
  return last == '.' || last == '!' || last == '?' || last == '"' || last == ')' || last == '\'' || last == ':' ||
         last == ';';
}

bool is_bold(Tag tag) { return tag == Tag::kB || tag == Tag::kStrong || html::is_heading(tag); }
bool is_italic(Tag tag) { return tag == Tag::kI || tag == Tag::kEm; }

}  // namespace

bool is_never_text(Tag tag) {
  switch (tag) {
    case Tag::kScript:
    case Tag::kStyle:
    case Tag::kNoscript:
    case Tag::kTemplate:
    case Tag::kSvg:
    case Tag::kMath:
    case Tag::kIframe:
    case Tag::kObject:
    case Tag::kEmbed:
    case Tag::kSelect:
    case Tag::kOption:
    case Tag::kDatalist:
    case Tag::kTextarea:
    case Tag::kButton:
    case Tag::kAudio:
    case Tag::kVideo:
    case Tag::kCanvas:
    case Tag::kMap:
    case Tag::kHead:
    case Tag::kTitle:
    case Tag::kNoframes:
    case Tag::kNoembed:
    case Tag::kRp:
    case Tag::kRt:
    case Tag::kDialog:
      return true;
    default:
      return false;
  }
}

std::vector<TextBlock> text_blocks(const Document& document, const std::vector<uint8_t>& skip) {
  std::vector<TextBlock> out;
  const auto& nodes = document.nodes();
  TextBlock current;
  Counter counter{&current};
  bool is_open = false;
  bool after_break = false;
  uint32_t box = 0;
  std::vector<uint32_t> boxes;  // open elements of block kind
  uint32_t bold_end = 0;        // behind the bold element that is open
  uint32_t italic_end = 0;
  const auto flush = [&](uint32_t at) {
    if (is_open && current.chars > 0) {
      current.last = at;
      current.ends_sentence = ends_sentence(counter.last);
      if (counter.in_word && ends_sentence(counter.last) && counter.last != ')' && current.stops < UINT16_MAX)
        ++current.stops;
      out.push_back(current);
    }
    current = {};
    counter = {&current};
    is_open = false;
  };
  for (uint32_t i = 0; i < nodes.size();) {
    while (!boxes.empty() && nodes[boxes.back()].end <= i) {
      flush(i);
      after_break = false;
      boxes.pop_back();
      box = boxes.empty() ? 0 : boxes.back();
    }
    const Node& n = nodes[i];
    if (skip[i] != 0) {
      if (html::has(n.tag, html::kBlock)) flush(i), after_break = false;
      i = n.end;
      continue;
    }
    if (n.tag == Tag::kText) {
      if (!is_open) {
        current.first = i;
        current.box = box;
        current.after_break = after_break;
        is_open = true;
      }
      counter.count(document.text(i), n.is_link, i < bold_end, i < italic_end);
      if (current.chars > 0) after_break = false;
    } else if (n.tag == Tag::kBr || n.tag == Tag::kHr) {
      const bool had_text = is_open && current.chars > 0;
      flush(i);
      after_break = n.tag == Tag::kBr && had_text;
    } else {
      if (html::has(n.tag, html::kBlock) || n.tag == Tag::kDocument || n.tag == Tag::kBody) {
        flush(i);
        after_break = false;
        boxes.push_back(i);
        box = i;
      }
      if (is_bold(n.tag)) bold_end = std::max(bold_end, n.end);
      if (is_italic(n.tag)) italic_end = std::max(italic_end, n.end);
    }
    ++i;
  }
  flush(static_cast<uint32_t>(nodes.size()));
  return out;
}

TextBlock measured(std::string_view text) {
  TextBlock out;
  Counter counter{&out};
  counter.count(text, false, false);
  out.ends_sentence = ends_sentence(counter.last);
  if (counter.in_word && out.ends_sentence && counter.last != ')' && out.stops < UINT16_MAX) ++out.stops;
  return out;
}

void append_characters(Block& block, const SourceText& source, size_t begin, size_t end, References references) {
  const std::string_view text = source.text();
  std::string& out = block.text;
  SourceCursor cursor(source);
  bool is_new_run = true;
  // A run is as long in the text as in the source, or it is one word or one character.
  const auto run = [&](size_t at, size_t until) {
    const uint64_t from = cursor.byte(at);
    const uint64_t to = cursor.byte(until);
    if (is_new_run || block.places.empty() || block.places.back().end != from)
      block.places.push_back({static_cast<uint32_t>(out.size()), from, to});
    else
      block.places.back().end = to;
    is_new_run = false;
  };
  for (size_t i = begin; i < end;) {
    if (const size_t blank = blank_length(text, i); blank > 0) {
      is_new_run |= blank > 1;
      if (!out.empty() && out.back() != ' ') {
        run(i, i + blank);
        out += ' ';
      } else if (!block.places.empty()) {
        is_new_run = true;
      }
      // Where text and source do not run side by side, each word has its own place.
      if (blank > 1 || !source.is_verbatim()) is_new_run = true;
      i += blank;
      continue;
    }
    if (const size_t length = invisible_length(text, i); length > 0) {
      is_new_run = true;
      i += length;
      continue;
    }
    if (text[i] == '&' && references == References::kDecode) {
      std::string decoded;
      const size_t length = html::append_reference(text.substr(i, std::min<size_t>(end - i, 48)), decoded);
      if (length > 0) {
        const bool is_blank = blank_length(decoded, 0) > 0;
        is_new_run = true;
        if (is_blank ? !out.empty() && out.back() != ' ' : invisible_length(decoded, 0) == 0) {
          run(i, i + length);
          out += is_blank ? " " : decoded;
        }
        is_new_run = true;
        i += length;
        continue;
      }
    }
    size_t stop = i + 1;
    while (stop < end && static_cast<uint8_t>(text[stop]) > ' ' &&
           (text[stop] != '&' || references == References::kKeep) && text[stop] != '\x7F' &&
           static_cast<uint8_t>(text[stop]) < 0xC2)
      ++stop;
    run(i, stop);
    out += text.substr(i, stop - i);
    i = stop;
  }
}

bool finish(Block& block) {
  while (block.text.ends_with(' ')) {
    // A run as long in the text as in the source stays so.
    if (!block.places.empty()) {
      SourceRun& last = block.places.back();
      if (last.end - last.begin == block.text.size() - last.text) --last.end;
    }
    block.text.pop_back();
  }
  while (!block.places.empty() && block.places.back().text >= block.text.size()) block.places.pop_back();
  return !block.text.empty();
}

Block build_block(const Document& document, const SourceText& source, const TextBlock& block,
                  const std::vector<uint8_t>& skip) {
  Block out;
  const auto& nodes = document.nodes();
  uint32_t bold_end = 0;
  bool is_lead = true;  // nothing but bold text so far
  for (uint32_t i = block.first; i < block.last;) {
    if (skip[i] != 0) {
      i = nodes[i].end;
      continue;
    }
    if (is_bold(nodes[i].tag)) bold_end = std::max(bold_end, nodes[i].end);
    if (nodes[i].tag == Tag::kText) {
      append_characters(out, source, nodes[i].begin_byte, nodes[i].end_byte);
      const bool has_text = out.text.size() > out.bold_lead && out.text != " ";
      if (is_lead && i < bold_end) out.bold_lead = static_cast<uint32_t>(out.text.size());
      if (i >= bold_end && has_text && out.text.back() != ' ') is_lead = false;
    }
    ++i;
  }
  finish(out);
  out.is_bold = block.chars > 0 && block.bold_chars == block.chars;
  out.is_italic = block.chars > 0 && block.italic_chars == block.chars;
  if (out.bold_lead >= out.text.size()) out.bold_lead = 0;
  return out;
}

}  // namespace cordon::reading
