/** What `mite-node doctor` finds out about a pool. It logs in, waits for a job, and leaves: no share is sent. */
import { formatDifficulty, targetToDifficulty } from '../../../firmware/domain/difficulty.js';
import type { NetworkRules } from '../../../firmware/domain/networks.js';
import type { PoolJob } from '../../../firmware/protocol/stratum/session.js';
import { problemOf } from '../../../programs/problems.js';
import type { Finding } from '../../common/findings.js';
import { PoolConnection } from './connection.js';
import { type PoolOptions, placeOf } from './pool.js';
import { BadJob, workOf } from './work.js';

/** A pool gets so long for its first job, ms. */
const PATIENCE_MS = 30_000;

type Heard = { readonly job: PoolJob } | { readonly problem: string; readonly refused: boolean };

function firstJob(pool: PoolOptions, agent: string): Promise<Heard> {
  return new Promise(resolve => {
    let connection: PoolConnection | undefined;
    const ticks = setInterval(() => connection?.tick(), 250);
    const end = (heard: Heard): void => {
      clearInterval(ticks);
      clearTimeout(late);
      connection?.close();
      resolve(heard);
    };
    const late = setTimeout(() => end({ problem: 'it sends no job', refused: false }), PATIENCE_MS);
    try {
      connection = new PoolConnection(
        pool,
        undefined,
        { agent, difficulty: undefined, plain: false, resume: '' },
        {
          now: () => performance.now(),
          on: command => {
            if (command.kind === 'job') end({ job: command.job });
          },
          closed: (problem, refused) => end({ problem, refused }),
        },
      );
    } catch (error) {
      end({ problem: problemOf(error), refused: true });
    }
  });
}

/** @param script the owner's, if it is known */
export async function examinePool(
  pool: PoolOptions,
  agent: string,
  rules: NetworkRules,
  script: Uint8Array | undefined,
): Promise<Finding[]> {
  const check = 'pool';
  const place = placeOf(pool);
  const heard = await firstJob(pool, agent);
  if ('problem' in heard) {
    const advice = heard.refused
      ? 'look at --pool-user and --pool-password-file; many pools want ADDRESS.name'
      : "look at host and port, and whether the pool's port is one with TLS (stratum+ssl)";
    return [{ check, state: 'failed', text: `${place}: ${heard.problem}`, advice }];
  }
  const { target, versionMask } = heard.job;
  const difficulty = formatDifficulty(targetToDifficulty(target), 6);
  const rolling = versionMask === undefined ? 'no version rolling' : 'version rolling';
  const findings: Finding[] = [
    { check, state: 'ok', text: `${place} takes ${pool.user}: difficulty ${difficulty}, ${rolling}` },
  ];
  try {
    const work = workOf(heard.job, { rules, pool: place, script, epoch: 0 });
    const room = 256 ** work.relay.space.miners;
    findings.push({ check: 'job', state: 'ok', text: `block ${work.height}, room for ${room} miners` });
    const paid =
      work.owned === undefined
        ? 'it is not known whom its coinbase pays'
        : work.owned > 0n
          ? 'its coinbase pays you'
          : 'its coinbase does not pay you: the pool pays by account';
    findings.push({ check: 'payout', state: 'ok', text: paid });
  } catch (error) {
    if (!(error instanceof BadJob)) throw error;
    const advice = `is it a pool of ${rules.name}? Nothing would be mined with such jobs`;
    findings.push({ check: 'job', state: 'failed', text: `it sends ${error.message}`, advice });
  }
  return findings;
}
