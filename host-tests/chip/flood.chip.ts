/** A node that floods: jobs, headers and offers as fast as they go out. The board goes on, and its heap comes back. */
import test from 'ava';
import { HOST_ADDRESS } from '../../tools/emulate/chip.js';
import { GENESIS, Liar, mineMany, OWNER } from '../attacks/liar.js';
import { TEST_MS } from '../support/deadlines.js';
import { BOARDS, ChipBed, skippedWithoutChip } from './bed.js';

const SECONDS = Number(process.env.CHIP_FLOOD_SECONDS || 60);
/** The most that an offer may be. */
const OFFER_BYTES = 4_000;

for (const board of BOARDS)
  test(`${board.name}: a flood of jobs, headers and offers does not end it`, async t => {
    t.timeout(TEST_MS);
    if (skippedWithoutChip(t, board)) return;
    const bed = new ChipBed(board);
    const liar = await Liar.open();
    t.teardown(async () => {
      await bed.dispose();
      await liar.close();
    });
    bed.burn();
    await bed.boot();
    for (const line of [
      ...[`node.host ${HOST_ADDRESS}`, `node.port ${liar.port}`, 'device.id board', 'device.secret secret'],
      ...['chain.network regtest', `payout.address ${OWNER}`, 'status.interval 1'],
    ])
      t.is((await bed.ask(`config set ${line}`)).ok, true, line);
    const chain = [GENESIS, ...mineMany(GENESIS, 40)];
    liar.chain = chain;
    await bed.off();
    await bed.boot();
    await bed.until(({ connected }) => connected === true, 'the connection');
    await liar.announce(chain.at(-1)!);
    await liar.job(chain.at(-1)!);
    const calm = await bed.until(({ state }) => state === 'mining', 'mining');

    const sent = { jobs: 0, headers: 0, offers: 0 };
    for (const end = Date.now() + SECONDS * 1000; Date.now() < end; ) {
      await liar.job(chain.at(-1)!);
      sent.jobs++;
      await liar.headers(1, chain.slice(1, 21));
      sent.headers++;
      await liar.says('offer', new Uint8Array(OFFER_BYTES).fill(sent.offers));
      sent.offers++;
    }
    await liar.job(chain.at(-1)!);
    const after = await bed.until(({ connected, state }) => connected === true && state === 'mining', 'calm');
    t.log(`${board.name}: ${JSON.stringify(sent)} in ${SECONDS} s`);
    for (const key of ['slotPeak', 'chunkPeak', 'heapLimit', 'garbage', 'connects'])
      t.log(`${board.name}: ${key} ${calm[key]} before, ${after[key]} after`);
    t.is(after.boot, calm.boot, 'no restart');
    t.is(after.mismatches, 0);
  });
