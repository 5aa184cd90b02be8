/*
 * Firmware updates: the OTA partition that is not running (ESP-IDF, app_update). Its flash is erased while it
 * is written, 4 KB at a time, so that nothing waits for seconds. `CONFIG_BOOTLOADER_APP_ROLLBACK_ENABLE`
 * makes an activated image run once on trial: any reset before confirmation brings the old one back.
 */
#include <stdint.h>

#include "esp_ota_ops.h"
#include "esp_partition.h"

#include "kernel.h"
#include "xsmc.h"

/* The update under way; `slot` is NULL when there is none. */
static const esp_partition_t *slot;
static esp_ota_handle_t handle;
static uint32_t announced, written;
static enum { CLOSED, WRITING, HASHED } stage;

static void check(xsMachine *the, const char *what, esp_err_t error) {
  if (error != ESP_OK)
    xsUnknownError("%s (%d)", what, (int)error);
}

/* (): bytes of the other slot, 0: there is none. */
void xs_mite_esp32_update_capacity(xsMachine *the) {
  const esp_partition_t *next = esp_ota_get_next_update_partition(NULL);
  xsmcSetInteger(xsResult, next ? (xsIntegerValue)next->size : 0);
}

/* (): whether the running image is on trial. */
void xs_mite_esp32_update_trial(xsMachine *the) {
  esp_ota_img_states_t state = ESP_OTA_IMG_UNDEFINED;
  const esp_partition_t *running = esp_ota_get_running_partition();
  const bool known = running && esp_ota_get_state_partition(running, &state) == ESP_OK;
  xsmcSetBoolean(xsResult, known && state == ESP_OTA_IMG_PENDING_VERIFY);
}

/* (size) */
void xs_mite_esp32_update_begin(xsMachine *the) {
  const xsIntegerValue size = xsmcToInteger(xsArg(0));
  if (stage == WRITING)
    esp_ota_abort(handle);
  stage = CLOSED;
  slot = esp_ota_get_next_update_partition(NULL);
  if (slot == NULL || size <= 0 || (uint32_t)size > slot->size)
    xsRangeError("it does not fit");
  check(the, "cannot begin", esp_ota_begin(slot, OTA_WITH_SEQUENTIAL_WRITES, &handle));
  announced = (uint32_t)size;
  written = 0;
  stage = WRITING;
}

/* (bytes) */
void xs_mite_esp32_update_write(xsMachine *the) {
  void *bytes;
  xsUnsignedValue length;
  xsmcGetBufferReadable(xsArg(0), &bytes, &length);
  if (stage != WRITING || length > announced - written)
    xsRangeError("more than was announced");
  check(the, "cannot write", esp_ota_write(handle, bytes, length));
  written += length;
}

/* (size): SHA-256 of what the flash holds, an ArrayBuffer. ESP-IDF checks its own image format here too. */
void xs_mite_esp32_update_digest(xsMachine *the) {
  uint8_t hash[MITE_HASH_BYTES];
  const void *image;
  esp_partition_mmap_handle_t mapped;
  const xsIntegerValue size = xsmcToInteger(xsArg(0));
  if (stage != WRITING || size < 0 || (uint32_t)size != announced || written != announced)
    xsRangeError("not that many bytes were written");
  stage = CLOSED;
  check(the, "no image of this chip", esp_ota_end(handle));
  check(the, "cannot read it back",
        esp_partition_mmap(slot, 0, announced, ESP_PARTITION_MMAP_DATA, &image, &mapped));
  mite_sha256(image, announced, hash);
  esp_partition_munmap(mapped);
  stage = HASHED;
  xsmcSetArrayBuffer(xsResult, hash, sizeof hash);
}

/* () */
void xs_mite_esp32_update_activate(xsMachine *the) {
  if (stage != HASHED)
    xsUnknownError("nothing was loaded and hashed");
  stage = CLOSED;
  check(the, "cannot activate", esp_ota_set_boot_partition(slot));
}

/* () */
void xs_mite_esp32_update_confirm(xsMachine *the) {
  check(the, "cannot confirm", esp_ota_mark_app_valid_cancel_rollback());
}

/* (): does not return when there is an image to go back to. */
void xs_mite_esp32_update_rollback(xsMachine *the) {
  check(the, "cannot go back", esp_ota_mark_app_invalid_rollback_and_reboot());
}
