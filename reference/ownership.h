// Naive twin of src/graph: who is caught by listed owners, written from the text of the rules and as simply as can be.
// Names are strings, sets are std::set, a fixed point is "repeat until nothing is added". It knows nothing of the
// tables of data/ownership: each authority's rule stands here in code. For tests, fuzzers and benchmarks only.
#pragma once

#include <algorithm>
#include <cstdint>
#include <functional>
#include <map>
#include <numeric>
#include <set>
#include <string>
#include <vector>

namespace cordon::reference {

__extension__ using Wide = __int128;

// A fraction in lowest terms; enough for sums of a dozen small fractions.
struct Fraction {
  Wide above = 0, below = 1;
  static Fraction of(Wide a, Wide b) {
    Wide x = a < 0 ? -a : a, y = b;
    while (y != 0) std::swap(x %= y, y);
    return x == 0 ? Fraction{0, 1} : Fraction{a / x, b / x};
  }
  Fraction operator+(const Fraction& o) const { return of(above * o.below + o.above * below, below * o.below); }
  Fraction operator-(const Fraction& o) const { return of(above * o.below - o.above * below, below * o.below); }
  bool operator<(const Fraction& o) const { return above * o.below < o.above * below; }
  bool operator==(const Fraction& o) const { return above == o.above && below == o.below; }
};
inline const Fraction kHalf = {1, 2}, kWhole = {1, 1};

struct End {
  Fraction at;
  bool open = false;
  bool operator==(const End&) const = default;
};
inline End operator+(const End& a, const End& b) { return {a.at + b.at, a.open || b.open}; }

struct OwnershipRow {
  std::string owner, owned, kind, with;
  End low, high;
  int from = INT32_MIN, to = INT32_MAX, known_at = INT32_MIN;
};

using Parties = std::set<std::string>;

struct OwnershipAnswer {
  std::string verdict;
  bool at_threshold = false, inconsistent = false;
  std::map<std::string, End> share_min, share_max;  // by kind
};

class OwnershipTwin {
 public:
  // `maybe`: possibly listed; nobody decided whether they are the listed parties.
  OwnershipTwin(std::vector<OwnershipRow> rows, Parties listed, Parties maybe, int as_of, int known_at,
                std::string rule)
      : listed_(std::move(listed)), maybe_(std::move(maybe)), as_of_(as_of), rule_(std::move(rule)) {
    for (OwnershipRow& row : rows)
      if (row.known_at <= known_at) rows_.push_back(std::move(row));
    for (const OwnershipRow& row : rows_)
      for (const std::string& name : {row.owner, row.owned, is_text(row) ? std::string() : row.with})
        if (!name.empty()) parties_.insert(name);
    for (const std::string& name : listed_) parties_.insert(name), maybe_.erase(name);
    parties_.insert(maybe_.begin(), maybe_.end());
    now_ = in_force(as_of_);
    solve();
  }

  const Parties& parties() const { return parties_; }

  OwnershipAnswer answer(const std::string& e) const {
    OwnershipAnswer out;
    out.inconsistent = is_inconsistent(e);
    Parties certain_any, possible_any;
    for (const auto& [person, set] : certain_) certain_any.insert(set.begin(), set.end());
    for (const auto& [person, set] : possible_) possible_any.insert(set.begin(), set.end());
    for (const std::string kind : {"shares", "votes", "economic", "board"}) {
      End &least = out.share_min[kind], &most = out.share_max[kind];
      for (const auto& [person, set] : certain_) {
        const End low = sum(e, kind, set).low_in;
        if (least.at < low.at || (least.at == low.at && low.open)) least = low;
      }
      for (const auto& [person, set] : possible_) {
        const Sum s = sum(e, kind, set);
        if (!s.any_in) continue;
        const End high = highest(e, s);
        if (most.at < high.at || (most.at == high.at && most.open && !high.open)) most = high;
      }
    }
    if (listed_.contains(e)) {
      out.verdict = "LISTED";
    } else if (certain_any.contains(e) && rule_ != "au") {
      out.verdict = "DERIVED_CERTAIN";
    } else if (maybe_.contains(e)) {
      out.verdict = "DERIVED_POSSIBLE";
    } else if (possible_any.contains(e)) {
      out.verdict = rule_ == "au" ? "CONTROL_CONCERN" : "DERIVED_POSSIBLE";
    } else {
      out.at_threshold = is_at_threshold(e);
      out.verdict =
          is_concern(e, possible_any) || (out.at_threshold && rule_ == "eu") ? "CONTROL_CONCERN" : "CLEAR_ON_DATA";
    }
    return out;
  }

