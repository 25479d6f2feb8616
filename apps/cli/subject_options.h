// The one subject that the options of `cordon screen` describe.
#pragma once

#include <memory>

#include "cli/arguments.h"
#include "intake/records.h"

namespace cordon::cli {

// Is any of --name, --birth-date, --country, --id given?
bool describes_subject(const Arguments& arguments);
// Returns a reader of that one subject, id "1". Errors: kInvalidArgument naming the option.
Result<std::unique_ptr<intake::RecordReader>> subject_reader(const Arguments& arguments);
// Reads --schema. Errors: kInvalidArgument, with the schemata there are.
Result<Schema> parse_schema_option(const Arguments& arguments);
// Reads --schema and --map: how records are read. Errors: kInvalidArgument.
Result<intake::IntakeOptions> intake_options_of(const Arguments& arguments);

}  // namespace cordon::cli
