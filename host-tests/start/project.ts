/** A copy of the project, for what an unfinished or unfitting build does to it. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../support/processes.js';

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** For hangs. */
const DEADLINE_MS = 120_000;

export class Project {
  readonly root = mkdtempSync(join(tmpdir(), 'mite-start-'));

  /** As in a fresh clone. */
  constructor() {
    for (const path of ['package.json', 'bin', 'tools/make/step.mjs'])
      cpSync(join(ROOT, path), join(this.root, path), { recursive: true });
  }

  /** What `make build` makes of the programs; the packages are links to those of the project, but for these. */
  build(without: readonly string[] = []): void {
    for (const part of ['firmware', 'programs', 'tools', 'trusted-node'])
      cpSync(join(ROOT, 'build/js', part), join(this.root, 'build/js', part), { recursive: true });
    mkdirSync(join(this.root, 'build/host'));
    symlinkSync(join(ROOT, 'build/host/mite-board'), join(this.root, 'build/host/mite-board'));
    mkdirSync(join(this.root, 'node_modules'));
    for (const name of readdirSync(join(ROOT, 'node_modules')))
      if (!name.startsWith('.') && !without.includes(name))
        symlinkSync(join(ROOT, 'node_modules', name), join(this.root, 'node_modules', name));
  }

  /** better-sqlite3 with a module that says it is for another version of Node.js; undefined: with none. */
  otherSqlite(modules: number | undefined): void {
    const folder = join(this.root, 'node_modules/better-sqlite3');
    for (const part of ['package.json', 'lib'])
      cpSync(join(ROOT, 'node_modules/better-sqlite3', part), join(folder, part), { recursive: true });
    if (modules === undefined) return;
    const release = join(folder, 'build/Release');
    mkdirSync(release, { recursive: true });
    // node_module of node.h.
    writeFileSync(
      join(release, 'other.c'),
      `extern void node_module_register(void *);
       static struct { int version; unsigned flags; void *handle; const char *file; void *init; void *context;
         const char *name; void *more; void *next; } module = {${modules}, 0, 0, "other.c", 0, 0, "better_sqlite3", 0, 0};
       __attribute__((constructor)) static void tell(void) { node_module_register(&module); }`,
    );
    const args = ['-shared', '-fPIC', join(release, 'other.c'), '-o', join(release, 'better_sqlite3.node')];
    const { status, stderr } = spawnSync('gcc', args, { encoding: 'utf8' });
    if (status !== 0) throw new Error(stderr);
  }

  run(command: string, args: readonly string[], environment: Readonly<Record<string, string>> = {}): Ended {
    const { status, stdout, stderr } = spawnSync(command, args, {
      cwd: this.root,
      env: { ...process.env, ...environment },
      encoding: 'utf8',
      timeout: DEADLINE_MS,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    return { code: status, out: stdout, err: stderr };
  }

  dispose(): void {
    rmSync(this.root, { recursive: true, force: true });
  }
}

export function withProject(body: (project: Project) => void): void {
  const project = new Project();
  try {
    body(project);
  } finally {
    project.dispose();
  }
}
