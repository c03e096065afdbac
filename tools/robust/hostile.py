#!/usr/bin/env python3
"""Hostile texts, each in two sizes: how long `copydesk check --jsonl` takes for them, and whether that grows with the length alone.

usage: hostile.py PROGRAM [SMALL_KB [FACTOR]]      (1000 KB and 10 unless told)

Prints a line for each kind: seconds for the small text, seconds for the one FACTOR times as long, and the ratio of
the two divided by FACTOR (1 is linear). Ends with 1 where a ratio is above 3, or the program failed."""
import json
import subprocess
import sys
import time

KINDS = {
    "prose": ("Le ministre Jean Dupont a annoncé jeudi 17 décembre 2020 à Paris que 2.500 soldats partiront.\n\n", None),
    "prose en": ("Minister Jane Smith said on Thursday, Dec. 17, 2020 in London that 2,500 soldiers will leave.\n\n", None),
    "one line": ("Le ministre a annoncé jeudi que 2.500 soldats partiront de la ville. ", None),
    "digits": ("1", None),
    "groups": ("1.234.", None),
    "numbers": ("12 ", None),
    "capitals": ("A", None),
    "capital words": ("Jean Dupont ", None),
    "capital letters": ("J. ", None),
    "quotes": ('"', None),
    "guillemets": ("« ", None),
    "brackets": ("(", None),
    "nested list": (None, lambda n: "".join("  " * (i % 60) + "- a\n" for i in range(n // 64))),
    "nested quote": (None, lambda n: "> " * (n // 2) + "a"),
    "emphasis": ("*a _b ", None),
    "links": ("[a](", None),
    "divisions": ("<div>", None),
    "table": (None, lambda n: "|a|b|\n|-|-|\n" + "|12|13|\n" * (n // 8)),
    "short lines": ("a\n", None),
    "blank lines": ("\n", None),
    "same noun": ("Il y avait 12 soldats. Il y avait 13 soldats. ", None),
    "same noun apart": ("Il y avait 12 soldats.\n\nIl y avait 13 soldats.\n\n", None),
    "other nouns": (None, lambda n: "".join(f"Il y avait {i} mot{i}s.\n\n" for i in range(n // 24))),
    "other names": (None, lambda n: "".join(f"Jean Nom{chr(97 + i % 26)}{chr(97 + i // 26 % 26)}{chr(97 + i // 676 % 26)} a dit. " for i in range(n // 20))),
    "near names": (None, lambda n: "".join(f"Jean Dupont{chr(97 + i % 26)} a dit. Jean Dupon{chr(97 + i // 26 % 26)}.\n\n" for i in range(n // 36))),
    "weekdays": ("jeudi ", None),
    "dates": ("le 17 décembre 2020, ", None),
    "ranges": ("du 3 au 7 mai, soit quatre jours, ", None),
    "scales": ("million ", None),
    "hedges": ("plus de ", None),
    "number words": ("vingt et un ", None),
    "hyphens": ("a-", None),
    "apostrophes": ("l'", None),
    "combining marks": ("e\u0301", None),
    "emoji": ("\U0001F469\u200d\U0001F680", None),
    "narrow spaces": ("1\u202f000\u202f", None),
    "nulls": ("\0", None),
    "sums": ("12 morts et 8 blessés, soit 21 victimes, dont 3 enfants et 4 femmes, ", None),
    "percentages": ("de 20 % à 30 %, soit une hausse de 50 %, ", None),
    "brackets of figures": ("50 km (31 miles) ", None),
    "other dates": (None, lambda n: "".join(f"Le {i % 28 + 1} mars {1900 + i % 150}, une attaque a eu lieu. " for i in range(n // 44))),
    "dates apart": (None, lambda n: "".join(f"L'attaque de la mairie a eu lieu le {i % 2 + 12} mars 2014.\n\n" for i in range(n // 56))),
    "weekdays and dates": (None, lambda n: "".join(f"jeudi {i % 28 + 1} décembre 2020\n" for i in range(n // 24))),
    "agenda": (None, lambda n: "".join(f"- {i % 28 + 1} mai : fête du quartier à 20 h\n" for i in range(n // 36))),
    "yesterday": ("hier, jeudi, ", None),
    "days later": ("Le 12 mars, il est parti. Trois jours plus tard, le 15 mars, il est revenu. ", None),
    "ages": ("Jean Dupont, 45 ans, né le 3 mai 1970, est mort. ", None),
    "one surname": ("Dupont a dit oui. ", None),
    "one surname slips": (None, lambda n: "".join("Dupond a dit.\n\n" if i % 5 == 0 else "Dupont a dit.\n\n" for i in range(n // 16))),
    "one name slips": (None, lambda n: "".join("Jean Dupond a dit. " if i % 5 == 0 else "Jean Dupont a dit. " for i in range(n // 20))),
    "names one letter apart": (None, lambda n: "".join(f"Jean D{letters(i)}pont a dit. " for i in range(n // 22))),
    "titles": (None, lambda n: "".join(f"Le ministre Jean Dupont a dit. Le sénateur Jean Dupont a ri. " for i in range(n // 64))),
    "same headline": (None, lambda n: "12 morts à Paris\n\n" + "".join(f"Il y a {i % 90 + 13} morts à Paris.\n\n" for i in range(n // 28))),
    "acronyms": (None, lambda n: "".join(f"L'Organisation {letters(i)} de la santé (O{letters(i).upper()}S) a dit. " for i in range(n // 50))),
    "one acronym": (None, lambda n: "".join(f"L'Organisation {letters(i)} de la santé (OMS) a dit. " for i in range(n // 50))),
    "scaled figures": (None, lambda n: "".join(f"Le déficit est de {i % 7 + 2},5 {'millions' if i % 2 else 'milliards'} d'euros.\n\n" for i in range(n // 46))),
    "percentages apart": (None, lambda n: "".join(f"Le chômage touche {i % 90},5 % des jeunes.\n\n" for i in range(n // 42))),
    "shares": ("Le budget : 20 % pour la ville, 30 % pour l'État, 40 % pour la région. ", None),
    "wide table": (None, lambda n: "".join(f"| ligne {i} | {i} | {2 * i} | 12 % | 3 mai 2020 |\n" for i in range(n // 50))),
    "sums apart": ("Au total 21 victimes, dont 12 morts et 8 blessés.\n\n", None),
    "list of figures": (None, lambda n: "Au total, 900 morts :\n\n" + "".join(f"- ville {i} : {i % 90} morts\n" for i in range(n // 24))),
    "capitals apart": (None, lambda n: "".join(f"M. {letters(i).title()}ard a parlé.\n\n" for i in range(n // 26))),
    "fences": ("```\n", None),
    "rules": ("a\n---\n", None),
    "headings": ("# Titre de 12 morts\n", None),
    "front matter": (None, lambda n: "---\n" + "title: a\n" * (n // 9)),
    "html nested html": ("<div><p><b>", None),
    "html open": ("<p>12 morts<table><tr><td>", None),
    "html entities": ("&eacute;&amp;", None),
    "html comments": ("<!-- ", None),
    "latex groups": ("{\\bf {", None),
    "latex environments": ("\\begin{quote} a ", None),
    "latex maths": ("$", None),
    "latex commands": ("\\a", None),
    "rst nested": (None, lambda n: "".join(" " * (i % 200) + "* a\n\n" for i in range(n // 104))),
    "rst roles": (":a:`", None),
    "rst lines": ("=\n", None),
    "org nested": (None, lambda n: "".join("*" * (i % 200 + 1) + " a\n" for i in range(n // 104))),
    "org drawers": (":a:\n", None),
    "org links": ("[[a][", None),
    "asciidoc blocks": ("====\n", None),
    "asciidoc lists": (None, lambda n: "".join("*" * (i % 5 + 1) + " a\n" for i in range(n // 6))),
    "asciidoc marks": ("*_`", None),
    "typst content": ("#[a ", None),
    "typst marks": ("*_$", None),
    "html div": ("<div>", None),
    "html b": ("<b>", None),
    "html p": ("<p>Le 30 novembre.", None),
    "asciidoc stars": ("*a", None),
    "asciidoc cells": ("|", None),
    "asciidoc items": ("* a\n", None),
    "rst comments": (".. a\n", None),
    "rst stars": ("*a", None),
    "latex braces": ("{", None),
    "latex one environment": ("\\begin{a}", None),
    "typst list": ("- ", None),
    "typst maths": ("$#", None),
    "typst emphasis": ("*_", None),
    "org stars": ("*a", None),
    "org headlines": ("* a\n", None),
}


def letters(number):
    return "".join(chr(97 + number // 26 ** place % 26) for place in range(4))


FORMATS = ["html", "latex", "rst", "org", "asciidoc", "typst"]


def text(kind, size):
    unit, make = KINDS[kind]
    return make(size) if make else (unit * (size // len(unit.encode()) + 1))


def seconds(program, draft, kind):
    language = "en" if kind.endswith(" en") else "fr"
    record = {"id": "x", "text": draft, "date": "2020-12-17", "language": language}
    markup = kind.split()[0]
    line = json.dumps(record | ({"format": markup} if markup in FORMATS else {})) + "\n"
    began = time.monotonic()
    done = subprocess.run([program, "check", "--jsonl"], input=line.encode(), capture_output=True)
    took = time.monotonic() - began
    if done.returncode == 2 or b'"error":' in done.stdout[:200] or not done.stdout:
        raise SystemExit(f"failed: {done.returncode} {done.stdout[:200]} {done.stderr[:300]}")
    return took


def main():
    program = sys.argv[1]
    small = int(sys.argv[2]) * 1000 if len(sys.argv) > 2 else 1_000_000
    factor = int(sys.argv[3]) if len(sys.argv) > 3 else 10
    bad = False
    for kind in KINDS:
        times = [seconds(program, text(kind, size), kind) for size in (small, small * factor)]
        ratio = times[1] / times[0] / factor
        bad |= ratio > 3
        print(f"{kind:20} {times[0]:8.2f} s {times[1]:8.2f} s {ratio:6.2f}{'  <<<' if ratio > 3 else ''}", flush=True)
    sys.exit(bad)


if __name__ == "__main__":
    main()
