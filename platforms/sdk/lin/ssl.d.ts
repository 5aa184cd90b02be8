/** What TLS uses of the SDK's session, which has no declarations. */
declare module 'ssl/session' {
  interface Stream {
    readable: number;
    writable: number;
    read(into: Uint8Array): void;
    write(packet: ArrayBuffer | Uint8Array): number;
  }
  export default class Session {
    constructor(options: { protocolVersion: number; verify: boolean; cache: boolean });
    /** The next step of the handshake, or -1 while it waits for the peer. */
    readonly handshakeProcess: number;
    readonly alert?: object;
    initiateHandshake(): void;
    /** True when it has ended, well or not. */
    handshake(stream: Stream): boolean;
    /** Bytes; null when the peer has closed; undefined when nothing is complete. */
    read(stream: Stream): Uint8Array | null | undefined;
    write(stream: Stream, bytes: Uint8Array): number;
  }
}
