# The display, in a separate bundle (manifests/display.json), and the pictures of its screens.

build/bundle/display.js: $(FIRMWARE_TS) build/npm.stamp
	@$(BUNDLE) firmware/parts/display/display.ts --external:piu/MC --outfile=$@

build/bundle/display-pictures.js: host-tests/display/sim/main.ts host-tests/display/scenes.ts $(FIRMWARE_TS) build/npm.stamp
	@$(BUNDLE) host-tests/display/sim/main.ts --external:display --external:timer --outfile=$@

DISPLAY_MODDABLE := $(or $(MODDABLE),$(HOME)/.local/share/moddable)
DISPLAY_OUT := $(CURDIR)/build/display-pictures
PICTURES ?= docs/screens
# 240x320, or another part of the pictures' names: only those.
SIZE ?=

# The app that shows the scenes, for the SDK's simulator. The name m5stack only chooses the simulator's modules.
.PHONY: display-app screens
display-app: build/bundle/display.js build/bundle/display-pictures.js
	@sh tools/make/sdk-needs.sh '$(DISPLAY_MODDABLE)' board
	@mkdir -p $(DISPLAY_OUT)
	@unset MAKEFLAGS MAKELEVEL; export MODDABLE='$(DISPLAY_MODDABLE)' && \
	  export PATH="$(CURDIR)/node_modules/.bin:$$MODDABLE/build/bin/lin/release:$$PATH" && \
	  $(STEP) --log $(DISPLAY_OUT)/log 'screens: compiling with the Moddable SDK (up to 3 minutes)' -- \
	  env -C host-tests/display/sim mcconfig -m -p sim/m5stack -t build -o $(DISPLAY_OUT)

.PHONY: screens-needs
screens-needs:
	@mkdir -p '$(PICTURES)' 2>/dev/null && [ -w '$(PICTURES)' ] || \
	  { echo "mite: PICTURES='$(PICTURES)': a folder that can be made and written to is expected" >&2; exit 1; }
	@sh tools/make/sdk-needs.sh '$(DISPLAY_MODDABLE)' screens

screens: screens-needs display-app build/js.stamp
	@$(STEP) 'screens: taking pictures' -- node build/js/host-tests/display/screens.js '$(DISPLAY_MODDABLE)' \
	  $(DISPLAY_OUT)/bin/lin/m5stack/release/sim/mc.so '$(PICTURES)' $(if $(SIZE),'$(SIZE)')
