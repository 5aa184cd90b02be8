/*
 * The emulated board's images: the built-in bundle (or that of --firmware), and two slots for updates in the
 * data directory, as files slot-1.bin and slot-2.bin. boot.bin says which one runs:
 *
 *    0  4  magic "MTB1"
 *    4  1  state: 0 good, 1 on trial
 *    5  1  boots of the trial so far
 *    6  2  zero
 *    8 40  the image that runs: slot (0 the built-in one, 1, 2; uint32), size (uint32), SHA-256
 *   48 40  the image to go back to, likewise
 *   88  4  CRC-32 (ISO-HDLC) of everything before
 *
 * Integers are little-endian. Each boot checks the image's size and hash. If it is damaged or missing, the
 * previous image runs, and in the end the built-in one; a trial ends after MITE_TRIAL_BOOTS boots. A new
 * record is written whole, synced and renamed: a power cut leaves the old or the new one.
 */
#ifndef MITE_SLOTS_H
#define MITE_SLOTS_H

#include <stdbool.h>
#include <stddef.h>

/* Bytes of a slot, as on a chip with 4 MB of flash. */
#define MITE_SLOT_CAPACITY 0x1F0000u
/* Starts that an image on trial gets. */
#define MITE_TRIAL_BOOTS 3

/*
 * Chooses the image of this boot. `directory` is the data directory, which may be missing; a trial's boot is
 * counted there. Returns the image (malloc'd, *size bytes), or NULL for the built-in one.
 */
char *mite_slots_boot(const char *directory, size_t *size);

/* The running image is on trial: if it cannot go on, the program restarts, as a chip would. */
bool mite_slots_trial(void);

#endif
