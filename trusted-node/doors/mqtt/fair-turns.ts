/** Who is served next: everybody who has something, in turn, one thing each. */

/** Whoever waits for a turn. */
export interface Flow {
  /** Does one thing. @returns whether there is another one that can be done now */
  next(): boolean;
}

/** Things done in one turn of the event loop: whatever came in meanwhile is read between them. */
const AT_ONCE = 32;

export class FairTurns {
  /** In the order in which they are served. */
  private readonly ready = new Set<Flow>();
  private timer: NodeJS.Immediate | undefined;

  /** A flow has something to do; one that waits already keeps its place. */
  wake(flow: Flow): void {
    this.ready.add(flow);
    this.timer ??= setImmediate(() => this.run());
  }

  forget(flow: Flow): void {
    this.ready.delete(flow);
  }

  private run(): void {
    this.timer = undefined;
    let left = Math.min(AT_ONCE, this.ready.size);
    for (const flow of this.ready) {
      if (left-- === 0) break;
      this.ready.delete(flow);
      if (flow.next()) this.ready.add(flow);
    }
    if (this.ready.size > 0) this.timer ??= setImmediate(() => this.run());
  }
}
