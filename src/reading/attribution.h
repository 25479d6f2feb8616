// Attribution: which words say that somebody says something, whose words they are, and how far they go.
// Finds constructions only; who a speaker is comes later (speakers.h). docs/decisions/0020-who-said-what.md.
#pragma once

#include <string>
#include <vector>

#include "reading/parties.h"
#include "reading/sentences.h"

namespace cordon::reading {

enum class Act : uint8_t { kAssert, kAccuse, kDeny, kDismiss, kWarn, kRequest, kDecline, kConfirm, kPromise, kAsk };
enum class Form : uint8_t { kDirect, kIndirect, kMixed };

std::string_view act_name(Act act);
std::string_view form_name(Form form);

// What the text says of one act of speech: the same before and after its speaker is settled.
struct Saying {
  uint32_t sentence = 0;
  Act act = Act::kAssert;
  Form form = Form::kIndirect;
  bool is_hedged = false;
  Span cue;  // empty: a quotation that stands alone
  std::vector<Span> content;
  std::string_view rule;       // the construction that gave it
  bool is_partial = false;     // "but did not explicitly refute it", "as premature"
  bool is_reply = false;       // replied, retorted
  bool is_explained = false;   // denies it: “…”: with the words of a quotation behind a colon
  bool points_back = false;    // a refusal that speaks of what was said just before
  bool is_nested = false;      // inside the content of another
  bool is_superseded = false;  // "at first denied"
  bool is_echo = false;        // repeated the allegation
  bool is_counter = false;     // tell a different story: …
  bool is_rebuttal = false;    // “False”: the words of the speaker are a verdict, and no more
  int32_t score = 0;           // of the tagger, where it gave the attribution; above 0
};

// One attribution as the text words it.
struct Attribution : Saying {
  Span speaker;  // empty: not said here
  Span said_by;  // the verb beside a cue that stands in quotation marks: “No comment,” he said
  Span medium;   // who passes the words on
  Span addressee;
  bool takes_speaker_before = false;  // and said …: the speaker of the attribution before
  bool goes_on = false;               // with the speech of the sentence before, whose speaker it has
  bool needs_document = false;        // holds only if the speaker is a document
  bool needs_medium = false;          // "citing": holds only if the speaker before is a medium
  bool by_passive = false;
  bool is_strong = false;            // a plain verb of saying: whatever is its subject speaks
  bool is_withheld_comment = false;  // "said it did not comment"
  bool is_reported = false;          // by report of X: a medium, where somebody else is quoted behind it
};

class Tagger;

// Who finds attributions. The program reads by both; the others are there to be measured.
struct Readers {
  bool rules = true;
  const Tagger* tagger = nullptr;  // none: rules alone
};

// Says of each token whether it is part of a party's name.
std::vector<bool> named_tokens(const Text& text, const Parties& parties);

// Returns the attributions in text order. Where rules and tagger read, rules decide wherever they find anything.
std::vector<Attribution> find_attributions(const Text& text, const std::vector<Quote>& quotes,
                                           const std::vector<Sentence>& sentences, const Parties& parties,
                                           const Readers& readers);

}  // namespace cordon::reading
