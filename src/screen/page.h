// A page as a subject: which listed parties it names, and what it says of whom.
#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>
#include <vector>

#include "model/screening.h"
#include "reading/mentions.h"
#include "reading/page.h"
#include "reading/reading.h"
#include "screen/screener.h"

namespace cordon::screen {

// A listed party named beside the main text: in the title, as the sender of a mail, in an attached text.
struct AsideMention {
  std::string part;
  reading::ListedMention mention;  // without a place
};

struct PageScreening {
  // The page as a subject: its id is the name it came under; a hit for each listed party that it names, judged by the
  // name as the page has it. Review where there is one.
  Screening screening;
  reading::Page page;
  std::vector<reading::ListedMention> mentions;  // of the parties among the hits, in text order
  std::vector<AsideMention> aside;               // of those among them that the main text does not name
  reading::Reading reading;
};

// Screens pages against one snapshot; holds the words of texts that were met. Thread-safe.
class PageScreener {
 public:
  explicit PageScreener(std::shared_ptr<const Screener> screener);

  // `name` is the page's id. What is no page, or cannot be read, is not screened, and why.
  PageScreening screen(std::string_view bytes, const std::string& name) const;

 private:
  Result<std::vector<reading::ListedMention>> mentions(const reading::Page& page) const;
  Result<std::vector<AsideMention>> mentions_aside(const reading::Page& page) const;
  Result<void> add_hits(PageScreening& out) const;
  Result<std::vector<uint32_t>> other_entries(uint32_t number) const;

  std::shared_ptr<const Screener> screener_;
  reading::ListedNames listed_;
  mutable std::mutex mutex_;  // of what follows
  // Readers that no thread has in hand: each remembers words and parties, and what it finds does not depend on them.
  mutable std::vector<std::unique_ptr<reading::MentionReader>> readers_;
  mutable std::unordered_map<uint32_t, std::vector<uint32_t>> other_entries_;  // of parties that pages named
};

// What of the screening's parties the text says, in plain sentences: how many listed parties it names, which
// propositions are contested and by whom, which goods and risk phrases stand in it. It never says what is true.
std::vector<std::string> summary_of(const PageScreening& page);

}  // namespace cordon::screen
