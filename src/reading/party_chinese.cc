// Chinese names, which no capital and no blank sets apart: persons by surname, sounds and the noun of an office beside
// them, firms and bodies by what their names end with, others by the marks round them.
#include <algorithm>

#include "reading/name_words.h"
#include "reading/party_finder.h"

namespace cordon::reading {
namespace {

constexpr size_t kHanBytes = 3;                                  // of a character in UTF-8
constexpr char32_t kOpensTitle = 0x300a, kClosesTitle = 0x300b;  // 《》

bool is_name_dot(char32_t mark) { return mark == 0xb7 || mark == 0x30fb || mark == 0x2022; }

}  // namespace

void PartyFinder::add_wide() {
  add_transcribed();
  add_transcribed_at_offices();
  add_han_persons();
  add_names_by_ending();
  add_ministries();
  add_marked_names();
  add_papers();
  add_short_names();
}

// 吉德翁·萨尔: a foreign name written by sound, its parts set apart by dots
void PartyFinder::add_transcribed() {
  for (uint32_t i = 1; i + 1 < count(); ++i) {
    if (!is_name_dot(tok(i).mark) || taken_[i]) continue;
    const uint32_t begin = sounds_begin(i);
    if (begin == i) continue;
    std::vector<std::pair<uint32_t, uint32_t>> parts = {{begin, i}};
    uint32_t end = i;
    while (end < count() && is_name_dot(tok(end).mark)) {
      const uint32_t next = sounds_end(end + 1);
      if (next == end + 1) break;
      parts.emplace_back(end + 1, next);
      end = next;
    }
    if (parts.size() < 2) continue;
    const int number = add_wide_name(begin, end, PartyType::kPerson);
    for (size_t k = parts.size(); k-- > 0;)  // the surname, then the first name
      if (parts[k].second - parts[k].first >= 2) spread(folds(parts[k].first, parts[k].second), number);
  }
}

// 发言人佩斯科夫: one without dots, behind the noun of an office
void PartyFinder::add_transcribed_at_offices() {
  for (uint32_t i = 0; i + 2 < count(); ++i) {
    if (!is_role(i)) continue;
    const uint32_t end = sounds_end(i + 1);
    const bool closed = end < count() && (tok(end).mark != 0 || kinds_.kinds[end] != 0);
    const bool dotted = end < count() && is_name_dot(tok(end).mark);
    if (taken_[i + 1] || dotted || end - i - 1 < (closed ? 2U : 3U)) continue;
    add_wide_name(i + 1, end, PartyType::kPerson);
  }
}

// Returns where the characters of one part of a foreign name end that begin at token `i`.
uint32_t PartyFinder::sounds_end(uint32_t i) const {
  uint32_t end = i;
  while (end < i + kMostSounds && is_sound(end) && !taken_[end] && tok(end).block == tok(i).block) ++end;
  return end;
}

// Returns where those begin that end before token `i`.
uint32_t PartyFinder::sounds_begin(uint32_t i) const {
  uint32_t begin = i;
  while (begin > 0 && i - begin < kMostSounds && is_sound(begin - 1) && !taken_[begin - 1] &&
         tok(begin - 1).block == tok(i).block)
    --begin;
  return begin;
}

// Does the character write a sound of foreign names?
bool PartyFinder::is_sound(uint32_t i) const {
  return i < count() && tok(i).is_wide && is_name_word(NameWord::kHanSound, tok(i).fold) && !kinds_.state[i] &&
         !(kinds_.kinds[i] & (kFunctionWords | bit(Kind::kCue) | bit(Kind::kPerson) | bit(Kind::kBody)));
}

// A surname and one or two characters behind the noun of an office, or (李明说) between the clause's start and the verb
// of saying.
void PartyFinder::add_han_persons() {
  std::vector<std::pair<uint32_t, uint32_t>> persons;
  for (uint32_t i = 0; i + 2 < count(); ++i) {
    if (!is_role(i) || is_role(i + 1) || !is_name_word(NameWord::kHanSurname, tok(i + 1).fold)) continue;
    uint32_t end = i + 1;
    while (end < count() && end < i + 5 && tok(end).is_wide &&
           (kinds_.kinds[end] == 0 || (end == i + 2 && is_given_character(end))))
      ++end;
    const uint32_t size = end - i - 1;
    if (size == 2 || size == 3) persons.emplace_back(i + 1, end);
  }
  for (uint32_t i = 0; i + 2 < count(); ++i) {
    // 现年58岁的王明海说: or behind what describes him
    const bool starts = i == 0 || !tok(i - 1).is_wide || tok(i - 1).block != tok(i).block || tok(i - 1).fold == "的";
    if (!tok(i).is_wide || !starts || !is_name_word(NameWord::kHanSurname, tok(i).fold) || taken_[i]) continue;
    uint32_t end = i;
    while (end < i + 4 && end < count() && tok(end).is_wide && kinds_.kinds[end] == 0) ++end;
    if (end >= count() || end - i < 2 || end - i > 3 || tok(end - 1).fold == "方" || !speaks_soon(end)) continue;
    persons.emplace_back(i, end);
  }
  for (const auto& [begin, end] : persons) add_wide_name(begin, end, PartyType::kPerson);
}

// 李明说, 李明也说, 李明周一在柏林说, 李明对此予以否认: does a verb of saying follow at token `i`, at once or behind an
// adverb, a time, a place or the object?
bool PartyFinder::speaks_soon(uint32_t i) const {
  constexpr uint32_t kMostCharacters = 10;
  if (is(i, Kind::kCue)) return true;
  constexpr std::string_view kLeads = "在将把对就未";
  const bool leads = is(i, Kind::kAdverb) || is(i, Kind::kTime) || is(i, Kind::kNegation) ||
                     (i < count() && tok(i).is_wide && kLeads.find(tok(i).fold) != std::string_view::npos);
  if (!leads) return false;
  for (uint32_t k = i; k < count() && k < i + kMostCharacters && tok(k).mark == 0; ++k)
    if (is(k, Kind::kCue)) return true;
  return false;
}

// 郑若澜: a character of names that is a function word elsewhere, with an unknown one behind it
bool PartyFinder::is_given_character(uint32_t i) const {
  constexpr std::string_view kGiven = "若如和正同自应言明可以为";
  return i + 1 < count() && tok(i + 1).is_wide && kinds_.kinds[i + 1] == 0 &&
         kGiven.find(tok(i).fold) != std::string_view::npos;
}

// 中远海运集团: from a clause's start or a function word to what such names end with
void PartyFinder::add_names_by_ending() {
  for (uint32_t i = 0; i < count(); ++i)
    // bodies before trades: 能源部, 能源
    for (const NameWord kind :
         {NameWord::kHanFirm, NameWord::kHanOrganization, NameWord::kHanBody, NameWord::kHanTrade})
      for (const std::string_view ending : name_words(kind)) {
        if (stands_at(i, ending)) add_name_with_ending(i, ending, kind);
      }
}

// Do the characters stand at token `i`?
bool PartyFinder::stands_at(uint32_t i, std::string_view characters) const {
  const auto end = i + static_cast<uint32_t>(characters.size() / kHanBytes);
  if (end > count()) return false;
  std::string here;
  for (uint32_t k = i; k < end; ++k) here += tok(k).fold;
  return here == characters;
}

// Adds the name that ends with `ending` at token `i`, where it has one.
void PartyFinder::add_name_with_ending(uint32_t i, std::string_view ending, NameWord kind) {
  const auto end = i + static_cast<uint32_t>(ending.size() / kHanBytes);
  const bool trade = kind == NameWord::kHanTrade;
  const uint32_t begin = behind_particle(han_name_begin(i), i, trade);
  if (i - begin < 2 && ending != "外交部" && ending != "商务部") return;
  // 一家香港贸易公司, 船东公司: a description, no name
  if (begin > 0 && is(begin - 1, Kind::kDeterminer) && tok(begin - 1).is_wide) return;
  if (i > begin && (tok(i - 1).fold == "家" || tok(i - 1).fold == "间")) return;  // 十七家公司
  bool own = false, known = false;
  for (uint32_t k = begin; k < i; ++k) {
    own = own || kinds_.kinds[k] == 0 || kinds_.state[k];
    known = known || kinds_.kinds[k] != 0;
  }
  if (!own) return;
  if (trade) {  // a trade is a name only where nothing else is made of it: 恒远物流说, not 物流成本
    if (end < count() && tok(end).is_wide && (kinds_.kinds[end] == 0 || is(end, Kind::kBody))) return;
    if (known || i - begin > 6) return;
  }
  add_wide_name(begin, end,
                kind == NameWord::kHanFirm || trade  ? PartyType::kCompany
                : kind == NameWord::kHanOrganization ? PartyType::kOrganization
                                                     : PartyType::kPublicBody);
}

// Returns where the name begins whose ending stands at token `i`: at most sixteen characters before it.
uint32_t PartyFinder::han_name_begin(uint32_t i) const {
  const auto joins = [&](uint32_t k) {  // 海事及港务管理局
    return tok(k).fold == "及" && k > 0 && tok(k - 1).is_wide && !(kinds_.kinds[k - 1] & kFunctionWords);
  };
  uint32_t begin = i;
  while (begin > 0 && i - begin < 16 && tok(begin - 1).is_wide && tok(begin - 1).end == tok(begin).begin &&
         tok(begin - 1).block == tok(i).block && !taken_[begin - 1] &&
         (!(kinds_.kinds[begin - 1] & (kFunctionWords | bit(Kind::kCue))) || joins(begin - 1)) &&
         !is(begin - 1, Kind::kPerson))
    --begin;
  return begin;
}

// 卸给了润禾石化, 槟城的海穗航运, 总部位于汉堡的北风公司: what stands before the name
uint32_t PartyFinder::behind_particle(uint32_t begin, uint32_t end, bool trade) const {
  for (uint32_t k = end; k-- > begin;) {
    if (tok(k).fold == "的") return k + 1;
    for (const std::string_view particle : {"了", "着", "过", "家", "是"})
      if (trade && tok(k).fold == particle) return k + 1;
  }
  return begin;
}

// 伊朗石油部: a state's ministry, whatever it is for
void PartyFinder::add_ministries() {
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
    if (state < i && i - state >= 3) add_wide_name(state, i + 1, PartyType::kPublicBody);
  }
}

