// Facts: what is known of a finding and of the business round it, and conditions on them. Three-valued: what nobody
// said is unknown and never becomes "no" (DOMAIN G2).
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"

namespace cordon::duties {

enum class Truth : uint8_t { kNo, kUnknown, kYes };
inline Truth operator&&(Truth a, Truth b) { return a < b ? a : b; }
inline Truth operator||(Truth a, Truth b) { return a < b ? b : a; }
inline Truth operator!(Truth a) { return static_cast<Truth>(2 - static_cast<uint8_t>(a)); }

// A row of data/regimes/facts.tsv.
struct FactKind {
  std::string key, who, values, question, help;
  // Can the fact have this value (in lower case)?
  bool takes(std::string_view value) const;
  bool is_of_user() const { return who != "finding"; }
  bool is_worth_asking() const { return who != "user"; }
};
std::span<const FactKind> fact_kinds();
const FactKind* find_fact_kind(std::string_view key);

// What is known, by key; a key has one value or several ("programme"). Values are compared without regard to case.
class Facts {
 public:
  void set(std::string_view key, std::string_view value);  // beside what is there
  void clear(std::string_view key) { values_.erase(std::string(key)); }
  // Null where nothing is known.
  const std::vector<std::string>* find(std::string_view key) const;
  bool empty() const { return values_.empty(); }

  // Reads KEY=VALUE[,VALUE…] of --fact. Errors: kInvalidArgument (no such fact, a value that it cannot have).
  Result<void> read(std::string_view option);

 private:
  std::map<std::string, std::vector<std::string>, std::less<>> values_;
};

// "key=value|value", "key!=value|value", "key" (yes), "key>=number", "key<number". A value may begin or end with '*';
// "@eu" stands for a group of data/regimes/groups.tsv; "?key": nobody said.
struct Condition {
  enum class Relation : uint8_t { kIs, kIsNot, kAtLeast, kBelow, kOpen } relation = Relation::kIs;
  std::string key;
  std::vector<std::string> values;
  int64_t number = 0;

  // Errors: kBadInput, with the condition.
  static Result<Condition> parse(std::string_view text);
  // Of a list of values, or null where unknown.
  Truth holds(const std::vector<std::string>* known) const;
};

// Is the value what a pattern of conditions says ('*' at its ends for anything)? Letter case aside.
bool fits_pattern(std::string_view pattern, std::string_view value);

}  // namespace cordon::duties
