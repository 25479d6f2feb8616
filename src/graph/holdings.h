// A structure on one day, as it was known on another: which stakes are in force, whom they count as, and what the data
// of each company allow to conclude. The same for every rule.
#pragma once

#include <map>
#include <span>
#include <vector>

#include "graph/structure.h"

namespace cordon::graph {

struct Moment {
  Day as_of = 0;
  Day known_at = kForever;  // what became known later is left out
};

// What one party has in a company on the day.
struct Stake {
  PartyId owner;  // whom it counts as: of a nominee's the principal, Holdings::unknown() where nobody knows him
  ShareId share;  // kNoShare for control and pacts
  uint32_t link;  // Structure::links()
  PartyId with;   // of a pact
  LinkKind kind;  // of a nominee's kShares
};

// A stake that went from one party to a relative or a former manager, who still has it.
struct Transfer {
  PartyId seller, buyer, company;
  Day day;
  uint32_t sold, bought;      // links
  uint32_t tie;               // the link that makes the buyer suspect
  bool by_relative;           // else by a former manager, or nothing but near the listing
  bool buy_back;              // the seller has an option on the company
  bool near_listing = false;  // within kListingDays of the seller's listing, to whomever: `buyer` is nobody
};

// Days before and after a listing within which a divestment is an indicator.
inline constexpr Day kListingDays = 30;
// When parties were listed, as far as the lists say so.
using ListingDays = std::map<PartyId, Day>;

class Holdings {
 public:
  // `structure` must outlive the result and not change.
  static Holdings build(const Structure& structure, Moment moment, const ListingDays& listing_days = {});

  const Structure& structure() const { return *structure_; }
  const Moment& moment() const { return moment_; }
  size_t parties() const { return structure_->parties() + 1; }  // with the unknown principal
  PartyId unknown() const { return static_cast<PartyId>(structure_->parties()); }
  bool has_unknown() const { return has_unknown_; }

  // The stakes in a company, by kind.
  std::span<const Stake> of(PartyId company) const {
    return {stakes_.data() + begins_[company], begins_[company + 1] - begins_[company]};
  }
  // The companies in which a party has a stake, a pact, control, or from which it transferred a stake away; maybe
  // twice.
  std::span<const PartyId> touched_by(PartyId party) const {
    return {touched_.data() + touch_begins_[party], touch_begins_[party + 1] - touch_begins_[party]};
  }
  std::span<const Transfer> transfers(PartyId company) const;
  // All that a company's rows say, in force or not; for what happened before. Of links known on the day.
  std::span<const uint32_t> rows_of(PartyId company) const {
    return {rows_.data() + row_begins_[company], row_begins_[company + 1] - row_begins_[company]};
  }
  std::vector<Stake> stakes_on(PartyId company, Day day) const;

  // Are the owners all given, so that what they do not have another must? Never where their shares cannot make 100 %.
  bool is_complete(PartyId company, LinkKind kind) const;
  // More than 100 % of one kind, owners that cannot make 100 % although all are given, or a row that contradicts
  // itself.
  bool is_inconsistent(PartyId company) const { return has(company, kInconsistent); }
  bool is_declared_complete(PartyId company) const { return has(company, kDeclaredComplete); }
  bool has_pact(PartyId company) const { return has(company, kPact); }
  std::optional<uint32_t> firewall(PartyId company) const;  // its link
  std::vector<PartyId> relatives(PartyId party) const;      // on the day of the view
  // Are two parties relatives on that day or on the day of the view?
  std::optional<uint32_t> family_tie(PartyId a, PartyId b, Day day) const;

 private:
  enum Mark : uint8_t {
    kInconsistent = 1,
    kDeclaredComplete = 2,
    kPact = 4,
    kFirewall = 8,
    kShort = 16,  // kept for << kind: shares 16, votes 32, economic 64
  };
  bool has(PartyId company, uint8_t mark) const { return (marks_[company] & mark) != 0; }
  void sort_rows();
  void resolve_companies();
  void judge_sums(PartyId company);
  void find_transfers();
  void find_transfers(PartyId company);
  void index_touches();
  void append_stakes(PartyId company, Day day, std::vector<Stake>& out, uint8_t* marks) const;

  const Structure* structure_ = nullptr;
  Moment moment_;
  ListingDays listing_days_;
  bool has_unknown_ = false;
  std::vector<uint32_t> row_begins_, rows_;
  std::vector<uint32_t> begins_;
  std::vector<Stake> stakes_;
  std::vector<uint32_t> touch_begins_;
  std::vector<PartyId> touched_;
  std::vector<uint8_t> marks_;
  std::vector<Transfer> transfers_;                 // by company
  std::vector<std::pair<PartyId, uint32_t>> ties_;  // party, family link; sorted
};

}  // namespace cordon::graph
