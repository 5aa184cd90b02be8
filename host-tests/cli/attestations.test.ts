/** The quorum as its owner sees it: wallet and node in separate processes, kills, and what the commands say. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import test, { type ExecutionContext } from 'ava';
import BetterSqlite from 'better-sqlite3';
import { hexToBytes } from '../../firmware/domain/bytes.js';
import { headerHash } from '../../firmware/domain/header.js';
import { honest, JudgingBoard, no, type Opinion, type Tip, yes } from '../support/judging-board.js';
import { TestDevice } from '../support/test-device.js';
import { type Cli, withCli } from './bed.js';

const REGTEST = ['--network', 'regtest'];
const QUORUM = [...REGTEST, '--quorum', '3', '--probe-every', '1'];
const NAMES = ['a', 'b', 'c', 'd'];

class Fleet {
  readonly boards: JudgingBoard[] = [];
  private readonly secrets = new Map<string, string>();

  constructor(
    private readonly cli: Cli,
    private readonly t: ExecutionContext,
  ) {}

  async add(id: string): Promise<void> {
    const { secret } = JSON.parse(await this.cli.ok(this.t, 'device', 'add', id, '--json', ...REGTEST));
    this.secrets.set(id, secret);
  }

  async join(url: string, id: string, opinion: Opinion = honest, key?: Uint8Array): Promise<JudgingBoard> {
    const device = await TestDevice.connect(url, id, this.secrets.get(id)!);
    const tip = (): Tip => {
      const { startHeight, headers } = device.tips.all.at(-1)!;
      return { height: startHeight, hash: headerHash(headers[0]!) };
    };
    const board = await JudgingBoard.join(device, tip, opinion, key);
    this.boards.push(board);
    return board;
  }

  async close(): Promise<void> {
    await Promise.all(this.boards.splice(0).map(({ device }) => device.close()));
  }
}

test('four boards, quorum 3: three attest a payment across a kill of the node, one does not look; it is mined and provable', t =>
  withCli(async cli => {
    const fleet = new Fleet(cli, t);
    for (const id of NAMES) await fleet.add(id);
    let { program, url } = await cli.startNode(...QUORUM);
    const miner = await fleet.join(url, 'a');
    const { device } = miner;
    let job = device.job;
    for (let height = 1; height <= 101; height++) {
      await device.send(device.solve(job));
      job = await device.jobs.take(entry => entry.height === height + 1);
    }
    const b = await fleet.join(url, 'b');
    const address = await cli.ok(t, 'wallet', 'address', '--taproot', ...REGTEST);
    const { txid } = JSON.parse(await cli.ok(t, 'wallet', 'send', address, '1.5', '--json', ...REGTEST));
    for (const id of ['a', 'b'])
      await program.waitFor(line => line.event === 'verdict' && line.device === id, `the verdict of ${id}`);
    t.is(await program.kill('SIGKILL'), 'SIGKILL');
    t.regex(await cli.ok(t, 'pool', ...REGTEST), /waiting for boards, 2 of 3 so far/);
    t.regex(
      await cli.ok(t, 'status', ...REGTEST),
      /quorum {3}3 boards\n {9}1 transaction is waiting for boards/,
    );
    await fleet.close();

    ({ program, url } = await cli.startNode(...QUORUM));
    const again = await fleet.join(url, 'a', honest, miner.secret);
    await fleet.join(url, 'b', honest, b.secret);
    await fleet.join(url, 'd', yes);
    await program.waitFor(line => line.event === 'flagged' && line.device === 'd', 'the careless board');
    const c = await fleet.join(url, 'c');
    const ready = await program.waitFor(
      line => line.event === 'verdict' && line.attested === 3,
      'the quorum',
    );
    t.is(ready.device, 'c');
    t.is(c.offers.all.length, 2, 'a probe, and the payment');
    t.is(again.offers.all.length, 0, 'a stored verdict is not asked for again');
    job = await again.device.jobs.take(entry => entry.fees > 0n);
    await again.device.send(again.device.solve(job));

    const shown = JSON.parse(await cli.ok(t, 'attestations', txid, '--json', ...REGTEST));
    t.is(shown.height, 102);
    t.is(shown.waiting, false);
    t.deepEqual(
      shown.attestations.map((each: Record<string, unknown>) => [
        each.device,
        each.verdict,
        each.verified,
        each.standing,
      ]),
      ['a', 'b', 'c'].map(id => [id, 'valid', true, '']),
    );
    t.deepEqual(hexToBytes(shown.attestations[2].key), c.publicKey);
    const text = await cli.ok(t, 'attestations', txid.toUpperCase(), ...REGTEST);
    t.regex(text, /in block 102/);
    t.is(text.match(/signature valid/g)?.length, 3);
    t.is(JSON.parse(await cli.ok(t, 'verify', '--json', ...REGTEST)).height, 102);
    await fleet.close();
    t.is(await program.kill('SIGTERM'), 0);

    // A changed row is found out.
    const db = new BetterSqlite(join(cli.data, 'mite.sqlite'));
    db.exec('drop trigger evidence_verdicts_update');
    db.prepare("update verdicts set tip_height = tip_height + 1 where device = 'b'").run();
    db.close();
    rmSync(join(cli.data, 'database.mark'));
    const changed = await cli.call('attestations', txid, ...REGTEST);
    t.is(changed.code, 1);
    t.regex(changed.out, /SIGNATURE INVALID/);
    t.is(changed.err, 'mite-node: a stored signature is invalid');
  }));

test('a liar is listed, unflagged and rekeyed; wrong input ends with one line', t =>
  withCli(async cli => {
    const fleet = new Fleet(cli, t);
    for (const id of ['a', 'b']) await fleet.add(id);
    const flags = [...REGTEST, '--quorum', '1', '--probe-every', '0'];
    const { program, url } = await cli.startNode(...flags);
    const { device } = await fleet.join(url, 'a', () => undefined);
    let job = device.job;
    for (let height = 1; height <= 101; height++) {
      await device.send(device.solve(job));
      job = await device.jobs.take(entry => entry.height === height + 1);
    }
    const liar = await fleet.join(url, 'b', no);
    const address = await cli.ok(t, 'wallet', 'address', ...REGTEST);
    const { txid } = JSON.parse(await cli.ok(t, 'wallet', 'send', address, '1', '--json', ...REGTEST));
    await program.waitFor(line => line.event === 'flagged' && line.device === 'b', 'the flag');
    t.regex(await cli.ok(t, 'device', 'list', ...REGTEST), /b .*flagged: valid-called-invalid/);
    t.regex(await cli.ok(t, 'status', ...REGTEST), /flagged {2}b/);
    t.regex(await cli.ok(t, 'attestations', txid, ...REGTEST), /b {2}invalid \(sig-wrong\) .*flagged/);
    await cli.ok(t, 'device', 'unflag', 'b', ...REGTEST);
    t.is(
      (await cli.call('device', 'unflag', 'b', ...REGTEST)).err,
      'mite-node: there is no flagged device b',
    );
    await liar.device.close();
    const fresh = await fleet.join(url, 'b');
    await program.waitFor(line => line.event === 'key-refused', 'the refusal');
    t.regex(await cli.ok(t, 'device', 'list', ...REGTEST), /b .*presents another key/);
    await cli.ok(t, 'device', 'rekey', 'b', ...REGTEST);
    await program.waitFor(line => line.event === 'verdict' && line.attested === 1, 'the new key');
    t.is(fresh.offers.all.length, 1);
    t.regex(await cli.ok(t, 'pool', ...REGTEST), /ready, 1 board calls it valid/);
    t.regex(await cli.ok(t, 'attestations', txid, ...REGTEST), /b {2}invalid .*old key[\s\S]*b {2}valid/);

    for (const [args, code, text] of [
      [['attestations'], 2, /missing required argument 'txid'/],
      [['attestations', 'abc'], 2, /^mite-node: a transaction id is 64 hex digits$/],
      [['attestations', 'f'.repeat(64)], 1, /^mite-node: transaction f{64} is not known$/],
      [['device', 'rekey', 'nobody'], 1, /^mite-node: there is no device nobody with a known key$/],
      [['run', '--quorum', '65'], 2, /^mite-node: --quorum: must be a whole number from 0 to 64$/],
      [['run', '--quorum-min-age', '-1'], 2, /quorum-min-age/],
    ] as const) {
      const result = await cli.call(...args, ...REGTEST);
      t.is(result.code, code, args.join(' '));
      t.regex(result.err, text);
    }
    await fleet.close();
    t.is(await program.kill('SIGTERM'), 0);
  }));
