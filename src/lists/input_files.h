// The files that a command line names: folders walked in the order of names, archives unpacked.
#pragma once

#include <string>
#include <vector>

#include "base/error.h"
#include "lists/list_format.h"

namespace cordon::lists {

struct Input {
  InputFile file;
  std::string folder;  // that the file lies in; of an archive's member the archive and the folder in it
  bool named = false;  // the file itself stands on the command line: it must be readable and a list
};

struct Inputs {
  std::vector<Input> files;              // in order; a file that is reached twice comes once
  std::vector<std::string> passed_over;  // what lies in folders and is neither file nor folder, with what it is
};

// Reads what `paths` name. Dot files, and folders behind symbolic links, are left out.
// Errors: kNotFound, kIo, kBadInput (a damaged archive), kLimit for anything that cannot be read, in folders as well.
Result<Inputs> read_inputs(const std::vector<std::string>& paths);

}  // namespace cordon::lists
