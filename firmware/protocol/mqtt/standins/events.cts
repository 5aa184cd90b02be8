/** Stands in for `events` on XS: what mqtt-packet's parser and generator use of EventEmitter. */
type Listener = (value: unknown) => void;

class EventEmitter {
  #listeners: { [event: string]: Listener } = {};

  /** One listener an event; a second replaces the first. */
  on(event: string, listener: Listener): this {
    this.#listeners[event] = listener;
    return this;
  }

  /** As in Node, an 'error' nobody listens to is thrown. */
  emit(event: string, value: unknown): boolean {
    const listener = this.#listeners[event];
    if (listener !== undefined) listener(value);
    else if (event === 'error') throw value;
    return listener !== undefined;
  }
}

export = { EventEmitter };
