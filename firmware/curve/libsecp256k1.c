/*
 * libsecp256k1 as one file: upstream's sources of May 2022, unchanged, as the npm package
 * @node-lightning/secp256k1 carries them (docs/architecture.md, "The curve"). Only the modules and the sizes
 * of the tables are chosen here; curve.c is the only caller.
 */

/* The Moddable SDK defines it for all of a chip's sources; the library would ask for a configuration file. */
#undef HAVE_CONFIG_H

#define ENABLE_MODULE_EXTRAKEYS 1
#define ENABLE_MODULE_SCHNORRSIG 1
/* They are in curve.c: the library's own print and abort. */
#define USE_EXTERNAL_DEFAULT_CALLBACKS 1

/* Tables lie in flash. For verifying: 2^(size - 2) points of 64 bytes, twice. */
#ifndef ECMULT_WINDOW_SIZE
#define ECMULT_WINDOW_SIZE 6
#endif
/* For signing: 2, 4 or 8; 32 KB, 64 KB or 512 KB. A board signs a few times a minute. */
#ifndef ECMULT_GEN_PREC_BITS
#define ECMULT_GEN_PREC_BITS 2
#endif

#pragma GCC diagnostic ignored "-Wunused-function"
#pragma GCC diagnostic ignored "-Wunused-parameter"

#include "../../node_modules/@node-lightning/secp256k1/lib/libsecp256k1/src/secp256k1.c"
#include "../../node_modules/@node-lightning/secp256k1/lib/libsecp256k1/src/precomputed_ecmult.c"
#include "../../node_modules/@node-lightning/secp256k1/lib/libsecp256k1/src/precomputed_ecmult_gen.c"
