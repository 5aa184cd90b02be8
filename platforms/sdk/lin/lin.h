/* What the C files of platforms/sdk/lin ask of each other. */
#ifndef MITE_LIN_H
#define MITE_LIN_H

/* Before the process executes itself again: the pseudo-terminal stays. */
void mite_lin_console_keep(void);

#endif
