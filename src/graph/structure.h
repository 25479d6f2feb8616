// Who holds, runs or is related to whom: parties and the links between them, as the sources state them, with their
// dates and the day they became known. Nothing is judged here; graph/holdings.h says what of it is in force on a day.
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/date.h"
#include "graph/share.h"

namespace cordon::graph {

using PartyId = uint32_t;  // index of a party in its structure
inline constexpr PartyId kNobody = std::numeric_limits<PartyId>::max();
using ShareId = uint32_t;  // index of a share in its structure; kNoShare for kinds that take none
inline constexpr ShareId kNoShare = std::numeric_limits<ShareId>::max();
inline constexpr Day kAlways = std::numeric_limits<Day>::min();   // from, known_at: not bounded
inline constexpr Day kForever = std::numeric_limits<Day>::max();  // to: not bounded

enum class LinkKind : uint8_t {
  kShares,
  kVotes,
  kEconomic,
  kBoard,  // part of the seats that the owner may fill
  kControl,
  kNominee,   // owner holds for `with`; nobody: the principal is unknown
  kPact,      // owner and `with` act together on owned
  kOption,    // may acquire it
  kPledge,    // has it as security
  kFamily,    // owner and owned are relatives or close associates
  kComplete,  // all owners of owned are given
  kFirewall,  // owned proves that listed owners cannot use it
  kDirector,  // sits on the board of owned, or manages it
  kAddress,   // `criterion` is the address of owned
  kPhone,     // `criterion` is the phone number of owned
  kFounded,   // owned was founded on the day `from`
  // No kinds of the CSV; a fact that is shown and counts under no rule.
  kAgent,   // owned acts for owner
  kLinked,  // a list says that they are linked, not how
};
inline constexpr size_t kLinkKinds = 18;
std::string_view kind_name(LinkKind kind);  // "shares", …
bool takes_share(LinkKind kind);
bool takes_owner(LinkKind kind);

struct Link {
  PartyId owner = kNobody, owned = kNobody, with = kNobody;
  ShareId share = kNoShare;
  Day from = kAlways, to = kForever;  // first day in force, first day no longer
  Day known_at = kAlways;
  uint32_t source = 0;     // Structure::text()
  uint32_t criterion = 0;  // Structure::text(): of control e.g. "EU-a"; an address; a phone number
  uint32_t row = 0;        // line or record of its source; 0: none
  LinkKind kind = LinkKind::kShares;
  bool is_undated() const { return from == kAlways && to == kForever; }
  bool covers(Day day) const { return from <= day && day < to; }
};

// What a source was found to say wrongly about a party.
enum class Defect : uint8_t {
  kBadRow,
  kInconsistent,
  kBandText,  // a band whose text and figures differ at its end
};

class Structure {
 public:
  Structure();
  // Returns the party of that name, made where it is new. Names mean each other exactly: NFC, without white space at
  // their ends.
  PartyId party(std::string_view name);
  std::optional<PartyId> find(std::string_view name) const;
  std::string_view name(PartyId party) const;
  size_t parties() const { return name_ends_.size(); }

  // Equal shares have equal ids.
  ShareId share(const Share& share);
  const Share& share(ShareId id) const { return shares_[id]; }
  uint32_t text(std::string_view text);
  const std::string& text(uint32_t id) const { return texts_[id]; }

  // REQUIRES: parties, share and texts are of this structure.
  void add(const Link& link) { links_.push_back(link); }
  std::span<const Link> links() const { return links_; }
  void mark(PartyId party, Defect defect) { defects_[party] |= uint8_t(1U << static_cast<unsigned>(defect)); }
  bool is_marked(PartyId party, Defect defect) const {
    return (defects(party) >> static_cast<unsigned>(defect) & 1U) != 0;
  }
  uint8_t defects(PartyId party) const;  // a bit for each Defect
  void reserve(size_t parties, size_t links);

 private:
  void grow();
  size_t slot_of(std::string_view name) const;

  std::string names_;
  std::vector<uint64_t> name_ends_;
  std::vector<PartyId> slots_;  // open addressing, a power of two, at most half full
  std::vector<Share> shares_;
  std::unordered_map<std::string, ShareId> share_ids_;
  std::vector<std::string> texts_;
  std::unordered_map<std::string, uint32_t> text_ids_;
  std::vector<Link> links_;
  std::unordered_map<PartyId, uint8_t> defects_;
};

}  // namespace cordon::graph
