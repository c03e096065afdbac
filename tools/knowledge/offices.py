#!/usr/bin/env python3
"""Builds src/knowledge/leaders.tsv and src/knowledge/congress.tsv: office holders from two lists that may be carried over.

    ./offices.py LEADERS_FACTBOOK.json US_OFFICES.json

LEADERS_FACTBOOK.json is a list of heads of state and government as the CIA World Factbook named them from 2015 to 2026
(public domain), US_OFFICES.json the members of the US Congress of June 2026 (unitedstates/congress-legislators, CC0).
Only offices that the lists name plainly are kept. The Factbook was late by up to three months, and does not say when somebody
left: that is the successor's first day, and an office without a successor's day near the last time that the Factbook named its
holder is left out, as is one that somebody else took in between. Whoever has a card in people.tsv is left out too.
"""

import json
import re
import sys
import unicodedata
from datetime import datetime
from pathlib import Path

HERE = Path(__file__).resolve().parent
OUT = HERE.parent.parent / "src" / "knowledge"
COLUMNS = "fr en gender born died country from until fr_role en_role as_of source fr_note en_note".split()
# The office as the Factbook names it: man, woman, unknown, and English; {m}, {f} are the country's adjectives.
ROLES = {
    "President": ("président {m}", "présidente {f}", "à la tête de l'État {m}", "president of {en}"),
    "Prime Minister": ("Premier ministre {m}", "Première ministre {f}", "à la tête du gouvernement {m}",
                       "prime minister of {en}"),
    "Vice President": ("vice-président {m}", "vice-présidente {f}", "", "vice president of {en}"),
    "First Vice President": ("premier vice-président {m}", "première vice-présidente {f}", "",
                             "first vice president of {en}"),
    "Deputy Prime Minister": ("vice-Premier ministre {m}", "vice-Première ministre {f}", "",
                              "deputy prime minister of {en}"),
    "Interim President": ("président {m} par intérim", "présidente {f} par intérim", "", "interim president of {en}"),
    "Acting President": ("président {m} par intérim", "présidente {f} par intérim", "", "acting president of {en}"),
    "Transitional President": ("président {m} de transition", "présidente {f} de transition", "",
                               "transitional president of {en}"),
    "Interim Prime Minister": ("Premier ministre {m} par intérim", "Première ministre {f} par intérim", "",
                               "interim prime minister of {en}"),
    "Caretaker Prime Minister": ("Premier ministre {m} intérimaire", "Première ministre {f} intérimaire", "",
                                 "caretaker prime minister of {en}"),
    "King": ("roi, {fr}", "roi, {fr}", "roi, {fr}", "king, {en}"),
    "Chancellor": ("chancelier {m}", "chancelière {f}", "", "chancellor of {en}"),
}
# Countries that the Factbook names otherwise, or that the list leaves without a name.
NAMES = {
    "DRC": "CD", "Burma": "MM", "Cote d'Ivoire": "CI", "Holy See (Vatican City)": "", "Czechia": "CZ", "The Gambia": "GM",
    "The Bahamas": "BS", "Cabo Verde": "CV", "Turkey": "TR", "Timor-Leste": "TL", "The Dominican": "DO",
    "Macedonia": "MK", "Swaziland": "SZ", "Congo (Brazzaville)": "CG", "Sao Tome and Principe": "ST",
}
CODES = {"ae": "AE", "ct": "CF", "fm": "FM", "sk": ""}
# Days by which the Factbook was late at most.
LATE = 92
ARTICLE = "NL PH BS MV GM CF CD KM SB MH AE DO SC US CG GB CZ".split()


def fold(name):
    """The key under which two spellings are one name; src/knowledge/fold.rs does the same."""
    plain = unicodedata.normalize("NFKD", name.casefold().replace("œ", "oe").replace("ø", "o").replace("ł", "l"))
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter)).replace(".", "")
    return " ".join(re.sub(r"[\s'‘’ʼ`´ʻʿ‐-―-]+", " ", plain).split())


def table(file):
    """The cells of every line of a table."""
    lines = [line for line in (OUT / file).read_text().splitlines() if line and not line.startswith("#")]
    head = lines[0].split("\t")
    for line in lines[1:]:
        cells = line.split("\t")
        yield dict(zip(head, cells + [""] * (len(head) - len(cells))))


