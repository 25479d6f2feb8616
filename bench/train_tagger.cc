// train_tagger train LINES: prints the weights of the tagger (data/reading/tagger.tsv), learned from annotated pages.
// train_tagger read LINES [TABLE]: reads the pages by rules, by the tagger and by both, and prints what each found.
// train_tagger cross LINES FOLDS: the same, each page read by a tagger that has learned from pages of other folds only.
// train_tagger lack LINES FOLDS: as cross, with a lexicon that lacks a quarter of its cues, for each quarter: what
// words that nobody has written down cost, and what of it the tagger gives back. train_tagger time LINES: what reading
// the pages costs by rules and by both, in CPU time.
//
// LINES hold a page each: {"id", "lang", "fold", "learn", "blocks": [text], "attributions": [{"source", "cue",
// "content": [[begin, end]]}]}, offsets in bytes of the blocks joined by '\n'. tools/train_tagger.py makes them.
#include <fmt/format.h>

#include <ctime>
#include <fstream>
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>
#include <unordered_map>

#include "reading/reading.h"
#include "reading/tagger.h"

namespace cordon::reading {
namespace {

using nlohmann::json;

// How it learns. Chosen by cross-validation on the pages that are learned from.
constexpr int kRounds = 25;
constexpr uint64_t kHiddenOfTen = 5;  // cues hidden from the features, in ten
constexpr int64_t kScale = 16;        // weights are sixteenths
constexpr int64_t kLeast = 4;         // smaller weights are left out
constexpr int kSeenLeast = 2;         // of a feature, before it counts

// splitmix64: the same numbers everywhere.
class Random {
 public:
  explicit Random(uint64_t seed) : state_(seed) {}
  uint64_t next() {
    uint64_t z = (state_ += 0x9e3779b97f4a7c15);
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
    z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
    return z ^ (z >> 31);
  }
  uint64_t below(uint64_t n) { return next() % n; }

 private:
  uint64_t state_;
};

struct Gold {
  std::vector<Span> source, cue, content;
};

struct Document {
  std::string id;
  int fold = 0;
  bool learn = true;
  Page page;
  std::vector<Gold> gold;
};

std::vector<Span> spans_of(const json& list) {
  std::vector<Span> out;
  for (const json& pair : list) out.push_back({pair[0].get<uint32_t>(), pair[1].get<uint32_t>()});
  return out;
}

std::vector<Document> read_lines(const char* path) {
  std::ifstream in(path);
  std::vector<Document> out;
  for (std::string line; std::getline(in, line);) {
    const json row = json::parse(line);
    Document doc;
    doc.id = row["id"];
    doc.fold = row["fold"];
    doc.learn = row["learn"];
    doc.page.language = row["lang"];
    for (const json& block : row["blocks"])
      doc.page.blocks.push_back({.kind = BlockKind::kParagraph, .text = block, .places = {}});
    for (const json& a : row["attributions"])
      doc.gold.push_back({spans_of(a["source"]), spans_of(a["cue"]), spans_of(a["content"])});
    out.push_back(std::move(doc));
  }
  return out;
}

using Features = std::vector<int>;

// Names of features, numbered as they come.
class Names {
 public:
  int number(const std::string& name) {
    const auto [at, is_new] = numbers_.try_emplace(name, static_cast<int>(names_.size()));
    if (is_new) names_.push_back(name), seen_.push_back(0);
    ++seen_[at->second];
    return at->second;
  }
  const std::string& name(size_t i) const { return names_[i]; }
  int seen(size_t i) const { return seen_[i]; }
  size_t size() const { return names_.size(); }
  // A sink that collects numbers.
  auto sink(Features& out) {
    return [this, &out](FeatureName name, const auto&... parts) {
      std::string text(name.text);
      if constexpr (sizeof...(parts) > 0) {
        char joint = '=';
        ((text += joint, text += parts.text, joint = '|'), ...);
      }
      out.push_back(number(text));
    };
  }

