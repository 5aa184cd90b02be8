/**
 * What a board's manifest and a chip's have to say under `config`: one schema for the check at build time, for the type
 * and for boards/board.schema.json, which editors read (`make board-tables` writes it).
 */
import { z } from 'zod';

const pin = z.int().min(0).max(63);
const pins = z.array(pin).refine(list => new Set(list).size === list.length, 'names a pin twice');

/** Sizes that the screens are made for, upright or turned. */
export const DISPLAY_SIZES = ['135x240', '170x320', '240x320', '240x135', '320x170', '320x240'];

/** MB of flash that ESP-IDF knows. */
export const FLASH_SIZES = [2, 4, 8, 16, 32] as const;

export const boardSchema = z.strictObject({
  name: z
    .string()
    .regex(/^[a-z0-9_-]{1,32}$/, 'expected 1 to 32 of a-z, 0-9, "_" and "-"')
    .describe('the name of its folder; the board says it in its status, and an update is signed for it'),
  title: z.string().min(1).max(60).describe('what people call it'),
  target: z
    .string()
    .regex(/^esp32(\/[a-z0-9_]+)?$/, 'expected esp32, or esp32/ and a target of the Moddable SDK')
    .describe("the SDK's target that it is built on: pins and start-up of a display come from there"),
  flash: z.literal(FLASH_SIZES).describe('MB'),
  psram: z.literal([0, 2, 4, 8, 16, 32]).describe('MB, 0 without; it stays off'),
  network: z.enum(['wifi', 'ethernet']),
  console: z.array(z.enum(['uart', 'usb'])).min(1),
  features: z.array(z.enum(['display', 'button'])),
  reserved: pins.describe("pins that the board uses itself, beside the chip's: no pause pin may be one"),
  display: z
    .strictObject({
      driver: z.string().min(1),
      width: z.int().positive(),
      height: z.int().positive(),
    })
    .describe('in pixels, as it is read')
    .optional(),
  emulated: z.literal(true).describe('exists in an emulator of its chip only (make emulate)').optional(),
  pins: z.strictObject({ backlight: pin.optional(), button: pin.optional() }).optional(),
});

export const chipSchema = z.strictObject({
  name: z.string().regex(/^esp32[a-z0-9]*$/),
  title: z.string().min(1),
  architecture: z.enum(['xtensa', 'riscv']),
  cores: z.int().min(1).max(2),
  mhz: z.int().positive(),
  ram: z.int().positive(),
  backends: z.array(z.string().min(1)).min(1),
  bootloader: z.int().min(0),
  pins: z.int().min(1).max(64),
  reserved: pins,
  inputs: pins.optional(),
});

/** What a manifest of the Moddable SDK may have (its tools/mcmanifest.js); only what we read is checked here. */
const theSdks = z.unknown().optional();

export const manifestSchema = z.strictObject({
  $schema: z.string().optional(),
  include: z.union([z.string(), z.array(z.string())]),
  config: z.looseObject({ board: boardSchema }),
  ble: theSdks,
  build: theSdks,
  commonjs: theSdks,
  creation: theSdks,
  data: theSdks,
  defines: theSdks,
  errors: theSdks,
  modules: theSdks,
  platforms: theSdks,
  preload: theSdks,
  recipes: theSdks,
  resources: theSdks,
  run: theSdks,
  strip: theSdks,
  typescript: theSdks,
  warnings: theSdks,
});

/** The JSON Schema of boards/NAME/manifest.json, as text. */
export function jsonSchema(): string {
  const schema = z.toJSONSchema(manifestSchema, { io: 'input' });
  return `${JSON.stringify({ title: 'A board of Mite', ...schema }, null, 2)}\n`;
}

/** What is wrong, a line each: 'config.board.flash: expected one of 2|4'. @param path where `value` stands in its file */
export function problemsOf(schema: z.ZodType, value: unknown, path: readonly string[] = []): string[] {
  const { error } = schema.safeParse(value);
  return (error?.issues ?? []).map(issue => {
    const where = [...path, ...issue.path].join('.');
    const what = issue.message.replace(/^Invalid (input|option): /, '');
    const found = issue.path.reduce<unknown>((part, key) => (part as never)?.[key], value);
    const text = `${found === undefined ? 'is missing; ' : ''}${what.charAt(0).toLowerCase()}${what.slice(1)}`;
    return where === '' ? text : `${where}: ${text}`;
  });
}
