#include "syntax/xml.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace cordon {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

struct Read {
  std::string root;
  std::vector<XmlNode> records;
  Result<void> result;
};

Read read(std::string_view bytes, std::vector<std::string_view> records = {"r"}) {
  Read out;
  XmlRecords what;
  what.records = std::move(records);
  what.on_root = [&](const XmlNode& root) -> Result<void> {
    out.root = root.name;
    return {};
  };
  what.on_record = [&](const XmlNode& node) -> Result<void> {
    out.records.push_back(node);
    return {};
  };
  out.result = read_xml(bytes, "list.xml", what);
  return out;
}

TEST(Xml, RecordsAsTreesWithTheirPlace) {
  const Read x =
      read("<list v='1'>\n <r id='7' n:k='x' xmlns:n='urn:n'>a<b> t </b>c<![CDATA[<d>]]></r>\n <x><r/></x></list>");
  ASSERT_TRUE(x.result) << x.result.error().text();
  EXPECT_EQ(x.root, "list");
  ASSERT_EQ(x.records.size(), 2U);
  const XmlNode& r = x.records[0];
  EXPECT_EQ(r.attribute("id"), "7");
  EXPECT_EQ(r.attribute("k"), "x");
  EXPECT_EQ(r.attribute("none"), "");
  EXPECT_EQ(r.text, "ac<d>");
  EXPECT_EQ(r.child_text("b"), "t");
  EXPECT_EQ(r.child("c"), nullptr);
  EXPECT_EQ(r.line, 2U);
  EXPECT_EQ(r.byte, 14U);
}

TEST(Xml, OutermostRecordCounts) {
  const Read x = read("<r><r>in</r></r>");
  ASSERT_TRUE(x.result);
  ASSERT_EQ(x.records.size(), 1U);
  ASSERT_EQ(x.records[0].children.size(), 1U);
  EXPECT_EQ(x.records[0].children[0].text, "in");
}

TEST(Xml, NamespacesAreDropped) {
  const Read x = read("<a:list xmlns:a='http://a|b'><a:r/></a:list>");
  ASSERT_FALSE(x.result);  // the separator may not occur in a namespace
  const Read y = read("<a:list xmlns:a='http://a'><a:r/></a:list>");
  ASSERT_TRUE(y.result);
  EXPECT_EQ(y.root, "list");
  EXPECT_EQ(y.records.size(), 1U);
}

TEST(Xml, EncodingsOfTheDocument) {
  const Read latin = read("<?xml version='1.0' encoding='ISO-8859-1'?><l><r>M\xFCller</r></l>");
  ASSERT_TRUE(latin.result);
  EXPECT_EQ(latin.records[0].text, "Müller");
  const Read windows = read("<?xml version='1.0' encoding='Windows-1252'?><l><r>\x80 5</r></l>");
  ASSERT_TRUE(windows.result);
  EXPECT_EQ(windows.records[0].text, "€ 5");
  EXPECT_FALSE(read("<?xml version='1.0' encoding='KOI8-R'?><l><r>\xC1</r></l>").result);
  EXPECT_FALSE(read("<l><r>M\xFCller</r></l>").result);
}

TEST(Xml, CutDocumentNamesTheRecordAndByte) {
  const Read x = read("<l>\n<r>one</r>\n<r>tw");
  ASSERT_FALSE(x.result);
  EXPECT_EQ(x.records.size(), 1U);
  EXPECT_EQ(x.result.error().code, ErrorCode::kBadInput);
  EXPECT_EQ(x.result.error().message, "the document ends early, inside <r> that began on line 3");
  EXPECT_EQ(x.result.error().where.source, "list.xml");
  EXPECT_EQ(x.result.error().where.record, 3U);
  EXPECT_GE(x.result.error().where.byte, 15U);
  EXPECT_EQ(read("<l><r/>").result.error().message, "the document ends early");
  EXPECT_EQ(read("").result.error().message, "the file is empty");
  EXPECT_THAT(read("<l><r></x></l>").result.error().message, HasSubstr("mismatched tag"));
  EXPECT_THAT(read("name,id\n").result.error().message, HasSubstr("not well-formed"));
}

TEST(Xml, EntityDeclarationsAreRefused) {
  const Read x = read("<!DOCTYPE l [<!ENTITY a 'b'><!ENTITY c '&a;&a;'>]><l><r>&c;</r></l>");
  ASSERT_FALSE(x.result);
  EXPECT_THAT(x.result.error().message, HasSubstr("declares an entity (a)"));
  const Read file = read("<!DOCTYPE l [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><l><r>&a;</r></l>");
  EXPECT_FALSE(file.result);
  EXPECT_TRUE(read("<!DOCTYPE l><l><r>&amp;&#65;</r></l>").result);
}

TEST(Xml, DepthAndSizeAreBounded) {
  std::string deep;
  for (size_t i = 0; i <= kXmlDepth; ++i) deep += "<r>";
  const Read x = read(deep);
  ASSERT_FALSE(x.result);
  EXPECT_EQ(x.result.error().code, ErrorCode::kLimit);
  std::string wide = "<l><r>";
  while (wide.size() < kXmlRecordBytes + 1000) wide += "<c>0123456789012345678901234567890123456789</c>";
  const Read y = read(wide + "</r></l>");
  ASSERT_FALSE(y.result);
  EXPECT_EQ(y.result.error().code, ErrorCode::kLimit);
}

TEST(Xml, AnErrorOfTheReceiverEndsTheReading) {
  size_t seen = 0;
  XmlRecords what;
  what.records = {"r"};
  what.on_record = [&](const XmlNode&) -> Result<void> {
    ++seen;
    return fail(ErrorCode::kUnsupported, "no more");
  };
  const auto result = read_xml("<l><r/><r/></l>", "list.xml", what);
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().message, "no more");
  EXPECT_EQ(seen, 1U);
}

TEST(XmlRoot, NameAndNamespace) {
  EXPECT_EQ(xml_root("<?xml version='1.0'?><!-- c --><x:a xmlns:x='urn:x' b='1'><"),
            std::pair(std::string("a"), std::string("urn:x")));
  EXPECT_EQ(xml_root("<a").first, "");
  EXPECT_EQ(xml_root("name,id").first, "");
  EXPECT_EQ(xml_root("").first, "");
  EXPECT_EQ(xml_root("<!DOCTYPE a [<!ENTITY b 'c'>]><a/>").first, "");
}

}  // namespace
}  // namespace cordon
