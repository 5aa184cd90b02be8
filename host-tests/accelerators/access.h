/* The access macros of sha_engine.h, into the model. Included before the driver's binding, sha_idf.h. */
#ifndef MITE_ACCESS_H
#define MITE_ACCESS_H

#include "model.h"

#define MITE_SHA_WRITE(offset, value) model_write(offset, value)
#define MITE_SHA_READ(offset) model_read(offset)
#define MITE_SHA_DELAY(units) model_delay(units)

#endif
