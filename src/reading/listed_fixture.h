// A list of a few parties, indexed in memory, for tests of mentions.
#pragma once

#include <gtest/gtest.h>

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "index/text_automaton.h"
#include "reading/mentions.h"

namespace cordon::reading {

struct ListedFixture {
  std::map<std::string, std::string> sections;
  std::vector<Entity> entities;
  std::optional<index::Index> index;
  std::optional<index::TextAutomaton> names;
  Profile profile = *builtin_profile("default");

  // Parties "t:0", "t:1" … in this order.
  explicit ListedFixture(std::vector<Entity> all) : entities(std::move(all)) {
    index::Builder builder;
    for (size_t i = 0; i < entities.size(); ++i) {
      entities[i].id = "t:" + std::to_string(i);
      builder.add(entities[i]);
    }
    const auto keep = [&](std::string_view name, std::string_view bytes) -> Result<void> {
      sections[std::string(name)] = bytes;
      return {};
    };
    const auto kept = [&](std::string_view name) -> Result<std::string_view> { return sections.at(std::string(name)); };
    EXPECT_TRUE(builder.build(keep));
    auto opened = index::Index::open(kept);
    EXPECT_TRUE(opened) << opened.error().text();
    index.emplace(std::move(*opened));
    EXPECT_TRUE(index::TextAutomaton::build(*index, keep));
    auto made = index::TextAutomaton::open(*index, kept);
    EXPECT_TRUE(made) << made.error().text();
    names.emplace(*made);
  }

  std::vector<ListedMention> read(std::vector<std::string> paragraphs, std::string language = "en") const {
    Page page;
    page.language = std::move(language);
    for (std::string& text : paragraphs) page.blocks.push_back({BlockKind::kParagraph, std::move(text), {}});
    const ListedNames listed{*names, [this](uint32_t n) -> Result<Entity> { return entities.at(n); }};
    auto mentions = listed_mentions(page, listed, profile);
    EXPECT_TRUE(mentions) << mentions.error().text();
    return mentions ? *mentions : std::vector<ListedMention>{};
  }
  // "text=id,id" of each mention, in order.
  std::vector<std::string> found(std::vector<std::string> paragraphs, std::string language = "en") const {
    std::vector<std::string> out;
    for (const ListedMention& m : read(std::move(paragraphs), std::move(language))) {
      std::string row = m.text + "=";
      for (size_t i = 0; i < m.entity_ids.size(); ++i) row += (i > 0 ? "," : "") + m.entity_ids[i];
      if (m.is_ambiguous) row += "?";
      out.push_back(std::move(row));
    }
    return out;
  }
};

inline Entity listed_party(Schema schema, std::vector<std::string> names, std::string family = {}) {
  Entity e;
  e.schema = schema;
  for (std::string& text : names) {
    Name name;
    name.text = std::move(text);
    name.family = family;
    e.names.push_back(std::move(name));
  }
  return e;
}

}  // namespace cordon::reading
