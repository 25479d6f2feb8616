// The registry of identifier kinds, the labels they go by, and the form in which numbers are compared.
#include "model/identifier.h"

#include <algorithm>
#include <unordered_map>

#include "base/table.h"
#include "base/utf8.h"

namespace cordon {
namespace {

constexpr IdKindRow kKinds[] = {
    {IdKind::kUnknown, "unknown", "idNumber", "number", IdStrength::kMedium, false},
    {IdKind::kPassport, "passport", "passportNumber", "Passport", IdStrength::kMedium, false},
    {IdKind::kNationalId, "national", "idNumber", "National ID", IdStrength::kMedium, false},
    {IdKind::kTaxNumber, "tax", "taxNumber", "Tax number", IdStrength::kStrong, false},
    {IdKind::kRegistrationNumber, "registration", "registrationNumber", "Registration number", IdStrength::kStrong,
     false},
    {IdKind::kInn, "inn", "innCode", "INN", IdStrength::kStrong, true},
    {IdKind::kOgrn, "ogrn", "ogrnCode", "OGRN", IdStrength::kStrong, true},
    {IdKind::kOkpo, "okpo", "okpoCode", "OKPO", IdStrength::kStrong, true},
    {IdKind::kKpp, "kpp", "kppCode", "KPP", IdStrength::kWeak, false},
    {IdKind::kSnils, "snils", "snilsCode", "SNILS", IdStrength::kStrong, true},
    {IdKind::kEdrpou, "edrpou", "registrationNumber", "EDRPOU", IdStrength::kStrong, true},
    {IdKind::kUnp, "unp", "taxNumber", "UNP", IdStrength::kStrong, true},
    {IdKind::kBin, "bin", "registrationNumber", "BIN/IIN", IdStrength::kStrong, true},
    {IdKind::kUscc, "uscc", "uscCode", "Unified Social Credit Code", IdStrength::kStrong, true},
    {IdKind::kLei, "lei", "leiCode", "LEI", IdStrength::kStrong, true},
    {IdKind::kBic, "bic", "swiftBic", "BIC", IdStrength::kMedium, false},
    {IdKind::kIban, "iban", "iban", "IBAN", IdStrength::kStrong, false},
    {IdKind::kAccount, "account", "accountNumber", "Account", IdStrength::kMedium, false},
    {IdKind::kDuns, "duns", "dunsCode", "D-U-N-S", IdStrength::kMedium, true},
    {IdKind::kImo, "imo", "imoNumber", "IMO number", IdStrength::kStrong, true},
    {IdKind::kMmsi, "mmsi", "mmsi", "MMSI", IdStrength::kWeak, false},
    {IdKind::kCallSign, "callsign", "callSign", "Call sign", IdStrength::kWeak, false},
    {IdKind::kTailNumber, "tail", "registrationNumber", "Tail number", IdStrength::kWeak, false},
    {IdKind::kSerialNumber, "serial", "serialNumber", "Serial number", IdStrength::kMedium, true},
    {IdKind::kHull, "hull", "hullNumber", "Hull number", IdStrength::kMedium, true},
    {IdKind::kCryptoAddress, "crypto", "publicKey", "Crypto address", IdStrength::kStrong, false},
    {IdKind::kIsin, "isin", "isin", "ISIN", IdStrength::kStrong, false},
    {IdKind::kTicker, "ticker", "ticker", "Ticker", IdStrength::kWeak, false},
    {IdKind::kSsn, "ssn", "socialSecurityNumber", "SSN", IdStrength::kMedium, true},
    {IdKind::kCurp, "curp", "idNumber", "C.U.R.P.", IdStrength::kMedium, true},
    {IdKind::kRfc, "rfc", "taxNumber", "R.F.C.", IdStrength::kMedium, true},
    {IdKind::kCedula, "cedula", "idNumber", "Cedula", IdStrength::kMedium, true},
    {IdKind::kUnReference, "un", "unReference", "UN reference number", IdStrength::kStrong, true},
    {IdKind::kLicence, "licence", "licenseNumber", "Licence", IdStrength::kMedium, false},
    {IdKind::kVat, "vat", "vatCode", "VAT number", IdStrength::kStrong, false},
    {IdKind::kOther, "other", "idNumber", "Identifier", IdStrength::kMedium, false},
};

// Labels without case, blanks and punctuation; "number", "no" at the end do not count.
std::string label_key(std::string_view text) {
  std::string out;
  for (size_t i = 0; i < text.size();) {
    char32_t c = next_code_point(text, i);
    if (c >= 'A' && c <= 'Z') c += 32;
    if (c >= 0x410 && c <= 0x42F) c += 32;
    if (c >= 0x400 && c <= 0x40F) c += 80;
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c >= 0x80) append_utf8(out, c);
  }
  for (const std::string_view tail : {"number", "numbers", "nummer", "numero", "no", "nr", "num"})
    if (out.size() > tail.size() + 1 && out.ends_with(tail)) {
      out.resize(out.size() - tail.size());
      break;
    }
  return out;
}

// Names first, then the table, then FtM's properties: a label means what stands first.
const std::unordered_map<std::string, IdKind>& labels() {
  static const std::unordered_map<std::string, IdKind> map = [] {
    std::unordered_map<std::string, IdKind> out;
    for (const IdKindRow& row : kKinds) out.try_emplace(label_key(row.name), row.kind);
    for_each_table_line("identifiers/labels.tsv", [&](std::string_view line) {
      const auto kind = out.find(label_key(take_field(line, '\t')));
      if (kind == out.end()) return;
      const IdKind value = kind->second;
      while (!line.empty()) out.try_emplace(label_key(take_field(line, '|')), value);
    });
    for (const IdKindRow& row : kKinds) out.try_emplace(label_key(row.ftm), row.kind);
    return out;
  }();
  return map;
}

// Letters beyond ASCII; signs and punctuation ("№", dashes of all lengths, CJK marks) are none.
bool is_letter(char32_t c) {
  const bool sign = (c >= 0x2000 && c <= 0x2BFF) || (c >= 0x3000 && c <= 0x303F) || (c >= 0xFE00 && c <= 0xFE6F) ||
                    c == 0xD7 || c == 0xF7;
  return c >= 0xC0 && !sign;
}

// Cyrillic letters that look like Latin ones, inside a number (DOMAIN 2.0 V1).
char look_alike(char32_t c) {
  switch (c) {
    case U'А':
      return 'A';
    case U'В':
      return 'B';
    case U'Е':
      return 'E';
    case U'К':
      return 'K';
    case U'М':
      return 'M';
    case U'Н':
      return 'H';
    case U'О':
      return 'O';
    case U'Р':
      return 'P';
    case U'С':
      return 'C';
    case U'Т':
      return 'T';
    case U'Х':
      return 'X';
    default:
      return 0;
  }
}

// Does every number of this kind begin with a digit? Letters before it are its label ("ИНН 7707…", "IMO 907…").
bool begins_with_digit(IdKind kind) {
  switch (kind) {
    case IdKind::kInn:
    case IdKind::kOgrn:
    case IdKind::kOkpo:
    case IdKind::kKpp:
    case IdKind::kSnils:
    case IdKind::kEdrpou:
    case IdKind::kUnp:
    case IdKind::kBin:
    case IdKind::kDuns:
    case IdKind::kImo:
    case IdKind::kMmsi:
    case IdKind::kSsn:
      return true;
    default:
      return false;
  }
}

// The checks (check_national_id) that a number of this kind from this country may have to pass, by its length.
std::string_view national_check(IdKind kind, std::string_view country, size_t length) {
  struct Row {
    std::string_view country;
    size_t length;
    std::string_view check;
  };
  constexpr Row kRows[] = {
      {"cn", 18, "cn-resident"}, {"ir", 10, "ir-person"},  {"ir", 11, "ir-company"},
      {"tr", 11, "tr-person"},   {"tr", 10, "tr-company"}, {"ua", 10, "ua-person"},
      {"ae", 15, "ae-person"},   {"ch", 12, "ch-uid"},     {"in", 15, "in-gstin"},
  };
  if (kind != IdKind::kNationalId && kind != IdKind::kTaxNumber && kind != IdKind::kRegistrationNumber) return {};
  for (const Row& row : kRows)
    if (row.country == country && row.length == length) return row.check;
  return {};
}

}  // namespace

