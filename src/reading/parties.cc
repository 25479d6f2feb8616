#include "reading/parties.h"

#include <algorithm>
#include <array>
#include <set>
#include <unordered_map>
#include <unordered_set>

#include "reading/name_words.h"
#include "reading/party_namesakes.h"
#include "reading/slavic_words.h"
#include "reading/word_readings.h"

namespace cordon::reading {
namespace {

constexpr std::array<std::string_view, 7> kTypeNames = {"person", "organization", "company", "public_body",
                                                        "state",  "vessel",       "unnamed"};

constexpr uint64_t bit(Kind kind) { return uint64_t{1} << static_cast<int>(kind); }
constexpr uint64_t kFunctionWords =
    bit(Kind::kAuxiliary) | bit(Kind::kNegation) | bit(Kind::kAdverb) | bit(Kind::kThat) | bit(Kind::kWhether) |
    bit(Kind::kPronoun) | bit(Kind::kDeterminer) | bit(Kind::kPossessive) | bit(Kind::kPreposition) |
    bit(Kind::kConjunction) | bit(Kind::kSubordinator) | bit(Kind::kTime) | bit(Kind::kTitle) | bit(Kind::kPartOf);

// Herald, Elbe-Post
bool is_media_word(std::string_view w) {
  const size_t hyphen = w.rfind('-');
  return is_name_word(NameWord::kMedium, w) ||
         (hyphen != std::string_view::npos && is_name_word(NameWord::kMedium, w.substr(hyphen + 1)));
}

class PartyFinder {
 public:
  PartyFinder(const Text& text, const TokenKinds& kinds, const std::vector<Quote>& quotes,
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
    for (uint32_t i = 0; i < text.tokens.size(); ++i) {
      if (i > 0 && (is_terminal_mark(text.tokens[i - 1].mark) || is_colon_mark(text.tokens[i - 1].mark)) &&
          !(text.tokens[i - 1].mark == U'.' && i > 1 &&
            (text.tokens[i - 2].fold.size() <= 3 || kinds.is(i - 2, Kind::kAbbreviation))))
        starts_[i] = true;
      if (!text.tokens[i].is_capital && text.tokens[i].mark == 0) small_.insert(text.tokens[i].fold);
      if (text.tokens[i].is_capital && !starts_[i]) amid_.insert(text.tokens[i].fold);
    }
    has_case_ = text.language != "zh" && text.language != "ar" && text.language != "fa";
  }

  Parties find(std::span<const ListedMention> listed) {
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

 private:
  uint32_t token_at(uint32_t byte) const { return text_.token_at(byte); }
  const Token& tok(uint32_t i) const { return text_.tokens[i]; }
  uint32_t count() const { return static_cast<uint32_t>(text_.tokens.size()); }

  void mention(int party, Span span) {
    out_.mentions.push_back({span, party});
    Party& p = out_.parties[party];
    if (p.first == 0 || span.begin < p.first) p.first = span.begin;
  }

  // A letter that the “Weser-Echo” has seen, to which X had access: who reads the papers for us is a medium.
  void mark_media() {
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
      while (begin > 0 && (is_quote_mark(tok(begin - 1).mark) || kinds_.is(begin - 1, Kind::kDeterminer) ||
                           tok(begin - 1).fold == "a"))
        --begin;
      for (uint32_t from = begin < 4 ? 0 : begin - 4; from < begin; ++from) {
        const uint32_t stop = marks(from, count(), "medium before");
        if (stop > from && stop >= begin && stop <= token_at(m.span.begin)) party.is_medium = true;
      }
      if (party.is_medium && party.type == PartyType::kPerson) party.type = PartyType::kOrganization;
    }
  }

  void add_listed(std::span<const ListedMention> listed) {
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
        bool sure = false;
        party.type = type_of(token_at(span.begin), token_at(span.end), sure);
        if (is_person(m.schema)) party.type = PartyType::kPerson;
        if (is_vehicle(m.schema)) party.type = PartyType::kVessel;
        at->second = out_.add(std::move(party));
      }
      Party& party = out_.parties[at->second];
      if (span.end - span.begin > party.name.size()) party.name = text_.view(span);
      mention(at->second, span);
      set_words(at->second, folds(token_at(span.begin), token_at(span.end)));
      for (uint32_t t = token_at(span.begin); t < token_at(span.end); ++t) taken_[t] = true;
    }
    for (auto& [id, party] : by_ids) {
      std::vector<std::string> words;
      for (const Token& token : tokenize(out_.parties[party].name, text_.language, 0, 0)) words.push_back(token.fold);
      set_words(party, words);
    }
  }

  void add_states() {
    std::unordered_map<std::string, int> states, organs;
    for (uint32_t i = 0; i < count(); ++i) {
      const Lexeme* lexeme = kinds_.state[i];
      if (!lexeme || taken_[i] || (i > 0 && kinds_.state[i - 1] == lexeme && tok(i).joined == false && same_phrase(i)))
        continue;
      if (has_case_ && !tok(i).is_capital && !(i + 1 < count() && kinds_.state[i + 1] == lexeme)) continue;
      if (tok(i).fold == "us" && !tok(i).is_all_capitals) continue;
      if (kinds_.is(i, Kind::kAdjective)) {  // US media: an adjective; warned by US: the state
        const bool noun_follows = i + 1 < count() && tok(i + 1).mark == 0 && tok(i + 1).fold != "'s" &&
                                  tok(i + 1).fold != "\u2019s" && !(kinds_.kinds[i + 1] & kFunctionWords) &&
                                  tok(i + 1).block == tok(i).block;
        if (!kinds_.is(i, Kind::kState) || noun_follows) continue;
      }
      uint32_t end = i + 1;
      while (end < count() && kinds_.state[end] == lexeme && end < i + 6) ++end;
      auto& map = lexeme->kind == Kind::kOrganWord ? organs : states;
      const std::string key =
          lexeme->kind == Kind::kOrganWord ? lexeme->value + std::to_string(lexeme->row) : lexeme->value;
      auto [at, is_new] = map.try_emplace(key, 0);
      const Span span{tok(i).begin, tok(end - 1).end};
      if (is_new) {
        Party party;
        party.name = text_.view(span);
        party.type = lexeme->kind == Kind::kOrganWord ? PartyType::kPublicBody
                     : lexeme->value == "eu"          ? PartyType::kOrganization
                                                      : PartyType::kState;
        party.state = lexeme->value;
        at->second = out_.add(std::move(party));
      }
      if (lexeme->kind == Kind::kState && out_.parties[at->second].type == PartyType::kState &&
          !named_state_.contains(at->second)) {
        out_.parties[at->second].name = text_.view(span);
        named_state_.insert(at->second);
      }
      mention(at->second, span);
      out_.mentions.back().is_place =
          lexeme->kind == Kind::kCapital ? is_place(i, end) : lexeme->kind == Kind::kState && is_flag(end);
      i = end - 1;
    }
  }

  // 巴拿马旗: what a ship flies is no party.
  bool is_flag(uint32_t end) const {
    return text_.language == "zh" && end < count() && (tok(end).fold == "旗" || tok(end).fold == "籍");
  }

  // In Riga, через Астану, Minsk'te, 在北京: where something is, comes from or goes to.
  bool is_place(uint32_t begin, uint32_t end) const {
    const uint32_t block_begin = text_.heads[tok(begin).block], block_end = text_.heads[tok(begin).block + 1];
    if (text_.language == "tr") {
      static const std::unordered_set<std::string_view> endings = {
          "da", "de", "ta", "te", "dan", "den", "tan", "ten", "daki", "deki", "taki", "teki", "a", "e", "ya", "ye"};
      return end < block_end && tok(end).joined && endings.contains(tok(end).fold);
    }
    if (text_.language == "zh") {
      static const std::unordered_set<std::string_view> before = {"在", "从", "往", "至", "赴", "经", "抵"};
      return begin > block_begin && before.contains(tok(begin - 1).fold);
    }
    uint32_t before = begin;
    while (before > block_begin && kinds_.is(before - 1, Kind::kDeterminer)) --before;
    return before > block_begin && (kinds_.is(before - 1, Kind::kPlace) || is_direction(before - 1));
  }
  bool is_direction(uint32_t i) const {
    std::vector<Found> found;
    Lexicon::of(text_.language).find(text_.tokens, i, i + 1, found);
    return std::ranges::any_of(
        found, [](const Found& f) { return f.lexeme->kind == Kind::kStop && f.lexeme->value == "direction"; });
  }

  // Papers and agencies by name, in scripts without capitals.
  void add_outlets() {
    std::map<std::vector<std::string>, int> outlets;
    for (uint32_t i = 0; i < count(); ++i) {
      if (!kinds_.is(i, Kind::kOutlet) || taken_[i]) continue;
      uint32_t end = i + 1;
      while (end < count() && kinds_.is(end, Kind::kOutlet) && !taken_[end] && tok(end).block == tok(i).block) ++end;
      const auto [at, is_new] = outlets.try_emplace(folds(i, end), 0);
      const Span span{tok(i).begin, tok(end - 1).end};
      if (is_new) {
        Party party;
        party.name = text_.view(span);
        party.is_medium = true;
        at->second = out_.add(std::move(party));
        set_words(at->second, folds(i, end));
      }
      mention(at->second, span);
      for (uint32_t t = i; t < end; ++t) taken_[t] = true;
      i = end - 1;
    }
  }

  bool same_phrase(uint32_t) const { return true; }

  std::vector<std::string> folds(uint32_t begin, uint32_t end) const {
    std::vector<std::string> out;
    for (uint32_t i = begin; i < end && i < count(); ++i)
      if (tok(i).mark == 0) out.push_back(tok(i).fold);
    return out;
  }

