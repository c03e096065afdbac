#!/usr/bin/env python3
"""Measures name-mismatch: the share of slips that are found, and of articles without known error that get an alarm.

    slips.py --bin target/release/copydesk --data DIR

DIR holds `news_LANGUAGE.jsonl` (articles: `id`, `text`, perhaps `title` and `date`) and `injected_LANGUAGE.jsonl` (articles with one
error: `doc`, `kind`, `changed` and `others` with `start_char` and `end_char`), perhaps `natural_names_LANGUAGE.jsonl` (published slips:
`doc`, `names`). Prints one row with alarms alone, and one that counts information too.
"""

import argparse
import json
import pathlib
import subprocess

ALARMS = ("error", "warning")


def load(path):
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()] if path.exists() else []


def findings(program, language, drafts):
    lines = (json.dumps({"id": str(n), "text": text, "language": language}) for n, text in enumerate(drafts))
    answers = subprocess.run([program, "check", "--jsonl"], input="\n".join(lines).encode(), stdout=subprocess.PIPE)
    for text, line in zip(drafts, answers.stdout.splitlines()):
        raw = text.encode()
        place = lambda one: tuple(len(raw[: one[end]].decode()) for end in ("start", "end"))
        found = (f for f in json.loads(line)["findings"] if f["check"] == "name-mismatch")
        yield [(f["severity"], [place(one) for one in (f, *f["related"])]) for f in found]


def share(found, wanted, severities):
    """Percent of the drafts with a finding of these severities at one of the places that are wanted; at any, where none is given."""
    def hit(places, spots):
        return spots is None or any(a < d and c < b for a, b in places for c, d in spots)
    hits = [any(s in severities and hit(places, spots) for s, places in one) for one, spots in zip(found, wanted)]
    return f"{100 * sum(hits) / len(hits):.1f}" if hits else "-"


def everywhere(text, names):
    return [(at, at + len(name)) for name in names for at in range(len(text)) if text.startswith(name, at)]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bin", required=True)
    parser.add_argument("--data", required=True, type=pathlib.Path)
    args = parser.parse_args()
    kinds = []
    for language in ("en", "fr"):
        news = [r for r in load(args.data / f"news_{language}.jsonl") if not r.get("natural_errors")]
        slips = [r for r in load(args.data / f"injected_{language}.jsonl") if r["kind"] == "e_name"]
        real = [r for r in load(args.data / f"natural_names_{language}.jsonl") if not r.get("accent_only")]
        spots = [[(one["start_char"], one["end_char"]) for one in (r["changed"], *r["others"])] for r in slips]
        texts = ["\n\n".join(filter(None, (r.get("title"), r["text"]))) for r in news]
        for kind, drafts, wanted in (
            ("clean", texts, [None] * len(texts)),
            ("slips", [r["doc"] for r in slips], spots),
            ("published", [r["doc"] for r in real], [everywhere(r["doc"], r["names"]) for r in real]),
        ):
            kinds.append((f"{kind}, {language}", list(findings(args.bin, language, drafts)), wanted))
    print("| | " + " | ".join(f"{kind} ({len(found)})" for kind, found, _ in kinds) + " |")
    for name, severities in (("alarms", ALARMS), ("and information", (*ALARMS, "information"))):
        print(f"| {name} | " + " | ".join(share(found, wanted, severities) for _, found, wanted in kinds) + " |")


if __name__ == "__main__":
    main()
