// The labels that segments of OFAC's Remarks begin with, and what each means: data/lists/ofac_labels.tsv, read once.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/report.h"
#include "model/entity.h"

namespace cordon::lists {

enum class LabelMeaning : uint8_t {
  kName,
  kDate,
  kCountry,
  kBirthPlace,
  kGender,
  kId,
  kProperty,
  kLink,
  kMeasure,
  kNote,
};

struct OfacLabel {
  std::string text;  // as in the table
  LabelMeaning meaning = LabelMeaning::kNote;
  std::string target;  // the FtM property or kind of link
  NameKind name_kind = NameKind::kAlias;
  DateKind date_kind = DateKind::kBirth;
  CountryKind country_kind = CountryKind::kCountry;
  IdKind id_kind = IdKind::kOther;
  bool keeps_label = false;
  bool free_text = false;  // the number need hold no digit
  bool imo = false;
  bool currency_first = false;
  std::optional<IdKind> on_person;
  std::vector<std::pair<std::string, IdKind>> when_valid;  // country or "*", kind
};

struct LabelMatch {
  const OfacLabel* label = nullptr;
  std::string_view rest;  // of the segment, without the blanks and marks that follow a label
};

// Returns the longest label that `segment` begins with, or one without label. Cost: O(words of the longest label).
LabelMatch match_ofac_label(std::string_view segment);
// Counts the labels that the table has not got.
class UnknownOfacLabels {
 public:
  void count(std::string_view label) { ++counts_[std::string(label)]; }
  // Notes how many of `values` there were, and the labels that most of them have. Nothing where there were none.
  void report(const std::string& path, std::string_view values, Reporter& reporter) const;

 private:
  std::map<std::string, uint64_t> counts_;
};
// Returns the rows of the table that make no sense (an unknown kind), in words; a test holds this empty.
std::vector<std::string> check_ofac_labels();

}  // namespace cordon::lists
