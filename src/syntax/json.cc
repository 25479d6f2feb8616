// JSON over simdjson's on-demand parser, walked whole into a small tree. Numbers keep the text they were written with,
// so that an identifier written as a number (a tax number of 12 digits, one of 40) loses nothing; repeated keys are
// kept.
#include "syntax/json.h"

#include <fmt/format.h>
#include <simdjson.h>

#include <cstring>

#include "base/utf8.h"

namespace cordon {
namespace {

namespace ondemand = simdjson::ondemand;

constexpr int kDepth = 64;

bool digit(char c) { return c >= '0' && c <= '9'; }

// RFC 8259: [-] int [frac] [exp].
bool is_number(std::string_view t) {
  size_t i = 0;
  const auto digits = [&] {
    const size_t begin = i;
    while (i < t.size() && digit(t[i])) ++i;
    return i > begin;
  };
  if (i < t.size() && t[i] == '-') ++i;
  const size_t integer = i;
  if (!digits() || (t[integer] == '0' && i > integer + 1)) return false;
  if (i < t.size() && t[i] == '.') {
    ++i;
    if (!digits()) return false;
  }
  if (i < t.size() && (t[i] == 'e' || t[i] == 'E')) {
    ++i;
    if (i < t.size() && (t[i] == '+' || t[i] == '-')) ++i;
    if (!digits()) return false;
  }
  return i == t.size();
}

std::string_view json_trim(std::string_view t) {
  const size_t begin = t.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos) return {};
  return t.substr(begin, t.find_last_not_of(" \t\r\n") + 1 - begin);
}

// Walks a document into a JsonValue. Depth is bounded by kDepth, so the recursion is too.
class TreeBuilder {
 public:
  simdjson::error_code build(ondemand::value value, JsonValue& out, int depth) {
    ondemand::json_type type;
    if (auto error = value.type().get(type)) return error;
    switch (type) {
      case ondemand::json_type::array:
        return build_array(value, out, depth);
      case ondemand::json_type::object:
        return build_object(value, out, depth);
      case ondemand::json_type::string: {
        std::string_view text;
        if (auto error = value.get_string().get(text)) return error;
        set_string(out, text);
        return simdjson::SUCCESS;
      }
      default:
        return build_token(value, out);
    }
  }

  // A number, true, false or null as it was written; also at the root.
  static simdjson::error_code set_token(std::string_view token, JsonValue& out) {
    token = json_trim(token);
    if (token == "null") return simdjson::SUCCESS;
    if (token == "true" || token == "false") {
      out.kind = JsonValue::Kind::kBool;
      out.boolean = token == "true";
      return simdjson::SUCCESS;
    }
    if (!is_number(token)) return simdjson::NUMBER_ERROR;
    out.kind = JsonValue::Kind::kNumber;
    out.text.assign(token);
    return simdjson::SUCCESS;
  }

  static void set_string(JsonValue& out, std::string_view text) {
    out.kind = JsonValue::Kind::kString;
    out.text.assign(text);
  }

 private:
  // The token is read as such, then consumed by the parser through whatever reads it without judging its size.
  simdjson::error_code build_token(ondemand::value& value, JsonValue& out) {
    const std::string_view token = value.raw_json_token();
    if (auto error = set_token(token, out)) return error;
    if (out.kind == JsonValue::Kind::kBool) return value.get_bool().error();
    if (out.kind == JsonValue::Kind::kNull) return value.is_null().error();
    return simdjson::SUCCESS;  // an unread number is passed over by the iterator
  }

  simdjson::error_code build_array(ondemand::value& value, JsonValue& out, int depth) {
    if (depth >= kDepth) return simdjson::DEPTH_ERROR;
    out.kind = JsonValue::Kind::kArray;
    ondemand::array array;
    if (auto error = value.get_array().get(array)) return error;
    for (auto item : array) {
      ondemand::value element;
      if (auto error = item.get(element)) return error;
      if (auto error = build(element, out.items.emplace_back(), depth + 1)) return error;
    }
    return simdjson::SUCCESS;
  }

  simdjson::error_code build_object(ondemand::value& value, JsonValue& out, int depth) {
    if (depth >= kDepth) return simdjson::DEPTH_ERROR;
    out.kind = JsonValue::Kind::kObject;
    ondemand::object object;
    if (auto error = value.get_object().get(object)) return error;
    for (auto entry : object) {
      ondemand::field field;
      if (auto error = std::move(entry).get(field)) return error;
      std::string_view key;
      if (auto error = field.unescaped_key().get(key)) return error;
      auto& member = out.members.emplace_back(std::string(key), JsonValue{});
      if (auto error = build(field.value(), member.second, depth + 1)) return error;
    }
    return simdjson::SUCCESS;
  }
};

// simdjson finds unclosed strings and control characters before it knows where it is; this does.
size_t string_trouble(std::string_view text) {
  size_t opened = text.size();
  for (size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '"') {
      opened = opened == text.size() ? i : text.size();
    } else if (opened != text.size()) {
      if (static_cast<uint8_t>(c) < 0x20) return i;
      i += c == '\\';
    }
  }
  return opened;
}

