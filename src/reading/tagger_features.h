// What the tagger sees of a sentence: features of its units by name. Training (bench/tagger.cc) and use (tagger.cc)
// take them from here, so that the two cannot differ.
//
// A feature is a name and up to four parts, written "name=part|part" in data/reading/tagger.tsv and hashed in use.
// Words are folded; what is a mark, a name, a noun of speakers or a function word is told by its shape, which is the
// same in every language.
#pragma once

#include <bit>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "reading/sentences.h"

namespace cordon::reading {

constexpr uint64_t feature_hash(std::string_view text) {
  uint64_t h = 0xcbf29ce484222325;
  for (const char c : text) h = (h ^ static_cast<unsigned char>(c)) * 0x100000001b3;
  return h;
}

// Turned, so that a name and a part that change places have another hash: word=right, right=word.
constexpr uint64_t join_hash(uint64_t h, uint64_t part) {
  h = (std::rotl(h, 23) ^ part) * 0x9e3779b97f4a7c15;
  return h ^ h >> 29;
}

// Returns the hash of a feature as the table writes it.
uint64_t hash_of_written(std::string_view feature);

// A part of a feature: its text, hashed once.
struct FeaturePart {
  constexpr FeaturePart() = default;
  constexpr FeaturePart(std::string_view t) : text(t), hash(feature_hash(t)) {}
  constexpr FeaturePart(const char* t) : FeaturePart(std::string_view(t)) {}
  std::string_view text;
  uint64_t hash = feature_hash("");
};

// A feature's name, hashed when the program is compiled.
struct FeatureName {
  consteval FeatureName(const char* t) : text(t), hash(feature_hash(t)) {}
  std::string_view text;
  uint64_t hash;
};

// Labels of units with respect to one cue: begin and inside of source and content, or neither.
enum class Role : uint8_t { kNone, kSource, kInSource, kContent, kInContent, kCount };
constexpr int kRoles = static_cast<int>(Role::kCount);

// One sentence as the tagger sees it. Holds references to all it is made from.
class TaggerView {
 public:
  TaggerView(const Text& text, const Sentence& sentence, const std::vector<bool>& named);

  int size() const { return static_cast<int>(units_.size()); }
  // Hides from the features what word unit `i` is and whether the lexicon knows it for a cue: training on sentences
  // with hidden cues is what teaches words that the lexicon lacks.
  void hide(int i);
  // May unit `i` be a cue at all? Marks, names, numbers and function words never are, unless the lexicon says so.
  bool may_be_cue(int i) const { return items_[i].candidate; }
  // Is there anything in the sentence that can speak?
  bool has_speaker() const { return has_speaker_; }

  // Calls sink(FeatureName, FeaturePart…) for each feature of unit `i` as a cue.
  template <class Sink>
  void cue_features(int i, Sink&& sink) const {
    const Item& it = items_[i];
    const Item &a = item(i - 1), &aa = item(i - 2), &b = item(i + 1), &bb = item(i + 2);
    sink("bias");
    if (!it.hidden) {
      sink("word", it.word);
      sink("cue", it.frame);
      sink("cue,left", it.frame, left_[i]);
      sink("cue,right", it.frame, right_[i]);
      sink("cue,ends", it.frame, before_[i], after_[i]);
    }
    sink("language,ending", language_, it.ending);
    sink("shape,language", it.shape, language_);
    sink("near", a.shape, b.shape);
    sink("before2", aa.shape, a.shape);
    sink("after2", b.shape, bb.shape);
    sink("word-1", a.word);
    sink("word+1", b.word);
    sink("left", left_[i]);
    sink("right", right_[i]);
    sink("left,right", left_[i], right_[i]);
    sink("left,right,language", left_[i], right_[i], language_);
    sink("ends", before_[i], after_[i]);
    sink("left,before", left_[i], before_[i]);
    sink("right,after", right_[i], after_[i]);
    sink("left,right,ends", left_[i], right_[i], before_[i], after_[i]);
    sink("quotes,after", has_quote_, right_[i], left_[i]);
  }

  // The same for unit `i` as source or content of the cue in units [begin, end).
  template <class Sink>
  void role_features(int begin, int end, int i, Sink&& sink) const {
    const Item& it = items_[i];
    const Item &a = item(i - 1), &b = item(i + 1), &cue = items_[end - 1];
    const FeaturePart where = distance(i < begin ? i - begin : i >= end ? i - end + 1 : 0);
    const FeaturePart side = i < begin ? "l" : i >= end ? "r" : "c";
    const FeaturePart between = what_is_between(i < begin ? i + 1 : end, i < begin ? begin : i);
    const FeaturePart left = left_[begin], right = right_[end - 1];
    sink("r:where", where);
    sink("r:shape", it.shape, side);
    sink("r:shape,where", it.shape, where);
    sink("r:word", it.word, side);
    sink("r:shapes-", a.shape, it.shape, side);
    sink("r:shapes+", it.shape, b.shape, side);
    sink("r:near", a.shape, it.shape, b.shape, side);
    sink("r:word-1", a.word, side);
    sink("r:between", between, side);
    sink("r:between,shape", between, it.shape, side);
    sink("r:between,near", between, a.shape, it.shape, side);
    sink("r:frame", left, right, where);
    sink("r:frame,between", left, right, between, side);
    sink("r:right,between", right, between, side);
    sink("r:left,between", left, between, side);
    sink("r:ends,between", before_[begin], after_[end - 1], between, side);
    sink("r:right,shape", right, it.shape, side);
    sink("r:left,shape", left, it.shape, where);
    sink("r:language", language_, side, between);
    sink("r:language,shape", language_, side, it.shape);
    if (!cue.hidden) {
      sink("r:cue,shape", cue.frame, it.shape, side);
      sink("r:cue,between", cue.frame, between, side);
      sink("r:cueword,between", cue.word, between, side);
    }
  }

 private:
  struct Item {
    FeaturePart word, ending, shape, frame;
    bool candidate = false;
    bool hidden = false;
    bool idle = false;      // stands between a verb and its neighbours without being one: has, not, yesterday
    bool boundary = false;  // comma, quotation, dash, colon …
    bool speaks = false;    // a name, a pronoun, a noun of speakers
  };
  const Item& item(int i) const { return i < 0 ? begin_ : i >= size() ? end_ : items_[i]; }
  Item look(int i) const;
  FeaturePart what_is_between(int begin, int end) const;
  static FeaturePart distance(int units);

  const Text& text_;
  const std::vector<Unit>& units_;
  const std::vector<bool>& named_;
  FeaturePart language_, has_quote_;
  Item begin_, end_;
  std::vector<Item> items_;
  std::vector<FeaturePart> left_, right_;    // shape of the nearest unit on either side that is not idle
  std::vector<FeaturePart> before_, after_;  // shape of the nearest boundary on either side
  std::vector<uint16_t> commas_, quotes_, thats_, cues_, marks_;  // how many before each unit
  bool has_speaker_ = false;
};

}  // namespace cordon::reading
