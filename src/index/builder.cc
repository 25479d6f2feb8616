#include <algorithm>
#include <cstring>
#include <numeric>

#include "base/checksum.h"
#include "base/embedded.h"
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

uint32_t Builder::form(const std::string& fold, const std::string& text) {
  const auto [it, fresh] = form_numbers_.try_emplace(text, static_cast<uint32_t>(forms_.size()));
  if (fresh) forms_.emplace_back(fold, text);
  return it->second;
}

WordId Builder::word(layout::WordHead head, const std::vector<uint32_t>& forms) {
  std::string key;
  put(key, layout::pack(head));
  for (const uint32_t f : forms) put(key, f);
  const auto [it, fresh] = word_numbers_.try_emplace(std::move(key), static_cast<WordId>(word_heads_.size()));
  if (fresh) {
    word_heads_.push_back(head);
    word_forms_.insert(word_forms_.end(), forms.begin(), forms.end());
    word_form_starts_.push_back(static_cast<uint32_t>(word_forms_.size()));
  }
  return it->second;
}

// A name as its words. Parts that are not compared are words too: a title may begin a join, and parts keep their order.
void Builder::add_name(const match::PreparedName& name) {
  name_words_.push_back(static_cast<uint32_t>(name.parts.size()));
  size_t unit = 0;  // single ones come first, in the order of their parts
  std::vector<uint32_t> forms;
  for (size_t i = 0; i < name.parts.size(); ++i) {
    const match::PreparedPart& part = name.parts[i];
    layout::WordHead head{part.kind, part.joins_syllabic, false, part.rarity};
    std::string abjad = part.joins_as_abjad;
    forms.clear();
    if (match::compared(part.kind)) {
      const match::Unit& u = name.units[unit++];
      for (const match::Form& f : u.forms) forms.push_back(form(f.folded, f.text));
      head.syllabic = u.syllabic;
      abjad = u.abjad;
    } else if (!part.joins_as.empty()) {
      forms.push_back(form(names::fold(part.joins_as), part.joins_as));
    }
    head.abjad = !abjad.empty();
    if (head.abjad) forms.push_back(form("~" + abjad, "~" + abjad));
    name_words_.push_back(word(head, forms));
  }
}

void Builder::add_attributes(const Entity& entity) {
  const match::ListedAttributes listed = match::listed_attributes(entity);
  put(attribute_starts_, static_cast<uint32_t>(attributes_.size()));
  layout::put_varint(attributes_, static_cast<uint32_t>(listed.births.size()));
  for (const DateSpan& birth : listed.births) {
    layout::put_varint(attributes_, static_cast<uint32_t>(birth.precision));
    layout::put_varint(attributes_, layout::zigzag(birth.low));
    layout::put_varint(attributes_, layout::zigzag(birth.high - birth.low));
  }
  layout::put_varint(attributes_, static_cast<uint32_t>(listed.countries.size()));
  for (const std::string& code : listed.countries) {
    layout::put_varint(attributes_, static_cast<uint32_t>(code.size()));
    attributes_ += code;
  }
}

