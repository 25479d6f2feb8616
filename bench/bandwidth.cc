// What this machine can do at most, for bench/limits.py: bandwidth [MB] prints as JSON, of the best of five rounds on
// one thread:
//   stream_gb_s      a buffer of so many MB (1024: far more than the caches) read from front to back
//   line_ns          a cache line at a random place of it, where the next one does not depend on it
//   chain_ns         a cache line whose place the one before it holds: latency
//   instruction_ns   an instruction, where four do not depend on each other
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <numeric>
#include <vector>

namespace {

constexpr size_t kLine = 64;
constexpr size_t kSteps = 4'000'000;  // of random reading

struct alignas(kLine) Line {
  uint64_t next;  // the lines are one ring in random order
  uint64_t rest[7];
};

// What is computed must not be optimised away.
void keep(uint64_t value) { asm volatile("" : : "r"(value)); }

uint64_t mixed(uint64_t state) {  // splitmix64
  state = (state ^ state >> 30) * 0xBF58476D1CE4E5B9;
  state = (state ^ state >> 27) * 0x94D049BB133111EB;
  return state ^ state >> 31;
}

double thread_ns() {  // processor time
  timespec t = {};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
  return static_cast<double>(t.tv_sec) * 1e9 + static_cast<double>(t.tv_nsec);
}

template <typename Work>
double best_ns(const Work& work) {
  double best = 1e300;
  for (int round = 0; round < 5; ++round) {
    const double begin = thread_ns();
    work();
    best = std::min(best, thread_ns() - begin);
  }
  return best;
}

std::vector<Line> ring(size_t lines) {
  std::vector<uint64_t> order(lines);
  std::iota(order.begin(), order.end(), 0);
  for (size_t i = lines - 1; i > 0; --i) std::swap(order[i], order[mixed(i) % (i + 1)]);
  std::vector<Line> out(lines);
  for (size_t i = 0; i < lines; ++i) out[order[i]].next = order[(i + 1) % lines];
  return out;
}

}  // namespace

int main(int argc, char** argv) {
  const size_t mb = argc > 1 ? std::strtoull(argv[1], nullptr, 10) : 1024;
  if (argc > 2 || mb == 0) {
    std::fputs("usage: bandwidth [MB]\n", stderr);
    return 2;
  }
  const std::vector<Line> lines = ring((mb << 20) / kLine);
  const double stream = best_ns([&] {
    uint64_t sum = 0;
    for (const Line& line : lines) {
      sum += line.next;
      for (const uint64_t word : line.rest) sum += word;
    }
    keep(sum);
  });
  const double random = best_ns([&] {
    uint64_t sum = 0;
    for (size_t i = 0; i < kSteps; ++i) sum += lines[mixed(i) % lines.size()].next;
    keep(sum);
  });
  const double chain = best_ns([&] {
    uint64_t at = 0;
    for (size_t i = 0; i < kSteps / 4; ++i) at = lines[at].next;
    keep(at);
  });
  const double instructions = best_ns([&] {
    uint64_t a = 0, b = 0, c = 0, d = 0;
    for (size_t i = 0; i < kSteps; ++i)
#pragma GCC unroll 16
      for (int unrolled = 0; unrolled < 16; ++unrolled) {
        ++a, ++b, ++c, ++d;
        asm volatile("" : "+r"(a), "+r"(b), "+r"(c), "+r"(d));
      }
    keep(a + b + c + d);
  });
  std::printf("{\"mb\":%zu,\"stream_gb_s\":%.2f,\"line_ns\":%.2f,\"chain_ns\":%.2f,\"instruction_ns\":%.4f}\n", mb,
              static_cast<double>(lines.size() * kLine) / stream, random / kSteps, chain / (kSteps / 4),
              instructions / (kSteps * 64.0));
}
