// Which file belongs to which list, and which edition of a list counts. An edition is what one folder holds of a list:
// several files (OFAC's CSV, FtM), one (XML), or both (formats of one family). Parties of one id are one. Own tables
// state no date and are never editions of one another: all of one list name are one list, wherever they lie.
#include "lists/collect.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <tuple>

#include "base/utf8.h"
#include "lists/entity_builder.h"
#include "lists/input_files.h"

namespace cordon::lists {
namespace {

constexpr size_t kMostRemarks = 100;  // different ones, kept with a list
constexpr size_t kPathsNamed = 6;     // of an edition
constexpr std::string_view kCommandLine = "";

// The files of one format that are read together.
struct Group {
  const ListFormat* format;
  std::string list;
  std::string folder;
  std::vector<Input*> inputs;
};

// One that was read. Of several in one folder and format, or in several folders, only the newest stays.
struct Candidate {
  const ListFormat* format;
  std::string folder;
  std::vector<std::string> paths;  // as given
  ParsedList parsed;
  Reporter reporter;
};

std::string paths_of(const Candidate& c) {
  if (c.paths.size() <= kPathsNamed) return fmt::format("{}", fmt::join(c.paths, ", "));
  return fmt::format("{} and {} more", c.paths.front(), c.paths.size() - 1);
}

std::string date_of(const Candidate& c) {
  return c.parsed.info.published ? "of " + c.parsed.info.published->text() : "without a date";
}

// Does `later`, which comes behind `earlier` in the input, count instead of it?
bool counts_before(const Candidate& later, const Candidate& earlier) {
  const auto& a = later.parsed.info.published;
  const auto& b = earlier.parsed.info.published;
  if (a && b) return a->low >= b->low;
  return a.has_value() || !b.has_value();
}

std::string_view severity_word(Severity severity) {
  switch (severity) {
    case Severity::kNote:
      return "note";
    case Severity::kLoss:
      return "lost";
    case Severity::kSkipped:
      return "skipped";
  }
  return {};
}

std::string place_of(const Where& where) {
  const size_t slash = where.source.rfind('/');
  const std::string file = slash == std::string::npos ? where.source : where.source.substr(slash + 1);
  return where.record == 0 ? file : fmt::format("{} line {}", file, where.record);
}

// What a reader said, in words: equal remarks as one that counts them, what was skipped first.
std::vector<std::string> in_words(const Reporter& reporter) {
  struct Sum {
    const Remark* first;
    uint64_t count;
  };
  std::map<std::pair<Severity, std::string_view>, size_t> known;
  std::vector<Sum> sums;
  for (const Remark& r : reporter.remarks()) {
    const auto [it, is_new] = known.emplace(std::pair{r.severity, std::string_view(r.message)}, sums.size());
    if (is_new) sums.push_back({&r, 0});
    ++sums[it->second].count;
  }
  std::ranges::stable_sort(sums, std::ranges::greater{}, [](const Sum& s) { return s.first->severity; });
  std::vector<std::string> out;
  for (const Sum& s : sums) {
    if (out.size() == kMostRemarks) {
      out.push_back(fmt::format("and {} more different remarks", sums.size() - kMostRemarks));
      break;
    }
    std::string place = place_of(s.first->where);
    if (s.count > 1) place = fmt::format("{} times{}{}", s.count, place.empty() ? "" : ", first in ", place);
    out.push_back(fmt::format("{}: {}{}", severity_word(s.first->severity), s.first->message,
                              place.empty() ? "" : fmt::format(" ({})", place)));
  }
  return out;
}

class Collector {
 public:
  Collector(const CollectOptions& options, Reporter& reporter) : options_(options), reporter_(reporter) {}

  Result<Collection> collect(const std::vector<std::string>& paths) {
    CHECK_OK(check_options());
    TRY(inputs_, read_inputs(paths));
    out_.passed_over = std::move(inputs_.passed_over);
    for (Input& input : inputs_.files) CHECK_OK(sort_in(input));
    if (groups_.empty()) return no_list(paths);
    note_unused_list();
    for (const Group& group : groups_) CHECK_OK(read(group));
    for (auto& [list, candidates] : candidates_) CHECK_OK(finish(list, candidates));
    for (const auto& [list, date] : options_.published) {
      if (candidates_.contains(list)) continue;
      return fail(ErrorCode::kInvalidArgument,
                  fmt::format("--published {}={}: no list of that name was read", list, date));
    }
    return std::move(out_);
  }

