#include "base/date.h"

#include <fmt/format.h>

#include <chrono>
#include <unordered_map>
#include <vector>

#include "base/table.h"
#include "base/utf8.h"

namespace cordon {

Day day_from_civil(Civil c) {
  using namespace std::chrono;
  return static_cast<Day>(
      sys_days(year_month_day(std::chrono::year(c.year), std::chrono::month(c.month), std::chrono::day(c.day)))
          .time_since_epoch()
          .count());
}

Civil civil_from_day(Day day) {
  using namespace std::chrono;
  const year_month_day ymd{sys_days(days(day))};
  return {int(ymd.year()), unsigned(ymd.month()), unsigned(ymd.day())};
}

bool valid_civil(Civil c) {
  using namespace std::chrono;
  return c.year >= 1000 && c.year <= 2999 && c.month <= 12 && c.day <= 31 &&
         year_month_day(std::chrono::year(c.year), std::chrono::month(c.month), std::chrono::day(c.day)).ok();
}

DateSpan DateSpan::day(Civil c) {
  const Day d = day_from_civil(c);
  return {DatePrecision::kDay, d, d};
}
DateSpan DateSpan::month(int year, unsigned month) {
  const Day low = day_from_civil({year, month, 1});
  const Day next = month == 12 ? day_from_civil({year + 1, 1, 1}) : day_from_civil({year, month + 1, 1});
  return {DatePrecision::kMonth, low, next - 1};
}
DateSpan DateSpan::year(int year) {
  return {DatePrecision::kYear, day_from_civil({year, 1, 1}), day_from_civil({year, 12, 31})};
}
DateSpan DateSpan::circa(int y) {
  DateSpan out = year(y);
  out.precision = DatePrecision::kCirca;
  return out;
}
DateSpan DateSpan::years(int first, int last) {
  return {DatePrecision::kRange, day_from_civil({first, 1, 1}), day_from_civil({last, 12, 31})};
}
DateSpan DateSpan::days(Day first, Day last) { return {DatePrecision::kRange, first, last}; }

std::string day_text(Day day) { return DateSpan::day(civil_from_day(day)).text(); }

std::string DateSpan::text() const {
  const Civil a = civil_from_day(low);
  const Civil b = civil_from_day(high);
  switch (precision) {
    case DatePrecision::kDay:
      return fmt::format("{:04}-{:02}-{:02}", a.year, a.month, a.day);
    case DatePrecision::kMonth:
      return fmt::format("{:04}-{:02}", a.year, a.month);
    case DatePrecision::kYear:
      return fmt::format("{:04}", a.year);
    case DatePrecision::kCirca:
      return fmt::format("circa {:04}", a.year);
    case DatePrecision::kRange:
      if (a.month == 1 && a.day == 1 && b.month == 12 && b.day == 31)
        return fmt::format("{:04} to {:04}", a.year, b.year);
      return fmt::format("{:04}-{:02}-{:02} to {:04}-{:02}-{:02}", a.year, a.month, a.day, b.year, b.month, b.day);
    case DatePrecision::kUnknown:
      break;
  }
  return {};
}

namespace {

// A date is read as a row of words: runs of digits, runs of letters, single marks.
struct Word {
  enum Kind : uint8_t { kDigits, kLetters, kMark } kind;
  std::string text;
  int value = 0;
};

std::vector<Word> words_of(std::string_view t) {
  std::vector<Word> out;
  for (size_t i = 0; i < t.size();) {
    const char c = t[i];
    const auto digit = [&](size_t k) { return k < t.size() && t[k] >= '0' && t[k] <= '9'; };
    const auto letter = [&](size_t k) {
      return k < t.size() && ((t[k] >= 'a' && t[k] <= 'z') || static_cast<uint8_t>(t[k]) >= 0x80);
    };
    const size_t begin = i;
    if (digit(i)) {
      while (digit(i)) ++i;
      Word w{Word::kDigits, std::string(t.substr(begin, i - begin))};
      if (w.text.size() <= 8) w.value = std::stoi(w.text);
      out.push_back(std::move(w));
    } else if (letter(i)) {
      while (letter(i)) ++i;
      out.push_back({Word::kLetters, std::string(t.substr(begin, i - begin))});
    } else {
      ++i;
      if (c != ' ' && c != ',') out.push_back({Word::kMark, std::string(1, c)});
    }
  }
  return out;
}

const std::unordered_map<std::string_view, unsigned>& months() {
  static const std::unordered_map<std::string_view, unsigned> table = [] {
    std::unordered_map<std::string_view, unsigned> out;
    unsigned month = 0;
    for_each_table_line("dates/months.tsv", [&](std::string_view line) {
      ++month;
      take_field(line, '\t');
      while (!line.empty()) out.emplace(take_field(line, '|'), month);
    });
    return out;
  }();
  return table;
}

unsigned month_of(std::string_view word) {
  const auto it = months().find(word);
  return it == months().end() ? 0 : it->second;
}

std::string lower_text(std::string_view text) {
  std::string out;
  for (size_t i = 0; i < text.size();) append_utf8(out, simple_lower(next_code_point(text, i)));
  return out;
}

bool plausible_year(int y) { return y >= 1000 && y <= 2999; }
bool is_year(const Word& w) { return w.kind == Word::kDigits && w.text.size() == 4 && plausible_year(w.value); }

std::optional<DateSpan> from_parts(int year, int month, int day) {
  if (!plausible_year(year)) return {};
  if (month == 0) return DateSpan::year(year);
  if (month < 1 || month > 12) return {};
  if (day == 0) return DateSpan::month(year, static_cast<unsigned>(month));
  const Civil c{year, static_cast<unsigned>(month), static_cast<unsigned>(day)};
  if (day < 0 || !valid_civil(c)) return {};
  return DateSpan::day(c);
}

// d, m, y as written: day first, month first only where day first is impossible; "dd" and "mm" stand for unknown.
std::optional<DateSpan> from_numeric(const Word& a, const Word& b, int year) {
  const auto part = [](const Word& w) { return w.kind == Word::kDigits ? w.value : 0; };
  if (auto d = from_parts(year, part(b), part(a))) return d;
  return from_parts(year, part(a), part(b));
}

std::optional<DateSpan> parse_single(const std::vector<Word>& w) {
  const auto mark = [&](size_t i) { return w[i].kind == Word::kMark; };
  const auto month = [&](size_t i) { return w[i].kind == Word::kLetters ? month_of(w[i].text) : 0U; };
  switch (w.size()) {
    case 1:
      if (is_year(w[0])) return DateSpan::year(w[0].value);
      if (w[0].kind == Word::kDigits && w[0].text.size() == 8) {
        return from_parts(w[0].value / 10000, w[0].value / 100 % 100, w[0].value % 100);
      }
      return {};
    case 2:
      if (month(0) && is_year(w[1])) return DateSpan::month(w[1].value, month(0));
      if (is_year(w[0]) && month(1)) return DateSpan::month(w[0].value, month(1));
      return {};
    case 3:
      if (w[0].kind == Word::kDigits && month(1) && is_year(w[2]) && w[0].text.size() <= 2)
        return from_parts(w[2].value, static_cast<int>(month(1)), w[0].value);
      if (month(0) && w[1].kind == Word::kDigits && w[1].text.size() <= 2 && is_year(w[2]))
        return from_parts(w[2].value, static_cast<int>(month(0)), w[1].value);
      if (is_year(w[0]) && mark(1) && w[2].kind == Word::kDigits && w[2].text.size() <= 2)
        return from_parts(w[0].value, w[2].value, 0);
      if (w[0].kind == Word::kDigits && w[0].text.size() <= 2 && mark(1) && is_year(w[2]))
        return from_parts(w[2].value, w[0].value, 0);
      return {};
    case 5:
      if (!mark(1) || !mark(3) || w[1].text != w[3].text) return {};
      if (w[0].kind == Word::kDigits && month(2) && is_year(w[4]) && w[0].text.size() <= 2)
        return from_parts(w[4].value, static_cast<int>(month(2)), w[0].value);
      if (is_year(w[0]) && w[2].kind == Word::kDigits && w[4].kind == Word::kDigits)
        return from_parts(w[0].value, w[2].value, w[4].value);
      if (is_year(w[4]) && !mark(0) && !mark(2)) {
        const bool letters_ok =
            (w[0].kind == Word::kDigits || w[0].text == "dd") && (w[2].kind == Word::kDigits || w[2].text == "mm");
        if (letters_ok) return from_numeric(w[0], w[2], w[4].value);
      }
      return {};
    default:
      return {};
  }
}

std::optional<DateSpan> span_between(const DateSpan& a, const DateSpan& b) {
  if (b.high < a.low) return {};
  return DateSpan::days(a.low, b.high);
}

bool circa_word(const std::string& t) {
  return t == "circa" || t == "c" || t == "ca" || t == "about" || t == "approximately" || t == "approx" ||
         t == "around" || t == "ungefähr" || t == "env" || t == "около";
}

// Takes the ordinal marks and small words out of "3rd of August", "3. August", "1er août", "3 de agosto de".
void drop_small_words(std::vector<Word>& w) {
  for (size_t i = 1; i < w.size(); ++i) {
    const bool after_digits = w[i - 1].kind == Word::kDigits;
    const std::string& t = w[i].text;
    const bool ordinal = after_digits && (t == "st" || t == "nd" || t == "rd" || t == "th" || t == "er" ||
                                          (t == "." && i + 1 < w.size() && month_of(w[i + 1].text)));
    const bool abbreviated = t == "." && month_of(w[i - 1].text);
    const bool preposition = t == "of" || t == "de" || t == "del" || t == "г" || t == "р" || t == "года";
    if (ordinal || abbreviated || preposition) w.erase(w.begin() + static_cast<ptrdiff_t>(i--));
  }
}

// "1951 (approx.)", "1951 circa": the word may follow the year.
void move_circa_to_front(std::vector<Word>& w) {
  while (!w.empty() && (w.back().text == "." || w.back().text == ")")) w.pop_back();
  if (w.size() < 2 || !circa_word(w.back().text)) return;
  w.pop_back();
  if (w.back().text == "(") w.pop_back();
  w.insert(w.begin(), Word{Word::kLetters, "circa"});
}

// "1951-53"; "1951-05" is May.
void complete_short_year(std::vector<Word>& w) {
  if (w.size() != 3 || !is_year(w[0]) || (w[1].text != "-" && w[1].text != "/")) return;
  Word& last = w[2];
  if (last.kind != Word::kDigits || last.text.size() != 2 || last.value <= 12 || last.value <= w[0].value % 100) return;
  last.value += w[0].value / 100 * 100;
  last.text = std::to_string(last.value);
}

}  // namespace

std::optional<DateSpan> parse_date(std::string_view text) {
  if (text.size() > 100) return {};
  std::string lower = lower_text(trim(text));
  if (const size_t t = lower.find('t'); t == 10 && lower.size() > 13 && lower[13] == ':') lower.resize(10);
  if (lower.size() > 13 && lower[10] == ' ' && lower[13] == ':') lower.resize(10);
  std::vector<Word> w = words_of(lower);
  move_circa_to_front(w);
  if (w.empty()) return {};
  drop_small_words(w);
  complete_short_year(w);
  if (w[0].text == "between") {
    w.erase(w.begin());
    for (Word& x : w)
      if (x.text == "and") x.text = "to";
  }
  if (circa_word(w[0].text)) {
    w.erase(w.begin());
    if (!w.empty() && w[0].text == ".") w.erase(w.begin());
    if (w.size() == 1 && is_year(w[0])) return DateSpan::circa(w[0].value);
    if (w.size() == 3 && is_year(w[0]) && (w[1].text == "-" || w[1].text == "to" || w[1].text == "/") &&
        is_year(w[2]) && w[2].value >= w[0].value)
      return DateSpan::years(w[0].value, w[2].value);
    const auto inner = parse_single(w);
    if (inner && inner->precision != DatePrecision::kUnknown) {
      DateSpan about = *inner;
      about.precision = DatePrecision::kCirca;
      return about;
    }
    return {};
  }
  for (size_t i = 1; i + 1 < w.size(); ++i) {
    if (w[i].text != "to") continue;
    const auto a = parse_single({w.begin(), w.begin() + static_cast<ptrdiff_t>(i)});
    const auto b = parse_single({w.begin() + static_cast<ptrdiff_t>(i) + 1, w.end()});
    if (a && b) return span_between(*a, *b);
    return {};
  }
  if (w.size() == 3 && is_year(w[0]) && is_year(w[2]) && (w[1].text == "-" || w[1].text == "/") &&
      w[2].value >= w[0].value)
    return DateSpan::years(w[0].value, w[2].value);
  return parse_single(w);
}

}  // namespace cordon
