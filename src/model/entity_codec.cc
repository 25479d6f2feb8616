// Writes and reads bodies. Reading trusts nothing: each count is held against the bytes that are left.
#include "model/entity_codec.h"

#include <algorithm>

namespace cordon {
namespace {

constexpr uint64_t kCodecVersion = 4;

// Which of a statement's fields follow: those that are empty, as most are, cost nothing.
constexpr uint64_t bit(int n) { return uint64_t{1} << n; }
enum NameBit { kNameSource, kGiven, kMiddle, kFamily, kLanguage, kNameNote, kNameBits };
enum IdentifierBit { kIdSource, kKnownFalse, kIssued, kExpires, kIdCountry, kDetail, kIdBits };
enum AddressBit {
  kAddressSource,
  kFull,
  kStreet,
  kCity,
  kRegion,
  kPostalCode,
  kAddressCountry,
  kAddressNote,
  kAddressBits
};
enum LinkBit { kLinkSource, kLinkShare, kLinkRole, kLinkFrom, kLinkTo, kLinkStatedAt, kLinkBits };

// The list's own id, where the party's id is made of it ("LIST:ID").
std::string_view likely_list_id(std::string_view id, std::string_view list) {
  const bool made_of = id.size() > list.size() && id.starts_with(list) && id[list.size()] == ':';
  return made_of ? id.substr(list.size() + 1) : id;
}

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
  // 0 where the text is the likely one, else its length + 1 and its bytes.
  void text_or(std::string_view t, std::string_view likely) {
    if (t == likely) return number(0);
    number(t.size() + 1);
    bytes_ += t;
  }
  void text_if_any(std::string_view t) {
    if (!t.empty()) text(t);
  }
  void number_if_any(uint64_t v) {
    if (v != 0) number(v);
  }
  void span(const DateSpan& d) {
    number(static_cast<uint64_t>(d.precision));
    number(zigzag(d.low));
    number(zigzag(int64_t{d.high} - d.low));
  }
  void maybe(const std::optional<DateSpan>& d) {
    number(d.has_value());
    if (d) span(*d);
  }

 private:
  static uint64_t zigzag(int64_t v) { return (static_cast<uint64_t>(v) << 1) ^ static_cast<uint64_t>(v >> 63); }
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
  std::string_view view_or(std::string_view likely) {
    const size_t n = count_or();
    if (n == 0) return likely;
    pos_ += n - 1;
    return bytes_.substr(pos_ - (n - 1), n - 1);
  }
  // The bits of `count` fields.
  uint64_t fields(int count) {
    const uint64_t v = number();
    return v < bit(count) ? v : broken();
  }
  std::string text_if(bool is_there) { return is_there ? text() : std::string(); }
  template <typename E>
  E choice(E last) {
    const uint64_t v = number();
    return v <= static_cast<uint64_t>(last) ? static_cast<E>(v) : static_cast<E>(broken());
  }
  DateSpan span() {
    DateSpan d;
    d.precision = choice(DatePrecision::kUnknown);
    const int64_t low = signed_number();
    const int64_t high = low + signed_number();
    d.low = day(low);
    d.high = day(high);
    return d;
  }
  std::optional<DateSpan> span_if(bool is_there) {
    if (!is_there) return std::nullopt;
    return span();
  }
  uint16_t source() {
    const uint64_t v = number();
    return v <= 0xFFFF ? static_cast<uint16_t>(v) : static_cast<uint16_t>(broken());
  }
  uint16_t source_if(bool is_there) { return is_there ? source() : uint16_t{0}; }

