#include "index/text_automaton.h"

#include <bit>
#include <limits>

#include "base/checksum.h"
#include "match/similarity.h"
#include "names/tables.h"

namespace cordon::index {

namespace {

// Drops what transliterations drop or confuse: v and f, which Arabic writes alike, and a first y.
std::string without_weak(std::string consonants) {
  size_t begin = 0;
  if (!consonants.empty() && consonants[0] == 'y') begin = 1;
  std::string out;
  for (size_t i = begin; i < consonants.size(); ++i) {
    const char c = consonants[i];
    if (c == 'v' || c == 'f' || c == 'w') continue;
    if (!out.empty() && out.back() == c) continue;
    out += c;
  }
  return out;
}

constexpr size_t kMinConsonants = 2;

std::unexpected<Error> corrupt(std::string_view section) {
  return fail(ErrorCode::kCorrupt, "section " + std::string(section) + " is none of its kind");
}

template <typename T>
Result<std::span<const T>> numbers(std::string_view section, std::string_view bytes) {
  if (bytes.size() % sizeof(T) != 0) return corrupt(section);
  return std::span(reinterpret_cast<const T*>(bytes.data()), bytes.size() / sizeof(T));
}

// 2ⁿ words of bits.
Result<std::span<const uint64_t>> bits(const Index::Sections& sections, std::string_view section) {
  TRY(const std::string_view bytes, sections(section));
  TRY(const std::span<const uint64_t> words, numbers<uint64_t>(section, bytes));
  if (!std::has_single_bit(words.size())) return corrupt(section);
  return words;
}

// How many buckets │ where each begins ×(buckets + 1) │ rows.
template <typename TableOf>
Result<void> open_table(const Index::Sections& sections, std::string_view section, TableOf& out) {
  using RowOf = std::remove_cvref_t<decltype(out.rows[0])>;
  TRY(std::string_view bytes, sections(section));
  const Column all(bytes);
  if (all.size() == 0 || !std::has_single_bit(all[0]) || all[0] < 2 || all.size() < size_t{all[0]} + 2)
    return corrupt(section);
  out.starts = {all.data() + 1, size_t{all[0]} + 1};
  TRY(out.rows, numbers<RowOf>(section, bytes.substr((size_t{all[0]} + 2) * sizeof(uint32_t))));
  if (out.starts.back() != out.rows.size()) return corrupt(section);
  return {};
}

template <typename Hash>
int shift_of(size_t starts) {
  return std::numeric_limits<Hash>::digits - (static_cast<int>(std::bit_width(starts - 1)) - 1);
}

}  // namespace

std::string key_consonants(std::string_view form, std::string_view folded) {
  return without_weak(match::voiceless(names::skeleton(form, folded)));
}
std::string key_consonants_of_abjad(std::string_view abjad) {
  return without_weak(match::voiceless(names::consonants_of(abjad)));
}
SoundKey consonants_key(std::string_view consonants) { return static_cast<uint32_t>(hash64(consonants, 1) >> 32) | 1; }
SoundKey fold_key(std::string_view folded) { return static_cast<uint32_t>(hash64(folded, 2) >> 32) | 1; }

SoundKey joined_key(std::string_view first, std::string_view second) {
  const std::string joined = without_weak(std::string(first) + std::string(second));
  return joined.size() < kMinConsonants ? 0 : consonants_key(joined);
}

SoundKey sound_key(std::string_view form, std::string_view folded) {
  // National spellings of one given name share the key of the first of them.
  const std::string_view common = names::common_given_name(folded);
  const std::string common_fold = common.empty() ? std::string() : names::fold(common);
  if (!common.empty()) form = common, folded = common_fold;
  const std::string consonants = key_consonants(form, folded);
  return consonants.size() >= kMinConsonants ? consonants_key(consonants) : fold_key(folded);
}

SoundKey sound_key_of_abjad(std::string_view abjad) {
  const std::string consonants = key_consonants_of_abjad(abjad);
  return consonants.size() >= kMinConsonants ? consonants_key(consonants) : 0;
}

Result<TextAutomaton> TextAutomaton::open(const Index& index, const Index::Sections& sections) {
  TextAutomaton out;
  out.index_ = &index;
  TRY(out.known_.words, bits(sections, "text.keys"));
  TRY(out.folds_.words, bits(sections, "text.folds"));
  TRY(out.joined_.words, bits(sections, "text.joined"));
  TRY(out.filter_, bits(sections, "text.filter"));
  CHECK_OK(open_table(sections, "text.pairs", out.pairs_));
  CHECK_OK(open_table(sections, "text.singles", out.singles_));
  CHECK_OK(open_table(sections, "text.han", out.han_));
  out.pairs_.shift = shift_of<uint64_t>(out.pairs_.starts.size());
  out.singles_.shift = shift_of<uint32_t>(out.singles_.starts.size());
  out.han_.shift = shift_of<uint32_t>(out.han_.starts.size());
  TRY(const std::string_view words, sections("text.words"));
  TRY(const std::span<const uint32_t> all, numbers<uint32_t>("text.words", words));
  const size_t starts = size_t{index.words().size()} + 1;
  if (all.size() < starts || all[starts - 1] != all.size() - starts) return corrupt("text.words");
  out.word_starts_ = all.first(starts);
  out.word_keys_ = all.subspan(starts);
  TRY(const std::string_view shapes, sections("text.shapes"));
  TRY(out.shapes_, numbers<Shape>("text.shapes", shapes));
  if (out.shapes_.size() != index.words().size()) return corrupt("text.shapes");
  return out;
}

uint32_t TextAutomaton::han_hash(std::string_view text) {
  return static_cast<uint32_t>(hash64(text.substr(0, kHanStart), 3) >> 32);
}

}  // namespace cordon::index
