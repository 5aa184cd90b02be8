# Mite: build, run and test. `make help` lists the targets.
.DEFAULT_GOAL := help
SHELL := /bin/sh
.DELETE_ON_ERROR:

include boards/host/host.mk

TS := $(shell find firmware trusted-node host-tests boards/host -name '*.ts' 2>/dev/null)

## help: this list
.PHONY: help
help:
	@sed -n 's/^## //p' $(MAKEFILE_LIST)

# npm's install scripts stay off; better-sqlite3 is the one package that has to compile.
build/npm.stamp: package.json package-lock.json
	npm ci --ignore-scripts --no-fund --no-audit --loglevel=error
	npm rebuild better-sqlite3 --loglevel=error
	@mkdir -p build && touch $@

# One transpiled tree, mirrored from the sources: what Node runs, and what the bundles start from.
build/js.stamp: build/npm.stamp $(TS)
	@rm -rf build/js
	npx esbuild $(TS) --outdir=build/js --outbase=. --format=esm --platform=node --target=node20 --sourcemap --log-level=warning
	@touch $@

.PHONY: js
js: build/js.stamp
