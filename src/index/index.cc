#include "index/index.h"

#include <algorithm>
#include <atomic>
#include <cstring>

#include "base/embedded.h"
#include "index/layout.h"
#include "names/analyze.h"

namespace cordon::index {

Hash128 layout::tables_hash() {
  const Hash128 rarity = hash128(embedded("names/rarity.tsv"));
  return hash128(names::tables_hash().hex() + rarity.hex());
}

namespace {

constexpr size_t kWord = sizeof(uint32_t);

std::unexpected<Error> corrupt(const char* section) {
  return fail(ErrorCode::kCorrupt, std::string("section ") + section + " does not fit the counts in index.head");
}

bool offsets_ok(const Column& offsets, size_t limit) {
  return offsets.size() > 0 && offsets[offsets.size() - 1] <= limit;
}

}  // namespace

Result<Index> Index::open(const Sections& sections) {
  TRY(const std::string_view head_bytes, sections("index.head"));
  if (head_bytes.size() != sizeof(layout::Head)) return corrupt("index.head");
  layout::Head head;
  std::memcpy(&head, head_bytes.data(), sizeof head);
  if (head.version != layout::kVersion)
    return fail(ErrorCode::kVersion, "the snapshot's index has another version; rebuild it with 'cordon build'");
  if (!(head.tables == layout::tables_hash()))
    return fail(ErrorCode::kVersion, "the snapshot was built with other name tables; rebuild it with 'cordon build'");
  static std::atomic<uint64_t> opened = 0;
  Index out;
  out.number_ = ++opened;
  out.entities_ = head.entities;
  out.names_ = head.names;

  TRY(const std::string_view ids, sections("index.ids"));
  const size_t n = head.entities;
  if (ids.size() < (2 * n + 1) * kWord) return corrupt("index.ids");
  out.id_offsets_ = Column(ids.substr(0, (n + 1) * kWord));
  out.id_order_ = Column(ids.substr((n + 1) * kWord, n * kWord));
  out.id_bytes_ = ids.substr((2 * n + 1) * kWord);
  if (!offsets_ok(out.id_offsets_, out.id_bytes_.size())) return corrupt("index.ids");

  TRY(const std::string_view names, sections("index.names"));
  if (names.size() < (n + 1) * kWord) return corrupt("index.names");
  out.entity_starts_ = Column(names.substr(0, (n + 1) * kWord));
  out.name_bytes_ = names.substr((n + 1) * kWord);
  if (!offsets_ok(out.entity_starts_, out.name_bytes_.size())) return corrupt("index.names");

  TRY(const std::string_view forms, sections("index.forms"));
  TRY(const std::string_view folds, sections("index.folds"));
  TRY(const std::string_view deletes, sections("index.deletes"));
  TRY(const std::string_view skeletons, sections("index.skeletons"));
  TRY(out.dictionary_, Dictionary::open(forms, folds, deletes, skeletons, head.forms, head.folds));

  TRY(const std::string_view words, sections("index.words"));
  TRY(const std::string_view form_words, sections("index.form_words"));
  TRY(out.words_, Words::open(words, form_words, head.words, head.forms));
  TRY(const std::string_view word_entities, sections("index.word_entities"));
  if (!Postings::opens(word_entities, head.words)) return corrupt("index.word_entities");
  out.word_entities_ = Postings(word_entities, head.words);

  TRY(const std::string_view joins, sections("index.joins"));
  TRY(const std::string_view halves, sections("index.join_halves"));
  TRY(const std::string_view consonants, sections("index.join_consonants"));
  TRY(const std::string_view folds_of_joins, sections("index.join_folds"));
  TRY(out.joins_, Joins::open(joins, folds_of_joins, halves, consonants, head.joins));
  TRY(const std::string_view join_entities, sections("index.join_entities"));
  if (!Postings::opens(join_entities, head.joins)) return corrupt("index.join_entities");
  out.join_entities_ = Postings(join_entities, head.joins);

  TRY(out.attributes_, sections("index.attributes"));
  if (out.attributes_.size() != n * sizeof(layout::Attributes)) return corrupt("index.attributes");
  TRY(const std::string_view births, sections("index.births"));
  if (!TextColumn::opens(births)) return corrupt("index.births");
  out.births_ = TextColumn(births);
  TRY(const std::string_view countries, sections("index.countries"));
  if (!TextColumn::opens(countries)) return corrupt("index.countries");
  out.countries_ = TextColumn(countries);

  TRY(out.identifiers_, sections("index.identifiers"));
  if (out.identifiers_.size() % 16 != 0) return corrupt("index.identifiers");

  TRY(const std::string_view acronyms, sections("index.acronyms"));
  if (acronyms.size() % (3 * kWord) != 0) return corrupt("index.acronyms");
  const size_t acronym_bytes = acronyms.size() / 3;
  out.acronym_keys_ = Column(acronyms.substr(0, acronym_bytes));
  out.acronym_entities_ = Column(acronyms.substr(acronym_bytes, acronym_bytes));
  out.acronym_ordinals_ = Column(acronyms.substr(2 * acronym_bytes));

  TRY(const std::string_view han_names, sections("index.han_names"));
  if (!TextColumn::opens(han_names)) return corrupt("index.han_names");
  out.han_names_ = TextColumn(han_names);
  TRY(const std::string_view han_entities, sections("index.han_entities"));
  if (!Postings::opens(han_entities, out.han_names_.size())) return corrupt("index.han_entities");
  out.han_entities_ = Postings(han_entities, out.han_names_.size());
  return out;
}

layout::Attributes Index::attributes(uint32_t entity) const {
  layout::Attributes out;
  std::memcpy(&out, attributes_.data() + size_t{entity} * sizeof out, sizeof out);
  return out;
}

void Index::births(uint32_t number, std::vector<DateSpan>& out) const {
  const std::string_view bytes = births_[number];
  const auto* at = reinterpret_cast<const uint8_t*>(bytes.data());
  const uint8_t* const end = at + bytes.size();
  out.clear();
  while (at < end) {
    DateSpan birth;
    birth.precision = static_cast<DatePrecision>(layout::take_varint(at, end));
    birth.low = layout::unzigzag(layout::take_varint(at, end));
    birth.high = birth.low + layout::unzigzag(layout::take_varint(at, end));
    out.push_back(birth);
  }
}

void Index::countries(uint32_t number, std::vector<std::string>& out) const {
  const std::string_view bytes = countries_[number];
  const auto* at = reinterpret_cast<const uint8_t*>(bytes.data());
  const uint8_t* const end = at + bytes.size();
  out.clear();
  while (at < end) {
    const size_t size = layout::take_varint(at, end);
    const size_t kept = std::min<size_t>(size, static_cast<size_t>(end - at));
    out.emplace_back(reinterpret_cast<const char*>(at), kept);
    at += kept;
  }
}

std::string_view Index::entity_id(uint32_t entity) const {
  return id_bytes_.substr(id_offsets_[entity], id_offsets_[entity + 1] - id_offsets_[entity]);
}

std::optional<uint32_t> Index::find(std::string_view id) const {
  const size_t at = first_not(entities_, [&](size_t i) { return entity_id(id_order_[i]) < id; });
  if (at < entities_ && entity_id(id_order_[at]) == id) return id_order_[at];
  return std::nullopt;
}

}  // namespace cordon::index
