/** What a whole board does with settings: at once, after a restart, or not at all. */
import test from 'ava';
import { startMite } from '../../firmware/board.js';
import { NodePlatform } from '../support/node-platform.js';

const MAINNET = 'bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4';

async function ask(platform: NodePlatform, line: string, answer: RegExp): Promise<void> {
  const from = platform.output.length;
  platform.console.onLine(line);
  await platform.until(text => answer.test(text) && platform.output.indexOf(text, from) >= from);
}

test('moving a board to another network: all of it moves at the restart', async t => {
  const platform = new NodePlatform();
  const mite = startMite(platform);
  t.teardown(() => {
    mite.stop();
    platform.dispose();
  });
  await ask(
    platform,
    `config set payout.address ${MAINNET}`,
    /not stored: payout\.address belongs to mainnet/,
  );
  for (const line of [
    'config begin',
    'config set chain.network mainnet',
    `config set payout.address ${MAINNET}`,
  ])
    await ask(platform, line, /collecting|waits for config commit/);
  await ask(platform, 'config commit', /^stored \(takes effect after restart\)$/);
  const { chain } = mite.report();
  t.is(chain.network, 'devnet');
  t.is(chain.payout, 'off', 'the old rules, with what belongs to them');
  mite.stop();
  const next = startMite(platform);
  t.is(next.report().chain.network, 'mainnet');
  await ask(platform, 'config get payout.address', new RegExp(`^payout.address = ${MAINNET}$`));
  next.stop();
});

test('an address of another network, stored long ago: status says one thing', async t => {
  const platform = new NodePlatform();
  const mite = startMite(platform, { overrides: [`payout.address=${MAINNET}`] });
  t.teardown(() => {
    mite.stop();
    platform.dispose();
  });
  t.is(mite.report().chain.payout, 'refused');
  const from = platform.output.length;
  platform.console.onLine('status');
  t.false(platform.output.slice(from).some(line => line.includes('payout.address is not set')));
});

test('settings for what this board lacks are refused, and nothing is stored', async t => {
  const platform = new NodePlatform();
  const mite = startMite(platform);
  t.teardown(() => {
    mite.stop();
    platform.dispose();
  });
  const { stored } = platform;
  await ask(
    platform,
    'config set pause.pin 4',
    /^error: pause\.pin was not stored: this board has no input pins$/,
  );
  await ask(platform, 'config set pause.temperature 60', /not stored: this board has no temperature sensor$/);
  t.is(platform.stored, stored);
  await ask(platform, 'config set pause.pin -1', /^pause\.pin = -1$/);
  await ask(platform, 'config set pause.temperature 0', /^pause\.temperature = 0$/);
  await ask(platform, 'quit', /^error: a board has no program to end/);
});
