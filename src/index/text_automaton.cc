#include "index/text_automaton.h"

#include <algorithm>
#include <array>
#include <bit>

#include "base/checksum.h"
#include "match/similarity.h"
#include "names/tables.h"

namespace cordon::index {

using names::PartKind;

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

// Is a part of this kind one of the words by which a name is found?
bool finds(PartKind kind) {
  switch (kind) {
    case PartKind::kWord:
    case PartKind::kGiven:
    case PartKind::kFamily:
    case PartKind::kPatronymic:
    case PartKind::kGeneric:
    case PartKind::kConcept:
    case PartKind::kNumber:
      return true;
    default:
      return false;
  }
}
bool proper(PartKind kind) { return kind != PartKind::kGeneric && kind != PartKind::kConcept; }

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

class TextAutomaton::Builder {
 public:
  Builder(const Index& index, TextAutomaton& out) : index_(index), out_(out) {}

  void run() {
    key_words();
    for (uint32_t e = 0; e < std::min(index_.entities(), kMostEntities); ++e) {
      pairs_of_entity_.clear();
      singles_of_entity_.clear();
      index_.each_name(e, [&](uint32_t, std::span<const WordId> words) { add_name(words); });
      take_pairs(e);
      take_singles(e);
    }
    finish();
  }

 private:
  struct NamePair {
    uint64_t hash;
    bool is_joined;
    uint32_t folds;
    bool is_rarest;
    auto operator<=>(const NamePair&) const = default;
  };
  struct Keyed {
    uint64_t key;
    uint32_t entity, folds;
    auto operator<=>(const Keyed&) const = default;
  };

  void key_words() {
    const Dictionary& dictionary = index_.dictionary();
    std::vector<SoundKey> of_form(dictionary.forms());
    std::vector<SoundKey> all;
    for (FormId f = 0; f < dictionary.forms(); ++f) {
      const std::string_view text = dictionary.text(f);
      if (text.starts_with('~')) {
        const std::string consonants = key_consonants_of_abjad(text.substr(1));
        of_form[f] = consonants.size() >= kMinConsonants ? consonants_key(consonants) : 0;
      } else {
        of_form[f] = sound_key(text, dictionary.fold(dictionary.fold_of(f)));
      }
    }
    const Words& words = index_.words();
    out_.word_starts_.push_back(0);
    for (WordId w = 0; w < words.size(); ++w) {
      all.clear();
      for (const uint32_t f : words.forms(w))
        if (of_form[f] != 0 && std::find(all.begin(), all.end(), of_form[f]) == all.end()) all.push_back(of_form[f]);
      Shape& shape = out_.shapes_.emplace_back();
      if (!words.forms(w).empty() && !dictionary.text(words.forms(w)[0]).starts_with('~')) {
        const std::string_view fold = dictionary.fold(dictionary.fold_of(words.forms(w)[0]));
        if (fold.size() <= 0xFF) shape = shape_of(fold);
      }
      out_.word_keys_.insert(out_.word_keys_.end(), all.begin(), all.end());
      out_.word_starts_.push_back(static_cast<uint32_t>(out_.word_keys_.size()));
    }
  }

  std::span<const SoundKey> keys(WordId w) const {
    return std::span(out_.word_keys_).subspan(out_.word_starts_[w], out_.word_starts_[w + 1] - out_.word_starts_[w]);
  }

  // The consonants of a word's likeliest form.
  std::string consonants(WordId w) const {
    const auto forms = index_.words().forms(w);
    if (forms.empty()) return {};
    const Dictionary& dictionary = index_.dictionary();
    const std::string_view text = dictionary.text(forms[0]);
    if (text.starts_with('~')) return key_consonants_of_abjad(text.substr(1));
    return key_consonants(text, dictionary.fold(dictionary.fold_of(forms[0])));
  }

  void add_name(std::span<const WordId> words) {
    std::array<WordId, names::kMaxParts> found{};
    size_t n = 0;
    size_t propers = 0;
    WordId only = 0;
    for (const WordId w : words) {
      const PartKind kind = index_.words().head(w).kind;
      if (!finds(kind) || index_.words().forms(w).empty()) continue;
      found[n++] = w;
      if (proper(kind)) ++propers, only = w;
    }
    if (propers == 1) add_single(only);
    if (n < 2) return;
    const auto [rarest, beside] = rarest_pair(std::span(found.data(), n));
    // Not all words of a long name are paired: the word that has the fold may be another.
    any_fold_ = n > kPairedWords;
    if (n <= kPairedWords) add_joins(std::span(found.data(), n));
    add_pair(rarest, beside, true);
    if (n > kPairedWords) {
      std::stable_sort(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(n),
                       [&](WordId a, WordId b) { return index_.commonness(a) < index_.commonness(b); });
      n = kPairedWords;
    }
    for (size_t i = 0; i < n; ++i)
      for (size_t k = i + 1; k < n; ++k) add_pair(found[i], found[k], false);
  }

