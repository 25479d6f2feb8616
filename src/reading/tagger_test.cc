#include "reading/tagger.h"

#include <gtest/gtest.h>

#include <cmath>
#include <fstream>
#include <map>
#include <random>
#include <sstream>

#include "base/embedded.h"
#include "reading/reading.h"

namespace cordon::reading {
namespace {

Page page_of(const std::string& text, std::string language = "en") {
  Page page;
  page.language = std::move(language);
  page.blocks.push_back({.kind = BlockKind::kParagraph, .text = text, .places = {}});
  return page;
}

// The stages before attribution.
struct Stages {
  explicit Stages(const Page& page)
      : text(prepare_text(page)),
        quotes(find_quotes(text, Lexicon::of(text.language))),
        sentences(cut_sentences(text, Lexicon::of(text.language), quotes)),
        parties(find_parties(text, token_kinds(text, Lexicon::of(text.language)), quotes, sentences, {})),
        named(named_tokens(text, parties)) {}
  Text text;
  std::vector<Quote> quotes;
  std::vector<Sentence> sentences;
  Parties parties;
  std::vector<bool> named;
};

// ---------------------------------------------------------------------------------------------- the naive twin

// The same tagger by the book: features as the table writes them, looked up in a map; labels by trying the best way to
// each label of each unit by recursion.
class NaiveTagger {
 public:
  explicit NaiveTagger(std::string_view table) {
    std::istringstream in{std::string(table)};
    for (std::string line; std::getline(in, line);) {
      if (line.empty() || line[0] == '#') continue;
      std::vector<std::string> fields;
      std::istringstream cells(line);
      for (std::string cell; std::getline(cells, cell, '\t');) fields.push_back(cell);
      for (size_t i = 1; i < fields.size(); ++i) weights_[fields[0]].push_back(std::stoi(fields[i]));
    }
  }

  std::vector<Tagged> tag(const TaggerView& view) const {
    std::vector<Tagged> out;
    for (int i = 0; i < view.size() && view.has_speaker(); ++i) {
      if (!view.may_be_cue(i)) continue;
      int score = 0;
      view.cue_features(i,
                        [&](FeatureName name, const auto&... parts) { score += weight(written(name, parts...), 0); });
      if (score <= 0) continue;
      if (!out.empty() && out.back().cue_end == i) {
        ++out.back().cue_end;
        out.back().score = std::max(out.back().score, score);
      } else {
        out.push_back({.cue_begin = i, .cue_end = i + 1, .roles = {}, .score = score});
      }
    }
    for (Tagged& tagged : out) tagged.roles = roles(view, tagged);
    return out;
  }

 private:
  static std::string written(FeatureName name) { return std::string(name.text); }
  template <class... Parts>
  static std::string written(FeatureName name, const Parts&... parts) {
    std::string out = std::string(name.text) + "=";
    ((out += std::string(parts.text) + "|"), ...);
    out.pop_back();
    return out;
  }
  int weight(const std::string& feature, size_t label) const {
    const auto at = weights_.find(feature);
    return at == weights_.end() ? 0 : at->second[label];
  }

