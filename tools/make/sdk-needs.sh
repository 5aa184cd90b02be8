#!/bin/sh
# sdk-needs.sh SDK sim|screens|board: names everything that is missing for it, each with what gets it.
set -u
sdk=$1 what=$2
code=0
packages=''
say() { echo "mite: $1" >&2; code=1; }

[ -x "$sdk/build/bin/lin/release/mcconfig" ] ||
  say 'the Moddable SDK is missing (neither MODDABLE nor ~/.local/share/moddable has it): npx xs-dev setup'
pkg-config --exists gio-2.0 2>/dev/null || packages="$packages libglib2.0-dev"
case $what in
sim)
  [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] ||
    say 'there is no screen (DISPLAY is not set): xvfb-run make sim makes one (sudo apt-get install xvfb)'
  ;;
screens)
  command -v Xvfb >/dev/null || packages="$packages xvfb"
  { command -v import && command -v convert; } >/dev/null || packages="$packages imagemagick"
  ;;
esac
[ -z "$packages" ] || say "packages are missing: sudo apt-get install$packages"
exit $code
