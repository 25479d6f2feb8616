// Turkish, whose verb of saying comes last; and “this said X”, which Persian has too.
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
    const bool called = word == "arayarak" || word == "konuşarak" || word == "bağlanarak";  // gazetemizi arayarak
    const bool reached = called || word.ends_with("ığımızda") || word.ends_with("iğimizde") ||
                         word.ends_with("uğumuzda") || word.ends_with("üğümüzde");  // telefonla ulaştığımızda
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

// Süreci izleyen bir diplomat: the first word of a sentence has a capital, and the ending of an object.
bool SentenceReader::opens_with_object(int i) const {
  if (!at(i).is_word() || (i > 0 && !is_boundary(i - 1)) || is_speaker_noun(i)) return false;
  if (i + 1 < size_ && (fold(i + 1).starts_with("'") || at(i + 1).is_capital)) return false;
  const std::string_view word = fold(i);
  for (const std::string_view ending : {"yı", "yi", "yu", "yü", "ci", "cı", "nı", "ni", "nu", "nü", "ları", "leri"})
    if (word.size() > 5 && word.ends_with(ending)) return true;
  return false;
}

// Adının yazılmasını istemeyen bir müfettiş: the sentence opens with what somebody does or does not want, in whose
// terms he is described.
bool SentenceReader::opens_with_wish(int i, int limit) const {
  if (i + 3 >= limit || !at(i).is_word() || !at(i + 1).is_word() || named_[at(i).token]) return false;
  const std::string_view whose = last_fold(i), what = last_fold(i + 1), wish = last_fold(i + 2);
  const bool genitive =
      whose.ends_with("ın") || whose.ends_with("in") || whose.ends_with("un") || whose.ends_with("ün");
  return genitive && (what.ends_with("masını") || what.ends_with("mesini")) &&
         (wish == "istemeyen" || wish == "isteyen");
}

// Nordwind'in sahibi, Nordwind'de çalışan Kemal Aydın: the ending of a name, or a participle before a name.
bool SentenceReader::is_turkish_attribute(int i, int limit) const {
  if (i + 1 >= limit || !at(i).is_word()) return false;
  const std::string_view word = fold(i);
  if (word.starts_with("'") || word.starts_with("’")) return true;
  return !at(i).is_capital && (word.ends_with("an") || word.ends_with("en")) &&
         (is_name(i + 1) || is_speaker_noun(i + 1));
}

// Merkezi Hamburg'da bulunan Nordwind: the sentence opens with what somebody has and where it is.
bool SentenceReader::opens_with_seat(int i, int limit) const {
  if (i + 3 >= limit || !at(i).is_word() || !is_name(i + 1)) return false;
  const std::string_view ending = fold(i + 2);
  return has_stop(i, "seat") && std::ranges::any_of(std::initializer_list<std::string_view>{"'da", "'de", "'ta", "'te",
                                                                                            "’da", "’de", "’ta", "’te"},
                                                    [&](std::string_view place) { return ending == place; });
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
      participle = participle || (!at(k).is_capital && !fold(k).starts_with("'") && !fold(k).starts_with("’") &&
                                  (fold(k).ends_with("an") || fold(k).ends_with("en")) && !is_speaker_noun(k) &&
                                  !is_function(k) && !at(k).is(Kind::kAdjective));
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
    if (word.starts_with(stem)) return word.ends_with("a") || word.ends_with("e");
  return false;
}

// Raporda adı geçen X'in sahibi …, listede yer alan iş insanı …: where the words end that say in which paper somebody
// is named who follows.
int SentenceReader::behind_where_named(int begin, int limit) const {
  if (begin >= limit || !at(begin).is_word() || named_[at(begin).token]) return begin;
  const std::string_view where = last_fold(begin);
  if (!where.ends_with("da") && !where.ends_with("de") && !where.ends_with("ta") && !where.ends_with("te"))
    return begin;
  for (int i = begin + 1; i + 1 < limit && i < begin + 5 && at(i).is_word(); ++i) {
    const std::string_view word = last_fold(i);
    if (word.size() < 4 || at(i).is_capital || is_function(i) || is_speaker_noun(i)) continue;
    if (!word.ends_with("an") && !word.ends_with("en")) continue;
    const bool named =
        is_name(i + 1) || is_speaker_noun(i + 1) || (i + 2 < limit && (is_name(i + 2) || is_speaker_noun(i + 2)));
    return named ? i + 1 : begin;
  }
  return begin;
}

