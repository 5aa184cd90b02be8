/** The small part of Piu that the screen uses (Moddable SDK, modules/piu). Colours: 0xRRGGBBAA. */
declare module 'piu/MC' {
  export class Style {
    constructor(dictionary: { font: string });
  }
  export class Behavior {
    onCreate(content: Port, data: unknown): void;
  }
  export interface Port {
    readonly width: number;
    readonly height: number;
    invalidate(x?: number, y?: number, width?: number, height?: number): void;
    measureString(text: string, style: Style): { width: number; height: number };
    /** In onDraw only, like everything that draws. */
    drawString(text: string, style: Style, color: number, x: number, y: number): void;
    fillColor(color: number, x: number, y: number, width: number, height: number): void;
  }
  export interface PortBehavior extends Behavior {
    onDisplaying?(port: Port): void;
    onDraw?(port: Port, x: number, y: number, width: number, height: number): void;
    onTouchBegan?(port: Port): void;
  }
  export const Port: new (
    data: unknown,
    dictionary: {
      left: number;
      right: number;
      top: number;
      bottom: number;
      active: boolean;
      Behavior: new () => PortBehavior;
    },
  ) => Port;
  export interface Application {
    readonly width: number;
    readonly height: number;
  }
  export const Application: new (
    data: unknown,
    dictionary: {
      displayListLength: number;
      commandListLength: number;
      touchCount: number;
      contents: Port[];
    },
  ) => Application;
}
