/*
 * The chip's temperature sensor. ESP-IDF's driver changes its measuring range by itself; the one that it
 * begins with is the most accurate. The sensor stays on: otherwise each reading would wait 0.3 ms for it to
 * start.
 */
#include <stddef.h>

#include "soc/soc_caps.h"

#if SOC_TEMP_SENSOR_SUPPORTED /* not on the classic ESP32, whose builds leave this file out */

#include "driver/temperature_sensor.h"

#include "xsmc.h"

/* NULL when it is not available now. */
static temperature_sensor_handle_t sensor(void) {
  static temperature_sensor_handle_t running;
  if (running != NULL)
    return running;
  const temperature_sensor_config_t settings = TEMPERATURE_SENSOR_CONFIG_DEFAULT(-10, 80);
  temperature_sensor_handle_t installed = NULL;
  if (temperature_sensor_install(&settings, &installed) != ESP_OK)
    return NULL;
  if (temperature_sensor_enable(installed) == ESP_OK)
    running = installed;
  else
    temperature_sensor_uninstall(installed); /* the next reading tries again */
  return running;
}

/* (): degrees Celsius, undefined when they are unknown */
void xs_mite_esp32_temperature(xsMachine *the) {
  float degrees;
  const temperature_sensor_handle_t running = sensor();
  if (running != NULL && temperature_sensor_get_celsius(running, &degrees) == ESP_OK)
    xsmcSetNumber(xsResult, (double)degrees);
}

#endif
