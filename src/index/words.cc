#include "index/words.h"

#include <algorithm>
#include <bit>

#include "base/checksum.h"

namespace cordon::index {
namespace {

constexpr size_t kWord = sizeof(uint32_t);

std::unexpected<Error> corrupt(const char* section) {
  return fail(ErrorCode::kCorrupt, std::string("section ") + section + " does not fit the counts in index.head");
}

uint32_t key(char kind, size_t length, std::string_view letters) {
  std::string text{kind, static_cast<char>(length)};
  text += letters;
  return static_cast<uint32_t>(hash64(text) >> 32);
}

constexpr uint64_t kNotKept = 15;

uint32_t letters(std::string_view folded) {
  uint32_t out = 0;
  for (const char c : folded) out |= uint32_t{1} << (static_cast<unsigned char>(c) & 31U);
  return out;
}

constexpr char kFront = 'f', kEnd = 'e', kConsonants = 'c';

}  // namespace

Result<Words> Words::open(std::string_view words, std::string_view form_words, uint32_t count, uint32_t forms) {
  const size_t n = count;
  if (words.size() < (2 * n + 1) * kWord) return corrupt("index.words");
  Words out;
  out.heads_ = Column(words.substr(0, n * kWord));
  out.starts_ = Column(words.substr(n * kWord, (n + 1) * kWord));
  out.forms_ = Column(words.substr((2 * n + 1) * kWord));
  if (out.starts_[n] != out.forms_.size()) return corrupt("index.words");
  if (!Postings::opens(form_words, forms)) return corrupt("index.form_words");
  out.form_words_ = Postings(form_words, forms);
  return out;
}

void Words::unit(WordId word, const Dictionary& dictionary, match::Unit& out) const {
  const layout::WordHead head = this->head(word);
  const std::span<const uint32_t> numbers = forms(word);
  out.first = 0;
  out.count = 1;
  out.kind = head.kind;
  out.syllabic = head.syllabic;
  out.forms.resize(numbers.size() - (head.abjad ? 1 : 0));
  for (size_t i = 0; i < out.forms.size(); ++i) dictionary.form(numbers[i], out.forms[i]);
  out.abjad.clear();
  if (head.abjad) out.abjad = dictionary.text(numbers.back()).substr(1);
  out.consonants = names::consonants_of(out.abjad);
}

match::JoinedPart Words::joined_part(WordId word, const Dictionary& dictionary) const {
  const layout::WordHead head = this->head(word);
  const std::span<const uint32_t> numbers = forms(word);
  match::JoinedPart out;
  if (numbers.size() > (head.abjad ? 1U : 0U)) out.text = dictionary.text(numbers.front());
  if (head.abjad) out.abjad = dictionary.text(numbers.back()).substr(1);
  out.syllabic = head.syllabic;
  return out;
}

Result<Joins> Joins::open(std::string_view words, std::string_view folds, std::string_view halves,
                          std::string_view consonants, uint32_t count) {
  if (words.size() != size_t{count} * 3 * kWord) return corrupt("index.joins");
  if (folds.size() != size_t{count} * sizeof(uint64_t)) return corrupt("index.join_folds");
  if (!Buckets::opens(halves)) return corrupt("index.join_halves");
  if (!Buckets::opens(consonants)) return corrupt("index.join_consonants");
  Joins out;
  out.words_ = Column(words);
  out.folds_ = folds;
  out.halves_ = Buckets(halves);
  out.consonants_ = Buckets(consonants);
  return out;
}

uint32_t Joins::half_key(std::string_view folded, int which) {
  const size_t middle = folded.size() / 2;
  return which == 0 ? key(kFront, folded.size(), folded.substr(0, middle))
                    : key(kEnd, folded.size(), folded.substr(middle));
}

uint64_t Joins::packed(std::string_view folded) {
  const bool kept =
      folded.size() <= kPackedLetters && std::ranges::all_of(folded, [](char c) { return c >= 'a' && c <= 'z'; });
  if (!kept) return kNotKept << 60 | letters(folded);
  uint64_t out = uint64_t{folded.size()} << 60;
  for (size_t i = 0; i < folded.size(); ++i) out |= static_cast<uint64_t>(folded[i] & 31) << (5 * i);
  return out;
}

std::string_view Joins::fold(JoinId join, std::array<char, kPackedLetters>& buffer) const {
  const uint64_t packed = this->packed(join);
  const size_t length = packed >> 60;
  if (length > kPackedLetters) return {};
  for (size_t i = 0; i < length; ++i) buffer[i] = static_cast<char>('a' - 1 + (packed >> (5 * i) & 31));
  return {buffer.data(), length};
}

uint32_t Joins::consonants_key(std::string_view consonants) {
  return key(kConsonants, 0, match::voiceless(consonants));
}

void Joins::near(std::string_view folded, int edits, std::vector<JoinId>& out) const {
  const uint64_t wanted = packed(folded);
  const uint32_t letters = index::letters(folded);
  std::array<char, kPackedLetters> buffer;
  const auto may_be = [&](JoinId join) {
    const uint64_t packed = this->packed(join);
    if (packed >> 60 == kNotKept) return std::popcount(letters ^ static_cast<uint32_t>(packed)) <= 2 * edits;
    return packed == wanted || (edits > 0 && match::osa_distance(fold(join, buffer), folded, edits) <= edits);
  };
  const auto take = [&](uint32_t hash) {
    constexpr size_t kSoon = 8;
    const std::span<const JoinId> joins = halves_.at(hash);
    for (size_t i = 0; i < joins.size(); ++i) {
      if (i + kSoon < joins.size()) __builtin_prefetch(folds_.data() + size_t{joins[i + kSoon]} * sizeof(uint64_t));
      if (may_be(joins[i])) out.push_back(joins[i]);
    }
  };
  // The buckets lie far apart: all are asked for before the first is read.
  std::array<uint32_t, 7> hashes;
  size_t count = 0;
  const auto ask = [&](uint32_t hash) {
    halves_.prefetch_start(hash);
    hashes[count++] = hash;
  };
  const size_t n = folded.size();
  ask(half_key(folded, 0));
  if (edits > 0) {
    for (const size_t length : {n - 1, n, n + 1}) {
      const size_t middle = length / 2;
      if (length != n && n >= middle) ask(key(kFront, length, folded.substr(0, middle)));
      if (n >= length - middle) ask(key(kEnd, length, folded.substr(n - (length - middle))));
    }
    std::string swapped(folded);
    std::swap(swapped[n / 2 - 1], swapped[n / 2]);
    ask(half_key(swapped, 0));
  }
  for (size_t i = 0; i < count; ++i) halves_.prefetch_numbers(hashes[i]);
  for (size_t i = 0; i < count; ++i) take(hashes[i]);
}

void Joins::with_consonants(std::string_view consonants, std::vector<JoinId>& out) const {
  const std::span<const uint32_t> found = consonants_.at(consonants_key(consonants));
  out.insert(out.end(), found.begin(), found.end());
}

}  // namespace cordon::index
