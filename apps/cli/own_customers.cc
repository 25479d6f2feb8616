#include "cli/own_customers.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <array>

#include "base/input_bytes.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "cli/progress.h"
#include "cli/remarks.h"
#include "cli/screening_table.h"
#include "cli/subject_options.h"
#include "cli/tell.h"
#include "intake/records.h"
#include "screen/batch.h"

namespace cordon::cli {
namespace {

using graph::Judge;
using graph::PartyId;
using graph::Verdict;

constexpr size_t kMostRemarks = 20;
constexpr size_t kVerdicts = 5;

class CustomerRun {
 public:
  CustomerRun(const OwnBasis& basis, bool as_json) : basis_(basis), as_json_(as_json) {}

  // Answers the records of one file. Errors: of the output.
  Result<void> judge_file(const std::string& path, const intake::IntakeOptions& options) {
    const std::string source = path == "-" ? "standard input" : path;
    Reporter reporter;
    auto done = read_file(path, source, options, reporter);
    print_remarks(reporter, kMostRemarks);
    if (done || has_stopped_) return done;
    Screening failed;
    failed.subject.where.file = source;
    failed.error = std::move(done).error();
    return answer(failed);
  }

  Result<int> finish() {
    if (!as_json_ && unnamed_clear_ > 0)
      CHECK_OK(
          output_.append(fmt::format("{} more {} CLEAR_ON_DATA, counted and not named here; --format jsonl names all\n",
                                     unnamed_clear_, unnamed_clear_ == 1 ? "customer is" : "customers are")));
    const std::string text = summary();
    if (!as_json_) CHECK_OK(output_.append("\n" + text));
    CHECK_OK(output_.commit());
    if (as_json_) tell("{}", text);
    if (not_screened_ > 0) return kExitError;
    return any_hit_ ? kExitHit : kExitClear;
  }

 private:
  Result<void> read_file(const std::string& path, const std::string& source, const intake::IntakeOptions& options,
                         Reporter& reporter) {
    TRY(InputBytes bytes, InputBytes::open(path));
    TRY(const auto reader, intake::open_records(std::move(bytes), source, options, reporter));
    catch_interrupts();
    const uint64_t before = customers_;
    auto done = read(*reader);
    progress_.hide();
    if (done && customers_ == before) print_warning(fmt::format("{}: holds no subject; nothing was judged", source));
    return done;
  }
  Result<void> read(intake::RecordReader& reader) {
    const auto take = [this](Screening&& screening) {
      auto answered = answer(screening);
      has_stopped_ = !answered;
      return answered;
    };
    if (basis_.listed->screener) {
      TRY(const auto summary,
          screen::screen_batch(
              *basis_.listed->screener, reader, 0,
              {.on_screening = take, .on_progress = [this](uint64_t n, double share) { progress_.show(n, share); }}));
      (void)summary;
      return {};
    }
    while (true) {
      TRY(std::optional<Subject> subject, reader.next());
      if (!subject) return {};
      Screening screening;
      screening.outcome = Outcome::kClear;
      if (subject->not_screened) {
        screening.outcome = Outcome::kNotScreened;
        screening.error = std::move(subject->not_screened);
      }
      screening.subject = std::move(*subject);
      CHECK_OK(take(std::move(screening)));
    }
  }

  // The parties of the graph that bear a name of the subject, with the name as it is given.
  std::vector<std::pair<std::string, PartyId>> parties_of(const Subject& subject) const {
    std::vector<std::pair<std::string, PartyId>> out;
    for (const SubjectName& name : subject.names) {
      const auto party = basis_.structure->find(name.text);
      if (!party || std::ranges::any_of(out, [&](const auto& other) { return other.second == *party; })) continue;
      out.emplace_back(name.text, *party);
    }
    return out;
  }

