#!/usr/bin/env python3
"""Listed names in carrier sentences: how many does the reader of mentions find, by language and form?

usage: carriers.py MENTIONS SNAPSHOT EU_LIST.xml [--count N] [--seed N] [--show]

Takes names of the EU list (xmlFullSanctionsList_1_1) at random, puts them into sentences that say nothing, in case
forms of simple paradigms (Russian, Ukrainian, Polish, Czech, Lithuanian), with what a language attaches ('s, -s,
'nin, Arabic conjunctions and prepositions), family name first, in scripts without spaces; runs MENTIONS (bench/mentions)
and prints recall by form, and how many mentions are of other parties (false). One page holds three sentences.
"""
import argparse
import collections
import json
import random
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET

NS = '{http://eu.europa.ec/fpi/fsd/export}'

# Sentences by language: {} is the name, in the case named.
CARRIERS = {
    'en': {'nom': ['On Monday {} declined to answer questions.', 'The letter was sent to {} in March.',
                   'According to the report, {} had opened the account in 2019.'],
           'gen': ["The court heard of {}'s letters in March.", "Nobody asked for {}’s opinion."]},
    'de': {'nom': ['Am Montag wollte sich {} nicht dazu äußern.', 'Das Schreiben ging im März an {} und blieb ohne Antwort.'],
           'gen': ['Der Brief {}s blieb ohne Antwort.']},
    'fr': {'nom': ['Lundi, {} a refusé de répondre.', 'La lettre a été remise à {} en mars.']},
    'es': {'nom': ['El lunes {} no quiso responder.', 'La carta llegó a {} en marzo.']},
    'tr': {'nom': ['Pazartesi günü {} soruları yanıtlamadı.'], 'gen': ["Mektupta {}'nin imzası vardı."]},
    'pl': {'nom': ['W poniedziałek {} nie odpowiedział na pytania.'], 'gen': ['Nie znaleziono listu {} z marca.'],
           'dat': ['List przekazano {} w marcu.'], 'ins': ['W marcu rozmawiano z {} o umowie.']},
    'cs': {'nom': ['V pondělí {} na otázky neodpověděl.'], 'gen': ['Dopis od {} se nenašel.'], 'ins': ['V březnu jednali s {} o smlouvě.']},
    'lt': {'nom': ['Pirmadienį {} į klausimus neatsakė.'], 'gen': ['Laiške nebuvo {} parašo.'], 'dat': ['Laiškas perduotas {} kovo mėnesį.']},
    'ru': {'nom': ['В понедельник {} не ответил на вопросы.'], 'gen': ['Письмо от {} так и не нашли.'],
           'dat': ['В марте письмо передали {} через посредника.'], 'ins': ['В марте переговоры с {} продолжились.'],
           'pre': ['В марте писали о {} довольно часто.']},
    'uk': {'nom': ['У понеділок {} не відповів на запитання.'], 'gen': ['Листа від {} так і не знайшли.'],
           'dat': ['У березні листа передали {} через посередника.'], 'ins': ['У березні переговори з {} тривали.']},
    'ar': {'nom': ['رفض {} الإجابة عن الأسئلة يوم الاثنين.'], 'and': ['حضر الاجتماع المدير و{} يوم الاثنين.'],
           'to': ['سُلمت الرسالة ل{} في مارس.'], 'by': ['اتصلت الصحيفة ب{} في مارس.']},
    'fa': {'nom': ['روز دوشنبه {} به پرسش‌ها پاسخ نداد.']},
    'zh': {'nom': ['周一{}没有回答提问。', '记者三月致函{}，未获答复。']},
    'ko': {'nom': ['월요일에 {}은 질문에 답하지 않았다.', '3월에 {}에게 편지를 보냈다.']},
}

# The pages that Cordon reads speak of sanctions; each page has one such sentence.
SANCTIONS = {
    'en': 'The council discussed sanctions.', 'de': 'Der Rat sprach über Sanktionen.', 'fr': 'Le conseil a parlé de sanctions.',
    'es': 'El consejo habló de sanciones.', 'tr': 'Konsey yaptırımları görüştü.', 'pl': 'Rada mówiła o sankcjach.',
    'cs': 'Rada jednala o sankcích.', 'lt': 'Taryba kalbėjo apie sankcijas.', 'ru': 'Совет обсуждал санкции.',
    'uk': 'Рада обговорювала санкції.', 'ar': 'ناقش المجلس العقوبات.', 'fa': 'شورا درباره تحریم‌ها گفتگو کرد.',
    'zh': '理事会讨论了制裁。', 'ko': '이사회는 제재를 논의했다.',
}

