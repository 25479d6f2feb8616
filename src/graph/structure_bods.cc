// BODS; see structure_bods.h. https://standard.openownership.org/en/0.4.0/ for the members read here.
#include "graph/structure_bods.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "base/utf8.h"
#include "syntax/json.h"
#include "syntax/text_encoding.h"

namespace cordon::graph {
namespace {

// What a type of interest is to a rule. Types of 0.2 and 0.3 are written with hyphens.
struct InterestRow {
  std::string_view type;
  LinkKind kind;
  std::string_view criterion;  // of control
  bool also_unknown_share;     // "significant influence" and its like: any share, beside the control (OW17)
};
constexpr InterestRow kInterests[] = {
    {"shareholding", LinkKind::kShares, "", false},
    {"votingrights", LinkKind::kVotes, "", false},
    {"appointmentofboard", LinkKind::kBoard, "", false},
    {"rightstosurplusassetsondissolution", LinkKind::kEconomic, "", false},
    {"rightstosurplusassets", LinkKind::kEconomic, "", false},
    {"rightstoprofitorincome", LinkKind::kEconomic, "", false},
    {"righttoprofitorincomefromassets", LinkKind::kEconomic, "", false},
    {"beneficiaryoflegalarrangement", LinkKind::kEconomic, "", false},
    {"beneficiaryoftrust", LinkKind::kEconomic, "", false},
    {"boardmember", LinkKind::kDirector, "", false},
    {"boardchair", LinkKind::kDirector, "", false},
    {"seniormanagingofficial", LinkKind::kDirector, "", false},
    {"nominee", LinkKind::kDirector, "", false},
    {"settlor", LinkKind::kControl, "TRUST", false},
    {"settloroftrust", LinkKind::kControl, "TRUST", false},
    {"protector", LinkKind::kControl, "TRUST", false},
    {"protectoroftrust", LinkKind::kControl, "TRUST", false},
    {"trustee", LinkKind::kControl, "TRUSTEE", false},
    {"trusteeoftrust", LinkKind::kControl, "TRUSTEE", false},
    {"nominator", LinkKind::kControl, "NOMINATOR", true},
    {"enjoymentanduseofassets", LinkKind::kControl, "EU-f", false},
    {"rightsgrantedbycontract", LinkKind::kControl, "EU-d", false},
    {"conditionalrightsgrantedbycontract", LinkKind::kOption, "", false},
    {"controlviacompanyrulesorarticles", LinkKind::kControl, "EU-d", false},
    {"controlbylegalframework", LinkKind::kControl, "EU-e", false},
};
constexpr InterestRow kOtherInterest = {"", LinkKind::kControl, "EU-e",
                                        true};  // influence, unknown, unpublished, none named

const InterestRow& interest_of(std::string_view type) {
  std::string plain;
  for (const char c : ascii_lower(type))
    if (c != '-' && c != '_') plain += c;
  for (const InterestRow& row : kInterests)
    if (row.type == plain) return row;
  return kOtherInterest;
}

const JsonValue* at(const JsonValue* value, std::string_view name) {
  return value == nullptr ? nullptr : value->find(name);
}
std::string text_at(const JsonValue* value, std::string_view name) {
  const JsonValue* const found = at(value, name);
  return found != nullptr && found->kind == JsonValue::Kind::kString ? std::string(trim(found->text)) : std::string();
}
bool is_true(const JsonValue* value) {
  return value != nullptr && value->kind == JsonValue::Kind::kBool && value->boolean;
}

std::unexpected<Error> refuse(std::string why) { return fail(ErrorCode::kBadInput, std::move(why)); }

// A statement, of whichever version.
struct Statement {
  enum class Kind : uint8_t { kParty, kRelationship } kind = Kind::kParty;
  std::string record;     // record id (0.4) or statement id
  const JsonValue* body;  // recordDetails (0.4) or the statement itself
  Day published = kAlways;
  bool is_closed = false;
  Day dated = kAlways;
  uint32_t number = 0;  // 1-based
};

class BodsReader {
 public:
  BodsReader(std::string source, Day known_at, Structure& out, Reporter& reporter)
      : source_(std::move(source)), known_at_(known_at), out_(out), reporter_(reporter) {}

  Result<void> read(const std::vector<const JsonValue*>& statements);

