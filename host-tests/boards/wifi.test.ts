/** The chips' Wi-Fi (platforms/sdk/esp32/network-wifi.ts) on a stand-in for the SDK's radio and timers. */
import { join } from 'node:path';
import test from 'ava';
import { build } from 'esbuild';
import type { NetworkEvent, NetworkPort } from '../../firmware/ports/platform.js';
import { ROOT } from '../support/processes.js';

/**
 * As the SDK's: connect throws while it connects, disconnect clears what it knows at once, and the event of having left
 * comes later. Each event calls onChanged once for each thing that changed.
 */
const SDK: Record<string, string> = {
  'embedded:network/interface/wifi': `
export default class WiFi {
  static last; log = []; connection = 200; address; RSSI = -50; refuses = false; reason = 0;
  constructor({ onChanged }) { this.onChanged = onChanged; WiFi.last = this; }
  connect({ SSID, password }) {
    if (this.connection === 300 || this.refuses) throw new Error('already connecting');
    this.log.push('connect ' + SSID + (password === undefined ? '' : ' ' + password));
    this.connection = 300;
  }
  disconnect() { this.log.push('disconnect'); this.connection = 200; this.address = undefined; }
  associated() { this.connection = 400; this.onChanged('connection'); }
  gotAddress(address) {
    this.connection = 500; this.address = address;
    this.onChanged('connection'); this.onChanged('address');
  }
  lost(reason) { this.connection = 200; this.address = undefined; this.reason = reason; this.onChanged('connection'); }
}
globalThis.native = name => function () { return name.endsWith('reason') ? WiFi.last.reason : undefined; };`,
  timer: `
export let now = 0;
let waiting = [];
export default class Timer {
  static set(callback, milliseconds) {
    const timer = { at: now + milliseconds, callback };
    waiting.push(timer);
    return timer;
  }
  static clear(timer) { waiting = waiting.filter(other => other !== timer); }
}
export function pass(milliseconds) {
  const end = now + milliseconds;
  for (;;) {
    const next = waiting.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
    if (next === undefined) break;
    Timer.clear(next);
    now = next.at;
    next.callback();
  }
  now = end;
}`,
};

interface Radio {
  readonly log: string[];
  refuses: boolean;
  associated(): void;
  gotAddress(address: string): void;
  lost(reason: number): void;
}

let copies = 0;

async function bed() {
  const place = join(ROOT, 'platforms/sdk/esp32/network-wifi.ts').replaceAll('\\', '/');
  const { outputFiles } = await build({
    stdin: {
      contents: `export { default as open } from '${place}'; export { pass } from 'timer';
        import WiFi from 'embedded:network/interface/wifi'; export const radio = () => WiFi.last;`,
      resolveDir: ROOT,
    },
    bundle: true,
    format: 'esm',
    footer: { js: `// ${copies++}` },
    write: false,
    plugins: [
      {
        name: 'sdk',
        setup(builder) {
          builder.onResolve({ filter: /^(embedded:|timer$)/ }, ({ path }) => ({ path, namespace: 'sdk' }));
          builder.onLoad({ filter: /.*/, namespace: 'sdk' }, ({ path }) => ({ contents: SDK[path]! }));
        },
      },
    ],
  });
  const text = Buffer.from(outputFiles[0]!.contents).toString('base64');
  const { open, radio, pass } = (await import(`data:text/javascript;base64,${text}`)) as {
    open(): NetworkPort;
    radio(): Radio;
    pass(milliseconds: number): void;
  };
  const port = open();
  const events: string[] = [];
  port.onEvent = (event: NetworkEvent) =>
    events.push(event.kind === 'up' ? event.address : `down: ${event.reason}`);
  return { port, radio: radio(), pass, events };
}

test.serial('a join, its address, another address, its loss: each is reported once', async t => {
  const { port, radio, pass, events } = await bed();
  port.join('home', 'password');
  t.deepEqual(radio.log, [], 'never from inside the call');
  pass(0);
  t.deepEqual(radio.log, ['connect home password'], 'at once where there is nothing to leave');
  radio.associated();
  t.deepEqual(events, []);
  radio.gotAddress('10.0.0.2');
  t.deepEqual(events, ['10.0.0.2']);
  radio.gotAddress('10.0.0.3');
  t.deepEqual(events, ['10.0.0.2', '10.0.0.3']);
  radio.lost(200);
  radio.lost(200);
  t.deepEqual(events.slice(2), ['down: the signal is too weak']);
  port.join('open', '');
  pass(299);
  t.is(radio.log.at(-1), 'disconnect', 'after a loss too');
  pass(1);
  t.is(radio.log.at(-1), 'connect open');
  radio.gotAddress('10.0.0.3');
  t.is(events.at(-1), '10.0.0.3', 'the same address in another network is news');
});

test.serial('leave, then join: the radio gets its time, and leaving is not a failure', async t => {
  const { port, radio, pass, events } = await bed();
  port.join('home', 'password');
  pass(0);
  radio.gotAddress('10.0.0.2');
  port.leave();
  t.is(radio.log.at(-1), 'disconnect');
  pass(100);
  port.join('new', 'password');
  pass(150);
  radio.lost(8); // of home
  t.is(radio.log.at(-1), 'disconnect');
  pass(50);
  t.is(radio.log.at(-1), 'connect new password', '300 ms after leaving');
  radio.lost(8); // of home still
  radio.gotAddress('10.1.0.2');
  t.deepEqual(events, ['10.0.0.2', '10.1.0.2']);
  port.leave();
  port.leave();
  radio.lost(8);
  pass(1_000);
  radio.gotAddress('10.1.0.2'); // too late
  port.join('home', 'password');
  pass(0);
  t.is(radio.log.at(-1), 'connect home password', 'long after leaving there is nothing to wait for');
  t.deepEqual(events, ['10.0.0.2', '10.1.0.2']);
  radio.gotAddress('10.0.0.2');
  radio.lost(8);
  t.is(events.at(-1), 'down: reason 8', 'in a network it is what the network says');
});

test.serial('only the last of several attempts counts; what the radio refuses is reported later', async t => {
  const { port, radio, pass, events } = await bed();
  port.join('a', 'password');
  port.join('b', 'password');
  pass(0);
  t.deepEqual(radio.log, ['connect b password']);
  port.join('c', 'password');
  radio.lost(202); // b
  port.join('d', 'password');
  pass(1_000);
  t.deepEqual(radio.log.slice(1), ['disconnect', 'connect d password']);
  t.deepEqual(events, []);
  radio.lost(202);
  t.deepEqual(events, ['down: wrong password']);
  radio.refuses = true;
  port.join('e', 'password');
  t.is(events.length, 1);
  pass(1_000);
  t.deepEqual(events.slice(1), ['down: the radio refused']);
  port.join('f', 'password');
  port.leave();
  radio.refuses = false;
  pass(1_000);
  t.is(radio.log.at(-1), 'disconnect', 'left before it began');
});
