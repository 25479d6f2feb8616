// The elements of HTML that a reader of pages tells apart.
#pragma once

#include <cstdint>
#include <string_view>

namespace cordon::html {

enum class Tag : uint8_t {
  kDocument,
  kText,
  kOther,
  kA,
  kAbbr,
  kAddress,
  kArea,
  kArticle,
  kAside,
  kAudio,
  kB,
  kBase,
  kBig,
  kBlockquote,
  kBody,
  kBr,
  kButton,
  kCanvas,
  kCaption,
  kCenter,
  kCite,
  kCode,
  kCol,
  kColgroup,
  kDatalist,
  kDd,
  kDel,
  kDetails,
  kDialog,
  kDir,
  kDiv,
  kDl,
  kDt,
  kEm,
  kEmbed,
  kFieldset,
  kFigcaption,
  kFigure,
  kFont,
  kFooter,
  kForm,
  kFrame,
  kFrameset,
  kH1,
  kH2,
  kH3,
  kH4,
  kH5,
  kH6,
  kHead,
  kHeader,
  kHgroup,
  kHr,
  kHtml,
  kI,
  kIframe,
  kImg,
  kInput,
  kIns,
  kKbd,
  kLabel,
  kLegend,
  kLi,
  kLink,
  kMain,
  kMap,
  kMark,
  kMath,
  kMenu,
  kMeta,
  kNav,
  kNobr,
  kNoembed,
  kNoframes,
  kNoscript,
  kObject,
  kOl,
  kOptgroup,
  kOption,
  kP,
  kParam,
  kPicture,
  kPre,
  kQ,
  kRp,
  kRt,
  kRuby,
  kS,
  kScript,
  kSearch,
  kSection,
  kSelect,
  kSmall,
  kSource,
  kSpan,
  kStrike,
  kStrong,
  kStyle,
  kSub,
  kSummary,
  kSup,
  kSvg,
  kTable,
  kTbody,
  kTd,
  kTemplate,
  kTextarea,
  kTfoot,
  kTh,
  kThead,
  kTime,
  kTitle,
  kTr,
  kTrack,
  kTt,
  kU,
  kUl,
  kVar,
  kVideo,
  kWbr,
  kXmp,
};
inline constexpr size_t kTags = static_cast<size_t>(Tag::kXmp) + 1;

// What the standard's tree building asks of an element, in one word of bits.
enum TagTrait : uint16_t {
  kVoid = 1,         // has no content: <br>
  kRawText = 2,      // its content is no markup: <script>
  kEscapedText = 4,  // no markup, but references: <title>
  kFormatting = 8,   // <b>: may be closed across others
  kBlock = 16,       // begins a new line, and closes an open <p>
  kScope = 32,       // end tags inside do not close what is open outside: <td>
  kHeading = 64,     // <h1> … <h6>
  kHeadOnly = 128,   // may stand in <head>
  kSpecial = 256,    // an end tag of an inline element does not reach past it
};

// Returns the element of that name in any case, kOther for one that is not known.
Tag tag_of(std::string_view name);
uint16_t traits(Tag tag);
inline bool has(Tag tag, uint16_t trait) { return (traits(tag) & trait) != 0; }
inline bool is_heading(Tag tag) { return tag >= Tag::kH1 && tag <= Tag::kH6; }

}  // namespace cordon::html
