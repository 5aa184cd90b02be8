/** What the pictures' program imports of the SDK and of manifests/display.json. */
declare module 'timer' {
  const Timer: { set(callback: () => void, milliseconds: number): unknown };
  export default Timer;
}

declare module 'display' {
  export const startDisplay: typeof import('../../../firmware/parts/display/display.js').startDisplay;
}