// Açıklamanın ardından X, baskından sonra savcı, yasağa rağmen şirket: where what says when and despite what ends,
// before the subject.
int SentenceReader::behind_circumstance(int begin, int limit) const {
  const auto ends = [](std::string_view word, std::initializer_list<std::string_view> endings) {
    return std::ranges::any_of(endings, [&](std::string_view ending) { return word.ends_with(ending); });
  };
  for (int i = begin + 1; i + 1 < limit && i < begin + 7 && at(i).is_word(); ++i) {
    const std::string_view word = fold(i), before = last_fold(i - 1);
    const bool behind = (word == "ardından" || word == "sırasında" || word == "üzerine")
                            ? ends(before, {"ın", "in", "un", "ün", "ması", "mesi"})
                        : word == "sonra" || word == "önce"    ? ends(before, {"dan", "den", "tan", "ten"})
                        : word == "rağmen" || word == "karşın" ? ends(before, {"a", "e"})
                                                               : false;
    if (behind) {
      const int next = is_comma_mark(at(i + 1).mark) ? i + 2 : i + 1;
      return next < limit && at(next).is_word() && (is_name(next) || is_speaker_noun(next)) ? next : begin;
    }
    // Bakan toplantının ardından …: the subject stands before it
    const bool suffix = fold(i).starts_with("'") || fold(i).starts_with("\u2019");
    if ((is_name(i - 1) || is_speaker_noun(i - 1)) && !suffix && !ends(before, {"ın", "in", "un", "ün"})) return begin;
  }
  return begin;
}

// Göl Gazetesi: Bakanlık … reddediyor: where what stands behind the label begins that opens the clause at `begin`.
int SentenceReader::behind_label(int begin, int limit) const {
  for (int i = begin + 1; i < limit && i < begin + 5; ++i)
    if (is_colon_mark(at(i).mark)) return only_capitals({begin, i}) ? i + 1 : begin;
  return begin;
}

// Kemal Aydın şirketin Rusya'ya titanyum sattığını yalanladı: a noun with the ending of whose, behind one or a name
// that it is no part of. Not: Nordwind şirketinin sözcüsü.
bool SentenceReader::opens_turkish_genitive(int i) const {
  if (text_.language != "tr" || i == 0 || at(i).is_capital || !(is_name(i - 1) || is_speaker_noun(i - 1))) return false;
  if (at(i - 1).is(Kind::kAdjective) || at(i - 1).is(Kind::kDeterminer)) return false;
  if (!at(i).is(Kind::kCompany) && !at(i).is(Kind::kBody) && !at(i).is(Kind::kPerson)) return false;
  const std::string_view word = last_fold(i);
  const auto ends = [&](std::initializer_list<std::string_view> endings) {
    return std::ranges::any_of(endings, [&](std::string_view ending) { return word.ends_with(ending); });
  };
  return ends({"ın", "in", "un", "ün"}) && !ends({"ının", "inin", "unun", "ünün", "ların", "lerin"});
}

// Kemal Aydın belgeleri savcılığa teslim edeceğine söz verdi: papers or claims with the ending of an object, behind a
// name.
bool SentenceReader::is_turkish_object(const Cue& cue, int i) const {
  if (text_.language != "tr" || i == 0 || at(i).is_capital || frame(cue, "show")) return false;
  const std::string_view before = last_fold(i - 1);
  const bool whose = before.ends_with("ı") || before.ends_with("i") || before.ends_with("u") || before.ends_with("ü");
  if (!is_name(i - 1) && !(is_speaker_noun(i - 1) && whose)) return false;
  if (!at(i).is(Kind::kDocument) && !at(i).is(Kind::kClaimNoun)) return false;
  return last_fold(i).ends_with("ları") || last_fold(i).ends_with("leri");
}

