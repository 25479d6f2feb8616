// Is an input a file of records, or a page to be read?
#pragma once

#include <cstdint>
#include <string_view>

namespace cordon::intake {

enum class InputKind : uint8_t { kRecords, kPage };

// By the name's ending where it says so (.csv .tsv .jsonl .ndjson .json: records; .txt .text .html .htm .xhtml .eml: a
// page), else by the content: JSON, a first line with a column that is recognised, and lines of as many cells are
// records; markup, a mail's head and plain text are a page; what is no text goes to the reader of records, which names
// it.
InputKind input_kind(std::string_view name, std::string_view bytes);

}  // namespace cordon::intake
