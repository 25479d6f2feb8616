// The judge's word on a text and a listed party. Most texts that are proposed are dropped, and most parties are met
// once: so the judge is first bounded by what the index has of the party's names (mention_bound.h), and only where one
// may reach the points asked for is the party read from the snapshot, and that name prepared.
#include <algorithm>

#include "base/utf8.h"
#include "match/judge_names.h"
#include "names/normalize.h"
#include "reading/mention_pass.h"

namespace cordon::reading {

using names::PartKind;

namespace {

// Remembered between pages.
constexpr size_t kNamesOfParties = 20000;  // some 60 MB
constexpr size_t kPreparedTexts = 2000;
constexpr size_t kJudgements = 50000;

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
      }
    }
  }
}

}  // namespace

Result<std::shared_ptr<MentionParty>> MentionReader::Pass::party(uint32_t number) {
  if (const auto it = memory_.parties.find(number); it != memory_.parties.end()) return it->second;
  const MentionClock::Within step(clock_, MentionStep::kParties);
  TRY(Entity entity, listed_.entity(number));
  auto made = std::make_shared<MentionParty>();
  made->person = is_person(entity.schema);
  made->vehicle = is_vehicle(entity.schema);
  made->listed = entity.names.size();
  if (!made->person && !made->vehicle) add_short_names(entity);
  if (profile_.scorer == Scorer::kOfacSearch) {
    made->prepared = match::prepare_party(std::move(entity), profile_);
    made->is_prepared.assign(made->prepared.entity.names.size(), true);
  } else {
    made->prepared = match::unprepared_party(std::move(entity));
    made->is_prepared.assign(made->prepared.entity.names.size(), false);
  }
  if (memory_.names_of_parties > kNamesOfParties) memory_.parties.clear(), memory_.names_of_parties = 0;
  memory_.names_of_parties += 1 + made->prepared.entity.names.size() / 4;
  memory_.parties.emplace(number, made);
  return made;
}

void MentionReader::Pass::prepare(MentionParty& party, size_t name) {
  if (party.is_prepared[name]) return;
  const MentionClock::Within step(clock_, MentionStep::kParties);
  party.is_prepared[name] = true;
  match::prepare_name(party.prepared, name, profile_);
  ++memory_.names_of_parties;
}

// Works out what a person's family names are.
const MentionParty& MentionReader::Pass::with_families(MentionParty& party) {
  if (!party.person || party.has_families) return party;
  party.has_families = true;
  for (const Name& name : party.prepared.entity.names) {
    if (name.family.empty()) continue;
    for (const names::Part& part : names::analyze(name.family, names::NameType::kPerson).parts) {
      if (!is_counted(part.kind)) continue;
      for (const std::string& form : part.forms) {
        std::string fold = names::fold(form);
        if (std::find(party.family_folds.begin(), party.family_folds.end(), fold) != party.family_folds.end()) continue;
        party.family_folds.push_back(std::move(fold));
      }
    }
  }
  if (party.family_folds.empty()) {
    for (size_t i = 0; i < party.is_prepared.size(); ++i) prepare(party, i);
    add_last_names(party);
  }
  return party;
}

PreparedText& MentionReader::Pass::prepared(std::string_view text, const Hash128& of_text, Schema schema) {
  if (memory_.prepared.size() > kPreparedTexts) memory_.prepared.clear();
  std::unique_ptr<PreparedText>& out = memory_.prepared[of_both(of_text, static_cast<uint64_t>(schema))];
  if (out == nullptr) {
    out = std::make_unique<PreparedText>();
    out->subject.schema = schema;
    out->subject.names.push_back({std::string(text), {}, {}, {}, false});
    out->query = match::prepare_query(out->subject, profile_);
  }
  return *out;
}

// What match::judge() says of a text and a party, if it is `least` points or more. Most were asked before.
Result<std::optional<Judged>> MentionReader::Pass::judge(std::string_view text, uint32_t entity, Points least,
                                                         Reach names) {
  // An acronym has points that no word of it has. What is bounded and what is not is remembered apart, so that no page
  // is read otherwise because of those read before it.
  const bool is_bounded =
      names == Reach::kBounded && least > profile_.acronym_kept && profile_.scorer != Scorer::kOfacSearch;
  const Hash128 of_text = hash128(text);
  const uint64_t by = uint64_t{entity} << 1 | (is_bounded ? 1 : 0);
  const Hash128 key = of_both(of_text, by);
  const Hash128 dropped = of_both(of_text, by | static_cast<uint64_t>(least) << 32);
  if (memory_.dropped.has(dropped)) return std::nullopt;
  if (const auto it = memory_.judged.find(key); it != memory_.judged.end()) {
    if (it->second.score < least) return std::nullopt;
    return it->second;
  }
  const MentionClock::Within step(clock_, MentionStep::kJudge);
  PreparedText& made = prepared(text, of_text, listed_.names.index().schema(entity));
  const auto drop = [&] {
    memory_.dropped.add(dropped);
    return std::nullopt;
  };
  NamesInReach reach;
  if (is_bounded) {
    const MentionClock::Within bounding(clock_, MentionStep::kBound);
    reach = memory_.bound.names_in_reach(made.query, made.alike, entity, least);
    if (reach.names.empty() && !reach.short_names) return drop();
  }
  TRY(const auto party, this->party(entity));
  const size_t all = party->prepared.entity.names.size();
  if (reach.short_names)
    for (size_t i = party->listed; i < all; ++i) reach.names.push_back({static_cast<uint32_t>(i), kPointsOne});
  if (is_bounded && reach.names.empty()) return drop();
  for (const match::ListedName& name : reach.names) prepare(*party, name.name);
  if (reach.names.empty())
    for (size_t i = 0; i < all; ++i) prepare(*party, i);
  const Hit hit =
      match::judge_names(made.query, party->prepared, listed_.names.index().entities(), profile_, reach.names);
  if (is_bounded && hit.score < least) return drop();
  Judged out;
  out.score = hit.score;
  out.bits = hit.bits;
  out.listed_name = hit.entity_name;
  out.full = true;
  for (const Evidence& row : hit.evidence)
    out.full = out.full && row.feature != Feature::kNameMissing && row.feature != Feature::kNameDiffers;
  out.evidence = hit.evidence;
  if (memory_.judged.size() > kJudgements) memory_.judged.clear();
  memory_.judged.emplace(key, out);
  if (out.score < least) return std::nullopt;
  return out;
}

}  // namespace cordon::reading
