// The scan: pairs of words that may be of one listed name, widened to the whole name, and judged.
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

constexpr uint32_t kReach = 4;       // words from one word of a pair to the other
constexpr uint32_t kSmallReach = 3;  // the same to a word in small letters in front
constexpr uint32_t kRegion = 12;     // words around a pair in which the rest of the name is looked for
constexpr size_t kParties = 20000;   // remembered
constexpr size_t kJudgements = 50000;

bool counted(PartKind kind) {
  switch (kind) {
    case PartKind::kTitle:
    case PartKind::kLegalForm:
    case PartKind::kParticle:
    case PartKind::kInitial:
    case PartKind::kSuffix:
      return false;
    default:
      return true;
  }
}

bool has_key(const WordReading& reading, SoundKey key) {
  for (const WordReading::Key& k : reading.keys)
    if (k.key == key) return true;
  return false;
}

// Do two words of the text, written together, sound like a word of the list?
bool sounds_joined(const WordReading& a, const WordReading& b, index::WordId word, const index::Index& index) {
  if (a.forms.empty() || b.forms.empty() || a.forms[0].folds.empty() || b.forms[0].folds.empty()) return false;
  const std::string joined = names::fold(a.forms[0].folds[0] + b.forms[0].folds[0]);
  for (const uint32_t form : index.words().forms(word))
    if (index.dictionary().fold(index.dictionary().fold_of(form)) == joined) return true;
  return false;
}

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
    for (const match::PreparedPart& part : name.parts) {
      if (!counted(part.kind) || part.kind == PartKind::kPatronymic) continue;
      ++parts;
      last = &part;
      if (is_caps(part.text)) capitals = capitals == nullptr ? &part : last;
    }
    if (parts < 2) continue;
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

