#include "reading/word_readings.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <limits>
#include <unordered_map>
#include <unordered_set>

#include "base/checksum.h"
#include "base/table.h"
#include "base/utf8.h"
#include "model/country.h"
#include "names/analyze.h"
#include "names/normalize.h"
#include "names/romanize.h"
#include "names/tables.h"
#include "names/tokenize.h"
#include "reading/known_names.h"
#include "reading/sanction_words.h"

namespace cordon::reading {

using names::PartKind;

namespace {

// Words remembered at most: what a large corpus repeats, in some 60 MB.
constexpr size_t kRemembered = 300000;
constexpr size_t kLongest = 80;  // bytes of a word
constexpr size_t kMostForms = 24;

struct Ending {
  enum class Kind : uint8_t { kSuffix, kPrefix, kLetter, kAdjective } kind;
  std::string written;
  std::vector<std::string> alone;
  size_t left;  // letters
};

struct Endings {
  std::unordered_map<std::string, std::vector<Ending>> of;  // by language
};

const Endings& endings() {
  static const Endings table = [] {
    Endings out;
    names::for_each_row("reading/endings.tsv", [&](const std::vector<std::string_view>& fields) {
      Ending row;
      row.kind = fields.at(1) == "suffix"      ? Ending::Kind::kSuffix
                 : fields.at(1) == "prefix"    ? Ending::Kind::kPrefix
                 : fields.at(1) == "adjective" ? Ending::Kind::kAdjective
                                               : Ending::Kind::kLetter;
      row.written = fields.at(2);
      for (const std::string_view alone : names::split_field(fields.at(3), '/'))
        row.alone.emplace_back(alone == "-" ? std::string_view() : alone);
      row.left = static_cast<size_t>(fields.at(4).at(0) - '0');
      for (const std::string_view language : names::split_field(fields[0], ','))
        out.of[std::string(language)].push_back(row);
    });
    return out;
  }();
  return table;
}

const std::unordered_set<std::string_view>& english_words() {
  static const std::unordered_set<std::string_view> words = [] {
    std::unordered_set<std::string_view> out;
    for_each_table_line("reading/english_words.tsv", [&](std::string_view line) {
      for (const std::string_view word : names::split_words(line)) out.insert(word);
    });
    return out;
  }();
  return words;
}

const std::unordered_map<std::string_view, std::string_view>& cues() {  // the kind of each word
  static const std::unordered_map<std::string_view, std::string_view> words = [] {
    std::unordered_map<std::string_view, std::string_view> out;
    names::for_each_row("reading/cues.tsv", [&](const std::vector<std::string_view>& fields) {
      if (fields[0] != "vessel" && fields[0] != "organisation" && fields[0] != "calendar") return;  // asked elsewhere
      for (const std::string_view word : names::split_words(fields.at(1))) out.emplace(word, fields[0]);
    });
    return out;
  }();
  return words;
}

// Does a German compound end with a noun that says what a name behind it names?
bool is_compound_cue(std::string_view lower) {
  static const std::vector<std::string_view> heads = [] {
    std::vector<std::string_view> out;
    names::for_each_row("reading/cues.tsv", [&](const std::vector<std::string_view>& fields) {
      if (fields[0] == "compound") out = names::split_words(fields.at(1));
    });
    return out;
  }();
  constexpr size_t kLeast = 3;  // bytes in front of the head
  return std::ranges::any_of(heads, [&](std::string_view head) {
    return lower.ends_with(head) && (lower.size() == head.size() || lower.size() >= head.size() + kLeast);
  });
}

size_t letters_of(std::string_view text) {
  size_t n = 0;
  for (const char c : text) n += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  return n;
}

// In small letters, as far as endings go; long vowels and accents of the alphabets with endings.
std::string in_small_letters(std::string_view text) {
  std::string out;
  for (size_t pos = 0; pos < text.size();) {
    const char32_t c = next_code_point(text, pos);
    const names::CharInfo info = names::char_info(c);
    append_utf8(out, info.script == names::Script::kLatin || info.folded == 0 ? simple_lower(c) : info.folded);
  }
  return out;
}

// Which languages' endings to try where the page names none: those of the script.
std::vector<std::string_view> languages_of(std::string_view word) {
  size_t pos = 0;
  switch (names::char_info(next_code_point(word, pos)).script) {
    case names::Script::kCyrillic:
      return {"ru", "uk"};
    case names::Script::kArabic:
      return {"ar"};
    case names::Script::kHebrew:
      return {"he"};
    case names::Script::kHangul:
      return {"ko"};
    case names::Script::kGeorgian:
      return {"ka"};
    case names::Script::kArmenian:
      return {"hy"};
    case names::Script::kGreek:
      return {"el"};
    default:
      return {};
  }
}

bool is_apostrophe(std::string_view text, size_t at, size_t& bytes) {
  if (text[at] == '\'' || text[at] == '`') return bytes = 1, true;
  if (text.substr(at).starts_with("\xE2\x80\x99")) return bytes = 3, true;
  return false;
}

}  // namespace

bool is_english_word(std::string_view lower) { return english_words().contains(lower); }

MetWord& Vocabulary::at(const WordKey& key, std::string_view text) {
  if (slots_.size() < 2 * (size_t{size_} + 1)) grow();
  const size_t mask = slots_.size() - 1;
  const uint32_t hash = key.hash();
  for (size_t i = hash & mask;; i = (i + 1) & mask) {
    Slot& slot = slots_[i];
    if (slot.word == 0) {
      MetWord& added = add(key, text);
      slot = {hash, size_};
      return added;
    }
    if (slot.hash == hash && word(slot.word).is_text(key, text)) return word(slot.word);
  }
}

MetWord& Vocabulary::add(const WordKey& key, std::string_view text) {
  if (size_ % kChunk == 0) chunks_.push_back(std::make_unique<MetWord[]>(kChunk));
  MetWord& added = word(++size_);
  added.size_ = key.size;
  std::array<uint64_t, 2> bytes = {key.low, key.high};
  if (key.size > WordKey::kBytes) bytes[1] = reinterpret_cast<uintptr_t>(long_texts_.emplace_back(text).data());
  std::memcpy(added.first_.data(), bytes.data(), sizeof bytes);
  return added;
}

void Vocabulary::grow() {
  std::vector<Slot> old(std::max<size_t>(1024, slots_.size() * 2));
  old.swap(slots_);
  const size_t mask = slots_.size() - 1;
  for (const Slot& slot : old) {
    if (slot.word == 0) continue;
    size_t i = slot.hash & mask;
    while (slots_[i].word != 0) i = (i + 1) & mask;
    slots_[i] = slot;
  }
}

void Vocabulary::clear() {
  slots_.clear();
  chunks_.clear();
  long_texts_.clear();
  size_ = 0;
}

bool WordReadings::begin(std::string_view language) {
  constexpr uint32_t kMostNumbers = 1U << 27;
  const bool anew = made_ > kMostNumbers || page_ == std::numeric_limits<uint32_t>::max();
  if (anew) made_ = page_ = 0;
  if (anew || kept_ > kRemembered) met_.clear(), kept_ = 0;
  if (transcriptions_.size() > kRemembered) transcriptions_.clear();
  language_ = language;
  if (!endings().of.contains(language_)) language_.clear();
  of_language_ = &met_[language_];
  ++page_;
  return anew;
}

void WordReadings::count(const MetWord& word) {
  constexpr size_t kBytes = 64;
  kept_ += 1 + word.text().size() / kBytes;
}

MetWord& WordReadings::meet(std::string_view word) {
  const size_t before = of_language_->size();
  MetWord& met = of_language_->at(word);
  if (of_language_->size() != before) count(met);
  return met;
}

void WordReadings::meet(std::string_view text, const std::vector<TextWord>& words, std::vector<MetWord*>& out) {
  keys_.resize(words.size());
  hashes_.resize(words.size());
  out.resize(words.size());
  for (size_t i = 0; i < words.size(); ++i) {
    keys_[i] = word_key(text, words[i].begin, words[i].end);
    hashes_[i] = keys_[i].hash();
    of_language_->fetch(hashes_[i]);
  }
  for (size_t i = 0; i < words.size(); ++i) {
    out[i] = of_language_->likely(hashes_[i]);
    __builtin_prefetch(out[i]);
  }
  for (size_t i = 0; i < words.size(); ++i) {
    const std::string_view word = words[i].of(text);
    if (out[i] != nullptr && out[i]->is_text(keys_[i], word)) continue;
    const size_t before = of_language_->size();
    out[i] = &of_language_->at(keys_[i], word);
    if (of_language_->size() != before) count(*out[i]);
  }
}

void WordReadings::mark(MetWord& word, const TextWord& as_cut) {
  const SanctionWords& of_sanctions = SanctionWords::shipped();
  word.marks |= MetWord::kMarked;
  if (as_cut.is(kNoSpaces) ? of_sanctions.within(word.text()) : of_sanctions.begins(word.text()))
    word.marks |= MetWord::kOfSanctions;
  if (const auto cue = cues().find(in_small_letters(word.text())); cue != cues().end() && cue->second == "vessel")
    word.marks |= MetWord::kMayCueVessel;
  if (KnownNames::shipped().may_begin_small(word.text())) word.marks |= MetWord::kBeginsKnown;
}

MetWord& WordReadings::lower_of(MetWord& word) {
  if (word.lower == nullptr) word.lower = &meet(lowered(word.text()));
  return *word.lower;
}

const WordReading& WordReadings::read_new(MetWord& word, MentionClock* clock) {
  const MentionClock::Within step(clock, MentionStep::kWords);
  word.reading = make(word.text());
  WordReading& reading = *word.reading;
  if (!reading.forms.empty() && !reading.forms[0].folds.empty())
    reading.written = index::TextAutomaton::shape_of(reading.forms[0].folds[0]);
  for (const WordReading::Key& key : reading.keys) reading.sounds |= sound_bit(key.key);
  for (const WordForm& form : reading.forms)
    for (const std::string& fold : form.folds) reading.folds |= fold_bit(fold);
  add_listed(reading);
  const auto add_known = [&](std::string_view text) {
    const uint32_t number = KnownNames::shipped().word_number(known_form(text));
    if (number != 0 && std::ranges::find(reading.known_words, number) == reading.known_words.end())
      reading.known_words.push_back(number);
  };
  add_known(word.text());
  for (const WordForm& form : reading.forms) add_known(form.text);
  reading.number = ++made_;
  tell(word);
  return reading;
}

void WordReadings::add_listed(WordReading& out) const {
  const index::Dictionary& dictionary = names_.index().dictionary();
  for (uint8_t f = 0; f < out.forms.size(); ++f)
    for (const index::FoldId fold : out.forms[f].known_folds)
      for (index::FormId form = dictionary.first_form(fold); form < dictionary.first_form(fold + 1); ++form)
        names_.index().words().with_form(form, [&](index::WordId word) {
          if (out.has_any_key(names_.keys(word))) out.listed.push_back({word, f});
        });
  std::ranges::stable_sort(out.listed, {}, &WordReading::ListedWord::word);
  const auto again = std::ranges::unique(out.listed, {}, &WordReading::ListedWord::word);
  out.listed.erase(again.begin(), again.end());
}

// Puts what is asked of most words where the word is.
void WordReadings::tell(MetWord& word) {
  const WordReading& r = *word.reading;
  word.number = r.number;
  word.sounds = r.sounds;
  word.most_rarity = r.most_rarity;
  word.rarity = r.rarity;
  const auto mark = [&](bool is, MetWord::Mark as) {
    if (is) word.marks |= as;
  };
  mark(!r.keys.empty(), MetWord::kHasKeys);
  mark(r.may_tell, MetWord::kMayTell);
  mark(r.title, MetWord::kTitle);
  mark(r.particle, MetWord::kParticle);
  mark(r.initial, MetWord::kInitial);
  mark(r.common, MetWord::kCommon);
  mark(r.legal_form, MetWord::kLegalForm);
  mark(r.vessel_cue, MetWord::kVesselCue);
  mark(r.known != 0, MetWord::kKnown);
  mark(r.generic, MetWord::kGeneric);
  mark(!r.known_words.empty(), MetWord::kHasKnownWords);
  mark(r.calendar, MetWord::kCalendar);
  mark(r.compound_cue, MetWord::kCompoundCue);
  mark(r.organisation_cue, MetWord::kOrganisationCue);
  mark(!r.country.empty(), MetWord::kCountry);
}

void WordReadings::remember_alone(MetWord& word, NamedAlone parties) {
  constexpr size_t kAsMuch = 16;  // parties, as a word
  size_t all = 0;
  for (const NamedAlone::OfKind& of : parties.of_kinds) all += of.entities.size();
  const size_t persons = parties.of(NamedAlone::Kind::kPerson).entities.size();
  kept_ += all / kAsMuch;
  if (all == 0) word.marks |= MetWord::kNobodyAlone;
  if (all == persons) word.marks |= MetWord::kPersonsAlone;
  word.reading->alone = std::make_unique<NamedAlone>(std::move(parties));
}

void WordReadings::remember_in_vain(MetWord& word) {
  NamedAlone& parties = *word.reading->alone;
  for (const auto kind : {NamedAlone::Kind::kVehicle, NamedAlone::Kind::kOther})
    if (parties.of(kind).in_vain != parties.of(kind).entities.size()) return;
  word.marks |= MetWord::kInVainAlone;
}

const WordReading& WordReadings::read_transcription(std::string_view characters) {
  std::unique_ptr<WordReading>& remembered = transcriptions_.at(characters).reading;
  if (remembered != nullptr) return *remembered;
  auto out = std::make_unique<WordReading>();
  WordForm form;
  form.text = characters;
  const names::Reading reading = names::romanize_transcription(characters);
  for (const std::string& text : reading.forms) {
    form.folds.push_back(names::fold(text));
    const index::SoundKey key = index::sound_key(text, form.folds.back());
    if (names_.knows(key)) out->keys.push_back({key, 0});
  }
  out->forms.push_back(std::move(form));
  remembered = std::move(out);
  return *remembered;
}

// A form's readings with their keys, as a person's and as an organisation's word.
WordReadings::FormReading WordReadings::read_form(std::string_view text) const {
  FormReading out;
  const auto add = [&](std::vector<index::SoundKey>& keys, index::SoundKey key) {
    if (names_.knows(key) && std::ranges::find(keys, key) == keys.end()) keys.push_back(key);
  };
  for (const names::NameType type : {names::NameType::kPerson, names::NameType::kOrganization}) {
    const names::AnalyzedName name = names::analyze(text, type);
    const names::Part* part = nullptr;
    size_t parts = 0;
    for (const names::Part& p : name.parts) {
      if (p.kind == PartKind::kParticle && name.parts.size() > 1) continue;
      part = &p;
      ++parts;
    }
    if (part == nullptr) continue;
    if (parts == 2) {  // "2Rivers"
      std::string joined;
      for (const names::Part& p : name.parts)
        if (p.kind != PartKind::kParticle) joined += index::key_consonants(p.forms[0], names::fold(p.forms[0]));
      if (const index::SoundKey key = index::joined_key(joined, {}); key != 0) add(out.single_keys, key);
    }
    for (const names::Part& p : name.parts) {
      if (p.kind == PartKind::kParticle && name.parts.size() > 1) continue;
      for (const std::string& form : p.forms) {
        const std::string fold = names::fold(form);
        if (std::find(out.folds.begin(), out.folds.end(), fold) != out.folds.end()) continue;
        add(out.keys, index::sound_key(form, fold));
        if (parts == 1) {
          add(out.single_keys, index::fold_key(fold));
          const std::string consonants = index::key_consonants(form, fold);
          if (consonants.size() >= index::kSingleConsonants) add(out.single_keys, index::consonants_key(consonants));
        }
        if (out.folds.empty()) {
          out.consonants = index::key_consonants(form, fold);
          out.rarity = static_cast<uint16_t>(std::min<uint32_t>(names::rarity_millibits(fold), 0xFFFF));
        }
        out.folds.push_back(fold);
      }
      if (!p.abjad.empty()) {
        const std::string consonants = index::key_consonants_of_abjad(p.abjad);
        if (const index::SoundKey key = index::sound_key_of_abjad(p.abjad); key != 0) add(out.keys, key);
        if (parts == 1 && consonants.size() >= index::kSingleConsonants)
          add(out.single_keys, index::consonants_key(consonants));
      }
    }
  }
  for (const std::string& fold : out.folds)
    if (names_.may_have_fold(fold))
      if (const auto id = names_.index().dictionary().find(fold)) out.known_folds.push_back(*id);
  return out;
}

// Adds a form. What an ending leaves of one word it leaves of others: forms are read once.
void WordReadings::add_form(WordReading& out, WordForm form) const {
  const bool first = out.forms.empty();
  const std::shared_ptr<const FormReading> read =
      form_readings_.get(form.text, [&] { return std::make_shared<const FormReading>(read_form(form.text)); });
  const std::string as_known = known_form(form.text);
  const uint32_t known = KnownNames::shipped().first_word(as_known);
  if (!first && read->keys.empty() && read->single_keys.empty() && known == 0 &&
      !KnownNames::shipped().has_word(as_known))
    return;
  const auto number = static_cast<uint8_t>(out.forms.size());
  const auto add = [&](std::vector<WordReading::Key>& keys, const std::vector<index::SoundKey>& more) {
    for (const index::SoundKey key : more)
      if (std::ranges::find(keys, key, &WordReading::Key::key) == keys.end()) keys.push_back({key, number});
  };
  add(out.keys, read->keys);
  add(out.single_keys, read->single_keys);
  if (first) out.consonants = read->consonants, out.rarity = read->rarity;
  form.folds = read->folds;
  form.known_folds = read->known_folds;
  if (known != 0 && out.known == 0) out.known = known, out.known_form = number;
  out.forms.push_back(std::move(form));
}

void WordReadings::add_declined(WordReading& out, std::string_view word, uint8_t front, uint8_t back) const {
  const std::string lower = in_small_letters(word);
  std::vector<std::string> tried = {lower};
  const auto add = [&](std::string text, uint8_t more_front) {
    if (out.forms.size() >= kMostForms || std::find(tried.begin(), tried.end(), text) != tried.end()) return;
    tried.push_back(text);
    add_form(out, {std::move(text), static_cast<uint8_t>(front + more_front), back, true, {}});
  };
  std::vector<std::string_view> languages = languages_of(word);
  if (endings().of.contains(language_) && languages.empty()) languages = {language_};
  if (!languages.empty() && endings().of.contains(language_)) {
    // The page's own language, where it is written in the word's script.
    const names::Script script = [&] {
      size_t pos = 0;
      return names::char_info(next_code_point(word, pos)).script;
    }();
    size_t pos = 0;
    const Ending& sample = endings().of.at(language_).front();
    if (names::char_info(next_code_point(sample.written, pos)).script == script) languages = {language_};
  }
  for (const std::string_view language : languages) {
    const auto rows = endings().of.find(std::string(language));
    if (rows == endings().of.end()) continue;
    for (const Ending& row : rows->second) {
      switch (row.kind) {
        case Ending::Kind::kSuffix:
        case Ending::Kind::kAdjective:
          if (!lower.ends_with(row.written)) break;
          if (letters_of(lower) < letters_of(row.written) + row.left) break;
          for (const std::string& alone : row.alone) {
            std::string stripped = lower.substr(0, lower.size() - row.written.size()) + alone;
            if (row.kind == Ending::Kind::kSuffix || KnownNames::shipped().has_word(stripped))
              add(std::move(stripped), 0);
          }
          break;
        case Ending::Kind::kPrefix:
          if (!lower.starts_with(row.written) || letters_of(lower) < letters_of(row.written) + row.left) break;
          for (const std::string& alone : row.alone) {
            const std::string rest = alone + lower.substr(row.written.size());
            const auto cut = static_cast<uint8_t>(alone.empty() ? row.written.size() : 0);
            add(rest, cut);
            for (const Ending& letter : rows->second)
              if (letter.kind == Ending::Kind::kLetter && rest.find(letter.written) != std::string::npos) {
                std::string other = rest;
                for (size_t at = 0; (at = other.find(letter.written, at)) != std::string::npos;
                     at += letter.alone[0].size())
                  other.replace(at, letter.written.size(), letter.alone[0]);
                add(std::move(other), cut);
              }
          }
          break;
        case Ending::Kind::kLetter: {
          if (lower.find(row.written) == std::string::npos || letters_of(lower) < 1 + row.left) break;
          std::string other = lower;
          for (size_t at = 0; (at = other.find(row.written, at)) != std::string::npos; at += row.alone[0].size())
            other.replace(at, row.written.size(), row.alone[0]);
          add(std::move(other), 0);
          break;
        }
      }
    }
  }
}

std::unique_ptr<WordReading> WordReadings::make(std::string_view word) const {
  auto out = std::make_unique<WordReading>();
  if (word.size() > kLongest) return out;
  // The 's is no letter of the name.
  for (const std::string_view mark : {"'s", "\xE2\x80\x99s", "'S", "\xE2\x80\x99S"})
    if (word.size() > mark.size() + 1 && word.ends_with(mark))
      add_form(
          *out,
          {std::string(word.substr(0, word.size() - mark.size())), 0, static_cast<uint8_t>(mark.size()), false, {}});
  add_form(*out, {std::string(word), 0, 0, false, {}});
  // What an apostrophe cuts off: the 's behind a name, the l' in front of it.
  for (size_t at = 1; at + 1 < word.size(); ++at) {
    size_t bytes = 0;
    if (!is_apostrophe(word, at, bytes)) continue;
    const size_t in_front = letters_of(word.substr(0, at));
    const std::string_view behind = word.substr(at + bytes);
    if (in_front <= 2 || word.substr(0, at) == "all" || word.substr(0, at) == "dell" || word.substr(0, at) == "qu") {
      add_form(*out, {std::string(behind), static_cast<uint8_t>(at + bytes), 0, false, {}});
      add_declined(*out, behind, static_cast<uint8_t>(at + bytes), 0);
    }
    if (letters_of(behind) <= 5 && in_front >= 2)
      add_form(*out, {std::string(word.substr(0, at)), 0, static_cast<uint8_t>(word.size() - at), false, {}});
    break;
  }
  add_declined(*out, word, 0, 0);

  std::string storage;
  const names::Tokens tokens = names::tokenize(names::nfkc(word, storage));
  if (tokens.list.size() == 1) {
    const names::Token& token = tokens.list[0];
    const uint32_t flags = names::word_info(token.norm).flags;
    out->title = (flags & (names::kTitleLeading | names::kTitleAnywhere)) != 0;
    out->particle = (flags & (names::kParticleInner | names::kParticleOrg | names::kArticle | names::kSunArticle)) != 0;
    out->organisation_cue = out->organisation_cue || (flags & names::kGenericStrong) != 0;
    out->generic = (flags & (names::kGenericStrong | names::kGenericWeak | names::kTranslated)) != 0;
    const std::string lower = in_small_letters(word);
    out->common = english_words().contains(lower);
    if (const auto cue = cues().find(lower); cue != cues().end()) {
      out->vessel_cue = cue->second == "vessel";
      out->organisation_cue = cue->second == "organisation";
      out->calendar = cue->second == "calendar";
    }
    if (language_ == "de") out->compound_cue = is_compound_cue(lower);
    constexpr size_t kCode = 3;  // letters: of a country's code
    if (letters_of(word) > kCode)
      for (const WordForm& form : out->forms)
        if (out->country.empty()) out->country = country_code(form.text);
    out->initial = token.letters == 1 && !token.has_digit;
    const names::AnalyzedName as_organization =
        names::analyze("x " + std::string(word), names::NameType::kOrganization);
    if (!as_organization.parts.empty()) {
      const PartKind kind = as_organization.parts.back().kind;
      out->legal_form = kind == PartKind::kLegalForm;
      out->generic = out->generic || kind == PartKind::kGeneric || kind == PartKind::kConcept;
      out->particle = out->particle || kind == PartKind::kParticle;
    }
  }
  weigh(*out, word);
  return out;
}

// Bounds for what the gates ask of the word in any of its forms.
void WordReadings::weigh(WordReading& out, std::string_view word) const {
  constexpr uint16_t kUnseen = 16000;
  constexpr size_t kTells = 3;  // letters
  for (const WordForm& form : out.forms) {
    if (form.folds.empty()) continue;
    const bool as_written = &form == out.forms.data();
    const bool common = as_written ? out.common : english_words().contains(in_small_letters(form.text));
    if (common) continue;
    const auto rarity = static_cast<uint16_t>(std::min<uint32_t>(names::rarity_millibits(form.folds[0]), 0xFFFF));
    out.most_rarity = std::max(out.most_rarity, rarity);
    const bool shared =
        as_written && (out.generic || out.title || out.particle || out.legal_form || !out.country.empty());
    out.may_tell = out.may_tell || (rarity >= kUnseen && !shared && letters_of(word) >= kTells);
  }
}

}  // namespace cordon::reading
