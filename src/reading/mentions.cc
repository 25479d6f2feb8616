// A page's way to its mentions: what is remembered of parties and judgements, and the order of the steps.
#include "reading/mentions.h"

#include <algorithm>
#include <array>
#include <bit>

#include "base/utf8.h"
#include "names/normalize.h"
#include "reading/mention_pass.h"

namespace cordon::reading {

using index::SoundKey;
using names::PartKind;

namespace {

// Remembered between pages.
constexpr size_t kNamesOfParties = 20000;  // some 60 MB
constexpr size_t kJudgements = 50000;
constexpr size_t kTexts = 2000;
constexpr size_t kPairs = 200000;
constexpr size_t kLikenesses = 500000;
constexpr size_t kUnits = 10000;

bool is_caps(std::string_view word) {
  bool small = false;
  size_t capitals = 0;
  for (size_t pos = 0; pos < word.size();) {
    const names::CharInfo info = names::char_info(next_code_point(word, pos));
    small |= info.lower;
    capitals += info.upper;
  }
  return !small && capitals >= 3;
}
bool is_camel(std::string_view word) {
  size_t capitals = 0;
  bool small = false;
  for (size_t pos = 0; pos < word.size();) {
    const names::CharInfo info = names::char_info(next_code_point(word, pos));
    capitals += info.upper;
    small |= info.lower;
  }
  return small && capitals >= 2;
}

// What an organisation is called in short: a word that its listed name quotes, or that alone stands in capitals.
void add_short_names(Entity& entity) {
  std::vector<std::string> shorts;
  const auto add = [&](std::string_view word) {
    if (std::find(shorts.begin(), shorts.end(), word) == shorts.end()) shorts.emplace_back(word);
  };
  std::vector<TextWord> words;
  for (const Name& name : entity.names) {
    cut_words(name.text, words);
    size_t caps = 0;
    const TextWord* only = nullptr;
    for (const TextWord& w : words) {
      const std::string_view text = w.of(name.text);
      if (w.is(kQuoteBefore) && w.is(kQuoteBehind) && text.size() >= 5) add(text);
      if (is_camel(text) && text.size() >= 7) add(text);
      if (is_caps(text) && text.size() >= 5) ++caps, only = &w;
    }
    if (caps == 1 && words.size() > 1) add(only->of(name.text));
  }
  for (std::string& text : shorts) {
    Name name;
    name.text = std::move(text);
    name.note = "short for the listed name";
    entity.names.push_back(std::move(name));
  }
}

// Where a list does not tell a person's family name: what stands in capitals, else the last part that is no patronymic.
void add_last_names(MentionParty& party) {
  for (const match::PreparedName& name : party.prepared.names) {
    const match::PreparedPart* last = nullptr;
    const match::PreparedPart* capitals = nullptr;
    size_t parts = 0;
    size_t in_capitals = 0;
    for (const match::PreparedPart& part : name.parts) {
      if (!is_counted(part.kind) || part.kind == PartKind::kPatronymic) continue;
      ++parts;
      last = &part;
      in_capitals += is_caps(part.text);
      if (is_caps(part.text)) capitals = capitals == nullptr ? &part : last;
    }
    if (parts < 2) continue;
    if (capitals != nullptr && in_capitals < parts) {
      party.family_shown = true;
      for (const match::Unit& unit : name.units)
        if (unit.count == 1 && is_caps(name.parts[unit.first].text))
          for (const match::Form& form : unit.forms) party.capital_folds.push_back(form.folded);
    }
    const match::PreparedPart* family = capitals != nullptr ? capitals : last;
    for (const match::Unit& unit : name.units) {
      if (unit.count != 1 || &name.parts[unit.first] != family) continue;
      for (const match::Form& form : unit.forms) {
        if (std::find(party.family_folds.begin(), party.family_folds.end(), form.folded) != party.family_folds.end())
          continue;
        party.family_folds.push_back(form.folded);
        party.family_keys.push_back(index::sound_key(form.text, form.folded));
      }
    }
  }
}

}  // namespace

std::string_view mention_rule_name(MentionRule rule) {
  constexpr std::array<std::string_view, 5> kNames = {"full_name", "single_name", "surname", "short_name", "acronym"};
  return kNames[static_cast<size_t>(rule)];
}

Result<std::shared_ptr<const MentionParty>> MentionReader::Pass::party(uint32_t number) {
  if (const auto it = memory_.parties.find(number); it != memory_.parties.end()) return it->second;
  TRY(Entity entity, listed_.entity(number));
  auto made = std::make_shared<MentionParty>();
  MentionParty& out = *made;
  out.person = is_person(entity.schema);
  out.vehicle = is_vehicle(entity.schema);
  if (!out.person && !out.vehicle) add_short_names(entity);
  for (const Name& name : entity.names) {
    if (!out.person || name.family.empty()) continue;
    for (const names::Part& part : names::analyze(name.family, names::NameType::kPerson).parts) {
      if (!is_counted(part.kind)) continue;
      for (const std::string& form : part.forms) {
        std::string fold = names::fold(form);
        if (std::find(out.family_folds.begin(), out.family_folds.end(), fold) != out.family_folds.end()) continue;
        out.family_keys.push_back(index::sound_key(form, fold));
        out.family_folds.push_back(std::move(fold));
      }
    }
  }
  out.family_told = !out.family_folds.empty();
  out.prepared = match::prepare_party(std::move(entity), profile_);
  if (out.person && out.family_folds.empty()) add_last_names(out);
  if (memory_.names_of_parties > kNamesOfParties) memory_.parties.clear(), memory_.names_of_parties = 0;
  memory_.names_of_parties += out.prepared.names.size();
  memory_.parties.emplace(number, made);
  return made;
}

namespace {
std::string judgement_key(uint32_t entity, const std::string& text) { return std::to_string(entity) + '\t' + text; }
}  // namespace

// Was the text judged before, with fewer points than these?
bool MentionReader::Pass::is_known_under(Points least, const std::string& text, uint32_t entity) const {
  const auto it = memory_.judged.find(judgement_key(entity, text));
  return it != memory_.judged.end() && it->second.score < least;
}

Judged MentionReader::Pass::judge(const std::string& text, uint32_t entity, const MentionParty& party) {
  const std::string key = judgement_key(entity, text);
  if (const auto it = memory_.judged.find(key); it != memory_.judged.end()) return it->second;
  const Schema schema = party.prepared.entity.schema;
  std::unique_ptr<PreparedText>& prepared = memory_.prepared[std::to_string(static_cast<int>(schema)) + '\t' + text];
  if (prepared == nullptr) {
    prepared = std::make_unique<PreparedText>();
    prepared->subject.schema = schema;
    prepared->subject.names.push_back({text, {}, {}, {}, false});
    prepared->query = match::prepare_query(prepared->subject, profile_);
  }
  const Hit hit = match::judge(prepared->query, party.prepared, listed_.names.index().entities(), profile_);
  Judged out;
  out.score = hit.score;
  out.bits = hit.bits;
  out.listed_name = hit.entity_name;
  out.full = true;
  for (const Evidence& row : hit.evidence)
    out.full = out.full && row.feature != Feature::kNameMissing && row.feature != Feature::kNameDiffers;
  out.evidence = hit.evidence;
  memory_.judged.emplace(key, out);
  return out;
}

void MentionReader::Pass::cut() {
  std::vector<TextWord> of_block;
  for (uint32_t b = 0; b < page_.blocks.size(); ++b) {
    cut_words(page_.blocks[b].text, of_block);
    for (const TextWord& w : of_block) words_.push_back({b, w, nullptr});
    if (!of_block.empty()) words_.back().word.flags |= kBreakBehind;
  }
  covered_.assign(words_.size(), 0);
}

Proposal MentionReader::Pass::proposal(uint32_t first, uint32_t last, uint32_t entity) {
  Proposal out;
  out.first = first;
  out.last = last;
  out.begin = words_[first].word.begin;
  out.end = words_[last].word.end;
  out.entity = entity;
  return out;
}

Result<std::vector<ListedMention>> MentionReader::Pass::run() {
  if (memory_.judged.size() > kJudgements) memory_.judged.clear();
  if (memory_.prepared.size() > kTexts) memory_.prepared.clear();
  if (memory_.named_by.size() > kPairs) memory_.named_by.clear();
  if (memory_.likenesses.size() > kLikenesses) memory_.likenesses.clear();
  if (memory_.units.size() > kUnits) memory_.units.clear();
  if (memory_.joined.size() > kPairs) memory_.joined.clear();
  if (memory_.readings.begin(page_.language)) {
    memory_.named_by.clear();
    memory_.likenesses.clear();
    memory_.units.clear();
    memory_.joined.clear();
  }
  cut();
  propose_pairs();
  CHECK_OK(judge_pairs());
  settle();
  CHECK_OK(propose_singles());
  settle();
  CHECK_OK(propose_aliases());
  settle();

  std::vector<ListedMention> out;
  for (size_t i = 0; i < proposals_.size(); ++i) {
    Proposal& p = proposals_[i];
    const std::string id(listed_.names.index().entity_id(p.entity));
    const uint32_t block = words_[p.first].block;
    if (!out.empty() && out.back().block == block && out.back().begin == p.begin && out.back().end == p.end) {
      if (std::find(out.back().entity_ids.begin(), out.back().entity_ids.end(), id) == out.back().entity_ids.end())
        out.back().entity_ids.push_back(id);
      out.back().is_ambiguous |= p.ambiguous;
      continue;
    }
    ListedMention m;
    m.block = block;
    m.begin = p.begin;
    m.end = p.end;
    m.text = page_.blocks[block].text.substr(p.begin, p.end - p.begin);
    m.entity_ids.push_back(id);
    m.rule = p.rule;
    m.is_ambiguous = p.ambiguous;
    m.score = p.judged.score;
    m.bits = p.judged.bits;
    m.read_as = std::move(p.read_as);
    m.listed_name = std::move(p.judged.listed_name);
    m.evidence = std::move(p.judged.evidence);
    out.push_back(std::move(m));
  }
  return out;
}

MentionReader::MentionReader(const ListedNames& listed, const Profile& profile)
    : listed_(listed), profile_(profile), memory_(std::make_unique<Memory>(listed.names)) {}
MentionReader::~MentionReader() = default;

Result<std::vector<ListedMention>> MentionReader::read(const Page& page) {
  return Pass(listed_, profile_, *memory_, page).run();
}

Result<std::vector<ListedMention>> listed_mentions(const Page& page, const ListedNames& listed,
                                                   const Profile& profile) {
  return MentionReader(listed, profile).read(page);
}

}  // namespace cordon::reading
