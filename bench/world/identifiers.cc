#include "world/identifiers.h"

#include <array>

namespace cordon::world {
namespace {

std::string digits(size_t n, Random& random) {
  std::string out(1, static_cast<char>('1' + random.below(9)));
  while (out.size() < n) out.push_back(static_cast<char>('0' + random.below(10)));
  return out;
}

std::string letters(size_t n, Random& random) {
  std::string out;
  while (out.size() < n) out.push_back(static_cast<char>('A' + random.below(26)));
  return out;
}

std::string hexadecimal(size_t n, Random& random) {
  std::string out;
  while (out.size() < n) out.push_back("0123456789abcdef"[random.below(16)]);
  return out;
}

char inn_check(std::string_view number, std::span<const int> weights) {
  int sum = 0;
  for (size_t i = 0; i < weights.size(); ++i) sum += (number[i] - '0') * weights[i];
  return static_cast<char>('0' + sum % 11 % 10);
}

// The Russian tax number: 12 digits of a person, 10 of a firm.
std::string draw_inn(bool person, Random& random) {
  constexpr std::array kFirst = {7, 2, 4, 10, 3, 5, 9, 4, 6, 8};
  constexpr std::array kSecond = {3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8};
  constexpr std::array kFirm = {2, 4, 10, 3, 5, 9, 4, 6, 8};
  std::string number = digits(person ? 10 : 9, random);
  if (!person) return number + inn_check(number, kFirm);
  number += inn_check(number, kFirst);
  return number + inn_check(number, kSecond);
}

}  // namespace

std::string draw_imo(Random& random) {
  std::string number = std::to_string(random.between(500000, 999999));
  uint32_t sum = 0;
  for (size_t i = 0; i < 6; ++i) sum += static_cast<uint32_t>(number[i] - '0') * static_cast<uint32_t>(7 - i);
  return "IMO" + number + std::to_string(sum % 10);
}

void draw_identifiers(Party& party, Random& random) {
  const auto say = [&](std::string_view property, std::string value) {
    party.statements.push_back({std::string(property), std::move(value)});
  };
  const bool russian = party.country == "ru";
  switch (party.kind) {
    case PartyKind::kPerson:
      if (random.chance(240))
        say("passportNumber", letters(random.below(3), random) + digits(random.between(6, 9), random));
      if (random.chance(200)) say("idNumber", digits(random.between(8, 12), random));
      if (russian && random.chance(350)) say("innCode", draw_inn(true, random));
      break;
    case PartyKind::kCompany:
    case PartyKind::kOrganization:
      if (russian && random.chance(600)) say("innCode", draw_inn(false, random));
      if (random.chance(250)) say("registrationNumber", digits(random.between(6, 10), random));
      if (random.chance(90)) say("taxNumber", digits(random.between(8, 11), random));
      break;
    case PartyKind::kVessel:
      if (random.chance(900)) say("imoNumber", draw_imo(random));
      if (random.chance(350)) say("mmsi", std::to_string(random.between(201, 775)) + digits(6, random));
      if (random.chance(200)) say("callSign", letters(1, random) + digits(1, random) + letters(3, random));
      break;
    case PartyKind::kAirplane:
      say("registrationNumber", letters(2, random) + "-" + letters(3, random));
      if (random.chance(500)) say("serialNumber", digits(random.between(3, 6), random));
      break;
    case PartyKind::kCryptoWallet:
      say("publicKey", "0x" + hexadecimal(40, random));  // lower case: an Ethereum address without checksum
      break;
  }
}

}  // namespace cordon::world
