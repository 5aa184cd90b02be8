/** Test support: everything a ledger file says, to compare. */
import BetterSqlite from 'better-sqlite3';

/** All rows of the given tables as text, in key order. */
export function snapshot(
  file: string,
  tables = ['ledger_state', 'headers', 'blocks', 'undo', 'active_chain', 'utxo', 'mempool', 'confirmed'],
): string {
  const db = new BetterSqlite(file, { readonly: true });
  try {
    const show = (value: unknown) =>
      value instanceof Uint8Array ? Buffer.from(value).toString('hex') : value;
    return tables
      .map(table => {
        const rows = db.prepare(`select * from ${table} order by 1`).all() as Record<string, unknown>[];
        return `${table}\n${rows.map(row => JSON.stringify(Object.values(row).map(show))).join('\n')}`;
      })
      .join('\n');
  } finally {
    db.close();
  }
}
