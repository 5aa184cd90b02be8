/** `make chip`: the suites on emulated chips, one after the other, since an emulator takes a processor or two. */
export default {
  files: ['build/js/host-tests/chip/*.chip.js'],
  concurrency: 1,
  serial: true,
  // serialport's poller does not live in a worker thread.
  workerThreads: false,
  timeout: '120m',
};
