#!/bin/sh
# Can this machine use a tool of the suites? Found out by using it, not by looking for it: a program may be there and not
# run, a compiler may make programs that the kernel refuses.
#
#   sh host-tests/tools.sh NAME…     0: all can be used; 1: the first that cannot, and why, in one line
#
# MITE_TOOLS    a directory that keeps the answers for one run (make test, make bench)
# MITE_WITHOUT  names that count as not usable, to see what the suites do then: MITE_WITHOUT='ia32 mosquitto' make test
set -u
here=$(dirname "$0")
PATH=$PATH:/usr/sbin:/usr/local/sbin
work=''
trap '[ -z "$work" ] || rm -rf "$work"' EXIT

# What is wrong, without "cannot be used", and the Debian package that mends it.
why() {
  case $1 in
    g++) echo 'no C++ compiler works (Debian package g++)' ;;
    python3) echo 'Python does not run (Debian package python3)' ;;
    mosquitto) echo 'mosquitto does not run (Debian package mosquitto)' ;;
    bitcoind) echo 'no bitcoind runs (sh host-tests/bitcoin/fetch.sh says why; any Bitcoin Core or Knots in PATH will do)' ;;
    openssl) echo 'the program openssl does not run (Debian package openssl)' ;;
    libssl) echo 'no program with libssl can be built and started (Debian package libssl-dev)' ;;
    m32) echo 'gcc -m32 makes no programs (Debian package gcc-multilib)' ;;
    ia32) echo 'this kernel starts no 32-bit programs' ;;
    qemu-i386) echo 'qemu-i386 runs no 32-bit programs (Debian package qemu-user)' ;;
    run32) echo '32-bit programs do not start here, and qemu-i386 does not run them either (Debian package qemu-user)' ;;
    asan) echo "programs with address and UB sanitizers do not run (your gcc's libasan and libubsan)" ;;
    tsan) echo "programs with the thread sanitizer do not run (your gcc's libtsan)" ;;
    rv32) echo 'no compiler for RISC-V works (Debian package gcc-riscv64-unknown-elf)' ;;
    xtensa) echo 'no compiler for Xtensa works (Debian package gcc-xtensa-lx106)' ;;
    qemu-rv32) echo 'qemu-system-riscv32 runs no programs (Debian package qemu-system-misc)' ;;
    qemu-xtensa) echo 'qemu-system-xtensa runs no programs (Debian package qemu-system-misc)' ;;
    arm64) echo 'arm64 programs cannot be built and run (Debian packages gcc-aarch64-linux-gnu libc6-dev-arm64-cross qemu-user)' ;;
    clang-format) echo 'clang-format does not take the style of .clang-format (Debian package clang-format)' ;;
    valgrind) echo 'valgrind does not run (Debian package valgrind)' ;;
    xvfb) echo 'Xvfb does not start (Debian package xvfb)' ;;
    chromium) echo 'chromium shows no page (Debian package chromium)' ;;
    imagemagick) echo "ImageMagick's import and convert make no pictures (Debian package imagemagick)" ;;
    sdk) echo 'the Moddable SDK is not here, or does not build for Linux (npx xs-dev setup; it wants libglib2.0-dev)' ;;
    *) return 1 ;;
  esac
}

program='#include <errno.h>
#include <stdio.h>
int main(void) { return puts("") < 0 && errno; }'
# compile OUT COMMAND…: the program from stdin
compile() { out=$1; shift; "$@" -x c - -o "$work/$out"; }
try() { timeout 120 "$@" </dev/null; }

build32() {
  [ -x "$work/32" ] || printf '%s\n' "$program" |
    compile 32 "${CC:-gcc}" -m32 -idirafter "/usr/include/$("${CC:-gcc}" -print-multiarch)"
}
# The bare machines' command lines are those of host-tests/kernels/kernels.mk.
rv32_start='.globl _start
_start: li a0, 0x18
  li a1, 0x20026
  .balign 16
  .option norvc
  slli zero, zero, 0x1f
  ebreak
  srai zero, zero, 7
1: j 1b'
xtensa_start='.section .text.start, "ax"
.globl _start
.align 4
_start: movi a2, 1
  movi a3, 0
  simcall
1: j 1b'
build_rv32() {
  printf '%s\n' "$rv32_start" | riscv64-unknown-elf-gcc -march=rv32imc -mabi=ilp32 -nostdlib -Wl,-Ttext=0x80000000 \
    -x assembler - -o "$work/rv32.elf" && riscv64-unknown-elf-size "$work/rv32.elf"
}
build_xtensa() {
  printf '%s\n' "$xtensa_start" | xtensa-lx106-elf-gcc -nostdlib -T "$here/kernels/xtensa/guest.ld" -x assembler - -o "$work/xtensa.elf" &&
    xtensa-lx106-elf-size "$work/xtensa.elf"
}
# Until the log of a server says that it works; then the server ends.
serves() { # serves LOG WORD COMMAND…
  log=$1; word=$2; shift 2
  "$@" >"$log" 2>&1 </dev/null &
  server=$!
  tries=0
  while ! grep -q "$word" "$log" && kill -0 $server && [ $tries -lt 600 ]; do sleep 0.1; tries=$((tries + 1)); done
  kill $server
  wait $server
  grep -q "$word" "$log"
}