// 船东公司“…”, 油轮“…”: a name behind the noun of what it is
void PartyFinder::add_marked_names() {
  for (const Quote& quote : quotes_) {
    const uint32_t begin = token_at(quote.inner.begin), end = token_at(quote.inner.end),
                   mark = token_at(quote.outer.begin);
    if (quote.is_direct || mark == 0 || begin >= end || end - begin > 10 || taken_[begin] ||
        tok(mark - 1).block != tok(mark).block)
      continue;
    bool marks = false;
    for (uint32_t k = begin; k < end; ++k) marks = marks || (tok(k).mark != 0 && tok(k).mark != 0xb7);
    const bool company = is(mark - 1, Kind::kCompany), medium = is(mark - 1, Kind::kMedia);
    const bool thing = company || medium || is(mark - 1, Kind::kBody);
    const bool vessel = is(mark - 1, Kind::kGoods) || tok(mark - 1).fold == "轮" || tok(mark - 1).fold == "船";
    if (marks || !(thing || (vessel && tok(end - 1).fold == "号"))) continue;
    const int party = add_wide_name(begin, end,
                                    company ? PartyType::kCompany
                                    : thing ? PartyType::kOrganization
                                            : PartyType::kVessel);
    if (medium) out_.parties[party].is_medium = true;
  }
}

