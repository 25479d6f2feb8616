// What one query costs: queries SNAPSHOT CUSTOMERS screens the customers (any file that `cordon screen` takes) one
// after another on one thread, each with all the work of its answer and its JSON line, and prints one JSON object:
//   subjects, not_screened, with_hits, hits, more   what was answered
//   answers                      hash of all JSON lines
//   rate                         subjects a second of processor time, that of the queries only
//   p50_us p90_us p99_us p999_us max_us mean_us     of one query, processor time: other programs do not count
//   wall_rate                    subjects a second by the clock on the wall: less where this program had to wait
//   resident_mb, of which anonymous_mb, mapped_mb   of this process behind the queries (mapped: the snapshot's pages)
//   listed, found, best, first   with --truth: customers listed, of whom the party is a hit at all (not only one of the
//   best, which are asked for again, without a time), was among the best, was the first
//   steps                        with --steps N: of the first N once more, mean µs of each step, names judged,
//   candidates touched                      with --touched N: of N customers once more, mean and largest KB of pages
//   that one read verified, differences, brute_us   with --verify N: N customers held against brute force over every
//   party
//
// For callgrind: --only N screens the same customers as --steps N and does nothing else; collect from answer_one
// (bench/limits.py), which those that warm are not given to.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <chrono>
#include <climits>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <functional>
#include <memory>
#include <optional>
#include <queue>
#include <span>
#include <string>
#include <thread>
#include <unordered_map>
#include <vector>

#include "base/checksum.h"
#include "intake/records.h"
#include "screen/json.h"
#include "screen/rank.h"
#include "screen/screener.h"
#include "screen/verify.h"

namespace cordon::bench {

using Duration = std::chrono::nanoseconds;

// Processor time, of this thread or of the process.
Duration now(clockid_t clock = CLOCK_THREAD_CPUTIME_ID) {
  timespec t = {};
  clock_gettime(clock, &t);
  return std::chrono::seconds(t.tv_sec) + Duration(t.tv_nsec);
}

double us(Duration d) { return std::chrono::duration<double, std::micro>(d).count(); }

struct Options {
  std::string snapshot, customers, truth;
  size_t count = SIZE_MAX, only = 0, steps = 0, touched = 0, verify = 0;
  unsigned jobs = 1;
};

// Fields of the answer's JSON object, in the order in which they were added.
class Figures {
 public:
  void add(std::string_view name, double value, int digits = 0) {
    char number[64];
    std::snprintf(number, sizeof number, "%.*f", digits, value);
    add_text(name, number);
  }
  void add_count(std::string_view name, uint64_t value) { add_text(name, std::to_string(value)); }
  void add_text(std::string_view name, std::string_view json) {
    text_ += text_.empty() ? "{\"" : ",\"";
    text_ += name;
    text_ += "\":";
    text_ += json;
  }
  std::string json() const { return text_ + "}"; }

 private:
  std::string text_;
};

// Calls visit(subject) for the first `most` customers, one read after the other. Errors: none is there.
template <typename Visit>
Result<void> each_customer(const std::string& path, size_t most, const Visit& visit) {
  Reporter reporter;
  TRY(InputBytes bytes, InputBytes::open(path));
  TRY(const auto reader, intake::open_records(std::move(bytes), path, {}, reporter));
  for (size_t i = 0; i < most; ++i) {
    TRY(const std::optional<Subject> subject, reader->next());
    if (!subject && i == 0) return fail(ErrorCode::kBadInput, "holds no customer", {path});
    if (!subject) break;
    visit(*subject);
  }
  return {};
}

Result<std::vector<Subject>> read_customers(const std::string& path, size_t behind, size_t most) {
  std::vector<Subject> out;
  size_t at = 0;
  CHECK_OK(each_customer(path, behind + most, [&](const Subject& subject) {
    if (at++ >= behind) out.push_back(subject);
  }));
  return out;
}

// The listed party of a customer, by id.
using Truth = std::unordered_map<std::string, std::string>;

// id,entity_id with a header, as make_world writes it.
Result<Truth> read_truth(const std::string& path) {
  Truth out;
  std::ifstream file(path);
  std::string line;
  for (std::getline(file, line); std::getline(file, line);)
    if (const size_t comma = line.find(','); comma != std::string::npos)
      out.emplace(line.substr(0, comma), line.substr(comma + 1));
  if (out.empty()) return fail(ErrorCode::kNotFound, "holds no listed customer", {path});
  return out;
}

// KB of a field such as "RssAnon" of this process.
uint64_t status_kb(std::string_view field) {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);)
    if (line.starts_with(field)) return std::strtoull(line.c_str() + field.size() + 1, nullptr, 10);
  return 0;
}

