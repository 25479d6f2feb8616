#include "reading/party_namesakes.h"

#include <algorithm>
#include <map>
#include <unordered_map>

#include "reading/text_words.h"

namespace cordon::reading {

namespace {

// The words of a mention's name, folded, without marks.
std::vector<std::string> words_of(const Text& text, Span span) {
  std::vector<std::string> out;
  for (uint32_t i = text.token_at(span.begin); i < text.tokens.size() && text.tokens[i].end <= span.end; ++i)
    if (text.tokens[i].mark == 0) out.push_back(text.tokens[i].fold);
  return out;
}

// Faisal Noor said …. Noor added … his brother, Tariq Noor: where a surname stands alone, of the persons with that
// surname the one who was named in full first, as long as only he was; else it stays with whom it was given to.
void settle_surnames(const Text& text, Parties& parties) {
  std::map<std::string, std::vector<int>> bearers;  // by surname, in the order in which they are named in full
  for (Mention& m : parties.mentions) {
    if (parties.parties[m.party].type != PartyType::kPerson) continue;
    const std::vector<std::string> words = words_of(text, m.span);
    if (words.empty()) continue;
    std::vector<int>& known = bearers[words.back()];
    if (words.size() >= 2) {
      if (std::ranges::find(known, m.party) == known.end()) known.push_back(m.party);
    } else if (known.size() == 1 && known.front() != m.party && !parties.parties[m.party].name.empty() &&
               parties.parties[m.party].name.find(' ') != std::string::npos) {
      m.party = known.front();
    }
  }
}

// The first letters of the words of a name, without the small ones between them: Office of Foreign Assets Control.
std::string initials_of(const Text& text, Span span) {
  std::string out;
  for (uint32_t i = text.token_at(span.begin); i < text.tokens.size() && text.tokens[i].end <= span.end; ++i)
    if (text.tokens[i].is_capital && text.tokens[i].mark == 0 && text.tokens[i].fold != "the")
      out += text.tokens[i].fold[0];
  return out;
}

// The Office of Foreign Assets Control … OFAC; the Financial Times … the FT
void settle_initials(const Text& text, Parties& parties) {
  std::unordered_map<std::string, int> known;  // by initials
  for (Mention& m : parties.mentions) {
    const Party& p = parties.parties[m.party];
    if (p.type == PartyType::kPerson || p.type == PartyType::kState || p.type == PartyType::kVessel) continue;
    const uint32_t first = text.token_at(m.span.begin);
    if (first >= text.tokens.size()) continue;
    const bool alone = text.tokens[first].end == m.span.end;
    if (alone && text.tokens[first].is_all_capitals && p.entity_ids.empty()) {
      const auto found = known.find(text.tokens[first].fold);
      if (found != known.end()) m.party = found->second;
    } else if (!alone) {
      const std::string initials = initials_of(text, m.span);
      if (initials.size() >= (p.is_medium ? 2U : 3U)) known.try_emplace(initials, m.party);
    }
  }
}

}  // namespace

void settle_namesakes(const Text& text, Parties& parties) {
  if (text.language != "en") return;
  settle_surnames(text, parties);
  settle_initials(text, parties);
}

}  // namespace cordon::reading