 private:
  std::unordered_map<std::string, int> numbers_;
  std::vector<std::string> names_;
  std::vector<int> seen_;
};

// An averaged perceptron's weights: now, and summed over all steps.
template <int Labels>
class Averaged {
 public:
  void grow(size_t features) { now_.resize(features), sum_.resize(features); }
  int64_t now(int feature, int label) const { return now_[feature][label]; }
  void add(int feature, int label, int64_t by) {
    now_[feature][label] += by;
    sum_[feature][label] += by * step_;
  }
  void step() { ++step_; }
  // The average over all steps, times kScale, rounded.
  int64_t average(size_t feature, int label) const {
    const int64_t times = (now_[feature][label] * step_ - sum_[feature][label]) * kScale;
    return (times + (times >= 0 ? step_ / 2 : -(step_ / 2))) / step_;
  }

 private:
  std::vector<std::array<int64_t, Labels>> now_, sum_;
  int64_t step_ = 1;
};

struct CueExample {
  Features plain, hidden;
  bool is_cue = false;
};

struct RoleExample {
  std::vector<Features> plain, hidden;
  std::vector<Role> gold;
  int begin = 0, end = 0;
};

uint32_t shared(Span a, const std::vector<Span>& spans) {
  uint32_t sum = 0;
  for (const Span& b : spans) {
    const uint32_t begin = std::max(a.begin, b.begin), end = std::min(a.end, b.end);
    sum += begin < end ? end - begin : 0;
  }
  return sum;
}

class Trainer {
 public:
  void add(const Document& doc) {
    const Text text = prepare_text(doc.page);
    const Lexicon& lexicon = Lexicon::of(text.language);
    const std::vector<Quote> quotes = find_quotes(text, lexicon);
    const std::vector<Sentence> sentences = cut_sentences(text, lexicon, quotes);
    const Parties parties = find_parties(text, token_kinds(text, lexicon), quotes, sentences, {});
    const std::vector<bool> named = named_tokens(text, parties);
    for (const Sentence& sentence : sentences) add_sentence(doc, text, sentence, named);
  }

  std::string train() {
    train_cues();
    train_roles();
    return table();
  }

 private:
  void add_sentence(const Document& doc, const Text& text, const Sentence& sentence, const std::vector<bool>& named) {
    TaggerView plain(text, sentence, named);
    const int n = plain.size();
    std::vector<bool> is_cue(static_cast<size_t>(n), false);
    const auto covers = [&](int i, const std::vector<Span>& spans) {
      const Span span = sentence.units[i].span;
      return 2 * shared(span, spans) > span.end - span.begin;
    };
    for (const Gold& gold : doc.gold) {
      std::vector<int> cue;
      for (int i = 0; i < n; ++i)
        if (plain.may_be_cue(i) && covers(i, gold.cue)) cue.push_back(i), is_cue[i] = true;
      if (cue.empty()) continue;
      RoleExample example;
      example.end = cue.back() + 1;  // of a cue in several pieces the last
      example.begin = cue.back();
      while (example.begin > 0 && std::find(cue.begin(), cue.end(), example.begin - 1) != cue.end()) --example.begin;
      bool any = false;
      bool source = false, content = false;
      for (int i = 0; i < n; ++i) {
        const bool in_cue = i >= example.begin && i < example.end;
        const bool is_source = !in_cue && covers(i, gold.source), is_content = !in_cue && covers(i, gold.content);
        example.gold.push_back(is_source    ? source ? Role::kInSource : Role::kSource
                               : is_content ? content ? Role::kInContent : Role::kContent
                                            : Role::kNone);
        source = is_source;
        content = is_content && !is_source;
        any = any || content;
      }
      if (!any) continue;
      TaggerView hidden = plain;
      for (int i = example.begin; i < example.end; ++i) hidden.hide(i);
      for (int i = 0; i < n; ++i) {
        example.plain.emplace_back();
        example.hidden.emplace_back();
        plain.role_features(example.begin, example.end, i, role_names_.sink(example.plain.back()));
        hidden.role_features(example.begin, example.end, i, role_names_.sink(example.hidden.back()));
      }
      roles_.push_back(std::move(example));
    }
    if (!plain.has_speaker()) return;
    for (int i = 0; i < n; ++i) {
      if (!plain.may_be_cue(i)) continue;
      CueExample example;
      example.is_cue = is_cue[i];
      TaggerView hidden = plain;
      hidden.hide(i);
      plain.cue_features(i, cue_names_.sink(example.plain));
      hidden.cue_features(i, cue_names_.sink(example.hidden));
      cues_.push_back(std::move(example));
    }
  }

  template <class Example>
  static void shuffle(std::vector<Example>& examples, Random& random) {
    for (size_t i = examples.size(); i > 1; --i) std::swap(examples[i - 1], examples[random.below(i)]);
  }

