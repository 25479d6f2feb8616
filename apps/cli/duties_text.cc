#include "cli/duties_text.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <vector>

#include "base/utf8.h"
#include "cli/text_table.h"

namespace cordon::cli {
namespace {

constexpr size_t kRegimeWidth = 4;  // "US  "
constexpr size_t kStepWidth = 10;   // "EXPOSURE  "
constexpr std::string_view kIndent = "    ";

Colour colour_of(const Duty& duty) {
  if (!duty.is_certain) return Colour::kNone;
  if (duty.step == Step::kBlock || duty.step == Step::kFreeze || duty.step == Step::kReject) return Colour::kRed;
  return Colour::kYellow;
}

std::string upper(std::string text) {
  for (char& c : text)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  return text;
}

// "Report the blocked property, to OFAC (ORS), by 2026-12-07: 10 business days after blocking"
std::string asked(const Duty& duty) {
  std::string out = duty.text;
  if (!duty.addressee.empty()) out += fmt::format(", to {} ({})", duty.addressee, duty.form);
  if (duty.due) out += fmt::format(", by {}", day_text(*duty.due));
  if (!duty.deadline.empty()) out += fmt::format("{} {}", duty.due ? ":" : ",", duty.deadline);
  return out;
}

std::string step_text(const Duty& duty) {
  return std::string(duty.step == Step::kPermitted ? "PERMITTED" : step_name(duty.step));
}

// Of one regime: what follows for certain, then what follows under each set of open questions.
void append_regime(std::string& out, std::span<const Duty> duties, const Look& look) {
  constexpr size_t kIndentWidth = kIndent.size() + kRegimeWidth;
  std::string regime = upper(duties.front().regime);
  const auto line = [&](std::string_view head, size_t head_width, std::string text, Colour head_colour, Colour colour) {
    bool is_first = true;
    for (const std::string& piece : wrap(text, look.width - kIndentWidth - head_width)) {
      out += fmt::format("{}{:{}}", kIndent, regime, kRegimeWidth);
      regime.clear();
      if (head_width > 0) out += paint(head_colour, fmt::format("{:{}}", is_first ? head : "", head_width), look);
      out += paint(colour, piece, look) + "\n";
      is_first = false;
    }
  };
  const Significance* shown = nullptr;  // of the transaction: one, whatever asks for it
  const auto significance = [&](const Significance& of) {
    const auto detail = [&](const std::string& text) {
      line("", kStepWidth, printable(text, look), Colour::kNone, Colour::kDim);
    };
    detail(fmt::format("significance: {}{}", of.level,
                       shown == nullptr ? " (the law sets no total threshold)" : ", as above"));
    if (shown == nullptr)
      for (const Significance::Factor& factor : of.factors)
        detail(
            fmt::format("({}) {}: {} [{}]", factor.letter, factor.name, factor.level, fmt::join(factor.facts, "; ")));
    shown = &of;
  };
  std::vector<std::vector<std::string>> open = {{}};
  for (const Duty& duty : duties)
    if (std::ranges::find(open, duty.missing) == open.end()) open.push_back(duty.missing);
  for (const auto& missing : open) {
    if (!missing.empty())
      line("", 0, printable(fmt::format("open: {} Where so:", fmt::join(missing, " ")), look), Colour::kNone,
           Colour::kDim);
    for (const Duty& duty : duties) {
      if (duty.missing != missing) continue;
      const std::string law = fmt::format(" [{}{}]", duty.law, duty.is_uncertain_law ? "; to be verified" : "");
      line(step_text(duty), kStepWidth, printable(asked(duty) + law, look), colour_of(duty), Colour::kNone);
      if (duty.significance) significance(*duty.significance);
    }
  }
}

// Calls `visit` with the duties of each regime.
template <typename Visit>
void each_regime(std::span<const Duty> duties, const Visit& visit) {
  while (!duties.empty()) {
    const auto other = [&](const Duty& duty) { return duty.regime != duties.front().regime; };
    const auto count = static_cast<size_t>(std::ranges::find_if(duties, other) - duties.begin());
    visit(duties.first(count));
    duties = duties.subspan(count);
  }
}

}  // namespace

std::string duties_text(std::span<const Duty> duties, const Look& look) {
  std::string out;
  each_regime(duties, [&](std::span<const Duty> regime) { append_regime(out, regime, look); });
  return out;
}

std::string duties_line(std::span<const Duty> duties) {
  std::vector<std::string> regimes;
  each_regime(duties, [&](std::span<const Duty> regime) {
    std::vector<std::string> certain, possible;
    for (const Duty& duty : regime) {
      std::vector<std::string>& steps = duty.is_certain ? certain : possible;
      if (std::ranges::find(steps, step_text(duty)) == steps.end()) steps.push_back(step_text(duty));
    }
    std::string text = upper(regime.front().regime);
    if (!certain.empty()) text += fmt::format(" {}", fmt::join(certain, ", "));
    if (!possible.empty()) text += fmt::format("{} perhaps {}", certain.empty() ? "" : ",", fmt::join(possible, ", "));
    regimes.push_back(std::move(text));
  });
  return regimes.empty() ? "" : fmt::format("follows: {}", fmt::join(regimes, " · "));
}

}  // namespace cordon::cli
