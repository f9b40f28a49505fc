import type { Mirror } from '@/entrypoints/background/mirror/mirror';
import type { VaultEngine } from '@/entrypoints/background/vault/engine';
import { isModelId, isVersionId } from '@/utils/civitai/ids';
import { isRecord } from '@/utils/is-record';
import { type Intent, MAX_NAME_LENGTH, type VersionsAsked } from '@/utils/messages/protocol';
import { cachedVersions, checkVersions, submitIntent, toggledBySite } from '@/utils/messages/requests';
import { type AnswerParts, answerCachedVersions, answerCheck } from './answer-versions';
import { endpoint } from './endpoint';
import { hasVersionId, hasVersionIds, isOptionalFlag } from './guards';

export type VersionServices = AnswerParts & {
  engine: Pick<VaultEngine, 'submit' | 'toggledElsewhere'>;
  mirror: Pick<Mirror, 'rememberModel'>;
};

/** What is known of versions, and what the user wants of them. */
export function versionEndpoints(services: VersionServices) {
  const { engine, mirror } = services;
  return [
    endpoint(cachedVersions, hasVersionIds, ({ versionIds }) => answerCachedVersions(services, versionIds)),
    endpoint(checkVersions, isVersionsAsked, asked => answerCheck(services, asked)),
    endpoint(submitIntent, isIntent, intent => {
      mirror.rememberModel(intent);
      return engine.submit(intent);
    }),
    endpoint(toggledBySite, hasVersionId, async ({ versionId }) => void (await engine.toggledElsewhere(versionId))),
  ];
}

function isVersionsAsked(arg: unknown): arg is VersionsAsked {
  return hasVersionIds(arg) && (!('isFresh' in arg) || isOptionalFlag(arg.isFresh));
}

function isIntent(arg: unknown): arg is Intent {
  return (
    isRecord(arg) &&
    isVersionId(arg.versionId) &&
    typeof arg.session === 'string' &&
    (arg.modelId === undefined || isModelId(arg.modelId)) &&
    isName(arg.modelName) &&
    isName(arg.versionName) &&
    (arg.target === 'in' ||
      (arg.target === 'out' &&
        typeof arg.confirmedAt === 'number' &&
        (arg.addAgain === undefined || arg.addAgain === true)))
  );
}

/** True for a name that may be left out: a page's words, and so bounded. */
function isName(name: unknown): boolean {
  return name === undefined || (typeof name === 'string' && name.length <= MAX_NAME_LENGTH);
}
