// What judging costs: judging SNAPSHOT THRESHOLD < NAMES (one name a line; threshold in points) screens every name and
// prints as JSON, of the best of three rounds, processor time of one thread:
//   names        listed names that may reach the threshold, whose points are computed
//   name_ns      to judge one of them: its points by the exact law, with all the retrieval that found it
//   query_ns     all the work of a query: preparing, retrieving, judging, explaining
//   hits         entities at or over the threshold by name, judged again with all their evidence
//   hit_ns       to read one of them and to judge it with all its evidence
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <iostream>
#include <map>
#include <string>
#include <vector>

#include "match/judge.h"
#include "screen/snapshot.h"

namespace {

using namespace cordon;

// Other programs do not count.
std::chrono::nanoseconds now() {
  timespec t = {};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
  return std::chrono::seconds(t.tv_sec) + std::chrono::nanoseconds(t.tv_nsec);
}

struct Times {
  uint64_t names = 0;
  uint64_t hits = 0;
  uint64_t points = 0;  // so that nothing is optimised away
  std::chrono::nanoseconds all{};
  std::chrono::nanoseconds retrieving{};
  std::chrono::nanoseconds explaining{};
};

Result<Times> measure(const screen::Snapshot& snapshot, const std::vector<std::string>& names, Points threshold,
                      const Profile& profile) {
  Times out;
  index::Workspace work;
  const auto start = now();
  for (const std::string& name : names) {
    Subject subject;
    subject.names.push_back({name, {}, {}, {}, false});
    const match::Query query = match::prepare_query(subject, profile);
    std::map<uint32_t, std::vector<match::ListedName>> hits;
    const uint64_t before = work.judged;
    const auto met = now();
    snapshot.index().retrieve(query, threshold, profile, work, [&](const index::Index::Candidate& candidate) {
      hits[candidate.entity].assign(candidate.names.begin(), candidate.names.end());
      return 0;
    });
    out.retrieving += now() - met;
    out.names += work.judged - before;
    const auto begin = now();
    for (const auto& [number, listed] : hits) {
      TRY(const Entity entity, snapshot.entity(number));
      out.points += static_cast<uint64_t>(match::judge(query, entity, snapshot.entities(), profile, listed).score);
      ++out.hits;
    }
    out.explaining += now() - begin;
  }
  out.all = now() - start;
  return out;
}

double each(std::chrono::nanoseconds d, uint64_t n) {
  return n == 0 ? 0.0 : static_cast<double>(d.count()) / static_cast<double>(n);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    std::fputs("usage: judging SNAPSHOT THRESHOLD < NAMES\n", stderr);
    return 2;
  }
  const auto snapshot = screen::Snapshot::open(argv[1]);
  if (!snapshot) {
    std::fprintf(stderr, "judging: %s\n", snapshot.error().text().c_str());
    return 2;
  }
  std::vector<std::string> names;
  for (std::string line; std::getline(std::cin, line);) names.push_back(line);
  Times best;
  for (int round = 0; round < 3; ++round) {
    const auto times = measure(**snapshot, names, std::atoi(argv[2]), default_profile());
    if (!times) {
      std::fprintf(stderr, "judging: %s\n", times.error().text().c_str());
      return 2;
    }
    if (round == 0 || times->all < best.all) best = *times;
  }
  std::printf("{\"names\":%llu,\"name_ns\":%.0f,\"query_ns\":%.0f,\"hits\":%llu,\"hit_ns\":%.0f,\"points\":%llu}\n",
              static_cast<unsigned long long>(best.names), each(best.retrieving, best.names),
              each(best.all, names.size()), static_cast<unsigned long long>(best.hits),
              each(best.explaining, best.hits), static_cast<unsigned long long>(best.points));
}
