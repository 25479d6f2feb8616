#include "screen/consequences.h"

#include "base/utf8.h"
#include "screen/compare.h"

namespace cordon::screen {
namespace {

constexpr std::string_view kDirective = "13662 directive determination - subject to directive ";
constexpr std::string_view kDirectiveRule = "ofac-ssi-";

}  // namespace

Result<std::vector<Duty>> duties_of(const Screening& screening, const duties::Question& question) {
  std::vector<duties::Finding> findings;
  for (const Hit& hit : screening.hits) {
    const auto regime = duties::regime_of_list(hit.list);
    if (!regime || hit.change == Change::kGone) continue;
    duties::Finding& finding = findings.emplace_back();
    finding.party = hit.entity_id;
    finding.names = {hit.caption, hit.entity_name};
    finding.facts.set("regime", *regime);
    finding.facts.set("list", hit.list);
    finding.facts.set("verdict", "LISTED");
    for (const std::string& programme : hit.programs) finding.facts.set("programme", programme);
    for (const std::string& measure : hit.measures) {
      const std::string lower = ascii_lower(measure);
      if (lower.contains("secondary sanctions")) finding.facts.set("secondary-label", "yes");
      if (const size_t at = lower.find(kDirective); at != std::string::npos)
        finding.facts.set("directive", lower.substr(at + kDirective.size(), 1));
    }
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
                                            const duties::Question& question) {
  duties::Finding finding;
  finding.party = company;
  finding.names = {std::string(company)};
  const bool is_sectoral = rule.starts_with(kDirectiveRule);
  finding.facts.set("regime", rule == "ofac" || is_sectoral ? "us" : rule);
  finding.facts.set("list", is_sectoral ? "ofac-cons" : rule);
  if (is_sectoral) {
    finding.facts.set("programme", "UKRAINE-EO13662");
    finding.facts.set("directive", rule.substr(kDirectiveRule.size()));
  }
  finding.facts.set("verdict", verdict);
  finding.facts.set("identity", "yes");
  return duties::duties_of({&finding, 1}, question);
}

}  // namespace cordon::screen
