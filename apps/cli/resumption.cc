// Resumption; see resumption.h.
#include "cli/resumption.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>

#include "base/mapped_file.h"
#include "cli/remarks.h"
#include "cli/subject_options.h"
#include "cli/text_table.h"

namespace cordon::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kAside = "tmp";  // one process at a time writes the file: what one left, the next replaces
constexpr int kPauseCosts = 20;             // a save may take a twentieth of the time: a slow disk is asked less often

std::unexpected<Error> refuse(std::string message, const std::string& place = "") {
  return fail(ErrorCode::kInvalidArgument, std::move(message), {place});
}

// Would both names be one file, whether or not it is there already?
bool same_place(const std::string& a, const std::string& b) {
  std::error_code error;
  return is_same_file(a, b) ||
         fs::weakly_canonical(fs::absolute(a), error) == fs::weakly_canonical(fs::absolute(b), error);
}

Result<void> check_inputs(const Arguments& arguments) {
  for (const std::string& input : arguments.parameters()) {
    std::error_code error;
    const fs::file_status status = fs::status(input, error);
    if (input != "-" && status.type() == fs::file_type::not_found)
      return fail(ErrorCode::kNotFound, "No such file or directory", {input});
    if (input == "-" || status.type() != fs::file_type::regular)
      return refuse("--checkpoint needs INPUT that can be read again: files, no standard input or pipe",
                    input == "-" ? "standard input" : input);
  }
  return {};
}

}  // namespace

Result<void> check_checkpoint_option(const Arguments& arguments) {
  if (!arguments.has("--checkpoint")) return {};
  const std::string path = arguments.value("--checkpoint");
  const std::string output = arguments.value("--output");
  if (path.empty() || path == "-") return refuse("--checkpoint needs a file");
  if (output.empty() || output == "-")
    return refuse("--checkpoint needs --output FILE: the answers so far are kept beside it, in FILE.part");
  if (describes_subject(arguments)) return refuse("--checkpoint is for INPUT files, not for one subject");
  if (arguments.has("--verify"))
    return refuse("--checkpoint does not go with --verify: what was found before a stop would not be told at the end");
  if (arguments.has("--since"))
    return refuse("--checkpoint does not go with --since: such a run takes a small part of the time; begin it again");
  for (const std::string& file : {path, output})
    if (is_written_straight(file)) return refuse("is no regular file, which --checkpoint needs", file);
  CHECK_OK(check_inputs(arguments));
  TRY(const std::string part, PartFile::name_of(output));
  for (const std::string& file : {output, part})
    if (same_place(path, file)) return refuse("is the output too; --checkpoint needs a file of its own", path);
  for (const std::string& input : arguments.parameters())
    if (same_place(part, input)) return refuse("is an input; the answers so far would be written there", part);
  return {};
}

Result<Resumption> Resumption::open(const Arguments& arguments, screen::BatchBasis basis) {
  Resumption out(arguments.value("--checkpoint"), std::move(basis));
  const std::string output = arguments.value("--output");
  // The part first: while it is locked no other process changes either file.
  TRY(std::optional<PartFile> part, PartFile::find(output));
  const Result<std::string> text = read_file(out.path_);
  if (!text && text.error().code != ErrorCode::kNotFound) return std::unexpected(text.error());
  if (text) {
    auto found = screen::Checkpoint::parse(*text, out.path_);
    if (!found && found.error().code == ErrorCode::kCorrupt)
      found.error().message += "; name another file, or remove it to begin anew";
    if (!found) return std::unexpected(std::move(found).error());
    CHECK_OK(out.resume(*found, std::move(part), output));
    return out;
  }
  if (!part) {
    TRY(part, PartFile::create(output));
  }
  TRY(const uint64_t size, part->size());
  if (size > 0)
    return refuse(fmt::format("holds answers of a run whose checkpoint is not {}; name that, or remove this file to "
                              "begin anew",
                              out.path_),
                  part->name());
  CHECK_OK(part->resume({}));
  if (auto done = out.write(); !done) {
    ::unlink(part->name().c_str());  // nothing was begun
    return std::unexpected(std::move(done).error());
  }
  out.part_ = std::move(part);
  return out;
}

Result<void> Resumption::resume(const screen::Checkpoint& found, std::optional<PartFile> part,
                                const std::string& output) {
  TRY(const std::string part_name, PartFile::name_of(output));
  const std::string anew = fmt::format("; to begin anew, remove {} and {}", path_, part_name);
  if (const auto words = screen::change(found.basis, at_.basis))
    return refuse(fmt::format("is of a run that began otherwise: {}. Go on with what it began with{}", *words, anew),
                  path_);
  at_.state = found.state;
  if (part) {
    if (auto done = part->resume(at_.state.output); !done) {
      if (done.error().code == ErrorCode::kCorrupt)
        done.error().message += fmt::format(" since {} was written{}", path_, anew);
      return done;
    }
    part_ = std::move(part);
  } else {
    // Stopped between giving the output its name and removing the checkpoint?
    const Result<InputBytes> whole = InputBytes::open(output);
    if (!at_.state.is_whole || !whole || whole->bytes().size() != at_.state.output.bytes ||
        hash128(whole->bytes()) != at_.state.output.hash)
      return fail(ErrorCode::kNotFound, fmt::format("is not there, but {} goes with it{}", path_, anew), {part_name});
  }
  if (at_.state.is_whole) {
    if (part_) CHECK_OK(part_->commit());
    return remove();
  }
  print_note(fmt::format("{}: goes on behind answer {}", path_, grouped(at_.state.subjects)));
  return {};
}

Output Resumption::take_output() { return part_ ? Output::over(std::move(*part_)) : Output::standard(); }

Result<void> Resumption::write() const {
  TRY(AtomicFile file, AtomicFile::create(path_, kAside));
  CHECK_OK(file.append(at_.text()));
  return file.commit();
}

Result<void> Resumption::save_when_due(Output& output, const screen::BatchState& state) {
  if (Clock::now() - saved_ < pause_) return {};
  return save(output, state);
}

Result<void> Resumption::save(Output& output, const screen::BatchState& state) {
  const auto begin = Clock::now();
  TRY(const PartFile::Mark mark, output.sync());
  const screen::BatchState before = std::exchange(at_.state, state);
  at_.state.output = mark;
  if (auto done = write(); !done) {
    at_.state = before;
    return done;
  }
  saved_ = Clock::now();
  pause_ = std::clamp<Clock::duration>(kPauseCosts * (saved_ - begin), kShortestPause, kLongestPause);
  return {};
}

Result<void> Resumption::finish(Output& output, screen::BatchState state) {
  state.is_whole = true;
  CHECK_OK(save(output, state));
  CHECK_OK(sync_folder_of(path_));
  CHECK_OK(output.commit());
  return remove();
}

Result<void> Resumption::remove() const {
  TRY(const std::string target, link_target(path_));
  if (::unlink(target.c_str()) == 0 || errno == ENOENT) return {};
  return fail(ErrorCode::kIo, std::strerror(errno), {path_});
}

std::string Resumption::how_to_go_on() const {
  return fmt::format("the same command goes on behind answer {}, as {} says", grouped(at_.state.subjects), path_);
}

}  // namespace cordon::cli
