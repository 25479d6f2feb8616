// What every reader needs to fill an Entity: sources, values that are blank or doubled left out, links resolved at the
// end.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/report.h"
#include "model/entity.h"

namespace cordon::lists {

class EntityBuilder {
 public:
  EntityBuilder(std::string_view list, std::string_view list_id, Schema schema);

  // A builder in little memory, to be gone on with later: it adds values as if it had never been packed.
  struct Packed {
    std::string body;  // of the entity (entity_codec.h)
    uint64_t names_read = 0;
    SourceIndex source = 0;
  };
  // REQUIRES: no value was changed otherwise than through this builder, but for what does not tell values apart.
  Packed pack() const;
  explicit EntityBuilder(const Packed& packed);

  // Makes `source` the one that values added from now on come from.
  void from(Source source);
  // Each adds a value with blanks collapsed; one that is empty is left out. Equal values are kept once, with their
  // first source (names: equal text, kind and strength). A returned pointer is to the value kept (new or equal to an
  // earlier one), nullptr for an empty one; it stays valid until the next of its kind is added.
  Name* name(std::string_view text, NameKind kind, NameStrength strength);
  // A country that is no known one goes to `detail`, where that is empty.
  Identifier* identifier(IdKind kind, std::string_view value, std::string_view country, std::string_view detail = {});
  void date(DateKind kind, std::string_view text,
            std::string_view note = {});  // kept as kUnknown with its text where it is no date
  void date(DateKind kind, DateSpan span, std::string_view note = {});
  void country(CountryKind kind, std::string_view text);  // name or code
  void address(Address address);  // country as name or code; `full` is made from the parts where it is empty
  void program(std::string_view text);
  void measure(std::string_view text);
  void reference(std::string_view text);
  void link(std::string_view kind, std::string_view target_name, std::string_view target_id = {});
  void link(Link link);  // left out where it names nobody
  void property(std::string_view name, std::string_view value);

  Entity& entity() { return entity_; }
  uint64_t names_read() const { return names_read_; }  // before de-duplication
  Entity build();                                      // sets the caption: first primary Latin name, else first name

 private:
  void see_all();
  void mention(char what, std::string_view value, std::vector<Mention>& into);
  // Returns the index kept for `what` (`next` where it is new) and whether it is new.
  std::pair<size_t, bool> index_of(std::string what, size_t next);

  Entity entity_;
  SourceIndex source_ = 0;
  std::unordered_map<std::string, size_t> seen_;  // every value added so far
  bool seen_all_ = true;                          // is that so?
  uint64_t names_read_ = 0;
};

// Has the text Latin letters, and none of another script (combining marks and punctuation aside)?
bool is_latin(std::string_view text);
// Joins entities of the same id into the first of them; the order stays. Returns how many were joined to another.
size_t merge_same_ids(std::vector<Entity>& entities);
// Gives every link whose target_name is exactly the primary name (case and blanks ignored) of one party its target_id.
void resolve_links(std::vector<Entity>& entities);
// Joins `other`'s values into `entity` (same id, from another file), sources renumbered.
void merge_entity(Entity& entity, Entity other);

}  // namespace cordon::lists
