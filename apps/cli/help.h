// Help and man page, printed from the registry of commands.
#pragma once

#include <string>

#include "cli/commands.h"

namespace cordon::cli {

std::string help_text();                        // cordon --help
std::string help_text(const Command& command);  // cordon COMMAND --help
std::string man_page();                         // cordon --man: docs/cordon.1, in man(7)

}  // namespace cordon::cli
