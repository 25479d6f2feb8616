#include "model/identifier.h"

#include <set>

#include "base/embedded.h"

namespace cordon {
namespace {

TEST(IdKinds, EachKindHasOneRowInOrder) {
  const auto rows = id_kinds();
  ASSERT_EQ(rows.size(), static_cast<size_t>(IdKind::kOther) + 1);
  std::set<std::string_view> names;
  for (size_t i = 0; i < rows.size(); ++i) {
    EXPECT_EQ(rows[i].kind, static_cast<IdKind>(i));
    EXPECT_EQ(&id_kind_row(rows[i].kind), &rows[i]);
    EXPECT_TRUE(names.insert(rows[i].name).second) << rows[i].name;
    EXPECT_EQ(parse_id_kind(rows[i].name), rows[i].kind) << rows[i].name;
    EXPECT_TRUE(parse_id_kind(rows[i].ftm)) << rows[i].ftm;
    EXPECT_FALSE(rows[i].label.empty());
  }
}

TEST(IdKinds, LabelsOfLists) {
  constexpr std::pair<std::string_view, IdKind> kCases[] = {
      {"passport", IdKind::kPassport},
      {"Passport No.", IdKind::kPassport},
      {"PASSPORT NUMBER", IdKind::kPassport},
      {"passportNumber", IdKind::kPassport},
      {"Tax ID No.", IdKind::kTaxNumber},
      {"National ID No.", IdKind::kNationalId},
      {"National Identification Number", IdKind::kNationalId},
      {"Registration ID", IdKind::kRegistrationNumber},
      {"INN", IdKind::kInn},
      {"ИНН", IdKind::kInn},
      {"innCode", IdKind::kInn},
      {"Government Gazette Number", IdKind::kOkpo},
      {"LEI", IdKind::kLei},
      {"SWIFT/BIC", IdKind::kBic},
      {"Vessel Registration Identification", IdKind::kImo},
      {"Digital Currency Address", IdKind::kCryptoAddress},
      {"Unified Social Credit Code (USCC)", IdKind::kUscc},
      {"Aircraft Tail Number", IdKind::kTailNumber},
      {"Cedula No.", IdKind::kCedula},
      {"C.U.R.P.", IdKind::kCurp},
      {"D-U-N-S Number", IdKind::kDuns},
  };
  for (const auto& [label, kind] : kCases) EXPECT_EQ(parse_id_kind(label), kind) << label;
  for (const std::string_view label : {"", "no", "number", "shoe size", "\xFF"})
    EXPECT_EQ(parse_id_kind(label), std::nullopt) << label;
}

TEST(IdKinds, TableHasNoLabelTwiceAndNoUnknownKind) {
  std::string_view rest = embedded("identifiers/labels.tsv");
  while (!rest.empty()) {
    const std::string_view line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(rest.size(), line.size() + 1));
    if (line.empty() || line.starts_with('#')) continue;
    const std::string_view name = line.substr(0, line.find('\t'));
    const auto row =
        std::find_if(id_kinds().begin(), id_kinds().end(), [&](const IdKindRow& r) { return r.name == name; });
    ASSERT_NE(row, id_kinds().end()) << name;
    for (std::string_view words = line.substr(name.size() + 1); !words.empty();) {
      const std::string_view word = words.substr(0, words.find('|'));
      words.remove_prefix(std::min(words.size(), word.size() + 1));
      EXPECT_EQ(parse_id_kind(word), row->kind) << word << " as " << name;
    }
  }
}

TEST(NormalId, OneFormForTheSameNumber) {
  EXPECT_EQ(normal_id(IdKind::kPassport, " ab 12-34.56/7 "), "AB1234567");
  EXPECT_EQ(normal_id(IdKind::kPassport, "64 № 123456"), "64123456");  // ID-PP-1: the issuer tells it from another's
  EXPECT_EQ(normal_id(IdKind::kNationalId, "007"), "007");
  EXPECT_EQ(normal_id(IdKind::kInn, "ИНН 7707 083 893"), "7707083893");
  EXPECT_EQ(normal_id(IdKind::kInn, "инн: 7707083893"), "7707083893");
  EXPECT_EQ(normal_id(IdKind::kOgrn, "ОГРН 1027700132195"), "1027700132195");
  EXPECT_EQ(normal_id(IdKind::kKpp, "7707AB001"), "7707AB001");
  EXPECT_EQ(normal_id(IdKind::kImo, "IMO 9074729"), "9074729");
  EXPECT_EQ(normal_id(IdKind::kImo, "imo: 0011359"), "0011359");
  EXPECT_EQ(normal_id(IdKind::kPassport, "АВ 123"), "AB123");   // Cyrillic A and Ve
  EXPECT_EQ(normal_id(IdKind::kPassport, "１２３Ａ"), "123A");  // full width
  EXPECT_EQ(normal_id(IdKind::kBic, "HAVIGB2LXXX"), "HAVIGB2L");
  EXPECT_EQ(normal_id(IdKind::kBic, "havigb2l"), "HAVIGB2L");
  EXPECT_EQ(normal_id(IdKind::kBic, "HAVIGB2L123"), "HAVIGB2L123");
  EXPECT_EQ(normal_id(IdKind::kCryptoAddress, "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed"),
            "0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed");
  EXPECT_EQ(normal_id(IdKind::kCryptoAddress, "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa"),
            "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa");
  EXPECT_EQ(normal_id(IdKind::kCryptoAddress, "BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4"),
            "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4");
  EXPECT_EQ(normal_id(IdKind::kOther, "шифр-7"), normal_id(IdKind::kOther, "шифр 7"));
  EXPECT_EQ(normal_id(IdKind::kNationalId, "۰۴۹۹۳۷۰۸۹۹"), "0499370899");  // Persian digits
  EXPECT_EQ(normal_id(IdKind::kNationalId, "٠٤٩٩"), "0499");              // Arabic digits
  EXPECT_EQ(normal_id(IdKind::kOther, "ä7"), normal_id(IdKind::kOther, "Ä-7"));
  EXPECT_NE(normal_id(IdKind::kOther, "ä7"), "7");
  EXPECT_EQ(normal_id(IdKind::kOther, " -./№ "), "");
}

IdStrength strength(IdKind kind, std::string_view value, std::string_view country = "") {
  Identifier id;
  id.kind = kind;
  id.value = value;
  id.country = country;
  return id_strength(id);
}

TEST(IdStrengths, ByKindChecksumAndLength) {
  EXPECT_EQ(strength(IdKind::kInn, "7707083893"), IdStrength::kStrong);
  EXPECT_EQ(strength(IdKind::kInn, "7707083894"), IdStrength::kMedium);  // a wrong checksum never counts as none
  EXPECT_EQ(strength(IdKind::kImo, "IMO 9074729"), IdStrength::kStrong);
  EXPECT_EQ(strength(IdKind::kImo, "9074728"), IdStrength::kMedium);
  EXPECT_EQ(strength(IdKind::kCryptoAddress, "0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed"), IdStrength::kStrong);
  EXPECT_EQ(strength(IdKind::kBic, "HAVIGB2L"), IdStrength::kMedium);
  EXPECT_EQ(strength(IdKind::kPassport, "AB1234567"), IdStrength::kMedium);
  EXPECT_EQ(strength(IdKind::kPassport, "1234"), IdStrength::kWeak);
  EXPECT_EQ(strength(IdKind::kPassport, "0000000"), IdStrength::kWeak);
  EXPECT_EQ(strength(IdKind::kPassport, ""), IdStrength::kWeak);
  EXPECT_EQ(strength(IdKind::kKpp, "770701001"), IdStrength::kWeak);
  EXPECT_EQ(strength(IdKind::kMmsi, "572469210"), IdStrength::kWeak);
  EXPECT_EQ(strength(IdKind::kCallSign, "UBMQ9"), IdStrength::kWeak);
  EXPECT_EQ(strength(IdKind::kTailNumber, "EP-ABC"), IdStrength::kWeak);
}

TEST(IdStrengths, NationalNumbersByTheirCountrysChecksum) {
  EXPECT_EQ(strength(IdKind::kNationalId, "11010519491231002X", "cn"), IdStrength::kStrong);
  EXPECT_EQ(strength(IdKind::kNationalId, "110105194912310020", "cn"), IdStrength::kMedium);
  EXPECT_EQ(strength(IdKind::kNationalId, "0499370899", "ir"), IdStrength::kStrong);
  EXPECT_EQ(strength(IdKind::kNationalId, "0499370899"), IdStrength::kMedium);
  EXPECT_EQ(strength(IdKind::kRegistrationNumber, "10380284790", "ir"), IdStrength::kStrong);
  EXPECT_EQ(strength(IdKind::kRegistrationNumber, "10380284791", "ir"), IdStrength::kMedium);
}

}  // namespace
}  // namespace cordon
