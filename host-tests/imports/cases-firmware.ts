/** The board's rooms, as imports.test.ts tries them. @module */
import type { RoomCase } from './room-case.js';

export const FIRMWARE: Record<string, RoomCase> = {
  'firmware/domain': {
    refused: [
      '../board.js',
      '../../trusted-node/common/curve.js',
      '../../platforms/sdk/tcp.js',
      '../parts/mining/miner.js',
      '../ports/platform.js',
      'node:fs',
    ],
    taken: ['./other.js', '@noble/hashes/x.js'],
  },
  'firmware/protocol': {
    refused: [
      '../board.js',
      '../../trusted-node/common/curve.js',
      '../../platforms/sdk/tcp.js',
      '../parts/mining/miner.js',
      '../ports/platform.js',
      'node:fs',
    ],
    taken: ['./other.js', '../domain/one.js', './mite/one.js'],
  },
  'firmware/protocol/mite': {
    refused: [
      '../../board.js',
      '../../../trusted-node/common/curve.js',
      '../../../platforms/sdk/tcp.js',
      '../../parts/mining/miner.js',
      '../../ports/platform.js',
      'node:fs',
    ],
    taken: ['./other.js', '../../domain/one.js', '../one.js'],
  },
  'firmware/protocol/mqtt': {
    refused: [
      '../../board.js',
      '../../../trusted-node/common/curve.js',
      '../../../platforms/sdk/tcp.js',
      '../../parts/mining/miner.js',
      '../../ports/platform.js',
      'node:fs',
    ],
    taken: ['./other.js', 'buffer', '../../domain/one.js', '../one.js'],
  },
  'firmware/protocol/mqtt/standins': {
    refused: [
      '../../../board.js',
      '../../../../trusted-node/common/curve.js',
      '../../../../platforms/sdk/tcp.js',
      '../../../parts/mining/miner.js',
      '../../../ports/platform.js',
      'node:fs',
    ],
    taken: ['./other.js', '../../one.js'],
  },
  'firmware/ports': {
    refused: [
      '../board.js',
      '../../trusted-node/common/curve.js',
      '../../platforms/sdk/tcp.js',
      '../parts/mining/miner.js',
      'node:fs',
    ],
    taken: ['./other.js', '../domain/one.js'],
  },
  'firmware/storage': {
    refused: [
      '../board.js',
      '../../trusted-node/common/curve.js',
      '../../platforms/sdk/tcp.js',
      '../parts/mining/miner.js',
      'node:fs',
    ],
    taken: ['./other.js', '../domain/one.js', '../ports/one.js'],
  },
  'firmware/transport': {
    refused: [
      '../board.js',
      '../../trusted-node/common/curve.js',
      '../../platforms/sdk/tcp.js',
      '../parts/mining/miner.js',
      'node:fs',
    ],
    taken: ['./other.js', '../domain/one.js', '../ports/one.js', '../protocol/one.js'],
  },
  'firmware/settings': {
    refused: [
      '../board.js',
      '../../trusted-node/common/curve.js',
      '../../platforms/sdk/tcp.js',
      '../parts/mining/miner.js',
      'node:fs',
    ],
    taken: ['./other.js', '../ports/one.js', '../storage/one.js'],
  },
  'firmware/parts/attestation': {
    refused: [
      '../../board.js',
      '../../../trusted-node/common/curve.js',
      '../../../platforms/sdk/tcp.js',
      'node:fs',
    ],
    taken: ['./other.js', '../../domain/one.js', '../console/one.js', '../mining/one.js'],
  },
  'firmware/parts/chain': {
    refused: [
      '../../board.js',
      '../../../trusted-node/common/curve.js',
      '../../../platforms/sdk/tcp.js',
      'node:fs',
    ],
    taken: ['./other.js', '../../domain/one.js', '../console/one.js', '../mining/one.js'],
  },
  'firmware/parts/commands': {
    refused: [
      '../../board.js',
      '../../../trusted-node/common/curve.js',
      '../../../platforms/sdk/tcp.js',
      'node:fs',
    ],
    taken: ['./other.js', '../mining/one.js', '../../ports/one.js', '../../protocol/one.js'],
  },
  'firmware/parts/console': {
    refused: [
      '../../board.js',
      '../../../trusted-node/common/curve.js',
      '../../../platforms/sdk/tcp.js',
      'node:fs',
    ],
    taken: ['./other.js', '../../domain/one.js', '../../settings/one.js', '../mining/one.js'],
  },
  'firmware/parts/display': {
    refused: [
      '../../board.js',
      '../../../trusted-node/common/curve.js',
      '../../../platforms/sdk/tcp.js',
      '../../ports/platform.js',
      'node:fs',
    ],
    taken: ['./other.js', '../console/one.js', '../mining/one.js', 'piu/MC'],
  },
  'firmware/parts/idle': {
    refused: [
      '../../board.js',
      '../../../trusted-node/common/curve.js',
      '../../../platforms/sdk/tcp.js',
      'node:fs',
    ],
    taken: ['./other.js', '../../domain/one.js', '../mining/one.js', '../../ports/one.js'],
  },
  'firmware/parts/mining': {
    refused: [
      '../../board.js',
      '../../../trusted-node/common/curve.js',
      '../../../platforms/sdk/tcp.js',
      'node:fs',
    ],
    taken: ['./other.js', '../../domain/one.js', '../console/one.js', '../../ports/one.js'],
  },
  'firmware/parts/network': {
    refused: [
      '../../board.js',
      '../../../trusted-node/common/curve.js',
      '../../../platforms/sdk/tcp.js',
      'node:fs',
    ],
    taken: ['./other.js', '../console/one.js', '../mining/one.js', '../../ports/one.js'],
  },
  'firmware/parts/node': {
    refused: [
      '../../board.js',
      '../../../trusted-node/common/curve.js',
      '../../../platforms/sdk/tcp.js',
      'node:fs',
    ],
    taken: ['./other.js', '../../domain/one.js', '../mining/one.js', '../../ports/one.js'],
  },
  'firmware/parts/proof': {
    refused: [
      '../../board.js',
      '../../../trusted-node/common/curve.js',
      '../../../platforms/sdk/tcp.js',
      '../mining/miner.js',
      'node:fs',
    ],
    taken: ['./other.js', '../../domain/one.js', '../console/one.js', '../../ports/one.js'],
  },
  'firmware/parts/status': {
    refused: [
      '../../board.js',
      '../../../trusted-node/common/curve.js',
      '../../../platforms/sdk/tcp.js',
      'node:fs',
    ],
    taken: ['./other.js', '../console/one.js', '../mining/one.js', '../../ports/one.js'],
  },
  'firmware/parts/update': {
    refused: [
      '../../board.js',
      '../../../trusted-node/common/curve.js',
      '../../../platforms/sdk/tcp.js',
      'node:fs',
    ],
    taken: ['./other.js', '../../domain/one.js', '../mining/one.js', '../../ports/one.js'],
  },
  'firmware/search': {
    refused: [
      '../board.js',
      '../../trusted-node/common/curve.js',
      '../../platforms/sdk/tcp.js',
      '../parts/mining/miner.js',
      'node:fs',
    ],
    taken: ['./other.js', '../ports/one.js'],
  },
  'firmware/search/generator': {
    refused: [
      '../../board.js',
      '../../../trusted-node/common/curve.js',
      '../../../platforms/sdk/tcp.js',
      '../../parts/mining/miner.js',
      '../../ports/platform.js',
      'node:fs',
    ],
    taken: ['./other.js'],
  },
  'firmware/curve': {
    refused: [
      '../board.js',
      '../../trusted-node/common/curve.js',
      '../../platforms/sdk/tcp.js',
      '../parts/mining/miner.js',
      '../ports/platform.js',
      'node:fs',
    ],
    taken: ['./other.js', '../domain/one.js'],
  },
  firmware: {
    refused: ['../trusted-node/common/curve.js', '../platforms/sdk/tcp.js', 'node:fs'],
    taken: ['./other.js', './domain/one.js', './parts/attestation/one.js', './parts/chain/one.js'],
  },
};
