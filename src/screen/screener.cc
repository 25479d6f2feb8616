#include "screen/screener.h"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <atomic>

#include "screen/rank.h"

namespace cordon::screen {
namespace {

Result<void> check_lists(const Snapshot& snapshot, const std::vector<std::string>& wanted) {
  std::string have;
  for (const ListInfo& list : snapshot.lists()) have += (have.empty() ? "" : ", ") + list.list;
  for (const std::string& name : wanted)
    if (std::ranges::find(snapshot.lists(), name, &ListInfo::list) == snapshot.lists().end())
      return fail(ErrorCode::kInvalidArgument, "the snapshot has no list '" + name + "'; it has " + have);
  return {};
}

}  // namespace

Screener::Screener(std::shared_ptr<const Snapshot> snapshot, ScreenSettings settings, Search search)
    : snapshot_(std::move(snapshot)), settings_(std::move(settings)), search_(std::move(search)) {}

Result<Screener> Screener::build(std::shared_ptr<const Snapshot> snapshot, ScreenSettings settings) {
  CHECK_OK(snapshot->verify());
  const bool checks = settings.unknown == Unknown::kIsAnError;
  if (checks) CHECK_OK(check_lists(*snapshot, settings.lists));
  TRY(Search search,
      Search::build({&snapshot->index(), [of = snapshot.get()](uint32_t e) { return of->entity(e); }}, settings));
  if (checks && !search.absent_programs().empty())
    return fail(ErrorCode::kInvalidArgument,
                "no party of the snapshot is listed under a programme '" + search.absent_programs().front() + "'");
  Screener out(std::move(snapshot), std::move(settings), std::move(search));
  if (out.settings_.verify) CHECK_OK(out.prepare_parties());
  return out;
}

// On all cores: one after the other, a large list would take longer than its first subjects.
Result<void> Screener::prepare_parties() {
  std::vector<match::PreparedParty> parties(snapshot_->entities());
  std::atomic<bool> failed = false;
  tbb::parallel_for(uint32_t{0}, snapshot_->entities(), [&](uint32_t e) {
    Result<Entity> entity = snapshot_->entity(e);
    if (!entity)
      failed = true;
    else
      parties[e] = match::prepare_party(std::move(*entity), settings_.profile);
  });
  if (failed) return fail(ErrorCode::kCorrupt, "a party of the snapshot cannot be read", {snapshot_->path()});
  parties_ = std::make_shared<const std::vector<match::PreparedParty>>(std::move(parties));
  return {};
}

bool Screener::proposes(const Subject& subject, uint32_t entity) const {
  if (!search_.admits(entity)) return false;
  bool proposed = false;
  search_.retrieve(match::prepare_query(subject, settings_.profile), [&](const index::Index::Candidate& candidate) {
    proposed |= candidate.entity == entity;
    return proposed ? kPointsOne + 1 : 0;
  });
  return proposed;
}

Result<void> Screener::judge_all(std::span<Judged> out) const {
  for (uint32_t e = 0; e < snapshot_->entities(); ++e) {
    if (!search_.admits(e)) continue;
    std::optional<match::PreparedParty> made;
    if (!parties_) {
      TRY(Entity entity, snapshot_->entity(e));
      made = match::prepare_party(std::move(entity), settings_.profile);
    }
    const match::PreparedParty& party = made ? *made : (*parties_)[e];
    for (Judged& subject : out) {
      Hit hit = match::judge(subject.query, party, snapshot_->entities(), settings_.profile);
      if (hit.score < settings_.profile.threshold) continue;
      subject.found.push_back({std::move(hit), party.entity, e});
    }
  }
  return {};
}

Screening Screener::screen(const Subject& subject) const { return screen(subject, top()); }

Screening Screener::screen(const Subject& subject, size_t top) const {
  const auto query = query_of(subject, settings_.profile);
  if (!query) return not_screened(subject, query.error());
  auto found = search_.hits(*query, snapshot_->entities(), top);
  if (!found) return not_screened(subject, std::move(found).error());
  return ranked(subject, std::move(*found), top);
}

Screening Screener::screen_brute_force(const Subject& subject) const {
  return std::move(screen_brute_force(std::span(&subject, 1)).front());
}

std::vector<Screening> Screener::screen_brute_force(std::span<const Subject> subjects) const {
  std::vector<Screening> out(subjects.size());
  std::vector<Judged> judged;
  std::vector<size_t> of;  // the subject of each
  for (size_t i = 0; i < subjects.size(); ++i) {
    auto query = query_of(subjects[i], settings_.profile);
    if (!query) {
      out[i] = not_screened(subjects[i], std::move(query).error());
    } else {
      judged.push_back({std::move(*query), {}});
      of.push_back(i);
    }
  }
  const Result<void> done = judge_all(judged);
  for (size_t j = 0; j < of.size(); ++j)
    out[of[j]] = done ? ranked(subjects[of[j]], std::move(judged[j].found), top())
                      : not_screened(subjects[of[j]], Error(done.error()));
  return out;
}

}  // namespace cordon::screen
