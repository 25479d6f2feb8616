#include "syntax/source_text.h"

#include <gtest/gtest.h>
#include <unicode/ucnv.h>

#include <random>

#include "base/utf8.h"

namespace cordon {
namespace {

// `text` in the encoding of one of ICU's converters.
std::string encoded(std::string_view text, const char* converter) {
  UErrorCode status = U_ZERO_ERROR;
  std::string out(text.size() * 4 + 8, '\0');
  const int32_t n = ucnv_convert(converter, "UTF-8", out.data(), static_cast<int32_t>(out.size()), text.data(),
                                 static_cast<int32_t>(text.size()), &status);
  EXPECT_TRUE(U_SUCCESS(status)) << converter;
  out.resize(static_cast<size_t>(n));
  return out;
}

constexpr std::string_view kRussian =
    "Арбитражный суд отложил рассмотрение дела о поставке подшипников, сообщил представитель суда. Владелец склада "
    "заявил, что ничего не вывозил, и что документы были подделаны неизвестными лицами ещё в прошлом году.";
constexpr std::string_view kChinese =
    "一家注册在香港的贸易公司被控将轴承转口到受制裁的工厂，案件周四开庭。公司负责人否认指控，称所有货物都交给了最初的买"
    "家。检方没有说明买家是谁。";
constexpr std::string_view kJapanese =
    "海運会社は月曜日、制裁対象の工場に部品を運んだとの報道を否定した。担当者は「書類は偽造されたものだ」と述べた。税関"
    "は調査を続けている。";
constexpr std::string_view kKorean =
    "무역회사는 제재 대상 공장에 부품을 보냈다는 보도를 부인했다. 관계자는 서류가 위조된 것이라고 말했다. 세관은 "
    "조사를 계속하고 있다.";
constexpr std::string_view kGerman = "Den Vorwurf wies der Händler zurück: »Wir haben keine Kiste gesehen«, für 300 €.";
constexpr std::string_view kPolish =
    "Agencja celna w Gdyni zaprzeczyła, że odprawiła kontener z częściami do dronów. Dwóch świadków twierdzi jednak, "
    "że "
    "widziało. Rzeczniczka powiedziała, że nie było takiego zgłoszenia i że śledztwo wciąż trwa.";
constexpr std::string_view kArabic =
    "نفت شركة شحن في المنطقة الحرة أنها نقلت قطع طائرات إلى جهة خاضعة للعقوبات، وقال مديرها إن الوثائق مزورة";
constexpr std::string_view kGreek =
    "Η εταιρεία διέψευσε ότι μετέφερε εξαρτήματα σε εργοστάσιο υπό κυρώσεις. Ο εκπρόσωπος είπε ότι τα έγγραφα είναι "
    "πλαστά.";

struct Case {
  const char* converter;
  std::string_view text;
};
constexpr Case kCases[] = {
    {"windows-1251", kRussian}, {"KOI8-R", kRussian},      {"gb18030", kChinese},     {"ibm-943_P15A-2003", kJapanese},
    {"windows-949", kKorean},   {"windows-1252", kGerman}, {"windows-1250", kPolish}, {"windows-1256", kArabic},
    {"windows-1253", kGreek},   {"UTF-8", kRussian}};

TEST(SourceText, FoundOutFromTheBytes) {
  for (const Case& c : kCases) {
    const std::string page = "<html><body><p>" + encoded(c.text, c.converter) + "</p></body></html>";
    const SourceText source = SourceText::decode(page);
    EXPECT_TRUE(source.text().contains(c.text)) << c.converter << " was read as " << source.charset();
  }
}

TEST(SourceText, AsDeclared) {
  struct Declared {
    std::string_view head;
    const char* converter;
    std::string_view text;
  };
  const Declared cases[] = {
      {"<meta charset=windows-1251>", "windows-1251", "Да"},
      {"<META HTTP-EQUIV='Content-Type' CONTENT='text/html; charset=iso-8859-1'>", "windows-1252", "„x“ für"},
      {"<meta http-equiv=Content-Type content=\"text/html;charset=gb2312\">", "gb18030", "是镕"},
      {"<?xml version=\"1.0\" encoding=\"koi8-r\"?>", "KOI8-R", "Да"},
      {"<meta charset=\"shift_jis\">", "ibm-943_P15A-2003", "①否定"},
      {"<meta charset=euc-kr>", "windows-949", "부인"},
  };
  for (const Declared& c : cases) {
    const std::string page = std::string(c.head) + encoded(c.text, c.converter);
    EXPECT_EQ(SourceText::decode(page).text(), std::string(c.head) + std::string(c.text)) << c.head;
  }
  const std::string koi8 = encoded("Склад", "KOI8-R");
  EXPECT_EQ(SourceText::decode(koi8, "koi8-r").text(), "Склад");
}

TEST(SourceText, BytesAgainstWhatIsSaid) {
  EXPECT_EQ(SourceText::decode("<meta charset=iso-8859-1>für Œuvre “x”").text(),
            "<meta charset=iso-8859-1>für Œuvre “x”");
  const std::string russian = encoded(kRussian, "windows-1251");
  EXPECT_TRUE(SourceText::decode("<meta charset=utf-8>" + russian).text().ends_with(kRussian));
  EXPECT_EQ(SourceText::decode("\xEF\xBB\xBF<meta charset=koi8-r>да").text(), "<meta charset=koi8-r>да");
  const SourceText damaged = SourceText::decode("<meta charset=utf-8>да \xFF нет");
  EXPECT_EQ(damaged.text(), "<meta charset=utf-8>да \xEF\xBF\xBD нет");
  EXPECT_EQ(damaged.replaced(), 1U);
  EXPECT_EQ(SourceText::decode(std::string_view("\xFF\xFE<\0p\0>\0", 8)).text(), "<p>");
  EXPECT_EQ(SourceText::decode("").text(), "");
}

// Every character's byte in the source, against a walk of the whole text from its beginning.
void check_way_back(const std::string& bytes, std::string_view declared, const char* converter) {
  const SourceText source = SourceText::decode(bytes, declared);
  SourceCursor cursor(source);
  const std::string_view text = source.text();
  size_t expected = bytes.starts_with("\xEF\xBB\xBF") ? 3 : 0;
  for (size_t i = 0; i < text.size();) {
    ASSERT_EQ(source.source_byte(i), expected) << converter << " at " << i;
    ASSERT_EQ(cursor.byte(i), expected) << converter << " at " << i;
    const size_t begin = i;
    next_code_point(text, i);
    expected += encoded(text.substr(begin, i - begin), converter).size();
  }
  EXPECT_EQ(source.source_byte(text.size()), bytes.size());
}

// Bytes that are no text of the encoding that is declared: places may be wrong by some characters, but they ascend.
TEST(SourceText, TheWayBackNeverTurns) {
  std::mt19937 random(3);
  for (const char* charset : {"shift_jis", "gb18030", "euc-kr", "big5", "koi8-r", "iso-2022-jp"})
    for (int round = 0; round < 40; ++round) {
      std::string bytes(1500, '\0');
      for (char& c : bytes) c = static_cast<char>(random() % 3 == 0 ? 'a' + random() % 26 : 0xA0 + random() % 96);
      const SourceText source = SourceText::decode(bytes, charset);
      SourceCursor cursor(source);
      uint64_t before = 0;
      for (size_t i = 0; i <= source.text().size(); i += 1 + random() % 7) {
        const uint64_t byte = cursor.byte(i);
        ASSERT_LE(before, byte) << charset << " at " << i;
        ASSERT_LE(byte, bytes.size());
        before = byte;
      }
    }
}

TEST(SourceText, WayBack) {
  for (const Case& c : kCases) {
    std::string text;
    for (int i = 0; i < 40; ++i) text += "<p>" + std::string(c.text) + " 12 abc</p>\n";
    check_way_back(encoded(text, c.converter), c.converter, c.converter);
  }
  check_way_back("\xEF\xBB\xBF" + std::string(kRussian), {}, "UTF-8");
  // Damaged UTF-8: a byte without meaning is one character.
  std::string damaged;
  for (int i = 0; i < 300; ++i) damaged += "да \xFFнет ";
  const SourceText source = SourceText::decode(damaged, "utf-8");
  for (size_t i = 0, byte = 0; i < source.text().size();) {
    ASSERT_EQ(source.source_byte(i), byte);
    const size_t begin = i;
    byte += next_code_point(source.text(), i) == 0xFFFD ? 1 : i - begin;
  }
}

}  // namespace
}  // namespace cordon
