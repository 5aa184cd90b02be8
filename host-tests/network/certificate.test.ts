/** The node's own certificate: read by OpenSSL's parsers, used in real handshakes, made by the command line. */
import { execFileSync } from 'node:child_process';
import { createHash, X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect, createServer } from 'node:tls';
import test from 'ava';
import { parseFingerprint } from '../../firmware/protocol/fingerprint.js';
import { fingerprintOf, makeCertificate, pairFault } from '../../trusted-node/doors/mqtt/certificate.js';
import { ANSWER_MS } from '../support/deadlines.js';
import { Bench, NODE_CLI } from '../support/processes.js';
import { skippedWithout } from '../support/tools.js';

const NAMES = ['node.lan', '192.168.1.10', '::1', 'fd00::1:0:0:7', 'fd00::ffff:1.2.3.4'];

test('an independent parser finds what was put in', t => {
  const now = Date.UTC(2026, 0, 2, 3, 4, 5);
  const { certificate, key } = makeCertificate(NAMES, now);
  const parsed = new X509Certificate(certificate);
  t.is(parsed.subject, 'CN=mite-node');
  t.is(parsed.issuer, 'CN=mite-node');
  t.true(parsed.verify(parsed.publicKey), 'signed by its own key');
  t.false(parsed.ca);
  t.is(new Date(parsed.validFrom).getTime(), now - 86_400_000);
  t.true(new Date(parsed.validTo).getTime() > now + 19 * 365 * 86_400_000);
  t.is(parsed.serialNumber.length, 32);
  t.is(parsed.checkHost('node.lan'), 'node.lan');
  t.is(parsed.checkHost('other.lan'), undefined);
  for (const address of ['192.168.1.10', '::1', 'fd00::1:0:0:7', 'fd00::ffff:1.2.3.4'])
    t.is(parsed.checkIP(address), address, address);
  t.true(key.includes('PRIVATE KEY'));
  const hex = createHash('sha256').update(parsed.raw).digest('hex');
  t.is(fingerprintOf(certificate), hex);
  t.is(parseFingerprint(parsed.fingerprint256), hex, "Node's own form of it, with colons");
});

test('after 2029 it expires after 2049: a date in the other form', t => {
  const { certificate } = makeCertificate(['a'], Date.UTC(2031, 5, 1));
  t.is(new Date(new X509Certificate(certificate).validTo).getUTCFullYear(), 2051);
});

test('many names: lengths of two and three bytes', t => {
  const names = Array.from({ length: 40 }, (_, i) => `board-${i}.a-rather-long-name.example.org`);
  t.is(new X509Certificate(makeCertificate(names).certificate).checkHost(names[39]!), names[39]);
});

test('each certificate is different', t => {
  const [first, second] = [makeCertificate(['a']), makeCertificate(['a'])];
  t.not(first.key, second.key);
  t.not(fingerprintOf(first.certificate), fingerprintOf(second.certificate));
});

test('Node connects to it with the certificate as its authority, by name and by address', async t => {
  const { certificate, key } = makeCertificate(['localhost', '127.0.0.1']);
  const server = createServer({ cert: certificate, key }, socket => socket.end('hello'));
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  for (const servername of ['localhost', undefined]) {
    const text = await new Promise<string>((resolve, reject) => {
      const options = { host: '127.0.0.1', port, ca: certificate, ...(servername && { servername }) };
      const socket = connect(options);
      socket.on('data', bytes => resolve(bytes.toString())).on('error', reject);
    });
    t.is(text, 'hello');
  }
  server.close();
});

