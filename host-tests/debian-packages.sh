#!/bin/sh
# What the suites need beyond Node, npm, gcc, make and git. Installs it where it may (root or passwordless sudo);
# otherwise names each package and what is skipped without it. Always exits 0: a suite decides itself whether to skip.
set -u

missing=''
need() { # need PROBE PACKAGE SUITES
  if ! sh -c "$1" >/dev/null 2>&1; then
    missing="$missing $2"
    printf '  %s (for %s)\n' "$2" "$3"
  fi
}

probe_m32='printf "#include <stdlib.h>\nint main(void){return 0;}" | gcc -m32 -x c - -o /dev/null'
list() {
  missing=''
  need 'command -v g++' g++ 'compiling better-sqlite3 where no prebuilt binary can be had'
  need 'command -v python3' python3 'compiling better-sqlite3 where no prebuilt binary can be had'
  need 'PATH=$PATH:/usr/sbin command -v mosquitto' mosquitto 'tests with an external broker'
  need "$probe_m32" gcc-multilib '32-bit builds: the memory figures of a chip'
  need 'command -v riscv64-unknown-elf-gcc' gcc-riscv64-unknown-elf 'compiling the kernel for RISC-V chips'
  need 'command -v xtensa-lx106-elf-gcc' gcc-xtensa-lx106 'the kernel for Xtensa chips'
  need 'command -v qemu-system-riscv32 && command -v qemu-system-xtensa' qemu-system-misc 'running the kernels on emulated chips'
  need 'printf "#include <openssl/ssl.h>" | gcc -E - ' libssl-dev 'TLS of the emulated board'
  need 'command -v clang-format' clang-format 'make lint of the C sources'
}

list >/dev/null
[ -z "$missing" ] && exit 0
echo 'Debian packages that are missing:'
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
# shellcheck disable=SC2086 # both are word lists
{ $as_root apt-get update -qq && DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -qq --no-install-recommends $missing; } >/dev/null 2>&1 ||
  echo "apt-get could not install:$missing (suites that need them are skipped)"
exit 0
