import { browser } from 'wxt/browser';
import { createSlots } from '@/entrypoints/background/timing/single-flight';
import type { VersionId } from '@/utils/civitai/ids';
import { isRecord } from '@/utils/is-record';
import { openVaultDatabase } from './database';
import type { CooldownRow, FactRow, JournalRow } from './rows';
import type { StoredAccount, VaultedDatabase } from './schema';
import { noteCreation } from './store-age';
import { isRefused, noteSmallStore } from './verdict';

/**
 * What has to outlive the worker where the browser refuses the database. It is in `storage.session`, which no content script can read,
 * and goes when the browser closes; the vault's list and the history are too large for it. `facts`: only of the versions in the journal,
 * whose checks prove nothing yet.
 */
export type SmallStore = { account?: StoredAccount; journal: JournalRow[]; cooldowns: CooldownRow[]; facts: FactRow[] };

const KEY = 'vaulted-small-store';
const inTurn = createSlots(1);

/**
 * Uses the database, or what `otherwise` does where the browser refuses one. Rejects where the database can't be opened for another
 * reason.
 */
export async function withDatabase<T>(
  use: (database: VaultedDatabase) => Promise<T>,
  otherwise: () => T | Promise<T>,
): Promise<T> {
  let database: VaultedDatabase;
  try {
    database = await openVaultDatabase();
  } catch (error) {
    if (isRefused()) return otherwise();
    throw error;
  }
  return use(database);
}

/** Rejects where `storage.session` is refused as well: then there is no place for a key either. */
export async function readSmallStore(): Promise<SmallStore> {
  return (await read()) ?? EMPTY;
}

/** Changes the store, one change at a time. It is kept when this resolves. */
export function changeSmallStore<T>(change: (small: SmallStore) => { next: SmallStore; value: T }): Promise<T> {
  return inTurn(async () => {
    const before = await read();
    // What another store, or this one before the browser closed, knew of what was sent is lost.
    if (!before) await noteCreation(false);
    const { next, value } = change(before ?? EMPTY);
    await browser.storage.session.set({ [KEY]: next });
    return value;
  });
}

type Rows = { journal?: JournalRow; settled?: VersionId; cooldown?: CooldownRow; facts?: readonly FactRow[] };

/** The store after a change of a version's rows at `now` (epoch ms). Most facts are not kept: they can be asked for again. */
export function withRows(small: SmallStore, { journal, settled, cooldown, facts = [] }: Rows, now: number): SmallStore {
  const versionId = journal?.versionId ?? settled;
  const others = small.journal.filter(row => row.versionId !== versionId);
  const rows = journal ? [...others, journal] : others;
  const cooldowns = small.cooldowns.filter(({ versionId: id, until }) => until > now && id !== cooldown?.versionId);
  const former = small.facts.filter(fact => !has(facts, fact.versionId));
  return {
    ...small,
    journal: rows,
    facts: [...former, ...facts].filter(fact => has(rows, fact.versionId)),
    cooldowns: cooldown ? [...cooldowns, cooldown] : cooldowns,
  };
}

function has(rows: readonly { versionId: VersionId }[], versionId: VersionId): boolean {
  return rows.some(row => row.versionId === versionId);
}

const EMPTY: SmallStore = { journal: [], cooldowns: [], facts: [] };

async function read(): Promise<SmallStore | undefined> {
  const stored: unknown = (await browser.storage.session.get(KEY))[KEY];
  noteSmallStore();
  return isSmallStore(stored) ? stored : undefined;
}

function isSmallStore(value: unknown): value is SmallStore {
  return isRecord(value) && [value.journal, value.cooldowns, value.facts].every(Array.isArray);
}