test('the openssl program accepts it', t => {
  if (skippedWithout(t, 'openssl')) return;
  const directory = mkdtempSync(join(tmpdir(), 'mite-test-'));
  const file = join(directory, 'cert.pem');
  try {
    const { certificate } = makeCertificate(NAMES);
    writeFileSync(file, certificate);
    const run = (...args: string[]) => execFileSync('openssl', args, { encoding: 'utf8', stdio: 'pipe' });
    t.regex(run('verify', '-x509_strict', '-check_ss_sig', '-partial_chain', '-CAfile', file, file), /: OK/);
    const shown = run('x509', '-in', file, '-noout', '-fingerprint', '-sha256').trim();
    t.is(parseFingerprint(shown.slice(shown.indexOf('=') + 1)), fingerprintOf(certificate));
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
});

test('parseFingerprint: two forms and nothing else', t => {
  const hex = '0123456789abcdef'.repeat(4);
  const colons = hex.match(/../g)!.join(':');
  t.is(parseFingerprint(hex), hex);
  t.is(parseFingerprint(hex.toUpperCase()), hex);
  t.is(parseFingerprint(colons.toUpperCase()), hex);
  for (const wrong of [
    '',
    hex.slice(1),
    `${hex}0`,
    `${hex}:`,
    hex.replace('a', 'g'),
    hex.replace('a', ':'),
    colons.replace(':', '0'),
    colons.replace('a', ':'),
    colons.replaceAll(':', '-'),
    `sha256:${hex}`,
    ` ${hex.slice(1)}`,
  ]) {
    t.is(parseFingerprint(wrong), undefined, wrong);
  }
});

test('mite-node tls: make, fingerprint, in device add', async t => {
  const bench = new Bench();
  const data = join(bench.directory, 'node');
  const call = async (...args: string[]) => {
    const program = bench.start(process.execPath, [NODE_CLI, ...args, '--data', data]);
    return { code: await program.ended, line: program.lines.at(-1) ?? {}, errors: program.errors };
  };
  try {
    t.is((await call('tls', 'fingerprint')).code, 2);
    t.is((await call('run', '--tls-listen', '127.0.0.1:0')).code, 2, 'no certificate yet');
    const plain = await call('device', 'add', 'plain', '--json');
    t.is(plain.line.fingerprint, undefined);
    t.is((await call('tls', 'make', 'not a name')).code, 2);
    const made = await call('tls', 'make', 'node.lan', '--json');
    t.is(made.code, 0, made.errors.join());
    const fingerprint = String(made.line.fingerprint);
    t.regex(fingerprint, /^[0-9a-f]{64}$/);
    t.is(statSync(join(data, 'tls-key.pem')).mode & 0o777, 0o600);
    t.is((await call('tls', 'make')).code, 2, 'not over the old one');
    t.is((await call('tls', 'fingerprint', '--json')).line.fingerprint, fingerprint);
    t.is((await call('device', 'add', 'kitchen', '--json')).line.fingerprint, fingerprint);
    const other = await call('tls', 'make', '--replace', '--json');
    t.not(other.line.fingerprint, fingerprint);
    t.is(other.line.fingerprint, (await call('tls', 'fingerprint', '--json')).line.fingerprint);
    const bad = join(data, 'bad.pem');
    writeFileSync(bad, 'nothing');
    t.is((await call('tls', 'fingerprint', '--tls-cert', bad)).code, 2);
  } finally {
    await bench.dispose();
  }
});

test('mite-node tls make works with settings that ask for its certificate', async t => {
  const bench = new Bench();
  const data = join(bench.directory, 'node');
  const config = join(bench.directory, 'node.json');
  writeFileSync(config, JSON.stringify({ data, tlsListen: '127.0.0.1:0', listen: 'off' }));
  const call = async (...args: string[]) => {
    const program = bench.start(process.execPath, [NODE_CLI, ...args, '--config', config]);
    return { code: await program.ended, line: program.lines.at(-1) ?? {}, errors: program.errors };
  };
  try {
    t.is((await call('tls', 'fingerprint')).code, 2, 'none yet');
    const made = await call('tls', 'make', '--json');
    t.is(made.code, 0, made.errors.join());
    const shown = await call('tls', 'fingerprint', '--json');
    t.is(shown.line.fingerprint, made.line.fingerprint);
    t.regex(String(shown.line.fingerprint), /^[0-9a-f]{64}$/);
  } finally {
    await bench.dispose();
  }
});

test('a certificate and a key that do not belong together are told apart, whatever kind they are', t => {
  const [first, second] = [makeCertificate(['a']), makeCertificate(['a'])];
  t.is(pairFault(first.certificate, first.key), undefined);
  t.is(pairFault(first.certificate + second.certificate, first.key), undefined, 'a chain: the first counts');
  t.is(pairFault(first.certificate, `remark\n${first.key}`), undefined);
  t.like(pairFault(first.certificate, second.key), { of: 'tlsKey' });
  t.regex(
    pairFault(first.certificate, second.key)!.problem,
    /not the key of the certificate.*tls make --replace/,
  );
  t.like(pairFault('nothing', first.key), { of: 'tlsCert', problem: 'not a PEM certificate' });
  for (const key of ['', 'nothing', first.certificate])
    t.like(pairFault(first.certificate, key), {
      of: 'tlsKey',
      problem: 'not a PEM private key, or one with a passphrase',
    });
});

test('killed between the key and the certificate of tls make: the next start says so, and tls make repairs it', async t => {
  const bench = new Bench();
  const data = join(bench.directory, 'node');
  const call = async (...args: string[]) => {
    const program = bench.start(process.execPath, [NODE_CLI, ...args, '--data', data]);
    return { code: await program.ended, errors: program.errors };
  };
  try {
    t.is((await call('tls', 'make')).code, 0);
    const old = readFileSync(join(data, 'tls-key.pem'), 'utf8');
    t.is((await call('tls', 'make', '--replace')).code, 0);
    writeFileSync(join(data, 'tls-key.pem'), old);
    const failed = await call('run', '--tls-listen', '127.0.0.1:0', '--listen', 'off');
    t.is(failed.code, 2);
    t.regex(
      failed.errors.join(),
      /tlsKey: .*tls-key\.pem: not the key of the certificate; "mite-node tls make --replace"/,
    );
    t.is((await call('tls', 'make', '--replace')).code, 0);
    const node = bench.start(process.execPath, [
      ...[NODE_CLI, 'run', '--tls-listen', '127.0.0.1:0', '--listen', 'off'],
      ...['--data', data, '--events'],
    ]);
    await node.waitFor(line => line.event === 'ready', 'the node', ANSWER_MS);
  } finally {
    await bench.dispose();
  }
});
