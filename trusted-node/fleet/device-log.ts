/** Lines about what devices do: the first ones at their level, a flood of them at level debug. */
import type { Logger } from '../common/logger.js';
import { TokenBuckets } from '../common/token-bucket.js';
import type { BoardLog, DeviceList } from '../ports/boards.js';

/** Lines per device, so as not to fill the log. */
const LINES = { burst: 20, interval: 6_000 };

export class DeviceLog implements BoardLog {
  /** By device; '' for all names that are not devices. */
  private readonly lines = new TokenBuckets(LINES, () => performance.now());

  constructor(
    private readonly devices: Pick<DeviceList, 'isKnown'>,
    private readonly log: Logger,
  ) {}

  line(level: 'info' | 'warn', device: string, details: object, text: string): void {
    const isHeard = this.lines.take(this.devices.isKnown(device) ? device : '');
    this.log[isHeard ? level : 'debug']({ device, ...details }, text);
  }
}
