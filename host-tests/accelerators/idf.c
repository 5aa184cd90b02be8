/* The functions of ESP-IDF that sha_idf.c calls, on the model's locks. Only the driver calls these. */
#include "model.h"

#include "sha/sha_core.h"
#include "sha/sha_parallel_engine.h"

static void held(void) {
  model.driver_holds = true;
  model.taken_at = model.now;
}

static void released(void) {
  if (model.driver_holds && model.now - model.taken_at > model.longest_hold)
    model.longest_hold = model.now - model.taken_at;
  model.driver_holds = false;
}

static uint32_t engine_of(esp_sha_type type) {
  return type == SHA1 ? 0 : type == SHA2_256 ? 1 : 2;
}

bool esp_sha_try_lock_engine(esp_sha_type type) {
  if (!model_lock(engine_of(type))) {
    /* The driver switches to software for about a slice; the other processor continues. */
    for (int i = 0; i < 3000; i++)
      model_delay(40);
    return false;
  }
  if (engine_of(type) == 2) /* the last one that the driver takes, and the first that it gives back */
    held();
  return true;
}

void esp_sha_unlock_engine(esp_sha_type type) {
  model_unlock(engine_of(type));
  if (engine_of(type) == 2)
    released();
}

/* Waits while the other processor continues. */
void esp_sha_acquire_hardware(void) {
  while (!model_lock(0))
    model_delay(10);
  held();
}

void esp_sha_release_hardware(void) {
  model_unlock(0);
  released();
}
