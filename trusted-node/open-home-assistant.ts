/** Tells Home Assistant what the page shows, where the settings name its broker. */
import { boardRows, VERSION, type Views } from './api/views.js';
import type { Logger } from './common/logger.js';
import type { NodeConfig } from './config/config.js';
import { queueCommand } from './fleet/commands.js';
import { HomeAssistant } from './home-assistant/bridge.js';

/** @param node 12 hex digits, the node's lasting name */
export function openHomeAssistant(
  { homeAssistant, network }: Pick<NodeConfig, 'homeAssistant' | 'network'>,
  options: Pick<Views, 'db' | 'upstream' | 'history' | 'presence' | 'balance'> & {
    readonly node: string;
    readonly refresh: () => Promise<void>;
    readonly log: Logger;
  },
): HomeAssistant | undefined {
  if (homeAssistant === undefined) return undefined;
  const { db, upstream, history, balance, refresh, node, log } = options;
  return new HomeAssistant({
    ...homeAssistant,
    node,
    log,
    read: async () => {
      const rows = (await boardRows(options)).filter(({ revoked }) => !revoked);
      return {
        node: {
          network,
          version: VERSION,
          height: upstream.tip().height,
          boards: rows.length,
          online: rows.filter(({ online }) => online).length,
          rate: history.proven().rate,
          coins: (await balance())?.confirmed,
        },
        boards: rows.map(row => ({
          ...row,
          proven: row.proven.rate,
          budget: row.status?.budget ?? null,
          temperature: row.status?.temperature ?? null,
          paused: row.status?.pausedBy?.split(',').includes('node') ?? false,
        })),
      };
    },
    obey: async order => {
      await queueCommand(db, order.board, order.cmd === 'set' ? order : { cmd: order.cmd });
      await refresh();
    },
  });
}