  // The word of a name that the fewest parties have, and of those that stand near it the rarest.
  std::pair<WordId, WordId> rarest_pair(std::span<const WordId> words) const {
    constexpr size_t kNear = 3;
    const auto rarer = [&](size_t a, size_t b) { return index_.commonness(words[a]) < index_.commonness(words[b]); };
    size_t rarest = 0;
    for (size_t i = 1; i < words.size(); ++i)
      if (rarer(i, rarest)) rarest = i;
    size_t beside = rarest == 0 ? 1 : rarest - 1;
    for (size_t i = 0; i < words.size(); ++i)
      if (i != rarest && (i < rarest ? rarest - i : i - rarest) <= kNear && rarer(i, beside)) beside = i;
    return {words[rarest], words[beside]};
  }

  void add_pair(WordId a, WordId b, bool is_rarest) {
    const uint32_t folds = any_fold_ ? kAnyFold : fold_bits(a) | fold_bits(b);
    for (const SoundKey x : keys(a))
      for (const SoundKey y : keys(b)) pairs_of_entity_.push_back({pair_hash(x, y), false, folds, is_rarest});
  }

  uint32_t fold_bits(WordId w) const {
    uint32_t bits = 0;
    for (const uint32_t form : index_.words().forms(w)) bits |= fold_bit(index_.dictionary().fold_of(form));
    return bits;
  }

  void add_joins(std::span<const WordId> found) {
    for (size_t i = 0; i + 1 < found.size(); ++i) {
      const SoundKey key = joined_key(consonants(found[i]), consonants(found[i + 1]));
      if (key == 0) continue;
      const uint32_t shape = packed(out_.shapes_[found[i]], out_.shapes_[found[i + 1]]);
      joins_.push_back(key);
      for (size_t k = 0; k < found.size(); ++k)
        if (k != i && k != i + 1)
          for (const SoundKey other : keys(found[k]))
            pairs_of_entity_.push_back({pair_hash(key, other), true, shape, true});
      if (found.size() == 2) singles_of_entity_.push_back(key);
    }
  }

  void add_single(WordId w) {
    const Dictionary& dictionary = index_.dictionary();
    for (const uint32_t f : index_.words().forms(w)) {
      const std::string_view text = dictionary.text(f);
      const std::string_view fold = dictionary.fold(dictionary.fold_of(f));
      const bool abjad = text.starts_with('~');
      const std::string consonants = abjad ? key_consonants_of_abjad(text.substr(1)) : key_consonants(text, fold);
      if (!abjad) singles_of_entity_.push_back(fold_key(fold));
      if (consonants.size() >= kSingleConsonants) singles_of_entity_.push_back(consonants_key(consonants));
    }
  }

  void take_pairs(uint32_t entity) {
    std::sort(pairs_of_entity_.begin(), pairs_of_entity_.end());
    const uint32_t of = index_.schema(entity) == Schema::kPerson ? TextAutomaton::kOfPerson : TextAutomaton::kOfOther;
    const auto add = [&](const NamePair& pair, bool is_rarest) {
      const uint32_t flags = is_rarest ? of | TextAutomaton::kRarest : of;
      pairs_.push_back({pair.hash, entity | flags << 28 | (pair.is_joined ? kJoined : 0), pair.folds});
    };
    for (size_t i = 0; i < pairs_of_entity_.size();) {
      size_t end = i;
      bool is_rarest = false;
      NamePair plain = pairs_of_entity_[i];  // equal pairs of words become one
      for (; end < pairs_of_entity_.size() && pairs_of_entity_[end].hash == plain.hash; ++end) {
        is_rarest = is_rarest || pairs_of_entity_[end].is_rarest;
        if (!pairs_of_entity_[end].is_joined) plain.folds |= pairs_of_entity_[end].folds;
      }
      if (!plain.is_joined) add(plain, is_rarest);
      for (; i < end; ++i)
        if (pairs_of_entity_[i].is_joined && (i == 0 || pairs_of_entity_[i] != pairs_of_entity_[i - 1]))
          add(pairs_of_entity_[i], true);
    }
  }
  void take_singles(uint32_t entity) {
    std::sort(singles_of_entity_.begin(), singles_of_entity_.end());
    singles_of_entity_.erase(std::unique(singles_of_entity_.begin(), singles_of_entity_.end()),
                             singles_of_entity_.end());
    for (const uint64_t key : singles_of_entity_) singles_.push_back({key, entity, 0});
  }

