// Whole files to subjects: the fixtures, every way a file can be laid out, and what is said about what was not read.
#include "intake/records.h"

#include <gmock/gmock.h>
#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <fstream>

#include "base/mapped_file.h"

namespace cordon::intake {
namespace {

using namespace std::string_literals;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

struct Read {
  std::vector<Subject> subjects;
  std::vector<std::string> remarks;
  std::optional<Error> error;
};

Read read(InputBytes bytes, const IntakeOptions& options = {}) {
  Read out;
  Reporter reporter;
  auto reader = open_records(std::move(bytes), "t", options, reporter);
  if (!reader) {
    out.error = reader.error();
    return out;
  }
  while (true) {
    auto subject = (*reader)->next();
    if (!subject) {
      out.error = subject.error();
      break;
    }
    if (!*subject) break;
    out.subjects.push_back(std::move(**subject));
  }
  EXPECT_EQ((*reader)->bytes_read(), (*reader)->bytes_total());
  for (const Remark& remark : reporter.remarks())
    out.remarks.push_back((remark.where.record ? std::to_string(remark.where.record) + ": " : "") + remark.message);
  return out;
}

Read read(std::string bytes, const IntakeOptions& options = {}) { return read(InputBytes(std::move(bytes)), options); }

Read read_fixture(const std::string& name, const IntakeOptions& options = {}) {
  auto bytes = read_file("tests/fixtures/intake/" + name);
  if (!bytes) return {{}, {}, bytes.error()};
  return read(*bytes, options);
}

std::vector<std::string> names(const Subject& s) {
  std::vector<std::string> out;
  for (const SubjectName& n : s.names) out.push_back(n.text + (n.is_alias ? " (alias)" : ""));
  return out;
}
std::vector<std::string> dates(const Subject& s) {
  std::vector<std::string> out;
  for (const DateSpan& d : s.birth_dates) out.push_back(d.text());
  return out;
}
std::string reason(const Subject& s) {
  return s.not_screened ? std::to_string(s.not_screened->where.record) + ": " + s.not_screened->message : "";
}
std::vector<std::string> ids(const Read& r) {
  std::vector<std::string> out;
  for (const Subject& s : r.subjects) out.push_back(s.id);
  return out;
}

TEST(Table, ReadsEveryUsualColumn) {
  const Read r = read_fixture("customers.csv");
  ASSERT_THAT(ids(r), ElementsAre("c-1", "c-2", "c-3", "c-4", "c-5", "c-6", "c-7"));
  const Subject& first = r.subjects[0];
  EXPECT_EQ(first.schema, Schema::kPerson);
  EXPECT_THAT(names(first), ElementsAre("Ivan Petrovich Sidorov", "И. П. Сидоров (alias)"));
  EXPECT_THAT(dates(first), ElementsAre("1961-04-12"));
  EXPECT_THAT(first.countries, ElementsAre("ru"));
  ASSERT_EQ(first.addresses.size(), 1U);
  EXPECT_EQ(first.addresses[0].full, "12 Lesnaya Street, Flat 3 Tver 170000");
  ASSERT_EQ(first.identifiers.size(), 1U);
  EXPECT_EQ(first.identifiers[0].kind, IdKind::kPassport);
  EXPECT_EQ(first.identifiers[0].value, "71 4455667");
  EXPECT_EQ(first.identifiers[0].country, "");
  EXPECT_EQ(first.where.record, 2U);
  EXPECT_EQ(r.subjects[1].where.record, 4U);
  EXPECT_THAT(names(r.subjects[1]),
              ElementsAre("Hartmann, Grete", "G. Hartmann (alias)", "Margarete Hartmann (alias)"));
  EXPECT_THAT(dates(r.subjects[1]), ElementsAre("1957-08-03"));
  EXPECT_THAT(names(r.subjects[2]), ElementsAre("Orion Maritime \"Blue\" Ltd"));
  EXPECT_EQ(r.subjects[2].schema, Schema::kCompany);
  EXPECT_THAT(names(r.subjects[3]), ElementsAre("Ali Reza Karimi", "Hassan Karimi"));
  EXPECT_THAT(names(r.subjects[4]), ElementsAre("Nordwind Shipping and Sons GmbH"));
}

TEST(Table, SaysWhatItCouldNotUse) {
  const Read r = read_fixture("customers.csv");
  ASSERT_EQ(r.subjects.size(), 7U);
  EXPECT_EQ(reason(r.subjects[5]), "8: no name and no identifier");
  EXPECT_EQ(reason(r.subjects[6]), "");  // a bad date and a bad country do not lose the subject
  EXPECT_THAT(names(r.subjects[6]), ElementsAre("María José Núñez"));
  EXPECT_THAT(r.remarks, ElementsAre("column 'segment' is not recognised and was not used",
                                     "9: column 'birth date': a date that is none (its year was kept where it has one)",
                                     "9: country 'Atlantis' is not known and was not used"));
}

TEST(Table, ReadsSemicolonsAndComposesNames) {
  IntakeOptions options;
  for (const std::string_view map :
       {"id=Kundennr", "last_name=Nachname", "first_name=Vorname", "birth_date=Geburtsjahr"}) {
    auto mapping = parse_mapping("subject." + std::string(map));
    ASSERT_TRUE(mapping) << mapping.error().text();
    options.mappings.push_back(*mapping);
  }
  const Read r = read_fixture("kunden.csv", options);
  ASSERT_THAT(ids(r), ElementsAre("17", "18"));
  EXPECT_THAT(names(r.subjects[0]), ElementsAre("Hans Müller"));
  EXPECT_EQ(r.subjects[0].names[0].given, "Hans");
  EXPECT_EQ(r.subjects[0].names[0].family, "Müller");
  EXPECT_THAT(dates(r.subjects[0]), ElementsAre("1955"));
  EXPECT_THAT(names(r.subjects[1]), ElementsAre("Otto von der Heide"));
  EXPECT_THAT(r.remarks, IsEmpty());
}

TEST(Table, AFullNameGetsItsPartsAsHints) {
  const Read r =
      read("id,name,first name,last name\n1,\"Petrov, Ivan\",Ivan,Petrov\n2,Acme Ltd,John,Roe\n3,Maier,Hans,\n");
  ASSERT_EQ(r.subjects.size(), 3U);
  EXPECT_THAT(names(r.subjects[0]), ElementsAre("Petrov, Ivan"));
  EXPECT_EQ(r.subjects[0].names[0].family, "Petrov");
  EXPECT_THAT(names(r.subjects[1]), ElementsAre("John Roe", "Acme Ltd"));
  EXPECT_THAT(names(r.subjects[2]), ElementsAre("Hans Maier"));
}

TEST(Table, ADocumentWithoutACountryHasNone) {
  const Read r =
      read("id,name,nationality,passport,passport country\n1,Ana Lem,RU,64123456,\n2,Bo Lem,RU,64123456,KZ\n");
  ASSERT_EQ(r.subjects.size(), 2U);
  EXPECT_EQ(r.subjects[0].identifiers.at(0).country, "");
  EXPECT_EQ(r.subjects[1].identifiers.at(0).country, "kz");
}

TEST(Table, EveryEncodingAndLineEnd) {
  const std::string csv = "id,name\n1,Jose\n2,Ana\n";
  std::string wide;
  for (const char c : csv) wide += {c, '\0'};
  std::string crs = csv;
  std::replace(crs.begin(), crs.end(), '\n', '\r');
  for (const std::string& bytes : {csv, "\xEF\xBB\xBF" + csv, "\xFF\xFE" + wide, wide, crs, "sep=,\r\n" + csv}) {
    const Read r = read(bytes);
    ASSERT_THAT(ids(r), ElementsAre("1", "2")) << bytes;
    EXPECT_THAT(names(r.subjects[0]), ElementsAre("Jose"));
  }
  const Read latin = read("id,name\n1,Jos\xE9\n");
  EXPECT_THAT(names(latin.subjects[0]), ElementsAre("José"));
  EXPECT_THAT(latin.remarks, ElementsAre("is not UTF-8 and was read as Windows-1252"));
}

TEST(Table, AnOtherCodePageIsAnErrorNotAClear) {
  const Read r = read("id,name\n1,\xCF\xE5\xF2\xF0\xEE\xE2 \xC8\xE2\xE0\xED\n");  // Windows-1251
  ASSERT_TRUE(r.error);
  EXPECT_EQ(r.error->code, ErrorCode::kUnsupported);
}

TEST(Table, BrokenRowsAreNotScreenedAndTheOthersGoOn) {
  const Read r = read("id,name,country\n1,\"Open,ru\n2,Fine,ru\n3,Cut, Wrong,ru\n4\n5,A\0B,ru\n6,Last,ru\n7,Cu"s);
  ASSERT_THAT(ids(r), ElementsAre("t#2", "2", "3", "4", "t#6", "6", "7"));
  EXPECT_EQ(reason(r.subjects[0]), "2: a quote is not closed");
  EXPECT_EQ(reason(r.subjects[1]), "");
  EXPECT_THAT(reason(r.subjects[2]), HasSubstr("4 fields where the header has 3"));
  EXPECT_EQ(reason(r.subjects[3]), "5: no name and no identifier");
  EXPECT_EQ(reason(r.subjects[4]), "6: a NUL byte in the row");
  EXPECT_EQ(reason(r.subjects[5]), "");
  EXPECT_THAT(reason(r.subjects[6]), HasSubstr("row ends early"));
}

TEST(Table, ShortRowsAndEmptyTailsAreAccepted) {
  const Read r = read("id,name,country,note\n1,Ivan\n2,Olga,ru,,,\n,,,\n");
  ASSERT_THAT(ids(r), ElementsAre("1", "2"));
  EXPECT_EQ(reason(r.subjects[0]), "");
  EXPECT_EQ(reason(r.subjects[1]), "");
  EXPECT_THAT(r.remarks, Contains("4: rows without any value were passed over"));
}

TEST(Table, RowsSwallowedByTwoLostQuotesAreNotTakenForAName) {
  const Read r = read("id,name,country\n1,\"Ivan,ru\n2,Olga,ru\n3,Petr\",ru\n4,Jan,pl\n");
  ASSERT_THAT(ids(r), ElementsAre("1", "4"));
  EXPECT_THAT(reason(r.subjects[0]), HasSubstr("is a quote missing?"));
}

TEST(Table, DamagedNamesAreNotScreened) {
  const Read r = read("id,name,city\n1,Jos\xC3\xA9,M\xC3\xA1laga\n2,Jos\xFF,x\n3,Ana,M\xFFlaga\n");
  ASSERT_EQ(r.subjects.size(), 3U);
  EXPECT_EQ(reason(r.subjects[0]), "");
  EXPECT_EQ(reason(r.subjects[1]), "3: ill-formed UTF-8 in the name");
  EXPECT_EQ(reason(r.subjects[2]), "");
  EXPECT_THAT(r.remarks, ElementsAre("4: column 'city': the value could not be read"));
}

TEST(Table, NamesThatMakeNoSenseInWindows1252AreNotScreened) {
  // One short name in Windows-1251, one with a byte that Windows-1252 does not define, one that is right.
  const Read r = read("id,name\n1,\xCF\xF3\xF2\n2,Jo\x81o\n3,Jos\xE9 Mu\xF1oz\n");
  ASSERT_EQ(r.subjects.size(), 3U);
  EXPECT_THAT(reason(r.subjects[0]), HasSubstr("makes no sense in Windows-1252"));
  EXPECT_THAT(reason(r.subjects[1]), HasSubstr("makes no sense in Windows-1252"));
  EXPECT_THAT(names(r.subjects[2]), ElementsAre("José Muñoz"));
  EXPECT_EQ(reason(r.subjects[2]), "");
}

TEST(Table, UnknownColumnsAreOneRemarkHoweverMany) {
  std::string header = "id,name,gender,title";
  for (int i = 0; i < 40; ++i) header += ",zz" + std::string(1, static_cast<char>('a' + i % 26)) + (i < 26 ? "" : "y");
  const Read r = read(header + "\n1,Ivan Petrov\n");
  ASSERT_EQ(r.remarks.size(), 2U);
  EXPECT_THAT(r.remarks[0], testing::StartsWith("columns 'zza', 'zzb', "));
  EXPECT_THAT(r.remarks[0], testing::EndsWith("'zzny' are not recognised and were not used"));
  EXPECT_EQ(r.remarks[1], "columns 'gender' (gender), 'title' (title) play no part in screening and were not used");
}

TEST(Table, AnImoNumberBesideTheNameIsAnIdentifier) {
  const Read r = read(
      "id,name,schema,imo\n1,ARTAVIL (IMO 9187629),,\n2,ARTAVIL (IMO 9187629),vessel,IMO 9187629\n"
      "3,Ivan (IMO 9187629),person,\n");
  ASSERT_EQ(r.subjects.size(), 3U);
  EXPECT_THAT(names(r.subjects[0]), ElementsAre("ARTAVIL (IMO 9187629)", "ARTAVIL"));
  ASSERT_EQ(r.subjects[0].identifiers.size(), 1U);
  EXPECT_EQ(r.subjects[0].identifiers[0].kind, IdKind::kImo);
  EXPECT_EQ(r.subjects[0].identifiers[0].value, "9187629");
  EXPECT_EQ(r.subjects[1].identifiers.size(), 1U);
  EXPECT_THAT(r.subjects[2].identifiers, IsEmpty());
}

TEST(Table, LineNumbersWhereThereIsNoId) {
  const Read r = read("name\nDoe, John\n\nIvan Petrov\n");
  ASSERT_THAT(ids(r), ElementsAre("2", "4"));
  EXPECT_THAT(names(r.subjects[0]), ElementsAre("Doe, John"));
}

TEST(Table, RepeatedHeadersAreAllRead) {
  const Read r = read("id,name,name,alias 1,alias 2,foo,foo\n1,A One,B Two,C Three,D Four,x,y\n");
  ASSERT_EQ(r.subjects.size(), 1U);
  EXPECT_THAT(names(r.subjects[0]), ElementsAre("A One", "B Two", "C Three (alias)", "D Four (alias)"));
  EXPECT_THAT(r.remarks, ElementsAre("column 'foo' is not recognised and was not used"));
}

TEST(Table, HeaderOnlyIsNoSubjectAndNoHeaderIsAnError) {
  EXPECT_THAT(read("id,name\n").subjects, IsEmpty());
  EXPECT_FALSE(read("id,name\n").error);
  const Read r = read("17,Ivan Petrov,1961\n18,Olga Ivanova,1970\n");
  ASSERT_TRUE(r.error);
  EXPECT_EQ(r.error->code, ErrorCode::kBadInput);
  EXPECT_THAT(r.error->message, HasSubstr("17, Ivan Petrov, 1961"));
  EXPECT_THAT(r.error->message, HasSubstr("--map subject.name=COLUMN"));
  for (const std::string& empty : {""s, "\n\r\n"s, "\xEF\xBB\xBF"s}) EXPECT_EQ(read(empty).error->message, "is empty");
}

TEST(Table, AMappingOfNoColumnIsAnError) {
  IntakeOptions options;
  options.mappings.push_back({"Kunde", {Field::kName, IdKind::kUnknown, {}}});
  EXPECT_EQ(read("id,name\n1,x\n", options).error->code, ErrorCode::kInvalidArgument);
  EXPECT_THAT(names(read("id,KUNDE\n1,x\n", options).subjects[0]), ElementsAre("x"));
}

TEST(Table, TheSchemaOfTheRowComesBeforeTheDefault) {
  IntakeOptions options;
  options.default_schema = Schema::kPerson;
  const Read r = read("id,name,type\n1,A,vessel\n2,B,\n3,C,gizmo\n", options);
  EXPECT_EQ(r.subjects[0].schema, Schema::kVessel);
  EXPECT_EQ(r.subjects[1].schema, Schema::kPerson);
  EXPECT_EQ(r.subjects[2].schema, Schema::kThing);
  EXPECT_THAT(r.remarks, ElementsAre(HasSubstr("schema 'gizmo' is not known")));
}

TEST(Table, ManyBadDatesAreListedOnceAndCounted) {
  std::string csv = "id,name,dob\n";
  for (int i = 0; i < 100; ++i) csv += "1,A,not a date\n";
  const Read r = read(csv);
  ASSERT_EQ(r.remarks.size(), 21U);
  EXPECT_EQ(r.remarks.back(),
            "column 'dob': a date that is none (its year was kept where it has one) (80 more times, not listed)");
}

TEST(Table, ADateWithAnImpossibleDayKeepsItsYear) {
  const Read r = read("id,name,dob\n1,A,1974-01-32\n2,B,30.02.1974\n3,C,1974.0\n4,D,12-34\n");
  EXPECT_THAT(dates(r.subjects[0]), ElementsAre("1974"));
  EXPECT_THAT(dates(r.subjects[1]), ElementsAre("1974"));
  EXPECT_THAT(dates(r.subjects[2]), ElementsAre("1974"));
  EXPECT_THAT(dates(r.subjects[3]), IsEmpty());
  EXPECT_EQ(r.remarks.size(), 3U);
}

TEST(Table, AbsentValuesAreNoValues) {
  const Read r = read("id,name,dob,country,passport number\n1,Ann Null,N/A,,-\n2,NULL,1960,,\n3,,,NA,X1234567\n");
  ASSERT_EQ(r.subjects.size(), 3U);
  EXPECT_THAT(r.subjects[0].identifiers, IsEmpty());
  EXPECT_THAT(names(r.subjects[0]), ElementsAre("Ann Null"));
  EXPECT_EQ(reason(r.subjects[1]), "3: no name and no identifier");
  EXPECT_THAT(r.subjects[2].countries, ElementsAre("na"));
  EXPECT_EQ(reason(r.subjects[2]), "");
}

TEST(Json, ReadsLines) {
  const Read r = read_fixture("customers.jsonl");
  ASSERT_THAT(ids(r), ElementsAre("j-1", "j-2", "12345678901234567890123", "t#5", "j-5"));
  EXPECT_THAT(names(r.subjects[0]), ElementsAre("Omar Haddad", "عمر حداد"));
  EXPECT_THAT(dates(r.subjects[0]), ElementsAre("1966"));
  EXPECT_THAT(r.subjects[0].countries, ElementsAre("sy", "lb"));
  ASSERT_EQ(r.subjects[1].addresses.size(), 1U);
  EXPECT_EQ(r.subjects[1].addresses[0].street, "Sadama 4");
  EXPECT_EQ(r.subjects[1].addresses[0].country, "ee");
  EXPECT_EQ(r.subjects[1].schema, Schema::kCompany);
  EXPECT_EQ(r.subjects[2].names[0].text, "Lucía Ferrer");
  EXPECT_EQ(r.subjects[2].names[0].given, "Lucía");
  EXPECT_EQ(r.subjects[2].where.record, 4U);
  EXPECT_THAT(reason(r.subjects[3]), HasSubstr("5: not JSON"));
  EXPECT_THAT(names(r.subjects[4]), ElementsAre("Wrapped Person"));
  EXPECT_THAT(r.remarks, ElementsAre("the subject is read from the object under 'query'"));
}

TEST(Json, ReadsFtmEntitiesAndPassesOverWhatIsNoParty) {
  const Read r = read_fixture("entities.ftm.jsonl");
  ASSERT_THAT(ids(r), ElementsAre("q-1", "q-3"));
  EXPECT_EQ(r.subjects[0].schema, Schema::kPerson);
  EXPECT_THAT(names(r.subjects[0]), ElementsAre("Viktor Lem", "Виктор Лем", "V. Lem (alias)"));
  ASSERT_EQ(r.subjects[0].identifiers.size(), 1U);
  EXPECT_EQ(r.subjects[0].identifiers[0].value, "AA7654321");
  EXPECT_EQ(r.subjects[0].identifiers[0].country, "");
  EXPECT_EQ(r.subjects[1].schema, Schema::kVessel);
  EXPECT_THAT(names(r.subjects[1]), ElementsAre("Sea Falcon"));
  EXPECT_EQ(r.subjects[1].identifiers[0].kind, IdKind::kImo);
  EXPECT_THAT(r.remarks, Contains("1 records of schema Address were passed over: no party"));
  EXPECT_THAT(r.remarks, Contains("1 records of schema Ownership were passed over: no party"));
}

TEST(Json, ReadsAnArrayAndASingleObject) {
  const Read r = read_fixture("customers.json");
  ASSERT_THAT(ids(r), ElementsAre("a-1", "2", "3"));
  EXPECT_EQ(r.subjects[1].where.record, 8U);
  EXPECT_THAT(names(r.subjects[2]), ElementsAre("Just A Name"));
  EXPECT_THAT(ids(read("{\n \"id\": \"x\",\n \"name\": \"Y Z\"\n}\n")), ElementsAre("x"));
  EXPECT_THAT(ids(read("{\n \"id\": \"x\",\n \"name\": \"Y Z\"\n}\n{\n \"name\": \"V W\"\n}\n")),
              ElementsAre("x", "2"));
  EXPECT_THAT(read("[]").subjects, IsEmpty());
}

TEST(Json, ABrokenItemOfAnArrayCostsOnlyItself) {
  const Read r = read(
      R"([{"id":"1","name":"A A"},{"id":"2","name":"B B},{"id":"3","name":"C C"},{"id":"4","name":D},{"id":"5","name":"E E"}])");
  ASSERT_THAT(ids(r), ElementsAre("1", "t#2", "3", "t#4", "5"));
  EXPECT_EQ(reason(r.subjects[0]), "");
  EXPECT_THAT(reason(r.subjects[1]), HasSubstr("not JSON"));
  EXPECT_EQ(reason(r.subjects[2]), "");
  EXPECT_THAT(reason(r.subjects[3]), HasSubstr("not JSON"));
  EXPECT_EQ(reason(r.subjects[4]), "");
}