  std::vector<Role> roles(const TaggerView& view, const Tagged& tagged) const {
    constexpr int64_t kNever = -(int64_t{1} << 40);
    const int n = view.size();
    std::vector<std::array<int64_t, kRoles>> scores(static_cast<size_t>(n));
    for (int i = 0; i < n; ++i)
      for (int label = 0; label < kRoles; ++label) {
        if (i >= tagged.cue_begin && i < tagged.cue_end && label > 0) {
          scores[i][label] = kNever;
          continue;
        }
        view.role_features(tagged.cue_begin, tagged.cue_end, i, [&](FeatureName name, const auto&... parts) {
          scores[i][label] += weight(written(name, parts...), static_cast<size_t>(label));
        });
      }
    // most[i][label]: of the best labelling of units 0 … i that ends with the label
    std::vector<std::array<int64_t, kRoles>> most(scores.size());
    std::vector<std::array<int, kRoles>> from(scores.size());
    const auto fits = [](int before, int label) {
      if (label == 2) return before == 1 || before == 2;
      if (label == 4) return before == 3 || before == 4;
      return true;
    };
    for (int i = 0; i < n; ++i)
      for (int label = 0; label < kRoles; ++label) {
        if (i == 0) {
          most[0][label] = fits(0, label) ? scores[0][label] : kNever;
          continue;
        }
        std::optional<int64_t> best;
        for (int before = 0; before < kRoles; ++before) {
          if (!fits(before, label)) continue;
          const int64_t score =
              most[i - 1][before] + weight("r:after=" + std::to_string(before), static_cast<size_t>(label));
          if (!best || score > *best) best = score, from[i][label] = before;
        }
        most[i][label] = *best + scores[i][label];
      }
    std::vector<Role> out(scores.size());
    int label = static_cast<int>(std::max_element(most.back().begin(), most.back().end()) - most.back().begin());
    for (int i = n - 1; i >= 0; --i) {
      out[i] = static_cast<Role>(label);
      label = from[i][label];
    }
    return out;
  }

