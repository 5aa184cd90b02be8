/** Records in two copies: whatever a write leaves behind, the old record or the new one is read. */
import test from 'ava';
import fc from 'fast-check';
import { decodeCopy, encodeCopy, type SlotNumber, TwinStorage } from '../../firmware/storage/twin-storage.js';

/** Two slots; `tear(n)`: the next write stops after n bytes, as a power cut does, over what was there. */
class Flash {
  readonly slots: (Uint8Array | undefined)[] = [undefined, undefined];
  writes = 0;
  #left: number | undefined;
  #keepOld = false;

  read(slot: SlotNumber): Uint8Array | undefined {
    return this.slots[slot];
  }

  write(slot: SlotNumber, bytes: Uint8Array): void {
    this.writes++;
    if (this.#left === undefined) {
      this.slots[slot] = bytes.slice();
      return;
    }
    const old = this.#keepOld ? (this.slots[slot] ?? new Uint8Array()) : new Uint8Array();
    const torn = new Uint8Array(Math.max(old.length, this.#left));
    torn.set(old);
    torn.set(bytes.subarray(0, this.#left));
    this.slots[slot] = torn;
    this.#left = undefined;
    throw new Error('power');
  }

  tear(after: number, keepOld: boolean): void {
    this.#left = after;
    this.#keepOld = keepOld;
  }
}

const record = (seed: number, length: number) => Uint8Array.from({ length }, (_, i) => (seed + i * 7) & 0xff);

test('a saved record is read back, over many saves, from alternating slots', t => {
  const flash = new Flash();
  t.is(new TwinStorage(flash).load(), undefined);
  for (let i = 0; i < 20; i++) {
    new TwinStorage(flash).save(record(i, 30 + i));
    t.deepEqual(new TwinStorage(flash).load(), record(i, 30 + i));
  }
  t.true(flash.slots.every(slot => slot !== undefined));
});

test('a write torn at any byte leaves the previous record, and the next save works', t => {
  for (const before of [1, 2, 5]) {
    for (const keepOld of [false, true]) {
      const whole = encodeCopy(before, record(99, 40)).length;
      for (let bytes = 0; bytes < whole; bytes++) {
        const flash = new Flash();
        const storage = new TwinStorage(flash);
        for (let i = 0; i < before; i++) storage.save(record(i, 40));
        flash.tear(bytes, keepOld);
        t.throws(() => storage.save(record(99, 40)));
        const read = new TwinStorage(flash).load();
        t.deepEqual(read, record(before - 1, 40), `${before} before, torn after ${bytes}`);
        storage.save(record(100, 41));
        t.deepEqual(new TwinStorage(flash).load(), record(100, 41));
      }
    }
  }
});

test('the sequence number wraps', t => {
  const flash = new Flash();
  flash.slots[0] = encodeCopy(0xffffffff, record(1, 10));
  flash.slots[1] = encodeCopy(0xfffffffe, record(2, 10));
  const storage = new TwinStorage(flash);
  t.deepEqual(storage.load(), record(1, 10));
  storage.save(record(3, 10));
  t.is(decodeCopy(flash.slots[1]!)?.sequence, 0);
  t.deepEqual(storage.load(), record(3, 10));
});

test('one unreadable copy does not matter; two are reported', t => {
  const flash = new Flash();
  new TwinStorage(flash).save(record(1, 10));
  const broken = (bad: readonly SlotNumber[]) =>
    new TwinStorage({
      read: slot => {
        if (bad.includes(slot)) throw new Error('flash');
        return flash.read(slot);
      },
      write: () => {},
    });
  t.deepEqual(broken([1]).load(), record(1, 10));
  t.throws(() => broken([0, 1]).load(), { message: 'flash' });
  t.throws(() => new TwinStorage({ read: () => record(1, 50), write() {} }).load(), {
    message: 'damaged record',
  });
});

test('records have 1 to 8000 bytes', t => {
  t.throws(() => encodeCopy(0, new Uint8Array()), { instanceOf: RangeError });
  t.throws(() => encodeCopy(0, new Uint8Array(8001)), { instanceOf: RangeError });
  t.is(decodeCopy(encodeCopy(7, new Uint8Array(8000)))?.record.length, 8000);
});

test('no other bytes are a copy: any single changed byte, and 100,000 arrays', t => {
  const good = encodeCopy(5, record(1, 60));
  for (let at = 0; at < good.length; at++)
    for (const change of [1, 0x80, 0xff]) {
      const bad = good.slice();
      bad[at]! ^= change;
      t.is(decodeCopy(bad), undefined);
    }
  for (let length = 0; length < good.length; length++) t.is(decodeCopy(good.subarray(0, length)), undefined);
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 64 }), bytes => decodeCopy(bytes) === undefined),
    { numRuns: 100_000, seed: 4 },
  );
});
