# The host board: XS from @agoric/xsnap's sources, the C host, the bundles. Variants: release, asan, m32.

XS := node_modules/@agoric/xsnap/moddable/xs
# Listed by name, since the sources do not exist until npm has run. The slowest first.
XS_NAMES := xsRun xsre xsSyntaxical xsCode xsBigInt xsArray xsString xsAll xsAPI xsArguments xsAtomics xsBoolean \
  xsCommon xsDataView xsDate xsDebug xsDefaults xsError xsFunction xsGenerator xsGlobal xsJSON xsLexical xsLockdown \
  xsMapSet xsMarshall xsMath xsMemory xsModule xsNumber xsObject xsPlatforms xsProfile xsPromise xsProperty xsProxy \
  xsRegExp xsScope xsScript xsSnapshot xsSourceMap xsSymbol xsTree xsType xsdtoa xsmc
BOARD_SOURCES := $(wildcard platforms/host/*.c) \
  $(addprefix firmware/search/,kernel.c kernel_versions.c backend_shani.c backend_avx2.c backend_arm64.c backends.c sha256.c selftest.c \
  lanes.c searcher.c searcher_works.c searcher_mailbox.c port_posix.c search_glue.c) \
  $(addprefix firmware/curve/,curve.c curve_glue.c libsecp256k1.c)

ifeq ($(origin CC),default)
CC := gcc
endif
XS_FLAGS := -fno-strict-aliasing -DINCLUDE_XSPLATFORM -DXSPLATFORM='"mite_xs_platform.h"' -DmxRun=1 -DmxParse=1 -Iplatforms/host
BOARD_FLAGS := -std=gnu11 -D_GNU_SOURCE -Wall -Wextra -Werror -Wno-clobbered -g $(XS_FLAGS) -Ifirmware/search \
  $(addprefix -isystem $(XS)/,includes platforms sources) -Wa,-Ibuild/bundle -MMD -MP

# TLS if OpenSSL's headers are installed and a program links (tls.flags, tls.libs); otherwise the board has none.
# The stamp's name forces a rebuild when the headers come or go.
TLS_STATE := $(if $(wildcard /usr/include/openssl/ssl.h /usr/include/*/openssl/ssl.h),with,without)

# $(call variant,NAME,flags of all,flags of XS,flags of ours)
define variant
build/host/$(1)/xs/%.o: $(XS)/sources/%.c platforms/host/mite_xs_platform.h build/npm.stamp build/host/$(1)/cc.stamp
	@$$(CC) -w $(2) $(3) $$(XS_EXTRA) $$(XS_FLAGS) -I$(XS)/includes -I$(XS)/platforms -I$(XS)/sources -c $$< -o $$@
build/host/$(1)/%.o: %.c build/npm.stamp build/host/$(1)/cc.stamp
	@mkdir -p $$(@D)
	@$$(CC) $(2) $(4) $$(BOARD_FLAGS) -c $$< -o $$@
$(addprefix build/host/$(1)/firmware/search/,kernel.o kernel_versions.o): private BOARD_FLAGS += -O3 -fno-schedule-insns
build/host/$(1)/firmware/curve/libsecp256k1.o: package-lock.json
build/host/$(1)/platforms/host/bundle.o: build/bundle/host.js build/bundle/mite.js
build/host/$(1)/platforms/host/tls.o: build/host/$(1)/tls-$(TLS_STATE).stamp
build/host/$(1)/platforms/host/tls.o: private BOARD_FLAGS += @build/host/$(1)/tls.flags
build/host/$(1)/mite-board: $(XS_NAMES:%=build/host/$(1)/xs/%.o) $(BOARD_SOURCES:%.c=build/host/$(1)/%.o)
	@$$(CC) $(2) $(4) $$^ -o $$@ @build/host/$(1)/tls.libs -lm -lpthread -ldl
