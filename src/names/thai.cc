// Thai script, and Lao, which is made in the same way. A syllable is one or two consonants, a vowel whose signs stand
// before, over and behind them, and at most one consonant that closes it. Short a and o are not written: of a run of
// bare consonants the reader makes syllables by their number (read_run): ka-mon, na-khon, som-phon. Tone marks are left
// out; a thanthakhat silences its consonant. data/romanization/thai_lao.tsv has the letters, vowels and clusters.
#include "names/thai.h"

#include <algorithm>

#include "base/utf8.h"
#include "names/analyze.h"
#include "names/tables.h"

namespace cordon::names {
namespace {

constexpr char32_t kThanthakhat = 0xE4C, kLaoCancellation = 0xECC;
constexpr char32_t kRo = 0xE23, kTo = 0xE15, kTho = 0xE17, kSo = 0xE2A, kSoSala = 0xE28, kAa = 0xE32, kMaiHan = 0xE31;
constexpr char32_t kSignI = 0xE34, kSignU = 0xE38, kLaoLo = 0xEA5, kLaoSubscriptLo = 0xEBC, kLao = 0xE80, kYo = 0xE22;
constexpr char32_t kEnd = 0;  // in a text: here a syllable ends

using Values = std::vector<std::string_view>;

enum class Closing : uint8_t { kNever, kMay, kMust };

struct Letter {
  Values start, end;
};
struct Vowel {
  Values readings;
  Closing closing = Closing::kNever;
};
struct ThaiTable {
  std::unordered_map<char32_t, Letter> letters;
  TextMap<Vowel> vowels;  // signs before, "-", signs behind
  std::unordered_map<char32_t, Values> between;
  std::unordered_map<char32_t, std::u32string> clusters;  // first consonants, by the second
  std::unordered_map<char32_t, std::u32string> doubles;   // the same
  std::unordered_map<char32_t, std::u32string> mutes;     // the same
  std::unordered_map<char32_t, std::u32string> leads;     // second consonants, by the first
};

std::u32string letters_in(std::string_view field) {
  std::u32string out;
  for (size_t pos = 0; pos < field.size();) out.push_back(next_code_point(field, pos));
  return out;
}

Values values_of(std::string_view field) { return field == "-" ? Values{std::string_view()} : split_field(field, '/'); }

ThaiTable read_table() {
  ThaiTable table;
  for_each_row("romanization/thai_lao.tsv", [&](const Values& fields) {
    const std::string_view kind = fields.at(0);
    if (kind == "vowel") {
      const Closing closing = fields.at(3) == "must"  ? Closing::kMust
                              : fields.at(3) == "may" ? Closing::kMay
                                                      : Closing::kNever;
      table.vowels.emplace(fields.at(1), Vowel{values_of(fields.at(2)), closing});
      return;
    }
    for (const char32_t c : letters_in(fields.at(1))) {
      if (kind == "cluster") {
        table.clusters.emplace(c, letters_in(fields.at(2)));
      } else if (kind == "double") {
        table.doubles.emplace(c, letters_in(fields.at(2)));
      } else if (kind == "mute") {
        table.mutes.emplace(c, letters_in(fields.at(2)));
      } else if (kind == "lead") {
        table.leads.emplace(c, letters_in(fields.at(2)));
      } else if (kind == "between") {
        table.between.emplace(c, values_of(fields.at(2)));
      } else {
        table.letters.emplace(c, Letter{values_of(fields.at(2)), values_of(fields.at(3))});
      }
    }
  });
  return table;
}

const ThaiTable& table() {
  static const ThaiTable t = read_table();
  return t;
}

bool joins(const std::unordered_map<char32_t, std::u32string>& pairs, char32_t key, char32_t other) {
  const auto it = pairs.find(key);
  return it != pairs.end() && it->second.contains(other);
}

bool is_consonant(char32_t c) { return table().letters.contains(c); }
bool stands_before(char32_t c) { return (c >= 0xE40 && c <= 0xE44) || (c >= 0xEC0 && c <= 0xEC4); }
bool is_sign(char32_t c) {
  return (c >= 0xE30 && c <= 0xE39) || c == 0xE47 || c == 0xE4D || (c >= 0xEB0 && c <= 0xEBB) || c == 0xEBD ||
         c == 0xECD || c == 0xE24;
}

// Removes the consonant that a thanthakhat silences, with its vowel sign, and a consonant before it that is silent with
// it (จันทร์: chan). A syllable ends there.
void silence(std::u32string& text) {
  if (!text.empty() && (text.back() == kSignI || text.back() == kSignU)) text.pop_back();
  if (text.empty() || !is_consonant(text.back())) return;
  const char32_t silenced = text.back();
  text.pop_back();
  const size_t n = text.size();
  if (n > 2 && joins(table().mutes, silenced, text[n - 1]) && is_consonant(text[n - 2]) && is_sign(text[n - 3]))
    text.pop_back();
  text.push_back(kEnd);
}

std::u32string text_of(std::string_view norm) {
  std::u32string out;
  for (const char32_t c : letters_in(norm)) {
    if (c == kThanthakhat || c == kLaoCancellation) {
      silence(out);
    } else if (c == kLaoSubscriptLo) {
      out.push_back(kLaoLo);
    } else if (is_consonant(c) || stands_before(c) || is_sign(c)) {
      out.push_back(c);
    }
  }
  return out;
}

// Writes a word by one system.
class ThaiReader {
 public:
  ThaiReader(std::u32string_view text, size_t system) : text_(text), system_(system) {}

