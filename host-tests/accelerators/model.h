/*
 * A register-level model of the two families of SHA accelerators, with a clock. The drivers reach it through
 * the access macros of sha_engine.h (access.h), the lock code of sha_idf.c through the functions of ESP-IDF
 * that idf/ declares. What the silicon does when misused is not documented; the model is unkind:
 *
 *   classic  TEXT is latched when an operation begins, so it may be written while a block runs; a word
 * written while LOAD runs is lost; START, CONTINUE and LOAD while busy are lost restore  a word written to M
 * or H while busy, or a START, spoils that word and the result; H read while busy is noise both     a reset
 * leaves noise in all registers; no clock: writes are lost, reads are noise
 */
#ifndef MITE_MODEL_H
#define MITE_MODEL_H

#include <stdbool.h>
#include <stdint.h>

enum model_family { MODEL_CLASSIC, MODEL_RESTORE };

struct model {
  enum model_family family;
  uint64_t now; /* processor clocks, 240 a microsecond */
  uint32_t write_clocks, read_clocks, unit_clocks, block_clocks, load_clocks;
  uint32_t fault_every; /* one block in this many ends in a wrong digest; 0: none */
  /* What another processor does, one access of it after each of the driver's. */
  void (*other)(void);

  uint64_t writes, reads, polls, misuses; /* by the driver; polls are reads of BUSY */

  /* The registers. */
  bool clock_on, loading;
  uint64_t busy_until;
  uint32_t text[16], state[8], pending[8], mode;
  uint64_t noise;

  /* The locks: classic has one an engine (SHA-1, SHA-256, SHA-512). */
  bool locked[3];
  uint64_t taken_at, longest_hold; /* of the driver's, clocks */
  bool driver_holds, other_runs;
};

extern struct model model;

/* Timings near the silicon's, nothing else set. */
void model_reset(enum model_family family);

/* The driver's accesses. */
void model_write(uint32_t offset, uint32_t value);
uint32_t model_read(uint32_t offset);
void model_delay(uint32_t units);
/* The same registers as another processor reaches them: not counted, no time passes. */
void model_other_write(uint32_t offset, uint32_t value);
uint32_t model_other_read(uint32_t offset);

/* A lock by the other processor: false when it is taken. The first one taken resets the accelerator. */
bool model_lock(uint32_t engine);
void model_unlock(uint32_t engine);

uint64_t model_accesses(void);

#endif
