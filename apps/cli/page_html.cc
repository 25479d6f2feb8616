#include "cli/page_html.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>
#include <set>

#include "base/utf8.h"
#include "cli/page_parts.h"
#include "cli/reason.h"
#include "cli/terminal.h"

namespace cordon::cli {
namespace {

using reading::Reading;
using reading::Span;

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : printable(text)) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

// Words of the page or of a list amid words of ours: an Arabic name orders nothing round it.
std::string in_own_direction(std::string_view text) { return "<bdi>" + escaped(text) + "</bdi>"; }

constexpr std::string_view kStyle = R"(
:root{--ink:#1b1f24;--dim:#5c6670;--line:#d8dde3;--paper:#fff;--ground:#f4f5f7;--listed:#b3261e;--party:#1f5fa8;--good:#8a5a00;--risk:#8a2be2;--cue:#0b6e4f}
*{box-sizing:border-box}body{margin:0;background:var(--ground);color:var(--ink);font:16px/1.6 system-ui,"Noto Sans","Segoe UI",sans-serif}
main{max-width:76rem;margin:0 auto;padding:1.5rem}article{background:var(--paper);border:1px solid var(--line);border-radius:8px;padding:1.5rem 2rem;margin:0 0 2rem}
h1{font-size:1.35rem;line-height:1.3;margin:.2rem 0}h2{font-size:.85rem;text-transform:uppercase;letter-spacing:.06em;color:var(--dim);margin:1.8rem 0 .5rem;border-top:1px solid var(--line);padding-top:1rem}
.meta,.small{color:var(--dim);font-size:.9rem}.outcome{display:inline-block;padding:.1rem .6rem;border-radius:4px;font-weight:600;color:#fff;background:#5c6670}
.review{background:#b36b00}.match{background:var(--listed)}.clear{background:#2e7d32}.not_screened{background:#7b1fa2}
.columns{display:grid;grid-template-columns:minmax(0,3fr) minmax(0,2fr);gap:2rem}@media(max-width:60rem){.columns{grid-template-columns:1fr}}
.text p{margin:.6rem 0;position:relative;padding-left:2.2rem}.text p::before{content:attr(data-n);position:absolute;left:0;color:var(--dim);font-size:.75rem;top:.2rem}.text p.head{font-weight:600}
.text[dir=rtl] p{padding:0 2.2rem 0 0}.text[dir=rtl] p::before{left:auto;right:0}
.party{border-bottom:2px solid var(--party)}.listed{border-bottom:3px solid var(--listed);background:#fdecea;font-weight:600}.good{border-bottom:2px dotted var(--good)}.risk{border-bottom:2px dotted var(--risk)}
.cue{color:var(--cue);font-weight:600}.content{background:#eef6ff}.against{background:#fff4e5}.on{outline:2px solid #f2b705;background:#fff7d6}
a{color:inherit;text-decoration:none}a.ref{color:var(--party);font-size:.75rem;vertical-align:super;margin:0 .1rem}a:focus,a:hover{text-decoration:underline}
ul,ol{padding-left:1.2rem;margin:.3rem 0}li{margin:.35rem 0}table{border-collapse:collapse;width:100%;font-size:.92rem}td,th{border-bottom:1px solid var(--line);padding:.35rem .5rem;text-align:left;vertical-align:top}
.contested{border-left:4px solid #f2b705;padding-left:.8rem}.tag{font-size:.72rem;border:1px solid currentColor;border-radius:3px;padding:0 .3rem;margin-left:.3rem}
.tag.l{color:var(--listed)}:target{outline:2px solid #f2b705}@media print{body{background:#fff}article{border:0;padding:0}.columns{grid-template-columns:1fr}}
)";

// Findings shine up together where one of them is pointed at. The report reads without it.
constexpr std::string_view kScript = R"(
document.addEventListener('mouseover',function(e){var t=e.target.closest('[data-c]');document.querySelectorAll('.on').forEach(function(x){x.classList.remove('on')});
if(!t)return;t.dataset.c.split(' ').forEach(function(c){document.querySelectorAll('[data-c~="'+c+'"]').forEach(function(x){x.classList.add('on')})})});
)";

// One finding's stretch of the text.
struct Mark {
  Span span;
  std::string kind;   // class
  std::string title;  // what a reader sees on pointing
  std::string claim;  // anchor of the claim that it belongs to
};

class Report {
 public:
  Report(const screen::PageScreening& page, size_t number)
      : page_(page), reading_(page.reading), prefix_(fmt::format("r{}-", number)) {}

  std::string write() {
    out_ += fmt::format("<article id=\"{}page\"><span class=\"outcome {}\">{}</span> <span class=\"small\">{}</span>\n",
                        prefix_, outcome_name(page_.screening.outcome), outcome_name(page_.screening.outcome),
                        escaped(page_.screening.subject.id));
    if (page_.screening.error) {
      out_ += fmt::format("<p>{}</p></article>\n", escaped(page_.screening.error->text()));
      return std::move(out_);
    }
    write_head();
    out_ += "<div class=\"columns\"><div>\n";
    write_text();
    out_ += "</div><div>\n";
    write_hits();
    write_propositions();
    out_ += "</div></div>\n";
    write_claims();
    write_parties();
    write_goods();
    write_duties();
    out_ += "</article>\n";
    return std::move(out_);
  }

 private:
  void write_head() {
    out_ += fmt::format("<h1>{}</h1>\n<p class=\"meta\">", escaped(page_.page.title));
    std::vector<std::string> parts;
    for (const std::string& part : {page_.page.site, page_.page.byline, page_.page.published})
      if (!part.empty()) parts.push_back(escaped(part));
    parts.push_back("language " + escaped(reading_.text.stated_language));
    if (page_.page.is_partial) parts.push_back("<strong>read in part only</strong>");
    out_ += fmt::format("{}</p>\n<ul>", fmt::join(parts, " · "));
    for (const std::string& line : screen::summary_of(page_)) out_ += fmt::format("<li>{}</li>", escaped(line));
    for (const std::string& remark : page_.page.remarks) out_ += fmt::format("<li><em>{}</em></li>", escaped(remark));
    out_ += "</ul>\n";
  }

  void add_marks() {
    for (const reading::Claim& claim : reading_.claims) {
      const std::string who = fmt::format("{}: {} {}", claim.id, party_name(reading_, claim.speaker), act_text(claim));
      for (const Span& span : claim.content)
        marks_.push_back({span, claim.is_positive ? "content" : "content against", who, claim.id});
      if (!claim.cue.empty()) marks_.push_back({claim.cue, "cue", who, claim.id});
    }
    for (const reading::Mention& mention : reading_.parties.mentions) {
      const reading::Party& party = reading_.parties.parties[static_cast<size_t>(mention.party)];
      const bool listed = !party.entity_ids.empty();
      marks_.push_back({mention.span, listed ? "listed" : "party",
                        listed ? fmt::format("{}, listed: {}", party.name, fmt::join(party.entity_ids, ", "))
                               : fmt::format("{} ({})", party.name, reading::party_type_name(party.type)),
                        ""});
    }
    for (const reading::Good& good : reading_.goods.goods)
      marks_.push_back({good.span, "good", "goods: " + reading::family_words(good.family), ""});
    for (const reading::Good& risk : reading_.goods.risks)
      marks_.push_back({risk.span, "risk", "risk: " + reading::family_words(risk.family), ""});
  }

  // The text of a block, cut wherever a mark begins or ends; each piece bears all marks over it.
  void write_block(size_t block) {
    const uint32_t begin = reading_.text.blocks[block];
    const uint32_t end = reading_.text.blocks[block + 1] - 1;
    std::set<uint32_t> cuts = {begin, end};
    std::vector<const Mark*> here;
    for (const Mark& mark : marks_)
      if (mark.span.begin < end && mark.span.end > begin) {
        here.push_back(&mark);
        cuts.insert(std::max(mark.span.begin, begin));
        cuts.insert(std::min(mark.span.end, end));
      }
    for (auto at = cuts.begin(); std::next(at) != cuts.end(); ++at) {
      const Span piece{*at, *std::next(at)};
      std::set<std::string> kinds, claims, titles;
      for (const Mark* mark : here) {
        if (mark->span.begin > piece.begin || mark->span.end < piece.end) continue;
        kinds.insert(mark->kind);
        titles.insert(mark->title);
        if (!mark->claim.empty()) claims.insert(prefix_ + mark->claim);
      }
      const std::string text = escaped(reading_.text.view(piece));
      if (kinds.empty()) {
        out_ += text;
        continue;
      }
      out_ += fmt::format("<span class=\"{}\" title=\"{}\"{}>{}</span>", fmt::join(kinds, " "),
                          escaped(fmt::format("{}", fmt::join(titles, "\n"))),
                          claims.empty() ? "" : fmt::format(" data-c=\"{}\"", fmt::join(claims, " ")), text);
      // Behind the cue stands the way to its claim.
      for (const Mark* mark : here)
        if (mark->kind == "cue" && mark->span.end == piece.end)
          out_ += fmt::format("<a class=\"ref\" href=\"#{}{}\">{}</a>", prefix_, mark->claim, mark->claim);
    }
  }

  void write_text() {
    add_marks();
    const bool is_rtl = reading_.text.language == "ar" || reading_.text.language == "fa" ||
                        reading_.text.stated_language == "he" || reading_.text.stated_language == "ur";
    out_ += fmt::format("<h2>Text</h2><div class=\"text\" lang=\"{}\" dir=\"{}\">\n",
                        escaped(reading_.text.stated_language), is_rtl ? "rtl" : "auto");
    for (size_t block = 0; block + 1 < reading_.text.blocks.size(); ++block) {
      const bool is_head = reading_.text.kinds[block] == reading::BlockKind::kCrossHead;
      out_ += fmt::format("<p id=\"{}p{}\" data-n=\"¶{}\"{}>", prefix_, block + 1, block + 1,
                          is_head ? " class=\"head\"" : "");
      write_block(block);
      out_ += "</p>\n";
    }
    out_ +=
        "</div>\n<p class=\"small\"><span class=\"listed\">listed party</span> · <span class=\"party\">other "
        "party</span> · <span "
        "class=\"cue\">word of saying</span> · <span class=\"content\">what is said</span> · <span class=\"content "
        "against\">said against</span> · <span class=\"good\">goods</span> · <span class=\"risk\">risk "
        "phrase</span></p>\n";
  }

  void write_hits() {
    out_ += "<h2>Listed parties</h2>\n";
    if (page_.screening.hits.empty()) out_ += "<p>No listed party is named.</p>\n";
    for (const Hit& hit : page_.screening.hits) {
      out_ += fmt::format(
          "<p><strong>{}</strong><span class=\"tag l\">{}</span><br><span class=\"small\">{} · score {} · named "
          "as “{}” · {}</span><br>",
          in_own_direction(hit.caption), escaped(hit.entity_id), schema_name(hit.schema), exact_score_text(hit.score),
          in_own_direction(hit.subject_name), escaped(fmt::format("{}", fmt::join(hit.programs, ", "))));
      std::vector<std::string> places;
      for (const reading::ListedMention& mention : page_.mentions)
        if (std::ranges::find(mention.entity_ids, hit.entity_id) != mention.entity_ids.end())
          places.push_back(fmt::format("<a href=\"#{}p{}\">“{}” ¶{}</a>{}", prefix_, mention.block + 1,
                                       in_own_direction(mention.text), mention.block + 1,
                                       mention.is_ambiguous ? " <em>(ambiguous)</em>" : ""));
      for (const screen::AsideMention& aside : page_.aside)
        if (std::ranges::find(aside.mention.entity_ids, hit.entity_id) != aside.mention.entity_ids.end())
          places.push_back(fmt::format("“{}” ({})", in_own_direction(aside.mention.text), escaped(aside.part)));
      out_ += fmt::format("<span class=\"small\">{}</span></p>\n", fmt::join(places, ", "));
    }
    if (page_.screening.more) out_ += "<p class=\"small\">and more; --top shows more</p>\n";
  }

  std::string voices_html(const std::vector<Voice>& voices) const {
    std::vector<std::string> out;
    for (const Voice& voice : voices)
      out.push_back(fmt::format("<a href=\"#{}{}\" data-c=\"{}{}\">{}</a>{}", prefix_, voice.claim, prefix_,
                                voice.claim, in_own_direction(voice.speaker),
                                voice.is_listed ? "<span class=\"tag l\">listed</span>" : ""));
    return out.empty() ? "nobody" : fmt::format("{}", fmt::join(out, ", "));
  }

  void write_propositions() {
    if (reading_.propositions.empty()) return;
    out_ += "<h2>What it is about</h2>\n";
    for (const bool contested : {true, false})
      for (const reading::Proposition& about : reading_.propositions) {
        if ((about.status == reading::Status::kContested) != contested) continue;
        out_ += fmt::format("<div class=\"{}\"><p><strong>{}</strong> <span class=\"tag\">{}</span><br>“{}”",
                            contested ? "contested" : "", escaped(about.id), reading::status_name(about.status),
                            in_own_direction(reading_.text.view(about.text)));
        std::vector<std::string> roles = {escaped(about.predicate)};
        if (about.agent >= 0) roles.push_back("by " + in_own_direction(party_name(reading_, about.agent)));
        if (about.recipient >= 0)
          roles.push_back("of or to " + in_own_direction(party_name(reading_, about.recipient)));
        out_ += fmt::format("<br><span class=\"small\">{}</span></p><ul>", fmt::join(roles, " "));
        if (const auto who = voices(reading_, about, true); !who.empty())
          out_ += fmt::format("<li>asserted by {} <span class=\"small\">({})</span></li>", voices_html(who),
                              side_text(about.asserted));
        if (const auto who = voices(reading_, about, false); !who.empty())
          out_ += fmt::format("<li>denied by {} <span class=\"small\">({})</span></li>", voices_html(who),
                              side_text(about.denied));
        if (const auto others = besides(reading_, about); !others.empty())
          out_ += fmt::format("<li>counted on neither side: {}</li>", voices_html(others));
        out_ += "</ul></div>\n";
      }
  }

  void write_claims() {
    if (reading_.claims.empty()) return;
    out_ +=
        "<h2>Who says what, in the order of the "
        "text</h2>\n<table><tr><th></th><th>who</th><th>act</th><th>what</th><th>about</th></tr>\n";
    for (const reading::Claim& claim : reading_.claims) {
      std::string who = in_own_direction(party_name(reading_, claim.speaker));
      if (is_listed(reading_, claim.speaker)) who += "<span class=\"tag l\">listed</span>";
      if (claim.speaker >= 0 && !claim.is_named) who += "<span class=\"tag\">unnamed</span>";
      if (claim.medium >= 0)
        who += "<br><span class=\"small\">passed on by " + in_own_direction(party_name(reading_, claim.medium)) +
               "</span>";
      if (claim.addressee >= 0)
        who += "<br><span class=\"small\">to " + in_own_direction(party_name(reading_, claim.addressee)) + "</span>";
      out_ += fmt::format(
          "<tr id=\"{0}{1}\" data-c=\"{0}{1}\"><td><a href=\"#{0}p{2}\">{1}</a></td><td>{3}</td><td>{4}<br><span "
          "class=\"small\">“{5}”</span></td><td>{6}</td><td>{7}</td></tr>\n",
          prefix_, claim.id, claim.block + 1, who, escaped(act_text(claim)),
          in_own_direction(reading_.text.view(claim.cue)), in_own_direction(content_text(reading_, claim)),
          claim.proposition < 0 ? ""
                                : escaped(reading_.propositions[static_cast<size_t>(claim.proposition)].id) +
                                      (claim.is_positive ? "" : " (against)"));
    }
    out_ += "</table>\n";
  }

  void write_parties() {
    if (reading_.parties.parties.empty()) return;
    out_ += "<h2>Parties</h2>\n<table><tr><th>name</th><th>what</th><th>where</th></tr>\n";
    for (size_t i = 0; i < reading_.parties.parties.size(); ++i) {
      const reading::Party& party = reading_.parties.parties[i];
      std::vector<std::string> places;
      for (const reading::Mention& mention : reading_.parties.mentions) {
        if (mention.party != static_cast<int>(i)) continue;
        const size_t paragraph = paragraph_of(reading_.text, mention.span.begin);
        places.push_back(fmt::format("<a href=\"#{}p{}\">“{}” ¶{}</a>", prefix_, paragraph,
                                     in_own_direction(reading_.text.view(mention.span)), paragraph));
      }
      std::string what = std::string(reading::party_type_name(party.type));
      if (party.affiliation >= 0) what += ", speaks for " + in_own_direction(party_name(reading_, party.affiliation));
      out_ += fmt::format(
          "<tr><td>{}{}</td><td>{}</td><td class=\"small\">{}</td></tr>\n", in_own_direction(party.name),
          party.entity_ids.empty() ? ""
                                   : fmt::format("<span class=\"tag l\">{}</span>",
                                                 escaped(fmt::format("{}", fmt::join(party.entity_ids, ", ")))),
          what, fmt::join(places, ", "));
    }
    out_ += "</table>\n";
  }

  void write_goods() {
    const auto goods = goods_lines(reading_, reading_.goods.goods);
    const auto risks = goods_lines(reading_, reading_.goods.risks);
    if (goods.empty() && risks.empty()) return;
    out_ += "<h2>Goods and risk phrases</h2>\n<ul>";
    for (const std::string& line : goods) out_ += fmt::format("<li>{}</li>", escaped(line));
    for (const std::string& line : risks)
      out_ += fmt::format("<li><span class=\"risk\">risk</span> {}</li>", escaped(line));
    out_ += "</ul>\n";
  }

  void write_duties() {
    if (page_.screening.duties.empty()) return;
    out_ += "<h2>What follows</h2>\n<table><tr><th>law</th><th>step</th><th>what</th><th>open</th></tr>\n";
    for (const Duty& duty : page_.screening.duties) {
      std::string what = escaped(duty.text);
      if (!duty.addressee.empty()) what += escaped(fmt::format(", to {} ({})", duty.addressee, duty.form));
      if (duty.due) what += fmt::format(", by <strong>{}</strong>", day_text(*duty.due));
      if (!duty.deadline.empty()) what += ", " + escaped(duty.deadline);
      out_ += fmt::format(
          "<tr><td>{}</td><td>{}{}</td><td>{}<br><span class=\"small\">{}{}</span></td><td "
          "class=\"small\">{}</td></tr>\n",
          escaped(duty.regime), step_name(duty.step), duty.is_certain ? "" : " (perhaps)", what, escaped(duty.law),
          duty.is_uncertain_law ? "; to be verified" : "", escaped(fmt::format("{}", fmt::join(duty.missing, " "))));
    }
    out_ += "</table>\n";
  }

  const screen::PageScreening& page_;
  const Reading& reading_;
  std::string prefix_;
  std::string out_;
  std::vector<Mark> marks_;
};

}  // namespace

std::string page_html_begin() {
  return fmt::format(
      "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" "
      "content=\"width=device-width,initial-scale=1\"><meta name=\"robots\" content=\"noindex\"><title>Cordon: pages "
      "read</title><style>{}</style></head><body><main>\n",
      kStyle);
}

std::string page_html_end(const std::string& basis) {
  return fmt::format("<p class=\"small\">{}</p></main><script>{}</script></body></html>\n", escaped(basis), kScript);
}

std::string page_html(const screen::PageScreening& page, size_t number) { return Report(page, number).write(); }

}  // namespace cordon::cli
