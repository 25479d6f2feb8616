// Letters, and names in other languages, by which a table knows parties (known_names.h). What the table gives is a name
// like any other: the index finds whose it may be, the judge decides.
#include <algorithm>

#include "base/utf8.h"
#include "index/workspace.h"
#include "names/normalize.h"
#include "reading/mention_pass.h"

namespace cordon::reading {

namespace {

constexpr Points kLeastKnown = 9000;
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

// Worked out once for each snapshot: what the judge says of the known name and the parties whom the index finds by it.
Result<const std::vector<KnownParty>*> MentionReader::Pass::known_parties(uint32_t number) {
  if (const auto it = memory_.known.find(number); it != memory_.known.end()) return &it->second;
  const KnownNames::KnownName& name = KnownNames::shipped().name(number);
  std::vector<KnownParty> found;
  if (!name.text.empty() && profile_.scorer != Scorer::kOfacSearch) {
    const index::Index& index = listed_.names.index();
    std::vector<uint32_t> candidates;
    for (const std::string& text : {name.text, name.with_letters}) {
      if (text.empty()) continue;
      Subject subject;
      subject.schema = Schema::kOrganization;
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
    for (const uint32_t entity : candidates) {
      const Schema schema = index.schema(entity);
      if (is_person(schema) || is_vehicle(schema)) continue;
      KnownParty party{entity, {}, {}};
      for (const std::string& text : {name.text, name.with_letters}) {
        if (text.empty()) continue;
        TRY(auto judged, judge(text, entity, kLeastKnown));
        if (judged && judged->score > party.judged.score) party.read_as = text, party.judged = std::move(*judged);
      }
      if (!party.read_as.empty()) found.push_back(std::move(party));
    }
    // Whose own names have the letters comes before those who are only called what they stand for.
    if (name.expands) {
      const WordReading& letters = memory_.readings.read(name.text);
      const std::string fold = letters.forms.empty() || letters.forms[0].folds.empty() ? "" : letters.forms[0].folds[0];
      const auto has_letters = [&](const KnownParty& party) { return has_word(index, party.entity, fold); };
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

// Do capitals at once beside the stretch make it a part of another name (VTB Capital)?
bool MentionReader::Pass::is_beside_another(uint32_t first, uint32_t last) {
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
    if (!by_place || is_pair_of_capitals(text_of(first - 1), text_of(first))) return true;
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
  return letters >= kStrongLetters || speaks_of_sanctions() || has_cue(i, i, false);
}

// Returns whether the words from here on are a known name of a listed party.
Result<bool> MentionReader::Pass::propose_known(uint32_t i) {
  const KnownNames& known = KnownNames::shipped();
  const WordReading& here = reading(i);
  for (const uint32_t number : known.beginning(here.known)) {
    const KnownNames::Spelling& spelling = known.spelling(number);
    uint32_t last = i;
    bool same = true;
    for (size_t k = 1; k < spelling.words.size() && same; ++k) {
      same = !words_[last].word.is(kBreakBehind) && !words_[last].word.is(kCommaBehind) && last + 1 < words_.size() &&
             !covered(last + 1) && known_form(text_of(last + 1)) == spelling.words[k];
      ++last;
    }
    if (!same) continue;
    const WordForm& form = here.forms[here.known_form];
    if (words_[i].word.is(kCased) && !words_[i].word.is(kUpperFirst)) continue;
    if (spelling.letters && !known_letters_hold(i, form, spelling)) continue;
    // One word of a script without capitals may be another word.
    constexpr size_t kLongCaseless = 5;
    if (!words_[i].word.is(kCased) && spelling.words.size() == 1 && letters_of(spelling.words[0]) < kLongCaseless &&
        !speaks_of_sanctions())
      continue;
    if (words_[i].word.is(kCased) && is_beside_another(i, last)) continue;
    TRY(const std::vector<KnownParty>* parties, known_parties(spelling.name));
    for (const auto& [entity, read_as, judged] : *parties) {
      Proposal out = proposal(i, last, entity);
      out.begin += form.front;
      if (i == last) out.end -= form.back;
      out.rule = MentionRule::kKnownName;
      out.matched = std::max(last - i + 1, 2U);
      out.read_as = read_as;
      out.judged = judged;
      proposals_.push_back(std::move(out));
    }
    return !parties->empty() || known.name(spelling.name).text.empty();
  }
  return false;
}

// `run`: the word, simplified.
void MentionReader::Pass::propose_known_han(uint32_t i, std::string_view run) {
  constexpr size_t kStart = 6;  // bytes: two letters
  const KnownNames& known = KnownNames::shipped();
  for (size_t at = 0; at + kStart < run.size();) {
    const std::string_view rest = run.substr(at);
    for (const uint32_t number : known.han(rest.substr(0, kStart))) {
      const KnownNames::Spelling& spelling = known.spelling(number);
      if (!rest.starts_with(spelling.words[0])) continue;
      const auto parties = known_parties(spelling.name);
      if (!parties) break;
      for (const auto& [entity, read_as, judged] : **parties) {
        Proposal out = proposal(i, i, entity);
        out.begin = words_[i].word.begin + static_cast<uint32_t>(at);
        out.end = out.begin + static_cast<uint32_t>(spelling.words[0].size());
        out.rule = MentionRule::kKnownName;
        out.matched = static_cast<uint32_t>(spelling.words[0].size());
        out.read_as = read_as;
        out.judged = judged;
        proposals_.push_back(std::move(out));
      }
      break;
    }
    next_code_point(run, at);
  }
}

}  // namespace cordon::reading
