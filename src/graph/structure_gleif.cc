#include "graph/structure_gleif.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <vector>

#include "base/utf8.h"
#include "graph/stated_links.h"
#include "graph/structure_csv.h"
#include "syntax/csv.h"

namespace cordon::graph {
namespace {

constexpr size_t kHeadBytes = 4096;
constexpr int kPeriods = 5;
constexpr size_t kMostNameBytes = 4096;

std::string_view without_bom(std::string_view bytes) {
  return bytes.starts_with("\xEF\xBB\xBF") ? bytes.substr(3) : bytes;
}

bool head_has(std::string_view bytes, std::string_view column) {
  const std::string_view head = without_bom(bytes).substr(0, kHeadBytes);
  return head.substr(0, head.find('\n')).find(column) != head.npos;
}

// A table by the names of its columns, whatever their order and number.
class Table {
 public:
  Table(std::string_view bytes, const std::string& source) : csv_(without_bom(bytes), source), source_(source) {}
  Result<void> read_header(std::initializer_list<std::string_view> required) {
    TRY(const std::optional<CsvRow> header, csv_.next());
    if (header)
      for (size_t i = 0; i < header->fields.size(); ++i) places_.emplace(trim(header->fields[i]), i);
    for (const std::string_view column : required)
      if (!places_.contains(std::string(column)))
        return fail(ErrorCode::kBadInput, fmt::format("the first line has no column '{}'", column), {source_, 1, 0});
    return {};
  }
  // The next row; false at the end. A row that is none is reported.
  bool next(Reporter& reporter) {
    while (true) {
      auto row = csv_.next();
      if (!row) {
        reporter.skipped(row.error().message, row.error().where);
        continue;
      }
      if (!*row) return false;
      row_ = std::move(**row);
      return true;
    }
  }
  std::string_view at(const std::string& column) const {
    const auto place = places_.find(column);
    return place == places_.end() || place->second >= row_.fields.size() ? std::string_view{}
                                                                         : trim(row_.fields[place->second]);
  }
  Where where() const { return {source_, row_.line, row_.byte}; }
  uint32_t line() const { return static_cast<uint32_t>(row_.line); }

 private:
  CsvReader csv_;
  std::string source_;
  std::unordered_map<std::string, size_t> places_;
  CsvRow row_;
};

enum class Relation : uint8_t { kDirect, kUltimate, kBranch, kFund };

struct Record {
  std::string child, parent;
  Relation relation;
  std::string fund;  // "fund-managed-by"
  Share share;
  Day from = kAlways, to = kForever, known_at = kAlways;
  uint32_t line;
};

std::unexpected<Error> refuse(std::string why) { return fail(ErrorCode::kBadInput, std::move(why)); }

Result<Relation> relation_of(std::string_view type) {
  if (type == "IS_DIRECTLY_CONSOLIDATED_BY") return Relation::kDirect;
  if (type == "IS_ULTIMATELY_CONSOLIDATED_BY") return Relation::kUltimate;
  if (type == "IS_INTERNATIONAL_BRANCH_OF") return Relation::kBranch;
  if (type == "IS_FUND-MANAGED_BY" || type == "IS_SUBFUND_OF" || type == "IS_FEEDER_TO") return Relation::kFund;
  return refuse(fmt::format("the relationship type \"{}\" is unknown", type.substr(0, 60)));
}

// "2012-11-29T00:00:00.000Z" by its day.
Result<Day> day_of(std::string_view text) {
  if (const auto day = parse_day(text.substr(0, 10)); day && (text.size() == 10 || text[10] == 'T')) return *day;
  return refuse(fmt::format("\"{}\" is no day", text.substr(0, 40)));
}

Result<void> read_period(const Table& table, Record& out) {
  for (int n = 1; n <= kPeriods; ++n) {
    const auto field = [&](std::string_view name) {
      return table.at(fmt::format("Relationship.Period.{}.{}", n, name));
    };
    if (field("periodType") != "RELATIONSHIP_PERIOD") continue;
    if (!field("startDate").empty()) {
      TRY(out.from, day_of(field("startDate")));
    }
    if (field("endDate").empty()) continue;
    TRY(const Day last, day_of(field("endDate")));
    out.to = last + 1;  // the last day in force
  }
  if (out.from >= out.to) return refuse("dates reversed");
  return {};
}

Result<Share> share_of(const Table& table) {
  for (int n = 1; n <= kPeriods; ++n) {
    const auto field = [&](std::string_view name) {
      return table.at(fmt::format("Relationship.Quantifiers.{}.{}", n, name));
    };
    if (field("QuantifierUnits") == "PERCENTAGE" && !field("QuantifierAmount").empty())
      return parse_stated_share(field("QuantifierAmount"));
  }
  return unknown_share();
}

// A record in force at some time; nothing where it is over without a day, or annulled.
Result<std::optional<Record>> record_of(const Table& table) {
  Record out;
  out.child = table.at("Relationship.StartNode.NodeID");
  out.parent = table.at("Relationship.EndNode.NodeID");
  for (const std::string* id : {&out.child, &out.parent}) {
    if (id->empty()) return refuse("the record names one party only");
    if (id->size() > kMostNameBytes || first_invalid_utf8(*id)) return refuse("a party's id is no UTF-8, or too long");
  }
  if (out.child == out.parent) return refuse("a company cannot own itself");
  const std::string_view type = table.at("Relationship.RelationshipType");
  TRY(out.relation, relation_of(type));
  if (out.relation == Relation::kFund) {
    out.fund = ascii_lower(type.substr(3));
    std::ranges::replace(out.fund, '_', '-');
  }
  CHECK_OK(read_period(table, out));
  TRY(out.share, share_of(table));
  if (const auto first = table.at("Registration.InitialRegistrationDate"); !first.empty()) {
    TRY(out.known_at, day_of(first));
  }
  out.line = table.line();
  const std::string_view status = table.at("Relationship.RelationshipStatus");
  const std::string_view registration = table.at("Registration.RegistrationStatus");
  const bool is_void = registration == "ANNULLED" || registration == "DUPLICATE";
  const bool is_over = status == "INACTIVE" || registration == "RETIRED";
  if (is_void || (is_over && out.to == kForever)) return std::optional<Record>();
  return std::optional(std::move(out));
}

class GleifBuilder {
 public:
  GleifBuilder(const std::string& source, const GleifNames& names, Structure& out, PartiesById& ids)
      : source_(out.text(source)), names_(names), out_(out), ids_(ids) {}

