#include "reading/main_text_facts.h"

#include <algorithm>

#include "base/date.h"
#include "base/utf8.h"
#include "reading/main_text_hints.h"
#include "syntax/html_entities.h"
#include "syntax/json.h"

namespace cordon::reading {
namespace {

using html::Document;
using html::Tag;

constexpr size_t kLongestTitle = 400;
constexpr size_t kLongestByline = 120;

std::string value_of(std::string_view attribute) { return collapse_spaces(html::decode_references(attribute)); }

std::string text_of(const Document& d, uint32_t element, size_t limit) {
  std::string out;
  for (uint32_t i = element + 1; i < d.node(element).end && out.size() < limit * 2; ++i)
    if (d.node(i).tag == Tag::kText) {
      const Tag parent = d.node(d.node(i).parent).tag;
      if (parent != Tag::kScript && parent != Tag::kStyle) out += d.text(i);
    } else if (html::has(d.node(i).tag, html::kBlock) || d.node(i).tag == Tag::kBr) {
      out += ' ';
    }
  return value_of(out);
}

// ── JSON-LD ────────────────────────────────────────────────────────────────────────────────────────────────────────

struct LinkedData {
  std::string headline;
  std::string author;
  std::string published;
  std::string publisher;
  std::string language;
  std::string article_body;
};

bool is_article(const JsonValue& object) {
  const JsonValue* type = object.find("@type");
  if (type == nullptr) return false;
  for (const std::string& t : type->strings())
    if (t.ends_with("Article") || t.ends_with("Posting") || t == "Report" || t == "WebPage" || t == "CreativeWork")
      return true;
  return false;
}

void name_of(const JsonValue* value, std::string& out) {
  if (value == nullptr) return;
  if (value->kind == JsonValue::Kind::kString) {
    if (!out.empty()) out += ", ";
    out += value->text;
  }
  if (value->kind == JsonValue::Kind::kObject) name_of(value->find("name"), out);
  if (value->kind == JsonValue::Kind::kArray)
    for (const JsonValue& item : value->items) name_of(&item, out);
}

void fill(std::string& to, const JsonValue* value) {
  if (to.empty() && value != nullptr && value->kind == JsonValue::Kind::kString) to = value->text;
}

void read_linked(const JsonValue& value, LinkedData& out) {
  for (const JsonValue& item : value.items) read_linked(item, out);
  if (value.kind != JsonValue::Kind::kObject) return;
  const JsonValue* body = value.find("articleBody");
  if (body == nullptr) body = value.find("reviewBody");
  if (body != nullptr && body->kind == JsonValue::Kind::kString && body->text.size() > out.article_body.size())
    out.article_body = body->text;
  if (is_article(value)) {
    fill(out.headline, value.find("headline"));
    fill(out.published, value.find("datePublished"));
    fill(out.language, value.find("inLanguage"));
    if (out.author.empty()) name_of(value.find("author"), out.author);
    if (out.publisher.empty()) name_of(value.find("publisher"), out.publisher);
  }
  for (const auto& [name, member] : value.members)
    if (member.kind == JsonValue::Kind::kObject || member.kind == JsonValue::Kind::kArray) read_linked(member, out);
}

void read_linked_script(std::string_view text, LinkedData& out) {
  // Some are wrapped as if browsers without JSON read them.
  const size_t begin = text.find_first_of("{[");
  const size_t end = text.find_last_of("}]");
  if (begin == std::string_view::npos || end == std::string_view::npos || end < begin) return;
  text = text.substr(begin, end - begin + 1);
  if (const auto value = parse_json(text)) return read_linked(*value, out);
  std::string mended(text);  // line ends inside strings
  for (char& c : mended)
    if (static_cast<uint8_t>(c) < ' ') c = ' ';
  if (const auto value = parse_json(mended)) read_linked(*value, out);
}

// ── Titles ─────────────────────────────────────────────────────────────────────────────────────────────────────────

size_t words_in(std::string_view text) { return static_cast<size_t>(std::ranges::count(text, ' ')) + 1; }

// "Headline | Site" without the site: the part before the last separator, where it is the longer one or what follows is
// the site's name.
std::string without_site(const std::string& title, std::string_view site) {
  size_t cut = std::string::npos;
  size_t width = 0;
  for (const std::string_view mark : {" | ", " - ", " – ", " — ", " :: ", " » ", " · ", " • ", " ‹ ", " / ", "｜", "_"})
    if (const size_t at = title.rfind(mark); at != std::string::npos && (cut == std::string::npos || at > cut)) {
      cut = at;
      width = mark.size();
    }
  if (cut == std::string::npos) return title;
  const std::string head(trim(title.substr(0, cut)));
  const std::string tail(trim(title.substr(cut + width)));
  const std::string plain_tail = comparable(tail);
  const std::string plain_site = comparable(site);
  if (!plain_site.empty() && (plain_tail == plain_site || plain_site.contains(plain_tail)))
    return without_site(head, site);
  if (head.size() >= tail.size() && words_in(tail) <= 6) return head;
  // "Site - Headline"
  const size_t first = title.find(title.substr(cut, width));
  if (first == cut && words_in(head) <= 4 && tail.size() > head.size()) return tail;
  return title;
}

// "By Jane Doe" and "Автор: Jane Doe" as "Jane Doe".
std::string without_label(const std::string& byline) {
  for (const std::string_view mark : {": ", ":", "："})
    if (const size_t at = byline.find(mark); at != std::string::npos && at < 30)
      return std::string(trim(byline.substr(at + mark.size())));
  for (const std::string_view word : {"by ", "von ", "par ", "por ", "di ", "door ", "av "})
    if (byline.size() > word.size() && ascii_lower(byline.substr(0, word.size())) == word)
      return byline.substr(word.size());
  return byline;
}

struct Reader {
  const Document& d;
  const std::vector<uint16_t>& hints;
  PageFacts facts{};
  LinkedData linked{};
  std::string og_title{}, doc_title{}, og_locale{}, meta_language{}, marked_byline{}, marked_date{}, time_date{};
  std::vector<std::string> headings{};

