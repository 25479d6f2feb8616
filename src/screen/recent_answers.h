// The answers given last, so that a subject which comes again (a customer with several accounts) is not screened again.
//
// A subject is known by everything that can change its answer, compared in full, not by a hash; its id and its place in
// the input are not part of it. Memory is bounded: what was not asked for longest goes first.
#pragma once

#include <array>
#include <atomic>
#include <list>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/checksum.h"
#include "model/screening.h"
#include "screen/answers.h"

namespace cordon::screen {

class RecentAnswers {
 public:
  // Remembers answers of up to `most_bytes`; `answers` must outlive this object.
  explicit RecentAnswers(const Answers& answers, size_t most_bytes = kMostBytes);

  // Returns what answers.screen(subject) returns. Thread-safe.
  Screening screen(const Subject& subject);
  // How many subjects were answered from memory.
  uint64_t repeated() const { return repeated_; }
  // Memory that is held, as far as it can be counted.
  size_t bytes() const;

  static constexpr size_t kMostBytes = size_t{32} << 20;

 private:
  static constexpr size_t kShards = 16;
  struct Answer {  // of a Screening, what does not name the subject
    Outcome outcome = Outcome::kClear;
    std::vector<Hit> hits;
    bool more = false;
    std::optional<Before> before;
  };
  struct Entry {
    std::string key;
    std::shared_ptr<const Answer> answer;
    size_t bytes = 0;
  };
  struct KeyHash {
    size_t operator()(std::string_view key) const { return hash64(key); }
  };
  struct Shard {  // a part of the memory with its own lock, so that threads seldom wait
    mutable std::mutex mutex;
    std::list<Entry> entries;                                                          // last used first
    std::unordered_map<std::string_view, std::list<Entry>::iterator, KeyHash> by_key;  // keys lie in the entries
    size_t bytes = 0;
  };

  std::shared_ptr<const Answer> find(Shard& shard, std::string_view key) const;
  void remember(Shard& shard, std::string key, const Screening& screening) const;

  const Answers& answers_;
  size_t most_shard_bytes_;
  std::array<Shard, kShards> shards_;
  std::atomic<uint64_t> repeated_ = 0;
};

// Everything of `subject` that its answer depends on, in one text: equal for two subjects only where it is equal.
std::string answer_key(const Subject& subject);

}  // namespace cordon::screen
