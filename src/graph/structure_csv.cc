#include "graph/structure_csv.h"

#include <fmt/format.h>

#include <array>

#include "base/utf8.h"
#include "syntax/csv.h"
#include "syntax/text_encoding.h"

namespace cordon::graph {
namespace {

enum Column : uint8_t { kOwner, kOwned, kShare, kKind, kFrom, kTo, kSource, kKnownAt, kWith, kColumns };
constexpr std::array<std::string_view, kColumns> kNames = {"owner", "owned",  "share",    "kind", "from",
                                                           "to",    "source", "known_at", "with"};
constexpr size_t kRequired = 3;
constexpr size_t kAbsent = SIZE_MAX;
constexpr size_t kMostNameBytes = 4096;

// The kinds that a row may name; those from kAgent on come from other formats.
std::optional<LinkKind> kind_of(std::string_view text) {
  if (text.empty()) return LinkKind::kShares;
  for (size_t i = 0; i < kLinkKinds; ++i) {
    const auto kind = static_cast<LinkKind>(i);
    if (kind < LinkKind::kAgent && kind_name(kind) == text) return kind;
  }
  return {};
}

std::unexpected<Error> refuse(std::string why) { return fail(ErrorCode::kBadInput, std::move(why)); }

class StructureReader {
 public:
  StructureReader(std::string_view text, const std::string& source, Structure& out, Reporter& reporter)
      : csv_(text, source), source_(source), out_(out), reporter_(reporter) {}

  Result<void> read_header();
  void read_rows();

 private:
  std::string_view field(const CsvRow& row, Column column) const {
    const size_t at = places_[column];
    return at < row.fields.size() ? trim(row.fields[at]) : std::string_view();
  }
  Result<Link> link_of(const CsvRow& row);
  Result<void> read_kind(std::string_view text, Link& link);
  Result<void> read_parties(const CsvRow& row, Link& link);
  Result<void> read_share(const CsvRow& row, Link& link);
  Result<void> read_days(const CsvRow& row, Link& link);
  void skip(const CsvRow& row, const Error& error);

