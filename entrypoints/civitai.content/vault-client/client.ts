import { type Connection, sessionOf } from '@/utils/account/account';
import type { CivitaiTarget } from '@/utils/civitai/civitai-url';
import type { ModelId, VersionId } from '@/utils/civitai/ids';
import { onAnnouncement } from '@/utils/messages/announcements';
import type { FreeSpace, Intent, ItemNames } from '@/utils/messages/protocol';
import { send } from '@/utils/messages/send';
import type { Problem, Result } from '@/utils/problem';
import { DEFAULT_SETTINGS, type Settings } from '@/utils/settings/settings';
import type { ModelFact, VersionFact } from '@/utils/vault/membership';
import type { ModelVersions, VersionAvailability } from '@/utils/vault/version-availability';
import { createModelsCache } from './models-cache';
import { createOutbox } from './outbox';
import { retryAt } from './retry-at';
import { takeIds } from './take';

/** How long after the first id the rest of the moment may join the same request. */
const COLLECT_MS = 30;
/** A version confirmed within this time is not asked about again. */
const RECHECK_AFTER_MS = 60_000;

/** What may have changed on screen. */
export type Change = { versionIds: readonly VersionId[]; modelIds: readonly ModelId[] };

/** The page's side of the vault: what is known here, and how to ask and submit intents. */
export type Client = {
  connection(): Connection | undefined;
  settings(): Settings;
  fact(versionId: VersionId): VersionFact | undefined;
  model(modelId: ModelId): ModelFact | undefined;
  /** True while the first word about it is on its way: what is shown before that would be gone in a blink. */
  isAwaited(target: CivitaiTarget): boolean;
  /** Why the last look could not answer, until one can; of one version where that is named. */
  problem(versionId?: VersionId): Problem | undefined;
  /** Makes sure that the versions are asked about once, together with all others of this moment. */
  ask(versionIds: readonly VersionId[]): void;
  /** Models that have come on screen: told from what the browser knows, never by a request. */
  askModels(modelIds: readonly ModelId[]): void;
  /**
   * An occasion to ask again about what was confirmed more than a minute ago, and for the user's choices where nobody has told them
   * yet; with `all`, about everything. To be called once at the start. In a tab that is in
   * front, what is known of the whole vault is brought up to date as well where it is old.
   */
  refreshStale(all?: boolean): void;
  /** The site's own button has just toggled the version. */
  reportToggled(versionId: VersionId): void;
  /** The next `ask` asks about this version again, however recently it was confirmed. */
  forget(versionId: VersionId): void;
  submit(intent: Intent): Promise<Result<VersionFact>>;
  modelVersions(modelId: ModelId): Promise<Result<ModelVersions>>;
  versionAvailability(versionId: VersionId): Promise<Result<VersionAvailability>>;
  /** What the vault itself calls a version. */
  itemNames(versionId: VersionId): Promise<Result<ItemNames>>;
  freeSpace(): Promise<Result<FreeSpace>>;
  openSignIn(): void;
};

