#include "graph/structure.h"

#include <unicode/normalizer2.h>

#include <array>

#include "base/utf8.h"

namespace cordon::graph {
namespace {

struct KindRow {
  std::string_view name;
  bool share, owner;
};
constexpr std::array<KindRow, kLinkKinds> kKinds = {{{"shares", true, true},
                                                     {"votes", true, true},
                                                     {"economic", true, true},
                                                     {"board", true, true},
                                                     {"control", false, true},
                                                     {"nominee", true, true},
                                                     {"pact", false, true},
                                                     {"option", true, true},
                                                     {"pledge", true, true},
                                                     {"family", false, true},
                                                     {"complete", false, false},
                                                     {"firewall", false, false},
                                                     {"director", false, true},
                                                     {"address", false, false},
                                                     {"phone", false, false},
                                                     {"founded", false, false},
                                                     {"agent", false, true},
                                                     {"linked", false, true}}};

// `text` in NFC without white space at its ends, in `storage` where it has to change.
std::string_view exact_form(std::string_view text, std::string& storage) {
  text = trim(text);
  if (std::all_of(text.begin(), text.end(), [](char c) { return static_cast<uint8_t>(c) < 0x80; })) return text;
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* const normalizer = icu::Normalizer2::getNFCInstance(status);
  if (U_FAILURE(status) || text.size() > INT32_MAX) return text;
  const icu::StringPiece piece(text.data(), static_cast<int32_t>(text.size()));
  if (normalizer->isNormalizedUTF8(piece, status) && U_SUCCESS(status)) return text;
  status = U_ZERO_ERROR;
  storage.clear();
  icu::StringByteSink<std::string> sink(&storage);
  normalizer->normalizeUTF8(0, piece, sink, nullptr, status);
  return U_SUCCESS(status) ? std::string_view(storage) : text;
}

}  // namespace

std::string_view kind_name(LinkKind kind) { return kKinds[static_cast<size_t>(kind)].name; }
bool takes_share(LinkKind kind) { return kKinds[static_cast<size_t>(kind)].share; }
bool takes_owner(LinkKind kind) { return kKinds[static_cast<size_t>(kind)].owner; }

Structure::Structure() : slots_(64, kNobody) { text(""); }

std::string_view Structure::name(PartyId party) const {
  const uint64_t begin = party == 0 ? 0 : name_ends_[party - 1];
  return std::string_view(names_).substr(begin, name_ends_[party] - begin);
}

// The slot that holds `name`, or the free one where it would stand.
size_t Structure::slot_of(std::string_view name_to_find) const {
  const size_t mask = slots_.size() - 1;
  size_t at = std::hash<std::string_view>{}(name_to_find)&mask;
  while (slots_[at] != kNobody && name(slots_[at]) != name_to_find) at = (at + 1) & mask;
  return at;
}

void Structure::grow() {
  const std::vector<PartyId> old = std::exchange(slots_, std::vector<PartyId>(slots_.size() * 2, kNobody));
  for (const PartyId party : old)
    if (party != kNobody) slots_[slot_of(name(party))] = party;
}

PartyId Structure::party(std::string_view written) {
  std::string storage;
  const std::string_view wanted = exact_form(written, storage);
  size_t at = slot_of(wanted);
  if (slots_[at] != kNobody) return slots_[at];
  if (parties() * 2 >= slots_.size()) {
    grow();
    at = slot_of(wanted);
  }
  names_ += wanted;
  name_ends_.push_back(names_.size());
  return slots_[at] = static_cast<PartyId>(parties() - 1);
}

std::optional<PartyId> Structure::find(std::string_view written) const {
  std::string storage;
  const size_t at = slot_of(exact_form(written, storage));
  if (slots_[at] == kNobody) return {};
  return slots_[at];
}

ShareId Structure::share(const Share& share) {
  const auto [found, is_new] = share_ids_.try_emplace(share_text(share), static_cast<ShareId>(shares_.size()));
  if (is_new) shares_.push_back(share);
  return found->second;
}

uint32_t Structure::text(std::string_view value) {
  const auto [found, is_new] = text_ids_.try_emplace(std::string(value), static_cast<uint32_t>(texts_.size()));
  if (is_new) texts_.emplace_back(value);
  return found->second;
}

uint8_t Structure::defects(PartyId party) const {
  const auto found = defects_.find(party);
  return found == defects_.end() ? 0 : found->second;
}

void Structure::reserve(size_t parties, size_t links) {
  name_ends_.reserve(parties);
  links_.reserve(links);
  while (slots_.size() < parties * 2) grow();
}

}  // namespace cordon::graph
