import { defineBackground } from '#imports';
import { createAccount } from '@/entrypoints/background/account/account';
import { signedInOf } from '@/entrypoints/background/account/account-store';
import { watchInstallation } from '@/entrypoints/background/account/sign-in-tab';
import { lockStorage, readToken } from '@/entrypoints/background/account/token';
import { createConnect } from '@/entrypoints/background/api/connect';
import { createAvailabilityLookUp } from '@/entrypoints/background/availability/availability';
import { announce, announceSettingsChanges } from '@/entrypoints/background/messages/announce';
import { createHandlers } from '@/entrypoints/background/messages/handlers';
import { route } from '@/entrypoints/background/messages/router';
import { createMirror } from '@/entrypoints/background/mirror/mirror';
import { createVaultStore, sweepCooldowns } from '@/entrypoints/background/storage/vault-store';
import { createClock } from '@/entrypoints/background/timing/clock';
import { createPendingPoller } from '@/entrypoints/background/toolbar/pending-poller';
import { announceFigures } from '@/entrypoints/background/toolbar/toolbar';
import { createVaultEngine } from '@/entrypoints/background/vault/engine';
import type { Announcement } from '@/utils/messages/protocol';

export default defineBackground(() => {
  const tell = (news: Announcement) => {
    void announce(news);
    watch.changed();
  };
  const connect = createConnect(key => void account.keyRefused(key));
  const api = connect(async () => (await readToken())?.key);
  const availability = createAvailabilityLookUp({ api, now: Date.now });
  const account = createAccount({
    connect,
    now: Date.now,
    endSession() {
      void mirror.end();
      void engine.end();
    },
    connectionChanged(connection) {
      tell({ announce: 'connection', connection });
      void mirror.refreshIfStale();
    },
    snapshotChanged: announceFigures,
  });
  const apiOf = (session: string) => connect(async () => (await readToken(session))?.key);
  const world = { apiOf, random: Math.random, session: async () => signedInOf(await account.connection()) };
  const mirror = createMirror({
    ...world,
    clock: createClock('vaulted-read', () => void mirror.resume()),
    learn: (listed, askedAt) => engine.recordListed(listed, askedAt),
    known: versionIds => engine.cachedFacts(versionIds),
    statusChanged: status => tell({ announce: 'sync', status }),
  });
  const engine = createVaultEngine({
    ...world,
    clock: createClock('vaulted-settle', () => void engine.wake()),
    store: createVaultStore(mirror.modelOf),
    availability,
    onChange: (facts, session) => tell({ announce: 'facts', session, facts }),
  });
  const watch = createPendingPoller({ mirror, engine });
  route(createHandlers({ api, account, engine, mirror, availability, now: Date.now }));
  const starts = [
    announceSettingsChanges,
    watchInstallation,
    lockStorage,
    sweepCooldowns,
    engine.wake,
    mirror.start,
    watch.start,
  ];
  for (const start of starts) void start();
});
