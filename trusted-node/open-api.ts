/** The page and the API of a running node: one server for each address. */
import { readFileSync } from 'node:fs';
import { OneTimeLink } from './api/one-time-link.js';
import { People } from './api/people.js';
import { buildApi, type RunningApi } from './api/server.js';
import type { Views } from './api/views.js';
import type { NodeEvent } from './common/events.js';
import type { Logger } from './common/logger.js';
import type { NodeConfig } from './config/config.js';
import { type HostPort, isLoopback } from './config/values.js';
import { fingerprintOf } from './doors/mqtt/certificate.js';
import { storedStatus } from './open-upstream.js';
import { writeValue } from './store/named-values.js';

/** The named value that says where the page is, for the command line. */
export const PAGE_URL = 'page_url';

export interface OpenApi {
  event(event: NodeEvent): void;
  close(): Promise<void>;
}

const place = (host: string, port: number): string => `${host.includes(':') ? `[${host}]` : host}:${port}`;

/** @throws Error when an address that the owner chose cannot be listened on */
export async function openApi(
  config: Pick<NodeConfig, 'data' | 'network' | 'broker' | 'tls' | 'http' | 'https' | 'httpNames'>,
  options: Pick<Views, 'db' | 'upstream' | 'queries' | 'history' | 'presence' | 'balance'> & {
    readonly payoutAddress: string;
    /** Where the embedded broker listens. */
    readonly brokers: readonly HostPort[];
    readonly refresh: () => Promise<void>;
    readonly emit: (event: NodeEvent) => void;
    readonly log: Logger;
    readonly now: () => number;
  },
): Promise<OpenApi> {
  const { db, refresh, emit, log, now, payoutAddress, brokers } = options;
  const { data, http, https, httpNames } = config;
  const views: Views = {
    ...options,
    about: {
      network: config.network,
      payoutAddress,
      brokers: config.broker ? [config.broker.url] : brokers.map(({ host, port }) => place(host, port)),
      fingerprint: config.tls && fingerprintOf(readFileSync(config.tls.certFile, 'utf8')),
      started: Date.now(),
    },
    upstreamState: async () => {
      const status = await storedStatus(db);
      return status === undefined
        ? null
        : { node: status.node, state: status.state, reason: status.reason, since: status.at };
    },
  };
  const people = new People(db);
  const link = new OneTimeLink(data);
  const shared = { views, people, link, refresh, log, now, names: httpNames };
  const running: RunningApi[] = [];
  const open: OpenApi = {
    event: event => {
      for (const api of running) api.event(event);
    },
    close: async () => {
      await Promise.all(running.map(api => api.close()));
    },
  };
  const listen = async (api: RunningApi, host: string, port: number): Promise<number> => {
    await api.app.listen({ host, port });
    running.push(api);
    const address = api.app.server.address();
    return typeof address === 'object' && address !== null ? address.port : port;
  };
  const urls: string[] = [];
  try {
    if (https !== undefined) {
      const tls = {
        certificate: readFileSync(https.certFile, 'utf8'),
        key: readFileSync(https.keyFile, 'utf8'),
      };
      const port = await listen(await buildApi({ ...shared, tls }), https.host, https.port);
      urls.push(`https://${place(https.host, port)}`);
    }
    if (http !== undefined) {
      const api = await buildApi(shared);
      try {
        const port = await listen(api, http.host, http.port);
        urls.push(`http://${place(http.host, port)}`);
        if (!isLoopback(http.host))
          log.warn(
            { address: place(http.host, port) },
            'the page is served without TLS: passwords can be read on this network (--https, or a proxy with TLS in front)',
          );
      } catch (error) {
        await api.close();
        const { code } = error as NodeJS.ErrnoException;
        if (http.chosen || code !== 'EADDRINUSE') throw error;
        log.warn(
          { address: place(http.host, http.port) },
          'no page: another program, maybe another node, listens there (--http takes another port)',
        );
      }
    }
  } catch (error) {
    await open.close();
    throw error;
  }
  const [url] = urls;
  if (url === undefined) return open;
  await writeValue(db, PAGE_URL, url);
  const isNew = await people.isNew();
  if (isNew) link.make(url);
  else link.end();
  const linkFile = isNew ? link.file : null;
  log.info(
    { url: urls },
    isNew ? `the page is ready; the link in ${linkFile} sets its password, once` : 'the page is ready',
  );
  emit({ event: 'page', url, linkFile });
  return open;
}
