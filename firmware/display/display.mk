# The display, in a bundle of its own (manifests/display.json), and the pictures of its screens.

build/bundle/display.js: $(wildcard firmware/display/*.ts) firmware/mining/rate.ts build/npm.stamp
	@$(BUNDLE) firmware/display/display.ts --external:piu/MC --outfile=$@

build/bundle/display-pictures.js: host-tests/display/sim/main.ts host-tests/display/scenes.ts build/npm.stamp
	@$(BUNDLE) host-tests/display/sim/main.ts --external:display --external:timer --outfile=$@

DISPLAY_MODDABLE := $(or $(MODDABLE),$(HOME)/.local/share/moddable)
DISPLAY_OUT := $(CURDIR)/build/display-pictures
PICTURES ?= docs/screens

# The app that shows the scenes, for the SDK's simulator. The name m5stack only chooses the simulator's modules.
.PHONY: display-app screens
display-app: build/bundle/display.js build/bundle/display-pictures.js
	@[ -x '$(DISPLAY_MODDABLE)/build/bin/lin/release/mcsim' ] || { \
	  echo 'mite: the Moddable SDK is missing: npx xs-dev setup, or set MODDABLE' >&2; exit 1; }
	@mkdir -p $(DISPLAY_OUT)
	@unset MAKEFLAGS MAKELEVEL; export MODDABLE='$(DISPLAY_MODDABLE)' && \
	  export PATH="$(CURDIR)/node_modules/.bin:$$MODDABLE/build/bin/lin/release:$$PATH" && \
	  cd host-tests/display/sim && mcconfig -m -p sim/m5stack -t build -o $(DISPLAY_OUT) >$(DISPLAY_OUT)/log 2>&1 || \
	  { tail -20 $(DISPLAY_OUT)/log >&2; exit 1; }

screens: display-app build/js.stamp
	@for each in Xvfb import convert; do command -v $$each >/dev/null || { \
	  echo "mite: $$each is missing: sudo apt-get install xvfb imagemagick" >&2; exit 1; }; done
	@node build/js/host-tests/display/screens.js '$(DISPLAY_MODDABLE)' \
	  $(DISPLAY_OUT)/bin/lin/m5stack/release/sim/mc.so '$(PICTURES)'
