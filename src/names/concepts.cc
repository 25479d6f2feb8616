// Finding concepts. A stem is looked up by its sound after an ending was cut off the spelling, so that the rules of
// fold() that look at a word's end do not get in the way; the longest stem decides.
#include "names/concepts.h"

#include <algorithm>
#include <unordered_set>

#include "base/memo.h"
#include "names/pieces.h"

namespace cordon::names {
namespace {

constexpr size_t kLongestEnding = 9;
constexpr size_t kShortestStem = 3;
constexpr size_t kShortestBySound = 5;  // shorter words are known by their letters only
constexpr size_t kShortestCompound = 8;
constexpr size_t kShortestMember = 3;

using Endings = std::unordered_set<std::string, TextHash, std::equal_to<>>;

// The first row decides what a word means; of two meanings of one word each the second is kept beside it.
void add_meaning(TextMap<Concept>& words, std::string key, Concept meaning) {
  const auto [it, fresh] = words.emplace(std::move(key), meaning);
  Concept& known = it->second;
  if (fresh || known.words == meaning.words || known.words.contains(' ') || meaning.words.contains(' ')) return;
  if (known.other.empty()) known.other = meaning.words;
}

struct Words {
  TextMap<Concept> as_written;  // by Latin form
  TextMap<Concept> by_sound;    // by fold, of words long enough

