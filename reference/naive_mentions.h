// The naive twin of the scan for full names (reading/mentions.cc): every stretch of words of a paragraph against every
// name of every party, without keys, filters, or an index. For tests only.
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "match/judge.h"
#include "reading/text_words.h"

namespace cordon::reference {

struct NaiveMention {
  size_t entity = 0;
  uint32_t begin = 0, end = 0;  // bytes
};

// Stretches of two to `longest` words, over no break, of which the judge says that they are the entity's whole name
// (no part of either left over, at least two parts of the same letters or sound) at `floor` points or over.
inline std::vector<NaiveMention> naive_mentions(const std::string& text, const std::vector<Entity>& entities,
                                                size_t longest, Points floor, const Profile& profile) {
  std::vector<reading::TextWord> words;
  reading::cut_words(text, words);
  std::vector<match::PreparedParty> parties;
  for (const Entity& entity : entities) parties.push_back(match::prepare_party(entity, profile));
  std::vector<NaiveMention> out;
  for (size_t i = 0; i < words.size(); ++i)
    for (size_t j = i; j < std::min(words.size(), i + longest); ++j) {
      if (j > i && (words[j - 1].is(reading::kBreakBehind) || words[j - 1].is(reading::kCommaBehind))) break;
      if (j == i) continue;
      for (size_t e = 0; e < entities.size(); ++e) {
        Subject subject;
        subject.schema = entities[e].schema;
        subject.names.push_back({text.substr(words[i].begin, words[j].end - words[i].begin), {}, {}, {}, false});
        const match::Query query = match::prepare_query(subject, profile);
        const Hit hit = match::judge(query, parties[e], entities.size(), profile);
        size_t agree = 0;
        bool left = false;
        for (const Evidence& row : hit.evidence) {
          agree += row.feature == Feature::kNamePart && row.finding == Finding::kAgrees;
          left = left || row.feature == Feature::kNameMissing || row.feature == Feature::kNameDiffers;
        }
        if (hit.score >= floor && agree >= 2 && !left) out.push_back({e, words[i].begin, words[j].end});
      }
    }
  return out;
}

}  // namespace cordon::reference
