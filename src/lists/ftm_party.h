// The parties of an FtM file while it is being read, and what becomes of each record: a party's own properties here,
// records that belong to a party (sanctions, documents, links, addresses) in ftm_attach.cc.
#pragma once

#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "lists/entity_builder.h"
#include "lists/ftm_record.h"
#include "model/packed_entities.h"

namespace cordon::lists {

struct FtmParty {
  // What waits until all parties are known.
  struct Waiting {
    std::vector<std::pair<std::string, Source>> address_ids;      // addressEntity
    std::vector<std::pair<std::string, std::string>> references;  // kind of link, id or name
    std::vector<Source> reference_sources;                        // one for each of `references`
    std::vector<std::pair<std::string, std::string>> name_parts;  // "given", text

    bool empty() const { return address_ids.empty() && references.empty() && name_parts.empty(); }
  };
  EntityBuilder builder;
  Where where;  // of its first record
  Waiting waiting;
};

// Holds its parties packed, but for those at work: a file may have millions.
class FtmParties {
 public:
  explicit FtmParties(std::string_view list) : list_(list) {}

  // Is a record of this schema a party?
  static bool is_party(std::string_view schema);
  // A party as it is kept: open while it is at work, else packed.
  struct Slot {
    std::unique_ptr<FtmParty> open;
    EntityBuilder::Packed packed;
    std::unique_ptr<FtmParty::Waiting> waiting;
    uint32_t file = 0;  // of its first record, in files_
    uint64_t record = 0, byte = 0;
    bool stays_open = false;  // its values are changed otherwise than by its builder
  };
  // What becomes of a party's record if it is the only one of its party. May be called on any thread at any time.
  Slot read(const FtmRecord& record) const;
  // REQUIRES: `alone` is read(record).
  void add_party(const FtmRecord& record, Slot alone);
  // Everything else: kept until all parties are known.
  void add_attachment(FtmRecord record);

  // Attaches what was kept to its parties; records that belong to none are reported and left out.
  // Returns how many records were left out.
  uint64_t attach(Reporter& reporter);
  // `names_read` is set to the number of names; `skipped` is raised by parties without a name and an identifier, which
  // nobody could find; they are reported. `see` is called with each entity, in order. Empties this object.
  PackedEntities build(uint64_t& names_read, uint64_t& skipped, Reporter& reporter,
                       const std::function<void(const Entity&)>& see);

 private:
  static constexpr size_t kMostOpen = 4096;  // parties at work at once

  void fill(Slot& slot, const FtmRecord& record) const;
  FtmParty& open(Slot& slot);
  void close(Slot& slot) const;
  void close_all();
  FtmParty unpacked(Slot& slot) const;
  bool knows(std::string_view id) const { return index_.contains(std::string(id)); }
  // Returns the party, open until the next close_all(); nullptr where there is none.
  FtmParty* find(std::string_view id);
  std::string name_of(std::string_view id);
  // Links the party to another as `like` says, but for the other's name and id.
  void link(FtmParty& party, Link like, std::string_view id_or_name);
  uint64_t leave_out_large(Reporter& reporter);
  void attach_addresses(std::vector<bool>& used);
  bool attach_record(const FtmRecord& record);
  bool attach_link(const FtmRecord& record);
  bool attach_anyhow(const FtmRecord& record);

  std::string list_;
  std::deque<Slot> parties_;
  std::vector<size_t> opened_;  // to be closed again
  std::vector<std::string> files_;
  std::unordered_map<std::string, size_t> index_;
  std::vector<FtmRecord> attachments_;
  std::unordered_map<std::string, size_t> attachment_index_;  // id to attachment
};

// Returns the rows of data/lists/ftm_properties.tsv that make no sense; a test holds this empty.
std::vector<std::string> check_ftm_properties();

}  // namespace cordon::lists
