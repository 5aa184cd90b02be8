/** What it takes to compile the search for a chip against ESP-IDF's own headers, without ESP-IDF's compilers. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { SDK } from '../sdk/sdk.js';
import { lacking } from '../support/tools.js';

export interface Chip {
  readonly name: string;
  readonly architecture: 'xtensa' | 'riscv';
  readonly cores: 1 | 2;
  readonly family: 'classic' | 'restore';
}

export const CHIPS: readonly Chip[] = [
  { name: 'esp32', architecture: 'xtensa', cores: 2, family: 'classic' },
  { name: 'esp32s2', architecture: 'xtensa', cores: 1, family: 'restore' },
  { name: 'esp32s3', architecture: 'xtensa', cores: 2, family: 'restore' },
  { name: 'esp32c3', architecture: 'riscv', cores: 1, family: 'restore' },
  { name: 'esp32c6', architecture: 'riscv', cores: 1, family: 'restore' },
];

const SEARCH = 'firmware/search';
const BOARD = 'platforms/sdk/esp32';
const LINK = 'platforms/sdk/link';
const CURVE_GLUE = 'firmware/curve/curve_glue.c';
const OUT = 'build/idf';

// Debian's compilers and C libraries. ESP-IDF 6 has picolibc too. lx106 is not the ESP32's Xtensa, but headers and C
// are the same to it as long as nothing is assembled.
const LIBRARIES = process.env.PICOLIBC_ROOT ?? '/usr/lib';
const COMPILERS = {
  riscv: {
    command: ['riscv64-unknown-elf-gcc', '-march=rv32imc_zicsr_zifencei', '-mabi=ilp32'],
    library: join(LIBRARIES, 'picolibc/riscv64-unknown-elf/include'),
    libraryPackage: 'picolibc-riscv64-unknown-elf',
  },
  xtensa: {
    command: ['xtensa-lx106-elf-gcc'],
    library: join(LIBRARIES, 'xtensa-lx106-elf/include'),
    libraryPackage: 'picolibc-xtensa-lx106-elf',
  },
} as const;

/** Why this chip cannot be checked here, if so. */
export function missing(chip: Chip): string | undefined {
  const idf = process.env.IDF_PATH;
  const compiler = COMPILERS[chip.architecture];
  if (!idf || !existsSync(join(idf, 'components')))
    return `${chip.name} against ESP-IDF's headers (set IDF_PATH to ESP-IDF 6)`;
  const broken = lacking(chip.architecture === 'riscv' ? 'rv32' : 'xtensa');
  if (broken !== undefined) return `${chip.name}: ${broken}`;
  if (!existsSync(compiler.library)) return `${chip.name} (install ${compiler.libraryPackage})`;
  return undefined;
}

/** The settings that the headers ask for; ESP-IDF's defaults. */
function sdkconfig(chip: Chip, settings: readonly string[]): string {
  const upper = chip.name.toUpperCase();
  const lines = [
    `CONFIG_IDF_TARGET_${upper} 1`,
    `CONFIG_IDF_TARGET "${chip.name}"`,
    `CONFIG_IDF_TARGET_ARCH_${chip.architecture.toUpperCase()} 1`,
    `CONFIG_FREERTOS_NUMBER_OF_CORES ${chip.cores}`,
    ...(chip.cores === 1 ? ['CONFIG_FREERTOS_UNICORE 1', 'CONFIG_ESP_SYSTEM_SINGLE_CORE_MODE 1'] : []),
    'CONFIG_FREERTOS_HZ 100',
    'CONFIG_FREERTOS_MAX_TASK_NAME_LEN 16',
    'CONFIG_FREERTOS_TASK_NOTIFICATION_ARRAY_ENTRIES 1',
    'CONFIG_FREERTOS_TLSP_DELETION_CALLBACKS 1',
    'CONFIG_FREERTOS_THREAD_LOCAL_STORAGE_POINTERS 1',
    'CONFIG_FREERTOS_IDLE_TASK_STACKSIZE 1536',
    'CONFIG_FREERTOS_ISR_STACKSIZE 1536',
    'CONFIG_FREERTOS_QUEUE_REGISTRY_SIZE 0',
    'CONFIG_FREERTOS_TIMER_TASK_PRIORITY 1',
    'CONFIG_FREERTOS_TIMER_QUEUE_LENGTH 10',
    'CONFIG_FREERTOS_TIMER_TASK_STACK_DEPTH 2048',
    'CONFIG_LIBC_PICOLIBC 1',
    'CONFIG_LOG_MAXIMUM_LEVEL 3',
    'CONFIG_LOG_DEFAULT_LEVEL 3',
    ...settings,
  ];
  return lines.map(line => `#define ${line}\n`).join('');
}

/** Folders of headers, by the places that ESP-IDF's components use, rather than by its build system. */
function includes(components: string, chip: Chip): string[] {
  const { name, architecture } = chip;
  const places = [
    `esp_rom/${name}/include/${name}`,
    'esp_hw_support/etm/include',
    'mbedtls/port/include',
    'freertos/config/include',
    'freertos/config/include/freertos',
    `freertos/config/${architecture}/include`,
    'freertos/FreeRTOS-Kernel/include',
    `freertos/FreeRTOS-Kernel/portable/${architecture}/include`,
    `freertos/FreeRTOS-Kernel/portable/${architecture}/include/freertos`,
    'freertos/esp_additions/include',
    'esp_libc/platform_include',
    'esp_hw_support/include/soc',
    `esp_hw_support/include/soc/${name}`,
  ];
  for (const component of readdirSync(components).sort()) {
    if (component === 'linux') continue; // ESP-IDF on a host
    for (const folder of ['include', `${name}/include`, `${architecture}/include`, `${name}/register`])
      places.push(`${component}/${folder}`);
  }
  return places.map(place => join(components, place)).filter(existsSync);
}

