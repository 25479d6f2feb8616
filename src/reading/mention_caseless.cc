// Family names alone, in scripts without capitals: Arabic letters and Han characters. What shows that such a word is a
// name is that the page has the whole name, with the same word as its last.
#include <algorithm>
#include <array>
#include <map>

#include "base/utf8.h"
#include "names/normalize.h"
#include "names/tables.h"
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

// The words of cues.tsv behind which a family name stands alone.
const std::unordered_set<std::string>& words_beside(std::string_view language) {
  static const std::map<std::string, std::unordered_set<std::string>, std::less<>> all = [] {
    std::map<std::string, std::unordered_set<std::string>, std::less<>> out;
    names::for_each_row("reading/cues.tsv", [&](const std::vector<std::string_view>& fields) {
      constexpr std::string_view kBeside = "beside:";
      if (!fields.at(0).starts_with(kBeside)) return;
      auto& words = out[std::string(fields[0].substr(kBeside.size()))];
      for (const std::string_view word : names::split_words(fields.at(1))) words.insert(known_form(word));
    });
    return out;
  }();
  static const std::unordered_set<std::string> none;
  const auto found = all.find(language);
  return found == all.end() ? none : found->second;
}

size_t without_article(const std::string& family) { return letters_of(family) - (family.starts_with("ال") ? 2 : 0); }

}  // namespace

// The last parts of the persons' whole names that the page has in a script without capitals.
Result<std::vector<MentionReader::Pass::PageFamily>> MentionReader::Pass::families_of_page() {
  std::vector<PageFamily> out;
  for (const Proposal& p : proposals_) {
    if (p.first == p.last || words_[p.last].word.is(kCased) ||
        (p.rule != MentionRule::kFullName && p.rule != MentionRule::kKnownName))
      continue;
    TRY(const auto party, this->party(p.entity));
    if (!party->person) continue;
    const bool is_han = words_[p.last].word.is(kNoSpaces);
    const std::string_view text = page_.blocks[words_[p.last].block].text;
    const std::string_view written = text.substr(words_[p.last].word.begin, p.end - words_[p.last].word.begin);
    PageFamily family;
    if (is_han) {
      if (!words_[p.last - 1].word.is(kMiddleDotBehind)) continue;
      family.text = names::simplified_han(written);
      if (family.text.size() < kHanLeast || family.text.size() != written.size()) continue;
    } else {
      family.text = known_form(written);
      if (binds(text_of(p.last - 1)) || without_article(family.text) < kLetters) continue;
    }
    family.word = p.last;
    family.entity = p.entity;
    family.judged = p.judged;
    family.is_han = is_han;
    out.push_back(std::move(family));
  }
  return out;
}

// Proposes the stretch as the person whom the page last named so in full, or who is named so only further down.
void MentionReader::Pass::propose_family(const std::vector<PageFamily>& families, std::string_view family,
                                         const Proposal& where) {
  const PageFamily* whose = nullptr;
  bool several = false;
  for (const PageFamily& f : families) {
    if (f.text != family) continue;
    if (whose == nullptr || f.word <= where.first) {
      several = several || (whose != nullptr && whose->word != f.word && whose->entity != f.entity);
      whose = &f;
    }
  }
  if (whose == nullptr) return;
  if (whose->entity == kNobody) return;
  for (const PageFamily& f : families) {  // entries of one stretch are of one party, as far as the page goes
    if (f.word != whose->word || f.text != family) continue;
    Proposal out = where;
    out.entity = f.entity;
    out.rule = MentionRule::kSurname;
    out.matched = 1;
    out.ambiguous = several;
    out.read_as = std::string(family);
    out.judged = f.judged;
    proposals_.push_back(std::move(out));
  }
}

// May a family name stand alone behind this word? A noun or a given name in front makes it another word, or another's.
bool MentionReader::Pass::leaves_alone(uint32_t i) {
  const std::string word = known_form(text_of(i));
  const auto& words = words_beside(page_.language);
  return words.contains(word) || (word.size() > kAttachedBytes && is_attached(word.substr(0, kAttachedBytes)) &&
                                  words.contains(word.substr(kAttachedBytes)));
}