 private:
  struct Sum {
    End low_in, high_in, low_out, high_out;
    bool any_in = false;
  };

  bool is_strict() const { return rule_ == "uk" || rule_ == "ch" || (rule_ == "eu" && as_of_ < 19907); }  // 2024-07-03
  bool is_per_person() const { return rule_ == "uk" || rule_ == "ca"; }
  std::vector<std::string> counted() const {
    if (rule_ == "uk") return {"shares", "votes", "board"};
    if (rule_ == "ca") return {"shares", "votes"};
    return {"shares"};
  }
  bool reached_from(const End& low) const {
    if (kHalf < low.at) return true;
    return low.at == kHalf && (!is_strict() || low.open);
  }
  bool reachable_up_to(const End& high) const {
    if (kHalf < high.at) return true;
    return high.at == kHalf && !is_strict() && !high.open;
  }

  static bool same_thing(const OwnershipRow& a, const OwnershipRow& b) {
    return a.owner == b.owner && a.owned == b.owned && a.kind == b.kind && a.with == b.with;
  }
  // The rows of a day: the latest known replaces the others for the days that both cover; equal rows are one.
  std::vector<OwnershipRow> in_force(int day) const {
    std::vector<OwnershipRow> out;
    for (const OwnershipRow& row : rows_) {
      if (day < row.from || row.to <= day) continue;
      bool replaced = false, there = false;
      for (const OwnershipRow& other : rows_)
        replaced = replaced ||
                   (same_thing(row, other) && other.from <= day && day < other.to && row.known_at < other.known_at);
      for (const OwnershipRow& other : out)
        there = there || (same_thing(row, other) && row.low == other.low && row.high == other.high &&
                          row.from == other.from && row.to == other.to);
      if (!replaced && !there) out.push_back(row);
    }
    return out;
  }
  struct Holder {
    std::string who;
    End low, high;
  };
  // Who has what of a company; a nominee's stake is his principal's, "?" where nobody knows him.
  static std::vector<Holder> holders(const std::vector<OwnershipRow>& rows, const std::string& e,
                                     const std::string& kind) {
    std::vector<Holder> out;
    for (const OwnershipRow& row : rows) {
      if (row.owned != e) continue;
      if (row.kind == kind) out.push_back({row.owner, row.low, row.high});
      if (row.kind == "nominee" && kind == "shares")
        out.push_back({row.with.empty() ? "?" : row.with, row.low, row.high});
    }
    return out;
  }
  // `set` and whoever acts together with one of it at `e`.
  Parties with_partners(const std::string& e, Parties set) const {
    for (bool grew = true; grew;) {
      grew = false;
      for (const OwnershipRow& row : now_) {
        if (row.kind != "pact" || row.owned != e || set.contains(row.owner) == set.contains(row.with)) continue;
        set.insert(row.owner);
        set.insert(row.with);
        grew = true;
      }
    }
    return set;
  }
  Sum sum(const std::string& e, const std::string& kind, const Parties& caught) const {
    const Parties in = is_per_person() ? with_partners(e, caught) : caught;
    return plain_sum(e, kind, in);
  }
  Sum plain_sum(const std::string& e, const std::string& kind, const Parties& in) const {
    Sum out;
    for (const Holder& h : holders(now_, e, kind)) {
      if (in.contains(h.who)) {
        out.low_in = out.low_in + h.low;
        out.high_in = out.high_in + h.high;
        out.any_in = true;
      } else {
        out.low_out = out.low_out + h.low;
        out.high_out = out.high_out + h.high;
      }
    }
    return out;
  }
  bool declared_complete(const std::string& e) const {
    return std::any_of(now_.begin(), now_.end(), [&](const auto& r) { return r.kind == "complete" && r.owned == e; });
  }
  // Can the owners of that kind be all of them?
  bool fills(const std::string& e, const std::string& kind) const {
    End high;
    for (const Holder& h : holders(now_, e, kind)) high = high + h.high;
    return kWhole < high.at || (high.at == kWhole && !high.open);
  }
  bool is_inconsistent(const std::string& e) const {
    for (const std::string kind : {"shares", "votes", "economic", "board"}) {
      End low;
      for (const Holder& h : holders(now_, e, kind)) low = low + h.low;
      if (kWhole < low.at || (low.at == kWhole && low.open)) return true;
    }
    return declared_complete(e) && !holders(now_, e, "shares").empty() && !fills(e, "shares");
  }
  End highest(const std::string& e, const Sum& s) const {
    if (is_inconsistent(e)) return s.high_in;
    const End rest = {kWhole - s.low_out.at, s.low_out.open};
    if (rest.at < s.high_in.at || (rest.at == s.high_in.at && rest.open)) return rest;
    return s.high_in;
  }

