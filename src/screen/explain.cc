#include "screen/explain.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <functional>

#include "match/features.h"
#include "model/country.h"
#include "screen/compare.h"

namespace cordon::screen {
namespace {

constexpr size_t kMostTexts = 3;  // listed dates, countries, numbers that are named

bool has_row(const Hit& hit, Feature feature) {
  return std::any_of(hit.evidence.begin(), hit.evidence.end(), [&](const Evidence& e) { return e.feature == feature; });
}
bool differs(const Hit& hit, Feature feature) {
  return std::any_of(hit.evidence.begin(), hit.evidence.end(),
                     [&](const Evidence& e) { return e.feature == feature && e.finding == Finding::kDiffers; });
}

std::vector<const DateSpan*> births(const Entity& entity) {
  std::vector<const DateSpan*> out;
  for (const DateStatement& date : entity.dates)
    if (date.kind == DateKind::kBirth && date.span.precision != DatePrecision::kUnknown) out.push_back(&date.span);
  return out;
}

// The codes, each once, without flags of the past: what judging compares.
std::vector<std::string> countries(const Entity& entity) {
  std::vector<std::string> out;
  for (const CountryStatement& c : entity.countries)
    if (!c.code.empty() && c.kind != CountryKind::kFormerFlag && std::find(out.begin(), out.end(), c.code) == out.end())
      out.push_back(c.code);
  return out;
}

std::string country_words(const std::string& code) { return std::string(country_name(code)); }
std::string identifier_words(const Identifier& id) {
  return fmt::format("{} {}", id_kind_row(id.kind).label, id.value);
}

template <typename Items, typename Words>
std::string some_of(const Items& items, const Words& words) {
  std::vector<std::string> texts;
  for (const auto& item : items) {
    if (texts.size() == kMostTexts) {
      texts.push_back("…");
      break;
    }
    texts.push_back(words(item));
  }
  return fmt::format("{}", fmt::join(texts, ", "));
}

// What one attribute lacks, where it was not compared.
void add_missing(Feature feature, std::string subject, std::string listed, std::string_view unalike, const Hit& hit,
                 std::vector<Evidence>& out) {
  if (has_row(hit, feature)) return;
  const std::string_view note = subject.empty() && listed.empty() ? "neither states any"
                                : subject.empty()                 ? "the subject states none"
                                : listed.empty()                  ? "the list states none"
                                                                  : unalike;
  out.push_back({feature, Finding::kAbsent, std::move(subject), std::move(listed), std::string(note), 0, 0});
}

std::vector<Evidence> missing(const Explanation& e) {
  std::vector<Evidence> out;
  const auto date = [](const auto& span) {
    if constexpr (std::is_pointer_v<std::decay_t<decltype(span)>>)
      return span->text();
    else
      return span.text();
  };
  if (is_person(e.entity.schema) || !e.subject.birth_dates.empty())
    add_missing(Feature::kBirthDate, some_of(e.subject.birth_dates, date), some_of(births(e.entity), date),
                "the dates cannot be compared", e.hit, out);
  add_missing(Feature::kCountry, some_of(e.subject.countries, country_words),
              some_of(countries(e.entity), country_words), "not compared", e.hit, out);
  add_missing(Feature::kIdentifier, some_of(e.subject.identifiers, identifier_words),
              some_of(e.entity.identifiers, identifier_words), "none is the same", e.hit, out);
  return out;
}

// Judges the subject again, with this or that otherwise.
class Counterfactuals {
 public:
  Counterfactuals(const Explanation& e, const Screener& screener)
      : e_(e), profile_(screener.settings().profile), entities_(screener.snapshot().entities()) {}

  std::vector<WhatIf> all() {
    names();
    if (profile_.scorer == Scorer::kNames) {  // the other one looks at names only
      birth_dates();
      countries_();
      identifiers();
      schema();
      several();
    }
    profiles();
    return std::move(out_);
  }

 private:
  using Edit = std::function<void(Subject&)>;

