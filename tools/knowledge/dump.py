#!/usr/bin/env python3
"""Writes a dump as Wikidata's dumps are written, of entities of our own making, to try the importer on.

    ./dump.py 200000 > dump.json

An entity a line between the brackets of an array, with commas behind them. Of a hundred entities about forty are people, of whom
a fifth are of no public life; fifteen are places, five organisations; the others are what dumps are full of and nobody asks for:
papers, stars, categories, properties, lexemes, redirects. Offices and countries stand all over the dump, before and behind
those who name them. There are statements of every rank, values that are unknown or known not to be, days of every
precision, Julian ones and those before Christ, empty maps written as empty lists, names in `mul` alone. One line in 20,000 is
broken: cut off, no JSON, without an id, not UTF-8. The same count and seed always give the same dump.
"""

import json
import random
import sys

SYLLABLES = "ba be bo da de do fa fi ga go ha jo ka ko la le li lo ma mi mo na ne no pa po ra re ro sa so ta ti to va vo za".split()
COUNTRIES = [("Q30", "US"), ("Q142", "FR"), ("Q31", "BE"), ("Q183", "DE"), ("Q145", "GB"), ("Q889", "AF"), ("Q159", "RU"), ("Q212", "UA"),
             ("Q38", "IT"), ("Q29", "ES"), ("Q55", "NL"), ("Q36", "PL"), ("Q43", "TR"), ("Q155", "BR"), ("Q15180", None)]
OFFICES = [("ministre", "minister", "ministre"), ("député", "member of parliament", "députée"), ("sénateur", "senator", "sénatrice"),
           ("maire", "mayor", "mairesse"), ("ambassadeur", "ambassador", "ambassadrice"), ("gouverneur", "governor", "gouverneure")]
PUBLIC = ["Q82955", "Q193391", "Q189290", "Q1930187", "Q188094"]
OTHERS = ["Q937857", "Q177220", "Q33999", "Q36180"]
SITES = [code + "wiki" for code in "fr en de nl es it pt pl ru uk tr ar ja zh sv fi cs da no hu ro el he ko vi ca id fa hr sr".split()]
HEAVY = ["P214", "P227", "P213", "P244", "P268", "P646", "P1017", "P1566", "P7859", "P8189", "P9495", "P2163"]


