/** Opens the bus that the settings ask for: the embedded broker, or an external one's client. */
import { readFileSync } from 'node:fs';
import { problemOf } from '../../../programs/problems.js';
import type { Logger } from '../../common/logger.js';
import { ConfigError, type NodeConfig } from '../../config/config.js';
import type { Authenticate, Bus, BusHandlers } from './bus.js';
import { pairFault } from './certificate.js';
import { openEmbeddedBus } from './embedded.js';
import { openExternalBus } from './external.js';
import type { Listen } from './listeners.js';

/** How long an external broker has to answer before the start goes on without it (ms). */
const BROKER_PATIENCE = 5_000;

export interface BusOptions {
  readonly config: Pick<NodeConfig, 'broker' | 'listen' | 'tls'>;
  readonly authenticate: Authenticate;
  /** At an external broker: always the same, so that it keeps our session. */
  readonly clientId: () => Promise<string>;
  readonly handlers: BusHandlers;
  readonly log: Logger;
}

function readPem(file: string, key: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new ConfigError(`${key}: ${file}: ${problemOf(error)}`);
  }
}

/** Certificate and key, PEM, which belong together. @throws ConfigError */
export function readPair({ certFile, keyFile }: { readonly certFile: string; readonly keyFile: string }) {
  const pair = { certificate: readPem(certFile, 'tlsCert'), key: readPem(keyFile, 'tlsKey') };
  const fault = pairFault(pair.certificate, pair.key);
  if (fault !== undefined)
    throw new ConfigError(
      `${fault.of}: ${{ tlsCert: certFile, tlsKey: keyFile }[fault.of]}: ${fault.problem}`,
    );
  return pair;
}

/** @throws ConfigError | Error */
export async function openBus({ config, authenticate, clientId, handlers, log }: BusOptions): Promise<Bus> {
  if (config.broker !== undefined) {
    const { url, user, password, caFile } = config.broker;
    const ca = caFile === undefined ? undefined : readPem(caFile, 'brokerCa');
    return openExternalBus({ url, user, password, ca, clientId: await clientId(), handlers, log });
  }
  const listen: Listen[] = [];
  if (config.listen !== undefined) listen.push(config.listen);
  if (config.tls !== undefined) {
    const { host, port } = config.tls;
    listen.push({ host, port, tls: readPair(config.tls) });
  }
  return openEmbeddedBus({ listen, authenticate, handlers, log });
}

/** Why an external broker is not up yet; undefined when it is, or the broker is our own. */
export async function firstTrouble({ opened }: Bus): Promise<string | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<string>(resolve => {
    timer = setTimeout(() => resolve('no answer'), BROKER_PATIENCE);
  });
  const trouble = await Promise.race([opened, late]);
  clearTimeout(timer);
  return trouble;
}
