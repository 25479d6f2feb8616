// Khmer script. A word is a row of clusters: a consonant, its subscripts (behind a coeng), signs that change its
// series, a vowel sign. The value of a vowel sign depends on the series of the cluster, which is that of its last
// consonant that is no sonorant. Most short vowels are not written: of bare clusters the reader makes final consonants
// and syllables by their number (read_run), since a syllable is a consonant, a vowel and at most one consonant.
// data/romanization/ khmer.tsv has the letters and their values by system.
#include "names/khmer.h"

#include <algorithm>

#include "base/utf8.h"
#include "names/analyze.h"
#include "names/tables.h"

namespace cordon::names {
namespace {

constexpr char32_t kMuusikatoan = 0x17C9, kTriisap = 0x17CA, kBantoc = 0x17CB, kToandakheat = 0x17CD, kCoeng = 0x17D2;
constexpr char32_t kSignU = 0x17BB, kYo = 0x1799, kLowerBa = 0x1794, kTo = 0x178F;

using Values = std::vector<std::string_view>;

struct Letter {
  bool sonorant = false;
  bool series_o = false;
  Values start, end;
};
struct Vowel {
  Values a, o;
};
struct KhmerTable {
  std::unordered_map<char32_t, Letter> letters;
  TextMap<Letter> clusters;
  TextMap<Vowel> vowels;  // by the signs, "" for none
  Vowel alone;
  std::unordered_map<char32_t, Values> independent;
};

Values values_of(std::string_view field) { return field == "-" ? Values{std::string_view()} : split_field(field, '/'); }

KhmerTable read_table() {
  KhmerTable table;
  for_each_row("romanization/khmer.tsv", [&](const Values& fields) {
    const std::string_view kind = fields.at(0);
    const Values first = values_of(fields.at(3));
    const Values second = values_of(fields.at(4));
    const Letter letter{kind == "sonorant", fields.at(2) == "o", first, second};
    if (kind == "cluster") {
      table.clusters.emplace(fields[1], letter);
    } else if (kind == "vowel") {
      table.vowels.emplace(fields[1] == "-" ? std::string_view() : fields[1], Vowel{first, second});
    } else if (kind == "alone") {
      table.alone = {first, second};
    } else {
      for (size_t pos = 0; pos < fields[1].size();) {
        const char32_t c = next_code_point(fields[1], pos);
        if (kind == "independent") {
          table.independent.emplace(c, first);
        } else {
          table.letters.emplace(c, letter);
        }
      }
    }
  });
  return table;
}

const KhmerTable& table() {
  static const KhmerTable t = read_table();
  return t;
}

std::string_view value(const Values& values, size_t system) { return values[std::min(system, values.size() - 1)]; }

struct Cluster {
  std::vector<char32_t> consonants;  // the base, then its subscripts; empty for an independent vowel
  std::string signs;                 // of the vowel
  const Values* independent = nullptr;
  char32_t shift = 0;     // kMuusikatoan, kTriisap
  bool closing = false;   // a bantoc: it ends its syllable
  bool silent = false;    // a toandakheat
  bool doubled = false;   // the next cluster begins with the same consonant
  bool of_split = false;  // its first consonant stands before it as a cluster of its own

