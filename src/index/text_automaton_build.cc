// Makes the tables by which running text meets listed names; text_automaton.h says what they are.
#include <tbb/parallel_for.h>
#include <tbb/parallel_sort.h>

#include <algorithm>
#include <array>
#include <bit>
#include <limits>
#include <string>

#include "index/text_automaton.h"
#include "names/analyze.h"

namespace cordon::index {

using names::PartKind;

namespace {

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

// A row with the hash that it is found by.
struct Keyed {
  uint64_t key;
  std::array<uint32_t, 2> words;
  uint32_t entity;
  auto operator<=>(const Keyed&) const = default;
};

// What some neighbouring entities give.
struct Block {
  std::vector<Keyed> pairs, singles;
  std::vector<SoundKey> joins;
};

template <typename T>
std::string_view bytes_of(const std::vector<T>& numbers) {
  return {reinterpret_cast<const char*>(numbers.data()), numbers.size() * sizeof(T)};
}

class BitsMaker {
 public:
  // For so many keys, each with so many bits.
  explicit BitsMaker(size_t keys, size_t bits = 8)
      : words_(std::bit_ceil(std::max<size_t>(keys * bits, 1024)) / 64, 0) {}
  void add(SoundKey key) { words_[(key >> 6) & (words_.size() - 1)] |= uint64_t{1} << (key & 63); }
  std::string_view bytes() const { return bytes_of(words_); }

 private:
  std::vector<uint64_t> words_;
};

}  // namespace

class TextAutomaton::Maker {
 public:
  explicit Maker(const Index& index) : index_(index) { key_words(); }

  Result<void> run(const Builder::Sink& sink) {
    CHECK_OK(put_folds(sink));
    CHECK_OK(put_words(sink));
    std::vector<Block> blocks = read_names();
    const auto joins = take<SoundKey>(blocks, [](Block& block) -> auto& { return block.joins; });
    auto singles = take<Keyed>(blocks, [](Block& block) -> auto& { return block.singles; });
    CHECK_OK(put_keys(sink, joins, singles));
    CHECK_OK(put_table<Row>(sink, "text.singles", 32, std::move(singles)));
    auto pairs = take<Keyed>(blocks, [](Block& block) -> auto& { return block.pairs; });
    CHECK_OK(put_filter(sink, pairs));
    CHECK_OK(put_table<PairRow>(sink, "text.pairs", 64, std::move(pairs)));
    return put_han(sink);
  }

 private:
  class Names;

  std::span<const SoundKey> keys(WordId w) const {
    return std::span(word_keys_).subspan(word_starts_[w], word_starts_[w + 1] - word_starts_[w]);
  }

  void key_words() {
    const Dictionary& dictionary = index_.dictionary();
    std::vector<SoundKey> of_form(dictionary.forms());
    tbb::parallel_for(FormId{0}, static_cast<FormId>(of_form.size()), [&](FormId f) {
      const std::string_view text = dictionary.text(f);
      of_form[f] = text.starts_with('~') ? sound_key_of_abjad(text.substr(1))
                                         : sound_key(text, dictionary.fold(dictionary.fold_of(f)));
    });
    std::vector<SoundKey> all;
    const Words& words = index_.words();
    for (WordId w = 0; w < words.size(); ++w) {
      all.clear();
      for (const uint32_t f : words.forms(w))
        if (of_form[f] != 0 && std::find(all.begin(), all.end(), of_form[f]) == all.end()) all.push_back(of_form[f]);
      Shape& shape = shapes_.emplace_back();
      if (!words.forms(w).empty() && !dictionary.text(words.forms(w)[0]).starts_with('~')) {
        const std::string_view fold = dictionary.fold(dictionary.fold_of(words.forms(w)[0]));
        if (fold.size() <= 0xFF) shape = shape_of(fold);
      }
      word_keys_.insert(word_keys_.end(), all.begin(), all.end());
      word_starts_.push_back(static_cast<uint32_t>(word_keys_.size()));
    }
  }

  std::vector<Block> read_names() const;

  // What the blocks have of one kind, in their order; they have it no longer.
  template <typename T, typename Of>
  static std::vector<T> take(std::vector<Block>& blocks, const Of& of) {
    std::vector<T> out;
    size_t n = 0;
    for (Block& block : blocks) n += of(block).size();
    out.reserve(n);
    for (Block& block : blocks) {
      out.insert(out.end(), of(block).begin(), of(block).end());
      std::vector<T>().swap(of(block));
    }
    return out;
  }

  Result<void> put_folds(const Builder::Sink& sink) const {
    const Dictionary& dictionary = index_.dictionary();
    BitsMaker folds(dictionary.folds());
    for (FoldId fold = 0; fold < dictionary.folds(); ++fold) folds.add(fold_key(dictionary.fold(fold)));
    return sink("text.folds", folds.bytes());
  }

  Result<void> put_words(const Builder::Sink& sink) const {
    CHECK_OK(sink("text.words", std::string(bytes_of(word_starts_)) + std::string(bytes_of(word_keys_))));
    return sink("text.shapes", bytes_of(shapes_));
  }

