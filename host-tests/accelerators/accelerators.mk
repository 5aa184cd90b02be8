# The SHA accelerators' drivers on register-level models. Works alone (`make -f host-tests/accelerators/accelerators.mk
# accelerators`) and included by the Makefile.

ACC := host-tests/accelerators
ACC_SEARCH := firmware/search
ACC_OUT := build/accelerators
ACC_CC ?= gcc
ACC_FLAGS := -std=c11 -Wall -Wextra -Werror -g -I$(ACC_SEARCH) -I$(ACC) -isystem $(ACC)/idf -Ihost-tests/native
ifndef usable
include host-tests/tools.mk
endif
ACC_COMMA := ,
# Where sanitizers do not run, the programs are built without them.
ACC_ASAN = -O1 $(if $(call usable,asan),-fsanitize=address$(ACC_COMMA)undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
ACC_BINDING := -include $(ACC)/access.h -DMITE_SHA_BINDING='"sha_idf.h"'
# One program has both families: the lock code gets a name in each.
ACC_CLASSIC := -DCONFIG_IDF_TARGET_ESP32=1 -Dmite_sha_take=classic_take -Dmite_sha_give=classic_give
ACC_RESTORE := -DCONFIG_IDF_TARGET_ESP32S3=1 -Dmite_sha_take=restore_take -Dmite_sha_give=restore_give
ACC_ONE_LOCK := -DCONFIG_IDF_TARGET_ESP32=1 -Dmite_sha_take=one_lock_take -Dmite_sha_give=one_lock_give

ACC_PLAIN := $(addprefix $(ACC_SEARCH)/,sha_engine.c sha_calibrate.c kernel.c kernel_versions.c sha256.c selftest.c) \
  $(addprefix $(ACC)/,model.c idf.c users.c counts.c) host-tests/native/conformance.c
ACC_HEADERS := $(wildcard $(ACC_SEARCH)/*.h $(ACC)/*.h $(ACC)/idf/*.h $(ACC)/idf/*/*.h host-tests/native/*.h)
ACC_BROKEN_NUMBERS := 1 2 3 4 5 6

## accelerators: build the tests of the SHA accelerators' drivers
.PHONY: accelerators
accelerators: $(addprefix $(ACC_OUT)/,accelerators-test accelerators-test-fast count wake-test)
	@$(if $(call usable,tsan),$(MAKE) --no-print-directory -f $(ACC)/accelerators.mk $(ACC_OUT)/port-test)
	@$(if $(call usable,asan),,echo "skipped: sanitizers in the tests of the SHA engines' drivers: $(call lacking,asan)")

# Copies of the drivers, each with one mistake. Classic: zeros of the second block are left to what is there, the nonce
# is in the processor's byte order, LOAD is not waited for. Restore: the zeros of M are not written after a reset, the
# second hash's length is the first one's, the first hash is not waited for. The last: not all locks are taken.
$(ACC_OUT)/broken/1.c: ACC_MISTAKE := s/i < 15; i++/i < 9; i++/
$(ACC_OUT)/broken/2.c: ACC_MISTAKE := s/mite_swap(first + \(done\|i\))/(first + \1)/
$(ACC_OUT)/broken/3.c: ACC_MISTAKE := s/WAIT(CLASSIC_LOAD1);//
$(ACC_OUT)/broken/4.c: ACC_MISTAKE := s/MITE_SHA_WRITE(M(i), 0)/(void)i/
$(ACC_OUT)/broken/5.c: ACC_MISTAKE := s/M(15), BITS2/M(15), BITS1/
$(ACC_OUT)/broken/6.c: ACC_MISTAKE := s/WAIT(RESTORE_HASH1);//
$(ACC_OUT)/broken/one_lock.c: ACC_MISTAKE := s/{SHA1, SHA2_256, SHA2_512}/{SHA1, SHA2_256}/
$(addprefix $(ACC_OUT)/broken/,1.c 2.c 3.c): $(ACC_SEARCH)/sha_classic.c
$(addprefix $(ACC_OUT)/broken/,4.c 5.c 6.c): $(ACC_SEARCH)/sha_restore.c
$(ACC_OUT)/broken/one_lock.c: $(ACC_SEARCH)/sha_idf.c
ACC_BROKEN := $(foreach n,$(ACC_BROKEN_NUMBERS) one_lock,$(ACC_OUT)/broken/$(n).c)
$(ACC_BROKEN): $(ACC)/accelerators.mk
	@mkdir -p $(@D)
	@sed -e '$(ACC_MISTAKE)' $(filter %.c,$^) > $@.tmp
	@! cmp -s $(filter %.c,$^) $@.tmp || { echo "$@: the mistake no longer fits $(filter %.c,$^)"; exit 1; }
	@sed -E -e 's/mite_sha_(classic|restore)( =|,|\))/mite_sha_broken_$(basename $(@F))\2/g' -e 's/(mite_backend)_sha_(classic|restore)/\1_broken_$(basename $(@F))/' \
	  $@.tmp > $@ && rm $@.tmp

# $(call acc_objects,FOLDER,FLAGS): what has to be compiled in a way of its own; the rest goes with the program.
define acc_objects
$(1)/classic.o: $(ACC_SEARCH)/sha_classic.c $(ACC_HEADERS)
	$$(ACC_BUILD) $(2) $(ACC_BINDING) $(ACC_CLASSIC) -c $$< -o $$@
$(1)/restore.o: $(ACC_SEARCH)/sha_restore.c $(ACC_HEADERS)
	$$(ACC_BUILD) $(2) $(ACC_BINDING) $(ACC_RESTORE) -c $$< -o $$@
$(1)/classic_idf.o: $(ACC_SEARCH)/sha_idf.c $(ACC_HEADERS)
	$$(ACC_BUILD) $(2) -include $(ACC)/access.h $(ACC_CLASSIC) -c $$< -o $$@
$(1)/restore_idf.o: $(ACC_SEARCH)/sha_idf.c $(ACC_HEADERS)
	$$(ACC_BUILD) $(2) -include $(ACC)/access.h $(ACC_RESTORE) -c $$< -o $$@
$(1)/one_lock_idf.o: $(ACC_OUT)/broken/one_lock.c $(ACC_HEADERS)
	$$(ACC_BUILD) $(2) -include $(ACC)/access.h $(ACC_ONE_LOCK) -c $$< -o $$@
$(1)/one_lock.o: $(ACC_SEARCH)/sha_classic.c $(ACC_HEADERS)
	$$(ACC_BUILD) $(2) $(ACC_BINDING) $(ACC_ONE_LOCK) -Dmite_sha_classic=mite_sha_one_lock \
	  -Dmite_backend_sha_classic=mite_backend_one_lock -c $$< -o $$@
$(foreach n,1 2 3,$(1)/broken_$(n).o): $(1)/broken_%.o: $(ACC_OUT)/broken/%.c $(ACC_HEADERS)
	$$(ACC_BUILD) $(2) $(ACC_BINDING) $(ACC_CLASSIC) -c $$< -o $$@
$(foreach n,4 5 6,$(1)/broken_$(n).o): $(1)/broken_%.o: $(ACC_OUT)/broken/%.c $(ACC_HEADERS)
	$$(ACC_BUILD) $(2) $(ACC_BINDING) $(ACC_RESTORE) -c $$< -o $$@
endef
ACC_BUILD = @mkdir -p $(@D); $(ACC_CC) $(ACC_FLAGS)
ACC_DRIVERS := classic restore classic_idf restore_idf
ACC_ALL := $(ACC_DRIVERS) one_lock one_lock_idf $(addprefix broken_,$(ACC_BROKEN_NUMBERS))
$(eval $(call acc_objects,$(ACC_OUT)/asan,$$(ACC_ASAN)))
$(eval $(call acc_objects,$(ACC_OUT)/fast,-O2))

$(ACC_OUT)/accelerators-test: $(ACC)/accelerators_test.c $(ACC)/running_test.c $(ACC_PLAIN) $(ACC_ALL:%=$(ACC_OUT)/asan/%.o) $(ACC_HEADERS)
	$(ACC_BUILD) $(ACC_ASAN) $(filter %.c %.o,$^) -o $@
$(ACC_OUT)/accelerators-test-fast: $(ACC)/accelerators_test.c $(ACC)/running_test.c $(ACC_PLAIN) $(ACC_ALL:%=$(ACC_OUT)/fast/%.o) $(ACC_HEADERS)
	$(ACC_BUILD) -O2 $(filter %.c %.o,$^) -o $@
$(ACC_OUT)/count: $(ACC)/count.c $(ACC_PLAIN) $(ACC_DRIVERS:%=$(ACC_OUT)/fast/%.o) $(ACC_HEADERS)
	$(ACC_BUILD) -O2 $(filter %.c %.o,$^) -o $@

# port.h on FreeRTOS, with POSIX threads in FreeRTOS's place.
$(ACC_OUT)/port-test: $(addprefix host-tests/idf/freertos/,port_test.c freertos.c) $(ACC_SEARCH)/port_freertos.c \
  $(ACC_HEADERS) $(wildcard host-tests/idf/freertos/*.h host-tests/idf/freertos/*/*.h)
	@mkdir -p $(@D); $(ACC_CC) -std=gnu11 -Wall -Wextra -Werror -g -O1 -fsanitize=thread -I$(ACC_SEARCH) \
	  -Ihost-tests/native -isystem host-tests/idf/freertos -DMITE_PORT_TYPES='"port_freertos.h"' -DMITE_MAX_THREADS=4 \
	  $(filter %.c,$^) -pthread -o $@

# The searcher's wake on the SDK's messages, on ESP-IDF.
$(ACC_OUT)/wake-test: host-tests/idf/freertos/wake_test.c platforms/sdk/wake.c $(ACC_HEADERS) \
  $(wildcard host-tests/idf/freertos/*/*.h)
	@mkdir -p $(@D); $(ACC_CC) -std=gnu11 -Wall -Wextra -Werror -g $(ACC_ASAN) -DESP_PLATFORM \
	  -I$(ACC_SEARCH) -Ihost-tests/native -isystem host-tests/idf/freertos -isystem host-tests/idf/freertos/xs \
	  $(filter %.c,$^) -o $@
