// Chinese names, which no capital and no blank sets apart: persons by surname, sounds and the noun of an office beside
// them, firms and bodies by what their names end with, others by quotation marks.
#include "reading/name_words.h"
#include "reading/party_finder.h"

namespace cordon::reading {

// Chinese: a name of two or three characters behind a role and before a verb; companies by what they end with.
// Does the character write a sound of foreign names?
bool PartyFinder::is_sound(uint32_t i) const {
  return i < count() && tok(i).is_wide && is_name_word(NameWord::kHanSound, tok(i).fold) && !kinds_.state[i] &&
         !(kinds_.kinds[i] & (kFunctionWords | bit(Kind::kCue) | bit(Kind::kPerson) | bit(Kind::kBody)));
}

// 吉德翁·萨尔: a foreign name written by sound, its parts set apart by dots; and, behind the noun of an office, one
// without dots: 发言人佩斯科夫.
void PartyFinder::add_transcribed() {
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
    if (!is(i, Kind::kPerson) && !is(i, Kind::kSpokesman) && !is(i, Kind::kTitle)) continue;
    const uint32_t end = run_behind(i + 1);
    const bool closed = end < count() && (tok(end).mark != 0 || kinds_.kinds[end] != 0);
    if (taken_[i + 1] || end - i - 1 < (closed ? 2u : 3u) || (end < count() && is_dot(end))) continue;
    add_wide_name(i + 1, end, PartyType::kPerson);
  }
}

void PartyFinder::add_wide() {
  add_transcribed();
  std::vector<std::pair<uint32_t, uint32_t>> persons;
  for (uint32_t i = 0; i + 2 < count(); ++i) {
    const bool role = is(i, Kind::kPerson) || is(i, Kind::kSpokesman) || is(i, Kind::kTitle);
    if (!role ||
        (i + 1 < count() && (is(i + 1, Kind::kPerson) || is(i + 1, Kind::kSpokesman) || is(i + 1, Kind::kTitle))))
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
    if (end - i < 2 || end - i > 3 || tok(end - 1).fold == "方" || !is(end, Kind::kCue)) continue;
    persons.emplace_back(i, end);
  }
  for (const auto& [begin, end] : persons) add_wide_name(begin, end, PartyType::kPerson);
  struct Ending {
    std::string_view characters;
    NameWord kind;
  };
  std::vector<Ending> endings;  // those of bodies before those of trades: 能源部, 能源
  for (const NameWord kind : {NameWord::kHanFirm, NameWord::kHanOrganization, NameWord::kHanBody, NameWord::kHanTrade})
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
             !is(begin - 1, Kind::kPerson))
        --begin;
      const bool trade = kind == NameWord::kHanTrade;
      // 卸给了润禾石化, 槟城的海穗航运: what stands before the name
      for (uint32_t k = begin; trade && k < i; ++k)
        if (tok(k).fold == "了" || tok(k).fold == "着" || tok(k).fold == "过" || tok(k).fold == "的" ||
            tok(k).fold == "家" || tok(k).fold == "是")
          begin = k + 1;
      if (i - begin < 2 && ending != "外交部" && ending != "商务部") continue;
      // 一家香港贸易公司, 船东公司: a description, no name
      if (begin > 0 && is(begin - 1, Kind::kDeterminer) && tok(begin - 1).is_wide) continue;
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
    if (i + 1 < count() && tok(i + 1).is_wide && tok(i + 1).block == tok(i).block && kinds_.kinds[i + 1] == 0) continue;
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
    const auto before = [&](Kind kind) { return is(mark - 1, kind); };
    const bool vessel = before(Kind::kGoods) || tok(mark - 1).fold == "轮" || tok(mark - 1).fold == "船";
    const bool thing = before(Kind::kCompany) || before(Kind::kBody) || before(Kind::kMedia);
    if (marks || !(thing || (vessel && tok(end - 1).fold == "号"))) continue;
    add_wide_name(begin, end,
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
             (is(k, Kind::kCue) || is(k, Kind::kMedia) ||
              (front ? is(k, Kind::kPreposition) : is(k, Kind::kTime) || is(k, Kind::kPerson)));
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

void PartyFinder::add_wide_name(uint32_t begin, uint32_t end, PartyType type) {
  if (taken_[begin]) return;
  const Words words = folds(begin, end);
  Party party;
  party.name = text_.view({tok(begin).begin, tok(end - 1).end});
  party.type = type;
  if (type == PartyType::kPublicBody && kinds_.state[begin]) {  // 俄罗斯外交部 speaks for a state, and is not the state
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
      if (k + 1 < count() && !taken_[k] && is(k + 1, Kind::kTitle)) {
        uint32_t e = k + 2;
        while (e < count() && is(e, Kind::kTitle)) ++e;
        mention(number, {tok(k).begin, tok(e - 1).end});
        for (uint32_t t = k; t < e; ++t) taken_[t] = true;
      }
  }
}

}  // namespace cordon::reading
