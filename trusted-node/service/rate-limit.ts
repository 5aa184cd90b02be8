/** How often each device may ask for something: a bucket of requests that fills up again with time. */
export class RateLimit {
  private readonly buckets = new Map<string, { left: number; at: number }>();

  /**
   * @param burst requests at once
   * @param perSecond requests that come back in a second
   * @param now monotonic milliseconds
   */
  constructor(
    private readonly burst: number,
    private readonly perSecond: number,
    private readonly now: () => number,
  ) {}

  /**
   * Takes one request; false when none is left. Buckets outlive connections: a device that comes again has not more.
   * @param device one that the broker has let in, so that there are no more buckets than devices
   */
  admit(device: string): boolean {
    const now = this.now();
    const bucket = this.buckets.get(device) ?? { left: this.burst, at: now };
    const left = Math.min(this.burst, bucket.left + ((now - bucket.at) * this.perSecond) / 1000);
    this.buckets.set(device, { left: left < 1 ? left : left - 1, at: now });
    return left >= 1;
  }
}
