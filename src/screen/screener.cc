#include "screen/screener.h"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <atomic>
#include <queue>
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

// An entity that could be a hit, those of its names that could make it one (none: all), and the most points that it can
// have.
struct Candidate {
  uint32_t entity = 0;
  std::vector<match::ListedName> names;
  Points most = kPointsOne;
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

// Bounds each candidate by what the index knows of it, drops those that cannot be hits, and puts the most promising
// first. One whose full birth date agrees may be decided, which makes the outcome: it is judged in any case, as one
// with an equal identifier is.
void order_by_bound(std::vector<Candidate>& candidates, const Subject& subject, const index::Index& index,
                    const Profile& p) {
  match::ListedAttributes listed;
  for (Candidate& c : candidates) {
    if (c.names.empty()) continue;
    Points name = 0;
    for (const match::ListedName& n : c.names) name = std::max(name, n.most);
    index.attributes(c.entity, listed);
    const match::AttributeBound bound = match::bound_attributes(subject, listed, p);
    c.most = match::most_points(name, bound, p);
    if (c.most >= p.threshold && bound.birth_day) c.most = kPointsOne;
  }
  std::erase_if(candidates, [&](const Candidate& c) { return c.most < p.threshold; });
  std::sort(candidates.begin(), candidates.end(), [](const Candidate& a, const Candidate& b) {
    return std::pair(-a.most, a.entity) < std::pair(-b.most, b.entity);
  });
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
  if (s.verify) CHECK_OK(out.prepare_parties());
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
      if (std::ranges::find(entity.programs, s.programs[i], &Mention::value) != entity.programs.end())
        program = program_found[i] = true;
    out.admitted_[e] = program && (s.lists.empty() || among(s.lists, entity.list));
  }
  for (size_t i = 0; i < s.programs.size(); ++i)
    if (!program_found[i])
      return fail(ErrorCode::kInvalidArgument,
                  "no party of the snapshot is listed under a programme '" + s.programs[i] + "'");
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
  return admits(entity) &&
         std::any_of(found.begin(), found.end(), [&](const index::Found& f) { return f.entity == entity; });
}

// The candidates in the order of what they can have, until `top` hits stand over all that follows and one hit more is
// known: that suffices for the answer.
Result<void> Screener::judge_found(Judged& out, size_t top) const {
  const Profile& p = settings_.profile;
  std::vector<index::Found> found;
  retrieve(out.query, found);
  std::vector<Candidate> candidates = candidates_of(std::move(found));
  std::erase_if(candidates, [&](const Candidate& c) { return !admits(c.entity); });
  if (!ofac_names_) order_by_bound(candidates, *out.query.subject, snapshot_->index(), p);
  std::priority_queue<Points, std::vector<Points>, std::greater<>> best;  // the scores of the `top` best hits
  for (const Candidate& candidate : candidates) {
    if (out.hits.size() > top && candidate.most < best.top()) break;
    TRY(Entity entity, snapshot_->entity(candidate.entity));
    Hit hit = match::judge(out.query, entity, snapshot_->entities(), p, candidate.names);
    if (hit.score < p.threshold) continue;
    best.push(hit.score);
    if (best.size() > top) best.pop();
    out.hits.push_back(std::move(hit));
    out.parties.push_back(std::move(entity));
  }
  return {};
}

Result<void> Screener::judge_all(std::span<Judged> out) const {
  for (uint32_t e = 0; e < snapshot_->entities(); ++e) {
    if (!admits(e)) continue;
    std::optional<match::PreparedParty> made;
    if (!parties_) {
      TRY(Entity entity, snapshot_->entity(e));
      made = match::prepare_party(std::move(entity), settings_.profile);
    }
    const match::PreparedParty& party = made ? *made : (*parties_)[e];
    for (Judged& subject : out) {
      Hit hit = match::judge(subject.query, party, snapshot_->entities(), settings_.profile);
      if (hit.score < settings_.profile.threshold) continue;
      subject.hits.push_back(std::move(hit));
      subject.parties.push_back(party.entity);
    }
  }
  return {};
}

std::optional<Screening> Screener::refusal(const Subject& subject, Judged& judged) const {
  if (subject.not_screened) return not_screened(subject, *subject.not_screened);
  judged.query = match::prepare_query(subject, settings_.profile);
  if (!judged.query.names.empty() || !(subject.identifiers.empty() || ofac_names_)) return std::nullopt;
  return not_screened(subject, {ErrorCode::kBadInput,
                                ofac_names_ ? "nothing to search by: no name with a letter or digit, and this profile "
                                              "looks at names only"
                                            : "nothing to search by: no name with a letter or digit and no identifier",
                                {subject.where.file, subject.where.record, subject.where.byte}});
}

Screening Screener::answer(const Subject& subject, Judged judged, size_t top) const {
  Screening out;
  out.subject = subject;
  out.hits = std::move(judged.hits);
  std::sort(out.hits.begin(), out.hits.end(), ranks_before);
  out.outcome = out.hits.empty() ? Outcome::kClear : Outcome::kReview;
  for (const Hit& hit : out.hits)
    if (hit.decided) out.outcome = Outcome::kMatch;
  out.more = out.hits.size() > top;
  if (out.more) out.hits.resize(top);
  group_hits(out.hits, judged.parties);
  return out;
}

Screening Screener::screen(const Subject& subject, std::optional<size_t> top) const {
  const size_t most = top.value_or(static_cast<size_t>(settings_.profile.top));
  Judged judged;
  if (auto refused = refusal(subject, judged)) return std::move(*refused);
  if (auto done = judge_found(judged, most); !done) return not_screened(subject, std::move(done).error());
  return answer(subject, std::move(judged), most);
}

Screening Screener::screen_brute_force(const Subject& subject) const {
  return std::move(screen_brute_force(std::span(&subject, 1)).front());
}

std::vector<Screening> Screener::screen_brute_force(std::span<const Subject> subjects) const {
  std::vector<Screening> out(subjects.size());
  std::vector<Judged> judged;
  std::vector<size_t> of;  // the subject of each
  for (size_t i = 0; i < subjects.size(); ++i) {
    Judged one;
    if (auto refused = refusal(subjects[i], one)) {
      out[i] = std::move(*refused);
    } else {
      judged.push_back(std::move(one));
      of.push_back(i);
    }
  }
  const Result<void> done = judge_all(judged);
  for (size_t j = 0; j < of.size(); ++j)
    out[of[j]] = done ? answer(subjects[of[j]], std::move(judged[j]), static_cast<size_t>(settings_.profile.top))
                      : not_screened(subjects[of[j]], Error(done.error()));
  return out;
}

}  // namespace cordon::screen
