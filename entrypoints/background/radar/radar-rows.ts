import { openVaultDatabase } from '@/entrypoints/background/storage/database';
import type { RadarRow } from '@/entrypoints/background/storage/radar-row';
import { ONLY } from '@/entrypoints/background/storage/schema';
import { writeInSession } from '@/entrypoints/background/storage/session-writes';

/** Nothing was asked yet. */
export const FIRST_RADAR: RadarRow = {
  askedAt: 0,
  modelsAtOnce: 20,
  absences: [],
  suspects: [],
  newer: [],
  controls: {},
  swaps: [],
};

/** The row of the account that is signed in. */
export async function readRadar(): Promise<RadarRow> {
  return (await (await openVaultDatabase()).get('radar', ONLY)) ?? FIRST_RADAR;
}

/** Changes the row in one transaction, so that no change is lost to another. `undefined`: the session is over. */
export async function changeRadar(session: string, change: (row: RadarRow) => RadarRow): Promise<RadarRow | undefined> {
  const written = await writeInSession(
    session,
    async transaction => {
      const store = transaction.objectStore('radar');
      const row = change((await store.get(ONLY)) ?? FIRST_RADAR);
      await store.put(row, ONLY);
      return row;
    },
    'relaxed',
  );
  return written?.value;
}
