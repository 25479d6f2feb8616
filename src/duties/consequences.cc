#include "duties/consequences.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <tuple>

#include "base/utf8.h"
#include "duties/significance.h"

namespace cordon::duties {
namespace {

// The facts of one finding under one regime, the derived ones included.
class Case {
 public:
  Case(const Finding& finding, const Facts& business, const Regime& regime)
      : finding_(finding.facts), business_(business), regime_(regime) {}

  Truth holds(const Condition& condition) const {
    if (const auto* known = find(condition.key)) return condition.holds(known);
    bool is_derived = false;
    auto any = Truth::kNo;
    for (const DerivedFact& fact : regime_.facts) {
      if (fact.name != condition.key) continue;
      is_derived = true;
      const std::vector<std::string> value = {fact.value};
      const Truth fits = condition.holds(&value);
      const bool negates = condition.relation == Condition::Relation::kIsNot;
      any = any || ((negates ? !fits : fits) && holds(fact));
    }
    if (!is_derived) return condition.holds(nullptr);
    if (condition.relation == Condition::Relation::kOpen) return any == Truth::kUnknown ? Truth::kYes : Truth::kNo;
    return condition.relation == Condition::Relation::kIsNot ? !any : any;
  }
  Truth hold(const std::vector<Condition>& all) const {
    auto out = Truth::kYes;
    for (const Condition& condition : all) out = out && holds(condition);
    return out;
  }

  // Of a condition that is open: is what it hangs on worth asking for? Whether a law binds always is.
  bool is_worth_asking(const Condition& condition) const {
    if (const FactKind* kind = find_fact_kind(condition.key)) return kind->is_worth_asking();
    for (const DerivedFact& fact : regime_.facts)
      if (fact.name == condition.key)
        for (const auto& all : fact.any)
          for (const Condition& leaf : all)
            if (holds(leaf) == Truth::kUnknown && is_worth_asking(leaf)) return true;
    return false;
  }

  // Did the user state a fact on which the condition rests, and does it fit?
  bool is_stated(const Condition& condition) const {
    if (business_.find(condition.key) != nullptr) return holds(condition) == Truth::kYes;
    return std::ranges::any_of(regime_.facts, [&](const DerivedFact& fact) {
      return fact.name == condition.key && std::ranges::any_of(fact.any, [&](const auto& all) {
               return std::ranges::any_of(all, [&](const Condition& leaf) { return is_stated(leaf); });
             });
    });
  }

  // "programme: russia-eo14024", or what a derived fact says of itself.
  std::string met(const Condition& condition) const {
    if (const auto* known = find(condition.key)) return fmt::format("{}: {}", condition.key, fmt::join(*known, ", "));
    if (condition.relation == Condition::Relation::kOpen) return fmt::format("{}: open", condition.key);
    const bool is_denied = condition.relation == Condition::Relation::kIsNot;
    return is_denied ? fmt::format("not so: {}", words(condition)) : words(condition);
  }
  std::string question(const Condition& condition) const {
    if (const FactKind* kind = find_fact_kind(condition.key)) return kind->question;
    return condition.relation == Condition::Relation::kIsNot ? fmt::format("not so: {}?", words(condition))
                                                             : words(condition) + "?";
  }

 private:
  const std::vector<std::string>* find(std::string_view key) const {
    const auto* known = finding_.find(key);
    return known != nullptr ? known : business_.find(key);
  }
  Truth holds(const DerivedFact& fact) const {
    auto any = Truth::kNo;
    for (const auto& all : fact.any) any = any || hold(all);
    return any;
  }
  // Of the value that is asked for.
  std::string words(const Condition& condition) const {
    for (const DerivedFact& fact : regime_.facts) {
      const std::vector<std::string> value = {fact.value};
      const bool negates = condition.relation == Condition::Relation::kIsNot;
      if (fact.name == condition.key && (condition.holds(&value) == Truth::kYes) != negates) return fact.words;
    }
    return condition.key;
  }

