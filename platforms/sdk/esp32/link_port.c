/*
 * link_port.h on ESP-IDF. A link's task has a priority above the search (port_freertos.c) and below the
 * machine's own, which the SDK gives 4: a handshake computes for a second or more and must not hold up the
 * machine.
 */
#include "link_port.h"

#include <stdatomic.h>
#include <unistd.h>

#include "esp_timer.h"
#include "esp_vfs_eventfd.h"
#include "freertos/FreeRTOS.h"
#include "freertos/task.h"

#include "link.h"
#include "link_stack.h"

#define LINK_PRIORITY ((UBaseType_t)tskIDLE_PRIORITY + 3)
/* Seen to be used: docs/boards.md. A name's lookup and the handshake take most. */
#define PLAIN_STACK_BYTES 4096
#define TLS_STACK_BYTES 9216

/* The least that was ever left, by whether it is a link with TLS. */
static atomic_uint least_left[2] = {UINT32_MAX, UINT32_MAX};

struct task {
  void (*run)(void *context);
  void *context;
};

static void note(bool tls) {
  const unsigned left = (unsigned)uxTaskGetStackHighWaterMark(NULL) * sizeof(StackType_t);
  unsigned least = atomic_load(&least_left[tls]);
  while (left < least && !atomic_compare_exchange_weak(&least_left[tls], &least, left)) {
  }
}

bool mite_link_task(void (*run)(void *context), void *context, bool tls) {
  return xTaskCreate(run, tls ? "link-tls" : "link", tls ? TLS_STACK_BYTES : PLAIN_STACK_BYTES, context,
                     LINK_PRIORITY, NULL) == pdPASS;
}

void mite_link_task_seen(bool tls) {
  note(tls);
}

/* Idle frees it. */
void mite_link_task_end(void) {
  vTaskDelete(NULL);
}

uint32_t mite_link_stack_left(void) {
  const unsigned plain = atomic_load(&least_left[0]), tls = atomic_load(&least_left[1]);
  return plain < tls ? plain : tls;
}

bool mite_link_bell_open(struct mite_link_bell *bell) {
  static bool registered;
  if (!registered) {
    const esp_vfs_eventfd_config_t config = {.max_fds = MITE_LINKS};
    const esp_err_t error = esp_vfs_eventfd_register(&config);
    if (error != ESP_OK && error != ESP_ERR_INVALID_STATE) /* somebody has done so */
      return false;
    registered = true;
  }
  bell->wait = bell->ring = eventfd(0, 0);
  return bell->wait >= 0;
}

void mite_link_bell_ring(const struct mite_link_bell *bell) {
  const uint64_t one = 1;
  (void)write(bell->ring, &one, sizeof one);
}

/* A read of an event that has not rung would say so without a wait: ESP-IDF's never block. */
void mite_link_bell_clear(const struct mite_link_bell *bell) {
  uint64_t count;
  (void)read(bell->wait, &count, sizeof count);
}

void mite_link_bell_close(const struct mite_link_bell *bell) {
  close(bell->wait);
}

uint32_t mite_link_millis(void) {
  return (uint32_t)(esp_timer_get_time() / 1000);
}
