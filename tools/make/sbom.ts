/**
 * A release's bill of materials, CycloneDX 1.6 as JSON (https://cyclonedx.org/docs/1.6/json/): what is in the images
 * besides our own sources. Neither a time nor a random number: the same release gives the same bytes.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** npm packages that are compiled into the firmware (a test compares the bundle). */
export const FIRMWARE_PACKAGES = ['@noble/hashes', '@node-lightning/secp256k1', 'mqtt-packet'] as const;

export interface Component {
  readonly type: 'library' | 'framework' | 'firmware';
  readonly name: string;
  readonly version: string;
  readonly purl?: string;
  readonly cpe?: string;
  readonly licenses?: readonly { readonly license: { readonly id: string } }[];
  /** Hex. */
  readonly hashes?: readonly { readonly alg: string; readonly content: string }[];
}

/** From the lock file: versions, licences and the archives' hashes. @throws Error for a package that is not in it */
export function npmComponents(root: string, names: readonly string[] = FIRMWARE_PACKAGES): Component[] {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  return names.map(name => {
    const entry = packages[`node_modules/${name}`];
    if (entry === undefined) throw new Error(`package-lock.json: no ${name}`);
    const [algorithm, digest] = String(entry.integrity).split('-') as [string, string];
    return {
      type: 'library',
      name,
      version: entry.version,
      purl: `pkg:npm/${name.replace('@', '%40')}@${entry.version}`,
      licenses: [{ license: { id: entry.license } }],
      hashes: [
        {
          alg: algorithm.replace('sha', 'SHA-'),
          content: Buffer.from(digest, 'base64').toString('hex'),
        },
      ],
    };
  });
}

/** What ESP-IDF notes of a build (project_description.json), as far as it is read here. */
interface Description {
  readonly git_revision?: unknown;
  readonly build_component_info?: Readonly<Record<string, { readonly dir?: unknown }>>;
}

/** Name, version and CPE of an sbom.yml of ESP-IDF's: the first level of its keys. */
function sbomFields(path: string): Readonly<Record<string, string>> {
  const fields: Record<string, string> = {};
  for (const line of readFileSync(path, 'utf8').split('\n')) {
    const [, key, value] = /^(\w+): *'?([^']*?)'?$/.exec(line) ?? [];
    if (key !== undefined && value !== undefined) fields[key] = value;
  }
  return fields;
}

/** ESP-IDF, and what it says of others' code in the components that were built. */
export function idfComponents(description: Description): Component[] {
  const revision = typeof description.git_revision === 'string' ? description.git_revision : 'unknown';
  const found: Component[] = [
    {
      type: 'framework',
      name: 'esp-idf',
      version: revision,
      purl: `pkg:github/espressif/esp-idf@${revision}`,
    },
  ];
  const infos = Object.entries(description.build_component_info ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
  for (const [name, { dir }] of infos) {
    // A submodule's notes lie in its own folder.
    const places = typeof dir === 'string' ? [dir, join(dir, name), join(dir, 'FreeRTOS-Kernel')] : [];
    const path = places.map(place => join(place, 'sbom.yml')).find(existsSync);
    if (path === undefined) continue;
    const fields = sbomFields(path);
    const version = fields.version ?? revision;
    const cpe = fields.cpe?.replace('{}', version);
    found.push({ type: 'library', name: fields.name ?? name, version, ...(cpe !== undefined && { cpe }) });
  }
  return found;
}

/** The Moddable SDK with the XS engine, by its git revision. */
export function moddableComponent(folder: string): Component {
  const { stdout, status } = spawnSync('git', ['-C', folder, 'describe', '--tags', '--always'], {
    encoding: 'utf8',
  });
  const version = status === 0 ? stdout.trim() : 'unknown';
  return {
    type: 'framework',
    name: 'moddable',
    version,
    purl: `pkg:github/moddable-opensource/moddable@${version}`,
    licenses: [{ license: { id: 'LGPL-3.0-or-later' } }],
  };
}

/** @param components of all boards; the same one counts once */
export function bill(version: string, components: readonly Component[]): object {
  const unique = new Map(components.map(each => [`${each.name}@${each.version}`, each]));
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: { component: { type: 'firmware', name: 'mite', version, 'bom-ref': 'mite' } },
    components: [...unique].map(([reference, each]) => ({ 'bom-ref': reference, ...each })),
    dependencies: [{ ref: 'mite', dependsOn: [...unique.keys()] }],
  };
}
