// Persian: subject, whom, object را verb; what is said stands behind the verb, or is the object.
#include <algorithm>

#include "reading/sentence_reader.h"

namespace cordon::reading {

// این خبر از سوی سفارت تکذیب شد; تأیید شد که …: a Persian passive. Who speaks stands behind "by", or is nobody. Returns
// whether it says anything.
bool SentenceReader::read_persian_passive(const Cue& cue, int first, Attribution& a) {
  int by = first;
  while (by < cue.group.begin && !has_stop(by, "by")) ++by;
  const std::optional<int> that = find_that(cue.after, cue);
  a.by_passive = true;
  if (by + 1 < cue.group.begin) {
    const int end = persian_subject_end(by + 1, cue.group.begin);
    if (end <= by + 1) return true;
    a.speaker = speaker_span({by + 1, end});
    a.rule = "passive, by";
    a.content = that ? spans_of({*that, clause_end(*that, cue)}) : spans_of({first, by});
    if (a.content.empty() && end < cue.group.begin) a.content = spans_of({end, cue.group.begin});
  } else if (that) {
    a.rule = "hearsay";
    a.content = spans_of({*that, clause_end(*that, cue)});
  }
  if (!a.content.empty()) finish(a, cue);
  return true;
}

// What the subject says beside its verb, which is taken out of the clause:
// پکن با رد این اتهام‌ها از واشنگتن خواست.
void SentenceReader::find_persian_leads(std::vector<Attribution>& leads) {
  if (!grammar_.marks_object) return;
  for (int i = 0; i + 3 < size_; ++i) {
    if ((fold(i) != "با" && fold(i) != "ضمن") || skipped_[i] || at(i).quote >= 0) continue;
    const auto noun = std::ranges::find_if(
        at(i + 1).lexemes, [](const Lexeme* l) { return l->kind == Kind::kStop && l->value == "lead"; });
    const auto verb =
        std::ranges::find_if(cues_, [&](const Cue& c) { return c.group.begin > i + 1 && !skipped_[c.unit]; });
    if (noun == at(i + 1).lexemes.end() || verb == cues_.end()) continue;
    int from = i + 2;
    while (from < verb->group.begin && (fold(from) == "بر" || fold(from) == "به" || fold(from) == "از") &&
           at(from).is_word() && from < i + 4)
      ++from;
    const bool clause = from + 1 < verb->group.begin &&
                        (at(from).is(Kind::kThat) || fold(from) == "اینکه" ||
                         (fold(from) == "این" && (at(from + 1).is(Kind::kThat) || fold(from + 1) == "که")));
    int end = from;
    while (end < verb->group.begin && !is_comma_mark(at(end).mark) && at(end).quote < 0 &&
           (clause || end == from || !at(end).is(Kind::kPreposition) || fold(end) == "درباره"))
      ++end;
    if (clause)  // اینکه …، : the last comma before the verb ends it
      for (int k = end; k < verb->group.begin; ++k)
        if (is_comma_mark(at(k).mark)) end = k;
    while (clause && from < end &&
           (at(from).is(Kind::kThat) || fold(from) == "این" || fold(from) == "اینکه" || fold(from) == "که"))
      ++from;
    if (end <= from) continue;
    Lexeme word = **noun;
    word.value = word.detail;
    Attribution a;
    a.sentence = number_;
    a.act = act_of(word);
    a.cue = span_of({i, i + 2});
    a.content = spans_of({from, end});
    a.form = form_of(a.content);
    a.rule = "beside the verb";
    if (a.content.empty()) continue;
    // با اشاره به این موضوع گفت
    // This is pointed at and nothing said.
    const bool points = a.act == Act::kAssert && points_only({from, end});
    if (end < verb->group.begin && is_comma_mark(at(end).mark)) ++end;
    for (int k = i; k < end; ++k) skipped_[k] = true;
    if (!points) leads.push_back(std::move(a));
  }
}

// این موضوع, آن
// Does the phrase only point to what was said?
bool SentenceReader::points_only(Range range) const {
  if (range.empty() || range.size() > 2 || !at(range.begin).is(Kind::kAnaphor)) return false;
  return range.size() == 1 || at(range.begin + 1).is(Kind::kClaimNoun);
}

// وی در پاسخ به پرسشی گفت; رضا مرادی، مدیر شرکت، در پاسخ به …
// Who stands between `begin` and the question that is answered, with what is said of him between commas; empty where
// nobody does.
SentenceReader::Range SentenceReader::persian_answerer(int begin, int question) const {
  constexpr int kMostWords = 14;
  const int end = persian_subject_end(begin, question);
  if (end == question || (question == begin + 1 && at(begin).is_word() && at(begin).lexemes.empty()))
    return {begin, question};
  if (end > begin && end + 1 == question && at(end).is_word() && at(end).lexemes.empty()) return {begin, question};
  if (question - begin > kMostWords || question < begin + 4 || !is_comma_mark(at(question - 1).mark)) return {};
  int open = question - 2;
  while (open > begin && !is_boundary(open)) --open;
  if (open <= begin || !is_comma_mark(at(open).mark)) return {};
  for (int i = begin; i < open; ++i)
    if (is_boundary(i) || fold(i) == "را") return {};
  if (end < open && !at(begin).lexemes.empty()) return {};
  return {begin, question - 1};
}

// این را رضا مرادی، مدیر شرکت، گفت; این را شرکت نوردویند گفت
// Where the subject between "this" and the verb at `verb` ends.
int SentenceReader::persian_pointing_end(int who, int verb) const {
  constexpr int kMostWords = 14;
  const int end = persian_subject_end(who, verb);
  if (end == verb || verb - who > kMostWords) return end;
  if (end + 1 == verb && at(end).is_word() && at(end).lexemes.empty()) return verb;
  for (int i = who; i < verb; ++i)
    if (at(i).quote >= 0 || fold(i) == "را" || at(i).is(Kind::kThat) || (is_boundary(i) && !is_comma_mark(at(i).mark)))
      return end;
  return is_comma_mark(at(verb - 1).mark) && verb > who + 1 && (end > who || at(who).lexemes.empty()) ? verb - 1 : end;
}

// What stands beside a verb has the speaker of that verb.
void SentenceReader::add_leads(std::vector<Attribution> leads) {
  for (Attribution& lead : leads) {
    const auto verb = std::ranges::find_if(
        out_, [&](const Attribution& a) { return a.cue.begin > lead.cue.begin && !a.cue.empty(); });
    if (verb == out_.end() || verb->by_passive) continue;
    lead.speaker = verb->speaker;
    lead.takes_speaker_before = verb->takes_speaker_before;
    out_.insert(verb, std::move(lead));
  }
}

// بقایی این گزارش را …: one word that no table has opens the clause; elsewhere on the page it stands behind another
// such word, or behind the noun of an office: a surname.
bool SentenceReader::is_bare_surname(int i) const {
  if (!at(i).is_word() || !at(i).lexemes.empty() || at(i).token_end > at(i).token + 1) return false;
  constexpr size_t kNear = 4000;  // tokens looked at on either side
  const uint32_t here = at(i).token;
  const size_t first = here > kNear ? here - kNear : 1, last = std::min(text_.tokens.size(), here + kNear);
  std::vector<Found> found;
  for (size_t t = std::max<size_t>(first, 1); t < last; ++t) {
    if (t == here || text_.tokens[t].fold != text_.tokens[here].fold || text_.tokens[t - 1].mark != 0) continue;
    found.clear();
    Lexicon::of(text_.language).find(text_.tokens, static_cast<uint32_t>(t - 1), static_cast<uint32_t>(t), found);
    if (found.empty() && text_.tokens[t - 1].block == text_.tokens[t].block) return true;
    for (const Found& f : found)
      if (f.lexeme->kind == Kind::kPerson || f.lexeme->kind == Kind::kTitle) return true;
  }
  return false;
}

// در گفت‌وگو با رویترز خودداری کرد
// Where the words end that say with whom the subject spoke, at the beginning of `rest`.
int SentenceReader::behind_persian_venue(Range rest) const {
  if (rest.size() < 4 || fold(rest.begin) != "در" || !has_stop(rest.begin + 1, "talk")) return rest.begin;
  int i = rest.begin + 2;
  while (i < rest.end && i < rest.begin + 4 && at(i).is_word() && fold(i) != "با") ++i;  // در مصاحبه اختصاصی با
  if (i + 1 >= rest.end || fold(i) != "با") return rest.begin;
  ++i;
  while (i < rest.end && (at(i).is(Kind::kDeterminer) || at(i).is(Kind::kAnaphor))) ++i;
  if (i >= rest.end || !at(i).is_word()) return rest.begin;
  const bool head = !at(i).is(Kind::kOutlet) && (at(i).is(Kind::kMedia) || at(i).is(Kind::kBody));
  ++i;
  if (head && i < rest.end && at(i).is_word() && !is_function(i)) ++i;  // خبرگزاری فارس
  while (i < rest.end && at(i).is(Kind::kAdjective)) ++i;
  return i;
}

// رضا کریمی اما این گزارش را رد کرد; رضا کریمی، مدیر شرکت، اما …
// Does nothing but a subject stand between `begin` and the "but", which sets it off?
bool SentenceReader::is_persian_but_amid(int begin, int but) const {
  if (but <= begin || !at(but).is(Kind::kConjunction) || at(but).as(Kind::kConjunction)->value != "but") return false;
  while (begin < but && (at(begin).mark != 0 || at(begin).is(Kind::kConjunction))) ++begin;
  const int end = std::max(persian_subject_end(begin, but + 1), persian_subject_end(begin, but));
  if (end <= begin || end == but || !is_comma_mark(at(end).mark)) return end > begin && end == but;
  // صاحب شرکت، رضا کریمی، اما …
  constexpr int kMostWords = 10;
  int close = end + 1;
  while (close < but && close <= end + kMostWords && !is_boundary(close) && fold(close) != "را" &&
         !has_cue_between(close, close + 1))
    ++close;
  return end + 1 == but || (close > end + 1 && close + 1 == but && is_comma_mark(at(close).mark));
}

// به گزارش خبرگزاری X، مدیرعامل شرکت این خبر را رد کرد
// Where the clause begins behind the source that opens it at `begin`; `begin` where none does.
int SentenceReader::behind_persian_source(int begin, const Cue& cue) const {
  constexpr int kMostWords = 12;
  const bool opens = std::ranges::any_of(cues_, [&](const Cue& other) {
    return other.done && frame(other, "prep") && other.group.begin == begin && other.unit < cue.group.begin;
  });
  if (!opens) return begin;
  for (int i = begin + 1; i + 1 < cue.group.begin && i <= begin + kMostWords; ++i)
    if (is_comma_mark(at(i).mark)) return i + 1;
  return begin;
}

// Persian: subject, whom, object را verb, and what is said behind the verb: گفت که …
void SentenceReader::read_persian(const Cue& cue, Attribution a) {
  int begin = segment_begin(cue.unit);
  if (read_pointed(cue, begin, a)) return;
  Range lead;  // وی در پاسخ به پرسشی گفت: who answers stands before the question
  for (const Cue& other : cues_)
    if (other.unit < cue.unit && other.done && !frame(other, "prep")) {
      if (act_of(*other.lexeme) == Act::kAsk && frame(other, "bare") && other.unit > begin)
        if (const Range who = persian_answerer(begin, other.unit); !who.empty()) lead = who;
      begin = std::max(begin, other.after);
    }
  for (int i = begin; i < cue.unit; ++i)
    if (at(i).quote >= 0 && i + 1 < cue.unit && speaks({i + 1, cue.unit})) begin = i;  // «…» X گفت
  begin = behind_persian_source(begin, cue);
  // …، ولی گمرک …: a clause of its own
  for (int i = begin; i + 1 < cue.group.begin; ++i) {
    const int but = is_comma_mark(at(i).mark) ? i + 1 : i;
    if (is_persian_but_amid(begin, but)) continue;
    if ((is_comma_mark(at(i).mark) && at(i + 1).is(Kind::kConjunction) &&
         (i + 2 < cue.group.begin || !frame(cue, "say") || has_cue_between(0, i))) ||
        (at(i).is(Kind::kConjunction) && at(i).as(Kind::kConjunction)->value == "but" && i > begin))
      begin = i + 1;
  }
  // … و از تهران خواست توضیح دهد: of whom something is asked, behind a clause of its own
  for (int of = cue.group.begin - 1; act_of(*cue.lexeme) == Act::kRequest && of > begin + 1 && cue.group.begin - of < 6;
       --of)
    if (fold(of) == "از" && at(of - 1).is(Kind::kConjunction) && !is_persian_but_amid(begin, of - 1)) begin = of;
  const int first = begin;
  const auto skip = [&](int i) {
    while (i < cue.group.begin &&
           ((at(i).mark != 0 && !is_quote_mark(at(i).mark)) || at(i).quote >= 0 || at(i).is(Kind::kConjunction) ||
            (at(i).is(Kind::kSubordinator) && !is_speaker_noun(i)) ||
            (at(i).is(Kind::kAdverb) && !is_speaker_noun(i)) || at(i).is(Kind::kTime) || skipped_[i]))
      ++i;
    return i;
  };
  begin = skip(begin);
  // …؛ اتهامی که ایران رد می‌کند: the claim, and who denies it
  std::vector<Span> claimed;
  if (begin + 2 < cue.group.begin && at(begin).is(Kind::kClaimNoun) && at(begin + 1).is(Kind::kThat) &&
      (frame(cue, "np") || frame(cue, "call"))) {
    if (!frame(cue, "call")) claimed = {at(begin).span};  // ادعایی که وزیر آن را «دروغ» خواند has its own object
    begin = skip(begin + 2);
  }
  if (frame(cue, "at")) {  // در این گزارش آمده است که …: a document that stands behind "in"
    int in = begin;
    while (in < cue.group.begin && fold(in) != "\u062f\u0631") ++in;
    int end = in + 1, document = -1;
    for (int i = in + 1; i < cue.group.begin && i < in + 7 && !is_boundary(i) && !at(i).is(Kind::kThat); ++i)
      if (at(i).is(Kind::kDocument) || at(i).is(Kind::kClaimNoun)) document = i;
    if (document < 0) {  // گفته شده است که …: nobody in particular says so
      for (const Lexeme* lexeme : at(cue.unit).lexemes)
        if (lexeme->kind == Kind::kCue && has_word(lexeme->detail, "hear")) {
          read_impersonal(cue, std::move(a));
          return;
        }
      return;
    }
    end = document + 1;
    while (end < cue.group.begin && !is_boundary(end) && !at(end).is(Kind::kThat) &&
           (is_name(end) || is_speaker_noun(end) || at(end).is(Kind::kAdjective)))
      ++end;
    a.speaker = speaker_span({in + 1, end});
    a.rule = "in a document";
    int from = end;
    if (from < cue.group.begin && at(from).is(Kind::kThat))  // … که به دست ما رسیده، …
      while (from < cue.group.begin && !is_comma_mark(at(from).mark)) ++from;
    if (const std::optional<int> that = find_that(cue.after, cue)) {
      a.content = spans_of({*that, clause_end(*that, cue)});
    } else if (cue.after < size_ && is_colon_mark(at(cue.after).mark)) {
      a.content = spans_of({cue.after + 1, clause_end(cue.after + 1, cue)});
    } else {
      a.content = spans_of({skip(from), cue.group.begin});
    }
    if (!a.content.empty()) finish(a, cue);
    return;
  }
  if (frame(cue, "by") && read_persian_passive(cue, first, a)) return;
  // پس از انتشار گزارش، مدیرعامل …: when and where, before the subject
  if (begin < cue.group.begin && at(begin).is(Kind::kPreposition) && !is_speaker_noun(begin)) {
    int comma = begin;
    while (comma < cue.group.begin && !is_comma_mark(at(comma).mark) && at(comma).quote < 0 &&
           !has_cue_between(comma, comma + 1))
      ++comma;
    if (comma + 1 < cue.group.begin && is_comma_mark(at(comma).mark) && comma - begin <= 14) begin = skip(comma + 1);
  }
  // content, subject verb.: what stands before the last comma is said
  int comma = cue.group.begin - 1;
  while (comma > begin && !is_comma_mark(at(comma).mark)) --comma;
  const bool last = cue.after >= size_ || is_terminal_mark(at(cue.after).mark);
  std::vector<Span> before;
  if (last && comma > begin + 1 && comma + 1 < cue.group.begin && frame(cue, "say") &&
      persian_subject_end(comma + 1, cue.group.begin) > comma + 1) {
    before = spans_of({first, comma});
    begin = comma + 1;
  }
  int end = persian_subject_end(begin, cue.group.begin);
  int aside = -1;  // مدیرعامل شرکت، مالک این کشتی، …: the comma that ends what is said of the subject
  if (const int name = persian_name_end(end, cue.group.begin, aside); name > end) end = name;
  if (begin + 1 < cue.group.begin && (end == begin || end > begin + 1) && is_bare_surname(begin) &&
      !(at(begin + 1).is_word() && at(begin + 1).lexemes.empty()))
    end = begin + 1;
  if (end == begin && begin + 1 == cue.group.begin && (begin == 0 || is_boundary(begin - 1)) && at(begin).is_word() &&
      at(begin).lexemes.empty() && (frame(cue, "say") || frame(cue, "strong") || is_bare_surname(begin)))
    end = begin + 1;  // نتانیاهو تهدید کرد …
  // وزارت راه در این باره …, ناخدای کشتی گفت: a noun that has another behind it whatever that is
  if (end == begin + 1 && end < cue.group.begin && at(end).is_word() && !is_function(end) &&
      !at(end).is(Kind::kClaimNoun) && !at(end).is(Kind::kPreposition) &&
      ((fold(begin).ends_with("ای") && at(begin).is(Kind::kPerson)) ||
       (fold(begin) == "وزارت" && end + 1 < cue.group.begin && at(end + 1).is(Kind::kPreposition))))
    ++end;
  // دولت یمن ایران را مسئول دانست: a second state, of which it is said
  if (end > begin + 2 && end < cue.group.begin && fold(end) == "را" &&
      (at(end - 1).is(Kind::kState) || at(end - 1).is(Kind::kCapital)) &&
      (at(end - 2).is(Kind::kState) || at(end - 2).is(Kind::kCapital) || at(end - 2).is(Kind::kAdjective)))
    --end;
  if (end > begin + 2 && end < cue.group.begin && fold(end) == "را") {  // وزیر دارایی احتمال افزایش را …: the object
    int i = begin;
    while (i < end && (is_speaker_noun(i) || is_name(i) || at(i).is(Kind::kTitle) || at(i).is(Kind::kAdjective))) ++i;
    if (i > begin && i + 1 < end && !is_name(i - 1) && !at(i - 1).is(Kind::kAdjective) &&
        at(i - 1).token_end == at(i - 1).token + 1)
      ++i;  // وزیر دارایی
    if (i > begin && i < end) end = i;
  }
  if (end > begin + 2 && end + 1 < cue.group.begin && fold(end) == "این" && at(end - 1).lexemes.empty() &&
      is_speaker_noun(begin)) {  // وزیر دفاع مسئولیت این حمله را …: the head of the object
    int marker = end;
    while (marker < cue.group.begin && fold(marker) != "را") ++marker;
    if (marker < cue.group.begin) --end;
  }
  if (end < cue.group.begin && fold(end) == "را" && end > begin + 1) {
    int comma_at = -1;  // مرجع رسیدگی، شرکت را …: the subject ends with its comma
    for (int i = begin; i < end; ++i) comma_at = is_comma_mark(at(i).mark) && comma_at < 0 ? i : comma_at;
    const bool two = end == begin + 2;  // تهران واشنگتن را …; متهم رشوه‌خواری را …
    const bool names = two && is_name(begin) && is_name(begin + 1) && at(begin).is(Kind::kCapital);
    const bool object = two && ((at(begin).is(Kind::kPerson) && at(begin + 1).lexemes.empty()) ||
                                (frame(cue, "accuse") && is_speaker_noun(begin) && is_speaker_noun(begin + 1)));
    if (comma_at > begin)
      end = comma_at;
    else if (names || object)
      end = begin + 1;
  }
  // مدیرعامل آن، X، گفت: the name in apposition
  bool apposed = false;  // سعید مرادی، مدیرعامل این شرکت،: behind its second comma the object stands
  for (int i = begin; i < end; ++i) apposed = apposed || is_comma_mark(at(i).mark);
  if (end > begin && end < cue.group.begin && is_comma_mark(at(end).mark) && !apposed && aside < 0) {
    const int named = persian_subject_end(end + 1, cue.group.begin);
    if (const int close = persian_aside_end(end, named, cue); close > end)
      aside = close;
    else if (named > end + 1 && named - end < 10 && !(named < cue.group.begin && fold(named) == "را"))
      end = named;
  }
  // نماینده آلمان در پارلمان اروپا، هانا برگر، خواستار …: the name between commas, behind what the office is of
  if (end > begin && end + 1 < cue.group.begin && at(end).is(Kind::kPreposition)) {
    int comma_at = end;
    while (comma_at < cue.group.begin && comma_at < end + 7 && !is_comma_mark(at(comma_at).mark)) ++comma_at;
    int k = comma_at + 1;
    while (k < cue.group.begin && k < comma_at + 5 && at(k).is_word() && (at(k).lexemes.empty() || is_name(k))) ++k;
    if (k < cue.group.begin && k - comma_at >= 3 && is_comma_mark(at(k).mark)) begin = comma_at + 1, end = k;
  }
  const bool says_behind = cue.after < size_ && (at(cue.after).is(Kind::kThat) || is_colon_mark(at(cue.after).mark));
  if (says_behind && end > begin && end + 1 == cue.group.begin && at(end).is_word() && !is_function(end))
    end = cue.group.begin;  // وزیر خارجه گفت: nothing else can stand there
  // شرکت نوردویند گفت محموله …
  // A name that no table has ends the subject, and what is said stands behind the verb.
  const bool goes_on = cue.after < size_ && ((at(cue.after).is_word() && !at(cue.after).is(Kind::kConjunction)) ||
                                             at(cue.after).quote >= 0 || is_quote_mark(at(cue.after).mark));
  const bool refuses = a.act == Act::kDecline && !frame(cue, "np");
  const bool said_before = last && (!before.empty() || has_quote({first, std::max(first, begin)}));
  if (((frame(cue, "say") && (goes_on || said_before)) || refuses || !cue.middle.empty()) && end > begin &&
      end + 1 == cue.group.begin && at(end).is_word() && at(end).lexemes.empty())
    end = cue.group.begin;
  if (says_behind && end == begin && cue.group.begin > begin && cue.group.begin - begin <= 3) {  // آژانس اعلام کرد که
    bool plain = true;
    for (int i = begin; i < cue.group.begin; ++i) plain = plain && at(i).is_word() && !is_function(i);
    if (plain) end = cue.group.begin;
  }
  Range rest{skip(std::max(end, aside)), cue.group.begin};
  a.speaker = speaker_span({begin, end});
  if (a.speaker.empty() && !lead.empty()) a.speaker = speaker_span(lead);
  if (a.speaker.empty() && begin == cue.group.begin && says_behind && has_stop(cue.unit, "they say")) {
    read_impersonal(cue, std::move(a));  // می‌گویند که …
    return;
  }
  a.is_strong = frame(cue, "strong");
  a.takes_speaker_before = a.speaker.empty();
  if (a.rule.empty()) a.rule = "subject object verb";
  if (frame(cue, "say") && !rest.empty() && fold(rest.begin) == "\u0628\u0647") {  // به روزنامه «آفتاب» گفت
    int to = rest.begin + 1;
    while (to < rest.end && (!at(to).is(Kind::kPreposition) || to == rest.begin + 1) && !is_comma_mark(at(to).mark))
      ++to;
    a.addressee = speaker_span({rest.begin + 1, to});
    rest.begin = to;
  }
  // مقامی که نخواست نامش فاش شود به X گفت این خبر …: a relative clause on the subject, and what is said behind the verb
  if (frame(cue, "say") && !rest.empty() && !a.speaker.empty() && at(rest.begin).is(Kind::kThat) && cue.after < size_ &&
      !is_boundary(cue.after) && !at(cue.after).is(Kind::kConjunction))
    rest.begin = rest.end;
  rest.begin = skip(behind_persian_venue(rest));
  int object_end = -1;
  for (int i = rest.begin; i < cue.unit; ++i)
    if (fold(i) == "\u0631\u0627") object_end = i;
  // در نخستین واکنش به این گزارش، اتهام‌ها را …: the object stands behind the
  // comma
  if (object_end > rest.begin && at(rest.begin).is(Kind::kPreposition))
    for (int i = rest.begin + 1; i + 1 < object_end; ++i)
      if (is_comma_mark(at(i).mark)) rest.begin = i + 1;
  if (object_end > rest.begin && at(rest.begin).is(Kind::kPreposition))  // در نشست خود این گزارش را: the object alone
    for (int i = rest.begin + 1; i < object_end; ++i)
      if (at(i).is(Kind::kClaimNoun) || has_stop(i, "doing") || fold(i) == "\u0627\u06cc\u0646" ||
          fold(i) == "\u0622\u0646") {
        rest.begin = i;
        break;
      }
  const int after = cue.after;
  std::optional<int> that = find_that(after, cue);
  for (int i = after; that && i < *that;
       ++i)  // گفت این کی‌یف بود که آغاز کرد: the clause begins before its "that"
    if (fold(i) == "این" || fold(i) == "آن") that = frame(cue, "say") ? std::optional<int>(after) : that;
  const bool call = frame(cue, "call");
  if (!claimed.empty()) {
    a.content = std::move(claimed);
  } else if (!cue.middle.empty()) {  // خواستار تحقیق شد, نه این خبر را تایید کرد و نه تکذیب: between the verb's parts
    Range middle = cue.middle;
    if (fold(middle.end - 1) == "\u0631\u0627") --middle.end;
    a.content = spans_of(middle);
  } else if (that) {
    a.content = spans_of({*that, clause_end(*that, cue)});
    if (object_end > rest.begin && a.act == Act::kAccuse) a.addressee = speaker_span({rest.begin, object_end});
  } else if (after < size_ && (is_colon_mark(at(after).mark) || at(after).quote >= 0)) {
    const int from = is_colon_mark(at(after).mark) ? after + 1 : after;
    if (from < size_ && at(from).quote >= 0) {
      a.content = {quotes_[at(from).quote].inner};
    } else if (from < size_) {
      a.content = spans_of({from, clause_end(from, cue)});
    }
  } else if (frame(cue, "show") && after + 2 < size_ && !is_boundary(after) && !at(after).is(Kind::kConjunction)) {
    a.content = spans_of({after, clause_end(after, cue)});  // اسناد نشان می‌دهد محموله …
  } else if (call) {
    a.content = spans_of({rest.begin, cue.unit});
    if (calls_claim({rest.begin, cue.unit})) a.act = Act::kDismiss;
    if (names_falsehood({at(cue.unit).span})) a.act = Act::kDismiss;  // گزارش را نادرست دانست
    for (int i = rest.begin; i < cue.unit; ++i)
      if (at(i).is(Kind::kFalsehood)) a.act = Act::kDismiss;
  } else if (object_end > rest.begin && object_end + 1 < cue.unit && at(object_end + 1).is(Kind::kThat)) {
    a.content = spans_of({rest.begin, cue.unit});  // این ادعا را که … رد کرد
  } else if (object_end > rest.begin && a.act == Act::kAccuse) {
    a.addressee = speaker_span({rest.begin, object_end});
    a.content = spans_of({rest.begin, cue.unit});
  } else if (object_end > rest.begin && a.act == Act::kRequest && object_end + 2 < cue.unit &&
             fold(object_end + 1) == "به") {  // طرف‌ها را به بازگشایی مسیر فراخواند
    a.addressee = speaker_span({rest.begin, object_end});
    a.content = spans_of({object_end + 2, cue.unit});
  } else if (object_end > rest.begin) {
    a.content = spans_of({rest.begin, object_end});
  } else if (!before.empty()) {
    a.content = std::move(before);
  } else if (frame(cue, "say") && after + 2 < size_ && !is_boundary(after) && !at(after).is(Kind::kConjunction) &&
             !has_quote({rest.begin, cue.unit})) {  // یکی که نخواست نامش فاش شود گفت
                                                    // محموله‌ها …: it follows the verb
    a.content = spans_of({after, clause_end(after, cue)});
  } else if ((a.act == Act::kRequest || a.act == Act::kAsk) && after < size_ && !is_boundary(after) &&
             !at(after).is(Kind::kConjunction)) {
    if (!rest.empty()) a.addressee = speaker_span(rest);
    a.content = spans_of({after, clause_end(after, cue)});
  } else {
    for (int i = first; i < cue.unit; ++i)
      if (at(i).quote >= 0) a.content.push_back(quotes_[at(i).quote].inner);
    if (a.act == Act::kDecline && rest.empty() && a.content.empty() && after + 1 < size_ && !is_boundary(after) &&
        !at(after).is(Kind::kConjunction))
      a.content = spans_of({after, clause_end(after, cue)});  // حاضر نشد خبر را تأیید کند
    if (a.act == Act::kDecline && rest.size() > 1 && fold(rest.begin) == "\u0627\u0632") ++rest.begin;  // از پاسخ
    if (a.content.empty() && frame(cue, "say") && a.speaker.empty() && after < size_ && !is_boundary(after) &&
        !at(after).is(Kind::kConjunction))
      a.content = spans_of({after, clause_end(after, cue)});  // … و وعده داد جزئیات را اعلام کند
    if (a.content.empty()) a.content = spans_of({rest.begin, std::max(rest.begin, cue.group.begin)});
    if (a.content.empty() && after < size_ && !is_boundary(after) && !at(after).is(Kind::kConjunction) &&
        frame(cue, "say"))
      a.content = spans_of({after, clause_end(after, cue)});
    if (a.content.empty() && a.act == Act::kDecline) a.content = {at(cue.unit).span};
    if (a.content.empty() && (a.act == Act::kDeny || a.act == Act::kConfirm))
      if (const Span span = before_sentence(); !span.empty()) a.content = {span}, a.points_back = true;
  }
  if (a.content.empty() || is_petition(a)) return;
  const std::optional<Range> neither = neither_nor(a);
  if (neither) {
    while (a.content.size() > 1) a.content.pop_back();
    a.content.front().end = at(neither->begin - 1).span.end;
    a.act = Act::kDecline;
  }
  Attribution* said = finish(a, cue);
  if (!neither || !said) return;
  said->cue = span_of(*neither);
  said->is_withheld_comment = true;
}

// گفت این خبر را نه تأیید می‌کند و نه رد
// Where what is said ends with two parts that each have a "neither", the words that decline; nothing where it does not.
std::optional<SentenceReader::Range> SentenceReader::neither_nor(const Attribution& a) const {
  constexpr std::string_view kNeither = "نه";
  int begin = 0, end = 0, first = -1, second = -1;
  while (begin < size_ && at(begin).span.begin < a.content.front().begin) ++begin;
  for (end = begin; end < size_ && at(end).span.end <= a.content.front().end; ++end)
    if (at(end).is_word() && text_.tokens[at(end).token].fold == kNeither) (first < 0 ? first : second) = end;
  if (a.act != Act::kAssert || second < 0 || first <= begin || fold(first - 1) != "را" || second - first > 5 ||
      end - second > 4)
    return std::nullopt;
  return Range{first, end};
}

// تهران - ندای خلیج: سخنگوی …; تهران - ایرنا - وزیر …: behind the dash at `dash`, the agency before another or a colon.
// The last unit of the line's beginning.
int SentenceReader::dateline_agency_end(int dash) const {
  constexpr int kMostWords = 4;
  for (int i = dash + 1; i < size_ && i <= dash + kMostWords; ++i) {
    if (is_colon_mark(at(i).mark) || at(i).mark == U'-' || is_dash_mark(at(i).mark)) return i;
    if (!at(i).is_word() || at(i).is(Kind::kCue) || at(i).is(Kind::kPerson) || at(i).is(Kind::kBody)) return dash;
  }
  return dash;
}

// سرتیپ بازنشسته بهمن زرین‌کلاه، کارشناس نظامی، …
// Behind an office, a name that no row has and what is said of whom it names, between commas. Where the name ends, and
// the comma that ends what is said; `begin` where it is not so.
int SentenceReader::persian_name_end(int begin, int limit, int& aside) const {
  constexpr int kMostNames = 3, kMostWords = 12;
  int i = begin;
  while (i < limit && i < begin + kMostNames && at(i).is_word() && (at(i).lexemes.empty() || at(i).is(Kind::kTime)) &&
         !at(i).is(Kind::kPreposition))
    ++i;
  if (i == begin || begin == 0 || i + 1 >= limit || !is_comma_mark(at(i).mark) || !at(i + 1).is(Kind::kPerson) ||
      !at(i - 1).lexemes.empty() || !at(begin - 1).is_word())
    return begin;
  int k = i + 1;
  while (k < limit && k < i + kMostWords && !is_boundary(k)) ++k;
  if (k >= limit || !is_comma_mark(at(k).mark)) return begin;
  aside = k;
  return i;
}

// مدیرعامل شرکت، مالک این کشتی، نیز …: `open` is the comma behind the subject, and what stands behind it says no name
// but whose he is. The comma that ends it; `open` where it is not so.
int SentenceReader::persian_aside_end(int open, int named, const Cue& cue) const {
  constexpr int kMostWords = 6;
  if (open + 2 >= cue.group.begin || !at(open + 1).is(Kind::kPerson) || named >= cue.group.begin ||
      is_comma_mark(at(named).mark))
    return open;
  for (int i = open + 2; i < cue.group.begin && i <= open + kMostWords; ++i) {
    if (is_comma_mark(at(i).mark)) return i;
    if (!at(i).is_word() || fold(i) == "را" || at(i).quote >= 0) return open;
  }
  return open;
}

}  // namespace cordon::reading
