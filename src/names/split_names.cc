// Several names in one field, told apart by what people write between them. Splitting too little hides a name inside a
// longer one, splitting too much tears a name apart; so marks that no name contains split always, and doubtful ones
// (a bare "AKA", which is also a family name; a line break) give the whole as well.
#include "names/split_names.h"

#include <algorithm>
#include <array>
#include <unordered_set>

#include "base/utf8.h"
#include "names/name_readings.h"

namespace cordon::names {
namespace {

// Written between two names of one party or two parties; compared without case, as whole words; the longer of two that
// begin alike stands first.
constexpr std::string_view kMarkers[] = {
    "and/or",       "a.k.a.", "a.k.a", "a/k/a",     "f.k.a.",  "f.k.a",         "f/k/a",
    "n.k.a.",       "n.k.a",  "n/k/a", "d/b/a",     "d.b.a.",  "also known as", "formerly known as",
    "formerly",     "aka",    "fka",   "und/oder",  "ehemals", "vormals",       "doing business as",
    "anciennement", "alias",  "t/a",   "trading as"};
// Also words of names, so they count only after a bracket, comma or dash ("Y (ex X)").
constexpr std::string_view kApartMarkers[] = {"previously", "now", "ex-", "ex.", "ex", "antes"};
// The same; what follows is a family name only ("Ann Lem, née Orr" is also Ann Orr).
constexpr std::string_view kMaidenMarkers[] = {"nee", "née", "geb.", "geborene", "born"};

constexpr std::string_view kMarkerInitials = "abdefgnptuv";
constexpr size_t kWordsOfAName = 6;
constexpr size_t kWindow = 200;  // bytes looked at beside a mark, so that a field of many marks costs linear time

bool ascii_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || static_cast<uint8_t>(c) >= 0x80;
}
bool blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
bool ends_word(char c) { return blank(c) || c == '/' || c == '|' || c == ';'; }
bool capital(char c) { return c >= 'A' && c <= 'Z'; }

size_t word_count(std::string_view text) {
  size_t n = 0;
  bool in_word = false;
  for (const char c : text) {
    n += !blank(c) && !in_word;
    in_word = !blank(c);
  }
  return n;
}

// Takes blanks, commas, and brackets and quotes without a partner off both ends.
std::string tidy(std::string_view text) {
  constexpr std::string_view kPaired = "()[]\"";
  std::array<size_t, kPaired.size()> count{};
  for (const char c : text)
    if (const size_t i = kPaired.find(c); i != std::string_view::npos) ++count[i];
  const auto loose = [&](char c) {
    if (blank(c) || c == ',' || c == ':') return true;
    const size_t i = kPaired.find(c);
    if (i == std::string_view::npos) return false;
    const bool alone = c == '"' ? count[i] % 2 == 1 : count[i] > count[i ^ 1];
    count[i] -= alone;
    return alone;
  };
  while (!text.empty() && loose(text.front())) text.remove_prefix(1);
  while (!text.empty() && loose(text.back())) text.remove_suffix(1);
  return collapse_spaces(text);
}

// Does a bracket, comma or dash stand before `i`?
bool stands_apart(std::string_view text, size_t i) {
  while (i > 0 && blank(text[i - 1])) --i;
  return i > 0 && std::string_view("([,-").find(text[i - 1]) != std::string_view::npos;
}

// A marker that is a word of names where it is written as a name ("Aka Paul", "Alias Systems").
bool is_name_too(std::string_view marker) {
  return marker == "aka" || marker == "fka" || marker == "alias" || marker == "formerly";
}

struct Cut {
  size_t begin;
  size_t length;
  bool doubtful = false;  // a bare marker that is also a name
  bool maiden = false;
};

// Does what follows "born" say when or where rather than what name?
bool states_a_fact(std::string_view rest) {
  while (!rest.empty() && blank(rest.front())) rest.remove_prefix(1);
  const bool date = !rest.empty() && rest.front() >= '0' && rest.front() <= '9';
  return date || rest.starts_with("in ") || rest.starts_with("on ") || rest.starts_with("at ");
}

// Does a marker stand at `i` as whole words? Length 0: no.
Cut marker_at(std::string_view text, std::string_view lower, size_t i, Schema schema) {
  if (kMarkerInitials.find(lower[i]) == std::string_view::npos) return {i, 0};
  if (i > 0 && (ascii_word(text[i - 1]) || text[i - 1] == '.' || text[i - 1] == '/')) return {i, 0};
  const auto stands = [&](std::string_view marker) {
    const size_t end = i + marker.size();
    return lower.substr(i, marker.size()) == marker &&
           (end == text.size() || !ascii_word(text[end]) || marker.back() == '-');
  };
  const auto cut = [&](std::string_view marker) {
    const size_t end = i + marker.size();
    return Cut{i, marker.size() + (end < text.size() && text[end] == ':')};
  };
  for (const std::string_view marker : kMarkers) {
    if (!stands(marker)) continue;
    Cut out = cut(marker);
    out.doubtful = is_name_too(marker) && capital(text[i]);
    if (!out.doubtful || capital(text[i + 1])) return out;  // "Aka" written as a name is a name
  }
  const bool apart = stands_apart(text, i);
  for (const std::string_view marker : kApartMarkers) {
    const bool ship = schema == Schema::kVessel && i > 0 && marker.starts_with("ex");  // "NEW DAWN EX OLD SUN"
    if ((apart || ship) && stands(marker)) return cut(marker);
  }
  for (const std::string_view marker : kMaidenMarkers) {
    if (!apart || !stands(marker) || states_a_fact(lower.substr(i + marker.size(), kWindow))) continue;
    Cut out = cut(marker);
    out.maiden = true;
    return out;
  }
  return {i, 0};
}

// Is the ';' at `i` the end of an HTML entity ("Smith &amp; Sons")?
bool ends_html_entity(std::string_view text, size_t i) {
  for (size_t n = 1; n <= 8 && n <= i; ++n) {
    const char c = text[i - n];
    if (c == '&') return n > 2;
    if (c != '#' && !ascii_word(c)) return false;
  }
  return false;
}

// Letters and digits of the word that ends at `i`, and of the one that begins there, whatever marks stand in it
// ("S.A.",
// "(Bar)"); blanks between are passed over.
size_t letters_before(std::string_view text, size_t i) {
  while (i > 0 && blank(text[i - 1])) --i;
  size_t n = 0;
  for (; i > 0 && !ends_word(text[i - 1]); --i) n += ascii_word(text[i - 1]);
  return n;
}
size_t letters_after(std::string_view text, size_t i) {
  while (i < text.size() && blank(text[i])) ++i;
  size_t n = 0;
  for (; i < text.size() && !ends_word(text[i]); ++i) n += ascii_word(text[i]);
  return n;
}

// "A / B" and "A | B", but neither "A/S" nor "c/o"; without blanks only between full names ("John Smith/Jane Doe").
bool bar_splits(std::string_view text, size_t i, Schema schema) {
  if (letters_before(text, i) < 2 || letters_after(text, i + 1) < 2) return false;
  const bool spaced = i > 0 && blank(text[i - 1]) && i + 1 < text.size() && blank(text[i + 1]);
  if (spaced || text[i] == '|') return true;
  const std::string_view before = text.substr(i > kWindow ? i - kWindow : 0, std::min(i, kWindow));
  return !is_organization(schema) && word_count(before) >= 2 && word_count(text.substr(i + 1, kWindow)) >= 2;
}

bool full_name(std::string_view text) {
  const size_t words = word_count(text);
  if (words < 2 || words > 5) return false;
  return std::none_of(text.begin(), text.end(), [](char c) { return (c >= '0' && c <= '9') || c == '&' || c == '/'; });
}

std::vector<Cut> find_cuts(std::string_view text, Schema schema) {
  const std::string lower = ascii_lower(text);
  std::vector<Cut> cuts;
  for (size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    Cut cut{i, 0};
    if (c == ';') {
      cut.length = !ends_html_entity(text, i);
    } else if (c == '/' || c == '|') {
      cut.length = bar_splits(text, i, schema);
    } else if (ascii_word(c)) {
      cut = marker_at(text, lower, i, schema);
    }
    if (cut.length == 0) continue;
    cuts.push_back(cut);
    i += cut.length - 1;
  }
  return cuts;
}

// "Ann Lem" and "Orr" make "Ann Orr".
std::string with_family_name(const std::string& name, std::string family) {
  const size_t last = name.rfind(' ');
  if (word_count(family) != 1 || last == std::string::npos) return family;
  return name.substr(0, last + 1) + family;
}

// "Peskov; Dmitry", "Putin / Vladimir": pieces of one word each may be the parts of one name. Returns it, or "".
std::string whole_of_words(std::string_view text, const std::vector<Cut>& cuts) {
  std::string whole;
  size_t begin = 0;
  for (size_t i = 0; i <= cuts.size(); ++i) {
    const size_t end = i < cuts.size() ? cuts[i].begin : text.size();
    const bool is_mark = i == cuts.size() || !ascii_word(text[end]);
    const std::string word = tidy(text.substr(begin, end - begin));
    if (!is_mark || word_count(word) > 1) return "";
    if (!word.empty()) whole += (whole.empty() ? "" : " ") + word;
    begin = i < cuts.size() ? end + cuts[i].length : end;
  }
  return word_count(whole) >= 2 && word_count(whole) <= kWordsOfAName ? whole : "";
}

// Collects the names of one field, each with its readings behind it.
class Names {
 public:
  explicit Names(Schema schema) : schema_(schema) {}

