// The evidence of a hit in words, in one sentence.
#pragma once

#include <string>

#include "cli/terminal.h"
#include "model/screening.h"

namespace cordon::cli {

// Returns e.g. "“Dmitriy Peskov” and “Dmitry S. PESKOV”: Peskov agrees; Dmitriy = Dmitry (same sound); only the list
// has S; born 1967 / 1967-10-17 (the year agrees)". Not yet printable(): list text stands in it.
std::string reason_text(const Hit& hit);
// The same, printable; each text of the input and the list is isolated where right-to-left letters stand in it.
std::string reason_text(const Hit& hit, const Look& look);
std::string score_text(Points score);  // "0.93", cut and not rounded: what is below a threshold never looks like it
std::string exact_score_text(Points score);  // "0.9312"

}  // namespace cordon::cli
