// What a page tells of its words, for the gates: offices, which words with capitals stand side by side, which letters
// it defines. Each is worked out when it is first asked for: most pages name nobody, and no gate asks.
#include <algorithm>
#include <array>

#include "base/table.h"
#include "base/utf8.h"
#include "reading/lexicon.h"
#include "reading/mention_pass.h"

namespace cordon::reading {

namespace {
// Without the 's behind it.
std::string_view stem(std::string_view text) {
  for (const std::string_view mark : {"'", "\xE2\x80\x99"})
    if (const size_t at = text.rfind(mark); at != std::string_view::npos && at > 0) text = text.substr(0, at);
  return text;
}
}  // namespace

std::string side_by_side(std::string_view first, std::string_view second) {
  std::string out(first);
  out += ' ';
  out += stem(second);
  return out;
}

namespace {

// What a language calls offices: data/reading/cues.tsv. Of a language that has none: no words.
class OfficeWords {
 public:
  explicit OfficeWords(const std::string& language)
      : words_(cue_words("office:" + language)), is_german_(language == "de") {}
  bool has(const std::string& word) const {
    if (words_.contains(word)) return true;
    // Außenamtssprecherin
    return is_german_ && std::ranges::any_of(words_, [&](const std::string& office) {
             return office.size() >= kHead && word.size() > office.size() && word.ends_with(office);
           });
  }
  // Of the longest office that the text ends with; 0: none.
  size_t bytes_at_end(std::string_view text) const {
    size_t most = 0;
    for (const std::string& office : words_)
      if (text.ends_with(office)) most = std::max(most, office.size());
    return most;
  }
  bool stands_beside(std::string_view in_front, std::string_view behind) const {
    return std::ranges::any_of(words_, [&](const std::string& office) {
      return in_front.ends_with(office) || (office.size() > kHead && behind.starts_with(office));
    });
  }

