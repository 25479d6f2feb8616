#include "reading/goods.h"

#include <algorithm>
#include <map>

namespace cordon::reading {

std::string family_words(std::string_view family) {
  if (family == "uav") return "UAV";
  std::string out(family);
  std::ranges::replace(out, '_', ' ');
  return out;
}

std::vector<GoodsFamily> by_family(const Text& text, const std::vector<Good>& goods) {
  std::map<std::string_view, std::vector<std::string_view>> families;
  for (const Good& good : goods) {
    std::vector<std::string_view>& texts = families[good.family];
    const std::string_view words = text.view(good.span);
    if (std::ranges::find(texts, words) == texts.end()) texts.push_back(words);
  }
  std::vector<GoodsFamily> out;
  for (auto& [family, texts] : families) out.push_back({family_words(family), std::move(texts)});
  return out;
}

Goods find_goods(const Text& text, const Lexicon& lexicon, const Parties& parties) {
  Goods out;
  const auto inside_name = [&](Span span) {
    for (auto at =
             std::lower_bound(parties.mentions.begin(), parties.mentions.end(), span.begin > 80 ? span.begin - 80 : 0,
                              [](const Mention& m, uint32_t b) { return m.span.begin < b; });
         at != parties.mentions.end() && at->span.begin <= span.begin; ++at)
      if (at->span.end >= span.end && parties.parties[at->party].type != PartyType::kUnnamed) return true;
    return false;
  };
  std::vector<Found> found;
  for (uint32_t block = 0; block + 1 < text.heads.size(); ++block) {
    uint32_t goods_end = 0, risk_end = 0;
    for (uint32_t i = text.heads[block]; i < text.heads[block + 1]; ++i) {
      if (text.tokens[i].mark != 0) continue;
      found.clear();
      lexicon.find(text.tokens, i, text.heads[block + 1], found);
      const Found *good = nullptr, *risk = nullptr, *guard = nullptr;
      for (const Found& f : found) {
        if (f.lexeme->kind == Kind::kGoods &&
            (!good || f.end > good->end || (f.end == good->end && f.letters > good->letters)))
          good = &f;
        if (f.lexeme->kind == Kind::kRisk && (!risk || f.end > risk->end)) risk = &f;
        if (f.lexeme->kind == Kind::kStop && f.end > i + 1 && (!guard || f.end > guard->end)) guard = &f;
        if (f.lexeme->kind == Kind::kStop && f.lexeme->detail == "guard" && (!guard || f.end > guard->end)) guard = &f;
      }
      if (guard && (!good || guard->end >= good->end)) {
        goods_end = std::max(goods_end, guard->end);
        good = nullptr;
      }
      if (good && i >= goods_end) {
        const Span span{text.tokens[i].begin, text.tokens[good->end - 1].end};
        if (!inside_name(span)) out.goods.push_back({span, good->lexeme->value});
        goods_end = good->end;
      }
      if (risk && i >= risk_end) {
        out.risks.push_back({{text.tokens[i].begin, text.tokens[risk->end - 1].end}, risk->lexeme->value});
        risk_end = risk->end;
      }
    }
  }
  return out;
}

}  // namespace cordon::reading