TEST(Json, ACutOffArrayIsSaid) {
  const Read r = read(R"([{"name":"A A"},{"name":"B B"})");
  ASSERT_EQ(r.subjects.size(), 3U);
  EXPECT_THAT(reason(r.subjects[2]), HasSubstr("the array is not closed"));
}

TEST(Json, KeysInEveryShape) {
  const Read r = read(
      "{\"NAME\":\"A B\",\"name\":\"C D\",\"alias\":[[\"E "
      "F\"],null,7],\"Passport\":{\"number\":\"X1234567\",\"country\":\"ru\"},"
      "\"foo\":{\"name\":\"not mine\"},\"foo\":1}\n[1]\n12\nnull\n");
  ASSERT_EQ(r.subjects.size(), 4U);
  EXPECT_THAT(names(r.subjects[0]), ElementsAre("A B", "C D", "E F (alias)", "7 (alias)"));
  ASSERT_EQ(r.subjects[0].identifiers.size(), 1U);
  EXPECT_EQ(r.subjects[0].identifiers[0].country, "ru");
  EXPECT_THAT(r.remarks, ElementsAre("key 'foo' is not recognised and was not used"));
  for (size_t i = 1; i < 4; ++i) EXPECT_THAT(reason(r.subjects[i]), HasSubstr("no JSON object"));
}

