// A structure on one day, as it was known on another: which stakes are in force, whom they count as, and what the data
// of each company allow to conclude. The same for every rule.
#pragma once

#include <algorithm>
#include <map>
#include <memory>
#include <span>
#include <tuple>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "graph/structure.h"

namespace cordon::graph {

struct Moment {
  Day as_of = 0;
  Day known_at = kForever;  // what became known later is left out
};

// What rows of a company must agree in to be about the same thing.
inline auto thing_of(const Link& link) { return std::tuple(link.kind, link.owner, link.with, link.criterion); }
inline bool is_same_thing(const Link& a, const Link& b) { return thing_of(a) == thing_of(b); }

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

// A new company that took over an address, a phone number or a director: it has what another had, from about the day on
// which the other gave it up or was listed.
struct Succession {
  PartyId before, after;
  LinkKind kind;      // kAddress, kPhone, kDirector
  Day day;            // from which it has it
  uint32_t had, has;  // links
};
// More parties than this at one address, or with one director: a service provider, which says nothing.
inline constexpr size_t kMostSharers = 20;

// Days before and after a listing within which a divestment is an indicator.
inline constexpr Day kListingDays = 30;
// When parties were listed, as far as the lists say so.
using ListingDays = std::map<PartyId, Day>;

// Everything that is stated of one company, in place of what was: its links, in any order, and a bit for each Defect.
struct CompanyRows {
  PartyId company = kNobody;
  std::vector<uint32_t> rows;
  uint8_t defects = 0;
};

class Holdings {
 public:
  // Of the first `links` links. `structure` must outlive the result and get no more parties.
  static Holdings build(const Structure& structure, Moment moment, const ListingDays& listing_days = {},
                        size_t links = SIZE_MAX);
  // `base` with other rows for some companies, each named once: equal to building anew, at the cost of those companies
  // and of those that their relatives and managers have to do with. REQUIRES: `base` is built, outlives the result, and
  // has all parties. What is changed again begins at the same base.
  static Holdings with(const Holdings& base, std::span<const CompanyRows> changed);
  // The companies of which with() made something anew; sorted. Empty for what is built.
  std::vector<PartyId> changed_companies() const;
  // The parties whose relatives are other ones than in the base; sorted.
  const std::vector<PartyId>& changed_ties() const { return changed_ties_; }

  const Structure& structure() const { return *structure_; }
  const Moment& moment() const { return moment_; }
  size_t parties() const { return structure_->parties() + 1; }  // with the unknown principal
  PartyId unknown() const { return static_cast<PartyId>(structure_->parties()); }
  bool has_unknown() const { return has_unknown_; }

  // The stakes in a company, by kind, then owner.
  std::span<const Stake> of(PartyId company) const {
    if (const Company* made = changed(company)) return made->stakes;
    const Holdings& h = plain();
    return {h.stakes_.data() + h.begins_[company], h.begins_[company + 1] - h.begins_[company]};
  }
  std::span<const Stake> of(PartyId company, LinkKind kind) const {
    const auto range = std::ranges::equal_range(of(company), kind, {}, &Stake::kind);
    return {range.begin(), range.end()};
  }
  std::span<const Stake> of(PartyId company, LinkKind kind, PartyId owner) const {
    const auto range = std::ranges::equal_range(of(company, kind), owner, {}, &Stake::owner);
    return {range.begin(), range.end()};
  }
  // Visits the companies in which a party has or had a stake, a pact or control; maybe twice, and after with() maybe
  // some in which it has none any more.
  template <typename Visit>
  void each_touched(PartyId party, const Visit& visit) const {
    const Holdings& h = plain();
    for (size_t i = h.touch_begins_[party]; i < h.touch_begins_[party + 1]; ++i) visit(h.touched_[i]);
    if (base_ == nullptr) return;
    if (const auto more = touched_more_.find(party); more != touched_more_.end())
      for (const PartyId company : more->second) visit(company);
  }
  std::span<const Transfer> transfers(PartyId company) const;
  std::span<const Succession> successions(PartyId company) const;  // in which it is the new one
  // All that a company's rows say, in force or not; for what happened before. Of links known on the day.
  std::span<const uint32_t> rows_of(PartyId company) const {
    if (const Company* made = changed(company)) return made->rows;
    const Holdings& h = plain();
    return {h.rows_.data() + h.row_begins_[company], h.row_begins_[company + 1] - h.row_begins_[company]};
  }
  std::vector<Stake> stakes_on(PartyId company, Day day) const;

