#include "model/entity_codec.h"

namespace cordon {
namespace {

// An entity with every field set, two of each kind of statement and the last word of each enumeration.
Entity full_entity() {
  Entity e;
  e.id = "un:QDi.042";
  e.list = "un";
  e.list_id = "QDi.042";
  e.schema = Schema::kSecurity;
  e.caption = "Иван Example";
  e.sources = {{"UN.xml", "DATAID 110447", 123456789012ULL}, {"sdn.csv", "line 12", 0}};
  e.names = {{"Ivan Example", NameKind::kPrimary, NameStrength::kStrong, "Ivan", "Petrovich", "Example", "en", "Mr", 0},
             {std::string("with\0zero", 9), NameKind::kOriginal, NameStrength::kWeak, "", "", "", "ru", "", 1}};
  Identifier passport;
  passport.kind = IdKind::kPassport;
  passport.value = "AB 1234567";
  passport.country = "ru";
  passport.detail = "issuer";
  passport.known_false = true;
  passport.issued = DateSpan::day({2001, 2, 3});
  passport.expires = DateSpan::year(2011);
  Identifier other;
  other.kind = IdKind::kOther;
  other.value = "7";
  other.source = 1;
  e.identifiers = {passport, other};
  e.dates = {{DateKind::kBirth, DateSpan::circa(1951), "", 0},
             {DateKind::kBuilt, DateSpan::days(day_from_civil({1000, 1, 1}), day_from_civil({2999, 12, 31})), "n", 1},
             {DateKind::kUpdated, {}, "1340 in the Persian calendar", 0}};
  e.countries = {{CountryKind::kCountry, "ru", "Russia", 0}, {CountryKind::kJurisdiction, "", "Atlantis", 1}};
  e.addresses = {{"1 Street", "City", "Region", "12345", "ru", "1 Street, City", "old", 0},
                 {"", "", "", "", "", "somewhere", "", 1}};
  e.programs = {{"SDGT", 0}, {"IRAN", 1}};
  e.measures = {{"asset freeze", 1}};
  e.references = {{"2014/145/CFSP", 0}, {"", 1}};
  e.links.resize(2);
  e.links[0].kind = "linkedTo", e.links[0].target_name = "SOMEBODY", e.links[0].target_id = "un:QDi.043";
  e.links[0].source = 1;
  e.links[1].kind = "owner", e.links[1].share = "25-50", e.links[1].role = "shareholder";
  e.links[1].from = DateSpan::year(2019), e.links[1].to = DateSpan::day({2024, 3, 1});
  e.links[1].stated_at = "https://example.org/1";
  e.properties = {{"gender", "male", 0}, {"notes", std::string(3000, 'x'), 1}};
  return e;
}

std::string encoded(const Entity& e) {
  std::string out;
  encode_entity(e, out);
  return out;
}

TEST(EntityCodec, ABodyIsTakenApartWithoutReadingItAll) {
  const Entity e = full_entity();
  const std::string body = encoded(e);
  const BodyView view = view_body(body).value();
  EXPECT_EQ(view.id, "un:QDi.042");
  EXPECT_EQ(view.list, "un");
  EXPECT_EQ(std::string(view.head) + std::string(view.sources) + std::string(view.statements), body);
  Entity elsewhere = e;
  elsewhere.sources[0] = {"UN_2.xml", "DATAID 9", 7};
  const std::string other = encoded(elsewhere);
  EXPECT_EQ(view_body(other)->head, view.head);
  EXPECT_NE(view_body(other)->sources, view.sources);
  EXPECT_EQ(view_body(other)->statements, view.statements);
  for (size_t n = 0; n < view.head.size() + view.sources.size(); ++n)
    EXPECT_FALSE(view_body(std::string_view(body).substr(0, n))) << n;
}

TEST(EntityCodec, ContentIsAllButWhereItWasRead) {
  const Entity e = full_entity();
  Entity elsewhere = e;
  elsewhere.sources = {{"b.xml", "line 1", 2}};
  elsewhere.names[1].source = 0;
  elsewhere.identifiers[1].source = elsewhere.dates[1].source = elsewhere.countries[1].source = 0;
  elsewhere.addresses[1].source = elsewhere.programs[1].source = elsewhere.measures[0].source = 0;
  elsewhere.references[1].source = elsewhere.links[0].source = elsewhere.properties[1].source = 0;
  EXPECT_NE(encoded(elsewhere), encoded(e));
  EXPECT_EQ(content_of(elsewhere), content_of(e));
  Entity reordered = e;
  std::swap(reordered.names[0], reordered.names[1]);
  EXPECT_NE(content_of(reordered), content_of(e));
  Entity renoted = e;
  renoted.dates[1].note = "m";
  EXPECT_NE(content_of(renoted), content_of(e));
}

TEST(EntityCodec, RoundTripOfEveryField) {
  const Entity in = full_entity();
  const std::string body = encoded(in);
  const auto read = decode_entity(body);
  ASSERT_TRUE(read) << read.error().text();
  const Entity& out = *read;
  EXPECT_EQ(encoded(out), body);  // one form for one entity
  EXPECT_EQ(out.id, "un:QDi.042");
  EXPECT_EQ(out.list, "un");
  EXPECT_EQ(out.list_id, "QDi.042");
  EXPECT_EQ(out.schema, Schema::kSecurity);
  EXPECT_EQ(out.caption, "Иван Example");
  EXPECT_EQ(out.sources, in.sources);
  ASSERT_EQ(out.names.size(), 2U);
  EXPECT_EQ(out.names[0].text, "Ivan Example");
  EXPECT_EQ(out.names[0].kind, NameKind::kPrimary);
  EXPECT_EQ(out.names[0].given, "Ivan");
  EXPECT_EQ(out.names[0].middle, "Petrovich");
  EXPECT_EQ(out.names[0].family, "Example");
  EXPECT_EQ(out.names[0].language, "en");
  EXPECT_EQ(out.names[0].note, "Mr");
  EXPECT_EQ(out.names[1].text, std::string("with\0zero", 9));
  EXPECT_EQ(out.names[1].kind, NameKind::kOriginal);
  EXPECT_EQ(out.names[1].strength, NameStrength::kWeak);
  EXPECT_EQ(out.names[1].source, 1);
  ASSERT_EQ(out.identifiers.size(), 2U);
  EXPECT_EQ(out.identifiers[0].value, "AB 1234567");
  EXPECT_EQ(out.identifiers[0].country, "ru");
  EXPECT_EQ(out.identifiers[0].detail, "issuer");
  EXPECT_TRUE(out.identifiers[0].known_false);
  EXPECT_EQ(out.identifiers[0].issued, DateSpan::day({2001, 2, 3}));
  EXPECT_EQ(out.identifiers[0].expires, DateSpan::year(2011));
  EXPECT_EQ(out.identifiers[1].kind, IdKind::kOther);
  EXPECT_EQ(out.identifiers[1].issued, std::nullopt);
  ASSERT_EQ(out.dates.size(), 3U);
  EXPECT_EQ(out.dates[0].span, DateSpan::circa(1951));
  EXPECT_EQ(out.dates[1].kind, DateKind::kBuilt);
  EXPECT_EQ(out.dates[1].span.text(), "1000 to 2999");
  EXPECT_EQ(out.dates[2].note, "1340 in the Persian calendar");
  ASSERT_EQ(out.countries.size(), 2U);
  EXPECT_EQ(out.countries[1].kind, CountryKind::kJurisdiction);
  EXPECT_EQ(out.countries[1].text, "Atlantis");
  ASSERT_EQ(out.addresses.size(), 2U);
  EXPECT_EQ(out.addresses[0].postal_code, "12345");
  EXPECT_EQ(out.addresses[0].note, "old");
  EXPECT_EQ(out.addresses[1].full, "somewhere");
  EXPECT_EQ(out.programs, in.programs);
  EXPECT_EQ(out.measures, in.measures);
  EXPECT_EQ(out.references, in.references);
  ASSERT_EQ(out.links.size(), 2U);
  EXPECT_EQ(out.links[0].target_id, "un:QDi.043");
  EXPECT_EQ(out.links[0].source, 1);
  EXPECT_EQ(out.links[0].from, std::nullopt);
  EXPECT_EQ(out.links[1].share, "25-50");
  EXPECT_EQ(out.links[1].role, "shareholder");
  EXPECT_EQ(out.links[1].from, DateSpan::year(2019));
  EXPECT_EQ(out.links[1].to, DateSpan::day({2024, 3, 1}));
  EXPECT_EQ(out.links[1].stated_at, "https://example.org/1");
  ASSERT_EQ(out.properties.size(), 2U);
  EXPECT_EQ(out.properties[1].value.size(), 3000U);
}

// What follows from another field is left out, and read back whether it did or not.
TEST(EntityCodec, WhatIsSaidTwiceIsStoredOnce) {
  const auto list_id_of = [](std::string id, std::string list, std::string list_id) {
    Entity e;
    e.id = std::move(id), e.list = std::move(list), e.list_id = std::move(list_id);
    return decode_entity(encoded(e))->list_id;
  };
  EXPECT_EQ(list_id_of("un:1", "un", "1"), "1");
  EXPECT_EQ(list_id_of("un:1", "un", "un:1"), "un:1");
  EXPECT_EQ(list_id_of("un:1", "un", ""), "");
  EXPECT_EQ(list_id_of("un:", "un", ""), "");
  EXPECT_EQ(list_id_of("Q1", "un", "Q1"), "Q1");
  EXPECT_EQ(list_id_of("un", "un", "un"), "un");
  EXPECT_EQ(list_id_of("", "", ""), "");

  Entity e = full_entity();
  const size_t another = encoded(e).size();
  for (const size_t name : {0, 1}) {
    e.caption = e.names[name].text;
    EXPECT_EQ(decode_entity(encoded(e))->caption, e.names[name].text);
    EXPECT_LT(encoded(e).size(), another);
  }
  e.countries = {
      {CountryKind::kCountry, "ru", "ru", 0}, {CountryKind::kCountry, "ru", "", 0}, {CountryKind::kFlag, "", "", 1}};
  const Entity out = *decode_entity(encoded(e));
  EXPECT_EQ(out.countries[0].text, "ru");
  EXPECT_EQ(out.countries[1].text, "");
  EXPECT_EQ(out.countries[2].text, "");
  EXPECT_EQ(encoded(out), encoded(e));
}

TEST(EntityCodec, ACaptionThatIsNoNameOfThePartyIsAnError) {
  Entity e = full_entity();
  e.caption = e.names[1].text;
  std::string body = encoded(e);
  const size_t at = body.find("QDi.042") + 7 + 3 + 1;  // behind the id: the list's name, then 0 for the list's id
  ASSERT_EQ(body[at], 2);
  body[at] = 3;
  EXPECT_EQ(decode_entity(body).error().code, ErrorCode::kCorrupt);
}

TEST(EntityCodec, EmptyEntity) {
  const auto out = decode_entity(encoded(Entity{}));
  ASSERT_TRUE(out);
  EXPECT_EQ(out->id, "");
  EXPECT_EQ(out->schema, Schema::kThing);
  EXPECT_TRUE(out->names.empty());
}

TEST(EntityCodec, EveryTruncationAndEveryExtraByteIsAnError) {
  const std::string body = encoded(full_entity());
  for (size_t n = 0; n < body.size(); ++n) {
    const auto out = decode_entity(std::string_view(body).substr(0, n));
    ASSERT_FALSE(out) << n;
    EXPECT_EQ(out.error().code, ErrorCode::kCorrupt) << n;
  }
  EXPECT_FALSE(decode_entity(body + '\0'));
}

TEST(EntityCodec, AnotherVersionSaysRebuild) {
  std::string body = encoded(full_entity());
  body[0] = 9;
  const auto out = decode_entity(body);
  ASSERT_FALSE(out);
  EXPECT_EQ(out.error().code, ErrorCode::kVersion);
  EXPECT_THAT(out.error().message, testing::HasSubstr("cordon build"));
}

class Random {
 public:
  uint32_t below(size_t n) {
    state_ = state_ * 6364136223846793005ULL + 1442695040888963407ULL;
    return static_cast<uint32_t>((state_ >> 33) % n);
  }

