/* In the place of the engine's header: what platforms/sdk/wake.c uses of it. A machine is a count of open
 * frames. */
#ifndef MITE_FAKE_XSMC_H
#define MITE_FAKE_XSMC_H

struct xsMachineRecord {
  int frames;
};
typedef struct xsMachineRecord xsMachine;

#define xsBeginHost(MACHINE)                                                                                 \
  do {                                                                                                       \
    xsMachine *the = (MACHINE);                                                                              \
  the->frames++
#define xsEndHost(MACHINE)                                                                                   \
  (MACHINE)->frames--;                                                                                       \
  }                                                                                                          \
  while (0)

#endif
