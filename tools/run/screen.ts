/** Draws a run: in place on a terminal, as lines elsewhere. */
import { frame, progressLine, type RunView } from './view.js';

const FRAME_MS = 250;
const LINE_MS = 5_000;
const HIDE_CURSOR = '\x1b[?25l';
const SHOW_CURSOR = '\x1b[?25h';
/** A separate screen, which leaves the terminal's content alone: no resize leaves copies behind. */
const ENTER = `\x1b[?1049h${HIDE_CURSOR}`;
const LEAVE = `${SHOW_CURSOR}\x1b[?1049l`;
const HOME = '\x1b[H';
const CLEAR_TO_END_OF_LINE = '\x1b[K';
const CLEAR_BELOW = '\x1b[J';

export class Screen {
  readonly #view: RunView;
  readonly #tty = process.stdout.isTTY === true && process.env.TERM !== 'dumb';
  #open = false;
  #timer: NodeJS.Timeout | undefined;

  /** @param onGone nobody reads the output any more */
  constructor(view: RunView, onGone: () => void) {
    this.#view = view;
    process.stdout.on('error', onGone);
    process.stdout.on('resize', () => this.#draw());
  }

  start(text: string): void {
    this.line(text);
    if (this.#tty) {
      this.#open = true;
      process.stdout.write(ENTER);
      process.on('exit', () => this.end());
      this.#draw();
    }
    this.#timer = setInterval(() => this.#show(), this.#tty ? FRAME_MS : LINE_MS);
  }

  /** Something that happened: a separate line when there is no picture. */
  line(text: string): void {
    if (!this.#tty) process.stdout.write(`${text}\n`);
  }

  /** Restores the terminal. */
  end(): void {
    clearInterval(this.#timer);
    if (this.#open) process.stdout.write(LEAVE);
    this.#open = false;
  }

  #show(): void {
    if (this.#tty) this.#draw();
    else this.line(progressLine(this.#view, Date.now()));
  }

  #draw(): void {
    if (!this.#open) return;
    const { columns = 80, rows = 24 } = process.stdout;
    const lines = frame(this.#view, Date.now(), columns, rows);
    const text = lines.map(line => `${line}${CLEAR_TO_END_OF_LINE}\n`).join('');
    process.stdout.write(`${HOME}${text}${CLEAR_BELOW}`);
  }
}
