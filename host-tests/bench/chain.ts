/**
 * What the header chain costs on XS, with the board's native hashing: `mite-board --run chain.js --preload chain-lib.js
 * COUNT RULES` follows COUNT headers from a node's messages, in the batches that it asks for, and prints one JSON line.
 * The headers are mined here, with the network's rules and regtest's easy work; that is not in the time.
 */

import { sha256, sha256d } from '../../firmware/search/search.js';
import { host } from '../../platforms/host/firmware/host.js';
import {
  ChainFollower,
  compactToTarget,
  decodeHeaders,
  encodeGetHeaders,
  encodeHeaders,
  expectedBits,
  genesisPoint,
  meetsTarget,
  NETWORKS,
  nextPoint,
  RECORD_LENGTH,
  useSha256,
  useSha256d,
} from './chain-lib.js';

const memory = host.memory;
const now = host.now;

const [count = '640', name = 'mainnet'] = host.arguments();
if (!useSha256(sha256) || !useSha256d(sha256d)) throw new Error('native hashing is wrong');
const base = memory();
const { powLimit, powLimitBits, genesis } = NETWORKS.regtest;
const network = NETWORKS[name as 'mainnet' | 'testnet4' | 'devnet'];
// From regtest's genesis, and no version heights that would need another header.
const rules = { ...network, powLimit, powLimitBits, genesis, checkpoint: { height: 0, hash: genesis.hash } };

const header = new Uint8Array(80);
const view = new DataView(header.buffer);
let point = genesisPoint(rules);

/** The next header of the node's chain. Its times keep devnet's work where it began. */
function mine(): Uint8Array {
  const time = point.times[point.times.length - 1]! + rules.targetSpacing;
  const nBits = expectedBits(rules, point, time);
  const target = compactToTarget(nBits);
  view.setUint32(0, 0x20000000, true);
  header.set(point.hash, 4);
  view.setUint32(68, time, true);
  view.setUint32(72, nBits, true);
  for (let nonce = 0; ; nonce++) {
    view.setUint32(76, nonce, true);
    if (meetsTarget(sha256d(header), target)) break;
  }
  const next = nextPoint(rules, point, header);
  if ('fault' in next) throw new Error(next.fault);
  point = next;
  return header.slice();
}

const follower = new ChainFollower(rules, rules.checkpoint, undefined);
let commands = follower.step({ kind: 'connected' }, 0, undefined);
let last: Uint8Array | undefined;
let milliseconds = 0;
let followed = 0;
let requestBytes = 0;
let answerBytes = 0;
let live = 0;
while (followed < Number(count)) {
  const request = commands.find(command => command.kind === 'request');
  if (request?.kind !== 'request') throw new Error('nothing is asked for');
  // The first header of an answer is the one that is known.
  const headers = last === undefined ? [] : [last];
  if (last === undefined) headers.push(genesisBytes());
  while (headers.length < request.count) headers.push(mine());
  last = headers[headers.length - 1]!;
  const message = encodeHeaders({ startHeight: request.from, headers });
  answerBytes = message.length;
  memory(); // collects: what mining left is not the follower's
  const begun = now();
  const asked = encodeGetHeaders(request);
  commands = follower.step({ kind: 'headers', ...decodeHeaders(message) }, 0, undefined);
  milliseconds += now() - begun;
  requestBytes = asked.length;
  followed += headers.length - 1;
  if (follower.view().state !== 'syncing') throw new Error(JSON.stringify(commands));
  const { slotBytes, chunkBytes } = memory();
  live = Math.max(live, slotBytes + chunkBytes - base.slotBytes - base.chunkBytes);
}
host.print(
  JSON.stringify({
    bench: 'chain',
    followed,
    milliseconds,
    live,
    record: RECORD_LENGTH,
    requestBytes,
    answerBytes,
  }),
);
host.exit(0);

function genesisBytes(): Uint8Array {
  const { version, previousHash, merkleRoot, time, nBits, nonce } = genesis.header;
  view.setInt32(0, version, true);
  header.set(previousHash, 4);
  header.set(merkleRoot, 36);
  view.setUint32(68, time, true);
  view.setUint32(72, nBits, true);
  view.setUint32(76, nonce, true);
  const bytes = header.slice();
  header.fill(0);
  return bytes;
}
