/*
 * Finds, at boot, how a SHA accelerator may be driven on this chip: with the shortest fixed delays that give
 * right digests, plus a margin; failing that, with BUSY polls; failing that, not at all.
 *
 * Right means: MITE_SHA_CHUNKS chunks of MITE_SHA_CHUNK nonces, 10,240 in all, over two headers, of which at
 * most the family's `forgiven` chunks differ from software. The classic silicon errs once in 25,000 to
 * 100,000 hashes anyway, which is 0.41 in a trial at the worst: more than 3 by chance in a thousandth of the
 * trials, and then only a longer delay is chosen. A delay that errs more often than once in some thousand
 * hashes fails; one that passes by luck gets the margin on top, and the running check (sha_engine.h) watches
 * it.
 *
 * A wrong digest never makes a wrong candidate, since each is recomputed, but it may hide one: at 1 in
 * 25,000, 0.004 % of the candidates are lost.
 */
#ifndef MITE_SHA_CALIBRATE_H
#define MITE_SHA_CALIBRATE_H

#include "sha_engine.h"

#define MITE_SHA_CHUNK 64u
#define MITE_SHA_CHUNKS 160u

/*
 * Sets the engine's mode, delays and slice; about a second, 10,240 software hashes of it, and 4
 * KB of stack. Best called before the SDK's own users begin. If the engine is in use, calibration waits,
 * three seconds in all; after that it is polled, with the longest delays, until it proves wrong: a plan must
 * not change because of a handshake at boot. False: the digests are wrong either way, and mode is
 * MITE_SHA_SOFTWARE.
 */
bool mite_sha_calibrate(struct mite_sha_engine *engine);

#endif
