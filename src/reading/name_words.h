// Words that tell what a name in running text is of, or how far it goes (data/reading/name_words.tsv).
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace cordon::reading {

enum class NameWord : uint8_t {
  kCompany,       // Ltd, Shipping, Holding: only companies have it in their names
  kLegalForm,     // GmbH, AG: behind the name of a firm
  kTurkishTrade,  // Karadeniz Lojistik: what a firm does, where its name ends with it
  kMedium,        // Herald, Zeitung, TV
  kConnector,     // of, de, von: in small letters amid a name
  kHe,            // Mr, Herr: before the name of a man
  kShe,
  kArabicLink,       // عبد الغني, بن سلمان, أبو ظريف: the first word of a surname of two
  kHanSurname,       // 王, 李
  kHanSound,         // writes a syllable of foreign names
  kHanFirm,          // 公司: at the end of a firm's name
  kHanOrganization,  // 大学, 协会
  kHanBody,          // 外交部, 法院
  kHanTrade,         // 航运, 物流: at the end of a firm's name, and a common noun
  kCount
};

// Is `fold` a word of that kind?
bool is_name_word(NameWord kind, std::string_view fold);

// Returns the words of that kind, in the order of the table.
std::span<const std::string_view> name_words(NameWord kind);

}  // namespace cordon::reading
