// Holds an answer against brute force over the whole snapshot: the proof behind `screen --verify`.
#pragma once

#include <optional>
#include <string>

#include "model/screening.h"

namespace cordon::screen {

// Returns what differs, in words, or nothing where the two answers are equal in every field of every hit.
std::optional<std::string> difference(const Screening& fast, const Screening& brute_force);

}  // namespace cordon::screen
