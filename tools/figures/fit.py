#!/usr/bin/env python3
"""fit.py: fits the weights of the figure checks (src/article/claims/weights.toml) to a folder of cases.

usage: cargo build --profile quick --example figure_pairs
       pip install numpy scipy
       tools/figures/fit.py --data DIR [--pairs target/quick/examples/figure_pairs] [--write]

DIR holds the cases that `evaluate.py` measures on, as JSON lines: news_LANG (articles without known error),
injected_LANG (one wrong figure each), natural_headline_figures_LANG, desk_LANG, contrasts. Copydesk itself measures every
pair of figures (examples/figure_pairs.rs); nothing is read or tokenised here.

The model is a logistic regression over all pairs of all articles at once, with a ridge, and with the sign of a weight
held where sense demands one (words that both figures share never speak against them). It is never fitted to single
articles. Weights are multiplied by SCALE and rounded; the threshold of a language is the least at which no more than TARGET
percent of its articles without error raise an alarm.

The table that is printed comes from cross-validation by article: each article is judged by weights, rounded as they will
be, that were fitted without it.
"""
import argparse, json, os, subprocess, sys
from collections import defaultdict

import numpy as np
from scipy.optimize import minimize

HERE = os.path.dirname(os.path.abspath(__file__))
WEIGHTS = os.path.join(HERE, "../../src/article/claims/weights.toml")

# What sense demands of a weight: that it speaks for the two being one thing (1), against it (-1), or either (0).
SIGNS = {
    "headline_lead": 1, "lead_alone": 1, "body_alone": 1, "telling": 1, "containment": 1,
    "same_before": 1, "same_behind": 1, "verbatim": 1, "duration": 0, "age": 0, "count": 0, "bare": -1, "digits_swapped": 1,
    "digit_changed": 1, "scale_changed": 1, "definite": 1, "from_lead": 1, "far_apart": -1, "many_values": -1,
    "both_supported": -1, "market": -1, "restated": -1, "crowded": -1, "same_company": 1, "other_company": -1,
    "hedged": -1, "echo": 1,
}
# A slip of digits and a stretch of time count for less than the fit would have it: the cases have more of them than
# newsrooms do, because of how their errors were made (figures_study.md, section 3). Of sentences said twice the cases have too few.
MOST = {"verbatim": 2.5, "digits_swapped": 2.5, "digit_changed": 1.5, "scale_changed": 1.5, "duration": 1.5}
FOLDS, TARGET, RIDGE, SCALE = 10, 0.75, 0.3, 4


