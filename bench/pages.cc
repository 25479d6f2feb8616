// pages SNAPSHOT LIST [--answers]: what screening pages costs, step by step, one thread, as one line of JSON; LIST
// names a file of a page a line. --answers: the answers themselves instead, a line each, to hold two programs against
// each other.
#include <sys/resource.h>

#include <cstdio>
#include <ctime>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "base/mapped_file.h"
#include "reading/attribution.h"
#include "reading/lexicon.h"
#include "reading/mention_steps.h"
#include "reading/page_kinds.h"
#include "reading/parties.h"
#include "reading/quotes.h"
#include "reading/sentences.h"
#include "reading/tagger.h"
#include "screen/json.h"
#include "screen/page.h"
#include "syntax/html.h"
#include "syntax/source_text.h"

namespace cordon {
namespace {

// Of this thread's own time, so that what else runs on the machine does not count.
double cpu_seconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

double memory_mb() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) / 1024;
}

constexpr std::array<const char*, reading::kMentionSteps> kSteps = {
    "", "cut", "words", "runs", "pairs", "named", "stretches", "bound", "parties", "judge", "singles", "aliases"};

class Costs {
 public:
  void add(const std::string& step, double seconds) { json_[step] = json_.value(step, 0.0) + seconds; }
  template <typename Do>
  auto of(const std::string& step, const Do& run) {
    const double begin = cpu_seconds();
    auto out = run();
    add(step, cpu_seconds() - begin);
    return out;
  }
  nlohmann::json& json() { return json_; }

 private:
  nlohmann::json json_ = nlohmann::json::object();
};

int fail(const Error& error) {
  std::cerr << "pages: " << error.text() << '\n';
  return 2;
}

// The stages of reading::read(), one by one.
void read_by_stages(const reading::Page& page, const std::vector<reading::ListedMention>& listed, Costs& costs) {
  using namespace reading;
  const Readers readers{.rules = true, .tagger = &Tagger::shipped()};
  const Text text = costs.of("text", [&] { return prepare_text(page); });
  const Lexicon& lexicon = Lexicon::of(text.language);
  const std::vector<Quote> quotes = costs.of("sentences", [&] { return find_quotes(text, lexicon); });
  const std::vector<Sentence> sentences = costs.of("sentences", [&] { return cut_sentences(text, lexicon, quotes); });
  const TokenKinds kinds = costs.of("tokens", [&] { return token_kinds(text, lexicon); });
  Parties parties = costs.of("named parties", [&] { return find_parties(text, kinds, quotes, sentences, listed); });
  const std::vector<Attribution> attributions =
      costs.of("attributions", [&] { return find_attributions(text, quotes, sentences, parties, readers); });
  std::vector<Claim> claims =
      costs.of("speakers", [&] { return settle_speakers(text, kinds, sentences, attributions, parties); });
  const Goods goods = costs.of("goods", [&] { return find_goods(text, lexicon, parties); });
  costs.of("propositions", [&] { return join_propositions(text, sentences, parties, goods, claims); });
}

// The whole chain, cold: seconds, and the memory that it takes over the snapshot.
int measure_chain(const std::shared_ptr<const screen::Screener>& screener, const std::vector<std::string>& paths,
                  nlohmann::json& out) {
  const double before_mb = memory_mb();
  const screen::PageScreener pages(screener);
  size_t bytes = 0;
  double seconds = 0;
  for (const std::string& path : paths) {
    const auto file = MappedFile::open(path);
    if (!file) return fail(file.error());
    bytes += file->bytes().size();
    const double begin = cpu_seconds();
    screen::to_json_line(pages.screen(file->bytes(), path), screener->snapshot(), screener->settings().profile);
    seconds += cpu_seconds() - begin;
  }
  out["chain"] = seconds;
  out["pages"] = paths.size();
  out["mb"] = static_cast<double>(bytes) / 1e6;
  out["memory_mb"] = memory_mb() - before_mb;
  return 0;
}

// The same step by step, and what finding mentions takes where every word and pair was met before.
int measure_steps(const screen::Snapshot& snapshot, const Profile& profile, const std::vector<std::string>& paths,
                  nlohmann::json& out) {
  Costs costs;
  const reading::ListedNames listed{snapshot.text_names(), [&](uint32_t number) { return snapshot.entity(number); }};
  reading::MentionReader reader(listed, profile);
  reading::MentionClock clock;
  reader.measure(&clock);
  std::vector<reading::Page> pages;
  size_t letters = 0, mentions = 0;
  for (const std::string& path : paths) {
    const auto file = MappedFile::open(path);
    if (!file) return fail(file.error());
    const auto text =
        costs.of("markup", [&] { return std::make_unique<SourceText>(SourceText::decode(file->bytes())); });
    costs.of("markup", [&] { return html::Document::parse(text->text()).parsed_bytes(); });
    auto page = costs.of("page", [&] { return reading::page_from_bytes(file->bytes(), path); });
    if (!page) continue;
    for (const reading::Block& block : page->blocks) letters += block.text.size();
    const auto found = costs.of("mentions", [&] { return reader.read(*page); });
    if (!found) return fail(found.error());
    mentions += found->size();
    read_by_stages(*page, *found, costs);
    pages.push_back(std::move(*page));
  }
  reader.measure(nullptr);
  for (const reading::Page& page : pages) {
    const auto again = costs.of("mentions again", [&] { return reader.read(page); });
    if (!again) return fail(again.error());
  }
  for (size_t i = 1; i < reading::kMentionSteps; ++i) {
    out[std::string("mentions: ") + kSteps[i]] = clock.seconds[i];
    out[std::string("times: ") + kSteps[i]] = clock.times[i];
  }
  out.update(costs.json());
  out["text_mb"] = static_cast<double>(letters) / 1e6;
  out["found"] = mentions;
  out["names"] = snapshot.index().names();
  return 0;
}

int run(const std::vector<std::string>& arguments) {
  auto snapshot = screen::Snapshot::open(arguments[0]);
  if (!snapshot) return fail(snapshot.error());
  if (auto whole = (*snapshot)->verify(); !whole) return fail(whole.error());
  auto profile = load_profile("default");
  if (!profile) return fail(profile.error());
  screen::ScreenSettings settings;
  settings.profile = *profile;
  auto made = screen::Screener::build(*snapshot, settings);
  if (!made) return fail(made.error());
  const auto screener = std::make_shared<const screen::Screener>(std::move(*made));
  std::vector<std::string> paths;
  std::ifstream list(arguments[1]);
  for (std::string line; std::getline(list, line);)
    if (!line.empty()) paths.push_back(line);
  if (arguments.size() < 3) {
    nlohmann::json out = nlohmann::json::object();
    if (const int code = measure_chain(screener, paths, out); code != 0) return code;
    if (const int code = measure_steps(**snapshot, *profile, paths, out); code != 0) return code;
    std::cout << out.dump() << '\n';
    return 0;
  }
  const screen::PageScreener pages(screener);
  for (const std::string& path : paths) {
    const auto file = MappedFile::open(path);
    if (!file) return fail(file.error());
    std::cout << screen::to_json_line(pages.screen(file->bytes(), path), **snapshot, *profile) << '\n';
  }
  return 0;
}

}  // namespace
}  // namespace cordon

int main(int argc, char** argv) {
  if (argc < 3) {
    std::cerr << "usage: pages SNAPSHOT LIST [--answers]\n";
    return 2;
  }
  return cordon::run({argv + 1, argv + argc});
}
