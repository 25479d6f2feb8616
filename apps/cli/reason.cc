// Reasons in words; see reason.h.
#include "cli/reason.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <unicode/uchar.h>

#include "base/utf8.h"

namespace cordon::cli {
namespace {

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
void sort_name_row(const Evidence& row, NameParts& parts) {
  if (row.subject_text.empty() || row.entity_text.empty()) {
    (row.entity_text.empty() ? parts.only_subject : parts.only_listed).push_back(row.subject_text + row.entity_text);
  } else if (row.finding == Finding::kDiffers) {
    parts.differ.push_back(fmt::format("{} is not {}", row.subject_text, row.entity_text));
  } else if (row.finding == Finding::kAgrees && equal_letters(row.subject_text, row.entity_text)) {
    parts.agree.push_back(row.subject_text);
  } else {
    const char sign = row.finding == Finding::kAgrees ? '=' : '~';
    const std::string note = row.note.empty() || row.note == "same" ? "" : fmt::format(" ({})", row.note);
    parts.similar.push_back(fmt::format("{} {} {}{}", row.subject_text, sign, row.entity_text, note));
  }
}

void name_clauses(const Hit& hit, std::vector<std::string>& clauses) {
  NameParts parts;
  for (const Evidence& row : hit.evidence) {
    const bool of_name = row.feature == Feature::kNamePart || row.feature == Feature::kNameMissing ||
                         row.feature == Feature::kNameDiffers;
    if (of_name) sort_name_row(row, parts);
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
std::string both(const Evidence& row) {
  if (row.subject_text == row.entity_text || row.entity_text.empty()) return row.subject_text;
  return row.subject_text.empty() ? row.entity_text : fmt::format("{} / {}", row.subject_text, row.entity_text);
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

std::string with_note(const std::string& text, const Evidence& row) {
  return row.note.empty() ? text : fmt::format("{} ({})", text, row.note);
}

std::string clause(const Evidence& row) {
  const std::string_view verb = row.finding == Finding::kDiffers   ? "differs"
                                : row.finding == Finding::kSimilar ? "is near"
                                                                   : "agrees";
  switch (row.feature) {
    case Feature::kNamePart:
    case Feature::kNameMissing:
    case Feature::kNameDiffers:
    case Feature::kPrior:
      return "";
    case Feature::kLegalForm:
    case Feature::kWeakAlias:
      return row.note;
    case Feature::kLimit:  // what lifts a hit into sight is a reason, a cap is none
      return row.points > 0 ? row.note : "";
    case Feature::kBirthDate:
      return with_note(fmt::format("born {}", both(row)), row);
    case Feature::kCountry:
      return fmt::format("country {}: {} ({})", verb, both(row), words_of(row.note));
    case Feature::kIdentifier:
      return with_note(fmt::format("number {}: {}", verb, both(row)), row);
    case Feature::kSchema:
      return with_note(fmt::format("kind {}: {}", verb, both(row)), row);
    case Feature::kAddress:
      return with_note(fmt::format("address {}: {}", verb, both(row)), row);
    case Feature::kGender:
      return with_note(fmt::format("gender {}: {}", verb, both(row)), row);
  }
  return "";
}

}  // namespace

std::string reason_text(const Hit& hit) {
  std::vector<std::string> clauses;
  name_clauses(hit, clauses);
  for (const Evidence& row : hit.evidence) {
    if (std::string text = clause(row); !text.empty()) clauses.push_back(std::move(text));
  }
  const std::string what = fmt::format("{}", fmt::join(clauses, "; "));
  if (hit.subject_name.empty() && hit.entity_name.empty()) return what;
  return fmt::format("“{}” and “{}”: {}", hit.subject_name, hit.entity_name, what);
}

std::string score_text(Points score) { return fmt::format("{}.{:02}", score / kPointsOne, score % kPointsOne / 100); }
std::string exact_score_text(Points score) { return fmt::format("{}.{:04}", score / kPointsOne, score % kPointsOne); }

}  // namespace cordon::cli
