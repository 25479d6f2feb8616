#include "reading/text.h"

#include <unicode/uchar.h>

#include <algorithm>

#include "base/utf8.h"
#include "names/analyze.h"
#include "reading/lexicon.h"
#include "reading/sentences.h"

namespace cordon::reading {
namespace {

bool is_wide(char32_t c) {
  return (c >= 0x3400 && c <= 0x9fff) || (c >= 0xf900 && c <= 0xfaff) || (c >= 0x20000 && c <= 0x3ffff) ||
         (c >= 0x3040 && c <= 0x30ff);
}

bool is_letter(char32_t c) {
  const auto type = u_charType(static_cast<UChar32>(c));
  return u_isalnum(static_cast<UChar32>(c)) || type == U_NON_SPACING_MARK || type == U_COMBINING_SPACING_MARK ||
         c == 0x200c || c == 0x200d || c == 0x02bc || c == 0x0640;
}

bool is_apostrophe(char32_t c) { return c == '\'' || c == 0x2019 || c == 0x02bc; }

bool is_left_out(char32_t c) {
  return (c >= 0x064b && c <= 0x0652) || c == 0x0670 || c == 0x0640 || c == 0x200c || c == 0x200d || c == 0x00ad;
}

char32_t folded(char32_t c) {
  if (c == 0x064a || c == 0x0649) return 0x06cc;  // yeh, alef maksura: Persian yeh
  if (c == 0x0643) return 0x06a9;                 // kaf: keheh
  if (c == 0x0130) return 'i';
  return static_cast<char32_t>(u_tolower(static_cast<UChar32>(c)));
}

// One cutter for a stretch of text; tokens are appended as they end.
class Cutter {
 public:
  Cutter(std::string_view text, std::string_view language, uint32_t block, uint32_t offset)
      : text_(text),
        french_(language == "fr" || language == "it"),
        english_(language == "en"),
        turkish_(language == "tr"),
        spanish_(language == "es"),
        german_(language == "de"),
        dashes_(spanish_ || french_ || language == "de"),
        block_(block),
        offset_(offset) {}

  std::vector<Token> cut() {
    while (pos_ < text_.size()) step();
    close();
    return std::move(tokens_);
  }

 private:
  char32_t peek(size_t at) const { return at < text_.size() ? next_code_point(text_, at) : U' '; }

  void step() {
    const size_t begin = pos_;
    const char32_t c = next_code_point(text_, pos_);
    if (is_wide(c)) {
      close();
      add(begin, c);
      tokens_.back().is_wide = true;
      close();
      tokens_.back().fold = names::simplified_han(tokens_.back().fold);  // 說 is 说: one table serves both scripts
    } else if (is_letter(c)) {
      add(begin, c);
    } else if (open_ && joins_words(c)) {
      add_joint(begin, c);
    } else {
      close();
      if (u_isUWhiteSpace(static_cast<UChar32>(c))) {
        spaced_ = true;
      } else {
        add(begin, c);
        tokens_.back().mark = c == '-' && dashes_ && is_dash() ? 0x2013 : c;
        close();
      }
    }
  }

  // Is the hyphen just read a dash: between blanks, or in Spanish round what the narrator puts in (“-agregó-”)?
  bool is_dash() {
    if (tokens_.size() < 2) return false;
    const bool joined = tokens_.back().joined;
    const char32_t next = peek(pos_);
    if (!joined && u_isUWhiteSpace(static_cast<UChar32>(next))) return true;
    if (!spanish_) return false;
    const bool opens = !joined && u_isalpha(static_cast<UChar32>(next));
    const bool closes = joined && inserted_ && !is_letter(next);
    if (opens || closes) inserted_ = opens;
    return opens || closes;
  }

  // Kritiker:innen, Expert*in, Kolleg_innen: does the mark just read join the German ending of women to its noun?
  bool is_gender_mark(char32_t c) const {
    if (!german_ || (c != ':' && c != '*' && c != '_')) return false;
    for (const std::string_view ending : {"innen", "in"})
      if (text_.substr(pos_).starts_with(ending) && !is_letter(peek(pos_ + ending.size()))) return true;
    return false;
  }

  // Is `c`, between two letters, part of one word?
  bool joins_words(char32_t c) const {
    const char32_t next = peek(pos_);
    if (!is_letter(next) || is_wide(next)) return false;
    const Token& word = tokens_.back();
    if (is_gender_mark(c)) return true;
    if (c == '-' || c == 0x2010 || c == 0x2011 || is_apostrophe(c)) return true;
    if (c == '.' || c == ',')
      return word.is_number ? u_isdigit(static_cast<UChar32>(next)) : c == '.' && word.fold.size() == 1;
    return c == '&' && !spaced_;
  }

