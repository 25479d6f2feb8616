// A page's answer as a self-contained HTML report: the text marked up, each finding linked to its place.
#pragma once

#include <string>

#include "screen/page.h"

namespace cordon::cli {

// What stands before the first and behind the last report of a file; `basis`: snapshot, profile and engine in words.
std::string page_html_begin();
std::string page_html_end(const std::string& basis);
// `number` of the report in its file, from 1: its anchors begin with it.
std::string page_html(const screen::PageScreening& page, size_t number);

}  // namespace cordon::cli
