#include "cli/page_text.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "cli/duties_text.h"
#include "cli/page_parts.h"
#include "cli/text_table.h"

namespace cordon::cli {
namespace {

using reading::Reading;

constexpr std::string_view kIndent = "    ";
constexpr size_t kMostMentions = 4;  // of a party, that are shown

// A line that hangs: `head` in its own column, `text` wrapped behind it.
void append_line(std::string& out, std::string_view head, size_t head_width, std::string_view text, Colour colour,
                 const Look& look) {
  const size_t indent = kIndent.size() + head_width;
  bool is_first = true;
  for (const std::string& line : wrap(text, std::max<size_t>(look.width, indent + 20) - indent)) {
    const std::string shown = is_first ? std::string(head) : "";
    out += fmt::format("{}{}{:{}}{}\n", kIndent, paint(Colour::kBold, shown, look), "",
                       head_width - std::min(head_width, display_width(shown)), paint(colour, line, look));
    is_first = false;
  }
}

void append_title(std::string& out, std::string_view title, const Look& look) {
  out += fmt::format("  {}\n", paint(Colour::kCyan, title, look));
}

std::string head_text(const screen::PageScreening& page) {
  std::vector<std::string> parts;
  if (!page.page.title.empty()) parts.push_back(page.page.title);
  for (const std::string& part : {page.page.site, page.page.byline, page.page.published})
    if (!part.empty()) parts.push_back(part);
  if (!page.reading.text.stated_language.empty()) parts.push_back("language " + page.reading.text.stated_language);
  parts.push_back(
      fmt::format("{} {}", page.page.blocks.size(), page.page.blocks.size() == 1 ? "paragraph" : "paragraphs"));
  if (page.page.is_partial) parts.push_back("read in part only");
  return fmt::format("{}", fmt::join(parts, " · "));
}

void append_parties(std::string& out, const Reading& reading, const Look& look) {
  if (reading.parties.parties.empty()) return;
  append_title(out, "parties, where they stand (¶ paragraph)", look);
  for (size_t i = 0; i < reading.parties.parties.size(); ++i) {
    const reading::Party& party = reading.parties.parties[i];
    std::vector<std::string> places;
    for (const reading::Mention& mention : reading.parties.mentions)
      if (mention.party == static_cast<int>(i))
        places.push_back(
            fmt::format("“{}” ¶{}", reading.text.view(mention.span), paragraph_of(reading.text, mention.span.begin)));
    std::string shown = fmt::format(
        "{}", fmt::join(places.begin(),
                        places.begin() + static_cast<std::ptrdiff_t>(std::min(places.size(), kMostMentions)), ", "));
    if (places.size() > kMostMentions) shown += fmt::format(" and {} more", places.size() - kMostMentions);
    const std::string listed =
        party.entity_ids.empty() ? "" : fmt::format(" · LISTED {}", fmt::join(party.entity_ids, ", "));
    const std::string role =
        party.affiliation < 0 ? "" : fmt::format(" · speaks for {}", party_name(reading, party.affiliation));
    append_line(out, "", 0,
                printable(fmt::format("{} · {}{}{} · {}", party.name, reading::party_type_name(party.type), role,
                                      listed, shown),
                          look),
                party.entity_ids.empty() ? Colour::kNone : Colour::kRed, look);
  }
}

void append_claims(std::string& out, const Reading& reading, const Look& look) {
  if (reading.claims.empty()) return;
  append_title(out, "who says what, in the order of the text", look);
  for (const reading::Claim& claim : reading.claims) {
    std::string text = party_name(reading, claim.speaker);
    if (!claim.is_named && claim.speaker >= 0) text += " (unnamed)";
    if (is_listed(reading, claim.speaker)) text += " (LISTED)";
    if (claim.medium >= 0) text += fmt::format(", as {} passes on", party_name(reading, claim.medium));
    if (claim.addressee >= 0) text += fmt::format(", to {}", party_name(reading, claim.addressee));
    const std::string_view cue = reading.text.view(claim.cue);
    text += fmt::format(" · {}{} · “{}”", act_text(claim), cue.empty() ? "" : fmt::format(" (“{}”)", cue),
                        content_text(reading, claim));
    if (claim.proposition >= 0)
      text += fmt::format(" · {}{}", reading.propositions[static_cast<size_t>(claim.proposition)].id,
                          claim.is_positive ? "" : " (against)");
    text += fmt::format(" · ¶{}", claim.block + 1);
    append_line(out, claim.id, 5, printable(text, look), Colour::kNone, look);
  }
}

std::string joined(const std::vector<Voice>& voices) {
  std::vector<std::string> out;
  for (const Voice& voice : voices)
    out.push_back(fmt::format("{}{} [{}]", voice.speaker, voice.is_listed ? " (LISTED)" : "", voice.claim));
  return out.empty() ? "nobody" : fmt::format("{}", fmt::join(out, ", "));
}

// The contested ones first.
void append_propositions(std::string& out, const Reading& reading, const Look& look) {
  std::vector<const reading::Proposition*> order;
  for (const reading::Proposition& about : reading.propositions) order.push_back(&about);
  std::ranges::stable_partition(order, [](const auto* q) { return q->status == reading::Status::kContested; });
  if (!order.empty()) append_title(out, "what it is about", look);
  for (const reading::Proposition* about : order) {
    const bool is_contested = about->status == reading::Status::kContested;
    std::string text = fmt::format("{}: “{}”", reading::status_name(about->status), reading.text.view(about->text));
    std::string roles = about->predicate;
    if (about->agent >= 0) roles += " by " + party_name(reading, about->agent);
    if (about->recipient >= 0) roles += ", " + party_name(reading, about->recipient);
    append_line(out, about->id, 5, printable(fmt::format("{} · {}", text, roles), look),
                is_contested ? Colour::kYellow : Colour::kNone, look);
    const auto side = [&](std::string_view word, const reading::Side& counts, bool positive) {
      const auto who = voices(reading, *about, positive);
      if (who.empty()) return;
      append_line(out, "", 5, printable(fmt::format("{} by {} ({})", word, joined(who), side_text(counts)), look),
                  Colour::kNone, look);
    };
    side("asserted", about->asserted, true);
    side("denied", about->denied, false);
    if (const auto others = besides(reading, *about); !others.empty())
      append_line(out, "", 5, printable("counted on neither side: " + joined(others), look), Colour::kDim, look);
  }
}

void append_goods(std::string& out, const Reading& reading, const Look& look) {
  const auto goods = goods_lines(reading, reading.goods.goods);
  const auto risks = goods_lines(reading, reading.goods.risks);
  if (goods.empty() && risks.empty()) return;
  append_title(out, "goods and risk phrases", look);
  for (const std::string& line : goods) append_line(out, "", 0, printable(line, look), Colour::kNone, look);
  for (const std::string& line : risks)
    append_line(out, "", 0, printable("risk, " + line, look), Colour::kYellow, look);
}

}  // namespace

std::string page_text(const screen::PageScreening& page, const Look& look) {
  std::string out = screening_text(page.screening, Duties::kLeftOut, look);
  if (page.screening.error) return out;
  append_line(out, "", 0, printable(head_text(page), look), Colour::kBold, look);
  for (const std::string& line : screen::summary_of(page))
    append_line(out, "- ", 2, printable(line, look), Colour::kNone, look);
  for (const std::string& remark : page.page.remarks)
    append_line(out, "- ", 2, printable(remark, look), Colour::kYellow, look);
  append_claims(out, page.reading, look);
  append_propositions(out, page.reading, look);
  append_parties(out, page.reading, look);
  append_goods(out, page.reading, look);
  if (!page.screening.duties.empty()) append_title(out, "what follows", look);
  return out + duties_text(page.screening.duties, look);
}

}  // namespace cordon::cli
