/** A console on a board that only notes what it is asked to do. @module */
import { bytesToHex } from '../../firmware/domain/bytes.js';
import { payoutAgreement } from '../../firmware/parts/chain/settings.js';
import { BoardConsole } from '../../firmware/parts/console/console.js';
import type { ConsoleHost, Trials } from '../../firmware/parts/console/console-host.js';
import { Miner } from '../../firmware/parts/mining/miner.js';
import type { BenchListener } from '../../firmware/ports/bench.js';
import { SCHEMA } from '../../firmware/schema.js';
import { Configuration, type StoredValues } from '../../firmware/settings/configuration.js';

export const SECRET = 'correct horse battery';

/** A console on a board that only notes what it is asked to do. */
export function board(json = false) {
  const asked: string[] = [];
  const lines: string[] = [];
  let stored: StoredValues = {};
  let saves = 0;
  let bench: BenchListener | undefined;
  const configuration = new Configuration(
    SCHEMA,
    {
      load: () => ({ values: {}, warnings: [] }),
      save: values => {
        stored = values;
        saves++;
      },
    },
    { agreements: [payoutAgreement] },
  );
  const miner = new Miner();
  const host: ConsoleHost = {
    report: () => ({
      miner: miner.status(0),
      budget: 40,
      pauses: [],
      temperature: 51,
      node: 'node.local:1883',
      device: 'board-1',
      boot: '0011223344556677',
      missing: [],
      chain: {
        network: 'devnet',
        state: 'verified',
        height: 3,
        hash: 'ff',
        work: '77',
        payout: 'ok',
        refusal: '',
        refusals: { 'stale-fork': 2 },
      },
      attest: { key: '', valid: 4, invalid: 5, notJudged: 6 },
      hashes: 5,
      threads: 1,
      plan: 'portable',
      kernelErrors: 7,
      connects: 1,
      garbage: 0,
      heapEnds: 0,
      heapDoing: '',
      away: 0,
      flashWrites: 0,
      lastError: '',
      update: { state: 'waiting', version: '2.0.0', percent: 0, reason: '' },
      uptime: 93784,
      memory: { slotBytes: 1, slotPeak: 2, chunkBytes: 3, chunkPeak: 4, limit: 5 },
      system: {
        freeHeap: 93512,
        minFreeHeap: 61204,
        largestFree: 45056,
        stackMachine: 9320,
        stackLink: 2988,
      },
    }),
    start: () => void asked.push('start') as undefined,
    stopMining: () => void asked.push('stop') as undefined,
    bench: (seconds, listener) => {
      asked.push(`bench ${seconds}`);
      if (bench !== undefined) return 'a benchmark is running';
      bench = listener;
      return undefined;
    },
    selftest: () => 'self-test failed: genesis',
    prove: (txid, form, listener) => {
      asked.push(`prove ${bytesToHex(txid).slice(0, 4)} ${form}`);
      listener.onFailed('the node does not answer');
      return undefined;
    },
    forgetChain: () => void asked.push('forget') as undefined,
    startUpdate: () => 'no update is waiting',
    restart: () => void asked.push('restart'),
    quit: () => void asked.push('quit') as undefined,
    version: () => ({ firmware: '1.2.3', board: 'host', protocol: 1 }),
    applySettings: keys => {
      for (const key of keys) asked.push(`apply ${key}`);
    },
  };
  const trials: Trials = {
    options: () => ({ wifi: false, tls: false }),
    start: check => void asked.push(`try ${check.kind}`),
    end: () => void asked.push('end setup'),
  };
  const console = new BoardConsole(host, trials, configuration, { write: line => lines.push(line) }, json);
  return {
    console,
    asked,
    lines,
    stored: () => stored,
    values: () => configuration.values(),
    saves: () => saves,
    /** Whoever asked for the bench. */
    bench: () => bench!,
    /** What one line of input gives. */
    ask(line: string): string[] {
      lines.length = 0;
      console.line(line);
      return lines.slice();
    },
  };
}
