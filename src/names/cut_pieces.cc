// Tokens to pieces. Mostly one for one; but legal forms are one piece, "Abd al-" and "Abdulrahman" are both
// [abdul][rahman], an Arabic article is a piece of its own, and names in Han or Hangul, written without blanks, are cut
// into surname and given name (persons) or into known words (organisations).
#include "names/abjad.h"
#include "names/asian_spellings.h"
#include "names/concepts.h"
#include "names/legal_forms.h"
#include "names/pieces.h"

namespace cordon::names {
namespace {

bool is_vowel(char c) { return std::string_view("aeiou").contains(c); }

class Cutter {
 public:
  explicit Cutter(const NameSource& source)
      : source_(source), tokens_(source.tokens.list), context_(romanize_context(source.tokens)) {
    context_.person = source.type == NameType::kPerson;
  }

  std::vector<Piece> run() {
    std::vector<LegalForm> forms;
    if (source_.type == NameType::kOrganization) forms = find_legal_forms(tokens_, {source_.may_be_person});
    size_t next_form = 0;
    out_.reserve(tokens_.size() + 2);
    for (size_t i = 0; i < tokens_.size();) {
      if (next_form < forms.size() && forms[next_form].begin == i) {
        legal_form(forms[next_form]);
        i = forms[next_form++].end;
        limit_ = next_form < forms.size() ? forms[next_form].begin : tokens_.size();
        continue;
      }
      limit_ = next_form < forms.size() ? forms[next_form].begin : tokens_.size();
      i += take(i);
    }
    return std::move(out_);
  }

 private:
  std::string_view span(size_t begin, size_t end) const {
    const std::string_view first = tokens_[begin].text;
    const std::string_view last = tokens_[end - 1].text;
    return {first.data(), static_cast<size_t>(last.data() + last.size() - first.data())};
  }

  Piece& add(const Token& token, std::string_view text) {
    Piece& piece = out_.emplace_back();
    piece.token = &token;
    piece.glue = token.glue;
    piece.part.text = text;
    return piece;
  }

  void legal_form(const LegalForm& form) {
    Piece& piece = add(tokens_[form.begin], span(form.begin, form.end));
    piece.glue = tokens_[form.end - 1].glue;
    decide(piece, PartKind::kLegalForm, form.form_class);
  }

  // Makes pieces of token i (and of those that belong to it); returns how many tokens were used.
  size_t take(size_t i) {
    const Token& token = tokens_[i];
    if (source_.type != NameType::kPerson) {
      const size_t run = std::min(letter_run(tokens_, i), limit_ - i);
      if (run > 1) return letters_as_word(i, run);
    }
    switch (token.script) {
      case Script::kLatin:
        return take_latin(i);
      case Script::kArabic:
        return take_arabic(i);
      case Script::kHan:
      case Script::kHangul:
      case Script::kKana:
        return take_unspaced(token), 1;
      default:
        whole(token);
        return 1;
    }
  }

  Piece& whole(const Token& token) {
    Piece& piece = add(token, token.text);
    read(piece, token);
    return piece;
  }

  void read(Piece& piece, const Token& token) {
    Reading reading = romanize(token, context_);
    piece.part.forms = std::move(reading.forms);
    piece.part.abjad = std::move(reading.abjad);
    piece.info = word_info(token.norm);
    if (piece.info.flags == 0 && token.script != Script::kLatin) piece.info = word_info(piece.part.forms[0]);
  }

  // "I.B.M." in an organisation's name is the word ibm.
  size_t letters_as_word(size_t i, size_t run) {
    Token joined = tokens_[i];
    for (size_t k = 1; k < run; ++k) joined.norm += tokens_[i + k].norm;
    joined.expansion.clear();
    Piece& piece = add(tokens_[i], span(i, i + run));
    piece.glue = tokens_[i + run - 1].glue;
    read(piece, joined);
    return run;
  }