  void add(const std::vector<Record>& records) {
    for (const Record& record : records) {
      if (record.relation == Relation::kBranch && record.to == kForever) heads_.emplace(record.child, record.parent);
      if (record.relation == Relation::kDirect) direct_[record.child].push_back(record.parent);
    }
    for (const Record& record : records) add(record);
  }

 private:
  // The head office of a branch, else the party itself.
  std::string_view head(std::string_view lei) const {
    std::set<std::string_view> seen;
    for (auto at = heads_.find(lei); at != heads_.end() && seen.insert(lei).second; at = heads_.find(lei))
      lei = at->second;
    return lei;
  }

  PartyId party(std::string_view lei) {
    const std::string_view legal = head(lei);
    auto known = ids_.find(legal);
    if (known == ids_.end()) {
      const auto name = names_.find(std::string(legal));
      std::string shown(name == names_.end() ? legal : std::string_view(name->second));
      if (out_.find(shown)) shown += fmt::format(" ({})", legal);
      known = ids_.emplace(std::string(legal), out_.party(shown)).first;
    }
    const PartyId out = known->second;
    ids_.emplace(std::string(lei), out);
    return out;
  }

  bool leads_to(const std::string& child, std::string_view parent) const {
    std::vector<std::string_view> waiting = {child};
    std::set<std::string_view> seen;
    while (!waiting.empty()) {
      const std::string_view at = waiting.back();
      waiting.pop_back();
      if (!seen.insert(at).second) continue;
      const auto parents = direct_.find(at);
      if (parents == direct_.end()) continue;
      for (const std::string& next : parents->second) {
        if (next == parent) return true;
        waiting.push_back(next);
      }
    }
    return false;
  }

  void add(const Record& record) {
    Link link;
    link.owner = party(record.parent), link.owned = party(record.child);
    if (link.owner == link.owned) return;  // a branch of it
    link.from = record.from, link.to = record.to, link.known_at = record.known_at;
    link.source = source_, link.row = record.line;
    if (record.relation == Relation::kBranch) return add_branch(link);
    if (record.relation == Relation::kFund) {
      link.kind = LinkKind::kLinked;
      link.criterion = out_.text(record.fund);
      return out_.add(link);
    }
    if (record.relation == Relation::kUltimate && leads_to(record.child, record.parent)) return;
    link.share = out_.share(record.share);
    out_.add(link);
    link.kind = LinkKind::kControl;
    link.share = kNoShare;
    link.criterion = out_.text("EU-g");
    out_.add(link);
  }

  // A branch that ended was its head office's while it lasted.
  void add_branch(Link link) {
    link.share = out_.share({{Rational(1)}, {Rational(1)}});
    out_.add(link);
  }

  uint32_t source_;
  const GleifNames& names_;
  Structure& out_;
  PartiesById& ids_;
  std::map<std::string, std::string, std::less<>> heads_;  // of branches
  std::map<std::string, std::vector<std::string>, std::less<>> direct_;
};

}  // namespace

bool looks_like_gleif_relationships(std::string_view bytes) {
  return head_has(bytes, "Relationship.StartNode.NodeID") && head_has(bytes, "Relationship.RelationshipType");
}
bool looks_like_gleif_names(std::string_view bytes) { return head_has(bytes, "Entity.LegalName"); }

Result<void> read_gleif_names(std::string_view bytes, const std::string& source, GleifNames& out, Reporter& reporter) {
  Table table(bytes, source);
  CHECK_OK(table.read_header({"LEI", "Entity.LegalName"}));
  while (table.next(reporter)) {
    const std::string_view lei = table.at("LEI"), name = table.at("Entity.LegalName");
    if (lei.empty() || name.empty() || name.size() > kMostNameBytes || first_invalid_utf8(name))
      reporter.loss("a row without an LEI or a legal name; the party is shown by its LEI", table.where());
    else
      out.insert_or_assign(std::string(lei), std::string(name));
  }
  return {};
}

Result<void> read_structure_gleif(std::string_view bytes, const std::string& source, const GleifNames& names,
                                  Structure& out, PartiesById& ids, Reporter& reporter) {
  Table table(bytes, source);
  CHECK_OK(table.read_header({"Relationship.StartNode.NodeID", "Relationship.EndNode.NodeID",
                              "Relationship.RelationshipType", "Relationship.RelationshipStatus"}));
  std::vector<Record> records;
  uint64_t over = 0;
  while (table.next(reporter)) {
    auto record = record_of(table);
    if (!record)
      reporter.skipped(record.error().message, table.where());
    else if (*record)
      records.push_back(std::move(**record));
    else
      ++over;
  }
  if (over > 0)
    reporter.note(fmt::format("{} records are over without a day, or annulled, and were left out", over), {source});
  GleifBuilder(source, names, out, ids).add(records);
  return {};
}

}  // namespace cordon::graph