probe() {
  case $1 in
    g++) echo 'int main() { return 0; }' | g++ -x c++ - -o "$work/cc" && try "$work/cc" ;;
    python3) try python3 -c pass ;;
    mosquitto)
      printf 'listener 0 %s\nallow_anonymous true\nuser root\n' "$work/socket" >"$work/conf"
      serves "$work/log" running mosquitto -c "$work/conf" ;;
    bitcoind)
      program=$(command -v bitcoind || echo "$here/../build/bitcoin/bin/bitcoind")
      try "$program" -version ;;
    openssl) try openssl version ;;
    libssl)
      printf '#include <openssl/ssl.h>\nint main(void) { return SSL_CTX_new(TLS_client_method()) == NULL; }\n' |
        compile ssl "${CC:-gcc}" -Wl,--no-as-needed -lssl -lcrypto && try "$work/ssl" ;;
    m32) build32 ;;
    ia32) build32 && try "$work/32" ;;
    qemu-i386) build32 && try qemu-i386 "$work/32" ;;
    run32) usable ia32 || usable qemu-i386 ;;
    asan) printf '%s\n' "$program" | compile asan "${CC:-gcc}" -fsanitize=address,undefined && try "$work/asan" ;;
    tsan) printf '%s\n' "$program" | compile tsan "${CC:-gcc}" -fsanitize=thread && try "$work/tsan" ;;
    rv32) build_rv32 ;;
    xtensa) build_xtensa ;;
    qemu-rv32)
      build_rv32 && try qemu-system-riscv32 -M virt -bios none -nographic -semihosting-config enable=on,target=native \
        -kernel "$work/rv32.elf" ;;
    qemu-xtensa)
      build_xtensa && for core in lx106 sample_controller; do
        try qemu-system-xtensa -M sim -cpu $core -nographic -monitor none -serial none -semihosting -kernel "$work/xtensa.elf" || return 1
      done ;;
    arm64) printf '%s\n' "$program" | compile arm64 aarch64-linux-gnu-gcc -static && try qemu-aarch64 "$work/arm64" ;;
    clang-format) try clang-format --dry-run --style=file:"$here/../.clang-format" "$here/native/check.h" ;;
    valgrind) try valgrind --tool=cachegrind --cache-sim=no --cachegrind-out-file=/dev/null true ;;
    xvfb)
      serves "$work/number" '^[0-9]' Xvfb -displayfd 1 -screen 0 64x64x24 -nolisten tcp ;;
    chromium)
      try "$(command -v chromium || command -v chromium-browser)" --headless=new --no-sandbox --disable-gpu --user-data-dir="$work/chromium" \
        --dump-dom 'data:text/html,<p>it works' | grep -q 'it works' ;;
    imagemagick)
      command -v import && printf 'abc' | timeout 120 convert -size 1x1 -depth 8 rgb:- "png:$work/picture" && [ -s "$work/picture" ] ;;
    sdk)
      sdk=${MODDABLE:-$HOME/.local/share/moddable}
      [ -f "$sdk/xs/includes/xsmc.h" ] && [ -x "$sdk/build/bin/lin/release/mcconfig" ] && pkg-config --exists gio-2.0 &&
        echo '{"include":"$(MODDABLE)/examples/manifest_base.json","modules":{"*":"./main"}}' >"$work/manifest.json" && : >"$work/main.js" && mkdir "$work/sdk" && cd "$work" &&
        MODDABLE=$sdk PATH=$sdk/build/bin/lin/release:$PATH try mcconfig -p x-cli-lin -o "$work/sdk" ;;
  esac
}

# usable NAME: 0, or 1 and the reason
usable() {
  reason=$(why "$1") || { echo "tools.sh: there is no tool \"$1\"" >&2; exit 2; }
  case " ${MITE_WITHOUT:-} " in
    *" $1 "*) echo "$reason; MITE_WITHOUT says so"; return 1 ;;
  esac
  kept=${MITE_TOOLS:+$MITE_TOOLS/$1}
  if [ -n "$kept" ] && [ -f "$kept" ]; then
    cat "$kept"
    [ ! -s "$kept" ]
    return
  fi
  [ -n "$work" ] || work=$(mktemp -d)
  answer=$( (probe "$1") >/dev/null 2>&1 || echo "$reason")
  if [ -n "$kept" ]; then
    mkdir -p "$MITE_TOOLS" && printf '%s' "${answer:+$answer
}" >"$kept.$$" && mv "$kept.$$" "$kept"
  fi
  [ -z "$answer" ] || { printf '%s\n' "$answer"; return 1; }
}

for name; do usable "$name" || exit 1; done
