// Passages in other languages than English: who is meant by a noun alone, what is no part of a subject, papers that
// speak, answers that are joined to their questions.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <ostream>
#include <string>
#include <vector>

#include "reading/reading_fixture.h"

namespace cordon::reading {
namespace {

struct Passage {
  std::string_view name;
  std::string_view language;
  std::string_view text;            // lines are paragraphs
  std::vector<std::string> claims;  // "speaker | act | content"
};

// Shown by a failing test.
void PrintTo(const Passage& passage, std::ostream* out) { *out << passage.name << ": " << passage.text; }

class PassageTest : public testing::TestWithParam<Passage> {};

TEST_P(PassageTest, GivesItsClaims) {
  EXPECT_EQ(claims_with_media(read_text(GetParam().text, GetParam().language)), GetParam().claims);
}

const Passage kTurkish[] = {
    {"NamedInAPaper",
     "tr",
     "Listede yer alan iş insanı Murat Şen suçlamayı reddetti.",
     {"Murat Şen | deny | suçlamayı"}},
    {"BehindACircumstance",
     "tr",
     "Açıklamanın ardından şirketin avukatı Selin Ateş gazetemizi arayarak karara itiraz edeceklerini bildirdi.",
     {"Selin Ateş | assert | karara itiraz edeceklerini"}},
    {"ObjectOfCalling",
     "tr",
     "Şirketin sahibi Hakan Bulut raporu “ucuz bir polisiye” diye niteledi.",
     {"Hakan Bulut | dismiss | raporu “ucuz bir polisiye”"}},
    {"TermsOfTheSource",
     "tr",
     "Adının yazılmasını istemeyen bir yetkili üç konteynerin beklediğini söyledi.",
     {"bir yetkili | assert | üç konteynerin beklediğini"}},
    {"NounAlone",
     "tr",
     "Elçilik sözcüsü Viktor Lanin suçlamayı reddetti. Sözcü, yükün gübre olduğunu söyledi.",
     {"Viktor Lanin | deny | suçlamayı", "Viktor Lanin | assert | yükün gübre olduğunu"}},
    {"BehindAnotherVerb",
     "tr",
     "Şirket dava açtı ve geminin boş olduğunu söyledi.",
     {"Şirket | assert | geminin boş olduğunu"}},
};

const Passage kArabic[] = {
    {"AnswerJoined",
     "ar",
     "سئل القبطان عن وجهته فقال إنه متجه إلى بنغازي.",
     {"- | ask | عن وجهته", "القبطان | assert | إنه متجه إلى بنغازي"}},
    {"CalledInMarks",
     "ar",
     "نفى مصدر في وزارة التجارة الخبر، معتبرا التقرير «أسطوانة قديمة».",
     {"مصدر في وزارة التجارة | deny | الخبر", "مصدر في وزارة التجارة | dismiss | التقرير «أسطوانة قديمة»"}},
    {"RefusedDeed",
     "ar",
     "اعترف البنك بوجود الحساب، غير أنه رفض الكشف عن صاحبه.",
     {"البنك | confirm | بوجود الحساب", "البنك | decline | الكشف عن صاحبه"}},
    {"RankAlone",
     "ar",
     "أكد العقيد ماهر حداد أن السفينة كانت تحمل صواريخ. وقال العقيد إن الطاقم اعترف.",
     {"ماهر حداد | assert | أن السفينة كانت تحمل صواريخ", "ماهر حداد | assert | إن الطاقم اعترف"}},
    {"NoMention", "ar", "ولا ذكر في الوثيقة لاسم الشركة.", {}},
    {"InAnswer", "ar", "وقال الوزير، ردا على سؤال، إن التحقيق لم ينته.", {"الوزير | assert | إن التحقيق لم ينته"}},
};

const Passage kOfAnother[] = {
    {"SourceCloseToHim",
     "ar",
     "قال مصدر مقرب من رامي مخلوف إن الشركة هربت النفط.",
     {"مصدر مقرب من رامي مخلوف | assert | إن الشركة هربت النفط"}},
    {"HisLawyer",
     "ar",
     "قال محامي رامي مخلوف إن الشركة هربت النفط.",
     {"محامي رامي مخلوف | assert | إن الشركة هربت النفط"}},
    {"SourceCloseToHimInTurkish",
     "tr",
     "Rami Mahluf'a yakın bir kaynak, petrolün satıldığını söyledi.",
     {"Rami Mahluf'a yakın bir kaynak | assert | petrolün satıldığını"}},
    {"SourcesCloseToHim",
     "es",
     "Según fuentes cercanas a Igor Sechin, es falso.",
     {"fuentes cercanas a Igor Sechin | assert | es falso"}},
};

const Passage kSlavic[] = {
    {"ItselfMarksTheObject",
     "ru",
     "Компания заявила, что договор расторгнут, однако самого контракта не отрицала.",
     {"Компания | assert | что договор расторгнут", "Компания | decline | самого контракта"}},
    {"PaperWithAClause",
     "ru",
     "В письме, которое цитирует газета, говорится, что платёж прошёл через Дубай.",
     {"В письме | assert | что платёж прошёл через Дубай"}},
    {"ClauseOnThePaper",
     "ru",
     "В письме, которое видела редакция, компания отрицает, что знала получателя.",
     {"компания | deny | что знала получателя"}},
    {"SaidInAPaper", "ru", "Компания в письме газете отвергла обвинения.", {"Компания | deny | обвинения"}},
    {"NotDeniedGuess",
     "ru",
     "Владелец фабрики не отрицает, что догадывался о получателе.",
     {"Владелец фабрики | decline | что догадывался о получателе"}},
    {"PlaceAndObject", "ru", "В самой фирме факт рейса не отрицают.", {"В самой фирме | decline | факт рейса"}},
    {"DefendantAccused",
     "ru",
     "Следствие считает, что Глеб Вахрушин продавал моторы в Иран. Подсудимый отрицает это.",
     {"Следствие | assert | что Глеб Вахрушин продавал моторы в Иран", "Глеб Вахрушин | deny | это"}},
    {"ItselfInPolish",
     "pl",
     "Ministerstwo oświadczyło, że raport jest stary, ale samych liczb nie zakwestionowało.",
     {"Ministerstwo | assert | że raport jest stary", "Ministerstwo | decline | samych liczb"}},
};

const Passage kRomance[] = {
    {"ThatIsWhatASays",
     "fr",
     "Le navire a livré du pétrole à Anvers : c’est ce que révèle une enquête de la douane.",
     {"une enquête de la douane | assert | Le navire a livré du pétrole à Anvers"}},
    {"TheirLawyer",
     "fr",
     "Leur avocat assure que le navire était vide.",
     {"Leur avocat | assert | que le navire était vide"}},
    {"ConfirmedIt",
     "fr",
     "Un ancien employé a fait état de fausses factures. Les douanes l’ont confirmé lundi.",
     {"Un ancien employé | assert | fausses factures", "Les douanes | confirm | fausses factures"}},
    {"RefusesToSayWhether",
     "fr",
     "Le ministère refuse de dire s’il a écrit à l’entreprise.",
     {"Le ministère | decline | de dire s’il a écrit à l’entreprise"}},
    {"OnlyWhen", "fr", "L’armateur n’était pas joignable lundi.", {"L’armateur | decline | n’était pas joignable"}},
    {"SpeaksOfANovel",
     "fr",
     "La fonderie parle, elle, d’un « roman de gare ».",
     {"La fonderie | dismiss | d’un « roman de gare »"}},
    {"BusinessmanAccused",
     "es",
     "La fiscalía acusa a Jorge Rivas de vender drones a Irán. El empresario lo niega.",
     {"La fiscalía | accuse | de vender drones a Irán", "Jorge Rivas | deny | lo"}},
    {"ClockBeforeAHeading",
     "fr",
     "# 18 h 05 Bercy : « Nous avions alerté l’entreprise »\nLe port est fermé.",
     {"Bercy | assert | Nous avions alerté l’entreprise"}},
    {"NamesBeforeQuotations",
     "fr",
     "Anna Weber préside la banque, Paul Rehm le chantier. Échange tendu. Anna Weber : « Vous les avez vendus ? » Paul "
     "Rehm : « Nous n’avons rien vendu. »",
     {"Anna Weber | ask | Vous les avez vendus ?", "Paul Rehm | assert | Nous n’avons rien vendu."}},
    {"DoesNotContest", "fr", "La société ne conteste pas la livraison.", {"La société | decline | la livraison"}},
    {"ApposedBeforeAColon",
     "fr",
     "Paul Rehm, le directeur, a souri : « Nous n’avons rien vendu à personne. »",
     {"Paul Rehm | assert | Nous n’avons rien vendu à personne."}},
    {"SpeaksOfAFilm", "es", "La empresa habla de «una mala película».", {"La empresa | dismiss | «una mala película»"}},
};

const Passage kChinese[] = {
    {"NounOfAClaim", "zh", "该厂对指控不予置评。", {"该厂 | decline | 指控"}},
    {"NextVerbHasItsOwn",
     "zh",
     "公司周二发表声明，否认与该船有任何关系，并指责记者“捏造事实”。",
     {"公司 | deny | 与该船有任何关系", "公司 | accuse | 记者“捏造事实”"}},
    {"NounAlone",
     "zh",
     "公司发言人周敏说，船只已于去年出售。发言人没有透露买家。",
     {"周敏 | assert | 船只已于去年出售", "周敏 | decline | 买家"}},
    {"OfferOfAPage", "zh", "下载客户端，查看更多报道", {}},
    {"CalledAPuzzle", "zh", "董事长赵立民将报告斥为“三流小说”。", {"赵立民 | dismiss | 报告 / “三流小说”"}},
};

std::string name_of(const testing::TestParamInfo<Passage>& info) { return std::string(info.param.name); }

INSTANTIATE_TEST_SUITE_P(Turkish, PassageTest, testing::ValuesIn(kTurkish), name_of);
INSTANTIATE_TEST_SUITE_P(Arabic, PassageTest, testing::ValuesIn(kArabic), name_of);
INSTANTIATE_TEST_SUITE_P(OfAnother, PassageTest, testing::ValuesIn(kOfAnother), name_of);
INSTANTIATE_TEST_SUITE_P(Slavic, PassageTest, testing::ValuesIn(kSlavic), name_of);
INSTANTIATE_TEST_SUITE_P(Romance, PassageTest, testing::ValuesIn(kRomance), name_of);
INSTANTIATE_TEST_SUITE_P(Chinese, PassageTest, testing::ValuesIn(kChinese), name_of);

}  // namespace
}  // namespace cordon::reading
