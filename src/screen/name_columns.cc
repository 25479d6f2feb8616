#include "screen/name_columns.h"

#include <algorithm>
#include <optional>

#include "base/utf8.h"
#include "match/ofac_search.h"
#include "match/prepared_name.h"

namespace cordon::screen {
namespace {

using names::PartKind;

constexpr std::string_view kLegalForm = "legal form";

struct NamePart {
  std::string text;
  std::string_view uncompared;  // why it is not compared, in words; empty where it is
};
using NameParts = std::vector<NamePart>;

NameParts parts_of(std::string_view text, Schema schema, const names::NameHints& hints, Scorer scorer) {
  NameParts out;
  if (scorer == Scorer::kOfacSearch) {
    for (std::string& word : match::ofac_name(text).words) out.push_back({std::move(word), "not counted"});
    return out;
  }
  for (match::PreparedPart& part : match::prepare(text, names::name_type(schema), hints).parts)
    out.push_back({std::move(part.text), part.kind == PartKind::kTitle       ? std::string_view("title")
                                         : part.kind == PartKind::kLegalForm ? kLegalForm
                                                                             : std::string_view()});
  return out;
}

NameParts parts_of_subject(const Hit& hit, const Subject& subject, Scorer scorer) {
  for (const SubjectName& name : subject.names)
    if (name.text == hit.subject_name)
      return parts_of(name.text, subject.schema, {name.given, name.middle, name.family}, scorer);
  return {};
}

NameParts parts_of_entity(const Hit& hit, const Entity& entity, Scorer scorer) {
  for (const Name& name : entity.names)
    if (name.text == hit.entity_name)
      return parts_of(name.text, entity.schema, {name.given, name.middle, name.family}, scorer);
  return {};
}

bool covers(PartSpan span, size_t part) { return part >= span.first && part < size_t{span.first} + span.count; }

// The columns that the evidence names, and one for each part that it does not.
std::vector<NameColumn> unordered(const Hit& hit, const NameParts& subject, const NameParts& entity) {
  std::vector<NameColumn> out;
  bool legal_forms_differ = false;
  std::vector<bool> subject_seen(subject.size()), entity_seen(entity.size());
  for (const Evidence& row : hit.evidence) {
    legal_forms_differ |= row.feature == Feature::kLegalForm && row.finding == Finding::kDiffers;
    if (row.subject_parts.count + row.entity_parts.count == 0) continue;
    out.push_back(
        {row.subject_text, row.entity_text, row.finding, row.note, row.points, row.subject_parts, row.entity_parts});
    for (size_t i = 0; i < subject.size(); ++i) subject_seen[i] = subject_seen[i] || covers(row.subject_parts, i);
    for (size_t i = 0; i < entity.size(); ++i) entity_seen[i] = entity_seen[i] || covers(row.entity_parts, i);
  }
  const auto add_unseen = [&](const NameParts& parts, const std::vector<bool>& seen, std::string NameColumn::* text,
                              PartSpan NameColumn::* span) {
    for (size_t i = 0; i < parts.size(); ++i) {
      if (seen[i]) continue;
      NameColumn column;
      column.*text = parts[i].text;
      column.*span = {static_cast<uint8_t>(i), 1};
      column.note = parts[i].uncompared;
      if (legal_forms_differ && parts[i].uncompared == kLegalForm) column.finding = Finding::kDiffers;
      out.push_back(std::move(column));
    }
  };
  add_unseen(subject, subject_seen, &NameColumn::subject_text, &NameColumn::subject_parts);
  add_unseen(entity, entity_seen, &NameColumn::entity_text, &NameColumn::entity_parts);
  return out;
}

bool only_subject(const NameColumn& c) { return c.entity_parts.count == 0; }
bool only_entity(const NameColumn& c) { return c.subject_parts.count == 0; }

// Behind the column of the listed part before it; before that of the next one where there is none.
void insert(std::vector<NameColumn>& columns, NameColumn column) {
  const size_t part = column.entity_parts.first;
  const auto holding = [&](size_t wanted) {
    return std::find_if(columns.begin(), columns.end(),
                        [&](const NameColumn& c) { return covers(c.entity_parts, wanted); });
  };
  auto place = columns.begin();
  if (const auto before = part > 0 ? holding(part - 1) : columns.end(); before != columns.end()) {
    place = before + 1;
  } else if (const auto after = holding(part + 1); after != columns.end()) {
    place = after;
  }
  columns.insert(place, std::move(column));
}

bool is_legal_form(const NameColumn& c) { return c.note == kLegalForm; }

bool differs(const NameColumn& c) { return c.finding == Finding::kDiffers && !is_legal_form(c); }

std::vector<NameColumn> ordered(std::vector<NameColumn> all) {
  const auto listed = std::stable_partition(all.begin(), all.end(), [](const auto& c) { return !only_entity(c); });
  std::vector<NameColumn> out(all.begin(), listed);
  std::sort(out.begin(), out.end(),
            [](const auto& a, const auto& b) { return a.subject_parts.first < b.subject_parts.first; });
  std::sort(listed, all.end(),
            [](const auto& a, const auto& b) { return a.entity_parts.first < b.entity_parts.first; });
  for (auto c = listed; c != all.end(); ++c) insert(out, std::move(*c));
  return out;
}

// What faces what among the parts that have no counterpart: numbers of columns.
struct Facing {
  size_t subject, entity;
};

// Between two columns of alike parts, those that differ face each other from the left; behind the last one from the
// right, since names differ at their ends. The first legal forms face each other wherever they stand.
std::vector<Facing> facing(const std::vector<NameColumn>& columns) {
  std::vector<Facing> out;
  std::vector<size_t> subject, entity, subject_forms, entity_forms;
  bool any_alike = false;
  const auto face = [&](bool is_last) {
    const size_t n = std::min(subject.size(), entity.size());
    const bool from_right = is_last && any_alike;
    for (size_t i = 0; i < n; ++i)
      out.push_back({subject[from_right ? subject.size() - n + i : i], entity[from_right ? entity.size() - n + i : i]});
    subject.clear(), entity.clear();
  };
  for (size_t i = 0; i < columns.size(); ++i) {
    const NameColumn& c = columns[i];
    if (!only_subject(c) && !only_entity(c)) {
      face(false);
      any_alike = true;
    } else if (is_legal_form(c)) {
      (only_subject(c) ? subject_forms : entity_forms).push_back(i);
    } else if (differs(c)) {
      (only_subject(c) ? subject : entity).push_back(i);
    }
  }
  face(true);
  if (!subject_forms.empty() && !entity_forms.empty()) out.push_back({subject_forms[0], entity_forms[0]});
  return out;
}

std::vector<NameColumn> faced(std::vector<NameColumn> columns) {
  for (const Facing& pair : facing(columns)) {
    NameColumn& c = columns[pair.subject];
    NameColumn& listed = columns[pair.entity];
    c.note = !is_legal_form(c)                ? "differ"
             : c.finding == Finding::kDiffers ? "other legal forms"
                                              : "legal forms of one kind";
    c.entity_text = std::move(listed.entity_text);
    c.entity_parts = listed.entity_parts;
    listed = {};
  }
  std::erase_if(columns, [](const NameColumn& c) { return c.subject_parts.count + c.entity_parts.count == 0; });
  return columns;
}

}  // namespace

std::vector<NameColumn> name_columns(const Hit& hit, const Subject& subject, const Entity& entity, Scorer scorer) {
  const std::vector<NameColumn> all =
      unordered(hit, parts_of_subject(hit, subject, scorer), parts_of_entity(hit, entity, scorer));
  return ordered(faced(ordered(all)));
}

std::vector<std::string> subject_parts(const Hit& hit, const Subject& subject, Scorer scorer) {
  std::vector<std::string> out;
  for (NamePart& part : parts_of_subject(hit, subject, scorer)) out.push_back(std::move(part.text));
  return out;
}

EditableName::EditableName(std::string_view text, const std::vector<std::string>& parts) : text_(text) {
  for (const std::string& part : parts) {
    const auto taken = [&](size_t begin) {
      return std::any_of(places_.begin(), places_.end(),
                         [&](const Place& p) { return begin < p.end && begin + part.size() > p.begin; });
    };
    size_t at = text_.find(part, places_.empty() ? 0 : places_.back().end);
    if (at == std::string::npos) at = text_.find(part);  // "FAMILY, Given" is read the other way round
    while (at != std::string::npos && taken(at)) at = text_.find(part, at + 1);
    if (at == std::string::npos) break;
    places_.push_back({at, at + part.size()});
  }
  if (places_.size() == parts.size()) return;
  text_.clear();  // a part is not written as it was read (a ligature, a full-width letter): the parts as they were read
  places_.clear();
  for (const std::string& part : parts) {
    if (!text_.empty()) text_ += ' ';
    places_.push_back({text_.size(), text_.size() + part.size()});
    text_ += part;
  }
}

std::string EditableName::replaced(PartSpan span, std::string_view by) const {
  std::vector<Place> places(places_.begin() + span.first, places_.begin() + span.first + span.count);
  std::sort(places.begin(), places.end(), [](const Place& a, const Place& b) { return a.begin > b.begin; });
  std::string out = text_;
  for (const Place& place : places)
    out.replace(place.begin, place.end - place.begin, &place == &places.back() ? by : std::string_view());
  return collapse_spaces(out);
}

std::string EditableName::with_behind(int part, std::string_view added) const {
  std::string out = text_;
  if (part < 0) return std::string(added) + " " + out;
  return out.insert(places_[static_cast<size_t>(part)].end, " " + std::string(added));
}

}  // namespace cordon::screen