VOWELS = 'аеёиоуыэюяіїєaeiouyąęěůáéíóúýů'


def russian(word, case, feminine, family):
    w, low = word, word.lower()
    if case == 'nom':
        return w
    up = w.isupper()
    def end(cut, ending):
        return (w[:len(w) - cut] if cut else w) + (ending.upper() if up else ending)
    if feminine and family and re.search('(ова|ева|ёва|ина|ына)$', low):
        return end(1, {'gen': 'ой', 'dat': 'ой', 'ins': 'ой', 'pre': 'ой'}[case])
    if low.endswith('ая'):
        return end(2, 'ой')
    if low.endswith(('ский', 'цкий', 'ий')) and family:
        return end(2, {'gen': 'ого', 'dat': 'ому', 'ins': 'им', 'pre': 'ом'}[case])
    if low.endswith(('ой', 'ый')) and family:
        return end(2, {'gen': 'ого', 'dat': 'ому', 'ins': 'ым', 'pre': 'ом'}[case])
    if low.endswith('ия'):
        return end(1, {'gen': 'и', 'dat': 'и', 'ins': 'ей', 'pre': 'и'}[case])
    if low.endswith('ий'):
        return end(1, {'gen': 'я', 'dat': 'ю', 'ins': 'ем', 'pre': 'и'}[case])
    if low.endswith('й'):
        return end(1, {'gen': 'я', 'dat': 'ю', 'ins': 'ем', 'pre': 'е'}[case])
    if low.endswith('ь') and not feminine:
        return end(1, {'gen': 'я', 'dat': 'ю', 'ins': 'ем', 'pre': 'е'}[case])
    if low.endswith('а'):
        soft = low[-2:-1] in 'кгхжшщч'
        return end(1, {'gen': 'и' if soft else 'ы', 'dat': 'е', 'ins': 'ой', 'pre': 'е'}[case])
    if low.endswith('я'):
        return end(1, {'gen': 'и', 'dat': 'е', 'ins': 'ей', 'pre': 'е'}[case])
    if low[-1] in VOWELS or feminine or low.endswith('ь'):
        return w
    if re.search('(ов|ев|ёв|ин|ын)$', low) and family:
        return end(0, {'gen': 'а', 'dat': 'у', 'ins': 'ым', 'pre': 'е'}[case])
    return end(0, {'gen': 'а', 'dat': 'у', 'ins': 'ом', 'pre': 'е'}[case])


def ukrainian(word, case, feminine, family):
    w, low = word, word.lower()
    if case == 'nom':
        return w
    up = w.isupper()
    def end(cut, ending):
        return (w[:len(w) - cut] if cut else w) + (ending.upper() if up else ending)
    if feminine and family and re.search('(ова|ева|єва|іна|ина)$', low):
        return end(1, {'gen': 'ої', 'dat': 'ій', 'ins': 'ою'}[case])
    if low.endswith('ий') and family:
        return end(2, {'gen': 'ого', 'dat': 'ому', 'ins': 'им'}[case])
    if low.endswith('ія'):
        return end(1, {'gen': 'ї', 'dat': 'ї', 'ins': 'єю'}[case])
    if low.endswith('й'):
        return end(1, {'gen': 'я', 'dat': 'ю', 'ins': 'єм'}[case])
    if low.endswith('ь') and not feminine:
        return end(1, {'gen': 'я', 'dat': 'ю', 'ins': 'ем'}[case])
    if low.endswith('а'):
        return end(1, {'gen': 'и', 'dat': 'і', 'ins': 'ою'}[case])
    if low.endswith('я'):
        return end(1, {'gen': 'і', 'dat': 'і', 'ins': 'ею'}[case])
    if low.endswith('о') and not family:
        return end(1, {'gen': 'а', 'dat': 'ові', 'ins': 'ом'}[case])
    if low.endswith('о') and family and not feminine:
        return end(1, {'gen': 'а', 'dat': 'у', 'ins': 'ом'}[case])
    if low[-1] in VOWELS or feminine:
        return w
    if re.search('(ов|ев|єв|ін|ин)$', low) and family:
        return end(0, {'gen': 'а', 'dat': 'у', 'ins': 'им'}[case])
    return end(0, {'gen': 'а', 'dat': 'ові', 'ins': 'ом'}[case])


