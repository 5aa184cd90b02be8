/** The service's named values: single things that outlive a run. ports/tables.ts lists the names. */
import type { Queries } from '../ports/store.js';

export async function readValue(db: Queries, name: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('service_state')
    .select('value')
    .where('name', '=', name)
    .executeTakeFirst();
  return row?.value;
}

export async function writeValue(db: Queries, name: string, value: string): Promise<void> {
  await db
    .insertInto('service_state')
    .values({ name, value })
    .onConflict(conflict => conflict.column('name').doUpdateSet({ value }))
    .execute();
}

/** The value that was kept first; `fresh` if there is none yet. */
export async function keepValue(db: Queries, name: string, fresh: string): Promise<string> {
  await db
    .insertInto('service_state')
    .values({ name, value: fresh })
    .onConflict(conflict => conflict.doNothing())
    .execute();
  return (await readValue(db, name)) ?? fresh;
}
