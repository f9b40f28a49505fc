import type { Account } from '@/entrypoints/background/account/account';
import { signedInOf } from '@/entrypoints/background/account/account-store';
import { readFigures } from '@/entrypoints/background/account/figures';
import type { History } from '@/entrypoints/background/history/history';
import type { Mirror } from '@/entrypoints/background/mirror/mirror';
import { type Budget, createStoredBudget } from '@/entrypoints/background/timing/budget';
import { storedSnapshot } from '@/utils/account/snapshot';
import { isOlderThan } from '@/utils/age';
import type { VersionId } from '@/utils/civitai/ids';
import type { OwnGroundAnswer, RemovalAsked, WhyAsked } from '@/utils/messages/own-ground';
import type { Intent } from '@/utils/messages/protocol';
import { fail, ok, type Problem, type Result } from '@/utils/problem';
import type { VersionFact } from '@/utils/vault/membership';
import { type ForeseeParts, foreseeRemoval } from './foresee-removal';
import { JUST_KNOWN_MS, lookUpPutBack, type PutBackParts } from './look-up-put-back';
import { createOwnGround, type OwnGround } from './own-ground';

/** So many removals all tabs of the site together can confirm by themselves: more than a user presses, and little for a hostile page. */
const IN_PAGES = [
  { most: 10, withinMs: 60_000 },
  { most: 60, withinMs: 60 * 60_000 },
];

/** An intent to remove a version. */
export type RemovalIntent = Extract<Intent, { target: 'out' }>;

export type RemovalParts = Pick<PutBackParts, 'apiOf'> & {
  availability: PutBackParts['availability'] & ForeseeParts['availability'];
  account: Pick<Account, 'connection' | 'refresh'>;
  engine: PutBackParts['engine'];
  history: Pick<History, 'submit'>;
  mirror: Pick<Mirror, 'byVersions' | 'countCopies' | 'itemsOf'>;
  /** Epoch ms. */
  now: () => number;
};

type Deciding = RemovalParts & PutBackParts & { budget: Budget; ownGround: OwnGround };

export type SiteRemovals = ReturnType<typeof createSiteRemovals>;

/**
 * What a page of the site asks to have removed. A page is not a person: it can confirm only what can be put back, and little of that; the
 * user confirms the rest on the extension's own ground.
 */
export function createSiteRemovals(parts: RemovalParts) {
  const budget = createStoredBudget('vaulted-removals', IN_PAGES, parts.now);
  // Ten removals in a minute share what is asked of the account: it may be as old as where "Keep one" begins, and no older. After a change
  // whose end is uncertain it is asked anew: whether the version fits again must not be a guess.
  const refresh = async () => {
    if ((await storedSnapshot.getValue())?.usage === 'outdated') return parts.account.refresh();
    const session = signedInOf(await parts.account.connection())?.session;
    return readFigures(session, parts.account.refresh, parts.now(), true);
  };
  const account = { ...parts.account, refresh };
  const lookUps = { ...parts, account, countCopies: parts.mirror.countCopies, itemsOf: parts.mirror.itemsOf };
  const deciding: Deciding = { ...lookUps, budget, ownGround: createOwnGround(parts) };
  return {
    ownGround: deciding.ownGround,
    /** A removal that the user has confirmed in the page, as the page says. */
    submit: (intent: RemovalIntent, fromTab: number | undefined) => submitRemoval(deciding, intent, fromTab),
    /** A removal that the page doesn't claim to be confirmed. */
    ask: ({ why, ...asked }: RemovalAsked, fromTab: number | undefined) =>
      askRemoval(deciding, asked, { kind: why ?? 'press' }, fromTab),
    /** Where a removal will be confirmed, before the user is asked anything. */
    foresee: (about: Pick<RemovalAsked, 'session' | 'versionId'>) => foreseeRemoval(lookUps, budget, about),
    /** Whether the version could be put back: looked up now, the account at most ten seconds ago. */
    verdict: (session: string, versionId: VersionId) => lookUpPutBack(lookUps, session, versionId),
  };
}

async function submitRemoval(
  deciding: Deciding,
  intent: RemovalIntent,
  fromTab: number | undefined,
): Promise<Result<VersionFact>> {
  const { history, budget, now } = deciding;
  const isTaken = await isTakenBack(deciding, intent.versionId);
  const why = isTaken ? undefined : await whyOwnGround(deciding, intent, (await budget.take()) === 0);
  // The page's clock may be any: no confirmation holds for longer than from now.
  if (!why) return history.submit({ ...intent, confirmedAt: Math.min(intent.confirmedAt, now()) }, 'site');
  // No answer of the user's would help.
  if ('problem' in why && why.problem.kind === 'key-refused') return fail(why.problem);
  const answer = await askRemoval(deciding, aboutOf(intent), why, fromTab);
  if (!answer.ok) return answer;
  const { outcome, ...until } = answer.value;
  if (outcome !== 'not-in-vault') return fail({ kind: 'asked-elsewhere', outcome, ...until });
  const [fact] = await deciding.mirror.byVersions([intent.versionId]);
  return fact ? ok(fact) : fail({ kind: 'unexpected' });
}

/** True while the version is on its way into the vault, and was certainly not there a moment before: nothing can be lost. */
async function isTakenBack({ engine, now }: Deciding, versionId: VersionId): Promise<boolean> {
  const [fact] = await engine.cachedFacts([versionId]);
  const isOnItsWay = fact?.state === 'out' && fact.activity?.target === 'in';
  // Another device may have added since what was known for days.
  return isOnItsWay && !isOlderThan(JUST_KNOWN_MS, fact.asOf, now());
}

/** Why the page's confirmation is not enough; `undefined`: it is. The budget is used up by look-ups as well: they are requests. */
async function whyOwnGround(
  deciding: Deciding,
  { session, versionId }: RemovalIntent,
  isInBudget: boolean,
): Promise<WhyAsked | undefined> {
  if (!isInBudget) return { kind: 'many' };
  const verdict = await lookUpPutBack(deciding, session, versionId);
  return verdict.can ? undefined : verdict.why;
}

function aboutOf({ session, versionId, modelId, pressedAt }: RemovalIntent): RemovalAsked {
  return { session, versionId, ...(modelId !== undefined && { modelId }), ...(pressedAt && { pressedAt }) };
}

async function askRemoval(
  { account, mirror, ownGround }: Deciding,
  asked: Omit<RemovalAsked, 'why'>,
  why: WhyAsked,
  fromTab: number | undefined,
): Promise<Result<OwnGroundAnswer>> {
  const connection = signedInOf(await account.connection());
  const refusal = refusalOf(connection, asked.session);
  if (refusal) return fail(refusal);
  const [fact] = await mirror.byVersions([asked.versionId]);
  if (fact?.state === 'out' && !fact.activity) return ok({ outcome: 'not-in-vault' });
  return ok(await ownGround.ask({ ...asked, why, fromTab }));
}

/** What the engine would say as well: such a removal needs no question. */
function refusalOf(connection: ReturnType<typeof signedInOf>, session: string): Problem | undefined {
  if (!connection) return { kind: 'not-signed-in' };
  if (connection.session !== session) return { kind: 'other-session' };
  if (connection.isLogin) return { kind: 'needs-key' };
  return connection.canWrite ? undefined : { kind: 'read-only-key' };
}
