#include "screen/other_entries.h"

#include <algorithm>
#include <array>

#include "screen/batch.h"
#include "screen/group.h"
#include "screen/list_links.h"

namespace cordon::screen {
namespace {

// Entries as subjects; each says its place in the span where a record says its line.
class EntryReader : public intake::RecordReader {
 public:
  EntryReader(std::span<const uint32_t> numbers, const Snapshot& snapshot) : numbers_(numbers), snapshot_(snapshot) {}
  Result<std::optional<Subject>> next() override {
    if (next_ == numbers_.size()) return std::optional<Subject>();
    TRY(const Entity entity, snapshot_.entity(numbers_[next_]));
    Subject out = subject_of_entry(entity);
    out.where.record = next_++;
    return std::optional(std::move(out));
  }
  uint64_t bytes_read() const override { return next_; }
  uint64_t bytes_total() const override { return numbers_.size(); }

 private:
  std::span<const uint32_t> numbers_;
  const Snapshot& snapshot_;
  size_t next_ = 0;
};

bool is_one_party(const Entity& a, const Entity& b, Hit hit) {
  if (a.id == b.id) return true;  // of FtM lists, whose ids bear no list
  Hit self;
  self.entity_id = a.id;
  self.list = a.list;
  std::array hits = {std::move(self), std::move(hit)};
  group_hits(hits, std::array{a, b});
  return hits[1].group == a.id;
}

}  // namespace

Subject subject_of_entry(const Entity& entity) {
  Subject out;
  out.schema = entity.schema;
  for (const Name& name : entity.names) {
    if (out.names.size() == kMostSubjectNames) break;
    const bool is_only = entity.names.size() == 1;
    if (name.strength == NameStrength::kWeak && !is_only) continue;
    out.names.push_back({name.text, name.given, name.middle, name.family, name.kind != NameKind::kPrimary});
  }
  for (const Identifier& id : entity.identifiers)
    if (!id.known_false) out.identifiers.push_back(id);
  for (const DateStatement& date : entity.dates)
    if (date.kind == DateKind::kBirth && date.span.precision != DatePrecision::kUnknown)
      out.birth_dates.push_back(date.span);
  for (const CountryStatement& country : entity.countries)
    if (!country.code.empty() && std::ranges::find(out.countries, country.code) == out.countries.end())
      out.countries.push_back(country.code);
  for (const Property& property : entity.properties)
    if (property.name == "gender" && out.gender.empty()) out.gender = property.value;
  return out;
}

Result<std::vector<EntryMatch>> match_entries(std::span<const uint32_t> numbers, const Screener& screener,
                                              const EntryChoices& choices, unsigned jobs) {
  const Snapshot& snapshot = screener.snapshot();
  std::vector<EntryMatch> out;
  const auto take = [&](Screening&& screening) -> Result<void> {
    const uint32_t number = numbers[screening.subject.where.record];
    TRY(const Entity entity, snapshot.entity(number));
    for (Hit& hit : screening.hits) {
      if (hit.list == entity.list || EntryChoices::has(choices.revoked, entity, hit.entity_id)) continue;
      const auto other = find_on(snapshot, hit.list, hit.entity_id);
      if (!other) continue;
      TRY(const Entity found, snapshot.entity(*other));
      EntryMatch match;
      match.number = number, match.other = *other;
      match.is_confirmed = EntryChoices::has(choices.confirmed, entity, hit.entity_id);
      match.is_same = match.is_confirmed || is_one_party(entity, found, hit);
      match.hit = std::move(hit);
      out.push_back(std::move(match));
    }
    return {};
  };
  EntryReader reader(numbers, snapshot);
  TRY(const BatchSummary summary, screen_batch(screener, reader, jobs, {.on_screening = take, .on_progress = {}}));
  (void)summary;
  return out;
}

}  // namespace cordon::screen
