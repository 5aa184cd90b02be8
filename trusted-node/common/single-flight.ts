/**
 * A task of which only one run is under way at a time.
 * @example
 * const refresh = new SingleFlight(() => readAll().catch(report));
 * source.on('change', () => void refresh.rerun()); // however many changes there are: never two readers at once
 */
export class SingleFlight<T = void> {
  private flight: Promise<T> | undefined;
  private again = false;

  /**
   * @param task reports failures itself: it does not reject. It begins a moment after the request, not within the call.
   */
  constructor(private readonly task: () => Promise<T>) {}

  /** Whether a run is under way. */
  get busy(): boolean {
    return this.flight !== undefined;
  }

  /** Begins a run if none is under way. Resolves at its end, with the result of the last one. */
  run(): Promise<T> {
    this.flight ??= this.fly();
    return this.flight;
  }

  /** Something has changed: a run that began before may have missed it, and is followed by one more. */
  rerun(): Promise<T> {
    if (this.flight !== undefined) this.again = true;
    return this.run();
  }

  /** Resolves at the end of what is under way; at once when nothing is. */
  async ended(): Promise<void> {
    await this.flight;
  }

  private async fly(): Promise<T> {
    await undefined;
    try {
      for (;;) {
        this.again = false;
        const result = await this.task();
        if (!this.again) return result;
      }
    } finally {
      this.flight = undefined;
    }
  }
}
