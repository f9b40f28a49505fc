import { type Account, createAccount } from '@/entrypoints/background/account/account';
import { signedInOf } from '@/entrypoints/background/account/account-store';
import type { LoginParts } from '@/entrypoints/background/account/login';
import { createLoginAlarm } from '@/entrypoints/background/account/login-alarm';
import { createLoginReads, createSessionApi } from '@/entrypoints/background/account/login-session';
import { readToken } from '@/entrypoints/background/account/token';
import { type Connect, connectWithLogin, createConnect } from '@/entrypoints/background/api/connect';
import { createAvailabilityLookUp } from '@/entrypoints/background/availability/availability';
import { createHistory, type HistoryParts } from '@/entrypoints/background/history/history';
import { announce } from '@/entrypoints/background/messages/announce';
import { createFactsAnnouncer } from '@/entrypoints/background/messages/facts-announcer';
import { createMirror, type Mirror } from '@/entrypoints/background/mirror/mirror';
import { thinProgress } from '@/entrypoints/background/mirror/sync-status';
import { createPageChecks } from '@/entrypoints/background/page-budget/page-checks';
import { createSiteAdditions } from '@/entrypoints/background/page-budget/site-additions';
import { createRadar, type Radar, type RadarParts } from '@/entrypoints/background/radar/radar';
import { createSiteRemovals, type RemovalParts } from '@/entrypoints/background/removal/site-removals';
import { createSwaps, type SwapParts } from '@/entrypoints/background/removal/swap';
import { createVaultStore } from '@/entrypoints/background/storage/vault-store';
import { createClock } from '@/entrypoints/background/timing/clock';
import { createPendingPoller } from '@/entrypoints/background/toolbar/pending-poller';
import { createTabIcons } from '@/entrypoints/background/toolbar/tab-icons';
import { createVaultEngine, type VaultEngine } from '@/entrypoints/background/vault/engine';
import type { Announcement } from '@/utils/messages/protocol';
import { loadSettings } from '@/utils/settings/stored-settings';

/** Everything that lives as long as the worker. They call each other, so they are made in one place; call it while the worker starts. */
export function createServices() {
  const connect = createConnect(key => void account.keyRefused(key));
  const getKey = async () => (await readToken())?.key;
  const api = connect(getKey);
  const freshApi = connect(getKey, { isFresh: true });
  const availability = createAvailabilityLookUp({ api, freshApi, now: Date.now });
  const login = createLoginServices(() => account);
  const account = createAccount({
    connect,
    login,
    now: Date.now,
    endSession() {
      mirror.end();
      engine.end();
    },
    connectionChanged(connection) {
      vaultChanged({ announce: 'connection', connection });
      // What waited for a key that is accepted.
      void engine.wake();
      void mirror.refreshIfStale();
      void radar.wake();
    },
    snapshotChanged: () => figuresChanged(),
  });
  const apiOf = (session: string) => connectSession(session, connect, login);
  const shared = { apiOf, random: Math.random, session: async () => signedInOf(await account.connection()) };
  const mirror = createMirror({
    ...shared,
    clock: createClock('vaulted-read', () => void mirror.resume()),
    recordListed: (...listed) => engine.recordListed(...listed),
    cachedFacts: versionIds => engine.cachedFacts(versionIds),
    statusChanged: thinProgress(status => vaultChanged({ announce: 'sync', status })),
  });
  const clock = createClock('vaulted-settle', () => void engine.wake());
  const engine = createVaultEngine({
    ...shared,
    clock,
    store: createVaultStore(mirror.modelOf),
    availability,
    usageChanged: account.usageChanged,
    onChange: createFactsAnnouncer(mirror, (facts, session) => vaultChanged({ announce: 'facts', session, facts })),
  });
  const { vaultChanged, figuresChanged, ...toolbar } = createToolbar({ account, mirror, engine });
  const radar = createVaultRadar({ api, mirror, session: shared.session, vaultChanged });
  const known = { account, apiOf, availability, engine, mirror, radar, clock, session: shared.session, now: Date.now };
  return { ...known, api, ...toolbar, ...createCallerServices(known) };
}

/** What it takes to read with the site's own login. */
function createLoginServices(account: () => Account): LoginParts {
  const api = connectWithLogin();
  return {
    api,
    readsOf: createLoginReads(api, { now: Date.now, found: (session, user) => account().foundUser(session, user) }),
    confirmLater: createLoginAlarm(() => account().confirmLogin(true)),
  };
}

/** What a session asks the site with. */
function connectSession(session: string, connect: Connect, { readsOf }: LoginParts) {
  const withKey = connect(async () => (await readToken(session))?.key);
  return createSessionApi(session, withKey, readsOf(session));
}

type WatchParts = Pick<RadarParts, 'api' | 'session'> & {
  mirror: Pick<Mirror, 'byVersions'>;
  vaultChanged(announcement: Announcement): void;
};

/** The comparison with what the site still has; every page hears of what it finds. */
function createVaultRadar({ api, mirror, session, vaultChanged }: WatchParts): Radar {
  const radar = createRadar({
    api,
    clock: createClock('vaulted-radar', () => void radar.wake()),
    session,
    isOn: async () => (await loadSettings()).radar,
    changed: async (ids, of) => vaultChanged({ announce: 'facts', session: of, facts: await mirror.byVersions(ids) }),
  });
  return radar;
}

type CallerParts = HistoryParts &
  Omit<RemovalParts, 'history'> &
  Pick<SwapParts, 'radar' | 'clock'> & { engine: Pick<VaultEngine, 'check'>; mirror: Pick<Mirror, 'rememberModel'> };

/** What stands between the callers and the engine: the history, and what pages of the site may cause. */
function createCallerServices(known: CallerParts) {
  const { engine, mirror, now } = known;
  const history = createHistory(known);
  const removals = createSiteRemovals({ ...known, history });
  const { countCopies, rememberModel } = mirror;
  const swaps = createSwaps({ ...known, history, countCopies, rememberModel });
  const pageChecks = createPageChecks(engine, now);
  return { history, removals, swaps, additions: createSiteAdditions(now), pageChecks };
}

/** What counts the vault, what shows it in the toolbar, and the way of news to both and to every page. */
function createToolbar(known: { account: Account; mirror: Mirror; engine: VaultEngine }) {
  const tabIcons = createTabIcons(known);
  const figuresChanged = (): void => {
    void announce({ announce: 'snapshot' });
    tabIcons.changed();
  };
  const poller = createPendingPoller({ ...known, now: Date.now, figuresChanged });
  const vaultChanged = (announcement: Announcement): void => {
    void announce(announcement);
    poller.changed();
    tabIcons.changed();
  };
  return { tabIcons, poller, figuresChanged, vaultChanged };
}
