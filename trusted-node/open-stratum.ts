/** The door for Stratum miners, if the configuration asks for it. */

import { scriptOfAddress } from '../firmware/domain/address.js';
import { bytesToHex } from '../firmware/domain/bytes.js';
import type { NodeConfig } from './config/config.js';
import { readPair } from './doors/mqtt/open.js';
import { StratumDoor } from './doors/stratum/door.js';
import type { Household } from './doors/stratum/household.js';
import type { Listen } from './doors/stratum/server.js';
import { DEFAULT_GROUP } from './fleet/devices.js';
import { Workers } from './fleet/workers.js';
import type { NodeDatabase } from './ports/store.js';

export interface StratumOptions extends Omit<Household, 'workers'> {
  readonly config: NodeConfig;
  readonly db: NodeDatabase;
  readonly payoutScript: Uint8Array;
  readonly groupScripts: ReadonlyMap<string, Uint8Array>;
}

/** @returns undefined when it is off. It does not listen yet. */
export function stratumDoor({ config, db, payoutScript, groupScripts, ...house }: StratumOptions) {
  const { stratum, network } = config;
  if (stratum === undefined) return undefined;
  const scripts: readonly (readonly [string, string])[] = [
    [DEFAULT_GROUP, bytesToHex(payoutScript)],
    ...[...groupScripts].map(([group, each]) => [group, bytesToHex(each)] as const),
  ];
  const groupsOf = (address: string): string[] | undefined => {
    let script: string;
    try {
      script = bytesToHex(scriptOfAddress(address, network));
    } catch {
      return undefined;
    }
    return scripts.filter(([, each]) => each === script).map(([group]) => group);
  };
  const workers = new Workers({ db, devices: house.devices, groupsOf, open: stratum.open });
  return new StratumDoor({ ...house, workers });
}

/** Where it is to listen. @throws ConfigError when the certificate cannot be used */
export function stratumListeners({ stratum }: NodeConfig): Listen[] {
  const listen: Listen[] = [];
  if (stratum?.listen !== undefined) listen.push(stratum.listen);
  if (stratum?.tls !== undefined) {
    const { host, port } = stratum.tls;
    listen.push({ host, port, tls: readPair(stratum.tls) });
  }
  return listen;
}