/** Connects the page to the background. `changed` is called after something that may be on screen has changed; without a word of what, everything may have. */
export function createClient(changed: (change?: Change) => void, signal: AbortSignal): Client {
  const facts = new Map<VersionId, VersionFact>();
  const askedAt = new Map<VersionId, number>();
  const pending = new Set<VersionId>();
  const unseen = new Set<VersionId>();
  const open = new Set<VersionId>();
  const doubted = new Set<VersionId>();
  const failed = new Map<VersionId, Problem>();
  const post = createOutbox(signal);
  const models = createModelsCache(modelIds => changed(modelIds && { versionIds: [], modelIds }), post, signal);
  let settings: Settings | undefined;
  let connection: Connection | undefined;
  let problem: Problem | undefined;
  let isGreeting = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let retry: ReturnType<typeof setTimeout> | undefined;

  /** True if somebody else is signed in than before, or nobody is: then nothing on screen is as it was. */
  const meet = (next: Connection): boolean => {
    const isNews = sessionOf(next) !== sessionOf(connection);
    // The first answer is about what was just asked: forgetting that would ask it all again.
    if (connection && isNews) {
      facts.clear();
      askedAt.clear();
    }
    connection = next;
    models.start(next.kind === 'signed-in' ? next.session : undefined);
    return isNews;
  };
  const keep = (fresh: readonly VersionFact[]): void => {
    for (const fact of fresh) facts.set(fact.versionId, fact);
  };

  const flush = async (): Promise<void> => {
    timer = undefined;
    const versionIds = takeIds(pending);
    const inDoubt = versionIds.filter(id => doubted.delete(id));
    const isFresh = inDoubt.length > 0;
    if (pending.size > 0) schedule();
    const answer = await send('check-versions', { versionIds, ...(isFresh && { isFresh }) });
    if (signal.aborted) return;
    let isNews = true;
    if (answer.ok) {
      isNews = meet(answer.value.connection) || answer.value.problem !== undefined || problem !== undefined;
      keep(answer.value.facts);
      problem = answer.value.problem;
    } else {
      problem = answer.problem;
    }
    for (const id of versionIds) failed.delete(id);
    // A failure is not an answer, but asking again at once would be a loop.
    if (problem) {
      for (const id of versionIds) failed.set(id, problem);
      for (const id of inDoubt) doubted.add(id);
      retryLater(problem);
    }
    changed(isNews ? undefined : { versionIds, modelIds: [] });
  };
  /** What the browser knows already, until the vault has been asked; what the vault has said meanwhile is newer. */
  const paintAtOnce = async (): Promise<void> => {
    const versionIds = takeIds(unseen);
    const before = connection;
    isGreeting = false;
    if (unseen.size > 0) greet();
    const answer = await send('cached-versions', { versionIds });
    if (signal.aborted) return;
    for (const id of versionIds) open.delete(id);
    let isNews = false;
    // Who has signed in or out meanwhile has been heard of, and this is of the time before.
    if (answer.ok && (connection === before || sessionOf(connection) === sessionOf(answer.value.connection))) {
      isNews = meet(answer.value.connection);
      keep(
        answer.value.facts.filter(fact => !facts.has(fact.versionId) && (fact.state !== 'unknown' || fact.activity)),
      );
    } else if (!answer.ok && !connection) {
      problem = answer.problem;
      retryLater(problem);
    }
    changed(isNews ? undefined : { versionIds, modelIds: [] });
  };
  const greet = (): void => {
    if (!isGreeting) post(() => void paintAtOnce());
    isGreeting = true;
  };
  const retryLater = (reason: Problem): void => {
    clearTimeout(retry);
    retry = setTimeout(() => {
      for (const id of failed.keys()) askedAt.delete(id);
      changed();
    }, retryAt(reason) - Date.now());
  };
  const schedule = (): void => {
    timer ??= setTimeout(() => post(() => void flush()), COLLECT_MS);
  };

  onAnnouncement(announcement => {
    if (announcement.announce === 'connection') meet(announcement.connection);
    if (announcement.announce === 'settings') settings = announcement.settings;
    if (announcement.announce === 'facts') {
      if (announcement.session !== sessionOf(connection)) return;
      // What has been proven since makes up for a look that failed.
      for (const { versionId, asOf } of announcement.facts)
        if (asOf > (facts.get(versionId)?.asOf ?? 0)) failed.delete(versionId);
      keep(announcement.facts);
      models.again();
      changed({ versionIds: announcement.facts.map(fact => fact.versionId), modelIds: [] });
      return;
    }
    if (announcement.announce === 'sync') models.again();
    changed();
  }, signal);
  const learnSettings = async (): Promise<void> => {
    const answer = await send('settings');
    if (!answer.ok || signal.aborted) return;
    settings = answer.value;
    changed();
  };
  const stop = (): void => {
    clearTimeout(timer);
    clearTimeout(retry);
  };
  signal.addEventListener('abort', stop, { once: true });

  return {
    connection: () => connection,
    settings: () => settings ?? DEFAULT_SETTINGS,
    fact: versionId => facts.get(versionId),
    model: models.of,
    isAwaited: ({ versionId, modelId }) =>
      versionId === undefined
        ? modelId !== undefined && models.awaits(modelId)
        : open.has(versionId) && !facts.has(versionId),
    problem: versionId => (versionId === undefined ? problem : failed.get(versionId)),
    ask(versionIds) {
      if (connection && connection.kind !== 'signed-in') return;
      const now = Date.now();
      for (const id of versionIds) {
        if (askedAt.has(id)) continue;
        askedAt.set(id, now);
        pending.add(id);
        if (facts.has(id)) continue;
        greet();
        unseen.add(id);
        open.add(id);
      }
      if (pending.size > 0) schedule();
      if (!connection) greet();
    },
    askModels: models.ask,
    refreshStale(all = false) {
      models.again();
      const now = Date.now();
      for (const [id, at] of askedAt) if (all || now - at >= RECHECK_AFTER_MS) askedAt.delete(id);
      if (all || !settings) post(() => void learnSettings(), true);
      if (document.visibilityState === 'visible') post(() => void send('refresh-if-stale'), true);
    },
    reportToggled: versionId => void send('toggled-by-site', { versionId }),
    forget(versionId) {
      askedAt.delete(versionId);
      doubted.add(versionId);
    },
    async submit(intent) {
      const result = await send('submit-intent', intent);
      if (result.ok && !signal.aborted) {
        keep([result.value]);
        changed();
      }
      return result;
    },
    modelVersions: modelId => send('model-versions', { modelId }),
    versionAvailability: versionId => send('version-availability', { versionId }),
    itemNames: versionId => send('item-names', { versionId }),
    freeSpace: () => send('free-space'),
    openSignIn: () => void send('open-sign-in', undefined),
  };
}
