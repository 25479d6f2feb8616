// What nobody in particular says: it is thought that …; and headings whose noun says what is done: X'ten uyarı: ….
#include <algorithm>

#include "reading/sentence_reader.h"

namespace cordon::reading {
namespace {

struct HeadAct {
  std::string_view name;
  Act act;
};
constexpr HeadAct kHeadActs[] = {{"accuse", Act::kAccuse},   {"deny", Act::kDeny},       {"dismiss", Act::kDismiss},
                                 {"warn", Act::kWarn},       {"request", Act::kRequest}, {"confirm", Act::kConfirm},
                                 {"promise", Act::kPromise}, {"decline", Act::kDecline}, {"ask", Act::kAsk}};

}  // namespace

// گفته می‌شود …, 据称，…: a report without a speaker.
// What is said follows; where nothing does it stands before (…, 已无人质疑).
void SentenceReader::read_impersonal(const Cue& cue, Attribution a) {
  a.rule = "hearsay";
  a.is_hedged = a.act != Act::kConfirm;
  int from = cue.after;
  if (grammar_.verb_first && at(cue.unit).gap_end > 0 && frame(cue, "gap")) {  // وجهت إلى X تهم غسل أموال
    from = cue.group.begin;
    while (from < size_ && at(from).token < at(cue.unit).gap_begin) ++from;
    a.addressee = speaker_span(cue.middle);
  }
  if (grammar_.is_wide && from < size_ && (is_comma_mark(at(from).mark) || is_colon_mark(at(from).mark))) ++from;
  if (const std::optional<int> that = grammar_.is_wide ? std::nullopt : find_that(from, cue); that && *that <= from + 3)
    from = *that;
  if (grammar_.verb_first && a.act == Act::kAccuse && from == cue.after)  // اتُهم المدير بغسل أموال
    for (int i = from + 1; i < size_ && i < from + 8 && !is_boundary(i); ++i)
      if (fold(i).starts_with("ب") && !named_[at(i).token] && !is_speaker_noun(i)) {
        a.addressee = speaker_span({from, i});
        from = i;
        break;
      }
  if (from + 1 < size_ && !is_boundary(from)) {
    a.content = spans_of({from, clause_end(from, cue)});
  } else if (cue.group.begin > 1 && !frame(cue, "gap")) {
    const int begin = segment_begin(cue.group.begin);
    int end = cue.group.begin;
    while (end > begin && is_comma_mark(at(end - 1).mark)) --end;
    int of = begin + 1;  // بازرگان به پولشویی متهم است: of whom it is said stands before what of
    while (of + 1 < end && fold(of) != "به") ++of;
    const bool accused = grammar_.marks_object && a.act == Act::kAccuse && of + 1 < end && speaks({begin, of});
    if (accused) a.addressee = speaker_span({begin, of});
    a.content = spans_of({accused ? of + 1 : begin, end});
  }
  if (!a.content.empty()) finish(a, cue);
}

// ABD Hazinesinden bankalara gözdağı: …; نفي صدر عن المصرف: …
// Who speaks stands with a noun of saying before the colon.
bool SentenceReader::read_heading() {
  if (!grammar_.verb_last && !grammar_.verb_first) return false;
  int colon = 0;
  while (colon < size_ && colon <= 10 && !is_colon_mark(at(colon).mark)) {
    if (!at(colon).is_word() && !is_quote_mark(at(colon).mark)) return false;
    ++colon;
  }
  if (colon < 2 || colon > 10 || colon + 2 >= size_) return false;
  const auto act_at = [&](int i) -> const Lexeme* {
    for (const Lexeme* lexeme : at(i).lexemes)
      if (lexeme->kind == Kind::kStop && lexeme->detail == "head") return lexeme;
    return nullptr;
  };
  int noun = -1;
  Range named;
  if (text_.language == "tr") {  // the noun stands last, the speaker in the ablative or with the ending of whose
    noun = colon - 1;
    if (!act_at(noun)) return false;
    for (int i = 0; i < noun && named.empty(); ++i) {
      const std::string_view word = text_.tokens[at(i).token_end - 1].fold;
      const bool from =
          word.ends_with("dan") || word.ends_with("den") || word.ends_with("tan") || word.ends_with("ten");
      const bool whose = i + 1 == noun &&
                         (word.ends_with("ın") || word.ends_with("in") || word.ends_with("un") || word.ends_with("ün"));
      if (from || whose) named = {0, i + 1};
    }
  } else {
    for (int i = 0; i < 2 && noun < 0; ++i)
      if (act_at(i) && !(i == 1 && at(0).is(Kind::kPreposition))) noun = i;  // در بیانیه … آمده است: …
    if (noun < 0) return false;
    int begin = noun + 1;
    for (int i = begin; i < colon && grammar_.verb_first; ++i) {  // صدر عن, من جانب
      const std::string_view word = fold(i);
      if (word == "عن" || word == "من") begin = i + 1;
      if (word == "بشأن" || word == "حول" || word == "لل" || word == "إلی") break;
    }
    int end = begin;
    while (end < colon && !(at(end).is(Kind::kPreposition) && !is_speaker_noun(end))) ++end;
    named = {begin, end};
  }
  if (noun < 0 || named.empty() || !speaks(named)) return false;
  Attribution a;
  a.sentence = number_;
  const std::string_view value = act_at(noun)->value;
  for (const auto& [name, act] : kHeadActs)
    if (name == value) a.act = act;
  a.cue = at(noun).span;
  a.speaker = speaker_span(named);
  if (text_.language == "tr" && named.size() == 1 && at(named.begin).token_end == at(named.begin).token + 1 &&
      a.speaker.end - a.speaker.begin > 6 && text_.view(a.speaker).find_first_of("'’") == std::string_view::npos)
    for (const std::string_view ending : {"dan", "den", "tan", "ten"})  // Sendikadan çağrı: …
      if (text_.view(a.speaker).ends_with(ending)) {
        a.speaker.end -= 3;
        break;
      }
  a.content = spans_of({colon + 1, size_});
  if (a.content.empty()) return false;
  a.form = form_of(a.content);
  a.rule = "heading with a noun of saying";
  out_.push_back(std::move(a));
  return true;
}

// 油价不会重返百元，这是高盛策略师的判断; 三艘船已被扣押，消息来自一名海关官员: what stands before is somebody's word,
// as the clause behind it says.
bool SentenceReader::read_wide_cleft() {
  if (!grammar_.is_wide || size_ < 6) return false;
  int comma = size_ - 2;
  while (comma > 0 && !is_comma_mark(at(comma).mark) && !is_dash_mark(at(comma).mark)) --comma;
  int begin = comma > 0 || !at(0).is_word() ? comma + 1 : 0;
  int end = size_;
  while (end > begin && !at(end - 1).is_word()) --end;
  if (end - begin < 3 || (begin > 0 && begin < 3)) return false;
  Range named;
  Act act = Act::kAssert;
  Range words;
  if ((fold(begin) == "这" && fold(begin + 1) == "是") || text_.view(at(begin).span) == "这是") {
    const auto noun = std::ranges::find_if(
        at(end - 1).lexemes, [](const Lexeme* l) { return l->kind == Kind::kStop && l->value == "word of"; });
    if (noun == at(end - 1).lexemes.end()) return false;
    Lexeme word = **noun;
    word.value = word.detail;
    act = act_of(word);
    named = {begin + (text_.view(at(begin).span) == "这是" ? 1 : 2), end - 1};
    if (named.empty() || fold(named.end - 1) != "的") return false;
    --named.end;
    words = {end - 1, end};
  } else {
    if (!has_stop(begin, "comes from")) return false;
    named = {begin + 1, end};
    words = {begin, begin + 1};
  }
  if (named.empty() || !speaks(named)) return false;
  Attribution a;
  a.sentence = number_;
  a.act = act;
  a.cue = span_of(words);
  a.speaker = speaker_span(named);
  a.rule = "what was just said";
  if (begin > 0) {
    int from = 0;
    for (int i = 0; i < comma; ++i)
      if (at(i).quote >= 0) a.content.push_back(quotes_[at(i).quote].inner);
    if (a.content.empty()) a.content = spans_of({from, comma});
  } else if (const Span span = before_sentence(); !span.empty()) {
    a.content = {span}, a.points_back = true;
  }
  if (a.content.empty()) return false;
  a.form = form_of(a.content);
  out_.push_back(std::move(a));
  return true;
}

// Edinilen duyumlar, satışın yaz başında tamamlanacağı yönünde: a noun of what is said, and the direction that it has.
// Whose it is stands before it: Bakanın görüşü …; elsewhere nobody's.
bool SentenceReader::read_turkish_direction() {
  if (text_.language != "tr" || size_ < 5) return false;
  int end = size_;
  while (end > 0 && !at(end - 1).is_word()) --end;
  if (end < 4 || !has_stop(end - 1, "direction of")) return false;
  int noun = 0;
  while (noun < end - 2 && noun < 5 && !has_stop(noun, "what is said")) ++noun;
  if (noun >= end - 2 || noun >= 5) return false;
  const std::string_view clause = text_.tokens[at(end - 2).token_end - 1].fold;
  if (!is_turkish_clause(clause)) return false;
  int begin = noun + 1;
  while (begin < end && !at(begin).is_word()) ++begin;
  Attribution a;
  a.sentence = number_;
  a.cue = span_of({0, noun + 1});
  const std::string_view owner = noun > 0 ? std::string_view(text_.tokens[at(noun - 1).token_end - 1].fold) : "";
  const bool owned = owner.ends_with("ın") || owner.ends_with("in") || owner.ends_with("un") || owner.ends_with("ün");
  if (owned && speaks({0, noun})) {
    a.speaker = speaker_span({0, noun});
    a.cue = at(noun).span;
  } else {
    a.is_hedged = true;
  }
  a.content = spans_of({begin, end - 1});
  if (a.content.empty()) return false;
  a.form = form_of(a.content);
  a.rule = a.speaker.empty() ? "hearsay" : "a noun of saying and its owner";
  out_.push_back(std::move(a));
  return true;
}

// Çin'den itidal çağrısı: a Turkish headline without a verb: from whom, what, and the noun of saying. Moskova'dan
// iddialara yalanlama geldi: a sentence, with a verb of coming.
bool SentenceReader::read_turkish_headline() {
  if (text_.language != "tr" || size_ < 3) return false;
  int last = size_ - 1;
  while (last > 0 && is_terminal_mark(at(last).mark)) --last;
  const bool comes = last > 2 && has_stop(last, "comes");
  if (comes) --last;
  if (last < 2 || last > (comes ? 14 : 8)) return false;
  if (!comes && (last < size_ - 1 || (number_ > 0 && sentences_[number_ - 1].block == sentence_.block))) return false;
  const Lexeme* head = nullptr;
  for (const Lexeme* lexeme : at(last).lexemes)
    if (lexeme->kind == Kind::kStop && lexeme->detail == "head") head = lexeme;
  if (!head || !at(last).is_word()) return false;
  int from = -1;
  for (int i = 0; i < last - 1 && i < (comes ? 6 : 4) && from < 0; ++i) {
    if (!at(i).is_word()) return false;
    const std::string_view word = text_.tokens[at(i).token_end - 1].fold;
    for (const std::string_view ending :
         {"'dan", "'den", "'tan", "'ten", "’dan", "’den", "’tan", "’ten", "ndan", "nden"})
      if (word.ends_with(ending)) from = i;
  }
  if (from < 0 || !speaks({0, from + 1})) return false;
  Attribution a;
  a.sentence = number_;
  for (const auto& [name, act] : kHeadActs)
    if (name == head->value) a.act = act;
  a.cue = {at(last).span.begin, at(comes ? last + 1 : last).span.end};
  a.speaker = speaker_span({0, from + 1});
  a.content = spans_of({from + 1, last});
  if (a.content.empty()) return false;
  a.rule = "heading with a noun of saying";
  out_.push_back(std::move(a));
  return true;
}

// raporunda, açıklamada, mektubunda: a document with the ending of the place.
bool SentenceReader::is_locative_document(int i) const {
  if (!at(i).is_word()) return false;
  const std::string_view word = text_.tokens[at(i).token_end - 1].fold;
  if (!word.ends_with("da") && !word.ends_with("de") && !word.ends_with("ta") && !word.ends_with("te")) return false;
  if (at(i).is(Kind::kDocument)) return true;
  for (const std::string_view stem :
       {"rapor",    "belge", "mektu", "bildiri",  "açıklama", "haber", "iddianame", "fezleke",  "tutana", "kayıt",
        "dosya",    "yazı",  "mesaj", "paylaşım", "duyuru",   "karar", "dilekçe",   "makale",   "analiz", "araştırma",
        "inceleme", "metin", "metn",  "fatura",   "görüntü",  "beyan", "demec",     "röportaj", "bülten", "not"})
    if (word.starts_with(stem) && (stem != "not" || word.starts_with("notta") || word.starts_with("notun")))
      return true;
  return false;
}

// değiştirdiği, aklayacağına, gönderdiklerini: the verb of a Turkish clause that is somebody's words.
bool SentenceReader::is_turkish_clause(std::string_view word) {
  for (const std::string_view ending :
       {"dığı",    "diği",    "duğu",    "düğü",    "tığı",    "tiği",    "tuğu",    "tüğü",    "acağı",    "eceği",
        "dıkları", "dikleri", "dukları", "dükleri", "tıkları", "tikleri", "tukları", "tükleri", "acakları", "ecekleri"})
    if (const size_t at = word.rfind(ending); at != std::string_view::npos && at >= 2 && word.size() - at <= 16)
      return true;
  return false;
}

// İddialar Bakanlık tarafından yalanlandı: a Turkish passive with the one by whom. Returns whether it has one.
bool SentenceReader::read_turkish_by(const Cue& cue, int begin, Attribution& a) {
  int by = begin;
  while (by < cue.group.begin && fold(by) != "tarafından") ++by;
  if (by >= cue.group.begin || by == begin) return false;
  int first = by;
  while (first > begin && at(first - 1).is_word() && !at(first - 1).is(Kind::kClaimNoun) &&
         !at(first - 1).is(Kind::kTime) && !is_case_ending(first - 1) &&
         (is_name(first - 1) || is_speaker_noun(first - 1) || at(first - 1).is(Kind::kAdjective) ||
          at(first - 1).is(Kind::kDeterminer) || fold(first - 1).starts_with("'")))
    --first;
  if (first == by || !speaks({first, by})) return false;
  int end = cue.group.begin;
  if (by + 2 < end && is_locative_document(by + 2)) end = by + 3;  // X tarafından yapılan açıklamada, …: a document
  if (end < cue.group.begin) return false;
  Range rest{begin, first};
  while (!rest.empty() && !at(rest.end - 1).is_word() && at(rest.end - 1).quote < 0) --rest.end;
  if (rest.empty() || only_time(rest)) rest = {by + 1, cue.group.begin};
  if (rest.empty()) return true;
  const std::string_view last = text_.tokens[at(rest.end - 1).token_end - 1].fold;
  const bool claimed = at(rest.end - 1).is(Kind::kClaimNoun) || at(rest.end - 1).is(Kind::kAnaphor);
  if (!is_turkish_clause(last) && !claimed && !has_quote(rest)) return true;
  a.speaker = speaker_span({first, by});
  a.by_passive = true;
  a.is_hedged = false;
  a.rule = "passive, by";
  a.content = spans_of(rest);
  if (!a.content.empty()) finish(a, cue);
  return true;
}

// Efe'nin "Hiçbir şey satmadık" dediği aktarıldı: whose words somebody passes on. Returns whether it does.
bool SentenceReader::read_turkish_quoted(const Cue& cue, int begin, Attribution& a) {
  const int said = cue.group.begin - 1;
  if (said <= begin + 1 || a.act != Act::kAssert) return false;
  bool speaking = false;
  for (const std::string_view word : {"dediği", "söylediği", "belirttiği", "savunduğu", "sürdüğü", "ettiği",
                                      "anlattığı", "açıkladığı", "vurguladığı", "bildirdiği", "konuştuğu"})
    speaking = speaking || text_.tokens[at(said).token_end - 1].fold == word;
  if (!speaking) return false;
  int whose = begin;  // the ending of whose, and behind it what was said
  while (whose < said && whose < begin + 8 && at(whose).is_word() &&
         !((fold(whose).starts_with("'") || fold(whose).starts_with("’")) && fold(whose).ends_with("n")))
    ++whose;
  if (whose >= said || !at(whose).is_word() || whose == begin || whose + 1 >= said) return false;
  if (!speaks({begin, whose})) return false;
  const bool quoted = at(whose + 1).quote >= 0 || is_quote_mark(at(whose + 1).mark);
  const std::string_view verb = text_.tokens[at(said).token_end - 1].fold;
  if (!quoted && (verb == "ettiği" || verb == "sürdüğü")) return false;
  a.speaker = speaker_span({begin, whose});
  a.is_hedged = false;
  a.rule = "whose words are passed on";
  for (int i = whose + 1; i < said; ++i)
    if (at(i).quote >= 0) a.content.push_back(quotes_[at(i).quote].inner);
  if (a.content.empty()) a.content = spans_of({whose + 1, said});
  if (a.content.empty()) return false;
  finish(a, cue);
  return true;
}

// Raporda … belirtildi; …dığı öne sürülüyor; kara para aklamakla suçlanıyor: a Turkish passive. Who speaks is a
// document, or nobody.
void SentenceReader::read_turkish_passive(const Cue& cue, int begin, Attribution a) {
  if (read_turkish_by(cue, begin, a) || read_turkish_quoted(cue, begin, a)) return;
  int document = -1, made = -1;
  for (int i = begin; i < cue.group.begin && i < begin + 9 && document < 0; ++i) {
    if (fold(i) == "yapılan" || fold(i) == "yayımlanan" || fold(i) == "yayınlanan")
      made = i > begin && fold(i - 1) == "tarafından" ? i - 1 : i;
    if (is_locative_document(i)) document = i;
  }
  int last = cue.group.begin - 1;
  while (last > begin && (at(last).is(Kind::kAdverb) || is_comma_mark(at(last).mark))) --last;
  if (document >= 0 && (a.act == Act::kAssert || a.act == Act::kDeny)) {
    a.rule = "in a document";
    a.is_hedged = false;
    a.speaker = speaker_span(trimmed({begin, made > begin ? made : document + 1}));
    Range rest{document + 1, cue.group.begin};
    if (rest.size() > 1 && (fold(rest.begin) == "da" || fold(rest.begin) == "de")) ++rest.begin;
    if (rest.begin < rest.end && is_comma_mark(at(rest.begin).mark)) ++rest.begin;
    for (int i = rest.begin; i < rest.end; ++i)
      if (at(i).quote >= 0) a.content.push_back(quotes_[at(i).quote].inner);
    if (a.content.empty()) a.content = spans_of(rest);
    if (!a.content.empty() && !a.speaker.empty()) finish(a, cue);
    return;
  }
  if (last <= begin || a.act == Act::kDeny || fold(cue.unit).starts_with("gör"))
    return;  // …dığı görülüyor: what is to be seen
  const std::string_view word = text_.tokens[at(last).token_end - 1].fold;
  Range rest{begin, cue.group.begin};
  if (a.act == Act::kAccuse) {
    if (!word.ends_with("makla") && !word.ends_with("mekle") && !word.ends_with("iddiasıyla") &&
        !word.ends_with("suçlamasıyla"))
      return;
    int subject = begin;  // Eski genel müdür kara para aklamakla …: of whom it is said
    for (int i = begin; i < last && i < begin + 6; ++i)
      if ((is_name(i) || is_speaker_noun(i)) && !at(i).is(Kind::kDocument)) subject = i + 1;
    if (subject > begin && subject < last) {
      a.addressee = speaker_span({begin, subject});
      rest.begin = subject;
    }
  } else {
    if (!is_turkish_clause(word)) return;
    if (has_cue_between(begin, cue.group.begin)) return;
    rest.begin = behind_lead(rest);
  }
  a.is_hedged = true;
  a.rule = "hearsay";
  a.content = spans_of(rest);
  if (!a.content.empty()) finish(a, cue);
}

// “…” diye kestirip attı holdingin ortağı; …, dedi müdür: the subject behind its verb. Returns whether it does.
bool SentenceReader::read_behind(const Cue& cue, int begin, Attribution& a) {
  Range named{cue.after, cue.after};
  while (named.end < size_ && !is_boundary(named.end) && named.size() < 9 && at(named.end).is_word() &&
         !has_cue_between(named.end, named.end + 1))
    ++named.end;
  if (named.empty() || (named.end < size_ && !is_boundary(named.end)) || !speaks(named)) return false;
  for (int i = named.begin; i < named.end; ++i)
    if (at(i).is(Kind::kConjunction) && i == named.begin) return false;
  const int before = cue.group.begin - 1;
  if (before < begin) return false;
  const bool diye = fold(before) == "diye" || fold(cue.unit) == "diye";
  const bool asked = a.act == Act::kAsk && at(before).quote >= 0;
  if (!diye && !asked && at(before).quote < 0 && !is_comma_mark(at(before).mark) && !is_quote_mark(at(before).mark))
    return false;
  if (is_dative(named.end - 1) || is_case_ending(named.end - 1)) return false;
  Range rest{begin, cue.group.begin};
  if (fold(rest.end - 1) == "diye") --rest.end;
  while (rest.size() > 1 && is_quote_mark(at(rest.end - 1).mark)) --rest.end;
  for (int i = rest.begin; i < rest.end; ++i)
    if (at(i).quote >= 0) a.content.push_back(quotes_[at(i).quote].inner);
  if (a.content.empty()) a.content = spans_of(rest);
  if (a.content.empty()) return false;
  if (named.end + 2 < size_ && is_comma_mark(at(named.end).mark) && !has_cue_between(named.end, size_))
    for (const Span& span : spans_of({named.end + 1, clause_end(named.end + 1, cue)})) a.content.push_back(span);
  a.speaker = speaker_span(named);
  a.rule = "content, verb subject";
  if (frame(cue, "call")) judge_named(rest, a);
  finish(a, cue);
  return true;
}

}  // namespace cordon::reading
