#include "world/change.h"

#include <array>
#include <set>

#include "world/letters.h"

namespace cordon::world {
namespace {

constexpr int kTries = 16;
constexpr size_t kLongWord = 6;   // of which one letter may be wrong
constexpr size_t kVeryLong = 10;  // two
// Shares per mille, rising, in the order of Change.
constexpr std::array<uint32_t, kChanges> kPersonShares = {380, 570, 700, 760, 840, 880, 880, 880, 880, 1000};
constexpr std::array<uint32_t, kChanges> kFirmShares = {140, 340, 540, 540, 620, 620, 780, 860, 940, 1000};

bool is_latin(std::string_view word) {
  for (const char c : word)
    if (static_cast<uint8_t>(c) >= 0x80) return false;
  return true;
}

// One slip of a hand or an eye in `word` (ASCII): not in its first letter.
std::string slip(std::string word, Random& random) {
  struct Look {
    std::string_view from, to;
  };
  constexpr std::array kLooks = {Look{"rn", "m"}, Look{"m", "rn"}, Look{"l", "i"}, Look{"i", "l"}, Look{"cl", "d"},
                                 Look{"vv", "w"}, Look{"e", "c"},  Look{"o", "0"}, Look{"h", "b"}, Look{"u", "v"}};
  constexpr std::array<std::string_view, 26> kNear = {"sq", "vn", "xv", "sf", "wr", "dg", "fh", "gj", "uo",
                                                      "hk", "jl", "k",  "n",  "bm", "ip", "o",  "w",  "et",
                                                      "ad", "ry", "yi", "cb", "qe", "zc", "tu", "x"};
  const size_t at = 1 + random.below(static_cast<uint32_t>(word.size()) - 1);
  switch (random.below(5)) {
    case 0:
      word.erase(at, 1);
      break;
    case 1:
      word.insert(at, 1, word[at]);
      break;
    case 2:
      if (at + 1 < word.size())
        std::swap(word[at], word[at + 1]);
      else
        word.erase(at, 1);
      break;
    case 3:
      if (word[at] >= 'a' && word[at] <= 'z') {
        word[at] = random.pick(kNear[word[at] - 'a']);
        break;
      }
      [[fallthrough]];
    default: {
      const Look& look = random.pick(kLooks);
      if (const size_t found = word.find(look.from, 1); found != std::string::npos)
        word.replace(found, look.from.size(), look.to);
      else
        word.erase(at, 1);
    }
  }
  return word;
}

// One or two slips in long words; false where no word is long enough. Two of them need a very long word, or two long
// words of three or more.
bool type_wrong(std::vector<std::string>& words, Random& random) {
  std::vector<size_t> fitting;
  for (size_t i = 0; i < words.size(); ++i)
    if (words[i].size() >= kLongWord && is_latin(words[i])) fitting.push_back(i);
  if (fitting.empty()) return false;
  const size_t first = random.pick(fitting);
  words[first] = slip(words[first], random);
  if (!random.chance(200)) return true;
  const size_t second = random.pick(fitting);
  if (second == first ? words[first].size() >= kVeryLong : words.size() >= 3)
    words[second] = slip(words[second], random);
  return true;
}

bool drop_part(PersonName& name, Random& random) {
  std::vector<size_t> droppable;
  for (size_t i = 0; i < name.parts.size(); ++i) {
    const Role role = name.parts[i].role;
    const bool second_given = role == Role::kMiddle || role == Role::kFather || role == Role::kSecondFamily;
    if (second_given) droppable.push_back(i);
  }
  const bool han = name.culture->build == "han";
  if (droppable.empty() || name.parts.size() < 3 || han) return false;
  name.parts.erase(name.parts.begin() + static_cast<ptrdiff_t>(random.pick(droppable)));
  return true;
}

void reorder(Words& words, const Culture& culture, Random& random) {
  if (culture.build == "han") {
    std::rotate(words.begin(), words.begin() + 1, words.end());
    return;
  }
  if (culture.build == "spanish" && words.size() > 2 && words.back().role == Role::kSecondFamily) {
    std::rotate(words.begin(), words.end() - 2, words.end());
    return;
  }
  std::rotate(words.begin(), words.end() - 1, words.end());
  if (words.size() > 2 && random.chance(250)) std::swap(words[words.size() - 1], words[words.size() - 2]);
}

// Two neighbours written as one word, or a compound taken apart.
bool join_or_part(std::vector<std::string>& words, Random& random) {
  for (std::string& word : words) {
    const size_t mark = word.find_first_of(" -");
    if (mark == std::string::npos || random.chance(300)) continue;
    if (word[mark] == '-' && random.chance(500))
      word[mark] = ' ';
    else
      word.erase(mark, 1);
    return true;
  }
  if (words.size() < 2) return false;
  const size_t at = random.below(static_cast<uint32_t>(words.size()) - 1);
  if (!is_latin(words[at]) || !is_latin(words[at + 1])) return false;
  words[at] += (random.chance(300) ? "-" : "") + words[at + 1];
  words.erase(words.begin() + static_cast<ptrdiff_t>(at) + 1);
  return true;
}

bool take_nickname(Words& words, Random& random) {
  for (Word& word : words) {
    if (word.role != Role::kGiven) continue;
    const auto it = tables().nicknames.find(word.text);
    if (it == tables().nicknames.end()) return false;
    word.text = random.pick(it->second);
    return true;
  }
  return false;
}

std::string finished(const std::vector<std::string>& words, Random& random) {
  std::string out;
  for (const std::string& word : words)
    if (!word.empty()) out += (out.empty() ? "" : " ") + capitalised(word);
  return random.chance(180) ? all_upper(out) : out;
}

std::vector<std::string> texts(const Words& words) {
  std::vector<std::string> out;
  for (const Word& word : words) out.push_back(word.text);
  return out;
}

// A style that writes as the list does, with its spelling by ear left out.
Style as_listed(const Party& party) { return party.style; }

std::optional<std::string> change_person(const Party& party, Change change, Random& random) {
  PersonName name = party.person;
  Style style = as_listed(party);
  const bool two = change == Change::kSeveral;
  if (change == Change::kTransliteration || two) style = draw_style(random, 350);
  const uint32_t with = two ? random.below(3) : 3;
  if ((change == Change::kDropped || with == 0) && !drop_part(name, random)) return {};
  Words words = in_latin(name, style);
  if (words.size() < 2) return {};
  if (change == Change::kOrder || with == 1) reorder(words, *name.culture, random);
  if (change == Change::kNickname && !take_nickname(words, random)) return {};
  std::vector<std::string> out = texts(words);
  if ((change == Change::kTyping || with == 2) && !type_wrong(out, random)) return {};
  if (change == Change::kJoined && !join_or_part(out, random)) return {};
  return finished(out, random);
}

bool abbreviate(std::vector<std::string>& words) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 14> kShort = {{{"international", "intl"},
                                                                                     {"company", "co"},
                                                                                     {"general", "gen"},
                                                                                     {"trading", "trdg"},
                                                                                     {"shipping", "shpg"},
                                                                                     {"and", "&"},
                                                                                     {"industries", "ind"},
                                                                                     {"engineering", "eng"},
                                                                                     {"construction", "constr"},
                                                                                     {"corporation", "corp"},
                                                                                     {"technology", "tech"},
                                                                                     {"services", "svcs"},
                                                                                     {"group", "grp"},
                                                                                     {"investment", "inv"}}};
  for (std::string& word : words)
    for (const auto& [whole, abbreviated] : kShort)
      if (word == whole) {
        word = abbreviated;
        return true;
      }
  return false;
}

std::optional<std::string> change_firm(const Party& party, Change change, Random& random) {
  const OrganisationName& name = party.organisation;
  OrganisationForm form;
  Style style = as_listed(party);
  const bool has_legal = name.legal != nullptr;
  const bool two = change == Change::kSeveral;
  if (change == Change::kTransliteration || two) style = draw_style(random, 350);
  if (change == Change::kDropped || two) form.legal = false;
  if (change == Change::kDropped && !has_legal) return {};
  if (change == Change::kLegalForm) {
    if (!has_legal) return {};
    form.legal_translated = random.chance(400);
    form.legal_spelling = random.below(4);
  }
  if (change == Change::kOwnLanguage) {
    if (name.kind == nullptr) return {};
    form.kind_in_own_language = true;
  }
  std::vector<std::string> words = words_of(name, form, style);
  if (change == Change::kTyping && !type_wrong(words, random)) return {};
  if (change == Change::kJoined && !join_or_part(words, random)) return {};
  if (change == Change::kAbbreviated && !abbreviate(words)) return {};
  return finished(words, random);
}

std::optional<std::string> change_vessel(const Party& party, Change& change, Random& random) {
  std::vector<std::string> words = party.vessel.words;
  if (party.vessel.number > 0) words.push_back(std::to_string(party.vessel.number));
  if (random.chance(600)) {
    change = Change::kTyping;
    if (!type_wrong(words, random)) return {};
  } else {
    change = Change::kJoined;
    if (!join_or_part(words, random)) return {};
  }
  return finished(words, random);
}

}  // namespace

std::string_view change_name(Change change) {
  constexpr std::array<std::string_view, kChanges> kNames = {
      "transliteration", "typing",     "dropped",      "order",       "joined",
      "nickname",        "legal form", "own language", "abbreviated", "several"};
  return kNames[static_cast<size_t>(change)];
}

std::optional<Changed> change_name(const Party& party, Random& random) {
  if (party.kind == PartyKind::kAirplane || party.kind == PartyKind::kCryptoWallet) return {};
  std::set<std::string> listed;
  for (const ListedName& name : party.names) listed.insert(folded(name.text));
  const bool person = party.kind == PartyKind::kPerson;
  std::optional<Changed> last;
  for (int i = 0; i < kTries; ++i) {
    auto change = static_cast<Change>(random.weighted(person ? kPersonShares : kFirmShares));
    const auto text = person                             ? change_person(party, change, random)
                      : party.kind == PartyKind::kVessel ? change_vessel(party, change, random)
                                                         : change_firm(party, change, random);
    if (!text) continue;
    last = Changed{*text, change};
    if (!listed.contains(folded(*text))) return last;
  }
  return last;
}

}  // namespace cordon::world
