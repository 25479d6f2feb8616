// How significant a transaction is: seven factors after 31 CFR 561.404. The law has no total and no threshold.
#pragma once

#include "duties/facts.h"
#include "model/duty.h"

namespace cordon::duties {

Significance significance_of(const Facts& facts);

// Is it significant? Yes where the level is high, no where every factor that has levels is known and low, else open.
Truth is_significant(const Significance& significance);

}  // namespace cordon::duties
