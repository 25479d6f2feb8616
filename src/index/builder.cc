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

void Builder::add(const Entity& entity) {
  const auto number = static_cast<uint32_t>(ids_.size());
  ids_.push_back(entity.id);
  for (uint32_t i = 0; i < entity.names.size(); ++i) {
    const Name& name = entity.names[i];
    const match::PreparedName prepared =
        match::prepare(name.text, names::name_type(entity.schema), {name.given, name.middle, name.family});
    if (prepared.units.empty()) continue;
    NameRecord record;
    record.entity = number;
    record.ordinal = i;
    for (const match::PreparedPart& part : prepared.parts)
      record.parts.push_back(static_cast<uint32_t>(part.kind) | uint32_t{part.rarity} << 8);
    for (const match::Unit& unit : prepared.units) {
      std::vector<uint32_t> numbers;
      for (const match::Form& f : unit.forms) numbers.push_back(form(f.folded, f.text));
      if (unit.consonants.size() >= match::kMinAbjad) numbers.push_back(form("~" + unit.abjad, "~" + unit.abjad));
      record.units.emplace_back(
          layout::unit_head(unit.first, unit.count, numbers.size(), !unit.abjad.empty(), unit.syllabic),
          std::move(numbers));
    }
    const auto name_number = static_cast<uint32_t>(records_.size());
    if (!prepared.acronym.letters.empty()) acronyms_.emplace_back(acronym_key(prepared.acronym.letters), name_number);
    for (const names::Initials& initials : prepared.initials)
      acronyms_.emplace_back(initials_key(initials.letters), name_number);
    records_.push_back(std::move(record));
    ++names_;
  }
  for (const Identifier& id : entity.identifiers) {
    if (id.known_false) continue;
    for (const uint64_t key : identifier_keys(id.value)) identifiers_.emplace_back(key, number);
  }
}

std::vector<std::pair<std::string, std::string>> Builder::build() {
  // Forms get their final numbers in the order of (fold, text).
  std::vector<uint32_t> order(forms_.size());
  std::iota(order.begin(), order.end(), 0U);
  std::sort(order.begin(), order.end(), [&](uint32_t a, uint32_t b) { return forms_[a] < forms_[b]; });
  std::vector<uint32_t> final_number(forms_.size());
  std::vector<std::pair<std::string, std::string>> sorted;
  sorted.reserve(forms_.size());
  for (uint32_t i = 0; i < order.size(); ++i) {
    final_number[order[i]] = i;
    sorted.push_back(forms_[order[i]]);
  }
  DictionarySections dictionary = Dictionary::build(sorted);
  uint32_t folds = 0;
  for (size_t i = 0; i < sorted.size(); ++i) folds += i == 0 || sorted[i].first != sorted[i - 1].first;

  std::string names, words;
  std::vector<std::pair<uint32_t, uint32_t>> postings;  // form, name
  for (uint32_t n = 0; n < records_.size(); ++n) {
    const NameRecord& record = records_[n];
    put(names, static_cast<uint32_t>(words.size() / sizeof(uint32_t)));
    put(words, record.entity);
    put(words, record.ordinal);
    put(words, static_cast<uint32_t>(record.parts.size() | record.units.size() << 16));
    for (const uint32_t part : record.parts) put(words, part);
    for (const auto& [head, numbers] : record.units) {
      put(words, head);
      for (const uint32_t number : numbers) {
        put(words, final_number[number]);
        postings.emplace_back(final_number[number], n);
      }
    }
  }
  put(names, static_cast<uint32_t>(words.size() / sizeof(uint32_t)));
  names += words;

  std::sort(postings.begin(), postings.end());
  postings.erase(std::unique(postings.begin(), postings.end()), postings.end());
  std::string lists;
  size_t at = 0;
  for (uint32_t f = 0; f <= sorted.size(); ++f) {
    while (at < postings.size() && postings[at].first < f) ++at;
    put(lists, static_cast<uint32_t>(at));
  }
  for (const auto& p : postings) put(lists, p.second);

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
  ids += bytes;

  std::sort(identifiers_.begin(), identifiers_.end());
  identifiers_.erase(std::unique(identifiers_.begin(), identifiers_.end()), identifiers_.end());
  std::string identifiers;
  for (const auto& [key, entity] : identifiers_) {
    put(identifiers, key);
    put(identifiers, uint64_t{entity});
  }

  std::sort(acronyms_.begin(), acronyms_.end());
  std::string acronyms;
  for (const auto& row : acronyms_) put(acronyms, row.first);
  for (const auto& row : acronyms_) put(acronyms, row.second);

  layout::Head head;
  head.entities = static_cast<uint32_t>(ids_.size());
  head.names = static_cast<uint32_t>(records_.size());
  head.forms = static_cast<uint32_t>(sorted.size());
  head.folds = folds;
  head.tables = layout::tables_hash();
  std::string head_bytes(reinterpret_cast<const char*>(&head), sizeof head);

  return {{"index.head", std::move(head_bytes)},
          {"index.ids", std::move(ids)},
          {"index.names", std::move(names)},
          {"index.forms", std::move(dictionary.forms)},
          {"index.folds", std::move(dictionary.folds)},
          {"index.deletes", std::move(dictionary.deletes)},
          {"index.skeletons", std::move(dictionary.skeletons)},
          {"index.postings", std::move(lists)},
          {"index.identifiers", std::move(identifiers)},
          {"index.acronyms", std::move(acronyms)}};
}

}  // namespace cordon::index
