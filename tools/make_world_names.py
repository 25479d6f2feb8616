#!/usr/bin/env python3
"""Counts the name parts of real lists per culture and learns how their rare ones are spelled, for bench/make_world.

Usage: tools/make_world_names.py ../shared CENSUS > bench/world/name_parts.tsv
Sources (read in place, never copied): the UN, EU, OFAC and Canadian lists and the Denied Persons List under data/, the given names and
nicknames of data/names_nicknames; CENSUS is a folder with dist.all.last, dist.male.first and dist.female.first, the names of the
US Census of 1990 with their share of persons in per cent (public domain; also in the Python package "names").

A party's culture is told by its nationality, else by the programme or country under which it is listed. Rows, first column:
  part   culture role latin parties original variants   a part borne by at least five parties of the sources; original is its form in
                                                        Cyrillic or Arabic script; variants are other Latin spellings of the same part
                                                        (spelling:parties, by comma), each borne by at least five parties too;
                                                        of western parts, thousandths of a per cent of the persons of the census
  tail   culture role share                             per mille of all occurrences of this role that are parts borne by fewer: of
                                                        the words used by the generator, of names what its cultures.tsv follows
  letters culture role context next                     what followed two or three letters ("^" begins, "$" ends a part) in the parts
                                                        of this role, rare ones too: letter and count, counted once a part; what
                                                        followed fewer than two (after three letters: three) times is left out
  nick   given nicknames                                English nicknames, by comma
  word   word parties                                   words of organisations' names borne by at least five
"""
import csv
import json
import re
import sys
import unicodedata
import xml.etree.ElementTree as ElementTree
from collections import Counter, defaultdict
from itertools import combinations

LEAST = 5
VERSION = "2026-11-29"
CULTURES = {
    "arabic": "sy iq lb ye ly eg sa ps jo kw qa ae bh om sd tn dz ma mr",
    "persian": "ir tj",
    "pashto": "af pk bd",
    "russian": "ru by kz kg md",
    "ukrainian": "ua",
    "spanish": "mx co ve ni cu pe hn gt sv ec bo cl ar uy py do pa cr es pt br",
    "burmese": "mm",
    "turkish": "tr az uz tm",
    "indian": "in lk np",
    "african": "cd zw ng cf bi rw ss ml so ke ug tz ci cm cg td ne bf gn gw lr sl za er et mz ao",
    "malay": "id my ph",
    "balkan": "rs ba hr me mk al xk si bg",
    "western": "us gb ca au nz ie ht fr de be nl ch at it se no dk fi jm tt gy bz",
    "chinese": "cn hk tw mo sg",
    "korean": "kp kr",
}
CULTURE_OF = {country: culture for culture, countries in CULTURES.items() for country in countries.split()}
COUNTRY_NAMES = {
    "syria": "sy", "syrian arab republic": "sy", "iraq": "iq", "lebanon": "lb", "yemen": "ye", "libya": "ly", "egypt": "eg",
    "saudi arabia": "sa", "palestinian": "ps", "jordan": "jo", "kuwait": "kw", "qatar": "qa", "united arab emirates": "ae",
    "bahrain": "bh", "oman": "om", "sudan": "sd", "tunisia": "tn", "algeria": "dz", "morocco": "ma", "iran": "ir",
    "iran (islamic republic of)": "ir", "afghanistan": "af", "pakistan": "pk", "bangladesh": "bd", "russia": "ru",
    "russian federation": "ru", "belarus": "by", "ukraine": "ua", "mexico": "mx", "colombia": "co", "venezuela": "ve", "nicaragua": "ni",
    "cuba": "cu", "peru": "pe", "honduras": "hn", "guatemala": "gt", "el salvador": "sv", "ecuador": "ec", "argentina": "ar",
    "dominican republic": "do", "panama": "pa", "costa rica": "cr", "spain": "es", "burma": "mm", "myanmar (burma)": "mm",
    "myanmar": "mm", "turkey": "tr", "india": "in", "sri lanka": "lk", "democratic republic of the congo": "cd",
    "congo": "cd", "zimbabwe": "zw", "nigeria": "ng", "central african republic": "cf", "burundi": "bi", "rwanda": "rw",
    "south sudan": "ss", "mali": "ml", "somalia": "so", "kenya": "ke", "uganda": "ug", "tanzania": "tz", "indonesia": "id",
    "malaysia": "my", "philippines": "ph", "serbia": "rs", "bosnia and herzegovina": "ba", "croatia": "hr", "montenegro": "me",
    "albania": "al", "kosovo": "xk", "united kingdom": "gb", "canada": "ca", "united states": "us", "haiti": "ht", "france": "fr",
    "germany": "de", "china": "cn", "hong kong": "hk", "taiwan": "tw", "singapore": "sg", "korea": "kp",
    "democratic people's republic of korea": "kp", "south korea": "kr", "moldova": "md", "uzbekistan": "uz", "ethiopia": "et",
}
PROGRAMMES = {  # of the EU, where no citizenship is given
    "UKR": "ru", "IRN": "ir", "SYR": "sy", "BLR": "by", "AFG": "af", "PRK": "kp", "MMR": "mm", "COD": "cd", "VEN": "ve", "IRQ": "iq",
    "RUS": "ru", "RUSDA": "ru", "LBY": "ly", "TUN": "tn", "SOM": "so", "NIC": "ni", "CAF": "cf", "HTI": "ht", "TAQA": "sa", "YEM": "ye",
}
OFAC_PROGRAMS = {"SDNTK": "mx", "SYRIA": "sy", "IRAN": "ir", "DPRK": "kp", "VENEZUELA": "ve", "ZIMBABWE": "zw", "BELARUS": "by",
                 "UKRAINE": "ru", "BURMA": "mm", "IRAQ2": "iq", "LIBYA": "ly", "SDNT": "co", "CUBA": "cu", "RUSSIA": "ru", "NICARAGUA": "ni"}
