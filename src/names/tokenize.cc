// Cutting a name into tokens. Letters of one token that look like letters of another script are folded to the script of
// the token's unmistakable letters.
#include "names/tokenize.h"

#include <array>

#include "base/utf8.h"

namespace cordon::names {
namespace {

bool has_look_alikes(Script s) { return s == Script::kLatin || s == Script::kCyrillic || s == Script::kGreek; }

// The Hebrew letters that stand in this shape at the end of a word only: kaf, mem, nun, pe, tsadi.
bool is_final_form(char32_t c) { return c == 0x5DA || c == 0x5DD || c == 0x5DF || c == 0x5E3 || c == 0x5E5; }

bool is_percent(char32_t c) { return c == '%' || c == 0x66A || c == 0xFF05; }

bool is_middle_dot(char32_t c) { return c == 0xB7 || c == 0x2022 || c == 0x2027 || c == 0x2219 || c == 0x30FB; }

// A letter of the token under construction.
struct Letter {
  char32_t c;
  CharInfo info;
};

class Tokenizer {
 public:
  explicit Tokenizer(std::string_view text) : text_(text) {}

  Tokens run() {
    size_t pos = 0;
    while (pos < text_.size() && out_.list.size() < kMaxTokens) {
      const size_t start = pos;
      const char32_t c = next_code_point(text_, pos);
      const CharInfo info = char_info(c);
      take(c, info, start, pos);
    }
    end_token();
    finish();
    return std::move(out_);
  }

 private:
  void take(char32_t c, const CharInfo& info, size_t start, size_t end) {
    switch (info.kind) {
      case CharKind::kLetter:
      case CharKind::kDigit:
        if (!open_) begin_token(start);
        end_ = end;
        if (letters_.size() < kMaxLetters) letters_.push_back({c, info});
        return;
      case CharKind::kSkip:
        return;
      case CharKind::kSpace: {
        const bool directly = open_;
        space(c);
        if (directly && is_percent(c) && !out_.list.empty() && out_.list.back().is_number())
          word_for_sign(text_.substr(start, end - start), "percent");
        return;
      }
      case CharKind::kHyphen:
        return separate(Glue::kHyphen);
      case CharKind::kDot:
        return separate(Glue::kDot);
      case CharKind::kSlash:
        return separate(Glue::kSlash);
      case CharKind::kComma:
        separate(Glue::kSpace);
        if (!out_.list.empty() && segment_ < UINT16_MAX) ++segment_;
        return;
      case CharKind::kNumberSign:
        separate(Glue::kSpace);
        number_sign_ = true;
        return;
      case CharKind::kAmpersand:
        separate(Glue::kSpace);
        word_for_sign(text_.substr(start, end - start), "and");
        out_.list.back().ampersand = true;
        return;
    }
  }

  void word_for_sign(std::string_view sign, std::string_view word) {
    Token token;
    token.text = sign;
    token.norm = word;
    token.segment = segment_;
    out_.list.push_back(std::move(token));
  }

  void space(char32_t c) {
    const bool was_open = open_;
    end_token();
    if (is_middle_dot(c)) {
      middle_dot_ = true;
      if (was_open && !out_.list.empty()) out_.list.back().middle_dot = true;
    }
    if (c == '(' || c == '[') bracket_ = true;
    if ((c == ')' || c == ']') && was_open && bracket_alone_) out_.list.back().bracketed = true;
    if (out_.list.empty()) return;
    Token& last = out_.list.back();
    if (last.glue == Glue::kDot) last.glue = Glue::kDotSpace;
    if (last.glue == Glue::kHyphen || last.glue == Glue::kSlash) last.glue = Glue::kSpace;
  }

  void separate(Glue glue) {
    end_token();
    if (!out_.list.empty() && (out_.list.back().glue == Glue::kSpace || glue == Glue::kSpace)) {
      const bool directly = end_of_last_ != 0;
      if (directly || glue == Glue::kSpace) out_.list.back().glue = glue;
    }
    end_of_last_ = 0;
  }

