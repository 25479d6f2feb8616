// What intake tells its Reporter: each kind of trouble a bounded number of times, the rest as a count at the end, so
// that a file of a million bad dates does not become a million lines. Values that describe a customer are not quoted.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "base/report.h"
#include "model/columns.h"

namespace cordon::intake {

class IntakeNotes {
 public:
  // `reporter` must outlive this object. `source` is the name of the input in messages, `noun` what it has fields by:
  // "column" or "key".
  IntakeNotes(std::string source, std::string_view noun, Reporter& reporter)
      : source_(std::move(source)), noun_(noun), reporter_(reporter) {}

  // A column or key that is not read; `column` is what it was recognised as, or nullptr. finish_unused() names them.
  void unused(std::string_view header, const Column* column);
  // Names in one remark every column that is not recognised, in another those that play no part in screening.
  void finish_unused();
  // A value that makes no sense under its column: a date that is none (the first ones by line), an unknown country or
  // schema word (once per word).
  void refused(const Column& column, std::string_view header, std::string_view value, uint64_t line);
  // Part of a record was lost, in words.
  void loss(std::string message, uint64_t line);
  // A fact about the input as a whole, said once.
  void once(const std::string& message, uint64_t line = 0);
  // A record of an FtM schema that is no party.
  void passed_over(std::string_view schema) { ++passed_over_[std::string(schema)]; }
  // Says what was only counted. Called at the end of the input; says nothing twice.
  void finish();

  const std::string& source() const { return source_; }

 private:
  std::string source_;
  std::string noun_;
  Reporter& reporter_;
  std::unordered_set<std::string> said_;
  bool many_said_ = false;
  struct Unused {
    std::vector<std::string> names;  // in the order of the input, quoted
    std::unordered_set<std::string> known;
    uint64_t more = 0;  // beyond those that are listed
  };
  void note_unused(Unused& unused, std::string_view one, std::string_view several);
  Unused unknown_, idle_;
  std::map<std::string, uint64_t> losses_;  // by message
  std::map<std::string, uint64_t> passed_over_;
};

}  // namespace cordon::intake
