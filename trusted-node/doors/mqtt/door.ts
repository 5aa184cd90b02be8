/** The way out to the boards: values to bytes, each kind on its topic with its QoS and retain flag. */
import { encodeHeader } from '../../../firmware/domain/header.js';
import type { Job } from '../../../firmware/domain/job.js';
import { type Command, encodeCommand } from '../../../firmware/protocol/mite/command.js';
import { encodeHeaders } from '../../../firmware/protocol/mite/headers.js';
import { encodeJob } from '../../../firmware/protocol/mite/job.js';
import { encodeOffer, type Offer } from '../../../firmware/protocol/mite/offer.js';
import { encodeResult, type ShareResult } from '../../../firmware/protocol/mite/share.js';
import { DELIVERY, HEADERS_TOPIC, type NodeKind, topic } from '../../../firmware/protocol/mite/topics.js';
import {
  type Announcement,
  type Chunk,
  encodeAnnouncement,
  encodeChunk,
} from '../../../firmware/protocol/mite/update.js';
import type { Logger } from '../../common/logger.js';
import type { BoardDoor, Door } from '../../ports/door.js';
import type { Bus } from './bus.js';

/** Boards that follow the chain find the newest header there, whenever they connect. */
const TIP = { qos: 1, retain: true } as const;

export class MqttDoor implements BoardDoor {
  private bus: Bus | undefined;

  constructor(private readonly log: Logger) {}

  /** From now on everything is sent over this bus. */
  open(bus: Bus): void {
    this.bus = bus;
  }

  /** Resolves when the broker has taken the message; rejects when it cannot now. */
  async send(device: string, kind: NodeKind, payload: Uint8Array): Promise<void> {
    await this.publish(topic(device, kind), payload, DELIVERY[kind]);
  }

  private async publish(
    name: string,
    payload: Uint8Array,
    delivery: { readonly qos: 0 | 1; readonly retain: boolean },
  ): Promise<void> {
    if (this.bus === undefined) throw new Error('the bus is not open yet');
    await this.bus.publish(name, payload, delivery);
  }

  giveJob(device: string, job: Job): void {
    const name = topic(device, 'job');
    this.publish(name, encodeJob(job), DELIVERY.job).catch(error => this.notSent(name, error));
  }

  announceTip({ height, header }: Parameters<Door['announceTip']>[0]): void {
    const message = encodeHeaders({ startHeight: height, headers: [encodeHeader(header)] });
    this.publish(HEADERS_TOPIC, message, TIP).catch(error => this.notSent(HEADERS_TOPIC, error));
  }

  private notSent(name: string, error: unknown): void {
    this.log.debug({ topic: name, reason: String(error) }, 'not sent');
  }

  /** Not awaited: an external broker's client accepts nothing else until this message is handled. */
  post(device: string, kind: NodeKind, payload: Uint8Array, lost: string): void {
    this.send(device, kind, payload).catch(error => this.log.debug({ device, reason: String(error) }, lost));
  }

  answerShare(device: string, result: ShareResult): void {
    this.post(device, 'result', encodeResult(result), 'a result was not sent');
  }

  offer(device: string, offer: Offer): void {
    this.post(device, 'offer', encodeOffer(offer), 'an offer was not sent');
  }

  command(device: string, command: Command): void {
    this.post(device, 'command', encodeCommand(command), 'a command was not sent');
  }

  announceUpdate(device: string, image: Announcement): Promise<void> {
    return this.send(device, 'update', encodeAnnouncement(image));
  }

  sendPiece(device: string, piece: Chunk): Promise<void> {
    return this.send(device, 'chunk', encodeChunk(piece));
  }

  disconnect(device: string): void {
    this.bus?.disconnect(device);
  }
}
