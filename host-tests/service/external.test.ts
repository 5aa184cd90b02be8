/** The node behind a real mosquitto with the ACL file it prints, and behind its own TLS listener. */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'ava';
import { ShareCode } from '../../firmware/domain/share.js';
import { aclFile } from '../../trusted-node/cli/acl.js';
import { mosquittoLine } from '../../trusted-node/cli/device.js';
import { generateSecret } from '../../trusted-node/fleet/devices.js';
import { Bench, freePort, type Program } from '../support/processes.js';
import { TestDevice } from '../support/test-device.js';
import { MOSQUITTO, skippedWithout } from '../support/tools.js';
import { Bed, until } from './bed.js';

test('mosquitto: jobs, shares, blocks; an outage of the broker and of the node; foreign topics stay shut', async t => {
  if (skippedWithout(t, 'mosquitto')) return;
  const bench = new Bench();
  const port = await freePort();
  const secrets = { 'mite-node': generateSecret(), alpha: generateSecret(), stranger: generateSecret() };
  const file = (name: string, text: string) => {
    writeFileSync(join(bench.directory, name), text, { mode: 0o600 });
    return join(bench.directory, name);
  };
  const passwords = Object.entries(secrets).map(([user, secret]) => mosquittoLine(user, secret));
  const config = file(
    'mosquitto.conf',
    [
      process.getuid?.() === 0 ? 'user root' : '',
      `listener ${port} 127.0.0.1`,
      'allow_anonymous false',
      `password_file ${file('passwords', `${passwords.join('\n')}\n`)}`,
      `acl_file ${file('acl', aclFile('mite-node'))}`,
      '',
    ].join('\n'),
  );
  const startBroker = async (): Promise<Program> => {
    const broker = bench.start(MOSQUITTO, ['-c', config]);
    await until(() => broker.errors.some(line => line.includes('running')), 'mosquitto');
    return broker;
  };
  const url = `mqtt://127.0.0.1:${port}`;
  let broker = await startBroker();
  // Of the ACL file, mosquitto remarks on the one topic that all devices share, and on nothing else.
  t.deepEqual(
    broker.errors
      .filter(line => /Warning|Error/.test(line) && !/root/.test(line))
      .map(line => line.slice(12)),
    ["Warning: ACL pattern 'mite/1/headers' does not contain '%c' or '%u'."],
  );
  const bed = await Bed.start(
    {
      network: 'regtest',
      broker: url,
      brokerPasswordFile: file('password', secrets['mite-node']),
    },
    url,
  );
  try {
    await bed.add('alpha');
    let device = await TestDevice.connect(url, 'alpha', secrets.alpha);
    const stranger = await TestDevice.connect(url, 'stranger', secrets.stranger);
    const job = await device.hello();
    const share = device.solve(job);
    t.deepEqual((await device.send(share)).code, ShareCode.block);
    await device.tips.take(message => message.startHeight === 1);
    t.is((await device.send(share)).code, ShareCode.block);

    // A device that only the broker knows gets nothing, and cannot speak for another.
    await stranger.raw(
      'hello',
      Buffer.from(
        '{"v":1,"boot":"0123456789abcdef","board":"x","firmware":"1","rate":0,"versionRolling":true}',
      ),
    );
    const stolen = { ...device.solve(await device.jobs.take(entry => entry.height === 2)), sequence: 77 };
    t.is((await stranger.send(stolen)).code, ShareCode.notAuthorised);
    await stranger.client.subscribeAsync('mite/1/alpha/job').catch(() => {});
    t.is(stranger.jobs.all.length, 0);

    // The node is down: mosquitto keeps the share, and the session continues without a new hello.
    const { boot } = device;
    await bed.node.stop();
    const waiting = device.solve(await device.jobs.take(entry => entry.height === 2));
    await device.post(waiting);
    await bed.up();
    const stored = await device.results.take(result => result.sequence === waiting.sequence);
    t.is(stored.code, ShareCode.block);
    const next = await device.jobs.take(entry => entry.height === 3);
    t.notDeepEqual(next.extranonce1, job.extranonce1, 'the node cannot know whether the board has booted');

    // The broker is away: everybody comes back.
    await broker.kill('SIGKILL');
    broker = await startBroker();
    device = await TestDevice.connect(url, 'alpha', secrets.alpha);
    device.boot = boot;
    // This hello may come before the node is back; the retained online message makes up for it.
    const after = await device.hello();
    t.is(after.height, 3);
    t.is((await device.send(device.solve(after))).code, ShareCode.block);
    await device.close();
    await stranger.close();
  } finally {
    await bed.dispose();
    await bench.dispose();
  }
});

test('TLS: the embedded broker serves mqtts, and not without a handshake', async t => {
  if (skippedWithout(t, 'openssl')) return;
  const bench = new Bench();
  const cert = join(bench.directory, 'cert.pem');
  const key = join(bench.directory, 'key.pem');
  execFileSync(
    'openssl',
    [
      ...[
        'req',
        '-x509',
        '-newkey',
        'ec',
        '-pkeyopt',
        'ec_paramgen_curve:prime256v1',
        '-nodes',
        '-days',
        '2',
      ],
      ...['-subj', '/CN=localhost', '-addext', 'subjectAltName=IP:127.0.0.1', '-keyout', key, '-out', cert],
    ],
    { stdio: 'ignore' },
  );
  const { readFileSync } = await import('node:fs');
  const bed = await Bed.start({ listen: 'off', tlsListen: '127.0.0.1:0', tlsCert: cert, tlsKey: key });
  try {
    const [address] = bed.node.addresses;
    t.true(address?.tls);
    const secret = await bed.add('alpha');
    const url = `mqtts://127.0.0.1:${address?.port}`;
    const device = await TestDevice.connect(url, 'alpha', secret, { ca: readFileSync(cert) });
    const job = await device.hello();
    t.is((await device.send(device.solve(job))).code, ShareCode.accepted);
    await device.close();
    await t.throwsAsync(TestDevice.connect(url, 'alpha', secret), undefined, 'an unknown authority');
    await t.throwsAsync(
      TestDevice.connect(`mqtt://127.0.0.1:${address?.port}`, 'alpha', secret, { connectTimeout: 1_000 }),
    );
  } finally {
    await bed.dispose();
    await bench.dispose();
  }
});
