// Bad input: thousands of damaged copies of the list and customer fixtures, under the sanitizers and a time bound each.
// A copy may be refused with an error that names it. Where it is read, nothing may be lost in silence; that means:
//
//   1. What is no well-formed XML is an error.
//   2. Every record of the copy (an outermost record element; a row or a line that is not blank) is named by what came
//      of it: an entity has it as a source, a subject stands at it, or a remark says what became of it.
//   3. An entity all of whose records are in the copy byte for byte is there, with every name, identifier, date,
//      country, address, programme and reference that it has in the undamaged file. A subject whose row is in the copy
//      byte for byte, under the header that it had, is there with all of its names or is `not_screened`.
//   4. An archive that unpacks despite its damage holds what was packed.
//   5. A kernel says of a name's parts and their damaged copies what its naive twin says.
//   6. A record of a damaged block section is the one that was packed, or an error.
//   7. Damaged text is written as JSON to the same bytes as nlohmann writes it to, and JSON's reader reads it.
//
// The program prints how many copies it made. `cordon_mutation_test COPIES` makes so many; ctest runs 12,000.
#include <fmt/format.h>
#include <signal.h>
#include <unistd.h>
#include <zlib.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <nlohmann/json.hpp>
#include <ranges>
#include <set>

#include "base/checksum.h"
#include "base/utf8.h"
#include "intake/records.h"
#include "lists/collect.h"
#include "lists/ftm_party.h"
#include "lists/list_format.h"
#include "match/near_folds.h"
#include "match/similarity.h"
#include "model/entity_codec.h"
#include "names/analyze.h"
#include "reference/osa_distance.h"
#include "snapshot/blocks.h"
#include "syntax/csv.h"
#include "syntax/json.h"
#include "syntax/json_writer.h"
#include "syntax/text_encoding.h"
#include "tests/mutation/mutate.h"
#include "tests/mutation/records_of.h"

