#include "index/words.h"

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

Result<Joins> Joins::open(std::string_view words, std::string_view letters, std::string_view halves,
                          std::string_view consonants, uint32_t count) {
  if (words.size() != size_t{count} * 3 * kWord) return corrupt("index.joins");
  if (letters.size() != size_t{count} * kWord) return corrupt("index.join_letters");
  if (!Buckets::opens(halves)) return corrupt("index.join_halves");
  if (!Buckets::opens(consonants)) return corrupt("index.join_consonants");
  Joins out;
  out.words_ = Column(words);
  out.letters_ = Column(letters);
  out.halves_ = Buckets(halves);
  out.consonants_ = Buckets(consonants);
  return out;
}

uint32_t Joins::half_key(std::string_view folded, int which) {
  const size_t middle = folded.size() / 2;
  return which == 0 ? key(kFront, folded.size(), folded.substr(0, middle))
                    : key(kEnd, folded.size(), folded.substr(middle));
}

uint32_t Joins::letters(std::string_view folded) {
  uint32_t out = 0;
  for (const char c : folded) out |= uint32_t{1} << (static_cast<unsigned char>(c) & 31U);
  return out;
}

uint32_t Joins::consonants_key(std::string_view consonants) {
  return key(kConsonants, 0, match::voiceless(consonants));
}

void Joins::near(std::string_view folded, int edits, std::vector<JoinId>& out) const {
  const uint32_t letters = Joins::letters(folded);
  const auto take = [&](uint32_t hash) {
    for (const JoinId join : halves_.at(hash))
      if (std::popcount(letters ^ letters_[join]) <= 2 * edits) out.push_back(join);
  };
  const size_t n = folded.size();
  take(half_key(folded, 0));
  if (edits == 0) return;
  for (const size_t length : {n - 1, n, n + 1}) {
    const size_t middle = length / 2;
    if (length != n && n >= middle) take(key(kFront, length, folded.substr(0, middle)));
    if (n >= length - middle) take(key(kEnd, length, folded.substr(n - (length - middle))));
  }
  std::string swapped(folded);
  std::swap(swapped[n / 2 - 1], swapped[n / 2]);
  take(half_key(swapped, 0));
}

void Joins::with_consonants(std::string_view consonants, std::vector<JoinId>& out) const {
  const std::span<const uint32_t> found = consonants_.at(consonants_key(consonants));
  out.insert(out.end(), found.begin(), found.end());
}

}  // namespace cordon::index
