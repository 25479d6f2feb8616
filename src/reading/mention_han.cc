// Names in Han characters, which stand without blanks: listed as such, or spelled out from another script.
#include <algorithm>

#include "base/utf8.h"
#include "names/analyze.h"
#include "reading/mention_pass.h"

namespace cordon::reading {

namespace {

// Where each character of a run begins, its end last.
std::vector<uint32_t> character_starts(std::string_view run) {
  std::vector<uint32_t> out;
  for (size_t pos = 0; pos < run.size();) {
    out.push_back(static_cast<uint32_t>(pos));
    next_code_point(run, pos);
  }
  out.push_back(static_cast<uint32_t>(run.size()));
  return out;
}

}  // namespace

// Names written in Han characters may begin and end anywhere in a run of them.
Result<void> MentionReader::Pass::propose_han(uint32_t i) {
  constexpr uint32_t kSpoken = 9;  // bytes, three characters: shorter names are also parts of other words
  const std::string_view written = text_of(i);
  const std::string run = names::simplified_han(written);
  if (run.size() != written.size()) return {};
  CHECK_OK(propose_known_han(i, run));
  for (size_t at = 0; at < run.size();) {
    uint32_t longest = 0;
    listed_.names.han(std::string_view(run).substr(at), [&](size_t bytes, uint32_t entity) {
      if (bytes < kSpoken) return;
      Proposal out = proposal(i, i, entity);
      out.begin = words_[i].word.begin + static_cast<uint32_t>(at);
      out.end = out.begin + static_cast<uint32_t>(bytes);
      out.read_as = written.substr(at, bytes);
      out.matched = static_cast<uint32_t>(bytes);
      auto judged = judge(out.read_as, entity, profile_.threshold);
      if (!judged || !*judged) return;
      out.judged = std::move(**judged);
      longest = std::max(longest, static_cast<uint32_t>(bytes));
      proposals_.push_back(std::move(out));
    });
    next_code_point(run, at);
  }
  return {};
}

// A middle dot stands between the parts of a foreign name in Han characters; where the name begins in front of it and
// ends behind it no mark tells.
void MentionReader::Pass::propose_transcribed(uint32_t i) {
  constexpr size_t kMost = 9;  // characters of one part
  constexpr Points kLeastTranscribed = 8500;
  if (i + 1 >= words_.size() || !words_[i + 1].word.is(kNoSpaces) || words_[i].word.is(kBreakBehind)) return;
  const std::string_view before = text_of(i);
  const std::string_view behind = text_of(i + 1);
  const std::vector<uint32_t> starts = character_starts(before);
  const std::vector<uint32_t> ends = character_starts(behind);
  struct Found {
    uint32_t entity, begin, end;
  };
  std::vector<Found> found;
  for (size_t a = 2; a < starts.size() && a <= kMost; ++a) {
    const uint32_t begin = starts[starts.size() - 1 - a];
    const WordReading& first = memory_.readings.read_transcription(before.substr(begin));
    if (first.keys.empty()) continue;
    for (size_t b = 1; b < ends.size() && b <= kMost; ++b) {
      const WordReading& second = memory_.readings.read_transcription(behind.substr(0, ends[b]));
      for (const WordReading::Key& x : first.keys)
        for (const WordReading::Key& y : second.keys)
          listed_.names.pairs(x.key, y.key, [&](const index::TextAutomaton::Pair& pair) {
            found.push_back({pair.entity, begin, ends[b]});
          });
    }
  }
  for (const Found& f : found) {
    Proposal out = proposal(i, i + 1, f.entity);
    out.begin = words_[i].word.begin + f.begin;
    out.end = words_[i + 1].word.begin + f.end;
    out.read_as = page_.blocks[words_[i].block].text.substr(out.begin, out.end - out.begin);
    out.matched = 2;
    auto judged = judge(out.read_as, f.entity, std::max<Points>(profile_.threshold, kLeastTranscribed));
    if (!judged || !*judged) continue;
    out.judged = std::move(**judged);
    proposals_.push_back(std::move(out));
  }
}

}  // namespace cordon::reading
