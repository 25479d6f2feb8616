// The parties of an FtM file while it is being read, and what becomes of each record: a party's own properties here,
// records that belong to a party (sanctions, documents, links, addresses) in ftm_attach.cc.
#pragma once

#include <deque>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "lists/entity_builder.h"
#include "lists/ftm_record.h"

namespace cordon::lists {

struct FtmParty {
  EntityBuilder builder;
  Where where;                                                  // of its first record
  std::vector<std::pair<std::string, Source>> address_ids;      // addressEntity
  std::vector<std::pair<std::string, std::string>> references;  // kind of link, id or name
  std::vector<Source> reference_sources;                        // one for each of `references`
  std::vector<std::pair<std::string, std::string>> name_parts;  // "given", text
};

class FtmParties {
 public:
  explicit FtmParties(std::string_view list) : list_(list) {}

  // Is a record of this schema a party?
  static bool is_party(std::string_view schema);
  void add_party(const FtmRecord& record);
  // Everything else: kept until all parties are known.
  void add_attachment(FtmRecord record);

  // Attaches what was kept to its parties; records that belong to none are reported and left out.
  // Returns how many records were left out.
  uint64_t attach(Reporter& reporter);
  // `names_read` is set to the number of names; `skipped` is raised by parties without a name and an identifier, which
  // nobody could find; they are reported.
  std::vector<Entity> build(uint64_t& names_read, uint64_t& skipped, Reporter& reporter);
  bool empty() const { return parties_.empty(); }

 private:
  FtmParty* find(std::string_view id);
  std::string name_of(std::string_view id);
  void link(FtmParty& party, std::string_view kind, std::string_view id_or_name);
  uint64_t leave_out_large(Reporter& reporter);
  void attach_addresses(std::vector<bool>& used);
  bool attach_record(const FtmRecord& record);
  bool attach_link(const FtmRecord& record);
  bool attach_anyhow(const FtmRecord& record);

  std::string list_;
  std::deque<FtmParty> parties_;
  std::unordered_map<std::string, size_t> index_;
  std::vector<FtmRecord> attachments_;
  std::unordered_map<std::string, size_t> attachment_index_;  // id to attachment
};

// Returns the rows of data/lists/ftm_properties.tsv that make no sense; a test holds this empty.
std::vector<std::string> check_ftm_properties();

}  // namespace cordon::lists
