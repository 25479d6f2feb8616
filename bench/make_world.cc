// make_world --parties N --customers M --seed S -o DIR: a world to measure on; see bench/WORLD.md.
#include <CLI/CLI.hpp>
#include <cstdio>

#include "world/write.h"

int main(int argc, char** argv) {
  CLI::App app{
      "Writes a generated world to measure Cordon on: DIR/parties.ftm.jsonl (FollowTheMoney), DIR/customers.csv\n"
      "(id, name, schema, birth_date, country) and DIR/truth.csv (id, entity_id): one customer in a hundred is a\n"
      "listed party under a changed spelling. The same options give the same bytes."};
  cordon::world::WorldSize size;
  std::string folder;
  app.add_option("--parties", size.parties, "Listed parties")
      ->required()
      ->check(CLI::Range(uint64_t{1}, uint64_t{9'999'999}));
  app.add_option("--customers", size.customers, "Customers")
      ->required()
      ->check(CLI::Range(uint64_t{0}, uint64_t{99'999'999}));
  app.add_option("--seed", size.seed, "Another seed makes another world")->required();
  app.add_flag("--changes", size.with_changes,
               "Also write DIR/changes.csv (id, change): how each listed name was changed");
  app.add_option("-o,--output", folder, "Folder to write to; made where it is not there")->required();
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? 0 : 2;
  }
  if (const auto written = cordon::world::write_world(size, folder); !written) {
    std::fprintf(stderr, "make_world: %s\n", written.error().text().c_str());
    return 2;
  }
  return 0;
}
