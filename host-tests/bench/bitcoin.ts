/** From a Bitcoin node's template to jobs, as figures: the time of one core, whatever else runs on the machine. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseBlock } from '../../firmware/domain/block.js';
import { NETWORKS } from '../../firmware/domain/networks.js';
import { useNativeHashing } from '../../trusted-node/common/hash.js';
import { openStore } from '../../trusted-node/store/store.js';
import { blockTemplate } from '../../trusted-node/upstream/bitcoin/schemas.js';
import { TemplateChecker } from '../../trusted-node/upstream/bitcoin/template.js';
import { JobStore } from '../../trusted-node/work/jobs.js';
import { contextOf, listOf, manyOf, templateOf, variant } from '../bitcoin/templates.js';
import type { Report } from './report.js';

const HEIGHT = 830_000;
const COUNT = 4_000;
const RUNS = 9;
const SOURCE = resolve('..', 'shared', 'vectors', 'mainnet-block-830000.bin');

function coreMilliseconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1]!;
}

/** @throws Error where the block is not at hand */
export async function bitcoinTemplates(report: Report): Promise<{ [name: string]: number }> {
  if (!existsSync(SOURCE)) throw new Error(`${SOURCE} is not there`);
  useNativeHashing();
  const block = parseBlock(new Uint8Array(readFileSync(SOURCE)));
  const context = contextOf(block, HEIGHT);
  const many = manyOf(block, COUNT);
  const answer = (salt: number): string => {
    const some = many.map((transaction, i) =>
      i % 400 === 7 ? variant(transaction, 10_000 + salt + i) : transaction,
    );
    return JSON.stringify({ ...templateOf(block, HEIGHT, []), ...listOf(salt === 0 ? many : some, HEIGHT) });
  };
  const texts = [answer(0), answer(COUNT), answer(0)];
  const fees = JSON.stringify({
    ...templateOf(block, HEIGHT, []),
    ...listOf(
      many,
      HEIGHT,
      many.map((_, i) => 2_000 + i),
    ),
  });
  const folder = mkdtempSync(join(tmpdir(), 'mite-bench-'));
  const db = await openStore(folder);
  const script = Uint8Array.from([0, 20, ...new Uint8Array(20)]);
  const rows: { [name: string]: number[] } = { first: [], few: [], fees: [], stored: [] };
  try {
    for (let run = 0; run < RUNS; run++) {
      const checker = new TemplateChecker();
      const jobs = new JobStore(db, NETWORKS.mainnet);
      const take = (text: string, name: string) => {
        const begun = coreMilliseconds();
        const { template } = checker.check(blockTemplate.parse(JSON.parse(text)), context, block.header.time);
        rows[name]!.push(coreMilliseconds() - begun);
        return template;
      };
      const template = take(texts[0]!, 'first');
      const begun = coreMilliseconds();
      await jobs.addTemplate(template, new Map([['solo', script]]));
      rows.stored!.push(coreMilliseconds() - begun);
      take(texts[1]!, 'few');
      take(texts[2]!, 'few');
      take(fees, 'fees');
    }
  } finally {
    await db.destroy();
    rmSync(folder, { recursive: true, force: true });
  }
  const figures = Object.fromEntries(Object.entries(rows).map(([name, values]) => [name, median(values)]));
  const show = (what: string, name: string) =>
    report.figure(`Bitcoin, ${COUNT} transactions: ${what}`, `${figures[name]!.toFixed(1)} ms of one core`);
  show('answer to checked template', 'first');
  show('template to stored job', 'stored');
  show('ten of them new', 'few');
  show('other fees only', 'fees');
  return figures;
}
