#include "syntax/html.h"

#include <gtest/gtest.h>

#include "syntax/html_entities.h"
#include "syntax/html_tokens.h"

namespace cordon::html {
namespace {

// The tree as one line: elements by name, texts as they stand.
std::string outline(const Document& d, uint32_t i = 0) {
  std::string out;
  for (uint32_t k = i + 1; k < d.node(i).end; k = d.node(k).end) {
    if (!out.empty()) out += ' ';
    if (d.node(k).tag == Tag::kText) {
      out += "'" + std::string(d.text(k)) + "'";
    } else {
      const std::string inside = outline(d, k);
      out += d.name(k) + (inside.empty() ? "" : "(" + inside + ")");
    }
  }
  return out;
}
std::string outline(std::string_view text) { return outline(Document::parse(text)); }

struct Case {
  std::string_view text;
  std::string_view outline;
};

TEST(Html, Trees) {
  const Case cases[] = {
      {"<p>a<p>b", "p('a') p('b')"},
      {"<P>a</P>b", "p('a') 'b'"},
      {"<ul><li>a<li>b<ul><li>c</ul><li>d</ul>e", "ul(li('a') li('b' ul(li('c'))) li('d')) 'e'"},
      {"<dl><dt>a<dd>b<dt>c</dl>", "dl(dt('a') dd('b') dt('c'))"},
      {"<table><tr><td>a<td>b<tr><td>c</table>d", "table(tr(td('a') td('b')) tr(td('c'))) 'd'"},
      {"<table><tr><td><table><tr><td>a</table>b</table>c", "table(tr(td(table(tr(td('a'))) 'b'))) 'c'"},
      {"<table><tr><td><p>a</div>b</td></table>", "table(tr(td(p('a' 'b'))))"},
      {"a<br>b<img src=x>c<hr/>d", "'a' br 'b' img 'c' hr 'd'"},
      {"<b><p>a</b>b</p>c", "b(p('a')) p('b') 'c'"},
      {"<a href=1>a<a href=2>b</a>c", "a('a') a('b') 'c'"},
      {"<a href=1><div>a</a>b</div>c", "a(div('a')) div('b') 'c'"},
      {"<span><div>a</span>b</div>c", "span(div('a' 'b') 'c')"},
      {"<h1>a<h2>b</h1>c", "h1('a') h2('b') 'c'"},
      {"<x-y a=1>a</x-y>b</z>", "x-y('a') 'b'"},
      {"<script>if (a<b) '</p>'</script>c", "script('if (a<b) '</p>'') 'c'"},
      {"<script>never closed <p>a", "script 'never closed ' p('a')"},
      {"<title>a &lt; <b></title>b", "title('a &lt; <b>') 'b'"},
      {"<style>p{}</style ><textarea><p></textarea>", "style('p{}') textarea('<p>')"},
      {"a<!-- <p>b --> c<!---->d<!-->e", "'a' ' c' 'd' 'e'"},
      {"a<!-- never closed <b>b", "'a' 'b'"},
      {"a < b, a<3, <, </, <>", "'a < b, a<3, <, '"},
      {"<html><head><meta x><title>t</title><p>a</head><body class=c>b</html>c",
       "html(head(meta title('t')) p('a' 'b' 'c'))"},
      {"<p title='a>b' class=\"c>d\">x", "p('x')"},
      {"<p title='never closed>x</p>y", "p('x') 'y'"},
      {"<svg><path/><title>a</title></svg>b", "svg(path title('a')) 'b'"},
      {"<select><option>a<option>b</select>c", "select(option('a') option('b')) 'c'"},
  };
  for (const Case& c : cases) EXPECT_EQ(outline(c.text), c.outline) << c.text;
}

TEST(Html, Attributes) {
  const std::string page = "<p CLASS=\"a b\" id=x data-y = 'z' hidden checked=>t";
  const Document d = Document::parse(page);
  EXPECT_EQ(d.attribute(1, "class"), "a b");
  EXPECT_EQ(d.attribute(1, "id"), "x");
  EXPECT_EQ(d.attribute(1, "data-y"), "z");
  EXPECT_EQ(d.attribute(1, "hidden"), "");
  EXPECT_EQ(d.attribute(1, "checked"), "");
  EXPECT_EQ(d.attribute(1, "p"), std::nullopt);
  EXPECT_EQ(d.attribute(2, "class"), std::nullopt);
}

TEST(Html, LinksAreAnchorsThatLeadSomewhere) {
  const Document d = Document::parse("<a name=x>a</a><a href=y><b>b</b></a>c");
  std::string linked;
  for (uint32_t i = 0; i < d.nodes().size(); ++i)
    if (d.node(i).tag == Tag::kText && d.node(i).is_link) linked += d.text(i);
  EXPECT_EQ(linked, "b");
}

TEST(Html, References) {
  const Case cases[] = {
      {"a &amp; b", "a & b"},
      {"&lt;p&gt;", "<p>"},
      {"&eacute;t&eacute", "été"},
      {"&nbsp;", "\xC2\xA0"},
      {"&#8217;&#x2019;", "’’"},
      {"&#147;x&#148;", "“x”"},
      {"&#0;&#xD800;", "\xEF\xBF\xBD\xEF\xBF\xBD"},
      {"&unknown; & &;", "&unknown; & &;"},
      {"&ampx", "&x"},
      {"&CounterClockwiseContourIntegral;", "∳"},
      {"&#99999999999999;", "\xEF\xBF\xBD\x39\x39;"},
      {"&hellip", "&hellip"},
      {"&#", "&#"},
      {"&#x;", "&#x;"},
  };
  for (const Case& c : cases) EXPECT_EQ(decode_references(c.text), c.outline) << c.text;
}

TEST(Html, DepthIsCapped) {
  std::string page;
  for (int i = 0; i < 10'000; ++i) page += "<div>";
  page += "in <p>the</p> deep";
  for (int i = 0; i < 10'000; ++i) page += "</div>";
  page += "<p>outside";
  const Document d = Document::parse(page);
  EXPECT_TRUE(d.was_too_deep());
  std::string text;
  for (uint32_t i = 0; i < d.nodes().size(); ++i) {
    EXPECT_LE(d.node(i).depth, kTreeDepth);
    if (d.node(i).tag == Tag::kText) text += d.text(i);
  }
  EXPECT_EQ(text, "in the deepoutside");
  EXPECT_EQ(d.node(static_cast<uint32_t>(d.nodes().size()) - 1).depth, 2U);  // the end tags of what was only counted
  EXPECT_FALSE(Document::parse("<div><p>a").was_too_deep());
}

TEST(Html, SizeIsCapped) {
  std::string page;
  while (page.size() < kTreeBytes + 5000)
    page += "<p>a paragraph long enough that bytes, not nodes, are the cap of this one</p>\n";
  page += "<script>no text</script><p>the &amp; last";
  const Document d = Document::parse(page);
  EXPECT_GE(d.parsed_bytes(), kTreeBytes);
  EXPECT_LT(d.parsed_bytes(), kTreeBytes + 100);
  std::string rest;
  size_t blocks = 0;
  for_each_text(page, d.parsed_bytes(), [&](size_t begin, size_t end, bool begins_block) {
    rest += page.substr(begin, end - begin);
    blocks += begins_block;
  });
  EXPECT_TRUE(rest.ends_with("of this one\nthe &amp; last"));
  EXPECT_FALSE(rest.contains("no text"));
  EXPECT_GT(blocks, 50U);
}

}  // namespace
}  // namespace cordon::html
