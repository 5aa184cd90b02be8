/* In the place of ESP-IDF's header; the tests need nothing of it. */
