# Mite: build, run and test. `make` alone lists the targets.
.DEFAULT_GOAL := help
SHELL := /bin/sh
.DELETE_ON_ERROR:
MAKEFLAGS += --no-print-directory

BLOCKS ?=
BOARDS ?= 1
QUORUM ?=
DATA ?= .mite
LISTEN ?=

TS := $(shell find firmware trusted-node host-tests boards/host boards/tool boards/cli -name '*.ts' ! -name '*.d.ts' 2>/dev/null)

include boards/host/host.mk
include boards/boards.mk
include boards/sdk/sdk.mk
include firmware/display/display.mk
-include host-tests/native/native.mk
-include host-tests/kernels/kernels.mk
-include host-tests/accelerators/accelerators.mk
-include host-tests/curve/curve.mk

##   make run              a trusted node and one emulated board mine the devnet; Ctrl-C stops
##   make run BLOCKS=3     … until three blocks are mined and stored
##   make run BOARDS=4     … with four boards; a transaction waits for QUORUM=3 of them to find it valid
##   make run LISTEN=0.0.0.0:1883   … for real boards in the network, too; says how one joins
##   make sim              the board in the Moddable SDK's simulator, with a trusted node; SCREEN=m5stack or another
##   make boards           the boards: chip, flash, display, search backends, features
##   make board NAME=mine FROM=esp32               a folder for a board of your own, made from one that is like it
##   make check-board BOARD=mine                   what is wrong with it; with the Moddable SDK, whether it builds
##   make firmware BOARD=esp32                     builds it (Moddable SDK and ESP-IDF)
##   make flash BOARD=esp32 PORT=/dev/ttyUSB0      … writes it to a board; make monitor PORT=… watches it
##   make firmware BOARD=esp32 VERSION=1.2.3 SECURITY=0 UPDATE_KEY=…   … as that version, for updates signed with that key
##   make release          images with checksums and manifests for browser flashing, of what is built
##   make screens          pictures of the display's screens (Moddable SDK's simulator, Xvfb, ImageMagick)
##   make test             every suite
##   make lint             Biome, import directions, TypeScript, clang-format
##   make bench            speed and memory figures
##   make clean            forgets what was built; `rm -r .mite` forgets the chain
.PHONY: help
help:
	@echo 'Mite: micro-mining firmware and its trusted node'
	@sed -n 's/^##//p' Makefile

.PHONY: tools
tools:
	@command -v node >/dev/null || { echo 'mite: Node.js is missing: install Node.js 20.19 or later (package nodejs, or nodejs.org)' >&2; exit 1; }
	@node -e 'const [a,b]=process.versions.node.split(".").map(Number);if(a<20||(a===20&&b<19)){console.error(`mite: Node.js $${process.versions.node} is too old: 20.19 or later is needed`);process.exit(1)}'
	@command -v npm >/dev/null || { echo 'mite: npm is missing: sudo apt-get install npm' >&2; exit 1; }
	@command -v gcc >/dev/null || { echo 'mite: a C compiler is missing: sudo apt-get install gcc libc6-dev' >&2; exit 1; }

# npm's install scripts stay off; better-sqlite3 is the one package that may have to compile (build/sqlite.stamp).
build/npm.stamp: package.json package-lock.json | tools
	@echo 'npm: installing packages'
	@npm ci --ignore-scripts --no-fund --no-audit --loglevel=error
	@mkdir -p build && touch $@

build/sqlite.stamp: build/npm.stamp
	@echo 'npm: fetching or compiling better-sqlite3 (compiling takes about a minute)'
	@npm rebuild better-sqlite3 --loglevel=error >build/sqlite.log 2>&1 || { cat build/sqlite.log; \
	  echo 'mite: better-sqlite3 found no prebuilt binary and could not compile: sudo apt-get install g++ make python3' >&2; exit 1; }
	@touch $@

# One transpiled tree, mirrored from the sources: what Node runs, and what the bundles start from.
build/js.stamp: build/npm.stamp $(TS)
	@echo 'esbuild: transpiling'
	@rm -rf build/js
	@npx --no-install esbuild $(TS) --outdir=build/js --outbase=. --format=esm --platform=node --target=node20 --sourcemap --log-level=warning
	@touch $@

.PHONY: js node
js: build/js.stamp
node: build/js.stamp build/sqlite.stamp

# XS, the bundle and better-sqlite3 do not need each other: two at a time.
.PHONY: build
build: build/npm.stamp
	@$(MAKE) -j2 node emulated-board

.PHONY: run
run: build
	@node build/js/boards/host/run/main.js --boards='$(BOARDS)' --blocks='$(BLOCKS)' --quorum='$(QUORUM)' --data='$(DATA)' --listen='$(LISTEN)'

.PHONY: typecheck lint format
typecheck: build/npm.stamp
	@npx --no-install tsc -p .
	@npx --no-install tsc -p firmware
	@npx --no-install tsc -p boards/sdk

C_FILES := $(shell find firmware boards host-tests -name '*.[ch]' 2>/dev/null)

lint: typecheck
	@npx --no-install biome check --error-on-warnings .
	@if command -v clang-format >/dev/null; then clang-format --dry-run -Werror $(C_FILES); \
	  else echo 'lint: skipped clang-format (Debian package clang-format)'; fi

format: build/npm.stamp
	@npx --no-install biome check --write .
	@clang-format -i $(C_FILES)

.PHONY: test-packages test
test-packages:
	@sh host-tests/debian-packages.sh

test: test-packages
	@$(MAKE) build
	@$(MAKE) lint
	@$(MAKE) test-builds
	@rm -rf build/test && mkdir -p build/test
	@node build/js/host-tests/run.js

.PHONY: bench
bench: test-packages
	@$(MAKE) build
	@$(MAKE) -s $(NATIVE_OUT)/bench $(NATIVE_OUT)/idle build/accelerators/count build/bench/job-switch.js build/bench/judge.js build/bench/judge-lib.js build/bench/chain.js build/bench/chain-lib.js curve board-m32
	@node build/js/host-tests/bench/main.js

build/bench/job-switch.js: $(FIRMWARE_TS) host-tests/bench/job-switch.ts host-tests/cases/samples.ts build/npm.stamp
	@$(BUNDLE) host-tests/bench/job-switch.ts --external:./mite.js --outfile=$@

build/bench/judge.js: $(FIRMWARE_TS) host-tests/bench/judge.ts build/npm.stamp
	@$(BUNDLE) host-tests/bench/judge.ts --external:./judge-lib.js --outfile=$@

build/bench/judge-lib.js: $(FIRMWARE_TS) host-tests/bench/judge-lib.ts build/npm.stamp
	@$(BUNDLE) host-tests/bench/judge-lib.ts --outfile=$@

build/bench/chain.js: $(FIRMWARE_TS) host-tests/bench/chain.ts build/npm.stamp
	@$(BUNDLE) host-tests/bench/chain.ts --external:./chain-lib.js --outfile=$@

build/bench/chain-lib.js: $(FIRMWARE_TS) host-tests/bench/chain-lib.ts build/npm.stamp
	@$(BUNDLE) host-tests/bench/chain-lib.ts --outfile=$@

.PHONY: clean
clean:
	rm -rf build
