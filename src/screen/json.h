// The one JSON form of screenings, for apps and records alike.
#pragma once

#include <span>
#include <string>

#include "model/profile.h"
#include "model/screening.h"
#include "screen/explain.h"
#include "screen/page.h"
#include "screen/snapshot.h"
#include "syntax/json_writer.h"

namespace cordon::screen {

// Returns one line without line break:
// {"id","outcome","hits":[{"entity_id","group","caption","schema","score","list","programs",
// "measures","references","evidence":[…]}],"more","duties":[…] (where they were asked for and there are
// hits),"snapshot","profile","engine","oldest_list"}; not_screened adds "error"; an answer of Since adds
// "before":{"outcome","more","snapshot"}, and "change" to each hit.
std::string to_json_line(const Screening& screening, const Snapshot& snapshot, const Profile& profile);
// The same of a page, with
// {"kind":"page","title","byline","published","site","partial","remarks","summary":[…],"listed":[…]} and the neutral
// form of its reading (reading/reading.h); a listed mention has its place in main_text and in the file's bytes.
std::string to_json_line(const PageScreening& page, const Snapshot& snapshot, const Profile& profile);
// Writes the member
// "duties":[{"id","regime","step","certain","strictest","text","law","uncertain_law","addressee","form","deadline",
// "due","met":[…],"missing":[…],"parties":[…]}] into an object that is begun; what a duty has not is left out.
void append_duties(JsonWriter& out, std::span<const Duty> duties);
// The same of an explanation: {"entity_id","is_hit","hit":{…},"highest_threshold","proposed","rank","hits","names":[…],
// "against":[…],"missing":[…],"what_if":[…],"snapshot","profile","engine"}.
std::string to_json_line(const Explanation& explanation, const Snapshot& snapshot, const Profile& profile);
std::string_view engine_version();  // "cordon 0.1.0"

}  // namespace cordon::screen
