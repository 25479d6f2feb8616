#include "world/tables.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <set>

#include "world/letters.h"

// Defined by world_tables.S: the bytes of each table.
extern "C" {
extern const char world_name_parts_begin[], world_name_parts_end[];
extern const char world_common_parts_begin[], world_common_parts_end[];
extern const char world_cultures_begin[], world_cultures_end[];
extern const char world_spellings_begin[], world_spellings_end[];
extern const char world_organisations_begin[], world_organisations_end[];
}

namespace cordon::world {
namespace {

constexpr size_t kShortest = 4;
constexpr size_t kLongest = 13;
constexpr int kTries = 12;

[[noreturn]] void broken(std::string_view what) {
  std::fprintf(stderr, "make_world: broken table: %.*s\n", static_cast<int>(what.size()), what.data());
  std::abort();
}

std::string_view bytes_of(std::string_view name) {
  struct Blob {
    std::string_view name;
    const char *begin, *end;
  };
  const Blob blobs[] = {
      {"name_parts.tsv", world_name_parts_begin, world_name_parts_end},
      {"common_parts.tsv", world_common_parts_begin, world_common_parts_end},
      {"cultures.tsv", world_cultures_begin, world_cultures_end},
      {"spellings.tsv", world_spellings_begin, world_spellings_end},
      {"organisations.tsv", world_organisations_begin, world_organisations_end},
  };
  for (const Blob& blob : blobs)
    if (blob.name == name) return {blob.begin, static_cast<size_t>(blob.end - blob.begin)};
  broken(name);
}

uint64_t context_key(std::u32string_view context) {
  uint64_t key = context.size();
  for (const char32_t c : context) key = (key << 20) | c;
  return key;
}

std::vector<std::string> strings(std::string_view text, char mark) {
  std::vector<std::string> out;
  for (const std::string_view piece : split(text, mark))
    if (!piece.empty()) out.emplace_back(piece);
  return out;
}

class Reader {
 public:
  Tables read() {
    for_each_row("cultures.tsv", [&](const auto& f) { add_culture(f); });
    for_each_row("name_parts.tsv", [&](const auto& f) { add_counted(f); });
    for_each_row("common_parts.tsv", [&](const auto& f) { add_common(f); });
    for_each_row("organisations.tsv", [&](const auto& f) { add_organisation_row(f); });
    return std::move(out_);
  }

 private:
  using Fields = std::vector<std::string_view>;

  static void set_rare(std::string_view text, Lexicon& lexicon) {
    const auto share_and_octaves = split(text, ':');
    const auto octaves = split(share_and_octaves.at(1), '-');
    lexicon.rare_share = number(share_and_octaves.at(0));
    lexicon.first_octave = number(octaves.at(0));
    lexicon.last_octave = number(octaves.at(1));
  }

  void add_culture(const Fields& f) {
    Culture c;
    c.name = f.at(0);
    c.build = f.at(1);
    c.middle_share = number(f.at(2));
    c.original_share = number(f.at(3));
    c.party_share = number(f.at(4));
    c.customer_share = number(f.at(5));
    for (Lexicon* given : {&c.given_m, &c.given_f}) set_rare(f.at(6), *given);
    set_rare(f.at(7), c.family);
    c.given_m.name = c.name + " given_m";
    c.given_f.name = c.name + " given_f";
    c.family.name = c.name + " family";
    for (const std::string_view pair : split(f.at(8), ',')) {
      const auto code_and_weight = split(pair, ':');
      c.countries.add(std::string(code_and_weight.at(0)), number(code_and_weight.at(1)));
    }
    out_.of_parties.add(out_.cultures.size(), c.party_share);
    out_.of_customers.add(out_.cultures.size(), c.customer_share);
    out_.cultures.push_back(std::move(c));
  }

  Lexicon& lexicon(std::string_view culture, std::string_view role) {
    for (Culture& c : out_.cultures)
      if (c.name == culture) return role == "family" ? c.family : role == "given_f" ? c.given_f : c.given_m;
    broken(culture);
  }

  void add_part(Lexicon& lexicon, KnownPart part, uint32_t weight) {
    const std::string& key = part.original.empty() ? part.latin : part.original;
    if (weight == 0 || !seen_.insert(lexicon.name + " " + key).second) return;
    lexicon.known.add(std::move(part), weight);
  }