  // Returns the length of the "abdul" that `norm` begins with before another name, 0 where there is none.
  static size_t abdul_prefix(std::string_view norm) {
    if (!norm.starts_with("abd") || norm.size() < 8 || !is_vowel(norm[3])) return 0;
    size_t n = 3;
    while (n < norm.size() && is_vowel(norm[n])) ++n;
    if (n + 3 > norm.size()) return 0;
    const bool assimilated = norm[n] == norm[n + 1] && std::string_view("rsztnd").contains(norm[n]);
    if (norm[n] != 'l' && !assimilated) return 0;
    ++n;
    const std::string_view rest = norm.substr(n);
    if (rest.size() < 3 || !common_given_name(fold(norm)).empty()) return 0;
    for (std::string_view own :
         {"lah", "lae", "lay", "lai", "laj", "aev", "aye", "aie", "aje", "lo", "li", "ov", "in", "le", "lu"})
      if (rest.starts_with(own)) return 0;
    return n;
  }

  size_t take_latin(size_t i) {
    const Token& token = tokens_[i];
    if (token.norm.starts_with("abd")) {
      if (const size_t used = take_abd(i)) return used;
    }
    const bool vch = source_.type == NameType::kOrganization && token.norm == "v" && token.glue == Glue::kSlash;
    if (vch && i + 1 < limit_ && tokens_[i + 1].norm == "ch") {  // voyskovaya chast
      Token joined = token;
      joined.norm = "vch";
      Piece& piece = add(token, span(i, i + 2));
      piece.glue = tokens_[i + 1].glue;
      read(piece, joined);
      return 2;
    }
    Piece& piece = whole(token);
    add_readings(piece.part, token);
    return 1;
  }

  // A Thai or Khmer ph is a p with breath, and no f: Phongphat, Pongpat.
  static void add_plain_aspirates(Part& part, std::string_view norm) {
    if (!norm.starts_with("ph") || norm.size() < 5) return;
    std::string plain;
    for (size_t i = 0; i < norm.size(); ++i)
      if (norm[i] != 'h' || i == 0 || norm[i - 1] != 'p') plain.push_back(norm[i]);
    part.forms.push_back(std::move(plain));
  }

  // Lü is also written Lyu; the -ur of Ziaur Rahman is an article.
  void add_readings(Part& part, const Token& token) {
    if (source_.type != NameType::kPerson || part.forms.size() >= kMaxForms) return;
    const bool umlaut = token.norm == "lu" || token.norm == "nu";
    if (umlaut && (token.text.contains("\u00fc") || token.text.contains("\u00dc")))
      part.forms.push_back(token.norm.substr(0, 1) + "yu");
    add_plain_aspirates(part, token.norm);
    const size_t i = static_cast<size_t>(&token - tokens_.data());
    if (token.norm.size() < 5 || i + 1 >= limit_) return;
    const std::string_view next = tokens_[i + 1].norm;
    const bool article = (token.norm.ends_with("ur") && next.starts_with("r")) || token.norm.ends_with("ul");
    for (const std::string_view word :
         {"rahman", "rehman", "rahim", "haq", "haque", "islam", "hasan", "hassan", "karim", "huda"})
      if (article && next == word && part.forms.size() < kMaxForms)
        part.forms.push_back(token.norm.substr(0, token.norm.size() - 2));
  }

