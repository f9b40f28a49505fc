import { type Connection, sessionOf } from '@/utils/account/account';
import type { CivitaiTarget } from '@/utils/civitai/civitai-url';
import type { ModelId, VersionId } from '@/utils/civitai/ids';
import { onAnnouncement } from '@/utils/messages/announcements';
import { ask } from '@/utils/messages/ask';
import type { Announcement } from '@/utils/messages/protocol';
import { modelVersions, refreshIfStale, userSettings, versionAvailability } from '@/utils/messages/rows/requests';
import type { Problem, Result } from '@/utils/problem';
import { DEFAULT_SETTINGS, type Settings } from '@/utils/settings/settings';
import type { ModelFact, VersionFact } from '@/utils/vault/membership';
import type { ModelVersions, VersionAvailability } from '@/utils/vault/version-availability';
import {
  createFactCache,
  expireRequests,
  type FactCache,
  type Need,
  setConnection,
  storeFacts,
  storeNews,
} from './fact-cache';
import { createModelsCache, isModelAwaited, type ModelsCache, requestModels, setModelsSession } from './models-cache';
import { createOutbox } from './outbox';
import { type Change, createRequestQueue } from './request-queue';

/** Every page's side of the vault: what is known here, and how to request more. */
export type PageClient = {
  connection(): Connection | undefined;
  /** The user's choices; the defaults until the worker has said them. */
  settings(): Settings;
  fact(versionId: VersionId): VersionFact | undefined;
  model(modelId: ModelId): ModelFact | undefined;
  /** True while the first answer about it is on its way: a mark drawn before that would be gone in a blink. */
  isAwaited(target: CivitaiTarget): boolean;
  /** Why the last check failed, until one succeeds; of one version where that is named. */
  problem(versionId?: VersionId): Problem | undefined;
  /** Requests each version once, together with all others of this moment; `need`: 1 where it is left out. */
  requestVersions(versionIds: readonly VersionId[], need?: Need): void;
  /** Requests models from what this browser knows; the site is never asked. */
  requestModels(modelIds: readonly ModelId[]): void;
  /**
   * Lets versions be requested again that were requested more than a minute ago (with `isAll`, all), and reads the settings if they
   * are not known. In a visible tab the worker brings an old mirror up to date as well. To be called once at the start.
   */
  refreshStale(isAll?: boolean): void;
  /** The next request of this version is a check, however recently it was confirmed. */
  invalidate(versionId: VersionId): void;
  /** Takes over what the worker has just said of a version. */
  learn(fact: VersionFact): void;
  /** `isFresh`: an answer that was looked up before is not enough. */
  modelVersions(modelId: ModelId, isFresh?: boolean): Promise<Result<ModelVersions>>;
  versionAvailability(versionId: VersionId): Promise<Result<VersionAvailability>>;
};

const refresh = (): void => void ask(refreshIfStale);

/** Connects the page to the worker. `changed` is called when something on screen may have changed; without an argument, everything may have. */
export function createClient(changed: (change?: Change) => void, signal: AbortSignal): PageClient {
  const enqueue = createOutbox(signal);
  const models = createModelsCache(
    modelIds => changed({ versionIds: [], modelIds: modelIds ?? [], isStale: !modelIds }),
    enqueue,
    signal,
  );
  const cache = createFactCache(session => setModelsSession(models, session));
  const queue = createRequestQueue({ cache, enqueue, changed, signal });
  let settings: Settings | undefined;
  const readSettings = async (): Promise<void> => {
    const answer = await ask(userSettings);
    if (!answer.ok || signal.aborted) return;
    settings = answer.value;
    changed();
  };
  onAnnouncement(announcement => {
    if (announcement.announce === 'settings') settings = announcement.settings;
    hearAnnouncement(announcement, cache, models, changed);
  }, signal);
  return {
    connection: () => cache.connection,
    settings: () => settings ?? DEFAULT_SETTINGS,
    fact: versionId => cache.facts.get(versionId),
    model: modelId => models.facts.get(modelId),
    isAwaited: ({ versionId, modelId }) =>
      versionId === undefined ? modelId !== undefined && isModelAwaited(models, modelId) : queue.isAwaited(versionId),
    problem: versionId => (versionId === undefined ? cache.problem : cache.failures.get(versionId)),
    requestVersions: queue.request,
    requestModels: modelIds => requestModels(models, modelIds),
    invalidate: queue.invalidate,
    refreshStale(isAll = false) {
      models.refreshSoon();
      expireRequests(cache, isAll);
      // Cards come a moment after the page: the worker is awake by then, and their marks need one answer less.
      queue.connect();
      if (isAll || !settings) enqueue(readSettings, true);
      if (document.visibilityState === 'visible') enqueue(refresh, true);
    },
    learn(fact) {
      storeFacts(cache, [fact]);
      changed();
    },
    modelVersions: (modelId, isFresh = false) => ask(modelVersions, { modelId, isFresh }),
    versionAvailability: versionId => ask(versionAvailability, { versionId }),
  };
}

function hearAnnouncement(
  announcement: Announcement,
  cache: FactCache,
  models: ModelsCache,
  changed: (change?: Change) => void,
): void {
  if (announcement.announce === 'facts') {
    if (announcement.session !== sessionOf(cache.connection)) return;
    storeNews(cache, announcement.facts);
    models.refreshSoon();
    changed({ versionIds: announcement.facts.map(fact => fact.versionId), modelIds: [] });
    return;
  }
  if (announcement.announce === 'connection') setConnection(cache, announcement.connection);
  if (announcement.announce === 'sync') models.refreshSoon();
  changed();
}
