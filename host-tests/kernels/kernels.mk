# The search kernels on emulated chips: executed instructions, and the conformance suite, in QEMU's bare machines.
# Works alone (`make -f host-tests/kernels/kernels.mk kernels`) and included by the Makefile. A folder an ISA: start-up,
# linker script, semihosting. What is missing on this machine is skipped aloud.

KERNELS := host-tests/kernels
KERNELS_OUT := build/kernels
KERNELS_SEARCH := firmware/search
# 15,625 groups are a million pairs.
KERNELS_GROUPS ?= 15625

# Scheduling before register allocation spills on chips with few registers: the largest single gain. -O3 and -O2 give
# the same code here; -Os costs 4 %.
KERNELS_FLAGS := -O3 -fno-schedule-insns

RISCV_CC ?= riscv64-unknown-elf-gcc
rv32_CC := $(RISCV_CC)
# In host-tests/tools.sh.
rv32_TOOLS := rv32 qemu-rv32
rv32_FLAGS := -march=rv32imc -mabi=ilp32
rv32_QEMU := qemu-system-riscv32 -M virt -bios none -nographic -semihosting-config enable=on,target=native
rv32_BACKENDS := portable riscv
rv32_KERNELS := kernel kernel_versions backend_assembly rv32_kernel

XTENSA_CC ?= xtensa-lx106-elf-gcc
xtensa_CC := $(XTENSA_CC)
xtensa_TOOLS := xtensa qemu-xtensa
xtensa_FLAGS := -mlongcalls -mtext-section-literals
xtensa_QEMU := qemu-system-xtensa -M sim -cpu lx106 -nographic -monitor none -serial none -semihosting
xtensa_BACKENDS := portable xtensa
xtensa_KERNELS := kernel kernel_versions backend_assembly xtensa_kernel
xtensa_SUPPORT := arithmetic

# The same code for the windowed ABI of the ESP32, S2 and S3, on a core with register windows.
windowed_CC := $(XTENSA_CC)
windowed_TOOLS := $(xtensa_TOOLS)
windowed_FLAGS := $(xtensa_FLAGS) -Dmite_assembly_scan_one=windowed_scan_one -Dmite_assembly_scan_many=windowed_scan_many
windowed_QEMU := qemu-system-xtensa -M sim -cpu sample_controller -nographic -monitor none -serial none -semihosting
windowed_BACKENDS := xtensa
windowed_KERNELS := kernel kernel_versions backend_assembly
windowed_SUPPORT := arithmetic call windowed_kernel

KERNELS_ISAS := rv32 xtensa windowed

KERNELS_COMMON := -std=c11 -Wall -Wextra -Werror -ffreestanding -fno-builtin -I$(KERNELS_SEARCH) -I$(KERNELS) \
  -Ihost-tests/native -isystem host-tests/native/freestanding