  void add_joint(size_t begin, char32_t c) {
    if (is_gender_mark(c)) return;  // Kritiker:innen is looked up as Kritikerinnen
    if (is_apostrophe(c)) {
      const bool s_follows = (peek(pos_) == 's' || peek(pos_) == 'S') && !is_letter(peek(pos_ + 1));
      if ((english_ && s_follows) || turkish_) {  // China’s: two tokens
        close();
        add(begin, U'\'');
        return;
      }
      add(begin, U'\'');
      const size_t longest = tokens_.back().fold.starts_with("qu") ? 5 : 3;  // l’, qu’: tokens of their own
      if (french_ && tokens_.back().fold.size() <= longest) close();
      return;
    }
    if (french_ && (c == '-' || c == 0x2011) && inverted_pronoun()) {
      close();
      return;
    }
    add(begin, c == 0x2010 || c == 0x2011 ? U'-' : c);
  }

  // ajoute-t-il, dit-elle: is what follows the hyphen a pronoun that ends the word?
  bool inverted_pronoun() const {
    for (const std::string_view tail :
         {"t-il", "t-elle", "t-on", "t-ils", "t-elles", "il", "elle", "ils", "elles", "on"})
      if (text_.substr(pos_).starts_with(tail) && !is_letter(peek(pos_ + tail.size())) &&
          peek(pos_ + tail.size()) != '-')
        return true;
    return false;
  }

  void add(size_t begin, char32_t c) {
    if (!open_) {
      Token token;
      token.begin = token.end = offset_ + static_cast<uint32_t>(begin);
      token.block = block_;
      token.joined = !spaced_;
      token.is_capital = u_isupper(static_cast<UChar32>(c)) || u_istitle(static_cast<UChar32>(c));
      token.is_number = u_isdigit(static_cast<UChar32>(c));
      small_ = false;
      letters_ = 0;
      tokens_.push_back(std::move(token));
      open_ = true;
      spaced_ = false;
    }
    Token& token = tokens_.back();
    token.end = offset_ + static_cast<uint32_t>(pos_);
    if (u_isalpha(static_cast<UChar32>(c))) ++letters_;
    if (u_islower(static_cast<UChar32>(c))) small_ = true;
    if (!is_left_out(c)) append_utf8(token.fold, folded(c));
  }

  void close() {
    if (!open_) return;
    open_ = false;
    Token& token = tokens_.back();
    token.is_all_capitals = token.is_capital && letters_ >= 2 && !small_;
  }

  std::string_view text_;
  bool french_, english_, turkish_, spanish_, german_, dashes_;
  bool inserted_ = false;  // behind the first of two hyphens
  uint32_t block_, offset_;
  size_t pos_ = 0;
  bool open_ = false, spaced_ = true, small_ = false;
  int letters_ = 0;
  std::vector<Token> tokens_;
};

}  // namespace

std::vector<Token> tokenize(std::string_view text, std::string_view language, uint32_t block, uint32_t offset) {
  return Cutter(text, language, block, offset).cut();
}

uint32_t Text::token_at(uint32_t byte) const {
  return static_cast<uint32_t>(std::ranges::lower_bound(tokens, byte, {}, &Token::begin) - tokens.begin());
}

uint32_t Text::code_points(uint32_t byte) const {
  uint32_t count = code_point_marks[byte / 64];
  for (uint32_t i = byte / 64 * 64; i < byte; ++i) count += (static_cast<unsigned char>(text[i]) & 0xc0) != 0x80;
  return count;
}

const Turn* Text::turn_at(uint32_t byte) const {
  const auto behind =
      std::upper_bound(turns.begin(), turns.end(), byte, [](uint32_t b, const Turn& turn) { return b < turn.begin; });
  if (behind == turns.begin() || byte >= std::prev(behind)->end()) return nullptr;
  return &*std::prev(behind);
}

void Text::index_code_points() {
  code_point_marks.clear();
  uint32_t count = 0;
  for (size_t i = 0; i <= text.size(); ++i) {
    if (i % 64 == 0) code_point_marks.push_back(count);
    if (i < text.size()) count += (static_cast<unsigned char>(text[i]) & 0xc0) != 0x80;
  }
}

Text prepare_text(const Page& page) {
  Text out;
  out.text = main_text(page);
  out.site = page.site;
  out.title = page.title;
  out.byline = page.byline;
  out.language = page.language.substr(0, page.language.find_first_of("-_"));
  const std::string declared = out.language;
  if (!Lexicon::is_known(out.language)) {
    out.language = language_by_words(out.text);
    out.is_in_language = may_be_in(out.language, out.text);
  }
  out.stated_language = out.is_in_language ? out.language : declared.empty() ? "und" : declared;
  uint32_t begin = 0;
  for (uint32_t i = 0; i < page.blocks.size(); ++i) {
    const std::string& block = page.blocks[i].text;
    out.blocks.push_back(begin);
    out.kinds.push_back(page.blocks[i].kind);
    out.heads.push_back(static_cast<uint32_t>(out.tokens.size()));
    for (Token& token : tokenize(block, out.language, i, begin)) out.tokens.push_back(std::move(token));
    begin += static_cast<uint32_t>(block.size()) + 1;
  }
  out.blocks.push_back(begin);
  out.heads.push_back(static_cast<uint32_t>(out.tokens.size()));
  out.index_code_points();
  return out;
}

}  // namespace cordon::reading