  const Facts& finding_;
  const Facts& business_;
  const Regime& regime_;
};

void add(std::vector<std::string>& out, std::string text) {
  if (std::ranges::find(out, text) == out.end()) out.push_back(std::move(text));
}

// What hangs on open facts is shown where they are worth asking for; to whoever states no fact at all, only what hangs
// on whether it is the party and whether the law binds.
bool is_shown(const std::vector<Condition>& when, const Case& facts, const Question& question,
              const std::vector<std::string>& asks = {}) {
  const auto is_always_asked = [&](const Condition& condition) {
    if (facts.holds(condition) != Truth::kUnknown || condition.key == "identity") return true;
    return condition.key.ends_with(".bound") && condition.relation == Condition::Relation::kIs;
  };
  const auto is_asked_by_rule = [&](const Condition& condition) {
    return is_always_asked(condition) || std::ranges::find(asks, condition.key) != asks.end();
  };
  if (!asks.empty() && std::ranges::all_of(when, is_asked_by_rule)) return true;
  return std::ranges::all_of(when, [&](const Condition& condition) {
    return is_always_asked(condition) || (!question.facts.empty() && facts.is_worth_asking(condition));
  });
}

void add_reasons(Duty& duty, const std::vector<Condition>& when, const Case& facts) {
  for (const Condition& condition : when) {
    if (facts.holds(condition) == Truth::kYes)
      add(duty.met, facts.met(condition));
    else
      add(duty.missing, facts.question(condition));
  }
}

// What the stated facts of the transaction make of its significance.
struct Weighed {
  Significance significance;
  Truth answer;
};

// Nothing where no factor is known.
std::optional<Weighed> weigh(const Facts& facts) {
  Weighed out{significance_of(facts), Truth::kUnknown};
  if (std::ranges::all_of(out.significance.factors, [](const auto& factor) { return factor.level == "unknown"; }))
    return std::nullopt;
  out.answer = is_significant(out.significance);
  return out;
}

// To a rule that asks for the significance the seven factors answer it, where nobody did. Of a transaction of low
// significance it says that the exposure does not arise, so that one sees on what that rests.
void add_significance(Duty& duty, const Weighed& weighed, bool is_said) {
  duty.significance = weighed.significance;
  if (is_said || weighed.answer == Truth::kUnknown) return;
  std::erase(duty.met, "significant: yes");
  add(duty.met, fmt::format("significance: {} ({})", weighed.significance.level, weighed.significance.narrative));
  if (weighed.answer == Truth::kYes) return;
  duty.step = Step::kInfo;
  duty.text = "On the facts given the transaction is of low significance, and this does not arise: " + duty.text;
}

// The same duty of several findings is one.
void add_duty(std::vector<Duty>& out, Duty duty) {
  for (Duty& other : out) {
    if (other.id != duty.id || other.step != duty.step || other.is_certain != duty.is_certain ||
        other.missing != duty.missing)
      continue;
    for (std::string& fact : duty.met) add(other.met, std::move(fact));
    for (std::string& party : duty.parties) add(other.parties, std::move(party));
    return;
  }
  out.push_back(std::move(duty));
}

struct When {
  std::optional<Day> day;       // where the obliged office is
  Instant first = 0, last = 0;  // the event is within
};

Result<When> when_in(const std::optional<Event>& event, const std::string& zone) {
  When out;
  if (!event) return out;
  if (!event->day) {
    TRY(out.day, local_day(event->instant, zone));
    out.first = out.last = event->instant;
    return out;
  }
  out.day = event->day;
  const auto begin = [&](Day day) { return parse_instant(day_text(day), zone); };
  TRY(out.first, begin(*event->day));
  TRY(const Instant next, begin(*event->day + 1));
  out.last = next - 1;
  return out;
}

Truth usable(const Licence& licence, const When& when) {
  if (!licence.from && !licence.to) return Truth::kYes;
  if (!when.day) return Truth::kUnknown;
  const auto at = [&](Instant instant) {
    return (!licence.from || *licence.from <= instant) && (!licence.to || instant < *licence.to);
  };
  if (at(when.first) != at(when.last)) return Truth::kUnknown;  // it begins or ends on that day
  return at(when.first) ? Truth::kYes : Truth::kNo;
}

void add_rules(std::vector<Duty>& out, const Regime& regime, const Finding& finding, const Question& question,
               const Case& facts, const When& when, const std::optional<Weighed>& weighed) {
  const bool is_said = question.facts.find("significant") != nullptr;
  for (const Rule& rule : regime.rules) {
    if (!rule.is_in_force(when.day)) continue;
    const Truth truth = facts.hold(rule.when);
    if (truth == Truth::kNo || !is_shown(rule.when, facts, question, rule.asks)) continue;
    Duty duty;
    duty.id = rule.id;
    duty.regime = regime.id;
    duty.step = rule.step;
    duty.is_certain = truth == Truth::kYes;
    duty.text = rule.text;
    duty.law = rule.law;
    duty.is_uncertain_law = rule.is_uncertain_law;
    duty.addressee = rule.addressee;
    duty.form = rule.form;
    if (rule.deadline) {
      duty.deadline = rule.deadline->words;
      if (when.day) duty.due = due(*rule.deadline, *when.day);
    }
    duty.parties = {finding.party};
    add_reasons(duty, rule.when, facts);
    const auto asks_significance = [](const Condition& condition) { return condition.key == "significant"; };
    if (weighed && std::ranges::any_of(rule.when, asks_significance)) add_significance(duty, *weighed, is_said);
    add_duty(out, std::move(duty));
  }
}

bool leaves_out(const Licence& licence, const Finding& finding, const Question& question) {
  const auto is_same = [&](std::string_view name, std::string_view excluded) {
    return name == excluded || (question.is_same_party && question.is_same_party(name, excluded));
  };
  return std::ranges::any_of(licence.excluded, [&](const std::string& excluded) {
    return is_same(finding.party, excluded) ||
           std::ranges::any_of(finding.names, [&](const std::string& name) { return is_same(name, excluded); });
  });
}

// A part of a licence's scope: is it met, and if that is open, what is asked?
struct Scope {
  Truth truth = Truth::kYes;
  std::string open;
};

// Names of the licence as a reader knows them: ids only where it has nothing else.
std::string party_words(const Licence& licence) {
  std::vector<std::string_view> names;
  for (const std::string& party : licence.parties)
    if (party.find(':') == std::string::npos) names.push_back(party);
  if (names.empty()) names.assign(licence.parties.begin(), licence.parties.end());
  return fmt::format("{}", fmt::join(names, ", "));
}

// A licence for named parties is for those it names as they are written: of what is only like them it is open, a
// permission is not stretched. What they own, where it covers that, is known of a company by its owners only.
Scope party_scope(const Licence& licence, const Finding& finding, const Question& question) {
  if (licence.parties.empty()) return {};
  const auto is_named = [&](std::span<const std::string> names) {
    auto out = Truth::kNo;
    for (const std::string& name : names)
      for (const std::string& party : licence.parties) {
        if (name == party) return Truth::kYes;
        if (question.is_same_party && question.is_same_party(name, party)) out = Truth::kUnknown;
      }
    return out;
  };
  const Truth itself = is_named(std::span(&finding.party, 1)) || is_named(finding.names);
  if (itself == Truth::kYes) return {};
  const std::string whom = party_words(licence);
  if (!licence.covers_owned || finding.is_person)
    return {itself, fmt::format("is it one that {} names ({})?", licence.id, whom)};
  auto all = finding.owners.empty() ? Truth::kUnknown : Truth::kYes, any = itself;
  for (const auto& names : finding.owners) {
    const Truth owner = is_named(names);
    all = all && owner, any = any || owner;
  }
  if (all == Truth::kYes) return {};
  if (!finding.owners.empty() && any == Truth::kNo) return {Truth::kNo, ""};
  return {Truth::kUnknown,
          fmt::format("is it one that {} names ({}), or owned half or more by them?", licence.id, whom)};
}

// What a programme forbids that the licence does not speak of stays forbidden.
Scope programme_scope(const Licence& licence, const Finding& finding) {
  const auto* programmes = finding.facts.find("programme");
  if (licence.programmes.empty() || programmes == nullptr) return {};
  std::vector<std::string_view> others;
  for (const std::string& programme : *programmes)
    if (std::ranges::none_of(licence.programmes, [&](const auto& of) { return fits_pattern(of, programme); }))
      others.push_back(programme);
  if (others.empty()) return {};
  return {Truth::kUnknown, fmt::format("is what {} forbids permitted too?", fmt::join(others, ", "))};
}

// A licence is looked up by what somebody stated: then the rest of its scope is asked for.
bool is_shown(const Licence& licence, const Case& facts, const Question& question) {
  return is_shown(licence.when, facts, question) ||
         std::ranges::any_of(licence.when, [&](const Condition& condition) { return facts.is_stated(condition); });
}

// A licence that covers what is forbidden permits it under its conditions, and asks for records (CON-1); never more.
void add_licences(std::vector<Duty>& out, const Regime& regime, const Finding& finding, const Question& question,
                  const Case& facts, const When& when, bool is_forbidden) {
  if (!is_forbidden) return;
  for (const Licence& licence : regime.licences) {
    const Truth truth = facts.hold(licence.when);
    if (truth == Truth::kNo || !is_shown(licence, facts, question)) continue;
    const Scope parties = party_scope(licence, finding, question);
    if (parties.truth == Truth::kNo || leaves_out(licence, finding, question)) continue;
    const Scope programmes = programme_scope(licence, finding);
    const Truth is_usable = usable(licence, when);
    if (is_usable == Truth::kNo) continue;
    const bool is_decided = finding.facts.find("identity") != nullptr;
    Duty duty;
    duty.id = licence.id;
    duty.regime = regime.id;
    duty.step = Step::kPermitted;
    duty.is_certain = (truth && is_usable && parties.truth && programmes.truth) == Truth::kYes && is_decided;
    duty.text = fmt::format("PERMITTED_UNDER({}): {}{}", licence.id, licence.title,
                            licence.conditions.empty() ? "" : fmt::format(", if: {}", licence.conditions));
    duty.law = licence.law;
    duty.is_uncertain_law = licence.is_uncertain_law;
    if (!licence.until.empty()) duty.deadline = fmt::format("usable before {}", licence.until);
    if (is_usable == Truth::kUnknown) duty.missing.push_back("when is it done?");
    if (!is_decided) add(duty.missing, find_fact_kind("identity")->question);
    for (const Scope& scope : {parties, programmes})
      if (scope.truth == Truth::kUnknown) add(duty.missing, scope.open);
    duty.parties = {finding.party};
    add_reasons(duty, licence.when, facts);
    Duty records = duty;
    add_duty(out, std::move(duty));
    records.step = Step::kRecord;
    records.text = fmt::format("Keep the records that show that {} and its conditions covered it", licence.id);
    records.deadline.clear();
    add_duty(out, std::move(records));
  }
}

// The strictest applicable wins, the others are shown (CON-4).
void mark_strictest(std::vector<Duty>& duties) {
  int most = -1;
  for (const Duty& duty : duties)
    if (duty.is_certain) most = std::max(most, strictness(duty.step).value_or(-1));
  for (Duty& duty : duties) duty.is_strictest = duty.is_certain && strictness(duty.step) == most;
}

}  // namespace

Result<std::vector<Duty>> duties_of(std::span<const Finding> findings, const Question& question) {
  return duties_of(findings, question, question.regimes ? std::span<const Regime>(*question.regimes) : regimes());
}

Result<std::vector<Duty>> duties_of(std::span<const Finding> findings, const Question& question,
                                    std::span<const Regime> regimes) {
  std::vector<Duty> out;
  const std::optional<Weighed> weighed = weigh(question.facts);
  Facts answered = question.facts;
  if (weighed && weighed->answer != Truth::kUnknown && answered.find("significant") == nullptr)
    answered.set("significant", "yes");
  for (const Regime& regime : regimes) {
    TRY(const When when, when_in(question.event, question.office.empty() ? regime.zone : question.office));
    std::vector<Duty> under_licence;
    for (const Finding& finding : findings) {
      const Case facts(finding, question.facts, regime), with_answer(finding, answered, regime);
      add_rules(out, regime, finding, question, with_answer, when, weighed);
      const auto forbids = [](const Duty& duty) {
        return duty.step == Step::kBlock || duty.step == Step::kFreeze || duty.step == Step::kReject;
      };
      const bool is_forbidden = std::ranges::any_of(out, [&](const Duty& duty) {
        return duty.regime == regime.id && forbids(duty) &&
               std::ranges::find(duty.parties, finding.party) != duty.parties.end();
      });
      add_licences(under_licence, regime, finding, question, facts, when, is_forbidden);
    }
    std::ranges::move(under_licence, std::back_inserter(out));
  }
  mark_strictest(out);
  return out;
}

std::string_view verdict_at(std::optional<Day> from, std::optional<Day> to, Day execution) {
  const bool is_listed = (!from || *from <= execution) && (!to || execution < *to);
  return is_listed ? "LISTED" : "CLEAR_ON_DATA";
}

}  // namespace cordon::duties
