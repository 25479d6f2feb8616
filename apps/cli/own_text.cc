// Ownership in words; see own_text.h. Sums are printed as they are added: no figure is rounded.
#include "cli/own_text.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace cordon::cli {
namespace {

using namespace graph;

constexpr size_t kBriefPaths = 3;

Colour colour_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::kListed:
    case Verdict::kCertain:
      return Colour::kRed;
    case Verdict::kPossible:
    case Verdict::kControlConcern:
      return Colour::kYellow;
    case Verdict::kClear:
      return Colour::kGreen;
  }
  return Colour::kNone;
}

class Writer {
 public:
  Writer(const Judge& judge, const Finding& finding, const Explanation& explanation, const JoinText& join_text,
         const Look& look)
      : judge_(judge),
        cascade_(judge.cascade()),
        holdings_(cascade_.holdings()),
        structure_(holdings_.structure()),
        rule_(cascade_.rule()),
        finding_(finding),
        explanation_(explanation),
        join_text_(join_text),
        look_(look) {}

  std::string brief() {
    head();
    for (size_t i = 0; i < explanation_.paths.size() && i < kBriefPaths; ++i) path(explanation_.paths[i]);
    if (explanation_.paths.size() > kBriefPaths)
      line(fmt::format("and {} more paths", explanation_.paths.size() - kBriefPaths));
    successions();
    open_facts();
    return std::move(out_);
  }
  std::string text() {
    head();
    for (auto step = explanation_.steps.rbegin(); step != explanation_.steps.rend(); ++step) sum(*step);
    by_kind();
    paths();
    not_counted();
    sales();
    successions();
    would_change();
    completeness();
    line(fmt::format("law: {} [{}]", rule_.citation, rule_.confidence));
    return std::move(out_);
  }

 private:
  void line(std::string_view text) {
    // A figure and its % stay on one line: held together by a byte that no printable text has.
    constexpr char kTie = '\x1F';
    std::string tied(text);
    for (size_t at = tied.find(" %"); at != tied.npos; at = tied.find(" %", at)) tied[at] = kTie;
    bool first = true;
    for (std::string part : wrap(tied, look_.width > 12 ? look_.width - 6 : 6)) {
      std::replace(part.begin(), part.end(), kTie, ' ');
      out_ += fmt::format("{}{}\n", first ? "    " : "      ", part);
      first = false;
    }
  }
  std::string name(PartyId party) const {
    return party == holdings_.unknown() ? "an unknown principal" : printable(structure_.name(party), look_);
  }
  std::string shown(const Share& share) const {
    return share.is_exact() ? percent_text(share.low.value) : share_text(share);
  }
  std::string threshold() const {
    return fmt::format("{} {}", rule_.strict ? ">" : "≥", percent_text(rule_.threshold));
  }
  std::string link_text(uint32_t index) const {
    const Link& link = structure_.links()[index];
    std::string out = fmt::format("{} → {}", link.owner == kNobody ? "" : name(link.owner), name(link.owned));
    if (link.share != kNoShare) out += " " + shown(structure_.share(link.share));
    if (link.kind != LinkKind::kShares) out += fmt::format(" {}", kind_name(link.kind));
    if (link.criterion != 0) out += ":" + printable(structure_.text(link.criterion), look_);
    if (link.with != kNobody)
      out += fmt::format(" {} {}", link.kind == LinkKind::kNominee ? "for" : "with", name(link.with));
    std::vector<std::string> notes;
    if (link.from != kAlways || link.to != kForever)
      notes.push_back(fmt::format("{}..{}", link.from == kAlways ? "" : day_text(link.from),
                                  link.to == kForever ? "" : day_text(link.to)));
    if (link.source != 0) notes.push_back(printable(structure_.text(link.source), look_));
    if (link.row != 0) notes.push_back(fmt::format("row {}", link.row));
    if (!notes.empty()) out += fmt::format(" ({})", fmt::join(notes, ", "));
    return out;
  }

  void head();
  void sum(const ProofStep& step);
  void path(const std::vector<uint32_t>& links);
  void paths();
  void open_facts();
  void successions();
  void not_counted();
  void sales();
  void would_change();
  void completeness();
  void by_kind();

  const Judge& judge_;
  const Cascade& cascade_;
  const Holdings& holdings_;
  const Structure& structure_;
  const Rule& rule_;
  const Finding& finding_;
  const Explanation& explanation_;
  const JoinText& join_text_;
  const Look& look_;
  std::string out_;
};

