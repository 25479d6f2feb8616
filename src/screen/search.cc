#include "screen/search.h"

#include <tbb/enumerable_thread_specific.h>

#include <algorithm>
#include <optional>
#include <queue>

namespace cordon::screen {
namespace {

bool among(const std::vector<std::string>& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace

struct Search::Workspaces {
  std::shared_ptr<index::RecentAlikes> found = std::make_shared<index::RecentAlikes>();
  tbb::enumerable_thread_specific<index::Workspace> of_thread{[this] { return index::Workspace(found); }};
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

void Search::retrieve(const match::Query& query, const index::Index::Visit& visit) const {
  if (!ofac_names_) {
    parties_.index->retrieve(query, profile_.threshold, profile_, workspaces_->of_thread.local(), visit);
    return;
  }
  std::vector<uint32_t> found;
  ofac_names_->retrieve(query, profile_.threshold, profile_, found);
  for (const uint32_t entity : found) visit({entity, kPointsOne, {}});
}

// The candidates come in the order of what they can have, until `top` hits stand over all that follows and one hit more
// is known: that suffices for the answer.
Result<std::vector<FoundHit>> Search::hits(const match::Query& query, uint64_t listed, size_t top) const {
  std::vector<FoundHit> out;
  std::priority_queue<Points, std::vector<Points>, std::greater<>> best;  // the scores of the `top` best hits
  std::optional<Error> failed;
  retrieve(query, [&](const index::Index::Candidate& candidate) -> Points {
    if (failed) return kPointsOne + 1;
    if (admits(candidate.entity)) {
      Result<Entity> entity = parties_.entity(candidate.entity);
      if (!entity) {
        failed = std::move(entity).error();
        return kPointsOne + 1;
      }
      Hit hit = match::judge(query, *entity, listed, profile_, candidate.names);
      if (hit.score >= profile_.threshold) {
        best.push(hit.score);
        if (best.size() > top) best.pop();
        out.push_back({std::move(hit), std::move(*entity), candidate.entity});
      }
    }
    return out.size() > top ? best.top() : 0;
  });
  if (failed) return std::unexpected(std::move(*failed));
  return out;
}

}  // namespace cordon::screen