PARTICLES = set("al el ul as ash an ad az ar at abd abdul abdel abdal abu abou bin ben ibn bint umm um de del la las los y da dos das di van von "
                "der den le du mohd haji hajji mullah maulavi sheikh shaykh sayyid dr prof jr sr the ould".split())
CYRILLIC = re.compile("[Ѐ-ӿ]")
ARABIC = re.compile("[؀-ۿ]")
LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ı": "i", "ə": "a", "ħ": "h"})
PATRONYMIC = re.compile("(ович|евич|ьич|мич|кич|овна|евна|ична|инична)$")


def folded(text: str) -> str:
    text = unicodedata.normalize("NFKD", text.replace("İ", "i").casefold()).translate(LETTERS)
    return re.sub("['’‘ʼʻʿʾ`´]", "", "".join(c for c in text if not unicodedata.combining(c)))


def tokens_of(text: str) -> list[str]:
    return [t for t in re.split("[^a-z]+", folded(text)) if len(t) > 1 and t not in PARTICLES]


class Party:
    def __init__(self, country: str, person: bool):
        self.culture = CULTURE_OF.get(country, "")
        self.person = person
        self.given: set[str] = set()
        self.family: set[str] = set()
        self.names: list[str] = []


def un_parties(path: str):
    root = ElementTree.parse(path).getroot()
    for tag in ("INDIVIDUAL", "ENTITY"):
        for row in root.iter(tag):
            nation = (row.findtext("NATIONALITY/VALUE") or row.findtext(f"{tag}_ADDRESS/COUNTRY") or "").strip().lower()
            party = Party(COUNTRY_NAMES.get(nation, ""), tag == "INDIVIDUAL")
            parts = [row.findtext(t) or "" for t in ("FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME")]
            parts = [p for p in parts if p.strip()]
            party.names = [" ".join(parts)] + [a.text or "" for a in row.iter("ALIAS_NAME")] + [row.findtext("NAME_ORIGINAL_SCRIPT") or ""]
            if party.person and len(parts) > 1:
                party.given.update(tokens_of(" ".join(parts[:-1])))
                party.family.update(tokens_of(parts[-1]))
            yield party


