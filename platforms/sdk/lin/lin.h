/* What the C files of platforms/sdk/lin need from each other. */
#ifndef MITE_LIN_H
#define MITE_LIN_H

/* Call before the process executes itself again: keeps the pseudo-terminal. */
void mite_lin_console_keep(void);

#endif
