/* Records in NVS, namespace "mite", each in two slots: the key is the record's name and the slot's number. */
#include <stdint.h>
#include <stdio.h>

#include "nvs.h"

#include "xsmc.h"

#define NAMESPACE "mite"
/* The settings' record is 2 KB at most. */
#define MOST_BYTES 4096

static nvs_handle_t open_or_throw(xsMachine *the) {
  nvs_handle_t handle;
  const esp_err_t error = nvs_open(NAMESPACE, NVS_READWRITE, &handle);
  if (error != ESP_OK)
    xsUnknownError("storage: no NVS (%d)", (int)error);
  return handle;
}

/* From the arguments (name, slot). */
static void key_of(xsMachine *the, char key[NVS_KEY_NAME_MAX_SIZE]) {
  char name[NVS_KEY_NAME_MAX_SIZE - 1];
  xsmcToStringBuffer(xsArg(0), name, sizeof name);
  snprintf(key, NVS_KEY_NAME_MAX_SIZE, "%s%d", name, (int)(xsmcToInteger(xsArg(1)) & 1));
}

/* (name, slot): an ArrayBuffer, or undefined when nothing was written yet. */
void xs_mite_esp32_storage_read(xsMachine *the) {
  char key[NVS_KEY_NAME_MAX_SIZE];
  key_of(the, key);
  size_t length = 0;
  nvs_handle_t handle = open_or_throw(the);
  esp_err_t error = nvs_get_blob(handle, key, NULL, &length);
  nvs_close(handle);
  if (error == ESP_ERR_NVS_NOT_FOUND)
    return;
  if (error == ESP_OK && (length == 0 || length > MOST_BYTES))
    error = ESP_ERR_NVS_INVALID_LENGTH;
  if (error == ESP_OK) {
    void *bytes;
    xsUnsignedValue room;
    xsmcSetArrayBuffer(xsResult, NULL, (xsIntegerValue)length); /* may throw: no handle is open */
    handle = open_or_throw(the);
    xsmcGetBufferWritable(xsResult, &bytes, &room);
    error = nvs_get_blob(handle, key, bytes, &length);
    nvs_close(handle);
  }
  if (error != ESP_OK)
    xsUnknownError("storage: cannot read (%d)", (int)error);
}

/* (name, slot, bytes): in flash on return. */
void xs_mite_esp32_storage_write(xsMachine *the) {
  char key[NVS_KEY_NAME_MAX_SIZE];
  void *bytes;
  xsUnsignedValue length;
  key_of(the, key);
  xsmcGetBufferReadable(xsArg(2), &bytes, &length);
  if (length == 0 || length > MOST_BYTES)
    xsRangeError("storage: 1 to %d bytes", MOST_BYTES);
  const nvs_handle_t handle = open_or_throw(the);
  esp_err_t error = nvs_set_blob(handle, key, bytes, length);
  if (error == ESP_OK)
    error = nvs_commit(handle);
  nvs_close(handle);
  if (error != ESP_OK)
    xsUnknownError("storage: cannot write (%d)", (int)error);
}
