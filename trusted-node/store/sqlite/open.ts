/** Opening a SQLite file: better-sqlite3 loads its native part with the first one. */
import BetterSqlite from 'better-sqlite3';

export type SqliteFile = BetterSqlite.Database;

/** The module does not fit this Node.js, or was never built. */
function isNotBuilt(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code } = error as NodeJS.ErrnoException;
  return code === 'ERR_DLOPEN_FAILED' || error.message.startsWith('Could not locate the bindings file');
}

/** @throws Error that says what to do if the module was built for another Node.js; otherwise SQLite's error. */
export function openSqlite(path: string, options?: BetterSqlite.Options): SqliteFile {
  try {
    return new BetterSqlite(path, options);
  } catch (error) {
    if (!isNotBuilt(error)) throw error;
    const text = `better-sqlite3, the database's module, is not built for this Node.js (${process.versions.node}): run make build`;
    throw new Error(text, { cause: error });
  }
}
