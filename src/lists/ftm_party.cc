#include "lists/ftm_party.h"

#include <fmt/format.h>

#include <array>

#include "base/table.h"
#include "base/utf8.h"
#include "lists/word_table.h"
#include "model/identifier.h"

namespace cordon::lists {
namespace {

enum class Becomes : uint8_t {
  kName,
  kDate,
  kCountry,
  kAddress,
  kAddressReference,
  kProgram,
  kReference,
  kMeasure,
  kLink,
  kPart,
  kId,
};
struct Meaning {
  Becomes becomes = Becomes::kName;
  std::string target;
  NameKind name_kind = NameKind::kAlias;
  NameStrength strength = NameStrength::kStrong;
  DateKind date_kind = DateKind::kBirth;
  CountryKind country_kind = CountryKind::kCountry;
  IdKind id_kind = IdKind::kUnknown;
};

constexpr std::array kBecomes = {
    Word{"name", Becomes::kName},
    Word{"date", Becomes::kDate},
    Word{"country", Becomes::kCountry},
    Word{"address", Becomes::kAddress},
    Word{"program", Becomes::kProgram},
    Word{"address_ref", Becomes::kAddressReference},
    Word{"reference", Becomes::kReference},
    Word{"measure", Becomes::kMeasure},
    Word{"link", Becomes::kLink},
    Word{"part", Becomes::kPart},
    Word{"id", Becomes::kId},
};
constexpr std::array kNameKinds = {Word{"primary", NameKind::kPrimary}, Word{"alias", NameKind::kAlias},
                                   Word{"former", NameKind::kFormer}};
constexpr std::array kDateKinds = {Word{"birth", DateKind::kBirth},     Word{"death", DateKind::kDeath},
                                   Word{"founded", DateKind::kFounded}, Word{"built", DateKind::kBuilt},
                                   Word{"listed", DateKind::kListed},   Word{"updated", DateKind::kUpdated}};
constexpr std::array kCountryKinds = {
    Word{"country", CountryKind::kCountry},           Word{"nationality", CountryKind::kNationality},
    Word{"citizenship", CountryKind::kCitizenship},   Word{"birth_country", CountryKind::kBirthCountry},
    Word{"jurisdiction", CountryKind::kJurisdiction}, Word{"flag", CountryKind::kFlag},
    Word{"former_flag", CountryKind::kFormerFlag}};

bool set_target(std::string_view target, Meaning& m) {
  m.target = target;
  switch (m.becomes) {
    case Becomes::kName: {
      const std::string_view kind = take_field(target, ':');
      if (target == "weak") m.strength = NameStrength::kWeak;
      return look_up(kNameKinds, kind, m.name_kind);
    }
    case Becomes::kDate:
      return look_up(kDateKinds, target, m.date_kind);
    case Becomes::kCountry:
      return look_up(kCountryKinds, target, m.country_kind);
    case Becomes::kId: {
      const auto kind = parse_id_kind(target);
      if (kind) m.id_kind = *kind;
      return kind.has_value();
    }
    case Becomes::kLink:
      return !target.empty();
    case Becomes::kPart:
      return target == "given" || target == "middle" || target == "family";
    default:
      return target.empty();
  }
}

struct Table {
  std::unordered_map<std::string, Meaning> by_property;
  std::vector<std::string> faults;
};

Table read_table() {
  Table table;
  // First what the identifiers' own table says, so that the rows of ours count before it.
  for (const IdKindRow& row : id_kinds()) {
    if (row.ftm.empty()) continue;
    Meaning m;
    m.becomes = Becomes::kId;
    m.id_kind = row.kind;
    table.by_property.emplace(row.ftm, std::move(m));
  }
  for_each_table_line("lists/ftm_properties.tsv", [&](std::string_view line) {
    const std::string_view whole = line;
    const std::string property(take_field(line, '\t'));
    Meaning m;
    const bool known = look_up(kBecomes, take_field(line, '\t'), m.becomes);
    if (!set_target(take_field(line, '\t'), m) || !known) {
      table.faults.push_back(fmt::format("data/lists/ftm_properties.tsv: {}", whole));
    } else {
      table.by_property.insert_or_assign(property, std::move(m));
    }
  });
  return table;
}

const Table& table() {
  static const Table kTable = read_table();
  return kTable;
}

// One value of `record`; `of_several` tells whether its property has others.
void add_value(const Meaning& m, const std::string& property, const std::string& value, bool of_several,
               const FtmRecord& record, FtmParty& party) {
  EntityBuilder& b = party.builder;
  switch (m.becomes) {
    case Becomes::kName:
      b.name(value, m.name_kind, m.strength);
      return;
    case Becomes::kDate:
      b.date(m.date_kind, value);
      return;
    case Becomes::kCountry:
      b.country(m.country_kind, value);
      return;
    case Becomes::kAddress: {
      Address a;
      a.full = value;
      b.address(std::move(a));
      return;
    }
    case Becomes::kAddressReference:
      party.waiting.address_ids.emplace_back(value, record.source);
      return;
    case Becomes::kProgram:
      b.program(value);
      return;
    case Becomes::kReference:
      b.reference(value);
      return;
    case Becomes::kMeasure:
      b.measure(value);
      return;
    case Becomes::kLink:
      party.waiting.references.emplace_back(m.target, value);
      party.waiting.reference_sources.push_back(record.source);
      return;
    case Becomes::kPart:
      if (of_several) {
        b.property(property, value);
      } else {
        party.waiting.name_parts.emplace_back(m.target, collapse_spaces(value));
      }
      return;
    case Becomes::kId:
      b.identifier(m.id_kind, value, {});
      return;
  }
}

// The parts of a person's name go to its primary name, where there is only one and each part is said once; else they
// are kept as properties under the names that the file gave them. Without any name they make one.
void set_name_parts(FtmParty& party) {
  Entity& e = party.builder.entity();
  Name* primary = nullptr;
  size_t primaries = 0;
  for (Name& n : e.names) {
    if (n.kind != NameKind::kPrimary) continue;
    if (primaries++ == 0) primary = &n;
  }
  std::map<std::string_view, std::vector<std::string_view>> parts;
  for (const auto& [part, text] : party.waiting.name_parts) parts[part].push_back(text);
  if (e.names.empty() && !parts.empty()) {
    std::string text;
    for (const std::string_view part : {"given", "middle", "family"})
      for (const std::string_view word : parts[part]) text += (text.empty() ? "" : " ") + std::string(word);
    primary = party.builder.name(text, NameKind::kPrimary, NameStrength::kStrong);
    primaries = primary == nullptr ? 0 : 1;
    std::erase_if(parts, [](const auto& part) { return part.second.empty(); });
  }
  for (const auto& [part, texts] : parts) {
    const bool single = primaries == 1 && texts.size() == 1;
    if (!single) {
      const std::string_view property = part == "given" ? "firstName" : part == "family" ? "lastName" : "middleName";
      for (const std::string_view text : texts) party.builder.property(property, text);
      continue;
    }
    (part == "given" ? primary->given : part == "family" ? primary->family : primary->middle) = texts.front();
  }
}

void set_currency(const std::string& currency, Entity& e) {
  for (Identifier& id : e.identifiers)
    if (id.kind == IdKind::kCryptoAddress && id.detail.empty()) id.detail = currency;
}

}  // namespace

std::vector<std::string> check_ftm_properties() { return table().faults; }

bool FtmParties::is_party(std::string_view schema) { return schema == "Asset" || parse_schema(schema).has_value(); }

// The party of a slot that is not open. Its `waiting` is taken out.
FtmParty FtmParties::unpacked(Slot& slot) const {
  FtmParty party{EntityBuilder(slot.packed), {files_[slot.file], slot.record, slot.byte}, {}};
  if (slot.waiting != nullptr) party.waiting = std::move(*slot.waiting);
  return party;
}

FtmParty& FtmParties::open(Slot& slot) {
  if (slot.open == nullptr) slot.open = std::make_unique<FtmParty>(unpacked(slot));
  return *slot.open;
}

void FtmParties::close(Slot& slot) const {
  if (slot.open == nullptr || slot.stays_open) return;
  slot.packed = slot.open->builder.pack();
  slot.waiting =
      slot.open->waiting.empty() ? nullptr : std::make_unique<FtmParty::Waiting>(std::move(slot.open->waiting));
  slot.open = nullptr;
}

void FtmParties::close_all() {
  for (const size_t i : opened_) close(parties_[i]);
  opened_.clear();
}

FtmParty* FtmParties::find(std::string_view id) {
  const auto it = index_.find(std::string(id));
  if (it == index_.end()) return nullptr;
  Slot& slot = parties_[it->second];
  if (slot.open == nullptr) opened_.push_back(it->second);
  return &open(slot);
}

FtmParties::Slot FtmParties::read(const FtmRecord& record) const {
  const Schema schema = parse_schema(record.schema).value_or(Schema::kThing);
  Slot slot;
  slot.open = std::make_unique<FtmParty>(FtmParty{EntityBuilder(list_, record.id, schema), record.where, {}});
  slot.record = record.where.record;
  slot.byte = record.where.byte;
  fill(slot, record);
  close(slot);
  return slot;
}

void FtmParties::add_party(const FtmRecord& record, Slot alone) {
  const auto [it, is_new] = index_.emplace(record.id, parties_.size());
  if (is_new) {
    if (files_.empty() || files_.back() != record.where.source) files_.push_back(record.where.source);
    alone.file = static_cast<uint32_t>(files_.size() - 1);
    parties_.push_back(std::move(alone));
    return;
  }
  if (opened_.size() > kMostOpen) close_all();
  find(record.id);
  fill(parties_[it->second], record);
}

// Adds what the record says to the open party.
void FtmParties::fill(Slot& slot, const FtmRecord& record) const {
  const Schema schema = parse_schema(record.schema).value_or(Schema::kThing);
  FtmParty& party = *slot.open;
  EntityBuilder& b = party.builder;
  Entity& e = b.entity();
  e.id = record.id;
  if (e.schema == Schema::kThing || e.schema == Schema::kLegalEntity) e.schema = schema;
  b.from(record.source);
  if (e.caption.empty()) e.caption = collapse_spaces(record.caption);
  for (const auto& [property, values] : record.properties) {
    const auto row = table().by_property.find(property);
    for (const std::string& value : values) {
      if (row == table().by_property.end()) {
        b.property(property, value);
      } else {
        add_value(row->second, property, value, values.size() > 1, record, party);
      }
    }
  }
  if (schema == Schema::kCryptoWallet) {
    set_currency(record.first("currency"), e);
    slot.stays_open = true;
  }
  for (const auto& [key, values] : record.extras) {
    if (key == "datasets" && values.size() == 1 && values.front() == list_) continue;
    for (const std::string& value : values) {
      if (key == "last_change")
        b.date(DateKind::kUpdated, value);
      else
        b.property(key == "datasets" ? "dataset" : key, value);
    }
  }
}

PackedEntities FtmParties::build(uint64_t& names_read, uint64_t& skipped, Reporter& reporter,
                                 const std::function<void(const Entity&)>& see) {
  PackedEntities out;
  out.reserve(parties_.size());
  names_read = 0;
  index_.clear();
  while (!parties_.empty()) {
    Slot& slot = parties_.front();
    FtmParty party = slot.open != nullptr ? std::move(*slot.open) : unpacked(slot);
    set_name_parts(party);
    names_read += party.builder.names_read();
    const Entity entity = party.builder.build();
    if (entity.names.empty() && entity.identifiers.empty()) {
      ++skipped;
      reporter.skipped("a party without a name and an identifier", std::move(party.where));
    } else {
      see(entity);
      out.add(entity);
    }
    parties_.pop_front();
  }
  return out;
}

}  // namespace cordon::lists