  void read() {
    const auto& nodes = d.nodes();
    for (uint32_t i = 0; i < nodes.size(); ++i) {
      const Tag tag = nodes[i].tag;
      if (tag == Tag::kText) continue;
      if (tag == Tag::kHtml)
        facts.language = value_of(d.attribute(i, "lang").value_or(d.attribute(i, "xml:lang").value_or("")));
      if (tag == Tag::kMeta) meta(i);
      if (tag == Tag::kTitle && doc_title.empty()) doc_title = text_of(d, i, kLongestTitle);
      if (tag == Tag::kScript && nodes[i].end > i + 1 && is_linked_data(i)) read_linked_script(d.text(i + 1), linked);
      if (tag == Tag::kH1 || (tag == Tag::kH2 && headings.size() < 8)) {
        std::string text = text_of(d, i, kLongestTitle);
        if (!text.empty() && text.size() < kLongestTitle && headings.size() < 16) headings.push_back(std::move(text));
      }
      if (tag == Tag::kTime) mark_date(i);
      if ((hints[i] & kHintByline) != 0) byline(i);
    }
  }

  bool is_linked_data(uint32_t i) const {
    const auto type = d.attribute(i, "type");
    return type && ascii_lower(*type).contains("ld+json");
  }

  void meta(uint32_t i) {
    std::string name;
    std::string content;
    html::for_each_attribute(d.text(i), [&](std::string_view key, std::string_view value) {
      const std::string lower = ascii_lower(key);
      if (lower == "name" || lower == "property" || lower == "itemprop" || lower == "http-equiv") {
        if (name.empty()) name = ascii_lower(value);
      } else if (lower == "content") {
        content = value_of(value);
      }
      return true;
    });
    if (content.empty()) return;
    const auto is = [&](std::initializer_list<std::string_view> names) {
      return std::ranges::find(names, name) != names.end();
    };
    const auto set = [&](std::string& to) {
      if (to.empty()) to = content;
    };
    if (is({"og:title", "twitter:title", "dc.title", "dcterms.title"})) set(og_title);
    if (is({"author", "article:author", "dc.creator", "dcterms.creator", "parsely-author", "sailthru.author", "byl"}) &&
        !content.starts_with("http") && content.size() < kLongestByline)
      set(facts.byline);
    if (is({"article:published_time", "datepublished", "date", "pubdate", "publishdate", "publish-date", "dc.date",
            "dc.date.issued", "dcterms.date", "dcterms.created", "dcterms.issued", "sailthru.date", "parsely-pub-date",
            "og:published_time", "article.published", "published", "publication_date", "cxenseparse:recs:publishtime",
            "article_date_original"}))
      set(facts.published);
    if (is({"og:site_name", "application-name"})) set(facts.site);
    if (is({"og:locale"})) set(og_locale);
    if (is({"content-language", "language", "dc.language"})) set(meta_language);
  }