  Result<void> answer(Screening& screening) {
    CHECK_OK(check_interrupt());
    ++customers_;
    const auto parties = parties_of(screening.subject);
    const auto is_there = [&](const auto& one) { return !is_gone(basis_.judges.front(), one.second); };
    if (!screening.error && std::ranges::none_of(parties, is_there) && !basis_.listed->screener)
      screening.error = Error{ErrorCode::kBadInput,
                              "does not stand in the graph, and no list was asked (-s)",
                              {screening.subject.where.file, screening.subject.where.record}};
    if (screening.error) return not_screened(screening);
    if (parties.empty()) {
      ++outside_;
      const std::string name = screening.subject.names.empty() ? "" : screening.subject.names.front().text;
      TRY(const std::vector<OwnAnswer> answers, answers_of(screening, name, graph::kNobody));
      return print(screening.subject, answers);
    }
    if (std::ranges::none_of(parties, is_there)) ++outside_;
    std::vector<OwnAnswer> all;
    for (const auto& [name, party] : parties) {
      TRY(std::vector<OwnAnswer> answers, answers_of(screening, name, party));
      std::ranges::move(answers, std::back_inserter(all));
    }
    return print(screening.subject, all);
  }

  // One answer for each rule: what the graph says of the party, and no less than what the lists say of the record.
  Result<std::vector<OwnAnswer>> answers_of(const Screening& screening, const std::string& name, PartyId party) {
    std::vector<OwnAnswer> out;
    std::vector<screen::StructureJoin> joins;
    if (!screening.hits.empty()) {
      TRY(joins,
          screen::joins_of(screening, party, *basis_.listed->screener, basis_.listed->links, basis_.listed->choices));
    }
    for (size_t rule = 0; rule < basis_.judges.size(); ++rule) {
      const Judge& judge = basis_.judges[rule];
      const bool in_both = party != graph::kNobody && !basis_.before.empty();
      if (!basis_.before.empty() && (!in_both || !basis_.is_touched(rule, party))) continue;
      const Verdict listed = screen::listed_as(joins, judge.cascade().rule().id, basis_.as_of);
      OwnAnswer answer;
      if (party == graph::kNobody || is_gone(judge, party)) {
        answer.entity = name;
        answer.judge = &judge;
        answer.finding = judge.outside_graph(listed);
        answer.record_joins = joins;
        CHECK_OK(add_duties(basis_, answer));
      } else {
        TRY(answer, own_answer(basis_, judge, name, party));
        if (listed > answer.finding.verdict) {
          answer.by_record = true;
          answer.record_joins = joins;
          answer.finding.verdict = listed;
          CHECK_OK(add_duties(basis_, answer));
        }
      }
      if (in_both) {
        answer.before = basis_.before[rule].find(party);
        answer.before->verdict = std::max(answer.before->verdict, listed);
        if (says_the_same(*answer.before, answer.finding)) continue;
      }
      out.push_back(std::move(answer));
    }
    return out;
  }

  // Does only the earlier structure have the party?
  bool is_gone(const Judge& judge, PartyId party) const {
    return !basis_.only_earlier.empty() && basis_.only_earlier[party] && !judge.cascade().is_listed(party) &&
           !judge.cascade().is_maybe_listed(party);
  }

  Result<void> not_screened(const Screening& screening) {
    ++not_screened_;
    const Subject& subject = screening.subject;
    const std::string name = subject.names.empty() ? subject.where.file : subject.names.front().text;
    if (!as_json_) {
      return output_.append(fmt::format("{}\n  {}\n", head(subject, name),
                                        paint(Colour::kYellow, "not_screened", output_.look()) + "  " +
                                            printable(screening.error->text(), output_.look())));
    }
    JsonWriter json;
    json.begin_object();
    json.text("entity", name);
    append_place(json, subject);
    json.text("outcome", outcome_name(Outcome::kNotScreened));
    json.text("error", screening.error->text());
    json.end_object();
    return output_.append(std::move(json).take() + "\n");
  }

  static void append_place(JsonWriter& json, const Subject& subject) {
    json.text("customer", subject.id);
    json.text("file", subject.where.file);
    if (subject.where.record > 0) json.integer("line", subject.where.record);
  }
  std::string head(const Subject& subject, const std::string& name) const {
    return fmt::format("{}{}", paint(Colour::kBold, printable(name, output_.look()), output_.look()),
                       subject.where.record == 0 ? "" : fmt::format("  (line {})", subject.where.record));
  }

