/* The console's device: a pseudo-terminal of our own, or the terminal that the board was started in. */
#ifndef MITE_PTY_H
#define MITE_PTY_H

#include <stdbool.h>
#include <stddef.h>

/*
 * Opens a pseudo-terminal in raw mode, or takes over the one that the process had before a restart. `link`,
 * unless empty, becomes a symbolic link to it; an older link is replaced, any other file is not. Returns the
 * descriptor of our end, with the other end's name in `name`; or -1 with a sentence in `name`.
 */
int mite_pty_open(const char *link, char *name, size_t size);

/* Takes input of the terminal on stdin byte by byte, without echo. False, and nothing changes, unless stdin
 * and stdout are a terminal. */
bool mite_tty_raw(void);

/* Call before the process ends: restores the terminal, removes the link. */
void mite_pty_close(void);
/* Call before the process restarts itself: restores the terminal; the pseudo-terminal stays for the next one.
 */
void mite_pty_keep(void);

#endif
