/* In the place of ESP-IDF's header: what sha_idf.c uses of the later chips', on the model (idf.c). */
#ifndef MITE_IDF_SHA_CORE_H
#define MITE_IDF_SHA_CORE_H

void esp_sha_acquire_hardware(void);
void esp_sha_release_hardware(void);

#endif
