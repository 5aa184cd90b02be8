/** What a node that has ended left in its database. */
import BetterSqlite from 'better-sqlite3';

export class StoredRows {
  private readonly database: BetterSqlite.Database;

  constructor(file: string) {
    this.database = new BetterSqlite(file, { readonly: true });
  }

  /** Shares of a device that were judged, blocks among them. */
  sharesOf(device: string): number {
    const query = 'select count(*) as count from shares where device = ? and code >= 0';
    return (this.database.prepare(query).get(device) as { count: number }).count;
  }

  /** Hashes that a query selects as `hash`, in hex, internal order. */
  hashes(query: string): Set<string> {
    const rows = this.database.prepare(query).all() as { hash: Buffer }[];
    return new Set(rows.map(({ hash }) => hash.toString('hex')));
  }

  close(): void {
    this.database.close();
  }
}