void Builder::add(const Entity& entity) {
  const auto number = static_cast<uint32_t>(ids_.size());
  ids_.push_back(entity.id);
  add_attributes(entity);
  entity_starts_.push_back(name_words_.size());
  for (uint32_t i = 0; i < entity.names.size(); ++i) {
    const Name& name = entity.names[i];
    const match::PreparedName prepared =
        match::prepare(name.text, names::name_type(entity.schema), {name.given, name.middle, name.family});
    if (prepared.units.empty()) {
      name_words_.push_back(0);
      continue;
    }
    if (!prepared.acronym.letters.empty()) acronyms_.push_back({acronym_key(prepared.acronym.letters), number, i});
    for (const names::Initials& initials : prepared.initials)
      acronyms_.push_back({initials_key(initials.letters), number, i});
    add_name(prepared);
    ++names_;
  }
  for (const Identifier& id : entity.identifiers) {
    if (id.known_false) continue;
    for (const uint64_t key : identifier_keys(id.value)) identifiers_.emplace_back(key, number);
  }
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
  const std::vector<JoinWords>& joins() const { return joins_; }

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
void Builder::put_dictionary(std::vector<std::pair<std::string, std::string>>& out) {
  std::vector<uint32_t> order(forms_.size());
  std::iota(order.begin(), order.end(), 0U);
  std::sort(order.begin(), order.end(), [&](uint32_t a, uint32_t b) { return forms_[a] < forms_[b]; });
  std::vector<uint32_t> final_number(forms_.size());
  std::vector<std::pair<std::string, std::string>> sorted;
  sorted.reserve(forms_.size());
  for (uint32_t i = 0; i < order.size(); ++i) {
    final_number[order[i]] = i;
    sorted.push_back(std::move(forms_[order[i]]));
  }
  forms_ = std::move(sorted);
  for (uint32_t& f : word_forms_) f = final_number[f];
  DictionarySections dictionary = Dictionary::build(forms_);
  out.emplace_back("index.forms", std::move(dictionary.forms));
  out.emplace_back("index.folds", std::move(dictionary.folds));
  out.emplace_back("index.deletes", std::move(dictionary.deletes));
  out.emplace_back("index.skeletons", std::move(dictionary.skeletons));
}

// The final number of each word: the commonest first, so that most numbers in names are small.
std::vector<uint32_t> Builder::number_words() {
  std::vector<uint32_t> count(word_heads_.size(), 0);
  for (size_t at = 0; at < name_words_.size(); at += 1 + name_words_[at])
    for (size_t i = 1; i <= name_words_[at]; ++i) ++count[name_words_[at + i]];
  std::vector<uint32_t> order(count.size());
  std::iota(order.begin(), order.end(), 0U);
  std::sort(order.begin(), order.end(),
            [&](uint32_t a, uint32_t b) { return count[a] != count[b] ? count[a] > count[b] : a < b; });
  return order;
}

void Builder::put_names(std::vector<std::pair<std::string, std::string>>& out, const std::vector<uint32_t>& order) {
  std::vector<WordId> final_word(order.size());
  std::string heads, starts, forms;
  std::vector<std::pair<uint32_t, uint32_t>> form_words;
  for (WordId w = 0; w < order.size(); ++w) {
    final_word[order[w]] = w;
    put(heads, layout::pack(word_heads_[order[w]]));
    put(starts, static_cast<uint32_t>(forms.size() / sizeof(uint32_t)));
    for (uint32_t f = word_form_starts_[order[w]]; f < word_form_starts_[order[w] + 1]; ++f) {
      put(forms, word_forms_[f]);
      form_words.emplace_back(word_forms_[f], w);
    }
  }
  put(starts, static_cast<uint32_t>(forms.size() / sizeof(uint32_t)));
  out.emplace_back("index.words", heads + starts + forms);
  out.emplace_back("index.form_words", Postings::build(form_words, forms_.size()));

  // What each word gives to a join, by its final number.
  std::vector<match::JoinedPart> parts(order.size());
  for (WordId w = 0; w < order.size(); ++w) {
    const layout::WordHead head = word_heads_[order[w]];
    const uint32_t begin = word_form_starts_[order[w]];
    const uint32_t end = word_form_starts_[order[w] + 1];
    if (end - begin > (head.abjad ? 1U : 0U)) parts[w].text = forms_[word_forms_[begin]].second;
    if (head.abjad) parts[w].abjad = std::string_view(forms_[word_forms_[end - 1]].second).substr(1);
    parts[w].syllabic = head.syllabic;
  }

  std::string names, bytes;
  std::vector<std::pair<uint32_t, uint32_t>> word_entities, join_entities;
  Joining joining;
  std::vector<WordId> words;
  std::vector<names::PartKind> kinds;
  for (uint32_t e = 0; e < entity_starts_.size(); ++e) {
    put(names, static_cast<uint32_t>(bytes.size()));
    const size_t end = e + 1 < entity_starts_.size() ? entity_starts_[e + 1] : name_words_.size();
    for (size_t at = entity_starts_[e]; at < end; at += 1 + name_words_[at]) {
      words.clear();
      kinds.clear();
      for (size_t i = 1; i <= name_words_[at]; ++i) {
        words.push_back(final_word[name_words_[at + i]]);
        kinds.push_back(word_heads_[name_words_[at + i]].kind);
      }
      layout::put_varint(bytes, name_words_[at]);
      for (const WordId w : words) {
        layout::put_varint(bytes, w);
        word_entities.emplace_back(w, e);
      }
      match::each_joined_run(kinds, [&](size_t first, size_t count) {
        const JoinWords key{words[first], words[first + 1], count == 3 ? words[first + 2] : kNoWord};
        join_entities.emplace_back(joining.number(key), e);
      });
    }
  }
  put(names, static_cast<uint32_t>(bytes.size()));
  out.emplace_back("index.names", names + bytes);
  out.emplace_back("index.word_entities", Postings::build(word_entities, order.size()));
  std::vector<std::pair<uint32_t, uint32_t>>().swap(word_entities);

  std::string joins, letters;
  std::vector<std::pair<uint32_t, uint32_t>> halves, consonants;
  for (JoinId j = 0; j < joining.joins().size(); ++j) {
    const JoinWords& key = joining.joins()[j];
    for (const WordId w : key) put(joins, w);
    std::array<match::JoinedPart, 3> of;
    const size_t count = key[2] == kNoWord ? 2 : 3;
    for (size_t i = 0; i < count; ++i) of[i] = parts[key[i]];
    const auto unit = match::joined_unit(std::span(of.data(), count), 0);
    put(letters, unit ? Joins::letters(unit->forms[0].folded) : 0U);
    if (!unit) continue;
    const match::Form& form = unit->forms[0];
    for (const int which : {0, 1}) halves.emplace_back(Joins::half_key(form.folded, which), j);
    if (form.skeleton.size() >= match::kMinSkeleton) consonants.emplace_back(Joins::consonants_key(form.skeleton), j);
    if (unit->consonants.size() >= match::kMinJoinedAbjad)
      consonants.emplace_back(Joins::consonants_key(unit->consonants), j);
  }
  joins_ = static_cast<uint32_t>(joining.joins().size());
  out.emplace_back("index.joins", std::move(joins));
  out.emplace_back("index.join_letters", std::move(letters));
  out.emplace_back("index.join_halves", Buckets::build(std::move(halves)));
  out.emplace_back("index.join_consonants", Buckets::build(std::move(consonants)));
  out.emplace_back("index.join_entities", Postings::build(join_entities, joining.joins().size()));
}

void Builder::put_ids(std::vector<std::pair<std::string, std::string>>& out) const {
  std::string ids, bytes;
  for (const std::string& id : ids_) {
    put(ids, static_cast<uint32_t>(bytes.size()));
    bytes += id;
  }
  put(ids, static_cast<uint32_t>(bytes.size()));
  std::vector<uint32_t> by_id(ids_.size());
  std::iota(by_id.begin(), by_id.end(), 0U);
  std::sort(by_id.begin(), by_id.end(), [&](uint32_t a, uint32_t b) { return ids_[a] < ids_[b]; });
  for (const uint32_t e : by_id) put(ids, e);
  out.emplace_back("index.ids", ids + bytes);
}

void Builder::put_keys(std::vector<std::pair<std::string, std::string>>& out) {
  std::sort(identifiers_.begin(), identifiers_.end());
  identifiers_.erase(std::unique(identifiers_.begin(), identifiers_.end()), identifiers_.end());
  std::string identifiers;
  for (const auto& [key, entity] : identifiers_) {
    put(identifiers, key);
    put(identifiers, uint64_t{entity});
  }
  out.emplace_back("index.identifiers", std::move(identifiers));

  std::sort(acronyms_.begin(), acronyms_.end());
  std::string acronyms;
  for (const Acronym& a : acronyms_) put(acronyms, a.key);
  for (const Acronym& a : acronyms_) put(acronyms, a.entity);
  for (const Acronym& a : acronyms_) put(acronyms, a.ordinal);
  out.emplace_back("index.acronyms", std::move(acronyms));
}

std::vector<std::pair<std::string, std::string>> Builder::build() {
  std::vector<std::pair<std::string, std::string>> out;
  out.emplace_back("index.head", "");
  put_ids(out);
  put_dictionary(out);
  put_names(out, number_words());
  put(attribute_starts_, static_cast<uint32_t>(attributes_.size()));
  out.emplace_back("index.attributes", attribute_starts_ + attributes_);
  put_keys(out);
  layout::Head head;
  head.entities = static_cast<uint32_t>(ids_.size());
  head.names = static_cast<uint32_t>(names_);
  head.forms = static_cast<uint32_t>(forms_.size());
  for (size_t i = 0; i < forms_.size(); ++i) head.folds += i == 0 || forms_[i].first != forms_[i - 1].first;
  head.words = static_cast<uint32_t>(word_heads_.size());
  head.joins = joins_;
  head.tables = layout::tables_hash();
  out.front().second.assign(reinterpret_cast<const char*>(&head), sizeof head);
  return out;
}

}  // namespace cordon::index