 private:
  uint64_t state_ = 42;
};

TEST(EntityCodec, MutatedBytesNeverCrash) {
  const std::string body = encoded(full_entity());
  Random random;
  int read = 0;
  for (int round = 0; round < 20000; ++round) {
    std::string bytes = body;
    for (uint32_t n = random.below(6) + 1; n > 0; --n) {
      const size_t at = random.below(bytes.size());
      switch (random.below(4)) {
        case 0:
          bytes[at] = static_cast<char>(random.below(256));
          break;
        case 1:
          bytes.insert(at, 1, static_cast<char>(random.below(256)));
          break;
        case 2:
          bytes.erase(at, 1 + random.below(8));
          break;
        default:
          bytes[at] = static_cast<char>(bytes[at] ^ 1 << random.below(8));
          break;
      }
      if (bytes.empty()) bytes = "\x01";
    }
    const auto out = decode_entity(bytes);
    if (out) {
      ++read;
      EXPECT_LE(out->dates.size() + out->names.size(), bytes.size());
      for (const DateStatement& d : out->dates) (void)d.span.text();  // every day that is read can be written
    } else {
      EXPECT_LE(out.error().where.byte, bytes.size());
    }
  }
  EXPECT_GT(read, 0);
}

TEST(EntityCodec, HugeCountsAllocateNothing) {
  // version, two empty texts, the likely list id, an empty caption, schema, then a count of sources of 2^63.
  const std::string bytes = std::string("\x04\0\0\0\0\0\0", 7) + "\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x7F";
  const auto out = decode_entity(bytes);
  ASSERT_FALSE(out);
  EXPECT_EQ(out.error().code, ErrorCode::kCorrupt);
  EXPECT_FALSE(decode_entity(std::string(20, '\xFF')));
  EXPECT_FALSE(decode_entity(""));
}

TEST(ListInfoCodec, RoundTripTakesItsBytesOffTheFront) {
  ListInfo a;
  a.list = "un";
  a.authority = "UN Security Council";
  a.title = "Consolidated list";
  a.published = DateSpan::day({2025, 4, 19});
  a.entities = 877;
  a.names = 5000;
  a.skipped = 3;
  a.files = {"UN.xml"};
  a.remarks = {"one", "two"};
  std::string bytes;
  encode_list_info(a, bytes);
  encode_list_info(ListInfo{}, bytes);
  bytes += "tail";
  std::string_view rest = bytes;
  const auto first = decode_list_info(rest);
  ASSERT_TRUE(first);
  EXPECT_EQ(first->list, "un");
  EXPECT_EQ(first->authority, "UN Security Council");
  EXPECT_EQ(first->title, "Consolidated list");
  EXPECT_EQ(first->published, DateSpan::day({2025, 4, 19}));
  EXPECT_EQ(first->entities, 877U);
  EXPECT_EQ(first->names, 5000U);
  EXPECT_EQ(first->skipped, 3U);
  EXPECT_EQ(first->files, a.files);
  EXPECT_EQ(first->remarks, a.remarks);
  const auto second = decode_list_info(rest);
  ASSERT_TRUE(second);
  EXPECT_EQ(second->published, std::nullopt);
  EXPECT_EQ(rest, "tail");
  for (size_t n = 0; n < 30; ++n) {
    std::string_view part = std::string_view(bytes).substr(0, n);
    EXPECT_FALSE(decode_list_info(part)) << n;
  }
}

}  // namespace
}  // namespace cordon
