/** Where the Moddable SDK and ESP-IDF are, or what to do about it. */
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

/** What is missing, and how to get it. */
export class Missing extends Error {}

type Environment = Readonly<Record<string, string | undefined>>;

const XS_DEV = join('.local', 'share');

/** The first of these folders that contains `mark`. */
function find(candidates: readonly (string | undefined)[], mark: string): string | undefined {
  return candidates.find(place => place !== undefined && place !== '' && existsSync(join(place, mark)));
}

/** MODDABLE, or where xs-dev puts it. @throws Missing */
export function findModdable(environment: Environment = process.env, home = homedir()): string {
  const place = find([environment.MODDABLE, join(home, XS_DEV, 'moddable')], 'tools/mcconfig.js');
  if (place !== undefined && existsSync(join(place, 'build/bin/lin/release/mcconfig'))) return place;
  throw new Missing(
    place === undefined
      ? 'the Moddable SDK is missing (neither MODDABLE nor ~/.local/share/moddable has it): npx xs-dev setup'
      : `the tools of the Moddable SDK in ${place} are not built: npx xs-dev setup`,
  );
}

/** IDF_PATH, or where xs-dev puts it. @throws Missing */
export function findIdf(environment: Environment = process.env, home = homedir()): string {
  const place = find([environment.IDF_PATH, join(home, XS_DEV, 'esp32/esp-idf')], 'tools/idf.py');
  if (place !== undefined) return place;
  throw new Missing(
    'ESP-IDF is missing (neither IDF_PATH nor ~/.local/share/esp32/esp-idf has it): npx xs-dev setup --device esp32',
  );
}

/** Both, for a chip's firmware. @throws Missing that names everything missing */
export function findBoth(
  environment: Environment = process.env,
  home = homedir(),
): { moddable: string; idf: string } {
  const problems: string[] = [];
  const attempt = (find: typeof findModdable): string => {
    try {
      return find(environment, home);
    } catch (error) {
      if (!(error instanceof Missing)) throw error;
      problems.push(error.message);
      return '';
    }
  };
  const found = { moddable: attempt(findModdable), idf: attempt(findIdf) };
  if (problems.length > 0) throw new Missing(problems.join('; '));
  return found;
}

/** The environment that mcconfig needs. Without make's own variables, which would reach its makefile. */
export function sdkEnvironment(root: string, moddable: string, more: Environment): NodeJS.ProcessEnv {
  const { MAKEFLAGS: _flags, MAKELEVEL: _level, MFLAGS: _old, ...rest } = process.env;
  const path = [join(moddable, 'build/bin/lin/release'), join(root, 'node_modules/.bin'), rest.PATH ?? ''];
  return { ...rest, MODDABLE: moddable, PATH: path.join(delimiter), ...more };
}