  void finish() {
    const size_t keys = out_.word_keys_.size() + joins_.size() + singles_.size();
    const size_t known_bits = std::bit_ceil(std::max<size_t>(keys * 8, 1024));
    out_.known_.assign(known_bits / 64, 0);
    out_.known_mask_ = static_cast<uint32_t>(known_bits - 1);
    const auto know = [&](SoundKey key) { out_.known_[(key & out_.known_mask_) >> 6] |= uint64_t{1} << (key & 63); };
    for (const SoundKey key : out_.word_keys_) know(key);
    for (const SoundKey key : joins_) know(key);
    for (const Keyed& single : singles_) know(static_cast<SoundKey>(single.key));

    const Dictionary& dictionary = index_.dictionary();
    const size_t fold_bits = std::bit_ceil(std::max<size_t>(size_t{dictionary.folds()} * 8, 1024));
    out_.folds_.assign(fold_bits / 64, 0);
    out_.fold_mask_ = static_cast<uint32_t>(fold_bits - 1);
    for (FoldId fold = 0; fold < dictionary.folds(); ++fold) {
      const SoundKey key = fold_key(dictionary.fold(fold));
      out_.folds_[(key & out_.fold_mask_) >> 6] |= uint64_t{1} << (key & 63);
    }

    const size_t joined_bits = std::bit_ceil(std::max<size_t>(joins_.size() * 8, 1024));
    out_.joined_.assign(joined_bits / 64, 0);
    out_.joined_mask_ = static_cast<uint32_t>(joined_bits - 1);
    for (const SoundKey key : joins_) out_.joined_[(key & out_.joined_mask_) >> 6] |= uint64_t{1} << (key & 63);
    std::vector<Keyed> han;
    const TextColumn& names = index_.han_names();
    for (uint32_t i = 0; i < names.size(); ++i)
      if (names[i].size() >= kHanStart) han.push_back({han_hash(names[i]), i, 0});
    bucket(han, 32, out_.han_shift_, out_.han_starts_, out_.han_rows_);

    const size_t words = std::bit_ceil(std::max<size_t>(pairs_.size() / 4, 16));
    out_.filter_.assign(words, 0);
    out_.filter_mask_ = words - 1;
    for (const Keyed& pair : pairs_)
      out_.filter_[(pair.key >> 6) & out_.filter_mask_] |= uint64_t{1} << (pair.key & 63) | uint64_t{1}
                                                                                                << (pair.key >> 58);
    bucket(pairs_, 64, out_.pair_shift_, out_.pair_starts_, out_.pair_rows_);
    bucket(singles_, 32, out_.single_shift_, out_.single_starts_, out_.single_rows_);
  }

  static void put(const Keyed& row, Row& out) { out = {static_cast<uint32_t>(row.key), row.entity}; }
  static void put(const Keyed& row, PairRow& out) { out = {static_cast<uint32_t>(row.key), row.entity, row.folds}; }
  template <typename RowOf>
  static void bucket(std::vector<Keyed>& rows, int width, int& shift, std::vector<uint32_t>& starts,
                     std::vector<RowOf>& out) {
    std::sort(rows.begin(), rows.end());
    const int bits = std::max(1, static_cast<int>(std::bit_width(rows.size() / 2)));
    shift = width - bits;
    starts.assign((size_t{1} << bits) + 1, 0);
    out.reserve(rows.size());
    for (const Keyed& row : rows) {
      ++starts[(row.key >> shift) + 1];
      put(row, out.emplace_back());
    }
    for (size_t i = 1; i < starts.size(); ++i) starts[i] += starts[i - 1];
    std::vector<Keyed>().swap(rows);
  }

  const Index& index_;
  TextAutomaton& out_;
  std::vector<NamePair> pairs_of_entity_;
  bool any_fold_ = false;  // of the name that is added
  std::vector<uint64_t> singles_of_entity_;
  std::vector<Keyed> pairs_, singles_;
  std::vector<SoundKey> joins_;
};

TextAutomaton TextAutomaton::build(const Index& index) {
  TextAutomaton out;
  out.index_ = &index;
  Builder(index, out).run();
  return out;
}

uint32_t TextAutomaton::han_hash(std::string_view text) {
  return static_cast<uint32_t>(hash64(text.substr(0, kHanStart), 3) >> 32);
}

size_t TextAutomaton::bytes() const {
  const auto of = [](const auto& v) { return v.capacity() * sizeof v[0]; };
  return of(known_) + of(folds_) + of(joined_) + of(han_starts_) + of(han_rows_) + of(filter_) + of(pair_starts_) +
         of(single_starts_) + of(pair_rows_) + of(single_rows_) + of(word_starts_) + of(word_keys_) + of(shapes_);
}

}  // namespace cordon::index
