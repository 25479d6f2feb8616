// One subject from options; see subject_options.h.
#include "cli/subject_options.h"

#include <fmt/format.h>

#include <utility>

namespace cordon::cli {
namespace {

struct FieldOption {
  std::string_view option;
  Field field;
};
constexpr FieldOption kFieldOptions[] = {
    {"--name", Field::kName}, {"--birth-date", Field::kBirthDate}, {"--country", Field::kCountry}};

class OneSubject : public intake::RecordReader {
 public:
  explicit OneSubject(Subject subject) : subject_(std::move(subject)) {}
  Result<std::optional<Subject>> next() override { return std::exchange(subject_, std::nullopt); }
  uint64_t bytes_read() const override { return subject_ ? 0 : 1; }
  uint64_t bytes_total() const override { return 1; }

 private:
  std::optional<Subject> subject_;
};

}  // namespace

bool describes_subject(const Arguments& arguments) {
  for (const FieldOption& row : kFieldOptions) {
    if (arguments.has(row.option)) return true;
  }
  return arguments.has("--id");
}

Result<Schema> parse_schema_option(const Arguments& arguments) {
  if (!arguments.has("--schema")) return Schema::kThing;
  const std::string text = arguments.value("--schema");
  if (const auto schema = parse_schema(text)) return *schema;
  return fail(
      ErrorCode::kInvalidArgument,
      fmt::format("--schema \"{}\" is unknown; use Person, Organization, Company, PublicBody, Vessel, Airplane, "
                  "Vehicle, CryptoWallet, Security or LegalEntity",
                  text));
}

Result<std::unique_ptr<intake::RecordReader>> subject_reader(const Arguments& arguments) {
  Subject subject;
  subject.id = "1";
  subject.where.file = "command line";
  TRY(subject.schema, parse_schema_option(arguments));
  for (const FieldOption& row : kFieldOptions) {
    for (const std::string& value : arguments.all(row.option)) {
      if (!intake::add_field(subject, {row.field, IdKind::kUnknown, {}}, value)) {
        return fail(ErrorCode::kInvalidArgument, fmt::format("{} \"{}\" cannot be read", row.option, value));
      }
    }
  }
  for (const std::string& value : arguments.all("--id")) {
    TRY(Identifier identifier, intake::parse_id_option(value));
    subject.identifiers.push_back(std::move(identifier));
  }
  return std::make_unique<OneSubject>(std::move(subject));
}

Result<intake::IntakeOptions> intake_options_of(const Arguments& arguments) {
  intake::IntakeOptions options;
  TRY(options.default_schema, parse_schema_option(arguments));
  for (const std::string& mapping : arguments.all("--map")) {
    TRY(ColumnMapping parsed, parse_mapping(mapping));
    options.mappings.push_back(std::move(parsed));
  }
  return options;
}

}  // namespace cordon::cli
