// Names in quotation marks: «Нордвинд», die „Weser-Echo“, شركة «نهر الرمال».
#include "reading/name_words.h"
#include "reading/party_finder.h"

namespace cordon::reading {
namespace {

// The start by which forms of one word that is set in quotation marks are counted together.
std::string key_of(const std::string& word) {
  const size_t most = static_cast<unsigned char>(word[0]) >= 0xc3 ? 8 : 4;
  return word.substr(0, most);
}

}  // namespace

// «Нордвинд», شركة «نهر الرمال»: a short quotation of a name.
void PartyFinder::add_quoted() {
  for (const Quote& quote : quotes_) {
    if (quote.is_direct) continue;
    const uint32_t begin = token_at(quote.inner.begin), end = token_at(quote.inner.end);
    if (begin >= end || end - begin > 6) continue;
    bool capital = !has_case_, marks = false;
    if (has_case_) capital = tok(begin).is_capital || tok(begin).is_number;
    for (uint32_t i = begin; i < end; ++i)
      marks = marks || (tok(i).mark != 0 && tok(i).mark != U'-' && tok(i).mark != U'.' && tok(i).mark != U'&');
    const uint32_t mark = token_at(quote.outer.begin);
    bool noun = false;
    if (mark > text_.heads[tok(mark).block])
      for (const Kind kind : {Kind::kCompany, Kind::kBody, Kind::kMedia}) noun = noun || is(mark - 1, kind);
    const bool repeated = seen_elsewhere(begin);
    if (!capital || marks || taken_[begin]) continue;
    if (!has_case_ && !noun && !repeated) continue;
    uint32_t capitals = 0;
    for (uint32_t i = begin; i < end; ++i) capitals += tok(i).is_capital;
    if (has_case_ && !noun && !repeated && end - begin >= 3 && capitals < 2) continue;  // “Nobody asked me”
    if (text_.language == "en" && !noun && !repeated) continue;
    bool speech = false;  // “I was robbed”
    for (uint32_t i = begin; i < end; ++i)
      speech = speech || is(i, Kind::kAuxiliary) || (i == begin && is(i, Kind::kPronoun));
    if (has_case_ && !noun && speech && capitals < 2) continue;
    PartyType type = PartyType::kOrganization;
    if (mark > 0) {
      if (is(mark - 1, Kind::kCompany)) type = PartyType::kCompany;
      if (is(mark - 1, Kind::kBody)) type = PartyType::kOrganization;
    }
    bool medium = mark > 0 && is(mark - 1, Kind::kMedia);
    for (uint32_t i = begin; i < end; ++i) {
      if (is_name_word(NameWord::kCompany, tok(i).fold)) type = PartyType::kCompany;
      if (text_.language == "de" && is_media_word(tok(i).fold)) medium = true;
      taken_[i] = true;
    }
    const int party = party_for(folds(begin, end), quote.inner, type);
    if (medium) out_.parties[party].is_medium = true;
    if (type == PartyType::kCompany) out_.parties[party].type = type;
    mention(party, quote.inner);
  }
}

bool PartyFinder::seen_elsewhere(uint32_t begin) {
  if (quoted_.empty())
    for (const Quote& quote : quotes_) {
      const uint32_t b = token_at(quote.inner.begin), e = token_at(quote.inner.end);
      if (!quote.is_direct && b < e && e - b <= 6 && !tok(b).fold.empty()) ++quoted_[key_of(tok(b).fold)];
    }
  return !tok(begin).fold.empty() && quoted_[key_of(tok(begin).fold)] >= 2;
}

}  // namespace cordon::reading
