// What is worked out once for a company against what follows from its rows one by one; and companies with very many
// rows of each kind, which must not cost their square.
#include "graph/holdings.h"

#include <fmt/format.h>
#include <gmock/gmock.h>

#include <ctime>
#include <random>
#include <set>

#include "graph/explain.h"
#include "graph/history.h"
#include "graph/structure_csv.h"

namespace cordon::graph {
namespace {

constexpr Day kToday = 20000;

// Company 0 and its owners, who manage and are related to each other, all within a few months.
struct Random {
  explicit Random(uint64_t seed) : random(seed) {
    const PartyId parties = 3 + below(8);
    for (PartyId p = 0; p < parties; ++p) structure.party(fmt::format("P{}", p));
    const size_t rows = 2 + below(50);
    for (size_t i = 0; i < rows; ++i) {
      constexpr LinkKind kKinds[] = {LinkKind::kShares,   LinkKind::kShares,  LinkKind::kShares, LinkKind::kVotes,
                                     LinkKind::kBoard,    LinkKind::kControl, LinkKind::kFamily, LinkKind::kFamily,
                                     LinkKind::kDirector, LinkKind::kNominee, LinkKind::kOption, LinkKind::kPact};
      Link link;
      link.kind = kKinds[below(std::size(kKinds))];
      const bool is_of_others = link.kind == LinkKind::kFamily || below(4) == 0;
      link.owned = is_of_others ? below(parties) : 0;
      link.owner = 1 + below(parties - 1);
      if (link.kind == LinkKind::kNominee && below(4) != 0) link.with = 1 + below(parties - 1);
      if (link.kind == LinkKind::kPact) link.with = 1 + below(parties - 1);
      if (takes_share(link.kind)) {
        const Rational low(below(4), 40);
        link.share = structure.share({{low, below(3) == 0}, {low + Rational(below(3), 40), below(3) == 0}});
      }
      if (below(3) != 0) link.from = kToday - 150 + static_cast<Day>(below(160));
      if (below(3) != 0) link.to = kToday - 150 + static_cast<Day>(below(160));
      if (below(3) == 0) link.known_at = kToday - static_cast<Day>(below(3));
      structure.add(link);
      if (below(8) == 0) structure.add(link);
    }
  }
  PartyId below(size_t n) { return static_cast<PartyId>(random() % n); }
  std::mt19937_64 random;
  Structure structure;
};

Share held(const Structure& structure, std::span<const Stake> stakes, PartyId owner, LinkKind kind) {
  Share out;
  for (const Stake& stake : stakes) {
    if (stake.owner != owner || stake.kind != kind) continue;
    out.low += structure.share(stake.share).low;
    out.high += structure.share(stake.share).high;
  }
  return out;
}

TEST(History, IsWhatTheStakesOfEachDayAddUpTo) {
  size_t some = 0;
  for (uint64_t seed = 0; seed < 300; ++seed) {
    Random graph(seed);
    const Holdings holdings = Holdings::build(graph.structure, {kToday, kForever});
    const History history(holdings, 0);
    const auto both = [&](PartyId owner) {
      return owner % 2 == 0 ? std::vector<uint32_t>{7, 8} : std::vector<uint32_t>();
    };
    const History even(holdings, 0, both);
    for (Day day = kToday - 152; day <= kToday + 12; ++day) {
      const std::vector<Stake> stakes = holdings.stakes_on(0, day);
      for (const LinkKind kind : {LinkKind::kShares, LinkKind::kVotes, LinkKind::kBoard}) {
        Share together;
        for (PartyId owner = 0; owner < holdings.parties(); ++owner) {
          const Share wanted = held(graph.structure, stakes, owner, kind);
          ASSERT_EQ(history.held(owner, kind, day), wanted) << seed << " " << day << " " << owner;
          some += wanted.high.value > Rational(0);
          if (owner % 2 != 0) continue;
          together.low += wanted.low;
          together.high += wanted.high;
        }
        ASSERT_EQ(even.held(8, kind, day), together) << seed << " " << day;
      }
    }
  }
  EXPECT_GT(some, 10000U);
}

// Each sale with each purchase, and each with all that is known of both.
std::vector<Transfer> naive_transfers(const Holdings& holdings, PartyId company, const ListingDays& listing_days) {
  const Structure& structure = holdings.structure();
  const std::span<const Link> links = structure.links();
  const std::span<const uint32_t> rows = holdings.rows_of(company);
  const Day today = holdings.moment().as_of;
  const auto is_less = [](const Share& a, const Share& b) {
    return a.high.value < b.high.value || a.low.value < b.low.value;
  };
  const auto suspect = [&](PartyId seller, PartyId buyer, Day day) -> std::optional<std::pair<uint32_t, bool>> {
    for (uint32_t i = 0; i < links.size(); ++i) {
      const bool is_theirs = (links[i].owner == seller && links[i].owned == buyer) ||
                             (links[i].owner == buyer && links[i].owned == seller);
      if (links[i].kind == LinkKind::kFamily && is_theirs && (links[i].covers(day) || links[i].covers(today)))
        return std::pair(i, true);
    }
    for (const PartyId managed : {company, seller})
      for (const uint32_t row : holdings.rows_of(managed)) {
        const LinkKind kind = links[row].kind;
        if ((kind == LinkKind::kBoard || kind == LinkKind::kControl || kind == LinkKind::kDirector) &&
            links[row].owner == buyer && links[row].from < day)
          return std::pair(row, false);
      }
    return {};
  };
  std::vector<Transfer> out;
  for (const uint32_t s : rows) {
    const Link& sold = links[s];
    if (sold.kind > LinkKind::kEconomic || sold.to > today) continue;
    const auto on = [&](Day day, PartyId owner) {
      return held(structure, holdings.stakes_on(company, day), owner, sold.kind);
    };
    if (!is_less(on(sold.to, sold.owner), on(sold.to - 1, sold.owner))) continue;
    const bool buy_back = !holdings.of(company, LinkKind::kOption, sold.owner).empty();
    if (const auto at = listing_days.find(sold.owner);
        at != listing_days.end() && std::abs(sold.to - at->second) <= kListingDays)
      out.push_back({sold.owner, kNobody, company, sold.to, s, s, s, false, buy_back, true});
    for (const uint32_t b : rows) {
      const Link& bought = links[b];
      if (bought.kind != sold.kind || bought.owner == sold.owner || bought.from == kAlways || bought.from > today ||
          std::abs(bought.from - sold.to) > 30)
        continue;
      const auto tie = suspect(sold.owner, bought.owner, sold.to);
      if (!tie || !is_less(on(bought.from - 1, bought.owner), on(bought.from, bought.owner)) ||
          on(today, bought.owner).high.value == Rational(0))
        continue;
      out.push_back({sold.owner, bought.owner, company, sold.to, s, b, tie->first, tie->second, buy_back});
    }
  }
  return out;
}

std::string text_of(std::span<const Transfer> transfers) {
  std::string out;
  for (const Transfer& t : transfers)
    out += fmt::format("{} {} {} on {}: {} {} {} {} {} {}\n", t.seller, t.buyer, t.company, t.day, t.sold, t.bought,
                       t.tie, t.by_relative, t.buy_back, t.near_listing);
  return out;
}

TEST(Holdings, TransfersAreThoseOfEachSaleWithEachPurchase) {
  size_t by_relatives = 0, by_managers = 0;
  for (uint64_t seed = 0; seed < 2000; ++seed) {
    Random graph(seed);
    const ListingDays days = {{1, kToday - 60}};
    const Holdings holdings = Holdings::build(graph.structure, {kToday, kForever}, days);
    for (PartyId company = 0; company < graph.structure.parties(); ++company) {
      ASSERT_EQ(text_of(holdings.transfers(company)), text_of(naive_transfers(holdings, company, days))) << seed;
      for (const Transfer& t : holdings.transfers(company)) {
        by_relatives += t.by_relative;
        by_managers += !t.by_relative && !t.near_listing;
      }
    }
  }
  EXPECT_GT(by_relatives, 200U);
  EXPECT_GT(by_managers, 200U);
}

TEST(Cascade, WhoActsTogetherIsWhoIsReachedByPacts) {
  size_t some = 0;
  for (uint64_t seed = 0; seed < 2000; ++seed) {
    Random graph(seed);
    for (size_t i = graph.below(12); i > 0; --i)
      graph.structure.add({.owner = 1 + graph.below(graph.structure.parties() - 1),
                           .owned = 0,
                           .with = 1 + graph.below(graph.structure.parties() - 1),
                           .kind = LinkKind::kPact});
    const Holdings holdings = Holdings::build(graph.structure, {kToday, kForever});
    const RuleInForce rule = rule_on("eu", kToday);
    const Cascade cascade = Cascade::build(holdings, *rule.rule, {});
    const auto is_in = [&](PartyId party) { return party % 3 == 1; };
    std::set<PartyId> joined;
    const auto is_joined = [&](PartyId party) { return is_in(party) || joined.contains(party); };
    for (bool grew = true; grew;) {
      grew = false;
      for (const Stake& pact : holdings.of(0, LinkKind::kPact))
        if (is_joined(pact.owner) != is_joined(pact.with))
          grew = joined.insert(is_joined(pact.owner) ? pact.with : pact.owner).second;
    }
    some += joined.size();
    ASSERT_EQ(cascade.acting_together(0, is_in), std::vector<PartyId>(joined.begin(), joined.end())) << seed;
  }
  EXPECT_GT(some, 1000U);
}

// A company that succeeded another and was listed itself is a sharer still for those that are looked at after it.
TEST(Holdings, AChangeOfOneSharerLosesNoOther) {
  Structure structure;
  Reporter reporter;
  ASSERT_TRUE(
      read_structure_csv("owner,owned,share,kind,from,to,with\n"
                         ",C,,address,2015-01-01,2022-03-01,\"Harbour Road 5, Limassol\"\n"
                         ",B,,address,2022-03-05,,\"Harbour Road 5, Limassol\"\n"
                         ",A,,address,2022-03-10,,\"Harbour Road 5, Limassol\"\n"
                         "D,C,,director,2015-01-01,,\n",
                         "s.csv", structure, reporter));
  const PartyId a = *structure.find("A"), b = *structure.find("B"), c = *structure.find("C");
  const Holdings holdings =
      Holdings::build(structure, {day_from_civil({2022, 6, 1}), kForever}, {{b, day_from_civil({2022, 3, 12})}});
  const std::vector<CompanyRows> changed = {{c, {holdings.rows_of(c).begin(), holdings.rows_of(c).end()}, 0}};
  const Holdings updated = Holdings::with(holdings, changed);
  ASSERT_EQ(holdings.successions(a).size(), 2U);
  EXPECT_EQ(updated.successions(a).size(), 2U);
  EXPECT_EQ(updated.successions(b).size(), holdings.successions(b).size());
}

// All rules over a graph, of company `asked`; how many seconds of the processor.
double seconds(const std::string& rows, std::string_view asked, std::span<const std::string> listed_names) {
  Structure structure;
  Reporter reporter;
  EXPECT_TRUE(read_structure_csv("owner,owned,share,kind,from,to,with\n" + rows, "s.csv", structure, reporter));
  EXPECT_EQ(reporter.count(Severity::kSkipped), 0U);
  std::vector<PartyId> listed;
  for (const std::string& name : listed_names) listed.push_back(structure.party(name));
  const std::clock_t begin = std::clock();
  const Day day = day_from_civil({2024, 6, 1});
  const Holdings holdings = Holdings::build(structure, {day, kForever});
  for (const std::string& id : rule_ids()) {
    const RuleInForce rule = rule_on(id, day);
    const Cascade cascade = Cascade::build(holdings, *rule.rule, listed);
    const Judge judge(cascade, rule.is_early);
    const Finding finding = judge.find(*structure.find(asked));
    explain(judge, finding);
    EXPECT_EQ(judge.verdict(finding.company), finding.verdict);
  }
  return static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
}

constexpr int kMany = 5'000;
constexpr double kMostSeconds = 10;  // without sanitizers under one

TEST(ManyRows, OfSellersAndBuyers) {
  std::string rows, with_relatives;
  std::vector<std::string> sellers;
  for (int i = 0; i < kMany; ++i) {
    rows += fmt::format("S{},A,1/20000,,2010-01-01,2024-03-01,\nB{},A,1/20000,,2024-03-01,,\n", i, i);
    with_relatives += fmt::format("S{},B{},,family,,,\n", i, i);
    sellers.push_back(fmt::format("S{}", i));
  }
  EXPECT_LT(seconds(rows, "A", sellers), kMostSeconds);
  EXPECT_LT(seconds(rows, "A", std::span(sellers).first(1)), kMostSeconds);
  EXPECT_LT(seconds(rows + with_relatives, "A", sellers), kMostSeconds);
}

TEST(ManyRows, OfOneOwner) {
  std::string rows;
  for (int i = 0; i < kMany; ++i)
    rows += fmt::format("X,A,1/{},,{},{},\n", 20000 + i % 2, DateSpan::day(civil_from_day(5000 + i)).text(),
                        DateSpan::day(civil_from_day(15000 + i)).text());
  const std::vector<std::string> listed = {"X"};
  EXPECT_LT(seconds(rows, "A", listed), kMostSeconds);
}

TEST(ManyRows, OfRelativesOfOneSeller) {
  std::string rows = "X,A,60%,,2010-01-01,2024-03-01,\n";
  for (int i = 0; i < 6 * kMany; ++i) rows += fmt::format("X,B{},,family,,,\nB{},A,1/60000,,2024-03-01,,\n", i, i);
  const std::vector<std::string> listed = {"X"};
  EXPECT_LT(seconds(rows, "A", listed), kMostSeconds);
}

TEST(ManyRows, OfOneDirector) {
  std::string rows;
  for (int i = 0; i < kMany; ++i) rows += fmt::format("D,A{},,director,2020-01-01,,\n", i);
  const std::vector<std::string> listed = {"A0"};
  EXPECT_LT(seconds(rows, "A5", listed), kMostSeconds);
}

TEST(ManyRows, OfPactsWithOne) {
  std::string rows = "X0,A,1/20000,,,,\n";
  for (int i = 1; i < kMany; ++i) rows += fmt::format("X{},A,1/20000,,,,\nX0,A,,pact,,,X{}\n", i, i);
  const std::vector<std::string> listed = {"X0"};
  EXPECT_LT(seconds(rows, "A", listed), kMostSeconds);
}

}  // namespace
}  // namespace cordon::graph