  bool bare() const { return independent == nullptr && signs.empty(); }
};

bool is_vowel_sign(char32_t c) { return (c >= 0x17B6 && c <= 0x17C8) || c == 0x17D0; }
bool stands_above(char32_t c) { return (c >= 0x17B7 && c <= 0x17BA) || c == 0x17BE || c == 0x17D0; }

std::vector<Cluster> clusters_of(std::string_view norm) {
  std::vector<Cluster> out;
  std::vector<char32_t> text;
  for (size_t pos = 0; pos < norm.size();) text.push_back(next_code_point(norm, pos));
  const KhmerTable& t = table();
  for (size_t i = 0; i < text.size(); ++i) {
    const char32_t c = text[i];
    const char32_t next = i + 1 < text.size() ? text[i + 1] : 0;
    if (const auto it = t.independent.find(c); it != t.independent.end()) {
      out.emplace_back().independent = &it->second;
    } else if (t.letters.contains(c)) {
      out.emplace_back().consonants.push_back(c);
    } else if (out.empty()) {
      continue;
    } else if (c == kCoeng) {
      if (!t.letters.contains(next)) continue;
      out.back().consonants.push_back(next);
      ++i;
    } else if (c == kMuusikatoan || c == kTriisap) {
      out.back().shift = c;
    } else if (c == kSignU && stands_above(next) && !out.back().consonants.empty()) {
      // Below a sign that stands above, the sign of the series is written like an u.
      out.back().shift = t.letters.at(out.back().consonants[0]).series_o ? kMuusikatoan : kTriisap;
    } else if (is_vowel_sign(c)) {
      append_utf8(out.back().signs, c);
    } else if (c == kBantoc) {
      out.back().closing = true;
    } else if (c == kToandakheat) {
      out.back().silent = true;
    }
  }
  std::erase_if(out, [](const Cluster& c) { return c.silent; });
  return out;
}

std::string cluster_key(const Cluster& c) {
  std::string key;
  append_utf8(key, c.consonants[0]);
  append_utf8(key, kCoeng);
  append_utf8(key, c.consonants[1]);
  return key;
}

const Letter* whole_cluster(const Cluster& c) {
  if (c.consonants.size() < 2) return nullptr;
  const auto it = table().clusters.find(cluster_key(c));
  return it == table().clusters.end() ? nullptr : &it->second;
}

// Inside a word the first of two consonants closes the syllable before (van-na, chan-tha), unless the second is a
// sonorant other than it.
void split_inner(std::vector<Cluster>& clusters) {
  for (size_t i = 1; i < clusters.size(); ++i) {
    Cluster& c = clusters[i];
    if (c.consonants.size() < 2 || whole_cluster(c) != nullptr) continue;
    if (c.bare() && i + 1 == clusters.size()) continue;
    if (table().letters.at(c.consonants[1]).sonorant && c.consonants[0] != c.consonants[1]) continue;
    Cluster first;
    first.consonants.push_back(c.consonants[0]);
    first.doubled = c.consonants[0] == c.consonants[1];
    c.consonants.erase(c.consonants.begin());
    c.of_split = true;
    clusters.insert(clusters.begin() + static_cast<ptrdiff_t>(i), std::move(first));
    ++i;
  }
}

// Writes a word by one system.
class KhmerReader {
 public:
  KhmerReader(const std::vector<Cluster>& clusters, size_t system) : clusters_(clusters), system_(system) {}

  std::string run() {
    if (clusters_.size() == 1 && clusters_[0].bare()) {
      onset(clusters_[0]);
      out_ += vowel_value(table().alone, clusters_[0]);
      return out_;
    }
    for (size_t i = 0; i < clusters_.size();) {
      size_t end = i;
      while (end < clusters_.size() && clusters_[end].bare()) ++end;
      if (end == i) {
        i = read_syllable(i);
      } else {
        read_run(i, end);
        i = end;
      }
    }
    return std::move(out_);
  }

 private:
  static bool series_o(const Cluster& c) {
    if (c.shift != 0) return c.shift == kMuusikatoan ? false : true;
    if (const Letter* whole = whole_cluster(c); whole != nullptr) return whole->series_o;
    const Letter* dominant = nullptr;
    for (const char32_t letter : c.consonants) {
      const Letter& l = table().letters.at(letter);
      if (dominant == nullptr || !l.sonorant || (dominant->sonorant && letter == c.consonants[0])) dominant = &l;
    }
    return dominant->series_o;
  }

  std::string_view vowel_value(const Vowel& vowel, const Cluster& c) const {
    return value(series_o(c) ? vowel.o : vowel.a, system_);
  }

  void onset(const Cluster& c) {
    size_t k = 0;
    if (c.consonants[0] == kLowerBa && c.shift == kMuusikatoan) {
      out_ += "p";
      k = 1;
    } else if (const Letter* whole = whole_cluster(c); whole != nullptr) {
      out_ += value(whole->start, system_);
      k = 2;
    }
    for (; k < c.consonants.size(); ++k) out_ += value(table().letters.at(c.consonants[k]).start, system_);
  }

  // A syllable's last consonant; of a cluster only the first is heard, and the second written in the other systems.
  void final_consonant(const Cluster& c) {
    const Letter* whole = whole_cluster(c);
    constexpr char32_t kNyo = 0x1789;
    if (c.doubled && c.consonants[0] == kNyo) return;  // panha, not panhnha
    out_ += value(whole != nullptr ? whole->end : table().letters.at(c.consonants[0]).end, system_);
    open_ = false;
    if (whole != nullptr || c.consonants.size() < 2 || c.consonants[0] == c.consonants[1] || system_ % 2 == 0) return;
    const Letter& second = table().letters.at(c.consonants[1]);
    if (!second.sonorant) out_ += value(second.end, system_);
  }

