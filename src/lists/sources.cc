// The registry of list formats: help, README and recognition are printed from and run over this table.
#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "lists/list_format.h"

namespace cordon::lists {
namespace {

bool never(const InputFile&) { return false; }

// OFAC publishes its two lists in the same formats; only the name of a file tells them apart.
std::string identify_ofac(const InputFile& file, std::string_view) {
  return ascii_lower(file.name).starts_with("cons") ? "ofac-cons" : "ofac";
}
std::string identify_un(const InputFile&, std::string_view) { return "un"; }
std::string identify_eu(const InputFile&, std::string_view) { return "eu"; }
std::string identify_uk(const InputFile&, std::string_view) { return "uk"; }
std::string identify_own(const InputFile& file, std::string_view given) {
  return given.empty() ? file.name.substr(0, file.name.find('.')) : std::string(given);
}

constexpr std::array kFormats = {
    ListFormat{"ofac-csv", "OFAC, SDN and non-SDN lists as CSV",
               "sdn.csv, add.csv, alt.csv, sdn_comments.csv, cons_*.csv", recognize_ofac_csv, identify_ofac,
               parse_ofac_csv, "ofac", FilesOfAList::kSeveral},
    ListFormat{"ofac-xml", "OFAC, SDN and non-SDN lists as classic XML", "sdn.xml, consolidated.xml",
               recognize_ofac_xml, identify_ofac, parse_ofac_xml, "ofac", FilesOfAList::kOne},
    ListFormat{"ofac-enhanced-xml", "OFAC, SDN and non-SDN lists as enhanced XML",
               "SDN_ENHANCED.XML, CONS_ENHANCED.XML", recognize_ofac_enhanced, identify_ofac_enhanced,
               parse_ofac_enhanced, "ofac", FilesOfAList::kOne},
    ListFormat{"un-xml", "UN Security Council, consolidated list as XML", "consolidated.xml, UN.xml", recognize_un_xml,
               identify_un, parse_un_xml, "un", FilesOfAList::kOne},
    ListFormat{"eu-xml", "EU, financial sanctions files (FSF) as XML 1.1", "xmlFullSanctionsList_1_1.xml",
               recognize_eu_xml, identify_eu, parse_eu_xml, "eu", FilesOfAList::kOne},
    ListFormat{"uk-csv", "UK, sanctions list of the FCDO as CSV", "UK-Sanctions-List.csv", recognize_uk_csv,
               identify_uk, parse_uk_list, "uk", FilesOfAList::kOne},
    ListFormat{"uk-ods", "UK, sanctions list of the FCDO as OpenDocument spreadsheet", "UK-Sanctions-List.ods",
               recognize_uk_sheet, identify_uk, parse_uk_list, "uk", FilesOfAList::kOne},
    ListFormat{"ftm", "FollowTheMoney entities as JSON lines", "entities.ftm.json", recognize_ftm, identify_ftm,
               parse_ftm, "ftm", FilesOfAList::kSeveral},
    ListFormat{"csv", "own list as CSV, only with --as csv", "watchlist.csv", never, identify_own, parse_own_table,
               "own", FilesOfAList::kSeveral},
    ListFormat{"jsonl", "own list as JSON lines, only with --as jsonl", "watchlist.jsonl", never, identify_own,
               parse_own_table, "own", FilesOfAList::kSeveral},
};

}  // namespace

std::span<const ListFormat> list_formats() { return kFormats; }

const ListFormat* find_format(std::string_view name) {
  const auto it = std::ranges::find(kFormats, name, &ListFormat::name);
  return it == kFormats.end() ? nullptr : &*it;
}

void ParsedList::pack() {
  for (const Entity& entity : std::exchange(entities, {})) packed.add(entity);
}

void ParsedList::unpack() {
  for (size_t i = 0; i < packed.size(); ++i) entities.push_back(packed.at(i));
  packed = {};
}

}  // namespace cordon::lists
