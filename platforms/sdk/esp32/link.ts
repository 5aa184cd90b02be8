/** Connections over TCP and TLS, in native code and a task of their own (../link/link.h). */
import Timer from 'timer';
import type { Connection, ConnectionHandlers, TlsOptions } from '../../../firmware/ports/platform.js';

// biome-ignore lint/suspicious/noExplicitAny: natives check their arguments themselves
declare function native(name: string): (this: unknown, ...args: any[]) => any;
declare function Native(name: string): new () => object;

/** Events at one wake, so that a flood leaves time for others. */
const EVENTS = 4;

/** The natives of link_glue.c, as they are. */
class Link extends Native('xs_mite_link_destructor') {
  protected openLink(host: string, port: number, fingerprint?: string): string | undefined {
    return native('xs_mite_link_open').call(this, host, port, fingerprint);
  }
  protected nextEvent(): true | ArrayBuffer | string | undefined {
    return native('xs_mite_link_next').call(this);
  }
  protected wakeAgain(): void {
    native('xs_mite_link_again').call(this);
  }
  write(bytes: Uint8Array): boolean {
    return native('xs_mite_link_write').call(this, bytes);
  }
  close(): void {
    native('xs_mite_link_close').call(this);
  }
}

class LinkConnection extends Link implements Connection {
  readonly #handlers: ConnectionHandlers;

  constructor(host: string, port: number, handlers: ConnectionHandlers, tls?: TlsOptions) {
    super();
    this.#handlers = handlers;
    const problem = this.openLink(host, port, tls?.fingerprint);
    if (problem !== undefined) Timer.set(() => handlers.onClose(problem), 0);
  }

  /** Called by the native code. */
  onWake(): void {
    for (let count = 0; count < EVENTS; count++) {
      const event = this.nextEvent();
      if (event === undefined) return;
      if (event === true) this.#handlers.onOpen();
      else if (typeof event !== 'string') this.#handlers.onData(new Uint8Array(event));
      else {
        this.close();
        this.#handlers.onClose(event);
        return;
      }
    }
    this.wakeAgain();
  }
}

export function connect(
  host: string,
  port: number,
  handlers: ConnectionHandlers,
  tls?: TlsOptions,
): Connection {
  return new LinkConnection(host, port, handlers, tls);
}
