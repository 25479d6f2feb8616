// Names by their capitals: which runs of them are names, and whose.
#include <algorithm>

#include "reading/name_words.h"
#include "reading/party_finder.h"
#include "reading/slavic_words.h"
#include "reading/word_readings.h"

namespace cordon::reading {
namespace {

bool has_turkish_ending(std::string_view fold) {
  static constexpr std::array<std::string_view, 36> kEndings = {
      "nın", "nin", "nun", "nün", "lar",  "ler",  "ları", "leri", "da", "de", "ta", "te",
      "dan", "den", "tan", "ten", "daki", "deki", "taki", "teki", "yı", "yi", "yu", "yü",
      "sı",  "si",  "su",  "sü",  "ın",   "in",   "un",   "ün",   "ı",  "ü",  "ya", "ye"};
  return std::ranges::any_of(kEndings,
                             [&](std::string_view e) { return fold.size() > e.size() + 2 && fold.ends_with(e); });
}

}  // namespace

void PartyFinder::add_capitals() {
  // Longest names first seen first: full names come before the surnames that stand for them, wherever they are.
  struct Run {
    uint32_t begin, end;
    PartyType type;
    bool titled;
    bool sure;
    bool by_place;  // its capital may be that of the sentence
  };
  std::vector<Run> runs;
  for (uint32_t i = 0; i < count(); ++i) {
    if (!may_begin_name(i)) continue;
    uint32_t end = run_end(i);
    if (end < count() && tok(end).mark == 0 && is_compound_participle(end)) {  // Hong Kong-registered
      i = end;
      continue;
    }
    const bool slavic = is_slavic(text_.language);
    if (slavic && starts_[i] && end > i + 1 && !amid_.contains(tok(i).fold) && amid_.contains(tok(i + 1).fold) &&
        kinds_.kinds[i] == 0)
      continue;  // Звільнення Шерзод
    if (slavic) end = slavic_owner_end(i, slavic_place_end(i, end));
    while (end > i + 1 && (is_name_word(NameWord::kConnector, tok(end - 1).fold) || tok(end - 1).mark != 0)) --end;
    bool is_state = true, all_known = true;
    for (uint32_t k = i; k < end; ++k) {
      is_state = is_state &&  // or a town
                 (kinds_.state[k] != nullptr || is(k, Kind::kDeterminer) || is(k, Kind::kPlace));
      all_known = all_known && kinds_.kinds[k] != 0;
    }
    if (is_state) {
      i = end - 1;
      continue;
    }
    if (starts_[i] && end > i + 1 && kinds_.kinds[i] == 0) {  // Unnamed US sources: an adjective and a state
      bool states = true;
      for (uint32_t k = i + 1; k < end; ++k) states = states && kinds_.state[k] != nullptr;
      states = states && !(text_.language == "en" && end < count() &&  // Swedbank Estonia said
                           (is(end, Kind::kCue) || is(end, Kind::kAuxiliary)));
      if (states) {
        i = end - 1;
        continue;
      }
    }
    bool shout = true;  // a heading in capitals
    for (uint32_t k = text_.heads[tok(i).block]; shout && k < text_.heads[tok(i).block + 1]; ++k)
      shout = (tok(k).is_all_capitals || tok(k).mark != 0 || tok(k).fold.size() < 3);
    const bool office_of = slavic && is(i, Kind::kBody) && end > i + 1;  // rzeczniczka Prokuratury Okręgowej
    const bool organ_noun = text_.language == "en" && end == i + 1 && is(i, Kind::kBody);  // Justice Department
    const bool titled = i > 0 && !office_of && !organ_noun &&
                        (is(i - 1, Kind::kTitle) || (tok(i - 1).mark == U'.' && i > 1 && is(i - 2, Kind::kTitle)));
    if (!(shout && (end - i > 2 || !amid_.contains(tok(i).fold)))) {
      if (end - i == 2 && tok(i + 1).is_number && is(i, Kind::kAbbreviation)) {
        // Jan 21
      } else if (end - i == 1 && all_known && !is(i, Kind::kOutlet) && !titled && kinds_.kinds[i] != 0) {
        // one capitalised word that the lexicon knows as a common noun
      } else {
        bool sure = true;
        const PartyType type = titled ? PartyType::kPerson : type_of(i, end, sure);
        runs.push_back({i, end, type, titled, sure, !titled && !sure && may_be_by_place(i, end)});
      }
    }
    i = end - 1;
  }
  for (const Run& run : runs) {  // in Bergen, near Ulm
    if (run.end - run.begin > 2 || run.begin == 0 || !is(run.begin - 1, Kind::kPlace) || run.titled) continue;
    if (text_.language == "en" && run.end < count() && tok(run.end).mark == 0 && !kinds_.kinds[run.end] &&
        !tok(run.end).is_capital)
      continue;
    if (tok(run.begin).is_all_capitals) continue;
    const uint32_t before = run.begin - 1;  // мэр Одессы Игорь Савин: a town, and no "in"
    if (is_slavic(text_.language) && tok(before).is_capital && !starts_[before]) continue;
    places_.insert(tok(run.begin).fold);
  }
  if (text_.language == "tr")  // Gebze merkezli: where it has its seat
    for (const Run& run : runs)
      if (run.end - run.begin == 1 && run.end < count() && tok(run.end).fold.starts_with("merkezli"))
        places_.insert(tok(run.begin).fold);
  std::vector<size_t> order(runs.size());
  for (size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::stable_sort(order.begin(), order.end(), [&](size_t a, size_t b) {
    if (runs[a].by_place != runs[b].by_place) return runs[b].by_place;
    return runs[a].end - runs[a].begin > runs[b].end - runs[b].begin;
  });
  for (const size_t r : order) {
    const Run& run = runs[r];
    if (run.by_place && !is_part_of_name(tok(run.begin).fold)) continue;
    const Span span{tok(run.begin).begin, tok(run.end - 1).end};
    if (run.end - run.begin == 1 && run.type == PartyType::kOrganization && !run.titled &&
        tok(run.begin).fold.size() < 2)
      continue;
    if (places_.contains(tok(run.begin).fold) && run.end - run.begin <= 2 && run.type != PartyType::kCompany &&
        run.type != PartyType::kPublicBody && !run.titled)
      continue;
    const int party = party_for(folds(run.begin, run.end), span, run.type, run.titled);
    Party& p = out_.parties[party];
    if (run.sure && text_.language == "en" && p.entity_ids.empty()) {  // the research group Open Manifest is no person
      if (!sure_.contains(party)) p.type = run.type;
      sure_.insert(party);
    }
    for (uint32_t k = run.begin; k < run.end; ++k) {
      if (is(k, Kind::kOutlet) || is(k, Kind::kMedia) || is_media_word(tok(k).fold)) p.is_medium = true;
      if (kinds_.state[k] && p.state.empty() && p.type == PartyType::kPublicBody) p.state = kinds_.state[k]->value;
    }
    if (run.begin > 0 && (is(run.begin - 1, Kind::kMedia) || is(run.begin - 1, Kind::kOutlet))) p.is_medium = true;
    if (run.begin > 1 && is_comma_mark(tok(run.begin - 1).mark) && is(run.begin - 2, Kind::kDocument) &&
        run.type != PartyType::kCompany)
      p.is_document = true;  // its report, Warm Bodies
    if (is_the_site(run.begin, run.end)) p.is_medium = true, p.type = PartyType::kOrganization;
    if (titled_gender(run.begin) != 0) p.gender = titled_gender(run.begin);
    if (p.gender == 0 && p.type == PartyType::kPerson && run.end - run.begin >= 2) p.gender = given_gender(run.begin);
    if (p.type == PartyType::kPerson && p.state.empty()) set_office(p, run.begin);
    mention(party, span);
    // Tavrin Trade House (TTH)
    if (run.end + 2 < count() && tok(run.end).mark == U'(' && tok(run.end + 2).mark == U')' &&
        tok(run.end + 1).is_all_capitals)
      acronyms_[tok(run.end + 1).fold] = party;
  }
  if (!acronyms_.empty())
    for (Mention& m : out_.mentions) {
      const uint32_t b = token_at(m.span.begin);
      if (b + 1 == token_at(m.span.end) || (b < count() && tok(b).end == m.span.end))
        if (const auto found = acronyms_.find(tok(b).fold); found != acronyms_.end()) m.party = found->second;
    }
}

// Уволился он в марте, Raporda yer alıyor: a word that has a capital at the beginning of a sentence and nowhere else,
// and of which nothing says that it is a name: it does not speak, has no apostrophe, is no acronym.
bool PartyFinder::may_be_by_place(uint32_t i, uint32_t end) const {
  const Token& t = tok(i);
  if (end - i != 1 || !starts_[i] || text_.language == "de" || is(i, Kind::kOutlet)) return false;
  if (kinds_.kinds[i] != 0 || kinds_.state[i] || t.is_all_capitals || t.is_number || amid_.contains(t.fold))
    return false;
  if (text_.language == "en") return is_english_word(t.fold);
  const bool next_in_block = end < count() && tok(end).block == t.block;
  if (text_.language == "tr") {
    // Turkish cuts the endings of names off by an apostrophe; the verb of saying stands at the end.
    if (next_in_block && tok(end).joined && tok(end).mark == 0) return false;
    if (has_turkish_ending(t.fold)) return true;
    for (uint32_t k = end; k < std::min(count(), end + 150) && !is_terminal_mark(tok(k).mark); ++k) {
      if (tok(k).block != t.block) break;
      if (is(k, Kind::kCue)) return false;
    }
    return true;
  }
  for (uint32_t k = end; k < count() && k < end + 4 && tok(k).block == t.block; ++k) {
    if (is(k, Kind::kCue)) return false;
    if (k == end && is_comma_mark(tok(k).mark)) continue;  // Икс, глава завода, заявил
    if (k > end && is_comma_mark(tok(end).mark) && (is(k, Kind::kPerson) || is(k, Kind::kCompany))) return false;
    if (!(kinds_.kinds[k] & kFunctionWords)) break;
  }
  return true;
}

}  // namespace cordon::reading
