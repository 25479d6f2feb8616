// Letters, and names in other languages, by which a table knows parties (known_names.h). What the table gives is a name
// like any other: the index finds whose it may be, the judge decides.
#include <algorithm>

#include "base/utf8.h"
#include "index/workspace.h"
#include "names/normalize.h"
#include "names/tables.h"
#include "reading/mention_pass.h"

namespace cordon::reading {

namespace {

constexpr Points kLeastKnown = 9500;
constexpr Points kEqual = 300;
constexpr size_t kMostKnown = 4;       // parties that share a known name: the likeliest are given
constexpr size_t kStrongLetters = 4;   // letters that mean nothing else
constexpr uint32_t kTellingWords = 4;  // words for which letters stand, that are no two parties' alike

// Has the entity a name with a word of this sound?
bool has_word(const index::Index& index, uint32_t entity, std::string_view fold) {
  bool found = false;
  index.each_name(entity, [&](uint32_t, std::span<const index::WordId> listed) {
    for (const index::WordId word : listed)
      for (const uint32_t form : index.words().forms(word))
        found = found || index.dictionary().fold(index.dictionary().fold_of(form)) == fold;
  });
  return found;
}

}  // namespace

// The parties of the known name, as what it is to be judged, and what the judge says of each: from so many points on.
Result<std::vector<KnownParty>> MentionReader::Pass::judge_known(const KnownNames::KnownName& name) {
  const index::Index& index = listed_.names.index();
  std::vector<uint32_t> candidates;
  for (const std::string& text : {name.text, name.with_letters}) {
    if (text.empty()) continue;
    Subject subject;
    subject.schema = name.is_person ? Schema::kPerson : Schema::kOrganization;
    subject.names.push_back({text, {}, {}, {}, false});
    index::Workspace work;
    index.retrieve(match::prepare_query(subject, profile_), kLeastKnown, profile_, work,
                   [&](const index::Index::Candidate& c) {
                     candidates.push_back(c.entity);
                     return kLeastKnown;
                   });
  }
  std::ranges::sort(candidates);
  candidates.erase(std::unique(candidates.begin(), candidates.end()), candidates.end());
  std::vector<KnownParty> found;
  for (const uint32_t entity : candidates) {
    const Schema schema = index.schema(entity);
    if (is_person(schema) != name.is_person || is_vehicle(schema)) continue;
    KnownParty party{entity, {}, {}};
    for (const std::string& text : {name.text, name.with_letters}) {
      if (text.empty()) continue;
      TRY(auto judged, judge(text, entity, kLeastKnown, Reach::kAllNames));
      if (judged && judged->score > party.judged.score) party.read_as = text, party.judged = std::move(*judged);
    }
    if (!party.read_as.empty()) found.push_back(std::move(party));
  }
  return found;
}

// Worked out once for each snapshot.
Result<const std::vector<KnownParty>*> MentionReader::Pass::known_parties(uint32_t number) {
  if (const auto it = memory_.known.find(number); it != memory_.known.end()) return &it->second;
  const KnownNames::KnownName& name = KnownNames::shipped().name(number);
  std::vector<KnownParty> found;
  if (!name.text.empty() && profile_.scorer != Scorer::kOfacSearch) {
    TRY(found, judge_known(name));
    // Whose own names have the letters comes before those who are only called what they stand for.
    if (name.expands) {
      const WordReading& letters = memory_.readings.read(name.text);
      const std::string fold = letters.forms.empty() || letters.forms[0].folds.empty() ? "" : letters.forms[0].folds[0];
      const auto has_letters = [&](const KnownParty& party) {
        return has_word(listed_.names.index(), party.entity, fold);
      };
      if (std::ranges::any_of(found, has_letters)) {
        std::erase_if(found, [&](const KnownParty& party) { return !has_letters(party); });
      } else if (name.expansion < kTellingWords) {
        found.clear();
      }
    }
    std::ranges::sort(found, [](const KnownParty& a, const KnownParty& b) {
      return std::tuple(-a.judged.score, !a.judged.full, a.entity) <
             std::tuple(-b.judged.score, !b.judged.full, b.entity);
    });
    if (!found.empty())
      std::erase_if(found,
                    [best = found[0].judged.score](const KnownParty& p) { return p.judged.score + kEqual < best; });
    if (found.size() > kMostKnown) found.resize(kMostKnown);
  }
  return &memory_.known.emplace(number, std::move(found)).first->second;
}

// Do capitals at once beside the stretch make it a part of another name (VTB Capital)? In front of a person's whole
// name only a given name does: Речник Кремля Дмитро Пєсков, речник Путіна Дмитро Пєсков.
bool MentionReader::Pass::is_beside_another(uint32_t first, uint32_t last, bool is_person) {
  const auto is_other = [&](uint32_t k) {
    const TextWord& w = words_[k].word;
    const WordReading& r = reading(k);
    return w.is(kUpperFirst) && !r.title && !r.particle && !r.calendar && !r.generic && !r.legal_form &&
           !r.organisation_cue && r.country.empty();
  };
  // German writes the noun for what a name names with a capital.
  const bool nouns_in_capitals = page_.language == "de";
  if (first > 0 && joined_to_next(first - 1) && !words_[first - 1].word.is(kQuoteBehind) && !nouns_in_capitals &&
      is_other(first - 1)) {
    const TextWord& before = words_[first - 1].word;
    const bool by_place = before.is(kSentenceStart) && !before.is(kHyphenBehind);
    const bool no_given_name = is_person && last > first &&
                               (covered(first - 1) || reading(first - 1).known != 0 || is_no_given_name(first - 1));
    if (!no_given_name && (!by_place || is_pair_of_capitals(first - 1))) return true;
  }
  if (!joined_to_next(last) || words_[last].word.is(kQuoteBehind) || !is_other(last + 1)) return false;
  return !(nouns_in_capitals && words_[last].word.is(kHyphenBehind));  // KAMAZ-Lastwagen
}

// Letters count in capitals, and few of them only where the text speaks of such things.
bool MentionReader::Pass::known_letters_hold(uint32_t i, const WordForm& form, const KnownNames::Spelling& spelling) {
  const size_t letters = letters_of(spelling.words[0]);
  const std::string_view written = text_of(i).substr(form.front);
  size_t seen = 0;
  size_t capitals = 0;
  for (size_t pos = 0; pos < written.size() && seen < letters; ++seen)
    capitals += names::char_info(next_code_point(written, pos)).upper;
  const bool as_letters = capitals == letters || (letters >= kStrongLetters && capitals * 2 > letters);  // КамАЗ
  if (!as_letters || reading(i).common || !reading(i).country.empty()) return false;
  if (const auto in_front = defined(text_of(i)); in_front && !covered(*in_front)) return false;
  if (stands_for_others(i)) return false;
  return letters >= kStrongLetters || speaks_of_sanctions() || has_cue(i, i, false);
}

// Do the words behind the letters say what they stand for, and are no party's name? "PSB, the Pet Shop Boys"
bool MentionReader::Pass::stands_for_others(uint32_t i) {
  const auto meant = defined_behind(i);
  if (!meant) return false;
  for (uint32_t k = meant->first; k <= meant->second; ++k)
    if (covered(k)) return false;
  const KnownNames& known = KnownNames::shipped();
  const uint32_t begins = reading(meant->first).known;
  return begins == 0 || std::ranges::none_of(known.beginning(begins), [&](uint32_t number) {
           return known.spelling(number).words.size() > 1 && spelled_to(meant->first, known.spelling(number));
         });
}

// May the spelling go on behind this word? Over the dot of an abbreviation (zakłady im. Swierdłowa), and one of many
// words over commas and dashes of its own.
bool MentionReader::Pass::goes_on_behind(uint32_t i, const KnownNames::Spelling& spelling) {
  constexpr size_t kMany = 4;          // words
  constexpr size_t kAbbreviation = 3;  // letters
  constexpr uint32_t kDash = 5;        // bytes of one between blanks
  if (i + 1 >= words_.size() || words_[i + 1].block != words_[i].block) return false;
  const TextWord& w = words_[i].word;
  if (!w.is(kBreakBehind) && !w.is(kCommaBehind)) return true;
  if (words_[i + 1].word.begin > w.end + kDash) return false;
  return spelling.words.size() >= kMany || (w.is(kDotBehind) && letters_of(text_of(i)) <= kAbbreviation);
}

// The last word of the spelling and the byte behind it, where the words from `i` on are it; later ones may be declined,
// and a last one without blanks may go on: VTB银行宣布.
std::optional<std::pair<uint32_t, uint32_t>> MentionReader::Pass::spelled_to(uint32_t i,
                                                                             const KnownNames::Spelling& spelling) {
  uint32_t last = i;
  uint32_t end = words_[i].word.end;
  for (size_t k = 1; k < spelling.words.size(); ++k) {
    if (!goes_on_behind(last, spelling)) return std::nullopt;
    ++last;
    const std::string& word = spelling.words[k];
    if (words_[last].word.is(kNoSpaces)) {
      if (end != words_[last - 1].word.end || !names::simplified_han(text_of(last)).starts_with(word))
        return std::nullopt;
      end = words_[last].word.begin + static_cast<uint32_t>(word.size());
      continue;
    }
    if (std::ranges::find(reading(last).known_words, spelling.numbers[k]) == reading(last).known_words.end())
      return std::nullopt;
    end = words_[last].word.end;
  }
  if (words_[i].word.is(kCased) && !words_[i].word.is(kUpperFirst) && !spelling.small) return std::nullopt;
  if (spelling.article && !anchors(i) && !anchors(i + 1)) return std::nullopt;
  return std::pair(last, end);
}

bool MentionReader::Pass::is_initial(uint32_t i) { return words_[i].word.is(kUpperFirst) && reading(i).initial; }

// "V. V. Putin": the first of the letters in front is the person's.
bool MentionReader::Pass::is_behind_initials(uint32_t i, const KnownNames::Spelling& spelling) {
  uint32_t first = i;
  while (first > 0 && joined_to_next(first - 1) && is_initial(first - 1)) --first;
  return first < i && KnownNames::shipped().name(spelling.name).initials.contains(known_form(text_of(first)));
}

// A family name alone is the person's of the table behind or in front of an office, or once the page has the whole
// name.
bool MentionReader::Pass::known_family_holds(uint32_t i, const KnownNames::Spelling& spelling) {
  constexpr uint16_t kTelling = 13000;  // rarity: others of this name are few
  constexpr uint32_t kNear = 3;         // words
  if (known_persons_.contains(spelling.name) || is_behind_initials(i, spelling)) return true;
  if (reading(i).rarity < kTelling) return false;
  for (uint32_t k = 1; k <= kNear && k <= i && !words_[i - k].word.is(kBreakBehind); ++k)
    if (is_office(i - k)) return true;
  for (uint32_t k = 1; k <= kNear && i + k < words_.size() && !words_[i + k - 1].word.is(kBreakBehind); ++k)
    if (is_office(i + k) && (k == 1 || words_[i].word.is(kCommaBehind))) return true;
  return false;
}

// Is it a known person's family name behind another given name, or a part of a longer name? What stands in front with a
// capital is a given name unless it is known to be something else (Kremlin, Sowbes, Präsident).
bool MentionReader::Pass::is_other_bearer(uint32_t i, const KnownNames::Spelling& spelling) {
  if (words_[i].word.is(kHyphenBehind)) return true;
  if (i > 0 && joined_to_next(i - 1) && !words_[i - 1].word.is(kQuoteBehind)) {
    if (is_initial(i - 1)) return !is_behind_initials(i, spelling);
    const TextWord& before = words_[i - 1].word;
    // A letter attached in front shows that the name begins here.
    if (!before.is(kCased) && !before.is(kNoSpaces) && known_form(text_of(i)) == spelling.words[0] &&
        is_given_name(i - 1))
      return true;
    if (before.is(kUpperFirst) && !ends_compound(i - 1) && !is_no_given_name(i - 1)) return true;
  }
  if (!joined_to_next(i) || words_[i].word.is(kQuoteBehind)) return false;
  // "Lavrov Ankara'ya geldi": a place, or a word with its ending
  const TextWord& behind = words_[i + 1].word;
  const bool is_name = behind.is(kCased) && behind.is(kUpperFirst) && reading(i + 1).country.empty() &&
                       !is_no_given_name(i + 1) && text_of(i + 1).find('\'') == std::string_view::npos &&
                       text_of(i + 1).find("\u2019") == std::string_view::npos;
  return is_name && page_.language != "de";
}

// Does the page show at once beside the family name that it is another's: by what he is, by a given name?
bool MentionReader::Pass::is_namesake(uint32_t i, const KnownNames::Spelling& spelling) {
  if (is_beside_another_kind(i, i, true)) return true;
  if (!is_other_bearer(i, spelling)) return false;
  return i > 0 && joined_to_next(i - 1) && reading(i - 1).rarity < kUnseen && country_of_word(i - 1).empty();
}

Result<std::vector<std::string>> MentionReader::Pass::countries_of_known(uint32_t name) {
  std::vector<std::string> out;
  TRY(const std::vector<KnownParty>* parties, known_parties(name));
  for (const KnownParty& known : *parties) {
    TRY(const auto party, this->party(known.entity));
    for (const CountryStatement& c : party->prepared.entity.countries)
      if (!c.code.empty()) out.push_back(c.code);
  }
  return out;
}

// Is it an office of a state that is none of the person's, where the page does not name the person in full?
Result<bool> MentionReader::Pass::is_office_abroad(uint32_t i, uint32_t name) {
  if (known_persons_.contains(name)) return false;
  TRY(const std::vector<std::string> countries, countries_of_known(name));
  return has_office_abroad(i, countries);
}

// Is what is spelled so no organisation here: a noun, a composer, a street, a university?
bool MentionReader::Pass::is_thing_of_another(uint32_t first, uint32_t last, const KnownNames::Spelling& spelling,
                                              size_t attached) {
  if (first == last && !words_[first].word.is(kCased) && is_noun(first, attached)) return true;
  if (first == last && is_author(first)) return true;
  if (!is_beside_another_kind(first, last, false)) return false;
  // Unless the word is of the name: University of …
  if (!joined_to_next(last)) return true;
  const std::string behind = known_form(text_of(last + 1));
  return std::ranges::none_of(names::split_words(KnownNames::shipped().name(spelling.name).text),
                              [&](std::string_view word) { return known_form(word) == behind; });
}

const MentionReader::Pass::NamedSoFar& MentionReader::Pass::named_so_far() {
  for (NamedSoFar& out = named_so_far_; out.seen < proposals_.size(); ++out.seen) {
    const Proposal& p = proposals_[out.seen];
    out.by_first[p.first].push_back(static_cast<uint32_t>(out.seen));
    if (p.first == p.last || (p.rule != MentionRule::kFullName && p.rule != MentionRule::kKnownName) ||
        !is_person(listed_.names.index().schema(p.entity)))
      continue;
    const uint32_t begin = words_[p.last].word.begin;
    out.bearers[known_form(std::string_view(page_.blocks[words_[p.last].block].text).substr(begin, p.end - begin))]
        .insert(p.entity);
  }
  return named_so_far_;
}

// Does the page name another person in full by this family name, and not the one of the table?
Result<bool> MentionReader::Pass::is_of_another(std::string_view family, uint32_t name) {
  const auto& bearers = named_so_far().bearers;
  const auto others = bearers.find(known_form(family));
  if (others == bearers.end()) return false;
  TRY(const std::vector<KnownParty>* parties, known_parties(name));
  return std::ranges::none_of(*parties, [&](const KnownParty& party) { return others->second.contains(party.entity); });
}

// Do the page's own words there name a party of the known name already?
Result<bool> MentionReader::Pass::is_judged_there(uint32_t name, uint32_t first, uint32_t last) {
  constexpr uint32_t kMost = 8;  // words of a name in front
  const auto& by_first = named_so_far().by_first;
  TRY(const std::vector<KnownParty>* parties, known_parties(name));
  for (uint32_t k = first - std::min(first, kMost); k <= first; ++k) {
    const auto there = by_first.find(k);
    if (there == by_first.end()) continue;
    for (const uint32_t number : there->second)
      if (proposals_[number].last >= last && std::ranges::any_of(*parties, [&](const KnownParty& party) {
            return party.entity == proposals_[number].entity;
          }))
        return true;
  }
  return false;
}

// Proposes the words as every party of the known name.
Result<bool> MentionReader::Pass::propose_parties(uint32_t name, const Proposal& where) {
  TRY(const std::vector<KnownParty>* parties, known_parties(name));
  for (const auto& [entity, read_as, judged] : *parties) {
    Proposal out = where;
    out.entity = entity;
    out.read_as = read_as;
    out.judged = judged;
    proposals_.push_back(std::move(out));
  }
  return !parties->empty();
}

// Does a noun beside the word say that it names an organisation: "Petersburger Unternehmen Kronstadt", "la empresa rusa
// Kronshtadt", "Kronstadt, the Russian drone maker"?
bool MentionReader::Pass::is_beside_organisation(uint32_t i) {
  constexpr uint32_t kNear = 2;        // words in front
  constexpr uint32_t kApposition = 6;  // words behind a comma
  const auto says = [&](uint32_t k) {
    return told(k).is(MetWord::kOrganisationCue) || told(k).is(MetWord::kCompoundCue);
  };
  for (uint32_t k = 1; k <= kNear && k <= i && joined_to_next(i - k); ++k) {
    // Предприятие Кронштадта is one in the town.
    if (says(i - k)) return reading(i).known_form == 0 || words_[i].word.is(kQuoteBefore);
    if (!is_country_adjective(i - k)) break;
  }
  if (joined_to_next(i) && says(i + 1)) return true;
  if (!words_[i].word.is(kCommaBehind)) return false;
  for (uint32_t k = i + 1; k <= i + kApposition && k < words_.size() && words_[k].block == words_[i].block; ++k) {
    if (says(k)) return true;
    if (!joined_to_next(k)) return false;
  }
  return false;
}

// May the word behind be the second of a known name?
bool MentionReader::Pass::may_go_on_known(uint32_t i) {
  return i + 1 < words_.size() && (words_[i + 1].word.is(kNoSpaces) || told(i + 1).is(MetWord::kHasKnownWords));
}

// Returns whether the words from here on are a known name of a listed party.
Result<bool> MentionReader::Pass::propose_known(uint32_t i) {
  const KnownNames& known = KnownNames::shipped();
  const WordReading& here = reading(i);
  if (known.goes_on(here.known) && !may_go_on_known(i)) return false;
  for (const uint32_t number : known.beginning(here.known)) {
    const KnownNames::Spelling& spelling = known.spelling(number);
    const auto to = spelled_to(i, spelling);
    if (!to) continue;
    const uint32_t last = to->first;
    bool free = true;
    for (uint32_t k = i; k <= last; ++k) free = free && !covered(k);
    const KnownNames::KnownName& name = known.name(spelling.name);
    if (name.is_person && spelling.words.size() > 1) known_persons_.insert(spelling.name);
    // A person's whole name as the table has it comes before a part of it, or what it is only like, of another's; what
    // was judged by the page's own words stays.
    if (!free) {
      if (!name.is_person || spelling.family || spelling.words.size() < 2) continue;
      TRY(const bool is_judged, is_judged_there(spelling.name, i, last));
      if (is_judged) continue;
    }
    const WordForm& form = here.forms[here.known_form];
    if (spelling.letters && !known_letters_hold(i, form, spelling)) continue;
    if (spelling.beside && !(anchors(i) && speaks_of_sanctions() && is_beside_organisation(i))) continue;
    // One word of a script without capitals may be another word.
    constexpr size_t kLongCaseless = 5;
    if (!words_[i].word.is(kCased) && spelling.words.size() == 1 && letters_of(spelling.words[0]) < kLongCaseless &&
        !speaks_of_sanctions())
      continue;
    const bool is_alone = name.is_person && spelling.words.size() == 1;
    if (is_alone && is_namesake(i, spelling)) has_namesake_.insert(spelling.name);
    if (is_alone ? is_other_bearer(i, spelling) || is_beside_another_kind(i, i, true)
                 : words_[i].word.is(kCased) && is_beside_another(i, last, name.is_person))
      continue;
    if (!name.is_person && is_thing_of_another(i, last, spelling, form.front)) continue;
    if (is_alone && has_namesake_.contains(spelling.name) && !known_persons_.contains(spelling.name)) continue;
    if (spelling.family && !known_family_holds(i, spelling)) continue;
    if (is_alone) {
      TRY(const bool is_anothers, is_of_another(text_of(i), spelling.name));
      if (is_anothers) continue;
      TRY(const bool is_abroad, is_office_abroad(i, spelling.name));
      if (is_abroad) {
        has_namesake_.insert(spelling.name);
        continue;
      }
      known_persons_.insert(spelling.name);
    }
    Proposal out = proposal(i, last, 0);
    out.begin += form.front;
    out.end = to->second - (i == last ? form.back : 0);
    out.rule = spelling.family ? MentionRule::kSurname : MentionRule::kKnownName;
    out.matched = std::max(last - i + 1, spelling.family ? 1U : 2U);
    TRY(const bool found, propose_parties(spelling.name, out));
    if (name.text.empty())  // nor is a part of them: Kataib Hezbollah
      for (uint32_t k = i; k <= last && last > i; ++k) covered_[k] = 1;
    if (found || name.text.empty()) return true;
  }
  return false;
}

// The same of a name in Han characters that begins with `rest` of the word. A mark may stand between its parts, or
// words of other scripts: 金刚石-安泰, 朝鲜劳动党39号室.
std::optional<std::pair<uint32_t, uint32_t>> MentionReader::Pass::spelled_han_to(uint32_t i, std::string_view rest,
                                                                                 const KnownNames::Spelling& spelling) {
  constexpr uint32_t kMark = 3;  // bytes of one
  uint32_t last = i;
  std::string have(rest);
  for (size_t k = 0; k < spelling.words.size(); ++k) {
    for (std::string_view want = spelling.words[k]; !want.empty();) {
      if (have.empty()) {
        if (last + 1 >= words_.size() || words_[last + 1].block != words_[i].block ||
            words_[last + 1].word.begin > words_[last].word.end + kMark)
          return std::nullopt;
        ++last;
        have = words_[last].word.is(kNoSpaces) ? names::simplified_han(text_of(last)) : known_form(text_of(last));
      }
      const size_t both = std::min(want.size(), have.size());
      if (std::string_view(have).substr(0, both) != want.substr(0, both)) return std::nullopt;
      want.remove_prefix(both);
      have.erase(0, both);
    }
    if (k + 1 < spelling.words.size() && !have.empty()) return std::nullopt;
  }
  if (!have.empty() && !words_[last].word.is(kNoSpaces)) return std::nullopt;
  return std::pair(last, words_[last].word.end - static_cast<uint32_t>(have.size()));
}

// `run`: the word, simplified.
Result<void> MentionReader::Pass::propose_known_han(uint32_t i, std::string_view run) {
  constexpr size_t kStart = 6;  // bytes: two letters
  const KnownNames& known = KnownNames::shipped();
  const bool is_part = words_[i].word.is(kMiddleDotBehind | kHyphenBehind);  // of which the last letter may be a name
  size_t nobody = 0;  // the end of what the table says is no party's: 伊斯兰国家
  for (size_t at = 0; at + (is_part ? 1 : kStart) <= run.size();) {
    if (at < nobody) {
      next_code_point(run, at);
      continue;
    }
    const std::string_view rest = run.substr(at);
    for (const uint32_t number : known.han(rest.substr(0, kStart))) {
      const KnownNames::Spelling& spelling = known.spelling(number);
      const auto to = spelled_han_to(i, rest, spelling);
      if (!to) continue;
      const bool behind_dot = at == 0 && i > 0 && words_[i - 1].word.is(kMiddleDotBehind | kHyphenBehind);
      const KnownNames::KnownName& name = known.name(spelling.name);
      if (behind_dot && name.is_person) continue;  // of another given name
      if (name.text.empty()) {
        nobody = to->second - words_[i].word.begin;
        break;
      }
      if (to->first == i) {
        const size_t behind = to->second - words_[i].word.begin;
        if (is_another_han(run.substr(0, at), run.substr(behind), words_[i].block, to->second, name.is_person))
          continue;
      }
      if (spelling.family && !(known_persons_.contains(spelling.name) ||
                               is_office_han(run.substr(0, at), rest.substr(spelling.words[0].size()))))
        continue;
      if (known.name(spelling.name).is_person && spelling.words.size() == 1) {
        TRY(const bool is_anothers, is_of_another(rest.substr(0, spelling.words[0].size()), spelling.name));
        if (is_anothers) continue;
        if (!known_persons_.contains(spelling.name)) {
          TRY(const std::vector<std::string> countries, countries_of_known(spelling.name));
          if (has_office_abroad_han(run.substr(0, at), countries)) continue;
        }
      }
      if (known.name(spelling.name).is_person) known_persons_.insert(spelling.name);
      Proposal out = proposal(i, to->first, 0);
      out.begin = words_[i].word.begin + static_cast<uint32_t>(at);
      out.end = to->second;
      out.rule = spelling.family ? MentionRule::kSurname : MentionRule::kKnownName;
      out.matched = out.end - out.begin;
      TRY(const bool found, propose_parties(spelling.name, out));
      if (found) break;
    }
    next_code_point(run, at);
  }
  return {};
}

// Family names of persons whom the page names in full only further down.
Result<void> MentionReader::Pass::propose_known_families() {
  if (known_persons_.empty()) return {};
  for (uint32_t i = 0; i < words_.size(); ++i) {
    if (words_[i].word.is(kNoSpaces)) {
      const std::string run = names::simplified_han(text_of(i));
      if (run.size() == text_of(i).size()) CHECK_OK(propose_known_han(i, run));
    } else if (!covered(i) && anchors(i) && reading(i).known != 0) {
      CHECK_OK(propose_known(i));
    }
  }
  return {};
}

}  // namespace cordon::reading
