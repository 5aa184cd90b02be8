/* What link_port.c knows of its tasks' stacks. */
#ifndef MITE_LINK_STACK_H
#define MITE_LINK_STACK_H

#include <stdint.h>

/* The least that a link's task has ever left of its stack, in bytes; UINT32_MAX before the first. Any thread.
 */
uint32_t mite_link_stack_left(void);

#endif