  bool caught_for_certain(const std::string& e, const Parties& caught) const {
    for (const std::string& kind : counted()) {
      const Sum s = sum(e, kind, caught);
      if (reached_from(s.low_in)) return true;
      const bool complete = declared_complete(e) && (kind == "shares" || kind == "votes") && fills(e, kind);
      if (complete && reached_from({kWhole - s.high_out.at, s.high_out.open})) return true;
    }
    return false;
  }
  bool caught_possibly(const std::string& e, const Parties& caught) const {
    for (const std::string& kind : counted()) {
      const Sum s = sum(e, kind, caught);
      if (s.any_in && reachable_up_to(highest(e, s))) return true;
    }
    return rule_ == "ofac" && (has_sham(e, caught) || succeeds(e, caught));
  }
  Parties fixed_point(Parties caught, bool certain) const {
    for (bool grew = true; grew;) {
      grew = false;
      for (const std::string& e : parties_) {
        if (caught.contains(e)) continue;
        if (certain ? caught_for_certain(e, caught) : caught_possibly(e, caught)) {
          caught.insert(e);
          grew = true;
        }
      }
    }
    return caught;
  }
  void solve() {
    // Somebody unknown may be any listed person: he is in every possible run.
    if (!is_per_person()) {
      Parties possible = listed_;
      possible.insert(maybe_.begin(), maybe_.end());
      possible.insert("?");
      certain_[""] = fixed_point(listed_, true);
      possible_[""] = fixed_point(possible, false);
      return;
    }
    possible_["?"] = fixed_point({"?"}, false);
    for (const std::string& person : listed_) {
      certain_[person] = fixed_point({person}, true);
      possible_[person] = fixed_point({person, "?"}, false);
    }
    for (const std::string& person : maybe_) possible_[person] = fixed_point({person, "?"}, false);
  }

