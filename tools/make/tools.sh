#!/bin/sh
# What `make` needs before anything else: everything missing is named at once, with what gets it.
set -u

need='20.19'
newer="Debian 12 and Ubuntu 24.04 bring Node.js 18. To get a newer one: sudo apt-get install npm && \
sudo npm install --global n && sudo n 22; or from https://nodejs.org/en/download"
missing=''
code=0
say() { echo "mite: $1" >&2; code=1; }

if ! command -v node >/dev/null; then
  say "Node.js is missing; $need or later is needed. $newer"
elif ! node -e "const [a, b] = process.versions.node.split('.').map(Number), [c, d] = '$need'.split('.').map(Number); process.exit(a < c || (a === c && b < d) ? 1 : 0)"; then
  say "Node.js $(node -p process.versions.node) is too old: $need or later is needed. $newer"
elif ! command -v npm >/dev/null; then
  missing="$missing npm"
fi
command -v gcc >/dev/null || missing="$missing gcc libc6-dev"
[ -z "$missing" ] || say "missing: sudo apt-get install$missing"
# better-sqlite3 has binaries for the usual machines; elsewhere it is compiled.
if [ ! -d node_modules/better-sqlite3/build ]; then
  for each in g++ python3; do
    command -v "$each" >/dev/null || compilers="${compilers:-} $each"
  done
  [ -z "${compilers:-}" ] || echo "mite: where no binary of better-sqlite3 can be had, it is compiled, which needs: sudo apt-get install$compilers" >&2
fi
exit $code
