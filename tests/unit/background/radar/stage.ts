import { createCivitaiApi } from '@/entrypoints/background/api/civitai-api';
import { createRadar } from '@/entrypoints/background/radar/radar';
import { openVaultDatabase } from '@/entrypoints/background/storage/database';
import { createFakeFetch, createTransport, never } from '@/tests/unit/background/api/fake-fetch';
import { model, version } from '@/tests/unit/background/api/ids';
import { item } from '@/tests/unit/background/mirror/fake-site';
import { signIn } from '@/tests/unit/background/mirror/stage';
import { createFakeCatalogue, type Kind, VERSION_OF_MODEL } from './fake-catalogue';

export const HOUR = 3_600_000;
const START = 1_800_000_000_000;

/** As many models as wanted, spread over the vault; all others are open. */
export function kindsOf(count: number, special: { [Name in Kind]?: number }): Map<number, Kind> {
  const kinds = new Map<number, Kind>();
  for (let id = 1; id <= count; id += 1) kinds.set(id, 'open');
  let place = 3;
  for (const kind of ['unpublished', 'gone', 'mature', 'archived', 'poi', 'unrated', 'private'] as const) {
    for (let n = 0; n < (special[kind] ?? 0); n += 1) {
      kinds.set(place, kind);
      place += 19;
    }
  }
  return kinds;
}

/** The ids of the models of a kind. */
export const idsOf = (kinds: ReadonlyMap<number, Kind>, kind: Kind): number[] =>
  [...kinds].flatMap(([id, own]) => (own === kind ? [id] : []));

/** A vault that holds a version of each model; returns whose it is. */
async function storeVault(kinds: ReadonlyMap<number, Kind>): Promise<string> {
  const session = await signIn();
  const transaction = (await openVaultDatabase()).transaction('items', 'readwrite');
  for (const id of kinds.keys()) {
    const row = item(id, { modelVersionId: version(id + VERSION_OF_MODEL), modelId: model(id) });
    void transaction.store.put({ ...row, seenIn: 1, seenOn: START });
  }
  await transaction.done;
  return session;
}

/** A site, and workers one after the other that share what is stored. */
function createWorld(session: string, kinds: Map<number, Kind>) {
  const site = createFakeCatalogue(kinds);
  const time = { now: START, alarmAt: undefined as number | undefined };
  const sentAt: number[] = [];
  const hang = { isOn: false, asked: (): void => {} };
  const fetch = createFakeFetch(url => {
    sentAt.push(time.now);
    if (!hang.isOn) return site.respond(url);
    hang.asked();
    return never();
  });
  const changed: number[] = [];
  const settings = { isOn: true };
  const startWorker = () =>
    createRadar({
      api: createCivitaiApi(createTransport(fetch, { now: () => time.now, hasHostAccess: async () => true })),
      clock: {
        now: () => time.now,
        wakeAfter: ms => {
          time.alarmAt = ms === undefined ? undefined : time.now + ms;
        },
      },
      session: async () => ({ session }),
      isOn: async () => settings.isOn,
      changed: async ids => void changed.push(...ids),
    });
  return { site, time, sentAt, hang, fetch, changed, settings, startWorker };
}

/** A vault, a site, and a worker that lives as long as a test lets it. */
export async function createStage(kinds: Map<number, Kind>) {
  const world = createWorld(await storeVault(kinds), kinds);
  const { time, hang, startWorker } = world;
  let radar = startWorker();
  /** Lets the time pass, alarm by alarm. */
  const pass = async (hours: number, everyAlarm?: () => void): Promise<void> => {
    const end = time.now + hours * HOUR;
    while (time.alarmAt !== undefined && time.alarmAt <= end) {
      time.now = time.alarmAt;
      everyAlarm?.();
      await radar.wake();
    }
    time.now = end;
  };
  const gone = async () => (await radar.findings()).gone.map(id => id - VERSION_OF_MODEL).sort((a, b) => a - b);
  return {
    ...world,
    pass,
    gone,
    wake: () => radar.wake(),
    findings: () => radar.findings(),
    markSeen: () => radar.markSeen(),
    /** The worker ends, whatever it was doing, and another one starts. */
    restart: (): Promise<void> => {
      hang.isOn = false;
      radar = startWorker();
      return radar.wake();
    },
    /** The answer to what it asks never comes. */
    killWhileAsking: async (): Promise<void> => {
      hang.isOn = true;
      await Promise.race([radar.wake(), new Promise<void>(resolve => (hang.asked = resolve))]);
    },
  };
}

/** The largest number of requests within any hour. */
export function mostInAnHour(sentAt: readonly number[]): number {
  return Math.max(0, ...sentAt.map((at, index) => sentAt.filter((other, n) => n >= index && other < at + HOUR).length));
}

/** A vault that was compared twice without a finding. */
export async function settled(count: number, special: { [Name in Kind]?: number } = {}) {
  const kinds = kindsOf(count, special);
  const stage = await createStage(kinds);
  await stage.wake();
  await stage.pass(3 * 24);
  const set = (ids: readonly number[], kind: Kind): void => {
    for (const id of ids) kinds.set(id, kind);
  };
  return { stage, kinds, set };
}
