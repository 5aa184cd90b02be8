/** What the project uses of the SDK's modules, so that its sources can be checked without the SDK. */

declare module 'timer' {
  interface Timer {
    readonly brand: 'timer';
  }
  const Timer: {
    set(callback: (timer: Timer) => void, milliseconds: number): Timer;
    repeat(callback: (timer: Timer) => void, milliseconds: number): Timer;
    clear(timer: Timer): void;
  };
  export default Timer;
}

declare module 'time' {
  const Time: {
    /** Milliseconds since some moment; may wrap. */
    readonly ticks: number;
    delta(start: number, end?: number): number;
  };
  export default Time;
}

declare module 'net' {
  const Net: { resolve(name: string, done: (name: string, address?: string) => void): void };
  export default Net;
}

declare module 'modules' {
  const Modules: { has(name: string): boolean; importNow(name: string, all?: boolean): unknown };
  export default Modules;
}

declare module 'embedded:io/socket/tcp' {
  export default class TCP {
    constructor(options: {
      address: string;
      port: number;
      nodelay?: boolean;
      onReadable?: (count: number) => void;
      onWritable?: (count: number) => void;
      onError?: () => void;
    });
    read(): ArrayBuffer | undefined;
    write(bytes: Uint8Array): number | undefined;
    close(): void;
  }
}

declare module 'mc/config' {
  // biome-ignore lint/suspicious/noExplicitAny: whatever a manifest has under "config"
  const config: Record<string, any>;
  export default config;
}

declare module 'pins/pwm' {
  export default class PWM {
    constructor(options: { pin: number });
    write(value: number): void;
    close(): void;
  }
}