  // Are the owners all given, so that what they do not have another must? Never where their shares cannot make 100 %.
  bool is_complete(PartyId company, LinkKind kind) const;
  // More than 100 % of one kind, owners that cannot make 100 % although all are given, or a row that contradicts
  // itself.
  bool is_inconsistent(PartyId company) const { return has(company, kInconsistent); }
  bool is_marked(PartyId company, Defect defect) const {
    return (defects(company) >> static_cast<unsigned>(defect) & 1U) != 0;
  }
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
  // A company of which with() made everything anew.
  struct Company {
    std::vector<uint32_t> rows;
    std::vector<Stake> stakes;
    std::vector<Transfer> transfers;
    std::vector<Succession> successions;
    uint8_t marks = 0, defects = 0;
  };
  const Company* changed(PartyId company) const {
    if (base_ == nullptr) return nullptr;
    const auto found = changed_.find(company);
    return found == changed_.end() ? nullptr : &found->second;
  }
  const Holdings& plain() const { return base_ != nullptr ? *base_ : *this; }
  const std::vector<std::pair<PartyId, uint32_t>>& ties() const {
    return base_ != nullptr && !has_own_ties_ ? base_->ties_ : ties_;
  }
  uint8_t defects(PartyId company) const {
    const Company* const made = changed(company);
    return made != nullptr ? made->defects : structure_->defects(company);
  }
  uint8_t marks(PartyId company) const {
    const Company* const made = changed(company);
    return made != nullptr ? made->marks : plain().marks_[company];
  }
  bool has(PartyId company, uint8_t mark) const { return (marks(company) & mark) != 0; }
  void sort_rows();
  void resolve_companies();
  uint8_t judge_sums(PartyId company, std::span<const Stake> stakes, uint8_t marks) const;
  std::span<const uint32_t> rows_of(PartyId company, LinkKind kind) const;
  std::span<const std::pair<PartyId, uint32_t>> ties_of(PartyId party) const;
  std::optional<uint32_t> management(PartyId managed, PartyId manager, Day day) const;
  void find_transfers();
  void find_transfers(PartyId company, std::vector<Transfer>& out) const;
  bool is_row_order(uint32_t a, uint32_t b) const;
  template <typename Take>
  void each_toucher(PartyId company, const Take& take) const;
  void index_marks();
  void find_successions();
  using Crowded = std::unordered_set<std::string>;
  std::optional<std::vector<uint32_t>> sharers(uint32_t row, const std::string& value, bool unchanged) const;
  void find_successions(PartyId company, Crowded& crowded, std::vector<Succession>& out) const;
  template <typename Visit>
  void each_sharer(uint64_t value, const Visit& visit) const;
  Day beginning(PartyId company) const;
  std::vector<PartyId> successions_to_redo() const;
  void make_of_base(PartyId company);
  void change_ties(std::span<const CompanyRows> changed);
  std::vector<PartyId> transfers_to_redo(std::span<const CompanyRows> changed) const;
  void index_touches();
  void append_stakes(PartyId company, Day day, std::vector<Stake>& out, uint8_t* marks) const;

  const Structure* structure_ = nullptr;
  size_t links_ = 0;  // the first ones, of which it is built
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
  std::vector<Succession> successions_;             // by company
  std::vector<std::pair<uint64_t, uint32_t>>
      known_marks_;  // hash of an address, number or director, and its link; sorted
  // Of with(): (known_marks_: of the changed companies)
  const Holdings* base_ = nullptr;
  std::unordered_map<PartyId, Company> changed_;
  std::unordered_map<PartyId, std::vector<PartyId>> touched_more_;
  std::vector<PartyId> changed_ties_;
  bool has_own_ties_ = false;
};

}  // namespace cordon::graph
