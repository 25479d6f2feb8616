// What a listed party's links (model/entity.h) are to ownership: the owner, the kind, the share and the days of each,
// by data/ownership/link_kinds.tsv and link_roles.tsv. Nothing is judged: a link without a share is one of unknown
// share.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "graph/structure.h"
#include "model/entity.h"

namespace cordon::graph {

enum class Holder : uint8_t { kThis, kOther };

// A link as one of its two parties has it.
struct StatedLink {
  Holder holder = Holder::kOther;  // who is the owner, controller, director, principal
  std::string other_id;            // empty where the list gives a name only
  std::string other_name;
  LinkKind kind = LinkKind::kLinked;
  Share share;            // where takes_share(kind)
  std::string criterion;  // of control; of other kinds the role in the list's words
  Day from = kAlways, to = kForever;
  std::string source;   // "sdn.csv, line 12; https://…"
  bool is_odd = false;  // the list's share or dates make no sense; the share then counts as unknown
};

// In the order of the entity's links, then what a person read of it in a statement of reasons
// (data/ownership/stated_reasons.tsv); those that are no link of ownership are left out. Cost: O(links).
std::vector<StatedLink> stated_links(const Entity& entity);
bool has_stated_links(const Entity& entity);

// Does its list say of the party that it is listed: a topic `sanction`, a programme, a measure, a day of listing?
// Parties of FtM files may be there for their links only.
bool is_marked_listed(const Entity& entity);

// A share as lists write it, where a bare number is percent: "51", "50.00", ">50", "25-50", "25,5 %". Empty: unknown.
// Errors: those of parse_share().
Result<Share> parse_stated_share(std::string_view text);

// Returns the rows of the three tables that make no sense; a test holds this empty.
std::vector<std::string> check_link_tables();

}  // namespace cordon::graph