// Is the word one with which names of the list and of the table begin, and nothing else that is known?
bool MentionReader::Pass::is_given_name(uint32_t i) {
  const WordReading& r = reading(i);
  return r.known != 0 && !r.keys.empty() && r.country.empty() && !text_of(i).starts_with("ال") &&
         !is_no_given_name(i) && !leaves_alone(i);
}

// Behind another given name it is another person's, who then has it too.
void MentionReader::Pass::other_bearer(std::vector<PageFamily>& families, std::string_view family, uint32_t word) {
  PageFamily other;
  other.text = std::string(family);
  other.word = word;
  other.entity = kNobody;
  other.is_han = words_[word].word.is(kNoSpaces);
  const auto behind = std::ranges::upper_bound(families, word, {}, &PageFamily::word);
  families.insert(behind, std::move(other));
}

void MentionReader::Pass::propose_spaced_family(uint32_t i, std::vector<PageFamily>& families) {
  const std::string whole = known_form(text_of(i));
  const auto is_family = [&](std::string_view text) {
    return std::ranges::any_of(families, [&](const PageFamily& f) { return !f.is_han && f.text == text; });
  };
  uint32_t front = 0;
  if (!is_family(whole)) {
    if (whole.size() <= kAttachedBytes || !is_attached(std::string_view(whole).substr(0, kAttachedBytes)) ||
        !is_family(std::string_view(whole).substr(kAttachedBytes)))
      return;
    front = kAttachedBytes;
  }
  const bool joins = i > 0 && joined_to_next(i - 1);
  if (joins && (binds(text_of(i - 1)) || covered(i - 1))) return;
  if (front == 0 && joins && is_given_name(i - 1)) {
    other_bearer(families, whole, i);
    return;
  }
  const bool has_office = joins && (reading(i - 1).title || is_office(i - 1));
  if (!has_office) {
    if (reading(i).rarity < kFew || is_no_given_name(i)) return;
    if (front == 0 && joins && !leaves_alone(i - 1)) return;
  }
  Proposal where = proposal(i, i, 0);
  where.begin += front;
  propose_family(families, std::string_view(whole).substr(front), where);
}

void MentionReader::Pass::propose_han_family(uint32_t i, std::vector<PageFamily>& families) {
  const std::string run = names::simplified_han(text_of(i));
  if (run.size() != text_of(i).size()) return;
  const bool behind_dot = i > 0 && words_[i - 1].word.is(kMiddleDotBehind);
  std::vector<std::string> texts;
  for (const PageFamily& f : families)
    if (f.is_han && std::ranges::find(texts, f.text) == texts.end()) texts.push_back(f.text);
  for (const std::string& text : texts) {
    for (size_t at = run.find(text); at != std::string::npos; at = run.find(text, at + text.size())) {
      const size_t end = at + text.size();
      if (end == run.size() && words_[i].word.is(kMiddleDotBehind)) continue;  // a given name
      if (at == 0 && behind_dot) {
        const bool is_listed = std::ranges::any_of(
            families, [&](const PageFamily& f) { return f.word == i && f.text == text && f.entity != kNobody; });
        if (!is_listed) other_bearer(families, text, i);
        continue;
      }
      if (text.size() < kHanSure && at != 0 && end != run.size() &&
          !is_office_han(std::string_view(run).substr(0, at), std::string_view(run).substr(end)))
        continue;
      Proposal where = proposal(i, i, 0);
      where.begin = words_[i].word.begin + static_cast<uint32_t>(at);
      where.end = words_[i].word.begin + static_cast<uint32_t>(end);
      propose_family(families, text, where);
    }
  }
}

Result<void> MentionReader::Pass::propose_caseless_families() {
  TRY(std::vector<PageFamily> families, families_of_page());
  if (families.empty()) return {};
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
