#!/usr/bin/env bash
# What the program is made of, and that it keeps to itself: licences, sources and features of all dependencies, no crate
# that speaks to a network, and a whole session where there is no network at all.
#
# usage: tools/robust/supply.sh PROGRAM [--advisories]
#
# Needs cargo-deny for the first part (`cargo install --locked cargo-deny`), and leaves it out, saying so, where there is
# none. `--advisories` asks the RustSec database too, which takes a network.
set -euo pipefail
cd "$(dirname "$0")/../.."
program=$(realpath "${1:?usage: tools/robust/supply.sh PROGRAM [--advisories]}")
PATH=$PATH:$PWD/target/tools/bin

if command -v cargo-deny > /dev/null; then
  cargo deny check licenses bans sources
  [ "${2:-}" != --advisories ] || cargo deny check advisories
else
  echo 'cargo-deny is not installed: licences and sources were not looked at'
fi

# tokio is there for standard input and output alone: without its feature `net` it has no sockets. crossterm, which prints the
# manual, switches on that of mio; so the program as built is asked too.
found=$(cargo tree --locked --edges normal --prefix none --format '{p} {f}' | sort -u |
  grep -E '^(hyper|reqwest|ureq|curl|isahc|h2|quinn|rustls|openssl|native-tls|socket2|trust-dns|hickory)|^tokio .*[ ,]net([ ,]|$)' || true)
[ -z "$found" ] || { printf 'these can speak to a network:\n%s\n' "$found" >&2; exit 1; }
asked=$(nm --dynamic --undefined-only "$program" | grep -E ' (socket|connect|getaddrinfo|sendto)(@|$)' || true)
[ -z "$asked" ] || { printf 'the program can reach the network:\n%s\n' "$asked" >&2; exit 1; }
echo 'no dependency speaks to a network, and the program asks the system for no connection'

# In a namespace of its own there is no network, not even this machine's own addresses.
unshare --map-root-user --net true 2> /dev/null || { echo 'no namespaces here: the session without a network was left out'; exit 0; }
draft='NAMUR 17/12/2020 (Agence) - Elle est partie vendredi 17 décembre 2020.'
frame() { printf 'Content-Length: %d\r\n\r\n%s' "$(printf %s "$1" | wc -c)" "$1"; }
session() {
  frame '{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"capabilities":{}}}'
  frame '{"jsonrpc":"2.0","method":"initialized","params":{}}'
  frame '{"jsonrpc":"2.0","method":"textDocument/didOpen","params":{"textDocument":{"uri":"file:///a.md","languageId":"markdown","version":1,"text":"'"$draft"'"}}}'
  frame '{"jsonrpc":"2.0","id":2,"method":"textDocument/hover","params":{"textDocument":{"uri":"file:///a.md"},"position":{"line":0,"character":50}}}'
  sleep 2
  frame '{"jsonrpc":"2.0","id":3,"method":"shutdown"}'
  frame '{"jsonrpc":"2.0","method":"exit"}'
}
answers=$(session | unshare --map-root-user --net "$program" lsp)
grep -q weekday-mismatch <<< "$answers" || { echo 'the server found nothing without a network' >&2; exit 1; }
answers=$(printf '{"text":"%s"}\n' "$draft" | unshare --map-root-user --net "$program" check --jsonl || [ $? = 1 ])
grep -q weekday-mismatch <<< "$answers" || { echo 'the program found nothing without a network' >&2; exit 1; }
echo 'server and program answer without a network'