struct Answer {
  Screening screening;
  std::string line;
};

// All the work of one query. Not inlined, so that callgrind can be told to collect from here.
[[gnu::noinline]] Answer answer_one(const screen::Screener& screener, const Subject& subject) {
  Answer out;
  out.screening = screener.screen(subject);
  out.line = screen::to_json_line(out.screening, screener.snapshot(), screener.settings().profile);
  return out;
}

struct Counts {
  uint64_t not_screened = 0, with_hits = 0, hits = 0, more = 0, listed = 0, best = 0, first = 0;
};

bool has_party(const Screening& s, const std::string& party) {
  return std::ranges::any_of(s.hits, [&](const Hit& hit) { return hit.entity_id == party; });
}

// Returns whether the customer is listed and its party none of the best hits.
bool count(const Screening& s, const Truth& truth, Counts& out) {
  out.not_screened += s.outcome == Outcome::kNotScreened;
  out.with_hits += !s.hits.empty();
  out.hits += s.hits.size();
  out.more += s.more;
  const auto listed = truth.find(s.subject.id);
  if (listed == truth.end()) return false;
  ++out.listed;
  const bool among_best = has_party(s, listed->second);
  out.best += among_best;
  out.first += !s.hits.empty() && s.hits.front().entity_id == listed->second;
  return !among_best;
}

Result<void> measure(const screen::Screener& screener, const Options& options, Figures& out) {
  Truth truth;
  if (!options.truth.empty()) {
    TRY(truth, read_truth(options.truth));
  }
  std::vector<float> each;  // microseconds
  std::vector<Subject> not_among_best;
  Counts counts;
  RunningHash128 answers;
  Duration all{}, waited{};
  CHECK_OK(each_customer(options.customers, options.count, [&](const Subject& subject) {
    const auto at = std::chrono::steady_clock::now();
    const Duration begin = now();
    const Answer answer = answer_one(screener, subject);
    const Duration took = now() - begin;
    waited += std::chrono::steady_clock::now() - at;
    all += took;
    each.push_back(static_cast<float>(us(took)));
    if (count(answer.screening, truth, counts)) not_among_best.push_back(subject);
    answers.append(answer.line);
  }));
  std::sort(each.begin(), each.end());
  const auto at = [&](double share) { return each[static_cast<size_t>(share * static_cast<double>(each.size() - 1))]; };
  out.add_count("subjects", each.size());
  out.add_count("not_screened", counts.not_screened);
  out.add_count("with_hits", counts.with_hits);
  out.add_count("hits", counts.hits);
  out.add_count("more", counts.more);
  out.add_text("answers", '"' + answers.value().hex() + '"');
  out.add("rate", static_cast<double>(each.size()) / us(all) * 1e6, 1);
  out.add("wall_rate", static_cast<double>(each.size()) / us(waited) * 1e6, 1);
  out.add("mean_us", us(all) / static_cast<double>(each.size()), 1);
  for (const auto& [name, share] : {std::pair{"p50_us", .5}, {"p90_us", .9}, {"p99_us", .99}, {"p999_us", .999}})
    out.add(name, at(share), 1);
  out.add("max_us", each.back(), 1);
  out.add("resident_mb", static_cast<double>(status_kb("VmRSS:")) / 1024, 1);
  out.add("anonymous_mb", static_cast<double>(status_kb("RssAnon:")) / 1024, 1);
  out.add("mapped_mb", static_cast<double>(status_kb("RssFile:")) / 1024, 1);
  if (options.truth.empty()) return {};
  out.add_count("listed", counts.listed);
  const auto found = std::ranges::count_if(not_among_best, [&](const Subject& subject) {
    return has_party(screener.screen(subject, SIZE_MAX), truth.at(subject.id));
  });
  out.add_count("found", counts.best + static_cast<uint64_t>(found));
  out.add_count("best", counts.best);
  out.add_count("first", counts.first);
  return {};
}

// The steps of Screener::screen one by one, with nothing remembered at first: as Search::hits has it, but that the time
// of each candidate's judging is taken apart from that of what finds it.
class Steps {
 public:
  explicit Steps(const screen::Screener& screener) : screener_(screener) {}

  Result<void> take(std::span<const Subject> subjects) {
    for (const Subject& subject : subjects) CHECK_OK(find(subject));
    return {};
  }

