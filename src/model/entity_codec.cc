// Writes and reads bodies. Reading trusts nothing: each count is held against the bytes that are left.
#include "model/entity_codec.h"

namespace cordon {
namespace {

constexpr uint64_t kCodecVersion = 2;

class Out {
 public:
  explicit Out(std::string& bytes) : bytes_(bytes) {}
  void number(uint64_t v) {
    while (v >= 0x80) {
      bytes_ += static_cast<char>(v | 0x80);
      v >>= 7;
    }
    bytes_ += static_cast<char>(v);
  }
  void text(std::string_view t) {
    number(t.size());
    bytes_ += t;
  }
  void texts(const std::vector<std::string>& all) {
    number(all.size());
    for (const std::string& t : all) text(t);
  }
  void span(const DateSpan& d) {
    number(static_cast<uint64_t>(d.precision));
    number(zigzag(d.low));
    number(zigzag(d.high));
  }
  void maybe(const std::optional<DateSpan>& d) {
    number(d.has_value());
    if (d) span(*d);
  }

 private:
  static uint64_t zigzag(int32_t v) { return (static_cast<uint32_t>(v) << 1) ^ static_cast<uint32_t>(v >> 31); }
  std::string& bytes_;
};

// Reads what Out wrote. After the first fault every read gives an empty value and ok() is false.
class In {
 public:
  explicit In(std::string_view bytes) : bytes_(bytes) {}
  bool ok() const { return ok_; }
  size_t position() const { return pos_; }
  bool at_end() const { return pos_ == bytes_.size(); }
  uint64_t number() {
    uint64_t v = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      if (pos_ >= bytes_.size()) return broken();
      const auto b = static_cast<uint8_t>(bytes_[pos_++]);
      v |= uint64_t{b & 0x7FU} << shift;
      if (b < 0x80) return v;
    }
    return broken();
  }
  // A count of things of at least `smallest` bytes each: never more than the bytes that are left can hold.
  size_t count(size_t smallest = 1) {
    const uint64_t n = number();
    return n <= (bytes_.size() - pos_) / smallest ? n : broken();
  }
  std::string text() { return std::string(view()); }
  std::string_view view() {
    const size_t n = count();
    if (!ok_) return {};
    pos_ += n;
    return bytes_.substr(pos_ - n, n);
  }
  std::vector<std::string> texts() {
    std::vector<std::string> out(count());
    for (std::string& t : out) t = text();
    return out;
  }
  template <typename E>
  E choice(E last) {
    const uint64_t v = number();
    return v <= static_cast<uint64_t>(last) ? static_cast<E>(v) : static_cast<E>(broken());
  }
  DateSpan span() {
    DateSpan d;
    d.precision = choice(DatePrecision::kUnknown);
    d.low = day();
    d.high = day();
    return d;
  }
  std::optional<DateSpan> maybe() {
    if (number() == 0) return std::nullopt;
    return span();
  }
  uint16_t source() {
    const uint64_t v = number();
    return v <= 0xFFFF ? static_cast<uint16_t>(v) : static_cast<uint16_t>(broken());
  }

 private:
  // No day of any list lies outside the years -3000 … 6000.
  Day day() {
    const uint64_t v = number();
    if (v > 4000000) return static_cast<Day>(broken());
    return static_cast<Day>((v >> 1) ^ (~(v & 1) + 1));
  }
  size_t broken() {
    ok_ = false;
    pos_ = bytes_.size();
    return 0;
  }
  std::string_view bytes_;
  size_t pos_ = 0;
  bool ok_ = true;
};

void put(Out& o, const Entity& e) {
  o.text(e.id), o.text(e.list), o.text(e.list_id), o.text(e.caption);
  o.number(static_cast<uint64_t>(e.schema));
  o.number(e.sources.size());
  for (const Source& s : e.sources) o.text(s.file), o.text(s.record), o.number(s.byte);
  o.number(e.names.size());
  for (const Name& n : e.names) {
    o.text(n.text), o.number(static_cast<uint64_t>(n.kind)), o.number(static_cast<uint64_t>(n.strength));
    o.text(n.given), o.text(n.middle), o.text(n.family), o.text(n.language), o.text(n.note), o.number(n.source);
  }
  o.number(e.identifiers.size());
  for (const Identifier& i : e.identifiers) {
    o.number(static_cast<uint64_t>(i.kind)), o.text(i.value), o.text(i.country), o.text(i.detail),
        o.number(i.known_false);
    o.maybe(i.issued), o.maybe(i.expires), o.number(i.source);
  }
  o.number(e.dates.size());
  for (const DateStatement& d : e.dates)
    o.number(static_cast<uint64_t>(d.kind)), o.span(d.span), o.text(d.note), o.number(d.source);
  o.number(e.countries.size());
  for (const CountryStatement& c : e.countries)
    o.number(static_cast<uint64_t>(c.kind)), o.text(c.code), o.text(c.text), o.number(c.source);
  o.number(e.addresses.size());
  for (const Address& a : e.addresses) {
    o.text(a.street), o.text(a.city), o.text(a.region), o.text(a.postal_code), o.text(a.country), o.text(a.full);
    o.text(a.note), o.number(a.source);
  }
  for (const std::vector<Mention>* mentions : {&e.programs, &e.measures, &e.references}) {
    o.number(mentions->size());
    for (const Mention& m : *mentions) o.text(m.value), o.number(m.source);
  }
  o.number(e.links.size());
  for (const Link& l : e.links) o.text(l.kind), o.text(l.target_name), o.text(l.target_id), o.number(l.source);
  o.number(e.properties.size());
  for (const Property& p : e.properties) o.text(p.name), o.text(p.value), o.number(p.source);
}

void read_values(In& in, Entity& e) {
  e.names.resize(in.count(9));
  for (Name& n : e.names) {
    n.text = in.text(), n.kind = in.choice(NameKind::kOriginal), n.strength = in.choice(NameStrength::kWeak);
    n.given = in.text(), n.middle = in.text(), n.family = in.text(), n.language = in.text(), n.note = in.text();
    n.source = in.source();
  }
  e.identifiers.resize(in.count(8));
  for (Identifier& i : e.identifiers) {
    i.kind = in.choice(IdKind::kOther), i.value = in.text(), i.country = in.text(), i.detail = in.text();
    i.known_false = in.number() != 0, i.issued = in.maybe(), i.expires = in.maybe(), i.source = in.source();
  }
  e.dates.resize(in.count(6));
  for (DateStatement& d : e.dates)
    d.kind = in.choice(DateKind::kBuilt), d.span = in.span(), d.note = in.text(), d.source = in.source();
  e.countries.resize(in.count(4));
  for (CountryStatement& c : e.countries)
    c.kind = in.choice(CountryKind::kJurisdiction), c.code = in.text(), c.text = in.text(), c.source = in.source();
  e.addresses.resize(in.count(8));
  for (Address& a : e.addresses) {
    a.street = in.text(), a.city = in.text(), a.region = in.text(), a.postal_code = in.text(), a.country = in.text();
    a.full = in.text(), a.note = in.text(), a.source = in.source();
  }
  for (std::vector<Mention>* mentions : {&e.programs, &e.measures, &e.references}) {
    mentions->resize(in.count(2));
    for (Mention& m : *mentions) m.value = in.text(), m.source = in.source();
  }
  e.links.resize(in.count(4));
  for (Link& l : e.links)
    l.kind = in.text(), l.target_name = in.text(), l.target_id = in.text(), l.source = in.source();
  e.properties.resize(in.count(3));
  for (Property& p : e.properties) p.name = in.text(), p.value = in.text(), p.source = in.source();
}

std::unexpected<Error> corrupt(const char* what, size_t byte) {
  return fail(ErrorCode::kCorrupt, std::string(what) + " does not make sense", {{}, 0, byte});
}

Result<void> check_version(In& in) {
  if (const uint64_t version = in.number(); in.ok() && version != kCodecVersion)
    return fail(ErrorCode::kVersion, "an entity's body has another version; rebuild the snapshot with 'cordon build'");
  return {};
}

}  // namespace