void Writer::head() {
  if (finding_.company == kNobody) {
    out_ += fmt::format("  {}  {}\n", paint(Colour::kBold, rule_.name, look_),
                        paint(colour_of(finding_.verdict), verdict_name(finding_.verdict), look_));
    return;
  }
  const std::string share = finding_.share_min == finding_.share_max
                                ? percent_text(finding_.share_min.value)
                                : fmt::format("{} to {}", low_text(finding_.share_min), high_text(finding_.share_max));
  out_ += fmt::format("  {}  {}  {} {}\n", paint(Colour::kBold, rule_.name, look_),
                      paint(colour_of(finding_.verdict), verdict_name(finding_.verdict), look_), share,
                      finding_.share_kind == LinkKind::kShares
                          ? "held by caught parties"
                          : fmt::format("of {} held by caught parties", kind_name(finding_.share_kind)));
  const std::vector<std::string> flags = judge_.flag_names(finding_);
  if (!flags.empty()) line(fmt::format("flags: {}", fmt::join(flags, ", ")));
}

// Where caught parties have something of several kinds, how much of each.
void Writer::by_kind() {
  std::vector<std::string> parts;
  const std::optional<LinkKind> conservative = finding_.conservative_kind();
  for (const LinkKind kind : finding_.kinds_held()) {
    const Reach& reach = finding_.by_kind[static_cast<size_t>(kind)];
    const std::string much = reach.low == reach.high
                                 ? percent_text(reach.low.value)
                                 : fmt::format("{} to {}", low_text(reach.low), high_text(reach.high));
    parts.push_back(
        fmt::format("{} of {}{}", much, kind_name(kind), kind == conservative ? " (the conservative reading)" : ""));
  }
  if (!parts.empty()) line(fmt::format("by kind: {}", fmt::join(parts, ", ")));
}

// "C is caught: 25 % (A) + 25 % (B) = 50 % ≥ 50 %"
void Writer::sum(const ProofStep& step) {
  if (step.counted.empty() && !step.by_open_fact) return;
  std::string text = name(step.company);
  const bool is_company = step.company == finding_.company;
  const bool listed = cascade_.is_listed(step.company);
  const bool certain = !listed && cascade_.rank(finding_.run, step.company, Sure::kCertain) != 0;
  const bool possible = !listed && cascade_.rank(finding_.run, step.company, Sure::kPossible) != 0;
  const bool maybe = cascade_.is_maybe_listed(step.company) && !certain;
  text += listed     ? " is listed; owned by caught parties"
          : maybe    ? " is perhaps listed; owned by caught parties"
          : certain  ? " is caught"
          : possible ? " is possibly caught"
                     : " is not caught";
  text += ": ";
  std::vector<std::string> parts;
  for (const Stake& stake : step.counted)
    parts.push_back(fmt::format("{} ({}{})", shown(structure_.share(stake.share)), name(stake.owner),
                                cascade_.is_listed(stake.owner)         ? ", LISTED"
                                : cascade_.is_maybe_listed(stake.owner) ? ", perhaps LISTED"
                                                                        : ""));
  if (step.by_complete) {
    text += fmt::format("all owners are given, and the others leave at least {}", low_text(step.low));
  } else if (step.by_open_fact && parts.empty()) {
    text += "through an open fact, whatever the sum";
  } else {
    text += fmt::format("{}", fmt::join(parts, " + "));
    const bool exact = step.low.value == step.high.value;
    text += exact ? fmt::format(" = {}", percent_text(step.low.value))
                  : fmt::format(" = {} to {}", low_text(step.low), high_text(step.high));
  }
  if (step.kind != LinkKind::kShares) text += fmt::format(" of {}", kind_name(step.kind));
  if (certain || possible) {
    text += step.by_open_fact ? "" : fmt::format(" {}", possible && !certain ? "may be " + threshold() : threshold());
  } else if (is_company && !listed) {
    text += fmt::format(", not {}", threshold());
  }
  line(text);
}

void Writer::path(const std::vector<uint32_t>& links) {
  std::vector<std::string> parts;
  for (const uint32_t link : links) parts.push_back(link_text(link));
  line(fmt::format("path: {}", fmt::join(parts, "; ")));
}

void Writer::paths() {
  for (const std::vector<uint32_t>& links : explanation_.paths) path(links);
  if (explanation_.more_paths) line(fmt::format("and further paths; {} are shown", kMostPaths));
}

void Writer::not_counted() {
  for (const NotCounted& row : explanation_.not_counted)
    line(fmt::format("not counted: {}: {}", link_text(row.link), row.reason));
}

