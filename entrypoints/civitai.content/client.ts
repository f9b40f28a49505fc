import type { Connection } from '@/utils/account';
import { listen } from '@/utils/announcements';
import type { ModelId, VersionId } from '@/utils/ids';
import type { ModelFact, VersionFact } from '@/utils/membership';
import type { Problem, Result } from '@/utils/problem';
import type { Look, Room, Wish } from '@/utils/protocol';
import { send } from '@/utils/send';
import { DEFAULT_SETTINGS, type Settings } from '@/utils/settings';
import type { ModelVersions, VersionOffer } from '@/utils/version-offer';
import { createModelFacts } from './model-facts';

/** How long after the first id the rest of the moment may join the same message. */
const COLLECT_MS = 30;
/** A version confirmed within this time is not asked about again. */
const FRESH_MS = 60_000;
/** How long after a failed look the page asks again by itself. */
const RETRY_MS = 30_000;

/** The page's side of the vault: what is known here, and how to ask and wish. */
export type Client = {
  connection(): Connection | undefined;
  settings(): Settings;
  fact(versionId: VersionId): VersionFact | undefined;
  model(modelId: ModelId): ModelFact | undefined;
  /** Why the last look could not answer, until one can. */
  problem(): Problem | undefined;
  /** Makes sure that the versions are asked about once, together with all others of this moment. */
  ask(versionIds: Iterable<VersionId>): void;
  /** The models on screen now; the same message, but never a request. */
  askModels(modelIds: Iterable<ModelId>): void;
  /** An occasion to ask again about what was confirmed more than a minute ago; with `all`, about everything. */
  expire(all?: boolean): void;
  /** The next `ask` asks about this version again. */
  forget(versionId: VersionId): void;
  want(wish: Wish): Promise<Result<VersionFact>>;
  modelVersions(modelId: ModelId): Promise<Result<ModelVersions>>;
  versionOffer(versionId: VersionId): Promise<Result<VersionOffer>>;
  room(): Promise<Result<Room>>;
  openSignIn(): void;
};

/** Connects the page to the background. `changed` is called after anything that may be on screen has changed. */
export function createClient(changed: () => void, signal: AbortSignal): Client {
  const facts = new Map<VersionId, VersionFact>();
  const askedAt = new Map<VersionId, number>();
  const pending = new Set<VersionId>();
  let settings = DEFAULT_SETTINGS;
  let connection: Connection | undefined;
  let problem: Problem | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let retry: ReturnType<typeof setTimeout> | undefined;

  const meet = (next: Connection): void => {
    // The first answer is about what was just asked: forgetting that would ask it all again.
    if (connection && sessionOf(next) !== sessionOf(connection)) {
      facts.clear();
      askedAt.clear();
      models.forget();
    }
    connection = next;
  };
  const keep = (fresh: readonly VersionFact[]): void => {
    for (const fact of fresh) facts.set(fact.versionId, fact);
  };

  const take = (look: Look): void => {
    meet(look.connection);
    keep(look.facts);
    models.keep(look.models);
    settings = look.settings;
    // An answer about models alone says nothing about a check that has failed.
    if (look.facts.length > 0 || look.problem) problem = look.problem;
  };
  const flush = async (): Promise<void> => {
    timer = undefined;
    const versionIds = [...pending];
    pending.clear();
    const answer = await send('look', { versionIds, modelIds: models.take() });
    if (signal.aborted) return;
    if (answer.ok) take(answer.value);
    else problem = answer.problem;
    // A failure is not an answer, but asking again at once would be a loop.
    if (problem) retryLater(versionIds, problem);
    changed();
  };
  const retryLater = (versionIds: readonly VersionId[], reason: Problem): void => {
    const until = reason.kind === 'limited' ? reason.until : Date.now() + RETRY_MS;
    clearTimeout(retry);
    retry = setTimeout(() => {
      for (const id of versionIds) askedAt.delete(id);
      models.again();
      changed();
    }, until - Date.now());
  };
  const schedule = (): void => {
    timer ??= setTimeout(() => void flush(), COLLECT_MS);
  };
  const models = createModelFacts(schedule, signal);

  listen(announcement => {
    if (announcement.announce === 'connection') meet(announcement.connection);
    if (announcement.announce === 'settings') settings = announcement.settings;
    if (announcement.announce === 'facts' && announcement.session === sessionOf(connection)) {
      keep(announcement.facts);
      models.again();
    }
    changed();
  }, signal);
  const stop = (): void => {
    clearTimeout(timer);
    clearTimeout(retry);
  };
  signal.addEventListener('abort', stop, { once: true });

  return {
    connection: () => connection,
    settings: () => settings,
    fact: versionId => facts.get(versionId),
    model: models.of,
    problem: () => problem,
    ask(versionIds) {
      if (connection && connection.kind !== 'signed-in') return;
      const now = Date.now();
      for (const id of versionIds) {
        if (askedAt.has(id)) continue;
        askedAt.set(id, now);
        pending.add(id);
      }
      if (pending.size > 0 || !connection) schedule();
    },
    askModels(modelIds) {
      if (models.ask(modelIds) && (!connection || connection.kind === 'signed-in')) schedule();
    },
    expire(all = false) {
      models.again();
      const now = Date.now();
      for (const [id, at] of askedAt) if (all || now - at >= FRESH_MS) askedAt.delete(id);
    },
    forget: versionId => void askedAt.delete(versionId),
    async want(wish) {
      const result = await send('want', wish);
      if (result.ok && !signal.aborted) {
        keep([result.value]);
        changed();
      }
      return result;
    },
    modelVersions: modelId => send('model-versions', { modelId }),
    versionOffer: versionId => send('version-offer', { versionId }),
    room: () => send('room', undefined),
    openSignIn: () => void send('open-sign-in', undefined),
  };
}

function sessionOf(connection: Connection | undefined): string | undefined {
  return connection?.kind === 'signed-in' ? connection.session : connection?.kind;
}