  std::string run() {
    for (size_t i = 0; i < text_.size();) {
      if (stands_before(text_[i])) {
        i = read_preposed(i);
      } else if (text_[i] == kEnd) {
        closing_ = Closing::kNever;
        ++i;
      } else if (!is_consonant(text_[i])) {
        read_vowel(U"", i, 0);  // a sign without a consonant
        i += 1;
      } else {
        i = read_consonants(i);
      }
    }
    return std::move(out_);
  }

 private:
  char32_t at(size_t i) const { return i < text_.size() ? text_[i] : 0; }
  std::string_view value(const Values& values) const { return values[std::min(system_, values.size() - 1)]; }
  bool spelt() const { return system_ == 1 || system_ == 2; }  // with the vowels of Pali and Sanskrit words

  // Does a vowel stand behind consonant `i`? An อ is one where it bears no sign itself, and so is รร.
  bool has_vowel(size_t i) const {
    const char32_t next = at(i + 1);
    if (is_sign(next)) return true;
    if (next == kRo && at(i + 2) == kRo && !is_sign(at(i + 3))) return true;
    return (next == 0xE2D || next == 0xEAD) && text_[i] != next && !is_sign(at(i + 2)) && at(i + 2) != 0xE47;
  }
  bool bare(size_t i) const { return is_consonant(at(i)) && !has_vowel(i); }
  bool never_final(char32_t c) const { return table().letters.at(c).end[0].empty(); }

  bool silent_lead(size_t i) const { return joins(table().leads, at(i), at(i + 1)); }
  bool cluster(size_t i) const { return joins(table().clusters, at(i + 1), at(i)); }
  bool doubled(size_t i) const { return at(i) == at(i + 1) || joins(table().doubles, at(i + 1), at(i)); }

  void onset(size_t i, size_t count) {
    const bool silent_r = count == 2 && i == 0 && at(1) == kRo && system_ == 0;
    if (silent_r && (at(0) == kTho || at(0) == kSo || at(0) == kSoSala)) {
      out_ += "s";
      return;
    }
    for (size_t k = count == 2 && silent_lead(i) ? 1 : 0; k < count; ++k)
      out_ += value(table().letters.at(text_[i + k]).start);
  }

  // Is a vowel of this sign before the consonants whole without one behind them (ไ)?
  static bool never_closed(char32_t before) {
    std::string key;
    append_utf8(key, before);
    key.push_back('-');
    const auto it = table().vowels.find(key);
    return it != table().vowels.end() && it->second.closing == Closing::kNever;
  }

