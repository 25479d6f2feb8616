#include "screen/search.h"

#include <tbb/enumerable_thread_specific.h>

#include <algorithm>
#include <queue>
#include <tuple>

namespace cordon::screen {
namespace {

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

bool among(const std::vector<std::string>& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace

struct Search::Workspaces {
  tbb::enumerable_thread_specific<index::Workspace> of_thread;
};

Result<match::Query> query_of(const Subject& subject, const Profile& profile) {
  if (subject.not_screened) return std::unexpected(*subject.not_screened);
  match::Query query = match::prepare_query(subject, profile);
  const bool names_only = profile.scorer == Scorer::kOfacSearch;
  if (!query.names.empty() || !(subject.identifiers.empty() || names_only)) return query;
  return fail(ErrorCode::kBadInput,
              names_only ? "nothing to search by: no name with a letter or digit, and this profile looks at names only"
                         : "nothing to search by: no name with a letter or digit and no identifier",
              {subject.where.file, subject.where.record, subject.where.byte});
}

Screening not_screened(const Subject& subject, Error error) {
  Screening out;
  out.subject = subject;
  out.outcome = Outcome::kNotScreened;
  out.error = std::move(error);
  return out;
}

Search::Search(Parties parties, Profile profile)
    : parties_(std::move(parties)), profile_(std::move(profile)), workspaces_(std::make_shared<Workspaces>()) {}

Result<Search> Search::build(Parties parties, const ScreenSettings& settings) {
  Search out(std::move(parties), settings.profile);
  if (settings.profile.scorer == Scorer::kOfacSearch) CHECK_OK(out.read_ofac_names());
  if (!settings.lists.empty() || !settings.programs.empty()) CHECK_OK(out.admit(settings));
  return out;
}

Result<void> Search::read_ofac_names() {
  auto names = std::make_shared<index::OfacNames>();
  for (uint32_t e = 0; e < parties_.size(); ++e) {
    TRY(const Entity entity, parties_.entity(e));
    names->add(entity);
  }
  names->finish();
  ofac_names_ = std::move(names);
  return {};
}

Result<void> Search::admit(const ScreenSettings& s) {
  std::vector<bool> program_found(s.programs.size());
  admitted_.resize(parties_.size());
  for (uint32_t e = 0; e < parties_.size(); ++e) {
    TRY(const Entity entity, parties_.entity(e));
    bool program = s.programs.empty();
    for (size_t i = 0; i < s.programs.size(); ++i)
      if (std::ranges::find(entity.programs, s.programs[i], &Mention::value) != entity.programs.end())
        program = program_found[i] = true;
    admitted_[e] = program && (s.lists.empty() || among(s.lists, entity.list));
  }
  for (size_t i = 0; i < s.programs.size(); ++i)
    if (!program_found[i]) absent_programs_.push_back(s.programs[i]);
  return {};
}

void Search::retrieve(const match::Query& query, std::vector<index::Found>& out) const {
  if (ofac_names_)
    ofac_names_->retrieve(query, profile_.threshold, profile_, out);
  else
    parties_.index->retrieve(query, match::name_cutoff(profile_.threshold, query.has_attributes, profile_), profile_,
                             workspaces_->of_thread.local(), out);
}

// The candidates in the order of what they can have, until `top` hits stand over all that follows and one hit more is
// known: that suffices for the answer.
Result<std::vector<FoundHit>> Search::hits(const match::Query& query, uint64_t listed, size_t top) const {
  std::vector<index::Found> found;
  retrieve(query, found);
  std::vector<Candidate> candidates = candidates_of(std::move(found));
  std::erase_if(candidates, [&](const Candidate& c) { return !admits(c.entity); });
  if (!ofac_names_) order_by_bound(candidates, *query.subject, *parties_.index, profile_);
  std::vector<FoundHit> out;
  std::priority_queue<Points, std::vector<Points>, std::greater<>> best;  // the scores of the `top` best hits
  for (const Candidate& candidate : candidates) {
    if (out.size() > top && candidate.most < best.top()) break;
    TRY(Entity entity, parties_.entity(candidate.entity));
    Hit hit = match::judge(query, entity, listed, profile_, candidate.names);
    if (hit.score < profile_.threshold) continue;
    best.push(hit.score);
    if (best.size() > top) best.pop();
    out.push_back({std::move(hit), std::move(entity), candidate.entity});
  }
  return out;
}

}  // namespace cordon::screen