  // A piece that holds line breaks: whole (a wrapped name), and line by line where every line could be a name.
  void add_lines(std::string_view piece) {
    add_persons(tidy(piece));
    if (piece.find_first_of("\r\n") == std::string_view::npos) return;
    std::vector<std::string> lines;
    for (size_t begin = 0; begin <= piece.size();) {
      const size_t end = std::min(piece.find_first_of("\r\n", begin), piece.size());
      std::string line = tidy(piece.substr(begin, end - begin));
      begin = end + 1;
      if (line.empty()) continue;
      if (word_count(line) < 2) return;
      lines.push_back(std::move(line));
    }
    if (lines.size() > 1)
      for (const std::string& line : lines) add_persons(line);
  }

  void add_maiden_name(std::string_view piece) {
    std::string name = tidy(piece);
    add_lines(plain_.empty() ? name : with_family_name(plain_, std::move(name)));
  }

  void add_whole(std::string text) {
    if (seen_.insert(text).second) names_.push_back(std::move(text));
  }
  void add_first(std::string text) {
    if (seen_.insert(text).second) names_.insert(names_.begin(), std::move(text));
  }
  bool empty() const { return names_.empty(); }
  std::vector<std::string> take() { return std::move(names_); }

 private:
  // "John Smith & Jane Doe" of persons into two; "John & Jane Smith" stays.
  void add_persons(const std::string& piece) {
    if (is_person(schema_)) {
      const std::string lower = ascii_lower(piece);
      for (const std::string_view word : {" & ", " and "}) {
        const size_t at = lower.find(word);
        if (at == std::string::npos) continue;
        const std::string left = tidy(std::string_view(piece).substr(0, at));
        const std::string right = tidy(std::string_view(piece).substr(at + word.size()));
        if (!full_name(left) || !full_name(right)) continue;
        add_name(left);
        add_name(right);
        return;
      }
    }
    if (has_content(piece)) add_name(piece);
  }

