/** Setup on the whole firmware of a board with Wi-Fi, against a broker. */
import test from 'ava';
import { startMite } from '../../firmware/board.js';
import type { NetworkEvent, NetworkPort } from '../../firmware/ports/platform.js';
import { startAedes } from '../support/brokers.js';
import { NodePlatform } from '../support/node-platform.js';

/** A network that lets in whoever knows the password. */
class Wifi implements NetworkPort {
  readonly kind = 'wifi';
  readonly joins: string[] = [];
  onEvent: (event: NetworkEvent) => void = () => {};

  join(ssid: string, password: string): void {
    this.joins.push(`${ssid}/${password}`);
    const event: NetworkEvent =
      password === 'right password'
        ? { kind: 'up', address: '10.1.2.3' }
        : { kind: 'down', reason: 'wrong password' };
    setTimeout(() => this.onEvent(event), 5);
  }

  leave(): void {}

  rssi(): number {
    return -50;
  }
}

test('setup joins the Wi-Fi, signs in, stores all in one record and connects without a restart', async t => {
  const broker = await startAedes();
  const network = new Wifi();
  const platform = Object.assign(new NodePlatform(), { network });
  let saves = 0;
  const { save } = platform.storage;
  platform.storage.save = bytes => {
    saves++;
    save(bytes);
  };
  const mite = startMite(platform);
  t.teardown(async () => {
    mite.stop();
    platform.dispose();
    await broker.close();
  });
  const say = async (line: string, answer: RegExp) => {
    const from = platform.output.length;
    platform.console.onLine(line);
    await platform.until(text => answer.test(text) && platform.output.indexOf(text, from) >= from);
  };
  await platform.until(line => line.includes('type setup'));
  await say('setup', /^Wi-Fi name: $/);
  await say('Home', /^Wi-Fi password: $/);
  await say('wrong one', /does not work: wrong password$/);
  await say('change', /^Wi-Fi name \[Home\]: $/);
  await say('', /^Wi-Fi password/);
  await say('right password', /^Node: $/);
  await say(`127.0.0.1:${broker.port}`, /^Device: $/);
  await say('device', /^Secret: $/);
  await say('secret', /^Payout: $/);
  t.is(saves, 0);
  await say('', /^Budget|^Stored/);
  if (saves === 0) await say('', /^Stored/);
  t.is(saves, 1);
  await platform.until(line => /connected to 127\.0\.0\.1/.test(line));
  t.deepEqual(network.joins.slice(0, 2), ['Home/wrong one', 'Home/right password']);
  t.is(network.joins.at(-1), 'Home/right password');
  t.false(platform.output.some(line => /right password|wrong one/.test(line)));
  // Left in the middle: the board is back at its node, with what it had.
  await say('setup', /^Wi-Fi name/);
  await say('Other', /^Wi-Fi password/);
  await say('wrong again', /does not work/);
  const from = platform.output.length;
  platform.console.onCancel?.();
  await platform.until(line => /connected to 127/.test(line) && platform.output.lastIndexOf(line) >= from);
  t.is(network.joins.at(-1), 'Home/right password');
  t.is(saves, 1);
});
