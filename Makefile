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
NODES ?=
CHIP ?=

TS := $(shell find firmware trusted-node host-tests platforms/host programs tools -name '*.ts' ! -name '*.d.ts' 2>/dev/null)

include platforms/host/host.mk
include tools/boards.mk
include platforms/sdk/sdk.mk
include firmware/parts/display/display.mk
-include host-tests/native/native.mk
-include host-tests/kernels/kernels.mk
-include host-tests/accelerators/accelerators.mk
-include host-tests/curve/curve.mk
-include host-tests/link/link.mk

##   make run              a trusted node and one emulated board mine the devnet; Ctrl-C stops
##   make run BLOCKS=3     … until three blocks are mined and stored
##   make run BOARDS=4     … with four boards; a transaction waits for QUORUM=3 of them to find it valid
##   make run LISTEN=0.0.0.0:1883   … also for real boards on the network; says how one joins
##   make demo-pool        a node with a Stratum door as the pool, a node that works for it, two emulated boards on that
##   make demo-siege       a node and its boards under attack for two minutes, with a table of what it cost them
##   make demo-bitcoin     a real bitcoind on regtest, the node behind it, one emulated board, three blocks in that chain
##   make soak-bitcoin     kill -9 of that bitcoind and the node in turn, KILLS=20 times: no share and no block is lost
##   make demo-stratum    a node with its Stratum door and miners that speak nothing else, until one of them finds a block
##   make demo-script      the judge on a whole block of mainnet: kinds, verdicts, rate, heap
##   make demo-page        a browser at the node's page: first password, a second board added, paused and revoked
##   make sim              the board in the Moddable SDK's simulator, with a trusted node; SCREEN=m5stack or another
##   make boards           the boards: chip, flash, display, search backends, features
##   make board NAME=mine FROM=esp32               a folder for a board of your own, copied from a similar one
##   make check-board BOARD=mine                   says what is wrong with it; with the Moddable SDK, whether it builds
##   make firmware BOARD=esp32                     builds it (Moddable SDK and ESP-IDF)
##   make flash BOARD=esp32 PORT=/dev/ttyUSB0      … writes it to a board; make monitor PORT=… watches it
##   make firmware BOARD=esp32 VERSION=1.2.3 SECURITY=0 UPDATE_KEY=…   … as that version, for updates signed with that key
##   make emulate BOARD=esp32_qemu BLOCKS=3        … or runs it on an emulated chip (Espressif's QEMU), with a node: three blocks
##   make release          images, checksums and browser-flashing manifests of the boards built so far
##   make screens          pictures of the display's screens (Moddable SDK's simulator, Xvfb, ImageMagick); SIZE=240x320 for one size
##   make test             every suite; with MITE_REQUIRE=all none may be skipped
##   make chip             the suites on an emulated ESP32 (some 20 minutes); CHIP=esp32c3_qemu for the other
##   make test-nodes       make run and the unit suites on Node.js 20.19, 22, 24 and 26; NODES="24 26" for some
##   make lint             Biome, import directions, length of files, TypeScript, clang-format
##   make bench            speed and memory figures
##   make clean            forgets what was built; `rm -r .mite` forgets the chain
.PHONY: help
help:
	@echo 'Mite: micro-mining firmware and its trusted node'
	@sed -n 's/^##//p' Makefile

# A long command that shows that it is still going: $(STEP) [--log FILE] TITLE -- COMMAND.
STEP := node tools/make/step.mjs

.PHONY: tools
tools:
	@sh tools/make/tools.sh

# npm's install scripts stay off: native-modules compiles what is needed. npm deletes the result, so build keeps it.
NATIVE_MODULES := build/js/tools/make/native-build.js
build/npm.stamp: package.json package-lock.json | tools
	@[ -d node_modules ] || echo 'mite: the first start installs and compiles, 2 to 10 minutes: packages to node_modules (270 MB), all else to build (60 MB)'
	@[ ! -f $(NATIVE_MODULES) ] || node $(NATIVE_MODULES) keep
	@$(STEP) --log build/npm.log 'npm: installing packages (up to a minute)' -- npm ci --ignore-scripts --no-fund --no-audit --loglevel=error
	@touch $@

# Runs each time: rebuilds what was built for another version of Node.js.
.PHONY: native-modules
native-modules: build/js.stamp
	@node $(NATIVE_MODULES)

# One transpiled tree, mirrored from the sources: what Node runs, and what the bundles start from.
build/js.stamp: build/npm.stamp $(TS)
	@echo 'esbuild: transpiling'
	@rm -rf build/js
	@npx --no-install esbuild $(TS) --outdir=build/js --outbase=. --format=esm --platform=node --target=node20 --sourcemap --log-level=warning
	@touch $@

.PHONY: js node
js: build/js.stamp
node: build/js.stamp native-modules build/page/main.js

# The page that the node serves: one script, one style.
PAGE := $(shell find page -type f 2>/dev/null)
build/page/main.js: build/npm.stamp $(PAGE)
	@mkdir -p build/page
	@cp page/index.html page/icon.svg build/page/
	@npx --no-install esbuild page/main.tsx --bundle --minify --outdir=build/page --format=esm --target=es2022 --jsx=automatic --jsx-import-source=preact --log-level=warning

# After a change of trusted-node/config/keys.ts: the schema by which editors check the node's file of settings.
.PHONY: settings-schema
settings-schema: build/js.stamp
	@node -e 'import("./build/js/trusted-node/config/keys.js").then(keys => process.stdout.write(keys.jsonSchema()))' >docs/mite-node.schema.json

# XS, the bundle and better-sqlite3 do not need each other: two at a time.
.PHONY: build
build: build/npm.stamp
	@$(STEP) '' -- $(MAKE) -j2 node emulated-board

