/** The display without Piu: texts, the curve's history, the light, boxes that neither overlap nor leave the screen. @module */
import { Dimmer } from '../../firmware/parts/display/dimmer.js';
import { countText, hashesText, rateText, shown, spanText } from '../../firmware/parts/display/format.js';
import { HISTORY_POINTS, RateHistory } from '../../firmware/parts/display/history.js';
import { type FieldName, type Rectangle, statusLayout } from '../../firmware/parts/display/layout.js';
import { setupLayout } from '../../firmware/parts/display/setup.js';
import { evenLines, fitText, wrapText } from '../../firmware/parts/display/text.js';
import { needsSetup, StatusView, setupView, signalBars } from '../../firmware/parts/display/view.js';
import { SCENES } from '../display/scenes.js';
import type { Case, T } from './case.js';
import { Random } from './random.js';

const SIZES: readonly (readonly [number, number])[] = [
  [135, 135],
  [135, 240],
  [240, 135],
  [170, 320],
  [320, 170],
  [240, 320],
  [320, 240],
  [240, 240],
  [480, 320],
  [320, 480],
];

function inside(box: Rectangle, width: number, height: number): boolean {
  const { x, y } = box;
  return (
    x >= 0 && y >= 0 && box.width > 0 && box.height > 0 && x + box.width <= width && y + box.height <= height
  );
}

function apart(t: T, boxes: readonly (Rectangle & { readonly name: string })[], what: string): void {
  for (const [index, a] of boxes.entries()) {
    for (const b of boxes.slice(0, index)) {
      const free =
        a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;
      t.ok(free, `${what}: ${a.name} and ${b.name}`);
    }
  }
}

/** Eight pixels a character, as a font might be. */
const eight = (text: string) => text.length * 8;

function scene(name: string) {
  return SCENES.find(each => each.name === name)!;
}