/** What runs on this chip, by paths from the search's folder: all of it but what is for hosts, the other family and XS; the curve. */
export function sources(chip: Chip): string[] {
  const other = chip.family === 'classic' ? 'sha_restore.c' : 'sha_classic.c';
  const search = readdirSync(SEARCH)
    .filter(
      file =>
        /\.c$/.test(file) && !/^backend_(?!assembly)|^port_posix|^search_glue/.test(file) && file !== other,
    )
    .sort();
  return [...search, '../curve/curve.c', '../curve/libsecp256k1.c'];
}

/** Where the Moddable SDK is, if it is: what talks to its engine needs its headers too. */
export function sdk(): string | undefined {
  return existsSync(join(SDK, 'xs/includes/xsmc.h')) ? SDK : undefined;
}

/** The link's part that is the same everywhere. Its sockets and TLS need the settings of a whole build: see host-tests/chip. */
const LINK_FILES = ['link.c', 'link_ring.c'].map(file => join(LINK, file));
const NEED_A_BUILD = new Set(['link_tls.c']);

/** What binds the chips to JavaScript, by path; and the link. */
export function bindings(): string[] {
  const files = ['platforms/sdk', BOARD]
    .filter(existsSync)
    .flatMap(folder => readdirSync(folder).map(file => join(folder, file)));
  const own = files.filter(file => file.endsWith('.c') && !NEED_A_BUILD.has(basename(file)));
  return [...own, ...LINK_FILES, join(SEARCH, 'search_glue.c'), CURVE_GLUE].sort();
}

/** Compiles a file of {@link bindings} like {@link compile}, with the engine's headers. */
export function compileBinding(chip: Chip, moddable: string, file: string): string {
  const engine = [
    'xs/includes',
    'xs/platforms/esp',
    'xs/platforms/mc',
    'xs/sources',
    'modules/base/instrumentation',
  ];
  // XS includes lwIP's headers, a submodule of ESP-IDF with settings of its own, for a debugger that is not in here.
  const lwip = join(OUT, 'no-lwip');
  mkdirSync(join(lwip, 'lwip'), { recursive: true });
  for (const name of ['netdb.h', 'inet.h']) writeFileSync(join(lwip, 'lwip', name), '#include <stdint.h>\n');
  return compile(
    chip,
    join('../..', file),
    [],
    [
      ...(file.endsWith('heap.c') ? [`-I${lwip}`] : []),
      ...['-D__ets__', `-DESP32=${1 + CHIPS.indexOf(chip)}`, '-DmxUseDefaultSharedChunks=1'],
      ...engine.flatMap(folder => ['-isystem', join(moddable, folder)]),
    ],
  );
}

/** One file as assembly, driven as a board's build does. */
export function assembly(chip: Chip, file: string, settings: readonly string[]): string {
  const listing = join(OUT, chip.name, `${file}.s`);
  const flags = ['-O2', '-S', '-fno-syntax-only', '-o', listing];
  if (chip.architecture === 'xtensa') flags.push('-mno-serialize-volatile');
  const problem = compile(chip, file, settings, flags);
  if (problem !== '') throw new Error(problem);
  return readFileSync(listing, 'utf8');
}

/** Compiles one file as far as syntax and types. Returns the compiler's messages: nothing when all is well. */
export function compile(
  chip: Chip,
  file: string,
  settings: readonly string[] = [],
  more: readonly string[] = [],
): string {
  const out = join(OUT, chip.name, settings.join('-').replace(/\W+/g, '_'));
  const compiler = COMPILERS[chip.architecture];
  const idf = process.env.IDF_PATH ?? '';
  mkdirSync(out, { recursive: true });
  writeFileSync(join(out, 'sdkconfig.h'), sdkconfig(chip, settings));
  writeFileSync(join(out, 'mc.defines.h'), ''); // mcconfig makes it, of the manifest's
  const [command, ...flags] = compiler.command;
  const run = spawnSync(
    command,
    [
      ...flags,
      // As the Moddable SDK does.
      '-DHAVE_CONFIG_H',
      ...['-std=gnu11', '-Wall', '-Wextra', '-Werror', '-fsyntax-only', '-DESP_PLATFORM'],
      `-DMITE_BACKEND_SHA_${chip.family.toUpperCase()}`,
      ...['-DMITE_SHA_BINDING="sha_idf.h"', '-DMITE_PORT_TYPES="port_freertos.h"'],
      `-I${out}`,
      ...more,
      ...includes(join(idf, 'components'), chip).flatMap(folder => ['-isystem', folder]),
      ...['-isystem', compiler.library, `-I${SEARCH}`, `-I${LINK}`, join(SEARCH, file)],
    ],
    { encoding: 'utf8' },
  );
  return run.status === 0 ? run.stderr : run.stderr || `${command}: ${run.status ?? run.error}`;
}