  void judge(Feature feature, std::string change, const Subject& subject, const Profile& profile) {
    const Hit hit = compare(subject, e_.entity, entities_, profile);
    out_.push_back({feature, std::move(change), hit.score, hit.bits, hit.likelihood, profile.threshold});
  }
  void judge(Feature feature, std::string change, const Edit& edit) {
    Subject subject = e_.subject;
    edit(subject);
    judge(feature, std::move(change), subject, profile_);
  }

  // The name that was compared, written otherwise.
  void rename(Feature feature, std::string change, const std::string& text) {
    judge(feature, std::move(change), [&](Subject& subject) {
      for (SubjectName& name : subject.names)
        if (name.text == e_.hit.subject_name) {
          name = {text, {}, {}, {}, name.is_alias};
          break;
        }
    });
  }

  void names() {
    const auto counts = [](const NameColumn& c) { return c.subject_parts.count > 0 && c.finding != Finding::kNote; };
    const bool has_several = std::count_if(e_.columns.begin(), e_.columns.end(), counts) > 1;
    const EditableName name(e_.hit.subject_name, subject_parts(e_.hit, e_.subject, profile_.scorer));
    bool is_whole = true;
    int before = -1;  // the subject's part that a listed one would follow
    for (const NameColumn& c : e_.columns) {
      const bool in_subject = c.subject_parts.count > 0;
      if (c.finding != Finding::kNote) {
        is_whole &= c.finding == Finding::kAgrees;
        if (!in_subject) {
          rename(Feature::kNameMissing, fmt::format("with “{}” added to the name", c.entity_text),
                 name.with_behind(before, c.entity_text));
        } else if (c.entity_parts.count > 0 && c.finding != Finding::kAgrees) {
          rename(Feature::kNamePart, fmt::format("with “{}” for “{}”", c.entity_text, c.subject_text),
                 name.replaced(c.subject_parts, c.entity_text));
        } else if (has_several && (c.entity_parts.count == 0 || e_.is_hit())) {
          rename(c.entity_parts.count == 0 ? Feature::kNameMissing : Feature::kNamePart,
                 fmt::format("without “{}” in the name", c.subject_text), name.without(c.subject_parts));
        }
      }
      if (in_subject) before = c.subject_parts.first + c.subject_parts.count - 1;
    }
    const std::string& listed = e_.hit.entity_name.empty() ? e_.entity.caption : e_.hit.entity_name;
    if (is_whole && !e_.columns.empty()) return;
    judge(Feature::kNamePart, fmt::format("with the name “{}”", listed),
          [&](Subject& subject) { subject.names = {{listed, {}, {}, {}, false}}; });
  }

  void birth_dates() {
    if (!e_.subject.birth_dates.empty())
      judge(Feature::kBirthDate, "without the birth date", [](Subject& s) { s.birth_dates.clear(); });
    const DateSpan* const listed = listed_birth();
    if (listed != nullptr)
      judge(Feature::kBirthDate, fmt::format("with the listed birth date {}", listed->text()),
            [&](Subject& s) { s.birth_dates = {*listed}; });
  }
  // A listed one that the subject has not: a full one before others.
  const DateSpan* listed_birth() const {
    const std::vector<const DateSpan*> listed = births(e_.entity);
    for (const DateSpan* date : listed)
      for (const DateSpan& own : e_.subject.birth_dates)
        if (own == *date) return nullptr;
    const auto full = std::find_if(listed.begin(), listed.end(),
                                   [](const DateSpan* d) { return d->precision == DatePrecision::kDay; });
    return full != listed.end() ? *full : listed.empty() ? nullptr : listed.front();
  }

  void countries_() {
    if (!e_.subject.countries.empty())
      judge(Feature::kCountry, "without the country", [](Subject& s) { s.countries.clear(); });
    if (const std::string listed = listed_country(); !listed.empty())
      judge(Feature::kCountry, fmt::format("with the listed country {}", country_name(listed)),
            [&](Subject& s) { s.countries = {listed}; });
  }
  std::string listed_country() const {
    const bool agrees = has_row(e_.hit, Feature::kCountry) && !differs(e_.hit, Feature::kCountry);
    const std::vector<std::string> listed = countries(e_.entity);
    return agrees || listed.empty() ? "" : listed.front();
  }

