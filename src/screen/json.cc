#include "screen/json.h"

#include <cmath>

#include "syntax/json_writer.h"

namespace cordon::screen {
namespace {

void append_points(JsonWriter& out, std::string_view name, Points points) {
  static_assert(kPointsOne == 10000);
  out.decimal(name, points, 4);
}
void append_bits(JsonWriter& out, std::string_view name, MilliBits bits) { out.decimal(name, bits, 3); }
void append_likelihood(JsonWriter& out, double likelihood) {
  out.number("likelihood", std::round(likelihood * 1e6) / 1e6);
}

template <typename Items>
void append_array(JsonWriter& out, std::string_view name, const Items& items);

void append(JsonWriter& out, const Evidence& e) {
  out.text("feature", feature_name(e.feature));
  out.text("finding", finding_name(e.finding));
  out.text("subject", e.subject_text);
  out.text("entity", e.entity_text);
  out.text("note", e.note);
  append_points(out, "points", e.points);
  append_bits(out, "bits", e.bits);
}

void append(JsonWriter& out, const Hit& h) {
  if (h.change != Change::kNone) out.text("change", change_name(h.change));
  out.text("entity_id", h.entity_id);
  out.text("group", h.group);
  out.text("caption", h.caption);
  out.text("schema", schema_name(h.schema));
  append_points(out, "score", h.score);
  append_likelihood(out, h.likelihood);
  out.text("list", h.list);
  out.text("subject_name", h.subject_name);
  out.text("entity_name", h.entity_name);
  out.texts("programs", h.programs);
  out.texts("measures", h.measures);
  out.texts("references", h.references);
  append_array(out, "evidence", h.evidence);
}

void append(JsonWriter& out, const Error& e) {
  out.text("code", code_name(e.code));
  out.text("message", e.message);
  if (!e.where.source.empty()) out.text("source", e.where.source);
  if (e.where.record) out.integer("record", e.where.record);
  if (e.where.byte) out.integer("byte", e.where.byte);
}

void append(JsonWriter& out, const NameColumn& c) {
  out.text("subject", c.subject_text);
  out.text("entity", c.entity_text);
  out.text("finding", finding_name(c.finding));
  out.text("note", c.note);
  append_points(out, "points", c.points);
}

void append(JsonWriter& out, const WhatIf& w) {
  out.text("feature", feature_name(w.feature));
  out.text("change", w.change);
  append_points(out, "score", w.score);
  append_likelihood(out, w.likelihood);
  append_points(out, "threshold", w.threshold);
  out.boolean("is_hit", w.is_hit());
}

void append(JsonWriter& out, const Significance& s) {
  out.begin_object("significance");
  out.text("level", s.level);
  out.text("narrative", s.narrative);
  out.begin_array("factors");
  for (const Significance::Factor& factor : s.factors) {
    out.begin_object();
    out.text("letter", factor.letter);
    out.text("name", factor.name);
    out.text("level", factor.level);
    out.texts("facts", factor.facts);
    out.end_object();
  }
  out.end_array();
  out.end_object();
}

void append(JsonWriter& out, const Duty& d) {
  out.text("id", d.id);
  out.text("regime", d.regime);
  out.text("step", step_name(d.step));
  out.boolean("certain", d.is_certain);
  out.boolean("strictest", d.is_strictest);
  out.text("text", d.text);
  out.text("law", d.law);
  out.boolean("uncertain_law", d.is_uncertain_law);
  if (!d.addressee.empty()) out.text("addressee", d.addressee);
  if (!d.form.empty()) out.text("form", d.form);
  if (!d.deadline.empty()) out.text("deadline", d.deadline);
  if (d.due) out.text("due", day_text(*d.due));
  out.texts("met", d.met);
  out.texts("missing", d.missing);
  out.texts("parties", d.parties);
  if (d.significance) append(out, *d.significance);
}

void append(JsonWriter& out, const Before& before) {
  out.text("outcome", outcome_name(before.outcome));
  out.boolean("more", before.more);
  out.text("snapshot", before.snapshot.hex());
}

void append(JsonWriter& out, const Profile& profile) {
  out.text("name", profile.name);
  out.text("hash", profile.hash);
  append_points(out, "threshold", profile.threshold);
}

void append(JsonWriter& out, const ListInfo& list) {
  out.text("list", list.list);
  if (list.published) {
    out.text("published", list.published->text());
  } else {
    out.null("published");
  }
}

template <typename Value>
void append_object(JsonWriter& out, std::string_view name, const Value& value) {
  out.begin_object(name);
  append(out, value);
  out.end_object();
}

template <typename Items>
void append_array(JsonWriter& out, std::string_view name, const Items& items) {
  out.begin_array(name);
  for (const auto& item : items) {
    out.begin_object();
    append(out, item);
    out.end_object();
  }
  out.end_array();
}

// What an answer was made with.
void append_basis(JsonWriter& out, const Snapshot& snapshot, const Profile& profile) {
  out.text("snapshot", snapshot.hash().hex());
  append_object(out, "profile", profile);
  out.text("engine", engine_version());
}

constexpr size_t kFrameBytes = 512, kHitBytes = 2048;  // of most lines

}  // namespace

std::string_view engine_version() { return "cordon " CORDON_VERSION; }

namespace {

void append(JsonWriter& out, const Screening& s, const Snapshot& snapshot, const Profile& profile) {
  out.text("id", s.subject.id);
  out.text("outcome", outcome_name(s.outcome));
  append_array(out, "hits", s.hits);
  out.boolean("more", s.more);
  if (!s.duties.empty()) append_duties(out, s.duties);
  append_basis(out, snapshot, profile);
  append_object(out, "oldest_list", snapshot.oldest_list());
  if (s.before) append_object(out, "before", *s.before);
  if (s.error) append_object(out, "error", *s.error);
}

// Where in the file the bytes [begin, end) of a block stood: from the first to the last of them.
std::optional<std::pair<uint64_t, uint64_t>> place_in_file(const reading::Block& block, uint32_t begin, uint32_t end) {
  std::optional<std::pair<uint64_t, uint64_t>> out;
  for (size_t i = 0; i < block.places.size(); ++i) {
    const reading::SourceRun& run = block.places[i];
    const uint64_t run_end = i + 1 < block.places.size() ? block.places[i + 1].text : block.text.size();
    if (run.text >= end || run_end <= begin) continue;
    // Within a run of as many bytes as it has text a byte stands where it was; else the run is all that is known.
    const bool is_plain = run.end - run.begin == run_end - run.text;
    const uint64_t first = is_plain && begin > run.text ? run.begin + (begin - run.text) : run.begin;
    const uint64_t last = is_plain && end < run_end ? run.begin + (end - run.text) : run.end;
    if (!out) out = {first, last};
    out->second = std::max(out->second, last);
  }
  return out;
}

void append_listed(JsonWriter& out, const PageScreening& page) {
  out.begin_array("listed");
  const reading::Text& text = page.reading.text;
  for (const reading::ListedMention& m : page.mentions) {
    const uint32_t base = text.blocks[m.block];
    out.begin_object();
    out.integer("begin", text.code_points(base + m.begin));
    out.integer("end", text.code_points(base + m.end));
    out.text("text", m.text);
    out.texts("entity_ids", m.entity_ids);
    out.text("rule", reading::mention_rule_name(m.rule));
    out.boolean("ambiguous", m.is_ambiguous);
    append_points(out, "score", m.score);
    out.text("read_as", m.read_as);
    out.text("listed_name", m.listed_name);
    if (const auto place = place_in_file(page.page.blocks[m.block], m.begin, m.end)) {
      out.integer("byte_begin", place->first);
      out.integer("byte_end", place->second);
    }
    out.end_object();
  }
  out.end_array();
  out.begin_array("listed_aside");
  for (const AsideMention& aside : page.aside) {
    out.begin_object();
    out.text("part", aside.part);
    out.text("text", aside.mention.text);
    out.texts("entity_ids", aside.mention.entity_ids);
    append_points(out, "score", aside.mention.score);
    out.text("read_as", aside.mention.read_as);
    out.text("listed_name", aside.mention.listed_name);
    out.end_object();
  }
  out.end_array();
}

}  // namespace

std::string to_json_line(const Screening& s, const Snapshot& snapshot, const Profile& profile) {
  JsonWriter out;
  out.reserve(kFrameBytes + kHitBytes * s.hits.size());
  out.begin_object();
  append(out, s, snapshot, profile);
  out.end_object();
  return std::move(out).take();
}

std::string to_json_line(const PageScreening& page, const Snapshot& snapshot, const Profile& profile) {
  JsonWriter out;
  out.begin_object();
  append(out, page.screening, snapshot, profile);
  out.text("kind", "page");
  if (!page.screening.error) {
    out.text("title", page.page.title);
    out.text("byline", page.page.byline);
    out.text("published", page.page.published);
    out.text("site", page.page.site);
    out.boolean("partial", page.page.is_partial);
    out.texts("remarks", page.page.remarks);
    out.texts("summary", summary_of(page));
    append_listed(out, page);
    reading::append_reading(out, page.reading);
  }
  out.end_object();
  return std::move(out).take();
}

void append_duties(JsonWriter& out, std::span<const Duty> duties) { append_array(out, "duties", duties); }

std::string to_json_line(const Explanation& e, const Snapshot& snapshot, const Profile& profile) {
  JsonWriter out;
  out.begin_object();
  out.text("entity_id", e.entity.id);
  out.boolean("is_hit", e.is_hit());
  append_object(out, "hit", e.hit);
  append_points(out, "highest_threshold", e.hit.score);
  out.boolean("proposed", e.proposed);
  out.integer("rank", e.rank);
  out.integer("hits", e.hits);
  append_array(out, "names", e.columns);
  append_array(out, "against", e.against);
  append_array(out, "missing", e.missing);
  append_array(out, "what_if", e.what_if);
  append_basis(out, snapshot, profile);
  out.end_object();
  return std::move(out).take();
}

}  // namespace cordon::screen
