/* In the place of ESP-IDF's header. */
#define IRAM_ATTR
