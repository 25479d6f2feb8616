#include "assemble/diff.h"

#include <tbb/global_control.h>
#include <tbb/parallel_for.h>

#include <algorithm>
#include <optional>
#include <string>
#include <thread>
#include <tuple>

#include "model/entity_codec.h"

namespace cordon::assemble {
namespace {

constexpr uint64_t kPart = 16384;  // parties a task

struct Range {
  uint64_t begin = 0, end = 0;
};

auto key(const BodyView& body) { return std::tie(body.list, body.id); }

std::unexpected<Error> in_snapshot(Error error, const StoredLists& lists) {
  error.where.source = lists.path();
  return std::unexpected(std::move(error));
}

// The parties of a range, one after another.
class Walk {
 public:
  Walk(const StoredLists& lists, Range range) : lists_(lists), cursor_(lists.bodies()), range_(range) {}

  // Goes to the first party, then to the next. Errors: kCorrupt, kVersion.
  Result<void> advance() {
    if (is_begun_) ++range_.begin;
    if (at_end()) return {};
    last_list_ = body_.list, last_id_ = body_.id;  // the views end with the next record
    const auto bytes = cursor_.record(range_.begin);
    if (!bytes) return in_snapshot(bytes.error(), lists_);
    const auto body = view_body(*bytes);
    if (!body) return in_snapshot(body.error(), lists_);
    bytes_ = *bytes, body_ = *body;
    if (is_begun_ && key(body_) <= std::tie(last_list_, last_id_))
      return fail(ErrorCode::kCorrupt, "the snapshot's parties are not in the order of list and id", {lists_.path()});
    is_begun_ = true;
    return {};
  }
  bool at_end() const { return range_.begin == range_.end; }
  uint32_t number() const { return static_cast<uint32_t>(range_.begin); }
  std::string_view bytes() const { return bytes_; }
  const BodyView& body() const { return body_; }

 private:
  const StoredLists& lists_;
  snapshot::BlockCursor cursor_;
  Range range_;
  bool is_begun_ = false;
  std::string_view bytes_;
  BodyView body_;
  std::string last_list_, last_id_;
};

// Do two bodies of one party say the same? Most that differ do so in where they were read alone, which stands apart.
Result<bool> same(const Walk& before, const Walk& after) {
  if (before.body().head != after.body().head) return false;
  if (before.body().statements == after.body().statements) return true;
  TRY(Entity a, decode_entity(before.bytes()));
  TRY(Entity b, decode_entity(after.bytes()));
  return content_of(std::move(a)) == content_of(std::move(b));
}

void add(SnapshotDiff& diff, std::string_view list, PartyChange change) {
  diff.changes.push_back(change);
  ++diff.counts[std::string(list)][static_cast<size_t>(change.difference())];
}

Result<void> merge(Walk before, Walk after, SnapshotDiff& out) {
  CHECK_OK(before.advance());
  CHECK_OK(after.advance());
  while (!before.at_end() || !after.at_end()) {
    const bool only_before = after.at_end() || (!before.at_end() && key(before.body()) < key(after.body()));
    const bool only_after = before.at_end() || (!after.at_end() && key(after.body()) < key(before.body()));
    if (only_before) {
      add(out, before.body().list, {.before = before.number()});
    } else if (only_after) {
      add(out, after.body().list, {.after = after.number()});
    } else {
      TRY(const bool is_same, same(before, after));
      if (!is_same) add(out, after.body().list, {before.number(), after.number()});
    }
    if (!only_after) CHECK_OK(before.advance());
    if (!only_before) CHECK_OK(after.advance());
  }
  return {};
}

// The first party of `lists` that does not stand before the one with this body.
Result<uint64_t> first_not_before(const StoredLists& lists, const BodyView& wanted) {
  uint64_t low = 0, high = lists.bodies().count();
  snapshot::BlockCursor cursor(lists.bodies());
  while (low < high) {
    const uint64_t middle = low + (high - low) / 2;
    const auto bytes = cursor.record(middle);
    if (!bytes) return in_snapshot(bytes.error(), lists);
    const auto body = view_body(*bytes);
    if (!body) return in_snapshot(body.error(), lists);
    if (key(*body) < key(wanted))
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

// Pairs of ranges that hold the same keys, so that each can be merged by itself.
Result<std::vector<std::pair<Range, Range>>> parts_of(const StoredLists& before, const StoredLists& after) {
  std::vector<std::pair<Range, Range>> out(1);
  for (uint64_t at = kPart; at < after.bodies().count(); at += kPart) {
    const auto bytes = after.bodies().record(at);
    if (!bytes) return in_snapshot(bytes.error(), after);
    const auto body = view_body(*bytes);
    if (!body) return in_snapshot(body.error(), after);
    TRY(const uint64_t cut, first_not_before(before, *body));
    out.back().first.end = std::max(out.back().first.begin, cut);
    out.back().second.end = at;
    out.push_back({{out.back().first.end, 0}, {at, 0}});
  }
  out.back().first.end = before.bodies().count();
  out.back().second.end = after.bodies().count();
  return out;
}

}  // namespace

std::string_view difference_name(Difference difference) {
  switch (difference) {
    case Difference::kAdded:
      return "added";
    case Difference::kRemoved:
      return "removed";
    case Difference::kChanged:
      return "changed";
  }
  return "";
}

DifferenceCounts SnapshotDiff::total() const {
  DifferenceCounts out = {};
  for (const auto& [list, n] : counts)
    for (size_t i = 0; i < out.size(); ++i) out[i] += n[i];
  return out;
}

Result<SnapshotDiff> diff(const StoredLists& before, const StoredLists& after, unsigned jobs) {
  if (before.bodies().count() > PartyChange::kNone || after.bodies().count() > PartyChange::kNone)
    return fail(ErrorCode::kLimit, "a snapshot of 2^32 parties or more cannot be compared");
  TRY(const auto parts, parts_of(before, after));
  if (jobs == 0) jobs = std::max(1U, std::thread::hardware_concurrency());
  const tbb::global_control limit(tbb::global_control::max_allowed_parallelism, jobs);
  std::vector<SnapshotDiff> found(parts.size());
  std::vector<std::optional<Error>> errors(parts.size());
  tbb::parallel_for(size_t{0}, parts.size(), [&](size_t i) {
    if (auto done = merge({before, parts[i].first}, {after, parts[i].second}, found[i]); !done)
      errors[i] = std::move(done).error();
  });
  SnapshotDiff out;
  for (size_t i = 0; i < parts.size(); ++i) {
    if (errors[i]) return std::unexpected(std::move(*errors[i]));
    for (const PartyChange& change : found[i].changes) out.changes.push_back(change);
    for (const auto& [list, n] : found[i].counts)
      for (size_t d = 0; d < n.size(); ++d) out.counts[list][d] += n[d];
  }
  return out;
}

}  // namespace cordon::assemble
