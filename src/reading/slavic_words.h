// What the endings of Russian, Ukrainian and Polish words say of them: number and gender of a verb, whether a noun may
// be its subject. Endings of these languages are shared by several forms, so all answers are "may be".
#pragma once

#include <string_view>

namespace cordon::reading {

bool is_slavic(std::string_view language);

// What a verb asks of its subject.
struct Agreement {
  bool singular = true;
  bool plural = true;
  bool impersonal = false;                                // podano, повідомлено: no subject at all
  bool masculine = true, feminine = true, neuter = true;  // of singular subjects
};

// Returns what the finite verb `word`, folded, asks of its subject.
Agreement agreement_of(std::string_view word, std::string_view language);

// How a noun is known: what its kind allows its endings to be.
struct NounKind {
  bool is_person = false;        // a woman may be called министр, a man глава
  bool is_name = false;          // Ломов ends as genitives do
  bool is_abbreviation = false;  // МВД has no endings
};

// May the noun `word`, folded, be the subject of a verb of that agreement?
bool may_be_subject(std::string_view word, NounKind kind, const Agreement& verb, std::string_view language);

// следователи, чиновники, експерти, prawnicy: does a person's noun end as only the plural does in the case of a
// subject?
bool may_be_many(std::string_view noun, std::string_view language);

// Does `word` look like an adjective in the case of a subject: турецкий, турецкая?
bool may_be_adjective(std::string_view word, std::string_view language);

// trafił, sprowadzała, wysłano: may `word` be a Polish verb in the past?
bool is_polish_past(std::string_view word);

// May `word` be a finite verb? By endings that few nouns have.
bool may_be_verb(std::string_view word, std::string_view language);

// заявлять, заявляти, oświadczyć
bool is_infinitive(std::string_view word, std::string_view language);

// который, якого, których, чьи: a word that opens a relative clause behind a comma or a preposition.
bool opens_relative(std::string_view word, std::string_view language);

// получивший, комментируя, prosząc: a word that opens a participle's phrase behind a comma.
bool opens_participle(std::string_view word, std::string_view language);

// тот, той, ten: the word for whoever was spoken of last, where it stands alone.
bool points_to_last(std::string_view word);

}  // namespace cordon::reading
