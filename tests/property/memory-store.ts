import type { Change } from '../../entrypoints/background/vault/ports';
import type { FactRow, JournalRow } from '../../entrypoints/background/vault/stored';
import type { VersionId } from '../../utils/ids';

/** A store in memory that behaves like the database: it writes for the session that is signed in, and keeps copies. */
export function createMemoryStore(currentSession: () => string | undefined) {
  const journal = new Map<VersionId, JournalRow>();
  const facts = new Map<VersionId, FactRow>();
  const isOpen = (session: string) => session === currentSession();

  return {
    journal,
    facts,
    load: (session: string) =>
      isOpen(session)
        ? { journal: structuredClone([...journal.values()]), facts: structuredClone([...facts.values()]) }
        : { journal: [], facts: [] },
    save(session: string, change: Change): boolean {
      if (!isOpen(session)) return false;
      if (change.journal) journal.set(change.journal.versionId, structuredClone(change.journal));
      if (change.settled !== undefined) journal.delete(change.settled);
      for (const fact of change.facts ?? []) facts.set(fact.versionId, structuredClone(fact));
      return true;
    },
    forget(session: string, versionIds: readonly VersionId[]): void {
      if (isOpen(session)) for (const id of versionIds) facts.delete(id);
    },
    clear(session: string): void {
      if (isOpen(session)) this.empty();
    },
    empty(): void {
      journal.clear();
      facts.clear();
    },
  };
}
