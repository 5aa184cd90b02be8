# The firmware on the Moddable SDK: the bundle that every build has, the headless board, the simulator.

# One module with the firmware and what the SDK's boards share. The SDK's own modules and the natives stay outside.
SDK_TS := $(FIRMWARE_TS) $(wildcard platforms/sdk/*.ts)
SDK_EXTERNALS := $(addprefix --external:,timer time modules 'embedded:*' '../../firmware/search/search.js' '../../firmware/curve/curve.js' display)
# What a module makes at load lies in flash once preloaded, and buffers there are read-only. Two get written: the
# message schedules of @noble/hashes' SHA-256 and RIPEMD-160, which therefore get new bytes before anything is hashed.
# If one is renamed, or another added, the board ends at its first hash ("read-only buffer"). So identifiers are
# shortened afterwards.
SDK_FOOTER := export default function () { SHA256_W = new Uint32Array(64); BUF_160 = new Uint32Array(16); start(); }
build/bundle/sdk.js: $(SDK_TS) platforms/sdk/sdk.mk build/npm.stamp $(BUILD_STAMP)
	@$(BUNDLE:$(SHORTEN)=) platforms/sdk/main.ts $(DEFINES) $(SDK_EXTERNALS) --footer:js='$(SDK_FOOTER)' --outfile=$@.long
	@npx --no-install esbuild $(SHORTEN) --format=esm --loader:.long=js --log-level=warning --outfile=$@ $@.long

# Where the SDK is: MODDABLE, or where xs-dev puts it. $(sdk_found): a shell condition that says what is missing.
SDK := $(or $(MODDABLE),$(HOME)/.local/share/moddable)
SDK_TOOLS := $(SDK)/build/bin/lin/release
sdk_found = { [ -x '$(SDK_TOOLS)/mcconfig' ] || { \
  echo 'mite: the Moddable SDK is missing (neither MODDABLE nor ~/.local/share/moddable has it): npx xs-dev setup' >&2; false; }; } && \
  { pkg-config --exists gio-2.0 || { echo 'mite: the Moddable SDK wants GLib: sudo apt-get install libglib2.0-dev' >&2; false; }; }
# make's own variables would reach the SDK's makefiles.
sdk_environment = unset MAKEFLAGS MAKELEVEL MFLAGS; export MODDABLE='$(SDK)' PATH="$(CURDIR)/node_modules/.bin:$(SDK_TOOLS):$$PATH"
# $(call sdk_build,FOLDER,PLATFORM,OUT,TITLE): builds a manifest; its warnings about preloading are in the log.
define sdk_build
$(sdk_found) && mkdir -p $(3) && { $(sdk_environment) && \
  $(STEP) --log $(3)/log --else 'failed after' '$(4): compiling with the Moddable SDK (up to 3 minutes)' -- \
  env -C $(1) mcconfig -m -p $(2) -t build -o '$(CURDIR)/$(3)' || { grep -v ': no const$$\|: not frozen$$\|^# ' $(3)/log >&2; false; }; }
endef

# $(call sdk_needs,sim|screens|board): names what is missing before anything is built.
sdk_needs = sh tools/make/sdk-needs.sh '$(SDK)' $(1)
.PHONY: sim-needs
sim-needs:
	@$(call sdk_needs,sim)

.PHONY: sdk-board
sdk-board: build/bundle/sdk.js
	@$(call sdk_build,platforms/sdk/headless,x-cli-lin,build/sdk,headless board)

# The simulator's board. SCREEN: one of the SDK's devices (build/simulators), by its platform's name.
SCREEN ?= m5stack
SIM_OUT := build/sim
SIM_APP := $(SIM_OUT)/bin/lin/$(SCREEN)/release/sim/mc.so

.PHONY: sim-app sim
sim-app: build/bundle/sdk.js build/bundle/display.js
	@$(sdk_found) && { [ -d '$(SDK)/build/simulators/$(SCREEN)' ] || { \
	  echo 'mite: no screen "$(SCREEN)"; there are:' $$(cd '$(SDK)/build/simulators' && ls -d */ | tr -d / | grep -v '^modules$$') >&2; false; }; }
	@$(call sdk_build,boards/sim,sim/$(SCREEN),$(SIM_OUT),simulator)
	@rm -rf $(SIM_OUT)/devices && mkdir -p $(SIM_OUT)/devices && \
	  ln -s '$(SDK)/build/simulators/$(SCREEN).js' '$(SDK)/build/simulators/$(SCREEN)' '$(SDK)/build/simulators/modules' $(SIM_OUT)/devices/

# With a trusted node of the devnet, like `make run`; the board's settings and the chain are in DATA.
sim: sim-needs sim-app node
	@node build/js/tools/run/main.js --simulator '$(SIM_APP)' --devices $(SIM_OUT)/devices --sdk '$(SDK)' \
	  --blocks='$(BLOCKS)' --data='$(DATA)' --listen='$(LISTEN)'
