#include "model/country.h"

#include "base/embedded.h"

namespace cordon {
namespace {

TEST(Country, CodesAndNames) {
  constexpr std::pair<std::string_view, std::string_view> kCases[] = {
      {"ru", "ru"},
      {"RU", "ru"},
      {"RUS", "ru"},
      {"643", "ru"},
      {"Russia", "ru"},
      {"Russian Federation", "ru"},
      {"the Russian Federation", "ru"},
      {"Russian", "ru"},
      {"РОССИЯ", "ru"},
      {"Российская Федерация", "ru"},
      {"Russland", "ru"},
      {"Russie", "ru"},
      {"Rusia", "ru"},
      {"Iran", "ir"},
      {"Iranian", "ir"},
      {"Iran (Islamic Republic of)", "ir"},
      {"Iran, Islamic Republic of", "ir"},
      {"ISLAMIC REPUBLIC OF IRAN", "ir"},
      {"Korea, North", "kp"},
      {"Democratic People's Republic of Korea", "kp"},
      {"Democratic People’s Republic of Korea", "kp"},
      {"DPRK", "kp"},
      {"Korea, South", "kr"},
      {"Republic of Korea", "kr"},
      {"Burma", "mm"},
      {"Myanmar", "mm"},
      {"Syrian Arab Republic", "sy"},
      {"Cote d'Ivoire", "ci"},
      {"CÔTE D’IVOIRE", "ci"},
      {"Ivory Coast", "ci"},
      {"Palestinian", "ps"},
      {"State of Palestine", "ps"},
      {"Region: Gaza", "ps"},
      {"Region: Crimea", "ua"},
      {"United States", "us"},
      {"U.S.A.", "us"},
      {"United Kingdom of Great Britain and Northern Ireland", "gb"},
      {"Congo, Democratic Republic of the", "cd"},
      {"Congo, Republic of the", "cg"},
      {"Türkiye", "tr"},
      {"TURKEY", "tr"},
      {"Kosovo", "xk"},
      {"Hong Kong", "hk"},
      {"Macau", "mo"},
      {"Taiwan", "tw"},
      {"Cabo Verde", "cv"},
      {"Eswatini", "sz"},
      {"Swaziland", "sz"},
      {"The Gambia", "gm"},
      {"Deutschland", "de"},
      {"Allemagne", "de"},
      {"Alemania", "de"},
      {"Германия", "de"},
      {"Russia / Russie", "ru"},
      {"Bahamas, The", "bs"},
      {"Canary Islands", "es"},
      {"USSR", "su"},
      {"Netherlands Antilles", "an"},
      {"Yugoslavia", "yu"},
      {"Czechoslovakia", "cs"},
      {"German Democratic Republic", "dd"},
  };
  for (const auto& [text, code] : kCases) EXPECT_EQ(country_code(text), code) << text;
}

TEST(Country, NoCountryIsEmpty) {
  for (const std::string_view text : {"", " ", "00", "unknown", "UNKNOWN", "undetermined", "n/a", "N/A",
                                      "Russia / Ukraine", "/", ",", "zz", "the", "Moscow", "999", "\xFF\xC3"})
    EXPECT_EQ(country_code(text), "") << text;
}

TEST(Country, NameOfACode) {
  EXPECT_EQ(country_name("ru"), "Russia");
  EXPECT_EQ(country_name("kp"), "North Korea");
  EXPECT_EQ(country_name("zz"), "zz");
  EXPECT_EQ(country_name(""), "");
}

TEST(Country, FormerOnesAndTheirSuccessors) {
  EXPECT_TRUE(same_country("ru", "ru"));
  EXPECT_TRUE(same_country("su", "ru"));
  EXPECT_TRUE(same_country("ge", "su"));
  EXPECT_TRUE(same_country("yu", "rs"));
  EXPECT_TRUE(same_country("me", "yu"));
  EXPECT_TRUE(same_country("cs", "sk"));
  EXPECT_TRUE(same_country("dd", "de"));
  EXPECT_FALSE(same_country("ru", "ua"));
  EXPECT_FALSE(same_country("su", "de"));
  EXPECT_FALSE(same_country("", ""));
  EXPECT_FALSE(same_country("zz", "ru"));
}

// A name that stood in two rows would mean the first one.
TEST(Country, EachNameOfTheTableMeansItsRow) {
  std::string_view rest = embedded("countries/countries.tsv");
  size_t rows = 0;
  while (!rest.empty()) {
    const std::string_view line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(rest.size(), line.size() + 1));
    if (line.empty() || line.starts_with('#')) continue;
    ++rows;
    std::vector<std::string_view> fields;
    for (size_t from = 0; from <= line.size();) {
      const size_t end = std::min(line.find('\t', from), line.size());
      fields.push_back(line.substr(from, end - from));
      from = end + 1;
    }
    ASSERT_EQ(fields.size(), 6U) << line;
    for (const size_t i : {0U, 1U, 2U, 3U}) EXPECT_EQ(country_code(fields[i]), fields[0]) << fields[i];
    for (std::string_view names = fields[5]; !names.empty();) {
      const std::string_view name = names.substr(0, names.find('|'));
      names.remove_prefix(std::min(names.size(), name.size() + 1));
      EXPECT_EQ(country_code(name), fields[0]) << name;
    }
  }
  EXPECT_EQ(rows, 255U);  // 249 of ISO 3166-1, xk, five former ones
}

}  // namespace
}  // namespace cordon