  void mark_date(uint32_t i) {
    if (!time_date.empty()) return;
    const auto when = d.attribute(i, "datetime");
    time_date = day_in(when ? value_of(*when) : text_of(d, i, 80));
    if (time_date.empty() && when) time_date = day_in(text_of(d, i, 80));
  }

  void byline(uint32_t i) {
    if (d.node(i).end - i > 60) return;
    const auto content = d.attribute(i, "content");
    const std::string text = content ? value_of(*content) : text_of(d, i, kLongestByline);
    if (text.empty() || text.size() > 200) return;
    const std::string day = day_in(text);
    if (marked_date.empty()) marked_date = day;
    if (marked_byline.empty() && day.empty() && text.size() < kLongestByline && words_in(text) <= 10 &&
        std::ranges::none_of(text, [](char c) { return c >= '0' && c <= '9'; }) && !text.starts_with("http"))
      marked_byline = text;
  }

  PageFacts finish() {
    const auto or_else = [](std::string& to, const std::string& other) {
      if (to.empty()) to = other;
    };
    or_else(facts.site, collapse_spaces(html::decode_references(linked.publisher)));
    or_else(facts.language, og_locale);
    or_else(facts.language, meta_language);
    or_else(facts.language, linked.language);
    facts.language = ascii_lower(facts.language.substr(0, facts.language.find_first_of("-_ ,;")));
    if (facts.language.size() < 2 || facts.language.size() > 3) facts.language.clear();
    if (facts.language == "iw") facts.language = "he";
    if (facts.language == "ua") facts.language = "uk";
    facts.title = title();
    if (facts.site.empty()) facts.site = site_in_title();
    std::string author = collapse_spaces(html::decode_references(linked.author));
    if (author.size() < kLongestByline && !author.starts_with("http")) or_else(facts.byline, author);
    or_else(facts.byline, marked_byline);
    facts.byline = without_label(facts.byline);
    std::string day = day_in(facts.published);
    or_else(day, day_in(linked.published));
    or_else(day, time_date);
    or_else(day, marked_date);
    facts.published = day;
    facts.article_body = std::move(linked.article_body);
    return std::move(facts);
  }

  // What stands beside the title in <title>: "Headline | Site".
  std::string site_in_title() const {
    const size_t at = facts.title.empty() ? std::string::npos : doc_title.find(facts.title);
    if (at == std::string::npos || doc_title.size() == facts.title.size()) return {};
    constexpr std::string_view kMarks = " \t|-:»·•‹/_｜–—";
    const std::string rest = at == 0                                       ? doc_title.substr(facts.title.size())
                             : at + facts.title.size() == doc_title.size() ? doc_title.substr(0, at)
                                                                           : "";
    const size_t begin = rest.find_first_not_of(kMarks);
    const size_t end = rest.find_last_not_of(kMarks);
    const bool is_apart = begin != std::string::npos && (at == 0 ? begin > 0 : end + 1 < rest.size());
    const std::string name = is_apart ? rest.substr(begin, end - begin + 1) : std::string();
    return words_in(name) <= 6 && !first_invalid_utf8(name) ? name : std::string();
  }

