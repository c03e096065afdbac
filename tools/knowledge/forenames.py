#!/usr/bin/env python3
"""Builds src/knowledge/forenames.tsv from two lists (CC0) and the hand table forenames.txt.

    forenames.py FORENAMES.tsv US_OFFICES.json

The first is made of sigpwned/popular-names-by-country-dataset (name, gender, country), the second of
unitedstates/congress-legislators (members of Congress with first name and gender).
"""

import csv
import json
import sys
from pathlib import Path

from rebuild import OUT, fold

HERE = Path(__file__).resolve().parent


def listed(names_file, offices_file):
    """Name and gender, as the lists have them."""
    with open(names_file) as lines:
        yield from ((row["name"], row["gender"]) for row in csv.DictReader(lines, delimiter="\t"))
    yield from ((person["first"], person["gender"]) for person in json.loads(Path(offices_file).read_text()))


def by_hand():
    for line in (HERE / "forenames.txt").read_text().splitlines():
        if line and not line.startswith("#"):
            gender, names = line.split(":")
            yield gender, names.split()


def collect(pairs):
    """The genders of each name under its key, and one spelling of it; names of several words are left out."""
    genders, spelling = {}, {}
    for name, gender in pairs:
        if len(fold(name)) > 1 and " " not in name:
            genders.setdefault(fold(name), set()).update(gender)
            spelling.setdefault(fold(name), name)
    return genders, spelling


def main():
    hand = list(by_hand())
    pairs = [(name, gender) for gender, names in hand if gender != "-" for name in names]
    genders, spelling = collect([*pairs, *listed(*sys.argv[1:])])
    left_out = {fold(name) for gender, names in hand if gender == "-" for name in names}
    lines = ["# Built by tools/knowledge/forenames.py: change forenames.txt there, not this file.", "gender\tnames"]
    for gender in ("F", "M", "FM"):
        names = sorted(key for key in genders if genders[key] == set(gender) and key not in left_out)
        for letter in sorted({key[0] for key in names}):
            lines.append(gender + "\t" + "|".join(spelling[key] for key in names if key[0] == letter))
    (OUT / "forenames.tsv").write_text("\n".join(lines) + "\n")
    print(f"forenames.tsv: {len(genders)} names")


if __name__ == "__main__":
    main()
