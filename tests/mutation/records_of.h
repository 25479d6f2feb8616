// Where the records of a file stand, told without the readers under test: what the laws of the mutation test count by.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace cordon::mutation {

struct Record {
  size_t byte = 0;
  std::string_view text;
};

// The outermost elements with one of these local names, or nothing where `bytes` are no well-formed XML. (expat alone,
// as plain as can be.)
std::optional<std::vector<Record>> xml_records(std::string_view bytes, std::span<const std::string_view> names);

// Which characters end a line: those of text files, or those of JSON lines.
inline constexpr std::string_view kLineEnds = "\r\n";
inline constexpr std::string_view kJsonLineEnds = "\n";
// Every line that holds more than blanks, without its line end.
std::vector<Record> line_records(std::string_view text, std::string_view ends);
// Returns the number of the line, from 1, on which `record` stands.
size_t line_number(std::string_view text, std::string_view ends, const Record& record);

}  // namespace cordon::mutation