  CsvReader csv_;
  std::string source_;
  Structure& out_;
  Reporter& reporter_;
  std::array<size_t, kColumns> places_;
  size_t width_ = 0;
  bool contradicts_ = false;  // the row at hand says what cannot be: reversed dates, a share over 100 %
};

Result<void> StructureReader::read_header() {
  TRY(const std::optional<CsvRow> header, csv_.next());
  if (!header) return fail(ErrorCode::kBadInput, "is empty", {source_});
  places_.fill(kAbsent);
  width_ = header->fields.size();
  for (size_t i = 0; i < width_; ++i) {
    const std::string name = ascii_lower(trim(header->fields[i]));
    const auto found = std::find(kNames.begin(), kNames.end(), name);
    const Where where{source_, header->line, header->byte};
    if (found == kNames.end()) {
      if (!name.empty()) reporter_.note(fmt::format("the column '{}' was not used", name), where);
    } else if (size_t& place = places_[static_cast<size_t>(found - kNames.begin())]; place == kAbsent) {
      place = i;
    } else {
      return fail(ErrorCode::kBadInput, fmt::format("the column '{}' stands twice", name), where);
    }
  }
  for (size_t i = 0; i < kRequired; ++i)
    if (places_[i] == kAbsent)
      return fail(
          ErrorCode::kBadInput,
          fmt::format("the first line has no column '{}'; it must name owner, owned and share, and may name kind, "
                      "from, to, source, known_at and with",
                      kNames[i]),
          {source_, header->line, header->byte});
  return {};
}

Result<void> StructureReader::read_kind(std::string_view text, Link& link) {
  const size_t colon = text.find(':');
  const auto kind = kind_of(ascii_lower(trim(text.substr(0, colon))));
  if (!kind || (colon != text.npos && *kind != LinkKind::kControl))
    return refuse(
        fmt::format("\"{}\" is no kind; write shares, votes, economic, board, control, control:CRITERION, "
                    "nominee, pact, option, pledge, family, director, complete, firewall, address, phone or founded",
                    text));
  link.kind = *kind;
  if (colon != text.npos) link.criterion = out_.text(trim(text.substr(colon + 1)));
  return {};
}

Result<void> StructureReader::read_parties(const CsvRow& row, Link& link) {
  const std::string_view owner = field(row, kOwner), owned = field(row, kOwned), with = field(row, kWith);
  const std::string_view kind = kind_name(link.kind);
  for (const std::string_view name : {owner, owned, with}) {
    if (name.size() > kMostNameBytes) return refuse("a name is longer than 4096 bytes");
    if (first_invalid_utf8(name)) return refuse("a name is no UTF-8");
  }
  if (owned.empty()) return refuse("the row names no owned party");
  if (takes_owner(link.kind) && owner.empty()) return refuse("the row names no owner");
  if (!takes_owner(link.kind) && !owner.empty())
    return refuse(fmt::format("a row of kind {} has no owner, but names \"{}\"", kind, owner));
  const bool takes_text = link.kind == LinkKind::kAddress || link.kind == LinkKind::kPhone;
  const bool takes_with = takes_text || link.kind == LinkKind::kNominee || link.kind == LinkKind::kPact;
  if (!takes_with && !with.empty())
    return refuse(fmt::format("a row of kind {} takes no 'with', but names \"{}\"", kind, with));
  if (takes_text && with.empty())
    return refuse(fmt::format("a row of kind {} says in 'with' what the {} is", kind, kind));
  if (link.kind == LinkKind::kPact && with.empty())
    return refuse("a pact names in 'with' whom the owner acts together with");
  link.owned = out_.party(owned);
  if (!owner.empty()) link.owner = out_.party(owner);
  if (takes_text)
    link.criterion = out_.text(with);
  else if (!with.empty())
    link.with = out_.party(with);
  if (link.owner == link.owned)
    return refuse(link.kind == LinkKind::kFamily ? "a party is no relative of itself" : "a company cannot own itself");
  if (link.with == link.owned) return refuse("a company cannot own itself through another");
  if (link.with != kNobody && link.with == link.owner)
    return refuse(fmt::format("owner and 'with' are the same party in a row of kind {}", kind));
  return {};
}

Result<void> StructureReader::read_share(const CsvRow& row, Link& link) {
  const std::string_view text = field(row, kShare);
  if (!takes_share(link.kind)) {
    if (!text.empty())
      return refuse(fmt::format("a row of kind {} takes no share, but says \"{}\"", kind_name(link.kind), text));
    return {};
  }
  if (text.empty()) return refuse("the row has no share; write unknown where it is not known");
  auto share = parse_share(text);
  if (!share) {
    contradicts_ = share.error().message.find("over 100 %") != std::string::npos;
    return std::unexpected(std::move(share).error());
  }
  link.share = out_.share(*share);
  return {};
}

Result<void> StructureReader::read_days(const CsvRow& row, Link& link) {
  for (const Column column : {kFrom, kTo, kKnownAt}) {
    const std::string_view text = field(row, column);
    if (text.empty()) continue;
    const auto day = parse_day(text);
    if (!day)
      return refuse(fmt::format("'{}' is \"{}\", which is no day of the form 2024-03-01", kNames[column], text));
    (column == kFrom ? link.from : column == kTo ? link.to : link.known_at) = *day;
  }
  if (link.kind == LinkKind::kFounded && link.from == kAlways)
    return refuse("a row of kind founded says in 'from' on which day");
  if (link.from < link.to) return {};
  contradicts_ = true;
  return refuse(
      fmt::format("dates reversed: in force from {} and no longer from {}", field(row, kFrom), field(row, kTo)));
}

Result<Link> StructureReader::link_of(const CsvRow& row) {
  for (size_t i = width_; i < row.fields.size(); ++i)
    if (!trim(row.fields[i]).empty())
      return refuse(fmt::format("{} fields where the header has {}", row.fields.size(), width_));
  Link link;
  link.row = static_cast<uint32_t>(row.line);
  contradicts_ = false;
  CHECK_OK(read_kind(field(row, kKind), link));
  CHECK_OK(read_parties(row, link));
  CHECK_OK(read_share(row, link));
  CHECK_OK(read_days(row, link));
  link.source = out_.text(field(row, kSource));
  return link;
}

void StructureReader::skip(const CsvRow& row, const Error& error) {
  reporter_.skipped(error.message, {source_, row.line, row.byte});
  const std::string_view owned = field(row, kOwned);
  if (owned.empty() || owned.size() > kMostNameBytes || first_invalid_utf8(owned)) return;
  const PartyId company = out_.party(owned);
  out_.mark(company, Defect::kBadRow);
  if (contradicts_) out_.mark(company, Defect::kInconsistent);
}

void StructureReader::read_rows() {
  while (true) {
    auto row = csv_.next();
    if (!row) {
      reporter_.skipped(row.error().message, row.error().where);
      continue;
    }
    if (!*row) return;
    const auto is_blank = [](const std::string& f) { return trim(f).empty(); };
    if (std::all_of((*row)->fields.begin(), (*row)->fields.end(), is_blank)) continue;
    const auto link = link_of(**row);
    if (link)
      out_.add(*link);
    else
      skip(**row, link.error());
  }
}

}  // namespace

std::optional<Day> parse_day(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return {};
  for (const size_t i : {0, 1, 2, 3, 5, 6, 8, 9})
    if (text[i] < '0' || text[i] > '9') return {};
  const auto number = [&](size_t at, size_t size) {
    int out = 0;
    for (size_t i = at; i < at + size; ++i) out = out * 10 + (text[i] - '0');
    return out;
  };
  const Civil civil{number(0, 4), static_cast<unsigned>(number(5, 2)), static_cast<unsigned>(number(8, 2))};
  if (!valid_civil(civil)) return {};
  return day_from_civil(civil);
}

Result<void> read_structure_csv(std::string_view bytes, const std::string& source, Structure& out, Reporter& reporter) {
  DecodedText decoded;
  std::string_view text;
  if (const auto begin = utf8_begin(bytes); begin && !first_invalid_utf8(bytes.substr(*begin))) {
    text = bytes.substr(*begin);
  } else {
    decoded = decode_text(bytes);
    text = decoded.text;
    if (decoded.replaced > 0)
      reporter.loss(fmt::format("{} places are ill-formed and were replaced", decoded.replaced), {source});
  }
  StructureReader reader(text, source, out, reporter);
  CHECK_OK(reader.read_header());
  const size_t links = out.links().size(), remarks = reporter.remarks().size();
  reader.read_rows();
  // A structure without a row makes everybody clear, which nobody asked for.
  if (out.links().size() == links && reporter.remarks().size() == remarks)
    reporter.skipped("the file has a header and no row", {source});
  return {};
}

}  // namespace cordon::graph
