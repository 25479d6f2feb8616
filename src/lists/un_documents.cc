#include "lists/un_documents.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "lists/document_kinds.h"
#include "lists/xml_list.h"
#include "model/country.h"

namespace cordon::lists {
namespace {

constexpr size_t kNumberDigits = 4;  // fewer digits in running text are no number of a document
constexpr size_t kNumberBytes = 5;   // and a bare year is none either

constexpr std::array<std::string_view, 5> kNotValid = {"false", "fraudulent", "forged", "cancelled", "revoked"};
constexpr std::array<std::string_view, 5> kExpiry = {"expired", "expires", "expiration date", "expiry date",
                                                     "valid until"};

std::vector<std::string_view> words_of(std::string_view t) {
  std::vector<std::string_view> out;
  while (!t.empty()) {
    const size_t end = t.find(' ');
    if (end != 0) out.push_back(t.substr(0, end));
    t = end == std::string_view::npos ? std::string_view{} : t.substr(end + 1);
  }
  return out;
}

size_t digits_in(std::string_view t) {
  return static_cast<size_t>(std::ranges::count_if(t, [](char c) { return c >= '0' && c <= '9'; }));
}

std::string_view without_marks(std::string_view t) {
  while (!t.empty() && std::string_view(",;:.)").find(t.back()) != std::string_view::npos) t.remove_suffix(1);
  while (!t.empty() && t.front() == '(') t.remove_prefix(1);
  return t;
}

// The first word of running text that is a number of a document, with a letter or "DE-" that stands before it.
std::string number_in(std::string_view text) {
  const auto words = words_of(text);
  for (size_t i = 0; i < words.size(); ++i) {
    const std::string_view word = without_marks(words[i]);
    if (word.size() < kNumberBytes || digits_in(word) < kNumberDigits) continue;
    const std::string_view before = i > 0 ? words[i - 1] : std::string_view{};
    const bool letter = before.size() == 1 && before[0] >= 'A' && before[0] <= 'Z';
    if (letter || (before.ends_with('-') && before.size() <= 4)) return fmt::format("{} {}", before, word);
    return std::string(word);
  }
  return {};
}

// "Residential card number 665" ends in its number.
std::string last_number_in(std::string_view text) {
  const auto words = words_of(text);
  if (words.empty()) return {};
  const std::string_view last = without_marks(words.back());
  return digits_in(last) > 0 ? std::string(last) : std::string{};
}

std::optional<DateSpan> expiry_in(std::string_view note) {
  const std::string lower = ascii_lower(note);
  for (const std::string_view label : kExpiry) {
    const size_t at = lower.find(label);
    if (at == std::string::npos) continue;
    std::string date;
    size_t taken = 0;
    for (const std::string_view word : words_of(std::string_view(lower).substr(at + label.size()))) {
      if (taken == 0 && (word == "on" || word == ":" || word == "in")) continue;
      if (taken++ == 3) break;
      if (!date.empty()) date += ' ';
      date += without_marks(word);
      if (const auto span = parse_date(date); span && digits_in(without_marks(word)) == 4) return span;
    }
  }
  return std::nullopt;
}

std::string_view first_of(std::string_view a, std::string_view b) { return a.empty() ? b : a; }

}  // namespace

void add_un_document(const XmlNode& document, EntityBuilder& builder) {
  const std::string type = collapse_spaces(document.child_text("TYPE_OF_DOCUMENT"));
  const std::string type2 = collapse_spaces(document.child_text("TYPE_OF_DOCUMENT2"));
  const std::string note = collapse_spaces(document.child_text("NOTE"));
  const std::string city = collapse_spaces(document.child_text("CITY_OF_ISSUE"));
  const std::string written = collapse_spaces(document.child_text("NUMBER"));
  std::string number = written;
  if (words_of(number).size() > 2 && number.find_first_of("abcdefghijklmnopqrstuvwxyz") != std::string::npos) {
    if (const std::string found = number_in(number); !found.empty()) number = found;
  }
  if (number.empty()) number = last_number_in(type2);
  if (number.empty()) number = number_in(note);
  std::string words = type2.empty() ? type : type2;
  for (const std::string* more : {&written, &note, &city}) {
    if (more->empty() || *more == number) continue;
    if (!words.empty()) words += ", ";
    words += *more;
  }
  if (number.empty()) return builder.property("notes", words);
  auto kind = un_document_kind(type2);
  if (!kind && written.empty()) kind = un_document_kind(note);
  if (!kind) kind = un_document_kind(type);
  std::string country(first_of(document.child_text("ISSUING_COUNTRY"), document.child_text("COUNTRY_OF_ISSUE")));
  // "Libyan passport number 347834": the country as an adjective in front.
  for (const std::string* text : {&type2, &written, &note}) {
    const std::string adjective = text->substr(0, text->find(' '));
    if (country.empty() && !country_code(adjective).empty()) country = adjective;
  }
  const IdKind refined = refined_kind(kind.value_or(IdKind::kOther), number, country_code(country));
  const std::string_view detail = refined == IdKind::kOther ? first_of(type2, type) : std::string_view{};
  Identifier* id = builder.identifier(refined, number, country, detail);
  if (id == nullptr) return builder.property("notes", words);
  id->issued = parse_date(day_of(document.child_text("DATE_OF_ISSUE")));
  id->expires = expiry_in(note);
  const std::string lower = ascii_lower(note);
  id->known_false =
      std::ranges::any_of(kNotValid, [&](std::string_view w) { return lower.find(w) != std::string::npos; });
  if (!note.empty() || !city.empty() || number != written)
    builder.property("notes", fmt::format("{}: {}", number, words));
}

}  // namespace cordon::lists
