// CSV answers; see screening_csv.h. The guard against formulas follows OWASP's "CSV Injection".
#include "cli/screening_csv.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "cli/reason.h"
#include "cli/since_text.h"

namespace cordon::cli {
namespace {

std::string cell(const std::vector<std::string>& values) {
  return csv_cell(fmt::format("{}", fmt::join(values, "; ")));
}

bool is_plain_number(std::string_view text) {
  text.remove_prefix(1);  // its sign
  return !text.empty() && text.find_first_not_of("0123456789. ") == std::string_view::npos;
}

}  // namespace

std::string csv_cell(std::string_view text) {
  const bool is_formula =
      !text.empty() && std::string_view("=+-@\t\r").contains(text.front()) && !is_plain_number(text);
  const bool is_quoted = text.find_first_of(",\"\r\n") != std::string_view::npos;
  std::string out(is_quoted ? "\"" : "");
  if (is_formula) out += '\'';
  for (const char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  if (is_quoted) out += '"';
  return out;
}

std::string csv_rows(const Screening& screening, std::string_view profile) {
  const std::string begin = fmt::format("{},{}", csv_cell(screening.subject.id), outcome_name(screening.outcome));
  const auto end = [&](const Hit* hit) {
    const std::string text = fmt::format("{},{}", hit ? csv_cell(hit->group) : "", csv_cell(profile));
    if (!screening.before) return text + "\n";
    return fmt::format("{},{},{}\n", text, hit ? change_name(hit->change) : "",
                       outcome_name(screening.before->outcome));
  };
  if (screening.hits.empty()) {
    const std::string reason = screening.error ? screening.error->text() : before_text(screening);
    return fmt::format("{},,,,,,,,,{},{}", begin, csv_cell(reason), end(nullptr));
  }
  std::string out;
  for (const Hit& hit : screening.hits) {
    out += fmt::format("{},{},{},{},{},{},{},{},{},{},{}", begin, csv_cell(hit.entity_id), csv_cell(hit.caption),
                       schema_name(hit.schema), exact_score_text(hit.score), csv_cell(hit.list), cell(hit.programs),
                       cell(hit.measures), cell(hit.references), csv_cell(reason_text(hit)), end(&hit));
  }
  return out;
}

}  // namespace cordon::cli
