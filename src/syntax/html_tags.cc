#include "syntax/html_tags.h"

#include <array>
#include <string>
#include <unordered_map>

namespace cordon::html {
namespace {

struct Row {
  std::string_view name;
  Tag tag;
  uint16_t traits = 0;
};

constexpr uint16_t kBlockBox = kBlock | kSpecial;
constexpr uint16_t kCell = kScope | kSpecial;

// In the order of Tag.
constexpr Row kRows[] = {
    {"", Tag::kDocument, kScope | kSpecial},
    {"", Tag::kText},
    {"", Tag::kOther},
    {"a", Tag::kA, kFormatting},
    {"abbr", Tag::kAbbr},
    {"address", Tag::kAddress, kBlockBox},
    {"area", Tag::kArea, kVoid},
    {"article", Tag::kArticle, kBlockBox},
    {"aside", Tag::kAside, kBlockBox},
    {"audio", Tag::kAudio},
    {"b", Tag::kB, kFormatting},
    {"base", Tag::kBase, kVoid | kHeadOnly},
    {"big", Tag::kBig, kFormatting},
    {"blockquote", Tag::kBlockquote, kBlockBox},
    {"body", Tag::kBody, kSpecial | kScope},
    {"br", Tag::kBr, kVoid},
    {"button", Tag::kButton, kSpecial},
    {"canvas", Tag::kCanvas},
    {"caption", Tag::kCaption, kCell | kBlock},
    {"center", Tag::kCenter, kBlockBox},
    {"cite", Tag::kCite},
    {"code", Tag::kCode, kFormatting},
    {"col", Tag::kCol, kVoid},
    {"colgroup", Tag::kColgroup, kSpecial},
    {"datalist", Tag::kDatalist},
    {"dd", Tag::kDd, kBlockBox},
    {"del", Tag::kDel},
    {"details", Tag::kDetails, kBlockBox},
    {"dialog", Tag::kDialog, kBlockBox},
    {"dir", Tag::kDir, kBlockBox},
    {"div", Tag::kDiv, kBlockBox},
    {"dl", Tag::kDl, kBlockBox},
    {"dt", Tag::kDt, kBlockBox},
    {"em", Tag::kEm, kFormatting},
    {"embed", Tag::kEmbed, kVoid},
    {"fieldset", Tag::kFieldset, kBlockBox},
    {"figcaption", Tag::kFigcaption, kBlockBox},
    {"figure", Tag::kFigure, kBlockBox},
    {"font", Tag::kFont, kFormatting},
    {"footer", Tag::kFooter, kBlockBox},
    {"form", Tag::kForm, kBlockBox},
    {"frame", Tag::kFrame, kVoid},
    {"frameset", Tag::kFrameset, kSpecial},
    {"h1", Tag::kH1, kBlockBox | kHeading},
    {"h2", Tag::kH2, kBlockBox | kHeading},
    {"h3", Tag::kH3, kBlockBox | kHeading},
    {"h4", Tag::kH4, kBlockBox | kHeading},
    {"h5", Tag::kH5, kBlockBox | kHeading},
    {"h6", Tag::kH6, kBlockBox | kHeading},
    {"head", Tag::kHead, kSpecial},
    {"header", Tag::kHeader, kBlockBox},
    {"hgroup", Tag::kHgroup, kBlockBox},
    {"hr", Tag::kHr, kVoid | kBlock},
    {"html", Tag::kHtml, kSpecial | kScope},
    {"i", Tag::kI, kFormatting},
    {"iframe", Tag::kIframe, kRawText},
    {"img", Tag::kImg, kVoid},
    {"input", Tag::kInput, kVoid},
    {"ins", Tag::kIns},
    {"kbd", Tag::kKbd},
    {"label", Tag::kLabel},
    {"legend", Tag::kLegend, kBlock},
    {"li", Tag::kLi, kBlockBox},
    {"link", Tag::kLink, kVoid | kHeadOnly},
    {"main", Tag::kMain, kBlockBox},
    {"map", Tag::kMap},
    {"mark", Tag::kMark},
    {"math", Tag::kMath},
    {"menu", Tag::kMenu, kBlockBox},
    {"meta", Tag::kMeta, kVoid | kHeadOnly},
    {"nav", Tag::kNav, kBlockBox},
    {"nobr", Tag::kNobr, kFormatting},
    {"noembed", Tag::kNoembed, kRawText},
    {"noframes", Tag::kNoframes, kRawText | kHeadOnly},
    {"noscript", Tag::kNoscript, kHeadOnly | kSpecial},
    {"object", Tag::kObject, kScope | kSpecial},
    {"ol", Tag::kOl, kBlockBox},
    {"optgroup", Tag::kOptgroup},
    {"option", Tag::kOption},
    {"p", Tag::kP, kBlockBox},
    {"param", Tag::kParam, kVoid},
    {"picture", Tag::kPicture},
    {"pre", Tag::kPre, kBlockBox},
    {"q", Tag::kQ},
    {"rp", Tag::kRp},
    {"rt", Tag::kRt},
    {"ruby", Tag::kRuby},
    {"s", Tag::kS, kFormatting},
    {"script", Tag::kScript, kRawText | kHeadOnly},
    {"search", Tag::kSearch, kBlockBox},
    {"section", Tag::kSection, kBlockBox},
    {"select", Tag::kSelect, kSpecial},
    {"small", Tag::kSmall, kFormatting},
    {"source", Tag::kSource, kVoid},
    {"span", Tag::kSpan},
    {"strike", Tag::kStrike, kFormatting},
    {"strong", Tag::kStrong, kFormatting},
    {"style", Tag::kStyle, kRawText | kHeadOnly},
    {"sub", Tag::kSub},
    {"summary", Tag::kSummary, kBlockBox},
    {"sup", Tag::kSup},
    {"svg", Tag::kSvg},
    {"table", Tag::kTable, kBlockBox | kScope},
    {"tbody", Tag::kTbody, kSpecial},
    {"td", Tag::kTd, kCell | kBlock},
    {"template", Tag::kTemplate, kScope | kSpecial | kHeadOnly},
    {"textarea", Tag::kTextarea, kEscapedText},
    {"tfoot", Tag::kTfoot, kSpecial},
    {"th", Tag::kTh, kCell | kBlock},
    {"thead", Tag::kThead, kSpecial},
    {"time", Tag::kTime},
    {"title", Tag::kTitle, kEscapedText | kHeadOnly},
    {"tr", Tag::kTr, kSpecial | kBlock},
    {"track", Tag::kTrack, kVoid},
    {"tt", Tag::kTt, kFormatting},
    {"u", Tag::kU, kFormatting},
    {"ul", Tag::kUl, kBlockBox},
    {"var", Tag::kVar},
    {"video", Tag::kVideo},
    {"wbr", Tag::kWbr, kVoid},
    {"xmp", Tag::kXmp, kRawText | kBlock},
};
static_assert(std::size(kRows) == kTags);
static_assert([] {
  for (size_t i = 0; i < std::size(kRows); ++i)
    if (static_cast<size_t>(kRows[i].tag) != i) return false;
  return true;
}());

constexpr size_t kLongestName = 10;  // blockquote, figcaption

}  // namespace

Tag tag_of(std::string_view name) {
  static const auto* table = [] {
    auto* out = new std::unordered_map<std::string_view, Tag>;
    for (const Row& row : kRows)
      if (!row.name.empty()) out->emplace(row.name, row.tag);
    return out;
  }();
  if (name.size() > kLongestName) return Tag::kOther;
  std::array<char, kLongestName> lower;
  for (size_t i = 0; i < name.size(); ++i)
    lower[i] = static_cast<char>(name[i] >= 'A' && name[i] <= 'Z' ? name[i] + 32 : name[i]);
  const auto found = table->find(std::string_view(lower.data(), name.size()));
  return found == table->end() ? Tag::kOther : found->second;
}

uint16_t traits(Tag tag) { return kRows[static_cast<size_t>(tag)].traits; }

}  // namespace cordon::html
