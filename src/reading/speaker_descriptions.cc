// The company, two officials, a report: a party named elsewhere, or one without a name. Each step says whom a
// description may mean; the first that knows decides.

#include <algorithm>
#include <array>
#include <unordered_set>

#include "reading/slavic_words.h"
#include "reading/speaker_finder.h"
#include "reading/text_words.h"

namespace cordon::reading {

// A description: of a company or body named before, or of somebody unnamed.
int SpeakerFinder::describe(Span span, const Phrase& phrase, uint32_t at, std::string_view& rule) {
  const Description d = description_of(span, phrase, at);
  using Step = Meant (SpeakerFinder::*)(const Description&);
  constexpr std::array<Step, 12> kSteps = {
      &SpeakerFinder::name_behind,         &SpeakerFinder::people_of_body,  &SpeakerFinder::body_meant,
      &SpeakerFinder::press_office_of,     &SpeakerFinder::publication_of,  &SpeakerFinder::document_of,
      &SpeakerFinder::holder_in_lead,      &SpeakerFinder::firm_or_body_of, &SpeakerFinder::pointed_to_in_english,
      &SpeakerFinder::person_of_that_noun, &SpeakerFinder::person_accused,  &SpeakerFinder::described_before};
  for (const Step step : kSteps)
    if (const Meant meant = (this->*step)(d); meant.party >= 0) {
      rule = meant.rule;
      return meant.party;
    }
  rule = "description";
  return add_described(d);
}

SpeakerFinder::Description SpeakerFinder::description_of(Span span, const Phrase& phrase, uint32_t at) const {
  Description d{.span = span, .phrase = phrase, .at = at};
  d.head_token = phrase.head >= 0 ? static_cast<uint32_t>(phrase.head) : phrase.end - 1;
  d.head = two_word_body(phrase);
  if (d.head.empty()) d.head = noun_text(d.head_token);
  d.number = number_word(phrase);
  d.is_counted = !d.number.empty() || is_one(phrase);
  d.is_person =
      is(d.head_token, Kind::kPerson) || is(d.head_token, Kind::kSpokesman) || is(d.head_token, Kind::kSourceWord);
  d.is_company = is(d.head_token, Kind::kCompany);
  d.is_body = is(d.head_token, Kind::kBody) && !(d.is_person && is_slavic());  // парламентарий
  d.is_medium = is(d.head_token, Kind::kMedia);
  d.is_document = is(d.head_token, Kind::kDocument) && !d.is_person;
  const bool lead = d.is_company && block_at(span.begin) == 0 && !d.is_person && phrase.owner < 0;
  d.is_short = lead || phrase.end - phrase.begin <= (is_wide_ ? 5U : 3U);
  return d;
}

// the importer, Shreya Life Sciences
SpeakerFinder::Meant SpeakerFinder::name_behind(const Description& d) {
  constexpr std::string_view kRule = "name behind its description";
  if (d.number.empty())
    if (const int named = named_behind_comma(d.span); named >= 0) {
      const bool person = parties_.parties[named].type == PartyType::kPerson;
      if (person ? d.is_person : d.is_company || d.is_body) return {.party = named, .rule = kRule};
    }
  return {.party = firm_in_apposition(d.span), .rule = kRule};
}

// analysts of the group “Sitka”: a body speaks through its people
SpeakerFinder::Meant SpeakerFinder::people_of_body(const Description& d) {
  const int owner = d.phrase.owner;
  const bool speaks = has_stop(d.head_token, "staff") && !d.is_counted && !d.phrase.is_former && owner >= 0 &&
                      is_publisher(owner) && !parties_.parties[owner].is_medium;
  return {.party = speaks ? owner : -1, .rule = "people of a body"};
}

// A ministry of a state, an agency: named by what it is.
SpeakerFinder::Meant SpeakerFinder::body_meant(const Description& d) {
  constexpr std::string_view kRule = "body of a state";
  if (!d.is_body || d.is_person) return {};
  int party = -1;
  if (!d.phrase.state.empty()) {
    party = body_party(d.phrase.state, d.head, d.span, portfolio(d.phrase));
  } else if (is_wide_) {
    party = body_with_longer_name(d);
  }
  if (party >= 0) {
    parties_.insert({d.span, party});
    return {.party = party, .rule = kRule};
  }
  if (!d.phrase.is_definite || d.phrase.owner >= 0) return {};
  const std::string of = portfolio(d.phrase);
  return {.party = of.empty() ? -1 : ministry_meant(d.phrase, of, d.at), .rule = kRule};
}

// 外交部: the one that the page elsewhere calls 中国外交部; of several the one spoken of last.
int SpeakerFinder::body_with_longer_name(const Description& d) const {
  const std::string_view name = text_.view(d.span);
  const auto is_longer = [&](const Party& p) {
    return p.type == PartyType::kPublicBody && p.name.size() > name.size() && p.name.ends_with(name);
  };
  for (size_t i = parties_.first_from(d.at); i-- > 0;)
    if (is_longer(parties_.parties[parties_.mentions[i].party])) return parties_.mentions[i].party;
  for (size_t i = 0; i < parties_.parties.size(); ++i)
    if (is_longer(parties_.parties[i])) return static_cast<int>(i);
  return -1;
}

// Alabuga's press office speaks as Alabuga
SpeakerFinder::Meant SpeakerFinder::press_office_of(const Description& d) {
  const int owner = d.phrase.owner;
  const bool speaks =
      is_press_office(d.head_token) && owner >= 0 && parties_.parties[owner].type != PartyType::kUnnamed;
  return {.party = speaks ? owner : -1, .rule = "press office of"};
}

// A report of a named body is its word; what was leaked is not.
SpeakerFinder::Meant SpeakerFinder::publication_of(const Description& d) {
  const Phrase& phrase = d.phrase;
  const bool published =
      d.is_document && (is_published(d.head_token) ||
                        (is_wide_ && d.head_token > 0 && is_published(d.head_token - 1)));  // 报告: of two characters
  if (!published || is_leaked(phrase)) return {};
  int whose = -1;
  if (phrase.owner >= 0) {
    if (is_publisher(phrase.owner)) whose = phrase.owner;
  } else {
    whose = std::max(presented_by(phrase), published_by_clause(phrase));
    if (whose < 0 && phrase.possessive >= 0 && is_slavic())  // в её сообщении: whose it is
      whose = publisher_before(tok(phrase.possessive).begin);
  }
  if (whose >= 0) {
    published_.emplace_back(d.head, whose);
    return {.party = whose, .rule = "publication of"};
  }
  if (phrase.owner >= 0 || !phrase.state.empty() || !d.is_short) return {};
  for (size_t k = published_.size(); k-- > 0;)  // the report, тот же отчёт
    if (published_[k].first == d.head || alike(published_[k].first, d.head))
      return {.party = published_[k].second, .rule = "publication named before"};
  return {};
}

// A document that somebody sent or issued, or that the words of the description give to a body.
SpeakerFinder::Meant SpeakerFinder::document_of(const Description& d) {
  constexpr std::string_view kRule = "document of a party named before";
  const Phrase& phrase = d.phrase;
  if (!d.is_document) return {};
  if (is_slavic() && phrase.owner < 0 && phrase.possessive < 0 && d.is_short) {
    if (const int whose = sent_before(d.head_token); whose >= 0) return {.party = whose, .rule = kRule};
    if (const int whose = issued_by(d.head_token, d.at); whose >= 0) {
      published_.emplace_back(d.head, whose);
      return {.party = whose, .rule = "publication of"};
    }
  }
  // Gözlemevinin salı günü yayımladığı rapor: the word of the body of that name, with the ending of whose
  if (text_.language == "tr" && phrase.owner < 0 && d.head_token > phrase.begin + 1 && is_published(d.head_token))
    if (const int whose = named_like(phrase.begin); whose >= 0) return {.party = whose, .rule = kRule};
  // заявление ведомства, ein Bericht der Firma: the voice of the body itself
  for (uint32_t i = phrase.begin; i < phrase.end; ++i) {
    if (i == d.head_token || !(is(i, Kind::kBody) || is(i, Kind::kCompany)) || is(i, Kind::kPerson) ||
        is(i, Kind::kDocument))
      continue;
    const bool of_it = is_slavic() || (i > phrase.begin && is(i - 1, Kind::kDeterminer) && text_.language != "en" &&
                                       phrase.owner < 0 && is_generic(tok(i).fold));
    if (!of_it) continue;
    const PartyType type = is(i, Kind::kCompany) ? PartyType::kCompany : PartyType::kPublicBody;
    if (const int known = known_description(tok(i).fold, type, false, d.at, true); known >= 0)
      return {.party = known, .rule = kRule};
  }
  return {};
}

// A lead names nobody: its director is who is named with that office further down.
SpeakerFinder::Meant SpeakerFinder::holder_in_lead(const Description& d) {
  const Phrase& phrase = d.phrase;
  const bool lead = d.is_person && !phrase.is_former && phrase.state.empty() && phrase.owner < 0 &&
                    block_at(d.span.begin) == 0 &&
                    (is_office(d.head_token) || (phrase.is_definite && has_stop(d.head_token, "one holds it")));
  return {.party = lead ? office_holder(d.head, d.span.end) : -1, .rule = "office of a person named below"};
}

// The coastguard …, the ministry …; the customs agency …, the port authority …: is the body that is known another one
// than the description has, by its noun or by the word before that?
bool SpeakerFinder::is_other_body(int known, const Description& d) {
  const Party& p = parties_.parties[known];
  if (!d.is_body || d.is_company || d.is_medium || p.head.empty() || p.head == d.head || has_word(p.name, d.head))
    return false;
  if (d.head == "ministry")
    return p.head != "department" && p.head != "treasury" && p.head != "office" && p.head != "government";
  const uint32_t first = d.phrase.begin + 1;
  return first < d.head_token && !tok(first).is_capital && !has_word(p.name, tok(first).fold);
}

// the company, the ministry, La empresa
SpeakerFinder::Meant SpeakerFinder::firm_or_body_of(const Description& d) {
  constexpr std::string_view kRule = "description of a party named before";
  const Phrase& phrase = d.phrase;
  const bool english = text_.language == "en";
  for (uint32_t i = phrase.begin; i < phrase.end; ++i)  // الشركة المصنعة, üretici firma: a firm of its own
    if (has_stop(i, "firm by its part")) return {};
  const bool varied = english && d.is_company && phrase.is_definite && !d.is_person && is_plain_description(phrase);
  if (!(d.is_short || varied) || !(d.is_company || d.is_body || d.is_medium) || phrase.is_former ||
      (phrase.owner >= 0 && !varied) || phrase.possessive >= 0)
    return {};
  if (d.is_person && d.is_company && !phrase.is_definite && english && !is(phrase.begin, Kind::kDeterminer)) return {};
  // Customs said …. The agency said …: no news agency, where an office has just spoken
  if (english && d.is_body && d.is_medium && phrase.is_definite)
    if (const int office = office_speaking(d.at); office >= 0) return {.party = office, .rule = kRule};
  if (english && d.is_company && !d.is_person && !d.is_medium && phrase.is_definite && !phrase.state.empty())
    if (const int firm = firm_of_state(phrase.state, d.at); firm >= 0) return {.party = firm, .rule = kRule};
  const bool article = !has_articles() || phrase.is_definite || text_.language == "fr";
  int known = known_description(d.head, d.is_company ? PartyType::kCompany : PartyType::kPublicBody, d.is_medium, d.at,
                                article);
  if (known >= 0 && english && d.head == "ministry" && is_embassy(known)) known = -1;
  if (known >= 0 && english && is_other_body(known, d)) return {};
  if (known >= 0 && is_other_ministry(known, portfolio(phrase))) return {};
  // beschuldigt die Firma, …. Die Firma dementiert: not who accuses
  if (is_western() && !accused_.empty() && !claims_.empty() && claims_.back().speaker == known) return {};
  if (known >= 0) return {.party = known, .rule = kRule};
  if (!english || !phrase.is_definite || is_many(d.head_token)) return {};
  int akin = akin_before(d.head, false, d.at);
  if (akin < 0 && d.is_company && !d.is_body && !d.is_medium && !d.is_person) akin = firm_just_speaking(d.head, d.at);
  return {.party = akin, .rule = kRule};
}

// May the description mean the person: not who asked him, and not one named at once beside it?
bool SpeakerFinder::is_meant(int person, const Description& d) const {
  return person >= 0 && person != asker_ && !stands_beside(person, d.head_token);
}

// The letter, the businessman, the minister, the traders: English nouns that the article gives to somebody spoken of.
SpeakerFinder::Meant SpeakerFinder::pointed_to_in_english(const Description& d) {
  constexpr std::string_view kPerson = "description of a person named before";
  const Phrase& phrase = d.phrase;
  if (text_.language != "en") return {};
  const bool many = is_many(d.head_token);
  if (phrase.is_definite && d.is_short && !phrase.is_former && phrase.owner < 0 && phrase.possessive < 0 &&
      phrase.state.empty() && !many) {
    if (d.is_document && !d.is_body && !d.is_company && !d.is_medium && !is_leaked(phrase))
      if (const int whose = issuer_before(d.head_token); whose >= 0)
        return {.party = whose, .rule = "document of a party named before"};
    if (d.is_person && !d.is_body && !d.is_company)
      if (const int known = person_meant(phrase, d.head, d.at); is_meant(known, d))
        return {.party = known, .rule = kPerson};
  }
  if (d.is_person && phrase.is_former && tok(token_at(d.span.begin)).fold == "the")
    if (const int known = introduced_as_former(d.head, d.at); is_meant(known, d))
      return {.party = known, .rule = kPerson};
  if (d.is_person && !d.is_counted && !phrase.is_former && (phrase.is_definite || phrase.owner_before) &&
      phrase.possessive < 0 && !many)
    if (const int known = introduced_by_office(phrase, d.at); is_meant(known, d))
      return {.party = known, .rule = kPerson};
  if (phrase.is_definite && phrase.end == phrase.begin + 2)
    return {.party = body_of_staff(d.head_token, d.at), .rule = "people of a body"};
  return {};
}

// Sözcü, after: elçilik sözcüsü Viktor Lanin. Arabic ranks go the same way:
// العقيد, after: العقيد ماهر حداد.
// The one person who was named right behind the noun a little before; -1 where there is none, or two.
int SpeakerFinder::person_of_noun_alone(const Description& d) const {
  constexpr size_t kMostNames = 60, kMostEnding = 4;
  if (is_wide_) return chinese_person_of_noun(d);
  if (d.phrase.end != d.phrase.begin + 1 || d.is_counted) return -1;
  const std::string& noun = tok(d.phrase.begin).fold;
  const bool turkish = text_.language == "tr" && d.is_person && !is_many(d.head_token) && noun.size() > 4;
  if (!turkish && !(text_.language == "ar" && has_stop(d.head_token, "rank"))) return -1;
  const auto is_noun = [&](const std::string& word) {  // sözcü, sözcüsü
    return word == noun || (turkish && word.starts_with(noun) && word.size() <= noun.size() + kMostEnding);
  };
  int found = -1;
  size_t seen = 0;
  for (size_t i = parties_.first_from(d.at); i-- > 0 && seen++ < kMostNames;) {
    const Mention& m = parties_.mentions[i];
    const Party& p = parties_.parties[m.party];
    if (m.span.end > d.span.begin || m.party == found) continue;
    if (block_at(m.span.begin) + 4 < block_at(d.at)) break;
    if (p.type == PartyType::kUnnamed && is_noun(p.head)) return found;
    const uint32_t first = token_at(m.span.begin);
    if (p.type != PartyType::kPerson || first == 0 || !is_noun(tok(first - 1).fold)) continue;
    if (found >= 0) return -1;
    found = m.party;
  }
  return found;
}

// 发言人, after: 公司发言人周敏: the one person before whose name the same noun stood a little before.
int SpeakerFinder::chinese_person_of_noun(const Description& d) const {
  constexpr size_t kMostNames = 60, kLeastBytes = 6;
  const std::string_view noun = text_.view(d.span);
  if (!d.is_person || d.is_counted || noun.size() < kLeastBytes || noun_text(d.head_token) != noun) return -1;
  int found = -1;
  size_t seen = 0;
  for (size_t i = parties_.first_from(d.at); i-- > 0 && seen++ < kMostNames;) {
    const Mention& m = parties_.mentions[i];
    const Party& p = parties_.parties[m.party];
    if (m.span.end > d.span.begin || m.party == found) continue;
    if (block_at(m.span.begin) + 2 < block_at(d.at)) break;
    if (p.type == PartyType::kUnnamed && p.head == noun) return found;
    if (p.type != PartyType::kPerson || !std::string_view(text_.text).substr(0, m.span.begin).ends_with(noun)) continue;
    if (found >= 0) return -1;
    found = m.party;
  }
  return found;
}

// l’avocate, der Unternehmer: the person who was named with that noun; le sexagénaire: who spoke last
SpeakerFinder::Meant SpeakerFinder::person_of_that_noun(const Description& d) {
  constexpr std::string_view kRule = "description of a person named before";
  const Phrase& phrase = d.phrase;
  if (const int alone = person_of_noun_alone(d); alone >= 0) return {.party = alone, .rule = kRule};
  if (!d.is_person) return {};
  if (text_.language != "en" && points_to_person(phrase, d.head_token) && (d.is_short || is_any_again(d.head_token)) &&
      !phrase.is_former && phrase.owner < 0 && phrase.possessive < 0 && phrase.state.empty())
    if (const int known = person_described(d.head, d.head_token, d.at); known >= 0)
      return {.party = known, .rule = kRule};
  const int titled = d.number.empty() ? person_titled(phrase, d.at) : -1;
  return {.party = text_.language != "en" || is_meant(titled, d) ? titled : -1, .rule = kRule};
}

// Prosecutors accuse Jan Kask of …. The businessman, the defendant, предприниматель denies it: the one person of whom
// others have just told something, by a noun that nobody had before.
SpeakerFinder::Meant SpeakerFinder::person_accused(const Description& d) {
  constexpr std::string_view kRule = "person spoken of before";
  constexpr size_t kMostClaims = 4;
  const Phrase& phrase = d.phrase;
  if (d.is_counted || phrase.is_former || phrase.owner >= 0 || phrase.possessive >= 0 || !phrase.state.empty() ||
      (has_articles() && !phrase.is_definite) || (!has_articles() && !d.is_short))
    return {};
  bool may_be = false;
  for (uint32_t i = phrase.begin; i < phrase.end; ++i) may_be = may_be || has_stop(i, "may be accused");
  if (!may_be) return {};
  for (size_t k = described_.size(); k-- > 0 && k + kMostDescribed > described_.size();)
    if (is_same_head(d, parties_.parties[described_[k].second])) return {};
  size_t seen = 0;
  for (size_t i = claims_.size(); i-- > 0 && seen++ < kMostClaims && claims_[i].block + 2 >= block_at(d.at);) {
    const Claim& claim = claims_[i];
    if (claim.act != Act::kAccuse && claim.act != Act::kAssert) continue;
    int one = -1;
    for (const Mention& m : parties_.inside(sentences_[claim.sentence].span)) {
      const Party& p = parties_.parties[m.party];
      if (p.type != PartyType::kPerson || p.is_plural || m.party == claim.speaker || m.span.end > d.span.begin)
        continue;
      if (one >= 0 && m.party != one) return {};  // of two persons
      one = m.party;
    }
    if (one >= 0 && one != asker_ && !is_noun_of_another(d, one)) return {.party = one, .rule = kRule};
    if (one >= 0) return {};
  }
  return {};
}

// A dealer in Ulm built them, the official said of X. The dealer denies it: does the noun stand before, away from the
// person's name?
bool SpeakerFinder::is_noun_of_another(const Description& d, int person) const {
  constexpr uint32_t kFar = 400, kBeside = 6;  // words
  const uint32_t here = d.phrase.begin;
  for (uint32_t i = here > kFar ? here - kFar : 0; i < here; ++i) {
    if (tok(i).mark != 0 || !(tok(i).fold == d.head || (is_slavic() && alike(tok(i).fold, d.head)))) continue;
    const Span around{tok(i < kBeside ? 0 : i - kBeside).begin, tok(std::min(i + kBeside, here)).end};
    if (std::ranges::none_of(parties_.inside(around), [&](const Mention& m) { return m.party == person; })) return true;
  }
  return false;
}

// The same description again.
SpeakerFinder::Meant SpeakerFinder::described_before(const Description& d) {
  for (size_t k = described_.size(); k-- > 0 && k + kMostDescribed > described_.size();) {
    const auto& [number, party] = described_[k];
    if (!is_same_head(d, parties_.parties[party]) || is_one_of(d, parties_.parties[party])) continue;
    if (!is_described_so(d, parties_.parties[party], number)) continue;
    parties_.insert({d.span, party});
    return {.party = party, .rule = "described before"};
  }
  return {};
}

bool SpeakerFinder::is_same_head(const Description& d, const Party& p) const {
  if (p.head != d.head && !((is_slavic() || text_.language == "tr") && alike(p.head, d.head)) &&
      !(text_.language == "fa" && is_joined_form(p.head, d.head)))
    return false;
  return !(is_wide_ || text_.language == "fa") || !speaks_for_another(d.phrase, d.head_token, p);
}

// 两名官员 … 一名官员
bool SpeakerFinder::is_one_of(const Description& d, const Party& p) const {
  return p.is_counted && is_one(d.phrase) && d.is_short && text_.view(d.span) != p.name;
}

// Are state, number and article those of a party that was described before with the same noun and that number?
bool SpeakerFinder::is_described_so(const Description& d, const Party& p, const std::string& number) const {
  const bool same_state = p.state == d.phrase.state || d.phrase.state.empty() || p.state.empty();
  if (!same_state) return false;
  if (text_.view(d.span) == p.name || (!d.number.empty() && d.number == number)) return true;
  const bool same_number = d.number == number || d.number.empty() || number.empty();
  if (!same_number) return false;
  const bool arabic_one = text_.language == "ar" && !tok(d.head_token).fold.starts_with("ال");  // مسؤول إماراتي
  const bool definite = d.phrase.is_definite || (!has_articles() && d.is_short && !is_one(d.phrase) && !arabic_one);
  return definite || (!d.number.empty() && d.phrase.state.empty() == p.state.empty());
}

// The two officials, where this is one of them; -1 where nobody is known to be.
int SpeakerFinder::group_of(const Description& d) const {
  int group = -1;
  for (size_t k = described_.size(); k-- > 0 && k + kMostDescribed > described_.size();) {
    const int party = described_[k].second;
    const Party& p = parties_.parties[party];
    if (is_same_head(d, p) && is_one_of(d, p)) group = p.group >= 0 ? p.group : party;
  }
  return group;
}

// A party that has no name, or none that was known.
int SpeakerFinder::add_described(const Description& d) {
  const Phrase& phrase = d.phrase;
  Party party;
  party.name = text_.view(d.is_document ? without_participle(d.span) : d.span);
  party.head = d.head;
  party.group = group_of(d);
  party.state = phrase.state;
  party.first = d.span.begin;
  party.is_document = d.is_document && !d.is_body && !d.is_company;
  party.is_medium = d.is_medium && !d.is_person;
  const Lexeme* noun = noun_lexeme(d.head_token);
  party.is_plural = ((noun && noun->detail == "many") || (text_.language == "en" && is_many(d.head_token))) &&
                    !is_singular_article(tok(phrase.begin).fold);
  if (d.is_person && is_slavic() && may_be_many(tok(d.head_token).fold, text_.language)) party.is_plural = true;
  party.is_counted = !d.number.empty();
  party.is_generic = party.is_medium && party.is_plural;
  party.type = described_type(d, party.is_generic);
  attach(party, d);
  party.is_authored = is_authored(party, d);
  party.gender = described_gender(d, party);
  if (d.is_person && !party.state.empty() && party.affiliation < 0 && state_office(phrase)) party.is_state_voice = true;
  const int number = parties_.add(std::move(party));
  described_.emplace_back(d.number, number);
  parties_.insert({d.span, number});
  return number;
}

// A report of the customs, of an institute that has a name: not one that was leaked, nor an invoice.
bool SpeakerFinder::is_authored(const Party& party, const Description& d) const {
  if (!is(d.head_token, Kind::kDocument) || !is_published(d.head_token)) return false;
  if (const int author = party.affiliation >= 0 ? party.affiliation : d.phrase.owner; author >= 0) {
    const PartyType type = parties_.parties[author].type;
    return type != PartyType::kUnnamed && type != PartyType::kState;
  }
  for (uint32_t i = d.phrase.begin; i < d.phrase.end; ++i)
    if (i != d.head_token && is(i, Kind::kBody) && !is(i, Kind::kPerson) && !is(i, Kind::kDocument)) return true;
  return false;
}

PartyType SpeakerFinder::described_type(const Description& d, bool is_generic) const {
  if (has_stop(d.head_token, "institution") && !d.is_counted) return PartyType::kPublicBody;  // Swiss prosecutors
  if (!d.is_person && !d.is_document && !is_generic) {
    if (d.is_body) return PartyType::kPublicBody;
    if (d.is_company && (d.phrase.is_definite || text_.language != "en")) return PartyType::kCompany;
  }
  const bool document = is(d.head_token, Kind::kDocument);
  // A league of dealers, the Guild of Glider Engineers; but: a spokesman for the Customs Criminal Office (ZKA)
  const bool heads = !d.is_person || (d.head_token > d.phrase.begin + 1 &&
                                      (d.head_token + 1 < d.phrase.end || tok(d.head_token).is_capital));
  return heads && !document && is_written_as_name(d.phrase) ? PartyType::kOrganization : PartyType::kUnnamed;
}

// Whose voice the described party is, or to whom it belongs.
void SpeakerFinder::attach(Party& party, const Description& d) {
  const Phrase& phrase = d.phrase;
  const bool document = is(d.head_token, Kind::kDocument);
  const bool voice = is(d.head_token, Kind::kSpokesman) || is_advocate(d.head_token);
  if (phrase.is_former) return;
  if (voice || document) {
    const bool of_body = document && body_in(phrase) >= 0;  // une note des douanes françaises
    party.affiliation = phrase.owner >= 0 || phrase.possessive >= 0 || voice || of_body ? principal(phrase, d.at) : -1;
    // documents seen by a paper are not its word
    if (d.is_document && party.affiliation >= 0 && parties_.parties[party.affiliation].is_medium)
      party.affiliation = -1;
  } else if (phrase.owner_before && phrase.owner >= 0 && parties_.parties[phrase.owner].type != PartyType::kState) {
    party.affiliation = phrase.owner;
  } else if (phrase.possessive >= 0 && !is_kin(d.head_token)) {
    party.affiliation = referent(phrase.possessive, d.at);
  } else if (d.is_person && phrase.owner < 0 && text_.language != "en" && phrase.end - phrase.begin <= 8) {
    party.affiliation = principal(phrase, d.at);
  } else if (phrase.owner >= 0 && parties_.parties[phrase.owner].type == PartyType::kPublicBody && party.is_plural) {
    party.boss = phrase.owner;
  }
  if (d.is_person && !voice && is_anonymous(phrase)) party.affiliation = -1;  // speaks for himself alone
}

// 1 he, 2 she, 0 where neither the noun nor its article tells.
int SpeakerFinder::described_gender(const Description& d, const Party& party) const {
  int gender = 0;
  for (uint32_t i = d.phrase.begin; i < d.phrase.end; ++i) {
    const std::string& word = tok(i).fold;
    if (word.ends_with("woman")) return 2;
    if (word.ends_with("man") || word == "husband" || word == "son") gender = 1;
  }
  const bool article = text_.language == "fr" || text_.language == "es" || (text_.language == "de" && d.is_person);
  if (gender == 0 && !party.is_plural && !party.is_counted && article) return article_gender(tok(d.phrase.begin).fold);
  return gender;
}

// سخنگو, سخنگوی: a Persian noun in a vowel with and without what joins it to the word behind it.
bool SpeakerFinder::is_joined_form(std::string_view a, std::string_view b) {
  constexpr std::string_view kJoint = "ی", kVowel = "و";
  if (a.size() < b.size()) std::swap(a, b);
  return b.ends_with(kVowel) && a.size() == b.size() + kJoint.size() && a.starts_with(b) && a.ends_with(kJoint);
}

// 警方发言人, after 外交部发言人: the noun of another body stands before the same head. سخنگوی کمیسیون: behind it.
bool SpeakerFinder::speaks_for_another(const Phrase& phrase, uint32_t head, const Party& known) const {
  if (text_.language == "fa") {
    for (uint32_t i = phrase.begin + 1; i < phrase.end; ++i)
      if (tok(i).mark == 0 && !is(i, Kind::kAdverb) && !is(i, Kind::kTime) && !known.name.contains(tok(i).fold))
        return is(phrase.begin, Kind::kSpokesman) || is_joined_form(tok(phrase.begin).fold, "سخنگو");
    return false;
  }
  for (uint32_t i = phrase.begin; i < head; ++i)
    if (is(i, Kind::kBody) && !known.name.contains(tok(i).fold)) return true;
  return false;
}

// A manager who asked for anonymity: said of whoever is described, in the same sentence.
bool SpeakerFinder::is_anonymous(const Phrase& phrase) const {
  const uint32_t end = std::min(phrase.end + 16, static_cast<uint32_t>(text_.tokens.size()));
  for (uint32_t i = phrase.begin; i < end && (i < phrase.end || !is_terminal_mark(tok(i).mark)); ++i) {
    const std::string& w = tok(i).fold;
    for (const std::string_view start : {"anonym", "anonim", "анонимн", "анонімн", "الكشف", "ناشناس"})
      if (w.starts_with(start)) return true;
    if (w == "匿" || (w == "named" && i > phrase.begin && (tok(i - 1).fold == "be" || tok(i - 1).fold == "being")) ||
        (w == "identified" && i > phrase.begin && tok(i - 1).fold == "be"))
      return true;
  }
  return false;
}

bool SpeakerFinder::has_articles() const {
  return text_.language == "en" || text_.language == "fr" || text_.language == "de" || text_.language == "es";
}

bool SpeakerFinder::is_kin(uint32_t i) const {
  static const std::unordered_set<std::string_view> words = {
      "son",   "daughter", "brother", "sister", "wife",    "husband", "father", "mother",  "nephew",  "fils",
      "frère", "sohn",     "bruder",  "hijo",   "hermano", "брат",    "сын",    "partner", "партнёр", "партнер"};
  return words.contains(tok(i).fold);
}

const Lexeme* SpeakerFinder::noun_lexeme(uint32_t i) const {
  std::vector<Found> found;
  Lexicon::of(text_.language).find(text_.tokens, i, static_cast<uint32_t>(text_.tokens.size()), found);
  const Lexeme* best = nullptr;
  uint32_t letters = 0;
  for (const Found& f : found) {
    const Kind kind = f.lexeme->kind;
    if (kind != Kind::kPerson && kind != Kind::kSourceWord && kind != Kind::kMedia && kind != Kind::kDocument &&
        kind != Kind::kSpokesman)
      continue;
    if (f.letters >= letters) letters = f.letters, best = f.lexeme;
  }
  return best;
}

std::string SpeakerFinder::number_word(const Phrase& phrase) const {
  // Tass'a konuşan iki denizci: in Turkish the number stands before its noun, wherever that is
  const uint32_t first = text_.language == "tr" && phrase.head > static_cast<int>(phrase.begin) + 3
                             ? static_cast<uint32_t>(phrase.head) - 3
                             : phrase.begin;
  for (uint32_t i = first; i < phrase.end && i < first + 3; ++i) {
    static const std::unordered_set<std::string_view> words = {
        "two",  "three", "four", "five", "several", "dvoje", "deux", "trois", "zwei", "drei",  "dos", "tres",
        "двое", "два",   "двух", "трое", "три",     "двоє",  "iki",  "üç",    "dwaj", "dwóch", "دو",  "两",
        "三",   "多",    "数",   "dwie", "trzej",   "трьох", "троє", "двох",  "dört", "چند",   "سه",  "kilku"};
    if (words.contains(tok(i).fold)) return tok(i).fold;
  }
  return {};
}

// 一名官员, یک مقام: somebody who was not spoken of before.
bool SpeakerFinder::is_one(const Phrase& phrase) const {
  if (phrase.begin >= phrase.end) return false;
  const std::string& first = tok(phrase.begin).fold;
  if (text_.language == "fa") return first == "یک";
  return is_wide_ && first == "一" && phrase.begin + 1 < phrase.end &&
         (tok(phrase.begin + 1).fold == "名" || tok(phrase.begin + 1).fold == "位");
}

bool SpeakerFinder::is_press_office(uint32_t i) const {
  std::vector<Found> found;
  Lexicon::of(text_.language).find(text_.tokens, i, static_cast<uint32_t>(text_.tokens.size()), found);
  return std::any_of(found.begin(), found.end(),
                     [](const Found& f) { return f.lexeme->kind == Kind::kSpokesman && f.lexeme->value == "office"; });
}

}  // namespace cordon::reading
