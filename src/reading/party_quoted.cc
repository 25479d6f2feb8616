// Names in quotation marks: «Нордвинд», die „Weser-Echo“, شركة «نهر الرمال».
#include "reading/name_words.h"
#include "reading/party_finder.h"

namespace cordon::reading {
namespace {

constexpr uint32_t kMostWords = 6;  // of a name in quotation marks

// The start by which forms of one word that is set in quotation marks are counted together.
std::string key_of(const std::string& word) {
  const size_t most = static_cast<unsigned char>(word[0]) >= 0xc3 ? 8 : 4;
  return word.substr(0, most);
}

}  // namespace

// A short quotation of a name.
void PartyFinder::add_quoted() {
  for (const Quote& quote : quotes_) {
    const uint32_t begin = token_at(quote.inner.begin), end = token_at(quote.inner.end);
    if (quote.is_direct || begin >= end || end - begin > kMostWords || !is_quoted_name(quote, begin, end)) continue;
    const uint32_t mark = token_at(quote.outer.begin);
    const auto before = [&](Kind kind) { return mark > 0 && is(mark - 1, kind); };
    bool company = before(Kind::kCompany) && !before(Kind::kBody), medium = before(Kind::kMedia);
    for (uint32_t i = begin; i < end; ++i) {
      company = company || is_name_word(NameWord::kCompany, tok(i).fold);
      medium = medium || (text_.language == "de" && is_media_word(tok(i).fold));
    }
    take(begin, end);
    const int party =
        party_for(folds(begin, end), quote.inner, company ? PartyType::kCompany : PartyType::kOrganization);
    if (medium) out_.parties[party].is_medium = true;
    if (company) out_.parties[party].type = PartyType::kCompany;
    mention(party, quote.inner);
  }
}

// Is the quotation of tokens [begin, end) a name, and not what somebody says?
bool PartyFinder::is_quoted_name(const Quote& quote, uint32_t begin, uint32_t end) {
  if (taken_[begin] || (has_case_ && !tok(begin).is_capital && !tok(begin).is_number)) return false;
  for (uint32_t i = begin; i < end; ++i)
    if (tok(i).mark != 0 && tok(i).mark != U'-' && tok(i).mark != U'.' && tok(i).mark != U'&') return false;
  const uint32_t mark = token_at(quote.outer.begin);
  const bool noun = mark > text_.heads[tok(mark).block] &&
                    (is(mark - 1, Kind::kCompany) || is(mark - 1, Kind::kBody) || is(mark - 1, Kind::kMedia));
  // این شرکت «هیچ مشتری نداشته»
  // A firm that is pointed at has no name behind it but what is said of it.
  const bool pointed = noun && mark > text_.heads[tok(mark).block] + 1 && end - begin >= 3 &&
                       (tok(mark - 2).fold == "این" || tok(mark - 2).fold == "آن");
  if (noun) return !pointed;
  const bool repeated = seen_elsewhere(begin);
  if (!repeated && (!has_case_ || text_.language == "en")) return false;
  if (!has_case_) return true;
  uint32_t capitals = 0;
  bool speech = false;  // “I was robbed”
  for (uint32_t i = begin; i < end; ++i) {
    capitals += tok(i).is_capital;
    speech = speech || is(i, Kind::kAuxiliary) || (i == begin && is(i, Kind::kPronoun));
  }
  const bool sentence = !repeated && end - begin >= 3;  // “Nobody asked me”
  return capitals >= 2 || !(sentence || speech);
}

// Does another short quotation begin with the same word?
bool PartyFinder::seen_elsewhere(uint32_t begin) {
  if (quoted_.empty())
    for (const Quote& quote : quotes_) {
      const uint32_t b = token_at(quote.inner.begin), e = token_at(quote.inner.end);
      if (!quote.is_direct && b < e && e - b <= kMostWords && !tok(b).fold.empty()) ++quoted_[key_of(tok(b).fold)];
    }
  return !tok(begin).fold.empty() && quoted_[key_of(tok(begin).fold)] >= 2;
}

}  // namespace cordon::reading
