/** Draws a run: in place on a terminal, as lines elsewhere. */
import { frame, progressLine, type RunView } from './view.js';

const FRAME_MS = 250;
const LINE_MS = 5_000;
const HIDE_CURSOR = '\x1b[?25l';
const SHOW_CURSOR = '\x1b[?25h';
const CLEAR_TO_END_OF_LINE = '\x1b[K';
const CLEAR_ALL = '\x1b[2J\x1b[H';
const CLEAR_BELOW = '\x1b[J';

export class Screen {
  readonly #view: RunView;
  readonly #tty = process.stdout.isTTY === true;
  /** Lines of the picture that stand on the terminal. */
  #drawn = 0;
  #timer: NodeJS.Timeout | undefined;

  /** @param onGone nobody reads the output any more */
  constructor(view: RunView, onGone: () => void) {
    this.#view = view;
    process.stdout.on('error', onGone);
    process.stdout.on('resize', () => this.#clear());
  }

  start(text: string): void {
    this.line(text);
    if (this.#tty) process.stdout.write(HIDE_CURSOR);
    process.on('exit', () => {
      if (this.#tty) process.stdout.write(SHOW_CURSOR);
    });
    this.#timer = setInterval(() => this.#show(), this.#tty ? FRAME_MS : LINE_MS);
  }

  /** Something that happened: a line of its own where there is no picture. */
  line(text: string): void {
    if (!this.#tty) process.stdout.write(`${text}\n`);
  }

  end(): void {
    clearInterval(this.#timer);
    if (this.#tty) this.#draw();
  }

  /** After a change of size nobody knows where the old picture stands. */
  #clear(): void {
    if (this.#tty && this.#drawn > 0) process.stdout.write(CLEAR_ALL);
    this.#drawn = 0;
  }

  #show(): void {
    if (this.#tty) this.#draw();
    else this.line(progressLine(this.#view, Date.now()));
  }

  #draw(): void {
    const { columns = 80, rows = 24 } = process.stdout;
    const lines = frame(this.#view, Date.now(), columns, rows);
    const up = this.#drawn > 0 ? `\x1b[${this.#drawn}A\r` : '';
    process.stdout.write(
      `${up}${lines.map(line => `${line}${CLEAR_TO_END_OF_LINE}\n`).join('')}${CLEAR_BELOW}`,
    );
    this.#drawn = lines.length;
  }
}
