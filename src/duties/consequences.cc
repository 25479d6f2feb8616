#include "duties/consequences.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/utf8.h"
#include "duties/deadlines.h"

namespace cordon::duties {
namespace {

// Records are no answer to a deal; they follow from every other duty.
bool is_answer(Action action) { return action != Action::kRecords && action != Action::kReport; }

}  // namespace

std::vector<Duty> duties_of(std::string_view rule, std::string_view verdict, Day day) {
  std::vector<Duty> out;
  for (const DutyRow& row : duty_rows()) {
    if (row.rule != rule || day < row.from || row.to_day <= day) continue;
    if (std::find(row.verdicts.begin(), row.verdicts.end(), verdict) == row.verdicts.end()) continue;
    Duty duty;
    duty.row = &row;
    if (row.days > 0)
      duty.due = row.calendar.empty() ? day + row.days : business_days_after(row.calendar, day, row.days);
    duty.fact = fmt::format("{} under {} as of {}", verdict, rule, DateSpan::day(civil_from_day(day)).text());
    out.push_back(std::move(duty));
  }
  return out;
}

LicenceFit fit_of(const Licence& licence, const Deal& deal) {
  if (licence.rule != deal.rule) return LicenceFit::kOtherRule;
  if (deal.value_time < licence.valid_from) return LicenceFit::kNotYetValid;
  if (deal.value_time >= licence.valid_to) return LicenceFit::kExpired;
  if (!licence.purposes.empty() && !licence.purposes.contains(deal.purpose)) return LicenceFit::kOtherPurpose;
  for (const std::string& party : deal.parties)
    if (licence.excluded.contains(party)) return LicenceFit::kPartyExcluded;
  return LicenceFit::kPermits;
}

Outcome outcome_of(std::string_view verdict, const Deal& deal, const std::vector<Licence>& licences,
                   bool was_blocked_before) {
  Outcome out;
  out.rule = deal.rule;
  const Day day = static_cast<Day>(deal.value_time / 86400);
  for (const Duty& duty : duties_of(deal.rule, verdict, day)) {
    out.keeps_records = out.keeps_records || duty.row->action == Action::kRecords;
    if (is_answer(duty.row->action)) out.action = std::max(out.action, duty.row->action);
  }
  if (was_blocked_before) out.action = std::max(out.action, deal.rule == "ofac" ? Action::kBlock : Action::kFreeze);
  if (out.action == Action::kInfo) return out;
  for (const Licence& licence : licences)
    if (fit_of(licence, deal) == LicenceFit::kPermits) {
      out.permitted_under = licence.id;
      out.keeps_records = true;
      break;
    }
  return out;
}

const Outcome* strictest(const std::vector<Outcome>& outcomes, const std::set<std::string>& rules_that_apply) {
  const Outcome* out = nullptr;
  const auto weight = [](const Outcome& o) { return o.permitted_under.empty() ? static_cast<int>(o.action) : 0; };
  for (const Outcome& outcome : outcomes) {
    if (!rules_that_apply.contains(outcome.rule)) continue;
    if (out == nullptr || weight(*out) < weight(outcome)) out = &outcome;
  }
  return out;
}

void mark_conflict(Outcome& outcome, std::string_view programme, bool user_is_in_eu) {
  const std::string name = ascii_lower(programme);
  const bool is_annexed = name.find("iran") != std::string::npos || name.find("cuba") != std::string::npos;
  if (!user_is_in_eu || !is_annexed || outcome.rule != "ofac" || outcome.action == Action::kInfo) return;
  outcome.conflicts.push_back("Regulation (EC) No 2271/96, Art. 5: EU operators may not follow it; a person decides");
}

}  // namespace cordon::duties
