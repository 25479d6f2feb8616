// The registry of identifier kinds, the labels they go by, and the form in which numbers are compared.
#include "model/identifier.h"

#include <algorithm>
#include <unordered_map>

#include "base/embedded.h"
#include "base/utf8.h"

namespace cordon {
namespace {

constexpr IdKindRow kKinds[] = {
    {IdKind::kUnknown, "unknown", "idNumber", "number", IdStrength::kMedium, false},
    {IdKind::kPassport, "passport", "passportNumber", "Passport", IdStrength::kMedium, false},
    {IdKind::kNationalId, "national", "idNumber", "National ID", IdStrength::kMedium, false},
    {IdKind::kTaxNumber, "tax", "taxNumber", "Tax number", IdStrength::kStrong, false},
    {IdKind::kRegistrationNumber, "registration", "registrationNumber", "Registration number", IdStrength::kStrong, false},
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
    {IdKind::kBic, "bic", "swiftBic", "BIC", IdStrength::kStrong, false},
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
  for (const std::string_view tail : {"number", "numbers", "no", "nr", "num"})
    if (out.size() > tail.size() + 1 && out.ends_with(tail)) {
      out.resize(out.size() - tail.size());
      break;
    }
  return out;
}

const std::unordered_map<std::string, IdKind>& labels() {
  static const std::unordered_map<std::string, IdKind> map = [] {
    std::unordered_map<std::string, IdKind> out;
    for (const IdKindRow& row : kKinds) out.try_emplace(label_key(row.name), row.kind);
    std::string_view rest = embedded("identifiers/labels.tsv");
    while (!rest.empty()) {
      const size_t end = std::min(rest.find('\n'), rest.size());
      const std::string_view line = rest.substr(0, end);
      rest.remove_prefix(std::min(end + 1, rest.size()));
      const size_t tab = line.find('\t');
      if (line.starts_with('#') || tab == std::string_view::npos) continue;
      const auto kind = out.find(label_key(line.substr(0, tab)));
      if (kind == out.end()) continue;
      const IdKind value = kind->second;
      for (std::string_view names = line.substr(tab + 1); !names.empty();) {
        const size_t bar = std::min(names.find('|'), names.size());
        out.try_emplace(label_key(names.substr(0, bar)), value);
        names.remove_prefix(std::min(bar + 1, names.size()));
      }
    }
    return out;
  }();
  return map;
}

// Cyrillic letters that look like Latin ones, inside a number (DOMAIN 2.0 V1).
char look_alike(char32_t c) {
  switch (c) {
    case U'А': case U'а': return 'A';
    case U'В': case U'в': return 'B';
    case U'Е': case U'е': return 'E';
    case U'К': case U'к': return 'K';
    case U'М': case U'м': return 'M';
    case U'Н': case U'н': return 'H';
    case U'О': case U'о': return 'O';
    case U'Р': case U'р': return 'P';
    case U'С': case U'с': return 'C';
    case U'Т': case U'т': return 'T';
    case U'Х': case U'х': return 'X';
    default: return 0;
  }
}

}  // namespace

std::span<const IdKindRow> id_kinds() { return kKinds; }

const IdKindRow& id_kind_row(IdKind kind) {
  for (const IdKindRow& row : kKinds)
    if (row.kind == kind) return row;
  return kKinds[0];
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
    if (c >= 0xFF10 && c <= 0xFF5A) c -= 0xFEE0;  // full-width forms
    if (const char latin = look_alike(c)) {
      out += latin;
    } else if ((c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z')) {
      out += static_cast<char>(c);
    } else if (c >= 'a' && c <= 'z') {
      out += static_cast<char>(keeps_case ? c : c - 32);
    } else if (c >= 0x250 && !(c >= 0x2000 && c <= 0x206F)) {
      out += value.substr(at, i - at);
    }
  }
  if (keeps_case && (out.starts_with("0x") || out.starts_with("0X") || out.starts_with("BC1"))) out = ascii_lower(out);
  if (kind == IdKind::kImo && out.starts_with("IMO")) out.erase(0, 3);
  if (kind == IdKind::kBic && out.size() == 11 && out.ends_with("XXX")) out.resize(8);
  if (kind == IdKind::kInn && out.starts_with("INN")) out.erase(0, 3);
  if (kind == IdKind::kInn && out.starts_with("ИНН")) out.erase(0, std::string_view("ИНН").size());
  return out;
}

IdStrength id_strength(const Identifier& id) {
  const std::string number = normal_id(id.kind, id.value);
  if (number.size() < 5) return IdStrength::kWeak;
  if (std::all_of(number.begin(), number.end(), [&](char c) { return c == number[0]; })) return IdStrength::kWeak;
  const IdStrength strength = id_kind_row(id.kind).strength;
  if (strength == IdStrength::kStrong && check_id(id.kind, id.value) == IdCheck::kInvalid) return IdStrength::kMedium;
  return strength;
}

}  // namespace cordon
