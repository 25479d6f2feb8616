#include "duties/regimes.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <set>
#define TOML_EXCEPTIONS 0
#define TOML_HEADER_ONLY 1
#include <toml++/toml.h>

#include "base/embedded.h"
#include "duties/business_days.h"

namespace cordon::duties {
namespace {

constexpr Step kSteps[] = {Step::kInfo,     Step::kMonitor,   Step::kRfi,    Step::kHold,   Step::kReject,
                           Step::kBlock,    Step::kFreeze,    Step::kReport, Step::kRecord, Step::kExposure,
                           Step::kConflict, Step::kPermitted, Step::kExit};

// One table of a file, with what is wrong said where it stands.
class Row {
 public:
  Row(const toml::table& table, const std::string& source) : table_(table), source_(source) {}

  std::unexpected<Error> wrong(std::string what) const {
    return fail(ErrorCode::kBadInput, std::move(what), {source_, table_.source().begin.line});
  }
  std::string text(std::string_view key) const { return table_[key].value_or(std::string()); }
  Result<std::string> required(std::string_view key) const {
    std::string out = text(key);
    if (out.empty()) return wrong(fmt::format("'{}' is missing", key));
    return out;
  }
  Result<std::vector<Condition>> conditions(const toml::array* array) const {
    std::vector<Condition> out;
    if (array == nullptr) return wrong("a list of conditions is missing");
    for (const toml::node& item : *array) {
      const auto words = item.value<std::string>();
      if (!words) return wrong("a condition is no text");
      auto condition = Condition::parse(*words);
      if (!condition) return wrong(condition.error().message);
      out.push_back(std::move(*condition));
    }
    return out;
  }
  Result<std::optional<Day>> day(std::string_view key) const {
    const toml::node* node = table_.get(key);
    if (node == nullptr) return std::optional<Day>();
    const auto date = node->value<toml::date>();
    if (!date) return wrong(fmt::format("'{}' is no date", key));
    return std::optional<Day>(day_from_civil({date->year, date->month, date->day}));
  }
  Result<bool> is_uncertain() const {
    const std::string mark = text("mark");
    if (!mark.empty() && mark != "uncertain") return wrong(fmt::format("mark '{}' is not known", mark));
    return mark == "uncertain";
  }
  // Nothing is passed over that a rule says.
  Result<void> only(std::initializer_list<std::string_view> keys) const {
    for (const auto& [key, value] : table_)
      if (std::ranges::find(keys, key.str()) == keys.end()) return wrong(fmt::format("'{}' is no key here", key.str()));
    return {};
  }
  const toml::table& table() const { return table_; }
  const std::string& source() const { return source_; }