def eu_parties(path: str):
    with open(path, encoding="utf-8") as f:
        for line in f:
            row = json.loads(line)
            countries = [c.get("country_iso2_code", "").lower() for c in row.get("citizenships", [])]
            programmes = [PROGRAMMES.get(r.get("programme", ""), "") for r in row.get("regulations", [])]
            party = Party(next((c for c in countries + programmes if c in CULTURE_OF), ""), row["subject_type"]["code"] == "person")
            for alias in row.get("name_aliases", []):
                party.names.append(alias.get("whole_name") or "")
                if party.person and alias.get("name_language") in (None, "EN"):
                    party.given.update(tokens_of(f"{alias.get('first_name') or ''} {alias.get('middle_name') or ''}"))
                    party.family.update(tokens_of(alias.get("last_name") or ""))
            yield party


def ofac_parties(folder: str, main: str, alt: str):
    parties: dict[str, Party] = {}
    with open(f"{folder}/{main}", encoding="latin-1", newline="") as f:
        for row in csv.reader(f):
            if len(row) < 12:
                continue
            said = re.search(r"(?:nationality|citizen) ([A-Za-z ]+?)[;.(]", row[11])
            country = COUNTRY_NAMES.get(said.group(1).strip().lower(), "") if said else ""
            country = country or next((c for p, c in OFAC_PROGRAMS.items() if row[3].startswith(p)), "")
            party = Party(country, row[2].strip() == "individual")
            if row[2].strip() in ("vessel", "aircraft"):
                continue
            parties[row[0].strip()] = party
            party.names.append(row[1])
    with open(f"{folder}/{alt}", encoding="latin-1", newline="") as f:
        for row in csv.reader(f):
            if len(row) > 3 and row[0].strip() in parties:
                parties[row[0].strip()].names.append(row[3])
    for party in parties.values():
        if party.person:
            for name in party.names:
                if "," in name:
                    family, given = name.split(",", 1)
                    party.family.update(tokens_of(family))
                    party.given.update(tokens_of(given))
        yield party


def canada_parties(path: str):
    for row in ElementTree.parse(path).getroot().iter("record"):
        country = (row.findtext("Country") or "").split("/")[0].strip().lower()
        party = Party(COUNTRY_NAMES.get(country, ""), bool(row.findtext("LastName")))
        party.given.update(tokens_of(row.findtext("GivenName") or ""))
        party.family.update(tokens_of(row.findtext("LastName") or ""))
        party.names.append(row.findtext("EntityOrShip") or f"{row.findtext('GivenName') or ''} {row.findtext('LastName') or ''}")
        yield party


def dpl_parties(path: str):
    with open(path, encoding="utf-8", errors="replace", newline="") as f:
        for row in csv.DictReader(f, delimiter="\t"):
            party = Party("", False)
            party.names.append(row.get("Name") or "")
            yield party


SKELETON = str.maketrans({"q": "k", "c": "k", "g": "j", "y": "", "w": "", "h": "", "a": "", "e": "", "i": "", "o": "", "u": "", "z": "s", "v": "b", "p": "b", "x": "k"})


def near(a: str, b: str) -> bool:
    """Spellings of one part: the same consonants, and first vowels that are spelled for one another."""
    def consonants(t: str) -> str:
        return re.sub(r"(.)\1+", r"\1", t.replace("dh", "z").replace("th", "s").translate(SKELETON))
    def first_vowel(t: str) -> str:
        vowel = re.search("[aeiou]", t)
        return {"e": "a", "i": "i", "u": "o"}.get(vowel.group(), vowel.group()) if vowel else ""
    return a[0] == b[0] and consonants(a) == consonants(b) and first_vowel(a) == first_vowel(b) and abs(len(a) - len(b)) <= 2