// 《…》报道, 告诉《…》: a paper, where somebody speaks in it or to it
void PartyFinder::add_papers() {
  for (uint32_t i = 0; i + 2 < count(); ++i) {
    if (tok(i).mark != kOpensTitle) continue;
    uint32_t end = i + 1;
    while (end < count() && end < i + 12 && tok(end).mark == 0) ++end;
    if (end >= count() || tok(end).mark != kClosesTitle || end == i + 1 || taken_[i + 1]) continue;
    const auto is_one = [&](uint32_t k, std::initializer_list<Kind> kinds) {
      return k < count() && tok(k).block == tok(i).block &&
             std::ranges::any_of(kinds, [&](Kind kind) { return is(k, kind); });
    };
    const bool spoken_in = is_one(end + 1, {Kind::kCue, Kind::kMedia, Kind::kTime, Kind::kPerson});
    const bool spoken_to =
        i > 0 && is_one(i - 1, {Kind::kCue, Kind::kMedia, Kind::kPreposition}) && tok(i - 1).fold != "在";
    if (spoken_in || spoken_to) out_.parties[add_wide_name(i + 1, end, PartyType::kOrganization)].is_medium = true;
  }
}

// 下称“港岳”: a short name of the party named last before it
void PartyFinder::add_short_names() {
  for (const Quote& quote : quotes_) {
    const uint32_t begin = token_at(quote.inner.begin), end = token_at(quote.inner.end),
                   mark = token_at(quote.outer.begin);
    if (mark < 2 || end - begin > 5 || begin >= end) continue;
    if (tok(mark - 1).fold != "称" && tok(mark - 1).fold != "稱") continue;
    int best = -1;
    for (const auto& [party, words] : words_)
      if (out_.parties[party].first < quote.outer.begin &&
          (best < 0 || out_.parties[party].first > out_.parties[best].first))
        best = party;
    if (best >= 0) spread(folds(begin, end), best);
  }
}

// Adds the party of a name that no other has taken, and mentions wherever the name stands. Returns its number, else -1.
int PartyFinder::add_wide_name(uint32_t begin, uint32_t end, PartyType type) {
  if (taken_[begin]) return -1;
  const Words words = folds(begin, end);
  Party party;
  party.name = text_.view(span_of(begin, end));
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
  if (type == PartyType::kPerson) add_titled_surname(words.front(), number);
  return number;
}

// 何律师: a person's surname and a title
void PartyFinder::add_titled_surname(const std::string& surname, int party) {
  for (const uint32_t k : places_of(surname)) {
    if (k + 1 >= count() || taken_[k] || !is(k + 1, Kind::kTitle)) continue;
    uint32_t end = k + 2;
    while (end < count() && is(end, Kind::kTitle)) ++end;
    mention(party, span_of(k, end));
    take(k, end);
  }
}

}  // namespace cordon::reading
