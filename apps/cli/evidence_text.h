// Two names part under part, and the evidence with its sums: how a judgement is shown to a person.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "cli/terminal.h"
#include "screen/name_columns.h"

namespace cordon::cli {

// What the two sides are called in headings.
struct Sides {
  std::string_view subject, entity;
};

// Three lines (more where they are wider than the look): the subject's parts, the listed parts under them, and how each
// pair stands, coloured: green agrees, yellow is similar, red differs, magenta is absent, dim is not compared. Ends
// with an empty line. Empty where there is no column.
std::string names_text(std::span<const screen::NameColumn> columns, const Sides& sides, const Look& look);

// Every row with its points (ten-thousandths of the score) and bits, and their sums as score and likelihood.
std::string evidence_text(const Hit& hit, const Sides& sides, const Look& look);
// The same rows without sums.
std::string rows_text(std::span<const Evidence> rows, const Sides& sides, const Look& look);

// "5.9 %"; only what is certain is "100 %".
std::string likelihood_text(double likelihood);

}  // namespace cordon::cli
