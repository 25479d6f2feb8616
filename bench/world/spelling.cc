#include "world/spelling.h"

#include <array>
#include <map>

#include "world/letters.h"

namespace cordon::world {
namespace {

// Letters to text, the longest that fit first; "^" begins a word, "$" ends it.
class Transcriber {
 public:
  void add(std::string_view letters, std::string_view text) {
    const std::u32string key = to_letters(letters);
    longest_ = std::max(longest_, key.size());
    rules_.insert_or_assign(key, std::string(text));
  }
  bool empty() const { return rules_.empty(); }

  std::string run(std::string_view text) const {
    const std::u32string word = to_letters(text);
    std::string out;
    for (size_t i = 0; i < word.size();) i += step(word, i, out);
    return out;
  }

 private:
  size_t step(std::u32string_view word, size_t i, std::string& out) const {
    for (size_t n = std::min(longest_, word.size() - i); n > 0; --n) {
      const std::u32string letters(word.substr(i, n));
      const bool begins = i == 0 || word[i - 1] == U' ' || word[i - 1] == U'-';
      const bool ends = i + n == word.size() || word[i + n] == U' ' || word[i + n] == U'-';
      const std::string* text = begins ? find(U"^" + letters) : nullptr;
      if (text == nullptr && ends) text = find(letters + U"$");
      if (text == nullptr) text = find(letters);
      if (text == nullptr) continue;
      out += *text;
      return n;
    }
    append_utf8(word[i], out);
    return 1;
  }
  const std::string* find(const std::u32string& key) const {
    const auto it = rules_.find(key);
    return it == rules_.end() ? nullptr : &it->second;
  }

  std::map<std::u32string, std::string> rules_;
  size_t longest_ = 0;
};

struct Rule {
  std::string from, to;
  bool begins = false, ends = false;
  uint32_t weight = 1;
};

struct Spellings {
  std::map<std::string, std::array<Transcriber, kSchemes>, std::less<>> cyrillic;  // by language
  std::map<std::string, std::vector<Rule>, std::less<>> respell;                   // by culture
  std::map<std::string, Transcriber, std::less<>> script;                          // by culture
};

Rule parse_rule(const std::vector<std::string_view>& f) {
  Rule rule;
  std::string_view from = f.at(2);
  rule.begins = from.starts_with('^');
  if (rule.begins) from.remove_prefix(1);
  rule.ends = from.ends_with('$');
  if (rule.ends) from.remove_suffix(1);
  rule.from = from;
  rule.to = f.at(3);
  rule.weight = number(f.at(4));
  return rule;
}

Spellings read_spellings() {
  Spellings out;
  for_each_row("spellings.tsv", [&](const std::vector<std::string_view>& f) {
    if (f.at(0) == "cyrillic") {
      for (size_t i = 0; i < kSchemes; ++i)
        out.cyrillic[std::string(f.at(1))][i].add(f.at(2), i + 3 < f.size() ? f[i + 3] : std::string_view());
    } else if (f.at(0) == "respell") {
      out.respell[std::string(f.at(1))].push_back(parse_rule(f));
    } else if (f.at(0) == "script") {
      out.script[std::string(f.at(1))].add(f.at(2), f.size() > 3 ? f[3] : std::string_view());
    }
  });
  return out;
}

const Spellings& spellings() {
  static const Spellings kSpellings = read_spellings();
  return kSpellings;
}

// Where `rule` fits in `word`: offsets.
std::vector<size_t> places(const Rule& rule, std::string_view word) {
  std::vector<size_t> out;
  for (size_t at = word.find(rule.from); at != std::string_view::npos; at = word.find(rule.from, at + 1)) {
    if (rule.begins && at != 0) continue;
    if (rule.ends && at + rule.from.size() != word.size()) continue;
    const bool doubles = rule.from.size() == 1 && !rule.begins && !rule.ends &&
                         ((at > 0 && word[at - 1] == word[at]) || (at + 1 < word.size() && word[at + 1] == word[at]));
    if (!doubles) out.push_back(at);
  }
  return out;
}

}  // namespace

Style draw_style(Random& random, uint32_t respelled) {
  constexpr std::array<uint32_t, kSchemes> kShares = {27, 42, 60, 69, 76, 83, 89, 93, 95, 98, 100};
  Style style;
  style.scheme = static_cast<uint32_t>(random.weighted(kShares));
  style.key = random.next();
  style.respelled = respelled;
  return style;
}

size_t han_system(const Style& style) { return style.scheme < 3 ? 0 : style.scheme < 6 ? 1 : 2; }

std::string romanised(std::string_view cyrillic, const Culture& culture, uint32_t scheme) {
  const auto& all = spellings().cyrillic;
  const auto it = all.find(culture.name == "ukrainian" ? "uk" : "ru");
  return it->second[scheme].run(cyrillic);
}

std::string respelled(std::string_view word, const Culture& culture, Random& random) {
  const auto it = spellings().respell.find(culture.name);
  if (it == spellings().respell.end()) return std::string(word);
  Weighted<std::pair<const Rule*, size_t>> fitting;
  for (const Rule& rule : it->second)
    for (const size_t at : places(rule, word)) fitting.add({&rule, at}, rule.weight);
  if (fitting.empty()) return std::string(word);
  const auto& [rule, at] = fitting.pick(random);
  return std::string(word).replace(at, rule->from.size(), rule->to);
}

std::string latin(const KnownPart& part, const Culture& culture, const Style& style) {
  if (part.latin.empty()) return romanised(part.original, culture, style.scheme);
  Random random(style.key ^ hash(part.latin));
  std::string word;
  if (culture.build == "han") {  // one system for the whole name
    const auto& all = part.spellings.values;
    const size_t system = han_system(style);
    word = all.size() == 2 ? all[system / 2] : all[std::min(system, all.size() - 1)];
  } else {
    word = style.key == 0 ? part.latin : part.spellings.pick(random);
  }
  const bool by_ear = !part.is_word && word.size() > 4 && random.chance(style.respelled);
  return by_ear ? respelled(word, culture, random) : word;
}

std::string original(const KnownPart& part, const Culture& culture) {
  if (!part.original.empty()) return part.original;
  const auto it = spellings().script.find(culture.name == "pashto" ? "persian" : culture.name);
  return it == spellings().script.end() ? std::string() : it->second.run(part.latin);
}

}  // namespace cordon::world
