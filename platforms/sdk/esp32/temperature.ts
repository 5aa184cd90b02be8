/** The chip's own temperature sensor, where there is one (manifests/temperature.json). */

// biome-ignore lint/suspicious/noExplicitAny: natives check their arguments themselves
declare function native(name: string): (this: unknown, ...args: any[]) => any;

/** Degrees Celsius inside the chip, within a few degrees; undefined when it cannot be read now. */
export default function temperature(this: unknown): number | undefined {
  return native('xs_mite_esp32_temperature').call(this);
}