TEST(Json, AControlCharacterEndsAWord) {
  const Read r = read("{\"name\":\"Ivan\\u0000Petrov\\u0085X\\u2028Y\"}\n");
  ASSERT_EQ(r.subjects.size(), 1U);
  EXPECT_THAT(names(r.subjects[0]), ElementsAre("Ivan Petrov X Y"));
}

TEST(Json, RecordsUnderAKeyAreNamed) {
  const Read r = read("{\n \"customers\": [\n  {\"name\": \"Ivan Petrov\"}\n ]\n}\n");
  ASSERT_EQ(r.subjects.size(), 1U);
  EXPECT_THAT(reason(r.subjects[0]), HasSubstr("the records stand in the array under 'customers'"));
}

TEST(Json, NestingAndSizeAreBounded) {
  const std::string deep =
      "{\"name\":\"A B\",\"x\":" + std::string(100'000, '[') + std::string(100'000, ']') + "}\n{\"name\":\"C D\"}\n";
  const Read r = read(deep);
  ASSERT_EQ(r.subjects.size(), 2U);
  EXPECT_EQ(r.subjects[0].not_screened->code, ErrorCode::kLimit);
  EXPECT_EQ(reason(r.subjects[1]), "");
  std::string many = "{\"alias\":[\"x\"";
  for (int i = 0; i < 2000; ++i) many += ",\"n" + std::to_string(i) + "\"";
  EXPECT_EQ(read(many + "]}").subjects[0].not_screened->code, ErrorCode::kLimit);
  EXPECT_EQ(read("name\n" + std::string(5000, 'x') + "\n").subjects[0].not_screened->code, ErrorCode::kLimit);
}

TEST(Json, UnclosedStringsInAnArrayStayLinear) {
  std::string text = "[";
  for (int i = 0; i < 50'000; ++i) text += "{\"a\":\"x},";
  const auto begin = std::chrono::steady_clock::now();
  EXPECT_FALSE(read(text).subjects.empty());
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(20));
}

TEST(OpenRecords, SaysWhatAFileIsThatItCannotRead) {
  EXPECT_EQ(read("PK\x03\x04 xx").error->code, ErrorCode::kUnsupported);
  EXPECT_EQ(read("<?xml version=\"1.0\"?><a/>").error->code, ErrorCode::kUnsupported);
  EXPECT_THAT(read("[kunde],[x]\n1,A B\n").error->message, HasSubstr("it reads: [kunde], [x]"));  // a table, not JSON
}

class Mapped : public testing::Test {
 protected:
  ~Mapped() override { std::filesystem::remove(path_); }
  Read read_mapped(const std::string& bytes) {
    std::ofstream(path_, std::ios::binary) << bytes;
    return read(InputBytes::open(path_).value());
  }

  const std::string path_ =
      (std::filesystem::temp_directory_path() / ("cordon-mapped-" + std::to_string(getpid()))).string();
};

TEST_F(Mapped, AFileIsReadAsItsBytesAre) {
  size_t files = 0;
  for (const auto& file : std::filesystem::directory_iterator("tests/fixtures/intake")) {
    const std::string bytes = read_file(file.path().string()).value();
    const Read in_memory = read(bytes);
    const Read mapped = read_mapped(bytes);
    EXPECT_EQ(mapped.remarks, in_memory.remarks) << file.path();
    EXPECT_EQ(mapped.error.has_value(), in_memory.error.has_value()) << file.path();
    ASSERT_EQ(mapped.subjects.size(), in_memory.subjects.size()) << file.path();
    for (size_t i = 0; i < mapped.subjects.size(); ++i) {
      EXPECT_EQ(mapped.subjects[i].id, in_memory.subjects[i].id);
      EXPECT_EQ(names(mapped.subjects[i]), names(in_memory.subjects[i]));
    }
    ++files;
  }
  EXPECT_GT(files, 3U);
}

// Letters of two, three and four bytes stand across every border between the pieces that are looked at.
TEST_F(Mapped, ALargeFileIsCutNowhere) {
  constexpr size_t kRows = 60000;
  for (const std::string shift : {"", "x", "xx", "xxx"}) {
    std::string csv = "id,name," + shift + "\n";
    for (size_t i = 0; i < kRows; ++i)
      csv += std::to_string(i) + ",Дмитрий Песков 彼斯科夫 𠮷田 " + std::to_string(i) + ",\n";
    const Read r = read_mapped(csv);
    ASSERT_EQ(r.subjects.size(), kRows);
    EXPECT_THAT(r.remarks, Not(Contains(HasSubstr("UTF-8"))));
    for (const size_t i : {size_t{0}, kRows / 2, kRows - 1}) {
      EXPECT_EQ(r.subjects[i].id, std::to_string(i));
      EXPECT_EQ(r.subjects[i].where.record, i + 2);
    }
    for (const Subject& s : r.subjects) ASSERT_EQ(reason(s), "");
  }
}

TEST_F(Mapped, ABadByteAtTheEndOfALargeFileTellsTheEncoding) {
  std::string csv = "id,name\n";
  for (size_t i = 0; i < 60000; ++i) csv += std::to_string(i) + ",Anna Lindqvist of Stockholm\n";
  const Read r = read_mapped(csv +
                             "x,Jos\xE9 Garc\xED"
                             "a\n");
  EXPECT_THAT(r.remarks, ElementsAre("is not UTF-8 and was read as Windows-1252"));
  EXPECT_THAT(names(r.subjects.back()), ElementsAre("José García"));
}

TEST_F(Mapped, AFileThatIsCutMeanwhileIsAnError) {
  std::ofstream(path_) << "id,name\n1,A B\n2,C D\n";
  Reporter reporter;
  const auto reader = open_records(InputBytes::open(path_).value(), "t", {}, reporter).value();
  EXPECT_TRUE(reader->next());
  std::filesystem::resize_file(path_, 15);
  const auto cut = reader->next();
  ASSERT_FALSE(cut);
  EXPECT_EQ(cut.error().code, ErrorCode::kIo);
}

TEST(AddField, OneValueUnderAColumn) {
  Subject s;
  const auto column = [](Field field) { return Column{field, IdKind::kUnknown, {}}; };
  EXPECT_TRUE(add_field(s, column(Field::kName), "A B / C D"));
  EXPECT_TRUE(add_field(s, column(Field::kName), "A B"));
  EXPECT_TRUE(add_field(s, column(Field::kBirthDate), "1967"));
  EXPECT_TRUE(add_field(s, column(Field::kCountry), "ru"));
  EXPECT_FALSE(add_field(s, column(Field::kBirthDate), "never"));
  EXPECT_FALSE(add_field(s, column(Field::kCountry), "Atlantis"));
  EXPECT_FALSE(add_field(s, column(Field::kName), " - "));
  EXPECT_FALSE(add_field(s, column(Field::kName), "A\xEF\xBF\xBD"));
  EXPECT_FALSE(s.not_screened);
  EXPECT_THAT(dates(s), ElementsAre("1967"));
  EXPECT_THAT(s.countries, ElementsAre("ru"));
}

TEST(ParseIdOption, KindCountryNumber) {
  auto id = parse_id_option("passport:ru:53N0694426");
  ASSERT_TRUE(id);
  EXPECT_EQ(id->kind, IdKind::kPassport);
  EXPECT_EQ(id->country, "ru");
  EXPECT_EQ(id->value, "53N0694426");
  EXPECT_EQ(parse_id_option("imo:9187629")->kind, IdKind::kImo);
  EXPECT_EQ(parse_id_option("passport::X1")->country, "");
  for (const std::string_view bad : {"", "123", "gizmo:1", "passport:", "passport:zz9:1", "passport:ru: - "})
    EXPECT_EQ(parse_id_option(bad).error().code, ErrorCode::kInvalidArgument) << bad;
}

}  // namespace
}  // namespace cordon::intake
