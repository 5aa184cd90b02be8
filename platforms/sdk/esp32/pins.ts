/** The chip's input pins, over the SDK's ECMA-419 digital IO, whose interrupt reports changes. */
import Digital from 'embedded:io/digital';
import config from 'mc/config';
import type { InputPin } from '../../../firmware/ports/platform.js';

/**
 * Input-only pins (the manifest's chip.inputs) have no pull resistors: whatever is connected there must provide one.
 * @throws RangeError for a pin that the chip does not have, that it or its board uses, or that is open already
 */
export function openPin(pin: number, pulledUp: boolean, onChange: (high: boolean) => void): InputPin {
  const { chip, board } = config;
  if (!Number.isInteger(pin) || pin < 0 || pin >= chip.pins)
    throw new RangeError(`the ${chip.title} has pins 0 to ${chip.pins - 1}`);
  if (chip.reserved.includes(pin) || board.reserved.includes(pin))
    throw new RangeError('the board uses this pin itself, or the chip does not have it');
  const pull = pulledUp ? Digital.InputPullUp : Digital.InputPullDown;
  return new ChipPin(pin, chip.inputs?.includes(pin) === true ? Digital.Input : pull, onChange);
}

class ChipPin implements InputPin {
  readonly #digital: Digital;
  /** As last reported. An edge may come twice, or be over when the pin is read. */
  #high: boolean;

  constructor(pin: number, mode: number, onChange: (high: boolean) => void) {
    try {
      this.#digital = new Digital({
        pin,
        mode,
        edge: Digital.Rising + Digital.Falling,
        onReadable: () => {
          const before = this.#high;
          if (this.read() !== before) onChange(this.#high);
        },
      });
    } catch {
      throw new RangeError('something else uses this pin'); // the SDK tracks the pins of its own drivers
    }
    this.#high = this.#digital.read() === 1;
  }

  read(): boolean {
    this.#high = this.#digital.read() === 1;
    return this.#high;
  }

  close(): void {
    this.#digital.close();
  }
}
