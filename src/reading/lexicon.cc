#include "reading/lexicon.h"

#include <array>
#include <mutex>

#include "base/embedded.h"
#include "base/table.h"
#include "base/utf8.h"

namespace cordon::reading {
namespace {

constexpr std::array<std::string_view, 11> kLanguages = {"en", "ru", "uk", "zh", "ar", "fa",
                                                         "fr", "de", "es", "tr", "pl"};

struct KindName {
  std::string_view name;
  Kind kind;
};

constexpr KindName kKinds[] = {
    {"cue", Kind::kCue},
    {"auxiliary", Kind::kAuxiliary},
    {"negation", Kind::kNegation},
    {"adverb", Kind::kAdverb},
    {"that", Kind::kThat},
    {"whether", Kind::kWhether},
    {"by", Kind::kBy},
    {"pronoun", Kind::kPronoun},
    {"determiner", Kind::kDeterminer},
    {"possessive", Kind::kPossessive},
    {"preposition", Kind::kPreposition},
    {"conjunction", Kind::kConjunction},
    {"subordinator", Kind::kSubordinator},
    {"person", Kind::kPerson},
    {"body", Kind::kBody},
    {"company", Kind::kCompany},
    {"media", Kind::kMedia},
    {"document", Kind::kDocument},
    {"spokesman", Kind::kSpokesman},
    {"source", Kind::kSourceWord},
    {"title", Kind::kTitle},
    {"abbreviation", Kind::kAbbreviation},
    {"hedge", Kind::kHedge},
    {"claim", Kind::kClaimNoun},
    {"anaphor", Kind::kAnaphor},
    {"time", Kind::kTime},
    {"predicate", Kind::kPredicate},
    {"falsehood", Kind::kFalsehood},
    {"nothing", Kind::kNothing},
    {"place", Kind::kPlace},
    {"organ", Kind::kOrganWord},
    {"capital", Kind::kCapital},
    {"state", Kind::kState},
    {"adjective", Kind::kAdjective},
    {"outlet", Kind::kOutlet},
    {"goods", Kind::kGoods},
    {"risk", Kind::kRisk},
    {"stop", Kind::kStop},
    {"partof", Kind::kPartOf},
};

bool is_cyrillic(std::string_view word) {
  return !word.empty() && (static_cast<unsigned char>(word[0]) == 0xd0 || static_cast<unsigned char>(word[0]) == 0xd1 ||
                           static_cast<unsigned char>(word[0]) == 0xd2);
}

// Bodies, firms, media and documents that the last part of a German noun tells.
constexpr std::string_view kCompounds[] = {
    "ministerium", "ministeriums", "behörde",     "behörden",          "gericht",   "gerichts",     "gerichtshof",
    "kommission",  "agentur",      "polizei",     "regierung",         "parlament", "botschaft",    "verband",
    "verbands",    "verbandes",    "institut",    "instituts",         "stiftung",  "organisation", "konzern",
    "konzerns",    "hersteller",   "unternehmen", "unternehmens",      "firma",     "firmen",       "gesellschaft",
    "zeitung",     "magazin",      "bericht",     "berichts",          "berichte",  "berichten",    "reederei",
    "raffinerie",  "armee",        "ausschuss",   "staatsanwaltschaft"};
// Urkunde, Werkzeuge, Angebote, Schenkel: no persons.
constexpr std::string_view kNoCompounds[] = {"kunde",  "kunden",  "zeuge",  "zeugen",  "boten",   "bote",  "enkel",
                                             "tante",  "onkel",   "mutter", "leiter",  "leitern", "autor", "opfer",
                                             "kreise", "kreisen", "quelle", "quellen", "lotse",   "könig"};

// Attached particles of Arabic (and, so, by, like, to, the), one byte pair each.
constexpr std::string_view kArabicParticles[] = {"و", "ف", "ب", "ل", "ک"};

// Kinds that stand behind an article.
bool is_noun_kind(Kind kind) {
  switch (kind) {
    case Kind::kPerson:
    case Kind::kBody:
    case Kind::kCompany:
    case Kind::kMedia:
    case Kind::kDocument:
    case Kind::kSpokesman:
    case Kind::kSourceWord:
    case Kind::kTitle:
    case Kind::kClaimNoun:
    case Kind::kPredicate:
    case Kind::kFalsehood:
    case Kind::kOrganWord:
    case Kind::kCapital:
    case Kind::kState:
    case Kind::kAdjective:
    case Kind::kGoods:
    case Kind::kRisk:
      return true;
    default:
      return false;
  }
}

// "gab den Fehler zu": the second part of a German verb ends its clause. "Gab es Grund, etwas zu beanstanden" has none.
bool closes_clause(std::span<const Token> tokens, uint32_t at, uint32_t limit) {
  if (at + 1 >= limit || tokens[at + 1].mark != 0) return true;
  constexpr std::array<std::string_view, 9> kOpenNext = {"und", "oder", "sowie", "aber", "doch",
                                                         "als", "dass", "wie",   "noch"};
  return std::ranges::find(kOpenNext, tokens[at + 1].fold) != kOpenNext.end();
}

// sagte, die Vorwürfe träfen zu: one comma between the parts of a German verb, and the second is another's.
bool crosses_comma(std::span<const Token> tokens, uint32_t from, uint32_t to) {
  uint32_t commas = 0;
  for (uint32_t i = from; i < to; ++i) commas += tokens[i].mark == ',';
  return commas == 1;
}

// liess, heisst es: as Swiss papers write ließ, heißt es. Returns whether a word changes.
bool to_swiss(std::vector<std::string>& words) {
  constexpr std::string_view kSharp = "\u00df";
  bool changed = false;
  for (std::string& word : words)
    for (size_t at = word.find(kSharp); at != std::string::npos; at = word.find(kSharp, at)) {
      word.replace(at, kSharp.size(), "ss");
      changed = true;
    }
  return changed;
}

}  // namespace

bool Lexicon::is_known(std::string_view language) {
  return std::find(kLanguages.begin(), kLanguages.end(), language) != kLanguages.end();
}

std::span<const std::string_view> Lexicon::languages() { return kLanguages; }

const Lexicon& Lexicon::of(std::string_view language) {
  static std::array<std::once_flag, kLanguages.size()> once;
  static std::array<std::unique_ptr<const Lexicon>, kLanguages.size()> lexicons;
  const auto found = std::find(kLanguages.begin(), kLanguages.end(), language);
  const size_t i = found == kLanguages.end() ? 0 : static_cast<size_t>(found - kLanguages.begin());
  std::call_once(once[i], [&] { lexicons[i].reset(new Lexicon(kLanguages[i])); });
  return *lexicons[i];
}

Lexicon::Lexicon(std::string_view language)
    : is_arabic_(language == "ar"), is_german_(language == "de"), is_persian_(language == "fa") {
  read("lexicons/" + std::string(language) + ".tsv", language);
  read("lexicons/all.tsv", language);
  read_countries(language);
}

void Lexicon::read(std::string_view table, std::string_view language) {
  for_each_table_line(table, [&](std::string_view line) {
    const std::string_view name = take_field(line, '\t');
    for (const auto& [kind_name, kind] : kKinds) {
      if (kind_name != name) continue;
      Lexeme lexeme;
      lexeme.kind = kind;
      lexeme.value = take_field(line, '\t');
      lexeme.detail = take_field(line, '\t');
      lexeme.row = static_cast<uint32_t>(lexemes_.size());
      add(std::move(lexeme), line, language);
    }
  });
}

void Lexicon::read_countries(std::string_view language) {
  const bool cyrillic = language == "ru" || language == "uk";
  for_each_table_line("countries/countries.tsv", [&](std::string_view line) {
    const std::string_view code = take_field(line, '\t');
    take_field(line, '\t');
    take_field(line, '\t');
    std::string names(take_field(line, '\t'));
    take_field(line, '\t');
    each_part(std::string(line), "|", [&](std::string_view name) {
      if (name.size() > 3) names += ';', names += name;
      return true;
    });
    std::string forms;
    each_part(names, ";", [&](std::string_view name) {
      const bool one_word = name.find(' ') == std::string_view::npos;
      if (cyrillic && is_cyrillic(name) && one_word && name.size() >= 8) {
        std::string stem(name);  // Казахстан*, Росси*: the endings of cases
        for (const std::string_view vowel : {"ия", "ія", "а", "я", "ь", "й", "о", "и"})
          if (stem.ends_with(vowel)) {
            stem.resize(stem.size() - vowel.size());
            break;
          }
        if (name.ends_with("ия")) stem += "и";
        if (name.ends_with("ія")) stem += "і";
        forms += stem + "*;";
      } else {
        forms += std::string(name) + ';';
      }
      return true;
    });
    add(Lexeme{.kind = Kind::kState,
               .value = std::string(code),
               .detail = "",
               .row = static_cast<uint32_t>(lexemes_.size())},
        forms, language);
  });
}

void Lexicon::add(Lexeme lexeme, std::string_view forms, std::string_view language) {
  lexemes_.push_back(std::move(lexeme));
  const auto number = static_cast<uint32_t>(lexemes_.size() - 1);
  each_part(forms, ";", [&](std::string_view form) {
    Form made{.words = {}, .lexeme = number};
    for (const Token& token : tokenize(form, language, 0, 0)) {
      if (token.mark == '*' && !made.words.empty()) {
        made.words.back() += '*';
      } else if (language == "fr" && token.mark == '\'' && token.joined && !made.words.empty()) {
        made.words.back() += '\'';  // qu', n', l': the text has the apostrophe at the word
      } else {
        made.words.push_back(token.mark == '~' ? "~" : token.fold);
      }
    }
    if (made.words.empty()) return true;
    if (Form swiss = made; language == "de" && to_swiss(swiss.words)) keep(std::move(swiss));
    keep(std::move(made));
    return true;
  });
}

void Lexicon::keep(Form form) {
  const std::string& first = form.words.front();
  const auto index = static_cast<uint32_t>(forms_.size());
  if (first.ends_with('*')) {
    by_start_[first.substr(0, first.size() - 1)].push_back(index);
    longest_start_ = std::max(longest_start_, first.size() - 1);
  } else {
    by_word_[first].push_back(index);
  }
  forms_.push_back(std::move(form));
}

bool Lexicon::matches(const Form& form, std::span<const Token> tokens, uint32_t at, uint32_t limit, uint32_t& end,
                      uint32_t& gap) const {
  uint32_t i = at + 1;
  for (size_t w = 1; w < form.words.size(); ++w) {
    const std::string& word = form.words[w];
    if (word == "~") {
      const std::string& next = form.words[w + 1];
      uint32_t j = i;
      const bool is_last = w + 2 == form.words.size();
      const auto is_next = [&](uint32_t k) {
        const std::string& fold = tokens[k].fold;
        if (next.ends_with('*') ? !fold.starts_with(std::string_view(next).substr(0, next.size() - 1)) : fold != next)
          return false;
        return !is_last || !is_german_ || closes_clause(tokens, k, limit);
      };
      while (j < limit && j < i + 14 && !is_next(j)) {
        const bool title = tokens[j].mark == '.' && (tokens[j - 1].fold == "dr" || tokens[j - 1].fold == "prof" ||
                                                     tokens[j - 1].fold == "st");  // sicherte Dr. Aydin zu
        if (tokens[j].mark == ';' || (tokens[j].mark == '.' && !title) || tokens[j].mark == ':' ||
            tokens[j].mark == 0x3002)
          return false;
        ++j;
      }
      if (j >= limit || !is_next(j)) return false;
      if (is_last && is_german_ && crosses_comma(tokens, i, j)) return false;
      i = gap = j;
      continue;
    }
    if (i >= limit) return false;
    if (word.ends_with('*') ? !tokens[i].fold.starts_with(std::string_view(word).substr(0, word.size() - 1))
                            : tokens[i].fold != word)
      return false;
    ++i;
  }
  end = i;
  return true;
}

void Lexicon::find(std::span<const Token> tokens, uint32_t at, uint32_t limit, std::vector<Found>& out) const {
  const auto try_forms = [&](const std::vector<uint32_t>& forms) {
    for (const uint32_t index : forms) {
      const Form& form = forms_[index];
      uint32_t end = at, gap = 0;
      if (!matches(form, tokens, at, limit, end, gap)) continue;
      if (lexemes_[form.lexeme].kind == Kind::kState &&
          form.words.front().ends_with('*')) {  // Росси*: Россия, not российский
        const std::string_view ending = std::string_view(tokens[at].fold).substr(form.words.front().size() - 1);
        if (ending.size() > 6 || ending.find("\u0441\u043a") != std::string_view::npos) continue;
      }
      uint32_t letters = 0;
      for (const std::string& word : form.words) letters += static_cast<uint32_t>(word.size()) + 1;
      out.push_back({.lexeme = &lexemes_[form.lexeme], .end = end, .letters = letters, .gap = gap});
    }
  };
  const auto try_word = [&](std::string_view word) {
    if (const auto found = by_word_.find(word); found != by_word_.end()) try_forms(found->second);
    for (size_t n = 1; n <= std::min(word.size(), longest_start_); ++n) {
      if (n < word.size() && (static_cast<unsigned char>(word[n]) & 0xc0) == 0x80) continue;
      if (const auto found = by_start_.find(word.substr(0, n)); found != by_start_.end()) try_forms(found->second);
    }
  };
  const std::string_view word = tokens[at].fold;
  const size_t before = out.size();
  try_word(word);
  if (is_persian_ &&
      out.size() == before) {  // شرکت‌ها, شرکت‌های, خبرنگاری: plural, and "a", "one"
    for (const std::string_view suffix :
         {"\u200c\u0647\u0627\u06cc\u06cc", "\u200c\u0647\u0627\u06cc", "\u200c\u0647\u0627",
          "\u0647\u0627\u06cc\u06cc", "\u0647\u0627\u06cc", "\u0647\u0627", "\u200c\u0627\u06cc", "\u06cc"}) {
      if (!word.ends_with(suffix) || word.size() < suffix.size() + 6) continue;
      const bool one = suffix == "\u06cc";
      try_word(word.substr(0, word.size() - suffix.size()));
      std::erase_if(out, [&](const Found& f) {
        if (&f < out.data() + before) return false;
        const Kind kind = f.lexeme->kind;
        const bool noun = kind == Kind::kPerson || kind == Kind::kDocument || kind == Kind::kSourceWord ||
                          kind == Kind::kSpokesman || kind == Kind::kMedia || kind == Kind::kClaimNoun;
        const bool thing = kind == Kind::kCompany || kind == Kind::kBody || kind == Kind::kGoods;
        return !(noun || (thing && !one)) || f.end != at + 1;
      });
      if (out.size() != before) return;
    }
  }
  if (is_german_ && out.size() == before && (tokens[at].is_capital || tokens[at].is_number))
    return find_compound(tokens, at, out);
  if (!is_arabic_) return;
  if (out.size() != before) {  // وردت is "was brought" and "and she answered": a cue is not lost to another word
    const bool cue = std::any_of(out.begin() + static_cast<long>(before), out.end(),
                                 [](const Found& f) { return f.lexeme->kind == Kind::kCue; });
    const std::string_view conjunction = kArabicParticles[0];
    if (cue || !word.starts_with(conjunction) || word.size() < conjunction.size() + 4) return;
    const size_t known = out.size();
    try_word(word.substr(conjunction.size()));
    std::erase_if(out, [&](const Found& f) { return &f >= out.data() + known && f.lexeme->kind != Kind::kCue; });
    return;
  }
  for (const std::string_view particle : kArabicParticles) {  // وقال: and he said
    if (!word.starts_with(particle) || word.size() < particle.size() + 4) continue;
    try_word(word.substr(particle.size()));
    const bool joins = particle == kArabicParticles[0] || particle == kArabicParticles[1];
    if (!joins)  // لنقل الزيت: "to carry", not "and he passed on": a verb of saying takes only "and"
      std::erase_if(out, [&](const Found& f) { return &f >= out.data() + before && f.lexeme->kind == Kind::kCue; });
    if (out.size() != before) return;
  }
  // النائب, والنائب, للنائب: nouns behind the article. Never a cue: الرد is an answer, not "he answered".
  for (const std::string_view article :
       {"\u0627\u0644", "\u0648\u0627\u0644", "\u0628\u0627\u0644", "\u0641\u0627\u0644", "\u0644\u0644"}) {
    if (!word.starts_with(article) || word.size() < article.size() + 4) continue;
    try_word(word.substr(article.size()));
    std::erase_if(out, [&](const Found& f) { return &f >= out.data() + before && !is_noun_kind(f.lexeme->kind); });
    if (out.size() != before) return;
  }
  for (const std::string_view suffix : {"\u0647\u0627", "\u0647\u0645", "\u0647"}) {  // مديرها: its director
    if (!word.ends_with(suffix) || word.size() < suffix.size() + 6) continue;
    try_word(word.substr(0, word.size() - suffix.size()));
    if (out.size() != before) return;
  }
}

bool Lexicon::has(std::span<const Token> tokens, uint32_t at, uint32_t limit, std::initializer_list<Kind> kinds) const {
  if (at >= limit || tokens[at].mark != 0) return false;
  std::vector<Found> found;
  find(tokens, at, limit, found);
  return std::ranges::any_of(found,
                             [&](const Found& f) { return std::ranges::find(kinds, f.lexeme->kind) != kinds.end(); });
}

// Bahn-Sprecherin, Vereinschef, Zollbehörde, der 61-Jährige: what the last part of a German noun is, the whole is. Of
// words written as one only persons and what kCompounds names, so that no Werkzeug is a witness.
void Lexicon::find_compound(std::span<const Token> tokens, uint32_t at, std::vector<Found>& out) const {
  const std::string_view word = tokens[at].fold;
  const size_t before = out.size();
  const auto take = [&](std::string_view last, bool written_as_one) {
    const auto found = by_word_.find(last);
    if (found == by_word_.end()) return false;
    const bool named = std::find(std::begin(kCompounds), std::end(kCompounds), last) != std::end(kCompounds);
    const bool never = std::find(std::begin(kNoCompounds), std::end(kNoCompounds), last) != std::end(kNoCompounds);
    if (written_as_one && never) return false;
    for (const uint32_t index : found->second) {
      const Form& form = forms_[index];
      const Kind kind = lexemes_[form.lexeme].kind;
      const bool person = kind == Kind::kPerson || kind == Kind::kSpokesman || kind == Kind::kSourceWord;
      const bool noun =
          kind == Kind::kBody || kind == Kind::kCompany || kind == Kind::kMedia || kind == Kind::kDocument;
      if (form.words.size() != 1 || !(person || (noun && (named || !written_as_one)))) continue;
      out.push_back(
          {.lexeme = &lexemes_[form.lexeme], .end = at + 1, .letters = static_cast<uint32_t>(word.size()) + 1});
    }
    return out.size() != before;
  };
  if (const size_t hyphen = word.rfind('-'); hyphen != std::string_view::npos) {
    take(word.substr(hyphen + 1), false);
    return;
  }
  constexpr size_t kLeastFirst = 3, kLeastLast = 5;  // bytes
  for (size_t n = kLeastFirst; n + kLeastLast <= word.size(); ++n) {
    if ((static_cast<unsigned char>(word[n]) & 0xc0) == 0x80) continue;
    if (take(word.substr(n), true)) return;
  }
}

std::string language_by_words(std::string_view text) {
  const std::string_view start = text.substr(0, 4000);
  std::string best = "en";
  size_t most = 0;
  for (const std::string_view language : kLanguages) {
    const Lexicon& lexicon = Lexicon::of(language);
    const std::vector<Token> tokens = tokenize(start, language, 0, 0);
    size_t hits = 0;
    std::vector<Found> found;
    for (uint32_t i = 0; i < tokens.size(); ++i) {
      found.clear();
      lexicon.find(tokens, i, static_cast<uint32_t>(tokens.size()), found);
      for (const Found& f : found) {
        const Kind kind = f.lexeme->kind;
        if (kind == Kind::kState || kind == Kind::kOutlet || kind == Kind::kGoods || kind == Kind::kCapital) continue;
        ++hits;
        break;
      }
    }
    if (hits > most) {
      most = hits;
      best = language;
    }
  }
  return best;
}

bool may_be_in(std::string_view language, std::string_view text) {
  // Between the least share that news pages of the language have (.12 for Chinese and Turkish, .15 to .26 for
  // Ukrainian, Arabic, Persian, Polish and Russian, .35 to .46 for the others) and the most that texts of its
  // neighbours have.
  constexpr std::array<std::pair<std::string_view, double>, 11> kLeastShares = {{{"en", 0.24},
                                                                                 {"de", 0.20},
                                                                                 {"fr", 0.30},
                                                                                 {"es", 0.28},
                                                                                 {"ru", 0.21},
                                                                                 {"uk", 0.10},
                                                                                 {"pl", 0.17},
                                                                                 {"tr", 0.07},
                                                                                 {"ar", 0.12},
                                                                                 {"fa", 0.14},
                                                                                 {"zh", 0.06}}};
  constexpr size_t kFewWords = 20, kMostBytes = 4000;
  const auto least = std::ranges::find(kLeastShares, language, &std::pair<std::string_view, double>::first);
  if (least == kLeastShares.end()) return false;
  const std::vector<Token> tokens = tokenize(text.substr(0, kMostBytes), language, 0, 0);
  size_t words = 0, function = 0;
  for (uint32_t i = 0; i < tokens.size(); ++i) {
    if (tokens[i].mark != 0 || tokens[i].is_number) continue;
    ++words;
    function += Lexicon::of(language).has(tokens, i, static_cast<uint32_t>(tokens.size()),
                                          {Kind::kAuxiliary, Kind::kDeterminer, Kind::kPreposition, Kind::kConjunction,
                                           Kind::kPronoun, Kind::kThat, Kind::kNegation, Kind::kSubordinator});
  }
  return words < kFewWords || static_cast<double>(function) >= least->second * static_cast<double>(words);
}

}  // namespace cordon::reading
