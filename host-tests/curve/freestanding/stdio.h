/* libsecp256k1 includes it for its tests. */
