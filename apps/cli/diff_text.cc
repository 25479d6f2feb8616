// Differences in words; see diff_text.h.
#include "cli/diff_text.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "cli/list_age.h"
#include "cli/text_table.h"

namespace cordon::cli {
namespace {

using assemble::Difference;
using assemble::DifferenceCounts;

constexpr size_t kFieldWidth = 20;
constexpr size_t kIndent = 6;

struct DifferenceStyle {
  std::string_view sign;
  Colour colour;
};
DifferenceStyle style_of(Difference difference) {
  switch (difference) {
    case Difference::kAdded:
      return {"+", Colour::kRed};
    case Difference::kRemoved:
      return {"-", Colour::kGreen};
    case Difference::kChanged:
      return {"~", Colour::kYellow};
  }
  return {"", Colour::kNone};
}

// The values of `a` that `b` has not, each as often as it has too few of them; in their order.
std::vector<std::string> without(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  std::map<std::string_view, size_t> there;
  for (const std::string& value : b) ++there[value];
  std::vector<std::string> out;
  for (const std::string& value : a) {
    size_t& left = there[value];
    if (left > 0)
      --left;
    else
      out.push_back(value);
  }
  return out;
}

std::vector<std::string> field_lines(const assemble::FieldChange& field, const Look& look) {
  const std::vector<std::string> out = without(field.before, field.after);
  const std::vector<std::string> in = without(field.after, field.before);
  if (out.empty() && in.empty()) return {"the same values in another order"};
  if (out.size() == 1 && in.size() == 1)
    return {fmt::format("{} -> {}", printable(out.front(), look), printable(in.front(), look))};
  std::vector<std::string> lines;
  for (const std::string& value : out) lines.push_back("- " + printable(value, look));
  for (const std::string& value : in) lines.push_back("+ " + printable(value, look));
  return lines;
}

const ListInfo* find(std::span<const ListInfo> lists, const std::string& name) {
  const auto found = std::ranges::find(lists, name, &ListInfo::list);
  return found == lists.end() ? nullptr : &*found;
}

}  // namespace

std::string lists_diff_table(std::span<const ListInfo> before, std::span<const ListInfo> after,
                             const std::map<std::string, DifferenceCounts>& counts, const Look& look) {
  std::map<std::string, DifferenceCounts> rows = counts;
  for (const auto lists : {before, after})
    for (const ListInfo& list : lists) rows.try_emplace(list.list);
  TextTable table({{"list"},
                   {"before"},
                   {"parties", Align::kRight},
                   {"after"},
                   {"parties", Align::kRight},
                   {"added", Align::kRight},
                   {"removed", Align::kRight},
                   {"changed", Align::kRight}});
  for (const auto& [name, n] : rows) {
    const ListInfo* const was = find(before, name);
    const ListInfo* const is = find(after, name);
    table.append({printable(name), was ? published_text(*was) : "-", was ? grouped(was->entities) : "-",
                  is ? published_text(*is) : "-", is ? grouped(is->entities) : "-", grouped(n[0]), grouped(n[1]),
                  grouped(n[2])});
  }
  return table.text(look);
}

namespace {

// "17 parties differ: 4 added, 1 removed", of things called by these words.
std::string counted(const DifferenceCounts& counts, std::string_view one, std::string_view many) {
  std::vector<std::string> parts;
  uint64_t all = 0;
  for (const Difference d : {Difference::kAdded, Difference::kRemoved, Difference::kChanged}) {
    const uint64_t count = counts[static_cast<size_t>(d)];
    if (count > 0) parts.push_back(fmt::format("{} {}", grouped(count), assemble::difference_name(d)));
    all += count;
  }
  if (all == 0) return fmt::format("no {} differs", one);
  return fmt::format("{} {}: {}", grouped(all),
                     all == 1 ? fmt::format("{} differs", one) : fmt::format("{} differ", many),
                     fmt::join(parts, ", "));
}

}  // namespace

std::string counts_text(const DifferenceCounts& counts) { return counted(counts, "party", "parties"); }

std::string links_diff_text(const std::map<std::string, uint64_t>& before, const std::map<std::string, uint64_t>& after,
                            const assemble::LinkDiff& diff, const Look& look) {
  const auto count = [](const std::map<std::string, uint64_t>& of, const std::string& list) {
    const auto found = of.find(list);
    return found == of.end() ? uint64_t{0} : found->second;
  };
  std::map<std::string, DifferenceCounts> rows = diff.counts;
  for (const auto* side : {&before, &after})
    for (const auto& [list, links] : *side)
      if (links > 0) rows.try_emplace(list);
  if (rows.empty()) return {};
  TextTable table({{"list"},
                   {"links before", Align::kRight},
                   {"after", Align::kRight},
                   {"added", Align::kRight},
                   {"removed", Align::kRight},
                   {"changed", Align::kRight}});
  for (const auto& [name, n] : rows)
    table.append({printable(name), grouped(count(before, name)), grouped(count(after, name)), grouped(n[0]),
                  grouped(n[1]), grouped(n[2])});
  return counted(diff.total(), "link", "links") + "\n" + table.text(look);
}

std::string link_diff_text(const assemble::LinkChange& change, const Look& look) {
  const auto [sign, colour] = style_of(change.difference());
  const auto end = [&](const assemble::LinkEnd& one) {
    return one.id.empty() ? printable(one.name, look)
                          : fmt::format("{} ({})", printable(one.name, look), printable(one.id, look));
  };
  std::string kind(graph::kind_name(change.kind));
  if (!change.criterion.empty()) kind += ":" + printable(change.criterion, look);
  std::string out =
      fmt::format("  {} {}: {} -> {}", paint(colour, sign, look), kind, end(change.owner), end(change.owned));
  const std::string was = printable(fmt::format("{}", fmt::join(change.before, "; ")), look);
  const std::string is = printable(fmt::format("{}", fmt::join(change.after, "; ")), look);
  if (change.difference() == Difference::kChanged) return out + fmt::format(": {} -> {}\n", was, is);
  return out + fmt::format(", {}\n", change.difference() == Difference::kAdded ? is : was);
}

std::string party_diff_text(const Entity& party, Difference difference,
                            const std::vector<assemble::FieldChange>& fields, const Look& look) {
  const auto [sign, colour] = style_of(difference);
  std::string out = fmt::format("  {} {} · {} · {}\n", paint(colour, sign, look),
                                paint(Colour::kBold, printable(party.caption, look), look), schema_name(party.schema),
                                paint(Colour::kCyan, printable(party.id, look), look));
  if (difference != Difference::kChanged) return out;
  for (const assemble::FieldChange& field : fields) {
    std::string label = cut(printable(field.field), kFieldWidth);
    label.resize(label.size() + kFieldWidth - display_width(label), ' ');
    for (const std::string& text : field_lines(field, look))
      for (const std::string& line : wrap(text, look.width - kIndent - kFieldWidth - 2)) {
        out += fmt::format("{:{}}{}  {}\n", "", kIndent, label, line);
        label.assign(kFieldWidth, ' ');
      }
  }
  return out;
}

}  // namespace cordon::cli