  void add(const std::string& form, Concept meaning) {
    add_meaning(as_written, form, meaning);
    if (form.size() >= kShortestBySound) add_meaning(by_sound, fold(form), meaning);
  }
  Concept find(std::string_view form) const {
    if (const auto it = as_written.find(form); it != as_written.end()) return it->second;
    if (form.size() < kShortestBySound) return {};
    const auto it = by_sound.find(fold(form));
    return it == by_sound.end() ? Concept{} : it->second;
  }
};
struct ConceptTable {
  Words words;               // of organisation_words.tsv
  Words older;               // of the other tables, which know no stems
  TextMap<Concept> stems;    // by fold
  TextMap<bool> heads;       // by Latin form
  TextMap<bool> head_stems;  // by fold
  Endings endings;
  Endings adjectives;
};

Endings read_endings() {
  std::vector<std::string_view> endings;
  std::vector<std::string_view> formatives;
  for_each_row("name_parts/endings.tsv", [&](const std::vector<std::string_view>& fields) {
    if (fields.at(0) == "adjective") return;
    auto& column = fields[0] == "formative" ? formatives : endings;
    for (std::string_view ending : split_words(fields.at(1))) column.push_back(ending);
  });
  Endings all;
  for (std::string_view ending : endings) all.emplace(std::string(ending));
  for (std::string_view formative : formatives) {
    all.emplace(std::string(formative));
    for (std::string_view ending : endings) {
      std::string both(formative);
      both += ending;
      if (both.size() <= kLongestEnding) all.insert(std::move(both));
    }
  }
  return all;
}

Endings read_adjectives() {
  Endings all;
  for_each_row("name_parts/endings.tsv", [&](const std::vector<std::string_view>& fields) {
    if (fields.at(0) != "adjective") return;
    for (std::string_view ending : split_words(fields.at(1))) all.emplace(std::string(ending));
  });
  return all;
}

// Returns the Latin forms of a table's word; none where it is several tokens or of a script that has no table of ours
// (such words are found as they are written, by word_info()).
std::vector<std::string> forms_of(std::string_view written) {
  std::string storage;
  const Tokens tokens = tokenize(nfkc(written, storage));
  if (tokens.list.size() != 1 || tokens.list[0].script >= Script::kHan || tokens.list[0].script == Script::kArabic)
    return {};
  return romanize(tokens.list[0], romanize_context(tokens)).forms;
}

void add_word(ConceptTable& table, Words& words, std::string_view written, Concept meaning) {
  for (const std::string& form : forms_of(written)) {
    if (written.ends_with('-')) {
      add_meaning(table.stems, fold(form), meaning);
    } else {
      words.add(form, meaning);
    }
  }
}

void add_head(ConceptTable& table, std::string_view written) {
  for (const std::string& form : forms_of(written)) {
    if (written.ends_with('-')) {
      table.head_stems.emplace(fold(form), true);
    } else {
      table.heads.emplace(form, true);
    }
  }
}

ConceptTable read_table() {
  ConceptTable table;
  table.endings = read_endings();
  table.adjectives = read_adjectives();
  constexpr std::string_view kWords = "name_parts/organisation_words.tsv";
  constexpr std::string_view kAcronyms = "name_parts/acronyms.tsv";
  for (std::string_view name : {kAcronyms, kWords, std::string_view("name_parts/organisations.tsv"),
                                std::string_view("name_parts/organisations_eu.tsv")}) {
    for_each_row(name, [&](const std::vector<std::string_view>& fields) {
      const WordFlag flag = word_flag(fields.at(0));
      for (std::string_view written : split_field(fields.at(2), ',')) {
        if (flag == kCompoundHead) {
          add_head(table, written);
        } else if (fields.at(1) != "-") {
          add_word(table, name == kWords || name == kAcronyms ? table.words : table.older, written,
                   {flag, fields[1], {}});
        }
      }
    });
  }
  return table;
}

const ConceptTable& table() {
  static const ConceptTable concepts = read_table();
  return concepts;
}

// Calls `found` with the sound of each stem that `form` may have, the longest first, until it returns true.
template <typename Found>
bool any_stem(std::string_view form, const Found& found) {
  const size_t most = std::min(kLongestEnding, form.size() - std::min(form.size(), kShortestStem));
  for (size_t cut = 0; cut <= most; ++cut) {
    const size_t stem = form.size() - cut;
    if (cut > 0 && !table().endings.contains(form.substr(stem))) continue;
    if (found(fold(form.substr(0, stem)))) return true;
  }
  return false;
}

Concept look_up_word(std::string_view form) {
  const ConceptTable& t = table();
  Concept out = t.words.find(form);
  if (out.flags != 0) return out;
  any_stem(form, [&](const std::string& stem) {
    const auto it = t.stems.find(stem);
    if (it != t.stems.end()) out = it->second;
    return it != t.stems.end();
  });
  return out.flags != 0 ? out : t.older.find(form);
}

Concept find_word(std::string_view form) {
  thread_local Memo<Concept> memo;
  return memo.get(form, [&] { return look_up_word(form); });
}

// Words share their ends: what was found of one is kept.
bool is_head(std::string_view form) {
  thread_local Memo<bool> memo(1 << 14);
  return memo.get(form, [&] {
    const ConceptTable& t = table();
    return t.heads.contains(form) ||
           any_stem(form, [&](const std::string& stem) { return t.head_stems.contains(stem); });
  });
}

// A member of a compound: a word, its cut-off position, what it means.
struct Member {
  size_t begin = 0;
  Concept meaning;
};

// Takes `form` apart from its end; false where not all of it is known.
bool take_apart(std::string_view form, std::vector<Member>& members) {
  if (form.size() < kShortestCompound) return false;
  for (size_t i = kShortestMember; i + kShortestMember <= form.size(); ++i) {
    const std::string_view last = form.substr(i);
    if (!is_head(last)) continue;
    const Concept head = find_word(last);
    if (head.flags == 0) continue;
    const std::string_view rest = form.substr(0, i);
    if (const Concept first = find_word(rest); first.flags != 0) {
      members.push_back({0, first});
    } else if (!take_apart(rest, members)) {
      continue;
    }
    members.push_back({i, head});
    return true;
  }
  return false;
}

// The members of which `form` is put together; none where not all of it is known.
std::vector<Member> members_of(std::string_view form) {
  thread_local Memo<std::vector<Member>> memo;
  return memo.get(form, [&] {
    std::vector<Member> members;
    if (!take_apart(form, members)) members.clear();
    return members;
  });
}

bool vowel(char c) { return std::string_view("aeiouh").contains(c); }

bool has_apostrophe(std::string_view text) {
  return text.contains('\'') || text.contains("\u2019") || text.contains("\u2018") || text.contains('`');
}

// "dentreprises" of "d'entreprises" without its article.
std::string_view without_elided(std::string_view norm) {
  for (std::string_view article : {"dell", "dall", "nell", "sull", "all", "un", "d", "l"})
    if (norm.size() > article.size() + 3 && norm.starts_with(article) && vowel(norm[article.size()]))
      return norm.substr(article.size());
  return norm;
}

// Words of these kinds mean what they are, whatever else they may be.
bool open_to_meaning(const Piece& piece) {
  constexpr uint32_t kOther = kNumberWord | kNumberMark | kRomanNumeral | kArticle | kParticleOrg;
  return piece.is_word() && !piece.token->has_digit && (piece.info.flags & kOther) == 0;
}

// The first piece keeps the word as written, the others have only what they mean.
void add_words(const Piece& piece, std::string_view words, uint32_t flags, std::vector<Piece>& out) {
  bool first = true;
  for (std::string_view word : split_words(words)) {
    Piece part = piece;
    if (!first) {
      part.part.forms = {std::string(word)};
      part.part.abjad.clear();
      out.back().glue = Glue::kHyphen;
    }
    part.info = {flags, word};
    out.push_back(std::move(part));
    first = false;
  }
}

void add_compound(const Piece& piece, std::string_view form, std::span<const Member> members, std::vector<Piece>& out) {
  for (size_t i = 0; i < members.size(); ++i) {
    const size_t end = i + 1 < members.size() ? members[i + 1].begin : form.size();
    Piece part = piece;
    part.part.forms = {std::string(form.substr(members[i].begin, end - members[i].begin))};
    if (i + 1 < members.size()) part.glue = Glue::kHyphen;
    add_words(part, members[i].meaning.words, members[i].meaning.flags, out);
  }
}

// Is the one form that romanize() gives of this token what is written?
bool is_its_own_form(const Token& token) {
  const auto plain = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); };
  return token.script == Script::kLatin && token.expansion.empty() && token.other_script.empty() &&
         std::ranges::all_of(token.norm, plain);
}

}  // namespace