  std::map<std::string, std::vector<int>> weights_;
};

std::vector<std::pair<std::string, std::string>> pages() {  // language, text
  std::vector<std::pair<std::string, std::string>> out;
  for (const char* language : {"ar", "de", "en", "es", "fr", "pl", "ru", "tr", "uk", "zh"}) {
    std::ifstream in(std::string("tests/quality/attribution/") + language + ".txt");
    std::string text(std::istreambuf_iterator<char>(in), {});
    for (size_t at; (at = text.find_first_of("{}")) != std::string::npos;)  // marks out: {s2:
      text.erase(at, text[at] == '}' ? 1 : text.find(':', at) + 1 - at);
    std::replace(text.begin(), text.end(), '\n', ' ');
    out.emplace_back(language, std::move(text));
  }
  return out;
}

TEST(Tagger, NaiveTwinTagsTheSame) {
  const NaiveTagger naive(embedded("reading/tagger.tsv"));
  const Tagger& tagger = Tagger::shipped();
  size_t cues = 0, sources = 0;
  for (const auto& [language, text] : pages()) {
    const Stages stages(page_of(text, language));
    for (const Sentence& sentence : stages.sentences) {
      const TaggerView view(stages.text, sentence, stages.named);
      std::vector<Tagged> fast = tagger.cues(view);
      for (Tagged& tagged : fast) tagger.label(view, tagged);
      const std::vector<Tagged> slow = naive.tag(view);
      ASSERT_EQ(fast.size(), slow.size()) << stages.text.view(sentence.span);
      for (size_t i = 0; i < fast.size(); ++i) {
        EXPECT_EQ(fast[i].cue_begin, slow[i].cue_begin);
        EXPECT_EQ(fast[i].cue_end, slow[i].cue_end);
        EXPECT_EQ(fast[i].score, slow[i].score);
        EXPECT_EQ(fast[i].roles, slow[i].roles) << stages.text.view(sentence.span);
        ++cues;
        sources += static_cast<size_t>(std::count(fast[i].roles.begin(), fast[i].roles.end(), Role::kSource));
      }
    }
  }
  EXPECT_GT(cues, 150U);
  EXPECT_GT(sources, 150U);
}

// Every labelling of a short row, scored one by one.
TEST(Tagger, BestRolesAreTheBestOfAll) {
  std::mt19937 random(7);
  for (int round = 0; round < 300; ++round) {
    const size_t n = 1 + random() % 5;
    RoleScores scores(n);
    RoleSteps steps{};
    const auto some = [&] { return static_cast<int64_t>(random() % 41) - 20; };
    for (auto& row : scores)
      for (int64_t& score : row) score = some();
    for (auto& row : steps)
      for (int64_t& score : row) score = some();
    const auto total = [&](const std::vector<Role>& roles) -> std::optional<int64_t> {
      int64_t sum = 0;
      for (size_t i = 0; i < n; ++i) {
        const Role before = i == 0 ? Role::kNone : roles[i - 1];
        if (roles[i] == Role::kInSource && before != Role::kSource && before != Role::kInSource) return std::nullopt;
        if (roles[i] == Role::kInContent && before != Role::kContent && before != Role::kInContent) return std::nullopt;
        sum += scores[i][static_cast<size_t>(roles[i])];
        if (i > 0) sum += steps[static_cast<size_t>(before)][static_cast<size_t>(roles[i])];
      }
      return sum;
    };
    std::optional<int64_t> most;
    std::vector<Role> roles(n);
    for (size_t code = 0, all = static_cast<size_t>(std::pow(kRoles, n)); code < all; ++code) {
      for (size_t i = 0, rest = code; i < n; ++i, rest /= kRoles) roles[i] = static_cast<Role>(rest % kRoles);
      if (const auto sum = total(roles); sum && (!most || *sum > *most)) most = sum;
    }
    EXPECT_EQ(total(best_roles(scores, steps)), most);
  }
  EXPECT_TRUE(best_roles({}, {}).empty());
}

TEST(Tagger, AFeatureIsHashedAsItIsWritten) {
  const auto hashed = [](FeatureName name, const auto&... parts) {
    uint64_t h = name.hash;
    ((h = join_hash(h, parts.hash)), ...);
    return h;
  };
  EXPECT_EQ(hashed("bias"), hash_of_written("bias"));
  EXPECT_EQ(hashed("word", FeaturePart("said")), hash_of_written("word=said"));
  EXPECT_EQ(hashed("near", FeaturePart("name"), FeaturePart("")), hash_of_written("near=name|"));
  EXPECT_EQ(hashed("near", FeaturePart(","), FeaturePart("ё")), hash_of_written("near=,|ё"));
  EXPECT_NE(hash_of_written("near=a|b"), hash_of_written("near=b|a"));
  EXPECT_NE(hash_of_written("word=a"), hash_of_written("word-1=a"));
}

TEST(Tagger, EveryRowOfTheTableCounts) {
  std::map<uint64_t, std::string> seen;
  size_t rows = 0;
  std::istringstream in{std::string(embedded("reading/tagger.tsv"))};
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line[0] == '#') continue;
    const std::string feature = line.substr(0, line.find('\t'));
    EXPECT_EQ(std::count(line.begin(), line.end(), '\t'), feature.starts_with("r:") ? kRoles : 1) << line;
    const auto [at, is_new] = seen.try_emplace(hash_of_written(feature), feature);
    EXPECT_TRUE(is_new) << feature << " and " << at->second << " share a hash";
    rows += !feature.starts_with("r:after=");
  }
  EXPECT_GT(rows, 5000U);
  EXPECT_EQ(Tagger::shipped().features(), rows);
}

// ---------------------------------------------------------------------------------------------- under the rules

struct Found {
  std::string speaker, cue, content, rule;
  uint32_t score;
};

std::vector<Found> claims(const Readers& readers, const Page& page) {
  const Reading reading = read_by(readers, page, {});
  std::vector<Found> out;
  for (const Claim& claim : reading.claims)
    out.push_back({std::string(reading.text.view(claim.speaker_span)), std::string(reading.text.view(claim.cue)),
                   std::string(reading.text.view(claim.content.front())), std::string(claim.rule),
                   static_cast<uint32_t>(claim.score)});
  return out;
}

const Readers kRules{.rules = true, .tagger = nullptr};
const Readers kBoth{.rules = true, .tagger = &Tagger::shipped()};

