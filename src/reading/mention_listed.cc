#include "reading/mention_listed.h"

#include <string>

#include "match/weights.h"
#include "reading/mention_pass.h"

namespace cordon::reading {

using index::SoundKey;
using index::WordId;
using names::PartKind;

namespace {
constexpr size_t kWordsKept = 300000;  // some 20 MB
}  // namespace

SoundKey listed_join(const index::Index& index, WordId a, WordId b) {
  const auto consonants = [&](WordId word) {
    const auto forms = index.words().forms(word);
    if (forms.empty()) return std::string();
    const index::Dictionary& dictionary = index.dictionary();
    return index::key_consonants(dictionary.text(forms[0]), dictionary.fold(dictionary.fold_of(forms[0])));
  };
  return index::joined_key(consonants(a), consonants(b));
}

std::unique_ptr<PartyNames> ListedParties::gather(uint32_t entity) const {
  const index::Index& index = names_.index();
  auto out = std::make_unique<PartyNames>();
  out->schema = index.schema(entity);
  out->is_person = out->schema == Schema::kPerson;
  std::vector<uint32_t> counts;  // words of each name
  index.each_name(entity, [&](uint32_t ordinal, std::span<const WordId> listed) {
    out->names.push_back({ordinal, {}, 0});
    counts.push_back(static_cast<uint32_t>(listed.size()));
    for (const WordId word : listed) {
      const auto head = index.words().head(word);
      ListedWord& added = out->words.emplace_back();
      added.word = word;
      if (is_counted(head.kind)) added.weight = match::part_weight(head.kind, head.rarity, profile_);
      added.tells = added.weight > 0 && head.kind != PartKind::kGeneric && head.kind != PartKind::kConcept;
      added.begin_keys = added.end_keys = static_cast<uint32_t>(out->keys.size());
      if (added.weight == 0) continue;
      const auto keys = names_.keys(word);
      out->keys.insert(out->keys.end(), keys.begin(), keys.end());
      added.end_keys = static_cast<uint32_t>(out->keys.size());
    }
  });
  size_t begin = 0;
  for (size_t n = 0; n < out->names.size(); begin += counts[n++]) {
    const std::span<ListedWord> words = std::span(out->words).subspan(begin, counts[n]);
    ListedWords& name = out->names[n];
    name.words = words;
    for (size_t k = 0; k < words.size(); ++k) {
      if (words[k].weight == 0) continue;
      for (const SoundKey key : out->keys_of(words[k])) name.sounds |= sound_bit(key);
      if (k + 1 == words.size() || words[k + 1].weight == 0) continue;
      words[k].with_next = listed_join(index, words[k].word, words[k + 1].word);
      if (words[k].with_next != 0) name.sounds |= sound_bit(words[k].with_next);
    }
  }
  return out;
}

void ListedParties::keep_few() {
  if (words_ > kWordsKept) met_.clear(), words_ = 0;
}

const PartyNames& ListedParties::of(uint32_t entity) {
  std::unique_ptr<PartyNames>& names = met_[entity];
  if (names == nullptr) {
    names = gather(entity);
    words_ += 1 + names->words.size();
  }
  return *names;
}

}  // namespace cordon::reading
