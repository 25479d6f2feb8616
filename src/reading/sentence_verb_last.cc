// Turkish and Persian, whose verb of saying comes last.
#include <algorithm>

#include "reading/sentence_reader.h"

namespace cordon::reading {

// Ankara'dan, Tass'a, Reuters'ı: the ending of a case that no subject has; 'nın is whose, 'da where.
bool SentenceReader::is_case_ending(int i) const {
  std::string_view word = fold(i);
  if (word.starts_with("'")) {
    word.remove_prefix(1);
  } else if (word.starts_with("\u2019")) {
    word.remove_prefix(3);
  } else {
    return false;
  }
  for (const std::string_view ending : {"dan", "den", "tan", "ten", "ndan", "nden", "a",  "e",  "ya", "ye", "na",
                                        "ne",  "ı",   "i",   "u",   "ü",    "yı",   "yi", "yu", "yü", "nı", "ni"})
    if (word == ending) return true;
  return false;
}

// DHA'ya yaptığı açıklamada …, adının yazılmaması koşuluyla …, gerekçe göstererek …: where and how it was said, before
// what was said. Returns where that begins.
int SentenceReader::behind_lead(Range rest) const {
  int begin = rest.begin;
  for (int i = rest.begin; i < rest.end && i < rest.begin + 12; ++i) {
    if (at(i).quote >= 0 || is_quote_mark(at(i).mark) || has_cue_between(i, i + 1)) break;
    if (!at(i).is_word()) continue;
    const std::string_view word = text_.tokens[at(i).token_end - 1].fold;
    const uint32_t last = at(i).token_end - 1;
    const std::string_view before =
        last > at(rest.begin).token ? std::string_view(text_.tokens[last - 1].fold) : std::string_view();
    bool speech = false;
    for (const std::string_view stem : {"açıklama", "demeç", "demec", "röportaj", "söyleşi", "mülakat", "konuşma",
                                        "toplantı", "yanıt", "mesaj", "paylaşım", "görüşme", "ifade", "beyan"})
      speech = speech || word.starts_with(stem);
    const bool inside = word.ends_with("da") || word.ends_with("de") || word.ends_with("ta") || word.ends_with("te");
    const bool made = before.ends_with("ığı") || before.ends_with("iği") || before.ends_with("uğu") ||
                      before.ends_with("üğü") || before == "yazılı" || before == "telefonda" ||
                      word.ends_with("sında") || word.ends_with("sinde");
    const bool terms =
        word == "koşuluyla" || word == "şartıyla" || word == "kaydıyla" || word == "göstererek" || word == "isteyerek";
    const bool reached = word.ends_with("ığımızda") || word.ends_with("iğimizde") || word.ends_with("uğumuzda") ||
                         word.ends_with("üğümüzde");  // telefonla ulaştığımızda
    if ((speech && inside && made) || terms || reached) begin = i + 1;
  }
  while (begin + 1 < rest.end && is_comma_mark(at(begin).mark)) ++begin;
  return begin;
}

// Kömürü, Kotaların: the first word of a sentence, no name, with the ending of an object or of whose.
bool SentenceReader::is_object_form(int i) const {
  if (!at(i).is_word() || named_[at(i).token] || (i > 0 && !is_boundary(i - 1))) return false;
  if (i + 1 < size_ && fold(i + 1).starts_with("'")) return false;
  const std::string_view word = fold(i);
  if (word.ends_with("larının") || word.ends_with("lerinin")) return true;
  for (const Lexeme* lexeme : at(i).lexemes)  // Kömürü, Yaptırımların: goods and doings speak no more than others
    if (lexeme->kind != Kind::kGoods && lexeme->kind != Kind::kPredicate && lexeme->kind != Kind::kRisk &&
        lexeme->kind != Kind::kStop)
      return false;
  if (word.size() < 6) return false;
  for (const std::string_view ending : {"ların", "lerin", "ları", "leri", "ını", "ini", "unu", "ünü", "nın", "nin",
                                        "ğı", "ğu", "ğü", "rü", "lü", "tü", "mü", "yı", "yü"})
    if (word.ends_with(ending)) return true;
  return false;
}

// Görüşmede, Belgelerle: the first word of a sentence, no name, with the ending of where, whence or with what.
bool SentenceReader::is_setting_form(int i) const {
  if (!at(i).is_word() || named_[at(i).token] || !at(i).lexemes.empty() || (i > 0 && !is_boundary(i - 1))) return false;
  if (i + 1 < size_ && (fold(i + 1).starts_with("'") || at(i + 1).is(Kind::kPartOf))) return false;
  const std::string_view word = fold(i);
  if (word.size() < 8) return false;
  for (const std::string_view ending :
       {"mada", "mede",   "larda",  "lerde", "sında", "sinde", "sunda", "sünde", "ından", "inden", "ında",
        "inde", "lardan", "lerden", "ıyla",  "iyle",  "uyla",  "üyle",  "larla", "lerle", "lara",  "lere"})
    if (word.ends_with(ending)) return true;
  return false;
}

// gazetenin, limanın: a common noun with the ending of whose.
bool SentenceReader::is_turkish_genitive(int i) const {
  const std::string_view word = fold(i);
  if (at(i).is_capital || word.size() < 6 || at(i).is(Kind::kPerson)) return false;
  for (const std::string_view ending :
       {"nın", "nin", "nun", "nün", "ların", "lerin", "tin", "tın", "kın",    "kin",    "rin",  "rın",
        "lın", "lin", "ğın", "ğin", "ğun",   "ğün",   "mın", "min", "lardan", "lerden", "lara", "lere"})
    if (word.ends_with(ending)) return true;
  return false;
}

// Bakanlık İran|'a, Savcılık Ali Yılmaz|'ı, Bakan Fidan Brüksel|'in: where the name begins that has the ending of unit
// `suffix`, in a phrase that begins at `begin`.
int SentenceReader::turkish_name_begin(int begin, int suffix) const {
  const auto place = [&](int i) {
    return at(i).is(Kind::kState) || at(i).is(Kind::kCapital) || at(i).is(Kind::kOutlet) || at(i).is(Kind::kOrganWord);
  };
  const auto noun = [&](int i) { return is_speaker_noun(i) && !place(i); };
  const int last = suffix - 1;
  int first = last;
  if (noun(last) && at(last).is_capital && first > begin + 1 && at(first - 1).is_capital)
    --first;  // Gümrük Bakanlığı'nı
  while (first > begin && is_name(first - 1) && !noun(first - 1)) --first;
  if (place(last)) return last;
  if (first > begin || noun(last)) {
    const bool person = first > begin && (at(first - 1).is(Kind::kPerson) || at(first - 1).is(Kind::kSpokesman));
    return person && last == first ? begin : first;  // Bakan Fidan'ı is one
  }
  // Erdoğan Putin'e, Ankara Yılmaz'ın …, but: Ali Yılmaz'ın avukatı
  return last > begin && (place(last - 1) || is_case_ending(suffix)) ? last : begin;
}

// Bakanlık İran'a silah satıldığı …, Kremlin Ukrayna'nın suçlamalarını …: a name with an ending that no subject has
// belongs to what is said, where a subject stands before it. Not: Başkan Trump'ın danışmanı, Interfax'a konuşan bakan.
int SentenceReader::turkish_subject_end(int begin, int end) const {
  for (int i = begin + 2; i < end; ++i) {
    const std::string_view ending = fold(i);
    if (!(ending.starts_with("'") || ending.starts_with("’")) || !is_name(i - 1)) continue;
    const int first = turkish_name_begin(begin, i);
    if (first <= begin || !speaks({begin, first})) continue;
    const std::string_view owner = text_.tokens[at(first - 1).token_end - 1].fold;
    const bool common = at(first - 1).is(Kind::kCompany) || at(first - 1).is(Kind::kBody) ||
                        at(first - 1).is(Kind::kPerson) || at(first - 1).is(Kind::kMedia);
    bool whose = false;  // Şirketin Dubai'deki ortağı
    for (const std::string_view end_of : {"ın", "in", "un", "ün"}) whose = whose || owner.ends_with(end_of);
    if (common && whose && owner.size() > 6 && !at(first - 1).is(Kind::kOrganWord)) continue;
    bool participle = false;  // Bakan Ankara'da düzenlenen toplantıda …; konuşan: it describes the noun behind it
    for (int k = i + 1; k + 1 < end && k < i + 4; ++k)
      participle = participle || (!at(k).is_capital && (fold(k).ends_with("an") || fold(k).ends_with("en")) &&
                                  !is_speaker_noun(k) && !is_function(k) && !at(k).is(Kind::kAdjective));
    if (!participle) return first;
  }
  // armatör Panama bayraklı geminin …: the state belongs to what follows
  if (end - begin > 1 && end < size_ && has_stop(end, "hailing") && is_name(end - 1)) --end;
  return end;
}

// mahkemeye, gazetecilere, komisyona: a common noun of one who can be told, with the ending of whom.
bool SentenceReader::is_turkish_dative(int i) const {
  const std::string_view word = fold(i);
  if (at(i).is_capital || word.size() < 7) return false;
  for (const std::string_view stem :
       {"mahkeme", "gazeteci", "komisyon", "meclis",  "savcı",       "polis",   "hâkim",
        "hakim",   "yargıç",   "basın",    "ajans",   "gazete",      "muhabir", "televizyon",
        "kanal",   "kurul",    "komite",   "yetkili", "milletvekil", "dergi",   "radyo"})
    if (word.starts_with(stem))
      return word.ends_with("ye") || word.ends_with("ya") || word.ends_with("na") || word.ends_with("ne") ||
             word.ends_with("lere") || word.ends_with("lara") || word.ends_with("a") || word.ends_with("e");
  return false;
}

// Turkish: subject, content, verb. The subject ends with its comma, or with its last noun or name.
void SentenceReader::read_verb_last(const Cue& cue, Attribution a) {
  int begin = segment_begin(cue.unit);
  bool goes_on = false;  // hükümeti suçlayarak konuyu Meclis'e taşıyacağını söyledi: behind a converb no subject stands
  for (const Cue& other : cues_)
    if (other.unit < cue.unit && other.done && !frame(other, "post")) {
      // kaç hesabın dondurulduğu sorusuna yanıt vermedi: the question is what was refused
      if (a.act == Act::kDecline && act_of(*other.lexeme) == Act::kAsk && other.after >= cue.group.begin) continue;
      begin = std::max(begin, other.unit + 1);
      const std::string_view word = text_.tokens[at(other.unit).token_end - 1].fold;
      goes_on = word.ends_with("arak") || word.ends_with("erek");
    }
  for (const Cue& other : cues_)  // Reuters'ın haberine göre, iki yetkili …: who speaks stands behind it
    if (other.unit < cue.unit && other.unit > begin && frame(other, "prep") && frame(other, "post"))
      if (const Range named = subject_left(other); !named.empty() && named.begin <= begin + 1) begin = other.after;
  while (begin < cue.unit && (!at(begin).is_word() && at(begin).quote < 0)) ++begin;
  while (begin + 2 < cue.unit && (is_setting_form(begin) || is_comma_mark(at(begin).mark))) ++begin;
  const auto noun = [&](int i) { return is_name(i) || is_speaker_noun(i); };
  if (frame(cue, "at") || frame(cue, "passive")) {
    read_turkish_passive(cue, begin, std::move(a));
    return;
  }
  if (read_behind(cue, begin, a) || read_pointed(cue, begin, a)) return;
  if (fold(cue.unit) == "diyen") {  // "…" diyen Aydın: who says it follows
    int end = cue.after;
    while (end < size_ && end < cue.after + 7 && at(end).is_word() && (noun(end) || fold(end).starts_with("'"))) ++end;
    for (int i = cue.group.begin - 1; i >= begin && a.content.empty(); --i)
      if (at(i).quote >= 0) a.content = {quotes_[at(i).quote].inner};
    int close = cue.group.begin - 1, open = close - 1;  // a quotation that is woven in
    if (a.content.empty() && close > begin && is_quote_mark(at(close).mark)) {
      while (open > 0 && !is_quote_mark(at(open).mark)) --open;
      if (is_quote_mark(at(open).mark)) a.content = spans_of({open + 1, close});
    }
    if (end == cue.after || a.content.empty()) return;
    a.speaker = speaker_span({cue.after, end});
    a.rule = "quotation, participle, subject";
    finish(a, cue);
    return;
  }
  if (frame(cue,
            "part")) {  // yükün Bakü'ye gittiğini belirten Bakan Pınar Lomcu, …: the speaker follows the participle
    int stop = cue.after;
    while (stop < size_ && !is_boundary(stop) && !has_cue_between(stop, stop + 1) && stop - cue.after < 12) ++stop;
    const Range named = trimmed({cue.after, stop});
    const Range said{begin, cue.group.begin};
    if (a.act == Act::kAsk && !said.empty()) {  // lisansın iptal edilip edilmeyeceği sorulan komiser, …
      a.content = spans_of(said);
      a.addressee = speaker_span(named);
      a.rule = "asked, without an asker";
      if (!a.content.empty()) finish(a, cue);
      return;
    }
    if (named.empty() || !noun(named.end - 1) || said.empty()) return;
    a.speaker = speaker_span(named);
    for (int i = said.begin; i < said.end; ++i)
      if (at(i).quote >= 0) a.content.push_back(quotes_[at(i).quote].inner);
    if (a.content.empty()) a.content = spans_of(said);
    a.rule = "content, participle speaker";
    if (!a.content.empty()) finish(a, cue);
    return;
  }
  int end = begin;
  for (int i = begin; i < cue.group.begin; ++i)
    if (is_comma_mark(at(i).mark)) {
      bool any = false;
      for (int k = begin; k < i; ++k) any = any || noun(k);
      if (any && i - begin <= 14) end = i;
      break;
    }
  const auto topic = [&](int k) { return fold(k) == "ise" || fold(k) == "da" || fold(k) == "de"; };
  for (int i = begin + 1; i < end; ++i)  // Miller ise günlük toplantıda, …: what the particle sets off
    if (topic(i) && noun(i - 1)) end = i;
  // Geçen hafta Bakü'yü ziyaret eden bakan …: a participle before the subject, which begins behind it
  if (end == begin && !goes_on && begin < cue.group.begin &&
      (at(begin).is(Kind::kTime) || at(begin).is(Kind::kAdverb) || fold(begin) == "geçen" ||
       (begin + 1 < cue.group.begin && is_case_ending(begin + 1)) || !noun(begin))) {
    for (int i = begin + 1; i + 1 < cue.group.begin && i < begin + 9 && at(i).is_word(); ++i) {
      const std::string_view word = text_.tokens[at(i).token_end - 1].fold;
      if (at(i).is(Kind::kCue) && word != "eden") break;
      const bool participle = word.size() > 3 && !at(i).is_capital && !is_function(i) && !is_speaker_noun(i) &&
                              (word.ends_with("an") || word.ends_with("en"));
      if (!participle || !(noun(i + 1) || (i + 2 < cue.group.begin && noun(i + 2)))) continue;
      bool subject = false;  // Şirket Rusya'ya giden gemileri …: a subject stands before it
      for (int k = begin; k < i; ++k)
        subject = subject || (is_speaker_noun(k) && !at(k).is(Kind::kTime) && !is_case_ending(k + 1) &&
                              !(at(k).is(Kind::kState) || at(k).is(Kind::kCapital)));
      if (subject) break;
      begin = end = i + 1;
    }
  }
  if (end == begin && !goes_on) {
    int i = begin;
    while (i < cue.group.begin && at(i).is_word() && !topic(i) &&
           (noun(i) || at(i).is(Kind::kDeterminer) || at(i).is(Kind::kAdjective) || at(i).is(Kind::kPossessive) ||
            fold(i).starts_with("'") || (at(i).is(Kind::kPronoun) && i == begin) ||
            (i + 1 < cue.group.begin && noun(i + 1) && !at(i).is(Kind::kClaimNoun) && i < begin + 3 &&
             !(i > begin && at(i).is(Kind::kAdverb))))) {
      ++i;
      if (noun(i - 1) || fold(i - 1).starts_with("'") || at(i - 1).is(Kind::kPronoun)) end = i;
    }
    end = turkish_subject_end(begin, end);
    // Elçilik gazetenin sorularına …; Bakan limanın kapanacağını …: the ending of whose belongs to what follows
    while (end - begin > 1 && end < cue.group.begin && is_turkish_genitive(end - 1)) --end;
  }
  if (begin < cue.group.begin && (at(begin).quote >= 0 || (begin > 0 && is_quote_mark(at(begin - 1).mark)))) {
    int k = begin;  // “…” diye ekledi: a quotation is no subject, unless a noun or name follows its marks
    while (k < cue.group.begin && at(k).quote < 0 && !is_quote_mark(at(k).mark)) ++k;
    bool behind = false;
    for (int n = k + 1; n < cue.group.begin; ++n) behind = behind || noun(n);
    if (!behind || fold(cue.group.begin - 1) == "diye") end = begin;
  }
  // ve Bakanlık'tan açıklama istedi: a name in another case than the subject's, and what is asked for
  for (int i = begin + 1; i < end && end == cue.group.begin && end - begin <= 6; ++i)
    if (is_case_ending(i) && is_name(i - 1) &&
        std::none_of(units_.begin() + i, units_.begin() + end, [](const Unit& u) { return u.is(Kind::kPerson); })) {
      end = begin;
      break;
    }
  // Şirket haberi yalanladı: the paper or claim before the verb is its object
  if (frame(cue, "np") || frame(cue, "accuse") || frame(cue, "call"))
    while (end == cue.group.begin && end - begin > 1 &&
           (at(end - 1).is(Kind::kDocument) || at(end - 1).is(Kind::kClaimNoun)))
      --end;
  // eski bir çalışan Kanal Körfez'e, …: told whom
  int told = end;
  for (int i = begin + 1; i < end; ++i)
    if (is_name(i) && !is_name(i - 1) && (at(i - 1).is(Kind::kPerson) || at(i - 1).is(Kind::kSpokesman)) &&
        (is_dative(end - 1) || at(end - 1).is(Kind::kMedia))) {
      told = i;
      break;
    }
  // Kaptan mahkemeye, …; Bakan gazetecilere, …: the last noun before the comma has the ending of whom
  if (told == end && end - begin >= 2 && end < cue.group.begin && is_comma_mark(at(end).mark) &&
      is_turkish_dative(end - 1) && noun(end - 2))
    told = end - 1;
  if (told < end) a.addressee = speaker_span({told, end});
  // Bakanlık konuya ilişkin soruya, “…” yanıtını verdi: what is no noun and has the ending of whom or where
  if (told == end && end - begin >= 3 && end < cue.group.begin && is_comma_mark(at(end).mark) && !noun(end - 1) &&
      !at(end - 1).is_capital && !fold(end - 1).starts_with("'")) {
    const std::string_view last_word = text_.tokens[at(end - 1).token_end - 1].fold;
    int head = end - 1;
    while (head > begin && !noun(head - 1)) --head;
    bool oblique = false;
    for (const std::string_view ending : {"ya", "ye", "na", "ne", "da", "de", "ta", "te", "ardından", "üzerine"})
      oblique = oblique || last_word.ends_with(ending);
    if (oblique && head > begin && end - head <= 6 && !is_turkish_genitive(head - 1)) told = end = head;
  }
  // Kömürü açık artırmadan aldığını anlattı; Kotaların kalkmayacağını …: the first word has a capital, and an ending
  if (end == begin + 1 && told == end && end < cue.group.begin && !is_comma_mark(at(end).mark) && is_object_form(begin))
    end = told = begin;
  Range subject = trimmed({begin, told});
  Range rest{end, cue.group.begin};
  // Bölgesel yönetim bunu reddediyor: the subject before "this"
  if (end == begin && a.act == Act::kDeny && rest.size() >= 2 && rest.size() <= 5 && fold(rest.end - 1) == "bunu" &&
      std::none_of(units_.begin() + rest.begin, units_.begin() + rest.end,
                   [](const Unit& u) { return u.mark != 0 || u.quote >= 0; })) {
    subject = {rest.begin, rest.end - 1};
    rest.begin = rest.end - 1;
    if (!out_.empty() && !out_.back().content.empty()) a.content = out_.back().content;
  }
  int comma = cue.group.begin - 1;
  while (comma > begin && !is_comma_mark(at(comma).mark) && at(comma).quote < 0) --comma;
  bool person = false;
  for (int i = comma + 1; i < cue.group.begin; ++i)
    person = person || at(i).is(Kind::kPerson) || at(i).is(Kind::kSourceWord) || at(i).is(Kind::kSpokesman);
  if (comma > begin && is_comma_mark(at(comma).mark) && person && cue.group.begin - comma <= 6 &&
      speaks({cue.group.begin - 1, cue.group.begin})) {  // …, iki yetkili söyledi
    subject = trimmed({comma + 1, cue.group.begin});
    rest = {begin, comma};
  }
  a.speaker = speaker_span(subject);
  if (a.speaker.empty()) a.takes_speaker_before = true;
  if (a.rule.empty()) a.rule = "subject content verb";
  if (end < cue.group.begin && end > begin && (fold(end) == "ise" || fold(end) == "da" || fold(end) == "de"))
    ++rest.begin;  // Savcılık ise …: sets off the subject
  while (rest.size() > 1 && (fold(rest.end - 1) == "diye" || is_quote_mark(at(rest.end - 1).mark)) && rest.begin > 0 &&
         is_quote_mark(at(rest.begin - 1).mark))
    --rest.end;  // “…” diye ekledi
  while (rest.size() > 1 && (at(rest.begin).is(Kind::kConjunction) || is_comma_mark(at(rest.begin).mark))) ++rest.begin;
  // dün suçlamaları bir kez daha reddetti; ancak ayrıntı vermedi: when, and how it is joined
  while (!rest.empty() && (frame(cue, "np") || frame(cue, "accuse") || a.act == Act::kDecline) &&
         (at(rest.begin).is(Kind::kTime) || at(rest.begin).is(Kind::kAdverb) || at(rest.begin).is(Kind::kConjunction) ||
          is_comma_mark(at(rest.begin).mark)) &&
         !is_name(rest.begin) && !at(rest.begin).is(Kind::kDeterminer))
    ++rest.begin;
  rest.begin = behind_lead(rest);
  // Bakan, görüşmenin ardından "Diplomasi sürüyor" ifadesini kullandı: only what stands in the marks is said
  if (int close = rest.end - 1; frame(cue, "say") && rest.size() > 4) {
    if (fold(close) == "diye") --close;
    int open = close - 1;
    while (open > rest.begin && !is_quote_mark(at(open).mark)) --open;
    const bool marks = is_quote_mark(at(close).mark) && is_quote_mark(at(open).mark) && close - open > 2;
    if (marks && open > rest.begin && at(close - 1).is_word() &&
        !is_turkish_clause(text_.tokens[at(close - 1).token_end - 1].fold))
      rest = {open, close + 1};
  }
  // … gönderildiğini gazetemize doğruladı: whom it was told
  if (rest.size() > 2 && a.addressee.empty()) {
    const std::string_view last = fold(rest.end - 1), before = fold(rest.end - 2);
    const bool clause = before.ends_with("ğini") || before.ends_with("ğını") || before.ends_with("ğunu") ||
                        before.ends_with("ğünü") || before.ends_with("larını") || before.ends_with("lerini");
    if (clause &&
        (last.ends_with("mize") || last.ends_with("mıza") || last.ends_with("müze") || last.ends_with("muza"))) {
      a.addressee = at(rest.end - 1).span;
      --rest.end;
    }
  }
  for (int i = rest.begin; i < rest.end; ++i)
    if (at(i).quote >= 0) a.content.push_back(quotes_[at(i).quote].inner);
  if (a.content.empty()) a.content = spans_of(rest);
  if (a.content.empty() && a.act == Act::kDecline) a.content = {at(cue.unit).span};
  if (a.content.empty()) {  // Şirket yalanladı.
    if (const Span span = before_sentence(); !span.empty()) a.content = {span}, a.points_back = true;
  }
  if (frame(cue, "call")) judge_named(rest, a);
  if (!a.content.empty() && !is_petition(a)) finish(a, cue);
}

// Raporu “fantezi” diye niteleyen X: a claim that is called something, in quotation marks, or false, is dismissed.
void SentenceReader::judge_named(Range range, Attribution& a) const {
  if (a.act != Act::kAssert) return;
  if (calls_claim(range)) a.act = Act::kDismiss;
  for (int i = range.begin; i < range.end; ++i)
    if (at(i).is(Kind::kFalsehood)) a.act = Act::kDismiss;
}

bool SentenceReader::has_quote(Range range) const {
  for (int i = range.begin; i < range.end; ++i)
    if (at(i).quote >= 0) return true;
  return false;
}

// …، این را مدیر بندر گفت; …; bunu liman müdürü söyledi: "this" is what stands before, or behind a colon. Returns
// whether the clause of the cue points so.
bool SentenceReader::read_pointed(const Cue& cue, int begin, Attribution& a) {
  const bool turkish = text_.language == "tr";
  int from = cue.group.begin;
  while (from > begin && !is_boundary(from - 1)) --from;
  if ((!frame(cue, "say") && !frame(cue, "show")) || from + (turkish ? 1 : 2) >= cue.group.begin) return false;
  if (turkish ? fold(from) != "bunu" : fold(from) != "این" || fold(from + 1) != "را") return false;
  const int who = from + (turkish ? 1 : 2);
  int end = cue.group.begin;
  if (!turkish) end = persian_subject_end(who, end);
  if (end <= who || !speaks({who, end})) return false;
  a.speaker = speaker_span({who, end});
  a.rule = "what was just said";
  const int next = cue.after;
  if (next + 1 < size_ && is_colon_mark(at(next).mark)) {
    a.content = at(next + 1).quote >= 0 ? std::vector<Span>{quotes_[at(next + 1).quote].inner}
                                        : spans_of({next + 1, clause_end(next + 1, cue)});
  } else if (from > 1) {
    int first = from - 1;
    while (first > 0 && at(first).quote < 0 && !is_semicolon_mark(at(first - 1).mark)) --first;
    if (at(first).quote >= 0)
      a.content = {quotes_[at(first).quote].inner};
    else
      a.content = spans_of({first, from});
  } else if (const Span span = before_sentence(); !span.empty()) {
    a.content = {span}, a.points_back = true;
  }
  if (a.content.empty()) return false;
  finish(a, cue);
  return true;
}

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

// پکن با رد این اتهام‌ها از واشنگتن خواست …; ضمن تأکید بر اینکه …: what the subject says beside its verb. It is
// taken out of the clause.
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
    if (end < verb->group.begin && is_comma_mark(at(end).mark)) ++end;
    for (int k = i; k < end; ++k) skipped_[k] = true;
    leads.push_back(std::move(a));
  }
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