  void begin_token(size_t start) {
    open_ = true;
    start_ = start;
    bracket_alone_ = bracket_;
    bracket_ = false;
    middle_dot_before_ = middle_dot_;
    middle_dot_ = false;
  }

  void end_token() {
    if (!open_) {
      end_of_last_ = 0;
      return;
    }
    open_ = false;
    Token token;
    token.text = text_.substr(start_, end_ - start_);
    token.segment = segment_;
    token.number_sign = number_sign_;
    number_sign_ = false;
    token.middle_dot = middle_dot_before_;
    fill(token);
    letters_.clear();
    if (token.norm.empty()) return;
    out_.list.push_back(std::move(token));
    end_of_last_ = end_;
  }

  void fill(Token& token) {
    const Script script = token_script();
    token.script = script;
    bool upper = true;
    bool lower = true;
    bool expands = false;
    for (Letter& letter : letters_) {
      if (letter.info.kind == CharKind::kDigit) {
        token.has_digit = true;
      } else {
        ++token.letters;
        if (token.first_letter == 0) token.first_letter = letter.c;
        ++counts_[static_cast<size_t>(letter.info.script)];
        if (samples_[static_cast<size_t>(letter.info.script)] == 0)
          samples_[static_cast<size_t>(letter.info.script)] = letter.c;
        upper = upper && !letter.info.lower;
        lower = lower && !letter.info.upper;
        fold_look_alike(letter, script);
      }
      append(token, letter, expands);
    }
    token.all_upper = upper && token.letters > 0;
    token.all_lower = lower && token.letters > 0;
    if (!expands) token.expansion.clear();
  }

  void append(Token& token, const Letter& letter, bool& expands) {
    const CharInfo& info = letter.info;
    if (info.plain_size > 0) {
      const std::string_view plain(info.plain, info.plain_size);
      const std::string_view expanded(info.expanded, info.expanded_size);
      token.norm += plain;
      if (!expands && plain != expanded) {
        expands = true;
        token.expansion.assign(token.norm, 0, token.norm.size() - plain.size());
      }
      if (expands) token.expansion += expanded;
    } else if (info.folded != 0) {
      append_utf8(token.norm, info.folded);
      if (expands) append_utf8(token.expansion, info.folded);
    }
  }

  // The script of the token: of the letters that no other of its scripts has a look-alike for, else of most letters.
  Script token_script() const {
    std::array<size_t, kScripts> all{};
    std::array<size_t, kScripts> sure{};
    for (const Letter& letter : letters_) {
      if (letter.info.kind != CharKind::kLetter) continue;
      ++all[static_cast<size_t>(letter.info.script)];
    }
    const bool several = (all[1] > 0) + (all[2] > 0) + (all[3] > 0) > 1;
    if (several) {
      for (const Letter& letter : letters_) {
        if (letter.info.kind == CharKind::kLetter && !mistakable(letter))
          ++sure[static_cast<size_t>(letter.info.script)];
      }
    }
    size_t best = 0;
    for (size_t s = 1; s < kScripts; ++s) {
      if (all[s] == 0) continue;
      const bool better = sure[s] > sure[best] || (sure[s] == sure[best] && all[s] > all[best]);
      if (best == 0 || better) best = s;
    }
    return static_cast<Script>(best);
  }

  static char32_t folded(const Letter& letter) {
    if (letter.info.script != Script::kLatin) return letter.info.folded;
    return letter.info.plain_size == 1 ? static_cast<char32_t>(letter.info.plain[0]) : 0;
  }

  static bool mistakable(const Letter& letter) {
    for (Script to : {Script::kLatin, Script::kCyrillic, Script::kGreek}) {
      if (to != letter.info.script && look_alike(folded(letter), to) != 0) return true;
    }
    return false;
  }