-include $(BOARD_SOURCES:%.c=build/host/$(1)/%.d)
endef
$(eval $(call variant,release,-O2,,))
$(eval $(call variant,asan,-O1 -g -fno-omit-frame-pointer -fsanitize=address -DmxNoChunks=1 -DmxPoisonSlots=1,,-fsanitize=undefined -fno-sanitize-recover=undefined))
# Where gcc-multilib had to give way to a cross compiler (Debian lets one have only gcc-12-multilib then), asm/ is missing.
M32_MULTIARCH := $(shell $(CC) -print-multiarch 2>/dev/null)
M32 := -m32$(if $(M32_MULTIARCH), -idirafter /usr/include/$(M32_MULTIARCH))
$(eval $(call variant,m32,-O2 $(M32),,))

# A board with deliberately wrong backends under names of the tests, for the tests.
build/host/faulty/mite-board: build/host/release/mite-board host-tests/host/faulty.c host-tests/host/names.c
	@mkdir -p $(@D)
	@$(CC) -O2 $(BOARD_FLAGS) -MF $(@D)/faulty.d -c host-tests/host/faulty.c -o $(@D)/faulty.o
	@$(CC) -O2 $(BOARD_FLAGS) -MF $(@D)/names.d -c host-tests/host/names.c -o $(@D)/names.o
	@$(CC) -O2 $(XS_NAMES:%=build/host/release/xs/%.o) $(BOARD_SOURCES:%.c=build/host/release/%.o) $(@D)/faulty.o \
	  $(@D)/names.o -Wl,--wrap=mite_backends,--wrap=getaddrinfo -o $@ @build/host/release/tls.libs -lm -lpthread -ldl

# Its string functions read whole aligned words, past the end by design.
build/host/asan/xs/xsCommon.o: private XS_EXTRA := -fno-sanitize=address

# Kept, so that make does not rebuild everything.
.PRECIOUS: build/host/%/cc.stamp build/host/%/tls-$(TLS_STATE).stamp

build/host/%/tls-$(TLS_STATE).stamp: build/host/%/cc.stamp
	@rm -f $(@D)/tls-*.stamp
	@printf '#include <openssl/ssl.h>\nint main(void) { return SSL_CTX_new(TLS_client_method()) == NULL; }\n' > $(@D)/try-tls.c
	@if $(CC) $(if $(filter m32,$*),$(M32)) $(@D)/try-tls.c -o $(@D)/try-tls -lssl -lcrypto 2> $(@D)/try-tls.log; \
	  then echo -DMITE_TLS > $(@D)/tls.flags; echo -lssl -lcrypto > $(@D)/tls.libs; \
	  else : > $(@D)/tls.flags; : > $(@D)/tls.libs; echo 'XS: the $* board has no TLS (Debian package libssl-dev)'; fi
	@touch $@

# Can this compiler make such a program at all?
build/host/%/cc.stamp:
	@mkdir -p $(@D)/xs
	@printf '#include <errno.h>\n#include <stdio.h>\nint main(void) { return puts("") < 0 && errno; }\n' > $(@D)/try.c
	@$(CC) $(if $(filter asan,$*),-fsanitize=address$(,)undefined) $(if $(filter m32,$*),$(M32)) $(@D)/try.c -o $(@D)/try \
	  2> $(@D)/try.log || { cat $(@D)/try.log >&2; echo 'mite: no working C compiler: sudo apt-get install' \
	  'gcc libc6-dev$(if $(filter m32,$*), gcc-multilib)$(if $(filter asan,$*), libasan8 (or your gcc'"'"'s))' >&2; exit 1; }
	@touch $@

, := ,

build/host/mite-board: build/host/release/mite-board
	@cp -f $< $@.new && mv -f $@.new $@

# ---- bundles: one for the firmware, whatever runs it; host.js is this board's entry

