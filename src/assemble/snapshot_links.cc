#include "assemble/snapshot_links.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <span>
#include <tuple>

#include "model/entity_codec.h"

namespace cordon::assemble {
namespace {

using graph::StoredLinks;

// The number behind the last party of each list.
std::vector<uint64_t> ends_of(const StoredLists& lists) {
  std::vector<uint64_t> out;
  for (const ListInfo& list : lists.lists()) out.push_back((out.empty() ? 0 : out.back()) + list.entities);
  return out;
}

// The list of a link is that of its parties: the index of it. A link between two parties that no list has is of none.
size_t list_of(const StoredLinks& links, const StoredLinks::Row& row, const std::vector<uint64_t>& ends) {
  uint32_t number = links.number(row.owned);
  if (number == StoredLinks::kNoNumber) number = links.number(row.owner);
  return static_cast<size_t>(std::ranges::upper_bound(ends, number) - ends.begin());
}

// A party as it is the same in both snapshots: its id, or behind a sign that no id begins with its name.
constexpr char kByName = '\n';

Result<std::vector<std::string>> keys_of(const LinksOfLists& of) {
  std::vector<std::string> out(of.links.parties());
  snapshot::BlockCursor cursor(of.lists.bodies());
  for (StoredLinks::Party party = 0; party < out.size(); ++party) {
    const uint32_t number = of.links.number(party);
    if (number == StoredLinks::kNoNumber) {
      out[party] = kByName + std::string(of.links.name(party));
      continue;
    }
    auto bytes = cursor.record(number);
    if (bytes) {
      auto body = view_body(*bytes);
      if (body) {
        // Ids are unique in a list alone.
        out[party] = fmt::format("{}\n{}", body->list, body->id);
        continue;
      }
      bytes = std::unexpected(std::move(body.error()));
    }
    bytes.error().where.source = of.lists.path();
    return std::unexpected(std::move(bytes.error()));
  }
  return out;
}

struct Row {
  std::string_view list;
  uint32_t owned, owner;  // into the keys of both
  graph::LinkKind kind;
  std::string_view criterion;
  std::string_view share;
  Day from, to;
  const StoredLinks::Row* stored;

  auto identity() const { return std::tie(list, owned, owner, kind, criterion); }
  auto state() const { return std::tie(share, from, to); }
  bool operator<(const Row& other) const {
    return std::tuple(identity(), state()) < std::tuple(other.identity(), other.state());
  }
};

std::string state_text(const Row& row) {
  std::vector<std::string> parts;
  if (!row.share.empty()) parts.emplace_back(row.share);
  if (row.from != graph::kAlways) parts.push_back(fmt::format("from {}", day_text(row.from)));
  if (row.to != graph::kForever) parts.push_back(fmt::format("to {}", day_text(row.to)));
  return parts.empty() ? std::string("in force") : fmt::format("{}", fmt::join(parts, ", "));
}

class LinkComparison {
 public:
  LinkComparison(const LinksOfLists& before, const LinksOfLists& after) : sides_{&before, &after} {}

  Result<LinkDiff> run() {
    for (size_t side = 0; side < 2; ++side) {
      TRY(own_keys_[side], keys_of(*sides_[side]));
      keys_.insert(keys_.end(), own_keys_[side].begin(), own_keys_[side].end());
    }
    std::ranges::sort(keys_);
    keys_.erase(std::unique(keys_.begin(), keys_.end()), keys_.end());
    for (size_t side = 0; side < 2; ++side) fill_rows(side);
    LinkDiff out;
    for (size_t a = 0, b = 0; a < rows_[0].size() || b < rows_[1].size();) {
      const bool takes_a =
          b == rows_[1].size() || (a < rows_[0].size() && !(rows_[1][b].identity() < rows_[0][a].identity()));
      const Row& first = takes_a ? rows_[0][a] : rows_[1][b];
      const size_t a_begin = a, b_begin = b;
      while (a < rows_[0].size() && rows_[0][a].identity() == first.identity()) ++a;
      while (b < rows_[1].size() && rows_[1][b].identity() == first.identity()) ++b;
      CHECK_OK(compare({rows_[0].data() + a_begin, a - a_begin}, {rows_[1].data() + b_begin, b - b_begin}, out));
    }
    return out;
  }

