/* In the place of ESP-IDF's header: what sha_idf.c uses of the classic chip's, on the model (idf.c). */
#ifndef MITE_IDF_PARALLEL_ENGINE_H
#define MITE_IDF_PARALLEL_ENGINE_H

#include <stdbool.h>

typedef enum { SHA1, SHA2_256, SHA2_384, SHA2_512 } esp_sha_type;

bool esp_sha_try_lock_engine(esp_sha_type type);
void esp_sha_unlock_engine(esp_sha_type type);

#endif
