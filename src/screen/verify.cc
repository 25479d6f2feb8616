#include "screen/verify.h"

#include <fmt/format.h>

#include "screen/changes.h"

namespace cordon::screen {
namespace {

bool same_evidence(const Evidence& a, const Evidence& b) {
  return a.feature == b.feature && a.finding == b.finding && a.subject_text == b.subject_text &&
         a.entity_text == b.entity_text && a.note == b.note && a.points == b.points && a.bits == b.bits;
}

bool same_hit(const Hit& a, const Hit& b) {
  if (a.entity_id != b.entity_id || a.group != b.group || a.score != b.score || a.bits != b.bits ||
      a.subject_name != b.subject_name || a.entity_name != b.entity_name || a.decided != b.decided ||
      a.change != b.change || a.evidence.size() != b.evidence.size())
    return false;
  for (size_t i = 0; i < a.evidence.size(); ++i)
    if (!same_evidence(a.evidence[i], b.evidence[i])) return false;
  return true;
}

}  // namespace

std::optional<std::string> difference(const Screening& fast, const Screening& brute_force) {
  if (brute_force.before) {
    if (says_a_change(fast) != says_a_change(brute_force))
      return fmt::format("subject {}: {}, by brute force {}", brute_force.subject.id,
                         says_a_change(fast) ? "changed" : "unchanged",
                         says_a_change(brute_force) ? "changed" : "unchanged");
    if (!says_a_change(fast)) return std::nullopt;
    if (fast.before->outcome != brute_force.before->outcome || fast.before->more != brute_force.before->more)
      return fmt::format("subject {}: the earlier outcome is {}{}, by brute force {}{}", fast.subject.id,
                         outcome_name(fast.before->outcome), fast.before->more ? " and more" : "",
                         outcome_name(brute_force.before->outcome), brute_force.before->more ? " and more" : "");
  }
  if (fast.outcome != brute_force.outcome)
    return fmt::format("subject {}: outcome {}, by brute force {}", fast.subject.id, outcome_name(fast.outcome),
                       outcome_name(brute_force.outcome));
  if (fast.hits.size() != brute_force.hits.size() || fast.more != brute_force.more)
    return fmt::format("subject {}: {} hits{}, by brute force {}{}", fast.subject.id, fast.hits.size(),
                       fast.more ? " and more" : "", brute_force.hits.size(), brute_force.more ? " and more" : "");
  for (size_t i = 0; i < fast.hits.size(); ++i)
    if (!same_hit(fast.hits[i], brute_force.hits[i]))
      return fmt::format("subject {}: hit {} is {} with {} points, by brute force {} with {}", fast.subject.id, i + 1,
                         fast.hits[i].entity_id, fast.hits[i].score, brute_force.hits[i].entity_id,
                         brute_force.hits[i].score);
  return std::nullopt;
}

}  // namespace cordon::screen