  Result<void> print(const Subject& subject, const std::vector<OwnAnswer>& answers) {
    if (!basis_.before.empty() && answers.empty()) return {};
    Verdict worst = Verdict::kClear;
    for (const OwnAnswer& answer : answers) worst = std::max(worst, answer.finding.verdict);
    any_hit_ = any_hit_ || worst != Verdict::kClear || !basis_.before.empty();
    ++printed_;
    ++verdicts_[static_cast<size_t>(worst)];
    if (as_json_) {
      for (const OwnAnswer& answer : answers) {
        JsonWriter json;
        json.begin_object();
        append_own_answer(json, basis_, answer);
        append_place(json, subject);
        json.boolean("in_graph", answer.finding.company != graph::kNobody);
        json.end_object();
        CHECK_OK(output_.append(std::move(json).take() + "\n"));
      }
      return {};
    }
    if (worst == Verdict::kClear && basis_.before.empty() && verdicts_[0] > kClearLines) {
      ++unnamed_clear_;
      return {};
    }
    return print_text(subject, answers);
  }

  Result<void> print_text(const Subject& subject, const std::vector<OwnAnswer>& answers) {
    const Look& look = output_.look();
    const std::string* shown = nullptr;
    std::string clear;  // the rules under which the party is clear
    const auto flush = [&]() -> Result<void> {
      if (clear.empty()) return {};
      const std::string line = fmt::format("  {}  under {}\n", paint(Colour::kGreen, "CLEAR_ON_DATA", look), clear);
      clear.clear();
      return output_.append(line);
    };
    for (const OwnAnswer& answer : answers) {
      if (shown == nullptr || *shown != answer.entity) {
        CHECK_OK(flush());
        shown = &answer.entity;
        const bool outside = answer.finding.company == graph::kNobody;
        CHECK_OK(output_.append(fmt::format("{}{}\n", head(subject, answer.entity),
                                            outside ? "  not in the graph: by the lists only" : "")));
      }
      if (answer.finding.verdict == Verdict::kClear && !answer.before)
        clear += fmt::format("{}{}", clear.empty() ? "" : ", ", answer.judge->cascade().rule().id);
      else
        CHECK_OK(output_.append(own_answer_text(basis_, answer, OwnTextLength::kBrief, DutiesLength::kSteps, look)));
    }
    return flush();
  }

  std::string summary() const {
    std::string out = fmt::format("{} {}", customers_, customers_ == 1 ? "customer" : "customers");
    if (!basis_.before.empty()) out += fmt::format(", of whom {} {}", printed_, printed_ == 1 ? "differs" : "differ");
    out += ':';
    for (size_t i = kVerdicts; i-- > 0;)
      if (verdicts_[i] > 0) out += fmt::format(" {} {},", verdicts_[i], graph::verdict_name(static_cast<Verdict>(i)));
    out += fmt::format(" {} not_screened. ", not_screened_);
    const uint64_t inside = customers_ - not_screened_ - outside_;
    out += fmt::format("{} by the graph, {} by the lists only, as of {}.\n", inside, outside_, day_text(basis_.as_of));
    return out;
  }

  const OwnBasis& basis_;
  bool as_json_;
  Output output_ = Output::standard();
  Progress progress_;
  std::array<uint64_t, kVerdicts> verdicts_ = {};  // customers by the worst of theirs
  uint64_t customers_ = 0, not_screened_ = 0, outside_ = 0, unnamed_clear_ = 0, printed_ = 0;
  bool any_hit_ = false, has_stopped_ = false;
};

}  // namespace

Result<int> own_customers(const Arguments& arguments, const OwnBasis& basis) {
  TRY(const intake::IntakeOptions options, intake_options_of(arguments));
  CustomerRun run(basis, arguments.value("--format", "text") == "jsonl");
  for (const std::string& path : arguments.all("--customers")) CHECK_OK(run.judge_file(path, options));
  return run.finish();
}

}  // namespace cordon::cli
