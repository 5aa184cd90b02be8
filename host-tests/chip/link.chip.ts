/** What the network does to a board on a chip: node killed, cable pulled, a MAC that has gone deaf. It comes back by itself. */
import test from 'ava';
import { TEST_MS } from '../support/deadlines.js';
import { BOARDS, ChipBed, skippedWithoutChip } from './bed.js';
import { Debugger } from './debugger.js';

/** Of the emulated MAC (ESP-IDF's openeth.h): its registers, and the bit that lets it receive. */
const MODER = { esp32: 0x3ff69000, esp32c3: 0x600cd000 } as const;
const RECEIVES = 1;

for (const board of BOARDS)
  test(`${board.name}: node killed, cable pulled, a deaf MAC: back each time, without a restart`, async t => {
    t.timeout(TEST_MS);
    if (skippedWithoutChip(t, board)) return;
    const bed = new ChipBed(board);
    t.teardown(() => bed.dispose());
    await bed.startNode();
    bed.burn();
    await bed.boot();
    await bed.configure();
    await bed.mines(1);
    const { boot } = await bed.status();
    const took = async (what: string, back: () => Promise<unknown>) => {
      const started = Date.now();
      await back();
      await bed.until(({ connected, state }) => connected === true && state === 'mining', what);
      t.log(
        `${board.name}: ${what}: mines again ${((Date.now() - started) / 1000).toFixed(1)} s after it could`,
      );
      t.is((await bed.status()).boot, boot, `${what}: no restart`);
    };

    await bed.node.kill('SIGKILL');
    await bed.until(({ connected }) => connected === false, 'the board to miss its node');
    await took('node killed', () => bed.startNode());

    await bed.chip.cable(false);
    await bed.until(({ network }) => network !== 'online', 'the board to miss its cable');
    await took('cable pulled', () => bed.chip.cable(true));
    await bed.mines(1);

    // As the driver leaves it when its buffers are full and its interrupt was lost: it sends, and hears nothing.
    const registers = await Debugger.attach(bed.chip);
    const name = board.chip.name as keyof typeof MODER;
    const mode = await registers.read(MODER[name]);
    t.is(mode & RECEIVES, RECEIVES);
    await registers.write(MODER[name], mode & ~RECEIVES);
    await registers.detach();
    await bed.until(({ connected }) => connected === false, 'the board to miss its node');
    await took('deaf MAC', async () => {});
    t.true(bed.chip.console.includes('nothing is heard of the node'));
    await bed.mines(1);
  });
