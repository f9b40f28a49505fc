import { quietFor } from '@/entrypoints/background/storage/cooldown-rows';
import type { FactRow } from '@/entrypoints/background/storage/rows';
import { place } from '@/entrypoints/background/vault/task/enqueue-intent';
import { reviveLine } from '@/entrypoints/background/vault/task/restore-task';
import { drive } from '@/entrypoints/background/vault/task/run-task';
import { type Context, save } from '@/entrypoints/background/vault/task/task-steps';
import {
  activityOfLine,
  createLine,
  type Line,
  overtakePost,
  rowOfLine,
} from '@/entrypoints/background/vault/task/version-task';
import type { VersionId } from '@/utils/civitai/ids';
import type { Wish } from '@/utils/messages/protocol';
import type { Problem, Result } from '@/utils/problem';
import type { VersionFact } from '@/utils/vault/membership';
import type { VaultItem } from '@/utils/vault/vault-item';
import { createCheckBatch, type Sighting } from './check-batch';
import { HEARTBEAT_MS, LAG_ALLOWANCE_MS } from './constants';
import type { Session, VaultParts } from './ports';
import type { Pace } from './throttle-guard';
import { createLedger } from './usage-tracker';
import { createFacts } from './version-facts';

/** A version a list page told of. */
export type Listed = { versionId: VersionId; item: Sighting['item']; copies?: number };

export type AccountVault = ReturnType<typeof createAccountVault>;

/** The vault of one session, from sign-in to sign-out. `parts` end with it (`untilAborted`). */
export function createAccountVault(parts: VaultParts, session: Session, pace: Pace) {
  const { clock, store } = parts;
  const lines = new Map<VersionId, Line>();
  const facts = createFacts({
    clock,
    activityOf: id => {
      const line = lines.get(id);
      return line && activityOfLine(line);
    },
    postOf: id => lines.get(id)?.post,
  });
  /** Until when (`elapsed()`) checks of which versions say nothing. */
  const quiet = new Map<VersionId, number>();
  // An answer that came before what is stored could not be weighed against what a toggle told an earlier worker.
  const ask = createCheckBatch({ check: ids => ready.then(() => parts.api.check(ids)), clock, onAnswer: learn });
  const context: Context = {
    parts,
    session,
    facts,
    ask,
    announce,
    stayAlive: beat,
    ledger: createLedger(),
    pace,
    notBefore: id => quiet.get(id) ?? 0,
  };
  const ready = load();

  function announce(ids: readonly VersionId[]): void {
    parts.onChange(
      ids.map(id => facts.compose(id)),
      session.session,
    );
  }

  function learn(sightings: ReadonlyMap<VersionId, Sighting>, copies?: ReadonlyMap<VersionId, number>): void {
    const changed: VersionId[] = [];
    const rows: FactRow[] = [];
    const items: VaultItem[] = [];
    for (const [id, sighting] of sightings) {
      const before = facts.compose(id);
      const count = copies?.get(id);
      if (count !== undefined) facts.countCopies(id, count);
      const row = facts.learn(id, sighting);
      if (row) rows.push(row);
      // Who reads the list keeps its items; a check's have nobody else.
      if (row && sighting.item && !sighting.isListed) items.push(sighting.item);
      if (isNews(before, facts.compose(id))) changed.push(id);
    }
    if (rows.length > 0) void store.save(session.session, { facts: rows, items }).catch(() => false);
    if (changed.length > 0) announce(changed);
  }

  async function load(): Promise<void> {
    const stored = await store.load(session.session).catch(() => ({ journal: [], facts: [], quiet: [] }));
    const forgotten = facts.load(stored.facts);
    if (forgotten.length > 0) void store.forget(session.session, forgotten).catch(() => undefined);
    for (const row of stored.quiet) stayQuiet(row.versionId, quietFor(row, clock.now()));
    for (const row of stored.journal) {
      const line = reviveLine(row, clock);
      lines.set(row.versionId, line);
      const { post } = line;
      if (post) context.ledger.revive(row.versionId, post, clock.elapsed());
      if (post?.answer) facts.deafen(row.versionId, clock.elapsed() + LAG_ALLOWANCE_MS - post.ageMs);
      start(line);
    }
  }

  /** Checks of the version say nothing for `ms`, and nothing is sent for it. */
  function stayQuiet(versionId: VersionId, ms: number): void {
    const until = Math.max(clock.elapsed() + ms, quiet.get(versionId) ?? 0);
    quiet.set(versionId, until);
    facts.deafen(versionId, until);
  }

  function overtake(versionId: VersionId): void {
    const line = lines.get(versionId);
    if (!line?.post) return;
    overtakePost(line, line.post, clock.elapsed());
    void save(context, line);
    line.bell?.abort();
  }

  function start(line: Line): void {
    beat();
    void drive(context, line).then(() => {
      if (!rowOfLine(line)) lines.delete(line.versionId);
      beat();
    });
  }

  /** As long as anything is unsettled, the worker is woken even from the dead. */
  function beat(): void {
    clock.wakeAfter(lines.size > 0 ? HEARTBEAT_MS : undefined);
  }

  async function want(wish: Wish): Promise<Result<VersionFact>> {
    await ready;
    return new Promise(settle => {
      const line = lines.get(wish.versionId) ?? createLine(wish.versionId);
      lines.set(wish.versionId, line);
      place(line, { wish, now: clock.now(), elapsed: clock.elapsed(), settle });
      beat();
      // A worker that is killed before anything is sent still knows what was asked.
      void save(context, line).then(() => {
        for (const intent of [line.intent, line.next]) if (intent) intent.isWritten = true;
        announce([wish.versionId]);
        start(line);
      });
    });
  }

  async function look(ids: readonly VersionId[], fresh: boolean): Promise<{ facts: VersionFact[]; problem?: Problem }> {
    const [answer] = await Promise.all([ask(ids, { fresh }), ready]);
    const problem = [...answer.values()].find(seen => !seen.ok);
    const found = ids.map(id => facts.compose(id));
    return problem && !problem.ok ? { facts: found, problem: problem.problem } : { facts: found };
  }

  return {
    session,
    ready,
    want,
    look,
    /** What is known of the versions, without a request. */
    async known(ids: readonly VersionId[]): Promise<VersionFact[]> {
      await ready;
      return ids.map(id => facts.compose(id));
    },
    beat,
    /**
     * A toggle that is not ours has just gone out: checks say nothing, and nothing is sent, until every replica knows of it. What ours
     * was answered is no longer how it is, and must not stand against what checks say from then on.
     */
    toggledElsewhere(versionId: VersionId): void {
      stayQuiet(versionId, LAG_ALLOWANCE_MS);
      const row = { versionId, until: clock.now() + LAG_ALLOWANCE_MS };
      void store.save(session.session, { quiet: row }).catch(() => false);
      void ready.then(() => overtake(versionId));
    },
    /** What a list page says, asked for at `askedAt` (`elapsed()`). */
    async list(listed: readonly Listed[], askedAt: number): Promise<void> {
      await ready;
      const asked = { askedAt, askedOn: clock.now(), isListed: true };
      const counted = listed.flatMap(({ versionId, copies }) =>
        copies === undefined ? [] : [[versionId, copies] as const],
      );
      learn(new Map(listed.map(({ versionId, item }) => [versionId, { item, ...asked }])), new Map(counted));
    },
  };
}

function isNews(before: VersionFact, after: VersionFact): boolean {
  return (
    before.state !== after.state ||
    before.itemId !== after.itemId ||
    before.sizeKb !== after.sizeKb ||
    before.problem !== after.problem
  );
}
