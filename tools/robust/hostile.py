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
    "html": ("<div>", None),
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
    "html: div": ("<div>", None),
    "html: b": ("<b>", None),
    "html: comment": ("<!--", None),
    "html: p": ("<p>Le 30 novembre.", None),
    "asciidoc: *": ("*a", None),
    "asciidoc: |": ("|", None),
    "asciidoc: list": ("* a\n", None),
    "rst: ..": (".. a\n", None),
    "rst: *": ("*a", None),
    "latex: {": ("{", None),
    "latex: environment": ("\\begin{a}", None),
    "typst: list": ("- ", None),
    "typst: $#": ("$#", None),
    "typst: emphasis": ("*_", None),
    "org: *": ("*a", None),
    "org: drawer": (":a:\n", None),
    "org: headline": ("* a\n", None),
}


def text(kind, size):
    unit, make = KINDS[kind]
    return make(size) if make else (unit * (size // len(unit.encode()) + 1))


def seconds(program, draft, language, markup):
    line = json.dumps({"id": "x", "text": draft, "date": "2020-12-17", "language": language, "format": markup}) + "\n"
    began = time.monotonic()
    done = subprocess.run([program, "check", "--jsonl"], input=line.encode(), capture_output=True)
    took = time.monotonic() - began
    if done.returncode == 2 or b'"error"' in done.stdout[:200] or not done.stdout:
        raise SystemExit(f"failed: {done.returncode} {done.stdout[:200]} {done.stderr[:300]}")
    return took


def main():
    program = sys.argv[1]
    small = int(sys.argv[2]) * 1000 if len(sys.argv) > 2 else 1_000_000
    factor = int(sys.argv[3]) if len(sys.argv) > 3 else 10
    bad = False
    for kind in KINDS:
        language = "en" if kind.endswith(" en") else "fr"
        markup = kind.split(":")[0] if ":" in kind else "markdown"
        times = [seconds(program, text(kind, size), language, markup) for size in (small, small * factor)]
        ratio = times[1] / times[0] / factor
        bad |= ratio > 3
        print(f"{kind:20} {times[0]:8.2f} s {times[1]:8.2f} s {ratio:6.2f}{'  <<<' if ratio > 3 else ''}", flush=True)
    sys.exit(bad)


if __name__ == "__main__":
    main()
