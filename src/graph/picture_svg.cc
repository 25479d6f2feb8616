// SVG and HTML of ownership pictures. The layout is that of Sugiyama, Tagawa and Toda (1981): owners above what they
// own, links over several layers bent at a place in each, places ordered by the mean of their neighbours until it
// settles.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "base/utf8.h"
#include "graph/picture.h"

namespace cordon::graph {
namespace {

constexpr double kBoxHeight = 44, kLayerGap = 92, kBoxGap = 26, kBendWidth = 70, kMargin = 24, kTitle = 34,
                 kLegend = 34;
constexpr double kLetter = 6.9;      // of 12 px sans-serif, on the wide side
constexpr size_t kMostLetters = 26;  // in a line of a box
constexpr int kSweeps = 24;

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '<')
      out += "&lt;";
    else if (c == '>')
      out += "&gt;";
    else if (c == '&')
      out += "&amp;";
    else if (c == '"')
      out += "&quot;";
    else
      out += static_cast<uint8_t>(c) < 0x20 ? ' ' : c;
  }
  std::string well;
  append_well_formed(well, out);
  return well;
}

size_t letters(std::string_view text) {
  return static_cast<size_t>(std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

std::string first_letters(std::string_view text, size_t most) {
  std::string out;
  for (size_t at = 0, n = 0; at < text.size() && n < most; ++n) append_utf8(out, next_code_point(text, at));
  return out;
}

// A name in at most two lines.
std::vector<std::string> lines_of(const std::string& name) {
  if (letters(name) <= kMostLetters) return {name};
  size_t blank = std::string::npos;
  for (size_t at = name.find(' '); at != std::string::npos && letters(name.substr(0, at)) <= kMostLetters;
       at = name.find(' ', at + 1))
    blank = at;
  std::string first = blank == std::string::npos ? first_letters(name, kMostLetters) : name.substr(0, blank);
  std::string second = name.substr(blank == std::string::npos ? first.size() : blank + 1);
  if (letters(second) > kMostLetters) second = first_letters(second, kMostLetters - 1) + "…";
  return {first, second};
}

// A place in a layer: a party's box, or the bend of a link that goes through.
struct Place {
  size_t node = SIZE_MAX;  // SIZE_MAX: a bend
  size_t layer = 0;
  double x = 0, width = kBendWidth;  // middle
  std::vector<size_t> above, below;
};

struct Route {
  size_t link;
  std::vector<size_t> places;  // from the upper to the lower
  bool upward;                 // the owner stands below: part of a ring
};

// Where a label stands: its middle and how wide it is.
struct Label {
  double x, y, wide;
};

class Layout {
 public:
  explicit Layout(const Picture& picture) : picture_(picture) {
    find_layers();
    make_places();
    order();
    spread();
  }
  double width() const { return width_; }
  double height() const {
    return kTitle + static_cast<double>(layers_.size()) * (kBoxHeight + kLayerGap) - kLayerGap + kMargin;
  }
  std::string draw(double top) const;

 private:
  void find_layers();
  void visit(size_t node, std::vector<uint8_t>& state);
  void make_places();
  void order();
  void spread();
  double y(size_t layer) const { return kTitle + static_cast<double>(layer) * (kBoxHeight + kLayerGap); }
  void draw_route(const Route& route, double top, std::string& lines, std::string& labels,
                  std::vector<Label>& placed) const;
  std::string draw_box(const Place& place, double top) const;
  double port(size_t place, size_t link, bool leaves) const;

  const Picture& picture_;
  std::vector<std::vector<size_t>> owners_, owned_;  // of a node; links that close a ring left out
  std::vector<bool> is_back_;                        // of a link
  std::vector<size_t> depth_;                        // of a node: longest way down to the company
  std::vector<Place> places_;
  std::vector<std::vector<size_t>> layers_;
  std::vector<Route> routes_;
  double width_ = 0;
};

// Marks links that close a ring, going up from the company.
void Layout::visit(size_t node, std::vector<uint8_t>& state) {
  state[node] = 1;
  for (size_t i = 0; i < picture_.links.size(); ++i) {
    const PictureLink& link = picture_.links[i];
    if (link.to != node) continue;
    if (state[link.from] == 1) is_back_[i] = true;
    if (state[link.from] == 0) visit(link.from, state);
  }
  state[node] = 2;
}

void Layout::find_layers() {
  const size_t n = picture_.nodes.size();
  is_back_.assign(picture_.links.size(), false);
  std::vector<uint8_t> state(n);
  for (size_t i = 0; i < n; ++i)
    if (state[i] == 0) visit(i, state);
  depth_.assign(n, 0);
  for (size_t round = 0; round < n; ++round)
    for (size_t i = 0; i < picture_.links.size(); ++i)
      if (!is_back_[i])
        depth_[picture_.links[i].from] = std::max(depth_[picture_.links[i].from], depth_[picture_.links[i].to] + 1);
}

void Layout::make_places() {
  const size_t deepest = *std::max_element(depth_.begin(), depth_.end());
  layers_.resize(deepest + 1);
  for (size_t i = 0; i < picture_.nodes.size(); ++i) {
    const std::vector<std::string> lines = lines_of(picture_.nodes[i].name);
    size_t longest = 0;
    for (const std::string& line : lines) longest = std::max(longest, letters(line));
    Place place;
    place.node = i;
    place.layer = deepest - depth_[i];
    place.width = std::max(90.0, static_cast<double>(longest) * kLetter + 22);
    layers_[place.layer].push_back(places_.size());
    places_.push_back(std::move(place));
  }
  for (size_t i = 0; i < picture_.links.size(); ++i) {
    const PictureLink& link = picture_.links[i];
    const bool upward = places_[link.from].layer > places_[link.to].layer;
    size_t upper = upward ? link.to : link.from;
    const size_t lower = upward ? link.from : link.to;
    Route route{i, {upper}, upward};
    for (size_t layer = places_[upper].layer + 1; layer < places_[lower].layer; ++layer) {
      Place bend;
      bend.layer = layer;
      bend.width = std::max(kBendWidth, static_cast<double>(letters(link.label)) * kLetter);
      layers_[layer].push_back(places_.size());
      route.places.push_back(places_.size());
      places_.push_back(bend);
    }
    route.places.push_back(lower);
    for (size_t k = 0; k + 1 < route.places.size(); ++k) {
      places_[route.places[k]].below.push_back(route.places[k + 1]);
      places_[route.places[k + 1]].above.push_back(route.places[k]);
    }
    routes_.push_back(std::move(route));
  }
}

// Places of a layer by the mean position of their neighbours in the layer before, down and up in turn.
void Layout::order() {
  std::vector<double> at(places_.size());
  const auto number = [&] {
    for (const std::vector<size_t>& layer : layers_)
      for (size_t i = 0; i < layer.size(); ++i) at[layer[i]] = static_cast<double>(i);
  };
  number();
  for (int sweep = 0; sweep < kSweeps; ++sweep) {
    const bool down = sweep % 2 == 0;
    for (size_t i = 0; i < layers_.size(); ++i) {
      std::vector<size_t>& layer = layers_[down ? i : layers_.size() - 1 - i];
      std::vector<std::pair<double, size_t>> keyed;
      for (const size_t p : layer) {
        const std::vector<size_t>& near = down ? places_[p].above : places_[p].below;
        double sum = 0;
        for (const size_t q : near) sum += at[q];
        keyed.emplace_back(near.empty() ? at[p] : sum / static_cast<double>(near.size()), p);
      }
      std::stable_sort(keyed.begin(), keyed.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
      for (size_t k = 0; k < layer.size(); ++k) layer[k] = keyed[k].second;
      for (size_t k = 0; k < layer.size(); ++k) at[layer[k]] = static_cast<double>(k);
    }
  }
}

// Gives every place an x: near the mean of its neighbours, at least a gap from those beside it.
void Layout::spread() {
  for (const std::vector<size_t>& layer : layers_) {
    double x = kMargin;
    for (const size_t p : layer) {
      places_[p].x = x + places_[p].width / 2;
      x += places_[p].width + kBoxGap;
    }
  }
  for (int sweep = 0; sweep < 2 * kSweeps; ++sweep)
    for (size_t i = 0; i < layers_.size(); ++i) {
      std::vector<size_t>& layer = layers_[sweep % 2 == 0 ? i : layers_.size() - 1 - i];
      std::vector<double> wanted;
      for (const size_t p : layer) {
        double sum = 0;
        const size_t count = places_[p].above.size() + places_[p].below.size();
        for (const size_t q : places_[p].above) sum += places_[q].x;
        for (const size_t q : places_[p].below) sum += places_[q].x;
        wanted.push_back(count == 0 ? places_[p].x : sum / static_cast<double>(count));
      }
      // From the left and from the right as far as the gaps allow, then half way.
      const auto gap = [&](size_t k) { return (places_[layer[k]].width + places_[layer[k + 1]].width) / 2 + kBoxGap; };
      std::vector<double> left = wanted, right = wanted;
      for (size_t k = 0; k + 1 < layer.size(); ++k) left[k + 1] = std::max(left[k + 1], left[k] + gap(k));
      for (size_t k = layer.size() - 1; k-- > 0;) right[k] = std::min(right[k], right[k + 1] - gap(k));
      for (size_t k = 0; k < layer.size(); ++k) places_[layer[k]].x = (left[k] + right[k]) / 2;
    }
  double least = 1e9, most = 0;
  for (const Place& place : places_) least = std::min(least, place.x - place.width / 2);
  for (Place& place : places_) {
    place.x += kMargin - least;
    most = std::max(most, place.x + place.width / 2);
  }
  width_ = std::max(most + kMargin, static_cast<double>(letters(picture_.title)) * 8.2 + 2 * kMargin);
}

// Where on the edge of a box a link begins or ends: in the order of the other ends, so that links do not cross there.
double Layout::port(size_t place, size_t link, bool leaves) const {
  std::vector<std::pair<double, size_t>> ends;
  for (const Route& route : routes_) {
    if (leaves && route.places.front() == place) ends.emplace_back(places_[route.places[1]].x, route.link);
    if (!leaves && route.places.back() == place)
      ends.emplace_back(places_[route.places[route.places.size() - 2]].x, route.link);
  }
  std::sort(ends.begin(), ends.end());
  const auto at = std::find_if(ends.begin(), ends.end(), [&](const auto& end) { return end.second == link; });
  const double part = (static_cast<double>(at - ends.begin()) + 1) / (static_cast<double>(ends.size()) + 1);
  return places_[place].x + (part - 0.5) * places_[place].width * 0.86;
}

void Layout::draw_route(const Route& route, double top, std::string& lines, std::string& labels,
                        std::vector<Label>& placed) const {
  const PictureLink& link = picture_.links[route.link];
  const std::string_view style = link.counts ? "c" : "u";
  struct Point {
    double x, y;
  };
  std::vector<Point> points;
  points.push_back(
      {port(route.places.front(), route.link, true), top + y(places_[route.places.front()].layer) + kBoxHeight});
  for (size_t k = 1; k + 1 < route.places.size(); ++k) {
    const Place& bend = places_[route.places[k]];
    points.push_back({bend.x, top + y(bend.layer)});
    points.push_back({bend.x, top + y(bend.layer) + kBoxHeight});
  }
  points.push_back({port(route.places.back(), route.link, false), top + y(places_[route.places.back()].layer)});
  std::string path = fmt::format("M{:.1f} {:.1f}", points[0].x, points[0].y);
  for (size_t k = 1; k < points.size(); ++k) {
    const Point a = points[k - 1], b = points[k];
    const double half = (b.y - a.y) / 2;
    path += fmt::format("C{:.1f} {:.1f} {:.1f} {:.1f} {:.1f} {:.1f}", a.x, a.y + half, b.x, b.y - half, b.x, b.y);
  }
  lines += fmt::format("<path class=\"{}\" d=\"{}\" marker-{}=\"url(#{})\"/>\n", style, path,
                       route.upward ? "start" : "end", link.counts ? "ac" : "au");
  // The label near the owned party, at the first height where it meets no other.
  const Point a = points[points.size() - 2], b = points.back();
  const double wide = static_cast<double>(letters(link.label)) * 6.3 + 8;
  constexpr double kHeights[] = {0.5, 0.64, 0.36, 0.76, 0.26, 0.84};
  double x = 0, yy = 0;
  for (const double t : kHeights) {
    // A point of the last Bézier curve of the path.
    const double s = 1 - t, half = (b.y - a.y) / 2;
    x = (s * s * s + 3 * s * s * t) * a.x + (3 * s * t * t + t * t * t) * b.x;
    yy = s * s * s * a.y + 3 * s * s * t * (a.y + half) + 3 * s * t * t * (b.y - half) + t * t * t * b.y;
    const auto meets = [&](const Label& other) {
      return std::abs(other.y - yy) < 17 && std::abs(other.x - x) < (other.wide + wide) / 2 + 2;
    };
    if (std::none_of(placed.begin(), placed.end(), meets)) break;
  }
  placed.push_back({x, yy, wide});
  labels += fmt::format(
      "<rect class=\"l\" x=\"{:.1f}\" y=\"{:.1f}\" width=\"{:.1f}\" height=\"16\" rx=\"3\"/><text class=\"l {}\" "
      "x=\"{:.1f}\" y=\"{:.1f}\">{}</text>\n",
      x - wide / 2, yy - 8, wide, style, x, yy + 4, escaped(link.label));
}

std::string_view fill_of(Look look) {
  switch (look) {
    case Look::kListed:
      return "listed";
    case Look::kCertain:
      return "certain";
    case Look::kPossible:
      return "possible";
    case Look::kConcern:
      return "concern";
    case Look::kUnknown:
      return "unknown";
    case Look::kFree:
      return "free";
  }
  return "free";
}

std::string Layout::draw_box(const Place& place, double top) const {
  const PictureNode& node = picture_.nodes[place.node];
  const double x = place.x - place.width / 2, yy = top + y(place.layer);
  std::string out = fmt::format(
      "<g><title>{}</title><rect class=\"{}{}\" x=\"{:.1f}\" y=\"{:.1f}\" width=\"{:.1f}\" "
      "height=\"{}\" rx=\"6\"/>",
      escaped(node.name), fill_of(node.look), node.is_company ? " asked" : "", x, yy, place.width, kBoxHeight);
  const std::vector<std::string> lines = lines_of(node.name);
  for (size_t i = 0; i < lines.size(); ++i)
    out +=
        fmt::format("<text class=\"n {}\" x=\"{:.1f}\" y=\"{:.1f}\">{}</text>", fill_of(node.look), place.x,
                    yy + kBoxHeight / 2 + 4 + (static_cast<double>(i) - static_cast<double>(lines.size() - 1) / 2) * 15,
                    escaped(lines[i]));
  return out + "</g>\n";
}

std::string Layout::draw(double top) const {
  std::string lines, labels, boxes;
  std::vector<Label> placed;
  for (const Route& route : routes_) draw_route(route, top, lines, labels, placed);
  for (const Place& place : places_)
    if (place.node != SIZE_MAX) boxes += draw_box(place, top);
  std::string out =
      fmt::format("<text class=\"t\" x=\"{}\" y=\"{:.1f}\">{}</text>\n", kMargin, top + 16, escaped(picture_.title));
  if (picture_.left_out > 0)
    out += fmt::format("<text class=\"k\" x=\"{}\" y=\"{:.1f}\">{} more parties are not drawn</text>\n", kMargin,
                       top + 30, picture_.left_out);
  return out + lines + boxes + labels;
}

constexpr std::string_view kStyle = R"svg(<style>
text{font:12px sans-serif;fill:#212121}.t{font-weight:bold;font-size:14px}.n{text-anchor:middle}.n.listed{fill:#fff;font-weight:bold}
.l{text-anchor:middle;font-size:11px}rect.l{fill:#fff;fill-opacity:.9}text.u{fill:#757575}
path{fill:none}path.c{stroke:#b71c1c;stroke-width:2}path.u{stroke:#9e9e9e;stroke-dasharray:5 4}
rect.free{fill:#fff;stroke:#616161}rect.listed{fill:#c62828;stroke:#7f0000}rect.certain{fill:url(#sc);stroke:#b71c1c}
rect.possible{fill:url(#sp);stroke:#e65100}rect.concern{fill:#fff8e1;stroke:#ef6c00}rect.unknown{fill:#eceff1;stroke:#455a64;stroke-dasharray:4 3}
rect.asked{stroke-width:3}
</style>
<defs>
<pattern id="sc" width="10" height="10" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="10" height="10" fill="#fff"/><rect width="4" height="10" fill="#ffab9f"/></pattern>
<pattern id="sp" width="10" height="10" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="10" height="10" fill="#fff"/><rect width="4" height="10" fill="#ffd699"/></pattern>
<marker id="ac" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" markerUnits="userSpaceOnUse" orient="auto-start-reverse"><path d="M0 0L8 4L0 8z" style="fill:#b71c1c"/></marker>
<marker id="au" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" markerUnits="userSpaceOnUse" orient="auto-start-reverse"><path d="M0 0L8 4L0 8z" style="fill:#9e9e9e"/></marker>
</defs>
)svg";

std::string legend(double top) {
  struct Entry {
    std::string_view look, text;
  };
  constexpr Entry kEntries[] = {{"listed", "listed"},
                                {"certain", "caught for certain"},
                                {"possible", "possibly caught"},
                                {"concern", "control concern"},
                                {"free", "not caught on the data"}};
  std::string out;
  double x = kMargin;
  for (const Entry& entry : kEntries) {
    out += fmt::format(
        "<rect class=\"{}\" x=\"{:.1f}\" y=\"{:.1f}\" width=\"22\" height=\"14\" rx=\"3\"/><text class=\"k\" "
        "x=\"{:.1f}\" y=\"{:.1f}\">{}</text>\n",
        entry.look, x, top, x + 28, top + 11, entry.text);
    x += 46 + static_cast<double>(entry.text.size()) * 6.6;
  }
  return out;
}

}  // namespace

std::string svg_of(const std::vector<Picture>& pictures) {
  double height = kMargin, width = 780;  // the legend takes some 760
  std::string body;
  for (const Picture& picture : pictures) {
    const Layout layout(picture);
    body += layout.draw(height);
    height += layout.height() + kMargin;
    width = std::max(width, layout.width());
  }
  return fmt::format(
      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{0:.0f}\" height=\"{1:.0f}\" viewBox=\"0 0 {0:.0f} "
      "{1:.0f}\">\n"
      "<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n{2}{3}{4}</svg>\n",
      width, height + kLegend, kStyle, body, legend(height));
}

std::string html_of(const std::vector<Picture>& pictures) {
  std::string title = pictures.empty() ? "ownership" : escaped(pictures.front().title);
  return fmt::format(
      "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>{}</title>\n"
      "<style>body{{margin:0;background:#fff}}svg{{display:block}}</style></head>\n<body>\n{}</body></html>\n",
      title, svg_of(pictures));
}

}  // namespace cordon::graph
