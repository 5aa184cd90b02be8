/** The owner's order to forget a chain: signed away from the node, good for one device and one boot. */
import test from 'ava';
import { bytesToHex, hexToBytes } from '../../firmware/domain/bytes.js';
import { checkForgetChain } from '../../firmware/domain/forget-chain.js';
import { curve } from '../../trusted-node/common/curve.js';
import {
  makeOwnerKey,
  ownerKeyText,
  readOwnerKey,
  signForgetChain,
} from '../../trusted-node/common/owner-key.js';
import { queueCommand } from '../../trusted-node/fleet/commands.js';
import { Bed, until } from './bed.js';

const BOOT = '00112233aabbccdd';

test('an order is good for its device, its boot and its owner', t => {
  const key = readOwnerKey(ownerKeyText(makeOwnerKey()));
  const owner = hexToBytes(key.publicKey);
  const order = hexToBytes(signForgetChain(key, 'kitchen', BOOT));
  t.true(checkForgetChain('kitchen', BOOT, order, owner, curve));
  t.false(checkForgetChain('porch', BOOT, order, owner, curve));
  t.false(checkForgetChain('kitchen', '00112233aabbccde', order, owner, curve));
  t.false(checkForgetChain('kitchen', BOOT, order, hexToBytes(makeOwnerKey().publicKey), curve));
  for (const text of ['', 'x', bytesToHex(key.secret).slice(1), `${bytesToHex(key.secret)} `])
    t.throws(() => readOwnerKey(text), { instanceOf: RangeError });
});

test('the node passes an order on as it was signed', async t => {
  const bed = await Bed.start();
  t.teardown(() => bed.dispose());
  const device = await bed.connect('kitchen', BOOT);
  const orders: Record<string, unknown>[] = [];
  device.client.on('message', (name, payload) => {
    if (name.endsWith('/command')) orders.push(JSON.parse(payload.toString()));
  });
  await device.client.subscribeAsync('mite/1/kitchen/command', { qos: 1 });
  await device.hello();
  const sig = signForgetChain(makeOwnerKey(), 'kitchen', BOOT);
  await queueCommand(bed.node.database, 'kitchen', { cmd: 'forget-chain', value: sig });
  await bed.node.refresh();
  await until(() => orders.length > 0, 'the order');
  t.is(orders[0]!.cmd, 'forget-chain');
  t.is(orders[0]!.sig, sig);
});
