// A tagger under the rules of attribution: two averaged perceptrons that were trained once, with whole numbers as
// weights. The first says which words are cues; the second labels, for one cue, the units of its sentence as source and
// content. docs/decisions/0022-a-tagger-under-the-rules.md.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "reading/attribution.h"
#include "reading/tagger_features.h"

namespace cordon::reading {

// Weights of features by hash. Features that the table lacks weigh nothing.
template <int Labels>
class FeatureWeights {
 public:
  using Row = std::array<int16_t, Labels>;

  void build(std::vector<std::pair<uint64_t, Row>> rows);
  // Returns nullptr where the feature has no weight.
  const Row* find(uint64_t hash) const {
    if (slots_.empty()) return nullptr;
    for (size_t at = hash & mask_;; at = (at + 1) & mask_) {
      const Slot& slot = slots_[at];
      if (slot.hash == hash) return &slot.row;
      if (slot.hash == 0) return nullptr;
    }
  }
  size_t size() const { return size_; }

 private:
  struct Slot {
    uint64_t hash = 0;  // 0: empty
    Row row{};
  };
  std::vector<Slot> slots_;
  uint64_t mask_ = 0;
  size_t size_ = 0;
};

// What the tagger finds of one cue.
struct Tagged {
  int cue_begin = 0;  // units
  int cue_end = 0;
  std::vector<Role> roles;  // of each unit of the sentence
  int32_t score = 0;        // how far the cue is from being none; above 0
};

// Scores of every role at every unit, and of each role after each other; larger is likelier.
using RoleScores = std::vector<std::array<int64_t, kRoles>>;
using RoleSteps = std::array<std::array<int64_t, kRoles>, kRoles>;

// Returns the best labelling (Viterbi). An inside never stands without its begin before it. Of equal ones the labelling
// whose last differing unit has the smaller label.
std::vector<Role> best_roles(const RoleScores& scores, const RoleSteps& steps);

class Tagger {
 public:
  // Reads a table as data/reading/tagger.tsv; REQUIRES: it is well formed (train_tagger.py writes it).
  explicit Tagger(std::string_view table);
  // Returns the tagger that Cordon ships.
  static const Tagger& shipped();

  // Returns the cues of a sentence, left to right, without roles; none among the units that are `taken` (empty: none
  // is).
  std::vector<Tagged> cues(const TaggerView& view, const std::vector<bool>& taken = {}) const;
  // Labels the sentence as one of its cues sees it; the dearer part.
  void label(const TaggerView& view, Tagged& tagged) const;
  size_t features() const { return cues_.size() + roles_.size(); }

 private:
  int32_t cue_score(const TaggerView& view, int unit) const;

  FeatureWeights<1> cues_;
  FeatureWeights<kRoles> roles_;
  RoleSteps steps_{};
};

// Returns what the tagger makes of sentence `number`: attributions with source and content, rule "tagger".
std::vector<Attribution> tagged_attributions(const Tagger& tagger, const Text& text, const std::vector<Quote>& quotes,
                                             const std::vector<Sentence>& sentences, const std::vector<bool>& named,
                                             uint32_t number);

// Adds to `all`, whose attributions from `first` on are what rules found in sentence `number`, what the tagger proposes
// where they found nothing: its cue lies in no cue, speaker or content of theirs, its content meets none of theirs, it
// is sure of itself by one whole weight, and the sentence sets the content apart.
void add_proposals(const Tagger& tagger, const Text& text, const std::vector<Quote>& quotes,
                   const std::vector<Sentence>& sentences, const std::vector<bool>& named, uint32_t number,
                   std::vector<Attribution>& all, size_t first);

}  // namespace cordon::reading
