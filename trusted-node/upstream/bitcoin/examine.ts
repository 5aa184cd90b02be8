/** What `mite-node doctor` finds out about the Bitcoin node, and what there is to do about it. Changes nothing. */
import { z } from 'zod';
import { hexToBytes } from '../../../firmware/domain/bytes.js';
import { MAX_FUTURE_SECONDS, MEDIAN_TIME_SPAN } from '../../../firmware/domain/chain.js';
import { sha256d } from '../../../firmware/domain/hash.js';
import { decodeHeader } from '../../../firmware/domain/header.js';
import type { NetworkRules } from '../../../firmware/domain/networks.js';
import type { Finding } from '../../common/findings.js';
import { type FailureKind, RpcFailure, shown } from './failure.js';
import type { RpcClient } from './rpc.js';
import { blockHash, blockTemplate, type ChainInfo, chainInfo, rawHeader, TEMPLATE_BYTES } from './schemas.js';
import { chainProblem } from './state.js';
import { TemplateChecker, type TemplateContext } from './template.js';
import { BadTemplate } from './transactions.js';

const networkInfo = z.object({ subversion: z.string(), connections: z.number().int() });

const ADVICE: Readonly<Record<FailureKind, string>> = {
  unreachable:
    'start bitcoind there, with server=1; for a node on another machine rpcbind and rpcallowip let this one in (never over the internet)',
  credentials:
    'give the cookie file with --rpc-cookie (bitcoind writes it when it starts; rpccookieperms=group lets others read it), or --rpc-user and --rpc-password-file',
  refused:
    'use the cookie of the running bitcoind, or the user and password of its bitcoin.conf (rpcauth); rpcallowip must allow this machine',
  starting: 'wait: it loads its blocks; mite-node goes on by itself when it is ready',
  syncing: 'wait until it has all blocks and a peer; mite-node goes on by itself then',
  malformed:
    'is this the RPC port of a Bitcoin node? Not its P2P port, and no proxy that asks for something else',
  error: 'see the log of the Bitcoin node (debug.log)',
};

function failed(check: string, error: unknown): Finding {
  if (error instanceof RpcFailure)
    return { check, state: 'failed', text: error.message, advice: ADVICE[error.kind] };
  throw error;
}

/** @param clock seconds since 1970 */
export async function examineBitcoin(
  rpc: RpcClient,
  rules: NetworkRules,
  clock: () => number,
): Promise<Finding[]> {
  const findings: Finding[] = [];
  let info: ChainInfo;
  try {
    const { subversion, connections } = await rpc.call('getnetworkinfo', [], networkInfo);
    findings.push({ check: 'Bitcoin node', state: 'ok', text: `${shown(subversion)} at ${rpc.place}` });
    info = await rpc.call('getblockchaininfo', [], chainInfo);
    if (connections === 0 && info.chain !== 'regtest')
      findings.push({
        check: 'peers',
        state: 'failed',
        text: 'it has none',
        advice: 'it needs the internet: see the log of the Bitcoin node (debug.log)',
      });
  } catch (error) {
    return [...findings, failed('Bitcoin node', error)];
  }
  const problem = chainProblem(rules, info);
  findings.push(
    problem === undefined
      ? { check: 'network', state: 'ok', text: info.chain }
      : {
          check: 'network',
          state: 'failed',
          text: problem.reason,
          advice: 'say the same --network here as bitcoind has (mainnet is its main), or use another port',
        },
  );
  findings.push(synchronisation(info));
  try {
    findings.push(...(await template(rpc, rules, clock)));
  } catch (error) {
    findings.push(failed('template', error));
  }
  return findings;
}

function synchronisation({
  blocks,
  headers,
  verificationprogress,
  chain,
  initialblockdownload,
}: ChainInfo): Finding {
  const behind = headers - blocks;
  const text = `block ${blocks}${behind > 0 ? ` of ${headers}` : ''}`;
  if (behind <= 1 && (!initialblockdownload || chain === 'regtest'))
    return { check: 'blocks', state: 'ok', text };
  const percent = Math.floor(verificationprogress * 1000) / 10;
  return {
    check: 'blocks',
    state: 'failed',
    text: `${text}, ${percent} %`,
    advice: 'wait until it has them all: a day or more the first time; mite-node goes on by itself then',
  };
}

/** Its rules and this machine's clock. */
async function template(rpc: RpcClient, rules: NetworkRules, clock: () => number): Promise<Finding[]> {
  const request = { rules: rules.name === 'signet' ? ['segwit', 'signet'] : ['segwit'] };
  const raw = await rpc.call('getblocktemplate', [request], blockTemplate, { maxBytes: TEMPLATE_BYTES });
  const now = clock();
  const findings: Finding[] = [];
  const off = raw.curtime - now;
  findings.push(
    Math.abs(off) <= 60 && raw.mintime <= now + MAX_FUTURE_SECONDS
      ? { check: 'clock', state: 'ok', text: 'within a minute of that of the Bitcoin node' }
      : {
          check: 'clock',
          state: 'failed',
          text: `${Math.abs(off)} s ${off > 0 ? 'behind' : 'ahead of'} the Bitcoin node`,
          advice: 'set the clock of this machine (timedatectl set-ntp true), or that of the Bitcoin node',
        },
  );
  try {
    const { template: made } = new TemplateChecker().check(
      raw,
      await contextOf(rpc, rules, raw.height - 1),
      now,
    );
    const count = made.transactions.length;
    findings.push({
      check: 'template',
      state: 'ok',
      text: `block ${made.height} with ${count} transaction${count === 1 ? '' : 's'}`,
    });
  } catch (error) {
    if (!(error instanceof BadTemplate)) throw error;
    const advice = 'nothing would be mined: if it stays so, report it with this text';
    findings.push({ check: 'template', state: 'failed', text: error.message, advice });
  }
  return findings;
}

/** From the last few headers, which say nothing of the next nBits. */
async function contextOf(rpc: RpcClient, rules: NetworkRules, tip: number): Promise<TemplateContext> {
  const heights = Array.from({ length: Math.min(MEDIAN_TIME_SPAN, tip + 1) }, (_, i) => tip - i).reverse();
  const hashes = await rpc.batch(
    heights.map(height => ({ method: 'getblockhash', params: [height] })),
    blockHash,
  );
  const raws = await rpc.batch(
    hashes.map(hash => ({ method: 'getblockheader', params: [hash, false] })),
    rawHeader,
  );
  const bytes = raws.map(hexToBytes);
  const headers = bytes.map(decodeHeader);
  const parent = headers[headers.length - 1]!;
  return {
    rules,
    bitsKnown: false,
    header: {
      parentHash: sha256d(bytes[bytes.length - 1]!),
      parentHeight: tip,
      parent,
      pastTimes: headers.map(({ time }) => time),
      ancestor: () => parent,
    },
  };
}