void Writer::sales() {
  for (const Sale& sale : explanation_.sales) {
    const Rational sold = sale.before.high.value - sale.after.high.value;
    std::string text = fmt::format("{}: the stake of {} fell; caught parties had {}, then {}", day_text(sale.day),
                                   name(sale.seller), shown(sale.before), shown(sale.after));
    if (sale.took_it_below)
      text = fmt::format("{} sold on {} took it below {}", percent_text(sold), day_text(sale.day),
                         percent_text(rule_.threshold));
    for (const Transfer& t : explanation_.transfers)
      if (t.seller == sale.seller && t.day == sale.day)
        text += t.near_listing ? std::string("; within 30 days of the listing of the seller")
                               : fmt::format("; the buyer {} is a {}{}", name(t.buyer),
                                             t.by_relative ? "relative or associate" : "former manager",
                                             t.buy_back ? ", and the seller may buy it back" : "");
    line(text);
  }
}

void Writer::open_facts() {
  for (const OpenFact& fact : explanation_.open_facts) {
    if (fact.maybe_listed != kNobody) {
      const std::string who = join_text_(fact.maybe_listed);
      line(fmt::format("depends on whether {} is {}; --join confirms that, --no-join revokes it",
                       name(fact.maybe_listed), who.empty() ? "listed" : printable(who, look_)));
    } else if (fact.at_least)
      line(fmt::format("would be certain if {} were {} {}", link_text(fact.link),
                       fact.at_least->open ? "more than" : "at least", percent_text(fact.at_least->value)));
    else
      line(fmt::format("depends on whether {} is caught", name(structure_.links()[fact.link].owner)));
  }
}

void Writer::successions() {
  for (const Succession& s : explanation_.successions) {
    const Link& link = structure_.links()[s.has];
    const std::string value =
        s.kind == LinkKind::kDirector ? name(link.owner) : printable(structure_.text(link.criterion), look_);
    line(fmt::format("since {} it has the {} of {}: {}", day_text(s.day),
                     s.kind == LinkKind::kPhone ? "phone number" : kind_name(s.kind), name(s.before), value));
  }
}

void Writer::would_change() {
  open_facts();
  if (explanation_.if_exercised)
    line(fmt::format("with the options of caught parties exercised: {}", shown(*explanation_.if_exercised)));
  if (finding_.verdict == Verdict::kListed || rule_.outcome != Consequence::kDerived) return;
  if (finding_.verdict == Verdict::kCertain && !explanation_.steps.empty() &&
      explanation_.steps.back().low.value == finding_.share_min.value) {
    const Rational spare = finding_.share_min.value - rule_.threshold;
    const bool at_edge = spare == Rational(0);
    line(fmt::format(
        "would no longer be certain if caught parties held {} less",
        at_edge ? "any" : fmt::format("{} {}", rule_.strict ? "at least" : "more than", percent_text(spare))));
  } else if (finding_.verdict <= Verdict::kControlConcern && finding_.share_max.value > Rational(0)) {
    const Rational missing = rule_.threshold - finding_.share_max.value;
    const std::string more =
        missing == Rational(0)
            ? "any"
            : fmt::format("{}{}", rule_.strict || finding_.share_max.open ? "over " : "", percent_text(missing));
    line(fmt::format("nearest miss: {} more would catch it", more));
  }
}

void Writer::completeness() {
  Bound low, high;
  bool any = false;
  for (const Stake& stake : holdings_.of(finding_.company))
    if (stake.kind == LinkKind::kShares) {
      any = true;
      low += structure_.share(stake.share).low;
      high += structure_.share(stake.share).high;
    }
  const bool all = holdings_.is_declared_complete(finding_.company);
  line(fmt::format("completeness: owners known for {}{}",
                   !any                      ? "none of the shares"
                   : low.value == high.value ? percent_text(low.value)
                                             : fmt::format("{} to {}", low_text(low), high_text(high)),
                   all ? "; said to be all" : ""));
}

}  // namespace

std::string own_text(const graph::Judge& judge, const graph::Finding& finding, const graph::Explanation& explanation,
                     const JoinText& join_text, const Look& look) {
  return Writer(judge, finding, explanation, join_text, look).text();
}

std::string own_brief_text(const graph::Judge& judge, const graph::Finding& finding,
                           const graph::Explanation& explanation, const JoinText& join_text, const Look& look) {
  return Writer(judge, finding, explanation, join_text, look).brief();
}

}  // namespace cordon::cli
