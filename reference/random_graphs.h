// Random ownership graphs for tests: to 12 parties, rings, ranges, dates, thirds and sevenths, sums of exactly one half
// and misses by a millionth.
#pragma once

#include <fmt/format.h>

#include <cstdlib>
#include <random>
#include <string>

#include "base/date.h"
#include "reference/ownership.h"

namespace cordon::reference {

inline std::string text_of(const Fraction& f) {
  return fmt::format("{}/{}", static_cast<int64_t>(f.above), static_cast<int64_t>(f.below));
}
inline std::string row_day_text(int day) { return DateSpan::day(civil_from_day(day)).text(); }

// A graph of rows, with what is asked of it.
struct Graph {
  std::vector<OwnershipRow> rows;
  Parties listed, maybe;
  int as_of = 0, known_at = INT32_MAX;
  bool only_shares = false;

  std::string csv() const {
    std::string out = "owner,owned,share,kind,from,to,source,known_at,with\n";
    for (const OwnershipRow& row : rows) {
      std::string share;
      if (takes_share(row.kind)) {
        share = row.low == row.high ? text_of(row.low.at)
                                    : fmt::format("{}{}-{}{}", row.low.open ? ">" : "", text_of(row.low.at),
                                                  row.high.open ? "<" : "", text_of(row.high.at));
      }
      const auto day = [](int d) { return d == INT32_MIN || d == INT32_MAX ? std::string() : row_day_text(d); };
      out += fmt::format("{},{},{},{},{},{},,{},{}\n", row.owner, row.owned, share, row.kind, day(row.from),
                         day(row.to), day(row.known_at), row.with);
    }
    return out;
  }
  static bool takes_share(const std::string& kind) {
    return kind == "shares" || kind == "votes" || kind == "economic" || kind == "board" || kind == "nominee" ||
           kind == "option" || kind == "pledge";
  }
};

class Maker {
 public:
  explicit Maker(uint64_t seed) : random_(seed) {}

  Graph graph() {
    Graph out;
    out.only_shares = below(2) == 0;
    parties_ = 2 + below(11);
    const size_t listed = 1 + below(3);
    for (size_t i = 0; i < listed; ++i) out.listed.insert(name(below(parties_)));
    for (size_t i = below(3); i > 0; --i) out.maybe.insert(name(below(parties_)));
    // Around the day on which the EU's threshold changed, and later.
    out.as_of = below(4) == 0 ? 19906 + static_cast<int>(below(3)) : kFirstDay + static_cast<int>(below(kDays));
    if (below(4) == 0) out.known_at = kFirstDay + static_cast<int>(below(kDays));
    const size_t rows = 1 + below(3 * parties_);
    while (out.rows.size() < rows) append_row(out);
    if (below(3) == 0) split_half(out);
    if (below(3) == 0) hand_over(out);
    return out;
  }
  // The graph a day later: rows are gone, come, or say something else.
  Graph changed(Graph graph) {
    for (size_t i = 1 + below(3); i > 0; --i) {
      const size_t at = below(graph.rows.size() + 1);
      if (at < graph.rows.size() && below(2) == 0)
        graph.rows.erase(graph.rows.begin() + static_cast<std::ptrdiff_t>(at));
      else if (at < graph.rows.size() && below(2) == 0 && Graph::takes_share(graph.rows[at].kind))
        set_share(graph.rows[at]);
      else
        append_row(graph);
    }
    return graph;
  }

 private:
  static constexpr int kFirstDay = 19800, kDays = 200;  // from 2024-03-18

  size_t below(size_t n) { return std::uniform_int_distribution<size_t>(0, n - 1)(random_); }
  static std::string name(size_t i) { return std::string(1, static_cast<char>('A' + i)); }