 private:
  // A length + 1 that fits into what is left, or 0.
  size_t count_or() {
    const uint64_t n = number();
    return n <= bytes_.size() - pos_ + 1 ? n : broken();
  }
  // No day of any list lies outside the years -3000 … 6000.
  static constexpr int64_t kMaxDay = 2'000'000;
  int64_t signed_number() {
    const uint64_t v = number();
    if (v > uint64_t{4} * kMaxDay) return static_cast<int64_t>(broken());
    return static_cast<int64_t>((v >> 1) ^ (~(v & 1) + 1));
  }
  Day day(int64_t v) { return static_cast<Day>(v >= -kMaxDay && v <= kMaxDay ? v : static_cast<int64_t>(broken())); }
  size_t broken() {
    ok_ = false;
    pos_ = bytes_.size();
    return 0;
  }
  std::string_view bytes_;
  size_t pos_ = 0;
  bool ok_ = true;
};

uint64_t fields_of(const Name& n) {
  return bit(kNameSource) * (n.source != 0) | bit(kGiven) * !n.given.empty() | bit(kMiddle) * !n.middle.empty() |
         bit(kFamily) * !n.family.empty() | bit(kLanguage) * !n.language.empty() | bit(kNameNote) * !n.note.empty();
}

uint64_t fields_of(const Identifier& i) {
  return bit(kIdSource) * (i.source != 0) | bit(kKnownFalse) * i.known_false | bit(kIssued) * i.issued.has_value() |
         bit(kExpires) * i.expires.has_value() | bit(kIdCountry) * !i.country.empty() |
         bit(kDetail) * !i.detail.empty();
}

uint64_t fields_of(const Address& a) {
  return bit(kAddressSource) * (a.source != 0) | bit(kFull) * !a.full.empty() | bit(kStreet) * !a.street.empty() |
         bit(kCity) * !a.city.empty() | bit(kRegion) * !a.region.empty() | bit(kPostalCode) * !a.postal_code.empty() |
         bit(kAddressCountry) * !a.country.empty() | bit(kAddressNote) * !a.note.empty();
}

uint64_t fields_of(const Link& l) {
  return bit(kLinkSource) * (l.source != 0) | bit(kLinkShare) * !l.share.empty() | bit(kLinkRole) * !l.role.empty() |
         bit(kLinkFrom) * l.from.has_value() | bit(kLinkTo) * l.to.has_value() |
         bit(kLinkStatedAt) * !l.stated_at.empty();
}

// Which of the names the caption is, counted from 1; 0 and the text where it is none.
void put_caption(Out& o, const Entity& e) {
  const auto name = std::ranges::find(e.names, e.caption, &Name::text);
  if (name != e.names.end()) return o.number(static_cast<uint64_t>(name - e.names.begin()) + 1);
  o.number(0), o.text(e.caption);
}

void put(Out& o, const Entity& e) {
  o.text(e.id), o.text(e.list), o.text_or(e.list_id, likely_list_id(e.id, e.list));
  put_caption(o, e);
  o.number(static_cast<uint64_t>(e.schema));
  o.number(e.sources.size());
  for (const Source& s : e.sources) o.text(s.file), o.text(s.record), o.number(s.byte);
  o.number(e.names.size());
  for (const Name& n : e.names) {
    o.number(fields_of(n)), o.number(static_cast<uint64_t>(n.kind)), o.number(static_cast<uint64_t>(n.strength));
    o.text(n.text), o.text_if_any(n.given), o.text_if_any(n.middle), o.text_if_any(n.family);
    o.text_if_any(n.language), o.text_if_any(n.note), o.number_if_any(n.source);
  }
  o.number(e.identifiers.size());
  for (const Identifier& i : e.identifiers) {
    o.number(fields_of(i)), o.number(static_cast<uint64_t>(i.kind)), o.text(i.value);
    o.text_if_any(i.country), o.text_if_any(i.detail);
    if (i.issued) o.span(*i.issued);
    if (i.expires) o.span(*i.expires);
    o.number_if_any(i.source);
  }
  o.number(e.dates.size());
  for (const DateStatement& d : e.dates)
    o.number(static_cast<uint64_t>(d.kind)), o.span(d.span), o.text(d.note), o.number(d.source);
  o.number(e.countries.size());
  for (const CountryStatement& c : e.countries)
    o.number(static_cast<uint64_t>(c.kind)), o.text(c.code), o.text_or(c.text, c.code), o.number(c.source);
  o.number(e.addresses.size());
  for (const Address& a : e.addresses) {
    o.number(fields_of(a)), o.text_if_any(a.full), o.text_if_any(a.street), o.text_if_any(a.city);
    o.text_if_any(a.region), o.text_if_any(a.postal_code), o.text_if_any(a.country), o.text_if_any(a.note);
    o.number_if_any(a.source);
  }
  for (const std::vector<Mention>* mentions : {&e.programs, &e.measures, &e.references}) {
    o.number(mentions->size());
    for (const Mention& m : *mentions) o.text(m.value), o.number(m.source);
  }
  o.number(e.links.size());
  for (const Link& l : e.links) {
    o.number(fields_of(l)), o.text(l.kind), o.text(l.target_name), o.text(l.target_id);
    o.text_if_any(l.share), o.text_if_any(l.role);
    if (l.from) o.span(*l.from);
    if (l.to) o.span(*l.to);
    o.text_if_any(l.stated_at), o.number_if_any(l.source);
  }
  o.number(e.properties.size());
  for (const Property& p : e.properties) o.text(p.name), o.text(p.value), o.number(p.source);
}

void read_values(In& in, Entity& e) {
  e.names.resize(in.count(4));
  for (Name& n : e.names) {
    const uint64_t has = in.fields(kNameBits);
    n.kind = in.choice(NameKind::kOriginal), n.strength = in.choice(NameStrength::kWeak), n.text = in.text();
    n.given = in.text_if(has & bit(kGiven)), n.middle = in.text_if(has & bit(kMiddle));
    n.family = in.text_if(has & bit(kFamily)), n.language = in.text_if(has & bit(kLanguage));
    n.note = in.text_if(has & bit(kNameNote)), n.source = in.source_if(has & bit(kNameSource));
  }
  e.identifiers.resize(in.count(3));
  for (Identifier& i : e.identifiers) {
    const uint64_t has = in.fields(kIdBits);
    i.kind = in.choice(IdKind::kOther), i.value = in.text(), i.known_false = has & bit(kKnownFalse);
    i.country = in.text_if(has & bit(kIdCountry)), i.detail = in.text_if(has & bit(kDetail));
    i.issued = in.span_if(has & bit(kIssued)), i.expires = in.span_if(has & bit(kExpires));
    i.source = in.source_if(has & bit(kIdSource));
  }
  e.dates.resize(in.count(6));
  for (DateStatement& d : e.dates)
    d.kind = in.choice(DateKind::kBuilt), d.span = in.span(), d.note = in.text(), d.source = in.source();
  e.countries.resize(in.count(4));
  for (CountryStatement& c : e.countries)
    c.kind = in.choice(CountryKind::kJurisdiction), c.code = in.text(), c.text = in.view_or(c.code),
    c.source = in.source();
  e.addresses.resize(in.count());
  for (Address& a : e.addresses) {
    const uint64_t has = in.fields(kAddressBits);
    a.full = in.text_if(has & bit(kFull)), a.street = in.text_if(has & bit(kStreet));
    a.city = in.text_if(has & bit(kCity)), a.region = in.text_if(has & bit(kRegion));
    a.postal_code = in.text_if(has & bit(kPostalCode)), a.country = in.text_if(has & bit(kAddressCountry));
    a.note = in.text_if(has & bit(kAddressNote)), a.source = in.source_if(has & bit(kAddressSource));
  }
  for (std::vector<Mention>* mentions : {&e.programs, &e.measures, &e.references}) {
    mentions->resize(in.count(2));
    for (Mention& m : *mentions) m.value = in.text(), m.source = in.source();
  }
  e.links.resize(in.count(4));
  for (Link& l : e.links) {
    const uint64_t has = in.fields(kLinkBits);
    l.kind = in.text(), l.target_name = in.text(), l.target_id = in.text();
    l.share = in.text_if(has & bit(kLinkShare)), l.role = in.text_if(has & bit(kLinkRole));
    l.from = in.span_if(has & bit(kLinkFrom)), l.to = in.span_if(has & bit(kLinkTo));
    l.stated_at = in.text_if(has & bit(kLinkStatedAt)), l.source = in.source_if(has & bit(kLinkSource));
  }
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
  e.id = in.text(), e.list = in.text(), e.list_id = in.view_or(likely_list_id(e.id, e.list));
  const uint64_t caption = in.number();
  if (caption == 0) e.caption = in.text();
  e.schema = in.choice(Schema::kSecurity);
  e.sources.resize(in.count(3));
  for (Source& s : e.sources) s.file = in.text(), s.record = in.text(), s.byte = in.number();
  read_values(in, e);
  if (!in.ok() || !in.at_end() || caption > e.names.size()) return corrupt("an entity's body", in.position());
  if (caption > 0) e.caption = e.names[caption - 1].text;
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
  in.view_or({});                   // list_id
  if (in.number() == 0) in.view();  // caption
  in.number();                      // schema
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
  info.list = in.text(), info.authority = in.text(), info.title = in.text();
  info.published = in.span_if(in.number() != 0);
  info.entities = in.number(), info.names = in.number(), info.skipped = in.number();
  info.files = in.texts(), info.remarks = in.texts();
  if (!in.ok() || !in.at_end()) return corrupt("the table of lists", in.position());
  return info;
}

}  // namespace cordon
