import { accountFor } from '@/entrypoints/background/account/private-window';
import type { History } from '@/entrypoints/background/history/history';
import type { Mirror } from '@/entrypoints/background/mirror/mirror';
import type { SiteAdditions } from '@/entrypoints/background/page-budget/site-additions';
import { createSiteToggles } from '@/entrypoints/background/page-budget/site-toggles';
import type { SiteRemovals } from '@/entrypoints/background/removal/site-removals';
import type { VaultEngine } from '@/entrypoints/background/vault/engine';
import { isModelId, isVersionId } from '@/utils/civitai/ids';
import { isRecord } from '@/utils/is-record';
import { type Intent, MAX_NAME_LENGTH, type ReAdd, type VersionsAsked } from '@/utils/messages/protocol';
import {
  cachedVersions,
  checkVersions,
  dismissOwed,
  reAdd,
  submitIntent,
  toggledBySite,
} from '@/utils/messages/rows/requests';
import { fail } from '@/utils/problem';
import { isNeed } from '@/utils/vault/fit';
import { type AnswerParts, answerCachedVersions, answerCheck } from './answer-versions';
import { endpoint, type From } from './endpoint';
import { hasVersionId, hasVersionIds, isListOf, isOptionalFlag, isOptionalPoint } from './guards';

export type VersionServices = AnswerParts & {
  engine: Pick<VaultEngine, 'dismissOwed' | 'toggledElsewhere'>;
  history: Pick<History, 'submit'>;
  mirror: Pick<Mirror, 'rememberModel'>;
  additions: SiteAdditions;
  removals: Pick<SiteRemovals, 'submit'>;
};

/** What is known of versions, and what the user wants of them. */
export function versionEndpoints(services: VersionServices) {
  const { engine, history, mirror, removals, now } = services;
  const takeToggle = createSiteToggles(engine, now);
  const submit = (intent: Intent, { caller, place, tabId }: From) => {
    mirror.rememberModel(intent);
    if (caller !== 'site') return history.submit(intent, place);
    return intent.target === 'out' ? removals.submit(intent, tabId) : add(services, intent);
  };
  return [
    endpoint(cachedVersions, hasVersionIds, ({ versionIds }, from) =>
      answerCachedVersions({ ...services, account: accountFor(services.account, from) }, versionIds),
    ),
    endpoint(checkVersions, isVersionsAsked, (asked, from) =>
      answerCheck({ ...services, account: accountFor(services.account, from) }, asked, from),
    ),
    endpoint(submitIntent, isPlainIntent, submit),
    endpoint(reAdd, isReAdd, submit),
    endpoint(dismissOwed, hasVersionId, async ({ versionId }) => void (await engine.dismissOwed(versionId))),
    endpoint(toggledBySite, hasVersionId, async ({ versionId }) => void (await takeToggle(versionId))),
  ];
}

/** Adds what a page of the site asks for, within its budget. */
async function add({ history, additions }: VersionServices, intent: Extract<Intent, { target: 'in' }>) {
  const problem = await additions.take(intent.isOfList === true);
  return problem ? fail(problem) : history.submit(intent, 'site');
}

function isVersionsAsked(arg: unknown): arg is VersionsAsked {
  if (!isRecord(arg)) return false;
  const { confirm, isFresh } = arg;
  return hasVersionIds(arg) && (confirm === undefined || isListOf(confirm, isVersionId)) && isOptionalFlag(isFresh);
}

function isIntent(arg: unknown): arg is Record<string, unknown> {
  return (
    isRecord(arg) &&
    isVersionId(arg.versionId) &&
    typeof arg.session === 'string' &&
    (arg.modelId === undefined || isModelId(arg.modelId)) &&
    isName(arg.modelName) &&
    isName(arg.versionName) &&
    isOptionalPoint(arg.pressedAt) &&
    (arg.need === undefined || isNeed(arg.need)) &&
    (arg.isOfList === undefined || arg.isOfList === true) &&
    (arg.target === 'in' || (arg.target === 'out' && typeof arg.confirmedAt === 'number'))
  );
}

/** True for a name that may be left out: a page's words, and so bounded. */
function isName(name: unknown): boolean {
  return name === undefined || (typeof name === 'string' && name.length <= MAX_NAME_LENGTH);
}

function isPlainIntent(arg: unknown): arg is Intent {
  return isIntent(arg) && arg.addAgain === undefined;
}

function isReAdd(arg: unknown): arg is ReAdd {
  return isIntent(arg) && arg.target === 'out' && arg.addAgain === true;
}
