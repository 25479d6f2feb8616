#include "graph/stated_links.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "base/table.h"
#include "base/utf8.h"

namespace cordon::graph {
namespace {

// One kind of link that a list's link becomes.
struct Becoming {
  LinkKind kind;
  std::string criterion;
};
struct KindRow {
  std::string word;
  Holder holder;
  std::vector<Becoming> becomes;
};
struct RoleRow {
  std::string word;
  std::vector<Becoming> becomes;
  Share share;
};
// What a person read in a statement of reasons.
struct Reason {
  cordon::Link link;
  std::string source;
};
struct Tables {
  std::multimap<std::string, Reason, std::less<>> reasons;  // by the party whose statement it is
  std::vector<KindRow> kinds;
  std::vector<RoleRow> roles;
  std::vector<std::string> faults;
};

// "shares,control:PARENT"
bool read_becomes(std::string_view text, std::vector<Becoming>& out) {
  return each_part(text, ",", [&](std::string_view part) {
    const std::string_view name = take_field(part, ':');
    for (size_t i = 0; i < kLinkKinds; ++i) {
      const auto kind = static_cast<LinkKind>(i);
      if (kind_name(kind) != name || !takes_owner(kind) || kind == LinkKind::kPact) continue;
      out.push_back({kind, std::string(part)});
      return true;
    }
    return false;
  });
}

Tables read_tables() {
  Tables out;
  for_each_table_line("ownership/link_kinds.tsv", [&](std::string_view line) {
    const std::string whole(line);
    KindRow row;
    row.word = take_field(line, '\t');
    const std::string_view holder = take_field(line, '\t');
    row.holder = holder == "this" ? Holder::kThis : Holder::kOther;
    const bool makes_sense =
        (holder == "this" || holder == "other") && read_becomes(take_field(line, '\t'), row.becomes);
    if (!makes_sense || row.becomes.empty()) return out.faults.push_back("data/ownership/link_kinds.tsv: " + whole);
    out.kinds.push_back(std::move(row));
  });
  for_each_table_line("ownership/link_roles.tsv", [&](std::string_view line) {
    const std::string whole(line);
    RoleRow row;
    row.word = take_field(line, '\t');
    const bool makes_sense = read_becomes(take_field(line, '\t'), row.becomes) && !row.becomes.empty();
    const auto share = parse_share(take_field(line, '\t'));
    if (!makes_sense || !share) return out.faults.push_back("data/ownership/link_roles.tsv: " + whole);
    row.share = *share;
    out.roles.push_back(std::move(row));
  });
  for_each_table_line("ownership/stated_reasons.tsv", [&](std::string_view line) {
    const std::string whole(line);
    std::string party(take_field(line, '\t'));
    Reason reason;
    reason.link.kind = take_field(line, '\t');
    reason.link.target_id = take_field(line, '\t');
    reason.link.target_name = take_field(line, '\t');
    reason.link.share = take_field(line, '\t');
    const std::string_view act = take_field(line, '\t'), published = take_field(line, '\t'),
                           read = take_field(line, '\t');
    const auto is_day = [](std::string_view text) {
      const auto day = parse_date(text);
      return day && day->precision == DatePrecision::kDay;
    };
    const bool makes_sense = !party.empty() && !reason.link.target_name.empty() &&
                             parse_stated_share(reason.link.share) &&
                             std::ranges::find(out.kinds, reason.link.kind, &KindRow::word) != out.kinds.end() &&
                             !act.empty() && is_day(published) && is_day(read);
    if (!makes_sense) return out.faults.push_back("data/ownership/stated_reasons.tsv: " + whole);
    reason.source = fmt::format("statement of reasons, {} of {}, read {}", act, published, read);
    out.reasons.emplace(std::move(party), std::move(reason));
  });
  return out;
}

const Tables& tables() {
  static const Tables kTables = read_tables();
  return kTables;
}

const RoleRow* role_of(std::string_view role) {
  std::string plain = ascii_lower(role);
  std::replace_if(plain.begin(), plain.end(), [](char c) { return c == ' ' || c == '_'; }, '-');
  const RoleRow* best = nullptr;
  for (const RoleRow& row : tables().roles)
    if (plain.starts_with(row.word) && (best == nullptr || row.word.size() > best->word.size())) best = &row;
  return best;
}

// Where an end is known to the month or year only, the link counts as in force for all of it.
Day first_day(const std::optional<DateSpan>& from) { return from ? from->low : kAlways; }
Day day_behind(const std::optional<DateSpan>& to) {
  if (!to) return kForever;
  return to->precision == DatePrecision::kDay ? to->low : to->high + 1;
}

std::string source_of(const Entity& entity, const cordon::Link& link) {
  std::string out;
  if (link.source < entity.sources.size()) {
    const Source& source = entity.sources[link.source];
    out = fmt::format("{}, {}", source.file, source.record);
  }
  if (!link.stated_at.empty()) out += (out.empty() ? "" : "; ") + link.stated_at;
  return out;
}

}  // namespace

std::vector<std::string> check_link_tables() { return tables().faults; }

bool is_marked_listed(const Entity& entity) {
  if (!entity.programs.empty() || !entity.measures.empty()) return true;
  const auto is_listing = [](const DateStatement& date) { return date.kind == DateKind::kListed; };
  const auto is_topic = [](const Property& p) { return p.name == "topics" && p.value == "sanction"; };
  return std::ranges::any_of(entity.dates, is_listing) || std::ranges::any_of(entity.properties, is_topic);
}

Result<Share> parse_stated_share(std::string_view text) {
  std::string plain;
  for (const char c : trim(text))
    if (c != ' ') plain += c == ',' ? '.' : c;
  if (plain.empty()) return unknown_share();
  const bool is_plain = plain.find_first_of("%/") == plain.npos && plain.find_first_of("0123456789") != plain.npos;
  if (is_plain) plain += '%';
  return parse_share(plain);
}

namespace {

void append(const cordon::Link& link, std::string source, std::vector<StatedLink>& out) {
  const auto row = std::ranges::find(tables().kinds, link.kind, &KindRow::word);
  if (row == tables().kinds.end()) return;
  StatedLink stated;
  stated.holder = row->holder;
  stated.other_id = link.target_id;
  stated.other_name = link.target_name;
  stated.from = first_day(link.from);
  stated.to = day_behind(link.to);
  stated.source = std::move(source);
  const auto share = parse_stated_share(link.share);
  stated.is_odd = !share || stated.to < stated.from;
  const bool is_stake = std::ranges::any_of(row->becomes, [](const Becoming& b) { return takes_share(b.kind); });
  const RoleRow* const role = is_stake && !link.role.empty() ? role_of(link.role) : nullptr;
  const bool is_said = share && !link.share.empty();
  for (const Becoming& becoming : role != nullptr ? role->becomes : row->becomes) {
    StatedLink one = stated;
    one.kind = becoming.kind;
    one.share = is_said ? *share : role != nullptr ? role->share : unknown_share();
    one.criterion = becoming.criterion;
    // Of kinds that no rule tells apart by criterion, the list's own words are shown.
    if (one.criterion.empty() && !takes_share(one.kind) && one.kind != LinkKind::kControl) one.criterion = link.role;
    out.push_back(std::move(one));
  }
}

}  // namespace

std::vector<StatedLink> stated_links(const Entity& entity) {
  std::vector<StatedLink> out;
  for (const cordon::Link& link : entity.links) append(link, source_of(entity, link), out);
  const auto [begin, end] = tables().reasons.equal_range(entity.id);
  for (auto reason = begin; reason != end; ++reason) append(reason->second.link, reason->second.source, out);
  return out;
}

bool has_stated_links(const Entity& entity) { return !entity.links.empty() || tables().reasons.contains(entity.id); }

}  // namespace cordon::graph
