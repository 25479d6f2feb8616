// Errors as values. Every expected failure of Cordon travels as Result<T>; no exception crosses a room.
#pragma once

#include <cstdint>
#include <expected>
#include <string>
#include <string_view>
#include <utility>

namespace cordon {

// At most ten codes; each is mapped once to an exit code, an HTTP status and a Python exception.
enum class ErrorCode : uint8_t {
  kInvalidArgument,  // the caller asked for something that makes no sense
  kNotFound,         // a file, an entity, a column that should be there is not
  kBadInput,         // the bytes are not what their format says
  kUnsupported,      // a well-formed thing that this build cannot read
  kVersion,          // a snapshot of another table or format version: "rebuild"
  kCorrupt,          // a checksum of our own file fails
  kIo,               // the system refused to read or write
  kLimit,            // a stated bound was exceeded
};

// Returns the code as written in JSON, e.g. "bad_input".
std::string_view code_name(ErrorCode code);

// Where in the input an error stands. Zero record and byte mean "the whole source".
struct Where {
  std::string source;   // file name as the user gave it
  uint64_t record = 0;  // 1-based line or record number
  uint64_t byte = 0;    // 0-based offset of the byte at which the trouble was seen
};

struct [[nodiscard]] Error {
  ErrorCode code = ErrorCode::kBadInput;
  std::string message;
  Where where = {};

  // Returns "source: record 12: byte 340: message", leaving out what is unknown.
  std::string text() const;
};

template <typename T>
using Result = std::expected<T, Error>;

inline std::unexpected<Error> fail(ErrorCode code, std::string message, Where where = {}) {
  return std::unexpected(Error{code, std::move(message), std::move(where)});
}

}  // namespace cordon

// TRY(auto x, f()): x becomes the value of f(), or the function returns f()'s error.
#define CORDON_CONCAT_2(a, b) a##b
#define CORDON_CONCAT(a, b) CORDON_CONCAT_2(a, b)
#define TRY(declaration, ...)                                                        \
  auto CORDON_CONCAT(try_result_, __LINE__) = (__VA_ARGS__);                         \
  if (!CORDON_CONCAT(try_result_, __LINE__))                                         \
    return std::unexpected(std::move(CORDON_CONCAT(try_result_, __LINE__)).error()); \
  declaration = std::move(*CORDON_CONCAT(try_result_, __LINE__))
// CHECK_OK(f()): the function returns f()'s error, if there is one.
#define CHECK_OK(...)                                                                                        \
  do {                                                                                                       \
    if (auto try_result = (__VA_ARGS__); !try_result) return std::unexpected(std::move(try_result).error()); \
  } while (false)
