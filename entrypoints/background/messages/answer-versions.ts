import type { Account } from '@/entrypoints/background/account/account';
import { signedInOf } from '@/entrypoints/background/account/account-store';
import type { Mirror } from '@/entrypoints/background/mirror/mirror';
import type { PageChecks } from '@/entrypoints/background/page-budget/page-checks';
import { storageProblem } from '@/entrypoints/background/storage/verdict';
import type { VaultEngine } from '@/entrypoints/background/vault/engine';
import type { Connection } from '@/utils/account/account';
import { isOlderThan } from '@/utils/age';
import type { ModelId, VersionId } from '@/utils/civitai/ids';
import {
  type CachedModels,
  type CachedPart,
  FIRST_ITEMS,
  ITEMS_AT_ONCE,
  type VersionsAnswer,
  type VersionsAsked,
} from '@/utils/messages/protocol';
import type { VersionFact } from '@/utils/vault/membership';
import type { From } from './endpoint';

/** A version that was confirmed so recently is not checked again. */
const RECHECK_AFTER_MS = 60_000;

export type AnswerParts = {
  account: Pick<Account, 'connection'>;
  engine: Pick<VaultEngine, 'check' | 'cachedFacts'>;
  mirror: Pick<Mirror, 'byVersions' | 'addMirrorFacts' | 'isCurrent'>;
  /** The checks of pages of the site, which have a budget. */
  pageChecks: PageChecks;
  now: () => number;
};

/** Answers a page without a request: who is signed in, and what is known of its versions. */
export function answerCachedVersions(
  { account, mirror }: Pick<AnswerParts, 'account'> & { mirror: Pick<Mirror, 'byVersions'> },
  versionIds: readonly VersionId[],
): Promise<VersionsAnswer> {
  return inSession(account, versionIds, async () => ({ facts: await mirror.byVersions(versionIds) }));
}

/** Answers a page without a request: what is known of models. */
export async function answerCachedModels(
  { account, mirror }: { account: Pick<Account, 'connection'>; mirror: Pick<Mirror, 'byModels'> },
  modelIds: readonly ModelId[],
): Promise<CachedModels> {
  const { session, value } = await whileSignedIn(account, () => mirror.byModels(modelIds));
  return session !== undefined && value ? { session, models: value } : { models: [] };
}

/** Answers a page without a request: a part of the vault. */
export async function answerCachedItems(
  services: {
    account: Pick<Account, 'connection'>;
    engine: Pick<VaultEngine, 'cachedFacts' | 'owed'>;
    mirror: Pick<Mirror, 'part' | 'status'>;
  },
  before?: number,
): Promise<CachedPart> {
  const { account, engine, mirror } = services;
  const { session, value } = await whileSignedIn(account, async () => {
    const count = before === undefined ? FIRST_ITEMS : ITEMS_AT_ONCE;
    const [part, status] = await Promise.all([mirror.part(count, before), mirror.status()]);
    const facts = await engine.cachedFacts(part.items.map(item => item.modelVersionId));
    const owed = before === undefined ? await engine.owed() : [];
    return { ...part, facts: [...owed, ...facts.filter(fact => fact.activity || fact.problem)], status };
  });
  if (session !== undefined && value) return { session, ...value };
  return { items: [], facts: [], status: { kind: 'never' }, unread: 0 };
}

/**
 * Answers a page: who is signed in, and what the vault says of its versions. A check names all that need one as soon as one of them was
 * not confirmed within the last minute; a current mirror answers for the others. Without a key nothing is asked.
 */
export function answerCheck(parts: AnswerParts, asked: VersionsAsked, from: From): Promise<VersionsAnswer> {
  const { account, engine, mirror } = parts;
  const { versionIds, isFresh = false } = asked;
  return inSession(account, versionIds, async () => {
    const known = await engine.cachedFacts(versionIds);
    const due = await dueOf(parts, asked, known);
    const checked = due.length > 0 ? await check(parts, due, isFresh, from) : undefined;
    const found = new Map(checked?.facts.map(fact => [fact.versionId, fact]));
    const facts = await mirror.addMirrorFacts(known.map(fact => found.get(fact.versionId) ?? fact));
    return { facts, ...(checked?.problem && { problem: checked.problem }) };
  });
}

function check({ engine, pageChecks }: AnswerParts, ids: VersionId[], isFresh: boolean, { caller, tabId }: From) {
  return caller === 'site' ? pageChecks(tabId, ids, isFresh) : engine.check(ids, isFresh);
}

/** The versions that have to be asked for. */
async function dueOf(
  { mirror, now }: AnswerParts,
  { versionIds, isFresh, confirm = versionIds }: VersionsAsked,
  known: readonly VersionFact[],
): Promise<VersionId[]> {
  const ids = new Set((await mirror.isCurrent()) ? confirm : versionIds);
  const isOld = ({ confirmedAt = 0 }: VersionFact) => isOlderThan(RECHECK_AFTER_MS, confirmedAt, now());
  return isFresh || known.some(fact => ids.has(fact.versionId) && isOld(fact)) ? [...ids] : [];
}

async function inSession(
  account: Pick<Account, 'connection'>,
  versionIds: readonly VersionId[],
  answer: () => Promise<Omit<VersionsAnswer, 'connection'>>,
): Promise<VersionsAnswer> {
  const { connection, value } = await whileSignedIn(account, async () => versionIds.length > 0 && answer());
  return { connection, ...(value || { facts: [] }) };
}

/**
 * The answer and whose it is. Without a key there is none, and none that a sign-out or another key has overtaken: it is of another
 * vault.
 */
async function whileSignedIn<T>(
  account: Pick<Account, 'connection'>,
  answer: () => Promise<T>,
): Promise<{ connection: Connection; session?: string; value?: T }> {
  const before = signedInOf(await connectionNow(account));
  const value = before && (await answer());
  const connection = await connectionNow(account);
  const session = signedInOf(connection)?.session;
  return value !== undefined && session !== undefined && session === before?.session
    ? { connection, session, value }
    : { connection };
}

/** A page whose marks can't be known is told why; any other failure is none of the store's. */
async function connectionNow(account: Pick<Account, 'connection'>): Promise<Connection> {
  try {
    return await account.connection();
  } catch (error) {
    const problem = storageProblem();
    if (!problem) throw error;
    return { kind: 'no-store', problem };
  }
}