  void identifiers() {
    if (has_row(e_.hit, Feature::kIdentifier))
      judge(Feature::kIdentifier, "without the number", [](Subject& s) { s.identifiers.clear(); });
    for (const Identifier& id : e_.entity.identifiers) {
      const bool has_it = std::any_of(e_.subject.identifiers.begin(), e_.subject.identifiers.end(),
                                      [&](const Identifier& own) { return match::same_identifier(own, id); });
      if (id.known_false || has_it || id_strength(id) != IdStrength::kStrong) continue;
      judge(Feature::kIdentifier, fmt::format("with the listed {}", identifier_words(id)),
            [&](Subject& s) { s.identifiers.push_back(id); });
      break;
    }
  }

  void schema() {
    if (e_.subject.schema == e_.entity.schema || e_.entity.schema == Schema::kThing) return;
    judge(Feature::kSchema, fmt::format("as {}, the listed kind", schema_name(e_.entity.schema)),
          [&](Subject& s) { s.schema = e_.entity.schema; });
    if (out_.back().score == e_.hit.score && out_.back().bits == e_.hit.bits) out_.pop_back();
  }

  // Two at once, where one alone may not do.
  void several() {
    const bool birth = differs(e_.hit, Feature::kBirthDate);
    const bool country = differs(e_.hit, Feature::kCountry);
    const bool kind = differs(e_.hit, Feature::kSchema);
    if (birth + country + kind > 1)
      judge(Feature::kLimit, "without all that contradicts", [&](Subject& s) {
        if (birth) s.birth_dates.clear();
        if (country) s.countries.clear();
        if (kind) s.schema = Schema::kThing;
      });
    const DateSpan* const date = listed_birth();
    const std::string listed = listed_country();
    if (date != nullptr && !listed.empty())
      judge(Feature::kLimit, "with the listed birth date and country", [&](Subject& s) {
        s.birth_dates = {*date};
        s.countries = {listed};
      });
  }

  void profiles() {
    for (const std::string_view name : builtin_profiles()) {
      const Result<Profile> profile = builtin_profile(name);
      if (!profile || profile->name == profile_.name) continue;
      judge(Feature::kLimit, fmt::format("under the profile {}", name), e_.subject, *profile);
    }
  }

  const Explanation& e_;
  const Profile& profile_;
  uint64_t entities_;
  std::vector<WhatIf> out_;
};

}  // namespace

Result<Explanation> explain(const Screener& screener, const Subject& subject, uint32_t entity) {
  const Profile& profile = screener.settings().profile;
  Explanation out;
  out.subject = subject;
  TRY(out.entity, screener.snapshot().entity(entity));
  const Screening screening = screener.screen(subject, screener.snapshot().entities());  // all: ranked among them
  if (screening.error) return std::unexpected(*screening.error);
  out.threshold = profile.threshold;
  out.hits = screening.hits.size();
  out.hit = compare(subject, out.entity, screener.snapshot().entities(), profile);
  out.hit.group = out.hit.entity_id;
  for (size_t i = 0; i < screening.hits.size(); ++i)
    if (screening.hits[i].entity_id == out.entity.id) out.rank = i + 1, out.hit = screening.hits[i];
  out.proposed = screener.proposes(subject, entity);
  out.columns = name_columns(out.hit, subject, out.entity, profile.scorer);
  for (const Evidence& row : out.hit.evidence)
    if (row.finding == Finding::kDiffers || row.finding == Finding::kAbsent) out.against.push_back(row);
  if (profile.scorer == Scorer::kNames) out.missing = missing(out);
  out.what_if = Counterfactuals(out, screener).all();
  return out;
}

}  // namespace cordon::screen