 private:
  static constexpr size_t kHead = 6;  // bytes
  const std::unordered_set<std::string>& words_;
  bool is_german_;
};

// What the language's reading lexicon says of a word; nothing in a language that has none.
std::vector<Found> lexemes_of(std::string_view language, std::string_view word) {
  std::vector<Found> found;
  if (!Lexicon::is_known(language)) return found;
  const std::vector<Token> tokens = tokenize(word, language, 0, 0);
  const auto end = static_cast<uint32_t>(tokens.size());
  if (end == 1) Lexicon::of(language).find(tokens, 0, end, found);
  return found;
}

// The same of words with which a run of Han characters begins.
std::vector<Found> lexemes_at(std::string_view language, std::string_view run) {
  std::vector<Found> found;
  if (!Lexicon::is_known(language)) return found;
  const std::vector<Token> tokens = tokenize(run, language, 0, 0);
  if (!tokens.empty()) Lexicon::of(language).find(tokens, 0, static_cast<uint32_t>(tokens.size()), found);
  return found;
}

// Is it a word of the language's reading lexicon, or part of an institution's name, and so no given name?
bool is_lexicon_word(std::string_view language, std::string_view word) {
  if (cue_words("institution").contains(known_form(word))) return Lexicon::is_known(language);
  return std::ranges::any_of(lexemes_of(language, word), [](const Found& found) {
    return found.lexeme->kind != Kind::kStop || found.lexeme->value != "given name";
  });
}

}  // namespace

bool MentionReader::Pass::is_office(uint32_t i) {
  const OfficeWords offices(page_.language);
  return std::ranges::any_of(reading(i).forms,
                             [&](const WordForm& form) { return offices.has(known_form(form.text)); });
}

// The code of the country that the word names or is the adjective of, in the language of the page.
std::string MentionReader::Pass::country_of_word(uint32_t i) {
  if (const std::string& code = reading(i).country; !code.empty()) return code;
  for (const Found& found : lexemes_of(page_.language, text_of(i)))
    if (found.lexeme->kind == Kind::kAdjective || found.lexeme->kind == Kind::kState) return found.lexeme->value;
  return {};
}

bool MentionReader::Pass::is_country_adjective(uint32_t i) {
  return std::ranges::any_of(lexemes_of(page_.language, text_of(i)),
                             [](const Found& found) { return found.lexeme->kind == Kind::kAdjective; });
}

std::string_view MentionReader::Pass::without_office_han(std::string_view in_front) {
  return in_front.substr(0, in_front.size() - OfficeWords("zh").bytes_at_end(in_front));
}

bool MentionReader::Pass::begins_lexicon_word(std::string_view run) const {
  constexpr size_t kMost = 24;  // bytes: eight characters
  return !lexemes_at(page_.language, run.substr(0, kMost)).empty();
}

// The last word of a German noun that hyphens join: Rosneft-Chef, Staats-TV.
bool MentionReader::Pass::ends_compound(uint32_t i) {
  if (page_.language != "de" || i == 0 || !words_[i - 1].word.is(kHyphenBehind) || words_[i].word.is(kHyphenBehind))
    return false;
  const WordReading& r = reading(i);
  return r.compound_cue || r.organisation_cue || r.rarity >= kUnseen || words_[i].word.is(kAllUpper);
}

// A capital word that is nobody's given name: of an institution, a country, letters, or a word of the language.
bool MentionReader::Pass::is_no_given_name(uint32_t i) {
  if (words_[i].word.is(kAllUpper) || is_office(i)) return true;
  const WordReading& r = reading(i);
  if (r.title || r.particle || r.calendar || r.common || is_small_word(i)) return true;
  return std::ranges::any_of(r.forms, [&](const WordForm& form) { return is_lexicon_word(page_.language, form.text); });
}

// A ministry, an office of some state, in words of the language alone: whose, the name does not tell.
bool MentionReader::Pass::is_body_by_words(const Proposal& p) {
  bool has_body = false;
  for (uint32_t i = p.first; i <= p.last; ++i) {
    const WordReading& r = reading(i);
    bool is_word = r.common || r.particle || is_small_word(i);
    for (const WordForm& form : r.forms)
      for (const Found& found : lexemes_of(page_.language, form.text)) {
        is_word = true;
        has_body = has_body || (found.lexeme->kind == Kind::kBody && found.lexeme->value != "group");
      }
    if (!is_word) return false;
  }
  return has_body;
}

bool MentionReader::Pass::is_office_han(std::string_view in_front, std::string_view behind) {
  return OfficeWords("zh").stands_beside(in_front, behind);
}

bool MentionReader::Pass::is_pair_of_capitals(uint32_t i) {
  const auto pair_at = [&](uint32_t k) {
    return std::pair<const MetWord*, std::string_view>(words_[k].met, stem(text_of(k + 1)));
  };
  if (!pairs_of_capitals_) {
    pairs_of_capitals_.emplace();
    for (uint32_t k = 0; k + 1 < words_.size(); ++k) {
      const TextWord& w = words_[k].word;
      if (w.is(kUpperFirst) && joined_to_next(k) && words_[k + 1].word.is(kUpperFirst) && !w.is(kSentenceStart) &&
          !w.is(kQuoteBehind))
        pairs_of_capitals_->push_back(pair_at(k));
    }
    std::ranges::sort(*pairs_of_capitals_);
  }
  return std::ranges::binary_search(*pairs_of_capitals_, pair_at(i));
}

// In small letters.
std::string MentionReader::Pass::first_letter(uint32_t i) {
  std::string word = lowered(text_of(i));
  size_t pos = 0;
  if (!word.empty()) next_code_point(word, pos);
  word.resize(pos);
  return word;
}

// "PSB, the Pet Shop Boys", "PSB (Pet Shop Boys)": the words behind the letters that they stand for; nothing where
// these are no such words. The first of them may be an article.
std::optional<std::pair<uint32_t, uint32_t>> MentionReader::Pass::defined_behind(uint32_t i) {
  constexpr size_t kLeast = 3;  // letters
  const TextWord& w = words_[i].word;
  if (!w.is(kAllUpper) || i + 1 >= words_.size() || words_[i + 1].block != words_[i].block) return std::nullopt;
  const bool in_brackets = w.is(kBracketBehind) && words_[i + 1].word.is(kBracketBefore);
  if (!in_brackets && !w.is(kCommaBehind)) return std::nullopt;
  const std::string small = lowered(text_of(i));
  const size_t n = letters_of(small);
  if (n < kLeast) return std::nullopt;
  for (uint32_t begin = i + 1; begin <= i + 2; ++begin) {
    std::string initials;
    size_t capitals = 0;
    for (uint32_t k = begin; k < words_.size() && words_[k].block == words_[i].block; ++k) {
      initials += first_letter(k);
      capitals += words_[k].word.is(kUpperFirst);
      if (initials == small) {
        if (capitals < 2) return std::nullopt;
        return std::pair(begin, k);
      }
      if (!small.starts_with(initials) || words_[k].word.is(kCommaBehind)) break;
    }
  }
  return std::nullopt;
}

// "Open Ledger Initiative (OLI)": the letters are those of the words in front.
std::optional<uint32_t> MentionReader::Pass::defined(std::string_view letters) {
  if (!defined_) {
    defined_.emplace();
    for (uint32_t i = 1; i < words_.size(); ++i) {
      const TextWord& w = words_[i].word;
      if (!w.is(kAllUpper) || !w.is(kBracketBefore)) continue;
      const std::string small = lowered(text_of(i));
      const size_t n = letters_of(small);
      uint32_t begin = i;
      while (begin > 0 && i - begin < n + 3 && (begin == i || joined_to_next(begin - 1))) --begin;
      std::string initials;
      std::string all;  // of words in small letters too: a virtual test bench (VTB)
      for (uint32_t k = begin; k < i; ++k) {
        const std::string first = first_letter(k);
        all += first;
        if (anchors(k) || n > 3) initials += first;
      }
      if (initials.ends_with(small) || (n >= 3 && all.ends_with(small)) ||
          (n >= 3 && initials.find(small.substr(0, small.size() / 2)) != std::string::npos))
        defined_->emplace(text_of(i), i - 1);
    }
  }
  const auto found = defined_->find(letters);
  return found == defined_->end() ? std::nullopt : std::optional(found->second);
}

}  // namespace cordon::reading