  size_t take_abd(size_t i) {
    const Token& token = tokens_[i];
    if (token.norm == "abd" && i + 1 < limit_) {
      const Token& next = tokens_[i + 1];
      if (next.norm == "allah" || next.norm == "ullah") return unit(i, 2, "abdullah", ""), 2;
      const bool article = (word_info(next.norm).flags & (kArticle | kSunArticle)) != 0;
      if (article && i + 2 < limit_) return unit(i, 2, "abdul", ""), 2;
      return 0;
    }
    if (fold(token.norm) == "abdul") {
      if (i + 1 < limit_ && tokens_[i + 1].norm == "lah") return unit(i, 2, "abdullah", ""), 2;
      return unit(i, 1, "abdul", ""), 1;
    }
    const size_t prefix = abdul_prefix(token.norm);
    if (prefix == 0) return 0;
    const bool same_bytes = token.text.size() == token.norm.size();
    Piece& abdul = add(token, same_bytes ? token.text.substr(0, prefix) : token.text);
    abdul.glue = Glue::kHyphen;
    abdul.part.forms = {"abdul"};
    Piece& rest = add(token, same_bytes ? token.text.substr(prefix) : token.text);
    rest.part.forms = {token.norm.substr(prefix)};
    rest.info = word_info(rest.part.forms[0]);
    return 1;
  }

  void unit(size_t i, size_t count, std::string_view form, std::string_view abjad) {
    Piece& piece = add(tokens_[i], span(i, i + count));
    piece.glue = tokens_[i + count - 1].glue;
    piece.part.forms = {std::string(form)};
    piece.part.abjad = abjad;
  }

  size_t take_arabic(size_t i) {
    const Token& token = tokens_[i];
    const std::string norm = unify_abjad(token.norm);
    constexpr std::string_view kAbd = "عبد";
    constexpr std::string_view kGod = "الله";
    if (norm == kAbd && i + 1 < limit_) {
      if (unify_abjad(tokens_[i + 1].norm) == kGod) return unit(i, 2, "abdullah", skeleton("abdullah")), 2;
      return unit(i, 1, "abdul", skeleton("abdul")), without_article(tokens_[i + 1]) ? 2 : 1;
    }
    if (norm.starts_with(kAbd) && article_bytes(std::string_view(norm).substr(kAbd.size())) > 0 &&
        !known_abjad_word(norm)) {
      Piece& abdul = add(token, kAbd);
      abdul.glue = Glue::kHyphen;
      abdul.part.forms = {"abdul"};
      abdul.part.abjad = skeleton("abdul");
      Token rest = token;
      rest.norm = norm.substr(kAbd.size() + article_bytes(std::string_view(norm).substr(kAbd.size())));
      read(add(token, token.text.substr(std::min(kAbd.size(), token.text.size()))), rest);
      return 1;
    }
    if (without_article_after_particle(token)) return 1;
    arabic_word(token);
    return 1;
  }

  // A word without article: cut where known words stand together; God's name at the end is joined again by
  // join_theophoric().
  void arabic_word(const Token& token) {
    constexpr std::string_view kGod = "الله";
    constexpr std::string_view kReligion = "الدين";
    if (!known_abjad_word(token.norm)) {
      for (std::string_view ending : {kGod, kReligion}) {
        if (token.norm.size() > ending.size() + 4 && token.norm.ends_with(ending))
          return add_words(token, {token.norm.size() - ending.size()}, ending);
      }
      if (const std::vector<size_t> cuts = split_known_words(token.norm); !cuts.empty())
        return add_words(token, cuts, "");
    }
    whole(token);
  }

  void add_words(const Token& token, const std::vector<size_t>& cuts, std::string_view ending) {
    size_t from = 0;
    for (size_t k = 0; k <= cuts.size(); ++k) {
      const size_t to = k < cuts.size() ? cuts[k] : token.norm.size();
      Token word = token;
      word.norm = token.norm.substr(from, to - from);
      if (k == cuts.size() && !ending.empty()) {
        take_ending(word);
      } else {
        read(add(token, word.norm), word);
      }
      out_.back().glue = k < cuts.size() ? Glue::kHyphen : token.glue;
      from = to;
    }
  }

