/** A pool's jobs in the store, and the division of its extranonce among miners. */
import { bytesToHex, concatBytes, hexToBytes } from '../../firmware/domain/bytes.js';
import type { Share } from '../../firmware/domain/share.js';
import { workOfTarget } from '../../firmware/domain/target.js';
import type { ServiceTables } from '../ports/tables.js';
import type { ExtranonceSpace, Relay, RelayedWork, Template } from '../ports/upstream.js';

export function isRelayed(work: Template | RelayedWork): work is RelayedWork {
  return 'relay' in work;
}

/** What makes earlier jobs void: another parent, or the pool's word. */
export function voidedBy(work: { previousHash: Uint8Array; relay?: Relay | undefined }): string {
  const parent = bytesToHex(work.previousHash);
  return work.relay === undefined ? parent : `${parent}/${work.relay.epoch}`;
}

/** As text for templates.relay. */
export function relayToText(relay: Relay): string {
  const { extranonce1, target, ...rest } = relay;
  return JSON.stringify({ ...rest, extranonce1: bytesToHex(extranonce1), target: target.toString(16) });
}

export function relayFromText(text: string): Relay {
  const { extranonce1, target, ...rest } = JSON.parse(text);
  return { ...rest, extranonce1: hexToBytes(extranonce1), target: BigInt(`0x${target}`) };
}

/** The row of a share that a pool takes. @param lease what tells the miner from others, as its job has it */
export function relayedShare(
  relay: Relay,
  share: Share,
  lease: Uint8Array,
  found: { device: string; previousHash: Uint8Array; block: boolean; at: number },
): Omit<ServiceTables['pool_shares'], 'id'> {
  const { space, versionMask } = relay;
  const own = space.miners === 0 ? share.extranonce2 : concatBytes(lease, share.extranonce2);
  return {
    device: found.device,
    pool: relay.pool,
    job: relay.job,
    extranonce1: relay.extranonce1,
    extranonce2: concatBytes(new Uint8Array(space.zeros), own),
    time: share.time,
    nonce: share.nonce,
    version_bits: versionMask === undefined ? null : (share.version & versionMask) >>> 0,
    previous_hash: found.previousHash,
    work: workOfTarget(relay.target).toString(),
    block: found.block ? 1 : 0,
    found_at: found.at,
  };
}

/**
 * Which of a pool's extranonces belongs to which session. A session's number decides, as long as no other present one has
 * the same place: numbers only count up, so a place that was left is the last to be taken again.
 */
export class ExtranonceLeases {
  /** Place to session, of the current extranonce1. */
  private readonly taken = new Map<number, number>();
  private readonly placeOf = new Map<number, number>();
  private of = '';

  /**
   * @param present whether a session may still send shares
   * @returns the bytes that tell this session from others; undefined when there is no room
   */
  lease(
    session: number,
    { extranonce1, pool, space }: Relay,
    present: (session: number) => boolean,
  ): Uint8Array | undefined {
    const key = `${pool}/${bytesToHex(extranonce1)}/${space.miners}`;
    if (key !== this.of) {
      this.taken.clear();
      this.placeOf.clear();
      this.of = key;
    }
    const known = this.placeOf.get(session);
    if (known !== undefined) return placeBytes(known, space);
    const places = 256 ** space.miners;
    // Whoever is gone makes room once all places were given out.
    if (this.taken.size >= places) this.forget(present);
    if (this.taken.size >= places) return undefined;
    let place = session % places;
    while (this.taken.has(place)) place = (place + 1) % places;
    this.taken.set(place, session);
    this.placeOf.set(session, place);
    return placeBytes(place, space);
  }

  private forget(present: (session: number) => boolean): void {
    for (const [place, session] of this.taken) {
      if (present(session)) continue;
      this.taken.delete(place);
      this.placeOf.delete(session);
    }
  }
}

function placeBytes(place: number, { miners }: ExtranonceSpace): Uint8Array {
  const bytes = new Uint8Array(miners);
  for (let i = miners - 1, rest = place; i >= 0; i--, rest = Math.floor(rest / 256)) bytes[i] = rest % 256;
  return bytes;
}