  void final_consonant(size_t i) {
    const std::string_view written = value(table().letters.at(text_[i]).end);
    if (system_ == 3 && i > 0 && text_[i - 1] == kAa && written == "n") out_ += "r";  // Charn, Harn
    out_ += written;
    closing_ = Closing::kNever;
  }
  void short_a(size_t i) {
    onset(i, 1);
    out_ += "a";
    closing_ = Closing::kNever;
  }

  // The vowel of which `before` stands before the consonants and the longest row of signs from `i` on behind them.
  struct Found {
    const Vowel* vowel = nullptr;
    size_t signs = 0;
  };
  Found find_vowel(std::u32string_view before, size_t i) const {
    std::string key;
    for (const char32_t c : before) append_utf8(key, c);
    key.push_back('-');
    Found best;
    if (const auto it = table().vowels.find(key); it != table().vowels.end()) best.vowel = &it->second;
    for (size_t n = 1; n <= 3 && i + n <= text_.size(); ++n) {
      append_utf8(key, text_[i + n - 1]);
      const auto it = table().vowels.find(key);
      if (it == table().vowels.end()) continue;
      if (is_consonant(text_[i + n - 1]) && is_sign(at(i + n))) continue;  // it begins the next syllable
      best = {&it->second, n};
    }
    return best;
  }

  // Writes that vowel if it has `least` signs behind the consonants; returns how many it has.
  size_t read_vowel(std::u32string_view before, size_t i, size_t least) {
    const Found found = find_vowel(before, i);
    closing_ = Closing::kNever;
    if (found.vowel == nullptr || found.signs < least) return 0;
    out_ += value(found.vowel->readings);
    closing_ = found.vowel->closing;
    const bool ends_in_n = found.signs == 2 && at(i) == kRo && !bare(i + 2);  // -รร without a consonant behind it
    if (ends_in_n) {
      out_ += "n";
      closing_ = Closing::kNever;
    }
    return found.signs;
  }

  size_t read_preposed(size_t i) {
    if (!is_consonant(at(i + 1))) {
      read_vowel(text_.substr(i, 1), text_.size(), 0);
      return i + 1;
    }
    size_t count = 1;
    if (is_consonant(at(i + 2)) && (cluster(i + 1) || silent_lead(i + 1)) &&
        (at(i + 3) != kEnd || never_closed(text_[i]))) {
      // เสรี: se-ri
      const bool other_syllable = is_sign(at(i + 3)) && find_vowel(text_.substr(i, 1), i + 3).signs == 0;
      constexpr std::u32string_view kGlides = U"\u0E27\u0EA7";
      const bool glide = kGlides.contains(text_[i + 2]) && !bare(i + 3) && !is_sign(at(i + 3));  // แก้วดี: kaeo-di
      if (!other_syllable && !glide) count = 2;
    }
    onset(i + 1, count);
    const size_t behind = i + 1 + count;
    return behind + read_vowel(text_.substr(i, 1), behind, 0);
  }

  // Reads the consonants from `i` on that have no vowel, and the syllable behind them that begins with one.
  size_t read_consonants(size_t i) {
    size_t end = i;
    while (bare(end)) ++end;
    if (end == i) return read_syllable(i, 1);
    const bool syllable = is_consonant(at(end));
    const bool lead = syllable && silent_lead(end - 1);
    bool joined = lead || (syllable && cluster(end - 1));
    if (joined && !lead && end - 1 == i && closing_ != Closing::kNever) joined = false;
    const size_t stop = joined ? end - 1 : end;
    if (stop > i) read_run(i, stop);
    return syllable ? read_syllable(stop, end - stop + 1) : end;
  }

  size_t read_syllable(size_t i, size_t count) {
    const size_t behind = i + count;
    const bool short_end = behind + 1 == text_.size() && (text_[behind] == kSignI || text_[behind] == kSignU);
    // The short vowel of -ชาติ, -บัติ, เหตุ is not heard.
    const bool after_long =
        i > 0 && (text_[i - 1] == kAa || text_[i - 1] == kMaiHan || (i > 1 && stands_before(text_[i - 2])));
    if (count == 1 && short_end && text_[i] == kTo && after_long && !spelt()) {
      final_consonant(i);
      return behind + 1;
    }
    onset(i, count);
    return behind + read_vowel(U"", behind, 1);
  }

