#include "reading/tagger_features.h"

#include <algorithm>

namespace cordon::reading {
namespace {

constexpr FeaturePart kOutside = "<>";

FeaturePart shape_of_mark(char32_t c) {
  if (is_comma_mark(c)) return ",";
  if (is_dash_mark(c)) return "-";
  if (is_colon_mark(c)) return ":";
  if (is_semicolon_mark(c)) return ";";
  if (is_terminal_mark(c)) return c == U'?' ? "?" : ".";
  if (is_quote_mark(c)) return "\"";
  return "mark";
}

struct ShapeOfKind {
  Kind kind;
  FeaturePart shape;
};
// The first that fits is a word's shape.
constexpr ShapeOfKind kShapes[] = {
    {Kind::kNegation, "not"},        {Kind::kBy, "by"},
    {Kind::kThat, "that"},           {Kind::kWhether, "whether"},
    {Kind::kSpokesman, "spokesman"}, {Kind::kSourceWord, "person"},
    {Kind::kPerson, "person"},       {Kind::kOrganWord, "body"},
    {Kind::kBody, "body"},           {Kind::kCompany, "company"},
    {Kind::kMedia, "media"},         {Kind::kOutlet, "media"},
    {Kind::kDocument, "document"},   {Kind::kState, "state"},
    {Kind::kCapital, "state"},       {Kind::kPossessive, "its"},
    {Kind::kPronoun, "he"},          {Kind::kPartOf, "oneof"},
    {Kind::kTitle, "title"},         {Kind::kAuxiliary, "has"},
    {Kind::kDeterminer, "the"},      {Kind::kConjunction, "and"},
    {Kind::kSubordinator, "while"},  {Kind::kPreposition, "in"},
    {Kind::kTime, "time"},           {Kind::kClaimNoun, "claim"},
    {Kind::kAnaphor, "this"},        {Kind::kAdjective, "state's"},
    {Kind::kHedge, "hedge"},         {Kind::kAdverb, "adverb"},
    {Kind::kPlace, "place"},
};

// The last `count` letters of a word.
std::string_view last_letters(std::string_view word, int count) {
  size_t at = word.size();
  while (at > 0 && count > 0)
    if ((static_cast<unsigned char>(word[--at]) & 0xc0) != 0x80) --count;
  return word.substr(at);
}

}  // namespace

uint64_t hash_of_written(std::string_view feature) {
  const size_t equals = feature.find('=');
  uint64_t h = feature_hash(feature.substr(0, equals));
  if (equals == std::string_view::npos) return h;
  for (size_t at = equals + 1;;) {
    const size_t bar = feature.find('|', at);
    h = join_hash(h, feature_hash(feature.substr(at, bar == std::string_view::npos ? bar : bar - at)));
    if (bar == std::string_view::npos) return h;
    at = bar + 1;
  }
}

TaggerView::TaggerView(const Text& text, const Sentence& sentence, const std::vector<bool>& named)
    : text_(text), units_(sentence.units), named_(named), language_(text.language) {
  const int n = size();
  begin_.shape = end_.shape = begin_.word = end_.word = kOutside;
  items_.reserve(units_.size());
  bool quoted = false;
  for (int i = 0; i < n; ++i) {
    items_.push_back(look(i));
    quoted = quoted || units_[i].quote >= 0;
    has_speaker_ = has_speaker_ || items_.back().speaks;
  }
  has_quote_ = quoted ? "quoted" : "plain";
  left_.assign(units_.size(), kOutside);
  right_ = before_ = after_ = left_;
  FeaturePart near = kOutside, end = kOutside;
  for (int i = 0; i < n; ++i) {
    left_[i] = near;
    before_[i] = end;
    if (!items_[i].idle) near = items_[i].shape;
    if (items_[i].boundary) end = items_[i].shape;
  }
  near = end = kOutside;
  for (int i = n - 1; i >= 0; --i) {
    right_[i] = near;
    after_[i] = end;
    if (!items_[i].idle) near = items_[i].shape;
    if (items_[i].boundary) end = items_[i].shape;
  }
  for (std::vector<uint16_t>* counts : {&commas_, &quotes_, &thats_, &cues_, &marks_})
    counts->assign(static_cast<size_t>(n) + 1, 0);
  for (int i = 0; i < n; ++i) {
    const auto count = [&](std::vector<uint16_t>& counts, bool is) {
      counts[i + 1] = static_cast<uint16_t>(counts[i] + (is && counts[i] < UINT16_MAX));
    };
    const Unit& unit = units_[i];
    count(commas_, is_comma_mark(unit.mark));
    count(quotes_, unit.quote >= 0);
    count(thats_, unit.is(Kind::kThat));
    count(cues_, unit.is(Kind::kCue));
    count(marks_, is_dash_mark(unit.mark) || is_colon_mark(unit.mark) || is_semicolon_mark(unit.mark));
  }
}

TaggerView::Item TaggerView::look(int i) const {
  const Unit& unit = units_[i];
  Item out;
  if (unit.quote >= 0) {
    out.shape = out.word = "quote";
    out.boundary = true;
    return out;
  }
  if (unit.is_bracket) {
    out.shape = out.word = "()";
    out.idle = true;
    return out;
  }
  if (unit.mark != 0) {
    out.shape = out.word = shape_of_mark(unit.mark);
    out.boundary = out.shape.text != "\"" && out.shape.text != "mark";
    return out;
  }
  const Token& token = text_.tokens[unit.token];
  const std::string_view fold = token.fold;
  out.word =
      token.is_number || fold.find_first_of("=|\t\n") != std::string_view::npos ? FeaturePart("0") : FeaturePart(fold);
  out.ending = out.word.text == "0" ? out.word : FeaturePart(last_letters(fold, 3));
  out.shape = token.is_number ? "number" : unit.is_capital ? "Word" : "word";
  bool known = false;
  for (const auto& [kind, shape] : kShapes)
    if (unit.is(kind)) {
      out.shape = shape;
      known = true;
      break;
    }
  const bool german = text_.language == "de";
  const bool is_name = named_[unit.token] || (!known && unit.is_capital && !german && i > 0);
  if (is_name && !unit.is(Kind::kPerson) && !unit.is(Kind::kSpokesman)) out.shape = "name";
  out.idle = unit.is(Kind::kAuxiliary) || unit.is(Kind::kNegation) || unit.is(Kind::kAdverb) || unit.is(Kind::kTime);
  out.frame = "-";
  out.speaks = is_name || unit.is(Kind::kPronoun);
  for (const Kind kind : {Kind::kPerson, Kind::kSpokesman, Kind::kSourceWord, Kind::kBody, Kind::kCompany, Kind::kMedia,
                          Kind::kOutlet, Kind::kOrganWord, Kind::kState, Kind::kCapital, Kind::kDocument})
    out.speaks = out.speaks || unit.is(kind);
  if (const Lexeme* cue = unit.as(Kind::kCue)) {
    const std::string_view detail = cue->detail;
    out.frame = FeaturePart(detail.substr(0, detail.find(' ')));
    out.candidate = true;
    if (!known && !is_name) out.shape = "cue";
  } else {
    // An ideograph is half a word, and two letters are what an apostrophe cut off.
    out.candidate = !known && !is_name && !token.is_number && !token.is_wide && fold.size() > 2 &&
                    !(german && unit.is_capital && i > 0);
  }
  return out;
}

void TaggerView::hide(int i) {
  Item& it = items_[i];
  it.hidden = true;
  it.frame = "-";
  it.word = "?";
  if (it.shape.text == "cue") it.shape = "word";
}

FeaturePart TaggerView::what_is_between(int begin, int end) const {
  const auto count = [&](const std::vector<uint16_t>& counts) { return begin < end ? counts[end] - counts[begin] : 0; };
  static constexpr FeaturePart kNames[] = {"0",  "0t",  "0q",  "0qt",  "1",  "1t",  "1q",  "1qt",
                                           "2",  "2t",  "2q",  "2qt",  "0-", "0t-", "0q-", "0qt-",
                                           "1-", "1t-", "1q-", "1qt-", "2-", "2t-", "2q-", "2qt-"};
  const int at = std::min(2, count(commas_)) * 4 + (count(quotes_) > 0 ? 2 : 0) + (count(thats_) > 0 ? 1 : 0) +
                 (count(marks_) > 0 ? 12 : 0);
  return kNames[at];
}

FeaturePart TaggerView::distance(int units) {
  static constexpr FeaturePart kNames[] = {"-9", "-8", "-7", "-6", "-5", "-4", "-3", "-2", "-1", "0",
                                           "1",  "2",  "3",  "4",  "5",  "6",  "7",  "8",  "9"};
  const int size = units < 0 ? -units : units;
  const int bucket = size <= 5 ? size : size <= 7 ? 6 : size <= 11 ? 7 : size <= 18 ? 8 : 9;
  return kNames[units < 0 ? 9 - bucket : 9 + bucket];
}

}  // namespace cordon::reading
