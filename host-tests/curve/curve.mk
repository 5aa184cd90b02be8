# The native curve's tests and counts. Works alone (`make -f host-tests/curve/curve.mk curve`) and included by the
# Makefile. What is missing on this machine is skipped aloud.

CURVE := host-tests/curve
CURVE_OUT := build/curve
CURVE_CC ?= gcc
CURVE_LIBRARY := node_modules/@node-lightning/secp256k1/lib/libsecp256k1
CURVE_SOURCES := firmware/curve/curve.c firmware/curve/libsecp256k1.c
CURVE_FLAGS := -std=c11 -Wall -Wextra -Werror -g -Ifirmware/curve -Ihost-tests/native -I$(CURVE)
CURVE_NEEDS := $(CURVE_SOURCES) $(wildcard firmware/curve/*.h $(CURVE)/*.h host-tests/native/check.h) $(CURVE)/curve.mk package-lock.json
CURVE_M32 = -m32 -idirafter /usr/include/$(shell $(CURVE_CC) -print-multiarch 2>/dev/null)
CURVE_ASAN = -O1 $(if $(call usable,asan),-fsanitize=address$(CURVE_COMMA)undefined -fno-sanitize-recover=all)
CURVE_COMMA := ,
ifndef usable
include host-tests/tools.mk
endif

# oracle: for figures; -asan: with sanitizers; -narrow: the arithmetic of 32-bit chips, with sanitizers.
CURVE_PROGRAMS = $(addprefix $(CURVE_OUT)/,oracle oracle-asan oracle-narrow upstream upstream-narrow) \
  $(if $(call usable,m32),$(CURVE_OUT)/oracle-32)
$(CURVE_OUT)/oracle: CURVE_MORE := -O2
$(CURVE_OUT)/oracle-32: CURVE_MORE = -O2 $(CURVE_M32)
$(CURVE_OUT)/oracle-asan: CURVE_MORE = $(CURVE_ASAN)
$(CURVE_OUT)/oracle-narrow: CURVE_MORE = $(CURVE_ASAN) -DUSE_FORCE_WIDEMUL_INT64
$(CURVE_OUT)/oracle%: $(CURVE)/oracle.c $(CURVE_NEEDS)
	@mkdir -p $(@D)
	@$(CURVE_CC) $(CURVE_FLAGS) $(CURVE_MORE) $< $(CURVE_SOURCES) -Wl,--wrap=secp256k1_schnorrsig_sign32 -o $@
$(CURVE_OUT)/oracle: $(CURVE)/oracle.c $(CURVE_NEEDS)
	@mkdir -p $(@D)
	@$(CURVE_CC) $(CURVE_FLAGS) $(CURVE_MORE) $< $(CURVE_SOURCES) -Wl,--wrap=secp256k1_schnorrsig_sign32 -o $@

# The library's own tests, with our sizes of its tables.
$(CURVE_OUT)/upstream-narrow: CURVE_MORE := -DUSE_FORCE_WIDEMUL_INT64
$(CURVE_OUT)/upstream $(CURVE_OUT)/upstream-narrow: $(CURVE)/curve.mk package-lock.json
	@mkdir -p $(@D)
	@$(CURVE_CC) -O1 -w -DENABLE_MODULE_EXTRAKEYS -DENABLE_MODULE_SCHNORRSIG -DECMULT_WINDOW_SIZE=6 -DECMULT_GEN_PREC_BITS=2 \
	  $(CURVE_MORE) -I$(CURVE_LIBRARY) $(addprefix $(CURVE_LIBRARY)/src/,tests.c precomputed_ecmult.c precomputed_ecmult_gen.c) -o $@

.PHONY: curve
curve:
	@$(MAKE) --no-print-directory -f $(CURVE)/curve.mk $(CURVE_PROGRAMS)
	@$(if $(call usable,asan),,echo "skipped: sanitizers in the curve's tests: $(call lacking,asan)")

# ---- on emulated chips, with the start-up files of host-tests/kernels

CURVE_KERNELS := host-tests/kernels
# The Moddable SDK's flags.
CURVE_CHIP := -std=gnu17 -Wall -Wextra -Werror -Os -fno-inline-functions -ffunction-sections -fdata-sections -ffreestanding -fno-builtin \
  -fno-tree-loop-distribute-patterns -DHAVE_CONFIG_H -Ifirmware/curve -I$(CURVE) -I$(CURVE_KERNELS) \
  -isystem $(CURVE)/freestanding -isystem host-tests/native/freestanding
curve_rv32_CC := riscv64-unknown-elf-gcc -march=rv32imc -mabi=ilp32
curve_rv32_QEMU := qemu-system-riscv32 -M virt -bios none -nographic -semihosting-config enable=on,target=native
curve_xtensa_CC := xtensa-lx106-elf-gcc -mlongcalls -mtext-section-literals
curve_xtensa_QEMU := qemu-system-xtensa -M sim -cpu lx106 -nographic -monitor none -serial none -semihosting
curve_xtensa_SUPPORT := $(CURVE_KERNELS)/xtensa/arithmetic.c

define curve_isa
$(CURVE_OUT)/$(1).elf: $(CURVE)/count.c $(CURVE_NEEDS) $(wildcard $(CURVE)/freestanding/*.h $(CURVE_KERNELS)/$(1)/* $(CURVE_KERNELS)/*.c)
	@mkdir -p $$(@D)
	@$(curve_$(1)_CC) $(CURVE_CHIP) -nostdlib -Wl,--gc-sections,-e,_start,--no-warn-rwx-segments -T $(CURVE_KERNELS)/$(1)/guest.ld \
	  $(CURVE_KERNELS)/$(1)/start.S $(CURVE)/count.c $(CURVE_SOURCES) $(CURVE_KERNELS)/libc.c $(CURVE_KERNELS)/$(1)/semihosting.c \
	  $(curve_$(1)_SUPPORT) -lgcc -o $$@
.PHONY: curve-count-$(1)
curve-count-$(1):
	@if sh host-tests/tools.sh $(1) qemu-$(1) >/dev/null; then \
	  $(MAKE) --no-print-directory -s -f $(CURVE)/curve.mk $(CURVE_OUT)/$(1).elf && \
	  $(curve_$(1)_QEMU) -icount shift=0 -kernel $(CURVE_OUT)/$(1).elf 2>&1; \
	else echo "skipped: the curve on $(1): $$$$(sh host-tests/tools.sh $(1) qemu-$(1))"; fi
endef
$(foreach isa,rv32 xtensa,$(eval $(call curve_isa,$(isa))))
