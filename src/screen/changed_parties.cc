#include "screen/changed_parties.h"

#include <algorithm>

#include "screen/changes.h"
#include "screen/group.h"

namespace cordon::screen {
namespace {

// One version of a changed party.
struct Version {
  Entity party;
  uint32_t change = 0;  // which of the changes it belongs to
  bool is_old = false;
};

}  // namespace

// Versions are numbered as they come, the old one of a party before its new one; ids say nothing here.
struct ChangedParties::Content {
  std::vector<Version> versions;
  std::vector<bool> is_joined_alike;                          // by change
  std::vector<uint32_t> new_versions;                         // their numbers in the later snapshot, ascending
  uint64_t listed = 0;                                        // parties of the earlier snapshot
  std::vector<std::pair<std::string, std::string>> sections;  // the index reads them in place
  index::Index index;
};

Result<ChangedParties> ChangedParties::build(const Snapshot& before, const Snapshot& after,
                                             std::span<const assemble::PartyChange> changes,
                                             const ScreenSettings& settings) {
  auto content = std::make_shared<Content>();
  content->listed = before.entities();
  index::Builder builder;
  for (uint32_t i = 0; i < changes.size(); ++i) {
    const assemble::PartyChange& change = changes[i];
    if (change.before != assemble::PartyChange::kNone) {
      TRY(Entity party, before.entity(change.before));
      content->versions.push_back({std::move(party), i, true});
      builder.add(content->versions.back().party);
    }
    if (change.after != assemble::PartyChange::kNone) {
      TRY(Entity party, after.entity(change.after));
      content->versions.push_back({std::move(party), i, false});
      builder.add(content->versions.back().party);
      content->new_versions.push_back(change.after);
    }
    const auto last = content->versions.rbegin();
    content->is_joined_alike.push_back(change.difference() == assemble::Difference::kChanged &&
                                       joined_by(last->party) == joined_by(std::next(last)->party));
  }
  CHECK_OK(builder.build([&](std::string_view name, std::string_view bytes) -> Result<void> {
    content->sections.emplace_back(name, bytes);
    return {};
  }));
  TRY(content->index, index::Index::open([&](std::string_view name) -> Result<std::string_view> {
        for (const auto& [section, bytes] : content->sections)
          if (section == name) return bytes;
        return fail(ErrorCode::kCorrupt, "the index has no section " + std::string(name));
      }));
  const auto party = [of = content.get()](uint32_t number) -> Result<Entity> { return of->versions[number].party; };
  TRY(Search search, Search::build({&content->index, party}, settings));
  return ChangedParties(std::move(content), std::move(search));
}

Result<ChangedParties::Effect> ChangedParties::effect(const match::Query& query) const {
  TRY(std::vector<FoundHit> found, search_.hits(query, content_->listed, content_->versions.size()));
  std::ranges::sort(found, {}, &FoundHit::number);
  Effect out;
  for (size_t i = 0; i < found.size(); ++i) {
    const Version& version = content_->versions[found[i].number];
    if (!version.is_old) {  // the old version is no hit, else the two would have been met together
      out.is_none = false;
      ++out.new_hits;
      continue;
    }
    const Hit& old = found[i].hit;
    const bool has_both = i + 1 < found.size() && content_->versions[found[i + 1].number].change == version.change;
    out.is_none &= has_both && prints_the_same(old, found[i + 1].hit) && old.decided == found[i + 1].hit.decided &&
                   content_->is_joined_alike[version.change];
    out.new_hits += has_both;
    out.old_hits.push_back(std::move(found[i]));
    i += has_both;
  }
  return out;
}

bool ChangedParties::is_new_version(uint32_t number) const {
  return std::ranges::binary_search(content_->new_versions, number);
}

}  // namespace cordon::screen