  Result<void> put_keys(const Builder::Sink& sink, std::span<const SoundKey> joins,
                        std::span<const Keyed> singles) const {
    BitsMaker known(word_keys_.size() + joins.size() + singles.size());
    for (const SoundKey key : word_keys_) known.add(key);
    for (const SoundKey key : joins) known.add(key);
    for (const Keyed& single : singles) known.add(static_cast<SoundKey>(single.key));
    CHECK_OK(sink("text.keys", known.bytes()));
    BitsMaker joined(joins.size(), 4);
    for (const SoundKey key : joins) joined.add(key);
    return sink("text.joined", joined.bytes());
  }

  static Result<void> put_filter(const Builder::Sink& sink, std::span<const Keyed> pairs) {
    std::vector<uint64_t> filter(std::bit_ceil(std::max<size_t>(pairs.size() / 8, 16)), 0);
    for (const Keyed& pair : pairs) filter[(pair.key >> 6) & (filter.size() - 1)] |= filter_bits(pair.key);
    return sink("text.filter", bytes_of(filter));
  }

  Result<void> put_han(const Builder::Sink& sink) const {
    std::vector<Keyed> han;
    const TextColumn& names = index_.han_names();
    for (uint32_t i = 0; i < names.size(); ++i)
      if (names[i].size() >= kHanStart) han.push_back({han_hash(names[i]), {}, i});
    return put_table<Row>(sink, "text.han", 32, std::move(han));
  }

  static void put(const Keyed& row, Row& out) { out = {static_cast<uint32_t>(row.key), row.entity}; }
  static void put(const Keyed& row, PairRow& out) {
    out = {row.entity, {print_of(row.key) << kWordBits | row.words[0], row.words[1]}};
  }

  // Keys of so many bits. Errors: kInvalidArgument (more than 2^32 rows).
  template <typename RowOf>
  static Result<void> put_table(const Builder::Sink& sink, std::string_view section, int width,
                                std::vector<Keyed> rows) {
    if (rows.size() > std::numeric_limits<uint32_t>::max())
      return fail(ErrorCode::kInvalidArgument, "the lists have more names than a snapshot holds");
    tbb::parallel_sort(rows.begin(), rows.end());
    const int bits = std::max(1, static_cast<int>(std::bit_width(rows.size() / 8)));
    const size_t buckets = size_t{1} << bits;
    std::vector<uint32_t> starts(buckets + 2, 0);
    starts[0] = static_cast<uint32_t>(buckets);
    uint32_t* const first = starts.data() + 1;
    for (const Keyed& row : rows) ++first[(row.key >> (width - bits)) + 1];
    for (size_t i = 1; i <= buckets; ++i) first[i] += first[i - 1];
    std::string out(bytes_of(starts));
    out.reserve(out.size() + rows.size() * sizeof(RowOf));
    for (const Keyed& keyed : rows) {
      RowOf row;
      put(keyed, row);
      out.append(reinterpret_cast<const char*>(&row), sizeof row);
    }
    return sink(section, out);
  }

  const Index& index_;
  std::vector<uint32_t> word_starts_ = {0};  // as TextAutomaton has them, and the next
  std::vector<SoundKey> word_keys_;
  std::vector<Shape> shapes_;
};

// What the names of one entity after another give.
class TextAutomaton::Maker::Names {
 public:
  Names(const Maker& keys, Block& out) : index_(keys.index_), keys_(keys), out_(out) {}

  void add(uint32_t entity) {
    pairs_of_entity_.clear();
    singles_of_entity_.clear();
    index_.each_name(entity, [&](uint32_t, std::span<const WordId> words) { add_name(words); });
    take_pairs(entity);
    take_singles(entity);
  }

 private:
  struct NamePair {
    uint64_t hash;
    bool is_joined;
    std::array<uint32_t, 2> words;  // as those of a row
    uint8_t as;                     // kRarest, kFirst: of the name
    auto operator<=>(const NamePair&) const = default;
  };

  std::string consonants_of(FormId form) const {
    const Dictionary& dictionary = index_.dictionary();
    const std::string_view text = dictionary.text(form);
    if (text.starts_with('~')) return key_consonants_of_abjad(text.substr(1));
    return key_consonants(text, dictionary.fold(dictionary.fold_of(form)));
  }

