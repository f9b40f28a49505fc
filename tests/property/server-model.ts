/**
 * The server as far as one vault is concerned, written from the facts about it and not from the extension: rows in a primary, a
 * replica that shows an older state, and a toggle that looks at the replica and changes the primary (site-facts.md F.0, F.4, F.5).
 */
export type Row = { id: number; version: number };
export type Effect = 'added' | 'removed' | 'nothing';
export type Commit = {
  at: number;
  version: number;
  by: 'us' | 'another';
  effect: Effect;
  rowsBefore: number;
  rowsAfter: number;
};

/** Longest lag of the model; the engine's allowance has to be longer. */
export const MAX_LAG_MS = 10_000;

/** A request takes effect within this time of being sent, or never. */
export const MAX_COMMIT_MS = 29_900;

const CAPACITY_KB = 1_000_000;

export type ServerModel = ReturnType<typeof createServerModel>;

export function createServerModel(now: () => number, initial: readonly number[]) {
  const history = new Map<number, { since: number; rows: Row[] }[]>();
  const commits: Commit[] = [];
  let nextId = 1_000;

  for (const version of initial) set(version, [{ id: nextId++, version }], Number.NEGATIVE_INFINITY);

  function set(version: number, rows: Row[], since = now()): void {
    const past = history.get(version) ?? [{ since: Number.NEGATIVE_INFINITY, rows: [] }];
    past.push({ since, rows });
    history.set(version, past);
  }

  /** The rows of a version as they were at a moment. */
  function rowsAt(version: number, at: number): Row[] {
    return history.get(version)?.findLast(({ since }) => since <= at)?.rows ?? [];
  }

  const rows = (version: number) => rowsAt(version, now());
  const sizeKb = (version: number) => 1_000 * version;

  return {
    commits,
    rows,
    rowsAt,
    sizeKb,
    /** A check that reaches the replica now. */
    check: (version: number, lagMs: number) => rowsAt(version, now() - lagMs)[0] ?? null,
    /** The quota, from the primary. */
    vault: () => ({
      userId: 7,
      storageKb: CAPACITY_KB,
      usedStorageKb: [...history.keys()].reduce((sum, version) => sum + rows(version).length * sizeKb(version), 0),
      updatedAt: '2026-01-01T00:00:00.000Z',
    }),
    /** A toggle that is carried out now. Its answer is the id of the new row, or none for a removal. */
    toggle(version: number, lagMs: number, by: Commit['by']): { itemId?: number } {
      const before = rows(version);
      const seesSome = rowsAt(version, now() - lagMs).length > 0;
      const after = seesSome ? [] : [...before, { id: nextId++, version }];
      const effect = !seesSome ? 'added' : before.length > 0 ? 'removed' : 'nothing';
      set(version, after);
      commits.push({ at: now(), version, by, effect, rowsBefore: before.length, rowsAfter: after.length });
      const added = seesSome ? undefined : after.at(-1);
      return added ? { itemId: added.id } : {};
    },
  };
}
