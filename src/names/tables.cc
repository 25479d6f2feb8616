// The word tables of data/name_parts/, parsed once, and the fingerprint of every table on which the index depends.
#include "names/tables.h"

#include <unicode/uchar.h>
#include <unicode/uversion.h>

#include "base/embedded.h"
#include "base/table.h"
#include "base/utf8.h"
#include "names/analyze.h"
#include "names/tokenize.h"

namespace cordon::names {
namespace {

// Raised whenever the code (not a table) changes what analyze(), fold() or skeleton() return.
constexpr std::string_view kCodeVersion = "names-6";

struct FlagName {
  std::string_view name;
  WordFlag flag;
};
// The words that stand in the first column of name_parts/*.tsv.
constexpr FlagName kFlagNames[] = {
    {"title", kTitleLeading},
    {"title-anywhere", kTitleAnywhere},
    {"title-before-two", kTitleBeforeTwo},
    {"title-trailing", kTitleTrailing},
    {"article", kArticle},
    {"sun-article", kSunArticle},
    {"particle", kParticleInner},
    {"org-particle", kParticleOrg},
    {"suffix", kSuffixWord},
    {"syllable", kBurmeseSyllable},
    {"korean-surname", kKoreanSurname},
    {"patronymic-word", kPatronymicWord},
    {"number", kNumberWord},
    {"number-mark", kNumberMark},
    {"vessel", kVesselPrefix},
    {"generic", kGenericStrong},
    {"light", kGenericWeak},
    {"translated", kTranslated},
    {"letter-name", kLetterName},
    {"ordinal-ending", kOrdinalEnding},
    {"roman", kRomanNumeral},
    {"ullah", kUllahWord},
    {"uddin", kUddinWord},
    {"din", kDinWord},
    {"joint-article", kJointArticle},
    {"head", kCompoundHead},
};

// Rows: class, canonical form ("-" for none), words separated by commas.
TextMap<WordInfo> read_words() {
  TextMap<WordInfo> words;
  for (std::string_view table :
       {"name_parts/persons.tsv", "name_parts/acronyms.tsv", "name_parts/organisation_words.tsv",
        "name_parts/organisations.tsv", "name_parts/organisations_eu.tsv", "name_parts/numbers.tsv"}) {
    for_each_row(table, [&](const std::vector<std::string_view>& fields) {
      const WordFlag flag = word_flag(fields.at(0));
      if (flag == kCompoundHead) return;
      const std::string_view canonical = fields.at(1) == "-" ? std::string_view() : fields.at(1);
      for (std::string_view word : split_field(fields.at(2), ',')) {
        WordInfo& info = words[table_key(word)];
        info.flags |= flag;
        if (!canonical.empty() && info.canonical.empty()) info.canonical = canonical;
      }
    });
  }
  return words;
}

}  // namespace

WordFlag word_flag(std::string_view name) {
  for (const FlagName& f : kFlagNames)
    if (f.name == name) return f.flag;
  std::abort();  // a table of ours names an unknown class
}

void for_each_row(std::string_view name, const std::function<void(const std::vector<std::string_view>&)>& row) {
  for_each_table_line(name, [&](std::string_view line) { row(split_field(line, '\t')); });
}

std::vector<std::string_view> split_field(std::string_view field, char separator) {
  std::vector<std::string_view> out;
  while (true) {
    const size_t end = field.find(separator);
    out.push_back(trim(field.substr(0, end)));
    if (end == std::string_view::npos) return out;
    field = field.substr(end + 1);
  }
}

std::vector<std::string_view> split_words(std::string_view field) {
  std::vector<std::string_view> out;
  for (std::string_view word : split_field(field, ' '))
    if (!word.empty()) out.push_back(word);
  return out;
}

WordInfo word_info(std::string_view word) {
  static const TextMap<WordInfo> words = read_words();
  const auto it = words.find(word);
  return it == words.end() ? WordInfo{} : it->second;
}

const Hash128& tables_hash() {
  static const Hash128 hash = [] {
    std::string all(kCodeVersion);
    all += U_ICU_VERSION;
    all += U_UNICODE_VERSION;
    for (std::string_view name : embedded_names()) {
      for (std::string_view folder : {"romanization/", "legal_forms/", "name_parts/", "nicknames/", "equivalents/"}) {
        if (!name.starts_with(folder)) continue;
        all += name;
        all.push_back('\0');
        all += embedded(name);
        all.push_back('\0');
      }
    }
    return hash128(all);
  }();
  return hash;
}

}  // namespace cordon::names