// Reuters|'ın: the ending of whose
bool SentenceReader::is_turkish_whose(int i) const {
  std::string_view word = fold(i);
  if (!word.starts_with("'") && !word.starts_with("’")) return false;
  word.remove_prefix(word.starts_with("'") ? 1 : 3);
  return std::ranges::any_of(
      std::initializer_list<std::string_view>{"ın", "in", "un", "ün", "nın", "nin", "nun", "nün"},
      [&](std::string_view ending) { return word == ending; });
}

// Kemal Aydın pazartesi günü geminin satıldığını açıkladı, dün satışı doğruladı: where the time ends at which it was
// said, before a clause that has a subject of its own, or before an object.
int SentenceReader::behind_turkish_time(Range rest) const {
  int i = rest.begin;
  while (i < rest.end && at(i).is_word() && (at(i).is(Kind::kTime) || at(i).is(Kind::kAdverb)) && !is_name(i) &&
         !at(i).is(Kind::kDeterminer))
    ++i;
  if (i == rest.begin || i >= rest.end || text_.language != "tr") return rest.begin;
  const bool subject = is_turkish_genitive(i) || (i + 1 < rest.end && is_turkish_whose(i + 1));
  const bool object = rest.end - i <= 2 && !is_turkish_clause(last_fold(rest.end - 1));
  return subject || object ? i : rest.begin;
}

// Kemal Aydın, Reuters'a geminin satıldığını söyledi; gazetecilere …: where whom it was told ends, before a clause that
// has a subject of its own.
int SentenceReader::behind_turkish_whom(Range rest) const {
  if (text_.language != "tr" || rest.size() < 3 || at(rest.begin).quote >= 0) return rest.begin;
  const bool named = (at(rest.begin).is(Kind::kOutlet) || at(rest.begin).is(Kind::kMedia)) &&
                     is_case_ending(rest.begin + 1) &&
                     last_fold(rest.begin + 1).find_last_of("ae") != std::string::npos;
  const int next = named ? rest.begin + 2 : is_turkish_dative(rest.begin) ? rest.begin + 1 : rest.begin;
  if (next == rest.begin || next + 1 >= rest.end) return rest.begin;
  const bool whose = is_turkish_genitive(next) || (is_name(next) && is_turkish_whose(next + 1));
  return whose ? next : rest.begin;
}

// Hakan Bulut raporu “masal” diye niteledi; ancak sahibinin adını vermeyi reddetti: where the subject ends before what
// has the ending of an object, or of whose it is.
int SentenceReader::before_turkish_object(const Cue& cue, int begin, int end) const {
  if (text_.language != "tr" || end >= cue.group.begin || end <= begin) return end;
  const std::string_view word = last_fold(end - 1);
  const bool lower = !at(end - 1).is_capital && !is_name(end - 1);
  for (const std::string_view whom : {"beni", "seni", "onu", "bizi", "sizi", "onları", "bunu"})
    if (end - begin > 1 && word == whom) return end - 1;  // Savcılık sizi suçluyor
  if (end - begin == 1 && begin > 0 && lower && word.size() > 6 && (word.ends_with("nın") || word.ends_with("nin")))
    return begin;
  // Kemal Aydın şirketi kaçakçılıkla suçladı
  if (frame(cue, "accuse") && end - begin > 1 && lower &&
      (at(end - 1).is(Kind::kCompany) || at(end - 1).is(Kind::kBody)) &&
      (word.ends_with("i") || word.ends_with("ı") || word.ends_with("u") || word.ends_with("ü")) &&
      (last_fold(cue.group.begin - 1).ends_with("la") || last_fold(cue.group.begin - 1).ends_with("le")) &&
      cue.group.begin - end <= 2 && speaks({begin, end - 1})) {
    const std::string_view first = last_fold(end);
    const bool object = cue.group.begin - end == 2 &&
                        (first.ends_with("i") || first.ends_with("ı") || first.ends_with("u") || first.ends_with("ü"));
    if (!object && !at(end).is(Kind::kTime)) return end - 1;
  }
  const bool refuses = act_of(*cue.lexeme) == Act::kDecline;
  if (end - begin < 2 || !lower || !(frame(cue, "np") || frame(cue, "accuse") || frame(cue, "call") || refuses))
    return end;
  if (!at(end - 1).is(Kind::kDocument) && !at(end - 1).is(Kind::kClaimNoun)) return end;
  const bool object = word.ends_with("ı") || word.ends_with("i") || word.ends_with("u") || word.ends_with("ü");
  return object && speaks({begin, end - 1}) ? end - 1 : end;
}

