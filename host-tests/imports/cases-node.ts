/** The trusted node's rooms, as imports.test.ts tries them. @module */
import type { RoomCase } from './room-case.js';

export const NODE: Record<string, RoomCase> = {
  'trusted-node': {
    refused: [
      '../firmware/board.js',
      '../firmware/parts/chain/points.js',
      '../tools/mite/port.js',
      './cli/main.js',
      'aedes',
      'better-sqlite3',
    ],
    taken: ['./other.js', '../firmware/domain/one.js', '../firmware/protocol/mite/one.js', 'kysely'],
  },
  'trusted-node/cli': {
    refused: [
      '../../firmware/board.js',
      '../../firmware/parts/chain/points.js',
      '../../tools/mite/port.js',
      'aedes',
      'better-sqlite3',
    ],
    taken: ['./other.js', 'commander', '../../firmware/domain/one.js', '../../firmware/protocol/mite/one.js'],
  },
  'trusted-node/common': {
    refused: [
      '../../firmware/board.js',
      '../../firmware/parts/chain/points.js',
      '../../tools/mite/port.js',
      '../cli/main.js',
      '../node.js',
      'aedes',
      'better-sqlite3',
    ],
    taken: ['./other.js', '@noble/curves/x.js', '../../firmware/domain/one.js', 'node:os'],
  },
  'trusted-node/doors/mqtt': {
    refused: [
      '../../../firmware/board.js',
      '../../../firmware/parts/chain/points.js',
      '../../../tools/mite/port.js',
      '../../cli/main.js',
      '../../node.js',
      'better-sqlite3',
    ],
    taken: [
      './other.js',
      'aedes',
      '../../../firmware/domain/one.js',
      '../../../firmware/protocol/mite/one.js',
    ],
  },
  'trusted-node/fleet': {
    refused: [
      '../../firmware/board.js',
      '../../firmware/parts/chain/points.js',
      '../../tools/mite/port.js',
      '../cli/main.js',
      'aedes',
      'better-sqlite3',
    ],
    taken: ['./other.js', '../../firmware/protocol/mite/one.js', 'kysely', 'node:os'],
  },
  'trusted-node/ledger': {
    refused: [
      '../../firmware/board.js',
      '../../firmware/parts/chain/points.js',
      '../../tools/mite/port.js',
      '../cli/main.js',
      '../node.js',
      'aedes',
      'better-sqlite3',
    ],
    taken: ['./other.js', '../../firmware/domain/one.js', 'kysely', './migrations/one.js'],
  },
  'trusted-node/ledger/migrations': {
    refused: [
      '../../../firmware/board.js',
      '../../../firmware/parts/chain/points.js',
      '../../../tools/mite/port.js',
      '../../cli/main.js',
      '../../node.js',
      'aedes',
      'better-sqlite3',
    ],
    taken: ['./other.js', 'kysely', '../one.js', '../rules/one.js'],
  },
  'trusted-node/ledger/rules': {
    refused: [
      '../../../firmware/board.js',
      '../../../firmware/parts/chain/points.js',
      '../../../tools/mite/port.js',
      '../../cli/main.js',
      '../../node.js',
      'aedes',
      'better-sqlite3',
    ],
    taken: ['./other.js', '@noble/curves/x.js', '@noble/hashes/x.js', '../../../firmware/domain/one.js'],
  },
  'trusted-node/quorum': {
    refused: [
      '../../firmware/board.js',
      '../../firmware/parts/chain/points.js',
      '../../tools/mite/port.js',
      '../cli/main.js',
      '../node.js',
      'aedes',
      'better-sqlite3',
    ],
    taken: ['./other.js', '../../firmware/domain/one.js', '../../firmware/protocol/mite/one.js', 'node:os'],
  },
  'trusted-node/store': {
    refused: [
      '../../firmware/board.js',
      '../../firmware/parts/chain/points.js',
      '../../tools/mite/port.js',
      '../cli/main.js',
      'aedes',
    ],
    taken: ['./other.js', 'better-sqlite3', '../../firmware/domain/one.js', 'kysely'],
  },
  'trusted-node/store/migrations': {
    refused: [
      '../../../firmware/board.js',
      '../../../firmware/parts/chain/points.js',
      '../../../tools/mite/port.js',
      '../../cli/main.js',
      '../../node.js',
      'aedes',
      'better-sqlite3',
    ],
    taken: ['./other.js', 'kysely', '../one.js'],
  },
  'trusted-node/updates': {
    refused: [
      '../../firmware/board.js',
      '../../firmware/parts/chain/points.js',
      '../../tools/mite/port.js',
      '../cli/main.js',
      '../node.js',
      'aedes',
      'better-sqlite3',
    ],
    taken: ['./other.js', '../../firmware/protocol/mite/one.js', 'node:os', '../common/one.js'],
  },
  'trusted-node/wallet': {
    refused: [
      '../../firmware/board.js',
      '../../firmware/parts/chain/points.js',
      '../../tools/mite/port.js',
      '../cli/main.js',
      'aedes',
      'better-sqlite3',
    ],
    taken: ['./other.js', '@noble/curves/x.js', '@noble/hashes/x.js', '@scure/btc-signer'],
  },
  'trusted-node/work': {
    refused: [
      '../../firmware/board.js',
      '../../firmware/parts/chain/points.js',
      '../../tools/mite/port.js',
      '../cli/main.js',
      '../node.js',
      'aedes',
      'better-sqlite3',
    ],
    taken: ['./other.js', '../../firmware/domain/one.js', '../../firmware/protocol/mite/one.js', 'kysely'],
  },
};
