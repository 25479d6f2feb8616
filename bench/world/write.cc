#include "world/write.h"

#include <filesystem>

#include "base/atomic_file.h"
#include "world/customer.h"

namespace cordon::world {
namespace {

constexpr size_t kBuffer = 1 << 20;

class Sink {
 public:
  static Result<Sink> create(const std::string& path) {
    TRY(AtomicFile file, AtomicFile::create(path));
    return Sink(std::move(file));
  }
  Result<void> append(std::string_view text) {
    buffer_ += text;
    if (buffer_.size() < kBuffer) return {};
    CHECK_OK(file_.append(buffer_));
    buffer_.clear();
    return {};
  }
  Result<void> commit() {
    CHECK_OK(file_.append(buffer_));
    return file_.commit();
  }

 private:
  explicit Sink(AtomicFile file) : file_(std::move(file)) {}
  AtomicFile file_;
  std::string buffer_;
};

void append_json(std::string_view text, std::string& out) {
  out.push_back('"');
  for (const char c : text) {
    if (c == '"' || c == '\\') out.push_back('\\');
    out.push_back(c);
  }
  out.push_back('"');
}

void append_values(std::string_view property, const std::vector<std::string_view>& values, std::string& out) {
  if (values.empty()) return;
  if (out.back() != '{') out.push_back(',');
  append_json(property, out);
  out += ":[";
  for (size_t i = 0; i < values.size(); ++i) {
    if (i > 0) out.push_back(',');
    append_json(values[i], out);
  }
  out.push_back(']');
}

void append_names(const Party& party, ListedAs as, std::string_view property, std::string& out) {
  std::vector<std::string_view> values;
  for (const ListedName& name : party.names)
    if (name.as == as) values.push_back(name.text);
  append_values(property, values, out);
}

void append_csv(std::string_view text, std::string& out) {
  if (text.find_first_of(",\"\n") == std::string_view::npos) {
    out += text;
    return;
  }
  out.push_back('"');
  for (const char c : text) {
    if (c == '"') out.push_back('"');
    out.push_back(c);
  }
  out.push_back('"');
}

std::string_view birth_property(PartyKind kind) {
  if (kind == PartyKind::kPerson) return "birthDate";
  return kind == PartyKind::kVessel || kind == PartyKind::kAirplane ? "buildDate" : "incorporationDate";
}

Result<void> write_parties(const WorldSize& size, const std::string& path) {
  TRY(Sink sink, Sink::create(path));
  for (uint64_t i = 0; i < size.parties; ++i) CHECK_OK(sink.append(ftm_line(size.seed, i)));
  return sink.commit();
}

Result<void> write_customers(const WorldSize& size, const std::string& folder) {
  TRY(Sink customers, Sink::create(folder + "/customers.csv"));
  TRY(Sink truth, Sink::create(folder + "/truth.csv"));
  CHECK_OK(customers.append("id,name,schema,birth_date,country\n"));
  CHECK_OK(truth.append("id,entity_id\n"));
  std::string line;
  for (uint64_t i = 0; i < size.customers; ++i) {
    const Customer c = make_customer(size.seed, size.parties, i);
    line.clear();
    for (const std::string* field : {&c.id, &c.name, &c.schema, &c.birth_date, &c.country}) {
      if (field != &c.id) line.push_back(',');
      append_csv(*field, line);
    }
    line.push_back('\n');
    CHECK_OK(customers.append(line));
    if (c.party) CHECK_OK(truth.append(c.id + "," + id_of(*c.party) + "\n"));
  }
  CHECK_OK(customers.commit());
  return truth.commit();
}

}  // namespace

std::string ftm_line(uint64_t seed, uint64_t index) {
  const Party party = make_party(seed, index);
  std::string out = R"({"id":)";
  append_json(id_of(index), out);
  out += R"(,"schema":)";
  append_json(schema_of(party.kind), out);
  out += R"(,"properties":{)";
  append_names(party, ListedAs::kName, "name", out);
  append_names(party, ListedAs::kAlias, "alias", out);
  append_names(party, ListedAs::kWeakAlias, "weakAlias", out);
  append_names(party, ListedAs::kPreviousName, "previousName", out);
  if (!party.birth.empty()) append_values(birth_property(party.kind), {party.birth}, out);
  std::vector<bool> written(party.statements.size());
  for (size_t i = 0; i < party.statements.size(); ++i) {
    if (written[i]) continue;
    std::vector<std::string_view> values;
    for (size_t k = i; k < party.statements.size(); ++k)
      if (party.statements[k].property == party.statements[i].property) {
        values.push_back(party.statements[k].value);
        written[k] = true;
      }
    append_values(party.statements[i].property, values, out);
  }
  return out + R"(},"datasets":["made_world"]})" + "\n";
}

Result<void> write_world(const WorldSize& size, const std::string& folder) {
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  if (error) return fail(ErrorCode::kIo, "cannot make the folder: " + error.message(), {folder, 0, 0});
  CHECK_OK(write_parties(size, folder + "/parties.ftm.jsonl"));
  return write_customers(size, folder);
}

}  // namespace cordon::world