// Şirket dava açtı ve geminin boş olduğunu söyledi: where what is said begins behind another verb of the subject's.
int SentenceReader::behind_other_clause(Range rest) const {
  int begin = rest.begin;
  for (int i = rest.begin + 1; i < rest.end; ++i) {
    if (at(i).quote >= 0 || is_quote_mark(at(i).mark)) break;
    if (!at(i).is(Kind::kConjunction) || !at(i - 1).is_word() || at(i - 1).is_capital) continue;
    const std::string_view verb = last_fold(i - 1);
    bool finite = false;
    for (const std::string_view ending :
         {"dı", "di", "du", "dü", "tı", "ti", "tu", "tü", "ıyor", "iyor", "uyor", "üyor"})
      finite = finite || verb.ends_with(ending);
    if (finite && verb.size() > 5 && at(i - 1).lexemes.empty()) begin = i + 1;
  }
  return begin;
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
  const int label = begin;
  begin = behind_label(begin, cue.unit + 1);
  const bool labelled = begin > label;
  while (begin + 2 < cue.unit && (is_setting_form(begin) || is_comma_mark(at(begin).mark))) ++begin;
  const auto noun = [&](int i) { return is_name(i) || is_speaker_noun(i); };
  if (frame(cue, "at") || frame(cue, "passive")) {
    read_turkish_passive(cue, begin, std::move(a));
    return;
  }
  if (read_behind(cue, begin, a) || read_pointed(cue, begin, a)) return;
  if (labelled && begin >= cue.group.begin) return;  // Yılmaz: Uyardı.: an answer, on somebody else
  if (text_.language == "tr" && !frame(cue, "part") && !goes_on) {
    begin = behind_circumstance(begin, cue.group.begin);
    begin = behind_where_named(begin, cue.group.begin);
  }
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
    Range named = trimmed({cue.after, stop});
    const Range said{begin, cue.group.begin};
    // Suçlamayı gündeme getiren X oldu: a cleft
    const bool cleft = named.size() > 1 && has_stop(named.end - 1, "cleft");
    if (cleft) --named.end;
    if (cleft && said.size() == 1 && at(said.begin).is(Kind::kClaimNoun)) a.act = act_of_noun(said.begin);
    if (!said.empty() && has_stop(said.end - 1, "views")) return;  // görüşlerini aktaran yetkili: nothing is told yet
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
  // … belirtilirken, uzman Can Arda …: the subject stands behind the clause of time
  for (int i = begin + 1; i + 1 < cue.group.begin; ++i)
    if (is_comma_mark(at(i).mark)) {
      if (at(i - 1).is_word() && text_.language == "tr" && last_fold(i - 1).ends_with("ken") &&
          last_fold(i - 1).size() > 6)
        begin = i + 1;
      break;
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
       (begin + 1 < cue.group.begin && is_case_ending(begin + 1)) || !noun(begin) || opens_with_object(begin) ||
       opens_with_seat(begin, cue.group.begin) || opens_with_wish(begin, cue.group.begin))) {
    for (int i = begin + 1; i + 1 < cue.group.begin && i < begin + 9 && at(i).is_word(); ++i) {
      const std::string_view word = text_.tokens[at(i).token_end - 1].fold;
      if (at(i).is(Kind::kCue) && word != "eden" && word != "istemeyen" && word != "isteyen") break;
      const bool participle = word.size() > 3 && !at(i).is_capital && !is_function(i) && !is_speaker_noun(i) &&
                              !word.starts_with("'") && !word.starts_with("’") &&  // Kiev'den
                              (word.ends_with("an") || word.ends_with("en"));
      if (!participle || !(noun(i + 1) || (i + 2 < cue.group.begin && noun(i + 2)))) continue;
      bool subject = false;  // Şirket Rusya'ya giden gemileri …: a subject stands before it
      for (int k = opens_with_seat(begin, cue.group.begin) ? begin + 1 : begin; k < i; ++k)
        subject = subject || (is_speaker_noun(k) && !at(k).is(Kind::kTime) && !is_case_ending(k + 1) &&
                              !(at(k).is(Kind::kState) || at(k).is(Kind::kCapital)));
      if (subject) break;
      begin = end = i + 1;
    }
  }
  if (end == begin && !goes_on) {
    int i = begin;
    if (i + 2 < cue.group.begin && text_.tokens[at(i).token].is_number && fold(i + 1) == "yaşındaki") i += 2;  // 58 …
    while (i < cue.group.begin && at(i).is_word() && !topic(i) && !(i > begin && is_turkish_object(cue, i)) &&
           !(i > begin && end == i && opens_turkish_genitive(i)) &&
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
    end = before_turkish_object(cue, begin, end);
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
  // ve Ankara'dan soruşturma açmasını talep etti; Sendika hükümetten tazminat istedi: of whom it is asked is no subject
  if (a.act == Act::kRequest) {
    const auto whence = [&](int i) {
      const std::string_view word = text_.tokens[at(i).token_end - 1].fold;
      return word.ends_with("dan") || word.ends_with("den") || word.ends_with("tan") || word.ends_with("ten");
    };
    const auto with_mark = [&](int i) { return fold(i).starts_with("'") || fold(i).starts_with("\u2019"); };
    const int name = begin < end && at(begin).is(Kind::kConjunction) ? begin + 1 : begin;
    if (end == name + 2 && with_mark(name + 1) && whence(name + 1)) end = begin;
    for (int i = begin + 1; i < end; ++i)
      if (at(i).is_word() && !at(i).is_capital && !with_mark(i) && at(i).is(Kind::kBody) && whence(i)) {
        end = i;
        break;
      }
  }
  // Şirket haberi yalanladı: the paper or claim before the verb is its object
  if (frame(cue, "np") || frame(cue, "accuse") || frame(cue, "call") || a.act == Act::kDecline)
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
  // Tanık örgütü geçen yıl hazırladığı bir raporda, …: when and where it was said is no part of who says so
  if (told == end && end > begin + 2 && end < cue.group.begin && is_comma_mark(at(end).mark) &&
      is_locative_document(end - 1))
    for (int i = begin + 1; i < end; ++i)
      if (noun(i - 1) && !noun(i) && (at(i).is(Kind::kTime) || fold(i) == "geçen" || is_turkish_clause(fold(i)))) {
        subject = trimmed({begin, i});
        break;
      }
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
  while (!rest.empty() && (frame(cue, "np") || frame(cue, "accuse") || frame(cue, "call") || a.act == Act::kDecline) &&
         (at(rest.begin).is(Kind::kTime) || at(rest.begin).is(Kind::kAdverb) || at(rest.begin).is(Kind::kConjunction) ||
          is_comma_mark(at(rest.begin).mark)) &&
         !is_name(rest.begin) && !at(rest.begin).is(Kind::kDeterminer))
    ++rest.begin;
  if (a.speaker.end > 0) rest.begin = behind_turkish_time(rest);
  rest.begin = behind_lead(rest);
  rest.begin = behind_other_clause(rest);
  // Bakan, görüşmenin ardından "Diplomasi sürüyor" ifadesini kullandı: only what stands in the marks is said
  if (int close = rest.end - 1; frame(cue, "say") && rest.size() > 4) {
    if (fold(close) == "diye") --close;
    int open = close - 1;
    while (open > rest.begin && !is_quote_mark(at(open).mark)) --open;
    const bool marks = is_quote_mark(at(close).mark) && is_quote_mark(at(open).mark) && close - open > 2;
    // iddialara ilişkin “Tamamen asılsız” dedi
    const bool short_one = is_quote_mark(at(close).mark) && is_quote_mark(at(open).mark) && close - open == 2 &&
                           open > rest.begin + 1 && has_stop(open - 1, "about");
    if ((marks || short_one) && open > rest.begin && at(close - 1).is_word() &&
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
  if (a.addressee.empty() && frame(cue, "say"))
    if (const int whom = behind_turkish_whom(rest); whom > rest.begin) {
      a.addressee = at(rest.begin).span;
      rest.begin = whom;
    }
  // bana yemin etti, “…” dedi: whom it was told, and no content
  if (rest.size() == 1 && a.addressee.empty() && !frame(cue, "np")) {
    const std::string_view whom = fold(rest.begin);
    for (const std::string_view word : {"bana", "sana", "ona", "bize", "size", "onlara"})
      if (whom == word) return;
  }
  // … el konulduğunu Reuters'a söyledi: whom it was told
  if (rest.size() > 3 && a.addressee.empty() && is_case_ending(rest.end - 1) && is_name(rest.end - 2) &&
      (fold(rest.end - 1).ends_with("a") || fold(rest.end - 1).ends_with("e")) && frame(cue, "say")) {
    const std::string_view before = text_.tokens[at(rest.end - 3).token_end - 1].fold;
    if (!before.empty() && is_turkish_clause(before)) {
      a.addressee = at(rest.end - 2).span;
      rest.end -= 2;
    }
  }
  for (int i = rest.begin; i < rest.end; ++i)
    if (at(i).quote >= 0) a.content.push_back(quotes_[at(i).quote].inner);
  if (a.content.empty()) a.content = spans_of(rest);
  // Reuters'ın yorum talebine yanıt vermedi: whose request it was, and the words that refuse
  if (a.act == Act::kDecline && a.content.size() == 1 && !rest.empty() && rest.end == cue.unit &&
      (is_turkish_whose(rest.end - 1) || is_turkish_genitive(rest.end - 1)) &&
      at(cue.unit).token_end > at(cue.unit).token + 1)
    a.content.back().end = at(cue.unit).span.end;
  // bakana tepki gösterdi: “…”; gazetecilere seslendi: “…”: whom stands before the verb, what behind the colon
  if (text_.language == "tr" && cue.after + 1 < size_ && is_colon_mark(at(cue.after).mark) &&
      at(cue.after + 1).quote >= 0 && rest.size() == 1 && !is_turkish_clause(last_fold(rest.begin)))
    a.content = {quotes_[at(cue.after + 1).quote].inner};
  if (a.content.empty() && a.act == Act::kDecline) a.content = {at(cue.unit).span};
  const bool said_next = cue.after + 1 < size_ && is_colon_mark(at(cue.after).mark) && at(cue.after + 1).quote >= 0;
  if (a.content.empty() && said_next && frame(cue, "say")) return;  // Koç şöyle konuştu: “…”
  if (a.content.empty()) {                                          // Şirket yalanladı.
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
  // این را رضا مرادی، مدیر شرکت، گفت
  // What is said of him stands between commas.
  if (!turkish && from > begin && is_comma_mark(at(from - 1).mark) && from + 2 >= cue.group.begin)
    while (from > begin && (!is_boundary(from - 1) || is_comma_mark(at(from - 1).mark)) &&
           !(fold(from) == "این" && from + 1 < size_ && fold(from + 1) == "را"))
      --from;
  if ((!frame(cue, "say") && !frame(cue, "show")) || from + (turkish ? 1 : 2) >= cue.group.begin) return false;
  if (turkish ? fold(from) != "bunu" : fold(from) != "این" || fold(from + 1) != "را") return false;
  const int who = from + (turkish ? 1 : 2);
  int end = cue.group.begin;
  if (!turkish) end = persian_pointing_end(who, end);
  if (end <= who || !(speaks({who, end}) || (!turkish && is_bare_surname(who)))) return false;
  // bunu armatörün talimatıyla yaptığını öne sürdü: a clause on "this", and nobody who speaks
  if (turkish && is_turkish_clause(text_.tokens[at(end - 1).token_end - 1].fold)) return false;
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

}  // namespace cordon::reading
