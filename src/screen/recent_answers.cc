// Recent answers; see recent_answers.h. The keys name every field of the structs they are made of, so that a field
// which is added one day does not compile here until somebody has said whether answers depend on it.
#include "screen/recent_answers.h"

#include <cstring>

namespace cordon::screen {
namespace {

// Strings and numbers one after another, each string behind its length: two different sequences never make one text.
class KeyWriter {
 public:
  void add(uint64_t number) {
    char bytes[sizeof number];
    std::memcpy(bytes, &number, sizeof number);
    out_.append(bytes, sizeof bytes);
  }
  void add(std::string_view text) {
    add(text.size());
    out_ += text;
  }
  void add(const std::string& text) { add(std::string_view(text)); }
  void add(const SubjectName& name) {
    const auto& [text, given, middle, family, is_alias] = name;
    add(text);
    add(given);
    add(middle);
    add(family);
    add(uint64_t{is_alias});
  }
  void add(const DateSpan& date) {
    const auto& [precision, low, high] = date;
    add(static_cast<uint64_t>(precision));
    add(uint64_t{static_cast<uint32_t>(low)} << 32 | static_cast<uint32_t>(high));
  }
  void add(const std::optional<DateSpan>& date) {
    add(uint64_t{date.has_value()});
    if (date) add(*date);
  }
  void add(const Identifier& id) {
    const auto& [kind, value, country, detail, known_false, issued, expires, source] = id;
    add(static_cast<uint64_t>(kind));
    add(value);
    add(country);
    add(detail);
    add(uint64_t{known_false});
    add(issued);
    add(expires);
  }
  void add(const Address& address) {
    const auto& [street, city, region, postal_code, country, full, note, source] = address;
    for (const std::string* text : {&street, &city, &region, &postal_code, &country, &full, &note}) add(*text);
  }
  template <typename T>
  void add(const std::vector<T>& items) {
    add(items.size());
    for (const T& item : items) add(item);
  }

  std::string take() { return std::move(out_); }

 private:
  std::string out_;
};

size_t bytes_of(const std::string& text) { return sizeof text + (text.capacity() > 15 ? text.capacity() + 1 : 0); }

size_t bytes_of(const Hit& hit) {
  size_t bytes = sizeof hit;
  for (const std::string* text :
       {&hit.entity_id, &hit.group, &hit.caption, &hit.list, &hit.subject_name, &hit.entity_name})
    bytes += bytes_of(*text);
  for (const std::vector<std::string>* texts : {&hit.programs, &hit.measures, &hit.references})
    for (const std::string& text : *texts) bytes += bytes_of(text);
  for (const Evidence& row : hit.evidence)
    bytes += sizeof row + bytes_of(row.subject_text) + bytes_of(row.entity_text) + bytes_of(row.note);
  return bytes;
}

constexpr size_t kEntryBytes = 224;  // of an entry beside its key and hits: nodes, pointers, the allocator's share

}  // namespace

std::string answer_key(const Subject& subject) {
  const auto& [id, schema, names, identifiers, birth_dates, countries, addresses, gender, where, kept, not_screened] =
      subject;
  KeyWriter key;
  key.add(static_cast<uint64_t>(schema));
  key.add(names);
  key.add(identifiers);
  key.add(birth_dates);
  key.add(countries);
  key.add(addresses);
  key.add(gender);
  return key.take();
}

RecentAnswers::RecentAnswers(const Answers& answers, size_t most_bytes)
    : answers_(answers), most_shard_bytes_(most_bytes / kShards) {}

Screening RecentAnswers::screen(const Subject& subject) {
  if (subject.not_screened) return answers_.screen(subject);
  std::string key = answer_key(subject);
  Shard& shard = shards_[KeyHash()(key) >> 60 & (kShards - 1)];
  if (const std::shared_ptr<const Answer> answer = find(shard, key)) {
    ++repeated_;
    return {subject, answer->outcome, answer->hits, answer->more, std::nullopt, answer->before};
  }
  Screening out = answers_.screen(subject);
  if (!out.error) remember(shard, std::move(key), out);  // an error names the subject's place
  return out;
}

std::shared_ptr<const RecentAnswers::Answer> RecentAnswers::find(Shard& shard, std::string_view key) const {
  const std::lock_guard lock(shard.mutex);
  const auto found = shard.by_key.find(key);
  if (found == shard.by_key.end()) return nullptr;
  shard.entries.splice(shard.entries.begin(), shard.entries, found->second);
  return found->second->answer;
}

void RecentAnswers::remember(Shard& shard, std::string key, const Screening& screening) const {
  static const auto kClear = std::make_shared<const Answer>();  // what most subjects are, once
  Entry entry{std::move(key), kClear, 0};
  if (screening.outcome != Outcome::kClear || screening.before)
    entry.answer =
        std::make_shared<const Answer>(Answer{screening.outcome, screening.hits, screening.more, screening.before});
  entry.bytes = kEntryBytes + bytes_of(entry.key) + (entry.answer == kClear ? 0 : sizeof(Answer));
  for (const Hit& hit : entry.answer->hits) entry.bytes += bytes_of(hit);
  if (entry.bytes > most_shard_bytes_) return;

  const std::lock_guard lock(shard.mutex);
  if (shard.by_key.contains(entry.key)) return;  // another thread was faster
  shard.bytes += entry.bytes;
  shard.entries.push_front(std::move(entry));
  shard.by_key.emplace(shard.entries.front().key, shard.entries.begin());
  while (shard.bytes > most_shard_bytes_) {
    const Entry& oldest = shard.entries.back();
    shard.bytes -= oldest.bytes;
    shard.by_key.erase(oldest.key);
    shard.entries.pop_back();
  }
}

size_t RecentAnswers::bytes() const {
  size_t bytes = 0;
  for (const Shard& shard : shards_) {
    const std::lock_guard lock(shard.mutex);
    bytes += shard.bytes;
  }
  return bytes;
}

}  // namespace cordon::screen
