#include "screen/consequences.h"

#include <algorithm>

#include "base/utf8.h"
#include "screen/compare.h"

namespace cordon::screen {
namespace {

constexpr std::string_view kDirective = "13662 directive determination - subject to directive ";
constexpr std::string_view kDirectiveRule = "ofac-ssi-";

// What the entry itself says: of a party that it names, not of what that party owns.
void set_measures(duties::Facts& facts, std::span<const std::string> measures) {
  for (const std::string& measure : measures) {
    const std::string lower = ascii_lower(measure);
    if (lower.contains("secondary sanctions")) facts.set("secondary-label", "yes");
    if (const size_t at = lower.find(kDirective); at != std::string::npos)
      facts.set("directive", lower.substr(at + kDirective.size(), 1));
  }
}

// A possible duty says nothing beside the same one that follows for certain.
void drop_certain_ones(std::vector<Duty>& duties) {
  const std::vector<Duty> all = duties;
  std::erase_if(duties, [&](const Duty& duty) {
    return !duty.is_certain && std::ranges::any_of(all, [&](const Duty& other) {
      return other.is_certain && other.id == duty.id && other.regime == duty.regime && other.step == duty.step;
    });
  });
}

}  // namespace

Result<std::vector<Duty>> duties_of(const Screening& screening, const duties::Question& question) {
  std::vector<duties::Finding> findings;
  for (const Hit& hit : screening.hits) {
    const auto regime = duties::regime_of_list(hit.list);
    if (!regime || hit.change == Change::kGone) continue;
    duties::Finding& finding = findings.emplace_back();
    finding.party = hit.entity_id;
    finding.names = {hit.caption, hit.entity_name};
    finding.is_person = hit.schema == Schema::kPerson;
    finding.facts.set("regime", *regime);
    finding.facts.set("list", hit.list);
    finding.facts.set("verdict", "LISTED");
    for (const std::string& programme : hit.programs) finding.facts.set("programme", programme);
    set_measures(finding.facts, hit.measures);
    if (hit.decided) finding.facts.set("identity", "yes");
  }
  if (findings.empty()) return std::vector<Duty>();
  return duties::duties_of(findings, question);
}

std::function<bool(std::string_view, std::string_view)> same_party_by(const Profile& profile) {
  return [profile](std::string_view party, std::string_view excluded) {
    return compare(party, excluded, Schema::kThing, profile).score >= profile.threshold;
  };
}

Result<std::vector<Duty>> duties_of_verdict(std::string_view company, std::string_view rule, std::string_view verdict,
                                            const duties::Question& question, std::span<const Ground> grounds) {
  duties::Finding finding;
  finding.party = company;
  finding.names = {std::string(company)};
  const bool is_sectoral = rule.starts_with(kDirectiveRule);
  const std::string_view regime = rule == "ofac" || is_sectoral ? "us" : rule;
  finding.facts.set("regime", regime);
  finding.facts.set("verdict", verdict);
  finding.facts.set("identity", "yes");
  for (const Ground& ground : grounds)
    if (ground.is_company)
      finding.names.insert(finding.names.end(), ground.names.begin(), ground.names.end());
    else
      finding.owners.push_back(ground.names);
  if (is_sectoral) {
    finding.facts.set("list", "ofac-cons");
    finding.facts.set("programme", "UKRAINE-EO13662");
    finding.facts.set("directive", rule.substr(kDirectiveRule.size()));
    return duties::duties_of({&finding, 1}, question);
  }
  // Nobody said under which programme a party is that was only supposed to be listed: what hangs on it stays open,
  // beside what follows from the others.
  std::vector<duties::Finding> findings;
  duties::Finding stated = finding, supposed = finding;
  bool is_stated = false, is_supposed = grounds.empty();
  for (const Ground& ground : grounds) {
    if (ground.programs.empty()) {
      is_supposed = true;
      continue;
    }
    is_stated = true;
    stated.facts.set("list", duties::regime_of_list(ground.list) == regime ? std::string_view(ground.list) : rule);
    for (const std::string& programme : ground.programs) stated.facts.set("programme", programme);
    if (ground.is_company && verdict == "LISTED") set_measures(stated.facts, ground.measures);
  }
  supposed.facts.set("list", rule);
  if (is_stated) findings.push_back(std::move(stated));
  if (is_supposed) findings.push_back(std::move(supposed));
  TRY(std::vector<Duty> out, duties::duties_of(findings, question));
  if (findings.size() > 1) drop_certain_ones(out);
  return out;
}

}  // namespace cordon::screen