  // "الله" as it stands, "الدين" with its article apart.
  void take_ending(const Token& word) {
    if (known_abjad_word(word.norm)) {
      Piece& piece = out_.emplace_back();
      piece.token = out_[out_.size() - 2].token;
      piece.part.text = word.norm;
      read(piece, word);
      return;
    }
    const Token* source = out_.back().token;
    without_article_after_particle(word);
    for (size_t k = 1; k <= 2; ++k) out_[out_.size() - k].token = source;
  }

  // Adds `token` without its article, when it has one.
  bool without_article(const Token& token) {
    const size_t article = article_bytes(token.norm);
    if (article == 0) return false;
    Token rest = token;
    rest.norm = token.norm.substr(article);
    read(add(token, token.text), rest);
    return true;
  }

  bool without_article_after_particle(const Token& token) {
    const size_t article = article_bytes(token.norm);
    if (article == 0) return false;
    Piece& particle = add(token, token.text.substr(0, article));
    particle.glue = Glue::kHyphen;
    particle.info.flags = kArticle;
    particle.part.forms = {"al"};
    return without_article(token);
  }

  void take_unspaced(const Token& token) {
    if (source_.type == NameType::kPerson && token.script == Script::kHan && token.middle_dot) {
      transcribed(token);
    } else if (source_.type == NameType::kPerson) {
      east_asian_person(token);
    } else {
      east_asian_organization(token);
    }
  }

  // 弗拉基米尔·普京
  void transcribed(const Token& token) {
    Piece& piece = add(token, token.text);
    Reading reading = romanize_transcription(token.norm);
    piece.part.forms = std::move(reading.forms);
    piece.part.transcribed = true;
    piece.info = word_info(piece.part.forms[0]);
  }

  void add_known(const Token& token, std::string_view text, std::vector<std::string> forms, PartKind kind) {
    Piece& piece = add(token, text);
    if (forms.size() > kMaxForms) forms.resize(kMaxForms);
    piece.part.forms = std::move(forms);
    decide(piece, kind);
  }

  void add_rest(const Token& token, std::string_view text) {
    Token rest = token;
    rest.norm = text;
    read(add(token, text), rest);
  }

  static size_t count_letters(std::string_view norm) {
    size_t n = 0;
    for (char c : norm) n += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
    return n;
  }

  // Surname first, unless the name has blanks: then a word that is a surname as a whole is one.
  void east_asian_person(const Token& token) {
    if (const auto* readings = east_asian_surname(token.norm); readings != nullptr && tokens_.size() > 1) {
      return add_known(token, token.text, *readings, PartKind::kFamily);
    }
    const size_t surname = surname_bytes(token.norm);
    const size_t letters = count_letters(token.norm);
    if (tokens_.size() > 1 || surname == 0 || surname == token.norm.size() || letters > 5) {
      whole(token);
      return;
    }
    add_known(token, std::string_view(token.norm).substr(0, surname),
              *east_asian_surname(token.norm.substr(0, surname)), PartKind::kFamily);
    out_.back().glue = Glue::kHyphen;
    const std::string_view given = std::string_view(token.norm).substr(surname);
    add_rest(token, given);
    std::vector<std::string>& forms = out_.back().part.forms;
    std::string southern = token.script == Script::kHan ? cantonese(given) : std::string();
    if (!southern.empty() && forms.size() < kMaxForms && southern != forms[0]) forms.push_back(std::move(southern));
    decide(out_.back(), PartKind::kGiven);
  }

  // Known words are cut out from the left, longest first; what lies between them stays together.
  void east_asian_organization(const Token& token) {
    std::string_view norm = token.norm;
    const AffixForm prefix = legal_prefix(norm);
    if (prefix.bytes > 0 && prefix.bytes < norm.size()) {
      decide(add(token, norm.substr(0, prefix.bytes)), PartKind::kLegalForm, prefix.form_class);
      norm.remove_prefix(prefix.bytes);
    }
    const AffixForm suffix = legal_suffix(norm);
    std::string_view tail;
    if (suffix.bytes > 0 && suffix.bytes < norm.size()) {
      tail = norm.substr(norm.size() - suffix.bytes);
      norm.remove_suffix(suffix.bytes);
    }
    cut_known_words(token, norm);
    if (!tail.empty()) decide(add(token, tail), PartKind::kLegalForm, suffix.form_class);
  }

