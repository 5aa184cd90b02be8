/*
 * For boards without a radio: what the SDK's `net` module asks of it. Linked before ESP-IDF's own, so that
 * neither the radio's libraries nor what they bring get into the image.
 */
#include "esp_wifi.h"

esp_err_t esp_wifi_get_mode(wifi_mode_t *mode) {
  (void)mode;
  return ESP_ERR_WIFI_NOT_INIT;
}

esp_err_t esp_wifi_sta_get_ap_info(wifi_ap_record_t *record) {
  (void)record;
  return ESP_ERR_WIFI_NOT_INIT;
}

esp_err_t esp_wifi_get_channel(uint8_t *primary, wifi_second_chan_t *second) {
  (void)primary;
  (void)second;
  return ESP_ERR_WIFI_NOT_INIT;
}
