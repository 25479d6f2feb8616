// Reads data/lists/ofac_labels.tsv into a map from folded label to meaning. A label is folded to lower case, one blank
// between words, and no ":", "," or "-" at the end of a word, so that "Telephone:" and "Telephone" are one label.
#include "lists/ofac_labels.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <unordered_map>

#include "base/table.h"
#include "base/utf8.h"
#include "lists/word_table.h"
#include "model/identifier.h"

namespace cordon::lists {
namespace {

constexpr std::string_view kEndMarks = ":,-";
constexpr size_t kLabelsShown = 5;

constexpr std::array kMeanings = {
    Word{"name", LabelMeaning::kName},         Word{"date", LabelMeaning::kDate},
    Word{"country", LabelMeaning::kCountry},   Word{"birthplace", LabelMeaning::kBirthPlace},
    Word{"gender", LabelMeaning::kGender},     Word{"id", LabelMeaning::kId},
    Word{"property", LabelMeaning::kProperty}, Word{"link", LabelMeaning::kLink},
    Word{"measure", LabelMeaning::kMeasure},   Word{"note", LabelMeaning::kNote},
};
constexpr std::array kNameKinds = {Word{"alias", NameKind::kAlias}, Word{"former", NameKind::kFormer},
                                   Word{"now", NameKind::kNow}};
constexpr std::array kDateKinds = {Word{"birth", DateKind::kBirth}, Word{"death", DateKind::kDeath},
                                   Word{"founded", DateKind::kFounded}, Word{"listed", DateKind::kListed},
                                   Word{"built", DateKind::kBuilt}};
constexpr std::array kCountryKinds = {Word{"nationality", CountryKind::kNationality},
                                      Word{"citizenship", CountryKind::kCitizenship},
                                      Word{"jurisdiction", CountryKind::kJurisdiction},
                                      Word{"flag", CountryKind::kFlag}, Word{"former_flag", CountryKind::kFormerFlag}};

// Takes the next word off the front of `rest` and appends it, folded, to `folded`. A mark alone adds nothing.
void fold_word(std::string_view& rest, std::string& folded) {
  rest.remove_prefix(std::min(rest.find_first_not_of(" \t\r\n"), rest.size()));
  std::string_view word = rest.substr(0, rest.find_first_of(" \t\r\n"));
  rest.remove_prefix(word.size());
  while (!word.empty() && kEndMarks.find(word.back()) != std::string_view::npos) word.remove_suffix(1);
  if (word.empty()) return;
  if (!folded.empty()) folded += ' ';
  folded += ascii_lower(word);
}

bool add_option(std::string_view option, OfacLabel& label) {
  if (option == "label") return label.keeps_label = true;
  if (option == "text") return label.free_text = true;
  if (option == "imo") return label.imo = true;
  if (option == "currency") return label.currency_first = true;
  const size_t equals = option.find('=');
  if (equals == std::string_view::npos) return false;
  const auto kind = parse_id_kind(option.substr(equals + 1));
  if (!kind) return false;
  if (option.substr(0, equals) == "person") {
    label.on_person = *kind;
  } else {
    label.when_valid.emplace_back(option.substr(0, equals), *kind);
  }
  return true;
}

bool set_target(std::string_view target, OfacLabel& label) {
  label.target = target;
  switch (label.meaning) {
    case LabelMeaning::kName:
      return look_up(kNameKinds, target, label.name_kind);
    case LabelMeaning::kDate:
      return look_up(kDateKinds, target, label.date_kind);
    case LabelMeaning::kCountry:
      return look_up(kCountryKinds, target, label.country_kind);
    case LabelMeaning::kId: {
      const auto kind = parse_id_kind(target);
      if (kind) label.id_kind = *kind;
      return kind.has_value();
    }
    case LabelMeaning::kProperty:
    case LabelMeaning::kLink:
      return !target.empty();
    default:
      return target.empty();
  }
}

struct Table {
  std::unordered_map<std::string, OfacLabel> by_label;
  size_t most_words = 0;
  std::vector<std::string> faults;
};

void add_row(std::string_view line, Table& table) {
  const std::string_view whole = line;
  OfacLabel label;
  label.text = take_field(line, '\t');
  bool good = look_up(kMeanings, take_field(line, '\t'), label.meaning);
  good = set_target(take_field(line, '\t'), label) && good;
  while (!line.empty()) good = add_option(take_field(line, ','), label) && good;
  std::string folded;
  size_t words = 0;
  for (std::string_view rest = label.text; !rest.empty(); ++words) fold_word(rest, folded);
  table.most_words = std::max(table.most_words, words);
  good = table.by_label.emplace(std::move(folded), std::move(label)).second && good;
  if (!good) table.faults.push_back(fmt::format("data/lists/ofac_labels.tsv: {}", whole));
}

Table read_table() {
  Table table;
  for_each_table_line("lists/ofac_labels.tsv", [&](std::string_view line) { add_row(line, table); });
  return table;
}

const Table& table() {
  static const Table kTable = read_table();
  return kTable;
}

std::string_view after_label(std::string_view rest) {
  rest.remove_prefix(std::min(rest.find_first_not_of(" \t\r\n:,#-"), rest.size()));
  return trim(rest);
}

}  // namespace

LabelMatch match_ofac_label(std::string_view segment) {
  LabelMatch best;
  std::string folded;
  std::string_view rest = segment;
  for (size_t words = 0; words < table().most_words && !rest.empty(); ++words) {
    fold_word(rest, folded);
    const auto it = table().by_label.find(folded);
    if (it == table().by_label.end()) continue;
    best.label = &it->second;
    best.rest = after_label(rest);
  }
  return best;
}

void UnknownOfacLabels::report(const std::string& path, std::string_view values, Reporter& reporter) const {
  if (counts_.empty()) return;
  std::vector<std::pair<std::string, uint64_t>> most(counts_.begin(), counts_.end());
  std::ranges::stable_sort(most, std::ranges::greater{}, &std::pair<std::string, uint64_t>::second);
  uint64_t total = 0;
  std::string shown;
  for (size_t i = 0; i < most.size(); ++i) {
    total += most[i].second;
    if (i < kLabelsShown)
      shown += fmt::format("{}\"{}\" ({})", i == 0 ? "" : ", ", most[i].first.substr(0, 60), most[i].second);
  }
  reporter.note(fmt::format("{} {} have one of {} unknown types, or one whose value makes no sense, and are kept as "
                            "notes; most often {}",
                            total, values, most.size(), shown),
                {path, 0, 0});
}

std::vector<std::string> check_ofac_labels() { return table().faults; }

}  // namespace cordon::lists
