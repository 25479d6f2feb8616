// Stage 4 of reading: where a page names a listed party. One pass proposes (index::TextAutomaton), the judge that
// screens customers decides (match::judge), gates keep out what a single word cannot show
// (docs/decisions/0021-names-in-running-text.md).
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "model/entity.h"
#include "model/profile.h"
#include "model/screening.h"
#include "reading/page.h"

namespace cordon::index {
class TextAutomaton;
}

namespace cordon::reading {

class MentionClock;

// Why a stretch of text is taken for a listed party.
enum class MentionRule : uint8_t {
  kFullName,    // two words or more of a listed name
  kSingleName,  // the one proper word of a listed name that nothing else is called by
  kSurname,     // the family name, alone or behind a title, of a person whom the page names in full
  kShortName,   // the distinctive word of an organisation that the page names in full
  kAcronym,     // letters that the page gives in brackets beside the full name
  kKnownName,   // letters, or a name in another language, by which a table knows the party (known_names.h)
};
std::string_view mention_rule_name(MentionRule rule);  // "full_name", …

struct ListedMention {
  uint32_t block = 0;                   // of Page::blocks
  uint32_t begin = 0, end = 0;          // bytes of the block's text
  std::string text;                     // as written
  std::vector<std::string> entity_ids;  // every entry of the party on the lists loaded, the likeliest first
  Schema schema = Schema::kThing;       // of the first of them
  MentionRule rule = MentionRule::kFullName;
  bool is_ambiguous = false;  // entity_ids may be of different parties, or the page names another of this name
  Points score = 0;           // of the judge: this stretch, endings stripped, against the first entity
  MilliBits bits = 0;
  std::string read_as;      // the name as judged: "Дмитрий Песков" of "Дмитрию Пескову"
  std::string listed_name;  // the name of the list that it agrees with
  std::vector<Evidence> evidence;
};

// What of a snapshot mentions are found by. Shared between threads.
struct ListedNames {
  const index::TextAutomaton& names;
  std::function<Result<Entity>(uint32_t)> entity;  // the listed party of this number
};

// Finds mentions, page by page; keeps words and parties met. For one thread.
class MentionReader {
 public:
  // Both must outlive the reader.
  MentionReader(const ListedNames& listed, const Profile& profile);
  ~MentionReader();
  // The mentions of listed parties in the blocks, in text order. Errors: those of ListedNames::entity.
  Result<std::vector<ListedMention>> read(const Page& page);
  // What is read from now on is measured by this clock; null: by none.
  void measure(MentionClock* clock) { clock_ = clock; }

 private:
  class Pass;
  struct Memory;
  const ListedNames& listed_;
  const Profile& profile_;
  std::unique_ptr<Memory> memory_;
  MentionClock* clock_ = nullptr;
};

// The same for one page.
Result<std::vector<ListedMention>> listed_mentions(const Page& page, const ListedNames& listed, const Profile& profile);

}  // namespace cordon::reading
