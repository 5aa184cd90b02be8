/*
 * The reason for the last disconnection, which the SDK's Wi-Fi interface does not report. Natives of
 * network-wifi.ts.
 */
#include <stdint.h>

#include "xsmc.h"

#include "esp_event.h"
#include "esp_wifi.h"

static volatile uint8_t last_reason; /* written by the event task */

static void on_event(void *argument, esp_event_base_t base, int32_t id, void *data) {
  (void)argument;
  (void)base;
  if (id == WIFI_EVENT_STA_DISCONNECTED && data != NULL)
    last_reason = ((const wifi_event_sta_disconnected_t *)data)->reason;
}

/* xs_mite_esp32_wifi_watch(): void. Handlers run in the order they were registered: call it first. */
void xs_mite_esp32_wifi_watch(xsMachine *the) {
  static uint8_t watching;
  if (watching)
    return;
  esp_err_t error = esp_event_loop_create_default();
  if (error == ESP_OK || error == ESP_ERR_INVALID_STATE) /* it already exists */
    error = esp_event_handler_register(WIFI_EVENT, WIFI_EVENT_STA_DISCONNECTED, on_event, NULL);
  if (error != ESP_OK)
    xsUnknownError("no Wi-Fi events (%d)", (int)error);
  watching = 1;
}

/* xs_mite_esp32_wifi_reason(): number, a wifi_err_reason_t; 0 before the first disconnection */
void xs_mite_esp32_wifi_reason(xsMachine *the) {
  xsmcSetInteger(xsResult, last_reason);
}
