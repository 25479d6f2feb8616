// Mentions of listed parties in texts, one JSON line a text: for score.py of the gold pages, for the carrier sentences
// of bench/carriers.py, and for the speed of the scan.
//   mentions SNAPSHOT TEXTS.jsonl     lines {"id", "lang", "main": ["paragraph", …]}
//   mentions SNAPSHOT --speed TEXT    the mentions of a plain text, or of lines as above, in MB/s of CPU time, one
//   thread
#include "reading/mentions.h"

#include <fmt/format.h>
#include <sys/resource.h>

#include <cstdio>
#include <ctime>
#include <fstream>
#include <iostream>
#include <iterator>
#include <nlohmann/json.hpp>

#include "index/text_automaton.h"
#include "reading/mention_steps.h"
#include "screen/snapshot.h"

namespace {

using namespace cordon;

size_t code_points(std::string_view text) {
  size_t n = 0;
  for (const char c : text) n += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  return n;
}

int fail(const Error& error) {
  std::cerr << error.text() << '\n';
  return 2;
}

long memory_kb() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return usage.ru_maxrss;
}

// Of this process's own time, so that what else runs on the machine does not count.
double cpu_seconds() {
  timespec now{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

reading::Page page_of(const nlohmann::json& row) {
  reading::Page page;
  page.language = row.value("lang", "");
  for (const auto& paragraph : row.at("main"))
    page.blocks.push_back({reading::BlockKind::kParagraph, paragraph.get<std::string>(), {}});
  return page;
}

// Lines of a plain text as the blocks of pages of 200 lines; lines of JSON as pages.
std::vector<reading::Page> pages_of(const std::string& path, const std::string& language) {
  std::ifstream in(path);
  std::vector<reading::Page> out;
  std::string line;
  while (std::getline(in, line)) {
    if (line.empty()) continue;
    if (path.ends_with(".jsonl")) {
      out.push_back(page_of(nlohmann::json::parse(line)));
      continue;
    }
    if (out.empty() || out.back().blocks.size() >= 200) out.emplace_back().language = language;
    out.back().blocks.push_back({reading::BlockKind::kParagraph, line, {}});
  }
  return out;
}

// What a pass of the text against all names costs, up to the proposals, and what deciding on these does.
void print_steps(const reading::MentionClock& clock, double mb) {
  using enum reading::MentionStep;
  const auto seconds = [&](std::initializer_list<reading::MentionStep> steps) {
    double sum = 0;
    for (const reading::MentionStep step : steps) sum += clock.seconds[static_cast<size_t>(step)];
    return sum;
  };
  const double cut = seconds({kCut, kWords});
  const double pairs = seconds({kRuns, kPairs, kNamed});
  const double judging = seconds({kStretches, kBound, kParties, kJudge});
  const double rest = seconds({kSingles, kAliases});
  fmt::print(
      "words cut and looked up {:.1f} MB/s, with pairs {:.1f} MB/s; of the time {:.0f} % cutting, {:.0f} % pairs, "
      "{:.0f} % stretches and judging, {:.0f} % single words and aliases\n",
      mb / cut, mb / (cut + pairs), 100 * cut / (cut + pairs + judging + rest),
      100 * pairs / (cut + pairs + judging + rest), 100 * judging / (cut + pairs + judging + rest),
      100 * rest / (cut + pairs + judging + rest));
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) {
    std::cerr << "usage: mentions SNAPSHOT TEXTS.jsonl | mentions SNAPSHOT --speed TEXT [LANGUAGE]\n";
    return 2;
  }
  auto snapshot = screen::Snapshot::open(argv[1]);
  if (!snapshot) return fail(snapshot.error());
  if (auto whole = (*snapshot)->verify(); !whole) return fail(whole.error());
  auto profile = load_profile("default");
  if (!profile) return fail(profile.error());
  const long before = memory_kb();
  const reading::ListedNames listed{(*snapshot)->text_names(),
                                    [&](uint32_t number) { return (*snapshot)->entity(number); }};
  reading::MentionReader reader(listed, *profile);

  if (std::string_view(argv[2]) == "--speed") {
    const auto pages = pages_of(argv[3], argc > 4 ? argv[4] : "");
    size_t bytes = 0;
    for (const auto& page : pages)
      for (const auto& block : page.blocks) bytes += block.text.size();
    constexpr int kRounds = 5;  // the first meets all words and pairs, the last is measured by its steps
    reading::MentionClock clock;
    for (int round = 0; round < kRounds; ++round) {
      size_t found = 0;
      if (round + 1 == kRounds) reader.measure(&clock);
      const double begin = cpu_seconds();
      for (const auto& page : pages) {
        auto mentions = reader.read(page);
        if (!mentions) return fail(mentions.error());
        found += mentions->size();
      }
      const double seconds = cpu_seconds() - begin;
      fmt::print("{:.1f} MB: {:.2f} s, {:.1f} MB/s, {} mentions, peak +{} MB\n", static_cast<double>(bytes) / 1e6,
                 seconds, static_cast<double>(bytes) / 1e6 / seconds, found, (memory_kb() - before) / 1024);
    }
    print_steps(clock, static_cast<double>(bytes) / 1e6);
    return 0;
  }

  std::ifstream in(argv[2]);
  std::string line;
  while (std::getline(in, line)) {
    const auto row = nlohmann::json::parse(line);
    const reading::Page page = page_of(row);
    std::vector<size_t> starts;
    size_t at = 0;
    for (const reading::Block& block : page.blocks) {
      starts.push_back(at);
      at += code_points(block.text) + 1;
    }
    auto mentions = reader.read(page);
    if (!mentions) return fail(mentions.error());
    nlohmann::json out;
    out["id"] = row.at("id");
    out["main_text"] = reading::main_text(page);
    out["mentions"] = nlohmann::json::array();
    for (const reading::ListedMention& m : *mentions) {
      const std::string_view text = page.blocks[m.block].text;
      out["mentions"].push_back({{"begin", starts[m.block] + code_points(text.substr(0, m.begin))},
                                 {"end", starts[m.block] + code_points(text.substr(0, m.end))},
                                 {"text", m.text},
                                 {"entity_ids", m.entity_ids},
                                 {"rule", reading::mention_rule_name(m.rule)},
                                 {"ambiguous", m.is_ambiguous},
                                 {"score", static_cast<double>(m.score) / 10000},
                                 {"bits", static_cast<double>(m.bits) / 1000},
                                 {"read_as", m.read_as},
                                 {"listed_name", m.listed_name}});
    }
    std::cout << out.dump() << '\n';
  }
}
