# The makefile that mcconfig writes for a chip is the SDK's own wrapped in this: the kernels need their own flags, and
# mcconfig does not handle assembly.

# Before the SDK's part: its archive's list of objects is read there.
OBJECTS += $(TMP_DIR)/mite_kernel.S.o

include $(MODDABLE)/tools/mcconfig/make.esp32.mk

MITE_SEARCH := $(MITE)/firmware/search

# The same bytes from every folder, at any time (docs/releasing.md): no path of this machine, no date.
MITE_PLACES := $(abspath $(MITE))=mite $(MITE)=mite $(MODDABLE)=moddable $(IDF_PATH)=idf \
  $(abspath $(dir $(shell command -v $(CC)))..)=toolchain
C_COMMON_FLAGS += $(addprefix -ffile-prefix-map=,$(MITE_PLACES))
BUILD_DATE :=
BUILD_TIME :=

C_DEFINES += -DMITE_PORT_TYPES='"port_freertos.h"' -DMITE_SHA_BINDING='"sha_idf.h"' \
  -DMITE_BACKEND_$(if $(filter riscv,$(ESP_ARCH)),RISCV,XTENSA) \
  -DMITE_BACKEND_SHA_$(if $(filter esp32,$(ESP32_SUBCLASS)),CLASSIC,RESTORE)

# Include paths of our sources beyond the SDK's list.
INC_DIRS += $(addprefix $(IDF_PATH)/components/,app_update/include esp-tls esp-tls/esp-tls-crypto \
  mbedtls/esp_crt_bundle/include mbedtls/mbedtls/tf-psa-crypto/include mbedtls/mbedtls/tf-psa-crypto/drivers/builtin/include \
  vfs/include esp_driver_tsens/include \
  esp_driver_usb_serial_jtag/include esp_hal_security/include esp_hal_security/$(ESP32_SUBCLASS)/include efuse/include \
  efuse/$(ESP32_SUBCLASS)/include esp_netif/include mbedtls/port/include nvs_flash/include)

# The hot ones. Scheduling before register allocation makes GCC spill.
$(TMP_DIR)/kernel.c.o $(TMP_DIR)/kernel_versions.c.o: private C_FLAGS += -O3 -finline-functions -fno-schedule-insns
# sha_idf.h says why.
MITE_SHA_FLAGS := -O2 -finline-functions $(if $(filter xtensa,$(ESP_ARCH)),-mno-serialize-volatile)
$(TMP_DIR)/sha_classic.c.o $(TMP_DIR)/sha_restore.c.o: private C_FLAGS += $(MITE_SHA_FLAGS)
$(addprefix $(TMP_DIR)/,backend_assembly.c.o lanes.c.o searcher.c.o searcher_works.c.o searcher_mailbox.c.o sha256.c.o \
  sha_calibrate.c.o sha_engine.c.o): \
  private C_FLAGS += -O2 -finline-functions

# ESP-IDF's own headers of the sockets must come before lwIP's.
$(TMP_DIR)/link_dial.c.o $(TMP_DIR)/link_task.c.o: private C_DEFINES += -I$(IDF_PATH)/components/lwip/include
# As ESP-IDF's build tells everybody who includes mbedTLS.
$(TMP_DIR)/link_tls.c.o: private C_DEFINES += -DMBEDTLS_CONFIG_FILE='"mbedtls/esp_config.h"' \
  -DTF_PSA_CRYPTO_USER_CONFIG_FILE='"mbedtls/esp_config.h"'

$(TMP_DIR)/mite_kernel.S.o: $(MITE_SEARCH)/$(ESP_ARCH)/kernel.S | $(TMP_DIR)/mc.xs.c
	@echo "# as" $(ESP_ARCH)/$(<F)
	$(CC) $(C_DEFINES) $(C_INCLUDES) $(C_COMMON_FLAGS) $< -o $@