KERNELS_HEADERS := $(wildcard $(KERNELS_SEARCH)/*.h $(KERNELS)/*.h host-tests/native/*.h)
# Broken kernels of native.mk that run here too; those of the assembly are made below.
rv32_BROKEN := 1 3 7 x1 x2 x3 x4
xtensa_BROKEN := 1 3 7 x1 x2 x3 x4

# $(call kernels_isa,ISA): programs count.elf and conform.elf of one ISA
define kernels_isa
$(KERNELS_OUT)/$(1)/%.o: $(KERNELS_SEARCH)/%.c $(KERNELS_HEADERS) $(KERNELS)/kernels.mk
	@mkdir -p $$(@D)
	@$($(1)_CC) $($(1)_FLAGS) $(KERNELS_COMMON) $(KERNELS_FLAGS) -c $$< -o $$@
$(KERNELS_OUT)/$(1)/%.o: $(KERNELS)/%.c $(KERNELS_HEADERS) $(KERNELS)/kernels.mk
	@mkdir -p $$(@D)
	@$($(1)_CC) $($(1)_FLAGS) $(KERNELS_COMMON) -O2 -fno-tree-loop-distribute-patterns -DPAIRS_GROUPS=$(KERNELS_GROUPS) -c $$< -o $$@
$(KERNELS_OUT)/$(1)/%.o: host-tests/native/%.c $(KERNELS_HEADERS) $(KERNELS)/kernels.mk
	@mkdir -p $$(@D)
	@$($(1)_CC) $($(1)_FLAGS) $(KERNELS_COMMON) -O2 -c $$< -o $$@
$(KERNELS_OUT)/$(1)/%.o: $(KERNELS)/$(1)/%.c $(KERNELS_HEADERS)
	@mkdir -p $$(@D)
	@$($(1)_CC) $($(1)_FLAGS) $(KERNELS_COMMON) -O2 -c $$< -o $$@
$(KERNELS_OUT)/$(1)/%.o: $(KERNELS)/$(1)/%.S
	@mkdir -p $$(@D)
	@$($(1)_CC) $($(1)_FLAGS) -c $$< -o $$@
$(KERNELS_OUT)/$(1)/broken%.o: $(KERNELS_OUT)/native/broken/%.c $(KERNELS_HEADERS)
	@mkdir -p $$(@D)
	@$($(1)_CC) $($(1)_FLAGS) $(KERNELS_COMMON) $(KERNELS_FLAGS) -c $$< -o $$@
# Which backends and broken ones a program has.
$(KERNELS_OUT)/$(1)/list.c: $(KERNELS)/kernels.mk
	@mkdir -p $$(@D)
	@{ echo '#include "kernel.h"'; \
	  for name in $($(1)_BACKENDS); do echo "extern const struct mite_backend mite_backend_$$$$name;"; done; \
	  for n in $($(1)_BROKEN); do echo "extern const struct mite_backend mite_broken_$$$$n;"; done; \
	  echo 'const struct mite_backend *const GUEST_BACKENDS[] = {'; \
	  for name in $($(1)_BACKENDS); do echo "&mite_backend_$$$$name,"; done; echo '0};'; \
	  echo 'const struct mite_backend *const GUEST_BROKEN[] = {'; \
	  for n in $($(1)_BROKEN); do echo "&mite_broken_$$$$n,"; done; echo '0};'; } > $$@
$(KERNELS_OUT)/$(1)/list.o: $(KERNELS_OUT)/$(1)/list.c
	@$($(1)_CC) $($(1)_FLAGS) $(KERNELS_COMMON) -O2 -c $$< -o $$@
$(KERNELS_OUT)/$(1)/%.elf: $(KERNELS_OUT)/$(1)/start.o $(KERNELS_OUT)/$(1)/%.o \
    $(addprefix $(KERNELS_OUT)/$(1)/,$(addsuffix .o,list semihosting $($(1)_SUPPORT) libc conformance selftest sha256 $($(1)_KERNELS) \
      $(addprefix broken,$($(1)_BROKEN)))) $(or $(wildcard $(KERNELS)/$(1)/guest.ld),$(KERNELS)/xtensa/guest.ld)
	@$($(1)_CC) $($(1)_FLAGS) -nostdlib -Wl,--no-warn-rwx-segments -T $(or $(wildcard $(KERNELS)/$(1)/guest.ld),$(KERNELS)/xtensa/guest.ld) $$(filter %.o,$$^) -lgcc -o $$@
.PRECIOUS: $(KERNELS_OUT)/$(1)/%.o $(KERNELS_OUT)/$(1)/list.c
endef

# The assembly with one mistake each: a rotation, the next nonce, a round constant of several versions, a version's bit.
rv32_LISTING := $(KERNELS_SEARCH)/riscv/kernel.S
xtensa_LISTING := $(KERNELS_SEARCH)/xtensa/kernel.S
$(KERNELS_OUT)/rv32/broken-x/1.S: KERNELS_MISTAKE := 0,/srli \(.*\), 10 /s/srli \(.*\), 10 /srli \1, 9 /
$(KERNELS_OUT)/rv32/broken-x/2.S: KERNELS_MISTAKE := s/lui a2, 0x1000 /lui a2, 0x2000 /
$(KERNELS_OUT)/rv32/broken-x/3.S: KERNELS_MISTAKE := /Lconstants_many/,$$s/0xc76c51a3/0xc76c51a2/
$(KERNELS_OUT)/rv32/broken-x/4.S: KERNELS_MISTAKE := s/slli a3, a3, 1$$/slli a3, a3, 2/
$(KERNELS_OUT)/xtensa/broken-x/1.S: KERNELS_MISTAKE := 0,/ssai 17$$/s/ssai 17$$/ssai 18/
$(KERNELS_OUT)/xtensa/broken-x/2.S: KERNELS_MISTAKE := s/^\(.Lk01000000_one\): .word 0x01000000/\1: .word 0x02000000/
$(KERNELS_OUT)/xtensa/broken-x/3.S: KERNELS_MISTAKE := s/^\(.Lkc76c51a3_many\): .word 0xc76c51a3/\1: .word 0xc76c51a2/
$(KERNELS_OUT)/xtensa/broken-x/4.S: KERNELS_MISTAKE := s/slli a5, a5, 1/slli a5, a5, 2/
# $(call kernels_listing,ISA,BACKEND)
define kernels_listing
$(KERNELS_OUT)/$(1)/$(1)_kernel.o: $($(1)_LISTING)
	@mkdir -p $$(@D)
	@$($(1)_CC) $($(1)_FLAGS) -c $$< -o $$@
$(KERNELS_OUT)/$(1)/broken-x/%.S: $($(1)_LISTING) $(KERNELS)/kernels.mk
	@mkdir -p $$(@D)
	@sed -e '$$(KERNELS_MISTAKE)' $$< > $$@.tmp
	@! cmp -s $$< $$@.tmp || { echo "$$@: the mistake no longer fits $$<"; exit 1; }
	@sed -e 's/mite_assembly_scan/mite_broken_x$$*_scan/g' $$@.tmp > $$@ && rm $$@.tmp
$(KERNELS_OUT)/$(1)/brokenx%.o: $(KERNELS_OUT)/$(1)/broken-x/%.S $(KERNELS_SEARCH)/backend_assembly.c $(KERNELS_HEADERS)
	@$($(1)_CC) $($(1)_FLAGS) -c $$< -o $$(@D)/brokenx$$*-kernel.o
	@$($(1)_CC) $($(1)_FLAGS) $(KERNELS_COMMON) -O2 -Dmite_backend_$(2)=mite_broken_x$$* \
	  -Dmite_assembly_scan_one=mite_broken_x$$*_scan_one -Dmite_assembly_scan_many=mite_broken_x$$*_scan_many \
	  -c $(KERNELS_SEARCH)/backend_assembly.c -o $$(@D)/brokenx$$*-backend.o
	@$($(1)_CC) $($(1)_FLAGS) -nostdlib -r $$(@D)/brokenx$$*-kernel.o $$(@D)/brokenx$$*-backend.o -o $$@
endef
$(eval $(call kernels_listing,rv32,riscv))
$(eval $(call kernels_listing,xtensa,xtensa))

# The windowed machine has the other one's start-up.
$(addprefix $(KERNELS_OUT)/windowed/,start.o semihosting.o arithmetic.o): $(KERNELS_OUT)/windowed/%.o: $(KERNELS_OUT)/xtensa/%.o
	@mkdir -p $(@D) && cp $< $@
$(KERNELS_OUT)/windowed/call.o: $(KERNELS)/windowed/call.S
	@mkdir -p $(@D) && $(XTENSA_CC) -c $< -o $@
$(KERNELS_OUT)/windowed/windowed_kernel.o: $(KERNELS_SEARCH)/xtensa/kernel.S
	@mkdir -p $(@D) && $(XTENSA_CC) -D__XTENSA_WINDOWED_ABI__ -DMITE_XTENSA_BYTES -c $< -o $@

$(foreach isa,$(KERNELS_ISAS),$(eval $(call kernels_isa,$(isa))))

define kernels_run
if sh host-tests/tools.sh $($(1)_TOOLS) >/dev/null; then \
  $(MAKE) --no-print-directory -s -f $(firstword $(KERNELS_MAKEFILE) $(KERNELS)/kernels.mk) $(KERNELS_OUT)/$(1)/$(2).elf && \
  $($(1)_QEMU) $(3) -kernel $(KERNELS_OUT)/$(1)/$(2).elf 2>&1; \
else echo "skipped: kernels on $(1): $$(sh host-tests/tools.sh $($(1)_TOOLS))"; fi
endef

.PHONY: kernels $(addprefix kernels-count-,$(KERNELS_ISAS)) $(addprefix kernels-conform-,$(KERNELS_ISAS))
## kernels: conformance suite and instruction counts of the kernels on emulated chips
kernels: $(addprefix kernels-count-,$(KERNELS_ISAS)) $(addprefix kernels-conform-,$(KERNELS_ISAS))
$(addprefix kernels-count-,$(KERNELS_ISAS)): kernels-count-%:
	@$(call kernels_run,$*,count,-icount shift=0)
$(addprefix kernels-conform-,$(KERNELS_ISAS)): kernels-conform-%:
	@$(call kernels_run,$*,conform)

# The native suite's broken copies, made again: that suite may be running beside this one.
.SECONDARY: $(foreach isa,$(KERNELS_ISAS),$($(isa)_BROKEN:%=$(KERNELS_OUT)/native/broken/%.c))
$(KERNELS_OUT)/native/broken/%.c: host-tests/native/native.mk $(KERNELS_SEARCH)/kernel.c $(KERNELS_SEARCH)/kernel_versions.c
	@$(MAKE) --no-print-directory -s -f host-tests/native/native.mk NATIVE_OUT=$(KERNELS_OUT)/native $@

## listings: write firmware/search/{riscv,xtensa}/kernel.S anew
.PHONY: listings
listings:
	@npx --no-install esbuild firmware/search/generator/main.ts --bundle --platform=node --format=esm --log-level=warning \
	  --outfile=$(KERNELS_OUT)/generator.mjs
	@for isa in riscv xtensa; do node $(KERNELS_OUT)/generator.mjs $$isa > $(KERNELS_SEARCH)/$$isa/kernel.S || exit 1; done
