/**
 * Two cores, four files at a time: half of the suites wait for timers and for boards that mine. The long ones start
 * first, alternating those that wait and those that compute, so that none is left alone at the end.
 */
const FIRST = [
  'bitcoin/mining',
  'e2e/crash',
  'native/native',
  'attacks/attacks',
  'update/update.e2e',
  'boards/generate',
  'e2e/quorum',
  'kernels/kernels',
  'e2e/mosquitto',
  'host/xs-cases',
  'e2e/main-job',
  'curve/curve',
  'network/tls-board',
  'accelerators/accelerators',
  'e2e/backends',
  'sdk/simulator',
  'e2e/run',
  'protocol/malformed',
  'network/tls',
  'e2e/fleet',
  'judge/judge',
  'sdk/board',
  'e2e/idle',
  'attacks/proofs',
];

const rank = file => {
  const at = FIRST.findIndex(name => file.endsWith(`/${name}.test.js`));
  return at < 0 ? FIRST.length : at;
};

export default {
  files: ['build/js/host-tests/**/*.test.js'],
  sortTestFiles: (a, b) => rank(a) - rank(b) || (a < b ? -1 : 1),
  concurrency: 4,
  // Nodes of the suites have no page, but for those that say so: one address would not do for all.
  environmentVariables: { MITE_HTTP: 'off' },
  // For hangs (host-tests/support/deadlines.ts: BUILD_MS).
  timeout: '60m',
};
