// One list format: how it is told from others and how its files become entities. sources.cc has a row for each.
#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/report.h"
#include "model/entity.h"
#include "model/packed_entities.h"
#include "syntax/archive.h"

namespace cordon::lists {

using InputFile = PackedFile;

// The files of one edition of one list (of one folder, or given one by one), and what comes of them.
struct Edition {
  std::string list;                     // "ofac", "un" … as `identify` or --list said
  std::vector<const InputFile*> files;  // all of one format
};

// A list's parties, in file order; ids are unique. Of a format whose files may be large they are packed.
struct ParsedList {
  ListInfo info;
  std::vector<Entity> entities = {};
  PackedEntities packed = {};  // if not empty, `entities` is

  size_t size() const { return entities.size() + packed.size(); }
  // Each makes all parties what its name says.
  void pack();
  void unpack();
};

// Does one file of this format hold a whole list, so that two of them are two editions?
enum class FilesOfAList : uint8_t { kOne, kSeveral };

struct ListFormat {
  std::string_view name;   // as in --as NAME
  std::string_view title;  // for help and README
  std::string_view files;  // usual file names, for help
  // Is this file (name, first bytes) of this format?
  bool (*recognize)(const InputFile& file);
  // Which list is it? Returns "ofac", "ofac-cons", "un", "eu" …; for FtM and own tables `given` (--list), the data set
  // or the file name up to its first dot.
  std::string (*identify)(const InputFile& file, std::string_view given);
  // Errors: kBadInput with file, record and byte for a truncated or wrong file. A bad record is reported and skipped.
  Result<ParsedList> (*parse)(const Edition& edition, Reporter& reporter);
  std::string_view family;  // formats of one family may hold the same list
  FilesOfAList files_of_a_list = FilesOfAList::kSeveral;
};
std::span<const ListFormat> list_formats();  // the registry, in sources.cc
const ListFormat* find_format(std::string_view name);

// One function a format; each lives in the .cc of its name.
bool recognize_ofac_csv(const InputFile& file);  // sdn, add, alt, sdn_comments, cons_* — by columns, told apart by name
bool recognize_ofac_xml(const InputFile& file);  // root sdnList
bool recognize_ofac_enhanced(const InputFile& file);  // root sanctionsData
bool recognize_un_xml(const InputFile& file);         // root CONSOLIDATED_LIST
bool recognize_eu_xml(const InputFile& file);         // root export with sanctionEntity
bool recognize_uk_csv(const InputFile& file);         // headers "Unique ID" and "OFSI Group ID"
bool recognize_uk_sheet(const InputFile& file);       // the same in the content.xml of a spreadsheet
bool recognize_ftm(const InputFile& file);            // JSON lines with id, schema, properties
Result<ParsedList> parse_ofac_csv(const Edition& edition, Reporter& reporter);
Result<ParsedList> parse_ofac_xml(const Edition& edition, Reporter& reporter);
Result<ParsedList> parse_ofac_enhanced(const Edition& edition, Reporter& reporter);
Result<ParsedList> parse_un_xml(const Edition& edition, Reporter& reporter);
Result<ParsedList> parse_eu_xml(const Edition& edition, Reporter& reporter);
Result<ParsedList> parse_uk_list(const Edition& edition, Reporter& reporter);
Result<ParsedList> parse_ftm(const Edition& edition, Reporter& reporter);
Result<ParsedList> parse_own_table(const Edition& edition,
                                   Reporter& reporter);  // CSV or JSONL that says --as csv|jsonl
std::string identify_ofac_enhanced(const InputFile& file, std::string_view given);
std::string identify_ftm(const InputFile& file, std::string_view given);

// Returns the rows of data/lists/uk_columns.tsv that make no sense; a test holds this empty.
std::vector<std::string> check_uk_columns();

}  // namespace cordon::lists
