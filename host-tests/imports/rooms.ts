/**
 * The rooms of the house and what each may import: domain ← protocol ← chain, mining, console … ← firmware's own files
 * ← boards. What is not listed is refused, packages and Node's modules too.
 * @module
 */
import type { Room } from './imports.js';

const firmware: Room[] = [
  { folder: 'firmware/domain', imports: ['@noble/hashes/*'] },
  { folder: 'firmware/protocol', imports: ['firmware/domain'] },
  {
    folder: 'firmware/protocol/mqtt',
    imports: ['firmware/protocol', 'firmware/domain', 'mqtt-packet', 'buffer'],
  },
  { folder: 'firmware/protocol/mqtt/standins', imports: ['firmware/protocol'] },
  { folder: 'firmware/chain', imports: ['firmware/domain'] },
  { folder: 'firmware/mining', imports: ['firmware/domain', 'firmware/protocol'] },
  { folder: 'firmware/console', imports: ['firmware/domain', 'firmware/protocol', 'firmware/mining'] },
  { folder: 'firmware/network', imports: ['firmware/mining/events.ts'] },
  { folder: 'firmware/update', imports: ['firmware/domain', 'firmware/protocol'] },
  { folder: 'firmware/display', imports: ['firmware/mining', 'firmware/console', 'piu/MC'] },
  // search implements mining's Searcher, curve domain's Curve
  { folder: 'firmware/search', imports: ['firmware/mining'] },
  { folder: 'firmware/search/generator', imports: [] },
  { folder: 'firmware/curve', imports: ['firmware/domain/curve.ts'] },
  {
    folder: 'firmware/transport',
    imports: [
      'firmware/domain',
      'firmware/protocol',
      'firmware/protocol/mqtt',
      'firmware/mining',
      'firmware/console',
    ],
  },
  {
    folder: 'firmware',
    imports: [
      'firmware/domain',
      'firmware/protocol',
      'firmware/chain',
      'firmware/mining',
      'firmware/console',
      'firmware/network',
      'firmware/update',
      'firmware/transport',
    ],
  },
];

/** What a board's entry puts together: the firmware, and the two native parts it is given. */
const entry = [
  'firmware/main.ts',
  'firmware/transport',
  'firmware/console',
  'firmware/mining',
  'firmware/search',
  'firmware/curve',
];

const boards: Room[] = [
  { folder: 'boards/host', imports: [] },
  { folder: 'boards/host/firmware', imports: entry },
  {
    // starts a node, so it shares the node's words for what goes wrong, and for numbers
    folder: 'boards/host/run',
    imports: [
      'boards/cli',
      'firmware/mining',
      'trusted-node/directory.ts',
      'trusted-node/problems.ts',
      'trusted-node/service/logger.ts',
      'trusted-node/cli/format.ts',
      'node:*',
    ],
  },
  {
    folder: 'boards/sdk',
    imports: [
      ...entry,
      'firmware/domain',
      'firmware/network',
      'firmware/display',
      'boards/sdk/esp32',
      'embedded:*',
      'modules',
      'net',
      'ssl/session',
      'time',
      'timer',
    ],
  },
  {
    folder: 'boards/sdk/esp32',
    imports: [
      'boards/sdk',
      'firmware/transport',
      'firmware/console',
      'firmware/network',
      'embedded:*',
      'ethernet',
      'mc/config',
      'modules',
      'net',
      'pins/pwm',
      'time',
      'timer',
    ],
  },
  { folder: 'boards/sdk/lin', imports: ['boards/sdk', 'firmware/transport', 'firmware/console', 'timer'] },
  { folder: 'boards/sdk/headless', imports: [] },
  // `mite` speaks to boards over their console, and shares pure rules with them only
  {
    folder: 'boards/cli',
    imports: ['firmware/console', 'firmware/mining', 'commander', 'serialport', 'node:*'],
  },
  // better-sqlite3: native.ts sees whether it loads, and builds it anew where not
  { folder: 'boards/tool', imports: ['boards/cli/port.ts', 'zod', 'better-sqlite3', 'node:*'] },
];

// The node shares domain and protocol with the board and nothing else, so that its ledger is a second opinion.
const node: Room[] = [
  {
    folder: 'trusted-node',
    imports: ['firmware/domain', '@noble/curves/*', 'better-sqlite3', 'kysely', 'node:*'],
  },
  { folder: 'trusted-node/ledger/rules', imports: ['firmware/domain', '@noble/curves/*', '@noble/hashes/*'] },
  {
    folder: 'trusted-node/ledger',
    imports: [
      'firmware/domain',
      'trusted-node',
      'trusted-node/ledger/rules',
      'trusted-node/ledger/migrations',
      'kysely',
    ],
  },
  {
    folder: 'trusted-node/ledger/migrations',
    imports: ['trusted-node', 'trusted-node/ledger', 'trusted-node/ledger/rules', 'kysely'],
  },
  {
    folder: 'trusted-node/wallet',
    imports: [
      'firmware/domain',
      'trusted-node/ledger',
      'trusted-node/ledger/rules',
      '@noble/curves/*',
      '@noble/hashes/*',
      '@scure/btc-signer',
      '@scure/btc-signer/*',
      'node:*',
    ],
  },
  {
    folder: 'trusted-node/service/bus',
    imports: ['firmware/protocol', 'trusted-node', 'trusted-node/service', 'aedes', 'mqtt', 'node:*'],
  },
  { folder: 'trusted-node/service/migrations', imports: ['trusted-node', 'kysely'] },
  {
    folder: 'trusted-node/service',
    imports: [
      'firmware/domain',
      'firmware/protocol',
      'trusted-node',
      'trusted-node/ledger',
      'trusted-node/ledger/rules',
      'trusted-node/ledger/migrations',
      'trusted-node/wallet',
      'trusted-node/service/bus',
      'trusted-node/service/migrations',
      'better-sqlite3',
      'kysely',
      'pino',
      'node:*',
    ],
  },
  {
    folder: 'trusted-node/cli',
    imports: [
      'firmware/domain',
      'firmware/protocol',
      'trusted-node',
      'trusted-node/ledger',
      'trusted-node/service',
      'trusted-node/wallet',
      'commander',
      'node:*',
    ],
  },
];

/** Tests may see everything; nothing sees them. */
const tests: Room = {
  folder: 'host-tests/**',
  imports: [
    'firmware/**',
    'boards/**',
    'trusted-node/**',
    'computed',
    'node:*',
    '@noble/*',
    '@scure/btc-signer',
    '@scure/btc-signer/*',
    'aedes',
    'ava',
    'better-sqlite3',
    'esbuild',
    'fast-check',
    'fs',
    'kysely',
    'mqtt',
    'mqtt-packet',
    // modules of the SDK, and of the suites' own manifests
    'ControlsPane',
    'DevicePane',
    'cases',
    'display',
    'embedded:*',
    'firmware/curve/curve',
    'timer',
  ],
};

export const ROOMS: readonly Room[] = [...firmware, ...boards, ...node, tests];
