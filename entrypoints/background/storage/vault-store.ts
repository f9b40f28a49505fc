import type { VaultStore } from '@/entrypoints/background/vault/ports';
import { ONLY, openVaultDatabase, writeInSession } from './database';
import { followFacts, type ModelOf } from './update-items';

/** Forgets which versions had to be left alone until `now` (epoch ms), whoever is signed in. Never rejects: the next worker tries again. */
export async function sweepQuiet(now = Date.now()): Promise<void> {
  try {
    const { store, done } = (await openVaultDatabase()).transaction('quiet', 'readwrite');
    for (const { versionId, until } of await store.getAll()) if (until <= now) await store.delete(versionId);
    await done;
  } catch {
    // Nothing is decided by rows that are over.
  }
}

/**
 * Journal and facts in the extension's database, which no content script can open; the mirrored items follow the facts in the same
 * transaction. Writes nothing for a session that is over.
 */
export const createIndexedStore = (modelOf: ModelOf): VaultStore => ({
  async load(session) {
    const database = await openVaultDatabase();
    const transaction = database.transaction(['token', 'journal', 'facts', 'quiet']);
    const [token, journal, facts, quiet] = await Promise.all([
      transaction.objectStore('token').get(ONLY),
      transaction.objectStore('journal').getAll(),
      transaction.objectStore('facts').getAll(),
      transaction.objectStore('quiet').getAll(),
    ]);
    return token?.session === session ? { journal, facts, quiet } : { journal: [], facts: [], quiet: [] };
  },

  async save(session, { journal, settled, quiet, facts = [], items = [] }) {
    const written = await writeInSession(session, async transaction => {
      const rows = transaction.objectStore('journal');
      const known = transaction.objectStore('facts');
      await Promise.all([
        journal && rows.put(journal),
        settled !== undefined && rows.delete(settled),
        quiet && transaction.objectStore('quiet').put(quiet),
        ...facts.map(fact => known.put(fact)),
        followFacts(transaction, { facts, items }, modelOf),
      ]);
    });
    return written !== undefined;
  },

  async forget(session, versionIds) {
    await writeInSession(session, async transaction => {
      const known = transaction.objectStore('facts');
      await Promise.all(versionIds.map(versionId => known.delete(versionId)));
    });
  },
});