class Countries:
    """What a country and what is of it are called."""

    def __init__(self):
        self.by_name, self.of = {}, {}
        for row in table("countries.tsv"):
            if row["kind"] != "country":
                continue
            fr, en = row["fr"].split("|"), (row["en"] or row["fr"]).split("|")
            adjectives = row["fr_demonyms"].split("|")
            feminine = adjectives[1] if len(adjectives) > 1 and adjectives[1].endswith("e") else adjectives[0]
            iso = row["iso"]
            name = ("the " if iso in ARTICLE else "") + en[0]
            self.of[iso] = {"m": adjectives[0], "f": feminine, "fr": fr[0], "en": name}
            self.by_name.update({fold(one): iso for one in en})

    def iso(self, leader):
        name = (leader["country"] or "").replace("&nbsp;", "")
        return NAMES.get(name) or CODES.get(leader["cc"]) or self.by_name.get(fold(name))


class Known:
    """Who has a card of our own."""

    def __init__(self):
        self.names, self.starts, self.surnames = set(), set(), set()
        for row in table("people.tsv"):
            names = [name.lstrip("~") for cell in ("fr", "en") for name in row[cell].split("|") if name] or names
            self.names.update(fold(name) for name in names)
            self.surnames.update((row["country"], fold(name).split()[-1]) for name in names)
            if row["from"]:
                self.starts.add((row["country"], row["en_role"], row["from"][:7]))

    def has(self, names, iso, offices):
        """Under one of these names, under the same surname in that country, or in the same office from the same month."""
        same = any(fold(name) in self.names for name in names)
        starts = any((iso, role, day[:7]) in self.starts for _, role, day, _ in offices)
        return same or starts or any((iso, fold(name).split()[-1]) in self.surnames for name in names)


def genders():
    """The gender of every forename that is known with one."""
    rows = list(table("forenames.tsv"))
    return {fold(name): row["gender"] for row in rows for name in row["names"].split("|")}


def small(word):
    """`GONZÁLEZ-Ruiz` and `AL-MAKTUM` in ordinary letters; words that are not all capitals stay."""
    return re.sub(r"[^\W\d_]{2,}", ordinary, word)


def ordinary(part):
    capitals = part[0].isupper() and not re.fullmatch("[IVX]+", part[0])
    return part[0].capitalize() if capitals else part[0]


def spelt(raw):
    """Forenames and surname as written in news, and without the names in the middle."""
    raw = re.sub(r"\(.*?\)|\".*?\"|[\"“”]", " ", raw)
    words = [word for word in raw.split() if word not in ("Sir", "Dame", "Dr.", "Gen.", "Sheikh")]
    if not 2 <= len(words) <= 6 or not any(len(word) > 1 and word.isupper() for word in words):
        return []
    names = [" ".join(small(word) for word in words)]
    first = next((at for at, word in enumerate(words) if len(word) > 1 and word.isupper()), 0)
    if first > 1 and words[first - 1][0].isupper():
        names.append(" ".join(small(word) for word in [words[0], *words[first:]]))
    return names


def day(text):
    try:
        return datetime.strptime(text.strip(), "%d %B %Y").strftime("%Y-%m-%d")
    except ValueError:
        return ""


class Terms:
    """When an office began, and when the list named its holder last."""

    def __init__(self, listed, countries):
        self.last, self.starts = {}, {}
        for leader in listed:
            iso = countries.iso(leader)
            for role, since in leader["roles"].items():
                key = (iso, role.strip(), day(since))
                self.last[key] = max(leader["last"], self.last.get(key, ""))
                self.starts.setdefault((iso, office(role)), set()).add(day(since))

    def end(self, iso, role, since):
        """The last day of it, empty while it was held in May 2026; `None` where it is not known."""
        last, others = self.last[(iso, role, since)], sorted(self.starts[(iso, office(role))])
        later = [start for start in others if start > since]
        near = [start for start in later if abs(days(start) - days(last)) <= LATE]
        until = "" if last >= "2026-05" else near[0] if near else None
        between = [start for start in later if days(start) < days(until or last) - LATE]
        return None if between else until


def office(role):
    """`Interim President` and `President` follow each other."""
    return " ".join(word for word in role.split() if word not in ("Interim", "Acting", "Transitional", "Caretaker"))


def days(text):
    return datetime.strptime(text, "%Y-%m-%d").toordinal()