 private:
  void fill_rows(size_t side) {
    const auto& [lists, links] = *sides_[side];
    const std::vector<uint64_t> ends = ends_of(lists);
    std::vector<uint32_t> known;
    for (const std::string& key : own_keys_[side])
      known.push_back(static_cast<uint32_t>(std::ranges::lower_bound(keys_, key) - keys_.begin()));
    for (const graph::Share& share : links.shares()) share_texts_[side].push_back(graph::share_text(share));
    for (const StoredLinks::Row& row : links.rows()) {
      const size_t list = list_of(links, row, ends);
      const bool has_share = graph::takes_share(row.kind);
      rows_[side].push_back({list < lists.lists().size() ? std::string_view(lists.lists()[list].list) : "",
                             known[row.owned], known[row.owner], row.kind,
                             row.criterion != 0 ? links.text(row.criterion) : "",
                             has_share ? std::string_view(share_texts_[side][row.share]) : "", row.from, row.to, &row});
    }
    std::sort(rows_[side].begin(), rows_[side].end());
  }

  Result<LinkEnd> end_of(size_t side, StoredLinks::Party party) const {
    const auto& [lists, links] = *sides_[side];
    const uint32_t number = links.number(party);
    if (number == StoredLinks::kNoNumber) return LinkEnd{{}, std::string(links.name(party))};
    TRY(Entity entity, lists.entity(number));
    return LinkEnd{std::move(entity.id), std::move(entity.caption)};
  }

  // Of one identity: what only one side has is the difference.
  Result<void> compare(std::span<const Row> before, std::span<const Row> after, LinkDiff& out) const {
    LinkChange change;
    for (size_t a = 0, b = 0; a < before.size() || b < after.size();) {
      if (b == after.size() || (a < before.size() && before[a].state() < after[b].state())) {
        change.before.push_back(state_text(before[a++]));
      } else if (a == before.size() || after[b].state() < before[a].state()) {
        change.after.push_back(state_text(after[b++]));
      } else {
        ++a, ++b;
      }
    }
    if (change.before.empty() && change.after.empty()) return {};
    // Where the identity stays, a part of it that is new or gone is a change of the link.
    if (!before.empty() && !after.empty()) {
      if (change.before.empty()) change.before.emplace_back("nothing more");
      if (change.after.empty()) change.after.emplace_back("nothing more");
    }
    const size_t side = after.empty() ? 0 : 1;
    const Row& row = side == 0 ? before.front() : after.front();
    change.list = row.list;
    change.kind = row.kind;
    change.criterion = row.criterion;
    TRY(change.owner, end_of(side, row.stored->owner));
    TRY(change.owned, end_of(side, row.stored->owned));
    ++out.counts[change.list][static_cast<size_t>(change.difference())];
    out.changes.push_back(std::move(change));
    return {};
  }

  std::array<const LinksOfLists*, 2> sides_;
  std::array<std::vector<std::string>, 2> own_keys_, share_texts_;
  std::vector<std::string> keys_;
  std::array<std::vector<Row>, 2> rows_;
};

}  // namespace

Result<StoredLinks> open_links(const snapshot::Reader& reader, const StoredLists& lists) {
  CHECK_OK(reader.verify("links"));
  TRY(const std::string_view section, reader.section("links"));
  auto links = StoredLinks::open(section, static_cast<uint32_t>(lists.bodies().count()));
  if (links && links->lists() != lists.lists().size())
    return fail(ErrorCode::kCorrupt, "the snapshot's links and its lists do not belong together", {reader.path()});
  if (!links) links.error().where.source = reader.path();
  return links;
}

std::vector<uint64_t> links_by_list(const StoredLinks& links, const StoredLists& lists) {
  const std::vector<uint64_t> ends = ends_of(lists);
  std::vector<uint64_t> out(lists.lists().size());
  for (const StoredLinks::Row& row : links.rows())
    if (const size_t list = list_of(links, row, ends); list < out.size()) ++out[list];
  return out;
}

DifferenceCounts LinkDiff::total() const {
  DifferenceCounts out = {};
  for (const auto& [list, n] : counts)
    for (size_t i = 0; i < out.size(); ++i) out[i] += n[i];
  return out;
}

Result<LinkDiff> diff_links(const LinksOfLists& before, const LinksOfLists& after) {
  return LinkComparison(before, after).run();
}

}  // namespace cordon::assemble
