import {
  addHistoryRow,
  clearHistoryRows,
  endHistoryRow,
  readHistoryRows,
} from '@/entrypoints/background/storage/history-rows';
import type { HistoryRow } from '@/entrypoints/background/storage/schema';
import type { VaultEngine } from '@/entrypoints/background/vault/engine';
import type { VersionId } from '@/utils/civitai/ids';
import type { Intent, ItemNames } from '@/utils/messages/protocol';
import { fail, type Result } from '@/utils/problem';
import type { HistoryEntry, HistoryPlace, ShownEntry } from '@/utils/vault/history';
import { isInVault, type VersionFact } from '@/utils/vault/membership';

/** What the history is made of. */
export type HistoryParts = {
  engine: Pick<VaultEngine, 'submit' | 'cachedFacts'>;
  mirror: { itemNames(versionId: VersionId): Promise<ItemNames> };
  session(): Promise<{ session: string } | undefined>;
  /** Epoch ms. */
  now: () => number;
};

export type History = ReturnType<typeof createHistory>;

/** Every removal and addition passes here: it is written down before anything is done, and what came of it after. */
export function createHistory(parts: HistoryParts) {
  const { engine, session } = parts;
  return {
    /** Has the engine carry out an intent. What can't be written down is done all the same. */
    async submit(intent: Intent, place: HistoryPlace): Promise<Result<VersionFact>> {
      const begun = begin(parts, intent, place).catch(() => undefined);
      // A removal has its grace first, and may be taken back at once.
      if (!hasGrace(intent)) await begun;
      const result = await engine.submit(intent);
      const id = await begun;
      const end = hasGrace(intent) && isTakenBack(result) ? 'undone' : endOf(result);
      if (id !== undefined) await endHistoryRow(intent.session, id, end).catch(() => undefined);
      return result;
    },
    /** The `count` newest entries, the newest first, and whose they are. */
    async list(count: number): Promise<{ session?: string; entries: ShownEntry[] }> {
      const current = (await session())?.session;
      if (current === undefined) return { entries: [] };
      const rows = await readHistoryRows(current, count);
      const facts = await engine.cachedFacts(rows.map(row => row.versionId));
      const entries = rows.map((row, at) => show(row, facts[at], rows.slice(0, at)));
      return { session: current, entries };
    },
    async clear(): Promise<void> {
      const current = (await session())?.session;
      if (current !== undefined) await clearHistoryRows(current);
    },
  };
}

async function begin(
  { engine, mirror, now }: HistoryParts,
  intent: Intent,
  place: HistoryPlace,
): Promise<number | undefined> {
  const { versionId, modelId, target } = intent;
  const [names, [fact]] = await Promise.all([mirror.itemNames(versionId), engine.cachedFacts([versionId])]);
  const { modelName, versionName } = target === 'in' ? { ...intent, ...names } : names;
  const sizeKb = fact?.sizeKb;
  const act = target === 'out' && intent.addAgain ? 'again' : target;
  const row: HistoryRow = { at: now(), versionId, act, place };
  if (modelId ?? names.modelId) Object.assign(row, { modelId: modelId ?? names.modelId });
  if (modelName) Object.assign(row, { modelName, versionName });
  if (sizeKb) Object.assign(row, { sizeKb });
  return addHistoryRow(intent.session, row);
}

/** A removal that leads to an addition is sent at once. */
function hasGrace(intent: Intent): boolean {
  return intent.target === 'out' && !intent.addAgain;
}

function isTakenBack(result: Result<VersionFact>): boolean {
  return result.ok && !result.value.problem && result.value.state !== 'out';
}

function endOf(result: Result<VersionFact>): NonNullable<HistoryEntry['end']> {
  const problem = result.ok ? result.value.problem : result.problem;
  return problem && problem.kind !== 'duplicated' ? problem : 'done';
}

/** `newer`: the entries after it. One whose end a killed worker couldn't write has the end that the version's state shows. */
function show(entry: HistoryEntry, fact: VersionFact | undefined, newer: readonly HistoryEntry[]): ShownEntry {
  const isLast = newer.every(({ versionId }) => versionId !== entry.versionId);
  const isIdle = fact !== undefined && !fact.activity;
  const end = entry.end ?? (isLast && isIdle ? endOfState(entry, fact) : undefined);
  const canAdd = isLast && isIdle && end === 'done' && entry.act === 'out' && fact.state === 'out';
  return { ...entry, ...(end && { end }), ...(canAdd && { canAdd }) };
}

function endOfState({ act }: HistoryEntry, fact: VersionFact): HistoryEntry['end'] {
  if (fact.state === 'unknown') return undefined;
  if (isInVault(fact.state) === (act !== 'out')) return 'done';
  return fact.problem ?? fail({ kind: 'not-done', target: act === 'out' ? 'out' : 'in' }).problem;
}