 private:
  Result<void> check_options() {
    if (!options_.as.empty()) {
      forced_ = find_format(options_.as);
      if (forced_ == nullptr)
        return fail(ErrorCode::kInvalidArgument, fmt::format("\"{}\" is no list format", options_.as));
    }
    const auto bad = [](char c) { return c == ':' || static_cast<unsigned char>(c) < ' '; };
    if (std::ranges::any_of(options_.list, bad)) {
      return fail(ErrorCode::kInvalidArgument,
                  fmt::format("\"{}\" cannot name a list: it holds a colon or a control character", options_.list));
    }
    for (const auto& [list, date] : options_.published) {
      const auto span = parse_date(date);
      if (!span || span->precision == DatePrecision::kUnknown) {
        return fail(ErrorCode::kInvalidArgument, fmt::format("--published {}={}: that is no date", list, date));
      }
    }
    return {};
  }

  std::unexpected<Error> no_list(const std::vector<std::string>& paths) const {
    const std::string where = paths.empty() ? std::string() : paths.front();
    if (out_.passed_over.empty()) return fail(ErrorCode::kNotFound, "there is no list file", {where, 0, 0});
    return fail(
        ErrorCode::kNotFound,
        fmt::format("there is no list file; {} of no known list format, e.g. {}",
                    out_.passed_over.size() == 1 ? "1 file is" : fmt::format("{} files are", out_.passed_over.size()),
                    out_.passed_over.front()),
        {where, 0, 0});
  }

  // --as says what every file is; of own tables, what those files are that are of no official format.
  const ListFormat* recognize(const InputFile& file) const {
    const bool own = forced_ != nullptr && forced_->family == "own";
    if (forced_ != nullptr && !own) return forced_;
    for (const ListFormat& format : list_formats()) {
      if (own && format.family == "ftm" && forced_->name == "jsonl") continue;  // FtM as plain JSON lines
      if (format.recognize(file)) return &format;
    }
    return forced_;
  }

  // Puts a file into its group, or a new one.
  Result<void> sort_in(Input& input) {
    const ListFormat* format = recognize(input.file);
    if (format == nullptr) {
      if (input.named) {
        return fail(ErrorCode::kUnsupported,
                    "the file is of no known list format (own tables need --as csv or --as jsonl)",
                    {input.file.path, 0, 0});
      }
      out_.passed_over.push_back(input.file.path);
      input.file.bytes = {};
      return {};
    }
    // Files of a user's own that stand on the command line one by one are one list wherever they lie.
    const bool own = format->family == "own";
    Group group{format, format->identify(input.file, options_.list), input.folder, {}};
    if (own || (input.named && format->family == "ftm")) group.folder = kCommandLine;
    for (Group& other : groups_) {
      if (format->files_of_a_list == FilesOfAList::kOne) break;
      if (other.format != format || other.list != group.list || other.folder != group.folder) continue;
      // A second file of one name is another edition.
      if (!own && std::ranges::any_of(other.inputs, [&](const Input* i) { return i->file.name == input.file.name; }))
        continue;
      other.inputs.push_back(&input);
      return {};
    }
    group.inputs.push_back(&input);
    groups_.push_back(std::move(group));
    return {};
  }

  // Reads a group; of two editions in one folder and format the newer stays.
  Result<void> read(const Group& group) {
    Edition edition{group.list, {}};
    for (const Input* input : group.inputs) edition.files.push_back(&input->file);
    Candidate read{group.format, group.folder, {}, {}, {}};
    for (const Input* input : group.inputs) read.paths.push_back(input->file.path);
    TRY(read.parsed, group.format->parse(edition, read.reporter));
    for (Input* input : group.inputs) std::exchange(input->file.bytes, {});
    std::vector<Candidate>& others = candidates_[group.list];
    for (Candidate& other : others) {
      if (other.format->family != group.format->family) return two_families(group.list, other, read);
      if (other.format != group.format || other.folder != group.folder) continue;
      if (counts_before(read, other)) std::swap(read, other);
      leave_out(group.list, read, other);
      return {};
    }
    others.push_back(std::move(read));
    return {};
  }