  bool is_at_threshold(const std::string& e) const {
    if (!is_strict()) return false;
    for (const auto& [person, set] : possible_)
      for (const std::string& kind : counted()) {
        const Sum s = sum(e, kind, set);
        if (s.any_in && highest(e, s) == End{kHalf, false}) return true;
      }
    return false;
  }
  bool is_concern(const std::string& e, const Parties& caught) const {
    for (const OwnershipRow& row : now_)
      if (row.kind == "control" && row.owned == e && caught.contains(row.owner)) return true;
    const std::vector<std::string> kinds = counted();
    for (const std::string kind : {"votes", "board", "economic"}) {
      if (std::find(kinds.begin(), kinds.end(), kind) != kinds.end()) continue;
      for (const auto& [person, set] : possible_) {
        const Sum s = sum(e, kind, set);
        if (s.any_in && kHalf < highest(e, s).at) return true;
      }
    }
    if (!is_per_person()) {
      const Parties together = with_partners(e, caught);
      for (const std::string kind : {"shares", "votes"}) {
        bool in_pact = false;
        for (const OwnershipRow& row : now_)
          in_pact = in_pact ||
                    (row.kind == "pact" && row.owned == e && (caught.contains(row.owner) || caught.contains(row.with)));
        if (in_pact && reachable_up_to(highest(e, plain_sum(e, kind, together)))) return true;
      }
    }
    return has_sham(e, caught) || succeeds(e, caught);
  }
  static bool is_text(const OwnershipRow& row) { return row.kind == "address" || row.kind == "phone"; }
  // Has a new company what one of the listed of `caught` had, from about the day on which that one gave it up?
  bool succeeds(const std::string& e, const Parties& caught) const {
    int began = INT32_MAX, founded = INT32_MIN;
    for (const OwnershipRow& row : rows_) {
      if (row.owned != e) continue;
      if (row.kind == "founded") founded = founded == INT32_MIN ? row.from : std::min(founded, row.from);
      if (row.from != INT32_MIN && row.kind != "family") began = std::min(began, row.from);
    }
    if (founded != INT32_MIN) began = founded;
    if (began == INT32_MAX) return false;
    for (const OwnershipRow& has : rows_)
      for (const OwnershipRow& had : rows_) {
        if (has.owned != e || had.owned == e || has.kind != had.kind) continue;
        const bool same = is_text(has) ? has.with == had.with : has.kind == "director" && has.owner == had.owner;
        if (!same || !caught.contains(had.owned)) continue;
        if (!listed_.contains(had.owned) && !maybe_.contains(had.owned)) continue;
        if (as_of_ < has.from || has.to <= as_of_ || as_of_ < had.from) continue;
        const int day = has.from == INT32_MIN ? began : has.from;
        if (day < had.from || as_of_ < had.to) continue;
        if (std::abs(int64_t{day} - had.to) <= 30 && had.to - 30 <= began) return true;
      }
    return false;
  }

  struct Held {
    Fraction low, high;
  };
  Held held(const std::string& who, const std::string& e, const std::string& kind, int day) const {
    Held out;
    for (const Holder& h : holders(in_force(day), e, kind))
      if (h.who == who) out = {out.low + h.low.at, out.high + h.high.at};
    return out;
  }
  static bool rose(const Held& before, const Held& after) { return before.low < after.low || before.high < after.high; }
  // Did one of `sellers` pass a stake to a relative or to a former manager, who still has one?
  bool has_sham(const std::string& e, const Parties& sellers) const {
    for (const OwnershipRow& sold : rows_)
      for (const OwnershipRow& bought : rows_) {
        if (sold.owned != e || bought.owned != e || sold.kind != bought.kind) continue;
        if (sold.kind != "shares" && sold.kind != "votes" && sold.kind != "economic") continue;
        if (!sellers.contains(sold.owner) || sold.owner == bought.owner) continue;
        if (as_of_ < sold.to || bought.from == INT32_MIN || as_of_ < bought.from) continue;
        if (bought.from < sold.to - 30 || sold.to + 30 < bought.from) continue;
        if (!rose(held(sold.owner, e, sold.kind, sold.to), held(sold.owner, e, sold.kind, sold.to - 1))) continue;
        if (!rose(held(bought.owner, e, sold.kind, bought.from - 1), held(bought.owner, e, sold.kind, bought.from)))
          continue;
        if (held(bought.owner, e, sold.kind, as_of_).high == Fraction{}) continue;
        for (const OwnershipRow& tie : rows_) {
          const bool relatives = tie.kind == "family" && ((tie.owner == sold.owner && tie.owned == bought.owner) ||
                                                          (tie.owned == sold.owner && tie.owner == bought.owner));
          if (relatives && ((tie.from <= sold.to && sold.to < tie.to) || (tie.from <= as_of_ && as_of_ < tie.to)))
            return true;
          const bool manages = (tie.kind == "board" || tie.kind == "control" || tie.kind == "director") &&
                               tie.owner == bought.owner && (tie.owned == e || tie.owned == sold.owner);
          if (manages && tie.from < sold.to) return true;
        }
      }
    return false;
  }

  std::vector<OwnershipRow> rows_, now_;
  Parties listed_, maybe_, parties_;
  int as_of_;
  std::string rule_;
  std::map<std::string, Parties> certain_, possible_;  // by person; one entry where all are added up
};

}  // namespace cordon::reference
