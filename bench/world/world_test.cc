// The generated world: the same everywhere, read by Cordon without a remark, shaped as the real lists are, and with
// customers whose names are changed but not into other names.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <set>

#include "lists/parsed_fixture.h"
#include "model/identifier.h"
#include "world/customer.h"
#include "world/letters.h"
#include "world/slips.h"
#include "world/write.h"

namespace cordon::lists {
Result<ParsedList> parse_ftm(const Edition& edition, Reporter& reporter);
}

namespace cordon::world {
namespace {

constexpr uint64_t kSeed = 7;
constexpr uint64_t kParties = 4000;

const std::vector<Party>& parties() {
  static const std::vector<Party> kMade = [] {
    std::vector<Party> out;
    for (uint64_t i = 0; i < kParties; ++i) out.push_back(make_party(kSeed, i));
    return out;
  }();
  return kMade;
}

const std::vector<Customer>& customers() {
  static const std::vector<Customer> kMade = [] {
    std::vector<Customer> out;
    for (uint64_t i = 0; i < 60000; ++i) out.push_back(make_customer(kSeed, kParties, i));
    return out;
  }();
  return kMade;
}

std::vector<std::string> tokens_of(std::string_view name) {
  std::vector<std::string> out(1);
  for (const char32_t c : to_letters(folded(name))) {
    const bool mark = c < 0x80 && !(c >= U'a' && c <= U'z') && !(c >= U'0' && c <= U'9');
    if (mark && !out.back().empty()) out.emplace_back();
    if (!mark) append_utf8(c, out.back());
  }
  if (out.back().empty()) out.pop_back();
  return out;
}

// In how many of the first `count` parties each token occurs.
std::map<std::string, uint32_t> postings(size_t count) {
  std::map<std::string, uint32_t> out;
  for (size_t i = 0; i < count; ++i) {
    std::set<std::string> tokens;
    for (const ListedName& name : parties()[i].names)
      for (std::string& token : tokens_of(name.text)) tokens.insert(std::move(token));
    for (const std::string& token : tokens) ++out[token];
  }
  return out;
}

double share(size_t n, size_t of) { return static_cast<double>(n) / static_cast<double>(of); }

std::string bytes_of(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::string fresh_folder(std::string_view name) {
  const auto path = std::filesystem::temp_directory_path() / ("cordon_world_" + std::string(name));
  std::filesystem::remove_all(path);
  return path.string();
}

TEST(WorldRandom, IsSplitmix64) {
  // The first numbers of splitmix64 from state 1234567, as published with it.
  constexpr uint64_t kState = 1234567;
  EXPECT_EQ(mix(kState + 0x9E3779B97F4A7C15ULL), 6457827717110365317ULL);
  EXPECT_EQ(mix(kState + 2 * 0x9E3779B97F4A7C15ULL), 3203168211198807973ULL);
}

TEST(WorldRandom, WeightsAreKept) {
  Random random(1);
  const std::vector<uint32_t> cumulative = {10, 10, 40};
  std::array<int, 3> seen = {};
  for (int i = 0; i < 40000; ++i) ++seen[random.weighted(cumulative)];
  EXPECT_EQ(seen[1], 0);
  EXPECT_NEAR(seen[0], 10000, 400);
}

// A change of these numbers is a change of every generated world: figures measured on the old ones cannot be compared
// with new ones, and bench/WORLD.md has to be made anew.
TEST(World, IsTheSameEverywhere) {
  std::string lines, rows;
  for (uint64_t i = 0; i < 500; ++i) lines += ftm_line(1, i);
  for (uint64_t i = 0; i < 2000; ++i) {
    const Customer c = make_customer(1, 500, i);
    rows += c.id + "," + c.name + "," + c.schema + "," + c.birth_date + "," + c.country + "\n";
  }
  EXPECT_EQ(hash(lines), 1040870185770513965ULL);
  EXPECT_EQ(hash(rows), 13814478074938701045ULL);
}

TEST(World, FilesOfOneSizeBeginThoseOfALarger) {
  const std::string small = fresh_folder("small");
  const std::string large = fresh_folder("large");
  ASSERT_TRUE(write_world({5000, 300, 3, true}, small));
  ASSERT_TRUE(write_world({9000, 300, 3, false}, large));
  const std::string parties_of_small = bytes_of(small + "/parties.ftm.jsonl");
  EXPECT_EQ(std::ranges::count(parties_of_small, '\n'), 5000);
  EXPECT_TRUE(bytes_of(large + "/parties.ftm.jsonl").starts_with(parties_of_small));
  EXPECT_EQ(parties_of_small.find(ftm_line(3, 0)), 0U);
  EXPECT_THAT(bytes_of(small + "/customers.csv"),
              testing::StartsWith("id,name,schema,birth_date,country\nc-00000001,"));
  const std::string truth = bytes_of(small + "/truth.csv");
  EXPECT_THAT(truth, testing::StartsWith("id,entity_id\nc-000000"));
  EXPECT_EQ(std::ranges::count(truth, '\n'), 4);
  const std::string changes = bytes_of(small + "/changes.csv");
  EXPECT_THAT(changes, testing::StartsWith("id,change\nc-000000"));
  EXPECT_EQ(std::ranges::count(changes, '\n'), 4);
  EXPECT_FALSE(std::filesystem::exists(large + "/changes.csv"));
  std::filesystem::remove_all(small);
  std::filesystem::remove_all(large);
}

TEST(World, AnotherSeedIsAnotherWorld) {
  size_t equal = 0;
  for (uint64_t i = 0; i < 200; ++i) equal += ftm_line(1, i) == ftm_line(2, i);
  EXPECT_EQ(equal, 0U);
}

TEST(World, IsReadWithoutARemark) {
  std::string lines;
  for (uint64_t i = 0; i < kParties; ++i) lines += ftm_line(kSeed, i);
  const auto read = lists::parse_text(lists::parse_ftm, "made_world", "parties.ftm.jsonl", std::move(lines));
  ASSERT_TRUE(read.list) << read.list.error().text();
  EXPECT_TRUE(read.reporter.remarks().empty());
  ASSERT_EQ(read.list->entities.size(), kParties);
  EXPECT_EQ(read.list->info.skipped, 0U);
  size_t checked = 0;
  for (const Entity& e : read.list->entities)
    for (const Identifier& id : e.identifiers) {
      const IdCheck check = check_id(id.kind, id.value);
      checked += (id.kind == IdKind::kImo || id.kind == IdKind::kInn) && check == IdCheck::kValid;
      EXPECT_NE(check, IdCheck::kInvalid) << e.id << " " << id_kind_row(id.kind).name << " " << id.value;
    }
  EXPECT_GT(checked, 300U);
}

TEST(World, NamesArePlainText) {
  for (const Party& party : parties()) {
    EXPECT_TRUE(party.kind == PartyKind::kCryptoWallet || !party.names.empty()) << party.index;
    std::set<std::string> seen;
    for (const ListedName& name : party.names) {
      EXPECT_TRUE(seen.insert(name.text).second) << name.text;
      EXPECT_EQ(name.text.find("  "), std::string::npos) << name.text;
      bool latin = false;
      bool cyrillic = false;
      for (const char32_t c : to_letters(name.text)) {
        EXPECT_TRUE(c >= 0x20 && c != U'^' && c != U'$') << name.text;
        latin = latin || (c >= U'a' && c <= U'z');
        cyrillic = cyrillic || is_cyrillic(c);
      }
      // A legal form may be Cyrillic behind a Latin brand; a letter that no scheme romanises may not.
      EXPECT_FALSE(latin && cyrillic && party.kind == PartyKind::kPerson) << name.text;
    }
  }
}

TEST(World, EveryCyrillicLetterIsRomanised) {
  for (const Culture& culture : tables().cultures) {
    if (culture.build != "slavic") continue;
    for (uint32_t scheme = 0; scheme < kSchemes; ++scheme)
      for (const char32_t c : to_letters(romanised("абвгдеёжзийклмнопрстуфхцчшщъыьэюя", culture, scheme)))
        EXPECT_FALSE(is_cyrillic(c)) << culture.name << " " << scheme << " " << to_utf8(std::u32string(1, c));
    const bool ukrainian = culture.name == "ukrainian";
    EXPECT_EQ(romanised("ганін", culture, 0), ukrainian ? "hanin" : "ganіn");  // "і" is no Russian letter
  }
}

TEST(World, EveryMarkedLetterHasItsCapital) {
  for (const Culture& culture : tables().cultures) {
    if (culture.build != "slavic") continue;
    for (uint32_t scheme = 0; scheme < kSchemes; ++scheme) {
      const std::string latin = romanised("щеж ция ёж", culture, scheme);
      for (const char32_t c : to_letters(all_upper(latin))) EXPECT_EQ(c, upper(c)) << latin;
      for (const char c : folded(latin)) EXPECT_LT(static_cast<uint8_t>(c), 0x80) << latin;
      EXPECT_NE(all_upper(latin), latin);
    }
  }
  EXPECT_EQ(all_upper("żółw ñandú şahin"), "ŻÓŁW ÑANDÚ ŞAHIN");
  EXPECT_EQ(capitalised("abd al-rahman o'neill"), "Abd al-Rahman O'neill");
}

TEST(World, TokensAreAsInTheRealLists) {
  size_t names = 0;
  size_t persons = 0;
  std::vector<size_t> each;
  for (const Party& party : parties()) {
    names += party.names.size();
    each.push_back(party.names.size());
    persons += party.kind == PartyKind::kPerson;
  }
  std::ranges::sort(each);
  EXPECT_NEAR(share(names, kParties), 3.8, 0.4);
  EXPECT_GE(each[kParties * 99 / 100], 14U);
  EXPECT_NEAR(share(persons, kParties), 0.61, 0.04);

  const auto all = postings(kParties);
  size_t once = 0;
  uint32_t most = 0;
  for (const auto& [token, count] : all) {
    once += count == 1;
    most = std::max(most, count);
  }
  EXPECT_NEAR(share(all.size(), kParties), 2.8, 0.5);  // the EU's list: 5.0, OFAC's: 2.1
  EXPECT_NEAR(share(once, all.size()), 0.70, 0.06);    // .74
  EXPECT_NEAR(share(most, kParties), 0.075, 0.025);    // .09 and .11
  // Heaps's law: twice the parties have more tokens, but not twice as many.
  EXPECT_NEAR(share(all.size(), postings(kParties / 2).size()), 1.68, 0.12);
}

TEST(World, RanksFollowZipf) {
  std::vector<uint32_t> counts;
  for (const auto& [token, count] : postings(kParties)) counts.push_back(count);
  std::ranges::sort(counts, std::greater{});
  // Ten times the rank, between a fifth and a tenth of the occurrences.
  EXPECT_NEAR(share(counts[29], counts[299]), 5.5, 1.5);
  EXPECT_NEAR(share(counts[99], counts[999]), 7.0, 2.0);
}

TEST(World, RelativesShareSurnames) {
  // Two neighbours in a block of eight with one address and one surname.
  std::map<std::string, std::set<std::string>> surnames;
  for (const Party& party : parties()) {
    if (party.kind != PartyKind::kPerson) continue;
    for (const Statement& s : party.statements)
      if (s.property == "address")
        for (const Part& part : party.person.parts)
          if (part.role == Role::kFamily)
            surnames[s.value].insert(folded(latin(part.known, *party.culture, {})).substr(0, 4));
  }
  std::map<std::string, int> at;
  for (const Party& party : parties())
    for (const Statement& s : party.statements)
      if (s.property == "address" && party.kind == PartyKind::kPerson) ++at[s.value];
  int shared = 0;
  for (const auto& [address, count] : at) shared += count > 1 && surnames[address].size() == 1;
  EXPECT_GT(shared, 60);
}

TEST(WorldCustomers, OneInAHundredIsListed) {
  ASSERT_EQ(customers().size() % kOneIn, 0U);
  for (size_t i = 0; i < customers().size(); i += kOneIn) {
    int listed = 0;
    for (size_t k = i; k < i + kOneIn; ++k) listed += customers()[k].party.has_value();
    EXPECT_EQ(listed, 1) << i;
  }
}

TEST(WorldCustomers, TruthIsAPartyOfTheSameKind) {
  std::set<std::string> ids;
  for (const Customer& c : customers()) {
    EXPECT_TRUE(ids.insert(c.id).second);
    EXPECT_FALSE(c.name.empty());
    if (!c.party) continue;
    ASSERT_LT(*c.party, kParties);
    const Party& party = parties()[*c.party];
    EXPECT_EQ(c.schema, schema_of(party.kind));
    EXPECT_TRUE(c.birth_date.empty() || party.birth.starts_with(c.birth_date) || c.birth_date == party.birth);
    EXPECT_TRUE(c.country.empty() || c.country == party.country);
  }
}

TEST(WorldCustomers, ListedNamesAreChanged) {
  size_t listed = 0;
  size_t differ = 0;
  std::map<Change, size_t> changes;
  for (const Customer& c : customers()) {
    if (!c.party) continue;
    ++listed;
    ++changes[c.change];
    bool same = false;
    for (const ListedName& name : parties()[*c.party].names) same = same || folded(name.text) == folded(c.name);
    differ += !same;
  }
  EXPECT_EQ(listed, customers().size() / kOneIn);
  EXPECT_GE(share(differ, listed), 0.85);
  EXPECT_GE(changes.size(), kChanges - 1);  // nicknames are few
  EXPECT_NEAR(share(changes[Change::kTransliteration], listed), 0.32, 0.07);
  EXPECT_NEAR(share(changes[Change::kTyping], listed), 0.20, 0.05);
}

// Slips of typing leave short words alone, and hit a second word only in names of three or more.
TEST(WorldCustomers, TypingErrorsAreInLongWords) {
  size_t seen = 0;
  for (const Customer& c : customers()) {
    if (!c.party || c.change != Change::kTyping || c.schema != "Person") continue;
    const Party& party = parties()[*c.party];
    std::vector<std::string> before = tokens_of(joined(in_latin(party.person, party.style)));
    std::vector<std::string> after = tokens_of(c.name);
    if (before.size() != after.size()) continue;  // a slip at a mark
    ++seen;
    size_t different = 0;
    for (size_t i = 0; i < before.size(); ++i) {
      if (before[i] == after[i]) continue;
      ++different;
      EXPECT_EQ(before[i][0], after[i][0]) << c.name;
    }
    EXPECT_GE(different, 1U) << c.name;
    EXPECT_LE(different, before.size() >= 3 ? 2U : 1U) << c.name;
  }
  EXPECT_GT(seen, 30U);
  std::vector<std::string> words = {"al-masri", "omar 1234567", "mykola77"};
  Random random(1);
  EXPECT_FALSE(type_wrong(words, false, random));  // no part has seven letters
}

TEST(WorldCustomers, OthersAreNotTheParties) {
  std::set<std::string> listed;
  for (const Party& party : parties())
    for (const ListedName& name : party.names) listed.insert(folded(name.text));
  size_t others = 0;
  size_t equal = 0;
  for (const Customer& c : customers()) {
    if (c.party) continue;
    ++others;
    equal += listed.contains(folded(c.name));
  }
  EXPECT_LT(share(equal, others), 0.02);  // by chance, as in life
  EXPECT_GT(equal, 0U);
}

}  // namespace
}  // namespace cordon::world