def leaders(file, countries, known):
    """A card for each person: the offices that the list names plainly. Two spellings that took one office on one day are
    one person."""
    listed = json.loads(Path(file).read_text())
    terms, gender_of, cards, of_office = Terms(listed, countries), genders(), {}, {}
    for leader in listed:
        iso, names = countries.iso(leader), spelt(leader["name"])
        if not iso or not names or iso == "US":
            continue
        gender = gender_of.get(fold(names[0]).split()[0], "")
        offices = {(role.strip(), day(since)) for role, since in leader["roles"].items()}
        said = [one for role, since in offices if (one := held(iso, role, since, gender, countries, terms))]
        if said and not known.has(names, iso, said):
            key = next((of_office[(iso, *one)] for one in offices if (iso, *one) in of_office), (iso, fold(names[-1])))
            card = cards.setdefault(key, ([], gender, iso, []))
            card[0].extend(name for name in names if fold(name) not in map(fold, card[0]))
            card[3].extend(one for one in said if one[1:3] not in [other[1:3] for other in card[3]])
            of_office.update({(iso, *one): key for one in offices})
    return cards.values()


def held(iso, role, since, gender, countries, terms):
    """French, English, first day, last day; nothing where the list does not say it plainly."""
    until = terms.end(iso, role, since) if role in ROLES and since else None
    if until is None:
        return None
    man, woman, unknown, english = ROLES[role]
    french = {"M": man, "F": woman}.get(gender, unknown)
    said = countries.of[iso]
    return (french.format(**said), english.format(**said), since, until) if french else None


def leader_rows(cards):
    for names, gender, iso, offices in sorted(cards, key=lambda card: (card[2], card[0])):
        for at, (fr, en, since, until) in enumerate(sorted(offices, key=lambda office: office[2], reverse=True)):
            row = {"country": iso, "from": since, "until": until, "fr_role": fr, "en_role": en}
            first = {"fr": "|".join(names), "gender": gender.replace("FM", ""), "as_of": "2026-05-17",
                     "source": "CIA World Factbook"}
            yield row | (first if at == 0 else {})


def congress_rows(file, known):
    for member in json.loads(Path(file).read_text()):
        house = {"sen": ("sénateur", "sénatrice", "US senator"), "rep": ("représentant", "représentante",
                 "member of the US House of Representatives")}.get(member["office"])
        names = called(member)
        if not house or any(fold(name) in known.names for name in names):
            continue
        state = STATES.get(member["state"])
        if not state:
            continue
        title = house[member["gender"] == "F"]
        yield {"fr": "|".join(names), "gender": member["gender"], "born": member["born"], "country": "US",
               "fr_role": f"{title} {'américaine' if member['gender'] == 'F' else 'américain'} ({state[0]})",
               "en_role": f"{house[2]} ({state[1]})", "as_of": "2026-06", "source": "congress-legislators"}
        yield {"country": "US", "from": member["since"], "fr_role": "membre du Congrès des États-Unis",
               "en_role": "member of the US Congress"}


def called(member):
    """The forms of a name that news uses: with and without initials, with the nickname."""
    plain = re.sub(r",? (Jr|Sr|I+)\.?$", "", member["name"])
    short = " ".join(word for word in plain.split() if not re.fullmatch(r"\w\.", word))
    forms = [member["name"].replace(",", ""), plain, short]
    if member["nickname"]:
        forms.insert(0, f"{member['nickname']} {member['last']}")
    return list({fold(form): form for form in reversed(forms) if " " in form}.values())[::-1]


def states():
    """Each state by its postal code, in French and English."""
    codes = dict(pair.split(":") for pair in (HERE / "states.txt").read_text().split("\n") if pair[:1].isalpha())
    named = {row["en"] or row["fr"]: row["fr"] for row in table("regions.tsv") if row["countries"] == "US"}
    named = {en.split("|")[0]: fr.split("|")[0] for en, fr in named.items()}
    state = lambda name: name if name in named else f"{name} State"
    return {code: (named[state(name)], name) for code, name in codes.items() if state(name) in named}


def write(file, rows):
    lines = ["# Built by tools/knowledge/offices.py: a card that should say more belongs in people.tsv.", "\t".join(COLUMNS)]
    lines += ["\t".join(row.get(column, "") for column in COLUMNS).rstrip("\t") for row in rows]
    (OUT / file).write_text("\n".join(lines) + "\n")
    print(f"{file}: {sum(not line.startswith(chr(9)) for line in lines) - 2} people")


STATES = {}


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    STATES.update(states())
    known = Known()
    write("leaders.tsv", leader_rows(leaders(sys.argv[1], Countries(), known)))
    write("congress.tsv", congress_rows(sys.argv[2], known))


if __name__ == "__main__":
    main()