export const cases: Case[] = [
  {
    name: 'display: rates, counts and spans are short',
    run(t) {
      t.equal(rateText(0), { digits: '0', unit: 'H/s' });
      t.equal(rateText(1_239_999), { digits: '1.23', unit: 'MH/s' });
      t.equal(rateText(412_345), { digits: '412', unit: 'kH/s' });
      t.equal(countText(9_999), '9999');
      t.equal(countText(10_000), '10.0k');
      t.equal(countText(12_399), '12.3k');
      t.equal(countText(999_999), '999k');
      t.equal(countText(1_230_000), '1.23M');
      t.equal(countText(1_009_999), '1.00M');
      t.equal(spanText(119), '119 s');
      t.equal(spanText(120), '2 min');
      t.equal(spanText(7_199), '119 min');
      t.equal(spanText(172_799), '47 h');
      t.equal(spanText(172_800), '2 d');
      const random = new Random(41);
      for (let i = 0; i < 2_000; i++) {
        const count = Math.floor(2 ** (random.below(530) / 10));
        t.ok(countText(count).length <= 5, `count ${count}`);
        t.ok(rateText(count).digits.length <= 4 || count >= 1e15, `rate ${count}`);
        t.ok(spanText(count % 2 ** 31).length <= 7, `span ${count}`);
      }
    },
  },
  {
    name: 'display: the best share as the hashes that it takes',
    run(t) {
      t.equal(hashesText('0'), '-');
      t.equal(hashesText(''), '-');
      t.equal(hashesText('1'), '1 H');
      t.equal(hashesText('999'), '999 H');
      t.equal(hashesText('1000'), '1.00 kH');
      t.equal(hashesText('12999'), '12.9 kH');
      t.equal(hashesText('96636764160'), '96.6 GH');
      t.equal(hashesText('123456789012345678901234'), '123 ZH');
      t.equal(hashesText(`${1n << 109n}`), '649 QH');
      t.equal(hashesText('9'.repeat(34)), '-');
      const random = new Random(53);
      for (let i = 0; i < 500; i++) {
        // As the rate says it, where both can.
        const count = random.u32();
        t.equal(
          hashesText(`${count}`),
          count === 0 ? '-' : `${rateText(count).digits} ${rateText(count).unit.slice(0, -2)}`,
        );
      }
    },
  },
  {
    name: 'display: names from outside are shown as ASCII',
    run(t) {
      t.equal(shown('Café\u0007\n'), 'Caf???');
      t.equal(shown('x'.repeat(300)).length, 120);
      t.equal(shown('\u{1f600}'), '?');
    },
  },
  {
    name: 'display: history begins fine, gets coarser, and never takes more points',
    run(t) {
      const history = new RateHistory();
      let points = 0;
      let hashes = 0;
      for (let second = 0; second <= 100_000; second++) {
        if (history.sample(second, hashes)) points++;
        hashes += 1000;
        if (second === 4) t.equal(points, 0);
        if (second === 5) t.equal([points, history.at(0), history.span], [1, 1000, 5]);
        if (second === 600) t.equal([history.count, history.interval], [120, 5]);
        if (second === 605) t.equal([history.count, history.interval, history.span], [60, 10, 600]);
        if (second % 97 === 0) {
          t.ok(history.count <= HISTORY_POINTS);
          // The curve never forgets more than half of what it may cover.
          if (second > 1_000 && second < 76_000)
            t.ok(history.span >= second * 0.9, `span ${history.span} of ${second}`);
        }
      }
      t.equal([history.count, history.interval, history.span], [120, 640, 76_800]);
      for (let i = 0; i < history.count; i++) t.equal(history.at(i), 1000);
      t.equal([history.peak, history.at(-1), history.at(120)], [1000, 0, 0]);
    },
  },
  {
    name: 'display: history keeps the number of hashes, and survives a counter that starts over',
    run(t) {
      const random = new Random(43);
      const history = new RateHistory();
      const sums = [0];
      for (let second = 1; second <= 5_000; second++) sums.push(sums[second - 1]! + random.below(1_000_000));
      for (const [second, hashes] of sums.entries()) history.sample(second, hashes);
      let sum = 0;
      for (let i = 0; i < history.count; i++) sum += history.at(i) * history.interval;
      const seen = sums[history.span]!;
      t.ok(Math.abs(sum - seen) < seen / 10_000, `${sum} of ${seen}`);
      const { count, peak } = history;
      t.ok(peak <= 1_000_000 && peak > 0);
      t.equal(history.sample(5_001, 0), false);
      t.equal(history.sample(3, 0), false);
      t.equal(history.count, count);
      t.equal(history.sample(5_000, 5), true);
    },
  },
  {
    name: 'display: bright, dim, off, and bright again',
    run(t) {
      const dimmer = new Dimmer({ brightness: 80, dim: 60, off: 600 }, 1_000);
      t.equal(
        [1_000, 60_999, 61_000, 600_999, 601_000, 1e9].map(now => dimmer.level(now)),
        [80, 80, 16, 16, 0, 0],
      );
      dimmer.wake(2e9);
      t.equal([dimmer.level(2e9), dimmer.level(2e9 + 59_999), dimmer.level(2e9 + 60_000)], [80, 80, 16]);
      dimmer.configure({ brightness: 80, dim: 60, off: 600 }, 3e9);
      t.equal(dimmer.level(3e9), 0);
      dimmer.configure({ brightness: 1, dim: 10, off: 5 }, 3e9);
      t.equal([dimmer.level(3e9), dimmer.level(3e9 + 5_000), dimmer.level(3e9 + 10_000)], [1, 0, 0]);
      dimmer.configure({ brightness: 3, dim: 1, off: 0 }, 4e9);
      t.equal([dimmer.level(4e9), dimmer.level(9e9)], [3, 1]);
      dimmer.configure({ brightness: 50, dim: 0, off: 0 }, 10e9);
      t.equal(dimmer.level(99e9), 50);
    },
  },
  {
    name: 'display: texts are cut and wrapped within their width',
    run(t) {
      t.equal(fitText('abc', 24, eight), 'abc');
      t.equal(fitText('abcdef', 40, eight), 'abc..');
      t.equal(fitText('abcdef', 17, eight), '');
      t.equal(wrapText('one two three', 56, eight, 9), ['one two', 'three']);
      t.equal(wrapText('one two three', 56, eight, 1), ['one t..']);
      t.equal(wrapText('  ', 56, eight, 2), []);
      t.equal(evenLines('aaaa bbbb cccc d', 120, eight, 4), ['aaaa bbbb', 'cccc d']);
      const random = new Random(47);
      for (let i = 0; i < 500; i++) {
        let text = '';
        for (let j = random.below(12); j >= 0; j--) text += `${'x'.repeat(1 + random.below(20))} `;
        const width = 40 + random.below(200);
        const most = 1 + random.below(5);
        for (const lines of [wrapText(text, width, eight, most), evenLines(text, width, eight, most)]) {
          t.ok(lines.length <= most && lines.every(line => eight(line) <= width), text);
        }
      }
    },
  },
  {
    name: 'display: boxes of the status screen stay on the screen and apart',
    run(t) {
      for (const [width, height] of SIZES) {
        const { fields, labels, dot, bars, curve, lines, fonts } = statusLayout(width, height);
        const boxes = [
          ...fields.map(each => ({ ...each, name: each.field as string })),
          ...labels.map(each => ({ ...each, name: `label ${each.label}` })),
          { ...dot, name: 'dot' },
          { ...bars, name: 'bars' },
        ];
        const what = `${width}x${height}`;
        // The least has no room for a curve.
        if (height > 135 || width > 135) {
          boxes.push({ ...curve, name: 'curve' });
          apart(t, boxes, what);
          for (const box of boxes) t.ok(inside(box, width, height), `${what}: ${box.name}`);
          for (const line of lines) {
            t.ok(inside(line, width, height), `${what}: line`);
            for (const box of boxes) apart(t, [box, { ...line, name: 'line' }], what);
          }
          t.ok(curve.width >= 100 && curve.height >= 30, `${what}: curve of ${curve.width}x${curve.height}`);
        }
        for (const box of [...fields, ...labels]) t.equal(box.height, fonts[box.font].height);
        const names = new Set<FieldName>(fields.map(each => each.field));
        t.equal(names.size, fields.length, what);
        for (const must of ['state', 'rate', 'unit', 'blocks', 'best', 'height', 'age', 'ticker'] as const) {
          t.ok(names.has(must), `${what}: ${must}`);
        }
        t.ok(
          (names.has('accepted') && names.has('rejected')) || (names.has('good') && names.has('bad')),
          what,
        );
      }
      t.throws(() => statusLayout(134, 240), /RangeError/);
      t.throws(() => statusLayout(320, 80), /RangeError/);
    },
  },
  {
    name: 'display: lines of the setup screen stay on the screen and apart',
    run(t) {
      const view = setupView(scene('setup').report(5));
      for (const [width, height] of SIZES) {
        for (const missing of [view.missing, ['node.fingerprint', ...view.missing], ['device.id']]) {
          const { lines, rule } = setupLayout({ ...view, missing }, width, height, (_font, text) =>
            eight(text),
          );
          const boxes = lines.map(each => ({ ...each, name: each.text }));
          boxes.push({ ...boxes[0]!, ...rule, name: 'rule' });
          apart(t, boxes, `${width}x${height}`);
          for (const box of boxes) {
            t.ok(
              inside(box, width, height) || (width === 135 && height === 135),
              `${width}x${height}: ${box.name}`,
            );
          }
          t.ok(lines.some(each => each.text.includes('setup')));
        }
      }
    },
  },
  {
    name: 'display: what the status says',
    run(t) {
      const none = () => false;
      const mining = scene('status').report(548);
      const view = new StatusView(mining, 545, none);
      t.equal(view.field('state').text, 'Mining');
      t.equal([view.field('rate').text, view.field('unit').text], ['1.22', 'MH/s']);
      t.equal(
        [view.field('blocks').text, view.field('accepted').text, view.field('good').text],
        ['0', '58', '58 ok'],
      );
      // What came too late is nobody's fault.
      t.equal(view.field('rejected'), { text: '0', tone: 'plain' });
      t.equal(view.field('bad'), { text: '2 late', tone: 'quiet' });
      t.equal([view.field('network').text, view.field('height').text], ['mainnet', '925101']);
      t.equal(view.field('best').text, '96.6 GH');
      const devnet = new StatusView(scene('devnet').report(548), 545, none);
      t.equal(devnet.field('blocks'), { text: '3', tone: 'accent' });
      t.equal(devnet.field('rejected'), { text: '1', tone: 'bad' });
      t.equal(devnet.field('bad'), { text: '1 bad', tone: 'bad' });
      t.equal(devnet.field('network').text, 'devnet');
      t.equal([view.field('last').text, view.field('budget').text], ['last 9 min', 'at 80 %']);
      t.equal([view.bars, view.message, view.tone], [3, '', 'good']);

      // The ticker cycles through what has no place on the screen.
      const told = new Set<string>();
      for (let second = 548; second < 600; second++) {
        told.add(new StatusView({ ...mining, uptime: second }, 0, none).field('ticker').text);
      }
      t.equal([...told].sort(), [
        '-63 dBm',
        '2 late shares',
        'Haus am See',
        'budget 80 %',
        'chip 46 C',
        'mainnet',
        'mite-node.local',
        'up 9 min',
      ]);
      told.clear();
      for (let second = 548; second < 600; second++) {
        told.add(new StatusView({ ...mining, uptime: second }, 0, () => true).field('ticker').text);
      }
      t.equal([...told].sort(), ['-63 dBm', '2 late shares', 'chip 46 C', 'up 9 min']);

      const fault = new StatusView(scene('fault').report(75), 70, none);
      t.equal([fault.field('rate').text, fault.field('state').text, fault.tone], ['0', 'Fault', 'bad']);
      t.equal(fault.message, scene('fault').report(75).miner.fault);

      const { miner } = mining;
      const paused = {
        ...mining,
        miner: { ...miner, state: 'paused' as const, pausedBy: ['user' as const] },
      };
      t.equal(new StatusView(paused, 0, none).field('ticker'), { text: 'paused by user', tone: 'accent' });
      const alone = { ...mining, ssid: undefined, rssi: undefined, link: undefined, network: undefined };
      t.equal(new StatusView(alone, 0, none).bars, -1);
      t.equal(new StatusView({ ...alone, link: 'ethernet' }, 0, none).field('wifi').text, 'Ethernet');
      t.equal(new StatusView({ ...mining, rssi: undefined }, 0, none).bars, 0);
      t.equal([-40, -55, -56, -67, -68, -75, -76, -85, -86].map(signalBars), [4, 4, 3, 3, 2, 2, 1, 1, 0]);
    },
  },
  {
    name: 'display: setup is shown while settings are missing, and only then',
    run(t) {
      const missing = scene('setup').report(5);
      t.equal(needsSetup(missing), true);
      t.equal(needsSetup({ ...missing, missing: [] }), false);
      t.equal(needsSetup({ ...missing, miner: { ...missing.miner, state: 'fault' } }), false);
      t.equal(setupView({ ...missing, missing: ['wifi.ssid\n'] }).missing, ['wifi.ssid?']);
    },
  },
];
