#!/bin/sh
# A bitcoind for the suites, in build/bitcoin: Debian's bitcoin-knots of sid and the libraries it needs, from the mirror
# that apt uses here, checked by apt against the archive's signatures. Nothing is installed: the programs start through the
# unpacked dynamic loader, since a stable Debian's libraries are too old for them. Does nothing where it is there already,
# or where bitcoind is in PATH. Exit code 1 and the reason in one line where it cannot be had.
set -u
cd "$(dirname "$0")/../.." || exit 1
out=$PWD/build/bitcoin
command -v bitcoind >/dev/null 2>&1 && exit 0
[ -x "$out/bin/bitcoind" ] && exit 0

fail() { echo "bitcoind: $1" >&2; exit 1; }
command -v apt-get >/dev/null 2>&1 && command -v dpkg-deb >/dev/null 2>&1 || fail 'no apt-get here: put a bitcoind into PATH'

# The first source of packages that is Debian's own, and the keys that its indexes are signed with.
mirror=$(apt-get indextargets --format '$(ORIGIN) $(REPO_URI) $(RELEASE)' 2>/dev/null |
  awk '$1 == "Debian" && $3 !~ /security/ { print $2; exit }')
[ -n "$mirror" ] || fail "apt has no Debian mirror here (apt-get update?): put a bitcoind into PATH"
keys=/usr/share/keyrings/debian-archive-keyring.gpg
[ -r "$keys" ] || fail "the keys of Debian's archive are not here (Debian package debian-archive-keyring)"

echo 'bitcoind: fetching bitcoin-knots from Debian to build/bitcoin (20 MB, up to a minute)'
mkdir -p "$PWD/build" && work=$(mktemp -d "$PWD/build/bitcoin.XXXXXX") || fail 'build cannot be written'
trap 'rm -rf "$work"' EXIT
trap 'exit 1' INT TERM HUP
mkdir -p "$work/etc" "$work/state/lists/partial" "$work/cache/archives/partial" "$work/debs" "$work/root" "$work/tree/bin" "$work/tree/lib"
: >"$work/status"
printf 'deb [signed-by=%s] %s sid main\n' "$keys" "$mirror" >"$work/etc/sources.list"
# apt with a separate state, in which nothing is installed.
private() {
  command=$1
  shift
  "$command" -q -o Dir::State="$work/state" -o Dir::State::status="$work/status" -o Dir::Cache="$work/cache" \
    -o Dir::Etc::sourcelist="$work/etc/sources.list" -o Dir::Etc::sourceparts=/dev/null -o Dir::Etc::preferences=/dev/null \
    -o Dir::Etc::preferencesparts=/dev/null -o APT::Sandbox::User= -o Debug::NoLocking=true -o Acquire::Languages=none \
    -o Acquire::Retries=3 -o Acquire::http::Timeout=60 -o APT::Get::List-Cleanup=false -o DPkg::Post-Invoke::= \
    -o APT::Update::Post-Invoke::= "$@"
}
private apt-get update >"$work/log" 2>&1 || fail "Debian's index of sid cannot be had: $(grep -m 1 '^[EW]:' "$work/log")"
# Libraries only, with what they need themselves: what installs services and users is of no use here.
libraries=$(private apt-cache show --no-all-versions bitcoin-knots 2>/dev/null | sed -n 's/^Depends: //p' | head -n 1 |
  tr ',|' '\n\n' | sed -n 's/^ *\(lib[^ ]*\).*/\1/p' | sort -u)
[ -n "$libraries" ] || fail 'this Debian mirror has no bitcoin-knots for this machine'
# shellcheck disable=SC2086 # a list of words
{
  private apt-get install -y --download-only --no-install-recommends $libraries &&
    (cd "$work/debs" && private apt-get download bitcoin-knots)
} >"$work/log" 2>&1 || fail "the packages cannot be had: $(grep -m 1 '^[EW]:' "$work/log")"
for package in "$work"/cache/archives/*.deb "$work"/debs/*.deb; do
  dpkg-deb -x "$package" "$work/root" || fail "${package##*/} cannot be unpacked"
done

find "$work/root" -name '*.so*' ! -type d -path '*-linux-gnu*/*' ! -path '*/gconv/*' -exec cp -P {} "$work/tree/lib/" \;
loader=$(find "$work/root" -name 'ld-linux*' ! -type d | head -n 1)
[ -n "$loader" ] || fail 'the dynamic loader is not among the packages'
cp -L "$loader" "$work/tree/lib/loader"
for program in bitcoind bitcoin-cli; do
  cp "$work/root/usr/bin/$program" "$work/tree/lib/$program" || fail "bitcoin-knots has no $program"
  cat >"$work/tree/bin/$program" <<'END'
#!/bin/sh
lib=$(cd "$(dirname "$0")/../lib" && pwd)
exec "$lib/loader" --library-path "$lib" "$lib/${0##*/}" "$@"
END
  chmod 755 "$work/tree/bin/$program"
done
"$work/tree/bin/bitcoind" -version >"$work/log" 2>&1 || fail "it does not start here: $(head -n 1 "$work/log")"
# Whole or not at all; another run may have been faster.
mv -T "$work/tree" "$out" 2>/dev/null || [ -x "$out/bin/bitcoind" ] || fail 'build/bitcoin cannot be written'
