#include "match/acronym.h"

#include <algorithm>

namespace cordon::match {
namespace {

using names::Initials;

// The initials of `name` that `acronym` is; nullptr: none.
const Initials* initials_like(const Initials& acronym, const PreparedName& name) {
  if (acronym.letters.empty()) return nullptr;
  const auto found = std::ranges::find(name.initials, acronym.letters, &Initials::letters);
  return found == name.initials.end() ? nullptr : &*found;
}

}  // namespace

bool align_acronym(const PreparedName& query, const PreparedName& other, const Profile& profile, Alignment& out) {
  const Initials* q = &query.acronym;
  const Initials* o = initials_like(query.acronym, other);
  if (o == nullptr) {
    q = initials_like(other.acronym, query);
    o = &other.acronym;
    if (q == nullptr) return false;
  }
  if (legal_forms_differ(query, other)) return false;
  out = {};
  out.score = profile.acronym_kept;
  out.pairs.push_back({{q->first, q->count, o->first, o->count, 0, Alike::kAcronym}, 0, profile.acronym_kept});
  return true;
}

}  // namespace cordon::match
