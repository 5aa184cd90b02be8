/*
 * The host board: XS on POSIX.
 *
 *   mite-board [--firmware FILE] [options]
 *                                     runs the firmware; host.js reads the options. FILE is a bundle in place
 * of the built-in one
 *   mite-board --run FILE [--preload FILE] [--heap N]
 *                                     for tests: runs FILE instead of host.js, preloads the second one
 * instead of mite.js (it keeps its name), with a heap of N bytes
 *
 * Exit codes: those of the JavaScript, 2 for bad arguments, and enum mite_exit.
 */
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "bundle.h"
#include "fatal.h"
#include "host.h"
#include "loop.h"
#include "pty.h"
#include "resolver.h"
#include "slots.h"

#define SOURCE_MAX (16u * 1024u * 1024u)

static char **command;

static void start_again(void) {
  mite_pty_keep();
  setenv(MITE_RESTARTED, "1", 1);
  execv("/proc/self/exe", command);
  execvp(command[0], command); /* where there is no /proc */
  fprintf(stderr, "mite-board: cannot restart: %s\n", strerror(errno));
}

static void before_fatal(void) {
  mite_console_flush(200);
}

static void after_fatal(void) {
  if (mite_slots_trial())
    start_again(); /* as a chip does; the boots of the trial are counted */
  mite_pty_close();
}

static _Noreturn void usage(const char *message, const char *detail) {
  fprintf(stderr, "mite-board: %s%s\n", message, detail);
  exit(MITE_EXIT_USAGE);
}

/* Removes the option in argv[1] and its value from the arguments. */
static const char *option_value(void) {
  if (mite_argc < 3)
    usage(mite_argv[1], " needs a value");
  const char *value = mite_argv[2];
  mite_argc -= 2;
  mite_argv += 2;
  return value;
}

/* --heap BYTES, if it comes next: another limit than a chip's, for tests. */
static void heap_option(uint32_t *limit) {
  if (mite_argc < 2 || strcmp(mite_argv[1], "--heap") != 0)
    return;
  const char *number = option_value();
  char *end = NULL;
  unsigned long bytes = strtoul(number, &end, 10);
  if (*end != 0 || bytes < 32768 || bytes > 64ul * 1024 * 1024)
    usage("--heap needs a number from 32768 to 67108864", "");
  *limit = (uint32_t)bytes;
}

/* The value of --data, which host.js checks; NULL: none. */
static const char *data_directory(void) {
  const char *value = NULL;
  for (int i = 1; i < mite_argc; i++) {
    if (strncmp(mite_argv[i], "--data=", 7) == 0)
      value = mite_argv[i] + 7;
    else if (strcmp(mite_argv[i], "--data") == 0 && i + 1 < mite_argc)
      value = mite_argv[++i];
  }
  return value && value[0] ? value : NULL;
}

/* The whole file; ends the program when it cannot be read. */
static char *read_source(const char *path, size_t *size) {
  FILE *file = fopen(path, "rb");
  char *text = NULL;
  if (file && fseek(file, 0, SEEK_END) == 0) {
    long length = ftell(file);
    if (length >= 0 && (unsigned long)length <= SOURCE_MAX && fseek(file, 0, SEEK_SET) == 0)
      text = malloc((size_t)length + 1);
    if (text && fread(text, 1, (size_t)length, file) != (size_t)length) {
      free(text);
      text = NULL;
    }
    *size = (size_t)length;
  }
  if (file)
    fclose(file);
  if (text == NULL)
    usage("cannot read ", path);
  return text;
}

/* The next pipe or socket would take the number of a closed standard stream, and the console would talk to
 * it. */
static void fill_standard_streams(void) {
  int fd;
  do
    fd = open("/dev/null", O_RDWR);
  while (fd >= 0 && fd <= STDERR_FILENO);
  if (fd >= 0)
    close(fd);
}

int main(int argc, char **argv) {
  struct mite_module modules[] = {
      {"host.js", mite_bundle_host, (size_t)(mite_bundle_host_end - mite_bundle_host)},
      {"mite.js", mite_bundle_mite, (size_t)(mite_bundle_mite_end - mite_bundle_mite)},
      {"main.js", NULL, 0},
  };
  size_t count = 2;
  uint32_t limit = MITE_HEAP_LIMIT;
  char *source = NULL, *preloaded = NULL;
  command = argv;
  mite_argc = argc;
  mite_argv = argv;
  fill_standard_streams();
  mite_fatal_open(before_fatal, after_fatal);

  if (argc >= 2 && strcmp(argv[1], "--run") == 0) {
    source = read_source(option_value(), &modules[2].size);
    modules[2].source = source;
    count = 3;
    if (mite_argc >= 2 && strcmp(mite_argv[1], "--preload") == 0) {
      const char *path = option_value();
      preloaded = read_source(path, &modules[1].size);
      modules[1].source = preloaded;
      modules[1].name = strrchr(path, '/') ? strrchr(path, '/') + 1 : path;
    }
    heap_option(&limit);
  } else {
    heap_option(&limit);
    if (mite_argc >= 2 && strcmp(mite_argv[1], "--firmware") == 0) {
      preloaded = read_source(option_value(), &modules[1].size);
      modules[1].source = preloaded;
    }
    const char *directory = data_directory();
    size_t size = 0;
    char *image = directory ? mite_slots_boot(directory, &size) : NULL;
    if (image != NULL) {
      free(preloaded);
      preloaded = image;
      modules[1].source = image;
      modules[1].size = size;
    }
  }

  mite_console_open();
  mite_system_open();
  mite_resolver_open();
  mite_search_open();
  mite_machine_create(modules, count, modules[1].name, &mite_natives, limit);
  mite_machine_import(mite_the, source ? "main.js" : "host.js");
  mite_loop_run();

  if (!mite_starts_again()) /* the other program ends this one's threads, even one that hangs and cannot be
                               joined */
    mite_machine_delete(mite_the); /* searcher threads end in a destructor */
  free(source);
  free(preloaded);
  mite_console_flush(1000);
  if (mite_starts_again()) {
    start_again();
    return MITE_EXIT_INTERNAL;
  }
  return mite_exit_code();
}
