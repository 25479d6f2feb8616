// Media: papers by name in scripts without capitals, and what shows that a party is one.
#include <algorithm>

#include "reading/name_words.h"
#include "reading/party_finder.h"

namespace cordon::reading {

// A letter that the “Weser-Echo” has seen, to which X had access: who reads the papers for us is a medium.
void PartyFinder::mark_media() {
  const Lexicon& lexicon = Lexicon::of(text_.language);
  std::vector<Found> found;
  const auto marks = [&](uint32_t from, uint32_t upto, std::string_view where) {  // does such a phrase begin here?
    found.clear();
    if (tok(from).mark == 0) lexicon.find(text_.tokens, from, upto, found);
    for (const Found& f : found)
      if (f.lexeme->kind == Kind::kStop && f.lexeme->value == where) return f.end;
    return from;
  };
  for (const Mention& m : out_.mentions) {
    Party& party = out_.parties[m.party];
    if (party.is_medium || !party.entity_ids.empty() || party.type == PartyType::kState ||
        party.type == PartyType::kPublicBody)
      continue;
    uint32_t begin = token_at(m.span.begin), end = token_at(m.span.end);
    while (end < count() && is_quote_mark(tok(end).mark)) ++end;
    if (end < count() && tok(end).block == tok(begin).block && marks(end, count(), "medium after") > end)
      party.is_medium = true;
    while (begin > 0 &&
           (is_quote_mark(tok(begin - 1).mark) || is(begin - 1, Kind::kDeterminer) || tok(begin - 1).fold == "a"))
      --begin;
    for (uint32_t from = begin < 4 ? 0 : begin - 4; from < begin; ++from) {
      const uint32_t stop = marks(from, count(), "medium before");
      if (stop > from && stop >= begin && stop <= token_at(m.span.begin)) party.is_medium = true;
    }
    if (party.is_medium && party.type == PartyType::kPerson) party.type = PartyType::kOrganization;
  }
}

// Papers and agencies by name, in scripts without capitals.
void PartyFinder::add_outlets() {
  std::map<Words, int> outlets;
  for (uint32_t i = 0; i < count(); ++i) {
    if (!is(i, Kind::kOutlet) || taken_[i]) continue;
    uint32_t end = i + 1;
    while (end < count() && is(end, Kind::kOutlet) && !taken_[end] && tok(end).block == tok(i).block) ++end;
    const auto [at, is_new] = outlets.try_emplace(folds(i, end), 0);
    const Span span = span_of(i, end);
    if (is_new) {
      Party party;
      party.name = text_.view(span);
      party.is_medium = true;
      at->second = out_.add(std::move(party));
      set_words(at->second, folds(i, end));
    }
    mention(at->second, span);
    take(i, end);
    i = end - 1;
  }
}

// Herald, Elbe-Post
bool PartyFinder::is_media_word(std::string_view w) {
  const size_t hyphen = w.rfind('-');
  return is_name_word(NameWord::kMedium, w) ||
         (hyphen != std::string_view::npos && is_name_word(NameWord::kMedium, w.substr(hyphen + 1)));
}

// The name of the site that the page is from, with or without an article.
bool PartyFinder::is_the_site(uint32_t begin, uint32_t end) const {
  if (text_.site.empty()) return false;
  Words site;
  for (const Token& token : tokenize(text_.site, text_.language, 0, 0))
    if (token.mark == 0) site.push_back(token.fold);
  const Words words = folds(begin, end);
  const bool whole = site == words;
  return whole || (site.size() == words.size() + 1 && words.size() > 1 && site.front().size() <= 3 &&
                   std::equal(words.begin(), words.end(), site.begin() + 1));
}

}  // namespace cordon::reading
