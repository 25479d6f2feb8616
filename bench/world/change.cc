#include "world/change.h"

#include <algorithm>
#include <array>
#include <set>

#include "world/letters.h"
#include "world/slips.h"

namespace cordon::world {
namespace {

constexpr int kTries = 8;     // of one kind of change, before another is drawn
constexpr int kChoices = 12;  // of kinds
// Shares per mille, rising, in the order of Change.
constexpr std::array<uint32_t, kChanges> kPersonShares = {410, 535, 685, 755, 830, 880, 880, 880, 880, 1000};
constexpr std::array<uint32_t, kChanges> kFirmShares = {190, 280, 520, 520, 600, 600, 780, 860, 940, 1000};

bool drop_part(PersonName& name, Random& random) {
  std::vector<size_t> droppable;
  for (size_t i = 0; i < name.parts.size(); ++i) {
    const Role role = name.parts[i].role;
    const bool second_given = role == Role::kMiddle || role == Role::kFather || role == Role::kSecondFamily;
    if (second_given) droppable.push_back(i);
  }
  // Titles that are given names too: without what follows, little would be left of the name.
  constexpr std::array<std::string_view, 6> kTitles = {"seyyed", "sayed", "sayyid", "haji", "maulawi", "mullah"};
  const bool title = std::ranges::find(kTitles, name.parts.front().known.latin) != kTitles.end();
  const bool each_counts = title || name.culture->build == "han" || name.culture->build == "burmese";
  if (droppable.empty() || name.parts.size() < 3 || each_counts) return false;
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

// Are both given names of one person, or both surnames? Those are written together or with a hyphen, others are not.
bool go_together(Role a, Role b, const Culture& culture) {
  const bool given = a == Role::kGiven && b == Role::kMiddle && culture.build != "slavic";
  return given || (a == Role::kFamily && b == Role::kSecondFamily);
}

// A compound ("abd al-", "al-", "Xiao-Ming") taken apart or written as one word.
bool join_compound(Words& words, Random& random) {
  for (Word& word : words) {
    const size_t mark = word.text.find_first_of(" -");
    if (mark == std::string::npos || random.chance(300)) continue;
    if (word.text[mark] == '-' && random.chance(500))
      word.text[mark] = ' ';
    else
      word.text.erase(mark, 1);
    return true;
  }
  return false;
}

bool join_or_part(Words& words, const Culture& culture, Random& random) {
  if (join_compound(words, random)) return true;
  for (size_t i = 0; i + 1 < words.size(); ++i) {
    if (!go_together(words[i].role, words[i + 1].role, culture)) continue;
    const bool hyphen = words[i].role == Role::kFamily || random.chance(400);
    words[i].text += (hyphen ? "-" : "") + words[i + 1].text;
    words.erase(words.begin() + static_cast<ptrdiff_t>(i) + 1);
    return true;
  }
  return false;
}

// The first two words of a firm or a ship.
bool join_brand(std::vector<std::string>& words, Random& random) {
  constexpr std::array<std::string_view, 5> kNever = {"of", "and", "for", "no.", "no"};
  const auto joins = [&](const std::string& w) { return w.size() > 1 && std::ranges::find(kNever, w) == kNever.end(); };
  if (words.size() < 2 || !joins(words[0]) || !joins(words[1])) return false;
  words[0] += (random.chance(350) ? "-" : "") + words[1];
  words.erase(words.begin() + 1);
  return true;
}

// The given name gives way to a nickname; without a patronymic, which goes ill with it. False where it has none.
bool take_nickname(PersonName& name, Random& random) {
  for (Part& part : name.parts) {
    if (part.role != Role::kGiven) continue;
    const bool is_cyrillic_part = part.known.latin.empty();
    const std::string& known = is_cyrillic_part ? part.known.original : part.known.latin;
    const auto it = tables().nicknames.find(name.culture->name + " " + known);
    if (it == tables().nicknames.end()) return false;
    part.known = {};
    (is_cyrillic_part ? part.known.original : part.known.latin) = random.pick(it->second);
    if (!is_cyrillic_part) part.known.spellings.add(part.known.latin, 1);
    if (name.culture->build == "slavic")
      std::erase_if(name.parts, [](const Part& p) { return p.role == Role::kMiddle; });
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

// But by its characters nobody could tell a Cantonese name from its Mandarin reading.
Style other_style(const Party& party, Random& random) {
  Style style = draw_style(random, 350);
  const bool cantonese = han_system(party.style) == 2;
  while (party.culture->name == "chinese" && (han_system(style) == 2) != cantonese) style = draw_style(random, 350);
  return style;
}

std::optional<std::string> change_person(const Party& party, Change change, Random& random) {
  PersonName name = party.person;
  Style style = party.style;
  const bool two = change == Change::kSeveral;
  if (change == Change::kTransliteration || two) style = other_style(party, random);
  const uint32_t with = two ? random.below(3) : 3;
  if (with == 2) style.respelled = 120;
  if ((change == Change::kDropped || with == 0) && !drop_part(name, random)) return {};
  if (change == Change::kNickname && !take_nickname(name, random)) return {};
  Words words = in_latin(name, style);
  if (words.size() < 2) return {};
  if (change == Change::kOrder || with == 1) reorder(words, *name.culture, random);
  if (change == Change::kJoined && !join_or_part(words, *name.culture, random)) return {};
  std::vector<std::string> out = texts(words);
  if (with == 2 && out.size() < 3) return {};
  if ((change == Change::kTyping || with == 2) && !type_wrong(out, two, random)) return {};
  return finished(out, random);
}

bool abbreviate(std::vector<std::string>& words) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 13> kShort = {{{"international", "intl"},
                                                                                     {"company", "co"},
                                                                                     {"and", "&"},
                                                                                     {"corporation", "corp"},
                                                                                     {"industries", "ind"},
                                                                                     {"engineering", "eng"},
                                                                                     {"technology", "tech"},
                                                                                     {"services", "svcs"},
                                                                                     {"brothers", "bros"},
                                                                                     {"national", "natl"},
                                                                                     {"university", "univ"},
                                                                                     {"association", "assoc"},
                                                                                     {"department", "dept"}}};
  for (std::string& word : words)
    for (const auto& [whole, abbreviated] : kShort)
      if (word == whole) {
        word = abbreviated;
        return true;
      }
  return false;
}

bool begins_with_two_brands(const OrganisationName& name) {
  return name.items.size() > 1 && std::holds_alternative<KnownPart>(name.items[0]) &&
         std::holds_alternative<KnownPart>(name.items[1]);
}

std::optional<std::string> change_firm(const Party& party, Change change, Random& random) {
  const OrganisationName& name = party.organisation;
  OrganisationForm form;
  Style style = party.style;
  const bool has_legal = legal_form(name) != nullptr;
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
    if (party.languages.empty()) return {};  // nobody could tell that it is the same
    form.language = random.pick(party.languages);
  }
  std::vector<std::string> words = words_of(name, form, style);
  std::string legal;
  if (form.legal && has_legal) {  // stays as it is
    legal = std::move(words.back());
    words.pop_back();
  }
  if (change == Change::kTyping && !type_wrong(words, false, random)) return {};
  if (change == Change::kJoined && (!begins_with_two_brands(name) || !join_brand(words, random))) return {};
  if (!legal.empty()) words.push_back(std::move(legal));
  if (change == Change::kAbbreviated && !abbreviate(words)) return {};
  return finished(words, random);
}

std::optional<std::string> change_vessel(const Party& party, Change& change, Random& random) {
  std::vector<std::string> words = party.vessel.words;
  if (random.chance(600)) {
    change = Change::kTyping;
    if (!type_wrong(words, false, random)) return {};
  } else {
    change = Change::kJoined;
    if (!join_brand(words, random)) return {};
  }
  return finished(words, random);
}

std::vector<std::string> sorted_words(std::string_view name) {
  std::string text = folded(name);
  std::erase(text, ',');
  std::vector<std::string> out;
  for (const std::string_view word : split(text, ' ')) out.emplace_back(word);
  std::ranges::sort(out);
  return out;
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
  std::set<std::vector<std::string>> listed_words;
  for (const ListedName& name : party.names) {
    listed.insert(folded(name.text));
    listed_words.insert(sorted_words(name.text));
  }
  const bool person = party.kind == PartyKind::kPerson;
  std::optional<Changed> last;
  for (int choice = 0; choice < kChoices; ++choice) {
    const auto drawn = static_cast<Change>(random.weighted(person ? kPersonShares : kFirmShares));
    for (int i = 0; i < kTries; ++i) {
      Change change = drawn;
      const auto text = person                             ? change_person(party, change, random)
                        : party.kind == PartyKind::kVessel ? change_vessel(party, change, random)
                                                           : change_firm(party, change, random);
      if (!text) continue;
      last = Changed{*text, change};
      const bool other_words = change == Change::kOrder || !listed_words.contains(sorted_words(*text));
      if (other_words && !listed.contains(folded(*text))) return last;
    }
  }
  return last;
}

}  // namespace cordon::world