ARABIC_CONSONANTS = {"ا": "", "أ": "", "إ": "", "آ": "", "ع": "", "ء": "", "ئ": "", "ؤ": "", "ى": "", "ة": "", "ه": "", "ح": "", "و": "", "ي": "", "ی": "",
                     "ب": "b", "پ": "b", "ت": "t", "ط": "t", "ث": "s", "س": "s", "ص": "s", "ز": "s", "ذ": "s", "ض": "d", "ظ": "s", "د": "d", "ج": "j", "گ": "j",
                     "چ": "k", "خ": "k", "ك": "k", "ک": "k", "ق": "k", "غ": "j", "ر": "r", "ش": "s", "ژ": "s", "ف": "f", "ل": "l", "م": "m", "ن": "n"}


def fits_arabic(latin: str, original: str) -> bool:
    a = latin.replace("dh", "s").replace("gh", "j").replace("kh", "k").replace("sh", "s").replace("ch", "k").translate(SKELETON)
    a = re.sub(r"(.)\1+", r"\1", a)
    b = re.sub(r"(.)\1+", r"\1", "".join(ARABIC_CONSONANTS.get(c, "") for c in original))
    return a == b and a != ""


class Lexicon:
    """What is known of one role of one culture."""
    def __init__(self):
        self.parties: Counter[str] = Counter()      # Latin part: parties
        self.pairs: Counter[tuple[str, str]] = Counter()
        self.originals: dict[str, Counter[str]] = defaultdict(Counter)


def count(parties, lexica, words, words_total):
    for party in parties:
        if not party.person:
            tokens = set().union(*(re.split("[^a-z0-9]+", folded(n)) for n in party.names)) if party.names else set()
            words.update(t for t in tokens if len(t) > 2 and not t.isdigit())
            words_total[0] += 1
            continue
        if not party.culture or party.culture == "russian":
            continue
        originals = [t for n in party.names if ARABIC.search(n) for t in re.split(r"[\s\-]+", n)]
        for role, tokens in (("given", party.given), ("family", party.family)):
            lexicon = lexica[party.culture, role]
            lexicon.parties.update(tokens)
            for a, b in combinations(sorted(tokens), 2):
                if near(a, b):
                    lexicon.pairs[a, b] += 1
            for token in tokens:
                for original in originals:
                    bare = re.sub("^ال", "", re.sub("[ً-ٟـ]", "", original)) if role == "family" else original
                    if len(bare) > 2 and fits_arabic(token, bare):
                        lexicon.originals[token][bare] += 1


def russian_cyrillic(parties, lexica):
    """Given names by gender and surnames (of men) of the three-part names in Cyrillic."""
    for party in parties:
        seen = set()
        for name in party.names:
            tokens = name.split()
            if len(tokens) != 3 or not all(re.fullmatch("[А-ЯЁа-яё-]{2,}", t) for t in tokens):
                continue
            tokens = [t.lower().replace("ё", "е") for t in tokens]
            at = next((i for i, t in enumerate(tokens) if PATRONYMIC.search(t) and i > 0), 0)
            if at == 0:
                continue
            given, family = (tokens[0], tokens[2]) if at == 1 else (tokens[1], tokens[0])
            female = tokens[at].endswith("на")
            if female:
                family = re.sub("(ов|ев|ин|ын)а$", r"\1", re.sub("(ск|цк)ая$", r"\1ий", family))
            seen.add(("given_f" if female else "given_m", given))
            seen.add(("family", family))
        for role, token in seen:
            lexica["russian", role].parties[token] += 1


UKRAINIAN = {"shch": "щ", "zgh": "зг", "zh": "ж", "kh": "х", "ts": "ц", "ch": "ч", "sh": "ш", "ya": "я", "ia": "я", "yu": "ю", "iu": "ю", "ye": "є", "ie": "є",
             "yi": "ї", "yy": "ий", "iy": "ій", "a": "а", "b": "б", "v": "в", "g": "г", "h": "г", "d": "д", "e": "е", "z": "з", "y": "и", "i": "і", "k": "к",
             "l": "л", "m": "м", "n": "н", "o": "о", "p": "п", "r": "р", "s": "с", "t": "т", "u": "у", "f": "ф", "x": "кс", "j": "й", "w": "в", "c": "к", "q": "к"}


