/** The board's display: shows the board's report once a second, while anybody may be looking. */
import { Dimmer, type DimmerSettings } from './dimmer.js';
import { RateHistory } from './history.js';
import { Screen } from './screen.js';
import { type DisplayReport, needsSetup, StatusView, setupView } from './view.js';

/** The board, as the display sees it (a Mite of board.ts). */
export interface DisplaySource {
  report(): DisplayReport;
  displaySettings(): DimmerSettings;
}

/** What the display needs from the machine (a Platform has the clock and the timer). */
export interface DisplayMachine {
  monotonic(): number;
  setTimer(milliseconds: number, callback: () => void): number;
  clearTimer(id: number): void;
}

export interface DisplayOptions {
  /** Sets the backlight, 0 (off) to 100 percent. Absent: it cannot be set, and the display is always on. */
  readonly backlight?: ((percent: number) => void) | undefined;
}

export interface Display {
  /** Somebody pressed a button: bright again. */
  wake(): void;
  stop(): void;
}

const TICK_MS = 1_000;

/** Shows `source` on the screen of the Moddable SDK until `stop`. One at a time. */
export function startDisplay(
  source: DisplaySource,
  machine: DisplayMachine,
  options: DisplayOptions = {},
): Display {
  const history = new RateHistory();
  const dimmer = new Dimmer(source.displaySettings(), machine.monotonic());
  const { backlight } = options;
  let level = -1;
  let timer = 0;
  let fault = '';
  let blocks = 0;
  /** The curve has points that the screen has not shown. */
  let newPoint = true;

  const screen = new Screen(() => wake());

  const light = (now: number): void => {
    const next = dimmer.level(now);
    if (next === level) return;
    level = next;
    backlight?.(level);
  };

  const show = (): void => {
    const now = machine.monotonic();
    const report = source.report();
    if (history.sample(report.uptime, report.hashes)) newPoint = true;
    const { miner } = report;
    // Worth seeing: a block, and whatever stops the board for good.
    if (miner.counters.blocks > blocks || (miner.fault !== '' && miner.fault !== fault)) dimmer.wake(now);
    blocks = miner.counters.blocks;
    fault = miner.fault;
    dimmer.configure(source.displaySettings(), now);
    light(now);
    if (level === 0 && backlight !== undefined) return;
    if (needsSetup(report)) screen.showSetup(setupView(report));
    else {
      screen.showStatus(new StatusView(report, history.span, screen.has), history, newPoint);
      newPoint = false;
    }
  };

  const tick = (): void => {
    timer = machine.setTimer(TICK_MS, tick);
    show();
  };

  const wake = (): void => {
    dimmer.wake(machine.monotonic());
    show();
  };

  tick();
  return {
    wake,
    stop() {
      machine.clearTimer(timer);
    },
  };
}
