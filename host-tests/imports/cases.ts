/** Each room, as a file of it imports: what is refused, and what is taken. @module */
import { FIRMWARE } from './cases-firmware.js';
import { LEDGER } from './cases-ledger.js';
import { NODE } from './cases-node.js';
import type { RoomCase } from './room-case.js';

export const CASES: Record<string, RoomCase> = {
  ...FIRMWARE,
  ...NODE,
  ...LEDGER,
  'platforms/host': {
    refused: [
      '../../trusted-node/common/curve.js',
      '../../tools/mite/port.js',
      '../../firmware/parts/chain/points.js',
      'node:fs',
    ],
    taken: ['./other.js'],
  },
  'platforms/host/firmware': {
    refused: [
      '../../../trusted-node/common/curve.js',
      '../../../tools/mite/port.js',
      '../../../firmware/parts/chain/points.js',
      'node:fs',
    ],
    taken: [
      './other.js',
      '../../../firmware/one.js',
      '../../../firmware/domain/one.js',
      '../../../firmware/curve/one.js',
      '../../../firmware/parts/console/one.js',
    ],
  },
  'platforms/sdk': {
    refused: [
      '../../trusted-node/common/curve.js',
      '../../tools/mite/port.js',
      '../../firmware/parts/chain/points.js',
      './esp32/light.js',
      'embedded:io/socket/tcp',
      'node:fs',
    ],
    taken: ['./other.js', 'timer', '../../firmware/one.js', '../../firmware/curve/one.js'],
  },
  'platforms/sdk/esp32': {
    refused: [
      '../../../trusted-node/common/curve.js',
      '../../../tools/mite/port.js',
      '../../../firmware/parts/chain/points.js',
      'node:fs',
    ],
    taken: ['./other.js', 'embedded:io/digital', '../../../firmware/parts/console/one.js'],
  },
  'platforms/sdk/headless': {
    refused: [
      '../../../trusted-node/common/curve.js',
      '../../../tools/mite/port.js',
      '../../../firmware/parts/chain/points.js',
      'node:fs',
    ],
    taken: ['./other.js'],
  },
  'platforms/sdk/lin': {
    refused: [
      '../../../trusted-node/common/curve.js',
      '../../../tools/mite/port.js',
      '../../../firmware/parts/chain/points.js',
      'node:fs',
    ],
    taken: [
      './other.js',
      '../../../firmware/parts/console/one.js',
      '../../../firmware/ports/one.js',
      '../../../firmware/storage/one.js',
    ],
  },
  programs: {
    refused: [
      '../trusted-node/common/curve.js',
      '../tools/mite/port.js',
      '../firmware/domain/bytes.js',
      'pino',
    ],
    taken: ['./other.js', 'commander', 'node:os'],
  },
  'tools/make': {
    refused: [
      '../../trusted-node/common/curve.js',
      '../../firmware/board.js',
      '../../platforms/host/firmware/platform.js',
      'pino',
    ],
    taken: ['./other.js', 'better-sqlite3', 'node:os', '../mite/one.js', '../../programs/one.js'],
  },
  'tools/mite': {
    refused: [
      '../../trusted-node/common/curve.js',
      '../../firmware/board.js',
      '../../platforms/host/firmware/platform.js',
      'pino',
    ],
    taken: ['./other.js', 'commander', '../../firmware/parts/console/one.js', '../../firmware/domain/one.js'],
  },
  'tools/emulate': {
    refused: ['../../firmware/board.js', '../../trusted-node/node.js', 'serialport'],
    taken: ['./other.js', 'node:os', '../make/one.js', '../run/one.js', '../mite/one.js'],
  },
  'tools/run': {
    refused: ['../../firmware/board.js', '../../platforms/host/firmware/platform.js', 'pino'],
    taken: ['./other.js', 'node:os', '../mite/one.js', '../../trusted-node/cli/one.js'],
  },
  'host-tests/**': {
    refused: ['left-pad', '../package.js'],
    taken: ['ava', '../firmware/board.js', './support/node.js'],
  },
};