def load(path):
    if not os.path.exists(path):
        return []
    with open(path, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def nth(text, quote, n):
    at = -1
    for _ in range(n or 1):
        at = text.find(quote, at + 1)
    return len(text[:at].encode()), len(text[:at + len(quote)].encode())


def cases(folder):
    """Every case: its set, language, text, the article that it is made of, and the two places of its fault."""
    for language in ("en", "fr"):
        for r in load(f"{folder}/news_{language}.jsonl"):
            if not r.get("natural_errors"):
                text = r["title"] + "\n\n" + r["text"] if r.get("title") else r["text"]
                yield dict(set="clean", language=language, text=text, date=r.get("date"), article=r["id"])
        for r in load(f"{folder}/injected_{language}.jsonl"):
            if r["kind"] == "a_figure":
                changed = (r["changed"]["start_byte"], r["changed"]["end_byte"])
                others = [(o["start_byte"], o["end_byte"]) for o in r["others"]]
                yield dict(set="injected", language=language, text=r["doc"], date=r.get("date"), article=r["orig_id"],
                           fault=(changed, others))
        for r in load(f"{folder}/desk_{language}.jsonl"):
            fault = None
            if r["expect"] and r["kind"] in ("figure", "headline", "magnitude"):
                x = r["expect"][0]
                fault = nth(r["text"], x["quote"], x.get("nth")), [nth(r["text"], x["other"], x.get("other_nth"))]
            if fault or not r["expect"]:
                yield dict(set="desk" if fault else "near miss", language=language, text=r["text"], date=r.get("date"),
                           article=r["id"], fault=fault)
        for r in load(f"{folder}/natural_headline_figures_{language}.jsonl"):
            yield dict(set="headline", language=language, text=r["doc"], date=r.get("date"), article=r["id"])
    for r in load(f"{folder}/contrasts.jsonl"):
        kind = "conflict" if r["expect"] == "conflict" else "contrast"
        yield dict(set=kind, language=r["lang"], text=r["text"], date=None, article=r["id"])


def measure(binary, found):
    """Adds what Copydesk measures about the pairs of each case."""
    def record(number, case):
        record = {"id": str(number), "text": case["text"], "language": case["language"]}
        return json.dumps(record | ({"date": case["date"]} if case["date"] else {}), ensure_ascii=False)
    body = "".join(record(number, case) + "\n" for number, case in enumerate(found))
    answers = subprocess.run([binary], input=body.encode(), stdout=subprocess.PIPE, check=True).stdout.decode()
    for case, line in zip(found, answers.splitlines(), strict=True):
        case |= json.loads(line)
    return next(case["names"] for case in found if case["names"])


def overlaps(claim, place):
    return claim["start"] < place[1] and place[0] < claim["end"]


class Pairs:
    """All pairs of all cases, one row each."""
    def __init__(self, found, names):
        self.found, self.names = found, names
        rows = [(number, case, pair) for number, case in enumerate(found) for pair in case["pairs"]]
        self.x = np.array([pair["features"] for _, _, pair in rows], float)
        self.case = np.array([number for number, _, _ in rows])
        self.true, self.touches = np.array([self.label(case, pair) for _, case, pair in rows], bool).T
        self.back = np.array([pair["back"] for _, _, pair in rows], bool)
        self.silent = np.array([pair["silent"] for _, _, pair in rows], bool)
        articles = {article: number for number, article in enumerate(dict.fromkeys(case["article"] for case in found))}
        self.article = np.array([articles[case["article"]] for _, case, _ in rows])
        # Of an article with a wrong figure only the pair of the fault is new; the others stand in the article itself.
        known = np.array([case["set"] in ("injected", "desk") for _, case, _ in rows], bool)
        self.learn = (self.true | ~known) & ~self.silent

    def label(self, case, pair):
        """Whether the pair is the fault of its case, and whether it touches either place of it."""
        if case["set"] == "conflict":
            return True, True
        if not case.get("fault"):
            return False, True
        changed, others = case["fault"]
        one, other = (case["claims"][number] for number in pair["claims"])
        is_other = lambda claim: any(overlaps(claim, place) for place in others)
        fault = overlaps(one, changed) and is_other(other) or overlaps(other, changed) and is_other(one)
        touches = any(overlaps(claim, place) for claim in (one, other) for place in [changed, *others])
        return fault, touches

    def fit(self, rows):
        """Weights and constant, from these rows; a measure is scaled by its spread, so that the ridge treats all alike."""
        scale = self.x.std(0) + 1e-9
        z, y, n = self.x[rows] / scale, self.true[rows].astype(float), len(self.names)

        def loss(t):
            score = z @ t[:n] + t[n]
            off = 1 / (1 + np.exp(-score)) - y
            value = (np.logaddexp(0, score) - y * score).sum() + (t[:n] ** 2).sum() / (2 * RIDGE)
            return value, np.append(z.T @ off + t[:n] / RIDGE, off.sum())

        def bound(name, spread):
            sign, most = SIGNS[name], MOST.get(name)
            top = None if most is None else most * spread
            return (0 if sign > 0 else None, 0 if sign < 0 else top)
        bounds = [bound(name, spread) for name, spread in zip(self.names, scale)] + [(None, None)]
        t = minimize(loss, np.zeros(n + 1), jac=True, method="L-BFGS-B", bounds=bounds, options={"maxiter": 500}).x
        return t[:n] / scale, t[n]

    def points(self, weights, rows):
        """Points as the program counts them."""
        points = np.floor(self.x[rows] @ weights + 0.5)
        return np.where(self.silent[rows], -99, points)

    def crossed(self, seed):
        """The points of every pair, by weights fitted without its article."""
        fold = np.random.RandomState(seed).randint(0, FOLDS, self.article.max() + 1)[self.article]
        points = np.zeros(len(fold))
        for number in range(FOLDS):
            weights, constant = self.fit(self.learn & (fold != number))
            rows = fold == number
            # Each fold has a constant of its own; the table has one threshold. They are put on one scale.
            points[rows] = self.points(np.round(SCALE * weights), rows) + np.round(SCALE * constant)
        return points


def rates(pairs, points, threshold, back=True):
    """Percent of the cases of each set and language with an alarm (that touches their fault, if they have one)."""
    alarm = (points >= threshold) | (back & pairs.back)
    alarmed = set(pairs.case[alarm & pairs.touches])
    hits, all_ = defaultdict(int), defaultdict(int)
    for number, case in enumerate(pairs.found):
        for key in {(case["set"], case["language"]), (case["set"], "all")}:
            all_[key] += 1
            hits[key] += number in alarmed
    return {key: 100 * hits[key] / all_[key] for key in all_}


COLUMNS = [("clean", "en"), ("injected", "en"), ("clean", "fr"), ("injected", "fr"), ("headline", "all"),
           ("contrast", "all"), ("conflict", "all"), ("desk", "all"), ("near miss", "all")]


def table(pairs, runs, thresholds, back=True):
    """The trade-off, as Markdown."""
    lines = ["| points | " + " | ".join(f"{a} {b}".replace(" all", "") for a, b in COLUMNS) + " |",
             "| --- " * (len(COLUMNS) + 1) + "|"]
    for threshold in thresholds:
        found = [rates(pairs, points, threshold, back) for points in runs]
        mean = lambda key: np.mean([rate.get(key, np.nan) for rate in found])
        lines.append(f"| {threshold:.0f} | " + " | ".join(f"{mean(key):.2f}" if key[0] == "clean" else f"{mean(key):.0f}"
                                                       for key in COLUMNS) + " |")
    return "\n".join(lines)


def least(pairs, runs, thresholds, language):
    """The least threshold at which few enough of the articles without error raise an alarm."""
    clean = lambda t: np.mean([rates(pairs, points, t)["clean", language] for points in runs])
    return next((t for t in thresholds if clean(t) <= TARGET), thresholds[-1])


HEAD = """# How much each measure of a pair of figures counts (src/article/claims/features.rs tells what each one is), and how
# many points make an alarm in a draft of each language. Written by tools/figures/fit.py; docs/accuracy.md shows what other thresholds would do.

"""


def write(names, weights, alarm):
    lines = [f"# Points below an alarm that are still worth a look.\nlook = {SCALE // 2}\n\n[alarm]\n"]
    lines += [f"{language} = {points}\n" for language, points in alarm.items()] + ["\n[weights]\n"]
    lines += [f"{name} = {int(weight)}\n" for name, weight in zip(names, weights)]
    with open(WEIGHTS, "w", encoding="utf-8") as out:
        out.write(HEAD + "".join(lines))


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--data", required=True, help="the folder of cases")
    arguments.add_argument("--pairs", default=os.path.join(HERE, "../../target/quick/examples/figure_pairs"))
    arguments.add_argument("--write", action="store_true", help="write weights.toml")
    arguments = arguments.parse_args()
    found = list(cases(arguments.data))
    names = measure(arguments.pairs, found)
    if set(names) != set(SIGNS):
        sys.exit(f"SIGNS and the program measure different things: {set(names) ^ set(SIGNS)}")
    pairs = Pairs(found, names)
    print(f"{len(found)} cases, {len(pairs.x)} pairs, {pairs.true.sum()} of them faults\n")
    runs = [pairs.crossed(seed) for seed in range(3)]
    weights, constant = pairs.fit(pairs.learn)
    weights, constant = np.round(SCALE * weights), round(SCALE * constant)
    print("cross-validated by article, three times (percent of cases with an alarm):\n")
    shift = -int(constant)
    # What was put on one scale is shown as points of the table that is written.
    runs = [points + shift for points in runs]
    thresholds = range(shift - 6, shift + 9)
    print(table(pairs, runs, thresholds), "\n")
    print("without figures that refer back:\n")
    print(table(pairs, runs, thresholds, back=False), "\n")
    alarm = {language: least(pairs, runs, thresholds, language) for language in ("en", "fr")}
    print("fitted to all:", {name: int(weight) for name, weight in zip(names, weights)}, "alarm", alarm)
    if arguments.write:
        write(names, weights, alarm)


if __name__ == "__main__":
    main()
