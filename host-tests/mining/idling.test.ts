/** The wiring of the idle rules: a pin whose change nobody reports. */
import test from 'ava';
import { IdlePart } from '../../firmware/parts/idle/part.js';
import { SCHEMA } from '../../firmware/schema.js';
import { Configuration } from '../../firmware/settings/configuration.js';
import { SettingsStore } from '../../firmware/settings/store.js';
import { NodePlatform } from '../support/node-platform.js';

test('an unreported change of the pin is seen by the next tick, once', t => {
  const platform = new NodePlatform();
  t.teardown(() => platform.dispose());
  let high = false;
  let told: ((high: boolean) => void) | undefined;
  Object.assign(platform, {
    openPin: (_pin: number, _pulledUp: boolean, onChange: (high: boolean) => void) => {
      told = onChange;
      return { read: () => high, close() {} };
    },
  });
  const configuration = new Configuration(SCHEMA, new SettingsStore(SCHEMA, platform.storage));
  t.is(configuration.overrideAll(['pause.pin=4', 'pause.level=high']), undefined);
  const steps: string[] = [];
  const idling = new IdlePart(platform, configuration.values(), {
    hold: by => steps.push(`hold ${by}`),
    release: by => steps.push(`release ${by}`),
    notice() {},
    budget() {},
    changed() {},
  });
  t.teardown(() => idling.stop());
  idling.start();
  steps.length = 0;
  high = true;
  idling.tick();
  t.deepEqual(steps, ['hold pin']);
  told!(true); // late
  idling.tick();
  t.deepEqual(steps, ['hold pin']);
});