 private:
  Result<Statement> statement_of(const JsonValue& json, uint32_t number);
  Result<void> check_version(const JsonValue& json);
  void refuse_statement(const JsonValue* body, uint32_t number, const std::string& why);
  void name_party(const Statement& statement);
  void add_relationship(const Statement& statement, Day until);
  Result<void> add_interest(const Statement& statement, const JsonValue* interest, Link link, Day until);
  void join_arrangements();
  std::string record_of(std::string id) const;
  Result<PartyId> party_of(const JsonValue* value) const;
  Result<Share> share_of(const JsonValue& share, std::string_view details, PartyId company);
  bool has_chain(const Statement& statement) const;

  std::string source_;
  Day known_at_;
  Structure& out_;
  Reporter& reporter_;
  std::map<std::string, PartyId> parties_;             // by record
  std::map<std::string, std::string> named_;           // name to the record that has it
  std::map<std::string, const Statement*> relations_;  // by record
  std::map<std::string, std::string> replaced_;        // of 0.2 and 0.3: statement to the one that replaces it
  std::set<PartyId> arrangements_;                     // whose parties hold it jointly
  bool noted_old_ = false;
};

std::optional<Day> first_day(const std::string& text) {
  const auto span = parse_date(text);
  if (!span || span->precision == DatePrecision::kUnknown) return {};
  return span->low;
}

Result<void> BodsReader::check_version(const JsonValue& json) {
  const JsonValue* const stated = at(at(&json, "publicationDetails"), "bodsVersion");
  if (stated == nullptr || stated->kind == JsonValue::Kind::kNull) return {};
  const std::string version = stated->kind == JsonValue::Kind::kString ? std::string(trim(stated->text)) : "";
  if (version == "0.4") return {};
  if (version == "0.2" || version == "0.3") {
    if (!noted_old_)
      reporter_.note(fmt::format("BODS {}: read by its published shape; not yet seen on a real file", version),
                     {source_});
    noted_old_ = true;
    return {};
  }
  return fail(ErrorCode::kUnsupported, fmt::format("BODS of version {}; 0.2, 0.3 and 0.4 are read",
                                                   version.empty() ? std::string("\"\"") : version));
}

Result<Statement> BodsReader::statement_of(const JsonValue& json, uint32_t number) {
  if (json.kind != JsonValue::Kind::kObject) return refuse("is no object, as a statement of BODS is");
  CHECK_OK(check_version(json));
  Statement out;
  out.number = number;
  std::string type = text_at(&json, "recordType");
  out.body = at(&json, "recordDetails");
  out.record = text_at(&json, "recordId");
  if (type.empty()) {
    type = text_at(&json, "statementType");
    out.body = &json;
    out.record = text_at(&json, "statementID");
  }
  if (type.empty()) return refuse("has neither recordType nor statementType, as a statement of BODS has");
  if (type == "relationship" || type == "ownershipOrControlStatement")
    out.kind = Statement::Kind::kRelationship;
  else if (type != "entity" && type != "person" && type != "entityStatement" && type != "personStatement")
    return refuse(fmt::format("\"{}\" is no type of a statement; entity, person and relationship are", type));
  if (out.record.empty()) return refuse("has no recordId and no statementID");
  const std::string status = text_at(&json, "recordStatus");
  if (!status.empty() && status != "new" && status != "updated" && status != "closed")
    return refuse(fmt::format("\"{}\" is no recordStatus; new, updated and closed are", status));
  out.is_closed = status == "closed";
  if (const auto day = first_day(text_at(&json, "statementDate"))) out.dated = *day;
  out.published = first_day(text_at(at(&json, "publicationDetails"), "publicationDate")).value_or(out.dated);
  return out;
}

// Reports a statement that cannot be used, and marks the company that it is about where it says which.
void BodsReader::refuse_statement(const JsonValue* body, uint32_t number, const std::string& why) {
  reporter_.skipped(why, {source_, number});
  const auto company = party_of(at(body, "subject"));
  if (!company) return;
  out_.mark(*company, Defect::kBadRow);
  const bool contradicts = why.find("over 100 %") != why.npos || why.find("dates reversed") != why.npos;
  if (contradicts) out_.mark(*company, Defect::kInconsistent);
}

void BodsReader::name_party(const Statement& statement) {
  std::string name = text_at(statement.body, "name");
  if (const JsonValue* const names = at(statement.body, "names"); name.empty() && names != nullptr)
    for (const JsonValue& one : names->items)
      if (name.empty()) name = text_at(&one, "fullName");
  if (name.empty()) name = statement.record;
  const auto [known, is_new] = named_.try_emplace(name, statement.record);
  if (!is_new && known->second != statement.record) {
    reporter_.note(fmt::format("two records are named \"{}\"; the second is \"{} ({})\"", name, name, statement.record),
                   {source_, statement.number});
    name += " (" + statement.record + ")";
  }
  const PartyId party = parties_[statement.record] = out_.party(name);
  const JsonValue* const type = at(statement.body, "entityType");
  const std::string subtype = text_at(type, "subtype");
  if (text_at(type, "type") == "arrangement" && subtype != "trust" && subtype != "nomination")
    arrangements_.insert(party);
  Link fact;
  fact.owned = party;
  fact.row = static_cast<uint32_t>(statement.number);
  if (const auto founded = parse_date(text_at(statement.body, "foundingDate"))) {
    fact.kind = LinkKind::kFounded;
    fact.from = founded->low;
    out_.add(fact);
    fact.from = kAlways;
  }
  if (const JsonValue* const addresses = at(statement.body, "addresses"); addresses != nullptr)
    for (const JsonValue& one : addresses->items) {
      const std::string text = text_at(&one, "address");
      if (text.empty()) continue;
      fact.kind = LinkKind::kAddress;
      fact.criterion = out_.text(text);
      out_.add(fact);
    }
}

// The record of a reference: of 0.2 and 0.3 the statement that replaced it last.
std::string BodsReader::record_of(std::string id) const {
  for (size_t steps = 0; steps <= replaced_.size(); ++steps) {
    const auto found = replaced_.find(id);
    if (found == replaced_.end()) break;
    id = found->second;
  }
  return id;
}

// A reference of 0.4 (a record id) or of 0.2 and 0.3 (an object that names a statement).
Result<PartyId> BodsReader::party_of(const JsonValue* value) const {
  if (value == nullptr) return refuse("names no subject or no interested party");
  std::string id = value->kind == JsonValue::Kind::kString ? value->text : "";
  for (const std::string_view name : {"describedByEntityStatement", "describedByPersonStatement"})
    if (id.empty()) id = text_at(value, name);
  if (id.empty()) {
    const JsonValue* const unspecified = value->find("unspecified");
    const std::string why = text_at(unspecified != nullptr ? unspecified : value, "reason");
    return refuse(fmt::format("the interested party is not specified{}", why.empty() ? "" : " (" + why + ")"));
  }
  const auto found = parties_.find(record_of(id));
  if (found == parties_.end()) return refuse(fmt::format("\"{}\" is no party of the file", id));
  return found->second;
}

Result<Share> BodsReader::share_of(const JsonValue& share, std::string_view details, PartyId company) {
  const auto part = [&](std::string_view name) -> Result<std::optional<Rational>> {
    const JsonValue* const value = share.find(name);
    if (value != nullptr && value->kind == JsonValue::Kind::kString)
      return refuse(fmt::format("the share \"{}\" is a text and no number", value->text.substr(0, 40)));
    if (value == nullptr || value->kind != JsonValue::Kind::kNumber) return std::optional<Rational>();
    const auto number = Rational::parse(value->text);
    if (!number) return refuse(fmt::format("\"{}\" is no share", value->text));
    if (*number < Rational(0)) return refuse(fmt::format("the share {} is negative", value->text));
    if (*number > Rational(100)) return refuse(fmt::format("the share {} is over 100 %", value->text));
    return std::optional(*number * Rational(1, 100));
  };
  TRY(const std::optional<Rational> exact, part("exact"));
  if (exact) return Share{{*exact}, {*exact}};
  Share out = unknown_share();
  TRY(const std::optional<Rational> minimum, part("minimum"));
  TRY(const std::optional<Rational> maximum, part("maximum"));
  TRY(const std::optional<Rational> over, part("exclusiveMinimum"));
  TRY(const std::optional<Rational> under, part("exclusiveMaximum"));
  // In 0.2 and 0.3 the exclusive members are truth values about minimum and maximum.
  if (minimum) out.low = {*minimum, is_true(share.find("exclusiveMinimum"))};
  if (maximum) out.high = {*maximum, is_true(share.find("exclusiveMaximum"))};
  if (over) out.low = {*over, true};
  if (under) out.high = {*under, true};
  // A band whose text says "not more than" includes its end, whatever the figures say.
  if (out.high.open && ascii_lower(details).find("not more than") != std::string::npos) {
    out.high.open = false;
    out_.mark(company, Defect::kBandText);
  }
  if (out.high.value < out.low.value) return refuse("the share ends below where it begins");
  if (out.is_exact() && (out.low.open || out.high.open)) return refuse("the share leaves nothing at all");
  return out;
}

// Do the components of an indirect interest give its chain: are there relationships among them, all in the file?
bool BodsReader::has_chain(const Statement& statement) const {
  const JsonValue* components = at(statement.body, "componentRecords");
  if (components == nullptr) components = at(statement.body, "componentStatementIDs");
  if (components == nullptr) return false;
  size_t links = 0;
  for (const JsonValue& id : components->items) {
    const std::string record = record_of(id.text);
    if (!relations_.contains(record) && !parties_.contains(record)) return false;
    links += relations_.contains(record);
  }
  return links > 0;
}

// `until`: the day from which a later statement of the record speaks.
Result<void> BodsReader::add_interest(const Statement& statement, const JsonValue* interest, Link link, Day until) {
  std::string level = text_at(interest, "directOrIndirect");
  if (level.empty()) level = text_at(interest, "interestLevel");
  const InterestRow& row = interest_of(text_at(interest, "type"));
  // The chain has the share (OW16); that somebody controls through it is a fact of its own.
  const bool is_told_by_chain = level == "indirect" && has_chain(statement);
  if (is_told_by_chain && row.kind != LinkKind::kControl) return {};
  const JsonValue* const share = at(interest, "share");
  for (const std::string_view name : {"startDate", "endDate"}) {
    const std::string text = text_at(interest, name);
    if (text.empty()) continue;
    const auto span = parse_date(text);
    if (!span) return refuse(fmt::format("{} \"{}\" is no date", name, text));
    if (name == "startDate")
      link.from = span->low;
    else
      link.to = span->precision == DatePrecision::kDay ? span->low : span->high + 1;
  }
  if (statement.is_closed && link.to == kForever) link.to = statement.dated;
  if (link.from >= link.to) return refuse("dates reversed: the interest ends before it begins");
  link.to = std::min(link.to, until);
  if (link.from >= link.to) return {};
  link.kind = row.kind;
  if (!row.criterion.empty()) link.criterion = out_.text(row.criterion);
  if (takes_share(row.kind)) {
    Share known = unknown_share();
    if (share != nullptr) {
      TRY(known, share_of(*share, text_at(interest, "details"), link.owned));
    }
    link.share = out_.share(known);
  }
  out_.add(link);
  if (is_told_by_chain) return {};
  if (takes_share(row.kind) && (share != nullptr || level != "unknown")) return {};
  if (!row.also_unknown_share && !takes_share(row.kind)) return {};
  // No share and no way told: any share, and a sign of control.
  Link more = link;
  if (takes_share(row.kind)) {
    more.kind = LinkKind::kControl;
    more.share = kNoShare;
    more.criterion = out_.text("EU-e");
  } else {
    more.kind = LinkKind::kShares;
    more.criterion = 0;
    Share known = unknown_share();
    if (share != nullptr) {
      TRY(known, share_of(*share, text_at(interest, "details"), link.owned));
    }
    more.share = out_.share(known);
  }
  out_.add(more);
  return {};
}

void BodsReader::add_relationship(const Statement& statement, Day until) {
  const auto check = [&](const Result<void>& added) {
    if (!added) refuse_statement(statement.body, statement.number, added.error().message);
  };
  const auto ends = [&]() -> Result<Link> {
    Link link;
    TRY(link.owned, party_of(at(statement.body, "subject")));
    TRY(link.owner, party_of(at(statement.body, "interestedParty")));
    if (link.owner == link.owned) return refuse("a company cannot own itself");
    link.row = statement.number;
    link.source = out_.text(source_);
    return link;
  };
  const Result<Link> link = ends();
  if (!link) return refuse_statement(statement.body, statement.number, link.error().message);
  const JsonValue* const interests = at(statement.body, "interests");
  if (interests == nullptr || interests->items.empty()) {
    if (!has_chain(statement)) check(add_interest(statement, nullptr, *link, until));
    return;
  }
  for (const JsonValue& interest : interests->items) check(add_interest(statement, &interest, *link, until));
}

// The day from which a statement says what a record is, in place of those before it: the first on which an interest of
// it begins; where there is none, the day of the statement.
Day speaks_from(const Statement& statement) {
  const JsonValue* const interests = at(statement.body, "interests");
  if (interests == nullptr || interests->items.empty()) return statement.dated;
  Day out = kForever;
  for (const JsonValue& interest : interests->items)
    out = std::min(out, first_day(text_at(&interest, "startDate")).value_or(kAlways));
  return out;
}

// Those who hold an arrangement together act together in it: a jointly held block (OW18).
void BodsReader::join_arrangements() {
  std::map<PartyId, std::vector<Link>> holders;
  for (const Link& link : out_.links())
    if (takes_share(link.kind) && arrangements_.contains(link.owned)) holders[link.owned].push_back(link);
  for (const auto& [arrangement, links] : holders)
    for (const Link& link : links) {
      if (link.owner == links.front().owner) continue;
      Link pact = link;
      pact.kind = LinkKind::kPact;
      pact.share = kNoShare;
      pact.with = links.front().owner;
      out_.add(pact);
    }
}

Result<void> BodsReader::read(const std::vector<const JsonValue*>& statements) {
  std::vector<Statement> all;
  std::map<uint32_t, Error> refused;
  for (uint32_t i = 0; i < statements.size(); ++i) {
    auto statement = statement_of(*statements[i], i + 1);
    if (!statement) {
      Error error = std::move(statement).error();
      error.where = {source_, i + 1};
      refused.emplace(i, std::move(error));
      continue;
    }
    if (statement->published > known_at_) continue;
    if (const JsonValue* const old = statements[i]->find("replacesStatements"))
      for (const JsonValue& id : old->items)
        if (id.text != statement->record) replaced_[id.text] = statement->record;
    all.push_back(*std::move(statement));
  }
  if (refused.size() == statements.size()) return std::unexpected(refused.begin()->second);
  // The statements of each record, the latest last.
  std::map<std::string, std::vector<const Statement*>> records;
  for (Statement& statement : all) {
    statement.record = record_of(statement.record);
    records[statement.record].push_back(&statement);
  }
  // In the order of the file, so that names are given to the same records whatever their ids.
  std::vector<const std::vector<const Statement*>*> in_order;
  for (auto& [record, statements_of] : records) {
    std::ranges::stable_sort(statements_of, {}, [](const Statement* s) { return std::pair(s->published, s->dated); });
    in_order.push_back(&statements_of);
  }
  std::ranges::sort(in_order, {}, [](const auto* of) { return of->back()->number; });
  for (const auto* of : in_order) {
    if (of->back()->kind == Statement::Kind::kParty)
      name_party(*of->back());
    else
      relations_[of->back()->record] = of->back();
  }
  for (const auto* of : in_order) {
    if (of->back()->kind != Statement::Kind::kRelationship) continue;
    // What an earlier statement says holds until the day from which a later one speaks.
    Day until = kForever;
    for (auto statement = of->rbegin(); statement != of->rend(); ++statement) {
      add_relationship(**statement, until);
      until = std::min(until, speaks_from(**statement));
    }
  }
  join_arrangements();
  for (const auto& [i, error] : refused) {
    const JsonValue* const details = at(statements[i], "recordDetails");
    refuse_statement(details != nullptr ? details : statements[i], i + 1, error.message);
  }
  return {};
}

}  // namespace

bool looks_like_bods(std::string_view bytes) {
  const std::string_view head = trim(bytes.substr(utf8_begin(bytes).value_or(0), 4096));
  return (head.starts_with('[') || head.starts_with('{')) &&
         (bytes.find("\"recordType\"") != bytes.npos || bytes.find("\"statementType\"") != bytes.npos);
}

Result<void> read_structure_bods(std::string_view bytes, const std::string& source, Day known_at, Structure& out,
                                 Reporter& reporter) {
  bytes.remove_prefix(utf8_begin(bytes).value_or(0));
  std::vector<JsonValue> roots;
  if (auto whole = parse_json(bytes)) {
    roots.push_back(std::move(*whole));
  } else {
    JsonLines lines(bytes);
    for (JsonLine line; lines.next(line);) {
      auto one = parse_json(line.text);
      if (!one) return fail(ErrorCode::kBadInput, one.error().message, {source, line.line, line.byte});
      roots.push_back(std::move(*one));
    }
  }
  std::vector<const JsonValue*> statements;
  for (const JsonValue& root : roots) {
    const JsonValue* list = root.find("statements");
    if (list == nullptr) list = &root;
    if (list->kind == JsonValue::Kind::kArray)
      for (const JsonValue& item : list->items) statements.push_back(&item);
    else
      statements.push_back(list);
  }
  if (statements.empty()) return fail(ErrorCode::kBadInput, "holds no statement", {source});
  return BodsReader(source, known_at, out, reporter).read(statements);
}

}  // namespace cordon::graph
