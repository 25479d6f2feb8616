#include <tbb/parallel_for.h>
#include <tbb/parallel_sort.h>

#include <algorithm>
#include <cstring>
#include <numeric>

#include "base/checksum.h"
#include "index/index.h"
#include "index/layout.h"

namespace cordon::index {

using layout::put;

std::array<uint64_t, 2> identifier_keys(std::string_view value) {
  constexpr size_t kBranchBic = 11;
  const std::string plain = normal_id(IdKind::kUnknown, value);
  const size_t digit = plain.find_first_of("0123456789");
  const bool head_office = plain.size() == kBranchBic && plain.ends_with("XXX");
  return {hash64(plain.substr(digit == std::string::npos ? 0 : digit)),
          hash64("bic " + plain.substr(0, head_office ? kBranchBic - 3 : plain.size()))};
}

uint32_t acronym_key(std::string_view letters) {
  return static_cast<uint32_t>(hash64("acronym " + std::string(letters)) >> 32);
}
uint32_t initials_key(std::string_view letters) {
  return static_cast<uint32_t>(hash64("initials " + std::string(letters)) >> 32);
}

WordId Builder::word(std::string_view key) {
  const auto [number, is_new] = words_.number(key);
  if (!is_new) return number;
  for (size_t at = sizeof(uint32_t); at < key.size();) {  // at the zero byte before a form
    const size_t end = std::min(key.find('\0', at + 1), key.size());
    word_forms_.push_back(forms_.number(key.substr(at + 1, end - at - 1)).first);
    at = end;
  }
  word_form_starts_.push_back(static_cast<uint32_t>(word_forms_.size()));
  return number;
}

layout::WordHead Builder::head(WordId word) const {
  uint32_t bytes;
  std::memcpy(&bytes, words_[word].data(), sizeof bytes);
  return layout::unpack(bytes);
}

void Builder::add(const Entity& entity) {
  Prepared one;
  one.add(entity);
  add(one);
}

void Builder::add(const Prepared& entities) {
  const auto first = static_cast<uint32_t>(id_starts_.size());
  const size_t first_word = name_words_.size();
  for (const std::string& id : entities.ids_) {
    id_starts_.push_back(static_cast<uint32_t>(id_bytes_.size()));
    id_bytes_ += id;
  }
  for (const size_t start : entities.entity_starts_) entity_starts_.push_back(first_word + start);
  std::vector<WordId> numbers(entities.words_.size());
  for (uint32_t w = 0; w < numbers.size(); ++w) numbers[w] = word(entities.words_[w]);
  const std::vector<uint32_t>& words = entities.name_words_;
  for (size_t at = 0; at < words.size(); at += 1 + words[at]) {
    name_words_.push_back(words[at]);
    for (size_t i = 1; i <= words[at]; ++i) name_words_.push_back(numbers[words[at + i]]);
  }
  for (const auto& [key, entity] : entities.identifiers_) identifiers_.emplace_back(key, first + entity);
  for (const Acronym& a : entities.acronyms_) acronyms_.push_back({a.key, first + a.entity, a.ordinal});
  const auto merged = [](Texts& all, const Texts& some) {
    std::vector<uint32_t> out(some.size());
    for (uint32_t i = 0; i < out.size(); ++i) out[i] = all.number(some[i]).first;
    return out;
  };
  const std::vector<uint32_t> births = merged(births_, entities.births_);
  const std::vector<uint32_t> han = merged(han_, entities.han_);
  for (const auto& [text, entity] : entities.han_of_) han_of_.emplace_back(han[text], first + entity);
  const std::vector<uint32_t> countries = merged(countries_, entities.countries_);
  for (layout::Attributes of : entities.attributes_) {
    if (!of.birth_day()) of.births = births[of.births];
    of.set(countries[of.countries()], of.schema());
    attributes_.push_back(of);
  }
  names_ += entities.names_;
}

// Joins in the order in which they are first met.
class Builder::Joining {
 public:
  JoinId number(const JoinWords& words) {
    if (places_.size() < 2 * (joins_.size() + 1)) grow();
    const size_t at = place(words);
    if (places_[at] == 0) {
      joins_.push_back(words);
      places_[at] = static_cast<uint32_t>(joins_.size());
    }
    return places_[at] - 1;
  }
  std::vector<JoinWords> take() { return std::move(joins_); }

