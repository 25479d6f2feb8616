// cordon own --customers: every customer of a file, by what owns it and by the lists.
#pragma once

#include "cli/own_answer.h"

namespace cordon::cli {

// Answers every record of the files of --customers, in their order, in memory that does not grow with them. Returns the
// exit code: 2 where a record was not screened, 1 where a verdict is more than CLEAR_ON_DATA. With an earlier structure
// only the answers that differ from those on it are printed, and the code is 1 where one does. Errors: of the output.
Result<int> own_customers(const Arguments& arguments, const OwnBasis& basis);

}  // namespace cordon::cli
