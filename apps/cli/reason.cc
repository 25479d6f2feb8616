// Reasons in words; see reason.h.
#include "cli/reason.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <unicode/uchar.h>

#include "base/utf8.h"

namespace cordon::cli {
namespace {

// A text of an input or a list as it stands in the sentence: as it is, or printable and, on a terminal, isolated, so
// that an Arabic name turns neither the sentence nor what stands beside it.
class Quote {
 public:
  explicit Quote(const Look* look) : look_(look) {}
  std::string operator()(std::string_view text) const { return look_ ? printable(text, *look_) : std::string(text); }

 private:
  const Look* look_;  // nullptr: as it is
};

struct NameParts {
  std::vector<std::string> agree, similar, differ, only_subject, only_listed;
};

// Are these the same letters, case aside?
bool equal_letters(std::string_view a, std::string_view b) {
  size_t at_a = 0, at_b = 0;
  while (at_a < a.size() && at_b < b.size()) {
    const auto fold = [](std::string_view text, size_t& at) {
      return u_foldCase(static_cast<UChar32>(next_code_point(text, at)), U_FOLD_CASE_DEFAULT);
    };
    if (fold(a, at_a) != fold(b, at_b)) return false;
  }
  return at_a == a.size() && at_b == b.size();
}

// "=" stands between two forms of one part, "~" between parts that are merely alike.
void sort_name_row(const Evidence& row, const Quote& quote, NameParts& parts) {
  const std::string subject = quote(row.subject_text);
  const std::string entity = quote(row.entity_text);
  if (row.subject_text.empty() || row.entity_text.empty()) {
    (row.entity_text.empty() ? parts.only_subject : parts.only_listed).push_back(subject + entity);
  } else if (row.finding == Finding::kDiffers) {
    parts.differ.push_back(fmt::format("{} is not {}", subject, entity));
  } else if (row.finding == Finding::kAgrees && equal_letters(row.subject_text, row.entity_text)) {
    parts.agree.push_back(subject);
  } else {
    const char sign = row.finding == Finding::kAgrees ? '=' : '~';
    const std::string note = row.note.empty() || row.note == "same" ? "" : fmt::format(" ({})", quote(row.note));
    parts.similar.push_back(fmt::format("{} {} {}{}", subject, sign, entity, note));
  }
}

void name_clauses(const Hit& hit, const Quote& quote, std::vector<std::string>& clauses) {
  NameParts parts;
  for (const Evidence& row : hit.evidence) {
    const bool of_name = row.feature == Feature::kNamePart || row.feature == Feature::kNameMissing ||
                         row.feature == Feature::kNameDiffers || row.feature == Feature::kAcronym;
    if (of_name) sort_name_row(row, quote, parts);
  }
  if (!parts.agree.empty()) {
    clauses.push_back(fmt::format("{} {}", fmt::join(parts.agree, ", "), parts.agree.size() == 1 ? "agrees" : "agree"));
  }
  clauses.insert(clauses.end(), parts.similar.begin(), parts.similar.end());
  clauses.insert(clauses.end(), parts.differ.begin(), parts.differ.end());
  if (!parts.only_subject.empty())
    clauses.push_back(fmt::format("only the subject has {}", fmt::join(parts.only_subject, ", ")));
  if (!parts.only_listed.empty())
    clauses.push_back(fmt::format("only the list has {}", fmt::join(parts.only_listed, ", ")));
}

// The two texts compared, once where they are the same.
std::string both(const Evidence& row, const Quote& quote) {
  if (row.subject_text == row.entity_text || row.entity_text.empty()) return quote(row.subject_text);
  if (row.subject_text.empty()) return quote(row.entity_text);
  return fmt::format("{} / {}", quote(row.subject_text), quote(row.entity_text));
}

// "birthCountry" → "birth country".
std::string words_of(std::string_view property) {
  std::string out;
  for (const char c : property) {
    const bool is_upper = c >= 'A' && c <= 'Z';
    if (is_upper) out += ' ';
    out += is_upper ? static_cast<char>(c + ('a' - 'A')) : c;
  }
  return out;
}

std::string with_note(const std::string& text, const Evidence& row, const Quote& quote) {
  return row.note.empty() ? text : fmt::format("{} ({})", text, quote(row.note));
}

std::string clause(const Evidence& row, const Quote& quote) {
  const std::string_view verb = row.finding == Finding::kDiffers   ? "differs"
                                : row.finding == Finding::kSimilar ? "is near"
                                                                   : "agrees";
  switch (row.feature) {
    case Feature::kNamePart:
    case Feature::kNameMissing:
    case Feature::kNameDiffers:
    case Feature::kAcronym:
    case Feature::kPrior:
      return "";
    case Feature::kNameOrder:
    case Feature::kLookAlike:
    case Feature::kBackwards:
    case Feature::kCharacters:
    case Feature::kLegalForm:
    case Feature::kWeakAlias:
      return quote(row.note);
    case Feature::kLimit:  // what lifts a hit into sight is a reason, a cap is none
      return row.points > 0 ? quote(row.note) : "";
    case Feature::kBirthDate:
      return with_note(fmt::format("born {}", both(row, quote)), row, quote);
    case Feature::kCountry:
      return fmt::format("country {}: {} ({})", verb, both(row, quote), words_of(quote(row.note)));
    case Feature::kIdentifier:
      return with_note(fmt::format("number {}: {}", verb, both(row, quote)), row, quote);
    case Feature::kSchema:
      return with_note(fmt::format("kind {}: {}", verb, both(row, quote)), row, quote);
    case Feature::kAddress:
      return with_note(fmt::format("address {}: {}", verb, both(row, quote)), row, quote);
    case Feature::kGender:
      return with_note(fmt::format("gender {}: {}", verb, both(row, quote)), row, quote);
  }
  return "";
}

std::string sentence(const Hit& hit, const Quote& quote) {
  std::vector<std::string> clauses;
  name_clauses(hit, quote, clauses);
  for (const Evidence& row : hit.evidence) {
    if (std::string text = clause(row, quote); !text.empty()) clauses.push_back(std::move(text));
  }
  const std::string what = fmt::format("{}", fmt::join(clauses, "; "));
  if (hit.subject_name.empty() && hit.entity_name.empty()) return what;
  return fmt::format("“{}” and “{}”: {}", quote(hit.subject_name), quote(hit.entity_name), what);
}

}  // namespace

std::string reason_text(const Hit& hit) { return sentence(hit, Quote(nullptr)); }
std::string reason_text(const Hit& hit, const Look& look) { return sentence(hit, Quote(&look)); }

std::string score_text(Points score) { return fmt::format("{}.{:02}", score / kPointsOne, score % kPointsOne / 100); }
std::string exact_score_text(Points score) { return fmt::format("{}.{:04}", score / kPointsOne, score % kPointsOne); }

}  // namespace cordon::cli