Concept concept_of(std::span<const std::string> forms) {
  for (const std::string& form : forms)
    if (const Concept found = find_word(form); found.flags != 0) return found;
  return {};
}

Concept concept_of(const Token& token) {
  if (token.has_digit || token.letters < 2 || token.script >= Script::kArabic) return {};
  const Concept found = is_its_own_form(token) ? find_word(token.norm) : concept_of(romanize(token, {}).forms);
  if (found.flags != 0 || token.script != Script::kLatin || !has_apostrophe(token.text)) return found;
  return find_word(without_elided(token.norm));
}

std::string_view place_of(std::string_view form) {
  constexpr size_t kShortestPlace = 4;
  constexpr size_t kLongest = 6;
  for (size_t cut = kLongest; cut >= 3; --cut) {
    if (form.size() < cut + kShortestPlace || !table().adjectives.contains(form.substr(form.size() - cut))) continue;
    return form.substr(0, form.size() - cut);
  }
  return {};
}

void read_concepts(std::vector<Piece>& pieces) {
  std::vector<Piece> out;
  out.reserve(pieces.size() + 4);
  std::vector<Member> members;
  for (Piece& piece : pieces) {
    if (!open_to_meaning(piece)) {
      out.push_back(std::move(piece));
      continue;
    }
    const bool alphabet = piece.token->script < Script::kArabic;
    Concept meaning = alphabet ? concept_of(piece.part.forms) : Concept{};
    if (meaning.flags == 0 && piece.token->script == Script::kLatin && has_apostrophe(piece.token->text))
      meaning = find_word(without_elided(piece.token->norm));
    if (meaning.flags == 0 && (piece.info.flags & (kTranslated | kGenericStrong | kGenericWeak)) != 0)
      meaning = {piece.info.flags, piece.info.canonical, {}};
    const std::string form = piece.part.forms[0];
    // An abbreviation in brackets stands beside what it abbreviates.
    const bool several = meaning.words.contains(' ') && !piece.token->bracketed;
    if (several) {
      add_words(piece, meaning.words, meaning.flags | piece.info.flags, out);
    } else if (meaning.flags != 0) {
      piece.info.flags |= meaning.flags;
      if (!meaning.words.contains(' ')) piece.info.canonical = meaning.words;
      if (!meaning.other.empty() && piece.part.forms.size() + 1 < kMaxForms)
        piece.part.forms.emplace_back(meaning.other);
      out.push_back(std::move(piece));
    } else if (piece.token->script == Script::kLatin && !(members = members_of(form)).empty()) {
      add_compound(piece, form, members, out);
    } else {
      out.push_back(std::move(piece));
    }
  }
  pieces = std::move(out);
}

}  // namespace cordon::names
