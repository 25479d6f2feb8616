// main_text FILE…: the main text of pages, one JSON object a line, for ./dev quality reading and for looking at.
// main_text --time FILE…: how fast that is, over the files together, without printing them.
#include <cstdio>
#include <ctime>
#include <string>
#include <vector>

#include "base/mapped_file.h"
#include "reading/page_kinds.h"
#include "syntax/json_writer.h"

namespace cordon {
namespace {

std::string line_of(const std::string& path, const reading::Page& page) {
  constexpr std::string_view kKinds[] = {"paragraph", "cross_head", "quotation", "list_item"};
  JsonWriter out;
  out.begin_object();
  out.text("file", path);
  out.text("title", page.title);
  out.text("byline", page.byline);
  out.text("published", page.published);
  out.text("site", page.site);
  out.text("language", page.language);
  out.boolean("partial", page.is_partial);
  out.texts("remarks", page.remarks);
  std::vector<std::string> kinds;
  for (const reading::Block& b : page.blocks) kinds.emplace_back(kKinds[static_cast<size_t>(b.kind)]);
  out.texts("kinds", kinds);
  out.text("main_text", reading::main_text(page));
  out.end_object();
  return std::move(out).take();
}

std::string error_line(const std::string& path, const Error& error) {
  JsonWriter out;
  out.begin_object();
  out.text("file", path);
  out.text("error", error.text());
  out.text("main_text", "");
  out.end_object();
  return std::move(out).take();
}

int run(const std::vector<std::string>& paths, bool is_timed) {
  size_t bytes = 0;
  std::clock_t spent = 0;  // of CPU: the machine may do other things too
  for (const std::string& path : paths) {
    const auto file = MappedFile::open(path);
    if (!file) {
      std::fprintf(stderr, "main_text: %s\n", file.error().text().c_str());
      return 2;
    }
    const std::clock_t begin = std::clock();
    const auto page = reading::page_from_bytes(file->bytes(), path);
    spent += std::clock() - begin;
    bytes += file->bytes().size();
    if (!is_timed) std::puts(page ? line_of(path, *page).c_str() : error_line(path, page.error()).c_str());
  }
  if (is_timed) {
    const double seconds = static_cast<double>(spent) / CLOCKS_PER_SEC;
    std::printf("%zu pages, %.1f MB in %.2f s: %.1f MB/s\n", paths.size(), static_cast<double>(bytes) / 1e6, seconds,
                static_cast<double>(bytes) / 1e6 / seconds);
  }
  return 0;
}

}  // namespace
}  // namespace cordon

int main(int argc, char** argv) {
  std::vector<std::string> paths(argv + 1, argv + argc);
  const bool is_timed = !paths.empty() && paths.front() == "--time";
  if (is_timed) paths.erase(paths.begin());
  return cordon::run(paths, is_timed);
}