  void add_counted(const Fields& f) {
    if (f.at(0) == "part") {
      KnownPart part;
      const uint32_t parties = number(f.at(4));
      (to_letters(f.at(3)).front() < 0x250 ? part.latin : part.original) = f.at(3);
      if (part.original.empty()) part.original = f.at(5);
      if (!part.latin.empty()) part.spellings.add(part.latin, parties);
      uint32_t weight = parties;
      for (const std::string& other : strings(f.size() > 6 ? f.at(6) : "", ',')) {
        const auto pair = split(other, ':');
        part.spellings.add(std::string(pair.at(0)), number(pair.at(1)));
        weight += number(pair.at(1)) / 2;
      }
      add_part(lexicon(f.at(1), f.at(2)), std::move(part), weight * 100);
    } else if (f.at(0) == "letters" && f.at(1) == "organisation") {
      out_.words.letters.add(f.at(3), f.at(4));
    } else if (f.at(0) == "tail" && f.at(1) == "organisation") {
      out_.words.name = "organisation word";
      out_.words.rare_share = number(f.at(3));
      out_.words.first_octave = 8;
      out_.words.last_octave = 20;
    } else if (f.at(0) == "letters") {
      lexicon(f.at(1), f.at(2)).letters.add(f.at(3), f.at(4));
    } else if (f.at(0) == "nick") {
      out_.nicknames["western " + std::string(f.at(1))] = strings(f.at(2), ',');
    } else if (f.at(0) == "word") {
      KnownPart part;
      part.is_word = true;
      part.latin = f.at(1);
      part.spellings.add(part.latin, 1);
      out_.words.known.add(std::move(part), number(f.at(2)));
    }
  }

  // ORIGINAL:LATIN/OTHER, ORIGINAL or LATIN/OTHER.
  static KnownPart parse_part(std::string_view text) {
    KnownPart part;
    const size_t colon = text.find(':');
    if (colon != std::string_view::npos) part.original = text.substr(0, colon);
    const std::string_view rest = colon == std::string_view::npos ? text : text.substr(colon + 1);
    if (is_cyrillic(to_letters(rest).front())) {
      part.original = rest;
      return part;
    }
    uint32_t weight = 8;
    for (const std::string_view spelling : split(rest, '/')) {
      if (part.latin.empty()) part.latin = spelling;
      part.spellings.add(std::string(spelling), weight);
      weight = weight > 3 ? 3 : 1;
    }
    return part;
  }

  void add_common(const Fields& f) {
    if (f.at(1) == "family_stems" || f.at(1) == "family_ends") {
      Lexicon& family = lexicon(f.at(0), "family");
      (f.at(1) == "family_stems" ? family.stems : family.ends) = strings(f.at(2), ' ');
      return;
    }
    if (f.at(1) == "nicknames") {
      for (const std::string_view pair : split(f.at(2), ' ')) {
        const auto name = split(pair, ':');
        out_.nicknames[std::string(f.at(0)) + " " + std::string(name.at(0))] = strings(name.at(1), '/');
      }
      return;
    }
    Lexicon& target = lexicon(f.at(0), f.at(1));
    uint32_t rank = 0;
    for (const std::string_view text : split(f.at(2), ' ')) {
      if (text.empty()) continue;
      add_part(target, parse_part(text), 12000 / (8 + rank));
      ++rank;
    }
  }

  static size_t slot(std::string_view name) {
    constexpr std::array<std::string_view, kSlots> kNames = {"kind", "head",    "field",      "adjective",
                                                             "unit", "company", "family_firm"};
    const auto it = std::ranges::find(kNames, name);
    if (it == kNames.end()) broken(name);
    return static_cast<size_t>(it - kNames.begin());
  }

