// The company, two officials, a report: a party named elsewhere, or one without a name.

#include <algorithm>
#include <unordered_set>

#include "reading/slavic_words.h"
#include "reading/speaker_finder.h"
#include "reading/text_words.h"

namespace cordon::reading {

// A description: of a company or body named before, or of somebody unnamed.
int SpeakerFinder::describe(Span span, Phrase& phrase_in, uint32_t at, std::string_view& rule) {
  return describe(span, static_cast<const Phrase&>(phrase_in), at, rule);
}

int SpeakerFinder::describe(Span span, const Phrase& phrase, uint32_t at, std::string_view& rule) {
  std::string head = noun_text(phrase.head >= 0 ? static_cast<uint32_t>(phrase.head) : phrase.end - 1);
  if (const std::string body = two_word_body(phrase); !body.empty()) head = body;
  const uint32_t head_token = phrase.head >= 0 ? static_cast<uint32_t>(phrase.head) : phrase.end - 1;
  const bool person =
      is(head_token, Kind::kPerson) || is(head_token, Kind::kSpokesman) || is(head_token, Kind::kSourceWord);
  const bool company = is(head_token, Kind::kCompany),
             body = is(head_token, Kind::kBody) && !(person && is_slavic()),  // парламентарий
      medium = is(head_token, Kind::kMedia), document = is(head_token, Kind::kDocument);
  if (number_word(phrase).empty())
    if (const int named = named_behind_comma(span);
        named >= 0 && (parties_.parties[named].type == PartyType::kPerson ? person : company || body)) {
      rule = "name behind its description";
      return named;
    }
  if (const int firm = firm_in_apposition(span); firm >= 0) {
    rule = "name behind its description";
    return firm;
  }
  const bool counted = !number_word(phrase).empty() || is_one(phrase);
  // analysts of the group “Sitka”: a body speaks through its people
  if (has_stop(head_token, "staff") && !counted && !phrase.is_former && phrase.owner >= 0 &&
      is_publisher(phrase.owner) && !parties_.parties[phrase.owner].is_medium) {
    rule = "people of a body";
    return phrase.owner;
  }
  const bool lead = company && block_at(span.begin) == 0 && !person && phrase.owner < 0;
  const bool short_phrase = lead || phrase.end - phrase.begin <= (is_wide_ ? 5u : 3u);
  // 外交部: the one that the page elsewhere calls 中国外交部
  if (is_wide_ && body && phrase.state.empty() && !person)
    for (size_t i = parties_.first_from(at); i-- > 0;) {  // the one spoken of last
      const Mention& m = parties_.mentions[i];
      const Party& p = parties_.parties[m.party];
      if (p.type != PartyType::kPublicBody || p.name.size() <= text_.view(span).size() ||
          !p.name.ends_with(text_.view(span)))
        continue;
      const int last = m.party;
      rule = "body of a state";
      parties_.insert({span, last});
      return last;
    }
  if (is_wide_ && body && phrase.state.empty() && !person)
    for (size_t i = 0; i < parties_.parties.size(); ++i) {
      const Party& p = parties_.parties[i];
      if (p.type != PartyType::kPublicBody || p.name.size() <= text_.view(span).size() ||
          !p.name.ends_with(text_.view(span)))
        continue;
      rule = "body of a state";
      parties_.insert({span, static_cast<int>(i)});
      return static_cast<int>(i);
    }
  // a ministry of a state, an agency: named by what it is
  if (body && !phrase.state.empty() && !person) {
    rule = "body of a state";
    const int party = body_party(phrase.state, head, span, portfolio(phrase));
    parties_.insert({span, party});
    return party;
  }
  if (body && !person && phrase.is_definite && phrase.owner < 0)
    if (const std::string of = portfolio(phrase); !of.empty())
      if (const int ministry = ministry_meant(phrase, of, at); ministry >= 0) {
        rule = "body of a state";
        return ministry;
      }
  // Alabuga's press office speaks as Alabuga
  if (is_press_office(head_token) && phrase.owner >= 0 && parties_.parties[phrase.owner].type != PartyType::kUnnamed) {
    rule = "press office of";
    return phrase.owner;
  }
  // a report of a named body is its word; what was leaked is not
  if (document && !person) {
    const bool noun_is = is_published(head_token) || (is_wide_ && head_token > 0 && is_published(head_token - 1));
    const bool published = noun_is && !is_leaked(phrase);  // 报告: a noun of two characters
    if (published && phrase.owner >= 0 && is_publisher(phrase.owner)) {
      rule = "publication of";
      published_.emplace_back(head, phrase.owner);
      return phrase.owner;
    }
    if (published && phrase.owner < 0)
      if (const int whose = std::max(presented_by(phrase), published_by_clause(phrase)); whose >= 0) {
        rule = "publication of";
        published_.emplace_back(head, whose);
        return whose;
      }
    if (published && phrase.owner < 0 && phrase.possessive >= 0 && is_slavic())  // в её сообщении: whose it is
      if (const int whose = publisher_before(tok(phrase.possessive).begin); whose >= 0) {
        rule = "publication of";
        published_.emplace_back(head, whose);
        return whose;
      }
    if (published && phrase.owner < 0 && phrase.state.empty() && short_phrase)  // the report, тот же отчёт
      for (size_t k = published_.size(); k-- > 0;)
        if (published_[k].first == head || alike(published_[k].first, head)) {
          rule = "publication named before";
          return published_[k].second;
        }
  }
  if (document && !person && is_slavic() && phrase.owner < 0 && phrase.possessive < 0 && short_phrase)
    if (const int whose = sent_before(head_token); whose >= 0) {
      rule = "document of a party named before";
      return whose;
    }
  if (document && !person && is_slavic() && phrase.owner < 0 && phrase.possessive < 0 && short_phrase)
    if (const int whose = issued_by(head_token, at); whose >= 0) {
      rule = "publication of";
      published_.emplace_back(head, whose);
      return whose;
    }
  // Gözlemevinin salı günü yayımladığı rapor: the word of the body of that name, with the ending of whose
  if (document && !person && text_.language == "tr" && phrase.owner < 0 && head_token > phrase.begin + 1 &&
      is_published(head_token))
    if (const int whose = named_like(phrase.begin); whose >= 0) {
      rule = "document of a party named before";
      return whose;
    }
  if (document && !person) {  // заявление ведомства, ein Bericht der Firma: the voice of the body itself
    for (uint32_t i = phrase.begin; i < phrase.end; ++i)
      if (i != head_token && (is(i, Kind::kBody) || is(i, Kind::kCompany)) && !is(i, Kind::kPerson) &&
          !is(i, Kind::kDocument) &&
          (is_slavic() || (i > phrase.begin && is(i - 1, Kind::kDeterminer) && text_.language != "en" &&
                           phrase.owner < 0 && is_generic(tok(i).fold)))) {
        const int known = known_description(
            tok(i).fold, is(i, Kind::kCompany) ? PartyType::kCompany : PartyType::kPublicBody, false, at, true);
        if (known >= 0) {
          rule = "document of a party named before";
          return known;
        }
      }
  }
  // A lead names nobody: its director is who is named with that office further down.
  if (person && !phrase.is_former && phrase.state.empty() && phrase.owner < 0 && block_at(span.begin) == 0 &&
      (is_office(head_token) || (phrase.is_definite && has_stop(head_token, "one holds it"))))
    if (const int later = office_holder(head, span.end); later >= 0) {
      rule = "office of a person named below";
      return later;
    }
  // the company, the ministry, La empresa
  const bool varied =
      text_.language == "en" && company && phrase.is_definite && !person && is_plain_description(phrase);
  if ((short_phrase || varied) && (company || body || medium) && !phrase.is_former && (phrase.owner < 0 || varied) &&
      phrase.possessive < 0 &&
      !(person && company && !phrase.is_definite && text_.language == "en" && !is(phrase.begin, Kind::kDeterminer))) {
    const bool article = !has_articles() || phrase.is_definite || text_.language == "fr";
    // Customs said …. The agency said …: no news agency, where an office has just spoken
    if (text_.language == "en" && body && medium && phrase.is_definite)
      if (const int office = office_speaking(at); office >= 0) {
        rule = "description of a party named before";
        return office;
      }
    if (text_.language == "en" && company && !person && !medium && phrase.is_definite && !phrase.state.empty())
      if (const int firm = firm_of_state(phrase.state, at); firm >= 0) {
        rule = "description of a party named before";
        return firm;
      }
    int known = known_description(head, company ? PartyType::kCompany : PartyType::kPublicBody, medium, at, article);
    if (known >= 0 && text_.language == "en" && head == "ministry" && is_embassy(known)) known = -1;
    // beschuldigt die Firma, …. Die Firma dementiert: not who accuses
    const bool other = known >= 0 && is_other_ministry(known, portfolio(phrase));
    const bool accuser =
        other || (is_western() && !accused_.empty() && !claims_.empty() && claims_.back().speaker == known);
    int akin = -1;
    if (known < 0 && text_.language == "en" && phrase.is_definite && !is_many(head_token)) {
      akin = akin_before(head, false, at);
      if (akin < 0 && company && !body && !medium && !person) akin = firm_just_speaking(head, at);
    }
    if (std::max(known, akin) >= 0 && !accuser) {
      rule = "description of a party named before";
      return std::max(known, akin);
    }
  }
  if (text_.language == "en" && phrase.is_definite && short_phrase && !phrase.is_former && phrase.owner < 0 &&
      phrase.possessive < 0 && phrase.state.empty() && !is_many(head_token)) {
    if (document && !person && !body && !company && !medium && !is_leaked(phrase))
      if (const int whose = issuer_before(head_token); whose >= 0) {
        rule = "document of a party named before";
        return whose;
      }
    if (person && !body && !company)
      if (const int known = person_meant(phrase, head, at);
          known >= 0 && known != asker_ && !stands_beside(known, head_token)) {
        rule = "description of a person named before";
        return known;
      }
  }
  if (text_.language == "en" && person && !counted && !phrase.is_former &&
      (phrase.is_definite || phrase.owner_before) && phrase.possessive < 0 && !is_many(head_token))
    if (const int known = introduced_by_office(phrase, at);
        known >= 0 && known != asker_ && !stands_beside(known, head_token)) {
      rule = "description of a person named before";
      return known;
    }
  if (text_.language == "en" && phrase.is_definite && phrase.end == phrase.begin + 2)
    if (const int known = body_of_staff(head_token, at); known >= 0) {
      rule = "people of a body";
      return known;
    }
  // l’avocate, der Unternehmer: the person who was named with that noun; le sexagénaire: who spoke last
  if (person && text_.language != "en" && points_to_person(phrase, head_token) &&
      (short_phrase || is_any_again(head_token)) && !phrase.is_former && phrase.owner < 0 && phrase.possessive < 0 &&
      phrase.state.empty())
    if (const int known = person_described(head, head_token, at); known >= 0) {
      rule = "description of a person named before";
      return known;
    }
  if (person && number_word(phrase).empty())
    if (const int known = person_titled(phrase, at);
        known >= 0 && known != asker_ && (text_.language != "en" || !stands_beside(known, head_token))) {
      rule = "description of a person named before";
      return known;
    }
  int group = -1;  // the two officials, where this is one of them
  {
    // the same description again
    for (size_t d = described_.size(); d-- > 0 && d + 300 > described_.size();) {
      const auto& [known, party] = described_[d];
      const Party& p = parties_.parties[party];
      if (p.head != head && !((is_slavic() || text_.language == "tr") && alike(p.head, head))) continue;
      if (is_wide_ && speaks_for_another(phrase, head_token, p)) continue;
      const bool same_state = p.state == phrase.state || phrase.state.empty() || p.state.empty();
      const bool same_number = number_word(phrase) == known || number_word(phrase).empty() || known.empty();
      const bool arabic_one = text_.language == "ar" && !tok(head_token).fold.starts_with("ال");  // مسؤول إماراتي
      const bool definite = phrase.is_definite || (!has_articles() && short_phrase && !is_one(phrase) && !arabic_one);
      if (p.is_counted && is_one(phrase) && short_phrase && text_.view(span) != p.name) {  // 两名官员 … 一名官员
        group = p.group >= 0 ? p.group : party;
        continue;
      }
      if (same_state &&
          ((definite && same_number) ||
           (same_number && !number_word(phrase).empty() && same_state && !phrase.state.empty() == !p.state.empty()) ||
           text_.view(span) == p.name || (!number_word(phrase).empty() && number_word(phrase) == known))) {
        rule = "described before";
        parties_.insert({span, party});
        return party;
      }
    }
  }
  Party party;
  party.name = text_.view(document && !person ? without_participle(span) : span);
  party.head = head;
  party.group = group;
  party.state = phrase.state;
  party.first = span.begin;
  party.is_document = document && !person && !body && !company;
  party.is_medium = medium && !person;
  const Lexeme* noun = noun_lexeme(head_token);
  party.is_plural = ((noun && noun->detail == "many") || (text_.language == "en" && is_many(head_token))) &&
                    !is_singular_article(tok(phrase.begin).fold);
  if (person && is_slavic() && may_be_many(tok(head_token).fold, text_.language)) party.is_plural = true;
  party.is_counted = !number_word(phrase).empty();
  party.type = PartyType::kUnnamed;
  if (!person && !document && body) party.type = PartyType::kPublicBody;
  if (!person && !document && company && !body)
    party.type = phrase.is_definite || text_.language != "en" ? PartyType::kCompany : PartyType::kUnnamed;
  if (party.is_medium && party.is_plural) party.is_generic = true, party.type = PartyType::kUnnamed;
  if (has_stop(head_token, "institution") && !counted) party.type = PartyType::kPublicBody;  // Swiss prosecutors
  const bool heads = !person || head_token + 1 < phrase.end;                                 // of dealers: a league
  if (heads && !document && party.type == PartyType::kUnnamed && is_written_as_name(phrase))
    party.type = PartyType::kOrganization;
  const bool voice = is(head_token, Kind::kSpokesman) || is_advocate(head_token);
  if (!phrase.is_former) {
    if (voice || document) {
      const bool of_body = document && body_in(phrase) >= 0;  // une note des douanes françaises
      party.affiliation = phrase.owner >= 0 || phrase.possessive >= 0 || voice || of_body ? principal(phrase, at) : -1;
      // documents seen by a paper are not its word
      if (document && !person && party.affiliation >= 0 && parties_.parties[party.affiliation].is_medium)
        party.affiliation = -1;
    } else if (phrase.owner_before && phrase.owner >= 0 && parties_.parties[phrase.owner].type != PartyType::kState) {
      party.affiliation = phrase.owner;
    } else if (phrase.possessive >= 0 && !is_kin(head_token)) {
      party.affiliation = referent(phrase.possessive, at);
    } else if (person && phrase.owner < 0 && text_.language != "en" && phrase.end - phrase.begin <= 8) {
      party.affiliation = principal(phrase, at);
    } else if (phrase.owner >= 0 && parties_.parties[phrase.owner].type == PartyType::kPublicBody && party.is_plural) {
      party.boss = phrase.owner;
    }
  }
  if (person && !voice && is_anonymous(phrase)) party.affiliation = -1;  // speaks for himself alone
  for (uint32_t i = phrase.begin; i < phrase.end; ++i) {
    if (tok(i).fold.ends_with("woman")) {
      party.gender = 2;
      break;
    }
    if (tok(i).fold.ends_with("man") || tok(i).fold == "husband" || tok(i).fold == "son") party.gender = 1;
  }
  if (party.gender == 0 && !party.is_plural && !party.is_counted &&
      (text_.language == "fr" || text_.language == "es" || (text_.language == "de" && person)))
    party.gender = article_gender(tok(phrase.begin).fold);
  if (person && !party.state.empty() && party.affiliation < 0 && state_office(phrase)) party.is_state_voice = true;
  rule = "description";
  const int number = parties_.add(std::move(party));
  described_.emplace_back(number_word(phrase), number);
  parties_.insert({span, number});
  return number;
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

// The public body that spoke last, in this sentence or the two before it; -1 where somebody else did.
int SpeakerFinder::office_speaking(uint32_t at) const {
  if (claims_.empty() || claims_.back().speaker < 0 || claims_.back().sentence + 2 < sentence_behind(at)) return -1;
  const Party& p = parties_.parties[claims_.back().speaker];
  return p.type == PartyType::kPublicBody && !p.is_medium && !p.is_document ? claims_.back().speaker : -1;
}

// In a letter to the port, X said …. The letter said …; X issued a statement. The statement said …: whose word the
// document at token `head` is; -1 where it was spoken of otherwise, or not a little before.
int SpeakerFinder::issuer_before(uint32_t head) {
  constexpr uint32_t kNear = 60;  // words
  for (uint32_t i = head; i-- > 0 && i + kNear > head;) {
    if (tok(i).block + 1 < tok(head).block) break;
    if (tok(i).fold != tok(head).fold) continue;
    const size_t s = sentence_behind(tok(i).begin);
    if (s >= sentences_.size()) return -1;
    uint32_t lead = i;  // the preposition before its article and adjectives
    while (lead > 0 && i - lead < 5 && tok(lead - 1).mark == 0 && tok(lead - 1).begin >= sentences_[s].span.begin &&
           tok(lead).fold != "in" && !has_stop(lead, "carries"))
      --lead;
    if (has_stop(lead, "carries")) return issuer_in(sentences_[s], tok(lead).begin);
    if (tok(lead).fold != "in") return -1;
    for (size_t k = claims_.size(); k-- > 0 && claims_[k].sentence >= s;)
      if (claims_[k].sentence == s && claims_[k].speaker >= 0)
        return parties_.parties[claims_[k].speaker].is_document ? -1 : claims_[k].speaker;
    return -1;
  }
  return -1;
}

// Who issues what is said: the name at the head of the sentence, or the body or firm that its first words describe.
int SpeakerFinder::issuer_in(const Sentence& sentence, uint32_t verb) {
  for (const Mention& m : parties_.inside({sentence.span.begin, verb})) {
    const PartyType type = parties_.parties[m.party].type;
    if (type != PartyType::kState && type != PartyType::kUnnamed) return m.party;
  }
  return described_at_head(sentence, verb, "it");
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

// satellite images analysed by X, documents seen by Y: an English phrase up to the participle behind its noun.
Span SpeakerFinder::without_participle(Span span) const {
  const uint32_t begin = token_at(span.begin), end = token_at(span.end);
  if (is(begin, Kind::kDeterminer)) return span;  // a report commissioned by X: that one
  for (uint32_t i = begin + 1; i + 1 < end && text_.language == "en"; ++i) {
    const std::string_view word = tok(i).fold;
    const bool participle = word.ends_with("ed") || word == "seen" || word == "sent" || word == "shown" ||
                            word == "given" || word == "held" || word == "shared";
    if (participle && is(i - 1, Kind::kDocument) && (is(i + 1, Kind::kPreposition) || tok(i + 1).fold == "by"))
      return {span.begin, tok(i - 1).end};
  }
  return span;
}

// 警方发言人, after 外交部发言人: the noun of another body stands before the same head.
bool SpeakerFinder::speaks_for_another(const Phrase& phrase, uint32_t head, const Party& known) const {
  for (uint32_t i = phrase.begin; i < head; ++i)
    if (is(i, Kind::kBody) && !known.name.contains(tok(i).fold)) return true;
  return false;
}

// Sahel Silah Gözlemevi …: the party named before whose name ends with the noun that token `i` is, which has the
// ending of whose; -1 where none is.
int SpeakerFinder::named_like(uint32_t i) const {
  const std::string& word = tok(i).fold;
  bool whose = false;
  for (const std::string_view ending : {"nın", "nin", "nun", "nün"}) whose = whose || word.ends_with(ending);
  if (!whose || word.size() < 8) return -1;
  constexpr size_t kMostNames = 200;
  const size_t last = parties_.first_from(tok(i).begin);
  for (size_t k = last; k-- > 0 && k + kMostNames > last;) {
    const Mention& m = parties_.mentions[k];
    const Party& p = parties_.parties[m.party];
    const uint32_t end = token_at(m.span.end);
    const bool unsure = p.head.empty() && p.gender == 0 && p.affiliation < 0;
    if ((p.type == PartyType::kPerson && !unsure) || p.type == PartyType::kState || end == 0) continue;
    const std::string& name = tok(end - 1).fold;
    if (name.size() >= 5 && word.starts_with(name) && word.size() <= name.size() + 4 && m.span.end < tok(i).begin)
      return m.party;
  }
  return -1;
}

// в докладе, который представил депутат X; ein Bericht, den das Institut Y vorlegte: who is named in the clause that
// says by whom it was published; -1 where none is.
int SpeakerFinder::presented_by(const Phrase& phrase) const {
  const auto count = static_cast<uint32_t>(text_.tokens.size());
  uint32_t i = phrase.end;
  if (text_.language == "en" || is_wide_ || i + 3 >= count || !is_comma_mark(tok(i).mark)) return -1;
  bool published = false;
  const uint32_t first = ++i;
  for (; i < count && i < first + 16 && !is_comma_mark(tok(i).mark) && !is_terminal_mark(tok(i).mark); ++i)
    for (const std::string_view start :
         {"представил",  "опубликовал", "обнародовал", "подготовил",     "выпустил",   "презентовал", "представив",
          "опублікував", "опублікувал", "оприлюднив",  "оприлюднил",     "підготував", "підготувал",  "przedstawi",
          "opublikowa",  "ogłosi",      "przygotowa",  "veröffentlicht", "vorleg",     "vorgeleg",    "vorstell",
          "vorgestell",  "publi",       "présent",     "present",        "difund",     "elabor"})
      published = published || tok(i).fold.starts_with(start);
  if (!published || i <= first + 1 || i >= count) return -1;
  for (const Mention& m : parties_.inside({tok(first).begin, tok(i - 1).end})) {
    const Party& p = parties_.parties[m.party];
    if (p.type == PartyType::kPerson || (is_publisher(m.party) && !p.is_medium)) return m.party;
  }
  return -1;
}

// Министерство в четверг выпустило заявление, в котором говорится, что …: the subject of the clause that has the
// document for its object; -1 where nobody is said to publish it.
int SpeakerFinder::issued_by(uint32_t head, uint32_t at) {
  const size_t s = sentence_behind(at);
  if (s >= sentences_.size()) return -1;
  const uint32_t first = token_at(sentences_[s].span.begin);
  if (head <= first + 1) return -1;
  uint32_t verb = 0;
  for (uint32_t i = head; i-- > first + 1 && i + 5 > head && tok(i).mark == 0 && verb == 0;)
    for (const std::string_view start :
         {"выпустил",   "опубликовал", "обнародовал", "распространил", "разослал", "разместил", "направил", "прислал",
          "випустил",   "випустив",    "опублікува",  "оприлюдни",     "поширил",  "поширив",   "розісла",  "надісла",
          "opublikowa", "wydał",       "rozesła",     "ogłosi",        "przesłał", "wysłał"})
      if (tok(i).fold.starts_with(start)) verb = i;
  if (verb == 0) return -1;
  uint32_t end = verb;
  while (end > first && (is(end - 1, Kind::kTime) || is(end - 1, Kind::kAdverb) || is(end - 1, Kind::kPreposition)))
    --end;
  if (end <= first || is(first, Kind::kPreposition)) return -1;
  for (uint32_t i = first; i < end; ++i)
    if (is_comma_mark(tok(i).mark)) return -1;
  std::string_view rule;
  const int party = resolve({tok(first).begin, tok(end - 1).end}, at, rule);
  return party >= 0 && parties_.parties[party].type != PartyType::kState ? party : -1;
}

// Прокуратура обнародовала письмо, которое направил ей «Норд». …, сказано в письме: who sent the document that was
// spoken of a little before; -1 where nobody is said to.
int SpeakerFinder::sent_before(uint32_t head) const {
  constexpr uint32_t kNear = 60;  // words
  for (uint32_t i = head; i-- > 0 && i + kNear > head;) {
    if (!is(i, Kind::kDocument) || !alike(tok(i).fold, tok(head).fold) || i + 3 >= head) continue;
    if (!is_comma_mark(tok(i + 1).mark) || !opens_relative(tok(i + 2).fold, text_.language)) return -1;
    bool sent = false;
    uint32_t end = i + 3;
    for (; end < head && !is_comma_mark(tok(end).mark) && !is_terminal_mark(tok(end).mark); ++end)
      for (const std::string_view start : {"ответил", "направил", "прислал", "отправил", "разослал", "відповіл",
                                           "надіслал", "відправил", "направив", "надіслав", "wysłał", "przesłał"})
        sent = sent || tok(end).fold.starts_with(start);
    for (const Mention& m : parties_.inside({tok(i + 2).begin, tok(end - 1).end})) {
      const PartyType type = parties_.parties[m.party].type;
      if (sent && type != PartyType::kState && type != PartyType::kUnnamed) return m.party;
    }
    return -1;
  }
  return -1;
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

// der 57-Jährige im ZDF, le quinquagénaire: a noun for whoever was spoken of, whatever stands behind it.
bool SpeakerFinder::is_any_again(uint32_t i) const {
  std::vector<Found> found;
  Lexicon::of(text_.language).find(text_.tokens, i, i + 1, found);
  return text_.language == "de" &&
         std::any_of(found.begin(), found.end(), [](const Found& f) { return f.lexeme->detail == "again"; });
}

bool SpeakerFinder::has_articles() const {
  return text_.language == "en" || text_.language == "fr" || text_.language == "de" || text_.language == "es";
}

bool SpeakerFinder::is_advocate(uint32_t i) const {
  const Lexeme* noun = noun_lexeme(i);
  return noun && noun->detail.find("voice") != std::string::npos;
}

bool SpeakerFinder::is_office(uint32_t i) const {
  std::vector<Found> found;
  Lexicon::of(text_.language).find(text_.tokens, i, static_cast<uint32_t>(text_.tokens.size()), found);
  return std::any_of(found.begin(), found.end(), [](const Found& f) { return f.lexeme->detail == "office"; });
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

// L’avocat, министр, этот чиновник, الوزير, این اقتصاددان: a noun that points to somebody spoken of.
bool SpeakerFinder::points_to_person(const Phrase& phrase, uint32_t head) const {
  if (phrase.is_definite) return true;
  if (is_many(head)) return false;
  const uint32_t size = phrase.end - phrase.begin;
  if (is_slavic()) return size == 1 || (size == 2 && has_stop(phrase.begin, "this one"));
  if (text_.language == "ar") return size == 1 && tok(head).fold.starts_with("ال");
  return text_.language == "fa" && size == 2 && has_stop(phrase.begin, "this one");
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

// адвокат Тимур Ахметов: one who is named right behind the noun of somebody that speaks for others before a court.
bool SpeakerFinder::is_advocate_of(const Mention& m) const {
  const uint32_t first = token_at(m.span.begin);
  for (uint32_t k = first; k-- > 0 && first - k <= 5 && !is_terminal_mark(tok(k).mark);)
    if (is_advocate(k) && !is(k, Kind::kSpokesman)) return true;
  return false;
}

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

// The company, the agency: nouns that stand for any party of their kind.
bool SpeakerFinder::is_generic(const std::string& head) const {
  const std::vector<Token> tokens = tokenize(head, text_.language, 0, 0);
  std::vector<Found> found;
  if (!tokens.empty()) Lexicon::of(text_.language).find(tokens, 0, static_cast<uint32_t>(tokens.size()), found);
  return std::any_of(found.begin(), found.end(), [](const Found& f) { return f.lexeme->detail == "generic"; });
}

// The ministry is no embassy, though both are bodies.
bool SpeakerFinder::is_embassy(int party) {
  const Party& p = parties_.parties[party];
  return p.head == "embassy" || has_word(p.name, "embassy");
}

// The party that “the company”, “the ministry” stands for.
int SpeakerFinder::known_description(const std::string& head, PartyType type, bool medium, uint32_t at, bool article) {
  int by_head = -1, by_type = -1, by_kind = -1;
  const size_t last = parties_.first_from(at);
  for (size_t i = last; i-- > 0 && i + 2000 > last;) {
    const Mention& m = parties_.mentions[i];
    const Party& p = parties_.parties[m.party];
    if (p.type == PartyType::kPerson || p.type == PartyType::kState || p.type == PartyType::kVessel || p.is_document)
      continue;
    if (p.type == PartyType::kUnnamed && p.head != head) continue;
    if (p.is_medium && !medium && is_western()) continue;  // contacté par l’AFP, le groupe …
    if (by_head < 0 && (described_as(m, head) || has_word(p.name, head))) by_head = m.party;
    if (by_kind < 0 && !medium && !p.is_medium && p.type == type && i + 40 > last) by_kind = m.party;
    if (by_type < 0 && p.type != PartyType::kUnnamed && !is_place_of(m) &&
        !(text_.language == "en" && head == "ministry" && is_embassy(m.party)) &&
        !(type == PartyType::kCompany && is_body_by_name(m)) &&
        (medium ? p.is_medium
                : !p.is_medium && (p.type == type || (type == PartyType::kCompany &&
                                                      p.type == PartyType::kOrganization && p.state.empty()))))
      by_type = m.party;
  }
  if (type == PartyType::kCompany && !medium && article && is_generic(head))
    if (const int firm = firm_of_last_speaker(at); firm >= 0) return firm;
  if (by_kind >= 0 && by_type >= 0) by_type = by_kind;  // the company is a company before it is an organisation
  if (by_head >= 0) return by_head;
  if (type == PartyType::kCompany && !medium && article && is_generic(head))
    if (const int firm = answering_party(at); firm >= 0) {  // the company denies it
      parties_.parties[firm].type = PartyType::kCompany;
      return firm;
    }
  if (type == PartyType::kPublicBody && !medium && article)
    if (const int body = body_spoken_of(head, at); body >= 0) return body;
  if (!is_generic(head)) return -1;
  if (by_type < 0 && !medium && type == PartyType::kCompany && is_western() && block_at(at) <= 3)
    if (const int firm = firm_with_officer(at); firm >= 0) return firm;
  if (by_type < 0 && !medium && block_at(at) <= 3)  // a lead that names nobody: who is named next
    for (size_t i = last; i < parties_.mentions.size(); ++i) {
      const Mention& m = parties_.mentions[i];
      const Party& p = parties_.parties[m.party];
      if (block_at(m.span.begin) > block_at(at) + 2) break;
      if (m.span.begin < at || p.is_medium) continue;
      if (type == PartyType::kCompany && p.type == PartyType::kCompany) return m.party;
    }
  if (by_type < 0 && article && type == PartyType::kCompany && !medium) return company_by_context(at);
  return article ? by_type : -1;
}

// 海线研究所: an eastern name that ends with the noun of a body is no company's.
bool SpeakerFinder::is_body_by_name(const Mention& m) const {
  const uint32_t end = token_at(m.span.end);
  if (!is_wide_ || end == 0 || parties_.parties[m.party].type == PartyType::kCompany) return false;
  uint32_t first = end - 1;  // a noun of several characters
  while (first > token_at(m.span.begin) && !is(first, Kind::kBody)) --first;
  return is(first, Kind::kBody) && !is(first, Kind::kCompany) && end - first <= 3;
}

// Alrosa’s chief executive, X, told … The company …: the firm of whoever spoke last in this paragraph; -1 where he
// has none.
int SpeakerFinder::firm_of_last_speaker(uint32_t at) {
  if (text_.language != "en" || claims_.empty()) return -1;
  const Claim& last = claims_.back();
  if (last.speaker < 0 || last.block != block_at(at) || last.sentence + 2 < sentence_behind(at)) return -1;
  const Party& speaker = parties_.parties[last.speaker];
  // Norvik said it sold the ship to Cardew. The company …: who spoke, unless it accused another that answers
  if (speaker.type == PartyType::kCompany && !speaker.is_medium && !speaker.is_document && !says_no_ &&
      last.act != Act::kAccuse)
    return last.speaker;
  if (is_firm_by_noun(speaker)) {
    parties_.parties[last.speaker].type = PartyType::kCompany;
    return last.speaker;
  }
  if (speaker.type != PartyType::kPerson || speaker.affiliation < 0) return -1;
  const Party& firm = parties_.parties[speaker.affiliation];
  const bool is_firm = firm.type == PartyType::kCompany || firm.type == PartyType::kOrganization;
  return is_firm && !firm.is_medium ? speaker.affiliation : -1;
}

bool SpeakerFinder::is_of_word(std::string_view w) {
  for (const std::string_view of : {"der", "des", "von", "vom", "de", "del", "du", "d'"})
    if (w == of) return true;
  return false;
}

// X, Geschäftsführerin der Lumotherm GmbH, …; el consejero delegado de Nitratos, …: the firm named next that has
// somebody to speak for it, of which a lead mostly is; -1 where none has.
int SpeakerFinder::firm_with_officer(uint32_t at) {
  constexpr size_t kMostNames = 200;
  const size_t from = parties_.first_from(at);
  for (size_t i = from; i < std::min(parties_.mentions.size(), from + kMostNames); ++i) {
    const Mention& m = parties_.mentions[i];
    Party& p = parties_.parties[m.party];
    if (block_at(m.span.begin) > block_at(at) + 4) break;
    const bool unsure =
        p.type == PartyType::kPerson && p.head.empty() && p.gender == 0 && p.affiliation < 0 && p.entity_ids.empty();
    if (p.is_medium || (p.type != PartyType::kCompany && p.type != PartyType::kOrganization && !unsure)) continue;
    uint32_t k = token_at(m.span.begin);
    const uint32_t first = k;
    bool of = false;
    while (k > 0 && first - k < 4 && tok(k - 1).mark == 0 && !is(k - 1, Kind::kPerson) &&
           (is(k - 1, Kind::kDeterminer) || is(k - 1, Kind::kPreposition) || is(k - 1, Kind::kCompany) ||
            tok(k - 1).is_capital))
      of = of || is_of_word(tok(k - 1).fold), --k;
    const auto officer = [&](uint32_t word) {
      return tok(word).mark == 0 && (is(word, Kind::kPerson) || is(word, Kind::kSpokesman));
    };
    if (of && ((k > 0 && officer(k - 1)) || (k > 1 && tok(k - 1).mark == 0 && officer(k - 2)))) {
      if (unsure) p.type = PartyType::kCompany;
      return m.party;
    }
  }
  return -1;
}

// Mersin Serbest Bölgesi'nde: a name with the Turkish ending of where, and no list entry, is where something is.
bool SpeakerFinder::is_place_of(const Mention& m) const {
  const uint32_t after = token_at(m.span.end);
  const Party& p = parties_.parties[m.party];
  if (text_.language != "tr" || after >= text_.tokens.size() || !p.entity_ids.empty()) return false;
  const std::string& word = tok(after).fold;
  if (!word.starts_with("'") && !word.starts_with("\u2019")) return false;
  for (const std::string_view ending : {"da", "de", "ta", "te", "daki", "deki", "taki", "teki"})
    if (word.ends_with(ending)) return p.type == PartyType::kOrganization;
  return false;
}

// The company, where none is known: the last name that nothing shows to be a person's.
int SpeakerFinder::company_by_context(uint32_t at) {
  const uint32_t block = block_at(at);
  for (size_t i = parties_.first_from(at); i-- > 0;) {
    const Mention& m = parties_.mentions[i];
    if (block_at(m.span.begin) + 1 < block) break;
    if (m.span.end > at) continue;
    Party& p = parties_.parties[m.party];
    const bool unsure = (p.type == PartyType::kPerson || p.type == PartyType::kOrganization) && p.head.empty() &&
                        p.gender == 0 && p.affiliation < 0 && p.entity_ids.empty() && !p.is_medium;
    const uint32_t first = token_at(m.span.begin);
    if (!unsure || (first > 0 && (is(first - 1, Kind::kPerson) || is(first - 1, Kind::kTitle)))) continue;
    p.type = PartyType::kCompany;
    return m.party;
  }
  return -1;
}

// The ministry: the body of that noun that was spoken of before, though it is no party by name.
int SpeakerFinder::body_spoken_of(const std::string& head, uint32_t at) {
  for (uint32_t i = token_at(at); i-- > 0 && i + 400 > token_at(at);) {
    // das Ministerium: das Bundeswirtschaftsministerium
    const bool part = text_.language == "de" && head.size() >= 8 && tok(i).fold.size() > head.size() + 2 &&
                      tok(i).fold.ends_with(head);
    if (tok(i).mark != 0 || !is(i, Kind::kBody) || !(tok(i).fold == head || part || alike(tok(i).fold, head))) continue;
    if (tok(i).begin >= at) continue;
    for (size_t k = 0; k < spoken_of_.size(); ++k)
      if (spoken_of_[k].first == i) return spoken_of_[k].second;
    if (text_.language == "en")
      if (const int body = state_body_at(i, head); body >= 0) {
        spoken_of_.emplace_back(i, body);
        return body;
      }
    uint32_t end = i + 1;  // with the word that says which
    const bool verb_next = has_articles() && end < text_.tokens.size() && !tok(end).is_capital &&
                           !is(end, Kind::kAdjective);  // le ministère tombe des nues, the court upheld
    if (end < text_.tokens.size() && !verb_next && tok(end).mark == 0 && !is(end, Kind::kPreposition) &&
        !is(end, Kind::kCue) && !is(end, Kind::kAuxiliary) && kinds_.kinds[end] == 0)
      ++end;
    uint32_t begin = i;
    const bool modified = text_.language == "en" || text_.language == "de" || text_.language == "tr" || is_slavic();
    if (modified && begin > 0 && tok(begin - 1).mark == 0 && kinds_.kinds[begin - 1] == 0) --begin;
    if (end - begin < 2) continue;
    const Span span{tok(begin).begin, tok(end - 1).end};
    for (const Mention& m : parties_.inside(span)) return m.party;
    Party party;
    party.name = text_.view(span);
    party.type = PartyType::kPublicBody;
    party.head = head;
    party.first = span.begin;
    const int number = parties_.add(std::move(party));
    parties_.insert({span, number});
    spoken_of_.emplace_back(i, number);
    return number;
  }
  return -1;
}

// The person named in the next paragraphs right behind the noun of that office; -1 where two are.
int SpeakerFinder::office_holder(const std::string& head, uint32_t from) const {
  int found = -1;
  for (size_t i = parties_.first_from(from); i < parties_.mentions.size(); ++i) {
    const Mention& m = parties_.mentions[i];
    if (block_at(m.span.begin) > 3) break;
    if (parties_.parties[m.party].type != PartyType::kPerson || m.party == found) continue;
    const uint32_t first = token_at(m.span.begin);
    bool holds = false;
    for (uint32_t k = first; k-- > 0 && first - k <= 6 && !is_terminal_mark(tok(k).mark);)
      holds = holds || tok(k).fold == head || alike(tok(k).fold, head) ||
              (is_wide_ && is(k, Kind::kPerson) && noun_text(k) == head);
    if (!holds) continue;
    if (found >= 0) return -1;
    found = m.party;
  }
  return found;
}

bool SpeakerFinder::is_press_office(uint32_t i) const {
  std::vector<Found> found;
  Lexicon::of(text_.language).find(text_.tokens, i, static_cast<uint32_t>(text_.tokens.size()), found);
  return std::any_of(found.begin(), found.end(),
                     [](const Found& f) { return f.lexeme->kind == Kind::kSpokesman && f.lexeme->value == "office"; });
}

bool SpeakerFinder::is_published(uint32_t i) const {
  std::vector<Found> found;
  Lexicon::of(text_.language).find(text_.tokens, i, static_cast<uint32_t>(text_.tokens.size()), found);
  return std::any_of(found.begin(), found.end(), [](const Found& f) {
    return f.lexeme->kind == Kind::kDocument && f.lexeme->value == "published";
  });
}

// leaked, confidential, internal
bool SpeakerFinder::is_leaked(const Phrase& phrase) const {
  std::vector<Found> found;
  const uint32_t end = std::min(phrase.end + 6, static_cast<uint32_t>(text_.tokens.size()));
  for (uint32_t i = phrase.begin; i < end; ++i) {  // a report that this paper has seen
    found.clear();
    if (tok(i).mark == 0) Lexicon::of(text_.language).find(text_.tokens, i, end, found);
    for (const Found& f : found)
      if (f.lexeme->kind == Kind::kStop && f.lexeme->value == "leaked") return true;
  }
  return false;
}

bool SpeakerFinder::is_publisher(int party) const {
  const Party& p = parties_.parties[party];
  return p.type == PartyType::kOrganization || p.type == PartyType::kPublicBody || p.type == PartyType::kCompany;
}

bool SpeakerFinder::has_word(std::string_view name, std::string_view word) {
  constexpr size_t kMost = 20000;
  if (has_word_.size() > kMost) has_word_.clear();
  const auto [at, is_new] = has_word_.try_emplace(std::string(name) + '\n' + std::string(word));
  if (is_new)
    for (const Token& token : tokenize(name, text_.language, 0, 0))
      at->second = at->second || token.fold == word || alike(token.fold, word);
  return at->second;
}

// The ministry told Reuters, a company linked to X, a lawyer for X: what stands before the word does not describe X.
bool SpeakerFinder::ends_description(uint32_t i) const {
  if (is(i, Kind::kPossessive)) return true;
  if (is(i, Kind::kPerson) || is(i, Kind::kBody) || is(i, Kind::kCompany) || is(i, Kind::kMedia)) return false;
  return is(i, Kind::kPreposition) || is(i, Kind::kCue) || is(i, Kind::kAuxiliary) || is(i, Kind::kConjunction) ||
         is(i, Kind::kThat);
}

// Boreal Mutual, an insurer in Bergen; the insurer Boreal Mutual; компания «X»
bool SpeakerFinder::described_as(const Mention& m, std::string_view head) const {
  const Party& p = parties_.parties[m.party];
  if (p.head == head) return true;
  const uint32_t first = token_at(m.span.begin), after = token_at(m.span.end);
  if (text_.language == "en" && first > 1 && is_comma_mark(tok(first - 1).mark) && tok(first - 2).fold == head &&
      after < text_.tokens.size() && is_comma_mark(tok(after).mark))
    return true;  // the tanker’s insurer, Nordhav, …
  for (uint32_t k = first; k-- > 0 && first - k <= 3;) {
    if (is_comma_mark(tok(k).mark) || is_terminal_mark(tok(k).mark)) break;
    if (text_.language == "en" && ends_description(k)) break;
    if (tok(k).fold == head || alike(tok(k).fold, head)) return true;
  }
  for (uint32_t k = after; k < text_.tokens.size() && k < after + 8; ++k) {
    if (is_terminal_mark(tok(k).mark)) break;
    if (k > after && is_comma_mark(tok(k).mark)) break;
    if (k > after && is_slavic() && (is(k, Kind::kPreposition) || is(k, Kind::kCue)))
      break;  // Схема, по версии издания, …
    if (k > after && text_.language == "en" && (tok(k).fold == "whose" || tok(k).fold == "who")) break;
    if (k == after && !is_comma_mark(tok(k).mark) && tok(k).mark != U'(') break;
    if (tok(k).fold == head) return true;
  }
  return false;
}

}  // namespace cordon::reading
