/* In the place of ESP-IDF's header. */
#ifndef MITE_ESP_TIMER_H
#define MITE_ESP_TIMER_H

#include <stdint.h>

int64_t esp_timer_get_time(void);

#endif
