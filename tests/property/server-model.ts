export type Row = { id: number; version: number };
type Effect = 'added' | 'removed' | 'nothing';
export type Commit = {
  at: number;
  version: number;
  /** `browser`: what it sent a second time by itself. */
  by: 'us' | 'another' | 'browser';
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

/**
 * The server as far as one vault is concerned, written from the facts about it and not from the extension (site-facts.md F.0, F.4,
 * F.5). There are rows in a primary, and a replica that shows an older state; a toggle looks at the replica and changes the primary.
 */
export function createServerModel(now: () => number, initial: readonly number[]) {
  const { versions, rowsAt, set } = createHistory();
  const commits: Commit[] = [];
  let nextId = 1_000;

  for (const version of initial) set(version, [{ id: nextId++, version }], Number.NEGATIVE_INFINITY);

  const rows = (version: number) => rowsAt(version, now());
  const sizeKb = (version: number) => 1_000 * version;

  return {
    commits,
    rows,
    rowsAt,
    /** A check that reaches the replica now. */
    check: (version: number, lagMs: number) => rowsAt(version, now() - lagMs)[0] ?? null,
    /** The version's rows in a page of the list that reaches the replica now. */
    list: (version: number, lagMs: number) => rowsAt(version, now() - lagMs),
    /** The quota, from the primary. */
    vault: () => ({
      userId: 7,
      storageKb: CAPACITY_KB,
      usedStorageKb: versions().reduce((sum, version) => sum + rows(version).length * sizeKb(version), 0),
      updatedAt: '2026-01-01T00:00:00.000Z',
    }),
    /** A toggle that is carried out now. Its answer is the id of the new row, or none for a removal. */
    toggle(version: number, lagMs: number, by: Commit['by']): { itemId?: number } {
      const before = rows(version);
      const seesSome = rowsAt(version, now() - lagMs).length > 0;
      const after = seesSome ? [] : [...before, { id: nextId++, version }];
      const effect = !seesSome ? 'added' : before.length > 0 ? 'removed' : 'nothing';
      set(version, after, now());
      commits.push({ at: now(), version, by, effect, rowsBefore: before.length, rowsAfter: after.length });
      const added = seesSome ? undefined : after.at(-1);
      return added ? { itemId: added.id } : {};
    },
  };
}

/** The rows of every version at any moment. */
function createHistory() {
  const history = new Map<number, { since: number; rows: Row[] }[]>();
  return {
    versions: () => [...history.keys()],
    rowsAt: (version: number, at: number): Row[] =>
      history.get(version)?.findLast(({ since }) => since <= at)?.rows ?? [],
    set(version: number, rows: Row[], since: number): void {
      const past = history.get(version) ?? [{ since: Number.NEGATIVE_INFINITY, rows: [] }];
      past.push({ since, rows });
      history.set(version, past);
    },
  };
}