  void fold_look_alike(Letter& letter, Script to) {
    if (letter.info.script == to || !has_look_alikes(to) || !has_look_alikes(letter.info.script)) return;
    const char32_t other = look_alike(folded(letter), to);
    if (other == 0) return;
    letter.info = char_info(other);
    out_.mixed_scripts = true;
  }

  void finish() {
    size_t best = 0;
    for (size_t s = 1; s < kScripts; ++s)
      if (counts_[s] > counts_[best]) best = s;
    out_.script = static_cast<Script>(best);
    out_.sample = samples_[best];
    if (out_.script == Script::kHebrew) turn_round();
    if (!has_look_alikes(out_.script)) return;
    constexpr size_t kShortest = 4;  // letters: shorter words are abbreviations and numerals
    for (Token& token : out_.list)
      if (token.script != out_.script && has_look_alikes(token.script) && token.letters >= kShortest)
        in_own_script(token);
  }

  // Programs that do not know right-to-left text leave Hebrew from its last letter to its first: some word then begins
  // with a final form, and none ends in one.
  void turn_round() {
    bool begins = false;
    for (const Token& token : out_.list) {
      if (token.script != Script::kHebrew) continue;
      if (is_final_form(last_letter(token.norm))) return;
      begins = begins || (token.letters > 1 && is_final_form(token.first_letter));
    }
    if (!begins) return;
    out_.backwards = true;
    for (Token& token : out_.list)
      if (token.script == Script::kHebrew) token.norm = reversed(token.norm);
  }

  static char32_t last_letter(std::string_view text) {
    char32_t last = 0;
    for (size_t pos = 0; pos < text.size();) last = next_code_point(text, pos);
    return last;
  }

  static std::string reversed(std::string_view text) {
    std::string out;
    for (size_t pos = 0; pos < text.size();) {
      std::string letter;
      append_utf8(letter, next_code_point(text, pos));
      out.insert(0, letter);
    }
    return out;
  }

  // Notes how a word of another script reads when all its letters look like letters of the name's script.
  void in_own_script(Token& token) {
    std::string other;
    for (size_t pos = 0; pos < token.norm.size();) {
      const char32_t letter = look_alike(next_code_point(token.norm, pos), out_.script);
      if (letter == 0) return;
      append_utf8(other, letter);
    }
    token.other_script = std::move(other);
    out_.mixed_scripts = true;
  }

  std::string_view text_;
  Tokens out_;
  std::vector<Letter> letters_;
  std::array<size_t, kScripts> counts_{};
  std::array<char32_t, kScripts> samples_{};
  size_t start_ = 0;
  size_t end_ = 0;
  size_t end_of_last_ = 0;  // where the last token ended, 0 when something stood behind it
  uint16_t segment_ = 0;
  bool open_ = false;
  bool number_sign_ = false;
  bool middle_dot_ = false;
  bool middle_dot_before_ = false;  // the token under construction stands behind one
  bool bracket_ = false;
  bool bracket_alone_ = false;
};

}  // namespace

Tokens tokenize(std::string_view text) { return Tokenizer(text).run(); }

size_t letter_run(const std::vector<Token>& tokens, size_t i) {
  size_t n = 0;
  while (i + n < tokens.size() && tokens[i + n].letters == 1 && !tokens[i + n].has_digit && !tokens[i + n].ampersand) {
    const Glue glue = tokens[i + n].glue;
    ++n;
    if (glue != Glue::kDot && glue != Glue::kDotSpace && glue != Glue::kSlash) break;
  }
  return n == 0 ? 1 : n;
}

std::string table_key(std::string_view entry) {
  std::string storage;
  const Tokens tokens = tokenize(nfkc(entry, storage));
  std::string key;
  for (size_t i = 0; i < tokens.list.size();) {
    const size_t run = letter_run(tokens.list, i);
    if (!key.empty()) key.push_back(' ');
    for (size_t k = 0; k < run; ++k) key += tokens.list[i + k].norm;
    i += run;
  }
  return key;
}

}  // namespace cordon::names