  void forget_figures() {
    prepare_ = retrieve_ = judge_ = rank_ = json_ = {};
    subjects_ = candidates_ = hits_ = 0;
    judged_before_ = work_.judged;
  }

  std::string json() const {
    Figures out;
    const double n = static_cast<double>(subjects_);
    out.add("prepare_us", us(prepare_) / n, 2);
    out.add("retrieve_us", us(retrieve_) / n, 2);
    out.add("judge_us", us(judge_) / n, 2);
    out.add("rank_us", us(rank_) / n, 2);
    out.add("json_us", us(json_) / n, 2);
    out.add("whole_us", us(prepare_ + retrieve_ + judge_ + rank_ + json_) / n, 2);
    out.add("names_judged", static_cast<double>(work_.judged - judged_before_) / n, 1);
    out.add("candidates", static_cast<double>(candidates_) / n, 2);
    out.add("hits_judged", static_cast<double>(hits_) / n, 2);
    return out.json();
  }

 private:
  void lap(Duration& step) {
    const Duration time = now();
    step += time - last_;
    last_ = time;
  }

  Result<void> find(const Subject& subject) {
    const Profile& profile = screener_.settings().profile;
    const screen::Snapshot& snapshot = screener_.snapshot();
    const auto top = static_cast<size_t>(profile.top);
    ++subjects_;
    last_ = now();
    const auto query = screen::query_of(subject, profile);
    lap(prepare_);
    if (!query) return {};
    std::vector<screen::FoundHit> found;
    std::priority_queue<Points, std::vector<Points>, std::greater<>> best;
    std::optional<Error> failed;
    snapshot.index().retrieve(*query, profile.threshold, profile, work_, [&](const index::Index::Candidate& candidate) {
      lap(retrieve_);
      ++candidates_;
      Result<Entity> entity = snapshot.entity(candidate.entity);
      if (!entity) {
        failed = std::move(entity).error();
        return kPointsOne + 1;
      }
      Hit hit = match::judge(*query, *entity, snapshot.entities(), profile, candidate.names);
      if (hit.score >= profile.threshold) {
        best.push(hit.score);
        if (best.size() > top) best.pop();
        found.push_back({std::move(hit), std::move(*entity), candidate.entity});
      }
      lap(judge_);
      return found.size() > top ? best.top() : 0;
    });
    lap(retrieve_);
    if (failed) return std::unexpected(std::move(*failed));
    hits_ += found.size();
    const Screening screening = screen::ranked(subject, std::move(found), top);
    lap(rank_);
    const std::string line = screen::to_json_line(screening, snapshot, profile);
    lap(json_);
    return {};
  }

  const screen::Screener& screener_;
  index::Workspace work_;
  Duration prepare_{}, retrieve_{}, judge_{}, rank_{}, json_{}, last_{};
  uint64_t subjects_ = 0, candidates_ = 0, hits_ = 0, judged_before_ = 0;
};

// Of the latter half of `subjects`; the former warms.
Result<void> measure_steps(const screen::Screener& screener, std::span<const Subject> subjects, Figures& out) {
  Steps steps(screener);
  CHECK_OK(steps.take(subjects.first(subjects.size() / 2)));
  steps.forget_figures();
  CHECK_OK(steps.take(subjects.subspan(subjects.size() / 2)));
  out.add_text("steps", steps.json());
  return {};
}

// KB of the pages of this mapped file that this process read since it last wrote to clear_refs.
uint64_t referenced_kb(const std::string& file) {
  std::ifstream maps("/proc/self/smaps");
  bool is_file = false;
  uint64_t out = 0;
  for (std::string line; std::getline(maps, line);) {
    const bool is_field = !line.empty() && line[0] >= 'A' && line[0] <= 'Z';
    if (!is_field) is_file = line.ends_with(file);
    if (is_file && line.starts_with("Referenced:")) out += std::strtoull(line.c_str() + 11, nullptr, 10);
  }
  return out;
}

// How much of the snapshot one query reads, in whole pages: what has to come from disk where nothing is cached. A page
// that the processor still has the address of (the TLB is not flushed) may be missing from the count.
Result<void> measure_touched(const screen::Screener& screener, std::span<const Subject> subjects, Figures& out) {
  char real[PATH_MAX];
  if (!realpath(screener.snapshot().path().c_str(), real)) return fail(ErrorCode::kIo, "no such file", {});
  uint64_t all = 0, most = 0;
  for (const Subject& subject : subjects) {
    std::ofstream("/proc/self/clear_refs") << "1\n";
    const Answer answer = answer_one(screener, subject);
    const uint64_t kb = referenced_kb(real);
    all += kb;
    most = std::max(most, kb);
  }
  Figures json;
  json.add("mean_kb", static_cast<double>(all) / static_cast<double>(subjects.size()), 1);
  json.add_count("max_kb", most);
  out.add_text("touched", json.json());
  return {};
}

