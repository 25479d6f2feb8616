// Family names alone, in scripts without capitals: Arabic letters and Han characters. What shows that such a word is a
// name is that the page has the whole name, with the same word as its last.
#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "names/normalize.h"
#include "reading/mention_pass.h"

namespace cordon::reading {

namespace {

constexpr size_t kLetters = 4;    // of a family name in Arabic letters …
constexpr uint16_t kFew = 12000;  // … that few others have: rarity
constexpr size_t kAttachedBytes = 2;
constexpr uint32_t kNobody = 0xFFFFFFFF;  // who is not listed
constexpr size_t kHanSure = 9;            // bytes: three characters; fewer are also parts of other words
constexpr size_t kHanLeast = 6;

// Letters that Arabic writes at once in front of a name: and, so, by, for, as.
bool is_attached(std::string_view letter) {
  constexpr std::array<std::string_view, 5> kAttached = {"و", "ف", "ب", "ل", "ك"};
  return std::ranges::find(kAttached, letter) != kAttached.end();
}

// What makes the next word a part of a longer name: Abu Iyad is not Iyad.
bool binds(std::string_view word) {
  constexpr std::array<std::string_view, 6> kBinds = {"أبو", "ابو", "أبي", "بن", "ابن", "عبد"};
  return std::ranges::find(kBinds, word) != kBinds.end();
}

size_t without_article(const std::string& family) { return letters_of(family) - (family.starts_with("ال") ? 2 : 0); }

}  // namespace

// The last parts of the persons' whole names that the page has in a script without capitals.
Result<MentionReader::Pass::PageFamilies> MentionReader::Pass::families_of_page() {
  PageFamilies out;
  for (const Proposal& p : proposals_) {
    if (p.first == p.last || words_[p.last].word.is(kCased) ||
        (p.rule != MentionRule::kFullName && p.rule != MentionRule::kKnownName))
      continue;
    TRY(const auto party, this->party(p.entity));
    if (!party->person) continue;
    const std::string_view text = page_.blocks[words_[p.last].block].text;
    const std::string_view written = text.substr(words_[p.last].word.begin, p.end - words_[p.last].word.begin);
    FamilyBearers* bearers = nullptr;
    if (words_[p.last].word.is(kNoSpaces)) {
      if (!words_[p.last - 1].word.is(kMiddleDotBehind)) continue;
      const std::string family = names::simplified_han(written);
      if (family.size() < kHanLeast || family.size() != written.size()) continue;
      const auto [at, is_new] = out.han.try_emplace(family);
      if (is_new) out.han_by_start[family.substr(0, kHanLeast)].push_back(family);
      bearers = &at->second;
    } else {
      const std::string family = known_form(written);
      if (binds(text_of(p.last - 1)) || without_article(family) < kLetters) continue;
      bearers = &out.spaced[family];
    }
    bearers->named.push_back({.word = p.last, .entity = p.entity, .judged = p.judged});
  }
  const auto by_word = [](auto& of) {
    for (auto& [family, bearers] : of) std::ranges::stable_sort(bearers.named, {}, &PageFamily::word);
  };
  by_word(out.spaced);
  by_word(out.han);
  return out;
}

// Proposes the stretch as the person whom the page last named so in full, or who is named so only further down.
void MentionReader::Pass::propose_family(FamilyBearers& bearers, std::string_view family, const Proposal& where) {
  bearers.go_to(where.first);
  if (!bearers.is_any && bearers.named.empty()) return;
  if (bearers.is_any && bearers.last_entity == kNobody) return;
  const uint32_t word = bearers.is_any ? bearers.last_word : bearers.named.front().word;
  for (const PageFamily& f :
       bearers.named_at(word)) {  // entries of one stretch are of one party, as far as the page goes
    Proposal out = where;
    out.entity = f.entity;
    out.rule = MentionRule::kSurname;
    out.matched = 1;
    out.ambiguous = bearers.is_several;
    out.read_as = std::string(family);
    out.judged = f.judged;
    proposals_.push_back(std::move(out));
  }
}

// May a family name stand alone behind this word? A noun or a given name in front makes it another word, or another's.
bool MentionReader::Pass::leaves_alone(uint32_t i) {
  const std::string word = known_form(text_of(i));
  const auto& words = cue_words("beside:" + page_.language);  // behind which a family name stands alone
  return words.contains(word) || (word.size() > kAttachedBytes && is_attached(word.substr(0, kAttachedBytes)) &&
                                  words.contains(word.substr(kAttachedBytes)));
}

// Is the word one with which names of the list and of the table begin, and nothing else that is known?
bool MentionReader::Pass::is_given_name(uint32_t i) {
  const WordReading& r = reading(i);
  return r.known != 0 && !r.keys.empty() && r.country.empty() && !text_of(i).starts_with("ال") &&
         !is_no_given_name(i) && !leaves_alone(i);
}

void MentionReader::Pass::propose_spaced_family(uint32_t i, PageFamilies& families) {
  const std::string whole = known_form(text_of(i));
  auto found = families.spaced.find(whole);
  uint32_t front = 0;
  if (found == families.spaced.end()) {
    if (whole.size() <= kAttachedBytes || !is_attached(std::string_view(whole).substr(0, kAttachedBytes))) return;
    found = families.spaced.find(whole.substr(kAttachedBytes));
    if (found == families.spaced.end()) return;
    front = kAttachedBytes;
  }
  const bool joins = i > 0 && joined_to_next(i - 1);
  if (joins && (binds(text_of(i - 1)) || covered(i - 1))) return;
  if (front == 0 && joins && is_given_name(i - 1)) {  // behind another given name another person has it, from here on
    found->second.go_to(i);
    found->second.take(i, kNobody);
    return;
  }
  const bool has_office = joins && (reading(i - 1).title || is_office(i - 1));
  if (!has_office) {
    if (reading(i).rarity < kFew || is_no_given_name(i)) return;
    if (front == 0 && joins && !leaves_alone(i - 1)) return;
  }
  Proposal where = proposal(i, i, 0);
  where.begin += front;
  propose_family(found->second, found->first, where);
}

void MentionReader::Pass::propose_han_family(uint32_t i, PageFamilies& families) {
  constexpr size_t kCharacter = 3;  // bytes
  const std::string run = names::simplified_han(text_of(i));
  if (families.han.empty() || run.size() != text_of(i).size()) return;
  const bool behind_dot = i > 0 && words_[i - 1].word.is(kMiddleDotBehind);
  for (size_t at = 0; at + kHanLeast <= run.size(); at += kCharacter) {
    const auto texts = families.han_by_start.find(run.substr(at, kHanLeast));
    if (texts == families.han_by_start.end()) continue;
    for (const std::string& text : texts->second) {
      if (run.compare(at, text.size(), text) != 0) continue;
      FamilyBearers& bearers = families.han[text];
      const size_t end = at + text.size();
      if (end == run.size() && words_[i].word.is(kMiddleDotBehind)) continue;  // a given name
      if (at == 0 && behind_dot) {
        bearers.go_to(i);
        if (bearers.named_at(i).empty()) bearers.take(i, kNobody);  // another person has it, from here on
        continue;
      }
      if (text.size() < kHanSure && at != 0 && end != run.size() &&
          !is_office_han(std::string_view(run).substr(0, at), std::string_view(run).substr(end)))
        continue;
      Proposal where = proposal(i, i, 0);
      where.begin = words_[i].word.begin + static_cast<uint32_t>(at);
      where.end = words_[i].word.begin + static_cast<uint32_t>(end);
      propose_family(bearers, text, where);
    }
  }
}

Result<void> MentionReader::Pass::propose_caseless_families() {
  TRY(PageFamilies families, families_of_page());
  if (families.spaced.empty() && families.han.empty()) return {};
  for (uint32_t i = 0; i < words_.size(); ++i) {
    if (words_[i].word.is(kNoSpaces)) {
      propose_han_family(i, families);
    } else if (!covered(i) && !words_[i].word.is(kCased) && !words_[i].word.is(kHasDigit)) {
      propose_spaced_family(i, families);
    }
  }
  return {};
}

}  // namespace cordon::reading