class Dump:
    def __init__(self, count, seed):
        self.count, self.chance = count, random.Random(seed)
        # One office for every thousand entities, so that their number says how many names there are to look for.
        self.offices = [f"Q{10**7 + 1000 * number}" for number in range(max(5, count // 1000))]

    def word(self, least=2):
        return "".join(self.chance.choice(SYLLABLES) for _ in range(self.chance.randint(least, 4))).capitalize()

    def statement(self, kind, value, rank="normal", qualifiers=None):
        snak = {"snaktype": "value", "property": "P0", "datavalue": {"value": value, "type": kind}, "datatype": kind}
        if value is None:
            snak = {"snaktype": self.chance.choice(["somevalue", "novalue"]), "property": "P0", "datatype": kind}
        statement = {"mainsnak": snak, "type": "statement", "id": f"Q1${self.chance.getrandbits(64):x}", "rank": rank}
        if qualifiers is not None:
            statement["qualifiers"] = qualifiers or []
            statement["qualifiers-order"] = list(qualifiers)
        if self.chance.random() < 0.6:
            return statement
        references = {"hash": f"{self.chance.getrandbits(160):040x}", "snaks": {"P248": [snak]}, "snaks-order": ["P248"]}
        statement["references"] = [references]
        return statement

    def item(self, number, **more):
        value = number and {"entity-type": "item", "numeric-id": int(number[1:]), "id": number}
        return self.statement("wikibase-entityid", value, **more)

    def time(self, least, most):
        year = self.chance.randint(least, most)
        precision = self.chance.choice([9, 10, 11, 11, 11, 8])
        month, day = (self.chance.randint(1, 12), self.chance.randint(1, 28)) if precision > 9 else (0, 0)
        if precision == 10:
            day = 0
        sign, calendar = ("-", "Q1985786") if self.chance.random() < 0.01 else ("+", "Q1985727")
        return {"time": f"{sign}{year:04}-{month:02}-{day:02}T00:00:00Z", "timezone": 0, "before": 0, "after": 0, "precision": precision,
                "calendarmodel": f"http://www.wikidata.org/entity/{calendar}"}

    def snaks(self, number, value):
        return {number: [{"snaktype": "value", "property": number, "hash": "0", "datavalue": {"value": value, "type": "time"}, "datatype": "time"}]}

    def terms(self):
        """Offices that somebody held, one behind the other; some without days, some with a successor alone."""
        held, year = [], self.chance.randint(1975, 2010)
        for _ in range(self.chance.choice([0, 1, 1, 2, 3, 5])):
            qualifiers = self.snaks("P580", self.time(year, year)) if self.chance.random() < 0.9 else {}
            year += self.chance.randint(1, 5)
            if self.chance.random() < 0.7:
                qualifiers |= self.snaks("P582", self.time(year, year))
            elif self.chance.random() < 0.3:
                qualifiers["P1366"] = [{"snaktype": "value", "property": "P1366", "datavalue": self.item("Q1")["mainsnak"]["datavalue"]}]
            elif self.chance.random() < 0.1:
                qualifiers["P582"] = [{"snaktype": "somevalue", "property": "P582", "hash": "0", "datatype": "time"}]
            rank = self.chance.choice(["normal", "normal", "normal", "preferred", "deprecated"])
            held.append(self.item(self.chance.choice(self.offices), rank=rank, qualifiers=qualifiers))
        return held

    def entity(self, number, name, claims, sites, about=None, aliases=()):
        labels = {code: {"language": code, "value": name} for code in ("fr", "en", "de", "nl", "es")}
        if self.chance.random() < 0.1:
            labels = {"mul": {"language": "mul", "value": name}}
        for heavy in self.chance.sample(HEAVY, 4):
            claims[heavy] = [self.statement("string", f"{self.chance.getrandbits(40):x}")]
        descriptions = {code: {"language": code, "value": text} for code, text in zip(("fr", "en"), about or ())}
        links = {site: {"site": site, "title": name, "badges": []} for site in SITES[:sites]}
        if sites:
            links["commonswiki"] = {"site": "commonswiki", "title": f"Category:{name}", "badges": []}
        return {"type": "item", "id": number, "labels": labels, "descriptions": descriptions or [],
                "aliases": {"en": [{"language": "en", "value": alias} for alias in aliases]} if aliases else [],
                "claims": claims, "sitelinks": links or [], "pageid": int(number[1:]), "ns": 0, "title": number,
                "lastrevid": self.chance.randint(1, 2**31), "modified": f"2026-0{self.chance.randint(1, 5)}-{self.chance.randint(1, 28):02}T09:00:00Z"}

    def person(self, number):
        name, woman = f"{self.word()} {self.word()}", self.chance.random() < 0.4
        public = self.chance.random() < 0.8
        claims = {"P31": [self.item("Q5")], "P21": [self.item("Q6581072" if woman else "Q6581097")],
                  "P27": [self.item(self.chance.choice(COUNTRIES)[0])], "P569": [self.statement("time", self.time(1930, 1990))],
                  "P106": [self.item(self.chance.choice(PUBLIC if public else OTHERS))]}
        if self.chance.random() < 0.2:
            claims["P570"] = [self.statement("time", self.chance.choice([None, self.time(1991, 2025)]))]
        held = self.terms() if public else []
        if held:
            claims["P39"] = held
        sites = self.chance.choice([0, 1, 3, 4, 6, 9, 30])
        aliases = [f"{name.split()[0][0]}. {name.split()[1]}", f"{name} {self.word()}", self.word()][: self.chance.randint(0, 3)]
        return self.entity(number, name, claims, sites, ("personnalité publique", "public figure"), aliases)

    def place(self, number):
        point = {"latitude": self.chance.uniform(-60, 70), "longitude": self.chance.uniform(-180, 180), "altitude": None,
                 "precision": 0.01, "globe": "http://www.wikidata.org/entity/Q2"}
        counts = [self.statement("quantity", {"amount": f"+{self.chance.randint(100, 10**6)}", "unit": "1"},
                                 qualifiers=self.snaks("P585", self.time(year, year))) for year in (2001, 2021, 2011)]
        claims = {"P31": [self.item("Q515")], "P17": [self.item(self.chance.choice(COUNTRIES)[0])], "P1082": counts,
                  "P625": [self.statement("globecoordinate", point)]}
        return self.entity(number, self.word(3), claims, self.chance.choice([1, 4, 8, 30]), ("ville", "city"))

    def organisation(self, number):
        claims = {"P31": [self.item("Q43229")], "P17": [self.item(self.chance.choice(COUNTRIES)[0])], "P159": [self.item("Q90")]}
        return self.entity(number, f"{self.word()} {self.word()} Group", claims, self.chance.choice([0, 3, 8]), ("entreprise", "company"))

    def other(self, number):
        sort = self.chance.randint(0, 5)
        if sort == 0:
            return {"type": "property", "datatype": "string", "id": number.replace("Q", "P"), "labels": [], "claims": []}
        if sort == 1:
            return {"type": "lexeme", "id": number.replace("Q", "L"), "lemmas": {"en": {"language": "en", "value": "word"}},
                    "claims": [], "forms": [{"id": "L1-F1", "representations": []}], "senses": []}
        if sort == 2:
            return {"type": "redirect", "id": number, "redirect": "Q1"}
        claims = {"P31": [self.item(self.chance.choice(["Q13442814", "Q523", "Q4167836"]))]}
        for at in range(8):
            claims[f"P{2860 + at}"] = [self.item(f"Q{self.chance.randint(1, 10**8)}") for _ in range(2)]
        return self.entity(number, " ".join(self.word() for _ in range(8)), claims, 0)

    def office(self, at):
        fr, en, woman = OFFICES[at % len(OFFICES)]
        of = self.word()
        form = {"text": f"{woman} de {of}", "language": "fr"}
        entity = self.entity(self.offices[at], "x", {"P31": [self.item("Q4164871")], "P2521": [self.statement("monolingualtext", form)]}, 3)
        entity["labels"] = {"fr": {"language": "fr", "value": f"{fr} de {of}"}, "en": {"language": "en", "value": f"{en} of {of}"}}
        return entity

    def country(self, at):
        number, iso = COUNTRIES[at]
        claims = {"P31": [self.item("Q6256")], "P297": [self.statement("string", iso)]} if iso else {"P31": [self.item("Q3624078")]}
        return self.entity(number, self.word(3), claims, 30)

    def line(self, at):
        if at % 10_000 == 77 and at // 10_000 < len(COUNTRIES):
            return self.country(at // 10_000)
        if at % 1000 == 500 and at // 1000 < len(self.offices):
            return self.office(at // 1000)
        make = self.chance.choices([self.person, self.place, self.organisation, self.other], [40, 15, 5, 40])[0]
        return make(f"Q{10**6 + at}")

    def write(self, out):
        out.write(b"[\n")
        for at in range(self.count):
            line = json.dumps(self.line(at), ensure_ascii=False, separators=(",", ":")).encode()
            comma = b"" if at == self.count - 1 else b","
            if at % 20_000 == 19_999:
                line = [line[: len(line) // 2], b"<html>502 Bad Gateway</html>", b'{"type":"item","labels":[]}', b'{"id":"\xff\xfe"}'][at // 20_000 % 4]
            out.write(line + comma + b"\n")
        out.write(b"]\n")


if __name__ == "__main__":
    Dump(int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1).write(sys.stdout.buffer)
