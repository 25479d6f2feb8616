// Labelled files: rows for which a person has said whether it is the listed party. Pairs of names (name1 the
// customer's, name2 the list's), alerts (a customer and the id of the listed party) or scores alone (of another
// engine).
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "intake/records.h"
#include "model/screening.h"

namespace cordon::intake {

// What a label says; nothing where the word is none of data/labels/words.tsv.
std::optional<bool> parse_label(std::string_view text);

// As `Subject::kept` of a labelled reader.
enum class LabelledColumn : uint8_t { kLabel, kEntity, kScore, kLikelihood };

struct LabelledOptions {
  IntakeOptions intake;
  std::vector<std::string> mappings;  // --map: those of a subject, and label, entity, score, likelihood
};

enum class LabelledForm : uint8_t { kPairs, kAlerts, kScores };

struct LabelledRow {
  LabelledForm form = LabelledForm::kPairs;
  Subject subject;  // with `not_screened` set, and its line, where the row cannot be used
  bool is_match = false;
  Subject entity;                    // kPairs: the list's side
  std::string entity_id;             // kAlerts: as written
  Points score = 0;                  // kScores
  std::optional<double> likelihood;  // kScores, where the file states it
};

class LabelledReader {
 public:
  // `reporter` must outlive the reader. Errors: kBadInput (no label column, nothing that could be judged),
  // kInvalidArgument (--map), those of open_records.
  static Result<LabelledReader> open(const std::string& bytes, const std::string& source,
                                     const LabelledOptions& options, Reporter& reporter);
  LabelledForm form() const { return form_; }
  // Returns the next row or nothing at the end. Every row of the input comes out once.
  Result<std::optional<LabelledRow>> next();

 private:
  LabelledReader() = default;
  LabelledForm form_ = LabelledForm::kPairs;
  std::unique_ptr<RecordReader> rows_;
  std::unique_ptr<RecordReader> other_side_;  // kPairs: the same rows, read for the list's side
  Reporter* reporter_ = nullptr;
  std::unique_ptr<Reporter> other_reporter_;  // its remarks that are not the first reader's own
};

// Opens a file of subjects each with the id of the party that should be found: kept_value(…, kEntity). Errors: as
// above.
Result<std::unique_ptr<RecordReader>> open_expected(const std::string& bytes, const std::string& source,
                                                    const LabelledOptions& options, Reporter& reporter);
std::string_view kept_value(const Subject& subject, LabelledColumn column);

// Reads "0.7", "1", ".8213" as points, rounded; nothing for what is no number from 0 to 1.
std::optional<Points> parse_score(std::string_view text);

}  // namespace cordon::intake
