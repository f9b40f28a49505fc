import { defineBackground } from '#imports';
import { createAccount } from '@/entrypoints/background/account/account';
import { signedIn } from '@/entrypoints/background/account/account-store';
import { watchBeginnings } from '@/entrypoints/background/account/sign-in-tab';
import { lockStorage, readToken } from '@/entrypoints/background/account/token';
import { createConnect } from '@/entrypoints/background/api/connect';
import { createOffers } from '@/entrypoints/background/availability/availability';
import { announce, announceSettings } from '@/entrypoints/background/messages/announce';
import { createHandlers } from '@/entrypoints/background/messages/handlers';
import { route } from '@/entrypoints/background/messages/router';
import { createMirror } from '@/entrypoints/background/mirror/mirror';
import { createIndexedStore, sweepQuiet } from '@/entrypoints/background/storage/vault-store';
import { createClock } from '@/entrypoints/background/timing/clock';
import { createWatch } from '@/entrypoints/background/toolbar/pending-poller';
import { tellFigures } from '@/entrypoints/background/toolbar/toolbar';
import { createVaultEngine } from '@/entrypoints/background/vault/engine';
import type { Announcement } from '@/utils/messages/protocol';

export default defineBackground(() => {
  const tell = (news: Announcement) => {
    void announce(news);
    watch.changed();
  };
  const connect = createConnect(key => void account.keyRefused(key));
  const api = connect(async () => (await readToken())?.key);
  const offers = createOffers({ api, now: Date.now });
  const account = createAccount({
    connect,
    now: Date.now,
    endSession() {
      void mirror.end();
      void engine.end();
    },
    connectionChanged(connection) {
      tell({ announce: 'connection', connection });
      void mirror.freshen();
    },
    snapshotChanged: tellFigures,
  });
  const apiOf = (session: string) => connect(async () => (await readToken(session))?.key);
  const world = { apiOf, random: Math.random, session: async () => signedIn(await account.connection()) };
  const mirror = createMirror({
    ...world,
    clock: createClock('vaulted-read', () => void mirror.goOn()),
    learn: (listed, askedAt) => engine.learn(listed, askedAt),
    known: versionIds => engine.known(versionIds),
    statusChanged: status => tell({ announce: 'sync', status }),
  });
  const engine = createVaultEngine({
    ...world,
    clock: createClock('vaulted-settle', () => void engine.wake()),
    store: createIndexedStore(mirror.modelOf),
    offers,
    onChange: (facts, session) => tell({ announce: 'facts', session, facts }),
  });
  const watch = createWatch({ mirror, engine });
  route(createHandlers({ api, account, engine, mirror, offers, now: Date.now }));
  const starts = [announceSettings, watchBeginnings, lockStorage, sweepQuiet, engine.wake, mirror.start, watch.start];
  for (const start of starts) void start();
});
