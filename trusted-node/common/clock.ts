/** The wall clock: seconds since 1970. */
export type Clock = () => number;

export const systemClock: Clock = () => Math.floor(Date.now() / 1000);

/** A day, milliseconds. */
export const DAY_MS = 86_400_000;
