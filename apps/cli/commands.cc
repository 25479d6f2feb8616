// The tables behind commands.h. A new option is one row here and its use in the command.
#include "cli/commands.h"

#include <limits>

#include "cli/duty_options.h"

namespace cordon::cli {
namespace {

constexpr size_t kAny = std::numeric_limits<size_t>::max();

constexpr Option kSnapshot = {"--snapshot", "-s", "FILE", Takes::kOne,
                              "the snapshot to use; else $CORDON_SNAPSHOT, else $XDG_DATA_HOME/cordon/current.cordon, "
                              "else the built-in example list"};

constexpr Option kProfile = {"--profile", "", "NAME|FILE", Takes::kOne,
                             "the settings to judge by: default, strict, exact, ofac-search, or a file; cordon profile "
                             "tells what each says"};

constexpr Option kBuildOptions[] = {
    {"--output", "-o", "FILE", Takes::kOne, "where the snapshot is written; replaced whole or not at all"},
    {"--as", "", "FORMAT", Takes::kOne,
     "read every file as this format instead of recognising it (the formats are named below); csv and jsonl are for "
     "lists "
     "of your own and say so of those files only that are of no official format"},
    {"--list", "", "NAME", Takes::kOne,
     "the name of the list, for FtM files and own lists; official lists keep theirs"},
    {"--published", "", "LIST=DATE", Takes::kMany, "when a list was published, where its files do not say"},
    {"--jobs", "", "N", Takes::kOne, "threads at most (default 0: all cores); the snapshot does not depend on it"},
};

constexpr Option kScreenOptions[] = {
    kSnapshot,
    {"--output", "-o", "FILE", Takes::kOne,
     "write the answers to FILE (mode 0600, replaced whole or not at all) instead of standard output"},
    {"--format", "", "table|jsonl|csv|html", Takes::kOne,
     "form of the answers; default: by the ending of --output (.jsonl, .csv, .html), else table; html is for pages "
     "only"},
    {"--as", "", "records|page", Takes::kOne,
     "what every INPUT is; default: by its ending (.csv .tsv .jsonl .json; .txt .html .htm .eml), else by its content"},
    {"--checkpoint", "", "FILE", Takes::kOne,
     "with --output: keep in FILE how far the run is, so that the same command goes on from there after it was stopped "
     "in any way"},
    kProfile,
    {"--threshold", "", "SCORE", Takes::kOne, "lowest score, 0 to 1, that is a hit (default: the profile's, 0.70)"},
    {"--top", "", "N", Takes::kOne,
     "hits shown for a subject; 'more' says whether there were others (default: the profile's, 20)"},
    {"--jobs", "", "N", Takes::kOne, "threads (default 0: all cores); the answers do not depend on it"},
    {"--list", "", "NAME", Takes::kMany, "search only this list"},
    {"--program", "", "NAME", Takes::kMany, "search only parties under this sanctions programme"},
    {"--map", "", "subject.FIELD=COLUMN", Takes::kMany,
     "read COLUMN as FIELD (name, birth_date, country, id …), where its header is not recognised"},
    {"--schema", "", "SCHEMA", Takes::kOne, "what subjects are that do not say: Person, Company, Vessel …"},
    {"--since", "", "FILE", Takes::kOne,
     "an earlier snapshot: print only the subjects whose answer differs from that on it, of their hits only those that "
     "are new, changed or gone; ends with 0 when none differs, 1 when one does, 2 as ever"},
    {"--verify", "", "", Takes::kFlag,
     "hold every answer against a search of all parties without index; a difference is printed as 'verify: …' and ends "
     "with 2"},
    {"--name", "", "NAME", Takes::kMany, "screen one subject of this name instead of INPUT; again for each alias"},
    {"--birth-date", "", "DATE", Takes::kOne, "its date or year of birth"},
    {"--country", "", "COUNTRY", Takes::kMany, "its nationality, residence or jurisdiction: a code or a name"},
    {"--id", "", "KIND[:COUNTRY]:NUMBER", Takes::kMany, "a number of it: passport:ru:…, imo:…, lei:…, inn:…"},
    kJurisdiction,
    kFact,
    kEvent,
    kOffice,
    kLicences,
};

constexpr Option kCompareOptions[] = {
    kProfile,
    {"--schema", "", "SCHEMA", Takes::kOne, "what both names are of: Person, Company, Vessel …"},
    {"--csv", "", "FILE", Takes::kOne,
     "judge every row (id,schema,name1,name2) of FILE instead; '-' is standard input"},
    {"--format", "", "table|jsonl", Takes::kOne, "form of the answer (default table)"},
};

constexpr Option kExplainOptions[] = {
    {"--entity", "", "ENTITY_ID", Takes::kOne, "the listed party: LIST:ID as cordon screen prints it"},
    {"--name", "", "NAME", Takes::kMany, "the subject's name; again for each alias"},
    {"--schema", "", "SCHEMA", Takes::kOne, "what it is: Person, Company, Vessel …"},
    {"--birth-date", "", "DATE", Takes::kOne, "its date or year of birth"},
    {"--country", "", "COUNTRY", Takes::kMany, "its nationality, residence or jurisdiction: a code or a name"},
    {"--id", "", "KIND[:COUNTRY]:NUMBER", Takes::kMany, "a number of it: passport:ru:…, imo:…, lei:…, inn:…"},
    kSnapshot,
    kProfile,
    {"--threshold", "", "SCORE", Takes::kOne, "lowest score, 0 to 1, that is a hit (default: the profile's, 0.70)"},
    {"--format", "", "text|jsonl", Takes::kOne, "form of the answer (default text)"},
};

constexpr Option kShowOptions[] = {
    kSnapshot,
    {"--format", "", "text|jsonl", Takes::kOne, "form of the answer (default text)"},
};

constexpr Option kListsOptions[] = {
    kSnapshot,
    {"--format", "", "table|jsonl", Takes::kOne, "form of the answer (default table)"},
};

constexpr Option kDiffOptions[] = {
    {"--format", "", "text|jsonl", Takes::kOne, "form of the answer (default text); as JSON lines, one a party"},
    {"--links", "", "", Takes::kFlag,
     "as JSON lines also one for each link that the lists state and that differs (as text they are always there)"},
    {"--jobs", "", "N", Takes::kOne, "threads (default 0: all cores); the answer does not depend on it"},
};

constexpr Option kOwnOptions[] = {
    {"--graph", "", "FILE", Takes::kMany,
     "who owns, controls or is related to whom: a CSV with the columns owner, owned, share and, where known, kind, "
     "from, "
     "to, source, known_at, with (docs/formats/structure-csv.md); BODS statements as JSON; FtM entities as JSON lines; "
     "GLEIF's relationship records as CSV, and with them the CSV of Level 1 for names. Left out: what the lists of the "
     "snapshot say"},
    {"--listed", "", "NAME,...", Takes::kMany,
     "treat these parties as listed on the day asked about; names mean those of the graph exactly. Without -s no "
     "snapshot is opened then"},
    {"--snapshot", "-s", "FILE", Takes::kOne,
     "also ask the lists of this snapshot: a party of the graph whose name is a hit is possibly listed, or listed "
     "where the hit is decided by more than its name; each is named with its score. The links that the lists state are "
     "followed as far as they are behind a party that is certainly theirs"},
    {"--join", "", "NAME=ENTITY_ID", Takes::kMany,
     "this party of the graph, or one behind it that the lists name, is that party of the snapshot: it counts as "
     "listed "
     "in full"},
    {"--no-join", "", "NAME[=ENTITY_ID]", Takes::kMany,
     "this party of the graph, or one behind it that the lists name (by name or id), is no listed one, or not that "
     "one, "
     "whatever its name"},
    {"--customers", "", "FILE", Takes::kMany,
     "judge every customer of this file, read as by cordon screen: who stands in the graph under a name of his by "
     "that, and all by the lists too; as text or jsonl"},
    {"--since", "", "FILE", Takes::kMany,
     "an earlier form of --graph, or an earlier snapshot, or both: print only the customers whose verdict, share or "
     "flags differ from those on it, judged for the same day and by the parties listed today (cordon screen --since "
     "says who came onto the lists); ends with 0 when none differs, 1 when one does, 2 as ever"},
    {"--map", "", "subject.FIELD=COLUMN", Takes::kMany,
     "read COLUMN of the customers as FIELD (name, birth_date, country, id …), where its header is not recognised"},
    {"--schema", "", "SCHEMA", Takes::kOne, "what customers are that do not say: Person, Company, Vessel …"},
    {"--rule", "", "ofac|eu|uk|ch|ca|au|bis|ofac-ssi-1|ofac-ssi-2|ofac-ssi-3|ofac-ssi-4|all", Takes::kOne,
     "whose rule (default all); ofac-ssi-N are the Directives under EO 13662, which limit and do not block: with all "
     "only where somebody is listed under them"},
    {"--as-of", "", "DATE", Takes::kOne, "judge by the stakes and the law of that day (default today)"},
    {"--known-at", "", "DATE", Takes::kOne, "leave out what became known later (column known_at)"},
    {"--all", "", "", Takes::kFlag, "judge every party of the graph (without --graph: that the lists link to another)"},
    {"--format", "", "text|jsonl|dot|svg|html", Takes::kOne,
     "form of the answer (default text); JSON lines: one for each company and rule; dot, svg and html are pictures, "
     "one "
     "for each company and rule"},
    kJurisdiction,
    kFact,
    kEvent,
    kOffice,
    kLicences,
};

constexpr Option kTuneOptions[] = {
    kSnapshot,
    {"--miss-rate", "", "SHARE", Takes::kOne,
     "the share of true matches that may be missed, 0 to 1 (default 0.02): what the threshold is recommended for"},
    {"--svg", "", "FILE", Takes::kOne, "write the curves and the reliability diagram to FILE (mode 0600)"},
    {"--format", "", "table|jsonl|csv", Takes::kOne,
     "form of the figures (default table); CSV has the thresholds only"},
    {"--map", "", "FIELD=COLUMN", Takes::kMany,
     "read COLUMN as FIELD: label, entity, score, likelihood, or a field of the subject as for cordon screen"},
    {"--schema", "", "SCHEMA", Takes::kOne, "what parties are that do not say: Person, Company, Vessel …"},
    kProfile,
};

constexpr Option kEvalOptions[] = {
    kSnapshot,
    {"--negatives", "", "FILE", Takes::kOne, "subjects of whom none is listed: how many are stopped for nothing"},
    {"--at", "", "SHARE,...", Takes::kOne,
     "with --negatives: recall at the score that lets this share of them through (default 0.001,0.01)"},
    {"--top-k", "", "K,...", Takes::kOne, "the party is found when among the first K hits on its list (default 1,5)"},
    {"--threshold", "", "SCORE", Takes::kOne, "lowest score, 0 to 1, that is a hit (default: the profile's)"},
    {"--floor", "", "SCORE", Takes::kOne,
     "with --negatives: lowest score that is looked for, so that --at has something to choose from (default 0.50)"},
    {"--format", "", "table|jsonl", Takes::kOne, "form of the figures (default table)"},
    {"--misses", "", "FILE", Takes::kOne, "write the rows whose party was not found to FILE as CSV (mode 0600)"},
    {"--list", "", "NAME", Takes::kMany, "search only this list"},
    {"--jobs", "", "N", Takes::kOne, "threads (default 0: all cores); the figures do not depend on it"},
    {"--map", "", "FIELD=COLUMN", Takes::kMany,
     "read COLUMN as FIELD: entity (the expected party), or a field of the subject as for cordon screen"},
    {"--schema", "", "SCHEMA", Takes::kOne, "what subjects are that do not say: Person, Company, Vessel …"},
    kProfile,
};

constexpr Command kCommands[] = {
    {"build", "FILE|FOLDER...", 1, kAny, "list files to a snapshot",
     "Reads official list files (also .gz and .zip; formats are recognised from content) and writes one snapshot. "
     "Files of "
     "one list make one list; of two editions of a list the newer counts. In a folder, files of unknown format are "
     "named "
     "and passed over; what is damaged or cannot be read is an error. Own tables go with official lists into one "
     "snapshot: cordon build EU.xml own.csv --as csv --list mine -o FILE. Ends with 0 when a snapshot was written, "
     "else with 2.",
     kBuildOptions, run_build},
    {"screen", "[INPUT...]", 0, kAny, "customers, or one subject, against the lists",
     "Screens every subject of each INPUT (CSV and its kin, JSON lines, FtM; '-' is standard input), or the one that "
     "--name "
     "describes. A page (HTML, text, mail) is one subject: it is read for the listed parties that it names, for who "
     "says "
     "what and who denies it. Of a folder every file is screened. Columns are recognised by their usual names. In CSV "
     "answers a text that begins with = + - @, tab or "
     "carriage return and is no plain number is written behind an apostrophe, so that no spreadsheet takes it for a "
     "formula. Ends with 0 when all "
     "are clear, 1 when there was a hit, 2 when there was an error or a subject that could not be screened; with "
     "--since, 0 "
     "when no answer differs and 1 when one does.",
     kScreenOptions, run_screen},
    {"compare", "[NAME NAME]", 0, 2, "how one name is judged against another",
     "Judges the first name (a subject's) against the second (a listed party's) and shows the evidence; its points add "
     "up "
     "to the score.",
     kCompareOptions, run_compare},
    {"explain", "", 0, 0, "why a listed party is a hit for a subject, or why not",
     "Judges one subject against one listed party and shows both names part under part, the evidence with its sums, "
     "what "
     "was missing or against, and what would have changed the outcome: each such line is the score of judging again. "
     "Says so where the search would not even have proposed the party. Ends with 0, hit or not.",
     kExplainOptions, run_explain},
    {"show", "ENTITY_ID", 1, 1, "one listed party, with every source statement",
     "Prints all that the lists say of one party, each statement with the file and record it comes from.", kShowOptions,
     run_show},
    {"lists", "", 0, 0, "each list in the snapshot",
     "Prints authority, date of publication, age, parties, names (before de-duplication) and skipped records of each "
     "list.",
     kListsOptions, run_lists},
    {"diff", "BEFORE AFTER", 2, 2, "what changed from one snapshot to another",
     "Prints which parties were added, removed and changed, by list, and in what: every field with its values before "
     "and "
     "after. Where a party was read (file, record, byte) and when its list was published are no change. Snapshots made "
     "with other name tables can be compared too. Ends with 0 when no party differs, 1 when one does, 2 on an error.",
     kDiffOptions, run_diff},
    {"own", "[COMPANY...]", 0, kAny, "who is behind a company, and is it caught by each authority's ownership rule",
     "Follows the stakes of listed parties through a graph of owners, exactly and by each authority's own rule, and "
     "prints verdict, sums, every path that counts, what does not count and why, and which fact would change it. "
     "Shares "
     "are exact fractions or ranges; a company of which they leave it open is DERIVED_POSSIBLE. Ends with 0 when all "
     "are "
     "CLEAR_ON_DATA, 1 when one is not, 2 when a row of the graph could not be used, a company is not in it or a "
     "customer was not screened; the rest "
     "is judged all the same.",
     kOwnOptions, run_own},
    {"tune", "FILE", 1, 1, "what thresholds would have done to your own labelled alerts",
     "Judges rows for which somebody has said whether it is the listed party (a column label, is_match, outcome, "
     "decision …: true/false, yes/no, 1/0, match/no match, TP/FP). Rows are pairs (name1 the customer's, name2 the "
     "list's, with "
     "birth_date1, country2 and so on where known), alerts (a subject's columns and entity_id, a party of the "
     "snapshot), "
     "or, without names, another engine's score. Prints precision, recall and alerts by threshold with 95 % bounds "
     "(Wilson), how far the likelihood holds, and the highest threshold that misses no more than --miss-rate. Ends "
     "with "
     "2 when a row could not be used; each is named with its line.",
     kTuneOptions, run_tune},
    {"eval", "FILE", 1, 1, "how many of the parties that should be found are found",
     "Screens subjects that name the party to be found (a column entity_id, target_id, expected …: LIST:ID or the "
     "list's "
     "own id) and prints recall@k with 95 % bounds (Wilson) by script of the name, schema and list of the party; with "
     "--negatives also the alert rate and recall at given hit rates. Ends with 2 when a row could not be used; each is "
     "named with its line.",
     kEvalOptions, run_eval},
    {"profile",
     "[NAME|FILE]",
     0,
     1,
     "the settings by which names are judged",
     "Prints every setting of a profile with its bounds and meaning, in the form of a profile file, or without NAME "
     "the "
     "built-in profiles. A file with name = \"…\", base = \"default\" and the settings it changes is a profile of its "
     "own.",
     {},
     run_profile},
};

}  // namespace

std::span<const Command> commands() { return kCommands; }

const Command* find_command(std::string_view name) {
  for (const Command& command : kCommands) {
    if (command.name == name) return &command;
  }
  return nullptr;
}

}  // namespace cordon::cli
