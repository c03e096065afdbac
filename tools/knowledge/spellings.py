#!/usr/bin/env python3
"""Lists every spelling that a French or English dictionary has, for src/knowledge/words.fst: `word<TAB>bits`, sorted.

    npm  dictionary-fr 3.0.0      French, Grammalecte's Dicollecte (MPL-2.0)
    npm  dictionary-en 4.0.0      English of the United States, SCOWL (its own free licence)
    npm  dictionary-en-gb 3.0.0   English of Britain, SCOWL

Arguments: the folder with `fr`, `en` and `gb`, the words of each as `punmunch` lists them. Words are folded as
src/knowledge/fold.rs folds them. The bits are those of src/knowledge/words.rs.
"""

import sys
from pathlib import Path

from rebuild import fold

LOWER = {"fr": 1, "en": 4, "gb": 4}


def words(file):
    """The words of a list. Forms with an elision are left out, and the sign for "no ending" that punmunch leaves."""
    for line in file.read_text().splitlines():
        word = line.removesuffix("0").removesuffix("'s")
        if len(word) > 2 and word.replace("-", "").isalpha():
            yield word


def main():
    bits = {}
    for name, lower in LOWER.items():
        for word in words(Path(sys.argv[1]) / name):
            for part in fold(word).split():
                if part.isascii() and len(part) > 2:
                    bits[part] = bits.get(part, 0) | (lower if word[0].islower() else 2 * lower)
    for word in sorted(bits):
        print(word, bits[word], sep="\t")


if __name__ == "__main__":
    main()