include firmware/protocol/mqtt/codec.mk
# Short identifiers: XS keeps the names of variables and private fields in flash (14 KB of 362).
SHORTEN := --minify-identifiers
BUNDLE := npx --no-install esbuild --bundle $(SHORTEN) --format=esm --platform=neutral --main-fields=module,main \
  --target=es2022 --log-level=warning $(MQTT_ALIASES)
VERSION := $(shell sed -n 's/^ *"version": "\(.*\)",/\1/p' package.json)
FIRMWARE_TS := $(shell find firmware platforms/host/firmware -name '*.ts' -o -name '*.cts')

# What firmware/parts/update/build.ts says about a build. UPDATE_KEY: see docs/operations.md, "Updates".
UPDATE_KEY ?=
SECURITY ?= 0
DEFINES = --define:MITE_VERSION='"$(VERSION)"' --define:MITE_SECURITY=$(SECURITY) --define:MITE_UPDATE_KEY='"$(UPDATE_KEY)"'
BUILD_STAMP := build/bundle/defines-$(VERSION)-$(SECURITY)-$(UPDATE_KEY).stamp
$(BUILD_STAMP):
	@mkdir -p $(@D) && rm -f build/bundle/defines-*.stamp && touch $@
build/bundle/mite.js: $(FIRMWARE_TS) build/npm.stamp $(BUILD_STAMP)
	@$(BUNDLE) firmware/board.ts $(DEFINES) --outfile=$@
build/bundle/host.js: $(FIRMWARE_TS) build/npm.stamp
	@$(BUNDLE) platforms/host/firmware/main.ts --external:./mite.js --outfile=$@
# Another build of the firmware, for an update: make bundle BUNDLE_OUT=file VERSION=1.2.3 UPDATE_KEY=... SECURITY=1
.PHONY: bundle
bundle: build/npm.stamp
	@$(BUNDLE) firmware/board.ts $(DEFINES) --outfile=$(BUNDLE_OUT)
build/bundle/cases.js: $(FIRMWARE_TS) $(wildcard host-tests/cases/*.ts docs/*vectors*) build/npm.stamp
	@$(BUNDLE) host-tests/cases/xs-cases.ts --outfile=$@
build/bundle/xs-main.js: host-tests/cases/xs-main.ts build/npm.stamp
	@$(BUNDLE) $< --external:./cases.js --outfile=$@

# The cases' own objects need more than a board's heap; here only the answers matter, not the limit.
RUN_CASES := --run build/bundle/xs-main.js --preload build/bundle/cases.js --heap 33554432
test-xs: test-builds
	@echo 'Cases on XS:' && build/host/release/mite-board $(RUN_CASES)
	@if [ -x build/host/m32/mite-board ]; then echo 'Cases on XS, 32-bit:' && build/host/m32/mite-board $(RUN_CASES); \
	  else echo 'Cases on XS, 32-bit: skipped (Debian package gcc-multilib)'; fi

size: emulated-board
	@wc -c build/bundle/mite.js build/bundle/host.js
	@build/host/mite-board --run platforms/host/size.js

.PHONY: emulated-board board-asan board-m32 board-faulty test-xs size
emulated-board: build/npm.stamp
	@$(MAKE) -q build/host/mite-board 2>/dev/null || \
	  $(STEP) 'board: compiling XS and the firmware (up to 2 minutes)' -- $(MAKE) build/host/mite-board

board-faulty: build/host/faulty/mite-board
	@:

# Skipped with a message where the compiler cannot make them.
board-asan board-m32: board-%: build/npm.stamp
	@$(MAKE) -q build/host/$*/mite-board 2>/dev/null || \
	  if reason=$$(sh host-tests/tools.sh $*); then \
	    $(STEP) 'XS: compiling the $* board (up to 3 minutes)' -- $(MAKE) build/host/$*/mite-board; \
	  else echo "mite: skipped the $* board: $$reason"; fi

test-builds: emulated-board board-faulty board-asan board-m32 build/bundle/cases.js build/bundle/xs-main.js
