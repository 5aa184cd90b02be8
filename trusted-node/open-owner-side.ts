/** What the owner has of a running node: the page and its API, Home Assistant, notifications. */
import type { NodeEvent } from './common/events.js';
import type { NodeConfig } from './config/config.js';
import { Notifier } from './notify/notifier.js';
import { openApi } from './open-api.js';
import { openHomeAssistant } from './open-home-assistant.js';

export interface OwnerSide {
  event(event: NodeEvent): void;
  close(): Promise<void>;
}

type Options = Parameters<typeof openApi>[1] & Parameters<typeof openHomeAssistant>[1];

/** @throws Error when an address that the owner chose cannot be listened on */
export async function openOwnerSide(config: NodeConfig, options: Options): Promise<OwnerSide> {
  const api = await openApi(config, options);
  const homeAssistant = openHomeAssistant(config, options);
  const notifier = config.notifyUrl === undefined ? undefined : new Notifier(config.notifyUrl, options.log);
  return {
    event: event => {
      api.event(event);
      notifier?.event(event);
    },
    close: async () => {
      await Promise.all([api.close(), homeAssistant?.close(), notifier?.close()]);
    },
  };
}