  std::string title() const {
    const std::string headline = collapse_spaces(html::decode_references(linked.headline));
    const std::string known = comparable(doc_title) + "\n" + comparable(og_title) + "\n" + comparable(headline);
    for (const std::string& h : headings) {
      const std::string plain = comparable(h);
      if (words_in(plain) + plain.size() / 12 >= 3 && known.contains(plain) && plain != comparable(facts.site))
        return h;
    }
    if (!og_title.empty()) return without_site(og_title, facts.site);
    if (!headline.empty()) return headline;
    if (!doc_title.empty()) return without_site(doc_title, facts.site);
    return headings.empty() ? std::string() : headings.front();
  }
};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::string day_text(const std::optional<DateSpan>& date) {
  if (!date || date->precision != DatePrecision::kDay) return {};
  const int year = civil_from_day(date->low).year;
  return year >= 1980 && year <= 2100 ? date->text() : std::string();
}

// 2026年1月11日
std::string east_asian_day(std::string_view text) {
  const size_t year = text.find("年");
  const size_t month = text.find("月", year == std::string_view::npos ? 0 : year);
  const size_t day = text.find("日", month == std::string_view::npos ? 0 : month);
  if (year == std::string_view::npos || month == std::string_view::npos || day == std::string_view::npos || year < 4)
    return {};
  const auto digits = [](std::string_view t) {
    std::string out;
    for (const char c : t)
      if (is_digit(c)) out += c;
    return out;
  };
  const std::string d = digits(text.substr(year - 4, 4)) + "-" + digits(text.substr(year + 3, month - year - 3)) + "-" +
                        digits(text.substr(month + 3, day - month - 3));
  if (d.size() < 8 || d.size() > 10) return {};
  const int y = std::stoi(d);
  const size_t dash = d.find('-', 5);
  if (dash == std::string::npos || dash == 5 || dash + 1 >= d.size()) return {};
  const Civil c{y, static_cast<unsigned>(std::stoi(d.substr(5, dash - 5))),
                static_cast<unsigned>(std::stoi(d.substr(dash + 1)))};
  return valid_civil(c) ? day_text(DateSpan::day(c)) : std::string();
}

}  // namespace

std::string day_in(std::string_view text) {
  if (text.size() > 300 || std::ranges::none_of(text, is_digit)) return {};
  if (std::string day = east_asian_day(text); !day.empty()) return day;
  std::vector<std::string> words;
  std::string word;
  for (const char c : text) {
    if (c == ' ' || c == ',' || c == '|' || c == '(' || c == ')' || c == '\n' || c == '\t') {
      if (!word.empty()) words.push_back(std::move(word)), word.clear();
    } else {
      word += c;
    }
  }
  if (!word.empty()) words.push_back(word);
  for (std::string& w : words) {
    if (w.size() > 10 && w[4] == '-' && (w[10] == 'T' || w[10] == ' ')) w.resize(10);
    while (w.ends_with('.') || w.ends_with(';')) w.pop_back();
  }
  for (size_t i = 0; i < words.size(); ++i) {
    std::string joined;
    for (size_t n = 0; n < 4 && i + n < words.size(); ++n) {
      if (n > 0) joined += ' ';
      joined += words[i + n];
      if (n > 0 || joined.size() >= 8)
        if (std::string day = day_text(parse_date(joined)); !day.empty()) return day;
    }
  }
  return {};
}

PageFacts page_facts(const Document& document, const std::vector<uint16_t>& hints) {
  Reader reader{document, hints};
  reader.read();
  return reader.finish();
}

}  // namespace cordon::reading
