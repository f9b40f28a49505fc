import type { CooldownRow, FactRow, JournalRow } from '@/entrypoints/background/storage/rows';
import type { Change, Stored } from '@/entrypoints/background/storage/vault-store';
import { hiddenForMs } from '@/entrypoints/background/timing/replica-lag';
import type { VersionId } from '@/utils/civitai/ids';

/** When the store before this one was lost, epoch ms. */
type Loss = { at?: number };

/** A store in memory that behaves like the database: it writes for the session that is signed in, and keeps copies. */
export function createMemoryStore(currentSession: () => string | undefined) {
  const journal = new Map<VersionId, JournalRow>();
  const facts = new Map<VersionId, FactRow>();
  const cooldowns = new Map<VersionId, CooldownRow>();
  const loss: Loss = {};
  const isOpen = (session: string) => session === currentSession();

  return {
    journal,
    facts,
    loss,
    load: (session: string): Stored =>
      isOpen(session)
        ? structuredClone({
            journal: [...journal.values()],
            facts: [...facts.values()],
            cooldowns: [...cooldowns.values()],
            lostAt: loss.at,
          })
        : { journal: [], facts: [], cooldowns: [] },
    save(session: string, change: Change): boolean {
      if (!isOpen(session)) return false;
      if (change.journal) journal.set(change.journal.versionId, structuredClone(change.journal));
      if (change.settled !== undefined) journal.delete(change.settled);
      if (change.cooldown) cooldowns.set(change.cooldown.versionId, structuredClone(change.cooldown));
      for (const fact of change.facts ?? []) facts.set(fact.versionId, structuredClone(fact));
      return true;
    },
    forget(session: string, versionIds: readonly VersionId[]): void {
      if (isOpen(session)) for (const id of versionIds) facts.delete(id);
    },
    /** A sign-out: only which versions must be left alone, or are to be added again, stays. `now` is what the clock says, epoch ms. */
    empty(now: number): void {
      for (const { versionId, attempt } of journal.values()) {
        if (attempt)
          cooldowns.set(versionId, {
            versionId,
            until: now + hiddenForMs(attempt.kind !== 'unanswered', attempt.ageMs),
          });
      }
      const owed = [...journal.values()].filter(row => row.owed);
      journal.clear();
      for (const { versionId } of owed) {
        const nothing = { intent: undefined, next: undefined, attempt: undefined, unannounced: false };
        journal.set(versionId, { ...nothing, versionId, owed: { triedAt: 0, left: {} } });
      }
      facts.clear();
    },
  };
}
