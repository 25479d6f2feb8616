// analyze(): the rules of DOMAIN section 8 as far as they concern one name.
#include "names/analyze.h"

#include <gtest/gtest.h>

#include <random>

namespace cordon::names {
namespace {

constexpr std::string_view kKindNames[] = {"",       "given:",  "family:", "patronymic:", "initial:", "particle:",
                                           "title:", "suffix:", "form:",   "generic:",    "number:",  "concept:"};

// "given:vladimir patronymic:vladimirovich family:putin", each part by its first form.
std::string roles(std::string_view text, NameType type, const NameHints& hints = {}) {
  std::string out;
  for (const Part& part : analyze(text, type, hints).parts) {
    if (!out.empty()) out += ' ';
    out += kKindNames[static_cast<size_t>(part.kind)];
    out += part.forms.at(0);
  }
  return out;
}
std::string person(std::string_view text) { return roles(text, NameType::kPerson); }
std::string firm(std::string_view text) { return roles(text, NameType::kOrganization); }
std::string any(std::string_view text) { return roles(text, NameType::kAny); }

std::vector<std::string> forms(std::string_view word) {
  const AnalyzedName name = analyze(word, NameType::kPerson);
  return name.parts.size() == 1 ? name.parts[0].forms : std::vector<std::string>{};
}

bool some_form_folds_to(std::string_view word, std::string_view latin) {
  for (const std::string& form : forms(word))
    if (fold(form) == fold(latin)) return true;
  return false;
}

TEST(Normalize, FoldsCaseAndDiacritics) {
  EXPECT_EQ(person("Jørgen Łukasz Đorđe Weiß Æsir Þór"), "jorgen lukasz dorde weiss aesir thor");
  EXPECT_EQ(person("Nguyễn Văn Hùng"), "nguyen particle:van hung");
  EXPECT_EQ(person("JOSE\xCC\x81"), "jose");  // decomposed accent
  EXPECT_EQ(person("Ｊｏｓé"), "jose");       // full-width letters
}
TEST(Normalize, Nm11TurkishDottedAndDotlessI) {
  EXPECT_EQ(forms("Işık")[0], "isik");
  EXPECT_EQ(forms("İBRAHİM")[0], "ibrahim");
  EXPECT_EQ(forms("ISIK")[0], "isik");
}
TEST(Normalize, Nm12ExpandsUmlautsInASecondForm) {
  EXPECT_THAT(forms("Müller"), testing::ElementsAre("muller", "mueller"));
  EXPECT_THAT(forms("Åse"), testing::ElementsAre("ase", "aase"));
  EXPECT_THAT(forms("Mladić"), testing::ElementsAre("mladic", "mladich"));
}
TEST(Normalize, Nm2ApostrophesJoinAndHyphensSplit) {
  EXPECT_EQ(person("Shaq O'Neil"), "shaq oneil");
  EXPECT_EQ(person("Ri\xE2\x80\x99"
                   "ad"),
            "riad");
  EXPECT_EQ(person("Kim Jong-un"), "kim jong un");
  EXPECT_EQ(person("\"Ivan\" (Petrov)"), "ivan petrov");
}
TEST(Normalize, NothingToReadGivesNoParts) {
  EXPECT_TRUE(analyze("", NameType::kAny).parts.empty());
  EXPECT_TRUE(analyze(" .-,/&'\" ", NameType::kPerson).parts.size() <= 1);
  EXPECT_TRUE(analyze("\xFF\xFE\x80", NameType::kAny).parts.empty());
}
TEST(Normalize, LookAlikesAreFoldedAndReported) {
  const AnalyzedName name = analyze("РUTIN", NameType::kPerson);  // Cyrillic Er
  EXPECT_EQ(name.parts.at(0).forms.at(0), "putin");
  EXPECT_TRUE(name.mixed_scripts);
  EXPECT_EQ(name.script, "Latin");
  EXPECT_FALSE(analyze("Путин", NameType::kPerson).mixed_scripts);
  EXPECT_EQ(analyze("Пyтин", NameType::kPerson).parts.at(0).forms.at(0), "putin");  // Latin y
}
TEST(Normalize, HebrewWrittenBackwardsIsTurnedRound) {
  const AnalyzedName usual = analyze("שמעון כהן", NameType::kPerson);
  const AnalyzedName name = analyze("ןהכ ןועמש", NameType::kPerson);
  EXPECT_TRUE(name.backwards);
  EXPECT_EQ(name.parts.at(1).forms, usual.parts.at(0).forms);
  EXPECT_EQ(name.parts.at(0).forms, usual.parts.at(1).forms);
  // One word shows it for all: the second has no letter of a form of its own.
  EXPECT_EQ(analyze("ןועמש השמ", NameType::kPerson).parts.at(1).forms,
            analyze("משה", NameType::kPerson).parts.at(0).forms);
  for (const std::string_view plain : {"שמעון כהן", "משה", "םולשן", "ivanoV", "planB"})
    EXPECT_FALSE(analyze(plain, NameType::kPerson).backwards) << plain;
}
TEST(Normalize, APercentSignBehindANumberIsAWord) {
  const AnalyzedName name = analyze("Club 50%ers", NameType::kOrganization);
  EXPECT_EQ(name.parts.at(2).forms.at(0), "percent");
  EXPECT_EQ(analyze("Club % ers", NameType::kOrganization).parts.size(), 2U);
  EXPECT_EQ(analyze("Club 50 % ers", NameType::kOrganization).parts.size(), 3U);
}

TEST(Persons, FamilyNameByCommaCapitalsAndHints) {
  EXPECT_EQ(person("PUTIN, Vladimir Vladimirovich"), "given:vladimir patronymic:vladimirovich family:putin");
  EXPECT_EQ(person("Vladimir PUTIN"), "given:vladimir family:putin");
  EXPECT_EQ(person("KIM Jong Un"), "family:kim given:jong given:un");
  EXPECT_EQ(person("VLADIMIR PUTIN"), "vladimir putin");
  EXPECT_EQ(any("SMITH, John"), "given:john family:smith");
  EXPECT_EQ(roles("Jose Ruiz", NameType::kPerson, {.given = "Jose", .middle = "", .family = "Ruiz"}),
            "given:jose family:ruiz");
  EXPECT_EQ(person("Smith, John, Jr."), "given:john family:smith suffix:jr");
  EXPECT_EQ(person("John Smith, Jr."), "john smith suffix:jr");
}
TEST(Persons, Patronymics) {
  EXPECT_EQ(person("Сергей Иванович Петров"), "sergey patronymic:ivanovich petrov");
  EXPECT_EQ(person("Петров Сергей Иванович"), "petrov sergey patronymic:ivanovich");
  EXPECT_EQ(person("Юлія Володимирівна Тимошенко"), "yuliya patronymic:volodymyrivna tymoshenko");
  EXPECT_EQ(person("Roman Abramovich"), "roman abramovich");
  EXPECT_EQ(person("Roman Arkadyevich Abramovich"), "roman patronymic:arkadyevich abramovich");
  EXPECT_EQ(person("Hüseyn Məmməd oğlu"), "huseyn patronymic:mammad particle:oglu");
}
TEST(Persons, Nm6Initials) {
  EXPECT_EQ(person("J.R. Tolkien"), "initial:j initial:r tolkien");
  EXPECT_EQ(person("С.И. Петров"), "initial:s initial:i petrov");
  EXPECT_EQ(person("Yu. A. Petrov"), "initial:yu initial:a petrov");
  EXPECT_EQ(person("Juan C. García L."), "juan initial:c garcia initial:l");
}
TEST(Persons, Nm4TitlesNeverLeaveNothing) {
  EXPECT_EQ(person("Mullah Mohammad Omar"), "title:mullah mohammad omar");
  EXPECT_EQ(person("Dr. Haji Gul"), "title:dr title:haji gul");
  EXPECT_EQ(person("Haji"), "haji");
  EXPECT_EQ(person("General"), "general");
  EXPECT_EQ(person("U Thein Htay"), "title:u thein htay");
  EXPECT_EQ(person("AL-ZAWAHIRI, Dr. Ayman"), "title:dr given:ayman particle:al family:zawahiri");
}
TEST(Persons, Nm3Particles) {
  EXPECT_EQ(person("Ludwig van Beethoven"), "ludwig particle:van beethoven");
  EXPECT_EQ(person("José de la Cruz"), "jose particle:de particle:la cruz");
  EXPECT_EQ(person("Yusuf bin Ali al-Shami"), "yusuf particle:bin ali particle:al shami");
  EXPECT_EQ(person("Ahmad ash-Shami"), "ahmad particle:al shami");
  EXPECT_EQ(person("Ben Smith"), "ben smith");
  EXPECT_EQ(person("Zia-ur-Rahman"), "zia particle:al rahman");
  EXPECT_EQ(person("Saif ul Islam"), "saif particle:al islam");
  EXPECT_EQ(person("Jong Un Kim"), "jong un kim");
}
TEST(Persons, AbdIsOneUnitInEverySpelling) {
  for (std::string_view spelling : {"Abd al-Rahman", "Abdul Rahman", "Abdulrahman", "Abdel Rahman", "Abderrahman",
                                    "Abd ar-Rahman", "عبد الرحمن", "عبدالرحمن"})
    EXPECT_EQ(person(spelling), "abdul rahman") << spelling;
  for (std::string_view spelling : {"Abdullah", "Abd Allah", "عبدالله", "عبد الله"})
    EXPECT_EQ(person(spelling), "abdullah") << spelling;
  EXPECT_EQ(person("Abdullayev"), "abdullayev");
  EXPECT_EQ(person("Abdulov"), "abdulov");
}
TEST(Persons, NamesWithAllahAndDinAreOneUnit) {
  for (std::string_view spelling : {"Hamidullah", "Hamid Ullah", "Hamid Allah", "حميد الله", "حميدالله"})
    EXPECT_EQ(fold(person(spelling)), "hamidula") << spelling;
  for (std::string_view spelling :
       {"Sirajuddin", "Siraj al-Din", "Siraj ud Din", "Siraj Uddin", "Sirajeddine", "سراج الدين"})
    EXPECT_EQ(fold(person(spelling)), fold("sirajuddin")) << spelling;
  EXPECT_EQ(consonants_of(analyze("سراج الدين", NameType::kPerson).parts.at(0).abjad), skeleton("sirajuddin"));
}
TEST(Persons, PatronymicsOfOtherLanguagesAreAlsoRussian) {
  const auto russian = [](std::string_view name) {
    return fold(analyze(name, NameType::kPerson).parts.at(1).forms.back());
  };
  EXPECT_EQ(russian("Ірина Олександрівна Черкасова"), russian("Irina Alexandrovna Cherkasova"));
  EXPECT_EQ(russian("Денис Сергійович Чернобай"), russian("Denis Sergeyevich Chernobay"));
  EXPECT_EQ(russian("Viktar Piatrovich Khrenin"), russian("Viktor Petrovich Khrenin"));
}
TEST(Persons, PersianCompoundsFallApart) { EXPECT_EQ(person("علیرضا احمدی"), person("علی رضا احمدی")); }
TEST(Persons, SuffixesAreNumbersWhereTheyCount) {
  EXPECT_EQ(person("John Smith III"), "john smith suffix:3");
  EXPECT_EQ(person("John Smith 3rd"), "john smith suffix:3");
  EXPECT_EQ(person("José Sousa Filho"), "jose sousa suffix:filho");
  EXPECT_EQ(person("XI Jinping"), "family:xi given:jinping");
}

TEST(Romanize, CyrillicMeetsItsLatinSpellings) {
  for (std::string_view latin : {"Yulia", "Iuliia", "Julija", "Yuliya"})
    EXPECT_TRUE(some_form_folds_to("Юлия", latin)) << latin;
  for (std::string_view latin : {"Shcherbakov", "Scherbakov", "Szczerbakow"})
    EXPECT_TRUE(some_form_folds_to("Щербаков", latin)) << latin;
  for (std::string_view latin : {"Serhii", "Sergiy"}) EXPECT_TRUE(some_form_folds_to("Сергій", latin)) << latin;
  for (std::string_view latin : {"Khrushchev", "Khrushchyov"})
    EXPECT_TRUE(some_form_folds_to("Хрущёв", latin)) << latin;
  EXPECT_TRUE(some_form_folds_to("Ђорђевић", "Djordjevic"));
  EXPECT_TRUE(some_form_folds_to("Қасым", "Kassym"));
}
TEST(Romanize, OtherAlphabets) {
  EXPECT_TRUE(some_form_folds_to("Γεώργιος", "Georgios"));
  EXPECT_TRUE(some_form_folds_to("Μπάμπης", "Mpampis"));
  EXPECT_TRUE(some_form_folds_to("სააკაშვილი", "Saakashvili"));
  EXPECT_TRUE(some_form_folds_to("Գրիգորյան", "Grigorian"));
  EXPECT_TRUE(some_form_folds_to("नरेन्द्र", "Narendra"));
  EXPECT_EQ(analyze("नरेन्द्र", NameType::kPerson).script, "Devanagari");
  EXPECT_TRUE(some_form_folds_to("タナカ", "Tanaka"));
}
TEST(Romanize, EastAsianSurnames) {
  EXPECT_EQ(person("张伟"), "family:zhang given:wei");
  EXPECT_EQ(person("張偉"), "family:zhang given:wei");
  EXPECT_EQ(person("欧阳峰"), "family:ouyang given:feng");
  EXPECT_EQ(person("习近平"), "family:xi given:jinping");
  const AnalyzedName chan = analyze("陳大文", NameType::kPerson);
  EXPECT_THAT(chan.parts.at(0).forms, testing::ElementsAre("chen", "chan", "tan"));
  const AnalyzedName kim = analyze("김정은", NameType::kPerson);
  EXPECT_THAT(kim.parts.at(0).forms, testing::ElementsAre("kim", "gim"));
  EXPECT_THAT(kim.parts.at(1).forms, testing::Contains("jongun"));
  EXPECT_THAT(kim.parts.at(1).forms, testing::Contains("jeongeun"));
}
TEST(Romanize, ArabicArticleIsAParticleOnBothSides) {
  EXPECT_EQ(person("أحمد الشامي"), "ahmad particle:al shami");
  EXPECT_EQ(person("Ahmad al-Shami"), "ahmad particle:al shami");
  const std::string abjad = analyze("الشامي", NameType::kPerson).parts.at(1).abjad;
  EXPECT_EQ(abjad, "cAmY");
  EXPECT_EQ(consonants_of(abjad), skeleton("shami"));
  EXPECT_EQ(person("الياس"), "ilyas");
}

TEST(Organizations, LegalFormsOfManyLanguagesAreClasses) {
  for (std::string_view text :
       {"OOO \"Vektor\"", "ООО «Вектор»", "Общество с ограниченной ответственностью Вектор", "О.О.О. Вектор"})
    EXPECT_EQ(firm(text), "form:ltd vektor") << text;
  for (std::string_view text :
       {"Vektor LLC", "Vektor L.L.C.", "Vektor GmbH", "Vektor Sp. z o.o.", "Vektor S.r.l.", "Vektor Co., Ltd.",
        "Vektor Ltd. Şti.", "Vektor Limited Liability Company", "Vektor Pte Ltd", "Vektor d.o.o."})
    EXPECT_EQ(firm(text), "vektor form:ltd") << text;
  for (std::string_view text : {"Vektor AO", "Vektor S.p.A.", "Vektor A.Ş.", "Vektor S.A. de C.V.", "Vektor A/S",
                                "Vektor Joint Stock Company", "Vektor Inc."})
    EXPECT_EQ(firm(text), "vektor form:jsc") << text;
  EXPECT_EQ(firm("Müller GmbH & Co. KG"), "muller form:partnership");
  EXPECT_EQ(firm("Vektor FZE"), "vektor form:fz");
  EXPECT_EQ(firm("华为有限公司"), "huawei form:ltd");
  EXPECT_EQ(firm("株式会社トヨタ"), "form:jsc toyota");
  EXPECT_EQ(firm("شركة النور ذ.م.م"), "generic:sharka particle:al nur form:ltd");
  EXPECT_EQ(firm("ایران خودرو (سهامی عام)").substr(0, 4), "iran");
}
TEST(Organizations, Co2TurkishJointStockCompanyIsNotInitials) {
  EXPECT_EQ(any("A.S. Petrov"), "initial:a initial:s petrov");
  EXPECT_EQ(any("Vektor A.S."), "vektor form:jsc");
  EXPECT_EQ(person("A.S. Petrov"), "initial:a initial:s petrov");
}
TEST(Organizations, Co3SaIsAFormOnlyAtTheEnd) {
  EXPECT_EQ(firm("Lem SA"), "lem form:jsc");
  EXPECT_EQ(firm("SA Lem"), "sa lem");
  EXPECT_EQ(any("Pedro de Sa"), "pedro particle:de sa");
}
TEST(Organizations, Co4FormsAreWholeWords) { EXPECT_EQ(firm("Coco Trading"), "coco generic:trading"); }
TEST(Organizations, Co5LightWordsAloneAreTheName) {
  EXPECT_EQ(firm("The Trading Company LLC"), "particle:the trading form:ltd");
  EXPECT_EQ(firm("General Trading Group"), "general trading group");
  EXPECT_EQ(analyze("Limited Liability Company", NameType::kOrganization).parts.at(0).kind, PartKind::kWord);
}
TEST(Organizations, NumbersAndTheirMarks) {
  for (std::string_view text : {"Plant No. 7", "Plant №7", "Plant Nr 7", "Plant 07", "Plant 7", "Plant VII"})
    EXPECT_EQ(firm(text), "concept:plant number:7") << text;
  EXPECT_EQ(firm("NII-2"), "concept:nii concept:research concept:institute number:2");
  EXPECT_EQ(firm("3-й завод"), "number:3 concept:zavod");
  EXPECT_EQ(firm("First Bank"), "number:1 generic:bank");
}
TEST(Organizations, GenericWordsCarryTheirEnglish) {
  const AnalyzedName name = analyze("Al-Nour Gen. Trdg.", NameType::kOrganization);
  ASSERT_EQ(name.parts.size(), 4U);
  EXPECT_THAT(name.parts[2].forms, testing::ElementsAre("gen", "general"));
  EXPECT_THAT(name.parts[3].forms, testing::ElementsAre("trdg", "trade"));
  EXPECT_THAT(analyze("Завод Вектор", NameType::kOrganization).parts.at(0).forms,
              testing::ElementsAre("zavod", "plant"));
  EXPECT_EQ(firm("Arms & Sons"), "arms particle:and generic:sons");
  EXPECT_EQ(firm("I.B.M. Corp"), "ibm form:jsc");
}
TEST(Organizations, WordsOfAllLanguagesOfTheUnion) {
  const auto has_form = [](std::string_view text, std::string_view form) {
    for (const Part& part : analyze(text, NameType::kOrganization).parts)
      if (std::find(part.forms.begin(), part.forms.end(), form) != part.forms.end()) return true;
    return false;
  };
  for (std::string_view text :
       {"Corps des gardiens", "Cuerpo de Guardianes", "Korpus Strażników", "Σώμα Φρουρών", "سپاه پاسداران"}) {
    EXPECT_TRUE(has_form(text, "corps")) << text;
    EXPECT_TRUE(has_form(text, "guard")) << text;
  }
}
// The words that a name's parts mean, legal forms in brackets.
std::string meaning(std::string_view text) {
  std::string out;
  for (const Part& part : analyze(text, NameType::kOrganization).parts) {
    if (part.kind == PartKind::kParticle) continue;
    if (!out.empty()) out += ' ';
    out += part.kind == PartKind::kLegalForm ? "(" + part.forms[0] + ")" : part.forms.back();
  }
  return out;
}
TEST(Organizations, StemsWithTheEndingsOfTheirLanguages) {
  for (std::string_view text : {"Завод боеприпасов", "заводу боеприпасам", "zavoda boepripasov", "Munitionsfabrik",
                                "Munitiefabriek", "Ammunition Works", "fabryka amunicji", "fabbrica di munizioni"}) {
    const std::string words = meaning(text);
    EXPECT_TRUE(words == "plant ammunition" || words == "ammunition plant") << text << ": " << words;
  }
  EXPECT_EQ(meaning("Федеральна служба безпеки"), "federal service security");
  EXPECT_EQ(meaning("Ministerul Apărării"), "ministry defense");
  EXPECT_EQ(meaning("Puolustusministeriö"), "defense ministry");
}
TEST(Organizations, CompoundsAreTheirKnownWords) {
  EXPECT_EQ(meaning("Raketenforschungsinstitut"), "missile research institute");
  EXPECT_EQ(meaning("Kutatóintézet"), "research institute");
  EXPECT_EQ(meaning("Försvarsdepartementet").substr(0, 7), "defense");
  EXPECT_EQ(firm("Rheinwerk").find(' '), std::string::npos);  // Rhein is no known word
}
TEST(Organizations, OneWordMayMeanSeveral) {
  EXPECT_EQ(meaning("Машиностроительный завод"), "machine building plant");
  EXPECT_EQ(meaning("Machine-Building Plant"), "machine building plant");
  EXPECT_EQ(meaning("НИИ Квант"), "scientific research institute kvant");
  EXPECT_EQ(meaning("Research Institute (NII)"), "research institute nii");  // in brackets it stands beside its words
}
TEST(Organizations, LegalFormsByMeaningInAnyOrder) {
  for (std::string_view text : {"Spoločnosť s ručením obmedzeným Vektor", "Vektor, společnost s ručením omezeným"})
    EXPECT_NE(meaning(text).find("(ltd)"), std::string::npos) << text << ": " << meaning(text);
  for (std::string_view text :
       {"Akciová společnost Vektor", "Spółka akcyjna Vektor", "Osakeyhtiö Vektor", "S.A. Vektor"})
    EXPECT_EQ(meaning(text), "(jsc) vektor") << text;
  EXPECT_EQ(meaning("федеральному государственному унитарному предприятию Вектор"), "(state) vektor");
}
TEST(Organizations, PlacesBehindTheirAdjectives) {
  EXPECT_EQ(analyze("Рязанский", NameType::kOrganization).parts.at(0).forms.back(), "ryazan");
}
TEST(Persons, ATitleBehindTheArticleAtTheEndIsAFamily) {
  EXPECT_EQ(person("Abdulaziz Al Sheikh"), "abdul aziz particle:al sheikh");
  EXPECT_EQ(person("Sheikh Ahmed Yasin"), "title:sheikh ahmed yasin");
  EXPECT_EQ(person("Ahmed Yasin Sheikh"), "ahmed yasin title:sheikh");
}
TEST(Organizations, ShortParticlesAreInLowerCase) {
  EXPECT_EQ(firm("Banco de la Nacion"), "generic:banco particle:de particle:la nacion");
  EXPECT_EQ(firm("An Nam Shipping"), "an nam generic:shipping");
}
TEST(Vessels, KeepTheirShortWords) { EXPECT_EQ(roles("AN YUE JIANG", NameType::kObject), "an yue jiang"); }
TEST(Vessels, PrefixesAndRomanNumerals) {
  EXPECT_EQ(roles("M/V SEA STAR II", NameType::kObject), "title:mv sea star number:2");
  EXPECT_EQ(roles("MT SEA STAR 2", NameType::kObject), "title:mt sea star number:2");
  EXPECT_EQ(roles("RA-12345", NameType::kObject), "ra number:12345");
  EXPECT_EQ(roles("MV", NameType::kObject), "mv");
}

TEST(Hostile, LongAndBrokenNamesStayBounded) {
  const std::string long_word(1 << 20, 'a');
  EXPECT_EQ(analyze(long_word, NameType::kAny).parts.size(), 1U);
  std::string many;
  for (int i = 0; i < 5000; ++i) many += "a.b ";
  EXPECT_LE(analyze(many, NameType::kAny).parts.size(), kMaxParts);
  std::mt19937 random(3);
  const std::string_view pieces[] = {"Ab", "d",        "al", "-",  ".", ",",   "عبد", "ال",   "م",        "김",
                                     "张", "有限公司", "S.", "A.", "&", "7",   "№",   "\xFF", "\xCC\x81", "ß",
                                     "Ü",  "я",        " ",  "(",  ")", "Ltd", "co",  "II",   "ア",       "ไ"};
  for (int i = 0; i < 3000; ++i) {
    std::string text;
    for (size_t k = random() % 12; k > 0; --k) text += pieces[random() % std::size(pieces)];
    for (NameType type : {NameType::kAny, NameType::kPerson, NameType::kOrganization, NameType::kObject}) {
      const AnalyzedName name = analyze(text, type);
      ASSERT_LE(name.parts.size(), kMaxParts);
      for (const Part& part : name.parts) {
        ASSERT_FALSE(part.forms.empty()) << text;
        ASSERT_LE(part.forms.size(), kMaxForms) << text;
        for (const std::string& form : part.forms) {
          ASSERT_FALSE(form.empty()) << text;
          for (char c : form) ASSERT_TRUE((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) << text << " " << form;
        }
      }
    }
  }
}

TEST(Equivalents, NationalSpellingsNicknamesAndTranslations) {
  const auto similarity = [](std::string_view a, std::string_view b) -> int {
    for (const Equivalent& e : equivalents(a))
      if (fold(e.form) == fold(b)) return e.similarity;
    return 0;
  };
  EXPECT_EQ(similarity("vladimir", "volodymyr"), 950);
  EXPECT_EQ(similarity("uladzimir", "vladimir"), 950);
  EXPECT_EQ(similarity("serhii", "sergey"), 950);
  EXPECT_EQ(similarity("muhammad", "mohd"), 950);
  EXPECT_EQ(similarity("lee", "ri"), 950);
  EXPECT_EQ(similarity("zhang", "cheung"), 950);
  EXPECT_EQ(similarity("bob", "robert"), 850);
  EXPECT_EQ(similarity("pepe", "jose"), 850);
  EXPECT_EQ(similarity("dima", "dmitriy"), 850);
  EXPECT_EQ(similarity("zavod", "plant"), 950);
  EXPECT_EQ(similarity("lena", "lina"), 0);
  EXPECT_EQ(similarity("qwertz", "x"), 0);
}
TEST(Equivalents, AreSymmetric) {
  for (std::string_view word : {"vladimir", "bob", "kim", "zavod", "mohammed"}) {
    for (const Equivalent& e : equivalents(word)) {
      bool back = false;
      for (const Equivalent& b : equivalents(e.form)) back = back || fold(b.form) == fold(word);
      EXPECT_TRUE(back) << word << " " << e.form;
    }
  }
}
TEST(Rarity, CommonIsLightAndUnseenIsHeavy) {
  EXPECT_LT(rarity_millibits(fold("muhammad")), 8000U);
  EXPECT_LT(rarity_millibits(fold("muhammad")), rarity_millibits(fold("peskov")));
  EXPECT_EQ(rarity_millibits("qqqqzzz"), 16000U);
}
TEST(Tables, HashIsStable) {
  EXPECT_EQ(tables_hash(), tables_hash());
  EXPECT_NE(tables_hash(), Hash128{});
}

}  // namespace
}  // namespace cordon::names
