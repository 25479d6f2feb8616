#include "screen/compare.h"

#include "match/judge.h"

namespace cordon::screen {

Hit compare(std::string_view subject_name, std::string_view entity_name, Schema schema, const Profile& profile) {
  return compare(named(subject_name, schema), listed(named(entity_name, schema)), 1, profile);
}

Hit compare(const Subject& subject, const Entity& entity, uint64_t entities, const Profile& profile) {
  return match::judge(match::prepare_query(subject, profile), entity, entities, profile);
}

Subject named(std::string_view name, Schema schema) {
  Subject subject;
  subject.schema = schema;
  subject.names.push_back({std::string(name), {}, {}, {}, false});
  return subject;
}

Entity listed(const Subject& record) {
  Entity entity;
  entity.schema = record.schema;
  entity.id = record.id;
  entity.identifiers = record.identifiers;
  entity.addresses = record.addresses;
  if (!record.names.empty()) entity.caption = record.names.front().text;
  for (const SubjectName& name : record.names) {
    const NameKind kind = name.is_alias ? NameKind::kAlias : NameKind::kPrimary;
    entity.names.push_back({name.text, kind, NameStrength::kStrong, name.given, name.middle, name.family, {}, {}, 0});
  }
  for (const DateSpan& span : record.birth_dates) entity.dates.push_back({DateKind::kBirth, span, {}, 0});
  for (const std::string& code : record.countries) entity.countries.push_back({CountryKind::kCountry, code, {}, 0});
  return entity;
}

}  // namespace cordon::screen
