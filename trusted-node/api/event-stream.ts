/** What happens, as it happens (server-sent events). A reader that does not read is left, not waited for. */
import type { ServerResponse } from 'node:http';
import type { NodeEvent } from '../common/events.js';

const MAX_READERS = 100;
/** Bytes that may wait for a reader. */
const MAX_WAITING = 64 * 1024;
const PING_MS = 20_000;

export class EventStream {
  private readonly readers = new Set<ServerResponse>();
  private readonly timer = setInterval(() => this.write(': still here\n\n'), PING_MS).unref();

  get full(): boolean {
    return this.readers.size >= MAX_READERS;
  }

  add(reader: ServerResponse): void {
    this.readers.add(reader);
    reader.on('close', () => this.readers.delete(reader));
  }

  send(event: NodeEvent): void {
    if (this.readers.size > 0) this.write(`data: ${JSON.stringify(event)}\n\n`);
  }

  private write(text: string): void {
    for (const reader of this.readers)
      if (reader.writableLength > MAX_WAITING) reader.destroy();
      else reader.write(text);
  }

  close(): void {
    clearInterval(this.timer);
    for (const reader of this.readers) reader.destroy();
  }
}