.PHONY: run
run: build
	@node build/js/tools/run/main.js --boards='$(BOARDS)' --blocks='$(BLOCKS)' --quorum='$(QUORUM)' --data='$(DATA)' --listen='$(LISTEN)'

.PHONY: typecheck lint format
typecheck: build/npm.stamp
	@npx --no-install tsc -p .
	@npx --no-install tsc -p firmware
	@npx --no-install tsc -p platforms/sdk
	@npx --no-install tsc -p page

C_FILES := $(shell find firmware platforms host-tests -name '*.[ch]' 2>/dev/null)

lint: typecheck js
	@npx --no-install biome check --error-on-warnings .
	@node build/js/host-tests/imports/main.js
	@if reason=$$(sh host-tests/tools.sh clang-format); then clang-format --dry-run -Werror $(C_FILES); \
	  else echo "lint: skipped the format of the C sources: $$reason"; fi

format: build/npm.stamp
	@npx --no-install biome check --write .
	@clang-format -i $(C_FILES)

.PHONY: test-packages test
# What host-tests/tools.sh finds out about this machine, once per run.
test bench: export MITE_TOOLS := $(CURDIR)/build/tools
test-packages:
	@case '$(MITE_REQUIRE)' in ''|all) ;; *) echo 'mite: MITE_REQUIRE may be "all" (a skipped test is a failure) or empty' >&2; exit 2;; esac
	@sh host-tests/debian-packages.sh

# Building the tests' boards does not depend on lint: two at a time.
test: test-packages
	@$(MAKE) build
	@$(MAKE) -j2 lint test-builds
	@rm -rf build/test && mkdir -p build/test
	@node build/js/host-tests/run.js

.PHONY: demo-pool
demo-pool: build
	@node build/js/host-tests/pool/demo.js

.PHONY: chip
chip: build $(BOARD_BUNDLES)
	@CHIP='$(CHIP)' npx --no-install ava --config ava.chip.config.js
.PHONY: soak
# Boards under fire, SOAK seconds each (host-tests/attacks/soak.test.ts).
SOAK ?= 1200
soak: build
	@$(MAKE) test-builds
	@MITE_SOAK_SECONDS=$(SOAK) npx --no-install ava build/js/host-tests/attacks/soak.test.js

.PHONY: demo-siege
demo-siege: build
	@node build/js/host-tests/siege/demo.js

.PHONY: demo-bitcoin
demo-bitcoin: build
	@sh host-tests/bitcoin/fetch.sh
	@node build/js/host-tests/bitcoin/demo.js

.PHONY: demo-script
demo-script: build build/bench/judge-block.js build/bench/judge-lib.js
	@node build/js/host-tests/judge/demo.js

# Bitcoin Core's taproot vectors, all of them through both implementations of Script, and 100,000 changed transactions of
# mainnet (make test takes a share of both).
.PHONY: script-vectors
script-vectors: js
	@MITE_SCRIPT_VECTORS=all npx --no-install ava build/js/host-tests/judge/core.test.js build/js/host-tests/judge/mainnet.test.js

# kill -9 of bitcoind and node, KILLS=20 times in turn (make test does it 4 times).
.PHONY: soak-bitcoin
soak-bitcoin: build
	@sh host-tests/bitcoin/fetch.sh
	@KILLS=$(or $(KILLS),20) npx --no-install ava build/js/host-tests/bitcoin/mining.test.js --match '*kills*'

.PHONY: demo-page
demo-page: build
	@node build/js/host-tests/page/demo.js

.PHONY: demo-stratum
demo-stratum: node
	@node build/js/host-tests/stratum/demo.js

.PHONY: test-nodes
test-nodes: build
	@node build/js/host-tests/nodes/main.js $(NODES)

# make test builds them too, so that a change to the board does not break the bench unnoticed.
BENCH_BUNDLES := $(addprefix build/bench/,job-switch.js judge.js judge-lib.js judge-block.js chain.js chain-lib.js)
test-builds: $(BENCH_BUNDLES)

.PHONY: bench
bench: test-packages
	@$(MAKE) build
	@$(MAKE) -k -s $(NATIVE_OUT)/bench $(NATIVE_OUT)/idle build/accelerators/count $(BENCH_BUNDLES) curve board-m32 || echo 'bench: what could not be built is not measured'
	@node build/js/host-tests/bench/main.js

build/bench/job-switch.js: $(FIRMWARE_TS) host-tests/bench/job-switch.ts host-tests/cases/samples.ts build/npm.stamp
	@$(BUNDLE) host-tests/bench/job-switch.ts --external:./mite.js --outfile=$@

build/bench/judge.js: $(FIRMWARE_TS) host-tests/bench/judge.ts build/npm.stamp
	@$(BUNDLE) host-tests/bench/judge.ts --external:./judge-lib.js --outfile=$@

build/bench/judge-block.js: $(FIRMWARE_TS) host-tests/bench/judge-block.ts build/npm.stamp
	@$(BUNDLE) host-tests/bench/judge-block.ts --external:./judge-lib.js --outfile=$@

build/bench/judge-lib.js: $(FIRMWARE_TS) host-tests/bench/judge-lib.ts build/npm.stamp
	@$(BUNDLE) host-tests/bench/judge-lib.ts --outfile=$@

build/bench/chain.js: $(FIRMWARE_TS) host-tests/bench/chain.ts build/npm.stamp
	@$(BUNDLE) host-tests/bench/chain.ts --external:./chain-lib.js --outfile=$@

build/bench/chain-lib.js: $(FIRMWARE_TS) host-tests/bench/chain-lib.ts build/npm.stamp
	@$(BUNDLE) host-tests/bench/chain-lib.ts --outfile=$@

.PHONY: clean
clean:
	rm -rf build
