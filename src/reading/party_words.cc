// Which party the words of a name mean: the same words, a part of them, a surname, a form with another ending.
#include <algorithm>

#include "reading/party_finder.h"

namespace cordon::reading {
namespace {

constexpr size_t kMostOfOneWord = 512;  // parties that are told apart: time stays linear in the page

// Calls f(key) for keys of which two words that are alike have one in common: the word, where it takes no endings;
// else the starts that an alike word may share.
template <class F>
void each_key(const std::string& word, const F& f) {
  f(word);
  if (static_cast<unsigned char>(word[0]) < 0xc3) return;
  constexpr size_t kShortest = 8, kEnding = 6;  // bytes, as in are_alike
  for (size_t n = std::max(kShortest, word.size() < kEnding ? 0 : word.size() - kEnding); n < word.size(); ++n)
    f(word.substr(0, n));
}

bool all_alike(const std::vector<std::string>& a, const std::vector<std::string>& b, size_t from, size_t n = SIZE_MAX) {
  if (n == SIZE_MAX && a.size() != b.size()) return false;
  n = std::min({n, a.size(), b.size()});
  for (size_t i = from; i < n; ++i)
    if (!are_alike(a[i], b[i])) return false;
  return n > 0;
}

}  // namespace

// Returns the party that `words` name, made where there is none: equal, a short form, a surname, an inflected form.
int PartyFinder::party_for(const Words& words, Span span, PartyType type, bool titled) {
  int best = -1;
  for (const int party : candidates(words)) {
    const Words& known = words_[party];
    if (known.empty() || words.empty()) continue;
    if (all_alike(words, known, 0)) return note(party, words, span, type);
    const Party& p = out_.parties[party];
    const bool shorter = words.size()<known.size(), longer = words.size()> known.size();
    const bool surname = (shorter && words.size() == 1 && are_alike(words.back(), known.back())) ||
                         (longer && known.size() == 1 && are_alike(words.back(), known.back()));
    if (titled && shorter && words.size() == 1 && known.size() == 2 && known.front() == words.front() &&
        p.type == PartyType::kPerson && best < 0)
      best = party;  // Mr Zhao: Zhao Lijian
    const bool front =
        (shorter && all_alike(words, known, 0, words.size())) || (longer && all_alike(known, words, 0, known.size()));
    if (surname && (p.type == PartyType::kPerson || type == PartyType::kPerson || titled)) best = party;
    if (front && p.type != PartyType::kPerson && type != PartyType::kPerson &&
        !(words.size() == 1 && words[0].size() < 4))
      best = party;
    if (front && shorter && best < 0 && p.type != PartyType::kPerson && !titled) best = party;
    if (front && shorter && best < 0 && p.type == PartyType::kPerson && words.size() == 1 && known.size() == 2 &&
        known.front() == words.front() && stands_at_cue(span))
      best = party;  // Lin Jian … “…,” Lin said
  }
  if (best >= 0) return note(best, words, span, type);
  Party party;
  party.name = text_.view(span);
  party.type = type;
  const int number = out_.add(std::move(party));
  set_words(number, words);
  return number;
}

// Lin said; said Lin: a name that an English verb of saying is next to.
bool PartyFinder::stands_at_cue(Span span) const {
  if (text_.language != "en") return false;
  const uint32_t first = token_at(span.begin), after = token_at(span.end);
  return (after < count() && is(after, Kind::kCue)) || (first > 0 && is(first - 1, Kind::kCue));
}

void PartyFinder::set_words(int party, const Words& words) {
  words_[party] = words;
  if (words.empty()) return;
  const auto add = [&](std::unordered_map<std::string, std::vector<int>>& to, const std::string& word) {
    each_key(word, [&](const std::string& key) {
      std::vector<int>& at = to[key];
      if (at.size() < kMostOfOneWord && (at.empty() || at.back() != party)) at.push_back(party);
    });
  };
  add(by_first_, words.front());
  add(words.size() == 1 ? by_only_ : by_last_, words.back());
}

// The parties that `words` may name, in full or shortened, ascending: their first words are alike, or one of the two
// is a single word and like the last of the other.
std::vector<int> PartyFinder::candidates(const Words& words) const {
  std::vector<int> out;
  if (words.empty()) return out;
  const auto take = [&](const std::unordered_map<std::string, std::vector<int>>& from, const std::string& word) {
    each_key(word, [&](const std::string& key) {
      if (const auto found = from.find(key); found != from.end())
        out.insert(out.end(), found->second.begin(), found->second.end());
    });
  };
  take(by_first_, words.front());
  take(words.size() == 1 ? by_last_ : by_only_, words.back());
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

int PartyFinder::note(int party, const Words& words, Span span, PartyType type) {
  Party& p = out_.parties[party];
  if (words.size() > words_[party].size()) {
    set_words(party, words);
    p.name = text_.view(span);
  }
  if (p.type == PartyType::kOrganization && p.entity_ids.empty() && !sure_.contains(party)) p.type = type;
  return party;
}

bool PartyFinder::known_surname(const std::string& fold) const {
  for (const int party : candidates({fold})) {
    const Words& words = words_.at(party);
    if (out_.parties[party].type == PartyType::kPerson && words.size() >= 2 && are_alike(words.back(), fold))
      return true;
  }
  return false;
}

// Is it a form of a word of some party's name?
bool PartyFinder::is_part_of_name(const std::string& fold) const {
  for (const int party : candidates({fold})) {
    const Words& words = words_.at(party);
    if (std::ranges::any_of(words, [&](const std::string& word) { return are_alike(word, fold); })) return true;
  }
  return false;
}

// Where `fold` stands in the text.
const std::vector<uint32_t>& PartyFinder::places_of(const std::string& fold) {
  if (places_of_.empty())
    for (uint32_t k = 0; k < count(); ++k) places_of_[tok(k).fold].push_back(k);
  return places_of_[fold];
}

// Marks every place where `words` stand.
void PartyFinder::spread(const Words& words, int party) {
  if (words.empty()) return;  // of marks alone, as a damaged page may have them
  for (const uint32_t k : places_of(words.front())) {
    if (k + words.size() > count()) break;
    bool same = !taken_[k];
    for (size_t w = 0; w < words.size() && same; ++w)
      same = tok(k + static_cast<uint32_t>(w)).fold == words[w] && !taken_[k + w];
    if (!same) continue;
    const uint32_t end = k + static_cast<uint32_t>(words.size());
    mention(party, span_of(k, end));
    take(k, end);
  }
}

}  // namespace cordon::reading