TEST(Tagger, ReadsVerbsThatNoTableHas) {
  struct Case {
    const char *language, *text, *speaker, *cue, *content;
  };
  // None of these verbs is in a lexicon or in a page that the tagger has learned from.
  const Case cases[] = {
      {"en", "“The crates were empty,” harrumphed Joan Tasker, a customs officer.", "Joan Tasker", "harrumphed",
       "The crates were empty,"},
      {"en", "The ministry tut-tutted. The harbour master twigged that the seals had been changed.",
       "The harbour master", "twigged", "that the seals had been changed"},
      {"ru", "Ведомство брюзжит, что груз задержали.", "Ведомство", "брюзжит", "что груз задержали"},
      {"es", "El fiscal cuchicheó que las cajas estaban vacías.", "El fiscal", "cuchicheó",
       "que las cajas estaban vacías"},
  };
  for (const Case& c : cases) {
    const Page page = page_of(c.text, c.language);
    EXPECT_TRUE(claims(kRules, page).empty()) << c.text;
    const std::vector<Found> found = claims(kBoth, page);
    ASSERT_EQ(found.size(), 1U) << c.text;
    EXPECT_TRUE(found[0].speaker.contains(c.speaker)) << found[0].speaker;
    EXPECT_EQ(found[0].cue, c.cue);
    EXPECT_EQ(found[0].content, c.content);
    EXPECT_EQ(found[0].rule, "tagger");
    EXPECT_GE(found[0].score, 16U);
  }
}

TEST(Tagger, WhatSomebodyDoesIsNoClaim) {
  for (const char* text :
       {"The captain keeps one of the tyres in his garden.", "Anna Lind parked behind the hall and waited.",
        "The company moved its office to a smaller building in April.", "The bank froze nine accounts."})
    EXPECT_TRUE(claims(kBoth, page_of(text)).empty()) << text;
}

TEST(Tagger, RulesStandWhereTheyFoundSomething) {
  const Page page =
      page_of("“We sold nothing,” said Joan Tasker. The ministry denied that the ship had called at Kerch.");
  const std::vector<Found> rules = claims(kRules, page), both = claims(kBoth, page);
  ASSERT_EQ(rules.size(), 2U);
  ASSERT_EQ(both.size(), rules.size());
  for (size_t i = 0; i < rules.size(); ++i) EXPECT_EQ(both[i].rule, rules[i].rule);
}

// The tagger proposes nothing that meets a rule's cue, speaker or content.
TEST(Tagger, ProposalsKeepOutOfWhatRulesFound) {
  const Stages stages(page_of("“The crates were empty,” harrumphed Joan Tasker of the customs office."));
  ASSERT_EQ(stages.sentences.size(), 1U);
  const auto place = [&](std::string_view words) {
    const auto at = static_cast<uint32_t>(stages.text.text.find(words));
    return Span{at, at + static_cast<uint32_t>(words.size())};
  };
  const auto added = [&](Span speaker, Span cue, Span content) {
    Attribution rule;
    rule.speaker = speaker;
    rule.cue = cue;
    rule.content = {content};
    std::vector<Attribution> all{Attribution{}, rule};
    add_proposals(Tagger::shipped(), stages.text, stages.quotes, stages.sentences, stages.named, 0, all, 1);
    for (size_t i = 2; i < all.size(); ++i) EXPECT_LE(all[i - 1].cue.begin, all[i].cue.begin);
    return all.size() - 2;
  };
  EXPECT_EQ(added({}, {}, {}), 1U);
  EXPECT_EQ(added({}, place("of the customs"), {}), 1U);
  EXPECT_EQ(added({}, place("harrumphed Joan"), {}), 0U);
  EXPECT_EQ(added(place("harrumphed"), {}, {}), 0U);
  EXPECT_EQ(added({}, {}, place("harrumphed Joan")), 0U);
  EXPECT_EQ(added({}, {}, place("crates")), 0U);
}

TEST(Tagger, EmptyTableFindsNothing) {
  const Tagger none("# no rows\n\n");
  EXPECT_EQ(none.features(), 0U);
  EXPECT_TRUE(claims({.rules = false, .tagger = &none}, page_of("“No,” said Joan Tasker.")).empty());
}

}  // namespace
}  // namespace cordon::reading
