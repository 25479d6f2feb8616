// The snapshot section "links": every link of ownership that the lists state, between parties by their numbers in the
// snapshot (or by name, where a list names a party that it has not got). docs/formats/snapshot.md draws it.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "graph/stated_links.h"

namespace cordon::graph {

class StoredLinksBuilder {
 public:
  // Adds what the party of that number states. REQUIRES: numbers ascend.
  void add(uint32_t number, std::vector<StatedLink> links);
  // Ends a list. `find` gives the number of the party of the list that has an id; `marks_listed`: does the list mark
  // which of its parties are listed (is_marked_listed() of any of them)?
  void end_list(const std::function<std::optional<uint32_t>(std::string_view id)>& find, bool marks_listed);
  // The same links give the same bytes, in whatever order they were added.
  std::string build();

 private:
  struct Waiting {
    uint32_t number;
    StatedLink link;
  };
  struct Row {
    uint64_t owner, owned;  // number, or kOutside and an index into outside_
    LinkKind kind;
    bool is_odd;
    uint32_t share, criterion, source;  // texts; 0: none
    Day from, to;
    auto operator<=>(const Row&) const = default;
  };
  static constexpr uint64_t kOutside = uint64_t{1} << 32;
  void clip_unknown();
  uint64_t outside(std::string_view name);
  uint32_t text(std::string_view text);

  std::vector<Waiting> waiting_;  // of the list at hand
  std::vector<bool> marks_listed_;
  std::vector<Row> rows_;
  std::map<std::string, uint64_t, std::less<>> outside_;
  std::map<std::string, uint32_t, std::less<>> texts_;
};

// The section, read back.
class StoredLinks {
 public:
  using Party = uint32_t;  // index of a party of the section
  static constexpr uint32_t kNoNumber = 0xFFFFFFFF;

  struct Row {
    Party owner, owned;
    LinkKind kind;
    bool is_odd;                 // its share or dates made no sense; the share counts as unknown
    uint32_t share;              // index into shares(); where takes_share(kind)
    uint32_t criterion, source;  // text(); 0: none
    Day from, to;
  };

  // Reads it all and checks it. `section` must outlive the result. Errors: kCorrupt with the byte, kVersion.
  // Cost: O(bytes).
  static Result<StoredLinks> open(std::string_view section, uint32_t entities);

  size_t lists() const { return marks_listed_.size(); }
  // Does the list mark who of its parties is listed? Then those that it does not mark are not.
  bool marks_listed(size_t list) const { return marks_listed_[list]; }

  std::span<const Row> rows() const { return rows_; }  // sorted by owned, then owner
  size_t parties() const { return numbers_.size() + outside_.size(); }
  // Of a party on a list its number in the snapshot, else kNoNumber.
  uint32_t number(Party party) const { return party < numbers_.size() ? numbers_[party] : kNoNumber; }
  // The party of that number, where it has links.
  std::optional<Party> party(uint32_t number) const;
  // The party that the lists name and have not got.
  std::optional<Party> named(std::string_view name) const;
  // REQUIRES: number(party) is kNoNumber.
  std::string_view name(Party party) const { return outside_[party - numbers_.size()]; }
  std::span<const Share> shares() const { return shares_; }
  std::string_view text(uint32_t id) const { return texts_[id]; }

  // The parties on whom a verdict on any of `parties` may rest: these, their owners, controllers and relatives, and
  // so on. Sorted. Cost: O(links).
  std::vector<Party> behind(std::span<const Party> parties) const;
  // Adds the links between parties that `party_of` knows (kNobody: left out) to `out`. Parties of several lists may be
  // one: what two lists state of one stake does not add up.
  void add_to(Structure& out, std::span<const PartyId> party_of) const;

 private:
  // A row as it becomes a link; with a share of its own and days where several lists state one stake.
  struct Merged {
    const Row* row;
    std::optional<Share> share;
    Day from = kForever, to = kAlways;
  };
  std::vector<Merged> merged(std::span<const PartyId> party_of) const;

  std::vector<bool> marks_listed_;
  std::vector<uint32_t> numbers_;  // ascending
  std::vector<std::string_view> outside_;
  std::vector<std::string_view> texts_;
  std::vector<Share> shares_;
  std::vector<Row> rows_;
};

}  // namespace cordon::graph
