// The order in which a page's parties are found: the listed ones, then each way of naming in turn.
#include "reading/party_finder.h"

#include <algorithm>

#include "reading/party_namesakes.h"

namespace cordon::reading {

PartyFinder::PartyFinder(const Text& text, const TokenKinds& kinds, const std::vector<Quote>& quotes,
                         const std::vector<Sentence>& sentences)
    : text_(text),
      kinds_(kinds),
      quotes_(quotes),
      taken_(text.tokens.size(), false),
      starts_(text.tokens.size(), false) {
  for (const Sentence& sentence : sentences)
    if (!sentence.units.empty()) starts_[sentence.units.front().token] = true;
  for (const Quote& quote : quotes) {
    const uint32_t t = token_at(quote.inner.begin);
    if (t < starts_.size() && quote.is_direct) starts_[t] = true;
  }
  for (uint32_t i = 0; i < count(); ++i) {
    if (i > 0 && (is_terminal_mark(tok(i - 1).mark) || is_colon_mark(tok(i - 1).mark)) &&
        !(tok(i - 1).mark == U'.' && i > 1 && (tok(i - 2).fold.size() <= 3 || is(i - 2, Kind::kAbbreviation))))
      starts_[i] = true;
    if (!tok(i).is_capital && tok(i).mark == 0) small_.insert(tok(i).fold);
    if (tok(i).is_capital && !starts_[i]) amid_.insert(tok(i).fold);
  }
  has_case_ = text.language != "zh" && text.language != "ar" && text.language != "fa";
}

Parties PartyFinder::find(std::span<const ListedMention> listed) {
  add_listed(listed);
  add_states();
  if (text_.language != "zh") add_quoted();
  if (has_case_) add_capitals();
  if (text_.language == "de") add_capitals();  // again: surnames of persons who are named in full further down
  if (!has_case_) add_outlets();
  if (text_.language == "ar" || text_.language == "fa") add_appositions();
  if (text_.language == "zh") add_wide();
  mark_media();
  out_.sort();
  settle_namesakes(text_, out_);
  return std::move(out_);
}

void PartyFinder::take(uint32_t begin, uint32_t end) {
  for (uint32_t t = begin; t < end; ++t) taken_[t] = true;
}

void PartyFinder::mention(int party, Span span) {
  out_.mentions.push_back({span, party});
  Party& p = out_.parties[party];
  if (p.first == 0 || span.begin < p.first) p.first = span.begin;
}

void PartyFinder::add_listed(std::span<const ListedMention> listed) {
  std::unordered_map<std::string, int> by_ids;
  for (const ListedMention& m : listed) {
    std::string key;
    for (const std::string& id : m.entity_ids) key += id + ' ';
    const uint32_t base = text_.blocks[m.block];
    const Span span{base + m.begin, base + m.end};
    auto [at, is_new] = by_ids.try_emplace(key, 0);
    if (is_new) {
      Party party;
      party.name = text_.view(span);
      party.entity_ids = m.entity_ids;
      party.type = bearer_of(token_at(span.begin), token_at(span.end)).type;
      if (is_person(m.schema)) party.type = PartyType::kPerson;
      if (is_vehicle(m.schema)) party.type = PartyType::kVessel;
      at->second = out_.add(std::move(party));
    }
    Party& party = out_.parties[at->second];
    if (span.end - span.begin > party.name.size()) party.name = text_.view(span);
    mention(at->second, span);
    set_words(at->second, folds(token_at(span.begin), token_at(span.end)));
    take(token_at(span.begin), token_at(span.end));
  }
  for (auto& [id, party] : by_ids) {
    Words words;
    for (const Token& token : tokenize(out_.parties[party].name, text_.language, 0, 0)) words.push_back(token.fold);
    set_words(party, words);
  }
}

PartyFinder::Words PartyFinder::folds(uint32_t begin, uint32_t end) const {
  Words out;
  for (uint32_t i = begin; i < end && i < count(); ++i)
    if (tok(i).mark == 0) out.push_back(tok(i).fold);
  return out;
}

bool PartyFinder::run_has(uint32_t begin, uint32_t end, Kind kind) const {
  for (uint32_t i = begin; i < end; ++i)
    if (is(i, kind)) return true;
  return false;
}

// Does the lexicon have a row "stop" of that value for the word?
bool PartyFinder::has_stop(uint32_t i, std::string_view value) const {
  std::vector<Found> found;
  Lexicon::of(text_.language).find(text_.tokens, i, i + 1, found);
  return std::ranges::any_of(found,
                             [&](const Found& f) { return f.lexeme->kind == Kind::kStop && f.lexeme->value == value; });
}

Parties find_parties(const Text& text, const TokenKinds& kinds, const std::vector<Quote>& quotes,
                     const std::vector<Sentence>& sentences, std::span<const ListedMention> listed) {
  return PartyFinder(text, kinds, quotes, sentences).find(listed);
}

}  // namespace cordon::reading
