/** The SDK's module `ethernet` (modules/network/ethernet), which has no declarations of its own. */
declare module 'ethernet' {
  export default class Ethernet {
    /** 'connect' and 'disconnect' follow the cable, 'gotIP' comes with an address. */
    constructor(callback: (message: 'start' | 'connect' | 'disconnect' | 'gotIP') => void);
    close(): void;
    /** @throws Error without the hardware */
    static start(): void;
  }
}
