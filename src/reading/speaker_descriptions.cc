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
    const int known =
        known_description(head, company ? PartyType::kCompany : PartyType::kPublicBody, medium, at, article);
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
      if (const int known = person_meant(phrase, head, at); known >= 0) {
        rule = "description of a person named before";
        return known;
      }
  }
  if (text_.language == "en" && person && !counted && !phrase.is_former &&
      (phrase.is_definite || phrase.owner_before) && phrase.possessive < 0 && !is_many(head_token))
    if (const int known = introduced_by_office(phrase, at); known >= 0) {
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
    if (const int known = person_titled(phrase, at); known >= 0) {
      rule = "description of a person named before";
      return known;
    }
  int group = -1;  // the two officials, where this is one of them
  {
    // the same description again
    for (size_t d = described_.size(); d-- > 0 && d + 300 > described_.size();) {
      const auto& [known, party] = described_[d];
      const Party& p = parties_.parties[party];
      if (p.head != head && !((is_slavic() || text_.language == "tr") && alike(p.head, head)) &&
          !(text_.language == "fa" && is_joined_form(p.head, head)))
        continue;
      if ((is_wide_ || text_.language == "fa") && speaks_for_another(phrase, head_token, p)) continue;
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
