#include "screen/page.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>
#include <set>

#include "reading/barrier.h"
#include "reading/page_kinds.h"
#include "reading/unread_script.h"
#include "screen/compare.h"
#include "screen/group.h"
#include "screen/rank.h"

namespace cordon::screen {

PageScreener::PageScreener(std::shared_ptr<const Screener> screener)
    : screener_(std::move(screener)), listed_{screener_->snapshot().text_names(), [this](uint32_t number) {
                                                return screener_->snapshot().entity(number);
                                              }} {}

// The reader that was last given back is taken first, so that there are no more of them than threads that read at once.
Result<std::vector<reading::ListedMention>> PageScreener::mentions(const reading::Page& page) const {
  std::unique_ptr<reading::MentionReader> reader;
  {
    const std::lock_guard lock(mutex_);
    if (!readers_.empty()) {
      reader = std::move(readers_.back());
      readers_.pop_back();
    }
  }
  if (reader == nullptr) reader = std::make_unique<reading::MentionReader>(listed_, screener_->settings().profile);
  auto found = reader->read(page);
  const std::lock_guard lock(mutex_);
  readers_.push_back(std::move(reader));
  return found;
}

PageScreening PageScreener::screen(std::string_view bytes, const std::string& name) const {
  PageScreening out;
  Subject subject;
  subject.id = name;
  subject.where.file = name;
  const auto failed = [&](Error error) {
    out.screening = not_screened(subject, std::move(error));
    return std::move(out);
  };
  auto page = reading::page_from_bytes(bytes, name);
  if (!page) return failed(std::move(page).error());
  out.page = std::move(*page);
  if (out.page.blocks.empty() && out.page.title.empty())
    return failed({ErrorCode::kBadInput, "holds no text that could be read", {name}});
  out.screening.subject = std::move(subject);
  const auto note_unread = [&](std::string what) {
    out.page.remarks.push_back(what);
    out.page.unread.push_back(std::move(what));
  };
  if (const std::string script = reading::unread_script(out.page); !script.empty())
    note_unread(fmt::format("text in {} script, in which names are not found", script));
  if (const std::string words = reading::barrier(out.page); !words.empty())
    note_unread(fmt::format("the page shows \u201C{}\u201D and no article", words));

  auto found = mentions(out.page);
  if (!found) return failed(std::move(found).error());
  out.mentions = std::move(*found);
  auto aside = mentions_aside(out.page);
  if (!aside) return failed(std::move(aside).error());
  out.aside = std::move(*aside);
  if (auto added = add_hits(out); !added) return failed(std::move(added).error());
  out.reading = reading::read(out.page, out.mentions);
  if (!out.reading.text.is_in_language)
    out.page.remarks.emplace_back("the text is in a language in which claims are not read; it was screened for names");
  if (out.screening.outcome == Outcome::kClear && !out.page.unread.empty()) {
    Subject of_page = std::move(out.screening.subject);
    out.screening = not_screened(of_page, {ErrorCode::kBadInput, out.page.unread.front(), {name}});
  }
  return out;
}

// Title, sender, attached texts: read as a page of their own, since they are no part of what the main text says.
Result<std::vector<AsideMention>> PageScreener::mentions_aside(const reading::Page& page) const {
  reading::Page beside;
  beside.language = page.language;
  std::vector<std::string_view> parts;
  const auto add = [&](std::string_view part, const std::string& text) {
    if (text.empty()) return;
    parts.push_back(part);
    beside.blocks.emplace_back().text = text;
  };
  add("title", page.title);
  for (const reading::Aside& aside : page.asides) add(aside.part, aside.text);
  std::vector<AsideMention> out;
  if (beside.blocks.empty()) return out;
  TRY(std::vector<reading::ListedMention> found, mentions(beside));
  for (reading::ListedMention& mention : found) out.push_back({std::string(parts[mention.block]), std::move(mention)});
  return out;
}

// The other entries of the party on the lists loaded: those that group_hits() joins with it, found by its names, birth
// dates and numbers.
Result<std::vector<uint32_t>> PageScreener::other_entries(uint32_t number) const {
  constexpr size_t kRemembered = 50000;
  constexpr size_t kNames = 12;
  constexpr size_t kHits = 50;
  {
    const std::lock_guard lock(mutex_);
    if (const auto it = other_entries_.find(number); it != other_entries_.end()) return it->second;
  }
  const Snapshot& snapshot = screener_->snapshot();
  TRY(Entity party, snapshot.entity(number));
  Subject subject;
  subject.schema = party.schema;
  for (const Name& name : party.names)
    if (name.strength != NameStrength::kWeak && subject.names.size() < kNames)
      subject.names.push_back({name.text, name.given, name.middle, name.family, false});
  subject.identifiers = party.identifiers;
  for (const Mention& reference : party.references) {
    Identifier id;
    id.kind = IdKind::kUnReference;
    id.value = reference.value;
    subject.identifiers.push_back(std::move(id));
  }
  for (const DateStatement& date : party.dates)
    if (date.kind == DateKind::kBirth) subject.birth_dates.push_back(date.span);
  const Profile& profile = screener_->settings().profile;
  std::vector<uint32_t> out;
  if (const auto query = query_of(subject, profile)) {
    TRY(std::vector<FoundHit> found, screener_->search().hits(*query, snapshot.entities(), kHits));
    std::erase_if(found, [&](const FoundHit& f) { return f.number == number; });
    std::vector<Hit> hits(1);
    hits[0].entity_id = party.id;
    hits[0].list = party.list;
    std::vector<Entity> parties = {std::move(party)};
    for (FoundHit& f : found) {
      hits.push_back(std::move(f.hit));
      parties.push_back(std::move(f.party));
    }
    group_hits(hits, parties);
    for (size_t i = 0; i < found.size(); ++i)
      if (hits[i + 1].group == hits[0].group && screener_->search().admits(found[i].number))
        out.push_back(found[i].number);
  }
  const std::lock_guard lock(mutex_);
  if (other_entries_.size() > kRemembered) other_entries_.clear();
  other_entries_[number] = out;
  return out;
}

// Of each party the name by which the page names it best is judged, as a name of its own kind: so it was found.
// Mentions of parties that are not among the lists and programmes asked for, or under the threshold, are dropped; to
// the others every entry of their party is added, whatever name it has there.
Result<void> PageScreener::add_hits(PageScreening& out) const {
  const Snapshot& snapshot = screener_->snapshot();
  const Profile& profile = screener_->settings().profile;
  std::map<std::string, const reading::ListedMention*> best;  // by entity id
  // A name that stands in the page goes before one that a table or the page's own short form is read as.
  const auto is_written = [](const reading::ListedMention* mention) {
    return mention->rule == reading::MentionRule::kFullName || mention->rule == reading::MentionRule::kSingleName;
  };
  const auto take = [&](const std::string& id, const reading::ListedMention* mention) {
    const auto [at, is_new] = best.try_emplace(id, mention);
    if (is_new) return;
    const bool before = is_written(at->second), now = is_written(mention);
    if (before != now ? now : at->second->score < mention->score) at->second = mention;
  };
  std::map<std::string, std::vector<std::string>> others;  // entries of the party of an id
  std::vector<const reading::ListedMention*> all;
  for (const reading::ListedMention& mention : out.mentions) all.push_back(&mention);
  for (const AsideMention& aside : out.aside) all.push_back(&aside.mention);
  for (const reading::ListedMention* mention : all)
    for (const std::string& id : mention->entity_ids) {
      take(id, mention);
      const auto [at, is_new] = others.try_emplace(id);
      if (!is_new) continue;
      const auto number = snapshot.find(id);
      if (!number || !screener_->search().admits(*number)) continue;
      TRY(const std::vector<uint32_t> numbers, other_entries(*number));
      for (const uint32_t other : numbers) at->second.emplace_back(snapshot.index().entity_id(other));
    }
  for (const reading::ListedMention* mention : all)
    for (const std::string& id : mention->entity_ids)
      for (const std::string& other : others[id]) take(other, mention);
  std::vector<FoundHit> found;
  for (const auto& [id, mention] : best) {
    const auto number = snapshot.find(id);
    if (!number || !screener_->search().admits(*number)) continue;
    TRY(Entity party, snapshot.entity(*number));
    const std::string& name = mention->read_as.empty() ? mention->text : mention->read_as;
    Hit hit = compare(named(name, party.schema), party, snapshot.entities(), profile);
    const bool is_found = std::ranges::find(mention->entity_ids, id) != mention->entity_ids.end();
    if (hit.score < profile.threshold && is_found && !mention->listed_name.empty() &&
        std::ranges::find(party.names, mention->listed_name, &Name::text) == party.names.end()) {
      // By what its listed names show it to be called in short («… корпорация “Уралвагонзавод”»).
      Entity by_short_name = party;
      Name& in_short = by_short_name.names.emplace_back();
      in_short.text = mention->listed_name;
      in_short.note = "short for the listed name";
      hit = compare(named(name, party.schema), by_short_name, snapshot.entities(), profile);
    }
    if (hit.score < profile.threshold) continue;
    hit.subject_name = mention->rule == reading::MentionRule::kKnownName ? mention->text : name;
    found.push_back({std::move(hit), std::move(party), *number});
  }
  Subject subject = std::move(out.screening.subject);
  out.screening = ranked(subject, std::move(found), static_cast<size_t>(profile.top));
  const auto is_hit = [&](const std::string& id) {
    return std::ranges::find(out.screening.hits, id, &Hit::entity_id) != out.screening.hits.end();
  };
  const auto settle = [&](reading::ListedMention& mention) {
    // Those that are cut off are still named in the text.
    if (!out.screening.more) std::erase_if(mention.entity_ids, [&](const std::string& id) { return !is_hit(id); });
    const std::vector<std::string> named = mention.entity_ids;
    for (const std::string& id : named)
      for (const std::string& other : others[id])
        if (std::ranges::find(mention.entity_ids, other) == mention.entity_ids.end())
          mention.entity_ids.push_back(other);
  };
  std::set<std::string> in_text;
  for (reading::ListedMention& mention : out.mentions) {
    settle(mention);
    in_text.insert(mention.entity_ids.begin(), mention.entity_ids.end());
  }
  for (AsideMention& aside : out.aside) settle(aside.mention);
  std::erase_if(out.mentions, [](const reading::ListedMention& mention) { return mention.entity_ids.empty(); });
  std::erase_if(out.aside, [&](const AsideMention& aside) {
    return std::ranges::all_of(aside.mention.entity_ids, [&](const std::string& id) { return in_text.contains(id); });
  });
  return {};
}

namespace {

std::string count_of(size_t count, std::string_view one, std::string_view many) {
  return fmt::format("{} {}", count, count == 1 ? one : many);
}

// The speakers of one polarity, each once: "Dmitry Peskov, two officials".
std::string speakers(const reading::Reading& reading, const reading::Proposition& about, bool positive) {
  std::vector<std::string_view> out;
  for (const int number : counted_claims(about, reading.claims, reading.parties, positive)) {
    const int speaker = reading.claims[static_cast<size_t>(number)].speaker;
    out.push_back(reading.parties.parties[static_cast<size_t>(speaker)].name);
  }
  return fmt::format("{}", fmt::join(out, ", "));
}

// "gold (bars), machine tools (lathes, mills)"
std::string families(const reading::Reading& reading, const std::vector<reading::Good>& goods) {
  std::vector<std::string> out;
  for (const auto& [words, texts] : by_family(reading.text, goods))
    out.push_back(fmt::format("{} ({})", words, fmt::join(texts, ", ")));
  return fmt::format("{}", fmt::join(out, ", "));
}

}  // namespace

std::vector<std::string> summary_of(const PageScreening& page) {
  const reading::Reading& reading = page.reading;
  std::vector<std::string> out;
  std::map<std::string_view, int> groups;
  for (const Hit& hit : page.screening.hits) ++groups[hit.group];
  if (groups.empty())
    out.push_back("names no listed party");
  else
    out.push_back(fmt::format("names {}", count_of(groups.size(), "listed party", "listed parties")));
  for (const AsideMention& aside : page.aside)
    out.push_back(fmt::format("named beside the main text: “{}” ({})", aside.mention.text, aside.part));
  for (const reading::Proposition& about : reading.propositions) {
    if (about.status != reading::Status::kContested) continue;
    out.push_back(fmt::format("contested: “{}”; asserted by {}, denied by {}", reading.text.view(about.text),
                              speakers(reading, about, true), speakers(reading, about, false)));
  }
  if (!reading.goods.goods.empty()) out.push_back("speaks of " + families(reading, reading.goods.goods));
  if (!reading.goods.risks.empty()) out.push_back("uses words of evasion: " + families(reading, reading.goods.risks));
  return out;
}

}  // namespace cordon::screen
