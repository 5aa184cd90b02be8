/** A person at the console of a board that knows nothing: from `setup` to the first accepted share. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import test from 'ava';
import { freePort } from '../support/processes.js';
import { Person, withBed } from './bed.js';

test('a fresh board, the setup dialog, the first accepted share', t =>
  withBed(async bed => {
    const node = await bed.startNode();
    const owner = String(node.lines.find(line => line.event === 'ready')?.address);
    const { secret } = await bed.addDevice('kitchen');
    const closed = await freePort();
    await bed.startPtyBoard();
    const person = new Person(t, bed.link);
    await person.type('\r');
    await person.answers(/^mite> $/, 'stats\x7fus');
    await person.sees(/^node {5}not connected: set node.host, device.id, device.secret/);
    await person.answers(/^mite> $/, 'setup');
    // Wrong ones are asked again, with the reason.
    await person.answers(/^Node: $/, '');
    await person.sees(/an answer is needed/);
    await person.answers(/^Node: $/, 'my node');
    await person.sees(/expected a host name/);
    await person.answers(/^Node: $/, '127.0.0.1:70000');
    await person.sees(/port: expected 1 to 65535/);
    await person.answers(/^Node: $/, `127.0.0.1:${closed}`);
    await person.sees(/does not work: .*refused/i);
    await person.answers(/^retry, change or keep\? $/, 'what');
    await person.answers(/^retry, change or keep\? $/, 'change');
    await person.answers(/^Node \[127.0.0.1:\d+\]: $/, `127.0.0.1:${bed.port}`);
    await person.sees(/^ {2}works$/);
    if (/^Fingerprint/.test(await person.sees(/^(Fingerprint|Device)/)))
      await person.answers(/^Fingerprint \[none\]: $/, '-');
    await person.answers(/^Device: $/, 'The Kitchen');
    await person.sees(/expected 1 to 32 of a-z/);
    await person.answers(/^Device: $/, 'kitchen');
    await person.answers(/^Secret: $/, 'guessed-wrong');
    await person.sees(/does not work: bad credentials/);
    await person.answers(/^retry, change or keep\? $/, 'c');
    await person.answers(/^Device \[kitchen\]: $/, '');
    await person.answers(/^Secret \[keep it\]: $/, String(secret));
    await person.sees(/^ {2}works$/);
    await person.answers(/^Payout: $/, 'mdev1qwdey5jmz3j9hncnzds62r8dd8kluyzh78ljvgn');
    await person.sees(/the address is mistyped/);
    t.false(bed.configured, 'nothing is stored before the end');
    // An address that the node does not pay to: the board says why it does not work, and takes the right one.
    await person.answers(/^Payout: $/, 'mdev1qwdey5jmz3j9hncnzds62r8dd8kluyzh78ljvgm');
    if (/^Budget/.test(await person.sees(/^(Budget|Stored)/))) {
      await person.answers(/^Budget/, '0');
      await person.answers(/^Budget/, '100');
    }
    await person.sees(/^Stored\.$/);
    await person.sees(/^\[info\] connected to 127\.0\.0\.1:\d+ as kitchen/);
    await person.sees(/^\[error\] not working for the node: the job pays its owner 0 of 5000000000 satoshi/);
    await person.answers(/^mite> $/, `config set payout.address ${owner}`);
    await person.sees(/^payout\.address = mdev1/);
    await person.sees(/^\[info\] state: mining/);
    const share = await bed.firstShare();
    t.is(share.device, 'kitchen');
    const screen = person.screen.rows.join('\n');
    t.false(screen.includes(String(secret)));
    t.false(screen.includes('guessed'));
    // It is all there after a restart, and the board needs nobody.
    await person.answers(/^mite> /, 'restart');
    await person.sees(/^reset {3}restart$/);
    await person.sees(/^device {2}kitchen$/);
    await person.sees(/^type help for the commands$/);
    await person.sees(/^\[info\] connected to/);
  }));

test('^C leaves setup at any point, and nothing has changed', t =>
  withBed(async bed => {
    await bed.startNode();
    const { secret } = await bed.addDevice('kitchen');
    await bed.startPtyBoard();
    const person = new Person(t, bed.link);
    await person.type('\r');
    await person.answers(/^mite> $/, 'setup');
    await person.sees(/^Node: /);
    await person.type('half\x03');
    await person.sees(/^Setup left; nothing was changed\.$/);
    await person.answers(/^mite> $/, 'setup');
    await person.answers(/^Node: $/, `127.0.0.1:${bed.port}`);
    if (/^Fingerprint/.test(await person.sees(/^(Fingerprint|Device)/)))
      await person.answers(/^Fingerprint \[none\]: $/, '');
    await person.answers(/^Device: $/, 'kitchen');
    await person.answers(/^Secret: $/, String(secret));
    await person.sees(/^Payout: $/);
    await person.type('\x03');
    await person.sees(/^Setup left; nothing was changed\.$/);
    t.false(existsSync(join(bed.boardData, 'settings.bin')));
    await person.answers(/^mite> $/, 'config get device.id');
    await person.sees(/^device\.id = \(not set\)$/);
    // An address where nothing answers: the check under way can be left too.
    await person.answers(/^mite> $/, 'setup');
    await person.answers(/^Node: $/, '192.0.2.1');
    await person.sees(/connecting to 192\.0\.2\.1:1883/);
    await person.type('\x04');
    await person.sees(/^Setup left; nothing was changed\.$|does not work/);
    t.pass();
  }));
