#include "reading/reading.h"

#include "reading/tagger.h"
#include "reading/turns.h"

namespace cordon::reading {

Reading read(const Page& page, std::span<const ListedMention> listed) {
  return read_by({.rules = true, .tagger = &Tagger::shipped()}, page, listed);
}

Reading read_by(const Readers& readers, const Page& page, std::span<const ListedMention> listed) {
  Reading out;
  out.text = prepare_text(page);
  const Lexicon& lexicon = Lexicon::of(out.text.language);
  const std::vector<Quote> quotes = find_quotes(out.text, lexicon);
  find_turns(page, lexicon, quotes, out.text);
  const std::vector<Sentence> sentences = cut_sentences(out.text, lexicon, quotes);
  const TokenKinds kinds = token_kinds(out.text, lexicon);
  out.parties = find_parties(out.text, kinds, quotes, sentences, listed);
  if (!out.text.is_in_language) {
    out.goods = find_goods(out.text, lexicon, out.parties);
    return out;
  }
  const std::vector<Attribution> attributions = find_attributions(out.text, quotes, sentences, out.parties, readers);
  out.claims = settle_speakers(out.text, kinds, sentences, attributions, out.parties);
  out.goods = find_goods(out.text, lexicon, out.parties);
  out.propositions = join_propositions(out.text, sentences, out.parties, out.goods, out.claims);
  return out;
}

namespace {

// One page's answer.
class Writer {
 public:
  Writer(const Reading& reading, JsonWriter& json) : r_(reading), json_(json) {}

  void write() {
    json_.text("language", r_.text.stated_language);
    json_.text("main_text", r_.text.text);
    write_parties();
    write_mentions();
    write_claims();
    write_propositions();
    write_goods("goods", r_.goods.goods);
    write_goods("risk_phrases", r_.goods.risks);
  }

 private:
  void place(Span span) {
    json_.integer("begin", r_.text.code_points(span.begin));
    json_.integer("end", r_.text.code_points(span.end));
    json_.text("text", r_.text.view(span));
  }
  void party(std::string_view name, int number) {
    if (number < 0) {
      json_.null(name);
    } else {
      json_.text(name, r_.parties.parties[number].name);
    }
  }

  void write_parties() {
    json_.begin_array("parties");
    for (const Party& p : r_.parties.parties) {
      json_.begin_object();
      json_.text("name", p.name);
      json_.text("type", party_type_name(p.type));
      if (!p.state.empty()) json_.text("state", p.state);
      if (p.affiliation >= 0) json_.text("speaks_for", r_.parties.parties[p.affiliation].name);
      json_.texts("entity_ids", p.entity_ids);
      json_.end_object();
    }
    json_.end_array();
  }

  // Who says something, of whom something is said, and whose voice they are.
  std::vector<bool> parties_with_part() const {
    std::vector<bool> out(r_.parties.parties.size());
    const auto take = [&](int party) {
      if (party >= 0) out[static_cast<size_t>(party)] = true;
    };
    for (const Claim& c : r_.claims) {
      for (const int party : {c.speaker, c.medium, c.addressee}) take(party);
      if (c.speaker >= 0) take(r_.parties.parties[static_cast<size_t>(c.speaker)].affiliation);
    }
    for (const Proposition& q : r_.propositions)
      for (const int party : {q.agent, q.recipient}) take(party);
    return out;
  }

  void write_mentions() {
    const std::vector<bool> with_part = parties_with_part();
    json_.begin_array("mentions");
    for (const Mention& m : r_.parties.mentions) {
      // A place where something happens is no party to it.
      if (m.is_place && !with_part[static_cast<size_t>(m.party)]) continue;
      json_.begin_object();
      place(m.span);
      json_.text("party", r_.parties.parties[m.party].name);
      json_.text("type", party_type_name(r_.parties.parties[m.party].type));
      json_.texts("entity_ids", r_.parties.parties[m.party].entity_ids);
      json_.end_object();
    }
    json_.end_array();
  }

  void write_claims() {
    json_.begin_array("claims");
    for (const Claim& c : r_.claims) {
      json_.begin_object();
      json_.text("id", c.id);
      party("speaker", c.speaker);
      if (c.speaker_span.empty()) {
        json_.null("speaker_text");
      } else {
        json_.text("speaker_text", r_.text.view(c.speaker_span));
      }
      json_.boolean("named", c.is_named);
      party("medium", c.medium);
      party("addressee", c.addressee);
      json_.text("cue", r_.text.view(c.cue));
      json_.integer("cue_begin", r_.text.code_points(c.cue.begin));
      json_.text("act", act_name(c.act));
      json_.text("form", form_name(c.form));
      json_.boolean("hedged", c.is_hedged);
      std::vector<std::string> words;
      for (const Span& span : c.content) words.emplace_back(r_.text.view(span));
      json_.texts("content", words);
      json_.begin_array("content_places");
      for (const Span& span : c.content) {
        json_.begin_object();
        json_.integer("begin", r_.text.code_points(span.begin));
        json_.integer("end", r_.text.code_points(span.end));
        json_.end_object();
      }
      json_.end_array();
      if (c.proposition < 0) {
        json_.null("proposition");
      } else {
        json_.text("proposition", r_.propositions[c.proposition].id);
      }
      json_.text("polarity", c.is_positive ? "+" : "-");
      json_.boolean("counted", c.is_counted);
      json_.text("rule", c.rule);
      if (c.score > 0) json_.integer("score", static_cast<uint32_t>(c.score));
      json_.text("speaker_rule", c.speaker_rule);
      json_.end_object();
    }
    json_.end_array();
  }

  void write_propositions() {
    json_.begin_array("propositions");
    for (const Proposition& q : r_.propositions) {
      json_.begin_object();
      json_.text("id", q.id);
      json_.text("text", r_.text.view(q.text));
      json_.text("predicate", q.predicate);
      party("agent", q.agent);
      party("recipient", q.recipient);
      json_.text("status", status_name(q.status));
      side("asserted", q.asserted);
      side("denied", q.denied);
      std::vector<std::string> ids;
      for (const int i : q.claims) ids.push_back(r_.claims[i].id);
      json_.texts("claims", ids);
      json_.end_object();
    }
    json_.end_array();
  }

  void side(std::string_view name, const Side& s) {
    json_.begin_object(name);
    json_.integer("named", s.named);
    json_.integer("unnamed", s.unnamed);
    json_.integer("origins", s.origins);
    json_.end_object();
  }

  void write_goods(std::string_view name, const std::vector<Good>& goods) {
    json_.begin_array(name);
    for (const Good& g : goods) {
      json_.begin_object();
      place(g.span);
      json_.text("family", g.family);
      json_.end_object();
    }
    json_.end_array();
  }

  const Reading& r_;
  JsonWriter& json_;
};

}  // namespace

void append_reading(JsonWriter& out, const Reading& reading) { Writer(reading, out).write(); }

std::string reading_json(const Reading& reading, std::string_view id) {
  JsonWriter out;
  out.begin_object();
  out.text("id", id);
  append_reading(out, reading);
  out.end_object();
  return std::move(out).take();
}

}  // namespace cordon::reading
