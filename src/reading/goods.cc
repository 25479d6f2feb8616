#include "reading/goods.h"

#include <algorithm>
#include <map>

#include "reading/goods_words.h"

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

namespace {

// The full names met so far: where each family was named last, and the family of each of their words.
struct NamedSoFar {
  std::map<std::string_view, uint32_t> last;
  std::map<std::string_view, std::string_view> by_word;

  void add(const Text& text, const Good& good) {
    last[good.family] = good.span.begin;
    for (uint32_t i = text.token_at(good.span.begin); i < text.tokens.size() && text.tokens[i].begin < good.span.end;
         ++i)
      by_word[text.tokens[i].fold] = good.family;
  }
  // Returns the one of `families` that a short word stands for, empty where none was named.
  std::string_view choose(const std::vector<std::string_view>& families, std::string_view word) const {
    if (const auto same = by_word.find(word);
        same != by_word.end() && std::ranges::find(families, same->second) != families.end())
      return same->second;
    auto best = last.end();
    for (const std::string_view family : families)
      if (const auto at = last.find(family); at != last.end() && (best == last.end() || at->second > best->second))
        best = at;
    return best == last.end() ? std::string_view() : best->first;
  }
};

// Walks the tokens twice: full names first, then the short words that stand for them.
class GoodsFinder {
 public:
  GoodsFinder(const Text& text, const Lexicon& lexicon, const Parties& parties)
      : text_(text),
        lexicon_(lexicon),
        words_(GoodsWords::of(text.language)),
        parties_(parties),
        is_taken_(text.tokens.size()) {}

  Goods find() {
    for (uint32_t block = 0; block + 1 < text_.heads.size(); ++block)
      find_in(text_.heads[block], text_.heads[block + 1]);
    if (!out_.goods.empty()) find_shorts();
    return std::move(out_);
  }

 private:
  // What the lexicon has at one token: the longest of each.
  struct Here {
    const Found* good = nullptr;
    const Found* risk = nullptr;
    uint32_t guard_end = 0;
  };

  Here look(uint32_t i, uint32_t limit) {
    found_.clear();
    lexicon_.find(text_.tokens, i, limit, found_);
    Here here;
    here.guard_end = words_.guard_at(text_.tokens, i, limit);
    for (const Found& f : found_) {
      if (f.lexeme->kind == Kind::kGoods &&
          (!here.good || f.end > here.good->end || (f.end == here.good->end && f.letters > here.good->letters)))
        here.good = &f;
      if (f.lexeme->kind == Kind::kRisk && (!here.risk || f.end > here.risk->end)) here.risk = &f;
      if (f.lexeme->kind == Kind::kStop && (f.end > i + 1 || f.lexeme->detail == "guard"))
        here.guard_end = std::max(here.guard_end, f.end);
    }
    return here;
  }

  void find_in(uint32_t begin, uint32_t limit) {
    uint32_t goods_end = begin, guard_end = begin, risk_end = begin;
    for (uint32_t i = begin; i < limit; ++i) {
      if (text_.tokens[i].mark != 0) continue;
      const Here here = look(i, limit);
      if (here.guard_end > i && (!here.good || here.guard_end >= here.good->end)) {
        take(i, here.guard_end);
        guard_end = std::max(guard_end, here.guard_end);
      } else if (here.good && i >= goods_end && here.good->end > guard_end) {  // longer than a guard that it stands in
        goods_end = add(i, here.good->end, here.good->lexeme->value);
      } else if (!here.good && i >= std::max(goods_end, guard_end)) {
        if (const std::string_view family = words_.family_by_ending(text_.tokens[i]); !family.empty())
          goods_end = add(i, i + 1, family);
      }
      if (here.risk && i >= risk_end) {
        out_.risks.push_back({span(i, here.risk->end), here.risk->lexeme->value});
        risk_end = here.risk->end;
      }
    }
  }

  // "thermal cameras … the cameras": the family of the full name that has the word in it, else of the goods named last
  // of those that the word may stand for.
  void find_shorts() {
    const std::vector<Good> named = std::move(out_.goods);
    out_.goods.clear();
    NamedSoFar so_far;
    auto next = named.begin();
    for (uint32_t block = 0; block + 1 < text_.heads.size(); ++block)
      for (uint32_t i = text_.heads[block]; i < text_.heads[block + 1]; ++i) {
        for (; next != named.end() && next->span.begin <= text_.tokens[i].begin; ++next) {
          so_far.add(text_, *next);
          out_.goods.push_back(*next);
        }
        if (is_taken_[i] || text_.tokens[i].mark != 0 || so_far.last.empty()) continue;
        uint32_t end = i;
        const std::vector<std::string_view> families = words_.shorts_at(text_.tokens, i, text_.heads[block + 1], end);
        if (families.empty()) continue;
        if (const std::string_view family = so_far.choose(families, text_.tokens[end - 1].fold); !family.empty())
          add(i, end, family);
      }
    out_.goods.insert(out_.goods.end(), next, named.end());
  }

  // Takes a good in, unless it is part of a name; returns where it ends.
  uint32_t add(uint32_t begin, uint32_t end, std::string_view family) {
    Span words = span(begin, end);
    if (!is_inside_name(words)) {
      words.begin += particle_bytes(begin, family);
      out_.goods.push_back({words, std::string(family)});
    }
    take(begin, end);
    return end;
  }
  // بديزل, والناقلة: an Arabic "with", "and" before a word that names the goods alone is no part of the name.
  uint32_t particle_bytes(uint32_t i, std::string_view family) {
    if (text_.language != "ar") return 0;
    Token rest = text_.tokens[i];
    for (const std::string_view particle : {"و", "ف", "ب", "ل"}) {
      if (!rest.fold.starts_with(particle) || rest.fold.size() < particle.size() + 6) continue;
      rest.fold.erase(0, particle.size());
      std::vector<Found> found;
      lexicon_.find({&rest, 1}, 0, 1, found);
      const bool is_named = std::ranges::any_of(
          found, [&](const Found& f) { return f.lexeme->kind == Kind::kGoods && f.lexeme->value == family; });
      return is_named ? static_cast<uint32_t>(particle.size()) : 0;
    }
    return 0;
  }
  void take(uint32_t begin, uint32_t end) { std::fill(is_taken_.begin() + begin, is_taken_.begin() + end, true); }
  Span span(uint32_t begin, uint32_t end) const { return {text_.tokens[begin].begin, text_.tokens[end - 1].end}; }

  bool is_inside_name(Span span) const {
    for (auto at =
             std::lower_bound(parties_.mentions.begin(), parties_.mentions.end(), span.begin > 80 ? span.begin - 80 : 0,
                              [](const Mention& m, uint32_t b) { return m.span.begin < b; });
         at != parties_.mentions.end() && at->span.begin <= span.begin; ++at)
      if (at->span.end >= span.end && parties_.parties[at->party].type != PartyType::kUnnamed) return true;
    return false;
  }

  const Text& text_;
  const Lexicon& lexicon_;
  const GoodsWords& words_;
  const Parties& parties_;
  std::vector<bool> is_taken_;  // tokens of goods and of guards
  std::vector<Found> found_;
  Goods out_;
};

}  // namespace

Goods find_goods(const Text& text, const Lexicon& lexicon, const Parties& parties) {
  return GoodsFinder(text, lexicon, parties).find();
}

}  // namespace cordon::reading
