/**
 * The rooms of the house and what each may import: domain ← protocol ← ports, storage, settings, transport ← parts ←
 * board ← platforms; on the node, work and its ports in the middle. What is not listed is refused, packages and Node's
 * modules too.
 * @module
 */
import type { Room } from './imports.js';
import { NODE_ROOMS } from './rooms-node.js';

const firmware: Room[] = [
  { folder: 'firmware/domain', imports: ['@noble/hashes/*'] },
  { folder: 'firmware/domain/script', imports: ['@noble/hashes/*', 'firmware/domain'] },
  {
    folder: 'firmware/domain/judge',
    imports: ['@noble/hashes/*', 'firmware/domain', 'firmware/domain/script'],
  },
  { folder: 'firmware/protocol', imports: ['firmware/domain'] },
  { folder: 'firmware/protocol/mite', imports: ['firmware/domain', 'firmware/protocol'] },
  {
    folder: 'firmware/protocol/mqtt',
    imports: ['buffer', 'firmware/domain', 'firmware/protocol', 'firmware/protocol/mite', 'mqtt-packet'],
  },
  { folder: 'firmware/protocol/stratum', imports: ['firmware/domain', 'firmware/protocol'] },
  { folder: 'firmware/protocol/mqtt/standins', imports: ['firmware/protocol'] },
  { folder: 'firmware/ports', imports: ['firmware/domain', 'firmware/protocol/mite'] },
  { folder: 'firmware/storage', imports: ['firmware/domain', 'firmware/ports'] },
  {
    folder: 'firmware/transport',
    imports: ['firmware/domain', 'firmware/ports', 'firmware/protocol', 'firmware/protocol/mqtt'],
  },
  {
    folder: 'firmware/settings',
    imports: ['firmware/ports', 'firmware/storage'],
  },
  // A part sees what is below it, and no other part: they meet in board.ts.
  {
    folder: 'firmware/parts/attestation',
    imports: ['firmware/domain', 'firmware/domain/judge', 'firmware/ports', 'firmware/protocol/mite'],
  },
  {
    folder: 'firmware/parts/chain',
    imports: ['firmware/domain', 'firmware/ports', 'firmware/protocol/mite', 'firmware/settings'],
  },
  {
    folder: 'firmware/parts/commands',
    imports: ['firmware/domain', 'firmware/ports', 'firmware/protocol/mite', 'firmware/settings'],
  },
  {
    folder: 'firmware/parts/console',
    imports: [
      'firmware/domain',
      'firmware/ports',
      'firmware/protocol',
      'firmware/protocol/mite',
      'firmware/settings',
      'firmware/transport',
    ],
  },
  {
    folder: 'firmware/parts/display',
    imports: ['firmware/domain', 'firmware/ports', 'firmware/settings', 'piu/MC'],
  },
  {
    folder: 'firmware/parts/idle',
    imports: ['firmware/domain', 'firmware/ports', 'firmware/protocol/mite', 'firmware/settings'],
  },
  {
    folder: 'firmware/parts/mining',
    imports: ['firmware/domain', 'firmware/ports', 'firmware/settings', 'firmware/storage'],
  },
  {
    folder: 'firmware/parts/network',
    imports: [
      'firmware/ports',
      'firmware/protocol',
      'firmware/protocol/mite',
      'firmware/settings',
      'firmware/transport',
    ],
  },
  {
    folder: 'firmware/parts/node',
    imports: [
      'firmware/domain',
      'firmware/ports',
      'firmware/protocol',
      'firmware/protocol/mite',
      'firmware/settings',
      'firmware/transport',
    ],
  },
  {
    folder: 'firmware/parts/proof',
    imports: ['firmware/domain', 'firmware/ports', 'firmware/protocol/mite'],
  },
  {
    folder: 'firmware/parts/status',
    imports: ['firmware/ports', 'firmware/protocol/mite', 'firmware/settings'],
  },
  {
    folder: 'firmware/parts/update',
    imports: [
      'firmware/domain',
      'firmware/ports',
      'firmware/protocol/mite',
      'firmware/settings',
      'firmware/storage',
    ],
  },
  { folder: 'firmware/search', imports: ['firmware/ports'] },
  { folder: 'firmware/search/generator', imports: [] },
  { folder: 'firmware/curve', imports: ['firmware/domain'] },
  {
    folder: 'firmware',
    imports: [
      'firmware/domain',
      'firmware/parts/attestation',
      'firmware/parts/chain',
      'firmware/parts/commands',
      'firmware/parts/console',
      'firmware/parts/display',
      'firmware/parts/idle',
      'firmware/parts/mining',
      'firmware/parts/network',
      'firmware/parts/node',
      'firmware/parts/proof',
      'firmware/parts/status',
      'firmware/parts/update',
      'firmware/ports',
      'firmware/protocol/mite',
      'firmware/settings',
      'firmware/storage',
    ],
  },
];

const platforms: Room[] = [
  { folder: 'platforms/host', imports: [] },
  {
    folder: 'platforms/host/firmware',
    imports: [
      'firmware',
      'firmware/domain',
      'firmware/curve',
      'firmware/parts/console',
      'firmware/ports',
      'firmware/search',
      'firmware/storage',
    ],
  },
  {
    folder: 'platforms/sdk',
    imports: [
      'firmware',
      'firmware/curve',
      'firmware/parts/console',
      'firmware/parts/display',
      'firmware/ports',
      'firmware/search',
      'firmware/storage',
      'modules',
      'time',
      'timer',
    ],
  },
  {
    folder: 'platforms/sdk/esp32',
    imports: [
      'embedded:*',
      'firmware/parts/console',
      'firmware/parts/network',
      'firmware/ports',
      'firmware/protocol',
      'firmware/storage',
      'mc/config',
      'modules',
      'net',
      'pins/pwm',
      'platforms/sdk',
      'time',
      'timer',
    ],
  },
  { folder: 'platforms/sdk/headless', imports: [] },
  {
    folder: 'platforms/sdk/lin',
    imports: [
      'embedded:*',
      'firmware/parts/console',
      'firmware/ports',
      'firmware/protocol',
      'firmware/search',
      'firmware/storage',
      'net',
      'platforms/sdk',
      'ssl/session',
      'timer',
    ],
  },
];

const tools: Room[] = [
  // What the programs of a PC share: mite, mite-node, make run.
  { folder: 'programs', imports: ['commander', 'node:*'] },
  {
    folder: 'tools/make',
    imports: [
      'better-sqlite3',
      'firmware/schema.ts',
      'firmware/settings',
      'node:*',
      'programs',
      'tools/mite',
      'zod',
    ],
  },
  {
    folder: 'tools/mite',
    imports: ['commander', 'firmware/parts/console', 'firmware/domain', 'node:*', 'programs', 'serialport'],
  },
  {
    folder: 'tools/emulate',
    imports: ['node:*', 'programs', 'tools/make', 'tools/mite', 'tools/run', 'trusted-node/common'],
  },
  {
    folder: 'tools/run',
    imports: ['node:*', 'programs', 'tools/mite', 'trusted-node/cli', 'trusted-node/common'],
  },
];

/** Tests may see everything; nothing sees them. */
const tests: Room = {
  folder: 'host-tests/**',
  imports: [
    'firmware/**',
    'platforms/**',
    'programs/**',
    'tools/**',
    'trusted-node/**',
    'computed',
    'node:*',
    '@noble/*',
    '@scure/bip32',
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
    'pino',
    'playwright-core',
    'zod',
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

export const ROOMS: readonly Room[] = [...firmware, ...platforms, ...tools, ...NODE_ROOMS, tests];
