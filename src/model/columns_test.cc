#include "model/columns.h"

#include "base/embedded.h"

namespace cordon {
namespace {

Field field_of(std::string_view header) {
  const auto column = recognize_column(header);
  return column ? column->field : Field::kIgnored;
}

struct Case {
  std::string_view header;
  Field field;
};

TEST(Columns, SubjectFields) {
  constexpr Case kCases[] = {
      {"id", Field::kId},
      {"Customer ID", Field::kId},
      {"name", Field::kName},
      {"FULL_NAME", Field::kName},
      {"customer-name", Field::kName},
      {"Legal Name", Field::kName},
      {"first_name", Field::kFirstName},
      {"firstName", Field::kFirstName},
      {"Vorname", Field::kFirstName},
      {"Prénom", Field::kFirstName},
      {"middleName", Field::kMiddleName},
      {"Отчество", Field::kMiddleName},
      {"LAST NAME", Field::kLastName},
      {"Фамилия", Field::kLastName},
      {"Apellidos", Field::kLastName},
      {"alias", Field::kAlias},
      {"alias 2", Field::kAlias},
      {"Alias_13", Field::kAlias},
      {"a.k.a.", Field::kAlias},
      {"weakAlias", Field::kWeakAlias},
      {"previousName", Field::kFormerName},
      {"schema", Field::kSchema},
      {"Type", Field::kSchema},
      {"birth_date", Field::kBirthDate},
      {"birthDate", Field::kBirthDate},
      {"Date of Birth", Field::kBirthDate},
      {"D.O.B.", Field::kBirthDate},
      {"DOB (dd/mm/yyyy)", Field::kBirthDate},
      {"Year-of-birth", Field::kBirthDate},
      {"incorporationDate", Field::kBirthDate},
      {"Geburtsdatum", Field::kBirthDate},
      {"Date de naissance", Field::kBirthDate},
      {"Fecha de Nacimiento", Field::kBirthDate},
      {"ДАТА РОЖДЕНИЯ", Field::kBirthDate},
      {"Country", Field::kCountry},
      {"nationality", Field::kNationality},
      {"Citizenship", Field::kNationality},
      {"jurisdiction", Field::kJurisdiction},
      {"place_of_birth", Field::kBirthPlace},
      {"Address", Field::kAddress},
      {"street", Field::kStreet},
      {"City", Field::kCity},
      {"State/Province", Field::kRegion},
      {"ZIP code", Field::kPostalCode},
      {"address_country", Field::kAddressCountry},
      {"Gender", Field::kGender},
      {"passport_country", Field::kIdCountry},
      {"programme", Field::kProgram},
      {"Remarks", Field::kNotes},
  };
  for (const Case& c : kCases) {
    ASSERT_TRUE(recognize_column(c.header)) << c.header;
    EXPECT_EQ(field_name(field_of(c.header)), field_name(c.field)) << c.header;
  }
}

TEST(Columns, Identifiers) {
  struct IdCase {
    std::string_view header;
    IdKind kind;
    std::string_view detail;
  };
  constexpr IdCase kCases[] = {
      {"passport", IdKind::kPassport, ""},
      {"Passport No.", IdKind::kPassport, ""},
      {"passport_number_1", IdKind::kPassport, ""},
      {"passportNumber", IdKind::kPassport, ""},
      {"номер паспорта", IdKind::kPassport, ""},
      {"Tax ID", IdKind::kTaxNumber, ""},
      {"tax_number", IdKind::kTaxNumber, ""},
      {"Registration Number", IdKind::kRegistrationNumber, ""},
      {"registrationNumber", IdKind::kRegistrationNumber, ""},
      {"National ID", IdKind::kNationalId, ""},
      {"idNumber", IdKind::kNationalId, ""},
      {"innCode", IdKind::kInn, ""},
      {"ИНН", IdKind::kInn, ""},
      {"ogrn", IdKind::kOgrn, ""},
      {"LEI", IdKind::kLei, ""},
      {"lei_code", IdKind::kLei, ""},
      {"IMO", IdKind::kImo, ""},
      {"imoNumber", IdKind::kImo, ""},
      {"MMSI", IdKind::kMmsi, ""},
      {"callSign", IdKind::kCallSign, ""},
      {"SWIFT/BIC", IdKind::kBic, ""},
      {"swift_code", IdKind::kBic, ""},
      {"IBAN", IdKind::kIban, ""},
      {"crypto_address", IdKind::kCryptoAddress, ""},
      {"wallet", IdKind::kCryptoAddress, ""},
      {"btc", IdKind::kCryptoAddress, "XBT"},
      {"BTC_address", IdKind::kCryptoAddress, "XBT"},
      {"eth_wallet_address", IdKind::kCryptoAddress, "ETH"},
  };
  for (const IdCase& c : kCases) {
    const auto column = recognize_column(c.header);
    ASSERT_TRUE(column) << c.header;
    EXPECT_EQ(column->field, Field::kIdentifier) << c.header;
    EXPECT_EQ(id_kind_row(column->id_kind).name, id_kind_row(c.kind).name) << c.header;
    EXPECT_EQ(column->detail, c.detail) << c.header;
  }
}

TEST(Columns, EveryFtmPropertyOfAnIdentifierIsAColumn) {
  for (const IdKindRow& row : id_kinds()) EXPECT_TRUE(recognize_column(row.ftm)) << row.ftm;
}

TEST(Columns, UnknownOnesAreLeftToTheCaller) {
  for (const std::string_view header :
       {"", "   ", "branch_office_code_x", "risk score", "123", "(", "other", "unknown", "\xFF\xFE"})
    EXPECT_FALSE(recognize_column(header)) << header;
}

// A header that stood in two rows of the table would mean the first one, whatever the second says.
TEST(Columns, TableHasNoFieldTwiceAndNoUnknownField) {
  std::string_view rest = embedded("columns/columns.tsv");
  size_t headers = 0;
  while (!rest.empty()) {
    const std::string_view line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(rest.size(), line.size() + 1));
    if (line.empty() || line.starts_with('#')) continue;
    const size_t tab = line.find('\t');
    ASSERT_NE(tab, std::string_view::npos) << line;
    for (std::string_view words = line.substr(tab + 1); !words.empty(); ++headers) {
      const std::string_view word = words.substr(0, words.find('|'));
      words.remove_prefix(std::min(words.size(), word.size() + 1));
      ASSERT_TRUE(recognize_column(word)) << word;
      EXPECT_EQ(field_name(field_of(word)), line.substr(0, tab)) << word;
    }
  }
  EXPECT_GT(headers, 300U);
}

TEST(Columns, Mapping) {
  const auto name = parse_mapping("subject.name=Kundenname");
  ASSERT_TRUE(name);
  EXPECT_EQ(name->header, "Kundenname");
  EXPECT_EQ(name->column.field, Field::kName);

  const auto passport = parse_mapping("passport = Doc = No");
  ASSERT_TRUE(passport);
  EXPECT_EQ(passport->header, "Doc = No");
  EXPECT_EQ(passport->column.field, Field::kIdentifier);
  EXPECT_EQ(passport->column.id_kind, IdKind::kPassport);

  EXPECT_EQ(parse_mapping("subject.birth_date=X")->column.field, Field::kBirthDate);
  EXPECT_EQ(parse_mapping("subject.birthDate=X")->column.field, Field::kBirthDate);
  EXPECT_EQ(parse_mapping("subject.ignored=X")->column.field, Field::kIgnored);
  EXPECT_EQ(parse_mapping("subject.inn=X")->column.id_kind, IdKind::kInn);
}

TEST(Columns, MappingErrorsSayWhatThereIs) {
  for (const std::string_view text : {"", "name", "name=", "=X", "subject.=X", "subject.shoe_size=X"}) {
    const auto mapping = parse_mapping(text);
    ASSERT_FALSE(mapping) << text;
    EXPECT_EQ(mapping.error().code, ErrorCode::kInvalidArgument) << text;
  }
  EXPECT_THAT(parse_mapping("subject.shoe_size=X").error().message, testing::HasSubstr("birth_date"));
}

TEST(Columns, EveryFieldNameMapsBackToItsField) {
  for (int i = 0; i <= static_cast<int>(Field::kIgnored); ++i) {
    const auto field = static_cast<Field>(i);
    const auto mapping = parse_mapping("subject." + std::string(field_name(field)) + "=X");
    ASSERT_TRUE(mapping) << field_name(field);
    EXPECT_EQ(mapping->column.field, field);
  }
}

TEST(Columns, YearsOfBirth) {
  for (const char* header : {"year", "DOB Year", "YOB", "birth_year"}) {
    const auto column = recognize_column(header);
    ASSERT_TRUE(column) << header;
    EXPECT_EQ(column->field, Field::kBirthDate) << header;
  }
}

}  // namespace
}  // namespace cordon
