#include "model.h"

#include "port.h"
#include "sha256.h"
#include "sha_classic.h"
#include "sha_restore.h"

#include <string.h>

#define CLOCKS_A_MICRO 240u

struct model model;

static const uint32_t IV[8] = {MITE_IV0, MITE_IV1, MITE_IV2, MITE_IV3,
                               MITE_IV4, MITE_IV5, MITE_IV6, MITE_IV7};

static uint32_t noise(void) {
  model.noise = model.noise * 6364136223846793005u + 1442695040888963407u;
  return (uint32_t)(model.noise >> 32);
}

/* ---- SHA-256's compression, from FIPS 180-4, apart from the code under test; checked by the tests */

static void compress(uint32_t out[8], const uint32_t from[8], const uint32_t block[16]) {
  uint32_t w[64], v[8];
  for (int t = 0; t < 64; t++)
    w[t] = t < 16 ? block[t] : MITE_s1(w[t - 2]) + w[t - 7] + MITE_s0(w[t - 15]) + w[t - 16];
  memcpy(v, from, sizeof v);
  for (int t = 0; t < 64; t++) {
    const uint32_t t1 = v[7] + MITE_S1(v[4]) + ((v[4] & v[5]) ^ (~v[4] & v[6])) + MITE_K[t] + w[t];
    const uint32_t t2 = MITE_S0(v[0]) + ((v[0] & v[1]) ^ (v[0] & v[2]) ^ (v[1] & v[2]));
    memmove(v + 1, v, 7 * sizeof *v);
    v[4] += t1;
    v[0] = t1 + t2;
  }
  for (int i = 0; i < 8; i++)
    out[i] = from[i] + v[i];
}

/* ---- time */

/* Ends what is over by now. */
static bool busy(void) {
  if (model.busy_until == 0)
    return false;
  if (model.now < model.busy_until)
    return true;
  model.busy_until = 0;
  if (model.loading) {
    memcpy(model.text, model.state, sizeof model.state);
  } else {
    memcpy(model.state, model.pending, sizeof model.state);
    if (model.fault_every > 0 && noise() % model.fault_every == 0)
      model.state[noise() % 8] ^= 1u << noise() % 32;
  }
  return false;
}

static void pass(uint32_t clocks) {
  model.now += clocks;
  if (model.other && !model.other_runs) {
    model.other_runs = true;
    model.other();
    model.other_runs = false;
  }
}

uint32_t mite_micros(void) {
  pass(CLOCKS_A_MICRO / 4);
  return (uint32_t)(model.now / CLOCKS_A_MICRO);
}

void mite_thread_pause(void) {
  pass(10000 * CLOCKS_A_MICRO);
}

static void begin_block(const uint32_t from[8], const uint32_t block[16]) {
  compress(model.pending, from, block);
  model.loading = false;
  model.busy_until = model.now + model.block_clocks;
}

static void misuse(void) {
  model.misuses += !model.other_runs;
}

/* ---- classic */

static void classic_write(uint32_t offset, uint32_t value) {
  const bool is_busy = busy();
  if (offset < MITE_CLASSIC_TEXT + 64) {
    if (is_busy && model.loading) {
      misuse();
      return;
    }
    model.text[offset / 4] = value;
  } else if (is_busy) {
    misuse();
  } else if (offset == MITE_CLASSIC_START) {
    begin_block(IV, model.text);
  } else if (offset == MITE_CLASSIC_CONTINUE) {
    begin_block(model.state, model.text);
  } else if (offset == MITE_CLASSIC_LOAD) {
    model.loading = true;
    model.busy_until = model.now + model.load_clocks;
  } else {
    misuse();
  }
}

static uint32_t classic_read(uint32_t offset) {
  const bool is_busy = busy();
  if (offset == MITE_CLASSIC_BUSY)
    return is_busy;
  if (offset < MITE_CLASSIC_TEXT + 64) {
    if (is_busy && model.loading)
      misuse();
    return model.text[offset / 4];
  }
  misuse();
  return noise();
}

/* ---- restore: `state` and `text` are H and M as numbers, the registers are in memory order */

static void restore_write(uint32_t offset, uint32_t value) {
  const bool is_busy = busy();
  if (is_busy) {
    misuse();
    model.pending[noise() % 8] ^= noise() | 1;
    value ^= noise() | 1;
  }
  if (offset == MITE_RESTORE_MODE) {
    model.mode = value;
  } else if (offset >= MITE_RESTORE_H && offset < MITE_RESTORE_H + 32) {
    model.state[(offset - MITE_RESTORE_H) / 4] = mite_swap(value);
  } else if (offset >= MITE_RESTORE_M && offset < MITE_RESTORE_M + 64) {
    model.text[(offset - MITE_RESTORE_M) / 4] = mite_swap(value);
  } else if (offset == MITE_RESTORE_START || offset == MITE_RESTORE_CONTINUE) {
    if (is_busy)
      return;
    begin_block(offset == MITE_RESTORE_START ? IV : model.state, model.text);
    if (model.mode != MITE_RESTORE_SHA256)
      model.pending[0] ^= noise() | 1;
  } else {
    misuse();
  }
}

static uint32_t restore_read(uint32_t offset) {
  const bool is_busy = busy();
  if (offset == MITE_RESTORE_BUSY)
    return is_busy;
  if (offset >= MITE_RESTORE_H && offset < MITE_RESTORE_H + 32 && !is_busy)
    return mite_swap(model.state[(offset - MITE_RESTORE_H) / 4]);
  misuse();
  return noise();
}

/* ---- accesses */

void model_other_write(uint32_t offset, uint32_t value) {
  if (!model.clock_on)
    misuse();
  else if (model.family == MODEL_CLASSIC)
    classic_write(offset, value);
  else
    restore_write(offset, value);
}

uint32_t model_other_read(uint32_t offset) {
  if (!model.clock_on) {
    misuse();
    return noise();
  }
  return model.family == MODEL_CLASSIC ? classic_read(offset) : restore_read(offset);
}

void model_write(uint32_t offset, uint32_t value) {
  model.writes++;
  model_other_write(offset, value);
  pass(model.write_clocks);
}

uint32_t model_read(uint32_t offset) {
  const uint32_t value = model_other_read(offset);
  if (offset == (model.family == MODEL_CLASSIC ? MITE_CLASSIC_BUSY : MITE_RESTORE_BUSY))
    model.polls++;
  else
    model.reads++;
  pass(model.read_clocks);
  return value;
}

void model_delay(uint32_t units) {
  pass(units * model.unit_clocks);
}

uint64_t model_accesses(void) {
  return model.writes + model.reads + model.polls;
}

/* ---- locks and reset */

bool model_lock(uint32_t engine) {
  if (model.locked[engine])
    return false;
  if (!model.locked[0] && !model.locked[1] && !model.locked[2]) {
    for (int i = 0; i < 16; i++)
      model.text[i] = noise();
    for (int i = 0; i < 8; i++)
      model.state[i] = noise();
    model.mode = noise() | 0x100;
    model.busy_until = 0;
    model.clock_on = true;
  }
  model.locked[engine] = true;
  return true;
}

void model_unlock(uint32_t engine) {
  model.locked[engine] = false;
  if (!model.locked[0] && !model.locked[1] && !model.locked[2])
    model.clock_on = false;
}

void model_reset(enum model_family family) {
  memset(&model, 0, sizeof model);
  model.family = family;
  model.write_clocks = 9;
  model.read_clocks = 15;
  model.unit_clocks = 3;
  model.block_clocks = 250;
  model.load_clocks = 45;
  model.noise = 0x6d697465;
}
