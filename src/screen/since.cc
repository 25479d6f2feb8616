#include "screen/since.h"

#include <algorithm>

#include "screen/changes.h"
#include "screen/rank.h"

namespace cordon::screen {
namespace {

Result<void> check_lists(const Snapshot& before, const Snapshot& after, const std::vector<std::string>& wanted) {
  const auto has = [](const Snapshot& snapshot, const std::string& name) {
    return std::ranges::find(snapshot.lists(), name, &ListInfo::list) != snapshot.lists().end();
  };
  for (const std::string& name : wanted) {
    if (has(before, name) || has(after, name)) continue;
    std::string have;
    for (const ListInfo& list : after.lists()) have += (have.empty() ? "" : ", ") + list.list;
    return fail(ErrorCode::kInvalidArgument, "neither snapshot has a list '" + name + "'; the later one has " + have);
  }
  return {};
}

// What the earlier snapshot has: the old versions' hits, and those of what is unchanged with its own prior.
std::vector<FoundHit> earlier_hits(std::vector<FoundHit> old, std::vector<FoundHit> unchanged, uint64_t listed,
                                   const Profile& profile) {
  for (FoundHit& f : unchanged) match::set_prior(f.hit, listed, profile);
  std::move(unchanged.begin(), unchanged.end(), std::back_inserter(old));
  return old;
}

}  // namespace

Result<Since> Since::build(std::shared_ptr<const Snapshot> before, std::shared_ptr<const Snapshot> after,
                           ScreenSettings settings, unsigned jobs, uint64_t most_versions) {
  CHECK_OK(check_lists(*before, *after, settings.lists));
  settings.unknown = Unknown::kAdmitsNone;
  TRY(Screener later, Screener::build(after, settings));
  Since out(before, std::move(later));
  assemble::SnapshotDiff diff;
  if (!(before->hash() == after->hash())) {
    TRY(diff, assemble::diff(before->stored(), after->stored(), jobs));
  }
  out.parties_ = diff.total();
  const uint64_t twice = out.parties_[static_cast<size_t>(assemble::Difference::kChanged)];
  out.too_much_ = diff.changes.size() + twice > most_versions;
  if (!diff.changes.empty() && !out.too_much_) {
    TRY(out.changed_, ChangedParties::build(*before, *after, diff.changes, settings));
  }
  if (out.too_much_ || settings.verify) {
    TRY(out.earlier_, Screener::build(std::move(before), std::move(settings)));
  }
  CHECK_OK(out.check_programs());
  return out;
}

// A programme that no party of the later snapshot is under can be one of the earlier's changed parties only.
Result<void> Since::check_programs() const {
  const auto has = [](const std::vector<std::string>& absent, const std::string& name) {
    return std::ranges::find(absent, name) == absent.end();
  };
  for (const std::string& name : after_.search().absent_programs()) {
    if (changed_ && has(changed_->absent_programs(), name)) continue;
    if (earlier_ && has(earlier_->search().absent_programs(), name)) continue;
    return fail(ErrorCode::kInvalidArgument, "no party of either snapshot is listed under a programme '" + name + "'");
  }
  return {};
}

Screening Since::compared(Screening before, Screening after) const {
  Screening out = changes(std::move(before), std::move(after));
  out.before->snapshot = before_->hash();
  return out;
}

Screening Since::screen(const Subject& subject) const {
  if (too_much_) return compared(earlier_->screen(subject), after_.screen(subject));
  const auto query = query_of(subject, settings().profile);
  if (!query) return compared(not_screened(subject, query.error()), not_screened(subject, query.error()));
  Result<ChangedParties::Effect> effect;
  if (changed_) effect = changed_->effect(*query);
  if (!effect) return compared(not_screened(subject, effect.error()), not_screened(subject, effect.error()));
  if (!effect->is_none) return screen_in_full(subject, *query, std::move(*effect));
  Screening untouched;
  untouched.before = Before{before_->hash(), {}, false, true};
  return untouched;
}

// The best `top` hits of the earlier snapshot are among those of the old versions and the best `top` of what is
// unchanged; and these are among the best of the later snapshot, if as many more are taken as new versions are hits.
Screening Since::screen_in_full(const Subject& subject, const match::Query& query,
                                ChangedParties::Effect effect) const {
  const auto top = static_cast<size_t>(settings().profile.top);
  auto found = after_.search().hits(query, after_.snapshot().entities(), top + effect.new_hits);
  if (!found) return compared(not_screened(subject, found.error()), not_screened(subject, found.error()));
  std::vector<FoundHit> unchanged;
  for (const FoundHit& f : *found)
    if (!changed_->is_new_version(f.number)) unchanged.push_back(f);
  auto earlier =
      earlier_hits(std::move(effect.old_hits), std::move(unchanged), before_->entities(), settings().profile);
  return compared(ranked(subject, std::move(earlier), top), ranked(subject, std::move(*found), top));
}

std::vector<Screening> Since::screen_brute_force(std::span<const Subject> subjects) const {
  std::vector<Screening> earlier = earlier_->screen_brute_force(subjects);
  std::vector<Screening> out = after_.screen_brute_force(subjects);
  for (size_t i = 0; i < out.size(); ++i) out[i] = compared(std::move(earlier[i]), std::move(out[i]));
  return out;
}

}  // namespace cordon::screen
