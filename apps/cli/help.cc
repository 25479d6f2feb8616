// Help and man page; see help.h.
#include "cli/help.h"

#include <fmt/format.h>

#include "cli/terminal.h"
#include "lists/list_format.h"
#include "screen/json.h"

namespace cordon::cli {
namespace {

constexpr size_t kWidth = 100;
constexpr size_t kIndent = 6;

constexpr std::string_view kWhat =
    "Screens parties against official sanctions lists: reads the lists as their authorities publish them, makes one "
    "snapshot file of them, and finds names in any spelling or script in it, with the reason for every hit.";

struct Entry {
  std::string_view term, doc;
};
constexpr Entry kExitCodes[] = {
    {"0", "all subjects are clear; for the other commands: done"},
    {"1", "screen: at least one hit (with --since: an answer that differs); diff: a party that differs"},
    {"2", "an error, a wrong command line, or a subject that could not be screened (2 wins over 1)"},
};
constexpr Entry kEnvironment[] = {
    {"CORDON_SNAPSHOT", "the snapshot to use where --snapshot is not given"},
    {"XDG_DATA_HOME", "where cordon/current.cordon is looked for; default ~/.local/share"},
    {"NO_COLOR", "when set, no colour is used"},
    {"COLUMNS", "width of tables where the output is no terminal; default 100"},
};
constexpr Entry kExamples[] = {
    {"cordon build ~/lists -o lists.cordon", "make a snapshot of all list files in a folder"},
    {"cordon screen -s lists.cordon customers.csv -o hits.csv", "screen a customer file"},
    {"cordon screen --name \"Dmitriy Peskov\" --birth-date 1967 --country ru", "screen one person"},
    {"cordon explain --name \"D. Peskov\" --entity eu:EU.7519.7", "see why a party is a hit, or why not"},
    {"cordon compare \"Mohammed Hussein\" \"Muhammad Husayn\" --schema Person", "see how two names are judged"},
};

std::string paragraph(std::string_view text, size_t indent) {
  std::string out;
  for (const std::string& line : wrap(text, kWidth - indent)) out += fmt::format("{:{}}{}\n", "", indent, line);
  return out;
}

std::string option_term(const Option& option) {
  std::string term(option.letter);
  if (!term.empty()) term += ", ";
  term += option.name;
  if (!option.value.empty()) term += fmt::format(" {}", option.value);
  if (option.takes == Takes::kMany) term += " ...";
  return term;
}

std::string formats_doc() {
  std::string out;
  for (const lists::ListFormat& format : lists::list_formats()) {
    out += fmt::format("  {:<17} {} ({})\n", format.name, format.title, format.files);
  }
  return out;
}

// man(7): a backslash, and a dot or apostrophe at the start of a line, would be commands; "-" is a minus sign.
std::string roff(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\\') {
      out += "\\e";
    } else if (c == '-') {
      out += "\\-";
    } else if (out.empty() && (c == '.' || c == '\'')) {
      out += fmt::format("\\&{}", c);
    } else {
      out += c;
    }
  }
  return out;
}

std::string roff_entry(std::string_view term, std::string_view doc) {
  return fmt::format(".TP\n\\fB{}\\fR\n{}\n", roff(term), roff(doc));
}

}  // namespace

std::string help_text() {
  std::string out = "usage: cordon COMMAND [OPTION...]\n\n" + paragraph(kWhat, 0) + "\n";
  for (const Command& command : commands()) out += fmt::format("  {:<9} {}\n", command.name, command.summary);
  out +=
      "\ncordon COMMAND --help tells each command's options; cordon --man prints the manual page, cordon --version the "
      "version.\n";
  out += "Exit codes:\n";
  for (const Entry& code : kExitCodes) out += fmt::format("  {}  {}\n", code.term, code.doc);
  return out;
}

std::string help_text(const Command& command) {
  std::string out = fmt::format("usage: cordon {}{}{} [OPTION...]\n\n", command.name,
                                command.parameters.empty() ? "" : " ", command.parameters);
  out += paragraph(command.doc, 0) + "\n";
  for (const Option& option : command.options) {
    out += fmt::format("  {}\n{}", option_term(option), paragraph(option.doc, kIndent));
  }
  if (command.name == "build") out += "\nFormats:\n" + formats_doc();
  return out;
}

std::string man_page() {
  const std::string_view version = screen::engine_version();
  std::string out = fmt::format(
      ".\\\" Printed by cordon \\-\\-man; do not edit.\n.TH CORDON 1 \"\" \"{}\" \"Sanctions screening\"\n", version);
  out += ".SH NAME\ncordon \\- screen parties against official sanctions lists\n.SH SYNOPSIS\n";
  for (const Command& command : commands()) {
    out += fmt::format(".B cordon {}\n{}{}[OPTION...]\n.br\n", command.name, roff(command.parameters),
                       command.parameters.empty() ? "" : " ");
  }
  out += fmt::format(".SH DESCRIPTION\n{}\n.SH COMMANDS\n", roff(kWhat));
  for (const Command& command : commands()) {
    out += fmt::format(".SS cordon {} {}\n{}\n", command.name, roff(command.parameters), roff(command.doc));
    for (const Option& option : command.options) out += roff_entry(option_term(option), option.doc);
  }
  out += ".SH LIST FORMATS\n";
  for (const lists::ListFormat& format : lists::list_formats()) {
    out += roff_entry(format.name, fmt::format("{} ({})", format.title, format.files));
  }
  out += ".SH EXIT STATUS\n";
  for (const Entry& code : kExitCodes) out += roff_entry(code.term, code.doc);
  out += ".SH ENVIRONMENT\n";
  for (const Entry& variable : kEnvironment) out += roff_entry(variable.term, variable.doc);
  out += ".SH EXAMPLES\n";
  for (const Entry& example : kExamples) out += roff_entry(example.term, example.doc);
  return out;
}

}  // namespace cordon::cli
