// Lines of answers, whatever is in them: nlohmann reads each one and dumps it again as the same bytes.
#include "screen/json.h"

#include <nlohmann/json.hpp>
#include <random>

namespace cordon::screen {
namespace {

using Json = nlohmann::ordered_json;

const Snapshot& snapshot() {
  static const auto made = Snapshot::example().value();
  return *made;
}

// Values as they may be and as they should not be: broken text, figures out of bounds, empty rows.
class Odd {
 public:
  explicit Odd(uint32_t seed) : random_(seed) {}
  size_t below(size_t bound) { return random_() % bound; }
  bool coin() { return below(2) == 0; }

  std::string text() {
    constexpr std::array<std::string_view, 12> kPieces = {"Ivan ", "\"", "\\", "\n",       "\x01",     "é",
                                                          "Ольга", "王", "😀", "\xE2\x82", "\xFF\xC0", "\x7F"};
    std::string out;
    for (size_t n = below(6); n > 0; --n) out += kPieces[below(kPieces.size())];
    return out;
  }
  std::vector<std::string> texts() {
    return some<std::string>([&] { return text(); });
  }
  int32_t figure() { return static_cast<int32_t>(below(600'001)) - 300'000; }
  double likelihood() {
    return coin() ? static_cast<double>(below(2000)) / 1e7 : static_cast<double>(below(1000)) / 999;
  }

  template <typename Item, typename Make>
  std::vector<Item> some(const Make& make) {
    std::vector<Item> out;
    for (size_t n = below(4); n > 0; --n) out.push_back(make());
    return out;
  }

  Evidence evidence() {
    Evidence out{static_cast<Feature>(below(static_cast<size_t>(Feature::kPrior) + 1)), static_cast<Finding>(below(5)),
                 text(), text(), text()};
    out.points = figure();
    out.bits = figure();
    return out;
  }
  std::vector<Evidence> rows() {
    return some<Evidence>([&] { return evidence(); });
  }

  Hit hit() {
    Hit out;
    for (std::string* field :
         {&out.entity_id, &out.group, &out.caption, &out.list, &out.subject_name, &out.entity_name})
      *field = text();
    out.score = figure();
    out.likelihood = likelihood();
    out.programs = texts(), out.measures = texts(), out.references = texts();
    out.evidence = rows();
    out.change = static_cast<Change>(below(4));
    return out;
  }

  Screening screening() {
    Screening out;
    out.subject.id = text();
    out.outcome = static_cast<Outcome>(below(4));
    out.hits = some<Hit>([&] { return hit(); });
    out.more = coin();
    if (coin()) out.before = Before{{random_(), random_()}, Outcome::kReview, coin(), false};
    if (coin()) out.error = Error{ErrorCode::kBadInput, text(), {text(), below(3), below(3)}};
    return out;
  }

  Explanation explanation() {
    Explanation out;
    out.entity.id = text();
    out.hit = hit();
    out.threshold = figure();
    out.proposed = coin();
    out.rank = below(3), out.hits = below(30);
    out.columns =
        some<NameColumn>([&] { return NameColumn{text(), text(), Finding::kSimilar, text(), figure(), {}, {}}; });
    out.against = rows(), out.missing = rows();
    out.what_if =
        some<WhatIf>([&] { return WhatIf{Feature::kCountry, text(), figure(), figure(), likelihood(), figure()}; });
    return out;
  }

  Profile profile() {
    Profile out = default_profile();
    out.name = text(), out.hash = text();
    out.threshold = figure();
    return out;
  }

 private:
  std::mt19937 random_;
};

void expect_sound(const std::string& line) {
  const Json json = Json::parse(line, nullptr, false);
  ASSERT_FALSE(json.is_discarded()) << line;
  ASSERT_EQ(json.dump(), line);
}

TEST(JsonLine, LinesOfScreeningsReadBackAsTheSame) {
  for (uint32_t seed = 0; seed < 2000; ++seed) {
    Odd odd(seed);
    const Screening screening = odd.screening();
    const std::string line = to_json_line(screening, snapshot(), odd.profile());
    ASSERT_NO_FATAL_FAILURE(expect_sound(line));
    const Json json = Json::parse(line);
    ASSERT_EQ(json["hits"].size(), screening.hits.size());
    ASSERT_EQ(json.contains("before"), screening.before.has_value());
    ASSERT_EQ(json.contains("error"), screening.error.has_value());
    for (size_t i = 0; i < screening.hits.size(); ++i) {
      ASSERT_EQ(json["hits"][i]["score"], screening.hits[i].score / 1e4);
      ASSERT_EQ(json["hits"][i]["evidence"].size(), screening.hits[i].evidence.size());
      for (size_t e = 0; e < screening.hits[i].evidence.size(); ++e)
        ASSERT_EQ(json["hits"][i]["evidence"][e]["bits"], screening.hits[i].evidence[e].bits / 1e3);
    }
  }
}

TEST(JsonLine, LinesOfExplanationsReadBackAsTheSame) {
  for (uint32_t seed = 0; seed < 2000; ++seed) {
    Odd odd(seed);
    const Explanation explanation = odd.explanation();
    const std::string line = to_json_line(explanation, snapshot(), odd.profile());
    ASSERT_NO_FATAL_FAILURE(expect_sound(line));
    const Json json = Json::parse(line);
    ASSERT_EQ(json["what_if"].size(), explanation.what_if.size());
    ASSERT_EQ(json["rank"], explanation.rank);
  }
}

}  // namespace
}  // namespace cordon::screen
