#include "index/column.h"

#include <tbb/parallel_sort.h>

#include "index/texts.h"

namespace cordon::index {
namespace {

constexpr size_t kWord = sizeof(uint32_t);
constexpr int kLeastBits = 4;
constexpr int kMostBits = 28;

}  // namespace

// The number of bits for which the last start is the number of values that follow; over kMostBits: none is.
int Buckets::bits_of(const Column& all) {
  int bits = kLeastBits;
  while (bits <= kMostBits) {
    const size_t buckets = size_t{1} << bits;
    if (buckets + 1 <= all.size() && all[buckets] + buckets + 1 == all.size()) break;
    ++bits;
  }
  return bits;
}

bool Buckets::opens(std::string_view bytes) { return bits_of(Column(bytes)) <= kMostBits; }

Buckets::Buckets(std::string_view bytes) : bits_(bits_of(Column(bytes))) {
  const size_t starts = ((size_t{1} << bits_) + 1) * kWord;
  starts_ = Column(bytes.substr(0, starts));
  values_ = Column(bytes.substr(starts));
}

std::string Buckets::build(std::vector<std::pair<uint32_t, uint32_t>> rows) {
  const int bits = std::clamp(static_cast<int>(std::bit_width(rows.size())), kLeastBits, kMostBits);
  for (auto& row : rows) row.first >>= 32 - bits;
  tbb::parallel_sort(rows.begin(), rows.end());
  rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
  std::string out;
  out.reserve(((size_t{1} << bits) + 1 + rows.size()) * kWord);
  size_t at = 0;
  for (uint32_t bucket = 0; bucket <= 1U << bits; ++bucket) {
    while (at < rows.size() && rows[at].first < bucket) ++at;
    layout::put(out, static_cast<uint32_t>(at));
  }
  for (const auto& row : rows) layout::put(out, row.second);
  return out;
}

bool TextColumn::opens(std::string_view bytes) {
  if (bytes.size() < 2 * kWord) return false;
  const size_t n = Column(bytes)[0];
  if (bytes.size() < (n + 2) * kWord) return false;
  return Column(bytes)[n + 1] == bytes.size() - (n + 2) * kWord;
}

TextColumn::TextColumn(std::string_view bytes) {
  const size_t n = Column(bytes)[0];
  starts_ = Column(bytes.substr(kWord, (n + 1) * kWord));
  bytes_ = bytes.substr((n + 2) * kWord);
}

std::string TextColumn::build(const Texts& texts) {
  std::string out, bytes;
  layout::put(out, texts.size());
  for (uint32_t i = 0; i < texts.size(); ++i) {
    layout::put(out, static_cast<uint32_t>(bytes.size()));
    bytes += texts[i];
  }
  layout::put(out, static_cast<uint32_t>(bytes.size()));
  return out + bytes;
}

bool Postings::opens(std::string_view bytes, size_t lists) {
  if (bytes.size() < (lists + 1) * kWord) return false;
  const Column starts(bytes.substr(0, (lists + 1) * kWord));
  return starts[0] == 0 && starts[lists] <= bytes.size() - (lists + 1) * kWord;
}

Postings::Postings(std::string_view bytes, size_t lists)
    : starts_(bytes.substr(0, (lists + 1) * kWord)), bytes_(bytes.substr((lists + 1) * kWord)) {}

// By counting: rows of one list keep their order.
std::string Postings::build(const std::vector<std::pair<uint32_t, uint32_t>>& rows, size_t lists) {
  std::vector<uint32_t> begin(lists + 2, 0);
  for (const auto& row : rows) ++begin[row.first + 2];
  for (size_t i = 2; i < begin.size(); ++i) begin[i] += begin[i - 1];
  std::vector<uint32_t> numbers(rows.size());
  for (const auto& row : rows) numbers[begin[row.first + 1]++] = row.second;
  std::string starts, bytes;
  starts.reserve((lists + 1) * kWord);
  size_t at = 0;
  for (size_t list = 0; list < lists; ++list) {
    layout::put(starts, static_cast<uint32_t>(bytes.size()));
    uint32_t before = 0;
    bool first = true;
    for (; at < begin[list + 1]; ++at) {
      if (!first && numbers[at] == before) continue;
      layout::put_varint(bytes, numbers[at] - before);
      before = numbers[at];
      first = false;
    }
  }
  layout::put(starts, static_cast<uint32_t>(bytes.size()));
  return starts + bytes;
}

}  // namespace cordon::index
