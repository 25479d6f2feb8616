// Damaged copies of the fixtures: no crash, and no record that vanishes. What "accounted for" means: every line of the
// file that is not empty is a record's line (a subject or a reason), the header, part of a row that spans lines, or
// noted as passed over; or the file as a whole is an error.
#include <gtest/gtest.h>

#include <random>

#include "base/mapped_file.h"
#include "base/utf8.h"
#include "intake/labelled.h"
#include "intake/records.h"
#include "syntax/csv.h"
#include "syntax/json.h"
#include "syntax/text_encoding.h"

namespace cordon::intake {
namespace {

constexpr int kCopies = 1500;  // of each fixture

std::string mutate(std::string text, std::mt19937& random) {
  static constexpr char kTelling[] = "\"\\,;\t\n\r{}[]:/|\0\xFF\xC3\x1A ";
  const auto below = [&](size_t n) { return static_cast<size_t>(random() % n); };
  for (size_t n = 1 + below(3); n > 0 && !text.empty(); --n) {
    const size_t at = below(text.size());
    switch (below(6)) {
      case 0:
        text[at] = static_cast<char>(text[at] ^ (1 << below(8)));
        break;
      case 1:
        text[at] = kTelling[below(sizeof kTelling - 1)];
        break;
      case 2:
        text.insert(at, 1, kTelling[below(sizeof kTelling - 1)]);
        break;
      case 3:
        text.erase(at, 1 + below(8));
        break;
      case 4:
        text.resize(at);
        break;
      default:
        text.insert(at, text.substr(below(text.size()), below(40)));
    }
  }
  return text;
}

struct Answer {
  bool is_error = false;
  std::vector<Subject> subjects;
  uint64_t passed_over = 0;
  bool has_blank_rows = false;
};

Answer read(const std::string& bytes) {
  Answer out;
  Reporter reporter;
  auto reader = open_records(bytes, "t", {}, reporter);
  if (!reader) {
    out.is_error = true;
    EXPECT_FALSE(reader.error().message.empty());
    return out;
  }
  while (true) {
    auto subject = (*reader)->next();
    if (!subject || !*subject) {
      out.is_error = !subject;
      break;
    }
    out.subjects.push_back(std::move(**subject));
  }
  for (const Remark& remark : reporter.remarks()) {
    if (remark.message.find("passed over: no party") != std::string::npos)
      out.passed_over += std::stoul(remark.message);
    out.has_blank_rows |= remark.message.starts_with("rows without any value");
  }
  return out;
}

// What every answer must hold, whatever was read: an id, a place, and something to screen by or a reason.
void check_subjects(const Answer& answer) {
  for (const Subject& subject : answer.subjects) {
    ASSERT_FALSE(subject.id.empty());
    ASSERT_GT(subject.where.record + subject.where.byte, 0U);
    if (subject.not_screened) {
      ASSERT_FALSE(subject.not_screened->message.empty());
    } else {
      ASSERT_FALSE(subject.names.empty() && subject.identifiers.empty());
    }
    for (const SubjectName& name : subject.names) ASSERT_FALSE(name.text.empty());
  }
}

void check_table(const std::string& text, const Answer& answer) {
  CsvReader csv(text, "t");
  uint64_t rows = 0;
  uint64_t last_line = 0;
  uint64_t last_end = 0;
  while (true) {
    const auto row = csv.next();
    if (row && !*row) break;
    const uint64_t line = row ? (*row)->line : row.error().where.record;
    const uint64_t byte = row ? (*row)->byte : row.error().where.byte;
    ASSERT_GT(line, last_line);
    // Nothing but line ends lies between two rows.
    ASSERT_EQ(text.substr(last_end, byte - last_end).find_first_not_of("\r\n"), std::string::npos);
    last_line = line;
    last_end = csv.position();
    ++rows;
  }
  ASSERT_EQ(last_end, text.size());
  if (answer.has_blank_rows) {
    ASSERT_LT(answer.subjects.size(), rows);
  } else {
    ASSERT_EQ(answer.subjects.size() + 1, rows);
  }
}

void check_lines(const std::string& text, const Answer& answer) {
  JsonLines lines(text);
  uint64_t count = 0;
  for (JsonLine line; lines.next(line);) ++count;
  ASSERT_EQ(answer.subjects.size() + answer.passed_over, count);
}

class Mutation : public testing::TestWithParam<const char*> {};

TEST_P(Mutation, NothingCrashesAndNothingVanishes) {
  const auto original = read_file(std::string("tests/fixtures/intake/") + GetParam());
  ASSERT_TRUE(original) << original.error().text();
  const std::string_view format = std::string_view(GetParam()).substr(std::string_view(GetParam()).rfind('.') + 1);
  std::mt19937 random(20260101);
  int errors = 0;
  for (int i = 0; i < kCopies; ++i) {
    const std::string bytes = mutate(*original, random);
    SCOPED_TRACE(bytes);
    const Answer answer = read(bytes);
    errors += answer.is_error;
    check_subjects(answer);
    const std::string text = decode_text(bytes).text;
    const std::string_view body = trim(text);
    if (!answer.is_error && format == "csv" && !body.starts_with('[') && !body.starts_with('{'))
      check_table(text, answer);
    // Less than half a file may look like records over several lines.
    if (!answer.is_error && format == "jsonl" && !body.starts_with('[') && text.size() * 2 > original->size())
      check_lines(text, answer);
    if (HasFatalFailure()) return;
  }
  EXPECT_LT(errors, kCopies / 4);
}

// A file of pairs is read twice in step: every row comes out once, with both sides or a reason and a place.
TEST(LabelledMutation, PairsStayInStep) {
  const auto original = read_file("tests/fixtures/cli/labelled_pairs.csv");
  ASSERT_TRUE(original) << original.error().text();
  std::mt19937 random(20260102);
  int read_files = 0;
  for (int i = 0; i < kCopies; ++i) {
    const std::string bytes = mutate(*original, random);
    SCOPED_TRACE(bytes);
    Reporter reporter;
    auto labelled = LabelledReader::open(bytes, "t", {}, reporter);
    if (!labelled || labelled->form() != LabelledForm::kPairs) continue;
    IntakeOptions plain_options;
    plain_options.needs_subject = false;
    const auto plain = open_records(bytes, "t", plain_options, reporter);
    ASSERT_TRUE(plain);
    ++read_files;
    while (true) {
      const auto row = labelled->next();
      const auto subject = (*plain)->next();
      ASSERT_TRUE(row && subject);
      ASSERT_EQ(row->has_value(), subject->has_value());
      if (!*row) break;
      ASSERT_EQ((*row)->subject.where.record, (*subject)->where.record);
      ASSERT_EQ((*row)->entity.where.record, (*subject)->where.record);
      if ((*row)->subject.not_screened) {
        ASSERT_FALSE((*row)->subject.not_screened->message.empty());
      } else {
        ASSERT_FALSE((*row)->subject.names.empty() || (*row)->entity.names.empty());
      }
    }
  }
  EXPECT_GT(read_files, kCopies / 2);
}

INSTANTIATE_TEST_SUITE_P(Fixtures, Mutation,
                         testing::Values("customers.csv", "customers.jsonl", "entities.ftm.jsonl", "customers.json"),
                         [](const auto& fixture) {
                           std::string name = fixture.param;
                           std::replace(name.begin(), name.end(), '.', '_');
                           return name;
                         });

}  // namespace
}  // namespace cordon::intake
