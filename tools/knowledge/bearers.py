#!/usr/bin/env python3
"""Builds the lists of src/knowledge/bearers/, by which people and villages are recognised and of which nothing is shown.

    bearers.py FAKER_PACKAGE COMMUNES_JSON

The folder is that of the package `faker` (PyPI, MIT), whose tables of surnames and forenames are read; the file is
`data/communes.json` of the package `@etalab/decoupage-administratif` (npm; data: Licence Ouverte 2.0).
"""

import importlib
import json
import sys
import unicodedata
from pathlib import Path

from rebuild import OUT, fold

BEARERS = OUT / "bearers"


def latin(name):
    return all(c in " -'’." or "LATIN" in unicodedata.name(c, "") for c in name)


def listed(package):
    """Kind (surname or forename) and name, as the package has them for its locales."""
    sys.path.insert(0, str(Path(package).parent))
    for folder in sorted((Path(package) / "providers/person").iterdir()):
        if "_" not in folder.name or folder.name.startswith("__"):
            continue
        provider = importlib.import_module(f"faker.providers.person.{folder.name}").Provider
        for attribute in dir(provider):
            values, kind = getattr(provider, attribute), kind_of(attribute)
            if kind and isinstance(values, (tuple, list, dict)):
                yield from ((kind, name) for name in values if isinstance(name, str) and latin(name))


def kind_of(attribute):
    if any(part in attribute for part in ("format", "prefix", "suffix")):
        return None
    if any(part in attribute for part in ("last", "surname", "family")):
        return "surnames"
    return "forenames" if "first" in attribute or "male" in attribute else None


def write(name, keys):
    (BEARERS / f"{name}.txt").write_text("\n".join(sorted(keys)) + "\n")
    print(f"bearers/{name}.txt: {len(keys)} lines")


def main():
    names = {"surnames": set(), "forenames": set()}
    for kind, name in listed(sys.argv[1]):
        names[kind].update(part for part in [fold(name)] if len(part) > 1 and " " not in part)
    communes = {fold(commune["nom"]) for commune in json.loads(Path(sys.argv[2]).read_text())}
    names["communes"] = {name for name in communes if len(name) > 3}
    for kind, keys in names.items():
        write(kind, keys)


if __name__ == "__main__":
    BEARERS.mkdir(exist_ok=True)
    main()