  Fraction part() {
    switch (below(8)) {
      case 0:
        return Fraction::of(static_cast<int>(below(4)), 3);
      case 1:
        return Fraction::of(static_cast<int>(below(8)), 7);
      case 2:
        return Fraction::of(1, 2);
      case 3:
        return Fraction::of(499999 + static_cast<int>(below(3)), 1000000);
      case 4:
        return Fraction::of(static_cast<int>(below(15)), 14);
      default:
        return Fraction::of(5 * static_cast<int>(below(21)), 100);
    }
  }
  void set_share(OwnershipRow& row) {
    Fraction a = part(), b = a;
    if (below(3) == 0) b = part();
    if (below(12) == 0) a = {0, 1}, b = {1, 1};
    if (b < a) std::swap(a, b);
    row.low = {a, !(a == b) && below(2) == 0};
    row.high = {b, !(a == b) && below(2) == 0};
  }
  std::string kind(bool only_shares) {
    if (only_shares)
      return below(10) == 0 ? "complete" : below(12) == 0 ? "nominee" : below(12) == 0 ? "pact" : "shares";
    static constexpr const char* kKinds[] = {"shares",  "shares", "shares",   "votes",    "votes",
                                             "board",   "board",  "economic", "control",  "nominee",
                                             "nominee", "pact",   "pact",     "complete", "family"};
    return kKinds[below(std::size(kKinds))];
  }
  void append_row(Graph& out) {
    OwnershipRow row;
    row.kind = kind(out.only_shares);
    row.owned = name(below(parties_));
    if (row.kind != "complete") row.owner = name(below(parties_));
    if (row.kind == "pact" || (row.kind == "nominee" && below(3) != 0)) row.with = name(below(parties_));
    if (row.owner == row.owned || row.with == row.owned || (!row.with.empty() && row.with == row.owner)) return;
    if (Graph::takes_share(row.kind)) set_share(row);
    if (below(3) == 0) row.from = kFirstDay + static_cast<int>(below(kDays));
    if (below(3) == 0) row.to = kFirstDay + static_cast<int>(below(kDays));
    if (row.to <= row.from) row.to = INT32_MAX;
    if (below(4) == 0) row.known_at = kFirstDay + static_cast<int>(below(kDays));
    out.rows.push_back(row);
    if (below(10) == 0) {  // the same again, or what became known of it later
      if (below(2) == 0) row.known_at = kFirstDay + static_cast<int>(below(kDays));
      if (below(2) == 0 && Graph::takes_share(row.kind)) set_share(row);
      out.rows.push_back(row);
    }
    if (below(4) == 0 && row.to != INT32_MAX && (row.kind == "shares" || row.kind == "votes")) {  // a buyer
      const std::string seller = row.owner;
      row.owner = name(below(parties_));
      row.from = row.to + static_cast<int>(below(40)) - 5;
      row.to = INT32_MAX;
      if (row.owner == row.owned || row.owner == seller) return;
      out.rows.push_back(row);
      if (below(2) == 0) out.rows.push_back({seller, row.owner, "family", "", {}, {}});
    }
  }
  // One party gives up what another has from about that day; that other is perhaps new.
  void hand_over(Graph& out) {
    static constexpr const char* kKinds[] = {"address", "phone", "director"};
    OwnershipRow had;
    had.kind = kKinds[below(3)];
    had.owned = below(2) == 0 ? *out.listed.begin() : name(below(parties_));
    if (had.kind == "director")
      had.owner = name(below(parties_));
    else
      had.with =
          had.kind == "phone" ? fmt::format("+357 2500000{}", below(2)) : fmt::format("{} Harbour Road", below(2));
    had.to = kFirstDay + static_cast<int>(below(kDays));
    if (below(4) == 0) had.from = had.to - 1 - static_cast<int>(below(50));
    OwnershipRow has = had;
    has.owned = name(below(parties_));
    has.from = had.to + static_cast<int>(below(70)) - 35;
    has.to = INT32_MAX;
    if (below(3) == 0) has.from = INT32_MIN;
    if (had.owner != had.owned) out.rows.push_back(had);
    if (has.owner != has.owned) out.rows.push_back(has);
    if (below(2) != 0) return;
    OwnershipRow founded;
    founded.owned = has.owned;
    founded.kind = "founded";
    founded.from = had.to + static_cast<int>(below(90)) - 60;
    out.rows.push_back(founded);
  }
  // Stakes of several owners in one company that make one half exactly, or miss it by a millionth.
  void split_half(Graph& out) {
    const std::string owned = name(below(parties_));
    Fraction left = {1, 2};
    if (below(3) == 0) left = left - Fraction::of(1, 1000000);
    for (size_t i = 0; i < 4; ++i) {
      const std::string owner = name(below(parties_));
      const Fraction some = i == 3 ? left : Fraction::of(static_cast<int>(below(4)), 21);
      if (owner == owned || left < some) continue;
      left = left - some;
      out.rows.push_back({owner, owned, "shares", "", {some}, {some}});
    }
  }

  std::mt19937_64 random_;
  size_t parties_ = 2;
};

}  // namespace cordon::reference