  void add_organisation_row(const Fields& f) {
    const auto field = [&](size_t i) { return std::string(i < f.size() ? f[i] : std::string_view()); };
    if (f.at(0) == "concept") {
      Concept concept_row;
      for (size_t i = 0; i < kLanguages; ++i) concept_row.texts[i] = field(3 + i);
      out_.concepts[slot(f.at(1))].add(std::move(concept_row), number(f.at(2)));
    } else if (f.at(0) == "legal") {
      out_.legal_forms[field(1)].add({strings(field(3), '|'), strings(field(4), '|')}, number(f.at(2)));
    } else if (f.at(0) == "place") {
      out_.places[field(1)].push_back({field(2), strings(field(3), '/')});
    } else if (f.at(0) == "ship") {
      out_.ship_words.add(field(2), number(f.at(1)));
    } else if (f.at(0) == "brand") {
      auto& target = field(1) == "first"    ? out_.brand_first
                     : field(1) == "middle" ? out_.brand_middle
                                            : out_.brand_last;
      target = strings(field(2), ' ');
    }
  }

  Tables out_;
  std::set<std::string> seen_;
};

}  // namespace

std::vector<std::string_view> split(std::string_view text, char mark) {
  std::vector<std::string_view> out;
  for (size_t begin = 0; begin <= text.size();) {
    const size_t end = std::min(text.find(mark, begin), text.size());
    out.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return out;
}

uint32_t number(std::string_view text) {
  uint32_t n = 0;
  if (text.empty()) broken("a number is missing");
  for (const char c : text) {
    if (c < '0' || c > '9') broken(text);
    n = n * 10 + static_cast<uint32_t>(c - '0');
  }
  return n;
}

void for_each_row(std::string_view name, const std::function<void(const std::vector<std::string_view>&)>& row) {
  for (const std::string_view line : split(bytes_of(name), '\n'))
    if (!line.empty() && line.front() != '#') row(split(line, '\t'));
}

void LetterModel::add(std::string_view context, std::string_view next) {
  Row& row = rows_[context_key(to_letters(context))];
  const std::u32string text = to_letters(next);
  uint32_t sum = 0;
  for (size_t i = 0; i < text.size();) {
    row.letters.push_back(text[i++]);
    uint32_t n = 0;
    while (i < text.size() && text[i] >= U'0' && text[i] <= U'9') n = n * 10 + static_cast<uint32_t>(text[i++] - U'0');
    row.cumulative.push_back(sum += n);
  }
}

const LetterModel::Row* LetterModel::find(std::u32string_view word, size_t letters) const {
  if (word.size() < letters) return nullptr;
  const auto it = rows_.find(context_key(word.substr(word.size() - letters)));
  return it == rows_.end() ? nullptr : &it->second;
}

// False where the word became too short or too long.
bool LetterModel::spell_once(Random& random, std::u32string& word) const {
  word = U"^^";
  while (word.size() < kLongest + 2) {
    const Row* row = find(word, 3);
    if (row == nullptr) row = find(word, 2);
    if (row == nullptr) return word.size() >= kShortest + 3;
    const char32_t c = row->letters[random.weighted(row->cumulative)];
    if (c == U'$') return word.size() >= kShortest + 2 + random.below(2);
    word.push_back(c);
  }
  return false;
}

std::string LetterModel::spell(Random random) const {
  std::u32string word;
  for (int i = 0; i < kTries && !spell_once(random, word); ++i) {
  }
  while (word.size() < kShortest + 2) word += U"an";
  return to_utf8(std::u32string_view(word).substr(2));
}

KnownPart Lexicon::rare(uint32_t rank) const {
  KnownPart part;
  Random random(0, name, rank);
  std::string word;
  if (stems.empty()) {
    word = letters.spell(random);
  } else {
    word = random.pick(stems);
    if (random.chance(350)) word += random.pick(stems);
    word += random.pick(ends);
  }
  if (is_cyrillic(to_letters(word).front())) {
    part.original = std::move(word);
  } else {
    part.latin = std::move(word);
    part.spellings.add(part.latin, 1);
  }
  return part;
}

KnownPart Lexicon::draw(Random& random) const {
  const bool is_rare = (!letters.empty() || !stems.empty()) && random.chance(rare_share);
  if (!is_rare || known.empty()) {
    if (!known.empty()) return known.pick(random);
  }
  const uint32_t octave = random.between(first_octave, last_octave);
  return rare((1U << octave) + random.below(1U << octave));
}

const Tables& tables() {
  static const Tables kTables = Reader().read();
  return kTables;
}

}  // namespace cordon::world
