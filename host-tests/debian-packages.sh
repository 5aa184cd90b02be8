#!/bin/sh
# What the suites need beyond Node, npm, gcc, make and git. Installs it where it may (root or passwordless sudo);
# otherwise names each package and what is skipped without it. Always exits 0: a suite decides itself whether to skip.
set -u
# What was found out is kept for the suites, and forgotten when something is installed.
MITE_TOOLS=${MITE_TOOLS:-build/tools}
export MITE_TOOLS
rm -rf "$MITE_TOOLS"
# Not installed: unpacked below build.
[ "${MITE_NO_INSTALL:-}" = 1 ] || sh "$(dirname "$0")/bitcoin/fetch.sh" ||
  echo '  (suites with a Bitcoin node are skipped)'

can() { sh "$(dirname "$0")/tools.sh" "$@" >/dev/null 2>&1; }
missing=''
need() { # need PACKAGE SUITES TOOL…
  package=$1
  suites=$2
  shift 2
  can "$@" && return
  missing="$missing $package"
  printf '  %s (for %s)\n' "$package" "$suites"
}

list() {
  missing=''
  need g++ 'compiling better-sqlite3 where no prebuilt binary can be had' g++
  need python3 'compiling better-sqlite3 where no prebuilt binary can be had' python3
  need mosquitto 'tests with an external broker' mosquitto
  need openssl 'certificates of others' openssl
  need gcc-multilib '32-bit builds: the memory figures of a chip' m32
  can m32 && ! can ia32 && need qemu-user 'running 32-bit programs, which this kernel does not start' qemu-i386
  need gcc-riscv64-unknown-elf 'compiling the kernel for RISC-V chips' rv32
  need gcc-xtensa-lx106 'the kernel for Xtensa chips' xtensa
  # Its probe needs the compilers.
  if can rv32 xtensa || ! command -v qemu-system-riscv32 >/dev/null; then
    need qemu-system-misc 'running the kernels on emulated chips' qemu-rv32 qemu-xtensa
  fi
  need chromium "the node's page in a browser" chromium
  need libssl-dev 'TLS of the emulated board' libssl
  need clang-format 'make lint of the C sources' clang-format
  if can sdk; then
    need xvfb "the Moddable SDK's simulator" xvfb
    need imagemagick "pictures of the Moddable SDK's simulator" imagemagick
  fi
}

list >/dev/null
[ -z "$missing" ] && exit 0
echo 'Debian packages that are missing, or do not work here:'
list
if [ "${MITE_NO_INSTALL:-}" = 1 ]; then
  echo 'MITE_NO_INSTALL=1: not installed; suites that need them are skipped.'
  exit 0
fi
if [ "$(id -u)" = 0 ]; then
  as_root=''
elif sudo -n true 2>/dev/null; then
  as_root='sudo -n'
else
  echo "Not root and no passwordless sudo. To run every suite: sudo apt-get install$missing"
  exit 0
fi
command -v apt-get >/dev/null 2>&1 || { echo 'No apt-get here: install them by hand.'; exit 0; }
# Twice: what is needed may show only when something else is there (whether 32-bit programs start, once they can be built).
before=''
while [ -n "$missing" ] && [ "$missing" != "$before" ]; do
  before=$missing
  # shellcheck disable=SC2086 # both are word lists
  { $as_root apt-get update -qq && DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -qq --no-install-recommends $missing; } >/dev/null 2>&1 ||
    echo "apt-get could not install:$missing (suites that need them are skipped)"
  rm -rf "$MITE_TOOLS"
  list >/dev/null
done
[ -z "$missing" ] || echo "still missing, or do not work here:$missing (suites that need them are skipped)"
exit 0