// Every answer against brute force over all parties, the subjects shared out among the threads.
void verify(const screen::Screener& screener, std::span<const Subject> subjects, unsigned jobs, Figures& out) {
  std::vector<std::string> differences(subjects.size());
  const Duration begin = now(CLOCK_PROCESS_CPUTIME_ID);
  const auto share = [&](size_t first, size_t last) {
    const std::vector<Screening> all = screener.screen_brute_force(subjects.subspan(first, last - first));
    for (size_t i = first; i < last; ++i)
      differences[i] = screen::difference(screener.screen(subjects[i]), all[i - first]).value_or("");
  };
  std::vector<std::jthread> threads;
  for (unsigned t = 0; t < jobs; ++t)
    threads.emplace_back(share, subjects.size() * t / jobs, subjects.size() * (t + 1) / jobs);
  threads.clear();
  uint64_t differing = 0;
  for (const std::string& difference : differences) {
    if (difference.empty()) continue;
    ++differing;
    std::fprintf(stderr, "queries: %s\n", difference.c_str());
  }
  out.add_count("verified", subjects.size());
  out.add_count("differences", differing);
  out.add("brute_us", us(now(CLOCK_PROCESS_CPUTIME_ID) - begin) / static_cast<double>(subjects.size()), 0);
}

constexpr uint32_t kMostPrepared = 200'000;  // parties kept prepared for brute force: 1.5 GB

Result<void> run(const Options& options) {
  TRY(const auto snapshot, screen::Snapshot::open(options.snapshot));
  const bool prepares = options.verify > 0 && snapshot->entities() <= kMostPrepared;
  screen::ScreenSettings settings;
  settings.profile = default_profile();
  settings.verify = prepares;
  TRY(const screen::Screener screener, screen::Screener::build(snapshot, std::move(settings)));
  Figures figures;
  figures.add_count("parties", snapshot->entities());
  if (options.only == 0) CHECK_OK(measure(screener, options, figures));
  const size_t again = std::max({2 * options.only, 2 * options.steps, options.verify});
  std::vector<Subject> subjects;
  if (again > 0) {
    TRY(subjects, read_customers(options.customers, 0, again));
  }
  const auto some = [&](size_t n) { return std::span(subjects).first(std::min(n, subjects.size())); };
  if (options.only > 0) {
    const auto all = some(2 * options.only);
    for (const Subject& subject : all.first(all.size() / 2))
      (void)screen::to_json_line(screener.screen(subject), *snapshot, screener.settings().profile);
    for (const Subject& subject : all.subspan(all.size() / 2)) (void)answer_one(screener, subject);
  }
  if (options.steps > 0) CHECK_OK(measure_steps(screener, some(2 * options.steps), figures));
  if (options.touched > 0) {
    TRY(const std::vector<Subject> next, read_customers(options.customers, options.count, options.touched));
    if (next.empty()) return fail(ErrorCode::kBadInput, "has no customers behind --count", {options.customers});
    CHECK_OK(measure_touched(screener, next, figures));
  }
  if (options.verify > 0) verify(screener, some(options.verify), options.jobs, figures);
  std::puts(figures.json().c_str());
  return {};
}

}  // namespace cordon::bench

int main(int argc, char** argv) {
  CLI::App app{"Screens customers one by one on one thread and prints what a query costs, as JSON."};
  cordon::bench::Options options;
  app.add_option("snapshot", options.snapshot)->required();
  app.add_option("customers", options.customers, "A file that cordon screen takes")->required();
  app.add_option("--count", options.count, "Customers at most");
  app.add_option("--truth", options.truth, "id,entity_id of those that are listed");
  app.add_option("--steps", options.steps, "Time the steps of so many customers, behind as many that warm");
  app.add_option("--touched", options.touched, "Count the pages that so many customers behind --count read");
  app.add_option("--verify", options.verify, "Hold so many customers against brute force");
  app.add_option("--jobs", options.jobs, "Threads of --verify")->check(CLI::Range(1U, 1024U));
  app.add_option("--only", options.only, "Screen what --steps would and time nothing (for callgrind)");
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? 0 : 2;
  }
  if (const auto done = cordon::bench::run(options); !done) {
    std::fprintf(stderr, "queries: %s\n", done.error().text().c_str());
    return 2;
  }
  return 0;
}