  // The vowel of cluster `i`, made short by a bantoc on the next one.
  void vowel_of(size_t i) {
    const Cluster& c = clusters_[i];
    std::string key = c.signs;
    if (i + 1 < clusters_.size() && clusters_[i + 1].closing) append_utf8(key, kBantoc);
    const auto& vowels = table().vowels;
    auto it = vowels.find(key);
    for (size_t n = key.size(); it == vowels.end(); it = vowels.find(std::string_view(key).substr(0, n))) do
        --n;
      while (n > 0 && (static_cast<unsigned char>(key[n]) & 0xC0) == 0x80);
    out_ += vowel_value(it->second, c);
  }

  // A cluster with a vowel sign; returns the cluster behind it.
  size_t read_syllable(size_t i) {
    const Cluster& c = clusters_[i];
    if (c.independent != nullptr) {
      out_ += value(*c.independent, system_);
      open_ = true;
      return i + 1;
    }
    if (silent_ending(i)) {
      out_ += open_ ? value(table().letters.at(c.consonants.back()).end, system_) : std::string_view();
      return i + 1;
    }
    onset(c);
    constexpr std::string_view kSamyok = "\xE1\x9F\x90";
    const bool ends_in_yo = i + 1 < clusters_.size() && clusters_[i + 1].bare() &&
                            clusters_[i + 1].consonants.size() == 1 && clusters_[i + 1].consonants[0] == kYo;
    if (c.signs == kSamyok && ends_in_yo) {
      std::string key = c.signs;
      append_utf8(key, kYo);
      out_ += vowel_value(table().vowels.find(key)->second, c);
      open_ = false;
      return i + 2;
    }
    vowel_of(i);
    open_ = !c.signs.ends_with("ំ") && !c.signs.ends_with("ះ");
    return i + 1;
  }

  // The short i of Pali words is not heard at the end (Cheat, Rith), nor is the u of -tu.
  bool silent_ending(size_t i) const {
    const Cluster& c = clusters_[i];
    if (i == 0 || i + 1 < clusters_.size() || system_ == 1 || c.shift != 0) return false;
    const bool long_before = clusters_[i - 1].signs == "ា" || clusters_[i - 1].signs == "ូ";
    if (!long_before && !c.of_split) return false;
    return c.signs == "ិ" || (c.signs == "ុ" && c.consonants.back() == kTo);
  }

  void bare_syllable(size_t i) {
    onset(clusters_[i]);
    vowel_of(i);
    open_ = true;
  }

  // Bare clusters: the first closes an open syllable where their number is odd, the others are syllables of two; before
  // a syllable the second system gives each one a vowel of its own (Ratana).
  void read_run(size_t i, size_t end) {
    const bool last = end == clusters_.size();
    if (clusters_[i].closing && open_) final_consonant(clusters_[i++]);
    if (i == end) return;
    const bool every = system_ == 1 && !last && !open_;
    if ((end - i) % 2 == 1) {
      const char32_t c = clusters_[i].consonants[0];
      const bool never_final = c == 0x17A0 || c == 0x17A2;
      if (open_ && !never_final) {
        final_consonant(clusters_[i]);
      } else {
        bare_syllable(i);
      }
      ++i;
    }
    for (; i < end; i += 2) {
      bare_syllable(i);
      if (every && !clusters_[i + 1].closing && !(i + 2 == end && clusters_[end].of_split)) {
        bare_syllable(i + 1);
      } else {
        final_consonant(clusters_[i + 1]);
      }
    }
  }

  const std::vector<Cluster>& clusters_;
  size_t system_;
  std::string out_;
  bool open_ = false;  // the last syllable may take a final consonant
};

}  // namespace

bool is_khmer(char32_t letter) { return letter >= 0x1780 && letter < 0x1800; }

std::vector<std::string> read_khmer(std::string_view norm) {
  std::vector<Cluster> clusters = clusters_of(norm);
  split_inner(clusters);
  std::vector<std::string> forms;
  for (size_t system = 0; system < kMaxForms && !clusters.empty(); ++system)
    forms.push_back(KhmerReader(clusters, system).run());
  return forms;
}

}  // namespace cordon::names
