#!/usr/bin/env python3
"""Fits the weights of src/mention/name/weights/: how much each clue speaks for a person, a place or an organisation.

    fit.py --print target/quick/examples/name_clues --out en.tsv [--spare 4] LANGUAGE[*TIMES]:FILE[:SOURCE]...

A file has annotated texts in JSON, one a line: {"id", "source", "text", "entities": [[start, end, "PER" | "LOC" | "ORG"]]},
offsets in code points; or, where its name ends in .txt, a sentence a line with names marked as in `fr.txt`. Texts with SOURCE in their source are used, TIMES times. No text goes into the table: a row is a
clue (a class of words, a way of writing, a list of names) and the weights are those of a linear-chain conditional random
field, in hundredths. With `--spare N` every Nth group of texts is left out and measured (strict span F1).

Needs python-crfsuite (PyPI). The program that prints the clues is `cargo build --example name_clues`.
"""

import argparse
import json
import random
import re
import subprocess
from collections import Counter

import pycrfsuite

SORTS = ["PER", "LOC", "ORG"]
LABELS = ["O"] + [f"{part}-{sort}" for sort in SORTS for part in "BI"]


def records(spec):
    """The annotated texts that a file on the command line stands for: language, times, record."""
    head, path, *source = spec.split(":")
    language, _, times = head.partition("*")
    lines = open(path, encoding="utf-8").read().splitlines()
    marked_up = (marked(f"{path}_{n}", line) for n, line in enumerate(lines) if not line.startswith("#"))
    for record in marked_up if path.endswith(".txt") else map(json.loads, lines):
        if not source or any(part in record["source"] for part in source[0].split(",")):
            yield language, int(times or 1), record


def marked(name, line):
    """A sentence whose names are marked: `In [Paris|LOC].`"""
    text, entities = "", []
    for part in re.split(r"(\[[^|\]]*\|[A-Z]+\])", line):
        if part.startswith("[") and "|" in part:
            written, sort = part[1:-1].split("|")
            entities.append([len(text), len(text) + len(written), sort])
            part = written
        text += part
    return {"id": name, "source": "own", "text": text, "entities": entities}


def read(specs, program, shout=0):
    """Texts with their tokens and features; and the features' names."""
    texts = [one for spec in specs for one in records(spec)]
    texts += [(language, times, shouted(r)) for language, times, r in texts[::shout]] if shout else []
    asked = "".join(json.dumps({"id": r["id"], "text": r["text"], "language": language}) + "\n" for language, _, r in texts)
    answers = subprocess.run([program], input=asked.encode(), stdout=subprocess.PIPE, check=True).stdout.splitlines()
    names = dict(json.loads(answers.pop())["names"])
    out = []
    for (_, times, record), answer in zip(texts, answers):
        place, at = {}, 0
        for index, letter in enumerate(record["text"] + "\0"):
            place[at] = index
            at += len(letter.encode())
        tokens = [(place[s], place[e], opens, list(map(str, f))) for s, e, opens, f in json.loads(answer)["tokens"]]
        out.append((record, times, tokens))
    return out, names


def shouted(record):
    """The same text with its people and places in capitals, as datelines and listings have them."""
    text = list(record["text"])
    for start, end, sort in (entity[:3] for entity in record["entities"]):
        capitals = record["text"][start:end].upper()
        if sort != "ORG" and len(capitals) == end - start:
            text[start:end] = capitals
    return {**record, "text": "".join(text)}


def labels(record, tokens):
    out = ["O"] * len(tokens)
    for start, end, sort in sorted(tuple(entity[:3]) for entity in record["entities"]):
        inside = [at for at, (s, e, *_) in enumerate(tokens) if s < end and start < e]
        for at in inside if sort in SORTS else []:
            comma = sort == "LOC" and record["text"][tokens[at][0]] == ","
            opens = at == inside[0] or out[at - 1] == "O"
            out[at] = "O" if comma else ("B-" if opens else "I-") + sort
    return out


