// Arguments over CLI11: its exceptions end here.
#include "cli/arguments.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <charconv>

#include "cli/commands.h"

namespace cordon::cli {
namespace {

// "table|jsonl|csv" → the three; nothing for a placeholder such as "FILE".
std::vector<std::string> choices_of(const Option& option) {
  if (!option.value.contains('|') || option.value.front() < 'a') return {};
  std::vector<std::string> choices(1);
  for (const char c : option.value) {
    if (c == '|') {
      choices.emplace_back();
    } else {
      choices.back() += c;
    }
  }
  return choices;
}

CLI::Option* add_option(CLI::App& app, const Option& option) {
  std::string flags(option.name);
  if (!option.letter.empty()) flags = fmt::format("{},{}", option.letter, option.name);
  if (option.takes == Takes::kFlag) return app.add_flag(flags);
  CLI::Option* made = app.add_option(flags);
  made->type_size(1)->expected(1);
  made->multi_option_policy(option.takes == Takes::kMany ? CLI::MultiOptionPolicy::TakeAll
                                                         : CLI::MultiOptionPolicy::Throw);
  return made;
}

Result<void> check_choice(const Option& option, const std::vector<std::string>& values) {
  const auto choices = choices_of(option);
  if (choices.empty()) return {};
  for (const std::string& value : values) {
    if (std::find(choices.begin(), choices.end(), value) == choices.end()) {
      return fail(ErrorCode::kInvalidArgument,
                  fmt::format("{} is one of {}, not \"{}\"", option.name, option.value, value));
    }
  }
  return {};
}

}  // namespace

const std::vector<std::string>& Arguments::all(std::string_view option) const {
  static const std::vector<std::string> kNone;
  const auto found = values_.find(option);
  return found == values_.end() ? kNone : found->second;
}

std::string Arguments::value(std::string_view option, std::string_view fallback) const {
  const auto found = values_.find(option);
  return std::string(found == values_.end() || found->second.empty() ? fallback
                                                                     : std::string_view(found->second.back()));
}

Result<Arguments> Arguments::parse(const Command& command, std::vector<std::string> words) {
  CLI::App app;
  app.set_help_flag();
  CLI::Option* const help = app.add_flag("-h,--help");
  std::vector<std::pair<const Option*, CLI::Option*>> made;
  for (const Option& option : command.options) made.emplace_back(&option, add_option(app, option));
  CLI::Option* const parameters =
      command.most == 0 ? nullptr : app.add_option("parameters")->type_size(1)->expected(0, -1)->allow_extra_args();
  try {
    std::reverse(words.begin(), words.end());  // CLI11 takes them from the back
    app.parse(std::move(words));
  } catch (const CLI::ExtrasError&) {
    return fail(ErrorCode::kInvalidArgument,
                fmt::format("{} does not take \"{}\"; cordon {} --help tells what it takes", command.name,
                            fmt::join(app.remaining(), " "), command.name));
  } catch (const CLI::ParseError& error) {
    return fail(ErrorCode::kInvalidArgument, error.what());
  }
  Arguments arguments;
  if (help->count() > 0) arguments.values_.try_emplace("--help");
  for (const auto& [option, parsed] : made) {
    if (parsed->count() == 0) continue;
    auto& values = arguments.values_[std::string(option->name)];
    if (option->takes != Takes::kFlag) values = parsed->results();
    CHECK_OK(check_choice(*option, values));
  }
  if (parameters != nullptr) arguments.parameters_ = parameters->results();
  if (arguments.has("--help")) return arguments;
  if (arguments.parameters_.size() < command.least || arguments.parameters_.size() > command.most) {
    return fail(ErrorCode::kInvalidArgument,
                fmt::format("usage: cordon {} {} [OPTION...]", command.name, command.parameters));
  }
  return arguments;
}

Result<uint32_t> parse_count(std::string_view option, std::string_view text, uint32_t most) {
  uint32_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size() || number > most) {
    return fail(ErrorCode::kInvalidArgument,
                fmt::format("{} is a whole number up to {}, not \"{}\"", option, most, text));
  }
  return number;
}

Result<int32_t> parse_decimal(std::string_view what, std::string_view text, size_t decimals) {
  const size_t dot = text.find('.');
  const std::string whole(text.substr(0, dot));
  std::string fraction(dot == std::string_view::npos ? "" : text.substr(dot + 1));
  const bool is_digits =
      (whole + fraction).find_first_not_of("0123456789") == std::string::npos && !(whole + fraction).empty();
  if (is_digits && fraction.size() <= decimals && whole.size() <= 1) {
    const std::string one = "1" + std::string(decimals, '0');
    fraction.resize(decimals, '0');
    const std::string digits = (whole.empty() ? "0" : whole) + fraction;
    int32_t number = 0, most = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), number);
    std::from_chars(one.data(), one.data() + one.size(), most);
    if (number <= most) return number;
  }
  return fail(ErrorCode::kInvalidArgument,
              fmt::format("{} from 0 to 1 with at most {} decimals, not \"{}\"", what, decimals, text));
}

}  // namespace cordon::cli