def ukrainian_cyrillic(latin: str) -> str:
    keys = sorted(UKRAINIAN, key=len, reverse=True)
    text = re.sub("|".join(keys), lambda m: UKRAINIAN[m.group()], latin)
    return re.sub("ова$|ева$|іна$", lambda m: m.group()[:-1], re.sub("ська$", "ський", text))


def clusters(lexicon: Lexicon) -> dict[str, list[str]]:
    """Frequent spellings under the one that most bear."""
    head = {t for t, n in lexicon.parties.items() if n >= LEAST}
    under: dict[str, str] = {}
    for token in sorted(head, key=lambda t: (-lexicon.parties[t], t)):
        best = [c for c in under if under[c] == c and lexicon.pairs[tuple(sorted((c, token)))] >= 3 and near(c, token)]
        under[token] = max(best, key=lambda c: lexicon.parties[c]) if best else token
    out: dict[str, list[str]] = defaultdict(list)
    for token, canonical in under.items():
        out[canonical].append(token)
    return out


def print_letters(culture: str, role: str, tokens) -> None:
    follows: dict[str, Counter[str]] = defaultdict(Counter)
    for token in tokens:
        padded = f"^^{token}$"
        for i in range(2, len(padded)):
            follows[padded[i - 2 : i]][padded[i]] += 1
            if i >= 3:
                follows[padded[i - 3 : i]][padded[i]] += 1
    for context in sorted(follows):
        kept = {c: n for c, n in follows[context].items() if n >= (2 if len(context) == 2 else 3)}
        if kept:
            print(f"letters\t{culture}\t{role}\t{context}\t" + "".join(f"{c}{n}" for c, n in sorted(kept.items())))


def print_lexicon(culture: str, role: str, lexicon: Lexicon) -> None:
    total = sum(lexicon.parties.values())
    rare = sum(n for n in lexicon.parties.values() if n < LEAST)
    print(f"tail\t{culture}\t{role}\t{round(1000 * rare / max(total, 1))}")
    for canonical, spellings in sorted(clusters(lexicon).items(), key=lambda c: (-lexicon.parties[c[0]], c[0])):
        originals = Counter()
        for spelling in spellings:
            originals.update(lexicon.originals.get(spelling, {}))
        original = max(originals, key=lambda o: (originals[o], o)) if originals else ""
        if originals and originals[original] < 3:
            original = ""
        others = ",".join(f"{s}:{lexicon.parties[s]}" for s in spellings if s != canonical)
        print(f"part\t{culture}\t{role}\t{canonical}\t{lexicon.parties[canonical]}\t{original}\t{others}")
    print_letters(culture, role, [t for t in lexicon.parties if len(t) > 2])


def census(folder: str, lexica) -> None:
    for file, role in (("dist.all.last", "family"), ("dist.male.first", "given_m"), ("dist.female.first", "given_f")):
        with open(f"{folder}/{file}", encoding="ascii") as f:
            for line in f:
                token, percent = line.split()[:2]
                n = round(float(percent) * 1000)
                if n >= 1:
                    lexica["western", role].parties[token.lower()] = n


def nicknames(path: str, given) -> None:
    by_name = defaultdict(set)
    with open(path, encoding="utf-8") as f:
        for row in csv.DictReader(f):
            if row["relationship"] == "has_nickname" and len(row["name2"]) > 2:
                by_name[row["name1"]].add(row["name2"])
    for name in sorted(by_name):
        if name in given:
            print(f"nick\t{name}\t{','.join(sorted(by_name[name]))}")


