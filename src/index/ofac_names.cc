#include "index/ofac_names.h"

#include <algorithm>

namespace cordon::index {

OfacNames::Letters OfacNames::letters_of(std::string_view whole) {
  Letters out = {};
  for (const char c : whole) ++out[c >= 'A' && c <= 'Z' ? static_cast<size_t>(c - 'A') : out.size() - 1];
  return out;
}

void OfacNames::add(const Entity& entity) {
  for (const Name& name : entity.names) {
    match::OfacName prepared = match::ofac_name(name.text);
    if (prepared.words.empty()) continue;
    Row row{entities_, static_cast<uint32_t>(word_of_.size()), std::move(prepared.whole), {}};
    row.letters = letters_of(row.whole);
    rows_.push_back(std::move(row));
    for (std::string& word : prepared.words) {
      const auto [at, is_new] = numbers_.try_emplace(word, static_cast<uint32_t>(words_.size()));
      if (is_new) words_.push_back(std::move(word));
      word_of_.push_back(at->second);
    }
  }
  ++entities_;
}

void OfacNames::finish() {
  numbers_.clear();
  rows_.push_back({entities_, static_cast<uint32_t>(word_of_.size()), {}, {}});
  for (uint32_t w = 0; w < words_.size(); ++w)
    words_by_initial_[static_cast<unsigned char>(words_[w].front())].push_back(w);
}

OfacNames::WordScores OfacNames::score_words(const match::OfacQuery& query, const Profile& profile) const {
  WordScores out;
  out.begins_alike.resize(words_.size());
  for (const uint8_t i : query.counted) {
    const std::string& word = query.name.words[i];
    std::vector<uint8_t>& hundredths = out.hundredths.emplace_back(words_.size());
    for (const uint32_t w : words_by_initial_[static_cast<unsigned char>(word.front())]) {
      if (!match::counts_for(query, words_[w], profile)) continue;
      out.begins_alike[w] = true;
      hundredths[w] = static_cast<uint8_t>(match::ofac_word(word, words_[w], profile));
    }
  }
  return out;
}

int OfacNames::by_words(size_t row, const WordScores& scores, bool& any) const {
  const uint32_t begin = rows_[row].first_word;
  const uint32_t end = rows_[row + 1].first_word;
  for (uint32_t i = begin; i < end; ++i) any = any || scores.begins_alike[word_of_[i]];
  if (!any) return 0;
  int sum = 0;
  for (const std::vector<uint8_t>& hundredths : scores.hundredths) {
    int best = 0;
    for (uint32_t i = begin; i < end; ++i) best = std::max<int>(best, hundredths[word_of_[i]]);
    sum += best;
  }
  return match::ofac_mean(sum, scores.hundredths.size());
}

void OfacNames::retrieve(const match::Query& query, Points cutoff, const Profile& profile,
                         std::vector<uint32_t>& out) const {
  if (cutoff <= 0) {
    for (uint32_t e = 0; e < entities_; ++e) out.push_back(e);
    return;
  }
  std::vector<bool> found(entities_);
  for (const match::OfacQuery& q : query.ofac_names) {
    const WordScores scores = score_words(q, profile);
    const Letters letters = letters_of(q.name.whole);
    const std::string_view whole = q.name.whole;
    for (size_t r = 0; r + 1 < rows_.size(); ++r) {
      const Row& row = rows_[r];
      if (found[row.entity]) continue;
      bool any = false;
      const int words = by_words(r, scores, any);
      if (!any) continue;
      if (match::ofac_points(0, words, profile) >= cutoff) {
        found[row.entity] = true;
        continue;
      }
      int64_t common = 0;
      for (size_t i = 0; i < letters.size(); ++i) common += std::min(letters[i], row.letters[i]);
      const match::Ratio most = match::jaro_winkler_bound(whole, row.whole, common, profile.ofac_prefix_whole);
      if (match::ofac_points(most.hundredths(), words, profile) < cutoff) continue;
      const int exact = match::jaro_winkler(whole, row.whole, profile.ofac_prefix_whole).hundredths();
      found[row.entity] = match::ofac_points(exact, words, profile) >= cutoff;
    }
  }
  for (uint32_t e = 0; e < entities_; ++e)
    if (found[e]) out.push_back(e);
}

}  // namespace cordon::index