void encode_entity(const Entity& entity, std::string& bytes) {
  Out o(bytes);
  o.number(kCodecVersion);
  put(o, entity);
}

Result<Entity> decode_entity(std::string_view body) {
  In in(body);
  CHECK_OK(check_version(in));
  Entity e;
  e.id = in.text(), e.list = in.text(), e.list_id = in.text(), e.caption = in.text();
  e.schema = in.choice(Schema::kSecurity);
  e.sources.resize(in.count(3));
  for (Source& s : e.sources) s.file = in.text(), s.record = in.text(), s.byte = in.number();
  read_values(in, e);
  if (!in.ok() || !in.at_end()) return corrupt("an entity's body", in.position());
  return e;
}

std::string_view id_in_body(std::string_view body) {
  In in(body);
  in.number();
  const size_t length = in.count();
  return body.substr(in.position(), length);
}

Result<BodyView> view_body(std::string_view body) {
  In in(body);
  CHECK_OK(check_version(in));
  BodyView out;
  out.id = in.view(), out.list = in.view();
  in.view(), in.view(), in.number();  // list_id, caption, schema
  const size_t sources = in.position();
  for (size_t n = in.count(3); n > 0; --n) in.view(), in.view(), in.number();
  if (!in.ok()) return corrupt("an entity's body", in.position());
  out.head = body.substr(0, sources);
  out.sources = body.substr(sources, in.position() - sources);
  out.statements = body.substr(in.position());
  return out;
}

std::string content_of(Entity entity) {
  entity.sources.clear();
  const auto forget = [](auto& values) {
    for (auto& value : values) value.source = 0;
  };
  forget(entity.names), forget(entity.identifiers), forget(entity.dates), forget(entity.countries);
  forget(entity.addresses), forget(entity.programs), forget(entity.measures), forget(entity.references);
  forget(entity.links), forget(entity.properties);
  std::string out;
  encode_entity(entity, out);
  return out;
}

void encode_list_info(const ListInfo& info, std::string& bytes) {
  std::string body;
  Out o(body);
  o.number(kCodecVersion);
  o.text(info.list), o.text(info.authority), o.text(info.title), o.maybe(info.published);
  o.number(info.entities), o.number(info.names), o.number(info.skipped);
  o.texts(info.files), o.texts(info.remarks);
  Out(bytes).text(body);
}

Result<ListInfo> decode_list_info(std::string_view& rest) {
  In outer(rest);
  const std::string body = outer.text();
  if (!outer.ok()) return corrupt("the table of lists", outer.position());
  rest.remove_prefix(outer.position());
  In in(body);
  if (const uint64_t version = in.number(); in.ok() && version != kCodecVersion)
    return fail(ErrorCode::kVersion,
                "the table of lists has another version; rebuild the snapshot with 'cordon build'");
  ListInfo info;
  info.list = in.text(), info.authority = in.text(), info.title = in.text(), info.published = in.maybe();
  info.entities = in.number(), info.names = in.number(), info.skipped = in.number();
  info.files = in.texts(), info.remarks = in.texts();
  if (!in.ok() || !in.at_end()) return corrupt("the table of lists", in.position());
  return info;
}

}  // namespace cordon
