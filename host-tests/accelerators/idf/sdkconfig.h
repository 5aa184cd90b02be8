/* In the place of ESP-IDF's header: the tests say which chip on the command line. */
