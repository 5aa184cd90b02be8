/*
 * Lanes: what each search thread searches with. A plan is a text that names the backends of all lanes in
 * order, "sha-classic+xtensa"; "portable*3" stands for three.
 */
#ifndef MITE_LANES_H
#define MITE_LANES_H

#include "kernel.h"

#ifdef __cplusplus
extern "C" {
#endif

/* What one thread searches with, and where. */
struct mite_lane {
  const struct mite_backend *backend;
  int core;     /* -1: any; a hint, as is the priority: mite_thread_start */
  int priority; /* 0: usual, below 0: lower */
};

/* What a lane's backend named as possible candidates, in the terms of kernel.h. */
struct mite_lane_counts {
  uint32_t hits;   /* software agrees on the rejecting word */
  uint32_t errors; /* it does not, or the answer makes no sense: the backend erred */
  bool failed;     /* it continues without its engine: mite_backend's `failed` */
};

/*
 * One scan of a backend, with each version that it names checked in software, since accelerators err. Returns
 * those that meet the target, as bits; may be 0 before the last nonce and, if the backend is exclusive, with
 * nothing counted. Adds to `counts`. A nonsensical answer counts as one error and as all `count` nonces
 * tried, so that a search always ends.
 */
uint32_t mite_lane_scan(const struct mite_backend *backend, const struct mite_job *job, uint32_t first,
                        uint32_t count, uint32_t *tried, struct mite_lane_counts *counts);

/* 1..most lanes, each with a backend, an exclusive one at most once. */
bool mite_lanes_allowed(const struct mite_lane *lanes, uint32_t count, uint32_t most);

/* Longest plan with its final 0. */
#define MITE_PLAN_TEXT 96

/*
 * The plans worth measuring with this many threads, by number from 0, as text: each backend on all lanes; an
 * exclusive one alone, and on the first lane with each other backend on the rest. False: no such number.
 */
bool mite_plan_name(uint32_t number, uint32_t threads, char text[MITE_PLAN_TEXT]);

/* The lanes of a plan, at most `most`, with their cores. The number of lanes; 0 when it is malformed, names
 * an unknown backend, is too long or not allowed. */
uint32_t mite_plan_lanes(const char *text, struct mite_lane *lanes, uint32_t most);

#ifdef __cplusplus
}
#endif

#endif
