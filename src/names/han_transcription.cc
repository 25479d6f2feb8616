// Foreign names in Han characters: 弗拉基米尔·普京. The characters are those of the official tables of transcription,
// in which each writes a consonant, or a consonant and its vowel with the n that may close it. Chinese tells neither r
// and l apart nor b from v in clusters, so that a character has several readings, which
// data/romanization/han_transcription.tsv puts into four systems.
#include "names/han_transcription.h"

#include <algorithm>

#include "base/utf8.h"
#include "names/analyze.h"
#include "names/tables.h"

namespace cordon::names {
namespace {

using Characters = TextMap<std::vector<std::string_view>>;

const Characters& characters() {
  static const Characters table = [] {
    Characters out;
    for_each_row("romanization/han_transcription.tsv", [&](const std::vector<std::string_view>& fields) {
      for (std::string_view character : split_words(fields.at(1))) out.emplace(character, split_field(fields[0], '/'));
    });
    return out;
  }();
  return table;
}

}  // namespace

std::vector<std::string> read_transcription(std::string_view norm, std::string (*other)(std::string_view)) {
  std::vector<std::string> forms(kMaxForms);
  for (size_t pos = 0; pos < norm.size();) {
    const size_t begin = pos;
    next_code_point(norm, pos);
    const std::string_view character = norm.substr(begin, pos - begin);
    const auto it = characters().find(character);
    const std::string unknown = it == characters().end() ? other(character) : std::string();
    for (size_t k = 0; k < forms.size(); ++k) {
      const std::string_view reading =
          it == characters().end() ? unknown : it->second[std::min(k, it->second.size() - 1)];
      const bool labial = reading.starts_with('p') || reading.starts_with('b');
      if (labial && forms[k].ends_with('n')) forms[k].back() = 'm';  // 坎贝尔: Campbell
      forms[k] += reading;
    }
  }
  return forms;
}

}  // namespace cordon::names
