// Constructions of attribution in every language but English (reading_test.cc has those), one named case each: who
// speaks, with which act, what, and through which medium. A case fails when a claim is missing or one is too many.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <ostream>
#include <string>
#include <vector>

#include "reading/reading_fixture.h"

namespace cordon::reading {
namespace {

struct Construction {
  std::string_view language;
  std::string_view name;
  std::string_view text;            // lines are paragraphs, "# " begins a cross-head
  std::vector<std::string> claims;  // "speaker | act | content" or "… | medium"
};

// Shown by a failing test.
void PrintTo(const Construction& c, std::ostream* out) { *out << c.language << ' ' << c.name << ": " << c.text; }

class ConstructionTest : public testing::TestWithParam<Construction> {};

TEST_P(ConstructionTest, GivesItsClaims) {
  const Construction& c = GetParam();
  EXPECT_EQ(claims_with_media(read_text(c.text, c.language)), c.claims);
}

const Construction kConstructions[] = {
    {"ru", "AccordingTo", "По словам двух таможенников, груз ушёл в Баку.", {"двух таможенников | assert | груз ушёл в Баку"}},
    {"ru", "Citing", "Газета «Мост» сообщила со ссылкой на таможенника, что груз ушёл в Баку.", {"таможенника | assert | что груз ушёл в Баку | Мост"}},
    {"ru", "Inversion", "Груз ушёл в Баку, заявил министр Пётр Ломов.", {"Пётр Ломов | assert | Груз ушёл в Баку"}},
    {"ru", "NounCue", "Министр Пётр Ломов отверг обвинения в том, что груз ушёл в Баку.", {"Пётр Ломов | deny | обвинения в том, что груз ушёл в Баку"}},
    {"ru", "DidNotDeny", "Министр Пётр Ломов не стал отрицать, что груз ушёл.", {"Пётр Ломов | decline | что груз ушёл"}},
    {"ru", "DidNotRefute", "Министр Пётр Ломов не опроверг этих сведений.", {"Пётр Ломов | decline | этих сведений"}},
    {"ru", "HeadlineColon", "# Ломов: груз ушёл в Баку\nМинистр Пётр Ломов выступил в пятницу.", {"Пётр Ломов | assert | груз ушёл в Баку"}},
    {"ru", "QuoteTail", "«Груз ушёл в Баку», — сказал Пётр Ломов.", {"Пётр Ломов | assert | Груз ушёл в Баку"}},
    {"ru", "NestedMedia", "Таможенник рассказал газете «Мост», что груз ушёл в Баку.", {"Таможенник | assert | что груз ушёл в Баку | Мост"}},
    {"ru", "NeitherNor", "Министр Пётр Ломов не подтвердил и не опроверг эти сведения.", {"Пётр Ломов | decline | эти сведения"}},
    {"uk", "AccordingTo", "За словами двох митників, вантаж пішов до Баку.", {"двох митників | assert | вантаж пішов до Баку"}},
    {"uk", "Citing", "Газета «Міст» повідомила з посиланням на митника, що вантаж пішов до Баку.", {"митника | assert | що вантаж пішов до Баку | Міст"}},
    {"uk", "Inversion", "Вантаж пішов до Баку, заявив міністр Петро Ломко.", {"Петро Ломко | assert | Вантаж пішов до Баку"}},
    {"uk", "NounCue", "Міністр Петро Ломко відкинув звинувачення в тому, що вантаж пішов до Баку.", {"Петро Ломко | deny | звинувачення в тому, що вантаж пішов до Баку"}},
    {"uk", "DidNotDeny", "Міністр Петро Ломко не заперечив, що вантаж пішов.", {"Петро Ломко | decline | що вантаж пішов"}},
    {"uk", "DidNotRefute", "Міністр Петро Ломко не спростував цих відомостей.", {"Петро Ломко | decline | цих відомостей"}},
    {"uk", "HeadlineColon", "# Ломко: вантаж пішов до Баку\nМіністр Петро Ломко виступив у п’ятницю.", {"Петро Ломко | assert | вантаж пішов до Баку"}},
    {"uk", "QuoteTail", "«Вантаж пішов до Баку», — сказав Петро Ломко.", {"Петро Ломко | assert | Вантаж пішов до Баку"}},
    {"uk", "NestedMedia", "Митник розповів газеті «Міст», що вантаж пішов до Баку.", {"Митник | assert | що вантаж пішов до Баку | Міст"}},
    {"uk", "NeitherNor", "Міністр Петро Ломко не підтвердив і не спростував цих відомостей.", {"Петро Ломко | decline | цих відомостей"}},
    {"pl", "AccordingTo", "Według dwóch celników, ładunek trafił do Baku.", {"dwóch celników | assert | ładunek trafił do Baku"}},
    {"pl", "Citing", "Gazeta „Most” podała, powołując się na celnika, że ładunek trafił do Baku.", {"celnika | assert | że ładunek trafił do Baku | Most"}},
    {"pl", "Inversion", "Ładunek trafił do Baku – oświadczył minister Piotr Łomski.", {"Piotr Łomski | assert | Ładunek trafił do Baku"}},
    {"pl", "Passive", "Spółka Bryza została oskarżona przez prokuraturę o przemyt.", {"prokuraturę | accuse | o przemyt"}},
    {"pl", "NounCue", "Minister Piotr Łomski odrzucił oskarżenia, że ładunek trafił do Baku.", {"Piotr Łomski | deny | oskarżenia, że ładunek trafił do Baku"}},
    {"pl", "DidNotDeny", "Minister Piotr Łomski nie zaprzeczył, że ładunek trafił do Baku.", {"Piotr Łomski | decline | że ładunek trafił do Baku"}},
    {"pl", "DidNotRefute", "Minister Piotr Łomski nie zdementował tych informacji.", {"Piotr Łomski | decline | tych informacji"}},
    {"pl", "HeadlineColon", "# Łomski: ładunek trafił do Baku\nMinister Piotr Łomski wystąpił w piątek.", {"Piotr Łomski | assert | ładunek trafił do Baku"}},
    {"pl", "QuoteTail", "„Ładunek trafił do Baku” – powiedział Piotr Łomski.", {"Piotr Łomski | assert | Ładunek trafił do Baku"}},
    {"pl", "NestedMedia", "Celnik powiedział gazecie „Most”, że ładunek trafił do Baku.", {"Celnik | assert | że ładunek trafił do Baku | Most"}},
    {"pl", "NeitherNor", "Minister Piotr Łomski nie potwierdził ani nie zaprzeczył doniesieniom.", {"Piotr Łomski | decline | doniesieniom"}},
    {"de", "AccordingTo", "Laut zwei Zollbeamten ging die Ladung nach Baku.", {"zwei Zollbeamten | assert | ging die Ladung nach Baku"}},
    {"de", "Citing", "Die „Brücke“ berichtete unter Berufung auf einen Zollbeamten, dass die Ladung nach Baku ging.", {"einen Zollbeamten | assert | dass die Ladung nach Baku ging | Brücke"}},
    {"de", "Inversion", "Die Ladung ging nach Baku, sagte Minister Peter Lomm.", {"Peter Lomm | assert | Die Ladung ging nach Baku"}},
    {"de", "Passive", "Die Firma Brise wurde von der Staatsanwaltschaft beschuldigt, Gold geschmuggelt zu haben.", {"der Staatsanwaltschaft | accuse | Gold geschmuggelt zu haben"}},
    {"de", "NounCue", "Minister Peter Lomm wies den Vorwurf zurück, dass die Ladung nach Baku ging.", {"Peter Lomm | deny | den Vorwurf"}},
    {"de", "DidNotDeny", "Minister Peter Lomm bestritt nicht, dass die Ladung nach Baku ging.", {"Peter Lomm | decline | dass die Ladung nach Baku ging"}},
    {"de", "DidNotRefute", "Minister Peter Lomm dementierte den Bericht nicht.", {"Peter Lomm | decline | den Bericht"}},
    {"de", "HeadlineColon", "# Lomm: Ladung ging nach Baku\nMinister Peter Lomm trat am Freitag auf.", {"Peter Lomm | assert | Ladung ging nach Baku"}},
    {"de", "QuoteTail", "„Die Ladung ging nach Baku“, sagte Peter Lomm.", {"Peter Lomm | assert | Die Ladung ging nach Baku"}},
    {"de", "NestedMedia", "Ein Zollbeamter sagte der Zeitung „Brücke“, dass die Ladung nach Baku ging.", {"Ein Zollbeamter | assert | dass die Ladung nach Baku ging | Brücke"}},
    {"de", "NeitherNor", "Minister Peter Lomm wollte den Bericht weder bestätigen noch dementieren.", {"Peter Lomm | decline | den Bericht"}},
    {"fr", "AccordingTo", "Selon deux douaniers, la cargaison est partie à Bakou.", {"deux douaniers | assert | la cargaison est partie à Bakou"}},
    {"fr", "Citing", "Le journal « Le Pont » a rapporté, citant un douanier, que la cargaison était partie à Bakou.", {"un douanier | assert | que la cargaison était partie à Bakou | Le Pont"}},
    {"fr", "Inversion", "La cargaison est partie à Bakou, affirme le ministre Pierre Lomart.", {"Pierre Lomart | assert | La cargaison est partie à Bakou"}},
    {"fr", "Passive", "La société Brise a été accusée par le parquet de contrebande.", {"le parquet | accuse | de contrebande"}},
    {"fr", "NounCue", "Le ministre Pierre Lomart a rejeté les accusations selon lesquelles la cargaison était partie à Bakou.", {"Pierre Lomart | deny | les accusations selon lesquelles la cargaison était partie à Bakou"}},
    {"fr", "DidNotDeny", "Le ministre Pierre Lomart n’a pas nié que la cargaison était partie.", {"Pierre Lomart | decline | que la cargaison était partie"}},
    {"fr", "DidNotRefute", "Le ministre Pierre Lomart n’a pas démenti ces informations.", {"Pierre Lomart | decline | ces informations"}},
    {"fr", "HeadlineColon", "# Lomart : la cargaison est partie\nLe ministre Pierre Lomart a parlé vendredi.", {"Pierre Lomart | assert | la cargaison est partie"}},
    {"fr", "QuoteTail", "« La cargaison est partie à Bakou », a déclaré Pierre Lomart.", {"Pierre Lomart | assert | La cargaison est partie à Bakou"}},
    {"fr", "NestedMedia", "Un douanier a déclaré au journal « Le Pont » que la cargaison était partie à Bakou.", {"Un douanier | assert | que la cargaison était partie à Bakou | Le Pont"}},
    {"fr", "NeitherNor", "Le ministre Pierre Lomart n’a ni confirmé ni démenti ces informations.", {"Pierre Lomart | decline | ces informations"}},
    {"es", "AccordingTo", "Según dos aduaneros, la carga salió hacia Bakú.", {"dos aduaneros | assert | la carga salió hacia Bakú"}},
    {"es", "Citing", "El diario «El Puente» informó, citando a un aduanero, que la carga salió hacia Bakú.", {"un aduanero | assert | que la carga salió hacia Bakú | El Puente"}},
    {"es", "Inversion", "La carga salió hacia Bakú, afirmó el ministro Pedro Lomas.", {"Pedro Lomas | assert | La carga salió hacia Bakú"}},
    {"es", "Passive", "La empresa Brisa fue acusada por la fiscalía de contrabando.", {"la fiscalía | accuse | de contrabando"}},
    {"es", "NounCue", "El ministro Pedro Lomas rechazó las acusaciones de que la carga salió hacia Bakú.", {"Pedro Lomas | deny | las acusaciones de que la carga salió hacia Bakú"}},
    {"es", "DidNotDeny", "El ministro Pedro Lomas no negó que la carga saliera.", {"Pedro Lomas | decline | que la carga saliera"}},
    {"es", "DidNotRefute", "El ministro Pedro Lomas no desmintió esas informaciones.", {"Pedro Lomas | decline | esas informaciones"}},
    {"es", "HeadlineColon", "# Lomas: la carga salió\nEl ministro Pedro Lomas habló el viernes.", {"Pedro Lomas | assert | la carga salió"}},
    {"es", "QuoteTail", "«La carga salió hacia Bakú», dijo Pedro Lomas.", {"Pedro Lomas | assert | La carga salió hacia Bakú"}},
    {"es", "NestedMedia", "Un aduanero dijo al diario «El Puente» que la carga salió hacia Bakú.", {"Un aduanero | assert | que la carga salió hacia Bakú | El Puente"}},
    {"es", "NeitherNor", "El ministro Pedro Lomas ni confirmó ni desmintió esas informaciones.", {"Pedro Lomas | decline | esas informaciones"}},
    {"tr", "AccordingTo", "İki gümrük memuruna göre, yük Bakü'ye gitti.", {"İki gümrük memuruna | assert | yük Bakü'ye gitti"}},
    {"tr", "Citing", "Köprü gazetesi, bir gümrük memuruna dayanarak, yükün Bakü'ye gittiğini yazdı.", {"bir gümrük memuruna | assert | yükün Bakü'ye gittiğini | Köprü gazetesi"}},
    {"tr", "SubjectBehindTheContent", "Yük Bakü'ye gitti, iki gümrük memuru söyledi.", {"iki gümrük memuru | assert | Yük Bakü'ye gitti"}},
    {"tr", "NounCue", "Bakan Pınar Lomcu, yükün Bakü'ye gittiği iddialarını reddetti.", {"Pınar Lomcu | deny | yükün Bakü'ye gittiği iddialarını"}},
    {"tr", "DidNotDeny", "Bakan Pınar Lomcu, yükün Bakü'ye gittiğini yalanlamadı.", {"Pınar Lomcu | decline | yükün Bakü'ye gittiğini"}},
    {"tr", "NeitherNor", "Bakan Pınar Lomcu bu haberi ne doğruladı ne yalanladı.", {"Pınar Lomcu | decline | bu haberi"}},
    {"tr", "HeadlineColon", "# Lomcu: Yük Bakü'ye gitti\nBakan Pınar Lomcu cuma günü konuştu.", {"Pınar Lomcu | assert | Yük Bakü'ye gitti"}},
    {"tr", "NestedMedia", "Bir gümrük memuru Köprü gazetesine, yükün Bakü'ye gittiğini anlattı.", {"Bir gümrük memuru | assert | yükün Bakü'ye gittiğini"}},
    {"tr", "QuoteTail", "Pınar Lomcu, “Yük Bakü'ye gitti” dedi.", {"Pınar Lomcu | assert | Yük Bakü'ye gitti"}},
    {"ar", "AccordingTo", "وبحسب مسؤولين جمركيين، وصلت الشحنة إلى باكو.", {"مسؤولين جمركيين | assert | وصلت الشحنة إلى باكو"}},
    {"ar", "Citing", "ذكرت صحيفة «الجسر» نقلا عن مسؤول جمركي أن الشحنة وصلت إلى باكو.", {"مسؤول جمركي | assert | أن الشحنة وصلت إلى باكو | الجسر"}},
    {"ar", "Inversion", "وقال الوزير بطرس لومي إن الشحنة وصلت إلى باكو.", {"بطرس لومي | assert | إن الشحنة وصلت إلى باكو"}},
    {"ar", "NounCue", "ورفض الوزير بطرس لومي الاتهامات بأن الشحنة وصلت إلى باكو.", {"بطرس لومي | deny | الاتهامات بأن الشحنة وصلت إلى باكو"}},
    {"ar", "DidNotDeny", "ولم ينفِ الوزير بطرس لومي أن الشحنة وصلت إلى باكو.", {"بطرس لومي | decline | أن الشحنة وصلت إلى باكو"}},
    {"ar", "Quotation", "وقال الوزير بطرس لومي: «وصلت الشحنة إلى باكو».", {"بطرس لومي | assert | وصلت الشحنة إلى باكو"}},
    {"ar", "NestedMedia", "ونقلت صحيفة «الجسر» عن مسؤول جمركي قوله إن الشحنة وصلت إلى باكو.", {"مسؤول جمركي | assert | قوله إن الشحنة وصلت إلى باكو | الجسر"}},
    {"ar", "Denial", "ونفى الوزير بطرس لومي هذه الأنباء.", {"بطرس لومي | deny | هذه الأنباء"}},
    {"fa", "AccordingTo", "به گفته دو مأمور گمرک، محموله به باکو رفت.", {"دو مأمور گمرک | assert | محموله به باکو رفت"}},
    {"fa", "Citing", "روزنامه «پل» به نقل از یک مأمور گمرک نوشت که محموله به باکو رفته است.", {"یک مأمور گمرک | assert | که محموله به باکو رفته است | پل"}},
    {"fa", "SubjectBehindTheContent", "محموله به باکو رفته است، یک مأمور گمرک گفت.", {"یک مأمور گمرک | assert | محموله به باکو رفته است"}},
    {"fa", "NounCue", "وزیر خارجه این ادعا را که محموله به باکو رفته است رد کرد.", {"وزیر خارجه | deny | این ادعا را که محموله به باکو رفته است"}},
    {"fa", "DidNotDeny", "وزیر خارجه انکار نکرد که محموله به باکو رفته است.", {"وزیر خارجه | decline | که محموله به باکو رفته است"}},
    {"fa", "Quotation", "وزیر خارجه گفت: «محموله به باکو رفته است.»", {"وزیر خارجه | assert | محموله به باکو رفته است."}},
    {"fa", "NestedMedia", "یک مأمور گمرک به روزنامه «پل» گفت که محموله به باکو رفته است.", {"یک مأمور گمرک | assert | که محموله به باکو رفته است | پل"}},
    {"fa", "NeitherNor", "وزیر خارجه این گزارش را نه تأیید کرد و نه تکذیب کرد.", {"وزیر خارجه | decline | این گزارش"}},
    {"fa", "Denial", "وزیر خارجه این گزارش را تکذیب کرد.", {"وزیر خارجه | deny | این گزارش"}},
    {"zh", "AccordingTo", "据两名海关官员说，货物运往巴库。", {"两名海关官员 | assert | 货物运往巴库"}},
    {"zh", "Citing", "《桥报》援引一名海关官员的话报道，货物运往巴库。", {"一名海关官员 | assert | 货物运往巴库 | 桥报"}},
    {"zh", "DidNotDeny", "外交部没有否认货物运往巴库。", {"外交部 | decline | 货物运往巴库"}},
    {"zh", "QuoteTail", "“货物运往巴库。”外交部发言人李明说。", {"李明 | assert | 货物运往巴库。"}},
    {"zh", "Denial", "外交部发言人李明否认货物运往巴库。", {"李明 | deny | 货物运往巴库"}},
    {"zh", "Accusation", "美国指责中国公司走私芯片。", {"美国 | accuse | 中国公司走私芯片"}},
    {"zh", "NestedMedia", "一名海关官员告诉《桥报》，货物运往巴库。", {"一名海关官员 | assert | 货物运往巴库"}},
    {"zh", "NeitherNor", "外交部既未证实也未否认这一说法。", {"外交部 | decline | 这一说法"}},
};

INSTANTIATE_TEST_SUITE_P(Languages, ConstructionTest, testing::ValuesIn(kConstructions),
                         [](const testing::TestParamInfo<Construction>& info) {
                           return std::string(info.param.language) + std::string(info.param.name);
                         });

}  // namespace
}  // namespace cordon::reading
