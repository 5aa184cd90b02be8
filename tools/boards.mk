# The chips' boards: boards/*/manifest.json, built by the Moddable SDK and ESP-IDF (tools/make).

BOARD ?=
PORT ?=
# Not empty: a build for finding out why a board does not start (manifests/sdkconfig/debug).
DEBUG ?=

# What mcconfig reads of ours besides TypeScript sources.
BOARD_BUNDLES := build/bundle/sdk.js build/bundle/display.js
test-builds: $(BOARD_BUNDLES)
firmware: $(BOARD_BUNDLES)

.PHONY: board check-board board-tables boards firmware flash monitor release
# With a name, a board of your own; without, the emulated board.
NAME ?=
FROM ?=
ifneq ($(NAME),)
board: build/js.stamp
	@node build/js/tools/make/main.js new '$(NAME)' '$(FROM)'
else
board: emulated-board
endif

# One board through the suites, and through mcconfig where the Moddable SDK is installed.
check-board: build/js.stamp $(BOARD_BUNDLES)
	@node build/js/tools/make/main.js named '$(BOARD)'
	@npx --no-install ava build/js/host-tests/boards/boards.test.js --match '!*lists the boards*'
	@npx --no-install ava build/js/host-tests/boards/generate.test.js --match '$(BOARD):*'

# After a change of boards/*/manifest.json, tools/make/schema.ts or a board's setting: what is made from them.
board-tables: build/js.stamp
	@node build/js/tools/make/main.js tables

boards firmware flash release: build/js.stamp
	@node build/js/tools/make/main.js $@ $(if $(filter firmware flash,$@),'$(BOARD)' '$(PORT)' '$(UPDATE_KEY)' '$(DEBUG)')

# A board's firmware on an emulated chip, with a trusted node of the devnet.
.PHONY: emulate
emulate: node $(BOARD_BUNDLES)
	@node build/js/tools/emulate/main.js --board='$(BOARD)' --blocks='$(BLOCKS)' --data='$(DATA)'

monitor: build/js.stamp
	@test -n '$(PORT)' || { echo 'mite: which port? PORT=/dev/ttyUSB0 or the like; npx mite ports lists them' >&2; exit 1; }
	@node build/js/tools/mite/main.js monitor --port '$(PORT)'