  void train_cues() {
    cue_weights_.grow(cue_names_.size());
    Random random(20261130);
    for (int round = 0; round < kRounds; ++round) {
      shuffle(cues_, random);
      for (const CueExample& example : cues_) {
        const Features& features = random.below(10) < kHiddenOfTen ? example.hidden : example.plain;
        int64_t score = 0;
        for (const int f : features) score += cue_weights_.now(f, 0);
        if ((score > 0) != example.is_cue)
          for (const int f : features) cue_weights_.add(f, 0, example.is_cue ? 1 : -1);
        cue_weights_.step();
      }
    }
  }

  void train_roles() {
    role_weights_.grow(role_names_.size());
    step_weights_.grow(kRoles);
    Random random(20261201);
    for (int round = 0; round < kRounds; ++round) {
      shuffle(roles_, random);
      for (const RoleExample& example : roles_) {
        const std::vector<Features>& features = random.below(10) < kHiddenOfTen ? example.hidden : example.plain;
        RoleScores scores(features.size());
        for (size_t i = 0; i < features.size(); ++i)
          for (const int f : features[i])
            for (int label = 0; label < kRoles; ++label) scores[i][label] += role_weights_.now(f, label);
        for (int i = example.begin; i < example.end; ++i)
          for (int label = 1; label < kRoles; ++label) scores[i][label] = -(int64_t{1} << 40);
        RoleSteps steps{};
        for (int a = 0; a < kRoles; ++a)
          for (int b = 0; b < kRoles; ++b) steps[a][b] = step_weights_.now(a, b);
        const std::vector<Role> guess = best_roles(scores, steps);
        for (size_t i = 0; i < guess.size(); ++i) {
          const int right = static_cast<int>(example.gold[i]), wrong = static_cast<int>(guess[i]);
          if (right != wrong)
            for (const int f : features[i]) role_weights_.add(f, right, 1), role_weights_.add(f, wrong, -1);
          if (i == 0) continue;
          const int before = static_cast<int>(example.gold[i - 1]), guessed = static_cast<int>(guess[i - 1]);
          if (right != wrong || before != guessed)
            step_weights_.add(before, right, 1), step_weights_.add(guessed, wrong, -1);
        }
        role_weights_.step();
        step_weights_.step();
      }
    }
  }

  std::string table() const {
    std::map<std::string, std::string> rows;
    for (size_t f = 0; f < cue_names_.size(); ++f) {
      const int64_t weight = cue_weights_.average(f, 0);
      if (cue_names_.seen(f) >= kSeenLeast && std::abs(weight) >= kLeast)
        rows[cue_names_.name(f)] = fmt::format("{}", weight);
    }
    const auto row = [](const auto& weights, size_t f, bool& big) {
      std::string out;
      for (int label = 0; label < kRoles; ++label) {
        const int64_t weight = weights.average(f, label);
        big = big || std::abs(weight) >= kLeast;
        out += fmt::format("{}{}", label ? "\t" : "", weight);
      }
      return out;
    };
    for (size_t f = 0; f < role_names_.size(); ++f) {
      bool big = false;
      const std::string weights = row(role_weights_, f, big);
      if (big && role_names_.seen(f) >= kSeenLeast) rows[role_names_.name(f)] = weights;
    }
    for (size_t f = 0; f < kRoles; ++f) {
      bool big = false;
      rows[fmt::format("r:after={}", f)] = row(step_weights_, f, big);
    }
    std::string out;
    for (const auto& [name, weights] : rows) out += name + '\t' + weights + '\n';
    return out;
  }