  // «Нордвинд», شركة «نهر الرمال»: a short quotation of a name.
  void add_quoted() {
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
        for (const Kind kind : {Kind::kCompany, Kind::kBody, Kind::kMedia}) noun = noun || kinds_.is(mark - 1, kind);
      const bool repeated = seen_elsewhere(begin, end);
      if (!capital || marks || taken_[begin]) continue;
      if (!has_case_ && !noun && !repeated) continue;
      uint32_t capitals = 0;
      for (uint32_t i = begin; i < end; ++i) capitals += tok(i).is_capital;
      if (has_case_ && !noun && !repeated && end - begin >= 3 && capitals < 2) continue;  // “Nobody asked me”
      if (text_.language == "en" && !noun && !repeated) continue;
      bool speech = false;  // “I was robbed”
      for (uint32_t i = begin; i < end; ++i)
        speech = speech || kinds_.is(i, Kind::kAuxiliary) || (i == begin && kinds_.is(i, Kind::kPronoun));
      if (has_case_ && !noun && speech && capitals < 2) continue;
      PartyType type = PartyType::kOrganization;
      if (mark > 0) {
        if (kinds_.is(mark - 1, Kind::kCompany)) type = PartyType::kCompany;
        if (kinds_.is(mark - 1, Kind::kBody)) type = PartyType::kOrganization;
      }
      bool medium = mark > 0 && kinds_.is(mark - 1, Kind::kMedia);
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

  bool seen_elsewhere(uint32_t begin, uint32_t end) {
    (void)end;
    if (quoted_.empty())
      for (const Quote& quote : quotes_) {
        const uint32_t b = token_at(quote.inner.begin), e = token_at(quote.inner.end);
        if (!quote.is_direct && b < e && e - b <= 6 && !tok(b).fold.empty()) ++quoted_[key_of(tok(b).fold)];
      }
    return !tok(begin).fold.empty() && quoted_[key_of(tok(begin).fold)] >= 2;
  }

  // Returns the party that `words` name, made where there is none: equal, a short form, a surname, an inflected form.
  int party_for(const std::vector<std::string>& words, Span span, PartyType type, bool titled = false) {
    int best = -1;
    for (const int party : candidates(words)) {
      const std::vector<std::string>& known = words_[party];
      if (known.empty() || words.empty()) continue;
      if (all_alike(words, known, 0)) return note(party, words, span, type);
      const Party& p = out_.parties[party];
      const bool shorter = words.size()<known.size(), longer = words.size()> known.size();
      const bool surname = (shorter && words.size() == 1 && are_alike(words.back(), known.back())) ||
                           (longer && known.size() == 1 && are_alike(words.back(), known.back()));
      if (titled && shorter && words.size() == 1 && known.size() == 2 && known.front() == words.front() &&
          p.type == PartyType::kPerson && best < 0)
        best = party;  // Mr Zhao: Zhao Lijian
      const bool front =
          (shorter && all_alike(words, known, 0, words.size())) || (longer && all_alike(known, words, 0, known.size()));
      if (surname && (p.type == PartyType::kPerson || type == PartyType::kPerson || titled)) best = party;
      if (front && p.type != PartyType::kPerson && type != PartyType::kPerson &&
          !(words.size() == 1 && words[0].size() < 4))
        best = party;
      if (front && shorter && best < 0 && p.type != PartyType::kPerson && !titled) best = party;
      if (front && shorter && best < 0 && p.type == PartyType::kPerson && words.size() == 1 && known.size() == 2 &&
          known.front() == words.front() && stands_at_cue(span))
        best = party;  // Lin Jian … “…,” Lin said
    }
    if (best >= 0) return note(best, words, span, type);
    Party party;
    party.name = text_.view(span);
    party.type = type;
    const int number = out_.add(std::move(party));
    set_words(number, words);
    return number;
  }

  // Lin said; said Lin: a name that an English verb of saying is next to.
  bool stands_at_cue(Span span) const {
    if (text_.language != "en") return false;
    const uint32_t first = token_at(span.begin), after = token_at(span.end);
    return (after < count() && kinds_.is(after, Kind::kCue)) || (first > 0 && kinds_.is(first - 1, Kind::kCue));
  }

  // The start by which forms of one word that is set in quotation marks are counted together.
  static std::string key_of(const std::string& word) {
    const size_t most = static_cast<unsigned char>(word[0]) >= 0xc3 ? 8 : 4;
    return word.substr(0, most);
  }

  // Calls f(key) for keys of which two words that are alike have one in common: the word, where it takes no endings;
  // else the starts that an alike word may share.
  template <class F>
  static void each_key(const std::string& word, const F& f) {
    f(word);
    if (static_cast<unsigned char>(word[0]) < 0xc3) return;
    constexpr size_t kShortest = 8, kEnding = 6;  // bytes, as in are_alike
    for (size_t n = std::max(kShortest, word.size() < kEnding ? 0 : word.size() - kEnding); n < word.size(); ++n)
      f(word.substr(0, n));
  }

  void set_words(int party, const std::vector<std::string>& words) {
    words_[party] = words;
    if (words.empty()) return;
    const auto add = [&](std::unordered_map<std::string, std::vector<int>>& to, const std::string& word) {
      each_key(word, [&](const std::string& key) {
        std::vector<int>& at = to[key];
        if (at.size() < kMostOfOneWord && (at.empty() || at.back() != party)) at.push_back(party);
      });
    };
    add(by_first_, words.front());
    add(words.size() == 1 ? by_only_ : by_last_, words.back());
  }

  // The parties that `words` may name, in full or shortened, ascending: their first words are alike, or one of the two
  // is a single word and like the last of the other.
  std::vector<int> candidates(const std::vector<std::string>& words) const {
    std::vector<int> out;
    if (words.empty()) return out;
    const auto take = [&](const std::unordered_map<std::string, std::vector<int>>& from, const std::string& word) {
      each_key(word, [&](const std::string& key) {
        if (const auto found = from.find(key); found != from.end())
          out.insert(out.end(), found->second.begin(), found->second.end());
      });
    };
    take(by_first_, words.front());
    take(words.size() == 1 ? by_last_ : by_only_, words.back());
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
  }

  int note(int party, const std::vector<std::string>& words, Span span, PartyType type) {
    Party& p = out_.parties[party];
    if (words.size() > words_[party].size()) {
      set_words(party, words);
      p.name = text_.view(span);
    }
    if (p.type == PartyType::kOrganization && p.entity_ids.empty() && !sure_.contains(party)) p.type = type;
    return party;
  }

  static bool all_alike(const std::vector<std::string>& a, const std::vector<std::string>& b, size_t from,
                        size_t n = SIZE_MAX) {
    if (n == SIZE_MAX && a.size() != b.size()) return false;
    n = std::min({n, a.size(), b.size()});
    for (size_t i = from; i < n; ++i)
      if (!are_alike(a[i], b[i])) return false;
    return n > 0;
  }

  // Oslo-listed, Sechin-linked, Hong Kong-registered: a name as a part of an adjective, and no name.
  bool is_compound_participle(uint32_t i) const {
    if (text_.language != "en" || tok(i).mark != 0 || !tok(i).is_capital) return false;
    const std::string_view word = text_.view({tok(i).begin, tok(i).end});
    const size_t hyphen = word.rfind('-');
    if (hyphen == std::string_view::npos || hyphen < 2 || hyphen + 4 > word.size() || !word.ends_with("ed"))
      return false;
    return word[hyphen + 1] >= 'a' && word[hyphen + 1] <= 'z';
  }

  // Firma Agrowisła: the noun has its capital from the sentence alone.
  bool is_common_noun(uint32_t i) const {
    if (!kinds_.is(i, Kind::kCompany) || text_.language == "en" || text_.language == "de") return false;
    if (i + 1 >= count() || !tok(i + 1).is_capital || tok(i + 1).mark != 0 || amid_.contains(tok(i).fold)) return false;
    std::vector<Found> found;
    Lexicon::of(text_.language).find(text_.tokens, i, i + 1, found);
    return std::any_of(found.begin(), found.end(), [](const Found& f) { return f.lexeme->detail == "generic"; });
  }

  bool may_begin_name(uint32_t i) const {
    const Token& t = tok(i);
    if (starts_[i] && is_common_noun(i)) return false;
    if (!t.is_capital || t.mark != 0 || taken_[i] || is_compound_participle(i)) return false;
    if (kinds_.kinds[i] & kFunctionWords & ~bit(Kind::kTitle) && !(t.is_all_capitals && t.fold != "us"))
      return (kinds_.kinds[i] & kFunctionWords) == bit(Kind::kTime) && false;
    if (kinds_.is(i, Kind::kTitle) || kinds_.is(i, Kind::kPerson) || kinds_.is(i, Kind::kSpokesman)) return false;
    if (kinds_.is(i, Kind::kAdjective) && !(i + 1 < count() && tok(i + 1).is_capital && kinds_.is(i + 1, Kind::kBody)))
      return false;
    if (starts_[i]) {
      if (kinds_.kinds[i] &
          ~(bit(Kind::kState) | bit(Kind::kCapital) | bit(Kind::kBody) | bit(Kind::kCompany) | bit(Kind::kOutlet) |
            bit(Kind::kGoods) | bit(Kind::kPlace) | bit(Kind::kPredicate) | bit(Kind::kMedia)))
        return false;
      const bool next_capital = i + 1 < count() && tok(i + 1).is_capital && tok(i + 1).mark == 0;
      if (kinds_.is(i, Kind::kMedia) && !next_capital) return false;  // Channel Six, but not: Media say
      if (!next_capital && (small_.contains(t.fold) || kinds_.is(i, Kind::kBody) || kinds_.is(i, Kind::kCompany) ||
                            kinds_.is(i, Kind::kGoods) || kinds_.is(i, Kind::kPredicate)))
        return false;
    }
    const bool slavic = is_slavic(text_.language);
    if (slavic && kinds_.state[i] && i + 1 < count() && tok(i + 1).is_capital && !kinds_.is(i + 1, Kind::kBody))
      return false;  // президента России Дмитрий Песков
    if (text_.language == "de" && !german_name(i)) return false;
    return true;
  }

  // German writes all nouns with capitals: a name has a second capital behind it, a role before it, or a legal form.
  bool german_name(uint32_t i) const {
    if (kinds_.kinds[i] != 0 && !kinds_.is(i, Kind::kOutlet))
      return kinds_.is(i, Kind::kBody) || kinds_.is(i, Kind::kCompany) ? is_proper_body(i) : false;
    const bool next =
        i + 1 < count() && tok(i + 1).is_capital && tok(i + 1).mark == 0 && tok(i + 1).block == tok(i).block;
    const bool role = i > 0 && (kinds_.is(i - 1, Kind::kPerson) || kinds_.is(i - 1, Kind::kTitle) ||
                                kinds_.is(i - 1, Kind::kSpokesman) || kinds_.is(i - 1, Kind::kCompany));
    const bool article = i > 0 && (kinds_.is(i - 1, Kind::kDeterminer) || kinds_.is(i - 1, Kind::kPreposition));
    if (tok(i).is_all_capitals && tok(i).fold.size() >= 2) return true;
    return (next && !article) || role || known_surname(tok(i).fold);
  }
  bool is_proper_body(uint32_t i) const {
    return i + 1 < count() && tok(i + 1).is_capital && tok(i + 1).mark == 0 && kinds_.kinds[i + 1] == 0;
  }

  bool known_surname(const std::string& fold) const {
    for (const int party : candidates({fold})) {
      const std::vector<std::string>& words = words_.at(party);
      if (out_.parties[party].type == PartyType::kPerson && words.size() >= 2 && are_alike(words.back(), fold))
        return true;
    }
    return false;
  }

  // La Bitácora del Sur, Le Courrier du Nord: an article with a capital amid the sentence is part of a title.
  bool titled_article(uint32_t i) const {
    if (i == 0 || starts_[i - 1] || (text_.language != "es" && text_.language != "fr")) return false;
    const Token& article = tok(i - 1);
    return article.is_capital && !article.is_all_capitals && kinds_.is(i - 1, Kind::kDeterminer);
  }

  // Hakan Fidan Tahran'a …: in Turkish a state, capital or outlet with an ending is no part of the name before it.
  bool is_told_place(uint32_t i) const {
    if (text_.language != "tr" || i + 1 >= count()) return false;
    if (!kinds_.is(i, Kind::kState) && !kinds_.is(i, Kind::kCapital) && !kinds_.is(i, Kind::kOutlet)) return false;
    return tok(i + 1).fold.starts_with("'") || tok(i + 1).fold.starts_with("\u2019");
  }

  uint32_t run_end(uint32_t i) const {
    uint32_t end = i + 1;
    while (end < count() && tok(end).block == tok(i).block) {
      const Token& t = tok(end);
      if (taken_[end]) break;
      if ((text_.language == "ru" || text_.language == "uk") && kinds_.state[end - 1] && tok(end).is_capital) break;
      if (is_told_place(end) || is_compound_participle(end)) break;
      // exportó a Nicaragua 64 drones: a count of what follows
      if (t.is_number && kinds_.state[end - 1] && has_case_ && text_.language != "en" && end + 1 < count() &&
          tok(end + 1).mark == 0 && !tok(end + 1).is_capital)
        break;
      const bool role = kinds_.is(end, Kind::kPerson) || kinds_.is(end, Kind::kSpokesman);
      if (t.mark == 0 &&
          (t.is_capital || (t.is_number && end > i && tok(end - 1).is_capital && t.fold.size() <= 3 &&
                            t.fold.find_first_of(".,") == std::string::npos)) &&
          !role && !(kinds_.is(end, Kind::kTitle) && !tok(end - 1).joined) &&
          !(kinds_.is(end, Kind::kTime) && text_.language == "en")) {
        if (t.fold == "'s") break;
        if (text_.language == "de" && kinds_.kinds[end] & (kFunctionWords | bit(Kind::kCue))) break;
        if (text_.language == "de" &&  // NordWelle Öl …: a common noun, unless a legal form shows that it is a name
            kinds_.kinds[end] & (bit(Kind::kGoods) | bit(Kind::kClaimNoun) | bit(Kind::kDocument)) &&
            !(end + 1 < count() && is_name_word(NameWord::kCompany, tok(end + 1).fold)))
          break;
        if (kinds_.is(end, Kind::kPronoun) && !t.is_all_capitals) break;
        ++end;
        continue;
      }
      if (t.mark == U'.' && tok(end - 1).is_capital && tok(end - 1).end - tok(end - 1).begin <= 2 &&
          end + 1 < count() && tok(end + 1).is_capital) {
        ++end;  // J. Smith
        continue;
      }
      if (text_.language == "en" && t.fold == "and" && joins_portfolios(i, end)) {
        end += 2;  // the Department for Business and Trade, the Maritime and Port Authority
        continue;
      }
      // Ministry of Economy, Wendelstorff & Roth
      uint32_t k = end;
      while (k < count() && k < end + 3 && (is_name_word(NameWord::kConnector, tok(k).fold) || tok(k).mark == U'&'))
        ++k;
      const bool body = run_has(i, end, Kind::kBody) || run_has(i, end, Kind::kCompany) || tok(end).mark == U'&' ||
                        (titled_article(i) && end == i + 1) || tok(end).fold == "of" || tok(end).fold == "de" ||
                        tok(end).fold == "von" || tok(end).fold == "al" || tok(end).fold == "bin";
      if (text_.language == "en" && tok(end).fold == "of" && is_plain_pair(i, end))
        break;  // Tomas Reyl of the Institute
      const bool joins = tok(end).fold != "and" && (tok(end).fold != "und" && tok(end).fold != "y" &&
                                                            tok(end).fold != "et" && tok(end).fold != "и"
                                                        ? true
                                                        : run_has(i, end, Kind::kBody));
      if (k > end && k < count() && tok(k).is_capital && tok(k).mark == 0 && !taken_[k] && body && joins &&
          !kinds_.is(k, Kind::kPerson) && tok(k).fold != "'s" && tok(k).block == tok(i).block) {
        end = k + 1;
        continue;
      }
      break;
    }
    return end;
  }

  // Is "and" at token `end` amid the name of one body that begins at token `i`, between two of its fields?
  bool joins_portfolios(uint32_t i, uint32_t end) const {
    if (end + 1 >= count() || !tok(end + 1).is_capital || !is_portfolio(end + 1) || tok(end + 1).block != tok(i).block)
      return false;
    if (run_has(i, end, Kind::kBody)) return true;
    if (!is_portfolio(end - 1)) return false;
    for (uint32_t k = end + 2; k < std::min(count(), end + 5) && tok(k).is_capital && tok(k).mark == 0; ++k)
      if (kinds_.is(k, Kind::kBody)) return true;
    return false;
  }
  bool is_portfolio(uint32_t i) const { return has_stop(i, "portfolio"); }
  bool has_stop(uint32_t i, std::string_view value) const {
    std::vector<Found> found;
    Lexicon::of(text_.language).find(text_.tokens, i, i + 1, found);
    return std::ranges::any_of(
        found, [&](const Found& f) { return f.lexeme->kind == Kind::kStop && f.lexeme->value == value; });
  }

  // Two words with capitals that no table has: mostly a person’s name.
  bool is_plain_pair(uint32_t begin, uint32_t end) const {
    return end - begin == 2 && kinds_.kinds[begin] == 0 && kinds_.kinds[begin + 1] == 0 &&
           !tok(begin).is_all_capitals && !tok(begin + 1).is_all_capitals;
  }

  bool run_has(uint32_t begin, uint32_t end, Kind kind) const {
    for (uint32_t i = begin; i < end; ++i)
      if (kinds_.is(i, kind)) return true;
    return false;
  }

  // `sure`: whether something beside the name tells it, and not only how many capitals it has.
  PartyType type_of(uint32_t begin, uint32_t end, bool& sure) const {
    sure = true;
    bool company = false, body = false, person = false;
    for (uint32_t i = begin; i < end; ++i) {
      if (is_name_word(NameWord::kCompany, tok(i).fold)) company = true;
      if (kinds_.is(i, Kind::kBody) || kinds_.is(i, Kind::kOrganWord)) body = true;
      if (kinds_.is(i, Kind::kCompany)) company = true;
    }
    if (company) return PartyType::kCompany;
    if (body) return PartyType::kPublicBody;
    if (text_.language == "tr" && end > begin + 1 && is_name_word(NameWord::kTurkishTrade, tok(end - 1).fold))
      return PartyType::kCompany;
    if (begin > 0 && tok(begin - 1).block == tok(begin).block) {
      uint32_t b = begin - 1;
      if (tok(b).mark == U'.' && b > 0) --b;
      if (kinds_.is(b, Kind::kTitle) || kinds_.is(b, Kind::kSpokesman)) return PartyType::kPerson;
      if (is_compound_participle(b) && given_gender(begin) == 0) return PartyType::kOrganization;  // Cyprus-based X
      // el abogado de la empresa, Luis Mena: the head of what the name is in apposition to stands first
      if (is_comma_mark(tok(b).mark) && end - begin >= 2 &&
          (text_.language == "fr" || text_.language == "es" || text_.language == "de"))
        for (uint32_t k = b; k-- > 0 && b - k <= 8 && tok(k).mark == 0;) {
          if (kinds_.is(k, Kind::kCue) && !kinds_.is(k, Kind::kDocument) && !kinds_.is(k, Kind::kBody)) break;
          if (kinds_.is(k, Kind::kPerson) || kinds_.is(k, Kind::kSpokesman)) return PartyType::kPerson;
        }
      if (is_comma_mark(tok(b).mark) && b > 0 && kinds_.is(b - 1, Kind::kCompany) && !kinds_.is(b - 1, Kind::kPerson))
        return PartyType::kCompany;
      if (is_comma_mark(tok(b).mark) && b > 0 &&
          (kinds_.is(b - 1, Kind::kPerson) || kinds_.is(b - 1, Kind::kSpokesman))) {
        // the importer, Shreya Life Sciences: one word or three, and no given name
        if (text_.language == "en" && kinds_.is(b - 1, Kind::kCompany) && end - begin != 2 && given_gender(begin) == 0)
          return PartyType::kCompany;
        person = true;
      }
      if (kinds_.is(b, Kind::kGoods) || tok(b).fold == "vessel" || tok(b).fold == "ship" || tok(b).fold == "tanker")
        return PartyType::kVessel;
      if (kinds_.is(b, Kind::kPerson)) return PartyType::kPerson;
      if (end - begin >= 2 && text_.language != "en")  // директор компании Ермек Жаксыбаев
        for (uint32_t k = b + 1; k-- > 0 && k + 4 > b;) {
          if (tok(k).mark != 0) break;
          const bool of = text_.language == "fr" || text_.language == "es" || text_.language == "de";
          if (of && kinds_.is(k, Kind::kPreposition)) break;  // un directivo de Pampa Alta
          if (kinds_.is(k, Kind::kPerson) || kinds_.is(k, Kind::kSpokesman) || kinds_.is(k, Kind::kTitle))
            return PartyType::kPerson;
        }
      if (kinds_.is(b, Kind::kCompany)) return PartyType::kCompany;
      if (kinds_.is(b, Kind::kBody) || kinds_.is(b, Kind::kMedia)) return PartyType::kOrganization;
    }
    if (person) return PartyType::kPerson;
    // Halvard Crest Marine, a Dubai firm
    uint32_t k = end;
    if (k < count() && tok(k).mark == U'(') {
      const uint32_t last = std::min(count(), k + kLongestBracket);
      while (k < last && tok(k).mark != U')') ++k;
      k = k < last ? k + 1 : count();
    }
    if (text_.language == "en" && k + 1 < count() && is_comma_mark(tok(k).mark) && tok(k + 1).fold == "who" &&
        end - begin >= 2)
      return PartyType::kPerson;  // Lukas Brandt, who runs a haulage firm
    if (k < count() && is_comma_mark(tok(k).mark)) {
      bool firm = false, organ = false;  // the bank’s chairman: a person after all
      for (uint32_t j = k + 1; j < std::min(count(), k + 8); ++j) {
        if (is_comma_mark(tok(j).mark) || is_terminal_mark(tok(j).mark)) break;
        const bool compound = text_.language == "en" && j + 1 < count() &&  // an activist group
                              (kinds_.is(j + 1, Kind::kCompany) || kinds_.is(j + 1, Kind::kBody));
        if ((kinds_.is(j, Kind::kPerson) || kinds_.is(j, Kind::kSpokesman)) && !compound) return PartyType::kPerson;
        if (kinds_.is(j, Kind::kCompany)) firm = true;
        if (kinds_.is(j, Kind::kBody)) organ = true;
        if (kinds_.is(j, Kind::kPreposition) || kinds_.is(j, Kind::kCue) || kinds_.is(j, Kind::kSubordinator)) break;
        if ((firm || organ) && text_.language != "en") break;
      }
      if (firm) return PartyType::kCompany;
      if (organ) return PartyType::kOrganization;
    }
    if (person) return PartyType::kPerson;
    sure = false;
    uint32_t capitals = 0;
    for (uint32_t i = begin; i < end; ++i) capitals += tok(i).is_capital && !tok(i).is_all_capitals;
    const bool article = begin > 0 && text_.language == "en" && tok(begin - 1).fold == "the";  // The Brussels Lantern
    return end - begin == 2 && capitals == 2 && !article && !kinds_.is(begin, Kind::kState) ? PartyType::kPerson
                                                                                            : PartyType::kOrganization;
  }

  // rzeczniczka urzędu w Lublinie Ewa Karas: a place in the locative, then the name of a person.
  uint32_t slavic_place_end(uint32_t begin, uint32_t end) const {
    if (begin == 0 || !kinds_.is(begin - 1, Kind::kPlace) || tok(begin).is_all_capitals) return end;
    const auto ends = [&](std::initializer_list<std::string_view> endings) {
      return std::any_of(endings.begin(), endings.end(),
                         [&](std::string_view e) { return tok(begin).fold.ends_with(e); });
    };
    const uint32_t place = ends({"ем", "ом", "ой", "ей", "ому", "ій", "ym", "im", "ej"}) ? 2 : 1;
    if (place == 1 && !ends({"е", "и", "і", "ах", "ях", "ie", "u", "ach", "y"})) return end;
    if (end - begin != place + 2) return end;
    for (uint32_t i = begin; i < end; ++i)
      if (tok(i).mark != 0 || !tok(i).is_capital || kinds_.is(i, Kind::kBody) || kinds_.is(i, Kind::kCompany))
        return end;
    return begin + place;
  }

  // Мэр Одессы Игорь Савин, адвокат Савина Ольга Белова: behind the noun of a person whose he is, in the genitive, and
  // then the name. Where the first word is one of two given names (Мария Фернанда Эспиноса), gender tells nothing.
  uint32_t slavic_owner_end(uint32_t begin, uint32_t end) const {
    if (begin == 0 || end < begin + 3 ||
        !(kinds_.is(begin - 1, Kind::kPerson) || kinds_.is(begin - 1, Kind::kSpokesman)))
      return end;
    for (uint32_t i = begin; i < begin + 3; ++i)
      if (tok(i).mark != 0 || !tok(i).is_capital || tok(i).is_all_capitals || (i > begin && kinds_.is(i, Kind::kBody)))
        return end;
    const auto ends = [&](uint32_t i, std::initializer_list<std::string_view> endings) {
      return std::any_of(endings.begin(), endings.end(), [&](std::string_view e) { return tok(i).fold.ends_with(e); });
    };
    const std::initializer_list<std::string_view> patronymics = {"вич", "вна", "чна", "ьич"};
    if (ends(begin + 1, patronymics) || ends(begin + 2, patronymics)) return end;
    const bool a = ends(begin, {"а", "я", "a"}), next_a = ends(begin + 1, {"а", "я", "a"});
    const bool surname = ends(begin, {"ова", "ева", "ина", "ына", "ука", "чука", "owa", "ewa", "ina", "ka"});
    const bool other = ends(begin, {"ы", "и", "і", "ї", "ого", "ої", "у", "ю", "y", "i", "u", "ego", "ej"});
    if (kinds_.is(begin, Kind::kBody))  // представитель Госдепа Мэтью Миллер, but: офицер Армии Обороны Израиля
      for (uint32_t i = begin + 1; i < end; ++i)
        if (kinds_.state[i] || ends(i, {"ы", "ого", "ої", "ей", "y", "ego", "ej"})) return end;
    return other || (a && (!next_a || surname)) ? begin + 1 : end;
  }

  void add_capitals() {
    // Longest names first seen first: full names come before the surnames that stand for them, wherever they are.
    struct Run {
      uint32_t begin, end;
      PartyType type;
      bool titled;
      bool sure;
      bool by_place;  // its capital may be that of the sentence
    };
    std::vector<Run> runs;
    for (uint32_t i = 0; i < count(); ++i) {
      if (!may_begin_name(i)) continue;
      uint32_t end = run_end(i);
      if (end < count() && tok(end).mark == 0 && is_compound_participle(end)) {  // Hong Kong-registered
        i = end;
        continue;
      }
      const bool slavic = is_slavic(text_.language);
      if (slavic && starts_[i] && end > i + 1 && !amid_.contains(tok(i).fold) && amid_.contains(tok(i + 1).fold) &&
          kinds_.kinds[i] == 0)
        continue;  // Звільнення Шерзод
      if (slavic) end = slavic_owner_end(i, slavic_place_end(i, end));
      while (end > i + 1 && (is_name_word(NameWord::kConnector, tok(end - 1).fold) || tok(end - 1).mark != 0)) --end;
      bool is_state = true, all_known = true;
      for (uint32_t k = i; k < end; ++k) {
        is_state = is_state &&  // or a town
                   (kinds_.state[k] != nullptr || kinds_.is(k, Kind::kDeterminer) || kinds_.is(k, Kind::kPlace));
        all_known = all_known && kinds_.kinds[k] != 0;
      }
      if (is_state) {
        i = end - 1;
        continue;
      }
      if (starts_[i] && end > i + 1 && kinds_.kinds[i] == 0) {  // Unnamed US sources: an adjective and a state
        bool states = true;
        for (uint32_t k = i + 1; k < end; ++k) states = states && kinds_.state[k] != nullptr;
        states = states && !(text_.language == "en" && end < count() &&  // Swedbank Estonia said
                             (kinds_.is(end, Kind::kCue) || kinds_.is(end, Kind::kAuxiliary)));
        if (states) {
          i = end - 1;
          continue;
        }
      }
      bool shout = true;  // a heading in capitals
      for (uint32_t k = text_.heads[tok(i).block]; shout && k < text_.heads[tok(i).block + 1]; ++k)
        shout = (tok(k).is_all_capitals || tok(k).mark != 0 || tok(k).fold.size() < 3);
      const bool office_of = slavic && kinds_.is(i, Kind::kBody) && end > i + 1;  // rzeczniczka Prokuratury Okręgowej
      const bool organ_noun =
          text_.language == "en" && end == i + 1 && kinds_.is(i, Kind::kBody);  // Justice Department
      const bool titled =
          i > 0 && !office_of && !organ_noun &&
          (kinds_.is(i - 1, Kind::kTitle) || (tok(i - 1).mark == U'.' && i > 1 && kinds_.is(i - 2, Kind::kTitle)));
      if (!(shout && (end - i > 2 || !amid_.contains(tok(i).fold)))) {
        if (end - i == 2 && tok(i + 1).is_number && kinds_.is(i, Kind::kAbbreviation)) {
          // Jan 21
        } else if (end - i == 1 && all_known && !kinds_.is(i, Kind::kOutlet) && !titled && kinds_.kinds[i] != 0) {
          // one capitalised word that the lexicon knows as a common noun
        } else {
          bool sure = true;
          const PartyType type = titled ? PartyType::kPerson : type_of(i, end, sure);
          runs.push_back({i, end, type, titled, sure, !titled && !sure && may_be_by_place(i, end)});
        }
      }
      i = end - 1;
    }
    for (const Run& run : runs) {  // in Bergen, near Ulm
      if (run.end - run.begin > 2 || run.begin == 0 || !kinds_.is(run.begin - 1, Kind::kPlace) || run.titled) continue;
      if (text_.language == "en" && run.end < count() && tok(run.end).mark == 0 && !kinds_.kinds[run.end] &&
          !tok(run.end).is_capital)
        continue;
      if (tok(run.begin).is_all_capitals) continue;
      const uint32_t before = run.begin - 1;  // мэр Одессы Игорь Савин: a town, and no "in"
      if (is_slavic(text_.language) && tok(before).is_capital && !starts_[before]) continue;
      places_.insert(tok(run.begin).fold);
    }
    if (text_.language == "tr")  // Gebze merkezli: where it has its seat
      for (const Run& run : runs)
        if (run.end - run.begin == 1 && run.end < count() && tok(run.end).fold.starts_with("merkezli"))
          places_.insert(tok(run.begin).fold);
    std::vector<size_t> order(runs.size());
    for (size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::stable_sort(order.begin(), order.end(), [&](size_t a, size_t b) {
      if (runs[a].by_place != runs[b].by_place) return runs[b].by_place;
      return runs[a].end - runs[a].begin > runs[b].end - runs[b].begin;
    });
    for (const size_t r : order) {
      const Run& run = runs[r];
      if (run.by_place && !is_part_of_name(tok(run.begin).fold)) continue;
      const Span span{tok(run.begin).begin, tok(run.end - 1).end};
      if (run.end - run.begin == 1 && run.type == PartyType::kOrganization && !run.titled &&
          tok(run.begin).fold.size() < 2)
        continue;
      if (places_.contains(tok(run.begin).fold) && run.end - run.begin <= 2 && run.type != PartyType::kCompany &&
          run.type != PartyType::kPublicBody && !run.titled)
        continue;
      const int party = party_for(folds(run.begin, run.end), span, run.type, run.titled);
      Party& p = out_.parties[party];
      if (run.sure && text_.language == "en" &&
          p.entity_ids.empty()) {  // the research group Open Manifest is no person
        if (!sure_.contains(party)) p.type = run.type;
        sure_.insert(party);
      }
      for (uint32_t k = run.begin; k < run.end; ++k) {
        if (kinds_.is(k, Kind::kOutlet) || kinds_.is(k, Kind::kMedia) || is_media_word(tok(k).fold)) p.is_medium = true;
        if (kinds_.state[k] && p.state.empty() && p.type == PartyType::kPublicBody) p.state = kinds_.state[k]->value;
      }
      if (run.begin > 0 && (kinds_.is(run.begin - 1, Kind::kMedia) || kinds_.is(run.begin - 1, Kind::kOutlet)))
        p.is_medium = true;
      if (run.begin > 1 && is_comma_mark(tok(run.begin - 1).mark) && kinds_.is(run.begin - 2, Kind::kDocument) &&
          run.type != PartyType::kCompany)
        p.is_document = true;  // its report, Warm Bodies
      if (is_the_site(run.begin, run.end)) p.is_medium = true, p.type = PartyType::kOrganization;
      if (titled_gender(run.begin) != 0) p.gender = titled_gender(run.begin);
      if (p.gender == 0 && p.type == PartyType::kPerson && run.end - run.begin >= 2) p.gender = given_gender(run.begin);
      if (p.type == PartyType::kPerson && p.state.empty()) set_office(p, run.begin);
      mention(party, span);
      // Tavrin Trade House (TTH)
      if (run.end + 2 < count() && tok(run.end).mark == U'(' && tok(run.end + 2).mark == U')' &&
          tok(run.end + 1).is_all_capitals)
        acronyms_[tok(run.end + 1).fold] = party;
    }
    if (!acronyms_.empty())
      for (Mention& m : out_.mentions) {
        const uint32_t b = token_at(m.span.begin);
        if (b + 1 == token_at(m.span.end) || (b < count() && tok(b).end == m.span.end))
          if (const auto found = acronyms_.find(tok(b).fold); found != acronyms_.end()) m.party = found->second;
      }
  }

  // Уволился он в марте, Raporda yer alıyor: a word that has a capital at the beginning of a sentence and nowhere else,
  // and of which nothing says that it is a name: it does not speak, has no apostrophe, is no acronym.
  bool may_be_by_place(uint32_t i, uint32_t end) const {
    const Token& t = tok(i);
    if (end - i != 1 || !starts_[i] || text_.language == "de" || kinds_.is(i, Kind::kOutlet)) return false;
    if (kinds_.kinds[i] != 0 || kinds_.state[i] || t.is_all_capitals || t.is_number || amid_.contains(t.fold))
      return false;
    if (text_.language == "en") return is_english_word(t.fold);
    const bool next_in_block = end < count() && tok(end).block == t.block;
    if (text_.language == "tr") {
      // Turkish cuts the endings of names off by an apostrophe; the verb of saying stands at the end.
      if (next_in_block && tok(end).joined && tok(end).mark == 0) return false;
      if (has_turkish_ending(t.fold)) return true;
      for (uint32_t k = end; k < std::min(count(), end + 150) && !is_terminal_mark(tok(k).mark); ++k) {
        if (tok(k).block != t.block) break;
        if (kinds_.is(k, Kind::kCue)) return false;
      }
      return true;
    }
    for (uint32_t k = end; k < count() && k < end + 4 && tok(k).block == t.block; ++k) {
      if (kinds_.is(k, Kind::kCue)) return false;
      if (k == end && is_comma_mark(tok(k).mark)) continue;  // Икс, глава завода, заявил
      if (k > end && is_comma_mark(tok(end).mark) && (kinds_.is(k, Kind::kPerson) || kinds_.is(k, Kind::kCompany)))
        return false;
      if (!(kinds_.kinds[k] & kFunctionWords)) break;
    }
    return true;
  }

  static bool has_turkish_ending(std::string_view fold) {
    static constexpr std::array<std::string_view, 36> kEndings = {
        "nın", "nin", "nun", "nün", "lar",  "ler",  "ları", "leri", "da", "de", "ta", "te",
        "dan", "den", "tan", "ten", "daki", "deki", "taki", "teki", "yı", "yi", "yu", "yü",
        "sı",  "si",  "su",  "sü",  "ın",   "in",   "un",   "ün",   "ı",  "ü",  "ya", "ye"};
    return std::ranges::any_of(kEndings,
                               [&](std::string_view e) { return fold.size() > e.size() + 2 && fold.ends_with(e); });
  }

  // Is it a form of a word of some party's name?
  bool is_part_of_name(const std::string& fold) const {
    for (const int party : candidates({fold})) {
      const std::vector<std::string>& words = words_.at(party);
      if (std::ranges::any_of(words, [&](const std::string& word) { return are_alike(word, fold); })) return true;
    }
    return false;
  }

  // The name of the site that the page is from, with or without an article.
  bool is_the_site(uint32_t begin, uint32_t end) const {
    if (text_.site.empty()) return false;
    std::vector<std::string> site;
    for (const Token& token : tokenize(text_.site, text_.language, 0, 0))
      if (token.mark == 0) site.push_back(token.fold);
    const std::vector<std::string> words = folds(begin, end);
    const bool whole = site == words;
    return whole || (site.size() == words.size() + 1 && words.size() > 1 && site.front().size() <= 3 &&
                     std::equal(words.begin(), words.end(), site.begin() + 1));
  }

  // Russian President Vladimir Putin, le président turc X: the voice of a state.
  void set_office(Party& p, uint32_t begin) const {
    const Lexicon& lexicon = Lexicon::of(text_.language);
    bool office = false;
    std::string state;
    for (uint32_t k = begin; k-- > 0 && begin - k <= 6;) {
      if (tok(k).mark != 0) break;
      std::vector<Found> found;
      lexicon.find(text_.tokens, k, begin, found);
      for (const Found& f : found) {
        if (f.lexeme->kind == Kind::kTitle && f.lexeme->detail.find("state") == 0) office = true;
        if (f.lexeme->kind == Kind::kTitle && f.lexeme->value == "state") office = true;
        if ((f.lexeme->kind == Kind::kAdjective || f.lexeme->kind == Kind::kState ||
             f.lexeme->kind == Kind::kCapital) &&
            state.empty())
          state = f.lexeme->value;
      }
    }
    if (office && !state.empty()) p.state = state, p.is_state_voice = true;
  }

  // Anna Weber: 2, Tom Carver: 1, by the given name; 0 where no table has it.
  int given_gender(uint32_t first) const {
    std::vector<Found> found;
    Lexicon::of(text_.language).find(text_.tokens, first, first + 1, found);
    for (const Found& f : found)
      if (f.lexeme->kind == Kind::kStop && f.lexeme->value == "given name") return f.lexeme->detail == "she" ? 2 : 1;
    return 0;
  }

  int titled_gender(uint32_t begin) const {
    if (begin == 0) return 0;
    uint32_t b = begin - 1;
    if (tok(b).mark == U'.' && b > 0) --b;
    if (is_name_word(NameWord::kHe, tok(b).fold)) return 1;
    return is_name_word(NameWord::kShe, tok(b).fold) ? 2 : 0;
  }

  // Arabic, Persian: مدير الشركة، حاتم البرهومي، … : a name of two or three words stands between commas behind a role.
  // بمحاسبة المتورطين: what is done, no name
  bool is_masdar(uint32_t k) const {
    const std::string& w = tok(k).fold;
    return (w.starts_with("\u0628") || w.starts_with("\u0644")) && k + 1 < count() &&
           tok(k + 1).fold.starts_with("\u0627\u0644") && (w.ends_with("\u0629") || w.size() >= 14);
  }

  // المدير التنفيذي للشركة سامر العطار, المتحدث باسم وزارة الخارجية لين جيان: behind the noun of an office come what it
  // is of and adjectives, all with the article or what belongs to it, and then the name, whose first word has none.
  bool add_arabic_name(uint32_t i) {
    const auto article = [&](uint32_t k) {
      const std::string& w = tok(k).fold;
      return w.starts_with("\u0627\u0644") || w.starts_with("\u0644\u0644") || w.starts_with("\u0628\u0627\u0644");
    };
    bool after_cue = false;  // behind a verb of saying: what follows is none
    for (uint32_t b = i; b-- > 0 && i - b <= 2 && tok(b).mark == 0;) after_cue = after_cue || kinds_.is(b, Kind::kCue);
    uint32_t k = i + 1;
    bool definite = article(i), of = true;  // of: a noun without the article may follow
    for (; k < count() && k < i + 9 && tok(k).mark == 0 && tok(k).block == tok(i).block; ++k) {
      if (after_cue && definite && !of && kinds_.is(k, Kind::kCue) && !article(k) && !taken_[k]) break;  // العميد صادق
      if (taken_[k] || kinds_.is(k, Kind::kCue) || kinds_.is(k, Kind::kThat)) return false;
      const bool body = kinds_.is(k, Kind::kBody) || kinds_.is(k, Kind::kCompany) || kinds_.is(k, Kind::kState) ||
                        kinds_.is(k, Kind::kOrganWord) || kinds_.is(k, Kind::kPerson) || kinds_.is(k, Kind::kSpokesman);
      if (tok(k).fold == "\u0628\u0627\u0633\u0645") {  // باسم
        of = true;
      } else if (article(k) || kinds_.is(k, Kind::kAdjective)) {
        definite = definite || article(k);
        of = false;
      } else if (body && of) {
        if (kinds_.is(k, Kind::kState) || kinds_.is(k, Kind::kOrganWord)) definite = true;
      } else if (of && kinds_.kinds[k] == 0 && k + 1 < count() && article(k + 1) && k > i) {
        continue;  // رئيس مجلس إدارة الشركة
      } else {
        break;
      }
    }
    if (!definite || k >= count() || k >= i + 9 || tok(k).mark != 0 || taken_[k]) return false;
    const auto free = [&](uint32_t t) {
      return t < count() && tok(t).mark == 0 && !taken_[t] && tok(t).block == tok(i).block &&
             !(kinds_.kinds[t] & (kFunctionWords | bit(Kind::kCue) | bit(Kind::kBody) | bit(Kind::kCompany) |
                                  bit(Kind::kClaimNoun) | bit(Kind::kDocument) | bit(Kind::kState)));
    };
    const bool ali = tok(k).fold == "\u0639\u0644\u06cc" && text_.text.compare(tok(k).end - 2, 2, "\u064a") == 0;
    const bool verbal = after_cue && kinds_.kinds[k] == bit(Kind::kCue);
    if (!ali && !verbal && (!free(k) || kinds_.kinds[k] != 0 || article(k))) return false;
    uint32_t end = k + 1;
    const auto links = [&](uint32_t t) { return is_name_word(NameWord::kArabicLink, tok(t).fold); };
    bool surname = false;
    while (end < k + 6 && free(end) && (!surname || links(end - 1))) {
      surname = !links(end);
      ++end;
    }
    if (!surname) return false;
    const auto closes = [&](uint32_t t) {
      return t >= count() || tok(t).mark != 0 || kinds_.is(t, Kind::kThat) || kinds_.is(t, Kind::kCue) ||
             tok(t).block != tok(i).block;
    };
    const bool doing = end < count() && (tok(end).fold.starts_with("\u0627\u0644\u062a") ||
                                         tok(end).fold.starts_with("\u0627\u0644\u0625") ||
                                         tok(end).fold.starts_with("\u0627\u0644\u0627"));
    if (!closes(end) && free(end) && kinds_.kinds[end] == 0 &&
        (closes(end + 1) || (article(end) && !article(end - 1) && !doing)))
      ++end;  // three names
    // behind a verb of saying, or before what ends the phrase
    after_cue = after_cue || (i > 0 && starts_[i - 1]) || (i > 1 && starts_[i - 2]);  // وأعرب وزير …: a verb before it
    if ((!after_cue && !closes(end)) || is_masdar(k)) return false;
    add_person(k, end);
    return true;
  }

  // اسماعیل بقایی، سخنگوی وزارت …: two to four words at the head of a clause, and behind the comma the office
  void add_names_before_office() {
    for (uint32_t i = 2; i + 1 < count(); ++i) {
      if (!is_comma_mark(tok(i).mark) || tok(i + 1).mark != 0 || tok(i + 1).block != tok(i).block) continue;
      uint32_t role = i + 1;
      if (kinds_.is(role, Kind::kAdjective)) ++role;
      if (!kinds_.is(role, Kind::kPerson) && !kinds_.is(role, Kind::kSpokesman) && !kinds_.is(role, Kind::kTitle))
        continue;
      uint32_t begin = i;
      while (begin > 0 && i - begin < 4 && tok(begin - 1).mark == 0 && tok(begin - 1).block == tok(i).block &&
             !taken_[begin - 1] && kinds_.kinds[begin - 1] == 0 && !tok(begin - 1).is_number)
        --begin;
      if (i - begin < 2) continue;
      const bool opens = begin == text_.heads[tok(i).block] || tok(begin - 1).mark != 0 ||
                         kinds_.is(begin - 1, Kind::kThat) || kinds_.is(begin - 1, Kind::kConjunction) ||
                         kinds_.is(begin - 1, Kind::kAdverb) || kinds_.is(begin - 1, Kind::kCue) ||
                         kinds_.is(begin - 1, Kind::kTime) || kinds_.is(begin - 1, Kind::kTitle);
      bool closed = false;  // the office ends with a comma too, or with the verb
      for (uint32_t k = role + 1; k < count() && k < role + 12 && !closed; ++k) {
        if (tok(k).block != tok(i).block || is_terminal_mark(tok(k).mark)) break;
        closed = is_comma_mark(tok(k).mark) || kinds_.is(k, Kind::kCue);
      }
      const bool article = text_.language == "ar" && tok(begin).fold.starts_with("\u0627\u0644");
      if (opens && closed && !article) add_person(begin, i);
    }
  }

  void add_appositions() {
    add_names_before_office();
    for (uint32_t i = 1; i + 2 < count(); ++i) {
      if (!is_comma_mark(tok(i).mark)) continue;
      bool role = false;
      for (uint32_t k = i; k-- > 0 && i - k <= 5 && tok(k).mark == 0;)
        role = role || kinds_.is(k, Kind::kPerson) || kinds_.is(k, Kind::kSpokesman);
      uint32_t end = i + 1;
      while (end < count() && tok(end).mark == 0 && kinds_.kinds[end] == 0 && end < i + 5 &&
             tok(end).block == tok(i).block)
        ++end;
      if (!role || end - i - 1 < 2 || end - i - 1 > 4) continue;
      if (end < count() && tok(end).mark == 0 && !kinds_.is(end, Kind::kThat) && !kinds_.is(end, Kind::kCue)) continue;
      add_person(i + 1, end);
    }
    // سعید مرادی، مدیرعامل این شرکت، …: a name that opens the sentence or follows a verb of saying, and its role
    for (uint32_t i = 2; i + 2 < count(); ++i) {
      if (!is_comma_mark(tok(i).mark) || tok(i + 1).mark != 0) continue;
      uint32_t begin = i;
      while (begin > 0 && i - begin < 5 && tok(begin - 1).mark == 0 && kinds_.kinds[begin - 1] == 0 &&
             !taken_[begin - 1] && tok(begin - 1).block == tok(i).block)
        --begin;
      const bool opens = begin == 0 || tok(begin - 1).block != tok(i).block || is_terminal_mark(tok(begin - 1).mark) ||
                         kinds_.is(begin - 1, Kind::kCue);
      if (!opens || i - begin < 2 || i - begin > 4) continue;
      if (kinds_.is(i + 1, Kind::kPerson) || kinds_.is(i + 1, Kind::kSpokesman)) add_person(begin, i);
    }
    // متحدث باسم الوزارة أحمد علي: a role directly before a name that ends the phrase
    for (uint32_t i = 0; i + 2 < count(); ++i) {
      if (!kinds_.is(i, Kind::kTitle) && !kinds_.is(i, Kind::kSpokesman) && !kinds_.is(i, Kind::kPerson)) continue;
      if (text_.language == "ar" && add_arabic_name(i)) continue;
      uint32_t begin = i + 1;
      while (begin < count() && begin < i + 5 &&
             (kinds_.is(begin, Kind::kBody) || kinds_.is(begin, Kind::kState) || kinds_.is(begin, Kind::kAdjective) ||
              kinds_.is(begin, Kind::kCompany) || kinds_.is(begin, Kind::kOrganWord)))
        ++begin;
      uint32_t end = begin;
      while (end < count() && tok(end).mark == 0 && kinds_.kinds[end] == 0 && end < begin + 3 && !taken_[end]) ++end;
      if (end - begin < 2 || end >= count()) continue;
      // اتهم النائب مازن حداد وزارة …: two words that are no nouns of the lexicon, before the one spoken of
      const bool object = end - begin == 2 && (kinds_.is(end, Kind::kBody) || kinds_.is(end, Kind::kCompany) ||
                                               kinds_.is(end, Kind::kClaimNoun) || kinds_.is(end, Kind::kDocument) ||
                                               kinds_.is(end, Kind::kDeterminer));
      if ((tok(end).mark != 0 || kinds_.is(end, Kind::kThat) || kinds_.is(end, Kind::kCue) || object) &&
          !(text_.language == "ar" && is_masdar(begin)))
        add_person(begin, end);
    }
  }

  void add_person(uint32_t begin, uint32_t end) {
    if (taken_[begin]) return;
    const std::vector<std::string> words = folds(begin, end);
    const int party = party_for(words, {tok(begin).begin, tok(end - 1).end}, PartyType::kPerson, true);
    out_.parties[party].type = PartyType::kPerson;
    for (const uint32_t k : places_of(words.back())) {  // and wherever the surname stands
      if (taken_[k]) continue;
      const bool full = k + 1 >= words.size() && tok(k + 1 - words.size()).fold == words.front();
      const bool linked =
          words.size() > 2 && is_name_word(NameWord::kArabicLink, words[words.size() - 2]);  // نبيل عبد الله: عبد الله
      if (linked && !full && (k == 0 || tok(k - 1).fold != words[words.size() - 2] || taken_[k - 1])) continue;
      const uint32_t from = full ? k + 1 - static_cast<uint32_t>(words.size()) : linked ? k - 1 : k;
      mention(party, {tok(from).begin, tok(k).end});
      for (uint32_t t = from; t <= k; ++t) taken_[t] = true;
    }
  }

  // Chinese: a name of two or three characters behind a role and before a verb; companies by what they end with.
  // Does the character write a sound of foreign names?
  bool is_sound(uint32_t i) const {
    return i < count() && tok(i).is_wide && is_name_word(NameWord::kHanSound, tok(i).fold) && !kinds_.state[i] &&
           !(kinds_.kinds[i] & (kFunctionWords | bit(Kind::kCue) | bit(Kind::kPerson) | bit(Kind::kBody)));
  }

  // 吉德翁·萨尔: a foreign name written by sound, its parts set apart by dots; and, behind the noun of an office, one
  // without dots: 发言人佩斯科夫.
  void add_transcribed() {
    constexpr uint32_t kMost = 8;  // characters of one part
    const auto is_dot = [&](uint32_t i) {
      return i < count() && (tok(i).mark == 0xb7 || tok(i).mark == 0x30fb || tok(i).mark == 0x2022);
    };
    const auto run_behind = [&](uint32_t i) {
      uint32_t end = i;
      while (end < i + kMost && is_sound(end) && !taken_[end] && tok(end).block == tok(i).block) ++end;
      return end;
    };
    for (uint32_t i = 1; i + 1 < count(); ++i) {
      if (!is_dot(i) || taken_[i]) continue;
      uint32_t begin = i;
      while (begin > 0 && i - begin < kMost && is_sound(begin - 1) && !taken_[begin - 1] &&
             tok(begin - 1).block == tok(i).block)
        --begin;
      if (begin == i) continue;
      std::vector<std::pair<uint32_t, uint32_t>> parts = {{begin, i}};
      uint32_t end = i;
      while (is_dot(end)) {
        const uint32_t next = run_behind(end + 1);
        if (next == end + 1) break;
        parts.emplace_back(end + 1, next);
        end = next;
      }
      if (parts.size() < 2) continue;
      add_wide_name(begin, end, PartyType::kPerson);
      const int number = static_cast<int>(out_.parties.size()) - 1;
      for (size_t k = parts.size(); k-- > 0;)  // the surname, then the first name
        if (parts[k].second - parts[k].first >= 2) spread(folds(parts[k].first, parts[k].second), number);
    }
    for (uint32_t i = 0; i + 2 < count(); ++i) {
      if (!kinds_.is(i, Kind::kPerson) && !kinds_.is(i, Kind::kSpokesman) && !kinds_.is(i, Kind::kTitle)) continue;
      const uint32_t end = run_behind(i + 1);
      const bool closed = end < count() && (tok(end).mark != 0 || kinds_.kinds[end] != 0);
      if (taken_[i + 1] || end - i - 1 < (closed ? 2u : 3u) || (end < count() && is_dot(end))) continue;
      add_wide_name(i + 1, end, PartyType::kPerson);
    }
  }

  void add_wide() {
    add_transcribed();
    std::vector<std::pair<uint32_t, uint32_t>> persons;
    for (uint32_t i = 0; i + 2 < count(); ++i) {
      const bool role = kinds_.is(i, Kind::kPerson) || kinds_.is(i, Kind::kSpokesman) || kinds_.is(i, Kind::kTitle);
      if (!role || (i + 1 < count() && (kinds_.is(i + 1, Kind::kPerson) || kinds_.is(i + 1, Kind::kSpokesman) ||
                                        kinds_.is(i + 1, Kind::kTitle))))
        continue;
      uint32_t end = i + 1;
      // 郑若澜: characters of names that are function words elsewhere
      static constexpr std::string_view kGiven = "若如和正同自应言明可以为";
      while (end < count() && tok(end).is_wide && end < i + 5 &&
             (kinds_.kinds[end] == 0 || (end == i + 2 && end + 1 < count() && tok(end + 1).is_wide &&
                                         kinds_.kinds[end + 1] == 0 && kGiven.find(tok(end).fold) != kGiven.npos)))
        ++end;
      const uint32_t n = end - i - 1;
      if (n < 2 || n > 3) {
        if (n < 4) continue;
        end = i + 4;
      }
      if (!is_name_word(NameWord::kHanSurname, tok(i + 1).fold)) continue;
      if (n > 3 && !(end < count() && kinds_.kinds[end] != 0)) continue;
      persons.emplace_back(i + 1, end);
    }
    // 李明说: a surname and one or two characters between the clause's start and the verb of saying
    for (uint32_t i = 0; i + 2 < count(); ++i) {
      const bool starts = i == 0 || !tok(i - 1).is_wide || tok(i - 1).block != tok(i).block;
      if (!tok(i).is_wide || !starts || !is_name_word(NameWord::kHanSurname, tok(i).fold) || taken_[i]) continue;
      uint32_t end = i;
      while (end < i + 4 && end < count() && tok(end).is_wide && kinds_.kinds[end] == 0) ++end;
      if (end - i < 2 || end - i > 3 || tok(end - 1).fold == "方" || !kinds_.is(end, Kind::kCue)) continue;
      persons.emplace_back(i, end);
    }
    for (const auto& [begin, end] : persons) add_wide_name(begin, end, PartyType::kPerson);
    struct Ending {
      std::string_view characters;
      NameWord kind;
    };
    std::vector<Ending> endings;  // those of bodies before those of trades: 能源部, 能源
    for (const NameWord kind :
         {NameWord::kHanFirm, NameWord::kHanOrganization, NameWord::kHanBody, NameWord::kHanTrade})
      for (const std::string_view word : name_words(kind)) endings.push_back({word, kind});
    // a company name: from a clause's start or a function word to its legal form, not longer than sixteen characters
    for (uint32_t i = 0; i < count(); ++i) {
      for (const auto& [ending, kind] : endings) {
        const uint32_t n = static_cast<uint32_t>(ending.size() / 3);
        if (i + n > count()) continue;
        std::string here;
        for (uint32_t k = i; k < i + n; ++k) here += tok(k).fold;
        if (here != ending) continue;
        uint32_t begin = i;
        const auto joins = [&](uint32_t k) {  // 海事及港务管理局
          return tok(k).fold == "及" && k > 0 && tok(k - 1).is_wide && !(kinds_.kinds[k - 1] & kFunctionWords);
        };
        while (begin > 0 && i - begin < 16 && tok(begin - 1).is_wide && tok(begin - 1).end == tok(begin).begin &&
               tok(begin - 1).block == tok(i).block && !taken_[begin - 1] &&
               (!(kinds_.kinds[begin - 1] & (kFunctionWords | bit(Kind::kCue))) || joins(begin - 1)) &&
               !kinds_.is(begin - 1, Kind::kPerson))
          --begin;
        const bool trade = kind == NameWord::kHanTrade;
        // 卸给了润禾石化, 槟城的海穗航运: what stands before the name
        for (uint32_t k = begin; trade && k < i; ++k)
          if (tok(k).fold == "了" || tok(k).fold == "着" || tok(k).fold == "过" || tok(k).fold == "的" ||
              tok(k).fold == "家" || tok(k).fold == "是")
            begin = k + 1;
        if (i - begin < 2 && ending != "外交部" && ending != "商务部") continue;
        // 一家香港贸易公司, 船东公司: a description, no name
        if (begin > 0 && kinds_.is(begin - 1, Kind::kDeterminer) && tok(begin - 1).is_wide) continue;
        if (i > begin && (tok(i - 1).fold == "家" || tok(i - 1).fold == "间")) continue;  // 十七家公司
        bool own = false;
        for (uint32_t k = begin; k < i; ++k) own = own || kinds_.kinds[k] == 0 || kinds_.state[k];
        if (!own) continue;
        if (trade) {  // a trade is a name only where nothing else is made of it: 恒远物流说, not 物流成本
          const uint32_t after = i + n;
          if (after < count() && tok(after).is_wide && kinds_.kinds[after] == 0) continue;
          bool known = false;
          for (uint32_t k = begin; k < i; ++k) known = known || kinds_.kinds[k] != 0;
          if (known || i - begin > 6) continue;
        }
        add_wide_name(begin, i + n,
                      kind == NameWord::kHanFirm || trade  ? PartyType::kCompany
                      : kind == NameWord::kHanOrganization ? PartyType::kOrganization
                                                           : PartyType::kPublicBody);
      }
    }
    // 伊朗石油部: a state's ministry, whatever it is for
    for (uint32_t i = 2; i < count(); ++i) {
      if (tok(i).fold != "部" || taken_[i]) continue;
      static constexpr std::string_view kParts = "东西南北中内全总局腹头尾底顶上下外大一";  // 东部, 全部: a part
      if (kParts.find(tok(i - 1).fold) != std::string_view::npos) continue;
      if (i + 1 < count() && tok(i + 1).is_wide && tok(i + 1).block == tok(i).block && kinds_.kinds[i + 1] == 0)
        continue;
      uint32_t begin = i;
      while (begin > 0 && i - begin < 9 && tok(begin - 1).is_wide && !taken_[begin - 1] &&
             !(kinds_.kinds[begin - 1] & (kFunctionWords | bit(Kind::kCue) | bit(Kind::kPerson))))
        --begin;
      uint32_t state = i;  // the last state's name before it
      for (uint32_t k = begin; k < i; ++k)
        if (kinds_.state[k] && (k == begin || kinds_.state[k - 1] != kinds_.state[k])) state = k;
      if (state >= i || i - state < 3) continue;
      add_wide_name(state, i + 1, PartyType::kPublicBody);
    }
    for (const Quote& quote : quotes_) {  // 船东公司“…”, 油轮“…”: a name behind the noun of what it is
      const uint32_t begin = token_at(quote.inner.begin), end = token_at(quote.inner.end),
                     mark = token_at(quote.outer.begin);
      if (quote.is_direct || mark == 0 || begin >= end || end - begin > 10 || taken_[begin] ||
          tok(mark - 1).block != tok(mark).block)
        continue;
      bool marks = false;
      for (uint32_t k = begin; k < end; ++k) marks = marks || (tok(k).mark != 0 && tok(k).mark != 0xb7);
      const auto before = [&](Kind kind) { return kinds_.is(mark - 1, kind); };
      const bool vessel = before(Kind::kGoods) || tok(mark - 1).fold == "轮" || tok(mark - 1).fold == "船";
      const bool thing = before(Kind::kCompany) || before(Kind::kBody) || before(Kind::kMedia);
      if (marks || !(thing || (vessel && tok(end - 1).fold == "号"))) continue;
      add_wide_name(
          begin, end,
          thing ? before(Kind::kCompany) ? PartyType::kCompany : PartyType::kOrganization : PartyType::kVessel);
      if (before(Kind::kMedia)) out_.parties.back().is_medium = true;
    }
    for (uint32_t i = 0; i + 2 < count(); ++i) {  // 《…》报道, 告诉《…》: a paper, where somebody speaks in it or to it
      if (tok(i).mark != 0x300a) continue;
      uint32_t end = i + 1;
      while (end < count() && end < i + 12 && tok(end).mark == 0) ++end;
      if (end >= count() || tok(end).mark != 0x300b || end == i + 1 || taken_[i + 1]) continue;
      const uint32_t behind = end + 1;
      const auto speaks = [&](uint32_t k, bool front) {
        return k < count() && tok(k).block == tok(i).block &&
               (kinds_.is(k, Kind::kCue) || kinds_.is(k, Kind::kMedia) ||
                (front ? kinds_.is(k, Kind::kPreposition) : kinds_.is(k, Kind::kTime) || kinds_.is(k, Kind::kPerson)));
      };
      if (!speaks(behind, false) && !(i > 0 && speaks(i - 1, true) && tok(i - 1).fold != "在")) continue;
      add_wide_name(i + 1, end, PartyType::kOrganization);
      out_.parties.back().is_medium = true;
    }
    for (const Quote& quote : quotes_) {  // 下称“港岳”
      const uint32_t begin = token_at(quote.inner.begin), end = token_at(quote.inner.end),
                     mark = token_at(quote.outer.begin);
      if (mark < 2 || end - begin > 5 || begin >= end) continue;
      if (tok(mark - 1).fold == "称" || tok(mark - 1).fold == "稱") {
        int best = -1;
        for (const auto& [party, words] : words_)
          if (out_.parties[party].first < quote.outer.begin &&
              (best < 0 || out_.parties[party].first > out_.parties[best].first))
            best = party;
        if (best < 0) continue;
        spread(folds(begin, end), best);
      }
    }
  }

  void add_wide_name(uint32_t begin, uint32_t end, PartyType type) {
    if (taken_[begin]) return;
    const std::vector<std::string> words = folds(begin, end);
    Party party;
    party.name = text_.view({tok(begin).begin, tok(end - 1).end});
    party.type = type;
    if (type == PartyType::kPublicBody &&
        kinds_.state[begin]) {  // 俄罗斯外交部 speaks for a state, and is not the state
      party.state = kinds_.state[begin]->value;
      for (uint32_t t = end; t > begin && tok(t - 1).is_wide && !kinds_.state[t - 1]; --t)
        party.head.insert(0, tok(t - 1).fold);
    }
    if (party.name.ends_with("广播公司") || party.name.ends_with("電視台") || party.name.ends_with("電視臺"))
      party.is_medium = true;
    const int number = out_.add(std::move(party));
    set_words(number, words);
    spread(words, number);
    if (type == PartyType::kPerson) {  // 何律师
      for (const uint32_t k : places_of(words[0]))
        if (k + 1 < count() && !taken_[k] && kinds_.is(k + 1, Kind::kTitle)) {
          uint32_t e = k + 2;
          while (e < count() && kinds_.is(e, Kind::kTitle)) ++e;
          mention(number, {tok(k).begin, tok(e - 1).end});
          for (uint32_t t = k; t < e; ++t) taken_[t] = true;
        }
    }
  }

  // Where `fold` stands in the text.
  const std::vector<uint32_t>& places_of(const std::string& fold) {
    if (places_of_.empty())
      for (uint32_t k = 0; k < count(); ++k) places_of_[tok(k).fold].push_back(k);
    return places_of_[fold];
  }

  // Marks every place where `words` stand.
  void spread(const std::vector<std::string>& words, int party) {
    for (const uint32_t k : places_of(words.front())) {
      if (k + words.size() > count()) break;
      bool same = !taken_[k];
      for (size_t w = 0; w < words.size() && same; ++w)
        same = tok(k + static_cast<uint32_t>(w)).fold == words[w] && !taken_[k + w];
      if (!same) continue;
      const uint32_t end = k + static_cast<uint32_t>(words.size());
      mention(party, {tok(k).begin, tok(end - 1).end});
      for (uint32_t t = k; t < end; ++t) taken_[t] = true;
    }
  }

  const Text& text_;
  const TokenKinds& kinds_;
  const std::vector<Quote>& quotes_;
  Parties out_;
  std::vector<bool> taken_, starts_;
  std::unordered_set<std::string> small_, amid_;   // words seen with a small letter; with a capital amid a sentence
  std::map<int, std::vector<std::string>> words_;  // of each party's fullest name
  // Parties by the first word of their names, by the last, and, of one word, by that.
  std::unordered_map<std::string, std::vector<int>> by_first_, by_last_, by_only_;
  static constexpr uint32_t kLongestBracket = 40;  // tokens
  static constexpr size_t kMostOfOneWord = 512;    // parties that are told apart: time stays linear in the page
  std::unordered_map<std::string, std::vector<uint32_t>> places_of_;  // tokens by fold, where names are spread
  std::unordered_map<std::string, int> acronyms_;
  std::unordered_set<int> sure_;                 // parties whose type something beside a name tells
  std::unordered_map<std::string, int> quoted_;  // how often a short quotation begins so
  std::set<int> named_state_;
  std::unordered_set<std::string> places_;
  bool has_case_ = true;
};

}  // namespace

std::string_view party_type_name(PartyType type) { return kTypeNames[static_cast<size_t>(type)]; }

bool are_alike(std::string_view a, std::string_view b) {
  if (a == b) return true;
  size_t k = 0;
  while (k < std::min(a.size(), b.size()) && a[k] == b[k]) ++k;
  const bool wide = !a.empty() && (static_cast<unsigned char>(a[0]) >= 0xc3);
  const size_t letter = wide ? 2 : 1;
  if (k < 4 * letter || 10 * k < 6 * std::max(a.size(), b.size())) return false;
  return a.size() - k <= 3 * letter && b.size() - k <= 3 * letter && wide;  // only scripts whose names take endings
}

std::vector<Mention> Parties::inside(Span span) const {
  std::vector<Mention> out;
  auto at = std::lower_bound(mentions.begin(), mentions.end(), span.begin,
                             [](const Mention& m, uint32_t b) { return m.span.begin < b; });
  for (; at != mentions.end() && at->span.begin < span.end; ++at)
    if (at->span.end <= span.end) out.push_back(*at);
  return out;
}

void Parties::insert(Mention mention) {
  const auto before = [](const Mention& a, const Mention& b) {
    return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end;
  };
  mentions.insert(std::upper_bound(mentions.begin(), mentions.end(), mention, before), mention);
}

size_t Parties::first_from(uint32_t byte) const {
  return static_cast<size_t>(std::lower_bound(mentions.begin(), mentions.end(), byte,
                                              [](const Mention& m, uint32_t b) { return m.span.begin < b; }) -
                             mentions.begin());
}

void Parties::sort() {
  std::sort(mentions.begin(), mentions.end(), [](const Mention& a, const Mention& b) {
    if (a.span.begin != b.span.begin) return a.span.begin < b.span.begin;
    if (a.span.end != b.span.end) return a.span.end > b.span.end;
    return a.party < b.party;
  });
  const auto same = [](const Mention& a, const Mention& b) { return a.span == b.span && a.party == b.party; };
  mentions.erase(std::unique(mentions.begin(), mentions.end(), same), mentions.end());
}

// Rows that tell gender, or what else a noun is called, and leave their words unknown where nobody asks for them.
static bool is_asked_for(std::string_view value) {
  for (const std::string_view row : {"given name", "akin", "demonym", "calls again", "one holds it", "published it"})
    if (value == row) return true;
  return false;
}

TokenKinds token_kinds(const Text& text, const Lexicon& lexicon) {
  TokenKinds out;
  const auto n = static_cast<uint32_t>(text.tokens.size());
  out.kinds.assign(n, 0);
  out.state.assign(n, nullptr);
  std::vector<Found> found;
  for (uint32_t block = 0; block + 1 < text.heads.size(); ++block) {
    for (uint32_t i = text.heads[block]; i < text.heads[block + 1];) {
      found.clear();
      if (text.tokens[i].mark == 0) lexicon.find(text.tokens, i, text.heads[block + 1], found);
      if (text.language == "en" && !text.tokens[i].is_capital)
        std::erase_if(found, [&](const Found& f) {  // the port said: no town
          return f.lexeme->kind == Kind::kPlace && f.end > i + 1 && text.tokens[f.end - 1].fold == "said";
        });
      uint32_t end = i + 1;
      for (const Found& f : found)
        if (f.lexeme->detail.find("gap") == std::string::npos) end = std::max(end, f.end);
      for (const Found& f : found) {
        if (f.end != end || f.lexeme->detail.find("gap") != std::string::npos) continue;
        if (f.lexeme->kind == Kind::kStop && is_asked_for(f.lexeme->value)) continue;
        for (uint32_t k = i; k < end; ++k) {
          out.kinds[k] |= uint64_t{1} << static_cast<int>(f.lexeme->kind);
          const Kind kind = f.lexeme->kind;
          if (kind == Kind::kState || kind == Kind::kCapital || kind == Kind::kOrganWord)
            if (!out.state[k] || kind == Kind::kOrganWord ||
                (kind == Kind::kCapital && out.state[k]->kind == Kind::kState && false))
              out.state[k] = f.lexeme;
        }
      }
      i = end;
    }
  }
  return out;
}

Parties find_parties(const Text& text, const TokenKinds& kinds, const std::vector<Quote>& quotes,
                     const std::vector<Sentence>& sentences, std::span<const ListedMention> listed) {
  return PartyFinder(text, kinds, quotes, sentences).find(listed);
}

}  // namespace cordon::reading