 private:
  const toml::table& table_;
  const std::string& source_;
};

Result<std::pair<unsigned, unsigned>> month_day(const Row& row, std::string_view text) {
  const auto date = parse_date("2000-" + std::string(text));
  if (!date || date->precision != DatePrecision::kDay) return row.wrong(fmt::format("'{}' is no month-day", text));
  const Civil civil = civil_from_day(date->low);
  return std::pair(civil.month, civil.day);
}

Result<std::optional<Deadline>> read_deadline(const Row& rule) {
  const toml::table* table = rule.table()["deadline"].as_table();
  if (table == nullptr) return std::optional<Deadline>();
  const Row row(*table, rule.source());
  CHECK_OK(row.only({"days", "weeks", "business", "after", "annual", "held", "words"}));
  Deadline out;
  out.days = (*table)["days"].value_or(0);
  out.weeks = (*table)["weeks"].value_or(0);
  out.calendar = row.text("business");
  out.after = row.text("after");
  out.words = row.text("words");
  if (!out.calendar.empty() && Calendar::find(out.calendar) == nullptr)
    return row.wrong(fmt::format("there is no calendar '{}'", out.calendar));
  if (const std::string annual = row.text("annual"); !annual.empty()) {
    TRY(std::tie(out.month, out.day), month_day(row, annual));
    TRY(const std::string held, row.required("held"));
    TRY(std::tie(out.held_month, out.held_day), month_day(row, held));
    out.words = fmt::format("each year by {}, for what was held on {}", annual, held);
  }
  if ((out.days > 0 || out.weeks > 0) && out.after.empty()) return row.wrong("'after' is missing");
  if (out.days > 0 && out.words.empty())
    out.words = fmt::format("{} {} after {}", out.days, out.calendar.empty() ? "days" : "business days", out.after);
  if (out.weeks > 0 && out.words.empty()) out.words = fmt::format("{} weeks after {}", out.weeks, out.after);
  if (out.words.empty()) return row.wrong("the deadline says nothing");
  return out;
}

Result<Rule> read_rule(const Row& row) {
  CHECK_OK(
      row.only({"id", "step", "text", "law", "mark", "addressee", "form", "deadline", "when", "asks", "from", "to"}));
  Rule out;
  TRY(out.id, row.required("id"));
  TRY(out.text, row.required("text"));
  TRY(out.law, row.required("law"));
  TRY(const std::string step, row.required("step"));
  const auto found = std::ranges::find(kSteps, step, step_name);
  if (found == std::end(kSteps)) return row.wrong(fmt::format("there is no step '{}'", step));
  out.step = *found;
  out.addressee = row.text("addressee");
  out.form = row.text("form");
  TRY(out.is_uncertain_law, row.is_uncertain());
  TRY(out.deadline, read_deadline(row));
  TRY(out.when, row.conditions(row.table()["when"].as_array()));
  if (const toml::node* const asks = row.table().get("asks")) {
    if (!asks->is_array()) return row.wrong("'asks' is no list of facts");
    for (const toml::node& name : *asks->as_array()) {
      const auto key = name.value<std::string>();
      const bool is_of_rule = key && std::ranges::find(out.when, *key, &Condition::key) != out.when.end();
      if (!is_of_rule) return row.wrong("a fact of 'asks' is none of its 'when'");
      out.asks.push_back(*key);
    }
  }
  TRY(out.from, row.day("from"));
  TRY(out.to, row.day("to"));
  if (out.step == Step::kReport && (out.addressee.empty() || out.form.empty() || !out.deadline))
    return row.wrong("a report says to whom, in which form and by when");
  return out;
}

Result<DerivedFact> read_fact(const Row& row) {
  CHECK_OK(row.only({"name", "value", "words", "law", "any"}));
  DerivedFact out;
  TRY(out.name, row.required("name"));
  TRY(out.words, row.required("words"));
  out.value = row.table()["value"].value_or(std::string("yes"));
  const toml::array* any = row.table()["any"].as_array();
  if (any == nullptr) return row.wrong("'any' is missing");
  for (const toml::node& item : *any) {
    TRY(std::vector<Condition> all, row.conditions(item.as_array()));
    out.any.push_back(std::move(all));
  }
  return out;
}

// Calls `read` with each table of an array of tables.
template <typename Read>
Result<void> each_row(const toml::table& table, std::string_view key, const std::string& source, const Read& read) {
  const toml::array* array = table[key].as_array();
  if (array == nullptr) return {};
  for (const toml::node& item : *array) {
    if (!item.is_table())
      return fail(ErrorCode::kBadInput, fmt::format("a '{}' is no table", key), {source, item.source().begin.line});
    CHECK_OK(read(Row(*item.as_table(), source)));
  }
  return {};
}

Result<toml::table> parse(std::string_view text, const std::string& source) {
  toml::parse_result read = toml::parse(text);
  if (!read)
    return fail(ErrorCode::kBadInput, std::string(read.error().description()),
                {source, read.error().source().begin.line});
  return std::move(read).table();
}

// Every condition names a fact of the table, or one that is derived; else a slip of the pen would be "unknown" for
// ever.
Result<void> check_names(const std::vector<Condition>& conditions, const std::set<std::string>& derived,
                         const std::string& where) {
  for (const Condition& c : conditions)
    if (find_fact_kind(c.key) == nullptr && !derived.contains(c.key))
      return fail(ErrorCode::kBadInput, fmt::format("{}: no fact is called '{}'", where, c.key));
  return {};
}

}  // namespace

std::optional<Day> due(const Deadline& deadline, Day event) {
  if (deadline.month != 0) {
    const auto of_year = [&](int year) {
      return std::pair(day_from_civil({year, deadline.held_month, deadline.held_day}),
                       day_from_civil({year, deadline.month, deadline.day}));
    };
    const int year = civil_from_day(event).year;
    const auto [held, last] = of_year(year);
    return event <= held ? last : of_year(year + 1).second;
  }
  if (deadline.weeks > 0) return event + 7 * deadline.weeks;
  if (deadline.days == 0) return std::nullopt;
  if (deadline.calendar.empty()) return event + deadline.days;
  return Calendar::find(deadline.calendar)->after(event, deadline.days);
}

Result<Regime> Regime::read(std::string_view text, const std::string& source) {
  TRY(const toml::table table, parse(text, source));
  const Row head(table, source);
  CHECK_OK(head.only({"id", "name", "authority", "zone", "lists", "fact", "duty"}));
  Regime out;
  TRY(out.id, head.required("id"));
  TRY(out.name, head.required("name"));
  TRY(out.authority, head.required("authority"));
  TRY(out.zone, head.required("zone"));
  if (const auto at = local_day(0, out.zone); !at) return head.wrong(at.error().message);
  if (const toml::array* lists = table["lists"].as_array())
    for (const toml::node& list : *lists) out.lists.push_back(list.value_or(std::string()));
  std::set<std::string> derived;
  // A fact follows from those before it only: nothing goes round in a circle.
  const auto take_fact = [&](const Row& row) -> Result<void> {
    TRY(DerivedFact fact, read_fact(row));
    for (const auto& all : fact.any) CHECK_OK(check_names(all, derived, fact.name));
    derived.insert(fact.name);
    out.facts.push_back(std::move(fact));
    return {};
  };
  const auto take_rule = [&](const Row& row) -> Result<void> {
    TRY(Rule rule, read_rule(row));
    CHECK_OK(check_names(rule.when, derived, rule.id));
    out.rules.push_back(std::move(rule));
    return {};
  };
  CHECK_OK(each_row(table, "fact", source, take_fact));
  CHECK_OK(each_row(table, "duty", source, take_rule));
  return out;
}

Result<void> read_licences(std::string_view text, const std::string& source, std::vector<Regime>& regimes) {
  TRY(const toml::table table, parse(text, source));
  const Row head(table, source);
  CHECK_OK(head.only({"licence"}));
  return each_row(table, "licence", source, [&](const Row& row) -> Result<void> {
    CHECK_OK(row.only({"id", "regime", "title", "law", "mark", "from", "to", "when", "conditions", "parties", "owned",
                       "programmes", "excluded"}));
    Licence out;
    TRY(out.id, row.required("id"));
    TRY(out.title, row.required("title"));
    TRY(out.law, row.required("law"));
    TRY(const std::string regime_id, row.required("regime"));
    const auto regime = std::ranges::find(regimes, regime_id, &Regime::id);
    if (regime == regimes.end()) return row.wrong(fmt::format("there is no regime '{}'", regime_id));
    for (const auto& [key, instant] : {std::pair("from", &out.from), std::pair("to", &out.to)}) {
      const std::string words = row.text(key);
      if (words.empty()) continue;
      auto read = parse_instant(words, regime->zone);
      if (!read) return row.wrong(read.error().message);
      *instant = *read;
    }
    out.until = row.text("to");
    out.conditions = row.text("conditions");
    TRY(out.is_uncertain_law, row.is_uncertain());
    TRY(out.when, row.conditions(row.table()["when"].as_array()));
    std::set<std::string> derived;
    for (const DerivedFact& fact : regime->facts) derived.insert(fact.name);
    if (auto named = check_names(out.when, derived, out.id); !named) return row.wrong(named.error().message);
    if (const toml::node* const owned = row.table().get("owned")) {
      const auto* const is_owned = owned->as_boolean();
      if (is_owned == nullptr) return row.wrong("'owned' is true or false");
      out.covers_owned = is_owned->get();
      if (out.covers_owned && row.table().get("parties") == nullptr)
        return row.wrong("'owned' by whom? 'parties' says");
    }
    for (const auto& [key, names] : {std::pair("parties", &out.parties), std::pair("programmes", &out.programmes),
                                     std::pair("excluded", &out.excluded)}) {
      const toml::node* const value = row.table().get(key);
      if (value == nullptr) continue;
      if (!value->is_array()) return row.wrong(fmt::format("'{}' is no list of names", key));
      for (const toml::node& name : *value->as_array()) {
        const auto words = name.value<std::string>();
        if (!words || words->empty()) return row.wrong(fmt::format("a name of '{}' is no text", key));
        names->push_back(*words);
      }
      if (names->empty()) return row.wrong(fmt::format("'{}' names nobody", key));
    }
    const auto has_id = [&](const Licence& other) { return other.id == out.id; };
    if (std::ranges::any_of(regime->licences, has_id))
      return row.wrong(fmt::format("a licence '{}' of regime '{}' is there already", out.id, regime_id));
    regime->licences.push_back(std::move(out));
    return {};
  });
}

std::span<const Regime> regimes() {
  static const std::vector<Regime> all = [] {
    std::vector<Regime> out;
    for (const std::string_view id : {"us", "bis", "eu", "uk", "ch", "ca", "au", "un"}) {
      const std::string source = fmt::format("regimes/{}.toml", id);
      auto regime = Regime::read(embedded(source), source);
      if (!regime) std::abort();  // a built-in table that does not read; its test says why
      out.push_back(std::move(*regime));
    }
    if (!read_licences(embedded("regimes/licences.toml"), "regimes/licences.toml", out)) std::abort();
    return out;
  }();
  return all;
}

std::optional<std::string_view> regime_of_list(std::string_view list) {
  for (const Regime& regime : regimes())
    for (const std::string& pattern : regime.lists)
      if (pattern.ends_with('*') ? list.starts_with(std::string_view(pattern).substr(0, pattern.size() - 1))
                                 : list == pattern)
        return regime.id;
  return std::nullopt;
}

}  // namespace cordon::duties
