// One answer of `cordon own`, about one party under one rule: as a line of JSON or in words.
#pragma once

#include <algorithm>
#include <optional>
#include <span>
#include <string>

#include "cli/own_listed.h"
#include "cli/terminal.h"
#include "duties/consequences.h"
#include "graph/explain.h"
#include "model/duty.h"

namespace cordon::cli {

// What a run judges by. All of it must outlive whoever holds this.
struct OwnBasis {
  const graph::Structure* structure;
  const Listed* listed;
  std::span<const graph::Judge> judges;  // one for each rule
  const duties::Question* question;
  Day as_of;
  // With --since: which parties only the earlier structure has, and one judge for each rule that says what that one
  // gave.
  const std::vector<bool>& only_earlier;
  std::span<const graph::Judge> before;
  std::span<const std::optional<std::vector<graph::PartyId>>> touched;  // by the difference; nothing: maybe all

  bool is_touched(size_t rule, graph::PartyId party) const {
    return !touched[rule] || std::ranges::binary_search(*touched[rule], party);
  }
};

struct OwnAnswer {
  std::string entity;  // as the user gave it
  const graph::Judge* judge = nullptr;
  graph::Finding finding;          // company: kNobody where the graph does not have it
  graph::Explanation explanation;  // empty then
  std::vector<Duty> duties;
  std::vector<screen::StructureJoin> record_joins;  // of the customer's own record, where it was screened
  bool by_record = false;                           // they say more than the graph
  std::optional<graph::Finding> before;             // of the earlier structure, with --since
};

// Judges a party of the graph. Errors: those of duties_of_verdict.
Result<OwnAnswer> own_answer(const OwnBasis& basis, const graph::Judge& judge, std::string entity,
                             graph::PartyId party);
// Do two findings of one rule say the same: verdict, share, flags?
bool says_the_same(const graph::Finding& a, const graph::Finding& b);
// Adds the duties of the answer, from what the lists say of the listed parties on whom it rests, its record's joins
// among them.
Result<void> add_duties(const OwnBasis& basis, OwnAnswer& answer);

// Appends the members of the answer to an object that the caller begins and ends.
void append_own_answer(JsonWriter& json, const OwnBasis& basis, const OwnAnswer& answer);

enum class OwnTextLength : uint8_t { kFull, kBrief };
enum class DutiesLength : uint8_t { kFull, kSteps };
// In words; brief: verdict, paths and what decides it.
std::string own_answer_text(const OwnBasis& basis, const OwnAnswer& answer, OwnTextLength length, DutiesLength duties,
                            const Look& look);

}  // namespace cordon::cli
