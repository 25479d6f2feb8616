// A page's way to its mentions: what is remembered of parties and judgements, and the order of the steps.
#include "reading/mentions.h"

#include <algorithm>
#include <array>

#include "reading/mention_pass.h"

namespace cordon::reading {

namespace {

// Remembered between pages.
constexpr size_t kPartiesNamed = 500000;
constexpr size_t kLikenesses = 500000;
constexpr size_t kUnits = 10000;

}  // namespace

std::string_view mention_rule_name(MentionRule rule) {
  constexpr std::array<std::string_view, 6> kNames = {"full_name",  "single_name", "surname",
                                                      "short_name", "acronym",     "known_name"};
  return kNames[static_cast<size_t>(rule)];
}

void MentionReader::Pass::cut() {
  const MentionClock::Within step(clock_, MentionStep::kCut);
  memory_.lists.clear();
  std::vector<TextWord>& of_block = memory_.lists.of_block;
  std::vector<MetWord*>& met = memory_.lists.met;
  for (uint32_t b = 0; b < page_.blocks.size(); ++b) {
    cut_words(page_.blocks[b].text, of_block);
    if (of_block.empty()) continue;
    of_block.back().flags |= kBreakBehind;
    memory_.readings.meet(page_.blocks[b].text, of_block, met);
    for (size_t i = 0; i < of_block.size(); ++i) place(b, of_block[i], *met[i]);
  }
  covered_.assign(words_.size(), 0);
}

// Gathers what the page's words tell of it.
void MentionReader::Pass::place(uint32_t block, const TextWord& word, MetWord& met) {
  if (!met.is(MetWord::kMarked)) WordReadings::mark(met, word);
  const bool small = word.is(kCased) && !word.is(kUpperFirst);
  if (small) met.small_on = memory_.readings.page();
  speaks_of_sanctions_ = speaks_of_sanctions_ || met.is(MetWord::kOfSanctions);
  const auto number = static_cast<uint32_t>(words_.size());
  words_.push_back({block, word, &met});
  if (!small || met.is(MetWord::kBeginsKnown)) may_begin_.push_back(number);
  if (met.is(MetWord::kMayCueVessel) && told(number).is(MetWord::kVesselCue)) vessel_cues_.push_back(number);
}

Proposal MentionReader::Pass::proposal(uint32_t first, uint32_t last, uint32_t entity) {
  Proposal out;
  out.first = first;
  out.last = last;
  out.begin = words_[first].word.begin;
  out.end = words_[last].word.end;
  out.entity = entity;
  return out;
}

Result<std::vector<ListedMention>> MentionReader::Pass::run() {
  if (memory_.parties_named > kPartiesNamed)
    memory_.named_by.clear(), memory_.named_lately.clear(), memory_.parties_named = 0;
  if (memory_.likenesses.size() > kLikenesses) memory_.likenesses.clear();
  if (memory_.units.size() > kUnits) memory_.units.clear();
  memory_.listed.keep_few();
  if (memory_.readings.begin(page_.language)) {
    memory_.named_by.clear();
    memory_.named_lately.clear();
    memory_.parties_named = 0;
    memory_.likenesses.clear();
    memory_.units.clear();
    memory_.join_nothing.clear();
    memory_.name_nobody.clear();
    memory_.in_vain.clear();
  }
  cut();
  CHECK_OK(propose_pairs());
  CHECK_OK(judge_pairs());
  CHECK_OK(propose_singles());
  CHECK_OK(propose_aliases());

  std::vector<ListedMention> out;
  for (size_t i = 0; i < proposals_.size(); ++i) {
    Proposal& p = proposals_[i];
    const std::string id(listed_.names.index().entity_id(p.entity));
    const uint32_t block = words_[p.first].block;
    if (!out.empty() && out.back().block == block && out.back().begin == p.begin && out.back().end == p.end) {
      if (std::find(out.back().entity_ids.begin(), out.back().entity_ids.end(), id) == out.back().entity_ids.end())
        out.back().entity_ids.push_back(id);
      out.back().is_ambiguous |= p.ambiguous;
      continue;
    }
    ListedMention m;
    m.block = block;
    m.begin = p.begin;
    m.end = p.end;
    m.text = page_.blocks[block].text.substr(p.begin, p.end - p.begin);
    m.entity_ids.push_back(id);
    m.schema = listed_.names.index().schema(p.entity);
    m.rule = p.rule;
    m.is_ambiguous = p.ambiguous;
    m.score = p.judged.score;
    m.bits = p.judged.bits;
    m.read_as = std::move(p.read_as);
    m.listed_name = std::move(p.judged.listed_name);
    m.evidence = std::move(p.judged.evidence);
    out.push_back(std::move(m));
  }
  return out;
}

MentionReader::MentionReader(const ListedNames& listed, const Profile& profile)
    : listed_(listed), profile_(profile), memory_(std::make_unique<Memory>(listed.names, profile)) {}
MentionReader::~MentionReader() = default;

Result<std::vector<ListedMention>> MentionReader::read(const Page& page) {
  return Pass(listed_, profile_, *memory_, page, clock_).run();
}

Result<std::vector<ListedMention>> listed_mentions(const Page& page, const ListedNames& listed,
                                                   const Profile& profile) {
  return MentionReader(listed, profile).read(page);
}

}  // namespace cordon::reading