def latin_slavic(word, case, feminine, family, language):
    w, low = word, word.lower()
    if case == 'nom' or low[-1] in VOWELS + 'jx' or len(low) < 4:
        return w if not (feminine and low.endswith('a') and case != 'nom') else w[:-1] + {
            'pl': {'gen': 'ej' if family else 'y', 'dat': 'ej' if family else 'ie', 'ins': 'ą'},
            'cs': {'gen': 'é' if family else 'y', 'ins': 'ou'}, 'lt': {'gen': 'os', 'dat': 'ai'}}[language][case]
    if feminine:
        return w
    return w + {'pl': {'gen': 'a', 'dat': 'owi', 'ins': 'em' if not re.search('(ov|ow|in|ev|ew)$', low) or not family else 'em'},
                'cs': {'gen': 'a', 'ins': 'em'}, 'lt': {'gen': 'o', 'dat': 'ui'}}[language][case]


def parties(path):
    for _, e in ET.iterparse(path):
        if not e.tag.endswith('sanctionEntity'):
            continue
        kind = e.find(NS + 'subjectType').get('code')
        names = [(a.get('wholeName') or '', a.get('firstName') or '', a.get('lastName') or '', a.get('gender') or '',
                  (a.get('nameLanguage') or '').lower()) for a in e.findall(NS + 'nameAlias')]
        yield e.get('euReferenceNumber'), kind, [n for n in names if n[0].strip()]
        e.clear()


def script(text):
    for c in text:
        if 'а' <= c.lower() <= 'ӿ':
            return 'Cyrillic'
        if '\u0600' <= c <= '\u06ff':
            return 'Arabic'
        if '\u4e00' <= c <= '\u9fff':
            return 'Han'
        if '\uac00' <= c <= '\ud7a3':
            return 'Hangul'
        if 'a' <= c.lower() <= 'z':
            return 'Latin'
    return ''


def title(text):
    return ' '.join(w.capitalize() if w.isupper() and len(w) > 3 else w for w in text.split())