 private:
  size_t place(const JoinWords& words) const {
    const size_t mask = places_.size() - 1;
    size_t at = hash64({reinterpret_cast<const char*>(words.data()), sizeof words}) & mask;
    while (places_[at] != 0 && joins_[places_[at] - 1] != words) at = (at + 1) & mask;
    return at;
  }
  void grow() {
    places_.assign(std::max<size_t>(1024, places_.size() * 2), 0);
    for (uint32_t j = 0; j < joins_.size(); ++j) places_[place(joins_[j])] = j + 1;
  }
  std::vector<JoinWords> joins_;
  std::vector<uint32_t> places_;  // number + 1; 0: free
};

// Forms get their final numbers in the order of (fold, text).
Builder::Forms Builder::sort_forms() {
  const uint32_t n = forms_.size();
  Forms forms(n);
  tbb::parallel_for(uint32_t{0}, n, [&](uint32_t f) {
    const std::string_view text = forms_[f];
    forms[f] = {text.starts_with('~') ? std::string(text) : names::fold(text), std::string(text)};
  });
  std::exchange(forms_, {});
  std::vector<uint32_t> order(n);
  std::iota(order.begin(), order.end(), 0U);
  tbb::parallel_sort(order.begin(), order.end(), [&](uint32_t a, uint32_t b) { return forms[a] < forms[b]; });
  std::vector<uint32_t> final_number(n);
  Forms sorted(n);
  for (uint32_t i = 0; i < n; ++i) {
    final_number[order[i]] = i;
    sorted[i] = std::move(forms[order[i]]);
  }
  for (uint32_t& f : word_forms_) f = final_number[f];
  return sorted;
}

// The words in the order of their final numbers: the commonest first, so that most numbers in names are small.
std::vector<WordId> Builder::number_words() const {
  std::vector<uint32_t> count(words_.size(), 0);
  for (size_t at = 0; at < name_words_.size(); at += 1 + name_words_[at])
    for (size_t i = 1; i <= name_words_[at]; ++i) ++count[name_words_[at + i]];
  std::vector<WordId> order(count.size());
  std::iota(order.begin(), order.end(), 0U);
  tbb::parallel_sort(order.begin(), order.end(),
                     [&](WordId a, WordId b) { return count[a] != count[b] ? count[a] > count[b] : a < b; });
  return order;
}

// Calls `visit` with the entity and the words (provisional numbers) of every name, in order.
template <typename Visit>
void Builder::each_name(const Visit& visit) const {
  for (uint32_t e = 0; e < entity_starts_.size(); ++e) {
    const size_t end = e + 1 < entity_starts_.size() ? entity_starts_[e + 1] : name_words_.size();
    for (size_t at = entity_starts_[e]; at < end; at += 1 + name_words_[at])
      visit(e, std::span(name_words_).subspan(at + 1, name_words_[at]));
  }
}

Builder::JoinRows Builder::join_words(const std::vector<WordId>& final_word) const {
  JoinRows out;
  Joining joining;
  std::vector<names::PartKind> kinds;
  each_name([&](uint32_t entity, std::span<const WordId> words) {
    kinds.clear();
    for (const WordId w : words) kinds.push_back(head(w).kind);
    match::each_joined_run(kinds, [&](size_t first, size_t count) {
      const JoinWords key{final_word[words[first]], final_word[words[first + 1]],
                          count == 3 ? final_word[words[first + 2]] : kNoWord};
      out.entities.emplace_back(joining.number(key), entity);
    });
  });
  out.joins = joining.take();
  return out;
}

// What a word (by its provisional number) gives to a join.
match::JoinedPart Builder::joined_part(WordId word, const Forms& forms) const {
  const layout::WordHead head = this->head(word);
  const uint32_t begin = word_form_starts_[word];
  const uint32_t end = word_form_starts_[word + 1];
  match::JoinedPart out;
  if (end - begin > (head.abjad ? 1U : 0U)) out.text = forms[word_forms_[begin]].second;
  if (head.abjad) out.abjad = std::string_view(forms[word_forms_[end - 1]].second).substr(1);
  out.syllabic = head.syllabic;
  return out;
}

Result<void> Builder::put_ids(const Sink& sink) {
  const auto n = static_cast<uint32_t>(id_starts_.size());
  id_starts_.push_back(static_cast<uint32_t>(id_bytes_.size()));
  const auto id = [&](uint32_t e) {
    return std::string_view(id_bytes_).substr(id_starts_[e], id_starts_[e + 1] - id_starts_[e]);
  };
  std::vector<uint32_t> by_id(n);
  std::iota(by_id.begin(), by_id.end(), 0U);
  tbb::parallel_sort(by_id.begin(), by_id.end(), [&](uint32_t a, uint32_t b) {
    const int order = id(a).compare(id(b));
    return order != 0 ? order < 0 : a < b;
  });
  std::string ids;
  for (const uint32_t start : id_starts_) put(ids, start);
  for (const uint32_t e : by_id) put(ids, e);
  ids += id_bytes_;
  std::exchange(id_bytes_, {});
  return sink("index.ids", ids);
}

namespace {

Result<void> put_dictionary(const Builder::Sink& sink, const std::vector<std::pair<std::string, std::string>>& forms) {
  const DictionarySections dictionary = Dictionary::build(forms);
  CHECK_OK(sink("index.forms", dictionary.forms));
  CHECK_OK(sink("index.folds", dictionary.folds));
  CHECK_OK(sink("index.deletes", dictionary.deletes));
  return sink("index.skeletons", dictionary.skeletons);
}

}  // namespace

Result<void> Builder::put_words(const Sink& sink, const std::vector<WordId>& order, size_t forms) const {
  std::string heads, starts, word_forms;
  std::vector<std::pair<uint32_t, uint32_t>> form_words;
  for (WordId w = 0; w < order.size(); ++w) {
    put(heads, layout::pack(head(order[w])));
    put(starts, static_cast<uint32_t>(word_forms.size() / sizeof(uint32_t)));
    for (uint32_t f = word_form_starts_[order[w]]; f < word_form_starts_[order[w] + 1]; ++f) {
      put(word_forms, word_forms_[f]);
      form_words.emplace_back(word_forms_[f], w);
    }
  }
  put(starts, static_cast<uint32_t>(word_forms.size() / sizeof(uint32_t)));
  CHECK_OK(sink("index.words", heads + starts + word_forms));
  return sink("index.form_words", Postings::build(form_words, forms));
}

Result<void> Builder::put_names(const Sink& sink, const std::vector<WordId>& final_word) const {
  std::string starts, bytes;
  std::vector<std::pair<uint32_t, uint32_t>> word_entities;
  uint32_t next = 0;
  const auto start_up_to = [&](size_t entity) {
    for (; next <= entity; ++next) put(starts, static_cast<uint32_t>(bytes.size()));
  };
  each_name([&](uint32_t entity, std::span<const WordId> words) {
    start_up_to(entity);
    layout::put_varint(bytes, static_cast<uint32_t>(words.size()));
    for (const WordId w : words) {
      layout::put_varint(bytes, final_word[w]);
      word_entities.emplace_back(final_word[w], entity);
    }
  });
  start_up_to(entity_starts_.size());
  starts += bytes;
  std::exchange(bytes, {});
  CHECK_OK(sink("index.names", starts));
  std::exchange(starts, {});
  return sink("index.word_entities", Postings::build(word_entities, final_word.size()));
}

Result<void> Builder::put_joins(const Sink& sink, JoinRows rows, const std::vector<WordId>& order,
                                const Forms& forms) const {
  using Rows = std::vector<std::pair<uint32_t, uint32_t>>;
  constexpr size_t kBlock = 1 << 14;  // joins a task
  const size_t n = rows.joins.size();
  std::vector<uint64_t> folds(n);
  std::vector<Rows> halves(n / kBlock + 1), consonants(n / kBlock + 1);
  tbb::parallel_for(size_t{0}, halves.size(), [&](size_t block) {
    for (size_t i = block * kBlock; i < std::min(n, (block + 1) * kBlock); ++i) {
      const JoinWords& key = rows.joins[i];
      const auto join = static_cast<JoinId>(i);
      std::array<match::JoinedPart, 3> of;
      const size_t count = key[2] == kNoWord ? 2 : 3;
      for (size_t k = 0; k < count; ++k) of[k] = joined_part(order[key[k]], forms);
      const auto unit = match::joined_unit(std::span(of.data(), count), 0);
      if (!unit) continue;
      const match::Form& form = unit->forms[0];
      folds[i] = Joins::packed(form.folded);
      for (const int which : {0, 1}) halves[block].emplace_back(Joins::half_key(form.folded, which), join);
      if (form.skeleton.size() >= match::kMinSkeleton)
        consonants[block].emplace_back(Joins::consonants_key(form.skeleton), join);
      if (unit->consonants.size() >= match::kMinJoinedAbjad)
        consonants[block].emplace_back(Joins::consonants_key(unit->consonants), join);
    }
  });
  const auto all = [](std::vector<Rows>& blocks) {
    Rows out;
    for (Rows& block : blocks) {
      out.insert(out.end(), block.begin(), block.end());
      Rows().swap(block);
    }
    return out;
  };
  const auto bytes_of = [](const auto& numbers) {
    return std::string_view(reinterpret_cast<const char*>(numbers.data()), numbers.size() * sizeof numbers[0]);
  };
  CHECK_OK(sink("index.joins", bytes_of(rows.joins)));
  std::vector<JoinWords>().swap(rows.joins);
  CHECK_OK(sink("index.join_folds", bytes_of(folds)));
  CHECK_OK(sink("index.join_halves", Buckets::build(all(halves))));
  CHECK_OK(sink("index.join_consonants", Buckets::build(all(consonants))));
  return sink("index.join_entities", Postings::build(rows.entities, n));
}

Result<void> Builder::put_keys(const Sink& sink) {
  tbb::parallel_sort(identifiers_.begin(), identifiers_.end());
  identifiers_.erase(std::unique(identifiers_.begin(), identifiers_.end()), identifiers_.end());
  std::string identifiers;
  for (const auto& [key, entity] : identifiers_) {
    put(identifiers, key);
    put(identifiers, uint64_t{entity});
  }
  CHECK_OK(sink("index.identifiers", identifiers));

  tbb::parallel_sort(acronyms_.begin(), acronyms_.end());
  std::string acronyms;
  for (const Acronym& a : acronyms_) put(acronyms, a.key);
  for (const Acronym& a : acronyms_) put(acronyms, a.entity);
  for (const Acronym& a : acronyms_) put(acronyms, a.ordinal);
  CHECK_OK(sink("index.acronyms", acronyms));
  CHECK_OK(sink("index.han_names", TextColumn::build(han_)));
  return sink("index.han_entities", Postings::build(han_of_, han_.size()));
}

Result<void> Builder::put_attributes(const Sink& sink) const {
  CHECK_OK(sink("index.attributes",
                {reinterpret_cast<const char*>(attributes_.data()), attributes_.size() * sizeof(layout::Attributes)}));
  CHECK_OK(sink("index.births", TextColumn::build(births_)));
  return sink("index.countries", TextColumn::build(countries_));
}

Result<void> Builder::build(const Sink& sink) {
  const Forms forms = sort_forms();
  const std::vector<WordId> order = number_words();
  std::vector<WordId> final_word(order.size());
  for (WordId w = 0; w < order.size(); ++w) final_word[order[w]] = w;
  JoinRows joins = join_words(final_word);

  layout::Head head;
  head.entities = static_cast<uint32_t>(id_starts_.size());
  head.names = static_cast<uint32_t>(names_);
  head.forms = static_cast<uint32_t>(forms.size());
  for (size_t i = 0; i < forms.size(); ++i) head.folds += i == 0 || forms[i].first != forms[i - 1].first;
  head.words = words_.size();
  head.joins = static_cast<uint32_t>(joins.joins.size());
  head.tables = layout::tables_hash();
  CHECK_OK(sink("index.head", {reinterpret_cast<const char*>(&head), sizeof head}));
  CHECK_OK(put_ids(sink));
  CHECK_OK(put_dictionary(sink, forms));
  CHECK_OK(put_words(sink, order, forms.size()));
  CHECK_OK(put_names(sink, final_word));
  std::vector<uint32_t>().swap(name_words_);
  std::vector<WordId>().swap(final_word);
  CHECK_OK(put_joins(sink, std::move(joins), order, forms));
  CHECK_OK(put_attributes(sink));
  return put_keys(sink);
}

}  // namespace cordon::index
