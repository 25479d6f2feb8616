#include "screen/compare.h"

#include "match/judge.h"

namespace cordon::screen {

Hit compare(std::string_view subject_name, std::string_view entity_name, Schema schema, const Profile& profile) {
  Subject subject;
  subject.schema = schema;
  subject.names.push_back({std::string(subject_name), {}, {}, {}, false});
  Entity entity;
  entity.schema = schema;
  entity.caption = std::string(entity_name);
  entity.names.push_back({std::string(entity_name), NameKind::kPrimary, NameStrength::kStrong, {}, {}, {}, {}, {}, 0});
  return match::judge(match::prepare_query(subject, profile), entity, 1, profile);
}

}  // namespace cordon::screen
