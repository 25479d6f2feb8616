// Persons by what they are: the minister, l’avocat, der 57-Jährige, where somebody was named with that noun.
#include <algorithm>

#include "reading/speaker_finder.h"
#include "reading/text_words.h"

namespace cordon::reading {

// The person who was named before with the noun `head`; -1 where two were, or somebody unnamed had it since.
int SpeakerFinder::person_described(const std::string& head, uint32_t head_token, uint32_t at) {
  const Lexeme* noun = noun_lexeme(head_token);
  if (noun && noun->detail == "many") return -1;
  std::vector<Found> found;
  Lexicon::of(text_.language).find(text_.tokens, head_token, head_token + 1, found);
  const bool of_any =
      std::any_of(found.begin(), found.end(), [](const Found& f) { return f.lexeme->detail == "again"; });
  const auto is_of = [&](std::string_view gender) {
    return std::ranges::any_of(
        found, [&](const Found& f) { return f.lexeme->detail == "again" && f.lexeme->value == gender; });
  };
  int gender = is_of("he") ? 1 : is_of("she") ? 2 : 0;  // мужчина, kobieta
  if (text_.language == "de" && head_token > 0)         // die 44-Jährige, behind „der 57-Jährige“
    gender = std::max(0, article_gender(tok(head_token - 1).fold));
  const bool advocate = is_slavic() && is_advocate(head_token) && !is(head_token, Kind::kSpokesman);
  for (const auto& [number, party] : described_)  // one without a name was called so
    if (of_any && is_slavic() && alike(parties_.parties[party].head, head)) return -1;
  // accuse son ancien associé de … L’intéressé dément: the accused, not who accuses
  if (of_any && !claims_.empty() && claims_.back().act == Act::kAccuse && claims_.back().block + 1 >= block_at(at))
    return claims_.back().addressee;
  if (of_any)
    for (size_t i = claims_.size(); i-- > 0 && claims_[i].block + 2 >= block_at(at);)
      if (claims_[i].speaker >= 0) {
        Party& last = parties_.parties[claims_[i].speaker];
        const bool unsure = last.type == PartyType::kOrganization && last.entity_ids.empty() && !last.is_medium;
        if (last.is_plural || !(is_person_like(claims_[i].speaker) || unsure)) continue;
        if (gender != 0 && last.gender != 0 && last.gender != gender) continue;
        if (unsure) last.type = PartyType::kPerson;  // only a person is sixty
        return claims_[i].speaker;
      }
  int known = -1;
  for (size_t i = parties_.first_from(at); i-- > 0;) {
    const Mention& m = parties_.mentions[i];
    const Party& p = parties_.parties[m.party];
    if (m.span.end > at || p.is_plural || m.party == known) continue;
    if (p.type == PartyType::kUnnamed && p.head == head) return known;  // an unnamed one had it
    if (p.type != PartyType::kPerson) continue;
    if (of_any && block_at(m.span.begin) + 1 >= block_at(at)) return m.party;
    const bool arabic = text_.language == "ar" && head.starts_with("ال") && described_as(m, head.substr(4));
    if (!(described_as(m, head) || described_as(m, head + "s") || arabic || (advocate && is_advocate_of(m)))) continue;
    if (known >= 0) return -1;
    known = m.party;
  }
  return known >= 0 ? known : named_without_office(head_token, at);
}

// وزیر نفت, министр финансов, rzeczniczka prokuratury, where somebody was named with just these words; -1 where two
// were, or nobody was.
int SpeakerFinder::person_titled(const Phrase& phrase, uint32_t at) const {
  constexpr size_t kMostNames = 60;
  constexpr uint32_t kNear = 7;  // words between title and name
  const uint32_t size = phrase.end - phrase.begin;
  if (!(is_slavic() || text_.language == "fa" || text_.language == "ar") || size < 2 || size > 4) return -1;
  for (uint32_t k = phrase.begin; k < phrase.end; ++k)
    if (tok(k).mark != 0 || is(k, Kind::kPreposition) || is(k, Kind::kPossessive) || is_former_word(tok(k).fold) ||
        has_stop(k, "this one"))
      return -1;
  const auto holds = [&](uint32_t begin, uint32_t end) {  // all its words, in their order
    uint32_t k = phrase.begin;
    for (uint32_t i = begin; i < end && k < phrase.end && !is_terminal_mark(tok(i).mark); ++i)
      if (tok(i).fold == tok(k).fold || is_same_noun(tok(i).fold, tok(k).fold)) ++k;
    return k == phrase.end;
  };
  int found = -1;
  size_t seen = 0;
  for (size_t i = parties_.first_from(at); i-- > 0 && seen++ < kMostNames;) {
    const Mention& m = parties_.mentions[i];
    if (m.span.end > tok(phrase.begin).begin || m.party == found) continue;
    if (parties_.parties[m.party].type != PartyType::kPerson) continue;
    const uint32_t first = token_at(m.span.begin), after = token_at(m.span.end);
    uint32_t begin = first;
    while (begin > 0 && first - begin < kNear && tok(begin - 1).mark == 0 && tok(begin - 1).block == tok(first).block)
      --begin;
    const bool titled = holds(begin, first) || (after + size < phrase.begin && is_comma_mark(tok(after).mark) &&
                                                holds(after + 1, after + 1 + size));
    if (!titled) continue;
    if (found >= 0) return -1;
    found = m.party;
  }
  return found;
}

// Foreign minister Ilya Karras said …. The minister …: who was named with that noun, a little before; -1 where
// nobody was or somebody unnamed was called so too, -2 where two were.
int SpeakerFinder::office_named_before(const std::string& head, uint32_t at) const {
  constexpr size_t kMostNames = 60;
  size_t seen = 0;
  int found = -1;  // the minister and the deputy minister: nobody can tell
  for (size_t i = parties_.first_from(at); i-- > 0 && seen++ < kMostNames;) {
    const Mention& m = parties_.mentions[i];
    const Party& p = parties_.parties[m.party];
    if (m.span.end > at) continue;
    if (block_at(m.span.begin) + 4 < block_at(at)) break;
    if (m.party == found) continue;
    if (p.type == PartyType::kUnnamed && p.head == head) return -1;
    if (p.type != PartyType::kPerson || !(p.head == head || described_as(m, head))) continue;
    if (found >= 0) return -2;
    found = m.party;
  }
  return found;
}

// Владимир Зеленский заявил …. Президент призвал …: who spoke just before by name alone, where the noun is that of an
// office and nobody else has it; -1 where he was called otherwise.
int SpeakerFinder::named_without_office(uint32_t head_token, uint32_t at) const {
  if (!is_slavic() && text_.language != "ar") return -1;
  if (!is_office(head_token) && !is(head_token, Kind::kTitle)) return -1;
  if (claims_.empty() || claims_.back().speaker < 0 || claims_.back().sentence + 2 < sentence_behind(at) ||
      claims_.back().block + 1 < block_at(at))
    return -1;
  const Party& last = parties_.parties[claims_.back().speaker];
  const bool bare = last.type == PartyType::kPerson && last.head.empty() && last.affiliation < 0;
  return bare && claims_.back().speaker_rule == "name" ? claims_.back().speaker : -1;
}

// The person named in the next paragraphs right behind the noun of that office; -1 where two are.
int SpeakerFinder::office_holder(const std::string& head, uint32_t from) const {
  constexpr size_t kMostNames = 60;
  int found = -1;
  size_t seen = 0;
  for (size_t i = parties_.first_from(from); i < parties_.mentions.size() && seen++ < kMostNames; ++i) {
    const Mention& m = parties_.mentions[i];
    if (block_at(m.span.begin) > 3) break;
    if (parties_.parties[m.party].type != PartyType::kPerson || m.party == found) continue;
    const uint32_t first = token_at(m.span.begin);
    bool holds = false;
    for (uint32_t k = first; k-- > 0 && first - k <= 6 && is_within_title(k, first);)
      holds = holds || tok(k).fold == head || alike(tok(k).fold, head) ||
              (is_wide_ && is(k, Kind::kPerson) && noun_text(k) == head);
    if (!holds) continue;
    if (found >= 0) return -1;
    found = m.party;
  }
  return found;
}

// the minister of trade, Jan Kask; not: the minister said that Jan Kask had lied. May token `k` stand between an office
// and the name at token `name` whose office it is?
bool SpeakerFinder::is_within_title(uint32_t k, uint32_t name) const {
  if (tok(k).mark != 0) return is_comma_mark(tok(k).mark) && k + 1 == name;
  return is(k, Kind::kPerson) || is(k, Kind::kSpokesman) || is(k, Kind::kBody) || is(k, Kind::kCompany) ||
         !(is(k, Kind::kCue) || is(k, Kind::kThat) || is(k, Kind::kAuxiliary) || is(k, Kind::kNegation));
}

// L’avocat, министр, этот чиновник, الوزير, این اقتصاددان: a noun that points to somebody spoken of.
bool SpeakerFinder::points_to_person(const Phrase& phrase, uint32_t head) const {
  if (phrase.is_definite) return true;
  if (is_many(head)) return false;
  const uint32_t size = phrase.end - phrase.begin;
  if (is_slavic()) return size == 1 || (size == 2 && has_stop(phrase.begin, "this one"));
  if (text_.language == "ar") return size == 1 && tok(head).fold.starts_with("ال");
  if (text_.language == "fa" && size == 1) return is(head, Kind::kSpokesman);  // سخنگو پاسخ داد
  return text_.language == "fa" && size == 2 && has_stop(phrase.begin, "this one");
}

// der 57-Jährige im ZDF, le quinquagénaire: a noun for whoever was spoken of, whatever stands behind it.
bool SpeakerFinder::is_any_again(uint32_t i) const {
  std::vector<Found> found;
  Lexicon::of(text_.language).find(text_.tokens, i, i + 1, found);
  return text_.language == "de" &&
         std::any_of(found.begin(), found.end(), [](const Found& f) { return f.lexeme->detail == "again"; });
}

bool SpeakerFinder::is_office(uint32_t i) const {
  std::vector<Found> found;
  Lexicon::of(text_.language).find(text_.tokens, i, static_cast<uint32_t>(text_.tokens.size()), found);
  return std::any_of(found.begin(), found.end(), [](const Found& f) { return f.lexeme->detail == "office"; });
}

bool SpeakerFinder::is_advocate(uint32_t i) const {
  const Lexeme* noun = noun_lexeme(i);
  return noun && noun->detail.find("voice") != std::string::npos;
}

// адвокат Тимур Ахметов: one who is named right behind the noun of somebody that speaks for others before a court.
bool SpeakerFinder::is_advocate_of(const Mention& m) const {
  const uint32_t first = token_at(m.span.begin);
  for (uint32_t k = first; k-- > 0 && first - k <= 5 && !is_terminal_mark(tok(k).mark);)
    if (is_advocate(k) && !is(k, Kind::kSpokesman)) return true;
  return false;
}

// Whom an age alone means: the person who spoke last, or was named last, in this paragraph or the one before it.
int SpeakerFinder::year_old(uint32_t at) const {
  for (size_t i = parties_.first_from(at); i-- > 0;) {
    const Mention& m = parties_.mentions[i];
    if (block_at(m.span.begin) + 1 < block_at(at)) break;
    if (m.span.end <= at && parties_.parties[m.party].type == PartyType::kPerson) return m.party;
  }
  return -1;
}

}  // namespace cordon::reading