  // The consonants of a word's likeliest form.
  std::string consonants(WordId w) const {
    const auto forms = index_.words().forms(w);
    return forms.empty() ? "" : consonants_of(forms[0]);
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
    name_.assign(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(n));
    if (n <= kPairedWords) add_joins(std::span(found.data(), n));
    add_pair(rarest, beside, kRarest);
    add_pair(found[0], found[1], kFirst);
    if (n > kPairedWords) {
      std::stable_sort(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(n),
                       [&](WordId a, WordId b) { return index_.commonness(a) < index_.commonness(b); });
      n = kPairedWords;
    }
    for (size_t i = 0; i < n; ++i)
      for (size_t k = i + 1; k < n; ++k) add_pair(found[i], found[k], 0);
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

  // Not all words of a long name are paired: may two of it that are not have the keys of these two?
  bool others_have_key_of(WordId a, WordId b) const {
    if (name_.size() <= kPairedWords) return false;
    size_t shared = 0;  // words, these two among them
    const auto meet = [&](WordId one, WordId other) {
      return std::ranges::find_first_of(keys_.keys(one), keys_.keys(other)) != keys_.keys(one).end();
    };
    for (const WordId word : name_) shared += meet(word, a) || meet(word, b);
    return shared > 2;
  }

  void add_pair(WordId a, WordId b, uint8_t as) {
    const uint32_t any = others_have_key_of(a, b) ? kAnyWords : 0;
    for (const SoundKey x : keys_.keys(a))
      for (const SoundKey y : keys_.keys(b)) {
        const bool in_order = x < y || (x == y && a < b);
        pairs_of_entity_.push_back({pair_hash(x, y), false, {in_order ? a : b, (in_order ? b : a) | any}, as});
      }
  }

  void add_joins(std::span<const WordId> found) {
    for (size_t i = 0; i + 1 < found.size(); ++i) {
      const SoundKey key = joined_key(consonants(found[i]), consonants(found[i + 1]));
      if (key == 0) continue;
      const uint32_t shape = packed(keys_.shapes_[found[i]], keys_.shapes_[found[i + 1]]);
      out_.joins.push_back(key);
      for (size_t k = 0; k < found.size(); ++k)
        if (k != i && k != i + 1)
          for (const SoundKey other : keys_.keys(found[k]))
            pairs_of_entity_.push_back({pair_hash(key, other), true, {shape, found[k]}, kRarest});
      if (found.size() == 2) singles_of_entity_.push_back(key);
    }
  }

  void add_single(WordId w) {
    const Dictionary& dictionary = index_.dictionary();
    for (const uint32_t f : index_.words().forms(w)) {
      if (!dictionary.text(f).starts_with('~'))
        singles_of_entity_.push_back(fold_key(dictionary.fold(dictionary.fold_of(f))));
      const std::string consonants = consonants_of(f);
      if (consonants.size() >= kSingleConsonants) singles_of_entity_.push_back(consonants_key(consonants));
    }
  }

  void take_pairs(uint32_t entity) {
    std::sort(pairs_of_entity_.begin(), pairs_of_entity_.end());
    const uint32_t of = index_.schema(entity) == Schema::kPerson ? TextAutomaton::kOfPerson : TextAutomaton::kOfOther;
    for (size_t i = 0; i < pairs_of_entity_.size();) {
      size_t end = i;
      uint32_t as = 0;  // what one of the names says of these keys, all say
      for (; end < pairs_of_entity_.size() && pairs_of_entity_[end].hash == pairs_of_entity_[i].hash; ++end)
        as |= pairs_of_entity_[end].as;
      for (const NamePair* before = nullptr; i < end; ++i) {
        const NamePair& pair = pairs_of_entity_[i];
        if (before != nullptr && before->is_joined == pair.is_joined && before->words == pair.words) continue;
        const uint32_t how = pair.is_joined ? kJoined | kRarest << kEntityBits : as << kEntityBits;
        out_.pairs.push_back({pair.hash, pair.words, entity | of << kEntityBits | how});
        before = &pair;
      }
    }
  }
  void take_singles(uint32_t entity) {
    std::sort(singles_of_entity_.begin(), singles_of_entity_.end());
    singles_of_entity_.erase(std::unique(singles_of_entity_.begin(), singles_of_entity_.end()),
                             singles_of_entity_.end());
    for (const uint64_t key : singles_of_entity_) out_.singles.push_back({key, {}, entity});
  }

  const Index& index_;
  const Maker& keys_;
  Block& out_;
  std::vector<NamePair> pairs_of_entity_;
  std::vector<uint64_t> singles_of_entity_;
  std::vector<WordId> name_;  // that is added: its words that find
};

std::vector<Block> TextAutomaton::Maker::read_names() const {
  constexpr uint32_t kBlock = 1 << 14;  // entities a task
  const uint32_t entities = index_.entities();
  std::vector<Block> blocks(entities / kBlock + 1);
  tbb::parallel_for(size_t{0}, blocks.size(), [&](size_t block) {
    Names names(*this, blocks[block]);
    const auto begin = static_cast<uint32_t>(block * kBlock);
    for (uint32_t e = begin; e < std::min(entities, begin + kBlock); ++e) names.add(e);
  });
  return blocks;
}

Result<void> TextAutomaton::build(const Index& index, const Builder::Sink& sink) {
  if (index.entities() > kMostEntities)
    return fail(ErrorCode::kInvalidArgument, "a snapshot holds at most " + std::to_string(kMostEntities) + " parties");
  if (index.words().size() > kMostWords)
    return fail(ErrorCode::kInvalidArgument, "a snapshot holds at most " + std::to_string(kMostWords) + " words");
  return Maker(index).run(sink);
}

}  // namespace cordon::index
