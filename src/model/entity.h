// Entity: a listed party, with everything that its list says of it. Every value knows the source it came from.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "model/identifier.h"
#include "model/schema.h"

namespace cordon {

// A place in a list file. Values hold an index into Entity::sources.
struct Source {
  std::string file;    // file name without folders
  std::string record;  // the record as a person would look it up: "line 12", "DATAID 110447", "uid 9639"
  uint64_t byte = 0;   // offset of the record in the (decompressed) file
  bool operator==(const Source&) const = default;
};
using SourceIndex = uint16_t;

enum class NameStrength : uint8_t { kUnknown, kStrong, kWeak };
enum class NameKind : uint8_t {
  kPrimary,
  kAlias,     // a.k.a.
  kFormer,    // f.k.a., previously listed as
  kNow,       // n.k.a.
  kOriginal,  // in the original script
};
std::string_view name_kind_word(NameKind kind);       // "primary", "alias", "former", "now", "original"
std::string_view name_strength_word(NameStrength s);  // "unknown", "strong", "weak"

struct Name {
  std::string text;  // in full, in reading order; "FAMILY, Given" of a list is given as "Given FAMILY"
  NameKind kind = NameKind::kAlias;
  NameStrength strength = NameStrength::kUnknown;
  std::string given;   // where the list tells the parts apart, else empty
  std::string middle;  // second names, patronymic
  std::string family;
  std::string language;  // ISO 639, where the list says
  std::string note;      // as the list qualifies this name ("previously listed as", function, title)
  SourceIndex source = 0;
};

struct Address {
  std::string street, city, region, postal_code, country /* code */, full, note;
  SourceIndex source = 0;
};

enum class DateKind : uint8_t { kBirth, kDeath, kFounded, kListed, kUpdated, kBuilt };
std::string_view date_kind_word(DateKind kind);  // FtM: birthDate, deathDate, incorporationDate, listingDate, …

struct DateStatement {
  DateKind kind = DateKind::kBirth;
  DateSpan span;
  std::string note;  // the text where it could not be read as a date, another calendar, the list's own remark
  SourceIndex source = 0;
};

enum class CountryKind : uint8_t {
  kCountry,
  kNationality,
  kCitizenship,
  kBirthCountry,
  kFlag,
  kFormerFlag,
  kJurisdiction
};
std::string_view country_kind_word(CountryKind kind);

struct CountryStatement {
  CountryKind kind = CountryKind::kCountry;
  std::string code;  // empty where `text` names no country we know
  std::string text;  // as written
  SourceIndex source = 0;
};

// A link to another party, as the list words it ("Linked To", "Owned or Controlled By", owner, director …). What it is
// to ownership is told by data/ownership/link_kinds.tsv.
struct Link {
  std::string kind;  // what the other is to this party: linkedTo, owner, asset, associate, family, operator, parent …
  std::string target_name;
  std::string target_id;         // entity id where the list gives it or the name is exactly one party's primary name
  std::string share;             // as written: "51", "25-50", ">50"; empty: not stated
  std::string role;              // more of the kind in the list's words: "chair", "brother", "voting-rights-…"
  std::optional<DateSpan> from;  // from when it is in force; a year or month may be all that is known
  std::optional<DateSpan> to;    // when it ended
  std::string stated_at;         // address of the page that states it
  SourceIndex source = 0;
};

// What a party is listed under, in a list's own words: a programme, a measure, a reference number.
struct Mention {
  std::string value;
  SourceIndex source = 0;

  friend bool operator==(const Mention&, const Mention&) = default;
  friend bool operator==(const Mention& m, std::string_view value) { return m.value == value; }
};
std::vector<std::string> values_of(const std::vector<Mention>& mentions);

// Everything else, under an FtM property name: gender, title, position, birthPlace, notes, type, tonnage, …
struct Property {
  std::string name;
  std::string value;
  SourceIndex source = 0;
};

struct Entity {
  std::string id;       // "LIST:ID"; an FtM id stays as it is
  std::string list;     // "ofac", "ofac-cons", "un", "eu" or what --list says
  std::string list_id;  // the list's own id, trimmed
  Schema schema = Schema::kThing;
  std::vector<Source> sources;
  std::vector<Name> names;  // the first primary name is the caption unless `caption` says otherwise
  std::string caption;      // display name
  std::vector<Identifier> identifiers;
  std::vector<DateStatement> dates;
  std::vector<CountryStatement> countries;
  std::vector<Address> addresses;
  std::vector<Mention> programs;
  std::vector<Mention> measures;    // asset freeze, block, travel ban, directive …
  std::vector<Mention> references;  // reference numbers and legal acts
  std::vector<Link> links;
  std::vector<Property> properties;
};

// What a snapshot says about one list in it.
struct ListInfo {
  std::string list;
  std::string authority;              // "US Treasury, OFAC"
  std::string title;                  // "Specially Designated Nationals"
  std::optional<DateSpan> published;  // by the date in the file; nothing where it states none
  uint64_t entities = 0;
  uint64_t names = 0;                // counted before de-duplication
  uint64_t skipped = 0;              // records left out, each with a listed reason
  std::vector<std::string> files;    // file names without folders
  std::vector<std::string> remarks;  // what was skipped or lost, in words
};

}  // namespace cordon
