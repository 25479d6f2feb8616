// Checksums of identifiers, one function a kind (DOMAIN 2.1; each example there is a test).
#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/embedded.h"
#include "base/utf8.h"
#include "model/country.h"
#include "model/crypto_checks.h"
#include "model/identifier.h"

namespace cordon {
namespace {

bool digits(std::string_view s) {
  return !s.empty() && std::all_of(s.begin(), s.end(), [](char c) { return c >= '0' && c <= '9'; });
}
int at(std::string_view s, size_t i) { return s[i] - '0'; }

template <size_t N>
int weighted(std::string_view s, const int (&w)[N], size_t from = 0) {
  int sum = 0;
  for (size_t i = 0; i < N; ++i) sum += at(s, from + i) * w[i];
  return sum;
}

bool imo_ship(std::string_view s) { return weighted(s, {7, 6, 5, 4, 3, 2}) % 10 == at(s, 6); }
bool imo_company(std::string_view s) { return (11 - weighted(s, {8, 6, 4, 2, 9, 7}) % 11) % 10 == at(s, 6); }
bool imo(std::string_view s) { return s.size() == 7 && digits(s) && (imo_ship(s) || imo_company(s)); }

int value36(char c) { return c <= '9' ? c - '0' : c - 'A' + 10; }
bool alphanumeric(std::string_view s) {
  return std::all_of(s.begin(), s.end(), [](char c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z'); });
}
int mod97(std::string_view s) {
  int rest = 0;
  for (const char c : s) {
    const int v = value36(c);
    rest = (rest * (v > 9 ? 100 : 10) + v) % 97;
  }
  return rest;
}
bool lei(std::string_view s) { return s.size() == 20 && alphanumeric(s) && digits(s.substr(18)) && mod97(s) == 1; }

// The length of an IBAN of this country, 0 where the table has none. Rows are "de<tab>22".
size_t iban_length(std::string_view country) {
  const std::string row = "\n" + ascii_lower(country) + "\t";
  const std::string_view table = embedded("identifiers/iban_lengths.tsv");
  const size_t i = table.find(row);
  if (i == std::string_view::npos) return 0;
  return static_cast<size_t>(at(table, i + 4) * 10 + at(table, i + 5));
}
bool iban(std::string_view s) {
  if (s.size() < 15 || s.size() > 34 || !alphanumeric(s)) return false;
  const size_t length = iban_length(s.substr(0, 2));
  if (length != 0 && s.size() != length) return false;
  return mod97(std::string(s.substr(4)) + std::string(s.substr(0, 4))) == 1;
}

bool luhn(std::string_view s) {
  int sum = 0;
  for (size_t i = 0; i < s.size(); ++i) {
    int d = at(s, s.size() - 1 - i);
    if (i % 2) d = d * 2 > 9 ? d * 2 - 9 : d * 2;
    sum += d;
  }
  return sum % 10 == 0;
}
bool isin(std::string_view s) {
  if (s.size() != 12 || !alphanumeric(s) || s[0] < 'A' || s[1] < 'A' || s[11] > '9') return false;
  std::string all;
  for (const char c : s) all += std::to_string(value36(c));
  return luhn(all);
}

bool inn(std::string_view s) {
  if (!digits(s)) return false;
  if (s.size() == 10) return weighted(s, {2, 4, 10, 3, 5, 9, 4, 6, 8}) % 11 % 10 == at(s, 9);
  if (s.size() != 12) return false;
  return weighted(s, {7, 2, 4, 10, 3, 5, 9, 4, 6, 8}) % 11 % 10 == at(s, 10) &&
         weighted(s, {3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8}) % 11 % 10 == at(s, 11);
}
bool ogrn(std::string_view s) {
  if (!digits(s) || (s.size() != 13 && s.size() != 15)) return false;
  const int64_t head = std::stoll(std::string(s.substr(0, s.size() - 1)));
  if (s.size() == 13) return (s[0] == '1' || s[0] == '5') && head % 11 % 10 == at(s, 12);
  return s[0] == '3' && head % 13 % 10 == at(s, 14);
}
bool okpo(std::string_view s) {
  if (!digits(s) || (s.size() != 8 && s.size() != 10)) return false;
  const auto rest = [&](int start) {
    int sum = 0;
    for (size_t i = 0; i + 1 < s.size(); ++i) sum += at(s, i) * ((static_cast<int>(i) + start - 1) % 10 + 1);
    return sum % 11;
  };
  int r = rest(1);
  if (r == 10) r = rest(3);
  return (r == 10 ? 0 : r) == at(s, s.size() - 1);
}
bool kpp(std::string_view s) {
  return s.size() == 9 && digits(s.substr(0, 4)) && alphanumeric(s.substr(4, 2)) && digits(s.substr(6));
}
bool snils(std::string_view s) {
  if (s.size() != 11 || !digits(s)) return false;
  int sum = weighted(s, {9, 8, 7, 6, 5, 4, 3, 2, 1});
  if (sum > 101) sum %= 101;
  if (sum == 100 || sum == 101) sum = 0;
  return sum == at(s, 9) * 10 + at(s, 10);
}
bool edrpou(std::string_view s) {
  if (s.size() != 8 || !digits(s)) return false;
  const bool middle = s >= "30000000" && s <= "60000000";
  int r = (middle ? weighted(s, {7, 1, 2, 3, 4, 5, 6}) : weighted(s, {1, 2, 3, 4, 5, 6, 7})) % 11;
  if (r == 10) r = (middle ? weighted(s, {9, 3, 4, 5, 6, 7, 8}) : weighted(s, {3, 4, 5, 6, 7, 8, 9})) % 11;
  return r % 10 == at(s, 7);
}
bool unp(std::string_view s) {
  return s.size() == 9 && digits(s) && weighted(s, {29, 23, 19, 17, 13, 7, 5, 3}) % 11 == at(s, 8);
}
bool bin(std::string_view s) {
  if (s.size() != 12 || !digits(s)) return false;
  int r = weighted(s, {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11}) % 11;
  if (r == 10) r = weighted(s, {3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2}) % 11;
  return r != 10 && r == at(s, 11);
}
bool uscc(std::string_view s) {
  constexpr std::string_view kAlphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  if (s.size() != 18) return false;
  int sum = 0;
  int weight = 1;
  for (size_t i = 0; i < 18; ++i) {
    const size_t v = kAlphabet.find(s[i]);
    if (v == std::string_view::npos) return false;
    if (i == 17) return (31 - sum % 31) % 31 == static_cast<int>(v);
    sum += static_cast<int>(v) * weight;
    weight = weight * 3 % 31;
  }
  return false;
}
bool bic(std::string_view s) {
  if ((s.size() != 8 && s.size() != 11) || !alphanumeric(s)) return false;
  const std::string country = ascii_lower(s.substr(4, 2));
  return country_code(country) == country;
}

// National numbers by the country that issued them.
bool cn_resident(std::string_view s) {
  if (s.size() != 18 || !digits(s.substr(0, 17))) return false;
  return "10X98765432"[weighted(s, {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2}) % 11] == s[17];
}
bool ir_person(std::string_view s) {
  if (s.size() != 10 || !digits(s) || s.find_first_not_of(s[0]) == std::string_view::npos) return false;
  const int r = weighted(s, {10, 9, 8, 7, 6, 5, 4, 3, 2}) % 11;
  return at(s, 9) == (r < 2 ? r : 11 - r);
}
bool ir_company(std::string_view s) {
  if (s.size() != 11 || !digits(s)) return false;
  const int c = at(s, 9) + 2;
  constexpr int kWeights[] = {29, 27, 23, 19, 17, 29, 27, 23, 19, 17};
  int sum = 0;
  for (size_t i = 0; i < 10; ++i) sum += (at(s, i) + c) * kWeights[i];
  return sum % 11 % 10 == at(s, 10);
}
bool tr_person(std::string_view s) {
  if (s.size() != 11 || !digits(s) || s[0] == '0') return false;
  const int odd = at(s, 0) + at(s, 2) + at(s, 4) + at(s, 6) + at(s, 8);
  const int even = at(s, 1) + at(s, 3) + at(s, 5) + at(s, 7);
  return (7 * odd - even + 100) % 10 == at(s, 9) && (odd + even + at(s, 9)) % 10 == at(s, 10);
}
bool tr_company(std::string_view s) {
  if (s.size() != 10 || !digits(s)) return false;
  int sum = 0;
  for (int i = 1; i <= 9; ++i) {
    const int v = (at(s, static_cast<size_t>(i - 1)) + 10 - i) % 10;
    if (v == 0) continue;
    const int w = v * (1 << (10 - i)) % 9;
    sum += w == 0 ? 9 : w;
  }
  return (10 - sum % 10) % 10 == at(s, 9);
}
bool ua_person(std::string_view s) {
  if (s.size() != 10 || !digits(s)) return false;
  return ((weighted(s, {-1, 5, 7, 9, 4, 6, 10, 5, 7}) % 11 + 11) % 11) % 10 == at(s, 9);
}
bool ae_person(std::string_view s) { return s.size() == 15 && digits(s) && s.starts_with("784") && luhn(s); }
bool ch_uid(std::string_view s) {
  if (s.starts_with("CHE")) s.remove_prefix(3);
  if (s.size() != 9 || !digits(s)) return false;
  const int c = (11 - weighted(s, {5, 4, 3, 2, 7, 6, 5, 4}) % 11) % 11;
  return c != 10 && c == at(s, 8);
}
bool in_pan(std::string_view s) {
  constexpr std::string_view kHolders = "ABCFGHJLPT";
  const auto letters = [](std::string_view t) {
    return std::all_of(t.begin(), t.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  };
  return s.size() == 10 && letters(s.substr(0, 5)) && kHolders.find(s[3]) != std::string_view::npos &&
         digits(s.substr(5, 4)) && letters(s.substr(9));
}
bool in_gstin(std::string_view s) {
  if (s.size() != 15 || !alphanumeric(s) || !digits(s.substr(0, 2)) || !in_pan(s.substr(2, 10)) || s[13] != 'Z')
    return false;
  int sum = 0;
  for (size_t i = 0; i < 14; ++i) {
    const int p = value36(s[i]) * (i % 2 ? 2 : 1);
    sum += p / 36 + p % 36;
  }
  return (36 - sum % 36) % 36 == value36(s[14]);
}
bool cn_org_code(std::string_view s) {
  if (s.size() != 9 || !alphanumeric(s)) return false;
  constexpr int kWeights[] = {3, 7, 9, 10, 5, 8, 4, 2};
  int sum = 0;
  for (size_t i = 0; i < 8; ++i) sum += value36(s[i]) * kWeights[i];
  const int c = 11 - sum % 11;
  return s[8] == (c == 10 ? 'X' : c == 11 ? '0' : static_cast<char>('0' + c));
}

struct NationalCheck {
  std::string_view name;  // country and number, as tests and reports call it
  bool (*holds)(std::string_view);
};
constexpr NationalCheck kNational[] = {
    {"cn-resident", cn_resident}, {"cn-org", cn_org_code},    {"ir-person", ir_person}, {"ir-company", ir_company},
    {"tr-person", tr_person},     {"tr-company", tr_company}, {"ua-person", ua_person}, {"ae-person", ae_person},
    {"ch-uid", ch_uid},           {"in-pan", in_pan},         {"in-gstin", in_gstin},
};

IdCheck result(bool holds) { return holds ? IdCheck::kValid : IdCheck::kInvalid; }

}  // namespace

IdCheck check_national_id(std::string_view name, std::string_view value) {
  const std::string s = normal_id(IdKind::kNationalId, value);
  for (const NationalCheck& c : kNational)
    if (c.name == name) return result(c.holds(s));
  return IdCheck::kNoChecksum;
}

ImoType imo_type(std::string_view value) {
  const std::string s = normal_id(IdKind::kImo, value);
  if (s.size() != 7 || !digits(s)) return ImoType::kNone;
  if (imo_ship(s)) return imo_company(s) ? ImoType::kEither : ImoType::kShip;
  return imo_company(s) ? ImoType::kCompany : ImoType::kNone;
}

IdCheck check_id(IdKind kind, std::string_view value) {
  const std::string s = normal_id(kind, value);
  switch (kind) {
    case IdKind::kImo:
      return result(imo(s));
    case IdKind::kLei:
      return result(lei(s));
    case IdKind::kIban:
      return result(iban(s));
    case IdKind::kIsin:
      return result(isin(s));
    case IdKind::kInn:
      return result(inn(s));
    case IdKind::kOgrn:
      return result(ogrn(s));
    case IdKind::kOkpo:
      return result(okpo(s));
    case IdKind::kKpp:
      return result(kpp(s));
    case IdKind::kSnils:
      return result(snils(s));
    case IdKind::kEdrpou:
      return result(edrpou(s));
    case IdKind::kUnp:
      return result(unp(s));
    case IdKind::kBin:
      return result(bin(s));
    case IdKind::kUscc:
      return result(uscc(s));
    case IdKind::kBic:
      return result(bic(s));
    case IdKind::kMmsi:
      return result(s.size() == 9 && digits(s) && s[0] >= '2' && s[0] <= '7');
    case IdKind::kDuns:
      return result(s.size() == 9 && digits(s));
    case IdKind::kSsn:
      return result(s.size() == 9 && digits(s) && !s.starts_with("000") && !s.starts_with("666") && s[0] != '9' &&
                    s.substr(3, 2) != "00" && s.substr(5) != "0000");
    case IdKind::kCryptoAddress:
      return check_crypto_address(trim(value));  // letter case is part of the checksum
    default:
      return IdCheck::kNoChecksum;
  }
}

}  // namespace cordon
