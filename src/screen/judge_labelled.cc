#include "screen/judge_labelled.h"

#include <fmt/format.h>

#include "screen/compare.h"

namespace cordon::screen {

Result<LabelledJudge> LabelledJudge::build(std::shared_ptr<const Snapshot> snapshot, Profile profile) {
  LabelledJudge out(std::move(snapshot), std::move(profile));
  if (out.snapshot_ != nullptr) {
    TRY(out.targets_, TargetIndex::build(*out.snapshot_));
  }
  return out;
}

Result<Judged> LabelledJudge::judge_alert(const intake::LabelledRow& row) const {
  const auto targets = targets_->find(row.entity_id);
  if (targets.empty()) {
    return fail(ErrorCode::kNotFound, fmt::format("the snapshot has no party \"{}\"", row.entity_id),
                {row.subject.where.file, row.subject.where.record, row.subject.where.byte});
  }
  std::optional<Hit> best;
  for (const TargetIndex::Target* target : targets) {
    TRY(const Entity entity, snapshot_->entity(target->number));
    Hit hit = compare(row.subject, entity, snapshot_->entities(), profile_);
    if (!best || hit.score > best->score) best = std::move(hit);
  }
  return Judged{best->score, best->likelihood, row.is_match};
}

Result<Judged> LabelledJudge::judge(const intake::LabelledRow& row) const {
  if (row.subject.not_screened) return std::unexpected(*row.subject.not_screened);
  switch (row.form) {
    case intake::LabelledForm::kScores:
      return Judged{row.score, row.likelihood, row.is_match};
    case intake::LabelledForm::kAlerts:
      return judge_alert(row);
    case intake::LabelledForm::kPairs:
      break;
  }
  const Hit hit = compare(row.subject, listed(row.entity), 1, profile_);
  return Judged{hit.score, hit.likelihood, row.is_match};
}

}  // namespace cordon::screen