Error json_error(simdjson::error_code code, size_t byte) {
  const bool deep = code == simdjson::DEPTH_ERROR;
  std::string message = deep ? fmt::format("JSON is nested more than {} deep", kDepth)
                             : fmt::format("not JSON: {}", simdjson::error_message(code));
  return {deep ? ErrorCode::kLimit : ErrorCode::kBadInput, std::move(message), {"", 0, byte}};
}

simdjson::error_code build_document(ondemand::document& document, JsonValue& out) {
  ondemand::json_type type;
  if (auto error = document.type().get(type)) return error;
  if (type == ondemand::json_type::array || type == ondemand::json_type::object) {
    ondemand::value root;
    if (auto error = document.get_value().get(root)) return error;
    if (auto error = TreeBuilder().build(root, out, 0)) return error;
    return document.current_location().error() == simdjson::OUT_OF_BOUNDS ? simdjson::SUCCESS
                                                                          : simdjson::TRAILING_CONTENT;
  }
  return simdjson::INCORRECT_TYPE;
}

// A JSON text that is one scalar; `text` is trimmed. A string goes through the array reader, which knows escapes.
Result<JsonValue> parse_scalar(std::string_view text) {
  JsonValue value;
  if (text.starts_with('"')) {
    Result<JsonValue> array = parse_json("[" + std::string(text) + "]");
    if (!array) {
      uint64_t& byte = array.error().where.byte;
      byte = std::min(byte - (byte > 0), text.size());
      return array;
    }
    if (array->items.size() != 1) return std::unexpected(json_error(simdjson::TRAILING_CONTENT, 0));
    return std::move(array->items[0]);
  }
  if (auto error = TreeBuilder::set_token(text, value)) return std::unexpected(json_error(error, 0));
  return value;
}

}  // namespace

const JsonValue* JsonValue::find(std::string_view name) const {
  for (const auto& [key, value] : members)
    if (key == name) return &value;
  return nullptr;
}

std::vector<std::string> JsonValue::strings() const {
  switch (kind) {
    case Kind::kBool:
      return {boolean ? "true" : "false"};
    case Kind::kNumber:
    case Kind::kString:
      return {text};
    case Kind::kArray: {
      std::vector<std::string> all;
      for (const JsonValue& item : items)
        for (std::string& s : item.strings()) all.push_back(std::move(s));
      return all;
    }
    default:
      return {};
  }
}

Result<JsonValue> parse_json(std::string_view text) {
  const std::string_view body = json_trim(text);
  if (body.empty()) return std::unexpected(json_error(simdjson::EMPTY, 0));
  if (body[0] != '{' && body[0] != '[') return parse_scalar(body);

  constexpr size_t kKept = 1 << 16;  // bytes of a text for whose like the parser's memory is kept
  thread_local ondemand::parser kept;
  ondemand::parser passing;
  ondemand::parser& parser = text.size() <= kKept ? kept : passing;
  const simdjson::padded_string padded(text);
  ondemand::document document;
  if (auto error = parser.iterate(padded).get(document)) {
    const bool in_string = error == simdjson::UNCLOSED_STRING || error == simdjson::UNESCAPED_CHARS;
    const size_t ill_formed = error == simdjson::UTF8_ERROR ? first_invalid_utf8(text).value_or(0) : 0;
    return std::unexpected(json_error(error, in_string ? string_trouble(text) : ill_formed));
  }
  JsonValue value;
  if (auto error = build_document(document, value)) {
    const char* at = nullptr;
    const bool known = document.current_location().get(at) == simdjson::SUCCESS;
    const size_t byte = known ? static_cast<size_t>(at - padded.data()) : text.size();
    return std::unexpected(json_error(error, std::min(byte, text.size())));
  }
  return value;
}

bool JsonLines::next(JsonLine& out) {
  while (pos_ < bytes_.size()) {
    const size_t begin = pos_;
    const size_t end = std::min(bytes_.find('\n', pos_), bytes_.size());
    pos_ = std::min(end + 1, bytes_.size());
    ++line_;
    const std::string_view line = bytes_.substr(begin, end - begin);
    if (json_trim(line).empty()) continue;
    out = {line, line_, begin};
    return true;
  }
  return false;
}

}  // namespace cordon