def cases(rows, rng):
    """(form, language, sentence, name, reference)"""
    for ref, kind, names in rows:
        whole, first, last, gender, language = rng.choice(names)
        whole = re.sub(r'\s+', ' ', whole.replace('\u0301', '')).strip()
        if '(' in whole or '/' in whole or len(whole) < 4 or len(whole) > 80:
            continue
        s = script(whole)
        words = whole.split()
        person = kind == 'person'
        if person and len(words) < 2 and s not in ('Han', 'Hangul'):
            continue  # a single name of a person is no mention by itself
        feminine = gender == 'F' or any(n[3] == 'F' for n in names)
        if s == 'Latin':
            given_first = title(whole)
            lang = rng.choice(['en', 'de', 'fr', 'es', 'tr', 'pl', 'cs', 'lt'])
            case = rng.choice(list(CARRIERS[lang]))
            name = given_first
            if lang in ('pl', 'cs', 'lt') and case != 'nom':
                if person and re.search('(ov|ev|in|enko|sky|skiy|ova|eva|ina)$', words[-1].lower()):
                    name = ' '.join(latin_slavic(w, case, feminine, i == len(words) - 1, lang)
                                    for i, w in enumerate(given_first.split()))
                else:
                    case = 'nom'
            if lang == 'de' and case == 'gen' and name[-1] in 'sxzß.)”“"\'’':
                case = 'nom'
            if person and first and last and lang in ('en', 'fr') and rng.random() < .25:
                name = title(last) + ' ' + title(first)
                yield 'family first', lang, rng.choice(CARRIERS[lang][case]).format(name), name, ref
                continue
            yield lang + ' ' + case + (' person' if person else ' other'), lang, rng.choice(CARRIERS[lang][case]).format(name), name, ref
        elif s == 'Cyrillic':
            lang = 'uk' if language == 'uk' or re.search('[іїєґ]', whole.lower()) else 'ru'
            if language in ('bg', 'mk', 'sr'):
                continue
            case = rng.choice(list(CARRIERS[lang]))
            decline = ukrainian if lang == 'uk' else russian
            name = title(whole)
            if person:
                family = (last or words[-1]).split()[-1].lower()
                parts = name.split()
                name = ' '.join(decline(w, case, feminine, w.lower() == family or (not last and i == len(parts) - 1))
                                for i, w in enumerate(parts))
            elif case != 'nom':
                case = 'nom'
            yield lang + ' ' + case + (' person' if person else ' other'), lang, rng.choice(CARRIERS[lang][case]).format(name), name, ref
        elif s == 'Arabic':
            lang = 'fa' if re.search('[پچژگ]', whole) else 'ar'
            case = rng.choice(list(CARRIERS[lang]))
            name = whole
            if case == 'to' and name.startswith('ال'):
                name = 'ل' + name[2:]
                yield 'ar to', lang, CARRIERS['ar']['to'][0].replace('ل{}', 'ل' + name), name, ref
                continue
            yield lang + ' ' + case, lang, rng.choice(CARRIERS[lang][case]).format(name), name, ref
        elif s == 'Han':
            yield 'zh nom' + (' person' if person else ' other'), 'zh', rng.choice(CARRIERS['zh']['nom']).format(whole), whole, ref
        elif s == 'Hangul':
            yield 'ko nom' + (' person' if person else ' other'), 'ko', rng.choice(CARRIERS['ko']['nom']).format(whole), whole, ref


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument('mentions')
    ap.add_argument('snapshot')
    ap.add_argument('list')
    ap.add_argument('--count', type=int, default=4000)
    ap.add_argument('--seed', type=int, default=1)
    ap.add_argument('--show', action='store_true', help='print what was missed and what was found wrongly')
    a = ap.parse_args()
    rng = random.Random(a.seed)
    rows = list(parties(a.list))
    same = collections.defaultdict(set)  # entries that share a name are one party here
    for ref, _, names in rows:
        for n in names:
            same[re.sub(r'\W+', ' ', n[0].lower()).strip()].add(ref)
    partners = collections.defaultdict(set)
    for refs in same.values():
        for r in refs:
            partners[r] |= refs
    chosen = []
    while len(chosen) < a.count:
        chosen.extend(cases([rng.choice(rows)], rng))
    by_language = collections.defaultdict(list)
    for c in chosen:
        by_language[c[1]].append(c)
    pages = []
    for language, some in by_language.items():
        for i in range(0, len(some), 3):
            pages.append((language, some[i:i + 3]))
    with tempfile.NamedTemporaryFile('w', suffix='.jsonl', encoding='utf-8') as f:
        for i, (language, some) in enumerate(pages):
            f.write(json.dumps({'id': str(i), 'lang': language, 'main': [c[2] for c in some] + [SANCTIONS[language]]}, ensure_ascii=False) + '\n')
        f.flush()
        out = subprocess.run([a.mentions, a.snapshot, f.name], stdout=subprocess.PIPE, check=True, text=True)
    found, wanted = collections.Counter(), collections.Counter()
    false = total = 0
    for line, (language, some) in zip(out.stdout.splitlines(), pages):
        o = json.loads(line)
        at = 0
        spans = []
        for c in some:
            b = at + c[2].index(c[3]) if c[3] in c[2] else at
            spans.append((b, b + len(c[3]), c))
            at += len(c[2]) + 1
        for b, e, c in spans:
            wanted[c[0]] += 1
            right = any({x.split(':')[1] for x in m['entity_ids']} & partners[c[4]] and m['begin'] < e and m['end'] > b
                        for m in o['mentions'])
            found[c[0]] += right
            if not right and a.show:
                print('missed', c[0], c[4], '|', c[2], [(m['text'], m['entity_ids'], m['score']) for m in o['mentions']])
        refs = set().union(*(partners[c[4]] for c in some))
        for m in o['mentions']:
            total += 1
            ok = {x.split(':')[1] for x in m['entity_ids']} & refs
            false += not ok
            if not ok and a.show:
                print('false', m['text'], m['entity_ids'], m['rule'], m['score'], m['bits'], '|', o['main_text'])
    for form in sorted(wanted):
        print('%-22s %5d %6.3f' % (form, wanted[form], found[form] / wanted[form]))
    print('%-22s %5d %6.3f   mentions %d, of other parties %d (%.3f)' %
          ('all', sum(wanted.values()), sum(found.values()) / sum(wanted.values()), total, false, false / max(total, 1)))


if __name__ == '__main__':
    sys.exit(main())
