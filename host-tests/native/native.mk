# The native hash module's tests, bench and compile checks. Works alone (`make -f host-tests/native/native.mk native`;
# what needs the Moddable SDK does not) and included by the Makefile. A skipped check says so.

NATIVE := host-tests/native
SEARCH := firmware/search
NATIVE_OUT := build/native
NATIVE_CC ?= gcc
RISCV_CC ?= riscv64-unknown-elf-gcc
XSNAP_XS := node_modules/@agoric/xsnap/moddable/xs

ifndef usable
include host-tests/tools.mk
endif

comma := ,
NATIVE_WARN := -std=c11 -Wall -Wextra -Werror
# The kernel's flags, for every build of it: scheduling before register allocation spills on chips with few registers.
MITE_KERNEL_FLAGS := -O3 -fno-schedule-insns
# What a host links; search_glue.c comes on top, compiled against its XS.
MITE_SEARCH_SOURCES := $(addprefix $(SEARCH)/,kernel.c kernel_versions.c backend_shani.c backend_avx2.c backend_arm64.c backends.c \
  sha256.c selftest.c lanes.c searcher.c searcher_works.c searcher_mailbox.c port_posix.c)

NATIVE_HEADERS := $(wildcard $(SEARCH)/*.h $(NATIVE)/*.h)
NATIVE_BUILD = @mkdir -p $(@D); $(NATIVE_CC) $(NATIVE_WARN) -g -I$(SEARCH) -I$(NATIVE)
# Where sanitizers do not run, the programs are built without them.
NATIVE_ASAN = -O2 $(if $(call usable,asan),-fsanitize=address$(comma)undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
NATIVE_TSAN := -O1 -fsanitize=thread
NATIVE_WRAP := $(addprefix -Wl$(comma)--wrap=mite_,micros thread_micros event_wait_for thread_rest backends) -pthread

# Broken copies, by the target that has them.
native_broken = $(foreach n,$(1),$(NATIVE_OUT)/broken/$(n).c)
NATIVE_BROKEN_ANY := $(call native_broken,1 2 3 4 5 6 7)
NATIVE_BROKEN_X64 := $(call native_broken,11 12 13 14 15 21 22 23 24)
NATIVE_BROKEN_ARM64 := $(call native_broken,31 32 33)
NATIVE_BROKEN := $(NATIVE_BROKEN_ANY) $(NATIVE_BROKEN_X64) $(NATIVE_BROKEN_ARM64)
NATIVE_BROKEN_OWN := $(if $(filter aarch64 arm64,$(shell uname -m)),$(NATIVE_BROKEN_ARM64),$(NATIVE_BROKEN_X64))
NATIVE_KERNEL_TEST := $(NATIVE)/kernel_test.c $(NATIVE)/conformance.c \
  $(filter-out $(addprefix $(SEARCH)/,lanes.c searcher%.c port_posix.c),$(MITE_SEARCH_SOURCES))
NATIVE_SEARCHER_TEST := $(addprefix $(NATIVE)/,searcher_test.c searcher_bed.c works_test.c mailbox_test.c \
  budget_test.c lanes_test.c plans_test.c pace_test.c wakes_test.c conformance.c) $(MITE_SEARCH_SOURCES)
NATIVE_M32 = -m32 -idirafter /usr/include/$(shell $(NATIVE_CC) -print-multiarch 2>/dev/null)
# A program for arm64, linked statically.
NATIVE_ARM64_CC ?= aarch64-linux-gnu-gcc
# Copies of the searcher, each with one mistake, which its tests of wakes have to catch; one of them with the thread
# sanitizer's help.
NATIVE_DEAF := 41 42 43 45
NATIVE_TESTS = $(addprefix $(NATIVE_OUT)/,kernel-test searcher-test $(NATIVE_DEAF:%=searcher-deaf-%)) \
  $(if $(call usable,tsan),$(addprefix $(NATIVE_OUT)/,searcher-test-tsan searcher-deaf-44)) \
  $(if $(call usable,m32),$(addprefix $(NATIVE_OUT)/,kernel-test-32 searcher-test-32)) \
  $(if $(call usable,arm64),$(NATIVE_OUT)/kernel-test-arm64)

## native: build the native tests and the bench of firmware/search
.PHONY: native
native:
	@$(MAKE) --no-print-directory -f $(NATIVE)/native.mk $(NATIVE_TESTS) $(NATIVE_OUT)/bench $(NATIVE_OUT)/idle
	@$(if $(call usable,asan),,echo "skipped: sanitizers in the native tests: $(call lacking,asan)")

# Copies of the backends, each with one mistake, which the conformance suite has to catch. Of kernel.c: a schedule word,
# the last nonce of a range, a carry of the nonce, an early exit that is too strict; of kernel_versions.c: a schedule
# word, the last version, a candidate that hides another.
$(NATIVE_OUT)/broken/1.c: NATIVE_MISTAKE := s/w\[9\] + job->w32/w[9] + job->w31/
$(NATIVE_OUT)/broken/2.c: NATIVE_MISTAKE := s/w3 != end/w3 + (1u << 24) != end/
$(NATIVE_OUT)/broken/3.c: NATIVE_MISTAKE := s/mite_swap(first + done)/mite_swap((first \& 0xffff0000u) | ((first + done) \& 0xffffu))/
$(NATIVE_OUT)/broken/4.c: NATIVE_MISTAKE := s/reject = job->reject/reject = job->reject | job->reject >> 1/
$(NATIVE_OUT)/broken/5.c: NATIVE_MISTAKE := s/w\[9\] + job->w32/w[9] + job->w31/
$(NATIVE_OUT)/broken/6.c: NATIVE_MISTAKE := s/job->version + job->versions/job->version + job->versions - (job->versions > 1)/
$(NATIVE_OUT)/broken/7.c: NATIVE_MISTAKE := s/found |= 1u << (v/found = 1u << (v/
# SHA-NI: a schedule word, a candidate beyond the range, a nonce skipped, a group of versions in another's place, a round
# less. AVX2: a schedule word, a candidate beyond the range, lanes in disorder, versions taken for each other. arm64: as the
# first, second and fourth of SHA-NI.
$(NATIVE_OUT)/broken/11.c: NATIVE_MISTAKE := s/BITS1), job->w31/BITS1), job->w32/
$(NATIVE_OUT)/broken/12.c: NATIVE_MISTAKE := s/nonce < count - done/nonce <= count - done/
$(NATIVE_OUT)/broken/13.c: NATIVE_MISTAKE := s/__builtin_ctz(hits)/(31 - __builtin_clz(hits))/
$(NATIVE_OUT)/broken/14.c: NATIVE_MISTAKE := s/<< (v \* LANES)/<< v/
$(NATIVE_OUT)/broken/15.c: NATIVE_MISTAKE := s/i < 15; i++/i < 14; i++/
$(NATIVE_OUT)/broken/21.c: NATIVE_MISTAKE := s/MITE_s0(BITS1)/MITE_s0(BITS2)/
$(NATIVE_OUT)/broken/22.c: NATIVE_MISTAKE := s/nonce < count - done/nonce <= count - done/
$(NATIVE_OUT)/broken/23.c: NATIVE_MISTAKE := s/5, 6, 7}/5, 7, 6}/
$(NATIVE_OUT)/broken/24.c: NATIVE_MISTAKE := s/hits\[v\] >> nonce/any >> nonce/
$(NATIVE_OUT)/broken/31.c: NATIVE_MISTAKE := s/BITS1), job->w31/BITS1), job->w32/
$(NATIVE_OUT)/broken/32.c: NATIVE_MISTAKE := s/nonce < count - done/nonce <= count - done/
$(NATIVE_OUT)/broken/33.c: NATIVE_MISTAKE := s/<< v;/<< v \/ LANES;/
$(NATIVE_BROKEN_ARM64): $(SEARCH)/backend_arm64.c
$(addprefix $(NATIVE_OUT)/broken/,11.c 12.c 13.c 14.c 15.c): $(SEARCH)/backend_shani.c
$(addprefix $(NATIVE_OUT)/broken/,21.c 22.c 23.c 24.c): $(SEARCH)/backend_avx2.c
$(addprefix $(NATIVE_OUT)/broken/,1.c 2.c 3.c 4.c): $(SEARCH)/kernel.c
$(addprefix $(NATIVE_OUT)/broken/,5.c 6.c 7.c): $(SEARCH)/kernel_versions.c
$(NATIVE_BROKEN): $(NATIVE)/native.mk
	@mkdir -p $(@D)
	@sed -e '$(NATIVE_MISTAKE)' $(filter %.c,$^) > $@.tmp
	@! cmp -s $(filter %.c,$^) $@.tmp || { echo "$@: the mistake no longer fits $(filter %.c,$^)"; exit 1; }
	@sed -E -e 's/mite_backend_(portable|sha_ni|avx2|sha2_arm64)/mite_broken_$(basename $(@F))/' -e 's/mite_scan_versions\(const/mite_broken_scan_$(basename $(@F))(const/' $@.tmp > $@ && rm $@.tmp
	@if [ $(filter %.c,$^) = $(SEARCH)/kernel_versions.c ]; then n=$(basename $(@F)); \
	  echo "const struct mite_backend mite_broken_$$n = {.name = \"portable\", .scan = mite_broken_scan_$$n};" >> $@; fi

$(NATIVE_BROKEN:.c=.o): %.o: %.c $(NATIVE_HEADERS)
	$(NATIVE_BUILD) -O1 -c $< -o $@
$(NATIVE_OUT)/kernel-test: $(NATIVE_KERNEL_TEST) $(patsubst %.c,%.o,$(NATIVE_BROKEN_ANY) $(NATIVE_BROKEN_OWN)) $(NATIVE_HEADERS)
	$(NATIVE_BUILD) $(NATIVE_ASAN) $(filter %.c %.o,$^) -o $@
$(NATIVE_OUT)/kernel-test-32: $(NATIVE_KERNEL_TEST) $(NATIVE_BROKEN_ANY) $(NATIVE_HEADERS)
	$(NATIVE_BUILD) $(NATIVE_M32) $(MITE_KERNEL_FLAGS) $(filter %.c,$^) -o $@
$(NATIVE_OUT)/kernel-test-arm64: $(NATIVE_KERNEL_TEST) $(NATIVE_BROKEN_ANY) $(NATIVE_BROKEN_ARM64) $(NATIVE_HEADERS)
	@mkdir -p $(@D)
	@$(NATIVE_ARM64_CC) -static $(NATIVE_WARN) -O2 -I$(SEARCH) -I$(NATIVE) $(filter %.c,$^) -o $@
$(NATIVE_OUT)/searcher-test: $(NATIVE_SEARCHER_TEST) $(NATIVE_HEADERS)
	$(NATIVE_BUILD) $(NATIVE_ASAN) $(filter %.c,$^) $(NATIVE_WRAP) -o $@
$(NATIVE_OUT)/searcher-test-tsan: $(NATIVE_SEARCHER_TEST) $(NATIVE_HEADERS)
	$(NATIVE_BUILD) $(NATIVE_TSAN) $(filter %.c,$^) $(NATIVE_WRAP) -o $@
$(NATIVE_OUT)/searcher-test-32: $(NATIVE_SEARCHER_TEST) $(NATIVE_HEADERS)
	$(NATIVE_BUILD) $(NATIVE_M32) $(MITE_KERNEL_FLAGS) $(filter %.c,$^) $(NATIVE_WRAP) -o $@
# A wake that failed is forgotten; a thread without work does not try again; one with work does not; the first machine's
# lock is said to be there before it is; as the searcher was before, with a flag that outlives a lost wake.
$(NATIVE_OUT)/deaf/41/searcher_mailbox.c: NATIVE_MISTAKE := s/if (!posted &&/if (posted \&\&/
$(NATIVE_OUT)/deaf/42/searcher.c: NATIVE_MISTAKE := s/again = searcher->pending/again = false \&\& searcher->pending/
$(NATIVE_OUT)/deaf/43/searcher.c: NATIVE_MISTAKE := /while (!searcher->closing) {/{n;s/mite_mailbox_tell(searcher);//}
$(NATIVE_OUT)/deaf/44/searches.h: NATIVE_MISTAKE := s/MITE_SEARCHES_MAKING, false/MITE_SEARCHES_READY, false/;s/const bool made/mite_thread_pause(); &/
$(NATIVE_OUT)/deaf/45/searcher_mailbox.c: NATIVE_MISTAKE := s/searcher->pending = searcher->posted = false/searcher->pending = false/
$(NATIVE_OUT)/deaf/%: $(NATIVE)/native.mk $(NATIVE_SEARCHER_TEST) $(NATIVE_HEADERS)
	@mkdir -p $(@D)
	@sed -e '$(NATIVE_MISTAKE)' $(SEARCH)/$(@F) > $@
	@! cmp -s $(SEARCH)/$(@F) $@ || { echo "$@: the mistake no longer fits $(SEARCH)/$(@F)"; rm $@; exit 1; }
$(addprefix $(NATIVE_OUT)/searcher-deaf-,41 45): $(NATIVE_OUT)/searcher-deaf-%: $(NATIVE_OUT)/deaf/%/searcher_mailbox.c
$(addprefix $(NATIVE_OUT)/searcher-deaf-,42 43): $(NATIVE_OUT)/searcher-deaf-%: $(NATIVE_OUT)/deaf/%/searcher.c
$(addprefix $(NATIVE_OUT)/searcher-deaf-,41 42 43 45):
	$(NATIVE_BUILD) -O1 $(filter-out $(SEARCH)/$(<F),$(NATIVE_SEARCHER_TEST)) $< $(NATIVE_WRAP) -o $@
$(NATIVE_OUT)/searcher-deaf-44: $(NATIVE_OUT)/deaf/44/searches.h
	@mkdir -p $(@D); $(NATIVE_CC) $(NATIVE_WARN) -g -I$(<D) -I$(SEARCH) -I$(NATIVE) $(NATIVE_TSAN) $(NATIVE_SEARCHER_TEST) $(NATIVE_WRAP) -o $@
$(NATIVE_OUT)/bench: $(NATIVE)/bench.c $(MITE_SEARCH_SOURCES) $(NATIVE_HEADERS)
	$(NATIVE_BUILD) $(MITE_KERNEL_FLAGS) $(filter %.c,$^) -pthread -o $@

$(NATIVE_OUT)/idle: $(NATIVE)/idle.c $(MITE_SEARCH_SOURCES) $(NATIVE_HEADERS)
	$(NATIVE_BUILD) $(MITE_KERNEL_FLAGS) $(filter %.c,$^) -pthread -o $@

## native-bench: MH/s of the kernel and of 1..N search threads, JSON lines
.PHONY: native-bench
native-bench: $(NATIVE_OUT)/bench
	@$<

# What binds the modules to XS, against the headers of @agoric/xsnap and of the Moddable SDK.
## glue-check: compile firmware/search/search_glue.c and firmware/curve/curve_glue.c against both XS header sets
NATIVE_GLUE := $(SEARCH)/search_glue.c firmware/curve/curve_glue.c
.PHONY: glue-check
glue-check: | $(XSNAP_XS)/includes/xsmc.h
	@mkdir -p $(NATIVE_OUT)
	@for file in $(NATIVE_GLUE); do \
	  $(NATIVE_CC) $(NATIVE_WARN) -O2 -I$(SEARCH) -I$(XSNAP_XS)/includes -c $$file -o $(NATIVE_OUT)/glue-xsnap.o || exit 1; \
	  echo "ok $$(basename $$file) with the headers of @agoric/xsnap"; \
	  if [ -f "$(SDK)/xs/includes/xsmc.h" ]; then \
	    $(NATIVE_CC) $(NATIVE_WARN) -O2 -I$(SEARCH) -I$(SDK)/xs/includes -c $$file -o $(NATIVE_OUT)/glue-sdk.o || exit 1; \
	    echo "ok $$(basename $$file) with the headers of the Moddable SDK"; \
	  else echo "skipped: $$(basename $$file) with the Moddable SDK's headers (npx xs-dev setup)"; fi; \
	done

# The module at work on XS, twice from one script: on the SDK's XS, headless, and on the host board's.
# $(call on_sdk,FOLDER,NAME,WHAT): builds FOLDER's manifest with the Moddable SDK (Linux, no simulator) and runs it.
define on_sdk
if sh host-tests/tools.sh sdk >/dev/null; then \
  mkdir -p $(NATIVE_OUT)/$(2) && { $(sdk_environment); } && cd $(1) && \
  { mcconfig -m -p x-cli-lin -o "$(CURDIR)/$(NATIVE_OUT)/$(2)" > "$(CURDIR)/$(NATIVE_OUT)/$(2)/build.log" 2>&1 \
    || { cat "$(CURDIR)/$(NATIVE_OUT)/$(2)/build.log"; exit 1; }; } && \
  "$(CURDIR)/$(NATIVE_OUT)/$(2)/bin/lin/release/sdk"; \
else echo "skipped: $(3): $$(sh host-tests/tools.sh sdk)"; fi
endef

## sdk-check: the search module on the Moddable SDK's XS
.PHONY: sdk-check
sdk-check:
	@$(call on_sdk,$(NATIVE)/sdk,sdk,the search module)

## sdk-cases: the cases that run on every engine, on the Moddable SDK's XS (build/bundle/cases.js has to be there)
.PHONY: sdk-cases
sdk-cases:
	@$(call on_sdk,host-tests/cases/sdk,sdk-cases,the cases)

# The board is built by platforms/host/host.mk.
.PHONY: board-check
board-check:
	@mkdir -p $(NATIVE_OUT)
	@if [ -x build/host/mite-board ]; then \
	  npx --no-install esbuild $(NATIVE)/board.ts --bundle --format=esm --platform=neutral --target=es2022 \
	    --log-level=warning --outfile=$(NATIVE_OUT)/board.js && build/host/mite-board --run $(NATIVE_OUT)/board.js; \
	else echo "skipped: the search module on the host board (make build/host/mite-board)"; fi

## riscv-check: compile the kernel and the searcher for rv32imc, freestanding
.PHONY: riscv-check
riscv-check:
	@mkdir -p $(NATIVE_OUT)/rv32
	@if sh host-tests/tools.sh rv32 >/dev/null; then \
	  for file in kernel kernel_versions sha256 selftest backends lanes searcher searcher_works \
	    searcher_mailbox; do \
	    $(RISCV_CC) $(NATIVE_WARN) $(MITE_KERNEL_FLAGS) -O2 -march=rv32imc -mabi=ilp32 -ffreestanding -I$(SEARCH) \
	      -isystem $(NATIVE)/freestanding -DMITE_PORT_TYPES='"port_types.h"' -DMITE_MAX_THREADS=2 \
	      -c $(SEARCH)/$$file.c -o $(NATIVE_OUT)/rv32/$$file.o || exit 1; \
	  done; echo "ok rv32imc: kernel, sha256, selftest, lanes, searcher compile freestanding"; \
	else echo "skipped: rv32imc compile check: $$(sh host-tests/tools.sh rv32)"; fi
