// What follows: the duties of a finding (a hit, or a verdict about ownership) under every regime.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "duties/facts.h"
#include "duties/regimes.h"
#include "model/duty.h"

namespace cordon::duties {

// What duties are asked for beside the finding itself.
struct Question {
  Facts facts;                 // of the business, as the user states them
  std::optional<Event> event;  // when it happens (blocking, value time): dates are counted from it, its law holds
  std::string office;          // time zone of the obliged office; empty: that of each authority
  // Is this party one that a licence leaves out? Null: names are compared as they are written.
  std::function<bool(std::string_view party, std::string_view excluded)> is_same_party;
  // The regimes with licences of the user's own; null: the built-in ones.
  std::shared_ptr<const std::vector<Regime>> regimes = nullptr;

  bool is_asked() const { return !facts.empty() || event || !office.empty(); }
};

// A finding about one party.
struct Finding {
  std::string party;               // entity id, or name of a company
  std::vector<std::string> names;  // by which licences may leave it out
  Facts facts;  // regime, list, programme, verdict; identity=yes where it is certain that it is the party
  // Of a company that is not listed itself: the listed parties from whom it follows, each by its names and ids.
  std::vector<std::vector<std::string>> owners = {};
  bool is_person = false;  // whom nobody owns
};

// Returns the duties of all findings, each rule once with the parties from which it arises: regime by regime in the
// order of regimes(), rules in the order of their table, those under licences behind. Rules that certainly do not hold
// are left out, and so are those that hang on a fact which nobody stated and which is not worth asking for
// (data/regimes/facts.tsv; of licences: unless a fact that somebody stated is of theirs); where the question states no
// fact at all, those that hang on more than whether it is the party and whether the law binds. Errors: kInvalidArgument
// (no such time zone).
Result<std::vector<Duty>> duties_of(std::span<const Finding> findings, const Question& question);
// The same under these regimes, whatever the question says.
Result<std::vector<Duty>> duties_of(std::span<const Finding> findings, const Question& question,
                                    std::span<const Regime> regimes);

// Of a listing from `from` to before `to` (each perhaps unknown: open), what the law says at `execution`: LISTED or
// CLEAR_ON_DATA. The law of the day of execution decides, not that of the order (CON-6).
std::string_view verdict_at(std::optional<Day> from, std::optional<Day> to, Day execution);

}  // namespace cordon::duties