// Persian: subject, whom, object را verb, and what is said behind the verb: گفت که …
void SentenceReader::read_persian(const Cue& cue, Attribution a) {
  int begin = segment_begin(cue.unit);
  if (read_pointed(cue, begin, a)) return;
  Range lead;  // وی در پاسخ به پرسشی گفت: who answers stands before the question
  for (const Cue& other : cues_)
    if (other.unit < cue.unit && other.done && !frame(other, "prep")) {
      if (act_of(*other.lexeme) == Act::kAsk && frame(other, "bare") && other.unit > begin &&
          (persian_subject_end(begin, other.unit) == other.unit ||
           (other.unit == begin + 1 && at(begin).is_word() && at(begin).lexemes.empty())))
        lead = {begin, other.unit};
      begin = std::max(begin, other.after);
    }
  for (int i = begin; i < cue.unit; ++i)
    if (at(i).quote >= 0 && i + 1 < cue.unit && speaks({i + 1, cue.unit})) begin = i;  // «…» X گفت
  // …، ولی گمرک …: a clause of its own
  for (int i = begin; i + 1 < cue.group.begin; ++i)
    if ((is_comma_mark(at(i).mark) && at(i + 1).is(Kind::kConjunction)) ||
        (at(i).is(Kind::kConjunction) && at(i).as(Kind::kConjunction)->value == "but" && i > begin))
      begin = i + 1;
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
  if (begin + 1 < cue.group.begin && (end == begin || end > begin + 1) && is_bare_surname(begin) &&
      !(at(begin + 1).is_word() && at(begin + 1).lexemes.empty()))
    end = begin + 1;
  if (end == begin && begin + 1 == cue.group.begin && (begin == 0 || is_boundary(begin - 1)) && at(begin).is_word() &&
      at(begin).lexemes.empty() && (frame(cue, "say") || frame(cue, "strong")))
    end = begin + 1;  // نتانیاهو تهدید کرد …
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
  if (end > begin && end < cue.group.begin && is_comma_mark(at(end).mark) && !apposed) {
    const int named = persian_subject_end(end + 1, cue.group.begin);
    if (named > end + 1 && named - end < 10 && !(named < cue.group.begin && fold(named) == "را")) end = named;
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
  if (says_behind && end == begin && cue.group.begin > begin && cue.group.begin - begin <= 3) {  // آژانس اعلام کرد که
    bool plain = true;
    for (int i = begin; i < cue.group.begin; ++i) plain = plain && at(i).is_word() && !is_function(i);
    if (plain) end = cue.group.begin;
  }
  Range rest{skip(end), cue.group.begin};
  a.speaker = speaker_span({begin, end});
  if (a.speaker.empty() && !lead.empty()) a.speaker = speaker_span(lead);
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
  if (!a.content.empty() && !is_petition(a)) finish(a, cue);
}

}  // namespace cordon::reading
