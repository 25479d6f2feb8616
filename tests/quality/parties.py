"""The parties of the real lists, and made-up ones: names, birth dates and numbers to make subjects of. For verify.py; read without Cordon, so that what its readers drop is asked for too."""
import csv
import os
import re
import xml.etree.ElementTree as ET

OTHER_SCRIPTS = ('محمد حسين', 'علي رضا', 'عبد الرحمن', 'فؤاد', 'ישראל כהן', 'Юлия Иванова', 'Сергей Петров', 'ООО Завод', 'Βασίλης Παπαδόπουλος', '김정은', '정훈', '習近平', '王小明',
                 '山田太郎', 'ひろし', 'アントニオ', 'สมชาย', 'राम शर्मा', 'გიორგი', 'Արմեն', 'Abd al-Rahman', 'Bob Smith', 'Yu. A.', 'de la Cruz', 'Nguyễn Văn', "O'Brien", 'Łukasz', 'Plant No. 7')

ID_PROPERTIES = ('idNumber', 'registrationNumber', 'taxNumber', 'passportNumber', 'imoNumber', 'swiftBic', 'innCode', 'ogrnCode')


def un(path):
    for node in ET.parse(path).getroot().iter():
        if node.tag not in ('INDIVIDUAL', 'ENTITY'):
            continue
        text = lambda tag: [x.text.strip() for x in node.iter(tag) if x.text and x.text.strip()]
        whole = ' '.join(t for k in ('FIRST_NAME', 'SECOND_NAME', 'THIRD_NAME', 'FOURTH_NAME') for t in text(k)[:1])
        yield {'names': [whole, *text('ALIAS_NAME'), *text('NAME_ORIGINAL_SCRIPT')], 'schema': 'Person' if node.tag == 'INDIVIDUAL' else 'Organization',
               'dates': text('DATE') + text('YEAR'), 'ids': text('NUMBER')}


def eu(path):
    ns = '{http://eu.europa.ec/fpi/fsd/export}'
    for node in ET.parse(path).getroot().iter(ns + 'sanctionEntity'):
        person = node.find(ns + 'subjectType').get('code') == 'person'
        yield {'names': [n.get('wholeName') for n in node.iter(ns + 'nameAlias') if n.get('wholeName')], 'schema': 'Person' if person else 'Organization',
               'dates': [d.get('birthdate') or d.get('year') for d in node.iter(ns + 'birthdate') if d.get('birthdate') or d.get('year')],
               'ids': [i.get('number') for i in node.iter(ns + 'identification') if i.get('number')]}


def ofac(folder):
    table = lambda name: csv.reader(open(next(os.path.join(folder, f) for f in os.listdir(folder) if f.lower() == name), encoding='latin-1', newline=''))
    parties = {}
    for row in table('sdn.csv'):
        if len(row) > 2:
            schema = {'individual': 'Person', 'vessel': 'Vessel', 'aircraft': 'Airplane'}.get(row[2].strip(), 'Organization')
            number = re.search(r'IMO (\d{7})|(?:SWIFT/BIC|Passport|Tax ID No\.|Registration Number) ([A-Z0-9]{5,})', row[-1])
            parties[row[0]] = {'names': [row[1]], 'schema': schema, 'dates': [], 'ids': [number[1] or number[2]] if number else []}
    for row in table('alt.csv'):
        if len(row) > 3 and row[0] in parties:
            parties[row[0]]['names'].append(row[3])
    return parties.values()


def made_up(rng, count, real_names):
    """Random syllables and parts of real names in every script, with more names, weak ones too."""
    parts = [w for n in real_names for w in n.split()]
    syllables = [c + v + e for c in ('b', 'd', 'g', 'h', 'k', 'l', 'm', 'n', 'p', 'r', 's', 't', 'sh', 'kh', 'z', '') for v in 'aeiou' for e in ('', '', 'n', 'r', 's')]

    def word():
        draw = rng.random()
        if draw < .45:
            return rng.choice(parts)
        return rng.choice(OTHER_SCRIPTS) if draw < .6 else ''.join(rng.choice(syllables) for _ in range(rng.randrange(1, 5))).title()

    name = lambda: ' '.join(word() for _ in range(rng.choice((1, 2, 2, 3, 3, 4, 6))))
    number = lambda: rng.choice((f'{rng.randrange(10**9, 10**10)}', f'IMO {rng.randrange(10**6, 10**7)}', f'{"".join(rng.choices("ABCDEFGHKLMNPRSTUVXZ", k=4))}RUMM' + rng.choice(('', 'XXX')),
                                 f'{"".join(rng.choices("ABCDEFGH", k=2))}{rng.randrange(10**6, 10**7)}'))
    for i in range(count):
        schema = rng.choice(('Person', 'Person', 'Person', 'Organization', 'Vessel'))
        yield {'id': f'made-{i}', 'schema': schema, 'names': [name() for _ in range(rng.choice((1, 1, 2, 4)))], 'weak': [name() for _ in range(rng.choice((0, 0, 1)))],
               'dates': [f'{rng.randrange(1930, 2000)}-{rng.randrange(1, 13):02}-{rng.randrange(1, 29):02}'] if schema == 'Person' and i % 2 else [],
               'ids': [number()] if i % 3 == 0 else []}


def ftm(party):
    kind = ID_PROPERTIES[sum(map(ord, party['id'])) % len(ID_PROPERTIES)]
    properties = {'name': party['names'][:1], 'alias': party['names'][1:], 'weakAlias': party['weak'], 'birthDate': party['dates'], kind: party['ids'], 'country': ['ru'] if party['ids'] else []}
    return {'id': party['id'], 'schema': party['schema'], 'properties': {k: v for k, v in properties.items() if v}}
