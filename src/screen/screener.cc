#include "screen/screener.h"

#include <algorithm>
#include <tuple>

#include "match/judge.h"
#include "screen/group.h"

namespace cordon::screen {
namespace {

// Hits of one subject: score, likelihood, list, id (DESIGN 4.2).
bool ranks_before(const Hit& a, const Hit& b) {
  return std::tie(b.score, b.bits, a.list, a.entity_id) < std::tie(a.score, a.bits, b.list, b.entity_id);
}

Screening not_screened(const Subject& subject, Error error) {
  Screening out;
  out.subject = subject;
  out.outcome = Outcome::kNotScreened;
  out.error = std::move(error);
  return out;
}

// An entity that could be a hit, and those of its names that could make it one; none: all.
struct Candidate {
  uint32_t entity = 0;
  std::vector<match::ListedName> names;
};

std::vector<Candidate> candidates_of(std::vector<index::Found> found) {
  std::sort(found.begin(), found.end(), [](const index::Found& a, const index::Found& b) {
    return std::tuple(a.entity, a.listed.name, -a.listed.most) < std::tuple(b.entity, b.listed.name, -b.listed.most);
  });
  std::vector<Candidate> out;
  for (const index::Found& f : found) {
    if (out.empty() || out.back().entity != f.entity) out.push_back({f.entity, {}});
    std::vector<match::ListedName>& names = out.back().names;
    if (f.listed.name == index::Found::kEveryName) {
      names.clear();
    } else if (names.empty() || names.back().name != f.listed.name) {
      names.push_back(f.listed);
    }
  }
  return out;
}

index::Workspace& workspace() {
  thread_local index::Workspace work;
  return work;
}

}  // namespace

Screener::Screener(std::shared_ptr<const Snapshot> snapshot, ScreenSettings settings)
    : snapshot_(std::move(snapshot)), settings_(std::move(settings)) {}

Result<Screener> Screener::build(std::shared_ptr<const Snapshot> snapshot, ScreenSettings settings) {
  CHECK_OK(snapshot->verify());
  Screener out(std::move(snapshot), std::move(settings));
  const ScreenSettings& s = out.settings_;
  if (s.profile.scorer == Scorer::kOfacSearch) {
    auto names = std::make_shared<index::OfacNames>();
    for (uint32_t e = 0; e < out.snapshot_->entities(); ++e) {
      TRY(const Entity entity, out.snapshot_->entity(e));
      names->add(entity);
    }
    names->finish();
    out.ofac_names_ = std::move(names);
  }
  if (s.lists.empty() && s.programs.empty()) return out;
  const auto among = [](const std::vector<std::string>& names, const std::string& name) {
    return std::find(names.begin(), names.end(), name) != names.end();
  };
  for (const std::string& wanted : s.lists) {
    std::string have;
    bool found = false;
    for (const ListInfo& list : out.snapshot_->lists()) {
      found |= list.list == wanted;
      have += (have.empty() ? "" : ", ") + list.list;
    }
    if (!found) return fail(ErrorCode::kInvalidArgument, "the snapshot has no list '" + wanted + "'; it has " + have);
  }
  out.admitted_.resize(out.snapshot_->entities());
  std::vector<bool> program_found(s.programs.size());
  for (uint32_t e = 0; e < out.snapshot_->entities(); ++e) {
    TRY(const Entity entity, out.snapshot_->entity(e));
    bool program = s.programs.empty();
    for (size_t i = 0; i < s.programs.size(); ++i)
      if (among(entity.programs, s.programs[i])) program = program_found[i] = true;
    out.admitted_[e] = program && (s.lists.empty() || among(s.lists, entity.list));
  }
  for (size_t i = 0; i < s.programs.size(); ++i)
    if (!program_found[i])
      return fail(ErrorCode::kInvalidArgument,
                  "no party of the snapshot is listed under a programme '" + s.programs[i] + "'");
  return out;
}

Screening Screener::screen(const Subject& subject) const { return answer(subject, false); }
Screening Screener::screen_brute_force(const Subject& subject) const { return answer(subject, true); }

void Screener::retrieve(const match::Query& query, std::vector<index::Found>& out) const {
  const Profile& profile = settings_.profile;
  if (ofac_names_) {
    ofac_names_->retrieve(query, profile.threshold, profile, out);
  } else {
    snapshot_->index().retrieve(query, match::name_cutoff(profile.threshold, query.has_attributes, profile), profile,
                                workspace(), out);
  }
}

bool Screener::proposes(const Subject& subject, uint32_t entity) const {
  std::vector<index::Found> found;
  retrieve(match::prepare_query(subject, settings_.profile), found);
  return (admitted_.empty() || admitted_[entity]) &&
         std::any_of(found.begin(), found.end(), [&](const index::Found& f) { return f.entity == entity; });
}

Screening Screener::answer(const Subject& subject, bool brute_force) const {
  if (subject.not_screened) return not_screened(subject, *subject.not_screened);
  const Profile& profile = settings_.profile;
  const match::Query query = match::prepare_query(subject, profile);
  if (query.names.empty() && (subject.identifiers.empty() || ofac_names_))
    return not_screened(subject,
                        {ErrorCode::kBadInput,
                         ofac_names_ ? "nothing to search by: no name with a letter or digit, and this profile looks "
                                       "at names only"
                                     : "nothing to search by: no name with a letter or digit and no identifier",
                         {subject.where.file, subject.where.record, subject.where.byte}});
  std::vector<index::Found> found;
  if (brute_force) {
    for (uint32_t e = 0; e < snapshot_->entities(); ++e) found.push_back({e});
  } else {
    retrieve(query, found);
  }
  Screening out;
  out.subject = subject;
  std::vector<Entity> parties;  // of the hits
  for (const Candidate& candidate : candidates_of(std::move(found))) {
    if (!admitted_.empty() && !admitted_[candidate.entity]) continue;
    Result<Entity> entity = snapshot_->entity(candidate.entity);
    if (!entity) return not_screened(subject, std::move(entity).error());
    Hit hit = match::judge(query, *entity, snapshot_->entities(), profile, candidate.names);
    if (hit.score < profile.threshold) continue;
    out.hits.push_back(std::move(hit));
    parties.push_back(std::move(*entity));
  }
  std::sort(out.hits.begin(), out.hits.end(), ranks_before);
  group_hits(out.hits, parties);
  out.outcome = out.hits.empty() ? Outcome::kClear : Outcome::kReview;
  for (const Hit& hit : out.hits)
    if (hit.decided) out.outcome = Outcome::kMatch;
  if (out.hits.size() > static_cast<size_t>(profile.top)) {
    out.more = out.hits.size() - static_cast<size_t>(profile.top);
    out.hits.resize(static_cast<size_t>(profile.top));
  }
  return out;
}

}  // namespace cordon::screen