  // Consonants [i, end) without a vowel: the first closes an open syllable or has a short a where their number is odd,
  // the others are syllables of two with a short o. The spelt systems give a consonant a short a before a syllable.
  void read_run(size_t i, size_t end) {
    const bool last = at(end) == kEnd;
    const bool silent_r = closing_ == Closing::kMay && end - i == 2 && text_[i] == kTo && text_[i + 1] == kRo;
    const bool ya = closing_ == Closing::kMay && !last && end - i == 2 && text_[i + 1] == kYo;
    const bool whole = last && end - i == 2 && at(i) == at(i + 1);  // นนท์: non
    const bool pali = closing_ == Closing::kMay && i + 1 < end && doubled(i) && !whole;
    if (closing_ == Closing::kMust || silent_r || ya || pali) {  // มิตร: mit; อดุลยเดช: adunyadet; ยุทธ: yut
      final_consonant(i++);
      if (i == end) return;
      if (i + 1 == end && (last || silent_r)) {
        if (spelt()) short_a(i);
        return;
      }
    }
    if (end - i > 2 && silent_lead(i)) ++i;
    i += read_odd(i, end, last);
    for (; i + 1 < end; i += 2) {
      onset(i, 1);
      if ((system_ == 1 && !last) || never_final(text_[i + 1])) {
        out_ += "a";
        short_a(i + 1);
      } else {
        short_o();
        final_consonant(i + 1);
      }
    }
  }

  // Reads what stands before the pairs of a run; returns of how many consonants.
  size_t read_odd(size_t i, size_t end, bool last) {
    const bool open = closing_ == Closing::kMay;
    const size_t count = end - i;
    const auto between = [&](size_t k) { return table().between.contains(at(i + k)); };
    if (open && count == 4 && between(2)) {  // บุญช่วย
      final_consonant(i);
      return 1 + read_between(i + 1);
    }
    if (count % 2 == 0) return 0;
    if (count == 3 && !open && between(1)) return read_between(i);  // สวน
    if (count == 3 && !open && cluster(i) && last) {                // พรหม
      onset(i, 2);
      short_o();
      final_consonant(i + 2);
      return 3;
    }
    constexpr char32_t kNgo = 0xE07;
    const bool linking = count == 1 && !last && text_[i] < kLao && text_[i] != kNgo && text_[i] != at(i + 1);
    if (open && !(linking && (spelt() || text_[i] == kRo)) && !never_final(text_[i])) {
      final_consonant(i);
    } else {
      short_a(i);
    }
    return 1;
  }

  void short_o() { out_ += value(table().vowels.find("-")->second.readings); }

  size_t read_between(size_t i) {
    onset(i, 1);
    out_ += value(table().between.at(text_[i + 1]));
    final_consonant(i + 2);
    return 3;
  }

  std::u32string_view text_;
  size_t system_;
  std::string out_;
  Closing closing_ = Closing::kNever;  // of the last syllable
};

}  // namespace

bool is_thai_or_lao(char32_t letter) { return letter >= 0xE00 && letter < 0xF00; }

bool starts_thai_syllable(std::string_view norm) {
  const std::u32string letters = letters_in(norm);
  if (letters.empty() || letters[0] >= kLao) return false;
  if (stands_before(letters[0])) return true;
  const bool silenced =
      letters.size() < 2 || letters[1] == kThanthakhat || (letters.size() > 2 && letters[2] == kThanthakhat);
  return is_consonant(letters[0]) && !silenced;
}

std::vector<std::string> read_thai(std::string_view norm) {
  const std::u32string text = text_of(norm);
  std::vector<std::string> forms;
  for (size_t system = 0; system < kMaxForms && !text.empty(); ++system)
    forms.push_back(ThaiReader(text, system).run());
  return forms;
}

}  // namespace cordon::names