  void cut_known_words(const Token& token, std::string_view norm) {
    constexpr size_t kLongestWord = 18;  // bytes: six Han characters
    constexpr size_t kShortestWord = 6;
    size_t from = 0;
    for (size_t i = 0; i < norm.size();) {
      size_t found = 0;
      for (size_t n = std::min(kLongestWord, norm.size() - i); n >= kShortestWord && found == 0; --n)
        if (word_info(norm.substr(i, n)).flags != 0) found = n;
      if (found == 0) {
        do ++i;
        while (i < norm.size() && (static_cast<unsigned char>(norm[i]) & 0xC0) == 0x80);
        continue;
      }
      if (i > from) add_rest(token, norm.substr(from, i - from));
      add_rest(token, norm.substr(i, found));
      i += found;
      from = i;
    }
    if (from < norm.size()) add_rest(token, norm.substr(from));
  }

  const NameSource& source_;
  const std::vector<Token>& tokens_;
  RomanizeContext context_;
  std::vector<Piece> out_;
  size_t limit_ = 0;  // tokens from here on belong to a legal form
};

bool has(const Piece& piece, uint32_t flags) { return (piece.info.flags & flags) != 0; }

// Makes pieces [i, i + count) one: the first with `ending` behind each of its forms.
void join(std::vector<Piece>& pieces, size_t i, size_t count, std::string_view ending) {
  Piece& first = pieces[i];
  const Piece& last = pieces[i + count - 1];
  for (size_t k = 1; k < count; ++k) first.part.text += " " + pieces[i + k].part.text;
  for (std::string& form : first.part.forms) form += ending;
  if (!first.part.abjad.empty()) first.part.abjad += skeleton(ending);
  first.glue = last.glue;
  first.info = {};
  pieces.erase(pieces.begin() + static_cast<ptrdiff_t>(i + 1), pieces.begin() + static_cast<ptrdiff_t>(i + count));
}

// "Hamid Allah" is Hamidullah and "Siraj al-Din" is Sirajuddin: one piece in every spelling and script.
void join_theophoric(std::vector<Piece>& pieces) {
  constexpr uint32_t kNoName = kArticle | kSunArticle | kParticleInner | kTitleAnywhere | kParticleOrg;
  for (size_t i = 0; i + 1 < pieces.size(); ++i) {
    const Piece& first = pieces[i];
    if (first.decided || has(first, kNoName) || first.part.forms[0].size() < 3 || first.part.forms[0] == "abdul")
      continue;
    if (pieces[i + 1].token->segment != first.token->segment) continue;
    const bool article = has(pieces[i + 1], kArticle | kSunArticle | kJointArticle);
    if (has(pieces[i + 1], kUllahWord)) {
      join(pieces, i, 2, "ullah");
    } else if (has(pieces[i + 1], kUddinWord)) {
      join(pieces, i, 2, "uddin");
    } else if (article && i + 2 < pieces.size() && has(pieces[i + 2], kDinWord)) {
      join(pieces, i, 3, "uddin");
    }
  }
}

}  // namespace

void decide(Piece& piece, PartKind kind) {
  piece.part.kind = kind;
  piece.decided = true;
}

void decide(Piece& piece, PartKind kind, std::string_view form) {
  piece.part.forms.assign(1, std::string(form));
  decide(piece, kind);
}

std::vector<Piece> cut_pieces(const NameSource& source) {
  std::vector<Piece> pieces = Cutter(source).run();
  join_theophoric(pieces);
  if (source.type == NameType::kOrganization) read_concepts(pieces);
  return pieces;
}

}  // namespace cordon::names