Result<const MentionParty*> MentionReader::Pass::party(uint32_t number) {
  if (const auto it = memory_.parties.find(number); it != memory_.parties.end()) return &it->second;
  TRY(Entity entity, listed_.entity(number));
  MentionParty out;
  out.person = is_person(entity.schema);
  out.vehicle = is_vehicle(entity.schema);
  if (!out.person && !out.vehicle) add_short_names(entity);
  for (const Name& name : entity.names) {
    if (!out.person || name.family.empty()) continue;
    for (const names::Part& part : names::analyze(name.family, names::NameType::kPerson).parts) {
      if (!counted(part.kind)) continue;
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
  return &memory_.parties.emplace(number, std::move(out)).first->second;
}

Judged MentionReader::Pass::judge(const std::string& text, uint32_t entity, const MentionParty& party) {
  const std::string key = std::to_string(entity) + '\t' + text;
  if (const auto it = memory_.judged.find(key); it != memory_.judged.end()) return it->second;
  Subject subject;
  subject.schema = party.prepared.entity.schema;
  subject.names.push_back({text, {}, {}, {}, false});
  const match::Query query = match::prepare_query(subject, profile_);
  const Hit hit = match::judge(query, party.prepared, listed_.names.index().entities(), profile_);
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

void MentionReader::Pass::pair(const WordReading& a, const WordReading& b, uint32_t first, uint32_t last) {
  for (const WordReading::Key& x : a.keys)
    for (const WordReading::Key& y : b.keys)
      listed_.names.pairs(x.key, y.key, [&](uint32_t entity) { candidates_.push_back({entity, first, last, false}); });
}

void MentionReader::Pass::key_pair(SoundKey key, const WordReading& other, uint32_t first, uint32_t last) {
  for (const WordReading::Key& y : other.keys)
    listed_.names.pairs(key, y.key, [&](uint32_t entity) { candidates_.push_back({entity, first, last, true}); });
}

void MentionReader::Pass::propose_pairs() {
  for (uint32_t i = 0; i < words_.size(); ++i) {
    if (words_[i].word.is(kNoSpaces)) {
      propose_han(i);
      if (words_[i].word.is(kMiddleDotBehind)) propose_transcribed(i);
    } else if (anchors(i)) {
      propose_pairs_at(i);
    }
  }
}

void MentionReader::Pass::propose_pairs_at(uint32_t i) {
  const WordReading& here = reading(i);
  if (!here.keys.empty()) {
    for (uint32_t j = i; j < i + kReach && joined_to_next(j); ++j) pair(here, reading(j + 1), i, j + 1);
    for (uint32_t j = i; j > 0 && j + kSmallReach > i && joined_to_next(j - 1); --j)
      if (!anchors(j - 1)) pair(reading(j - 1), here, j - 1, i);
  }
  // Two words that a list writes together, with a third. Words of an abjad have too few letters for that.
  const bool hangul = !words_[i].word.is(kCased) && static_cast<unsigned char>(text_of(i)[0]) >= 0xEA;
  if (here.initial || !(words_[i].word.is(kCased) || hangul)) return;
  if (!joined_to_next(i) || !anchors(i + 1) || words_[i + 1].word.is(kNoSpaces)) return;
  const SoundKey joined = index::joined_key(here.consonants, reading(i + 1).consonants);
  if (joined == 0 || !listed_.names.knows(joined)) return;
  listed_.names.singles(joined, [&](uint32_t entity) { candidates_.push_back({entity, i, i + 1, true}); });
  if (joined_to_next(i + 1)) key_pair(joined, reading(i + 2), i, i + 2);
  if (i > 0 && joined_to_next(i - 1)) key_pair(joined, reading(i - 1), i - 1, i + 1);
}

namespace {

// Where each character of a run begins, its end last.
std::vector<uint32_t> character_starts(std::string_view run) {
  std::vector<uint32_t> out;
  for (size_t pos = 0; pos < run.size();) {
    out.push_back(static_cast<uint32_t>(pos));
    next_code_point(run, pos);
  }
  out.push_back(static_cast<uint32_t>(run.size()));
  return out;
}

}  // namespace

// Names written in Han characters may begin and end anywhere in a run of them.
void MentionReader::Pass::propose_han(uint32_t i) {
  constexpr uint32_t kSpoken = 9;  // bytes, three characters: shorter names are also parts of other words
  const std::string_view written = text_of(i);
  const std::string run = names::simplified_han(written);
  if (run.size() != written.size()) return;
  for (size_t at = 0; at < run.size();) {
    uint32_t longest = 0;
    listed_.names.han(std::string_view(run).substr(at), [&](size_t bytes, uint32_t entity) {
      if (bytes < kSpoken) return;
      const auto party = this->party(entity);
      if (!party) return;
      Proposal out = proposal(i, i, entity);
      out.begin = words_[i].word.begin + static_cast<uint32_t>(at);
      out.end = out.begin + static_cast<uint32_t>(bytes);
      out.read_as = written.substr(at, bytes);
      out.judged = judge(out.read_as, entity, **party);
      out.matched = static_cast<uint32_t>(bytes);
      if (out.judged.score < profile_.threshold) return;
      longest = std::max(longest, static_cast<uint32_t>(bytes));
      proposals_.push_back(std::move(out));
    });
    next_code_point(run, at);
  }
}

// A middle dot stands between the parts of a foreign name in Han characters; where the name begins in front of it and
// ends behind it no mark tells.
void MentionReader::Pass::propose_transcribed(uint32_t i) {
  constexpr size_t kMost = 9;  // characters of one part
  if (i + 1 >= words_.size() || !words_[i + 1].word.is(kNoSpaces) || words_[i].word.is(kBreakBehind)) return;
  const std::string_view before = text_of(i);
  const std::string_view behind = text_of(i + 1);
  const std::vector<uint32_t> starts = character_starts(before);
  const std::vector<uint32_t> ends = character_starts(behind);
  struct Found {
    uint32_t entity, begin, end;
  };
  std::vector<Found> found;
  for (size_t a = 2; a < starts.size() && a <= kMost; ++a) {
    const uint32_t begin = starts[starts.size() - 1 - a];
    const WordReading& first = memory_.readings.read_transcription(before.substr(begin));
    if (first.keys.empty()) continue;
    for (size_t b = 1; b < ends.size() && b <= kMost; ++b) {
      const WordReading& second = memory_.readings.read_transcription(behind.substr(0, ends[b]));
      for (const WordReading::Key& x : first.keys)
        for (const WordReading::Key& y : second.keys)
          listed_.names.pairs(x.key, y.key, [&](uint32_t entity) { found.push_back({entity, begin, ends[b]}); });
    }
  }
  for (const Found& f : found) {
    const auto party = this->party(f.entity);
    if (!party) continue;
    Proposal out = proposal(i, i + 1, f.entity);
    out.begin = words_[i].word.begin + f.begin;
    out.end = words_[i + 1].word.begin + f.end;
    out.read_as = page_.blocks[words_[i].block].text.substr(out.begin, out.end - out.begin);
    out.judged = judge(out.read_as, f.entity, **party);
    out.matched = 2;
    if (out.judged.score >= std::max<Points>(profile_.threshold, 8500)) proposals_.push_back(std::move(out));
  }
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

Result<void> MentionReader::Pass::judge_pairs() {
  std::sort(candidates_.begin(), candidates_.end());
  candidates_.erase(std::unique(candidates_.begin(), candidates_.end()), candidates_.end());
  for (const Candidate& c : candidates_) CHECK_OK(judge_pair(c.entity, c.first, c.last, c.joins));
  candidates_.clear();
  return {};
}

// Does a form of the word sound like a word of the list?
bool MentionReader::Pass::sounds_like(const WordForm& form, index::WordId word) const {
  const index::Index& index = listed_.names.index();
  for (const uint32_t f : index.words().forms(word)) {
    const index::FoldId fold = index.dictionary().fold_of(f);
    if (std::find(form.known_folds.begin(), form.known_folds.end(), fold) != form.known_folds.end()) return true;
  }
  return false;
}

// Has the entity a name with a word for each of the two, one of them of the same sound and not only of the same key?
bool MentionReader::Pass::may_name(uint32_t entity, uint32_t first, uint32_t last) {
  const WordReading& a = reading(first);
  const WordReading& b = reading(last);
  const auto joined = [&](const WordReading& r) {
    for (const WordReading::Key& k : r.keys)
      if (listed_.names.knows_joined(k.key)) return true;
    return false;
  };
  const bool caseless = !words_[first].word.is(kCased);
  const index::Index& index = listed_.names.index();
  bool found = false;
  index.each_name(entity, [&](uint32_t, std::span<const index::WordId> listed) {
    if (found) return;
    uint32_t of_a = 0, of_b = 0;
    bool exact = caseless;
    for (size_t k = 0; k < listed.size(); ++k) {
      if (!counted(index.words().head(listed[k]).kind)) continue;
      const auto meets = [&](const WordReading& r, uint32_t& of) {
        bool any = false;
        for (const SoundKey key : listed_.names.keys(listed[k])) any = any || has_key(r, key);
        if (!any) return;
        of |= 1U << k;
        for (const WordForm& form : r.forms) exact = exact || sounds_like(form, listed[k]);
      };
      meets(a, of_a);
      meets(b, of_b);
    }
    found = of_a != 0 && of_b != 0 && exact && std::popcount(of_a | of_b) >= 2;
  });
  return found || joined(a) || joined(b);
}

// The best stretch around a pair for one of the party's names, judged.
Result<void> MentionReader::Pass::judge_pair(uint32_t entity, uint32_t first, uint32_t last, bool joins) {
  if (!joins && !may_name(entity, first, last)) return {};
  uint32_t low = first;
  uint32_t high = last;
  while (low > 0 && first - low < kRegion && joined_to_next(low - 1) && !words_[low - 1].word.is(kNoSpaces)) --low;
  while (high - last < kRegion && joined_to_next(high) && !words_[high + 1].word.is(kNoSpaces)) ++high;
  const uint32_t n = high - low + 1;

  struct Best {
    int64_t weight = 0;
    uint32_t first = 0, last = 0, matched = 0;
    std::vector<uint8_t> forms;  // by word of the stretch
    std::vector<uint8_t> open;   // by word: it meets the list by its coarse key only
  } best;
  std::vector<uint32_t> masks(n);
  std::vector<uint8_t> forms(n);
  std::vector<uint8_t> exacts(n);
  const index::Index& index = listed_.names.index();
  const index::Dictionary& dictionary = index.dictionary();
  bool text_joins = joins;  // may words of the text be written together in the list?
  bool list_joins = false;  // … and words of the list in the text?
  for (uint32_t t = 0; t < n; ++t)
    for (const WordReading::Key& k : reading(low + t).keys)
      list_joins = list_joins || listed_.names.knows_joined(k.key);
  const bool is_person = index.schema(entity) == Schema::kPerson;
  index.each_name(entity, [&](uint32_t, std::span<const index::WordId> listed) {
    std::fill(masks.begin(), masks.end(), 0);
    std::fill(forms.begin(), forms.end(), 0);
    std::fill(exacts.begin(), exacts.end(), 0);
    std::array<int32_t, names::kMaxParts> weights{};
    for (size_t k = 0; k < listed.size(); ++k) {
      const auto head = index.words().head(listed[k]);
      if (!counted(head.kind)) continue;
      weights[k] = match::part_weight(head.kind, head.rarity, profile_);
      const std::span<const SoundKey> keys = listed_.names.keys(listed[k]);
      for (uint32_t t = 0; t < n; ++t) {
        const WordReading& r = reading(low + t);
        bool meets = false;
        for (const SoundKey key : keys) meets = meets || has_key(r, key);
        if (!meets && text_joins && t + 1 < n && !r.initial && !reading(low + t + 1).initial) {
          // Written together in the list.
          const WordReading& next = reading(low + t + 1);
          const SoundKey joined = index::joined_key(r.consonants, next.consonants);
          if (joined != 0 && std::find(keys.begin(), keys.end(), joined) != keys.end()) {
            masks[t] |= 1U << k;
            masks[t + 1] |= 1U << k;
            exacts[t] |= sounds_joined(r, next, listed[k], index);
          }
        }
        if (!meets) continue;
        masks[t] |= 1U << k;
        // The form of the same sound, if any, else as written.
        for (uint8_t f = 0; f < r.forms.size() && exacts[t] == 0; ++f)
          if (sounds_like(r.forms[f], listed[k])) exacts[t] = 1, forms[t] = f;
        if (exacts[t] == 0) {
          for (const WordReading::Key& key : r.keys)
            if (std::find(keys.begin(), keys.end(), key.key) != keys.end()) {
              forms[t] = key.form;
              break;
            }
        }
      }
    }
    // Two listed words written together in the text.
    for (size_t k = 0; list_joins && k + 1 < listed.size(); ++k) {
      if (weights[k] == 0 || weights[k + 1] == 0) continue;
      const auto text_of_word = [&](index::WordId w) -> std::pair<std::string_view, std::string_view> {
        const auto of = index.words().forms(w);
        if (of.empty()) return {};
        return {dictionary.text(of[0]), dictionary.fold(dictionary.fold_of(of[0]))};
      };
      const auto [ta, fa] = text_of_word(listed[k]);
      const auto [tb, fb] = text_of_word(listed[k + 1]);
      const SoundKey joined = index::joined_key(index::key_consonants(ta, fa), index::key_consonants(tb, fb));
      if (joined == 0) continue;
      for (uint32_t t = 0; t < n; ++t)
        if (has_key(reading(low + t), joined)) {
          masks[t] |= 3U << k;
          const auto& folds = reading(low + t).forms[0].folds;
          exacts[t] |=
              std::find(folds.begin(), folds.end(), names::fold(std::string(ta) + std::string(tb))) != folds.end();
        }
    }
    // Widen from the pair.
    uint32_t a = first - low;
    uint32_t b = last - low;
    uint32_t mask = 0;
    for (uint32_t t = a; t <= b; ++t) mask |= masks[t];
    const auto gap = [&](uint32_t t) {
      const WordReading& r = reading(low + t);
      return r.particle || r.initial || r.generic || r.title || r.legal_form;
    };
    for (uint32_t reach = 1; reach <= 3 && b + reach < n;) {
      if ((masks[b + reach] & ~mask) != 0) {
        b += reach;
        mask |= masks[b];
        reach = 1;
      } else if (gap(b + reach) || reach == 1) {
        ++reach;
      } else {
        break;
      }
    }
    for (uint32_t reach = 1; reach <= 3 && reach <= a;) {
      if ((masks[a - reach] & ~mask) != 0) {
        a -= reach;
        mask |= masks[a];
        reach = 1;
      } else if (gap(a - reach)) {
        ++reach;
      } else {
        break;
      }
    }
    int64_t weight = 0;
    for (size_t k = 0; k < listed.size(); ++k)
      if ((mask >> k & 1) != 0) weight += weights[k];
    int64_t left = 0;
    for (const int32_t w : weights) left += w;
    left -= weight;
    bool exact = false;
    for (uint32_t t = a; t <= b; ++t) exact = exact || (masks[t] != 0 && exacts[t] != 0);
    const bool caseless = !words_[first].word.is(kCased);
    if (std::popcount(mask) < 2 || !(exact || caseless)) return;
    if (match::upper_bound_besides(weight * 1000, left, is_person, profile_) < profile_.threshold) return;
    // What of the listed name is missing counts against it, so that of two names the nearer one is taken.
    const int64_t value = weight * 1000 - left * 300;
    if (best.matched == 0 || value > best.weight) {
      best.weight = value;
      best.first = low + a;
      best.last = low + b;
      best.matched = static_cast<uint32_t>(std::popcount(mask));
      best.forms.assign(forms.begin() + a, forms.begin() + b + 1);
      best.open.clear();
      for (uint32_t t = a; t <= b; ++t) best.open.push_back(masks[t] != 0 && exacts[t] == 0);
    }
  });
  if (best.matched == 0) return {};

  TRY(const MentionParty* party, this->party(entity));
  // Legal forms beside an organisation's name belong to it.
  if (!party->person && !party->vehicle) {
    while (best.last + 1 < words_.size() && !words_[best.last].word.is(kBreakBehind) &&
           reading(best.last + 1).legal_form && anchors(best.last + 1)) {
      ++best.last;
      best.forms.push_back(0);
      best.open.push_back(0);
    }
    while (best.first > 0 && joined_to_next(best.first - 1) && reading(best.first - 1).legal_form &&
           anchors(best.first - 1)) {
      --best.first;
      best.forms.insert(best.forms.begin(), 0);
      best.open.insert(best.open.begin(), 0);
    }
  }
  Proposal out = proposal(best.first, best.last, entity);
  out.matched = best.matched;
  const std::string& block = page_.blocks[words_[best.first].block].text;
  const auto read_with = [&](std::span<const uint8_t> forms) {
    std::string text;
    for (uint32_t t = best.first; t <= best.last; ++t) {
      if (t > best.first) {
        const TextWord& before = words_[t - 1].word;
        const std::string_view between = std::string_view(block).substr(before.end, words_[t].word.begin - before.end);
        text += between.find_first_not_of(" -.") == std::string_view::npos ? between : std::string_view(" ");
      }
      text += reading(t).forms.at(forms[t - best.first]).text;
    }
    return text;
  };
  out.read_as = read_with(best.forms);
  out.judged = judge(out.read_as, entity, *party);
  // A word whose key meets in several forms (an abjad's with another letter for v) is judged in each.
  constexpr uint8_t kTried = 8;
  for (uint32_t t = best.first; t <= best.last; ++t) {
    if (best.open[t - best.first] == 0) continue;
    for (uint8_t f = 0; f < std::min<size_t>(reading(t).forms.size(), kTried); ++f) {
      std::vector<uint8_t> forms = best.forms;
      if (forms[t - best.first] == f) continue;
      forms[t - best.first] = f;
      std::string text = read_with(forms);
      Judged judged = judge(text, entity, *party);
      if (judged.score <= out.judged.score) continue;
      best.forms = std::move(forms);
      out.read_as = std::move(text);
      out.judged = std::move(judged);
    }
  }
  out.begin += reading(best.first).forms.at(best.forms.front()).front;
  out.end -= reading(best.last).forms.at(best.forms.back()).back;
  if (out.judged.score < profile_.threshold || !holds(out, *party) || contradicted(out, *party)) return {};
  proposals_.push_back(std::move(out));
  return {};
}

Result<std::vector<ListedMention>> MentionReader::Pass::run() {
  if (memory_.parties.size() > kParties) memory_.parties.clear();
  if (memory_.judged.size() > kJudgements) memory_.judged.clear();
  memory_.readings.begin(page_.language);
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
