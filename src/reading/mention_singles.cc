// Single words as names: what may be one, by how it is written and what stands beside it.
#include <algorithm>
#include <array>
#include <functional>

#include "reading/mention_pass.h"

namespace cordon::reading {

namespace {

// Without what shows whose something is: Sentinel's.
std::string_view without_mark(std::string_view word) {
  for (const std::string_view mark : {"'s", "\u2019s"})
    if (word.ends_with(mark)) return word.substr(0, word.size() - mark.size());
  return word;
}

constexpr Points kBesides = 8000;     // with the names beside it a stretch must still reach this
constexpr Points kSingle = 9000;      // of a single word
constexpr Points kLongSingle = 8400;  // of one of so many letters that one may differ
constexpr size_t kLongLetters = 10;
constexpr size_t kMostNamesakes = 3;  // parties that share a single word: more, and it names none

}  // namespace

// May this word alone be a name here, by how it is written and what stands beside it?
bool MentionReader::Pass::may_be_single(uint32_t i) {
  const TextWord& w = words_[i].word;
  if (covered(i) || w.is(kNoSpaces) || !anchors(i)) return false;
  if (letters_of(text_of(i)) < 3) return false;
  const bool quoted = w.is(kQuoteBefore) && w.is(kQuoteBehind);
  if (quoted) return true;
  // One of several words in quotation marks.
  constexpr uint32_t kQuoted = 4;
  if (w.is(kQuoteBefore))
    for (uint32_t k = i; k < i + kQuoted && joined_to_next(k); ++k)
      if (words_[k + 1].word.is(kQuoteBehind)) return false;
  if (w.is(kQuoteBehind) && !words_[std::min<size_t>(i + 1, words_.size() - 1)].word.is(kQuoteBehind))
    for (uint32_t k = i; k > 0 && k + kQuoted > i && joined_to_next(k - 1); --k)
      if (words_[k - 1].word.is(kQuoteBefore)) return false;
  if (is_small_word(i)) return false;
  return true;
}

// Does a word beside it say what kind of thing it is (the company …, … bank, tanker …)?
bool MentionReader::Pass::has_cue(uint32_t first, uint32_t last, bool vehicle) {
  if (!vehicle && words_[first].word.is(kQuoteBefore) && words_[last].word.is(kQuoteBehind)) return true;
  const auto says = [&](uint32_t k) {
    const MetWord& met = told(k);
    if (vehicle) return met.is(MetWord::kVesselCue);
    return met.is(MetWord::kOrganisationCue) || (met.is(MetWord::kLegalForm) && anchors(k));
  };

  constexpr uint32_t kReachOfCue = 3;
  const uint32_t reach = vehicle ? kReachOfCue : 1;
  if (first > 0 && joined_to_next(first - 1) && told(first - 1).is(MetWord::kCompoundCue)) return true;
  // Over a comma only what a table says: a word that firms share may be another thing of a list (food, energy, steel).
  const auto apart = [&](uint32_t k) { return words_[k].word.is(kCommaBehind) && told(first).is(MetWord::kGeneric); };
  for (uint32_t k = 1; k <= reach && k <= first && !words_[first - k].word.is(kBreakBehind) && !apart(first - k); ++k)
    if (says(first - k)) return true;
  for (uint32_t k = 1;
       k <= reach && last + k < words_.size() && !words_[last + k - 1].word.is(kBreakBehind) && !apart(last + k - 1);
       ++k)
    if (says(last + k)) return true;
  return false;
}

bool MentionReader::Pass::single_holds(uint32_t i, const Proposal& p, const MentionParty& party) {
  constexpr size_t kOtherScript = 7;  // letters from which a word may be another script's spelling without a cue
  const TextWord& w = words_[i].word;
  const std::string_view text = text_of(i);
  const size_t letters = letters_of(text);
  if (p.judged.score < (letters >= kLongLetters ? kLongSingle : kSingle)) return false;
  const bool hangul = !w.is(kCased) && letters >= 3 && static_cast<unsigned char>(text[0]) >= 0xEA &&
                      static_cast<unsigned char>(text[0]) <= 0xED;
  if (party.person) return hangul;
  // What of the listed name the word agrees with.
  const Evidence* agrees = nullptr;
  for (const Evidence& row : p.judged.evidence)
    if (row.feature == Feature::kNamePart && spelling(row.subject_text, row.entity_text) != Spelling::kOther)
      agrees = &row;
  if (agrees == nullptr) return false;
  const bool cue = has_cue(p.first, p.last, party.vehicle);
  if (party.vehicle) return cue && letters >= 4;
  const WordReading& r = reading(i);
  const bool quoted = w.is(kQuoteBefore) && w.is(kQuoteBehind);
  if (!r.country.empty()) return quoted && cue;
  // Letters stand for a party only as such.
  if (!has_small_letter(agrees->entity_text) && !has_small_letter(p.judged.listed_name) &&
      letters_of(agrees->entity_text) <= kAcronymLetters)
    return w.is(kAllUpper) && plain_letters(agrees->entity_text) == plain_letters(text) && speaks_of_sanctions() &&
           (letters >= 4 || quoted || cue || r.legal_form);
  if (w.is(kAllUpper) && letters <= kAcronymLetters) return cue && speaks_of_sanctions();
  // Short words must be the same letter for letter; a word of another script is only alike by its sound.
  const std::string listed = plain_letters(agrees->entity_text);
  // The Sentinel's page is none of "The Sentinels", nor is the Sentinel.
  const std::string named = plain_letters(without_mark(text));
  if (named + "s" == listed) return quoted && cue;
  const bool same = plain_letters(agrees->subject_text) == listed;
  const bool declined = plain_letters(text).starts_with(listed);
  // In German a name takes an s and nothing else; with -en it is a noun of more than one (Patrioten).
  if (!same && declined && page_.language == "de") {
    const std::string ending = plain_letters(text).substr(listed.size());
    if (ending != "s" && ending != "es") return false;
  }
  if (!same && !declined && letters < kOtherScript) return quoted && cue && letters >= 4;
  // What is cut off in front may be the word's own first letter.
  if (!w.is(kCased) && p.begin != w.begin && !quoted) return false;
  if (!w.is(kCased)) return (quoted || cue) && speaks_of_sanctions() && letters >= 4;
  if (!speaks_of_sanctions()) return cue && letters >= 4 && !r.common && !is_small_word(i);
  if (r.rarity < kUnseen || r.common || r.title || r.generic) return cue;
  if (w.is(kSentenceStart) && letters < 6) return cue;
  return true;
}

// Is the word a thing's, an author's or a noun here? Vessels and persons are told otherwise.
bool MentionReader::Pass::is_anothers_word(uint32_t i, const Proposal& p) {
  if (is_beside_another_kind(p.first, p.last, false) || is_author(i)) return true;
  return !words_[i].word.is(kCased) && is_noun(i, p.begin - words_[i].word.begin);
}

// In Hangul.
bool MentionReader::Pass::may_be_person_alone(uint32_t i) const {
  return !words_[i].word.is(kCased) && static_cast<unsigned char>(text_of(i)[0]) >= 0xEA;
}

// Could single_holds() let the word through as a party's of this kind, whatever the judge says of it?
bool MentionReader::Pass::single_may_hold(uint32_t i, uint32_t first, uint32_t last, NamedAlone::Kind kind) {
  const bool vehicle = kind == NamedAlone::Kind::kVehicle;
  if (kind == NamedAlone::Kind::kPerson) return may_be_person_alone(i);
  const TextWord& w = words_[i].word;
  const MetWord& met = told(i);
  const size_t letters = letters_of(text_of(i));
  const bool quoted = w.is(kQuoteBefore) && w.is(kQuoteBehind);
  const bool cue = has_cue(first, last, vehicle);
  if (vehicle) return cue && letters >= 4;
  if (met.is(MetWord::kCountry)) return quoted && cue;
  const bool sanctions = speaks_of_sanctions();
  if (w.is(kAllUpper) && letters <= kAcronymLetters)
    return sanctions && (cue || letters >= 4 || quoted || met.is(MetWord::kLegalForm));
  if (!w.is(kCased)) return (quoted || cue) && sanctions && letters >= 4;
  if (!sanctions) return cue && letters >= 4;
  if (met.rarity < kUnseen || met.is_any(MetWord::kCommon | MetWord::kTitle | MetWord::kGeneric)) return cue;
  return cue || !w.is(kSentenceStart) || letters >= 6;
}

// Is the word alike enough to the one proper word of one of the entity's names?
bool MentionReader::Pass::may_be_named(uint32_t entity, const WordReading& word) {
  constexpr uint16_t kLeast = 700;  // thousandths: with less no score reaches kLongSingle
  const index::Index& index = listed_.names.index();
  const bool person = index.schema(entity) == Schema::kPerson;
  bool any = false;
  bool alike = false;
  index.each_name(entity, [&](uint32_t, std::span<const index::WordId> listed) {
    size_t propers = 0;
    index::WordId only = 0;
    for (const index::WordId w : listed) {
      const names::PartKind kind = index.words().head(w).kind;
      if (is_counted(kind) && kind != names::PartKind::kGeneric && kind != names::PartKind::kConcept)
        ++propers, only = w;
    }
    if (propers != 1) return;
    any = true;
    alike = alike || likeness(word, only, person).similarity >= kLeast;
  });
  return alike || !any;
}

// The parties of which the word may be the one proper word of a name.
NamedAlone& MentionReader::Pass::named_alone(uint32_t i) {
  const WordReading& word = reading(i);
  if (word.alone != nullptr) return *word.alone;
  std::vector<uint32_t> entities;
  for (const WordReading::Key& key : word.single_keys)
    listed_.names.singles(key.key, [&](uint32_t entity) { entities.push_back(entity); });
  std::ranges::sort(entities);
  entities.erase(std::unique(entities.begin(), entities.end()), entities.end());
  NamedAlone parties;
  for (const uint32_t entity : entities) {
    if (!may_be_named(entity, word)) continue;
    const Schema schema = listed_.names.index().schema(entity);
    const auto kind = is_person(schema)    ? NamedAlone::Kind::kPerson
                      : is_vehicle(schema) ? NamedAlone::Kind::kVehicle
                                           : NamedAlone::Kind::kOther;
    parties.of(kind).entities.push_back(entity);
  }
  memory_.readings.remember_alone(*words_[i].met, std::move(parties));
  return *word.alone;
}

// The words of which a name may be with a single one: with legal forms and generic words beside it. Nothing where a
// capital beside it makes it a part of another name.
std::optional<std::pair<uint32_t, uint32_t>> MentionReader::Pass::with_words_beside(uint32_t i) {
  const TextWord& w = words_[i].word;
  uint32_t first = i;
  uint32_t last = i;
  if (w.is(kQuoteBefore) && w.is(kQuoteBehind)) return std::pair(first, last);
  enum class Next : uint8_t { kNothing, kOfName, kOtherName };
  const auto beside = [&](uint32_t k) {
    const TextWord& other = words_[k].word;
    if (other.is(kNoSpaces)) return Next::kOtherName;
    if (!other.is(kUpperFirst)) return Next::kNothing;
    const MetWord& met = told(k);
    if (met.is(MetWord::kLegalForm)) return Next::kOfName;
    if (met.is_any(MetWord::kTitle | MetWord::kParticle | MetWord::kCalendar)) return Next::kNothing;
    return met.is(MetWord::kGeneric) ? Next::kOfName : Next::kOtherName;
  };
  const auto nouns_in_capitals = [&] {
    return page_.language == "de" && told(i).rarity >= kUnseen && letters_of(text_of(i)) >= 8;
  };
  if (i > 0 && joined_to_next(i - 1) && !words_[i - 1].word.is(kQuoteBehind)) {
    const TextWord& before = words_[i - 1].word;
    Next what = beside(i - 1);
    // A German noun with the name in apposition is not of it.
    if (what != Next::kNothing &&
        ((told(i - 1).is(MetWord::kCompoundCue) && !before.is(kHyphenBehind)) || ends_compound(i - 1)))
      what = Next::kNothing;
    if (what != Next::kNothing) {
      const auto is_start = [&] {
        return before.is(kSentenceStart) && !before.is(kHyphenBehind) && !is_pair_of_capitals(i - 1);
      };
      const auto is_function_word = [&] {
        return told(i - 1).is_any(MetWord::kCommon | MetWord::kParticle | MetWord::kTitle) || is_small_word(i - 1);
      };
      if (what == Next::kOtherName && !nouns_in_capitals() && !(is_function_word() && is_start())) return std::nullopt;
      if (what == Next::kOfName && !is_start()) {
        --first;
        if (before.is(kSentenceStart)) return std::nullopt;
      }
    }
  }
  if (joined_to_next(i) && !w.is(kQuoteBehind)) {
    const Next what = beside(i + 1);
    if (what == Next::kOtherName && !nouns_in_capitals()) return std::nullopt;
    if (what == Next::kOfName) ++last;
  }
  return std::pair(first, last);
}

// The word, with what belongs to it, by the form that the judge gives the party most points for; nothing where none has
// enough.
Result<std::optional<Proposal>> MentionReader::Pass::single_named(uint32_t i, uint32_t first, uint32_t last,
                                                                  uint32_t entity) {
  Proposal best = proposal(first, last, entity);
  for (const WordForm& form : reading(i).forms) {
    std::string text = first < i ? std::string(text_of(first)) + " " : std::string();
    text += form.text;
    if (last > i) text += " " + std::string(text_of(last));
    TRY(auto judged, judge(text, entity, kLongSingle));
    if (!judged || judged->score <= best.judged.score) continue;
    best.judged = std::move(*judged);
    best.read_as = std::move(text);
    best.begin = words_[first].word.begin + (first == i ? form.front : 0);
    best.end = words_[last].word.end - (last == i ? form.back : 0);
  }
  if (best.judged.score == 0) return std::nullopt;
  best.rule = MentionRule::kSingleName;
  best.matched = 1;
  return best;
}

Result<void> MentionReader::Pass::propose_single(uint32_t i) {
  if (words_[i].word.is(kNoSpaces)) return {};
  if (!anchors(i)) {
    if (words_[i].met->is(MetWord::kBeginsKnown) && reading(i).known != 0) CHECK_OK(propose_known(i));
    return {};
  }
  if (told(i).is(MetWord::kKnown)) {
    TRY(const bool is_known, propose_known(i));
    if (is_known) return {};
  }
  // The list is asked whose name it is where nothing around keeps it out, and what it said is asked first.
  const auto is_nobodys = [&, &met = *words_[i].met] {
    return met.is(MetWord::kNobodyAlone) || (met.is(MetWord::kPersonsAlone) && !may_be_person_alone(i));
  };
  if (covered(i) || is_nobodys() || !may_be_single(i)) return {};
  const TextWord& w = words_[i].word;
  if (w.is(kAllUpper)) {
    // Letters that the page defines are what it says.
    if (const auto in_front = defined(text_of(i)); in_front && !covered(*in_front)) return {};
    if (stands_for_others(i)) return {};
  }
  const auto range = with_words_beside(i);
  if (!range) return {};
  const auto [first, last] = *range;
  if (first == last && told(i).is(MetWord::kInVainAlone) && !may_be_person_alone(i)) return {};
  std::array<bool, NamedAlone::kKinds> may_hold{};
  for (size_t kind = 0; kind < may_hold.size(); ++kind)
    may_hold[kind] = single_may_hold(i, first, last, static_cast<NamedAlone::Kind>(kind));
  if (std::ranges::none_of(may_hold, std::identity())) return {};
  NamedAlone& parties = named_alone(i);
  if (is_nobodys()) return {};
  std::vector<Proposal> found;
  for (size_t kind = 0; kind < may_hold.size(); ++kind) {
    if (!may_hold[kind]) continue;
    NamedAlone::OfKind& of = parties.of_kinds[kind];
    // Of most parties the word alone was asked for before.
    for (size_t n = first == last ? of.in_vain : 0; n < of.entities.size(); ++n) {
      TRY(std::optional<Proposal> named, single_named(i, first, last, of.entities[n]));
      if (named) {
        TRY(const auto party, this->party(named->entity));
        if (single_holds(i, *named, *party) && !is_anothers_word(i, *named)) found.push_back(std::move(*named));
      } else if (first == last) {
        std::swap(of.entities[n], of.entities[of.in_vain++]);
      }
    }
  }
  memory_.readings.remember_in_vain(*words_[i].met);
  std::ranges::sort(found, {}, &Proposal::entity);
  // Whose whole name it is comes before those of whose name it is a part (IRISL, IRISL Europe GmbH).
  constexpr Points kEqual = 300;
  Points best = 0;
  for (const Proposal& p : found) best = std::max(best, p.judged.score);
  std::erase_if(found, [&](const Proposal& p) { return p.judged.score + kEqual < best; });
  if (found.size() > kMostNamesakes) return {};
  for (Proposal& p : found) proposals_.push_back(std::move(p));
  return {};
}

Result<void> MentionReader::Pass::propose_singles() {
  const MentionClock::Within step(clock_, MentionStep::kSingles);
  for (const uint32_t i : may_begin_) CHECK_OK(propose_single(i));
  settle();
  CHECK_OK(propose_known_families());
  settle();
  return {};
}

}  // namespace cordon::reading
