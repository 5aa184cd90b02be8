/*
 * last_words.c: what a board that runs out of heap leaves for its next boot.
 */
#ifndef MITE_LAST_WORDS_H
#define MITE_LAST_WORDS_H

/* Reads what the boot before has left in the data directory, whose descriptor stays open. Returns 1 when that
 * boot ended for lack of heap, 0 otherwise. */
int mite_last_words_open(int directory);
/* The heap has run out: the process is about to end. Safe then: it allocates nothing. */
void mite_last_words_heap(void);

#endif