  static std::unexpected<Error> two_families(const std::string& list, const Candidate& a, const Candidate& b) {
    return fail(
        ErrorCode::kInvalidArgument,
        fmt::format("two lists are called \"{}\": {} ({}) and {} ({}); name one with --list in a build of its own",
                    list, paths_of(a), a.format->name, paths_of(b), b.format->name));
  }

  void leave_out(const std::string& list, const Candidate& older, const Candidate& newer) {
    out_.left_out.push_back(fmt::format("{}: {} {}, since {} {} counts", list, paths_of(older), date_of(older),
                                        paths_of(newer), date_of(newer)));
  }

  // Joins the formats of each folder and keeps the newest of what comes of it.
  Result<void> finish(const std::string& list, std::vector<Candidate>& candidates) {
    std::vector<Candidate> folders;
    for (Candidate& c : candidates) {
      const auto it = std::ranges::find(folders, c.folder, &Candidate::folder);
      if (it == folders.end())
        folders.push_back(std::move(c));
      else
        join(*it, std::move(c));
    }
    Candidate best = std::move(folders.front());
    for (size_t i = 1; i < folders.size(); ++i) {
      if (counts_before(folders[i], best)) std::swap(folders[i], best);
      leave_out(list, folders[i], best);
    }
    add_date(list, best);
    ListInfo& info = best.parsed.info;
    info.list = list;
    info.entities = best.parsed.size();
    info.skipped = best.reporter.count(Severity::kSkipped);
    info.remarks = in_words(best.reporter);
    for (const Remark& r : best.reporter.remarks()) reporter_.add(r.severity, r.message, r.where);
    out_.lists.push_back(std::move(best.parsed));
    return {};
  }

  static void join(Candidate& into, Candidate other) {
    ParsedList& a = into.parsed;
    ParsedList& b = other.parsed;
    if (!a.info.published || (b.info.published && b.info.published->low > a.info.published->low))
      a.info.published = b.info.published;
    a.info.names += b.info.names;
    a.info.files.insert(a.info.files.end(), b.info.files.begin(), b.info.files.end());
    into.paths.insert(into.paths.end(), other.paths.begin(), other.paths.end());
    a.unpack();
    b.unpack();
    a.entities.insert(a.entities.end(), std::make_move_iterator(b.entities.begin()),
                      std::make_move_iterator(b.entities.end()));
    merge_same_ids(a.entities);
    resolve_links(a.entities);
    for (const Remark& r : other.reporter.remarks()) into.reporter.add(r.severity, r.message, r.where);
  }

  // --published says what the files do not; a date that they state stands.
  void add_date(const std::string& list, Candidate& best) {
    const auto it = options_.published.find(list);
    if (it == options_.published.end()) return;
    std::optional<DateSpan>& published = best.parsed.info.published;
    if (!published) published = parse_date(it->second);
    if (published->text() == parse_date(it->second)->text()) return;
    best.reporter.note(
        fmt::format("--published {}={} is not used: the file states {}", list, it->second, published->text()),
        {paths_of(best), 0, 0});
  }

  // Only own tables and FtM bear the name that --list gives.
  void note_unused_list() {
    const auto uses_it = [](const Group& g) { return g.format->family == "own" || g.format->family == "ftm"; };
    if (options_.list.empty() || std::ranges::any_of(groups_, uses_it)) return;
    reporter_.note(fmt::format("--list {} is not used: every file is of a list that has its own name", options_.list));
  }

  const CollectOptions& options_;
  Reporter& reporter_;
  const ListFormat* forced_ = nullptr;
  Inputs inputs_;
  std::vector<Group> groups_;
  std::map<std::string, std::vector<Candidate>> candidates_;  // by list
  Collection out_;
};

}  // namespace

Result<Collection> collect(const std::vector<std::string>& paths, const CollectOptions& options, Reporter& reporter) {
  return Collector(options, reporter).collect(paths);
}

}  // namespace cordon::lists
