// The words that name a speaker: their head, whose they are, the name among them.

#include <algorithm>
#include <unordered_set>

#include "reading/slavic_words.h"
#include "reading/speaker_finder.h"
#include "reading/text_words.h"

namespace cordon::reading {

bool SpeakerFinder::is_document(int party, Span span) const {
  if (party >= 0 && parties_.parties[party].is_document) return true;
  for (uint32_t i = token_at(span.begin); i < token_at(span.end); ++i)
    if (is(i, Kind::kDocument)) return true;
  return false;
}

bool SpeakerFinder::is_noun(uint32_t i) const {
  for (const Kind kind :
       {Kind::kPerson, Kind::kSpokesman, Kind::kSourceWord, Kind::kBody, Kind::kCompany, Kind::kMedia, Kind::kDocument})
    if (is(i, kind)) return true;
  return false;
}

bool SpeakerFinder::is_former_word(std::string_view w) {
  for (const std::string_view start :
       {"former", "retired", "onetime", "ex-", "ex", "бывш", "колишн", "ancien", "früher", "ehemalig", "exfun",
        "antigu", "sabık", "eski", "były", "byłego", "by\u0142a", "سابق"})
    if (w.starts_with(start) && (start != "ex" || w == "ex")) return true;
  return w == "前" || w == "原";
}

SpeakerFinder::Phrase SpeakerFinder::analyze(Span span) const {
  Phrase phrase;
  phrase.begin = token_at(span.begin);
  phrase.end = token_at(span.end);
  const std::vector<Mention> mentions = parties_.inside(span);
  // The head: the last noun before the first preposition, comma or relative; in scripts that put owners behind, the
  // first.
  const bool head_last = text_.language == "en" || is_wide_ || text_.language == "de" || text_.language == "tr";
  uint32_t core_end = phrase.end;
  for (uint32_t i = phrase.begin + 1; i < phrase.end; ++i) {
    const bool of = is(i, Kind::kPreposition) && !is_noun(i) && !is(i, Kind::kTime) && !in_mention(mentions, i) &&
                    tok(i).fold != "\u0628\u0627\u0633\u0645";  // متحدث باسم الوزارة X
    const bool relative = tok(i).fold == "who" || tok(i).fold == "which" || tok(i).fold == "qui" ||
                          tok(i).fold == "que" || tok(i).fold == "that";
    const bool participle = text_.language == "en" && (tok(i).fold == "familiar" || tok(i).fold == "close" ||
                                                       tok(i).fold == "briefed" || tok(i).fold == "seen");
    const bool comma = is_comma_mark(tok(i).mark) && tok(i).mark != U'、';  // 船东代表、律师陈伟豪: one person
    if ((of && i > phrase.begin) || relative || participle || comma || tok(i).mark == U'(') {
      if (is_wide_ && of) continue;
      bool has_noun = false;
      for (uint32_t k = phrase.begin; k < i; ++k) has_noun = has_noun || is_noun(k) || in_mention(mentions, k);
      if (!has_noun) continue;
      core_end = i;
      break;
    }
  }
  for (uint32_t i = phrase.begin; i < phrase.end; ++i) {
    const bool in_core = i < core_end;
    if (is(i, Kind::kPossessive) && phrase.possessive < 0 && in_core) phrase.possessive = static_cast<int>(i);
    if (text_.language == "ar" && phrase.possessive < 0 && in_core && is(i, Kind::kPerson) && tok(i).fold.size() > 8 &&
        tok(i).fold.ends_with("\u0647\u0627"))
      phrase.possessive = static_cast<int>(i);  // مديرها: its director
    if (is_former_word(tok(i).fold) && in_core) phrase.is_former = true;
    // 曾在X公司工作的陈伟, Orbel'de çalışan Ayşe Demir: a witness, and no voice of the firm
    if ((is_wide_ && tok(i).fold == "曾" && i + 1 < phrase.end) || (text_.language == "tr" && tok(i).fold == "çalışan"))
      phrase.is_former = true;
    if (i == phrase.begin && is(i, Kind::kDeterminer)) {
      const std::string& w = tok(i).fold;
      phrase.is_definite = w == "the" || w == "that" || w == "this" || w == "le" || w == "la" || w == "l'" ||
                           w == "der" || w == "die" || w == "das" || w == "dem" || w == "el" || w == "los" ||
                           w == "las" || w == "les" || w == "cette" || w == "este" || w == "esta" || w == "ce" ||
                           w == "ese" || w == "этот" || w == "эта" || w == "该" || w == "该部" || w == "这名" ||
                           w == "cet";
    }
    if (kinds_.state[i] && phrase.state.empty()) phrase.state = kinds_.state[i]->value;
    if (!in_core || !is_noun(i) || in_name(mentions, i)) continue;
    // ein Sprecher des Zollamts: in German the owner stands behind
    if (text_.language == "de" && phrase.head >= 0 && i > phrase.begin && is(i - 1, Kind::kDeterminer)) continue;
    if (head_last || phrase.head < 0) phrase.head = static_cast<int>(i);
  }
  // X، مدیرعامل آن: the office in apposition
  if ((text_.language == "fa" || text_.language == "ar") && phrase.head < 0 && core_end + 1 < phrase.end &&
      is_comma_mark(tok(core_end).mark)) {
    for (uint32_t i = core_end + 1; i < phrase.end && phrase.head < 0; ++i)
      if (is_noun(i) && !in_name(mentions, i)) phrase.head = static_cast<int>(i);
    if (phrase.head >= 0)
      for (uint32_t i = static_cast<uint32_t>(phrase.head) + 1; i < phrase.end && phrase.possessive < 0; ++i)
        if (tok(i).fold == "\u0622\u0646" || is(i, Kind::kPossessive)) phrase.possessive = static_cast<int>(i);
  }
  if (phrase.state.empty()) phrase.state = adjective_state(phrase.begin, phrase.end);
  settle_name(phrase, mentions, core_end);
  // Femke Oudshoorn, one of its spokespeople; X, the bank’s chairman: what the apposition says of who is named
  if (phrase.name >= 0 && phrase.name_span.end <= tok(core_end > 0 ? core_end - 1 : 0).end && core_end < phrase.end &&
      is_comma_mark(tok(core_end).mark))
    for (uint32_t i = core_end + 1; i < phrase.end && !is_comma_mark(tok(i).mark); ++i) {
      if (is(i, Kind::kPossessive) && phrase.possessive < 0) phrase.possessive = static_cast<int>(i);
      if ((is(i, Kind::kPerson) || is(i, Kind::kSpokesman)) && phrase.apposition < 0)
        phrase.apposition = static_cast<int>(i);
    }
  return phrase;
}

std::string SpeakerFinder::adjective_state(uint32_t begin, uint32_t end) const {
  std::vector<Found> found;
  const Lexicon& lexicon = Lexicon::of(text_.language);
  for (uint32_t i = begin; i < end; ++i) {
    found.clear();
    if (tok(i).mark == 0) lexicon.find(text_.tokens, i, end, found);
    for (const Found& f : found)
      if (f.lexeme->kind == Kind::kAdjective || f.lexeme->kind == Kind::kState || f.lexeme->kind == Kind::kCapital)
        return f.lexeme->value;
  }
  return {};
}

bool SpeakerFinder::in_mention(const std::vector<Mention>& mentions, uint32_t i) const {
  return std::any_of(mentions.begin(), mentions.end(),
                     [&](const Mention& m) { return tok(i).begin >= m.span.begin && tok(i).end <= m.span.end; });
}

// Inside a name that is not only a state's.
bool SpeakerFinder::in_name(const std::vector<Mention>& mentions, uint32_t i) const {
  return std::any_of(mentions.begin(), mentions.end(), [&](const Mention& m) {
    return tok(i).begin >= m.span.begin && tok(i).end <= m.span.end &&
           parties_.parties[m.party].type != PartyType::kUnnamed;
  });
}

// Kimya'nın sahibi: the ending of whose something is.
bool SpeakerFinder::is_turkish_genitive(uint32_t i) const {
  if (text_.language != "tr" || tok(i).mark != 0) return false;
  const std::string& word = tok(i).fold;
  if (!word.starts_with("'") && !word.starts_with("\u2019")) return false;
  for (const std::string_view ending : {"ın", "in", "un", "ün"})
    if (word.ends_with(ending)) return true;
  return false;
}

// A source close to X; in Arabic also محامي رامي مخلوف,
// whose lawyer he is, and دبلوماسي لبشار الأسد,
// whom a diplomat tells it: does the person's name at token `first` stand behind a noun for somebody else?
bool SpeakerFinder::is_only_spoken_to_or_of(const Phrase& phrase, const Mention& name, bool behind_comma) const {
  constexpr std::string_view kThe = "ال", kTo = "ل";
  if (phrase.head < 0 || behind_comma) return false;
  const auto head = static_cast<uint32_t>(phrase.head);
  const bool is_behind = tok(head).begin < name.span.begin;
  const bool is_source = is(head, Kind::kSourceWord) && !is(head, Kind::kPerson);
  if (is_source && (is_behind || text_.language == "tr")) return true;  // X'a yakın bir kaynak
  if (text_.language != "ar" || !is_behind) return false;
  const std::string_view before = std::string_view(text_.text).substr(0, name.span.begin);
  const std::string& own = parties_.parties[name.party].name;
  if (before.ends_with(kTo) || (text_.view(name.span).starts_with(kTo) && !own.starts_with(kTo))) return true;
  return head + 1 == token_at(name.span.begin) && is_advocate(head) && !is(head, Kind::kSpokesman) &&
         !tok(head).fold.starts_with(kThe);
}

void SpeakerFinder::settle_name(Phrase& phrase, const std::vector<Mention>& mentions, uint32_t core_end) const {
  std::vector<Mention> outer;
  for (const Mention& m : mentions) {
    if (parties_.parties[m.party].type == PartyType::kUnnamed) continue;
    if (outer.empty() || m.span.begin >= outer.back().span.end)
      outer.push_back(m);
    else if (text_.language == "en" && m.span.end > outer.back().span.end &&
             parties_.parties[outer.back().party].type == PartyType::kState)
      outer.back() = m;  // the US Treasury, of which "the US" is a name too
  }
  if (outer.empty()) return;
  const uint32_t core_byte = core_end > phrase.begin ? tok(core_end - 1).end : 0;
  // A person's name that is not somebody's possessive: its, the director, Miriam Achterberg
  for (const Mention& m : outer) {
    const Party& party = parties_.parties[m.party];
    const uint32_t after = token_at(m.span.end);
    if (text_.language == "en" && m.span.begin > tok(phrase.begin).begin && &m != &outer.front() &&
        (tok(token_at(m.span.begin) - 1).fold == "a" || tok(token_at(m.span.begin) - 1).fold == "an"))
      continue;  // Roth, a Social Democrat
    const bool possessive =
        after < phrase.end && (tok(after).fold == "'s" || tok(after).fold == "’s" || tok(after).mark == U'\'' ||
                               tok(after).fold == "的" || tok(after).mark == 0x2019 || is_turkish_genitive(after));
    if (party.type != PartyType::kPerson || possessive) continue;
    // помощник Трампа Стив Уиткофф: a name at once behind another, which is its owner
    if (is_slavic() && &m != &outer.back() && token_at((&m + 1)->span.begin) == after &&
        parties_.parties[(&m + 1)->party].type == PartyType::kPerson)
      continue;
    // Chatham House araştırmacısı Leyla Osman: where she works
    if (text_.language == "tr" && after < phrase.end && is(after, Kind::kPerson) && &m != &outer.back()) continue;
    if (is_wide_ && after < phrase.end && tok(after).mark == 0) continue;
    const uint32_t first = token_at(m.span.begin);
    uint32_t lead = first;  // without Dr., Mr Justice
    while (lead > phrase.begin && (is(lead - 1, Kind::kTitle) || tok(lead - 1).mark == U'.')) --lead;
    const bool behind_comma = lead > phrase.begin && is_comma_mark(tok(lead - 1).mark);
    const bool in_core = m.span.end <= core_byte || phrase.head < 0;
    bool genitive = false;  // адвокат Рахимовой, der Anwalt von X: governed by the noun, not in apposition to it
    if (first > phrase.begin && is(first - 1, Kind::kPreposition)) genitive = true;
    if (first > phrase.begin && phrase.head >= 0 && !behind_comma && !genitive && is_slavic() &&
        static_cast<uint32_t>(phrase.head) + 1 == first && m.span.end - m.span.begin > 0) {
      const std::string& last = tok(after - 1).fold;
      const bool single = after - first == 1;
      if (single && tok(first).is_all_capitals && after - first == 1) continue;  // собеседник РБК
      genitive =
          single && (last.ends_with("ой") || last.ends_with("ої") || last.ends_with("а") || last.ends_with("я") ||
                     last.ends_with("у") || last.ends_with("ю") || last.ends_with("ого") || last.ends_with("ova"));
    }
    // obrońca Kordasa, mec. Jan Bąk: whose he is, where a whole name ends the phrase
    const bool owner = is_slavic() && phrase.head >= 0 && static_cast<uint32_t>(phrase.head) < first && !behind_comma &&
                       after - first == 1 && &m != &outer.back() && token_at(outer.back().span.end) == phrase.end &&
                       token_at(outer.back().span.end) - token_at(outer.back().span.begin) >= 2 &&
                       parties_.parties[outer.back().party].type == PartyType::kPerson;
    if (genitive || owner || is_only_spoken_to_or_of(phrase, m, behind_comma)) continue;
    // rzeczniczka prokuratury w Lublinie Ewa Karas: the name that ends the phrase is who holds the office
    const bool at_end = is_slavic() && after == phrase.end && after - first >= 2;
    if (in_core || behind_comma || at_end) {
      phrase.name = m.party;
      phrase.name_span = m.span;
      break;
    }
  }
  if (phrase.name < 0 && phrase.head < 0) {
    const uint32_t behind = token_at(outer.front().span.end);  // Latvia’s State Security Service
    const bool owns = text_.language == "en" && behind < phrase.end && tok(behind).fold.ends_with("s") &&
                      tok(behind).fold.size() <= 4 && outer.size() > 1 && token_at(outer[1].span.begin) == behind + 1 &&
                      outer[1].span.end <= core_byte;
    const bool behind_state = text_.language == "en" && outer.size() > 1 && outer[1].span.end <= core_byte &&
                              token_at(outer[1].span.begin) == behind &&  // the U.S. Commerce Department
                              parties_.parties[outer[1].party].type == PartyType::kPublicBody;
    const bool state_first =
        (is_wide_ || owns || behind_state) && parties_.parties[outer.front().party].type == PartyType::kState;
    const Mention& meant = (owns || behind_state) && state_first ? outer[1]
                           : state_first                         ? outer.back()
                                         : outer.front();  // 新加坡海事局: the body, not the state
    phrase.name = meant.party;
    phrase.name_span = meant.span;
    // Beijing’s foreign ministry has a head; “the court in London” too; else the first name is meant
  }
  if (phrase.name < 0 && phrase.head >= 0) {  // the insurer Boreal Mutual; شركة «نهر الرمال»; Russian: агентство Рейтер
    for (const Mention& m : outer) {
      const uint32_t first = token_at(m.span.begin), after = token_at(m.span.end);
      const Party& party = parties_.parties[m.party];
      if (party.type == PartyType::kState || party.type == PartyType::kPerson) continue;
      uint32_t before = first;
      while (before > phrase.begin && is_quote_mark(tok(before - 1).mark)) --before;
      const bool behind_comma = before > phrase.begin && is_comma_mark(tok(before - 1).mark) && core_end + 1 >= before;
      const bool thing =
          is(phrase.head, Kind::kCompany) || is(phrase.head, Kind::kMedia) ||
          (is(phrase.head, Kind::kBody) && !(is_slavic() && is(phrase.head, Kind::kPerson)));  // urzędnicy Komisji
      const bool person_only = (is(phrase.head, Kind::kPerson) || is(phrase.head, Kind::kSpokesman)) && !thing;
      uint32_t lead = before;  // le diamantaire visé, la maison X: what the noun stands for is named behind the comma
      while (lead > phrase.begin && (is(lead - 1, Kind::kCompany) || is(lead - 1, Kind::kDeterminer))) --lead;
      if (person_only && lead < before && lead == core_end + 1 && is_comma_mark(tok(core_end).mark)) {
        phrase.name = m.party;
        phrase.name_span = m.span;
        break;
      }
      if (person_only) continue;
      const bool next_to_head =
          before == static_cast<uint32_t>(phrase.head) + 1 ||
          (static_cast<uint32_t>(phrase.head) + 1 < before && tok(phrase.head + 1).mark == 0 &&
           before <= static_cast<uint32_t>(phrase.head) + 2 && !is(phrase.head + 1, Kind::kPreposition));
      if (thing && (next_to_head || behind_comma) && !is(phrase.head, Kind::kDocument)) {
        phrase.name = m.party;
        phrase.name_span = m.span;
        break;
      }
      (void)after;
    }
  }
  // Hollanda merkezli enstitü Kanaal'ın raporu: of the names that which has the ending of whose
  const auto whose = [&](const Mention& m) {
    return token_at(m.span.end) < phrase.end && is_turkish_genitive(token_at(m.span.end));
  };
  const bool has_whose = std::any_of(outer.begin(), outer.end(), whose);
  for (const Mention& m : outer)
    if (m.party != phrase.name && phrase.owner < 0 && parties_.parties[m.party].type != PartyType::kUnnamed &&
        (!has_whose || whose(m))) {
      phrase.owner = m.party;
      phrase.owner_before = phrase.head >= 0 && m.span.begin < tok(phrase.head).begin;
    }
  phrase.only_name = phrase.name >= 0 && phrase.head < 0;
}

// Forms of one noun: also in Polish and Turkish, whose names in Latin letters take endings.
bool SpeakerFinder::alike(std::string_view a, std::string_view b) const {
  if (are_alike(a, b)) return true;
  if (text_.language != "pl" && text_.language != "tr") return false;
  size_t k = 0;
  while (k < std::min(a.size(), b.size()) && a[k] == b[k]) ++k;
  return k >= 4 && 10 * k >= 6 * std::max(a.size(), b.size());
}

// alike(), and in Arabic with and without the article: الوزير, وزير.
bool SpeakerFinder::is_same_noun(std::string_view a, std::string_view b) const {
  if (text_.language != "ar") return alike(a, b);
  constexpr std::string_view kThe = "ال";
  if (a.starts_with(kThe)) a.remove_prefix(kThe.size());
  if (b.starts_with(kThe)) b.remove_prefix(kThe.size());
  return a == b;
}

// has denied it through his solicitors, Fenwright LLP
int SpeakerFinder::go_between(const Attribution& a) const {
  const Sentence& sentence = sentences_[a.sentence];
  for (size_t i = 0; i < sentence.units.size(); ++i) {
    const Unit& unit = sentence.units[i];
    if (unit.span.begin < a.cue.end || tok(unit.token).fold != "through") continue;
    for (const Mention& m : parties_.inside({unit.span.end, sentence.span.end})) return m.party;
  }
  return -1;
}

int SpeakerFinder::mentioned(Span span) const {
  for (const Mention& m : parties_.inside(span)) return m.party;
  return -1;
}

// Accused the company of …, accused X of …: the party at the head of the content.
int SpeakerFinder::accused(Span content, uint32_t at) {
  const uint32_t begin = token_at(content.begin), end = std::min(token_at(content.end), begin + 4);
  for (uint32_t i = begin; i < end && tok(i).fold != "of"; ++i) {
    for (const Mention& m : parties_.inside({tok(i).begin, content.end}))
      if (m.span.begin == tok(i).begin && parties_.parties[m.party].type != PartyType::kState) return m.party;
    if (is(i, Kind::kCompany) && i > begin && is(begin, Kind::kDeterminer))
      return known_description(noun_text(i), PartyType::kCompany, false, at, true);
  }
  return -1;
}

}  // namespace cordon::reading
