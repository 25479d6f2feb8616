// What comparing a word's letters with many costs: edits < NAMES (one name a line) takes the folds of the names' parts,
// each with those that share one of its deletions, as the index would give them, and prints as JSON
//   words, candidates, near   how many there are, and how many candidates are near
//   matrix_ns, band_ns        for one candidate by the naive twin, and by osa_distance(), processor time of one thread,
//   scalar_ns, avx2_ns        and by edit_distances() on each level that this processor has; best of five rounds
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <iostream>
#include <map>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "match/near_folds.h"
#include "match/similarity.h"
#include "reference/osa_distance.h"

namespace {

using namespace cordon;

struct Task {
  std::string_view word;
  std::vector<std::string_view> candidates;
};

// The first eight letters with none to two left out, as in the index.
std::set<std::string> deletions(std::string_view fold) {
  std::set<std::string> out = {std::string(fold.substr(0, 8))};
  for (int edit = match::max_edits(fold.size()); edit > 0; --edit)
    for (const std::string& word : std::set(out))
      for (size_t i = 0; i < word.size(); ++i) out.insert(word.substr(0, i) + word.substr(i + 1));
  return out;
}

std::vector<Task> tasks_of(const std::set<std::string>& folds) {
  std::unordered_map<std::string, std::vector<std::string_view>> buckets;
  for (const std::string& fold : folds)
    for (const std::string& deletion : deletions(fold)) buckets[deletion].push_back(fold);
  std::vector<Task> out;
  for (const std::string& fold : folds) {
    std::set<std::string_view> near;
    for (const std::string& deletion : deletions(fold)) near.insert(buckets[deletion].begin(), buckets[deletion].end());
    out.push_back({fold, {near.begin(), near.end()}});
  }
  return out;
}

double now() {
  timespec t = {};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
  return static_cast<double>(t.tv_sec) * 1e9 + static_cast<double>(t.tv_nsec);
}

// Nanoseconds of the best round, and how many candidates are near.
template <typename CountNear>
std::pair<double, size_t> best_of(const std::vector<Task>& tasks, const CountNear& count_near) {
  std::pair<double, size_t> best = {1e18, 0};
  for (int round = 0; round < 5; ++round) {
    const double start = now();
    size_t near = 0;
    for (const Task& task : tasks) near += count_near(task);
    best = {std::min(best.first, now() - start), near};
  }
  return best;
}

}  // namespace

int main() {
  std::set<std::string> folds;
  for (std::string line; std::getline(std::cin, line);)
    for (const match::Unit& unit : match::prepare(line, names::NameType::kPerson).units)
      for (const match::Form& form : unit.forms) folds.insert(form.folded);
  const std::vector<Task> tasks = tasks_of(folds);
  size_t candidates = 0;
  for (const Task& task : tasks) candidates += task.candidates.size();

  const auto each = [](const auto& distance) {
    return [&distance](const Task& task) {
      size_t near = 0;
      for (const std::string_view fold : task.candidates) {
        const int cutoff = match::max_edits(std::min(task.word.size(), fold.size()));
        near += distance(fold, task.word, cutoff) <= cutoff;
      }
      return near;
    };
  };
  std::vector<uint8_t> distances;
  const auto batch = [&](CpuLevel level) {
    return [&, level](const Task& task) {
      distances.resize(task.candidates.size());
      match::edit_distances(task.word, task.candidates, distances, level);
      return distances.size() - static_cast<size_t>(std::ranges::count(distances, match::kFar));
    };
  };
  const auto naive = [](auto a, auto b, int) { return reference::osa_distance(a, b); };
  std::map<std::string, std::pair<double, size_t>> results;
  results["matrix_ns"] = best_of(tasks, each(naive));
  results["band_ns"] = best_of(tasks, each(match::osa_distance));
  results["scalar_ns"] = best_of(tasks, batch(CpuLevel::kScalar));
  if (highest_cpu_level() >= CpuLevel::kAvx2) results["avx2_ns"] = best_of(tasks, batch(CpuLevel::kAvx2));

  const size_t near = results["band_ns"].second;
  std::printf("{\"words\":%zu,\"candidates\":%zu,\"near\":%zu", tasks.size(), candidates, near);
  for (const auto& [name, result] : results) {
    if (result.second != near) {
      std::fprintf(stderr, "edits: %s finds %zu near, not %zu\n", name.c_str(), result.second, near);
      return 2;
    }
    std::printf(",\"%s\":%.2f", name.c_str(), result.first / static_cast<double>(candidates));
  }
  std::puts("}");
}