# Words of legal forms and little words of the lists' languages: they stand beside a brand, they are none.
NO_BRAND = set(
    "company ltd limited llc inc incorporated corp corporation group the and for plc gmbh aka fka jsc ojsc pjsc cjsc ooo oao zao pao sas ltda sarl fze fzco "
    "joint stock public private closed open liability federal state unitary enterprise del las los des sociedad anonima anonyme societe societatea sociedade "
    "capital variable general responsabilidad responsabilite limitada limitee actiuni actions acciones aandelen akciova akciovka spolecnost spolocnost zrt kft "
    "reszvenytarsasag zartkoruen nyilvanosan mukodo vallalat tarsasag korlatolt felelossegu allami obshchestvo obchtchestvo aktsionernoe aktsionernoye "
    "otkrytoe zakrytoe publichnoe ogranichennoy otvetstvennostyu predpriyatie gosudarstvennoe aktiengesellschaft gesellschaft aktiebolag bolag aktieselskab "
    "selskab osakeyhtio yhtio osauhing aktsiaselts aktsyaselts bendrove akcine akciju sabiedriba valsts drustvo dionicko akcionarsko delniska delnicka druzba "
    "ogranicenom odgovornoscu odgovornostjo odpovednostou rucenim omezenym spolka akcyjna ograniczona odpowiedzialnoscia skupina skupinata einheitsunternehmen "
    "pentru pour para with from that this tal tas het van der den und mit von vom par sur che della delle dei per con por una uno des dos das ostali ultra "
    "anonim sirketi aksjeselskap vennootschap aandelenvennootschap besloten naamloze societa azioni responsabilita limitata kumpanija pubblika".split())


def main() -> None:
    shared, census_folder = sys.argv[1:3]
    lists = f"{shared}/data/lists"
    eu = list(eu_parties(f"{shared}/data/eu_yaml_2026_05/eu_fsf.jsonl"))
    sources = [
        un_parties(f"{lists}/mixed_2025_04/UN.xml"), eu, canada_parties(f"{lists}/mixed_2025_04/cannada.xml"),
        ofac_parties(f"{shared}/data/ofac_csv_2022_01", "sdn.csv", "alt.csv"),
        ofac_parties(f"{lists}/ofac_cons_2025_01", "cons_prim.csv", "cons_alt.csv"), dpl_parties(f"{shared}/data/us_dpl/dpl.txt"),
    ]
    lexica: dict[tuple[str, str], Lexicon] = defaultdict(Lexicon)
    words: Counter[str] = Counter()
    words_total = [0]
    for source in sources:
        count(source, lexica, words, words_total)
    russian_cyrillic(eu, lexica)
    census(census_folder, lexica)
    print("# Name parts of sanctioned persons and words of organisations, and how rare ones are spelled; read by bench/make_world.")
    print("# Columns: see tools/make_world_names.py, which made this table.")
    print("# Source: counts over the UN (2025-04), EU (2026-05), OFAC (2022-01, non-SDN 2025-01) and Canadian (2025-03) lists, the Denied")
    print("# Persons List, the nicknames table of Old Dominion University (Apache-2.0), and the US Census of 1990 (public domain).")
    print(f"# Version {VERSION}. Parts borne by fewer than {LEAST} parties are left out. Licence: Apache-2.0.")
    for (culture, role), lexicon in sorted(lexica.items()):
        if culture == "ukrainian":  # too few for parts of their own
            if role == "family":
                print_letters(culture, role, [ukrainian_cyrillic(t) for t in lexicon.parties if len(t) > 3])
            continue
        if culture in ("chinese", "korean") or (culture == "russian" and role == "given") or (culture == "western" and role == "given"):
            continue
        print_lexicon(culture, role, lexicon)
    nicknames(f"{shared}/data/names_nicknames/names.csv",
              set(lexica["western", "given_m"].parties) | set(lexica["western", "given_f"].parties))
    rare = sum(n for n in words.values() if n < LEAST)
    print(f"tail\torganisation\tword\t{round(1000 * rare / sum(words.values()))}")
    print_letters("organisation", "word", [w for w in words if re.fullmatch("[a-z]{4,}", w)])
    for word, n in sorted(words.items(), key=lambda w: (-w[1], w[0])):
        if n >= LEAST and len(word) > 3 and word not in NO_BRAND:
            print(f"word\t{word}\t{n}")


if __name__ == "__main__":
    main()