  Names cue_names_, role_names_;
  std::vector<CueExample> cues_;
  std::vector<RoleExample> roles_;
  Averaged<1> cue_weights_;
  Averaged<kRoles> role_weights_, step_weights_;
};

json spans(const std::vector<Span>& list) {
  json out = json::array();
  for (const Span& span : list) out.push_back({span.begin, span.end});
  return out;
}

// As read_by, up to the claims, with a lexicon that lacks every fourth of its cues.
std::vector<Claim> read_lacking(const Readers& readers, const Page& page, int quarter) {
  const Text text = prepare_text(page);
  const Lexicon& lexicon = Lexicon::of(text.language);
  const std::vector<Quote> quotes = find_quotes(text, lexicon);
  std::vector<Sentence> sentences = cut_sentences(text, lexicon, quotes);
  for (Sentence& sentence : sentences)
    for (Unit& unit : sentence.units) {
      if (!unit.is(Kind::kCue) || join_hash(0, feature_hash(text.tokens[unit.token].fold)) % 4 != uint64_t(quarter))
        continue;
      std::erase_if(unit.lexemes, [](const Lexeme* lexeme) { return lexeme->kind == Kind::kCue; });
      unit.kinds &= ~(uint64_t{1} << static_cast<int>(Kind::kCue));
      unit.gap_begin = unit.gap_end = 0;
    }
  const TokenKinds kinds = token_kinds(text, lexicon);
  Parties parties = find_parties(text, kinds, quotes, sentences, {});
  const auto attributions = find_attributions(text, quotes, sentences, parties, readers);
  return settle_speakers(text, kinds, sentences, attributions, parties);
}

void print_answers(const Document& doc, const Tagger& tagger, int lacking = -1) {
  json line{{"id", doc.id}};
  const std::pair<const char*, Readers> ways[] = {
      {"rules", {.rules = true, .tagger = nullptr}}, {"tagger", {false, &tagger}}, {"both", {true, &tagger}}};
  for (const auto& [name, readers] : ways) {
    json& claims = line[name] = json::array();
    for (const Claim& claim :
         lacking < 0 ? read_by(readers, doc.page, {}).claims : read_lacking(readers, doc.page, lacking))
      claims.push_back({{"source", spans({claim.speaker_span})},
                        {"cue", spans({claim.cue})},
                        {"content", spans(claim.content)},
                        {"rule", claim.rule},
                        {"score", claim.score}});
  }
  std::cout << line.dump() << '\n';
}

// The least CPU time of several passes over all pages.
double seconds(const std::vector<Document>& documents, const Readers& readers) {
  double least = 1e9;
  for (int pass = 0; pass < 7; ++pass) {
    const std::clock_t begin = std::clock();
    for (const Document& doc : documents) read_by(readers, doc.page, {});
    least = std::min(least, static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC);
  }
  return least;
}

int run(int argc, char** argv) {
  const std::string_view what = argc > 2 ? argv[1] : "";
  if (what.empty() || ((what == "cross" || what == "lack") && argc < 4)) {
    std::cerr
        << "usage: train_tagger train LINES | read LINES [TABLE] | cross LINES FOLDS | lack LINES FOLDS | time LINES\n";
    return 2;
  }
  const std::vector<Document> documents = read_lines(argv[2]);
  const auto learn = [&](int but) {
    Trainer trainer;
    for (const Document& doc : documents)
      if (doc.learn && doc.fold != but) trainer.add(doc);
    return trainer.train();
  };
  if (what == "train") {
    std::cout << learn(-1);
  } else if (what == "time") {
    size_t bytes = 0;
    for (const Document& doc : documents) bytes += main_text(doc.page).size();
    const double rules = seconds(documents, {.rules = true, .tagger = nullptr});
    const double both = seconds(documents, {.rules = true, .tagger = &Tagger::shipped()});
    std::cout << fmt::format(
        "{} pages, {} bytes of main text: rules {:.1f} ms ({:.1f} MB/s), both {:.1f} ms ({:+.1f} %)\n",
        documents.size(), bytes, rules * 1e3, static_cast<double>(bytes) / rules / 1e6, both * 1e3,
        (both / rules - 1) * 100);
  } else if (what == "read") {
    std::string table;
    if (argc > 3) {
      std::ifstream in(argv[3]);
      table.assign(std::istreambuf_iterator<char>(in), {});
    }
    const Tagger own(table);
    for (const Document& doc : documents) print_answers(doc, argc > 3 ? own : Tagger::shipped());
  } else if (what == "cross" || what == "lack") {
    for (int fold = 0; fold < std::atoi(argv[3]); ++fold) {
      const Tagger tagger(learn(fold));
      for (const Document& doc : documents)
        if (doc.fold == fold) {
          if (what == "cross") print_answers(doc, tagger);
          for (int quarter = 0; quarter < 4 && what == "lack"; ++quarter) print_answers(doc, tagger, quarter);
        }
    }
  }
  return 0;
}

}  // namespace
}  // namespace cordon::reading

int main(int argc, char** argv) { return cordon::reading::run(argc, argv); }