  void add_name(const std::string& name) {
    add_whole(name);
    plain_ = name;
    const std::vector<std::string> readings = name_readings(name, schema_);
    for (size_t i = 0; i < readings.size(); ++i) {
      std::string text = tidy(readings[i]);
      if (i == 0) plain_ = text;
      if (has_content(text)) add_whole(std::move(text));
    }
  }

  Schema schema_;
  std::vector<std::string> names_;
  std::unordered_set<std::string> seen_;
  std::string plain_;  // the last name, without brackets
};

}  // namespace

bool has_content(std::string_view text) {
  for (size_t i = 0; i < text.size();) {
    const char32_t c = next_code_point(text, i);
    const bool word = c < 0x80 ? ascii_word(static_cast<char>(c))
                               : c >= 0xC0 && !(c >= 0x2000 && c <= 0x206F) && !(c >= 0x3000 && c <= 0x303F) &&
                                     c != 0xFEFF && c != 0xFFFD;
    if (word) return true;
  }
  return false;
}

std::vector<std::string> split_names(std::string_view field, Schema schema) {
  const std::string_view text = trim(field);
  if (!has_content(text)) return {};
  Names names(schema);
  const std::vector<Cut> cuts = find_cuts(text, schema);
  size_t begin = 0;
  bool doubtful = false;
  bool maiden = false;
  for (const Cut& cut : cuts) {
    const std::string_view piece = text.substr(begin, cut.begin - begin);
    doubtful = doubtful || (cut.doubtful && (word_count(piece) < 2 || word_count(text.substr(cut.begin, kWindow)) < 3));
    maiden ? names.add_maiden_name(piece) : names.add_lines(piece);
    begin = cut.begin + cut.length;
    maiden = cut.maiden;
  }
  maiden ? names.add_maiden_name(text.substr(begin)) : names.add_lines(text.substr(begin));
  if (doubtful || names.empty()) names.add_whole(collapse_spaces(text));
  if (std::string whole = whole_of_words(text, cuts); !cuts.empty() && !whole.empty())
    names.add_first(std::move(whole));
  return names.take();
}

}  // namespace cordon::names
