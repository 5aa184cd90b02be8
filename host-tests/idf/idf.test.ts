import test from 'ava';
import { assembly, bindings, CHIPS, compile, compileBinding, missing, sdk, sources } from './chips.js';

// The chips' sources against ESP-IDF's real headers: names, types, register addresses (static assertions in sha_idf.c).
// Nothing is linked or run. Without ESP-IDF these checks are skipped, aloud.

/** The oldest revision that a build is for decides on the DPORT workaround; power management on its lock. */
const SETTINGS: Record<string, readonly string[][]> = {
  esp32: [
    ['CONFIG_ESP32_REV_MIN_FULL 0', 'CONFIG_ESP_REV_MIN_FULL 0'],
    ['CONFIG_ESP32_REV_MIN_FULL 300', 'CONFIG_ESP_REV_MIN_FULL 300'],
  ],
  esp32s3: [[], ['CONFIG_PM_ENABLE 1']],
};

for (const chip of CHIPS)
  test(`${chip.name}: sources against ESP-IDF's headers`, t => {
    const why = missing(chip);
    if (why !== undefined) {
      t.log(`skipped: ${why}`);
      t.pass();
      return;
    }
    const files = sources(chip);
    t.true(files.length > 8);
    for (const settings of SETTINGS[chip.name] ?? [[]])
      for (const file of files) t.is(compile(chip, file, settings), '', file);
  });

test("esp32: a register is read after the writes before it have arrived, through IDF's workaround too", t => {
  const chip = CHIPS[0]!;
  const why = missing(chip);
  if (why !== undefined) {
    t.log(`skipped: ${why}`);
    t.pass();
    return;
  }
  const lines = assembly(chip, 'sha_classic.c', SETTINGS.esp32![0]!).split('\n');
  let reads = 0;
  lines.forEach((line, index) => {
    if (!/\bcall.*\besp_dport_access_reg_read\b/.test(line) && !/\besp_dport_access_reg_read$/.test(line))
      return;
    reads++;
    const before = lines.slice(0, index).reverse();
    const since = before.findIndex(text => /\bmemw\b|^\.L/.test(text));
    t.regex(before[since] ?? '', /memw/, `line ${index + 1}`);
    const stores = before.slice(0, since).filter(text => /\bs32i/.test(text) && !/, sp,/.test(text));
    t.deepEqual(stores, []);
  });
  t.true(reads > 4);
});

for (const chip of CHIPS)
  test(`${chip.name}: the chip's JavaScript bindings, against ESP-IDF's and the engine's headers`, t => {
    const moddable = sdk();
    const why =
      missing(chip) ??
      (moddable === undefined ? `${chip.name}'s bindings (the Moddable SDK: set MODDABLE)` : undefined);
    if (why !== undefined || moddable === undefined) {
      t.log(`skipped: ${why}`);
      t.pass();
      return;
    }
    const files = bindings();
    t.true(files.length > 3);
    for (const file of files) t.is(compileBinding(chip, moddable, file), '', file);
  });
