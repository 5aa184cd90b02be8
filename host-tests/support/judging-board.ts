/** A board that judges, in plain JavaScript: the board's own judge and attestation over the wire of TestDevice. */
import { randomBytes } from 'node:crypto';
import { attest, newKey } from '../../firmware/domain/attestation.js';
import { bytesToHex } from '../../firmware/domain/bytes.js';
import { type Judgement, judge } from '../../firmware/domain/judge/judge.js';
import { encodeGetHeaders } from '../../firmware/protocol/mite/getheaders.js';
import { decodeHeaders, type HeadersMessage } from '../../firmware/protocol/mite/headers.js';
import { decodeOffer, type Offer } from '../../firmware/protocol/mite/offer.js';
import {
  decodeProof,
  encodeGetProof,
  type Proof,
  type ProofForm,
} from '../../firmware/protocol/mite/proof.js';
import { topic } from '../../firmware/protocol/mite/topics.js';
import { encodeVerdict, type VerdictMessage } from '../../firmware/protocol/mite/verdict.js';
import { curve } from '../../trusted-node/common/curve.js';
import { Inbox, type TestDevice } from './test-device.js';

export interface Tip {
  readonly hash: Uint8Array;
  readonly height: number;
}

/** What a board says of an offer; undefined: nothing. */
export type Opinion = (offer: Offer, honest: Judgement) => Judgement | undefined;

export const honest: Opinion = (_, judgement) => judgement;
/** Signs without looking. */
export const yes: Opinion = (_, judgement) => ({ ...judgement, verdict: 'valid', reason: 'ok' });
export const no: Opinion = (_, judgement) => ({ ...judgement, verdict: 'invalid', reason: 'sig-wrong' });

const random = (length: number) => new Uint8Array(randomBytes(length));

export class JudgingBoard {
  readonly offers = new Inbox<Offer>();
  readonly proofs = new Inbox<Proof>();
  readonly headers = new Inbox<HeadersMessage>();
  /** What it sent. */
  readonly verdicts = new Inbox<VerdictMessage>();
  readonly publicKey: Uint8Array;

  private constructor(
    readonly device: TestDevice,
    readonly secret: Uint8Array,
    private readonly tip: () => Tip,
    public opinion: Opinion,
  ) {
    this.publicKey = curve.publicKey(secret)!;
  }

  /** Subscribes and says hello. */
  static async join(
    device: TestDevice,
    tip: () => Tip,
    opinion: Opinion = honest,
    secret = newKey(random, curve),
  ): Promise<JudgingBoard> {
    const board = new JudgingBoard(device, secret, tip, opinion);
    const { client, id } = device;
    client.on('message', (name, payload) => {
      const bytes = new Uint8Array(payload);
      if (name === topic(id, 'offer')) board.#judge(decodeOffer(bytes));
      else if (name === topic(id, 'proof')) board.proofs.put(decodeProof(bytes));
      else if (name === topic(id, 'headers')) board.headers.put(decodeHeaders(bytes));
    });
    const kinds = ['offer', 'proof', 'headers'] as const;
    await client.subscribeAsync(
      kinds.map(kind => topic(id, kind)),
      { qos: 1 },
    );
    await device.hello(0, bytesToHex(board.publicKey));
    return board;
  }

  #judge(offer: Offer): void {
    this.offers.put(offer);
    const judgement = this.opinion(offer, judge(offer, curve));
    // The test may end meanwhile.
    if (judgement !== undefined) this.say(this.sign(offer.id, judgement)).catch(() => {});
  }

  /** A signed verdict; `change` is what is signed otherwise. */
  sign(
    id: number,
    { txid, wtxid, verdict, reason }: Judgement,
    change: { network?: string; device?: string; secret?: Uint8Array; tip?: Tip } = {},
  ): VerdictMessage {
    const { hash: tipHash, height: tipHeight } = change.tip ?? this.tip();
    const { network = 'regtest', device = this.device.id, secret = this.secret } = change;
    const statement = { network, device, txid, wtxid, verdict, tipHash, tipHeight };
    return {
      id,
      txid,
      wtxid,
      verdict,
      reason,
      tipHash,
      tipHeight,
      signature: attest(statement, secret, random, curve),
    };
  }

  async say(message: VerdictMessage): Promise<void> {
    this.verdicts.put(message);
    await this.device.raw('verdict', encodeVerdict(message));
  }

  async askHeaders(from: number, count: number): Promise<HeadersMessage> {
    const seen = this.headers.all.length;
    await this.device.raw('getheaders', encodeGetHeaders({ from, count }));
    return this.headers.take(message => message.startHeight === from, seen);
  }

  async askProof(txid: Uint8Array, form: ProofForm): Promise<Proof> {
    const seen = this.proofs.all.length;
    await this.device.raw('getproof', encodeGetProof({ form, txid }));
    return this.proofs.take(proof => bytesToHex(proof.txid) === bytesToHex(txid), seen);
  }
}
