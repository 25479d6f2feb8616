#include "lists/listed_names.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "lists/entity_builder.h"

namespace cordon::lists {
namespace {

constexpr size_t kNote = std::string_view::npos;
constexpr size_t kRemarkWords = 6;  // parentheses with more words in the same script hold a remark, not a name
constexpr std::string_view kArabicComma = "\xD8\x8C";

// Labels of the format, as they stand inside name elements.
constexpr std::array<std::string_view, 5> kQualifiers = {"previously listed as", "formerly listed as", "birth name",
                                                         "combat name", "nom de guerre"};
constexpr std::array<std::string_view, 3> kOriginalLabels = {"original script:", "in arabic script:", "in arabic:"};
constexpr std::string_view kBorn = ", born ";
constexpr std::string_view kSubUnit = " - sub-unit name";
constexpr std::string_view kOriginal = "(original script)";

size_t words_in(std::string_view t) { return static_cast<size_t>(std::ranges::count(t, ' ')) + 1; }

bool has_letters(std::string_view t) {
  for (size_t pos = 0; pos < t.size();) {
    const char32_t c = next_code_point(t, pos);
    if ((c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= 0xC0 && c < 0x2000) || c > 0x2E7F) return true;
  }
  return false;
}

// Offset of the "(" that the final ")" closes, or npos.
size_t last_group(std::string_view t) {
  if (!t.ends_with(')')) return kNote;
  size_t depth = 0;
  for (size_t i = t.size(); i-- > 0;) {
    if (t[i] == ')') ++depth;
    if (t[i] == '(' && --depth == 0) return i;
  }
  return kNote;
}

void append_note(std::string& note, std::string_view more) {
  if (more.empty()) return;
  if (!note.empty()) note += "; ";
  note += more;
}

// Takes off what surrounds a name by mistake: a stray parenthesis, quotes around the whole, marks at the end.
std::string_view without_stray_marks(std::string_view t) {
  t = trim(t);
  while (t.starts_with(')') || t.starts_with(';') || t.starts_with(',')) t = trim(t.substr(1));
  while (t.ends_with(';') || t.ends_with(',')) t = trim(t.substr(0, t.size() - 1));
  if (t.size() > 2 && t.front() == '"' && t.back() == '"' && t.find('"', 1) == t.size() - 1)
    t = trim(t.substr(1, t.size() - 2));
  return t;
}

void add_piece(std::string_view piece, ListedNames& out) {
  piece = without_stray_marks(piece);
  if (piece.ends_with(kOriginal)) piece = trim(piece.substr(0, piece.size() - kOriginal.size()));
  if (piece.ends_with(kSubUnit)) {
    piece = trim(piece.substr(0, piece.size() - kSubUnit.size()));
    append_note(out.note, kSubUnit.substr(3));
  }
  if (has_letters(piece)) out.names.emplace_back(piece);
}

// Splits at semicolons followed by a blank (one inside a word is a slip, not a list) and Arabic commas, outside
// parentheses.
void add_list(std::string_view t, ListedNames& out) {
  size_t begin = 0;
  size_t depth = 0;
  for (size_t i = 0; i < t.size(); ++i) {
    if (t[i] == '(') ++depth;
    if (t[i] == ')' && depth > 0) --depth;
    const bool semicolon = t[i] == ';' && (i + 1 == t.size() || t[i + 1] == ' ');
    const bool comma = t.substr(i, kArabicComma.size()) == kArabicComma;
    if (depth > 0 || (!semicolon && !comma)) continue;
    add_piece(t.substr(begin, i - begin), out);
    begin = i + (comma ? kArabicComma.size() : 1);
  }
  add_piece(t.substr(std::min(begin, t.size())), out);
}

std::string_view without_label(std::string_view t) {
  const std::string lower = ascii_lower(t.substr(0, 24));
  for (const std::string_view label : kOriginalLabels)
    if (lower.starts_with(label)) return trim(t.substr(label.size()));
  return t;
}

bool other_script(std::string_view a, std::string_view b) {
  return has_letters(a) && has_letters(b) && is_latin(a) != is_latin(b);
}

// Are all pieces of this list plausible names: a few words, no digits, no labels?
bool are_names(const std::vector<std::string>& pieces) {
  return std::ranges::all_of(pieces, [](const std::string& p) {
    return words_in(p) <= kRemarkWords && p.find_first_of("0123456789:") == std::string::npos;
  });
}

std::vector<std::string> split_at(std::string_view t, char separator) {
  std::vector<std::string> out;
  while (!t.empty()) {
    const size_t end = t.find(separator);
    const std::string_view piece = without_stray_marks(t.substr(0, end));
    if (has_letters(piece)) out.emplace_back(piece);
    t = end == std::string_view::npos ? std::string_view{} : t.substr(end + 1);
  }
  return out;
}

}  // namespace

ListedNames read_listed_names(std::string_view text) {
  const std::string collapsed = collapse_spaces(text);
  std::string_view t = without_stray_marks(collapsed);
  ListedNames out;
  if (const size_t born = t.find(kBorn); born != std::string_view::npos) {
    out.note = t.substr(born + 2);
    t = trim(t.substr(0, born));
  }
  const size_t open = last_group(t);
  if (open == kNote || open == 0) {
    add_list(t, out);
  } else {
    const std::string_view head = trim(t.substr(0, open));
    const std::string_view inner = without_label(trim(t.substr(open + 1, t.size() - open - 2)));
    const bool qualifier = std::ranges::find(kQualifiers, ascii_lower(inner)) != kQualifiers.end();
    const bool listed = inner.find("; ") != std::string_view::npos;
    if (qualifier || (!listed && !other_script(head, inner) && words_in(inner) > kRemarkWords)) {
      append_note(out.note, inner);
      add_list(head, out);
    } else if (listed || other_script(head, inner)) {
      add_list(head, out);
      add_list(inner, out);
    } else {
      add_list(t, out);
    }
  }
  if (out.names.size() > 1) append_note(out.note, collapsed);
  if (out.names.empty() && !collapsed.empty()) out.names.push_back(collapsed);
  return out;
}

std::vector<std::string> names_in_note(std::string_view note, std::string_view alias) {
  const std::string collapsed = collapse_spaces(note);
  const std::string lower = ascii_lower(collapsed);
  const std::string_view t = collapsed;
  for (const std::string_view label : kOriginalLabels) {
    const size_t at = lower.find(label);
    if (at == std::string::npos) continue;
    const std::string_view rest = trim(t.substr(at + label.size()));
    const std::string_view name = without_stray_marks(rest.substr(0, rest.find_first_of(";.(")));
    if (has_letters(name) && !is_latin(name)) return {std::string(name)};
  }
  std::vector<std::string> names;
  if (const size_t at = lower.find("transliterations"); at != std::string::npos) {
    const bool leads = at == 0;  // "transliterations: A; B", else "A, B (transliterations of …)"
    const size_t colon = t.find(':');
    std::string_view list = t.substr(0, t.find('('));
    if (leads && colon != std::string_view::npos) {
      list = t.substr(colon + 1);
      list = list.substr(0, list.find_first_of("()"));
    }
    names = split_at(list, list.find(';') != std::string_view::npos ? ';' : ',');
  } else if (has_letters(alias) && !is_latin(alias) && is_latin(t)) {
    const bool grouped = t.starts_with('(') && t.find(')') != std::string_view::npos;
    const std::string_view list = grouped ? t.substr(1, t.find(')') - 1) : t;
    if (list.find(';') != std::string_view::npos) names = split_at(list, ';');
  }
  if (!are_names(names)) names.clear();
  return names;
}

std::vector<std::string> alternatives(std::string_view name) {
  constexpr std::string_view kSlash = " / ";
  std::vector<std::string> out;
  if (name.find(kSlash) == std::string_view::npos) return out;
  while (!name.empty()) {
    const size_t end = name.find(kSlash);
    const std::string_view piece = without_stray_marks(name.substr(0, end));
    if (has_letters(piece)) out.emplace_back(piece);
    name = end == std::string_view::npos ? std::string_view{} : name.substr(end + kSlash.size());
  }
  return out;
}

std::string in_reading_order(std::string_view name) {
  const size_t comma = name.find(',');
  if (comma == std::string_view::npos || name.find(',', comma + 1) != std::string_view::npos) return std::string(name);
  if (name.find_first_of("()0123456789") != std::string_view::npos) return std::string(name);
  const std::string_view family = trim(name.substr(0, comma));
  const std::string_view given = trim(name.substr(comma + 1));
  if (family.empty() || given.empty()) return std::string(name);
  return std::string(given) + " " + std::string(family);
}

}  // namespace cordon::lists