def sentences(tokens):
    cuts = [at for at, token in enumerate(tokens) if token[2] or at == 0] + [len(tokens)]
    return list(zip(cuts, cuts[1:]))


def train(texts, path, args):
    trainer = pycrfsuite.Trainer(verbose=False)
    for record, times, tokens in texts:
        wanted = labels(record, tokens)
        for start, end in sentences(tokens):
            for _ in range(times):
                trainer.append([token[3] for token in tokens[start:end]], wanted[start:end])
    trainer.set_params({"c1": args.c1, "c2": 0.01, "max_iterations": args.rounds, "feature.possible_transitions": True})
    trainer.train(path)


def spans(tokens, found):
    out, open_ = set(), None
    for at, label in enumerate([*found, "O"]):
        if open_ and label != f"I-{open_[1]}":
            out.add((tokens[open_[0]][0], tokens[at - 1][1], open_[1]))
            open_ = None
        if label != "O" and not open_:
            open_ = (at, label[2:])
    return out


def measure(texts, path):
    tagger = pycrfsuite.Tagger()
    tagger.open(path)
    right, found, gold = {}, {}, {}
    for record, _, tokens in texts:
        got = set()
        for start, end in sentences(tokens):
            got |= spans(tokens[start:end], tagger.tag([token[3] for token in tokens[start:end]]))
        wanted = {tuple(entity[:3]) for entity in record["entities"]}
        for counts, names in ((right, got & wanted), (found, got), (gold, wanted)):
            counts.setdefault(record["source"], Counter()).update(sort for *_, sort in names if sort in SORTS)
    for source in gold:
        f1 = lambda sorts: round(100 * 2 * sum(right[source][s] for s in sorts) / max(1, sum(found[source][s] + gold[source][s] for s in sorts)), 1)
        print(f"  {source}: " + ", ".join(f"{s} {f1([s])}" for s in SORTS) + f", all {f1(SORTS)}")


def group(record):
    """Texts of one outlet are left out together."""
    return re.sub(r"[_-]?\d+$", "", record["id"]) if "_" in record["id"] else record["id"]


def write(path, names, out):
    tagger = pycrfsuite.Tagger()
    tagger.open(path)
    info, rows = tagger.info(), {}
    for (feature, label), weight in info.state_features.items():
        if round(100 * weight):
            rows.setdefault(names[int(feature)], dict.fromkeys(LABELS, 0))[label] = round(100 * weight)
    lines = ["# Fitted by tools/names/fit.py: what is seen of a word, then the weights of " + ", ".join(LABELS) + "."]
    for number, label in enumerate(LABELS):
        steps = [round(100 * info.transitions.get((label, to), 0)) for to in LABELS]
        lines.append("\t".join([f"step {number}", *map(str, steps)]))
    lines += ["\t".join([name, *map(str, rows[name].values())]) for name in sorted(rows)]
    open(out, "w").write("\n".join(lines) + "\n")
    print(f"{out}: {len(lines)} lines")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--print", required=True, dest="program")
    parser.add_argument("--out")
    parser.add_argument("--model", default="/tmp/names.crf", help="where the fitted model is kept meanwhile")
    parser.add_argument("--c1", type=float, default=2.5)
    parser.add_argument("--rounds", type=int, default=120)
    parser.add_argument("--spare", type=int, default=0)
    parser.add_argument("--shout", type=int, default=0, help="add every Nth text once more, its names in capitals")
    parser.add_argument("--also", nargs="*", default=[], help="further texts to measure")
    parser.add_argument("texts", nargs="+")
    args = parser.parse_args()
    texts, names = read(args.texts, args.program, args.shout)
    if args.spare:
        groups = sorted({group(record) for record, *_ in texts})
        random.Random(1).shuffle(groups)
        spared = set(groups[:: args.spare])
        train([text for text in texts if group(text[0]) not in spared], args.model, args)
        measure([text for text in texts if group(text[0]) in spared] + read(args.also, args.program)[0], args.model)
    if args.out:
        train(texts, args.model, args)
        write(args.model, names, args.out)


if __name__ == "__main__":
    main()
