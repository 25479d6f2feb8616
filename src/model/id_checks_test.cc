// Every example of DOMAIN 2.1 and 2.2, and what a number that is none of its kind must do: be invalid, never crash.
#include "model/crypto_checks.h"
#include "model/identifier.h"

namespace cordon {
namespace {

struct Example {
  std::string_view name;
  IdKind kind;
  std::vector<std::string_view> valid;
  std::vector<std::string_view> invalid;
};

const std::vector<Example>& examples() {
  static const std::vector<Example> all = {
      {"ImoShip", IdKind::kImo, {"9074729", "7406784", "IMO 9074729"}, {"9074728", "907472", "90747290", ""}},
      {"ImoCompany", IdKind::kImo, {"5055293", "5342883", "0011359", "IMO 5878575"}, {"5055295"}},
      {"Mmsi", IdKind::kMmsi, {"572469210", "256842000"}, {"072469210", "57246921"}},
      {"Lei",
       IdKind::kLei,
       {"5493001KJTIIGC8Y1R12", "485100GBI2SE0KIX8T70"},
       {"5493001KJTIIGC8Y1R21", "5493001KJTIIGC8Y1R1"}},
      {"Iban",
       IdKind::kIban,
       {"GB82WEST12345698765432", "DE89370400440532013000", "gb82 west 1234 5698 7654 32", "TR330006100519786457841326",
        "AE070331234567890123456", "KZ86125KZT5004100100"},
       {"GB82WEST12345698765431", "DE8937040044053201300", "DE", "GB82-"}},
      {"Bic", IdKind::kBic, {"HAVIGB2L", "KDBKKPPY", "HAVIGB2LXXX"}, {"HAVI9B2L", "HAVIZZ2L", "HAVIGB2"}},
      {"Isin", IdKind::kIsin, {"US0378331005", "RU0009029540"}, {"US0378331004", "0S0378331005"}},
      {"InnCompany", IdKind::kInn, {"7707083893", "7736050003", "ИНН 7707 083 893"}, {"7707083894", "770708389"}},
      {"InnPerson", IdKind::kInn, {"500100732259", "526317984689"}, {"500100732258"}},
      {"Ogrn", IdKind::kOgrn, {"1027700132195", "1027739609391"}, {"1027700132196", "2027700132195"}},
      {"Ogrnip", IdKind::kOgrn, {"304500116000157", "304500116000221"}, {"304500116000158"}},
      {"Okpo", IdKind::kOkpo, {"00032520", "09804148"}, {"09804149", "32520"}},
      {"Kpp", IdKind::kKpp, {"770701001", "7707AB001"}, {"77070100"}},
      {"Snils", IdKind::kSnils, {"11223344595", "08765430300", "112-233-445 95"}, {"11223344596"}},
      {"Edrpou", IdKind::kEdrpou, {"00032129", "14360570"}, {"00032128"}},
      {"Unp", IdKind::kUnp, {"100726604", "800011806"}, {"100726605"}},
      {"Bin", IdKind::kBin, {"980540000397", "020940003199"}, {"980540000398"}},
      {"Uscc",
       IdKind::kUscc,
       {"9111000010000106X1", "91310115MA1K41CK14"},
       {"9111000010000106X2", "91310115MA1K41CKI4", "91310115MA1K41CKO4"}},  // ID-USCC-1: I and O are no letters of it
      {"Ssn", IdKind::kSsn, {"219-09-9998"}, {"666-12-3456", "000-12-3456", "219-00-9998", "219-09-0000"}},
      {"Duns", IdKind::kDuns, {"52-024-2307"}, {"52024230"}},
      {"BitcoinLegacy",
       IdKind::kCryptoAddress,
       {"1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa", "3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLy"},
       {"1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb", "1A1zP1eP5QGefi2DMPTfTL5SLmv7Div0OI"}},
      {"BitcoinSegwit",
       IdKind::kCryptoAddress,
       {"bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4", "bc1p5cyxnuxmeuwuvkwfem96lqzszd02n6xdcjrs20cac6yqjjwudpxqkedrcr",
        "BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4"},
       {"bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t5", "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3T4",
        "BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3t4", "bc1"}},
      {"Ethereum",
       IdKind::kCryptoAddress,
       {"0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed", "0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359"},
       {"0x5aaeb6053F3E94C9b9A09f33669435E7Ef1BeAed", "0xzAAeb6053F3E94C9b9A09f33669435E7Ef1BeAed"}},
      {"Tron",
       IdKind::kCryptoAddress,
       {"TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t", "T9yD14Nj9j7xAB4dbGeiX9h8unkKHxuWwb"},
       {"TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6u"}},
  };
  return all;
}

class IdChecks : public testing::TestWithParam<Example> {};

TEST_P(IdChecks, Examples) {
  for (const auto number : GetParam().valid) EXPECT_EQ(check_id(GetParam().kind, number), IdCheck::kValid) << number;
  for (const auto number : GetParam().invalid)
    EXPECT_EQ(check_id(GetParam().kind, number), IdCheck::kInvalid) << number;
}
INSTANTIATE_TEST_SUITE_P(Domain, IdChecks, testing::ValuesIn(examples()),
                         [](const auto& param) { return std::string(param.param.name); });

TEST(IdChecks, NationalNumbers) {
  struct National {
    std::string_view name;
    std::vector<std::string_view> valid;
    std::string_view invalid;
  };
  const std::vector<National> all = {
      {"cn-org", {"D2143569X", "10000106X"}, "D21435691"},
      {"cn-resident", {"11010519491231002X", "440524188001010014"}, "110105194912310020"},
      {"in-pan", {"AAPFU0939F", "AAGCB7383J"}, "AAPXU0939F"},
      {"in-gstin", {"27AAPFU0939F1ZV", "29AAGCB7383J1Z4"}, "27AAPFU0939F1ZW"},
      {"tr-person", {"10000000146", "15673320164"}, "15673320165"},
      {"tr-company", {"4540536920", "7340903161"}, "7340903162"},
      {"ir-person", {"0499370899", "0790419904"}, "0499370898"},
      {"ir-company", {"10380284790", "10101345022"}, "10101345023"},
      {"ae-person", {"784197341865828", "784196897208375"}, "784197341865829"},
      {"ch-uid", {"CHE-116.281.710", "CHE-267.936.404"}, "CHE-116.281.711"},
      {"ua-person", {"2529210098", "3194020675"}, "2529210099"},
  };
  for (const National& n : all) {
    for (const auto number : n.valid)
      EXPECT_EQ(check_national_id(n.name, number), IdCheck::kValid) << n.name << ' ' << number;
    EXPECT_EQ(check_national_id(n.name, n.invalid), IdCheck::kInvalid) << n.name;
    for (const std::string_view junk : {"", "x", "0", "ЖЖЖЖЖЖЖЖЖЖ", "\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF"})
      EXPECT_EQ(check_national_id(n.name, junk), IdCheck::kInvalid) << n.name << ' ' << junk;
  }
  EXPECT_EQ(check_national_id("ir-person", "1111111111"), IdCheck::kInvalid);  // its checksum holds
  EXPECT_EQ(check_national_id("xx-person", "123"), IdCheck::kNoChecksum);
}

// DOMAIN 2.0 V6, ID-IMO-1: a ship's number and a company's are told apart by their checksums.
TEST(IdChecks, ImoOfShipOrCompany) {
  EXPECT_EQ(imo_type("9074729"), ImoType::kShip);
  EXPECT_EQ(imo_type("IMO 5878575"), ImoType::kCompany);
  EXPECT_EQ(imo_type("0011359"), ImoType::kCompany);
  EXPECT_EQ(imo_type("5055293"), ImoType::kCompany);
  EXPECT_EQ(imo_type("5055294"), ImoType::kShip);  // no company's
  EXPECT_EQ(imo_type("9074728"), ImoType::kNone);
  EXPECT_EQ(imo_type("IMO"), ImoType::kNone);
  int both = 0;
  for (int i = 1000000; i < 1010000; ++i) both += imo_type(std::to_string(i)) == ImoType::kEither;
  EXPECT_GT(both, 0);
}

// ID-MIX-1: ten digits may be numbers of several kinds at once; nothing here chooses.
TEST(IdChecks, OneNumberOfTwoKinds) {
  int both = 0;
  for (int64_t i = 7707083000; i < 7707084000; ++i) {
    const std::string number = std::to_string(i);
    both +=
        check_id(IdKind::kInn, number) == IdCheck::kValid && check_national_id("tr-company", number) == IdCheck::kValid;
  }
  EXPECT_GT(both, 0);
}

TEST(IdChecks, EthereumWithoutMixedCaseHasNoChecksum) {
  EXPECT_EQ(check_id(IdKind::kCryptoAddress, "0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed"), IdCheck::kNoChecksum);
  EXPECT_EQ(check_id(IdKind::kCryptoAddress, "0x5AAEB6053F3E94C9B9A09F33669435E7EF1BEAED"), IdCheck::kNoChecksum);
}

TEST(IdChecks, KindsWithoutChecksum) {
  for (const IdKind kind :
       {IdKind::kPassport, IdKind::kNationalId, IdKind::kTaxNumber, IdKind::kRegistrationNumber, IdKind::kOther})
    EXPECT_EQ(check_id(kind, "123456789"), IdCheck::kNoChecksum);
}

TEST(IdChecks, AnyBytesOfAnyKind) {
  std::vector<std::string> junk = {"",   " ",   "\xFF", "№", "ИНН", std::string(10000, '1'), std::string(10000, 'z'),
                                   "0x", "bc1", "T"};
  uint32_t seed = 1;
  for (int i = 0; i < 300; ++i) {
    std::string text;
    for (uint32_t n = (seed >> 16) % 40; n > 0; --n) {
      seed = seed * 1664525 + 1013904223;
      text += static_cast<char>(i % 2 ? '!' + (seed >> 16) % 90 : seed >> 24);
    }
    seed = seed * 1664525 + 1013904223;
    junk.push_back(text);
  }
  for (const IdKindRow& row : id_kinds())
    for (const std::string& text : junk) {
      if (text.size() == 10000)
        EXPECT_NE(check_id(row.kind, text), IdCheck::kValid) << row.name;
      else
        (void)check_id(row.kind, text);
      Identifier id;
      id.kind = row.kind;
      id.value = text;
      id.country = "ir";
      (void)id_strength(id);
      (void)imo_type(text);
    }
}

std::string hex(const std::array<uint8_t, 32>& digest) {
  std::string out;
  for (const uint8_t b : digest) out += "0123456789abcdef"[b >> 4], out += "0123456789abcdef"[b & 15];
  return out;
}

TEST(Digests, KnownValues) {
  EXPECT_EQ(hex(sha256("")), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(hex(sha256("abc")), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(hex(sha256("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")),
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
  EXPECT_EQ(hex(keccak256("")), "c5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470");
  EXPECT_EQ(hex(keccak256("abc")), "4e03657aea45a94fc7d47ba826c8d667c0d1e6e33a64a036ec44f58fa12d6c45");
  EXPECT_EQ(hex(keccak256(std::string(136, 'a'))).size(), 64U);
}

}  // namespace
}  // namespace cordon
