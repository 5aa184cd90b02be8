/** What goes wrong with a database file, by what there is to do about it. */
import BetterSqlite from 'better-sqlite3';

/** The disk is full, or the file is locked, broken or of another version: nothing was done. */
export class StorageError extends Error {
  override readonly name = 'StorageError';
  constructor(
    readonly code: 'full' | 'busy' | 'corrupt' | 'io' | 'version',
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** Turns SQLite's errors into {@link StorageError}; other errors are returned unchanged. */
export function storageError(error: unknown): unknown {
  if (!(error instanceof BetterSqlite.SqliteError)) return error;
  const options = { cause: error };
  if (error.code.startsWith('SQLITE_FULL'))
    return new StorageError('full', 'the disk or the database file is full', options);
  if (error.code.startsWith('SQLITE_BUSY') || error.code.startsWith('SQLITE_LOCKED'))
    return new StorageError('busy', 'another process keeps the database locked', options);
  if (error.code.startsWith('SQLITE_CORRUPT') || error.code.startsWith('SQLITE_NOTADB'))
    return new StorageError('corrupt', `the database file is damaged: ${error.message}`, options);
  if (
    error.code.startsWith('SQLITE_IOERR') ||
    error.code.startsWith('SQLITE_READONLY') ||
    error.code.startsWith('SQLITE_CANTOPEN')
  )
    return new StorageError('io', `the database file cannot be used: ${error.message}`, options);
  return error;
}
