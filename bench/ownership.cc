// How long the ownership rules take on a large structure, on one core: parties and links made up, all verdicts under
// all rules, one company, and one changed link.
//
//   cordon_bench_ownership [PARTIES [LINKS]]      default 10,000,000 and 15,000,000
//
// Links go from lower-numbered parties to higher ones within a window, one in fifty back (rings); one party in two
// hundred is listed; shares are the bands and round figures of registers, some are known as ranges, some of votes.
#include <fmt/format.h>
#include <sys/resource.h>

#include <chrono>
#include <cstdlib>
#include <random>

#include "graph/change.h"
#include "graph/explain.h"

namespace {

using namespace cordon;
using namespace cordon::graph;

// Of this process alone: what others do on the machine does not count.
double cpu_seconds() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  const auto of = [](const timeval& t) { return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_usec) / 1e6; };
  return of(usage.ru_utime) + of(usage.ru_stime);
}
double gigabytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) / (1 << 20);
}

// Of 200 changes of one link each, under every rule: the share of an existing stake becomes all or nothing, and the
// companies that it touches are judged again. Prints the mean and the slowest.
void measure_changes(Structure& structure, const Holdings& holdings, const std::vector<Cascade>& cascades) {
  constexpr size_t kChanges = 200;
  const size_t links = structure.links().size();
  const ShareId all = structure.share(*parse_share("100%")), none = structure.share(*parse_share("0%"));
  double sum = 0, slowest = 0;
  size_t judged = 0, anew = 0, differ = 0;
  for (size_t i = 0; i < kChanges; ++i) {
    const uint32_t old = static_cast<uint32_t>(links / kChanges * i);
    Link link = structure.links()[old];
    link.share = structure.share(link.share).low.value > Rational(1, 2) ? none : all;
    structure.add(link);
    CompanyRows rows{link.owned, {holdings.rows_of(link.owned).begin(), holdings.rows_of(link.owned).end()}, 0};
    std::erase(rows.rows, old);
    rows.rows.push_back(static_cast<uint32_t>(structure.links().size() - 1));
    const double begin = cpu_seconds();
    const Holdings changed = Holdings::with(holdings, std::span(&rows, 1));
    for (const Cascade& cascade : cascades) {
      const Cascade updated = Cascade::update(cascade, changed);
      const auto touched = touched_by_change(updated);
      anew += !touched;
      if (!touched) continue;
      const Judge before(cascade, false), after(updated, false);
      for (const PartyId party : *touched) differ += before.find(party).verdict != after.find(party).verdict;
      judged += touched->size();
    }
    const double took = cpu_seconds() - begin;
    sum += took;
    slowest = std::max(slowest, took);
  }
  fmt::print(
      "one changed link under all rules: {:.3f} ms in the mean, the slowest of {} {:.2f} ms; {} answers judged again, "
      "{} "
      "verdicts differ, {} cascades built anew\n",
      sum / kChanges * 1000, kChanges, slowest * 1000, judged, differ, anew);
}

Structure make(size_t parties, size_t links, std::vector<PartyId>& listed) {
  Structure out;
  out.reserve(parties, links);
  std::mt19937_64 random(1);
  for (size_t i = 0; i < parties; ++i) {
    out.party(fmt::format("Company {}", i));
    if (random() % 200 == 0) listed.push_back(static_cast<PartyId>(i));
  }
  std::vector<ShareId> shares;
  for (const std::string_view text : {"100%", "60%", "51%", "50%", "49%", "40%", "1/3", "30%", "25%", "20%", "10%",
                                      "5%", ">25-50%", ">50-<75%", ">=75%", "unknown"})
    shares.push_back(out.share(*parse_share(text)));
  for (size_t i = 0; i < links; ++i) {
    const size_t a = random() % (parties - 1), window = std::min<size_t>(1000, parties - 1 - a);
    const size_t b = a + 1 + random() % window;
    Link link;
    link.owner = static_cast<PartyId>(a);
    link.owned = static_cast<PartyId>(b);
    if (random() % 50 == 0) std::swap(link.owner, link.owned);
    link.kind = random() % 10 == 0 ? LinkKind::kVotes : LinkKind::kShares;
    link.share = shares[random() % shares.size()];
    if (random() % 4 == 0) link.from = 18000;
    if (random() % 20 == 0) link.to = 20000;
    link.row = static_cast<uint32_t>(i + 2);
    out.add(link);
  }
  return out;
}

}  // namespace

int main(int argc, char** argv) {
  const size_t parties = argc > 1 ? std::strtoull(argv[1], nullptr, 10) : 10'000'000;
  const size_t links = argc > 2 ? std::strtoull(argv[2], nullptr, 10) : parties * 3 / 2;
  std::vector<PartyId> listed;
  double begin = cpu_seconds();
  Structure structure = make(parties, links, listed);
  fmt::print("{} parties, {} links, {} listed: made in {:.1f} s\n", parties, links, listed.size(),
             cpu_seconds() - begin);
  const double all = begin = cpu_seconds();
  const Holdings holdings = Holdings::build(structure, {20782, kForever});
  fmt::print("holdings of the day: {:.1f} s\n", cpu_seconds() - begin);
  double slowest = 0;
  std::vector<Cascade> cascades;
  for (const std::string& id : rule_ids()) {
    begin = cpu_seconds();
    const Cascade& cascade = cascades.emplace_back(Cascade::build(holdings, *rule_on(id, 20782).rule, listed));
    const Judge judge(cascade, false);
    size_t counts[5] = {};
    for (PartyId party = 0; party < structure.parties(); ++party) ++counts[static_cast<size_t>(judge.verdict(party))];
    fmt::print("{:5} {:5.1f} s  listed {}, certain {}, possible {}, control {}, clear {}\n", id, cpu_seconds() - begin,
               counts[4], counts[3], counts[2], counts[1], counts[0]);
    for (PartyId party = 1; party < structure.parties(); party += static_cast<PartyId>(structure.parties() / 200 + 1)) {
      const double asked = cpu_seconds();
      explain(judge, judge.find(party));
      slowest = std::max(slowest, cpu_seconds() - asked);
    }
  }
  fmt::print(
      "all verdicts under all rules: {:.1f} s; one company with its paths, the slowest of 1,400: {:.2f} ms; {:.2f} "
      "GB\n",
      cpu_seconds() - all, slowest * 1000, gigabytes());
  measure_changes(structure, holdings, cascades);
}
