/** mite-node tls make|fingerprint */
import { existsSync, readFileSync } from 'node:fs';
import { hostname, networkInterfaces } from 'node:os';
import { Command } from 'commander';
import { print, remark } from '../../programs/output.js';
import { problemOf } from '../../programs/problems.js';
import { replaceFiles } from '../common/atomic-file.js';
import { type NodeConfig, OWN_CERTIFICATE, OWN_KEY, ownTlsFile } from '../config/config.js';
import { fingerprintOf, makeCertificate } from '../doors/mqtt/certificate.js';
import { makeDataDirectory } from '../store/store.js';
import { configOf, configured, DATA_KEYS, type Flags, toJson, UsageError } from './options.js';

/** A host name or an address; no port, no wildcards. */
const NAME = /^[A-Za-z0-9]([A-Za-z0-9.:-]{0,251}[A-Za-z0-9])?$|^::1?$/;

/** The certificate that the node shows, or would show, to boards; undefined: there is none. */
export function certificateFile(config: NodeConfig): string | undefined {
  if (config.tls !== undefined) return config.tls.certFile;
  const own = ownTlsFile(config.data, OWN_CERTIFICATE);
  return existsSync(own) ? own : undefined;
}

/** @throws UsageError for a file without a certificate */
export function readFingerprint(file: string): string {
  try {
    return fingerprintOf(readFileSync(file, 'utf8'));
  } catch (error) {
    const { syscall } = error as NodeJS.ErrnoException;
    throw new UsageError(`${file}: ${syscall === undefined ? 'not a PEM certificate' : problemOf(error)}`);
  }
}

function show(file: string, json: boolean | undefined): void {
  const fingerprint = readFingerprint(file);
  if (json) print(toJson({ certificate: file, fingerprint }));
  else {
    print(`certificate  ${file}`);
    print(`fingerprint  ${fingerprint}`);
  }
}

/** What this machine calls itself. */
function ownNames(): string[] {
  const names = [hostname(), 'localhost'];
  for (const list of Object.values(networkInterfaces()))
    for (const { address, scopeid } of list ?? []) if (!scopeid) names.push(address);
  return names.filter(name => NAME.test(name));
}

export function tlsCommand(): Command {
  const tls = new Command('tls').description('the certificate by which boards recognise the node');
  tls.addCommand(
    configured('make', 'make a key and a self-signed certificate in the data directory', DATA_KEYS)
      .argument('[names...]', 'host names and addresses of the node (default: those of this machine)')
      .option('--replace', 'replace those that are there; every board then needs the new fingerprint')
      .option('--json', 'one JSON object')
      .action(async (names: string[], options: Flags & { replace?: boolean; json?: boolean }) => {
        const { replace, json, ...flags } = options;
        const wrong = names.find(name => !NAME.test(name));
        if (wrong !== undefined) throw new UsageError(`"${wrong}" is not a host name or an address`);
        const { data } = configOf(flags as Flags, true);
        const certFile = ownTlsFile(data, OWN_CERTIFICATE);
        if (existsSync(certFile) && !replace)
          throw new UsageError(`${certFile} exists already; --replace makes a new one`);
        const made = makeCertificate(names.length > 0 ? names : ownNames());
        makeDataDirectory(data);
        replaceFiles([
          { path: ownTlsFile(data, OWN_KEY), content: made.key },
          { path: certFile, content: made.certificate, mode: 0o644 },
        ]);
        show(certFile, json);
        if (!json) remark('To use it: mite-node run --tls-listen 0.0.0.0:8883');
      }),
  );
  tls.addCommand(
    configured('fingerprint', "show the certificate's SHA-256, the boards' setting node.fingerprint", [
      ...DATA_KEYS,
      'tlsCert',
    ])
      .option('--json', 'one JSON object')
      .action(async ({ json, tlsCert, ...flags }: Flags & { json?: boolean }) => {
        const file = tlsCert ?? certificateFile(configOf(flags as Flags));
        if (file === undefined)
          throw new UsageError('there is no certificate yet: "mite-node tls make" makes one');
        show(file, json);
      }),
  );
  return tls;
}
