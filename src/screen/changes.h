// Two answers for one subject, of an earlier snapshot and of a later one, to what differs between them.
#pragma once

#include "model/screening.h"

namespace cordon::screen {

// Do answers print the same of both hits, but for the likelihood and the prior's evidence?
bool prints_the_same(const Hit& a, const Hit& b);

// Returns the later answer with only those hits that differ, each marked: first the new and changed ones in its order,
// then those that are gone, as and in the order of the earlier answer. A hit is known by list and entity. It is new or
// gone where one answer alone shows it (--top may have cut it from the other), and changed where anything differs that
// answers print of it, but for the likelihood and the prior's evidence, which follow the size of the lists.
// `before.snapshot` is left to the caller. Not screened where either of the two was not.
Screening changes(Screening before, Screening after);

// Does an answer with `before` say that something differs? What was not screened always does.
bool says_a_change(const Screening& screening);

}  // namespace cordon::screen
