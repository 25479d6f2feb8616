#include "reading/lexicon.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <map>
#include <set>

#include "base/table.h"

namespace cordon::reading {
namespace {

// A row that no reader understands would be silently without effect.
TEST(Lexicon, EveryRowHasAKnownKindActAndFrame) {
  const std::set<std::string, std::less<>> kinds = {
      "cue",        "auxiliary",  "negation",    "adverb",      "that",         "whether",      "by",    "pronoun",
      "determiner", "possessive", "preposition", "conjunction", "subordinator", "person",       "body",  "company",
      "media",      "document",   "spokesman",   "source",      "title",        "abbreviation", "hedge", "claim",
      "anaphor",    "time",       "predicate",   "falsehood",   "nothing",      "place",        "organ", "capital",
      "state",      "adjective",  "outlet",      "goods",       "risk",         "stop",         "partof"};
  const std::set<std::string, std::less<>> acts = {"assert",  "accuse",  "deny",    "dismiss", "warn",
                                                   "request", "decline", "confirm", "promise", "ask"};
  const std::set<std::string, std::less<>> frames = {
      "say",  "rumour", "tell", "np",    "call", "accuse", "inf",       "ask",      "asked",  "prep", "cite",
      "show", "only",   "none", "voice", "so",   "out",    "narrative", "locative", "origin", "hear"};
  const std::set<std::string, std::less<>> flags = {
      "asked",  "noun",   "hedged", "weak", "strict", "strong",    "gap",      "quoted",   "passive",
      "bare",   "part",   "own",    "post", "via",    "from",      "locative", "comma",    "reply",
      "plain",  "echo",   "source", "back", "out",    "narrative", "behind",   "at",       "counter",
      "judge",  "liable", "rumour", "norm", "light",  "manner",    "quotes",   "question", "claim",
      "nobody", "von",    "medium", "by",   "false",  "near",      "offer",    "suspect",  "relative"};
  const std::set<std::string, std::less<>> classes = {"REQUEST", "SUPPLY",   "BUY",      "EVADE",  "OWN",
                                                      "CONTROL", "TRANSFER", "SANCTION", "WARN",   "DISINFORM",
                                                      "MEET",    "OTHER",    "KNOW",     "FINANCE"};
  const std::set<std::string, std::less<>> families = {
      "arms",          "ammunition", "uav", "missile", "armoured_vehicle", "aircraft", "electronics",
      "machine_tools", "chemicals",  "oil", "gold",    "vessel",           "aid",      "other"};
  std::vector<std::string> tables = {"lexicons/all.tsv"};
  for (const std::string_view language : Lexicon::languages())
    tables.push_back("lexicons/" + std::string(language) + ".tsv");
  for (const std::string& table : tables) {
    size_t rows = 0;
    std::map<std::string, std::vector<std::string>> written;  // by kind and form: the value and detail of each row
    for_each_table_line(table, [&](std::string_view line) {
      ++rows;
      SCOPED_TRACE(table + ": " + std::string(line.substr(0, 60)));
      const std::string_view kind = take_field(line, '\t'), value = take_field(line, '\t');
      std::string_view detail = take_field(line, '\t');
      EXPECT_TRUE(kinds.contains(kind)) << kind;
      EXPECT_FALSE(line.empty()) << "no forms";
      EXPECT_EQ(line.find('\t'), std::string_view::npos) << "a column too many";
      each_part(line, ";", [&](std::string_view form) {
        written[fmt::format("{} {}", kind, form)].push_back(fmt::format("{} {}", value, detail));
        return true;
      });
      if (kind == "predicate") EXPECT_TRUE(classes.contains(value)) << value;
      if (kind == "person" || kind == "company" || kind == "body" || kind == "media")
        for (const std::string_view flag : {"generic", "many", "office", "voice"})
          EXPECT_NE(value, flag) << "in the column of values";
      if (kind == "goods") EXPECT_TRUE(families.contains(value)) << value;
      if (kind != "cue") return;
      EXPECT_TRUE(acts.contains(value)) << value;
      EXPECT_TRUE(frames.contains(take_field(detail, ' ')));
      each_part(detail, " ", [&](std::string_view flag) {
        EXPECT_TRUE(flags.contains(flag)) << flag;
        return true;
      });
    });
    EXPECT_GT(rows, 0u) << table;
    for (const auto& [form, as] :
         written)  // written again only where another row of its kind says something else of it
      EXPECT_TRUE(as.size() == 1 || std::set(as.begin(), as.end()).size() > 1) << table << ": " << form;
  }
}

TEST(Lexicon, EveryRowOfGoodsHasALanguageAKindAndAFamily) {
  const std::set<std::string, std::less<>> families = {
      "arms",          "ammunition", "uav", "missile", "armoured_vehicle", "aircraft", "electronics",
      "machine_tools", "chemicals",  "oil", "gold",    "vessel",           "aid",      "other"};
  std::set<std::string> written;
  for_each_table_line("lexicons/goods.tsv", [&](std::string_view line) {
    SCOPED_TRACE(std::string(line.substr(0, 60)));
    const std::string_view language = take_field(line, '\t'), kind = take_field(line, '\t'),
                           family = take_field(line, '\t');
    EXPECT_TRUE(Lexicon::is_known(language)) << language;
    EXPECT_TRUE(kind == "short" || kind == "ending" || kind == "guard") << kind;
    EXPECT_EQ(kind == "guard", family.empty());
    if (!family.empty()) EXPECT_TRUE(families.contains(family)) << family;
    each_part(line, ";", [&](std::string_view form) {
      EXPECT_TRUE(written.insert(fmt::format("{} {} {} {}", language, kind, family, form)).second) << form;
      return true;
    });
  });
  EXPECT_FALSE(written.empty());
}

std::vector<std::string> kinds_at(std::string_view language, std::string_view text) {
  const std::vector<Token> tokens = tokenize(text, language, 0, 0);
  std::vector<Found> found;
  Lexicon::of(language).find(tokens, 0, static_cast<uint32_t>(tokens.size()), found);
  std::vector<std::string> out;
  for (const Found& f : found) out.push_back(f.lexeme->value);
  return out;
}

TEST(Lexicon, StemsTakeEndingsAndPhrasesSeveralWords) {
  EXPECT_NE(kinds_at("ru", "опровергла"), std::vector<std::string>());
  EXPECT_NE(kinds_at("en", "brushed off"), std::vector<std::string>());
  EXPECT_EQ(kinds_at("en", "brushed"), std::vector<std::string>());
}
TEST(Lexicon, AStateIsNotItsAdjective) {
  const auto has = [](const std::vector<std::string>& values) {
    return std::find(values.begin(), values.end(), "kz") != values.end();
  };
  EXPECT_TRUE(has(kinds_at("ru", "Казахстаном")));
}
TEST(Lexicon, ArabicParticlesAndSuffixesComeOff) {
  EXPECT_NE(kinds_at("ar", "وقال"), std::vector<std::string>());
  EXPECT_NE(kinds_at("ar", "مديرها"), std::vector<std::string>());
}
TEST(Lexicon, TheLanguageIsGuessedFromItsWords) {
  EXPECT_TRUE(may_be_in("es",
                        "La empresa negó el lunes haber vendido componentes electrónicos a Rusia, según dijo el "
                        "portavoz del Ministerio de Asuntos Exteriores en Madrid."));
  EXPECT_FALSE(may_be_in("es",
                         "La società ha negato lunedì di aver venduto componenti elettronici alla Russia, secondo "
                         "quanto ha riferito il portavoce del ministero degli Esteri a Roma."));
  EXPECT_FALSE(may_be_in("de",
                         "Het bedrijf ontkende maandag dat het elektronische onderdelen aan Rusland had verkocht, "
                         "zei een woordvoerder van het ministerie van Buitenlandse Zaken in Den Haag."));
  EXPECT_TRUE(may_be_in("en", "Putin in Minsk"));
  EXPECT_EQ(language_by_words("The ministry said that it had not been asked by the bank."), "en");
  EXPECT_EQ(language_by_words("Das Ministerium teilte mit, dass die Bank nicht gefragt worden sei."), "de");
  EXPECT_EQ(language_by_words("В министерстве заявили, что банк об этом не спрашивали."), "ru");
  EXPECT_EQ(language_by_words("У міністерстві заявили, що банк про це не питали."), "uk");
  EXPECT_EQ(language_by_words("外交部发言人表示，没有收到银行的要求。"), "zh");
  EXPECT_EQ(language_by_words("قالت الوزارة إن البنك لم يسأل عن ذلك."), "ar");
}

}  // namespace
}  // namespace cordon::reading