std::span<const IdKindRow> id_kinds() { return kKinds; }

const IdKindRow& id_kind_row(IdKind kind) {
  for (const IdKindRow& row : kKinds)
    if (row.kind == kind) return row;
  return kKinds[0];
}

bool issued_by_country(IdKind kind) {
  switch (kind) {
    case IdKind::kUnknown:
    case IdKind::kPassport:
    case IdKind::kNationalId:
    case IdKind::kTaxNumber:
    case IdKind::kRegistrationNumber:
    case IdKind::kLicence:
    case IdKind::kVat:
    case IdKind::kOther:
      return true;
    default:
      return false;
  }
}

std::optional<IdKind> parse_id_kind(std::string_view text) {
  const auto it = labels().find(label_key(text));
  if (it == labels().end()) return std::nullopt;
  return it->second;
}

std::string normal_id(IdKind kind, std::string_view value) {
  std::string out;
  const bool keeps_case = kind == IdKind::kCryptoAddress;  // base58 tells letters of both cases apart
  for (size_t i = 0; i < value.size();) {
    const size_t at = i;
    char32_t c = next_code_point(value, i);
    if (c >= 0xFF10 && c <= 0xFF5A) c -= 0xFEE0;        // full-width forms
    if (c >= 0x660 && c <= 0x669) c = c - 0x660 + '0';  // Arabic digits
    if (c >= 0x6F0 && c <= 0x6F9) c = c - 0x6F0 + '0';  // Persian ones
    if (c >= 0xE0 && c <= 0xFE && c != 0xF7) c -= 32;   // accented Latin letters
    if (c >= 0x430 && c <= 0x44F) c -= 32;              // Cyrillic ones
    if (c >= 0x450 && c <= 0x45F) c -= 80;
    if (const char latin = look_alike(c)) {
      out += latin;
    } else if ((c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z')) {
      out += static_cast<char>(c);
    } else if (c >= 'a' && c <= 'z') {
      out += static_cast<char>(keeps_case ? c : c - 32);
    } else if (c == 0xFFFD) {
      out += value.substr(at, i - at);  // a byte that is no text still tells two numbers apart
    } else if (is_letter(c)) {
      append_utf8(out, c);
    }
  }
  if (keeps_case && (out.starts_with("0x") || out.starts_with("0X") || out.starts_with("BC1"))) out = ascii_lower(out);
  if (begins_with_digit(kind))
    if (const size_t digit = out.find_first_of("0123456789"); digit != std::string::npos) out.erase(0, digit);
  if (kind == IdKind::kBic && out.size() == 11 && out.ends_with("XXX")) out.resize(8);
  return out;
}

IdStrength id_strength(const Identifier& id) {
  const std::string number = normal_id(id.kind, id.value);
  if (number.size() < 5) return IdStrength::kWeak;
  if (std::all_of(number.begin(), number.end(), [&](char c) { return c == number[0]; })) return IdStrength::kWeak;
  if (const auto check = national_check(id.kind, id.country, number.size()); !check.empty())
    return check_national_id(check, number) == IdCheck::kValid ? IdStrength::kStrong : IdStrength::kMedium;
  const IdStrength strength = id_kind_row(id.kind).strength;
  if (strength == IdStrength::kStrong && check_id(id.kind, id.value) == IdCheck::kInvalid) return IdStrength::kMedium;
  return strength;
}

}  // namespace cordon