namespace cordon::mutation {
namespace {

namespace fs = std::filesystem;
using lists::Edition;
using lists::InputFile;
using lists::ListFormat;
using lists::ParsedList;

constexpr size_t kFixtureBytes = 20'000;
constexpr size_t kDefaultCopies = 12'000;  // of all tests together
constexpr unsigned kSeconds = 10;  // a copy may take, under sanitizers on a busy machine; most take milliseconds
size_t all_copies = kDefaultCopies;

// What the program is doing, for the message when it dies or hangs.
char current_copy[256] = "";

void on_alarm(int) {
  constexpr std::string_view kWhat = "a copy took too long: ";
  (void)!write(STDERR_FILENO, kWhat.data(), kWhat.size());
  (void)!write(STDERR_FILENO, current_copy, std::string_view(current_copy).size());
  (void)!write(STDERR_FILENO, "\n", 1);
  _exit(3);
}

struct Tally {
  size_t copies = 0;
  size_t refused = 0;
  size_t records = 0;
  size_t intact = 0;  // entities or subjects held against the undamaged ones
  double slowest = 0;
};
Tally total;

// Runs `copies` damaged copies of `original` through `one`, each under the time bound.
template <typename One>
void for_copies(const std::string& what, std::string_view original, size_t copies, Tally& tally, const One& one) {
  signal(SIGALRM, on_alarm);
  const uint64_t seed = hash64(what);
  for (size_t i = 0; i < copies; ++i) {
    Random random(seed + i);
    const std::string mutant = mutate(original, random);
    std::snprintf(current_copy, sizeof current_copy, "%s, copy %zu", what.c_str(), i);
    SCOPED_TRACE(current_copy);
    alarm(kSeconds);
    const auto start = std::chrono::steady_clock::now();
    one(mutant, i);
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
    alarm(0);
    tally.slowest = std::max(tally.slowest, took.count());
    ++tally.copies;
    if (testing::Test::HasFailure()) {
      std::ofstream("build/failed_mutant", std::ios::binary) << mutant;
      return;
    }
  }
}

void print(const std::string& name, const Tally& t) {
  std::printf("%-20s %6zu copies, %6zu refused, %7zu records accounted for, %7zu intact ones equal, slowest %.0f ms\n",
              name.c_str(), t.copies, t.refused, t.records, t.intact, t.slowest * 1000);
  total.copies += t.copies;
  total.refused += t.refused;
  total.records += t.records;
  total.intact += t.intact;
  total.slowest = std::max(total.slowest, t.slowest);
}

std::string read_file(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

// Every fixture that is small enough, and the example list as far as that.
std::vector<InputFile> fixtures() {
  std::vector<fs::path> paths;
  for (const auto& entry : fs::recursive_directory_iterator("tests/fixtures"))
    if (entry.is_regular_file() && entry.file_size() <= kFixtureBytes) paths.push_back(entry.path());
  std::ranges::sort(paths);
  std::vector<InputFile> out;
  for (const fs::path& path : paths) out.push_back({path.filename(), path, read_file(path)});
  for (const char* path : {"data/example/list.ftm.jsonl", "data/example/customers.csv"}) {
    std::string bytes = read_file(path).substr(0, kFixtureBytes);
    bytes.resize(bytes.rfind('\n') + 1);
    out.push_back({fs::path(path).filename(), path, std::move(bytes)});
  }
  return out;
}

// ── Lists ──────────────────────────────────────────────────────────────────────────────────────────────────────────

struct ListFixture {
  const ListFormat* format = nullptr;
  std::string list;
  std::vector<InputFile> files;
  ParsedList undamaged;
};

Edition edition_of(const ListFixture& fixture, const std::vector<InputFile>& files) {
  Edition out{fixture.list, {}};
  for (const InputFile& file : files) out.files.push_back(&file);
  return out;
}

bool is_own_table(const ListFormat& format) { return format.parse == lists::parse_own_table; }

bool is_for(const ListFormat& format, const InputFile& file) {
  if (!is_own_table(format)) return format.recognize(file);
  const std::string folder = fs::path(file.path).parent_path().filename();
  return folder == "own_table" && file.name.ends_with("." + std::string(format.name));
}

// The fixtures of a format: those of a folder together where a list has several files. Ones that are broken on purpose
// are left out.
std::vector<ListFixture> list_fixtures(const ListFormat& format) {
  std::map<std::string, ListFixture> groups;
  for (InputFile& file : fixtures()) {
    if (!is_for(format, file)) continue;
    const bool alone = format.parse != lists::parse_ofac_csv;
    ListFixture& fixture = groups[alone ? file.path : fs::path(file.path).parent_path().string()];
    fixture.format = &format;
    fixture.list = format.identify(file, "");
    fixture.files.push_back(std::move(file));
  }
  std::vector<ListFixture> out;
  for (auto& [key, fixture] : groups) {
    Reporter reporter;
    auto parsed = format.parse(edition_of(fixture, fixture.files), reporter);
    if (!parsed) continue;
    parsed->unpack();
    fixture.undamaged = std::move(*parsed);
    out.push_back(std::move(fixture));
  }
  return out;
}

std::string_view line_ends(const ListFormat& format) {
  return format.name == "ftm" || format.name == "jsonl" ? kJsonLineEnds : kLineEnds;
}

// The records of a file; nothing where it is no well-formed XML.
std::optional<std::vector<Record>> records_of(const ListFormat& format, std::string_view bytes) {
  constexpr std::array<std::string_view, 2> kUn = {"INDIVIDUAL", "ENTITY"};
  constexpr std::array<std::string_view, 1> kEu = {"sanctionEntity"};
  constexpr std::array<std::string_view, 1> kOfac = {"sdnEntry"};
  constexpr std::array<std::string_view, 1> kEnhanced = {"entity"};
  if (format.parse == lists::parse_un_xml) return xml_records(bytes, kUn);
  if (format.parse == lists::parse_eu_xml) return xml_records(bytes, kEu);
  if (format.parse == lists::parse_ofac_xml) return xml_records(bytes, kOfac);
  if (format.parse == lists::parse_ofac_enhanced) return xml_records(bytes, kEnhanced);
  return line_records(bytes, line_ends(format));
}

std::vector<std::string> statements(const Entity& e) {
  std::vector<std::string> out;
  for (const Name& n : e.names) out.push_back("name " + n.text);
  for (const Identifier& i : e.identifiers) out.push_back(fmt::format("identifier {} {}", int(i.kind), i.value));
  for (const DateStatement& d : e.dates) out.push_back(fmt::format("date {} {}", int(d.kind), d.span.text()));
  for (const CountryStatement& c : e.countries) out.push_back(fmt::format("country {} {}", int(c.kind), c.code));
  for (const Address& a : e.addresses) out.push_back("address " + a.full);
  for (const Mention& p : e.programs) out.push_back("program " + p.value);
  for (const Mention& r : e.references) out.push_back("reference " + r.value);
  // Name and id of the other party depend on its own record.
  for (const Link& l : e.links)
    out.push_back(fmt::format("link {} {} {} {} {}", l.kind, l.share, l.role, l.from ? l.from->text() : "",
                              l.to ? l.to->text() : ""));
  std::ranges::sort(out);
  return out;
}

std::string lost_statement(const Entity& whole, const Entity& read) {
  const auto before = statements(whole);
  const auto after = statements(read);
  for (const std::string& s : before)
    if (!std::ranges::binary_search(after, s)) return s;
  return {};
}

// Holds what came of one damaged file of a fixture against the laws.
class ListCheck {
 public:
  ListCheck(const ListFixture& fixture, size_t damaged, Tally& tally)
      : fixture_(fixture), damaged_(damaged), tally_(tally) {
    const auto records = records_of(*fixture.format, original().bytes);
    for (const Record& r : *records) text_at_.emplace(r.byte, r.text);
    for (size_t i = 0; i < std::min(head_records(), records->size()); ++i) head_.push_back((*records)[i].text);
  }

  void run(const std::string& mutant) {
    std::vector<InputFile> files = fixture_.files;
    files[damaged_].bytes = mutant;
    const Edition edition = edition_of(fixture_, files);
    const ListFormat& format = *fixture_.format;
    if (!is_own_table(format)) format.recognize(files[damaged_]);
    format.identify(files[damaged_], "");
    Reporter reporter;
    auto parsed = format.parse(edition, reporter);
    if (!parsed) {
      ++tally_.refused;
      EXPECT_FALSE(parsed.error().message.empty());
      EXPECT_FALSE(parsed.error().where.source.empty()) << parsed.error().text();
      return;
    }
    parsed->unpack();
    const auto records = records_of(format, mutant);
    ASSERT_TRUE(records) << "read without an error, but no well-formed XML";
    check_records(*records, mutant, *parsed, reporter);
    if (!has_damaged_characters(reporter)) check_intact(*records, *parsed);
  }

 private:
  const InputFile& original() const { return fixture_.files[damaged_]; }
  // Of a table the header, and what stands before it.
  size_t head_records() const { return fixture_.format->name == "csv" ? 1 : fixture_.format->name == "uk-csv" ? 2 : 0; }
  bool is_head(const Record& r) const {
    return (r.byte == 0 && head_records() > 0) || std::ranges::find(head_, r.text) != head_.end();
  }
  bool is_xml() const { return fixture_.format->name.ends_with("xml"); }

  void check_records(const std::vector<Record>& records, std::string_view mutant, const ParsedList& parsed,
                     const Reporter& reporter) {
    std::set<uint64_t> accounted;      // bytes
    std::set<std::string_view> twice;  // texts of accounted records: a second copy says nothing new
    for (const Entity& e : parsed.entities)
      for (const Source& s : e.sources)
        if (s.file == original().name) accounted.insert(s.byte);
    std::set<uint64_t> lines;
    std::set<uint64_t> swallowing;  // lines of rows of which a remark says that there may be others in them
    for (const Remark& r : reporter.remarks()) {
      if (r.where.source != original().path) continue;
      if (r.severity == Severity::kSkipped) accounted.insert(r.where.byte);
      lines.insert(r.where.record);
      if (r.message.contains("is a quote missing")) swallowing.insert(r.where.record);
    }
    const auto ids = count_ids(records);
    for (const Record& r : records)
      if (accounted.contains(r.byte)) twice.insert(r.text);
    for (const Record& r : records) {
      if (!must_be_accounted(r, ids)) continue;
      ++tally_.records;
      const bool named = accounted.contains(r.byte) || twice.contains(r.text) ||
                         (!is_xml() && lines.contains(line_number(mutant, line_ends(*fixture_.format), r))) ||
                         is_swallowed(line_number(mutant, kLineEnds, r), swallowing, parsed);
      ASSERT_TRUE(named) << "lost in silence, at byte " << r.byte << ": " << r.text;
    }
  }

  // Is the last row that begins at or before this line one that may have swallowed others?
  bool is_swallowed(uint64_t line, const std::set<uint64_t>& swallowing, const ParsedList& parsed) const {
    const auto behind = swallowing.upper_bound(line);
    if (behind == swallowing.begin()) return false;
    const uint64_t row = *std::prev(behind);
    for (const Entity& e : parsed.entities)
      for (const Source& s : e.sources)
        if (s.file == original().name && s.record.starts_with("line ") && std::stoull(s.record.substr(5)) > row &&
            std::stoull(s.record.substr(5)) <= line)
          return false;
    return true;
  }

  // Of lines only those that stand in the file as they did, but for FtM, where every party is a record. What is
  // attached to a party is not if another record has its id, with which it is joined, or if it is a position that a
  // party holds.
  bool must_be_accounted(const Record& r, const std::map<std::string, size_t>& ids) const {
    if (is_xml()) return true;
    if (r.text == "\x1a" || is_head(r)) return false;
    if (fixture_.format->name != "ftm") return texts().contains(r.text);
    const auto json = parse_json(r.text);
    if (!json) return true;
    const JsonValue* schema = json->find("schema");
    if (schema == nullptr || lists::FtmParties::is_party(schema->text)) return true;
    return schema->text != "Position" && texts().contains(r.text) && ids.at(id_of(*json)) == 1;
  }

  static std::string id_of(const JsonValue& record) {
    const JsonValue* id = record.find("id");
    return id == nullptr ? std::string{} : id->text;
  }
  std::map<std::string, size_t> count_ids(const std::vector<Record>& records) const {
    std::map<std::string, size_t> out;
    if (fixture_.format->name != "ftm") return out;
    for (const Record& r : records)
      if (const auto json = parse_json(r.text)) ++out[id_of(*json)];
    return out;
  }

  const std::set<std::string_view>& texts() const {
    if (texts_.empty())
      for (const auto& [byte, text] : text_at_) texts_.insert(text);
    return texts_;
  }

  void check_intact(const std::vector<Record>& records, const ParsedList& parsed) {
    for (size_t i = 0; i < head_.size(); ++i)
      if (i >= records.size() || records[i].text != head_[i]) return;
    std::set<std::string_view> kept;
    for (const Record& r : records) kept.insert(r.text);
    std::map<std::string_view, const Entity*> by_id;
    for (const Entity& e : parsed.entities) by_id.emplace(e.id, &e);
    for (const Entity& whole : fixture_.undamaged.entities) {
      if (!is_intact(whole, kept)) continue;
      ++tally_.intact;
      const auto it = by_id.find(whole.id);
      if (is_own_table(*fixture_.format) && is_numbered(whole)) continue;
      ASSERT_NE(it, by_id.end()) << whole.id << " is gone, though its records are whole";
      if (it->second->sources.size() != whole.sources.size()) continue;  // others were joined to it
      ASSERT_EQ(lost_statement(whole, *it->second), "") << whole.id;
    }
  }

  // A row without an id is known by its line, which may have changed.
  static bool is_numbered(const Entity& whole) {
    const Source& source = whole.sources.front();
    return source.record.starts_with("line ") &&
           whole.list_id == fmt::format("{}#{}", source.file, source.record.substr(5));
  }

  // Reported for the whole file: which names it concerns is not.
  static bool has_damaged_characters(const Reporter& reporter) {
    return std::ranges::any_of(reporter.remarks(),
                               [](const Remark& r) { return r.message.contains("damaged characters"); });
  }

  bool is_intact(const Entity& whole, const std::set<std::string_view>& kept) const {
    return std::ranges::all_of(whole.sources, [&](const Source& s) {
      if (s.file != original().name) return true;
      const auto text = text_at_.find(s.byte);
      return text != text_at_.end() && kept.contains(text->second);
    });
  }

  const ListFixture& fixture_;
  size_t damaged_;
  Tally& tally_;
  std::map<uint64_t, std::string_view> text_at_;  // of the undamaged file
  mutable std::set<std::string_view> texts_;
  std::vector<std::string_view> head_;
};

void run_lists(std::string_view format_name, size_t thousandths) {
  const ListFormat* format = lists::find_format(format_name);
  ASSERT_NE(format, nullptr);
  const std::vector<ListFixture> all = list_fixtures(*format);
  ASSERT_FALSE(all.empty()) << "no fixture of " << format_name;
  size_t files = 0;
  for (const ListFixture& fixture : all) files += fixture.files.size();
  const size_t copies = all_copies * thousandths / 1000 / files + 1;
  Tally tally;
  for (const ListFixture& fixture : all) {
    for (size_t i = 0; i < fixture.files.size(); ++i) {
      ListCheck check(fixture, i, tally);
      for_copies(fmt::format("{} {}", format_name, fixture.files[i].path), fixture.files[i].bytes, copies, tally,
                 [&](const std::string& mutant, size_t) { check.run(mutant); });
      if (testing::Test::HasFailure()) return;
    }
  }
  print(std::string(format_name), tally);
  EXPECT_GT(tally.intact, 0U);
}

TEST(Mutation, OfacCsv) { run_lists("ofac-csv", 170); }
TEST(Mutation, OfacXml) { run_lists("ofac-xml", 125); }
TEST(Mutation, OfacEnhanced) { run_lists("ofac-enhanced-xml", 125); }
TEST(Mutation, UnXml) { run_lists("un-xml", 125); }
TEST(Mutation, UkCsv) { run_lists("uk-csv", 60); }
TEST(Mutation, EuXml) { run_lists("eu-xml", 125); }
TEST(Mutation, Ftm) { run_lists("ftm", 125); }
TEST(Mutation, OwnCsv) { run_lists("csv", 60); }
TEST(Mutation, OwnJsonLines) { run_lists("jsonl", 60); }

// ── Files on disk: archives, folders ───────────────────────────────────────────────────────────────────────────────

class Folder {
 public:
  Folder() {
    char name[] = "/tmp/cordon_mutation_XXXXXX";
    path_ = mkdtemp(name);
  }
  ~Folder() { fs::remove_all(path_); }
  fs::path write(const std::string& name, std::string_view bytes) const {
    std::ofstream(path_ / name, std::ios::binary).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    return path_ / name;
  }
  const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

std::string gzip(std::string_view bytes, const fs::path& scratch) {
  gzFile out = gzopen(scratch.c_str(), "wb");
  gzwrite(out, bytes.data(), static_cast<unsigned>(bytes.size()));
  gzclose(out);
  return read_file(scratch);
}

TEST(Mutation, Archives) {
  const std::vector<ListFixture> all = list_fixtures(*lists::find_format("un-xml"));
  ASSERT_FALSE(all.empty());
  const Folder folder;
  Tally tally;
  const InputFile& file = all.front().files.front();
  const std::string packed = gzip(file.bytes, folder.path() / "scratch.gz");
  for_copies("gz " + file.path, packed, all_copies * 40 / 1000, tally, [&](const std::string& mutant, size_t) {
    const auto unpacked = read_files(folder.write("un.xml.gz", mutant));
    if (!unpacked || !mutant.starts_with("\x1f\x8b")) {  // without its mark it is a plain file
      ++tally.refused;
      return;
    }
    ASSERT_EQ(unpacked->size(), 1U);
    ASSERT_TRUE(unpacked->front().bytes == file.bytes) << "a damaged archive gave other bytes";
    ++tally.intact;
  });
  print("gz", tally);
}

// The folds of the fixtures' names against damaged copies of them, all of a copy at once.
TEST(Mutation, EditDistances) {
  std::set<std::string> words;
  for (const ListFixture& fixture : list_fixtures(*lists::find_format("eu-xml")))
    for (const Entity& entity : fixture.undamaged.entities)
      for (const Name& name : entity.names)
        for (const std::string_view part : std::views::split(std::string_view(name.text), ' ') |
                                               std::views::transform([](auto r) { return std::string_view(r); }))
          words.insert(names::fold(part));
  std::string text;  // all of them, so that a copy is damaged in a few places
  for (const std::string& word : words) text += word + '\n';
  Tally tally;
  for_copies("folds", text, all_copies * 40 / 1000, tally, [&](const std::string& mutant, size_t i) {
    std::vector<std::string_view> folds;
    for (const auto& record : line_records(mutant, "\n")) folds.push_back(record.text);
    const std::string& word = *std::next(words.begin(), static_cast<ptrdiff_t>(i % words.size()));
    for (const CpuLevel level : {CpuLevel::kScalar, highest_cpu_level()}) {
      std::vector<uint8_t> distances(folds.size());
      match::edit_distances(word, folds, distances, level);
      for (size_t f = 0; f < folds.size(); ++f) {
        const auto [shorter, longer] =
            std::pair(std::min(word.size(), folds[f].size()), std::max(word.size(), folds[f].size()));
        if (longer > 48) continue;
        const int exact = reference::osa_distance(word, folds[f]);
        ASSERT_EQ(distances[f], exact <= match::max_edits(shorter) ? exact : match::kFar) << word << " " << folds[f];
        ++tally.records;
        tally.intact += distances[f] != match::kFar;
      }
    }
  });
  print("folds", tally);
  EXPECT_GT(tally.intact, 0U);
}

// The bodies of the fixtures' parties as a snapshot holds them, with a dictionary and without.
void run_blocks(const std::string& name, const std::vector<std::string>& bodies, const std::string& dictionary) {
  snapshot::BlockWriter writer(dictionary, 512);
  for (const std::string& body : bodies) writer.append(body);
  const std::string section = writer.build();
  ASSERT_LT(section.size(), kMutantBytes);
  Tally tally;
  for_copies(name, section, all_copies * 40 / 1000, tally, [&](std::string mutant, size_t copy) {
    // Most copies are refused at once for their length; of half the damage lies behind the counts, which fit again.
    mutant = copy % 2 == 0 ? mutant : section.substr(0, 64) + mutant.substr(std::min<size_t>(64, mutant.size()));
    if (copy % 2 != 0) mutant.resize(section.size());
    const auto reader = snapshot::BlockReader::open(mutant);
    if (!reader) {
      ++tally.refused;
      EXPECT_EQ(reader.error().code, ErrorCode::kCorrupt);
      return;
    }
    ASSERT_EQ(reader->count(), bodies.size());
    snapshot::BlockCursor cursor(*reader);
    for (size_t i = 0; i < bodies.size(); ++i) {
      const auto body = cursor.record(i);
      ++tally.records;
      if (body) {
        ASSERT_TRUE(*body == bodies[i]) << "another body as number " << i;
        ++tally.intact;
      } else {
        ASSERT_EQ(body.error().code, ErrorCode::kCorrupt) << body.error().text();
      }
    }
  });
  print(name, tally);
  EXPECT_GT(tally.intact, 0U);
}

TEST(Mutation, BlockSections) {
  std::vector<std::string> bodies;
  for (const std::string_view format : {"un-xml", "eu-xml", "ofac-xml"})
    for (const ListFixture& fixture : list_fixtures(*lists::find_format(format)))
      for (const Entity& entity : fixture.undamaged.entities) encode_entity(entity, bodies.emplace_back());
  std::vector<std::string_view> sample;
  for (size_t bytes = 0; bytes < 100'000; bytes += sample.back().size())
    sample.push_back(bodies[sample.size() % bodies.size()]);
  const std::string dictionary = snapshot::train_dictionary(sample);
  ASSERT_FALSE(dictionary.empty());
  run_blocks("blocks", bodies, {});
  run_blocks("blocks, dictionary", bodies, dictionary);
}

// Fixtures of all kinds as the value of one member, line by line as well as whole.
TEST(Mutation, JsonTexts) {
  const std::vector<InputFile> files = fixtures();
  Tally tally;
  const auto check = [&](std::string_view text) {
    JsonWriter out;
    out.begin_object();
    out.text("text", text);
    out.end_object();
    const std::string line = std::move(out).take();
    const nlohmann::json twin = {{"text", text}};
    ASSERT_EQ(line, twin.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
    const auto read = parse_json(line);
    ASSERT_TRUE(read) << read.error().text();
    ++tally.records;
    if (first_invalid_utf8(text)) return;
    ASSERT_TRUE(read->find("text")->text == text);
    ++tally.intact;
  };
  for (const InputFile& file : files) {
    for_copies("text " + file.path, file.bytes, all_copies * 40 / 1000 / files.size() + 1, tally,
               [&](const std::string& mutant, size_t) {
                 check(mutant);
                 for (const Record& line : line_records(mutant, "\n")) check(line.text);
               });
    if (testing::Test::HasFailure()) return;
  }
  print("JSON texts", tally);
  EXPECT_GT(tally.intact, 0U);
  EXPECT_LT(tally.intact, tally.records);
}

// What a damaged file among whole ones does to a build: the whole folder is read or refused, and never less than that
// without a word.
TEST(Mutation, Folders) {
  const std::vector<ListFixture> all = list_fixtures(*lists::find_format("eu-xml"));
  const std::vector<ListFixture> others = list_fixtures(*lists::find_format("un-xml"));
  ASSERT_FALSE(all.empty() || others.empty());
  const InputFile& whole = others.front().files.front();
  const InputFile& file = all.front().files.front();
  const Folder folder;
  folder.write("a_whole_list.xml", whole.bytes);
  Tally tally;
  for_copies("folder " + file.path, file.bytes, all_copies * 20 / 1000, tally, [&](const std::string& mutant, size_t) {
    const std::string path = folder.write("damaged.xml", mutant);
    Reporter reporter;
    const auto collection = lists::collect({folder.path()}, {}, reporter);
    if (!collection) {
      ++tally.refused;
      EXPECT_EQ(collection.error().where.source, path) << collection.error().text();
      return;
    }
    const bool named =
        std::ranges::any_of(collection->passed_over, [&](const std::string& p) { return p.contains(path); });
    const bool read = std::ranges::any_of(collection->lists, [](const ParsedList& l) { return l.info.list == "eu"; });
    EXPECT_NE(named, read);
    const bool other = std::ranges::any_of(collection->lists, [&](const ParsedList& l) {
      return l.info.list == "un" && l.entities.size() == others.front().undamaged.entities.size();
    });
    EXPECT_TRUE(other) << "damage in one file cost another list";
    tally.intact += other;
  });
  print("folders", tally);
}

// ── Customers ──────────────────────────────────────────────────────────────────────────────────────────────────────

Result<std::vector<Subject>> read_subjects(const std::string& bytes) {
  Reporter reporter;
  TRY(const auto reader, intake::open_records(bytes, "customers", {}, reporter));
  std::vector<Subject> out;
  while (true) {
    TRY(std::optional<Subject> subject, reader->next());
    if (!subject) return out;
    out.push_back(std::move(*subject));
    if (out.size() > kMutantBytes) return fail(ErrorCode::kLimit, "more subjects than bytes");
  }
}

std::set<std::string> names_of(const Subject& subject) {
  std::set<std::string> out;
  for (const SubjectName& name : subject.names) out.insert(name.text);
  for (const Identifier& id : subject.identifiers) out.insert(id.value);
  return out;
}

class CustomerCheck {
 public:
  CustomerCheck(const InputFile& file, const std::vector<Subject>& undamaged, Tally& tally)
      : undamaged_(undamaged), text_(decode_text(file.bytes).text), tally_(tally) {
    is_json_ = text_.starts_with('{') || text_.starts_with('[');
    if (!is_json_) header_ = lines_of(text_).front().text;
    std::map<uint64_t, std::string_view> lines;
    for (const Record& r : lines_of(text_)) lines.emplace(r.byte, r.text);
    for (size_t i = 0; i < undamaged.size(); ++i) {
      const auto line = lines.find(undamaged[i].where.byte);
      const uint64_t end = i + 1 < undamaged.size() ? undamaged[i + 1].where.byte : text_.size();
      // Only records that are one whole line: what several lines hold cannot be found again without reading it.
      if (line == lines.end() || undamaged[i].not_screened) continue;
      if (std::string_view(text_)
              .substr(line->first + line->second.size(), end - line->first - line->second.size())
              .find_first_not_of("\r\n") != std::string_view::npos)
        continue;
      subject_of_.emplace(line->second, &undamaged[i]);
    }
  }
  size_t subjects() const { return subject_of_.size(); }

  void run(const std::string& mutant) {
    const auto subjects = read_subjects(mutant);
    if (!subjects) {
      ++tally_.refused;
      EXPECT_NE(subjects.error().code, ErrorCode::kLimit);
      EXPECT_EQ(subjects.error().where.source, "customers") << subjects.error().text();
      return;
    }
    const std::string text = decode_text(mutant).text;
    const std::vector<Record> lines = lines_of(text);
    for (const Subject& s : *subjects) ASSERT_TRUE(s.not_screened || !names_of(s).empty()) << s.where.record;
    if (!is_json_ && (lines.empty() || lines.front().text != header_)) return;
    for (size_t i = is_json_ ? 0 : 1; i < lines.size(); ++i)
      check_line(lines[i], line_number(text, is_json_ ? kJsonLineEnds : kLineEnds, lines[i]), *subjects);
  }

 private:
  std::vector<Record> lines_of(std::string_view text) const {
    return line_records(text, is_json_ ? kJsonLineEnds : kLineEnds);
  }

  // The subject in whose stretch of the input the line stands is the line's own, or says that it was not screened. A
  // subject stands at the byte where it begins; what could not be read, at the line where it begins.
  void check_line(const Record& line, uint64_t number, const std::vector<Subject>& subjects) {
    const auto whole = subject_of_.find(line.text);
    if (whole == subject_of_.end()) return;
    ++tally_.records;
    const Subject* last = nullptr;
    for (const Subject& s : subjects)
      if (s.not_screened ? s.where.record <= number : s.where.byte <= line.byte) last = &s;
    ASSERT_NE(last, nullptr) << "no subject for " << line.text;
    if (last->not_screened) return;
    ASSERT_EQ(last->where.byte, line.byte) << "lost in silence: " << line.text;
    ASSERT_EQ(names_of(*last), names_of(*whole->second)) << line.text;
    ++tally_.intact;
  }

  const std::vector<Subject>& undamaged_;
  std::string text_;
  Tally& tally_;
  bool is_json_ = false;
  std::string_view header_;
  std::map<std::string_view, const Subject*> subject_of_;
};

void run_customers(const std::vector<std::string_view>& endings, size_t thousandths, const std::string& name) {
  std::vector<InputFile> files;
  std::vector<std::vector<Subject>> undamaged;
  for (InputFile& file : fixtures()) {
    if (std::ranges::none_of(endings, [&](std::string_view e) { return file.name.ends_with(e); })) continue;
    auto subjects = read_subjects(file.bytes);
    if (!subjects || subjects->empty()) continue;
    files.push_back(std::move(file));
    undamaged.push_back(std::move(*subjects));
  }
  ASSERT_FALSE(files.empty());
  Tally tally;
  const size_t copies = all_copies * thousandths / 1000 / files.size() + 1;
  for (size_t i = 0; i < files.size(); ++i) {
    CustomerCheck check(files[i], undamaged[i], tally);
    for_copies(fmt::format("customers {}", files[i].path), files[i].bytes, copies, tally,
               [&](const std::string& mutant, size_t) { check.run(mutant); });
    if (testing::Test::HasFailure()) return;
  }
  print(name, tally);
  EXPECT_GT(tally.intact, 0U);
}

TEST(Mutation, CustomerTables) { run_customers({".csv", ".tsv"}, 100, "customer tables"); }
TEST(Mutation, CustomerJson) { run_customers({".json", ".jsonl"}, 100, "customer JSON"); }

}  // namespace
}  // namespace cordon::mutation

int main(int argc, char** argv) {
  testing::InitGoogleTest(&argc, argv);
  if (argc > 1) cordon::mutation::all_copies = std::max(1, std::atoi(argv[1]));
  const int result = RUN_ALL_TESTS();
  const auto& t = cordon::mutation::total;
  std::printf("mutated copies in all: %zu (%zu refused; slowest %.0f ms)\n", t.copies, t.refused, t.slowest * 1000);
  return result;
}
