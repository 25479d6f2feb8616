// Names that a page gives a party once it has named it in full: the family name, letters in brackets, the distinctive
// word of an organisation.
#include <algorithm>

#include "base/utf8.h"
#include "names/analyze.h"
#include "reading/mention_pass.h"

namespace cordon::reading {

namespace {

bool shares(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  return std::any_of(a.begin(), a.end(),
                     [&](const std::string& x) { return std::find(b.begin(), b.end(), x) != b.end(); });
}

// Is it a name that the page gives in full?
bool is_whole_name(const Proposal& p) {
  return p.rule == MentionRule::kFullName || (p.rule == MentionRule::kKnownName && p.first < p.last);
}

}  // namespace

// A family name alone, or behind a title, is the person whom the page last named in full; of one named only further
// down, where no other has the name. Behind another given name it is another person, who then has it too.
Result<void> MentionReader::Pass::propose_surnames(const std::vector<uint32_t>& entities) {
  struct Bearer {
    uint32_t word;    // first word of the full name
    uint32_t entity;  // kNobody: not listed
  };
  constexpr uint32_t kNobody = 0xFFFFFFFF;
  std::vector<std::pair<uint32_t, std::shared_ptr<MentionParty>>> persons;
  for (const uint32_t e : entities) {
    TRY(const auto party, this->party(e));
    if (party->person && !with_families(*party).family_folds.empty()) persons.emplace_back(e, party);
  }
  if (persons.empty()) return {};
  uint64_t families = 0;
  for (const auto& [entity, person] : persons)
    for (const std::string& fold : person->family_folds) families |= fold_bit(fold);

  struct Place {
    uint32_t word;
    uint8_t form;
    std::vector<size_t> persons;  // whose family name it is
    bool other = false;           // of a full name that is not listed
  };
  std::vector<Place> places;
  for (uint32_t i = 0; i < words_.size(); ++i) {
    if (covered(i) || !words_[i].word.is(kUpperFirst)) continue;
    const WordReading& r = reading(i);
    if ((r.folds & families) == 0) continue;  // most words
    constexpr uint32_t kShort = 3;            // bytes: names that are too short to stand alone
    const bool titled = i > 0 && joined_to_next(i - 1) && reading(i - 1).title;
    if (r.particle || (words_[i].word.end - words_[i].word.begin <= kShort && !titled)) continue;
    Place place{i, 0, {}, false};
    for (uint8_t f = 0; f < r.forms.size() && place.persons.empty(); ++f)
      for (size_t k = 0; k < persons.size(); ++k)
        if (shares(r.forms[f].folds, persons[k].second->family_folds)) place.persons.push_back(k), place.form = f;
    if (place.persons.empty()) continue;
    if (i > 0 && joined_to_next(i - 1) && !words_[i - 1].word.is(kQuoteBehind)) {
      const TextWord& before = words_[i - 1].word;
      const WordReading& rb = reading(i - 1);
      const bool name =
          before.is(kUpperFirst) && !rb.title && !rb.generic && !rb.particle && !rb.calendar && !covered(i - 1);
      place.other = name && !(before.is(kSentenceStart) && rb.rarity >= kUnseen);
    }
    if (words_[i].word.is(kHyphenBehind)) place.other = true;
    if (joined_to_next(i) && !words_[i].word.is(kQuoteBehind) && words_[i + 1].word.is(kUpperFirst) &&
        words_[i + 1].word.is(kCased) && !covered(i + 1)) {
      const WordReading& rn = reading(i + 1);
      place.other = place.other || (rn.rarity < kUnseen && !rn.title && !rn.generic && !rn.particle);
    }
    places.push_back(std::move(place));
  }
  for (size_t k = 0; k < persons.size(); ++k) {
    std::vector<Bearer> bearers;
    for (const Proposal& p : proposals_) {
      TRY(const auto party, this->party(p.entity));
      if (is_whole_name(p) && party->person &&
          shares(with_families(*party).family_folds, persons[k].second->family_folds))
        bearers.push_back({p.first, p.entity});
    }
    for (const Place& place : places)
      if (place.other && std::find(place.persons.begin(), place.persons.end(), k) != place.persons.end())
        bearers.push_back({place.word, kNobody});
    std::sort(bearers.begin(), bearers.end(), [](const Bearer& a, const Bearer& b) { return a.word < b.word; });
    for (const Place& place : places) {
      if (place.other || std::find(place.persons.begin(), place.persons.end(), k) == place.persons.end()) continue;
      uint32_t whose = bearers.empty() ? kNobody : bearers.front().entity;
      uint32_t at = bearers.empty() ? 0 : bearers.front().word;
      bool several = false;
      for (const Bearer& b : bearers) {
        if (b.word <= place.word) whose = b.entity, at = b.word;
        several = several || b.entity != bearers.front().entity;
      }
      // Entries of one stretch are of one party, as far as the page goes.
      bool mine = whose == persons[k].first;
      for (const Bearer& b : bearers) mine = mine || (b.word == at && b.entity == persons[k].first);
      if (!mine) continue;
      Proposal out = proposal(place.word, place.word, persons[k].first);
      const WordForm& form = reading(place.word).forms[place.form];
      out.begin += form.front;
      out.end -= form.back;
      out.rule = MentionRule::kSurname;
      out.matched = 1;
      out.ambiguous = several;
      out.read_as = form.text;
      TRY(auto judged, judge(form.text, persons[k].first, 0));
      if (judged) out.judged = std::move(*judged);
      proposals_.push_back(std::move(out));
    }
  }
  return {};
}

// "Foo Bar Corporation (FBC)", and FBC from there on.
Result<void> MentionReader::Pass::propose_acronyms() {
  struct Acronym {
    std::string letters;
    std::vector<const Proposal*> of;
  };
  std::vector<Acronym> acronyms;
  for (const Proposal& p : proposals_) {
    const uint32_t next = p.last + 1;
    if (p.rule == MentionRule::kSurname || next >= words_.size() || words_[next].block != words_[p.last].block)
      continue;
    const TextWord& w = words_[next].word;
    if (!words_[p.last].word.is(kBracketBehind) || !w.is(kBracketBefore) || !w.is(kAllUpper)) continue;
    Acronym* known = nullptr;
    for (Acronym& a : acronyms)
      if (a.letters == text_of(next)) known = &a;
    if (known == nullptr) known = &acronyms.emplace_back(Acronym{std::string(text_of(next)), {}});
    if (std::none_of(known->of.begin(), known->of.end(), [&](const Proposal* x) { return x->entity == p.entity; }))
      known->of.push_back(&p);
  }
  if (acronyms.empty()) return {};
  std::vector<Proposal> found;
  for (uint32_t i = 0; i < words_.size(); ++i) {
    if (covered(i)) continue;
    for (const Acronym& a : acronyms) {
      if (text_of(i) != a.letters) continue;
      for (const Proposal* of : a.of) {
        Proposal out = proposal(i, i, of->entity);
        out.rule = MentionRule::kAcronym;
        out.matched = 1;
        out.read_as = a.letters;
        out.judged = of->judged;
        found.push_back(std::move(out));
      }
    }
  }
  for (Proposal& p : found) proposals_.push_back(std::move(p));
  return {};
}

// The one word of an organisation's full name that no table knows, alone: "Intershipping".
Result<void> MentionReader::Pass::propose_short_names() {
  struct Short {
    const Proposal* of;
    std::vector<std::string> folds;
  };
  std::vector<Short> shorts;
  for (const Proposal& p : proposals_) {
    if (p.rule != MentionRule::kFullName) continue;
    TRY(const auto party, this->party(p.entity));
    if (party->person || party->vehicle) continue;
    uint32_t only = 0;
    size_t n = 0;
    for (uint32_t i = p.first; i <= p.last; ++i) {
      if (!anchors(i) || !words_[i].word.is(kCased)) continue;
      const WordReading& r = reading(i);
      if (r.rarity < kUnseen || r.common || r.generic || r.title || r.particle || r.legal_form) continue;
      only = i;
      ++n;
    }
    if (n == 1) shorts.push_back({&p, reading(only).forms[0].folds});
  }
  if (shorts.empty()) return {};
  uint64_t folds = 0;
  for (const Short& s : shorts)
    for (const std::string& fold : s.folds) folds |= fold_bit(fold);
  std::vector<Proposal> found;
  for (uint32_t i = 0; i < words_.size(); ++i) {
    if (covered(i) || !words_[i].word.is(kUpperFirst)) continue;
    const WordReading& r = reading(i);
    if ((r.folds & folds) == 0) continue;  // most words
    const auto alone = [&](uint32_t from, uint32_t other) {
      return !joined_to_next(from) || words_[from].word.is(kQuoteBehind) || !words_[other].word.is(kUpperFirst) ||
             reading(other).title || reading(other).particle || reading(other).calendar;
    };
    if (i > 0 && !alone(i - 1, i - 1) && !words_[i - 1].word.is(kSentenceStart)) continue;
    if (i + 1 < words_.size() && !alone(i, i + 1)) continue;
    if (is_small_word(*words_[i].met)) continue;
    std::vector<uint32_t> done;
    for (const Short& s : shorts) {
      if (std::find(done.begin(), done.end(), s.of->entity) != done.end()) continue;
      for (const WordForm& form : r.forms) {
        if (!shares(form.folds, s.folds)) continue;
        Proposal out = proposal(i, i, s.of->entity);
        out.begin += form.front;
        out.end -= form.back;
        out.rule = MentionRule::kShortName;
        out.matched = 1;
        out.read_as = form.text;
        out.judged = s.of->judged;
        found.push_back(std::move(out));
        done.push_back(s.of->entity);
        break;
      }
    }
  }
  for (Proposal& p : found) proposals_.push_back(std::move(p));
  return {};
}

Result<void> MentionReader::Pass::propose_aliases() {
  const MentionClock::Within step(clock_, MentionStep::kAliases);
  std::vector<uint32_t> entities;
  for (const Proposal& p : proposals_)
    if (is_whole_name(p)) entities.push_back(p.entity);
  std::sort(entities.begin(), entities.end());
  entities.erase(std::unique(entities.begin(), entities.end()), entities.end());
  CHECK_OK(propose_acronyms());
  settle();
  CHECK_OK(propose_surnames(entities));
  CHECK_OK(propose_caseless_families());
  settle();
  CHECK_OK(propose_short_names());
  settle();
  return {};
}

}  // namespace cordon::reading
