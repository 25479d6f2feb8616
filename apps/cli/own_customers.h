// cordon own --customers: every customer of a file, by what owns it and by the lists.
#pragma once

#include "cli/own_answer.h"

namespace cordon::cli {

// Answers every record of the files of --customers, in their order, in memory that does not grow with them. Returns the
// exit code: 2 where a record was not screened, 1 where a verdict is more than CLEAR_ON_DATA. Errors: of the output.
Result<int> own_customers(const Arguments& arguments, const OwnBasis& basis);

}  // namespace cordon::cli
