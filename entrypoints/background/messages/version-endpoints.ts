import type { Mirror } from '@/entrypoints/background/mirror/mirror';
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
} from '@/utils/messages/requests';
import { type AnswerParts, answerCachedVersions, answerCheck } from './answer-versions';
import { endpoint, type From } from './endpoint';
import { hasVersionId, hasVersionIds, isOptionalFlag, isOptionalPoint } from './guards';

export type VersionServices = AnswerParts & {
  engine: Pick<VaultEngine, 'submit' | 'dismissOwed' | 'toggledElsewhere'>;
  mirror: Pick<Mirror, 'rememberModel'>;
  removals: Pick<SiteRemovals, 'submit'>;
};

/** What is known of versions, and what the user wants of them. */
export function versionEndpoints(services: VersionServices) {
  const { engine, mirror, removals } = services;
  const submit = (intent: Intent, { caller, tabId }: From) => {
    mirror.rememberModel(intent);
    if (caller === 'site' && intent.target === 'out') return removals.submit(intent, tabId);
    return engine.submit(intent);
  };
  return [
    endpoint(cachedVersions, hasVersionIds, ({ versionIds }) => answerCachedVersions(services, versionIds)),
    endpoint(checkVersions, isVersionsAsked, asked => answerCheck(services, asked)),
    endpoint(submitIntent, isPlainIntent, submit),
    endpoint(reAdd, isReAdd, submit),
    endpoint(dismissOwed, hasVersionId, async ({ versionId }) => void (await engine.dismissOwed(versionId))),
    endpoint(toggledBySite, hasVersionId, async ({ versionId }) => void (await engine.toggledElsewhere(versionId))),
  ];
}

function isVersionsAsked(arg: unknown): arg is VersionsAsked {
  return hasVersionIds(arg) && (!('isFresh' in arg) || isOptionalFlag(arg.isFresh));
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
